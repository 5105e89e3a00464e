//! Makes the site again and again, with what was learnt of its history.

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, RwLock, atomic::AtomicBool},
};

use fremdrift::{
    diag::{Error, Finding},
    history::{CacheStore, GitPast, HistoryCache, VersionControl},
    pipeline::{self, Built, SiteChange, SiteFollower, SitePart},
    tree::{DiskTree, Tree},
    value::{Date, RelPath},
    view::Addresses,
};
use tokio::sync::watch;

use super::{
    super::{
        CommonOptions, ViewerOptions,
        cache::SiteCache,
        edge,
        report::Reporter,
        site_repository::{HistoryRequirement, NoHistory, OpenedRepository},
        words,
    },
    demand::PageDemand,
    preview::{Preview, Problem},
    watcher::{Heard, SiteWatcher},
};

/// Makes the site whenever its files are others.
pub struct PreviewMaker {
    common: CommonOptions,
    viewing: ViewerOptions,
    whole: HistoryRequirement,
    report: Reporter,
    shown: watch::Sender<Arc<Preview>>,
    demand: PageDemand,
    memory: Arc<PreviewMemory>,
    /// What was found last and is printed.
    told: Option<Vec<Finding>>,
    /// What is done once there is something to see.
    greet: Option<Greeting>,
}

/// What is done once.
type Greeting = Box<dyn FnOnce(&Reporter)>;

impl PreviewMaker {
    /// Makes a maker that shows nothing yet.
    pub fn new(
        common: &CommonOptions,
        viewing: ViewerOptions,
        whole: HistoryRequirement,
        report: Reporter,
        (shown, demand): (watch::Sender<Arc<Preview>>, PageDemand),
    ) -> Self {
        let memory = Arc::new(PreviewMemory { program: edge::program(), ..PreviewMemory::default() });
        Self { common: common.clone(), viewing, whole, report, shown, demand, memory, told: None, greet: None }
    }

    /// Makes the site, and makes it again whenever something is heard of its files or a new day has come, as long as the
    /// program runs. `greet` is called once the first site was made, or could not be.
    pub fn run(mut self, mut watcher: SiteWatcher, greet: impl FnOnce(&Reporter) + 'static) {
        self.greet = Some(Box::new(greet));
        loop {
            self.report.restart_watch();
            // A mistake of ours must not end the preview: the next saved text may be one that we can read.
            let made = catch_unwind(AssertUnwindSafe(|| self.follow(&mut watcher)));
            match made {
                Ok(Ok(Ended::Anew)) => continue,
                Ok(Ok(Ended::Over)) => return,
                Ok(Err(error)) => {
                    self.report.error(&error, &self.common.root);
                    let text = self.report.error_text(&error);
                    self.show_problem(text);
                }
                Err(_) => {
                    let text = self.report.tell(&words::SERVE_BUG, []);
                    self.show_problem(text);
                }
            }
            let today = edge::today();
            loop {
                match watcher.wait() {
                    // Embargoes end and dates pass without anybody saving a file.
                    Heard::Nothing if today == edge::today() => {}
                    Heard::Asked => {}
                    Heard::End => return,
                    _ => break,
                }
            }
            watcher.listen_anew();
        }
    }

    /// Makes the site and follows it, until it has to be opened anew.
    fn follow(&mut self, watcher: &mut SiteWatcher) -> Result<Ended, Error> {
        let today = edge::today();
        let tree = DiskTree::open(&self.common.root)?;
        let opened: Result<OpenedRepository, NoHistory> = OpenedRepository::find(&self.common, self.whole)?;
        let opened = opened.ok();
        let repository = opened.as_ref().map(|opened| &opened.repository);
        let memory = Arc::clone(&self.memory);
        memory.look_at(SiteCache::to_read(&self.common.root, repository));
        let past = opened.as_ref().map(|OpenedRepository { repository, head }| GitPast {
            repository,
            head: *head,
            kept: Some(HistoryCache { memory: memory.as_ref(), program: &memory.program }),
        });
        let past = past.as_ref().map(|past| past as &dyn VersionControl);
        let viewing = self.viewing.clone();
        let input = viewing.input(&self.common, &tree, past);
        let mut follower = PreviewFollower {
            maker: self,
            watcher,
            tree: &tree,
            today,
            sources: None,
            may_all_differ: true,
            ended: Ended::Anew,
        };
        pipeline::follow(&input, &mut follower)?;
        Ok(follower.ended)
    }

    /// Shows a site, or what is wrong with it; then what was shown stays.
    fn show(&mut self, site: impl FnOnce(&Preview) -> Preview, built: Option<&Built>) {
        let before = Arc::clone(&self.shown.borrow());
        let Some(built) = built else {
            self.shown.send_replace(Arc::new(site(&before)));
            return;
        };
        // What stands in the terminal already is not said again with every saved file.
        if self.told.as_ref() != Some(&built.findings) {
            // That it could not be printed is not what the author works on.
            let _ = self.report.findings(&built.report());
            self.told = Some(built.findings.clone());
        }
        if built.is_publishable() {
            self.report.made(&built.report());
            self.shown.send_replace(Arc::new(site(&before)));
        } else {
            let text = self.report.drawn_errors(&built.report());
            self.show_problem(text);
        }
        self.greet();
    }

    /// Shows what is wrong above the last sound pages.
    fn show_problem(&mut self, text: String) {
        let heading = self.report.tell(&words::SERVE_BROKEN, []);
        let before = Arc::clone(&self.shown.borrow());
        self.shown.send_replace(Arc::new(before.with_problem(Problem { heading, text })));
        self.greet();
    }

    fn greet(&mut self) {
        if let Some(greet) = self.greet.take() {
            greet(&self.report);
        }
    }
}

/// Why a site is not followed any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ended {
    /// It has to be opened anew.
    Anew,
    /// Nothing will be heard any more.
    Over,
}

/// Hears of changes and shows what comes of them.
struct PreviewFollower<'f> {
    maker: &'f mut PreviewMaker,
    watcher: &'f mut SiteWatcher,
    tree: &'f DiskTree,
    /// The day the site was opened on.
    today: Date,
    /// What each page is written in, once that is known.
    sources: Option<Arc<BTreeMap<RelPath, String>>>,
    /// What all pages may show is another: the theme, a picture.
    may_all_differ: bool,
    ended: Ended,
}

impl PreviewFollower<'_> {
    /// Says what of the site is another by what was heard; nothing where none of it is.
    fn change(&mut self, heard: &BTreeSet<PathBuf>) -> Option<SiteChange> {
        let mut texts = BTreeSet::new();
        for path in heard {
            let Ok(below) = path.strip_prefix(self.watcher.root()) else { return Some(SiteChange::Anything) };
            // What editors leave beside a file while they write it is no part of the site; what git notes is heard by its own path.
            let is_litter = |name: &str| name.starts_with('.') || name.ends_with('~');
            let mut names = below.components().map(|name| name.as_os_str().to_string_lossy());
            if names.clone().next().is_some_and(|first| first == ".git") {
                return Some(SiteChange::Anything);
            }
            if names.any(|name| is_litter(&name)) {
                continue;
            }
            let is_file = path.symlink_metadata().is_ok_and(|facts| facts.is_file());
            let known = below.to_str().map(|below| below.replace(std::path::MAIN_SEPARATOR, "/"));
            let known = known.and_then(|below| RelPath::new(below).ok());
            match known.filter(|known| self.tree.paths().binary_search(known).is_ok()) {
                Some(known) if is_file => {
                    self.may_all_differ |= !matches!(known.extension(), "md" | "toml" | "csv");
                    texts.insert(known);
                }
                // Written under another name and put in its place.
                None if path.symlink_metadata().is_err() => {}
                _ => return Some(SiteChange::Anything),
            }
        }
        (!texts.is_empty()).then_some(SiteChange::Texts(texts))
    }

    /// Says what was heard; nothing where it means nothing for the site.
    fn heard(&mut self, heard: Heard) -> Option<SiteChange> {
        let change = match heard {
            Heard::Paths(paths) => self.change(&paths),
            Heard::Anything => Some(SiteChange::Anything),
            Heard::Asked => Some(SiteChange::Asked),
            // Embargoes end and dates pass without anybody saving a file.
            Heard::Nothing => (edge::today() != self.today).then_some(SiteChange::Anything),
            Heard::End => {
                self.ended = Ended::Over;
                Some(SiteChange::Anything)
            }
        };
        if change == Some(SiteChange::Anything) {
            self.watcher.listen_anew();
        }
        change
    }
}

impl SiteFollower for PreviewFollower<'_> {
    fn take(&mut self, parts: Vec<SitePart>, built: Option<Built>) {
        let sources_by = |built: &Built| Arc::new(sources(self.tree.paths(), &built.addresses));
        let sources = self.sources.clone().or_else(|| built.as_ref().map(sources_by)).unwrap_or_default();
        self.sources = Some(Arc::clone(&sources));
        // Pictures are copied with the pages that plans share.
        let all = self.may_all_differ && built.is_some();
        self.may_all_differ &= built.is_none();
        self.maker.show(|before| before.with_site(parts, sources, all), built.as_ref());
    }

    fn wait(&mut self) -> SiteChange {
        loop {
            let heard = self.watcher.wait();
            if let Some(change) = self.heard(heard) {
                self.maker.report.restart_watch();
                return change;
            }
        }
    }

    fn look(&mut self) -> Option<SiteChange> {
        let heard = self.watcher.look();
        self.heard(heard)
    }

    fn wanted(&self) -> BTreeSet<RelPath> {
        self.maker.demand.pages()
    }

    fn call(&self) -> Arc<AtomicBool> {
        self.watcher.rung()
    }
}

/// Returns what each page is written in: its own file, and the latest report of it.
fn sources(files: &[RelPath], addresses: &Addresses) -> BTreeMap<RelPath, String> {
    let mut of_pages: BTreeMap<RelPath, (Option<&RelPath>, Option<&RelPath>)> = BTreeMap::new();
    for file in files {
        let Some(address) = addresses.find(file) else { continue };
        let (own, told) = of_pages.entry(address.page).or_default();
        match address.fragment {
            None => *own = Some(file),
            // In the order of their paths reports follow each other by date. What else stands on a page is a part of it.
            Some(_) if file.parts().any(|part| part == "updates") => *told = Some(file),
            Some(_) => {}
        }
    }
    let name = |(own, told): (Option<&RelPath>, Option<&RelPath>)| {
        let names: Vec<&str> = own.into_iter().chain(told).map(RelPath::as_str).collect();
        names.join(" · ")
    };
    of_pages.into_iter().map(|(page, files)| (page, name(files))).filter(|(_, name)| !name.is_empty()).collect()
}

/// What is known of the history: what this program has learnt, else what builds have kept. It writes nothing to disk.
#[derive(Default)]
struct PreviewMemory {
    program: String,
    learnt: Mutex<BTreeMap<String, Vec<u8>>>,
    disk: RwLock<Option<SiteCache>>,
}

impl PreviewMemory {
    /// Looks into what builds have kept from here on.
    fn look_at(&self, disk: SiteCache) {
        *self.disk.write().unwrap_or_else(PoisonError::into_inner) = Some(disk);
    }
}

impl CacheStore for PreviewMemory {
    fn recall(&self, name: &str) -> Option<Vec<u8>> {
        let learnt = self.learnt.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned();
        learnt.or_else(|| self.disk.read().unwrap_or_else(PoisonError::into_inner).as_ref()?.recall(name))
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.learnt.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), bytes.to_owned());
    }
}
