//! Figures of the ledger → the CSV file of a figure table in a report, and its declaration where there is none yet.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use super::{
    super::{
        add::{is_kept_name, report_folder},
        draft_file::DraftFile,
        known::KnownSite,
        lines::quoted,
        report::{draft_index, is_begun},
    },
    csv_file::decoded,
    faults::ImportFault,
    figure_edit::{FigureEdit, KnownFigureColumns, set_figures},
    grid::{Grid, column_name},
    headings::{SaidColumns, folded, is_source, is_total, said_of_letter, unit_of},
    measures::ImportedFiles,
    numbers::NumberReading,
    stray_unit::{SaidUnit, StrayUnits},
};
use crate::{
    content::{self, FileKind, ParseLog},
    model::is_called_total,
    schema::{
        Fields, Key, Value,
        records::{self, KNOWN_COLUMNS},
    },
    value::{Amount, Currency, Decimal, Id, Notation, RelPath, Unit, WrittenAmount},
};

/// What is asked of a table of figures.
#[derive(Clone, Debug, Default)]
pub struct FiguresRequest {
    /// The plan, by the name of its folder.
    pub plan: String,
    /// The table, by the name of its declaration.
    pub table: String,
    /// The date or period of the report.
    pub report: String,
    /// The sign before decimals.
    pub decimal: Option<char>,
    /// What figures count in whose heads say no unit.
    pub unit: SaidUnit,
    /// What columns are: `row`, `label`, `ignore`, or the id of a column.
    pub columns: SaidColumns,
}

/// Heads of the column that says what a row is known by.
const ROW_HEADS: [&str; 8] = ["row", "id", "konto", "kontonr", "kontonr.", "nr", "nr.", "nummer"];

/// How heads begin of columns in which an office writes words, in all languages: `Bemærkninger`, `Kommentar`, `Notes`.
const WORDS_HEADS: [&str; 11] = [
    "bemærkning",
    "anmærkning",
    "anmärkning",
    "merknad",
    "kommentar",
    "comment",
    "remark",
    "note",
    "forklaring",
    "förklaring",
    "explanation",
];

/// A hundred billions: more than any authority's ledger holds in one line, in kroner and their like.
const TOO_MUCH: Decimal = Decimal::from_parts(1_215_752_192, 23, 0, false, 0);

/// A column of figures.
struct LedgerColumn {
    at: usize,
    id: String,
    head: String,
    unit: Option<Unit>,
    is_text: bool,
}

/// The columns that rows are known by, those of their labels, and those of figures.
type PartedColumns = (Vec<usize>, Vec<usize>, Vec<LedgerColumn>);

/// Makes files of a table of figures.
pub fn import(site: &KnownSite<'_>, grid: &Grid, asked: &FiguresRequest) -> Result<ImportedFiles, ImportFault> {
    let plan = site.plan(&asked.plan)?;
    let (report, period) = report_folder(&asked.report, plan.dialect.year_begins)?;
    let id = Id::new(&asked.table).filter(|id| !is_kept_name(id)).ok_or_else(|| ImportFault::needs("table"))?;
    let declared = plan.records.iter().find(|record| record.role == FileKind::Table && record.id == id);
    let known = declared.map(|record| known_columns(&record.fields)).unwrap_or_default();
    let own_csv = declared.and_then(|record| record.fields.get(&records::CSV));
    let format = own_csv.map_or(plan.dialect.csv, |csv| {
        content::csv_format(csv, plan.dialect.csv, "", "csv", &mut ParseLog::default().diagnostics)
    });
    let head = head_of(grid, asked, &known)?;
    let words = declared.map(|record| columns_of_words(&record.fields));
    let (row_at, label_at, mut columns) = part(grid, head, asked, &known, words.as_ref())?;
    let crown = plan.dialect.notation.crown;
    columns.iter_mut().for_each(|column| column.unit = unit_of(&column.head, crown));
    let mut places: Vec<(usize, bool)> = columns.iter().map(|column| (column.at, true)).collect();
    places.extend(row_at.iter().chain(&label_at).map(|at| (*at, false)));
    places.sort_unstable();
    grid.refuse_faults(head, &places)?;
    grid.refuse_merged(head, &places)?;
    let of_plan = plan.head().and_then(|head| head.fields.get(&records::UNIT));
    let of_plan = asked.unit.unit.as_ref().or(of_plan).unwrap_or(&site.version.settings.site.unit);
    if !asked.unit.is_said_now {
        let common = common_unit(&columns, of_plan);
        let taken = |column: &LedgerColumn| match declared {
            Some(record) => declared_unit(&record.fields, of_plan, &column.id),
            None => common,
        };
        let bare = columns.iter().filter(|column| !column.is_text);
        StrayUnits {
            grid,
            head,
            amounts: bare
                .map(|column| (column.at, column.head.as_str(), taken(column).filter(|_| column.unit.is_none())))
                .collect(),
            keys: row_at.iter().chain(&label_at).copied().collect(),
            is_ledger: true,
            crown,
        }
        .refuse()?;
    }
    let rows = rows_of(grid, head, &row_at, &label_at, &columns)?;
    for column in &mut columns {
        for (row, ..) in
            rows.iter().filter(|(row, ..)| grid.cell(*row, column.at).is_some_and(|cell| !cell.unit.is_empty()))
        {
            column.unit = grid.unit_of((*row, column.at), (&column.head, column.unit.as_ref()), crown)?;
        }
    }
    if let Some(record) = declared {
        // What is said of a table that is declared is held against that, as a head would be.
        for column in columns.iter_mut().filter(|column| !column.is_text && column.unit.is_none()) {
            let own = declared_unit(&record.fields, of_plan, &column.id);
            column.unit = asked.unit.unit.clone().filter(|_| own.is_some_and(Unit::is_money));
        }
        refuse_other_units(&record.fields, of_plan, &columns)?;
    }
    let mut places = Vec::new();
    for (row, ..) in &rows {
        places.extend(columns.iter().filter(|column| !column.is_text).map(|column| (*row, column.at)));
    }
    let ways = (format.notation.negative, format.notation);
    let numbers = match NumberReading::prove(grid, &places, asked.decimal, ways) {
        // A column that nobody declared may hold words.
        Err(fault) if declared.is_some() => return Err(fault),
        Err(fault) => {
            let words = |column: &LedgerColumn| {
                rows.iter().all(|(row, ..)| !grid.text(*row, column.at).contains(|c: char| c.is_ascii_digit()))
            };
            let texts: Vec<bool> = columns.iter().map(words).collect();
            if !texts.contains(&true) {
                return Err(fault);
            }
            columns.iter_mut().zip(texts).for_each(|(column, is_text)| column.is_text |= is_text);
            let is_number = |(_, at): &(usize, usize)| columns.iter().any(|column| column.at == *at && !column.is_text);
            let places: Vec<(usize, usize)> = places.into_iter().filter(is_number).collect();
            NumberReading::prove(grid, &places, asked.decimal, ways)?
        }
        Ok(numbers) => numbers,
    };
    let fields = declared.map(|record| &record.fields);
    take_units_of_cells(grid, &rows, &mut columns, fields, (&numbers, of_plan))?;
    if fields.is_none() {
        refuse_too_much(grid, &rows, &columns, (&numbers, of_plan))?;
    }
    // Rows that are declared keep their names; a file that says itself what its rows are has them all.
    let shape = plan.records.iter().find(|record| record.role == FileKind::TableFigures && record.id == id);
    let shape: Option<BTreeMap<String, String>> = shape.and_then(|record| record.figures.as_ref()).map(|figures| {
        let (row, label) = (figures.column("row"), figures.column("label"));
        let cell = |cells: &[(String, crate::diag::Span)], at: Option<usize>| {
            at.and_then(|at| cells.get(at)).map(|(text, _)| text.clone()).unwrap_or_default()
        };
        figures.rows.iter().map(|it| (cell(&it.cells, row), folded(&cell(&it.cells, label)))).collect()
    });
    let by_label: BTreeMap<&str, &String> =
        shape.iter().flatten().rev().map(|(id, label)| (label.as_str(), id)).collect();
    for (row, ..) in &rows {
        let words = columns.iter().filter(|column| column.is_text).map(|column| column.at);
        for at in words.chain(row_at.iter().chain(&label_at).copied()) {
            grid.refuse_as_words(*row, at, row_at.contains(&at))?;
            grid.refuse_date(*row, at, row_at.contains(&at) || label_at.contains(&at))?;
        }
    }
    let sign = char::from(format.delimiter);
    let cell = |text: &str| match text.contains([sign, '"', '\n']) {
        true => format!("\"{}\"", text.replace('"', "\"\"").replace('\n', " ")),
        false => text.to_owned(),
    };
    let mut text = String::from("row");
    if shape.is_none() {
        let _ = write!(text, "{sign}label{sign}kind");
    }
    for column in &columns {
        let _ = write!(text, "{sign}{}", column.id);
    }
    text.push('\n');
    let mut out = ImportedFiles { decimal: Some(numbers.from.decimal), ..ImportedFiles::default() };
    let kinds = kinds_of(grid, &rows, &row_at, &columns);
    let mut given: BTreeSet<String> = BTreeSet::new();
    for ((row, made, label), kind) in rows.iter().zip(kinds) {
        let id = match &shape {
            None => made.clone(),
            Some(shape) if shape.contains_key(made) => made.clone(),
            Some(_) => match by_label.get(folded(label).as_str()) {
                Some(id) => (*id).clone(),
                None if is_source(label) => {
                    out.left_out.push(label.clone());
                    continue;
                }
                None => return Err(ImportFault::row(label, row.saturating_add(1))),
            },
        };
        // Two rows of one label, of which the content knows one: the figures of the first would be lost.
        if !given.insert(id.clone()) {
            return Err(ImportFault::row(label, row.saturating_add(1)));
        }
        text.push_str(&cell(&id));
        if shape.is_none() {
            let _ = write!(text, "{sign}{}{sign}{kind}", cell(label));
        }
        for column in &columns {
            let written = match grid.cell(*row, column.at) {
                Some(it) if column.is_text => it.text.trim().to_owned(),
                Some(it) => numbers.amount(it, *row)?.unwrap_or_default(),
                None => String::new(),
            };
            let _ = write!(text, "{sign}{}", cell(&written));
        }
        text.push('\n');
    }
    if declared.is_none() {
        let path = plan.path(&format!("tables/{id}.toml"));
        out.files.push(site.new_file(path, declaration(&asked.table, &columns, of_plan)?)?);
    }
    let path = plan.path(&format!("updates/{report}/{id}.csv"));
    // A mark proves UTF-8 where the table is declared to be written otherwise.
    let marked = |text: String| if format.windows_1252 && !text.is_ascii() { format!("{MARK}{text}") } else { text };
    match site.bytes(&path)? {
        None => out.files.push(site.new_file(path, marked(text))?),
        Some(bytes) => {
            let place = RelPath::new(path.as_str()).map_err(|_| ImportFault::unreadable(&path))?;
            let before = figure_text(&bytes, format.windows_1252).ok_or_else(|| ImportFault::unreadable(&path))?;
            let known = KnownFigureColumns {
                form: (sign, format.notation),
                units: columns
                    .iter()
                    .filter_map(|column| {
                        let unit = match fields {
                            Some(fields) => declared_unit(fields, of_plan, &column.id),
                            None => column.unit.as_ref(),
                        };
                        Some((column.id.clone(), unit?.clone()))
                    })
                    .collect(),
                words: fields.map(columns_of_text).unwrap_or_default(),
                titles: fields.map(titles_of_columns).unwrap_or_default(),
            };
            // Formulas, kinds and labels that somebody wrote by hand stay: only figures that differ are set.
            let edit = match before.trim().is_empty() {
                true => FigureEdit { text, ..FigureEdit::default() },
                false => {
                    set_figures(&before, &text, &known).ok_or_else(|| ImportFault::kept_unreadable(&path, "`row`"))?
                }
            };
            out.gone.extend(edit.gone.into_iter().map(|what| format!("{what} · {path}")));
            out.kept.extend(edit.keeps_words.then(|| place.clone()));
            if edit.text != before {
                let has_mark = bytes.starts_with(MARK.as_bytes());
                let text = if has_mark { format!("{MARK}{}", edit.text) } else { marked(edit.text) };
                out.files.push(DraftFile { path: place, text, before: Some(bytes) });
            }
        }
    }
    // Nobody is shown what was only imported. A report of which figures are there already is as public as it was.
    if !is_begun(&plan, &report)
        && let Some(draft) = draft_index(site, &plan, (&report, period))?
    {
        out.files.push(site.new_file(plan.path(&format!("updates/{report}/index.md")), draft)?);
    }
    Ok(out)
}

/// The mark at the beginning of a file that says that it is UTF-8.
const MARK: &str = "\u{feff}";

/// Decodes a file of figures as a build does: by its mark, as UTF-8, or as what is declared. `None` where it is neither.
fn figure_text(bytes: &[u8], is_windows_1252: bool) -> Option<String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text.trim_start_matches(MARK).to_owned()),
        Err(_) if encoding_rs::Encoding::for_bom(bytes).is_some() => decoded(bytes).ok().map(|(text, _)| text),
        Err(_) if is_windows_1252 => Some(encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()),
        Err(_) => None,
    }
}

/// Returns the columns of a declared table that hold words, which an author may have written, by their ids.
fn columns_of_text(fields: &Fields) -> BTreeSet<String> {
    let columns = fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
    let texts = columns.filter_map(|(key, _, value)| match (key, value) {
        (Key::Id(id), Value::Record(column)) => column.get(&records::IS_TEXT)?.then(|| id.to_string()),
        _ => None,
    });
    texts.collect()
}

/// Returns what readers call the columns of a declared table, by their ids.
fn titles_of_columns(fields: &Fields) -> BTreeMap<String, String> {
    let columns = fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
    let titles = columns.filter_map(|(key, _, value)| match (key, value) {
        (Key::Id(id), Value::Record(column)) => {
            let title = column.get(&records::COLUMN_TITLE).cloned();
            Some((id.to_string(), title.unwrap_or_else(|| id.to_string())))
        }
        _ => None,
    });
    titles.collect()
}

/// Returns the columns of a declared table that hold words or levels, by their ids.
fn columns_of_words(fields: &Fields) -> BTreeSet<String> {
    let columns = fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
    let words = columns.filter_map(|(key, _, value)| {
        let (Key::Id(id), Value::Record(column)) = (key, value) else { return None };
        let flags = [column.get(&records::IS_TEXT), column.get(&records::IS_LEVEL)];
        let is_words = flags.into_iter().flatten().any(|flag| *flag) || column.get(&records::SCALE).is_some();
        is_words.then(|| id.to_string())
    });
    words.collect()
}

/// Returns what the columns of a declared table are called: what may stand in a head, and the id it means.
fn known_columns(fields: &Fields) -> BTreeMap<String, String> {
    let mut known = BTreeMap::new();
    for (key, _, value) in fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries) {
        let (Key::Id(id), Value::Record(column)) = (key, value) else { continue };
        for name in [column.get(&records::COLUMN_HEAD), column.get(&records::COLUMN_TITLE)].into_iter().flatten() {
            known.insert(folded(name), id.to_string());
        }
        known.insert(folded(id.as_str()), id.to_string());
    }
    known
}

/// Returns the id that a head means: one that was said, one of the table's, one that the format knows.
fn column_of(head: &str, asked: &FiguresRequest, known: &BTreeMap<String, String>) -> Option<String> {
    let folded_head = folded(head);
    if folded_head.is_empty() {
        return None;
    }
    if let Some((_, id)) = asked.columns.iter().find(|(name, _)| folded(name) == folded_head) {
        return Some(id.clone());
    }
    if let Some(id) = known.get(&folded_head) {
        return Some(id.clone());
    }
    if ROW_HEADS.contains(&folded_head.as_str()) {
        return Some("row".to_owned());
    }
    // What the format knows are amounts, and a deviation in per cent is another column than the deviation.
    if Unit::per_cent_in(head).is_some() {
        return None;
    }
    // "Forventet regnskab 2020 (mio. kr.)" is called by what stands before the year, "Budget t.kr." by what stands before the unit.
    let before_unit = Unit::money_in(&folded_head, Currency::Dkk).map_or(folded_head.as_str(), |(before, _)| before);
    let short = before_unit.split([',', '(']).next().unwrap_or_default();
    let short: Vec<&str> = short.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    let near =
        crate::schema::meant_by(short.join(" ").split(" i ").next().unwrap_or_default(), KNOWN_COLUMNS.into_iter());
    near.map(str::to_owned)
}

fn head_of(grid: &Grid, asked: &FiguresRequest, known: &BTreeMap<String, String>) -> Result<usize, ImportFault> {
    let count = |row: usize| {
        let named = (0..grid.width()).filter(|at| column_of(grid.text(row, *at), asked, known).is_some()).count();
        let full = (0..grid.width()).filter(|at| !grid.text(row, *at).is_empty()).count();
        (named, full)
    };
    let best = (0..grid.rows.len().min(20)).map(|row| (count(row), std::cmp::Reverse(row))).max();
    match best {
        Some(((named, full), std::cmp::Reverse(row))) if named > 0 || full > 1 => Ok(row),
        _ => Err(ImportFault::no_head(&KNOWN_COLUMNS.join(", "))),
    }
}

/// Tells whether a head says that words stand below it.
fn is_for_words(head: &str) -> bool {
    let folded_head = folded(head);
    let words = folded_head.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    WORDS_HEADS.iter().any(|begins| words.starts_with(begins))
}

/// Says what the columns of a file are: those that rows are known by, those of their labels, and those of figures. Of a declared table
/// it is known which hold words; such a column stays where nothing stands in it.
fn part(
    grid: &Grid,
    head: usize,
    asked: &FiguresRequest,
    known: &BTreeMap<String, String>,
    words: Option<&BTreeSet<String>>,
) -> Result<PartedColumns, ImportFault> {
    let (mut row_at, mut label_at): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut columns: Vec<LedgerColumn> = Vec::new();
    for at in 0..grid.width() {
        let name = grid.text(head, at);
        let below = || (head.saturating_add(1)..grid.rows.len()).map(|row| grid.text(row, at));
        let shown = if name.is_empty() { column_name(at) } else { name.to_owned() };
        let by_letter = said_of_letter(grid, head, at, &asked.columns).map(str::to_owned);
        let id = by_letter.or_else(|| column_of(name, asked, known)).or_else(|| column_of(&shown, asked, known));
        let is_text = match words {
            Some(words) => id.as_ref().is_some_and(|id| words.contains(id)),
            // Nothing stands in it yet, and it is plain what will: where it is not declared, it cannot be filled next month.
            None => id.is_none() && below().all(str::is_empty) && is_for_words(name),
        };
        if !is_text && below().all(str::is_empty) {
            continue;
        }
        let is_words = below().filter(|cell| !cell.is_empty()).any(|cell| cell.contains(char::is_alphabetic));
        match id.as_deref() {
            Some("ignore") => {}
            // Rows that no single column tells apart are known by several of them together.
            Some("row") => row_at.push(at),
            Some("label") => label_at.push(at),
            None if label_at.is_empty() && is_words => label_at.push(at),
            None if words.is_some() => {
                let ids: Vec<&str> = known.values().map(String::as_str).collect();
                return Err(ImportFault::column(&shown, &ids.join(", ")));
            }
            id => {
                let id = id
                    .map(str::to_owned)
                    .or_else(|| Id::of_words(&shown.replace('%', "pct"), 32).map(|id| id.to_string()));
                let id = id.filter(|id| columns.iter().all(|column| column.id != *id));
                // Its letter tells it from another column of the same head.
                let id = id.ok_or_else(|| ImportFault::column(&column_name(at), &KNOWN_COLUMNS.join(", ")))?;
                columns.push(LedgerColumn { at, id, head: name.to_owned(), unit: None, is_text });
            }
        }
    }
    if row_at.is_empty() && label_at.is_empty() || columns.is_empty() {
        return Err(ImportFault::no_head(&KNOWN_COLUMNS.join(", ")));
    }
    Ok((row_at, label_at, columns))
}

/// Returns the rows with something in them: their place, id and label.
fn rows_of(
    grid: &Grid,
    head: usize,
    row_at: &[usize],
    label_at: &[usize],
    columns: &[LedgerColumn],
) -> Result<Vec<(usize, String, String)>, ImportFault> {
    let mut rows: Vec<(usize, String, String)> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for row in head.saturating_add(1)..grid.rows.len() {
        let text = |columns: &[usize], sign: &str| {
            let texts = columns.iter().map(|at| grid.text(row, *at)).filter(|text| !text.is_empty());
            texts.collect::<Vec<_>>().join(sign)
        };
        let (id, label) = (&text(row_at, "-"), &text(label_at, ", "));
        let has_figures = columns.iter().any(|column| !grid.text(row, column.at).is_empty());
        if id.is_empty() && label.is_empty() && !has_figures {
            continue;
        }
        let line = row.saturating_add(1);
        let made = Id::new(id).or_else(|| Id::of_words(if id.is_empty() { label } else { id }, Id::MAX));
        let made = made.ok_or_else(|| ImportFault::row(label, line))?.to_string();
        if !seen.insert(made.clone()) {
            return Err(ImportFault::row(if label.is_empty() { id } else { label }, line));
        }
        let label = if label.is_empty() { &text(row_at, ", ") } else { label };
        rows.push((row, made, label.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    if rows.is_empty() { Err(ImportFault::no_head(&KNOWN_COLUMNS.join(", "))) } else { Ok(rows) }
}

/// Says what each row is. One without figures groups those below it only where that is plain: its label ends in a colon, it has no number
/// where the others do, or a total below is named after it. Behind the last figures it is a note, and else a post like any other.
fn kinds_of(
    grid: &Grid,
    rows: &[(usize, String, String)],
    row_at: &[usize],
    columns: &[LedgerColumn],
) -> Vec<&'static str> {
    let has_figures = |row: usize| columns.iter().any(|column| !grid.text(row, column.at).is_empty());
    let has_number = |row: usize| row_at.iter().any(|at| !grid.text(row, *at).is_empty());
    let is_numbered = rows.iter().any(|(row, ..)| has_number(*row));
    // What totals are named after, with where they stand.
    let sums = rows.iter().enumerate().filter(|(_, (.., label))| is_called_total(label));
    let sums: Vec<(usize, String)> =
        sums.map(|(at, (.., label))| (at, folded(label).split(' ').skip(1).collect::<Vec<_>>().join(" "))).collect();
    let last = rows.iter().rposition(|(row, ..)| has_figures(*row)).unwrap_or(0);
    let total = rows.iter().position(|(.., label)| is_total(label));
    let kind = |(at, (row, _, label)): (usize, &(usize, String, String))| {
        let name = folded(label);
        if has_figures(*row) {
            return match () {
                () if is_total(label) || total.is_none() && at == last && is_called_total(label) => "total",
                () if is_called_total(label) => "subtotal",
                () => "",
            };
        }
        let is_summed = sums.iter().any(|(other, of)| *other > at && of.contains(&name));
        let is_unnumbered = is_numbered && !has_number(*row);
        match () {
            () if is_source(label) => "note",
            () if at > last && total.is_some_and(|total| at > total) => "note",
            () if at > last => "",
            () if label.ends_with(':') || is_unnumbered || is_summed => "heading",
            () => "",
        }
    };
    rows.iter().enumerate().map(kind).collect()
}

/// Returns what a column of a declared table counts in. `None` where that follows from the table: what is divided by something counts in
/// per cent or in what is divided.
fn declared_unit<'f>(fields: &'f Fields, of_plan: &'f Unit, id: &str) -> Option<&'f Unit> {
    let declared = fields.get(&records::COLUMNS).into_iter().flat_map(Fields::entries);
    let own = declared.filter(|(key, ..)| matches!(key, Key::Id(known) if known.as_str() == id));
    let own =
        own.filter_map(|(_, _, value)| if let Value::Record(column) = value { Some(column) } else { None }).last();
    let is_quotient = own.is_some_and(|column| {
        column.get(&records::SHARE_OF).is_some() || column.get(&records::FORMULA).is_some_and(|it| it.contains('/'))
    });
    let of_table = || fields.get(&records::UNIT).or(Some(of_plan)).filter(|_| !is_quotient);
    own.and_then(|column| column.get(&records::UNIT)).or_else(of_table)
}

/// Refuses columns whose heads say another unit than the one that their table counts in: their figures would be read in that. What an
/// author calls a unit in words is not compared with what a head calls it.
fn refuse_other_units(fields: &Fields, of_plan: &Unit, columns: &[LedgerColumn]) -> Result<(), ImportFault> {
    for column in columns.iter().filter(|column| !column.is_text) {
        let (Some(unit), Some(own)) = (&column.unit, declared_unit(fields, of_plan, &column.id)) else { continue };
        let is_same = match (unit, own) {
            (Unit::Word(_), Unit::Word(_)) => true,
            (unit, own) => unit == own || unit.is_per_cent() && own.is_per_cent(),
        };
        if !is_same {
            return Err(ImportFault::unit(&column.head, &[unit.word(), own.word()]));
        }
    }
    Ok(())
}

/// Gives columns whose heads say no unit the one that all their figures say, where it does not add to what the table counts in. Where only
/// some say it, nobody knows what the others count.
fn take_units_of_cells(
    grid: &Grid,
    rows: &[(usize, String, String)],
    columns: &mut [LedgerColumn],
    declared: Option<&Fields>,
    (numbers, of_plan): (&NumberReading, &Unit),
) -> Result<(), ImportFault> {
    let of_table = common_unit(columns, of_plan).cloned();
    for column in columns.iter_mut().filter(|column| !column.is_text) {
        let own = match declared {
            Some(fields) => declared_unit(fields, of_plan, &column.id),
            None => column.unit.as_ref().or(of_table.as_ref()),
        };
        if declared.is_some() && own.is_none() {
            continue;
        }
        let said = |(row, ..): &(usize, String, String)| {
            let text = numbers.amount(grid.cell(*row, column.at)?, *row).ok()??;
            let written = WrittenAmount::parse(&text, Notation { declared: true, ..numbers.to }).ok()?;
            written.number.map(|_| written.unit)
        };
        let said: Vec<Option<Unit>> = rows.iter().filter_map(said).collect();
        let adds = |unit: &Unit| own.is_some_and(|own| unit.adds_to(own) || unit.is_per_cent() && own.is_per_cent());
        let Some(other) = said.iter().flatten().find(|unit| !adds(unit)).cloned() else { continue };
        let is_of_all = said.iter().all(|unit| unit.as_ref() == Some(&other));
        if declared.is_some() || column.unit.is_some() || !is_of_all {
            let units: Vec<&str> = own.into_iter().chain([&other]).map(Unit::word).collect();
            return Err(ImportFault::unit(&column.head, &units));
        }
        column.unit = Some(other);
    }
    Ok(())
}

/// Returns what the columns of a new table count in whose heads say nothing: the only money that heads say, else what all of them say, else
/// what the plan counts in. `None` where heads say several kinds of money.
fn common_unit<'u>(columns: &'u [LedgerColumn], of_plan: &'u Unit) -> Option<&'u Unit> {
    let figures = || columns.iter().filter(|column| !column.is_text);
    let mut money = figures().filter_map(|column| column.unit.as_ref()).filter(|unit| unit.is_money());
    match money.next() {
        Some(first) => money.all(|other| other == first).then_some(first),
        None => {
            let first = figures().next().and_then(|column| column.unit.as_ref());
            let is_of_all = figures().all(|column| column.unit.as_ref() == first);
            Some(first.filter(|_| is_of_all).unwrap_or(of_plan))
        }
    }
}

/// Refuses figures of which no head says the unit, where they are more than any ledger holds in that of the plan: kroner that would be read
/// as millions.
fn refuse_too_much(
    grid: &Grid,
    rows: &[(usize, String, String)],
    columns: &[LedgerColumn],
    (numbers, unit): (&NumberReading, &Unit),
) -> Result<(), ImportFault> {
    let one = unit.one();
    let is_too_much = |row: usize, column: &LedgerColumn| {
        let text = numbers.amount(grid.cell(row, column.at)?, row).ok()??;
        let written = WrittenAmount::parse(&text, Notation { declared: true, ..numbers.to }).ok()?;
        let own = written.unit.is_none().then(|| Amount::new(written.number?, unit.clone()).number_in(&one))?;
        Some(one != *unit && own?.abs() >= TOO_MUCH)
    };
    if columns.iter().filter_map(|column| column.unit.as_ref()).any(Unit::is_money) {
        return Ok(());
    }
    for column in columns.iter().filter(|column| !column.is_text && column.unit.is_none()) {
        if rows.iter().any(|(row, ..)| is_too_much(*row, column) == Some(true)) {
            return Err(ImportFault::unit(&column.head, &[unit.word(), one.word()]));
        }
    }
    Ok(())
}

/// Declares a table: with the unit that its columns have in common, in words also where that is only the plan's, so that whoever looks at
/// what is written sees what the figures are taken for; and with that of each column that counts in another.
fn declaration(table: &str, columns: &[LedgerColumn], of_plan: &Unit) -> Result<String, ImportFault> {
    let mut text = format!("title = {}\n", quoted(table));
    let common = common_unit(columns, of_plan);
    if let Some(unit) = common.filter(|_| columns.iter().any(|column| !column.is_text)) {
        let _ = writeln!(text, "unit = {}", quoted(unit.word()));
    }
    text.push_str("\n[columns]\n");
    // Beside a column of money one that names no unit and has no known meaning may hold codes, prices or an index.
    let is_known = |column: &LedgerColumn| KNOWN_COLUMNS.contains(&column.id.as_str());
    let says_money = |column: &LedgerColumn| column.unit.as_ref().is_some_and(Unit::is_money);
    let is_of_money = columns.iter().any(|column| !column.is_text && (is_known(column) || says_money(column)));
    let counts_unknown = |column: &LedgerColumn| is_of_money && !is_known(column);
    for column in columns {
        let is_text = if column.is_text { ", text = true" } else { "" };
        let head = column.head.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = if head.is_empty() { &column.id } else { &head };
        let unit = match &column.unit {
            _ if column.is_text => String::new(),
            Some(unit) if common != Some(unit) => format!(", unit = {}", quoted(unit.word())),
            None if common.is_none() || counts_unknown(column) => {
                let mut words: Vec<&str> = columns.iter().filter_map(|it| it.unit.as_ref()).map(Unit::word).collect();
                words.dedup();
                words.extend(common.map(Unit::word).filter(|_| words.is_empty()));
                return Err(ImportFault::unit(title, &words));
            }
            _ => String::new(),
        };
        let _ = writeln!(text, "{} = {{ title = {}{unit}{is_text} }}", column.id, quoted(title));
    }
    Ok(text)
}
