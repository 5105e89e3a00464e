//! What a cell of a figure table comes to, of what, and how exactly that is known: sums and quotients.

use super::{
    Difference, DifferenceClass,
    addends::{Addends, LastDigit},
    difference,
};
use crate::value::{Amount, Currency, Decimal, Figure, Rate, Unit};

/// The decimals of a quotient where nothing is stated beside it.
const QUOTIENT_DECIMALS: u32 = 1;

/// The most decimals that a sum of quotients keeps where fewer are written.
const QUOTIENT_SUM_DECIMALS: u32 = 4;

/// Why a cell has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoValue {
    /// It is not given, has no formula, or is computed of what is not given or of a whole that is nothing.
    NotGiven,
    /// It comes to more than can be computed.
    TooLarge,
    /// It is computed of what comes to more than can be computed, which is told there.
    OfTooLarge,
}

/// What a computed cell is worth, and of what.
#[derive(Clone, Debug)]
pub(super) struct Worth {
    pub amount: Amount,
    pub parts: WorthParts,
    /// A part is approximate, so it proves nothing.
    pub approximate: bool,
}

/// What a computed cell was computed of, for telling rounding.
#[derive(Clone, Debug)]
pub(super) enum WorthParts {
    /// A sum, in its unit.
    Sum(Addends),
    /// A quotient, and the least and the most it can be by the rounding of its parts, in its unit. Nothing where the whole
    /// may be zero.
    Quotient(Option<(Decimal, Decimal)>),
}

impl Worth {
    pub fn compare(&self, stated: &Figure) -> Option<Difference> {
        let amount = stated.amount.as_ref()?;
        if self.approximate || stated.approx.is_some() {
            return None;
        }
        match &self.parts {
            WorthParts::Sum(addends) => difference::compare(amount, &self.amount, addends),
            WorthParts::Quotient(range) => {
                let (least, most) = (*range)?;
                let size = amount.minus(&self.shown(Some(stated), 0))?.shown_with(None);
                let number = amount.number_in(&self.amount.unit)?;
                let half = amount.last_digit_in(&self.amount.unit)?.checked_div(Decimal::TWO)?;
                let is_near = least.checked_sub(half)? <= number && number <= most.checked_add(half)?;
                let class = match () {
                    () if size.number.is_zero() => DifferenceClass::Exact,
                    () if is_near => DifferenceClass::Rounding,
                    () => DifferenceClass::Unexplained,
                };
                Some(Difference { size, class, within_reach: false })
            }
        }
    }

    /// Returns the amount without decimals that a division alone gave it: a quotient has those of what is stated, else one;
    /// a sum of quotients has one where it has more than four and more than are `written` in its table.
    pub fn shown(&self, stated: Option<&Figure>, written: u32) -> Amount {
        let strategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
        if matches!(self.parts, WorthParts::Sum(_)) {
            let number = self.amount.number;
            let is_divided = number.scale() > written.max(QUOTIENT_SUM_DECIMALS);
            let number = if is_divided { number.round_dp_with_strategy(QUOTIENT_DECIMALS, strategy) } else { number };
            return Amount::new(number, self.amount.unit.clone());
        }
        let decimals =
            stated.and_then(|stated| stated.amount.as_ref()).map_or(QUOTIENT_DECIMALS, |amount| amount.number.scale());
        let mut number = self.amount.number.round_dp_with_strategy(decimals, strategy);
        number.rescale(decimals);
        Amount::new(number, self.amount.unit.clone())
    }

    /// Returns it without its sign.
    pub fn without_sign(mut self) -> Self {
        if self.amount.number.is_sign_negative() {
            self.amount.number.set_sign_positive(true);
            if let WorthParts::Quotient(Some((least, most))) = &mut self.parts {
                (*least, *most) = (Decimal::ZERO.saturating_sub(*most), Decimal::ZERO.saturating_sub(*least));
            }
        }
        self
    }
}

/// A number that is computed with, in the unit of its column.
#[derive(Clone, Copy, Debug)]
pub(super) struct CellNumber {
    pub number: Decimal,
    pub approximate: bool,
    /// What it is made of.
    pub addends: Addends,
    /// How far the true number may lie from it.
    pub bound: Decimal,
}

impl CellNumber {
    pub fn of(worth: &Worth) -> Self {
        let (addends, bound) = match &worth.parts {
            WorthParts::Sum(addends) => (*addends, half(addends.digits())),
            WorthParts::Quotient(range) => {
                let width = range.map_or(Decimal::ZERO, |(least, most)| most.saturating_sub(least));
                (Addends::alike(1, None, LastDigit::rounded(width)), half(width))
            }
        };
        Self { number: worth.amount.number, approximate: worth.approximate, addends, bound }
    }
}

pub(super) fn half(number: Decimal) -> Decimal {
    number.checked_div(Decimal::TWO).unwrap_or(number)
}

/// Returns how many of a unit an amount is.
pub(super) fn number_in(amount: &Amount, unit: &Unit) -> Result<Decimal, NoValue> {
    let is_other = !amount.unit.adds_to(unit);
    amount.number_in(unit).ok_or(if is_other { NoValue::NotGiven } else { NoValue::TooLarge })
}

impl CellNumber {
    /// Returns it in another unit.
    pub fn converted(self, from: &Unit, to: &Unit) -> Result<Self, NoValue> {
        // Points of per cent are added to per cent: 72 % and 4 points are 76 %.
        if from == to || (from.is_per_cent() && to.is_per_cent()) {
            return Ok(self);
        }
        let number = number_in(&Amount::new(self.number, from.clone()), to)?;
        let factor = number_in(&Amount::new(Decimal::ONE, from.clone()), to)?;
        Ok(Self { number, ..self.times(factor)? })
    }

    /// Returns it as one side of a quotient counts it: money in its unit, what is told in words by how many of them one is. Money beside
    /// words stays as it is: `pr. borger` does not say what it counts, and the `mio.` of `mio. kr. (2025-pl)` is none of its numbers.
    fn counted_in(self, from: &Unit, side: &Unit) -> Result<Self, NoValue> {
        if from.adds_to(side) {
            return self.converted(from, side);
        }
        if from.is_money() || side.is_money() {
            return Ok(self);
        }
        self.times(from.ones().checked_div(side.ones()).ok_or(NoValue::TooLarge)?)
    }

    fn times(self, factor: Decimal) -> Result<Self, NoValue> {
        let times = |number: Decimal| number.checked_mul(factor).ok_or(NoValue::TooLarge);
        let addends = self.addends.scaled(factor);
        Ok(Self { number: times(self.number)?, addends, bound: times(self.bound)?, ..self })
    }
}

/// Divides a number by another, in per cent where the result is. The quotient inherits the bounds of both: it lies between
/// the least and the most that numbers within them come to.
pub(super) fn ratio(unit: &Unit, part: (CellNumber, &Unit), whole: (CellNumber, &Unit)) -> Result<Worth, NoValue> {
    let ((part, part_unit), (whole, whole_unit)) = (part, whole);
    // What is divided must count the same: mio. kr. of 1.000 kr., or kr. pr. familie of mio. kr. and 1.000 familier.
    let crown = part_unit.currency().or(whole_unit.currency()).unwrap_or(Currency::Dkk);
    let (part, whole) = match unit.rate(crown) {
        Some(Rate { of, each }) => (part.counted_in(part_unit, &of)?, whole.counted_in(whole_unit, &each)?),
        None if part_unit.adds_to(whole_unit) => (part.converted(part_unit, whole_unit)?, whole),
        None => {
            let one = Unit::Word("".into());
            let of = if unit.is_per_cent() { &one } else { unit };
            (part.counted_in(part_unit, of)?, whole.counted_in(whole_unit, &one)?)
        }
    };
    if whole.number.is_zero() {
        return Err(NoValue::NotGiven);
    }
    let factor = if unit.is_per_cent() { Decimal::ONE_HUNDRED } else { Decimal::ONE };
    let divide = |part: Decimal, whole: Decimal| part.checked_mul(factor)?.checked_div(whole);
    let quotient = divide(part.number, whole.number).ok_or(NoValue::TooLarge)?;
    let ends = |at: &CellNumber| [at.number.saturating_sub(at.bound), at.number.saturating_add(at.bound)];
    let range = || {
        if whole.number.abs() <= whole.bound {
            return None;
        }
        let corners = ends(&part).into_iter().flat_map(|part| ends(&whole).map(|whole| divide(part, whole)));
        let corners: Vec<Decimal> = corners.collect::<Option<_>>()?;
        Some((corners.iter().copied().min()?, corners.iter().copied().max()?))
    };
    Ok(Worth {
        amount: Amount::new(quotient, unit.clone()),
        parts: WorthParts::Quotient(range()),
        approximate: part.approximate || whole.approximate,
    })
}

/// A sum that is being added up.
#[derive(Default)]
pub(super) struct RunningSum {
    pub total: Decimal,
    pub addends: Addends,
    pub approximate: bool,
    pub is_given: bool,
}

impl RunningSum {
    pub fn add(&mut self, is_negative: bool, part: CellNumber) -> Result<(), NoValue> {
        let (total, number) = (self.total, part.number);
        let total = if is_negative { total.checked_sub(number) } else { total.checked_add(number) };
        self.total = total.ok_or(NoValue::TooLarge)?;
        self.addends.join(if is_negative { part.addends.taken_away() } else { part.addends });
        self.approximate |= part.approximate;
        self.is_given = true;
        Ok(())
    }

    pub fn worth(self, unit: Unit) -> Result<Worth, NoValue> {
        let Self { total, addends, approximate, is_given } = self;
        let worth = Worth { amount: Amount::new(total, unit), parts: WorthParts::Sum(addends), approximate };
        if is_given { Ok(worth) } else { Err(NoValue::NotGiven) }
    }
}
