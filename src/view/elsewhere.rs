//! Other versions of the site that its pages lead to: the edition before and after, and the site of today.

use std::{collections::BTreeSet, sync::Arc};

use crate::value::RelPath;

/// Another version of the site, as pages of this one lead to it.
#[derive(Clone, Debug)]
pub struct OtherVersion {
    /// Which it is, seen from this one.
    pub kind: OtherVersionKind,
    /// What it is called; the site of today has no name of its own.
    pub title: String,
    /// The way from the root of this version to its root, with a `/` at the end.
    pub root: String,
    /// The pages it is known to have.
    pub pages: Arc<BTreeSet<RelPath>>,
}

/// Which version of the site another is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtherVersionKind {
    /// The edition before the one that is read.
    Before,
    /// The edition after it.
    After,
    /// The site of today.
    Today,
    /// An edition, seen from the site of today.
    Earlier,
}
