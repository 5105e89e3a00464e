//! `fremdrift check`: everything that is wrong, and nothing written.

use fremdrift::{diag::Error, history::Past, pipeline, tree::DiskTree};

use super::{Common, Scope, cache::Cache, exit, past::Opened, report::Report};

/// Say what is wrong with the content, and write nothing
///
/// Finds in one run all that `build` would: mistakes in files, references that lead nowhere,
/// figures that do not add up, reports that contradict themselves.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift check\n  fremdrift check --format json > findings.json\n  fremdrift check --language en\n\nExit codes: 0 fine, 1 the content has errors, 2 usage or environment."
)]
pub struct Check {
    #[command(flatten)]
    scope: Scope,
}

impl Check {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &Common) -> u8 {
        let mut report = Report::new(common, self.scope.format);
        match self.check(common, &mut report) {
            Ok(code) => code,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn check(&self, common: &Common, report: &mut Report) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let opened = report.opened(Opened::find(common, self.scope.whole)?, &common.root)?;
        let cache = Cache::to_read(&common.root, opened.as_ref().map(|opened| &opened.repository));
        let past = opened.as_ref().map(|opened| opened.past(Some(&cache)));
        let input = self.scope.viewing.input(common, &tree, past.as_ref().map(|past| past as &dyn Past));
        let built = pipeline::check(&input, &report.progress())?;
        report.findings(&built)?;
        report.cache(&cache);
        report.checked(&built);
        Ok(if built.is_publishable() { exit::FINE } else { exit::CONTENT })
    }
}
