//! Economic effect per month: a row per measure, twelve months and the year, stated beside computed.

use std::collections::BTreeSet;

use super::{explain_marks, unit_note};
use crate::{
    model::{
        DifferenceClass, EffectSum, EffectYear, Measure, PlanAsOf, StatedComparison, Status, difference, is_blank,
    },
    summary::table_totals::{
        EffectRow, effect_so_far_id, effect_so_far_rows, effect_total, effect_total_row, effect_unit,
        effect_year_totals, find_year, planned_effect_id, planned_effect_rows,
    },
    table::{Cell, Column, Remark, RowClass, RowSet, Table, TableLine, sentences},
    value::{Figure, Period, Unit, Year},
    view::{leading::Compared, writer::PageWriter},
};

/// What measures come to month by month.
struct Effects;

impl RowSet for Effects {
    type Row<'r> = EffectLine<'r>;
}

/// A row of a year's effect.
struct EffectLine<'r> {
    number: &'r str,
    name: Cell,
    unit: &'r Unit,
    effect: Effect<'r>,
    /// The report that gave its figures.
    report: Option<usize>,
}

/// Where the figures of a row come from.
enum Effect<'r> {
    /// A measure, which may have none.
    Year(Option<&'r EffectYear>),
    /// The sums of all columns, as computed.
    Computed(&'r EffectSum),
    /// The sums of all columns, as stated.
    Stated(&'r EffectSum),
    /// The sums of rows that nothing is stated of.
    Summed(&'r [EffectRow<'r>]),
}

/// Tells whether a plan has any effect by month to show.
pub(in crate::view) fn has_effect(seen: &PlanAsOf) -> bool {
    !planned_effect_rows(seen).is_empty() || !effect_so_far_rows(seen).is_empty()
}

/// Makes a table of the planned effect for each year.
fn planned_effect<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) -> Vec<Table> {
    let make = |(year, rows): (Year, Vec<EffectRow<'a>>)| {
        let unit = effect_unit(&rows).unwrap_or_else(|| seen.plan.unit.clone());
        let sum = seen.plan.effect(Some(seen.report), year);
        let margin = Margin::of(rows.iter().filter_map(|(_, effect)| *effect), Some(&sum));
        let caption = writer.context.say("caption-effect", &[("year", (&year.to_string()).into())]);
        let table = Table::new(planned_effect_id(year), caption).noted(note(writer, &unit, &margin, None));
        all_measures(seen, writer, table, (year, &rows), (&unit, &margin), Some(&sum))
    };
    planned_effect_rows(seen).into_iter().map(make).collect()
}

/// Makes a table of the effect so far for each year that reports tell of.
fn effect_so_far<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) -> Vec<Table> {
    let make = |(year, rows): (Year, Vec<EffectRow<'a>>)| {
        let margin = Margin::of(rows.iter().filter_map(|(_, effect)| *effect), None);
        let unit = effect_unit(&rows).unwrap_or_else(|| seen.plan.unit.clone());
        let caption = writer.context.say("caption-effect-so-far", &[("year", (&year.to_string()).into())]);
        let as_of = seen.latest().map(|report| report.as_of);
        let table = Table::new(effect_so_far_id(year), caption).noted(note(writer, &unit, &margin, as_of));
        all_measures(seen, writer, table, (year, &rows), (&unit, &margin), None)
    };
    effect_so_far_rows(seen).into_iter().map(make).collect()
}

/// Makes the tables of all measures and months: planned, then so far.
pub(in crate::view) fn effect<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) -> Vec<Table> {
    planned_effect(seen, writer).into_iter().chain(effect_so_far(seen, writer)).collect()
}

/// Makes a table of one measure's effect: planned and so far.
pub(in crate::view) fn effect_of<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>, measure: &'a Measure) -> Vec<Table> {
    let so_far = |year| seen.statuses(measure).iter().rev().find_map(|status| find_year(&status.effect, year));
    let told = seen.statuses(measure).iter().flat_map(|status| &status.effect);
    let years: BTreeSet<Year> = measure.effect.iter().chain(told).map(|effect| effect.year).collect();
    let context = writer.context;
    let make = |year: Year| {
        let (planned, so_far) = (find_year(&measure.effect, year), so_far(year));
        let unit = planned.or(so_far).and_then(EffectYear::unit).unwrap_or(&seen.plan.unit).clone();
        let margin = Margin::of([planned, so_far].into_iter().flatten(), None);
        let line = |word, effect: Option<&'a EffectYear>| {
            Some(TableLine::item(EffectLine {
                number: "",
                name: context.word(word).into(),
                unit: &unit,
                effect: Effect::Year(Some(effect?)),
                report: effect.and_then(|effect| report_with(seen, measure, effect)),
            }))
        };
        let lines = [line("effect_planned", planned), line("effect_so_far", so_far)].into_iter().flatten();
        let mut columns: Vec<Column<Effects>> = vec![Column::name("effect", "col_effect", |row, _| row.name.clone())];
        columns.extend(months_and_totals(writer, year, &unit, &margin));
        let caption = context.say("caption-effect-of", &[("year", (&year.to_string()).into())]);
        let mut table = Table::new(planned_effect_id(year), caption)
            .noted(note(writer, &unit, &margin, None))
            .scrolling()
            .filled(context.locale, &columns, lines);
        explain_marks(seen, None, &mut table);
        if let Some(compared) = Compared::of(context, seen) {
            let rows = [(planned_effect_id(year), planned), (effect_so_far_id(year), so_far)];
            let now = rows.into_iter().filter(|(_, effect)| effect.is_some());
            let now = now.map(|(id, effect)| (id, effect_total_row(measure, effect)));
            compared.remarks(&mut table, margin.behind(), &unit, &now.collect::<Vec<_>>());
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
    classes: BTreeSet<DifferenceClass>,
}

impl Margin {
    fn of<'e>(years: impl Iterator<Item = &'e EffectYear> + Clone, sum: Option<&EffectSum>) -> Self {
        let rows = years.clone().filter_map(|year| year.comparison().class());
        let months = sum.iter().flat_map(|sum| &sum.months).filter_map(StatedComparison::class);
        let totals = sum.iter().flat_map(|sum| [sum.total.class(), sum.across.class()]).flatten();
        let classes: BTreeSet<DifferenceClass> =
            rows.chain(months).chain(totals).filter(|class| *class != DifferenceClass::Exact).collect();
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

/// Fills a table with all measures of a year and what they come to.
fn all_measures<'a>(
    seen: &PlanAsOf<'a>,
    writer: &PageWriter<'a>,
    table: Table,
    (year, rows): (Year, &[EffectRow<'a>]),
    (unit, margin): (&Unit, &Margin),
    sum: Option<&EffectSum>,
) -> Table {
    let context = writer.context;
    let mut columns: Vec<Column<Effects>> = vec![
        Column::word("number", "col_number", |row, _| row.number.into()),
        Column::name("measure", "col_measure", |row, _| row.name.clone()),
    ];
    columns.extend(months_and_totals(writer, year, unit, margin));
    let line = |(measure, effect): &EffectRow<'a>| {
        let number = measure.number.as_ref().map_or("", |number| number.as_str());
        let title =
            if is_blank(measure) { context.measure_name(measure.number.as_ref(), "") } else { measure.title.clone() };
        let name = writer.measure_link(&seen.plan.id, measure, title);
        let report = effect.and_then(|effect| report_with(seen, measure, effect));
        TableLine::item(EffectLine { number, name, unit, effect: Effect::Year(*effect), report })
    };
    let stated_in = |sum: &EffectSum| sum.is_of_report.then_some(seen.report);
    let total = |word, effect, report| EffectLine { number: "", name: context.word(word).into(), unit, effect, report };
    let foot = match sum {
        Some(sum) => {
            let stated = || (RowClass::Stated, total("total_stated", Effect::Stated(sum), stated_in(sum)));
            let computed = (RowClass::Total, total("total_computed", Effect::Computed(sum), None));
            std::iter::once(computed).chain((!sum.is_told_by_computed()).then(stated)).collect()
        }
        None => vec![(RowClass::Total, total("total_computed", Effect::Summed(rows), None))],
    };
    let mut table = table.scrolling().filled(context.locale, &columns, rows.iter().map(line)).footed(&columns, foot);
    explain_marks(seen, None, &mut table);
    if let Some(compared) = Compared::of(context, seen) {
        let now: Vec<_> = effect_year_totals(rows).into_iter().map(|row| (table.id.clone(), row)).collect();
        compared.remarks(&mut table, margin.behind(), unit, &now);
    }
    // Empty months stay.
    table.without_empty("number")
}

/// Makes the columns of the months and those of the year's totals that are needed.
fn months_and_totals(writer: &PageWriter, year: Year, unit: &Unit, margin: &Margin) -> Vec<Column<Effects>> {
    let month = |(nth, (_, month)): (usize, (i16, i8))| {
        let column = Column::amount("", "", |row: &EffectLine<'_>, nth| row.month(nth)).in_unit(unit);
        column.one_of(nth, format!("month-{month}"), writer.context.locale.month_short(month))
    };
    let stated = Column::amount("stated", "total_stated", |row: &EffectLine<'_>, _| row.stated()).in_unit(unit);
    let computed = Column::amount("computed", "total_computed", |row: &EffectLine<'_>, _| row.computed()).in_unit(unit);
    let totals = [margin.stated.then_some(stated), margin.computed.then_some(computed)];
    year.months().enumerate().map(month).chain(totals.into_iter().flatten()).collect()
}

/// Says what the figures count in and, once for the table, what its remarks mean.
fn note(writer: &PageWriter, unit: &Unit, margin: &Margin, as_of: Option<Period>) -> String {
    let context = writer.context;
    let meanings = margin.classes.iter().map(|class| context.word_of("class_meaning", class.word()));
    sentences([unit_note(context, unit, as_of)].into_iter().chain(meanings))
}

/// Returns the report that gave an effect of a measure; what is planned is of none.
fn report_with<'a>(seen: &PlanAsOf<'a>, measure: &'a Measure, effect: &EffectYear) -> Option<usize> {
    let gives = |status: &&Status| status.effect.iter().any(|told| std::ptr::eq(told, effect));
    seen.statuses(measure).iter().find(gives).map(|status| status.report)
}

impl EffectLine<'_> {
    fn month(&self, month: usize) -> Cell {
        let cell = match self.effect {
            Effect::Year(effect) => Cell::figure(effect.and_then(|effect| effect.months.get(month)?.as_ref())),
            Effect::Computed(sum) => Cell::figure(sum.months.get(month).and_then(|month| month.computed.as_ref())),
            Effect::Stated(sum) => sum.months.get(month).map_or_else(Cell::default, stated),
            Effect::Summed(rows) => {
                let figures = effects(rows).filter_map(|effect| effect.months.get(month)?.as_ref());
                Cell::figure(difference::sum(figures, self.unit).as_ref())
            }
        };
        cell.given_in(self.report)
    }

    /// Shows what is stated of the year, else what its months come to.
    fn stated(&self) -> Cell {
        let cell = match self.effect {
            Effect::Year(Some(effect)) => match (&effect.total, effect.computed()) {
                (Some(total), _) => Cell::figure(Some(total)),
                (None, Some(computed)) => Cell::figure(Some(&computed)).remarked(Remark::Computed),
                (None, None) => Cell::default(),
            },
            Effect::Year(None) => Cell::default(),
            Effect::Computed(sum) => Cell::figure(sum.total.computed.as_ref()),
            Effect::Stated(sum) => stated(&sum.total),
            Effect::Summed(rows) => {
                let years: Vec<Figure> = effects(rows).filter_map(effect_total).collect();
                Cell::figure(difference::sum(years.iter(), self.unit).as_ref())
            }
        };
        cell.given_in(self.report)
    }

    /// Shows what the months come to, and how what is stated differs.
    fn computed(&self) -> Cell {
        match self.effect {
            Effect::Year(Some(effect)) => {
                Cell::figure(effect.computed().as_ref()).remarked(differs(&effect.comparison()))
            }
            Effect::Year(None) => Cell::default(),
            Effect::Computed(sum) => {
                let months: Vec<Figure> = sum.months.iter().filter_map(|month| month.computed.clone()).collect();
                Cell::figure(difference::sum(months.iter(), self.unit).as_ref())
            }
            Effect::Stated(sum) => Cell::figure(sum.across.computed.as_ref()).remarked(differs(&sum.across)),
            Effect::Summed(rows) => {
                let months: Vec<Figure> = effects(rows).filter_map(EffectYear::computed).collect();
                Cell::figure(difference::sum(months.iter(), self.unit).as_ref())
            }
        }
    }
}

fn effects<'r>(rows: &'r [EffectRow<'r>]) -> impl Iterator<Item = &'r EffectYear> {
    rows.iter().filter_map(|(_, effect)| *effect)
}

/// Shows what is stated, and how it differs from the computed one above it.
fn stated(total: &StatedComparison) -> Cell {
    Cell::figure(total.stated.first()).remarked(differs(total))
}

/// Says how a stated figure differs from the computed one beside it, where it does.
fn differs(comparison: &StatedComparison) -> Option<Remark> {
    let difference = comparison.differences.first()?.as_ref().filter(|found| found.class != DifferenceClass::Exact)?;
    Some(Remark::Differs(difference.clone()))
}

#[cfg(test)]
mod tests {
    use super::{EffectYear, PageWriter, PlanAsOf, RowClass, Table, Year, planned_effect};
    use crate::{
        table::{PageCell as Cell, PageRow as Row, PageTable, TableLayout},
        value::RelPath,
        view::{
            ViewContext,
            fixtures::{figure, measure, plan, with_context},
        },
    };

    fn year(month: &str, total: Option<&str>) -> EffectYear {
        let months = std::array::from_fn(|_| Some(figure(&format!("{month} kr."))));
        EffectYear { year: Year::calendar(2020), months, total: total.map(|total| figure(&format!("{total} kr."))) }
    }

    fn laid(context: &ViewContext, table: &Table) -> PageTable {
        TableLayout::new(table, context.locale).page_table()
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
            with_context(&[], |context| {
                let seen = PlanAsOf::now(context.site, &plan);
                let writer = PageWriter::new(context, RelPath::new("planer/p/index.html").expect("a path"));
                let table = laid(context, &planned_effect(&seen, &writer)[0]);
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
        with_context(&[], |context| {
            let seen = PlanAsOf::now(context.site, &plan);
            let writer = PageWriter::new(context, RelPath::new("planer/p/index.html").expect("a path"));
            let table = laid(context, &planned_effect(&seen, &writer)[0]);
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
