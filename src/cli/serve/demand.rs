//! Which pages somebody looks at or waits for: they are made before all others.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use fremdrift::value::RelPath;

/// The pages that are looked at or waited for, and by how many. All copies are the same one.
#[derive(Clone, Default)]
pub struct PageDemand {
    wanted: Arc<Mutex<BTreeMap<RelPath, usize>>>,
}

impl PageDemand {
    /// Notes that somebody wants a page, as long as what is answered lives.
    pub fn want(&self, page: RelPath) -> DemandGuard {
        let mut wanted = self.lock();
        let count = wanted.entry(page.clone()).or_default();
        *count = count.saturating_add(1);
        DemandGuard { demand: self.clone(), page }
    }

    /// Returns the pages that somebody wants.
    pub fn pages(&self) -> BTreeSet<RelPath> {
        self.lock().keys().cloned().collect()
    }

    fn lock(&self) -> MutexGuard<'_, BTreeMap<RelPath, usize>> {
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Somebody's demand for a page, which ends with it.
pub struct DemandGuard {
    demand: PageDemand,
    page: RelPath,
}

impl Drop for DemandGuard {
    fn drop(&mut self) {
        let mut wanted = self.demand.lock();
        let left = wanted.get(&self.page).map_or(0, |count| count.saturating_sub(1));
        if left == 0 {
            wanted.remove(&self.page);
        } else {
            wanted.insert(self.page.clone(), left);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_wanted_as_long_as_anybody_wants_it() {
        let demand = PageDemand::default();
        let page = || RelPath::new("index.html").expect("a path");
        let (one, other) = (demand.want(page()), demand.want(page()));
        drop(one);
        assert_eq!(demand.pages(), BTreeSet::from([page()]));
        drop(other);
        assert!(demand.pages().is_empty());
    }
}
