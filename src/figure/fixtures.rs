//! Small hand-built plans for the tests of figures, and charts as text to hold them against.

use std::{collections::BTreeMap, fmt::Write as _};

use super::ChartInput;
use crate::{
    chart::{Chart, ChartAxes, ChartMark, PlotPoint},
    locale::{Language, Locale},
    model::{
        AboutIndicator, Aim, DatedValue, EffectYear, Footnotes, Indicator, Level, LevelRef, Measure, Milestone,
        MilestoneUpdate, Plan, ProseParts, Reading, Report, Scale, Site, StatedFigures, Status, Target, Tone,
    },
    schema::PlanKind,
    value::{Date, Figure, Id, ItemNumber, Notation, Period, Unit, WrittenAmount, Year},
};

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

pub(super) fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

/// Reads a figure; without a unit it counts in millions.
pub(super) fn figure(text: &str) -> Figure {
    figure_in(text, &Unit::MILLION_KRONER)
}

pub(super) fn figure_in(text: &str, unit: &Unit) -> Figure {
    WrittenAmount::parse(text, Notation::DANISH).expect("a figure").resolve(unit)
}

pub(super) fn danish() -> Locale {
    Locale::new(Language::Danish, &[]).expect("a locale")
}

pub(super) fn english() -> Locale {
    Locale::new(Language::English, &[]).expect("a locale")
}

/// Makes a site with one scale of four levels.
pub(super) fn site() -> Site {
    let level = |key: &str, word: &str, tone| Level {
        id: id(key),
        word: word.into(),
        one: None,
        many: None,
        tone,
        meaning: String::new(),
    };
    let levels = vec![
        level("ok", "Alt OK", Tone::Good),
        level("watch", "Opmærksomhed", Tone::Warning),
        level("critical", "Kritisk", Tone::Bad),
        level("unknown", "Kan ikke vurderes", Tone::None),
    ];
    Site {
        title: String::new(),
        organisation: String::new(),
        language: Language::Danish,
        colour: None,
        logo: None,
        unit: Unit::KRONE,
        url: None,
        source: None,
        contact: None,
        licence: None,
        accessibility: None,
        scales: vec![Scale { id: id("status"), title: None, levels }],
        default_scale: 0,
        downloads: None,
        remarks: Vec::new(),
        editions: Vec::new(),
        committees: BTreeMap::new(),
        owners: BTreeMap::new(),
        as_of: Date::constant(2020, 8, 1),
    }
}

pub(super) fn level(level: usize) -> LevelRef {
    LevelRef { scale: 0, level }
}

/// Makes a plan that counts in millions.
pub(super) fn plan() -> Plan {
    Plan {
        id: id("p"),
        formerly: Vec::new(),
        file: String::new(),
        kind: PlanKind::PLAIN,
        title: String::new(),
        short: None,
        language: Language::Danish,
        year: Some(Year::calendar(2020)),
        started: None,
        finished: None,
        case: None,
        source: None,
        committees: Vec::new(),
        owners: Vec::new(),
        unit: Unit::MILLION_KRONER,
        decimals: None,
        scale: 0,
        overall_scale: None,
        sections: Vec::new(),
        overspend: None,
        counts: crate::model::StatedCounts::default(),
        stated: StatedFigures::default(),
        notes: Footnotes::new(),
        words: ProseParts::default(),
        measures: Vec::new(),
        indicators: Vec::new(),
        milestones: Vec::new(),
        decisions: Vec::new(),
        calendar: Vec::new(),
        tables: Vec::new(),
        reports: Vec::new(),
        closed: false,
    }
}

pub(super) fn report(as_of: &str) -> Report {
    Report {
        as_of: period(as_of),
        file: String::new(),
        level: None,
        trend: None,
        scale: 0,
        overall_scale: 0,
        counts: crate::model::StatedCounts::default(),
        overspend: None,
        stated: StatedFigures::default(),
        notes: Footnotes::new(),
        words: ProseParts::default(),
    }
}

/// Makes a measure with what is required of it and, where that is given, achieved in the first report.
pub(super) fn measure(number: &str, title: &str, required: Option<&str>, achieved: Option<&str>) -> Measure {
    Measure {
        id: id(number.trim_end_matches('*')),
        formerly: Vec::new(),
        file: String::new(),
        number: ItemNumber::parse(number),
        title: title.into(),
        section: None,
        committees: Vec::new(),
        owners: Vec::new(),
        required: required.map(figure),
        unit: Unit::MILLION_KRONER,
        investment: false,
        year: None,
        due: None,
        funding: Vec::new(),
        effect: Vec::new(),
        words: ProseParts::default(),
        parent: None,
        children: Vec::new(),
        statuses: achieved.map(|text| Status { achieved: Some(figure(text)), ..status(0) }).into_iter().collect(),
        sum: None,
        closed: false,
    }
}

pub(super) fn status(report: usize) -> Status {
    Status {
        report,
        file: String::new(),
        level: None,
        lifecycle: None,
        trend: None,
        overruled: None,
        decision: None,
        achieved: None,
        forecast: None,
        effect: Vec::new(),
        words: ProseParts::default(),
    }
}

/// Makes the effect of a year, from January on; an empty text is not given.
pub(super) fn effect(year: i16, months: &[&str]) -> EffectYear {
    let month = |at: usize| months.get(at).filter(|text| !text.is_empty()).map(|text| figure(text));
    EffectYear { year: Year::calendar(year), months: std::array::from_fn(month), total: None }
}

pub(super) fn milestone(number: &str, title: &str, due: &str) -> Milestone {
    Milestone {
        number: ItemNumber::parse(number).expect("a number"),
        record: String::new(),
        title: title.into(),
        start: None,
        due: Period::parse(due),
        originally: None,
        after: Vec::new(),
        committee: None,
        owners: Vec::new(),
        updates: Vec::new(),
    }
}

/// Makes what a report says of a milestone: its new date and when it was reached, each empty if not given.
pub(super) fn milestone_update(report: usize, due: &str, done: &str) -> MilestoneUpdate {
    MilestoneUpdate {
        report,
        start: None,
        due: Period::parse(due),
        done: Period::parse(done),
        level: None,
        lifecycle: None,
        decision: None,
        note: None,
    }
}

/// Makes an indicator with readings that no report gave.
pub(super) fn followed_number(title: &str, unit: Unit, readings: &[(&str, &str)]) -> Indicator {
    let reading = |(date, value): &(&str, &str)| Reading {
        date: period(date),
        value: figure_in(value, &unit),
        uncounted: None,
        note: None,
        level: None,
        trend: None,
        report: None,
        record: String::new(),
    };
    Indicator {
        id: id("i"),
        formerly: Vec::new(),
        slug: "i".into(),
        record: String::new(),
        title: title.into(),
        series_of: None,
        headline: None,
        shown: Vec::new(),
        about: AboutIndicator::default(),
        owners: Vec::new(),
        measure: None,
        section: None,
        direction: None,
        baseline: None,
        withheld_baseline: None,
        suppress_below: None,
        targets: Vec::new(),
        readings: readings.iter().map(reading).collect(),
        missing: Vec::new(),
        breaks: Vec::new(),
        decimals: None,
        declares_decimals: false,
        declares_unit: true,
        frequency: None,
        next: None,
        unit,
    }
}

pub(super) fn baseline(date: &str, value: Figure) -> Option<DatedValue> {
    Some(DatedValue { date: Period::parse(date), value })
}

pub(super) fn target(date: &str, value: Figure) -> Vec<Target> {
    vec![Target { date: Period::parse(date), aim: Aim::Value(value) }]
}

/// Draws something in Danish as of a report and tells the charts as text.
pub(super) fn told(plan: &Plan, report: usize, draw: impl Fn(&ChartInput) -> Vec<Chart>) -> String {
    told_in(&danish(), plan, report, draw)
}

pub(super) fn told_in(locale: &Locale, plan: &Plan, report: usize, draw: impl Fn(&ChartInput) -> Vec<Chart>) -> String {
    let site = site();
    let today = plan.reports.get(report).map_or(site.as_of, |report| report.as_of.last());
    let scene = ChartInput { site: &site, plan, locale, report, today };
    draw(&scene).iter().map(tell).collect::<Vec<_>>().join("\n")
}

/// Tells a chart as text: a line for its words, for each mark and for each row.
pub(super) fn tell(chart: &Chart) -> String {
    let mut text = format!("# {} ({})\n{}\n{}\n", chart.title, chart.id, chart.subtitle, chart.description);
    let ticks = |ticks: &[crate::chart::Tick]| {
        ticks.iter().map(|tick| format!("{}={}", tick.at, tick.label)).collect::<Vec<_>>().join(" ")
    };
    let (places, values) = match &chart.frame {
        ChartAxes::Rows { names, values } | ChartAxes::Columns { names, values } => (names.join(" | "), ticks(values)),
        ChartAxes::Plane { places, values } => (ticks(places), ticks(values)),
    };
    let key: Vec<String> =
        chart.key.iter().map(|key| format!("{:?} {:?} {}", key.sample, key.role, key.label)).collect();
    let _ = writeln!(text, "places: {places}\nvalues: {values}\nkey: {}", key.join(", "));
    chart.marks.iter().for_each(|mark| text.push_str(&tell_mark(mark)));
    let rows = chart.table.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect());
    for row in std::iter::once(chart.table.header.clone()).chain::<Vec<Vec<String>>>(rows.collect()) {
        assert_eq!(row.len(), chart.table.header.len(), "a cell for each column");
        let _ = writeln!(text, "| {} |", row.join(" | "));
    }
    assert!(!text.contains("chart-") && !text.contains("col-"), "a word is missing: {text}");
    text.replace('\u{a0}', " ").lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

fn tell_mark(mark: &ChartMark) -> String {
    let name = |label: &Option<String>| label.as_ref().map(|label| format!(" \"{label}\"")).unwrap_or_default();
    let at = |spot: &PlotPoint| format!("{}:{}", spot.place, spot.value);
    match mark {
        ChartMark::Bar { role, place, lane, from, to, label } => {
            format!("bar {role:?} {place}/{lane} {from}..{to}{}\n", name(label))
        }
        ChartMark::Segment { tone, from, to, label, .. } => format!("segment {tone:?} {from}..{to}{}\n", name(label)),
        ChartMark::Line { role, spots, label } => {
            let spots: Vec<String> = spots.iter().map(at).collect();
            format!("line {role:?} {}{}\n", spots.join(" "), name(label))
        }
        ChartMark::Point { role, spot, label } => format!("point {role:?} {}{}\n", at(spot), name(label)),
        ChartMark::Move { place, from, to } => format!("move {place} {from}..{to}\n"),
        ChartMark::Rule { role, on, at, label } => format!("rule {role:?} {on:?} {at}{}\n", name(label)),
        ChartMark::Band { role, from, to, label } => format!("band {role:?} {from}..{to}{}\n", name(label)),
    }
}
