//! The follow-up on a budget agreement: what was agreed, how far it is, who answers for it.

use super::{
    MeasureColumn::{self, *},
    PlanBlock::{self, *},
    PlanKind,
};

/// The follow-up on a budget agreement: what was agreed, how far it is, who answers for it.
pub const KIND: PlanKind = PlanKind {
    id: "agreement",
    help: "the follow-up on an agreement: what was agreed, status and timetable, committee, owner",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[Agreement, StatusText, Timetable, Required, Forecast, Committee, Owner, Updated];

const BLOCKS: &[PlanBlock] = &[
    Words,
    Tiles,
    Measures,
    Figure("required-achieved"),
    Funding,
    Effect,
    Figure("effect"),
    Overspend,
    Figure("overspend"),
    Tables,
    Indicators,
    Milestones,
    Decisions,
    Reports,
    Head,
];
