//! What changed since an edition, in a phrase for each row. What it comes to over all rows is in `flow`.

use std::collections::BTreeSet;

use super::{ViewContext, log};
use crate::{
    compare::{self, Change, RecordKey, RecordKind, RecordSummary},
    locale::Language,
    model::{PlanAsOf, Report},
    schema::MeasureColumn,
    summary::{EditionSummary, LogRow, MeasureSummary, MilestoneSummary, PlanRow, PlanSummary, Scope},
    table::{Cell, CellValue, Column, Row, RowClass, RowSet, SINCE, Table, sentences},
    value::{Figure, Id, Period},
    wording::{has_changed, milestone_phrases, since_phrases},
};

/// The columns of figures that tables across plans have.
pub(super) const SUMS: [MeasureColumn; 2] = [MeasureColumn::Required, MeasureColumn::Achieved];

/// Returns the edition before, and what it said of a plan; nothing of what an old report says, which is known as it was
/// then.
pub(super) fn of<'a>(context: &ViewContext<'a>, seen: &PlanAsOf) -> Option<(&'a EditionSummary, &'a PlanSummary)> {
    let is_now = seen.report.saturating_add(1) >= seen.plan.reports.len();
    let then = context.since.filter(|_| is_now)?;
    Some((then, then.plan(&seen.plan.id, &seen.plan.formerly)?))
}

/// Sees a plan as an edition saw it, with what has been corrected since: at the report that was its latest then.
pub(super) fn at_its_report<'a>(seen: &PlanAsOf<'a>, then: &PlanSummary) -> Option<PlanAsOf<'a>> {
    let is_it = |report: &Report| Some(report.as_of) == then.plan.as_of;
    Some(PlanAsOf::at(seen.site, seen.plan, seen.plan.reports.iter().position(is_it)?))
}

/// Makes the column that says what changed since an edition.
pub(super) fn column<R: RowSet>(
    context: &ViewContext,
    since: &EditionSummary,
    cell: for<'a, 'r> fn(&'a R::Row<'r>, usize) -> Cell,
) -> Column<R> {
    let date = context.locale.date(since.edition.as_of);
    Column::change(SINCE, "", cell).headed(context.say("col-since", &[("date", (&date).into())]))
}

/// Says what became of a measure since the edition before, where there is one.
pub(super) fn of_measure(
    context: &ViewContext,
    plan: &PlanRow,
    row: &MeasureSummary,
    columns: &[MeasureColumn],
    log: &[LogRow],
) -> Option<Cell> {
    let then = context.since?;
    if row.closed {
        return Some(Cell::default());
    }
    let before = then.plan(&plan.id, &plan.formerly).and_then(|plan| plan.measure(&row.id, &row.formerly));
    let now = (&row.summary(context.site), row.updated);
    Some(measure(context, then, before, (&plan.id, &row.id), now, columns, log))
}

/// Makes the cell of a measure: what changed, and what of that is a correction of what the edition told.
pub(super) fn measure(
    context: &ViewContext,
    then: &EditionSummary,
    before: Option<&MeasureSummary>,
    (plan, id): (&Id, &Id),
    (now, updated): (&RecordSummary<'_>, Option<Period>),
    columns: &[MeasureColumn],
    log: &[LogRow],
) -> Cell {
    let Some(before) = before else { return cell(vec![context.word("since_new").to_owned()]) };
    let subject = || RecordKey::of_plan(plan, RecordKind::Measure, id.as_str());
    let changes = compare::summaries(subject, &before.summary(&then.site), now);
    let mut phrases = since_phrases(context, &changes, columns);
    if !phrases.is_empty() {
        phrases.extend(corrected(context, &log::corrected_since(context, &then.edition, before, id, log)));
    }
    // What an older report says holds again: without a word it reads as news.
    let withdrawn = before.updated.filter(|told| updated < Some(*told));
    phrases.extend(
        withdrawn.map(|told| context.say("since-status-withdrawn", &[("date", (&context.locale.period(told)).into())])),
    );
    cell(phrases)
}

/// What is known today of a measure of an edition: when it was last told of, and what it has achieved.
pub(super) struct StillTold {
    pub updated: Option<Period>,
    pub achieved: Option<Figure>,
}

impl StillTold {
    /// What an edition told of it: nothing is said of what is closed today.
    pub fn as_then(then: &MeasureSummary) -> Self {
        Self { updated: then.updated, achieved: then.achieved.clone() }
    }
}

/// Says whose figures the sums of a plan that changed have lost since an edition: those of measures that are gone, and of those of
/// which a status was withdrawn, or says no more what was achieved. `still` answers what is told today of one of then.
pub(super) fn losses(
    context: &ViewContext,
    before: &PlanSummary,
    sums: &[Change],
    still: impl Fn(&MeasureSummary) -> Option<StillTold>,
) -> Vec<String> {
    let [is_required, is_achieved] =
        [RecordSummary::REQUIRED, RecordSummary::ACHIEVED].map(|path| has_changed(sums, path));
    let (mut gone, mut withdrawn) = (Vec::new(), Vec::new());
    for row in before.measures.iter().filter(|row| !row.closed) {
        let name = || context.measure_name(row.number.as_ref(), &row.title);
        let had_achieved = is_achieved && row.adds_achieved;
        match still(row) {
            None if had_achieved || (is_required && row.adds_required) => gone.push(name()),
            Some(now) if had_achieved && has_lost(&before.plan.id, row, &now) => withdrawn.push(name()),
            _ => {}
        }
    }
    let said = |word, names: Vec<String>| {
        (!names.is_empty()).then(|| context.say(word, &[("names", (&context.list(&names)).into())]))
    };
    [said("since-lost-gone", gone), said("since-lost-withdrawn", withdrawn)].into_iter().flatten().collect()
}

/// Tells whether a measure says no more what it had achieved, or an older report says something else of that again. A status
/// that was withdrawn and said what the one before it says took nothing from a sum.
fn has_lost(plan: &Id, then: &MeasureSummary, now: &StillTold) -> bool {
    let achieved = |figure| RecordSummary { achieved: figure, ..RecordSummary::default() };
    let subject = || RecordKey::of_plan(plan, RecordKind::Measure, then.id.as_str());
    let is_other =
        || !compare::summaries(subject, &achieved(then.achieved.as_ref()), &achieved(now.achieved.as_ref())).is_empty();
    now.achieved.is_none() || (now.updated < then.updated && is_other())
}

/// Returns what the rows of a plan tell today of a measure of then.
pub(super) fn still_told(rows: &PlanSummary, then: &MeasureSummary) -> Option<StillTold> {
    let is_it = |row: &&MeasureSummary| row.id == then.id || row.formerly.contains(&then.id);
    let told = |row: &MeasureSummary| match (row.closed, &row.achieved_told) {
        (true, _) => StillTold::as_then(then),
        (false, told) => StillTold { updated: row.updated, achieved: told.as_ref().map(|told| told.figure().clone()) },
    };
    rows.measures.iter().find(is_it).map(told)
}

/// Says what of a change is a correction, where any of it is.
pub(super) fn corrected(context: &ViewContext, phrases: &[String]) -> Option<String> {
    let words = || context.say("since-correction", &[("changes", (&phrases.join("; ")).into())]);
    (!phrases.is_empty()).then(words)
}

/// Says what became of a plan since the edition before, where there is one, with what became of the measures that it states by
/// number alone.
pub(super) fn of_plan(context: &ViewContext, rows: &PlanSummary, stated: Vec<String>) -> Option<Cell> {
    let plan = &rows.plan;
    let then = context.since?;
    if plan.closed {
        return Some(Cell::default());
    }
    let Some(before) = then.plan(&plan.id, &plan.formerly) else {
        return Some(cell(vec![context.word("since_new").to_owned()]));
    };
    let subject = || RecordKey::of_plan(&plan.id, RecordKind::Plan, plan.id.as_str());
    let changes =
        compare::summaries(subject, &before.plan.summary(&then.site, plan), &plan.summary(context.site, &before.plan));
    let mut phrases = since_phrases(context, &changes, &SUMS);
    if !phrases.is_empty() {
        phrases.extend(losses(context, before, &changes, |then| still_told(rows, then)));
    }
    phrases.extend(stated);
    Some(cell(phrases))
}

/// Says what became of a milestone since the edition before, where there is one.
pub(super) fn of_milestone(context: &ViewContext, plan: &PlanRow, row: &MilestoneSummary) -> Option<Cell> {
    let before = context.since?.plan(&plan.id, &plan.formerly).and_then(|plan| plan.milestone(&row.number));
    Some(cell(milestone(context, &plan.id, before, &row.summary(), row.moved_from)))
}

/// Says what changed of a milestone of a plan; that its date moved in a word, where its row says from which.
pub(super) fn milestone(
    context: &ViewContext,
    plan: &Id,
    before: Option<&MilestoneSummary>,
    now: &RecordSummary<'_>,
    moved_from: Option<Period>,
) -> Vec<String> {
    let Some(before) = before else { return vec![context.word("since_new").to_owned()] };
    let subject = || RecordKey::of_plan(plan, RecordKind::Milestone, before.number.as_str());
    milestone_phrases(context, &compare::summaries(subject, &before.summary(), now), moved_from)
}

/// Names the plans that the edition before had and that are gone.
pub(super) fn gone_plans(context: &ViewContext, now: &[&PlanSummary]) -> Option<Row> {
    let then = context.since?;
    let here: BTreeSet<&Id> =
        now.iter().filter_map(|rows| Some(&then.plan(&rows.plan.id, &rows.plan.formerly)?.plan.id)).collect();
    let gone = then.plans.values().map(|rows| &rows.plan).filter(|plan| !here.contains(&plan.id));
    gone_in_languages(context, gone.map(|plan| (plan.title.clone(), plan.language)).collect())
}

/// Returns whose things are asked for, by the id they had in the edition before. Answers nothing where there is no such
/// edition, or it did not know them.
pub(super) fn by_id_of_then<'r>(context: &ViewContext<'r>, whose: Scope<'r>) -> Option<Scope<'r>> {
    let (now, then) = (context.site, &context.since?.site);
    match whose {
        Scope::All => Some(whose),
        Scope::Committee(id) => {
            let formerly = now.committees.get(id).into_iter().flat_map(|committee| &committee.formerly);
            std::iter::once(id).chain(formerly).find(|id| then.committees.contains_key(*id)).map(Scope::Committee)
        }
        Scope::Owner(id) => {
            let formerly = now.owners.get(id).into_iter().flat_map(|owner| &owner.formerly);
            std::iter::once(id).chain(formerly).find(|id| then.owners.contains_key(*id)).map(Scope::Owner)
        }
    }
}

/// Names the measures of a plan that were somebody's in the edition before and that are gone.
pub(super) fn gone_measures<'r>(context: &ViewContext<'r>, now: &PlanSummary, whose: Scope<'r>) -> Option<Row> {
    let then = context.since?.plan(&now.plan.id, &now.plan.formerly)?;
    let whose = by_id_of_then(context, whose)?;
    let is_gone = |row: &&MeasureSummary| {
        let is_it = |other: &MeasureSummary| other.id == row.id || other.formerly.contains(&row.id);
        whose.has_measure(row) && !now.measures.iter().any(is_it)
    };
    let name = |row: &MeasureSummary| context.measure_name(row.number.as_ref(), &row.title);
    let name = |row: &MeasureSummary| (name(row), then.plan.language);
    gone_in_languages(context, then.measures.iter().filter(is_gone).map(name).collect())
}

/// Names the milestones of plans that were somebody's in the edition before and that are gone, of those that a table
/// would hold.
pub(super) fn gone_milestones<'r>(
    context: &ViewContext<'r>,
    now: &[&PlanSummary],
    whose: Scope<'r>,
    picks: impl Fn(&MilestoneSummary) -> bool,
) -> Option<Row> {
    let then = context.since?;
    let whose = by_id_of_then(context, whose)?;
    let of_plan = |rows: &&PlanSummary| {
        let before = then.plan(&rows.plan.id, &rows.plan.formerly).into_iter().flat_map(|plan| &plan.milestones);
        let is_here = |row: &MilestoneSummary| rows.milestones.iter().any(|other| other.number == row.number);
        let gone = before.filter(|row| !is_here(row) && whose.has_milestone(row) && picks(row));
        gone.map(|row| (row.name(), rows.plan.language)).collect::<Vec<_>>()
    };
    gone_in_languages(context, now.iter().flat_map(of_plan).collect())
}

/// Makes a cell of that column.
pub(super) fn cell(phrases: Vec<String>) -> Cell {
    Cell::of(CellValue::Changes(phrases))
}

/// Fits a table to what stands in it, and to what changed of it.
pub(super) fn fitted(context: &ViewContext, table: Table) -> Table {
    once(context, table.fitted())
}

/// Where a table says of every row that nothing changed, says it once, in the table's note.
pub(super) fn once(context: &ViewContext, mut table: Table) -> Table {
    let is_same = |(class, cell): (RowClass, Option<&Cell>)| match cell {
        Some(cell) => cell.is_empty() || cell.is_same(),
        None => class != RowClass::Note,
    };
    let says_so = |(_, cell): (RowClass, Option<&Cell>)| cell.is_some_and(Cell::is_same);
    let cells = || table.since_cells();
    let Some(then) = context.since.filter(|_| cells().any(says_so) && cells().all(is_same)) else { return table };
    table.without_since();
    note(context, &mut table, "since-same-table", then);
    table
}

/// Says of a whole table what became of it since an edition.
pub(super) fn note(context: &ViewContext, table: &mut Table, word: &str, then: &EditionSummary) {
    let words = context.say(word, &[("date", (&context.locale.date(then.edition.as_of)).into())]);
    table.note = sentences([std::mem::take(&mut table.note), words]);
}

/// Names what an edition had that is gone, in a row across all columns.
pub(super) fn gone_row(context: &ViewContext, names: Vec<String>) -> Option<Row> {
    gone_in_languages(context, names.into_iter().map(|name| (name, context.locale.language())).collect())
}

/// The same of names in languages of their own.
fn gone_in_languages(context: &ViewContext, named: Vec<(String, Language)>) -> Option<Row> {
    let names: Vec<String> = named.iter().map(|(name, _)| name.clone()).collect();
    let words = || context.say("since-gone-names", &[("names", (&context.list(&names)).into())]);
    (!names.is_empty()).then(|| Row::across(RowClass::Note, Cell::of(words()).quoting(named)))
}
