//! What a site is made as: the one of today, or an edition of it.

use super::{pack_request::PackRequest, visibility::Visibility};
use crate::{
    git::CommitId,
    model::Edition,
    site::AllowedNumbers,
    summary::EditionSummary,
    value::{Date, RelPath},
    view::{OtherVersion, Past},
};

/// What a site is made as.
#[derive(Clone, Copy, Debug, Default)]
pub struct SiteMode<'f> {
    /// The edition it is; `None` is the site of today.
    pub edition: Option<EditionBuild<'f>>,
    /// What the site of today does not show, by plan: no edition may.
    pub withheld: Option<&'f Visibility>,
    /// What of its plans is not shown, where that has been decided already.
    pub decided: Option<&'f Visibility>,
    /// What the site of today lets be published that looks like a personal number: an old version may not allow more.
    pub allowed: Option<&'f AllowedNumbers>,
    /// The edition before it.
    pub since: Option<&'f EditionSummary>,
    /// What was recorded when; only of the site of today.
    pub past: Option<&'f Past<'f>>,
    /// The meeting packs that alone are made of it, as documents; `None` is all of it.
    pub packs: Option<&'f PackRequest>,
    /// The other versions of the site that its pages lead to.
    pub elsewhere: &'f [OtherVersion],
}

impl SiteMode<'_> {
    /// Tells whether a site is one whose author can still mend it: no edition, and no version of which what is hidden today is
    /// withheld.
    pub fn can_be_mended(&self) -> bool {
        self.edition.is_none() && self.withheld.is_none()
    }
}

/// An edition that is made into a site.
#[derive(Clone, Copy, Debug)]
pub struct EditionBuild<'f> {
    /// The edition.
    pub edition: &'f Edition,
    /// The commit it is cut from and the day that was recorded; `None` while it is open.
    pub commit: Option<(CommitId, Date)>,
    /// It lies below the site of today, which it links to.
    pub is_below: bool,
    /// Its own public address, where it lies below a site that has one.
    pub address: Option<&'f str>,
    /// The page of the site of today about it.
    pub page: Option<&'f RelPath>,
}
