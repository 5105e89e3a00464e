//! The calendar of reports: those that came, those that are expected, and the meetings they go to.

use crate::{
    model::{Meeting, PlanAsOf},
    table::{Cell, Chip, Column, RowSet, Table, TableLine},
    value::Period,
    view::{ViewContext, writer::PageWriter},
};

/// Reports of a plan, announced or not.
struct Reports;

impl RowSet for Reports {
    type Row<'r> = ReportLine<'r>;
}

/// A report that came or should.
struct ReportLine<'r> {
    period: Period,
    title: String,
    meetings: &'r [Meeting],
    came: Option<usize>,
    seen: &'r PlanAsOf<'r>,
    writer: &'r PageWriter<'r>,
}

const COLUMNS: &[&Column<Reports>] = &[
    &Column::name("report", "col_report", |row, _| Cell::of(row.title.as_str()).leads(row.href())),
    &Column::date("date", "col_date", |row, _| Cell::date(Some(row.period))),
    &Column::status("state", "col_state", |row, _| row.state()),
    &Column::text("meetings", "col_meetings", |row, _| row.meetings().into()),
];

/// Makes the table of a plan's reports, announced or not.
pub(in crate::view) fn reports<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) -> Option<Table> {
    let context = writer.context;
    let mut lines: Vec<ReportLine> = Vec::new();
    for due in &seen.plan.calendar {
        let came = due.report.filter(|report| *report <= seen.report);
        let (title, meetings) = (due.title.clone(), due.meetings.as_slice());
        lines.push(ReportLine { period: due.period, title, meetings, came, seen, writer });
    }
    let is_announced = |at| seen.plan.calendar.iter().any(|due| due.report == Some(at));
    for at in (0..seen.reports().len()).filter(|at| !is_announced(*at)) {
        if let Some(period) = seen.date(at) {
            let title = context.say("report-title", &[("date", (&context.locale.period(period)).into())]);
            lines.push(ReportLine { period, title, meetings: &[], came: Some(at), seen, writer });
        }
    }
    lines.sort_by_key(|line| line.period);
    let table = Table::new("reports-table", context.word("caption_reports"));
    table.filled(context.locale, COLUMNS, lines.into_iter().map(TableLine::item)).fitted_if_any()
}

impl ReportLine<'_> {
    fn href(&self) -> String {
        let date = self.came.and_then(|report| self.seen.date(report));
        let page = |date| self.writer.context.addresses.report(&self.seen.plan.id, date);
        date.map(|date| self.writer.href(&page(date))).unwrap_or_default()
    }

    fn state(&self) -> Cell {
        let days = self.seen.days_since(self.period);
        if self.came.is_none() && self.seen.is_finished() {
            return Cell::default();
        }
        let (word, tone, rank) = match (self.came.is_some(), days > 0) {
            (false, true) => ("report_missing", "deferred", 0),
            (false, false) => ("report_expected", "not-started", 1),
            (true, _) => ("report_came", "done", 2),
        };
        let chip =
            Chip { word: self.writer.context.word(word).to_owned(), tone, quiet: true, count: None, lang: None, rank };
        Cell::chips([chip]).overdue_by((self.came.is_none() && days > 0).then_some(days))
    }

    fn meetings(&self) -> String {
        let words = self.meetings.iter().map(|meeting| meeting_words(self.writer.context, meeting));
        words.collect::<Vec<_>>().join(", ")
    }
}

/// Says which committee meets, and when: "USB 12. august 2020".
pub(in crate::view) fn meeting_words(context: &ViewContext, meeting: &Meeting) -> String {
    match meeting.date {
        Some(date) => format!("{} {}", meeting.committee, context.locale.period(date)),
        None => meeting.committee.to_string(),
    }
}
