//! `fremdrift build`: content becomes the published site.

use std::path::{Path, PathBuf};

use fremdrift::{
    content::Audience,
    diag::{Error, ErrorKind},
    history::VersionControl,
    locale::Arg,
    output::{PublishOutcome, Purpose, Staging},
    pipeline::{self, BuildReport, Input},
    tree::DiskTree,
    value::Id,
};

use super::{
    BuildScope, CommonOptions,
    cache::{self, SiteCache},
    codes::OUTPUT_IN_SOURCES,
    exit,
    kept_build::{self, AskedBuild, RepeatedBuild},
    report::Reporter,
    site_repository::OpenedRepository,
    words,
};

/// Make the site and publish it
///
/// Everything is made beside the published site and takes its place in one step, once all of it
/// has succeeded. While the content has an error, nothing is published.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift build\n  fremdrift build --root ../status --out /srv/www/status\n  fremdrift build --as-of 2020-06-30 --audience internal\n  fremdrift build --edition 2020-06 --out ../moede\n\nExit codes: 0 fine, 1 the content has errors (with --strict also warnings), 2 usage or environment (with --strict also files that are not committed)."
)]
pub struct BuildCommand {
    /// The folder the site is published to; everything in it is ours
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Build one edition of site.toml alone, as it was
    #[arg(long, value_name = "ID", value_parser = super::id)]
    edition: Option<Id>,
    /// Make all of it anew, and keep nothing for the next build
    #[arg(long)]
    no_cache: bool,
    #[command(flatten)]
    scope: BuildScope,
}

impl BuildCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let out = self.out.clone().unwrap_or_else(|| common.root.join("public"));
        let mut report = Reporter::new(common, self.scope.format);
        match self.publish(common, &out, &mut report) {
            Ok(code) => code,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn publish(&self, common: &CommonOptions, out: &Path, report: &mut Reporter) -> Result<u8, Error> {
        let audience = Audience::from(self.scope.viewing.audience);
        let purpose =
            Purpose { audience: audience.word().to_owned(), edition: self.edition.as_ref().map(Id::to_string) };
        if self.scope.strict && self.refuse_unrecorded(common, out, report)? {
            return Ok(exit::USAGE);
        }
        let asked = self.asked(common, &purpose, out);
        let asked = match asked.map(|asked| asked.repeated(self.scope.strict)) {
            Some(Ok(repeated)) => return self.say_again(repeated, common, out, report),
            Some(Err(asked)) => Some(*asked),
            None => None,
        };
        let tree = DiskTree::open(&common.root)?;
        refuse_sources(&common.root, out)?;
        let opened = report.opened(OpenedRepository::find(common, self.scope.whole)?, &common.root)?;
        let repository = opened.as_ref().map(|opened| &opened.repository);
        let is_withheld = kept_build::is_withheld(&common.root);
        let kept = (is_withheld || !self.no_cache).then(|| SiteCache::to_keep(&common.root, repository));
        if is_withheld {
            // Its words would lie there on, for whoever copies the folder.
            kept.iter().for_each(SiteCache::empty);
        } else if asked.is_none() {
            kept.iter().for_each(kept_build::forget);
        }
        let cache = kept.as_ref().filter(|_| !self.no_cache);
        let past = opened.as_ref().map(|opened| opened.past(cache));
        let staging = Staging::open(out, env!("CARGO_PKG_VERSION"), purpose)?;
        let unrecorded = repository.map_or_else(|| Ok(Vec::new()), |repository| repository.unrecorded(&tree))?;
        let input = self.scope.viewing.input(common, &tree, past.as_ref().map(|past| past as &dyn VersionControl));
        let input = Input { unrecorded: &unrecorded, cache: cache.map(SiteCache::kept), ..input };
        let built = match &self.edition {
            Some(id) => pipeline::build_edition(&input, id, &staging, &report.progress())?,
            None => pipeline::build(&input, &staging, &report.progress())?,
        };
        let said = built.report();
        report.findings(&said)?;
        kept.iter().for_each(|kept| report.cache(kept));
        if !built.is_fine(self.scope.strict) {
            report.refused(&said, out);
            return Ok(exit::CONTENT);
        }
        // Why something kept was not used is to be said again, and by whoever finds it.
        let asked = asked.filter(|_| cache.is_some_and(|cache| cache.refusal().is_none()));
        let look = || asked.as_ref()?.look_at_published();
        let (published, sealed) = staging.finish_and_seal(look)?;
        if let Some((asked, sealed)) = asked.as_ref().zip(sealed) {
            asked.keep(&said, sealed, published.written.saturating_add(published.kept));
        }
        Ok(self.said(&said, &published, out, report))
    }

    /// Tells whether the site lies in git and holds what no commit has, and says so: what is published strictly is what was
    /// committed, and can be made again from that.
    fn refuse_unrecorded(&self, common: &CommonOptions, out: &Path, report: &mut Reporter) -> Result<bool, Error> {
        let Ok(opened) = OpenedRepository::find(common, self.scope.whole)? else { return Ok(false) };
        let tree = DiskTree::open(&common.root)?;
        let unrecorded = opened.repository.unrecorded(&tree)?;
        let Some(first) = unrecorded.first() else { return Ok(false) };
        report.speak(pipeline::catalogue(&self.scope.viewing.input(common, &tree, None))?.language);
        let out = out.display().to_string();
        let args = [Arg::Text(first.as_str()), Arg::from(unrecorded.len()), Arg::Text(&out)];
        report.refuse(&words::SAY_UNRECORDED_STRICTLY, args);
        Ok(true)
    }

    /// Looks at all that the build is a function of, where what is kept may be used.
    fn asked(&self, common: &CommonOptions, purpose: &Purpose, out: &Path) -> Option<AskedBuild> {
        let may_keep = !self.no_cache && kept_build::may_keep(&common.root);
        may_keep.then(|| AskedBuild::look(common, &self.scope, purpose, out)).flatten()
    }

    /// Says what the last build said, which is published as it was.
    fn say_again(
        &self,
        last: RepeatedBuild,
        common: &CommonOptions,
        out: &Path,
        report: &mut Reporter,
    ) -> Result<u8, Error> {
        report.opened(last.opened, &common.root)?;
        report.findings(&last.report)?;
        let published = PublishOutcome { written: 0, kept: last.files, removed: 0, replaced: false };
        Ok(self.said(&last.report, &published, out, report))
    }

    /// Says that the site is published, and for whom.
    fn said(&self, said: &BuildReport<'_>, published: &PublishOutcome, out: &Path, report: &Reporter) -> u8 {
        report.built(said, published, out);
        let audience = Audience::from(self.scope.viewing.audience);
        let as_of = self.scope.viewing.as_of.map(|_| report.date(said.as_of));
        let other_audience = (audience != Audience::Public).then(|| audience.word().to_owned());
        let limits =
            [("edition", self.edition.as_ref().map(Id::to_string)), ("audience", other_audience), ("as-of", as_of)];
        let limits: Vec<(&str, String)> = limits.into_iter().filter_map(|(what, value)| Some((what, value?))).collect();
        report.written_for(&limits, out);
        exit::FINE
    }
}

/// Refuses to publish into the folders the site is made of: the next build would read its own output.
pub fn refuse_sources(root: &Path, out: &Path) -> Result<(), Error> {
    let absolute = |path: &Path| std::path::absolute(path).map_err(|error| Error::io("finding", path, error));
    let (root, out) = (absolute(root)?, absolute(out)?);
    let inside = ["content", "themes", cache::FOLDER].into_iter().find(|folder| out.starts_with(root.join(folder)));
    match inside {
        Some(folder) => {
            let error = Error::coded(ErrorKind::ForeignFiles, &OUTPUT_IN_SOURCES);
            Err(error.with("path", out.display().to_string()).with("folder", folder))
        }
        None => Ok(()),
    }
}
