//! Personal numbers that are parted over two cells: the date of birth in one, the last four digits in another.
//!
//! Amounts of six and of four digits stand beside each other too. So two cells are a number only where their names say so (the heads
//! of columns, the keys of fields), or where the date begins with a nought, which no amount does.

use std::sync::Arc;

use super::{super::period_words::MONTHS, Certainty, FoundNumber, PersonalNumber};

/// How the cells of a text are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellNotation {
    /// Lines of cells with a sign between them, and a head.
    Csv,
    /// Keys with values.
    Toml,
    /// Tables of Markdown among prose, and the TOML before it.
    Markdown,
}

/// What columns of a table are called beside the heads of its file: each with its id, its title and what its files call it.
#[derive(Clone, Debug, Default)]
pub struct ColumnNames(Vec<Vec<String>>);

impl ColumnNames {
    /// Adds a column by all that it is called.
    pub fn add(&mut self, names: impl IntoIterator<Item = String>) {
        self.0.push(names.into_iter().map(|name| bare(&name)).collect());
    }

    /// Returns all that a column is called whose head is this.
    fn of(&self, head: &str) -> Arc<[String]> {
        let head = bare(head);
        let known: Arc<[String]> = self.0.iter().filter(|names| names.contains(&head)).flatten().cloned().collect();
        if known.is_empty() { Arc::from([head]) } else { known }
    }
}

/// A cell: what it is called, and where its text stands.
struct NamedCell {
    names: Arc<[String]>,
    start: usize,
    end: usize,
}

impl NamedCell {
    /// Tells whether a name of it holds one of some words, or is one of others.
    fn is_called(&self, words: &[&str], whole: &[&str]) -> bool {
        self.names.iter().any(|name| words.iter().any(|word| name.contains(word)) || whole.contains(&name.as_str()))
    }
}

/// Returns a name without what is written in many ways: `F. dato`, `F-dato` and `f.dato` are one.
fn bare(name: &str) -> String {
    let is_between = |c: char| c.is_whitespace() || matches!(c, '.' | '-' | '_' | ':');
    name.chars().filter(|c| !is_between(*c)).flat_map(char::to_lowercase).collect()
}

/// What stands around the fields of a Markdown file.
const FENCE: &str = "+++";
/// Words in the names of cells that hold whole numbers, as [`bare`] makes them.
const NUMBER_NAMES: [&str; 3] = ["cpr", "personn", "persn"];
/// Words in the names of cells that hold dates of birth.
const DATE_NAMES: [&str; 11] = [
    "cpr",
    "personn",
    "persn",
    "fødselsd",
    "foedselsd",
    "fødedag",
    "fødedato",
    "födelsed",
    "dateofbirth",
    "birthdate",
    "birthday",
];
/// The whole names of such cells, which others only begin with: *Fødte børn* are counted.
const WHOLE_DATE_NAMES: [&str; 7] = ["født", "foedt", "född", "fødd", "born", "fdato", "fdag"];
/// Words in the names of cells that hold the last four digits.
const SERIAL_NAMES: [&str; 18] = [
    "cpr",
    "personn",
    "persn",
    "løbenr",
    "loebenr",
    "løbenummer",
    "løpenr",
    "løpenummer",
    "löpnr",
    "löpnummer",
    "sidstefire",
    "sidste4",
    "sistefire",
    "sistafyra",
    "lastfour",
    "last4",
    "firesidste",
    "kontrolcif",
];
/// The whole names of such cells.
const WHOLE_SERIAL_NAMES: [&str; 3] = ["lbnr", "lbenr", "4sidste"];

/// Finds the personal numbers that are parted over two cells of a row, or two fields that follow each other.
#[must_use]
pub fn parted_numbers(text: &str, notation: CellNotation, columns: &ColumnNames) -> Vec<FoundNumber> {
    if !super::may_hold_personal_number(text.as_bytes()) {
        return Vec::new();
    }
    let rows = match notation {
        CellNotation::Csv => table_rows(text, delimiter_of(text), columns),
        CellNotation::Toml => fields(text),
        CellNotation::Markdown => {
            // What stands before the prose, between two lines of plus signs, is TOML.
            let head = text.strip_prefix(FENCE).and_then(|rest| rest.find(FENCE));
            let head = head.and_then(|end| text.get(..end.saturating_add(FENCE.len()))).unwrap_or_default();
            table_rows(text, '|', columns).into_iter().chain(fields(head)).collect()
        }
    };
    let mut found: Vec<FoundNumber> = rows.iter().flat_map(|row| numbers_of_row(text, row)).collect();
    // A field of TOML stands in two rows: with the one before it and the one behind.
    found.sort_by_key(|found| (found.range.start, found.range.end));
    found.dedup_by(|one, other| one.range == other.range);
    found
}

/// Finds the personal numbers in a text as its page shows it: those in any text, and those over two of its lines.
#[must_use]
pub fn shown_numbers(text: &str) -> Vec<FoundNumber> {
    let mut found = super::personal_numbers(text);
    found.extend(numbers_over_lines(text));
    found
}

/// Finds the numbers of which the date ends a line and the last four digits begin the next one, with no sign between them: where the
/// check digit bears them out, for amounts end and begin lines too. Those with a sign are found as any other.
fn numbers_over_lines(text: &str) -> Vec<FoundNumber> {
    let mut found = Vec::new();
    for (end, _) in text.match_indices('\n') {
        let before = text.get(..end).unwrap_or_default().trim_end_matches([' ', '\t', '\r']);
        let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let date = before.get(start..).unwrap_or_default();
        let behind = text.get(end..).unwrap_or_default();
        let from = end.saturating_add(behind.len().saturating_sub(behind.trim_start().len()));
        let next = text.get(from..).unwrap_or_default();
        let serial: String = next.chars().take_while(char::is_ascii_digit).collect();
        // A list or a paragraph of its own is another thing.
        let is_next_line =
            behind.get(1..).unwrap_or_default().lines().next().is_some_and(|line| !line.trim().is_empty());
        let stands_alone = next.chars().nth(4).is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | ','));
        let is_within = before
            .get(..start)
            .and_then(|head| head.chars().next_back())
            .is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ',' | '-'));
        if date.len() != 6 || serial.len() != 4 || !is_next_line || !stands_alone || is_within {
            continue;
        }
        let mut digits = [0_u8; 10];
        let written = date.bytes().chain(serial.bytes()).map(|digit| digit.saturating_sub(b'0'));
        digits.iter_mut().zip(written).for_each(|(place, digit)| *place = digit);
        let number = PersonalNumber(digits);
        if !number.has_date() || !number.is_likely() {
            continue;
        }
        let certainty = Certainty::Doubtful;
        let until = from.saturating_add(4);
        found.push(FoundNumber { number, range: start..until, certainty, serial: [(from, until); 4] });
    }
    found
}

fn numbers_of_row(text: &str, row: &[NamedCell]) -> Vec<FoundNumber> {
    let content = |cell: &NamedCell| text.get(cell.start..cell.end).unwrap_or_default();
    let mut found = Vec::new();
    found.extend(row.iter().filter_map(|cell| whole_number(content(cell), cell)));
    for (at, date_cell) in row.iter().enumerate() {
        let Some(date) = date_of(content(date_cell)) else { continue };
        let others = row.iter().enumerate().filter(|(other, _)| *other != at);
        for (other, serial_cell) in others {
            let is_named = date_cell.is_called(&DATE_NAMES, &WHOLE_DATE_NAMES)
                && serial_cell.is_called(&SERIAL_NAMES, &WHOLE_SERIAL_NAMES);
            let is_next = other == at.saturating_add(1);
            let is_no_amount = is_next && date.begins_with_nought;
            if !is_named && !is_no_amount {
                continue;
            }
            let Some(serial) = serial_of(content(serial_cell), is_named) else { continue };
            let mut digits = [0_u8; 10];
            digits.iter_mut().zip(date.digits.iter().chain(&serial)).for_each(|(place, digit)| *place = *digit);
            let number = PersonalNumber(digits);
            if !number.has_date() || date.year.is_some_and(|year| year != number.year()) {
                continue;
            }
            let certainty = if is_named || number.is_likely() { Certainty::Certain } else { Certainty::Doubtful };
            let range = date_cell.start.min(serial_cell.start)..date_cell.end.max(serial_cell.end);
            let serial = [(serial_cell.start, serial_cell.end); 4];
            found.push(FoundNumber { number, range, certainty, serial });
            break;
        }
    }
    found
}

/// A date of birth as six digits.
struct BirthDate {
    digits: [u8; 6],
    /// The year, where all of it is written.
    year: Option<i16>,
    /// It is six digits alone, the first of them a nought.
    begins_with_nought: bool,
}

/// Reads a whole number in a column that is named after it. Spreadsheets leave out the nought it begins with.
fn whole_number(content: &str, cell: &NamedCell) -> Option<FoundNumber> {
    let is_sign = |c: char| matches!(c, '-' | '.' | '/' | ' ' | '–' | '\u{a0}');
    if !cell.is_called(&NUMBER_NAMES, &[]) || !content.chars().all(|c| c.is_ascii_digit() || is_sign(c)) {
        return None;
    }
    let written: Vec<u8> = content.bytes().filter(u8::is_ascii_digit).map(|digit| digit.saturating_sub(b'0')).collect();
    // Where more than one is left out there is no day.
    let lost = 10_usize.checked_sub(written.len())?;
    let mut digits = [0_u8; 10];
    digits.iter_mut().skip(lost).zip(written).for_each(|(place, digit)| *place = digit);
    let number = PersonalNumber(digits);
    let (range, serial) = (cell.start..cell.end, [(cell.start, cell.end); 4]);
    number.has_date().then_some(FoundNumber { number, range, certainty: Certainty::Certain, serial })
}

/// Reads a cell that holds nothing but a date: `010190`, `01-01-90`, `1/1-1990`, `1990-01-01`, `1. januar 1990`.
fn date_of(text: &str) -> Option<BirthDate> {
    let is_sign = |c: char| matches!(c, '-' | '.' | '/' | ' ');
    let is_number = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    // A point and a blank part a day from its month: `1. januar`, `1. 1.`.
    let parts: Vec<&str> = text.split(is_sign).filter(|part| !part.is_empty()).collect();
    let day_and_month = |day: &str, month: &str| {
        let month = if is_number(month, 1..=2) { Some(format!("{month:0>2}")) } else { month_of(month) };
        month.filter(|_| is_number(day, 1..=2)).map(|month| format!("{day:0>2}{month}"))
    };
    let (digits, year) = match parts.as_slice() {
        [all] if is_number(all, 6..=6) => ((*all).to_owned(), None),
        [day, month, year] | [year, month, day] if is_number(year, 4..=4) => {
            (day_and_month(day, month)? + year.get(2..)?, year.parse().ok())
        }
        [day, month, year] if is_number(year, 2..=2) => (day_and_month(day, month)? + year, None),
        _ => return None,
    };
    let mut six = [0_u8; 6];
    six.iter_mut().zip(digits.bytes()).for_each(|(place, digit)| *place = digit.saturating_sub(b'0'));
    Some(BirthDate { digits: six, year, begins_with_nought: parts.len() == 1 && digits.starts_with('0') })
}

/// Returns the number of a month by its word, which may be cut short: `januar`, `jan`.
fn month_of(word: &str) -> Option<String> {
    let word = word.to_lowercase();
    let is_it = |names: &&[&str]| word.len() > 2 && names.iter().any(|name| name.starts_with(&word));
    let at = MONTHS.iter().position(is_it)?;
    Some(format!("{:0>2}", at.saturating_add(1)))
}

/// Reads a cell that holds nothing but four digits; fewer where it is named, for spreadsheets leave out the noughts they begin with.
fn serial_of(text: &str, is_named: bool) -> Option<[u8; 4]> {
    let is_sound = (text.len() == 4 || (is_named && (1..4).contains(&text.len())))
        && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut four = [0_u8; 4];
    four.iter_mut().rev().zip(text.bytes().rev()).for_each(|(place, digit)| *place = digit.saturating_sub(b'0'));
    is_sound.then_some(four)
}

/// Returns the sign between the cells of a CSV file: the one its first line has most of.
fn delimiter_of(text: &str) -> char {
    let head = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    [';', ',', '\t', '|'].into_iter().rev().max_by_key(|sign| head.matches(*sign).count()).unwrap_or(';')
}

/// Returns the rows of tables whose cells have a sign between them. The first line of each table names its cells.
fn table_rows(text: &str, sign: char, columns: &ColumnNames) -> Vec<Vec<NamedCell>> {
    let mut rows = Vec::new();
    let mut names: Vec<Arc<[String]>> = Vec::new();
    let mut start = 0_usize;
    for line in text.split_inclusive('\n') {
        let from = start;
        start = start.saturating_add(line.len());
        if !line.contains(sign) {
            names.clear();
            continue;
        }
        let mut at = from;
        let mut cells: Vec<(usize, usize)> = Vec::new();
        for cell in line.split(sign) {
            cells.push(trimmed(text, at, at.saturating_add(cell.len())));
            at = at.saturating_add(cell.len()).saturating_add(sign.len_utf8());
        }
        if names.is_empty() {
            let heads = cells.iter().map(|(start, end)| text.get(*start..*end).unwrap_or_default());
            names = heads.map(|head| columns.of(head)).collect();
        }
        let named = cells.into_iter().enumerate().map(|(nth, (start, end))| NamedCell {
            names: names.get(nth).cloned().unwrap_or_else(|| Arc::from([])),
            start,
            end,
        });
        rows.push(named.filter(|cell| cell.start < cell.end).collect());
    }
    rows
}

/// Returns the fields of TOML, each with the one that follows it.
fn fields(text: &str) -> Vec<Vec<NamedCell>> {
    let mut all: Vec<NamedCell> = Vec::new();
    for (sign, _) in text.match_indices('=') {
        let head = text.get(..sign).unwrap_or_default();
        let name = head.rsplit(['\n', '{', ',', '[']).next().unwrap_or_default();
        let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '\''));
        let rest = text.get(sign..).unwrap_or_default();
        let length = rest.find([',', '}', '\n', '#']).unwrap_or(rest.len());
        let (start, end) = trimmed(text, sign, sign.saturating_add(length));
        all.push(NamedCell { names: Arc::from([bare(name)]), start, end });
    }
    let mut pairs = Vec::new();
    let mut rest = all.into_iter().peekable();
    while let Some(first) = rest.next() {
        if let Some(next) = rest.peek() {
            let next = NamedCell { names: Arc::clone(&next.names), start: next.start, end: next.end };
            pairs.push(vec![first, next]);
        }
    }
    pairs
}

/// Leaves out blanks, quotation marks and the sign that a value stands behind or by which spreadsheets keep noughts.
fn trimmed(text: &str, start: usize, end: usize) -> (usize, usize) {
    let is_around = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '=');
    let cell = text.get(start..end).unwrap_or_default();
    let front = cell.len().saturating_sub(cell.trim_start_matches(is_around).len());
    let start = start.saturating_add(front);
    let length = cell.trim_matches(is_around).len();
    (start, start.saturating_add(length))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str, notation: CellNotation) -> Vec<(String, Certainty)> {
        let found = parted_numbers(text, notation, &ColumnNames::default()).into_iter();
        found.map(|found| (found.number.masked(), found.certainty)).collect()
    }

    #[test]
    fn a_number_over_two_cells_is_found_by_its_names_or_its_nought() {
        let certain = vec![("010190-****".to_owned(), Certainty::Certain)];
        for text in [
            "row;label;Fødselsdato;Navn;Løbenr.\na;A;010190;Bo;1234\n",
            "row;label;Født;Løbenummer\na;A;01-01-1990;1234\n",
            "row,label,cpr,cpr2\na,A,\"010190\",\"1234\"\n",
            "row\tBirth date\tLast four\na\t1990-01-01\t1234\n",
            "row;Løbenr;Født\na;1234;01.01.90\n",
            "\n  \nrow,Født,Løbenr\na,010190,1234\n",
            "row;x;y\na;010190;1234\n",
            "row;x;;y\na;010190;;1234\n",
            "row;Født;Løbenr\na;010190;1234\nb;her, der, hist, her og der;\n",
        ] {
            assert_eq!(found(text, CellNotation::Csv), certain, "{text}");
        }
        let lost = "row;Født;Løbenr\na;010190;34\n";
        assert_eq!(found(lost, CellNotation::Csv).len(), 1, "as few digits as it may have");
        let lost = "row;Født;Løbenr\na;010190;34\nb;110190;234\nc;110190;4\n";
        assert_eq!(found(lost, CellNotation::Csv).len(), 3, "noughts that a spreadsheet left out");
        let table = "Her er en tabel:\n\n| Født | Løbenr |\n|---|---|\n| 010190 | 1234 |\n";
        assert_eq!(found(table, CellNotation::Markdown), certain);
        let head = "+++\nfødt = \"010190\"\nløbenr = \"1234\"\n+++\nHer er en tekst.\n";
        assert_eq!(found(head, CellNotation::Markdown), certain, "fields before prose");
        let bare = "+++\nx = \"010190\"\ny = \"1234\"\n+++\nHer er en tekst.\n";
        assert_eq!(found(bare, CellNotation::Markdown), certain, "to the last of them");
        let behind = "+++\nfødt = \"010190\"\n+++\nløbenr = \"1234\"\n+++\n";
        assert_eq!(found(behind, CellNotation::Markdown), [], "prose is no field");
        let tables = "| Navn | Alder |\n|---|---|\n| Bo | 7 |\n\n| Født | Løbenr |\n|---|---|\n| 110190 | 1234 |\n";
        let second = ("110190-****".to_owned(), Certainty::Certain);
        assert_eq!(found(tables, CellNotation::Markdown), [second], "each table has its heads");
        for text in ["født = \"010190\"\nløbenr = \"1234\"\n", "x = { a = \"010190\", b = \"1234\" }\n"] {
            assert_eq!(found(text, CellNotation::Toml), certain, "{text}");
        }
        let quoted = "\"født\" = \"110190\"\n\"løbenr\" = \"1234\"\n";
        assert_eq!(found(quoted, CellNotation::Toml).len(), 1, "keys in quotation marks");
        let named = "row;Født;Løbenr\na;211062;1233\n";
        assert_eq!(found(named, CellNotation::Csv), [("211062-****".to_owned(), Certainty::Certain)], "no check digit");
        for (text, cells) in
            [("row;Født;Løbenr\na;010190;1234\n", "010190;1234"), ("row;Løbenr;Født\na;1234;010190\n", "1234;010190")]
        {
            let found = &parted_numbers(text, CellNotation::Csv, &ColumnNames::default())[0];
            assert_eq!(&text[found.range.clone()], cells, "from the first cell to the last");
            assert_eq!(found.number.digits(), [0, 1, 0, 1, 9, 0, 1, 2, 3, 4]);
        }
        let doubtful = "row;x;y\na;020190;1234\n";
        assert_eq!(found(doubtful, CellNotation::Csv), [("020190-****".to_owned(), Certainty::Doubtful)]);
    }

    /// The check digits of `2110621232` and `3210621007` hold; there is no 32nd of October.
    #[test]
    fn a_number_over_two_lines_is_borne_out_by_its_check_digit() {
        for text in
            ["født 211062\n1232 i", "211062 \r\n  1232", "født 211062\n1232", "(211062\n1232)", "født 010190\n1234 i"]
        {
            let shown = shown_numbers(text);
            let certainties: Vec<Certainty> = shown.iter().map(|found| found.certainty).collect();
            assert_eq!(certainties, [Certainty::Doubtful], "{text:?}");
            let range = shown[0].range.clone();
            let (start, end) = (text.find(['2', '0']), text.rfind(['2', '4']).map(|at| at + 1));
            assert_eq!((Some(range.start), Some(range.end)), (start, end), "{text:?}");
            assert_eq!(found(&format!("row;x\n{text}"), CellNotation::Csv), [], "{text:?}");
        }
        for text in [
            "født 211062\n1233 i",
            "født 211062\n\n1232 i",
            "født 211062\n  \n1232 i",
            "født 211062\n1232x",
            "født 211062\n1232.5",
            "født 211062\n1232,5",
            "født 211062\n12321",
            "født 211062\n123",
            "1 født 010190\n123",
            "født 1211062\n1232",
            "født 2110621\n2321",
            "født 11062\n12321",
            "født x211062\n1232",
            "født 1.211062\n1232",
            "født 1,211062\n1232",
            "født 1-211062\n1232",
            "født 010158\n5000 i",
            "født 321062\n1007 i",
        ] {
            assert_eq!(shown_numbers(text), [], "{text:?}");
        }
    }

    #[test]
    fn a_date_of_birth_is_read_however_it_is_written() {
        let certain = vec![("010190-****".to_owned(), Certainty::Certain)];
        for date in ["010190", "1/1-90", "1/1-1990", "1. januar 1990", "1.jan.1990", "1 January 1990", "1990-1-1"] {
            for heads in ["F.dato;Lbnr", "F. dato;Lb.nr.", "Født;Løbe-nr.", "foedselsdato;De fire sidste cifre"] {
                assert_eq!(
                    found(&format!("row;{heads}\na;{date};1234\n"), CellNotation::Csv),
                    certain,
                    "{heads} {date}"
                );
            }
        }
        for (date, masked) in [
            ("01. 01. 1990", "010190-****"),
            ("1. 1. 90", "010190-****"),
            ("3. maj 1990", "030590-****"),
            ("3. juni 1990", "030690-****"),
            ("3.dec.1990", "031290-****"),
        ] {
            let text = format!("row;Født;Løbenr\na;{date};1234\n");
            assert_eq!(found(&text, CellNotation::Csv), [(masked.to_owned(), Certainty::Certain)], "{date}");
        }
        let none =
            ["3. ma 1990", "3. eller 1990", "1..1990", "101-01-90", "01-001-90", "01-01-900", "01-01-99001", "0101901"];
        for date in none {
            assert_eq!(found(&format!("row;Født;Løbenr\na;{date};1234\n"), CellNotation::Csv), [], "{date}");
        }
        for heads in ["Brev af dato;Lbnr", "F.dato;Antal", "Dato;Nr."] {
            assert_eq!(found(&format!("row;{heads}\na;1/1-90;1234\n"), CellNotation::Csv), [], "{heads}");
        }
    }

    #[test]
    fn columns_are_known_by_their_titles() {
        let mut columns = ColumnNames::default();
        columns.add(["foedt".to_owned(), "Fødselsdato".into()]);
        columns.add(["nr".to_owned(), "Løbenr.".into()]);
        let text = "row;foedt;nr\na;01-01-1990;1234\n";
        assert_eq!(parted_numbers(text, CellNotation::Csv, &columns).len(), 1);
        assert_eq!(found(text, CellNotation::Csv), []);
        columns.add(["x".to_owned(), "Nummer".into()]);
        columns.add(["cpr".to_owned(), "Nummer".into()]);
        let text = "row;Nummer\na;0201911235\n";
        assert_eq!(parted_numbers(text, CellNotation::Csv, &columns).len(), 1, "of two that are called so");
    }

    #[test]
    fn what_stands_in_a_column_of_numbers_is_one() {
        for (cell, masked) in
            [("0201911235", "020191-****"), ("101901234", "010190-****"), ("02 01 91 12 35", "020191-****")]
        {
            for head in ["CPR", "CPR-nr.", "Personnummer", "cpr nr"] {
                let certain = vec![(masked.to_owned(), Certainty::Certain)];
                assert_eq!(found(&format!("row;{head}\na;{cell}\n"), CellNotation::Csv), certain, "{head} {cell}");
            }
        }
        for cell in ["990190123", "01901234", "3201911235", "02019112351", "0201911235x"] {
            assert_eq!(found(&format!("row;CPR\na1;{cell}\n"), CellNotation::Csv), [], "{cell}");
        }
        assert_eq!(found("a = 1\ncpr = \"0201911235\"\nb = \"c\"\n", CellNotation::Toml).len(), 1, "once");
        assert_eq!(found("row;Konto\na;0201911235\n", CellNotation::Csv), []);
    }

    #[test]
    fn amounts_beside_each_other_are_none() {
        for text in [
            "row;budget;regnskab\na;120190;1234\nb;311299;2019\n",
            "row;Fødte;Sidste år\na;120190;1234\n",
            "row;Født;Antal\na;01-01-1990;1234\n",
            "row;Fødsler;Løbenr\na;120190;1234\n",
            "row;date;antal\na;2019-06-30;1234\nb;30-06-2019;1234\n",
            "row;Født;Løbenr\na;01-01-1890;1234\n",
            "row;Født;Løbenr\na;320190;1234\n",
            "row;x;mellem;y\na;010190;z;1234\n",
            "row;Født;Løbenr\na;0101xx;1234\nb;0101;1234\nc;01--1990;1234\n",
            "row;Født;Løbenr\na;010190;12x4\nb;010190;12345\n",
            "row;x;y\na;010190;34\nb;010190;234\nc;010190;12345\n",
        ] {
            assert_eq!(found(text, CellNotation::Csv), Vec::new(), "{text}");
        }
        assert_eq!(
            found("date = 2019-06-30\nvalue = 1234\nnext = 120190\nbudget = 1234\n", CellNotation::Toml),
            Vec::new()
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_two_amounts_are_a_number(first in 100_000_u32..999_999, second in 1_000_u32..9_999) {
            let text = format!("row;budget;regnskab\na;{first};{second}\nb;{second};{first}\n");
            prop_assert_eq!(found(&text, CellNotation::Csv), Vec::new());
            let text = format!("budget = {first}\nregnskab = {second}\n");
            prop_assert_eq!(found(&text, CellNotation::Toml), Vec::new());
        }
    }
}
