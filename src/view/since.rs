//! What changed since an edition: in a phrase for each row, and counted over all.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Block, Cell, Column, ColumnClass, Desk, LogRow, MeasureRow, MilestoneRow, PlanRow, PlanRows, Row, RowClass,
    Snapshot, Table,
    gathered::{Gathered, Whose},
    log,
    seen::Seen,
    shown,
    tables::sentences,
};
use crate::{
    model::{Level, LevelRef, Lifecycle, Report, Site},
    schema::MeasureColumn,
    value::{Decimal, Figure, Id, Period, Unit},
};

/// The columns of figures that tables across plans have.
pub(super) const SUMS: [MeasureColumn; 2] = [MeasureColumn::Required, MeasureColumn::Achieved];

/// What is known of a measure or a plan at one time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'r> {
    /// Where it stands.
    pub level: Option<&'r Level>,
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
            level: row.level.and_then(|level| site.level(level)),
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
            level: row.level.and_then(|level| site.level(level)),
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
pub(super) fn level_step(desk: &Desk, before: Option<&Level>, after: Option<&Level>) -> Option<String> {
    match (before, after) {
        (Some(before), Some(after)) if is_same(before, after) => None,
        (Some(before), Some(after)) => Some(step(desk, &before.word, &after.word)),
        (None, Some(_)) => Some(desk.word("since_first_level").to_owned()),
        (Some(before), None) => Some(step(desk, &before.word, desk.word("since_without_level"))),
        (None, None) => None,
    }
}

/// Tells whether two levels, perhaps of scales from different times, are the same to a reader.
fn is_same(a: &Level, b: &Level) -> bool {
    a.tone == b.tone && a.word == b.word
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

/// Makes the head of the column that says what changed since an edition.
pub(super) fn column(desk: &Desk, since: &Snapshot) -> Column {
    let date = desk.locale.date(since.edition.as_of);
    Column::new(desk.say("col-since", &[("date", (&date).into())]), ColumnClass::Change)
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
    let Some(before) = before else { return Cell::of(desk.word("since_new")) };
    let mut phrases = Known::of(&then.site, before).until(desk, now, columns);
    if !phrases.is_empty() {
        phrases.extend(corrected(desk, &log::corrected_since(desk, &then.edition, before, id, log)));
    }
    cell(desk, &phrases)
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
    let Some(before) = then.plan(&plan.id, &plan.formerly) else { return Some(Cell::of(desk.word("since_new"))) };
    let before = Known::of_plan(&then.site, &before.plan);
    Some(cell(desk, &before.until(desk, &Known::of_plan(desk.site, plan), &SUMS)))
}

/// Says what became of a milestone since the edition before, where there is one.
pub(super) fn of_milestone(desk: &Desk, plan: &PlanRow, row: &MilestoneRow) -> Option<Cell> {
    let plan = desk.since?.plan(&plan.id, &plan.formerly);
    let before = plan.and_then(|plan| plan.milestones.iter().find(|other| other.number == row.number));
    Some(cell(desk, &milestone(desk, before, &MilestoneDates::of(row))))
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
fn by_id_of_then<'r>(desk: &Desk<'r>, whose: Whose<'r>) -> Option<Whose<'r>> {
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

/// How many measures stand at each level now, and how many more or fewer than in an edition, from good to severe.
pub(super) fn levels(desk: &Desk, all: Gathered, then: &Snapshot) -> Vec<LevelChange> {
    let mut counts: BTreeMap<Place, (usize, usize)> = BTreeMap::new();
    for (_, row) in all.measures(Whose::All) {
        let (now, _) = counts.entry(Place::alike(desk.site, row)).or_default();
        *now = now.saturating_add(1);
    }
    let before = then.plans.values().flat_map(|rows| &rows.measures);
    for row in before.filter(|row| row.is_counted) {
        let (_, before) = counts.entry(Place::alike(&then.site, row)).or_default();
        *before = before.saturating_add(1);
    }
    let change = |(place, (now, before)): (Place, (usize, usize))| {
        let step = Decimal::from(now).saturating_sub(Decimal::from(before));
        LevelChange { word: place.word(desk), now, step: (!step.is_zero()).then(|| desk.signed(&step)) }
    };
    counts.into_iter().map(change).collect()
}

/// How many measures stand at a level, and how many more or fewer than before.
pub(super) struct LevelChange {
    /// The level's word.
    pub word: String,
    /// How many stand there.
    pub now: usize,
    /// How many more or fewer, with its sign; nothing where they are as many.
    pub step: Option<String>,
}

/// How many of somebody's measures have another status than in the edition before, are new or gone.
#[derive(Default)]
struct Moves {
    first: usize,
    moved: usize,
    new: usize,
    gone: usize,
}

impl Moves {
    /// Counts them as the rows of tables tell it. Answers nothing where there is no such edition, or it did not know whose
    /// they are.
    fn of<'r>(desk: &Desk<'r>, all: Gathered<'r>, whose: Whose<'r>) -> Option<Self> {
        let then = desk.since?;
        let whose_then = by_id_of_then(desk, whose)?;
        // Of a plan that they have nothing to do with any more, their tables tell nothing.
        let here: BTreeSet<&Id> =
            all.plans.iter().filter_map(|rows| Some(&then.plan(&rows.plan.id, &rows.plan.formerly)?.plan.id)).collect();
        let is_told = |plan: &PlanRow| matches!(whose, Whose::All) || here.contains(&plan.id);
        let mut moves = Self::default();
        for pair in Flow::new(then, desk.site, all.plans).pairs {
            let level = |site: &'r Site, row: &MeasureRow| site.level(row.level?);
            let count = match (pair.then, pair.now) {
                (Some((_, before)), Some((_, now))) if whose.has_measure(now) => {
                    match (level(&then.site, before), level(desk.site, now)) {
                        (None, Some(_)) => &mut moves.first,
                        (before, now) if level_step(desk, before, now).is_some() => &mut moves.moved,
                        _ => continue,
                    }
                }
                (None, Some((_, now))) if whose.has_measure(now) => &mut moves.new,
                (Some((plan, before)), None) if whose_then.has_measure(before) && is_told(plan) => &mut moves.gone,
                _ => continue,
            };
            *count = count.saturating_add(1);
        }
        Some(moves)
    }

    /// Says them, each in its place: the `lead` of a sentence, what comes `then`, or `short`.
    fn phrases(&self, desk: &Desk, is_short: bool) -> Vec<String> {
        let counts = [
            ("since-moves-first", self.first),
            ("since-moves-moved", self.moved),
            ("since-moves-new", self.new),
            ("since-moves-gone", self.gone),
        ];
        let told = counts.into_iter().filter(|(_, count)| *count > 0).enumerate();
        let place = |at| {
            if is_short {
                "short"
            } else if at == 0 {
                "lead"
            } else {
                "then"
            }
        };
        told.map(|(at, (key, count))| desk.say(key, &[("place", place(at).into()), ("count", count.into())])).collect()
    }
}

/// Makes the cell of somebody's measures, where there is an edition before.
pub(super) fn of_levels<'r>(desk: &Desk<'r>, all: Gathered<'r>, whose: Whose<'r>) -> Option<Cell> {
    desk.since?;
    let moves = Moves::of(desk, all, whose);
    Some(moves.map_or_else(|| Cell::of(desk.word("since_new")), |moves| cell(desk, &moves.phrases(desk, true))))
}

/// Says the same of somebody's measures in a sentence.
pub(super) fn level_sentence<'r>(desk: &Desk<'r>, all: Gathered<'r>, whose: Whose<'r>) -> Option<Block> {
    let mut phrases = Moves::of(desk, all, whose)?.phrases(desk, false);
    if let [_, .., last] = phrases.as_mut_slice() {
        *last = format!("{} {last}", desk.word("list_and"));
    }
    let (date, changes) = (desk.locale.date(desk.since?.edition.as_of), phrases.join(", "));
    let args = [("date", (&date).into()), ("changes", (&changes).into())];
    (!phrases.is_empty()).then(|| Block::Text { text: desk.say("since-levels", &args) })
}

/// Makes a cell of that column.
pub(super) fn cell(desk: &Desk, phrases: &[String]) -> Cell {
    if phrases.is_empty() { Cell::of(desk.word("since_same")).toned(Some(SAME)) } else { Cell::of(phrases.join("; ")) }
}

/// The tone of a cell that says that nothing changed.
const SAME: &str = "same";

/// Fits a table to what stands in it, and to what changed of it.
pub(super) fn fitted(desk: &Desk, table: Table) -> Table {
    once(desk, table.fitted())
}

/// Where the last column of a table says of every row that nothing changed, says it once, in the table's note.
pub(super) fn once(desk: &Desk, mut table: Table) -> Table {
    let width = table.columns.len();
    let is_same = |row: &Row| match row.cells.last() {
        Some(cell) if row.cells.len() == width => cell.is_empty() || cell.tone == Some(SAME),
        _ => row.class != RowClass::Note,
    };
    let says_so = |row: &Row| row.cells.last().is_some_and(|cell| cell.tone == Some(SAME));
    let rows = || table.rows.iter().chain(&table.foot);
    let Some(then) = desk.since.filter(|_| rows().any(says_so) && rows().all(is_same)) else { return table };
    table.columns.pop();
    for row in table.rows.iter_mut().chain(&mut table.foot).filter(|row| row.cells.len() == width) {
        row.cells.pop();
    }
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

/// A measure at two times.
pub(super) struct Pair<'r> {
    /// Its plan and itself now; `None` where it is gone.
    pub now: Option<(&'r PlanRow, &'r MeasureRow)>,
    /// Its plan and itself then; `None` where it is new.
    pub then: Option<(&'r PlanRow, &'r MeasureRow)>,
}

impl Pair<'_> {
    /// Tells whether it is new and nothing else can be said of it.
    pub fn is_new_without_level(&self) -> bool {
        self.then.is_none() && self.now.is_some_and(|(_, row)| row.level.is_none())
    }
}

/// All that was said at two times.
pub(super) struct Flow<'r> {
    /// The registers of then.
    pub site_then: &'r Site,
    /// Those of now.
    pub site_now: &'r Site,
    /// Every measure that counted at one of them.
    pub pairs: Vec<Pair<'r>>,
}

impl<'r> Flow<'r> {
    /// Pairs the measures of plans with those of an edition.
    pub fn new(then: &'r Snapshot, site_now: &'r Site, now: &[&'r PlanRows]) -> Self {
        let mut pairs = Vec::new();
        let mut met: Vec<(&Id, &Id)> = Vec::new();
        for rows in now {
            let before = then.plan(&rows.plan.id, &rows.plan.formerly);
            for row in rows.measures.iter().filter(|row| row.is_counted) {
                let found = before.and_then(|before| Some((&before.plan, before.measure(&row.id, &row.formerly)?)));
                met.extend(found.map(|(plan, row)| (&plan.id, &row.id)));
                pairs.push(Pair { now: Some((&rows.plan, row)), then: found });
            }
        }
        let met: BTreeSet<(&Id, &Id)> = met.into_iter().collect();
        for rows in then.plans.values() {
            let gone = rows.measures.iter().filter(|row| row.is_counted && !met.contains(&(&rows.plan.id, &row.id)));
            pairs.extend(gone.map(|row| Pair { now: None, then: Some((&rows.plan, row)) }));
        }
        Self { site_then: &then.site, site_now, pairs }
    }

    /// Returns its pairs, those that stand worst now first.
    pub fn worst_first(&self) -> Vec<&Pair<'r>> {
        let badness =
            |pair: &&Pair<'r>| pair.now.and_then(|(_, row)| row.level).map(|level| self.site_now.badness(level));
        let mut pairs: Vec<&Pair<'r>> = self.pairs.iter().collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse(badness(pair)));
        pairs
    }

    /// Counts the measures per level then and now.
    pub fn counts(&self) -> (Counts, Counts) {
        let count = |of: &dyn Fn(&Pair<'r>) -> Option<(&'r PlanRow, &'r MeasureRow)>| {
            let mut counts = Counts::default();
            for (_, row) in self.pairs.iter().filter_map(of) {
                counts.add(row.level);
            }
            counts
        };
        (count(&|pair| pair.then), count(&|pair| pair.now))
    }

    /// Makes the table of how many went from which level to which; those that stayed are its diagonal.
    pub fn table(&self, desk: &Desk, caption: String) -> Table {
        let mut cells: BTreeMap<(Place, Place), usize> = BTreeMap::new();
        for pair in &self.pairs {
            let from = Place::of(self.site_then, pair.then.map(|(_, row)| row));
            let to = Place::of(self.site_now, pair.now.map(|(_, row)| row));
            let count = cells.entry((from, to)).or_default();
            *count = count.saturating_add(1);
        }
        let mut from: Vec<&Place> = cells.keys().map(|(from, _)| from).collect();
        from.dedup();
        let to: BTreeSet<&Place> = cells.keys().map(|(_, to)| to).collect();
        // Each cell must be read alone, as on a phone: "Fra Alt OK", "Til Opmærksomhed", 2.
        let head = Column::new(desk.word("col_status"), ColumnClass::Head);
        let heads =
            to.iter().map(|place| Column::new(place.words(desk, "since-to", "since_left"), ColumnClass::Number));
        let row = |from: &&Place| {
            let counts = to.iter().map(|to| {
                let count = cells.get(&((*from).clone(), (*to).clone()));
                count.map_or_else(Cell::default, |count| Cell::of(desk.count(*count)))
            });
            Row::new(
                RowClass::Item,
                std::iter::once(Cell::of(from.words(desk, "since-from", "since_entered"))).chain(counts).collect(),
            )
        };
        Table {
            id: "flow-table".into(),
            caption,
            columns: std::iter::once(head).chain(heads).collect(),
            rows: from.iter().map(row).collect(),
            ..Table::default()
        }
    }
}

/// How many stand at each level.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts {
    /// By level.
    pub levels: Vec<(LevelRef, usize)>,
    /// Without one.
    pub without: usize,
}

impl Counts {
    fn add(&mut self, level: Option<LevelRef>) {
        let Some(level) = level else {
            self.without = self.without.saturating_add(1);
            return;
        };
        match self.levels.iter_mut().find(|(known, _)| *known == level) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.levels.push((level, 1)),
        }
    }
}

/// Where a measure stood or stands, from good to severe; what is not there is last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    Level(crate::model::Tone, usize, String),
    WithoutLevel,
    Nowhere,
}

impl Place {
    fn of(site: &Site, row: Option<&MeasureRow>) -> Self {
        let Some(row) = row else { return Self::Nowhere };
        let level = row.level.and_then(|at| Some((at.level, site.level(at)?)));
        level.map_or(Self::WithoutLevel, |(at, level)| Self::Level(level.tone, at, level.word.clone()))
    }

    /// Returns where a measure stands, the same for levels that readers take for one.
    fn alike(site: &Site, row: &MeasureRow) -> Self {
        match Self::of(site, Some(row)) {
            Self::Level(tone, _, word) => Self::Level(tone, 0, word),
            other => other,
        }
    }

    fn word(self, desk: &Desk) -> String {
        match self {
            Self::Level(_, _, word) => word,
            Self::WithoutLevel | Self::Nowhere => desk.word("without_level").to_owned(),
        }
    }

    /// Says that measures come from here or went here, where it is a place at all.
    fn words(&self, desk: &Desk, way: &str, nowhere: &'static str) -> String {
        match self {
            Self::Level(_, _, word) => desk.say(way, &[("level", word.into())]),
            Self::WithoutLevel => desk.say(way, &[("level", desk.word("since_without_level").into())]),
            Self::Nowhere => desk.word(nowhere).to_owned(),
        }
    }
}
