//! `formerly` joins two histories whenever it is written: in the commit that gave the new id, or in a later one.

use fremdrift::compare::ChangeKind;

use crate::{
    memory::assert_told_on,
    support::{
        Site,
        git::{Repo, Story},
    },
    trace,
};

fn repository(sites: &[Site]) -> Repo {
    let story = sites
        .iter()
        .zip(1..)
        .fold(Story::default(), |story, (site, day)| story.commit(&format!("2020-07-{day:02}"), site));
    story.told()
}

/// Returns what is told, and how many records have a new id.
fn told(sites: &[Site]) -> (Vec<String>, usize) {
    let repo = repository(sites);
    assert_told_on(&repo, 1);
    let revisions = trace::history(&repo).revisions();
    let changes =
        revisions.iter().flat_map(|revision| revision.changes.iter().map(move |change| (revision.place, change)));
    let renamed = changes.clone().filter(|(_, change)| matches!(change.what, ChangeKind::Renamed { .. })).count();
    (changes.map(|(place, change)| format!("{place} {change:?}")).collect(), renamed)
}

/// What a record says it was called.
fn formerly(ids: &[&str]) -> String {
    if ids.is_empty() { String::new() } else { format!("formerly = {ids:?}\n") }
}

/// A site whose measure has an id.
fn measure(id: &str, formers: &[&str]) -> Site {
    let small =
        Site::small().without("content/plans/a/measures/01.md").without("content/plans/a/updates/2020-06-30/01.md");
    with_measure(small, id, formers)
}

fn with_measure(site: Site, id: &str, formers: &[&str]) -> Site {
    let fields = format!("+++\n{}title = \"Takster\"\nrequired = \"2,50\"\n+++\n", formerly(formers));
    let status = "+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n+++\nTaksterne er forhandlet.\n";
    site.with(&format!("content/plans/a/measures/{id}.md"), fields)
        .with(&format!("content/plans/a/updates/2020-06-30/{id}.md"), status)
}

/// A site whose plan has a folder.
fn plan(id: &str, formers: &[&str]) -> Site {
    let files = Site::small().files();
    let own: Vec<_> = files.into_iter().filter(|(path, _)| path.starts_with("content/plans/a/")).collect();
    own.into_iter().fold(Site::small(), |site, (path, bytes)| {
        let mut text = String::from_utf8(bytes).expect("text");
        if path.ends_with("/plan.md") {
            text = text.replacen("+++\n", &format!("+++\n{}", formerly(formers)), 1);
        }
        site.without(&path).with(&path.replace("/a/", &format!("/{id}/")), text)
    })
}

fn indicator(id: &str, formers: &[&str]) -> Site {
    let indicator = format!(
        "[{id}]\n{}title = \"Sager\"\nunit = \"sager\"\nbaseline = {{ date = \"2019\", value = 10 }}\n",
        formerly(formers)
    );
    Site::small().with("content/plans/a/indicators.toml", indicator)
}

fn committee(id: &str, formers: &[&str]) -> Site {
    let committee = format!("[{id}]\n{}name = \"Socialudvalget\"\n", formerly(formers));
    Site::small().with("content/committees.toml", committee).edit(
        "content/plans/a/plan.md",
        "\"USB\"",
        &format!("\"{id}\""),
    )
}

fn owner(id: &str, formers: &[&str]) -> Site {
    let owner = format!("[{id}]\n{}title = \"Centerchef\"\n", formerly(formers));
    Site::small().with("content/owners.toml", owner).edit("content/plans/a/plan.md", "\"chef\"", &format!("\"{id}\""))
}

/// Makes a site of which one record has an id, and says what it was called.
type SiteWithId = fn(&str, &[&str]) -> Site;

#[test]
fn it_joins_histories_whenever_it_is_written() {
    let kinds: [(&str, SiteWithId); 5] =
        [("measure", measure), ("plan", plan), ("indicator", indicator), ("committee", committee), ("owner", owner)];
    for (kind, site) in kinds {
        let (x, y, z) = (site("x", &[]), site("y", &[]), site("z", &[]));
        let (y_was_x, z_was_both) = (site("y", &["x"]), site("z", &["x", "y"]));
        let at_once = told(&[x.clone(), y_was_x.clone(), y_was_x.clone()]);
        assert_eq!(at_once.1, 1, "{kind}: {:#?}", at_once.0);
        assert_eq!(told(&[x.clone(), y.clone(), y_was_x.clone()]), at_once, "{kind}, one commit later");
        let at_once = told(&[x.clone(), y_was_x.clone(), y_was_x.clone(), y_was_x.clone()]);
        assert_eq!(told(&[x.clone(), y.clone(), y.clone(), y_was_x.clone()]), at_once, "{kind}, two commits later");
        let chain = told(&[x.clone(), y_was_x.clone(), z_was_both.clone(), z_was_both.clone()]);
        assert_eq!(chain.1, 2, "{kind}: {:#?}", chain.0);
        assert_eq!(told(&[x.clone(), y.clone(), z.clone(), z_was_both.clone()]), chain, "{kind}, a chain");
        assert_eq!(told(&[x.clone(), y_was_x.clone(), z.clone(), z_was_both.clone()]), chain, "{kind}, half a chain");
        // Taken back: it joins as it joined, for what was once said so is known.
        assert_eq!(told(&[x.clone(), y.clone(), y_was_x.clone(), y.clone()]).1, 1, "{kind}, taken back");
        assert_eq!(told(&[x, y, z, y_was_x]).1, 0, "{kind}: what came later is another record");
    }
}

#[test]
fn a_plan_and_its_measure_are_followed_together() {
    let renamed = |plan_formers: &[&str], measure_formers: &[&str]| {
        let site = plan("y", plan_formers);
        let path = "content/plans/y/measures/01.md";
        site.edit(path, "+++\nnumber", &format!("+++\nid = \"m\"\n{}number", formerly(measure_formers))).edit(
            "content/plans/y/updates/2020-06-30/01.md",
            "+++\nlevel",
            "+++\nlevel",
        )
    };
    let at_once = told(&[plan("x", &[]), renamed(&["x"], &["01"]), renamed(&["x"], &["01"])]);
    assert_eq!(at_once.1, 2, "{:#?}", at_once.0);
    assert_eq!(told(&[plan("x", &[]), renamed(&[], &[]), renamed(&["x"], &["01"])]), at_once);
    assert_eq!(told(&[plan("x", &[]), renamed(&["x"], &[]), renamed(&["x"], &["01"])]), at_once);
}

#[test]
fn an_id_that_something_else_has_had_since_is_not_joined() {
    let (x, y) = (measure("x", &[]), measure("y", &[]));
    let (both, late) = (with_measure(y.clone(), "x", &[]), measure("y", &["x"]));
    let both_late = with_measure(late.clone(), "x", &[]);
    assert_eq!(told(&[x.clone(), y.clone(), both.clone(), both_late.clone()]).1, 0, "it is there again");
    assert_eq!(told(&[x.clone(), y.clone(), both.clone(), y.clone(), late.clone()]).1, 0, "it was there again");
    // Said before it was used again, it stays joined.
    assert_eq!(told(&[x, y, late, both_late]).1, 1);
    // Both stood beside each other: the one is not the other.
    let (x, both) = (measure("x", &[]), with_measure(measure("x", &[]), "y", &[]));
    assert_eq!(told(&[x, both.clone(), measure("y", &[]), measure("y", &["x"])]).1, 0);
}
