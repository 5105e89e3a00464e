//! Drafts of single records: a file of their own, or a table at the end of the register they stand in.

use super::{
    draft_file::{DraftFile, TakenPlace},
    known::{KnownPlan, KnownSite},
    lines::{DraftStyle, GivenField, lines_of, quoted, remark},
    words,
};
use crate::{
    content::{self, FileKind},
    diag::{Code, Error, ErrorKind},
    locale::Arg,
    output::safe_name,
    schema::{PlanKind, RecordType, records},
    value::{Id, ItemNumber, Period},
};

const DRAFT_WITHOUT_ID: Code = Code::error("draft-without-id")
    .args(&["title"])
    .help("a title without a letter or a digit, of which no id can be made");
const DRAFT_UNKNOWN_FIELD: Code = Code::error("draft-unknown-field")
    .args(&["key", "known", "suggestion?"])
    .help("a field that is given for a draft and that such a record does not have");
const REGISTER_UNREADABLE: Code = Code::error("register-unreadable")
    .args(&["path", "cause"])
    .help("a file that a draft is to be added to and that is no sound TOML");
const NOT_A_DAY_OF_A_REPORT: Code = Code::error("not-a-report-date")
    .args(&["text", "suggestion?"])
    .help("what a report is to be about, where it is no date and no period");

/// The codes of this file.
pub(super) const CODES: &[&Code] =
    &[&DRAFT_WITHOUT_ID, &DRAFT_UNKNOWN_FIELD, &REGISTER_UNREADABLE, &NOT_A_DAY_OF_A_REPORT];

/// The most characters of an id that is made of a title.
const LONGEST_ID: usize = 32;

/// The most characters of the id of a plan: titles of plans begin alike, and differ in their last words.
const LONGEST_PLAN_ID: usize = 60;

/// What is to be drafted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// A plan.
    Plan,
    /// A measure of a plan.
    Measure,
    /// A committee; its title is its code.
    Committee,
    /// An owner.
    Owner,
    /// An indicator of a plan.
    Indicator,
    /// A milestone of a plan.
    Milestone,
    /// A figure table of a plan.
    Table,
}

/// A record that is to be drafted.
#[derive(Clone, Debug)]
pub struct DraftRequest {
    /// What it is.
    pub kind: DraftKind,
    /// The plan it is of; empty where it is of none.
    pub plan: String,
    /// Its title, or the name of a committee.
    pub title: String,
    /// Its id; made of its title unless given.
    pub id: Option<String>,
    /// What is said of it, by the names of the schema: `required`, `1,75`.
    pub fields: Vec<(String, String)>,
}

impl DraftKind {
    /// Returns the record it is in the schema.
    #[must_use]
    pub fn record(self) -> &'static RecordType {
        match self {
            Self::Plan => &records::PLAN,
            Self::Measure => &records::MEASURE,
            Self::Committee => &records::COMMITTEE_RECORD,
            Self::Owner => &records::OWNER_RECORD,
            Self::Indicator => &records::INDICATOR,
            Self::Milestone => &records::MILESTONE,
            Self::Table => &records::TABLE,
        }
    }
}

/// Drafts a record.
///
/// # Errors
///
/// Answers [`ErrorKind::Exists`] where it is there, [`ErrorKind::NotFound`] where its plan is not, and others where a field is
/// given that it does not have, or a file cannot be read.
pub fn draft(site: &KnownSite<'_>, asked: &DraftRequest) -> Result<Vec<DraftFile>, Error> {
    let of_plan = !matches!(asked.kind, DraftKind::Plan | DraftKind::Committee | DraftKind::Owner);
    let plan = if of_plan { Some(site.plan(&asked.plan)?) } else { None };
    let style = site.style(plan.as_ref());
    let given = given(asked)?;
    let draft = OneDraft { site, asked, plan: plan.as_ref(), style: &style };
    let file = match asked.kind {
        DraftKind::Plan => draft.plan(given)?,
        DraftKind::Measure => draft.measure(given)?,
        DraftKind::Table => draft.table(given)?,
        DraftKind::Committee | DraftKind::Owner | DraftKind::Indicator | DraftKind::Milestone => draft.entry(given)?,
    };
    Ok(vec![file])
}

/// Returns what is said of a record by the names of its fields, its title among them.
fn given(asked: &DraftRequest) -> Result<Vec<GivenField>, Error> {
    let record = asked.kind.record();
    let title = if asked.kind == DraftKind::Committee { records::NAME.spec.name } else { records::TITLE.spec.name };
    let mut given: Vec<GivenField> = vec![(title, asked.title.clone())];
    for (name, value) in &asked.fields {
        let Some(field) = record.field(name) else {
            let known: Vec<&str> = record.fields.iter().map(|field| field.name).collect();
            let near = content::nearest(name, known.iter().copied()).unwrap_or_default();
            let error = Error::coded(ErrorKind::NotFound, &DRAFT_UNKNOWN_FIELD).with("key", name.as_str());
            return Err(error.with("known", known.join(", ")).with("suggestion", near));
        };
        given.retain(|(known, _)| *known != field.name);
        given.push((field.name, value.clone()));
    }
    Ok(given)
}

/// One record on its way to be drafted.
struct OneDraft<'d> {
    site: &'d KnownSite<'d>,
    asked: &'d DraftRequest,
    plan: Option<&'d KnownPlan<'d>>,
    style: &'d DraftStyle,
}

impl OneDraft<'_> {
    /// Returns the id that was asked for, else one made of some words.
    fn id(&self, words: &str) -> Result<Id, Error> {
        let asked = self.asked.id.as_deref().map(str::trim);
        let is_file = matches!(self.asked.kind, DraftKind::Plan | DraftKind::Measure | DraftKind::Table);
        let made = asked.map_or_else(|| Id::of_words(beginning(words), LONGEST_ID), Id::new);
        let made = made.filter(|id| !is_file || !is_kept_name(id));
        made.ok_or_else(|| {
            let error = Error::coded(ErrorKind::NotFound, &DRAFT_WITHOUT_ID);
            error.with("title", asked.unwrap_or(&self.asked.title))
        })
    }

    fn path(&self, below: &str) -> String {
        self.plan.map_or_else(String::new, |plan| plan.path(below))
    }

    fn plan(&self, mut given: Vec<GivenField>) -> Result<DraftFile, Error> {
        let mut or_else = |name: &'static str, value: String| {
            if !given.iter().any(|(known, _)| *known == name) {
                given.push((name, value));
            }
        };
        or_else(records::KIND.spec.name, PlanKind::PLAIN.id.to_owned());
        or_else(records::YEAR.spec.name, self.style.today.year().to_string());
        let made = plan_id(&self.asked.title).filter(|id| self.asked.id.is_none() && !is_kept_name(id));
        let id = made.map_or_else(|| self.id(""), |id| Ok(self.free_plan_id(id)))?;
        let head = words::say(self.style.language, &words::HEAD_OF_PLAN, []);
        let text = markdown(&[remark(&head), lines_of(&records::PLAN, &given, self.style)].concat());
        DraftFile::new(self.site.tree, format!("content/plans/{id}/plan.md"), text)
    }

    /// Returns an id that no other plan has, with a number behind it where one has. A plan of the same title is no other one.
    fn free_plan_id(&self, id: Id) -> Id {
        let title = |plan: &KnownPlan<'_>| plan.head().and_then(|head| head.fields.get(&records::TITLE)).cloned();
        let is_another = |id: &Id| {
            let known = self.site.plan(id.as_str());
            known.is_ok_and(|plan| title(&plan).as_deref() != Some(self.asked.title.trim()))
        };
        let numbered = (2_u32..).filter_map(|number| Id::new(&format!("{id}-{number}")));
        std::iter::once(id.clone()).chain(numbered).find(|id| !is_another(id)).unwrap_or(id)
    }

    fn measure(&self, given: Vec<GivenField>) -> Result<DraftFile, Error> {
        let number = given.iter().find(|(name, _)| *name == records::NUMBER.spec.name).map(|(_, number)| number);
        let id = match &self.asked.id {
            Some(_) => self.id("")?,
            None => measure_id(number.map(String::as_str), &self.asked.title).map_or_else(|| self.id(""), Ok)?,
        };
        let path = self.path(&format!("measures/{id}.md"));
        let is_taken = |record: &crate::content::Record| record.role == FileKind::Measure && record.id == id;
        if self.plan.is_some_and(|plan| plan.records.iter().any(is_taken)) {
            return Err(DraftFile::taken(&path, TakenPlace::Record));
        }
        let head = words::say(self.style.language, &words::HEAD_OF_MEASURE, []);
        let text = markdown(&[remark(&head), lines_of(&records::MEASURE, &given, self.style)].concat());
        DraftFile::new(self.site.tree, path, text)
    }

    fn table(&self, given: Vec<GivenField>) -> Result<DraftFile, Error> {
        let id = self.id(&self.asked.title)?;
        let head = words::say(self.style.language, &words::HEAD_OF_TABLE, [Arg::Text(id.as_str())]);
        let fields = lines_of(&records::TABLE, &given, self.style);
        let columns = records::COLUMNS.spec.name;
        let has_columns = given.iter().any(|(name, _)| *name == columns);
        // The record is nothing without its columns: those of a follow-up stand there, to be changed.
        let kept = fields.lines().filter(|line| has_columns || !line.starts_with(&format!("# {columns} =")));
        let mut text = remark(&head) + &kept.map(|line| format!("{line}\n")).collect::<String>();
        if !has_columns {
            text.push_str("\n[columns]\nrevised = {}\nforecast = {}\n");
            text.push_str("deviation = { formula = \"forecast - revised\" }\n");
        }
        DraftFile::new(self.site.tree, self.path(&format!("tables/{id}.toml")), text)
    }

    /// Drafts an entry of a register, behind those that stand in it.
    fn entry(&self, given: Vec<GivenField>) -> Result<DraftFile, Error> {
        let (path, within) = match self.asked.kind {
            DraftKind::Committee => ("content/committees.toml".to_owned(), ""),
            DraftKind::Owner => ("content/owners.toml".to_owned(), ""),
            DraftKind::Milestone => (self.path("milestones.toml"), "milestones"),
            _ => (self.path("indicators.toml"), ""),
        };
        let before = self.site.text(&path)?;
        let known = Register::read(&path, before.as_deref().unwrap_or_default(), within)?;
        let id = match self.asked.kind {
            DraftKind::Milestone => self.number(&known)?,
            _ => self.id(&self.asked.title)?.to_string(),
        };
        if known.keys.contains(&id) {
            return Err(DraftFile::taken(&format!("{path}: {id}"), TakenPlace::Entry));
        }
        let is_bare = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        let key = if is_bare { id } else { quoted(&id) };
        let head = if within.is_empty() { format!("[{key}]\n") } else { format!("[{within}.{key}]\n") };
        let entry = head + &lines_of(self.asked.kind.record(), &given, self.style);
        let text = appended(before.as_deref().unwrap_or_default(), &entry);
        // What stood there stands there; that the whole can still be read is proved before it is written.
        Register::read(&path, &text, within)?;
        match before {
            None => DraftFile::new(self.site.tree, path, text),
            Some(before) => {
                let place = DraftFile::new(&crate::tree::MemoryTree::default(), path, text)?;
                Ok(DraftFile { before: Some(before.into_bytes()), ..place })
            }
        }
    }

    /// Returns the number of a milestone: the one asked for, else the next after the highest whole one.
    fn number(&self, known: &Register) -> Result<String, Error> {
        if let Some(asked) = &self.asked.id {
            let number = ItemNumber::parse(asked.trim());
            let error = || Error::coded(ErrorKind::NotFound, &DRAFT_WITHOUT_ID).with("title", asked.as_str());
            return number.map(|number| number.as_str().to_owned()).ok_or_else(error);
        }
        let highest = known.keys.iter().filter_map(|key| key.parse::<u32>().ok()).max().unwrap_or(0);
        Ok(highest.saturating_add(1).to_string())
    }
}

/// Returns what stands in a title before its explanation: *Boligsociale indsatser*: fra herberg til egen bolig.
fn beginning(title: &str) -> &str {
    let first = title.split([':', ';', '(']).next().unwrap_or(title);
    if first.chars().any(char::is_alphanumeric) { first } else { title }
}

/// Tells whether a file of an id would not be what it is to be: `index.md` is the page of its folder, and Windows keeps `con.md` for a device.
pub fn is_kept_name(id: &Id) -> bool {
    id.as_str().split('.').next().is_some_and(|stem| stem.eq_ignore_ascii_case("index"))
        || safe_name(id.as_str()) != id.as_str()
}

/// Makes the id of a plan of its title. A year at its end is kept, by which plans of one name are told apart.
pub fn plan_id(title: &str) -> Option<Id> {
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let year = title.split_whitespace().last().filter(is_year);
    let id = Id::of_words(beginning(title), LONGEST_PLAN_ID)?;
    match year.filter(|year| !id.as_str().ends_with(year)) {
        None => Some(id),
        Some(year) => {
            let room = LONGEST_PLAN_ID.saturating_sub(year.len().saturating_add(1));
            Id::new(&format!("{}-{year}", Id::of_words(beginning(title), room)?))
        }
    }
}

/// Makes the id of a measure of its number and its title: `03-boligsociale-indsatser`.
pub fn measure_id(number: Option<&str>, title: &str) -> Option<Id> {
    let number = number.and_then(|number| number.split(['+', '*']).next()).unwrap_or_default();
    let short: String = number.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let is_whole = !short.is_empty() && short.bytes().all(|byte| byte.is_ascii_digit());
    let short = if is_whole { format!("{short:0>2}") } else { short };
    let title = Id::of_words(beginning(title), LONGEST_ID.saturating_sub(short.len()));
    let parts = [short, title.map(|id| id.to_string()).unwrap_or_default()];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let id = Id::new(&parts.join("-"))?;
    if is_kept_name(&id) { Id::new(&format!("{id}-1")) } else { Some(id) }
}

/// Returns the name of the folder of a report: what it is about, as an author says it.
///
/// # Errors
///
/// Answers an [`Error`] where it is no date and no period, with what was meant where that is known.
pub fn report_folder(text: &str, year_begins: Option<i8>) -> Result<(String, Period), Error> {
    let text = text.trim();
    if let Ok(period) = Period::read_folder(text, year_begins) {
        return Ok((text.to_owned(), period));
    }
    let read = Period::read(text, year_begins).ok().map(|period| period.iso());
    let folder = read.filter(|iso| Period::read_folder(iso, year_begins).is_ok());
    match folder.as_deref().map(|folder| Period::read_folder(folder, year_begins)) {
        Some(Ok(period)) => Ok((folder.unwrap_or_default(), period)),
        _ => {
            let near = crate::value::meant_date(text).unwrap_or_default();
            let error = Error::coded(ErrorKind::NotFound, &NOT_A_DAY_OF_A_REPORT);
            Err(error.with("text", text).with("suggestion", near))
        }
    }
}

/// What stands in a register.
struct Register {
    keys: Vec<String>,
}

impl Register {
    fn read(path: &str, text: &str, within: &str) -> Result<Self, Error> {
        let text = text.trim_start_matches('\u{feff}');
        let document: toml_edit::DocumentMut = text.parse().map_err(|cause: toml_edit::TomlError| {
            let error = Error::coded(ErrorKind::NotFound, &REGISTER_UNREADABLE).with("path", path);
            error.with("cause", cause.message().to_owned())
        })?;
        let table = if within.is_empty() {
            Some(document.as_table() as &dyn toml_edit::TableLike)
        } else {
            document.get(within).and_then(toml_edit::Item::as_table_like)
        };
        Ok(Self { keys: table.map(|table| table.iter().map(|(key, _)| key.to_owned()).collect()).unwrap_or_default() })
    }
}

/// Adds a part to the end of a text, with an empty line between the two.
fn appended(before: &str, part: &str) -> String {
    let line = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let kept = before.trim_end_matches(['\n', '\r']);
    let gap = if kept.is_empty() { String::new() } else { format!("{line}{line}") };
    [kept, &gap, &part.replace('\n', line)].concat()
}

/// Puts fields before an empty text.
pub fn markdown(fields: &str) -> String {
    format!("+++\n{fields}+++\n")
}
