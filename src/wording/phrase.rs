//! A change as a phrase: what the column "since" says of a row, after [`summaries`](crate::compare::summaries).

use crate::{
    compare::{Change, ChangeKind, RecordSummary},
    model::Lifecycle,
    schema::{MeasureColumn, Value},
    table::ValueFormat,
    value::{Figure, Period, Unit},
};

type Summary = RecordSummary<'static>;

/// A change of a field: its path, what it said and what it says.
type FieldChange<'c> = (&'c str, Option<&'c Value>, Option<&'c Value>);

/// Says what changed of a record, the status first; nothing where all is the same. Of an amount that is told for the
/// first time and has one of `columns`, no more is said than that, and only where nothing else is.
pub fn since_phrases(context: &ValueFormat<'_>, changes: &[Change], columns: &[MeasureColumn]) -> Vec<String> {
    let is_first_level =
        fields(changes).any(|(path, before, after)| path == Summary::LEVEL && before.is_none() && after.is_some());
    let has_column = |path| column_of(path).is_some_and(|column| columns.contains(&column));
    let mut phrases = Vec::new();
    let mut is_first_figure = false;
    for (path, before, after) in fields(changes) {
        match path {
            Summary::LEVEL => phrases.extend(level_phrase(context, before, after)),
            Summary::LIFECYCLE => phrases.extend(lifecycle_phrase(context, before, after, is_first_level)),
            Summary::DUE => phrases.push(date_phrase(context, before, after)),
            Summary::DECIDED if after.is_some() => phrases.push(context.word("since_decided").to_owned()),
            Summary::REQUIRED | Summary::ACHIEVED | Summary::FORECAST if before.is_none() && has_column(path) => {
                is_first_figure = true;
            }
            Summary::REQUIRED | Summary::ACHIEVED | Summary::FORECAST => {
                phrases.extend(amount_phrase(context, path, before, after));
            }
            _ => {}
        }
    }
    if phrases.is_empty() && is_first_figure {
        phrases.push(context.word("since_first_figure").to_owned());
    }
    phrases
}

/// Says what changed of a row of a table: its level and the figure it comes to, under a head that names `unit`.
pub fn row_phrases(context: &ValueFormat<'_>, changes: &[Change], unit: Option<&Unit>) -> Vec<String> {
    let phrase = |(path, before, after): FieldChange<'_>| match path {
        Summary::LEVEL => level_phrase(context, before, after),
        Summary::FIGURE => figure_phrase(context, before, after, unit),
        _ => None,
    };
    fields(changes).filter_map(phrase).collect()
}

/// Says what changed of a milestone: its date, that it was reached, given up or put off. Where its row says from which date it was
/// moved (`moved_from`), that is said in a word.
pub fn milestone_phrases(context: &ValueFormat<'_>, changes: &[Change], moved_from: Option<Period>) -> Vec<String> {
    // The day it was reached says more than that it was.
    let is_dated =
        fields(changes).any(|(path, before, after)| path == Summary::DONE && before.is_none() && after.is_some());
    let phrase = |(path, before, after): FieldChange<'_>| {
        let [was, is] = [before, after].map(period);
        match path {
            Summary::DUE if moved_from.is_some() && moved_from == was => {
                Some(context.word(if is > was { "since_put_off" } else { "since_moved_forward" }).to_owned())
            }
            Summary::DUE => Some(date_phrase(context, before, after)),
            Summary::DONE if was.is_none() => Some(context.word("since_reached").to_owned()),
            Summary::LIFECYCLE if is_dated => None,
            Summary::LIFECYCLE if lifecycle(after) == Some(Lifecycle::Done) => {
                Some(context.word("since_reached").to_owned())
            }
            Summary::LIFECYCLE => lifecycle_phrase(context, before, after, false),
            _ => None,
        }
    };
    fields(changes).filter_map(phrase).collect()
}

/// Tells whether a field of a record changed.
pub fn has_changed(changes: &[Change], path: &str) -> bool {
    fields(changes).any(|(changed, ..)| changed == path)
}

fn fields(changes: &[Change]) -> impl Iterator<Item = FieldChange<'_>> {
    changes.iter().filter_map(|change| match &change.what {
        ChangeKind::Field { path, before, after } => Some((path.as_str(), before.as_ref(), after.as_ref())),
        _ => None,
    })
}

/// Returns the column of tables that an amount stands in.
fn column_of(path: &str) -> Option<MeasureColumn> {
    match path {
        Summary::REQUIRED => Some(MeasureColumn::Required),
        Summary::ACHIEVED => Some(MeasureColumn::Achieved),
        Summary::FORECAST => Some(MeasureColumn::Forecast),
        _ => None,
    }
}

/// Says from which level to which something went.
fn level_phrase(context: &ValueFormat<'_>, before: Option<&Value>, after: Option<&Value>) -> Option<String> {
    match [before, after].map(text) {
        // Two levels of one word: readers see no difference.
        [before, after] if before == after => None,
        [Some(before), Some(after)] => Some(step_phrase(context, before, after)),
        [Some(before), None] => Some(step_phrase(context, before, context.word("since_without_level"))),
        [None, _] => Some(context.word("since_first_level").to_owned()),
    }
}

/// Says where in its life something is now. That something is in progress for the first time is no news, nor that it
/// has not begun beside its first level.
fn lifecycle_phrase(
    context: &ValueFormat<'_>,
    before: Option<&Value>,
    after: Option<&Value>,
    is_first_level: bool,
) -> Option<String> {
    let word = |state| context.lifecycle(state).word.to_lowercase();
    match [before, after].map(lifecycle) {
        [None, Some(Lifecycle::InProgress)] => None,
        [None, Some(Lifecycle::NotStarted)] if is_first_level => None,
        [_, Some(state)] => Some(word(state)),
        [before, None] => Some(step_phrase(context, &word(before?), context.word("since_not_given"))),
    }
}

/// Says from which date to which something that is due moved.
fn date_phrase(context: &ValueFormat<'_>, before: Option<&Value>, after: Option<&Value>) -> String {
    let [was, is] = [before, after].map(|value| period(value).map(|period| context.locale.period(period)));
    context.say("since-due", &[("step", (&step_or_first(context, was, is)).into())])
}

fn amount_phrase(
    context: &ValueFormat<'_>,
    path: &str,
    before: Option<&Value>,
    after: Option<&Value>,
) -> Option<String> {
    let step = match (before, figure(after)) {
        (None, Some(after)) => step_or_first(context, None, Some(context.locale.figure(&after))),
        _ => figure_phrase(context, before, after, None)?,
    };
    Some(context.say(&format!("since-{path}"), &[("step", (&step).into())]))
}

/// Says by how much a figure changed, or from what to what where that is no amount of one unit or not exact. `unit` is the one that stands above the figures.
fn figure_phrase(
    context: &ValueFormat<'_>,
    before: Option<&Value>,
    after: Option<&Value>,
    unit: Option<&Unit>,
) -> Option<String> {
    let words = |figure: &Figure| match unit {
        Some(unit) => context.figure_in(figure, unit).text,
        None => context.locale.figure(figure),
    };
    let read = |value: &Value| match value {
        Value::Amount(written) => Some(words(&written.resolve(&Unit::KRONE))),
        Value::List(ends) => match ends.as_slice() {
            [Value::Amount(low), Value::Amount(high)] => {
                Some(context.locale.range(&low.resolve(&Unit::KRONE), &high.resolve(&Unit::KRONE)))
            }
            _ => None,
        },
        Value::Text(words) => Some(words.clone()),
        _ => None,
    };
    let (before, after) = match (before, after) {
        (None, None) => return None,
        (None, Some(_)) => return Some(context.word("since_first_figure").to_owned()),
        (Some(before), None) => {
            return Some(step_phrase(context, &read(before)?, context.word("since_not_given")));
        }
        (Some(before), Some(after)) => (before, after),
    };
    let difference = figure(Some(before)).zip(figure(Some(after))).and_then(|(before, after)| {
        let amount = after.amount.as_ref()?;
        after.less(&before, unit.unwrap_or(&amount.unit))
    });
    Some(match difference.filter(|difference| difference.approx.is_none()).and_then(|figure| figure.amount) {
        Some(amount) if unit.is_some() && amount.unit != Unit::PercentPoint => context.signed(&amount.number),
        Some(amount) => context.signed_amount(&amount),
        None => step_phrase(context, &read(before)?, &read(after)?),
    })
}

/// Says from what to what something went: the one way in which a page, a feed and a history say it.
pub(super) fn step_phrase(context: &ValueFormat<'_>, before: &str, after: &str) -> String {
    context.say("since-step", &[("before", before.into()), ("after", after.into())])
}

/// Says from what to what something went that was not given before, or is not now.
fn step_or_first(context: &ValueFormat<'_>, before: Option<String>, after: Option<String>) -> String {
    let not_given = || context.word("since_not_given").to_owned();
    match (before, after) {
        (None, Some(after)) => context.say("since-told", &[("what", (&after).into())]),
        (before, after) => step_phrase(context, &before.unwrap_or_else(not_given), &after.unwrap_or_else(not_given)),
    }
}

fn text(value: Option<&Value>) -> Option<&str> {
    value.and_then(|value| if let Value::Text(text) = value { Some(text.as_str()) } else { None })
}

fn figure(value: Option<&Value>) -> Option<Figure> {
    // Amounts of summaries have their unit.
    value.and_then(|value| if let Value::Amount(written) = value { Some(written.resolve(&Unit::KRONE)) } else { None })
}

fn period(value: Option<&Value>) -> Option<Period> {
    value.and_then(|value| if let Value::Period(period) = value { Some(*period) } else { None })
}

fn lifecycle(value: Option<&Value>) -> Option<Lifecycle> {
    let Some(Value::Choice(choice)) = value else { return None };
    Lifecycle::ALL.iter().find(|(word, _)| *word == choice.0).map(|(_, state)| *state)
}
