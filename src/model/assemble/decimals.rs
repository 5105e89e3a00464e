//! `decimals`: with how many decimals figures are shown.
//!
//! It stands beside a unit and holds for the figures that count in it: those of the plan for what counts in the plan's unit, and
//! so on inwards. What counts in another unit, by its own words or by a nearer declaration, is shown as it is written.

use std::collections::BTreeSet;

use super::resolve::Resolver;
use crate::{
    diag::Code,
    model::{Indicator, Plan, UncountedReading},
    schema::{Fields, records},
    value::{Amount, Decimal, Figure, MAX_DECIMALS, ShownDecimals, Unit, WrittenAmount, in_groups},
};

const DECIMALS_UNFIT: Code =
    Code::error("decimals-unfit").args(&["most"]).help("`decimals` that is no whole number from 0 to 12");
const AMBIGUOUS_READING: Code = Code::error("ambiguous-reading")
    .args(&["decimals", "thousands", "thousands-cure"])
    .help("a figure of an indicator with exactly three digits behind its sign, where neither `decimals` nor another figure says that these are decimals");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&DECIMALS_UNFIT, &AMBIGUOUS_READING];

impl Resolver<'_> {
    /// Returns with how many decimals a record says that its figures are shown; else those of what is around it, where it
    /// counts in the same unit.
    pub(super) fn decimals_of(
        &mut self,
        (fields, record, field): (&Fields, &str, &str),
        unit: &Unit,
        around: Option<&ShownDecimals>,
    ) -> Option<ShownDecimals> {
        let Some(written) = fields.get(&records::DECIMALS) else {
            return around.filter(|around| around.unit == *unit || around.unit.of_difference() == *unit).cloned();
        };
        let decimals = match written {
            WrittenAmount { number: Some(number), unit: None, approx: None, mark: None } => u32::try_from(*number)
                .ok()
                .filter(|decimals| Decimal::from(*decimals) == *number && *decimals <= MAX_DECIMALS),
            _ => None,
        };
        if decimals.is_none() {
            self.report(&DECIMALS_UNFIT, record, field).add("most", MAX_DECIMALS.to_string());
        }
        decimals.map(|decimals| ShownDecimals { unit: unit.clone(), decimals })
    }
}

/// Says of all figures of an indicator with how many decimals they are shown: those that rounding would make one with what they
/// are held against with all of theirs, for beside `2,4` and `højst 2,4` nobody reads that the target is not met.
pub(super) fn show_indicator(indicator: &mut Indicator) {
    let Some(decimals) = indicator.decimals else { return };
    let decimals = ShownDecimals { unit: indicator.unit.clone(), decimals };
    figures_mut(indicator).for_each(|figure| decimals.show(figure));
    let told_apart = told_apart(indicator);
    for amount in figures_mut(indicator).filter_map(|figure| figure.amount.as_mut()) {
        if amount.unit == decimals.unit && told_apart.contains(&amount.number) {
            amount.shown_decimals = Some(amount.number.scale());
        }
    }
}

/// Returns the readings, and what they are held against (the targets, and where the indicator began), that are shown as one
/// number and are two.
fn told_apart(indicator: &Indicator) -> BTreeSet<Decimal> {
    let exact = |figure: &Figure| figure.amount.clone().filter(|_| figure.approx.is_none());
    let read: Vec<Amount> = indicator.readings.iter().filter_map(|reading| exact(&reading.value)).collect();
    let aims = indicator.targets.iter().flat_map(|target| target.aim.figures()).filter_map(exact);
    let baseline = indicator.baseline.as_ref().and_then(|began| exact(&began.value));
    let began = baseline.or_else(|| read.first().cloned());
    let held: Vec<Amount> = aims.chain(began).collect();
    let mut told_apart = BTreeSet::new();
    for other in &held {
        let is_hidden = |amount: &&Amount| {
            amount.unit == other.unit && amount.number != other.number && amount.shown() == other.shown()
        };
        for amount in read.iter().filter(is_hidden) {
            told_apart.extend([amount.number, other.number]);
        }
    }
    told_apart
}

/// Returns all figures of an indicator.
fn figures_mut(indicator: &mut Indicator) -> impl Iterator<Item = &mut Figure> {
    let baseline = indicator.baseline.iter_mut().map(|began| &mut began.value);
    let targets = indicator.targets.iter_mut().flat_map(|target| target.aim.figures_mut());
    let readings = indicator.readings.iter_mut().flat_map(|reading| {
        let (low, high) = match &mut reading.uncounted {
            Some(UncountedReading::Between(low, high)) => (Some(low), Some(high)),
            _ => (None, None),
        };
        std::iter::once(&mut reading.value).chain(low).chain(high)
    });
    baseline.chain(targets).chain(readings)
}

/// Reports figures of indicators of which nobody can tell whether they have three decimals or are in thousands: `42,032`. They
/// have decimals where the indicator declares `decimals`, and where another of its figures, or of its series, has
/// decimals that are not three, unless they are money: `8,5` beside `1,250` proves nothing of what the latter costs.
pub(super) fn report_ambiguous(plan: &Plan, resolver: &mut Resolver<'_>) {
    let grouping = plan.language.notation().grouping;
    for whole in plan.indicators.iter().filter(|indicator| indicator.series_of.is_none()) {
        let family = || plan.indicators.iter().filter(|other| other.id == whole.id || other.id.is_part_of(&whole.id));
        let figures: Vec<(String, String, &Amount)> = family().flat_map(figures_of).collect();
        let is_declared = family().any(|indicator| indicator.declares_decimals && indicator.decimals != Some(0));
        let is_proved = |amount: &Amount| !amount.unit.is_money() && figures.iter().any(|(.., other)| is_proof(other));
        for (record, field, amount) in &figures {
            // What a CSV file means by its signs is told there.
            if !is_ambiguous(amount) || record.contains(".csv#") || is_declared || is_proved(amount) {
                continue;
            }
            let digits = amount.number.to_string();
            let thousands = digits.replace('.', "");
            let (minus, bare) = thousands.strip_prefix('-').map_or(("", thousands.as_str()), |bare| ("-", bare));
            let cure = format!("\"{minus}{}\"", in_groups(bare, grouping));
            let diagnostic = resolver.report(&AMBIGUOUS_READING, record, field);
            diagnostic.add("decimals", digits.clone()).add("thousands", thousands.clone()).add("thousands-cure", cure);
        }
    }
}

/// Tells whether an amount could be one in thousands: it has three decimals behind one to three digits.
fn is_ambiguous(amount: &Amount) -> bool {
    amount.number.scale() == 3 && (Decimal::ONE..Decimal::ONE_THOUSAND).contains(&amount.number.abs())
}

/// Tells whether an amount has decimals beyond doubt.
fn is_proof(amount: &Amount) -> bool {
    amount.number.scale() > 0 && !is_ambiguous(amount)
}

/// Returns what is written of an indicator, with its record and its field.
fn figures_of(indicator: &Indicator) -> impl Iterator<Item = (String, String, &Amount)> {
    let own = |field: &'static str, figure| (indicator.record.clone(), field.to_owned(), figure);
    let baseline = indicator.baseline.iter().map(move |began| own("baseline.value", &began.value));
    let targets = indicator.targets.iter().flat_map(|target| target.aim.figures());
    let targets =
        targets.map(move |figure| own(if indicator.targets.len() > 1 { "targets" } else { "target" }, figure));
    let readings = indicator.readings.iter().flat_map(|reading| {
        let of = |figure| (reading.record.clone(), records::OWN_VALUE.spec.name.to_owned(), figure);
        match &reading.uncounted {
            Some(UncountedReading::Between(low, high)) => vec![of(low), of(high)],
            _ => vec![of(&reading.value)],
        }
    });
    let figures = baseline.chain(targets).chain(readings);
    figures.filter_map(|(record, field, figure)| Some((record, field, figure.amount.as_ref()?)))
}
