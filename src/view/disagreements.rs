//! Figures that disagree: every stated figure that is not the computed one, the unexplained first.

use super::{
    Block, Cell, Column, ColumnClass, Desk, DisagreementRow, Disputed, Page, Row, RowClass, Table,
    draft::{Draft, Head, heading, lead, section},
    gathered::Gathered,
    rows::PlanRow,
};
use crate::model::{Class, Gross};

/// The most differences by rounding that are listed; they are many and harmless.
const ROUNDING: usize = 200;

/// Makes the page of figures that disagree.
pub(super) fn page(desk: &Desk, all: Gathered) -> Page {
    let draft = Draft::new(desk, desk.book.disagreements().clone());
    let of = |class| {
        let rows = all.plans.iter().flat_map(|rows| rows.disagreements.iter().map(|row| (&rows.plan, row)));
        rows.filter(move |(_, row)| row.difference.class == class).collect::<Vec<_>>()
    };
    let (unexplained, rounding) = (of(Class::Unexplained), of(Class::Rounding));
    let counts = [("unexplained", unexplained.len().into()), ("rounding", rounding.len().into())];
    let text = desk.say("disagreements-state", &counts);
    let mut blocks = vec![lead(text.clone()), Block::Text { text: desk.word("disagreements_words").to_owned() }];
    section(&mut blocks, desk, "unexplained", "block_unexplained", table(&draft, "unexplained-table", &unexplained));
    let shown = rounding.get(..ROUNDING).unwrap_or(&rounding);
    section(&mut blocks, desk, "rounding", "block_rounding", table(&draft, "rounding-table", shown));
    if let Some(more) = rounding.len().checked_sub(ROUNDING).filter(|more| *more > 0) {
        blocks.push(Block::Text { text: desk.say("rounding-more", &[("count", more.into())]) });
    }
    if unexplained.is_empty() && rounding.is_empty() {
        blocks.push(heading("none", desk.word("block_no_disagreements")));
    }
    let head = Head {
        template: "disagreements.html",
        section: "disagreements",
        title: desk.word("nav_disagreements").to_owned(),
        description: text,
        crumbs: Vec::new(),
        updated: None,
    };
    draft.finish(head, blocks)
}

fn table(draft: &Draft, id: &str, rows: &[(&PlanRow, &DisagreementRow)]) -> Option<Table> {
    let desk = draft.desk;
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: id.to_owned(),
        caption: desk.word("caption_disagreements").to_owned(),
        columns: vec![
            column("col_what", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_date", ColumnClass::Word),
            column("col_stated", ColumnClass::Number),
            column("col_computed", ColumnClass::Number),
            column("col_size", ColumnClass::Number),
        ],
        rows: rows.iter().map(|(plan, row)| self::row(draft, plan, row)).collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| table.fitted())
}

fn row(draft: &Draft, plan: &PlanRow, row: &DisagreementRow) -> Row {
    let desk = draft.desk;
    let unit = row.stated.amount.as_ref().map_or(&row.computed.unit, |amount| &amount.unit);
    let computed = row.computed.to(unit).unwrap_or_else(|| row.computed.clone());
    let mut size = desk.amount(&row.difference.size);
    size.text = desk.signed_amount(&row.difference.size);
    let reach = row.difference.within_reach.then(|| desk.word("class_within_reach").to_owned());
    Row::new(
        RowClass::Item,
        vec![
            Cell::of(what(desk, &row.what)).leads(draft.href_at(&row.page, &row.fragment)),
            Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
            Cell::date(desk, row.report),
            Cell::of(desk.figure(&row.stated)),
            Cell::of(desk.amount(&computed)),
            Cell::of(size).remarked(reach),
        ],
    )
}

/// Says which figure it is.
fn what(desk: &Desk, disputed: &Disputed) -> String {
    let total = |gross: &Gross, net, without| desk.word(if *gross == Gross::Net { net } else { without }).to_owned();
    let year = |year: &i16| year.to_string();
    match disputed {
        Disputed::Required(gross) => total(gross, "what_required", "what_required_gross"),
        Disputed::Achieved(gross) => total(gross, "what_achieved", "what_achieved_gross"),
        Disputed::Forecast(gross) => total(gross, "what_forecast", "what_forecast_gross"),
        Disputed::Parent(name) => desk.say("what-parent", &[("name", name.into())]),
        Disputed::EffectYear(name, of) => {
            desk.say("what-effect-year", &[("name", name.into()), ("year", (&year(of)).into())])
        }
        Disputed::EffectMonth(of, month) => desk.say(
            "what-effect-month",
            &[("month", desk.locale.month_short(*month).into()), ("year", (&year(of)).into())],
        ),
        Disputed::EffectTotal(of) => desk.say("what-effect-total", &[("year", (&year(of)).into())]),
        Disputed::EffectAcross(of) => desk.say("what-effect-across", &[("year", (&year(of)).into())]),
        Disputed::Cell(table, label, id, title) => {
            let column = title.clone().unwrap_or_else(|| desk.word_of("column", id.as_str()));
            desk.say("what-cell", &[("table", table.into()), ("row", label.into()), ("column", (&column).into())])
        }
    }
}
