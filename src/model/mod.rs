//! What the reports say, with every reference resolved and every total recomputed.
//!
//! Floor 4. [`assemble()`] makes a [`Plan`] of a plan's records and the site's registers; nothing else
//! makes one, so whoever holds a `Plan` may trust it: an index into `measures` exists, an amount has
//! its unit, what may not be shown is not there. The model knows no files, no pages and no language.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod addends;
mod assemble;
mod computed;
mod contradiction;
pub mod difference;
mod disclosure;
mod formulas;
mod frequency;
mod level_counts;
mod measure;
mod plan_as_of;
mod price_levels;
mod range_sums;
mod registers;
mod reporting;
mod rollup;
mod saved_and_spent;
mod series;
mod share_wholes;
mod stated_counts;
mod suppress;
#[cfg(test)]
mod suppress_choice_tests;
mod suppress_readings;
#[cfg(test)]
mod suppress_solved_tests;
#[cfg(test)]
mod suppress_tests;
pub(crate) mod table;
mod target;
mod target_line;
mod timeline;
mod total_names;
mod totals;
mod undeclared_sums;
mod worth;

pub use crate::value::ProseParts;
pub use addends::{Exactness, LastDigit};
pub use assemble::{
    CODES, DUPLICATE_ID, UNKNOWN_COMMITTEE, UNKNOWN_OWNER, UNKNOWN_SCALE, assemble, count_threshold, explain_names,
    unfit_threshold,
};
pub use contradiction::{Behind, Contradiction, behind, contradictions, is_open, same_words};
pub use difference::{Difference, DifferenceClass, StatedComparison};
pub use frequency::Frequency;
pub use level_counts::{LevelCounts, Stand};
pub use measure::{EffectYear, Lifecycle, Measure, OverruledLevel, Status, Trend};
pub use plan_as_of::{CountsTold, MilestoneAsOf, OwnOrSum, PlanAsOf, Sum, is_blank};
pub use price_levels::MixedPrices;
pub use registers::{Accessibility, Committee, Edition, Level, LevelRef, Licence, Meeting, Owner, Scale, Site, Tone};
pub use reporting::{Reporting, ReportingState};
pub use rollup::{EffectSum, Gross, Standing, SumAddends};
pub use saved_and_spent::SavedAndSpent;
pub use series::is_unbroken;
pub use stated_counts::{CountedArea, StatedCounts};
pub use table::{FigureCell, FigureColumn, FigureTable, FigureTableRow, RowKind, SignRule, Suppression, table_anchor};
pub use target::{Aim, Target, WantedDirection};
pub use target_line::{LinePoint, LineSide, LineStanding, TargetLine};
pub use timeline::{
    AboutIndicator, DatedValue, Decision, Indicator, Milestone, MilestoneUpdate, Reading, Report, ReportDue,
    UncountedReading, is_later,
};
pub use total_names::is_called_total;
pub use totals::{PlanTotal, Totals};

use std::collections::BTreeMap;

use crate::{
    locale::Language,
    schema::PlanKind,
    value::{Date, Figure, FootnoteMark, Id, Period, Unit, Year},
};

/// Footnotes: the words that stand behind each mark.
pub type Footnotes = BTreeMap<FootnoteMark, String>;

/// A plan as it stands on the as-of date: what was decided, and every report on it.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its folder's name.
    pub id: Id,
    /// What it was called before.
    pub formerly: Vec<Id>,
    /// Its file within the site, for messages: `content/plans/<id>/plan.md`.
    pub file: String,
    /// What kind of plan it is, which decides what its page shows.
    pub kind: &'static PlanKind,
    /// Its name.
    pub title: String,
    /// Its short name, which all pages but its own have, where it has one.
    pub short: Option<String>,
    /// The language of its words, numbers and pages.
    pub language: Language,
    /// The year its figures are about.
    pub year: Option<Year>,
    /// When it was begun.
    pub started: Option<Period>,
    /// When it was finished, or is to be.
    pub finished: Option<Period>,
    /// Its journal number.
    pub case: Option<String>,
    /// Where it was published: an address, or words.
    pub source: Option<String>,
    /// The committees it belongs to, the leading one first.
    pub committees: Vec<Id>,
    /// The roles that own it, the leading one first.
    pub owners: Vec<Id>,
    /// What its figures count in.
    pub unit: Unit,
    /// With how many decimals at most what counts in that unit is shown, where that is declared.
    pub decimals: Option<u32>,
    /// The scale its levels are on: an index into [`Site::scales`].
    pub scale: usize,
    /// The scale of its level as a whole, where it has one of its own.
    pub overall_scale: Option<usize>,
    /// Its sections, in order.
    pub sections: Vec<String>,
    /// The forecast overspend when it was begun.
    pub overspend: Option<Figure>,
    /// How many measures it states at each level itself, before any report does.
    pub counts: StatedCounts,
    /// What the document says its figures add up to.
    pub stated: StatedFigures,
    /// Its footnotes.
    pub notes: Footnotes,
    /// Its cause, introduction and other words.
    pub words: ProseParts,
    /// Its measures, in the order of its sections and their numbers; a parent before its children.
    pub measures: Vec<Measure>,
    /// Its indicators, as declared.
    pub indicators: Vec<Indicator>,
    /// Its milestones, in the order of their numbers.
    pub milestones: Vec<Milestone>,
    /// Its decisions, in the order of their numbers.
    pub decisions: Vec<Decision>,
    /// The reports it owes, by their date.
    pub calendar: Vec<ReportDue>,
    /// Its figure tables: one for each report that has figures for it, or one of the plan's own.
    pub tables: Vec<FigureTable>,
    /// Its reports so far, the oldest first.
    pub reports: Vec<Report>,
    /// It is closed and shows nothing but its public title.
    pub closed: bool,
}

impl Plan {
    /// Returns what other pages than its own call it: its short name, else its name.
    #[must_use]
    pub fn short_title(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.title)
    }

    /// Tells whether it is finished on a day: from the last day of the period on that it states.
    #[must_use]
    pub fn is_finished(&self, on: Date) -> bool {
        self.finished.is_some_and(|finished| finished.last() <= on)
    }

    /// Returns the measures that a measure is a part of, the nearest first.
    pub fn measures_above<'a>(&'a self, measure: &'a Measure) -> impl Iterator<Item = &'a Measure> {
        let parent = |measure: &&Measure| measure.parent.and_then(|parent| self.measures.get(parent));
        std::iter::successors(parent(&measure), parent).take(self.measures.len())
    }
}

impl Plan {
    /// Returns the latest words on each figure table: of those with one id, the newest.
    pub fn current_tables(&self) -> impl Iterator<Item = &FigureTable> {
        self.tables.iter().enumerate().filter_map(|(at, table)| {
            let newer = self.tables.iter().skip(at.saturating_add(1)).any(|other| other.id == table.id);
            (!newer).then_some(table)
        })
    }
}

/// What a document says its figures add up to. Where it says two things, both stand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StatedFigures {
    /// The required saving, net of investments.
    pub required: Vec<Figure>,
    /// The achieved saving, net of investments.
    pub achieved: Vec<Figure>,
    /// The forecast, net of investments.
    pub forecast: Vec<Figure>,
    /// The required saving without investments.
    pub gross_required: Vec<Figure>,
    /// The achieved saving without investments.
    pub gross_achieved: Vec<Figure>,
    /// The forecast without investments.
    pub gross_forecast: Vec<Figure>,
    /// The effect, by year: months and total.
    pub effect: Vec<EffectYear>,
}
