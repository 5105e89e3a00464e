//! An old table of measures and what became of them → a file for each measure, and its status in a report.

use std::collections::{BTreeMap, BTreeSet};

use toml_edit::{Item, Value};

use super::{
    super::{
        add::{markdown, measure_id, report_folder},
        draft_file::DraftFile,
        known::{KnownPlan, KnownSite},
        report::draft_index,
    },
    cell_words::as_markdown,
    edit::{FieldEdit, set_fields, words_of},
    faults::ImportFault,
    grid::{Grid, cell_name},
    headings::{MeasureColumns, MeasureField, dated_month, folded},
    known_measures::{KnownMeasures, SaidKey, is_called_otherwise},
    measure_rows::{ItemLine, Lines},
    month_edit::{fit_months, runs},
    numbers::{NumberReading, is_same_figure},
    stray_unit::{SaidUnit, StrayUnits},
};
use crate::{
    content::{self, FileKind},
    locale::Language,
    model::Site,
    schema::{Value as FieldValue, records},
    value::{FootnoteMark, Id, Notation, Period, RelPath, Unit, WrittenAmount},
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
    /// What amounts count in whose heads say no unit.
    pub unit: SaidUnit,
    /// What rows are known by where their numbers and titles disagree.
    pub known_by: SaidKey,
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
    /// Rows that are no measures.
    pub left_out: Vec<String>,
    /// Figures that the content has and the file has no more: `achieved · content/…`.
    pub gone: Vec<String>,
}

/// Makes files of a table of measures.
pub fn import(
    site: &KnownSite<'_>,
    grid: &Grid,
    columns: &MeasureColumns,
    asked: &MeasuresRequest,
) -> Result<ImportedFiles, ImportFault> {
    let plan = site.plan(&asked.plan)?;
    let kinds: Vec<(usize, bool)> = columns.columns.iter().map(|(at, field, ..)| (*at, field.is_amount())).collect();
    grid.refuse_faults(columns.head, &kinds)?;
    if !asked.unit.is_said_now {
        let of_plan = plan.head().and_then(|head| head.fields.get(&records::UNIT));
        let taken = asked.unit.unit.as_ref().or(of_plan).unwrap_or(&site.version.settings.site.unit);
        let amounts = columns.columns.iter().filter(|(_, field, ..)| field.is_amount());
        let is_key = |field: MeasureField| matches!(field, MeasureField::Number | MeasureField::Title);
        StrayUnits {
            grid,
            head: columns.head,
            amounts: amounts.map(|(at, _, head, unit)| (*at, head.as_str(), unit.is_none().then_some(taken))).collect(),
            keys: columns.columns.iter().filter(|(_, field, ..)| is_key(*field)).map(|(at, ..)| *at).collect(),
            is_ledger: false,
            crown: plan.dialect.notation.crown,
        }
        .refuse()?;
    }
    let columns = &columns.clone().with_unit(asked.unit.unit.as_ref());
    let lines = Lines::part(grid, columns)?;
    grid.refuse_merged(columns.head, &kinds)?;
    for item in &lines.items {
        for (at, field, ..) in columns.columns.iter().filter(|(_, field, ..)| !field.is_amount()) {
            grid.refuse_as_words(item.row, *at, *field == MeasureField::Number)?;
            grid.refuse_date(item.row, *at, matches!(field, MeasureField::Number | MeasureField::Title))?;
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
    // Heads that are dates say the year themselves; a month of another year is none of this plan's.
    let dated = columns.columns.iter().filter(|(_, field, ..)| matches!(field, MeasureField::Month(_)));
    let dated: Vec<(&str, String)> =
        dated.filter_map(|(_, _, head, _)| Some((head.as_str(), dated_month(head)?.1.to_string()))).collect();
    let year = asked.year.clone().or(own_year).or_else(|| dated.first().map(|(_, year)| year.clone()));
    if let Some((head, _)) = dated.iter().find(|(_, own)| year.as_ref().is_some_and(|year| year != own)) {
        return Err(ImportFault::column(head, &super::headings::names()));
    }
    let is_month = |field: &MeasureField| matches!(field, MeasureField::Month(_) | MeasureField::Year);
    if year.is_none() && has(&is_month) {
        return Err(ImportFault::needs("year"));
    }
    let year = year.unwrap_or_default();
    let known = KnownMeasures::of(&plan, asked.known_by);
    let sections = declared_sections(&plan).into_iter().map(|name| (folded(&name), name)).collect();
    let import = MeasureImport { site, plan: &plan, grid, columns, numbers, report, year, known, sections };
    let is_wordless = |item: &&ItemLine| columns.status.is_some_and(|at| grid.text(item.row, at).is_empty());
    let wordless = lines.items.iter().filter(is_wordless).count();
    Ok(ImportedFiles { wordless, ..import.all(&lines)? }.without(&lines.left_out))
}

impl ImportedFiles {
    /// Says which rows were left out.
    fn without(mut self, rows: &[String]) -> Self {
        self.left_out.extend_from_slice(rows);
        self
    }
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

struct MeasureImport<'i> {
    site: &'i KnownSite<'i>,
    plan: &'i KnownPlan<'i>,
    grid: &'i Grid,
    columns: &'i MeasureColumns,
    numbers: NumberReading,
    report: Option<(String, Period)>,
    year: String,
    known: KnownMeasures<'i>,
    /// The sections of the plan, by their names in small letters.
    sections: BTreeMap<String, String>,
}

impl MeasureImport<'_> {
    fn all(&self, lines: &Lines) -> Result<ImportedFiles, ImportFault> {
        let mut out = ImportedFiles { decimal: Some(self.numbers.from.decimal), ..ImportedFiles::default() };
        let (mut plan_edits, mut index_edits): (Vec<FieldEdit>, Vec<FieldEdit>) = (Vec::new(), Vec::new());
        let units = self.units(&mut plan_edits);
        let (mut of_measures, mut of_statuses) = (Vec::new(), Vec::new());
        let mut found = BTreeSet::new();
        for item in &lines.items {
            let path = self.measure(item, &units, &mut out, &mut of_measures)?;
            let stem = RelPath::new(path.as_str()).map(|path| path.stem().to_owned()).unwrap_or_default();
            // Two rows of one measure would set its figures twice.
            if !found.insert(path) {
                return Err(ImportFault::row(&item.title, item.row.saturating_add(1)));
            }
            if self.report.is_some() {
                self.status(item, &stem, &units, &mut out, &mut of_statuses)?;
            }
        }
        out.gone.extend(self.known.without(&found).into_iter().map(ToString::to_string));
        plan_edits.extend(self.sections(lines));
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
                (path, amount)
            }));
        }
        let report = self.report.as_ref().map(|(report, _)| self.plan.path(&format!("updates/{report}/index.md")));
        for (mark, words) in &lines.notes {
            let mut is_used = false;
            for (texts, edits, path) in [
                (&of_measures, &mut plan_edits, self.plan.path("plan.md")),
                (&of_statuses, &mut index_edits, report.clone().unwrap_or_default()),
            ] {
                if !texts.iter().any(|text| marks_of(text) == Some(mark.as_str())) {
                    continue;
                }
                is_used = true;
                match self.note(&path, mark)?.filter(|own| folded(own) != folded(words)) {
                    // What an author made of a note stays, as all words do.
                    Some(_) => out.kept.extend(RelPath::new(path.as_str()).ok()),
                    None => edits.push((vec!["notes".to_owned(), mark.clone()], Value::from(words.as_str()))),
                }
            }
            // A mark behind words is a sign of theirs; the words of such a note belong to no figure.
            if !is_used {
                out.left_out.push(format!("{mark} {words}"));
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
                out.files.push(self.site.new_file(path, [draft, fields].concat())?);
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
        let before = self.units_of_records().filter(|unit| **unit != own).cloned().collect::<Vec<_>>();
        let is_said = !before.is_empty();
        units.extend(before);
        units.push(own.clone());
        units.sort();
        units.dedup();
        let doubtful = if units.len() > 1 { units } else { Vec::new() };
        AmountUnits { own, is_said, doubtful }
    }

    /// Returns the units of their own that a measure, a status or a report counts in: what is set in it is then read in that.
    fn units_of_records(&self) -> impl Iterator<Item = &Unit> {
        self.plan.records.iter().flat_map(|record| {
            let effect = record.fields.get(&records::EFFECT).and_then(|effect| effect.get(&records::UNIT));
            let own = match record.role {
                FileKind::Measure | FileKind::Status | FileKind::Update => record.fields.get(&records::UNIT),
                _ => None,
            };
            own.into_iter().chain(effect)
        })
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
        if [&meant.unit, &unit].into_iter().flatten().any(Unit::is_per_cent) {
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
    fn months(&self, row: usize, units: &AmountUnits) -> Result<Vec<(String, Value)>, ImportFault> {
        let mut months: BTreeMap<u8, Value> = BTreeMap::new();
        for (at, field, ..) in &self.columns.columns {
            if let MeasureField::Month(month) = field
                && let Some(amount) = self.amount(row, *at, units)?
            {
                months.insert(*month, Value::from(amount));
            }
        }
        Ok(runs(months, self.year_begins(), |_| false))
    }

    fn year_begins(&self) -> i8 {
        self.plan.dialect.year_begins.unwrap_or(1)
    }

    /// Returns the keys that lead to an amount of a measure.
    fn of_measure(&self, field: MeasureField) -> Option<Vec<String>> {
        let of_year = |key: &str| Some(["effect", &self.year, key].map(str::to_owned).to_vec());
        match field {
            MeasureField::Amount(name) => Some(vec![name.to_owned()]),
            MeasureField::Year => of_year("total"),
            MeasureField::Month(month) => of_year(content::month(usize::from(month))),
            _ => None,
        }
    }

    /// Returns the words of a note that stands in a file.
    fn note(&self, path: &str, mark: &str) -> Result<Option<String>, ImportFault> {
        let text = self.site.text(path)?.unwrap_or_default();
        let (start, end) = super::edit::fences(&text).unwrap_or_default();
        let document = text.get(start..end).unwrap_or_default().parse::<toml_edit::DocumentMut>();
        let note = document.ok().and_then(|document| Some(document.get("notes")?.get(mark)?.as_str()?.to_owned()));
        Ok(note)
    }

    /// Says which figures a file has that its row has no more: they stay. A month is in the file by itself or in a range.
    fn say_gone(&self, path: &str, fields: &[Vec<String>], out: &mut ImportedFiles) -> Result<(), ImportFault> {
        let text = self.site.text(path)?.unwrap_or_default();
        let Some((start, end)) = super::edit::fences(&text).filter(|_| !fields.is_empty()) else { return Ok(()) };
        let document = text.get(start..end).unwrap_or_default().parse::<toml_edit::DocumentMut>();
        let Ok(document) = document else { return Ok(()) };
        let stands = |field: &&Vec<String>| {
            let Some((last, tables)) = field.split_last() else { return false };
            let table = tables.iter().try_fold(document.as_item(), |item, name| item.get(name));
            let Some(table) = table.and_then(toml_edit::Item::as_table_like) else { return false };
            let month = content::months(last, self.year_begins()).filter(|_| !tables.is_empty());
            let holds = |key: &str| month.is_some_and(|month| has_month(key, month.0, self.year_begins()));
            table.contains_key(last) || table.iter().any(|(key, _)| holds(key))
        };
        let gone = fields.iter().filter(stands);
        out.gone.extend(gone.map(|field| format!("{} · {path}", field.join("."))));
        Ok(())
    }

    /// Makes or changes the file of a measure, and returns its path.
    fn measure(
        &self,
        item: &ItemLine,
        units: &AmountUnits,
        out: &mut ImportedFiles,
        marks: &mut Vec<String>,
    ) -> Result<String, ImportFault> {
        let known = self.known.find(item)?;
        let mut gone: Vec<Vec<String>> =
            self.columns.emptied.iter().filter_map(|field| self.of_measure(*field)).collect();
        let mut edits: Vec<FieldEdit> = Vec::new();
        let mut set =
            |path: &[&str], value: Value| edits.push((path.iter().map(|part| (*part).to_owned()).collect(), value));
        if known.is_none() {
            for (name, text) in [("number", &item.number), ("title", &item.title), ("section", &item.section)] {
                if !text.is_empty() {
                    set(&[name], if name == "section" { self.section(text) } else { text.clone() }.into());
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
                    } else {
                        gone.extend(self.of_measure(*field));
                    }
                }
                MeasureField::Text(name) if !text.is_empty() => set(&[name], self.resolved(name, text)),
                MeasureField::Year => {
                    if let Some(amount) = self.amount(item.row, *at, units)? {
                        set(&["effect", &self.year, "total"], Value::from(amount));
                    } else {
                        gone.extend(self.of_measure(*field));
                    }
                }
                MeasureField::Month(_) if text.is_empty() => gone.extend(self.of_measure(*field)),
                MeasureField::Part(part) if !text.is_empty() => {
                    let heading = heading(part, self.plan.language);
                    parts.push_str(&format!("## {heading}\n\n{}\n\n", as_markdown(text)));
                }
                _ => {}
            }
        }
        for (months, amount) in self.months(item.row, units)? {
            set(&["effect", &self.year, &months], amount);
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
        self.say_gone(&path, &gone, out)?;
        if let Some(record) = known.filter(|record| is_called_otherwise(record, item)) {
            out.kept.push(record.file.clone());
        }
        self.edit(&path, &edits, Some(&parts).filter(|parts| !parts.is_empty()).map(|parts| parts.trim_end()), out)?;
        Ok(path)
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
        let emptied = self.columns.emptied.iter();
        let mut gone: Vec<Vec<String>> = emptied
            .filter_map(
                |field| if let MeasureField::Status(name) = field { Some(vec![(*name).to_owned()]) } else { None },
            )
            .collect();
        let mut words = String::new();
        for (at, field, ..) in &self.columns.columns {
            let text = self.grid.text(item.row, *at);
            match field {
                MeasureField::Status(name) => {
                    if let Some(amount) = self.amount(item.row, *at, units)? {
                        marks.push(amount.clone());
                        edits.push((vec![(*name).to_owned()], Value::from(amount)));
                    } else {
                        gone.push(vec![(*name).to_owned()]);
                    }
                }
                MeasureField::Level if !text.is_empty() => {
                    edits.push((vec![records::LEVEL.spec.name.to_owned()], Value::from(text)));
                }
                MeasureField::Level => gone.push(vec![records::LEVEL.spec.name.to_owned()]),
                MeasureField::Words => words = as_markdown(text),
                _ => {}
            }
        }
        let path = self.plan.path(&format!("updates/{report}/{stem}.md"));
        self.say_gone(&path, &gone, out)?;
        if edits.is_empty() && words.is_empty() {
            return Ok(());
        }
        self.edit(&path, &edits, Some(words.as_str()).filter(|words| !words.is_empty()), out)
    }

    /// Returns a section as the plan spells it.
    fn section(&self, text: &str) -> String {
        let known = self.sections.get(&folded(text)).cloned();
        known.unwrap_or_else(|| text.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Declares the sections of measures that the plan does not have yet, in the order of the table.
    fn sections(&self, lines: &Lines) -> Option<FieldEdit> {
        let of_section = |field: &MeasureField| *field == MeasureField::Text(records::SECTION.spec.name);
        let column = self.columns.columns.iter().find(|(_, field, ..)| of_section(field)).map(|(at, ..)| *at);
        let mut all = declared_sections(self.plan);
        let count = all.len();
        let mut seen: BTreeSet<String> = all.iter().cloned().collect();
        for item in &lines.items {
            let section = self.section(column.map_or(item.section.as_str(), |at| self.grid.text(item.row, at)));
            if !section.is_empty() && seen.insert(section.clone()) {
                all.push(section);
            }
        }
        let path = vec![records::SECTIONS.spec.name.to_owned()];
        (all.len() > count).then(|| (path, Value::from_iter(all)))
    }

    /// Returns what a register calls a committee or an owner that the table calls by its name; several of them are a list.
    fn resolved(&self, field: &str, text: &str) -> Value {
        let site = self.site();
        let known = |text: &str| {
            let is_meant = |id: &Id, name: &str| [id.as_str(), name].iter().any(|it| folded(it) == folded(text));
            let id = match field {
                "section" => return Some(self.section(text)),
                "committee" => site.committees.values().find(|it| is_meant(&it.id, &it.name)).map(|it| &it.id),
                "owner" => site.owners.values().find(|it| is_meant(&it.id, &it.title)).map(|it| &it.id),
                _ => None,
            };
            id.map(ToString::to_string)
        };
        let several =
            || text.split([',', ';', '/', '&', '\n']).map(|part| known(part.trim())).collect::<Option<Vec<_>>>();
        match known(text) {
            Some(id) => Value::from(id),
            None => several().map_or_else(|| Value::from(text), Value::from_iter),
        }
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
        let unit = self.plan.head().and_then(|head| head.fields.get(&records::UNIT)).unwrap_or(self.site_unit());
        // Where a record counts in a unit of its own, a bare 1,5 in it is no 1,5 mio. kr.
        let unit = self.units_of_records().all(|own| own == unit).then_some(unit);
        let is_same = |known: &Item, new: &Value| {
            let text = |value: Option<&str>, other: String| value.map_or(other, str::to_owned);
            let known = text(known.as_str(), known.to_string().trim().replace('_', ""));
            let new = text(new.as_str(), new.to_string());
            let both = || read(&known).zip(read(&new));
            known == new || both().is_some_and(|(known, new)| is_same_figure(&known, &new, unit))
        };
        if super::edit::fences(&start).is_none() {
            return Err(ImportFault::unreadable(path));
        }
        let (start, edits) = fit_months(&start, edits, self.year_begins(), is_same)?;
        let mut text = set_fields(&start, &edits, is_same)?;
        let place = RelPath::new(path).map_err(|_| ImportFault::unreadable(path))?;
        if let Some(words) = words {
            let own = words_of(&text);
            if own.is_empty() {
                text = format!("{}\n{words}\n", text.trim_end());
            } else if folded(&own.replace('\\', "")) != folded(&words.replace('\\', ""))
                && out.kept.last() != Some(&place)
            {
                out.kept.push(place.clone());
            }
        }
        if is_new {
            out.files.push(self.site.new_file(path.to_owned(), text)?);
        } else if before.as_deref() != Some(text.as_str()) {
            out.files.push(DraftFile { path: place, text, before: before.map(String::into_bytes) });
        }
        Ok(())
    }
}

/// Returns the sections that a plan declares, in order.
fn declared_sections(plan: &KnownPlan<'_>) -> Vec<String> {
    let values = plan.head().and_then(|head| head.fields.get(&records::SECTIONS)).into_iter().flatten();
    values.filter_map(|value| if let FieldValue::Text(text) = value { Some(text.clone()) } else { None }).collect()
}

/// Tells whether a key of an effect is a month, or a range with it.
fn has_month(key: &str, month: u8, year_begins: i8) -> bool {
    content::months(key, year_begins).is_some_and(|range| super::month_edit::places(range).any(|at| at == month))
}

/// Returns the footnote mark that trails a text.
fn marks_of(text: &str) -> Option<&str> {
    let bare = text.trim_end().trim_end_matches('*');
    let mark = text.trim_end().get(bare.len()..).unwrap_or_default();
    FootnoteMark::split(text).1.map(|_| mark)
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
