//! The kinds of plan: what a plan's page shows. Data, not behaviour; later stages interpret it.
//!
//! To add one: a file here with a constant, its `mod` line and its line in [`KINDS`], and its word
//! (`kind-<id>`) in the theme's language files.

mod action_plan;
mod agreement;
mod budget;
mod implementation;
mod indicators;
mod savings;

/// Every kind, in the order they are offered.
pub const KINDS: &[&PlanKind] = &[
    // One a line, so that a new one is one line.
    &action_plan::KIND,
    &savings::KIND,
    &agreement::KIND,
    &implementation::KIND,
    &budget::KIND,
    &indicators::KIND,
];

/// A kind of plan.
#[derive(Debug, PartialEq, Eq)]
pub struct PlanKind {
    /// Its word in content files.
    pub id: &'static str,
    /// What it is, for the reference page.
    pub help: &'static str,
    /// The columns of its table of measures.
    pub columns: &'static [MeasureColumn],
    /// What its page shows, from top to bottom. A block with nothing in it is left out.
    pub blocks: &'static [PlanBlock],
}

/// A column of the table of measures. Number, title and status stand in every one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MeasureColumn {
    /// The objective, in words.
    Objective,
    /// The action, in words.
    Action,
    /// The consequences, in words.
    Consequences,
    /// What was agreed, in words.
    Agreement,
    /// The latest status, in words, with its date.
    StatusText,
    /// The expected timetable, in words.
    Timetable,
    /// The required saving.
    Required,
    /// The achieved saving.
    Achieved,
    /// Achieved less required.
    Difference,
    /// Achieved as a share of required.
    Share,
    /// The forecast saving.
    Forecast,
    /// The leading committee.
    Committee,
    /// The leading owner.
    Owner,
    /// The year its figures are about, where that is not the plan's.
    Year,
    /// The date it is due.
    Due,
    /// When it was last reported.
    Updated,
}

/// A block of a plan's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanBlock {
    /// About the plan: its cause and introduction, owners, started, updated, case, source.
    Head,
    /// The number tiles.
    Tiles,
    /// What the latest report says in words.
    Words,
    /// The table of measures.
    Measures,
    /// A figure, by its name in the register of figures.
    Figure(&'static str),
    /// The effect per month.
    Effect,
    /// Funding per year.
    Funding,
    /// Forecast overspend over the reports.
    Overspend,
    /// The figure tables.
    Tables,
    /// The indicators.
    Indicators,
    /// The milestones.
    Milestones,
    /// The decisions.
    Decisions,
    /// The calendar of reports and the reports so far.
    Reports,
}

/// Every column that is filled with what authors write, in the order in which a table has those that its kind does not
/// ask for.
const WRITTEN: &[MeasureColumn] = {
    use MeasureColumn::*;
    &[
        Objective,
        Action,
        Consequences,
        Agreement,
        StatusText,
        Timetable,
        Required,
        Achieved,
        Forecast,
        Committee,
        Owner,
        Year,
        Due,
        Updated,
    ]
};

impl MeasureColumn {
    /// Returns what it is called on the reference page.
    #[must_use]
    pub fn help(self) -> &'static str {
        match self {
            Self::Objective => "objective",
            Self::Action => "action",
            Self::Consequences => "consequences",
            Self::Agreement => "what was agreed",
            Self::StatusText => "latest status",
            Self::Timetable => "timetable",
            Self::Required => "required",
            Self::Achieved => "achieved",
            Self::Difference => "achieved less required",
            Self::Share => "achieved in per cent",
            Self::Forecast => "forecast",
            Self::Committee => "committee",
            Self::Owner => "owner",
            Self::Year => "year",
            Self::Due => "due",
            Self::Updated => "last reported",
        }
    }
}

impl PlanBlock {
    /// Returns what it is called on the reference page.
    #[must_use]
    pub fn help(self) -> String {
        match self {
            Self::Head => "about the plan".into(),
            Self::Tiles => "numbers at a glance".into(),
            Self::Words => "latest status in words".into(),
            Self::Measures => "measures".into(),
            Self::Figure(name) => format!("chart `{name}`"),
            Self::Effect => "effect per month".into(),
            Self::Funding => "funding".into(),
            Self::Overspend => "forecast overspend".into(),
            Self::Tables => "figure tables".into(),
            Self::Indicators => "indicators".into(),
            Self::Milestones => "milestones".into(),
            Self::Decisions => "decisions".into(),
            Self::Reports => "reports".into(),
        }
    }
}

impl PlanKind {
    /// Returns the columns that its table of measures has beside its own, where any measure says something in them.
    pub fn other_columns(&self) -> impl Iterator<Item = MeasureColumn> {
        WRITTEN.iter().copied().filter(|column| !self.columns.contains(column))
    }

    /// The kind of a plan that states none that is known.
    pub const PLAIN: &'static Self = &action_plan::KIND;

    /// Finds a kind by its word.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        KINDS.iter().copied().find(|kind| kind.id == id)
    }
}
