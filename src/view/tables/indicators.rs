//! Indicators: where they are, how that changed, where they should get, and what was read on the way.

use super::{explain_marks, notes_on_withheld, unit_note};
use crate::{
    figure::{aim_words, reading_words},
    model::{Aim, DatedValue, Indicator, PlanAsOf, Reading, ReportingState, Target, UncountedReading, WantedDirection},
    summary::table_totals::{indicator_totals, latest_reading},
    table::{Cell, CellValue, Column, Remark, Row, RowClass, RowSet, Table, TableLine, Verdict, sentences},
    value::{Figure, Id, Period, Unit},
    view::{ViewContext, leading::Compared, since, writer::PageWriter},
};

/// Indicators.
struct Indicators;

impl RowSet for Indicators {
    type Row<'r> = IndicatorLine<'r>;
}

/// An indicator and its latest reading.
struct IndicatorLine<'r> {
    indicator: &'r Indicator,
    latest: Option<&'r Reading>,
    seen: &'r PlanAsOf<'r>,
    writer: &'r PageWriter<'r>,
    /// Whether it says that it was reported, because not all were, or some say when they are to be.
    tells_reporting: bool,
}

const COLUMNS: &[&Column<Indicators>] = &[
    &Column::name("indicator", "col_indicator", |row, _| row.name()),
    &Column::amount("latest", "col_latest_reading", |row, _| row.read().in_unit(row.named_unit())),
    &Column::word("reporting", "col_reporting", |row, _| row.reporting()),
    &Column::amount("change", "col_change", |row, _| row.change().unwrap_or_default().in_unit(row.named_unit())),
    &Column::amount("target", "col_target", |row, _| row.target().in_unit(row.named_unit())),
    &Column::status("status", "col_status", |row, _| row.status()),
];

/// Makes the table of some indicators: a row each.
pub(in crate::view) fn indicators<'a>(
    seen: &PlanAsOf<'a>,
    writer: &PageWriter<'a>,
    indicators: impl Iterator<Item = &'a Indicator>,
) -> Option<Table> {
    let context = writer.context;
    let indicators: Vec<&Indicator> = indicators.collect();
    if indicators.is_empty() {
        return None;
    }
    let mut lines = Vec::with_capacity(indicators.len());
    let mut section = None;
    let wholes = indicators.iter().copied().filter(|indicator| indicator.series_of.is_none());
    let rows: Vec<&Indicator> =
        wholes.flat_map(|whole| std::iter::once(whole).chain(series_rows(seen, whole))).collect();
    let tells_reporting = tells_reporting(seen, &indicators);
    for indicator in rows.iter().copied() {
        if indicator.section != section
            && let Some(title) = indicator.section.and_then(|section| seen.plan.sections.get(section))
        {
            lines.push(TableLine::Across(Row::across(RowClass::Heading, title.as_str())));
        }
        section = indicator.section;
        let class = if indicator.series_of.is_some() { RowClass::Child } else { RowClass::Item };
        let line = IndicatorLine { indicator, latest: latest_reading(seen, indicator), seen, writer, tells_reporting };
        lines.push(TableLine::Row(class, line));
    }
    let mut table = Table::new("indicators", context.word("caption_indicators")).filled(context.locale, COLUMNS, lines);
    let reporting = if tells_reporting { reporting_counts(context, seen, &indicators) } else { String::new() };
    // On its own page it is said once, below all of its tables.
    let is_own = indicators.iter().any(|it| context.addresses.indicator(&seen.plan.id, &it.slug) == writer.path);
    let latest = rows.iter().filter(|_| !is_own).filter_map(|row| latest_reading(seen, row));
    let withheld = latest.filter_map(|reading| match reading.uncounted {
        Some(UncountedReading::Withheld(why)) => Some(why),
        _ => None,
    });
    table.note = sentences(std::iter::once(reporting).chain(notes_on_withheld(context, withheld)));
    if let Some(compared) = Compared::of(context, seen) {
        let now = indicator_totals(seen, rows.iter().copied());
        // Where all count in one long unit, their names have it.
        let units = || indicators.iter().map(|indicator| &indicator.unit);
        let unit = units().next().filter(|unit| is_long(unit) && units().all(|other| other == *unit));
        compared.column(&mut table, None, unit, ("indicators", &now));
        if indicators.len() == seen.plan.indicators.len() {
            let now = indicator_totals(seen, indicators.iter().copied());
            compared.gone(&mut table, ("indicators", &now));
        }
    }
    explain_marks(seen, None, &mut table);
    // A series is no indicator of its own.
    table.counts_wholes = true;
    Some(since::fitted(context, table))
}

/// The most series that have a row each below their indicator.
const SERIES_ROWS: usize = 6;

/// Returns the series that have a row below their indicator, what stands first before the others: all where they are few
/// or say more than readings, else the one that leads. The others stand in the table of its chart.
fn series_rows<'a>(seen: &PlanAsOf<'a>, whole: &'a Indicator) -> Vec<&'a Indicator> {
    let says_more = |series: &Indicator| {
        let remarks = [&series.missing, &series.breaks];
        series.baseline.is_some() || !series.targets.is_empty() || remarks.iter().any(|remarks| !remarks.is_empty())
    };
    let lines = seen.plan.lines_of(whole);
    let has_all = lines.len() <= SERIES_ROWS || seen.plan.series_of(whole).any(says_more);
    let rows = lines.into_iter().enumerate().filter(|(at, line)| line.series_of.is_some() && (*at == 0 || has_all));
    rows.map(|(_, series)| series).collect()
}

/// Tells whether a series has a row below its indicator.
fn has_row(seen: &PlanAsOf, series: &Indicator) -> bool {
    let whole = seen.plan.whole_of(series);
    whole.is_none_or(|whole| series_rows(seen, whole).iter().any(|row| row.id == series.id))
}

/// Tells whether the reporting of some indicators is worth a word: not all have figures, or one says when it is to be read.
fn tells_reporting<'a>(seen: &PlanAsOf<'a>, indicators: &[&'a Indicator]) -> bool {
    indicators.iter().filter(|indicator| indicator.series_of.is_none()).any(|indicator| {
        let reporting = seen.reporting(indicator);
        reporting.state != ReportingState::HasFigures || reporting.due.is_some()
    })
}

/// Says how many indicators have figures, how many none yet, and of how many they are late.
fn reporting_counts<'a>(context: &ViewContext, seen: &PlanAsOf<'a>, indicators: &[&'a Indicator]) -> String {
    let wholes = indicators.iter().filter(|indicator| indicator.series_of.is_none());
    let states: Vec<ReportingState> = wholes.map(|indicator| seen.reporting(indicator).state).collect();
    let counted = ReportingState::ALL.into_iter().filter_map(|state| {
        let count = states.iter().filter(|known| **known == state).count();
        (count > 0).then(|| context.say("reporting-count", &[("count", count.into()), ("state", state.word().into())]))
    });
    context.say("reporting-counts", &[("list", (&counted.collect::<Vec<_>>().join(", ")).into())])
}

/// The most letters of a unit that stands in every cell.
const SHORT_UNIT: usize = 16;

fn is_long(unit: &Unit) -> bool {
    matches!(unit, Unit::Word(word) if word.chars().count() > SHORT_UNIT)
}

impl IndicatorLine<'_> {
    fn name(&self) -> Cell {
        let (indicator, plan) = (self.indicator, self.seen.plan);
        let page =
            self.writer.context.addresses.indicator(&plan.id, &plan.whole_of(indicator).unwrap_or(indicator).slug);
        let title = Cell::of(indicator.title.as_str());
        let name = match page == self.writer.path {
            true => title,
            // Where the page of a plan had its readings, an old link to them still leads.
            false => title.leads(self.writer.href(&page)).anchored(readings_id(indicator)),
        };
        // A series counts in what its indicator does.
        let unit = self.named_unit().filter(|_| self.indicator.series_of.is_none());
        name.remarked(unit.map(|unit| Remark::Text(self.writer.context.locale.unit(unit).to_owned())))
    }

    /// Returns the unit where the row's name names it: where it is too long to stand in every cell.
    fn named_unit(&self) -> Option<&Unit> {
        Some(&self.indicator.unit).filter(|unit| is_long(unit))
    }

    fn read(&self) -> Cell {
        let Some(reading) = self.latest else { return Cell::default() };
        let date = || self.writer.context.locale.period(reading.date);
        let remark = match &reading.note {
            Some(note) => Remark::Text(format!("{}. {note}", date())),
            None => Remark::At(reading.date),
        };
        let cell = match reading.uncounted {
            Some(_) => reading_words(self.writer.context.locale, reading).into(),
            None => Cell::figure(Some(&reading.value)),
        };
        cell.given_in(reading.report).remarked(remark)
    }

    /// Says whether it was reported, and when the next reading is due. A series is reported with its indicator.
    fn reporting(&self) -> Cell {
        if !self.tells_reporting || self.indicator.series_of.is_some() {
            return Cell::default();
        }
        let context = self.writer.context;
        let reporting = self.seen.reporting(self.indicator);
        let due = reporting.due.map(|due| due_words(context, due, Some(reporting.state)));
        let verdict = (reporting.state == ReportingState::Late).then_some(Verdict::Bad);
        Cell::from(context.word_of("reporting", reporting.state.word())).remarked(due.map(Remark::Text)).judged(verdict)
    }

    /// Says on which side of the line from its baseline to its target the latest reading lies.
    fn side(&self) -> Option<Remark> {
        let standing = self.seen.line_standing(self.indicator)?;
        Some(Remark::Text(self.writer.context.word_of("line", standing.side.word())))
    }

    /// Shows the target that the latest reading is held against, and whether it meets one. That a value is not reached is told by
    /// the line towards it, where there is one.
    fn target(&self) -> Cell {
        let Some(target) = Target::at(&self.indicator.targets, self.latest.map(|reading| reading.date)) else {
            return Cell::default();
        };
        let dated = target.date.map(Remark::At);
        let met = self.met(target);
        let said = met.map(|(_, word)| Remark::Text(self.writer.context.word(word).to_owned()));
        if let Aim::Value(value) = &target.aim {
            let said = said.filter(|_| met.is_some_and(|(is_met, _)| is_met)).or_else(|| self.side());
            return Cell::figure(Some(value)).remarked(dated).remarked(said);
        }
        let verdict = met.map(|(is_met, _)| if is_met { Verdict::Good } else { Verdict::Bad });
        Cell::from(self.aim(&target.aim)).remarked(dated).remarked(said).remarked(self.side()).judged(verdict)
    }

    /// Tells whether the latest reading meets a target, and says so: one that an earlier reading met is met no longer.
    fn met(&self, target: &Target) -> Option<(bool, &'static str)> {
        let latest = self.latest?;
        let is_met_by = |reading: &Reading| self.indicator.meets(target, &reading.value);
        let is_met = is_met_by(latest)?;
        let mut earlier = self.seen.readings(self.indicator).filter(|reading| reading.date != latest.date);
        let is_due = target.date.is_none_or(|due| due.last() <= latest.date.last());
        let word = match is_met {
            true => "target_met",
            false if earlier.any(|reading| is_met_by(reading) == Some(true)) => "target_no_longer_met",
            false if self.is_past(target) => "target_passed",
            false if is_due => "target_not_met",
            false => "target_not_met_yet",
        };
        Some((is_met, word))
    }

    /// Tells whether the latest reading went through the range that a target aims at: the way that the indicator should go, else
    /// the way from where it began.
    fn is_past(&self, target: &Target) -> bool {
        let Indicator { unit, direction, baseline, .. } = self.indicator;
        let way = |baseline: &DatedValue| {
            let fell = target.aim.is_passed_by(&baseline.value, unit, Some(WantedDirection::Up));
            let rose = target.aim.is_passed_by(&baseline.value, unit, Some(WantedDirection::Down));
            fell.then_some(WantedDirection::Down).or(rose.then_some(WantedDirection::Up))
        };
        let way = direction.or_else(|| baseline.as_ref().and_then(way));
        self.latest.is_some_and(|latest| target.aim.is_passed_by(&latest.value, unit, way))
    }

    /// Says what a target aims at; its unit stands with the name where it is long.
    fn aim(&self, aim: &Aim) -> String {
        aim_words(self.writer.context.locale, aim)
    }

    fn status(&self) -> Cell {
        let context = self.writer.context;
        let level = self.latest.and_then(|reading| context.level(reading.level?));
        let trend = self.latest.and_then(|reading| reading.trend);
        Cell::chips(level).remarked(trend.map(|trend| Remark::Text(context.trend(trend))))
    }

    /// Shows how far the latest reading is from where the indicator began, unless the way of counting changed between.
    fn change(&self) -> Option<Cell> {
        let (indicator, latest) = (self.indicator, self.latest?);
        // One that is older than where it began is no beginning, also where that is withheld.
        let first = self.seen.readings(indicator).find(|reading| indicator.began_before(reading.date));
        let first = first.filter(|first| first.date != latest.date);
        let (since, start): (_, &Figure) = match &indicator.baseline {
            Some(baseline) => (baseline.date, &baseline.value),
            None => first.map(|first| (Some(first.date), &first.value))?,
        };
        if !self.seen.plan.is_counted_alike(indicator, since, latest.date) {
            return Some(self.writer.context.word("remark_not_comparable").into());
        }
        let unit = &latest.value.amount.as_ref()?.unit;
        let change = latest.value.less(start, unit)?;
        let number = change.amount.as_ref()?.number;
        let is_past = Target::at(&indicator.targets, Some(latest.date)).is_some_and(|target| self.is_past(target));
        let is_better = match indicator.direction {
            _ if number.is_zero() => None,
            // It went the right way, and too far.
            _ if is_past => Some(false),
            Some(WantedDirection::Down) => Some(number.is_sign_negative()),
            Some(WantedDirection::Up) => Some(!number.is_sign_negative()),
            Some(WantedDirection::Hold) | None => None,
        };
        let verdict = is_better.map(|is_better| if is_better { Verdict::Good } else { Verdict::Bad });
        let dated = |date| {
            let date = self.writer.context.locale.period(date);
            Remark::Text(self.writer.context.say("remark-since", &[("date", (&date).into())]))
        };
        Some(Cell::of(CellValue::Step(change)).judged(verdict).remarked(since.map(dated)))
    }
}

/// Says by when a reading is due, and beside the state of its indicator which reading that is.
pub(in crate::view) fn due_words(context: &ViewContext, due: Period, state: Option<ReportingState>) -> String {
    let state = state.map_or("date", ReportingState::word);
    context.say("reading-due", &[("state", state.into()), ("date", (&context.locale.period(due)).into())])
}

/// What was read of one indicator.
struct Readings;

impl RowSet for Readings {
    type Row<'r> = ReadingLine<'r>;
}

/// A reading, or where the indicator began.
struct ReadingLine<'r> {
    date: Period,
    value: &'r Figure,
    reading: Option<&'r Reading>,
    /// The unit, where the head of the table names it.
    unit: Option<&'r Unit>,
    context: &'r ViewContext<'r>,
}

const READING_COLUMNS: &[&Column<Readings>] = &[
    &Column::name("date", "col_date", |row, _| Cell::date(Some(row.date))),
    &Column::amount("reading", "col_reading", |row, _| {
        let cell = match row.reading.filter(|reading| reading.uncounted.is_some()) {
            Some(reading) => reading_words(row.context.locale, reading).into(),
            None => Cell::figure(Some(row.value)),
        };
        let cell = cell.given_in(row.reading.and_then(|reading| reading.report));
        cell.in_unit(row.unit)
    }),
    &Column::status("status", "col_status", |row, _| row.status()),
    &Column::text("remark", "col_remark", |row, _| row.remark()),
];

/// Makes the table of what was read of one indicator, the newest first, with where it began.
pub(in crate::view) fn readings<'a>(
    seen: &PlanAsOf<'a>,
    writer: &PageWriter<'a>,
    indicator: &'a Indicator,
) -> Option<Table> {
    let context = writer.context;
    seen.readings(indicator).next()?;
    let unit = Some(&indicator.unit).filter(|unit| is_long(unit));
    let line = |reading: &'a Reading| ReadingLine {
        date: reading.date,
        value: &reading.value,
        reading: Some(reading),
        unit,
        context,
    };
    let mut lines: Vec<ReadingLine> = seen.readings(indicator).map(line).collect();
    if let Some(baseline) = &indicator.baseline
        && let Some(date) = baseline.date
    {
        let before = lines.iter().take_while(|line| line.date != date && !baseline.is_before(line.date)).count();
        lines.insert(before, ReadingLine { date, value: &baseline.value, reading: None, unit, context });
    }
    lines.reverse();
    let title = seen.plan.title_of(indicator);
    let caption = context.say("caption-readings", &[("title", (&title).into())]);
    let note = unit.map(|unit| unit_note(context, unit, None)).unwrap_or_default();
    let begun = Table::new(readings_id(indicator), caption).noted(note).in_order();
    let mut table = begun.filled(context.locale, READING_COLUMNS, lines.into_iter().map(TableLine::item));
    explain_marks(seen, None, &mut table);
    Some(table.fitted())
}

/// Returns the anchor of what was read of an indicator.
fn readings_id(indicator: &Indicator) -> String {
    match indicator.id.parts() {
        // No slug has two hyphens together: no other table has this anchor.
        Some((whole, series)) => format!("readings-{}--{}", slug(whole), slug(series)),
        None => format!("readings-{}", indicator.slug),
    }
}

/// Tells whether earlier readings of an indicator say more than their numbers, which its chart has.
pub(in crate::view) fn are_readings_told(seen: &PlanAsOf, indicator: &Indicator) -> bool {
    let latest = latest_reading(seen, indicator);
    let latest = latest.filter(|_| has_row(seen, indicator));
    let is_latest = |reading: &Reading| latest.is_some_and(|latest| std::ptr::eq(latest, reading));
    seen.readings(indicator).filter(|reading| !is_latest(reading)).any(|reading| {
        let is_marked = reading.value.mark.is_some();
        is_marked
            || reading.uncounted.is_some()
            || reading.note.is_some()
            || reading.level.is_some()
            || reading.trend.is_some()
    })
}

fn slug(id: &str) -> String {
    Id::new(id).map(|id| id.slug()).unwrap_or_default()
}

impl ReadingLine<'_> {
    fn status(&self) -> Cell {
        let Some(reading) = self.reading else { return Cell::default() };
        let level = reading.level.and_then(|level| self.context.level(level));
        Cell::chips(level).remarked(reading.trend.map(|trend| Remark::Text(self.context.trend(trend))))
    }

    fn remark(&self) -> Cell {
        match self.reading {
            Some(reading) => reading.note.as_deref().into(),
            None => self.context.word("col_baseline").into(),
        }
    }
}
