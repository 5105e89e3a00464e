//! What `diff` says of figures that a new report brings, and of what measures come to.

use crate::support::Site;
use fremdrift::summary::ChangeLine;

const TABLE: &str = "content/plans/a/tables/t.toml";

/// A site with a figure table that its first report has figures of.
fn site(columns: &str, rows: &str) -> Site {
    Site::small()
        .with(TABLE, format!("title = \"Budget\"\nunit = \"mio. kr.\"\n{columns}\n"))
        .with("content/plans/a/updates/2020-06-30/t.csv", rows)
}

/// What is said of the table when a report brings figures.
fn told(before: &Site, rows: &str) -> Vec<String> {
    let after = before
        .clone()
        .with("content/plans/a/updates/2020-09-30/01.md", "+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n+++\nOrd.\n")
        .with("content/plans/a/updates/2020-09-30/t.csv", rows);
    let diff = before.clone().as_of("2020-10-01").diff(&after.as_of("2020-10-01"));
    let of_table = |line: &ChangeLine| line.name.starts_with("Tabellen Budget") || line.name.starts_with("Budget");
    let value = |value: &Option<fremdrift::summary::ChangeValue>| {
        value.as_ref().map_or_else(|| "–".to_owned(), |value| value.text.replace('\u{a0}', " "))
    };
    let lines = diff.changes.lines.iter().filter(|line| of_table(line));
    lines
        .map(|line| format!("{}, {}: {} → {}", line.name, line.what, value(&line.before), value(&line.after)))
        .collect()
}

const COLUMNS: &str = "[columns]\nadopted = {}\nactual = { title = \"Forbrug\" }";
const ROWS: &str =
    "row;label;kind;formula;adopted;actual\na;Drift;;;1,0;0,5\nb;Anlæg;;;3,0;1,0\nt;I alt;total;a:b;4,0;1,5\n";

#[test]
fn a_new_report_says_which_figures_are_others() {
    let site = site(COLUMNS, ROWS);
    let said = told(&site, &ROWS.replace("1,0;0,5", "1,0;0,8").replace("4,0;1,5", "4,0;1,8"));
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said.iter().any(|line| line.ends_with("Drift, Forbrug: 0,5 mio. kr. → 0,8 mio. kr.")), "{said:#?}");
    assert!(said.iter().any(|line| line.ends_with("I alt, Forbrug: 1,5 mio. kr. → 1,8 mio. kr.")), "{said:#?}");
    let same = told(&site, ROWS);
    assert_eq!(same.len(), 1, "{same:#?}");
    assert!(same[0].contains("tilføjet"), "{same:#?}");
}

#[test]
fn the_first_figures_of_a_table_are_told_and_a_new_row_with_them() {
    let site = site(COLUMNS, ROWS);
    let said = told(&site, &ROWS.replace("t;I alt", "c;Renter;;;0,0;0,1\nt;I alt"));
    assert_eq!(said.len(), 2, "{said:#?}");
    assert!(said.iter().all(|line| line.contains("Renter") && line.contains("– → 0,")), "{said:#?}");
    // Rows that stand in the plan, and figures in its reports.
    let structure = "row;label;kind;formula\na;Drift;;\nb;Anlæg;;\nt;I alt;total;a:b\n";
    let without = site.clone().without("content/plans/a/updates/2020-06-30/t.csv");
    let without = without.with("content/plans/a/tables/t.csv", structure);
    let said = told(&without, "row;adopted;actual\na;1,0;0,5\nb;3,0;1,0\n");
    assert_eq!(said.len(), 4, "{said:#?}");
    assert!(said.iter().any(|line| line.ends_with("Anlæg, Forbrug: – → 1,0 mio. kr.")), "{said:#?}");
}

#[test]
fn of_many_figures_the_first_are_told_and_how_many_more() {
    let rows = |figure: &str| {
        let rows = (1..=40).map(|nth| format!("r{nth};Post {nth};;;{figure};{figure}\n")).collect::<String>();
        format!("row;label;kind;formula;adopted;actual\n{rows}t;I alt;total;r1:r40;;\n")
    };
    let said = told(&site(COLUMNS, &rows("1,0")), &rows("2,0"));
    assert_eq!(said.len(), 13, "{said:#?}");
    assert!(said.iter().any(|line| line.contains("68 tal ud over dem, der står her")), "{said:#?}");
}

#[test]
fn totals_are_told_first_wherever_it_is_said_what_rows_are() {
    let rows = |figure: &str| (1..=40).map(|nth| format!("r{nth};{figure};{figure}\n")).collect::<String>();
    let shape = (1..=40).map(|nth| format!("r{nth};Post {nth};;\n")).collect::<String>();
    let shape = |head: &str| format!("{head}\n{shape}s;Delsum;subtotal;r1:r20\nt;I alt;total;r1:r40\n");
    let figures =
        |figure: &str, sum: &str| format!("row;adopted;actual\n{}s;{sum};{sum}\nt;{sum};{sum}\n", rows(figure));
    // In the file of the plan, beside which the reports have figures alone.
    let plan =
        site(COLUMNS, &figures("1,0", "9,0")).with("content/plans/a/tables/t.csv", shape("row;label;kind;formula"));
    let of_totals =
        |said: &[String]| said.iter().filter(|line| line.contains("I alt") || line.contains("Delsum")).count();
    let said = told(&plan, &figures("2,0", "8,0"));
    assert_eq!((said.len(), of_totals(&said)), (13, 4), "{said:#?}");
    // A report that says itself what its rows are is asked alone: here nothing is a total.
    let own = (1..=40).map(|nth| format!("r{nth};Post {nth};2,0;2,0\n")).collect::<String>();
    let said = told(&plan, &format!("row;label;adopted;actual\n{own}s;Delsum;8,0;8,0\nt;I alt;8,0;8,0\n"));
    assert_eq!((said.len(), of_totals(&said)), (13, 0), "{said:#?}");
}

#[test]
fn counts_that_are_withheld_are_not_told_with_a_new_report() {
    let columns = "suppress_below = 5\n[columns]\nadopted = {}\nactual = { title = \"Forbrug\" }";
    let said = told(&site(columns, ROWS), &ROWS.replace("1,0;0,5", "1,0;0,8"));
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].contains("tilføjet"), "{said:#?}");
    // A row of a hidden measure is in no line, neither as it was nor as it is.
    let rows = "row;label;adopted;actual\na;Drift;1,0;0,5\n02;Anlæg;3,0;1,0\n";
    let other = rows.replace("3,0;1,0", "7,0;6,0").replace("1,0;0,5", "1,0;0,8");
    let with = |way: &str| {
        let measure = format!("+++\nnumber = \"2\"\ntitle = \"Skjult\"\n{way}\n+++\n");
        told(&site(COLUMNS, rows).with("content/plans/a/measures/02.md", measure), &other)
    };
    let (shown, hidden) = (with(""), with("visibility = \"internal\""));
    assert_eq!(shown.len(), 3, "the control: {shown:#?}");
    assert_eq!(hidden.len(), 1, "{hidden:#?}");
    assert!(hidden[0].contains("0,8"), "{hidden:#?}");
}

#[test]
fn what_is_expected_in_all_is_told_where_it_is_another() {
    let site =
        Site::small().edit("content/plans/a/updates/2020-06-30/01.md", "achieved", "forecast = \"2,0\"\nachieved");
    let totals = |after: &Site| {
        let diff = site.diff(after);
        diff.changes.totals.iter().map(|total| total.total).collect::<Vec<_>>()
    };
    let after = site.clone().edit("content/plans/a/updates/2020-06-30/01.md", "\"2,0\"", "\"2,2\"");
    assert_eq!(totals(&after), ["forecast"]);
    assert_eq!(totals(&site.clone().edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "1,30")), ["achieved"]);
    assert_eq!(totals(&site), [""; 0]);
}
