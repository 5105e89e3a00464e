//! How many measures stand where: at which level, and without one where in their life.

use super::{LevelRef, Lifecycle};

/// How many stand where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LevelCounts {
    /// By level, in the order of the scales.
    pub levels: Vec<(LevelRef, usize)>,
    /// Those without a level, by where they are in their life.
    pub lifecycles: Vec<(Lifecycle, usize)>,
    /// Those of which neither is told.
    pub without: usize,
}

impl LevelCounts {
    /// Counts one more: at its level, else by where it is in its life.
    pub fn add(&mut self, level: Option<LevelRef>, lifecycle: Option<Lifecycle>) {
        match (level, lifecycle) {
            (Some(level), _) => count(&mut self.levels, level),
            (None, Some(lifecycle)) => count(&mut self.lifecycles, lifecycle),
            (None, None) => self.without = self.without.saturating_add(1),
        }
    }

    /// Returns how many there are in all.
    #[must_use]
    pub fn all(&self) -> usize {
        let levels = self.levels.iter().map(|(_, count)| count);
        let lifecycles = self.lifecycles.iter().map(|(_, count)| count);
        levels.chain(lifecycles).sum::<usize>().saturating_add(self.without)
    }
}

fn count<T: Ord + Copy>(counts: &mut Vec<(T, usize)>, of: T) {
    match counts.binary_search_by_key(&of, |(known, _)| *known) {
        Ok(at) => counts.iter_mut().skip(at).take(1).for_each(|(_, count)| *count = count.saturating_add(1)),
        Err(at) => counts.insert(at, (of, 1)),
    }
}
