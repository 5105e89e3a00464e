//! What is found of a site beside its plans: in `site.toml`, the registers, the theme and the past.

use super::OpenedSite;
use crate::{
    content::ParseLog,
    diag::{Diagnostic, Finding, FindingLog},
};

/// What was found of what all plans share, stage by stage.
pub struct SiteFindings {
    /// Where things stand in `site.toml`, the registers and the theme.
    notebook: ParseLog,
    found: Vec<Finding>,
}

impl SiteFindings {
    /// Begins with what was found while a site was opened.
    pub fn new(opened: &OpenedSite<'_>, mut notebook: ParseLog) -> Self {
        let diagnostics = std::mem::take(&mut notebook.diagnostics);
        let mut findings = Self { notebook, found: Vec::new() };
        findings.report(opened, diagnostics);
        findings
    }

    /// Adds what was found of `site.toml`, the registers and the theme.
    pub fn report(&mut self, opened: &OpenedSite<'_>, diagnostics: Vec<Diagnostic>) {
        self.notebook.diagnostics = diagnostics;
        self.found.extend(opened.located(&self.notebook));
    }

    /// Returns what was found so far.
    pub fn iter(&self) -> impl Iterator<Item = &Finding> {
        self.found.iter()
    }

    /// Returns all of it, with what was found elsewhere of what all plans share.
    pub fn with(self, others: FindingLog) -> FindingLog {
        let mut log = FindingLog::default();
        log.add(0, self.found);
        log.join(0, others);
        log
    }

    /// Returns all of it.
    pub fn into_vec(self) -> Vec<Finding> {
        self.found
    }
}
