//! A budget follow-up: adopted and revised budget, actual, forecast and deviation.

use super::{
    Block::{self, *},
    Kind,
    MeasureColumn::{self, *},
};

/// A budget follow-up: adopted and revised budget, actual, forecast and deviation.
pub const KIND: Kind = Kind {
    id: "budget",
    help: "a budget follow-up: budget, actual, forecast, deviation",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[StatusText, Committee, Owner, Updated];

const BLOCKS: &[Block] = &[
    Head,
    Tiles,
    Words,
    Tables,
    Overspend,
    Figure("overspend"),
    Measures,
    Indicators,
    Effect,
    Figure("effect"),
    Funding,
    Milestones,
    Decisions,
    Reports,
];
