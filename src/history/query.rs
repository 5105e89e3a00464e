//! What is asked of the past, and a site as it stood at one commit.

use std::collections::BTreeMap;

use super::{HistoryDisclosure, redaction::Redactions};
use crate::{
    content::{Viewer, Withheld},
    git::CommitId,
    tree::Tree,
    value::{Date, Id},
};

/// The site at one commit.
pub struct PastVersion {
    /// The commit.
    pub id: CommitId,
    /// The day it was recorded, in Copenhagen.
    pub recorded: Date,
    /// Whether the site lay then where it lies today.
    pub lay_here: bool,
    /// The files of the site.
    pub tree: Box<dyn Tree>,
}

/// What is asked of the past.
#[derive(Clone, Copy)]
pub struct HistoryQuery<'a> {
    /// Whom the history is for, and as of when: no report that is later is in it.
    pub viewer: Viewer,
    /// What the site of today does not show, by plan.
    pub hidden: Option<&'a BTreeMap<Id, Withheld>>,
    /// The tag or commit that history counts from: what stood in it is where it begins.
    pub since: Option<&'a str>,
    /// What is shown beside what changed.
    pub shown: HistoryDisclosure,
    /// What of it is withheld.
    pub redactions: Option<&'a Redactions>,
}
