//! A repository of Open SDG → indicators with series: the data and the metadata from which dozens of governments publish how they do by the
//! global goals.
//!
//! Readings lie in `data/` (`indicator_1-2-1.csv`, or without the first word), what is said of them in `meta/` and `indicator-config/`,
//! texts by their keys in `translations/LANGUAGE/`. The columns `Series` and `Units` part what is counted, so each of their pairs is an
//! indicator; all other columns part groups, so each of their combinations is a series.

mod data;
mod metadata;

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use sha2::{Digest as _, Sha256};
use toml_edit::{DocumentMut, Item, Table, value};

use self::{
    data::{SdgGroup, SdgPart, SdgReadings},
    metadata::{SdgMetadata, SdgTranslations, is_no},
};
use super::{Import, ImportMapping, csv_file, faults::ImportFault};
use crate::{
    content::Limits,
    diag::Error,
    draft::{
        draft_file::DraftFile,
        known::{KnownPlan, KnownSite},
    },
    tree::Tree,
    value::{Id, Period, RelPath, Unit},
};

/// The most characters of an id that is made of words.
const LONGEST_ID: usize = 48;

/// The most decimals that are shown where nothing says how many: what a site may have without saying so.
const MOST_SHOWN: u32 = 4;

/// Where a source, and what belongs to it, may be told of; the format counts them.
const SOURCES: std::ops::RangeInclusive<u8> = 1..=6;

/// What is to be imported of a repository.
#[derive(Clone, Debug)]
pub struct OpenSdgRequest {
    /// The plan whose indicators they become, by the name of its folder.
    pub plan: String,
    /// What is said of the files' columns now: `Year`, `Value`, `Units`, `Series`, `ignore`.
    pub said: ImportMapping,
    /// What was said of them before, as it was kept.
    pub kept: Option<String>,
}

/// The folders of a repository of Open SDG that are read.
pub const OPEN_SDG_FOLDERS: [&str; 4] = ["data", "indicator-config", "meta", "translations"];

/// Makes indicators of a repository of Open SDG, for a plan that is there.
///
/// # Errors
///
/// Answers what in a file leaves open what is meant, with its path and line.
pub fn import_open_sdg(site: &KnownSite<'_>, repository: &dyn Tree, asked: &OpenSdgRequest) -> Result<Import, Error> {
    Ok(import(site, repository, asked)?)
}

fn import(site: &KnownSite<'_>, repository: &dyn Tree, asked: &OpenSdgRequest) -> Result<Import, ImportFault> {
    let kept_in = open_sdg_mapping_path(site, &asked.plan)?;
    let before = asked.kept.as_deref().map(|text| ImportMapping::read(text, &kept_in)).transpose()?.unwrap_or_default();
    let mut said = before.clone().with(asked.said.clone());
    let plan = site.plan(&asked.plan)?;
    let mut repository = SdgRepository::open(repository, plan.language.tag())?;
    let path = plan.path("indicators.toml");
    let known = site.text(&path)?;
    let mut draft = IndicatorDraft {
        plan: &plan,
        register: known.as_deref().unwrap_or_default().parse().map_err(|_| ImportFault::unreadable("TOML"))?,
        readings: BTreeMap::new(),
        added: BTreeSet::new(),
        left_out: BTreeSet::new(),
        counts: BTreeMap::new(),
        units: said.units.clone(),
        is_kept: false,
    };
    let columns: BTreeMap<String, String> =
        said.columns.iter().map(|(head, role)| (head.to_lowercase(), role.to_lowercase())).collect();
    let names = repository.names();
    for (name, file) in &names {
        let bytes = repository.bytes(file)?;
        let unreadable = |fault: ImportFault| match fault.is_limit() {
            true => fault,
            false => ImportFault::open_sdg(file.as_str(), 1, "unreadable", "CSV"),
        };
        // The format knows one sign between cells.
        let grid = csv_file::read(&bytes, said.delimiter.or(Some(','))).map_err(unreadable)?;
        let readings = data::read(&grid, file.as_str(), &columns, plan.dialect.year_begins)?;
        let metadata = repository.metadata(name)?;
        draft.add(name, file, readings, metadata, &mut repository.translations)?;
    }
    draft.refuse_renamed(&names)?;
    if names.is_empty() {
        return Err(ImportFault::open_sdg("data/", 1, "no-data", ""));
    }
    draft.count("without-data", repository.without_data());
    said.units.clone_from(&draft.units);
    let mut files = Vec::new();
    let text = draft.register.to_string();
    files.extend(changed(site, &path, known, text)?);
    for (id, text) in &draft.readings {
        let path = plan.path(&format!("indicators/{id}.csv"));
        files.extend(changed(site, &path, site.text(&path)?, text.clone())?);
    }
    if said != before {
        let text = said.write(asked.kept.as_deref().unwrap_or_default())?;
        let path = rel_path(&mapping_path(&plan))?;
        files.push(DraftFile { path, text, before: asked.kept.clone().map(String::into_bytes) });
    }
    let kept = if draft.is_kept { vec![rel_path(&path)?] } else { Vec::new() };
    Ok(Import { files, kept, form: draft.form() })
}

/// Answers that an option of the command line says nothing of a repository of Open SDG.
#[must_use]
pub fn open_sdg_takes_no(option: &str) -> Error {
    ImportFault::open_sdg("", 1, "option", option).into()
}

/// Returns where what was said of a repository is kept, below the folder of the site.
///
/// # Errors
///
/// Answers an [`Error`] where the site has no such plan.
pub fn open_sdg_mapping_path(site: &KnownSite<'_>, plan: &str) -> Result<String, Error> {
    Ok(mapping_path(&site.plan(plan)?))
}

fn mapping_path(plan: &KnownPlan<'_>) -> String {
    format!("imports/{}-open-sdg.toml", plan.folder)
}

fn rel_path(path: &str) -> Result<RelPath, ImportFault> {
    RelPath::new(path).map_err(|_| ImportFault::unreadable(path))
}

/// Returns a file that is to be written; nothing where it says the same already.
fn changed(
    site: &KnownSite<'_>,
    path: &str,
    before: Option<String>,
    text: String,
) -> Result<Option<DraftFile>, ImportFault> {
    match before {
        Some(before) if before == text => Ok(None),
        Some(before) => Ok(Some(DraftFile { path: rel_path(path)?, text, before: Some(before.into_bytes()) })),
        None => Ok(Some(DraftFile::new(site.tree, path.to_owned(), text)?)),
    }
}

/// The files of a repository, by what they are of.
struct SdgRepository<'t> {
    tree: &'t dyn Tree,
    data: BTreeMap<String, RelPath>,
    metadata: BTreeMap<String, Vec<RelPath>>,
    translations: SdgTranslations,
}

impl<'t> SdgRepository<'t> {
    /// Sorts the files of a tree, and reads the translations to a language.
    fn open(tree: &'t dyn Tree, language: &str) -> Result<Self, ImportFault> {
        let mut out =
            Self { tree, data: BTreeMap::new(), metadata: BTreeMap::new(), translations: SdgTranslations::default() };
        for path in tree.paths() {
            let parts: Vec<&str> = path.parts().collect();
            let Some((stem, ending)) = parts.last().and_then(|name| name.rsplit_once('.')) else { continue };
            // One name whatever its capitals: what is said of 1-B-1 is said of 1-b-1.
            let name = stem.strip_prefix("indicator_").unwrap_or(stem).to_lowercase();
            // As the format's own programs choose: the names of indicators have a hyphen.
            let is_named = name.contains('-') && Id::new(&name).is_some();
            match (parts.as_slice(), ending.to_lowercase().as_str()) {
                (["data", _], "csv") if is_named => {
                    let other = out.data.insert(name.clone(), path.clone());
                    if other.is_some() {
                        return Err(ImportFault::open_sdg(path.as_str(), 1, "two-files", &name));
                    }
                }
                (["meta" | "indicator-config", _], "md" | "yml" | "yaml") if is_named => {
                    out.metadata.entry(name).or_default().push(path.clone());
                }
                (["translations", of, _], "yml" | "yaml") if *of == language || *of == "en" => {
                    let texts = out.yaml(path)?;
                    out.translations.add(of, stem, texts);
                }
                _ => {}
            }
        }
        Ok(out)
    }

    /// Returns the indicators with data and their files, as people count: 1-2-1 before 1-10-1.
    fn names(&self) -> Vec<(String, RelPath)> {
        let mut names: Vec<(String, RelPath)> = self.data.clone().into_iter().collect();
        names.sort_by_key(|(name, _)| {
            let parts = name.split('-').map(|part| (part.parse::<u32>().unwrap_or(u32::MAX), part.to_owned()));
            parts.collect::<Vec<_>>()
        });
        names
    }

    /// Counts the indicators of which something is said and that have no data.
    fn without_data(&self) -> usize {
        self.metadata.keys().filter(|name| !self.data.contains_key(*name)).count()
    }

    fn bytes(&self, path: &RelPath) -> Result<Vec<u8>, ImportFault> {
        let mut bytes = Vec::new();
        self.tree.read(path, &mut bytes)?;
        if bytes.len() > Limits::FILE_BYTES {
            return Err(ImportFault::too_large(Limits::FILE_BYTES));
        }
        Ok(bytes)
    }

    fn yaml(&self, path: &RelPath) -> Result<SdgMetadata, ImportFault> {
        let unreadable = |cause: &str| ImportFault::open_sdg(path.as_str(), 1, "unreadable", cause);
        let (text, _) = csv_file::decoded(&self.bytes(path)?).map_err(|_| unreadable("UTF-8"))?;
        SdgMetadata::read(&text).map_err(|cause| unreadable(&["YAML: ", &cause].concat()))
    }

    /// Returns what is said of an indicator.
    fn metadata(&self, name: &str) -> Result<SdgMetadata, ImportFault> {
        let mut all = SdgMetadata::default();
        for path in self.metadata.get(name).into_iter().flatten() {
            all.join(self.yaml(path)?);
        }
        Ok(all)
    }
}

/// Indicators on their way to be drafted.
struct IndicatorDraft<'d> {
    plan: &'d KnownPlan<'d>,
    register: DocumentMut,
    /// The CSV files of indicators, by their ids.
    readings: BTreeMap<Id, String>,
    /// The indicators that were not there before.
    added: BTreeSet<Id>,
    left_out: BTreeSet<String>,
    counts: BTreeMap<&'static str, usize>,
    /// What each indicator counts in, in the words of the repository, before and now.
    units: BTreeMap<String, String>,
    /// The words of an indicator that is there are others than those of the repository.
    is_kept: bool,
}

impl IndicatorDraft<'_> {
    fn count(&mut self, what: &'static str, count: usize) {
        let sum = self.counts.entry(what).or_default();
        *sum = sum.saturating_add(count);
    }

    fn add(
        &mut self,
        name: &str,
        file: &RelPath,
        readings: SdgReadings,
        mut metadata: SdgMetadata,
        translations: &mut SdgTranslations,
    ) -> Result<(), ImportFault> {
        self.count("valueless", readings.valueless);
        self.count("twelve-decimals", readings.rounded);
        self.left_out.extend(readings.left_out);
        let languages = [self.plan.language.tag(), "en"];
        let mut untranslated = 0_usize;
        let mut text = |metadata: &mut SdgMetadata, key: &str| {
            let value = metadata.take(key)?;
            let text = translations.text(&value, &languages);
            untranslated = untranslated.saturating_add(usize::from(text.is_none()));
            text
        };
        let number = text(&mut metadata, "indicator_number").or_else(|| text(&mut metadata, "indicator"));
        let number = number.unwrap_or_else(|| name.replace('-', "."));
        let named = text(&mut metadata, "graph_title");
        let whole = text(&mut metadata, "indicator_name");
        let title = named.or(whole).unwrap_or_default();
        let title = if title.starts_with(&number) { title } else { [number.as_str(), &title].join(" ") };
        let title = title.trim().to_owned();
        let mut joined = |metadata: &mut SdgMetadata, keys: &[&str]| {
            let found: Vec<String> = keys.iter().filter_map(|key| text(metadata, key)).collect();
            let mut once: Vec<String> = Vec::new();
            found.into_iter().for_each(|it| {
                if !once.contains(&it) {
                    once.push(it)
                }
            });
            once
        };
        let definition = joined(
            &mut metadata,
            &["computation_definitions", "national_indicator_description", "indicator_definition"],
        );
        let method = joined(&mut metadata, &["computation_calculations"]);
        let unit = joined(&mut metadata, &["computation_units"]).pop().unwrap_or_default();
        let mut notes =
            joined(&mut metadata, &["comments_limitations", "other_info", "national_geographical_coverage"]);
        notes.extend(readings.common.iter().map(|(head, cell)| format!("{head}: {cell}")));
        let (mut sources, mut contacts, mut releases, mut rhythms) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for at in SOURCES {
            let is_active = metadata.take(&format!("source_active_{at}")).is_none_or(|it| !is_no(&it));
            let keys = ["organisation", "url_text", "url"].map(|key| format!("source_{key}_{at}"));
            let parts = joined(&mut metadata, &keys.each_ref().map(String::as_str));
            let [contact, release, rhythm] = ["contact", "next_release", "periodicity"]
                .map(|key| joined(&mut metadata, &[&format!("source_{key}_{at}")]));
            if is_active {
                sources.extend((!parts.is_empty()).then(|| parts.join(", ")));
                contacts.extend(contact);
                releases.extend(release);
                rhythms.extend(rhythm);
            }
        }
        let is_hidden = !metadata.is_published();
        let fields = IndicatorFields {
            definition: definition.join(" "),
            method: method.join(" "),
            note: notes.join(" · "),
            source: sources.join("; "),
            contact: contacts.join("; "),
            next: releases.iter().find(|it| Period::read(it, self.plan.dialect.year_begins).is_ok()).cloned(),
            frequency: rhythms.iter().find_map(|it| frequency_of(it)),
            decimals: metadata.take("precision.0.decimals").and_then(|it| it.parse().ok()),
            direction: metadata.take("progress_calculation_options.0.direction").and_then(|it| direction_of(&it)),
            is_hidden,
        };
        self.left_out.extend(metadata.unused());
        self.count("untranslated", untranslated);
        let is_one = readings.parts.len() == 1;
        for part in readings.parts {
            let words = [part.series.as_str(), part.unit.as_str()].join(" ").trim().to_owned();
            let id = if is_one { Id::new(name) } else { id_of(&[name, &words].join(" ")) };
            let id = id.filter(|id| !self.readings.contains_key(id));
            let id = id.ok_or_else(|| ImportFault::open_sdg(file.as_str(), 1, "two-files", &words))?;
            let shown_unit = if part.unit.is_empty() { &unit } else { &part.unit };
            let mut title = title.clone();
            let mut fields = fields.clone();
            if !is_one {
                let unit = if is_per_cent(&part.unit) && is_short(&part.unit) { "" } else { &part.unit };
                let words: Vec<&str> = [part.series.as_str(), unit].into_iter().filter(|it| !it.is_empty()).collect();
                if !words.is_empty() {
                    let _ = write!(title, ": {}", words.join(", "));
                }
            } else if is_per_cent(shown_unit) && !is_short(shown_unit) {
                // "Percentage of the population": the sign alone would lose what it is of.
                fields.note = [fields.note.as_str(), shown_unit].join(if fields.note.is_empty() { "" } else { " · " });
            }
            self.put((&id, file), &title, shown_unit, &part, &fields)?;
        }
        Ok(())
    }

    /// Refuses figures that would stand under a new name while what is hidden of them stands under the old one.
    fn refuse_renamed(&self, names: &[(String, RelPath)]) -> Result<(), ImportFault> {
        for (name, file) in names {
            let is_of_file =
                |id: &str| id == name || id.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('-'));
            let is_drawn = |id: &str| self.readings.keys().any(|known| known.as_str() == id);
            let is_new = self.added.iter().any(|id| is_of_file(id.as_str()));
            let gone = self.register.iter().find(|(id, table)| is_of_file(id) && !is_drawn(id) && is_hidden(table));
            if let Some((gone, _)) = gone.filter(|_| is_new) {
                return Err(ImportFault::open_sdg(file.as_str(), 1, "renamed", gone));
            }
        }
        Ok(())
    }

    /// Sets an indicator in the register, and its readings in a file of its own.
    fn put(
        &mut self,
        (id, file): (&Id, &RelPath),
        title: &str,
        unit: &str,
        part: &SdgPart,
        fields: &IndicatorFields,
    ) -> Result<(), ImportFault> {
        let fault = |what: &str, text: &str| ImportFault::open_sdg(file.as_str(), 1, what, text);
        let is_known = self.register.contains_key(id.as_str());
        if is_known {
            let table = self.register.get(id.as_str());
            let counted = self.units.get(id.as_str()).cloned();
            let counted = counted.or_else(|| table?.get("unit").and_then(Item::as_str).map(str::to_owned));
            if let Some(counted) = counted.filter(|it| unit_word(it) != unit_word(unit)) {
                return Err(fault("unit", &format!("{id}: {counted} / {unit}")));
            }
        } else {
            self.register.insert(id.as_str(), Item::Table(fields.table(title, unit, part)));
            self.added.insert(id.clone());
        }
        self.units.insert(id.to_string(), unit.to_owned());
        let format = self.plan.dialect.csv;
        let Some(table) = self.register.get_mut(id.as_str()).and_then(Item::as_table_like_mut) else {
            return Err(ImportFault::unreadable("TOML"));
        };
        self.is_kept |= is_known && table.get("title").and_then(Item::as_str) != Some(title);
        // Its author's own word holds; else it is closed here when it is closed there.
        if fields.is_hidden && !table.contains_key("visibility") {
            table.insert("visibility", value("draft"));
        }
        let is_closed = table.get("visibility").and_then(Item::as_str).is_some_and(|word| word != "public");
        let own = |key: &str| table.get("csv").and_then(|csv| csv.get(key)).and_then(Item::as_str)?.chars().next();
        let delimiter = own("delimiter").unwrap_or(char::from(format.delimiter));
        let decimal = own("decimal").unwrap_or(format.notation.decimal);
        let mut columns: Vec<(Option<Id>, &SdgGroup)> = Vec::new();
        for group in &part.groups {
            let id = if group.title.is_empty() { None } else { id_of(&group.words) };
            if columns.iter().any(|(known, _)| *known == id) || (id.is_none() && !group.title.is_empty()) {
                return Err(fault("alike", &group.title));
            }
            columns.push((id, group));
        }
        let has = |name: &str| columns.iter().any(|(id, _)| id.as_ref().is_some_and(|id| id.as_str() == name));
        let known = table.get("series").and_then(Item::as_table_like);
        let gone = known.and_then(|known| known.iter().find(|(name, series)| !has(name) && is_hidden(series)));
        // What a group was may now be called another group, or the whole.
        let may_be_it = |id: &Option<Id>| {
            let is_there = |id: &Id| known.is_some_and(|known| known.contains_key(id.as_str()));
            id.as_ref().is_none_or(|id| !is_there(id))
        };
        if let Some((gone, _)) = gone.filter(|_| columns.iter().any(|(id, _)| may_be_it(id))) {
            return Err(fault("renamed", gone));
        }
        if columns.iter().any(|(id, _)| id.is_some()) {
            let all = table.entry("series").or_insert_with(|| Item::Table(Table::new()));
            let all = all.as_table_like_mut().ok_or_else(|| ImportFault::unreadable("TOML"))?;
            for (id, group) in columns.iter().filter_map(|(id, group)| Some((id.as_ref()?, group))) {
                if !all.contains_key(id.as_str()) {
                    all.insert(id.as_str(), value(group.title.as_str()));
                }
            }
        }
        self.count("hidden-pages", usize::from(fields.is_hidden && is_closed));
        self.readings.insert(id.clone(), csv(&columns, delimiter, decimal));
        Ok(())
    }

    /// Says what was left out, counted, or hidden.
    fn form(&self) -> Vec<(&'static str, String)> {
        let mut form: Vec<(&'static str, String)> = self
            .counts
            .iter()
            .filter(|(_, count)| **count > 0)
            .map(|(what, count)| (*what, count.to_string()))
            .collect();
        form.insert(0, ("indicators", self.readings.len().to_string()));
        if !self.left_out.is_empty() {
            form.push(("left-out", self.left_out.iter().cloned().collect::<Vec<_>>().join(", ")));
        }
        form
    }
}

/// What is said of an indicator beside its title and unit.
#[derive(Clone)]
struct IndicatorFields {
    definition: String,
    method: String,
    note: String,
    source: String,
    contact: String,
    next: Option<String>,
    frequency: Option<&'static str>,
    decimals: Option<u32>,
    direction: Option<&'static str>,
    is_hidden: bool,
}

impl IndicatorFields {
    fn table(&self, title: &str, unit: &str, part: &SdgPart) -> Table {
        let mut table = Table::new();
        let mut set = |key: &str, text: &str| {
            if !text.is_empty() {
                table.insert(key, value(text));
            }
        };
        set("title", title);
        set("direction", self.direction.unwrap_or_default());
        set("definition", &self.definition);
        set("method", &self.method);
        set("source", &self.source);
        set("note", &self.note);
        set("contact", &self.contact);
        set("next", self.next.as_deref().unwrap_or_default());
        set("frequency", self.frequency.unwrap_or_default());
        let written = part.groups.iter().flat_map(|group| &group.values).map(|(_, amount)| amount.scale()).max();
        // None at all is said too: else they would count in what the plan counts in, which may be money.
        table.insert("unit", value(unit_word(unit)));
        // Three decimals alone could be thousands, and many are noise; the figures stay exact.
        let shown = self.decimals.or(written.filter(|scale| *scale >= 3).map(|scale| scale.min(MOST_SHOWN)));
        if let Some(decimals) = shown {
            table.insert("decimals", value(i64::from(decimals)));
        }
        table
    }
}

/// Writes readings as the site's files have them: a row for each.
fn csv(columns: &[(Option<Id>, &SdgGroup)], delimiter: char, decimal: char) -> String {
    let mut text = format!("period{delimiter}series{delimiter}value\n");
    for (id, group) in columns {
        for (period, amount) in &group.values {
            let amount = amount.to_string().replace('.', &decimal.to_string());
            let amount = if amount.contains(delimiter) { format!("\"{amount}\"") } else { amount };
            let _ = writeln!(text, "{period}{delimiter}{}{delimiter}{amount}", id.as_ref().map_or("", Id::as_str));
        }
    }
    text
}

/// Makes an id of words, by these words alone: whatever stands beside them, and in whatever order, it is the same the next time. Where
/// it says less than they do, such as that of "< 5 years" or of words in other letters, a part of their sum tells it from others.
fn id_of(words: &str) -> Option<Id> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | ',' | ':' | '-' | '–' | '.');
    let short = Id::of_words(words, LONGEST_ID);
    let whole =
        short.as_ref().filter(|id| words.chars().all(is_plain) && Id::of_words(words, Id::MAX).as_ref() == Some(id));
    let is_latin = |c: char| !c.is_alphabetic() || Id::of_words(&c.to_string(), 4).is_some();
    if let Some(whole) = whole.filter(|id| id.as_str() != "total" && words.chars().all(is_latin)) {
        return Some(whole.clone());
    }
    let sum: String = Sha256::digest(words).iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    Id::new(&short.map_or_else(|| sum.clone(), |id| format!("{id}-{sum}")))
}

/// Tells whether an indicator or a series, or a series of it, is hidden from anybody.
fn is_hidden(item: &Item) -> bool {
    let Some(table) = item.as_table_like() else { return false };
    let is_closed = table.get("visibility").and_then(Item::as_str).is_some_and(|word| word != "public");
    let series = table.get("series").and_then(Item::as_table_like);
    is_closed
        || table.contains_key("embargo")
        || series.is_some_and(|series| series.iter().any(|(_, series)| is_hidden(series)))
}

/// Returns a unit as the site's files have it.
fn unit_word(unit: &str) -> &str {
    if is_per_cent(unit) { Unit::Percent.word() } else { unit.trim() }
}

/// Tells whether a unit is per cent, in the words that the format's users write. Points of per cent and ranks among hundred are not.
fn is_per_cent(unit: &str) -> bool {
    let unit = unit.trim().to_lowercase();
    let is_word = matches!(
        unit.as_str(),
        "%" | "percent"
            | "per cent"
            | "percentage"
            | "procent"
            | "prosent"
            | "percent (%)"
            | "per cent (%)"
            | "percentage (%)"
            | "procent (%)"
    );
    is_word
        || ["percentage of ", "percentage (%) of ", "percent of ", "per cent of ", "% of "]
            .iter()
            .any(|it| unit.starts_with(it))
}

/// Tells whether a unit says no more than that it is per cent.
fn is_short(unit: &str) -> bool {
    unit.split_whitespace().count() <= 2
}

fn frequency_of(words: &str) -> Option<&'static str> {
    match words.trim().to_lowercase().as_str() {
        "annual" | "annually" | "yearly" | "every year" => Some("year"),
        "quarterly" | "quarter" => Some("quarter"),
        "monthly" | "month" => Some("month"),
        "biannual" | "half-yearly" | "twice a year" => Some("half-year"),
        _ => None,
    }
}

fn direction_of(words: &str) -> Option<&'static str> {
    match words.trim() {
        "positive" => Some("up"),
        "negative" => Some("down"),
        _ => None,
    }
}
