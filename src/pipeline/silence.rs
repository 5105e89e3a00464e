//! What would be left out in silence: a site without plans, a table or a column without figures, a report that is later than
//! the date the site speaks of, and readings and decisions on a level that are.
//!
//! Takes the files of a plan and what may be seen of them. Promises to tell of nothing that a mark hides.

use std::collections::BTreeSet;

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
const UNREAD_WORKBOOK: Code = Code::warning("unread-workbook")
    .args(&["name", "right"])
    .help("a workbook under the name of a table or an indicator, in a folder where its figures are read from a CSV file of that name and none lies");
const REPORT_TO_COME: Code = Code::warning("report-to-come")
    .args(&["report", "since"])
    .help("a report that is left out because its date lies behind the one the site speaks of; nothing is said where `--as-of` asks for that");
const REPORT_FAR_OFF: Code = Code::warning("report-far-off")
    .args(&["report", "year"])
    .help("a report of more than a year before its plan, or of long after it and every other report: its folder has most likely the wrong year");
const VALUE_TO_COME: Code = Code::warning("value-to-come")
    .args(&["what", "report", "count", "since"])
    .help("something that is said to have happened on a day behind the one the site speaks of: readings older than the first report (told once of each indicator or series in a file), levels that a committee set, decisions, milestones that were reached, readings of reports; none of it is shown, and nothing is said where `--as-of` asks for that");

/// The codes of this file.
pub const CODES: &[&Code] = &[
    &EMPTY_SITE,
    &TABLE_WITHOUT_FIGURES,
    &COLUMN_WITHOUT_FIGURES,
    &UNREAD_WORKBOOK,
    &REPORT_FAR_OFF,
    &REPORT_TO_COME,
    &VALUE_TO_COME,
];

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
    workbooks: &[RelPath],
) -> Result<Vec<Diagnostic>, Error> {
    if hidden.plan() {
        return Ok(Vec::new());
    }
    let mut found = tables_without_figures(files, records, hidden);
    found.extend(unread_workbooks(workbooks, records, hidden));
    found.extend(columns_without_figures(records, hidden));
    if opened.mode.edition.is_some() {
        return Ok(found);
    }
    let folders = report_folders(opened, files, records)?;
    let far_off = far_off(&folders, records, opened.viewer.as_of);
    found.extend(far_off.iter().map(|(folder, year)| {
        let diagnostic = Diagnostic::new(&REPORT_FAR_OFF, Place::File(folder.file.clone()));
        diagnostic.with("report", folder.period.iso()).with("year", year.clone())
    }));
    // Who asks for a date knows what he asked for.
    if opened.input.as_of.is_none() {
        let is_far_off = |folder: &&ReportFolder| far_off.iter().any(|(far_off, _)| far_off.file == folder.file);
        let to_come = folders.iter().filter(|folder| folder.period.last() > opened.viewer.as_of);
        found.extend(to_come.filter(|folder| !is_far_off(folder)).map(|folder| {
            let diagnostic = Diagnostic::new(&REPORT_TO_COME, Place::File(folder.file.clone()));
            diagnostic.with("report", folder.period.iso()).with("since", opened.viewer.as_of.to_string())
        }));
        found.extend(values_to_come(records, opened.viewer.as_of));
    }
    Ok(found)
}

/// Tells whether some file has figures of a table. A head alone, as an export of nothing has it, shows no more than no file; nor do the
/// plan's own rows without the figures of a report.
fn has_figures(table: &Id, records: &[Record]) -> bool {
    let some_in = |role: FileKind, has_some: fn(&Figures) -> bool| {
        let files = records.iter().filter(|record| record.role == role && record.id == *table);
        files.fold(None, |found, file| Some(found == Some(true) || file.figures.as_ref().is_some_and(has_some)))
    };
    // Rows that were dropped are rows.
    let of_reports = some_in(FileKind::UpdateFigures, |figures| figures.partial || !figures.rows.is_empty());
    of_reports.or_else(|| some_in(FileKind::TableFigures, Figures::has_figures)).unwrap_or(false)
}

/// Tells whether a file is a workbook under the name of a table or an indicator.
fn is_workbook_of(file: &RelPath, id: &Id) -> bool {
    let is_workbook = WORKBOOKS.iter().any(|known| file.extension().eq_ignore_ascii_case(known));
    is_workbook && file.stem().eq_ignore_ascii_case(id.as_str())
}

/// Returns the workbooks that lie in the place of a file of figures: under the name of a table or an indicator, where no CSV file of that
/// name lies beside them. One that a text links to is published for its own sake.
pub fn workbooks_for_figures(files: PlanFiles<'_>, records: &[Record], linked: &BTreeSet<RelPath>) -> Vec<RelPath> {
    let tables = records.iter().filter(|record| record.role == FileKind::Table).map(|record| &record.id);
    let registers = records.iter().filter(|record| record.role == FileKind::Indicators);
    let indicators = registers.flat_map(|record| record.fields.entries()).filter_map(|(key, ..)| match key {
        Key::Id(id) if id.parts().is_none() => Some(id),
        _ => None,
    });
    let ids: Vec<&Id> = tables.chain(indicators).collect();
    let is_csv_of = |file: &RelPath, id: &Id| {
        file.extension().eq_ignore_ascii_case("csv") && file.stem().eq_ignore_ascii_case(id.as_str())
    };
    let is_alone = |file: &&RelPath| {
        let mut own = ids.iter().filter(|id| is_workbook_of(file, id));
        let beside = |id: &Id| files.iter().any(|other| other.folder() == file.folder() && is_csv_of(other, id));
        !linked.contains(*file) && own.next().is_some_and(|id| !beside(id))
    };
    files.iter().filter(is_alone).cloned().collect()
}

/// Tells of workbooks in the place of figures, unless it is said already that their table has none.
fn unread_workbooks(workbooks: &[RelPath], records: &[Record], hidden: &Hidden) -> Vec<Diagnostic> {
    if hidden.folders().next().is_some() {
        return Vec::new();
    }
    let is_told = |file: &RelPath| {
        let mut tables = records.iter().filter(|it| it.role == FileKind::Table && is_workbook_of(file, &it.id));
        tables.any(|table| hidden.table(&table.id) || table.closed || !has_figures(&table.id, records))
    };
    let untold = workbooks.iter().filter(|file| !is_told(file));
    let said = untold.map(|file| {
        let diagnostic = Diagnostic::new(&UNREAD_WORKBOOK, Place::File(file.clone()));
        diagnostic.with("name", file.file_name()).with("right", format!("{}.csv", file.stem().to_lowercase()))
    });
    said.collect()
}

/// A report that is hidden may have the figures: then nothing is said.
fn tables_without_figures(files: PlanFiles<'_>, records: &[Record], hidden: &Hidden) -> Vec<Diagnostic> {
    if hidden.folders().next().is_some() {
        return Vec::new();
    }
    let tables = records.iter().filter(|record| record.role == FileKind::Table && !record.closed);
    let empty = tables.filter(|table| !hidden.table(&table.id) && !has_figures(&table.id, records));
    let said = empty.map(|table| {
        let found = files.iter().find(|file| is_workbook_of(file, &table.id)).map_or("none", RelPath::as_str);
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

/// The folder of a report, as far as anything may be said of it.
struct ReportFolder {
    period: Period,
    /// Its first file.
    file: RelPath,
}

/// Returns the folders of a plan's reports, in the order of their names. Where a mark might hide one, nothing is said of it.
fn report_folders(
    opened: &OpenedSite<'_>,
    files: PlanFiles<'_>,
    records: &[Record],
) -> Result<Vec<ReportFolder>, Error> {
    let plan = records.iter().find(|record| record.role == FileKind::Plan);
    let of_site = &opened.version.settings.context;
    let year_begins = plan.map_or(of_site.year_begins, |plan| of_site.for_plan(&plan.fields).year_begins);
    let mut found: Vec<ReportFolder> = Vec::new();
    let folder = |file: &RelPath| {
        let mut parts = file.parts().skip(3);
        (parts.next() == Some("updates")).then(|| parts.next().map(str::to_owned)).flatten()
    };
    for files in files.chunk_by(|a, b| folder(a) == folder(b)) {
        let Some(name) = files.first().and_then(folder) else { continue };
        let (Ok(period), Some(file)) = (Period::read_folder(&name, year_begins), files.first()) else { continue };
        // What has come is among the records, unless it is hidden; of what has not, the files themselves tell.
        let is_shown = if period.last() > opened.viewer.as_of {
            !is_marked(opened, files)?
        } else {
            records.iter().any(|record| record.role.is_in_report() && files.contains(&record.file))
        };
        if is_shown {
            found.push(ReportFolder { period, file: file.clone() });
        }
    }
    Ok(found)
}

/// Tells whether a mark in some file of a report might hide something of it.
fn is_marked(opened: &OpenedSite<'_>, files: &[RelPath]) -> Result<bool, Error> {
    let mut bytes = Vec::new();
    for file in files {
        opened.version.read(file, &mut bytes)?;
        let role = content::role_of(file);
        // Figures may be in another encoding; names of marks are the same letters in each.
        let (text, ..) = encoding_rs::WINDOWS_1252.decode(&bytes);
        let text = if role.is_figures() { text.as_bytes() } else { &bytes };
        if role.is_parsed() && content::may_hide(text, role) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Returns the reports of another time than their plan, each with the plan's year: of more than a year before it begins, or of long after it
/// has ended and the report before came, for what was agreed in one year may well be followed for ten.
fn far_off<'f>(folders: &'f [ReportFolder], records: &[Record], as_of: Date) -> Vec<(&'f ReportFolder, String)> {
    let Some(plan) = records.iter().find(|record| record.role == FileKind::Plan && !record.closed) else {
        return Vec::new();
    };
    let year = plan.fields.get(&schema::YEAR).map(|year| (year.first().year(), year.last().year()));
    let told = year.map_or_else(|| as_of.year().to_string(), |(first, _)| first.to_string());
    let field = |field| plan.fields.get(field).copied();
    let begins = [year.map(|(first, _)| first), field(&schema::STARTED).map(|it: Period| it.first().year())];
    let begins = begins.into_iter().flatten().min();
    let ends = [year.map(|(_, last)| last), field(&schema::FINISHED).map(|it: Period| it.last().year())];
    // What comes soon is no slip, whatever the plan's year.
    let ends = ends.into_iter().flatten().chain([as_of.year()]).max().unwrap_or(i16::MAX);
    let mut folders: Vec<&ReportFolder> = folders.iter().collect();
    folders.sort_by_key(|folder| folder.period);
    let mut before: Option<i16> = None;
    let mut found = Vec::new();
    for folder in folders {
        let (first, last) = (folder.period.first().year(), folder.period.last().year());
        let is_early = begins.is_some_and(|begins| last < begins.saturating_sub(1));
        let is_late = first > before.unwrap_or(ends).max(ends).saturating_add(1);
        match is_early || is_late {
            true => found.push((folder, told.clone())),
            false => before = Some(last),
        }
    }
    found
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
