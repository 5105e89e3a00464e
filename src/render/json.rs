//! Tables as JSON, for programs: `docs/table.schema.json` describes it.
//!
//! Each cell says what it is by the name of its only field, so that zero, nil, what is not given and what is withheld stay
//! four things. Numbers are texts with a point: most programs read a JSON number as binary floating point, and 0.10 would no
//! longer be 0.10.

use serde::Serialize;

use super::{
    FormatContext,
    format::{Format, TableOnPage, Write},
};
use crate::{
    diag::Diagnostic,
    table::{DataCell, DataColumn, DataKind, iso_period},
};

/// Tables for programs.
pub(super) const FORMAT: Format = Format { id: "json", name: "JSON", extension: "json", write: Write::Table(write) };

/// The version of the data, as `docs/table.schema.json` describes it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct TableDocument<'t> {
    version: u32,
    id: &'t str,
    title: &'t str,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'t str,
    page: TablePageEntry<'t>,
    columns: Vec<TableColumnEntry<'t>>,
    rows: Vec<Vec<Option<TableCellEntry<'t>>>>,
    remarks: &'t [String],
    notes: Vec<TableNoteEntry<'t>>,
}

/// The page a table stands on.
#[derive(Serialize)]
struct TablePageEntry<'t> {
    title: &'t str,
    path: &'t str,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<&'t str>,
}

#[derive(Serialize)]
struct TableColumnEntry<'t> {
    id: &'t str,
    title: &'t str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'t str>,
    value: bool,
}

/// A cell that holds something; one that is not given is `null`.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum TableCellEntry<'t> {
    Nil(bool),
    Withheld(&'t str),
    Number(String),
    Date(String),
    Mark(&'t str),
    Text(&'t str),
}

#[derive(Serialize)]
struct TableNoteEntry<'t> {
    mark: &'t str,
    text: &'t str,
}

fn write(of: &TableOnPage<'_>, context: &FormatContext<'_>) -> Result<Vec<u8>, Diagnostic> {
    let data = of.data;
    let document = TableDocument {
        version: VERSION,
        id: &data.id,
        title: &data.caption,
        note: &data.note,
        page: TablePageEntry {
            title: &of.page.title,
            path: of.page.path.as_str(),
            language: context.locale.language().tag(),
            updated: of.page.updated.as_ref().and_then(|date| date.iso.as_deref()),
        },
        columns: data.columns.iter().map(|column| entry(column, context)).collect(),
        rows: data.rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
        remarks: &data.remarks,
        notes: of.notes().into_iter().map(|note| TableNoteEntry { mark: &note.mark, text: &note.text }).collect(),
    };
    let mut json = serde_json::to_vec(&document).expect("a table holds nothing but texts and lists");
    json.push(b'\n');
    Ok(json)
}

fn entry<'t>(column: &'t DataColumn, context: &FormatContext<'t>) -> TableColumnEntry<'t> {
    TableColumnEntry {
        id: &column.id,
        title: &column.head,
        kind: match column.kind {
            DataKind::Text => "text",
            DataKind::Number => "number",
            DataKind::Date => "date",
        },
        unit: column.unit.as_ref().map(|unit| context.locale.unit(unit)).filter(|unit| !unit.is_empty()),
        value: column.is_value,
    }
}

fn cell(cell: &DataCell) -> Option<TableCellEntry<'_>> {
    Some(match cell {
        DataCell::NotGiven => return None,
        DataCell::Nil => TableCellEntry::Nil(true),
        DataCell::Withheld(words) => TableCellEntry::Withheld(words),
        DataCell::Number(number) => TableCellEntry::Number(number.to_string()),
        DataCell::Date(period) => TableCellEntry::Date(iso_period(*period)),
        DataCell::Mark(mark) => TableCellEntry::Mark(mark),
        DataCell::Text(text) => TableCellEntry::Text(text),
    })
}
