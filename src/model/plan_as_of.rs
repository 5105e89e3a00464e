//! A plan as it was known at one of its reports.
//!
//! The plan's own page and the page of each report show the same things; they differ in how much was
//! known. Everything that depends on that is asked here, so that an old report shows old data.

use std::collections::BTreeSet;

use crate::{
    model::{
        Decision, FigureTable, Gross, Indicator, LevelCounts, LevelRef, Lifecycle, Measure, Milestone, MilestoneUpdate,
        Plan, Reading, Report, SavedAndSpent, Site, Standing, StatedComparison, StatedCounts, Status, SumAddends,
        difference, rollup::owed,
    },
    value::{Amount, Date, Decimal, Figure, FootnoteMark, Period, Unit, Year},
};

/// A plan as it was known at one of its reports.
#[derive(Clone, Copy, Debug)]
pub struct PlanAsOf<'a> {
    /// The site it belongs to.
    pub site: &'a Site,
    /// The plan.
    pub plan: &'a Plan,
    /// The last report that is known: an index into [`Plan::reports`].
    pub report: usize,
    /// The day that days are counted to.
    pub today: Date,
}

/// Which figure of a measure is asked for, as of a report: the figure, and the report that gave it.
type GivenFigure = fn(&Measure, usize) -> Option<(usize, &Figure)>;

/// A sum over measures, and how many of them it knows.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Sum {
    /// What they come to; approximate where one of them is.
    pub figure: Figure,
    /// How many measures gave a figure.
    pub given: usize,
    /// How many measures could have.
    pub all: usize,
    /// What their figures come to as they are shown, where rounding makes that another number than the sum shows.
    pub as_shown: Option<Amount>,
    /// The years that their figures are about: readers are told of a sum of several, since a saving of 1 mio. kr. in each of two
    /// years may be one and the same.
    pub years: BTreeSet<Year>,
}

/// A figure of a measure, wherever it is shown: its own, or what those below it come to.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum OwnOrSum {
    /// Its own.
    Own(Figure),
    /// What those below it come to.
    Sum(Sum),
}

impl OwnOrSum {
    /// Returns the figure.
    #[must_use]
    pub fn figure(&self) -> &Figure {
        match self {
            Self::Own(figure) | Self::Sum(Sum { figure, .. }) => figure,
        }
    }

    /// Returns the figure where it knows all that it adds up.
    #[must_use]
    pub fn whole(&self) -> Option<&Figure> {
        match self {
            Self::Own(figure) => Some(figure),
            Self::Sum(sum) => Some(&sum.figure).filter(|_| sum.given >= sum.all),
        }
    }

    /// Returns the same without footnote marks.
    #[must_use]
    pub fn unmarked(self) -> Self {
        match self {
            Self::Own(figure) => Self::Own(Figure { mark: None, ..figure }),
            Self::Sum(sum) => Self::Sum(sum),
        }
    }
}

/// What is stated of how many stand at each level, and where.
#[derive(Clone, Copy, Debug)]
pub struct CountsTold<'a> {
    /// The report that states it; the plan itself, before its first one.
    pub report: Option<&'a Report>,
    /// The scale of the levels.
    pub scale: usize,
    /// What is stated.
    pub stated: &'a StatedCounts,
}

impl<'a> PlanAsOf<'a> {
    /// Sees a plan with all its reports, on the site's as-of date.
    pub fn now(site: &'a Site, plan: &'a Plan) -> Self {
        Self { site, plan, report: plan.reports.len().saturating_sub(1), today: site.as_of }
    }

    /// Sees a plan as it was known at a report, on the report's last day.
    pub fn at(site: &'a Site, plan: &'a Plan, report: usize) -> Self {
        let day = plan.reports.get(report).map_or(site.as_of, |report| report.as_of.last());
        Self { site, plan, report, today: day.min(site.as_of) }
    }

    /// Tells whether all is known that the site knows.
    pub fn is_now(&self) -> bool {
        self.today == self.site.as_of && self.report.saturating_add(1) >= self.plan.reports.len()
    }

    /// Returns the last known report.
    pub fn latest(&self) -> Option<&'a Report> {
        self.plan.reports.get(self.report)
    }

    /// Returns the reports up to the last known one, the oldest first.
    pub fn reports(&self) -> &'a [Report] {
        self.plan.reports.get(..=self.report).unwrap_or_default()
    }

    /// Returns the date of a report.
    pub fn date(&self, report: usize) -> Option<Period> {
        self.plan.reports.get(report).map(|report| report.as_of)
    }

    /// Returns the words of a mark of a figure that a report gave, or the plan where none did. The plan's own marks may be
    /// explained in a report.
    pub fn note(&self, report: Option<usize>, mark: FootnoteMark) -> Option<&'a String> {
        let given = report.and_then(|report| self.plan.reports.get(report));
        let of_plan = given.and_then(|report| report.notes.get(&mark)).or_else(|| self.plan.notes.get(&mark));
        let others = self.reports().iter().rev().filter(|_| report.is_none());
        of_plan.or_else(|| others.filter_map(|report| report.notes.get(&mark)).next())
    }

    /// Returns a figure of a measure beside what lies below the measure comes to; nothing where either is not given.
    pub fn beside_parts(
        &self,
        measure: &'a Measure,
        pick: impl Fn(&'a Measure) -> Option<&'a Figure> + Copy,
    ) -> Option<StatedComparison> {
        let own = pick(measure).filter(|_| !measure.children.is_empty())?;
        let parts = self.plan.parts_below(measure, Some(self.report), pick);
        Some(parts.compare(std::slice::from_ref(own), &self.plan.unit))
    }

    /// Returns what was last given as achieved of a measure beside what lies below the measure comes to, else beside what the months
    /// come to that the same status tells.
    pub fn achieved_beside_parts(&self, measure: &'a Measure) -> Option<StatedComparison> {
        let of_months = || {
            let (given, _) = self.given_achieved(measure)?;
            let status = self.statuses(measure).iter().find(|status| status.report == given)?;
            self.plan.achieved_by_months(measure, status)
        };
        self.beside_parts(measure, |measure| self.achieved(measure)).or_else(of_months)
    }

    /// Returns how many days have passed since a period; negative while it lasts or lies ahead.
    pub fn days_since(&self, period: Period) -> i32 {
        self.today.since(period.last()).map_or(0, |span| span.get_days())
    }

    /// Returns what was said of a measure so far, the oldest first.
    pub fn statuses(&self, measure: &'a Measure) -> &'a [Status] {
        let end = measure.statuses.partition_point(|status| status.report <= self.report);
        measure.statuses.get(..end).unwrap_or_default()
    }

    /// Returns what was last said of a measure.
    pub fn status(&self, measure: &'a Measure) -> Option<&'a Status> {
        self.statuses(measure).last()
    }

    /// Returns where a measure stands.
    pub fn standing(&self, measure: &Measure) -> Option<Standing> {
        self.plan.standing(self.site, measure, self.report)
    }

    /// Returns where a measure is in its life.
    pub fn lifecycle(&self, measure: &'a Measure) -> Option<Lifecycle> {
        self.statuses(measure).iter().rev().find_map(|status| status.lifecycle)
    }

    /// Returns the latest achieved figure of a measure; of one with parts nothing where a newer report tells theirs.
    pub fn achieved(&self, measure: &'a Measure) -> Option<&'a Figure> {
        self.given_achieved(measure).map(|(_, figure)| figure)
    }

    /// Returns the forecast of a measure that holds; of one with parts nothing where a newer report tells theirs.
    pub fn forecast(&self, measure: &'a Measure) -> Option<&'a Figure> {
        self.given_forecast(measure).map(|(_, figure)| figure)
    }

    /// Returns what [`Self::achieved`] does, and the report that gave it.
    pub fn given_achieved(&self, measure: &'a Measure) -> Option<(usize, &'a Figure)> {
        self.unless_newer_below(measure, Measure::achieved_at)
    }

    /// Returns what [`Self::forecast`] does, and the report that gave it.
    pub fn given_forecast(&self, measure: &'a Measure) -> Option<(usize, &'a Figure)> {
        self.unless_newer_below(measure, Measure::forecast_at)
    }

    /// Tells whether what a plan's forecast comes to counts that of a measure: it has one, and nothing below it has.
    pub fn adds_forecast(&self, measure: &'a Measure) -> bool {
        self.forecast(measure).is_some() && !self.has_forecast_below(measure)
    }

    fn has_forecast_below(&self, measure: &'a Measure) -> bool {
        self.children(measure).any(|part| self.forecast(part).is_some() || self.has_forecast_below(part))
    }

    /// Returns the date of the report that gave a figure, where a newer one tells of the measure.
    pub fn older_date(&self, measure: &'a Measure, given: Option<(usize, &'a Figure)>) -> Option<Period> {
        let (report, _) = given?;
        let is_older = self.status(measure).is_some_and(|status| status.report > report);
        self.date(report).filter(|_| is_older)
    }

    /// Returns a figure of a measure. What was stated of one before its parts went on is no sum of theirs today.
    fn unless_newer_below(&self, measure: &'a Measure, pick: GivenFigure) -> Option<(usize, &'a Figure)> {
        let own = pick(measure, self.report)?;
        let is_newer = |part| self.last_given(part, pick).is_some_and(|newer| newer > own.0);
        (!self.children(measure).any(is_newer)).then_some(own)
    }

    /// Returns the last report that gave a figure of a measure or of what lies below it.
    fn last_given(&self, measure: &'a Measure, pick: GivenFigure) -> Option<usize> {
        let below = self.children(measure).filter_map(|part| self.last_given(part, pick));
        below.chain(pick(measure, self.report).map(|(report, _)| report)).max()
    }

    /// Tells whether a measure with parts was told of while none of them was: it stands for them, as it did before it was split.
    pub fn stands_for_parts(&self, measure: &'a Measure) -> bool {
        !measure.children.is_empty() && self.status(measure).is_some() && !self.has_told_below(measure)
    }

    /// Tells whether anything below a measure was told of.
    fn has_told_below(&self, measure: &'a Measure) -> bool {
        self.children(measure).any(|part| self.status(part).is_some() || self.has_told_below(part))
    }

    /// Tells whether a measure is a part that another one stands for.
    pub fn is_stood_for(&self, measure: &'a Measure) -> bool {
        let parent = measure.parent.and_then(|parent| self.plan.measures.get(parent));
        parent.is_some_and(|parent| self.stands_for_parts(parent) || self.is_stood_for(parent))
    }

    /// Tells whether a measure was split: its parts are told of since it was itself for the last time. Then nothing more is owed
    /// of it than of them.
    pub fn is_split(&self, measure: &'a Measure) -> bool {
        let last = self.status(measure).map(|status| status.report);
        self.first_told_below(measure).is_some_and(|first| first <= self.report && last < Some(first))
    }

    /// Returns the first report, known or not, that tells of anything below a measure.
    fn first_told_below(&self, measure: &'a Measure) -> Option<usize> {
        let first = |part: &'a Measure| {
            let own = part.statuses.first().map(|status| status.report);
            own.into_iter().chain(self.first_told_below(part)).min()
        };
        self.children(measure).filter_map(first).min()
    }

    /// Tells whether there is still something to do about a measure.
    pub fn is_open(&self, measure: &'a Measure) -> bool {
        self.lifecycle(measure).is_none_or(Lifecycle::is_open)
    }

    /// Tells whether the last known report should have told of a measure and did not.
    pub fn is_missing(&self, measure: &'a Measure) -> bool {
        let last = self.status(measure).map(|status| status.report);
        let told = last == Some(self.report);
        let by_others =
            (!measure.children.is_empty() && last.is_none()) || self.is_split(measure) || self.is_stood_for(measure);
        !(told || by_others || measure.closed || is_blank(measure) || self.plan.reports.is_empty())
            && self.is_open(measure)
            && !self.is_finished()
    }

    /// Tells whether the plan is finished: then nothing of it is overdue, and nothing is missing.
    pub fn is_finished(&self) -> bool {
        self.plan.is_finished(self.today)
    }

    /// Tells whether a measure is past its date and nobody has called it done.
    pub fn is_overdue(&self, measure: &'a Measure) -> bool {
        measure.due.is_some_and(|due| due.last() < self.today) && self.is_open(measure) && !self.is_finished()
    }

    /// Returns the measures that have figures of their own: those without children, and no empty line.
    pub fn leaves(&self) -> impl Iterator<Item = &'a Measure> + Clone {
        self.plan.measures.iter().filter(|measure| measure.children.is_empty())
    }

    /// Returns the measures that stand directly below another.
    pub fn children(&self, measure: &'a Measure) -> impl Iterator<Item = &'a Measure> {
        measure.children.iter().filter_map(|child| self.plan.measures.get(*child))
    }

    /// Returns a figure of a measure: its own, else what those below it come to.
    pub fn own_or_sum(
        &self,
        measure: &'a Measure,
        pick: &dyn Fn(&'a Measure) -> Option<&'a Figure>,
    ) -> Option<OwnOrSum> {
        let sum = || self.sum(self.children(measure), Gross::Net, pick, &self.plan.unit).map(OwnOrSum::Sum);
        pick(measure).cloned().map(OwnOrSum::Own).or_else(sum)
    }

    /// Tells whether a measure is an investment, or one is among its parts.
    pub fn has_investment(&self, measure: &'a Measure) -> bool {
        measure.is_investment() || self.children(measure).any(|part| self.has_investment(part))
    }

    /// Returns a figure of a measure in per cent of what is required of it, where investments leave enough of that.
    pub fn share(&self, measure: &'a Measure, figure: &Figure, required: &Figure) -> Option<Decimal> {
        figure.share_of(required).filter(|_| !self.saved_and_spent(std::iter::once(measure)).is_much_spent())
    }

    /// Returns what some measures are to save beside what investments among them are to cost. Where that is much, per cent of the
    /// rest mean nothing: 1,0 of 2,0 less 1,9 mio. kr. would be 1.000 %.
    pub fn saved_and_spent(&self, measures: impl Iterator<Item = &'a Measure>) -> SavedAndSpent {
        let mut sums = SavedAndSpent::default();
        measures.for_each(|measure| self.weigh(measure, &mut sums));
        sums
    }

    fn weigh(&self, measure: &'a Measure, sums: &mut SavedAndSpent) {
        if self.children(measure).any(|part| self.has_investment(part)) {
            self.children(measure).for_each(|part| self.weigh(part, sums));
            return;
        }
        let required = self.own_or_sum(measure, &|measure| measure.required.as_ref());
        sums.add(required.as_ref().map(OwnOrSum::figure), measure.is_investment(), &self.plan.unit);
    }

    /// Adds a figure over some measures: a parent counts as the sum of its children where they have
    /// figures, else with its own. Answers `None` where nothing is given or units do not add.
    pub fn sum(
        &self,
        measures: impl Iterator<Item = &'a Measure>,
        gross: Gross,
        pick: &dyn Fn(&'a Measure) -> Option<&'a Figure>,
        unit: &Unit,
    ) -> Option<Sum> {
        let SumAddends { given, owing } = self.addends(measures, gross, pick);
        let all = given.len().saturating_add(owing.len());
        let years = given.iter().filter_map(|(measure, _)| self.year(measure)).collect();
        let parts: Vec<&Figure> = given.into_iter().map(|(_, figure)| figure).collect();
        let figure = difference::sum_or_nil(parts.iter().copied(), unit)?;
        let as_shown = figure.amount.as_ref().and_then(|total| difference::sum_as_shown(parts.iter().copied(), total));
        Some(Sum { figure, given: parts.len(), all, as_shown, years })
    }

    /// Returns of which measures a figure is added up, and which lack theirs.
    pub fn addends(
        &self,
        measures: impl Iterator<Item = &'a Measure>,
        gross: Gross,
        pick: &dyn Fn(&'a Measure) -> Option<&'a Figure>,
    ) -> SumAddends<'a> {
        self.plan.addends(measures, gross, pick, &|measure| owed(measure, Some(self.report)).is_some())
    }

    /// Returns the year that the figures of a measure are about: its own, else that of what it is a part of, else the plan's.
    pub fn year(&self, measure: &'a Measure) -> Option<Year> {
        let above = || self.plan.measures_above(measure).find_map(|above| above.year);
        measure.year.or_else(above).or(self.plan.year)
    }

    /// Returns what the latest report states of how many stand at each level, or the plan before any report does.
    pub fn stated_counts(&self) -> Option<CountsTold<'a>> {
        self.counts_told().next()
    }

    /// Returns what was stated of it before that, where anything was.
    pub fn earlier_counts(&self) -> Option<CountsTold<'a>> {
        self.counts_told().nth(1)
    }

    /// Returns what is stated of how many stand at each level, the latest first.
    fn counts_told(&self) -> impl Iterator<Item = CountsTold<'a>> {
        let of_report =
            |report: &'a Report| CountsTold { report: Some(report), scale: report.scale, stated: &report.counts };
        let of_plan = CountsTold { report: None, scale: self.plan.scale, stated: &self.plan.counts };
        let told = self.reports().iter().rev().map(of_report).chain([of_plan]);
        told.filter(|told| !told.stated.is_empty())
    }

    /// Tells whether a measure counts: neither empty lines nor closed items say anything, and one with parts is counted by
    /// them, unless it stands for them.
    pub fn is_counted(&self, measure: &'a Measure) -> bool {
        let is_leaf = measure.children.is_empty() || self.stands_for_parts(measure);
        is_leaf && !self.is_stood_for(measure) && !measure.closed && !is_blank(measure)
    }

    /// Tells whether a measure is one of those that are counted at their level and listed where they need attention. A parent is
    /// counted by its children, but where it is open and reported as in need of attention itself while no open child is as bad,
    /// nothing else would say so: its parts are done, and it is red.
    pub fn counts_level(&self, measure: &'a Measure) -> bool {
        let own = || self.standing(measure).filter(|own| !own.rolled_up && self.site.is_alarming(own.level));
        let is_alone = || own().is_some_and(|own| !self.has_part_as_bad(measure, own.level));
        let is_parent = !measure.children.is_empty() && !measure.closed;
        self.is_counted(measure) || (is_parent && self.is_open(measure) && is_alone())
    }

    fn has_part_as_bad(&self, measure: &'a Measure, level: LevelRef) -> bool {
        let is_as_bad = |part: &'a Measure| {
            let bad = self.standing(part).map(|standing| self.site.badness(standing.level));
            self.is_counted(part) && self.is_open(part) && bad >= Some(self.site.badness(level))
        };
        self.children(measure).any(|part| is_as_bad(part) || self.has_part_as_bad(part, level))
    }

    /// Counts the measures at each level, parents by their children, and those without a level by where they are in their life; where
    /// the plan names no measures, what the latest report states of that.
    pub fn level_counts(&self) -> LevelCounts {
        let counts = self.counted_levels();
        match self.stated_counts() {
            Some(told) if counts.all() == 0 => told.stated.total(),
            _ => counts,
        }
    }

    fn counted_levels(&self) -> LevelCounts {
        let mut counts = LevelCounts::default();
        for measure in self.plan.measures.iter().filter(|measure| self.counts_level(measure)) {
            counts.add(self.standing(measure).map(|standing| standing.level), self.lifecycle(measure));
        }
        counts
    }

    /// Returns the newest figures of each figure table.
    pub fn tables(&self) -> impl Iterator<Item = &'a FigureTable> {
        let tables = &self.plan.tables;
        let report = self.report;
        let is_known = move |table: &&FigureTable| table.report.is_none_or(|given| given <= report);
        tables.iter().enumerate().filter_map(move |(at, table)| {
            let mut newer = tables.iter().skip(at.saturating_add(1)).filter(is_known);
            (is_known(&table) && !newer.any(|other| other.id == table.id)).then_some(table)
        })
    }

    /// Returns what was read of an indicator so far, the oldest first.
    pub fn readings(&self, indicator: &'a Indicator) -> impl DoubleEndedIterator<Item = &'a Reading> {
        let (plan, report) = (self.plan, self.report);
        indicator.readings.iter().filter(move |reading| plan.knows(reading, report))
    }

    /// Returns when a decision was taken, as far as that day has come.
    pub fn decided(&self, decision: &Decision) -> Option<Period> {
        decision.decided.filter(|decided| decided.first() <= self.today)
    }

    /// Returns what was known of a milestone.
    pub fn milestone(&self, milestone: &'a Milestone) -> MilestoneAsOf<'a> {
        let end = milestone.updates.partition_point(|update| update.report <= self.report);
        let updates = milestone.updates.get(..end).unwrap_or_default();
        MilestoneAsOf { plan: self.plan, milestone, updates }
    }
}

/// Tells whether a measure is an empty line of its document: a number that stands for nothing.
pub fn is_blank(measure: &Measure) -> bool {
    measure.title.is_empty()
        && measure.required.is_none()
        && measure.effect.is_empty()
        && measure.statuses.is_empty()
        && measure.children.is_empty()
        && measure.words.is_empty()
}

/// A milestone as it was known at a report.
#[derive(Clone, Copy, Debug)]
pub struct MilestoneAsOf<'a> {
    plan: &'a Plan,
    /// The milestone.
    pub milestone: &'a Milestone,
    updates: &'a [MilestoneUpdate],
}

impl<'a> MilestoneAsOf<'a> {
    fn find<T>(&self, pick: impl Fn(&'a MilestoneUpdate) -> Option<T>) -> Option<T> {
        self.updates.iter().rev().find_map(pick)
    }

    /// Returns when work on it begins.
    pub fn start(&self) -> Option<Period> {
        self.find(|update| update.start).or(self.milestone.start)
    }

    /// Returns the date that holds.
    pub fn due(&self) -> Option<Period> {
        self.find(|update| update.due).or(self.milestone.due)
    }

    /// Returns the date it had before, where it was moved.
    pub fn moved_from(&self) -> Option<Period> {
        self.milestone.original_due().filter(|original| Some(*original) != self.due())
    }

    /// Returns when it was reached.
    pub fn done(&self) -> Option<Period> {
        self.find(|update| update.done)
    }

    /// Returns its level.
    pub fn level(&self) -> Option<LevelRef> {
        self.find(|update| update.level)
    }

    /// Returns where it is in its life. A date on which it was reached says done.
    pub fn lifecycle(&self) -> Option<Lifecycle> {
        self.done().map(|_| Lifecycle::Done).or_else(|| self.find(|update| update.lifecycle))
    }

    /// Returns the latest remark.
    pub fn note(&self) -> Option<&'a str> {
        self.find(|update| update.note.as_deref())
    }

    /// Returns the decision behind the latest change.
    pub fn decision(&self) -> Option<&'a Decision> {
        self.find(|update| update.decision).and_then(|decision| self.plan.decisions.get(decision))
    }

    /// Tells whether it is still to be reached.
    pub fn is_open(&self) -> bool {
        self.lifecycle().is_none_or(Lifecycle::is_open)
    }

    /// Tells whether its date has passed and it was not reached.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_open() && self.due().is_some_and(|due| due.last() < today) && !self.plan.is_finished(today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_whole_where_all_that_it_adds_up_is_given() {
        let figure = || Figure { amount: None, approx: None, mark: None };
        let sum =
            |given| OwnOrSum::Sum(Sum { figure: figure(), given, all: 2, as_shown: None, years: BTreeSet::new() });
        for (figure, is_whole) in [(OwnOrSum::Own(figure()), true), (sum(1), false), (sum(2), true)] {
            assert_eq!(figure.whole().is_some(), is_whole, "{figure:?}");
        }
    }
}
