//! What would be left out in silence: a site without plans, a table or a column without figures, a report that is later than
//! the date the site speaks of, and readings and decisions on a level that are.
//!
//! Takes the files of a plan and what may be seen of them. Promises to tell of nothing that a mark hides.

use super::OpenedSite;
use crate::{
    content::{self, Figures, FileKind, Hidden, Record},
    diag::{Code, Diagnostic, Error, FieldRef, Place},
    schema::{Fields, Key, Value, records as schema},
    site::PlanFiles,
    value::{Date, Id, Period, RelPath},
};

const EMPTY_SITE: Code = Code::error("empty-site")
    .help("a site without a plan, as a clone has it that lacks a submodule: published, it would replace all that was");
const TABLE_WITHOUT_FIGURES: Code = Code::warning("table-without-figures")
    .args(&["id", "path"])
    .help("a table that is declared and has no CSV file of figures, so that nothing of it is shown");
const COLUMN_WITHOUT_FIGURES: Code = Code::warning("column-without-figures")
    .args(&["id", "table"])
    .help("a column that a table declares and none of its CSV files has, so that it is empty: one that the file calls otherwise, or that `heads` or `row_ids` reads as something else");
const REPORT_TO_COME: Code = Code::warning("report-to-come")
    .args(&["report", "since"])
    .help("a report that is left out because its date lies behind the one the site speaks of; nothing is said where `--as-of` asks for that");
const VALUE_TO_COME: Code = Code::warning("value-to-come")
    .args(&["what", "report", "count", "since"])
    .help("something that is said to have happened on a day behind the one the site speaks of: readings older than the first report (told once of each indicator or series in a file), levels that a committee set and decisions are not shown, readings of reports and milestones that were reached are; nothing is said where `--as-of` asks for that");

/// The codes of this file.
pub const CODES: &[&Code] =
    &[&EMPTY_SITE, &TABLE_WITHOUT_FIGURES, &COLUMN_WITHOUT_FIGURES, &REPORT_TO_COME, &VALUE_TO_COME];

/// The endings of workbooks, which are no CSV files.
const WORKBOOKS: [&str; 5] = ["xlsx", "xls", "xlsm", "ods", "numbers"];

/// Tells of a site that has no plan at all.
pub fn empty_site(opened: &OpenedSite<'_>) -> Option<Diagnostic> {
    let is_empty = opened.version.files.plans.is_empty() && opened.mode.edition.is_none();
    is_empty.then(|| Diagnostic::new(&EMPTY_SITE, Place::Subject(FieldRef::new("site.toml", ""))))
}

/// Tells of what a plan has and does not show, though nothing hides it.
pub fn of_plan(
    opened: &OpenedSite<'_>,
    files: PlanFiles<'_>,
    records: &[Record],
    hidden: &Hidden,
) -> Result<Vec<Diagnostic>, Error> {
    if hidden.plan() {
        return Ok(Vec::new());
    }
    let mut found = tables_without_figures(files, records, hidden);
    found.extend(columns_without_figures(records, hidden));
    // Who asks for a date knows what he asked for.
    if opened.input.as_of.is_none() && opened.mode.edition.is_none() {
        found.extend(reports_to_come(opened, files, records)?);
        found.extend(values_to_come(records, opened.viewer.as_of));
    }
    Ok(found)
}

/// A report that is hidden may have the figures: then nothing is said.
fn tables_without_figures(files: PlanFiles<'_>, records: &[Record], hidden: &Hidden) -> Vec<Diagnostic> {
    if hidden.folders().next().is_some() {
        return Vec::new();
    }
    let rows_in = |role: FileKind, table: &Record| {
        let files = records.iter().filter(|record| record.role == role && record.id == table.id);
        // Rows that were dropped are rows.
        let has_rows = |figures: &Figures| figures.partial || !figures.rows.is_empty();
        files.fold(None, |found, file| Some(found == Some(true) || file.figures.as_ref().is_some_and(has_rows)))
    };
    // A head alone, as an export of nothing has it, shows no more than no file.
    let has_figures = |table: &Record| {
        rows_in(FileKind::UpdateFigures, table).or_else(|| rows_in(FileKind::TableFigures, table)).unwrap_or(false)
    };
    let tables = records.iter().filter(|record| record.role == FileKind::Table && !record.closed);
    let empty = tables.filter(|table| !hidden.table(&table.id) && !has_figures(table));
    let said = empty.map(|table| {
        let is_workbook = |file: &&RelPath| {
            let ending = file.extension();
            file.stem().eq_ignore_ascii_case(table.id.as_str())
                && WORKBOOKS.iter().any(|known| ending.eq_ignore_ascii_case(known))
        };
        let found = files.iter().find(is_workbook).map_or("none", RelPath::as_str);
        let place = Place::Subject(FieldRef::new(table.file.as_str(), ""));
        Diagnostic::new(&TABLE_WITHOUT_FIGURES, place).with("id", table.id.to_string()).with("path", found)
    });
    said.collect()
}

/// The columns that are declared, are not computed, and are in no file of their table. A report that is hidden may have them: then
/// nothing is said.
fn columns_without_figures(records: &[Record], hidden: &Hidden) -> Vec<Diagnostic> {
    if hidden.folders().next().is_some() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for table in records.iter().filter(|it| it.role == FileKind::Table && !it.closed && !hidden.table(&it.id)) {
        let is_of_table = |record: &&Record| {
            matches!(record.role, FileKind::TableFigures | FileKind::UpdateFigures) && record.id == table.id
        };
        let files: Vec<_> = records.iter().filter(is_of_table).map(|record| record.figures.as_ref()).collect();
        // Of a file that cannot be read nobody knows.
        if files.iter().any(Option::is_none) {
            continue;
        }
        let is_there = |id: &Id| files.iter().flatten().any(|figures| figures.column(id.as_str()).is_some());
        let declared = || table.fields.get(&schema::COLUMNS).into_iter().flat_map(Fields::entries);
        // Rows that are declared alone have no figures yet.
        let has_figures = records.iter().any(|it| it.role == FileKind::UpdateFigures && it.id == table.id)
            || declared().any(|(key, ..)| matches!(key, Key::Id(id) if is_there(id)));
        if !has_figures {
            continue;
        }
        for (key, _, value) in declared() {
            let (Key::Id(id), Value::Record(column)) = (key, value) else { continue };
            let is_computed = column.get(&schema::FORMULA).is_some() || column.get(&schema::SHARE_OF).is_some();
            if !is_computed && !is_there(id) {
                let place = Place::Subject(FieldRef::new(table.file.as_str(), &format!("columns.{id}")));
                let diagnostic = Diagnostic::new(&COLUMN_WITHOUT_FIGURES, place).with("id", id.to_string());
                found.push(diagnostic.with("table", table.id.to_string()));
            }
        }
    }
    found
}

/// The folders of reports whose date has not come. Where a mark might hide one, nothing is said of it.
fn reports_to_come(
    opened: &OpenedSite<'_>,
    files: PlanFiles<'_>,
    records: &[Record],
) -> Result<Vec<Diagnostic>, Error> {
    let plan = records.iter().find(|record| record.role == FileKind::Plan);
    let of_site = &opened.version.settings.context;
    let year_begins = plan.map_or(of_site.year_begins, |plan| of_site.for_plan(&plan.fields).year_begins);
    let mut found: Vec<Diagnostic> = Vec::new();
    let folder = |file: &RelPath| {
        let mut parts = file.parts().skip(3);
        (parts.next() == Some("updates")).then(|| parts.next().map(str::to_owned)).flatten()
    };
    for files in files.chunk_by(|a, b| folder(a) == folder(b)) {
        let Some(name) = files.first().and_then(folder) else { continue };
        let period = Period::read_folder(&name, year_begins).ok();
        let Some(period) = period.filter(|period| period.last() > opened.viewer.as_of) else {
            continue;
        };
        let mut is_marked = false;
        let mut bytes = Vec::new();
        for file in files {
            opened.version.read(file, &mut bytes)?;
            let role = content::role_of(file);
            // Figures may be in another encoding; names of marks are the same letters in each.
            let (text, ..) = encoding_rs::WINDOWS_1252.decode(&bytes);
            let text = if role.is_figures() { text.as_bytes() } else { &bytes };
            is_marked |= role.is_parsed() && content::may_hide(text, role);
        }
        if let Some(file) = files.first().filter(|_| !is_marked) {
            let diagnostic = Diagnostic::new(&REPORT_TO_COME, Place::File(file.clone()));
            found.push(diagnostic.with("report", period.iso()).with("since", opened.viewer.as_of.to_string()));
        }
    }
    Ok(found)
}

/// Readings, levels that a committee set, decisions and milestones that were reached, of days that have not come.
fn values_to_come(records: &[Record], as_of: Date) -> Vec<Diagnostic> {
    let told = |what: &str, place: Place, period: Period, count: usize| {
        let diagnostic = Diagnostic::new(&VALUE_TO_COME, place).with("what", what).with("report", period.iso());
        diagnostic.with("count", count.to_string()).with("since", as_of.to_string())
    };
    let mut found = Vec::new();
    for record in records {
        let file = record.file.as_str();
        if let Some(date) = record.fields.get(&schema::OVERRULED).and_then(|overruled| overruled.get(&schema::DATE))
            && date.first() > as_of
        {
            found.push(told("overruled", Place::Subject(FieldRef::new(file, "overruled.date")), *date, 1));
        }
        let registers = [
            ("decided", "decisions", record.fields.get(&schema::DECISIONS), &schema::DECIDED),
            ("done", "milestones", record.fields.get(&schema::MILESTONE_UPDATES), &schema::DONE),
            ("read", "readings", record.fields.get(&schema::READINGS), &schema::DATE),
        ];
        for (what, register, entries, field) in registers {
            for (_, id, value) in entries.into_iter().flat_map(Fields::entries) {
                let Value::Record(fields) = value else { continue };
                if let Some(date) = fields.get(field).filter(|date| date.first() > as_of) {
                    let field = field.spec.name;
                    let place = match record.role {
                        FileKind::Timeline => FieldRef::new(&format!("{file}#{register}.{id}"), field),
                        FileKind::UpdateReadings => FieldRef::new(&format!("{file}#{register}.{id}"), ""),
                        _ => FieldRef::new(file, &format!("{register}.{id}.{field}")),
                    };
                    found.push(told(what, Place::Subject(place), *date, 1));
                }
            }
        }
        if !matches!(record.role, FileKind::Indicators | FileKind::IndicatorFigures) {
            continue;
        }
        for (_, id, value) in record.fields.entries() {
            let Value::Record(indicator) = value else { continue };
            let readings = indicator.get(&schema::OLD_READINGS).into_iter().flat_map(Fields::entries);
            let mut to_come: Vec<(&Period, &str)> = readings
                .filter_map(|(key, text, _)| if let Key::Period(period) = key { Some((period, text)) } else { None })
                .filter(|(period, _)| period.first() > as_of)
                .collect();
            to_come.sort();
            if let Some((period, text)) = to_come.first() {
                let place = Place::Subject(FieldRef::new(&format!("{file}#{id}"), &format!("readings.{text}")));
                found.push(told("reading", place, **period, to_come.len()));
            }
        }
    }
    found
}
