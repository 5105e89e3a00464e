//! An indicator report: what was planned beside what happened, and numbers over time.

use super::{
    MeasureColumn::{self, *},
    PlanBlock::{self, *},
    PlanKind,
};

/// An indicator report: what was planned beside what happened, and numbers over time.
pub const KIND: PlanKind = PlanKind {
    id: "indicators",
    help: "an indicator report: numbers over time, with or without money",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[Objective, Action, StatusText, Owner, Updated];

const BLOCKS: &[PlanBlock] = &[
    Words,
    Tiles,
    Measures,
    Indicators,
    Tables,
    Effect,
    Figure("effect"),
    Overspend,
    Figure("overspend"),
    Funding,
    Milestones,
    Decisions,
    Reports,
    Head,
];
