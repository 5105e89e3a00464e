//! Economic effect per month: a row per measure, twelve months and the year, computed beside stated.

use std::collections::BTreeSet;

use super::measure_columns;
use crate::{
    model::{Class, Comparison, EffectSum, EffectYear, Measure},
    value::{Figure, Unit},
    view::{
        Cell, Column, ColumnClass, Desk, Row, RowClass, Table,
        draft::Draft,
        seen::{Seen, is_blank},
    },
};

/// Makes a table of the planned effect for each year.
pub(in crate::view) fn planned_effect<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Vec<Table> {
    let make = |year| {
        let rows = measures(seen, |measure| find(&measure.effect, year));
        let unit = unit_of(&rows).or_else(|| seen.plan.unit.clone().into());
        let sheet = Sheet { seen, draft, unit: unit.unwrap_or(Unit::Krone) };
        let sum = seen.plan.effect(year);
        let caption = draft.desk.say("caption-effect", &[("year", (&year.to_string()).into())]);
        sheet.table(format!("effect-{year}"), caption, &rows, Some(sum))
    };
    seen.plan.effect_years().into_iter().map(make).collect()
}

/// Makes a table of the effect so far for each year that reports tell of.
pub(in crate::view) fn effect_so_far<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Vec<Table> {
    let latest =
        |measure: &'a Measure, year| seen.statuses(measure).iter().rev().find_map(|status| find(&status.effect, year));
    let told = seen.leaves().flat_map(|measure| seen.statuses(measure)).flat_map(|status| &status.effect);
    let years: BTreeSet<i16> = told.map(|effect| effect.year).collect();
    let make = |year| {
        let rows = measures(seen, |measure| latest(measure, year));
        let sheet = Sheet { seen, draft, unit: unit_of(&rows).unwrap_or_else(|| seen.plan.unit.clone()) };
        let caption = draft.desk.say("caption-effect-so-far", &[("year", (&year.to_string()).into())]);
        sheet.table(format!("effect-so-far-{year}"), caption, &rows, None)
    };
    years.into_iter().map(make).collect()
}

/// Makes a table of one measure's effect: planned and so far.
pub(in crate::view) fn effect_of<'a>(seen: &Seen<'a>, draft: &Draft<'a>, measure: &'a Measure) -> Vec<Table> {
    let so_far = |year| seen.statuses(measure).iter().rev().find_map(|status| find(&status.effect, year));
    let told = seen.statuses(measure).iter().flat_map(|status| &status.effect);
    let years: BTreeSet<i16> = measure.effect.iter().chain(told).map(|effect| effect.year).collect();
    let desk = draft.desk;
    let make = |year: i16| {
        let planned = find(&measure.effect, year);
        let unit = planned.or(so_far(year)).and_then(EffectYear::unit).unwrap_or(&seen.plan.unit).clone();
        let sheet = Sheet { seen, draft, unit };
        let row = |word, effect: Option<&EffectYear>| {
            let effect = effect?;
            let mut cells = vec![Cell::of(desk.word(word))];
            cells.extend(sheet.months(effect));
            cells.push(sheet.year(effect));
            Some(Row::new(RowClass::Item, cells))
        };
        let mut columns = vec![Column::new(desk.word("col_effect"), ColumnClass::Head)];
        columns.extend(month_columns(desk));
        Table {
            id: format!("effect-{year}"),
            caption: desk.say("caption-effect-of", &[("year", (&year.to_string()).into())]),
            note: super::unit_note(desk, &sheet.unit, None),
            columns,
            rows: [row("effect_planned", planned), row("effect_so_far", so_far(year))].into_iter().flatten().collect(),
            scrolls: true,
            ..Table::default()
        }
    };
    years.into_iter().map(make).collect()
}

type MeasureRow<'a> = (&'a Measure, Option<&'a EffectYear>);

/// Returns the measures without children, each with its effect; empty lines of the document stay.
fn measures<'a>(seen: &Seen<'a>, pick: impl Fn(&'a Measure) -> Option<&'a EffectYear>) -> Vec<MeasureRow<'a>> {
    let rows = seen.leaves().map(|measure| (measure, pick(measure)));
    rows.filter(|(measure, effect)| effect.is_some() || !measure.closed).collect()
}

fn find(years: &[EffectYear], year: i16) -> Option<&EffectYear> {
    years.iter().find(|effect| effect.year == year && !effect.is_empty())
}

fn unit_of(rows: &[MeasureRow]) -> Option<Unit> {
    rows.iter().find_map(|(_, effect)| (*effect)?.unit().cloned())
}

fn month_columns(desk: &Desk) -> Vec<Column> {
    let month = |month| Column::new(desk.locale.month_short(month), ColumnClass::Number);
    let mut columns: Vec<Column> = (1..=12).map(month).collect();
    columns.push(Column::new(desk.word("col_year_total"), ColumnClass::Number));
    columns
}

struct Sheet<'a, 'd> {
    seen: &'d Seen<'a>,
    draft: &'d Draft<'a>,
    unit: Unit,
}

impl<'a> Sheet<'a, '_> {
    fn table(&self, id: String, caption: String, rows: &[MeasureRow<'a>], sum: Option<EffectSum>) -> Table {
        let desk = self.draft.desk;
        let mut columns = measure_columns(desk);
        columns.extend(month_columns(desk));
        let foot = match &sum {
            Some(sum) => self.foot(sum),
            None => vec![self.summed(rows)],
        };
        let table = Table {
            id,
            caption,
            note: super::unit_note(
                desk,
                &self.unit,
                self.seen.latest().filter(|_| sum.is_none()).map(|report| report.as_of),
            ),
            columns,
            rows: rows.iter().map(|(measure, effect)| self.row(measure, *effect)).collect(),
            foot,
            scrolls: true,
            ..Table::default()
        };
        table.without_empty_number()
    }

    fn row(&self, measure: &Measure, effect: Option<&EffectYear>) -> Row {
        let desk = self.draft.desk;
        let number = measure.number.as_ref().map_or("", |number| number.as_str());
        let title =
            if is_blank(measure) { desk.measure_name(measure.number.as_ref(), "") } else { measure.title.clone() };
        let page = desk.book.measure(&self.seen.plan.id, &measure.file);
        let mut cells = vec![Cell::of(number), Cell::of(title).leads(self.draft.href(&page))];
        match effect {
            Some(effect) => {
                cells.extend(self.months(effect));
                cells.push(self.year(effect));
            }
            None => cells.resize_with(15, Cell::default),
        }
        Row::new(RowClass::Item, cells)
    }

    fn months(&self, effect: &EffectYear) -> Vec<Cell> {
        effect.months.iter().map(|month| self.figure(month.as_ref())).collect()
    }

    /// Shows a year's stated total with its class, else what its months come to.
    fn year(&self, effect: &EffectYear) -> Cell {
        let desk = self.draft.desk;
        match &effect.total {
            Some(total) => self.figure(Some(total)).remarked(self.classed(&effect.comparison(), 0)),
            None => effect.computed().map_or_else(Cell::default, |amount| {
                self.figure(Some(&Figure::exact(amount))).remarked(desk.word("remark_computed").to_owned())
            }),
        }
    }

    fn figure(&self, figure: Option<&Figure>) -> Cell {
        figure.map_or_else(Cell::default, |figure| Cell::of(self.draft.desk.figure_in(figure, &self.unit)))
    }

    /// Says how a stated figure differs, where it does.
    fn classed(&self, comparison: &Comparison, at: usize) -> Option<String> {
        let difference = comparison.differences.get(at)?.as_ref().filter(|found| found.class != Class::Exact)?;
        let stated = comparison.stated.get(at)?.amount.as_ref()?;
        Some(self.draft.desk.difference(stated, comparison.computed.as_ref()?, difference))
    }

    /// Makes the computed column totals and, where they differ, the stated ones.
    fn foot(&self, sum: &EffectSum) -> Vec<Row> {
        let amount = |amount: &Option<crate::value::Amount>| amount.clone().map(Figure::exact);
        let mut cells = self.foot_head("total_computed");
        cells.extend(sum.months.iter().map(|month| self.figure(amount(&month.computed).as_ref())));
        cells.push(self.figure(amount(&sum.total.computed).as_ref()));
        let mut rows = vec![Row::new(RowClass::Total, cells)];
        if sum.class().is_some_and(|class| class != Class::Exact) {
            let mut cells = self.foot_head("total_stated");
            let month = |month: &Comparison| self.figure(month.stated.first()).remarked(self.classed(month, 0));
            cells.extend(sum.months.iter().map(month));
            cells.push(self.grand(sum));
            rows.push(Row::new(RowClass::Stated, cells));
        }
        rows
    }

    /// Shows the stated grand total, against the rows' totals and against the months.
    fn grand(&self, sum: &EffectSum) -> Cell {
        let desk = self.draft.desk;
        let against = |key: &str, comparison| {
            let difference = self.classed(comparison, 0)?;
            Some(desk.say(key, &[("difference", (&difference).into())]))
        };
        let remarks = [against("against-rows", &sum.total), against("against-months", &sum.across)];
        let remark = remarks.into_iter().flatten().collect::<Vec<_>>().join("; ");
        self.figure(sum.total.stated.first()).remarked(remark)
    }

    /// Makes the computed column totals of rows that nothing is stated of.
    fn summed(&self, rows: &[MeasureRow<'a>]) -> Row {
        let total = |figures: Vec<&Figure>| {
            let sum = crate::model::difference::sum(figures.into_iter(), &self.unit);
            self.figure(sum.map(Figure::exact).as_ref())
        };
        let mut cells = self.foot_head("total_computed");
        let effects = || rows.iter().filter_map(|(_, effect)| *effect);
        for month in 0..12 {
            cells.push(total(effects().filter_map(|effect| effect.months.get(month)?.as_ref()).collect()));
        }
        let years: Vec<Figure> = effects()
            .filter_map(|effect| effect.total.clone().or_else(|| effect.computed().map(Figure::exact)))
            .collect();
        cells.push(total(years.iter().collect()));
        Row::new(RowClass::Total, cells)
    }

    fn foot_head(&self, word: &'static str) -> Vec<Cell> {
        vec![Cell::default(), Cell::of(self.draft.desk.word(word))]
    }
}

impl Table {
    /// Removes the column of numbers where no measure has one; empty months stay.
    fn without_empty_number(mut self) -> Self {
        let is_empty = |row: &Row| row.cells.first().is_none_or(Cell::is_empty);
        if self.rows.iter().all(is_empty) {
            self.columns.remove(0);
            for row in self.rows.iter_mut().chain(&mut self.foot) {
                row.cells.remove(0);
            }
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        value::RelPath,
        view::fixtures::{figure, measure, plan, with_desk},
    };

    fn year(month: &str, total: Option<&str>) -> EffectYear {
        let months = std::array::from_fn(|_| Some(figure(&format!("{month} kr."))));
        EffectYear { year: 2020, months, total: total.map(|total| figure(&format!("{total} kr."))) }
    }

    fn texts(cells: &[Cell]) -> Vec<&str> {
        cells.iter().map(|cell| cell.shown.text.as_str()).collect()
    }

    #[test]
    fn rows_and_columns_add_up_beside_what_is_stated() {
        let mut plan = plan("action-plan");
        plan.measures = vec![measure("1", "Et", None), measure("2", "To", None), measure("7", "", None)];
        plan.measures[0].effect = vec![year("141.667", Some("1.700.000"))];
        plan.measures[1].effect = vec![year("0", None)];
        plan.stated.effect = vec![year("141.667", Some("1.700.000"))];
        with_desk(&[], |desk| {
            let seen = Seen::now(desk.site, &plan);
            let draft = Draft::new(desk, RelPath::new("planer/p/index.html").expect("a path"));
            let table = planned_effect(&seen, &draft).remove(0);
            assert!(table.scrolls && table.columns.len() == 15);
            let year = |row: &Row| (row.cells[14].shown.text.clone(), row.cells[14].remark.clone().unwrap_or_default());
            let said = "afrunding: angivet 1.700.000, beregnet 1.700.004 (\u{2212}4)";
            assert_eq!(year(&table.rows[0]), ("1.700.000".into(), said.into()));
            assert_eq!(year(&table.rows[1]), ("0".into(), "beregnet".into()));
            assert_eq!(texts(&table.rows[2].cells[2..]), [""; 13], "an empty line stays empty");
            assert_eq!(
                (table.foot[0].class, year(&table.foot[0])),
                (RowClass::Total, ("1.700.000".into(), String::new()))
            );
            assert_eq!(
                (table.foot[1].class, year(&table.foot[1])),
                (RowClass::Stated, ("1.700.000".into(), format!("månederne: {said}")))
            );
        });
    }
}
