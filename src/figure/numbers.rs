//! Figures in the one unit of a chart: compared, added, labelled, and marked off on an axis.

use std::cmp::Ordering;

use crate::{
    chart::{ChartCell, Tick, steps},
    locale::Locale,
    value::{Amount, Decimal, Figure, Unit},
};

/// The most decimals that a change of unit may give a label before it keeps its own unit.
const DECIMALS_AFTER_CHANGE: u32 = 2;

/// About how many steps a value axis has.
const STEPS: u8 = 4;

/// Returns the number of a figure in a unit. Nil has none, nor has what does not convert.
pub(super) fn number(figure: &Figure, unit: &Unit) -> Option<Decimal> {
    figure.amount.as_ref()?.number_in(unit)
}

/// Returns the number that readers are shown of a figure in a unit.
pub(super) fn shown(figure: &Figure, unit: &Unit) -> Option<Decimal> {
    Some(figure.amount.as_ref()?.to(unit)?.shown())
}

/// Tells whether a figure can be shown in a unit: it is nil, or converts.
pub(super) fn fits(figure: &Figure, unit: &Unit) -> bool {
    figure.amount.as_ref().is_none_or(|amount| amount.unit.adds_to(unit))
}

/// Returns a figure as it stands where the unit is known: the number alone, or with its own unit where it
/// does not come out well in the known one.
pub(super) fn cell(locale: &Locale, figure: &Figure, unit: &Unit) -> String {
    match &figure.amount {
        Some(amount) if amount.unit != *unit => match amount.to(unit) {
            Some(amount) if amount.shown().scale() <= DECIMALS_AFTER_CHANGE => {
                locale.cell(&Figure { amount: Some(amount), ..figure.clone() })
            }
            _ => locale.figure(figure),
        },
        _ => locale.cell(figure),
    }
}

/// Returns a figure with its unit: the given one, or its own where it does not come out well in that.
pub(super) fn whole(locale: &Locale, figure: &Figure, unit: &Unit) -> String {
    match figure.amount.as_ref().and_then(|amount| amount.to(unit)) {
        Some(amount) if amount.shown().scale() <= DECIMALS_AFTER_CHANGE => {
            locale.figure(&Figure { amount: Some(amount), ..figure.clone() })
        }
        _ => locale.figure(figure),
    }
}

/// Returns a figure as a sentence has it before another with its unit: "4,5 til 4,2 mio. kr.", "£4.5 million to £4.2 million".
pub(super) fn before_another(locale: &Locale, figure: &Figure, unit: &Unit) -> String {
    if locale.leads(unit) { whole(locale, figure, unit) } else { cell(locale, figure, unit) }
}

/// Returns a cell of the numbers of a chart, empty where nothing is given. A chart has no footnotes.
pub(super) fn chart_cell(locale: &Locale, figure: Option<&Figure>, unit: &Unit) -> ChartCell {
    let of = |figure: &Figure| ChartCell {
        text: cell(locale, figure, unit),
        figure: Some((Figure { mark: None, ..figure.clone() }, unit.clone())),
    };
    figure.map(of).unwrap_or_default()
}

/// Returns a figure without its sign.
pub(super) fn size(mut figure: Figure) -> Figure {
    if let Some(amount) = &mut figure.amount {
        amount.number = amount.number.abs();
    }
    figure
}

/// Returns the unit that all figures have, else the nearest declared one.
pub(super) fn common_unit<'a>(figures: impl Iterator<Item = &'a Figure>, declared: &Unit) -> Unit {
    let mut units = figures.filter_map(|figure| figure.amount.as_ref()).map(|amount| &amount.unit);
    let first = units.next().filter(|unit| unit.adds_to(declared));
    first.filter(|first| units.all(|unit| unit == *first)).unwrap_or(declared).clone()
}

/// Says which way a number went from one value to another.
pub(super) fn turn(from: Decimal, to: Decimal) -> &'static str {
    match to.cmp(&from) {
        Ordering::Less => "fallen",
        Ordering::Equal => "same",
        Ordering::Greater => "risen",
    }
}

/// Returns the marks of an axis that holds all numbers. It begins at zero, unless that would squeeze them
/// into a quarter of it.
pub(super) fn ticks(locale: &Locale, unit: &Unit, numbers: impl Iterator<Item = Decimal> + Clone) -> Vec<Tick> {
    let (Some(low), Some(high)) = (numbers.clone().min(), numbers.max()) else { return Vec::new() };
    let (low, high) = if is_squeezed(low, high) { (low, high) } else { (low.min(0.into()), high.max(0.into())) };
    let mut steps = steps(low, high, STEPS);
    steps.dedup();
    let label = |at: &Decimal| match unit {
        Unit::Percent => locale.amount(&Amount::new(*at, Unit::Percent)),
        _ => locale.number(at),
    };
    steps.into_iter().map(|at| Tick { label: label(&at), at }).collect()
}

fn is_squeezed(low: Decimal, high: Decimal) -> bool {
    let spread = high.checked_sub(low).and_then(|spread| spread.checked_mul(4.into()));
    low != high && spread.is_some_and(|spread| spread < low.abs().max(high.abs()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::fixtures::{danish, figure};

    fn axis(unit: Unit, numbers: &[&str]) -> String {
        let numbers = numbers.iter().map(|number| number.parse().expect("a number"));
        let ticks = ticks(&danish(), &unit, numbers);
        ticks.into_iter().map(|tick| tick.label.replace('\u{a0}', " ")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn axes_begin_at_zero_unless_that_hides_the_change() {
        assert_eq!(axis(Unit::MILLION_KRONER, &["9.1", "5.2"]), "0 5 10");
        assert!(axis(Unit::MILLION_KRONER, &["75", "100"]).starts_with("0 "), "a quarter is to be seen");
        assert!(!axis(Unit::MILLION_KRONER, &["76", "100"]).starts_with("0 "));
        assert_eq!(axis(Unit::Percent, &["64", "82"]), "60 % 65 % 70 % 75 % 80 % 85 %");
        assert_eq!(axis(Unit::MILLION_KRONER, &["-0.5", "4"]), "−2 0 2 4");
        assert_eq!(axis(Unit::Word("familier".into()), &["8", "8"]), "0 2 4 6 8");
        assert_eq!(axis(Unit::MILLION_KRONER, &["0", "0"]), "0");
        assert_eq!(axis(Unit::MILLION_KRONER, &[]), "");
    }

    #[test]
    fn labels_keep_their_unit_where_it_comes_out_badly() {
        let shown = |text| cell(&danish(), &figure(text), &Unit::MILLION_KRONER).replace('\u{a0}', " ");
        assert_eq!(shown("ca. 250.000 kr."), "ca. 0,25");
        assert_eq!(shown("850.002 kr."), "850.002 kr.");
        assert_eq!((shown("-"), shown("0,00")), ("-".into(), "0,00".into()));
    }

    #[test]
    fn sums_stay_nil_and_approximate() {
        let sum = |texts: &[&str]| {
            let figures: Vec<Figure> = texts.iter().map(|text| figure(text)).collect();
            let sum = crate::model::difference::sum_or_nil(figures.iter(), &Unit::MILLION_KRONER);
            sum.map(|sum| cell(&danish(), &sum, &Unit::MILLION_KRONER))
        };
        assert_eq!(sum(&[]), None);
        assert_eq!(sum(&["-", "-"]).as_deref(), Some("-"));
        assert_eq!(sum(&["1,5", "-"]).as_deref(), Some("1,5"));
        assert_eq!(sum(&["1,5", "ca. 2"]).as_deref(), Some("ca.\u{a0}3,5"));
        assert_eq!(sum(&["1,5", "2 %"]), None);
    }

    #[test]
    fn a_unit_is_common_only_where_it_converts() {
        let unit = |texts: &[&str]| {
            let figures: Vec<Figure> = texts.iter().map(|text| figure(text)).collect();
            common_unit(figures.iter(), &Unit::KRONE)
        };
        assert_eq!(unit(&["9,1 mio. kr.", "-"]), Unit::MILLION_KRONER);
        assert_eq!(unit(&["9,1 mio. kr.", "5 kr."]), Unit::KRONE);
        assert_eq!(unit(&["9,1 %"]), Unit::KRONE);
    }
}
