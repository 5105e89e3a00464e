//! Levels in words: how many measures stand where.

use crate::{
    model::{LevelRef, Site},
    table::ValueFormat,
};

/// The levels of a plan in a sentence: how many measures stand where.
pub fn levels_in_words(desk: &ValueFormat<'_>, site: &Site, levels: &[(LevelRef, usize)], without: usize) -> String {
    let count = |count: usize| desk.locale.number(&count.into());
    let word = |level| site.level(level).map_or("", |level| &level.word);
    let mut phrases: Vec<String> =
        levels.iter().map(|(level, number)| format!("{} {}", count(*number), word(*level))).collect();
    if without > 0 {
        phrases.push(desk.say("levels-without", &[("count", without.into())]));
    }
    desk.list(&phrases)
}
