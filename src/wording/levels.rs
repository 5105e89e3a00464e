//! Levels in words: how many measures stand where.

use crate::{
    model::{LevelCounts, Site},
    table::ValueFormat,
};

/// The levels of a plan in a sentence: how many measures stand where.
pub fn levels_in_words(desk: &ValueFormat<'_>, site: &Site, counts: &LevelCounts) -> String {
    let count = |count: usize| desk.locale.number(&count.into());
    let word = |level| site.level(level).map_or("", |level| &level.word);
    let levels = counts.levels.iter().map(|(level, number)| format!("{} {}", count(*number), word(*level)));
    let life = |lifecycle| desk.lifecycle(lifecycle).word;
    let lifecycles = counts.lifecycles.iter().map(|(at, number)| format!("{} {}", count(*number), life(*at)));
    let mut phrases: Vec<String> = levels.chain(lifecycles).collect();
    if counts.without > 0 {
        phrases.push(desk.say("levels-without", &[("count", counts.without.into())]));
    }
    desk.list(&phrases)
}
