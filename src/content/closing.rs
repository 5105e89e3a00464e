//! Closing older records the way today's site does: an edition never shows what has been hidden since.
//!
//! What a plan does not show today ([`Withheld`]) is kept by what it is, not by where it lies, and
//! older records of the same things are given the mark `closed` before [`withhold`](super::withhold)
//! looks at them. So whatever hangs on them (statuses, readings, totals) goes by the same rules.

use std::collections::BTreeSet;

use super::{
    Dialect, FileKind, ParseLog, Record, Viewer, Withheld, marks, suppressed, visibility, withheld::within_plan,
};
use crate::{
    diag::{Diagnostic, Place, Severity},
    locale::Language,
    schema::{Fields, Key, Value, records},
    value::{Id, ProseParts, RelPath},
};

impl Withheld {
    /// Returns what some records of one plan hide from a viewer.
    #[must_use]
    pub fn hidden_in(records: &[Record], viewer: Viewer) -> Self {
        let (shown, hidden) = visibility::withhold(records.to_vec(), viewer);
        let shown: BTreeSet<&RelPath> = shown.iter().map(|record| &record.file).collect();
        hidden.withheld(records.iter().map(|record| &record.file).filter(|file| !shown.contains(file)))
    }

    /// Returns all that there is in some records of one plan, hidden or not.
    #[must_use]
    pub fn all_of(records: &[Record]) -> Self {
        let mut all = Self::default();
        for record in records {
            all.files.insert(within_plan(&record.file));
            let register = |name: &str| match record.fields.value(name) {
                Some(Value::Record(register)) => register.entries.as_slice(),
                _ => &[],
            };
            let numbers = |name| {
                register(name).iter().filter_map(|(key, ..)| match key {
                    Key::Number(number) => Some(number.clone()),
                    _ => None,
                })
            };
            match record.role {
                FileKind::Plan => all.plan = true,
                FileKind::Measure => {
                    all.measures.extend(Id::new(record.file.stem()).into_iter().chain([record.id.clone()]))
                }
                FileKind::Table => drop(all.tables.insert(record.id.clone())),
                FileKind::Indicators => {
                    all.indicators.extend(record.fields.entries().filter_map(|(key, ..)| match key {
                        Key::Id(id) => Some(id.clone()),
                        _ => None,
                    }))
                }
                FileKind::Timeline => {
                    all.milestones.extend(numbers("milestones"));
                    all.decisions.extend(numbers("decisions"));
                }
                _ => {}
            }
        }
        all
    }
}

/// Marks as closed those records of a plan, and entries in them, that are not shown elsewhere. Answers how many.
pub fn close(records: &mut [Record], withheld: &Withheld) -> usize {
    if withheld.is_empty() {
        return 0;
    }
    suppressed::suppress(records, withheld);
    let mut closed = 0_usize;
    for record in records {
        let is_shut = match record.role {
            FileKind::Plan => withheld.plan,
            FileKind::Measure => {
                let stem = Id::new(record.file.stem());
                withheld.measures.contains(&record.id) || stem.is_some_and(|stem| withheld.measures.contains(&stem))
            }
            FileKind::Table => withheld.tables.contains(&record.id),
            _ => false,
        };
        if is_shut || withheld.files.contains(&within_plan(&record.file)) {
            shut(&mut record.fields);
            closed = closed.saturating_add(1);
        }
        closed = closed.saturating_add(close_entries(record, withheld));
    }
    closed
}

/// Closes entries of registers: indicators, milestones, decisions.
fn close_entries(record: &mut Record, withheld: &Withheld) -> usize {
    let shut_in = |register: &mut Fields, is_shut: &dyn Fn(&Key) -> bool| {
        let entries = register.entries.iter_mut().filter(|(key, ..)| is_shut(key));
        entries.filter_map(|(_, _, value)| if let Value::Record(entry) = value { Some(entry) } else { None }).fold(
            0_usize,
            |count, entry| {
                shut(entry);
                count.saturating_add(1)
            },
        )
    };
    match record.role {
        FileKind::Indicators | FileKind::IndicatorFigures => {
            shut_in(&mut record.fields, &|key| matches!(key, Key::Id(id) if withheld.indicator(id)))
        }
        FileKind::UpdateReadings => {
            let registers = record.fields.values.iter_mut().filter_map(|(_, value)| match value {
                Value::Record(readings) => Some(readings),
                _ => None,
            });
            registers.fold(0_usize, |count, readings| {
                let is_shut = |key: &Key| matches!(key, Key::Id(id) if withheld.indicator(id));
                count.saturating_add(shut_in(readings, &is_shut))
            })
        }
        FileKind::Timeline => {
            let registers = record.fields.values.iter_mut().filter_map(|(name, value)| match (*name, value) {
                ("milestones", Value::Record(register)) => Some((&withheld.milestones, register)),
                ("decisions", Value::Record(register)) => Some((&withheld.decisions, register)),
                _ => None,
            });
            registers
                .map(|(shut, register)| {
                    shut_in(register, &|key| matches!(key, Key::Number(number) if shut.contains(number)))
                })
                .fold(0, usize::saturating_add)
        }
        _ => 0,
    }
}

/// Gives a record the mark that nobody may pass, an embargo without end, and takes its public title.
fn shut(fields: &mut Fields) {
    let embargo = records::EMBARGO.spec.name;
    fields.values.retain(|(name, _)| *name != embargo && *name != records::PUBLIC_TITLE.spec.name);
    fields.values.extend(marks::shut(embargo).map(|value| (embargo, value)));
}

/// Returns the files that could not be read, or not as a whole.
#[must_use]
pub fn damaged_files(notebook: &ParseLog) -> BTreeSet<RelPath> {
    let is_damage = |found: &&Diagnostic| found.severity == Severity::Error && super::DAMAGE.contains(&found.code);
    let files = notebook.diagnostics.iter().filter(is_damage).filter_map(|found| match &found.place {
        Place::Span(span) => notebook.sources.get(span.source).map(|source| source.path.clone()),
        Place::File(path) | Place::Line(path, ..) => Some(path.clone()),
        Place::Subject(subject) => RelPath::new(subject.file.as_str()).ok(),
        Place::Written(file, _) => RelPath::new(file.as_str()).ok(),
    });
    files.collect()
}

/// Closes those records of a state of a site that could not be read as a whole: an error stops nothing that is published
/// of the past, and a mark may be in what was not understood. What hangs on a file that is no record at all is closed by
/// one that stands for it.
pub fn close_damaged(records: &mut Vec<Record>, notebook: &ParseLog) {
    for file in damaged_files(notebook) {
        if !records.iter().any(|record| record.file == file) {
            // Whatever month years begin in: a folder that is left out here would be shown.
            let empty = |year_begins| {
                let context = Dialect { year_begins, ..Dialect::for_language(Language::Danish) };
                Record::empty(&file, super::role_of(&file), &context, &mut ParseLog::default())
            };
            records.extend(empty(None).or_else(|| empty(Some(12))));
        }
        records.iter_mut().filter(|record| record.file == file).for_each(|record| {
            shut(&mut record.fields);
            marks::close_record(record);
        });
    }
}

/// Returns a closed record that stands for a file which cannot be read, where a mark may be in it. Registers of the whole
/// site hide nothing.
#[must_use]
pub fn stand_in(bytes: &[u8], file: &RelPath, context: &Dialect) -> Option<Record> {
    let role = super::role_of(file);
    let is_register = matches!(role, FileKind::Site | FileKind::Committees | FileKind::Owners);
    if !role.is_parsed() || is_register || !super::may_hide(bytes, role) {
        return None;
    }
    let unheard = &mut ParseLog::default();
    let read = super::parse(bytes, file, role, context, unheard);
    let mut record = read.or_else(|| Record::empty(file, role, context, unheard))?;
    record.words = ProseParts::default();
    shut(&mut record.fields);
    marks::close_record(&mut record);
    Some(record)
}

/// Closes what is not a committee's: the measures of others, and a plan that has none of its own.
///
/// A measure is the committee's where it names it, or names none and its plan does.
pub fn close_others(records: &mut [Record], committee: &Id) {
    let names = |fields: &Fields| fields.ids(&records::COMMITTEE).cloned().collect::<Vec<_>>();
    let plan = records.iter().find(|record| record.role == FileKind::Plan).map(|plan| names(&plan.fields));
    let is_plans = plan.is_some_and(|names| names.contains(committee));
    let mut has_own = is_plans;
    for record in records.iter_mut().filter(|record| record.role == FileKind::Measure) {
        let own = names(&record.fields);
        if if own.is_empty() { is_plans } else { own.contains(committee) } {
            has_own = true;
        } else {
            shut(&mut record.fields);
        }
    }
    if !has_own {
        records.iter_mut().filter(|record| record.role == FileKind::Plan).for_each(|plan| shut(&mut plan.fields));
    }
}
