//! A format that is not published, and what every format must keep apart.

use std::collections::BTreeSet;

use super::{Format, FormatContext, PageTables, TableOnPage, Write, table_file};
use crate::{
    diag::Diagnostic,
    locale::Language,
    render::{FORMATS, Theme},
    table::{Cell, CellValue},
    value::{Approximation, Figure, RelPath},
    view::{
        self, ChosenPages, Page,
        fixtures::{measure, plan, report, status, with_context},
    },
};

/// Tables as lines of cells: what a format of all tables takes is this and a line in [`FORMATS`](crate::render::FORMATS).
const LINES: Format = Format { id: "lines", name: "Lines", extension: "csv", write: Write::Table(lines) };

fn lines(TableOnPage { table, .. }: &TableOnPage<'_>, _: &FormatContext<'_>) -> Result<Vec<u8>, Diagnostic> {
    let heads = table.columns.iter().map(|column| column.id.to_string()).collect::<Vec<_>>().join(";");
    let rows = table.rows.iter().chain(&table.foot);
    let rows = rows.map(|row| row.cells.iter().map(written).collect::<Vec<_>>().join(";"));
    Ok(std::iter::once(heads).chain(rows).collect::<Vec<_>>().join("\n").into_bytes())
}

/// Writes a figure as its number, or says what it is instead; what is not given is empty.
fn written(cell: &Cell) -> String {
    let number = |figure: &Figure| match (&figure.amount, figure.approx) {
        (None, _) => "nil".to_owned(),
        (Some(amount), None) => amount.number.to_string(),
        (Some(amount), Some(Approximation::About)) => format!("about {}", amount.number),
        (Some(amount), Some(other)) => format!("{other:?} {}", amount.number),
    };
    match &cell.value {
        CellValue::Figure(figure) | CellValue::Step(figure) => number(figure),
        CellValue::Checked(checked) => format!("{} ({})", number(&checked.stated), number(&checked.computed)),
        CellValue::Count(count) | CellValue::Tally(count, _) => count.to_string(),
        CellValue::Share(share) => share.to_string(),
        CellValue::Date(period) => period.iso(),
        CellValue::Text(text) => text.clone(),
        CellValue::Withheld(why) => format!("{why:?}"),
        CellValue::Badges(_) | CellValue::Html(_) | CellValue::Changes(_) | CellValue::NotGiven => String::new(),
    }
}

/// Makes the pages of a plan whose measures have achieved each kind of figure.
fn with_pages(test: impl FnOnce(&[Page], FormatContext<'_>)) {
    let mut plan = plan("savings");
    plan.reports = vec![report("2020-06-30")];
    for (number, achieved) in
        [("1", None), ("2", Some("-")), ("3", Some("0,00")), ("4", Some("ca. 2,5")), ("5", Some("9,10"))]
    {
        let mut measure = measure(number, "Tiltag", Some("3,50"));
        measure.statuses = vec![status(0, 0, achieved)];
        plan.measures.push(measure);
    }
    with_context(&["content/plans/p/plan.md"], |context| {
        let theme = Theme::load("default", &[]).expect("a theme");
        let take = |page: Page| Ok::<Page, std::convert::Infallible>(page);
        let made = view::plan_pages(context, &plan, ChosenPages::All, take).expect("pages");
        let locale = crate::locale::Locale::shared(Language::Danish).expect("a locale");
        test(&made.pages, FormatContext { theme: &theme, locale: &locale });
    });
}

#[test]
fn four_kinds_of_cell_stay_apart_in_a_format_of_all_tables() {
    with_pages(|pages, context| {
        let files: Vec<_> = LINES
            .files(&PageTables::of(&pages[0], context.locale), context)
            .map(|file| file.expect("a file"))
            .collect();
        let (_, table) =
            files.iter().find(|(path, _)| path.as_str().ends_with("/index.measures-table.csv")).expect("it");
        let text = String::from_utf8(table.clone()).expect("text");
        let heads: Vec<&str> = text.lines().next().expect("heads").split(';').collect();
        let at = heads.iter().position(|head| *head == "achieved").expect("a column");
        let cells: Vec<&str> =
            text.lines().skip(1).take(5).map(|line| line.split(';').nth(at).expect("a cell")).collect();
        assert_eq!(cells, ["", "nil", "0.00", "about 2.5", "9.10"], "{text}");
    });
}

#[test]
fn a_format_of_tables_writes_each_table_of_each_page() {
    with_pages(|pages, context| {
        let tables: usize = pages.iter().map(|page| page.tables().count()).sum();
        let paths: BTreeSet<String> = pages
            .iter()
            .flat_map(|page| {
                let of = PageTables::of(page, context.locale);
                LINES.files(&of, context).map(|file| file.expect("a file").0.to_string()).collect::<Vec<_>>()
            })
            .collect();
        assert!(tables > 3, "{tables}");
        assert_eq!(paths.len(), tables, "{paths:?}");
        assert!(paths.iter().any(|path| path.contains("-data.csv")), "of charts too: {paths:?}");
    });
}

#[test]
fn formats_have_names_and_endings_of_their_own() {
    let ids: BTreeSet<_> = FORMATS.iter().map(|format| format.id).collect();
    let endings: BTreeSet<_> = FORMATS.iter().map(|format| format.extension).collect();
    assert_eq!((ids.len(), endings.len()), (FORMATS.len(), FORMATS.len()));
}

#[test]
fn names_of_files_are_ascii_and_no_two_are_the_same() {
    let name = |page: &str, table: &str| table_file(&RelPath::new(page).expect("a path"), table, "csv");
    assert_eq!(name("planer/a/index.html", "funding"), "index.funding.csv");
    let names: BTreeSet<String> =
        ["øu", "oeu", "o-eu", "æu", "åu", "aau", "öu"].map(|stem| name(&format!("udvalg/{stem}.html"), "plans")).into();
    assert_eq!(names.len(), 7, "{names:?}");
    assert!(names.iter().all(|name| name.is_ascii()), "{names:?}");
}
