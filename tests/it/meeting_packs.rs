//! A committee's meeting pack: what it says and in which order, who has one, and that it says nothing else.

use std::collections::BTreeSet;

use fremdrift::content::Audience;

use crate::support::{Site, past::Revisions};

const PACK: &str = "udvalg/usb/moedebilag.html";
pub const COMMITTEES: &str = "content/committees.toml";

/// A site with a committee that finds nothing in it, and one that finds a measure of another's plan.
pub fn site() -> Site {
    Site::small()
        .append(COMMITTEES, "[BUU]\nname = \"Børneudvalget\"\n[MAG]\nname = \"Magistraten\"\n")
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2\"\ntitle = \"Rammer\"\nrequired = \"3,00\"\ncommittee = \"BUU\"\n+++\n",
        )
        .with(
            "content/plans/a/updates/2020-06-30/02.md",
            "+++\nlevel = \"Kritisk\"\nachieved = \"0,50\"\n+++\nForsinket.\n",
        )
        .with("content/plans/a/measures/03.md", "+++\nnumber = \"3\"\ntitle = \"Botilbud\"\nrequired = \"4,00\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/03.md", "+++\nlevel = \"Opmærksomhed\"\n+++\nDet haster ikke.\n")
}

fn packs(files: impl Iterator<Item = String>) -> Vec<String> {
    files.filter(|path| path.contains("moedebilag")).collect()
}

#[test]
fn it_answers_first_and_then_has_all_that_is_the_committees() {
    let outcome = site().sound();
    let page = outcome.page(PACK).replace('\u{a0}', " ");
    let parts = [
        "<h1>Mødebilag til Socialudvalget",
        "class=\"lead\"",
        "Prøveby Kommune",
        "1. juli 2020",
        "id=\"attention\"",
        "Det haster ikke.",
        "id=\"money\"",
        "id=\"measures-table\"",
        "<svg class=\"chart wide",
    ];
    let main = page.split_once("<main").expect("its content").1;
    let places: Vec<_> =
        parts.iter().map(|part| main.find(part).unwrap_or_else(|| panic!("{part} in {main}"))).collect();
    assert!(places.is_sorted(), "{parts:?}: {places:?}");
    assert!(!main.contains("Rammer") && !main.contains("Forsinket"), "another committee's");
    let folds = main.matches("<details").count();
    assert_eq!(folds, main.matches("<svg class=\"chart wide").count(), "nothing is folded but the numbers of charts");
}

#[test]
fn who_finds_nothing_in_a_plan_has_none() {
    let outcome = site().sound();
    let found = packs(outcome.files.keys().map(ToString::to_string));
    assert_eq!(
        found,
        ["udvalg/buu/moedebilag.html", PACK],
        "pages alone: its tables are taken from the committee's page"
    );
    assert!(outcome.page("udvalg/usb.html").contains("href=\"usb/moedebilag.html\""));
    assert!(!outcome.page("udvalg/mag.html").contains("moedebilag"));
    assert!(!outcome.page(PACK).contains(".csv"), "nothing is offered that is not there");
}

#[test]
fn an_edition_has_one_for_the_committee_it_was_cut_for() {
    let edition = |lines: &str| {
        let cut = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\n";
        let site = site().append("site.toml", &format!("{cut}revision = \"udgave\"\n{lines}"));
        let outcome =
            site.as_of("2020-12-31").build_with(&Revisions::default().with("udgave", "2020-07-02", &self::site()));
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        outcome
    };
    let of = |lines: &str| {
        let found = packs(edition(lines).files.keys().map(ToString::to_string));
        found.into_iter().filter(|path| path.starts_with("editions/")).collect::<BTreeSet<_>>()
    };
    let page = |committee: &str| format!("editions/2020-06/udvalg/{committee}/moedebilag.html");
    assert_eq!(of(""), BTreeSet::from([page("buu"), page("usb")]));
    assert_eq!(of("committee = \"BUU\"\n"), BTreeSet::from([page("buu")]));
    let outcome = edition("committee = \"BUU\"\n");
    assert!(outcome.page(&page("buu")).contains("Status medio 2020"), "it says which edition it is");
    assert!(!outcome.page("editions/2020-06/udvalg/usb.html").contains("moedebilag"), "no link leads nowhere");
}

#[test]
fn what_is_hidden_is_not_in_it() {
    let measure = "content/plans/a/measures/03.md";
    let open = site();
    assert!(open.sound().page(PACK).contains("Botilbud"), "the control");
    for way in ["visibility = \"closed\"", "visibility = \"internal\"", "embargo = 2020-12-31"] {
        let hidden = open.clone().edit(measure, "number =", &format!("{way}\nnumber ="));
        let page = hidden.sound().page(PACK).to_owned();
        assert!(!page.contains("Botilbud") && !page.contains("Det haster ikke"), "{way}: {page}");
        let shown = hidden.audience(Audience::Closed).as_of("2021-01-01").sound();
        assert!(shown.page(PACK).contains("Botilbud"), "{way}");
    }
}

#[test]
fn no_page_of_an_author_takes_its_address() {
    let outcome = site().with("content/udvalg/usb/moedebilag.md", "+++\ntitle = \"Min side\"\n+++\nOrd.\n").build();
    assert!(outcome.page(PACK).contains("Mødebilag til Socialudvalget"));
    assert!(outcome.page("udvalg/usb/moedebilag-2.html").contains("Min side"));
}
