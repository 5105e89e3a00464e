//! Measures: what was decided, and what each report said of them.

use super::{LevelRef, ProseParts, StatedComparison};
use crate::value::{Decimal, Figure, Id, ItemNumber, Period, Unit, Year};

/// Where a measure is in its life. Kept apart from its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Lifecycle {
    /// Not begun.
    NotStarted,
    /// Under way.
    InProgress,
    /// Carried out.
    Done,
    /// Given up.
    Dropped,
    /// Put off by a decision.
    Deferred,
}

impl Lifecycle {
    /// Every state with the word it has in content files.
    pub const ALL: [(&'static str, Self); 5] = [
        ("not-started", Self::NotStarted),
        ("in-progress", Self::InProgress),
        ("done", Self::Done),
        ("dropped", Self::Dropped),
        ("deferred", Self::Deferred),
    ];

    /// Tells whether there is still something to do.
    #[must_use]
    pub fn is_open(self) -> bool {
        !matches!(self, Self::Done | Self::Dropped)
    }

    /// Returns the word it has in content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, state)| *state == self).map_or("", |(word, _)| word)
    }
}

/// Which way a measure or an indicator moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trend {
    /// For the better.
    Better,
    /// Neither.
    Same,
    /// For the worse.
    Worse,
}

impl Trend {
    /// Every trend with the word it has in content files.
    pub const ALL: [(&'static str, Self); 3] = [("better", Self::Better), ("same", Self::Same), ("worse", Self::Worse)];

    /// Returns the word it has in content files.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, trend)| *trend == self).map_or("", |(word, _)| word)
    }
}

/// A level that a committee set in place of the reported one. Both are shown.
#[derive(Clone, Debug, PartialEq)]
pub struct OverruledLevel {
    /// What the committee set.
    pub level: LevelRef,
    /// Which committee.
    pub committee: Id,
    /// When.
    pub date: Option<Period>,
}

/// The economic effect of a measure, or of all, in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct EffectYear {
    /// The year.
    pub year: Year,
    /// From the first month of the year to its last; `None` is not given.
    pub months: [Option<Figure>; 12],
    /// The stated total of the year.
    pub total: Option<Figure>,
}

impl EffectYear {
    /// Returns what is given of it, month by month, and its total.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.months.iter().flatten().chain(&self.total)
    }

    /// Tells whether no month and no total is given.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.total.is_none() && self.months.iter().all(Option::is_none)
    }
}

/// A measure: one line of a plan.
#[derive(Clone, Debug)]
pub struct Measure {
    /// Its file's stem, unless the file says otherwise.
    pub id: Id,
    /// What it was called before.
    pub formerly: Vec<Id>,
    /// Its file within the site, for messages.
    pub file: String,
    /// Its number in the document.
    pub number: Option<ItemNumber>,
    /// Its name; may be empty where there is a number.
    pub title: String,
    /// The section it stands in: an index into [`super::Plan::sections`].
    pub section: Option<usize>,
    /// The committees it belongs to, the leading one first.
    pub committees: Vec<Id>,
    /// The roles that own it, the leading one first.
    pub owners: Vec<Id>,
    /// The required saving. Where it has children this is stated, and they are summed beside it.
    pub required: Option<Figure>,
    /// What its figures count in where they do not say so themselves.
    pub unit: Unit,
    /// Whether it is an investment, which counts negative in savings and is left out of gross totals.
    pub investment: bool,
    /// The year its figures are about, where that is not the plan's.
    pub year: Option<Year>,
    /// When it is to be done.
    pub due: Option<Period>,
    /// Money granted to it, by year.
    pub funding: Vec<(Year, Figure)>,
    /// The planned economic effect, by year.
    pub effect: Vec<EffectYear>,
    /// What was decided, in words.
    pub words: ProseParts,
    /// The measure it stands below, as an index into [`super::Plan::measures`].
    pub parent: Option<usize>,
    /// The measures that stand below it.
    pub children: Vec<usize>,
    /// What the reports said of it, the oldest first.
    pub statuses: Vec<Status>,
    /// Where it has children: its stated required saving beside their sum.
    pub sum: Option<StatedComparison>,
    /// It is closed and shows nothing but its public title.
    pub closed: bool,
}

impl Measure {
    /// Returns what was last said of it.
    #[must_use]
    pub fn status(&self) -> Option<&Status> {
        self.statuses.last()
    }

    /// Returns what was achieved as of a report, and the report that gave it.
    #[must_use]
    pub fn achieved_at(&self, report: usize) -> Option<(usize, &Figure)> {
        self.known_at(report).find_map(|status| Some((status.report, status.achieved.as_ref()?)))
    }

    /// Returns the forecast that holds as of a report, and the report that gave it: what was expected before the measure was dropped
    /// is expected no longer, also where it goes on again.
    #[must_use]
    pub fn forecast_at(&self, report: usize) -> Option<(usize, &Figure)> {
        let given = self.known_at(report).find_map(|status| Some((status.report, status.forecast.as_ref()?)));
        given.filter(|(given, _)| self.last_dropped(report).is_none_or(|dropped| *given >= dropped))
    }

    /// Returns the report that said that it was dropped, the last time that it was as of a report.
    fn last_dropped(&self, report: usize) -> Option<usize> {
        let told = self.known_at(report).filter_map(|status| Some((status.report, status.lifecycle?)));
        let is_dropped = |told: &(usize, Lifecycle)| told.1 == Lifecycle::Dropped;
        told.skip_while(|told| !is_dropped(told)).take_while(is_dropped).last().map(|(report, _)| report)
    }

    /// Returns what was said of it up to a report, the newest first.
    fn known_at(&self, report: usize) -> impl Iterator<Item = &Status> {
        self.statuses.iter().rev().filter(move |status| status.report <= report)
    }

    /// Tells whether money is to be spent on it: it is declared an investment, or less than nothing is to be saved.
    #[must_use]
    pub fn is_investment(&self) -> bool {
        let required = self.required.as_ref().and_then(|required| required.amount.as_ref());
        self.investment || required.is_some_and(|amount| amount.number < Decimal::ZERO)
    }

    /// Returns where it is in its life, as last reported.
    #[must_use]
    pub fn lifecycle(&self) -> Option<Lifecycle> {
        self.statuses.iter().rev().find_map(|status| status.lifecycle)
    }
}

/// What one report says of one measure.
#[derive(Clone, Debug)]
pub struct Status {
    /// The report: an index into [`super::Plan::reports`].
    pub report: usize,
    /// Its file within the site, for messages.
    pub file: String,
    /// The reported level.
    pub level: Option<LevelRef>,
    /// Where the measure is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// Which way it moves.
    pub trend: Option<Trend>,
    /// The level a committee set instead.
    pub overruled: Option<OverruledLevel>,
    /// The decision behind a deferral or a change: an index into [`super::Plan::decisions`].
    pub decision: Option<usize>,
    /// The achieved saving so far.
    pub achieved: Option<Figure>,
    /// The saving expected at the end.
    pub forecast: Option<Figure>,
    /// The effect so far, by year.
    pub effect: Vec<EffectYear>,
    /// What is said, in words.
    pub words: ProseParts,
}

impl Status {
    /// Returns the level that holds: the committee's, else the reported one.
    #[must_use]
    pub fn level(&self) -> Option<LevelRef> {
        self.overruled.as_ref().map(|overruled| overruled.level).or(self.level)
    }
}
