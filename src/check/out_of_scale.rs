//! Figures that are about a thousand times what they stand beside: their unit was most likely forgotten.
//!
//! Kroner that were written where millions are counted are a million times too many, and no sum need say so: a measure's figures are held
//! against each other and against those of the other measures, its funding year against year, the effect that a status tells against the
//! planned one, the overspends of a plan's reports against each other, and all three against what is required, a reading against all others
//! of its indicator, a target against the readings, a figure of a table against the budgets and forecasts of its row and against what the
//! report before said in its place, a column of what was spent against what is granted. A slip of a thousand makes 9.900 of
//! 9,9 beside 10,0, which is less than a thousand times as much: what is several hundred times another is told.

use std::collections::BTreeMap;

use super::{Check, CheckInput, Findings, number_in};
use crate::{
    diag::Code,
    model::{EffectYear, FigureColumn, FigureTable, FigureTableRow, Indicator, Measure, Plan, RowKind},
    schema::records,
    value::{Decimal, Figure, Id, Unit},
};

/// Figures that are about a thousand times what they stand beside, or a thousandth.
const OUT_OF_SCALE: Code = Code::warning("out-of-scale").args(&["what", "size", "amount", "other-amount"]).help(
    "a figure that is about a thousand times what it stands beside, or a thousandth of it, so that its unit was most likely forgotten: of a measure beside its other figures and the other measures, its funding beside that of other years, the effect of a status beside the planned one, the overspend of a report beside those of the others, all three beside what is required, of an indicator beside its other readings, its target beside them, of a figure table beside the budgets and forecasts of its row and its own last report, once of each column and of a whole report",
);
/// How many times another a figure of thousands is where a slip of a thousand is likely; else it is a thousand.
const SLIP: Decimal = Decimal::from_parts(300, 0, 0, false, 0);
/// How many kroner a million is.
const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);
/// How many times as large what is required may be as what is achieved of it.
const LITTLE: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);

/// Figures that are about a thousand times what they stand beside, or a thousandth.
pub const CHECK: Check = Check::new(&OUT_OF_SCALE, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let plan = scene.plan;
    let measures: Vec<&Measure> =
        plan.measures.iter().filter(|measure| !measure.closed && measure.children.is_empty()).collect();
    overspends(plan, &measures, findings);
    // Sorted once: a plan may have thousands of measures.
    let all = measures.iter().filter_map(|measure| {
        let required = measure.required.as_ref()?;
        Some((size_of(required, &plan.unit)?, &measure.id, required))
    });
    let mut all: Vec<(Decimal, &Id, &Figure)> = all.collect();
    all.sort_by_key(|(size, ..)| *size);
    for measure in &measures {
        funding(scene.name(measure), measure, findings);
        effects(scene.name(measure), measure, findings);
        let Some(required) = &measure.required else { continue };
        let is_other = |(_, id, _): &&(Decimal, &Id, &Figure)| **id != measure.id;
        let ends = [all.iter().find(is_other), all.iter().rev().find(is_other)];
        let others: Vec<&Figure> = ends.into_iter().flatten().map(|(.., figure)| *figure).collect();
        // Of many small measures one may be large; of those that are large each has another beside it.
        if let Some((Size::Large, other)) = odd(required, &others, &plan.unit) {
            note(findings.at(&measure.file, "required"), scene.name(measure), Size::Large, (required, other));
            continue;
        }
        let Some(status) = measure.status() else { continue };
        for (field, figure) in [("achieved", &status.achieved), ("forecast", &status.forecast)] {
            let Some(figure) = figure else { continue };
            // Little is achieved of much at first, and that is no slip: kroner where millions are counted are a million times off.
            let is_little = |figure: &Figure| {
                let sizes = number_in(figure, &measure.unit).zip(number_in(required, &measure.unit));
                sizes.is_some_and(|(own, all)| own.abs().checked_mul(LITTLE).is_none_or(|times| times > all.abs()))
            };
            let found = odd(figure, &[required], &measure.unit);
            if let Some((size, other)) = found.filter(|(size, _)| matches!(size, Size::Large) || !is_little(figure)) {
                note(findings.at(&status.file, field), scene.name(measure), size, (figure, other));
            }
        }
    }
    plan.indicators.iter().for_each(|indicator| readings(plan, indicator, findings));
    for table in &plan.tables {
        let before = |other: &&FigureTable| other.id == table.id && other.report < table.report;
        let last = plan.tables.iter().filter(before).max_by_key(|other| other.report);
        // Of a file that counts otherwise than the last one, one figure is enough.
        // A ledger has thousands of rows.
        let then_of: RowsById<'_> =
            last.iter().flat_map(|last| last.rows.iter().rev()).map(|row| (&row.id, row)).collect();
        let last = last.map(|last| (last, &then_of));
        if last.is_some_and(|last| whole_columns(table, last, findings)) {
            continue;
        }
        for column in 0..table.columns.len() {
            if !whole_column_so_far(table, column, findings) {
                cells(table, last, column, findings);
            }
        }
    }
}

/// Holds the overspends that the plan and its reports tell against each other, and against what its measures are to save.
fn overspends(plan: &Plan, measures: &[&Measure], findings: &mut Findings<'_>) {
    let reports = plan.reports.iter().map(|report| (report.overspend.as_ref(), report.file.as_str()));
    let told = std::iter::once((plan.overspend.as_ref(), plan.file.as_str())).chain(reports);
    let told: Vec<(&Figure, &str)> = told.filter_map(|(figure, file)| Some((figure?, file))).collect();
    let figures: Vec<&Figure> = told.iter().map(|(figure, _)| *figure).collect();
    let odd_ones = odd_ones(&figures, &plan.unit);
    // That nearly nothing is left of an overspend is what a plan is for.
    let large = odd_ones.into_iter().filter(|(_, size, _)| matches!(size, Size::Large)).collect::<Vec<_>>();
    let required: Vec<&Figure> = measures.iter().filter_map(|measure| measure.required.as_ref()).collect();
    let beside_required = || {
        let all = figures.iter().enumerate();
        all.filter_map(|(at, figure)| Some((at, Size::Large, beyond(figure, &required, &plan.unit)?))).next()
    };
    let found = if large.is_empty() { beside_required().into_iter().collect() } else { large };
    for (at, size, other) in found {
        let Some((figure, file)) = told.get(at) else { continue };
        note(findings.at(file, "overspend"), &plan.title, size, (figure, other));
    }
}

/// Holds what a measure is funded with in a year against the other years, and against what it is to save.
fn funding(name: &str, measure: &Measure, findings: &mut Findings<'_>) {
    let figures: Vec<&Figure> = measure.funding.iter().map(|(_, figure)| figure).collect();
    let mut found = odd_ones(&figures, &measure.unit);
    if found.is_empty() {
        let required: Vec<&Figure> = measure.required.iter().collect();
        let mut beside = figures.iter().enumerate();
        found.extend(beside.find_map(|(at, it)| Some((at, Size::Large, beyond(it, &required, &measure.unit)?))));
    }
    for (at, size, other) in found {
        let Some((year, figure)) = measure.funding.get(at) else { continue };
        note(findings.at(&measure.file, &format!("funding.{year}")), name, size, (figure, other));
    }
}

/// Returns the largest of what is required where a figure of thousands is several hundred times as much: a house may cost a hundred times
/// what it saves in a year.
fn beyond<'f>(figure: &Figure, required: &[&'f Figure], unit: &Unit) -> Option<&'f Figure> {
    size_of(figure, unit).filter(|size| *size >= Decimal::ONE_THOUSAND)?;
    odd(figure, required, unit).filter(|(size, _)| matches!(size, Size::Large)).map(|(_, other)| other)
}

/// Holds the effect that is planned of a measure against what it is to save, and the one that its statuses tell against the planned one of
/// the same year, else against that. Little may have come of much.
fn effects(name: &str, measure: &Measure, findings: &mut Findings<'_>) {
    let required: Vec<&Figure> = measure.required.iter().collect();
    let mut tell = |file: &str, effect: &EffectYear, beside: &[&Figure]| {
        let beside = if beside.is_empty() { required.as_slice() } else { beside };
        let found = effect.figures().filter_map(|figure| Some((figure, odd(figure, beside, &measure.unit)?)));
        let large = found.into_iter().find(|(_, (size, _))| matches!(size, Size::Large));
        if let Some((figure, (size, other))) = large {
            note(findings.at(file, &format!("effect.{}", effect.year)), name, size, (figure, other));
        }
        large.is_some()
    };
    // One figure of it is enough, and what is told against a plan that slipped would slip as well.
    if measure.effect.iter().any(|planned| tell(&measure.file, planned, &[])) {
        return;
    }
    for status in &measure.statuses {
        for effect in &status.effect {
            let planned = measure.effect.iter().find(|planned| planned.year == effect.year);
            let planned: Vec<&Figure> = planned.into_iter().flat_map(EffectYear::figures).collect();
            tell(&status.file, effect, &planned);
        }
    }
}

/// Returns the figures that are out of scale beside all others of some: their places, and the one each is nearest to. Only the largest and
/// the smallest can be. Nothing is said of nought. Of two, the later one is asked about.
fn odd_ones<'f>(figures: &[&'f Figure], unit: &Unit) -> Vec<(usize, Size, &'f Figure)> {
    let sized = figures.iter().enumerate().filter_map(|(at, figure)| Some((size_of(figure, unit)?, at, *figure)));
    let mut sized: Vec<(Decimal, usize, &'f Figure)> = sized.collect();
    sized.sort_by_key(|(size, at, _)| (*size, *at));
    let ([least, second, ..], [.., last_but_one, most]) = (sized.as_slice(), sized.as_slice()) else {
        return Vec::new();
    };
    let is_asked = |at: usize| sized.len() > 2 || at == least.1.max(most.1);
    let small = is_slip(second.0, least.0).then_some((least.1, Size::Small, second.2));
    let large = is_slip(most.0, last_but_one.0).then_some((most.1, Size::Large, last_but_one.2));
    small.into_iter().chain(large).filter(|(at, ..)| is_asked(*at)).collect()
}

/// What was spent so far: it may be very little, but is not many hundred times what is granted.
const SO_FAR: &str = "actual";

/// Columns that say what a row is to come to in the whole year: a figure a thousand times another of them is no news but a slip.
/// What other columns count may be anything.
const WHOLE_YEAR: [&str; 5] = ["adopted", "revised", "forecast", "outturn", "previous"];

/// Tells whether a table counts otherwise than the last report of it: in some column that is no sum so far, most figures are several hundred
/// times what stood in their place, or as small. Then the others of their row are as much too large, and say nothing.
fn whole_columns(
    table: &FigureTable,
    (last, then_of): (&FigureTable, &RowsById<'_>),
    findings: &mut Findings<'_>,
) -> bool {
    for (at, column) in table.columns.iter().enumerate() {
        let is_known = WHOLE_YEAR.contains(&column.id.as_str());
        if column.text || column.unit.is_per_cent() || column.id.as_str() == SO_FAR {
            continue;
        }
        let Some(then_at) = last.columns.iter().position(|other| other.id == column.id) else { continue };
        let pairs = table.rows.iter().filter(is_item).filter_map(|row| {
            let then = then_of.get(&row.id)?;
            let (own, then) = (row.cells.get(at)?.stated.as_ref()?, then.cells.get(then_at)?.stated.as_ref()?);
            size_of(own, &column.unit).and(size_of(then, &column.unit))?;
            Some((row, own, then))
        });
        let pairs: Vec<_> = pairs.collect();
        for size in [Size::Large, Size::Small] {
            let is_so = |(_, own, then): &&(&FigureTableRow, &Figure, &Figure)| {
                odd(own, &[then], &column.unit).is_some_and(|(found, _)| found == size)
            };
            let mut odd_rows = pairs.iter().filter(is_so);
            let count = odd_rows.clone().count();
            // Of a single figure its row says as much, and what a column of another name counts may be anything.
            if count.saturating_mul(2) > pairs.len()
                && count > 1
                && let Some((row, own, then)) = odd_rows.next().filter(|_| is_known || column.unit.is_money())
            {
                let diagnostic = findings.at(&table.file, &format!("{}.{}", row.id, column.id));
                note(diagnostic, &row.label, size, (own, then));
                return true;
            }
        }
    }
    false
}

/// Tells whether a row has figures of its own. A sum says no more than its rows do, and makes two of one.
fn is_item(row: &&FigureTableRow) -> bool {
    row.kind == RowKind::Item
}

/// Tells whether all that was spent so far counts in thousands or millions more than what is granted. Little may be spent in January, but of
/// some row nothing yet, or of one what is due at once; a unit that slipped makes each row a thousandth or a millionth of what it may be.
fn whole_column_so_far(table: &FigureTable, at: usize, findings: &mut Findings<'_>) -> bool {
    let Some(column) = table.columns.get(at).filter(|column| column.id.as_str() == SO_FAR && !column.text) else {
        return false;
    };
    let granted = table.columns.iter().position(|column| WHOLE_YEAR.contains(&column.id.as_str()) && !column.text);
    let Some(granted) = granted else { return false };
    let pairs = table.rows.iter().filter(is_item).filter_map(|row| {
        let (own, all) = (row.cells.get(at)?.stated.as_ref()?, row.cells.get(granted)?.stated.as_ref()?);
        let all_size = size_of(all, &column.unit)?;
        Some((row, own, all, number_in(own, &column.unit)?.abs(), all_size))
    });
    let pairs: Vec<_> = pairs.collect();
    for times in [Decimal::ONE_THOUSAND, MILLION] {
        // From a hundredth of the year's budget to somewhat more than all of it.
        let fits = |own: Decimal, all: Decimal| {
            let own = own.checked_mul(times)?;
            Some(own.checked_mul(Decimal::ONE_HUNDRED)? >= all && own <= all.checked_mul(Decimal::TWO)?)
        };
        // Of two rows both may have had nothing but what is due at once.
        if pairs.len() > 2
            && pairs.iter().all(|(.., own, all)| fits(*own, *all) == Some(true))
            && let Some((row, own, all, ..)) = pairs.first()
        {
            let diagnostic = findings.at(&table.file, &format!("{}.{}", row.id, column.id));
            note(diagnostic, &row.label, Size::Small, (own, all));
            return true;
        }
    }
    false
}

/// Holds the figures of a column against the others of their rows, and against those of the last report.
fn cells(table: &FigureTable, last: Option<(&FigureTable, &RowsById<'_>)>, at: usize, findings: &mut Findings<'_>) {
    let is_of_year =
        |column: &FigureColumn| WHOLE_YEAR.contains(&column.id.as_str()) && !column.text && !column.unit.is_per_cent();
    let is_so_far = |column: &FigureColumn| column.id.as_str() == SO_FAR && !column.text && !column.unit.is_per_cent();
    let Some(column) = table.columns.get(at).filter(|column| is_of_year(column) || is_so_far(column)) else { return };
    let may_be_little = is_so_far(column);
    let figure = |row: &FigureTableRow, at: usize| row.cells.get(at)?.stated.clone();
    for row in &table.rows {
        let Some(own) = figure(row, at) else { continue };
        let others = table.columns.iter().enumerate().filter(|(other, column)| *other != at && is_of_year(column));
        let is_last = others.clone().filter(|(other, _)| figure(row, *other).is_some()).all(|(other, _)| other < at);
        let beside = others.filter_map(|(other, _)| figure(row, other));
        let then = last.and_then(|(last, then_of)| {
            let column = last.columns.iter().position(|other| other.id == column.id)?;
            figure(then_of.get(&row.id)?, column)
        });
        // Of two the later one is asked about; what was spent is later than what was granted.
        let is_later = is_last || then.is_some() || may_be_little;
        let all = beside.chain(then.filter(|_| !may_be_little)).filter(|other| size_of(other, &column.unit).is_some());
        let all: Vec<Figure> = all.collect();
        let is_told = all.len() > 1 || is_later;
        let found = odd(&own, &all.iter().collect::<Vec<_>>(), &column.unit).filter(|_| is_told);
        if let Some((size, other)) = found.filter(|(size, _)| matches!(size, Size::Large) || !may_be_little) {
            let diagnostic = findings.at(&table.file, &format!("{}.{}", row.id, column.id));
            note(diagnostic, &row.label, size, (&own, other));
            return;
        }
    }
}

/// Holds the baseline and the readings of an indicator against each other, and its targets against them: 39_000 beside 40,1 has lost its
/// comma. A target that is small beside them is what it is for.
fn readings(plan: &Plan, indicator: &Indicator, findings: &mut Findings<'_>) {
    let baseline = indicator.baseline.iter().map(|baseline| &baseline.value);
    let all: Vec<&Figure> = baseline.chain(indicator.readings.iter().map(|reading| &reading.value)).collect();
    let first = all.len().saturating_sub(indicator.readings.len());
    let name = plan.title_of(indicator);
    let found = odd_ones(&all, &indicator.unit);
    for (at, size, other) in &found {
        let reading = at.checked_sub(first).and_then(|at| indicator.readings.get(at));
        let (record, field) = reading.map_or((&indicator.record, "baseline"), |reading| (&reading.record, ""));
        let Some(figure) = all.get(*at) else { continue };
        note(findings.at(record, field), &name, *size, (figure, other));
    }
    let targets: Vec<&Figure> = indicator.targets.iter().flat_map(|target| target.aim.figures()).collect();
    let beside = |at: usize| targets.iter().take(at).chain(&all).copied().collect::<Vec<_>>();
    let mut large = targets.iter().enumerate().filter_map(|(at, target)| {
        let (size, other) = odd(target, &beside(at), &indicator.unit)?;
        matches!(size, Size::Large).then_some((*target, other))
    });
    if let Some(pair) = large.next().filter(|_| found.is_empty()) {
        let field = if indicator.targets.len() > 1 { &records::TARGETS.spec } else { &records::TARGET.spec };
        note(findings.at(&indicator.record, field.name), &name, Size::Large, pair);
    }
}

/// The rows of the last report of a table, by their ids.
type RowsById<'t> = BTreeMap<&'t Id, &'t FigureTableRow>;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Large,
    Small,
}

/// Tells whether a figure is several hundred times each of others, or as small beside each, and the one that it is nearest to. Nothing is said of
/// nought, nor where there is no other.
fn odd<'f>(figure: &Figure, others: &[&'f Figure], unit: &Unit) -> Option<(Size, &'f Figure)> {
    let own = size_of(figure, unit)?;
    let mut sized: Vec<(Decimal, &Figure)> =
        others.iter().filter_map(|other| Some((size_of(other, unit)?, *other))).collect();
    sized.sort_by_key(|(size, _)| *size);
    let ((least, small), (most, large)) = (*sized.first()?, *sized.last()?);
    match () {
        () if is_slip(own, most) => Some((Size::Large, large)),
        () if is_slip(least, own) => Some((Size::Small, small)),
        () => None,
    }
}

/// Returns the size of a figure that is not nought.
fn size_of(figure: &Figure, unit: &Unit) -> Option<Decimal> {
    number_in(figure, unit).map(|number| number.abs()).filter(|size| !size.is_zero())
}

/// Tells whether a size is so many times another that a unit was most likely forgotten. A slip of a thousand writes thousands: 120,0 beside
/// 0,3 mio. kr. is a house that is planned and one that is built.
fn is_slip(more: Decimal, less: Decimal) -> bool {
    let reaches = |times: Decimal| less.checked_mul(times).is_some_and(|times| more >= times);
    reaches(Decimal::ONE_THOUSAND) || more >= Decimal::ONE_THOUSAND && reaches(SLIP)
}

fn note(diagnostic: &mut crate::diag::Diagnostic, what: &str, size: Size, (figure, other): (&Figure, &Figure)) {
    let size = match size {
        Size::Large => "large",
        Size::Small => "small",
    };
    let diagnostic = diagnostic.add("what", what.to_owned()).add("size", size.to_owned());
    diagnostic.add("amount", super::neutral(figure)).add("other-amount", super::neutral(other));
}
