//! A site that is made again while it is written: after any edits it is what a build makes of the same content.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
};

use fremdrift::{
    diag::Error,
    git::{Completeness, Repository},
    history::{GitPast, VersionControl},
    output::MemoryFiles,
    pipeline::{self, Built, SiteChange, SiteFollower, SitePart},
    tree::{SkippedEntry, Tree},
    value::RelPath,
};

use crate::support::{Outcome, Site, git::Story, random::Dice};

const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
const OTHER_STATUS: &str = "content/plans/b/updates/2020-06-30/07.md";

/// A site of which files are written while it is made: the files that there were when it was opened, with the texts of now.
struct TreeBeingWritten<'w> {
    paths: Vec<RelPath>,
    now: &'w Mutex<Site>,
}

impl Tree for TreeBeingWritten<'_> {
    fn paths(&self) -> &[RelPath] {
        &self.paths
    }

    fn skipped(&self) -> &[SkippedEntry] {
        &[]
    }

    fn read(&self, path: &RelPath, buffer: &mut Vec<u8>) -> Result<(), Error> {
        self.now.lock().expect("whole").input().tree.read(path, buffer)
    }
}

/// What is done to a site in a step: to a file, its text before and after. Where there was or is none, a file comes or goes.
type Step = (String, Option<Vec<u8>>);

/// Writes a site, and holds what is made of it to a build.
struct Writer<'w, F> {
    now: &'w Mutex<Site>,
    past: Option<&'w dyn VersionControl>,
    /// Returns the next step, as long as there is one.
    next: F,
    dice: Dice,
    /// The pages that may be asked for, and those that are, where anybody asks.
    pages: Vec<RelPath>,
    asked: Option<BTreeSet<RelPath>>,
    call: Arc<AtomicBool>,
    told: Told,
}

/// How often a site was made in which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Told {
    opened: usize,
    plans_alone: usize,
    ahead: usize,
    whole: usize,
    unsound: usize,
}

impl<F: FnMut(&Site) -> Option<Step>> Writer<'_, F> {
    fn anew(&self) -> Outcome {
        let now = self.now.lock().expect("whole").clone();
        self.past.map_or_else(|| now.build(), |past| now.build_with(past))
    }

    fn step(&mut self) -> Option<SiteChange> {
        let mut now = self.now.lock().expect("whole");
        let (path, text) = (self.next)(&now)?;
        let was_there = now.files().contains_key(&path);
        let is_there = text.is_some();
        *now = match text {
            Some(text) => now.clone().with(&path, text),
            None => now.clone().without(&path),
        };
        if let Some(asked) = &mut self.asked {
            let dice = &mut self.dice;
            *asked = self.pages.iter().filter(|_| dice.below(5) == 0).cloned().collect();
        }
        let path = RelPath::new(path).expect("a path");
        Some(if was_there && is_there { SiteChange::Texts(BTreeSet::from([path])) } else { SiteChange::Anything })
    }
}

impl<F: FnMut(&Site) -> Option<Step>> SiteFollower for Writer<'_, F> {
    fn take(&mut self, parts: Vec<SitePart>, built: Option<Built>) {
        let anew = self.anew();
        let count = parts.iter().map(|part| part.files.len()).sum::<usize>();
        let files = parts.iter().flat_map(|part| part.files.iter());
        let all: MemoryFiles = files.map(|(a, b)| (a.clone(), b.clone())).collect();
        assert_eq!(all.len(), count, "no file is in two parts");
        match built {
            Some(built) => {
                self.told.whole += 1;
                self.told.unsound += usize::from(!built.is_publishable());
                assert_eq!((built.counts, &built.findings), (anew.built.counts, &anew.built.findings));
                if built.is_publishable() {
                    assert!(parts.iter().all(|part| part.newest.is_none()), "all is made");
                    assert_same(&anew.files, &all);
                }
                self.pages = all.into_keys().filter(|path| path.extension() == "html").collect();
            }
            None => {
                self.told.plans_alone += 1;
                for part in parts {
                    let newest = part.newest.as_ref();
                    let is_newest = |path: &RelPath| newest.is_none_or(|newest| newest.contains(path));
                    let made: MemoryFiles = part
                        .files
                        .iter()
                        .filter(|(path, _)| is_newest(path))
                        .map(|(a, b)| (a.clone(), b.clone()))
                        .collect();
                    let files = anew.files.iter().filter(|(path, _)| made.contains_key(*path));
                    assert_same(&files.map(|(a, b)| (a.clone(), b.clone())).collect(), &made);
                    self.told.ahead += newest.map_or(0, BTreeSet::len);
                }
            }
        }
    }

    fn wait(&mut self) -> SiteChange {
        self.call.store(false, Ordering::Relaxed);
        self.step().unwrap_or(SiteChange::Anything)
    }

    fn look(&mut self) -> Option<SiteChange> {
        match self.dice.below(4) {
            0 => self.step(),
            1 if self.asked.is_some() => Some(SiteChange::Asked),
            other => {
                // Something is heard while all pages are made.
                self.call.store(other == 2 && self.asked.is_some(), Ordering::Relaxed);
                None
            }
        }
    }

    fn wanted(&self) -> BTreeSet<RelPath> {
        self.asked.clone().unwrap_or_default()
    }

    fn call(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.call)
    }
}

#[track_caller]
fn assert_same(anew: &MemoryFiles, followed: &MemoryFiles) {
    let other = |path: &&RelPath| anew.get(*path) != followed.get(*path);
    let others: BTreeSet<&RelPath> = anew.keys().chain(followed.keys()).filter(other).collect();
    assert!(others.is_empty(), "not as a build makes them: {others:?}");
}

/// Follows a site until there is no step left.
fn follow(site: &Site, past: Option<&dyn VersionControl>, seed: u64, next: impl FnMut(&Site) -> Option<Step>) -> Told {
    follow_with(site, past, (seed, false), next)
}

/// Does the same; pages may be looked at and asked for meanwhile.
fn follow_with(
    site: &Site,
    past: Option<&dyn VersionControl>,
    (seed, is_asked): (u64, bool),
    next: impl FnMut(&Site) -> Option<Step>,
) -> Told {
    let now = Mutex::new(site.clone());
    let is_over = std::cell::Cell::new(false);
    let mut next = next;
    let until_over = |site: &Site| {
        let step = next(site);
        is_over.set(step.is_none());
        step
    };
    let (asked, pages, call) = (is_asked.then(BTreeSet::new), Vec::new(), Arc::default());
    let (dice, told) = (Dice::new(seed), Told::default());
    let mut writer = Writer { now: &now, past, next: until_over, dice, pages, asked, call, told };
    while !is_over.get() {
        let opened = now.lock().expect("whole").clone();
        let tree = TreeBeingWritten { paths: opened.input().tree.paths().to_vec(), now: &now };
        writer.told.opened += 1;
        pipeline::follow(&pipeline::Input { tree: &tree, ..opened.input_with(past) }, &mut writer).expect("followed");
    }
    writer.told
}

/// A site with two plans, of which one has a table, an indicator and a picture.
fn site() -> Site {
    let plan = "+++\ntitle = \"Plan B\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"USB\"\nowner = \"chef\"\nunit = \"mio. kr.\"\n\
                formerly = [\"c\"]\n+++\n![Et kort](kort.svg)\n";
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>";
    Site::small()
        .append("content/committees.toml", "[BUU]\nname = \"Børneudvalget\"\n")
        .edit("site.toml", "title = \"Status\"", "url = \"https://status.example\"\ntitle = \"Status\"")
        .with("content/om.md", "+++\ntitle = \"Om os\"\n+++\nSe [planen](plans/b/plan.md).\n")
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2\"\ntitle = \"Bosteder\"\nformerly = [\"02-gammel\"]\n+++\n",
        )
        .with("content/plans/b/plan.md", plan)
        .with("content/plans/b/kort.svg", svg)
        .with("content/plans/b/measures/07.md", "+++\nnumber = \"7\"\ntitle = \"Kørsel\"\nrequired = \"1,00\"\n+++\n")
        .with(OTHER_STATUS, "+++\nlevel = \"Alt OK\"\nachieved = \"0,50\"\n+++\nSe [Plan A](../../../a/plan.md) og [taksterne](../../../a/updates/2020-06-30/01.md).\n")
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"Alt OK\"\n+++\nBygningerne er fundet.\n")
        .with("content/plans/b/updates/2020-03-31/07.md", "+++\nlevel = \"Kritisk\"\n+++\nIkke i gang.\n")
}

/// Returns what may be done to a text of the site: words that are put in the place of others, where they are there.
const EDITS: [(&str, &str, &str); 30] = [
    (STATUS, "forhandlet", "genforhandlet"),
    (STATUS, "1,25", "1,50"),
    (STATUS, "Alt OK", "Kritisk"),
    (STATUS, "Kritisk", "Alt OK"),
    (STATUS, "level", "visibility = \"closed\"\nlevel"),
    (STATUS, "visibility = \"closed\"\n", ""),
    (STATUS, "+++\nlevel", "+++\nlevle = 1\nlevel"),
    (STATUS, "levle = 1\n", ""),
    (STATUS, "er genforhandlet", "er forhandlet"),
    (STATUS, "\nTaksterne", "\n[Vej](../../measures/02.md). Taksterne"),
    (OTHER_STATUS, "0,50", "0,75"),
    (OTHER_STATUS, "a/plan.md", "a/measures/02.md"),
    (OTHER_STATUS, "a/measures/02.md", "a/plan.md"),
    ("content/plans/a/measures/02.md", "title", "visibility = \"closed\"\ntitle"),
    ("content/plans/a/measures/02.md", "visibility = \"closed\"\n", ""),
    ("content/plans/a/measures/02.md", "Bosteder", "Boliger"),
    ("content/plans/a/measures/02.md", "02-gammel", "02-ældre"),
    ("content/plans/a/measures/01.md", "2,50", "2,75"),
    ("content/plans/a/measures/01.md", "title", "committee = \"BUU\"\ntitle"),
    ("content/plans/a/measures/01.md", "committee = \"BUU\"\n", ""),
    ("content/plans/a/plan.md", "title", "lang = \"en\"\ntitle"),
    ("content/plans/a/plan.md", "lang = \"en\"\n", ""),
    ("content/plans/a/plan.md", "Plan A", "Plan 01-02-1970"),
    ("content/plans/b/plan.md", "[\"c\"]", "[\"d\"]"),
    ("content/plans/b/plan.md", "title", "visibility = \"closed\"\ntitle"),
    ("content/plans/b/plan.md", "visibility = \"closed\"\n", ""),
    ("content/plans/b/kort.svg", "M0 0h9", "M0 0v9"),
    ("content/om.md", "Om os", "Om"),
    ("site.toml", "title = \"Status\"", "title = \"Stand\""),
    ("content/owners.toml", "Centerchef", "Chef"),
];

/// Throws the next step: most of them change words of a text, some take a file away or bring it back.
fn random_step(dice: &mut Dice, all: &BTreeMap<String, Vec<u8>>, site: &Site) -> Step {
    let files = site.files();
    if dice.below(12) == 0 {
        let lasting = ["site.toml", "content/committees.toml", "content/owners.toml"];
        let mut names: Vec<&String> = all.keys().collect();
        names.retain(|name| !lasting.contains(&name.as_str()));
        let name = names[dice.below(names.len())];
        let text = (!files.contains_key(name)).then(|| all[name].clone());
        return (name.clone(), text);
    }
    loop {
        let (path, from, to) = EDITS[dice.below(EDITS.len())];
        let text = files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok());
        if let Some(text) = text.filter(|text| text.contains(from)) {
            return (path.to_owned(), Some(text.replacen(from, to, 1).into_bytes()));
        }
    }
}

/// Returns steps by chance.
fn random_steps(site: &Site, seed: u64, count: usize) -> impl FnMut(&Site) -> Option<Step> {
    let (all, mut dice, mut left) = (site.files(), Dice::new(seed), count);
    move |now: &Site| {
        left = left.checked_sub(1)?;
        Some(random_step(&mut dice, &all, now))
    }
}

#[test]
fn after_any_edits_it_is_what_a_build_makes() {
    let site = site();
    let mut all = Told::default();
    for seed in 0..4 {
        let told = follow_with(&site, None, (seed, seed > 0), random_steps(&site, seed, 14));
        all.plans_alone += told.plans_alone;
        all.ahead += told.ahead;
        all.unsound += told.unsound;
        all.opened += told.opened;
    }
    assert!(all.plans_alone > 10 && all.ahead > 10 && all.unsound > 1 && all.opened > 10, "each way was gone: {all:?}");
}

/// Returns steps one after the other, each of which puts words of a file in the place of others.
fn steps<'s>(all: &'s [(&'s str, &'s str, &'s str)]) -> impl FnMut(&Site) -> Option<Step> + 's {
    let mut all = all.iter();
    move |site: &Site| {
        let (path, from, to) = *all.next()?;
        let text = String::from_utf8(site.files()[path].clone()).expect("text");
        assert!(text.contains(from), "{path}: {text}");
        Some((path.to_owned(), Some(text.replace(from, to).into_bytes())))
    }
}

const MEASURE: &str = "content/plans/a/measures/01.md";

#[test]
fn with_editions_that_are_cut_too() {
    let before = site();
    let story = Story::default().commit("2020-06-10", &before).tag("udgave/1").commit("2020-06-20", &before);
    let repo = story.told();
    let edition = "\n[[editions]]\nid = \"1\"\ntitle = \"Første\"\nas_of = 2020-06-30\nrevision = \"udgave/1\"\n";
    let site = before.append("site.toml", edition);
    let repository = Repository::discover(repo.path(), Completeness::Required).expect("read").expect("there");
    let head = repository.head().expect("read").expect("a commit");
    let past = GitPast { repository: &repository, head, kept: None };
    let words = [(STATUS, "forhandlet", "aftalt"), (OTHER_STATUS, "0,50", "0,75")];
    let told = follow(&site, Some(&past), 1, steps(&words));
    assert_eq!((told.opened, told.plans_alone), (1, 2), "{told:?}");
    // A page that is there from now on, the committee's meeting pack, is one that pages of the edition lead to.
    let committee = [(MEASURE, "title", "committee = \"BUU\"\ntitle"), (STATUS, "forhandlet", "aftalt")];
    let told = follow(&site, Some(&past), 1, steps(&committee));
    assert_eq!(told.opened, 2, "{told:?}");
}

#[test]
fn a_text_that_is_saved_makes_its_plan_alone_first() {
    let site = site();
    let told = follow(&site, None, 1, steps(&[(STATUS, "forhandlet", "aftalt")]));
    assert_eq!(told, Told { opened: 1, plans_alone: 1, whole: 2, ..Told::default() });
    // A mistake is told with all others, and no page is shown of it; mended, the plan is made alone again.
    let mistake = [(STATUS, "1,25", "1,25,1"), (STATUS, "1,25,1", "1,25"), (STATUS, "1,25", "1,26")];
    let told = follow(&site, None, 2, steps(&mistake));
    assert_eq!((told.opened, told.unsound, told.plans_alone), (1, 1, 2), "{told:?}");
    // What a mark hides is decided anew, with all that links to it: a page of another plan does.
    let told = follow(&site, None, 3, steps(&[(STATUS, "level", "visibility = \"closed\"\nlevel")]));
    assert_eq!(told, Told { opened: 2, whole: 2, ..Told::default() });
    // A shared page that comes goes again, in what search engines are told too.
    let committee = [(MEASURE, "title", "committee = \"BUU\"\ntitle"), (MEASURE, "committee = \"BUU\"\n", "")];
    let told = follow(&site, None, 4, steps(&committee));
    assert_eq!(told.opened, 1, "{told:?}");
    // An edition that follows the content follows this text.
    let open = site.append("site.toml", "\n[[editions]]\nid = \"1\"\ntitle = \"Åben\"\nas_of = 2020-06-30\n");
    let told = follow(&open, None, 5, steps(&[(STATUS, "forhandlet", "aftalt")]));
    assert_eq!(told, Told { opened: 2, whole: 2, ..Told::default() });
}
