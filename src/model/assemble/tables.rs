//! Figure tables: columns from the declaration, rows from the plan's own file, figures from the report.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    head, resolve,
    resolve::{Resolver, UNKNOWN_COMMITTEE},
    timeline, units, updates,
};
use crate::{
    content::{
        AmountText, DAMAGED_TEXT, DUPLICATE_KEY, FigureRow, Figures, FileKind, Formula, HIDDEN_MISTAKE, NOT_A_CHOICE,
        Record, glued, is_formula_error, is_kept_back,
    },
    diag::{Code, Diagnostic, FieldRef, Place, Span},
    model::{
        FigureCell, FigureColumn, FigureTable, FigureTableRow, Plan, RowKind, SignRule, computed,
        formulas::{COLUMN_ID, ColumnText, UNKNOWN_COLUMN, UNKNOWN_ROW, declared_by},
        suppress,
    },
    schema::{Fields, Key, Value, records},
    value::{AmountError, Currency, Decimal, FootnoteMark, Id, Notation, RelPath, ShownDecimals, Unit, WrittenAmount},
};

const UNKNOWN_TABLE: Code =
    Code::error("unknown-table").args(&["id", "suggestion?"]).help("figures of a table that the plan does not declare");

const CSV_WITHOUT_ROW: Code = Code::error("csv-without-row")
    .args(&["key", "known"])
    .help("a CSV file of figures without the column `row`, by which its rows are known");
const ROW_NOT_AN_ID: Code = Code::error("row-not-an-id")
    .args(&["text", "column"])
    .help("a row whose cell in the column `row` is empty or cannot be an id, so that it could not be known again; it is left out");
const CELLS_NOT_SHOWN: Code = Code::warning("cells-not-shown")
    .args(&["row", "kind"])
    .help("a heading or a note in a figure table that has figures or words in its columns: they are not shown");
const MISSING_ROW: Code = Code::warning("missing-row")
    .args(&["names", "count", "id"])
    .help("rows that the last report has figures of, or that the plan's own file names where there is no report before, and that a report's file lacks: sums that they are a part of are not recomputed");
/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&UNKNOWN_TABLE, &CSV_WITHOUT_ROW, &ROW_NOT_AN_ID, &CELLS_NOT_SHOWN, &MISSING_ROW];

/// Adds the figure tables: one for each report that has figures, else the plan's own.
pub fn tables(plan: &mut Plan, all: &[Record], resolver: &mut Resolver<'_>) {
    for declared in all.iter().filter(|record| record.role == FileKind::Table) {
        let same = |role: FileKind| all.iter().filter(move |record| record.role == role && record.id == declared.id);
        let rows = same(FileKind::TableFigures).find_map(|record| Some((record, record.figures.as_ref()?)));
        let mut reported: Vec<_> = same(FileKind::UpdateFigures)
            .filter_map(|record| Some((updates::report_of(plan, record)?, record, record.figures.as_ref()?)))
            .collect();
        reported.sort_by_key(|(report, ..)| *report);
        // Rows alone are no table yet: it would say that there is nothing where nobody has said anything.
        if reported.is_empty()
            && let Some((record, figures)) = rows.filter(|(_, figures)| figures.has_figures())
        {
            let table = table_of(plan, declared, (record, figures), None, None, resolver);
            plan.tables.push(table);
        }
        let mut before: Option<&Figures> = None;
        for (report, record, figures) in &reported {
            let table = table_of(plan, declared, (record, figures), rows, Some(*report), resolver);
            // Where a row is new, the plan's own rows have it and earlier reports have not.
            let own = rows.map(|(_, own)| own).filter(|_| reported.len() == 1);
            if let Some(known) = before.or(own) {
                report_missing_rows(&table, record, figures, known, resolver);
            }
            before = Some(figures);
            plan.tables.push(table);
        }
    }
    report_strangers(all, resolver);
}

/// Reports CSV files whose table nobody declared.
fn report_strangers(all: &[Record], resolver: &mut Resolver<'_>) {
    let declared: Vec<&Id> =
        all.iter().filter(|record| record.role == FileKind::Table).map(|record| &record.id).collect();
    let registers = all.iter().filter(|record| record.role == FileKind::Indicators);
    let keys = registers.flat_map(|record| record.fields.entries()).filter_map(|(key, ..)| match key {
        Key::Id(id) if id.parts().is_none() => Some(id),
        _ => None,
    });
    let indicators: Vec<&Id> = keys.collect();
    for record in all.iter().filter(|record| matches!(record.role, FileKind::TableFigures | FileKind::UpdateFigures)) {
        if !declared.contains(&&record.id) && !resolver.hidden.table(&record.id) {
            // A report has files of tables and of indicators.
            let indicators = indicators.iter().filter(|_| record.role == FileKind::UpdateFigures);
            let known = declared.iter().chain(indicators).map(|id| id.as_str());
            let suggestion = resolve::nearest(record.id.as_str(), known);
            let diagnostic = Diagnostic::new(&UNKNOWN_TABLE, Place::File(record.file.clone()));
            resolver.found.push(diagnostic.with("id", record.id.to_string()).with("suggestion", suggestion));
        }
    }
}

fn table_of(
    plan: &Plan,
    declared: &Record,
    (record, figures): (&Record, &Figures),
    of_plan: Option<(&Record, &Figures)>,
    report: Option<usize>,
    resolver: &mut Resolver<'_>,
) -> FigureTable {
    let structure = of_plan.filter(|_| !figures.has_shape());
    let fields = &declared.fields;
    let unit = fields.get(&records::UNIT).unwrap_or(&plan.unit).clone();
    let sign = timeline::sign(fields).unwrap_or(SignRule::None);
    let notation = record.notation;
    let scale = report.and_then(|at| plan.reports.get(at)).map_or(plan.scale, |report| report.scale);
    let mut columns = columns(declared, &unit, sign, scale, resolver);
    suppress_below(&mut columns, fields, &declared.file, resolver);
    report_unknown_columns(figures, &columns, resolver);
    report_mixed_units(&columns, &declared.file, resolver);
    let rows_file = &structure.map_or(record, |(record, _)| record).file;
    let mut reader = RowReader { plan, columns: &columns, notation, is_told_undeclared: false, rows_file, resolver };
    let mut rows = match structure {
        Some((_, structure)) => reader.joined(structure, figures),
        None => reader.rows(figures, figures),
    };
    if let Some((of_plan, own)) = of_plan {
        reader.notation = of_plan.notation;
        reader.take_over(&mut rows, own, figures);
    }
    report_cells_of_words(&rows, record.file.as_str(), reader.resolver);
    let mut table = FigureTable {
        id: declared.id.clone(),
        file: record.file.to_string(),
        rows_file: rows_file.to_string(),
        declaration: declared.file.to_string(),
        title: fields.get(&records::TITLE).cloned().unwrap_or_default(),
        unit,
        sign,
        columns,
        rows,
        notes: head::notes(fields),
        report,
    };
    computed::compute(&mut table, resolver.found);
    table
}

/// Reports rows that a report's file lacks and the last report's has, or the plan's own where it is the first: once, where they went. An
/// empty cell says that there is nothing; a row that is not there may have been lost.
fn report_missing_rows(
    table: &FigureTable,
    record: &Record,
    figures: &Figures,
    known: &Figures,
    resolver: &mut Resolver<'_>,
) {
    let ids = |figures: &'_ Figures| -> BTreeSet<String> {
        figures.rows.iter().filter_map(|line| Some(cell(figures, line, "row")?.0.to_owned())).collect()
    };
    let there = ids(figures);
    let row_of: BTreeMap<&str, &FigureTableRow> = table.rows.iter().rev().map(|row| (row.id.as_str(), row)).collect();
    let is_of_table = |id: &String| row_of.contains_key(id.as_str());
    // Of a file that drops rows nobody knows, and one that calls them otherwise is told of that.
    if known.partial || figures.partial || resolver.hidden.may_hide_a_row() || !there.iter().all(is_of_table) {
        return;
    }
    let is_blank = |line: &FigureRow| {
        let cells = known.head.iter().zip(&line.cells);
        let of_columns = cells.filter(|((name, _), _)| !Figures::STRUCTURE.contains(&name.as_str()));
        known.has_figures() && of_columns.into_iter().all(|(_, (text, _))| text.is_empty())
    };
    // A subtotal that nothing is made of takes nothing with it: the rows that it adds up are told of by themselves.
    let formulas = table.rows.iter().filter_map(|row| Formula::parse(row.formula.as_deref()?).ok());
    let formulas: Vec<Formula> = formulas.collect();
    let is_used = |id: &str| formulas.iter().any(|formula| !formula.names(&[id]).is_empty());
    let missing = known.rows.iter().filter_map(|line| {
        let (id, _) = cell(known, line, "row").filter(|(id, _)| !id.is_empty() && !there.contains(*id))?;
        let own = row_of.get(id);
        let text = |column: &str| cell(known, line, column).map_or("", |(text, _)| text);
        let is_said = match own {
            Some(row) => row.formula.is_some() || matches!(row.kind, RowKind::Heading | RowKind::Note),
            None => !text("formula").is_empty() || matches!(text("kind"), "heading" | "note"),
        };
        let is_subtotal = own.map_or(text("kind") == "subtotal", |row| row.kind == RowKind::Subtotal);
        let is_said = is_said || is_subtotal && !is_used(id);
        let label = own.map(|row| row.label.as_str()).or(Some(text("label"))).filter(|label| !label.is_empty());
        (!is_said && !is_blank(line)).then(|| label.unwrap_or(id).to_owned())
    });
    let missing: Vec<String> = missing.collect();
    // Most of them gone is another table.
    if missing.is_empty() || missing.len().saturating_mul(2) > known.rows.len() {
        return;
    }
    let place = Place::Subject(FieldRef::new(record.file.as_str(), ""));
    let diagnostic = Diagnostic::new(&MISSING_ROW, place).with("names", missing.join(", "));
    resolver.found.push(diagnostic.with("count", missing.len().to_string()).with("id", table.id.to_string()));
}

/// Reports headings and notes with figures or words of columns: none of them is printed.
fn report_cells_of_words(rows: &[FigureTableRow], file: &str, resolver: &mut Resolver<'_>) {
    let is_given =
        |cell: &FigureCell| cell.stated.is_some() || cell.text.is_some() || cell.level.is_some() || cell.mark.is_some();
    for row in rows.iter().filter(|row| row.cells.iter().any(is_given)) {
        let kind = match row.kind {
            RowKind::Heading => "heading",
            RowKind::Note => "note",
            _ => continue,
        };
        let place = Place::Subject(FieldRef::new(file, row.id.as_str()));
        resolver
            .found
            .push(Diagnostic::new(&CELLS_NOT_SHOWN, place).with("row", row.id.to_string()).with("kind", kind));
    }
}

/// Reads the columns of a declaration. `report_scale` is the one that a report was coloured by.
fn columns(
    declared: &Record,
    unit: &Unit,
    sign: SignRule,
    report_scale: usize,
    resolver: &mut Resolver<'_>,
) -> Vec<FigureColumn> {
    let own = (&declared.fields, declared.file.as_str(), records::DECIMALS.spec.name);
    let plans = resolver.decimals.clone();
    let around = resolver.decimals_of(own, unit, plans.as_ref());
    let entries = declared.fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
    let columns = entries.filter_map(|(key, _, value)| {
        let (Key::Id(id), Value::Record(column)) = (key, value) else { return None };
        let formula = column.get(&records::FORMULA).cloned();
        let unit = column.get(&records::UNIT).unwrap_or(unit);
        let is_difference = formula.as_deref().is_some_and(Formula::subtracts);
        // A column that names a scale holds its levels.
        let named = column.get(&records::SCALE);
        let has_levels = named.is_some() || column.get(&records::IS_LEVEL).copied().unwrap_or(false);
        let field = format!("columns.{id}.scale");
        let scale = has_levels.then(|| resolver.scale(named, report_scale, declared.file.as_str(), &field));
        let unit = if is_difference { unit.of_difference() } else { unit.clone() };
        let name = format!("columns.{id}.{}", records::DECIMALS.spec.name);
        let decimals = resolver.decimals_of((column, declared.file.as_str(), &name), &unit, around.as_ref());
        Some(FigureColumn {
            id: id.clone(),
            title: column.get(&records::COLUMN_TITLE).cloned(),
            unit,
            sign: timeline::sign(column).unwrap_or_else(|| sign.of_difference(formula.as_deref())),
            is_unsigned: timeline::sign(column) == Some(SignRule::None),
            formula,
            share_of: column.get(&records::SHARE_OF).cloned(),
            text: scale.is_some() || column.get(&records::IS_TEXT).copied().unwrap_or(false),
            scale,
            suppress_below: None,
            decimals: decimals.map(|decimals| decimals.decimals),
        })
    });
    let mut columns: Vec<FigureColumn> = columns.collect();
    count_in_per_cent(&mut columns, &declared.fields);
    columns
}

/// Makes columns of shares and of quotients of money count in per cent where they do not say themselves what they count in: 30 of 100
/// mio. kr. are no 0,3 mio. kr.
fn count_in_per_cent(columns: &mut [FigureColumn], declared: &Fields) {
    let says_unit = |id: &Id| {
        let entries = declared.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
        let mut own = entries.filter(|(key, ..)| matches!(key, Key::Id(known) if known == id));
        own.any(|(_, _, value)| matches!(value, Value::Record(column) if column.get(&records::UNIT).is_some()))
    };
    let is_money = |columns: &[FigureColumn], id: &Id| {
        columns.iter().any(|column| column.id == *id && !column.text && column.unit.is_money())
    };
    let is_share = |column: &FigureColumn| match column.formula.as_deref().map(Formula::parse) {
        Some(Ok(Formula::Ratio(part, whole))) => is_money(columns, &part) && is_money(columns, &whole),
        _ => column.share_of.is_some(),
    };
    let shares: Vec<bool> = columns.iter().map(|column| is_share(column) && !says_unit(&column.id)).collect();
    for (column, _) in columns.iter_mut().zip(shares).filter(|(_, is_share)| *is_share) {
        column.unit = Unit::Percent;
    }
}

/// Sets below how many the counts of columns are not published: as they say themselves, else as their table does. What says so and
/// counts nothing is reported: it would look as if something were withheld.
fn suppress_below(columns: &mut [FigureColumn], fields: &Fields, declaration: &RelPath, resolver: &mut Resolver<'_>) {
    let file = declaration.as_str();
    let own = fields.get(&records::COLUMNS);
    for column in columns.iter_mut() {
        let entry = own.into_iter().flat_map(Fields::entries).find_map(|(key, _, value)| match (key, value) {
            (Key::Id(id), Value::Record(entry)) if *id == column.id => Some(entry),
            _ => None,
        });
        let field = format!("columns.{}.suppress_below", column.id);
        column.suppress_below = entry.and_then(|entry| resolver.suppress_below(entry, file, &field));
        if column.suppress_below.is_some_and(|below| below > 0) && !suppress::counts(column) {
            resolver.report_no_counts(file, &field);
        }
    }
    if let Some(below) = resolver.suppress_below(fields, file, records::SUPPRESS_BELOW.spec.name) {
        if below > 0 && !columns.iter().any(suppress::counts) {
            resolver.report_no_counts(file, records::SUPPRESS_BELOW.spec.name);
        }
        for column in columns.iter_mut().filter(|column| suppress::counts(column)) {
            column.suppress_below.get_or_insert(below);
        }
    }
    for column in columns.iter_mut() {
        column.suppress_below = column.suppress_below.filter(|below| *below > 0);
    }
}

/// Reports formulas that add up columns whose units do not add: such a sum would come to nothing, and nobody would know.
fn report_mixed_units(columns: &[FigureColumn], declaration: &RelPath, resolver: &mut Resolver<'_>) {
    let order: Vec<&str> = columns.iter().map(|column| column.id.as_str()).collect();
    for column in columns {
        let Some(Ok(formula @ Formula::Sum(_))) = column.formula.as_deref().map(Formula::parse) else { continue };
        let named = formula.names(&order);
        let adds = |other: &&FigureColumn| {
            other.unit.adds_to(&column.unit) || (other.unit.is_per_cent() && column.unit.is_per_cent())
        };
        let mut operands = columns.iter().filter(|other| named.contains(&other.id.as_str()));
        if let Some(other) = operands.find(|other| !adds(other)) {
            let field = FieldRef::new(declaration.as_str(), &format!("columns.{}.formula", column.id));
            let place = Place::Subject(field);
            resolver.found.push(units::differs(place, (other.id.as_str(), "formula"), &other.unit, &column.unit));
        }
    }
}

/// Reports columns of a file that its table does not declare, and a file without the column of ids.
fn report_unknown_columns(figures: &Figures, columns: &[FigureColumn], resolver: &mut Resolver<'_>) {
    let lacks_row = figures.column("row").is_none();
    let crown = columns.iter().find_map(|column| column.unit.currency()).unwrap_or(Currency::Dkk);
    for (at, (name, span)) in figures.head.iter().enumerate() {
        let is_double = figures.head.iter().take(at).any(|(other, _)| other == name);
        if is_double {
            resolver.found.push(Diagnostic::new(&DUPLICATE_KEY, Place::Span(*span)).with("key", name.clone()));
        }
        let is_known =
            Figures::STRUCTURE.contains(&name.as_str()) || columns.iter().any(|column| column.id.as_str() == name);
        // The first column is that of the ids, whatever it is called.
        if is_known || at == 0 && lacks_row {
            continue;
        }
        let diagnostic = Diagnostic::new(&UNKNOWN_COLUMN, Place::Span(*span)).with("key", name.clone());
        // By the name of the column alone, figures of one unit would be published as those of another.
        if let Some((before, unit)) = Unit::money_in(name, crown) {
            let meant = column_meant(before, columns);
            let id = Id::new(&meant).or_else(|| Id::of_words(before, COLUMN_ID));
            let id = id.map_or_else(|| "x".to_owned(), |id| id.to_string());
            let of = if meant.is_empty() { "title" } else { "head" };
            let line =
                format!("{id} = {{ {of} = \"{}\", unit = \"{}\" }}", name.replace(['"', '\\'], "'"), unit.word());
            let diagnostic = diagnostic.with("table", "columns").with("line", line).with("suggestion", "");
            resolver.found.push(diagnostic);
            continue;
        }
        let suggestion = column_meant(name, columns);
        let diagnostic = declared_by(diagnostic, name, text_below(figures, at)).with("suggestion", suggestion.clone());
        let cure = Some(suggestion).filter(|suggestion| !suggestion.is_empty() && figures.column(suggestion).is_none());
        resolver.found.push(cure.into_iter().fold(diagnostic, Diagnostic::cured_by));
    }
    if let Some((name, span)) = figures.head.first().filter(|_| lacks_row) {
        let known = columns.iter().map(|column| column.id.as_str()).collect::<Vec<_>>().join(", ");
        let diagnostic = Diagnostic::new(&CSV_WITHOUT_ROW, Place::Span(*span)).with("key", name.clone());
        let diagnostic = diagnostic.with("known", known);
        let ids = figures.rows.iter().filter_map(|row| row.cells.first());
        let is_first = !Figures::STRUCTURE.contains(&name.as_str()) && column_meant(name, columns).is_empty();
        let has_ids = is_first && ids.clone().all(|(id, _)| Id::new(id).is_some());
        let cure = has_ids.then_some("row");
        resolver.found.push(cure.into_iter().fold(diagnostic, Diagnostic::cured_by));
    }
}

/// Tells what stands in a column of a file.
fn text_below(figures: &Figures, at: usize) -> ColumnText {
    let mut cells = figures.rows.iter().filter_map(|row| row.cells.get(at)).filter(|(cell, _)| !cell.is_empty());
    let holds_words = cells.next().is_some_and(|first| {
        std::iter::once(first).chain(cells).all(|(cell, _)| !cell.contains(|c: char| c.is_ascii_digit()) && cell != "-")
    });
    match (holds_words, figures.column("label")) {
        (false, _) => ColumnText::Figures,
        (true, Some(_)) => ColumnText::Words,
        (true, None) => ColumnText::Labels,
    }
}

/// Returns the column that a name in the head of a file stands for: the one whose title it is, or that is near to it.
fn column_meant(name: &str, columns: &[FigureColumn]) -> String {
    let is_title = |title: &str| title.trim().to_lowercase() == name.trim().to_lowercase();
    let titled = columns.iter().find(|column| column.title.as_deref().is_some_and(is_title));
    if let Some(column) = titled {
        return column.id.to_string();
    }
    let ids = columns.iter().map(|column| column.id.as_str()).chain(Figures::STRUCTURE);
    let near = resolve::nearest(name, ids);
    if !near.is_empty() {
        return near;
    }
    let titles = columns.iter().filter_map(|column| column.title.as_deref());
    let title = resolve::nearest(name, titles);
    let of_title = columns.iter().find(|column| column.title.as_deref() == Some(title.as_str()));
    of_title.filter(|_| !title.is_empty()).map(|column| column.id.to_string()).unwrap_or_default()
}

/// Returns the row that a text stands for: the one of this label, or of a name near to it.
fn row_meant(text: &str, rows: &[FigureTableRow]) -> String {
    resolve::nearest_named(text, rows.iter().map(|row| (&row.id, row.label.as_str())))
}

/// Reads rows and their cells.
struct RowReader<'a, 'r> {
    plan: &'a Plan,
    columns: &'a [FigureColumn],
    notation: Notation,
    /// It was said that nothing declares how the numbers of the file are written.
    is_told_undeclared: bool,
    /// The file that its rows stand in.
    rows_file: &'a RelPath,
    resolver: &'a mut Resolver<'r>,
}

/// A cell's text and place by the name of its column.
fn cell<'f>(figures: &Figures, row: &'f FigureRow, column: &str) -> Option<(&'f str, Span)> {
    let (text, span) = row.cells.get(figures.column(column)?)?;
    Some((text, *span))
}

impl RowReader<'_, '_> {
    /// Reads rows whose structure and figures stand in one file, or takes figures of another one.
    fn rows(&mut self, structure: &Figures, figures: &Figures) -> Vec<FigureTableRow> {
        let mut rows: Vec<FigureTableRow> = Vec::with_capacity(structure.rows.len());
        // Nobody tells `bo` and `Bo` apart: they are one row, which somebody wrote once more.
        let mut read: BTreeSet<String> = BTreeSet::new();
        for line in &structure.rows {
            let Some((text, span)) = cell(structure, line, "row") else { continue };
            let Some(id) = Id::new(text) else {
                let text = if text.is_empty() { "none" } else { text };
                self.resolver.found.push(match self.resolver.hidden.may_hide_a_row() {
                    true => Diagnostic::new(&HIDDEN_MISTAKE, Place::File(self.rows_file.clone())),
                    false => {
                        Diagnostic::new(&ROW_NOT_AN_ID, Place::Span(span)).with("text", text).with("column", "label")
                    }
                });
                continue;
            };
            if !read.insert(text.to_lowercase()) {
                self.resolver.found.push(Diagnostic::new(&DUPLICATE_KEY, Place::Span(span)).with("key", text));
                continue;
            }
            let has_figures = std::ptr::eq(structure, figures);
            let formula = cell(structure, line, "formula").map(|(text, _)| text);
            let cells = if has_figures {
                self.cells(figures, line, formula.is_some_and(Formula::divides))
            } else {
                self.blank()
            };
            let mut row = self.row(id, structure, line, &rows, cells);
            // Where rows and figures stand in one file, a formula in a row without any figure asks for all of them.
            if has_figures && row.formula.is_some() && row.cells.iter().all(|cell| cell.stated.is_none()) {
                row.cells.iter_mut().for_each(|cell| cell.is_left_empty = false);
            }
            rows.push(row);
        }
        rows
    }

    /// Reads rows of one file with the figures of another, joined by their ids.
    fn joined(&mut self, structure: &Figures, figures: &Figures) -> Vec<FigureTableRow> {
        let mut rows = self.rows(structure, figures);
        let places = rows.iter().enumerate().map(|(at, row)| (row.id.to_string(), at));
        let places: BTreeMap<String, usize> = places.collect();
        let mut read: BTreeSet<&str> = BTreeSet::new();
        for line in &figures.rows {
            let Some((text, span)) = cell(figures, line, "row") else { continue };
            if !text.is_empty() && !read.insert(text) {
                self.resolver.found.push(Diagnostic::new(&DUPLICATE_KEY, Place::Span(span)).with("key", text));
                continue;
            }
            let row = places.get(text).and_then(|at| rows.get_mut(*at));
            let formula = row.as_ref().and_then(|row| row.formula.as_deref());
            let cells = self.cells(figures, line, formula.is_some_and(Formula::divides));
            match row {
                Some(row) => row.cells = cells,
                None => {
                    let suggestion = row_meant(text, &rows);
                    let diagnostic = Diagnostic::new(&UNKNOWN_ROW, Place::Span(span)).with("id", text);
                    self.resolver.found.push(diagnostic.with("suggestion", suggestion));
                }
            }
        }
        rows
    }

    /// Takes over what the plan's own file says in columns that the report's file does not have: a budget is adopted once. What is
    /// computed is computed of the report's figures.
    fn take_over(&mut self, rows: &mut [FigureTableRow], of_plan: &Figures, figures: &Figures) {
        let is_left = |column: &FigureColumn| {
            let is_computed = column.formula.is_some() || column.share_of.is_some();
            let id = column.id.as_str();
            !is_computed && figures.column(id).is_none() && of_plan.column(id).is_some()
        };
        let left: Vec<bool> = self.columns.iter().map(is_left).collect();
        if !left.contains(&true) {
            return;
        }
        let places: BTreeMap<String, usize> =
            rows.iter().enumerate().map(|(at, row)| (row.id.to_string(), at)).collect();
        for line in &of_plan.rows {
            let id = cell(of_plan, line, "row").map_or("", |(id, _)| id);
            let Some(row) = places.get(id).and_then(|at| rows.get_mut(*at)) else { continue };
            let cells = self.cells(of_plan, line, row.formula.as_deref().is_some_and(Formula::divides));
            // As where rows and figures stand in one file: a formula without any figure asks for all of them.
            let is_asking = row.formula.is_some() && cells.iter().all(|cell| cell.stated.is_none());
            for ((own, mut taken), _) in row.cells.iter_mut().zip(cells).zip(&left).filter(|(_, is_left)| **is_left) {
                taken.is_left_empty &= !is_asking;
                *own = taken;
            }
        }
    }

    fn blank(&self) -> Vec<FigureCell> {
        self.columns.iter().map(|_| FigureCell::default()).collect()
    }

    fn row(
        &mut self,
        id: Id,
        structure: &Figures,
        line: &FigureRow,
        above: &[FigureTableRow],
        cells: Vec<FigureCell>,
    ) -> FigureTableRow {
        let text = |column: &str| cell(structure, line, column).filter(|(text, _)| !text.is_empty());
        if let Some((label, span)) = text("label") {
            self.report_formula_error(label, span);
        }
        let (label, mark) = FootnoteMark::split(text("label").map_or("", |(label, _)| label));
        // In a file without labels, a row is called what it is known by: a head that says nothing names no row.
        let label = if structure.column("label").is_none() { id.as_str() } else { label };
        let label = glued(label);
        let kind = text("kind");
        let known = RowKind::ALL.iter().find(|(word, _)| *word == kind.map_or("", |(word, _)| word));
        if let (None, Some((word, span))) = (known, kind) {
            let words = RowKind::ALL.iter().map(|(word, _)| *word).filter(|word| !word.is_empty());
            let hides = is_kept_back(word);
            let suggestion = if hides { String::new() } else { resolve::nearest(word, words.clone()) };
            let words = words.collect::<Vec<_>>().join(", ");
            let diagnostic = Diagnostic::new(&NOT_A_CHOICE, Place::Span(span)).with("key", "kind").with("text", word);
            let diagnostic = diagnostic.with("words", words).with("suggestion", suggestion.clone());
            let diagnostic = diagnostic.with("hides", if hides { "row" } else { "no" });
            let cure = (!suggestion.is_empty()).then_some(suggestion);
            self.resolver.found.push(cure.into_iter().fold(diagnostic, Diagnostic::cured_by));
        }
        let of = text("of").and_then(|(whole, span)| {
            let at = above.iter().position(|row| row.id.as_str() == whole);
            if at.is_none() {
                let suggestion = row_meant(whole, above);
                let diagnostic = Diagnostic::new(&UNKNOWN_ROW, Place::Span(span)).with("id", whole);
                self.resolver.found.push(diagnostic.with("suggestion", suggestion));
            }
            at
        });
        FigureTableRow {
            label: label.into_owned(),
            mark,
            kind: known.map_or(RowKind::Item, |(_, kind)| *kind),
            of,
            committee: text("committee").and_then(|(code, span)| self.committee(code, span)),
            measure: self.plan.measures.iter().position(|measure| measure.id == id),
            formula: text("formula").map(|(formula, _)| formula.to_owned()),
            cells,
            id,
        }
    }

    fn committee(&mut self, code: &str, span: Span) -> Option<Id> {
        let id = Id::new(code).filter(|id| self.resolver.site.committees.contains_key(id));
        if id.is_none() {
            let suggestion = resolve::nearest_named(code, resolve::committee_names(self.resolver.site));
            let diagnostic = Diagnostic::new(&UNKNOWN_COMMITTEE, Place::Span(span)).with("id", code);
            let diagnostic = diagnostic.with("form", resolve::form(code));
            self.resolver.found.push(diagnostic.meant(&suggestion, false));
        }
        id
    }

    fn cells(&mut self, figures: &Figures, line: &FigureRow, is_quotient: bool) -> Vec<FigureCell> {
        let columns = self.columns;
        let read = columns.iter().map(|column| match (cell(figures, line, column.id.as_str()), column.scale) {
            (None, _) => FigureCell::default(),
            (Some(("", _)), _) => FigureCell { is_left_empty: true, ..FigureCell::default() },
            (Some((text, span)), Some(scale)) if !line.withheld => self.level(text, span, scale),
            (Some((text, span)), None) if column.text => {
                self.report_formula_error(text, span);
                FigureCell { text: Some(text.to_owned()), told: self.told(text, column), ..FigureCell::default() }
            }
            // Stated of more than is shown: whoever saw it would know the rest.
            (Some(_), _) if line.withheld || (figures.partial && column.share_of.is_some()) => FigureCell::default(),
            (Some((text, span)), _) => self.figure(text, span, column, is_quotient),
        });
        read.collect()
    }

    /// Returns what number words are, where they might tell what is withheld beside them.
    fn told(&self, text: &str, column: &FigureColumn) -> Option<Decimal> {
        self.columns.iter().find(|column| column.suppress_below.is_some())?;
        let number = |text: &str| {
            WrittenAmount::parse(text, self.notation).ok()?.resolve(&column.unit).amount.map(|amount| amount.number)
        };
        // In brackets, before a full stop or behind words it is a number too: `(12)`, `12.`, `i alt 12`.
        let is_around = |c: char| !c.is_alphanumeric() && !matches!(c, '-' | '−' | '%');
        let words = || text.split_whitespace().map(|word| word.trim_matches(is_around));
        let mut alone = words().filter(|word| word.contains(|c: char| c.is_ascii_digit()));
        let one = alone.next().filter(|_| alone.next().is_none());
        number(text).or_else(|| number(text.trim_matches(is_around))).or_else(|| number(one?))
    }

    /// Reports a cell of words that holds the error of a formula. One of figures is told as no amount.
    fn report_formula_error(&mut self, text: &str, span: Span) {
        if is_formula_error(text) {
            let diagnostic = Diagnostic::new(&DAMAGED_TEXT, Place::Span(span)).with("what", "formula");
            self.resolver.found.push(diagnostic.with("text", text));
        }
    }

    /// Reads a level with its footnote mark; `-` says that there is none to have.
    fn level(&mut self, text: &str, span: Span, scale: usize) -> FigureCell {
        let (word, mark) = FootnoteMark::split(text);
        if matches!(word, "-" | "–" | "−" | "—") {
            return FigureCell { text: Some("-".to_owned()), mark, ..FigureCell::default() };
        }
        FigureCell { level: self.resolver.level_in_cell(word, scale, span), mark, ..FigureCell::default() }
    }

    /// Reads a figure. A row that is a quotient of others may say per cent in a column of anything.
    fn figure(&mut self, text: &str, span: Span, column: &FigureColumn, is_quotient: bool) -> FigureCell {
        match WrittenAmount::parse(text, self.notation) {
            Ok(mut written) => {
                // Of a difference in per cent nobody means per cent of the one it is taken from.
                if column.unit == Unit::PercentPoint && written.unit == Some(Unit::Percent) {
                    written.unit = None;
                }
                let may_be_share = is_quotient && column.formula.is_none() && column.share_of.is_none();
                let is_share = |unit: &Unit| may_be_share && *unit == Unit::Percent;
                let other = written.unit.as_ref().filter(|unit| !unit.adds_to(&column.unit) && !is_share(unit));
                if let Some(unit) = other {
                    let place = Place::Span(span);
                    self.resolver.found.push(units::differs(place, (column.id.as_str(), "column"), unit, &column.unit));
                }
                let mut stated = written.resolve(&column.unit);
                if let Some(decimals) = column.decimals {
                    ShownDecimals { unit: column.unit.clone(), decimals }.show(&mut stated);
                }
                FigureCell { stated: Some(stated), ..FigureCell::default() }
            }
            Err(error) => {
                // One mark says it for the whole file: how its numbers are written stands in `[csv]`.
                let is_undeclared = matches!(error, AmountError::Ambiguous { .. }) && !self.notation.declared;
                if !is_undeclared || !std::mem::replace(&mut self.is_told_undeclared, true) {
                    let written = AmountText { key: column.id.as_str(), text, notation: self.notation, quotes: false };
                    self.resolver.found.push(written.refused(&error, Place::Span(span)));
                }
                FigureCell::default()
            }
        }
    }
}
