//! The rows of all plans together: what shared pages count, sort and pick.

use std::collections::BTreeMap;

use super::{
    Block, Cell, Chip, Column, ColumnClass, Desk, Row, RowClass, Table, Tile,
    draft::Draft,
    plan::legend,
    rows::{MeasureRow, MilestoneRow, MissingRow, PlanRow, PlanRows},
    shown, tables,
};
use crate::{
    model::LevelRef,
    value::{Amount, Date, Figure, Id, Period},
};

/// How far ahead shared pages look for milestones, in days.
pub(super) const DAYS_AHEAD: i32 = 90;

/// A measure and the plan it stands in.
pub(super) type Placed<'r> = (&'r PlanRow, &'r MeasureRow);

/// The rows of all plans, or of a part of them.
#[derive(Clone, Copy)]
pub(super) struct Gathered<'r> {
    /// The plans, in the order of their titles.
    pub plans: &'r [&'r PlanRows],
}

/// Whose things are asked for.
#[derive(Clone, Copy)]
pub(super) enum Whose<'i> {
    /// Everybody's.
    All,
    /// A committee's.
    Committee(&'i Id),
    /// An owner's.
    Owner(&'i Id),
}

impl Whose<'_> {
    fn holds(self, committees: &[Id], owners: &[Id]) -> bool {
        match self {
            Self::All => true,
            Self::Committee(id) => committees.contains(id),
            Self::Owner(id) => owners.contains(id),
        }
    }

    /// Tells whether a measure is theirs.
    pub fn has_measure(self, measure: &MeasureRow) -> bool {
        self.holds(&measure.committees, &measure.owners)
    }

    /// Tells whether a plan is theirs.
    pub fn has_plan(self, plan: &PlanRow) -> bool {
        self.holds(&plan.committees, &plan.owners)
    }

    fn has_milestone(self, milestone: &MilestoneRow) -> bool {
        self.holds(milestone.committee.as_slice(), &milestone.owners)
    }

    fn has_missing(self, missing: &MissingRow) -> bool {
        self.holds(&missing.committees, &missing.owners)
    }
}

impl<'r> Gathered<'r> {
    /// Returns the measures that count, each with its plan: parents are counted by their children.
    pub fn measures(self, whose: Whose<'r>) -> impl Iterator<Item = Placed<'r>> + Clone {
        self.plans.iter().flat_map(move |rows| {
            let counted = rows.measures.iter().filter(move |row| !row.is_parent && whose.has_measure(row));
            counted.map(|row| (&rows.plan, row))
        })
    }

    /// Returns the open measures whose level needs attention: the worst first, then the longest untold.
    pub fn attention(self, desk: &Desk, whose: Whose<'r>) -> Vec<Placed<'r>> {
        let alarms = |level: LevelRef| desk.site.level(level).is_some_and(|level| level.tone.is_alarming());
        let mut found: Vec<Placed> =
            self.measures(whose).filter(|(_, row)| row.is_open() && row.level.is_some_and(alarms)).collect();
        found.sort_by_key(|(_, row)| {
            let badness = row.level.map(|level| desk.site.badness(level));
            (std::cmp::Reverse(badness), row.updated.map(Period::last))
        });
        found
    }

    /// Counts measures per level, in the order of the scales, and those without one.
    pub fn levels(self, whose: Whose<'r>) -> (Vec<(LevelRef, usize)>, usize) {
        let mut counts: BTreeMap<LevelRef, usize> = BTreeMap::new();
        let mut without = 0_usize;
        for (_, row) in self.measures(whose) {
            match row.level {
                Some(level) => *counts.entry(level).or_default() += 1,
                None => without = without.saturating_add(1),
            }
        }
        (counts.into_iter().collect(), without)
    }

    /// Returns the scales its plans are coloured by.
    pub fn scales(self) -> Vec<usize> {
        let mut scales: Vec<usize> = self.plans.iter().map(|rows| rows.plan.scale).collect();
        scales.sort_unstable();
        scales.dedup();
        scales
    }

    /// Counts the figures that nothing explains.
    pub fn unexplained(self) -> usize {
        let rows = self.plans.iter().flat_map(|rows| &rows.disagreements);
        rows.filter(|row| row.difference.class == crate::model::Class::Unexplained).count()
    }

    /// Returns what should have been reported, the longest missing first.
    pub fn missing(self, whose: Whose<'r>) -> Vec<(&'r PlanRow, &'r MissingRow)> {
        let mut missing: Vec<_> =
            self.plans.iter().flat_map(|rows| rows.missing.iter().map(|row| (&rows.plan, row))).collect();
        missing.retain(|(_, row)| whose.has_missing(row));
        missing.sort_by_key(|(_, row)| std::cmp::Reverse(row.days));
        missing
    }

    /// Returns milestones with their plans, by their date; those without one last.
    pub fn milestones(
        self,
        whose: Whose<'r>,
        picks: impl Fn(&MilestoneRow) -> bool,
    ) -> Vec<(&'r PlanRow, &'r MilestoneRow)> {
        let all = self.plans.iter().flat_map(|rows| rows.milestones.iter().map(|row| (&rows.plan, row)));
        let mut found: Vec<_> = all.filter(|(_, row)| whose.has_milestone(row) && picks(row)).collect();
        found.sort_by_key(|(_, row)| (row.due.is_none(), row.due));
        found
    }

    /// Returns the open milestones that are due within 90 days, or were.
    pub fn milestones_ahead(self, desk: &Desk, whose: Whose<'r>) -> Vec<(&'r PlanRow, &'r MilestoneRow)> {
        let near = |row: &MilestoneRow| row.due.is_some_and(|due| desk.site.days_since(due) >= -DAYS_AHEAD);
        self.milestones(whose, |row| row.is_open() && near(row))
    }

    /// Makes the four tiles of a page: money where kind, year and unit agree, otherwise counts.
    pub fn tiles(self, desk: &Desk, whose: Whose<'r>) -> Vec<Tile> {
        let attention = self.attention(desk, whose).len();
        let all = self.measures(whose).count();
        let alarm = Tile {
            name: desk.word("tile_attention").into(),
            value: desk.count(attention),
            note: Some(desk.say("tile-of-all", &[("all", all.into())])),
        };
        match self.money(whose) {
            Some((required, achieved)) => {
                let mut tiles = money_tiles(desk, &required, &achieved);
                tiles.push(alarm);
                tiles
            }
            None => self.count_tiles(desk, whose, all, alarm),
        }
    }

    fn count_tiles(self, desk: &Desk, whose: Whose<'r>, all: usize, alarm: Tile) -> Vec<Tile> {
        let open = self.measures(whose).filter(|(_, row)| row.is_open()).count();
        let missing = self.missing(whose).len();
        let plans = match whose {
            Whose::All => self.plans.len(),
            _ => self.plans_of(whose).count(),
        };
        let tile = |word, count, note| Tile { name: desk.word(word).into(), value: desk.count(count), note };
        vec![
            tile("tile_plans", plans, None),
            tile("tile_measures", all, Some(desk.say("tile-open", &[("open", open.into())]))),
            alarm,
            tile("tile_missing", missing, None),
        ]
    }

    /// Returns the plans that are somebody's, or have a measure that is.
    pub fn plans_of(self, whose: Whose<'r>) -> impl Iterator<Item = &'r PlanRows> {
        let is_theirs = move |rows: &&PlanRows| {
            whose.has_plan(&rows.plan) || rows.measures.iter().any(|row| whose.has_measure(row))
        };
        self.plans.iter().copied().filter(is_theirs)
    }

    /// Adds up required and achieved savings where all figures are of one kind of plan, year and unit.
    fn money(self, whose: Whose<'r>) -> Option<(Amount, Amount)> {
        let mut kinds = self.plans_of(whose).filter(|rows| rows.plan.required.is_some()).map(|rows| &rows.plan);
        let first = kinds.next()?;
        let agrees = |plan: &PlanRow| plan.kind == first.kind && plan.year == first.year && plan.unit == first.unit;
        if !kinds.all(agrees) {
            return None;
        }
        let sum = |pick: &dyn Fn(&'r PlanRows) -> Vec<&'r Figure>| {
            let figures = self.plans_of(whose).flat_map(pick);
            crate::model::difference::sum(figures, &first.unit)
        };
        match whose {
            Whose::All => Some((
                sum(&|rows| rows.plan.required.iter().collect())?,
                sum(&|rows| rows.plan.achieved.iter().collect())?,
            )),
            _ => Some((
                sum(&|rows| theirs(rows, whose).filter_map(|row| row.required.as_ref()).collect())?,
                sum(&|rows| theirs(rows, whose).filter_map(|row| row.achieved.as_ref()).collect())?,
            )),
        }
    }
}

fn theirs<'r>(rows: &'r PlanRows, whose: Whose<'r>) -> impl Iterator<Item = &'r MeasureRow> {
    rows.measures.iter().filter(move |row| !row.is_parent && whose.has_measure(row))
}

fn money_tiles(desk: &Desk, required: &Amount, achieved: &Amount) -> Vec<Tile> {
    let (required, achieved) = (Figure::exact(required.clone()), Figure::exact(achieved.clone()));
    let share = desk.share(&achieved, &required);
    let share = share.map(|share| desk.say("tile-share", &[("share", (&share.text).into())]));
    let unit = required.amount.as_ref().map(|amount| amount.unit.clone());
    let gap = unit.and_then(|unit| shown::less(&achieved, &required, &unit));
    let tile = |word, figure: &Figure, note| Tile { name: desk.word(word).into(), value: desk.figure(figure), note };
    let mut tiles = vec![tile("tile_required", &required, None), tile("tile_achieved", &achieved, share)];
    tiles.extend(gap.map(|gap| tile("tile_difference", &gap, None)));
    tiles
}

/// Returns the chip of a level in a list, if there is one.
pub(super) fn chips(desk: &Desk, level: Option<LevelRef>) -> Vec<Chip> {
    level.and_then(|level| desk.level(level)).into_iter().collect()
}

/// Adds the meanings of the scales that are in use.
pub(super) fn push_legends(blocks: &mut Vec<Block>, desk: &Desk, scales: &[usize]) {
    blocks.extend(scales.iter().map(|scale| legend(desk, *scale)));
}

/// Returns how many days ago something was, in words.
pub(super) fn days_ago(desk: &Desk, days: i32) -> String {
    if days > 0 { desk.say("days-ago", &[("days", i64::from(days).into())]) } else { String::new() }
}

/// Makes a table of milestones across plans.
pub(super) fn milestones_table(
    draft: &Draft,
    id: &str,
    caption: String,
    milestones: &[(&PlanRow, &MilestoneRow)],
) -> Option<Table> {
    let desk = draft.desk;
    let row = |(plan, row): &(&PlanRow, &MilestoneRow)| {
        let number = tables::printed_number(&row.number);
        let name = if number.is_empty() { row.title.clone() } else { format!("{number} {}", row.title) };
        let lifecycle = row.lifecycle.map(|lifecycle| desk.lifecycle(lifecycle));
        let chips = chips(desk, row.level).into_iter().chain(lifecycle).collect();
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(name).leads(draft.href_at(&plan.page, "milestones")),
                Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
                Cell::chips(chips).remarked(row.done.map(|done| desk.locale.period(done))),
                due_cell(desk, row, desk.site.as_of),
                Cell::of(row.committee.as_ref().map_or("", Id::as_str)),
            ],
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: id.to_owned(),
        caption,
        columns: vec![
            column("col_milestone", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_status", ColumnClass::Status),
            column("col_current_due", ColumnClass::Word),
            column("col_committee", ColumnClass::Word),
        ],
        rows: milestones.iter().map(row).collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| table.without_empty_columns())
}

fn due_cell(desk: &Desk, row: &MilestoneRow, today: Date) -> Cell {
    let moved = row.moved_from.map(|from| {
        let key = if row.due > Some(from) { "remark-put-off-from" } else { "remark-moved-forward-from" };
        desk.say(key, &[("date", (&desk.locale.period(from)).into())])
    });
    let passed = row.due.filter(|due| row.is_open() && due.last() < today);
    let overdue =
        passed.map(|due| desk.say("remark-overdue-days", &[("days", i64::from(desk.site.days_since(due)).into())]));
    let tone = overdue.is_some().then_some("bad");
    let remark = moved.into_iter().chain(overdue).collect::<Vec<_>>().join("; ");
    Cell::date(desk, row.due).remarked(remark).toned(tone)
}

/// Makes a table of what should have been reported.
pub(super) fn missing_table(draft: &Draft, missing: &[(&PlanRow, &MissingRow)]) -> Option<Table> {
    let desk = draft.desk;
    let row = |(plan, row): &(&PlanRow, &MissingRow)| {
        let (name, what) = missed(desk, row);
        let owner = row.owners.first();
        let page = owner.and_then(|id| desk.book.owner(id)).map(|page| draft.href(page)).unwrap_or_default();
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(name).leads(draft.href(&row.page)),
                Cell::of(plan.title.as_str()).leads(draft.href(&plan.page)),
                Cell::of(what),
                Cell::of(owner.map_or("", |id| desk.owner_title(id))).leads(page),
                Cell::of(desk.count(usize::try_from(row.days).unwrap_or(0))),
            ],
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "missing-table".into(),
        caption: desk.word("caption_missing").to_owned(),
        columns: vec![
            column("col_what", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_missing", ColumnClass::Text),
            column("col_owner", ColumnClass::Word),
            column("col_days", ColumnClass::Number),
        ],
        rows: missing.iter().map(row).collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then_some(table)
}

fn missed(desk: &Desk, row: &MissingRow) -> (String, String) {
    use super::rows::Missed;
    let say = |key: &str, date: Period| desk.say(key, &[("date", (&desk.locale.period(date)).into())]);
    match &row.what {
        Missed::Status(name, Some(last)) => (name.clone(), say("missing-status", *last)),
        Missed::Status(name, None) => (name.clone(), desk.word("missing_first_status").to_owned()),
        Missed::Report(title, due) => (title.clone(), say("missing-report", *due)),
        Missed::Reading(title, due) => (title.clone(), say("missing-reading", *due)),
    }
}

/// Makes a table of measures across plans, the plans as headings.
pub(super) fn measures_table<'r>(
    draft: &Draft,
    caption: String,
    plans: impl Iterator<Item = &'r PlanRows>,
    whose: Whose<'r>,
) -> Option<Table> {
    let desk = draft.desk;
    let mut rows = Vec::new();
    for plan in plans {
        let mut own = plan.measures.iter().filter(|row| whose.has_measure(row)).peekable();
        if own.peek().is_some() {
            let title = Cell::of(plan.plan.title.as_str()).leads(draft.href(&plan.plan.page));
            rows.push(Row::new(RowClass::Heading, vec![title]));
            rows.extend(own.map(|row| measure_row(draft, &plan.plan, row)));
        }
    }
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "measures-table".into(),
        caption,
        columns: vec![
            column("col_number", ColumnClass::Word),
            column("col_measure", ColumnClass::Head),
            column("col_status", ColumnClass::Status),
            column("col_required", ColumnClass::Number),
            column("col_achieved", ColumnClass::Number),
            column("col_owner", ColumnClass::Word),
            column("col_due", ColumnClass::Word),
            column("col_updated", ColumnClass::Word),
        ],
        rows,
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| table.without_empty_columns())
}

fn measure_row(draft: &Draft, _plan: &PlanRow, row: &MeasureRow) -> Row {
    let desk = draft.desk;
    let class = if row.is_child { RowClass::Child } else { RowClass::Item };
    let number = row.number.as_ref().map_or("", |number| number.as_str());
    let title = if row.title.is_empty() { desk.measure_name(row.number.as_ref(), "") } else { row.title.clone() };
    let lifecycle = row.lifecycle.filter(|state| *state != crate::model::Lifecycle::InProgress);
    let chips = chips(desk, row.level).into_iter().chain(lifecycle.map(|state| desk.lifecycle(state))).collect();
    // Plans count in different units, so each figure says its own.
    let figure =
        |figure: &Option<Figure>| figure.as_ref().map_or_else(Cell::default, |figure| Cell::of(desk.figure(figure)));
    let owner = row.owners.first();
    let page = owner.and_then(|id| desk.book.owner(id)).map(|page| draft.href(page)).unwrap_or_default();
    Row::new(
        class,
        vec![
            Cell::of(number),
            Cell::of(title).leads(draft.href(&row.page)),
            Cell::chips(chips),
            figure(&row.required),
            figure(&row.achieved),
            Cell::of(owner.map_or("", |id| desk.owner_title(id))).leads(page),
            Cell::date(desk, row.due),
            Cell::date(desk, row.updated),
        ],
    )
}
