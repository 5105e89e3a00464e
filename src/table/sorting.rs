//! Which tables readers sort and filter, and by what a cell is sorted where its text does not say it.
//!
//! The script of the theme (`tables.js`) does both. It is told what it cannot know of a text: the number behind a figure,
//! the last day of a period, the place of a status in its scale, what is said once in the caption.

use std::{collections::BTreeSet, slice};

use super::{Cell, CellValue, Chip, ColumnKind, RowClass, Table, TableColumn};
use crate::value::{Figure, Period, Unit, is_month};

/// The most rows that need neither sorting nor a filter.
const FEW: usize = 10;

/// Where a cell stands that has no level, among statuses: behind those that have one.
const WITHOUT_LEVEL: usize = 9_000;

/// How many places the second mark of a cell is among.
const SECOND_MARKS: usize = 10;

/// More than are ever counted at a status.
const MOST_COUNTED: usize = 100_000;

impl Table {
    /// Says that the order of its rows is what it tells: readers neither sort nor filter them.
    #[must_use]
    pub fn in_order(self) -> Self {
        Self { in_order: true, ..self }
    }

    /// Says what the headings over its rows are, by which readers filter them: "Plan".
    #[must_use]
    pub fn grouped_by(self, head: impl Into<String>) -> Self {
        Self { grouped_by: head.into(), ..self }
    }

    /// Tells whether readers sort and filter its rows: there are many, each stands for itself, and their order says nothing
    /// that is lost in another. Sums among the rows are of those above them, and months follow one another.
    #[must_use]
    pub fn is_sortable(&self) -> bool {
        let is_row = |class| matches!(class, RowClass::Item | RowClass::Child | RowClass::OfWhich);
        let is_sum = |class| matches!(class, RowClass::Subtotal | RowClass::Total | RowClass::Stated);
        let rows = || self.rows.iter().filter(move |row| is_row(row.class));
        if self.in_order || self.scrolls || rows().count() <= FEW || self.rows.iter().any(|row| is_sum(row.class)) {
            return false;
        }
        let name = self.columns.iter().position(|column| column.kind == ColumnKind::Name);
        let is_time = |at: usize| rows().filter_map(move |row| row.cells.get(at)).all(Cell::is_time);
        !name.is_some_and(is_time)
    }

    /// Tells of each column whether its cells can be put in order: longer words cannot, nor can figures that count different
    /// things.
    pub(super) fn sorted_columns(&self) -> Vec<bool> {
        let is_sorted = |(at, column): (usize, &TableColumn)| match column.kind {
            ColumnKind::Text | ColumnKind::Change => false,
            ColumnKind::Amount => self.units(at).len() < 2,
            _ => true,
        };
        self.columns.iter().enumerate().map(is_sorted).collect()
    }

    /// Returns what the figures of a column count in.
    fn units(&self, at: usize) -> BTreeSet<Unit> {
        let cells = self.whole_rows().filter_map(|row| row.cells.get(at));
        cells.filter_map(|cell| Some(cell.figure_value()?.amount.as_ref()?.unit.one())).collect()
    }
}

impl TableColumn {
    /// Tells whether readers filter rows by its cells: by who decides, who answers, how it stands, and of which plan it is.
    #[must_use]
    pub fn is_filter(&self) -> bool {
        self.kind != ColumnKind::Name && matches!(self.id.as_ref(), "committee" | "owner" | "status" | "state" | "plan")
    }
}

impl Cell {
    /// Returns what its row is sorted by, where its text does not say it. `text` is what readers see of it.
    pub(super) fn sort_key(&self, text: &str) -> Option<String> {
        let number = || match &self.value {
            CellValue::Count(count) => Some(count.to_string()),
            CellValue::Share(percent) => Some(percent.normalize().to_string()),
            _ => {
                let amount = self.figure_value()?.amount.as_ref()?;
                Some(amount.to(&amount.unit.one())?.number.normalize().to_string())
            }
        };
        let key = match &self.value {
            CellValue::Date(Period::Day(day)) if text.is_empty() => day.to_string(),
            // The element of a day says it.
            CellValue::Date(Period::Day(_)) => return None,
            CellValue::Date(period) => period.last().to_string(),
            CellValue::Badges(chips) => rank(chips)?.to_string(),
            // Where nothing is counted, the 0 that is shown is no place.
            CellValue::Tally(_, chips) => rank_of_counts(chips).map_or_else(String::new, |rank| rank.to_string()),
            _ => number()?,
        };
        (key != text).then_some(key)
    }

    /// Returns the figure it shows, if it shows one.
    fn figure_value(&self) -> Option<&Figure> {
        match &self.value {
            CellValue::Figure(figure) | CellValue::Step(figure) => Some(figure),
            CellValue::Checked(checked) => Some(&checked.stated),
            _ => None,
        }
    }

    /// Tells whether it names a time.
    fn is_time(&self) -> bool {
        match &self.value {
            CellValue::Date(_) => true,
            CellValue::Text(text) => is_month(text) || Period::parse(text).is_some(),
            _ => false,
        }
    }
}

/// Returns the place of statuses, the worst first: by the level, then by the mark beside it.
fn rank(chips: &[Chip]) -> Option<usize> {
    let mark = || chips.iter().find(|chip| chip.quiet).map(|chip| chip.rank);
    match chips.iter().find(|chip| !chip.quiet) {
        Some(level) => Some(level.rank.saturating_mul(SECOND_MARKS).saturating_add(mark().unwrap_or(0))),
        None => Some(WITHOUT_LEVEL.saturating_add(mark()?)),
    }
}

/// Returns the place of counts per status, the worst first, and of those with one worst the most.
fn rank_of_counts(chips: &[Chip]) -> Option<usize> {
    let place = |chip: &Chip| {
        let digits: String = chip.count.as_ref()?.chars().filter(char::is_ascii_digit).collect();
        let count: usize = digits.parse().ok()?;
        Some(
            rank(slice::from_ref(chip))?
                .saturating_mul(MOST_COUNTED)
                .saturating_add(MOST_COUNTED.saturating_sub(count)),
        )
    };
    chips.iter().filter_map(place).min()
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use crate::{
        model::Suppression,
        table::{Cell, CellValue, Chip, ColumnKind, Row, RowClass, Table, TableColumn, TableLayout},
        value::{Decimal, Period},
        view::fixtures::{danish, figure},
    };

    fn table(rows: usize, name: impl Fn(usize) -> String) -> Table {
        let column = |id: &'static str, kind| TableColumn { id: Cow::from(id), head: id.to_owned(), kind, unit: None };
        let row = |at| Row {
            class: RowClass::Item,
            depth: 0,
            is_outside: false,
            cells: vec![Cell::of(name(at)), Cell::default()],
        };
        Table {
            columns: vec![column("name", ColumnKind::Name), column("amount", ColumnKind::Amount)],
            rows: (0..rows).map(row).collect(),
            ..Table::default()
        }
    }

    fn chip(quiet: bool, rank: usize) -> Chip {
        Chip { word: "x".to_owned(), tone: "good", quiet, count: None, lang: None, rank }
    }

    #[test]
    fn many_rows_that_stand_for_themselves_are_sorted() {
        let many = || table(11, |at| format!("Tiltag {at}"));
        assert!(many().is_sortable());
        assert!(!table(10, |at| format!("Tiltag {at}")).is_sortable(), "ten are seen at once");
        assert!(!many().in_order().is_sortable());
        assert!(!many().scrolling().is_sortable());
        for class in [RowClass::Subtotal, RowClass::Total, RowClass::Stated] {
            let mut summed = many();
            summed.rows.push(Row {
                class,
                depth: 0,
                is_outside: false,
                cells: vec![Cell::of("I alt"), Cell::default()],
            });
            assert!(!summed.is_sortable(), "a sum is of the rows above it: {class:?}");
        }
        let mut footed = many();
        footed.foot.push(Row {
            class: RowClass::Total,
            depth: 0,
            is_outside: false,
            cells: vec![Cell::of("I alt"), Cell::default()],
        });
        footed.rows.push(Row::across(RowClass::Note, "Et er udgået"));
        assert!(footed.is_sortable(), "a sum of all stays below them");
    }

    #[test]
    fn times_keep_their_order() {
        let months = ["jan.", "februar", "mar.", "april", "maj", "juni", "juli", "aug.", "september", "okt.", "nov."];
        assert!(!table(11, |at| months[at].to_owned()).is_sortable());
        assert!(!table(11, |at| (2010 + at).to_string()).is_sortable());
        assert!(table(12, |at| months.get(at).map_or("I gennemsnit", |month| month).to_owned()).is_sortable());
    }

    #[test]
    fn a_cell_says_what_its_text_does_not() {
        let key = |value: CellValue, text: &str| Cell::of(value).sort_key(text);
        let period = |text: &str| CellValue::Date(Period::parse(text).expect("a period"));
        assert_eq!(key(figure("-1.700.000 kr.").into(), "\u{2212}1.700.000").as_deref(), Some("-1700000"));
        // Whatever unit it is told in, amounts are compared in kroner.
        assert_eq!(key(figure("2,50 mio. kr.").into(), "2,50").as_deref(), Some("2500000"));
        assert_eq!(key(figure("7 familier").into(), "7").as_deref(), None, "the text says it");
        assert_eq!(key(CellValue::Share(Decimal::new(4350, 2)), "43,5 %").as_deref(), Some("43.5"));
        assert_eq!(key(CellValue::Count(1200), "1.200").as_deref(), Some("1200"));
        // What has no number comes last, as what is not given does.
        for value in [figure("-").into(), CellValue::NotGiven, CellValue::Withheld(Suppression::Further)] {
            assert_eq!(key(value, "-"), None);
        }
        assert_eq!(key(period("3. kvartal 2020"), "3. kvartal 2020").as_deref(), Some("2020-09-30"));
        assert_eq!(key(period("2020-06-30"), "30. juni 2020"), None, "its element says it");
        assert_eq!(key(period("2020-06-30"), "").as_deref(), Some("2020-06-30"), "said in the caption");
        assert_eq!(key("Åse".into(), "Åse"), None);
    }

    #[test]
    fn statuses_stand_the_worst_first() {
        let key = |chips: Vec<Chip>| Cell::chips(chips).sort_key("").and_then(|key| key.parse::<usize>().ok());
        let [worst, begun, good, unjudged, mark] = [
            key(vec![chip(false, 1)]),
            key(vec![chip(false, 2), chip(true, 1)]),
            key(vec![chip(false, 3)]),
            key(vec![chip(false, 600)]),
            key(vec![chip(true, 0)]),
        ];
        assert!(worst.is_some() && worst < begun && begun < good && good < unjudged && unjudged < mark);
        assert_eq!(key(Vec::new()), None);
    }

    #[test]
    fn counts_stand_the_worst_first_and_not_the_fewest() {
        let counts = |counts: &[(usize, &str)]| {
            let chip = |(rank, count): &(usize, &str)| Chip { count: Some((*count).to_owned()), ..chip(false, *rank) };
            let cell = Cell::of(CellValue::Tally(0, counts.iter().map(chip).collect()));
            cell.sort_key("45").expect("a place").parse::<usize>().ok()
        };
        let [many, one, good, thousand] = [
            counts(&[(3, "40"), (1, "7")]),
            counts(&[(3, "1"), (1, "1")]),
            counts(&[(3, "2")]),
            counts(&[(3, "1.200")]),
        ];
        assert!(many.is_some() && many < one && one < thousand && thousand < good);
        assert_eq!(counts(&[]), None, "what has none comes last");
    }

    #[test]
    fn figures_of_different_things_are_not_put_in_order() {
        let sorts = |figures: [&str; 2]| {
            let mut table = table(11, |at| format!("Tiltag {at}"));
            for (row, text) in table.rows.iter_mut().zip(figures) {
                row.cells[1] = figure(text).into();
            }
            TableLayout::new(&table, &danish()).columns()[1].key.is_some()
        };
        assert!(sorts(["1,5 mio. kr.", "200.000 kr."]));
        assert!(!sorts(["1,5 mio. kr.", "12 %"]));
    }

    #[test]
    fn what_the_caption_says_is_still_sorted_and_filtered_by() {
        let mut table = table(11, |at| format!("Tiltag {at}"));
        table.columns[1] = TableColumn { id: "owner".into(), kind: ColumnKind::Word, ..table.columns[1].clone() };
        table.rows.iter_mut().enumerate().for_each(|(at, row)| row.cells[1] = if at == 0 { "B" } else { "A" }.into());
        let locale = danish();
        let page = TableLayout::new(&table.said_once(&locale, &["owner"]), &locale).page_table();
        let cells: Vec<_> =
            page.rows.iter().map(|row| (row.cells[1].shown.text.as_str(), row.cells[1].key.as_deref())).collect();
        assert_eq!(cells[..2], [("B", None), ("", Some("A"))]);
        assert!(page.sortable && page.columns[1].filters);
    }
}
