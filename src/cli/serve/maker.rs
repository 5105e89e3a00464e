//! Makes the site again and again, with what was learnt of its history.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use fremdrift::{
    diag::{Error, Finding},
    history::{CacheStore, GitPast, HistoryCache, VersionControl},
    locale::Arg,
    output::MemorySink,
    pipeline::{self, Built, NoProgress},
    tree::{DiskTree, Tree},
    value::RelPath,
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
    preview::{Files, Preview, Problem},
    watcher::{Heard, SiteWatcher},
};

/// Makes the site whenever its files are others.
pub struct PreviewMaker {
    common: CommonOptions,
    viewing: ViewerOptions,
    whole: HistoryRequirement,
    report: Reporter,
    shown: watch::Sender<Arc<Preview>>,
    memory: PreviewMemory,
    /// What was found last and is printed.
    told: Option<Vec<Finding>>,
}

/// A site that was made in memory.
struct Made {
    built: Built,
    files: Files,
    sources: BTreeMap<RelPath, String>,
}

impl PreviewMaker {
    /// Makes a maker that shows nothing yet.
    pub fn new(
        common: &CommonOptions,
        viewing: ViewerOptions,
        whole: HistoryRequirement,
        report: Reporter,
        shown: watch::Sender<Arc<Preview>>,
    ) -> Self {
        let memory = PreviewMemory { program: edge::program(), ..PreviewMemory::default() };
        Self { common: common.clone(), viewing, whole, report, shown, memory, told: None }
    }

    /// Says where the site is shown.
    pub fn tell_address(&self, url: &str) {
        self.report.say(&words::SERVE_AT, [Arg::Text(url)]);
    }

    /// Makes the site whenever something is heard of its files or a new day has come, as long as the program runs.
    pub fn go_on(&mut self, mut watcher: SiteWatcher) {
        let mut today = edge::today();
        loop {
            let heard = watcher.wait();
            let now = edge::today();
            match heard {
                Heard::Change => self.make(),
                // Embargoes end and dates pass without anybody saving a file.
                Heard::Nothing if now != today => self.make(),
                Heard::Nothing => {}
                Heard::End => return,
            }
            today = now;
        }
    }

    /// Makes the site and shows it; where it cannot be made, what was shown stays, with the reason.
    pub fn make(&mut self) {
        self.report.restart_watch();
        // A mistake of ours must not end the preview: the next saved text may be one that we can read.
        let made = catch_unwind(AssertUnwindSafe(|| self.try_to_make()));
        let before = Arc::clone(&self.shown.borrow());
        let heading = |report: &Reporter| report.tell(&words::SERVE_BROKEN, []);
        let after = match made {
            Ok(Ok(Made { built, files, sources })) => {
                // What stands in the terminal already is not said again with every saved file.
                if self.told.as_ref() != Some(&built.findings) {
                    // That it could not be printed is not what the author works on.
                    let _ = self.report.findings(&built.report());
                    self.told = Some(built.findings.clone());
                }
                if built.is_publishable() {
                    self.report.made(&built.report());
                    before.with_site(files, sources)
                } else {
                    before.with_problem(Problem {
                        heading: heading(&self.report),
                        text: self.report.drawn_errors(&built.report()),
                    })
                }
            }
            Ok(Err(error)) => {
                self.report.error(&error, &self.common.root);
                let text = self.report.error_text(&error);
                before.with_problem(Problem { heading: heading(&self.report), text })
            }
            Err(_) => {
                let text = self.report.tell(&words::SERVE_BUG, []);
                before.with_problem(Problem { heading: heading(&self.report), text })
            }
        };
        self.shown.send_replace(Arc::new(after));
    }

    fn try_to_make(&mut self) -> Result<Made, Error> {
        let tree = DiskTree::open(&self.common.root)?;
        let opened: Result<OpenedRepository, NoHistory> = OpenedRepository::find(&self.common, self.whole)?;
        let opened = opened.ok();
        let repository = opened.as_ref().map(|opened| &opened.repository);
        self.memory.look_at(SiteCache::to_read(&self.common.root, repository));
        let past = opened.as_ref().map(|OpenedRepository { repository, head }| GitPast {
            repository,
            head: *head,
            kept: Some(HistoryCache { memory: &self.memory, program: &self.memory.program }),
        });
        let past = past.as_ref().map(|past| past as &dyn VersionControl);
        let sink = MemorySink::default();
        let built = pipeline::build(&self.viewing.input(&self.common, &tree, past), &sink, &NoProgress)?;
        let sources = sources(tree.paths(), &built.addresses);
        Ok(Made { built, files: sink.into_files(), sources })
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
