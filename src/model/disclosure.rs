//! Whether numbers that are withheld can be computed from those that are published.
//!
//! What is published are sums: each leaves an equation between the withheld numbers that stand in it. A number can be computed
//! when all solutions have it the same; a solution knows the equations, and of each number the bounds that its printed sign
//! tells ("under 5" is one to four). That a number cannot be computed is proved by another solution, in whole steps from the
//! true one; where none is found the number counts as known, whether it is or not.
//!
//! All is computed in exact fractions. A number too large for them counts as known too.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::value::Decimal;

/// What is known of a withheld number beside the sums it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KnownBounds {
    /// It is above zero and below this, in size.
    Below(u32),
    /// It is at least this, in size.
    From(u32),
    /// It is zero or at least this, in size.
    ZeroOrFrom(u32),
    /// It is not negative.
    NotNegative,
    /// Nothing is known.
    None,
}

impl KnownBounds {
    /// Tells whether a number may be `other` where it is `own`, as far as is known.
    fn allow(self, own: Decimal, other: Decimal) -> bool {
        // The sign stands in what is published around it as often as not: nobody is taken to be in doubt about it.
        let is_same_sign = own.is_zero() || other.is_zero() || own.is_sign_negative() == other.is_sign_negative();
        match self {
            Self::Below(bound) => is_same_sign && !other.is_zero() && other.abs() < Decimal::from(bound),
            Self::From(bound) => is_same_sign && other.abs() >= Decimal::from(bound),
            Self::ZeroOrFrom(bound) => is_same_sign && (other.is_zero() || other.abs() >= Decimal::from(bound)),
            Self::NotNegative => !other.is_sign_negative() || other.is_zero(),
            Self::None => true,
        }
    }
}

/// A number that is not published.
#[derive(Clone, Copy, Debug)]
pub(super) struct WithheldNumber {
    /// What it is.
    pub value: Decimal,
    /// What is known of it.
    pub bounds: KnownBounds,
    /// Whether it must not be computed; else it is merely not given.
    pub is_protected: bool,
}

/// A published sum: the numbers in it that are withheld, by their places, each with how often it is added.
pub(super) type Equation = Vec<(usize, i64)>;

/// The most numbers that are looked at together; those that no sum joins are looked at apart.
const MOST_NUMBERS: usize = 1_000;
/// The most that solving equations may cost: the square of their number, times that of the numbers in them.
const MOST_WORK: usize = 40_000_000;
/// The most directions that are added up to find one along which all numbers may go.
const MOST_MENDS: usize = 4;
/// How many numbers are looked at, in all directions together, before no more are tried.
const MOST_TRIES: usize = 20_000;

/// Returns the places of the protected numbers of which it is not proved that nobody can compute them. `proved` counts the
/// numbers and the equations from the first on of which that is known already; they are looked at where others join them. Of a small
/// number it is proved where it may be so many `others`.
pub(super) fn known_numbers(
    numbers: &[WithheldNumber],
    equations: &[Equation],
    proved: (usize, usize),
    others: u32,
) -> Vec<usize> {
    let new_numbers = proved.0..numbers.len();
    let mut joined: BTreeSet<usize> = new_numbers.collect();
    joined.extend(equations.iter().skip(proved.1).flatten().map(|(at, _)| *at));
    let mut known = Vec::new();
    for group in groups(numbers.len(), equations).into_iter().filter(|group| group.iter().any(|at| joined.contains(at)))
    {
        let own: Vec<WithheldNumber> = group.iter().filter_map(|at| numbers.get(*at).copied()).collect();
        let place = |at: &usize| group.binary_search(at).ok();
        let is_of_group = |equation: &&Equation| equation.first().is_some_and(|(at, _)| place(at).is_some());
        let within =
            |equation: &Equation| equation.iter().filter_map(|(at, times)| Some((place(at)?, *times))).collect();
        let equations: Vec<Equation> = equations.iter().filter(is_of_group).map(within).collect();
        known.extend(known_together(&own, &equations, others).into_iter().filter_map(|at| group.get(at).copied()));
    }
    known.sort_unstable();
    known
}

/// Returns the numbers that sums join, group by group, each in order.
fn groups(count: usize, equations: &[Equation]) -> Vec<Vec<usize>> {
    let mut joined: Vec<usize> = (0..count).collect();
    let root = |joined: &[usize], mut at: usize| {
        while let Some(next) = joined.get(at).filter(|next| **next != at) {
            at = *next;
        }
        at
    };
    for equation in equations {
        let mut roots = equation.iter().map(|(at, _)| root(&joined, *at)).collect::<Vec<_>>();
        roots.sort_unstable();
        let first = roots.first().copied().unwrap_or_default();
        for other in roots {
            if let Some(place) = joined.get_mut(other) {
                *place = first;
            }
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    (0..count).for_each(|at| groups.entry(root(&joined, at)).or_default().push(at));
    groups.into_values().collect()
}

fn known_together(numbers: &[WithheldNumber], equations: &[Equation], others: u32) -> Vec<usize> {
    let mut unproved = Unproved::new(numbers, others);
    let work = equations.len().saturating_pow(2).saturating_mul(numbers.len());
    if numbers.len() > MOST_NUMBERS || work > MOST_WORK {
        return unproved.places();
    }
    // What is nothing becomes five or more at once, while a small count moves by one: first those move that are something.
    for is_fixed in [
        |number: &WithheldNumber| number.value.is_zero() && number.bounds != KnownBounds::None,
        |_: &WithheldNumber| false,
    ] {
        let fixed: Vec<bool> = numbers.iter().map(is_fixed).collect();
        let Some(directions) = directions(&order(numbers), &fixed, equations) else { return unproved.places() };
        directions.iter().for_each(|direction| unproved.prove(numbers, direction));
        let mut left = MOST_TRIES.checked_div(numbers.len().saturating_add(1)).unwrap_or_default();
        for at in unproved.places() {
            let moves = |direction: &&Vec<i64>| direction.get(at).is_some_and(|step| *step != 0);
            for direction in directions.iter().filter(moves) {
                for times in [1, -1, 2, -2] {
                    // Few mends before many: among many the wrong first one would be followed to its end.
                    for mends in 1..=MOST_MENDS {
                        let is_open = unproved.others.contains_key(&at);
                        let first = is_open.then(|| added(&vec![0; numbers.len()], direction, times)).flatten();
                        let is_new = |direction: &[i64]| {
                            let step = direction.get(at).filter(|step| **step != 0);
                            step.is_some_and(|step| unproved.others.get(&at).is_some_and(|it| !it.contains(step)))
                        };
                        let found =
                            first.and_then(|first| mended((numbers, &is_new), &directions, first, mends, &mut left));
                        found.iter().for_each(|direction| unproved.prove(numbers, direction));
                    }
                }
            }
        }
        if unproved.others.is_empty() {
            return Vec::new();
        }
    }
    unproved.places()
}

/// The numbers of which it is not proved that nobody can compute them, each with the steps to others that it may be.
struct Unproved {
    others: BTreeMap<usize, BTreeSet<i64>>,
    /// How many others a small one must be able to be.
    of_small: u32,
}

impl Unproved {
    fn new(numbers: &[WithheldNumber], of_small: u32) -> Self {
        let protected = numbers.iter().enumerate().filter(|(_, number)| number.is_protected);
        Self { others: protected.map(|(at, _)| (at, BTreeSet::new())).collect(), of_small }
    }

    fn places(&self) -> Vec<usize> {
        self.others.keys().copied().collect()
    }

    /// Notes what the numbers may be along a direction, and strikes off those that may be enough.
    fn prove(&mut self, numbers: &[WithheldNumber], direction: &[i64]) {
        let step = |at: &usize| direction.get(*at).copied().filter(|step| *step != 0);
        if !self.others.keys().any(|at| step(at).is_some()) {
            return;
        }
        for times in open_steps(numbers, direction) {
            for (at, others) in &mut self.others {
                others.extend(step(at).and_then(|step| step.checked_mul(times)));
            }
        }
        self.others.retain(|at, others| {
            let least = match numbers.get(*at).map(|number| number.bounds) {
                Some(KnownBounds::Below(below)) => self.of_small.min(below.saturating_sub(2)),
                _ => 1,
            };
            others.len() < usize::try_from(least).unwrap_or(usize::MAX)
        });
    }
}

/// Numbers that are withheld, and whether a direction through them is one that was not found before.
type DirectionSearch<'a> = (&'a [WithheldNumber], &'a dyn Fn(&[i64]) -> bool);

/// Mends a direction along which some numbers may not go by adding others that move those, until all may go and it is a new one.
fn mended(
    (numbers, is_new): DirectionSearch<'_>,
    directions: &[Vec<i64>],
    direction: Vec<i64>,
    mends: usize,
    left: &mut usize,
) -> Option<Vec<i64>> {
    *left = left.checked_sub(1)?;
    let may_go = |(number, step): (&WithheldNumber, &i64)| {
        let moved = number.value.checked_add(Decimal::from(*step));
        *step == 0 || moved.is_some_and(|moved| number.bounds.allow(number.value, moved))
    };
    let Some(stuck) = numbers.iter().zip(&direction).position(|pair| !may_go(pair)) else {
        return is_new(&direction).then_some(direction);
    };
    let mends = mends.checked_sub(1)?;
    for other in directions.iter().filter(|other| other.get(stuck).is_some_and(|step| *step != 0)) {
        for sign in [1, -1] {
            let next = added(&direction, other, sign)?;
            if let Some(found) = mended((numbers, is_new), directions, next, mends, left) {
                return Some(found);
            }
        }
    }
    None
}

/// Adds one direction to another, or takes it away.
fn added(direction: &[i64], other: &[i64], sign: i64) -> Option<Vec<i64>> {
    direction.iter().zip(other).map(|(a, b)| a.checked_add(b.checked_mul(sign)?)).collect()
}

/// Returns how many steps along a direction, one way or the other, lead to what all numbers may be at once: a few, or as many as
/// lead from zero to what is not small.
fn open_steps(numbers: &[WithheldNumber], direction: &[i64]) -> impl Iterator<Item = i64> {
    let bounds = numbers.iter().filter_map(|number| match number.bounds {
        KnownBounds::From(bound) | KnownBounds::ZeroOrFrom(bound) | KnownBounds::Below(bound) => Some(i64::from(bound)),
        _ => None,
    });
    let far = bounds.max().unwrap_or(1);
    let is_open = move |times: &i64| {
        numbers.iter().zip(direction).filter(|(_, step)| **step != 0).all(|(number, step)| {
            let moved = step.checked_mul(*times).and_then(|moved| number.value.checked_add(Decimal::from(moved)));
            moved.is_some_and(|moved| number.bounds.allow(number.value, moved))
        })
    };
    [1, -1, 2, -2, far, far.saturating_neg()].into_iter().filter(is_open)
}

/// Returns directions in whole steps along which all sums stay what they are, and so do fixed numbers: one for each other number
/// that can be chosen freely. Answers `None` where a fraction becomes too large.
fn directions(order: &[usize], fixed: &[bool], equations: &[Equation]) -> Option<Vec<Vec<i64>>> {
    let count = fixed.len();
    let is_moving = |at: &usize| fixed.get(*at).is_some_and(|is_fixed| !is_fixed);
    let moving = |equation: &Equation| equation.iter().filter(|(at, _)| is_moving(at)).copied().collect();
    let equations: Vec<Equation> = equations.iter().map(moving).collect();
    let reduced = reduced(order, &equations)?;
    let pivots: Vec<usize> = reduced.iter().map(|(pivot, _)| *pivot).collect();
    let mut directions = Vec::new();
    for free in (0..count).filter(|at| is_moving(at) && !pivots.contains(at)) {
        let mut steps = vec![Fraction::ZERO; count];
        *steps.get_mut(free)? = Fraction::ONE;
        for (pivot, row) in &reduced {
            *steps.get_mut(*pivot)? = Fraction::ZERO.minus(*row.get(free)?)?;
        }
        directions.push(whole_steps(&steps)?);
    }
    Some(directions)
}

/// Returns the smallest whole numbers in the proportion of some fractions.
fn whole_steps(steps: &[Fraction]) -> Option<Vec<i64>> {
    let mut common: i128 = 1;
    for step in steps {
        common = common.checked_mul(step.below.checked_div(divisor(common, step.below))?)?;
    }
    let whole = |step: &Fraction| {
        let times = common.checked_div(step.below)?;
        i64::try_from(step.above.checked_mul(times)?).ok()
    };
    steps.iter().map(whole).collect()
}

/// Returns the numbers in the order in which they are computed of the others: those that may be anything first, small ones last,
/// so that a step of one of these moves others that bear it.
fn order(numbers: &[WithheldNumber]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    let looseness = |number: &WithheldNumber| match number.bounds {
        KnownBounds::None => 0,
        KnownBounds::NotNegative => 1,
        KnownBounds::From(_) | KnownBounds::ZeroOrFrom(_) => 2,
        KnownBounds::Below(_) => 3,
    };
    order.sort_by_key(|at| numbers.get(*at).map(|number| (looseness(number), Reverse(number.value.abs()))));
    order
}

/// Solves equations as far as they go: each row has a number that stands in no other, its pivot, the first in an order.
fn reduced(order: &[usize], equations: &[Equation]) -> Option<Vec<(usize, Vec<Fraction>)>> {
    let mut rows: Vec<(usize, Vec<Fraction>)> = Vec::new();
    for equation in equations {
        let mut row = vec![Fraction::ZERO; order.len()];
        for (at, times) in equation {
            let place = row.get_mut(*at)?;
            *place = place.plus(Fraction { above: i128::from(*times), below: 1 })?;
        }
        for (pivot, known) in &rows {
            let times = *row.get(*pivot)?;
            take_away(&mut row, known, times)?;
        }
        let is_there = |at: &&usize| row.get(**at).is_some_and(|number| number.above != 0);
        let Some(pivot) = order.iter().find(is_there).copied() else { continue };
        let first = *row.get(pivot)?;
        for number in &mut row {
            *number = number.over(first)?;
        }
        for (_, known) in &mut rows {
            let times = *known.get(pivot)?;
            take_away(known, &row, times)?;
        }
        rows.push((pivot, row));
    }
    Some(rows)
}

/// Takes a row away from another so many times.
fn take_away(row: &mut [Fraction], other: &[Fraction], times: Fraction) -> Option<()> {
    if times.above == 0 {
        return Some(());
    }
    for (number, other) in row.iter_mut().zip(other).filter(|(_, other)| other.above != 0) {
        *number = number.minus(other.times(times)?)?;
    }
    Some(())
}

/// An exact fraction in lowest terms; what it is over is positive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Fraction {
    above: i128,
    below: i128,
}

impl Fraction {
    const ZERO: Self = Self { above: 0, below: 1 };
    const ONE: Self = Self { above: 1, below: 1 };

    fn new(above: i128, below: i128) -> Option<Self> {
        let shared = divisor(above, below);
        let sign = if below < 0 { -1 } else { 1 };
        let reduce = |number: i128| number.checked_div(shared)?.checked_mul(sign);
        Some(Self { above: reduce(above)?, below: reduce(below)? })
    }

    fn plus(self, other: Self) -> Option<Self> {
        let above = self.above.checked_mul(other.below)?.checked_add(other.above.checked_mul(self.below)?)?;
        Self::new(above, self.below.checked_mul(other.below)?)
    }

    fn minus(self, other: Self) -> Option<Self> {
        self.plus(Self { above: other.above.checked_neg()?, below: other.below })
    }

    fn times(self, other: Self) -> Option<Self> {
        Self::new(self.above.checked_mul(other.above)?, self.below.checked_mul(other.below)?)
    }

    fn over(self, other: Self) -> Option<Self> {
        (other.above != 0).then_some(())?;
        Self::new(self.above.checked_mul(other.below)?, self.below.checked_mul(other.above)?)
    }
}

/// Returns the greatest common divisor, at least one.
fn divisor(first: i128, second: i128) -> i128 {
    let (mut larger, mut smaller) = (first.saturating_abs(), second.saturating_abs());
    while let Some(rest) = larger.checked_rem(smaller) {
        (larger, smaller) = (smaller, rest);
    }
    larger.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(value: i64, bounds: KnownBounds) -> WithheldNumber {
        WithheldNumber { value: value.into(), bounds, is_protected: true }
    }

    /// Which of some small and other numbers are known by equations.
    fn known(small: &[i64], others: &[i64], equations: &[&[(usize, i64)]]) -> Vec<usize> {
        let small = small.iter().map(|value| number(*value, KnownBounds::Below(5)));
        let others = others.iter().map(|value| number(*value, KnownBounds::ZeroOrFrom(5)));
        let equations: Vec<Equation> = equations.iter().map(|equation| equation.to_vec()).collect();
        known_numbers(&small.chain(others).collect::<Vec<_>>(), &equations, (0, 0), 1)
    }

    #[test]
    fn a_number_alone_in_a_sum_is_known() {
        assert_eq!(known(&[3], &[], &[&[(0, 1)]]), [0]);
        assert_eq!(known(&[3], &[], &[&[(0, 2)]]), [0], "also where it is added twice");
        assert_eq!(known(&[3], &[], &[]), Vec::<usize>::new());
        assert_eq!(known(&[3], &[12], &[&[(0, 1), (1, 1)]]), Vec::<usize>::new());
        assert_eq!(known(&[3], &[12], &[&[(0, 1), (1, 1)], &[(0, 1), (1, -1)]]), [0, 1], "the sum and the difference");
        assert_eq!(known(&[3], &[12], &[&[(0, 1), (1, 1)], &[(0, 2), (1, 2)]]), Vec::<usize>::new(), "the same twice");
    }

    #[test]
    fn bounds_give_numbers_away() {
        // Two of one to four that are eight together are four each, and two that are two are one each.
        assert_eq!(known(&[4, 4], &[], &[&[(0, 1), (1, 1)]]), [0, 1]);
        assert_eq!(known(&[1, 1], &[], &[&[(0, 1), (1, 1)]]), [0, 1]);
        assert_eq!(known(&[4, 3], &[], &[&[(0, 1), (1, 1)]]), Vec::<usize>::new());
        assert_eq!(known(&[3, 4], &[], &[&[(0, 1), (1, 1)]]), Vec::<usize>::new());
        // Five and four are nine: another five would not be small, and four is not large. Five and three may be six and two.
        assert_eq!(known(&[4], &[5], &[&[(0, 1), (1, 1)]]), Vec::<usize>::new());
        assert_eq!(known(&[1], &[5], &[&[(0, 1), (1, 1)]]), [0, 1]);
        // One that is nothing may be five or more, if another becomes less.
        assert_eq!(known(&[], &[0, 20], &[&[(0, 1), (1, 1)]]), Vec::<usize>::new());
        assert_eq!(known(&[3], &[0], &[&[(0, 1), (1, 1)]]), [0, 1], "three and nothing");
    }

    #[test]
    fn a_number_at_a_bound_may_be_another_on_its_other_side() {
        for (value, bounds) in [
            (1, KnownBounds::Below(5)),
            (4, KnownBounds::Below(5)),
            (0, KnownBounds::ZeroOrFrom(5)),
            (5, KnownBounds::ZeroOrFrom(5)),
            (0, KnownBounds::NotNegative),
        ] {
            assert_eq!(known_numbers(&[number(value, bounds)], &[], (0, 0), 1), [0; 0], "{value} {bounds:?}");
        }
    }

    #[test]
    fn what_is_not_given_is_not_protected() {
        let mut numbers = [number(3, KnownBounds::Below(5)), number(0, KnownBounds::None)];
        numbers[1].is_protected = false;
        assert_eq!(known_numbers(&numbers, &[vec![(0, 1), (1, 1)]], (0, 0), 1), Vec::<usize>::new());
        numbers[1].bounds = KnownBounds::NotNegative;
        assert_eq!(known_numbers(&numbers, &[vec![(0, 1), (1, 1)]], (0, 0), 1), Vec::<usize>::new(), "two and one");
        assert_eq!(known_numbers(&numbers, &[vec![(0, 1), (1, 1)], vec![(1, 1)]], (0, 0), 1), [0]);
    }

    #[test]
    fn four_cells_of_a_square_are_proved_together() {
        let square: &[&[(usize, i64)]] = &[&[(0, 1), (1, 1)], &[(2, 1), (3, 1)], &[(0, 1), (2, 1)], &[(1, 1), (3, 1)]];
        assert_eq!(known(&[3], &[12, 14, 9], square), Vec::<usize>::new());
        assert_eq!(known(&[3], &[12, 14, 9], &[square, &[&[(3, 1)]]].concat()), [0, 1, 2, 3]);
    }

    #[test]
    fn fractions_are_exact_and_too_many_numbers_are_known() {
        // Three times one and twice another: steps of two and three.
        assert_eq!(directions(&[0, 1], &[false; 2], &[vec![(0, 3), (1, 2)]]), Some(vec![vec![-2, 3]]));
        assert_eq!(known(&[1], &[12], &[&[(0, 3), (1, 2)]]), Vec::<usize>::new());
        assert_eq!(known(&[2], &[6], &[&[(0, 3), (1, 2)]]), [0, 1], "three would be small");
        let many = vec![number(3, KnownBounds::None); MOST_NUMBERS + 1];
        assert_eq!(known_numbers(&many, &[], (0, 0), 1), Vec::<usize>::new(), "each stands alone");
        let all: Equation = (0..many.len()).map(|at| (at, 1)).collect();
        assert_eq!(known_numbers(&many, std::slice::from_ref(&all), (0, 0), 1).len(), many.len());
        assert_eq!(known_numbers(&many[1..], &[all[..MOST_NUMBERS].to_vec()], (0, 0), 1), Vec::<usize>::new());
        // Few numbers, but too many sums of them.
        let sums = |count: usize| -> Vec<Equation> { (0..count).map(|at| vec![(at, 1), (at + 1, 1)]).collect() };
        assert_eq!(known_numbers(&many[..500], &sums(499), (0, 0), 1).len(), 500);
        assert_eq!(known_numbers(&many[..100], &sums(99), (0, 0), 1), Vec::<usize>::new());
        let huge = vec![(0, i64::MAX), (1, 1)];
        let others = vec![(0, 1), (1, i64::MAX)];
        let numbers = vec![number(3, KnownBounds::None); 3];
        assert_eq!(
            known_numbers(&numbers, &[huge, others, vec![(0, i64::MAX), (2, i64::MAX)]], (0, 0), 1).first(),
            Some(&0)
        );
    }

    #[test]
    fn fractions_and_steps_are_in_lowest_terms() {
        let fraction = |above, below| Fraction::new(above, below).expect("small enough");
        assert_eq!(fraction(4, -6), Fraction { above: -2, below: 3 });
        assert_eq!(fraction(0, 7), Fraction::ZERO);
        assert_eq!(whole_steps(&[fraction(1, 2), fraction(-2, 3), fraction(3, 4)]), Some(vec![6, -8, 9]));
        assert_eq!((divisor(12, -18), divisor(0, 0), divisor(7, 0)), (6, 1, 7));
    }

    /// Whether a number may be another, said once more and apart from [`KnownBounds::allow`].
    fn may_be(bounds: KnownBounds, own: i64, other: i64) -> bool {
        let is_turned = own.signum() * other.signum() < 0;
        match bounds {
            KnownBounds::Below(bound) => !is_turned && other != 0 && other.unsigned_abs() < bound.into(),
            KnownBounds::From(bound) => !is_turned && other.unsigned_abs() >= bound.into(),
            KnownBounds::ZeroOrFrom(bound) => !is_turned && (other == 0 || other.unsigned_abs() >= bound.into()),
            KnownBounds::NotNegative => other >= 0,
            KnownBounds::None => true,
        }
    }

    /// Which of some numbers are the same in all solutions: all of them in a range are tried, one number after the other.
    fn the_same_in_all(numbers: &[WithheldNumber], own: &[i64], equations: &[Equation]) -> Vec<usize> {
        let mut seen: Vec<BTreeSet<i64>> = vec![BTreeSet::new(); numbers.len()];
        let mut open: Vec<Vec<i64>> = vec![Vec::new()];
        while let Some(chosen) = open.pop() {
            let sum =
                |equation: &Equation, all: &[i64]| equation.iter().map(|(at, times)| all[*at] * times).sum::<i64>();
            let done = |equation: &&Equation| equation.iter().all(|(at, _)| *at < chosen.len());
            if !equations.iter().filter(done).all(|equation| sum(equation, &chosen) == sum(equation, own)) {
                continue;
            }
            match numbers.get(chosen.len()) {
                None => seen.iter_mut().zip(&chosen).for_each(|(seen, value)| seen.extend([*value])),
                Some(number) => {
                    let allowed = (-24..=24).filter(|value| may_be(number.bounds, own[chosen.len()], *value));
                    open.extend(allowed.map(|value| [chosen.as_slice(), &[value]].concat()));
                }
            }
        }
        (0..numbers.len()).filter(|at| seen[*at].len() == 1).collect()
    }

    /// Four numbers and two or three sums of them, each time others: whatever all solutions have the same is known, and few others
    /// are taken to be.
    #[test]
    fn what_all_solutions_have_the_same_is_known() {
        let mut state = 7_u64;
        let mut any = |below: i64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(state >> 40).expect("24 bits") % below
        };
        let (mut known, mut more) = (0, 0);
        for _ in 0..300 {
            let mut own = Vec::new();
            let mut numbers = Vec::new();
            for at in 0..4 {
                let (value, bounds) = match [0, any(2), 1 + any(2), any(4)][at] {
                    0 => (any(4) + 1, KnownBounds::Below(5)),
                    1 => (any(8), KnownBounds::NotNegative),
                    2 => ([0, 5, 6][usize::try_from(any(3)).expect("small")], KnownBounds::ZeroOrFrom(5)),
                    _ => (any(7) - 3, KnownBounds::None),
                };
                let sign = if bounds != KnownBounds::NotNegative && any(6) == 0 { -1 } else { 1 };
                own.push(value * sign);
                numbers.push(number(value * sign, bounds));
            }
            let mut equation = || {
                let terms = (0..4).map(|at| (at, [0, 1, 1, -1, 0, 1][usize::try_from(any(6)).expect("small")]));
                terms.filter(|(_, times)| *times != 0).collect::<Equation>()
            };
            let equations: Vec<Equation> = (0..3).map(|_| equation()).filter(|equation| equation.len() > 1).collect();
            let found = known_numbers(&numbers, &equations, (0, 0), 1);
            let same = the_same_in_all(&numbers, &own, &equations);
            assert!(same.iter().all(|at| found.contains(at)), "{numbers:?} {equations:?}: {found:?}, not {same:?}");
            known += same.len();
            more += found.len() - same.len();
        }
        assert!(known > 100, "{known}");
        assert!(more <= 5, "{more} of {known} more than need be");
    }
}
