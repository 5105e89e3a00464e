//! Rows of figure tables that are called a total and are items like any other: nothing is held against them, and shares and
//! charts count them twice.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    diag::Code,
    model::{FigureTable, FigureTableRow, RowKind},
};

/// Rows that are called a total and declared as none.
const UNDECLARED_TOTAL: Code = Code::warning("undeclared-total").args(&["names"]).help(
    "a row that is called a total (`I alt`, `Summa`) and is an item like any other, so that it is held against nothing and is added up once more; said once of each table",
);
/// Rows that are called a total and declared as none.
pub const CHECK: Check = Check::new(&UNDECLARED_TOTAL, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let tables = &scene.plan.tables;
    for (at, table) in tables.iter().enumerate() {
        // The tables of all reports are one; the newest is the one that is written on.
        let is_newest = !tables.iter().skip(at.saturating_add(1)).any(|later| later.id == table.id);
        let totals: Vec<&FigureTableRow> = table.rows.iter().filter(|row| is_undeclared(table, row)).collect();
        if let Some(first) = totals.first().filter(|_| is_newest) {
            let names: Vec<String> = totals.iter().map(|row| format!("`{}`", row.label)).collect();
            findings.at(&table.rows_file, &format!("{}.label", first.id)).add("names", names.join(", "));
        }
    }
}

/// Tells whether an item is called a total, where there are others that it could be the total of.
fn is_undeclared(table: &FigureTable, row: &FigureTableRow) -> bool {
    let is_item = |row: &FigureTableRow| row.kind == RowKind::Item && row.of.is_none() && row.formula.is_none();
    let states = |row: &FigureTableRow, at: usize| {
        row.cells.get(at).and_then(|cell| cell.stated.as_ref()).is_some_and(|stated| stated.amount.is_some())
    };
    // Itself and two others.
    let is_of_many = |at: usize| table.rows.iter().filter(|row| is_item(row) && states(row, at)).count() > 2;
    let mut columns = table.columns.iter().enumerate().filter(|(_, column)| cells::is_added_up(column));
    is_item(row) && is_called_total(&row.label) && columns.any(|(at, _)| states(row, at) && is_of_many(at))
}

/// Tells whether a label is a word for a total, or has one at its beginning or its end: `I alt`, `Drift i alt`, `Sum drift`. A word
/// in between, `Samlede lønninger`, may be any row's.
fn is_called_total(label: &str) -> bool {
    const WORDS: [&str; 13] = [
        "i alt",
        "ialt",
        "total",
        "totalt",
        "totals",
        "sum",
        "summa",
        "subtotal",
        "hovedtotal",
        "totalsum",
        "delsum",
        "delsumma",
        "grand total",
    ];
    const ALONE: [&str; 6] = ["samlet", "tilsammen", "sammanlagt", "samlet sum", "all", "in all"];
    let words: Vec<String> =
        label.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let label = words.join(" ");
    let stands_at_an_end = |word: &&str| {
        label.strip_prefix(*word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
            || label.strip_suffix(*word).is_some_and(|rest| rest.ends_with(' '))
    };
    ALONE.contains(&label.as_str()) || WORDS.iter().any(stands_at_an_end)
}

#[cfg(test)]
mod tests {
    use super::is_called_total;

    #[test]
    fn a_word_for_a_total_is_one_where_it_begins_or_ends_a_label() {
        for label in [
            "I alt",
            "I ALT*",
            "Drift i alt",
            "I alt, drift",
            "Total",
            "Totalt",
            "Sum drift",
            "Summa",
            "Subtotal",
            "Grand total",
            "Samlet",
        ] {
            assert!(is_called_total(label), "{label}");
        }
        for label in [
            "Totalentreprise",
            "Samlede lønninger",
            "Summering",
            "Sumatra",
            "Andet",
            "Det samlede budget",
            "Alle skoler",
            "",
            "Consumption",
        ] {
            assert!(!is_called_total(label), "{label}");
        }
    }
}
