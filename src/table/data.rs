//! A table as data: one head, rows of values, and what explains them, for formats that are no pages.
//!
//! A page says much in one cell: a figure, that it is approximate, its footnote, what its parts come to. Here each of
//! these has a column of its own, named after the first; a column that would be empty is not made. Numbers are exact and
//! all of a column are in one unit where they can be. Headings between rows become a column, so that each row stands alone.

use std::collections::BTreeSet;

use super::{
    Cell, CellValue, PageNote, Row, RowClass, Table, TableColumn, TableLayout, ValueFormat, plain::plain,
    spaces::spaced,
};
use crate::{
    locale::Locale,
    value::{Amount, Decimal, Figure, Period, Unit},
};

/// A table as data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DataTable {
    /// Its anchor on its page.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// Unit, date and sign rule.
    pub note: String,
    /// Its columns.
    pub columns: Vec<DataColumn>,
    /// Its rows, totals last.
    pub rows: Vec<Vec<DataCell>>,
    /// What stands between its rows in words.
    pub remarks: Vec<String>,
    /// Its footnotes.
    pub notes: Vec<PageNote>,
    /// The footnote marks that stand in it.
    pub marks: BTreeSet<String>,
    /// The heads of its columns in small letters.
    heads: BTreeSet<String>,
}

/// A column of data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataColumn {
    /// What it is called by programs: that of the column of the page, and which part of its cells it holds.
    pub id: String,
    /// Its head, with its unit. No two of a table are the same.
    pub head: String,
    /// What all of its cells hold.
    pub kind: DataKind,
    /// The unit of its numbers, where all have one.
    pub unit: Option<Unit>,
    /// It holds what cells of the page say, and not what stands beside that: an empty cell is one that is not given.
    pub is_value: bool,
}

/// What all cells of a column hold, but for those that hold nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataKind {
    /// Words.
    Text,
    /// Numbers.
    Number,
    /// Days.
    Date,
}

/// A cell of data.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum DataCell {
    /// Nothing: not given, or nothing that can be given here.
    #[default]
    NotGiven,
    /// Nil: the source says "-", which is neither zero nor not given.
    Nil,
    /// Nothing that may be published, in words: "under 5".
    Withheld(String),
    /// A number in the unit of its column.
    Number(Decimal),
    /// A day or another period.
    Date(Period),
    /// A footnote mark.
    Mark(String),
    /// Words, perhaps in several lines.
    Text(String),
}

impl DataCell {
    fn words(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::NotGiven } else { Self::Text(text) }
    }

    fn number(number: Decimal) -> Self {
        Self::Number(if number.is_zero() { number.abs() } else { number })
    }
}

/// Returns the form of a period that machines read, by ISO 8601 as far as that has one: `2020-06-30`, `2020-06`,
/// `2020-W05`, `2020-12-01/2020-12-31` for ultimo 2020. Quarters and the like are `2020-Q2`.
#[must_use]
pub fn iso_period(period: Period) -> String {
    period.iso().replace("--", "/")
}

/// What may stand beside the value of a cell, in a column of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum CellPart {
    Value,
    Unit,
    Approximation,
    Computed,
    Check,
    Levels,
    InWords,
    Mark,
    Remark,
}

impl CellPart {
    /// Returns the message that names the column, and the end of its id.
    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Value => ("", ""),
            Self::Unit => ("data-unit", "-unit"),
            Self::Approximation => ("data-approximation", "-approximation"),
            Self::Computed => ("data-computed", "-computed"),
            Self::Check => ("data-check", "-check"),
            Self::Levels => ("data-levels", "-levels"),
            Self::InWords => ("data-in-words", "-in-words"),
            Self::Mark => ("data-mark", "-note"),
            Self::Remark => ("data-remark", "-remark"),
        }
    }
}

/// A column of the page with the parts that its cells have.
struct DataSource<'t> {
    at: usize,
    column: &'t TableColumn,
    /// The unit of all its numbers; none where they differ.
    unit: Option<Unit>,
    parts: BTreeSet<CellPart>,
}

/// Makes data of the cells of a table.
struct DataMaker<'t> {
    layout: TableLayout<'t>,
    show: ValueFormat<'t>,
}

impl DataTable {
    /// Makes data of a table that stands on a page in a language.
    #[must_use]
    pub fn new(table: &Table, locale: &Locale) -> Self {
        let layout = TableLayout::new(table, locale);
        let maker = DataMaker { show: layout.format(), layout };
        let width = table.columns.len();
        let whole = || table.rows.iter().chain(&table.foot).filter(|row| row.cells.len() == width && !is_across(row));
        let sources: Vec<DataSource> =
            table.columns.iter().enumerate().map(|(at, column)| maker.source(at, column, whole())).collect();
        let has_groups = table.rows.iter().any(|row| row.class == RowClass::Heading);
        let has_kinds = whole().any(|row| row.class != RowClass::Item);

        let mut data = Self {
            id: table.id.clone(),
            caption: table.caption.clone(),
            note: table.note.clone(),
            notes: table.notes.clone(),
            ..Self::default()
        };
        if has_groups {
            data.add_column("group", maker.show.word("data_group").to_owned(), None);
        }
        for source in &sources {
            for part in &source.parts {
                let (id, head, unit) = maker.head(source, *part);
                data.add_column(&id, head, unit);
                if let Some(column) = data.columns.last_mut() {
                    column.is_value = *part == CellPart::Value;
                }
            }
        }
        if has_kinds {
            data.add_column("row-kind", maker.show.word("data_row_kind").to_owned(), None);
        }
        let mut group = DataCell::NotGiven;
        for (row, is_foot) in table.rows.iter().map(|row| (row, false)).chain(table.foot.iter().map(|row| (row, true)))
        {
            if is_across(row) || row.cells.len() != width {
                let words: Vec<String> = row.cells.iter().map(|cell| maker.said(cell)).collect();
                match row.class {
                    RowClass::Heading => group = DataCell::words(words.join(" ")),
                    _ => data.remarks.extend(words.into_iter().filter(|words| !words.is_empty())),
                }
                continue;
            }
            let mut cells = Vec::with_capacity(data.columns.len());
            if has_groups {
                // The sum of all is of no group, wherever it stands, nor is what stands below the sum of one.
                let is_of_all = is_foot || row.is_outside || matches!(row.class, RowClass::Total | RowClass::Stated);
                cells.push(if is_of_all { DataCell::NotGiven } else { group.clone() });
            }
            for source in &sources {
                let Some(cell) = row.cells.get(source.at) else { continue };
                cells.extend(source.parts.iter().map(|part| maker.part(source, cell, *part)));
                data.marks.extend(mark_of(cell));
            }
            if has_kinds {
                cells.push(DataCell::words(maker.show.word_of("row_kind", row.class.word())));
            }
            data.rows.push(cells);
        }
        data.find_kinds();
        data
    }

    /// Tells whether any of its numbers is nil.
    #[must_use]
    pub fn has_nil(&self) -> bool {
        self.rows.iter().flatten().any(|cell| *cell == DataCell::Nil)
    }

    /// Tells whether any cell in a column of numbers is empty.
    #[must_use]
    pub fn has_gaps(&self) -> bool {
        let is_number =
            |at: usize| self.columns.get(at).is_some_and(|column| column.is_value && column.kind == DataKind::Number);
        let has_gap =
            |row: &Vec<DataCell>| row.iter().enumerate().any(|(at, cell)| *cell == DataCell::NotGiven && is_number(at));
        self.rows.iter().any(has_gap)
    }

    /// Adds a column under a head that no other has.
    fn add_column(&mut self, id: &str, head: String, unit: Option<Unit>) {
        let head = spaced(if head.is_empty() { id } else { &head });
        let mut free = head.clone();
        let mut count = 1_usize;
        // Spreadsheet programs take no two heads that differ in capitals alone.
        while !self.heads.insert(free.to_lowercase()) {
            count = count.saturating_add(1);
            free = format!("{head} {count}");
        }
        self.columns.push(DataColumn { id: id.to_owned(), head: free, kind: DataKind::Text, unit, is_value: false });
    }

    /// Finds what all cells of each column hold.
    fn find_kinds(&mut self) {
        for (at, column) in self.columns.iter_mut().enumerate() {
            let mut kinds = self.rows.iter().filter_map(|row| match row.get(at)? {
                DataCell::NotGiven | DataCell::Nil | DataCell::Withheld(_) => None,
                DataCell::Number(_) => Some(DataKind::Number),
                DataCell::Date(Period::Day(_)) => Some(DataKind::Date),
                DataCell::Date(_) | DataCell::Mark(_) | DataCell::Text(_) => Some(DataKind::Text),
            });
            let Some(first) = kinds.next() else { continue };
            column.kind = if kinds.all(|kind| kind == first) { first } else { DataKind::Text };
        }
    }
}

/// Tells whether the head of a column names a unit already, which is `word` in the language.
#[must_use]
pub fn head_says(head: &str, unit: &Unit, word: &str) -> bool {
    let [head, word] = [head, word].map(|text| spaced(text).to_lowercase());
    let is_whole = |(at, _): (usize, &str)| {
        let before = head.get(..at).and_then(|rest| rest.chars().next_back());
        let behind = head.get(at.saturating_add(word.len())..).and_then(|rest| rest.chars().next());
        ![before, behind].into_iter().flatten().any(char::is_alphanumeric)
    };
    (!word.is_empty() && head.match_indices(&word).any(is_whole)) || Unit::per_cent_in(&head).as_ref() == Some(unit)
}

impl<'t> DataMaker<'t> {
    /// Finds the parts that the cells of a column have.
    fn source<'r>(&self, at: usize, column: &'t TableColumn, rows: impl Iterator<Item = &'r Row>) -> DataSource<'t> {
        let mut parts = BTreeSet::from([CellPart::Value]);
        let mut units: BTreeSet<Unit> = BTreeSet::new();
        for cell in rows.filter_map(|row| row.cells.get(at)) {
            if let Some(amount) = figure_of(&cell.value).and_then(|figure| figure.amount.as_ref()) {
                units.insert(counted_in(amount, cell.unit.as_ref().or(column.unit.as_ref())));
            }
            match &cell.value {
                CellValue::Share(_) => drop(units.insert(Unit::Percent)),
                CellValue::Checked(_) => parts.extend([CellPart::Computed, CellPart::Check]),
                CellValue::Tally(_, chips) if !chips.is_empty() => drop(parts.insert(CellPart::Levels)),
                CellValue::Date(period) if needs_words(*period) => drop(parts.insert(CellPart::InWords)),
                _ => {}
            }
            if figure_of(&cell.value).is_some_and(|figure| figure.approx.is_some()) {
                parts.insert(CellPart::Approximation);
            }
            if mark_of(cell).is_some() {
                parts.insert(CellPart::Mark);
            }
            if cell.remarks.iter().any(|remark| !self.layout.remark(remark).is_empty()) {
                parts.insert(CellPart::Remark);
            }
        }
        let unit = common(&units);
        if unit.is_none() && !units.is_empty() {
            parts.insert(CellPart::Unit);
        }
        DataSource { at, column, unit, parts }
    }

    /// Returns the id, the head and the unit of a column of data.
    fn head(&self, source: &DataSource<'_>, part: CellPart) -> (String, String, Option<Unit>) {
        let (key, ending) = part.names();
        let id = format!("{}{ending}", source.column.id);
        let own = source.column.head.as_str();
        let own = if own.is_empty() { source.column.id.as_ref() } else { own };
        let name = match part {
            CellPart::Value => own.to_owned(),
            _ => self.show.say(key, &[("column", own.into())]),
        };
        let unit = source.unit.clone().filter(|_| matches!(part, CellPart::Value | CellPart::Computed));
        let word = unit.as_ref().map(|unit| self.show.locale.unit(unit)).filter(|word| !word.is_empty());
        let head = match word.zip(unit.as_ref()) {
            Some((word, unit)) if !head_says(own, unit, word) => {
                self.show.say("data-head", &[("column", (&name).into()), ("unit", word.into())])
            }
            _ => name,
        };
        (id, head, unit)
    }

    /// Returns a part of a cell.
    fn part(&self, source: &DataSource<'_>, cell: &Cell, part: CellPart) -> DataCell {
        let declared = source.unit.as_ref().or(cell.unit.as_ref()).or(source.column.unit.as_ref());
        let figure = figure_of(&cell.value);
        let amount = figure.and_then(|figure| figure.amount.as_ref());
        match part {
            CellPart::Value => self.value(cell, declared),
            CellPart::Unit => match (&cell.value, amount) {
                (_, Some(amount)) => DataCell::words(self.show.locale.unit(&counted_in(amount, declared))),
                (CellValue::Share(_), _) => DataCell::words(self.show.locale.unit(&Unit::Percent)),
                _ => DataCell::NotGiven,
            },
            CellPart::Approximation => match figure.filter(|figure| figure.approx.is_some()) {
                Some(figure) => DataCell::words(self.qualifier(figure)),
                None => DataCell::NotGiven,
            },
            CellPart::Computed => match &cell.value {
                CellValue::Checked(checked) => {
                    // Beside what is stated, so in the same unit; only where that is nil in its own.
                    let beside = checked.stated.amount.as_ref().map(|stated| counted_in(stated, declared));
                    checked.computed.amount.as_ref().map_or(DataCell::NotGiven, |computed| {
                        let unit = counted_in(computed, beside.as_ref().or(declared));
                        DataCell::number(computed.number_in(&unit).unwrap_or(computed.number))
                    })
                }
                _ => DataCell::NotGiven,
            },
            CellPart::Check => match &cell.value {
                CellValue::Checked(checked) => match (&checked.difference, &checked.computed) {
                    (Some(difference), _) => DataCell::words(self.show.difference(difference)),
                    // The number beside it does not say that it is only approximate.
                    (None, computed) if computed.approx.is_some() => {
                        DataCell::words(self.show.difference_from(&checked.stated, computed, None))
                    }
                    (None, _) => DataCell::NotGiven,
                },
                _ => DataCell::NotGiven,
            },
            CellPart::Levels => match &cell.value {
                CellValue::Tally(_, chips) => {
                    let word = |chip: &super::Chip| match &chip.count {
                        Some(count) => format!("{count} {}", chip.word),
                        None => chip.word.clone(),
                    };
                    DataCell::words(chips.iter().map(word).collect::<Vec<_>>().join(", "))
                }
                _ => DataCell::NotGiven,
            },
            CellPart::InWords => match cell.value {
                CellValue::Date(period) => DataCell::words(self.show.locale.period(period)),
                _ => DataCell::NotGiven,
            },
            CellPart::Mark => mark_of(cell).map_or(DataCell::NotGiven, DataCell::Mark),
            CellPart::Remark => DataCell::words(self.remarks(cell)),
        }
    }

    /// Returns what a cell holds, without what stands beside it.
    fn value(&self, cell: &Cell, declared: Option<&Unit>) -> DataCell {
        match &cell.value {
            CellValue::NotGiven => DataCell::NotGiven,
            CellValue::Withheld(why) => DataCell::Withheld(self.show.withheld(*why)),
            CellValue::Figure(_) | CellValue::Step(_) | CellValue::Checked(_) => {
                match figure_of(&cell.value).and_then(|figure| figure.amount.as_ref()) {
                    None => DataCell::Nil,
                    Some(amount) => {
                        let number = amount.number_in(&counted_in(amount, declared));
                        DataCell::number(number.unwrap_or(amount.number))
                    }
                }
            }
            CellValue::Count(count) | CellValue::Tally(count, _) => DataCell::Number(Decimal::from(*count)),
            CellValue::Share(percent) => DataCell::number(*percent),
            CellValue::Date(period) => DataCell::Date(*period),
            _ => DataCell::words(self.said(cell)),
        }
    }

    /// Returns a cell in words.
    fn said(&self, cell: &Cell) -> String {
        let mut words = match &cell.value {
            CellValue::Badges(chips) => chips.iter().map(|chip| chip.word.as_str()).collect::<Vec<_>>().join(", "),
            CellValue::Text(text) => text.clone(),
            CellValue::Html(html) => plain(html),
            CellValue::Changes(phrases) if phrases.is_empty() => self.show.word("since_same").to_owned(),
            CellValue::Changes(phrases) => phrases.join("; "),
            CellValue::NotGiven => String::new(),
            _ => self.layout.text_of(cell),
        };
        for details in cell.details.iter().map(|details| plain(details)).filter(|details| !details.is_empty()) {
            words = if words.is_empty() { details } else { format!("{words}\n{details}") };
        }
        words
    }

    /// Returns what is said of a cell in small.
    fn remarks(&self, cell: &Cell) -> String {
        let remarks = cell.remarks.iter().map(|remark| self.layout.remark(remark));
        remarks.filter(|remark| !remark.is_empty()).collect::<Vec<_>>().join("; ")
    }

    /// Returns the word that makes a figure approximate: `ca.`.
    fn qualifier(&self, figure: &Figure) -> String {
        let nought = Amount::new(Decimal::ZERO, Unit::Word("".into()));
        let around = self.show.locale.cell(&Figure { amount: Some(nought), approx: figure.approx, mark: None });
        spaced(around.trim_matches(|c: char| c == '0' || c.is_whitespace()))
    }
}

/// Returns the figure of a cell, as it is stated.
fn figure_of(value: &CellValue) -> Option<&Figure> {
    match value {
        CellValue::Figure(figure) | CellValue::Step(figure) => Some(figure),
        CellValue::Checked(checked) => Some(&checked.stated),
        _ => None,
    }
}

/// Returns the unit that an amount is written in: the declared one where it converts to that, else its own.
fn counted_in(amount: &Amount, declared: Option<&Unit>) -> Unit {
    declared.filter(|unit| amount.number_in(unit).is_some()).unwrap_or(&amount.unit).clone()
}

/// Returns the unit that all figures of a column can be written in: the one all have, or of money of one currency the
/// smallest, so that a column can be added up.
fn common(units: &BTreeSet<Unit>) -> Option<Unit> {
    let first = units.first()?;
    let is_same = units.len() == 1 || first.is_money() && units.iter().all(|unit| unit.adds_to(first));
    // Units of money are ordered by their magnitude.
    is_same.then(|| first.clone())
}

fn mark_of(cell: &Cell) -> Option<String> {
    let mark = figure_of(&cell.value).and_then(|figure| figure.mark).or(cell.mark)?;
    Some(mark.to_string())
}

/// Tells whether the form that machines read hides what was written: primo, spring, a year in two.
fn needs_words(period: Period) -> bool {
    !matches!(period, Period::Day(_) | Period::Month(..) | Period::Week(..)) && period.split_year().is_some()
        || matches!(period, Period::Season(..) | Period::OfYear(..) | Period::OfMonth(..))
}

fn is_across(row: &Row) -> bool {
    matches!(row.class, RowClass::Heading | RowClass::Note)
}
