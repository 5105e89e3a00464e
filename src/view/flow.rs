//! How many measures went from where to where since an edition: counted, in a sentence and as a table.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Block, ViewContext,
    meeting_days::met,
    overview::Overview,
    since::{by_id_of_then, cell},
};
use crate::{
    compare::{LevelName, meaning},
    figure::ComparableCounts,
    model::{LevelCounts, LevelRef, Lifecycle, Site},
    summary::{EditionSummary, MeasureSummary, PlanRow, PlanSummary, Scope},
    table::{Cell, Column, RowSet, Table, TableLine},
    value::{Amount, Decimal, Figure, Id, Unit},
};

/// A measure at two times.
pub(super) struct MeasurePair<'r> {
    /// Its plan and itself now; `None` where it is gone.
    pub now: Option<(&'r PlanRow, &'r MeasureSummary)>,
    /// Its plan and itself then; `None` where it is new.
    pub then: Option<(&'r PlanRow, &'r MeasureSummary)>,
}

impl MeasurePair<'_> {
    /// Tells whether it is new and nothing else can be said of it.
    pub fn is_new_without_level(&self) -> bool {
        self.then.is_none() && self.now.is_some_and(|(_, row)| row.level.is_none())
    }
}

/// All that was said at two times.
pub(super) struct LevelFlow<'r> {
    /// The registers of then.
    pub site_then: &'r Site,
    /// Those of now.
    pub site_now: &'r Site,
    /// Every measure that counted at one of them.
    pub pairs: Vec<MeasurePair<'r>>,
    /// The plans of then and of now: some state measures by number alone.
    plans_then: Vec<&'r PlanSummary>,
    plans_now: Vec<&'r PlanSummary>,
}

impl<'r> LevelFlow<'r> {
    /// Pairs the measures of plans with those of an edition.
    pub fn new(then: &'r EditionSummary, site_now: &'r Site, now: &[&'r PlanSummary]) -> Self {
        Self::among(then, then.plans.values(), site_now, now)
    }

    /// The same, where only measures of some of its plans can be gone.
    fn among(
        then: &'r EditionSummary,
        plans: impl Iterator<Item = &'r PlanSummary>,
        site_now: &'r Site,
        now: &[&'r PlanSummary],
    ) -> Self {
        let mut pairs = Vec::new();
        let mut met: Vec<(&Id, &Id)> = Vec::new();
        for rows in now {
            let before = then.plan(&rows.plan.id, &rows.plan.formerly);
            for row in rows.measures.iter().filter(|row| row.counts_level) {
                let found = before.and_then(|before| Some((&before.plan, before.measure(&row.id, &row.formerly)?)));
                met.extend(found.map(|(plan, row)| (&plan.id, &row.id)));
                pairs.push(MeasurePair { now: Some((&rows.plan, row)), then: found });
            }
        }
        let met: BTreeSet<(&Id, &Id)> = met.into_iter().collect();
        let plans: Vec<&'r PlanSummary> = plans.collect();
        for rows in &plans {
            let gone = rows.measures.iter().filter(|row| row.is_counted && !met.contains(&(&rows.plan.id, &row.id)));
            pairs.extend(gone.map(|row| MeasurePair { now: None, then: Some((&rows.plan, row)) }));
        }
        Self { site_then: &then.site, site_now, pairs, plans_then: plans, plans_now: now.to_vec() }
    }

    /// Tells whether a measure stands at the level it stood at.
    fn stayed(&self, pair: &MeasurePair<'r>) -> bool {
        let level =
            |site: &'r Site, side: Option<(_, &'r MeasureSummary)>| LevelName::of(site, side?.1.counted_level()?);
        let levels = level(self.site_then, pair.then).zip(level(self.site_now, pair.now));
        levels.is_some_and(|(before, after)| meaning::is_same_level(before, after))
    }

    /// Returns its pairs, those that stand worst now first.
    pub fn worst_first(&self) -> Vec<&MeasurePair<'r>> {
        let badness =
            |pair: &&MeasurePair<'r>| pair.now.and_then(|(_, row)| row.level).map(|level| self.site_now.badness(level));
        let mut pairs: Vec<&MeasurePair<'r>> = self.pairs.iter().collect();
        pairs.sort_by_key(|pair| std::cmp::Reverse(badness(pair)));
        pairs
    }

    /// Counts the measures per level then and now.
    pub fn counts(&self) -> (LevelCounts, LevelCounts) {
        let count = |of: &dyn Fn(&MeasurePair<'r>) -> Option<(&'r PlanRow, &'r MeasureSummary)>| {
            let mut counts = LevelCounts::default();
            for (_, row) in self.pairs.iter().filter_map(of) {
                counts.add(row.level, row.lifecycle);
            }
            counts
        };
        let add = |mut counts: LevelCounts, plans: &[&PlanSummary]| {
            stated(plans.iter().copied()).for_each(|(level, count)| counts.add_many(level, count));
            counts
        };
        (add(count(&|pair| pair.then), &self.plans_then), add(count(&|pair| pair.now), &self.plans_now))
    }

    /// Returns how many of the measures that are stated by number alone stand at each level, and how many more or fewer than
    /// before, from good to severe.
    pub fn stated(&self, context: &ViewContext) -> Vec<LevelChange> {
        let site_then = self.site_then.with_levels_of(self.site_now);
        let mut counts = BTreeMap::new();
        add_stated(&mut counts, self.site_now, stated(self.plans_now.iter().copied()), |(now, _)| now);
        add_stated(&mut counts, &site_then, stated(self.plans_then.iter().copied()), |(_, before)| before);
        changes(context, counts)
    }

    /// Counts the measures that have a level at both times.
    pub fn comparable(&self) -> ComparableCounts {
        let mut counts = ComparableCounts::default();
        for pair in &self.pairs {
            let told =
                |side: Option<(_, &'r MeasureSummary)>| side.map(|(_, row)| row).filter(|row| row.level.is_some());
            let needs = |site: &Site, row: &MeasureSummary| row.counted_level().is_some_and(|at| site.is_alarming(at));
            if let Some((before, after)) = told(pair.then).zip(told(pair.now)) {
                counts.add(needs(self.site_then, before), needs(self.site_now, after));
            }
        }
        counts
    }

    /// Makes the table of how many went from which level to which; those that stayed are its diagonal. Levels bear the
    /// words they have now, so that one with a new word is one place.
    pub fn table(&self, context: &ViewContext, caption: String) -> Table {
        let site_then = self.site_then.with_levels_of(self.site_now);
        let mut cells: BTreeMap<(LevelState, LevelState), usize> = BTreeMap::new();
        for pair in &self.pairs {
            let to = LevelState::of(self.site_now, pair.now.map(|(_, row)| row));
            let from =
                if self.stayed(pair) { to.clone() } else { LevelState::of(&site_then, pair.then.map(|(_, row)| row)) };
            let count = cells.entry((from, to)).or_default();
            *count = count.saturating_add(1);
        }
        let mut from: Vec<&LevelState> = cells.keys().map(|(from, _)| from).collect();
        from.dedup();
        let to: BTreeSet<&LevelState> = cells.keys().map(|(_, to)| to).collect();
        // Each cell must be read alone, as on a phone: "Fra Alt OK", "Til Opmærksomhed", 2.
        let to: Vec<&LevelState> = to.into_iter().collect();
        let mut columns: Vec<Column<Ways>> =
            vec![Column::name("from", "col_status", |row, _| row.name.as_str().into())];
        columns.extend(to.iter().enumerate().map(|(nth, place)| {
            let column = Column::count("", "", |row: &FlowWay<'_>, nth| row.count(nth));
            column.one_of(nth, format!("to-{nth}"), place.words(context, "since-to", "since_left"))
        }));
        let lines = from.iter().map(|from| {
            let name = from.words(context, "since-from", "since_entered");
            TableLine::item(FlowWay { name, from, to: &to, counts: &cells })
        });
        Table::new("flow-table", caption).in_order().filled(context.locale, &columns, lines)
    }
}

/// The ways that measures went: a row for each place they came from, a column for each they went to.
struct Ways;

impl RowSet for Ways {
    type Row<'r> = FlowWay<'r>;
}

/// The ways from one place.
struct FlowWay<'r> {
    name: String,
    from: &'r LevelState,
    to: &'r [&'r LevelState],
    counts: &'r BTreeMap<(LevelState, LevelState), usize>,
}

impl FlowWay<'_> {
    fn count(&self, nth: usize) -> Cell {
        let to = self.to.get(nth).map(|to| (self.from.clone(), (*to).clone()));
        to.and_then(|way| self.counts.get(&way)).map_or_else(Cell::default, |count| Cell::of(*count))
    }
}

/// Where a measure stood or stands, from good to severe; what is not there is last.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum LevelState {
    Level(crate::model::Tone, usize, String),
    Lifecycle(Lifecycle),
    WithoutLevel,
    Nowhere,
}

impl LevelState {
    fn of(site: &Site, row: Option<&MeasureSummary>) -> Self {
        let Some(row) = row else { return Self::Nowhere };
        let level = row.counted_level().and_then(|at| Some((at.level, site.level(at)?)));
        let without = || row.lifecycle.map_or(Self::WithoutLevel, Self::Lifecycle);
        level.map_or_else(without, |(at, level)| Self::Level(level.tone, at, level.word.clone()))
    }

    /// Returns where a measure stands, the same for levels that readers take for one.
    fn alike(site: &Site, row: &MeasureSummary) -> Self {
        match Self::of(site, Some(row)) {
            Self::Level(tone, _, word) => Self::Level(tone, 0, word),
            other => other,
        }
    }

    /// Returns where many stand of which no more is known than their level.
    fn of_level(site: &Site, at: LevelRef) -> Option<Self> {
        site.level(at).map(|level| Self::Level(level.tone, 0, level.word.clone()))
    }

    fn word(self, context: &ViewContext) -> String {
        match self {
            Self::Level(_, _, word) => word,
            Self::Lifecycle(lifecycle) => context.lifecycle(lifecycle).word,
            Self::WithoutLevel | Self::Nowhere => context.word("without_level").to_owned(),
        }
    }

    /// Says that measures come from here or went here, where it is a place at all.
    fn words(&self, context: &ViewContext, way: &str, nowhere: &'static str) -> String {
        match self {
            Self::Level(_, _, word) => context.say(way, &[("level", word.into())]),
            Self::Lifecycle(lifecycle) => context.say(way, &[("level", (&context.lifecycle(*lifecycle).word).into())]),
            Self::WithoutLevel => context.say(way, &[("level", context.word("since_without_level").into())]),
            Self::Nowhere => context.word(nowhere).to_owned(),
        }
    }
}

/// How many measures stand at each level now, and how many more or fewer than in an edition, from good to severe.
pub(super) fn levels(context: &ViewContext, all: Overview, then: &EditionSummary) -> Vec<LevelChange> {
    let mut counts = NowAndBefore::new();
    for (_, row) in all.measures(Scope::All) {
        let (now, _) = counts.entry(LevelState::alike(context.site, row)).or_default();
        *now = now.saturating_add(1);
    }
    let site_then = then.site.with_levels_of(context.site);
    let before = then.plans.values().flat_map(|rows| &rows.measures);
    for row in before.filter(|row| row.counts_level) {
        let (_, before) = counts.entry(LevelState::alike(&site_then, row)).or_default();
        *before = before.saturating_add(1);
    }
    add_stated(&mut counts, context.site, stated(all.plans.iter().copied()), |(now, _)| now);
    add_stated(&mut counts, &site_then, stated(then.plans.values()), |(_, before)| before);
    changes(context, counts)
}

/// How many stand somewhere now and before.
type NowAndBefore = BTreeMap<LevelState, (usize, usize)>;

/// Returns how many measures plans that name none state at each level.
fn stated<'r>(plans: impl Iterator<Item = &'r PlanSummary>) -> impl Iterator<Item = (LevelRef, usize)> {
    let areas = plans.flat_map(|rows| &rows.plan.stated_counts).filter(|area| area.is_of_all);
    areas.flat_map(|area| area.levels.levels.iter().copied())
}

/// Counts many more on one of two sides.
fn add_stated(
    counts: &mut NowAndBefore,
    site: &Site,
    stated: impl Iterator<Item = (LevelRef, usize)>,
    side: fn(&mut (usize, usize)) -> &mut usize,
) {
    for (level, count) in stated {
        let Some(state) = LevelState::of_level(site, level) else { continue };
        let slot = side(counts.entry(state).or_default());
        *slot = slot.saturating_add(count);
    }
}

/// Returns what became of each.
fn changes(context: &ViewContext, counts: NowAndBefore) -> Vec<LevelChange> {
    let change = |(place, (now, before)): (LevelState, (usize, usize))| {
        let step = Decimal::from(now).saturating_sub(Decimal::from(before));
        LevelChange {
            word: place.word(context),
            now,
            before,
            step: (!step.is_zero()).then(|| Figure::exact(Amount::new(step, Unit::Word("".into())))),
        }
    };
    counts.into_iter().map(change).collect()
}

/// How many measures stand at a level, and how many more or fewer than before.
pub(super) struct LevelChange {
    /// The level's word.
    pub word: String,
    /// How many stand there.
    pub now: usize,
    /// How many stood there.
    pub before: usize,
    /// How many more or fewer; nothing where they are as many.
    pub step: Option<Figure>,
}

/// Tells whether readers see that something stands at another level than it did.
pub(super) fn has_moved(before: Option<LevelName<'_>>, after: Option<LevelName<'_>>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => !meaning::is_same_level(before, after) && before.word != after.word,
        (before, after) => before.is_some() != after.is_some(),
    }
}

/// How many of somebody's measures have another status than in the edition before, are new or gone.
#[derive(Default)]
struct Moves {
    first: usize,
    moved: usize,
    new: usize,
    gone: usize,
    /// How many more or fewer of those that are stated by number alone stand at a level.
    stated: Vec<(String, i64)>,
}

impl Moves {
    /// Counts them as the rows of tables tell it. Answers nothing where there is no such edition, or it did not know whose
    /// they are.
    fn of<'r>(context: &ViewContext<'r>, all: Overview<'r>, whose: Scope<'r>) -> Option<Self> {
        let then = context.since?;
        let whose_then = by_id_of_then(context, whose)?;
        // Of a plan that they have nothing to do with any more, their tables tell nothing.
        let own = || {
            let plans = all.plans.iter().filter_map(|rows| then.plan(&rows.plan.id, &rows.plan.formerly));
            plans.map(|rows| (&rows.plan.id, rows)).collect::<BTreeMap<_, _>>()
        };
        let flow = match whose {
            Scope::All => LevelFlow::new(then, context.site, all.plans),
            _ => LevelFlow::among(then, own().into_values(), context.site, all.plans),
        };
        let areas = |plans: &[&'r PlanSummary], whose: Scope<'r>| {
            let all = plans.iter().flat_map(|rows| rows.plan.stated_counts.iter().map(|area| (&rows.plan, area)));
            let own = all.filter(|(plan, area)| whose.has_area(area, plan));
            own.flat_map(|(_, area)| area.levels.levels.iter().copied()).collect::<Vec<_>>()
        };
        let mut counts = NowAndBefore::new();
        add_stated(&mut counts, context.site, areas(&flow.plans_now, whose).into_iter(), |(now, _)| now);
        let site_then = then.site.with_levels_of(context.site);
        add_stated(&mut counts, &site_then, areas(&flow.plans_then, whose_then).into_iter(), |(_, before)| before);
        let mut moves = Self { stated: steps(context, counts), ..Self::default() };
        for pair in flow.pairs {
            let level = |site: &'r Site, row: &MeasureSummary| LevelName::of(site, row.counted_level()?);
            let count = match (pair.then, pair.now) {
                (Some((_, before)), Some((_, now))) if whose.has_measure(now) => {
                    match (level(&then.site, before), level(context.site, now)) {
                        (None, Some(_)) if before.level.is_none() => &mut moves.first,
                        (before, now) if has_moved(before, now) => &mut moves.moved,
                        _ => continue,
                    }
                }
                (None, Some((_, now))) if whose.has_measure(now) => &mut moves.new,
                (Some((_, before)), None) if whose_then.has_measure(before) => &mut moves.gone,
                _ => continue,
            };
            *count = count.saturating_add(1);
        }
        Some(moves)
    }

    /// Says them, each in its place: the `lead` of a sentence, what comes `then`, or `short`.
    fn phrases(&self, context: &ViewContext, is_short: bool) -> Vec<String> {
        let counts = [
            ("since-moves-first", self.first),
            ("since-moves-moved", self.moved),
            ("since-moves-new", self.new),
            ("since-moves-gone", self.gone),
        ];
        let place = |at| {
            if is_short {
                "short"
            } else if at == 0 {
                "lead"
            } else {
                "then"
            }
        };
        let mut phrases: Vec<String> = Vec::new();
        for (key, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
            phrases.push(context.say(key, &[("place", place(phrases.len()).into()), ("count", count.into())]));
        }
        // Behind measures that are named, how many more stand at a level would be taken for all that do.
        let is_rest = !phrases.is_empty();
        for (nth, (level, step)) in self.stated.iter().enumerate() {
            let way = if *step > 0 { "more" } else { "fewer" };
            let count = usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX);
            let place = match (is_rest && nth == 0, is_short) {
                (true, true) => "short-rest",
                (true, false) => "rest",
                _ => place(phrases.len()),
            };
            let args = [("place", place.into()), ("count", count.into()), ("way", way.into())];
            phrases.push(context.say("since-moves-stated", &[&args[..], &[("level", level.into())]].concat()));
        }
        phrases
    }
}

/// Says of how many more or fewer a plan that names no measures states that they stand somewhere, where there is an edition before.
pub(super) fn stated_moves(context: &ViewContext, rows: &PlanSummary) -> Vec<String> {
    let before = context.since.and_then(|then| Some((then, then.plan(&rows.plan.id, &rows.plan.formerly)?)));
    let Some((then, before)) = before else { return Vec::new() };
    let mut counts = NowAndBefore::new();
    add_stated(&mut counts, context.site, stated(std::iter::once(rows)), |(now, _)| now);
    let site_then = then.site.with_levels_of(context.site);
    add_stated(&mut counts, &site_then, stated(std::iter::once(before)), |(_, before)| before);
    Moves { stated: steps(context, counts), ..Moves::default() }.phrases(context, true)
}

/// Returns of how many more or fewer stand somewhere, where any do.
fn steps(context: &ViewContext, counts: NowAndBefore) -> Vec<(String, i64)> {
    let step = |(place, (now, before)): (LevelState, (usize, usize))| {
        let [now, before] = [now, before].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
        (place.word(context), now.saturating_sub(before))
    };
    counts.into_iter().map(step).filter(|(_, step)| *step != 0).collect()
}

/// Makes the cell of somebody's measures, where there is an edition before.
pub(super) fn of_levels<'r>(context: &ViewContext<'r>, all: Overview<'r>, whose: Scope<'r>) -> Option<Cell> {
    context.since?;
    let moves = Moves::of(context, all, whose);
    let phrases =
        moves.map_or_else(|| vec![context.word("since_new").to_owned()], |moves| moves.phrases(context, true));
    Some(cell(phrases))
}

/// Says since when something changed: since the figures of an edition, where a meeting had them, for it met later.
pub(super) fn since_when(context: &ViewContext, whose: Scope) -> Option<String> {
    let edition = &context.since?.edition;
    let date = context.locale.date(edition.as_of);
    Some(if met(context, edition, whose).is_some() {
        context.say("since-figures", &[("date", (&date).into())])
    } else {
        date
    })
}

/// Says the same of somebody's measures in a sentence.
pub(super) fn level_sentence<'r>(context: &ViewContext<'r>, all: Overview<'r>, whose: Scope<'r>) -> Option<Block> {
    let mut phrases = Moves::of(context, all, whose)?.phrases(context, false);
    if let [_, .., last] = phrases.as_mut_slice() {
        *last = format!("{} {last}", context.word("list_and"));
    }
    let (date, changes) = (since_when(context, whose)?, phrases.join(", "));
    let args = [("date", (&date).into()), ("changes", (&changes).into())];
    (!phrases.is_empty()).then(|| Block::Text { text: context.say("since-levels", &args) })
}
