//! The past of a site as pages have it: what was said when, and the editions that were cut.

use std::collections::BTreeMap;

use crate::{
    history::{CommitText, History, HistoryByPlan},
    summary::EditionSummary,
    value::Date,
};

/// The past of the site, for its pages.
#[derive(Clone, Copy, Debug)]
pub struct Past<'a> {
    /// What was said when.
    pub history: &'a History,
    /// The same, plan by plan.
    pub chronicle: &'a HistoryByPlan,
    /// The editions that are cut, the oldest first.
    pub editions: &'a [EditionCut<'a>],
    /// What commits say of themselves, by their places, as far as that is shown.
    pub said: &'a BTreeMap<usize, CommitText>,
}

/// An edition in the order of the history.
#[derive(Clone, Copy, Debug)]
pub struct EditionCut<'a> {
    /// What it said.
    pub snapshot: &'a EditionSummary,
    /// The place of its commit in the history; `None` where it lies off the branch.
    pub place: Option<usize>,
    /// The day that commit was recorded.
    pub recorded: Date,
}

impl EditionCut<'_> {
    /// Tells whether a commit came after the edition was cut.
    pub(super) fn is_before(&self, place: usize, recorded: Date) -> bool {
        self.place.map_or(self.recorded < recorded, |cut| cut < place)
    }
}
