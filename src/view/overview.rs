//! The summaries of all plans together: what shared pages count, sort and pick.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Neg as _,
};

use super::{Block, Tile, ViewContext, levels::legend};
use crate::{
    figure::ComparableCounts,
    model::{Difference, LevelCounts, LevelRef, Lifecycle, SavedAndSpent, Site, difference},
    summary::{MeasureStand, MeasureSummary, MilestoneSummary, MissingSummary, PlanRow, PlanSummary, Scope},
    table::CheckedFigure,
    value::{Amount, Currency, Date, Decimal, Figure, Id, Magnitude, Period, Unit, Year},
};

/// How far ahead shared pages look for milestones, in days.
pub(super) const DAYS_AHEAD: i32 = 90;

/// The most report dates that are held against each other; the newest are shown.
const DATES: usize = 8;

/// A measure and the plan it stands in.
pub(super) type Placed<'r> = (&'r PlanRow, &'r MeasureSummary);

/// How many measures stand at a level that needs attention, and nothing is left to do about them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct SettledAlarms {
    /// They are done.
    pub done: usize,
    /// They are not, and their plan is finished.
    pub over: usize,
}

impl SettledAlarms {
    /// No measure stands so.
    pub const NONE: Self = Self { done: 0, over: 0 };
}

/// The rows of all plans, or of a part of them.
#[derive(Clone, Copy)]
pub(super) struct Overview<'r> {
    /// The plans, in the order of their titles.
    pub plans: &'r [&'r PlanSummary],
}

/// The plans in which each committee and owner finds something: without it, each of their pages would
/// walk through all plans.
pub(super) struct PlansByOwner<'r> {
    committees: BTreeMap<&'r Id, Vec<&'r PlanSummary>>,
    owners: BTreeMap<&'r Id, Vec<&'r PlanSummary>>,
}

impl<'r> PlansByOwner<'r> {
    /// Sorts plans by whose they are.
    pub fn new(plans: &[&'r PlanSummary]) -> Self {
        let mut index = Self { committees: BTreeMap::new(), owners: BTreeMap::new() };
        for rows in plans {
            for id in rows.committees() {
                index.committees.entry(id).or_default().push(rows);
            }
            for id in rows.owners() {
                index.owners.entry(id).or_default().push(rows);
            }
        }
        index
    }

    /// Returns the plans in which a committee finds something.
    pub fn committee(&self, id: &Id) -> Overview<'_> {
        Overview { plans: self.committees.get(id).map_or(&[], Vec::as_slice) }
    }

    /// Returns the plans in which an owner finds something.
    pub fn owner(&self, id: &Id) -> Overview<'_> {
        Overview { plans: self.owners.get(id).map_or(&[], Vec::as_slice) }
    }
}

impl<'r> Overview<'r> {
    /// Returns the measures that are counted at their level, each with its plan: parents by their children, unless they are worse.
    pub fn measures(self, whose: Scope<'r>) -> impl Iterator<Item = Placed<'r>> + Clone {
        self.plans.iter().flat_map(move |rows| {
            let counted = rows.measures.iter().filter(move |row| row.counts_level && whose.has_measure(row));
            counted.map(|row| (&rows.plan, row))
        })
    }

    /// Returns the open measures whose level needs attention: the worst first, then those that lack the most money, then the
    /// longest untold.
    pub fn attention(self, context: &ViewContext, whose: Scope<'r>) -> Vec<Placed<'r>> {
        let alarms = |level: LevelRef| context.site.is_alarming(level);
        let mut found: Vec<Placed> =
            self.measures(whose).filter(|(_, row)| row.is_open() && row.level.is_some_and(alarms)).collect();
        found.sort_by_cached_key(|(_, row)| {
            let badness = row.level.map(|level| context.site.badness(level));
            (std::cmp::Reverse((badness, missing_money(row))), row.updated.map(Period::last))
        });
        found
    }

    /// Returns the open measures whose level needs no attention but whose figures are far behind what is required, those that
    /// lack the most first.
    pub fn behind(self, context: &ViewContext, whose: Scope<'r>) -> Vec<Placed<'r>> {
        let alarms = |level: LevelRef| context.site.is_alarming(level);
        let is_behind =
            |row: &MeasureSummary| row.is_open() && row.behind().is_some() && !row.level.is_some_and(alarms);
        let mut found: Vec<Placed> = self.measures(whose).filter(|(_, row)| is_behind(row)).collect();
        found.sort_by_cached_key(|(_, row)| std::cmp::Reverse(missing_money(row)));
        found
    }

    /// Counts the measures whose level needs attention and of which none is listed: those that are done, and the others of plans
    /// that are finished.
    pub fn settled_alarms(self, context: &ViewContext, whose: Scope<'r>) -> SettledAlarms {
        let alarms = |level: LevelRef| context.site.is_alarming(level);
        let found = || self.measures(whose).map(|(_, row)| row).filter(|row| row.counted_level().is_some_and(alarms));
        let is_done = |row: &&MeasureSummary| row.lifecycle == Some(Lifecycle::Done);
        SettledAlarms {
            done: found().filter(is_done).count(),
            over: found().filter(|row| row.is_over && !is_done(row)).count(),
        }
    }

    /// Counts the measures that need attention, those that are stated by number alone among them.
    pub fn need_attention(self, context: &ViewContext, whose: Scope<'r>) -> usize {
        self.attention(context, whose).len().saturating_add(self.counted_alarms(context, whose))
    }

    /// Counts the measures that need attention among those that are stated by number alone.
    pub fn counted_alarms(self, context: &ViewContext, whose: Scope<'r>) -> usize {
        let alarming = self.stated_levels(whose).filter(|(level, _)| context.site.is_alarming(*level));
        alarming.fold(0, |all: usize, (_, count)| all.saturating_add(count))
    }

    /// Counts measures per level, in the order of the scales, and those without one by where they are in their life.
    pub fn levels(self, whose: Scope<'r>) -> LevelCounts {
        let mut counts = LevelCounts::default();
        self.measures(whose).for_each(|(_, row)| counts.add(row.level, row.lifecycle));
        for (level, count) in self.stated_levels(whose) {
            counts.add_many(level, count);
        }
        counts
    }

    /// Returns how many measures are stated to stand at each level by plans that name none.
    fn stated_levels(self, whose: Scope<'r>) -> impl Iterator<Item = (LevelRef, usize)> {
        self.plans.iter().flat_map(move |rows| {
            let areas = rows.plan.stated_counts.iter().filter(move |area| whose.has_area(area, &rows.plan));
            areas.flat_map(|area| area.levels.levels.iter().copied())
        })
    }

    /// Counts measures at each level on the dates of the latest reports, the oldest first, and those of which the reports
    /// of their plan had not told one by then. A measure is in its plan from its first report on.
    pub fn levels_over_time(self, whose: Scope<'r>) -> Vec<(Date, LevelCounts)> {
        let dates: BTreeSet<Date> =
            self.measures(whose).flat_map(|(plan, _)| &plan.reports).map(|report| report.last()).collect();
        let latest = dates.into_iter().rev().take(DATES).collect::<Vec<_>>().into_iter().rev();
        let counted = |date: Date| {
            let mut counts = LevelCounts::default();
            let is_told = |plan: &PlanRow| plan.reports.first().is_some_and(|report| report.last() <= date);
            let plans = self.plans.iter().filter(|rows| is_told(&rows.plan));
            let own = plans.flat_map(|rows| &rows.measures).filter(|row| whose.has_measure(row));
            for stand in own.filter_map(|row| row.stood_on(date)).filter(|stand| stand.counts_level) {
                counts.add(stand.level, stand.lifecycle);
            }
            (date, counts)
        };
        latest.map(counted).filter(|(_, counts)| !counts.levels.is_empty()).collect()
    }

    /// Counts the measures that have a level both on the first and on the last of some dates.
    pub fn comparable(self, site: &Site, whose: Scope<'r>, times: &[(Date, LevelCounts)]) -> ComparableCounts {
        let mut counts = ComparableCounts::default();
        let [(first, _), .., (last, _)] = times else { return counts };
        for row in self.plans.iter().flat_map(|rows| &rows.measures).filter(|row| whose.has_measure(row)) {
            let [before, after] = [*first, *last].map(|day| row.stood_on(day).filter(|stand| stand.counts_level));
            let level = |stand: Option<&MeasureStand>| Some((stand?.level?, stand?.lifecycle));
            if let (Some(before), Some(after)) = (level(before), level(after)) {
                // What was dropped follows no plan, and deviates from none.
                let needs = |(level, lifecycle)| site.is_alarming(level) && lifecycle != Some(Lifecycle::Dropped);
                counts.add(needs(before), needs(after));
            }
        }
        counts
    }

    /// Returns the scales its plans and their measures are coloured by.
    pub fn scales(self) -> Vec<usize> {
        let mut scales: Vec<usize> = self
            .plans
            .iter()
            .flat_map(|rows| [Some(rows.plan.scale), rows.plan.level.map(|level| level.scale)])
            .flatten()
            .collect();
        scales.sort_unstable();
        scales.dedup();
        scales
    }

    /// Returns the scales that stand on a committee's page: of its plans, and of the rows of tables that are its own.
    pub fn scales_of(self, committee: &'r Id) -> Vec<usize> {
        let theirs: Vec<_> = self.plans_of(Scope::Committee(committee)).collect();
        let mut scales = Overview { plans: &theirs }.scales();
        let tables = self.plans.iter().flat_map(|rows| &rows.tables);
        let own = tables.filter(|table| table.rows.iter().any(|(id, _)| id == committee));
        scales.extend(own.flat_map(|table| table.scales.iter().copied()));
        scales.sort_unstable();
        scales.dedup();
        scales
    }

    /// Counts the figures that nothing explains.
    pub fn unexplained(self) -> usize {
        let rows = self.plans.iter().flat_map(|rows| &rows.disagreements);
        rows.filter(|row| row.difference.class == crate::model::DifferenceClass::Unexplained).count()
    }

    /// Returns what should have been reported, the longest missing first.
    pub fn missing(self, whose: Scope<'r>) -> Vec<(&'r PlanRow, &'r MissingSummary)> {
        let mut missing: Vec<_> =
            self.plans.iter().flat_map(|rows| rows.missing.iter().map(|row| (&rows.plan, row))).collect();
        missing.retain(|(_, row)| whose.has_missing(row));
        missing.sort_by_key(|(_, row)| std::cmp::Reverse(row.days));
        missing
    }

    /// Returns milestones with their plans, by their date; those without one last.
    pub fn milestones(
        self,
        whose: Scope<'r>,
        picks: impl Fn(&MilestoneSummary) -> bool,
    ) -> Vec<(&'r PlanRow, &'r MilestoneSummary)> {
        let all = self.plans.iter().flat_map(|rows| rows.milestones.iter().map(|row| (&rows.plan, row)));
        let mut found: Vec<_> = all.filter(|(_, row)| whose.has_milestone(row) && picks(row)).collect();
        found.sort_by_key(|(_, row)| (row.due.is_none(), row.due));
        found
    }

    /// Returns the open milestones that are due within 90 days, or were.
    pub fn milestones_ahead(self, context: &ViewContext, whose: Scope<'r>) -> Vec<(&'r PlanRow, &'r MilestoneSummary)> {
        self.milestones(whose, |row| is_ahead(context, row))
    }

    /// Makes the tiles of a page: money where kind, year and unit of its plans agree, otherwise counts. Money of two
    /// countries is never added: each currency has its own tiles.
    pub fn tiles(self, context: &ViewContext, whose: Scope<'r>) -> Vec<Tile> {
        let attention = self.need_attention(context, whose);
        let all = self.levels(whose).all();
        let alarm = Tile {
            name: context.word("tile_attention").into(),
            value: context.count(attention),
            note: Some(context.say("tile-of-all", &[("all", all.into())])),
            href: None,
        };
        let mut tiles = self.money_tiles(context, whose);
        if tiles.is_empty() {
            return self.count_tiles(context, whose, all, alarm);
        }
        tiles.push(alarm);
        tiles
    }

    /// Makes the tiles of money, where it may be added.
    pub fn money_tiles(self, context: &ViewContext, whose: Scope<'r>) -> Vec<Tile> {
        let sums = self.money(whose);
        let mut tiles = Vec::new();
        for sum in &sums {
            let contested = match whose {
                Scope::All => self.contested(context, sum),
                _ => Default::default(),
            };
            let name_of = |word: &'static str| match sum.currency.filter(|_| sums.len() > 1) {
                Some(currency) => {
                    let unit = Unit::Money(Magnitude::One, currency);
                    let args = [("name", context.word(word).into()), ("unit", context.locale.unit(&unit).into())];
                    context.say("tile-in-unit", &args)
                }
                None => context.word(word).to_owned(),
            };
            tiles.extend(money_tiles(context, sum, contested, name_of));
        }
        tiles
    }

    fn count_tiles(self, context: &ViewContext, whose: Scope<'r>, all: usize, alarm: Tile) -> Vec<Tile> {
        let open = self.measures(whose).filter(|(_, row)| row.is_open()).count();
        // Of measures that are only counted nobody knows whether they are done.
        let is_known = self.stated_levels(whose).next().is_none();
        let missing = self.missing(whose).len();
        let plans = match whose {
            Scope::All => self.plans.len(),
            _ => self.plans_of(whose).count(),
        };
        let tile =
            |word, count, note| Tile { name: context.word(word).into(), value: context.count(count), note, href: None };
        vec![
            tile("tile_plans", plans, None),
            tile("tile_measures", all, is_known.then(|| context.say("tile-open", &[("open", open.into())]))),
            alarm,
            tile("tile_missing", missing, None),
        ]
    }

    /// Returns the plans that are somebody's, or have a measure that is.
    pub fn plans_of(self, whose: Scope<'r>) -> impl Iterator<Item = &'r PlanSummary> {
        let is_theirs = move |rows: &&PlanSummary| {
            whose.has_plan(&rows.plan)
                || rows.measures.iter().any(|row| whose.has_measure(row))
                || rows.plan.stated_counts.iter().any(|area| whose.has_area(area, &rows.plan))
        };
        self.plans.iter().copied().filter(is_theirs)
    }

    /// Says of the required and the achieved savings of all plans in a currency what the measures come to where a plan states what
    /// these do not, and by how much that is proven to differ.
    fn contested(self, context: &ViewContext, of: &MoneySum) -> [Option<String>; 2] {
        let said = |stated: &Figure, pick: fn(&PlanRow) -> (Option<&CheckedFigure>, Option<&Figure>)| {
            let amount = stated.amount.as_ref()?;
            let plans = || self.plans.iter().filter(|rows| currency_of(&rows.plan) == of.currency);
            let each = || plans().map(|rows| pick(&rows.plan));
            let worst = each().filter_map(|(checked, _)| checked).max_by_key(|checked| checked.class())?;
            let computed = each().filter_map(|(checked, printed)| checked.map(|checked| &checked.computed).or(printed));
            let computed = difference::sum(computed, &amount.unit)?;
            // What lies between a total and the measures that have told of it proves nothing, and is no difference.
            let proven = each().filter_map(|(checked, _)| checked?.difference.as_ref());
            let sizes: Vec<Figure> = proven.map(|difference| Figure::exact(difference.size.clone())).collect();
            let size = difference::sum(sizes.iter(), &amount.unit).and_then(|size| size.amount);
            let difference = worst.difference.clone().zip(size).map(|(worst, size)| Difference { size, ..worst });
            Some(context.difference_from(stated, &computed, difference.as_ref()))
        };
        [
            said(&of.required, |plan| (plan.contested.required.as_ref(), plan.required.as_ref())),
            said(&of.achieved, |plan| (plan.contested.achieved.as_ref(), plan.achieved.as_ref())),
        ]
    }

    /// Adds up required and achieved savings, currency by currency. Answers none unless, within each, all figures are of one
    /// kind of plan, year and unit, and there is something achieved.
    pub fn money(self, whose: Scope<'r>) -> Vec<MoneySum> {
        let plans = || self.plans_of(whose).filter(|rows| rows.plan.required.is_some()).map(|rows| &rows.plan);
        let currencies: BTreeSet<Option<Currency>> = plans().map(currency_of).collect();
        if currencies.len() > 1 && currencies.contains(&None) {
            return Vec::new();
        }
        let sums = currencies.into_iter().map(|currency| self.money_in(whose, currency));
        sums.collect::<Option<_>>().unwrap_or_default()
    }

    /// Adds up the savings of the plans that count in a currency, or in none.
    fn money_in(self, whose: Scope<'r>, currency: Option<Currency>) -> Option<MoneySum> {
        let plans = || self.plans_of(whose).filter(move |rows| currency_of(&rows.plan) == currency);
        let first = plans().map(|rows| &rows.plan).find(|plan| plan.required.is_some())?;
        let mut kinds =
            plans().map(|rows| &rows.plan).filter(|plan| plan.required.is_some() || plan.achieved.is_some());
        let agrees = |plan: &PlanRow| plan.kind == first.kind && plan.year == first.year && plan.unit == first.unit;
        if !kinds.all(agrees) {
            return None;
        }
        let sum = |pick: &dyn Fn(&'r PlanSummary) -> Vec<&'r Figure>| {
            let figures: Vec<&Figure> = plans().flat_map(pick).collect();
            let amount = figures.iter().find_map(|figure| figure.amount.as_ref())?;
            let unit = if first.unit.adds_to(&amount.unit) { &first.unit } else { &amount.unit };
            let sum = difference::sum(figures.iter().copied(), unit)?;
            let as_shown = difference::sum_as_shown(figures.iter().copied(), sum.amount.as_ref()?);
            Some((sum, as_shown))
        };
        let ((required, required_as_shown), (achieved, achieved_as_shown)) = match whose {
            Scope::All => {
                (sum(&|rows| rows.plan.required.iter().collect())?, sum(&|rows| rows.plan.achieved.iter().collect())?)
            }
            _ => (
                sum(&|rows| theirs(rows, whose).filter_map(added_required).collect())?,
                sum(&|rows| theirs(rows, whose).filter_map(added_achieved).collect())?,
            ),
        };
        let own = |rows: &'r PlanSummary| -> (usize, usize) {
            if let (Scope::All, Some(_)) = (whose, &rows.plan.achieved) {
                // A plan that states its total and of which no measure tells anything is told as a whole.
                return rows.plan.achieved_by.unwrap_or_default();
            }
            let given = theirs(rows, whose).filter_map(added_achieved).count();
            (given, theirs(rows, whose).filter(|row| row.owes_achieved).count().saturating_add(given))
        };
        let add = |(given, all): (usize, usize), (one, more): (usize, usize)| {
            (given.saturating_add(one), all.saturating_add(more))
        };
        let achieved_by = Some(plans().map(own).fold((0, 0), add));
        let as_shown = [required_as_shown, achieved_as_shown];
        let mut sums = SavedAndSpent::default();
        match (whose, &required.amount) {
            (Scope::All, _) => plans().for_each(|rows| sums.join(&rows.plan.saved_and_spent)),
            (_, Some(Amount { unit, .. })) => {
                for row in plans().flat_map(|rows| theirs(rows, whose)) {
                    // An investment that does not say what it costs may cost anything.
                    let is_open = row.is_counted && row.has_investment && row.required.is_none();
                    if row.adds_required || is_open {
                        sums.add(row.required.as_ref(), row.has_investment, unit);
                    }
                }
            }
            (_, None) => {}
        }
        let years =
            |of_plan: fn(&PlanRow) -> &BTreeSet<Year>, added: fn(&MeasureSummary) -> Option<&Figure>| match whose {
                Scope::All => plans().flat_map(|rows| of_plan(&rows.plan)).copied().collect(),
                _ => {
                    let all = plans().flat_map(|rows| theirs(rows, whose));
                    all.filter(|row| added(row).is_some()).filter_map(|row| row.year).collect()
                }
            };
        let required_years = years(|plan| &plan.required_years, added_required);
        let achieved_years = years(|plan| &plan.achieved_years, added_achieved);
        let share = achieved.share_of(&required).filter(|_| !sums.is_much_spent());
        Some(MoneySum { currency, required, achieved, share, required_years, achieved_years, achieved_by, as_shown })
    }
}

/// Returns how much a measure lacks of what is required, in its currency's own unit. Amounts of two currencies are not
/// compared by anybody who reads the list, so their order is of no meaning there.
fn missing_money(row: &MeasureSummary) -> Option<Decimal> {
    let required = row.required_told.as_ref()?.figure().amount.as_ref()?;
    let unit = required.unit.one();
    let achieved = row.achieved_told.as_ref().and_then(|achieved| achieved.figure().amount.as_ref());
    let achieved = achieved.and_then(|amount| amount.number_in(&unit));
    let lacks = required.number_in(&unit)?.saturating_sub(achieved.unwrap_or_default());
    Some(lacks.max(Decimal::ZERO))
}

/// What the plans of a page require and have achieved, in one currency.
pub(super) struct MoneySum {
    currency: Option<Currency>,
    /// What is required.
    pub required: Figure,
    /// How many measures have given what was achieved, and how many there are.
    pub achieved_by: Option<(usize, usize)>,
    /// What has been achieved.
    pub achieved: Figure,
    /// That in per cent of what is required, where investments leave enough of that.
    pub share: Option<Decimal>,
    /// The years that what is required is about.
    pub required_years: BTreeSet<Year>,
    /// The years that what was achieved is about.
    pub achieved_years: BTreeSet<Year>,
    /// What the figures of both come to as they are shown, where rounding makes that another number.
    as_shown: [Option<Amount>; 2],
}

/// Returns the currency of a plan's required savings: that of the sum, else that of its unit.
fn currency_of(plan: &PlanRow) -> Option<Currency> {
    let sum = plan.required.as_ref().and_then(|required| required.amount.as_ref());
    sum.map_or(&plan.unit, |amount| &amount.unit).currency()
}

fn theirs<'r>(rows: &'r PlanSummary, whose: Scope<'r>) -> impl Iterator<Item = &'r MeasureSummary> {
    rows.measures.iter().filter(move |row| !row.closed && whose.has_measure(row))
}

/// Returns the required saving of a measure where sums add it.
fn added_required(row: &MeasureSummary) -> Option<&Figure> {
    row.required.as_ref().filter(|_| row.adds_required)
}

/// Returns the achieved saving of a measure where sums add it.
fn added_achieved(row: &MeasureSummary) -> Option<&Figure> {
    row.achieved.as_ref().filter(|_| row.adds_achieved)
}

/// Makes the tiles of a sum, each called by the word that `name_of` makes of its own.
fn money_tiles(
    context: &ViewContext,
    MoneySum { required, achieved, share, required_years, achieved_years, achieved_by, as_shown, .. }: &MoneySum,
    [of_required, of_achieved]: [Option<String>; 2],
    name_of: impl Fn(&'static str) -> String,
) -> Vec<Tile> {
    let share = share.map(|share| context.share(share));
    let unit = required.amount.as_ref().map(|amount| amount.unit.clone());
    let gap = unit.and_then(|unit| achieved.less(required, &unit));
    let tile =
        |word, figure: &Figure, note| Tile { name: name_of(word), value: context.figure(figure), note, href: None };
    let known = achieved_by
        .filter(|(given, all)| given < all)
        .map(|(given, all)| context.say("remark-partial-sum", &[("given", given.into()), ("all", all.into())]));
    let joined = |notes: [Option<String>; 5]| {
        let note = notes.into_iter().flatten().collect::<Vec<_>>().join("; ");
        Some(note).filter(|note| !note.is_empty())
    };
    let [required_as_shown, achieved_as_shown] =
        as_shown.each_ref().map(|sum| sum.as_ref().map(|sum| rounding_remark(context, sum)));
    let share = joined([share, of_achieved, known, context.years(achieved_years), achieved_as_shown]);
    let of_required = joined([of_required, context.years(required_years), required_as_shown, None, None]);
    let mut tiles = vec![tile("tile_required", required, of_required), tile("tile_achieved", achieved, share)];
    tiles.extend(gap.map(|gap| {
        // What is required, taken from what was achieved, as both are shown.
        let parts = [achieved.clone(), negated(required)];
        let total = gap.amount.as_ref();
        let as_shown = total.and_then(|total| crate::model::difference::sum_as_shown(parts.iter(), total));
        tile("tile_difference", &gap, as_shown.map(|sum| rounding_remark(context, &sum)))
    }));
    tiles
}

/// Says that figures are shown rounded, and what those that are shown come to.
pub(super) fn rounding_remark(context: &ViewContext, as_shown: &Amount) -> String {
    let sum = context.figure(&Figure::exact(as_shown.clone())).text;
    context.say("remark-rounded-sum", &[("sum", (&sum).into())])
}

/// Returns a figure with the other sign.
fn negated(figure: &Figure) -> Figure {
    let amount = figure
        .amount
        .as_ref()
        .map(|amount| Amount::new(amount.number.neg(), amount.unit.clone()).shown_with(amount.shown_decimals));
    Figure { amount, ..figure.clone() }
}

/// Tells whether a milestone is open and due within 90 days, or was.
pub(super) fn is_ahead(context: &ViewContext, row: &MilestoneSummary) -> bool {
    row.is_open() && row.due.is_some_and(|due| context.site.days_since(due) >= -DAYS_AHEAD)
}

/// Adds the meanings of the scales that are in use.
pub(super) fn push_legends(blocks: &mut Vec<Block>, context: &ViewContext, scales: &[usize]) {
    blocks.extend(scales.iter().map(|scale| legend(context, *scale)));
}
