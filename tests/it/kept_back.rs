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
