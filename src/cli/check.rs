//! `fremdrift check`: everything that is wrong, and nothing written.

use fremdrift::{diag::Error, history::VersionControl, pipeline, tree::DiskTree};

use super::{BuildScope, CommonOptions, cache::SiteCache, exit, past::OpenedRepository, report::Reporter};

/// Say what is wrong with the content, and write nothing
///
/// Finds in one run all that `build` would: mistakes in files, references that lead nowhere,
/// figures that do not add up, reports that contradict themselves.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift check\n  fremdrift check --format json > findings.json\n  fremdrift check --language en\n\nExit codes: 0 fine, 1 the content has errors, 2 usage or environment."
)]
pub struct CheckCommand {
    #[command(flatten)]
    scope: BuildScope,
}

impl CheckCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, self.scope.format);
        match self.check(common, &mut report) {
            Ok(code) => code,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn check(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let opened = report.opened(OpenedRepository::find(common, self.scope.whole)?, &common.root)?;
        let cache = SiteCache::to_read(&common.root, opened.as_ref().map(|opened| &opened.repository));
        let past = opened.as_ref().map(|opened| opened.past(Some(&cache)));
        let input = self.scope.viewing.input(common, &tree, past.as_ref().map(|past| past as &dyn VersionControl));
        let built = pipeline::check(&input, &report.progress())?;
        report.findings(&built)?;
        report.cache(&cache);
        report.checked(&built);
        Ok(if built.is_publishable() { exit::FINE } else { exit::CONTENT })
    }
}
