//! A budget follow-up: adopted and revised budget, actual, forecast and deviation.

use super::{
    MeasureColumn::{self, *},
    PlanBlock::{self, *},
    PlanKind,
};

/// A budget follow-up: adopted and revised budget, actual, forecast and deviation.
pub const KIND: PlanKind = PlanKind {
    id: "budget",
    help: "a budget follow-up: budget, actual, forecast, deviation",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[StatusText, Committee, Owner, Updated];

const BLOCKS: &[PlanBlock] = &[
    Words,
    Tiles,
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
    Head,
];
