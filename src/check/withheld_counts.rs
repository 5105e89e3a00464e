//! Which figures are withheld because small counts are: told once of each table, and never the figures.

use std::collections::BTreeMap;

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{FigureTable, Suppression, UncountedReading},
    schema::records,
    value::Id,
};

/// Figures that are withheld.
const WITHHELD_COUNTS: Code = Code::warning("withheld-counts").args(&["what", "small", "further"]).help(
    "figures that are not published because `suppress_below` says so: counts that are too small, and what they could be computed of",
);
/// Figures that are withheld.
pub const CHECK: Check = Check::new(&WITHHELD_COUNTS, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    // Once of a table, whatever reports have figures for it.
    let mut told: BTreeMap<&Id, (&FigureTable, [usize; 2])> = BTreeMap::new();
    for table in &scene.plan.tables {
        let (_, [small, further]) = told.entry(&table.id).or_insert((table, [0, 0]));
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        let withheld: Vec<Suppression> = cells().filter_map(|cell| cell.withheld).collect();
        // A table of which no figure could be published is told of by itself, and nobody knows any more which of its counts were small.
        let is_left_out =
            withheld.iter().all(|why| *why == Suppression::Further) && cells().all(|cell| cell.stated.is_none());
        for why in withheld.iter().filter(|_| !is_left_out) {
            let count = if *why == Suppression::Further { &mut *further } else { &mut *small };
            *count = count.saturating_add(1);
        }
    }
    for indicator in scene.plan.indicators.iter().filter(|indicator| indicator.series_of.is_none()) {
        let own = scene.plan.series_of(indicator).chain([indicator]);
        let withheld = own.flat_map(|line| {
            let readings = line.readings.iter().filter_map(|reading| match reading.uncounted {
                Some(UncountedReading::Withheld(why)) => Some(why),
                _ => None,
            });
            readings.chain(line.withheld_baseline.map(|(_, why)| why))
        });
        let (further, small): (Vec<Suppression>, Vec<Suppression>) =
            withheld.partition(|why| *why == Suppression::Further);
        tell((&indicator.record, &indicator.title), small.len(), further.len(), findings);
    }
    for (table, [small, further]) in told.into_values() {
        tell((&table.declaration, &table.title), small, further, findings);
    }
}

fn tell((record, title): (&str, &str), small: usize, further: usize, findings: &mut Findings<'_>) {
    if small.saturating_add(further) > 0 {
        let diagnostic = findings.at(record, records::SUPPRESS_BELOW.spec.name);
        diagnostic.add("what", title.to_owned()).add("small", small.to_string()).add("further", further.to_string());
    }
}
