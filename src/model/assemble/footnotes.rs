//! Footnotes: every mark has its words, and every note its mark.

use std::{collections::BTreeMap, fmt::Display};

use super::written::{self, WrittenFigure};
use crate::{
    content::Hidden,
    diag::{Code, Diagnostic, FieldRef, Place},
    model::{FigureTable, Footnotes, Plan},
    value::{Figure, FootnoteMark, Id},
};

const MARK_WITHOUT_NOTE: Code =
    Code::error("mark-without-note").args(&["mark"]).help("a footnote mark without its note");
const NOTE_WITHOUT_MARK: Code = Code::error("note-without-mark").args(&["mark"]).help("a note that no mark leads to");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&MARK_WITHOUT_NOTE, &NOTE_WITHOUT_MARK];

/// The marks of a part of the plan, each with the record and the field it first stands in.
type MarkIndex = BTreeMap<FootnoteMark, (String, String)>;

/// Reports marks without a note, and notes without a mark. Where something was withheld, a note without a mark was
/// about that: it goes as well, in silence.
pub fn check(plan: &mut Plan, hidden: &Hidden, found: &mut Vec<Diagnostic>) {
    let in_plan = plan_marks(plan);
    let in_reports: Vec<MarkIndex> = (0..plan.reports.len()).map(|at| report_marks(plan, at)).collect();
    let in_tables: Vec<MarkIndex> = plan.tables.iter().map(table_marks).collect();

    let report_notes = |mark: &FootnoteMark| plan.reports.iter().any(|report| report.notes.contains_key(mark));
    missing(&in_plan, |mark| plan.notes.contains_key(mark) || report_notes(mark), found);
    for (report, marks) in plan.reports.iter().zip(&in_reports) {
        missing(marks, |mark| report.notes.contains_key(mark) || plan.notes.contains_key(mark), found);
    }
    for (table, marks) in plan.tables.iter().zip(&in_tables) {
        let report = table.report.and_then(|at| plan.reports.get(at));
        let of_report = |mark: &FootnoteMark| report.is_some_and(|report| report.notes.contains_key(mark));
        let known =
            |mark: &FootnoteMark| table.notes.contains_key(mark) || of_report(mark) || plan.notes.contains_key(mark);
        missing(marks, known, found);
    }

    let used = UsedMarks { plan: in_plan, reports: in_reports, tables: in_tables };
    if hidden.is_empty() {
        used.report(plan, found);
    } else {
        used.keep(plan);
    }
}

fn missing(marks: &MarkIndex, is_known: impl Fn(&FootnoteMark) -> bool, found: &mut Vec<Diagnostic>) {
    for (mark, (record, field)) in marks.iter().filter(|(mark, _)| !is_known(mark)) {
        let place = Place::Subject(FieldRef::new(record, field));
        found.push(Diagnostic::new(&MARK_WITHOUT_NOTE, place).with("mark", mark.to_string()));
    }
}

/// The marks that are there, by where they stand.
struct UsedMarks {
    plan: MarkIndex,
    reports: Vec<MarkIndex>,
    tables: Vec<MarkIndex>,
}

impl UsedMarks {
    fn by_plan(&self, mark: &FootnoteMark) -> bool {
        let others = self.reports.iter().chain(&self.tables);
        self.plan.contains_key(mark) || others.into_iter().any(|marks| marks.contains_key(mark))
    }

    /// A report's notes may be about its figure tables too.
    fn by_report(&self, plan: &Plan, at: usize, mark: &FootnoteMark) -> bool {
        let tables = plan.tables.iter().zip(&self.tables).filter(|(table, _)| table.report == Some(at));
        self.plan.contains_key(mark)
            || self.reports.get(at).is_some_and(|marks| marks.contains_key(mark))
            || tables.into_iter().any(|(_, marks)| marks.contains_key(mark))
    }

    /// A table's notes serve all its reports; they are unused only when no report needs them.
    fn by_table(&self, plan: &Plan, table: &FigureTable, mark: &FootnoteMark) -> bool {
        let same = plan.tables.iter().zip(&self.tables).filter(|(other, _)| other.id == table.id);
        same.into_iter().any(|(_, marks)| marks.contains_key(mark))
    }

    fn report(&self, plan: &Plan, found: &mut Vec<Diagnostic>) {
        unused(&plan.file, &plan.notes, |mark| self.by_plan(mark), found);
        for (at, report) in plan.reports.iter().enumerate() {
            unused(&report.file, &report.notes, |mark| self.by_report(plan, at, mark), found);
        }
        for table in plan.current_tables() {
            unused(&table.declaration, &table.notes, |mark| self.by_table(plan, table, mark), found);
        }
    }

    fn keep(&self, plan: &mut Plan) {
        let mut notes = std::mem::take(&mut plan.notes);
        notes.retain(|mark, _| self.by_plan(mark));
        let mut of_reports: Vec<Footnotes> = plan.reports.iter().map(|report| report.notes.clone()).collect();
        for (at, notes) in of_reports.iter_mut().enumerate() {
            notes.retain(|mark, _| self.by_report(plan, at, mark));
        }
        let mut of_tables: Vec<Footnotes> = plan.tables.iter().map(|table| table.notes.clone()).collect();
        for (table, notes) in plan.tables.iter().zip(&mut of_tables) {
            notes.retain(|mark, _| self.by_table(plan, table, mark));
        }
        plan.notes = notes;
        plan.reports.iter_mut().zip(of_reports).for_each(|(report, notes)| report.notes = notes);
        plan.tables.iter_mut().zip(of_tables).for_each(|(table, notes)| table.notes = notes);
    }
}

fn unused(file: &str, notes: &Footnotes, is_used: impl Fn(&FootnoteMark) -> bool, found: &mut Vec<Diagnostic>) {
    for mark in notes.keys().filter(|mark| !is_used(mark)) {
        let place = Place::Subject(FieldRef::new(file, &format!("notes.{mark}")));
        found.push(Diagnostic::new(&NOTE_WITHOUT_MARK, place).with("mark", mark.to_string()));
    }
}

/// Collects the marks of one record after another.
struct MarkCollector<'p> {
    marks: MarkIndex,
    record: &'p str,
}

impl<'p> MarkCollector<'p> {
    fn of(record: &'p str) -> Self {
        Self { marks: MarkIndex::new(), record }
    }

    fn mark(&mut self, mark: Option<FootnoteMark>, field: impl Display) {
        if let Some(mark) = mark {
            self.marks.entry(mark).or_insert_with(|| (self.record.to_owned(), field.to_string()));
        }
    }

    fn figure<'f>(&mut self, figure: impl IntoIterator<Item = &'f Figure>, field: impl Display) {
        let mark = figure.into_iter().find_map(|figure| figure.mark);
        self.mark(mark, field);
    }

    fn written(&mut self, figures: Vec<WrittenFigure<'p>>) {
        for WrittenFigure { figure, record, field, .. } in figures {
            self.record = record;
            self.mark(figure.mark, field);
        }
    }
}

fn plan_marks(plan: &Plan) -> MarkIndex {
    let mut all = MarkCollector::of(&plan.file);
    all.written(written::of_plan(plan));
    for measure in &plan.measures {
        all.record = &measure.file;
        all.mark(measure.number.as_ref().and_then(crate::value::ItemNumber::mark), "number");
    }
    for indicator in &plan.indicators {
        all.record = &indicator.record;
        all.figure(indicator.baseline.as_ref().map(|target| &target.value), "baseline");
        all.figure(indicator.targets.iter().flat_map(|target| target.aim.figures()), "target");
        let older = indicator.readings.iter().filter(|reading| reading.report.is_none());
        all.figure(older.map(|reading| &reading.value), "readings");
    }
    for (number, record) in plan.milestones.iter().map(|milestone| (&milestone.number, &milestone.record)) {
        all.record = record;
        all.mark(number.mark(), "");
    }
    for (number, record) in plan.decisions.iter().map(|decision| (&decision.number, &decision.record)) {
        all.record = record;
        all.mark(number.mark(), "");
    }
    all.marks
}

fn report_marks(plan: &Plan, at: usize) -> MarkIndex {
    let Some(report) = plan.reports.get(at) else { return MarkIndex::new() };
    let mut all = MarkCollector::of(&report.file);
    let statuses = plan.measures.iter().flat_map(|measure| &measure.statuses).filter(|status| status.report == at);
    all.written(written::of_report(report, statuses));
    all.record = &report.file;
    for indicator in &plan.indicators {
        let readings = indicator.readings.iter().filter(|reading| reading.report == Some(at));
        all.figure(readings.map(|reading| &reading.value), format_args!("readings.{}", written_id(&indicator.id)));
    }
    all.marks
}

/// Returns the id of an indicator as a report writes it, or the way to a series within it.
fn written_id(id: &Id) -> String {
    id.as_str().replace('/', ".series.")
}

fn table_marks(table: &FigureTable) -> MarkIndex {
    let mut all = MarkCollector::of(&table.file);
    for row in &table.rows {
        all.record = &table.rows_file;
        all.mark(row.mark, format_args!("{}.label", row.id));
        all.record = &table.file;
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            all.figure(&cell.stated, format_args!("{}.{}", row.id, column.id));
            all.mark(cell.mark, format_args!("{}.{}", row.id, column.id));
        }
    }
    all.marks
}
