//! How far a command goes, and how often it opens a file: a check draws nothing and finds what a build finds, a
//! comparison looks only into what is another.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use fremdrift::{
    content::Audience,
    diag::{Error, Finding},
    output::MemorySink,
    pipeline::{self, Built, Input, NoProgress},
    tree::{MemoryTree, SkippedEntry, Tree},
    value::RelPath,
};

use crate::support::{Site, day, disk};

/// A tree that counts how often each file is opened.
struct Counting<'t> {
    tree: &'t dyn Tree,
    opens: Mutex<BTreeMap<RelPath, usize>>,
    /// What a repository would know its files by.
    ids: BTreeMap<RelPath, Vec<u8>>,
}

impl<'t> Counting<'t> {
    fn new(tree: &'t dyn Tree) -> Self {
        Self { tree, opens: Mutex::default(), ids: BTreeMap::new() }
    }

    /// Knows its files by what stands in them, as a repository does.
    fn with_ids(tree: &'t dyn Tree) -> Self {
        let mut ids = BTreeMap::new();
        for path in tree.paths() {
            let mut bytes = Vec::new();
            tree.read(path, &mut bytes).expect("a file that can be read");
            ids.insert(path.clone(), bytes);
        }
        Self { ids, ..Self::new(tree) }
    }

    /// Returns the files of plans that were opened more often than some number.
    fn opened_more_than(self, most: usize) -> Vec<String> {
        let opens = self.opens.into_inner().unwrap_or_else(PoisonError::into_inner);
        let many = opens.into_iter().filter(|(path, count)| path.as_str().contains("/plans/") && *count > most);
        many.map(|(path, count)| format!("{path}: {count}")).collect()
    }
}

impl Tree for Counting<'_> {
    fn paths(&self) -> &[RelPath] {
        self.tree.paths()
    }

    fn skipped(&self) -> &[SkippedEntry] {
        self.tree.skipped()
    }

    fn read(&self, path: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error> {
        *self.opens.lock().unwrap_or_else(PoisonError::into_inner).entry(path.clone()).or_default() += 1;
        self.tree.read(path, buffer)
    }

    fn content_id(&self, path: &RelPath) -> Option<&[u8]> {
        self.ids.get(path).map(Vec::as_slice)
    }
}

fn input(tree: &dyn Tree) -> Input<'_> {
    let (as_of, today) = (Some(day("2020-09-30")), day("2020-09-30"));
    Input {
        tree,
        as_of,
        today,
        audience: Audience::Public,
        messages: None,
        version: "test",
        past: None,
        unrecorded: &[],
        cache: None,
    }
}

/// Returns what a check finds in a site, where a build finds the same.
#[track_caller]
pub fn finds_the_same(name: &str, input: &Input<'_>) -> Vec<Finding> {
    let built = pipeline::build(input, &MemorySink::default(), &NoProgress).expect("a build that runs through");
    let checked = pipeline::check(input, &NoProgress).expect("a check that runs through");
    let counts = |built: &Built| (built.counts.plans, built.counts.measures);
    assert_eq!(counts(&built), counts(&checked), "{name}");
    assert_eq!(built.findings, checked.findings, "{name}");
    checked.findings
}

#[test]
fn a_check_finds_what_a_build_finds() {
    // That of each site of `tests/checks` is looked at there, where they are built and checked anyway.
    let own = disk::own_site().into_iter();
    let own = own.fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(&path, bytes));
    finds_the_same("the project's own site", &input(&own));
}

#[test]
fn what_only_pages_tell_is_found_by_a_check() {
    let collides = Site::small().with("content/planer/a/index.md", "# Planen\n");
    let broken = Site::small().with("themes/default/templates/plan.html", "{{ page.no.such.thing }}");
    for (code, site) in [("path-collision", collides), ("template-error", broken)] {
        let files = site.files().into_iter();
        let tree = files.fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(&path, bytes));
        let findings = finds_the_same(code, &input(&tree));
        assert!(findings.iter().any(|finding| finding.code == code), "{code}: {findings:#?}");
    }
}

#[test]
fn a_check_draws_no_page() {
    let site = Site::small();
    let files = site.files().into_iter();
    let tree = files.fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(&path, bytes));
    let checked = pipeline::check(&input(&tree), &NoProgress).expect("a check that runs through");
    assert_eq!((checked.counts.pages, checked.counts.charts, checked.counts.plans), (0, 0, 1));
}

#[test]
fn a_comparison_opens_what_is_the_same_once() {
    let own = disk::own_site().into_iter();
    let own = own.filter(|(path, _)| !path.starts_with("themes/"));
    let tree = own.fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(&path, bytes));
    let (before, after) = (Counting::new(&tree), Counting::new(&tree));
    let diff = pipeline::diff(&input(&before), &input(&after), &NoProgress).expect("a comparison that runs through");
    assert!(diff.changes.is_empty());
    assert_eq!(before.opened_more_than(1), [""; 0]);
    assert_eq!(after.opened_more_than(1), [""; 0]);
}

#[test]
fn a_comparison_opens_nothing_that_is_known_to_be_the_same() {
    let plan = "+++\ntitle = \"Plan B\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"USB\"\n+++\n";
    let site = Site::small().with("content/plans/b/plan.md", plan);
    let edited = site.clone().edit("content/plans/b/plan.md", "Plan B", "Plan C");
    let tree = |site: &Site| {
        site.files().into_iter().fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(&path, bytes))
    };
    let (old, new) = (tree(&site), tree(&edited));
    // One tree is the same as itself.
    let counting = Counting::new(&old);
    let diff = pipeline::diff(&input(&counting), &input(&counting), &NoProgress).expect("a comparison");
    assert!(diff.changes.is_empty());
    assert_eq!(counting.opened_more_than(0), [""; 0]);
    // Of two commits the plan is read that is another, and it alone.
    let (before, after) = (Counting::with_ids(&old), Counting::with_ids(&new));
    let diff = pipeline::diff(&input(&before), &input(&after), &NoProgress).expect("a comparison");
    assert!(!diff.changes.is_empty());
    for opened in [before, after].map(|tree| tree.opened_more_than(0)) {
        assert!(opened.len() == 1 && opened[0].starts_with("content/plans/b/plan.md: "), "{opened:?}");
    }
}

/// What one plan says of another must not be missed because it stands the same in both versions.
#[test]
fn a_comparison_looks_into_plans_that_are_the_same_where_others_are_not() {
    let plan = |name: &str, committee: &str| {
        format!("+++\ntitle = \"Plan {name}\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"{committee}\"\n+++\n")
    };
    let before = Site::small()
        .with("content/plans/b/plan.md", format!("{}Se [filen](../a/measures/01.md).\n", plan("B", "USB")))
        .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Andet\"\nrequired = \"1,00\"\n+++\n")
        .with("content/plans/b/updates/2020-06-30/01.md", "+++\nlevel = \"Alt OK\"\nachieved = \"1,00\"\n+++\n");
    // How the committee stands is counted over both plans.
    let worse = before.clone().edit("content/plans/a/updates/2020-06-30/01.md", "Alt OK", "Kritisk");
    let levels = before.diff(&worse).changes.levels;
    assert_eq!(levels.len(), 1, "{levels:?}");
    assert_eq!((levels[0].before.as_str(), levels[0].after.as_str()), ("2 Alt OK", "1 Alt OK og 1 Kritisk"));
    // A link of the plan that is the same leads nowhere any more.
    let gone =
        before.clone().without("content/plans/a/measures/01.md").without("content/plans/a/updates/2020-06-30/01.md");
    let findings = before.diff(&gone).changes.findings;
    assert!(findings.iter().any(|finding| finding.code == "broken-link"), "{findings:#?}");
}

#[test]
fn each_file_of_a_plan_is_opened_at_most_twice() {
    let own = disk::own_site().into_iter();
    let own = own.filter(|(path, _)| !path.starts_with("themes/"));
    let own = own.fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(&path, bytes));
    // A plan that hides something and links into another, which hides something too, is made no more often.
    let plan = "+++\ntitle = \"Plan B\"\nkind = \"savings\"\nyear = 2020\n+++\nSe [det](../a/measures/01.md).\n";
    let hides = Site::small()
        .edit("content/plans/a/measures/01.md", "number", "visibility = \"closed\"\nnumber")
        .with("content/plans/b/plan.md", plan)
        .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"B\"\nembargo = 2030-01-01\n+++\n");
    let hides = hides.files().into_iter();
    let hides = hides.fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(&path, bytes));
    for (name, tree) in [("the project's own site", &own), ("a site that hides", &hides)] {
        // An open edition is another version of the same files.
        let tree = without_editions(tree);
        let built = Counting::new(&tree);
        pipeline::build(&input(&built), &MemorySink::default(), &NoProgress).expect("a build that runs through");
        assert_eq!(built.opened_more_than(2), [""; 0], "{name}");
        let checked = Counting::new(&tree);
        pipeline::check(&input(&checked), &NoProgress).expect("a check that runs through");
        assert_eq!(checked.opened_more_than(2), [""; 0], "{name}");
    }
}

fn without_editions(tree: &MemoryTree) -> MemoryTree {
    let site = RelPath::new("site.toml").expect("a path");
    let mut bytes = Vec::new();
    tree.read(&site, &mut bytes).expect("the settings");
    let text = String::from_utf8(bytes).expect("text");
    let rest = text.split("[[editions]]").next().unwrap_or_default().to_owned();
    tree.clone().with("site.toml", rest.into_bytes())
}
