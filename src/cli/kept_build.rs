//! What a build keeps of itself for the next one: a build that has nothing to do says what the last one said, and ends.
//!
//! It has nothing to do where all that a build is a function of is as it was, and the published folder is as it was left. In
//! any doubt it is made anew: nothing is kept of what was refused, of a clone that lacks something or of a past of which
//! something is withheld, and what cannot be looked at or read is none.

use std::{
    borrow::Cow,
    path::{Path, PathBuf},
    time::SystemTime,
};

use fremdrift::{
    content::Audience,
    history::CacheStore,
    output::{self, Purpose, Seal},
    pipeline::BuildReport,
    tree::{FileLook, LookedAt},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    BuildScope, CommonOptions,
    cache::SiteCache,
    edge, report,
    site_repository::{NoHistory, OpenedRepository},
};

/// The version of the layout of bytes.
const LAYOUT: u32 = 1;

/// How many bytes a sum has.
const SUM: usize = 32;

/// A build as it is asked for: what it was made of when it began, and where the last one like it was kept.
pub struct AskedBuild {
    /// The repository, where there is one.
    opened: Result<OpenedRepository, NoHistory>,
    cache: SiteCache,
    name: String,
    key: [u8; SUM],
    inputs: FileLook,
    out: PathBuf,
    purpose: Purpose,
    /// When all of it was looked at.
    now: SystemTime,
}

/// What a build with nothing to do needs of the last one.
pub struct RepeatedBuild {
    /// The repository, where there is one.
    pub opened: Result<OpenedRepository, NoHistory>,
    /// What was said.
    pub report: BuildReport<'static>,
    /// How many files stand in the published folder.
    pub files: usize,
}

/// What is written down.
#[derive(Serialize, Deserialize)]
struct KeptBuild<'b> {
    key: [u8; SUM],
    inputs: FileLook,
    published: FileLook,
    seal: Seal,
    files: usize,
    /// Not copied where it is read: a site with thousands of findings has a megabyte of it.
    #[serde(borrow)]
    report: Cow<'b, [u8]>,
}

impl AskedBuild {
    /// Looks at all that a build is a function of; `None` where nothing can be known of it before it is made.
    pub fn look(common: &CommonOptions, scope: &BuildScope, purpose: &Purpose, out: &Path) -> Option<Self> {
        // Before anything is looked at: what is changed from here on, is fresh.
        let now = edge::now().into();
        let opened = OpenedRepository::find(common, scope.whole).ok()?;
        let folders = match &opened {
            // What a clone lacks may be fetched without a trace that is looked at.
            Ok(opened) if opened.repository.is_incomplete() => return None,
            Ok(opened) => opened.repository.folders(),
            Err(NoHistory::Repository) => Vec::new(),
            Err(NoHistory::Commit) => return None,
        };
        let mut things = vec![LookedAt::Site(common.root.clone())];
        things.extend(folders.iter().cloned().map(LookedAt::Repository));
        let inputs = FileLook::of(&things, now)?;
        let cache = SiteCache::to_keep(&common.root, opened.as_ref().ok().map(|opened| &opened.repository));
        let absolute = |path: &Path| std::path::absolute(path).ok();
        let asked = [
            format!("layout {LAYOUT}"),
            format!("program {}", edge::program()),
            format!("root {:?}", absolute(&common.root)?),
            format!("out {:?}", absolute(out)?),
            format!("repository {folders:?} {:?}", opened.as_ref().ok().map(|opened| opened.repository.prefix())),
            format!("purpose {purpose:?}"),
            format!("as of {:?} {}", scope.viewing.as_of, edge::today()),
            format!("messages {:?}", common.language),
        ];
        let key = Sha256::digest(asked.join("\n")).into();
        let name = name(&purpose.audience, purpose.edition.is_some());
        let (out, purpose) = (out.to_owned(), purpose.clone());
        Some(Self { opened, cache, name, key, inputs, out, purpose, now })
    }

    /// Returns the last build like it, where nothing has changed since and what was found then lets it be published.
    pub fn repeated(self, is_strict: bool) -> Result<RepeatedBuild, Box<Self>> {
        match self.recall().filter(|(report, _)| report.is_fine(is_strict)) {
            Some((report, files)) => Ok(RepeatedBuild { opened: self.opened, report, files }),
            None => Err(Box::new(self)),
        }
    }

    fn recall(&self) -> Option<(BuildReport<'static>, usize)> {
        let bytes = self.cache.recall(&self.name)?;
        let kept = KeptBuild::read(&bytes)?;
        if kept.key != self.key || !kept.inputs.is_confirmed_by(&self.inputs) {
            return None;
        }
        let published = self.look_at_published()?;
        if !kept.published.is_confirmed_by(&published) || !output::is_at_rest(&self.out) {
            return None;
        }
        if kept.published.is_unsure() && !kept.seal.holds(&self.out, &self.purpose) {
            return None;
        }
        let codes: Vec<_> = fremdrift::codes().into_iter().map(|(_, code)| code).collect();
        let report = BuildReport::read(&kept.report, &codes)?;
        let files = kept.files;
        if !(kept.inputs.is_settled() && kept.published.is_settled()) {
            // What was changed just before need not be read the next time.
            self.write(&KeptBuild { inputs: self.inputs.clone(), published, ..kept });
        }
        Some((report, files))
    }

    /// Looks at the published folder.
    pub fn look_at_published(&self) -> Option<FileLook> {
        FileLook::glance(&[LookedAt::Folder(self.out.clone())], self.now)
    }

    /// Keeps a build that has published so many files.
    pub fn keep(&self, report: &BuildReport<'_>, (published, seal): (FileLook, Seal), files: usize) {
        if let Some(report) = report.written() {
            let report = report.into();
            self.write(&KeptBuild { key: self.key, inputs: self.inputs.clone(), published, seal, files, report });
        }
    }

    fn write(&self, kept: &KeptBuild<'_>) {
        if let Some(bytes) = kept.written() {
            self.cache.keep(&self.name, &bytes);
        }
    }
}

impl<'b> KeptBuild<'b> {
    fn written(&self) -> Option<Vec<u8>> {
        let body = postcard::to_allocvec(self).ok()?;
        Some([Sha256::digest(&body).as_slice(), body.as_slice()].concat())
    }

    /// Reads what was kept, once it is known to be whole.
    fn read(bytes: &'b [u8]) -> Option<Self> {
        let (sum, body) = bytes.split_first_chunk::<SUM>()?;
        (Sha256::digest(body).as_slice() == sum).then(|| postcard::from_bytes(body).ok()).flatten()
    }
}

/// Tells whether a build of a site may be kept: not where something of the past is withheld, whose words it could hold, nor
/// where nobody can tell.
pub fn may_keep(root: &Path) -> bool {
    report::site_settings(root).is_some_and(|settings| settings.history_redact.is_empty())
}

/// Tells whether something of a site's past is withheld, so that nothing may lie there that an earlier build has kept.
pub fn is_withheld(root: &Path) -> bool {
    report::site_settings(root).is_some_and(|settings| !settings.history_redact.is_empty())
}

/// Takes away all builds that were kept.
pub fn forget(cache: &SiteCache) {
    let is_kept = |name: &String| cache.recall(name).is_some_and(|bytes| !bytes.is_empty());
    names().filter(is_kept).for_each(|name| cache.keep(&name, &[]));
}

/// The name a build is kept under: few, so that old ones make room.
fn name(audience: &str, is_edition: bool) -> String {
    let what = if is_edition { "-edition" } else { "" };
    format!("build-{audience}{what}")
}

/// Returns all names that a build may be kept under.
fn names() -> impl Iterator<Item = String> {
    let audiences = [Audience::Public, Audience::Internal, Audience::Closed, Audience::Draft].into_iter();
    audiences.flat_map(|audience| [false, true].map(|is_edition| name(audience.word(), is_edition)))
}
