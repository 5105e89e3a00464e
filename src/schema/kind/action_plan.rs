//! An action plan against an overspend: objective, action and consequence of each measure, effect per month.

use super::{
    Block::{self, *},
    Kind,
    MeasureColumn::{self, *},
};

/// An action plan against an overspend: objective, action and consequence of each measure, effect per month.
pub const KIND: Kind = Kind {
    id: "action-plan",
    help: "an action plan against an overspend: objective, action, consequences, effect per month",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[Objective, Action, Consequences, Required, Achieved, Owner, Updated];

const BLOCKS: &[Block] = &[
    Head,
    Tiles,
    Words,
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
];
