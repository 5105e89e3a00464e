//! What a plan does not show, kept by what it is and not by where it lies.

use std::collections::{BTreeMap, BTreeSet};

use super::count_thresholds::CountThresholds;
use crate::value::{Id, ItemNumber, RelPath};

/// What a plan does not show.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Withheld {
    /// The plan as a whole.
    pub plan: bool,
    /// Measures.
    pub measures: BTreeSet<Id>,
    /// Indicators.
    pub indicators: BTreeSet<Id>,
    /// Figure tables.
    pub tables: BTreeSet<Id>,
    /// Milestones.
    pub milestones: BTreeSet<ItemNumber>,
    /// Decisions.
    pub decisions: BTreeSet<ItemNumber>,
    /// Files, by their path within the plan's folder.
    pub files: BTreeSet<String>,
    /// Figure tables of which small counts are withheld, and what they could be computed of.
    #[serde(default)]
    pub counts_of_tables: BTreeMap<Id, CountThresholds>,
    /// Indicators of which small readings are withheld, and what they could be computed of; below how many.
    #[serde(default)]
    pub counts_of_indicators: BTreeMap<Id, u32>,
}

impl Withheld {
    /// Adds what another hides.
    pub fn join(&mut self, other: &Self) {
        self.plan |= other.plan;
        self.measures.extend(other.measures.iter().cloned());
        self.indicators.extend(other.indicators.iter().cloned());
        self.tables.extend(other.tables.iter().cloned());
        self.milestones.extend(other.milestones.iter().cloned());
        self.decisions.extend(other.decisions.iter().cloned());
        self.files.extend(other.files.iter().cloned());
        for (id, below) in &other.counts_of_indicators {
            let own = self.counts_of_indicators.entry(id.clone()).or_default();
            *own = (*own).max(*below);
        }
        for (id, below) in &other.counts_of_tables {
            self.counts_of_tables.entry(id.clone()).or_default().join(below);
        }
    }

    /// Takes away what another has.
    pub fn without(&mut self, other: &Self) {
        self.plan &= !other.plan;
        self.measures.retain(|id| !other.measures.contains(id));
        self.indicators.retain(|id| !other.indicators.contains(id));
        self.tables.retain(|id| !other.tables.contains(id));
        self.milestones.retain(|number| !other.milestones.contains(number));
        self.decisions.retain(|number| !other.decisions.contains(number));
        self.files.retain(|file| !other.files.contains(file));
        self.counts_of_tables.retain(|id, _| !other.tables.contains(id));
        self.counts_of_indicators.retain(|id, _| !other.indicators.contains(id));
    }

    /// Tells whether an indicator is not shown, or the one that a series is of.
    pub(super) fn indicator(&self, id: &Id) -> bool {
        let is_part = |(whole, _): (&str, _)| self.indicators.contains(whole);
        self.indicators.contains(id) || id.parts().is_some_and(is_part)
    }

    /// Tells whether a picture or another file lies where nothing is shown: in the plan, or in a report that is shut.
    #[must_use]
    pub fn asset(&self, file: &RelPath) -> bool {
        let file = within_plan(file);
        let mut folders = self.files.iter().filter_map(|file| file.strip_suffix("index.md"));
        self.plan || folders.any(|folder| !folder.is_empty() && file.starts_with(folder))
    }

    /// Tells whether the plan shows all it has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.plan
            && self.measures.is_empty()
            && self.indicators.is_empty()
            && self.tables.is_empty()
            && self.milestones.is_empty()
            && self.decisions.is_empty()
            && self.files.is_empty()
            && self.counts_of_tables.is_empty()
            && self.counts_of_indicators.is_empty()
    }
}

/// Returns a file's path within its plan's folder.
pub(super) fn within_plan(file: &RelPath) -> String {
    file.parts().skip(3).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> Id {
        Id::new(text).expect("an id")
    }

    #[test]
    fn of_two_thresholds_the_higher_one_stands() {
        let of = |table: Option<u32>, columns: &[(&str, u32)]| {
            let of_columns = columns.iter().map(|(name, below)| (id(name), *below)).collect();
            Withheld {
                counts_of_tables: [(id("t"), CountThresholds { of_table: table, of_columns })].into(),
                ..Withheld::default()
            }
        };
        let (one, other) = (of(Some(5), &[("a", 3), ("b", 7)]), of(None, &[("a", 6), ("c", 3)]));
        let higher = of(Some(5), &[("a", 6), ("b", 7), ("c", 3)]);
        for (mut first, second) in [(one.clone(), &other), (other.clone(), &one)] {
            first.join(second);
            assert_eq!(first, higher);
        }
        for (table, columns, is_any) in
            [(None, &[][..], false), (Some(0), &[("a", 0)], false), (Some(5), &[], true), (Some(0), &[("a", 3)], true)]
        {
            let of = of(table, columns);
            assert_eq!(of.counts_of_tables[&id("t")].is_any(), is_any, "{table:?} {columns:?}");
        }
    }

    #[test]
    fn what_lies_in_a_shut_report_goes_with_it_and_what_is_a_part_with_its_whole() {
        let withheld = Withheld {
            files: ["updates/2020-06-30/index.md".to_owned(), "index.md".to_owned()].into(),
            indicators: [id("veje")].into(),
            ..Withheld::default()
        };
        for (file, is_shut) in [
            ("content/plans/a/updates/2020-06-30/kort.png", true),
            ("content/plans/a/updates/2020-06-30/b/kort.png", true),
            ("content/plans/a/updates/2019-06-30/kort.png", false),
            ("content/plans/a/kort.png", false),
        ] {
            let file = RelPath::new(file).expect("a path");
            assert_eq!(withheld.asset(&file), is_shut, "{file:?}");
            assert!(Withheld { plan: true, ..Withheld::default() }.asset(&file), "of a plan that is not shown");
        }
        let part = id("veje").part(&id("nord"));
        assert!(withheld.indicator(&id("veje")) && withheld.indicator(&part) && !withheld.indicator(&id("nord")));
    }
}
