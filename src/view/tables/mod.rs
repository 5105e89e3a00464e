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

use super::{Cell, Column, ColumnClass, Desk, Note, Row, RowClass, Table, seen::Seen};
use crate::{
    model::Notes,
    value::{Period, Unit},
};

impl Column {
    /// Makes the head of a column.
    pub(super) fn new(text: impl Into<String>, class: ColumnClass) -> Self {
        Self { text: text.into(), class }
    }
}

impl Row {
    /// Makes a row.
    pub(super) fn new(class: RowClass, cells: Vec<Cell>) -> Self {
        Self { class, cells }
    }

    /// Makes a row of words across all columns.
    pub(super) fn across(class: RowClass, text: impl Into<String>) -> Self {
        Self { class, cells: vec![Cell::of(text.into())] }
    }
}

impl Table {
    /// Fits the columns to what stands in them: those in which no row shows anything go, except the
    /// row's own name, and longer words that turn out to be short are set as such.
    pub(super) fn fitted(mut self) -> Self {
        self.set_short_words();
        self.without_empty_columns()
    }

    /// Sets columns of longer words that turn out to be short as columns of short ones.
    fn set_short_words(&mut self) {
        let width = self.columns.len();
        let rows: Vec<&Row> = self.rows.iter().chain(&self.foot).filter(|row| row.cells.len() == width).collect();
        for (at, column) in self.columns.iter_mut().enumerate().filter(|(_, column)| column.class == ColumnClass::Text)
        {
            if rows.iter().filter_map(|row| row.cells.get(at)).all(Cell::is_short) {
                column.class = ColumnClass::Word;
            }
        }
    }

    fn without_empty_columns(mut self) -> Self {
        let width = self.columns.len();
        let rows = || self.rows.iter().chain(&self.foot).filter(|row| row.cells.len() == width);
        let keeps: Vec<bool> = self
            .columns
            .iter()
            .enumerate()
            .map(|(at, column)| {
                column.class == ColumnClass::Head
                    || rows().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()))
            })
            .collect();
        if keeps.iter().all(|keep| *keep) {
            return self;
        }
        for row in self.rows.iter_mut().chain(&mut self.foot).filter(|row| row.cells.len() == width) {
            let mut keep = keeps.iter();
            row.cells.retain(|_| keep.next().copied().unwrap_or(true));
        }
        let mut keep = keeps.iter();
        self.columns.retain(|_| keep.next().copied().unwrap_or(true));
        self
    }
}

impl Cell {
    /// Tells whether its words are few enough for a narrow column.
    fn is_short(&self) -> bool {
        self.html.is_none() && self.shown.text.chars().count() <= SHORT
    }
}

/// The most characters of words that a narrow column takes.
const SHORT: usize = 48;

/// Says what amounts count in and when: "Beløb i mio. kr., pr. 30. juni 2020".
pub(super) fn unit_note(desk: &Desk, unit: &Unit, as_of: Option<Period>) -> String {
    let unit_name = desk.locale.unit(unit);
    let amounts = match unit {
        _ if unit_name.is_empty() => String::new(),
        Unit::Word(_) | Unit::Percent => desk.say("note-unit", &[("unit", unit_name.into())]),
        _ => desk.say("note-amounts", &[("unit", unit_name.into())]),
    };
    let date = as_of.map(|as_of| desk.say("note-as-of", &[("date", (&desk.locale.period(as_of)).into())]));
    sentences([amounts, date.unwrap_or_default()])
}

/// Joins notes with full stops between them.
pub(super) fn sentences(notes: impl IntoIterator<Item = String>) -> String {
    let mut out = String::new();
    for note in notes.into_iter().filter(|note| !note.is_empty()) {
        if !out.is_empty() {
            out.push_str(if out.ends_with('.') { " " } else { ". " });
        }
        out.push_str(&note);
    }
    out
}

/// Returns the footnotes of a plan and of its last known report.
pub(super) fn plan_notes(seen: &Seen) -> Vec<Note> {
    let mut notes = notes(&seen.plan.notes);
    for note in seen.latest().map(|report| self::notes(&report.notes)).unwrap_or_default() {
        if !notes.contains(&note) {
            notes.push(note);
        }
    }
    notes
}

/// Returns footnotes as they are shown.
pub(super) fn notes(notes: &Notes) -> Vec<Note> {
    notes.iter().map(|(mark, text)| Note { mark: mark.to_string(), text: text.clone() }).collect()
}

/// Returns the fixed columns that begin a table of measures: number, title.
fn measure_columns(desk: &Desk) -> Vec<Column> {
    vec![
        Column::new(desk.word("col_number"), ColumnClass::Word),
        Column::new(desk.word("col_measure"), ColumnClass::Head),
    ]
}
