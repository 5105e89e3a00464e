//! Series of indicators: each becomes a record of its own, known by the ids of both (`ledige/kvinder`), so that whatever
//! holds of an indicator (what is hidden, what changed, what is checked) holds of each series.
//!
//! Written they stand within their indicator, in `indicators.toml` and in reports, or as rows or columns of the indicator's
//! CSV file. What the ids lead to is the business of `model`.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    FileKind, Record,
    csv_head::{PERIOD, SERIES, TOTAL, VALUE},
    decode::MISSING_KEY,
    figures::Figures,
    reader::SourceReader,
    scalar,
};
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place, Span},
    schema::{Fields, Key, Value, records},
    value::{AmountError, Id, Notation, Period, PeriodError, WrittenAmount, meant_date},
};

const CSV_WITHOUT_PERIOD: Code = Code::error("csv-without-period")
    .args(&["key", "missing"])
    .help("a CSV file of an indicator without the column `period`, or without any column of readings");
const UNKNOWN_READING_COLUMN: Code = Code::error("unknown-reading-column").args(&["key"]).help(
    "a column of an indicator's CSV file that has a row for each reading and is neither `period`, `series` nor `value`",
);
const SERIES_TWICE: Code =
    Code::error("series-twice").args(&["id"]).help("two columns of a CSV file for one series of its indicator");
/// Two readings of one series for one period.
pub const READING_TWICE: Code = Code::error("reading-twice")
    .args(&["period", "id"])
    .help("two readings of an indicator, or of one of its series, for one period: outside of reports, or in a report one of which stands in a CSV file");
const SAID_TWICE: Code =
    Code::error("said-twice").args(&["key", "other"]).help("a target or a reading that says one thing in two ways");
const TOTAL_IS_NO_SERIES: Code = Code::error("total-is-no-series")
    .help("a series with the id `total`, which in CSV files stands for the indicator's own readings");

/// The codes of this file.
pub(super) const CODES: &[&Code] =
    &[&CSV_WITHOUT_PERIOD, &UNKNOWN_READING_COLUMN, &SERIES_TWICE, &READING_TWICE, &SAID_TWICE, &TOTAL_IS_NO_SERIES];

type Entry = (Key, String, Value);

/// Parts the series of a record from their indicators.
pub(super) fn part(record: &mut Record, reader: &mut SourceReader<'_>) {
    match record.role {
        FileKind::Indicators => part_indicators(&mut record.fields, reader),
        FileKind::Update | FileKind::Status => {
            let readings = record.fields.values.iter_mut().find(|(name, _)| *name == records::READINGS.spec.name);
            if let Some((_, Value::Record(readings))) = readings {
                part_readings(readings, reader);
            }
        }
        _ => {}
    }
}

/// Takes a table of series out of a record; empty where there is none.
fn take_series(fields: &mut Fields) -> Vec<Entry> {
    let at = fields.values.iter().position(|(name, _)| *name == records::SERIES.spec.name);
    match at.map(|at| fields.values.remove(at)) {
        Some((_, Value::Record(series))) => series.entries,
        _ => Vec::new(),
    }
}

fn part_indicators(fields: &mut Fields, reader: &mut SourceReader<'_>) {
    let mut all = Vec::with_capacity(fields.entries.len());
    for (key, text, mut value) in std::mem::take(&mut fields.entries) {
        let mut own = Vec::new();
        if let Value::Record(indicator) = &value {
            look_at_aims(indicator, &text, reader);
        }
        if let (Key::Id(id), Value::Record(indicator)) = (&key, &mut value) {
            for (series_key, series_text, mut series) in take_series(indicator) {
                let Key::Id(series_id) = series_key else { continue };
                let text = format!("{text}.{SERIES}.{series_text}");
                if series_id.as_str() == TOTAL {
                    let place = Place::Subject(FieldRef { file: reader.record.into(), field: text });
                    reader.diagnostics.push(Diagnostic::new(&TOTAL_IS_NO_SERIES, place));
                    continue;
                }
                if let Value::Record(series) = &mut series {
                    look_at_aims(series, &text, reader);
                    say_formerly(series, indicator, id, &series_id);
                }
                own.push((Key::Id(id.part(&series_id)), text, series));
            }
        }
        all.push((key, text, value));
        all.extend(own);
    }
    fields.entries = all;
}

/// Looks at the targets and the older readings of an indicator or a series.
fn look_at_aims(fields: &Fields, record: &str, reader: &mut SourceReader<'_>) {
    let one = fields.get(&records::TARGET).map(|target| (records::TARGET.spec.name.to_owned(), target));
    let many = fields.get(&records::TARGETS).into_iter().flat_map(Fields::entries).filter_map(|(_, text, value)| {
        let Value::Record(target) = value else { return None };
        Some((format!("{}.{text}", records::TARGETS.spec.name), target))
    });
    for (field, target) in one.into_iter().chain(many) {
        look_at(target, &format!("{record}.{field}"), records::TARGET_RECORD.name, reader);
    }
    let older = fields.get(&records::OLD_READINGS).into_iter().flat_map(Fields::entries);
    for (_, text, value) in older {
        if let Value::Record(reading) = value {
            let field = format!("{record}.{}.{text}", records::OLD_READINGS.spec.name);
            look_at(reading, &field, records::READING.name, reader);
        }
    }
}

/// Reports a target or a reading that says nothing, or one thing in two ways.
fn look_at(said: &Fields, field: &str, record: &'static str, reader: &mut SourceReader<'_>) {
    let place = |name: &str| FieldRef { file: reader.record.into(), field: format!("{field}{name}") };
    let written: Vec<&str> = WAYS.into_iter().filter(|way| said.value(way).is_some()).collect();
    let is_told = WAYS.iter().any(|way| reader.origins.knows(&place(&format!(".{way}"))));
    let is_reading = record == records::READING.name;
    let says_more = is_reading && said.values.iter().any(|(name, _)| *name != records::DATE.spec.name);
    let place = Place::Subject(place(""));
    match written.as_slice() {
        [] if !is_told && !says_more => {
            let missing = Diagnostic::new(&MISSING_KEY, place).with("key", VALUE).with("record", record);
            reader.diagnostics.push(missing);
        }
        [first, second, ..] => {
            let diagnostic = Diagnostic::new(&SAID_TWICE, place).with("key", *first).with("other", *second);
            reader.diagnostics.push(diagnostic);
        }
        _ => {}
    }
}

/// The ways to say what is aimed at, or what was read.
const WAYS: [&str; 5] = [VALUE, "at_least", "at_most", "between", "words"];

/// Says of a series by which ids it was known before: with those of its indicator, too.
fn say_formerly(series: &mut Fields, indicator: &Fields, id: &Id, series_id: &Id) {
    let wholes: Vec<Id> = std::iter::once(id).chain(indicator.ids(&records::FORMERLY)).cloned().collect();
    let parts: Vec<Id> = std::iter::once(series_id).chain(series.ids(&records::FORMERLY)).cloned().collect();
    let all = wholes.iter().flat_map(|whole| parts.iter().map(|part| whole.part(part)));
    let former: Vec<Value> = all.skip(1).map(Value::Id).collect();
    let name = records::FORMERLY.spec.name;
    series.values.retain(|(known, _)| *known != name);
    if !former.is_empty() {
        series.values.push((name, Value::List(former)));
    }
}

fn part_readings(readings: &mut Fields, reader: &mut SourceReader<'_>) {
    let mut all = Vec::with_capacity(readings.entries.len());
    for (key, text, mut value) in std::mem::take(&mut readings.entries) {
        let mut own = Vec::new();
        let mut is_read = true;
        if let (Key::Id(id), Value::Record(reading)) = (&key, &mut value) {
            for (series_key, series_text, series) in take_series(reading) {
                let Key::Id(series_id) = series_key else { continue };
                own.push((Key::Id(id.part(&series_id)), format!("{text}.{SERIES}.{series_text}"), series));
            }
            let field = format!("{}.{text}", records::READINGS.spec.name);
            for (_, series_text, series) in &own {
                if let Value::Record(series) = series {
                    look_at(
                        series,
                        &format!("{}.{series_text}", records::READINGS.spec.name),
                        records::READING.name,
                        reader,
                    );
                }
            }
            // Series alone may be read; a date alone is of nothing.
            is_read = !reading.is_empty() || own.is_empty();
            let has_series = FieldRef { file: reader.record.into(), field: format!("{field}.{SERIES}") };
            if is_read && !(reading.is_empty() && reader.origins.knows(&has_series)) {
                look_at(reading, &field, records::READING.name, reader);
            }
        }
        if is_read {
            all.push((key, text, value));
        }
        all.extend(own);
    }
    readings.entries = all;
}

/// Reads what a CSV file says of its indicator and of the indicator's series: a row for each reading (`period;series;value`),
/// or a row for each period and a column for each series (`period;total;north;south`). Answers them by id, as
/// `indicators.toml` would have them, or the `index.md` of the report that the file stands in. There `period` may be left out:
/// then the readings are of the report's date. An empty cell is no reading.
pub(super) fn readings_of(figures: &Figures, record: &Record, reader: &mut SourceReader<'_>) -> Fields {
    let names = || figures.head.iter().map(|(name, span)| (name.as_str(), *span));
    let period_at = figures.column(PERIOD);
    if period_at.is_none() && record.report.is_none() {
        return without(PERIOD, figures, reader);
    }
    let mut csv = ReadingsReader {
        indicator: &record.id,
        notation: record.notation,
        report: record.report,
        is_told_undeclared: false,
        no_period: None,
        places: BTreeMap::new(),
        found: Vec::new(),
        reader,
    };
    if let Some(value_at) = figures.column(VALUE) {
        for (name, span) in names().filter(|(name, _)| ![PERIOD, SERIES, VALUE].contains(name)) {
            csv.report(&UNKNOWN_READING_COLUMN, span).add("key", name.to_owned());
        }
        let series_at = figures.column(SERIES);
        for row in &figures.rows {
            let cell = |at: usize| row.cells.get(at).map(|(text, span)| (text.as_str(), *span));
            let (period, Some(value)) = (period_at.and_then(cell), cell(value_at)) else { continue };
            let Some(series) = series_at.map_or(Some((None, value.1)), |at| {
                let (name, span) = cell(at)?;
                Some((csv.series(name, span)?, span))
            }) else {
                continue;
            };
            csv.read(series, period, value);
        }
        return csv.into_fields();
    }
    let mut columns = Vec::new();
    let mut taken = BTreeSet::new();
    for (at, (name, span)) in names().enumerate().filter(|(at, _)| Some(*at) != period_at) {
        let Some(series) = csv.series(name, span) else { continue };
        if taken.insert(series.clone()) {
            columns.push((at, series, span));
        } else {
            csv.report(&SERIES_TWICE, span).add("id", name.to_owned());
        }
    }
    if columns.is_empty() && figures.head.len() < 2 {
        return without(VALUE, figures, reader);
    }
    for row in &figures.rows {
        let period = period_at.and_then(|at| row.cells.get(at)).map(|(text, span)| (text.as_str(), *span));
        for (at, series, head) in &columns {
            let Some((value, place)) = row.cells.get(*at) else { continue };
            csv.read((series.clone(), *head), period, (value, *place));
        }
    }
    csv.into_fields()
}

fn without(missing: &'static str, figures: &Figures, reader: &mut SourceReader<'_>) -> Fields {
    if let Some((name, span)) = figures.head.first() {
        let diagnostic = Diagnostic::new(&CSV_WITHOUT_PERIOD, Place::Span(*span)).with("key", name.clone());
        reader.diagnostics.push(diagnostic.with("missing", missing));
    }
    Fields::default()
}

/// Reads the readings of a CSV file one by one.
struct ReadingsReader<'r, 'f> {
    indicator: &'r Id,
    notation: Notation,
    /// What the report is about that the file stands in.
    report: Option<Period>,
    is_told_undeclared: bool,
    /// The date of a row that was found to be none: a row has many cells and one date.
    no_period: Option<Span>,
    /// The place of each series among those found.
    places: BTreeMap<Option<Id>, usize>,
    /// What was found of each series, in the order of the file; nothing is the indicator itself.
    found: Vec<FoundSeries>,
    reader: &'r mut SourceReader<'f>,
}

struct FoundSeries {
    series: Option<Id>,
    readings: BTreeMap<Period, Entry>,
}

impl ReadingsReader<'_, '_> {
    fn report(&mut self, code: &'static Code, span: Span) -> &mut Diagnostic {
        self.reader.diagnostics.push(Diagnostic::new(code, Place::Span(span)));
        self.reader.diagnostics.last_mut().expect("one was just pushed")
    }

    /// Reads the id of a series; within, nothing for the indicator itself.
    fn series(&mut self, name: &str, span: Span) -> Option<Option<Id>> {
        let context = self.reader.context;
        let name = context.heads.column_of(name);
        if name.is_empty() || name == TOTAL {
            return Some(None);
        }
        let id = Id::new(name);
        if id.is_none() {
            self.report(&scalar::NOT_AN_ID, span)
                .add("key", SERIES.to_owned())
                .add("text", name.to_owned())
                .add("meant", "none".into());
        }
        id.map(Some)
    }

    fn read(&mut self, (series, head): (Option<Id>, Span), stated: Option<(&str, Span)>, (text, span): (&str, Span)) {
        if text.is_empty() {
            return;
        }
        let Some((period, period_text)) = self.period(stated) else { return };
        let name = series.as_ref().map_or(TOTAL, Id::as_str).to_owned();
        let Some(amount) = self.amount(&name, text, span) else { return };
        let at = self.places.get(&series).copied().unwrap_or_else(|| {
            let field = FieldRef { file: self.reader.record.into(), field: self.field(&name) };
            if !self.reader.origins.knows(&field) {
                self.reader.origins.set(self.reader.record, field.field, head);
            }
            let at = self.found.len();
            self.places.insert(series.clone(), at);
            self.found.push(FoundSeries { series, readings: BTreeMap::new() });
            at
        });
        if self.found.get(at).is_some_and(|found| found.readings.contains_key(&period)) {
            let diagnostic = self.report(&READING_TWICE, span);
            diagnostic.add("period", period_text).add("id", name);
            return;
        }
        let mut value = Fields { values: vec![(records::VALUE.spec.name, Value::Amount(amount))], entries: Vec::new() };
        // A reading is of the date of its report unless it says another one.
        if self.report.is_some_and(|report| report != period) {
            value.values.push((records::DATE.spec.name, Value::Period(period)));
        }
        let field = match self.report {
            Some(_) => [&self.field(&name), ".", &period_text].concat(),
            None => [&name, ".", records::OLD_READINGS.spec.name, ".", &period_text].concat(),
        };
        if let Some(found) = self.found.get_mut(at) {
            found.readings.insert(period, (Key::Period(period), period_text, Value::Record(value)));
        }
        self.reader.origins.set(self.reader.record, field, span);
    }

    /// Returns the field that a series would have where it is written by hand.
    fn field(&self, name: &str) -> String {
        match self.report {
            Some(_) => [records::READINGS.spec.name, ".", name].concat(),
            None => name.to_owned(),
        }
    }

    /// Returns when something was read, and how that is written; what is no period is reported.
    fn period(&mut self, stated: Option<(&str, Span)>) -> Option<(Period, String)> {
        let stated = stated.filter(|(text, _)| self.report.is_none() || !text.is_empty());
        let Some((period_text, period_span)) = stated else { return self.report.map(|report| (report, report.iso())) };
        let read = Period::read(period_text, self.reader.year_begins);
        let Ok(period) = read else {
            let is_new = self.no_period.replace(period_span) != Some(period_span);
            if let Some(error) = read.err().filter(|error| is_new && *error != PeriodError::NotAPeriod) {
                let written = scalar::PeriodText { key: PERIOD, text: period_text };
                // Nothing stands before a CSV file: its places are those of the source.
                let range = [period_span.start, period_span.end].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
                self.reader.refuse_period(written, &scalar::NOT_A_PERIOD, error, range[0]..range[1]);
            } else if is_new {
                let suggestion = meant_date(period_text).unwrap_or_default();
                let diagnostic = self.report(&scalar::NOT_A_PERIOD, period_span).add("key", PERIOD.to_owned());
                diagnostic.add("text", period_text.to_owned()).add("suggestion", suggestion.clone());
                if !suggestion.is_empty() {
                    diagnostic.cure(period_span, suggestion);
                }
            }
            return None;
        };
        Some((period, period_text.to_owned()))
    }

    fn amount(&mut self, name: &str, text: &str, span: Span) -> Option<WrittenAmount> {
        let error = match WrittenAmount::parse(text, self.notation) {
            Ok(amount) => return Some(amount),
            Err(error) => error,
        };
        // One mark says it for the whole file: how its numbers are written stands in `[csv]`.
        let is_undeclared = matches!(error, AmountError::Ambiguous { .. }) && !self.notation.declared;
        if !is_undeclared || !std::mem::replace(&mut self.is_told_undeclared, true) {
            let written = scalar::AmountText { key: name, text, notation: self.notation, quotes: false };
            self.reader.diagnostics.push(written.refused(&error, Place::Span(span)));
        }
        None
    }

    fn into_fields(self) -> Fields {
        let indicator = self.indicator;
        let id_of = |series: Option<Id>| series.map_or_else(|| indicator.clone(), |series| indicator.part(&series));
        let name_of = |series: &Option<Id>| series.as_ref().map_or(TOTAL, Id::as_str).to_owned();
        if self.report.is_some() {
            let entries = self.found.into_iter().flat_map(|FoundSeries { series, readings }| {
                let name = name_of(&series);
                let id = id_of(series);
                readings
                    .into_values()
                    .map(move |(_, period, value)| (Key::Id(id.clone()), [name.as_str(), ".", &period].concat(), value))
            });
            let readings = Fields { values: Vec::new(), entries: entries.collect() };
            return Fields {
                values: vec![(records::READINGS.spec.name, Value::Record(readings))],
                entries: Vec::new(),
            };
        }
        let entries = self.found.into_iter().map(|FoundSeries { series, readings }| {
            let readings = Fields { values: Vec::new(), entries: readings.into_values().collect() };
            let fields = Fields {
                values: vec![(records::OLD_READINGS.spec.name, Value::Record(readings))],
                entries: Vec::new(),
            };
            let text = name_of(&series);
            (Key::Id(id_of(series)), text, Value::Record(fields))
        });
        Fields { values: Vec::new(), entries: entries.collect() }
    }
}
