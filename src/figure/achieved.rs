//! What one measure achieved, and what was expected of it, report by report.

use super::{
    Scene, numbers,
    series::{Series, Told, time_ticks},
    time, words,
};
use crate::{
    chart::{Axis, Chart, ChartTable, Frame, Key, Mark, Role, Sample},
    model::{Measure, Status},
    value::{Figure, Period, Unit},
};

/// Draws what a measure achieved over its reports, with its forecasts and its required saving. Answers `None`
/// unless one of the two was told twice.
#[must_use]
pub fn achieved(scene: &Scene, measure: &Measure) -> Option<Chart> {
    let told = told(scene, measure);
    let unit = numbers::common_unit(figures(measure, &told), &measure.unit);
    let achieved = series(scene, &unit, Role::Actual, &told, |status| status.achieved.as_ref());
    let forecast = series(scene, &unit, Role::Forecast, &told, |status| status.forecast.as_ref());
    let (main, key) = match (achieved.len(), forecast.len()) {
        (2.., _) => (&achieved, "chart-achieved-title"),
        (_, 2..) => (&forecast, "chart-achieved-title-forecast"),
        _ => return None,
    };
    let what = scene.locale.say("chart-achieved-what", &[]);
    let subtitle = scene.subtitle(&what, &unit);
    let required = required(scene, measure, &unit);
    let asked = measure.required.as_ref().and_then(|required| numbers::number(required, &unit));
    let values: Vec<_> = achieved.values().chain(forecast.values()).chain(asked).collect();
    let days = told.iter().map(|(period, _)| period.last());
    let at = scene.plan.measures.iter().position(|other| other.id == measure.id).unwrap_or_default();
    Some(Chart {
        id: format!("achieved-{}", at.saturating_add(1)),
        title: main.change(key, &[]).unwrap_or(what),
        description: description(scene, measure, main, &unit),
        frame: Frame::Plane {
            places: time_ticks(scene.locale, days),
            values: numbers::ticks(scene.locale, &unit, values.into_iter()),
        },
        key: keys(scene, &achieved, &forecast),
        marks: required.into_iter().chain(forecast.marks()).chain(achieved.marks()).collect(),
        table: table(scene, &told, &unit, subtitle.clone()),
        subtitle,
    })
}

/// Returns what the reports said of a measure's figures, with the dates they are about.
fn told<'m>(scene: &Scene, measure: &'m Measure) -> Vec<(Period, &'m Status)> {
    let told = measure.statuses.iter().filter(|status| status.report <= scene.report);
    let told = told.filter(|status| status.achieved.is_some() || status.forecast.is_some());
    told.filter_map(|status| Some((scene.plan.reports.get(status.report)?.as_of, status))).collect()
}

fn figures<'m>(measure: &'m Measure, told: &[(Period, &'m Status)]) -> impl Iterator<Item = &'m Figure> {
    let told = told.iter().flat_map(|(_, status)| [&status.achieved, &status.forecast]);
    told.chain([&measure.required]).flatten()
}

fn series<'a>(
    scene: &Scene<'a>,
    unit: &'a Unit,
    role: Role,
    told: &[(Period, &Status)],
    pick: impl Fn(&Status) -> Option<&Figure>,
) -> Series<'a> {
    let told = told.iter().filter_map(|(period, status)| {
        let figure = pick(status).filter(|figure| numbers::fits(figure, unit))?.clone();
        let when = scene.locale.period(*period);
        Some(Told { role, place: Some(time::place(period.last())), when, figure })
    });
    Series { locale: scene.locale, unit, role, told: told.collect(), gaps: Vec::new() }
}

fn required(scene: &Scene, measure: &Measure, unit: &Unit) -> Option<Mark> {
    let required = measure.required.as_ref()?;
    let at = numbers::number(required, unit)?;
    let value = numbers::cell(scene.locale, required, unit);
    let label = scene.locale.say("chart-achieved-required", &[("value", (&value).into())]);
    Some(Mark::Rule { role: Role::Target, on: Axis::Values, at, label: Some(label) })
}

fn keys(scene: &Scene, achieved: &Series, forecast: &Series) -> Vec<Key> {
    if forecast.len() == 0 || achieved.len() == 0 {
        return Vec::new();
    }
    let key = |role, word| words::key(scene.locale, Sample::Line, role, word);
    vec![key(Role::Actual, "col-achieved"), key(Role::Forecast, "col-forecast")]
}

fn description(scene: &Scene, measure: &Measure, main: &Series, unit: &Unit) -> String {
    let required = measure.required.as_ref().filter(|required| !required.is_nil());
    let required = required.map(|required| {
        let value = numbers::whole(scene.locale, required, unit);
        scene.locale.say("chart-achieved-asked", &[("value", (&value).into())])
    });
    [main.description(), required].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn table(scene: &Scene, told: &[(Period, &Status)], unit: &Unit, caption: String) -> ChartTable {
    let cell = |figure: &Option<Figure>| numbers::cell_or_empty(scene.locale, figure.as_ref(), unit);
    let has_forecast = told.iter().any(|(_, status)| status.forecast.is_some());
    let mut heads = vec!["col-date", "col-achieved"];
    heads.extend(has_forecast.then_some("col-forecast"));
    let row = |(period, status): &(Period, &Status)| {
        let mut cells = vec![scene.locale.period(*period), cell(&status.achieved)];
        cells.extend(has_forecast.then(|| cell(&status.forecast)));
        cells
    };
    ChartTable { caption, header: words::heads(scene.locale, &heads), rows: told.iter().map(row).collect() }
}
