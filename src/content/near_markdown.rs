//! Text that is nearly Markdown: it would be published with its brackets and signs, or lose what it says.
//!
//! A link with a blank in its address, a heading without a blank behind its sign, a footnote without its words or its mark, a
//! row of a table without its head, cells past that head, a date at the beginning of a line that Markdown takes for the number of a list,
//! the signs of a list that was copied from another program, a line that is taken for the address of a link that nothing uses, stars between digits, a line of dashes right below a text, a
//! block of code that does not end.

use std::{collections::BTreeSet, ops::Range};

use memchr::{memchr_iter, memchr2, memchr2_iter};
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::{Limits, front_matter::Slice, reader::SourceReader};
use crate::{diag::Code, value::is_month};

const NEAR_MARKDOWN: Code = Code::warning("near-markdown")
    .args(&["what", "text", "cure"])
    .help("a text that is nearly Markdown, and would be published with its signs, or lose what it says");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NEAR_MARKDOWN];

/// Something that is nearly Markdown.
#[derive(Debug, PartialEq, Eq)]
struct NearMarkdown {
    what: &'static str,
    range: Range<usize>,
    /// What was meant, where that is known to the letter.
    cure: Option<String>,
}

/// Warns of what is nearly Markdown in a text.
pub fn report(body: Slice<'_>, reader: &mut SourceReader<'_>) {
    reader.offset = body.offset;
    for NearMarkdown { what, range, cure } in find(body.text) {
        let text = body.text.get(range.clone()).unwrap_or_default().to_owned();
        let span = reader.span(range.clone());
        let diagnostic = reader.report(&NEAR_MARKDOWN, range).add("what", what.to_owned()).add("text", text);
        diagnostic.add("cure", cure.clone().unwrap_or_else(|| "none".to_owned()));
        if let Some(cure) = cure {
            diagnostic.cure(span, cure);
        }
    }
}

fn find(text: &str) -> Vec<NearMarkdown> {
    if may_be_near(text) { search(text) } else { Vec::new() }
}

fn search(text: &str) -> Vec<NearMarkdown> {
    let mut found: Vec<NearMarkdown> = Vec::new();
    let (mut settled, mut shown) = (Vec::new(), Vec::new());
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let (mut marks, mut notes) = (BTreeSet::new(), Vec::new());
    // The names that links and pictures use, in small letters.
    let mut used: BTreeSet<String> = BTreeSet::new();
    let (mut width, mut depth) = (0_usize, 0_usize);
    let parser =
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_FOOTNOTES);
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(_) => depth = depth.saturating_add(1),
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        // Nothing of such a text is shown, and each layer would be read anew.
        if depth > Limits::NESTING {
            return Vec::new();
        }
        match event {
            Event::Start(Tag::Link { id, .. }) => {
                found.extend(mark_as_link(text, range.clone()));
                used.insert(id.to_lowercase());
                settled.push(range);
            }
            Event::Start(Tag::Image { id, .. }) => {
                used.insert(id.to_lowercase());
                settled.push(range);
            }
            Event::Text(_) => shown.push(range),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                found.extend(open_fence(text, range.clone()));
                settled.push(range);
            }
            Event::Start(Tag::CodeBlock(_) | Tag::HtmlBlock) => settled.push(range),
            Event::Start(Tag::Table(columns)) => width = columns.len(),
            Event::Start(Tag::TableRow) => found.extend(excess_cells(text, range, width)),
            Event::FootnoteReference(name) => {
                marks.insert(name.to_string());
                // What stands in brackets right behind a mark is no address.
                settled.push(range);
            }
            Event::Start(Tag::FootnoteDefinition(name)) => notes.push((name.to_string(), range)),
            Event::Code(_) | Event::InlineHtml(_) | Event::Html(_) => settled.push(range),
            Event::Start(Tag::Paragraph) => paragraphs.push(range),
            Event::Start(Tag::Heading { .. }) => found.extend(underlined(text, range)),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => found.extend(stars(text, range)),
            Event::Start(Tag::Item) => {
                found.extend(date_as_number(text, range.clone()));
                paragraphs.push(range);
            }
            _ => {}
        }
    }
    shown.extend(settled.iter().cloned());
    found.extend(definitions(text, &used, &TextParts::of(shown)));
    let settled = TextParts::of(settled);
    found.extend(footnotes(text, &marks, &notes, &settled));
    for paragraph in paragraphs {
        let words = part(text, paragraph.clone());
        for (at, _) in words.match_indices("](") {
            let at = paragraph.start.saturating_add(at);
            if !settled.has(at) {
                found.extend(link(text, at));
            }
        }
        if !settled.has(paragraph.start) {
            found.extend(bullets(words, paragraph.start));
        }
        let mut at = paragraph.start;
        for line in words.split_inclusive('\n') {
            if !settled.has(at) {
                found.extend(heading(line, at));
                found.extend(table_row(line, at));
            }
            at = at.saturating_add(line.len());
        }
    }
    found.sort_by_key(|near| (near.range.start, near.range.end));
    found.dedup_by_key(|near| near.range.clone());
    found
}

/// Returns a part of a text to be looked through, from where a character begins to where one ends. All that is looked through is taken
/// here, so that a test can count it.
fn part(text: &str, range: Range<usize>) -> &str {
    let boundary = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let part = text.get(boundary(range.start)..boundary(range.end)).unwrap_or_default();
    #[cfg(test)]
    tests::LOOKED_THROUGH.with(|count| count.set(count.get().saturating_add(part.len())));
    part
}

/// Returns as much of a text from a place as a link has at the most, up to the end of its line.
fn behind(text: &str, at: usize) -> &str {
    part(text, at..at.saturating_add(LONGEST_LINK)).lines().next().unwrap_or_default()
}

/// The most bytes of a link's words or of its address.
const LONGEST_LINK: usize = 500;
/// The most bytes of a footnote's mark.
const LONGEST_MARK: usize = 24;

/// Parts of a text in their order, those that meet as one.
struct TextParts(Vec<Range<usize>>);

impl TextParts {
    fn of(mut all: Vec<Range<usize>>) -> Self {
        all.sort_by_key(|range| range.start);
        all.dedup_by(|next, kept| {
            let meets = next.start <= kept.end;
            if meets {
                kept.end = kept.end.max(next.end);
            }
            meets
        });
        Self(all)
    }

    fn has(&self, at: usize) -> bool {
        self.meets(&(at..at.saturating_add(1)))
    }

    fn meets(&self, range: &Range<usize>) -> bool {
        let next = self.0.partition_point(|part| part.end <= range.start);
        self.0.get(next).is_some_and(|part| part.start < range.end)
    }
}

/// `[Bemærk]: foreløbigt`: a line that Markdown takes for the address of a link and shows nowhere, where no link uses it, or where
/// another one above it has the same name.
fn definitions(text: &str, used: &BTreeSet<String>, shown: &TextParts) -> Vec<NearMarkdown> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    let mut at = 0_usize;
    for line in part(text, 0..text.len()).split_inclusive('\n') {
        let written = line.trim_start_matches(|c: char| c.is_whitespace() || c == '>');
        let start = at.saturating_add(line.len().saturating_sub(written.len()));
        let range = start..start.saturating_add(written.trim_end().len());
        at = at.saturating_add(line.len());
        let name = written.strip_prefix('[').filter(|rest| !rest.starts_with('^'));
        let Some((name, _)) = name.and_then(|rest| rest.split_once("]:")) else { continue };
        if shown.meets(&range) {
            continue;
        }
        let name = name.to_lowercase();
        let is_used = used.contains(&name);
        if !known.insert(name) || !is_used {
            let cure = text.get(range.clone()).map(|written| format!("\\{written}"));
            found.push(NearMarkdown { what: "definition", range, cure });
        }
    }
    found
}

/// Returns the first line of a block of code that does not end and so takes all that stands below it.
fn open_fence(text: &str, block: Range<usize>) -> Option<NearMarkdown> {
    let words = part(text, block.clone()).trim_end();
    let first = words.lines().next().unwrap_or_default();
    let sign = first.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let length = first.chars().take_while(|c| *c == sign).count();
    // A quotation or a list around the block stands before its last line as well.
    let last = words.get(first.len()..)?.rsplit('\n').next().unwrap_or_default();
    let last = last.trim_matches(|c: char| c.is_whitespace() || c == '>');
    let ends = last.chars().count() >= length && last.chars().all(|c| c == sign);
    let range = block.start..block.start.saturating_add(first.trim_end().len());
    (!ends).then_some(NearMarkdown { what: "fence-open", range, cure: None })
}

/// Tells whether a text may hold any of it: most do not, and are not parsed twice.
fn may_be_near(text: &str) -> bool {
    let bytes = text.as_bytes();
    let begins = |at: usize| {
        // The lines of most texts begin with a word: no more is looked at.
        let is_one = || matches!(bytes.get(at.saturating_add(1)), Some(b'\t' | b')'));
        bytes.get(at).is_some_and(|byte| !byte.is_ascii_alphabetic() || is_one())
            && text.get(at..).and_then(|rest| rest.lines().next()).is_some_and(may_begin_near)
    };
    let is_star = |byte: &u8| matches!(byte, b'*' | b'~');
    // All are looked at: without a way out early, many at once.
    let follows_digit = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let follows_digit =
        follows_digit.fold(false, |found, (byte, next)| found | (byte.is_ascii_digit() & is_star(next)));
    // A row of a table may begin with any letter.
    memchr2(b'[', b'|', bytes).is_some()
        || follows_digit && memchr2_iter(b'*', b'~', bytes).any(|at| is_between_digits(bytes, at))
        || begins(0)
        || memchr_iter(b'\n', bytes).any(|end| begins(end.saturating_add(1)))
}

/// Tells whether a line may begin with any of it: with signs of a heading and a letter, with the number of an item, with
/// a row of a table.
fn may_begin_near(line: &str) -> bool {
    if is_underline(line.trim_matches(|c: char| c.is_whitespace() || c == '>')) {
        return true;
    }
    // What stands before makes a quotation or an item of it.
    let words = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '-' | '*' | '+'));
    match words.as_bytes().first() {
        Some(b'`' | b'~') => words.starts_with("```") || words.starts_with("~~~"),
        Some(b'#') => words.trim_start_matches('#').starts_with(char::is_alphabetic),
        Some(b'0'..=b'9') => words.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']),
        first => first == Some(&b'|') || is_item(words),
    }
}

/// Signs by which other programs begin the lines of a list.
const BULLETS: [char; 16] = ['•', '‣', '▪', '◦', '●', '■', '·', '–', '—', '→', '►', '➢', '✓', '✔', '□', '☐'];

/// Tells whether a line begins as one of a list of another program: with a sign, with one of a font of signs (Symbol, Wingdings), with the `o`
/// and the tab of the second level, or with a letter and a bracket.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let mut chars = line.chars();
    let first = chars.next().unwrap_or_default();
    let rest = chars.as_str();
    let is_apart = |rest: &str| rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    match first {
        '\u{f020}'..='\u{f0ff}' => !rest.trim().is_empty(),
        'o' if rest.starts_with('\t') => is_apart(rest),
        'a'..='z' if rest.starts_with(')') => is_apart(rest.trim_start_matches(')')),
        first => BULLETS.contains(&first) && is_apart(rest),
    }
}

/// Two lines or more that begin with a sign of a list in another program: they would run together.
fn bullets(paragraph: &str, start: usize) -> Option<NearMarkdown> {
    let mut at = 0_usize;
    let mut run: Option<(Range<usize>, usize)> = None;
    for line in paragraph.split_inclusive('\n') {
        let end = at.saturating_add(line.trim_end().len());
        match (&mut run, is_item(line)) {
            (Some((range, count)), true) => (range.end, *count) = (end, count.saturating_add(1)),
            (None, true) => run = Some((at..end, 1)),
            (Some((_, 1)), false) => run = None,
            (Some(_), false) => break,
            (None, false) => {}
        }
        at = at.saturating_add(line.len());
    }
    let (range, _) = run.filter(|(_, count)| *count > 1)?;
    let range = start.saturating_add(range.start)..start.saturating_add(range.end);
    Some(NearMarkdown { what: "bullets", range, cure: None })
}

/// Stars between digits, which would be gone: `3*4*5`.
fn stars(text: &str, range: Range<usize>) -> Option<NearMarkdown> {
    let before = text.get(..range.start)?.chars().next_back()?;
    let sign = text.get(range.start..)?.chars().next().filter(|_| before.is_ascii_digit())?;
    let inner = part(text, range.clone());
    let is_number = inner.trim_start_matches(sign).starts_with(|c: char| c.is_ascii_digit());
    let cure = || Some(inner.replace(sign, &format!("\\{sign}")));
    is_number.then(|| NearMarkdown { what: "stars", range, cure: cure() })
}

fn is_between_digits(bytes: &[u8], at: usize) -> bool {
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let next = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| !matches!(byte, b'*' | b'~')));
    is_digit(at.checked_sub(1)) && is_digit(next.map(|next| at.saturating_add(next)))
}

/// `[text](address with blanks)`, by where its brackets meet.
fn link(text: &str, at: usize) -> Option<NearMarkdown> {
    let rest = behind(text, at.saturating_add(2));
    let close = rest.rfind(')').filter(|_| rest.matches('(').count() >= rest.matches(')').count().saturating_sub(1))?;
    let before = part(text, at.saturating_sub(LONGEST_LINK)..at).rsplit('\n').next()?;
    let open = at.saturating_sub(before.len()).saturating_add(opening(before)?);
    let before_open = text.get(..open)?;
    if before_open.ends_with('\\') || before.ends_with('\\') {
        return None;
    }
    let is_picture = before_open.ends_with('!');
    let close =
        rest.find(')').filter(|first| !rest.get(..*first).is_some_and(|part| part.contains('('))).unwrap_or(close);
    let address = rest.get(..close)?;
    let words = text.get(open..at.saturating_add(1))?;
    let start = if is_picture { open.saturating_sub(1) } else { open };
    let end = at.saturating_add(2).saturating_add(close).saturating_add(1);
    let sign = if is_picture { "!" } else { "" };
    // A title in quotation marks stands behind the address.
    let (address, title) = match address.split_once(" \"") {
        Some((address, title)) => (address, format!(" \"{title}")),
        None => (address, String::new()),
    };
    let is_curable = !address.contains(['<', '>']) && !address.trim().is_empty();
    if let Some((words, marks)) = without_marks(words) {
        let written = match is_curable && address.contains(char::is_whitespace) {
            true => format!("(<{}>{title})", address.trim()),
            false => text.get(at.saturating_add(1)..end)?.to_owned(),
        };
        let cure = Some(format!("{sign}{words}{written}{marks}"));
        return Some(NearMarkdown { what: "link-around-mark", range: start..end, cure });
    }
    if words.replace("![", "").get(1..)?.contains('[') && words.contains("](") {
        return Some(NearMarkdown { what: "link-in-link", range: start..end, cure: None });
    }
    let cure = is_curable.then(|| format!("{sign}{words}(<{}>{title})", address.trim()));
    Some(NearMarkdown { what: "link", range: start..end, cure })
}

/// `[^1](a.md)`: a mark with an address right behind it is a link called `^1`.
fn mark_as_link(text: &str, range: Range<usize>) -> Option<NearMarkdown> {
    let words = part(text, range.clone());
    let (mark, address) = words.split_once("](").filter(|(mark, _)| mark.starts_with("[^"))?;
    Some(NearMarkdown { what: "mark-as-link", range, cure: Some(format!("{mark}] ({address}")) })
}

/// Returns where the bracket opens that the next one would close: the words of a link may hold brackets themselves.
fn opening(before: &str) -> Option<usize> {
    let mut inner = 0_usize;
    for (at, sign) in before.char_indices().rev() {
        match sign {
            ']' => inner = inner.saturating_add(1),
            '[' if inner == 0 => return Some(at),
            '[' => inner = inner.saturating_sub(1),
            _ => {}
        }
    }
    before.rfind('[')
}

/// Returns the words of a link without marks of footnotes, and those; nothing where it has none. A mark is a link itself, and
/// Markdown knows no link in a link.
fn without_marks(words: &str) -> Option<(String, String)> {
    let (mut rest, mut plain, mut marks) = (words, String::new(), String::new());
    while let Some((before, from)) = rest.split_once("[^") {
        let (name, after) = from.split_once(']')?;
        plain.push_str(before);
        marks.push_str(&format!("[^{name}]"));
        rest = after;
    }
    plain.push_str(rest);
    (!marks.is_empty() && plain.ends_with(']')).then_some((plain, marks))
}

/// `#Mål`: no heading without a blank behind the sign.
fn heading(line: &str, at: usize) -> Option<NearMarkdown> {
    let words = line.trim_end();
    let signs = words.len().saturating_sub(words.trim_start_matches('#').len());
    let rest = words.get(signs..)?;
    let is_heading = (1..=6).contains(&signs) && rest.starts_with(char::is_alphabetic);
    let cure = || format!("{} {rest}", words.get(..signs).unwrap_or_default());
    is_heading.then(|| NearMarkdown { what: "heading", range: at..at.saturating_add(words.len()), cure: Some(cure()) })
}

/// A text right below which a line of dashes or equals signs stands: it becomes a heading. One line without a full stop is meant as
/// one; below sentences a line was meant.
fn underlined(text: &str, range: Range<usize>) -> Option<NearMarkdown> {
    let written = part(text, range.clone()).trim_end();
    let (words, underline) = written.rsplit_once('\n')?;
    let signs = underline.trim_matches(|c: char| c.is_whitespace() || c == '>');
    let line = words.rsplit('\n').next()?.trim_end();
    let is_one_line = line.len() == words.trim_end().len();
    let is_sentence = line.ends_with(['.', ',', ';', '!']) || line.chars().count() > LONGEST_HEADING;
    if !is_underline(signs) || written.starts_with('#') || (is_one_line && !is_sentence && signs.len() > 2) {
        return None;
    }
    let start = range.start.saturating_add(words.rfind('\n').map_or(0, |end| end.saturating_add(1)));
    // In a quotation or a list the line would need what begins the others.
    let is_plain = text.get(..range.start).is_none_or(|before| before.is_empty() || before.ends_with('\n'));
    let is_plain = is_plain && signs.len() == underline.trim_end().len() && signs.len() > 2;
    let cure = is_plain.then(|| format!("{line}\n"));
    Some(NearMarkdown { what: "underline", range: start..start.saturating_add(line.len()), cure })
}

/// The most signs that a heading has which is written with a line below it.
const LONGEST_HEADING: usize = 80;

/// Tells whether a line makes a heading of what stands above it.
fn is_underline(line: &str) -> bool {
    let is_all = |sign: u8| line.bytes().all(|byte| byte == sign);
    !line.is_empty() && (is_all(b'-') || is_all(b'='))
}

/// A row of a table that has no head with a line of dashes below it.
fn table_row(line: &str, at: usize) -> Option<NearMarkdown> {
    let words = line.trim();
    let is_row = words.len() > 2 && words.starts_with('|') && words.ends_with('|');
    is_row.then(|| NearMarkdown { what: "table", range: at..at.saturating_add(line.trim_end().len()), cure: None })
}

/// A row of a table with more cells than its head: Markdown drops the last of them.
fn excess_cells(text: &str, row: Range<usize>, width: usize) -> Option<NearMarkdown> {
    let written = part(text, row.clone()).trim_end();
    let inner = written.trim_start().strip_prefix('|').unwrap_or(written.trim_start());
    let inner = inner.strip_suffix('|').filter(|rest| !rest.ends_with('\\')).unwrap_or(inner);
    let bars =
        inner.char_indices().filter(|(at, c)| *c == '|' && !inner.get(..*at).is_some_and(|it| it.ends_with('\\')));
    let is_excess = bars.count().saturating_add(1) > width;
    is_excess.then(|| NearMarkdown {
        what: "cells",
        range: row.start..row.start.saturating_add(written.len()),
        cure: None,
    })
}

/// `[^1]` without a line that has its words, and such a line to which no mark leads.
fn footnotes(
    text: &str,
    marks: &BTreeSet<String>,
    notes: &[(String, Range<usize>)],
    settled: &TextParts,
) -> Vec<NearMarkdown> {
    let known: BTreeSet<&str> = notes.iter().map(|(name, _)| name.as_str()).collect();
    let lonely = notes.iter().filter(|(name, _)| !marks.contains(name)).map(|(name, range)| {
        let end = range.start.saturating_add(name.len()).saturating_add(3);
        NearMarkdown { what: "footnote-mark", range: range.start..end, cure: None }
    });
    let bare = text.match_indices("[^").filter_map(move |(at, _)| {
        let end = part(text, at..at.saturating_add(LONGEST_MARK)).find(']').filter(|end| *end > 2)?;
        let name = text.get(at.saturating_add(2)..at.saturating_add(end))?;
        let is_mark = name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '*'));
        let is_escaped = text.get(..at)?.ends_with('\\');
        let range = at..at.saturating_add(end).saturating_add(1);
        let is_found = is_mark && !is_escaped && !known.contains(name) && !settled.has(at);
        is_found.then_some(NearMarkdown { what: "footnote", range, cure: None })
    });
    lonely.chain(bare).collect()
}

/// `1. november 2025: …`: the number is the day of a date.
fn date_as_number(text: &str, item: Range<usize>) -> Option<NearMarkdown> {
    let words = behind(text, item.start);
    let digits = words.len().saturating_sub(words.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let rest = words.get(digits..)?.strip_prefix(['.', ')'])?;
    let word: String =
        rest.trim_start().chars().take_while(|c| !c.is_whitespace() && !matches!(c, ',' | ':')).collect();
    let is_day = words.get(..digits)?.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    let end = item.start.saturating_add(digits).saturating_add(1);
    let cure = format!("{}\\.", words.get(..digits)?);
    (is_day && is_month(&word)).then_some(NearMarkdown { what: "date", range: item.start..end, cure: Some(cure) })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    thread_local! {
        /// How many bytes of texts were looked through.
        pub static LOOKED_THROUGH: Cell<usize> = const { Cell::new(0) };
    }

    /// Returns how often each byte of a text is looked through that is made of one piece again and again.
    fn times_looked_through(piece: &str, length: usize) -> usize {
        let text = piece.repeat(length.div_ceil(piece.len()));
        LOOKED_THROUGH.set(0);
        search(&text);
        LOOKED_THROUGH.get() / text.len()
    }

    /// Whoever writes a text decides how long it is and what stands in it: no part of it makes another one be read again and again.
    #[test]
    fn no_text_is_looked_through_more_often_for_being_longer() {
        for piece in [
            "[^",
            "[^a",
            "[^a]\n",
            "[^a]: b\n\n",
            "[a]: b\n",
            "[a]: b\n\nc\n\n",
            "](",
            "[a](b c) ",
            "[a](b c)\n",
            "](x)",
            "[](",
            "[[[](",
            "- ",
            "- a\n",
            "> ",
            "*a **b ",
            "3*4 ",
            "3*4* ",
            "a\n---\n",
            "| a |\n",
            "a|b\n-|-\n1|2|3\n\n",
            "o\ta\n",
            "```\n",
            "`a",
            "1. maj\n",
            "#a\n",
            "![",
            "![a](b c)",
            "<b>",
            "a\n\n",
        ] {
            let times = times_looked_through(piece, 50_000);
            assert!(times <= 2 * LONGEST_LINK, "{piece:?}: each byte is looked through {times} times");
        }
        for (piece, most) in [("[^", LONGEST_MARK), ("[a]: b\n\nc\n\n", 4), ("[a](b c)\n", LONGEST_LINK)] {
            let times = times_looked_through(piece, 2_000_000);
            assert!(times <= most, "{piece:?}: each byte is looked through {times} times");
        }
    }

    #[test]
    fn what_is_nearly_markdown_is_found() {
        for (text, what, cure) in [
            ("Se [bilag](filer/Bilag 1.pdf) her.", "link", Some("[bilag](<filer/Bilag 1.pdf>)")),
            ("![Kort](kort over skoler.png)", "link", Some("![Kort](<kort over skoler.png>)")),
            ("Tekst\n\n#Mål\n", "heading", Some("# Mål")),
            ("##Baggrund for planen", "heading", Some("## Baggrund for planen")),
            ("Se noten[^1].", "footnote", None),
            ("[^1]: https://example.org\n\nSe.", "footnote-mark", None),
            ("1. november 2025: kontrakt\n", "date", Some("1\\.")),
            ("15. december 2025: start", "date", Some("15\\.")),
            ("15. november.\nStart.", "date", Some("15\\.")),
            ("2. Sept. 2025: start", "date", Some("2\\.")),
            ("- 1. nov. 2025: kontrakt", "date", Some("1\\.")),
            ("> 31) December 2025", "date", Some("31\\.")),
            ("> #Mål", "heading", Some("# Mål")),
            ("| a | b |\n| c | d |", "table", None),
            ("| a | b |\n| --- | --- |\n| 1 | 2 | 3 |", "cells", None),
            ("a | b\n--- | ---\n1 | 2 | 3 | 4", "cells", None),
            ("Vi gør:\n• et\n• to\n", "bullets", None),
            ("– et\n– to", "bullets", None),
            ("o\tFjerde punkt\no\tFemte punkt", "bullets", None),
            ("\u{f0b7}et\n\u{f0b7}to", "bullets", None),
            ("\u{f0a7} et\n\u{f0a7} to", "bullets", None),
            ("a) et\nb) to", "bullets", None),
            ("→ et\n→ to", "bullets", None),
            ("Der er 3*4*5 pladser", "stars", Some("\\*4\\*")),
            ("3**4**5", "stars", Some("\\*\\*4\\*\\*")),
            ("Alt går som planlagt.\n---\nMere.", "underline", Some("Alt går som planlagt.\n")),
            ("Alt går,\nsom det skal\n----- \n", "underline", Some("som det skal\n")),
            ("Alt går.\r\n---\r\n", "underline", Some("Alt går.\n")),
            ("Alt går.\n===", "underline", Some("Alt går.\n")),
            ("Vi gør\n-\n", "underline", None),
            ("> Alt går.\n> ---\n", "underline", None),
            ("- Alt går.\n  ---\n", "underline", None),
            ("Alt går.\n  ---\n", "underline", None),
            ("- et\n- to\n\nSlut.\n\n[^1] er her.\n---", "footnote", None),
            ("[Bemærk]: foreløbigt", "definition", Some("\\[Bemærk]: foreløbigt")),
            ("Tekst.\n\n[Kilde]: Økonomisystemet\n", "definition", Some("\\[Kilde]: Økonomisystemet")),
            ("Tekst.\n\n[1]: https://example.org", "definition", Some("\\[1]: https://example.org")),
            ("> [Bemærk]: foreløbigt", "definition", Some("\\[Bemærk]: foreløbigt")),
            ("Se [a][1].\n\n[1]: a.md\n[1]: b.md", "definition", Some("\\[1]: b.md")),
        ] {
            let found = find(text);
            assert_eq!(found.first().map(|near| near.what), Some(what), "{text}: {found:?}");
            assert_eq!(found.first().and_then(|near| near.cure.as_deref()), cure, "{text}");
        }
    }

    #[test]
    fn markdown_and_prose_are_let_be() {
        for text in [
            "Se [bilag](filer/bilag.pdf) og [andet](<filer/Bilag 1.pdf>).",
            "Se [a][1], [A] og ![c][2].\n\n[1]: a.md\n[a]: <b c.md>\n[2]: c.png",
            "Ord i [kantet]: parentes.",
            "Tekst\n[Bemærk]: foreløbigt",
            "[Bemærk]: vi har to ord",
            "\\[Bemærk]: foreløbigt",
            "```\n[Bemærk]: foreløbigt\n```",
            "[a](b \"\")",
            "![a](a.png 'Billedtekst')",
            "# Mål\n\nTekst #1 og nr. #2.",
            "`[bilag](filer/Bilag 1.pdf)`",
            "```\n#Mål\n[^1]\n```",
            "\\[^1] og [a]\\(b c)",
            "Se[^1].\n\n[^1]: https://example.org",
            "- [ ] Brev er sendt\n- [X] Svar er læst",
            "1. Første\n2. Anden\n",
            "1. maj-brevet er sendt",
            "1. no.\n2. Ja.",
            "| a | b |\n| --- | --- |\n| 1 | 2 |\n",
            "| a | b |\n| --- | --- |\n| 1 \\| 2 | 3 |\n| 4 |\n| 5 |  |\n",
            "Den 1. november 2025 begynder vi.",
            "2025. november",
            "– Et sted\nhvor linjen går videre",
            "Et valg – to – tre\n– og fire",
            "6,56* og 6,55*",
            "Baggrund\n--------\n\nTekst.",
            "Hvad gør vi nu?\n---\n",
            "Baggrund\n===\n",
            "Alt går.\n\n---\n\nMere.",
            "- et\n---\n",
            "# Mål\n---\n",
            "```\nAlt går.\n---\n```",
            "Navn | Tal\n--- | ---\na | 1",
            "2 * 3 * 4, *3* og **4**",
            "",
        ] {
            assert_eq!(find(text), [], "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_overlooked_for_not_being_looked_for(
            parts in proptest::collection::vec("[-=#>*+|. \n]{1,3}|[•–] |1[.)]|3[*~]{1,2}4|15?\\.? nov|[x\\[\\]()^]{1,3}|mål ", 0..12)
        ) {
            let text = parts.concat();
            proptest::prop_assert!(may_be_near(&text) || search(&text).is_empty(), "{text:?}");
        }
    }
}
