//! Footnotes: every mark has its words, and every note its mark.

use std::collections::BTreeSet;

use crate::{
    diag::{Diagnostic, Place, Subject},
    model::{EffectYear, Measure, Notes, Plan, Report, Stated, Table},
    value::{Figure, Mark},
};

/// Drops notes that nothing shown has a mark for: they may speak of what is hidden.
pub fn drop_unused(plan: &mut Plan) {
    let mut found = Vec::new();
    check(plan, &mut found);
    let unused = found.iter().filter(|diagnostic| diagnostic.code == "note-without-mark");
    let unused: Vec<Subject> = unused
        .filter_map(|diagnostic| match &diagnostic.place {
            Place::Subject(subject) => Some(subject.clone()),
            _ => None,
        })
        .collect();
    let keep = |file: &str, mark: &Mark| !unused.contains(&Subject::new(file, &format!("notes.{mark}")));
    plan.notes.retain(|mark, _| keep(&plan.file, mark));
    for report in &mut plan.reports {
        report.notes.retain(|mark, _| keep(&report.file, mark));
    }
    for table in &mut plan.tables {
        table.notes.retain(|mark, _| keep(&table.declaration, mark));
    }
}

/// Reports marks without a note, and notes without a mark.
pub fn check(plan: &Plan, found: &mut Vec<Diagnostic>) {
    let in_plan = plan_marks(plan);
    let in_reports: Vec<BTreeSet<Mark>> = (0..plan.reports.len()).map(|at| report_marks(plan, at)).collect();
    let in_tables: Vec<BTreeSet<Mark>> = plan.tables.iter().map(table_marks).collect();

    let report_notes = |mark: &Mark| plan.reports.iter().any(|report| report.notes.contains_key(mark));
    for mark in in_plan.iter().filter(|mark| !plan.notes.contains_key(mark) && !report_notes(mark)) {
        missing(&plan.file, *mark, found);
    }
    for (report, marks) in plan.reports.iter().zip(&in_reports) {
        for mark in marks.iter().filter(|mark| !report.notes.contains_key(mark) && !plan.notes.contains_key(mark)) {
            missing(&report.file, *mark, found);
        }
        unused(&report.file, &report.notes, |mark| marks.contains(mark) || in_plan.contains(mark), found);
    }
    for (table, marks) in plan.tables.iter().zip(&in_tables) {
        let report = table.report.and_then(|at| plan.reports.get(at));
        let known = |mark: &Mark| {
            let of_report = report.is_some_and(|report| report.notes.contains_key(mark));
            table.notes.contains_key(mark) || of_report || plan.notes.contains_key(mark)
        };
        marks.iter().filter(|mark| !known(mark)).for_each(|mark| missing(&table.file, *mark, found));
    }
    // A table's notes serve all its reports; they are unused only when no report needs them.
    for table in plan.current_tables() {
        let needed = |mark: &Mark| {
            plan.tables.iter().zip(&in_tables).any(|(other, marks)| other.id == table.id && marks.contains(mark))
        };
        unused(&table.declaration, &table.notes, needed, found);
    }
    let anywhere =
        |mark: &Mark| in_plan.contains(mark) || in_reports.iter().chain(&in_tables).any(|marks| marks.contains(mark));
    unused(&plan.file, &plan.notes, anywhere, found);
}

fn missing(file: &str, mark: Mark, found: &mut Vec<Diagnostic>) {
    let place = Place::Subject(Subject::new(file, ""));
    found.push(Diagnostic::error("mark-without-note", place).with("mark", mark.to_string()));
}

fn unused(file: &str, notes: &Notes, used: impl Fn(&Mark) -> bool, found: &mut Vec<Diagnostic>) {
    for mark in notes.keys().filter(|mark| !used(mark)) {
        let place = Place::Subject(Subject::new(file, &format!("notes.{mark}")));
        found.push(Diagnostic::error("note-without-mark", place).with("mark", mark.to_string()));
    }
}

fn plan_marks(plan: &Plan) -> BTreeSet<Mark> {
    let mut marks = BTreeSet::new();
    stated(&plan.stated, &mut marks);
    figures(&plan.overspend, &mut marks);
    for Measure { number, required, funding, effect, .. } in &plan.measures {
        marks.extend(number.as_ref().and_then(crate::value::ItemNumber::mark));
        figures(required, &mut marks);
        figures(funding.iter().map(|(_, figure)| figure), &mut marks);
        years(effect, &mut marks);
    }
    marks
}

fn report_marks(plan: &Plan, at: usize) -> BTreeSet<Mark> {
    let mut marks = BTreeSet::new();
    if let Some(Report { stated: totals, overspend, .. }) = plan.reports.get(at) {
        stated(totals, &mut marks);
        figures(overspend, &mut marks);
    }
    let statuses = plan.measures.iter().flat_map(|measure| &measure.statuses);
    for status in statuses.filter(|status| status.report == at) {
        figures(status.achieved.iter().chain(&status.forecast), &mut marks);
        years(&status.effect, &mut marks);
    }
    let readings = plan.indicators.iter().flat_map(|indicator| &indicator.readings);
    figures(readings.filter(|reading| reading.report == Some(at)).map(|reading| &reading.value), &mut marks);
    marks
}

fn table_marks(table: &Table) -> BTreeSet<Mark> {
    let mut marks = BTreeSet::new();
    for row in &table.rows {
        marks.extend(row.mark);
        figures(row.cells.iter().filter_map(|cell| cell.stated.as_ref()), &mut marks);
    }
    marks
}

fn stated(stated: &Stated, marks: &mut BTreeSet<Mark>) {
    let net = stated.required.iter().chain(&stated.achieved).chain(&stated.forecast);
    let gross = stated.gross_required.iter().chain(&stated.gross_achieved).chain(&stated.gross_forecast);
    figures(net.chain(gross), marks);
    years(&stated.effect, marks);
}

fn years(years: &[EffectYear], marks: &mut BTreeSet<Mark>) {
    figures(years.iter().flat_map(|effect| effect.months.iter().flatten().chain(&effect.total)), marks);
}

fn figures<'f>(figures: impl IntoIterator<Item = &'f Figure>, marks: &mut BTreeSet<Mark>) {
    marks.extend(figures.into_iter().filter_map(|figure| figure.mark));
}
