//! The readings of one indicator against where it began and where it should get.

use std::cmp::Ordering;

use super::{
    ChartInput, numbers,
    series::{Series, SeriesPoint},
    time, words,
};
use crate::{
    chart::{Axis, Chart, ChartAxes, ChartMark, MarkRole, PlotPoint},
    model::{DatedValue, Indicator, Reading, WantedDirection},
    value::{Date, Figure, Period},
};

/// Draws an indicator as of a report: a curve through its baseline and readings, parted where a reading is
/// missing or the way of counting changed. Answers `None` unless there is a reading and something to hold it
/// against.
#[must_use]
pub fn indicator(scene: &ChartInput, indicator: &Indicator) -> Option<Chart> {
    let history = IndicatorHistory::of(scene, indicator);
    let series = history.series();
    let extra = history.extra_marks();
    if history.readings.is_empty() || series.len() == 0 || series.len().saturating_add(extra.len()) < 2 {
        return None;
    }
    let target = history.target().and_then(|target| numbers::number(&target.value, &indicator.unit));
    let baseline = indicator.baseline.as_ref().and_then(|began| numbers::number(&began.value, &indicator.unit));
    let values: Vec<_> = series.values().chain(target).chain(baseline).collect();
    let mut marks = extra;
    marks.extend(series.marks());
    let told = history.told_since_baseline(history.series());
    let subtitle = scene.subtitle(&indicator.title, &indicator.unit);
    Some(Chart {
        id: chart_id(scene, indicator),
        title: history.title(told.as_ref()),
        description: history.description(told.as_ref()),
        frame: ChartAxes::Plane {
            places: time::ticks_of(scene.locale, history.periods()),
            values: numbers::ticks(scene.locale, &indicator.unit, values.into_iter()),
        },
        key: Vec::new(),
        marks,
        table: series.table(subtitle.clone(), words::column(scene.locale, &indicator.unit)),
        subtitle,
    })
}

/// Returns the prefix of the ids in the drawing of an indicator: by its place in the plan.
pub(super) fn chart_id(scene: &ChartInput, indicator: &Indicator) -> String {
    let mut wholes = scene.plan.indicators.iter().filter(|other| other.series_of.is_none());
    let at = wholes.position(|other| other.id == indicator.id).unwrap_or_default();
    format!("indicator-{}", at.saturating_add(1))
}

/// What is known of an indicator as of a report.
pub(super) struct IndicatorHistory<'a> {
    scene: &'a ChartInput<'a>,
    pub indicator: &'a Indicator,
    pub readings: Vec<&'a Reading>,
    /// The indicator whose baseline and target are those of the one that is drawn: itself, or what it is the leading series of.
    pub aims: &'a Indicator,
    /// What its words call it.
    pub name: String,
}

impl<'a> IndicatorHistory<'a> {
    pub fn of(scene: &'a ChartInput<'a>, indicator: &'a Indicator) -> Self {
        let is_known = |reading: &&Reading| {
            reading.report.is_none_or(|report| report <= scene.report) && numbers::fits(&reading.value, &indicator.unit)
        };
        let readings = indicator.readings.iter().filter(is_known).collect();
        Self { scene, indicator, readings, aims: indicator, name: indicator.title.clone() }
    }

    pub fn target(&self) -> Option<&'a DatedValue> {
        let aims = if self.indicator.target.is_some() { self.indicator } else { self.aims };
        aims.target.as_ref().filter(|target| numbers::fits(&target.value, &self.indicator.unit))
    }

    /// Returns the baseline as it is stated.
    pub fn stated_baseline(&self) -> Option<&'a DatedValue> {
        self.indicator.baseline.as_ref().or(self.aims.baseline.as_ref())
    }

    /// Returns the baseline, unless a reading of the same date says it again.
    fn baseline(&self) -> Option<&'a DatedValue> {
        let baseline = self.stated_baseline();
        let is_again = |date: Option<Period>| self.readings.iter().any(|reading| Some(reading.date) == date);
        baseline.filter(|began| numbers::fits(&began.value, &self.indicator.unit) && !is_again(began.date))
    }

    pub fn series(&self) -> Series<'a> {
        let told = |role, date: Period, figure: &Figure| SeriesPoint {
            role,
            place: Some(time::middle(date)),
            when: self.scene.locale.period(date),
            figure: figure.clone(),
        };
        let baseline = self.baseline().and_then(|began| Some(told(MarkRole::Baseline, began.date?, &began.value)));
        let readings = self.readings.iter().map(|reading| told(MarkRole::Actual, reading.date, &reading.value));
        let mut told: Vec<SeriesPoint> = baseline.into_iter().chain(readings).collect();
        told.sort_by_key(|told| told.place);
        let missing = self.scene.plan.missing_of(self.indicator).map(time::middle);
        let breaks = self.scene.plan.breaks_of(self.indicator).map(|period| time::place(period.first()));
        Series {
            locale: self.scene.locale,
            unit: &self.indicator.unit,
            role: MarkRole::Actual,
            told,
            gaps: missing.chain(breaks).collect(),
        }
    }

    /// Returns the periods that the axis reaches over.
    pub fn periods(&self) -> impl Iterator<Item = Period> + Clone {
        let readings = self.readings.iter().map(|reading| reading.date);
        let stated = [self.baseline(), self.target()].into_iter().flatten().filter_map(|stated| stated.date);
        readings.chain(stated)
    }

    /// Returns the days that the axis reaches over.
    fn days(&self) -> impl Iterator<Item = Date> + Clone {
        self.periods().flat_map(|period| [period.first(), period.last()])
    }

    /// Returns what its words are about: from its baseline on, as the table of indicators has it. Nothing where the way
    /// of counting changed since.
    pub fn told_since_baseline(&self, series: Series<'a>) -> Option<Series<'a>> {
        let Some(began) = self.stated_baseline() else {
            return self.is_comparable(self.readings.first()?.date).then_some(series);
        };
        let Some(date) = began.date else {
            let start = SeriesPoint {
                role: MarkRole::Baseline,
                place: None,
                when: self.scene.locale.say("col-baseline", &[]),
                figure: began.value.clone(),
            };
            let told = std::iter::once(start).chain(series.told).collect();
            return self.breaks_of().next().is_none().then_some(Series { told, ..series });
        };
        let place = time::middle(date);
        let told = series.told.into_iter().filter(|told| told.place.is_some_and(|at| at >= place)).collect();
        self.is_comparable(date).then_some(Series { told, ..series })
    }

    /// Tells whether the way of counting is the same since a period.
    fn is_comparable(&self, since: Period) -> bool {
        let last = self.readings.last().map(|reading| reading.date);
        !self.breaks_of().any(|at| since < at && last.is_some_and(|last| at <= last))
    }

    fn breaks_of(&self) -> impl Iterator<Item = Period> + Clone {
        self.scene.plan.breaks_of(self.indicator)
    }

    /// Returns the target, an undated baseline, and where the way of counting changed.
    pub fn extra_marks(&self) -> Vec<ChartMark> {
        let target = self.target().and_then(|target| self.rule(MarkRole::Target, "chart-indicator-target", target));
        let undated = self.baseline().filter(|began| began.date.is_none());
        let baseline = undated.and_then(|began| self.rule(MarkRole::Baseline, "chart-indicator-baseline", began));
        let marks = target.into_iter().chain(self.target_point()).chain(baseline);
        marks.chain(self.breaks()).collect()
    }

    fn rule(&self, role: MarkRole, key: &str, stated: &DatedValue) -> Option<ChartMark> {
        let at = numbers::number(&stated.value, &self.indicator.unit)?;
        let value = self.scene.locale.figure(&stated.value);
        let label = self.scene.locale.say(key, &[("value", (&value).into())]);
        Some(ChartMark::Rule { role, on: Axis::Values, at, label: Some(label) })
    }

    fn target_point(&self) -> Option<ChartMark> {
        let target = self.target()?;
        let value = numbers::number(&target.value, &self.indicator.unit)?;
        let spot = PlotPoint { place: time::middle(target.date?), value };
        Some(ChartMark::Point { role: MarkRole::Target, spot, label: None })
    }

    /// Returns a line for each change of counting between its first and its last date.
    fn breaks(&self) -> Vec<ChartMark> {
        let (Some(first), Some(last)) = (self.days().min(), self.days().max()) else { return Vec::new() };
        let days = self.breaks_of().map(Period::first);
        let rule = |day| ChartMark::Rule {
            role: MarkRole::Baseline,
            on: Axis::Places,
            at: time::place(day),
            label: Some(self.scene.locale.say("chart-indicator-break", &[])),
        };
        days.filter(|day| first < *day && *day <= last).map(rule).collect()
    }

    pub fn title(&self, series: Option<&Series>) -> String {
        let name = [("name", (&self.name).into())];
        series.and_then(|series| series.change("chart-indicator-title", &name)).unwrap_or_else(|| {
            let value = self.readings.last().map(|reading| self.scene.locale.figure(&reading.value));
            let value = value.unwrap_or_default();
            let args = [("name", (&self.name).into()), ("value", (&value).into())];
            self.scene.locale.say("chart-indicator-title-one", &args)
        })
    }

    pub fn description(&self, series: Option<&Series>) -> String {
        let locale = self.scene.locale;
        let target = self.target().map(|target| locale.figure(&target.value));
        let target = target.map(|value| {
            let args = [("value", (&value).into()), ("state", self.state().into())];
            locale.say("chart-indicator-target-state", &args)
        });
        let breaks = words::counted(locale, "chart-indicator-breaks", self.breaks().len());
        [series.and_then(Series::description), target, breaks].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Says whether the target is reached; an approximate figure says neither.
    fn state(&self) -> &'static str {
        let exact = |figure: &Figure| numbers::number(figure, &self.indicator.unit).filter(|_| figure.approx.is_none());
        let target = self.target().and_then(|target| exact(&target.value));
        let last = self.readings.last().and_then(|reading| exact(&reading.value));
        let (Some(last), Some(target)) = (last, target) else { return "open" };
        match (self.indicator.direction, last.cmp(&target)) {
            (Some(_), Ordering::Equal)
            | (Some(WantedDirection::Down), Ordering::Less)
            | (Some(WantedDirection::Up), Ordering::Greater) => "reached",
            (Some(_), _) => "missed",
            (None, _) => "open",
        }
    }
}
