//! How many measures a report says stand at each level, in all and area by area, without naming them.

use super::{LevelCounts, LevelRef};
use crate::value::Id;

/// What a report states of how many stand at each level.
#[derive(Clone, Debug, Default)]
pub struct StatedCounts {
    /// The plan as a whole, where the report states that.
    pub whole: Option<CountedArea>,
    /// Its areas, in the order of the file.
    pub areas: Vec<CountedArea>,
    /// A number of it could not be read, so it says nothing of sums.
    pub is_partial: bool,
}

/// How many stand at each level in one area, or in the plan as a whole.
#[derive(Clone, Debug)]
pub struct CountedArea {
    /// The field that states it, for messages: `counts`, `areas.sundhed`.
    pub field: String,
    /// What the area is called; the plan as a whole has no name.
    pub title: String,
    /// The committee it is of.
    pub committee: Option<Id>,
    /// How many stand at each level, from the best.
    pub levels: Vec<(LevelRef, usize)>,
    /// How many there are, as the document states it.
    pub all: Option<usize>,
}

impl StatedCounts {
    /// Tells whether it states nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.whole.is_none() && self.areas.is_empty()
    }

    /// Returns how many stand at each level in the plan as a whole: what is stated of that, else what the areas come to.
    #[must_use]
    pub fn total(&self) -> LevelCounts {
        match self.whole.as_ref().filter(|whole| !whole.levels.is_empty()) {
            Some(whole) => whole.counts(),
            None => self.sum_of_areas(),
        }
    }

    /// Returns how many stand at each level in all areas together.
    #[must_use]
    pub fn sum_of_areas(&self) -> LevelCounts {
        let mut counts = LevelCounts::default();
        for (level, count) in self.areas.iter().flat_map(|area| &area.levels) {
            counts.add_many(*level, *count);
        }
        counts
    }
}

impl CountedArea {
    /// Returns how many stand at each level.
    #[must_use]
    pub fn counts(&self) -> LevelCounts {
        let mut counts = LevelCounts::default();
        self.levels.iter().for_each(|(level, count)| counts.add_many(*level, *count));
        counts
    }

    /// Returns how many stand at a level; 0 where the document does not say.
    #[must_use]
    pub fn at(&self, level: LevelRef) -> usize {
        self.levels.iter().find(|(known, _)| *known == level).map_or(0, |(_, count)| *count)
    }
}
