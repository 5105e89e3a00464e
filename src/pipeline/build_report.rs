//! What is said of a build: what was found and what it came to. It can be written down, so that a build that has nothing to
//! do says the same again.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{BuildCounts, Built};
use crate::{
    diag::{Code, Finding, FindingCure, MoreFindings, Severity},
    locale::Language,
    value::{Date, RelPath},
};

/// What is said of a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildReport<'b> {
    /// What an author should know, by file and line: the first findings, where there are very many.
    pub findings: Cow<'b, [Finding]>,
    /// How many more there are of each code.
    pub more: Cow<'b, [MoreFindings]>,
    /// How many of everything.
    pub counts: BuildCounts,
    /// The date the site speaks of.
    pub as_of: Date,
    /// The language its messages are in.
    pub language: Language,
}

impl Built {
    /// Returns what is said of it.
    #[must_use]
    pub fn report(&self) -> BuildReport<'_> {
        BuildReport {
            findings: Cow::Borrowed(&self.findings),
            more: Cow::Borrowed(&self.more),
            counts: self.counts,
            as_of: self.as_of,
            language: self.language,
        }
    }
}

impl BuildReport<'_> {
    /// Tells whether the site may be published: there is no error among the findings.
    #[must_use]
    pub fn is_publishable(&self) -> bool {
        self.counts.errors == 0
    }

    /// Tells whether all is well: no error, and where `is_strict` no warning either. Notes are none.
    #[must_use]
    pub fn is_fine(&self, is_strict: bool) -> bool {
        self.is_publishable() && !(is_strict && self.counts.warnings > 0)
    }

    /// Writes it down; `None` where that cannot be done.
    #[must_use]
    pub fn written(&self) -> Option<Vec<u8>> {
        let findings = self.findings.iter().map(WrittenFinding::of).collect();
        let more = self.more.iter().map(|more| (more.code.to_owned(), more.severity, more.count)).collect();
        let (counts, as_of, language) = (self.counts, self.as_of, self.language.tag().to_owned());
        postcard::to_allocvec(&WrittenReport { findings, more, counts, as_of, language }).ok()
    }
}

impl BuildReport<'static> {
    /// Reads what was written down; `None` where it is no such thing, or names a code that is none of `codes`.
    #[must_use]
    pub fn read(bytes: &[u8], codes: &[&'static Code]) -> Option<Self> {
        let written: WrittenReport = postcard::from_bytes(bytes).ok()?;
        let code = |name: &str| codes.iter().find(|code| code.name == name).map(|code| code.name);
        let findings = written.findings.into_iter().map(|finding| finding.read(code)).collect::<Option<Vec<_>>>()?;
        let more = written.more.into_iter().map(|(name, severity, count)| {
            let code = code(&name)?;
            Some(MoreFindings { code, severity, count })
        });
        Some(Self {
            findings: findings.into(),
            more: more.collect::<Option<Vec<_>>>()?.into(),
            counts: written.counts,
            as_of: written.as_of,
            language: Language::parse(&written.language)?,
        })
    }
}

#[derive(Serialize, Deserialize)]
struct WrittenReport {
    findings: Vec<WrittenFinding>,
    more: Vec<(String, Severity, usize)>,
    counts: BuildCounts,
    as_of: Date,
    language: String,
}

/// A finding with the name of its code.
#[derive(Serialize, Deserialize)]
struct WrittenFinding {
    code: String,
    severity: Severity,
    path: RelPath,
    place: (u32, u32, u32, u32),
    excerpt: (String, u32),
    message: String,
    label: Option<String>,
    help: Option<String>,
    cures: Vec<(u32, u32, String)>,
}

impl WrittenFinding {
    fn of(finding: &Finding) -> Self {
        Self {
            code: finding.code.to_owned(),
            severity: finding.severity,
            path: finding.path.clone(),
            place: (finding.line, finding.last_line, finding.column, finding.width),
            excerpt: (finding.excerpt.clone(), finding.excerpt_start),
            message: finding.message.clone(),
            label: finding.label.clone(),
            help: finding.help.clone(),
            cures: finding.cures.iter().map(|cure| (cure.start, cure.end, cure.text.clone())).collect(),
        }
    }

    fn read(self, code: impl Fn(&str) -> Option<&'static str>) -> Option<Finding> {
        let ((line, last_line, column, width), (excerpt, excerpt_start)) = (self.place, self.excerpt);
        let cures = self.cures.into_iter().map(|(start, end, text)| FindingCure { start, end, text });
        Some(Finding {
            code: code(&self.code)?,
            severity: self.severity,
            path: self.path,
            line,
            last_line,
            column,
            width,
            excerpt,
            excerpt_start,
            message: self.message,
            label: self.label,
            help: self.help,
            cures: cures.collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diag::{Diagnostic, Origins, Place, Sources},
        tree::{STRAY_FILE, SYMLINK},
    };

    #[test]
    fn says_the_same_again() {
        let path = RelPath::new("content/å.md").expect("a path");
        let place = Place::Line(path, 3, 4);
        let located = Finding::locate(&Diagnostic::new(&SYMLINK, place), &Sources::default(), &Origins::default());
        let cures = vec![FindingCure { start: 1, end: 2, text: "x".into() }];
        let finding = Finding { label: Some("her".into()), help: None, excerpt: "…linje".into(), cures, ..located };
        let more = MoreFindings { code: STRAY_FILE.name, severity: Severity::Warning, count: 7 };
        let report = BuildReport {
            findings: vec![finding].into(),
            more: vec![more].into(),
            counts: BuildCounts { warnings: 8, pages: 3, ..BuildCounts::default() },
            as_of: "2020-06-30".parse().expect("a day"),
            language: Language::Swedish,
        };
        let written = report.written().expect("written");
        assert_eq!(BuildReport::read(&written, &[&SYMLINK, &STRAY_FILE]), Some(report));
        assert_eq!(BuildReport::read(&written, &[&SYMLINK]), None, "a code that there is none of any more");
        assert_eq!(BuildReport::read(&written[..9], &[&SYMLINK, &STRAY_FILE]), None);
    }
}
