//! Small readings of indicators are withheld, and with them readings of series that they could be computed of.
//!
//! Takes a plan whose indicators are read. An indicator with its series is looked at as a table, a row for each of them and a column
//! for each date, and withholds what [`suppress_alone`] withholds of such a table: where the series come to what the indicator does,
//! or some that stand together, one alone would be known.

use std::collections::BTreeMap;

use super::{
    Footnotes, Indicator, Plan, UncountedReading,
    suppress::suppress_alone,
    table::{FigureCell, FigureColumn, FigureTable, FigureTableRow, RowKind, SignRule},
    undeclared_sums::SumTerms,
};
use crate::value::{Amount, Decimal, Figure, Id, Period};

/// The most periods that are put together to find what makes up another one.
const MOST_TILED: usize = 2_000;

/// Withholds small readings of a plan. Returns the indicators of which it could not be proved that nobody can compute what is withheld.
pub(super) fn suppress_readings(plan: &mut Plan) -> Vec<usize> {
    let wholes = plan.indicators.iter().enumerate();
    let wholes: Vec<(usize, u32)> = wholes
        .filter(|(_, indicator)| indicator.series_of.is_none())
        .filter_map(|(at, indicator)| Some((at, indicator.suppress_below?)))
        .collect();
    wholes.into_iter().filter(|(whole, below)| !suppress_family(plan, *whole, *below)).map(|(whole, _)| whole).collect()
}

/// A number of an indicator, by where it stands.
#[derive(Clone, Copy)]
enum NumberPlace {
    Baseline,
    /// A reading by its place.
    Reading(usize),
}

/// What was read when: the date, and how many readings of that date the line had before. The last is of a baseline that is
/// dated, or worth, otherwise than any reading.
type ColumnKey = (Option<Period>, usize);

/// Withholds small readings of an indicator and its series. Tells whether nobody can compute them.
fn suppress_family(plan: &mut Plan, whole: usize, below: u32) -> bool {
    let is_line = |(at, indicator): &(usize, &Indicator)| *at == whole || indicator.series_of == Some(whole);
    let mut lines: Vec<usize> = plan.indicators.iter().enumerate().filter(is_line).map(|(at, _)| at).collect();
    lines.sort_by_key(|at| (*at != whole, *at));
    let numbers: Vec<BTreeMap<ColumnKey, (Amount, Vec<NumberPlace>)>> =
        lines.iter().filter_map(|at| plan.indicators.get(*at)).map(numbers_of).collect();
    let mut keys: Vec<ColumnKey> = numbers.iter().flat_map(|line| line.keys().copied()).collect();
    keys.sort_unstable();
    keys.dedup();
    let Some(mut table) = table_of(plan, whole, below, &keys, &numbers) else { return true };
    let is_proved = suppress_alone(&mut table, &sums_of_periods(&keys, &numbers));
    for ((at, line), row) in lines.iter().zip(&numbers).zip(&table.rows) {
        let Some(indicator) = plan.indicators.get_mut(*at) else { continue };
        for (key, cell) in keys.iter().zip(&row.cells) {
            let (Some(why), Some((_, places))) = (cell.withheld, line.get(key)) else { continue };
            for place in places {
                match place {
                    NumberPlace::Baseline => {
                        indicator.withheld_baseline = indicator.baseline.take().map(|baseline| (baseline.date, why));
                    }
                    NumberPlace::Reading(nth) => {
                        let Some(reading) = indicator.readings.get_mut(*nth) else { continue };
                        reading.value = Figure { amount: None, approx: None, mark: None };
                        reading.uncounted = Some(UncountedReading::Withheld(why));
                    }
                }
            }
        }
    }
    is_proved
}

/// Returns the sums that readings are of others, by whose periods theirs is made up: months in quarters, in halves, in years.
fn sums_of_periods(keys: &[ColumnKey], numbers: &[BTreeMap<ColumnKey, (Amount, Vec<NumberPlace>)>]) -> Vec<SumTerms> {
    let mut sums = Vec::new();
    for (whole, period) in keys.iter().enumerate().filter_map(|(at, (period, _))| Some((at, (*period)?))) {
        for parts in tilings(keys, period) {
            for (row, line) in numbers.iter().enumerate() {
                let value = |at: &usize| line.get(keys.get(*at)?).map(|(amount, _)| amount.number);
                let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value(part)?));
                if sum.is_some() && sum == value(&whole) {
                    let parts = parts.iter().map(|part| ((row, *part), 1));
                    sums.push(std::iter::once(((row, whole), -1)).chain(parts).collect());
                }
            }
        }
    }
    sums
}

/// Returns the ways in which periods that others are read of make up one: each begins on the day after the one before it.
fn tilings(keys: &[ColumnKey], whole: Period) -> Vec<Vec<usize>> {
    let (mut found, mut left) = (Vec::new(), MOST_TILED);
    let mut open = vec![(Some(whole.first()), Vec::new())];
    while let Some((from, parts)) = open.pop().filter(|_| left > 0) {
        left = left.saturating_sub(1);
        let Some(from) = from.filter(|from| *from <= whole.last()) else {
            found.push(parts);
            continue;
        };
        for (at, (period, _)) in keys.iter().enumerate() {
            let Some(period) = period.filter(|period| period.first() == from && period.last() <= whole.last()) else {
                continue;
            };
            if (period.first(), period.last()) != (whole.first(), whole.last()) {
                open.push((period.last().tomorrow().ok(), [parts.as_slice(), &[at]].concat()));
            }
        }
    }
    found
}

/// Returns the numbers of an indicator by when they were read. A baseline that a reading repeats is one number with it.
fn numbers_of(indicator: &Indicator) -> BTreeMap<ColumnKey, (Amount, Vec<NumberPlace>)> {
    let mut numbers: BTreeMap<ColumnKey, (Amount, Vec<NumberPlace>)> = BTreeMap::new();
    for (nth, reading) in indicator.readings.iter().enumerate() {
        let Some(amount) = reading.value.amount.as_ref().filter(|_| reading.uncounted.is_none()) else { continue };
        let of_date = numbers.range_mut((Some(reading.date), 0)..=(Some(reading.date), usize::MAX));
        let mut known: Vec<(&ColumnKey, &mut (Amount, Vec<NumberPlace>))> = of_date.collect();
        if let Some((_, (_, places))) = known.iter_mut().find(|(_, (other, _))| other == amount) {
            places.push(NumberPlace::Reading(nth));
        } else {
            let count = known.len();
            numbers.insert((Some(reading.date), count), (amount.clone(), vec![NumberPlace::Reading(nth)]));
        }
    }
    if let Some(baseline) = &indicator.baseline
        && let Some(amount) = &baseline.value.amount
    {
        let of_date = numbers.range_mut((baseline.date, 0)..=(baseline.date, usize::MAX));
        match of_date.map(|(_, number)| number).find(|(other, _)| other == amount) {
            Some((_, places)) => places.push(NumberPlace::Baseline),
            None => drop(numbers.insert((baseline.date, usize::MAX), (amount.clone(), vec![NumberPlace::Baseline]))),
        }
    }
    numbers
}

/// Makes the table of an indicator, the first row, and its series.
fn table_of(
    plan: &Plan,
    whole: usize,
    below: u32,
    keys: &[ColumnKey],
    numbers: &[BTreeMap<ColumnKey, (Amount, Vec<NumberPlace>)>],
) -> Option<FigureTable> {
    let indicator = plan.indicators.get(whole)?;
    let columns = (0..keys.len()).map(|nth| {
        Some(FigureColumn {
            id: Id::new(&format!("c{nth}"))?,
            title: None,
            unit: indicator.unit.clone(),
            sign: SignRule::None,
            is_unsigned: false,
            formula: None,
            share_of: None,
            text: false,
            scale: None,
            suppress_below: Some(below),
            decimals: None,
        })
    });
    let rows = numbers.iter().enumerate().map(|(nth, line)| {
        let cell = |key: &ColumnKey| FigureCell {
            stated: line.get(key).map(|(amount, _)| Figure { amount: Some(amount.clone()), approx: None, mark: None }),
            ..FigureCell::default()
        };
        Some(FigureTableRow {
            id: Id::new(&format!("r{nth}"))?,
            // What stands above its series is what they come to, wherever some of them do.
            label: if nth == 0 { "total".to_owned() } else { String::new() },
            mark: None,
            kind: RowKind::Item,
            of: None,
            committee: None,
            measure: None,
            formula: None,
            cells: keys.iter().map(cell).collect(),
        })
    });
    Some(FigureTable {
        id: indicator.id.clone(),
        file: String::new(),
        rows_file: String::new(),
        declaration: indicator.record.clone(),
        title: indicator.title.clone(),
        unit: indicator.unit.clone(),
        sign: SignRule::None,
        columns: columns.collect::<Option<_>>()?,
        rows: rows.collect::<Option<_>>()?,
        notes: Footnotes::default(),
        report: None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::value::Unit;

    /// The sums that some lines of readings tell, as `2019 = 2019-H1 + 2019-H2` with the line before it.
    fn sums(lines: &[&[(&str, i64)]]) -> Vec<String> {
        let line = |readings: &&[(&str, i64)]| {
            let number = |value: i64| Amount::new(Decimal::from(value), Unit::parse("børn"));
            let key = |period: &str| (Some(Period::parse_iso(period).expect("a period")), 0);
            readings.iter().map(|(period, value)| (key(period), (number(*value), Vec::new()))).collect()
        };
        let numbers: Vec<BTreeMap<ColumnKey, _>> = lines.iter().map(line).collect();
        let keys: BTreeSet<ColumnKey> = numbers.iter().flat_map(|line| line.keys().copied()).collect();
        let keys: Vec<ColumnKey> = keys.into_iter().collect();
        let name = |column: usize| keys[column].0.map_or(String::new(), Period::iso);
        let told = |terms: SumTerms| {
            let [((line, whole), -1), parts @ ..] = terms.as_slice() else { panic!("{terms:?}") };
            assert!(parts.iter().all(|((row, _), times)| row == line && *times == 1), "{terms:?}");
            let parts: Vec<String> = parts.iter().map(|((_, part), _)| name(*part)).collect();
            format!("{line}: {} = {}", name(*whole), parts.join(" + "))
        };
        let mut told: Vec<String> = sums_of_periods(&keys, &numbers).into_iter().map(told).collect();
        told.sort();
        told
    }

    #[test]
    fn a_reading_is_the_sum_of_those_whose_periods_make_up_its_own() {
        let quarters = [("2019-Q1", 3), ("2019-Q2", 7), ("2019-Q3", 8), ("2019-Q4", 9)];
        let year = "2019 = 2019-Q1 + 2019-Q2 + 2019-Q3 + 2019-Q4";
        let of_year = |value| [&quarters[..], &[("2019", value)]].concat();
        assert_eq!(sums(&[&of_year(27)]), [format!("0: {year}")]);
        assert_eq!(sums(&[&of_year(28)]), [""; 0], "they come to another number");
        assert_eq!(sums(&[&of_year(27)[1..]]), [""; 0], "one is not read");
        assert_eq!(sums(&[&of_year(28), &of_year(27)]), [format!("1: {year}")], "each line for itself");
        assert_eq!(sums(&[&of_year(27), &quarters[..2]]), [format!("0: {year}")], "what is not read is no sum");
        let months = [("2019-01", 1), ("2019-02", 2), ("2019-03", 3), ("2019-Q1", 6), ("2019-Q2", 5), ("2019-H1", 11)];
        assert_eq!(
            sums(&[&months]),
            [
                "0: 2019-H1 = 2019-01 + 2019-02 + 2019-03 + 2019-Q2",
                "0: 2019-H1 = 2019-Q1 + 2019-Q2",
                "0: 2019-Q1 = 2019-01 + 2019-02 + 2019-03"
            ]
        );
        assert_eq!(sums(&[&[("2018-Q4", 3), ("2019-Q1", 7), ("2019-H1", 10)]]), [""; 0], "one lies before it");
    }
}
