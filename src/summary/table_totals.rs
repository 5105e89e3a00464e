//! What the tables of a plan come to, row by row: the one figure that leads in each, and a fingerprint of the others.
//!
//! An edition keeps this of every plan, and tables are compared by it.

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use crate::{
    compare::{LevelName, RecordSummary},
    content::Formula,
    model::{
        EffectYear, FigureCell, FigureColumn, FigureTable, FigureTableRow, Indicator, LevelRef, Measure, PlanAsOf,
        Reading, Site, UncountedReading, difference, table_anchor,
    },
    schema::Value,
    value::{Approximation, Figure, Id, Unit, WrittenAmount, Year},
};

/// What an edition keeps of one table: its rows, by what they come to.
pub type Leading = Vec<LeadingRow>;

/// A row of a table by the figure it comes to.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct LeadingRow {
    /// Its key within the table; empty is the total.
    pub id: String,
    /// Its keys before that.
    pub formerly: Vec<Id>,
    /// Its name, where no other table of the page would tell that it is gone.
    pub name: String,
    /// Its level, where it has one of its own.
    pub level: Option<LevelRef>,
    /// The figure it comes to.
    pub figure: Option<Figure>,
    /// What was read in its place, where it is no single figure: two amounts, or words.
    #[serde(default)]
    pub read: Option<Value>,
    /// A fingerprint of its other figures.
    pub rest: u64,
    /// A figure of it is withheld, so that nothing is said of what became of it.
    pub is_withheld: bool,
}

impl LeadingRow {
    /// Makes a row of the figure it comes to and all others.
    pub fn new<'f>(
        id: impl Into<String>,
        figure: Option<Figure>,
        rest: impl Iterator<Item = Option<&'f Figure>>,
    ) -> Self {
        let mut hasher = DefaultHasher::new();
        for figure in rest {
            // As many kroner, or as many pounds, are the same amount, whichever unit they are written in.
            let amount = figure.and_then(|figure| figure.amount.as_ref());
            let amount = amount.map(|amount| amount.to(&amount.unit.one()).unwrap_or_else(|| amount.clone()));
            (figure.map(|figure| figure.approx), amount).hash(&mut hasher);
        }
        Self { id: id.into(), figure, rest: hasher.finish(), ..Self::default() }
    }

    /// Returns the row as it is compared; its level is one of a site's.
    pub fn summary<'r>(&'r self, site: &'r Site) -> RecordSummary<'r> {
        RecordSummary {
            level: self.level.and_then(|level| LevelName::of(site, level)),
            figure: self.figure.as_ref(),
            read: self.read.as_ref(),
            others: self.rest,
            ..RecordSummary::default()
        }
    }

    /// Tells whether another row is of the same thing, under its key or one it had before.
    pub fn is_of(&self, other: &Self) -> bool {
        let is_former = |former: &Id| former.as_str() == other.id;
        self.id == other.id || (!other.id.is_empty() && self.formerly.iter().any(is_former))
    }
}

/// Returns what an edition keeps of a plan's tables, by their anchors; behind that of a figure table stands the column
/// that leads.
pub fn of_plan(seen: &PlanAsOf) -> BTreeMap<String, Leading> {
    let indicators = indicator_totals(seen, seen.plan.indicators.iter());
    let funding = funding_totals(&funded(seen));
    let figures = seen.tables().filter_map(figure_totals);
    let all = [("indicators".to_owned(), indicators), ("funding".to_owned(), funding)];
    let all = all.into_iter().chain(figures).chain(effect_totals(seen));
    all.filter(|(_, rows)| !rows.is_empty()).collect()
}

/// Returns what indicators come to: the latest reading of each, beside where it began and should get.
pub fn indicator_totals<'a>(seen: &PlanAsOf<'a>, indicators: impl Iterator<Item = &'a Indicator>) -> Leading {
    let row = |indicator: &'a Indicator| {
        let latest = latest_reading(seen, indicator);
        let targets: Vec<&Figure> = indicator.targets.iter().flat_map(|target| target.aim.figures()).collect();
        let none = targets.is_empty().then_some(None);
        let baseline = indicator.baseline.as_ref().map(|baseline| &baseline.value);
        let ends = std::iter::once(baseline).chain(none).chain(targets.into_iter().map(Some));
        LeadingRow {
            formerly: indicator.formerly.clone(),
            name: indicator.title.clone(),
            level: latest.and_then(|reading| reading.level),
            read: latest.and_then(read_otherwise),
            is_withheld: latest.is_some_and(|it| matches!(it.uncounted, Some(UncountedReading::Withheld(_)))),
            ..LeadingRow::new(
                indicator.id.as_str(),
                latest.filter(|reading| reading.uncounted.is_none()).map(|reading| reading.value.clone()),
                ends,
            )
        }
    };
    indicators.map(row).collect()
}

/// Returns what was read where it is no single number.
fn read_otherwise(reading: &Reading) -> Option<Value> {
    match reading.uncounted.as_ref()? {
        UncountedReading::Between(low, high) => {
            Some(Value::List([low, high].map(|figure| Value::Amount(WrittenAmount::from(figure))).into()))
        }
        UncountedReading::Words(words) => Some(Value::Text(words.clone())),
        UncountedReading::LevelAlone | UncountedReading::Withheld(_) => None,
    }
}

/// Returns the latest reading, unless the indicator began later.
pub fn latest_reading<'a>(seen: &PlanAsOf<'a>, indicator: &'a Indicator) -> Option<&'a Reading> {
    seen.readings(indicator).next_back().filter(|reading| indicator.began_before(reading.date))
}

/// Returns the measures that money is granted to.
pub fn funded<'a>(seen: &PlanAsOf<'a>) -> Vec<&'a Measure> {
    seen.plan.measures.iter().filter(|measure| !measure.funding.is_empty() && !measure.closed).collect()
}

/// Returns what the funding of measures comes to over all years, and last what it comes to together.
pub fn funding_totals(measures: &[&Measure]) -> Leading {
    let Some(unit) = funding_unit(measures) else { return Leading::new() };
    let sum = |figures: &mut dyn Iterator<Item = &Figure>| difference::sum(figures, &unit);
    let years = |measure: &&Measure| {
        let figures = || measure.funding.iter().map(|(_, figure)| figure);
        let row = LeadingRow::new(measure.id.as_str(), sum(&mut figures()), figures().map(Some));
        LeadingRow { formerly: measure.formerly.clone(), ..row }
    };
    let mut rows: Leading = measures.iter().map(years).collect();
    let total = sum(&mut rows.iter().filter_map(|row| row.figure.as_ref()));
    rows.push(LeadingRow::new("", total, std::iter::empty()));
    rows
}

/// Returns the unit of the first funding that has one.
pub fn funding_unit(measures: &[&Measure]) -> Option<Unit> {
    let mut figures = measures.iter().flat_map(|measure| &measure.funding);
    figures.find_map(|(_, figure)| figure.amount.as_ref().map(|amount| amount.unit.clone()))
}

/// Returns what the rows of a figure table come to, by its anchor and the column that leads.
pub fn figure_totals(table: &FigureTable) -> Option<(String, Leading)> {
    let column = leading_column(table)?;
    let at = table.columns.iter().position(|other| other.id == column.id)?;
    let rows = table.rows.iter().filter(|row| row.kind.has_figures());
    let row = |row: &FigureTableRow| {
        let mut figures: Vec<Option<Figure>> = row.cells.iter().map(printed).collect();
        let figure = figures.get_mut(at).and_then(Option::take);
        let name = row.label.clone();
        let level = row.cells.iter().find_map(|cell| cell.level);
        let is_withheld = row.cells.iter().any(|cell| cell.withheld.is_some());
        LeadingRow {
            name,
            level,
            is_withheld,
            ..LeadingRow::new(row.id.as_str(), figure, figures.iter().map(Option::as_ref))
        }
    };
    Some((format!("{}/{}", table_anchor(table.id.as_str()), column.id), rows.map(row).collect()))
}

/// Returns the column that rows come to: a difference, else the last that is no share; of a table without figures the first
/// column of levels.
pub fn leading_column(table: &FigureTable) -> Option<&FigureColumn> {
    let is_amount = |column: &FigureColumn| !column.text && !column.unit.is_of_hundred();
    let columns = || table.columns.iter().rev();
    let mut difference = columns().filter(|column| is_amount(column) && is_difference(column));
    let mut figures = columns().filter(|column| !column.text);
    let mut levels = table.columns.iter().filter(|column| column.scale.is_some());
    difference
        .next()
        .or_else(|| columns().find(|column| is_amount(column)))
        .or_else(|| figures.next())
        .or_else(|| levels.next())
}

/// Returns the figure a cell shows: what is stated, else what was computed.
pub fn printed(cell: &FigureCell) -> Option<Figure> {
    let computed = || {
        let approx = cell.approximate.then_some(Approximation::About);
        Some(Figure { approx, ..Figure::exact(cell.computed.clone()?) })
    };
    cell.stated.clone().or_else(computed)
}

/// Tells whether a column holds differences.
pub fn is_difference(column: &FigureColumn) -> bool {
    column.id.as_str() == "deviation" || column.formula.as_deref().is_some_and(Formula::subtracts)
}

/// Returns what measures come to in each year, planned and so far, by the anchors of the tables.
pub fn effect_totals(seen: &PlanAsOf) -> impl Iterator<Item = (String, Leading)> {
    let planned =
        planned_effect_rows(seen).into_iter().map(|(year, rows)| (planned_effect_id(year), effect_year_totals(&rows)));
    let so_far =
        effect_so_far_rows(seen).into_iter().map(|(year, rows)| (effect_so_far_id(year), effect_year_totals(&rows)));
    planned.chain(so_far)
}

/// Returns what measures come to in a year, and last what they come to together.
pub fn effect_year_totals(rows: &[EffectRow]) -> Leading {
    let mut leading: Leading = rows.iter().map(|(measure, effect)| effect_total_row(measure, *effect)).collect();
    let all = leading.iter().filter_map(|row| row.figure.as_ref());
    let total = effect_unit(rows).and_then(|unit| difference::sum(all, &unit));
    leading.push(LeadingRow::new("", total, std::iter::empty()));
    leading
}

/// Returns what a measure comes to in a year.
pub fn effect_total_row(measure: &Measure, effect: Option<&EffectYear>) -> LeadingRow {
    let months = effect.into_iter().flat_map(|effect| &effect.months).map(Option::as_ref);
    let row = LeadingRow::new(measure.id.as_str(), effect.and_then(effect_total), months);
    LeadingRow { formerly: measure.formerly.clone(), ..row }
}

/// Returns what a year comes to: what is stated, else what its months do.
pub fn effect_total(effect: &EffectYear) -> Option<Figure> {
    effect.total.clone().or_else(|| effect.computed())
}

/// Returns the anchor of the table of the planned effect of a year.
pub fn planned_effect_id(year: Year) -> String {
    format!("effect-{}", year.iso())
}

/// Returns the anchor of the table of the effect so far of a year.
pub fn effect_so_far_id(year: Year) -> String {
    format!("effect-so-far-{}", year.iso())
}

/// Returns the planned effect of each year.
pub fn planned_effect_rows<'a>(seen: &PlanAsOf<'a>) -> Vec<(Year, Vec<EffectRow<'a>>)> {
    let rows = |year| (year, effect_rows(seen, |measure| find_year(&measure.effect, year)));
    seen.plan.effect_years(Some(seen.report)).into_iter().map(rows).collect()
}

/// Returns the effect so far of each year that reports tell of.
pub fn effect_so_far_rows<'a>(seen: &PlanAsOf<'a>) -> Vec<(Year, Vec<EffectRow<'a>>)> {
    let latest = |measure: &'a Measure, year| {
        seen.statuses(measure).iter().rev().find_map(|status| find_year(&status.effect, year))
    };
    let told = seen.leaves().flat_map(|measure| seen.statuses(measure)).flat_map(|status| &status.effect);
    let years: BTreeSet<Year> = told.map(|effect| effect.year).collect();
    years.into_iter().map(|year| (year, effect_rows(seen, |measure| latest(measure, year)))).collect()
}

/// A measure and its effect in a year.
pub type EffectRow<'a> = (&'a Measure, Option<&'a EffectYear>);

/// Returns the measures without children, each with its effect; empty lines of the document stay.
pub fn effect_rows<'a>(
    seen: &PlanAsOf<'a>,
    pick: impl Fn(&'a Measure) -> Option<&'a EffectYear>,
) -> Vec<EffectRow<'a>> {
    let rows = seen.leaves().map(|measure| (measure, pick(measure)));
    rows.filter(|(measure, effect)| effect.is_some() || !measure.closed).collect()
}

/// Returns the effect in a year, where any is given.
pub fn find_year(years: &[EffectYear], year: Year) -> Option<&EffectYear> {
    years.iter().find(|effect| effect.year == year && !effect.is_empty())
}

/// Returns the unit of the first effect that has one.
pub fn effect_unit(rows: &[EffectRow]) -> Option<Unit> {
    rows.iter().find_map(|(_, effect)| (*effect)?.unit().cloned())
}
