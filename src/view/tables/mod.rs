//! The tables of a plan, one file each. Every one answers `None` when there is nothing to show.

mod decisions;
mod effect;
mod figures;
mod funding;
mod grid;
mod indicators;
mod log;
mod measures;
mod milestones;
mod overspend;
mod reports;

pub(super) use decisions::{decisions, state as decision_state};
pub(super) use effect::{effect_of, effect_so_far, planned_effect};
pub(super) use figures::{committee_rows, figure_table};
pub(super) use funding::{funding, funding_of};
pub(super) use grid::grid;
pub(super) use indicators::{indicators, readings};
pub(super) use log::{
    About, count as log_count, newest as newest_log, newest_of_plan, of_measure as log_of_measure, table as log_table,
};
pub(super) use measures::{MeasuresTable, measures};
pub(super) use milestones::milestones;
pub(super) use overspend::overspend;
pub(super) use reports::reports;

use super::ViewContext;
use crate::{
    model::{Footnotes, PlanAsOf},
    table::{PageNote, sentences},
    value::{Period, Unit},
};

/// Says what amounts count in, where there are any, and when: "Beløb i mio. kr., pr. 30. juni 2020".
pub(super) fn unit_note<'u>(desk: &ViewContext, unit: impl Into<Option<&'u Unit>>, as_of: Option<Period>) -> String {
    let unit = unit.into();
    let unit_name = unit.map(|unit| desk.locale.unit(unit)).unwrap_or_default();
    let amounts = match unit {
        _ if unit_name.is_empty() => String::new(),
        Some(Unit::Word(_) | Unit::Percent | Unit::PercentPoint) => {
            desk.say("note-unit", &[("unit", unit_name.into())])
        }
        _ => desk.say("note-amounts", &[("unit", unit_name.into())]),
    };
    let date = as_of.map(|as_of| desk.say("note-as-of", &[("date", (&desk.locale.period(as_of)).into())]));
    sentences([amounts, date.unwrap_or_default()])
}

/// Returns the footnotes of a plan and of its last known report.
pub(super) fn plan_notes(seen: &PlanAsOf) -> Vec<PageNote> {
    let mut notes = notes(&seen.plan.notes);
    for note in seen.latest().map(|report| self::notes(&report.notes)).unwrap_or_default() {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// Returns footnotes as they are shown.
pub(super) fn notes(notes: &Footnotes) -> Vec<PageNote> {
    notes.iter().map(|(mark, text)| PageNote { mark: mark.to_string(), text: text.clone() }).collect()
}
