//! An action plan against an overspend: objective, action and consequence of each measure, effect per month.

use super::{
    MeasureColumn::{self, *},
    PlanBlock::{self, *},
    PlanKind,
};

/// An action plan against an overspend: objective, action and consequence of each measure, effect per month.
pub const KIND: PlanKind = PlanKind {
    id: "action-plan",
    help: "an action plan against an overspend: objective, action, consequences, effect per month",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[Objective, Action, Consequences, Required, Achieved, Owner, Updated];

const BLOCKS: &[PlanBlock] = &[
    Words,
    Tiles,
    Measures,
    Figure("required-achieved"),
    Effect,
    Figure("effect"),
    Overspend,
    Figure("overspend"),
    Tables,
    Indicators,
    Funding,
    Milestones,
    Decisions,
    Reports,
    Head,
];
