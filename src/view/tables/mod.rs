//! The tables of a plan, one file each. Every one answers `None` when there is nothing to show.

mod counts;
mod decisions;
mod effect;
mod figure_groups;
mod figures;
mod funding;
mod grid;
mod indicators;
mod log;
mod measure_cells;
mod measures;
mod milestones;
mod overspend;
mod reports;

pub(super) use counts::counts;
pub(super) use decisions::{decisions, state as decision_state};
pub(super) use effect::{effect, effect_of, has_effect};
pub(super) use figures::{committee_rows, figure_table, notes_on_withheld};
pub(super) use funding::{funding, funding_of};
pub(super) use grid::grid;
pub(super) use indicators::{are_readings_told, due_words, indicators, readings};
pub(super) use log::{
    About, by as log_by, count as log_count, newest_of_plan, of_indicator as log_of_indicator,
    of_measure as log_of_measure, rewritten as log_details, table as log_table,
};
pub(super) use measures::{MeasuresTable, WHOLE_TABLE, measure_anchor, measures};
pub(super) use milestones::milestones;
pub(super) use overspend::overspend;
pub(super) use reports::reports;

use super::ViewContext;
use crate::{
    model::{Footnotes, PlanAsOf},
    table::{PageNote, Table, sentences},
    value::{FootnoteMark, Period, Unit},
};

/// Says what amounts count in, where there are any, and when: "Beløb i mio. kr., pr. 30. juni 2020".
pub(super) fn unit_note<'u>(context: &ViewContext, unit: impl Into<Option<&'u Unit>>, as_of: Option<Period>) -> String {
    let unit = unit.into();
    let unit_name = unit.map(|unit| context.locale.unit(unit)).unwrap_or_default();
    let amounts = match unit {
        _ if unit_name.is_empty() => String::new(),
        Some(Unit::Word(_) | Unit::Percent | Unit::PercentPoint) => {
            context.say("note-unit", &[("unit", unit_name.into())])
        }
        _ => context.say("note-amounts", &[("unit", unit_name.into())]),
    };
    let date = as_of.map(|as_of| context.say("note-as-of", &[("date", (&context.locale.period(as_of)).into())]));
    sentences([amounts, date.unwrap_or_default()])
}

/// Puts below a table the words of the marks that stand in it. A mark is the table's own, else that of the report that
/// gave its figure, else the plan's; where two of them mean different things by one mark, all are marked anew.
pub(super) fn explain_marks(seen: &PlanAsOf, own: Option<&Footnotes>, table: &mut Table) {
    let mut meant: Vec<(FootnoteMark, &str)> = Vec::new();
    for cell in table.cells_mut() {
        let report = cell.report;
        let Some(mark) = cell.mark_mut() else { continue };
        let words = own.and_then(|own| own.get(mark)).or_else(|| seen.note(report, *mark));
        meant.extend(words.map(|words| (*mark, words.as_str())));
    }
    meant.sort_by_key(|(mark, _)| *mark);
    meant.dedup();
    let is_told_once =
        meant.windows(2).all(|pair| pair.first().map(|(mark, _)| mark) != pair.last().map(|(mark, _)| mark));
    let shown = |nth: usize, mark: FootnoteMark| if is_told_once { mark } else { FootnoteMark::nth(nth) };
    for cell in table.cells_mut() {
        let report = cell.report;
        let Some(mark) = cell.mark_mut() else { continue };
        let words = own.and_then(|own| own.get(mark)).or_else(|| seen.note(report, *mark));
        let at = words.and_then(|words| meant.iter().position(|known| *known == (*mark, words.as_str())));
        if let Some(at) = at {
            *mark = shown(at, *mark);
        }
    }
    let note = |(nth, (mark, words)): (usize, &(FootnoteMark, &str))| PageNote {
        mark: shown(nth, *mark).to_string(),
        text: (*words).to_owned(),
    };
    table.notes = meant.iter().enumerate().map(note).collect();
}
