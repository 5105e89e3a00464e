//! One record on its way to be compared: what is looked at, at which field, and what was found so far.

use std::cmp::Ordering;

use super::{Change, ChangeKind, RecordKey, meaning::FieldComparison};
use crate::schema::Significance;

/// One record on its way to be compared, field by field.
pub(super) struct Walk<'w> {
    pub scene: FieldComparison<'w>,
    /// The field that is being compared, dotted.
    pub path: String,
    pub changes: &'w mut Vec<Change>,
}

impl Walk<'_> {
    /// Notes a change of the record.
    pub fn push(&mut self, what: ChangeKind, significance: Significance) {
        self.changes.push(Change { subject: self.subject(), what, significance });
    }

    pub fn subject(&self) -> RecordKey {
        self.scene.new.subject()
    }

    /// Runs a step with a key added to the path.
    pub fn at(&mut self, key: &str, step: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(key);
        step(self);
        self.path.truncate(length);
    }
}

/// Joins two sorted sequences by their keys. Where a key stands in both, both values are answered together.
pub(super) fn join<K: Ord, V>(
    before: impl IntoIterator<Item = (K, V)>,
    after: impl IntoIterator<Item = (K, V)>,
) -> impl Iterator<Item = (K, Option<V>, Option<V>)> {
    let (mut before, mut after) = (before.into_iter().peekable(), after.into_iter().peekable());
    std::iter::from_fn(move || {
        let order = match (before.peek(), after.peek()) {
            (Some((old, _)), Some((new, _))) => old.cmp(new),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return None,
        };
        let old = before.next_if(|_| order.is_le());
        let new = after.next_if(|_| order.is_ge());
        let (old_key, old) = old.unzip();
        let (new_key, new) = new.unzip();
        Some((new_key.or(old_key)?, old, new))
    })
}
