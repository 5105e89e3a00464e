//! A savings plan: required against achieved saving of each measure.

use super::{
    Block::{self, *},
    Kind,
    MeasureColumn::{self, *},
};

/// A savings plan: required against achieved saving of each measure.
pub const KIND: Kind =
    Kind { id: "savings", help: "a savings plan: required against achieved saving", columns: COLUMNS, blocks: BLOCKS };

const COLUMNS: &[MeasureColumn] = &[Required, Achieved, Difference, Share, Forecast, Owner, StatusText, Updated];

const BLOCKS: &[Block] = &[
    Head,
    Tiles,
    Words,
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
];
