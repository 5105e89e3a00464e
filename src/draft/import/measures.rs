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
    KnownBy,
    cell_words::as_markdown,
    edit::{FieldEdit, set_fields, words_of},
    faults::ImportFault,
    grid::{Grid, cell_name},
    headings::{MeasureColumns, MeasureField, dated_month, folded},
    measure_rows::{ItemLine, Lines},
    numbers::NumberReading,
    stray_unit::{SaidUnit, StrayUnits},
};
use crate::{
    content::{self, FileKind, Record},
    locale::Language,
    model::Site,
    schema::records,
    value::{FootnoteMark, Id, ItemNumber, Notation, Period, RelPath, Unit, WrittenAmount},
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
    pub known_by: Option<KnownBy>,
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
    let columns = &columns.clone().with_unit(asked.unit.unit.as_ref());
    if !asked.unit.is_said_now {
        let of_plan = plan.head().and_then(|head| head.fields.get(&records::UNIT));
        let taken = of_plan.unwrap_or(&site.version.settings.site.unit);
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
    let lines = Lines::part(grid, columns)?;
    let kinds: Vec<(usize, bool)> = columns.columns.iter().map(|(at, field, ..)| (*at, field.is_amount())).collect();
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
    let known_by = asked.known_by;
    let import = MeasureImport { site, plan: &plan, grid, columns, numbers, report, year, known_by };
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
    known_by: Option<KnownBy>,
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

    /// Finds the measure of a row: by its number, else by its title. Where the two disagree, the plan may have been numbered anew, and its
    /// figures would be told of another measure: what rows are known by is then asked for.
    fn known(&self, item: &ItemLine) -> Result<Option<&Record>, ImportFault> {
        let measures = || self.plan.records.iter().filter(|record| record.role == FileKind::Measure);
        let number_of = |record: &'_ Record| record.fields.get(&records::NUMBER).map(|number| bare(number.as_str()));
        let title_of = |record: &'_ Record| record.fields.get(&records::OPTIONAL_TITLE).map(|title| plain(title));
        let number = ItemNumber::parse(&item.number).map(|number| bare(number.as_str()));
        let title = Some(plain(&item.title)).filter(|title| !title.is_empty());
        let by_number = measures().find(|record| number.is_some() && number_of(record) == number);
        let by_title = measures().find(|record| title.is_some() && title_of(record) == title);
        let differs = |own: Option<String>, other: &Option<String>| {
            own.zip(other.as_ref()).is_some_and(|(own, other)| own != *other && !own.is_empty())
        };
        let fault = |what, record: &Record, known: &str| {
            Err(ImportFault::renumbered(what, (&item.number, &item.title), known, record.file.as_str()))
        };
        let written = |record: &Record| record.fields.get(&records::OPTIONAL_TITLE).cloned().unwrap_or_default();
        Ok(match (self.known_by, by_number, by_title) {
            (Some(KnownBy::Title), _, found) if title.is_some() => found,
            (Some(_), found, other) => {
                if number.is_some() {
                    found
                } else {
                    other
                }
            }
            (None, Some(record), _) if differs(title_of(record), &title) => {
                return fault("number", record, &written(record));
            }
            (None, None, Some(record)) if differs(number_of(record), &number) => {
                return fault("title", record, &number_of(record).unwrap_or_default());
            }
            (None, found, other) => found.or(other),
        })
    }

    /// Tells whether a measure has another number or title than its row.
    fn is_called_otherwise(&self, record: &Record, item: &ItemLine) -> bool {
        let differs = |own: Option<String>, other: String| {
            own.is_some_and(|own| own != other && !own.is_empty() && !other.is_empty())
        };
        let number = record.fields.get(&records::NUMBER).map(|number| bare(number.as_str()));
        let title = record.fields.get(&records::OPTIONAL_TITLE).map(|title| plain(title));
        differs(number, bare(&item.number)) || differs(title, plain(&item.title))
    }

    /// Says which figures a file has that its row has no more: they stay.
    fn say_gone(&self, path: &str, fields: &[&str], out: &mut ImportedFiles) -> Result<(), ImportFault> {
        let text = self.site.text(path)?.unwrap_or_default();
        let Some((start, end)) = super::edit::fences(&text) else { return Ok(()) };
        let document = text.get(start..end).unwrap_or_default().parse::<toml_edit::DocumentMut>();
        let Ok(document) = document else { return Ok(()) };
        let gone = fields.iter().filter(|field| document.contains_key(field));
        out.gone.extend(gone.map(|field| format!("{field} · {path}")));
        Ok(())
    }

    /// Makes or changes the file of a measure, and returns its stem.
    fn measure(
        &self,
        item: &ItemLine,
        units: &AmountUnits,
        out: &mut ImportedFiles,
        marks: &mut Vec<String>,
    ) -> Result<String, ImportFault> {
        let known = self.known(item)?;
        let mut gone = Vec::new();
        let mut edits: Vec<FieldEdit> = Vec::new();
        let mut set =
            |path: &[&str], value: Value| edits.push((path.iter().map(|part| (*part).to_owned()).collect(), value));
        if known.is_none() {
            for (name, text) in [("number", &item.number), ("title", &item.title), ("section", &item.section)] {
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
                    } else {
                        gone.push(*name);
                    }
                }
                MeasureField::Text(name) if !text.is_empty() => set(&[name], self.resolved(name, text)),
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
        self.say_gone(&path, &gone, out)?;
        if let Some(record) = known.filter(|record| self.is_called_otherwise(record, item)) {
            out.kept.push(record.file.clone());
        }
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
        let mut gone = Vec::new();
        let mut words = String::new();
        for (at, field, ..) in &self.columns.columns {
            let text = self.grid.text(item.row, *at);
            match field {
                MeasureField::Status(name) => {
                    if let Some(amount) = self.amount(item.row, *at, units)? {
                        marks.push(amount.clone());
                        edits.push((vec![(*name).to_owned()], Value::from(amount)));
                    } else {
                        gone.push(*name);
                    }
                }
                MeasureField::Level if !text.is_empty() => {
                    edits.push((vec![records::LEVEL.spec.name.to_owned()], Value::from(text)));
                }
                MeasureField::Level => gone.push(records::LEVEL.spec.name),
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

    /// Returns what a register calls a committee or an owner that the table calls by its name; several of them are a list.
    fn resolved(&self, field: &str, text: &str) -> Value {
        let site = self.site();
        let known = |text: &str| {
            let is_meant = |id: &Id, name: &str| [id.as_str(), name].iter().any(|it| folded(it) == folded(text));
            let id = match field {
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
            } else if folded(&own.replace('\\', "")) != folded(&words.replace('\\', "")) && !out.kept.contains(&place) {
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

/// Returns a number without its footnote mark.
fn bare(number: &str) -> String {
    number.trim().trim_end_matches('*').trim().to_lowercase()
}

/// Returns the letters and digits of a title: marks and blanks make no other of it.
fn plain(title: &str) -> String {
    title.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
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
