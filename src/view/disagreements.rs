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
pub(super) fn doubted(draft: &PageWriter, all: Overview) -> Option<Block> {
    let (desk, count) = (draft.desk, all.unexplained());
    (count > 0).then(|| Block::Remark {
        label: desk.word("fact_against").to_owned(),
        text: desk.say("doubted-figures", &[("count", count.into())]),
        links: vec![draft.link(desk.book.disagreements(), desk.word("doubted_link"))],
    })
}

/// Makes the page of figures that disagree.
pub(super) fn page(desk: &ViewContext, all: Overview) -> Page {
    let draft = PageWriter::new(desk, desk.book.disagreements().clone());
    let of = |class| {
        let rows = all.plans.iter().flat_map(|rows| rows.disagreements.iter().map(|row| (&rows.plan, row)));
        rows.filter(move |(_, row)| row.difference.class == class).collect::<Vec<_>>()
    };
    let (unexplained, rounding) = (of(DifferenceClass::Unexplained), of(DifferenceClass::Rounding));
    let counts = [("unexplained", unexplained.len().into()), ("rounding", rounding.len().into())];
    let text = desk.say("disagreements-state", &counts);
    let mut blocks = vec![lead(text.clone()), Block::Text { text: desk.word("disagreements_words").to_owned() }];
    section(&mut blocks, desk, "unexplained", "block_unexplained", table(&draft, "unexplained-table", &unexplained));
    let shown = rounding.get(..ROUNDING).unwrap_or(&rounding);
    section(&mut blocks, desk, "rounding", "block_rounding", table(&draft, "rounding-table", shown));
    if let Some(more) = rounding.len().checked_sub(ROUNDING).filter(|more| *more > 0) {
        blocks.push(Block::Text { text: desk.say("rounding-more", &[("count", more.into())]) });
    }
    let is_contradicted = contradicted(&mut blocks, &draft, all);
    if unexplained.is_empty() && rounding.is_empty() && !is_contradicted {
        blocks.push(Block::Text { text: desk.word("block_no_disagreements").to_owned() });
    }
    let head = PageHead {
        template: "disagreements.html",
        section: "disagreements",
        title: desk.word("nav_disagreements").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: None,
    };
    draft.finish(head, blocks)
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
        let desk = row.draft.desk.in_language(row.plan.language);
        let named = what(&desk, &row.row.what);
        let again = |nth: usize| desk.say("what-stated-again", &[("what", (&named).into()), ("nth", nth.into())]);
        Cell::of(row.nth.map_or_else(|| named.clone(), again))
            .in_language(row.plan.language)
            .leads(row.draft.href_at(&row.row.page, &row.row.fragment))
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
        let reach = || Remark::Text(row.draft.desk.word("class_within_reach").to_owned());
        let size = CellValue::Step(Figure::exact(difference.size.clone()));
        Cell::of(size).remarked(difference.within_reach.then(reach))
    }),
];

fn table(draft: &PageWriter, id: &str, rows: &[(&PlanRow, &DifferenceSummary)]) -> Option<Table> {
    let desk = draft.desk;
    let lines = rows.iter().enumerate().map(|(at, (plan, row))| {
        let is_same = |(other, told): &&(&PlanRow, &DifferenceSummary)| {
            other.id == plan.id && told.report == row.report && told.what == row.what
        };
        let nth = rows.iter().take(at.saturating_add(1)).filter(is_same).count();
        let is_alone = rows.iter().filter(is_same).count() < 2;
        TableLine::item(Disagreement { of: OfPlan { plan, row: *row, draft }, nth: (!is_alone).then_some(nth) })
    });
    Table::new(id, desk.word("caption_disagreements")).filled(desk.locale, COLUMNS, lines).fitted_if_any()
}

/// Says which figure it is.
fn what(desk: &ViewContext, disputed: &StatedFigure) -> String {
    let total = |gross: &Gross, net, without| desk.word(if *gross == Gross::Net { net } else { without }).to_owned();
    let year = |year: &Year| year.to_string();
    match disputed {
        StatedFigure::Required(gross) => total(gross, "what_required", "what_required_gross"),
        StatedFigure::Achieved(gross) => total(gross, "what_achieved", "what_achieved_gross"),
        StatedFigure::Forecast(gross) => total(gross, "what_forecast", "what_forecast_gross"),
        StatedFigure::Parent(name) => desk.say("what-parent", &[("name", name.into())]),
        StatedFigure::EffectYear(name, of) => {
            desk.say("what-effect-year", &[("name", name.into()), ("year", (&year(of)).into())])
        }
        StatedFigure::EffectMonth(of, month) => desk.say(
            "what-effect-month",
            &[("month", desk.locale.month_short(*month).into()), ("year", (&of.to_string()).into())],
        ),
        StatedFigure::EffectTotal(of) => desk.say("what-effect-total", &[("year", (&year(of)).into())]),
        StatedFigure::EffectAcross(of) => desk.say("what-effect-across", &[("year", (&year(of)).into())]),
        StatedFigure::Cell(table, label, id, title) => {
            let column = title.clone().unwrap_or_else(|| desk.word_of("column", id.as_str()));
            desk.say("what-cell", &[("table", table.into()), ("row", label.into()), ("column", (&column).into())])
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
        let desk = row.draft.desk.in_language(row.plan.language);
        Cell::of(desk.measure_name(row.row.number.as_ref(), &row.row.title))
            .in_language(row.plan.language)
            .leads(row.draft.href(&row.row.page))
    }),
    &Column::word("plan", "col_plan", |row, _| row.plan_title()),
    &Column::status("status", "col_status", |row, _| Cell::chips(chips(row.draft.desk, row.row.level))),
    &Column::text("against", "col_against", |row, _| {
        let said: Vec<String> = row.row.against.iter().map(|one| against::said(row.draft.desk, one)).collect();
        said.join("; ").into()
    }),
    &Column::date("updated", "col_updated", |row, _| Cell::date(row.row.updated)),
];

/// Adds the section with all measures whose status something speaks against, where there are any; tells whether there are.
fn contradicted(blocks: &mut Vec<Block>, draft: &PageWriter, all: Overview<'_>) -> bool {
    let desk = draft.desk;
    let rows = || all.plans.iter().flat_map(|plan| plan.measures.iter().map(|row| (&plan.plan, row)));
    let found = rows().filter(|(_, row)| !row.against.is_empty());
    let lines: Vec<_> = found.map(|(plan, row)| TableLine::item(OfPlan { plan, row, draft })).collect();
    let table = Table::new("against-table", desk.word("caption_against")).filled(desk.locale, CONTRADICTED, lines);
    let Some(table) = table.fitted_if_any() else { return false };
    blocks.push(heading(against::SECTION, desk.word("block_against")));
    blocks.push(Block::Text { text: desk.word("against_words").to_owned() });
    blocks.push(Block::Table(table));
    true
}
