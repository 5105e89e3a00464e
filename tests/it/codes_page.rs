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

#[path = "../../src/cli/examples.rs"]
mod of_the_program;

pub use of_the_program::examples;

/// Returns the check that finds a code, where one does.
fn check_of(code: &Code) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.codes().any(|found| found == code))
}

fn severity(code: &Code) -> &'static str {
    match code.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

const INTRODUCTION: &str = "# Codes

<!-- Written from the declarations in `src`; a test keeps it true. Do not edit by hand. -->

Each message begins with its code: `error[unknown-key]: …`. Here stands, for each of them, what it means, and what the
program says in English and in Danish, with an example filled in. An *error* keeps the site from being published, or
stops the command; with a *warning* it is published; a *note* is good to know, and nothing need be done about it. With
`--strict`, `check` and `build` take warnings for errors. `fremdrift explain CODE` says what stands here on the command line.

Only checks are judgements: a site silences them, or makes them louder, under `[checks]` in `site.toml`, see
[their table](format.md#a-table-checks); `fremdrift check --list` shows what it has set. All other codes say that something cannot be read, or would be published
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
        (Some(check), _) => format!(
            "To silence it, or to make it louder: `{} = \"off\"`, `\"note\"`, `\"warning\"` or `\"error\"` under `[checks]` in `site.toml`.",
            check.code.name
        ),
        (None, Severity::Error) => {
            "It cannot be silenced: what was written, or asked for, could not be done as it was meant.".to_owned()
        }
        (None, Severity::Warning | Severity::Note) => {
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
        let _ = writeln!(
            table,
            "| [`{name}`](codes.md#{name}) | {} | {help}{also} |",
            check.default_loudness().map_or("off", |_| severity(check.code))
        );
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
    for (name, own) in of_the_program::own_examples() {
        let code = codes::all().into_iter().find(|(_, code)| code.name == *name).expect("a code").1;
        assert!(own.iter().all(|(arg, _)| code.has_arg(arg)), "{name}");
    }
    for (_, code) in codes::all() {
        assert!(
            examples(code).iter().all(|(arg, value)| arg != value),
            "`{}` has an argument without an example",
            code.name
        );
    }
}
