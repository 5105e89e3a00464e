//! No cure opens what its author meant to keep back, whatever it was called: each is written into its file, and what was to
//! be hidden is hidden.

use fremdrift::{
    content::Audience,
    diag::{Finding, Severity},
    locale::{LOCALES, Language},
};

use crate::{cures::cured, support::Site};

const WORD: &str = "Kvægtorvet";
const PAGE: &str = "content/side.md";

/// A page with some fields, and a word that was to be hidden.
fn page(fields: &str) -> Site {
    Site::small().with(PAGE, format!("+++\ntitle = \"En side\"\n{fields}\n+++\n{WORD} lukkes.\n"))
}

fn is_published(site: &Site) -> bool {
    let is_shown = |bytes: &[u8]| String::from_utf8_lossy(bytes).contains(WORD);
    site.check().is_publishable() && site.build().files.values().any(|bytes| is_shown(bytes))
}

/// Returns what is found by those who write: they are told of what nobody else sees.
fn found(site: &Site) -> Vec<Finding> {
    site.clone().audience(Audience::Draft).as_of("2030-01-01").check().findings
}

#[test]
fn what_was_meant_to_hide_is_not_published_by_its_cure() {
    let mut cures = 0;
    for fields in [
        "status = \"draft\"",
        "state = \"draft\"",
        "status = \"Udkast\"",
        "tilstand = \"kladde\"",
        "status = \"utkast\"",
        "status = \"fortroligt\"",
        "type = \"Internt\"",
        "tags = [\"udkast\"]",
        "synlig = false",
        "visible = false",
        "vises = false",
        "show = false",
        "visas = false",
        "published = false",
        "public = false",
        "offentlig = false",
        "draft = true",
        "udkast = true",
        "hidden = true",
        "skjult = true",
        "lukket = true",
        "intern = true",
        "dold = true",
        "publish_date = 2029-08-10",
        "embargo_until = \"10-08-2029\"",
        "udgives = \"10. august 2029\"",
        "synlighed = \"intern\"",
        "visibilty = \"closed\"",
        "visibility = \"hidden\"",
        "visibility = \"hemmelig\"",
        "visibility = \"unpublic\"",
        "visibility = \"not public\"",
        "visibility = \"none\"",
        "visibility = none",
        "visibility = null",
        "visibility = ?",
        "embargo = -",
        "embargo = ingen",
        "ikke offentlig = true",
        "hide = true\nvisibility = \"public\"",
        "visibility = \"closed\"\nvisibility = \"public\"",
        "adgang = \"kun ledelsen\"",
        "klassifikation = \"fortrolig\"",
    ] {
        let site = page(fields);
        assert!(!is_published(&site), "{fields}");
        let as_found = [site.check().findings, found(&site)].concat();
        assert!(as_found.iter().any(|finding| finding.severity == Severity::Error), "{fields}");
        for finding in &as_found {
            let help = finding.help.clone().unwrap_or_default();
            assert!(!help.starts_with("fjern linjen"), "{fields}: {finding:#?}");
            for cure in &finding.cures {
                let after = cured(&site, finding, cure);
                assert!(!is_published(&after), "{fields}: {cure:?}");
                cures += 1;
            }
        }
    }
    assert!(cures > 50, "{cures} cures");
}

#[test]
fn a_field_that_meant_to_hide_is_told_as_the_one_that_does() {
    for (fields, text) in [
        ("status = \"draft\"", "visibility = \"draft\""),
        ("synlig = false", "visibility = \"closed\""),
        ("intern = true", "visibility = \"internal\""),
        ("publish_date = 2029-08-10", "embargo = 2029-08-10"),
        ("embargo_until = \"10-08-2029\"", "embargo = 2029-08-10"),
    ] {
        // Everybody is told: the line says nothing but that something is hidden.
        let found = page(fields).check().findings;
        let cures: Vec<_> = found.iter().flat_map(|finding| &finding.cures).map(|cure| cure.text.as_str()).collect();
        assert_eq!(cures, [text], "{fields}");
        let site = cured(&page(fields), &found[0], &found[0].cures[0]);
        assert!(site.check().is_publishable(), "{fields}");
        let after = site.audience(Audience::Draft).as_of("2030-01-01");
        assert!(is_published(&after), "{fields}: those who may see it do");
    }
    // What its author says is for all is left to him.
    for fields in ["synlig = true", "hidden = false"] {
        let found = found(&page(fields));
        assert!(found.iter().all(|finding| finding.cures.is_empty()), "{fields}");
    }
}

#[test]
fn a_word_that_hides_is_no_level_and_no_choice() {
    for (fields, key) in [("level = \"Udkast\"", "unknown-level"), ("lifecycle = \"draft\"", "not-a-choice")] {
        let path = "content/plans/a/updates/2020-06-30/01.md";
        let site = Site::small().with(path, format!("+++\n{fields}\n+++\n{WORD}.\n"));
        for language in LOCALES {
            let site = site.clone().audience(Audience::Draft).messages(language);
            let found = site.check().findings;
            let finding = found.iter().find(|finding| finding.code == key).expect(key);
            assert!(
                finding.cures.is_empty()
                    && finding.help.as_ref().is_some_and(|help| help.contains("visibility = \"closed\"")),
                "{finding:#?}"
            );
        }
        assert!(!is_published(&site), "{fields}");
    }
    // In a row of a table nothing hides it.
    let site = Site::small()
        .with("content/plans/a/tables/drift.toml", "title = \"Drift\"\nunit = \"mio. kr.\"\n[columns]\nadopted = {}\n")
        .with("content/plans/a/tables/drift.csv", "row;label;kind;adopted\na;Skoler;;1\nb;Kvægtorvet;skjult;2\n");
    let found = site.messages(Language::English).check().findings;
    let finding = found.iter().find(|finding| finding.code == "not-a-choice").expect("a kind");
    assert!(finding.help.as_ref().is_some_and(|help| help.starts_with("a row cannot be hidden")), "{finding:#?}");
}

#[test]
fn what_is_put_aside_is_not_renamed_into_the_site() {
    for (path, code) in [
        ("content/plans/a/updates/2020-06-30-udkast/01.md", "bad-update-folder"),
        ("content/plans/a/updates/_2020-06-30/01.md", "bad-update-folder"),
        ("content/plans/a/updates/2020-06-30 (lukket)/01.md", "bad-update-folder"),
        ("content/plans/a/measures/02.md.bak", "misnamed"),
        ("content/plans/a/measures/02-udkast.md.txt", "misnamed"),
    ] {
        let site = Site::small().with(path, "+++\nlevel = \"Kritisk\"\n+++\nx\n").messages(Language::English);
        let found = site.check().findings;
        let finding = found.iter().find(|finding| finding.code == code).expect(path);
        let help = finding.help.clone().unwrap_or_default();
        assert!(help.contains("visibility = \"draft\""), "{path}: {help}");
    }
}

#[test]
fn a_tag_that_hides_is_not_dropped_from_what_it_hides() {
    for (text, is_refused) in [
        ("<details hidden>Kvægtorvet</details>", true),
        ("<template>Kvægtorvet</template>", true),
        ("<dialog>Kvægtorvet</dialog>", true),
        ("<p style=\"visibility: collapse\">Kvægtorvet</p>", true),
        ("Ord <span style=\"display: none\">Kvægtorvet</span> ord", true),
        ("<div>\n<p style='visibility:hidden'>Kvægtorvet</p>\n</div>", true),
        ("Ord <b><i hidden=\"\">Kvægtorvet</i></b>", true),
        ("Ord <b>om hidden fees</b>", false),
        ("Ord <!-- Kvægtorvet --> ord", false),
    ] {
        let site = Site::small().with(PAGE, format!("+++\ntitle = \"En side\"\n+++\n{text}\n"));
        let site = site.messages(Language::English);
        let built = site.check();
        assert_eq!(!built.is_publishable(), is_refused, "{text}: {:#?}", built.findings);
        assert!(!is_published(&site), "{text}");
        let help = built.findings.iter().find_map(|finding| finding.help.clone()).unwrap_or_default();
        assert!(is_refused || !help.contains("Markdown") || text.contains("fees"), "{text}: {help}");
    }
}

/// What a report says that its author meant to hide.
const STATUS: (&str, &str) = (
    "content/plans/a/updates/2020-09-30/01.md",
    "+++\nlevel = \"Alt OK\"\nachieved = \"0,91\"\n+++\nKvægtorvet lukkes.\n",
);

/// Returns the files about which a site is refused because their mark hides nothing, with what is said of each.
fn missed(site: &Site) -> Vec<(String, String)> {
    let built = site.clone().as_of("2020-12-31").build().built;
    let of_marks = built.findings.iter().filter(|found| found.code == "mark-misses");
    let missed: Vec<_> = of_marks.map(|found| (found.path.to_string(), found.message.clone())).collect();
    assert!(missed.is_empty() || !built.is_publishable());
    missed
}

#[test]
fn a_mark_that_misses_the_report_it_was_meant_for_is_refused() {
    let marks =
        ["visibility = \"draft\"", "visibility = \"closed\"", "visibility = \"internal\"", "embargo = 2030-01-01"];
    let names =
        ["rapport", "indeks", "README", "plan", "status", "00-index", "a", "plan-a", "inddeks", "report", "alt"];
    for name in names {
        for mark in marks {
            let file = format!("content/plans/a/updates/2020-09-30/{name}.md");
            let site = Site::small().with(STATUS.0, STATUS.1).with(&file, format!("+++\n{mark}\n+++\n"));
            let missed = missed(&site);
            assert_eq!(missed.iter().map(|(file, _)| file.as_str()).collect::<Vec<_>>(), [&file], "{mark}");
            assert!(missed[0].1.contains(&format!("`{name}`")), "{missed:?}");
            // Under its right name it hides what it was meant to.
            let right = Site::small().with(STATUS.0, STATUS.1).as_of("2020-12-31");
            let right = right.with("content/plans/a/updates/2020-09-30/index.md", format!("+++\n{mark}\n+++\n"));
            assert!(right.check().is_publishable() && !is_published(&right), "{mark}");
        }
    }
}

#[test]
fn a_mark_that_misses_a_table_a_folder_or_a_file_that_is_read_is_refused() {
    let mark = "+++\ntitle = \"Alt\"\nvisibility = \"closed\"\n+++\n";
    let table = "title = \"T\"\n[columns]\nforecast = { title = \"Nu\" }\n";
    for (file, text) in [
        ("content/plans/a/updates/2020-06-30/t.md", "+++\nvisibility = \"closed\"\n+++\n"),
        ("content/plans/a/updates/2020-06-30/t.toml", "visibility = \"closed\"\n"),
        ("content/plans/a/updates/2020-06-30/index.toml", "visibility = \"draft\"\n"),
        ("content/plans/a/tables/t.md", "+++\nvisibility = \"closed\"\n+++\n"),
        ("content/plans/a/tables/index.md", mark),
        ("content/plans/a/measures/index.md", mark),
        ("content/plans/a/measures/indeks.md", mark),
        ("content/plans/index.md", mark),
        ("content/om/indeks.md", mark),
        ("content/om/00-index.md", mark),
    ] {
        let site = Site::small()
            .with("content/plans/a/tables/t.toml", table)
            .with("content/plans/a/tables/t.csv", "row;label;forecast\nx;X;5\n")
            .with("content/om/side.md", "Tekst.\n");
        assert_eq!(missed(&site.with(file, text)).iter().map(|(file, _)| file.as_str()).collect::<Vec<_>>(), [file]);
    }
    // The word of a mark is none, nor is what cannot be read as UTF-8.
    for (file, text) in [
        ("content/plans/README.md", "Embargo skrives i plan.md.\n".as_bytes()),
        ("content/plans/README.md", b"Skriv visibility i plan.md.\n"),
        ("content/plans/README.md", b"Embargo: se plan.md.\n"),
        ("content/plans/noter.md", b"M\xf8de om b\xf8rn.\n"),
        ("content/plans/noter.toml", b"# visibility\n"),
    ] {
        assert_eq!(missed(&Site::small().with(file, text)), [], "{file}");
    }
    for text in [
        "visibility = \"closed\"\n",
        "visibilty = \"closed\"\n",
        "---\nvisibility: closed\n---\n",
        "\u{feff}embargo = 2030-01-01\n",
    ] {
        assert_eq!(missed(&Site::small().with("content/plans/noter.md", text)).len(), 1, "{text}");
    }
    // What a mark does hide is missed by none: a status of a closed measure, one of a report that is hidden, a page.
    for (file, text) in [
        ("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"Alt OK\"\nvisibility = \"closed\"\n+++\n"),
        ("content/plans/a/updates/2020-09-30/rapport.md", "+++\nvisibility = \"draft\"\n+++\n"),
        ("content/plans/a/measures/03.md", mark),
        ("content/om/readme.md", mark),
        ("content/noter.md", mark),
    ] {
        let site = Site::small().with("content/om/side.md", "Tekst.\n");
        let site = site.with("content/plans/a/updates/2020-09-30/index.md", "+++\nvisibility = \"draft\"\n+++\n");
        assert_eq!(missed(&site.with(file, text)), [], "{file}");
    }
}

/// The front page hides pages and no plan. Whoever closes it may mean the whole site.
#[test]
fn a_front_page_that_is_hidden_beside_an_open_plan_is_refused() {
    for mark in ["visibility = \"closed\"", "visibility = \"draft\"", "embargo = 2030-01-01"] {
        let site = Site::small().with("content/index.md", format!("+++\n{mark}\n+++\nForside.\n"));
        assert_eq!(missed(&site).len(), 1, "{mark}");
        let closed = site.edit("content/plans/a/plan.md", "title =", &format!("{mark}\ntitle ="));
        assert_eq!(missed(&closed), [], "{mark}");
    }
}

#[test]
fn folders_alike_but_for_capitals_are_refused() {
    let closed = "+++\ntitle = \"Intern\"\nvisibility = \"closed\"\n+++\n";
    for (one, other) in [
        ("content/Intern/index.md", "content/intern/side.md"),
        ("content/intern/index.md", "content/INTERN/side.md"),
        ("content/Ærø/index.md", "content/ærø/side.md"),
        ("content/om/Intern/index.md", "content/om/intern/dybt/side.md"),
    ] {
        let site = Site::small().with(one, closed).with(other, "Kvægtorvet lukkes.\n");
        let outcome = site.build();
        assert_eq!(outcome.codes(), ["path-collision"], "{one} {other}: {:#?}", outcome.built.findings);
    }
    let apart = Site::small().with("content/intern/index.md", closed).with("content/interne/side.md", "Tekst.\n");
    assert_eq!(apart.build().codes(), [""; 0]);
}
