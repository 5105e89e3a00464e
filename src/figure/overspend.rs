//! The forecast overspend: as it was when the plan began, and as each report told it.

use super::{
    ChartInput, ChartType, numbers,
    series::{self, Series, SeriesPoint},
    time,
};
use crate::{
    chart::{Axis, Chart, ChartAxes, ChartMark, MarkRole},
    value::{Date, Figure, Period, Unit},
};

/// The forecast overspend over the reports.
pub const FIGURE: ChartType = ChartType {
    name: "overspend",
    help: "the forecast overspend at the start and in each report",
    is_of_the_day: false,
    draw,
};

fn draw(scene: &ChartInput) -> Vec<Chart> {
    let reported = scene.reports().filter_map(|report| report.overspend.as_ref());
    let figures = scene.plan.overspend.iter().chain(reported);
    let unit = numbers::common_unit(figures, &scene.plan.unit);
    chart(scene, &unit).into_iter().collect()
}

fn chart(scene: &ChartInput, unit: &Unit) -> Option<Chart> {
    let locale = scene.locale;
    let series = Series { locale, unit, role: MarkRole::Forecast, told: told(scene, unit), gaps: Vec::new() };
    if series.values().count() < 2 {
        return None;
    }
    let what = locale.say("chart-overspend-what", &[]);
    let subtitle = scene.subtitle(&what, unit);
    Some(Chart {
        id: FIGURE.name.into(),
        title: series.change("chart-overspend-title", &[]).unwrap_or(what),
        description: series.description().unwrap_or_default(),
        frame: ChartAxes::Plane {
            places: series::time_ticks(locale, days(scene)),
            values: numbers::ticks(locale, unit, series.values()),
        },
        key: Vec::new(),
        marks: series.marks().into_iter().chain(rule(scene, &series)).collect(),
        table: series.table(subtitle.clone(), locale.say("col-overspend", &[])),
        subtitle,
    })
}

/// Returns the forecast at the start and those of the reports, where they convert to a unit.
fn told(scene: &ChartInput, unit: &Unit) -> Vec<SeriesPoint> {
    let told = |day: Option<Date>, when, figure: &Figure| SeriesPoint {
        role: MarkRole::Forecast,
        place: day.map(time::place),
        date: None,
        when,
        figure: figure.clone(),
    };
    let start = scene.plan.overspend.iter();
    let start = start.map(|figure| told(began(scene), scene.locale.say("chart-start", &[]), figure));
    let reports = scene.reports().filter_map(|report| {
        Some(told(Some(report.as_of.last()), scene.locale.period(report.as_of), report.overspend.as_ref()?))
    });
    start.chain(reports).filter(|told| numbers::fits(&told.figure, unit)).collect()
}

/// Returns the day the plan began, else the first of its year, unless reports came before that: then no date of it is known.
fn began(scene: &ChartInput) -> Option<Date> {
    let reported = scene.reports().find(|report| report.overspend.is_some()).map(|report| report.as_of.last());
    let of_year = scene.plan.year.map(|year| Period::Year(year).first());
    let of_year = of_year.filter(|first| reported.is_none_or(|reported| *first <= reported));
    scene.plan.started.map(Period::first).or(of_year)
}

fn days<'a>(scene: &ChartInput<'a>) -> impl Iterator<Item = Date> + Clone + use<'a> {
    let start = scene.plan.overspend.as_ref().and(began(scene));
    let reports = scene.reports().filter(|report| report.overspend.is_some());
    start.into_iter().chain(reports.map(|report| report.as_of.last()))
}

/// Draws a start that has no date as a line through the whole plot.
fn rule(scene: &ChartInput, series: &Series) -> Option<ChartMark> {
    let start = series.told.iter().find(|told| told.place.is_none())?;
    let number = numbers::cell(scene.locale, &start.figure, series.unit);
    let label = scene.locale.say("chart-start-end", &[("number", (&number).into())]);
    let at = numbers::number(&start.figure, series.unit)?;
    Some(ChartMark::Rule { role: MarkRole::Baseline, on: Axis::Values, at, label: Some(label) })
}
