//! Where charts hook in: a figure of the register, drawn and set with its numbers.

use super::{Block, Desk, draft::Draft, seen::Seen};
use crate::model::{Indicator, LevelRef};

/// Returns a figure of a plan, by its name in the register of figures.
pub(super) fn figure_block<'a>(_name: &str, _seen: &Seen<'a>, _draft: &Draft<'a>) -> Option<Block> {
    None
}

/// Returns the figure of one indicator.
pub(super) fn indicator_block<'a>(_seen: &Seen<'a>, _draft: &Draft<'a>, _indicator: &'a Indicator) -> Option<Block> {
    None
}

/// Returns the figure of how many measures stand at each level.
pub(super) fn levels_block(_desk: &Desk, _levels: &[(LevelRef, usize)], _without: usize) -> Option<Block> {
    None
}
