//! An old table of measures and what became of them → a file for each measure, and its status in a report.

use std::collections::BTreeMap;

use toml_edit::{Item, Value};

use super::{
    super::{
        add::{markdown, measure_id, report_folder},
        draft_file::DraftFile,
        known::{KnownPlan, KnownSite},
        report::draft_index,
    },
    edit::{FieldEdit, set_fields, words_of},
    faults::ImportFault,
    grid::{Grid, cell_name},
    headings::{MeasureColumns, MeasureField, folded, is_total},
    numbers::NumberReading,
};
use crate::{
    content::{self, FileKind, Record},
    locale::Language,
    model::Site,
    schema::records,
    value::{FootnoteMark, ItemNumber, Notation, Period, RelPath, Unit, WrittenAmount},
};

/// What is asked of a table of measures.
#[derive(Clone, Debug, Default)]
pub struct MeasuresRequest {
    /// The plan, by the name of its folder.
    pub plan: String,
    /// The date or period of the report that statuses stand in.
    pub report: Option<String>,
    /// The year that months are of; the plan's unless given.
    pub year: Option<String>,
    /// The sign before decimals.
    pub decimal: Option<char>,
}

/// What came of an import.
#[derive(Clone, Debug, Default)]
pub struct ImportedFiles {
    /// The files that are to be written.
    pub files: Vec<DraftFile>,
    /// The files whose words were kept, though the table has others.
    pub kept: Vec<RelPath>,
    /// The sign before decimals of what was read, where there were numbers.
    pub decimal: Option<char>,
    /// How many rows say nothing where others have the word of their level: the colour of a cell is no word, and is not read.
    pub wordless: usize,
}

/// Makes files of a table of measures.
pub fn import(
    site: &KnownSite<'_>,
    grid: &Grid,
    columns: &MeasureColumns,
    asked: &MeasuresRequest,
) -> Result<ImportedFiles, ImportFault> {
    let plan = site.plan(&asked.plan)?;
    let lines = Lines::part(grid, columns)?;
    let kinds: Vec<(usize, bool)> = columns.columns.iter().map(|(at, field, ..)| (*at, field.is_amount())).collect();
    grid.refuse_merged(columns.head, &kinds)?;
    for item in &lines.items {
        for (at, field, ..) in columns.columns.iter().filter(|(_, field, ..)| !field.is_amount()) {
            grid.refuse_as_words(item.row, *at, *field == MeasureField::Number)?;
        }
    }
    let mut places = Vec::new();
    for row in lines.items.iter().map(|item| item.row).chain(lines.total) {
        places.extend(columns.columns.iter().filter(|(_, field, ..)| field.is_amount()).map(|(at, ..)| (row, *at)));
    }
    let numbers = {
        let ways = (plan.dialect.csv.notation.negative, plan.dialect.notation);
        NumberReading::prove(grid, &places, asked.decimal, ways)?
    };
    let has = |wanted: &dyn Fn(&MeasureField) -> bool| columns.columns.iter().any(|(_, field, ..)| wanted(field));
    let is_status =
        |field: &MeasureField| matches!(field, MeasureField::Status(_) | MeasureField::Level | MeasureField::Words);
    let report = match &asked.report {
        Some(date) => Some(report_folder(date, plan.dialect.year_begins)?),
        None if has(&is_status) => return Err(ImportFault::needs("report")),
        None => None,
    };
    let own_year = plan.head().and_then(|head| head.fields.get(&records::YEAR)).map(ToString::to_string);
    let year = asked.year.clone().or(own_year);
    let is_month = |field: &MeasureField| matches!(field, MeasureField::Month(_) | MeasureField::Year);
    if year.is_none() && has(&is_month) {
        return Err(ImportFault::needs("year"));
    }
    let import = MeasureImport { site, plan: &plan, grid, columns, numbers, report, year: year.unwrap_or_default() };
    let is_wordless = |item: &&ItemLine| columns.status.is_some_and(|at| grid.text(item.row, at).is_empty());
    let wordless = lines.items.iter().filter(is_wordless).count();
    Ok(ImportedFiles { wordless, ..import.all(&lines)? })
}

/// What amounts are read in where they say no unit, and what else may be meant.
struct AmountUnits {
    /// The unit of the plan.
    own: Unit,
    /// Records of the plan count in others, so that each amount says its own.
    is_said: bool,
    /// The units that an amount of a column without one may be in; empty where there is one alone.
    doubtful: Vec<Unit>,
}

/// A row that is a measure.
struct ItemLine {
    row: usize,
    number: String,
    title: String,
}

/// The rows of a table, by what they are.
struct Lines {
    items: Vec<ItemLine>,
    total: Option<usize>,
    notes: Vec<(String, String)>,
}

impl Lines {
    fn part(grid: &Grid, columns: &MeasureColumns) -> Result<Self, ImportFault> {
        let at =
            |wanted: MeasureField| columns.columns.iter().find(|(_, field, ..)| *field == wanted).map(|(at, ..)| *at);
        let (number_at, title_at) = (at(MeasureField::Number), at(MeasureField::Title));
        let mut lines = Self { items: Vec::new(), total: None, notes: Vec::new() };
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for row in columns.head.saturating_add(1)..grid.rows.len() {
            let text = |at: Option<usize>| at.map_or("", |at| grid.text(row, at)).to_owned();
            let (number, title) = (text(number_at), text(title_at));
            let cells: Vec<&str> =
                (0..grid.width()).map(|at| grid.text(row, at)).filter(|cell| !cell.is_empty()).collect();
            let Some(first) = cells.first() else { continue };
            // A head that a page break repeats.
            if (0..grid.width()).all(|at| grid.text(row, at) == grid.text(columns.head, at)) {
                continue;
            }
            if let ([note], true) = (cells.as_slice(), first.starts_with('*')) {
                let words = note.trim_start_matches('*');
                let mark = "*".repeat(note.len().saturating_sub(words.len()));
                lines.notes.push((mark, words.split_whitespace().collect::<Vec<_>>().join(" ")));
                continue;
            }
            if is_total(&number) || is_total(&title) {
                if lines.total.replace(row).is_some() {
                    return Err(ImportFault::row(first, row.saturating_add(1)));
                }
                continue;
            }
            let key = if number.is_empty() { folded(&title) } else { folded(&number) };
            if key.is_empty() || seen.insert(key, row).is_some() {
                return Err(ImportFault::row(first, row.saturating_add(1)));
            }
            lines.items.push(ItemLine { row, number, title: title.split_whitespace().collect::<Vec<_>>().join(" ") });
        }
        if lines.items.is_empty() { Err(ImportFault::no_head(&super::headings::names())) } else { Ok(lines) }
    }
}

struct MeasureImport<'i> {
    site: &'i KnownSite<'i>,
    plan: &'i KnownPlan<'i>,
    grid: &'i Grid,
    columns: &'i MeasureColumns,
    numbers: NumberReading,
    report: Option<(String, Period)>,
    year: String,
}

impl MeasureImport<'_> {
    fn all(&self, lines: &Lines) -> Result<ImportedFiles, ImportFault> {
        let mut out = ImportedFiles { decimal: Some(self.numbers.from.decimal), ..ImportedFiles::default() };
        let (mut plan_edits, mut index_edits): (Vec<FieldEdit>, Vec<FieldEdit>) = (Vec::new(), Vec::new());
        let units = self.units(&mut plan_edits);
        let (mut of_measures, mut of_statuses) = (Vec::new(), Vec::new());
        for item in &lines.items {
            let stem = self.measure(item, &units, &mut out, &mut of_measures)?;
            if self.report.is_some() {
                self.status(item, &stem, &units, &mut out, &mut of_statuses)?;
            }
        }
        if let Some(row) = lines.total {
            for (at, field, ..) in &self.columns.columns {
                let Some(amount) = self.amount(row, *at, &units)? else { continue };
                let edits = |path: &[&str]| {
                    (path.iter().map(|part| (*part).to_owned()).collect(), Value::from(amount.as_str()))
                };
                match field {
                    MeasureField::Amount(name) => {
                        of_measures.push(amount.clone());
                        plan_edits.push(edits(&["stated", name]));
                    }
                    MeasureField::Status(name) => {
                        of_statuses.push(amount.clone());
                        index_edits.push(edits(&["stated", name]));
                    }
                    MeasureField::Year => plan_edits.push(edits(&["stated", "effect", &self.year, "total"])),
                    _ => {}
                }
            }
            let months = self.months(row, &units)?;
            plan_edits.extend(months.into_iter().map(|(months, amount)| {
                let path = ["stated", "effect", self.year.as_str(), &months].map(str::to_owned).to_vec();
                (path, Value::from(amount))
            }));
        }
        for (mark, words) in &lines.notes {
            let note = |edits: &mut Vec<FieldEdit>| {
                edits.push((vec!["notes".to_owned(), mark.clone()], Value::from(words.as_str())))
            };
            let has = |texts: &[String]| texts.iter().any(|text| marks_of(text) == Some(mark.as_str()));
            if has(&of_measures) {
                note(&mut plan_edits);
            }
            if has(&of_statuses) {
                note(&mut index_edits);
            }
        }
        if !plan_edits.is_empty() {
            self.edit(&self.plan.path("plan.md"), &plan_edits, None, &mut out)?;
        }
        if let Some((report, period)) = &self.report {
            self.index((report, *period), &index_edits, &mut out)?;
        }
        Ok(out)
    }

    /// Sets what a report as a whole says. One that is new is a draft, as `new report` makes it: nobody is shown what was only imported.
    fn index(
        &self,
        (report, period): (&str, Period),
        edits: &[FieldEdit],
        out: &mut ImportedFiles,
    ) -> Result<(), ImportFault> {
        let path = self.plan.path(&format!("updates/{report}/index.md"));
        let base = self.plan.path(&format!("updates/{report}/"));
        let has_status = out.files.iter().any(|file| file.path.as_str().starts_with(&base));
        if edits.is_empty() && !has_status {
            return Ok(());
        }
        match draft_index(self.site, self.plan, (report, period))? {
            Some(draft) => {
                // Tables stand behind the remarks: a remark that an author makes a field is then a field of the report.
                let fields = set_fields(&markdown(""), edits, |_, _| false)?;
                let fields = fields.strip_prefix("+++\n").unwrap_or_default();
                let draft = draft.trim_end().trim_end_matches('+');
                out.files.push(DraftFile::new(self.site.tree, path, [draft, fields].concat())?);
                Ok(())
            }
            None if edits.is_empty() => Ok(()),
            None => self.edit(&path, edits, None, out),
        }
    }

    /// Returns what amounts are read in. A plan that says no unit and holds no amount yet is given the one of the heads; amounts that
    /// stand there would change what they mean.
    fn units(&self, plan_edits: &mut Vec<FieldEdit>) -> AmountUnits {
        let mut units: Vec<Unit> = self.columns.columns.iter().filter_map(|(.., unit)| unit.clone()).collect();
        units.sort();
        units.dedup();
        let head = self.plan.head();
        let is_empty = self.plan.records.iter().all(|record| record.role == FileKind::Plan)
            && head.is_none_or(|head| {
                head.fields.get(&records::STATED).is_none() && head.fields.get(&records::OVERSPEND).is_none()
            });
        let own = match (head.and_then(|head| head.fields.get(&records::UNIT)), units.as_slice()) {
            (Some(own), _) => own.clone(),
            (None, [unit]) if *unit != *self.site_unit() && is_empty => {
                plan_edits.push((vec![records::UNIT.spec.name.to_owned()], Value::from(unit.word())));
                unit.clone()
            }
            _ => self.site_unit().clone(),
        };
        // A measure, a status or a report may count in a unit of its own, and what is set in it is then read in that.
        let of_records = self.plan.records.iter().flat_map(|record| {
            let effect = record.fields.get(&records::EFFECT).and_then(|effect| effect.get(&records::UNIT));
            let own = match record.role {
                FileKind::Measure | FileKind::Status | FileKind::Update => record.fields.get(&records::UNIT),
                _ => None,
            };
            own.into_iter().chain(effect)
        });
        let before = of_records.filter(|unit| **unit != own).cloned().collect::<Vec<_>>();
        let is_said = !before.is_empty();
        units.extend(before);
        units.push(own.clone());
        units.sort();
        units.dedup();
        let doubtful = if units.len() > 1 { units } else { Vec::new() };
        AmountUnits { own, is_said, doubtful }
    }

    fn site(&self) -> &Site {
        &self.site.version.settings.site
    }

    fn site_unit(&self) -> &Unit {
        &self.site().unit
    }

    fn amount(&self, row: usize, column: usize, units: &AmountUnits) -> Result<Option<String>, ImportFault> {
        let known = self.columns.columns.iter().find(|(at, field, ..)| *at == column && field.is_amount());
        let (Some((.., head, unit)), Some(cell)) = (known, self.grid.cell(row, column)) else { return Ok(None) };
        let crown = self.plan.dialect.notation.crown;
        let unit = self.grid.unit_of((row, column), (head, unit.as_ref()), crown)?;
        let Some(text) = self.numbers.amount(cell, row)? else { return Ok(None) };
        // What an author writes by hand has no sign before exactly three digits that parts decimals.
        let text = self.by_hand(&text);
        let fault = || ImportFault::no_number(&text, row.saturating_add(1), None);
        let notation = self.plan.dialect.notation;
        let meant = WrittenAmount::parse(&text, Notation { declared: true, ..notation }).map_err(|_| fault())?;
        if meant.unit.as_ref().is_some_and(Unit::is_per_cent) {
            return Err(ImportFault::cell("percent", &cell_name(row, column)));
        }
        let unit = match &unit {
            _ if meant.number.is_none() || meant.unit.is_some() => return Ok(Some(text)),
            None if units.doubtful.is_empty() => return Ok(Some(text)),
            None => {
                let words: Vec<&str> = units.doubtful.iter().map(Unit::word).collect();
                return Err(ImportFault::unit(head, &words));
            }
            Some(unit) if *unit == units.own && !units.is_said => return Ok(Some(text)),
            Some(unit) => unit,
        };
        // The mark stands behind the unit; that the whole is read as it is meant is proved.
        let (bare, _) = FootnoteMark::split(&text);
        let mark = text.get(bare.len()..).unwrap_or_default().trim();
        let written = format!("{bare} {}{mark}", unit.word());
        let again = WrittenAmount::parse(&written, notation).map_err(|_| fault())?;
        let is_same = again == WrittenAmount { unit: Some(unit.clone()), ..meant };
        if is_same { Ok(Some(written)) } else { Err(fault()) }
    }

    /// Writes an amount so that it is read by hand as it is meant: `1,250` with another nought, whole numbers without signs.
    fn by_hand(&self, text: &str) -> String {
        let notation = self.plan.dialect.notation;
        let meant = WrittenAmount::parse(text, Notation { declared: true, ..notation });
        match WrittenAmount::parse(text, notation) {
            Ok(_) => text.to_owned(),
            Err(_) => {
                let end = text.rfind(|c: char| c.is_ascii_digit()).map_or(text.len(), |at| at.saturating_add(1));
                let longer = [text.get(..end).unwrap_or(text), "0", text.get(end..).unwrap_or_default()].concat();
                let again = WrittenAmount::parse(&longer, notation);
                if again.is_ok() && again == meant { longer } else { text.to_owned() }
            }
        }
    }

    /// Returns the amounts of months: those of equal months in a row together.
    fn months(&self, row: usize, units: &AmountUnits) -> Result<Vec<(String, String)>, ImportFault> {
        let mut months: BTreeMap<u8, String> = BTreeMap::new();
        for (at, field, ..) in &self.columns.columns {
            if let MeasureField::Month(month) = field
                && let Some(amount) = self.amount(row, *at, units)?
            {
                months.insert(*month, amount);
            }
        }
        let mut runs: Vec<(u8, u8, String)> = Vec::new();
        for (month, amount) in months {
            match runs.last_mut() {
                Some((_, last, known)) if *known == amount && last.saturating_add(1) == month => *last = month,
                _ => runs.push((month, month, amount)),
            }
        }
        let word = |month: u8| content::month(usize::from(month));
        let named = runs.into_iter().map(|(first, last, amount)| {
            let name = if first == last { word(first).to_owned() } else { format!("{}-{}", word(first), word(last)) };
            (name, amount)
        });
        Ok(named.collect())
    }

    /// Finds the measure of a row: by its number, else by its title.
    fn known(&self, item: &ItemLine) -> Option<&Record> {
        let mut measures = self.plan.records.iter().filter(|record| record.role == FileKind::Measure);
        let number = ItemNumber::parse(&item.number);
        measures.find(|record| {
            let own = record.fields.get(&records::NUMBER);
            match (&number, own) {
                (Some(number), Some(own)) => own.as_str() == number.as_str(),
                (None, _) => record
                    .fields
                    .get(&records::OPTIONAL_TITLE)
                    .is_some_and(|title| folded(title) == folded(&item.title)),
                _ => false,
            }
        })
    }

    /// Makes or changes the file of a measure, and returns its stem.
    fn measure(
        &self,
        item: &ItemLine,
        units: &AmountUnits,
        out: &mut ImportedFiles,
        marks: &mut Vec<String>,
    ) -> Result<String, ImportFault> {
        let known = self.known(item);
        let mut edits: Vec<FieldEdit> = Vec::new();
        let mut set =
            |path: &[&str], value: Value| edits.push((path.iter().map(|part| (*part).to_owned()).collect(), value));
        if known.is_none() {
            for (name, text) in [("number", &item.number), ("title", &item.title)] {
                if !text.is_empty() {
                    set(&[name], Value::from(text.as_str()));
                }
            }
        }
        marks.push(item.number.clone());
        let mut parts = String::new();
        for (at, field, ..) in &self.columns.columns {
            let text = self.grid.text(item.row, *at);
            match field {
                MeasureField::Amount(name) => {
                    if let Some(amount) = self.amount(item.row, *at, units)? {
                        marks.push(amount.clone());
                        set(&[name], Value::from(amount));
                    }
                }
                MeasureField::Text(name) if !text.is_empty() => set(&[name], Value::from(self.resolved(name, text))),
                MeasureField::Year => {
                    if let Some(amount) = self.amount(item.row, *at, units)? {
                        set(&["effect", &self.year, "total"], Value::from(amount));
                    }
                }
                MeasureField::Part(part) if !text.is_empty() => {
                    let heading = heading(part, self.plan.language);
                    parts.push_str(&format!("## {heading}\n\n{}\n\n", as_markdown(text)));
                }
                _ => {}
            }
        }
        for (months, amount) in self.months(item.row, units)? {
            set(&["effect", &self.year, &months], Value::from(amount));
        }
        let path = match known {
            Some(record) => record.file.as_str().to_owned(),
            None => {
                let number = Some(item.number.as_str()).filter(|number| !number.is_empty());
                let id = measure_id(number, &item.title)
                    .ok_or_else(|| ImportFault::row(&item.title, item.row.saturating_add(1)))?;
                self.plan.path(&format!("measures/{id}.md"))
            }
        };
        let stem = RelPath::new(path.as_str()).map(|path| path.stem().to_owned()).unwrap_or_default();
        self.edit(&path, &edits, Some(&parts).filter(|parts| !parts.is_empty()).map(|parts| parts.trim_end()), out)?;
        Ok(stem)
    }

    fn status(
        &self,
        item: &ItemLine,
        stem: &str,
        units: &AmountUnits,
        out: &mut ImportedFiles,
        marks: &mut Vec<String>,
    ) -> Result<(), ImportFault> {
        let Some((report, _)) = &self.report else { return Ok(()) };
        let mut edits: Vec<FieldEdit> = Vec::new();
        let mut words = String::new();
        for (at, field, ..) in &self.columns.columns {
            let text = self.grid.text(item.row, *at);
            match field {
                MeasureField::Status(name) => {
                    if let Some(amount) = self.amount(item.row, *at, units)? {
                        marks.push(amount.clone());
                        edits.push((vec![(*name).to_owned()], Value::from(amount)));
                    }
                }
                MeasureField::Level if !text.is_empty() => {
                    edits.push((vec![records::LEVEL.spec.name.to_owned()], Value::from(text)));
                }
                MeasureField::Words => words = as_markdown(text),
                _ => {}
            }
        }
        if edits.is_empty() && words.is_empty() {
            return Ok(());
        }
        let path = self.plan.path(&format!("updates/{report}/{stem}.md"));
        self.edit(&path, &edits, Some(words.as_str()).filter(|words| !words.is_empty()), out)
    }

    /// Returns what a register calls a committee or an owner that the table calls by its name.
    fn resolved(&self, field: &str, text: &str) -> String {
        let site = self.site();
        let id = match field {
            "committee" => site.committees.values().find(|it| folded(&it.name) == folded(text)).map(|it| &it.id),
            "owner" => site.owners.values().find(|it| folded(&it.title) == folded(text)).map(|it| &it.id),
            _ => None,
        };
        id.map_or_else(|| text.to_owned(), ToString::to_string)
    }

    /// Sets fields of a file that is there, or makes it. Words of a file are never written over.
    fn edit(
        &self,
        path: &str,
        edits: &[FieldEdit],
        words: Option<&str>,
        out: &mut ImportedFiles,
    ) -> Result<(), ImportFault> {
        let before = self.site.text(path)?;
        let is_new = before.is_none();
        let start = before.clone().unwrap_or_else(|| markdown(""));
        let notation = Notation { declared: true, ..self.plan.dialect.notation };
        let read = |text: &str| WrittenAmount::parse(text, notation).ok();
        let is_same = |known: &Item, new: &Value| {
            let text = |value: Option<&str>, other: String| value.map_or(other, str::to_owned);
            let known = text(known.as_str(), known.to_string().trim().replace('_', ""));
            let new = text(new.as_str(), new.to_string());
            known == new || read(&known).is_some() && read(&known) == read(&new)
        };
        let mut text = if fences_or_empty(&start) {
            set_fields(&start, edits, is_same)?
        } else {
            return Err(ImportFault::unreadable(path));
        };
        let place = RelPath::new(path).map_err(|_| ImportFault::unreadable(path))?;
        if let Some(words) = words {
            let own = words_of(&text);
            if own.is_empty() {
                text = format!("{}\n{words}\n", text.trim_end());
            } else if folded(own) != folded(words) {
                out.kept.push(place.clone());
            }
        }
        if is_new {
            out.files.push(DraftFile::new(self.site.tree, path.to_owned(), text)?);
        } else if before.as_deref() != Some(text.as_str()) {
            out.files.push(DraftFile { path: place, text, before: before.map(String::into_bytes) });
        }
        Ok(())
    }
}

fn fences_or_empty(text: &str) -> bool {
    super::edit::fences(text).is_some()
}

/// Returns the footnote mark that trails a text.
fn marks_of(text: &str) -> Option<&str> {
    let bare = text.trim_end().trim_end_matches('*');
    let mark = text.trim_end().get(bare.len()..).unwrap_or_default();
    FootnoteMark::split(text).1.map(|_| mark)
}

/// Writes the text of a cell as Markdown: bullets as a list, apart from the lines before it.
fn as_markdown(text: &str) -> String {
    let mut out = String::new();
    let mut was_item = true;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let bullet = ["•", "·", "– ", "- ", "* "].into_iter().find_map(|sign| line.strip_prefix(sign));
        match bullet {
            Some(item) => {
                out.push_str(if was_item || out.is_empty() { "" } else { "\n" });
                out.push_str(&format!("- {}\n", item.trim()));
            }
            None => {
                out.push_str(if out.is_empty() { "" } else { "\n" });
                out.push_str(&format!("{line}\n"));
            }
        }
        was_item = bullet.is_some();
    }
    out.trim_end().to_owned()
}

/// Returns the heading by which a part of a measure is known in a language.
fn heading(part: &str, language: Language) -> &'static str {
    match (part, language) {
        ("objective", Language::English) => "Objective",
        ("objective", _) => "Mål",
        ("action", Language::English) => "Action",
        ("action", Language::Swedish) => "Insats",
        ("action", _) => "Handling",
        ("consequences", Language::English) => "Consequences",
        ("consequences", _) => "Konsekvenser",
        (_, Language::English) => "Timetable",
        _ => "Tidsplan",
    }
}
