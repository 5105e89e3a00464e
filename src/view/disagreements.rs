//! What disagrees: every stated figure that is not the computed one, the unexplained first, and each status that its plan speaks against.

use super::{
    Block, Page, ViewContext, against,
    levels::chips,
    lists::OfPlan,
    overview::Overview,
    writer::{PageHead, PageWriter, heading, lead, section},
};
use crate::{
    model::{DifferenceClass, Gross},
    summary::{DifferenceSummary, MeasureSummary, PlanRow, StatedFigure},
    table::{Cell, CellValue, Column, Remark, RowSet, Table, TableLine},
    value::{Figure, Year},
};

/// The most differences by rounding that are listed; they are many and harmless.
const ROUNDING: usize = 200;

/// Says beside what plans come to how many of their figures nothing explains, and leads to them: whoever passes a total on
/// asks whether it holds.
pub(super) fn doubted(writer: &PageWriter, all: Overview) -> Option<Block> {
    let (context, count) = (writer.context, all.unexplained());
    (count > 0).then(|| Block::Remark {
        label: context.word("fact_against").to_owned(),
        text: context.say("doubted-figures", &[("count", count.into())]),
        links: vec![writer.link(context.addresses.disagreements(), context.word("doubted_link"))],
    })
}

/// Makes the page of figures that disagree.
pub(super) fn page(context: &ViewContext, all: Overview) -> Page {
    let writer = PageWriter::new(context, context.addresses.disagreements().clone());
    let of = |class| {
        let rows = all.plans.iter().flat_map(|rows| rows.disagreements.iter().map(|row| (&rows.plan, row)));
        rows.filter(move |(_, row)| row.difference.class == class).collect::<Vec<_>>()
    };
    let (unexplained, rounding) = (of(DifferenceClass::Unexplained), of(DifferenceClass::Rounding));
    let counts = [("unexplained", unexplained.len().into()), ("rounding", rounding.len().into())];
    let text = context.say("disagreements-state", &counts);
    let mut blocks = vec![lead(text.clone()), Block::Text { text: context.word("disagreements_words").to_owned() }];
    section(
        &mut blocks,
        context,
        "unexplained",
        "block_unexplained",
        table(&writer, "unexplained-table", &unexplained),
    );
    let shown = rounding.get(..ROUNDING).unwrap_or(&rounding);
    section(&mut blocks, context, "rounding", "block_rounding", table(&writer, "rounding-table", shown));
    if let Some(more) = rounding.len().checked_sub(ROUNDING).filter(|more| *more > 0) {
        blocks.push(Block::Text { text: context.say("rounding-more", &[("count", more.into())]) });
    }
    let is_contradicted = contradicted(&mut blocks, &writer, all);
    if unexplained.is_empty() && rounding.is_empty() && !is_contradicted {
        blocks.push(Block::Text { text: context.word("block_no_disagreements").to_owned() });
    }
    let head = PageHead {
        template: "disagreements.html",
        section: "disagreements",
        title: context.word("nav_disagreements").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: None,
    };
    writer.finish(head, blocks)
}

/// Stated figures that are not the computed ones.
struct Disagreements;

impl RowSet for Disagreements {
    type Row<'r> = Disagreement<'r>;
}

/// A stated figure that is not the computed one.
struct Disagreement<'r> {
    of: OfPlan<'r, DifferenceSummary>,
    /// Which one it is, where a report states the same thing several times.
    nth: Option<usize>,
}

impl<'r> std::ops::Deref for Disagreement<'r> {
    type Target = OfPlan<'r, DifferenceSummary>;

    fn deref(&self) -> &OfPlan<'r, DifferenceSummary> {
        &self.of
    }
}

const COLUMNS: &[&Column<Disagreements>] = &[
    &Column::name("what", "col_what", |row, _| {
        let context = row.writer.context.in_language(row.plan.language);
        let named = what(&context, &row.row.what);
        let again = |nth: usize| context.say("what-stated-again", &[("what", (&named).into()), ("nth", nth.into())]);
        Cell::of(row.nth.map_or_else(|| named.clone(), again))
            .in_language(row.plan.language)
            .leads(row.writer.href_at(&row.row.page, &row.row.fragment))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::date("date", "col_date", |row, _| Cell::date(row.row.report)),
    &Column::amount("stated", "col_stated", |row, _| Cell::figure(Some(&row.row.stated))),
    &Column::amount("computed", "col_computed", |row, _| {
        let (stated, computed) = (&row.row.stated, &row.row.computed);
        let unit = stated.amount.as_ref().map_or(&computed.unit, |amount| &amount.unit);
        Cell::of(Figure::exact(computed.to(unit).unwrap_or_else(|| computed.clone())))
    }),
    &Column::amount("size", "col_size", |row, _| {
        let difference = &row.row.difference;
        let reach = || Remark::Text(row.writer.context.word("class_within_reach").to_owned());
        let size = CellValue::Step(Figure::exact(difference.size.clone()));
        Cell::of(size).remarked(difference.within_reach.then(reach))
    }),
];

fn table(writer: &PageWriter, id: &str, rows: &[(&PlanRow, &DifferenceSummary)]) -> Option<Table> {
    let context = writer.context;
    let lines = rows.iter().enumerate().map(|(at, (plan, row))| {
        let is_same = |(other, told): &&(&PlanRow, &DifferenceSummary)| {
            other.id == plan.id && told.report == row.report && told.what == row.what
        };
        let nth = rows.iter().take(at.saturating_add(1)).filter(is_same).count();
        let is_alone = rows.iter().filter(is_same).count() < 2;
        TableLine::item(Disagreement { of: OfPlan { plan, row: *row, writer }, nth: (!is_alone).then_some(nth) })
    });
    Table::new(id, context.word("caption_disagreements")).filled(context.locale, COLUMNS, lines).fitted_if_any()
}

/// Says which figure it is.
fn what(context: &ViewContext, disputed: &StatedFigure) -> String {
    let total = |gross: &Gross, net, without| context.word(if *gross == Gross::Net { net } else { without }).to_owned();
    let year = |year: &Year| year.to_string();
    match disputed {
        StatedFigure::Required(gross) => total(gross, "what_required", "what_required_gross"),
        StatedFigure::Achieved(gross) => total(gross, "what_achieved", "what_achieved_gross"),
        StatedFigure::Forecast(gross) => total(gross, "what_forecast", "what_forecast_gross"),
        StatedFigure::Parent(name) => context.say("what-parent", &[("name", name.into())]),
        StatedFigure::EffectYear(name, of) => {
            context.say("what-effect-year", &[("name", name.into()), ("year", (&year(of)).into())])
        }
        StatedFigure::EffectMonth(of, month) => context.say(
            "what-effect-month",
            &[("month", context.locale.month_short(*month).into()), ("year", (&of.to_string()).into())],
        ),
        StatedFigure::EffectTotal(of) => context.say("what-effect-total", &[("year", (&year(of)).into())]),
        StatedFigure::EffectAcross(of) => context.say("what-effect-across", &[("year", (&year(of)).into())]),
        StatedFigure::Cell(table, label, id, title) => {
            let column = title.clone().unwrap_or_else(|| context.word_of("column", id.as_str()));
            context.say("what-cell", &[("table", table.into()), ("row", label.into()), ("column", (&column).into())])
        }
    }
}

/// Measures whose status something speaks against.
struct Contradicted;

impl RowSet for Contradicted {
    type Row<'r> = OfPlan<'r, MeasureSummary>;
}

const CONTRADICTED: &[&Column<Contradicted>] = &[
    &Column::name("measure", "col_measure", |row, _| {
        let context = row.writer.context.in_language(row.plan.language);
        Cell::of(context.measure_name(row.row.number.as_ref(), &row.row.title))
            .in_language(row.plan.language)
            .leads(row.writer.href(&row.row.page))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::status("status", "col_status", |row, _| Cell::chips(chips(row.writer.context, row.row.level))),
    &Column::text("against", "col_against", |row, _| {
        let said: Vec<String> = row.row.against.iter().map(|one| against::said(row.writer.context, one)).collect();
        said.join("; ").into()
    }),
    &Column::date("updated", "col_updated", |row, _| Cell::date(row.row.updated)),
];

/// Adds the section with all measures whose status something speaks against, where there are any; tells whether there are.
fn contradicted(blocks: &mut Vec<Block>, writer: &PageWriter, all: Overview<'_>) -> bool {
    let context = writer.context;
    let rows = || all.plans.iter().flat_map(|plan| plan.measures.iter().map(|row| (&plan.plan, row)));
    let found = rows().filter(|(_, row)| !row.against.is_empty());
    let lines: Vec<_> = found.map(|(plan, row)| TableLine::item(OfPlan { plan, row, writer })).collect();
    let table =
        Table::new("against-table", context.word("caption_against")).filled(context.locale, CONTRADICTED, lines);
    let Some(table) = table.fitted_if_any() else { return false };
    blocks.push(heading(against::SECTION, context.word("block_against")));
    blocks.push(Block::Text { text: context.word("against_words").to_owned() });
    blocks.push(Block::Table(table));
    true
}
