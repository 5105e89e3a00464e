//! An implementation plan: milestones, decisions, goals and where it is reported back.

use super::{
    MeasureColumn::{self, *},
    PlanBlock::{self, *},
    PlanKind,
};

/// An implementation plan: milestones, decisions, goals and where it is reported back.
pub const KIND: PlanKind = PlanKind {
    id: "implementation",
    help: "an implementation plan: milestones, decisions, goals, economics per year",
    columns: COLUMNS,
    blocks: BLOCKS,
};

const COLUMNS: &[MeasureColumn] = &[Objective, StatusText, Committee, Owner, Due, Updated];

const BLOCKS: &[PlanBlock] = &[
    Words,
    Tiles,
    Milestones,
    Figure("milestones"),
    Decisions,
    Measures,
    Indicators,
    Tables,
    Funding,
    Effect,
    Figure("effect"),
    Overspend,
    Figure("overspend"),
    Reports,
    Head,
];
