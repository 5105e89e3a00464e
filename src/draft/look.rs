//! The check of a draft: the site as it would be, beside the site as it is.

use super::draft_file::{DraftFile, DraftedTree};
use crate::{
    content::Audience,
    diag::{Error, Finding, Severity},
    locale::Language,
    pipeline::{self, Input, NoProgress},
    tree::Tree,
    value::Date,
};

/// What a check says of a draft.
#[derive(Clone, Debug)]
pub struct DraftLook {
    /// Mistakes that the draft brings with it: it is not to be written.
    pub errors: Vec<Finding>,
    /// What is left to be filled in in its files.
    pub warnings: Vec<Finding>,
    /// The language they are in.
    pub language: Language,
}

/// Checks the site as it would be with some files.
///
/// # Errors
///
/// Those of [`pipeline::check`].
pub fn look(
    tree: &dyn Tree,
    files: &[DraftFile],
    today: Date,
    messages: Option<Language>,
    version: &str,
) -> Result<DraftLook, Error> {
    let drafted = DraftedTree::new(tree, files);
    let check = |tree: &dyn Tree| {
        let input = Input {
            tree,
            as_of: None,
            today,
            audience: Audience::Draft,
            messages,
            version,
            past: None,
            unrecorded: &[],
            cache: None,
        };
        pipeline::check(&input, &NoProgress)
    };
    let after = check(&drafted)?;
    let (errors, warnings): (Vec<Finding>, Vec<Finding>) =
        after.findings.into_iter().partition(|finding| finding.severity == Severity::Error);
    let is_in_draft = |finding: &Finding| files.iter().any(|file| file.path == finding.path);
    // A mistake that was there before is not the draft's. Lines below an entry that came in are others now.
    let errors = if errors.iter().any(|finding| !is_in_draft(finding)) {
        let before = check(tree).map(|built| built.findings).unwrap_or_default();
        let was = |finding: &Finding| {
            let is_same = |known: &Finding| {
                (known.code, &known.path, &known.message) == (finding.code, &finding.path, &finding.message)
            };
            before.iter().any(is_same)
        };
        errors.into_iter().filter(|finding| !was(finding)).collect()
    } else {
        errors
    };
    let warnings = warnings.into_iter().filter(is_in_draft).collect();
    Ok(DraftLook { errors, warnings, language: after.language })
}
