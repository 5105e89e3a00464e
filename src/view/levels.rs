//! Levels in words, in cells and in a legend: how many measures stand where.

use super::{Block, LegendEntry, ViewContext};
use crate::{
    model::{Level, LevelCounts, LevelRef},
    table::{Cell, CellValue, Chip},
    wording::state_in_words,
};

/// Says how some measures stand.
pub(super) fn measures_in_words(context: &ViewContext, counts: &LevelCounts) -> String {
    if counts.all() == 0 {
        return context.word("no_measures").to_owned();
    }
    format!("{}.", state_in_words(context, context.site, counts))
}

/// The levels of a plan in a cell: how many measures there are, and as shapes how many stand where.
pub(super) fn levels_in_cell(context: &ViewContext, counts: &LevelCounts) -> Cell {
    let counted = |chip: Chip, count| Chip { count: Some(context.count(count).text), ..chip };
    let levels = counts.levels.iter().filter_map(|(level, count)| Some(counted(context.level(*level)?, *count)));
    let lifecycles = counts.lifecycles.iter().map(|(lifecycle, count)| counted(context.lifecycle(*lifecycle), *count));
    let mut chips: Vec<Chip> = levels.chain(lifecycles).collect();
    if counts.without > 0 {
        chips.push(counted(context.untold(), counts.without));
    }
    Cell::of(CellValue::Tally(counts.all(), chips))
}

/// Returns the chip of a level in a list, if there is one.
pub(super) fn chips(context: &ViewContext, level: Option<LevelRef>) -> Vec<Chip> {
    level.and_then(|level| context.level(level)).into_iter().collect()
}

/// Returns a scale with what its words mean.
pub(super) fn legend(context: &ViewContext, scale: usize) -> Block {
    let scale = context.site.scales.get(scale);
    let own = scale.and_then(|scale| scale.title.as_deref());
    let title = own.unwrap_or(context.word("legend_title"));
    let lang = context.foreign(context.site.language);
    let entry = |level: &Level| LegendEntry {
        chip: Chip { word: level.word.clone(), tone: level.tone.word(), quiet: false, count: None, lang, rank: 0 },
        meaning: level.meaning.clone(),
    };
    let levels = scale.map(|scale| scale.levels.iter().map(entry).collect()).unwrap_or_default();
    Block::Legend { title: title.to_owned(), levels, lang: lang.filter(|_| own.is_some()) }
}
