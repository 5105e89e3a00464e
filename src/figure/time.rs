//! Days as numbers on an axis, and the months or years that mark it off.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    chart::Tick,
    locale::Locale,
    value::{Date, Decimal, Period, Year},
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
        12 => locale.period(Period::calendar_year(day.year())),
        _ => {
            let year = locale.period(Period::calendar_year(day.year()));
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
    let named = |period: Period| Tick { at: middle(period), label: locale.period(period) };
    let marked = || ticks(locale, first, last);
    let are_many_months = month_of(last).saturating_sub(month_of(first)) > MOST_MONTHS;
    let steps: BTreeSet<AxisStep> = periods.clone().map(AxisStep::of).collect();
    let all_of = |step: AxisStep| {
        let own: BTreeSet<Period> = periods.clone().filter(|period| AxisStep::of(*period) == step).collect();
        step.between(&own)
    };
    let alone = steps.first().copied().filter(|_| steps.len() == 1);
    match alone {
        Some(AxisStep::Month) if !are_many_months => {
            let half = Decimal::from(HALF_A_MONTH);
            marked().into_iter().map(|tick| Tick { at: tick.at.saturating_add(half), ..tick }).collect()
        }
        Some(AxisStep::Month | AxisStep::Other) => marked(),
        Some(AxisStep::Year(_) | AxisStep::Years) => {
            alone.map(all_of).unwrap_or_default().into_iter().map(named).collect()
        }
        Some(step) => {
            let parts = all_of(step);
            match (parts.len() <= MOST_PARTS, step) {
                (true, _) => parts.into_iter().map(named).collect(),
                (false, AxisStep::Part(month, _)) => years(month, first, last).map(Period::Year).map(named).collect(),
                (false, _) => marked(),
            }
        }
        // Years are named among other periods where the axis is long: those that begin as most of them do.
        None => match most_years(periods.clone()).filter(|_| are_many_months) {
            Some(month) => years(month, first, last).map(Period::Year).map(named).collect(),
            None => marked(),
        },
    }
}

/// The most parts of a year that are named, one by one.
const MOST_PARTS: usize = 16;

/// What the numbers on an axis are about, one like the other.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum AxisStep {
    Week,
    Month,
    /// A part of a year that begins in some month: how many months it has.
    Part(i8, i8),
    /// A year that begins in some month.
    Year(i8),
    /// Several years, which may lie over each other.
    Years,
    Other,
}

impl AxisStep {
    fn of(period: Period) -> Self {
        match period {
            Period::Week(..) => Self::Week,
            Period::Month(..) => Self::Month,
            Period::Quarter(year, _) => Self::Part(year.begins(), 3),
            Period::Tertial(year, _) => Self::Part(year.begins(), 4),
            Period::Half(year, _) => Self::Part(year.begins(), 6),
            Period::Year(year) => Self::Year(year.begins()),
            Period::Years(..) => Self::Years,
            Period::Day(_) | Period::Season(..) | Period::OfYear(..) | Period::OfMonth(..) => Self::Other,
        }
    }

    /// Returns the periods of this kind from the first to the last of some; of weeks and of several years those alone.
    fn between(self, own: &BTreeSet<Period>) -> Vec<Period> {
        let (Some(first), Some(last)) = (own.first().copied(), own.last().copied()) else { return Vec::new() };
        match self {
            Self::Part(..) | Self::Year(_) => std::iter::successors(Some(first), |period| next(*period))
                .take_while(|period| *period <= last)
                .collect(),
            _ => own.iter().copied().collect(),
        }
    }
}

/// Returns the period of the same kind that follows a year or a part of one.
fn next(period: Period) -> Option<Period> {
    let part = |year: Year, part: i8, count: i8| match part < count {
        true => (year, part.saturating_add(1)),
        false => (year.next(), 1),
    };
    match period {
        Period::Year(year) => Some(Period::Year(year.next())),
        Period::Quarter(year, quarter) => Some(part(year, quarter, 4)).map(|(year, part)| Period::Quarter(year, part)),
        Period::Tertial(year, tertial) => Some(part(year, tertial, 3)).map(|(year, part)| Period::Tertial(year, part)),
        Period::Half(year, half) => Some(part(year, half, 2)).map(|(year, part)| Period::Half(year, part)),
        _ => None,
    }
}

/// Returns the month in which most of the years among some periods begin; January where as many do.
fn most_years(periods: impl Iterator<Item = Period>) -> Option<i8> {
    let mut counts: BTreeMap<i8, usize> = BTreeMap::new();
    for period in periods {
        if let AxisStep::Year(month) = AxisStep::of(period) {
            let count = counts.entry(month).or_default();
            *count = count.saturating_add(1);
        }
    }
    counts.into_iter().max_by_key(|(month, count)| (*count, Reverse(*month))).map(|(month, _)| month)
}

/// Returns the years that begin in a month, from that of one day to that of another.
fn years(month: i8, first: Date, last: Date) -> impl Iterator<Item = Year> {
    let (first, last) = (Year::around(first, month), Year::around(last, month));
    std::iter::successors(Some(first), |year| Some(year.next())).take_while(move |year| *year <= last)
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
        // Of many months those are marked that begin something; the marks stand at their first day.
        let of = |first: &str, last: &str| {
            (ticks(&danish(), period(first).first(), period(last).last()), axis(&[first, last]))
        };
        for (last, is_marked) in [("2022-07", false), ("2022-08", true)] {
            let (marks, named) = of("2020-01", last);
            let marks: Vec<_> = marks.into_iter().map(|tick| (tick.at, tick.label)).collect();
            assert_eq!(marks == named, is_marked, "{last}: {named:?}");
        }
        assert_eq!(axis(&[]), []);
    }

    #[test]
    fn parts_of_years_and_years_of_other_months_stand_above_their_names() {
        let read = |text: &str| Period::read(text, Some(4)).expect("a period");
        let axis = |periods: &[&str]| {
            let ticks = ticks_of(&danish(), periods.iter().map(|text| read(text)));
            ticks.into_iter().map(|tick| (tick.at, tick.label)).collect::<Vec<_>>()
        };
        let name = |text: &str| (middle(read(text)), danish().period(read(text)));
        for periods in [
            &["2024-Q3", "2024-Q4", "2025-Q1"][..],
            &["2024-H2", "2025-H1"],
            &["2025-T1", "2025-T2", "2025-T3"],
            &["2024/25-Q3", "2024/25-Q4", "2025/26-Q1"],
            &["2023/24", "2024/25"],
            &["2017-2019", "2018 til 2020", "2019-2021"],
            &["2025-W14", "2025-W16"],
        ] {
            assert_eq!(axis(periods), periods.iter().map(|text| name(text)).collect::<Vec<_>>(), "{periods:?}");
        }
        assert_eq!(axis(&["2024-Q4", "2025-Q2"]), ["2024-Q4", "2025-Q1", "2025-Q2"].map(name), "one that is missing");
        let long = ["2019/20-Q1", "2024/25-Q4"];
        assert_eq!(axis(&long)[0], name("2019/20"), "years name what has too many quarters");
        assert_eq!(axis(&long).len(), 6);
        let mixed = axis(&["2019", "2021/22", "2022/23", "2024-06-30"]);
        assert_eq!(mixed[1], name("2019/20"), "years are named as most of them begin");
        assert!(axis(&["2024-Q4", "2025-06-30"])[0].1.starts_with("okt."), "among days months are named");
    }
}
