//! The calendar of reports: those that came, those that are expected, and the meetings they go to.

use crate::{
    model::{Meeting, ReportDue},
    value::Period,
    view::{Cell, Chip, Column, ColumnClass, Desk, Row, RowClass, Table, draft::Draft, seen::Seen},
};

/// Makes the table of a plan's reports, announced or not.
pub(in crate::view) fn reports<'a>(seen: &Seen<'a>, draft: &Draft<'a>) -> Option<Table> {
    let mut rows: Vec<(Period, Row)> =
        seen.plan.calendar.iter().map(|due| (due.period, announced(seen, draft, due))).collect();
    let is_announced = |at| seen.plan.calendar.iter().any(|due| due.report == Some(at));
    for at in (0..seen.reports().len()).filter(|at| !is_announced(*at)) {
        if let Some(date) = seen.date(at) {
            let title = draft.desk.say("report-title", &[("date", (&draft.desk.locale.period(date)).into())]);
            rows.push((date, row(seen, draft, date, &title, &[], Some(at))));
        }
    }
    if rows.is_empty() {
        return None;
    }
    rows.sort_by_key(|(period, _)| *period);
    let desk = draft.desk;
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "reports-table".into(),
        caption: desk.word("caption_reports").to_owned(),
        columns: vec![
            column("col_report", ColumnClass::Head),
            column("col_date", ColumnClass::Word),
            column("col_state", ColumnClass::Status),
            column("col_meetings", ColumnClass::Text),
        ],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        ..Table::default()
    };
    Some(table.fitted())
}

fn announced<'a>(seen: &Seen<'a>, draft: &Draft<'a>, due: &'a ReportDue) -> Row {
    let came = due.report.filter(|report| *report <= seen.report);
    row(seen, draft, due.period, &due.title, &due.meetings, came)
}

fn row<'a>(
    seen: &Seen<'a>,
    draft: &Draft<'a>,
    period: Period,
    title: &str,
    meetings: &[Meeting],
    came: Option<usize>,
) -> Row {
    let desk = draft.desk;
    let date = came.and_then(|report| seen.date(report));
    let href = date.map(|date| draft.href(&desk.book.report(&seen.plan.id, date))).unwrap_or_default();
    let days = seen.days_since(period);
    let (word, tone, remark) = match (came.is_some(), days > 0) {
        (true, _) => ("report_came", "done", None),
        (false, false) => ("report_expected", "not-started", None),
        (false, true) => {
            let overdue = desk.say("remark-overdue-days", &[("days", i64::from(days).into())]);
            ("report_missing", "deferred", Some(overdue))
        }
    };
    let chip = Chip { word: desk.word(word).to_owned(), tone, quiet: true, count: None };
    let overdue = remark.is_some().then_some("bad");
    let meetings: Vec<String> = meetings.iter().map(|meeting| meeting_words(desk, meeting)).collect();
    Row::new(
        RowClass::Item,
        vec![
            Cell::of(title).leads(href),
            Cell::date(desk, Some(period)),
            Cell::chips(vec![chip]).remarked(remark).toned(overdue),
            Cell::of(meetings.join(", ")),
        ],
    )
}

/// Says which committee meets, and when: "USB 12. august 2020".
pub(in crate::view) fn meeting_words(desk: &Desk, meeting: &Meeting) -> String {
    match meeting.date {
        Some(date) => format!("{} {}", meeting.committee, desk.locale.period(date)),
        None => meeting.committee.to_string(),
    }
}
