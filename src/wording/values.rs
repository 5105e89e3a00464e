//! The values of a change as readers see them, and whether one is worse than the other.

use std::{cmp::Ordering, sync::Arc};

use super::{VersionFacts, names::clean};
use crate::{
    compare::{LevelName, RecordKey, RecordKind},
    model::{self, Lifecycle, SignRule, Tone, Trend},
    schema::{Fields, Key, Value, records},
    summary::{ChangeDirection, ChangeValue},
    table::ValueFormat,
    value::{Decimal, Figure, FootnoteMark, Id, Period, Unit},
};

/// A field of a record, in one version.
#[derive(Clone, Copy)]
pub struct FieldPlace<'p> {
    /// The version.
    pub side: &'p VersionFacts<'p>,
    /// The record.
    pub subject: &'p RecordKey,
    /// The field, dotted; of a cell its column.
    pub path: &'p str,
}

impl FieldPlace<'_> {
    /// Returns the last key of the path that is a field's name.
    fn field(&self) -> &str {
        self.path.rsplit('.').next().unwrap_or(self.path)
    }

    /// Returns what an amount without a unit counts in here.
    fn unit(&self) -> &Unit {
        match self.subject.kind {
            RecordKind::Figures => self.side.names.unit_of_cell(self.subject, self.path),
            _ => self.side.names.unit(self.subject, self.path),
        }
    }

    /// Shows a value. Answers `None` for what the site does not show either: a reference to what is hidden or unknown.
    pub fn shown(&self, context: &ValueFormat<'_>, value: &Value) -> Option<ChangeValue> {
        let text = match value {
            Value::Amount(written) => return Some(ChangeValue::figure(context.locale, &written.resolve(self.unit()))),
            Value::Period(period) => return Some(date(context, *period)),
            Value::Day(day) => return Some(date(context, Period::Day(*day))),
            Value::Text(text) => match self.level(text) {
                Some(level) if self.subject.kind == RecordKind::Figures => {
                    let mark = FootnoteMark::split(text).1.map(|mark| mark.to_string());
                    return Some(ChangeValue { mark, ..clean(level.word).into() });
                }
                Some(level) => level.word.to_owned(),
                None => return Some(ChangeValue::from(clean(text)).quoted()),
            },
            Value::Bool(flag) => context.locale.tell("diff-flag", &[("flag", if *flag { "yes" } else { "no" }.into())]),
            Value::Year(year) => year.to_string(),
            Value::Number(number) => self.number(number.as_str())?,
            Value::Unit(unit) => context.locale.unit(unit).to_owned(),
            Value::Id(id) => self.reference(id)?,
            Value::Choice(word) => self.choice(context, word.0),
            Value::List(values) => match self.range(values) {
                Some((low, high)) => context.locale.range(&low, &high),
                None => return self.list(context, values),
            },
            Value::Record(fields) => return self.record(context, fields),
        };
        Some(clean(&text).into())
    }

    /// Returns the level that a text names here, where it may name one.
    fn level(&self, text: &str) -> Option<LevelName<'_>> {
        match self.subject.kind {
            RecordKind::Figures => self.side.names.level_of_cell(self.subject, self.path, text),
            _ if self.field() == records::LEVEL.spec.name => self.side.names.level(self.subject, text),
            _ => None,
        }
    }

    /// Returns the two ends of a range: of what was read, or of what is aimed at.
    fn range(&self, values: &[Value]) -> Option<(Figure, Figure)> {
        let is_range = self.subject.kind == RecordKind::Reading || self.field() == records::BETWEEN.spec.name;
        match values {
            [Value::Amount(low), Value::Amount(high)] if is_range => {
                Some((low.resolve(self.unit()), high.resolve(self.unit())))
            }
            _ => None,
        }
    }

    fn list(&self, context: &ValueFormat<'_>, values: &[Value]) -> Option<ChangeValue> {
        let shown: Vec<ChangeValue> = values.iter().filter_map(|value| self.shown(context, value)).collect();
        ChangeValue::several(&shown)
    }

    /// Shows a table in a list: a meeting by its committee and its date.
    fn record(&self, context: &ValueFormat<'_>, fields: &Fields) -> Option<ChangeValue> {
        let values = fields.values.iter().filter_map(|(name, value)| {
            let place = FieldPlace { path: name, ..*self };
            Some(place.shown(context, value)?.text)
        });
        let texts: Vec<String> = values.collect();
        (!texts.is_empty()).then(|| texts.join(" ").into())
    }

    /// Returns what a reference leads to is called.
    fn reference(&self, id: &Id) -> Option<String> {
        let (plan, names) = (self.subject.plan.as_ref(), self.side.names);
        let (plan, kind) = match self.field() {
            "committee" => (None, RecordKind::Committee),
            "owner" => (None, RecordKind::Owner),
            "measure" => (plan, RecordKind::Measure),
            _ => return Some(id.to_string()),
        };
        let named = names.named(plan, kind, id.as_str())?;
        Some(named.title.as_deref().unwrap_or(id.as_str()).to_owned())
    }

    /// Returns an item number; of a reference only where what it leads to is shown.
    fn number(&self, number: &str) -> Option<String> {
        let kind = match self.field() {
            "after" => RecordKind::Milestone,
            "decision" => RecordKind::Decision,
            _ => return Some(number.to_owned()),
        };
        let named = self.side.names.named(self.subject.plan.as_ref(), kind, number)?;
        let title = named.title.as_deref().filter(|_| kind == RecordKind::Decision).unwrap_or_default();
        Some(format!("{number} {title}").trim_end().to_owned())
    }

    fn choice(&self, context: &ValueFormat<'_>, word: &str) -> String {
        match self.field() {
            "lifecycle" => context.word_of("life", word),
            "trend" => context.word_of("trend", word),
            "kind" => context.word_of("kind", word),
            "direction" => context.word_of("direction", word),
            "frequency" => context.word_of("frequency", word),
            "sign" => context.word_of("sign", word),
            "visibility" => context.locale.tell("diff-visibility", &[("visibility", word.into())]),
            field if field == records::YEAR_BEGINS.spec.name => {
                let at = (1_i8..).zip(0..12).find(|(_, at)| crate::content::month(*at) == word);
                at.map_or_else(|| word.to_owned(), |(month, _)| context.locale.month_short(month).to_owned())
            }
            _ => word.to_owned(),
        }
    }
}

fn date(context: &ValueFormat<'_>, period: Period) -> ChangeValue {
    ChangeValue { raw: Some(period.iso()), ..context.locale.period(period).into() }
}

/// What kind of thing a field says, which decides how loudly its change is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A level, a lifecycle, a trend.
    Status,
    /// An amount.
    Figure,
    /// A date.
    Date,
    /// Anything else.
    Other,
}

/// Tells what kind of thing a value is.
pub fn sort(place: FieldPlace<'_>, value: &Value) -> Sort {
    let field = place.field();
    match value {
        Value::Amount(_) => Sort::Figure,
        Value::List(values) if values.iter().any(|value| matches!(value, Value::Amount(_))) => Sort::Figure,
        Value::Period(_) | Value::Day(_) => Sort::Date,
        // The flag of a column of levels is no level.
        Value::Bool(_) => Sort::Other,
        Value::Text(text) if place.subject.kind == RecordKind::Figures => {
            if place.level(text).is_some() {
                Sort::Status
            } else {
                Sort::Other
            }
        }
        _ if ["level", "lifecycle", "trend"].contains(&field) => Sort::Status,
        _ => Sort::Other,
    }
}

/// Tells whether a field says something worse than it did, or better.
pub fn direction(old: FieldPlace<'_>, before: &Value, new: FieldPlace<'_>, after: &Value) -> Option<ChangeDirection> {
    match (before, after) {
        (Value::Amount(before), Value::Amount(after)) => {
            figures((old, &before.resolve(old.unit())), (new, &after.resolve(new.unit())))
        }
        (Value::Period(before), Value::Period(after)) if ["due", "start"].contains(&new.field()) => {
            worse_when(Ordering::Greater, after.cmp(before))
        }
        (Value::Text(before), Value::Text(after)) => {
            let badness = |place: FieldPlace<'_>, text: &str| {
                let level = place.level(text)?;
                let tone = Tone::parse(level.tone).filter(|tone| *tone != Tone::None)?;
                Some((tone, level.place))
            };
            worse_when(Ordering::Greater, badness(new, after)?.cmp(&badness(old, before)?))
        }
        (Value::Choice(_), Value::Choice(word)) => choices(new.field(), word.0),
        _ => None,
    }
}

fn choices(field: &str, after: &str) -> Option<ChangeDirection> {
    let lifecycle = Lifecycle::ALL.iter().find(|(word, _)| *word == after).map(|(_, state)| *state);
    let trend = Trend::ALL.iter().find(|(word, _)| *word == after).map(|(_, trend)| *trend);
    match (field, lifecycle, trend) {
        ("lifecycle", Some(Lifecycle::Done), _) | ("trend", _, Some(Trend::Better)) => Some(ChangeDirection::Better),
        ("lifecycle", Some(Lifecycle::Dropped | Lifecycle::Deferred), _) | ("trend", _, Some(Trend::Worse)) => {
            Some(ChangeDirection::Worse)
        }
        _ => None,
    }
}

/// Tells whether a figure got worse. What is required or granted is neither good nor bad, nor is what was counted in another way.
fn figures(
    (old, before): (FieldPlace<'_>, &Figure),
    (place, after): (FieldPlace<'_>, &Figure),
) -> Option<ChangeDirection> {
    let (before, after) = (before.amount.as_ref()?, after.amount.as_ref()?);
    let order = after.number.cmp(&before.number_in(&after.unit)?);
    if !is_counted_alike(old, place) {
        return None;
    }
    if place.subject.kind == RecordKind::Reading && place.field() == "value" {
        let ranges = ranges(place, &after.unit);
        if !ranges.is_empty() {
            let before = before.number_in(&after.unit)?;
            return nearer(&ranges, before, after.number);
        }
    }
    let bad = match (place.subject.kind, place.field()) {
        (RecordKind::Reading, "value") => goal(place)?,
        (RecordKind::Figures, column) => cost(place, column)?,
        (_, "overspend") => Ordering::Greater,
        (_, "achieved" | "forecast") => Ordering::Less,
        _ => return None,
    };
    worse_when(bad, order)
}

/// Tells whether no change of counting parts two readings: one that is declared of their indicator, or of their series.
fn is_counted_alike(old: FieldPlace<'_>, new: FieldPlace<'_>) -> bool {
    let [Some(one), Some(other)] = [old, new].map(|place| read_in(place.subject)) else { return true };
    // A series stands by itself, as what its indicator is a series of.
    let series = new.subject.within.as_ref().filter(|_| new.subject.series().is_some());
    let series = series.and_then(|id| indicator_called(new, id.clone()));
    let declared = [indicator_of(new), series].into_iter().flatten();
    let breaks = declared.filter_map(|fields| fields.get(&records::BREAKS)).flat_map(Fields::entries);
    let periods = breaks.filter_map(|(key, ..)| if let Key::Period(period) = key { Some(*period) } else { None });
    let (since, until) = if one.last() <= other.last() { (one, other) } else { (other, one) };
    model::is_unbroken(periods, Some(since), until)
}

/// Returns when a reading was read: its own date, else that of its report.
fn read_in(subject: &RecordKey) -> Option<Period> {
    let own = || Period::parse_iso(&subject.id);
    if subject.kind == RecordKind::Reading { own().or(subject.report) } else { None }
}

/// Returns what is said of the indicator that a reading is of.
fn indicator_of<'p>(place: FieldPlace<'p>) -> Option<&'p Fields> {
    let id = match place.subject.series() {
        Some((whole, _)) => whole.into(),
        None => place.subject.within.clone()?,
    };
    indicator_called(place, id)
}

fn indicator_called<'p>(place: FieldPlace<'p>, id: Arc<str>) -> Option<&'p Fields> {
    let plan = place.subject.plan.clone();
    let indicator = RecordKey { plan, kind: RecordKind::Indicator, report: None, within: None, id };
    place.side.statements.fields(&indicator)
}

/// Returns the ranges that the indicator of a reading aims at, in a unit.
fn ranges(place: FieldPlace<'_>, unit: &Unit) -> Vec<(Decimal, Decimal)> {
    let Some(fields) = indicator_of(place) else { return Vec::new() };
    let one = fields.get(&records::TARGET).into_iter();
    let several = fields.get(&records::TARGETS).into_iter().flat_map(Fields::entries);
    let several =
        several.filter_map(|(_, _, value)| if let Value::Record(target) = value { Some(target) } else { None });
    let number = |value: &Value| match value {
        Value::Amount(written) => written.resolve(place.unit()).amount?.number_in(unit),
        _ => None,
    };
    let range = |target: &Fields| {
        let ends = target.get(&records::BETWEEN)?;
        ends.first().and_then(number).zip(ends.get(1).and_then(number))
    };
    one.chain(several).filter_map(range).collect()
}

/// Tells whether a number came nearer to ranges, where it did so to each: within one all are equally good.
fn nearer(ranges: &[(Decimal, Decimal)], before: Decimal, after: Decimal) -> Option<ChangeDirection> {
    let away = |number: Decimal, (low, high): (Decimal, Decimal)| {
        low.saturating_sub(number).max(number.saturating_sub(high)).max(Decimal::ZERO)
    };
    let mut judged =
        ranges.iter().map(|range| worse_when(Ordering::Greater, away(after, *range).cmp(&away(before, *range))));
    let first = judged.next()?;
    first.filter(|_| judged.all(|other| other == first))
}

/// Returns which way an indicator should not go.
fn goal(place: FieldPlace<'_>) -> Option<Ordering> {
    let fields = indicator_of(place)?;
    let target = fields.get(&records::TARGET);
    match fields.get(&records::DIRECTION).map(|word| word.0) {
        Some("down") => Some(Ordering::Greater),
        Some("up") => Some(Ordering::Less),
        Some(_) => None,
        None if target.is_some_and(|target| target.get(&records::AT_MOST).is_some()) => Some(Ordering::Greater),
        None if target.is_some_and(|target| target.get(&records::AT_LEAST).is_some()) => Some(Ordering::Less),
        None => None,
    }
}

/// Returns which way the figures of a column should not go, by the sign rule of the column or its table. Budgets are
/// neither good nor bad, and what is left of them is the better the more it is.
fn cost(place: FieldPlace<'_>, column: &str) -> Option<Ordering> {
    if !["actual", "forecast", "outturn", "deviation"].contains(&column) {
        return None;
    }
    let of = |kind, within: Option<_>, id| {
        let subject = RecordKey { plan: place.subject.plan.clone(), kind, report: None, within, id };
        place.side.statements.fields(&subject)
    };
    let table = place.subject.id.clone();
    let own = of(RecordKind::Column, Some(table.clone()), column.into());
    let sign = |fields: &Fields| fields.get(&records::SIGN).and_then(|sign| sign_of(sign.0));
    let of_table = || {
        let formula = own.and_then(|own| own.get(&records::FORMULA)).map(String::as_str);
        Some(sign(of(RecordKind::Table, None, table)?)?.of_difference(formula))
    };
    match own.and_then(sign).or_else(of_table)? {
        SignRule::Cost => Some(Ordering::Greater),
        SignRule::Saving | SignRule::Result => Some(Ordering::Less),
        SignRule::None => None,
    }
}

fn sign_of(word: &str) -> Option<SignRule> {
    model::SignRule::ALL.iter().find(|(known, _)| *known == word).map(|(_, sign)| *sign)
}

fn worse_when(bad: Ordering, order: Ordering) -> Option<ChangeDirection> {
    match order {
        Ordering::Equal => None,
        order if order == bad => Some(ChangeDirection::Worse),
        _ => Some(ChangeDirection::Better),
    }
}
