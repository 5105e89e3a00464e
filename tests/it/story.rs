//! The story of one record over many revisions, as a terminal shows it.

use std::collections::BTreeMap;

use crate::support::{Site, day, git::Story};
use fremdrift::{
    compare::{NameIndex, StatementIndex, Unreadable, compare},
    content::{self, Dialect, ParseLog, Record},
    git::{Completeness, Repository},
    history::{CommitChanges, GitPast},
    locale::{Language, Locale},
    model,
    render::changes,
    value::RelPath,
    view::{Addresses, ViewContext},
    wording::{CommitEntry, VersionFacts, story},
};

fn records(site: &Site) -> Vec<Record> {
    let context = Dialect::for_language(Language::Danish);
    let files = site.files().into_iter().filter_map(|(path, bytes)| {
        let path = RelPath::new(path).expect("a path");
        content::parse(&bytes, &path, content::role_of(&path), &context, &mut ParseLog::default())
    });
    files.collect()
}

/// A site without a measure, then a measure, its first status, a correction of it, another file, and a second status.
fn versions() -> Vec<(&'static str, &'static str, Site)> {
    let bare =
        Site::small().without("content/plans/a/measures/01.md").without("content/plans/a/updates/2020-06-30/01.md");
    let (measure, status) = ("content/plans/a/measures/01.md", "content/plans/a/updates/2020-06-30/01.md");
    let of = |path: &str| String::from_utf8(Site::small().files().remove(path).expect("the file")).expect("text");
    let decided = bare.clone().with(measure, of(measure));
    let reported = decided.clone().with(status, of(status));
    let corrected = reported.clone().edit(status, "1,25", "1,20");
    let other = corrected.clone().with("content/owners.toml", "[chef]\ntitle = \"Leder\"\n");
    let later = other.clone().with(
        "content/plans/a/updates/2020-09-30/01.md",
        "+++\nlevel = \"watch\"\nachieved = \"1,40\"\n+++\nDet går langsomt.\n",
    );
    vec![
        ("2020-02-01", "a1", bare),
        ("2020-02-02", "b2", decided),
        ("2020-07-03", "c3", reported),
        ("2020-07-20", "d4", corrected),
        ("2020-08-01", "e5", other),
        ("2020-10-02", "f6", later),
    ]
}

/// Returns what became of the records of a site from each of its versions to the next.
fn revisions(versions: &[(&str, &str, Site)]) -> Vec<CommitChanges> {
    let pairs = versions.windows(2);
    pairs
        .map(|pair| CommitChanges {
            place: 0,
            recorded: day(pair[1].0),
            id: pair[1].1.into(),
            changes: compare(&records(&pair[0].2), &records(&pair[1].2)),
            unreadable: Vec::new(),
        })
        .collect()
}

/// Tells the story of a record that revisions lead to.
fn tell(revisions: &[CommitChanges], last: &Site, id: &str, language: Language) -> (Vec<CommitEntry>, String) {
    let last = records(last);
    let (names, statements) = (NameIndex::of(&last), StatementIndex::of(&last));
    let locale = Locale::new(language, &[]).expect("sound words");
    let site = site();
    let addresses = Addresses::new(&site, [], &locale);
    let context = ViewContext::new(&site, &locale, &addresses);
    let side = VersionFacts { site: &site, names: &names, statements: &statements, rows: &[], findings: &[] };
    let chapters = story(&context, side, revisions, Some(id));
    let text = anstream::adapter::strip_str(&changes::story(&chapters, &locale)).to_string();
    (chapters, text.replace('\u{a0}', " "))
}

/// Tells in Danish what became of a record over versions of a site.
pub fn story_of(versions: &[(&str, &str, Site)], id: &str) -> String {
    tell(&revisions(versions), &versions.last().expect("a version").2, id, Language::Danish).1
}

fn told(id: &str, language: Language) -> (Vec<CommitEntry>, String) {
    let versions = versions();
    let mut revisions = revisions(&versions);
    let broken = Unreadable { path: RelPath::new("content/plans/a/updates/2020-09-30/01.md").expect("a path") };
    revisions.insert(
        4,
        CommitChanges {
            place: 0,
            recorded: day("2020-10-01"),
            id: "e6".into(),
            changes: Vec::new(),
            unreadable: vec![broken],
        },
    );
    tell(&revisions, &versions.last().expect("a version").2, id, language)
}

/// What a story needs of the site: nothing but that there is one.
fn site() -> model::Site {
    let tree =
        fremdrift::tree::MemoryTree::default().with("site.toml", "title = \"Status\"\norganisation = \"Prøveby\"\n");
    fremdrift::site::load(&tree, day("2020-10-02"), &mut ParseLog::default()).expect("a site").site
}

#[test]
fn a_measure_has_its_story_newest_last() {
    let (_, text) = told("01", Language::Danish);
    assert_eq!(
        text,
        "2. februar 2020 b2\n\
         · 1 Takster, tilføjet\n\
         \n\
         3. juli 2020 c3\n\
         · 1 Takster, status: ikke oplyst → Alt OK (pr. 30. juni 2020)\n\
         · 1 Takster, opnået: ikke oplyst → 1,25 mio. kr. (pr. 30. juni 2020)\n\
         \n\
         20. juli 2020 d4\n\
         · 1 Takster, opnået: 1,25 mio. kr. → 1,20 mio. kr. (rettelse, pr. 30. juni 2020)\n\
         \n\
         1. oktober 2020 e6\n  \
         Kunne ikke læses: content/plans/a/updates/2020-09-30/01.md\n\
         \n\
         2. oktober 2020 f6\n\
         ▼ 1 Takster, status: Alt OK → Opmærksomhed (værre, pr. 30. september 2020)\n\
         ▲ 1 Takster, opnået: 1,20 mio. kr. → 1,40 mio. kr. (bedre, pr. 30. september 2020)\n"
    );
}

#[test]
fn it_is_told_in_english() {
    let (_, text) = told("a/01", Language::English);
    assert!(text.starts_with("2 February 2020 b2\n· 1 Takster, new\n"), "{text}");
    assert!(text.contains("status: Alt OK → Opmærksomhed (worse, as of 30 September 2020)"), "{text}");
}

#[test]
fn a_story_is_of_what_was_asked_for() {
    let ids = |id: &str| told(id, Language::Danish).0.into_iter().map(|chapter| chapter.revision).collect::<Vec<_>>();
    assert_eq!(ids("chef"), ["e5"]);
    assert_eq!(ids("a"), ["b2", "c3", "d4", "e6", "f6"]);
    assert_eq!(ids("b/01"), [""; 0]);
    assert_eq!(ids("02"), [""; 0]);
}

/// Returns the pages and feeds that a site has today whose versions were committed on days that follow each other.
fn pages(versions: &[&Site], today: &Site) -> BTreeMap<String, String> {
    let story = versions.iter().zip(0..).fold(Story::default(), |story, (site, nth)| {
        story.commit_as("Test <test@example.dk>", 1_593_600_000 + 86_400 * nth, "", site.files())
    });
    let repo = story.told();
    let repository = Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("one");
    let head = repository.head().expect("readable").expect("a commit");
    let outcome = today.build_with(&GitPast { repository: &repository, head, kept: None });
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\u{a0}', " ");
    outcome.files.iter().map(|(path, bytes)| (path.to_string(), text(bytes))).collect()
}

/// A plan whose measure 1 has a part, with what a report and the plan state.
fn stating(required: &str, plan: &str, report: &str) -> Site {
    let site = Site::small()
        .as_of("2020-12-31")
        .with("content/plans/a/measures/01a.md", "+++\nnumber = \"1.a\"\ntitle = \"Del\"\nrequired = \"2,40\"\n+++\n")
        .edit("content/plans/a/measures/01.md", "2,50", required)
        .with(
            "content/plans/a/updates/2020-06-30/index.md",
            format!("+++\nlevel = \"Alt OK\"\n[stated]\n{report}\n+++\n"),
        );
    site.edit("content/plans/a/plan.md", "mio. kr.\"\n", &format!("mio. kr.\"\n[stated]\n{plan}\n"))
}

#[test]
fn feeds_and_histories_say_of_a_total_how_it_differs_from_its_parts() {
    let same = ("2,40", "required = \"2,40\"", "achieved = \"1,25\"");
    let site = |(measure, plan, report): (&str, &str, &str)| stating(measure, plan, report);
    for (case, before, after, words) in [
        (
            "a report",
            (same.0, same.1, "achieved = \"1,20\""),
            (same.0, same.1, "achieved = \"1,29\""),
            ", stemmer ikke (+0,04), beregnet 1,25",
        ),
        (
            "two",
            same,
            (same.0, same.1, "achieved = [\"1,29\", \"1,28\"]"),
            ", stemmer ikke (+0,04), stemmer ikke (+0,03), beregnet 1,25",
        ),
        (
            "one of two",
            same,
            (same.0, same.1, "achieved = [\"1,25\", \"1,28\"]"),
            ", stemmer, stemmer ikke (+0,03), beregnet 1,25",
        ),
        (
            "gross",
            same,
            (same.0, same.1, "achieved = \"1,25\"\ngross.achieved = \"1,35\""),
            ", stemmer ikke (+0,10), beregnet 1,25",
        ),
        ("the plan", same, (same.0, "required = \"2,90\"", same.2), ", stemmer ikke (+0,50), beregnet 2,40"),
        ("a measure", same, ("2,60", same.1, same.2), ", stemmer ikke (+0,20), beregnet 2,40"),
        ("it agrees", (same.0, same.1, "achieved = \"1,29\""), same, ""),
        ("about", same, (same.0, same.1, "achieved = \"ca. 1,5\""), ""),
    ] {
        let (old, today) = (site(before), site(after));
        let pages = pages(&[&old, &today], &today);
        for path in
            ["planer/a/historik.xml", "historik.xml", "udvalg/usb.xml", "planer/a/historik.html", "historik.html"]
        {
            let said = &pages[path];
            assert!(said.contains("opnået") || said.contains("krav"), "{case}: this proves nothing: {said}");
            let is_marked = said.contains("stemmer ikke");
            assert_eq!((is_marked, said.contains(words)), (!words.is_empty(), true), "{case}: {path}: {said}");
            assert_eq!(said.matches(", beregnet ").count(), usize::from(is_marked), "{case}: {path}: {said}");
        }
    }
}

#[test]
fn what_a_total_was_before_is_not_held_against_the_parts_of_today() {
    let of = |achieved: &str| stating("2,40", "required = \"2,40\"", &format!("achieved = \"{achieved}\""));
    // The same is said twice, and something else between.
    let told = ["1,25", "1,29", "1,27", "1,29"].map(of);
    let feed = &pages(&told.each_ref(), &told[3])["planer/a/historik.xml"];
    assert!(feed.matches("<entry>").count() >= 3, "this proves nothing: {feed}");
    assert_eq!(feed.matches("beregnet").count(), 1, "{feed}");
    assert!(feed.find("beregnet") < feed.find("1,25"), "the newest says it: {feed}");
}

#[test]
fn the_page_of_a_measure_says_that_something_of_its_history_is_withheld() {
    let (measure, status) = ("content/plans/a/measures/01.md", "content/plans/a/updates/2020-06-30/01.md");
    let indicators = "content/plans/a/indicators.toml";
    let base = Site::small()
        .as_of("2020-12-31")
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = 10\n+++\n")
        .with("content/plans/a/milestones.toml", "[milestones.\"3\"]\ntitle = \"Milepæl\"\ndue = \"2020-09\"\n")
        .with(indicators, "[fam]\ntitle = \"Familier\"\nunit = \"familier\"\nmeasure = \"01\"\nbaseline = { date = \"2019\", value = 8 }\n");
    let secret =
        base.clone().edit(measure, "2,50", "77,77").edit(status, "1,25", "1,35").edit(indicators, "= 8", "= 9");
    let of = |language: &str, entries: &[&str]| {
        let history = format!("[history]\nredact = {entries:?}\n[scales.status]");
        let today = base.clone().edit("site.toml", "[scales.status]", &history);
        let today = match language {
            "da" => today,
            other => today.edit("site.toml", "language = \"da\"", &format!("language = {other:?}")),
        };
        let pages = pages(&[&secret, &base], &today);
        ["01", "02"].map(|nth| {
            let is_it = |path: &&String| path.matches('/').count() == 2 && path.ends_with(&format!("/a/{nth}.html"));
            pages[pages.keys().find(is_it).expect("a page")].clone()
        })
    };
    let words = "Noget af det, der er registreret, er holdt tilbage og står ikke her.";
    for (entries, first, second) in [
        (&["a/01#required"][..], 1, 0),
        // Nothing else is left to tell.
        (&["a/01", "a/fam"], 1, 0),
        (&["a/2020-06-30/01"], 1, 0),
        (&["a/fam"], 1, 0),
        (&["a/02#required"], 0, 1),
        (&["a/3"], 0, 0),
        (&[], 0, 0),
        (&["a"], 1, 1),
    ] {
        let said = of("da", entries).map(|page| page.matches(words).count());
        assert_eq!(said, [first, second], "{entries:?}");
    }
    let [page, _] = of("da", &["a/01#required"]);
    assert!(!page.contains("77,77"), "not what: {page}");
    assert!(of("da", &[])[0].contains("77,77"), "this proves nothing");
    let (history, said) = (page.find("id=\"log-table\"").expect("a history"), page.find(words).expect("said"));
    assert!(history < said, "it stands below what is told");
    for (language, words) in [
        ("en", "Something of what was recorded is withheld and does not stand here."),
        ("nb", "Noe av det som er registrert, er holdt tilbake og står ikke her."),
        ("sv", "En del av det som har registrerats hålls tillbaka och visas inte här."),
    ] {
        assert_eq!(of(language, &["a/01#required"]).map(|page| page.contains(words)), [true, false], "{language}");
    }
}
