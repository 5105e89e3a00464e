//! A savings plan: required against achieved saving of each measure.

use super::{
    MeasureColumn::{self, *},
    PlanBlock::{self, *},
    PlanKind,
};

/// A savings plan: required against achieved saving of each measure.
pub const KIND: PlanKind = PlanKind {
    id: "savings",
    help: "a savings plan: required against achieved saving",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[Required, Achieved, Difference, Share, Forecast, Owner, StatusText, Updated];

const BLOCKS: &[PlanBlock] = &[
    Words,
    Tiles,
    Measures,
    Figure("required-achieved"),
    Tables,
    Effect,
    Figure("effect"),
    Overspend,
    Figure("overspend"),
    Indicators,
    Funding,
    Milestones,
    Decisions,
    Reports,
    Head,
];
