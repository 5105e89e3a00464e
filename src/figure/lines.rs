//! An indicator with series: all in one chart with one axis, the one that leads before the others.

use std::collections::BTreeMap;

use super::{
    ChartInput,
    indicator::{IndicatorHistory, PeriodPlaces, chart_id},
    numbers,
    series::{Series, SeriesPoint},
    time, words,
};
use crate::{
    chart::{Chart, ChartAxes, ChartCell, ChartKeyEntry, ChartTable, KeySample, MarkRole},
    model::{Indicator, Reading, UncountedReading},
    value::{Decimal, Period},
};

/// The most lines a picture has: more than six are told apart by nobody. The table beside it has them all.
const MOST_LINES: usize = 6;
/// How many of the highest, and of the lowest, are drawn beside the one that leads where there are more.
const EXTREMES: usize = 2;
/// The most series that the table has a column each for; of more, each is a row.
const MOST_COLUMNS: usize = 4;

/// Draws an indicator and its series as of a report. Of more than six it draws the one that leads, and of the others the two
/// highest and the two lowest. Answers `None` unless two values are known.
pub fn lines(scene: &ChartInput, whole: &Indicator) -> Option<Chart> {
    let all = known_lines(scene, whole);
    let drawn = drawn(&all, whole);
    let lead = all.first()?;
    let extra = lead.history.extra_marks();
    let count: usize = drawn.iter().map(|line| line.series.len()).sum();
    if count.saturating_add(extra.len()) < 2 {
        return None;
    }
    let began = lead.history.stated_baseline().and_then(|began| numbers::number(&began.value, &whole.unit));
    let stated = lead.history.aimed().chain(began);
    let values: Vec<Decimal> = drawn.iter().flat_map(|line| line.series.values()).chain(stated).collect();
    let mut marks = extra;
    let mut key = Vec::new();
    for (nth, line) in drawn.iter().enumerate() {
        let role = role_of(nth);
        let Series { locale, unit, .. } = line.series;
        let series = Series { locale, unit, role, told: line.points(role), gaps: line.series.gaps.clone() };
        key.push(ChartKeyEntry { sample: KeySample::Line, role, label: line.name.clone() });
        marks.extend(series.named_marks(&line.name));
    }
    let told = lead.history.told_since_baseline();
    let subtitle = scene.subtitle_with(&whole.title, &whole.unit, whole.most_shown_decimals());
    let table = table(scene, &all, subtitle.clone());
    let subtitle = match drawn.len() < all.len() {
        true => {
            let args = [("subtitle", (&subtitle).into()), ("drawn", drawn.len().into()), ("count", all.len().into())];
            scene.locale.say(if whole.shown.is_empty() { "chart-lines-drawn" } else { "chart-lines-chosen" }, &args)
        }
        false => subtitle,
    };
    let description = [Some(lead.history.description(told.as_ref())), extremes(scene, whole, &all)];
    let description: Vec<String> = description.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    Some(Chart {
        id: chart_id(scene, whole),
        title: lead.history.title(told.as_ref()),
        description: description.join(" "),
        frame: ChartAxes::Plane {
            places: time::ticks_of(scene.locale, drawn.iter().flat_map(|line| line.history.periods())),
            values: numbers::ticks(scene.locale, &whole.unit, values.into_iter()),
        },
        key,
        marks,
        table,
        subtitle,
    })
}

/// A line on its way into the chart.
struct ChartLine<'a> {
    name: String,
    history: IndicatorHistory<'a>,
    series: Series<'a>,
}

impl ChartLine<'_> {
    /// Returns what was told, as points of a role; where it began keeps its own.
    fn points(&self, role: MarkRole) -> Vec<SeriesPoint> {
        let points = self.series.told.iter().map(|told| SeriesPoint {
            role: if told.role == MarkRole::Actual { role } else { told.role },
            place: told.place,
            date: told.date,
            when: told.when.clone(),
            figure: told.figure.clone(),
        });
        points.collect()
    }

    /// Returns its last value and when that was.
    fn latest(&self) -> Option<(Decimal, Decimal, String)> {
        let last = self.series.told.iter().rev().find(|told| self.series.spot(told).is_some())?;
        let spot = self.series.spot(last)?;
        Some((spot.place, spot.value, numbers::whole(self.series.locale, &last.figure, self.series.unit)))
    }
}

fn role_of(nth: usize) -> MarkRole {
    match nth.checked_sub(1).map(u8::try_from) {
        None => MarkRole::Actual,
        Some(nth) => MarkRole::Series(nth.unwrap_or(u8::MAX)),
    }
}

/// Returns those of which something is known, the one that leads first.
fn known_lines<'a>(scene: &'a ChartInput<'a>, whole: &'a Indicator) -> Vec<ChartLine<'a>> {
    let mut lines: Vec<(String, IndicatorHistory)> = Vec::new();
    for indicator in scene.plan.lines_of(whole) {
        let mut history = IndicatorHistory::of(scene, indicator);
        if history.readings.is_empty() {
            continue;
        }
        let is_whole = indicator.series_of.is_none();
        let name = if is_whole { scene.locale.say("series-total", &[]) } else { indicator.title.clone() };
        if lines.is_empty() {
            history.aims = whole;
            let named = whole.headline.as_ref().map(|series| whole.id.part(series));
            history.is_held_against = is_whole || Some(&indicator.id) == named.as_ref();
            history.name = if is_whole { whole.title.clone() } else { format!("{}, {name}", whole.title) };
        }
        lines.push((name, history));
    }
    // All stand on one axis.
    let places = PeriodPlaces::of(lines.iter().flat_map(|(_, history)| history.told_periods()));
    let placed = lines.into_iter().map(|(name, mut history)| {
        history.places = places;
        ChartLine { name, series: history.series(), history }
    });
    placed.collect()
}

/// Returns the lines that are drawn: all, or the one that leads with those that the author chooses, else with the highest and
/// the lowest.
fn drawn<'l, 'a>(all: &'l [ChartLine<'a>], whole: &Indicator) -> Vec<&'l ChartLine<'a>> {
    if !whole.shown.is_empty() {
        let is_shown =
            |line: &ChartLine| whole.shown.iter().any(|series| line.history.indicator.id == whole.id.part(series));
        let lines = all.iter().enumerate().filter(|(at, line)| *at == 0 || is_shown(line));
        return lines.map(|(_, line)| line).collect();
    }
    if all.len() <= MOST_LINES {
        return all.iter().collect();
    }
    let mut ranked: Vec<(Decimal, usize)> = all
        .iter()
        .enumerate()
        .skip(1)
        .filter_map(|(at, line)| line.latest().map(|(_, value, _)| (value, at)))
        .collect();
    ranked.sort();
    let (low, high) = (ranked.iter().take(EXTREMES), ranked.iter().skip(EXTREMES).rev().take(EXTREMES));
    let mut chosen: Vec<usize> = low.chain(high).map(|(_, at)| *at).collect();
    chosen.sort_unstable();
    std::iter::once(0).chain(chosen).filter_map(|at| all.get(at)).collect()
}

/// Says which is the highest and which the lowest at the last time that is known of any.
fn extremes(scene: &ChartInput, whole: &Indicator, all: &[ChartLine]) -> Option<String> {
    // Of what is withheld nobody knows whether it is the lowest.
    let is_withheld = |reading: &Reading| matches!(reading.uncounted, Some(UncountedReading::Withheld(_)));
    if scene.plan.lines_of(whole).iter().any(|line| line.readings.iter().any(is_withheld)) {
        return None;
    }
    let latest: Vec<(&ChartLine, (Decimal, Decimal, String))> =
        all.iter().filter_map(|line| Some((line, line.latest()?))).collect();
    let newest = latest.iter().map(|(_, (place, ..))| *place).max()?;
    let mut ranked: Vec<_> = latest.iter().filter(|(_, (place, ..))| *place == newest).collect();
    ranked.sort_by_key(|(_, (_, value, _))| *value);
    let ((low, (_, least, low_value)), (high, (_, most, high_value))) = (ranked.first()?, ranked.last()?);
    let args = [
        ("count", ranked.len().into()),
        ("high", (&high.name).into()),
        ("high-value", high_value.into()),
        ("low", (&low.name).into()),
        ("low-value", low_value.into()),
    ];
    (least < most).then(|| scene.locale.say("chart-lines-extremes", &args))
}

/// When something was told: where that stands, and which period it is, for a year ends with its last day.
type TableTime = (Option<Decimal>, Option<Period>);

/// Returns the table: a row for each period and a column for each line, or turned round where there are many.
fn table(scene: &ChartInput, all: &[ChartLine], caption: String) -> ChartTable {
    let locale = scene.locale;
    let mut times: BTreeMap<TableTime, String> = BTreeMap::new();
    for told in all.iter().flat_map(|line| &line.series.told) {
        times.entry((told.place, told.date)).or_insert_with(|| told.when.clone());
    }
    let known: Vec<BTreeMap<TableTime, ChartCell>> = all
        .iter()
        .map(|line| {
            let told = line.series.told.iter().map(|told| ((told.place, told.date), line.series.cell(told)));
            let withheld = line.history.withheld().into_iter().map(|(date, words)| {
                let time = (Some(line.history.places.place(date)), Some(date));
                times.entry(time).or_insert_with(|| locale.period(date));
                (time, ChartCell { text: words, figure: None })
            });
            told.chain(withheld).collect()
        })
        .collect();
    let names = all.iter().map(|line| line.name.clone());
    if all.len() <= MOST_COLUMNS {
        let header = std::iter::once(locale.say("col-date", &[])).chain(names).collect();
        let row = |(place, when): (&TableTime, &String)| {
            std::iter::once(words::capital(when).into()).chain(known.iter().map(|line| cell(line, place))).collect()
        };
        return ChartTable { caption, header, rows: times.iter().map(row).collect() };
    }
    let header = std::iter::once(locale.say("col-series", &[])).chain(times.values().cloned()).collect();
    let rows = names.zip(&known).map(|(name, known)| {
        std::iter::once(name.into()).chain(times.keys().map(|place| cell(known, place))).collect()
    });
    ChartTable { caption, header, rows: rows.collect() }
}

fn cell(line: &BTreeMap<TableTime, ChartCell>, place: &TableTime) -> ChartCell {
    line.get(place).cloned().unwrap_or_default()
}
