//! Rows: the little of each plan that shared pages are made of.
//!
//! Plans are mapped to pages one by one and forgotten; their rows stay until all plans are done. So
//! rows own what they hold, hold no prose, and point to levels instead of copying their words.

use super::{
    Row, Table,
    seen::{Seen, is_blank},
    tables,
};
use crate::{
    model::{
        Class, Comparison, Difference, Gross, LevelRef, Lifecycle, Measure, Plan, Report, ReportDue, Standing, Status,
    },
    value::{Amount, Figure, Id, ItemNumber, Period, RelPath, Unit},
    view::Desk,
};

/// The most updates that shared pages show.
pub(super) const LATEST_UPDATES: usize = 10;

/// What shared pages know of one plan.
#[derive(Clone, Debug)]
pub struct PlanRows {
    /// The plan itself.
    pub plan: PlanRow,
    /// Its measures, in its order.
    pub measures: Vec<MeasureRow>,
    /// Its milestones.
    pub milestones: Vec<MilestoneRow>,
    /// Its latest statuses, the newest first; at most ten.
    pub updates: Vec<UpdateRow>,
    /// Its stated figures that are not the computed ones.
    pub disagreements: Vec<DisagreementRow>,
    /// What should have been reported and was not.
    pub missing: Vec<MissingRow>,
    /// Its decisions and the meetings its reports go to.
    pub meetings: Vec<MeetingRow>,
    /// Rows of its figure tables that are a committee's.
    pub tables: Vec<TableRows>,
}

/// A plan.
#[derive(Clone, Debug)]
pub struct PlanRow {
    /// Its key.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// Its page.
    pub page: RelPath,
    /// The word of its kind.
    pub kind: &'static str,
    /// The year its figures are about.
    pub year: Option<i16>,
    /// What they count in.
    pub unit: Unit,
    /// Where it stands.
    pub level: Option<LevelRef>,
    /// The date of its latest report.
    pub as_of: Option<Period>,
    /// The scale of its latest report.
    pub scale: usize,
    /// The required saving: stated, else computed.
    pub required: Option<Figure>,
    /// The achieved saving: stated, else computed.
    pub achieved: Option<Figure>,
    /// The committees it belongs to.
    pub committees: Vec<Id>,
    /// The roles that own it.
    pub owners: Vec<Id>,
    /// How many measures stand at each level.
    pub levels: Vec<(LevelRef, usize)>,
    /// How many have no level.
    pub without_level: usize,
    /// How many reports it has.
    pub reports: usize,
}

/// A measure.
#[derive(Clone, Debug)]
pub struct MeasureRow {
    /// Its number.
    pub number: Option<ItemNumber>,
    /// Its name.
    pub title: String,
    /// Its page.
    pub page: RelPath,
    /// Where it stands.
    pub level: Option<LevelRef>,
    /// The date of the report that said so.
    pub since: Option<Period>,
    /// Where it is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// When it was last reported.
    pub updated: Option<Period>,
    /// When it is due.
    pub due: Option<Period>,
    /// The required saving.
    pub required: Option<Figure>,
    /// The achieved saving.
    pub achieved: Option<Figure>,
    /// Whether it has children, which stand for it in counts.
    pub is_parent: bool,
    /// Whether it stands below another.
    pub is_child: bool,
    /// The committees it belongs to.
    pub committees: Vec<Id>,
    /// The roles that own it.
    pub owners: Vec<Id>,
}

impl MeasureRow {
    /// Tells whether there is still something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.lifecycle.is_none_or(Lifecycle::is_open)
    }
}

/// A milestone.
#[derive(Clone, Debug)]
pub struct MilestoneRow {
    /// Its number or key.
    pub number: ItemNumber,
    /// Its name.
    pub title: String,
    /// Where it was moved from.
    pub moved_from: Option<Period>,
    /// The date that holds.
    pub due: Option<Period>,
    /// When it was reached.
    pub done: Option<Period>,
    /// Its level.
    pub level: Option<LevelRef>,
    /// Where it is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// The committee it is reported to, else the plan's leading one.
    pub committee: Option<Id>,
    /// Who owns it, else the plan's owners.
    pub owners: Vec<Id>,
}

impl MilestoneRow {
    /// Tells whether it is still to be reached.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.done.is_none() && self.lifecycle.is_none_or(Lifecycle::is_open)
    }
}

/// A status of a measure.
#[derive(Clone, Debug)]
pub struct UpdateRow {
    /// What it is about.
    pub date: Period,
    /// The measure's number.
    pub number: Option<ItemNumber>,
    /// The measure's name.
    pub title: String,
    /// The measure's page.
    pub page: RelPath,
    /// The level it gives.
    pub level: Option<LevelRef>,
    /// The level the measure had before.
    pub before: Option<LevelRef>,
    /// The lifecycle it gives.
    pub lifecycle: Option<Lifecycle>,
    /// The achieved saving it gives.
    pub achieved: Option<Figure>,
}

/// A stated figure that is not the computed one.
#[derive(Clone, Debug)]
pub struct DisagreementRow {
    /// Which figure it is.
    pub what: Disputed,
    /// Where it stands.
    pub page: RelPath,
    /// The anchor there.
    pub fragment: String,
    /// The report that states it; nothing where the plan itself does.
    pub report: Option<Period>,
    /// What is stated.
    pub stated: Figure,
    /// What its parts come to.
    pub computed: Amount,
    /// How they differ.
    pub difference: Difference,
}

/// A figure that disagrees.
#[derive(Clone, Debug)]
pub enum Disputed {
    /// The plan's required saving, net or gross.
    Required(Gross),
    /// The plan's achieved saving, net or gross.
    Achieved(Gross),
    /// The plan's forecast, net or gross.
    Forecast(Gross),
    /// The required saving of a measure with children, by its name.
    Parent(String),
    /// A measure's effect in a year, by its name.
    EffectYear(String, i16),
    /// All measures' effect in a month of a year, from 1.
    EffectMonth(i16, i8),
    /// All measures' effect in a year, against their stated totals.
    EffectTotal(i16),
    /// All measures' effect in a year, against the months' totals.
    EffectAcross(i16),
    /// A cell of a figure table: the table's title, the row's label, the column's key and title.
    Cell(String, String, Id, Option<String>),
}

/// Something that should have been reported.
#[derive(Clone, Debug)]
pub struct MissingRow {
    /// What it is.
    pub what: Missed,
    /// Where it should stand.
    pub page: RelPath,
    /// Whose it is.
    pub owners: Vec<Id>,
    /// Which committees it concerns.
    pub committees: Vec<Id>,
    /// How many days it has been missing.
    pub days: i32,
}

/// What was not reported.
#[derive(Clone, Debug)]
pub enum Missed {
    /// A measure has no news in the latest report: its name, and when it was last told of.
    Status(String, Option<Period>),
    /// An announced report did not come: its title and period.
    Report(String, Period),
    /// An announced reading did not come: the indicator's title and the period.
    Reading(String, Period),
}

/// A decision, or a meeting that a report goes to.
#[derive(Clone, Debug)]
pub struct MeetingRow {
    /// Which committee.
    pub committee: Id,
    /// When; nothing where there is no date yet.
    pub date: Option<Period>,
    /// What is decided, or which report is laid before it.
    pub title: String,
    /// Where it stands.
    pub page: RelPath,
    /// The anchor there.
    pub fragment: Option<&'static str>,
    /// Whether it is a decision, and if so whether it was taken.
    pub decided: Option<bool>,
}

/// The rows of one figure table that belong to committees.
#[derive(Clone, Debug)]
pub struct TableRows {
    /// The table without its rows.
    pub head: Table,
    /// The rows, each with its committee.
    pub rows: Vec<(Id, Row)>,
}

impl PlanRows {
    /// Takes what shared pages need of a plan.
    pub(super) fn new(desk: &Desk, plan: &Plan) -> Self {
        let seen = Seen::now(desk.site, plan);
        Self {
            plan: plan_row(desk, &seen),
            measures: plan.measures.iter().map(|measure| measure_row(desk, &seen, measure)).collect(),
            milestones: milestone_rows(&seen),
            updates: updates(desk, &seen),
            disagreements: disagreements(desk, &seen),
            missing: missing(desk, &seen),
            meetings: meetings(desk, &seen),
            tables: seen
                .tables()
                .filter_map(|table| tables::committee_rows(desk, &seen, table))
                .map(|(head, rows)| TableRows { head, rows })
                .collect(),
        }
    }
}

fn plan_row(desk: &Desk, seen: &Seen) -> PlanRow {
    let plan = seen.plan;
    let (levels, without_level) = seen.level_counts();
    PlanRow {
        id: plan.id.clone(),
        title: plan.title.clone(),
        page: desk.book.plan(&plan.id),
        kind: plan.kind.id,
        year: plan.year,
        unit: plan.unit.clone(),
        level: plan.plan_standing(desk.site, seen.report).map(|standing| standing.level),
        as_of: seen.latest().map(|report| report.as_of),
        scale: seen.latest().map_or(plan.scale, |report| report.scale),
        required: printed(&plan.required(Gross::Net)),
        achieved: printed(&plan.achieved(seen.report, Gross::Net)),
        committees: plan.committees.clone(),
        owners: plan.owners.clone(),
        levels,
        without_level,
        reports: plan.reports.len(),
    }
}

/// Returns what is stated, else what was computed.
pub(super) fn printed(comparison: &Comparison) -> Option<Figure> {
    comparison.stated.first().cloned().or_else(|| comparison.computed.clone().map(Figure::exact))
}

fn measure_row(desk: &Desk, seen: &Seen, measure: &Measure) -> MeasureRow {
    let standing = seen.standing(measure);
    let sum = |pick: &dyn Fn(&Measure) -> Option<Figure>| pick(measure);
    MeasureRow {
        number: measure.number.clone(),
        title: measure.title.clone(),
        page: desk.book.measure(&seen.plan.id, &measure.file),
        level: standing.map(|standing| standing.level),
        since: standing.and_then(|standing: Standing| seen.date(standing.report)),
        lifecycle: measure.lifecycle(),
        updated: measure.status().and_then(|status| seen.date(status.report)),
        due: measure.due,
        required: sum(&|measure| measure.required.clone()),
        achieved: sum(&|measure| measure.achieved().cloned()),
        is_parent: !measure.children.is_empty() || is_blank(measure),
        is_child: measure.parent.is_some(),
        committees: measure.committees.clone(),
        owners: measure.owners.clone(),
    }
}

fn milestone_rows(seen: &Seen) -> Vec<MilestoneRow> {
    let row = |milestone| {
        let known = seen.milestone(milestone);
        let owners = if milestone.owners.is_empty() { &seen.plan.owners } else { &milestone.owners };
        MilestoneRow {
            number: milestone.number.clone(),
            title: milestone.title.clone(),
            moved_from: known.moved_from(),
            due: known.due(),
            done: known.done(),
            level: known.level(),
            lifecycle: known.lifecycle(),
            committee: milestone.committee.as_ref().or(seen.plan.committees.first()).cloned(),
            owners: owners.clone(),
        }
    };
    seen.plan.milestones.iter().map(row).collect()
}

/// Returns the latest statuses, the newest first.
fn updates(desk: &Desk, seen: &Seen) -> Vec<UpdateRow> {
    let mut updates = Vec::new();
    for (at, report) in seen.plan.reports.iter().enumerate().rev() {
        for measure in seen.plan.measures.iter().filter(|measure| !measure.closed) {
            if let Ok(found) = measure.statuses.binary_search_by_key(&at, |status| status.report) {
                updates.extend(update(desk, seen.plan, measure, found, report));
            }
            if updates.len() == LATEST_UPDATES {
                return updates;
            }
        }
    }
    updates
}

fn update(desk: &Desk, plan: &Plan, measure: &Measure, at: usize, report: &Report) -> Option<UpdateRow> {
    let status = measure.statuses.get(at)?;
    Some(UpdateRow {
        date: report.as_of,
        number: measure.number.clone(),
        title: measure.title.clone(),
        page: desk.book.measure(&plan.id, &measure.file),
        level: status.level(),
        before: measure.statuses.get(..at)?.iter().rev().find_map(Status::level),
        lifecycle: status.lifecycle,
        achieved: status.achieved.clone(),
    })
}

fn missing(desk: &Desk, seen: &Seen) -> Vec<MissingRow> {
    let plan = seen.plan;
    let latest = seen.latest().map(|report| report.as_of);
    let of_plan = |what, page, days| MissingRow {
        what,
        page,
        owners: plan.owners.clone(),
        committees: plan.committees.clone(),
        days,
    };
    let statuses = plan.measures.iter().filter(|measure| seen.is_missing(measure)).map(|measure| MissingRow {
        what: Missed::Status(
            desk.measure_name(measure.number.as_ref(), &measure.title),
            measure.status().and_then(|status| seen.date(status.report)),
        ),
        page: desk.book.measure(&plan.id, &measure.file),
        owners: measure.owners.clone(),
        committees: measure.committees.clone(),
        days: latest.map_or(0, |latest| seen.days_since(latest)),
    });
    let is_late = |due: &&ReportDue| due.report.is_none() && seen.days_since(due.period) > 0;
    let reports = plan.calendar.iter().filter(is_late).map(|due| {
        let what = Missed::Report(due.title.clone(), due.period);
        of_plan(what, desk.book.plan(&plan.id), seen.days_since(due.period))
    });
    let readings = plan.indicators.iter().filter_map(|indicator| {
        let next = indicator.next.filter(|next| seen.days_since(*next) > 0)?;
        let latest = indicator.readings.last().map(|reading| reading.date);
        let what = Missed::Reading(indicator.title.clone(), next);
        latest
            .is_none_or(|latest| latest < next)
            .then(|| of_plan(what, desk.book.plan(&plan.id), seen.days_since(next)))
    });
    statuses.chain(reports).chain(readings).collect()
}

fn meetings(desk: &Desk, seen: &Seen) -> Vec<MeetingRow> {
    let plan = seen.plan;
    let decisions = plan.decisions.iter().filter_map(|decision| {
        Some(MeetingRow {
            committee: decision.committee.clone()?,
            date: decision.decided.or(decision.due),
            title: decision.title.clone(),
            page: desk.book.plan(&plan.id),
            fragment: Some("decisions"),
            decided: Some(decision.decided.is_some()),
        })
    });
    let reports = plan.calendar.iter().flat_map(|due| {
        let came = due.report.and_then(|report| seen.date(report));
        let page = came.map_or_else(|| desk.book.plan(&plan.id), |date| desk.book.report(&plan.id, date));
        due.meetings.iter().map(move |meeting| MeetingRow {
            committee: meeting.committee.clone(),
            date: meeting.date.or(Some(due.period)),
            title: due.title.clone(),
            page: page.clone(),
            fragment: if came.is_some() { None } else { Some("reports") },
            decided: None,
        })
    });
    decisions.chain(reports).collect()
}

/// Finds every stated figure of a plan that is not the computed one.
fn disagreements(desk: &Desk, seen: &Seen) -> Vec<DisagreementRow> {
    let mut found = Found { desk, plan: seen.plan, rows: Vec::new() };
    found.totals();
    found.measures();
    found.effects();
    for table in &seen.plan.tables {
        found.table(table);
    }
    found.rows
}

struct Found<'d> {
    desk: &'d Desk<'d>,
    plan: &'d Plan,
    rows: Vec<DisagreementRow>,
}

impl Found<'_> {
    /// Adds the figures of a comparison that are not exact.
    fn add(&mut self, comparison: &Comparison, report: Option<Period>, fragment: &str, what: impl Fn() -> Disputed) {
        let Some(computed) = &comparison.computed else { return };
        for (stated, difference) in comparison.stated.iter().zip(&comparison.differences) {
            if let Some(difference) = difference.as_ref().filter(|found| found.class != Class::Exact) {
                self.rows.push(DisagreementRow {
                    what: what(),
                    page: match report {
                        Some(date) => self.desk.book.report(&self.plan.id, date),
                        None => self.desk.book.plan(&self.plan.id),
                    },
                    fragment: fragment.to_owned(),
                    report,
                    stated: stated.clone(),
                    computed: computed.clone(),
                    difference: difference.clone(),
                });
            }
        }
    }

    /// Adds what the plan and each of its reports state of the whole.
    fn totals(&mut self) {
        let plan = self.plan;
        for gross in [Gross::Net, Gross::Gross] {
            self.add(&plan.required(gross), None, "measures", || Disputed::Required(gross));
            for (at, report) in plan.reports.iter().enumerate() {
                let stated = &report.stated;
                let (achieved, forecast) = match gross {
                    Gross::Net => (&stated.achieved, &stated.forecast),
                    Gross::Gross => (&stated.gross_achieved, &stated.gross_forecast),
                };
                if !achieved.is_empty() {
                    self.add(&plan.achieved(at, gross), Some(report.as_of), "measures", || Disputed::Achieved(gross));
                }
                if !forecast.is_empty() {
                    self.add(&plan.forecast(at, gross), Some(report.as_of), "measures", || Disputed::Forecast(gross));
                }
            }
        }
    }

    fn measures(&mut self) {
        for measure in &self.plan.measures {
            let name = || self.desk.measure_name(measure.number.as_ref(), &measure.title);
            let comparisons = measure.effect.iter().map(|effect| (effect.year, effect.comparison()));
            let effects: Vec<_> =
                comparisons.filter(|(_, comparison)| comparison.class() > Some(Class::Exact)).collect();
            let name = if effects.is_empty() && measure.sum.is_none() { String::new() } else { name() };
            if let Some(sum) = &measure.sum {
                self.add(sum, None, "measures", || Disputed::Parent(name.clone()));
            }
            for (year, comparison) in effects {
                let anchor = format!("effect-{year}");
                self.add(&comparison, None, &anchor, || Disputed::EffectYear(name.clone(), year));
            }
        }
    }

    fn effects(&mut self) {
        for year in self.plan.effect_years() {
            let sum = self.plan.effect(year);
            let anchor = format!("effect-{year}");
            for (month, comparison) in (1..).zip(&sum.months) {
                self.add(comparison, None, &anchor, || Disputed::EffectMonth(year, month));
            }
            self.add(&sum.total, None, &anchor, || Disputed::EffectTotal(year));
            self.add(&sum.across, None, &anchor, || Disputed::EffectAcross(year));
        }
    }

    fn table(&mut self, table: &crate::model::Table) {
        let report = table.report.and_then(|report| self.plan.reports.get(report)).map(|report| report.as_of);
        let anchor = super::address::table_anchor(table.id.as_str());
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let (Some(stated), Some(computed), Some(difference)) = (&cell.stated, &cell.computed, &cell.difference)
                else {
                    continue;
                };
                let comparison = Comparison {
                    stated: vec![stated.clone()],
                    computed: Some(computed.clone()),
                    differences: vec![Some(difference.clone())],
                };
                self.add(&comparison, report, &anchor, || {
                    Disputed::Cell(table.title.clone(), row.label.clone(), column.id.clone(), column.title.clone())
                });
            }
        }
    }
}
