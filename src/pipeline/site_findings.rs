//! What is found of a site beside its plans: in `site.toml`, the registers, the theme and the past.

use super::OpenedSite;
use crate::{
    content::{self, ParseLog},
    diag::{Diagnostic, Finding, FindingLog, Place, Severity},
};

/// What was found of what all plans share, stage by stage.
#[derive(Clone)]
pub struct SiteFindings {
    /// Where things stand in `site.toml`, the registers and the theme.
    notebook: ParseLog,
    found: Vec<Finding>,
    misread: Vec<Finding>,
}

impl SiteFindings {
    /// Begins with what was found while a site was opened.
    pub fn new(opened: &OpenedSite<'_>, mut notebook: ParseLog) -> Self {
        let damaged = content::damaged_files(&notebook);
        let diagnostics = std::mem::take(&mut notebook.diagnostics);
        let is_misread = |found: &&Diagnostic| {
            let of_parser = match &found.place {
                Place::Span(span) => notebook.sources.get(span.source).map(|source| &source.path),
                Place::File(path) | Place::Line(path, ..) if damaged.contains(path) => Some(path),
                _ => None,
            };
            found.severity == Severity::Error && of_parser.is_some_and(|path| path.as_str() == content::SitePaths::FILE)
        };
        let misread: Vec<Diagnostic> = diagnostics.iter().filter(is_misread).cloned().collect();
        let mut findings = Self { notebook, found: Vec::new(), misread: Vec::new() };
        findings.report(opened, misread);
        findings.misread = std::mem::take(&mut findings.found);
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

    /// Returns the lines of `site.toml` that could not be read: what such a line withholds, such as `redact` of a wrong
    /// type, would be taken for nothing. A build is stopped by them; so must be whatever tells without building.
    pub fn misread(&self) -> &[Finding] {
        &self.misread
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
