//! How often an indicator is read, and by when a reading is due.

use jiff::ToSpan;

use crate::value::{Date, Period};

/// How often an indicator is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frequency {
    /// Every month.
    Month,
    /// Every quarter.
    Quarter,
    /// Every third of a year.
    Tertial,
    /// Every half year.
    HalfYear,
    /// Every year.
    Year,
}

impl Frequency {
    /// Every frequency with the word it has in content files.
    pub const ALL: [(&'static str, Self); 5] = [
        ("month", Self::Month),
        ("quarter", Self::Quarter),
        ("tertial", Self::Tertial),
        ("half-year", Self::HalfYear),
        ("year", Self::Year),
    ];

    /// Returns the word it has in content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, frequency)| *frequency == self).map_or("", |(word, _)| word)
    }

    fn months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Tertial => 4,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// Returns the day by which the reading after one is due: the end of the period after it, and as long again to count.
    pub(super) fn due_after(self, read: Period) -> Date {
        let last = read.last();
        let due = last.saturating_add(self.months().saturating_mul(2).months());
        // Half a year after 30 June is 31 December.
        if last == last.last_of_month() { due.last_of_month() } else { due }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_due_one_period_after_its_own_has_ended() {
        for (frequency, read, due) in [
            (Frequency::Year, "2023", "2025-12-31"),
            (Frequency::HalfYear, "2020-06-30", "2021-06-30"),
            (Frequency::Quarter, "2020-Q2", "2020-12-31"),
            (Frequency::Tertial, "2020-T1", "2020-12-31"),
            (Frequency::Month, "2020-02", "2020-04-30"),
            (Frequency::Month, "2020-02-10", "2020-04-10"),
        ] {
            let read = Period::parse(read).expect("a period");
            assert_eq!(frequency.due_after(read).to_string(), due, "{frequency:?} after {}", read.iso());
        }
    }
}
