//! A committee's meeting pack: what it says and in which order, who has one, and that it says nothing else.

use std::collections::BTreeSet;

use fremdrift::content::Audience;

use crate::support::{Outcome, Site, past::Revisions};

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

/// Two editions, one of them open, and a decision that waits until a day between the meetings of both.
fn with_meetings() -> Site {
    let edition = |date: &str, meeting: &str| {
        let id = &date[..7];
        format!(
            "\n[[editions]]\nid = \"{id}\"\ntitle = \"Status {id}\"\nas_of = {date}\n\
             meeting = {{ committee = \"USB\", date = {meeting} }}\n"
        )
    };
    let decision = |id: &str| format!("title = \"Valg\"\ncommittee = \"{id}\"\ndue = 2020-08-20\n");
    site()
        .append("site.toml", &edition("2020-06-30", "2020-08-14"))
        .append("site.toml", &edition("2020-09-30", "2020-11-13"))
        .with(
            "content/plans/a/milestones.toml",
            format!("[decisions.1]\n{}[decisions.2]\n{}", decision("USB"), decision("BUU")),
        )
}

/// Returns the meeting that a pack says it is for.
fn meeting_of(outcome: &Outcome, pack: &str) -> Option<String> {
    let text = outcome.html(pack).text().replace('\u{a0}', " ");
    let after = text.split_once(" Møde ")?.1;
    after.split_once("2020").map(|(day, _)| format!("{day}2020"))
}

#[test]
fn it_is_for_the_meeting_of_its_edition_or_the_next() {
    let at = |date: &str| with_meetings().as_of(date).build_with(&Revisions::default());
    let outcome = at("2020-07-15");
    let (own, other) = ("editions/2020-06/udvalg/usb/moedebilag.html", "editions/2020-06/udvalg/buu/moedebilag.html");
    assert_eq!(meeting_of(&outcome, PACK).as_deref(), Some("14. august 2020"));
    assert_eq!(meeting_of(&outcome, own).as_deref(), Some("14. august 2020"));
    let without_git = with_meetings().as_of("2020-07-15").build();
    assert_eq!(meeting_of(&without_git, PACK).as_deref(), Some("14. august 2020"));
    for other in [other, "udvalg/buu/moedebilag.html"] {
        assert_eq!(meeting_of(&outcome, other), None, "{other}: another committee's");
    }
    let lead = |outcome: &Outcome| outcome.html("udvalg/usb.html").text().replace('\u{a0}', " ");
    assert!(lead(&outcome).contains("Næste møde er 14. august 2020."), "{}", lead(&outcome));
    // The meeting is over, and the edition of the next is not out: nothing is told of it.
    let outcome = at("2020-08-15");
    assert_eq!(meeting_of(&outcome, PACK), None);
    assert!(!lead(&outcome).contains("Næste møde"));
    // An edition's is for its own, however long ago.
    let outcome = at("2020-10-01");
    assert_eq!(meeting_of(&outcome, PACK).as_deref(), Some("13. november 2020"));
    assert_eq!(meeting_of(&outcome, own).as_deref(), Some("14. august 2020"));
}

#[test]
fn what_changed_since_a_meeting_is_told_when_it_has_been_to_whom_it_concerns() {
    let report = "content/plans/a/updates/2020-07-10/01.md";
    let site = with_meetings().with(report, "+++\nlevel = \"Kritisk\"\nachieved = \"1,25\"\n+++\nStået.\n");
    let at = |date: &str| site.clone().as_of(date).build_with(&Revisions::default());
    let said = |outcome: &Outcome, page: &str| outcome.html(page).text().replace('\u{a0}', " ");
    let (usb, buu) = (PACK, "udvalg/buu/moedebilag.html");
    // On the day of the meeting it is still the next one.
    for date in ["2020-07-15", "2020-08-14"] {
        let outcome = at(date);
        for page in ["index.html", "udvalg/usb.html", usb, buu] {
            let text = said(&outcome, page);
            assert!(text.contains("Siden sidst") && !text.contains("iden mødet"), "{page}: {text}");
            assert!(!text.contains("tallene pr. 30. juni 2020"), "{page}: {text}");
        }
        assert!(said(&outcome, "index.html").contains("Siden 30. juni 2020 har"));
    }
    let outcome = at("2020-08-15");
    for page in ["index.html", "udvalg/usb.html", usb] {
        let text = said(&outcome, page);
        assert!(text.contains("Siden mødet 14. august 2020"), "{page}: {text}");
        assert!(text.contains("Siden tallene pr. 30. juni 2020"), "{page}: {text}");
    }
    assert!(!said(&outcome, buu).contains("iden mødet"), "{}", said(&outcome, buu));
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
