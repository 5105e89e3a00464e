//! A CSV file as an office has it: its encoding and its delimiter are what its bytes prove.

use std::collections::BTreeMap;

use super::{
    faults::ImportFault,
    grid::{Grid, GridCell, MOST_ROWS},
};
use crate::content::Limits;

/// The signs that may stand between cells.
const SIGNS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// Reads a CSV file. The delimiter is the one that is asked for, else the one that its lines prove.
pub fn read(bytes: &[u8], asked: Option<char>) -> Result<Grid, ImportFault> {
    if bytes.len() > Limits::FILE_BYTES {
        return Err(ImportFault::too_large(Limits::FILE_BYTES));
    }
    let (text, encoding) = decoded(bytes)?;
    let (declared, text) = sign_line(&text);
    let first_line = if declared.is_some() { 2 } else { 1 };
    let asked = asked.or(declared).map(|sign| u8::try_from(sign).map_err(|_| ImportFault::delimiter())).transpose()?;
    let delimiter = match asked {
        Some(sign) => sign,
        // A quotation mark that is not closed takes the lines below it into its cell: it is why no sign is proved.
        None => proved_delimiter(text).map_err(|fault| {
            SIGNS.into_iter().find_map(|sign| refuse_open_quotes(text, sign, first_line).err()).unwrap_or(fault)
        })?,
    };
    refuse_open_quotes(text, delimiter, first_line)?;
    let mut grid = Grid::default();
    for (row, cells) in rows(text, delimiter)?.into_iter().enumerate() {
        for (column, text) in cells.into_iter().enumerate() {
            grid.put(row, column, GridCell { text, ..GridCell::default() })?;
        }
    }
    let sign = if delimiter == b'\t' { "tab".to_owned() } else { char::from(delimiter).to_string() };
    grid.form = vec![("encoding", encoding.to_owned()), ("delimiter", sign)];
    Ok(grid)
}

/// Decodes bytes by what they prove: a mark at their beginning, sound UTF-8, or bytes that all mean something in Windows-1252.
pub fn decoded(bytes: &[u8]) -> Result<(String, &'static str), ImportFault> {
    let (text, name) = if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let (text, is_broken) = encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        (if is_broken { None } else { Some(text.into_owned()) }, encoding.name())
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (Some(text.to_owned()), "UTF-8")
    } else {
        if is_of_another(bytes) {
            return Err(ImportFault::unreadable("encoding"));
        }
        let unused = |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d);
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
        (if bytes.iter().any(unused) { None } else { Some(text.into_owned()) }, "Windows-1252")
    };
    let text = text.filter(|text| !text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t')));
    text.map(|text| (text, name)).ok_or_else(|| ImportFault::unreadable("encoding"))
}

/// Tells whether bytes, read as Windows-1252, put signs within words where none belong: code page 850 has `›` for ø and `†` for å there,
/// and Mac Roman `Œ` for å and `¿` for ø. What is quoted, dashes, and letters such as š are in their place.
fn is_of_another(bytes: &[u8]) -> bool {
    let letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0xc0);
    let small = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_lowercase() || *byte >= 0xe0);
    bytes.iter().enumerate().any(|(at, byte)| {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        let behind = bytes.get(at.saturating_add(1));
        match byte {
            // Capitals within a word of small letters.
            0x8a | 0x8c | 0x8e | 0x9f => letter(before) && (small(before) || small(behind)),
            // Quotes, guillemets, a bullet, and what stands for æ and ø in Mac Roman.
            0x82 | 0x84 | 0x8b | 0x91 | 0x93 | 0x94 | 0x95 | 0x99 | 0x9b | 0xbe | 0xbf => {
                letter(before) && letter(behind)
            }
            0x83 | 0x86 | 0x87 | 0x88 | 0x98 => letter(before) || letter(behind),
            _ => false,
        }
    })
}

/// Returns the delimiter that a first line `sep=;` names, and the text behind it.
fn sign_line(text: &str) -> (Option<char>, &str) {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    let named = line.trim_end_matches(['\n', '\r']).trim_matches('"').strip_prefix("sep=");
    match named.map(|sign| (sign.chars().next(), sign.chars().count())) {
        Some((Some(sign), 1)) => (Some(sign), text.get(line.len()..).unwrap_or_default()),
        _ => (None, text),
    }
}

/// Returns the sign by which most lines have equally many cells, more than one. Where two signs do, neither is proved.
fn proved_delimiter(text: &str) -> Result<u8, ImportFault> {
    let mut best: Vec<(usize, usize, u8)> = Vec::new();
    let mut fault = None;
    for sign in SIGNS {
        let rows = match rows(text, sign) {
            Ok(rows) => rows,
            Err(found) => {
                fault = Some(found);
                continue;
            }
        };
        let widths: Vec<usize> = rows.iter().map(Vec::len).filter(|width| *width > 1).collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        widths.iter().for_each(|width| *counts.entry(*width).or_default() += 1);
        if let Some((lines, width)) = counts.into_iter().map(|(width, lines)| (lines, width)).max() {
            best.push((lines, width, sign));
        }
    }
    best.sort_by(|a, b| b.cmp(a));
    match best.as_slice() {
        [] => Err(fault.unwrap_or_else(ImportFault::delimiter)),
        // A sign within numbers or words stands on fewer lines, or in fewer places of each.
        [(lines, width, _), (others, narrower, _), ..] if lines == others && width == narrower => {
            Err(ImportFault::delimiter())
        }
        // More lines by one sign, more cells by another: which of them parts cells nobody has shown.
        [(lines, width, _), rest @ ..]
            if rest.iter().any(|(others, wider, _)| wider > width && others.saturating_mul(2) > *lines) =>
        {
            Err(ImportFault::delimiter())
        }
        [(_, _, sign), ..] => Ok(*sign),
    }
}

/// Refuses a cell whose quotation mark is not closed, or has something behind the one that closes it: the rows below would be words of the
/// cell. So is one that closes by chance in a later row: its first line has all cells of a row by itself, and a line below has so, too, or
/// the row as a whole has fewer. A sound cell may have signs in its first line: `Børn;"a; b` and below `c";10,5`.
fn refuse_open_quotes(text: &str, delimiter: u8, first_line: usize) -> Result<(), ImportFault> {
    let sign = char::from(delimiter);
    let width = rows(text, delimiter)?.iter().map(Vec::len).max().unwrap_or(0);
    let (mut line, mut column) = (first_line, 0_usize);
    let mut signs = text.chars().peekable();
    let mut is_begin = true;
    // Where a cell began whose first line is a row by itself, of a row that is not read to its end, and how many cells its last line has.
    let mut doubtful: Option<(usize, usize)> = None;
    let is_by_chance = |doubtful: Option<(usize, usize)>, column: usize| {
        let begun = doubtful.filter(|(_, of_last)| *of_last >= width || column.saturating_add(1) < width);
        begun.map_or(Ok(()), |(begun, _)| Err(ImportFault::cell("quotes", &begun.to_string())))
    };
    while let Some(next) = signs.next() {
        match next {
            '"' if is_begin => {
                let (begun, mut is_closed) = (line, false);
                // How many signs each line of the cell has.
                let mut within = vec![0_usize];
                while let Some(next) = signs.next() {
                    match next {
                        '"' if signs.peek() == Some(&'"') => drop(signs.next()),
                        '"' => {
                            is_closed = true;
                            break;
                        }
                        '\n' => {
                            within.push(0);
                            line = line.saturating_add(1);
                        }
                        next if next == sign => {
                            within.last_mut().into_iter().for_each(|count| *count = count.saturating_add(1));
                        }
                        _ => {}
                    }
                }
                let ends = signs.peek().is_none_or(|next| *next == sign || matches!(next, '\n' | '\r'));
                let fault = || Err(ImportFault::cell("quotes", &begun.to_string()));
                if !(is_closed && ends) {
                    return fault();
                }
                if let [first, between @ .., last] = within.as_slice() {
                    let is_row = |before: usize, signs: usize| before.saturating_add(signs).saturating_add(1) == width;
                    // Whole rows within a quotation: two marks that were open swallowed them.
                    if width > 2 && between.iter().chain([last]).any(|signs| is_row(0, *signs)) {
                        return fault();
                    }
                    if *first > 0 && is_row(column, *first) {
                        if between.iter().any(|signs| is_row(0, *signs)) {
                            return fault();
                        }
                        doubtful = doubtful.or(Some((begun, last.saturating_add(1))));
                    }
                }
                is_begin = false;
            }
            next if next == sign => {
                (is_begin, column) = (true, column.saturating_add(1));
                doubtful = doubtful.map(|(begun, of_last)| (begun, of_last.saturating_add(1)));
            }
            '\n' => {
                is_by_chance(doubtful.take(), column)?;
                (is_begin, column, line) = (true, 0, line.saturating_add(1));
            }
            '\r' => {}
            _ => is_begin = false,
        }
    }
    is_by_chance(doubtful, column)
}

fn rows(text: &str, delimiter: u8) -> Result<Vec<Vec<String>>, ImportFault> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let mut rows = Vec::new();
    // No record is longer than the text, and none has more cells than bytes.
    let (mut output, mut ends) = (vec![0_u8; text.len().saturating_add(1)], vec![0_usize; 1024]);
    let mut at = 0_usize;
    let (mut written, mut count) = (0_usize, 0_usize);
    loop {
        let input = text.as_bytes().get(at..).unwrap_or_default();
        let (out, places) = (output.get_mut(written..).unwrap_or_default(), ends.get_mut(count..).unwrap_or_default());
        let (result, read, wrote, ended) = reader.read_record(input, out, places);
        (at, written, count) = (at.saturating_add(read), written.saturating_add(wrote), count.saturating_add(ended));
        match result {
            csv_core::ReadRecordResult::InputEmpty => {}
            csv_core::ReadRecordResult::OutputFull => return Err(ImportFault::unreadable("quotes")),
            csv_core::ReadRecordResult::OutputEndsFull => return Err(ImportFault::limit("columns", Limits::COLUMNS)),
            csv_core::ReadRecordResult::Record => {
                let mut from = 0_usize;
                let cells = ends.iter().take(count).map(|end| {
                    let cell = output.get(from..*end).unwrap_or_default();
                    from = *end;
                    String::from_utf8_lossy(cell).trim().to_owned()
                });
                rows.push(cells.collect());
                if rows.len() > MOST_ROWS {
                    return Err(ImportFault::limit("rows", MOST_ROWS));
                }
                (written, count) = (0, 0);
            }
            csv_core::ReadRecordResult::End => return Ok(rows),
        }
    }
}
