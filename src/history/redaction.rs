//! What `redact` in `site.toml` withholds from the past, and whether a change or a name tells of it.

use std::collections::BTreeSet;

use crate::{
    compare::{Change, NameIndex, RecordKey, RecordKind, Redaction, WithheldName, redaction::TITLES},
    git::CommitId,
    value::Id,
};

/// What is withheld from the past.
#[derive(Clone, Debug, Default)]
pub struct Redactions {
    /// Records and fields of them.
    pub records: Vec<Redaction>,
    /// Commits.
    pub commits: BTreeSet<CommitId>,
    /// What records are called today: those are words that may stand.
    pub names: NameIndex,
}

/// What a history was found to hold of what is withheld.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RedactedHistory {
    /// Which entries met something, by their place among [`Redactions::records`].
    pub met: BTreeSet<usize>,
    /// The parts of records that commits changed which are withheld, under every id that these had: see [`Change::part`].
    pub parts: BTreeSet<(RecordKey, String)>,
    /// The entries once more, for the ids that their records had before.
    pub formers: BTreeSet<Redaction>,
    /// The plans of whose history something is not told; of none: of what all plans share.
    pub plans: BTreeSet<Option<Id>>,
    /// The records of whose history something is not told, under the ids they have last.
    pub subjects: BTreeSet<RecordKey>,
}

impl Redactions {
    /// Tells whether nothing is withheld.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.commits.is_empty()
    }
}

impl RedactedHistory {
    /// Notes that something of the history of a record is not told.
    pub(super) fn note_untold(&mut self, subject: &RecordKey) {
        self.plans.insert(subject.plan.clone());
        self.subjects.insert(subject.clone());
    }

    /// Tells whether a change of a record, under any of its ids, tells what is withheld.
    #[must_use]
    pub fn withholds(&self, redactions: &Redactions, change: &Change) -> bool {
        let is_by_entry = redactions.records.iter().chain(&self.formers).any(|entry| entry.withholds_change(change));
        is_by_entry || self.withholds_part(&change.subject, &change.part(), change.row().as_ref())
    }

    /// Tells whether a commit that is withheld changed a part of a record, or brought the whole of it or took it out.
    pub(super) fn withholds_part(&self, subject: &RecordKey, part: &str, row: Option<&RecordKey>) -> bool {
        let has = |subject: &RecordKey, part: &str| self.parts.contains(&(subject.clone(), part.to_owned()));
        !self.parts.is_empty() && (has(subject, part) || has(subject, "") || row.is_some_and(|row| has(row, "")))
    }

    /// Tells what of a record's name is withheld.
    pub(crate) fn withheld_name(&self, redactions: &Redactions, subject: &RecordKey) -> Option<WithheldName> {
        let entries = || redactions.records.iter().chain(&self.formers);
        let withholds = |subject: &RecordKey, part: &str| {
            entries().any(|entry| entry.withholds(subject, part)) || self.withholds_part(subject, part, None)
        };
        if withholds(subject, "") {
            return Some(WithheldName::Whole);
        }
        let is_label = || {
            let table = subject.within.clone().filter(|_| subject.kind == RecordKind::Row);
            table.is_some_and(|table| {
                let figures = RecordKey { kind: RecordKind::Figures, within: None, id: table, ..subject.clone() };
                withholds(&figures, &format!("{}/label", subject.id))
            })
        };
        let is_title = TITLES.iter().any(|part| withholds(subject, part)) || is_label();
        is_title.then_some(WithheldName::Title)
    }
}
