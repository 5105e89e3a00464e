//! What the table of measures shows of small plans.

use super::{MeasuresTable, measures};
use crate::{
    model::{LevelRef, OverruledLevel, Plan, PlanAsOf},
    table::{PageRow as Row, PageTable as Table, RowClass, TableLayout},
    value::RelPath,
    view::{
        fixtures::{figure, id, measure, plan, report, status, with_context},
        writer::PageWriter,
    },
};

/// Makes the table of a plan as it stands now.
fn table(plan: &Plan, test: impl FnOnce(Table)) {
    with_context(&[], |context| {
        let seen = PlanAsOf::now(context.site, plan);
        let writer = PageWriter::new(context, RelPath::new("planer/p/index.html").expect("a path"));
        let wanted = MeasuresTable {
            id: "measures-table",
            caption: "Tiltag".into(),
            measures: plan.measures.iter().collect(),
            totals: true,
        };
        let table = measures(&seen, &writer, wanted).expect("a table");
        test(TableLayout::new(&table, context.locale).page_table());
    });
}

/// Returns what a row shows, its marks and remarks behind its text.
fn shown(row: &Row) -> Vec<String> {
    let cell = |cell: &crate::table::PageCell| {
        let mark = cell.shown.mark.as_deref().unwrap_or_default();
        let remark = cell.remark.as_deref().map(|remark| format!(" ({remark})")).unwrap_or_default();
        let chips = cell.chips.iter().map(|chip| chip.word.as_str()).collect::<Vec<_>>().join("+");
        format!("{}{mark}{chips}{remark}", cell.shown.text)
    };
    row.cells.iter().map(cell).collect()
}

fn column(table: &Table, title: &str) -> usize {
    table.columns.iter().position(|column| column.text == title).expect("a column")
}

/// The savings plan of 2020, shortened: its totals are stated twice and do not add up.
fn savings() -> Plan {
    let mut plan = plan("savings");
    plan.reports = vec![report("2020-06-30")];
    plan.stated.required = vec![figure("3,75")];
    plan.reports[0].stated.achieved = vec![figure("5,36*"), figure("5,35")];
    plan.reports[0].stated.gross_achieved = vec![figure("6,86")];
    for (number, required, achieved) in
        [("1+2", "3,50", "4,01"), ("3", "1,75", "2,81"), ("5*", "-1,50", "-1,50"), ("8", "0,00", "0,00")]
    {
        let mut measure = measure(number, "Tiltag", Some(required));
        measure.investment = number == "5*";
        measure.statuses = vec![status(0, 0, Some(achieved))];
        plan.measures.push(measure);
    }
    plan
}

#[test]
fn totals_stand_computed_and_stated_with_their_class() {
    table(&savings(), |table| {
        let required = column(&table, "Sparekrav");
        let achieved = column(&table, "Opnået");
        let feet: Vec<(RowClass, Vec<String>)> = table.foot.iter().map(|row| (row.class, shown(row))).collect();
        let foot = |at: usize| {
            (feet[at].0, feet[at].1[1].as_str(), feet[at].1[required].as_str(), feet[at].1[achieved].as_str())
        };
        assert_eq!(foot(0), (RowClass::Total, "I alt, beregnet", "3,75", "5,32"));
        assert_eq!(foot(1), (RowClass::Stated, "I alt, angivet", "3,75 (stemmer)", "5,36* (stemmer ikke (+0,04))"));
        assert_eq!(foot(2).1, "Også angivet");
        assert_eq!(foot(3), (RowClass::Total, "Uden investeringer, beregnet", "5,25", "6,82"));
        assert_eq!(foot(4).0, RowClass::Stated);
        assert_eq!(feet.len(), 5);
    });
}

#[test]
fn totals_that_agree_are_said_once() {
    let mut plan = savings();
    plan.reports[0].stated.achieved = vec![figure("5,32")];
    plan.reports[0].stated.gross_achieved.clear();
    table(&plan, |table| {
        assert!(table.foot.iter().all(|row| row.class == RowClass::Total));
    });
}

#[test]
fn differences_and_shares_follow_what_is_known() {
    let mut plan = savings();
    plan.measures[0].statuses[0].achieved = Some(figure("ca. 4,0"));
    plan.measures[1].statuses[0].achieved = Some(figure("-"));
    let mut half = measure("9", "Tiltag", Some("2,00"));
    half.statuses = vec![status(0, 0, Some("1,00"))];
    plan.measures.push(half);
    table(&plan, |table| {
        let (difference, share) = (column(&table, "Forskel"), column(&table, "Opnået i pct."));
        let cells = |at: usize| (shown(&table.rows[at])[difference].clone(), shown(&table.rows[at])[share].clone());
        assert_eq!(cells(0), ("ca.\u{a0}0,50".into(), String::new()), "approximate");
        assert_eq!(cells(1), (String::new(), String::new()), "nil");
        assert_eq!(cells(2), ("0,00".into(), String::new()), "an investment");
        assert_eq!(cells(3), ("0,00".into(), String::new()), "nothing required");
        assert_eq!(cells(4), ("−1,00".into(), "50\u{a0}%".into()), "a saving");
        let achieved = column(&table, "Opnået");
        assert_eq!(shown(&table.rows[1])[achieved], "-");
        assert_eq!(shown(&table.foot[0])[achieved], "ca.\u{a0}3,50");
    });
}

#[test]
fn marks_stay_with_their_numbers() {
    table(&savings(), |table| assert_eq!(shown(&table.rows[2])[0], "5*"));
}

#[test]
fn an_empty_line_of_the_document_stays() {
    let mut plan = savings();
    plan.measures.push(measure("9", "", None));
    table(&plan, |table| {
        let row = shown(table.rows.last().expect("rows"));
        assert_eq!((row[0].as_str(), row[1].as_str()), ("9", "Punkt 9"));
        assert!(row[2..].iter().all(String::is_empty), "{row:?}");
    });
}

#[test]
fn parents_show_the_sum_of_their_children() {
    let mut plan = savings();
    let mut parent = measure("2.a", "Samlet", None);
    parent.children = vec![5, 6];
    plan.measures.push(parent);
    for (number, required) in [("2.a.1", Some("8")), ("2.a.2", Some("ca. 3"))] {
        let mut child = measure(number, "Del", required);
        child.parent = Some(4);
        plan.measures.push(child);
    }
    plan.measures[5].statuses = vec![status(0, 2, Some("1"))];
    table(&plan, |table| {
        let row = shown(&table.rows[4]);
        assert_eq!(row[column(&table, "Sparekrav")], "ca.\u{a0}11 (beregnet)");
        assert_eq!(row[column(&table, "Opnået")], "1 (1 af 2 er oplyst)");
        assert_eq!(row[column(&table, "Status")], "Kritisk (som det værste åbne underpunkt)");
        assert_eq!(table.rows[5].class, RowClass::Child);
    });
}

#[test]
fn a_committee_that_overrules_is_named_beside_what_was_reported() {
    let mut plan = savings();
    let level = LevelRef { scale: 0, level: 2 };
    plan.measures[0].statuses[0].overruled = Some(OverruledLevel { level, committee: id("USB"), date: None });
    table(&plan, |table| {
        assert_eq!(shown(&table.rows[0])[2], "Kritisk (ændret af USB; meldt som Alt OK)");
    });
}

#[test]
fn an_old_report_shows_old_data() {
    let mut plan = savings();
    plan.reports.push(report("2020-12-31"));
    plan.measures[0].statuses.push(status(1, 2, Some("9,99")));
    with_context(&[], |context| {
        let seen = PlanAsOf::at(context.site, &plan, 0);
        let writer = PageWriter::new(context, RelPath::new("planer/p/2020-06-30.html").expect("a path"));
        let all = plan.measures.iter().collect();
        let wanted = MeasuresTable { id: "m", caption: String::new(), measures: all, totals: true };
        let table = measures(&seen, &writer, wanted).expect("a table");
        let table = TableLayout::new(&table, context.locale).page_table();
        let row = shown(&table.rows[0]);
        assert_eq!((row[2].as_str(), row[column(&table, "Opnået")].as_str()), ("Alt OK", "4,01"));
        assert!(!seen.is_missing(&plan.measures[1]));
        assert!(PlanAsOf::now(context.site, &plan).is_missing(&plan.measures[1]));
    });
}
