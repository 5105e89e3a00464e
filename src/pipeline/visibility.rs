//! What a site does not show, by what it is: sets that are joined and parted. How it is decided stands in `decide`.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    content::Withheld,
    history::Departed,
    value::{Id, RelPath},
    view::OldAddress,
};

/// What a site does not show. A plan that shows all it has is not in it.
#[derive(Clone, Debug, Default)]
pub struct Visibility {
    /// By plan, under every key it has had.
    pub plans: BTreeMap<Id, Withheld>,
    /// Ordinary pages.
    pub pages: BTreeSet<RelPath>,
    /// Files and folders of this very state of the site, of which nothing is shown; reports that are not out yet too.
    pub files: BTreeSet<RelPath>,
    /// Files of this state of the site of which nothing but a public title is shown, with that title.
    pub titles: Vec<(RelPath, String)>,
}

/// What one plan does not show.
#[derive(Debug, Default)]
pub struct PlanVisibility {
    /// What it is called and was called before.
    pub names: Vec<Id>,
    /// What of it is not shown.
    pub withheld: Withheld,
    /// Its files and folders of which nothing is shown.
    pub files: Vec<RelPath>,
    /// Its files of which nothing but a public title is shown, with that title.
    pub titles: Vec<(RelPath, String)>,
}

impl FromIterator<PlanVisibility> for Visibility {
    fn from_iter<I: IntoIterator<Item = PlanVisibility>>(plans: I) -> Self {
        let mut all = Self::default();
        for PlanVisibility { names, withheld, files, titles } in plans {
            if !withheld.is_empty() {
                all.take(names, &withheld);
            }
            all.files.extend(files);
            all.titles.extend(titles);
        }
        all
    }
}

impl Visibility {
    /// Adds what was hidden when it went.
    pub fn join(&mut self, departed: &Departed) {
        for (plan, withheld) in &departed.plans {
            self.plans.entry(plan.clone()).or_default().join(withheld);
        }
        self.pages.extend(departed.pages.iter().cloned());
    }

    /// Adds something of a plan under all its names: what one plan is called another may have been called, and both are
    /// meant.
    pub fn take(&mut self, names: Vec<Id>, withheld: &Withheld) {
        names.into_iter().for_each(|name| self.plans.entry(name).or_default().join(withheld));
    }

    /// Adds what another has.
    pub fn add(&mut self, other: &Self) {
        other.plans.iter().for_each(|(plan, withheld)| self.take(vec![plan.clone()], withheld));
        self.pages.extend(other.pages.iter().cloned());
    }

    /// Takes away what another has.
    pub fn without(&mut self, other: &Self) {
        for (plan, withheld) in &mut self.plans {
            other.plans.get(plan).into_iter().for_each(|other| withheld.without(other));
        }
        self.plans.retain(|_, withheld| !withheld.is_empty());
        self.pages.retain(|page| !other.pages.contains(page));
    }

    /// Tells whether an address was that of something that is not shown.
    pub fn had(&self, old: &OldAddress) -> bool {
        let plan = old.plan.as_ref().and_then(|plan| self.plans.get(plan));
        plan.is_some_and(|plan| plan.plan || old.measure.as_ref().is_some_and(|id| plan.measures.contains(id)))
    }

    /// Tells whether everything is shown.
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty() && self.pages.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn id(name: &str) -> Id {
        Id::new(name).expect("an id")
    }

    /// Any small visibility: plans under one of three keys, with some of three measures and files; some of three pages.
    fn any_visibility() -> impl Strategy<Value = Visibility> {
        let plan = (any::<bool>(), 0..8_u8, 0..8_u8).prop_map(|(plan, measures, files)| {
            let some = |mask: u8| (0..3_u8).filter(move |bit| mask & (1 << bit) != 0);
            Withheld {
                plan,
                measures: some(measures).map(|bit| id(&format!("m{bit}"))).collect(),
                files: some(files).map(|bit| format!("measures/m{bit}.md")).collect(),
                ..Withheld::default()
            }
        });
        let pages = prop::collection::btree_set(0..3_u8, 0..3);
        (prop::collection::btree_map(0..3_u8, plan, 0..3), pages).prop_map(|(plans, pages)| {
            let mut all = Visibility::default();
            plans.iter().filter(|(_, plan)| !plan.is_empty()).for_each(|(key, plan)| {
                all.take(vec![id(&format!("p{key}"))], plan);
            });
            let page = |page| RelPath::new(format!("content/{page}.md")).expect("a path");
            all.pages = pages.into_iter().map(page).collect();
            all
        })
    }

    fn joined(one: &Visibility, other: &Visibility) -> Visibility {
        let mut all = one.clone();
        all.add(other);
        all
    }

    fn parted(one: &Visibility, other: &Visibility) -> Visibility {
        let mut rest = one.clone();
        rest.without(other);
        rest
    }

    /// Two are the same that hide the same, by their debug form: their parts have an order.
    fn same(one: &Visibility, other: &Visibility) -> bool {
        format!("{:?}{:?}", one.plans, one.pages) == format!("{:?}{:?}", other.plans, other.pages)
    }

    proptest! {
        #[test]
        fn what_is_hidden_is_a_set(a in any_visibility(), b in any_visibility(), c in any_visibility()) {
            prop_assert!(same(&joined(&a, &a), &a), "what is hidden twice is hidden once");
            prop_assert!(same(&joined(&a, &b), &joined(&b, &a)), "it does not matter what hides first");
            prop_assert!(same(&joined(&joined(&a, &b), &c), &joined(&a, &joined(&b, &c))));
            prop_assert!(parted(&a, &a).is_empty());
            prop_assert!(same(&parted(&joined(&a, &b), &b), &parted(&a, &b)));
            prop_assert!(same(&joined(&parted(&a, &b), &b), &joined(&a, &b)), "nothing that is hidden gets lost");
            prop_assert!(same(&parted(&a, &Visibility::default()), &a));
        }
    }
}
