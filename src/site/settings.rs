//! `site.toml` and the registers as types: what all plans share.
//!
//! Floor 7. Records like any other, decoded by `content`; here their references are resolved and what
//! cannot be used is reported. A site whose `site.toml` is damaged still checks the rest.

use std::collections::BTreeMap;

use super::AllowedNumbers;
use crate::{
    check::CHECKS,
    content::{self, Dialect, FileKind, ParseLog, Record},
    diag::{Code, Diagnostic, Error, FieldRef, Place, Severity},
    git,
    history::HistoryDisclosure,
    locale::Language,
    model::{
        self, Accessibility, Committee, DUPLICATE_ID, Edition, Level, Licence, Meeting, Owner, Scale, Site, Tone,
        UNKNOWN_COMMITTEE, UNKNOWN_SCALE,
    },
    schema::{Fields, Key, Value, records},
    tree::Tree,
    value::{Date, Id, is_web_address, meant_web_address},
};

const UNKNOWN_CHECK: Code =
    Code::error("unknown-check").args(&["id", "suggestion?"]).help("a check under `[checks]` that there is none of");
const FIXED_SEVERITY: Code = Code::error("fixed-severity")
    .args(&["id"])
    .help("a code under `[checks]` that is no judgement: what cannot be read, or is not shown as it is written, is told as it is");
/// A `revision` that git refuses as the name of a tag.
pub const BAD_TAG_NAME: Code =
    Code::error("bad-tag-name").args(&["id", "revision"]).help("a `revision` that git refuses as the name of a tag");
const NOT_AN_ADDRESS: Code = Code::error("not-an-address")
    .args(&["key", "text", "suggestion?"])
    .help("an address of the site, its licence or its accessibility statement that is none of the web: without `https://` or `http://` and a server, or with a user name, which would be published");
const SCALE_WITHOUT_LEVELS: Code = Code::error("scale-without-levels").args(&["scale"]).help("a scale without a level");

const LEVEL_TWICE: Code = Code::error("level-twice")
    .args(&["word", "other"])
    .help("a level of a scale whose word or id is the word or the id of another one, capitals aside: nobody could tell which of them a status means");

/// The codes of this file.
pub(super) const CODES: &[&Code] =
    &[&UNKNOWN_CHECK, &FIXED_SEVERITY, &BAD_TAG_NAME, &NOT_AN_ADDRESS, &SCALE_WITHOUT_LEVELS, &LEVEL_TWICE];

/// The site, and what it says of reading and checking.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What all plans share.
    pub site: Site,
    /// How files are parsed.
    pub context: Dialect,
    /// How loud each check is, by its code; `None` is off.
    pub loudness: BTreeMap<String, Option<Severity>>,
    /// Where the figures come from was left to the site.
    pub theme: Id,
    /// The tag or commit that history counts from.
    pub history_since: Option<String>,
    /// What looks like a personal number and may be published.
    pub allowed_numbers: AllowedNumbers,
    /// Below how many counts of persons and families are not published, where tables do not say it themselves.
    pub suppress_below: Option<u32>,
    /// What histories show beside what changed.
    pub history_shows: HistoryDisclosure,
    /// What is withheld from the past, as it is written.
    pub history_redact: Vec<String>,
}

/// Reads `site.toml`, the committees and the owners.
///
/// # Errors
///
/// Answers an [`Error`] when one of these files is there but cannot be read.
pub fn load(tree: &dyn Tree, today: Date, notebook: &mut ParseLog) -> Result<Settings, Error> {
    let bootstrap = Dialect::for_language(Language::Danish);
    let mut read = |path: &str, role: FileKind| -> Result<Option<Record>, Error> {
        let Some(path) = tree.paths().iter().find(|known| known.as_str() == path) else { return Ok(None) };
        let mut bytes = Vec::new();
        tree.read(path, &mut bytes)?;
        let own = (role == FileKind::Site).then(|| content::site_file_dialect(&bytes, path));
        Ok(content::parse(&bytes, path, role, own.as_ref().unwrap_or(&bootstrap), notebook))
    };
    let site = read("site.toml", FileKind::Site)?;
    let committees = read("content/committees.toml", FileKind::Committees)?;
    let owners = read("content/owners.toml", FileKind::Owners)?;
    let empty = Fields::default();
    let fields = site.as_ref().map_or(&empty, |record| &record.fields);
    let settings = Settings {
        context: Dialect::for_site(fields, &mut notebook.diagnostics),
        loudness: loudness(fields, &mut notebook.diagnostics),
        allowed_numbers: AllowedNumbers::read(fields, &mut notebook.diagnostics),
        suppress_below: suppress_below(fields, &mut notebook.diagnostics),
        history_shows: disclosed(fields),
        history_redact: redacted(fields),
        history_since: fields.get(&records::HISTORY).and_then(|history| history.get(&records::HISTORY_SINCE)).cloned(),
        theme: fields.get(&records::THEME).cloned().unwrap_or_else(default_theme),
        site: Site {
            title: text(fields, &records::TITLE),
            organisation: text(fields, &records::ORGANISATION),
            language: content::language(fields),
            colour: fields.get(&records::COLOUR).cloned(),
            logo: fields.get(&records::LOGO).cloned(),
            unit: content::site_unit(fields),
            url: url(fields, &mut notebook.diagnostics),
            source: fields.get(&records::SOURCE).cloned(),
            contact: fields.get(&records::SITE_CONTACT).cloned(),
            licence: licence(fields, &mut notebook.diagnostics),
            accessibility: accessibility(fields, &mut notebook.diagnostics),
            scales: scales(fields, &mut notebook.diagnostics),
            default_scale: 0,
            downloads: downloads(fields),
            remarks: Vec::new(),
            editions: Vec::new(),
            committees: entries(committees.as_ref(), |id, fields| Committee {
                id,
                formerly: fields.ids(&records::FORMERLY).cloned().collect(),
                name: text(fields, &records::NAME),
                note: fields.get(&records::NOTE).cloned(),
            }),
            owners: entries(owners.as_ref(), |id, fields| Owner {
                id,
                formerly: fields.ids(&records::FORMERLY).cloned().collect(),
                title: text(fields, &records::TITLE),
                department: fields.get(&records::DEPARTMENT).cloned(),
                contact: fields.get(&records::CONTACT).cloned(),
                note: fields.get(&records::NOTE).cloned(),
            }),
            as_of: fields.get(&records::AS_OF_DEFAULT).copied().unwrap_or(today),
        },
    };
    Ok(settings.resolved(fields, &mut notebook.diagnostics))
}

impl Settings {
    /// Resolves what `site.toml` refers to within itself.
    fn resolved(mut self, fields: &Fields, found: &mut Vec<Diagnostic>) -> Self {
        model::explain_names(&self.site, found);
        let site = &mut self.site;
        // What a site does not look for, its readers are not told of either.
        let is_on = |check: &str| self.loudness.get(check) != Some(&None);
        site.remarks = remarks(fields).into_iter().filter(|check| is_on(check)).collect();
        if let Some(wanted) = fields.get(&records::DEFAULT_SCALE) {
            match site.scales.iter().position(|scale| scale.id == *wanted) {
                Some(at) => site.default_scale = at,
                None => {
                    let known = site.scales.iter().map(|scale| scale.id.as_str());
                    let suggestion = content::nearest(wanted.as_str(), known).unwrap_or_default();
                    let diagnostic = at(&UNKNOWN_SCALE, "scale").with("id", wanted.as_str());
                    found.push(diagnostic.with("suggestion", suggestion));
                }
            }
        }
        let mut seen: Vec<&Id> = Vec::new();
        for (place, edition) in list(fields, &records::EDITIONS).enumerate() {
            let committee = edition.get(&records::ONE_COMMITTEE).cloned();
            let meeting = edition.get(&records::EDITION_MEETING).and_then(|meeting| {
                let committee = meeting.get(&records::MEETING_COMMITTEE)?.clone();
                Some(Meeting { committee, date: meeting.get(&records::DATE).copied() })
            });
            for (id, field) in [
                (committee.as_ref(), "committee"),
                (meeting.as_ref().map(|meeting| &meeting.committee), "meeting.committee"),
            ] {
                let Some(unknown) = id.filter(|id| !site.committees.contains_key(*id)) else { continue };
                let known = site.committees.keys().map(Id::as_str);
                let suggestion = content::nearest(unknown.as_str(), known).unwrap_or_default();
                let diagnostic = at(&UNKNOWN_COMMITTEE, &format!("editions.{place}.{field}"));
                found.push(diagnostic.with("id", unknown.as_str()).with("form", "id").meant(suggestion, true));
            }
            let Some(id) = edition.get(&records::EDITION_ID) else { continue };
            if seen.contains(&id) {
                let diagnostic = at(&DUPLICATE_ID, &format!("editions.{place}.id"));
                found.push(diagnostic.with("id", id.as_str()).with("other", "site.toml"));
                continue;
            }
            seen.push(id);
            let revision = edition.get(&records::REVISION);
            if let Some(name) = revision.filter(|name| !git::is_tag_name(name)) {
                let diagnostic = at(&BAD_TAG_NAME, &format!("editions.{place}.revision"));
                found.push(diagnostic.with("id", id.as_str()).with("revision", name.as_str()));
                continue;
            }
            let Some(as_of) = edition.get(&records::AS_OF) else { continue };
            site.editions.push(Edition {
                id: id.clone(),
                title: text(edition, &records::TITLE),
                as_of: *as_of,
                committee,
                meeting: meeting.filter(|meeting| site.committees.contains_key(&meeting.committee)),
                revision: revision.cloned(),
            });
        }
        self
    }
}

fn default_theme() -> Id {
    Id::new("default").expect("a sound id")
}

fn at(code: &'static Code, field: &str) -> Diagnostic {
    Diagnostic::new(code, Place::Subject(FieldRef::new("site.toml", field)))
}

fn text(fields: &Fields, field: &crate::schema::Field<String>) -> String {
    fields.get(field).cloned().unwrap_or_default()
}

fn list<'f>(fields: &'f Fields, field: &crate::schema::Field<Vec<Value>>) -> impl Iterator<Item = &'f Fields> {
    let values = fields.get(field).into_iter().flatten();
    values.filter_map(|value| if let Value::Record(fields) = value { Some(fields) } else { None })
}

/// Returns the records of a register by id.
fn entries<T>(record: Option<&Record>, make: impl Fn(Id, &Fields) -> T) -> BTreeMap<Id, T> {
    let entries = record.into_iter().flat_map(|record| record.fields.entries());
    let pairs = entries.filter_map(|(key, _, value)| match (key, value) {
        (Key::Id(id), Value::Record(fields)) => Some((id.clone(), make(id.clone(), fields))),
        _ => None,
    });
    pairs.collect()
}

/// Returns what histories show beside what changed: nothing that is not written.
fn disclosed(fields: &Fields) -> HistoryDisclosure {
    let words = fields.get(&records::HISTORY).and_then(|history| history.get(&records::HISTORY_SHOW));
    let has =
        |wanted: &str| words.into_iter().flatten().any(|word| matches!(word, Value::Choice(word) if word.0 == wanted));
    HistoryDisclosure { author: has("author"), message: has("message"), text: has("text") }
}

/// Returns below how many counts of persons and families are not published.
fn suppress_below(fields: &Fields, found: &mut Vec<Diagnostic>) -> Option<u32> {
    let written = fields.get(&records::CONFIDENTIALITY)?.get(&records::SITE_SUPPRESS_BELOW)?;
    let below = model::count_threshold(written);
    if below.is_none() {
        found.push(model::unfit_threshold(FieldRef::new("site.toml", "confidentiality.suppress_below")));
    }
    below.filter(|below| *below > 0)
}

/// Returns what tables can be had as, where that is written.
fn downloads(fields: &Fields) -> Option<Vec<String>> {
    let words = fields.get(&records::DOWNLOADS)?.iter();
    Some(words.filter_map(|word| if let Value::Choice(word) = word { Some(word.0.to_owned()) } else { None }).collect())
}

/// Returns the checks that readers are told of: all that can be, unless it is written.
fn remarks(fields: &Fields) -> Vec<String> {
    let Some(words) = fields.get(&records::READER_REMARKS) else {
        return records::REMARKS_KNOWN.iter().map(|check| (*check).to_owned()).collect();
    };
    words
        .iter()
        .filter_map(|word| if let Value::Choice(word) = word { Some(word.0.to_owned()) } else { None })
        .collect()
}

/// Returns what is to be withheld from the past, as it is written.
fn redacted(fields: &Fields) -> Vec<String> {
    let entries = fields.get(&records::HISTORY).and_then(|history| history.get(&records::HISTORY_REDACT));
    let text = |value: &Value| if let Value::Text(entry) = value { Some(entry.clone()) } else { None };
    entries.into_iter().flatten().filter_map(text).collect()
}

fn licence(fields: &Fields, found: &mut Vec<Diagnostic>) -> Option<Licence> {
    let licence = fields.get(&records::LICENCE)?;
    let url = licence.get(&records::LICENCE_URL).and_then(|url| web_address(url, "licence.url", found));
    Some(Licence { title: text(licence, &records::TITLE), url })
}

fn accessibility(fields: &Fields, found: &mut Vec<Diagnostic>) -> Option<Accessibility> {
    let statement = fields.get(&records::ACCESSIBILITY)?;
    let url = web_address(statement.get(&records::URL)?, "accessibility.url", found)?;
    Some(Accessibility { url, reviewed: statement.get(&records::REVIEWED).copied() })
}

/// Returns the site's own address, as that of a folder.
fn url(fields: &Fields, found: &mut Vec<Diagnostic>) -> Option<String> {
    let url = web_address(fields.get(&records::SITE_URL)?, "url", found)?;
    Some(if url.ends_with('/') { url } else { url + "/" })
}

/// Returns an address that browsers ask a server for; refuses others.
fn web_address(url: &str, field: &str, found: &mut Vec<Diagnostic>) -> Option<String> {
    let is_web = is_web_address(url);
    if !is_web {
        // What stands before the server may be a password.
        let text = if url.contains('@') { "…".to_owned() } else { url.chars().take(60).collect() };
        let key = field.rsplit('.').next().unwrap_or(field);
        let diagnostic = at(&NOT_AN_ADDRESS, field).with("key", key).with("text", text);
        found.push(diagnostic.meant(&meant_web_address(url).unwrap_or_default(), true));
    }
    is_web.then(|| percent_encoded(url))
}

/// Writes an address as it stands in a link: what is behind the name of the server in signs of ASCII without blanks. What is
/// encoded already stays so, and a name with æ is for the browser to translate.
fn percent_encoded(url: &str) -> String {
    let server = url.find("://").map_or(0, |at| at.saturating_add(3));
    let path = url.get(server..).and_then(|rest| rest.find('/')).map_or(url.len(), |at| server.saturating_add(at));
    let (before, path) = url.split_at_checked(path).unwrap_or((url, ""));
    let mut encoded = before.to_owned();
    for byte in path.bytes() {
        match byte {
            b'"' | b'<' | b'>' | b'`' | b'{' | b'}' | b'|' | b'\\' | b'^' => encoded.push_str(&format!("%{byte:02X}")),
            0x21..=0x7e => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Returns the scales, the site's own (`status`) first.
fn scales(fields: &Fields, found: &mut Vec<Diagnostic>) -> Vec<Scale> {
    let entries = fields.get(&records::SCALES).into_iter().flat_map(Fields::entries);
    let mut scales: Vec<Scale> = entries
        .filter_map(|(key, _, value)| match (key, value) {
            (Key::Id(id), Value::Record(fields)) => Some(scale(id, fields, found)),
            _ => None,
        })
        .collect();
    scales.sort_by_key(|scale| scale.id.as_str() != "status");
    scales
}

fn scale(id: &Id, fields: &Fields, found: &mut Vec<Diagnostic>) -> Scale {
    let mut levels: Vec<Level> = Vec::new();
    for (place, level) in list(fields, &records::LEVELS).enumerate() {
        let Some(level_id) = level.get(&records::LEVEL_ID) else { continue };
        if levels.iter().any(|known| known.id == *level_id) {
            let diagnostic = at(&DUPLICATE_ID, &format!("scales.{id}.levels.{place}.id"));
            found.push(diagnostic.with("id", level_id.as_str()).with("other", "site.toml"));
            continue;
        }
        report_second_name(id, (place, level_id, &text(level, &records::WORD)), &levels, found);
        let tone = level.get(&records::TONE);
        levels.push(Level {
            id: level_id.clone(),
            word: text(level, &records::WORD),
            one: level.get(&records::LEVEL_ONE).cloned(),
            many: level.get(&records::LEVEL_MANY).cloned(),
            tone: tone.and_then(|tone| Tone::parse(tone.0)).unwrap_or(Tone::None),
            meaning: text(level, &records::MEANING),
        });
    }
    if levels.is_empty() {
        found.push(at(&SCALE_WITHOUT_LEVELS, &format!("scales.{id}")).with("scale", id.as_str()));
    }
    Scale { id: id.clone(), title: fields.get(&records::SCALE_TITLE).cloned(), levels }
}

/// Reports a level that is called what another one is: its word would be read as that one, whichever is meant.
fn report_second_name(scale: &Id, (place, id, word): (usize, &Id, &str), above: &[Level], found: &mut Vec<Diagnostic>) {
    let same = |one: &str, other: &str| !one.is_empty() && one.trim().to_lowercase() == other.trim().to_lowercase();
    let names = |level: &Level, name: &str| same(&level.word, name) || same(level.id.as_str(), name);
    for (field, name) in [(&records::WORD.spec, word), (&records::LEVEL_ID.spec, id.as_str())] {
        if let Some(other) = above.iter().find(|level| names(level, name)) {
            let diagnostic = at(&LEVEL_TWICE, &format!("scales.{scale}.levels.{place}.{}", field.name));
            found.push(diagnostic.with("word", name).with("other", other.word.as_str()));
            return;
        }
    }
}

/// Returns how loud each check is; codes that no check has are reported.
fn loudness(fields: &Fields, found: &mut Vec<Diagnostic>) -> BTreeMap<String, Option<Severity>> {
    let mut loudness = BTreeMap::new();
    for (_, code, value) in fields.get(&records::CHECKS).into_iter().flat_map(Fields::entries) {
        let Value::Choice(word) = value else { continue };
        if CHECKS.iter().all(|check| check.code.name != code) {
            found.push(not_a_check(code));
        }
        let severity = match word.0 {
            "error" => Some(Severity::Error),
            "warning" => Some(Severity::Warning),
            "note" => Some(Severity::Note),
            _ => None,
        };
        loudness.insert(code.to_owned(), severity);
    }
    loudness
}

/// Says that no check has a code. One that a check finds besides its own is set with the check; one that no check finds cannot be
/// set.
fn not_a_check(code: &str) -> Diagnostic {
    let place = format!("checks.{code}");
    let of_check = CHECKS.iter().find(|check| check.codes().any(|found| found.name == code));
    if of_check.is_none() && crate::codes().into_iter().any(|(_, known)| known.name == code) {
        return at(&FIXED_SEVERITY, &place).with("id", code);
    }
    let names = CHECKS.iter().map(|check| check.code.name);
    let suggestion =
        of_check.map(|check| check.code.name).or_else(|| content::nearest(code, names)).unwrap_or_default();
    at(&UNKNOWN_CHECK, &place).with("id", code).with("suggestion", suggestion)
}
