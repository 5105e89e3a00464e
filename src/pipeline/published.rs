//! Looks through a finished site for what its content hides.

use super::{BuildCounts, Built, Input, SiteMode, editions, opening};
use crate::{
    content::Audience,
    diag::{Diagnostic, Error, FindingLog, Origins, Severity, Sources},
    locale::LOCALES,
    published::{HiddenTexts, HidingRules},
    tree::Tree,
    value::RelPath,
};

/// What a look through a finished site came to.
#[derive(Debug)]
pub struct PublishedLook {
    /// What was found, and the language it is told in.
    pub built: Built,
    /// How many files were looked through.
    pub files: usize,
    /// How many runs of words were looked for.
    pub texts: usize,
}

/// Looks through the files of a finished site for words that its content hides from the audience, now and in the
/// versions that are committed or that editions were cut from; and for personal numbers.
///
/// # Errors
///
/// Answers an [`Error`] when a file of the site, of its past or of the finished site cannot be read.
pub fn check_published(
    input: &Input<'_>,
    files: &mut dyn Iterator<Item = Result<(RelPath, Vec<u8>), Error>>,
) -> Result<PublishedLook, Error> {
    let opened = opening::open(input, SiteMode::default())?.opened;
    let site = &opened.version.settings.site;
    let mut older = Vec::new();
    if let Some(past) = input.past {
        older.extend(past.newest()?);
        for edition in &site.editions {
            older.extend(editions::moment_of(edition, input.past).ok().flatten());
        }
    }
    let trees: Vec<&dyn Tree> = older.iter().map(|version| version.tree.as_ref()).collect();
    let rules = HidingRules { hidden_words: hidden_words(input.audience), as_of: site.as_of };
    // Plans may be in other languages than their site.
    let words = LOCALES.into_iter().flat_map(|language| opened.locales.of(language).words().values().cloned());
    let hidden = HiddenTexts::read(input.tree, &trees, rules, words)?;
    let allowed = &opened.version.settings.allowed_numbers;
    let (mut log, mut count) = (FindingLog::default(), 0_usize);
    for file in files {
        let (path, bytes) = file?;
        count = count.saturating_add(1);
        let found = hidden.look_at(&path, &bytes, &|number| allowed.has(number));
        let finding = |found: &Diagnostic| opened.messages.finding(found, &Sources::default(), &Origins::default());
        log.add(0, found.iter().map(finding));
    }
    let (findings, more) = log.into_parts();
    let findings = super::finish(findings);
    let of_severity = |severity| super::count_severity(&findings, &more, severity);
    let (errors, warnings) = (of_severity(Severity::Error), of_severity(Severity::Warning));
    let counts = BuildCounts { errors, warnings, ..BuildCounts::default() };
    let built = Built {
        findings,
        more,
        counts,
        as_of: site.as_of,
        language: opened.messages.language(),
        addresses: opened.addresses.clone(),
        url: None,
        closed_since: 0,
    };
    Ok(PublishedLook { built, files: count, texts: hidden.len() })
}

/// Returns the words of `visibility` that hide from an audience.
fn hidden_words(audience: Audience) -> &'static [&'static str] {
    match audience {
        Audience::Public => &["internal", "closed", "draft"],
        Audience::Internal => &["closed", "draft"],
        Audience::Closed => &["draft"],
        Audience::Draft => &[],
    }
}
