//! What shared pages and editions keep of a plan, taken from it: `PlanSummary::new`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    compare::RecordKind,
    model::{
        CountedArea, Decision, Gross, Indicator, Lifecycle, Measure, OwnOrSum, Plan, PlanAsOf, PlanTotal, Report,
        ReportDue, Standing, StatedComparison, Status, SumAddends, Totals, contradictions,
    },
    summary::{
        ContestedFigures, DecisionSummary, IndicatorSummary, LATEST_UPDATES, MeasureStand, MeasureSummary,
        MeetingSummary, MilestoneSummary, MissingReport, MissingSummary, PlanRow, PlanSummary, ReportDueSummary,
        StatedAreaCounts, TableRows, UpdateSummary, reason, table_totals,
    },
    table::CheckedFigure,
    value::{Figure, Id, ItemNumber, Year},
    view::{ViewContext, address::stem, differing, tables, writer::excerpt},
};

impl PlanSummary {
    /// Takes what shared pages need of a plan.
    pub(in crate::view) fn new(context: &ViewContext, plan: &Plan) -> Self {
        let seen = PlanAsOf::now(context.site, plan);
        Self {
            plan: plan_row(context, &seen),
            measures: measure_rows(context, &seen),
            indicators: indicator_rows(context, plan),
            milestones: milestone_rows(&seen),
            updates: updates(context, &seen),
            disagreements: differing::find(context, plan),
            missing: missing(context, &seen),
            meetings: meetings(context, &seen),
            reports_due: reports_due(context, &seen),
            case: plan.case.clone(),
            row_names: row_names(&seen),
            tables: seen
                .tables()
                .filter_map(|table| {
                    let (head, rows) = tables::committee_rows(context, &seen, table)?;
                    let scales = table.columns.iter().filter_map(|column| column.scale).collect();
                    Some(TableRows { head, rows, scales })
                })
                .collect(),
            log: Vec::new(),
            told: BTreeSet::new(),
            decisions: Vec::new(),
            leading: BTreeMap::new(),
        }
    }

    /// Takes what an edition keeps of a plan: what pages of another time are held against.
    pub(in crate::view) fn of_edition(context: &ViewContext, plan: &Plan) -> Self {
        let seen = PlanAsOf::now(context.site, plan);
        Self {
            plan: plan_row(context, &seen),
            measures: measure_rows(context, &seen)
                .into_iter()
                .map(|row| MeasureSummary { said: String::new(), ..row })
                .collect(),
            indicators: Vec::new(),
            milestones: milestone_rows(&seen),
            updates: Vec::new(),
            disagreements: Vec::new(),
            missing: missing(context, &seen),
            meetings: Vec::new(),
            reports_due: Vec::new(),
            case: None,
            row_names: String::new(),
            tables: Vec::new(),
            log: Vec::new(),
            told: told(plan),
            decisions: plan.decisions.iter().map(|decision| decision_row(&seen, decision)).collect(),
            leading: table_totals::of_plan(&seen),
        }
    }
}

fn indicator_rows(context: &ViewContext, plan: &Plan) -> Vec<IndicatorSummary> {
    let alone = plan.indicators.iter().filter(|indicator| indicator.series_of.is_none() && !plan.closed);
    let row = |indicator: &Indicator| IndicatorSummary {
        title: indicator.title.clone(),
        page: context.addresses.indicator(&plan.id, &indicator.slug),
    };
    alone.map(row).collect()
}

/// Returns what the reports of a plan tell of.
fn told(plan: &Plan) -> BTreeSet<(RecordKind, String, String)> {
    let mut told: BTreeSet<_> =
        plan.reports.iter().map(|report| (RecordKind::Report, String::new(), report.as_of.iso())).collect();
    let mut add = |kind, key: &str, report: usize| {
        told.extend(plan.reports.get(report).map(|report| (kind, key.to_owned(), report.as_of.iso())));
    };
    for measure in plan.measures.iter().filter(|measure| !measure.closed) {
        measure.statuses.iter().for_each(|status| add(RecordKind::Status, measure.id.as_str(), status.report));
    }
    for milestone in &plan.milestones {
        milestone
            .updates
            .iter()
            .for_each(|update| add(RecordKind::MilestoneUpdate, milestone.number.as_str(), update.report));
    }
    for indicator in &plan.indicators {
        indicator.readings.iter().filter_map(|reading| reading.report).for_each(|report| {
            add(RecordKind::Reading, indicator.id.as_str(), report);
        });
    }
    for table in &plan.tables {
        table.report.into_iter().for_each(|report| add(RecordKind::Figures, table.id.as_str(), report));
    }
    told
}

fn decision_row(seen: &PlanAsOf, decision: &Decision) -> DecisionSummary {
    DecisionSummary {
        number: decision.number.clone(),
        title: decision.title.clone(),
        due: decision.due,
        decided: seen.decided(decision).is_some(),
    }
}

/// Returns how many measures a plan without any states at each level, area by area. What is stated of the plan as a whole is shown where
/// all are counted, and what is stated of an area where its committee's are, also where the two do not agree. What no area tells
/// is of the plan's own committees.
fn stated_counts(seen: &PlanAsOf) -> Vec<StatedAreaCounts> {
    let told = seen.stated_counts().filter(|_| !seen.leaves().any(|measure| seen.is_counted(measure)));
    let Some(stated) = told.map(|told| told.stated) else { return Vec::new() };
    let plan = &seen.plan.committees;
    let rest = stated.total().less(&stated.sum_of_areas());
    let area = |area: &CountedArea| StatedAreaCounts {
        committees: area.committee.clone().map_or_else(|| plan.clone(), |own| vec![own]),
        levels: area.counts(),
        is_of_all: rest.is_some(),
    };
    let mut areas: Vec<StatedAreaCounts> = stated.areas.iter().map(area).collect();
    match rest {
        Some(rest) if rest.all() == 0 => {}
        Some(levels) => areas.push(StatedAreaCounts { committees: plan.clone(), levels, is_of_all: true }),
        None => areas.push(StatedAreaCounts { committees: Vec::new(), levels: stated.total(), is_of_all: true }),
    }
    areas
}

fn plan_row(context: &ViewContext, seen: &PlanAsOf) -> PlanRow {
    let plan = seen.plan;
    let totals = Totals::new(seen, Gross::Net);
    PlanRow {
        id: plan.id.clone(),
        formerly: plan.formerly.clone(),
        full_title: plan.title.clone(),
        title: plan.short_title().to_owned(),
        language: plan.language,
        page: context.addresses.plan(&plan.id).into_owned(),
        kind: plan.kind,
        year: plan.year,
        unit: plan.unit.clone(),
        level: plan.plan_standing(context.site, seen.report).map(|standing| standing.level),
        as_of: seen.latest().map(|report| report.as_of),
        finished: plan.finished.filter(|_| seen.is_finished()),
        scale: seen.latest().map_or(plan.scale, |report| report.scale),
        required: totals.required.printed().map(unmarked),
        achieved: totals.achieved.printed().map(unmarked),
        achieved_by: totals.achieved.sum.as_ref().map(|sum| (sum.given, sum.all)),
        share: totals
            .required
            .printed()
            .zip(totals.achieved.printed())
            .and_then(|(required, achieved)| totals.share(achieved, required)),
        saved_and_spent: totals.saved_and_spent,
        required_years: years(plan, &totals.required),
        achieved_years: years(plan, &totals.achieved),
        forecast: totals.forecast.printed().map(unmarked),
        overspend: seen
            .reports()
            .iter()
            .rev()
            .find_map(|report| report.overspend.as_ref())
            .or(plan.overspend.as_ref())
            .map(unmarked),
        contested: ContestedFigures {
            required: beside(&totals.required.comparison),
            achieved: beside(&totals.achieved.comparison),
            forecast: beside(&totals.forecast.comparison),
        },
        required_sum: totals.required.sum.as_ref().map(|sum| sum.figure.clone()),
        achieved_sum: totals.achieved.sum.as_ref().map(|sum| sum.figure.clone()),
        forecast_sum: totals.forecast.sum.as_ref().map(|sum| sum.figure.clone()),
        committees: plan.committees.clone(),
        owners: plan.owners.clone(),
        levels: seen.level_counts(),
        stated_counts: stated_counts(seen),
        reports: plan.reports.iter().map(|report| report.as_of).collect(),
        closed: plan.closed,
    }
}

/// Returns the years that a total is about: those of the measures' figures, else that of the plan.
fn years(plan: &Plan, total: &PlanTotal) -> BTreeSet<Year> {
    match &total.sum {
        Some(sum) => sum.years.clone(),
        None => plan.year.filter(|_| total.printed().is_some()).into_iter().collect(),
    }
}

/// Returns the words of the footnotes on a measure's number and figures. Tables across plans mark them anew.
fn notes(seen: &PlanAsOf, measure: &Measure) -> Vec<(String, String)> {
    let achieved = seen.given_achieved(measure);
    let marks = [
        ("number", None, measure.number.as_ref().and_then(ItemNumber::mark)),
        ("required", None, measure.required.as_ref().and_then(|figure| figure.mark)),
        ("achieved", achieved.map(|(report, _)| report), achieved.and_then(|(_, figure)| figure.mark)),
    ];
    let said = marks.into_iter().filter_map(|(column, report, mark)| {
        Some((column.to_owned(), seen.note(report, mark?).filter(|_| !measure.closed)?.clone()))
    });
    said.collect()
}

/// Returns a figure without its footnote mark: the note stands on the plan's page.
fn unmarked(figure: &Figure) -> Figure {
    Figure { mark: None, ..figure.clone() }
}

/// Returns what is stated beside what its parts come to, where these are not the same.
fn beside(comparison: &StatedComparison) -> Option<CheckedFigure> {
    let (stated, computed, difference) = comparison.beside()?;
    Some(CheckedFigure { stated: unmarked(stated), computed: computed.clone(), difference: difference.cloned() })
}

/// Returns the same where it proves that they differ.
fn checked(comparison: &StatedComparison) -> Option<CheckedFigure> {
    beside(comparison).filter(|checked| checked.difference.is_some())
}

fn measure_rows(context: &ViewContext, seen: &PlanAsOf) -> Vec<MeasureSummary> {
    let added = AddedMeasures::new(seen);
    (0..seen.plan.measures.len()).filter_map(|at| measure_row(context, seen, &added, at)).collect()
}

/// The measures of a plan whose own figures its sums are made of.
struct AddedMeasures<'a> {
    required: BTreeSet<&'a Id>,
    achieved: BTreeSet<&'a Id>,
    owing: BTreeSet<&'a Id>,
}

impl<'a> AddedMeasures<'a> {
    fn new(seen: &PlanAsOf<'a>) -> Self {
        let top = || seen.plan.measures.iter().filter(|measure| measure.parent.is_none());
        let given = |addends: &SumAddends<'a>| addends.given.iter().map(|(measure, _)| &measure.id).collect();
        let required = seen.addends(top(), Gross::Net, &|measure| measure.required.as_ref());
        let achieved = seen.addends(top(), Gross::Net, &|measure| seen.achieved(measure));
        Self {
            required: given(&required),
            achieved: given(&achieved),
            owing: achieved.owing.iter().map(|measure| &measure.id).collect(),
        }
    }
}

fn measure_row(context: &ViewContext, seen: &PlanAsOf, added: &AddedMeasures<'_>, at: usize) -> Option<MeasureSummary> {
    let measure = seen.plan.measures.get(at)?;
    let standing = seen.standing(measure);
    let indicators = seen.plan.indicators.iter().filter(|indicator| indicator.measure == Some(at));
    Some(MeasureSummary {
        id: measure.id.clone(),
        formerly: measure.formerly.clone(),
        stem: stem(&measure.file).to_owned(),
        indicators: indicators.map(|indicator| indicator.id.clone()).collect(),
        number: measure.number.clone(),
        title: measure.title.clone(),
        page: context.addresses.measure(&seen.plan.id, &measure.file).into_owned(),
        level: standing.map(|standing| standing.level),
        since: standing.and_then(|standing: Standing| seen.date(standing.report)),
        stood: stood(seen, measure),
        lifecycle: measure.lifecycle(),
        updated: measure.status().and_then(|status| seen.date(status.report)),
        why: why(seen, measure),
        said: said(measure),
        against: contradictions(seen.site, seen.plan, measure),
        due: measure.due,
        year: seen.year(measure),
        has_investment: seen.has_investment(measure),
        required: measure.required.as_ref().map(unmarked),
        achieved: seen.achieved(measure).map(unmarked),
        required_told: figure_told(seen, measure, &|measure| measure.required.as_ref()),
        achieved_told: figure_told(seen, measure, &|measure| seen.achieved(measure)),
        forecast: seen.forecast(measure).map(unmarked),
        is_forecast: is_forecast(seen, measure),
        notes: notes(seen, measure),
        contested: ContestedFigures {
            required: seen.beside_parts(measure, |measure| measure.required.as_ref()).as_ref().and_then(checked),
            achieved: seen.achieved_beside_parts(measure).as_ref().and_then(checked),
            forecast: None,
        },
        is_over: seen.is_finished(),
        is_counted: seen.is_counted(measure),
        adds_required: added.required.contains(&measure.id),
        adds_achieved: added.achieved.contains(&measure.id),
        owes_achieved: added.owing.contains(&measure.id),
        counts_level: seen.counts_level(measure),
        depth: seen.plan.measures_above(measure).count(),
        closed: measure.closed,
        committees: measure.committees.clone(),
        owners: measure.owners.clone(),
    })
}

/// Returns a figure of a measure as shared pages tell it; of one that is closed none.
fn figure_told<'a>(
    seen: &PlanAsOf<'a>,
    measure: &'a Measure,
    pick: &dyn Fn(&'a Measure) -> Option<&'a Figure>,
) -> Option<OwnOrSum> {
    seen.own_or_sum(measure, pick).filter(|_| !measure.closed).map(OwnOrSum::unmarked)
}

/// Tells whether the forecast of a plan is one of a measure: where it is stated, that is of all that anything is asked or
/// expected of.
fn is_forecast(seen: &PlanAsOf, measure: &Measure) -> bool {
    match seen.plan.states_forecast(seen.report) {
        true => seen.is_counted(measure) && measure.required.as_ref().or(seen.forecast(measure)).is_some(),
        false => seen.adds_forecast(measure),
    }
}

/// Returns why an open measure that needs attention stands where it does: what its latest status says.
fn why(seen: &PlanAsOf, measure: &Measure) -> Option<String> {
    let alarms = seen.standing(measure).is_some_and(|standing| seen.site.is_alarming(standing.level));
    let is_open = measure.lifecycle().is_none_or(Lifecycle::is_open) && !seen.is_finished();
    let status = measure.status().filter(|_| alarms && is_open && !measure.closed)?;
    reason(&status.words.body)
}

/// Returns the beginning of what the latest status of a measure says, for the search.
fn said(measure: &Measure) -> String {
    let status = measure.status().filter(|_| !measure.closed);
    excerpt(status.map_or("", |status| status.words.body.plain.as_str()), SEARCHED)
}

/// The most letters of a status that can be searched for: what stays in memory of the prose of plans.
const SEARCHED: usize = 400;

/// Returns the names of figure tables and of their rows, for the search.
fn row_names(seen: &PlanAsOf) -> String {
    let names = seen
        .tables()
        .flat_map(|table| std::iter::once(table.title.as_str()).chain(table.rows.iter().map(|row| row.label.as_str())));
    excerpt(&names.collect::<Vec<_>>().join(" "), SEARCHED_ROWS)
}

/// The most letters of the names of rows that can be searched for.
const SEARCHED_ROWS: usize = 2_000;

/// Returns how a measure stood at each report, where that was not how it stood before.
fn stood(seen: &PlanAsOf, measure: &Measure) -> Vec<MeasureStand> {
    let mut stood: Vec<MeasureStand> = Vec::new();
    for (at, report) in seen.plan.reports.iter().enumerate() {
        let then = PlanAsOf::at(seen.site, seen.plan, at);
        let stand = MeasureStand {
            from: report.as_of,
            level: then.standing(measure).map(|standing| standing.level),
            lifecycle: then.lifecycle(measure),
            counts_level: then.counts_level(measure),
        };
        if stood.last().is_none_or(|before| !before.is_same(&stand)) {
            stood.push(stand);
        }
    }
    stood
}

fn milestone_rows(seen: &PlanAsOf) -> Vec<MilestoneSummary> {
    let row = |milestone| {
        let known = seen.milestone(milestone);
        let owners = if milestone.owners.is_empty() { &seen.plan.owners } else { &milestone.owners };
        MilestoneSummary {
            number: milestone.number.clone(),
            title: milestone.title.clone(),
            moved_from: known.moved_from(),
            due: known.due(),
            done: known.done(),
            level: known.level(),
            lifecycle: known.lifecycle(),
            is_over: seen.is_finished(),
            committee: milestone.committee.as_ref().or(seen.plan.committees.first()).cloned(),
            owners: owners.clone(),
        }
    };
    seen.plan.milestones.iter().map(row).collect()
}

/// Returns the latest statuses, the newest first.
fn updates(context: &ViewContext, seen: &PlanAsOf) -> Vec<UpdateSummary> {
    let mut updates = Vec::new();
    for (at, report) in seen.plan.reports.iter().enumerate().rev() {
        for measure in seen.plan.measures.iter().filter(|measure| !measure.closed) {
            if let Ok(found) = measure.statuses.binary_search_by_key(&at, |status| status.report) {
                updates.extend(update(context, seen.plan, measure, found, report));
            }
            if updates.len() == LATEST_UPDATES {
                return updates;
            }
        }
    }
    updates
}

fn update(context: &ViewContext, plan: &Plan, measure: &Measure, at: usize, report: &Report) -> Option<UpdateSummary> {
    let status = measure.statuses.get(at)?;
    Some(UpdateSummary {
        date: report.as_of,
        number: measure.number.clone(),
        title: measure.title.clone(),
        page: context.addresses.measure(&plan.id, &measure.file).into_owned(),
        level: status.level(),
        before: measure.statuses.get(..at)?.iter().rev().find_map(Status::level),
        lifecycle: status.lifecycle,
        achieved: status.achieved.as_ref().map(unmarked),
    })
}

fn missing(context: &ViewContext, seen: &PlanAsOf) -> Vec<MissingSummary> {
    let plan = seen.plan;
    if seen.is_finished() {
        return Vec::new();
    }
    let latest = seen.latest().map(|report| report.as_of);
    let of_plan = |what, page, days| MissingSummary {
        what,
        page,
        owners: plan.owners.clone(),
        committees: plan.committees.clone(),
        days,
    };
    let statuses = plan.measures.iter().filter(|measure| seen.is_missing(measure)).map(|measure| MissingSummary {
        what: MissingReport::Status(
            context.measure_name(measure.number.as_ref(), &measure.title),
            measure.status().and_then(|status| seen.date(status.report)),
        ),
        page: context.addresses.measure(&plan.id, &measure.file).into_owned(),
        owners: measure.owners.clone(),
        committees: measure.committees.clone(),
        days: latest.map_or(0, |latest| seen.days_since(latest)),
    });
    let overdue =
        plan.measures.iter().filter(|measure| seen.is_overdue(measure) && !measure.closed).filter_map(|measure| {
            let due = measure.due?;
            Some(MissingSummary {
                what: MissingReport::Done(context.measure_name(measure.number.as_ref(), &measure.title), due),
                page: context.addresses.measure(&plan.id, &measure.file).into_owned(),
                owners: measure.owners.clone(),
                committees: measure.committees.clone(),
                days: seen.days_since(due),
            })
        });
    let is_late = |due: &&ReportDue| due.report.is_none() && seen.days_since(due.period) > 0;
    let reports = plan.calendar.iter().filter(is_late).map(|due| {
        let what = MissingReport::Report(due.title.clone(), due.period);
        of_plan(what, context.addresses.plan(&plan.id).into_owned(), seen.days_since(due.period))
    });
    let readings = plan.indicators.iter().filter_map(|indicator| {
        let next = indicator.next.filter(|next| seen.days_since(*next) > 0)?;
        let latest = indicator.readings.last().map(|reading| reading.date);
        let what = MissingReport::Reading(indicator.title.clone(), next);
        latest
            .is_none_or(|latest| latest < next)
            .then(|| of_plan(what, context.addresses.plan(&plan.id).into_owned(), seen.days_since(next)))
    });
    statuses.chain(overdue).chain(reports).chain(readings).collect()
}

fn reports_due(context: &ViewContext, seen: &PlanAsOf) -> Vec<ReportDueSummary> {
    let plan = seen.plan;
    let due = |due: &ReportDue| {
        let came = due.report.and_then(|report| seen.date(report));
        ReportDueSummary {
            period: due.period,
            title: due.title.clone(),
            page: came.map_or_else(
                || context.addresses.plan(&plan.id).into_owned(),
                |date| context.addresses.report(&plan.id, date),
            ),
            meetings: due.meetings.iter().map(|meeting| (meeting.committee.clone(), meeting.date)).collect(),
        }
    };
    plan.calendar.iter().map(due).collect()
}

fn meetings(context: &ViewContext, seen: &PlanAsOf) -> Vec<MeetingSummary> {
    let plan = seen.plan;
    let decisions = plan.decisions.iter().map(|decision| MeetingSummary {
        committee: decision.committee.clone(),
        date: decision.decided.or(decision.due),
        title: decision.title.clone(),
        page: context.addresses.plan(&plan.id).into_owned(),
        fragment: Some("decisions"),
        decided: Some(decision.decided.is_some()),
    });
    let reports = plan.calendar.iter().flat_map(|due| {
        let came = due.report.and_then(|report| seen.date(report));
        let page = came.map_or_else(
            || context.addresses.plan(&plan.id).into_owned(),
            |date| context.addresses.report(&plan.id, date),
        );
        due.meetings.iter().map(move |meeting| MeetingSummary {
            committee: Some(meeting.committee.clone()),
            date: meeting.date.or(Some(due.period)),
            title: due.title.clone(),
            page: page.clone(),
            fragment: if came.is_some() { None } else { Some("reports") },
            decided: None,
        })
    });
    decisions.chain(reports).collect()
}
