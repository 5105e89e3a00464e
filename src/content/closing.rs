//! Closing older records the way today's site does: an edition never shows what has been hidden since.
//!
//! What a plan does not show today ([`Withheld`]) is kept by what it is, not by where it lies, and
//! older records of the same things are given the mark `closed` before [`withhold`](super::withhold)
//! looks at them. So whatever hangs on them (statuses, readings, totals) goes by the same rules.

use std::collections::BTreeSet;

use super::{Dialect, FileKind, ParseLog, Record, Viewer, visibility};
use crate::{
    diag::{Diagnostic, Place, Severity},
    schema::{Fields, Key, Value, records},
    value::{Id, ItemNumber, Notation, ProseParts, RelPath},
};

/// What a plan does not show.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct Withheld {
    /// The plan as a whole.
    pub plan: bool,
    /// Measures.
    pub measures: BTreeSet<Id>,
    /// Indicators.
    pub indicators: BTreeSet<Id>,
    /// Figure tables.
    pub tables: BTreeSet<Id>,
    /// Milestones.
    pub milestones: BTreeSet<ItemNumber>,
    /// Decisions.
    pub decisions: BTreeSet<ItemNumber>,
    /// Files, by their path within the plan's folder.
    pub files: BTreeSet<String>,
}

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

    /// Adds what another hides.
    pub fn join(&mut self, other: &Self) {
        self.plan |= other.plan;
        self.measures.extend(other.measures.iter().cloned());
        self.indicators.extend(other.indicators.iter().cloned());
        self.tables.extend(other.tables.iter().cloned());
        self.milestones.extend(other.milestones.iter().cloned());
        self.decisions.extend(other.decisions.iter().cloned());
        self.files.extend(other.files.iter().cloned());
    }

    /// Takes away what another has.
    pub fn without(&mut self, other: &Self) {
        self.plan &= !other.plan;
        self.measures.retain(|id| !other.measures.contains(id));
        self.indicators.retain(|id| !other.indicators.contains(id));
        self.tables.retain(|id| !other.tables.contains(id));
        self.milestones.retain(|number| !other.milestones.contains(number));
        self.decisions.retain(|number| !other.decisions.contains(number));
        self.files.retain(|file| !other.files.contains(file));
    }

    /// Tells whether a picture or another file lies where nothing is shown: in the plan, or in a report that is shut.
    #[must_use]
    pub fn asset(&self, file: &RelPath) -> bool {
        let file = within_plan(file);
        let mut folders = self.files.iter().filter_map(|file| file.strip_suffix("index.md"));
        self.plan || folders.any(|folder| !folder.is_empty() && file.starts_with(folder))
    }

    /// Tells whether the plan shows all it has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.plan
            && self.measures.is_empty()
            && self.indicators.is_empty()
            && self.tables.is_empty()
            && self.milestones.is_empty()
            && self.decisions.is_empty()
            && self.files.is_empty()
    }
}

/// Marks as closed those records of a plan, and entries in them, that are not shown elsewhere. Answers how many.
pub fn close(records: &mut [Record], withheld: &Withheld) -> usize {
    if withheld.is_empty() {
        return 0;
    }
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
        FileKind::Indicators => {
            shut_in(&mut record.fields, &|key| matches!(key, Key::Id(id) if withheld.indicators.contains(id)))
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
    fields.values.extend(visibility::shut(embargo).map(|value| (embargo, value)));
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
            records.extend(Record::empty(&file, super::role_of(&file), Notation::DANISH, &mut ParseLog::default()));
        }
        records.iter_mut().filter(|record| record.file == file).for_each(|record| {
            shut(&mut record.fields);
            visibility::close_record(record);
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
    let mut record = read.or_else(|| Record::empty(file, role, context.csv.notation, unheard))?;
    record.words = ProseParts::default();
    shut(&mut record.fields);
    visibility::close_record(&mut record);
    Some(record)
}

/// Returns a file's path within its plan's folder.
fn within_plan(file: &RelPath) -> String {
    file.parts().skip(3).collect::<Vec<_>>().join("/")
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
