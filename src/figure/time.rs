//! Days as numbers on an axis, and the months or years that mark it off.

use crate::{
    chart::Tick,
    locale::Locale,
    value::{Date, Decimal, Period},
};

/// The most months of an axis that names months.
const MOST_MONTHS: i32 = 30;

/// How many days the middle of a month lies behind its first.
const HALF_A_MONTH: i32 = 14;

/// The day that counts as 0.
const EPOCH: Date = Date::constant(1970, 1, 1);

/// Returns a day as a place on an axis.
pub(super) fn place(day: Date) -> Decimal {
    days(day).into()
}

/// Returns the middle of a period as a place: where a number that is about all of it stands.
pub(super) fn middle(period: Period) -> Decimal {
    days(period.first()).midpoint(days(period.last())).into()
}

fn days(day: Date) -> i64 {
    day.duration_since(EPOCH).as_hours().div_euclid(24)
}

/// Returns the marks of an axis of days: months, quarters or years, whichever suits its length. The first
/// stands at or before the first day.
pub(super) fn ticks(locale: &Locale, first: Date, last: Date) -> Vec<Tick> {
    let (from, to) = (month_of(first), month_of(last));
    let every: u16 = match to.saturating_sub(from) {
        ..=5 => 1,
        6..=MOST_MONTHS => 3,
        _ => 12,
    };
    let begin = from.saturating_sub(from.rem_euclid(i32::from(every)));
    let label = |day: Date| match every {
        12 => locale.period(Period::Year(day.year())),
        _ => {
            let year = locale.period(Period::Year(day.year()));
            let month = locale.month_short(day.month());
            locale.say("chart-tick-month", &[("month", month.into()), ("year", (&year).into())])
        }
    };
    let days = (begin..=to).step_by(every.into()).filter_map(first_day);
    days.map(|day| Tick { at: place(day), label: label(day) }).collect()
}

/// Returns the marks of an axis on which numbers stand that are about whole periods: each name below the middle of what
/// it names, as the number does. Days among them leave years where they begin, unless a whole year is among them too.
pub(super) fn ticks_of(locale: &Locale, periods: impl Iterator<Item = Period> + Clone) -> Vec<Tick> {
    let days = || periods.clone().flat_map(|period| [period.first(), period.last()]);
    let Some((first, last)) = days().min().zip(days().max()) else { return Vec::new() };
    let is_year = |period: Period| matches!(period, Period::Year(_));
    let named = |period: Period| Tick { at: middle(period), label: locale.period(period) };
    let marked = ticks(locale, first, last);
    let are_years = month_of(last).saturating_sub(month_of(first)) > MOST_MONTHS;
    if periods.clone().all(is_year) || (are_years && periods.clone().any(is_year)) {
        return (first.year()..=last.year()).map(|year| named(Period::Year(year))).collect();
    }
    if !are_years && periods.clone().all(|period| matches!(period, Period::Month(..))) {
        let half = Decimal::from(HALF_A_MONTH);
        return marked.into_iter().map(|tick| Tick { at: tick.at.saturating_add(half), ..tick }).collect();
    }
    marked
}

/// Counts the months from year 0.
fn month_of(day: Date) -> i32 {
    i32::from(day.year()).saturating_mul(12).saturating_add(i32::from(day.month()).saturating_sub(1))
}

fn first_day(month: i32) -> Option<Date> {
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    Date::new(year, i8::try_from(month.rem_euclid(12).saturating_add(1)).ok()?, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::fixtures::{danish, period};

    fn axis(first: &str, last: &str) -> String {
        let ticks = ticks(&danish(), period(first).first(), period(last).last());
        ticks.into_iter().map(|tick| format!("{} {}", tick.at, tick.label)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn days_are_counted() {
        assert_eq!(place(Date::constant(1970, 1, 1)), 0.into());
        assert_eq!(place(Date::constant(1969, 12, 31)), (-1).into());
        assert_eq!(middle(period("2020")), place(Date::constant(2020, 7, 1)));
    }

    #[test]
    fn axes_are_marked_off_by_their_length() {
        assert_eq!(axis("2020-05-04", "2020-06-30"), "18383 maj 2020, 18414 jun. 2020");
        assert_eq!(
            axis("2020-02-01", "2020-12-31"),
            "18262 jan. 2020, 18353 apr. 2020, 18444 jul. 2020, 18536 okt. 2020"
        );
        assert_eq!(axis("2018", "2021"), "17532 2018, 17897 2019, 18262 2020, 18628 2021");
    }

    #[test]
    fn a_name_stands_below_the_middle_of_what_it_names() {
        let axis = |periods: &[&str]| {
            let ticks = ticks_of(&danish(), periods.iter().map(|text| period(text)));
            ticks.into_iter().map(|tick| (tick.at, tick.label)).collect::<Vec<_>>()
        };
        let year = |text: &str| (middle(period(text)), text.to_owned());
        assert_eq!(axis(&["2016", "2017", "2018"]), [year("2016"), year("2017"), year("2018")]);
        assert_eq!(axis(&["2016"]), [year("2016")], "also where the axis is short");
        assert_eq!(axis(&["2016", "2018"]), [year("2016"), year("2017"), year("2018")], "and where a year is missing");
        assert_eq!(axis(&["2016", "2020-06-30"]).first(), Some(&year("2016")), "among days, too");
        let day = |text: &str| place(period(text).first());
        assert_eq!(axis(&["2016-01-31", "2020-06-30"])[0], (day("2016-01-01"), "2016".into()), "days alone");
        let months = axis(&["2020-05", "2020-06"]);
        for ((at, _), month) in months.iter().zip(["2020-05", "2020-06"]) {
            assert!((middle(period(month)) - at).abs() <= 1.into(), "{months:?}");
        }
        assert_eq!(axis(&[]), []);
    }
}
