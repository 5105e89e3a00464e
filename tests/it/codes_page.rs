//! `docs/codes.md` and the table of checks in `docs/format.md`, written from the declarations.

use std::{collections::BTreeSet, fmt::Write as _};

use fremdrift::{
    check::{CHECKS, Check},
    diag::{Code, Severity},
    locale::{Language, Locale},
};

use crate::{codes, support::project};

/// The rooms of the house, and what is going on there when a code is raised.
const ROOMS: [(&str, &str); 14] = [
    ("content", "While a file is read"),
    ("model", "While a plan is put together"),
    ("check", "By a check, of a plan that was put together"),
    ("site", "While site.toml and the registers are read"),
    ("tree", "While the files of a site are listed"),
    ("render", "While the theme is read, or a page is drawn with it"),
    ("pipeline", "While the site is made of its parts"),
    ("published", "While a published site is looked through"),
    ("history", "While the past is read"),
    ("git", "While the repository is read or written"),
    ("output", "While the site is published"),
    ("draft", "While something is drafted or imported"),
    ("cli", "By a command, before it begins"),
    ("diag", "By any command"),
];

/// What an argument is in the examples, unless a code has one of its own.
const EXAMPLES: &[(&str, &str)] = &[
    ("achieved", "1.2 mio. kr."),
    ("all", "9"),
    ("amount", "36.9 mio. kr."),
    ("asked", "--audience internal"),
    ("byte", "14"),
    ("cause", "reading content/plans/skole/plan.md: Permission denied"),
    ("char", "U+200B"),
    ("choices", "2020-06, 2020-12"),
    ("colour", "#cccccc"),
    ("column", "Afvigelse"),
    ("commit", "4f2a91c0de"),
    ("computed", "6.52 mio. kr."),
    ("count", "3"),
    ("cure", "6,52"),
    ("date", "2020-06-30"),
    ("decimals", "33.883"),
    ("decimals-cure", "33,8830"),
    ("detail", "unexpected end of template"),
    ("direction", "up"),
    ("difference", "0.04 mio. kr."),
    ("area", "Sundhed"),
    ("level", "Kritisk"),
    ("due", "2020-06-30"),
    ("decimal", ","),
    ("declared", "semicolon"),
    ("ending", "pptx"),
    ("encoding", "utf-8"),
    ("examples", "\"2,5\", \"1.307,5\""),
    ("entry", "skole/02"),
    ("expected", "5"),
    ("field", "titel"),
    ("folder", "content"),
    ("formula", "drift + * renter"),
    ("found", "4"),
    ("id", "2020-06"),
    ("indicator", "udgifter"),
    ("key", "required"),
    ("known", "2020-03, 2020-06"),
    ("limit", "200"),
    ("line", "+++"),
    ("mark", "**"),
    ("missing", "period"),
    ("month", "mar"),
    ("name", "juni"),
    ("names", "`notes.txt`"),
    ("number", "2.a"),
    ("other-amount", "36.5 mio. kr."),
    ("other", "content/plans/skole/measures/02.md"),
    ("path", "public"),
    ("period", "2020"),
    ("plan", "content/plans/skole"),
    ("process", "4711"),
    ("ratio", "1.6"),
    ("record", "measure"),
    ("report", "2020-06-30"),
    ("required", "4.8 mio. kr."),
    ("revision", "udgave/2020-06"),
    ("reason", "text"),
    ("row", "renter"),
    ("second", "none"),
    ("scale", "spareplan"),
    ("scheme", "javascript"),
    ("sign", "none"),
    ("since", "2020-03-31"),
    ("source", "content/plans/skole/measures/02.md:4"),
    ("stated", "6.56 mio. kr."),
    ("style", "none"),
    ("suggestion", "required"),
    ("table", "effect"),
    ("tag", "<b>"),
    ("target", "content/plans/skole/measures/02.md"),
    ("text", "to millioner"),
    ("thousand", "."),
    ("thousands", "33883"),
    ("thousands-cure", "33_883"),
    ("unit", "%"),
    ("version", "udgave/2019"),
    ("what", "achieved"),
    ("whole", "Overførsler i alt"),
    ("words", "not-started, in-progress, done"),
    ("year", "2026"),
];

/// What an argument of one code is in its example, where the one of all would say something odd.
const OWN_EXAMPLES: &[(&str, &[(&str, &str)])] = &[
    ("ambiguous-amount", &[("thousands-cure", "33.883")]),
    ("broken-link", &[("suggestion", "content/plans/skole/measures/03.md")]),
    ("bad-formula", &[("detail", "*")]),
    ("broken-fragment", &[("target", "baggrund")]),
    ("control-character", &[("key", "title")]),
    ("csv-syntax", &[("detail", "quote-open")]),
    ("duplicate-id", &[("id", "02")]),
    ("duplicate-key", &[("key", "due")]),
    ("fields-in-prose", &[("key", "visibility")]),
    ("file-too-large", &[("limit", "16")]),
    ("draft-exists", &[("path", "content/plans/skole/measures/02.md")]),
    ("draft-without-id", &[("title", "– § –")]),
    ("draft-lacks", &[("what", "both")]),
    ("draft-unknown-field", &[("key", "sparekrav"), ("known", "number, title, required")]),
    ("no-such-plan", &[("id", "skoler"), ("known", "skole, veje"), ("suggestion", "skole")]),
    ("not-a-report-date", &[("text", "30-06-2026"), ("suggestion", "2026-06-30")]),
    ("register-unreadable", &[("path", "content/owners.toml"), ("cause", "duplicate key")]),
    (
        "import-ambiguous",
        &[
            ("text", "1.234"),
            ("line", "4"),
            ("decimals", "1.234"),
            ("thousands", "1234"),
            ("decimal", "."),
            ("thousand", ","),
        ],
    ),
    ("import-cell", &[("what", "formula"), ("cell", "D7")]),
    ("import-column", &[("name", "Noter"), ("known", "number, title, required")]),
    ("import-hidden", &[("names", "7, D")]),
    ("import-needs", &[("what", "report")]),
    ("import-no-head", &[("known", "number, title, required")]),
    ("import-numbers-differ", &[("text", "ca. halvdelen"), ("line", "4")]),
    ("import-row", &[("name", "Renter"), ("line", "9")]),
    ("import-sheet", &[("known", "Ark1, Ark2")]),
    ("import-too-large", &[("what", "rows"), ("limit", "20000")]),
    ("import-unit", &[("name", "Opnået"), ("units", "mio. kr. / 1.000 kr.")]),
    ("import-unreadable", &[("cause", "xl/workbook.xml")]),
    ("foreign-decimal", &[("cure", "6,52"), ("text", "6.52")]),
    ("foreign-files", &[("count", "1")]),
    ("changed-files", &[("count", "1"), ("names", "`index.html`")]),
    ("html-open", &[("tag", "<!--")]),
    ("key-needs-quotes", &[("key", "2.a")]),
    ("csv-title-lines", &[("line", "4")]),
    ("csv-head-line", &[("declared", "3"), ("line", "5")]),
    ("not-a-line", &[("key", "head"), ("limit", "21")]),
    ("row-ids-unknown", &[("name", "tekst"), ("known", "Konto, Navn, Beløb")]),
    ("row-without-id", &[("names", "label")]),
    ("row-twice", &[("id", "løn"), ("line", "7"), ("names", "label")]),
    ("mark-in-csv", &[("key", "visibility")]),
    ("suppress-below-unfit", &[("least", "3"), ("most", "100")]),
    ("suppression-unproved", &[("title", "Anbragte børn")]),
    ("withheld-counts", &[("what", "Anbragte børn"), ("small", "2"), ("further", "3")]),
    ("merge-conflict", &[("line", "<<<<<<< HEAD")]),
    ("missing-key", &[("key", "title")]),
    ("missing-object", &[("cause", "reading content/plans/skole/plan.md: an object is not there")]),
    ("missing-picture", &[("target", "content/plans/skole/kort.png")]),
    ("misplaced-key", &[("key", "due")]),
    ("no-such-date", &[("key", "due"), ("text", "2020-02-30")]),
    ("no-such-revision", &[("revision", "udgave/2019")]),
    ("not-a-choice", &[("key", "lifecycle"), ("text", "don"), ("suggestion", "done")]),
    ("year-not-declared", &[("key", "due"), ("text", "Q2 2024/25")]),
    ("ambiguous-period", &[("text", "2011-12"), ("first", "2011/12"), ("second", "december 2011")]),
    ("bad-update-folder", &[("name", "30-06-2026"), ("suggestion", "2026-06-30")]),
    ("csv-undeclared", &[("text", "151,667"), ("decimals", "151.667"), ("thousands", "151667")]),
    ("csv-without-row", &[("key", "Nr."), ("known", "revised, forecast")]),
    ("misnamed", &[("what", "folder"), ("name", "measure"), ("right", "measures")]),
    ("near-markdown", &[("what", "heading"), ("text", "#Mål"), ("cure", "# Mål")]),
    ("report-to-come", &[("report", "2026-09-30"), ("since", "2026-07-15")]),
    ("stray-file", &[("known", "pdf, xlsx, docx, csv")]),
    ("table-without-figures", &[("id", "drift"), ("path", "none")]),
    ("unpublished-link", &[("target", "content/filer/slides.pptx"), ("known", "pdf, xlsx, docx, csv")]),
    ("month-without-year", &[("key", "jan-jun")]),
    ("not-a-period", &[("key", "due"), ("text", "10-08-2026"), ("suggestion", "2026-08-10")]),
    ("not-an-amount", &[("text", "2 500 000"), ("cure", "\"2.500.000\"")]),
    ("toml-syntax", &[("detail", "word-quotes"), ("text", "”3,5”"), ("cure", "\"3,5\"")]),
    ("not-a-mark", &[("key", "x")]),
    ("not-a-month", &[("key", "juli-maj")]),
    ("not-a-number", &[("key", "decision"), ("text", "den tredje")]),
    ("not-a-sign", &[("key", "decimal"), ("text", "komma")]),
    ("not-a-unit", &[("text", "kr. pr. 1.000")]),
    ("not-a-year", &[("key", "effect"), ("text", "20")]),
    ("not-an-id", &[("key", "committee"), ("text", "social & sundhed")]),
    ("no-port", &[("port", "4000"), ("cause", "Address already in use (os error 98)")]),
    ("no-threads", &[("cause", "Resource temporarily unavailable")]),
    ("output-damaged", &[("path", "public/.fremdrift-manifest.json")]),
    ("output-in-sources", &[("path", "content/public")]),
    ("output-other-purpose", &[("found", "--audience public")]),
    ("output-unwritten", &[("cause", "No space left on device (os error 28)")]),
    ("output-no-name", &[("path", "/")]),
    ("partial-clone", &[("path", "/srv/status/.git")]),
    ("path-collision", &[("path", "planer/skole/02.html")]),
    ("picture-without-alt", &[("target", "kort.png")]),
    ("plan-without-file", &[("plan", "content/plans/skole")]),
    ("prose-in-string", &[("key", "note")]),
    ("reftable", &[("path", "/srv/status/.git")]),
    ("repository-failed", &[("cause", "the reference HEAD is malformed")]),
    ("remote-picture", &[("target", "https://example.org/kort.png")]),
    ("shallow-clone", &[("path", "/srv/status/.git")]),
    ("site-too-large", &[("what", "file"), ("path", "planer/skole/index.html"), ("limit", "64")]),
    ("stated-differs", &[("difference", "0.04")]),
    ("submodule-not-fetched", &[("path", "content")]),
    ("tag-exists", &[("revision", "udgave"), ("known", "udgave/2019")]),
    ("too-large", &[("text", "9.999.999.999.999.999")]),
    ("too-long", &[("key", "title"), ("limit", "500")]),
    ("too-many-decimals", &[("text", "6,5234567890123")]),
    ("ambiguous-reading", &[("decimals", "42.032"), ("thousands", "42032"), ("thousands-cure", "\"42.032\"")]),
    ("decimals-unfit", &[("most", "12")]),
    ("many-decimals", &[("name", "Dødsfald pr. 100.000"), ("number", "8")]),
    ("too-many-shown", &[("limit", "5")]),
    ("units-differ", &[("unit", "mio. kr."), ("expected", "%")]),
    ("unknown-page", &[("page", "planer/voksne"), ("suggestion", "planer/voksne-2020/index.html")]),
    ("unknown-check", &[("id", "overdue-mesure"), ("suggestion", "overdue-measure")]),
    ("unknown-column", &[("key", "rente"), ("suggestion", "renter")]),
    ("unknown-committee", &[("id", "socail"), ("suggestion", "social")]),
    ("unknown-decision", &[("id", "3"), ("suggestion", "2")]),
    ("csv-without-period", &[("key", "år")]),
    ("reading-twice", &[("id", "drenge")]),
    ("said-twice", &[("key", "value"), ("other", "words")]),
    ("series-twice", &[("id", "drenge")]),
    ("unknown-reading-column", &[("key", "kilde")]),
    ("unknown-series", &[("id", "dreng"), ("suggestion", "drenge")]),
    ("unknown-indicator", &[("id", "udgifter"), ("suggestion", "udgift")]),
    ("unknown-key", &[("key", "requird")]),
    (
        "unknown-level",
        &[("word", "På spor"), ("choices", "På sporet, Forsinket, Kritisk"), ("suggestion", "På sporet")],
    ),
    ("unknown-measure", &[("id", "02-botilbud"), ("suggestion", "02")]),
    ("unknown-milestone", &[("id", "2.b"), ("suggestion", "2.a")]),
    ("unknown-owner", &[("id", "bolgi"), ("suggestion", "bolig")]),
    ("unknown-row", &[("id", "rente"), ("suggestion", "renter")]),
    ("unknown-scale", &[("id", "spareplaner"), ("suggestion", "spareplan")]),
    ("unknown-section", &[("id", "Drift"), ("choices", "Anlæg, Service")]),
    ("unknown-table", &[("id", "budgte"), ("suggestion", "budget")]),
    ("unknown-theme", &[("id", "kommunen")]),
    ("unsafe-svg", &[("target", "content/plans/skole/kort.svg"), ("what", "element"), ("name", "script")]),
    ("wrong-type", &[("key", "due"), ("expected", "date"), ("found", "list")]),
];

/// Returns a value for each argument of a code.
pub fn examples(code: &Code) -> Vec<(&'static str, String)> {
    let own = OWN_EXAMPLES.iter().find(|(name, _)| *name == code.name).map_or(&[][..], |(_, own)| own);
    let value = |name: &str| {
        let known = own.iter().chain(EXAMPLES).find(|(known, _)| *known == name);
        known.map_or_else(
            || panic!("no example of `{name}`, which `{}` has", code.name),
            |(_, value)| (*value).to_owned(),
        )
    };
    code.args.iter().map(|arg| arg.trim_end_matches('?')).map(|name| (name, value(name))).collect()
}

/// Returns the check that finds a code, where one does.
fn check_of(code: &Code) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.codes().any(|found| found == code))
}

fn severity(code: &Code) -> &'static str {
    match code.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

const INTRODUCTION: &str = "# Codes

<!-- Written from the declarations in `src`; a test keeps it true. Do not edit by hand. -->

Each message begins with its code: `error[unknown-key]: …`. Here stands, for each of them, what it means, and what the
program says in English and in Danish, with an example filled in. An *error* keeps the site from being published, or
stops the command; with a *warning* it is published.

Only checks are silenced, or made louder, by the site: under `[checks]` in `site.toml`, see
[their table](format.md#a-table-checks). All other codes say that something cannot be read, or would be published
otherwise than it was written; they go away when that is mended.
";

/// Writes `docs/codes.md`.
fn page() -> String {
    let locales = [Language::Danish, Language::English]
        .map(|language| (language, Locale::new(language, &[]).expect("sound words")));
    let mut page = String::from(INTRODUCTION);
    for (room, doing) in ROOMS {
        let mut codes: Vec<_> = codes::all().into_iter().filter(|(of, _)| *of == room).map(|(_, code)| code).collect();
        codes.sort();
        let _ = write!(page, "\n## {doing}\n\nRaised in `src/{room}`.\n");
        for code in codes {
            let _ = write!(page, "\n### {}\n\n{}: {}.\n\n", code.name, title(severity(code)), code.help);
            for (language, locale) in &locales {
                write_words(&mut page, code, *language, locale);
            }
            let _ = writeln!(page, "\n{}", silence(code));
        }
    }
    page
}

fn write_words(page: &mut String, code: &Code, language: Language, locale: &Locale) {
    let given = examples(code);
    let plain: Vec<_> = given.iter().filter(|(name, _)| *name != "suggestion").cloned().collect();
    let (wording, suggesting) = (locale.wording(code.name, &plain), locale.wording(code.name, &given));
    let (name, cure, where_known) = match language {
        Language::Danish => ("Dansk", "hjælp", "hjælp, når noget ligner"),
        // The page speaks the language of the manual, and that of the format.
        _ => ("English", "help", "help, where something is like it"),
    };
    let flat = |text: &str| text.replace('\u{a0}', " ").replace('<', "&lt;");
    let _ = write!(page, "- {name}: {}", flat(&wording.message));
    if let Some(label) = &wording.label {
        let _ = write!(page, " ({})", flat(label));
    }
    let help = wording.help.unwrap_or_default();
    let _ = write!(page, "<br>*{cure}:* {}", flat(&help));
    if let Some(better) = suggesting.help.filter(|better| *better != help) {
        let _ = write!(page, "<br>*{where_known}:* {}", flat(&better));
    }
    page.push('\n');
}

/// Says how a code is silenced, or why it cannot be.
fn silence(code: &Code) -> String {
    match (check_of(code), code.severity) {
        (Some(check), _) => format!("To silence it: `{} = \"off\"` under `[checks]` in `site.toml`.", check.code.name),
        (None, Severity::Error) => {
            "It cannot be silenced: what was written, or asked for, could not be done as it was meant.".to_owned()
        }
        (None, Severity::Warning) => {
            "It cannot be silenced: something that was written is not shown as it was written.".to_owned()
        }
    }
}

fn title(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Writes the table of checks that stands in `docs/format.md` below what it says of `[checks]`.
pub fn checks_table() -> String {
    let mut table =
        String::from("\n| check | unless the site says otherwise | what it looks for |\n| --- | --- | --- |\n");
    for check in CHECKS {
        let also: String =
            check.also.iter().map(|code| format!("; [`{0}`](codes.md#{0}): {1}", code.name, code.help)).collect();
        let Code { name, help, .. } = check.code;
        let _ = writeln!(table, "| [`{name}`](codes.md#{name}) | {} | {help}{also} |", severity(check.code));
    }
    table
}

#[test]
fn the_page_of_codes_is_what_the_declarations_say() {
    let (file, written) = (project().join("docs/codes.md"), project().join("target/codes.md"));
    let page = page();
    if std::fs::read_to_string(&file).ok().as_deref() != Some(page.as_str()) {
        std::fs::create_dir_all(project().join("target")).expect("target");
        std::fs::write(&written, page).expect("the page");
        panic!("docs/codes.md is not what the codes declare; if they are right: cp target/codes.md docs/codes.md");
    }
}

#[test]
fn the_page_has_every_code_once() {
    let page = page();
    let heads: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    let known: BTreeSet<&str> = codes::all().into_iter().map(|(_, code)| code.name).collect();
    assert_eq!((heads.len(), heads.into_iter().collect::<BTreeSet<_>>()), (known.len(), known));
}

#[test]
fn every_example_is_one_of_a_code() {
    for (name, own) in OWN_EXAMPLES {
        let code = codes::all().into_iter().find(|(_, code)| code.name == *name).expect("a code").1;
        assert!(own.iter().all(|(arg, _)| code.has_arg(arg)), "{name}");
    }
}
