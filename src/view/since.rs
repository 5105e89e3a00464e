//! What changed since an edition, in a phrase for each row. What it comes to over all rows is in `flow`.

use std::collections::BTreeSet;

use super::{
    Cell, CellValue, Desk, LogRow, MeasureRow, MilestoneRow, PlanRow, PlanRows, Row, RowClass, Snapshot, Table, log,
    scope::Whose,
    seen::Seen,
    shown,
    table::{Column, Rows, SINCE, sentences},
};
use crate::{
    compare::{LevelName, meaning},
    model::{Lifecycle, Report, Site},
    schema::MeasureColumn,
    value::{Figure, Id, Period, Unit},
};

/// The columns of figures that tables across plans have.
pub(super) const SUMS: [MeasureColumn; 2] = [MeasureColumn::Required, MeasureColumn::Achieved];

/// What is known of a measure or a plan at one time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'r> {
    /// Where it stands.
    pub level: Option<LevelName<'r>>,
    /// Where it is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// The required saving.
    pub required: Option<&'r Figure>,
    /// The achieved saving.
    pub achieved: Option<&'r Figure>,
    /// The saving expected at the end.
    pub forecast: Option<&'r Figure>,
    /// When it is due.
    pub due: Option<Period>,
}

impl<'r> Known<'r> {
    /// Takes it from the row of a measure, whose level is one of a site's.
    pub fn of(site: &'r Site, row: &'r MeasureRow) -> Self {
        Self {
            level: row.level.and_then(|level| LevelName::of(site, level)),
            lifecycle: row.lifecycle,
            required: row.required.as_ref(),
            achieved: row.achieved.as_ref(),
            forecast: row.forecast.as_ref(),
            due: row.due,
        }
    }

    /// Takes it from the row of a plan.
    pub fn of_plan(site: &'r Site, row: &'r PlanRow) -> Self {
        Self {
            level: row.level.and_then(|level| LevelName::of(site, level)),
            lifecycle: None,
            required: row.required.as_ref(),
            achieved: row.achieved.as_ref(),
            forecast: row.forecast.as_ref(),
            due: None,
        }
    }

    /// Returns its sums alone.
    pub fn sums(required: Option<&'r Figure>, achieved: Option<&'r Figure>, forecast: Option<&'r Figure>) -> Self {
        Self { level: None, lifecycle: None, required, achieved, forecast, due: None }
    }

    /// Says what changed until another time, the status first; nothing where all is the same. Of an amount that is told for
    /// the first time and has one of `columns`, no more is said than that, and only where nothing else is.
    pub fn until(&self, desk: &Desk, now: &Known, columns: &[MeasureColumn]) -> Vec<String> {
        let is_first_level = self.level.is_none() && now.level.is_some();
        let is_plain = is_first_level || now.lifecycle == Some(Lifecycle::InProgress);
        let lifecycle =
            now.lifecycle.filter(|_| self.lifecycle != now.lifecycle && (self.lifecycle.is_some() || !is_plain));
        let amounts = [
            ("since-required", MeasureColumn::Required, self.required, now.required),
            ("since-achieved", MeasureColumn::Achieved, self.achieved, now.achieved),
            ("since-forecast", MeasureColumn::Forecast, self.forecast, now.forecast),
        ];
        let stands_there = |column, before: Option<_>, after: Option<_>| {
            before.is_none() && after.is_some() && columns.contains(&column)
        };
        let (there, told): (Vec<_>, Vec<_>) =
            amounts.into_iter().partition(|(_, column, before, after)| stands_there(*column, *before, *after));
        let mut phrases: Vec<String> = level_step(desk, self.level, now.level)
            .into_iter()
            .chain(lifecycle.map(|lifecycle| desk.lifecycle(lifecycle).word.to_lowercase()))
            .chain(told.into_iter().filter_map(|(key, _, before, after)| amount_step(desk, key, before, after)))
            .chain(date_step(desk, self.due, now.due))
            .collect();
        if phrases.is_empty() && !there.is_empty() {
            phrases.push(desk.word("since_first_figure").to_owned());
        }
        phrases
    }
}

/// Returns the edition before, and what it said of a plan; nothing of what an old report says, which is known as it was
/// then.
pub(super) fn of<'a>(desk: &Desk<'a>, seen: &Seen) -> Option<(&'a Snapshot, &'a PlanRows)> {
    let is_now = seen.report.saturating_add(1) >= seen.plan.reports.len();
    let then = desk.since.filter(|_| is_now)?;
    Some((then, then.plan(&seen.plan.id, &seen.plan.formerly)?))
}

/// Sees a plan as an edition saw it, with what has been corrected since: at the report that was its latest then.
pub(super) fn at_its_report<'a>(seen: &Seen<'a>, then: &PlanRows) -> Option<Seen<'a>> {
    let is_it = |report: &Report| Some(report.as_of) == then.plan.as_of;
    Some(Seen::at(seen.site, seen.plan, seen.plan.reports.iter().position(is_it)?))
}

/// Says from which level to which something went.
pub(super) fn level_step(desk: &Desk, before: Option<LevelName<'_>>, after: Option<LevelName<'_>>) -> Option<String> {
    match (before, after) {
        (Some(before), Some(after)) if meaning::is_same_level(before, after) || before.word == after.word => None,
        (Some(before), Some(after)) => Some(step(desk, before.word, after.word)),
        (None, Some(_)) => Some(desk.word("since_first_level").to_owned()),
        (Some(before), None) => Some(step(desk, before.word, desk.word("since_without_level"))),
        (None, None) => None,
    }
}

fn step(desk: &Desk, before: &str, after: &str) -> String {
    desk.say("since-step", &[("before", before.into()), ("after", after.into())])
}

/// Says from what to what something went that was not given before, or is not now.
fn told(desk: &Desk, before: Option<String>, after: Option<String>) -> String {
    let not_given = || desk.word("since_not_given").to_owned();
    match (before, after) {
        (None, Some(after)) => desk.say("since-told", &[("what", (&after).into())]),
        (before, after) => step(desk, &before.unwrap_or_else(not_given), &after.unwrap_or_else(not_given)),
    }
}

/// Says from which date to which something that is due moved.
pub(super) fn date_step(desk: &Desk, before: Option<Period>, after: Option<Period>) -> Option<String> {
    let [was, is] = [before, after].map(|period| period.map(|period| desk.locale.period(period)));
    let step = (was != is).then(|| told(desk, was, is))?;
    Some(desk.say("since-due", &[("step", (&step).into())]))
}

fn amount_step(desk: &Desk, key: &str, before: Option<&Figure>, after: Option<&Figure>) -> Option<String> {
    let step = match (before, after) {
        (None, Some(after)) => told(desk, None, Some(desk.locale.figure(after))),
        _ => figure_step(desk, before, after, None)?,
    };
    Some(desk.say(key, &[("step", (&step).into())]))
}

/// Says by how much a figure changed, or from what to what where that is no amount of one unit: of shares the
/// difference would be read as another share. `unit` is the one that stands above the figures.
pub(super) fn figure_step(
    desk: &Desk,
    before: Option<&Figure>,
    after: Option<&Figure>,
    unit: Option<&Unit>,
) -> Option<String> {
    let words = |figure: &Figure| match unit {
        Some(unit) => desk.figure_in(figure, unit).text,
        None => desk.locale.figure(figure),
    };
    match (before, after) {
        (None, None) => None,
        (None, Some(_)) => Some(desk.word("since_first_figure").to_owned()),
        (Some(before), None) => Some(step(desk, &words(before), desk.word("since_not_given"))),
        (Some(before), Some(after)) if is_equal(before, after) => None,
        (Some(before), Some(after)) => {
            let amount = after.amount.as_ref().filter(|amount| amount.unit != Unit::Percent);
            let difference = amount.and_then(|amount| shown::less(after, before, unit.unwrap_or(&amount.unit)));
            Some(match difference.and_then(|figure| figure.amount) {
                Some(amount) if unit.is_some() => desk.signed(&amount.number),
                Some(amount) => desk.signed_amount(&amount),
                None => step(desk, &words(before), &words(after)),
            })
        }
    }
}

/// Tells whether two figures come to the same, whichever unit they are written in.
fn is_equal(a: &Figure, b: &Figure) -> bool {
    a.approx == b.approx
        && match (&a.amount, &b.amount) {
            (Some(a), Some(b)) => a.to(&b.unit).is_some_and(|a| a.number == b.number),
            (a, b) => a == b,
        }
}

/// Makes the column that says what changed since an edition.
pub(super) fn column<R: Rows>(
    desk: &Desk,
    since: &Snapshot,
    cell: for<'a, 'r> fn(&'a R::Row<'r>, usize) -> Cell,
) -> Column<R> {
    let date = desk.locale.date(since.edition.as_of);
    Column::change(SINCE, "", cell).headed(desk.say("col-since", &[("date", (&date).into())]))
}

/// Says what became of a measure since the edition before, where there is one.
pub(super) fn of_measure(
    desk: &Desk,
    plan: &PlanRow,
    row: &MeasureRow,
    columns: &[MeasureColumn],
    log: &[LogRow],
) -> Option<Cell> {
    let then = desk.since?;
    if row.closed {
        return Some(Cell::default());
    }
    let before = then.plan(&plan.id, &plan.formerly).and_then(|plan| plan.measure(&row.id, &row.formerly));
    Some(measure(desk, then, before, (&row.id, &Known::of(desk.site, row)), columns, log))
}

/// Makes the cell of a measure: what changed, and what of that is a correction of what the edition told.
pub(super) fn measure(
    desk: &Desk,
    then: &Snapshot,
    before: Option<&MeasureRow>,
    (id, now): (&Id, &Known),
    columns: &[MeasureColumn],
    log: &[LogRow],
) -> Cell {
    let Some(before) = before else { return cell(vec![desk.word("since_new").to_owned()]) };
    let mut phrases = Known::of(&then.site, before).until(desk, now, columns);
    if !phrases.is_empty() {
        phrases.extend(corrected(desk, &log::corrected_since(desk, &then.edition, before, id, log)));
    }
    cell(phrases)
}

/// Says what of a change is a correction, where any of it is.
pub(super) fn corrected(desk: &Desk, phrases: &[String]) -> Option<String> {
    let words = || desk.say("since-correction", &[("changes", (&phrases.join("; ")).into())]);
    (!phrases.is_empty()).then(words)
}

/// Says what became of a plan since the edition before, where there is one.
pub(super) fn of_plan(desk: &Desk, plan: &PlanRow) -> Option<Cell> {
    let then = desk.since?;
    if plan.closed {
        return Some(Cell::default());
    }
    let Some(before) = then.plan(&plan.id, &plan.formerly) else {
        return Some(cell(vec![desk.word("since_new").to_owned()]));
    };
    let before = Known::of_plan(&then.site, &before.plan);
    Some(cell(before.until(desk, &Known::of_plan(desk.site, plan), &SUMS)))
}

/// Says what became of a milestone since the edition before, where there is one.
pub(super) fn of_milestone(desk: &Desk, plan: &PlanRow, row: &MilestoneRow) -> Option<Cell> {
    let plan = desk.since?.plan(&plan.id, &plan.formerly);
    let before = plan.and_then(|plan| plan.milestones.iter().find(|other| other.number == row.number));
    Some(cell(milestone(desk, before, &MilestoneDates::of(row))))
}

/// Names the plans that the edition before had and that are gone.
pub(super) fn gone_plans(desk: &Desk, now: &[&PlanRows]) -> Option<Row> {
    let then = desk.since?;
    let here: BTreeSet<&Id> =
        now.iter().filter_map(|rows| Some(&then.plan(&rows.plan.id, &rows.plan.formerly)?.plan.id)).collect();
    let gone = then.plans.values().map(|rows| &rows.plan).filter(|plan| !here.contains(&plan.id));
    gone_row(desk, gone.map(|plan| plan.title.clone()).collect())
}

/// Returns whose things are asked for, by the id they had in the edition before. Answers nothing where there is no such
/// edition, or it did not know them.
pub(super) fn by_id_of_then<'r>(desk: &Desk<'r>, whose: Whose<'r>) -> Option<Whose<'r>> {
    let (now, then) = (desk.site, &desk.since?.site);
    match whose {
        Whose::All => Some(whose),
        Whose::Committee(id) => {
            let formerly = now.committees.get(id).into_iter().flat_map(|committee| &committee.formerly);
            std::iter::once(id).chain(formerly).find(|id| then.committees.contains_key(*id)).map(Whose::Committee)
        }
        Whose::Owner(id) => {
            let formerly = now.owners.get(id).into_iter().flat_map(|owner| &owner.formerly);
            std::iter::once(id).chain(formerly).find(|id| then.owners.contains_key(*id)).map(Whose::Owner)
        }
    }
}

/// Names the measures of a plan that were somebody's in the edition before and that are gone.
pub(super) fn gone_measures<'r>(desk: &Desk<'r>, now: &PlanRows, whose: Whose<'r>) -> Option<Row> {
    let then = desk.since?.plan(&now.plan.id, &now.plan.formerly)?;
    let whose = by_id_of_then(desk, whose)?;
    let is_gone = |row: &&MeasureRow| {
        let is_it = |other: &MeasureRow| other.id == row.id || other.formerly.contains(&row.id);
        whose.has_measure(row) && !now.measures.iter().any(is_it)
    };
    let name = |row: &MeasureRow| desk.measure_name(row.number.as_ref(), &row.title);
    gone_row(desk, then.measures.iter().filter(is_gone).map(name).collect())
}

/// Names the milestones of plans that were somebody's in the edition before and that are gone, of those that a table
/// would hold.
pub(super) fn gone_milestones<'r>(
    desk: &Desk<'r>,
    now: &[&PlanRows],
    whose: Whose<'r>,
    picks: impl Fn(&MilestoneRow) -> bool,
) -> Option<Row> {
    let then = desk.since?;
    let whose = by_id_of_then(desk, whose)?;
    let of_plan = |rows: &&PlanRows| {
        let before = then.plan(&rows.plan.id, &rows.plan.formerly).into_iter().flat_map(|plan| &plan.milestones);
        let is_here = |row: &MilestoneRow| rows.milestones.iter().any(|other| other.number == row.number);
        let gone = before.filter(|row| !is_here(row) && whose.has_milestone(row) && picks(row));
        gone.map(MilestoneRow::name).collect::<Vec<_>>()
    };
    gone_row(desk, now.iter().flat_map(of_plan).collect())
}

/// Makes a cell of that column.
pub(super) fn cell(phrases: Vec<String>) -> Cell {
    Cell::of(CellValue::Changes(phrases))
}

/// Fits a table to what stands in it, and to what changed of it.
pub(super) fn fitted(desk: &Desk, table: Table) -> Table {
    once(desk, table.fitted())
}

/// Where a table says of every row that nothing changed, says it once, in the table's note.
pub(super) fn once(desk: &Desk, mut table: Table) -> Table {
    let is_same = |(class, cell): (RowClass, Option<&Cell>)| match cell {
        Some(cell) => cell.is_empty() || cell.is_same(),
        None => class != RowClass::Note,
    };
    let says_so = |(_, cell): (RowClass, Option<&Cell>)| cell.is_some_and(Cell::is_same);
    let cells = || table.since_cells();
    let Some(then) = desk.since.filter(|_| cells().any(says_so) && cells().all(is_same)) else { return table };
    table.without_since();
    note(desk, &mut table, "since-same-table", then);
    table
}

/// Says of a whole table what became of it since an edition.
pub(super) fn note(desk: &Desk, table: &mut Table, word: &str, then: &Snapshot) {
    let words = desk.say(word, &[("date", (&desk.locale.date(then.edition.as_of)).into())]);
    table.note = sentences([std::mem::take(&mut table.note), words]);
}

/// Names what an edition had that is gone, in a row across all columns.
pub(super) fn gone_row(desk: &Desk, names: Vec<String>) -> Option<Row> {
    let words = || desk.say("since-gone-names", &[("names", (&desk.list(&names)).into())]);
    (!names.is_empty()).then(|| Row::across(RowClass::Note, words()))
}

/// The dates of a milestone.
pub(super) struct MilestoneDates {
    /// When it is due.
    pub due: Option<Period>,
    /// From which date it was moved there, where its row says so.
    pub moved_from: Option<Period>,
    /// When it was reached.
    pub done: Option<Period>,
}

impl MilestoneDates {
    /// Takes them from a row.
    pub fn of(row: &MilestoneRow) -> Self {
        Self { due: row.due, moved_from: row.moved_from, done: row.done }
    }
}

/// Says what changed of a milestone; that its date moved in a word, where its row says from which.
pub(super) fn milestone(desk: &Desk, before: Option<&MilestoneRow>, now: &MilestoneDates) -> Vec<String> {
    let Some(before) = before else { return vec![desk.word("since_new").to_owned()] };
    let reached = now.done.filter(|_| before.done.is_none()).map(|_| desk.word("since_reached").to_owned());
    let moved = match now.moved_from {
        Some(_) if now.moved_from == before.due && now.due > before.due => Some(desk.word("since_put_off").to_owned()),
        Some(_) if now.moved_from == before.due => Some(desk.word("since_moved_forward").to_owned()),
        _ => date_step(desk, before.due, now.due),
    };
    moved.into_iter().chain(reached).collect()
}
