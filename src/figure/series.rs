//! What was told of one thing over time: a curve with a gap wherever nothing is known, the change from its
//! first value to its last in words, and a table.

use super::{numbers, time, words};
use crate::{
    chart::{ChartCell, ChartMark, ChartTable, MarkRole, PlotPoint, Tick},
    locale::{Arg, Locale},
    value::{Date, Decimal, Figure, Period, Unit},
};

/// What was told of one thing over time.
#[derive(Debug)]
pub(super) struct Series<'a> {
    /// The language of its words.
    pub locale: &'a Locale,
    /// What it counts in. All it was told converts to it.
    pub unit: &'a Unit,
    /// What its line stands for.
    pub role: MarkRole,
    /// What was told, the oldest first.
    pub told: Vec<SeriesPoint>,
    /// Places that no line may cross.
    pub gaps: Vec<Decimal>,
}

/// What was told at one time.
#[derive(Debug)]
pub(super) struct SeriesPoint {
    /// The role of its point.
    pub role: MarkRole,
    /// When; `None` where that is not known.
    pub place: Option<Decimal>,
    /// The period it is about, where several may stand in one place.
    pub date: Option<Period>,
    /// When, in words.
    pub when: String,
    /// What was told.
    pub figure: Figure,
}

impl Series<'_> {
    /// Returns its values.
    pub(super) fn values(&self) -> impl Iterator<Item = Decimal> + Clone {
        self.told.iter().filter_map(|told| self.value(told))
    }

    /// Counts the values that have a place.
    pub(super) fn len(&self) -> usize {
        self.told.iter().filter_map(|told| self.spot(told)).count()
    }

    /// Tells whether all its values are the same.
    pub(super) fn is_flat(&self) -> bool {
        let first = self.values().next();
        self.values().all(|value| Some(value) == first)
    }

    /// Returns its lines, then its points.
    pub(super) fn marks(&self) -> Vec<ChartMark> {
        let lines = runs(self.path()).into_iter().map(|spots| ChartMark::Line { role: self.role, spots, label: None });
        let points = self.told.iter().filter_map(|told| {
            Some(ChartMark::Point { role: told.role, spot: self.spot(told)?, label: Some(self.label(told)) })
        });
        lines.chain(points).collect()
    }

    /// Returns its lines and points with a name at the end of the last.
    pub(super) fn named_marks(&self, name: &str) -> Vec<ChartMark> {
        let runs = runs(self.path());
        let last = self.told.iter().rev().find_map(|told| self.spot(told));
        let ends_last = runs.last().is_some_and(|run| run.last() == last.as_ref());
        let count = runs.len();
        let lines = runs.into_iter().enumerate().map(|(at, spots)| {
            let is_last = ends_last && at.saturating_add(1) == count;
            ChartMark::Line { role: self.role, spots, label: is_last.then(|| name.to_owned()) }
        });
        let points = self.told.iter().filter_map(|told| self.spot(told)).map(|spot| {
            let is_alone = !ends_last && Some(spot) == last;
            ChartMark::Point { role: self.role, spot, label: is_alone.then(|| name.to_owned()) }
        });
        lines.chain(points).collect()
    }

    fn value(&self, told: &SeriesPoint) -> Option<Decimal> {
        numbers::number(&told.figure, self.unit)
    }

    pub(super) fn label(&self, told: &SeriesPoint) -> String {
        numbers::cell(self.locale, &told.figure, self.unit)
    }

    /// Returns what was told at one time as a cell of the chart's numbers.
    pub(super) fn cell(&self, told: &SeriesPoint) -> ChartCell {
        numbers::chart_cell(self.locale, Some(&told.figure), self.unit)
    }

    pub(super) fn spot(&self, told: &SeriesPoint) -> Option<PlotPoint> {
        Some(PlotPoint { place: told.place?, value: self.value(told)? })
    }

    /// Returns its spots in order, with nothing where the line parts: at nil, and at each gap.
    fn path(&self) -> Vec<Option<PlotPoint>> {
        let mut path = Vec::with_capacity(self.told.len());
        let mut last: Option<Decimal> = None;
        for told in self.told.iter().filter(|told| told.place.is_some()) {
            let is_gap = |gap: &Decimal| last.is_some_and(|last| last < *gap) && Some(*gap) <= told.place;
            path.extend(self.gaps.iter().any(is_gap).then_some(None));
            path.push(self.spot(told));
            last = told.place;
        }
        path
    }

    /// Returns the first that is not nil and the last, where these are two and the last is not nil either.
    fn ends(&self) -> Option<(&SeriesPoint, &SeriesPoint)> {
        let mut told = self.told.iter().skip_while(|told| told.figure.is_nil());
        let (first, last) = (told.next()?, told.last()?);
        (!last.figure.is_nil()).then_some((first, last))
    }

    /// Says how its first value became its last: `$turn` (`fallen`, `same`, `risen`), `$from` without and
    /// `$to` with its unit. Answers `None` where there are not two values, or the last is nil.
    pub(super) fn change(&self, key: &str, more: &[(&str, Arg)]) -> Option<String> {
        let (first, last) = self.ends()?;
        // What readers are shown as one number has not risen to it.
        let shown = |point: &SeriesPoint| numbers::shown(&point.figure, self.unit);
        let turn = numbers::turn(shown(first)?, shown(last)?);
        let from = numbers::before_another(self.locale, &first.figure, self.unit);
        let to = numbers::whole(self.locale, &last.figure, self.unit);
        let args = [("turn", turn.into()), ("from", (&from).into()), ("to", (&to).into())];
        let args: Vec<(&str, Arg)> = args.into_iter().chain(more.iter().copied()).collect();
        Some(self.locale.say(key, &args))
    }

    /// Tells the first and the last value, how far apart they are, and the highest where that is neither.
    pub(super) fn description(&self) -> Option<String> {
        let (first, last) = self.ends()?;
        let change = last.figure.less(&first.figure, self.unit)?;
        let shown = |figure: &Figure| numbers::whole(self.locale, figure, self.unit);
        let (start, size) = (shown(&first.figure), shown(&numbers::size(change)));
        let args = [("when", (&first.when).into()), ("start", (&start).into())];
        let args = [&args[..], &[("end", (&last.when).into()), ("size", (&size).into())]].concat();
        let mut text = words::capital(&self.change("chart-change", &args)?);
        let top = self.told.iter().max_by_key(|told| self.value(told))?;
        if self.value(top) > self.value(first).max(self.value(last)) {
            let value = shown(&top.figure);
            let args = [("when", (&top.when).into()), ("value", (&value).into())];
            text.push(' ');
            text += &self.locale.say("chart-highest", &args);
        }
        Some(text)
    }

    /// Returns its table: when, and what.
    pub(super) fn table(&self, caption: String, column: String) -> ChartTable {
        ChartTable {
            caption,
            header: vec![self.locale.say("col-date", &[]), column],
            rows: self.told.iter().map(|told| vec![words::capital(&told.when).into(), self.cell(told)]).collect(),
        }
    }
}

/// Returns the marks of an axis of days from the first place to the last.
pub(super) fn time_ticks(locale: &Locale, days: impl Iterator<Item = Date> + Clone) -> Vec<Tick> {
    days.clone().min().zip(days.max()).map(|(first, last)| time::ticks(locale, first, last)).unwrap_or_default()
}

/// Returns the runs of spots without a gap; one spot alone is no run.
pub(super) fn runs(path: impl IntoIterator<Item = Option<PlotPoint>>) -> Vec<Vec<PlotPoint>> {
    let mut runs = vec![Vec::new()];
    for spot in path {
        match (spot, runs.last_mut()) {
            (Some(spot), Some(run)) => run.push(spot),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| run.len() > 1);
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::fixtures::{danish, figure};

    fn told(place: i64, text: &str) -> SeriesPoint {
        SeriesPoint {
            role: MarkRole::Actual,
            place: Some(place.into()),
            date: None,
            when: format!("dag {place}"),
            figure: figure(text),
        }
    }

    #[test]
    fn lines_part_at_gaps_and_at_nil() {
        let told =
            [(0, "5"), (1, "6"), (2, "-"), (3, "7"), (4, "8"), (6, "9"), (7, "9")].map(|(at, text)| told(at, text));
        // A gap parts what is before it from what is at it or behind it.
        let gaps = vec![Decimal::ZERO, 5.into(), 9.into()];
        let series =
            Series { locale: &danish(), unit: &Unit::MILLION_KRONER, role: MarkRole::Actual, told: told.into(), gaps };
        let places = |run: &Vec<PlotPoint>| run.iter().map(|spot| spot.place.to_string()).collect::<Vec<_>>();
        let lines: Vec<Vec<String>> = runs(series.path()).iter().map(places).collect();
        assert_eq!(lines, [["0", "1"], ["3", "4"], ["6", "7"]]);
        assert_eq!(series.marks().len(), 3 + 6);
        assert_eq!(series.len(), 6);
    }

    #[test]
    fn a_change_needs_two_values() {
        let danish = danish();
        let series = |texts: &[&str]| {
            let told = (0..).zip(texts).map(|(at, text)| told(at, text)).collect();
            let series =
                Series { locale: &danish, unit: &Unit::MILLION_KRONER, role: MarkRole::Actual, told, gaps: Vec::new() };
            series.description().map(|text| text.replace('\u{a0}', " "))
        };
        assert_eq!(series(&["-", "5"]), None);
        assert_eq!(series(&["9", "5", "-"]), None, "what is nil now has not become 5");
        assert_eq!(
            series(&["4", "ca. 9", "-", "5"]).as_deref(),
            Some(
                "Fra 4 mio. kr. (dag 0) til 5 mio. kr. (dag 3), 1 mio. kr. højere. Højest var ca. 9 mio. kr. (dag 1)."
            )
        );
    }
}
