//! The readings of one indicator against where it began and where it should get.

use std::cmp::Reverse;

use super::{
    ChartInput, numbers,
    series::{Series, SeriesPoint},
    time, words,
};
use crate::{
    chart::{Axis, Chart, ChartAxes, ChartCell, ChartKeyEntry, ChartMark, ChartTable, KeySample, MarkRole, PlotPoint},
    locale::Locale,
    model::{Aim, DatedValue, Indicator, Reading, Suppression, Target, TargetLine, UncountedReading, is_later},
    value::{Date, Decimal, Figure, Period},
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
    let target: Vec<Decimal> = history.aimed().collect();
    // Of two that are the same, with nothing to hold them against, there is nothing to be seen.
    if target.is_empty() && series.len() == 2 && series.is_flat() {
        return None;
    }
    let baseline = indicator.baseline.as_ref().and_then(|began| numbers::number(&began.value, &indicator.unit));
    let values: Vec<_> = series.values().chain(target).chain(baseline).collect();
    let mut marks = extra;
    let line = history.target_line();
    let key = line.iter().map(|_| ChartKeyEntry {
        sample: KeySample::Line,
        role: MarkRole::Planned,
        label: scene.locale.say("chart-indicator-line", &[]),
    });
    let key = key.collect();
    marks.extend(line);
    marks.extend(series.marks());
    let told = history.told_since_baseline();
    let subtitle = scene.subtitle_with(&indicator.title, &indicator.unit, indicator.most_shown_decimals());
    Some(Chart {
        id: chart_id(scene, indicator),
        title: history.title(told.as_ref()),
        description: history.description(told.as_ref()),
        frame: ChartAxes::Plane {
            places: time::ticks_of(scene.locale, history.periods()),
            values: numbers::ticks(scene.locale, &indicator.unit, values.into_iter()),
        },
        key,
        marks,
        table: history.table(&series, subtitle.clone()),
        subtitle,
    })
}

/// Returns the prefix of the ids in the drawing of an indicator: by its place in the plan.
pub(super) fn chart_id(scene: &ChartInput, indicator: &Indicator) -> String {
    let mut wholes = scene.plan.indicators.iter().filter(|other| other.series_of.is_none());
    let at = wholes.position(|other| other.id == indicator.id).unwrap_or_default();
    format!("indicator-{}", at.saturating_add(1))
}

/// How periods stand on an axis of time, so that values stand in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PeriodPlaces {
    /// Each in its middle.
    Middles,
    /// Each at its last day, because one lies within another: the year would stand before its last quarter.
    Ends,
}

impl PeriodPlaces {
    /// Returns how some periods stand.
    pub fn of(periods: impl Iterator<Item = Period>) -> Self {
        let mut spans: Vec<(Date, Reverse<Date>)> =
            periods.map(|period| (period.first(), Reverse(period.last()))).collect();
        spans.sort_unstable();
        spans.dedup();
        let mut reached: Option<Date> = None;
        for (_, Reverse(last)) in spans {
            if reached.is_some_and(|reached| last <= reached) {
                return Self::Ends;
            }
            reached = Some(last);
        }
        Self::Middles
    }

    pub fn place(self, period: Period) -> Decimal {
        match self {
            Self::Middles => time::middle(period),
            Self::Ends => time::place(period.last()),
        }
    }
}

/// What is known of an indicator as of a report.
pub(super) struct IndicatorHistory<'a> {
    scene: &'a ChartInput<'a>,
    pub indicator: &'a Indicator,
    pub readings: Vec<&'a Reading>,
    /// What was read last, also where that is no number that can be drawn.
    last: Option<&'a Reading>,
    /// The indicator whose targets are drawn: itself, or what it is the leading series of.
    pub aims: &'a Indicator,
    /// Its baseline and targets are those of what is drawn: somebody said so. Nobody did of a series that merely stands first, and it
    /// is held against neither.
    pub is_held_against: bool,
    /// What its words call it.
    pub name: String,
    /// How periods stand on the axis of time.
    pub places: PeriodPlaces,
}

impl<'a> IndicatorHistory<'a> {
    pub fn of(scene: &'a ChartInput<'a>, indicator: &'a Indicator) -> Self {
        let mut told = indicator.readings.iter().filter(|reading| scene.plan.knows(reading, scene.report));
        let readings = told.clone().filter(|reading| is_drawn(reading, indicator)).collect();
        let (last, name) = (told.next_back(), indicator.title.clone());
        let mut history = Self {
            scene,
            indicator,
            readings,
            last,
            aims: indicator,
            is_held_against: true,
            name,
            places: PeriodPlaces::Middles,
        };
        history.places = PeriodPlaces::of(history.told_periods());
        history
    }

    /// Returns the periods of its values.
    pub fn told_periods(&self) -> impl Iterator<Item = Period> {
        let readings = self.readings.iter().map(|reading| reading.date);
        readings.chain(self.baseline().and_then(|began| began.date))
    }

    /// Returns where it began: its own baseline or that of its aims, also where that is withheld.
    fn began(&self) -> Option<Period> {
        let has_begun = |of: &&Indicator| of.baseline.is_some() || of.withheld_baseline.is_some();
        self.held_against().find(has_begun).and_then(Indicator::began)
    }

    /// Returns the indicators whose baseline may be that of what is drawn: itself, and where somebody said so that of its aims.
    fn held_against(&self) -> impl Iterator<Item = &'a Indicator> {
        [Some(self.indicator), self.is_held_against.then_some(self.aims)].into_iter().flatten()
    }

    /// Returns what was read last, unless it began later.
    fn newest_reading(&self) -> Option<&'a Reading> {
        let is_since = |reading: &&Reading| self.began().is_none_or(|began| is_later(reading.date, began));
        self.last.filter(is_since)
    }

    /// Says what is known of it last, where that is no number that is drawn: nothing was read since it began, or it is withheld, a
    /// range, words. Older readings do not tell where it stands.
    fn newest_words(&self) -> Option<String> {
        let locale = self.scene.locale;
        let words = match self.newest_reading() {
            Some(reading) if is_drawn(reading, self.indicator) => None,
            Some(reading) => Some(reading_words(locale, reading)),
            None => {
                let withheld = self.held_against().find_map(|of| of.withheld_baseline);
                let stated = self.stated_baseline().map(|began| locale.figure(&began.value));
                stated.or(withheld.map(|(_, why)| withheld_words(locale, why)))
            }
        };
        words.filter(|words| !words.is_empty())
    }

    pub fn target(&self) -> Option<&'a Target> {
        let date = self.newest_reading().map(|reading| reading.date).or(self.began());
        let of = if self.indicator.targets.is_empty() { self.aims } else { self.indicator };
        Target::at(&of.targets, date).filter(|target| self.fits(target))
    }

    /// Returns all targets that can be drawn.
    pub fn targets(&self) -> impl Iterator<Item = &'a Target> + Clone {
        let of = if self.indicator.targets.is_empty() { self.aims } else { self.indicator };
        let unit = &self.indicator.unit;
        of.targets.iter().filter(move |target| target.aim.figures().all(|figure| numbers::fits(figure, unit)))
    }

    fn fits(&self, target: &Target) -> bool {
        target.aim.figures().all(|figure| numbers::fits(figure, &self.indicator.unit))
    }

    /// Returns the numbers of all targets.
    pub fn aimed(&self) -> impl Iterator<Item = Decimal> {
        self.targets().flat_map(|target| target.aim.figures()).filter_map(|figure| self.number(figure))
    }

    fn number(&self, figure: &Figure) -> Option<Decimal> {
        numbers::number(figure, &self.indicator.unit)
    }

    /// Returns the baseline as it is stated.
    pub fn stated_baseline(&self) -> Option<&'a DatedValue> {
        // One of its own that is withheld is not that of another.
        let may_be = self.is_held_against && self.indicator.withheld_baseline.is_none();
        let other = self.aims.baseline.as_ref().filter(|_| may_be);
        self.indicator.baseline.as_ref().or(other)
    }

    /// Returns the baseline, unless a reading of the same date says it again.
    fn baseline(&self) -> Option<&'a DatedValue> {
        let baseline = self.stated_baseline();
        let is_again = |date: Option<Period>| self.readings.iter().any(|reading| Some(reading.date) == date);
        baseline.filter(|began| numbers::fits(&began.value, &self.indicator.unit) && !is_again(began.date))
    }

    /// Returns what was told: the readings in their order, with the baseline before the first that is later.
    pub fn series(&self) -> Series<'a> {
        let mut dated: Vec<(MarkRole, Period, &Figure)> =
            self.readings.iter().map(|reading| (MarkRole::Actual, reading.date, &reading.value)).collect();
        if let Some(began) = self.baseline()
            && let Some(date) = began.date
        {
            dated.insert(self.count_before_baseline(), (MarkRole::Baseline, date, &began.value));
        }
        let pairs = dated.iter().zip(dated.iter().skip(1));
        let is_counted_alike = |since, until| self.scene.plan.is_counted_alike(self.indicator, Some(since), until);
        let parted = pairs.filter(|((_, since, _), (_, until, _))| !is_counted_alike(*since, *until));
        let breaks: Vec<Decimal> = parted.map(|(_, (role, until, _))| self.place(*role, *until)).collect();
        let told = dated.into_iter().map(|(role, date, figure)| SeriesPoint {
            role,
            place: Some(self.place(role, date)),
            date: Some(date),
            when: self.scene.locale.period(date),
            figure: figure.clone(),
        });
        let told = told.collect();
        let uncounted = self.indicator.readings.iter().filter(|reading| reading.uncounted.is_some());
        let uncounted = uncounted.map(|reading| reading.date);
        let missing = self.scene.plan.missing_of(self.indicator).chain(uncounted);
        let missing = missing.map(|period| self.places.place(period));
        Series {
            locale: self.scene.locale,
            unit: &self.indicator.unit,
            role: MarkRole::Actual,
            told,
            gaps: missing.chain(breaks).collect(),
        }
    }

    /// Returns what is told at some time and not shown, with the words that stand in its place.
    pub fn withheld(&self) -> Vec<(Period, String)> {
        let readings =
            self.indicator.readings.iter().filter(|reading| self.scene.plan.knows(reading, self.scene.report));
        let readings = readings.filter_map(|reading| match reading.uncounted {
            Some(UncountedReading::Withheld(why)) => Some((reading.date, why)),
            _ => None,
        });
        let began = self.indicator.withheld_baseline.and_then(|(date, why)| Some((date?, why)));
        let all = began.into_iter().chain(readings);
        all.map(|(date, why)| (date, withheld_words(self.scene.locale, why))).collect()
    }

    /// Returns the numbers of the chart: what was told, and in its place what is withheld, so that nobody takes it for missing.
    fn table(&self, series: &Series, caption: String) -> ChartTable {
        let mut table = series.table(caption, words::column(self.scene.locale, &self.indicator.unit));
        let mut places: Vec<Option<Decimal>> = series.told.iter().map(|told| told.place).collect();
        for (date, words) in self.withheld() {
            let place = Some(self.places.place(date));
            let at = places.partition_point(|before| *before <= place);
            let when = words::capital(&self.scene.locale.period(date));
            table.rows.insert(at, vec![when.into(), ChartCell { text: words, figure: None }]);
            places.insert(at, place);
        }
        table
    }

    /// Counts the readings that are older than the baseline.
    fn count_before_baseline(&self) -> usize {
        let Some(began) = self.began() else { return 0 };
        let is_older = |reading: &&&Reading| began != reading.date && !is_later(reading.date, began);
        self.readings.iter().take_while(is_older).count()
    }

    /// Returns where a value stands on the axis of time: a baseline before the readings that lie within its period.
    fn place(&self, role: MarkRole, period: Period) -> Decimal {
        let is_around = || self.readings.iter().any(|reading| reading.date.lies_within(period));
        match role {
            MarkRole::Baseline if is_around() => time::place(period.first()),
            _ => self.places.place(period),
        }
    }

    /// Returns the periods that the axis reaches over.
    pub fn periods(&self) -> impl Iterator<Item = Period> + Clone {
        let readings = self.readings.iter().map(|reading| reading.date);
        let began = self.baseline().and_then(|began| began.date);
        readings.chain(began).chain(
            self.targets().filter(|target| target.aim.figures().next().is_some()).filter_map(|target| target.date),
        )
    }

    /// Returns the days that the axis reaches over.
    fn days(&self) -> impl Iterator<Item = Date> + Clone {
        self.periods().flat_map(|period| [period.first(), period.last()])
    }

    /// Returns what its words are about: from its baseline on, as the table of indicators has it. Nothing where the way
    /// of counting changed since.
    pub fn told_since_baseline(&self) -> Option<Series<'a>> {
        let last = self.readings.last()?.date;
        let began = self.stated_baseline();
        let since = match began {
            Some(began) => began.date,
            None => self.began().or(self.readings.first().map(|first| first.date)),
        };
        if !self.scene.plan.is_counted_alike(self.indicator, since, last) {
            return None;
        }
        let mut series = self.series();
        series.told.drain(..self.count_before_baseline());
        if let Some(began) = began.filter(|began| began.date.is_none()) {
            let start = SeriesPoint {
                role: MarkRole::Baseline,
                place: None,
                date: None,
                when: self.scene.locale.say("col-baseline", &[]),
                figure: began.value.clone(),
            };
            series.told.insert(0, start);
        }
        Some(series)
    }

    fn breaks_of(&self) -> impl Iterator<Item = Period> + Clone {
        self.scene.plan.breaks_of(self.indicator)
    }

    /// Returns the target, an undated baseline, and where the way of counting changed.
    pub fn extra_marks(&self) -> Vec<ChartMark> {
        let target = if self.has_steps() { self.steps() } else { self.one_target() };
        let undated = self.baseline().filter(|began| began.date.is_none());
        let baseline = undated.and_then(|began| self.rule(MarkRole::Baseline, "chart-indicator-baseline", began));
        let marks = target.into_iter().chain(baseline);
        marks.chain(self.breaks()).collect()
    }

    /// Returns the line from the baseline to the target. Readings stand in the middle of their periods and are held against
    /// the line at their ends, so that it goes through what it says of each. Steps are line enough.
    fn target_line(&self) -> Option<ChartMark> {
        if self.has_steps() || self.breaks_of().next().is_some() {
            return None;
        }
        let line = TargetLine::of(self.indicator)?;
        let ends = line.points.iter().map(|point| (point.date, point.value));
        let read = self.readings.iter().filter_map(|reading| Some((reading.date, line.expected(reading.date)?)));
        let spots = ends.chain(read).map(|(date, value)| PlotPoint { place: self.places.place(date), value });
        let mut spots: Vec<PlotPoint> = spots.collect();
        spots.sort_by_key(|spot| spot.place);
        spots.dedup_by_key(|spot| spot.place);
        Some(ChartMark::Line { role: MarkRole::Planned, spots, label: None })
    }

    fn rule(&self, role: MarkRole, key: &str, stated: &DatedValue) -> Option<ChartMark> {
        let at = self.number(&stated.value)?;
        let value = self.scene.locale.figure(&stated.value);
        let label = self.scene.locale.say(key, &[("value", (&value).into())]);
        Some(ChartMark::Rule { role, on: Axis::Values, at, label: Some(label) })
    }

    /// Returns a line through the plot, or a band where a range is aimed at, and the point at its date.
    fn one_target(&self) -> Vec<ChartMark> {
        let Some(target) = self.target() else { return Vec::new() };
        let words = aim_words(self.scene.locale, &target.aim);
        let label = Some(self.scene.locale.say("chart-indicator-target", &[("value", (&words).into())]));
        let role = MarkRole::Target;
        let numbers: Vec<Decimal> = target.aim.figures().filter_map(|figure| self.number(figure)).collect();
        match *numbers.as_slice() {
            [at] => {
                let point = target.date.map(|date| PlotPoint { place: self.places.place(date), value: at });
                let point = point.map(|spot| ChartMark::Point { role, spot, label: None });
                let rule = ChartMark::Rule { role, on: Axis::Values, at, label };
                std::iter::once(rule).chain(point).collect()
            }
            [from, to] => vec![ChartMark::Band { role, from, to, label }],
            _ => Vec::new(),
        }
    }

    /// Tells whether several periods have targets of their own.
    fn has_steps(&self) -> bool {
        let counted = self.targets().filter(|target| target.aim.figures().next().is_some());
        counted.filter(|target| target.date.is_some()).count() > 1
    }

    /// Returns the targets of several periods as steps: each as long as its period, one line for what is the least and one
    /// for what is the most.
    fn steps(&self) -> Vec<ChartMark> {
        let mut label = None;
        let mut line = |bound: &dyn Fn(&'a Aim) -> Option<&'a Figure>| {
            let mut spots = Vec::new();
            for target in self.targets() {
                let (Some(date), Some(figure)) = (target.date, bound(&target.aim)) else { continue };
                let Some(value) = self.number(figure) else { continue };
                spots.extend([date.first(), date.last()].map(|day| PlotPoint { place: time::place(day), value }));
                label = Some(aim_words(self.scene.locale, &target.aim));
            }
            let label = label.take();
            let label =
                label.map(|words| self.scene.locale.say("chart-indicator-target", &[("value", (&words).into())]));
            (!spots.is_empty()).then_some(ChartMark::Line { role: MarkRole::Target, spots, label })
        };
        let (lower, upper) = (line(&Aim::lower), line(&Aim::upper));
        // Both ends of a range are one target, and it is named once.
        let upper = match upper {
            Some(ChartMark::Line { role, spots, .. }) if lower.is_some() => {
                Some(ChartMark::Line { role, spots, label: None })
            }
            upper => upper,
        };
        lower.into_iter().chain(upper).collect()
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
        let newest = self.newest_words();
        let change = series.filter(|_| newest.is_none());
        change.and_then(|series| series.change("chart-indicator-title", &name)).unwrap_or_else(|| {
            let last = self.readings.last().map(|reading| self.scene.locale.figure(&reading.value));
            let value = newest.or(last).unwrap_or_default();
            let args = [("name", (&self.name).into()), ("value", (&value).into())];
            self.scene.locale.say("chart-indicator-title-one", &args)
        })
    }

    pub fn description(&self, series: Option<&Series>) -> String {
        let locale = self.scene.locale;
        let is_own = self.is_held_against || !self.indicator.targets.is_empty();
        let target = self.target().filter(|_| is_own).map(|target| aim_words(locale, &target.aim));
        let target = target.map(|value| {
            let args = [("value", (&value).into()), ("state", self.state().into())];
            locale.say("chart-indicator-target-state", &args)
        });
        let breaks = words::counted(locale, "chart-indicator-breaks", self.breaks().len());
        // What the title says was read last is not what the change leads to.
        let change = series.filter(|_| self.newest_words().is_none()).and_then(Series::description);
        [change, target, breaks].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Says whether the target is reached; an approximate figure says neither, nor does what is older than what is known last.
    fn state(&self) -> &'static str {
        let last = self.newest_reading().filter(|reading| is_drawn(reading, self.indicator));
        let (Some(target), Some(last)) = (self.target(), last) else { return "open" };
        // A target of its own lies beyond its own baseline.
        let of = if self.indicator.targets.is_empty() { self.aims } else { self.indicator };
        match of.meets(target, &last.value) {
            Some(true) => "reached",
            Some(false) => "missed",
            None => "open",
        }
    }
}

/// Tells whether a reading is a number that stands on the axis of its indicator.
fn is_drawn(reading: &Reading, indicator: &Indicator) -> bool {
    reading.uncounted.is_none() && numbers::fits(&reading.value, &indicator.unit)
}

/// Says what was read: a figure, a range, the author's own words; nothing where it is a level alone.
#[must_use]
pub fn reading_words(locale: &Locale, reading: &Reading) -> String {
    match &reading.uncounted {
        None => locale.figure(&reading.value),
        Some(UncountedReading::Between(low, high)) => locale.range(low, high),
        Some(UncountedReading::Words(words)) => words.clone(),
        Some(UncountedReading::LevelAlone) => String::new(),
        Some(UncountedReading::Withheld(why)) => withheld_words(locale, *why),
    }
}

/// Says why a number is not there: that it is a small count, or that it is not shown.
#[must_use]
pub fn withheld_words(locale: &Locale, why: Suppression) -> String {
    match why {
        Suppression::Small(below) => locale.say("withheld-small", &[("below", i64::from(below).into())]),
        Suppression::Further => locale.say("withheld-further", &[]),
    }
}

/// Says what a target aims at: a figure, at least or at most one, a range, the author's own words.
#[must_use]
pub fn aim_words(locale: &Locale, aim: &Aim) -> String {
    match aim {
        Aim::Value(value) => locale.figure(value),
        Aim::AtLeast(value) => locale.say("target-at-least", &[("value", (&locale.figure(value)).into())]),
        Aim::AtMost(value) => locale.say("target-at-most", &[("value", (&locale.figure(value)).into())]),
        Aim::Between(low, high) => locale.range(low, high),
        Aim::Words(words) => words.clone(),
    }
}
