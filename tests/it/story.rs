//! The story of one record over many revisions, as a terminal shows it.

use crate::support::{Site, day};
use fremdrift::{
    compare::{NameIndex, StatementIndex, Unreadable, compare},
    content::{self, Dialect, ParseLog, Record},
    history::CommitChanges,
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

fn told(id: &str, language: Language) -> (Vec<CommitEntry>, String) {
    let versions = versions();
    let mut revisions: Vec<CommitChanges> = versions
        .windows(2)
        .map(|pair| CommitChanges {
            place: 0,
            recorded: day(pair[1].0),
            id: pair[1].1.into(),
            changes: compare(&records(&pair[0].2), &records(&pair[1].2)),
            unreadable: Vec::new(),
        })
        .collect();
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
    let last = records(&versions.last().expect("a version").2);
    let (names, statements) = (NameIndex::of(&last), StatementIndex::of(&last));
    let locale = Locale::new(language, &[]).expect("sound words");
    let site = site();
    let book = Addresses::new(&site, [], &locale);
    let desk = ViewContext::new(&site, &locale, &book);
    let side = VersionFacts { site: &site, names: &names, statements: &statements, rows: &[], findings: &[] };
    let chapters = story(&desk, side, &revisions, Some(id));
    let text = anstream::adapter::strip_str(&changes::story(&chapters, &locale)).to_string();
    (chapters, text.replace('\u{a0}', " "))
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
