//! A page of HTML, as far as a table in it is concerned: what Word and a browser save, and what is pasted from them.
//!
//! Only what a reader of the page would see counts. What is hidden or struck out, digits that stand raised behind a number, and signs of
//! fonts that show another picture for a letter are never taken for plain text: they would be words that were withdrawn, and figures
//! that are ten times as large.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::{Encoding, UTF_8};
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

use super::{
    csv_file,
    faults::ImportFault,
    grid::{Grid, GridCell, cell_name, column_name, lowered, raised},
    xlsx_file::SheetRequest,
};
use crate::{content::Limits, value::mask_personal_numbers};

/// The most elements that stand within each other.
const MOST_DEPTH: usize = 500;

/// The most rows that a cell reaches over; browsers let it reach over no more.
const MOST_ROWSPAN: usize = 65_534;

/// How far into a file its encoding is looked for; browsers look no further.
const HEAD_BYTES: usize = 1024;

/// Stands for a sign of a font of pictures until the line it stands on is whole.
const PICTURE: char = '\u{1}';

/// Reads a table of a page: the one of the number that is asked for, else the only one that holds anything.
///
/// Rows, columns and tables that the page hides are read where they are named.
pub fn read(bytes: &[u8], asked: &SheetRequest) -> Result<Grid, ImportFault> {
    if bytes.len() > Limits::FILE_BYTES {
        return Err(ImportFault::too_large(Limits::FILE_BYTES));
    }
    let (text, encoding) = decoded(bytes)?;
    // A page with all that belongs to it in one file (.mht) is a letter, with its signs written out.
    let head = lossy(bytes.get(..HEAD_BYTES).unwrap_or(bytes)).to_ascii_lowercase();
    if head.contains("mime-version:") && !head.trim_start().starts_with('<') {
        return Err(ImportFault::unreadable("MHTML"));
    }
    let mut page = OpenPage { styles: styles(&text), ..OpenPage::default() };
    let mut emitter = DefaultEmitter::default();
    // What stands in a script or a style is no text of the page.
    emitter.naively_switch_states(true);
    for token in Tokenizer::new_with_emitter(text.as_str(), emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => page.begin(&tag)?,
            Token::EndTag(tag) => page.end(&lossy(&tag.name)),
            Token::String(words) => page.words(&lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    while !page.tables.is_empty() {
        page.end("table");
    }
    let (number, table) = chosen(page.found, asked.sheet.as_deref())?;
    if table.is_hidden && !asked.is_named {
        return Err(ImportFault::hidden(&[number.to_string()]));
    }
    let mut grid = table.finish()?;
    // What stands right above and right below a table says what it counts in, as its caption does.
    let said = page.outside.iter().filter(|(_, line)| !line.trim().is_empty());
    let above = said.clone().rfind(|(begun, _)| begun.saturating_add(1) == number);
    let below = said.clone().find(|(begun, _)| *begun == number);
    for (_, line) in above.into_iter().chain(below) {
        grid.caption = format!("{} | {line}", grid.caption);
    }
    grid.hidden.retain(|name| !asked.hidden.iter().any(|known| known.eq_ignore_ascii_case(name)));
    if !grid.hidden.is_empty() {
        return Err(ImportFault::hidden(&grid.hidden));
    }
    grid.form = vec![("encoding", encoding.to_owned()), ("table", number.to_string())];
    Ok(grid)
}

/// Returns the table that is meant, and its number on the page, from 1.
fn chosen(found: BTreeMap<usize, OpenTable>, asked: Option<&str>) -> Result<(usize, OpenTable), ImportFault> {
    let names = |found: &BTreeMap<usize, OpenTable>| {
        found.iter().map(|(number, table)| format!("{number} ({})", table.first_words())).collect::<Vec<_>>()
    };
    if found.is_empty() {
        return Err(ImportFault::unreadable("<table>"));
    }
    let number = match asked {
        Some(asked) => asked.trim().parse::<usize>().ok(),
        None => {
            // A table that only arranges others on the page is no table of anything.
            let mut full = found.iter().filter(|(_, table)| !table.holds_table && !table.grid.rows.is_empty());
            match (full.next(), full.next()) {
                (Some((number, _)), None) => Some(*number),
                _ => None,
            }
        }
    };
    let known = names(&found);
    let mut found = found;
    number
        .and_then(|number| found.remove(&number).map(|table| (number, table)))
        .ok_or_else(|| ImportFault::sheet(&known))
}

/// Decodes a page by the mark at its beginning, else by what it says of itself, else by what its bytes prove.
fn decoded(bytes: &[u8]) -> Result<(String, &'static str), ImportFault> {
    if Encoding::for_bom(bytes).is_some() {
        return csv_file::decoded(bytes);
    }
    let head = bytes.get(..HEAD_BYTES.min(bytes.len())).unwrap_or_default();
    let said = Tokenizer::new(head).filter_map(|token| match token {
        Ok(Token::StartTag(tag)) if *tag.name == b"meta" => Some(tag),
        _ => None,
    });
    let said = said.filter_map(|tag| {
        let content = attribute(&tag, "content").to_ascii_lowercase();
        let of_content = content.split_once("charset=").map(|(_, name)| name.trim_matches(['"', '\'', ' ']).to_owned());
        let name = attribute(&tag, "charset");
        Some(name).filter(|name| !name.is_empty()).or(of_content)
    });
    match said.map(|name| Encoding::for_label(name.as_bytes())).next() {
        // Nobody could have read that it is UTF-16 in UTF-16.
        Some(Some(encoding)) if encoding.output_encoding() == encoding || encoding == UTF_8 => {
            let (text, is_broken) = encoding.decode_without_bom_handling(bytes);
            if is_broken { Err(ImportFault::unreadable("encoding")) } else { Ok((text.into_owned(), encoding.name())) }
        }
        Some(_) => Err(ImportFault::unreadable("encoding")),
        None => csv_file::decoded(bytes),
    }
}

/// How words look, as far as it changes what they mean.
#[derive(Clone, Copy, Debug, Default)]
struct Look {
    is_hidden: bool,
    is_struck: bool,
    is_raised: bool,
    is_lowered: bool,
    is_picture: bool,
}

impl Look {
    /// Reads the declarations of a style.
    fn of(declarations: &str) -> Self {
        let plain: String = declarations.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
        let mut look = Self::default();
        for declaration in plain.split(';') {
            let (name, value) = declaration.split_once(':').unwrap_or((declaration, ""));
            let value = value.strip_suffix("!important").unwrap_or(value);
            match name {
                "display" => look.is_hidden |= value == "none",
                "visibility" => look.is_hidden |= matches!(value, "hidden" | "collapse"),
                "mso-hide" => look.is_hidden |= value == "all",
                "opacity" => look.is_hidden |= value == "0",
                "font-size" => {
                    look.is_hidden |= value.trim_start_matches(['0', '.']).starts_with(|c: char| !c.is_ascii_digit())
                        && value.starts_with('0')
                        || value == "0"
                }
                "text-decoration" | "text-decoration-line" | "text-line-through" => {
                    look.is_struck |= value.contains("line-through") || name == "text-line-through" && value != "none";
                }
                "vertical-align" => {
                    look.is_raised |= value == "super";
                    look.is_lowered |= value == "sub";
                }
                "font-family" | "font" | "mso-ascii-font-family" => {
                    look.is_picture |= ["symbol", "wingdings", "webdings"].iter().any(|font| value.contains(font));
                }
                _ => {}
            }
        }
        look
    }

    /// Returns how words look that stand in two things.
    fn with(self, other: Self) -> Self {
        Self {
            is_hidden: self.is_hidden || other.is_hidden,
            is_struck: self.is_struck || other.is_struck,
            is_raised: self.is_raised || other.is_raised,
            is_lowered: self.is_lowered || other.is_lowered,
            is_picture: self.is_picture || other.is_picture,
        }
    }
}

/// Returns how the classes of a page look, by the styles that it holds. A class is taken to look so wherever it stands.
fn styles(text: &str) -> BTreeMap<String, Look> {
    let mut styles: BTreeMap<String, Look> = BTreeMap::new();
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut is_style = false;
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => is_style = *tag.name == b"style",
            Token::EndTag(_) => is_style = false,
            Token::String(words) if is_style => {
                for rule in lossy(&words).split('}') {
                    let Some((selectors, declarations)) = rule.rsplit_once('{') else { continue };
                    let look = Look::of(declarations);
                    for class in selectors.split('.').skip(1) {
                        let end = class.find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '_'));
                        let class = class.get(..end.unwrap_or(class.len())).unwrap_or_default();
                        let known = styles.entry(class.to_owned()).or_default();
                        *known = known.with(look);
                    }
                }
            }
            _ => {}
        }
    }
    styles
}

/// An element that is open.
struct NestedElement {
    name: String,
    look: Look,
    /// The number that the next point of a list has; none of a list without numbers.
    next: Option<usize>,
}

/// A page that is being read.
#[derive(Default)]
struct OpenPage {
    /// How the classes of the page look.
    styles: BTreeMap<String, Look>,
    open: Vec<NestedElement>,
    /// The tables that are open, each within a cell of the one before, by their number.
    tables: Vec<(usize, OpenTable)>,
    /// The tables that have ended.
    found: BTreeMap<usize, OpenTable>,
    /// How many tables have begun.
    begun: usize,
    /// The lines outside of tables, each with how many tables had begun.
    outside: Vec<(usize, String)>,
}

impl OpenPage {
    fn begin(&mut self, tag: &StartTag<()>) -> Result<(), ImportFault> {
        let name = lossy(&tag.name);
        let look = self.look(&name, tag);
        if is_block(&name) || matches!(name.as_str(), "br" | "table") {
            self.outside.push((self.begun, String::new()));
        }
        match name.as_str() {
            "table" => {
                if let Some((_, outer)) = self.tables.last_mut() {
                    outer.holds_table = true;
                }
                self.begun = self.begun.saturating_add(1);
                let is_hidden = self.look_within(0).with(look).is_hidden;
                self.tables.push((self.begun, OpenTable { is_hidden, ..OpenTable::default() }));
            }
            "thead" | "tbody" | "tfoot" | "caption" | "colgroup" => {
                self.close_to(&["table"]);
                self.with_table(OpenTable::end_row);
            }
            "tr" => {
                self.close_to(&["table", "thead", "tbody", "tfoot"]);
                self.with_table(OpenTable::end_row);
                let is_hidden = self.look_of_table().with(look).is_hidden;
                self.with_table(|table| table.begin_row(is_hidden));
            }
            "td" | "th" => {
                self.close_to(&["table", "thead", "tbody", "tfoot", "tr"]);
                let is_hidden = self.look_of_table().is_hidden;
                let span = |key| attribute(tag, key).trim().parse::<usize>().ok();
                let (columns, rows) = (span("colspan").unwrap_or(1).max(1), span("rowspan").unwrap_or(1));
                let rows = if rows == 0 { MOST_ROWSPAN } else { rows.min(MOST_ROWSPAN) };
                self.with_table(|table| {
                    if !table.has_row {
                        table.begin_row(is_hidden);
                    }
                    table.begin_cell(columns, rows);
                });
            }
            "col" => {
                let columns = attribute(tag, "span").trim().parse::<usize>().unwrap_or(1).clamp(1, Limits::COLUMNS);
                self.with_table(|table| table.columns.extend(std::iter::repeat_n(look.is_hidden, columns)));
            }
            "br" => self.with_cell(OpenTableCell::end_line),
            "input" if attribute(tag, "type").trim().eq_ignore_ascii_case("hidden") => {}
            "input" | "select" | "textarea" | "button" | "meter" | "progress" => {
                self.with_cell(|cell| cell.has_field = true);
            }
            "svg" | "canvas" | "object" | "iframe" | "video" | "audio" | "embed" => {
                self.with_cell(|cell| cell.is_picture = true);
            }
            // What Word writes where somebody has a remark: `[BH1]`.
            "a" if attribute(tag, "href").starts_with("#_msocom") => self.with_cell(|cell| cell.has_remark = true),
            "img" => {
                let words = attribute(tag, "alt");
                let is_empty = words.trim().is_empty();
                self.words(&words);
                self.with_cell(|cell| cell.has_picture |= is_empty);
            }
            "li" => {
                // A point ends at the next one of its list.
                let in_list = self.open.iter().rposition(|element| matches!(element.name.as_str(), "ul" | "ol"));
                let before = self.open.iter().rposition(|element| element.name == "li");
                if let (Some(list), Some(before)) = (in_list, before)
                    && before > list
                {
                    self.open.truncate(before);
                }
                self.with_cell(OpenTableCell::end_line);
                let list = in_list.and_then(|at| self.open.get_mut(at));
                let number = list.and_then(|list| list.next.replace(list.next?.saturating_add(1)));
                self.words(&number.map_or("•\u{20}".to_owned(), |number| format!("{number}. ")));
            }
            name if is_block(name) => {
                if self.open.last().is_some_and(|element| element.name == "p") {
                    self.open.pop();
                }
                self.with_cell(OpenTableCell::end_line);
            }
            _ => {}
        }
        let is_void = matches!(
            name.as_str(),
            "area"
                | "base"
                | "br"
                | "col"
                | "embed"
                | "hr"
                | "img"
                | "input"
                | "link"
                | "meta"
                | "source"
                | "track"
                | "wbr"
        );
        // What Word adds of its own (`<o:p/>`) ends where it begins.
        let ends_at_once = is_void || tag.self_closing && name.contains(':');
        if !ends_at_once {
            let next = (name == "ol").then(|| attribute(tag, "start").trim().parse().unwrap_or(1));
            self.open.push(NestedElement { name, look, next });
        }
        if self.open.len() > MOST_DEPTH { Err(ImportFault::limit("depth", MOST_DEPTH)) } else { Ok(()) }
    }

    fn end(&mut self, name: &str) {
        let first = self.open.iter().rposition(|element| element.name == "table").unwrap_or(0);
        match name {
            "table" => {
                self.open.truncate(first);
                self.with_table(OpenTable::end_row);
                let ended = self.tables.pop();
                self.found.extend(ended);
            }
            "tr" | "thead" | "tbody" | "tfoot" => self.with_table(OpenTable::end_row),
            "td" | "th" => self.with_table(OpenTable::end_cell),
            name if is_block(name) => self.with_cell(OpenTableCell::end_line),
            _ => {}
        }
        // What ends outside of a table ends nothing in it.
        let begun = self.open.iter().rposition(|element| element.name == name);
        if let Some(begun) = begun.filter(|begun| name != "table" && *begun >= first) {
            self.open.truncate(begun);
        }
    }

    fn words(&mut self, words: &str) {
        let at =
            self.open.iter().rposition(|element| matches!(element.name.as_str(), "td" | "th" | "caption" | "table"));
        let look = self.look_within(at.unwrap_or(0));
        let is_unread =
            self.open.last().is_some_and(|element| matches!(element.name.as_str(), "script" | "style" | "title"));
        let is_in = |names: &[&str]| {
            at.and_then(|at| self.open.get(at)).is_some_and(|element| names.contains(&element.name.as_str()))
        };
        let (is_caption, is_loose) = (is_in(&["caption"]), is_in(&["table"]));
        if is_unread {
            return;
        }
        if self.tables.is_empty() {
            match self.outside.last_mut() {
                Some((begun, line)) if *begun == self.begun => line.push_str(words),
                _ => self.outside.push((self.begun, words.to_owned())),
            }
            return;
        }
        if is_caption {
            return self.with_table(|table| table.grid.caption.push_str(words));
        }
        self.with_table(|table| {
            let is_blank = words.trim().is_empty();
            match &mut table.cell {
                Some(cell) => cell.write(words, look),
                // A browser would show it before the table, whatever it belongs to.
                None if is_loose && !is_blank => table.fail(|| ImportFault::unreadable("<table>")),
                None => {}
            }
        });
    }

    fn look(&self, name: &str, tag: &StartTag<()>) -> Look {
        let mut look = Look::of(&attribute(tag, "style"));
        for class in attribute(tag, "class").split_whitespace() {
            look = look.with(self.styles.get(class).copied().unwrap_or_default());
        }
        look.is_hidden |= tag.attributes.contains_key(b"hidden".as_slice()) || name == "template";
        look.is_struck |= matches!(name, "s" | "strike" | "del");
        look.is_raised |= name == "sup";
        look.is_lowered |= name == "sub";
        let face = attribute(tag, "face");
        look.with(Look::of(&format!("font-family:{face}")))
    }

    /// Returns how words look, by the open elements from one on.
    fn look_within(&self, first: usize) -> Look {
        self.open.iter().skip(first).fold(Look::default(), |look, element| look.with(element.look))
    }

    /// Returns how the open parts of the table look around a row or a cell.
    fn look_of_table(&self) -> Look {
        let first = self.open.iter().rposition(|element| element.name == "table").unwrap_or(0);
        self.look_within(first.saturating_add(1))
    }

    /// Ends what is open in the table but for the innermost of some parts.
    fn close_to(&mut self, parts: &[&str]) {
        self.with_table(OpenTable::end_cell);
        if let Some(at) = self.open.iter().rposition(|element| parts.contains(&element.name.as_str())) {
            self.open.truncate(at.saturating_add(1));
        }
    }

    fn with_table(&mut self, act: impl FnOnce(&mut OpenTable)) {
        if let Some((_, table)) = self.tables.last_mut() {
            act(table);
        }
    }

    fn with_cell(&mut self, act: impl FnOnce(&mut OpenTableCell)) {
        self.with_table(|table| {
            if let Some(cell) = &mut table.cell {
                act(cell);
            }
        });
    }
}

/// A table that is being read.
#[derive(Default)]
struct OpenTable {
    is_hidden: bool,
    /// Another table stands in one of its cells.
    holds_table: bool,
    grid: Grid,
    /// The row that is open, or comes next.
    row: usize,
    has_row: bool,
    is_row_hidden: bool,
    /// For how many rows yet each column is taken by a cell that began above or before.
    taken: Vec<usize>,
    cell: Option<OpenTableCell>,
    /// Whether each column is hidden, as far as the table says.
    columns: Vec<bool>,
    hidden_rows: BTreeSet<usize>,
    merged: Vec<((usize, usize), (usize, usize))>,
    /// Why it cannot be read.
    fault: Option<ImportFault>,
}

impl OpenTable {
    fn begin_row(&mut self, is_hidden: bool) {
        (self.has_row, self.is_row_hidden) = (true, is_hidden);
    }

    fn end_row(&mut self) {
        self.end_cell();
        if self.has_row {
            self.row = self.row.saturating_add(1);
            self.taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
        }
        self.has_row = false;
    }

    fn begin_cell(&mut self, columns: usize, rows: usize) {
        let column = self.taken.iter().position(|rows| *rows == 0).unwrap_or(self.taken.len());
        let end = column.saturating_add(columns);
        if end > Limits::COLUMNS {
            return self.fail(|| ImportFault::limit("columns", Limits::COLUMNS));
        }
        if self.taken.len() < end {
            self.taken.resize(end, 0);
        }
        self.taken.iter_mut().skip(column).take(columns).for_each(|taken| *taken = rows.max(*taken));
        if columns > 1 || rows > 1 {
            let last = (self.row.saturating_add(rows).saturating_sub(1), end.saturating_sub(1));
            self.merged.push(((self.row, column), last));
        }
        self.cell = Some(OpenTableCell { column, ..OpenTableCell::default() });
    }

    fn end_cell(&mut self) {
        let Some(mut cell) = self.cell.take() else { return };
        cell.end_line();
        let text = cell.lines.join("\n");
        let fault = if cell.is_hidden {
            Some("hidden")
        } else if cell.is_struck {
            Some("struck-page")
        } else if cell.has_field {
            Some("field")
        } else if cell.has_remark {
            Some("remark")
        } else if cell.is_picture || text.contains(PICTURE) || text.is_empty() && cell.has_picture {
            Some("picture")
        } else {
            None
        };
        if self.is_row_hidden && !text.is_empty() {
            self.hidden_rows.insert(self.row);
        }
        if let Err(fault) = self.grid.put(self.row, cell.column, GridCell { text, fault, ..GridCell::default() }) {
            self.fail(|| fault);
        }
    }

    /// Keeps why the table cannot be read; the first reason is told, and only where this table is the one that is meant.
    fn fail(&mut self, why: impl FnOnce() -> ImportFault) {
        if self.fault.is_none() {
            self.fault = Some(why());
        }
    }

    /// Returns the beginning of what stands in the table.
    fn first_words(&self) -> String {
        let mut words = self.grid.rows.iter().flatten().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
        let words = words.next().unwrap_or("–").split_whitespace().collect::<Vec<_>>().join(" ");
        mask_personal_numbers(&words).chars().take(30).collect()
    }

    fn finish(mut self) -> Result<Grid, ImportFault> {
        if let Some(fault) = self.fault {
            return Err(fault);
        }
        if self.holds_table {
            return Err(ImportFault::unreadable("<table><table>"));
        }
        let last = self.grid.rows.len().saturating_sub(1);
        for (first, (row, column)) in self.merged {
            // A cell that reaches beyond the table ends with it.
            let end = (row.min(last.max(first.0)), column);
            let name = format!("{}:{}", cell_name(first.0, first.1), cell_name(end.0, end.1));
            self.grid.merged.push((name, first, end));
        }
        let holds = |column: usize| {
            self.grid.rows.iter().any(|cells| cells.get(column).is_some_and(|cell| !cell.text.is_empty()))
        };
        let rows = self.hidden_rows.iter().map(|row| row.saturating_add(1).to_string());
        let columns = self.columns.iter().enumerate().filter(|(column, hidden)| **hidden && holds(*column));
        self.grid.hidden = rows.chain(columns.map(|(column, _)| column_name(column))).collect();
        Ok(self.grid)
    }
}

/// A cell that is being read.
#[derive(Default)]
struct OpenTableCell {
    column: usize,
    lines: Vec<String>,
    line: String,
    is_hidden: bool,
    is_struck: bool,
    has_picture: bool,
    /// It is a picture, or holds one that is no element of its own.
    is_picture: bool,
    /// It holds a field of a form, whose value no page shows as text.
    has_field: bool,
    has_remark: bool,
}

impl OpenTableCell {
    fn write(&mut self, words: &str, look: Look) {
        let is_blank = words.trim().is_empty();
        self.is_hidden |= look.is_hidden && !is_blank;
        self.is_struck |= look.is_struck && !is_blank;
        for sign in words.chars() {
            // Raised behind a number, a plain digit would be one more of its digits.
            let sign = match sign.to_digit(10) {
                Some(digit) if look.is_raised => raised(digit),
                Some(digit) if look.is_lowered => lowered(digit),
                _ if look.is_picture && !sign.is_whitespace() => PICTURE,
                _ => sign,
            };
            match sign {
                ' ' | '\n' | '\t' | '\r' | '\u{c}' if self.line.is_empty() || self.line.ends_with(' ') => {}
                '\n' | '\t' | '\r' | '\u{c}' => self.line.push(' '),
                sign if sign.is_control() && sign != PICTURE => {}
                sign => self.line.push(sign),
            }
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim();
        // What Word puts before the points of a list: a sign of a font of pictures, or a dot in the middle of the line.
        let point = line.strip_prefix([PICTURE, '·']).map(str::trim_start).filter(|rest| !rest.is_empty());
        let line = point.map_or_else(|| line.to_owned(), |rest| format!("• {rest}"));
        if !line.is_empty() {
            self.lines.push(line);
        }
    }
}

/// Tells whether an element begins and ends a line.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "hr"
            | "pre"
            | "blockquote"
    )
}

fn attribute(tag: &StartTag<()>, name: &str) -> String {
    tag.attributes.get(name.as_bytes()).map(|value| lossy(value)).unwrap_or_default()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
