//! Sums of ranges of rows, `first:last`, in one column of a figure table.
//!
//! A table of 5 000 rows may have 2 500 sums of 2 500 rows each, in 200 columns: to add each of them up row by row is a
//! thousand million steps. Here a column is added up once, row by row, and a range is the difference of two of the sums on
//! the way. What comes of it is what adding row by row gives, to the number of decimals: [`RangeSums::add`] says how.

use std::collections::{BTreeMap, BTreeSet};

use super::addends::{Addends, LastDigit};
use crate::value::Decimal;

/// What a range comes to when it is added to, or taken from, what was added up before it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RangeSum {
    /// The sum, what was before included.
    pub total: Decimal,
    /// What was added.
    pub addends: Addends,
    /// Whether a part is approximate.
    pub approximate: bool,
}

/// A value that ranges of a column add up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum ItemValue {
    /// A number.
    Number {
        /// The number.
        number: Decimal,
        /// What its last digit is worth.
        last_digit: LastDigit,
        /// Whether it is approximate.
        approximate: bool,
    },
    /// It is not given, so that no sum of it is.
    Missing,
    /// It is computed of other rows, and perhaps of ranges of this very column.
    Later,
}

/// The values of a column, added up row by row. Place `n` of each list tells of the first `n` values.
#[derive(Debug, Default)]
pub(super) struct RangeSums {
    values: Vec<Decimal>,
    /// How many decimals the sums have.
    scale: u32,
    /// What all values come to without their signs, in units of the last decimal.
    size: i128,
    /// The sums, in the same units.
    sums: Vec<i128>,
    /// Where each sum is met.
    places: BTreeMap<i128, Vec<usize>>,
    missing: Vec<usize>,
    later: Vec<usize>,
    approximate: Vec<usize>,
    nonzero: Vec<usize>,
    /// How many of those that are not zero have so many decimals.
    by_scale: BTreeMap<u32, Vec<usize>>,
    /// How many of those that are not zero have a last digit that is worth so much.
    by_digit: BTreeMap<LastDigit, Vec<usize>>,
    /// The first of the last values that are equal, zeros aside.
    equal_from: Vec<usize>,
}

/// No sum on the way is larger: such numbers are added without loss.
const LARGEST: i128 = 1 << 95;

impl RangeSums {
    /// Adds up the values of a column. `None` where the numbers are so large, or have so many decimals, that adding them up
    /// might lose some.
    pub fn new(values: &[ItemValue]) -> Option<Self> {
        let number_of = |value: &ItemValue| match value {
            ItemValue::Number { number, .. } => *number,
            ItemValue::Missing | ItemValue::Later => Decimal::ZERO,
        };
        let numbers: Vec<Decimal> = values.iter().map(number_of).collect();
        let scale = numbers.iter().map(Decimal::scale).max().unwrap_or(0);
        let nonzero = |number: &&Decimal| !number.is_zero();
        let (mut size, mut sum) = (0_i128, 0_i128);
        let mut sums = vec![0];
        let mut equal_from = vec![0];
        let mut run: Option<(Decimal, usize)> = None;
        for (place, number) in numbers.iter().enumerate() {
            let units = in_units(*number, scale)?;
            size = size.checked_add(units.checked_abs()?).filter(|size| *size < LARGEST)?;
            sum = sum.checked_add(units)?;
            sums.push(sum);
            if !number.is_zero() && run.is_none_or(|(last, _)| last != *number) {
                run = Some((*number, place));
            }
            equal_from.push(run.map_or(0, |(_, start)| start));
        }
        let mut places: BTreeMap<i128, Vec<usize>> = BTreeMap::new();
        for (place, sum) in sums.iter().enumerate() {
            places.entry(*sum).or_default().push(place);
        }
        let scales: BTreeSet<u32> = numbers.iter().filter(nonzero).map(Decimal::scale).collect();
        let of_scale =
            |scale| (scale, counts(numbers.iter().map(|number| !number.is_zero() && number.scale() == scale)));
        let digit_of = |value: &ItemValue| match value {
            ItemValue::Number { number, last_digit, .. } if !number.is_zero() => Some(*last_digit),
            _ => None,
        };
        let digits: BTreeSet<LastDigit> = values.iter().filter_map(digit_of).collect();
        let of_digit = |digit| (digit, counts(values.iter().map(|value| digit_of(value) == Some(digit))));
        Some(Self {
            scale,
            size,
            places,
            missing: counts(values.iter().map(|value| *value == ItemValue::Missing)),
            later: counts(values.iter().map(|value| *value == ItemValue::Later)),
            approximate: counts(
                values.iter().map(|value| matches!(value, ItemValue::Number { approximate: true, .. })),
            ),
            nonzero: counts(numbers.iter().map(|number| !number.is_zero())),
            by_scale: scales.into_iter().map(of_scale).collect(),
            by_digit: digits.into_iter().map(of_digit).collect(),
            sums,
            equal_from,
            values: numbers,
        })
    }

    /// Adds the values from one place up to another, which is left out, to a total, or takes them from it.
    ///
    /// Numbers keep their decimals when they are added: 1.50 + 2 is 3.50. Only nothing has none: whenever the total on the
    /// way comes to zero, what is added next stands for itself. So the sum has the most decimals of the values behind the
    /// last place where it came to zero, and of the total too if it never did.
    pub fn add(&self, total: Decimal, is_negative: bool, from: usize, to: usize) -> RangeTotal {
        if from >= to {
            return RangeTotal::Sum(RangeSum { total, addends: Addends::default(), approximate: false });
        }
        if between(&self.missing, from, to) > 0 {
            return RangeTotal::Missing;
        }
        let result = || {
            let common = self.scale.max(total.scale());
            let factor = 10_i128.checked_pow(common.checked_sub(self.scale)?)?;
            let start = in_units(total, common)?;
            let reach = start.checked_abs()?.checked_add(self.size.checked_mul(factor)?)?;
            let way = RangeWay { total, is_negative, from, common, factor, start };
            if reach < LARGEST { self.sum_to(&way, to) } else { None }
        };
        match result().filter(|_| between(&self.later, from, to) == 0) {
            Some(total) => RangeTotal::Sum(RangeSum {
                total,
                addends: self.addends(from, to),
                approximate: between(&self.approximate, from, to) > 0,
            }),
            None => RangeTotal::OneByOne,
        }
    }

    fn sum_to(&self, way: &RangeWay, to: usize) -> Option<Decimal> {
        if to == way.from {
            return Some(way.total);
        }
        let change = self.sums.get(to)?.checked_sub(*self.sums.get(way.from)?)?.checked_mul(way.factor)?;
        let sum = if way.is_negative { way.start.checked_sub(change)? } else { way.start.checked_add(change)? };
        let scale = match self.last_zero(way, to) {
            None => way.total.scale().max(self.most_decimals(way.from, to)),
            Some(zero) if zero < to => self.most_decimals(zero, to),
            // Nothing is left, and how it is written is up to the last step.
            Some(_) => {
                let last = *self.values.get(to.checked_sub(1)?)?;
                if last.is_zero() {
                    return Some(last);
                }
                let before = self.sum_to(way, to.checked_sub(1)?)?;
                return if way.is_negative { before.checked_sub(last) } else { before.checked_add(last) };
            }
        };
        let units = sum.checked_div(10_i128.checked_pow(way.common.checked_sub(scale)?)?)?;
        Some(Decimal::from_i128_with_scale(units, scale))
    }

    /// Returns the last place up to one where the total comes to zero.
    fn last_zero(&self, way: &RangeWay, to: usize) -> Option<usize> {
        if way.start.checked_rem(way.factor)? != 0 {
            return None;
        }
        let start = way.start.checked_div(way.factor)?;
        let from = *self.sums.get(way.from)?;
        let zero = if way.is_negative { from.checked_add(start)? } else { from.checked_sub(start)? };
        let places = self.places.get(&zero)?;
        let last = places.partition_point(|place| *place <= to).checked_sub(1)?;
        places.get(last).copied().filter(|place| *place >= way.from)
    }

    fn most_decimals(&self, from: usize, to: usize) -> u32 {
        let mut met = self.by_scale.iter().rev().filter(|(_, counts)| between(counts, from, to) > 0);
        met.next().map_or(0, |(scale, _)| *scale)
    }

    fn addends(&self, from: usize, to: usize) -> Addends {
        let mut addends = Addends::default();
        for (digit, counts) in &self.by_digit {
            addends.join(Addends::alike(between(counts, from, to), None, *digit));
        }
        let equal_from = self.equal_from.get(to).copied().unwrap_or(0);
        let is_equal = addends.count() > 0 && between(&self.nonzero, from, equal_from) == 0;
        addends.each(self.values.get(equal_from).copied().filter(|_| is_equal))
    }
}

/// What came of adding a range.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum RangeTotal {
    /// This.
    Sum(RangeSum),
    /// Nothing: a value is not given.
    Missing,
    /// Only adding one by one tells.
    OneByOne,
}

/// From where a range is added, and to what.
struct RangeWay {
    total: Decimal,
    is_negative: bool,
    from: usize,
    /// How many decimals the total and the sums have in common.
    common: u32,
    /// What a unit of the sums is in units of those.
    factor: i128,
    /// The total in those.
    start: i128,
}

fn in_units(number: Decimal, scale: u32) -> Option<i128> {
    number.mantissa().checked_mul(10_i128.checked_pow(scale.checked_sub(number.scale())?)?)
}

/// Counts what is true of the first values, up to each place.
fn counts(facts: impl Iterator<Item = bool>) -> Vec<usize> {
    let mut count = 0_usize;
    let after = facts.map(|is_true| {
        count = count.saturating_add(usize::from(is_true));
        count
    });
    std::iter::once(0).chain(after.collect::<Vec<_>>()).collect()
}

fn between(counts: &[usize], from: usize, to: usize) -> usize {
    let count = |place: usize| counts.get(place).copied().unwrap_or(0);
    count(to).saturating_sub(count(from))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Few small numbers of several scales, so that sums often come to zero on the way.
    fn number() -> impl Strategy<Value = Decimal> {
        let small = (-3_i64..4, 0_u32..3).prop_map(|(number, scale)| Decimal::new(number, scale));
        let large = (any::<i64>(), 0_u32..8).prop_map(|(number, scale)| Decimal::new(number, scale));
        let huge = (any::<i64>(), 0_u32..20)
            .prop_map(|(number, scale)| Decimal::from_i128_with_scale(i128::from(number) * 900_000_000, scale));
        prop_oneof![12 => small, 2 => large, 1 => huge]
    }

    fn one_by_one(values: &[ItemValue], total: Decimal, is_negative: bool) -> Option<Option<(Decimal, Addends, bool)>> {
        let (mut total, mut addends, mut approximate) = (total, Addends::default(), false);
        for value in values {
            let (number, last_digit, is_approximate) = match value {
                ItemValue::Number { number, last_digit, approximate } => (*number, *last_digit, *approximate),
                ItemValue::Missing => return Some(None),
                ItemValue::Later => return None,
            };
            total = if is_negative { total.checked_sub(number)? } else { total.checked_add(number)? };
            addends.push(number, last_digit);
            approximate |= is_approximate;
        }
        Some(Some((total, addends, approximate)))
    }

    fn written(total: Decimal, addends: &Addends) -> String {
        let normal = |number: Decimal| number.normalize();
        format!(
            "{total} {} {} {:?} {} {} {}",
            total.scale(),
            addends.count(),
            addends.equal().map(normal),
            normal(addends.digits()),
            normal(addends.squares()),
            normal(addends.finest()),
        )
    }

    /// A value as a column has it: mostly written to its own last digit, now and then in another unit.
    fn item((number, is_approximate, is_million): (Decimal, bool, bool)) -> ItemValue {
        let worth = if is_million { Decimal::from(1_000) } else { Decimal::new(1, number.scale()) };
        // Money as it is booked is exact, but for what counts in more.
        let last_digit = LastDigit { worth, is_exact: number.scale() == 2 && !is_million };
        ItemValue::Number { number, last_digit, approximate: is_approximate }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(500))]

        #[test]
        fn a_range_comes_to_what_its_values_do_one_by_one(
            numbers in prop::collection::vec((number(), prop::bool::weighted(0.02), prop::bool::weighted(0.1)), 0..14),
            odd in prop::collection::vec((0_usize..14, any::<bool>()), 0..2),
            total in number(),
            is_negative in any::<bool>(),
        ) {
            let mut values: Vec<ItemValue> = numbers.into_iter().map(item).collect();
            for (place, is_missing) in odd {
                if let Some(value) = values.get_mut(place) {
                    *value = if is_missing { ItemValue::Missing } else { ItemValue::Later };
                }
            }
            let sums = RangeSums::new(&values);
            for total in [Decimal::ZERO, total] {
                for from in 0..=values.len() {
                    for to in from..=values.len() {
                        let expected = one_by_one(&values[from..to], total, is_negative);
                        match sums.as_ref().map_or(RangeTotal::OneByOne, |sums| sums.add(total, is_negative, from, to)) {
                            RangeTotal::OneByOne => {}
                            RangeTotal::Missing => prop_assert!(values[from..to].contains(&ItemValue::Missing)),
                            RangeTotal::Sum(sum) => {
                                let (total, addends, approximate) = expected.flatten().expect("a sum");
                                prop_assert_eq!(written(sum.total, &sum.addends), written(total, &addends));
                                prop_assert_eq!(sum.approximate, approximate);
                            }
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn numbers_as_they_are_met_are_added_at_once() {
        let values: Vec<ItemValue> = (0..5_000)
            .map(|at| item((Decimal::new(at % 7 - 3, u32::try_from(at % 3).expect("small")), false, false)))
            .collect();
        let sums = RangeSums::new(&values).expect("they add up");
        for from in (0..5_000).step_by(97) {
            let sum = sums.add(Decimal::ONE, false, from, 5_000);
            assert!(matches!(sum, RangeTotal::Sum(_)), "from {from}");
        }
    }
}
