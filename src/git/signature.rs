//! Who does something in git, and when.

use gix::actor::SignatureRef;

/// Who does something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// A role, such as `Økonomi`.
    pub name: String,
    /// An address; empty where there is none.
    pub email: String,
    /// When. It is noted in UTC.
    pub at: jiff::Timestamp,
}

impl Signature {
    /// Returns the time as git writes it.
    pub(super) fn time(&self) -> String {
        format!("{} +0000", self.at.as_second())
    }

    pub(super) fn as_git<'s>(&'s self, time: &'s str) -> SignatureRef<'s> {
        SignatureRef { name: self.name.as_str().into(), email: self.email.as_str().into(), time }
    }
}
