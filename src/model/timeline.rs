//! What stands in time: reports, indicators and their readings, milestones, decisions, the calendar.

use std::cmp::Ordering;

use super::{
    Aim, Footnotes, Frequency, LevelRef, Lifecycle, Meeting, ProseParts, StatedCounts, StatedFigures, Suppression,
    Target, Trend, WantedDirection, target::exact,
};
use crate::value::{Figure, Id, ItemNumber, Period, Unit};

/// A report: the plan as a whole on an as-of date.
#[derive(Clone, Debug)]
pub struct Report {
    /// What it is about; its folder's name.
    pub as_of: Period,
    /// Its `index.md` within the site, or its folder where there is none.
    pub file: String,
    /// The level of the plan as a whole, where the report states one.
    pub level: Option<LevelRef>,
    /// Which way the plan moves.
    pub trend: Option<Trend>,
    /// The scale it was coloured by: an index into [`super::Site::scales`].
    pub scale: usize,
    /// The scale of the level of the plan as a whole: the same, unless it has one of its own.
    pub overall_scale: usize,
    /// How many measures it says stand at each level.
    pub counts: StatedCounts,
    /// The forecast overspend.
    pub overspend: Option<Figure>,
    /// What the report says its figures add up to.
    pub stated: StatedFigures,
    /// Its footnotes.
    pub notes: Footnotes,
    /// What it says, in words.
    pub words: ProseParts,
}

/// A number that is followed over time.
#[derive(Clone, Debug)]
pub struct Indicator {
    /// Its key in `indicators.toml`.
    pub id: Id,
    /// Its keys before that.
    pub formerly: Vec<Id>,
    /// What its page is called, as no other indicator of its plan is.
    pub slug: String,
    /// Its record, for messages: `content/plans/<plan>/indicators.toml#<id>`.
    pub record: String,
    /// Its name.
    pub title: String,
    /// Where it is one of a series: the indicator that it is a series of, an index into [`super::Plan::indicators`].
    pub series_of: Option<usize>,
    /// The series that stands first, where its author names one.
    pub headline: Option<Id>,
    /// The series that are drawn beside that, where its author chooses them.
    pub shown: Vec<Id>,
    /// What else is said of it in words.
    pub about: AboutIndicator,
    /// The roles that own it.
    pub owners: Vec<Id>,
    /// The measure it belongs to: an index into [`super::Plan::measures`].
    pub measure: Option<usize>,
    /// The section it stands in: an index into [`super::Plan::sections`].
    pub section: Option<usize>,
    /// What it counts.
    pub unit: Unit,
    /// With how many decimals at most its figures are shown, where that is declared.
    pub decimals: Option<u32>,
    /// Whether it declares that itself.
    pub declares_decimals: bool,
    /// Whether it names its unit itself, and does not take that of its plan.
    pub declares_unit: bool,
    /// Which way it should go.
    pub direction: Option<WantedDirection>,
    /// Where it began.
    pub baseline: Option<DatedValue>,
    /// Where its baseline is withheld, of when that is, and why. Then it has none.
    pub withheld_baseline: Option<(Option<Period>, Suppression)>,
    /// Below how many its readings are not published, where it counts one by one.
    pub suppress_below: Option<u32>,
    /// Where it should get: one target, or one for each of some periods, in the order of their dates.
    pub targets: Vec<Target>,
    /// What was read, the oldest first.
    pub readings: Vec<Reading>,
    /// Periods without a reading, and why.
    pub missing: Vec<(Period, String)>,
    /// Where the way of counting changed, and how.
    pub breaks: Vec<(Period, String)>,
    /// When the next reading is expected.
    pub next: Option<Period>,
    /// How often it is read, where that is declared.
    pub frequency: Option<Frequency>,
}

impl Indicator {
    /// Returns with how many decimals at most its figures are shown, unless one is shown with more, so that it is told apart from
    /// what it is held against.
    #[must_use]
    pub fn most_shown_decimals(&self) -> Option<u32> {
        let values = self.readings.iter().map(|reading| &reading.value);
        let values = values.chain(self.baseline.as_ref().map(|baseline| &baseline.value));
        let mut shown = values.filter_map(|value| value.amount.as_ref()?.shown_decimals);
        self.decimals.filter(|decimals| shown.all(|other| other <= *decimals))
    }

    /// Tells whether a figure meets one of its targets; nothing where that cannot be computed, nor of a value that lies behind where
    /// the indicator began: whoever wrote 5 where 12 should go up would read that 8 has reached it.
    #[must_use]
    pub fn meets(&self, target: &Target, figure: &Figure) -> Option<bool> {
        let is_backwards = matches!(target.aim, Aim::Value(_)) && self.backward_target().is_some();
        target.aim.is_met_by(figure, &self.unit, self.direction).filter(|_| !is_backwards)
    }

    /// Returns the value that it should get to in the end, where that lies behind its baseline the way it should go, and the baseline.
    /// A value that it should get to on the way may lie there: things may become worse at first.
    #[must_use]
    pub fn backward_target(&self) -> Option<(&Figure, &Figure)> {
        let (Aim::Value(wanted), baseline) = (&self.targets.last()?.aim, &self.baseline.as_ref()?.value) else {
            return None;
        };
        let behind = match self.direction? {
            WantedDirection::Up => Ordering::Less,
            WantedDirection::Down => Ordering::Greater,
            WantedDirection::Hold => return None,
        };
        let way = exact(wanted, &self.unit)?.cmp(&exact(baseline, &self.unit)?);
        (way == behind).then_some((wanted, baseline))
    }

    /// Returns when the indicator began, where that is known: the date of its baseline, also of one that is withheld.
    #[must_use]
    pub fn began(&self) -> Option<Period> {
        match &self.baseline {
            Some(baseline) => baseline.date,
            None => self.withheld_baseline.and_then(|(date, _)| date),
        }
    }

    /// Tells whether a period is later than where the indicator began.
    #[must_use]
    pub fn began_before(&self, period: Period) -> bool {
        self.began().is_none_or(|began| is_later(period, began))
    }
}

/// What an indicator is, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AboutIndicator {
    /// What is counted, and what is not.
    pub definition: Option<String>,
    /// Where its readings come from: an address, or words.
    pub source: Option<String>,
    /// How it is counted.
    pub method: Option<String>,
    /// A remark of one line.
    pub note: Option<String>,
    /// Where to write or call.
    pub contact: Option<String>,
}

/// A value at a date: a baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct DatedValue {
    /// The date, where one is stated.
    pub date: Option<Period>,
    /// The value.
    pub value: Figure,
}

impl DatedValue {
    /// Tells whether a period is later. Of a value without a date all are.
    #[must_use]
    pub fn is_before(&self, period: Period) -> bool {
        self.date.is_none_or(|began| is_later(period, began))
    }
}

/// Tells whether a period is later than another: it ends later, or lies within a longer one, as 30 June 2020 does within 2020.
#[must_use]
pub fn is_later(period: Period, began: Period) -> bool {
    period > began || (period != began && period.lies_within(began))
}

/// A reading that is no single number.
#[derive(Clone, Debug, PartialEq)]
pub enum UncountedReading {
    /// A range: the lower value, then the higher.
    Between(Figure, Figure),
    /// What was read, in words.
    Words(String),
    /// Nothing but a level, a trend or a remark.
    LevelAlone,
    /// A number that is not published: a small count, or one that such a count could be computed of.
    Withheld(Suppression),
}

/// One reading of an indicator.
#[derive(Clone, Debug)]
pub struct Reading {
    /// When it was read.
    pub date: Period,
    /// What was read; nil where it is no single number.
    pub value: Figure,
    /// What was read where it is no single number.
    pub uncounted: Option<UncountedReading>,
    /// A remark of one line.
    pub note: Option<String>,
    /// The level it was given.
    pub level: Option<LevelRef>,
    /// Which way it moves, as reported.
    pub trend: Option<Trend>,
    /// The report that gave it: an index into [`super::Plan::reports`].
    pub report: Option<usize>,
    /// Its record, for messages.
    pub record: String,
}

/// A milestone: what is to be reached by when, and how that moved.
#[derive(Clone, Debug)]
pub struct Milestone {
    /// Its key in `milestones.toml`, which is its number.
    pub number: ItemNumber,
    /// Its record, for messages.
    pub record: String,
    /// Its name.
    pub title: String,
    /// When work on it begins, as agreed.
    pub start: Option<Period>,
    /// When it is to be reached, as agreed.
    pub due: Option<Period>,
    /// What was agreed before that, for a move older than the first report.
    pub originally: Option<Period>,
    /// The milestones it waits for: indices into [`super::Plan::milestones`].
    pub after: Vec<usize>,
    /// The committee it is reported to.
    pub committee: Option<Id>,
    /// Who owns it.
    pub owners: Vec<Id>,
    /// What the reports said of it, the oldest first.
    pub updates: Vec<MilestoneUpdate>,
}

/// What one report says of a milestone.
#[derive(Clone, Debug)]
pub struct MilestoneUpdate {
    /// The report: an index into [`super::Plan::reports`].
    pub report: usize,
    /// Its new beginning.
    pub start: Option<Period>,
    /// Its new date.
    pub due: Option<Period>,
    /// When it was reached.
    pub done: Option<Period>,
    /// Its level.
    pub level: Option<LevelRef>,
    /// Where it is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// The decision behind the change: an index into [`super::Plan::decisions`].
    pub decision: Option<usize>,
    /// A remark of one line.
    pub note: Option<String>,
}

impl Milestone {
    /// Returns the date that was agreed first.
    #[must_use]
    pub fn original_due(&self) -> Option<Period> {
        self.originally.or(self.due)
    }

    /// Returns the date that holds now.
    #[must_use]
    pub fn current_due(&self) -> Option<Period> {
        self.updates.iter().rev().find_map(|update| update.due).or(self.due)
    }

    /// Returns when it was reached.
    #[must_use]
    pub fn done(&self) -> Option<Period> {
        self.updates.iter().rev().find_map(|update| update.done)
    }

    /// Returns where it is in its life, as last reported. A date on which it was reached says done.
    #[must_use]
    pub fn lifecycle(&self) -> Option<Lifecycle> {
        match self.done() {
            Some(_) => Some(Lifecycle::Done),
            None => self.updates.iter().rev().find_map(|update| update.lifecycle),
        }
    }
}

/// A decision the plan rests on or waits for.
#[derive(Clone, Debug)]
pub struct Decision {
    /// Its key in `milestones.toml`, which is its number.
    pub number: ItemNumber,
    /// Its record, for messages.
    pub record: String,
    /// What is decided.
    pub title: String,
    /// Who decides.
    pub committee: Option<Id>,
    /// When it was decided.
    pub decided: Option<Period>,
    /// When it is to be decided, while it waits.
    pub due: Option<Period>,
    /// A remark of one line.
    pub note: Option<String>,
}

/// A report the plan owes.
#[derive(Clone, Debug)]
pub struct ReportDue {
    /// The date or period it is to be about.
    pub period: Period,
    /// Its record, for messages.
    pub record: String,
    /// Its name.
    pub title: String,
    /// The meetings it goes to.
    pub meetings: Vec<Meeting>,
    /// The report that came: an index into [`super::Plan::reports`].
    pub report: Option<usize>,
}
