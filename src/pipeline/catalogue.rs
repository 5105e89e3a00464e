//! Which editions a site declares, how each stands, and what one says that another did not.

use super::{
    Input, OpenedSite, Progress, SiteDiff, SiteMode, closed_today,
    counts::WithheldCounts,
    diff::{DiffRedaction, between},
    editions::{self, EditionState},
    known::{self, HistoryReach},
    opening::{self, Opening},
    redaction,
    site_mode::EditionBuild,
    visibility::Visibility,
};
use crate::{
    diag::{Error, ErrorKind, Finding, Severity},
    git::CommitId,
    history::PastVersion,
    locale::Language,
    model::Edition,
    value::{Date, Id},
    wording::VersionLabel,
};

/// The editions of a site.
#[derive(Clone, Debug)]
pub struct Catalogue {
    /// In the order of `site.toml`.
    pub editions: Vec<ListedEdition>,
    /// What is wrong with what all plans share: `site.toml`, the registers, the theme.
    pub errors: Vec<Finding>,
    /// The date the site speaks of.
    pub as_of: Date,
    /// The language its messages are in.
    pub language: Language,
}

/// An edition and how it stands.
#[derive(Clone, Debug)]
pub struct ListedEdition {
    /// The edition.
    pub edition: Edition,
    /// How it stands.
    pub state: CatalogueState,
}

/// How an edition stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatalogueState {
    /// It follows the content of today.
    Open,
    /// It is cut and does not change any more.
    Cut {
        /// The commit it is cut from.
        commit: CommitId,
        /// The day that was recorded, in Copenhagen.
        recorded: Date,
    },
    /// It speaks of a day that is later than the one the site speaks of. It is not made.
    Later,
    /// It names a revision, and the site lies in no repository. It is not made.
    NoRepository,
    /// It names a revision that does not exist. It is not made.
    UnknownRevision,
    /// It names a branch, or whatever else moves. It is not made.
    Moves,
    /// It names a commit in which the site was not. It is not made.
    NoSite,
    /// It names a commit whose files were not fetched. It is not made.
    NotFetched,
}

/// Lists the editions of a site and tells how each stands.
///
/// # Errors
///
/// Answers an [`Error`] when `site.toml` or a revision that exists cannot be read.
pub fn catalogue(input: &Input<'_>) -> Result<Catalogue, Error> {
    let Opening { opened, findings, .. } = opening::open(input, SiteMode::default())?;
    let site = &opened.version.settings.site;
    let listed = site.editions.iter().map(|edition| {
        let state = match EditionState::of(edition, input.past)? {
            EditionState::Unknown => CatalogueState::UnknownRevision,
            EditionState::NoRepository => CatalogueState::NoRepository,
            EditionState::Moves => CatalogueState::Moves,
            EditionState::NoSite => CatalogueState::NoSite,
            EditionState::Unfetched => CatalogueState::NotFetched,
            _ if edition.as_of > site.as_of => CatalogueState::Later,
            EditionState::Cut(PastVersion { id, recorded, .. }) => CatalogueState::Cut { commit: id, recorded },
            EditionState::Open => CatalogueState::Open,
        };
        Ok(ListedEdition { edition: edition.clone(), state })
    });
    let editions = listed.collect::<Result<_, Error>>()?;
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    let errors = findings.iter().filter(|finding| is_error(finding)).cloned().collect();
    Ok(Catalogue { editions, errors, as_of: site.as_of, language: opened.messages.language() })
}

/// Tells what one edition of a site says that another did not, each as its readers see it: what is hidden today is
/// told of neither.
///
/// # Errors
///
/// Answers an [`Error`] of kind [`NotFound`](crate::diag::ErrorKind::NotFound) when there is no such edition or it cannot be made, and when a
/// file that was listed cannot be read.
pub fn compare_editions(
    input: &Input<'_>,
    before: &Id,
    after: &Id,
    progress: &dyn Progress,
) -> Result<SiteDiff, Error> {
    let Opening { opened, mut findings, .. } = opening::open(input, SiteMode::default())?;
    let found = editions::find(&opened, &mut findings)?;
    let closed = closed_today(&opened)?;
    let HistoryReach { hidden, reached, redaction, .. } = known::look_back(&opened, &mut findings, &found, closed)?;
    redaction::stop_at_mistakes(&findings)?;
    let [before, after] = [before, after].map(|id| OpenedEdition::find(&opened, id));
    let (before, after) = (before?, after?);
    let withheld = |of: &OpenedEdition| -> Result<_, Error> {
        let moment = of.moment.as_ref();
        let (hidden, redacted) = editions::withheld(&opened, of.edition, moment, (&hidden, &reached), &redaction)?;
        if redacted.is_unfit {
            let error = Error::coded(ErrorKind::NotFound, &editions::EDITION_REDACTED);
            return Err(error.with("id", of.edition.id.as_str()));
        }
        Ok((hidden.into_owned(), redacted))
    };
    let ((mut old, old_redacted), (mut new, new_redacted)) = (withheld(&before)?, withheld(&after)?);
    // What one of them does not show is no news of the other.
    old.hide_records_of(&new_redacted.visibility);
    new.hide_records_of(&old_redacted.visibility);
    let inputs = [before.input(input), after.input(input)];
    let sides = (opening::open(&inputs[0], before.frame(&old))?, opening::open(&inputs[1], after.frame(&new))?);
    let redacted = DiffRedaction { redaction: &redaction, sides: [&old_redacted, &new_redacted] };
    let mut diff = between(sides.0, sides.1, (Some(redacted), WithheldCounts::default()), progress)?;
    let version =
        |opened: &OpenedEdition<'_>| VersionLabel { name: Some(opened.edition.title.clone()), recorded: None };
    diff.changes.versions = Some([version(&before), version(&after)]);
    // Nobody mends an edition, so that it is no matter which of the two cannot be read.
    diff.has_errors |= !diff.changes.unreadable.is_empty();
    Ok(diff)
}

/// An edition that can be made.
struct OpenedEdition<'e> {
    edition: &'e Edition,
    /// The commit it is cut from; `None` while it is open.
    moment: Option<PastVersion>,
}

impl<'e> OpenedEdition<'e> {
    fn find(opened: &'e OpenedSite<'_>, id: &Id) -> Result<Self, Error> {
        let declared = &opened.version.settings.site.editions;
        let edition =
            declared.iter().find(|edition| edition.id == *id).ok_or_else(|| editions::unknown(id, declared))?;
        Ok(Self { edition, moment: editions::moment_of(edition, opened.input.past)? })
    }

    fn input<'i>(&'i self, today: &Input<'i>) -> Input<'i> {
        editions::input(today, self.edition, self.moment.as_ref())
    }

    fn frame<'f>(&'f self, hidden: &'f Visibility) -> SiteMode<'f> {
        let commit = self.moment.as_ref().map(|moment| (moment.id, moment.recorded));
        let cut = EditionBuild { edition: self.edition, commit, is_below: false, address: None, page: None };
        SiteMode { edition: Some(cut), withheld: Some(hidden), ..SiteMode::default() }
    }
}
