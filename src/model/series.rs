//! Indicators with series: which belong together, and which of them stands first.

use super::{Indicator, Plan, Reading};
use crate::value::Period;

impl Plan {
    /// Returns the series of an indicator, in the order its author declares them in.
    pub fn series_of<'a>(&'a self, indicator: &'a Indicator) -> impl Iterator<Item = &'a Indicator> + Clone {
        let is_of = move |other: &&Indicator| other.id.is_part_of(&indicator.id);
        self.indicators.iter().filter(is_of)
    }

    /// Returns an indicator and its series, what stands first before the others: the series that its author names, else the
    /// indicator's own readings, else the first series. An indicator without readings of its own is none of them.
    #[must_use]
    pub fn lines_of<'a>(&'a self, indicator: &'a Indicator) -> Vec<&'a Indicator> {
        let own = Some(indicator).filter(|own| !own.readings.is_empty());
        let mut lines: Vec<&Indicator> = own.into_iter().chain(self.series_of(indicator)).collect();
        let named = indicator.headline.as_ref().map(|series| indicator.id.part(series));
        if let Some(at) = lines.iter().position(|line| Some(&line.id) == named.as_ref()) {
            let headline = lines.remove(at);
            lines.insert(0, headline);
        }
        lines
    }

    /// Tells whether a reading was known at a report: it is of that report or of one before, or, where no report gave it, of a
    /// time up to that report. At the latest report all are known: a CSV file may be newer than it.
    #[must_use]
    pub fn knows(&self, reading: &Reading, report: usize) -> bool {
        match reading.report {
            Some(given) => given <= report,
            None => match self.reports.get(report).filter(|_| report.saturating_add(1) < self.reports.len()) {
                Some(report) => reading.date.first() <= report.as_of.last(),
                None => true,
            },
        }
    }

    /// Returns what an indicator is called where nothing stands around it: a series behind its indicator.
    #[must_use]
    pub fn title_of(&self, indicator: &Indicator) -> String {
        match self.whole_of(indicator) {
            Some(whole) => format!("{}: {}", whole.title, indicator.title),
            None => indicator.title.clone(),
        }
    }

    /// Returns the place of the indicator that a record of the plan is about, under the id it has or one it had: the
    /// indicator itself, a series of it, a reading of either.
    #[must_use]
    pub fn indicator_of(&self, kind: &str, id: &str, within: Option<&str>) -> Option<usize> {
        let key = match kind {
            "indicator" => id,
            "reading" => within?,
            _ => return None,
        };
        let whole = key.split_once('/').map_or(key, |(whole, _)| whole);
        let is_called = |indicator: &Indicator| {
            let mut ids = std::iter::once(&indicator.id).chain(&indicator.formerly);
            indicator.series_of.is_none() && ids.any(|known| known.as_str() == whole)
        };
        self.indicators.iter().position(is_called)
    }

    /// Returns the indicator that a series is of.
    #[must_use]
    pub fn whole_of(&self, series: &Indicator) -> Option<&Indicator> {
        self.indicators.get(series.series_of?)
    }

    /// Returns the periods in which an indicator has no reading, those of the one it is a series of included.
    pub fn missing_of<'a>(&'a self, indicator: &'a Indicator) -> impl Iterator<Item = Period> + Clone {
        let whole = self.whole_of(indicator).into_iter().flat_map(|whole| &whole.missing);
        whole.chain(&indicator.missing).map(|(period, _)| *period)
    }

    /// Returns where the way of counting an indicator changed, that of the one it is a series of included.
    pub fn breaks_of<'a>(&'a self, indicator: &'a Indicator) -> impl Iterator<Item = Period> + Clone {
        let whole = self.whole_of(indicator).into_iter().flat_map(|whole| &whole.breaks);
        whole.chain(&indicator.breaks).map(|(period, _)| *period)
    }

    /// Tells whether an indicator was counted in one way from a period, or from its beginning, to another one. A change holds
    /// from the first day of its period on: one of 2020 parts 2019 from 30 June 2020. A period in which it changed was
    /// counted in two ways, and is held against none before or after.
    #[must_use]
    pub fn is_counted_alike(&self, indicator: &Indicator, since: Option<Period>, until: Period) -> bool {
        is_unbroken(self.breaks_of(indicator), since, until)
    }
}

/// Tells whether no change of counting parts a period from an earlier one, or from the beginning, as [`Plan::is_counted_alike`] says.
pub fn is_unbroken(mut breaks: impl Iterator<Item = Period>, since: Option<Period>, until: Period) -> bool {
    let parts = |day| since.is_none_or(|since| since.first() < day) && day <= until.last();
    !breaks.any(|period| parts(period.first()))
}
