//! Tables as page data: text for readers, made of the values of cells while a page is drawn.
//!
//! Rows are laid out one by one, so that a long table is never held twice.

use super::{
    Cell, CellValue, CheckedFigure, ColumnClass, ColumnKind, DisplayValue, PageCell, PageColumn, PageRow, PageTable,
    Remark, Row, Table, TableColumn, ValueFormat, Verdict, escape, sentences,
};
use crate::{
    locale::Locale,
    model::DifferenceClass,
    value::{Amount, Figure, Unit},
};

/// A table in a language.
#[derive(Clone, Debug)]
pub struct TableLayout<'a> {
    table: &'a Table,
    locale: &'a Locale,
    lang: Option<&'static str>,
    /// Which columns show nothing.
    said: Vec<bool>,
    /// Whether readers sort and filter its rows.
    is_sortable: bool,
}

impl<'a> TableLayout<'a> {
    /// Lays out a table for a page in a language. One that has its own keeps it: its numbers are written as its words are.
    #[must_use]
    pub fn new(table: &'a Table, locale: &'a Locale) -> Self {
        let own = table.language.filter(|own| *own != locale.language());
        let (locale, lang) = own.map_or((locale, None), |own| (Locale::plain(own), Some(own.tag())));
        Self { table, locale, lang, said: table.said_columns(), is_sortable: table.is_sortable() }
    }

    /// Returns the tag of the language of its caption, where that is another than its own.
    #[must_use]
    pub fn caption_lang(&self) -> Option<&'static str> {
        self.table.caption_language.and_then(|language| self.format().foreign(language))
    }

    /// Tells whether readers sort and filter its rows.
    #[must_use]
    pub fn is_sortable(&self) -> bool {
        self.is_sortable
    }

    /// Returns the tag of its language, where that is another than the page's.
    #[must_use]
    pub fn lang(&self) -> Option<&'static str> {
        self.lang
    }

    /// Returns how its values are written.
    pub(super) fn format(&self) -> ValueFormat<'a> {
        ValueFormat { locale: self.locale }
    }

    /// Returns what readers see of a cell that stands alone, without its remarks.
    pub(super) fn text_of(&self, cell: &Cell) -> String {
        self.value(&cell.value, cell.unit.as_ref(), None).shown.text
    }

    /// Returns the heads of its columns.
    #[must_use]
    pub fn columns(&self) -> Vec<PageColumn> {
        let sorted = if self.is_sortable { self.table.sorted_columns() } else { Vec::new() };
        let sorted = sorted.into_iter().chain(std::iter::repeat(false));
        let head = |(column, is_sorted): (&TableColumn, bool)| PageColumn {
            text: column.head.clone(),
            class: class_of(column.kind),
            key: is_sorted.then(|| column.id.clone().into_owned()),
            filters: self.is_sortable && column.is_filter(),
        };
        let shown = self.table.columns.iter().zip(sorted).zip(&self.said).filter(|(_, is_said)| !**is_said);
        shown.map(|(column, _)| head(column)).collect()
    }

    /// Returns what a cell says, in a line.
    pub(super) fn said(&self, cell: &Cell) -> String {
        let PageCell { shown, remark, .. } = self.cell(cell, None);
        match remark {
            Some(remark) => format!("{} ({remark})", shown.text),
            None => shown.text,
        }
    }

    /// Returns what stands under its caption. A table of figures that are rounded to be shown says so, for its sums may look
    /// wrong without it.
    #[must_use]
    pub fn note(&self) -> String {
        let rows = self.table.rows.iter().chain(&self.table.foot);
        let mut shown = rows.flat_map(|row| &row.cells).filter_map(rounded_decimals);
        let Some(first) = shown.next() else { return self.table.note.clone() };
        let said = if shown.all(|other| other == first) {
            self.locale.say("note-rounded", &[("decimals", i64::from(first).into())])
        } else {
            self.locale.say("note-rounded-variously", &[])
        };
        sentences([self.table.note.clone(), said])
    }

    /// Lays out one of its rows.
    #[must_use]
    pub fn row(&self, row: &Row) -> PageRow {
        PageRow {
            class: row.class,
            is_outside: row.is_outside,
            depth: Some(row.depth).filter(|depth| *depth > 1),
            cells: self.cells(row).collect(),
        }
    }

    /// Lays out the cells of a row, one by one.
    pub fn cells(&self, row: &Row) -> impl Iterator<Item = PageCell> {
        let units = self.table.columns.iter().map(|column| column.unit.as_ref());
        let units = units.chain(std::iter::repeat(None));
        let is_whole = row.cells.len() == self.table.columns.len();
        let said = self.said.iter().map(move |is_said| is_whole && *is_said).chain(std::iter::repeat(false));
        let shown = row.cells.iter().zip(units).zip(said).filter(|(_, is_said)| !is_said);
        shown.map(|((cell, unit), _)| {
            let mut laid = if cell.in_caption { PageCell::default() } else { self.cell(cell, unit) };
            if self.is_sortable {
                let said = || cell.in_caption.then(|| self.text_of(cell));
                laid.key = cell.sort_key(&laid.shown.text).or_else(said);
            }
            laid
        })
    }

    /// Lays out the whole table, for a theme that asks for its data.
    #[must_use]
    pub fn page_table(&self) -> PageTable {
        let table = self.table;
        PageTable {
            id: table.id.clone(),
            caption: table.caption.clone(),
            href: table.href.clone(),
            note: self.note(),
            columns: self.columns(),
            rows: table.rows.iter().map(|row| self.row(row)).collect(),
            foot: table.foot.iter().map(|row| self.row(row)).collect(),
            notes: table.notes.clone(),
            scrolls: table.scrolls,
            lang: self.lang,
            sortable: self.is_sortable,
            grouped_by: if self.is_sortable { table.grouped_by.clone() } else { String::new() },
        }
    }

    fn cell(&self, cell: &Cell, unit: Option<&Unit>) -> PageCell {
        let mut laid = self.value(&cell.value, cell.unit.as_ref(), unit);
        laid.shown.mark = laid.shown.mark.or_else(|| cell.mark.map(|mark| mark.to_string()));
        laid.exact = exact(&cell.value).map(|amount| self.locale.number(&amount.number));
        laid.href = cell.link.clone();
        laid.anchor = cell.anchor.clone();
        laid.lang = cell.language.and_then(|language| ValueFormat { locale: self.locale }.foreign(language));
        let foreign = |language| ValueFormat { locale: self.locale }.foreign(language);
        let quotes = cell.quotes.iter().filter_map(|(words, language)| Some((words.clone(), foreign(*language)?)));
        laid.quotes = quotes.collect();
        for remark in cell.remarks.iter().map(|remark| self.remark(remark)).filter(|remark| !remark.is_empty()) {
            laid.remark = Some(laid.remark.map_or_else(|| remark.clone(), |before| format!("{before}; {remark}")));
        }
        let against = |remark: &Remark| if let Remark::Against(_, href) = remark { Some(href.clone()) } else { None };
        laid.remark_href = cell.remarks.iter().find_map(against);
        if let Some(details) = &cell.details {
            let mut html = String::with_capacity(laid.shown.text.len().saturating_add(details.len()));
            escape(&mut html, &laid.shown.text);
            html.push_str(details);
            laid.html = Some(html);
        }
        let verdict = cell.verdict.map(|verdict| match verdict {
            Verdict::Good => "good",
            Verdict::Bad => "bad",
        });
        laid.tone = verdict.or(laid.tone);
        laid
    }

    /// Lays out a value. `own` is the unit that its row names, `of_column` that of its column.
    fn value(&self, value: &CellValue, own: Option<&Unit>, of_column: Option<&Unit>) -> PageCell {
        let show = ValueFormat { locale: self.locale };
        let unit = own.or(of_column);
        let figure = |figure: &Figure| match unit {
            Some(unit) => show.figure_in(figure, unit),
            None => show.figure(figure),
        };
        match value {
            CellValue::NotGiven => PageCell::default(),
            CellValue::Withheld(why) => PageCell::of(show.withheld(*why)),
            CellValue::Figure(value) => PageCell::of(figure(value)),
            CellValue::Step(step) => PageCell::of(show.step_in(step, own)),
            CellValue::Checked(checked) => {
                let CheckedFigure { stated, computed, difference } = checked.as_ref();
                let stated = &if checked.is_unproven() { shown_exactly(stated) } else { stated.clone() };
                let differs = checked.class() != Some(DifferenceClass::Exact);
                let remark = differs.then(|| show.difference_from(stated, computed, difference.as_ref()));
                PageCell { remark, ..PageCell::of(figure(stated)) }
            }
            CellValue::Count(count) => PageCell::of(show.count(*count)),
            CellValue::Tally(count, chips) => PageCell { chips: chips.clone(), ..PageCell::of(show.count(*count)) },
            CellValue::Share(percent) => PageCell::of(show.percent(*percent)),
            CellValue::Date(period) => {
                let date = show.date(*period);
                PageCell { date: date.iso, ..PageCell::of(date.text) }
            }
            CellValue::Badges(chips) => PageCell { chips: chips.clone(), ..PageCell::default() },
            CellValue::Text(text) => PageCell::of(text.as_str()),
            CellValue::Html(html) => PageCell { html: Some(html.clone()), ..PageCell::default() },
            CellValue::Changes(phrases) if phrases.is_empty() => {
                PageCell { tone: Some("same"), ..PageCell::of(show.word("since_same")) }
            }
            CellValue::Changes(phrases) => PageCell::of(phrases.join("; ")),
        }
    }

    /// Says a remark in words.
    pub(super) fn remark(&self, remark: &Remark) -> String {
        let show = ValueFormat { locale: self.locale };
        let dated = |key, period| self.locale.say(key, &[("date", (&self.locale.period(period)).into())]);
        match remark {
            Remark::Overdue(None) => show.word("remark_overdue").to_owned(),
            Remark::Overdue(Some(days)) => self.locale.say("remark-overdue-days", &[("days", i64::from(*days).into())]),
            Remark::PutOffFrom(period) => dated("remark-put-off-from", *period),
            Remark::MovedForwardFrom(period) => dated("remark-moved-forward-from", *period),
            Remark::Computed => show.word("remark_computed").to_owned(),
            Remark::Partial { given, all } => {
                self.locale.say("remark-partial-sum", &[("given", (*given).into()), ("all", (*all).into())])
            }
            Remark::Years(years) => show.years(years).unwrap_or_default(),
            Remark::RolledUp => show.word("remark_rolled_up").to_owned(),
            Remark::At(period) => self.locale.period(*period),
            Remark::Differs(difference) => show.difference(difference),
            Remark::Against(text, _) | Remark::Text(text) => text.clone(),
        }
    }
}

/// Returns the figure of a cell, where readers are shown a rounded one.
fn exact(value: &CellValue) -> Option<&Amount> {
    let figure = match value {
        CellValue::Figure(figure) => figure,
        CellValue::Step(step) if step.amount.as_ref().is_some_and(|amount| !amount.shown().is_zero()) => step,
        CellValue::Checked(checked) if !checked.is_unproven() => &checked.stated,
        _ => return None,
    };
    figure.amount.as_ref().filter(|amount| amount.is_rounded())
}

/// Returns a stated figure with all its decimals: that it differs from its parts may not be seen of a rounded one.
fn shown_exactly(stated: &Figure) -> Figure {
    Figure { amount: stated.amount.clone().map(|amount| amount.shown_with(None)), ..stated.clone() }
}

/// Returns with how many decimals a cell is shown, where these are fewer than it has.
fn rounded_decimals(cell: &Cell) -> Option<u32> {
    exact(&cell.value).and_then(|amount| amount.shown_decimals)
}

/// Returns how a kind of column is set.
fn class_of(kind: ColumnKind) -> ColumnClass {
    match kind {
        ColumnKind::Name => ColumnClass::Head,
        ColumnKind::Word | ColumnKind::Date => ColumnClass::Word,
        ColumnKind::Text => ColumnClass::Text,
        ColumnKind::Amount | ColumnKind::Count | ColumnKind::Share => ColumnClass::Number,
        ColumnKind::Status => ColumnClass::Status,
        ColumnKind::Change => ColumnClass::Change,
    }
}

impl PageCell {
    fn of(shown: impl Into<DisplayValue>) -> Self {
        Self { shown: shown.into(), ..Self::default() }
    }
}
