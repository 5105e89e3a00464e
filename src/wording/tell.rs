//! From changes to lines: what is said of each, what it said before, and how loudly.

use std::{borrow::Cow, collections::BTreeSet};

use super::{
    VersionFacts, excerpt,
    names::{self, clean},
    values::{self, FieldPlace, Sort},
};
use crate::{
    compare::{Change, ChangeKind, RecordKey, RecordKind},
    schema::{Fields, Significance, Value, records},
    summary::{ChangeDirection, ChangeLine, ChangeRank, ChangeValue, SubjectData},
    table::ValueFormat,
    value::{Period, Year},
};

/// What a report says that readers look for first. The rest of a new report is told with it.
const REPORTED: [&str; 10] =
    ["level", "overruled.level", "lifecycle", "trend", "achieved", "forecast", "overspend", "start", "due", "done"];

/// Three or more amounts of one table are told in one line.
const SEVERAL: usize = 3;

/// The most figures that are told one by one of a table that a report brings.
const NEW_FIGURES: usize = 12;

/// Tells changes of two versions in lines, the worst first.
pub fn lines(
    context: &ValueFormat<'_>,
    before: VersionFacts<'_>,
    after: VersionFacts<'_>,
    changes: &[Change],
) -> Vec<ChangeLine> {
    let said_before = |subject: &RecordKey, path: &str| {
        let date = after.statements.date(subject);
        let earlier = before.statements.before(subject, date).chain(after.statements.before(subject, date));
        let mut found =
            earlier.filter_map(|(earlier, fields)| Some((earlier, said_at(fields, subject, path)?.clone())));
        found.next().or_else(|| agreed(&before, subject, path))
    };
    let said_still = |subject: &RecordKey, path: &str| {
        let date = before.statements.date(subject);
        let earlier = after.statements.before(subject, date);
        let mut found =
            earlier.filter_map(|(earlier, fields)| Some((earlier, said_at(fields, subject, path)?.clone())));
        found.next().or_else(|| agreed(&after, subject, path))
    };
    let writer =
        ChangeWriter { context, before, after, said_before: &said_before, said_still: &said_still, is_story: false };
    sorted(context, writer.lines(changes))
}

/// The fields of a reading that say what was read: in a number, in words, or between two numbers. Of two readings any of them is held against
/// any other.
const READ: [&str; 3] = [records::VALUE.spec.name, records::READ_WORDS.spec.name, records::READ_BETWEEN.spec.name];

/// Returns the fields in which a record may say what it says in one.
pub(super) fn fields_for<'p>(subject: &RecordKey, path: &'p str) -> impl Iterator<Item = &'p str> {
    let is_read = subject.kind == RecordKind::Reading && READ.contains(&path);
    let others = READ.into_iter().filter(move |other| is_read && *other != path);
    std::iter::once(path).chain(others)
}

fn said_at<'f>(fields: &'f Fields, subject: &RecordKey, path: &str) -> Option<&'f Value> {
    fields_for(subject, path).find_map(|path| value_at(fields, path))
}

/// Makes one change of those of a reading that was read otherwise: in words where there was a number.
fn joined(changes: &[Change]) -> Cow<'_, [Change]> {
    let value = |change: &Change| match &change.what {
        ChangeKind::Field { path, before, after }
            if change.subject.kind == RecordKind::Reading && READ.contains(&path.as_str()) =>
        {
            Some((path.clone(), before.clone(), after.clone()))
        }
        _ => None,
    };
    let of_value: Vec<_> = changes.iter().filter_map(value).collect();
    let Some((path, ..)) = of_value.iter().find(|(.., after)| after.is_some()).filter(|_| of_value.len() > 1) else {
        return Cow::Borrowed(changes);
    };
    let before = of_value.iter().find_map(|(_, before, _)| before.clone());
    let after = of_value.iter().find_map(|(.., after)| after.clone());
    let mut one = Some(ChangeKind::Field { path: path.clone(), before, after });
    let joined = changes.iter().filter_map(|change| match value(change) {
        None => Some(change.clone()),
        Some(_) => Some(Change { what: one.take()?, ..change.clone() }),
    });
    Cow::Owned(joined.collect())
}

/// Returns what a milestone was agreed to be, of which no report has said anything else.
fn agreed(side: &VersionFacts<'_>, subject: &RecordKey, path: &str) -> Option<(RecordKey, Value)> {
    let milestone = RecordKey { kind: RecordKind::Milestone, report: None, ..subject.clone() };
    let is_update = subject.kind == RecordKind::MilestoneUpdate;
    let value = value_at(side.statements.fields(&milestone).filter(|_| is_update)?, path)?.clone();
    Some((milestone, value))
}

fn value_at<'f>(fields: &'f Fields, path: &str) -> Option<&'f Value> {
    let value = |key: &str| {
        let entry = || fields.entries().find_map(|(_, text, value)| (*text == *key).then_some(value));
        fields.value(key).or_else(entry)
    };
    match path.split_once('.') {
        None => value(path),
        Some((table, rest)) => match value(table) {
            Some(Value::Record(fields)) => value_at(fields, rest),
            _ => None,
        },
    }
}

/// Sorts lines: by rank, then by plan, name and field.
fn sorted(context: &ValueFormat<'_>, mut lines: Vec<ChangeLine>) -> Vec<ChangeLine> {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    lines.sort_by(|a, b| {
        a.rank
            .cmp(&b.rank)
            .then_with(|| context.locale.compare(&text(&a.plan), &text(&b.plan)))
            .then_with(|| context.locale.compare(&a.name, &b.name))
            .then_with(|| a.subject.report.cmp(&b.subject.report))
            .then_with(|| a.field.cmp(&b.field))
    });
    lines
}

/// Finds what was said of the same before a record, at a field.
type SaidBefore<'t> = dyn Fn(&RecordKey, &str) -> Option<(RecordKey, Value)> + 't;

/// Tells changes in lines.
#[derive(Clone, Copy)]
pub struct ChangeWriter<'t> {
    pub context: &'t ValueFormat<'t>,
    pub before: VersionFacts<'t>,
    pub after: VersionFacts<'t>,
    pub said_before: &'t SaidBefore<'t>,
    /// Finds what the report before says of it, where a report says it no more.
    pub said_still: &'t SaidBefore<'t>,
    /// It tells a story, not what two versions differ in: texts are told whole, and what changes in a report that was
    /// there before is a correction, neither better nor worse.
    pub is_story: bool,
}

impl ChangeWriter<'_> {
    /// Tells changes, in their order. What is new or gone with something larger is told with that.
    pub fn lines(&self, changes: &[Change]) -> Vec<ChangeLine> {
        let whole: BTreeSet<(&RecordKey, bool)> =
            changes.iter().filter_map(|change| Some((&change.subject, came(change)?))).collect();
        let is_part = |change: &Change| {
            let came = came(change);
            came.is_some_and(|came| wholes(&change.subject).iter().any(|whole_of| whole.contains(&(whole_of, came))))
        };
        let records = changes.chunk_by(|a, b| a.subject == b.subject);
        records.filter(|record| !record.first().is_some_and(is_part)).flat_map(|record| self.record(record)).collect()
    }

    /// Tells the changes of one record.
    fn record(&self, changes: &[Change]) -> Vec<ChangeLine> {
        let Some((first, rest)) = changes.split_first() else { return Vec::new() };
        match first.what {
            ChangeKind::Added if is_reported(first.subject.kind) => {
                let said = rest.iter().filter_map(|change| self.reported(change));
                let said: Vec<ChangeLine> = said.map(|line| ChangeLine { is_new: !line.correction, ..line }).collect();
                if said.is_empty() || first.subject.kind == RecordKind::Report {
                    self.change(first).into_iter().chain(said).collect()
                } else {
                    said
                }
            }
            ChangeKind::Added if first.subject.kind == RecordKind::Figures => self.new_figures(first, rest),
            // What holds then is what the report before says.
            ChangeKind::Removed if is_reported(first.subject.kind) && !self.is_story => {
                let still = rest.iter().filter(|change| matches!(&change.what, ChangeKind::Field { path, .. } if is_reported_in(&change.subject, path)));
                self.change(first).into_iter().chain(still.filter_map(|change| self.change(change))).collect()
            }
            ChangeKind::Added | ChangeKind::Removed => self.change(first).into_iter().collect(),
            _ => self.fields(&joined(changes)),
        }
    }

    /// Tells what a report says in a figure table: the first figures, and how many more there are.
    fn new_figures(&self, added: &Change, cells: &[Change]) -> Vec<ChangeLine> {
        let lines = cells.iter().filter_map(|change| self.change(change));
        let mut lines: Vec<ChangeLine> = lines.map(|line| ChangeLine { is_new: true, ..line }).collect();
        if lines.is_empty() {
            return self.change(added).into_iter().collect();
        }
        let more = lines.len().saturating_sub(NEW_FIGURES);
        if more > 1 {
            lines.truncate(NEW_FIGURES);
            let what = self.context.locale.tell("diff-more-figures", &[("count", more.into())]);
            lines.push(ChangeLine { is_new: true, ..self.line(added, what, ChangeRank::Figure) });
        }
        lines
    }

    /// Tells the fields of a record that was there before; many amounts of one table in one line.
    fn fields(&self, changes: &[Change]) -> Vec<ChangeLine> {
        let tables = changes.chunk_by(|a, b| table(a).is_some() && table(a) == table(b));
        let lines = tables.flat_map(|chunk| match (chunk, chunk.first().and_then(table)) {
            ([first, ..], Some(path)) if chunk.len() >= SEVERAL => vec![self.several(first, path, chunk.len())],
            _ => chunk.iter().filter_map(|change| self.change(change)).collect(),
        });
        let is_correction =
            |line: &ChangeLine| self.is_story && line.subject.report.is_some() && line.change != "words";
        lines
            .map(|line| match is_correction(&line) {
                true => corrected(line),
                false => line,
            })
            .collect()
    }

    /// Tells that many amounts of one table are others.
    fn several(&self, change: &Change, path: &str, count: usize) -> ChangeLine {
        let label = self.label(path);
        let what = self.context.locale.tell("diff-several", &[("what", (&label).into()), ("count", count.into())]);
        ChangeLine { field: Some(path.to_owned()), ..self.line(change, what, ChangeRank::Figure) }
    }

    /// Tells what a new report says of a record, beside what was said of it before. What it repeats is no news.
    fn reported(&self, change: &Change) -> Option<ChangeLine> {
        let ChangeKind::Field { path, after: Some(after), .. } = &change.what else { return None };
        if !is_reported_in(&change.subject, path) {
            return None;
        }
        let earlier = (self.said_before)(&change.subject, path);
        let (old, before) = match &earlier {
            Some((subject, value)) => (subject, Some(value)),
            None => (&change.subject, None),
        };
        let line = self.field(change, path, (old, before), (&change.subject, Some(after)))?;
        // A report that was taken back and comes again is held against itself.
        let is_again = old.report == change.subject.report && before.is_some() && old.kind == change.subject.kind;
        Some(if self.is_story && is_again { corrected(line) } else { line })
    }

    /// Tells one change. Answers `None` where readers see no difference.
    fn change(&self, change: &Change) -> Option<ChangeLine> {
        // What a report says of a measure that was there before is no measure that came or went.
        let kind = change.subject.kind.word();
        let tell = |key: &str| self.context.locale.tell(key, &[("kind", kind.into())]);
        match &change.what {
            ChangeKind::Added => Some(self.line(change, tell("diff-added"), ChangeRank::Record)),
            ChangeKind::Removed => Some(self.line(change, tell("diff-removed"), ChangeRank::Record)),
            ChangeKind::Renamed { from } => Some(ChangeLine {
                before: Some(clean(from).into()),
                after: Some(clean(&change.subject.id).into()),
                ..self.line(change, tell("diff-renamed"), ChangeRank::Field)
            }),
            ChangeKind::Field { path, before, after } => {
                // What a report does not say goes on from the report before it.
                let is_carried = !self.is_story && is_reported_in(&change.subject, path);
                let carried = |value: &Option<Value>, said: &SaidBefore<'_>| match value {
                    None if is_carried => said(&change.subject, path),
                    value => value.clone().map(|value| (change.subject.clone(), value)),
                };
                let [old, new] = [carried(before, self.said_before), carried(after, self.said_still)];
                let place = |said: &'_ Option<(RecordKey, Value)>| match said {
                    Some((subject, value)) => (subject.clone(), Some(value.clone())),
                    None => (change.subject.clone(), None),
                };
                let ((old, before), (new, after)) = (place(&old), place(&new));
                self.field(change, path, (&old, before.as_ref()), (&new, after.as_ref()))
            }
            ChangeKind::Words { part, before, after } => {
                let what = self.context.locale.tell("diff-words", &[("part", part.word().into())]);
                let texts = (clean_text(before), clean_text(after));
                let (old, new) = if self.is_story { texts } else { excerpt::around_difference(&texts.0, &texts.1) };
                let shown =
                    |text: String| (!text.is_empty() && before != after).then(|| ChangeValue::from(text).quoted());
                let line = self.line(change, what, ChangeRank::Words);
                Some(ChangeLine { before: shown(old), after: shown(new), field: Some(part.word().to_owned()), ..line })
            }
            ChangeKind::Figure { row, column, before, after } => {
                self.cell(change, (row, column), before.as_ref(), after.as_ref())
            }
        }
    }

    fn field(
        &self,
        change: &Change,
        path: &str,
        (old, before): (&RecordKey, Option<&Value>),
        (new, after): (&RecordKey, Option<&Value>),
    ) -> Option<ChangeLine> {
        let old = FieldPlace { side: &self.before, subject: old, path };
        let new = FieldPlace { side: &self.after, subject: new, path };
        let line = self.values(change, (old, before), (new, after))?;
        let counted = is_count(path).then(|| self.count_label(&change.subject, path)).flatten();
        // What was read is called so, however it is said.
        let is_read = change.subject.kind == RecordKind::Reading && READ.contains(&path);
        let named = if is_read { records::VALUE.spec.name } else { path };
        Some(ChangeLine { what: counted.unwrap_or_else(|| self.label(named)), field: Some(path.to_owned()), ..line })
    }

    fn cell(
        &self,
        change: &Change,
        (row, column): (&str, &str),
        before: Option<&Value>,
        after: Option<&Value>,
    ) -> Option<ChangeLine> {
        let subject = &change.subject;
        let old = FieldPlace { side: &self.before, subject, path: column };
        let new = FieldPlace { side: &self.after, subject, path: column };
        let line = self.values(change, (old, before), (new, after))?;
        let plan = subject.plan.as_ref().map_or("", crate::value::Id::as_str);
        let of = |side: &VersionFacts<'_>| {
            Some(side.names.row(plan, subject.report, &subject.id, row)?.title.as_deref()?.to_owned())
        };
        let row_name = of(&self.after).or_else(|| of(&self.before)).unwrap_or_else(|| row.to_owned());
        let title = self.after.names.column(plan, &subject.id, column).and_then(|column| column.title.as_deref());
        let column_name = title.map_or_else(|| self.column(column), str::to_owned);
        let own = title.map(clean);
        let own_words = line.own_words.iter().cloned().chain([clean(&row_name)]).chain(own).collect();
        Some(ChangeLine {
            own_words,
            name: format!("{}: {}", line.name, clean(&row_name)),
            what: clean(&column_name),
            field: Some(format!("{row}.{column}")),
            ..line
        })
    }

    /// Returns what a column without a title is called.
    fn column(&self, column: &str) -> String {
        match self.context.word_of("column", column) {
            word if word == column => self.label(column),
            word => word,
        }
    }

    /// Makes a line of two values, without its field. Answers `None` where readers see no difference.
    fn values(
        &self,
        change: &Change,
        (old, before): (FieldPlace<'_>, Option<&Value>),
        (new, after): (FieldPlace<'_>, Option<&Value>),
    ) -> Option<ChangeLine> {
        let shown_before = before.and_then(|value| old.shown(self.context, value));
        let shown_after = after.and_then(|value| new.shown(self.context, value));
        if shown_before == shown_after {
            return None;
        }
        let direction = before.zip(after).and_then(|(before, after)| values::direction(old, before, new, after));
        let sort =
            after.or(before).map_or(Sort::Other, |value| values::sort(if after.is_some() { new } else { old }, value));
        let line = self.line(change, String::new(), rank(sort, direction));
        Some(ChangeLine { direction, before: shown_before, after: shown_after, ..line })
    }

    /// Makes a line without values.
    fn line(&self, change: &Change, what: String, rank: ChangeRank) -> ChangeLine {
        let subject = &change.subject;
        let rank = match (change.significance, subject.kind) {
            (Significance::Editorial | Significance::Cosmetic, _) if rank != ChangeRank::Record => ChangeRank::Words,
            (_, kind) if is_shared(kind) => ChangeRank::Shared,
            _ => rank,
        };
        let date = match subject.kind {
            RecordKind::Reading => self.after.statements.date(subject).or_else(|| self.before.statements.date(subject)),
            _ => None,
        };
        let date = date.or(subject.report);
        ChangeLine {
            rank,
            direction: None,
            correction: false,
            subject: SubjectData::from(subject),
            change: word(&change.what),
            field: None,
            plan: names::plan(&self.before, &self.after, subject),
            name: names::name(self.context, &self.before, &self.after, subject),
            own_words: vec![names::own(self.context, &self.before, &self.after, subject)],
            what,
            is_new: false,
            is_of_former: false,
            beside: None,
            about: date,
            date: date.map(|date| self.context.locale.period(date)),
            before: None,
            after: None,
        }
    }

    /// Returns what the number of measures at a level is called: "antal på Alt OK", "Sundhed: antal på Alt OK".
    fn count_label(&self, subject: &RecordKey, path: &str) -> Option<String> {
        let (table, key) = path.rsplit_once('.')?;
        let tell = |key: &str, args: &[(&str, crate::locale::Arg)]| self.context.locale.tell(key, args);
        let level = match (key, self.after.names.counted_level(subject, key)) {
            ("all", _) => tell("diff-count-all", &[]),
            (_, Some(level)) => tell("diff-count", &[("level", (&clean(level.word)).into())]),
            (_, None) => return None,
        };
        let Some(area) = table.strip_prefix("areas.") else { return Some(level) };
        let title = format!("areas.{area}.title");
        let title = [&self.after, &self.before].into_iter().find_map(|side| {
            match value_at(side.statements.fields(subject)?, &title)? {
                Value::Text(title) => Some(clean(title)),
                _ => None,
            }
        });
        Some(format!("{}: {level}", title.unwrap_or_else(|| area.to_owned())))
    }

    /// Returns what a field is called: `stated.achieved` is "angivet opnået", `effect.2020.mar` "effekt i marts 2020".
    fn label(&self, path: &str) -> String {
        let (rest, month) = match month_of(path) {
            Some((rest, year, month)) => (rest, self.month(year, month)),
            None => (path, None),
        };
        let keys = rest.split('.').enumerate().filter(|(at, key)| *at == 0 || *key != records::VALUE.spec.name);
        let words = keys.map(|(_, key)| clean(&self.context.locale.tell("diff-field", &[("field", key.into())])));
        let words = words.collect::<Vec<_>>().join(" ");
        let Some(month) = month else { return words };
        self.context.locale.tell("diff-month", &[("what", (&words).into()), ("month", (&month).into())])
    }

    /// Returns a month of a year: of one in two of the calendar, with both, for which of them it lies in hangs on the month
    /// in which that year begins.
    fn month(&self, year: &str, month: i8) -> Option<String> {
        let read = Year::read(year, Some(7)).ok()?;
        let said = self.context.locale.period(Period::Month(read.begun(), month));
        Some(said.replace(&read.begun().to_string(), &read.to_string()))
    }
}

/// Tells whether a field says how many stand at a level, or in all.
fn is_count(path: &str) -> bool {
    let is_area = path.strip_prefix("areas.").is_some_and(|rest| rest.contains('.'));
    (path.starts_with("counts.") || is_area) && !path.ends_with(".title") && !path.ends_with(".committee")
}

/// Returns a line as a correction, which is neither better nor worse.
fn corrected(line: ChangeLine) -> ChangeLine {
    ChangeLine { direction: None, correction: true, ..line }
}

/// Makes the words of a text safe to show; they are cut later, around what differs.
fn clean_text(text: &str) -> String {
    crate::locale::clean(text, usize::MAX)
}

fn rank(sort: Sort, direction: Option<ChangeDirection>) -> ChangeRank {
    match (sort, direction) {
        (Sort::Status, Some(ChangeDirection::Worse)) => ChangeRank::WorseStatus,
        (Sort::Status, Some(ChangeDirection::Better)) => ChangeRank::BetterStatus,
        (Sort::Status, None) => ChangeRank::Status,
        (Sort::Figure, Some(ChangeDirection::Worse)) => ChangeRank::WorseFigure,
        (Sort::Figure, Some(ChangeDirection::Better)) => ChangeRank::BetterFigure,
        (Sort::Figure, None) => ChangeRank::Figure,
        (Sort::Date, Some(ChangeDirection::Worse)) => ChangeRank::LaterDate,
        (Sort::Date, _) => ChangeRank::Date,
        (Sort::Other, _) => ChangeRank::Field,
    }
}

/// Returns the table that an amount of a month or a year stands in.
fn table(change: &Change) -> Option<&str> {
    let ChangeKind::Field { path, .. } = &change.what else { return None };
    let (table, _) = path.rsplit_once('.')?;
    (table.starts_with("effect.") || table.starts_with("stated.effect.") || table == "funding").then_some(table)
}

/// Parts the path of an amount of a month from the month: `effect.2020.mar`.
fn month_of(path: &str) -> Option<(&str, &str, i8)> {
    let (table, month) = path.rsplit_once('.')?;
    let (rest, year) = table.rsplit_once('.')?;
    let month = (1_i8..).zip(0..12).find(|(_, at)| crate::content::month(*at) == month)?.0;
    Some((rest, year, month))
}

/// Tells whether a record came or went, where it did either.
fn came(change: &Change) -> Option<bool> {
    match change.what {
        ChangeKind::Added => Some(true),
        ChangeKind::Removed => Some(false),
        _ => None,
    }
}

/// Tells whether a record is what a report says of something that lasts.
fn is_reported(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Report | RecordKind::Status | RecordKind::MilestoneUpdate | RecordKind::Reading)
}

/// Tells whether a report says in a field what readers look for first.
fn is_reported_in(subject: &RecordKey, path: &str) -> bool {
    let is_read = subject.kind == RecordKind::Reading && READ.contains(&path);
    is_reported(subject.kind) && (REPORTED.contains(&path) || is_read || is_count(path))
}

/// Tells whether a record is shared by all plans.
fn is_shared(kind: RecordKind) -> bool {
    use RecordKind::{Committee, Edition, Level, Owner, Page, Scale, Site};
    matches!(kind, Site | Scale | Level | Edition | Committee | Owner | Page)
}

/// Returns the records that a record comes and goes with.
fn wholes(subject: &RecordKey) -> Vec<RecordKey> {
    let of = |kind, id: Option<&str>| {
        Some(RecordKey { kind, report: None, within: None, id: id?.into(), ..subject.clone() })
    };
    let within = subject.within.as_deref();
    let part = match subject.kind {
        RecordKind::Level => of(RecordKind::Scale, within),
        RecordKind::Column => of(RecordKind::Table, within),
        RecordKind::Reading => of(RecordKind::Indicator, within),
        RecordKind::Indicator => of(RecordKind::Indicator, subject.series().map(|(whole, _)| whole)),
        RecordKind::Status => of(RecordKind::Measure, Some(&subject.id)),
        RecordKind::MilestoneUpdate => of(RecordKind::Milestone, Some(&subject.id)),
        RecordKind::Figures => of(RecordKind::Table, Some(&subject.id)),
        _ => None,
    };
    let plan = subject.plan.as_ref().filter(|_| subject.kind != RecordKind::Plan);
    part.into_iter().chain(plan.and_then(|plan| of(RecordKind::Plan, Some(plan.as_str())))).collect()
}

/// Returns the word of what became of a record, for programs.
fn word(what: &ChangeKind) -> &'static str {
    match what {
        ChangeKind::Added => "added",
        ChangeKind::Removed => "removed",
        ChangeKind::Renamed { .. } => "renamed",
        ChangeKind::Field { .. } => "field",
        ChangeKind::Words { .. } => "words",
        ChangeKind::Figure { .. } => "figure",
    }
}
