//! An indicator report: what was planned beside what happened, and numbers over time.

use super::{
    Block::{self, *},
    Kind,
    MeasureColumn::{self, *},
};

/// An indicator report: what was planned beside what happened, and numbers over time.
pub const KIND: Kind = Kind {
    id: "indicators",
    help: "an indicator report: numbers over time, with or without money",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[Objective, Action, StatusText, Owner, Updated];

const BLOCKS: &[Block] = &[
    Head,
    Tiles,
    Words,
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
];
