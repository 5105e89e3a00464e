//! What a version says of each record, in every report: to find what was said of it before.

use std::collections::BTreeMap;

use super::{
    RecordKey, RecordKind,
    items::{self, LentKey, RecordItem},
};
use crate::{content::Record, schema::Fields, value::Period};

/// What a version says of each record, over all its reports.
#[derive(Debug, Default)]
pub struct StatementIndex<'r>(BTreeMap<LentKey<'r>, Vec<Statement<'r>>>);

/// What is said of a record once: in a report, or where it is declared.
#[derive(Clone, Debug)]
struct Statement<'r> {
    name: LentKey<'r>,
    /// What it is about; nothing for what stands in no report.
    date: Option<Period>,
    fields: &'r Fields,
}

impl<'r> StatementIndex<'r> {
    /// Reads what some files say.
    #[must_use]
    pub fn of(files: &'r [Record]) -> Self {
        let mut all: BTreeMap<LentKey<'r>, Vec<Statement<'r>>> = BTreeMap::new();
        for RecordItem { name, fields, date, .. } in items::sorted(files) {
            let statement = Statement { date: date.or(name.report), fields, name: name.clone() };
            all.entry(over_time(name)).or_default().push(statement);
        }
        all.values_mut().for_each(|said| said.sort_by_key(|statement| statement.date));
        Self(all)
    }

    /// Returns what is said of a record.
    #[must_use]
    pub fn fields(&self, subject: &RecordKey) -> Option<&'r Fields> {
        self.find(subject).map(|statement| statement.fields)
    }

    /// Returns what a reading is a reading of the state of, or what a report is about.
    #[must_use]
    pub fn date(&self, subject: &RecordKey) -> Option<Period> {
        self.find(subject)?.date
    }

    fn find<'s>(&'s self, subject: &'s RecordKey) -> Option<&'s Statement<'r>> {
        let name = subject.name();
        self.0.get(&over_time(name.clone()))?.iter().find(|statement| statement.name == name)
    }

    /// Returns what was said of the same in earlier reports, the newest first, each with the record that said it.
    pub fn before<'s>(
        &'s self,
        subject: &'s RecordKey,
        date: Option<Period>,
    ) -> impl Iterator<Item = (RecordKey, &'r Fields)> + use<'s, 'r> {
        let said = self.0.get(&over_time(subject.name())).map_or(&[][..], Vec::as_slice);
        let earlier = said.iter().rev().filter(move |statement| statement.date < date);
        earlier.map(|statement| (statement.name.subject(), statement.fields))
    }
}

/// Returns the name of a record without the report that it stands in, and of a reading without its date.
fn over_time(name: LentKey<'_>) -> LentKey<'_> {
    let id = if name.kind == RecordKind::Reading { "".into() } else { name.id };
    LentKey { report: None, id, ..name }
}
