//! Nothing is left out in silence, and nothing is told twice: what spreadsheets leave behind is read over, and whatever
//! is passed over is named once, with what it should be called.

use fremdrift::{diag::Severity, value::Date};

use crate::support::{Outcome, Site, build_tree, expect::said};

const TABLE: &str = "content/plans/a/updates/2020-06-30/drift.csv";
const DECLARED: &str =
    "title = \"Drift\"\nunit = \"mio. kr.\"\n[columns]\nrevised = { title = \"Korrigeret budget\" }\n";

fn site() -> Site {
    Site::small()
        .append("site.toml", "[checks]\nmissing-status = \"off\"\nstated-differs = \"off\"\n")
        .with("content/plans/a/tables/drift.toml", DECLARED)
        .with(TABLE, "row;label;revised\na;Skoler;1,5\n")
}

/// Returns what is found, as code and path.
fn found(site: &Site) -> Vec<(&'static str, String)> {
    let findings = site.check().findings;
    findings.into_iter().map(|finding| (finding.code, finding.path.to_string())).collect()
}

#[test]
fn what_spreadsheets_leave_behind_is_read_over() {
    assert_eq!(found(&site()), []);
    let sound = site().build();
    let page = sound.page(sound.path("a/index.html")).to_owned();
    assert!(page.contains("Skoler") && page.contains("1,5"));
    for text in [
        "sep=;\nrow;label;revised\na;Skoler;1,5\n",
        "\"sep=;\"\r\nrow;label;revised\r\na;Skoler;1,5\r\n",
        "row;label;revised;;;\na;Skoler;1,5;;;\n;;;;;\n",
        "row;label;revised\na;Skoler;1,5;;\n\n;;\n",
        "row;;label;revised\na;;Skoler;1,5\n",
        "\u{feff}sep=;\nrow;label;revised;\na;Skoler;1,5;\n;;;\n;;;\n",
    ] {
        let built = site().with(TABLE, text).build();
        assert_eq!(built.codes(), Vec::<&str>::new(), "{text:?}");
        assert_eq!(built.page(built.path("a/index.html")), page, "{text:?}");
    }
}

#[test]
fn a_table_is_told_of_what_it_lacks_once() {
    let codes = |text: &str| site().with(TABLE, text).codes();
    assert_eq!(codes("Budget 2020;;\n;;\nrow;label;revised\na;Skoler;1,5\n"), ["csv-title-lines"]);
    assert_eq!(codes("row;label;revised;\na;Skoler;1,5;7\n"), ["column-without-name"]);
    assert_eq!(codes("row;label;revised\na;Skoler;1,5;7\n"), ["csv-ragged"], "a cell past the head is told");
    // However many cells: how they are written stands in one place.
    assert_eq!(codes("row;label;revised\na;Skoler;151,667\nb;Bad;12,000\nc;Bo;1,250\n"), ["csv-undeclared"]);
    // Another cell proves what the sign parts, and so does the declaration.
    assert_eq!(codes("row;label;revised\na;Skoler;151,667\nb;Bad;6.002.500\n"), Vec::<&str>::new());
    assert_eq!(codes("row;label;revised\na;Skoler;151,667\nb;Bad;12,5\n"), Vec::<&str>::new());
    let declared = [DECLARED, "[csv]\ndecimal = \",\"\n"].concat();
    let proved =
        site().with("content/plans/a/tables/drift.toml", declared).with(TABLE, "row;label;revised\na;A;1,250\n");
    assert_eq!(proved.codes(), Vec::<&str>::new());
    // What only says which sign parts the cells says nothing of decimals.
    let part = [DECLARED, "[csv]\ndelimiter = \"\\t\"\n"].concat();
    let part = site().with("content/plans/a/tables/drift.toml", part).with(TABLE, "row\tlabel\trevised\na\tA\t1,250\n");
    assert_eq!(part.codes(), ["csv-undeclared"]);
}

#[test]
fn blanks_part_thousands_where_it_is_declared() {
    let declared = [DECLARED.replace("mio. kr.", "kr.").as_str(), "[csv]\nthousands = \" \"\n"].concat();
    for (cell, shown) in
        [("-2 412 250", "2.412.250"), (" 1\u{a0}616\u{202f}500,50 ", "1.616.500,50"), ("27\u{2009}700", "27.700")]
    {
        let site = site()
            .with("content/plans/a/tables/drift.toml", declared.as_str())
            .with(TABLE, format!("row;label;revised\na;Skoler;{cell}\n"));
        let built = site.build();
        assert_eq!(built.codes(), Vec::<&str>::new(), "{cell}");
        assert!(built.page(built.path("a/index.html")).contains(shown), "{cell}");
    }
}

#[test]
fn a_name_that_is_not_read_is_told_once_with_the_right_one() {
    let measure = "+++\nnumber = \"2\"\ntitle = \"Vikarer\"\n+++\n";
    for (paths, right) in [
        (
            &["content/plans/a/measure/02.md", "content/plans/a/measure/03.md"][..],
            "over i measures, som er der allerede",
        ),
        (&["content/plans/a/rapporter/2020-06-30/index.md"], "over i updates, som er der allerede"),
        (&["content/plans/a/tabel/drift.toml"], "over i tables, som er der allerede"),
        (&["content/plans/a/measures/02-vikar.md.txt"], "kald den 02-vikar.md"),
        (&["content/plans/a/measures/02.MD"], "kald den 02.md"),
        (
            &["content/planer/b/plan.md", "content/planer/b/measures/01.md", "content/planer/b/noter.md"],
            "over i plans, som er der allerede",
        ),
        (&["content/plans/a/updates/2020-06-30/drift.CSV"], "drift.csv er der allerede"),
        (&["content/Committees.toml"], "committees.toml er der allerede"),
        (&["content/plans/a/measures/veje/02.md"], "kald den measures/02.md"),
        (&["content/plans/a/updates/2020-06-30/veje/02.md"], "kald den updates/2020-06-30/02.md"),
    ] {
        let site = paths.iter().fold(site(), |site, path| site.with(path, measure));
        let findings = site.check().findings;
        let [finding] = findings.as_slice() else { panic!("{paths:?}: {findings:#?}") };
        assert_eq!((finding.code, finding.severity), ("misnamed", Severity::Error), "{paths:?}");
        assert!(said(finding).contains(right), "{paths:?}: {finding:#?}");
    }
    // One that has the right name, in a place where none is read, cannot be called otherwise.
    assert_eq!(site().with("content/plans/om.md", "Tekst.\n").codes(), ["stray-file"]);
    // Nothing is said of what only the wrong name keeps out.
    let site =
        site().without(TABLE).with("content/plans/a/updates/2020-06-30/drift.CSV", "row;label;revised\na;A;1,5\n");
    assert_eq!(site.codes(), ["misnamed"]);
    let folder = Site::small().with("content/plans/a/updates/30-06-2020/01.md", "Tekst.\n").check().findings;
    let told: Vec<_> = folder.iter().filter(|finding| finding.code == "bad-update-folder").collect();
    assert!(told.len() == 1 && said(told[0]).contains("kald den 2020-06-30"), "{folder:#?}");
}

#[test]
fn a_table_without_figures_is_told_and_the_workbook_beside_it() {
    let bare = site().without(TABLE);
    assert_eq!(found(&bare), [("table-without-figures", "content/plans/a/tables/drift.toml".to_owned())]);
    let workbook = "content/plans/a/updates/2020-06-30/drift.xlsx";
    let findings = bare.with(workbook, "PK").check().findings;
    assert_eq!(findings.len(), 1);
    assert!(said(&findings[0]).contains(workbook) && said(&findings[0]).contains("drift.csv"), "{findings:#?}");
    // A head alone shows no more than no file; rows that are in the report show themselves.
    assert_eq!(site().with(TABLE, "row;label;revised\n").codes(), ["table-without-figures"]);
    assert_eq!(site().with(TABLE, "").codes(), ["table-without-figures"]);
    // Figures that are damaged, or that a mark hides, are not said to be none.
    assert_eq!(site().with(TABLE, "row;label;revised\n\"a;A;1\n").codes(), ["csv-syntax"]);
    let embargo = "+++\nembargo = 2030-01-01\n+++\n";
    assert_eq!(site().with("content/plans/a/updates/2020-06-30/index.md", embargo).codes(), Vec::<&str>::new());
}

/// Builds as of the date of the site itself.
fn codes_today(site: &Site) -> Vec<&'static str> {
    built_today(site).codes()
}

fn built_today(site: &Site) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    site.write_to(folder.path());
    let tree = fremdrift::tree::DiskTree::open(folder.path()).expect("a site");
    build_tree(&tree, None::<Date>, fremdrift::content::Audience::Public)
}

#[test]
fn a_column_that_no_file_has_is_told() {
    let table = "content/plans/a/tables/drift.toml";
    let more = |line: &str| site().append(table, line);
    let told = [("column-without-figures", table.to_owned())];
    assert_eq!(found(&more("forecast = { title = \"Forventet\" }\n")), told);
    // One that is read as the id of its row is not there a second time.
    let account = more("konto = { title = \"Konto\", text = true }\n[csv.heads]\nrow = \"Konto\"\n")
        .with(TABLE, "Konto;label;revised\na;Skoler;1,5\n");
    assert_eq!(found(&account), told);
    // Figures of a year lie beside the declaration.
    let of_year = more("forecast = { title = \"Forventet\" }\n")
        .without(TABLE)
        .with("content/plans/a/tables/drift.csv", "row;label;revised\na;Skoler;1,5\n");
    assert_eq!(found(&of_year), told);
    let rows = site().without(TABLE).with("content/plans/a/tables/drift.csv", "row;label\na;Skoler\n");
    assert!(!found(&rows).contains(&told[0]), "rows alone have no figures yet");
    // What is computed needs no figures, and what another report has is there.
    assert_eq!(found(&more("double = { title = \"To gange\", formula = \"revised + revised\" }\n")), []);
    let other = more("forecast = { title = \"Forventet\" }\n")
        .with("content/plans/a/updates/2020-03-31/drift.csv", "row;label;forecast\na;Skoler;1,0\n");
    assert_eq!(found(&other), []);
}

/// A budget that is adopted once stands in the plan's own file; what a report's file does not have is shown from there.
#[test]
fn what_the_plans_own_file_says_stays_where_a_report_has_no_such_column() {
    let declared = "title = \"Drift\"\nunit = \"mio. kr.\"\n[columns]\nadopted = {}\nactual = {}\nrest = { title = \"Rest\", formula = \"adopted - actual\" }\nbem = { title = \"Bemærkning\", text = true }\n";
    let own = "row;label;kind;formula;adopted;bem\na;Skoler;;;412,7;Fire er lukket\nb;Dagtilbud;;;20,5;\ni;I alt;total;a:b;;\n";
    let site = || {
        Site::small()
            .append("site.toml", "[checks]\nmissing-status = \"off\"\n")
            .with("content/plans/a/tables/drift.toml", declared)
            .with("content/plans/a/tables/drift.csv", own)
    };
    for report in [
        "row;actual\na;400,1\nb;21,0\n",
        "row;label;kind;formula;actual\na;Skoler;;;400,1\nb;Dagtilbud;;;21,0\ni;I alt;total;a:b;\n",
    ] {
        let built = site().with(TABLE, report).build();
        assert_eq!(built.codes(), Vec::<&str>::new(), "{report}");
        let page = built.page(built.path("a/index.html"));
        for text in ["412,7", "433,2", "Fire er lukket", "400,1", "421,1", "12,6"] {
            assert!(page.contains(text), "{report}: {text}");
        }
    }
    // What the report's file has is the report's, empty or not.
    let built = site().with(TABLE, "row;adopted;actual\na;413,9;400,1\nb;;21,0\n").build();
    let page = built.page(built.path("a/index.html"));
    assert!(page.contains("413,9") && !page.contains("412,7") && !page.contains("20,5"));
}

#[test]
fn figures_and_words_of_headings_and_notes_are_told() {
    let columns = format!("{DECLARED}bem = {{ title = \"Bemærkning\", text = true }}\n");
    let site = |rows: &str| {
        let text = format!("row;label;kind;revised;bem\n{rows}a;Skoler;;1,5;Se bilag\n");
        site().with("content/plans/a/tables/drift.toml", &columns).with(TABLE, text).build()
    };
    for (rows, is_told) in [
        ("skole;Skoler;heading;412,7;Heraf 3 lukkes\n", true),
        ("skole;Skoler;heading;412,7;\n", true),
        ("skole;Skoler;heading;-;\n", true),
        ("n;Note om elevtal;note;77,3;Se bilag 4\n", true),
        ("n;Note om elevtal;note;;Se bilag 4\n", true),
        ("skole;Skoler;heading;;\nn;Note;note;;\n", false),
    ] {
        let found = site(rows).built.findings;
        let told: Vec<_> = found.iter().filter(|finding| finding.code == "cells-not-shown").collect();
        assert_eq!(told.len(), usize::from(is_told), "{rows}: {found:#?}");
        for finding in told {
            assert!(
                finding.path.as_str() == TABLE && finding.line == 2 && said(finding).contains("kind: total"),
                "{finding:#?}"
            );
        }
    }
}

#[test]
fn a_report_in_another_encoding_that_has_not_come_is_told_and_no_empty_plan() {
    let plan = "content/plans/b/plan.md";
    let latin = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect::<Vec<u8>>();
    let site = site()
        .edit("site.toml", "language = \"da\"", "language = \"da\"\nas_of = 2020-07-15")
        .with(plan, "+++\ntitle = \"B\"\nkind = \"budget\"\nyear = 2020\n+++\nTekst.\n")
        .with(
            "content/plans/b/tables/t.toml",
            "title = \"T\"\n[csv]\nencoding = \"windows-1252\"\n[columns]\nrevised = { title = \"B\" }\n",
        )
        .with("content/plans/b/updates/2020/t.csv", latin("row;label;revised\na;Gr\u{f8}nne stier;1,5\n"));
    assert_eq!(codes_today(&site), ["report-to-come"]);
    let marked = latin("row;label;visibility\na;Gr\u{f8}nne stier;closed\n");
    assert!(!codes_today(&site.with("content/plans/b/updates/2020/t.csv", marked)).contains(&"report-to-come"));
}

#[test]
fn a_report_that_has_not_come_is_told_unless_a_mark_hides_it() {
    let late = site().with("content/plans/a/updates/2020-09-30/01.md", "+++\nlevel = \"Alt OK\"\n+++\nTekst.\n");
    let site = late.edit("site.toml", "language = \"da\"", "language = \"da\"\nas_of = 2020-07-15");
    assert_eq!(codes_today(&site), ["report-to-come"]);
    assert_eq!(codes_today(&site.clone().edit("site.toml", "2020-07-15", "2020-10-15")), Vec::<&str>::new());
    // Who asks for a date knows what he asked for.
    assert_eq!(site.clone().as_of("2020-07-15").codes(), Vec::<&str>::new());
    for mark in ["embargo = 2030-01-01", "visibility = \"closed\"", "visibilty = \"closed\""] {
        let hidden = site.clone().with("content/plans/a/updates/2020-09-30/index.md", format!("+++\n{mark}\n+++\n"));
        assert!(!codes_today(&hidden).contains(&"report-to-come"), "{mark}");
    }
    let closed = site.edit("content/plans/a/plan.md", "kind =", "visibility = \"closed\"\nkind =");
    assert!(!codes_today(&closed).contains(&"report-to-come"));
}

#[test]
fn a_reading_or_a_level_that_has_not_come_is_told_once_of_each_series() {
    let indicators = "[a]\ntitle = \"Salt\"\nunit = \"ton\"\nreadings = { 2019 = 5, \"2021\" = 7, 2022 = 8 }\n\
                      [a.series]\nbyen = \"Byen\"\nland = { title = \"Landet\", readings = { \"2020-08\" = 3, 2020 = 9 } }\n";
    let dated = site().edit("site.toml", "language = \"da\"", "language = \"da\"\nas_of = 2020-07-15");
    let site = dated
        .with("content/plans/a/indicators.toml", indicators)
        .with("content/plans/a/indicators/a.csv", "period;byen\n2018;3\n2020-09;4\n2020-10;5\n2020-11;6\n")
        .with(
            "content/plans/a/updates/2020-06-30/01.md",
            "+++\nlevel = \"ok\"\noverruled = { level = \"watch\", committee = \"USB\", date = 2052-06-30 }\n+++\nTekst.\n",
        );
    let site = site
        .with("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"Port\"\ndue = \"2020-09\"\n[decisions.1]\ntitle = \"Køb\"\ncommittee = \"USB\"\ndecided = 2020-09-01\n")
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[milestones.1]\ndone = 2020-08-01\n[readings]\na = { value = 4, date = \"2020-10\" }\n+++\n");
    let found = built_today(&site).built.findings.into_iter().filter(|found| found.code == "value-to-come");
    let told = found.map(|found| format!("{}:{} {}", found.path.file_name(), found.line, found.message));
    let then = "webstedet viser, hvordan det stod 15. juli 2020";
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            format!("indicators.toml:4 2 målinger er ikke med, den første for 2021: {then}"),
            format!("indicators.toml:7 målingen for august 2020 er ikke med: {then}"),
            format!("a.csv:3 3 målinger er ikke med, den første for september 2020: {then}"),
            format!(
                "milestones.toml:7 beslutningen er dateret 1. september 2020 og vises som en, der ikke er truffet: {then}"
            ),
            format!("01.md:3 udvalgets status fra 30. juni 2052 vises ikke endnu: {then}"),
            format!("index.md:3 milepælen er meldt nået 1. august 2020 og vises som en, der ikke er nået: {then}"),
            format!("index.md:5 målingen er dateret oktober 2020 og er ikke med: {then}"),
        ]
    );
    assert!(!site.clone().as_of("2020-07-15").codes().contains(&"value-to-come"));
}

/// Tests are run on 1 July 2020.
#[test]
fn a_date_of_the_site_that_lies_ahead_ends_no_embargo() {
    let site = site()
        .edit("site.toml", "language = \"da\"", "language = \"da\"\nas_of = 2020-12-31")
        .with("content/plans/a/measures/02.md", "+++\ntitle = \"Hemmelig\"\nembargo = 2020-09-01\n+++\nOrd.\n");
    assert_eq!(built_today(&site).traces("hemmelig"), Vec::<String>::new());
    assert!(!site.clone().as_of("2020-12-31").build().traces("hemmelig").is_empty(), "who asks for it gets it");
    let over = site.edit("content/plans/a/measures/02.md", "2020-09-01", "2020-07-01");
    assert!(!built_today(&over).traces("hemmelig").is_empty());
}

#[test]
fn a_site_without_plans_is_an_error() {
    let files = Site::small().files();
    let plans = files.keys().filter(|path| path.starts_with("content/plans/"));
    let empty = plans.fold(Site::small(), |site, path| site.without(path));
    let built = empty.build();
    assert_eq!(built.codes(), ["empty-site"]);
    assert!(!built.built.is_publishable());
}

#[test]
fn a_link_to_a_file_that_is_not_published_says_so() {
    let site = site()
        .with("content/filer/regneark.xlsm", "PK")
        .with("content/filer/tal.csv", "a;b\n")
        .with("content/filer/Bilag 1.pdf", "%PDF")
        .with("content/side.md", "[a](filer/regneark.xlsm) [b](filer/tal.csv) [c](<filer/Bilag 1.pdf>)\n");
    let built = site.build();
    assert_eq!(built.codes(), ["stray-file", "unpublished-link"]);
    assert!(
        said(&built.built.findings[1]).contains("pdf, xlsx, docx, pptx, ods, odt, odp, csv, txt"),
        "{:#?}",
        built.built.findings
    );
    let outside =
        site.with("content/side.md", "[a](<https://example.org/Delte dokumenter/Budget 2025.xlsx>)\n").build();
    let page = outside.page(outside.path("side.html"));
    assert!(page.contains("https://example.org/Delte%20dokumenter/Budget%202025.xlsx"), "{page}");
}

#[test]
fn what_follows_from_a_damaged_file_is_not_said() {
    let status = "+++\nlevel = \"Alt OK\"\n[readings]\nfamilier = 3\n+++\nTekst.\n";
    for (path, text) in [
        (
            "site.toml",
            "title = \"Status\"\norganisation = \"By\"\n[scales.status]\nlevels = [\n { id = \"ok\" word = \"Alt OK\" },\n]\n",
        ),
        ("content/plans/a/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"B\u{fffd}\n+++\n"),
        ("content/plans/a/indicators.toml", "[familier\ntitle = \"Familier\"\n"),
        ("content/committees.toml", "[USB\nname = \"Socialudvalget\"\n"),
    ] {
        let sound =
            Site::small().with("content/plans/a/indicators.toml", "[familier]\ntitle = \"Biler\"\nunit = \"biler\"\n");
        let site = sound.with("content/plans/a/updates/2020-06-30/01.md", status).with(path, text);
        assert_eq!(found(&site), [("toml-syntax", path.to_owned())], "{path}");
    }
    // A measure whose letters cannot be read is there all the same.
    let latin = b"+++\nnumber = \"1\"\ntitle = \"B\xf8rn\"\n+++\n";
    let site = Site::small().with("content/plans/a/measures/01.md", latin);
    assert_eq!(site.codes(), ["not-utf8"]);
}

#[test]
fn a_folder_that_was_meant_to_be_the_content_is_told_with_its_name() {
    for name in ["Content", "contents", "Indhold", "innehåll"] {
        let folder = crate::support::git::folder();
        Site::small().write_to(folder.path());
        std::fs::rename(folder.path().join("content"), folder.path().join(name)).expect("another name");
        std::fs::create_dir(folder.path().join("notater")).expect("a folder of the office");
        let built = crate::support::build_folder(folder.path(), "2020-07-15");
        assert_eq!(built.codes(), ["misnamed"], "{name}: {:#?}", built.built.findings);
        let finding = &built.built.findings[0];
        assert_eq!(finding.help.as_deref(), Some("kald den content"), "{finding:#?}");
        // Beside the right one it is told as well.
        Site::small().write_to(folder.path());
        assert_eq!(crate::support::build_folder(folder.path(), "2020-07-15").codes(), ["misnamed"], "{name}");
    }
}

#[test]
fn a_document_that_no_page_links_to_is_told_once() {
    let page = |words: &str| format!("+++\ntitle = \"Side\"\n+++\n{words}\n");
    let site = |words: &str| {
        Site::small()
            .with("content/om/side.md", page(words))
            .with("content/om/bilag.pdf", "%PDF-1.4\n")
            .with("content/attachments/tal.xlsx", "PK")
            .with("content/attachments/logo.png", "x")
            .append("site.toml", "logo = \"attachments/logo.png\"\n")
    };
    let top = |site: Site| {
        site.edit("site.toml", "logo = \"attachments/logo.png\"\n", "").edit(
            "site.toml",
            "title = ",
            "logo = \"attachments/logo.png\"\ntitle = ",
        )
    };
    let told = |words: &str| -> Vec<String> {
        let built = top(site(words)).check();
        let of_it = built.findings.iter().filter(|finding| finding.code == "unlinked-file");
        of_it.map(|finding| finding.path.as_str().to_owned()).collect()
    };
    assert_eq!(told("Ord."), ["content/attachments/tal.xlsx", "content/om/bilag.pdf"]);
    assert_eq!(told("[Bilag](bilag.pdf) og [tal](../attachments/tal.xlsx)"), Vec::<String>::new());
    // Where a page is hidden, nobody knows what it links to.
    let hidden = top(site("Ord."))
        .with("content/om/lukket.md", "+++\ntitle = \"X\"\nvisibility = \"closed\"\n+++\n[x](bilag.pdf)\n");
    assert!(!hidden.codes().contains(&"unlinked-file"));
}

#[test]
fn an_edition_to_come_is_told_once() {
    let edition = "[[editions]]\nid = \"2020-12\"\ntitle = \"Ultimo\"\nas_of = 2020-12-31\n";
    let site = Site::small().append("site.toml", edition);
    let told = |as_of: Option<&str>| {
        let mut input = site.input();
        input.as_of = as_of.map(crate::support::day);
        let built = fremdrift::pipeline::check(&input, &fremdrift::pipeline::NoProgress).expect("a check");
        let found = built.findings.into_iter().filter(|finding| finding.code == "edition-to-come");
        found.map(|finding| (finding.line, finding.message)).collect::<Vec<_>>()
    };
    let [(line, message)] = &told(None)[..] else { panic!("once: {:?}", told(None)) };
    assert!(*line > 0 && message.contains("31. december 2020") && message.contains("1. juli 2020"), "{message}");
    // Who asks for a date knows what he asked for.
    assert_eq!(told(Some("2020-07-01")), []);
    assert_eq!(told(Some("2020-12-31")), []);
}

#[cfg(target_os = "linux")]
#[test]
fn two_files_of_one_name_are_refused() {
    let (composed, parted) = ("content/b\u{e5}l.md", "content/ba\u{30a}l.md");
    let folder = crate::support::git::folder();
    Site::small().write_to(folder.path());
    let write = |name: &str| std::fs::write(folder.path().join(name), "+++\ntitle = \"En\"\n+++\nx\n").expect("a file");
    write(parted);
    assert_eq!(crate::support::build_folder(folder.path(), "2020-07-15").codes(), Vec::<&str>::new());
    write(composed);
    let outcome = crate::support::build_folder(folder.path(), "2020-07-15");
    assert_eq!(outcome.codes(), ["name-twice"]);
    assert!(!outcome.built.is_publishable(), "nothing is lost");
}
