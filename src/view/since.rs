//! What changed since an edition: in a phrase for each row, and counted over all.

use std::collections::BTreeMap;

use super::{
    Cell, Column, ColumnClass, Desk, MeasureRow, MilestoneRow, PlanRow, PlanRows, Row, Snapshot, Table, shown,
};
use crate::{
    model::{Level, LevelRef, Lifecycle, Site},
    value::{Figure, Id, Period},
};

/// What is known of a measure at one time.
#[derive(Clone, Copy, Debug)]
pub(super) struct MeasureThen<'r> {
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

impl<'r> MeasureThen<'r> {
    /// Takes it from a row, whose level is one of a site's.
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

    /// Says what changed until another time, the status first; nothing where all is the same.
    pub fn until(&self, desk: &Desk, now: &MeasureThen) -> Vec<String> {
        let mut phrases = Vec::new();
        let word = |level: &Level| level.word.clone();
        match (self.level, now.level) {
            (Some(before), Some(after)) if !is_same(before, after) => {
                phrases.push(step(desk, &word(before), &word(after)));
            }
            (None, Some(after)) => phrases.push(desk.say("since-first-level", &[("level", (&after.word).into())])),
            _ => {}
        }
        if let Some(lifecycle) = now.lifecycle.filter(|_| self.lifecycle != now.lifecycle) {
            phrases.push(desk.lifecycle(lifecycle).word.to_lowercase());
        }
        for (key, before, after) in [
            ("since-required", self.required, now.required),
            ("since-achieved", self.achieved, now.achieved),
            ("since-forecast", self.forecast, now.forecast),
        ] {
            phrases.extend(amount_step(desk, key, before, after));
        }
        phrases.extend(date_step(desk, self.due, now.due));
        phrases
    }
}

/// Tells whether two levels, perhaps of scales from different times, are the same to a reader.
fn is_same(a: &Level, b: &Level) -> bool {
    a.tone == b.tone && a.word == b.word
}

fn step(desk: &Desk, before: &str, after: &str) -> String {
    desk.say("since-step", &[("before", before.into()), ("after", after.into())])
}

fn date_step(desk: &Desk, before: Option<Period>, after: Option<Period>) -> Option<String> {
    let after = after.filter(|_| before != after)?;
    let words = |period: Period| desk.locale.period(period);
    let step = before.map_or_else(|| words(after), |before| step(desk, &words(before), &words(after)));
    Some(desk.say("since-due", &[("step", (&step).into())]))
}

/// Says by how much an amount changed, or from what to what where that is no amount of one unit.
fn amount_step(desk: &Desk, key: &str, before: Option<&Figure>, after: Option<&Figure>) -> Option<String> {
    let after = after.filter(|after| before.is_none_or(|before| !is_equal(before, after)))?;
    let difference =
        before.zip(after.amount.as_ref()).and_then(|(before, amount)| shown::less(after, before, &amount.unit));
    let step = match (before, difference.and_then(|figure| figure.amount)) {
        (Some(_), Some(amount)) => desk.signed_amount(&amount),
        (Some(before), None) => step(desk, &desk.locale.figure(before), &desk.locale.figure(after)),
        (None, _) => desk.locale.figure(after),
    };
    Some(desk.say(key, &[("step", (&step).into())]))
}

fn is_equal(a: &Figure, b: &Figure) -> bool {
    a.approx == b.approx && a.amount == b.amount
}

/// Makes the head of the column that says what changed since an edition.
pub(super) fn column(desk: &Desk, since: &Snapshot) -> Column {
    let date = desk.locale.date(since.edition.as_of);
    Column::new(desk.say("col-since", &[("date", (&date).into())]), ColumnClass::Word)
}

/// Makes a cell of that column.
pub(super) fn cell(desk: &Desk, phrases: &[String]) -> Cell {
    let text = if phrases.is_empty() { desk.word("since_same").to_owned() } else { phrases.join("; ") };
    Cell::of(text)
}

/// Says what changed of a milestone.
pub(super) fn milestone(
    desk: &Desk,
    before: Option<&MilestoneRow>,
    due: Option<Period>,
    done: Option<Period>,
) -> Vec<String> {
    let Some(before) = before else { return vec![desk.word("since_new").to_owned()] };
    let reached = done.filter(|_| before.done.is_none()).map(|_| desk.word("since_reached").to_owned());
    date_step(desk, before.due, due).into_iter().chain(reached).collect()
}

/// A measure at two times.
pub(super) struct Pair<'r> {
    /// Its plan and itself now; `None` where it is gone.
    pub now: Option<(&'r PlanRow, &'r MeasureRow)>,
    /// Its plan and itself then; `None` where it is new.
    pub then: Option<(&'r PlanRow, &'r MeasureRow)>,
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
        let met: std::collections::BTreeSet<(&Id, &Id)> = met.into_iter().collect();
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
        let to: std::collections::BTreeSet<&Place> = cells.keys().map(|(_, to)| to).collect();
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
                super::RowClass::Item,
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

    /// Says that measures come from here or went here, where it is a place at all.
    fn words(&self, desk: &Desk, way: &str, nowhere: &'static str) -> String {
        match self {
            Self::Level(_, _, word) => desk.say(way, &[("level", word.into())]),
            Self::WithoutLevel => desk.say(way, &[("level", desk.word("since_without_level").into())]),
            Self::Nowhere => desk.word(nowhere).to_owned(),
        }
    }
}
