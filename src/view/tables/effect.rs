//! Economic effect per month: a row per measure, twelve months and the year, stated beside computed.

use std::collections::BTreeSet;

use super::measure_columns;
use crate::{
    model::{Class, Comparison, EffectSum, EffectYear, Measure, difference},
    value::{Amount, Figure, Period, Unit},
    view::{
        Cell, Column, ColumnClass, Row, RowClass, Table,
        draft::Draft,
        leading::Compared,
        seen::{Seen, is_blank},
        table_totals::{
            EffectRow, effect_so_far_id, effect_so_far_rows, effect_total, effect_total_row, effect_unit,
            effect_year_totals, find_year, planned_effect_id, planned_effect_rows,
        },
    },
};

/// Makes a table of the planned effect for each year.
pub(in crate::view) fn planned_effect<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Vec<Table> {
    let make = |(year, rows): (i16, Vec<EffectRow<'a>>)| {
        let unit = effect_unit(&rows).or_else(|| seen.plan.unit.clone().into());
        let sum = seen.plan.effect(year);
        let margin = Margin::of(rows.iter().filter_map(|(_, effect)| *effect), Some(&sum));
        let sheet = Sheet { seen, draft, unit: unit.unwrap_or(Unit::Krone), margin };
        let caption = draft.desk.say("caption-effect", &[("year", (&year.to_string()).into())]);
        sheet.table(planned_effect_id(year), caption, &rows, Some(sum))
    };
    planned_effect_rows(seen).into_iter().map(make).collect()
}

/// Makes a table of the effect so far for each year that reports tell of.
pub(in crate::view) fn effect_so_far<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Vec<Table> {
    let make = |(year, rows): (i16, Vec<EffectRow<'a>>)| {
        let margin = Margin::of(rows.iter().filter_map(|(_, effect)| *effect), None);
        let unit = effect_unit(&rows).unwrap_or_else(|| seen.plan.unit.clone());
        let sheet = Sheet { seen, draft, unit, margin };
        let caption = draft.desk.say("caption-effect-so-far", &[("year", (&year.to_string()).into())]);
        sheet.table(effect_so_far_id(year), caption, &rows, None)
    };
    effect_so_far_rows(seen).into_iter().map(make).collect()
}

/// Makes a table of one measure's effect: planned and so far.
pub(in crate::view) fn effect_of<'a>(seen: &Seen<'a>, draft: &Draft<'a>, measure: &'a Measure) -> Vec<Table> {
    let so_far = |year| seen.statuses(measure).iter().rev().find_map(|status| find_year(&status.effect, year));
    let told = seen.statuses(measure).iter().flat_map(|status| &status.effect);
    let years: BTreeSet<i16> = measure.effect.iter().chain(told).map(|effect| effect.year).collect();
    let desk = draft.desk;
    let make = |year: i16| {
        let planned = find_year(&measure.effect, year);
        let unit = planned.or(so_far(year)).and_then(EffectYear::unit).unwrap_or(&seen.plan.unit).clone();
        let years = [planned, so_far(year)].into_iter().flatten();
        let margin = Margin::of(years, None);
        let sheet = Sheet { seen, draft, unit, margin };
        let row = |word, effect: Option<&EffectYear>| {
            let mut cells = vec![Cell::of(desk.word(word))];
            cells.extend(sheet.figures(effect?));
            Some(Row::new(RowClass::Item, cells))
        };
        let mut columns = vec![Column::new(desk.word("col_effect"), ColumnClass::Head)];
        columns.extend(sheet.columns());
        let mut table = Table {
            id: planned_effect_id(year),
            caption: desk.say("caption-effect-of", &[("year", (&year.to_string()).into())]),
            note: sheet.note(None),
            columns,
            rows: [row("effect_planned", planned), row("effect_so_far", so_far(year))].into_iter().flatten().collect(),
            scrolls: true,
            ..Table::default()
        };
        if let Some(compared) = Compared::of(desk, seen) {
            let rows = [(planned_effect_id(year), planned), (effect_so_far_id(year), so_far(year))];
            let now = rows.into_iter().filter(|(_, effect)| effect.is_some());
            let now = now.map(|(id, effect)| (id, effect_total_row(measure, effect)));
            compared.remarks(&mut table, sheet.margin.behind(), &sheet.unit, &now.collect::<Vec<_>>());
        }
        table
    };
    years.into_iter().map(make).collect()
}

/// Which totals of the year stand behind its months, and what is to be said of them.
struct Margin {
    /// Any total is stated.
    stated: bool,
    /// What the months come to is not what is stated throughout.
    computed: bool,
    /// How stated and computed totals differ, where they do.
    classes: BTreeSet<Class>,
}

impl Margin {
    fn of<'e>(years: impl Iterator<Item = &'e EffectYear> + Clone, sum: Option<&EffectSum>) -> Self {
        let rows = years.clone().filter_map(|year| year.comparison().class());
        let months = sum.iter().flat_map(|sum| &sum.months).filter_map(Comparison::class);
        let totals = sum.iter().flat_map(|sum| [sum.total.class(), sum.across.class()]).flatten();
        let classes: BTreeSet<Class> =
            rows.chain(months).chain(totals).filter(|class| *class != Class::Exact).collect();
        let is_stated = |year: &EffectYear| year.total.is_some();
        Self {
            stated: years.clone().any(is_stated) || sum.is_some_and(|sum| !sum.total.stated.is_empty()),
            computed: !classes.is_empty() || !years.clone().all(is_stated),
            classes,
        }
    }
}

impl Margin {
    /// Returns how many totals stand behind the first.
    fn behind(&self) -> usize {
        usize::from(self.stated && self.computed)
    }
}

struct Sheet<'a, 'd> {
    seen: &'d Seen<'a>,
    draft: &'d Draft<'a>,
    unit: Unit,
    margin: Margin,
}

impl<'a> Sheet<'a, '_> {
    fn table(&self, id: String, caption: String, rows: &[EffectRow<'a>], sum: Option<EffectSum>) -> Table {
        let desk = self.draft.desk;
        let mut columns = measure_columns(desk);
        columns.extend(self.columns());
        let foot = match &sum {
            Some(sum) => self.foot(sum),
            None => vec![self.summed(rows)],
        };
        let mut table = Table {
            id,
            caption,
            note: self.note(self.seen.latest().filter(|_| sum.is_none()).map(|report| report.as_of)),
            columns,
            rows: rows.iter().map(|(measure, effect)| self.row(measure, *effect)).collect(),
            foot,
            scrolls: true,
            ..Table::default()
        };
        if let Some(compared) = Compared::of(desk, self.seen) {
            let now: Vec<_> = effect_year_totals(rows).into_iter().map(|row| (table.id.clone(), row)).collect();
            compared.remarks(&mut table, self.margin.behind(), &self.unit, &now);
        }
        table.without_empty_number()
    }

    /// Makes the columns of the months and of the year.
    fn columns(&self) -> Vec<Column> {
        let desk = self.draft.desk;
        let totals = self.totals(desk.word("total_stated"), desk.word("total_computed"));
        let months = (1..=12).map(|month| desk.locale.month_short(month));
        months.chain(totals).map(|text| Column::new(text, ColumnClass::Number)).collect()
    }

    /// Returns those of a year's totals that the table has columns for.
    fn totals<T>(&self, stated: T, computed: T) -> impl Iterator<Item = T> + use<T> {
        let totals = [(self.margin.stated, stated), (self.margin.computed, computed)];
        totals.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, total)| total)
    }

    /// Says what the figures count in and, once for the table, what its remarks mean.
    fn note(&self, as_of: Option<Period>) -> String {
        let desk = self.draft.desk;
        let meanings = self.margin.classes.iter().map(|class| desk.word_of("class_meaning", class.word()));
        super::sentences([super::unit_note(desk, &self.unit, as_of)].into_iter().chain(meanings))
    }

    fn row(&self, measure: &Measure, effect: Option<&EffectYear>) -> Row {
        let desk = self.draft.desk;
        let number = measure.number.as_ref().map_or("", |number| number.as_str());
        let title =
            if is_blank(measure) { desk.measure_name(measure.number.as_ref(), "") } else { measure.title.clone() };
        let page = desk.book.measure(&self.seen.plan.id, &measure.file);
        let mut cells = vec![Cell::of(number), Cell::of(title).leads(self.draft.href(&page))];
        match effect {
            Some(effect) => cells.extend(self.figures(effect)),
            None => cells.resize_with(cells.len().saturating_add(self.columns().len()), Cell::default),
        }
        Row::new(RowClass::Item, cells)
    }

    /// Shows the months of a year and its totals: what is stated, and what the months come to, with their class.
    fn figures(&self, effect: &EffectYear) -> Vec<Cell> {
        let months = effect.months.iter().map(|month| self.figure(month.as_ref()));
        let computed = self.amount(effect.computed().as_ref());
        let stated = match &effect.total {
            Some(total) => self.figure(Some(total)),
            None if computed.is_empty() => Cell::default(),
            None => computed.clone().remarked(self.draft.desk.word("remark_computed").to_owned()),
        };
        months.chain(self.totals(stated, computed.remarked(self.classed(&effect.comparison())))).collect()
    }

    fn figure(&self, figure: Option<&Figure>) -> Cell {
        figure.map_or_else(Cell::default, |figure| Cell::of(self.draft.desk.figure_in(figure, &self.unit)))
    }

    fn amount(&self, amount: Option<&Amount>) -> Cell {
        self.figure(amount.cloned().map(Figure::exact).as_ref())
    }

    /// Says how a stated figure differs from the computed one beside it, where it does.
    fn classed(&self, comparison: &Comparison) -> Option<String> {
        let difference = comparison.differences.first()?.as_ref().filter(|found| found.class != Class::Exact)?;
        Some(self.draft.desk.difference(difference))
    }

    /// Makes the computed column totals and, where anything differs, the stated ones.
    fn foot(&self, sum: &EffectSum) -> Vec<Row> {
        let mut cells = self.foot_head("total_computed");
        let months = || sum.months.iter().map(|month| month.computed.as_ref());
        cells.extend(months().map(|month| self.amount(month)));
        let months: Vec<Figure> = months().flatten().cloned().map(Figure::exact).collect();
        let across = difference::sum(months.iter(), &self.unit);
        cells.extend(self.totals(self.amount(sum.total.computed.as_ref()), self.amount(across.as_ref())));
        let mut rows = vec![Row::new(RowClass::Total, cells)];
        if sum.class().is_some_and(|class| class != Class::Exact) {
            let mut cells = self.foot_head("total_stated");
            let stated = |total: &Comparison| self.figure(total.stated.first()).remarked(self.classed(total));
            cells.extend(sum.months.iter().map(stated));
            let across = self.amount(sum.across.computed.as_ref()).remarked(self.classed(&sum.across));
            cells.extend(self.totals(stated(&sum.total), across));
            rows.push(Row::new(RowClass::Stated, cells));
        }
        rows
    }

    /// Makes the computed column totals of rows that nothing is stated of.
    fn summed(&self, rows: &[EffectRow<'a>]) -> Row {
        let sum = |figures: Vec<&Figure>| self.amount(difference::sum(figures.into_iter(), &self.unit).as_ref());
        let mut cells = self.foot_head("total_computed");
        let effects = || rows.iter().filter_map(|(_, effect)| *effect);
        for month in 0..12 {
            cells.push(sum(effects().filter_map(|effect| effect.months.get(month)?.as_ref()).collect()));
        }
        let months: Vec<Figure> = effects().filter_map(EffectYear::computed).map(Figure::exact).collect();
        let years: Vec<Figure> = effects().filter_map(effect_total).collect();
        cells.extend(self.totals(sum(years.iter().collect()), sum(months.iter().collect())));
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

    fn said(cell: &Cell) -> String {
        [&*cell.shown.text, cell.remark.as_deref().unwrap_or_default()].join(" ").trim_end().to_owned()
    }

    #[test]
    fn one_total_is_enough_where_nothing_differs() {
        for (total, head) in [(Some("1.200"), "I alt, angivet"), (None, "I alt, beregnet")] {
            let mut plan = plan("action-plan");
            plan.measures = vec![measure("1", "Et", None)];
            plan.measures[0].effect = vec![year("100", total)];
            with_desk(&[], |desk| {
                let seen = Seen::now(desk.site, &plan);
                let draft = Draft::new(desk, RelPath::new("planer/p/index.html").expect("a path"));
                let table = planned_effect(&seen, &draft).remove(0);
                let totals: Vec<_> = table.columns[14..].iter().map(|column| column.text.as_str()).collect();
                assert_eq!(totals, [head]);
                assert_eq!((said(&table.rows[0].cells[14]), table.foot.len()), ("1.200".into(), 1));
            });
        }
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
            assert!(table.scrolls && table.columns.len() == 16);
            assert_eq!(table.note.matches("»Afrunding« betyder").count(), 1, "{}", table.note);
            let totals = |row: &Row| row.cells[14..].iter().map(said).collect::<Vec<_>>();
            assert_eq!(totals(&table.rows[0]), ["1.700.000", "1.700.004 afrunding"]);
            assert_eq!(totals(&table.rows[1]), ["0 beregnet", "0"]);
            assert_eq!(texts(&table.rows[2].cells[2..]), [""; 14], "an empty line stays empty");
            assert_eq!(
                (table.foot[0].class, totals(&table.foot[0])),
                (RowClass::Total, vec!["1.700.000".to_owned(), "1.700.004".into()])
            );
            assert_eq!(
                (table.foot[1].class, totals(&table.foot[1])),
                (RowClass::Stated, vec!["1.700.000".to_owned(), "1.700.004 afrunding".into()])
            );
        });
    }
}
