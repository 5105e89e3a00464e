//! What was found of a site, as other programs take it: SARIF 2.1.0 for code scanning and editors, Code Quality for GitLab.
//!
//! Both name files from the top of the repository, and know a finding again when its line has moved: by a
//! fingerprint (`ListedFindings::fingerprints`).

mod code_quality;
mod sarif;

pub use code_quality::code_quality;
pub use sarif::sarif;

use std::{collections::BTreeMap, fmt::Write as _};

use sha2::{Digest, Sha256};

use crate::{
    diag::{Finding, MoreFindings},
    locale::Language,
};

/// Findings with what is to be known of them all.
#[derive(Clone, Copy, Debug)]
pub struct ListedFindings<'f> {
    /// The findings, by file and line.
    pub findings: &'f [Finding],
    /// How many more there are of each code.
    pub more: &'f [MoreFindings],
    /// The folders that lead from the top of the repository to the site.
    pub folders: &'f [String],
    /// The language of their words.
    pub language: Language,
    /// What a code means, by its name.
    pub meaning: fn(&str) -> Option<&'static str>,
    /// The version of the program.
    pub version: &'f str,
}

impl ListedFindings<'_> {
    /// Returns the path of a file of the site from the top of the repository.
    fn path(&self, within: &str) -> String {
        self.folders.iter().map(String::as_str).chain([within]).collect::<Vec<_>>().join("/")
    }

    /// Returns what each finding is known by from run to run: the sum of its code, its file and the words it stands in. Neither
    /// the line nor the message is in it: lines move, and messages speak of dates and of the language they are in.
    /// Findings that would share one are counted.
    fn fingerprints(&self) -> Vec<String> {
        let mut met: BTreeMap<(&str, &str, &str), usize> = BTreeMap::new();
        let mut prints = Vec::with_capacity(self.findings.len());
        for Finding { code, path, excerpt, .. } in self.findings {
            let (path, excerpt) = (path.as_str(), excerpt.trim());
            let count = met.entry((*code, path, excerpt)).or_default();
            *count = count.saturating_add(1);
            let sum = Sha256::digest(format!("{code}\0{}\0{excerpt}\0{count}", self.path(path)));
            let mut digits = String::with_capacity(64);
            for byte in sum {
                let _ = write!(digits, "{byte:02x}");
            }
            prints.push(digits);
        }
        prints
    }
}

/// Returns the message of a finding with its cure, for programs that show one text.
fn message_with_cure(finding: &Finding) -> String {
    match &finding.help {
        Some(cure) => format!("{} – {cure}", finding.message),
        None => finding.message.clone(),
    }
}
