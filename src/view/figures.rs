//! Charts on pages: a figure of the register, drawn twice and set with its numbers.

use std::{cell::RefCell, collections::BTreeMap, sync::Arc};

use super::{Block, ChartBlock, ViewContext, flow::LevelFlow};
use crate::{
    chart::{self, Chart, ChartCell, ChartTable, DrawingSize},
    figure::{self, ChartInput, ChartType, ComparableCounts, CountedItems, LevelTally},
    model::{Indicator, LevelCounts, Measure, PlanAsOf},
    schema::{MeasureColumn, PlanBlock, PlanKind},
    table::{Cell, Column, RowSet, Table, TableLine},
    value::{Date, Period},
};

/// The figure of the effect month by month, which has a page of its own.
pub(super) const EFFECT: &str = "effect";

/// The charts that the pages of a plan have shown so far: its own page, those of its measures and that of its newest
/// report know the same, and so show the same.
#[derive(Debug, Default)]
pub(super) struct ChartCache(RefCell<BTreeMap<ChartKey, Vec<Block>>>);

/// What is shown, as of which report, and on which day where that is to be seen.
type ChartKey = (&'static str, usize, Option<Date>);

/// Returns the charts of a figure of a plan, by its name in the register of figures.
pub(super) fn plan_figure(
    name: &str,
    seen: &PlanAsOf,
    context: &ViewContext,
    charts: Option<&ChartCache>,
) -> Vec<Block> {
    let Some(figure) = ChartType::find(name) else { return Vec::new() };
    let key = (figure.name, seen.report, figure.is_of_the_day.then_some(seen.today));
    let retold = is_retold(figure.name, seen.plan.kind);
    shared(charts, key, || {
        let drawn = (figure.draw)(&scene(seen, context)).into_iter().filter_map(|chart| drawn(context, chart));
        drawn.map(|chart| Block::Chart(Arc::new(ChartBlock { retold, ..chart }))).collect()
    })
}

/// Tells whether the pages of a kind of plan have a table that says all that a figure does.
fn is_retold(figure: &str, kind: &PlanKind) -> bool {
    let has = |block: PlanBlock| kind.blocks.contains(&block);
    let columns = [MeasureColumn::Required, MeasureColumn::Achieved, MeasureColumn::Forecast];
    match figure {
        "milestones" => has(PlanBlock::Milestones),
        "required-achieved" => has(PlanBlock::Measures) && columns.iter().all(|column| kind.columns.contains(column)),
        _ => false,
    }
}

/// Returns the chart of one indicator, whose numbers stand in a table below it.
pub(super) fn indicator_figure(seen: &PlanAsOf, context: &ViewContext, indicator: &Indicator) -> Option<ChartBlock> {
    Some(ChartBlock { tabled: true, ..drawn(context, figure::indicator(&scene(seen, context), indicator)?)? })
}

/// Returns charts as another page has shown them, else draws them.
fn shared(charts: Option<&ChartCache>, key: ChartKey, draw: impl FnOnce() -> Vec<Block>) -> Vec<Block> {
    match charts {
        Some(charts) => charts.0.borrow_mut().entry(key).or_insert_with(draw).clone(),
        None => draw(),
    }
}

/// Returns the chart of what one measure achieved over its reports.
pub(super) fn achieved_figure(seen: &PlanAsOf, context: &ViewContext, measure: &Measure) -> Option<Block> {
    block(context, figure::achieved(&scene(seen, context), measure)?)
}

/// Returns the chart of what all measures of a plan achieved over its reports.
pub(super) fn achieved_in_all_figure(seen: &PlanAsOf, context: &ViewContext) -> Option<Block> {
    block(context, figure::achieved_in_all(&scene(seen, context))?)
}

/// Returns the chart of how many measures stand at each level, and how many have none.
pub(super) fn levels_figure(context: &ViewContext, counts: &LevelCounts) -> Option<Block> {
    let as_of = context.locale.date(context.site.as_of);
    let levels = LevelTally { id: "levels", subject: CountedItems::Measures, as_of: &as_of, counts };
    block(context, figure::levels(context.site, context.locale, &levels)?)
}

/// Returns the chart of how many measures a report states at each level.
pub(super) fn stated_counts_figure(
    context: &ViewContext,
    counts: &LevelCounts,
    as_of: Option<Period>,
) -> Option<Block> {
    let as_of = as_of.map_or_else(|| context.word("counts_in_plan").to_owned(), |as_of| context.locale.period(as_of));
    let levels = LevelTally { id: "counts", subject: CountedItems::Measures, as_of: &as_of, counts };
    block(context, figure::levels(context.site, context.locale, &levels)?)
}

/// Returns the chart of how many measures stood at each level at two times.
pub(super) fn flow_figure(context: &ViewContext, flow: &LevelFlow, from: &str, to: &str) -> Option<Block> {
    let (before, after) = flow.counts();
    let (before, after) = (flow_side(from, &before), flow_side(to, &after));
    let site_then = flow.site_then.with_levels_of(flow.site_now);
    block(context, figure::flow(context.locale, &[(&site_then, before), (flow.site_now, after)], flow.comparable())?)
}

/// Returns the chart of how many measures stood at each level on several dates, the oldest first.
pub(super) fn levels_over_time_figure(
    context: &ViewContext,
    times: &[(Date, LevelCounts)],
    comparable: ComparableCounts,
) -> Option<Block> {
    let dates: Vec<String> = times.iter().map(|(date, _)| context.locale.date(*date)).collect();
    let times = times
        .iter()
        .zip(&dates)
        .map(|((_, counts), as_of)| (context.site, LevelTally { id: "levels-over-time", ..flow_side(as_of, counts) }));
    block(context, figure::flow(context.locale, &times.collect::<Vec<_>>(), comparable)?)
}

fn flow_side<'a>(as_of: &'a str, counts: &'a LevelCounts) -> LevelTally<'a> {
    LevelTally { id: "flow", subject: CountedItems::Measures, as_of, counts }
}

fn scene<'a>(seen: &PlanAsOf<'a>, context: &ViewContext<'a>) -> ChartInput<'a> {
    ChartInput { site: seen.site, plan: seen.plan, locale: context.locale, report: seen.report, today: seen.today }
}

/// Draws a chart for wide pages and for phones. One that cannot be drawn leaves nothing.
fn block(context: &ViewContext, chart: Chart) -> Option<Block> {
    drawn(context, chart).map(|chart| Block::Chart(Arc::new(chart)))
}

fn drawn(context: &ViewContext, chart: Chart) -> Option<ChartBlock> {
    Some(ChartBlock {
        wide: chart::draw(&chart, DrawingSize::Wide)?,
        narrow: chart::draw(&chart, DrawingSize::Narrow)?,
        title: chart.title,
        subtitle: chart.subtitle,
        table: table(context, chart.id + "-data", chart.table),
        tabled: false,
        retold: false,
    })
}

/// The rows of a chart's numbers.
struct Numbers;

impl RowSet for Numbers {
    type Row<'r> = NumberLine<'r>;
}

/// A row of them.
struct NumberLine<'r>(&'r [ChartCell]);

fn table(context: &ViewContext, id: String, numbers: ChartTable) -> Table {
    // What is withheld stands among numbers.
    let reads = |cell: &ChartCell| is_number(&cell.text) || cell.text == context.word("withheld_further");
    let reads_as_numbers = |nth: usize| numbers.rows.iter().filter_map(|row| row.get(nth)).all(reads);
    let column = |(nth, head): (usize, &String)| {
        let column: Column<Numbers> = match nth {
            0 => Column::name("", "", |row, nth| number(row, nth)),
            _ if reads_as_numbers(nth) => Column::amount("", "", |row, nth| number(row, nth)),
            _ => Column::word("", "", |row, nth| number(row, nth)),
        };
        column.one_of(nth, format!("column-{nth}"), head.as_str())
    };
    let columns: Vec<_> = numbers.header.iter().enumerate().map(column).collect();
    let rows = numbers.rows.iter().map(|row| TableLine::item(NumberLine(row)));
    let table = Table::new(id, numbers.caption).in_order().filled(context.locale, &columns, rows);
    if columns.len() > MOST_COLUMNS { table.scrolling() } else { table }
}

/// The most columns that a table of numbers has without scrolling: a date each, where series are its rows.
const MOST_COLUMNS: usize = 9;

fn number(row: &NumberLine<'_>, nth: usize) -> Cell {
    match row.0.get(nth) {
        Some(ChartCell { figure: Some((figure, unit)), .. }) => Cell::of(figure.clone()).in_unit(Some(unit)),
        cell => cell.map(|cell| cell.text.as_str()).into(),
    }
}

/// Tells whether a cell reads as a number: it has digits and is no date, which ends in its year behind a word.
fn is_number(cell: &str) -> bool {
    let year = cell.bytes().rev().take_while(u8::is_ascii_digit).count();
    let is_date = year == 4 && cell.contains(char::is_alphabetic);
    cell.is_empty() || cell == "-" || (cell.contains(|c: char| c.is_ascii_digit()) && !is_date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_no_numbers() {
        for cell in ["", "-", "1.700.000", "ca.\u{a0}2,5", "\u{2212}1,50"] {
            assert!(is_number(cell), "{cell}");
        }
        for cell in ["30. juni 2020", "ultimo 2022", "Ikke oplyst"] {
            assert!(!is_number(cell), "{cell}");
        }
    }
}
