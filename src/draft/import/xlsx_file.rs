//! A workbook of the kind xlsx, as far as a table is concerned.
//!
//! Its XML is read here and not by a reader of workbooks, for four reasons: numbers are taken digit by digit and pass through no
//! binary float; how many decimals a cell shows is known; what is hidden is known; and no count that a file states about itself is
//! believed, for readers have reserved a hundred gigabytes on its word. A test holds what is read to what such a reader says.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read},
};

use quick_xml::{Reader, events::Event};
use rust_decimal::Decimal;
use zip::ZipArchive;

use super::{
    faults::ImportFault,
    grid::{Grid, GridCell, column_name, lowered, raised},
    number_format::{NumberFormat, ShownAs, ShownDate},
};
use crate::value::Date;

/// The most bytes of all parts of a workbook together.
const MOST_BYTES: usize = 64 << 20;

/// The most parts of a workbook.
const MOST_PARTS: usize = 400;

/// The most that a part may grow by when it is unpacked.
const MOST_GROWTH: usize = 200;

/// What is asked of a workbook.
#[derive(Clone, Debug, Default)]
pub struct SheetRequest {
    /// The sheet; the only one with anything in it unless given.
    pub sheet: Option<String>,
    /// The sheet was named now, and not the last time: what is hidden is asked for each time.
    pub is_named: bool,
    /// What is hidden and wanted all the same: numbers of rows, letters of columns.
    pub hidden: Vec<String>,
}

/// Reads a sheet of a workbook.
pub fn read(bytes: &[u8], asked: &SheetRequest) -> Result<Grid, ImportFault> {
    let parts = unpacked(bytes)?;
    let part = |name: &str| parts.get(name).map(String::as_str);
    let workbook = part("xl/workbook.xml").ok_or_else(|| ImportFault::unreadable("xl/workbook.xml"))?;
    let targets = targets(part("xl/_rels/workbook.xml.rels").unwrap_or_default())?;
    let (sheets, is_1904) = sheets(workbook)?;
    let texts = shared_texts(part("xl/sharedStrings.xml").unwrap_or_default())?;
    let styles = styles(part("xl/styles.xml").unwrap_or_default())?;
    let source = |sheet: &WorkbookSheet| targets.get(&sheet.link).and_then(|target| part(target)).unwrap_or_default();
    let names = || sheets.iter().map(|sheet| sheet.name.clone()).collect::<Vec<_>>();
    let chosen = match &asked.sheet {
        Some(name) => sheets.iter().find(|sheet| sheet.name == *name),
        None => {
            let full: Vec<&WorkbookSheet> =
                sheets.iter().filter(|sheet| source(sheet).contains("<v") || source(sheet).contains("<is")).collect();
            match full.as_slice() {
                [one] if !one.is_hidden => Some(*one),
                [one] => return Err(ImportFault::hidden(std::slice::from_ref(&one.name))),
                _ => None,
            }
        }
    };
    let sheet = chosen.ok_or_else(|| ImportFault::sheet(&names()))?;
    if sheet.is_hidden && !asked.is_named {
        return Err(ImportFault::hidden(std::slice::from_ref(&sheet.name)));
    }
    let reading = SheetReading { texts: &texts, styles: &styles, is_1904 };
    let mut grid = reading.read(source(sheet))?;
    grid.hidden.retain(|name| !asked.hidden.iter().any(|known| known.eq_ignore_ascii_case(name)));
    if !grid.hidden.is_empty() {
        return Err(ImportFault::hidden(&grid.hidden));
    }
    grid.form = vec![("sheet", sheet.name.clone())];
    Ok(grid)
}

/// Unpacks the parts that are read, each no further than it may grow.
fn unpacked(bytes: &[u8]) -> Result<BTreeMap<String, String>, ImportFault> {
    let broken = |_| ImportFault::unreadable("zip");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MOST_PARTS {
        return Err(ImportFault::limit("parts", MOST_PARTS));
    }
    let mut parts = BTreeMap::new();
    let mut room = MOST_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(broken)?;
        let name = file.name().map_err(|_| ImportFault::unreadable("zip"))?.trim_start_matches('/').to_owned();
        if !name.starts_with("xl/") || !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let packed = usize::try_from(file.compressed_size()).unwrap_or(usize::MAX);
        let most = room.min(packed.saturating_mul(MOST_GROWTH).saturating_add(1 << 20));
        let mut content = Vec::new();
        let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
        file.take(limit).read_to_end(&mut content).map_err(|_| ImportFault::unreadable("zip"))?;
        if content.len() > most {
            return Err(ImportFault::too_large(MOST_BYTES));
        }
        room = room.saturating_sub(content.len());
        let text = String::from_utf8(content).map_err(|_| ImportFault::unreadable(&name))?;
        parts.insert(name, text);
    }
    Ok(parts)
}

/// What is met while a part is read.
enum Met<'e> {
    /// An element begins, or is all there is of it: its name, its attributes, and whether it is empty.
    Begins(&'e str, &'e BTreeMap<String, String>, bool),
    /// An element ends.
    Ends(&'e str),
    /// Text.
    Text(&'e str),
}

/// Reads a part, event by event, with names that have no prefix.
fn walk(xml: &str, mut met: impl FnMut(Met<'_>) -> Result<(), ImportFault>) -> Result<(), ImportFault> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{feff}'));
    let broken = || ImportFault::unreadable("XML");
    loop {
        let event = reader.read_event().map_err(|_| broken())?;
        match &event {
            Event::Start(start) | Event::Empty(start) => {
                let name = start.local_name();
                let mut attributes = BTreeMap::new();
                for attribute in start.attributes() {
                    let attribute = attribute.map_err(|_| broken())?;
                    let value = quick_xml::escape::unescape(attribute.value.as_ref()).map_err(|_| broken())?;
                    attributes.insert(attribute.key.local_name().as_ref().to_owned(), value.into_owned());
                }
                let is_empty = matches!(event, Event::Empty(_));
                met(Met::Begins(name.as_ref(), &attributes, is_empty))?;
            }
            Event::End(end) => met(Met::Ends(end.local_name().as_ref()))?,
            Event::Text(text) => met(Met::Text(text))?,
            Event::CData(text) => met(Met::Text(text))?,
            Event::GeneralRef(name) => {
                let text = quick_xml::escape::unescape(&format!("&{};", &**name)).map_err(|_| broken())?.into_owned();
                met(Met::Text(&text))?;
            }
            Event::DocType(_) => return Err(broken()),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

struct WorkbookSheet {
    name: String,
    link: String,
    is_hidden: bool,
}

fn sheets(xml: &str) -> Result<(Vec<WorkbookSheet>, bool), ImportFault> {
    let (mut sheets, mut is_1904) = (Vec::new(), false);
    walk(xml, |met| {
        if let Met::Begins(name, attributes, _) = met {
            let value = |key: &str| attributes.get(key).cloned().unwrap_or_default();
            match name {
                "sheet" => sheets.push(WorkbookSheet {
                    name: value("name"),
                    link: value("id"),
                    is_hidden: !matches!(value("state").as_str(), "" | "visible"),
                }),
                "workbookPr" => is_1904 = matches!(value("date1904").as_str(), "1" | "true"),
                _ => {}
            }
        }
        Ok(())
    })?;
    Ok((sheets, is_1904))
}

/// Returns where each link of the workbook leads.
fn targets(xml: &str) -> Result<BTreeMap<String, String>, ImportFault> {
    let mut targets = BTreeMap::new();
    walk(xml, |met| {
        if let Met::Begins("Relationship", attributes, _) = met
            && let (Some(id), Some(target)) = (attributes.get("Id"), attributes.get("Target"))
        {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id.clone(), path);
        }
        Ok(())
    })?;
    Ok(targets)
}

/// The text of a cell, of runs that may look otherwise than the cell does.
#[derive(Clone, Debug, Default)]
struct RichText {
    text: String,
    /// A run of it is struck out.
    is_struck: bool,
    /// A run of it looks as the cell does.
    is_plain: bool,
}

/// Reads the runs of texts.
#[derive(Default)]
struct RichTextReading {
    done: RichText,
    is_text: bool,
    is_sound: bool,
    has_look: bool,
    is_struck: bool,
    script: String,
}

impl RichTextReading {
    fn meet(&mut self, met: &Met<'_>) {
        match met {
            // How a word is pronounced is no part of it.
            Met::Begins("rPh", _, false) => self.is_sound = true,
            Met::Ends("rPh") => self.is_sound = false,
            Met::Begins("r", _, false) | Met::Ends("r") => {
                (self.has_look, self.is_struck) = (false, false);
                self.script.clear();
            }
            Met::Begins("rPr", ..) => self.has_look = true,
            Met::Begins("strike", attributes, _) => self.is_struck = is_said(attributes),
            Met::Begins("vertAlign", attributes, _) => {
                self.script = attributes.get("val").cloned().unwrap_or_default();
            }
            Met::Begins("t", _, false) => self.is_text = !self.is_sound,
            Met::Ends("t") => self.is_text = false,
            Met::Text(text) if self.is_text => self.write(text),
            _ => {}
        }
    }

    fn write(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.done.is_struck |= self.is_struck;
            self.done.is_plain |= !self.has_look;
        }
        // Raised behind a number, a plain digit would be one more of its digits.
        let sign = |sign: char| match (sign.to_digit(10), self.script.as_str()) {
            (Some(digit), "superscript") => raised(digit),
            (Some(digit), "subscript") => lowered(digit),
            _ => sign,
        };
        self.done.text.extend(text.chars().map(sign));
    }

    /// Ends a text, and begins the next.
    fn end(&mut self) -> RichText {
        let done = std::mem::take(self).done;
        RichText { text: unescaped(&done.text), ..done }
    }
}

fn shared_texts(xml: &str) -> Result<Vec<RichText>, ImportFault> {
    let mut texts: Vec<RichText> = Vec::new();
    let mut reading = RichTextReading::default();
    walk(xml, |met| {
        match met {
            Met::Begins("si", _, is_empty) => {
                reading = RichTextReading::default();
                texts.extend(is_empty.then(RichText::default));
            }
            Met::Ends("si") => texts.push(reading.end()),
            met => reading.meet(&met),
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Reads what a workbook writes of signs that XML does not take: `_x000D_` ends a line, `_x005F_` is the line below.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("_x") {
        out.push_str(before);
        let digits = behind.get(..4).filter(|_| behind.get(4..5) == Some("_"));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32) {
            Some(sign) => {
                out.push(sign);
                rest = behind.get(5..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = behind;
            }
        }
    }
    out.push_str(rest);
    out.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t'))
        .collect()
}

/// How a cell looks, as far as it changes what it says.
#[derive(Clone, Debug, Default)]
struct CellStyle {
    format: NumberFormat,
    is_struck: bool,
}

fn styles(xml: &str) -> Result<Vec<CellStyle>, ImportFault> {
    let mut own: BTreeMap<String, NumberFormat> = BTreeMap::new();
    let mut fonts: Vec<bool> = Vec::new();
    let mut styles = Vec::new();
    let (mut is_of_cells, mut is_of_fonts) = (false, false);
    walk(xml, |met| {
        match met {
            Met::Begins("numFmt", attributes, _) => {
                if let (Some(id), Some(code)) = (attributes.get("numFmtId"), attributes.get("formatCode")) {
                    own.insert(id.clone(), NumberFormat::read(code));
                }
            }
            Met::Begins("fonts", _, false) => is_of_fonts = true,
            Met::Ends("fonts") => is_of_fonts = false,
            Met::Begins("font", ..) if is_of_fonts => fonts.push(false),
            Met::Begins("strike", attributes, _) if is_of_fonts => {
                fonts.iter_mut().next_back().into_iter().for_each(|is_struck| *is_struck = is_said(attributes));
            }
            Met::Begins("cellXfs", _, false) => is_of_cells = true,
            Met::Ends("cellXfs") => is_of_cells = false,
            Met::Begins("xf", attributes, _) if is_of_cells => {
                let id = attributes.get("numFmtId").cloned().unwrap_or_default();
                let font = attributes.get("fontId").and_then(|font| fonts.get(font.parse::<usize>().ok()?));
                styles.push(CellStyle {
                    format: own.get(&id).cloned().unwrap_or_else(|| NumberFormat::known(&id)),
                    is_struck: font.copied().unwrap_or(false),
                });
            }
            _ => {}
        }
        Ok(())
    })?;
    Ok(styles)
}

/// Tells whether a property that is there is on: it is, unless it says otherwise.
fn is_said(attributes: &BTreeMap<String, String>) -> bool {
    attributes.get("val").is_none_or(|value| is_on(Some(value)))
}

/// Reads the cells of a sheet.
struct SheetReading<'s> {
    texts: &'s [RichText],
    styles: &'s [CellStyle],
    is_1904: bool,
}

/// A cell that is being read.
#[derive(Default)]
struct OpenCell {
    place: Option<(usize, usize)>,
    kind: String,
    style: usize,
    text: String,
    /// What stands in the cell itself and not among the texts of the workbook.
    inline: RichTextReading,
    is_computed: bool,
}

impl SheetReading<'_> {
    fn read(&self, xml: &str) -> Result<Grid, ImportFault> {
        let mut grid = Grid::default();
        let (mut hidden_rows, mut hidden_columns) = (BTreeSet::new(), Vec::new());
        let (mut row, mut next) = (0_usize, 0_usize);
        let mut open: Option<OpenCell> = None;
        let mut is_value = false;
        walk(xml, |met| {
            match met {
                Met::Begins("col", attributes, _)
                    if is_on(attributes.get("hidden")) || is_nil(attributes.get("width")) =>
                {
                    let number = |key: &str| attributes.get(key).and_then(|text| text.parse::<usize>().ok());
                    hidden_columns.push(number("min").unwrap_or(1)..=number("max").unwrap_or(usize::MAX));
                }
                Met::Begins("row", attributes, _) => {
                    let number = attributes.get("r").and_then(|text| text.parse::<usize>().ok());
                    row = number.unwrap_or_else(|| row.saturating_add(1));
                    next = 0;
                    if is_on(attributes.get("hidden")) || is_nil(attributes.get("ht")) {
                        hidden_rows.insert(row);
                    }
                }
                Met::Begins("c", attributes, is_empty) if !is_empty => {
                    let place = attributes.get("r").and_then(|name| place_of(name));
                    let place = place.unwrap_or((row.saturating_sub(1), next));
                    next = place.1.saturating_add(1);
                    let value = |key: &str| attributes.get(key).cloned().unwrap_or_default();
                    let style = value("s").parse().unwrap_or(0);
                    open = Some(OpenCell { place: Some(place), kind: value("t"), style, ..OpenCell::default() });
                }
                Met::Begins("f", ..) => open.iter_mut().for_each(|cell| cell.is_computed = true),
                Met::Begins("mergeCell", attributes, _) => {
                    let range = attributes.get("ref").map(String::as_str).unwrap_or_default();
                    let ends = range.split_once(':').and_then(|(one, other)| Some((place_of(one)?, place_of(other)?)));
                    if let Some((first, last)) = ends {
                        grid.merged.push((range.to_owned(), first, last));
                    }
                }
                Met::Begins("v", _, false) => is_value = true,
                Met::Ends("v") => is_value = false,
                Met::Text(text) if is_value => open.iter_mut().for_each(|cell| cell.text.push_str(text)),
                Met::Ends("c") => {
                    if let Some(cell) = open.take()
                        && let Some((row, column)) = cell.place
                    {
                        grid.put(row, column, self.cell(cell)?)?;
                    }
                }
                met => open.iter_mut().for_each(|cell| cell.inline.meet(&met)),
            }
            Ok(())
        })?;
        let holds = |row: usize| grid.rows.get(row).is_some_and(|cells| cells.iter().any(|cell| !cell.text.is_empty()));
        let mut hidden: Vec<String> =
            hidden_rows.iter().filter(|row| holds(row.saturating_sub(1))).map(ToString::to_string).collect();
        let width = grid.width();
        for column in
            (0..width).filter(|column| hidden_columns.iter().any(|range| range.contains(&column.saturating_add(1))))
        {
            if grid.rows.iter().any(|cells| cells.get(column).is_some_and(|cell| !cell.text.is_empty())) {
                hidden.push(column_name(column));
            }
        }
        grid.hidden = hidden;
        Ok(grid)
    }

    fn cell(&self, mut cell: OpenCell) -> Result<GridCell, ImportFault> {
        let style = self.styles.get(cell.style).cloned().unwrap_or_default();
        let text = match cell.kind.as_str() {
            "s" => {
                let text = cell.text.trim().parse::<usize>().ok().and_then(|at| self.texts.get(at));
                text.ok_or_else(|| ImportFault::unreadable("xl/sharedStrings.xml"))?.clone()
            }
            "inlineStr" => cell.inline.end(),
            "str" => RichText { text: unescaped(&cell.text), is_plain: true, ..RichText::default() },
            _ => RichText { text: cell.text.clone(), is_plain: true, ..RichText::default() },
        };
        let is_empty = text.text.trim().is_empty();
        let is_struck = !is_empty && (text.is_struck || text.is_plain && style.is_struck);
        let is_words = matches!(cell.kind.as_str(), "s" | "str" | "inlineStr");
        let of_look = is_struck.then_some("struck");
        let fault = of_look.or_else(|| unshown(style.format.of_text()).filter(|_| is_words && !is_empty));
        let plain = |text: String| GridCell { text, is_computed: cell.is_computed, fault, ..GridCell::default() };
        Ok(match cell.kind.as_str() {
            "s" | "str" | "inlineStr" => plain(text.text),
            "d" => GridCell { is_date: true, ..plain(text.text) },
            "b" => plain(if text.text.trim() == "1" { "true" } else { "false" }.to_owned()),
            "e" => GridCell { is_error: true, ..plain(text.text) },
            _ => {
                let number = self.number(&cell, &style.format)?;
                GridCell { fault: fault.or(number.fault), ..number }
            }
        })
    }

    /// Reads a number as the sheet shows it. The program keeps it in binary, whose 16th and later digits mean nothing.
    fn number(&self, cell: &OpenCell, format: &NumberFormat) -> Result<GridCell, ImportFault> {
        let text = cell.text.trim();
        if text.is_empty() {
            // A program that writes formulas and computes none keeps no result: what the cell says is not known.
            let fault = cell.is_computed.then_some("formula");
            return Ok(GridCell { fault, ..GridCell::default() });
        }
        let exact = Decimal::from_str_exact(text)
            .or_else(|_| Decimal::from_scientific(text))
            .or_else(|_| text.parse::<Decimal>());
        let number =
            exact.ok().and_then(|number| number.round_sf(15)).ok_or_else(|| ImportFault::unreadable("number"))?;
        let format = format.part(number);
        let uncertain = |what| Ok(GridCell { text: text.to_owned(), fault: Some(what), ..GridCell::default() });
        if format.is_worded || format.thousands > 3 {
            return uncertain("format");
        }
        if let Some(what) = unshown(format.shows) {
            return uncertain(what);
        }
        if let Some(date) = format.date {
            // A day before the first one is shown as signs.
            let Some(day) = self.day(number) else { return uncertain("unshown") };
            let shown = match date {
                ShownDate::Day => day.len(),
                ShownDate::Month => "2026-01".len(),
                ShownDate::Year => "2026".len(),
            };
            let text = day.get(..shown).unwrap_or_default().to_owned();
            return Ok(GridCell { text, is_computed: cell.is_computed, is_date: true, ..GridCell::default() });
        }
        let number = if format.is_percent { number.checked_mul(Decimal::ONE_HUNDRED) } else { Some(number) };
        let scaled = (0..format.thousands).try_fold(number, |number, _| Some(number?.checked_mul(Decimal::new(1, 3))));
        let Some(number) = scaled.flatten() else { return uncertain("format") };
        let mut shown = number.normalize();
        let mut is_rounded = false;
        if let Some(decimals) = format.decimals {
            is_rounded = shown.scale() > decimals;
            shown = shown.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
            shown.rescale(decimals);
        }
        let mut text = if shown.is_zero() { shown.abs() } else { shown }.to_string();
        if format.digits > 1 && shown.scale() == 0 && !shown.is_sign_negative() {
            // Codes are shown with noughts before them.
            text = format!("{text:0>width$}", width = format.digits);
        }
        if format.is_percent {
            text.push_str(" %");
        }
        Ok(GridCell {
            text,
            is_number: true,
            is_computed: cell.is_computed,
            is_rounded,
            unit: format.unit,
            ..GridCell::default()
        })
    }

    fn day(&self, number: Decimal) -> Option<String> {
        let days: i64 = number.trunc().try_into().ok()?;
        let first = if self.is_1904 { Date::new(1904, 1, 1) } else { Date::new(1899, 12, 30) }.ok()?;
        let span = jiff::Span::new().try_days(days).ok()?;
        first.checked_add(span).ok().map(|day| day.to_string())
    }
}

/// Returns why it is not certain what a cell says that is shown so.
fn unshown(shows: ShownAs) -> Option<&'static str> {
    match shows {
        ShownAs::Number => None,
        ShownAs::Nothing => Some("unshown"),
        ShownAs::Words => Some("format-words"),
    }
}

/// Tells whether a width or a height leaves nothing to be seen.
fn is_nil(value: Option<&String>) -> bool {
    value.and_then(|value| value.parse::<Decimal>().ok()).is_some_and(|size| size.is_zero())
}

fn is_on(value: Option<&String>) -> bool {
    value.is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}

/// Returns the row and the column that the name of a cell means, from 0: `B3`.
fn place_of(name: &str) -> Option<(usize, usize)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at_checked(digits)?;
    let mut column = 0_usize;
    for letter in letters.bytes() {
        let value = usize::from(letter.to_ascii_uppercase().checked_sub(b'A').filter(|value| *value < 26)?);
        column = column.checked_mul(26)?.checked_add(value)?.checked_add(1)?;
    }
    Some((row.parse::<usize>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
