//! What shared pages, editions and comparisons keep of each plan: `PlanSummary` and its rows.
//!
//! Floor 6. Plans are mapped to pages one by one and forgotten; their rows stay until all plans are done. So
//! rows own what they hold, hold no prose but the line that says why something needs attention and the beginning of each latest status, which the search
//! finds, and point to levels instead of copying their words.

mod change_line;
mod edition;
mod log_row;
mod reason;
mod scope;
pub mod table_totals;

use std::collections::{BTreeMap, BTreeSet};

pub use change_line::{ChangeDirection, ChangeLine, ChangeRank, ChangeValue, SubjectData};
pub use edition::EditionSummary;
pub use log_row::LogRow;
pub use reason::reason;
pub use scope::Scope;
pub use table_totals::LeadingRow;

use crate::{
    compare::RecordKind,
    locale::Language,
    model::{Contradiction, Difference, Gross, LevelCounts, LevelRef, Lifecycle, OwnOrSum, SavedAndSpent},
    schema::PlanKind,
    table::{CheckedFigure, Row, Table},
    value::{Amount, Date, Decimal, Figure, Id, ItemNumber, Period, RelPath, Unit, Year},
};

/// The most updates that shared pages show.
pub const LATEST_UPDATES: usize = 10;

/// What shared pages know of one plan.
///
/// That of a plan of an edition is kept between builds; what an edition never has is passed over then.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct PlanSummary {
    /// The plan itself.
    pub plan: PlanRow,
    /// Its measures, in its order.
    pub measures: Vec<MeasureSummary>,
    /// Its indicators, without their series; not kept of an edition.
    #[serde(skip)]
    pub indicators: Vec<IndicatorSummary>,
    /// Its milestones.
    pub milestones: Vec<MilestoneSummary>,
    /// Its latest statuses, the newest first; at most ten; not kept of an edition.
    #[serde(skip)]
    pub updates: Vec<UpdateSummary>,
    /// Its stated figures that are not the computed ones; not kept of an edition.
    #[serde(skip)]
    pub disagreements: Vec<DifferenceSummary>,
    /// What should have been reported and was not.
    pub missing: Vec<MissingSummary>,
    /// Its decisions and the meetings its reports go to; not kept of an edition.
    #[serde(skip)]
    pub meetings: Vec<MeetingSummary>,
    /// The reports it owes and has given, each with the meetings it goes to; not kept of an edition.
    #[serde(skip)]
    pub reports_due: Vec<ReportDueSummary>,
    /// Its journal number, by which it is found too; not kept of an edition.
    #[serde(skip)]
    pub case: Option<String>,
    /// The names of its figure tables and of their rows, for the search; not kept of an edition.
    #[serde(skip)]
    pub row_names: String,
    /// Rows of its figure tables that are a committee's; not kept of an edition.
    #[serde(skip)]
    pub tables: Vec<TableRows>,
    /// What was recorded of it, the newest first: the latest, and all that corrects an edition; not kept of an edition.
    #[serde(skip)]
    pub log: Vec<LogRow>,
    /// What its reports told of: the kind of it, its key and the date of the report as its folder has it; kept of an
    /// edition alone.
    pub told: BTreeSet<(RecordKind, String, String)>,
    /// Its decisions; kept of an edition alone.
    pub decisions: Vec<DecisionSummary>,
    /// What its tables come to, row by row; kept of an edition alone.
    pub leading: BTreeMap<String, Vec<LeadingRow>>,
}

/// A plan.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct PlanRow {
    /// Its key.
    pub id: Id,
    /// Its keys before that.
    pub formerly: Vec<Id>,
    /// Its whole name, as its own page has it.
    pub full_title: String,
    /// What pages that are not its own call it: its short name, else its name.
    pub title: String,
    /// The language of its words, and of what is worded here with them.
    pub language: Language,
    /// Its page.
    pub page: RelPath,
    /// Its kind.
    pub kind: &'static PlanKind,
    /// The year its figures are about.
    pub year: Option<Year>,
    /// What they count in.
    pub unit: Unit,
    /// Where it stands.
    pub level: Option<LevelRef>,
    /// The date of its latest report.
    pub as_of: Option<Period>,
    /// When it was finished, where it is.
    pub finished: Option<Period>,
    /// The scale of its latest report.
    pub scale: usize,
    /// The required saving: stated, else computed.
    pub required: Option<Figure>,
    /// The achieved saving: stated, else computed.
    pub achieved: Option<Figure>,
    /// How many of its measures have given what their achieved savings come to, and how many there are, also where a total is stated.
    pub achieved_by: Option<(usize, usize)>,
    /// The achieved saving in per cent of the required one, where investments leave enough of that.
    #[serde(with = "rust_decimal::serde::str_option")]
    pub share: Option<Decimal>,
    /// What its measures are to save, and what investments among them are to cost, in its unit.
    pub saved_and_spent: SavedAndSpent,
    /// The years that the required saving is about.
    pub required_years: BTreeSet<Year>,
    /// The years that the achieved saving is about.
    pub achieved_years: BTreeSet<Year>,
    /// The saving expected at the end: stated, else computed.
    pub forecast: Option<Figure>,
    /// The forecast overspend as last reported.
    pub overspend: Option<Figure>,
    /// Which of its totals are stated and not what its measures come to, as far as these have told.
    pub contested: ContestedFigures,
    /// What the required savings of its measures come to.
    pub required_sum: Option<Figure>,
    /// What the achieved savings of its measures come to.
    pub achieved_sum: Option<Figure>,
    /// What is expected of its measures in all.
    pub forecast_sum: Option<Figure>,
    /// The committees it belongs to.
    pub committees: Vec<Id>,
    /// The roles that own it.
    pub owners: Vec<Id>,
    /// How many measures stand where.
    pub levels: LevelCounts,
    /// Where the plan names no measures: how many its latest report states at each level, area by area, and the committees
    /// each is of.
    pub stated_counts: Vec<StatedAreaCounts>,
    /// The dates of its reports, the oldest first.
    pub reports: Vec<Period>,
    /// Whether it is closed: nothing but a public title is shown.
    pub closed: bool,
}

/// How many measures stand at each level, as stated of one area or of the plan, and the committees that is of.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct StatedAreaCounts {
    /// The committees; of a plan as a whole that its areas do not come to none.
    pub committees: Vec<Id>,
    /// How many stand where.
    pub levels: LevelCounts,
    /// Whether it is counted among all: where the areas of a plan do not come to what it states of the whole, that is.
    pub is_of_all: bool,
}

/// Figures that are stated and are not what their parts come to, wherever they stand alone.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct ContestedFigures {
    /// The required saving.
    pub required: Option<CheckedFigure>,
    /// The achieved saving.
    pub achieved: Option<CheckedFigure>,
    /// The saving expected at the end; of a plan alone.
    pub forecast: Option<CheckedFigure>,
}

/// A measure.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct MeasureSummary {
    /// Its key within the plan.
    pub id: Id,
    /// Its keys before that.
    pub formerly: Vec<Id>,
    /// The name of its file, without its ending.
    pub stem: String,
    /// The indicators of it.
    pub indicators: Vec<Id>,
    /// Its number.
    pub number: Option<ItemNumber>,
    /// Its name.
    pub title: String,
    /// Its page.
    pub page: RelPath,
    /// Where it stands.
    pub level: Option<LevelRef>,
    /// The date of the report that said so.
    pub since: Option<Period>,
    /// How it stood at each report where that was another than before, the oldest first.
    pub stood: Vec<MeasureStand>,
    /// Where it is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// Its plan is finished.
    pub is_over: bool,
    /// When it was last reported.
    pub updated: Option<Period>,
    /// Why it stands where it does, in a line, where that needs attention.
    pub why: Option<String>,
    /// The beginning of what its latest status says, for the search; of an edition's nothing.
    pub said: String,
    /// What speaks against its latest status, as readers are told it.
    pub against: Vec<Contradiction>,
    /// When it is due.
    pub due: Option<Period>,
    /// The year its figures are about.
    pub year: Option<Year>,
    /// Whether it is an investment, or one is among its parts.
    pub has_investment: bool,
    /// The required saving.
    pub required: Option<Figure>,
    /// The achieved saving.
    pub achieved: Option<Figure>,
    /// The required saving where it is told: its own, else what those below it come to.
    pub required_told: Option<OwnOrSum>,
    /// The achieved saving where it is told: its own, else what those below it come to.
    pub achieved_told: Option<OwnOrSum>,
    /// The saving expected at the end.
    pub forecast: Option<Figure>,
    /// Whether the forecast of its plan is one of it: what it achieves is held against that.
    pub is_forecast: bool,
    /// The words of the footnotes on what tables of shared pages show of it, by column.
    pub notes: Vec<(String, String)>,
    /// Which of its figures are stated and not what lies below it comes to.
    pub contested: ContestedFigures,
    /// Whether it counts: it is no parent, which its children stand for, no empty line and not closed.
    pub is_counted: bool,
    /// Whether sums of its plan add its own required saving: none of its parts has one.
    pub adds_required: bool,
    /// Whether sums of its plan add its own achieved saving: none of its parts has one.
    pub adds_achieved: bool,
    /// Whether sums of its plan lack its achieved saving.
    pub owes_achieved: bool,
    /// Whether it is counted at its level, and listed where it needs attention: it counts, or is worse than any open part of it.
    pub counts_level: bool,
    /// How many measures it is a part of, one within the other.
    pub depth: usize,
    /// Whether it is closed: nothing but a public title is shown.
    pub closed: bool,
    /// The committees it belongs to.
    pub committees: Vec<Id>,
    /// The roles that own it.
    pub owners: Vec<Id>,
}

/// How a measure stood at a report, and from then on.
#[derive(Clone, Copy, Debug, serde::Serialize, serde::Deserialize)]
pub struct MeasureStand {
    /// The date of the report.
    pub from: Period,
    /// Its level.
    pub level: Option<LevelRef>,
    /// Where it was in its life.
    pub lifecycle: Option<Lifecycle>,
    /// Whether it was counted at its level.
    pub counts_level: bool,
}

impl MeasureStand {
    /// Tells whether nothing is another than at a later report.
    #[must_use]
    pub fn is_same(&self, later: &Self) -> bool {
        (self.level, self.lifecycle, self.counts_level) == (later.level, later.lifecycle, later.counts_level)
    }
}

impl PlanSummary {
    /// Returns the place of the measure that a record of the plan is about: the measure itself, what a report says of
    /// it, an indicator of it.
    #[must_use]
    pub fn measure_of(&self, kind: &str, id: &str, within: Option<&str>) -> Option<usize> {
        let is_called = |row: &MeasureSummary| {
            row.id.as_str() == id || row.stem == id || row.formerly.iter().any(|former| former.as_str() == id)
        };
        let indicator = within.unwrap_or(id);
        let indicator = indicator.split_once('/').map_or(indicator, |(whole, _)| whole);
        let is_measured = |row: &MeasureSummary| row.indicators.iter().any(|known| known.as_str() == indicator);
        match kind {
            "measure" | "status" => self.measures.iter().position(is_called),
            "reading" | "indicator" => self.measures.iter().position(is_measured),
            _ => None,
        }
    }

    /// Returns the committees that a record of the plan concerns: those of its measure, else those of the plan.
    #[must_use]
    pub fn concerned(&self, kind: &str, id: &str, within: Option<&str>) -> &[Id] {
        let measure = self.measure_of(kind, id, within).and_then(|at| self.measures.get(at));
        measure.map_or(&self.plan.committees, |measure| &measure.committees)
    }
}

impl MeasureSummary {
    /// Tells whether there is still something to do.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.lifecycle.is_none_or(Lifecycle::is_open) && !self.is_over
    }

    /// Returns the level that it is counted at: what was dropped has its level no more.
    #[must_use]
    pub fn counted_level(&self) -> Option<LevelRef> {
        self.level.filter(|_| self.lifecycle != Some(Lifecycle::Dropped))
    }

    /// Returns how it stood on a day, by the reports up to it.
    #[must_use]
    pub fn stood_on(&self, day: Date) -> Option<&MeasureStand> {
        self.stood.iter().rev().find(|stand| stand.from.last() <= day)
    }

    /// Returns how far its figure is behind what is required, where it is reported as good all the same.
    #[must_use]
    pub fn behind(&self) -> Option<&Contradiction> {
        self.against.iter().find(|found| matches!(found, Contradiction::Behind(_)))
    }
}

/// A milestone.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct MilestoneSummary {
    /// Its number or key.
    pub number: ItemNumber,
    /// Its name.
    pub title: String,
    /// Where it was moved from.
    pub moved_from: Option<Period>,
    /// The date that holds.
    pub due: Option<Period>,
    /// When it was reached.
    pub done: Option<Period>,
    /// Its level.
    pub level: Option<LevelRef>,
    /// Where it is in its life.
    pub lifecycle: Option<Lifecycle>,
    /// Its plan is finished.
    pub is_over: bool,
    /// The committee it is reported to, else the plan's leading one.
    pub committee: Option<Id>,
    /// Who owns it, else the plan's owners.
    pub owners: Vec<Id>,
}

impl MilestoneSummary {
    /// Returns what it is called: its number and title, or its title alone.
    #[must_use]
    pub fn name(&self) -> String {
        let number = self.number.printed().unwrap_or_default();
        format!("{number} {}", self.title).trim_start().to_owned()
    }

    /// Tells whether it is still to be reached.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.is_settled() && !self.is_over
    }

    /// Tells whether it was reached or given up.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.done.is_some() || !self.lifecycle.is_none_or(Lifecycle::is_open)
    }
}

/// An indicator.
#[derive(Clone, Debug)]
pub struct IndicatorSummary {
    /// Its name.
    pub title: String,
    /// Its page.
    pub page: RelPath,
}

/// A status of a measure.
#[derive(Clone, Debug)]
pub struct UpdateSummary {
    /// What it is about.
    pub date: Period,
    /// The measure's number.
    pub number: Option<ItemNumber>,
    /// The measure's name.
    pub title: String,
    /// The measure's page.
    pub page: RelPath,
    /// The level it gives.
    pub level: Option<LevelRef>,
    /// The level the measure had before.
    pub before: Option<LevelRef>,
    /// The lifecycle it gives.
    pub lifecycle: Option<Lifecycle>,
    /// The achieved saving it gives.
    pub achieved: Option<Figure>,
}

/// A stated figure that is not the computed one.
#[derive(Clone, Debug)]
pub struct DifferenceSummary {
    /// Which figure it is.
    pub what: StatedFigure,
    /// Where it stands.
    pub page: RelPath,
    /// The anchor there.
    pub fragment: String,
    /// The report that states it; nothing where the plan itself does.
    pub report: Option<Period>,
    /// What is stated.
    pub stated: Figure,
    /// What its parts come to.
    pub computed: Amount,
    /// How they differ.
    pub difference: Difference,
}

/// A figure that disagrees.
#[derive(Clone, Debug, PartialEq)]
pub enum StatedFigure {
    /// The plan's required saving, net or gross.
    Required(Gross),
    /// The plan's achieved saving, net or gross.
    Achieved(Gross),
    /// The plan's forecast, net or gross.
    Forecast(Gross),
    /// The required saving of a measure with children, by its name.
    Parent(String),
    /// A measure's effect in a year, by its name.
    EffectYear(String, Year),
    /// All measures' effect in a month of a year: its year and its number in the calendar, from 1.
    EffectMonth(i16, i8),
    /// All measures' effect in a year, against their stated totals.
    EffectTotal(Year),
    /// All measures' effect in a year, against the months' totals.
    EffectAcross(Year),
    /// A cell of a figure table: the table's title, the row's label, the column's key and title.
    Cell(String, String, Id, Option<String>),
}

/// Something that should have been reported.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct MissingSummary {
    /// What it is.
    pub what: MissingReport,
    /// Where it should stand.
    pub page: RelPath,
    /// Whose it is.
    pub owners: Vec<Id>,
    /// Which committees it concerns.
    pub committees: Vec<Id>,
    /// How many days it has been missing.
    pub days: i32,
}

/// What was not reported.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub enum MissingReport {
    /// A measure has no news in the latest report: its name, and when it was last told of.
    Status(String, Option<Period>),
    /// A measure is past its date and nobody has called it done: its name and the date.
    Done(String, Period),
    /// An announced report did not come: its title and period.
    Report(String, Period),
    /// An announced reading did not come: the indicator's title and the period.
    Reading(String, Period),
}

/// A decision, or a meeting that a report goes to.
#[derive(Clone, Debug)]
pub struct MeetingSummary {
    /// Which committee; a decision may be taken by another.
    pub committee: Option<Id>,
    /// When; nothing where there is no date yet.
    pub date: Option<Period>,
    /// What is decided, or which report is laid before it.
    pub title: String,
    /// Where it stands.
    pub page: RelPath,
    /// The anchor there.
    pub fragment: Option<&'static str>,
    /// Whether it is a decision, and if so whether it was taken.
    pub decided: Option<bool>,
}

/// A report of the plan's calendar.
#[derive(Clone, Debug)]
pub struct ReportDueSummary {
    /// The date or period it is about.
    pub period: Period,
    /// Its name.
    pub title: String,
    /// Where it stands, or is announced.
    pub page: RelPath,
    /// Which committees it goes to, and when, where that is known.
    pub meetings: Vec<(Id, Option<Period>)>,
}

/// A decision, for what became of it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct DecisionSummary {
    /// Its number or key.
    pub number: ItemNumber,
    /// What is decided.
    pub title: String,
    /// When it should be taken.
    pub due: Option<Period>,
    /// Whether it was taken.
    pub decided: bool,
}

/// The rows of one figure table that belong to committees.
#[derive(Clone, Debug)]
pub struct TableRows {
    /// The table without its rows.
    pub head: Table,
    /// The rows, each with its committee.
    pub rows: Vec<(Id, Row)>,
    /// The scales of its columns of levels: indices into [`Site::scales`](crate::model::Site::scales).
    pub scales: Vec<usize>,
}

impl PlanSummary {
    /// Returns the committees that find something of theirs in it.
    pub fn committees(&self) -> BTreeSet<&Id> {
        let measures = self.measures.iter().flat_map(|row| &row.committees);
        let milestones = self.milestones.iter().filter_map(|row| row.committee.as_ref());
        let meetings = self.meetings.iter().filter_map(|row| row.committee.as_ref());
        let tables = self.tables.iter().flat_map(|table| table.rows.iter().map(|(id, _)| id));
        let areas = self.plan.stated_counts.iter().flat_map(|area| &area.committees);
        self.plan
            .committees
            .iter()
            .chain(areas)
            .chain(measures)
            .chain(milestones)
            .chain(meetings)
            .chain(tables)
            .collect()
    }

    /// Returns the owners that find something of theirs in it.
    pub fn owners(&self) -> BTreeSet<&Id> {
        let measures = self.measures.iter().flat_map(|row| &row.owners);
        let milestones = self.milestones.iter().flat_map(|row| &row.owners);
        let missing = self.missing.iter().flat_map(|row| &row.owners);
        self.plan.owners.iter().chain(measures).chain(milestones).chain(missing).collect()
    }
}
