//! What was achieved, and what was expected, report by report: of one measure, or of all measures of a plan.

use super::{
    ChartInput, numbers,
    series::{Series, SeriesPoint, time_ticks},
    time, words,
};
use crate::{
    chart::{Axis, Chart, ChartAxes, ChartKeyEntry, ChartMark, ChartTable, KeySample, MarkRole, Tick},
    model::{Gross, Measure, StatedComparison},
    value::{Date, Figure, Period, Unit},
};

/// The most reports of which the axis names each.
const FEW: usize = 4;

/// Draws what a measure achieved over its reports, with its forecasts and its required saving. Answers `None`
/// unless one of the two was told twice.
#[must_use]
pub fn achieved(scene: &ChartInput, measure: &Measure) -> Option<Chart> {
    let statuses = measure.statuses.iter().filter(|status| status.report <= scene.report);
    let told = statuses.filter_map(|status| {
        let as_of = scene.plan.reports.get(status.report)?.as_of;
        AchievedPoint::of(scene, as_of, status.achieved.clone(), status.forecast.clone())
    });
    let at = scene.plan.measures.iter().position(|other| other.id == measure.id).unwrap_or_default();
    let id = format!("achieved-{}", at.saturating_add(1));
    chart(scene, id, measure.required.as_ref(), &measure.unit, told.collect())
}

/// Draws what all measures of a plan had achieved as of each report, with what was forecast and what is required:
/// what the plan states, else what its measures come to. Answers `None` as [`achieved`] does.
#[must_use]
pub fn achieved_in_all(scene: &ChartInput) -> Option<Chart> {
    let plan = scene.plan;
    let required = printed(plan.required(Some(scene.report), Gross::Net));
    let totals = |of: &dyn Fn(usize) -> StatedComparison| in_one_way((0..scene.reports().count()).map(of).collect());
    let achieved = totals(&|at| plan.achieved(at, Gross::Net));
    let forecast = totals(&|at| plan.forecast(at, Gross::Net));
    let told = scene.reports().zip(achieved.into_iter().zip(forecast));
    let told =
        told.filter_map(|(report, (achieved, forecast))| AchievedPoint::of(scene, report.as_of, achieved, forecast));
    let mut chart = chart(scene, "achieved".to_owned(), required.as_ref(), &plan.unit, told.collect())?;
    let is_added = |measure: &&Measure| measure.required.is_some() || measure.achieved_at(scene.report).is_some();
    if let Some(years) = scene.years(plan.measures.iter().filter(is_added)) {
        chart.subtitle = format!("{}; {years}", chart.subtitle);
    }
    Some(chart)
}

/// Returns the figure that is printed of a total.
fn printed(total: StatedComparison) -> Option<Figure> {
    total.stated.into_iter().next().or(total.computed)
}

/// Returns the totals of some reports so that a line may lead from one to the next: as they are printed, unless one is stated that
/// nothing explains, or of which not all measures have told, and others are what the measures come to. Then all are that.
fn in_one_way(totals: Vec<StatedComparison>) -> Vec<Option<Figure>> {
    let is_unproven = totals.iter().any(StatedComparison::is_unproven);
    let is_mixed = totals.iter().any(|total| total.computed.is_some() && !total.is_unproven());
    let pick = |total: StatedComparison| match total.computed {
        Some(computed) if is_unproven && is_mixed => Some(computed),
        computed => printed(StatedComparison { computed, ..total }),
    };
    totals.into_iter().map(pick).collect()
}

/// What one report said.
struct AchievedPoint {
    day: Date,
    when: String,
    achieved: Option<Figure>,
    forecast: Option<Figure>,
}

impl AchievedPoint {
    /// Answers `None` where neither is given.
    fn of(scene: &ChartInput, as_of: Period, achieved: Option<Figure>, forecast: Option<Figure>) -> Option<Self> {
        achieved.as_ref().or(forecast.as_ref())?;
        Some(Self { day: as_of.last(), when: scene.locale.period(as_of), achieved, forecast })
    }
}

fn chart(
    scene: &ChartInput,
    id: String,
    required: Option<&Figure>,
    unit: &Unit,
    told: Vec<AchievedPoint>,
) -> Option<Chart> {
    let figures = told.iter().flat_map(|told| [told.achieved.as_ref(), told.forecast.as_ref()]).chain([required]);
    let unit = numbers::common_unit(figures.flatten(), unit);
    let achieved = series(scene, &unit, MarkRole::Actual, &told, |told| told.achieved.as_ref());
    let forecast = series(scene, &unit, MarkRole::Forecast, &told, |told| told.forecast.as_ref());
    let (main, key) = match (achieved.len(), forecast.len()) {
        (2.., _) => (&achieved, "chart-achieved-title"),
        (_, 2..) => (&forecast, "chart-achieved-title-forecast"),
        _ => return None,
    };
    // That nothing moved between two reports is told in a word, and drawn as a line of nothing.
    if achieved.len() <= 2 && forecast.len() <= 2 && achieved.is_flat() && forecast.is_flat() {
        return None;
    }
    let what = scene.locale.say("chart-achieved-what", &[]);
    let subtitle = scene.subtitle(&what, &unit);
    let asked = required.and_then(|required| numbers::number(required, &unit));
    let values: Vec<_> = achieved.values().chain(forecast.values()).chain(asked).collect();
    // A few dates are named; between many, months mark the time.
    let tick = |told: &AchievedPoint| Tick { at: time::place(told.day), label: told.when.clone() };
    let places = match told.len() {
        ..=FEW => told.iter().map(tick).collect(),
        _ => time_ticks(scene.locale, told.iter().map(|told| told.day)),
    };
    Some(Chart {
        id,
        title: main.change(key, &[]).unwrap_or(what),
        description: description(scene, required, main, &unit),
        frame: ChartAxes::Plane { places, values: numbers::ticks(scene.locale, &unit, values.into_iter()) },
        key: keys(scene, &achieved, &forecast),
        marks: rule(scene, required, &unit).into_iter().chain(forecast.marks()).chain(achieved.marks()).collect(),
        table: table(scene, &told, &unit, subtitle.clone()),
        subtitle,
    })
}

fn series<'a>(
    scene: &ChartInput<'a>,
    unit: &'a Unit,
    role: MarkRole,
    told: &[AchievedPoint],
    pick: impl Fn(&AchievedPoint) -> Option<&Figure>,
) -> Series<'a> {
    let told = told.iter().filter_map(|told| {
        let figure = pick(told).filter(|figure| numbers::fits(figure, unit))?.clone();
        Some(SeriesPoint { role, place: Some(time::place(told.day)), date: None, when: told.when.clone(), figure })
    });
    Series { locale: scene.locale, unit, role, told: told.collect(), gaps: Vec::new() }
}

/// Draws what is required as a line.
fn rule(scene: &ChartInput, required: Option<&Figure>, unit: &Unit) -> Option<ChartMark> {
    let required = required?;
    let at = numbers::number(required, unit)?;
    let value = numbers::cell(scene.locale, required, unit);
    let label = scene.locale.say("chart-achieved-required", &[("value", (&value).into())]);
    Some(ChartMark::Rule { role: MarkRole::Target, on: Axis::Values, at, label: Some(label) })
}

fn keys(scene: &ChartInput, achieved: &Series, forecast: &Series) -> Vec<ChartKeyEntry> {
    if forecast.len() == 0 || achieved.len() == 0 {
        return Vec::new();
    }
    let key = |role, word| words::key(scene.locale, KeySample::Line, role, word);
    vec![key(MarkRole::Actual, "col-achieved"), key(MarkRole::Forecast, "col-forecast")]
}

fn description(scene: &ChartInput, required: Option<&Figure>, main: &Series, unit: &Unit) -> String {
    let required = required.filter(|required| !required.is_nil()).map(|required| {
        let value = numbers::whole(scene.locale, required, unit);
        scene.locale.say("chart-achieved-asked", &[("value", (&value).into())])
    });
    [main.description(), required].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn table(scene: &ChartInput, told: &[AchievedPoint], unit: &Unit, caption: String) -> ChartTable {
    let cell = |figure: &Option<Figure>| numbers::chart_cell(scene.locale, figure.as_ref(), unit);
    let has_forecast = told.iter().any(|told| told.forecast.is_some());
    let mut heads = vec!["col-date", "col-achieved"];
    heads.extend(has_forecast.then_some("col-forecast"));
    let row = |told: &AchievedPoint| {
        let mut cells = vec![told.when.clone().into(), cell(&told.achieved)];
        cells.extend(has_forecast.then(|| cell(&told.forecast)));
        cells
    };
    ChartTable { caption, header: words::heads(scene.locale, &heads), rows: told.iter().map(row).collect() }
}
