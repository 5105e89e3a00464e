//! Milestones, decisions, the calendar, and indicators with their readings.

use std::collections::BTreeSet;

use super::{
    decimals, measures,
    resolve::{self, Resolver},
    units, updates,
};
use crate::{
    content::{FileKind, MISPLACED_KEY, READING_TWICE, Record},
    diag::{Code, FieldRef, Place},
    model::{
        AboutIndicator, Aim, DatedValue, Decision, Frequency, Indicator, Lifecycle, Meeting, Milestone,
        MilestoneUpdate, Plan, Reading, ReportDue, SignRule, Target, UncountedReading, WantedDirection,
    },
    schema::{Fields, Key, Value, records},
    value::{Figure, Id, ItemNumber, Period, ShownDecimals, Unit, is_rate},
};

const UNKNOWN_MILESTONE: Code =
    Code::error("unknown-milestone").args(&["id", "suggestion?"]).help("a milestone that the plan does not have");
const UNKNOWN_INDICATOR: Code =
    Code::error("unknown-indicator").args(&["id", "suggestion?"]).help("an indicator that the plan does not have");

const UNKNOWN_SERIES: Code = Code::error("unknown-series")
    .args(&["id", "indicator", "suggestion?"])
    .help("a series that its indicator does not declare");

const TARGET_AGAIN: Code =
    Code::error("target-again").args(&["period"]).help("two targets of an indicator for one period");
/// The most series that are drawn beside the one that stands first.
const MOST_SHOWN: usize = 5;

const TOO_MANY_SHOWN: Code = Code::error("too-many-shown")
    .args(&["limit"])
    .help("more series in `shown` than a chart can tell apart beside the one that stands first");
const NOT_A_RANGE: Code = Code::error("not-a-range").help("a range that is not two values, the lower first");
const TARGET_CONTRADICTS: Code = Code::error("target-contradicts")
    .args(&["direction"])
    .help("a target that wants its indicator to go another way than its direction, or than another target");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[
    &UNKNOWN_MILESTONE,
    &UNKNOWN_INDICATOR,
    &UNKNOWN_SERIES,
    &TARGET_AGAIN,
    &TOO_MANY_SHOWN,
    &NOT_A_RANGE,
    &TARGET_CONTRADICTS,
];

/// Adds milestones, decisions and the calendar, and what reports say of milestones.
pub fn timeline<'r>(
    plan: &mut Plan,
    files: impl Iterator<Item = &'r Record> + Clone,
    all: &[Record],
    resolver: &mut Resolver<'_>,
) {
    for record in files.clone() {
        decisions(plan, record, resolver);
    }
    for record in files {
        milestones(plan, record, resolver);
        calendar(plan, record, resolver);
    }
    for record in all.iter().filter(|record| record.role == FileKind::Update) {
        milestone_updates(plan, record, resolver);
    }
}

/// Returns the records of a register under their numbers.
fn numbered(fields: Option<&Fields>) -> impl Iterator<Item = (&ItemNumber, &str, &Fields)> {
    fields.into_iter().flat_map(Fields::entries).filter_map(|(key, text, value)| match (key, value) {
        (Key::Number(number), Value::Record(fields)) => Some((number, text, fields)),
        _ => None,
    })
}

fn decisions(plan: &mut Plan, file: &Record, resolver: &mut Resolver<'_>) {
    for (number, text, fields) in numbered(file.fields.get(&records::DECISIONS)) {
        let record = format!("{}#decisions.{text}", file.file);
        plan.decisions.push(Decision {
            number: number.clone(),
            title: fields.get(&records::TITLE).cloned().unwrap_or_default(),
            committee: resolver.committee(fields.get(&records::ONE_COMMITTEE), &record, "committee"),
            // What was decided later was not decided yet.
            decided: fields.get(&records::DECIDED).copied().filter(|period| period.first() <= resolver.site.as_of),
            due: fields.get(&records::DUE).copied(),
            note: fields.get(&records::NOTE).cloned(),
            record,
        });
    }
    plan.decisions.sort_by(|a, b| a.number.cmp(&b.number));
}

fn milestones(plan: &mut Plan, file: &Record, resolver: &mut Resolver<'_>) {
    let mut waits: Vec<(ItemNumber, Vec<ItemNumber>)> = Vec::new();
    for (number, text, fields) in numbered(file.fields.get(&records::MILESTONES)) {
        let record = format!("{}#milestones.{text}", file.file);
        let after = fields.get(&records::AFTER).into_iter().flatten();
        let after =
            after.filter_map(|value| if let Value::Number(number) = value { Some(number.clone()) } else { None });
        waits.push((number.clone(), after.collect()));
        let owners = resolver.owners(fields.get(&records::OWNER), &record);
        plan.milestones.push(Milestone {
            number: number.clone(),
            title: fields.get(&records::TITLE).cloned().unwrap_or_default(),
            start: fields.get(&records::START).copied(),
            due: fields.get(&records::DUE).copied(),
            originally: fields.get(&records::ORIGINALLY).copied(),
            after: Vec::new(),
            committee: resolver.committee(fields.get(&records::ONE_COMMITTEE), &record, "committee"),
            owners: if owners.is_empty() { plan.owners.clone() } else { owners },
            updates: Vec::new(),
            record,
        });
    }
    plan.milestones.sort_by(|a, b| a.number.cmp(&b.number));
    for (number, after) in waits {
        let Some(at) = plan.milestones.iter().position(|known| known.number == number) else { continue };
        let record = plan.milestones.get(at).map(|known| known.record.clone()).unwrap_or_default();
        let places: Vec<usize> = after
            .iter()
            .enumerate()
            .filter_map(|(at, number)| milestone(plan, number, &record, &format!("after.{at}"), resolver))
            .collect();
        if let Some(milestone) = plan.milestones.get_mut(at) {
            milestone.after = places;
        }
    }
}

fn milestone(
    plan: &Plan,
    number: &ItemNumber,
    record: &str,
    field: &str,
    resolver: &mut Resolver<'_>,
) -> Option<usize> {
    let at = plan.milestones.iter().position(|known| known.number == *number);
    if at.is_none() && !resolver.hidden.milestone(number) {
        let suggestion = resolve::nearest(number.as_str(), plan.milestones.iter().map(|known| known.number.as_str()));
        let diagnostic = resolver.report(&UNKNOWN_MILESTONE, record, field);
        diagnostic.add("id", number.to_string()).add("suggestion", suggestion);
    }
    at
}

fn milestone_updates(plan: &mut Plan, file: &Record, resolver: &mut Resolver<'_>) {
    let Some(report) = updates::report_of(plan, file) else { return };
    let scale = plan.reports.get(report).map_or(plan.scale, |report| report.scale);
    for (number, text, fields) in numbered(file.fields.get(&records::MILESTONE_UPDATES)) {
        let record = format!("{}#milestones.{text}", file.file);
        let Some(at) = milestone(plan, number, &record, "", resolver) else { continue };
        let done = fields.get(&records::DONE).copied();
        let is_to_come = done.is_some_and(|done| done.first() > resolver.site.as_of);
        let update = MilestoneUpdate {
            report,
            start: fields.get(&records::START).copied(),
            due: fields.get(&records::DUE).copied(),
            done: done.filter(|_| !is_to_come),
            level: resolver.level(fields.get(&records::LEVEL), scale, &record, "level"),
            // On a day that has not come it is not done, whichever of the two says so.
            lifecycle: updates::lifecycle(fields).filter(|lifecycle| !(is_to_come && *lifecycle == Lifecycle::Done)),
            decision: updates::decision(plan, fields, &record, resolver),
            note: fields.get(&records::NOTE).cloned(),
        };
        if let Some(milestone) = plan.milestones.get_mut(at) {
            milestone.updates.push(update);
            milestone.updates.sort_by_key(|update| update.report);
        }
    }
}

fn calendar(plan: &mut Plan, file: &Record, resolver: &mut Resolver<'_>) {
    let reports = file.fields.get(&records::REPORTS);
    for (key, text, value) in reports.into_iter().flat_map(Fields::entries) {
        let (Key::Period(period), Value::Record(fields)) = (key, value) else { continue };
        let record = format!("{}#reports.{text}", file.file);
        let report = plan.reports.iter().rposition(|report| {
            report.as_of == *period || (period.first() <= report.as_of.first() && report.as_of.last() <= period.last())
        });
        plan.calendar.push(ReportDue {
            period: *period,
            title: fields.get(&records::TITLE).cloned().unwrap_or_default(),
            meetings: meetings(fields, &record, resolver),
            report,
            record,
        });
    }
    plan.calendar.sort_by_key(|report| report.period);
}

fn meetings(fields: &Fields, record: &str, resolver: &mut Resolver<'_>) -> Vec<Meeting> {
    let mut meetings = Vec::new();
    for (at, value) in fields.get(&records::MEETINGS).into_iter().flatten().enumerate() {
        let Value::Record(meeting) = value else { continue };
        let field = format!("meetings.{at}.committee");
        if let Some(committee) = resolver.committee(meeting.get(&records::MEETING_COMMITTEE), record, &field) {
            meetings.push(Meeting { committee, date: meeting.get(&records::DATE).copied() });
        }
    }
    let alone = resolver.committee(fields.get(&records::ONE_COMMITTEE), record, "committee");
    meetings.extend(alone.map(|committee| Meeting { committee, date: None }));
    meetings
}

/// Adds the indicators and their readings, those of the reports included.
pub fn indicators<'r>(
    plan: &mut Plan,
    files: impl Iterator<Item = &'r Record>,
    all: &[Record],
    resolver: &mut Resolver<'_>,
) {
    for file in files {
        for (key, text, value) in file.fields.entries() {
            if let (Key::Id(id), Value::Record(fields)) = (key, value) {
                let record = format!("{}#{text}", file.file);
                let indicator = indicator(plan, id.clone(), fields, record, resolver);
                plan.indicators.push(indicator);
            }
        }
    }
    for record in all.iter().filter(|record| record.role == FileKind::IndicatorFigures) {
        figures(plan, record, resolver);
    }
    headlines(plan, resolver);
    shown_series(plan, resolver);
    for record in all.iter().filter(|record| matches!(record.role, FileKind::Update | FileKind::Status)) {
        readings(plan, record, resolver);
    }
    // Behind the others: a reading that they give too is told where it stands in the file of figures.
    for record in all.iter().filter(|record| record.role == FileKind::UpdateReadings) {
        readings(plan, record, resolver);
    }
    for indicator in &mut plan.indicators {
        indicator.readings.sort_by_key(|reading| (reading.date.last(), reading.report, reading.date));
        decimals::show_indicator(indicator);
    }
    decimals::report_ambiguous(plan, resolver);
    name_pages(&mut plan.indicators);
}

/// Gives each indicator a name for its page. Where ids make one slug, the later ones get a number behind it.
fn name_pages(indicators: &mut [Indicator]) {
    let mut taken = BTreeSet::new();
    for indicator in indicators {
        let slug = indicator.id.slug();
        let mut name = slug.clone();
        let mut count = 1_u32;
        while !taken.insert(name.clone()) {
            count = count.saturating_add(1);
            name = format!("{slug}-{count}");
        }
        indicator.slug = name;
    }
}

/// Finds an indicator, or one of the series of one. Reports one that nobody declared, unless it is hidden.
fn find(plan: &Plan, id: &Id, subject: &str, resolver: &mut Resolver<'_>) -> Option<usize> {
    let at = plan.indicators.iter().position(|indicator| indicator.id == *id);
    if at.is_some() || resolver.hidden.indicator(id) {
        return at;
    }
    // `achieved` below `[readings]` is read as a reading of an indicator of that name.
    if [&records::STATUS, &records::UPDATE].iter().any(|report| report.field(id.as_str()).is_some()) {
        let diagnostic = resolver.report(&MISPLACED_KEY, subject, "").add("key", id.to_string());
        diagnostic.add("table", records::READINGS.spec.name.to_owned());
        return None;
    }
    if let Some((whole, series)) = id.parts()
        && let Some(indicator) = plan.indicators.iter().find(|indicator| indicator.id.as_str() == whole)
    {
        let known = || plan.indicators.iter().filter(|other| other.id.is_part_of(&indicator.id));
        let named = known().map(|known| (known.id.parts().map_or("", |(_, own)| own), known.title.as_str()));
        let suggestion = named.clone().find(|(_, title)| title.eq_ignore_ascii_case(series)).map(|(own, _)| own);
        let suggestion = suggestion
            .map(str::to_owned)
            .unwrap_or_else(|| resolve::nearest(series, named.map(|(own, _)| own).chain(["total"])));
        let diagnostic = resolver.report(&UNKNOWN_SERIES, subject, "").add("id", series.to_owned());
        diagnostic.add("indicator", whole.to_owned()).add("suggestion", suggestion);
        return None;
    }
    // Of an indicator that nobody knows, its series need not be told of, too.
    let is_first = id.parts().is_none_or(|(whole, _)| {
        let told = |found: &crate::diag::Diagnostic| {
            *found.code == UNKNOWN_INDICATOR && found.args.iter().any(|(_, known)| known == whole)
        };
        !resolver.found.iter().any(told)
    });
    if is_first {
        let whole = id.parts().map_or(id.as_str(), |(whole, _)| whole);
        let wholes = plan.indicators.iter().filter(|known| known.series_of.is_none());
        let suggestion = resolve::nearest(whole, wholes.map(|indicator| indicator.id.as_str()));
        let diagnostic = resolver.report(&UNKNOWN_INDICATOR, subject, "");
        diagnostic.add("id", whole.to_owned()).add("suggestion", suggestion);
    }
    None
}

/// Adds what a CSV file says of an indicator and its series.
fn figures(plan: &mut Plan, file: &Record, resolver: &mut Resolver<'_>) {
    if !file.fields.is_empty() && find(plan, &file.id, file.file.as_str(), resolver).is_none() {
        return;
    }
    for (key, text, value) in file.fields.entries() {
        let (Key::Id(id), Value::Record(fields)) = (key, value) else { continue };
        let subject = format!("{}#{text}", file.file);
        let Some(at) = find(plan, id, &subject, resolver) else { continue };
        let unit = plan.indicators.get(at).map_or(Unit::KRONE, |indicator| indicator.unit.clone());
        let read = older_readings(plan, fields, &unit, &subject, resolver);
        let Some(indicator) = plan.indicators.get_mut(at) else { continue };
        for reading in read {
            if indicator.readings.iter().any(|known| known.date == reading.date) {
                let diagnostic = resolver.report(&READING_TWICE, &reading.record, "");
                let id = id.parts().map_or(id.as_str(), |(_, series)| series).to_owned();
                diagnostic.add("period", reading.date.iso()).add("id", id);
            } else {
                indicator.readings.push(reading);
            }
        }
    }
}

/// Looks whether the series that are to stand first are there.
fn headlines(plan: &mut Plan, resolver: &mut Resolver<'_>) {
    for at in 0..plan.indicators.len() {
        let Some(indicator) = plan.indicators.get(at) else { continue };
        let Some(series) = indicator.headline.as_ref() else { continue };
        let record = indicator.record.clone();
        let id = indicator.id.part(series);
        if find(plan, &id, &format!("{record}.headline"), resolver).is_none()
            && let Some(indicator) = plan.indicators.get_mut(at)
        {
            indicator.headline = None;
        }
    }
}

/// Looks whether the series that are to be drawn are there, and few enough to be told apart.
fn shown_series(plan: &mut Plan, resolver: &mut Resolver<'_>) {
    for at in 0..plan.indicators.len() {
        let Some(indicator) = plan.indicators.get(at).filter(|indicator| !indicator.shown.is_empty()) else { continue };
        let (record, id) = (indicator.record.clone(), indicator.id.clone());
        let mut shown = indicator.shown.clone();
        if shown.len() > MOST_SHOWN {
            resolver.report(&TOO_MANY_SHOWN, &record, "shown").add("limit", MOST_SHOWN.to_string());
        }
        let mut place = 0_usize;
        shown.retain(|series| {
            let field = format!("{record}.shown.{place}");
            place = place.saturating_add(1);
            find(plan, &id.part(series), &field, resolver).is_some()
        });
        shown.truncate(MOST_SHOWN);
        if let Some(indicator) = plan.indicators.get_mut(at) {
            indicator.shown = shown;
        }
    }
}

/// Reads what was read before the first report.
fn older_readings(
    plan: &Plan,
    fields: &Fields,
    unit: &Unit,
    record: &str,
    resolver: &mut Resolver<'_>,
) -> Vec<Reading> {
    let older = fields.get(&records::OLD_READINGS).into_iter().flat_map(Fields::entries);
    let as_of = resolver.site.as_of;
    let older = older.filter_map(|(key, text, value)| match (key, value) {
        (Key::Period(period), Value::Record(reading)) if period.first() <= as_of => Some((*period, text, reading)),
        _ => None,
    });
    // One period may be spelt in several ways.
    let mut known = BTreeSet::new();
    let older = older.filter_map(|(period, text, fields)| {
        let subject = format!("{record}.readings.{text}");
        if !known.insert(period) {
            let id = record.rsplit(['#', '.']).next().unwrap_or_default().to_owned();
            resolver.report(&READING_TWICE, &subject, "").add("period", period.iso()).add("id", id);
            return None;
        }
        reading(plan, fields, period, None, unit, &subject, resolver)
    });
    older.collect()
}

fn indicator(plan: &Plan, id: Id, fields: &Fields, record: String, resolver: &mut Resolver<'_>) -> Indicator {
    // A series stands behind its indicator, and counts as that does.
    let series_of =
        id.parts().and_then(|(whole, _)| plan.indicators.iter().rposition(|known| known.id.as_str() == whole));
    let whole = series_of.and_then(|at| plan.indicators.get(at));
    let around = whole.map_or(&plan.unit, |whole| &whole.unit);
    let unit = fields.get(&records::UNIT).unwrap_or(around).clone();
    let around =
        whole.and_then(|whole| whole.decimals.map(|decimals| ShownDecimals { unit: whole.unit.clone(), decimals }));
    let around = around.or_else(|| resolver.decimals.clone());
    let decimals = resolver.decimals_of((fields, &record, records::DECIMALS.spec.name), &unit, around.as_ref());
    let measure = fields.get(&records::MEASURE_REF).and_then(|id| {
        let at = plan.measures.iter().position(|measure| measure.id == *id);
        if at.is_none() {
            let suggestion = resolve::nearest(id.as_str(), plan.measures.iter().map(|known| known.id.as_str()));
            let diagnostic = resolver.report(&updates::UNKNOWN_MEASURE, &record, "measure");
            diagnostic.add("id", id.to_string()).add("suggestion", suggestion);
        }
        at
    });
    let text = |field| fields.get(field).cloned();
    let about = AboutIndicator {
        definition: text(&records::DEFINITION),
        source: text(&records::INDICATOR_SOURCE),
        method: text(&records::METHOD),
        note: text(&records::NOTE),
        contact: text(&records::CONTACT),
    };
    let below = resolver.suppress_below(fields, &record, records::SUPPRESS_BELOW.spec.name);
    let counts = unit.is_counted() && !is_rate(&unit);
    if below.is_some_and(|below| below > 0) && !counts {
        resolver.report_no_counts(&record, records::SUPPRESS_BELOW.spec.name);
    }
    let targets = targets(fields, &unit, &record, resolver);
    let stated = updates::word(fields, &records::DIRECTION, &WantedDirection::ALL);
    let stated = stated.or(whole.and_then(|whole| whole.direction));
    let direction = check_directions(stated, &targets, &record, resolver);
    Indicator {
        id,
        // Its page is named when all are known.
        slug: String::new(),
        series_of,
        headline: fields.get(&records::HEADLINE).cloned(),
        shown: fields.ids(&records::SHOWN_SERIES).cloned().collect(),
        about,
        owners: resolver.owners(fields.get(&records::OWNER), &record),
        formerly: fields.ids(&records::FORMERLY).cloned().collect(),
        title: fields.get(&records::TITLE).cloned().unwrap_or_default(),
        measure: measure.or(whole.and_then(|whole| whole.measure)),
        readings: older_readings(plan, fields, &unit, &record, resolver),
        section: match whole {
            Some(whole) => whole.section,
            None => measures::section(plan, fields.get(&records::SECTION), &record, resolver),
        },
        direction,
        baseline: baseline(fields.get(&records::BASELINE), &unit, &record, resolver),
        withheld_baseline: None,
        suppress_below: below.filter(|below| *below > 0 && counts),
        targets,
        missing: updates::remarks(fields.get(&records::MISSING)),
        breaks: updates::remarks(fields.get(&records::BREAKS)),
        next: fields.get(&records::NEXT).copied(),
        frequency: updates::word(fields, &records::FREQUENCY, &Frequency::ALL),
        decimals: decimals.map(|decimals| decimals.decimals),
        declares_decimals: fields.get(&records::DECIMALS).is_some(),
        declares_unit: fields.get(&records::UNIT).is_some(),
        unit,
        record,
    }
}

/// Reads the targets of an indicator: the one that is dated itself, and those by period.
fn targets(fields: &Fields, unit: &Unit, record: &str, resolver: &mut Resolver<'_>) -> Vec<Target> {
    let mut targets = Vec::new();
    if let Some(target) = fields.get(&records::TARGET)
        && let Some(aim) = aim(target, unit, record, records::TARGET.spec.name, resolver)
    {
        targets.push(Target { date: target.get(&records::DATE).copied(), aim });
    }
    for (key, text, value) in fields.get(&records::TARGETS).into_iter().flat_map(Fields::entries) {
        let (Key::Period(period), Value::Record(target)) = (key, value) else { continue };
        let field = format!("{}.{text}", records::TARGETS.spec.name);
        let Some(aim) = aim(target, unit, record, &field, resolver) else { continue };
        if targets.iter().any(|known| known.date == Some(*period)) {
            resolver.report(&TARGET_AGAIN, record, &field).add("period", text.to_owned());
        } else {
            targets.push(Target { date: Some(*period), aim });
        }
    }
    targets.sort_by_key(|target| target.date.map(|date| date.last()));
    targets
}

/// Reads what a target aims at.
fn aim(fields: &Fields, unit: &Unit, record: &str, field: &str, resolver: &mut Resolver<'_>) -> Option<Aim> {
    let mut figure = |of: &crate::schema::Field<crate::value::WrittenAmount>| {
        let value = resolver.figure(fields, of, unit)?;
        check_unit(&value, unit, record, &format!("{field}.{}", of.spec.name), resolver);
        Some(value)
    };
    if let Some(value) = figure(&records::AIMED_VALUE) {
        return Some(Aim::Value(value));
    }
    if let Some(value) = figure(&records::AT_LEAST) {
        return Some(Aim::AtLeast(value));
    }
    if let Some(value) = figure(&records::AT_MOST) {
        return Some(Aim::AtMost(value));
    }
    if let Some(words) = fields.get(&records::AIM_WORDS) {
        return Some(Aim::Words(words.clone()));
    }
    let written = fields.get(&records::BETWEEN)?;
    let field = format!("{field}.{}", records::BETWEEN.spec.name);
    range(written, unit, record, &field, resolver).map(|(low, high)| Aim::Between(low, high))
}

/// Reads a range: two values, the lower first.
fn range(
    written: &[Value],
    unit: &Unit,
    record: &str,
    field: &str,
    resolver: &mut Resolver<'_>,
) -> Option<(Figure, Figure)> {
    let figures: Vec<Figure> = written
        .iter()
        .filter_map(|value| if let Value::Amount(amount) = value { Some(amount.clone().resolve(unit)) } else { None })
        .collect();
    figures.iter().for_each(|figure| check_unit(figure, unit, record, field, resolver));
    if let [low, high] = figures.as_slice() {
        let number = |figure: &Figure| figure.amount.as_ref().and_then(|amount| amount.number_in(unit));
        if number(low).zip(number(high)).is_none_or(|(low, high)| low < high) {
            return Some((low.clone(), high.clone()));
        }
    }
    resolver.report(&NOT_A_RANGE, record, field);
    None
}

/// Reports targets that want an indicator to go another way than it says, or than each other.
fn check_directions(
    stated: Option<WantedDirection>,
    targets: &[Target],
    record: &str,
    resolver: &mut Resolver<'_>,
) -> Option<WantedDirection> {
    let wanted = || targets.iter().filter_map(|target| target.aim.direction());
    let direction = stated.or_else(|| wanted().next());
    if let Some(direction) = direction
        && wanted().any(|other| other != direction)
    {
        let field = if stated.is_some() { records::DIRECTION.spec.name } else { "" };
        resolver.report(&TARGET_CONTRADICTS, record, field).add("direction", direction.word().to_owned());
    }
    direction
}

fn baseline(fields: Option<&Fields>, unit: &Unit, record: &str, resolver: &mut Resolver<'_>) -> Option<DatedValue> {
    let fields = fields?;
    let value = resolver.figure(fields, &records::VALUE, unit)?;
    check_unit(&value, unit, record, "baseline.value", resolver);
    Some(DatedValue { date: fields.get(&records::DATE).copied(), value })
}

/// Reports a value that cannot be drawn beside the others of its indicator.
fn check_unit(value: &Figure, unit: &Unit, record: &str, field: &str, resolver: &mut Resolver<'_>) {
    if let Some(own) = value.amount.as_ref().map(|amount| &amount.unit).filter(|own| !own.adds_to(unit)) {
        let place = Place::Subject(FieldRef::new(record, field));
        resolver.found.push(units::differs(place, ("value", "indicator"), own, unit));
    }
}

fn reading(
    plan: &Plan,
    fields: &Fields,
    period: Period,
    report: Option<usize>,
    unit: &Unit,
    record: &str,
    resolver: &mut Resolver<'_>,
) -> Option<Reading> {
    let scale = report.and_then(|at| plan.reports.get(at)).map_or(plan.scale, |report| report.scale);
    let value = resolver.figure(fields, &records::OWN_VALUE, unit);
    if let Some(value) = &value {
        check_unit(value, unit, record, "value", resolver);
    }
    let uncounted = if value.is_none() { uncounted(fields, unit, record, resolver) } else { None };
    if value.is_none() && uncounted.is_none() {
        return None;
    }
    let date = fields.get(&records::DATE).copied().unwrap_or(period);
    if date.first() > resolver.site.as_of {
        return None;
    }
    Some(Reading {
        date,
        value: value.unwrap_or(Figure { amount: None, approx: None, mark: None }),
        uncounted,
        note: fields.get(&records::NOTE).cloned(),
        level: resolver.level(fields.get(&records::LEVEL), scale, record, "level"),
        trend: updates::trend(fields),
        report,
        record: record.to_owned(),
    })
}

/// Reads what was read where it is no single number.
fn uncounted(fields: &Fields, unit: &Unit, record: &str, resolver: &mut Resolver<'_>) -> Option<UncountedReading> {
    if let Some(words) = fields.get(&records::READ_WORDS) {
        return Some(UncountedReading::Words(words.clone()));
    }
    if let Some(written) = fields.get(&records::READ_BETWEEN) {
        let field = records::READ_BETWEEN.spec.name;
        return range(written, unit, record, field, resolver).map(|(low, high)| UncountedReading::Between(low, high));
    }
    let says_more = fields.get(&records::LEVEL).is_some() || fields.get(&records::NOTE).is_some();
    (says_more || fields.get(&records::TREND).is_some()).then_some(UncountedReading::LevelAlone)
}

/// Adds the readings that a report or a status gives.
fn readings(plan: &mut Plan, record: &Record, resolver: &mut Resolver<'_>) {
    let Some(given) = record.fields.get(&records::READINGS) else { return };
    let Some(report) = updates::report_of(plan, record) else { return };
    let Some(period) = plan.reports.get(report).map(|report| report.as_of) else { return };
    let is_csv = record.role == FileKind::UpdateReadings;
    // A file has many readings of a series, and one mistake in its name.
    let mut strangers: BTreeSet<&Id> = BTreeSet::new();
    for (key, text, value) in given.entries() {
        let (Key::Id(id), Value::Record(fields)) = (key, value) else { continue };
        if strangers.contains(id) {
            continue;
        }
        let subject = format!("{}#readings.{text}", record.file);
        let column = text.split('.').next().filter(|_| is_csv).map(|name| format!("{}#readings.{name}", record.file));
        let Some(at) = find(plan, id, column.as_ref().unwrap_or(&subject), resolver) else {
            strangers.insert(id);
            continue;
        };
        let unit = plan.indicators.get(at).map_or(Unit::KRONE, |indicator| indicator.unit.clone());
        let reading = reading(plan, fields, period, Some(report), &unit, &subject, resolver);
        let Some(indicator) = plan.indicators.get_mut(at) else { continue };
        let is_known = |reading: &Reading| {
            let same = |known: &Reading| known.report == reading.report && known.date == reading.date;
            indicator.readings.iter().any(same)
        };
        match reading {
            Some(reading) if is_known(&reading) => {
                let id = id.parts().map_or(id.as_str(), |(_, series)| series).to_owned();
                let diagnostic = resolver.report(&READING_TWICE, &reading.record, "");
                diagnostic.add("period", reading.date.iso()).add("id", id);
            }
            reading => indicator.readings.extend(reading),
        }
    }
}

/// Returns the sign rule a record states.
pub fn sign(fields: &Fields) -> Option<SignRule> {
    updates::word(fields, &records::SIGN, &SignRule::ALL)
}
