//! How many measures stand where: at which level, and without one where in their life.

use super::{LevelRef, Lifecycle, Site};

/// Where some measures stand together: at one level, or without one at one place in their life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// At a level.
    Level(LevelRef),
    /// Without a level, at a place in their life.
    Lifecycle(Lifecycle),
    /// Without either.
    Untold,
}

/// How many stand where.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct LevelCounts {
    /// By level, in the order of the scales.
    pub levels: Vec<(LevelRef, usize)>,
    /// Those without a level, by where they are in their life.
    pub lifecycles: Vec<(Lifecycle, usize)>,
    /// Those of which neither is told.
    pub without: usize,
}

impl LevelCounts {
    /// Counts one more: at its level, else by where it is in its life. One that was dropped has its level no more: a measure
    /// that nobody works on follows no plan.
    pub fn add(&mut self, level: Option<LevelRef>, lifecycle: Option<Lifecycle>) {
        match (level.filter(|_| lifecycle != Some(Lifecycle::Dropped)), lifecycle) {
            (Some(level), _) => count(&mut self.levels, level, 1),
            (None, Some(lifecycle)) => count(&mut self.lifecycles, lifecycle, 1),
            (None, None) => self.without = self.without.saturating_add(1),
        }
    }

    /// Counts many more at one level.
    pub fn add_many(&mut self, level: LevelRef, many: usize) {
        if many > 0 {
            count(&mut self.levels, level, many);
        }
    }

    /// Returns how many stand at a level.
    #[must_use]
    pub fn at(&self, level: LevelRef) -> usize {
        self.levels.iter().find(|(known, _)| *known == level).map_or(0, |(_, count)| *count)
    }

    /// Returns how many stand at each level without so many others; nothing where the others are more than there are.
    #[must_use]
    pub fn less(&self, others: &Self) -> Option<Self> {
        if others.levels.iter().any(|(level, count)| *count > self.at(*level)) {
            return None;
        }
        let mut left = Self::default();
        self.levels.iter().for_each(|(level, count)| left.add_many(*level, count.saturating_sub(others.at(*level))));
        Some(left)
    }

    /// Returns where any stand and how many, the worst first: what nobody can judge follows what is judged, and what has no
    /// level at all comes last.
    #[must_use]
    pub fn worst_first(&self, site: &Site) -> Vec<(Stand, usize)> {
        let mut levels = self.levels.clone();
        levels.sort_by_key(|(level, _)| std::cmp::Reverse(site.badness(*level)));
        let levels = levels.into_iter().map(|(level, count)| (Stand::Level(level), count));
        let lifecycles = self.lifecycles.iter().map(|(lifecycle, count)| (Stand::Lifecycle(*lifecycle), *count));
        levels.chain(lifecycles).chain([(Stand::Untold, self.without)]).filter(|(_, count)| *count > 0).collect()
    }

    /// Returns how many there are in all.
    #[must_use]
    pub fn all(&self) -> usize {
        let levels = self.levels.iter().map(|(_, count)| count);
        let lifecycles = self.lifecycles.iter().map(|(_, count)| count);
        levels.chain(lifecycles).fold(self.without, |all, count| all.saturating_add(*count))
    }
}

fn count<T: Ord + Copy>(counts: &mut Vec<(T, usize)>, of: T, many: usize) {
    match counts.binary_search_by_key(&of, |(known, _)| *known) {
        Ok(at) => counts.iter_mut().skip(at).take(1).for_each(|(_, count)| *count = count.saturating_add(many)),
        Err(at) => counts.insert(at, (of, many)),
    }
}
