//! Personal numbers in what is published: whatever file they stand in, and whatever name bears them.
//!
//! Takes a site of which it is decided what is not shown, answers what was found. Looks at files as they were written,
//! not at what was parsed of them, so that no field can be forgotten. A finding shows neither the number nor the line
//! it stands on: messages are read by more people than the site is for.

use std::{borrow::Cow, collections::BTreeSet};

use super::{OpenedSite, visibility::Visibility};
use crate::{
    compare::{Change, ChangeKind, RecordKind},
    content::{self, Figures, FileKind, Record},
    diag::{Code, Diagnostic, Error, Finding, Origins, Place, Sources},
    history::CommitChanges,
    schema::{Fields, Value},
    site::{AllowedNumbers, PlanTexts},
    tree,
    value::{
        CellNotation, Certainty, ColumnNames, FoundNumber, RelPath, marked_utf16, may_hold_personal_number,
        parted_numbers, personal_numbers, shown_numbers,
    },
};

const PERSONAL_NUMBER: Code = Code::error("personal-number").args(&["number", "suggestion?"]).help(
    "a personal number (CPR) in a text, a title, a table, a picture, an attachment or a name that is published; neither the number nor its line is shown",
);
const POSSIBLE_NUMBER: Code = Code::warning("possible-personal-number").args(&["number", "suggestion?"]).help(
    "ten digits that begin with a date and may be a personal number, but neither how they are written nor the check digit says so",
);
/// A personal number that an edition would publish again.
pub const NUMBER_IN_EDITION: Code = Code::error("personal-number-in-edition")
    .args(&["number", "id", "path", "suggestion?"])
    .help("a personal number in the files that an edition was cut from; its site would publish it again");
const NUMBER_IN_HISTORY: Code = Code::error("personal-number-in-history")
    .args(&["number", "commit", "date", "suggestion?"])
    .help("a personal number in what the history shows of an older version: a title, a label, an id, an old text");
const ATTACHMENT_UNREAD: Code = Code::warning("attachment-unread").help(
    "an attachment whose text cannot be read, such as a scanned page: it is published, and nobody has looked for personal numbers in it",
);

/// The codes of this file.
pub(super) const CODES: &[&Code] =
    &[&PERSONAL_NUMBER, &POSSIBLE_NUMBER, &NUMBER_IN_EDITION, &NUMBER_IN_HISTORY, &ATTACHMENT_UNREAD];

/// Reports the personal numbers in `site.toml`, the registers, the ordinary pages and the themes, and in the names of
/// all files that are read. Those of plans are looked at when their plan is made, pictures and attachments when they
/// are published.
pub fn report(opened: &OpenedSite<'_>, hidden: &Visibility) -> Result<Vec<Finding>, Error> {
    let mut search = NumberSearch::new(opened);
    if search.is_done() {
        return Ok(search.found);
    }
    let mut bytes = Vec::new();
    for file in opened.version.paths().iter().filter(|file| is_read(file) && !is_hidden(file, &hidden.files)) {
        search.look_at_name(file);
        if !tree::is_below(file, content::SitePaths::PLANS) {
            opened.version.read(file, &mut bytes)?;
            if may_hold_personal_number(&bytes) {
                search.look_at_text(file, &text_of(&bytes));
            }
        }
    }
    Ok(search.found)
}

/// Reports the personal numbers in the texts of a plan that are not hidden.
pub fn report_plan(opened: &OpenedSite<'_>, texts: &PlanTexts<'_>, hidden: &Visibility) -> Vec<Finding> {
    let mut search = NumberSearch::new(opened);
    if search.is_done() {
        return search.found;
    }
    for ((file, _), bytes) in texts.each().filter(|((file, _), _)| !is_hidden(file, &hidden.files)) {
        // Of a closed record with a public title nothing else is shown, so nothing else is said.
        match hidden.titles.iter().find(|(closed, _)| closed == file) {
            Some((_, title)) => search.look_at(title, file),
            None if !may_hold_personal_number(bytes) => {}
            None => search.look_at_cells(file, &text_of(bytes), &columns_of(texts, file)),
        }
    }
    search.found
}

/// Reports the personal numbers in a picture or an attachment that is published, and in its name.
pub fn report_asset(opened: &OpenedSite<'_>, file: &RelPath, bytes: &[u8]) -> Vec<Finding> {
    let mut search = NumberSearch::new(opened);
    search.look_at_name(file);
    let text = content::attachment_text(file, bytes);
    for part in &text.parts {
        let ending = file.extension();
        match ending.eq_ignore_ascii_case("svg") || ending.eq_ignore_ascii_case("csv") {
            true => search.look_at_text(file, part),
            false => search.look_at(part, file),
        }
    }
    if text.is_unread && opened.mode.edition.is_none() {
        search.say(&Diagnostic::new(&ATTACHMENT_UNREAD, Place::File(file.clone())));
    }
    search.found
}

/// Reports the personal numbers in what the history tells.
pub fn report_history<'c>(opened: &OpenedSite<'_>, revisions: impl Iterator<Item = &'c CommitChanges>) -> Vec<Finding> {
    let mut search = NumberSearch::new(opened);
    for revision in revisions {
        let mut texts: Vec<&str> = revision.unreadable.iter().map(|file| file.path.as_str()).collect();
        revision.changes.iter().for_each(|change| push_texts(change, &mut texts));
        for found in texts.into_iter().flat_map(personal_numbers) {
            if found.certainty == Certainty::Certain && !search.allowed.has(found.number) {
                let diagnostic = search.diagnostic(&NUMBER_IN_HISTORY, site_file(), &found);
                let diagnostic = diagnostic.with("commit", revision.id.as_str());
                search.say(&diagnostic.with("date", revision.recorded.to_string()));
            }
        }
    }
    search.found.dedup();
    search.found
}

/// Digits of what looks like a personal number, ten of each.
pub type PersonalNumbers = BTreeSet<[u8; 10]>;

/// Returns what looks like a personal number in the files of a plan and is not allowed, hidden or not.
pub fn of_plan(opened: &OpenedSite<'_>, texts: &PlanTexts<'_>) -> PersonalNumbers {
    let allowed = opened.mode.allowed.unwrap_or(&opened.version.settings.allowed_numbers);
    let texts = texts.each().map(|(_, bytes)| bytes).filter(|bytes| may_hold_personal_number(bytes));
    let found = texts.flat_map(|bytes| personal_numbers(&text_of(bytes)));
    found.filter(|found| !allowed.has(found.number)).map(|found| found.number.digits()).collect()
}

/// Covers personal numbers where records would tell them as amounts. Those in texts are covered by whoever writes them.
/// Answers whether there was one.
pub fn cover(records: &mut [Record], numbers: &PersonalNumbers) -> bool {
    let mut is_covered = false;
    if numbers.is_empty() {
        return is_covered;
    }
    for record in records {
        cover_fields(&mut record.fields, numbers, &mut is_covered);
        let Some(figures) = &mut record.figures else { continue };
        let is_structure = |at: usize| {
            figures
                .head
                .get(at)
                .is_some_and(|(name, _)| Figures::STRUCTURE.contains(&name.trim().to_lowercase().as_str()))
        };
        for row in &mut figures.rows {
            for (_, (cell, _)) in row.cells.iter_mut().enumerate().filter(|(at, _)| !is_structure(*at)) {
                if let Some(masked) = spelt(cell, numbers) {
                    *cell = masked;
                    is_covered = true;
                }
            }
        }
    }
    is_covered
}

fn cover_fields(fields: &mut Fields, numbers: &PersonalNumbers, is_covered: &mut bool) {
    let values = fields.values.iter_mut().map(|(_, value)| value);
    for value in values.chain(fields.entries.iter_mut().map(|(_, _, value)| value)) {
        cover_value(value, numbers, is_covered);
    }
}

fn cover_value(value: &mut Value, numbers: &PersonalNumbers, is_covered: &mut bool) {
    match value {
        Value::Amount(amount) => {
            let masked = amount.number.and_then(|number| spelt(&number.to_string(), numbers));
            if let Some(masked) = masked {
                *value = Value::Text(masked);
                *is_covered = true;
            }
        }
        Value::List(values) => values.iter_mut().for_each(|value| cover_value(value, numbers, is_covered)),
        Value::Record(fields) => cover_fields(fields, numbers, is_covered),
        _ => {}
    }
}

/// Tells whether the digits of a text hold one of some personal numbers, whatever stands between them.
pub fn spells_any(text: &str, numbers: &PersonalNumbers) -> bool {
    !numbers.is_empty() && spelt(text, numbers).is_some()
}

/// Returns the personal number that the digits of a text hold, covered. An amount has lost the nought it began with.
fn spelt(text: &str, numbers: &PersonalNumbers) -> Option<String> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_digit).map(|digit| digit.saturating_sub(b'0')).collect();
    let is_spelt = |number: &&[u8; 10]| {
        let noughts = number.iter().take_while(|digit| **digit == 0).count();
        let number = number.get(noughts..).unwrap_or_default();
        !number.is_empty() && digits.windows(number.len()).any(|window| window == number)
    };
    let date = numbers.iter().find(is_spelt)?.iter().take(6);
    Some(date.map(|digit| char::from(digit.saturating_add(b'0'))).chain("-****".chars()).collect())
}

/// Adds the texts of a change that histories may show: all but amounts and dates.
fn push_texts<'c>(change: &'c Change, texts: &mut Vec<&'c str>) {
    // Of settings and editions no history tells.
    if matches!(change.subject.kind, RecordKind::Site | RecordKind::Edition) {
        return;
    }
    texts.push(&change.subject.id);
    texts.extend(change.subject.within.as_deref());
    texts.extend(change.subject.plan.as_ref().map(|plan| plan.as_str()));
    match &change.what {
        ChangeKind::Added | ChangeKind::Removed => {}
        ChangeKind::Renamed { from } => texts.push(from),
        ChangeKind::Field { path, before, after } => {
            texts.push(path);
            before.iter().chain(after).for_each(|value| push_value(value, texts));
        }
        ChangeKind::Words { before, after, .. } => texts.extend([before.as_str(), after.as_str()]),
        ChangeKind::Figure { row, column, before, after } => {
            texts.extend([&**row, &**column]);
            before.iter().chain(after).for_each(|value| push_value(value, texts));
        }
    }
}

fn push_value<'v>(value: &'v Value, texts: &mut Vec<&'v str>) {
    fn push_fields<'v>(fields: &'v Fields, texts: &mut Vec<&'v str>) {
        fields.values.iter().for_each(|(_, value)| push_value(value, texts));
        for (_, key, value) in &fields.entries {
            texts.push(key);
            push_value(value, texts);
        }
    }
    match value {
        Value::Text(text) => texts.push(text),
        Value::Id(id) => texts.push(id.as_str()),
        Value::Number(number) => texts.push(number.as_str()),
        Value::List(values) => values.iter().for_each(|value| push_value(value, texts)),
        Value::Record(fields) => push_fields(fields, texts),
        Value::Bool(_)
        | Value::Year(_)
        | Value::Day(_)
        | Value::Period(_)
        | Value::Unit(_)
        | Value::Amount(_)
        | Value::Choice(_) => {}
    }
}

/// Tells whether the words of a file may be published: a theme is, and so is all that is parsed.
fn is_read(file: &RelPath) -> bool {
    content::role_of(file).is_parsed()
        || tree::is_below(file, content::SitePaths::THEMES) && content::role_of(file) == FileKind::Stray
}

/// Tells whether a file, or a folder it lies in, is not shown.
fn is_hidden(file: &RelPath, hidden: &BTreeSet<RelPath>) -> bool {
    hidden.contains(file) || hidden.iter().any(|folder| tree::is_below(file, folder.as_str()))
}

/// Returns the text of a file, whatever encoding it is in: what Windows writes for a dash and a blank is read too.
fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((text, _)) = marked_utf16(bytes) {
        return Cow::Owned(text);
    }
    match std::str::from_utf8(bytes) {
        // A mark of the encoding is no part of the text.
        Ok(text) => Cow::Borrowed(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// Returns what the columns of a file of figures are called where its table is declared.
fn columns_of(texts: &PlanTexts<'_>, file: &RelPath) -> ColumnNames {
    let mut columns = ColumnNames::default();
    if content::role_of(file).is_figures() {
        let is_declaration =
            |((of, role), _): &((&RelPath, FileKind), &[u8])| *role == FileKind::Table && of.stem() == file.stem();
        let declared = texts.each().find(is_declaration).map(|(_, bytes)| content::column_names(&text_of(bytes)));
        declared.into_iter().flatten().for_each(|names| columns.add(names));
    }
    columns
}

/// Returns how the cells of a file are told apart, where it has some.
fn notation_of(file: &RelPath) -> Option<CellNotation> {
    match file.extension().to_ascii_lowercase().as_str() {
        "csv" | "tsv" => Some(CellNotation::Csv),
        "toml" => Some(CellNotation::Toml),
        "md" => Some(CellNotation::Markdown),
        _ => None,
    }
}

/// Takes the lines out of all messages about the lines on which a number was found, and about the next one: each of its parts
/// stands there alone, and nobody would know it for one.
pub fn hide_lines(findings: &mut [Finding]) {
    let is_of_number =
        |found: &&Finding| [&PERSONAL_NUMBER, &POSSIBLE_NUMBER].iter().any(|code| code.name == found.code);
    let last_line = |found: &Finding| found.last_line.max(found.line).saturating_add(1);
    let mut lines: Vec<(RelPath, u32, u32)> =
        findings.iter().filter(is_of_number).map(|found| (found.path.clone(), found.line, last_line(found))).collect();
    lines.sort();
    // What lies one in the other is one.
    lines.dedup_by(|(path, first, last), kept| {
        let is_within = *path == kept.0 && *first <= kept.2;
        if is_within {
            kept.2 = kept.2.max(*last);
        }
        is_within
    });
    for found in findings {
        let next = lines.partition_point(|(path, first, _)| (path, *first) <= (&found.path, found.line));
        let before = next.checked_sub(1).and_then(|nth| lines.get(nth));
        if before.is_some_and(|(path, _, last)| *path == found.path && found.line <= *last) {
            found.excerpt.clear();
            found.cures.clear();
        }
    }
}

fn site_file() -> Place {
    Place::File(RelPath::new(content::SitePaths::FILE).unwrap_or_else(|_| unreachable!("a constant path")))
}

/// Looks for personal numbers and notes what may not be published.
struct NumberSearch<'s> {
    opened: &'s OpenedSite<'s>,
    /// What the site of today says may be published: an old version may not allow itself more.
    allowed: &'s AllowedNumbers,
    /// The path whose names were looked at last.
    last_path: String,
    found: Vec<Finding>,
}

impl<'s> NumberSearch<'s> {
    fn new(opened: &'s OpenedSite<'_>) -> Self {
        let allowed = opened.mode.allowed.unwrap_or(&opened.version.settings.allowed_numbers);
        Self { opened, allowed, last_path: String::new(), found: Vec::new() }
    }

    /// Tells whether the files have been looked at before: an edition that is not cut is made of those of today.
    fn is_done(&self) -> bool {
        self.opened.mode.edition.is_some_and(|edition| edition.is_below && edition.commit.is_none())
    }

    /// Looks at the name of a file and at those of its folders. Files come in the order of their paths, so that those of a
    /// folder follow each other: what the path before began with has been looked at.
    fn look_at_name(&mut self, file: &RelPath) {
        let path = file.as_str();
        if may_hold_personal_number(path.as_bytes()) {
            let last_path = std::mem::take(&mut self.last_path);
            let shared = path.bytes().zip(last_path.bytes()).take_while(|(one, other)| one == other).count();
            let known = path.as_bytes().get(..shared).unwrap_or_default();
            let known = known.iter().rposition(|byte| *byte == b'/').map_or(0, |slash| slash.saturating_add(1));
            for name in path.get(known..).unwrap_or_default().split('/') {
                self.look_at(name, file);
            }
        }
        path.clone_into(&mut self.last_path);
    }

    /// Looks at a text that stands in a file as it is.
    fn look_at_text(&mut self, file: &RelPath, text: &str) {
        self.look_at_cells(file, text, &ColumnNames::default());
    }

    /// Looks at a text whose columns have names elsewhere. What `redact` takes out of a field of it is not published.
    fn look_at_cells(&mut self, file: &RelPath, text: &str, columns: &ColumnNames) {
        let withheld = self.opened.mode.withheld;
        let is_withheld = |at: usize| withheld.is_some_and(|withheld| is_blank(withheld, file, text, at));
        let mut found = personal_numbers(text);
        let notation = notation_of(file);
        found.extend(notation.map(|notation| parted_numbers(text, notation, columns)).unwrap_or_default());
        if notation == Some(CellNotation::Markdown) {
            let shown = content::shown_text(text);
            found.extend(shown_numbers(&shown.text).into_iter().map(|mut found| {
                found.range = shown.written(&found.range);
                found
            }));
        }
        found.retain(|found| !is_withheld(found.range.start));
        let mut place = TextPlace { text, at: 0, line: 1, column: 1 };
        for found in each_once(found) {
            place.go_to(found.range.start);
            let lines = text.get(found.range.clone()).map_or(0, |written| written.matches('\n').count());
            let last_line = place.line.saturating_add(u32::try_from(lines).unwrap_or(u32::MAX));
            self.note(&found, Place::Line(file.clone(), place.line, place.column), last_line);
        }
    }

    /// Looks at a text of which no line is told.
    fn look_at(&mut self, text: &str, file: &RelPath) {
        for found in personal_numbers(text) {
            self.note(&found, Place::File(file.clone()), 0);
        }
    }

    /// Notes a number that stands at a place and ends on a line.
    fn note(&mut self, found: &FoundNumber, place: Place, last_line: u32) {
        if self.allowed.has(found.number) {
            return;
        }
        let below = self.opened.mode.edition.filter(|edition| edition.is_below);
        let diagnostic = match (found.certainty, below) {
            (Certainty::Certain, None) => self.diagnostic(&PERSONAL_NUMBER, place, found),
            (Certainty::Doubtful, None) => self.diagnostic(&POSSIBLE_NUMBER, place, found),
            // It is told in the site of today, whose author can do something about it.
            (Certainty::Certain, Some(edition)) => {
                let diagnostic = self.diagnostic(&NUMBER_IN_EDITION, site_file(), found);
                diagnostic.with("id", edition.edition.id.as_str()).with("path", place_text(&place))
            }
            (Certainty::Doubtful, Some(_)) => return,
        };
        self.say(&diagnostic);
        self.found.last_mut().into_iter().for_each(|finding| finding.last_line = last_line);
    }

    fn diagnostic(&self, code: &'static Code, place: Place, found: &FoundNumber) -> Diagnostic {
        let hash = self.allowed.hash(found.number).unwrap_or_default();
        Diagnostic::new(code, place).with("number", found.number.masked()).with("suggestion", hash)
    }

    /// Notes something, without the line it stands on.
    fn say(&mut self, diagnostic: &Diagnostic) {
        self.found.push(self.opened.messages.finding(diagnostic, &Sources::default(), &Origins::default()));
    }
}

/// Returns numbers in the order of their places, each once: by what makes it certain, how it is written or what its column is called.
fn each_once(mut found: Vec<FoundNumber>) -> Vec<FoundNumber> {
    found.sort_by_key(|found| (found.number, found.range.start));
    found.dedup_by(|next, kept| {
        let is_same = next.number == kept.number && next.range.start < kept.range.end;
        if is_same && next.certainty > kept.certainty {
            std::mem::swap(next, kept);
        }
        is_same
    });
    found.sort_by_key(|found| found.range.start);
    found
}

/// A place in a text that only goes forward: a text may hold as many numbers as it has lines, and is counted through once.
struct TextPlace<'t> {
    text: &'t str,
    at: usize,
    line: u32,
    column: u32,
}

impl TextPlace<'_> {
    fn go_to(&mut self, at: usize) {
        for c in self.text.get(self.at..at).unwrap_or_default().chars() {
            match c {
                '\n' => (self.line, self.column) = (self.line.saturating_add(1), 1),
                _ => self.column = self.column.saturating_add(1),
            }
        }
        self.at = at.max(self.at);
    }
}

/// Tells whether the field that is written at a place of a file is withheld from the version that is made. Of words no
/// such place is known, so a number in them is one.
fn is_blank(withheld: &Visibility, file: &RelPath, text: &str, at: usize) -> bool {
    let mut blanks = withheld.blanks.iter().filter(|blank| blank.file == *file).peekable();
    if blanks.peek().is_none() {
        return false;
    }
    let head = text.get(..at).unwrap_or_default();
    let key = head.rsplit('\n').next().unwrap_or_default().split('=').next().unwrap_or_default().trim();
    let table = head.lines().rfind(|line| line.trim_start().starts_with('[')).unwrap_or_default();
    let is_of = |entry: &String| table.split(['[', ']', '.', '"']).any(|part| part == entry);
    blanks.any(|blank| blank.field == key && blank.entry.as_ref().is_none_or(is_of))
}

fn place_text(place: &Place) -> String {
    match place {
        Place::Line(path, line, _) => format!("{path}:{line}"),
        Place::File(path) => path.to_string(),
        _ => String::new(),
    }
}
