//! What is withheld of a table beside its small counts, and that nobody can compute it.

use std::collections::BTreeSet;

use super::{
    Footnotes, SignRule,
    computed::compute,
    suppress::suppress_alone,
    table::{FigureCell, FigureColumn, FigureTable, FigureTableRow, RowKind, Suppression},
};
use crate::value::{Id, Notation, Unit, WrittenAmount};

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// Makes a table of counts of which those below five are withheld, and computes it. A column is `id`, `id=formula`, `id%whole`
/// for shares, or `id:unit`; a row is `id;kind;of;formula` and its cells.
fn table(columns: &str, rows: &[&str]) -> FigureTable {
    let column = |text: &str| {
        let (rest, formula) = text.split_once('=').map_or((text, None), |(rest, formula)| (rest, Some(formula)));
        let (name, unit, whole) = match (rest.split_once(':'), rest.split_once('%')) {
            (Some((name, unit)), _) => (name, unit, None),
            (None, Some((name, whole))) => (name, "%", Some(whole)),
            (None, None) => (rest, "children", None),
        };
        let unit = Unit::parse(unit);
        FigureColumn {
            id: id(name),
            title: None,
            suppress_below: (unit == Unit::parse("children") && !formula.is_some_and(|it| it.contains('-')))
                .then_some(5),
            unit,
            sign: SignRule::None,
            is_unsigned: false,
            // Signs stand apart, for a hyphen may be a part of an id.
            formula: formula.map(|formula| {
                ['+', '-', '/']
                    .iter()
                    .fold(formula.to_owned(), |formula, sign| formula.replace(*sign, &format!(" {sign} ")))
            }),
            share_of: whole.map(id),
            scale: None,
            text: false,
            decimals: None,
        }
    };
    let columns: Vec<FigureColumn> = columns.split(' ').map(column).collect();
    let ids: Vec<&str> = rows.iter().filter_map(|row| row.split(';').next()).collect();
    let row = |text: &&str| {
        let parts: Vec<&str> = text.split(';').collect();
        let [name, kind, of, formula, cells @ ..] = parts.as_slice() else { panic!("{text}") };
        let kind = RowKind::ALL.iter().find(|(word, _)| word == kind).expect("a kind").1;
        let stated = |(text, column): (&&str, &FigureColumn)| FigureCell {
            stated: WrittenAmount::parse(text, Notation::DANISH).ok().map(|written| written.resolve(&column.unit)),
            ..FigureCell::default()
        };
        let mut cells: Vec<FigureCell> = cells.iter().zip(&columns).map(stated).collect();
        cells.resize_with(columns.len(), FigureCell::default);
        FigureTableRow {
            id: id(name),
            label: (*name).to_owned(),
            mark: None,
            kind,
            of: ids.iter().position(|id| id == of),
            committee: None,
            measure: None,
            formula: (!formula.is_empty()).then(|| (*formula).to_owned()),
            cells,
        }
    };
    let rows = rows.iter().map(row).collect();
    let mut table = FigureTable {
        id: id("t"),
        file: "t.csv".into(),
        rows_file: "t.csv".into(),
        declaration: "t.toml".into(),
        title: String::new(),
        unit: Unit::parse("children"),
        sign: SignRule::None,
        columns,
        rows,
        notes: Footnotes::new(),
        report: None,
    };
    compute(&mut table, &mut Vec::new());
    table
}

/// Returns what is printed of a table, cell by cell: `<` is a small count, `x` is withheld beside it.
fn printed(table: &FigureTable) -> Vec<String> {
    let print =
        |cell: &FigureCell| match (cell.withheld, cell.stated.as_ref().and_then(|stated| stated.amount.as_ref())) {
            (Some(Suppression::Small(_)), _) => "<".to_owned(),
            (Some(Suppression::Further), _) => "x".to_owned(),
            (None, stated) => {
                stated.or(cell.computed.as_ref()).map_or(String::new(), |amount| amount.number.normalize().to_string())
            }
        };
    table.rows.iter().map(|row| row.cells.iter().map(print).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn what_would_tell_a_small_count_is_withheld_with_it() {
    for (why, columns, rows, expected) in [
        (
            "nothing and what is alone",
            "n",
            vec!["a;;;;12", "b;;;;3", "c;;;;0", "d;;;;-", "e;;;;5", "f;;;;-2"],
            vec!["12", "<", "0", "", "5", "<"],
        ),
        (
            "a total takes a second item",
            "n",
            vec!["a;;;;12", "b;;;;3", "c;;;;9", "i;total;;a:c"],
            vec!["12", "<", "x", "24"],
        ),
        (
            "the last item takes one above",
            "n",
            vec!["a;;;;12", "b;;;;9", "c;;;;3", "i;total;;a:c"],
            vec!["12", "x", "<", "24"],
        ),
        (
            "two small ones are enough",
            "n",
            vec!["a;;;;2", "b;;;;9", "c;;;;3", "i;total;;a:c"],
            vec!["<", "9", "<", "14"],
        ),
        ("but not two fours", "n", vec!["a;;;;4", "b;;;;9", "c;;;;4", "i;total;;a:c"], vec!["<", "x", "<", "17"]),
        (
            "what is nothing hides nothing",
            "n",
            vec!["a;;;;3", "b;;;;0", "c;;;;12", "i;total;;a:c"],
            vec!["<", "0", "x", "15"],
        ),
        ("a stated total", "n", vec!["a;;;;12", "b;;;;3", "c;;;;9", "i;total;;a:c;24"], vec!["12", "<", "x", "24"]),
        (
            "a total of which nothing says its sum",
            "n",
            vec!["a;;;;12", "b;;;;3", "c;;;;8", "i;total;;;23"],
            vec!["12", "<", "8", "x"],
        ),
        (
            "an item that is the sum of those above",
            "n",
            vec!["a;;;;12", "b;;;;3", "c;;;;9", "i;;;;24"],
            vec!["12", "<", "x", "24"],
        ),
        (
            "parts that are all of a row",
            "n",
            vec!["a;;;;12", "b;;a;;3", "c;;a;;9", "d;;;;7"],
            vec!["12", "<", "x", "7"],
        ),
        (
            "parts that leave one or none",
            "n",
            vec!["a;;;;13", "b;;a;;3", "c;;a;;9", "d;;;;7"],
            vec!["13", "<", "9", "7"],
        ),
        (
            "a part of which almost nothing is left",
            "n",
            vec!["a;;;;4", "b;;a;;3", "c;;a;;0", "d;;;;7"],
            vec!["<", "<", "0", "7"],
        ),
        ("a sum of two columns", "n m all=n+m", vec!["a;;;;12;9", "b;;;;3;8"], vec!["12 9 21", "< x 11"]),
        ("a difference of two columns", "n m more=n-m", vec!["a;;;;12;9", "b;;;;3;8"], vec!["12 9 3", "< x -5"]),
        (
            "a difference that nobody declared",
            "n m more",
            vec!["a;;;;20;12;8", "b;;;;3;9;-6", "c;;;;18;30;-12"],
            vec!["20 12 8", "< x -6", "18 30 -12"],
        ),
        (
            "shares of what is withheld",
            "n share%n",
            vec!["a;;;;12", "b;;;;3", "c;;;;9", "i;total;;a:c;24"],
            vec!["12 50", "< x", "x x", "24 "],
        ),
        ("a quotient of it", "n m rate:%=n/m", vec!["a;;;;12;48", "b;;;;3;20"], vec!["12 48 25", "< 20 x"]),
        (
            "a rate that does not say of what",
            "n rate:%",
            vec!["a;;;;12;52,2", "b;;;;3;13", "c;;;;8;34,8"],
            vec!["12 x", "< x", "8 x"],
        ),
        ("money beside it", "n kr:kr.", vec!["a;;;;12;7", "b;;;;3;9"], vec!["12 7", "< 9"]),
    ] {
        let mut table = table(columns, &rows);
        assert!(suppress_alone(&mut table), "{why}");
        assert_eq!(printed(&table), expected, "{why}");
    }
}

/// What is stated and what is computed are both printed where they differ, so either may be small.
#[test]
fn a_count_is_small_where_what_it_comes_to_is() {
    for (stated, is_small) in [("3", true), ("6", true), ("9", true), ("", true)] {
        let mut table = table("n", &["a;;;;2", "b;;;;1", &format!("i;total;;a:b;{stated}")]);
        suppress_alone(&mut table);
        let cell = &table.rows[2].cells[0];
        assert_eq!(matches!(cell.withheld, Some(Suppression::Small(5))), is_small, "{stated}");
        assert!(cell.stated.is_none() && cell.computed.is_none() && cell.difference.is_none(), "{stated}");
    }
}

/// A table of girls and boys, with the sums of both ways.
struct Counts(Vec<[i64; 2]>);

impl Counts {
    fn table(&self) -> FigureTable {
        let last = self.0.len() - 1;
        let rows = self.0.iter().enumerate().map(|(at, [girls, boys])| format!("r{at};;;;{girls};{boys}"));
        let rows: Vec<String> = rows.chain([format!("i;total;;r0:r{last}")]).collect();
        table("girls boys all=girls+boys", &rows.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// What each cell comes to, the sums too: `all` is the third column, the total the last row.
    fn cells(items: &[[i64; 2]]) -> Vec<i64> {
        let total = [items.iter().map(|row| row[0]).sum(), items.iter().map(|row| row[1]).sum::<i64>()];
        items.iter().chain([&total]).flat_map(|row| [row[0], row[1], row[0] + row[1]]).collect()
    }
}

/// Of each cell the numbers it may be for whoever sees what is printed: all that the items may be is tried.
fn possible(table: &FigureTable, truth: &[i64]) -> Vec<BTreeSet<i64>> {
    let withheld: Vec<Option<Suppression>> =
        table.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.withheld)).collect();
    let fits = |at: usize, number: i64| match withheld[at] {
        None => number == truth[at],
        Some(Suppression::Small(below)) => number > 0 && number < below.into(),
        Some(Suppression::Further) => number == 0 || number >= 5,
    };
    let items = truth.len() / 3 - 1;
    let mut found = vec![BTreeSet::new(); truth.len()];
    let mut open: Vec<Vec<[i64; 2]>> = vec![Vec::new()];
    while let Some(chosen) = open.pop() {
        let row = chosen.len() * 3;
        if chosen.len() == items {
            let cells = Counts::cells(&chosen);
            if cells.iter().enumerate().all(|(at, number)| fits(at, *number)) {
                found.iter_mut().zip(cells).for_each(|(found, number)| found.extend([number]));
            }
            continue;
        }
        for girls in (0..=13).filter(|number| fits(row, *number)) {
            for boys in (0..=13).filter(|number| fits(row + 1, *number) && fits(row + 2, girls + *number)) {
                open.push([chosen.as_slice(), &[[girls, boys]]].concat());
            }
        }
    }
    found
}

/// Two or three rows of girls and boys, each time others: whoever tries all that the counts may be finds two numbers for each
/// that is withheld, and not much more is withheld than need be.
#[test]
fn whoever_tries_all_counts_finds_none_that_is_withheld() {
    let mut state = 11_u64;
    let mut any = |below: i64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 40).expect("24 bits") % below
    };
    let (mut small, mut further, mut blank) = (0, 0, 0);
    for _ in 0..120 {
        let mut count = || if any(2) == 0 { any(6) } else { any(10) };
        let counts = Counts((0..3).map(|_| [count(), count()]).collect());
        let truth = Counts::cells(&counts.0);
        let mut table = counts.table();
        assert!(suppress_alone(&mut table), "{:?}", counts.0);
        let is_withheld = |cell: &&FigureCell| cell.withheld.is_some();
        let cells = || table.rows.iter().flat_map(|row| &row.cells);
        if !cells().any(|cell| matches!(cell.withheld, Some(Suppression::Small(_)))) {
            // Which of it is small tells too much, so all is withheld beside it but what tells nothing.
            let is_small_shown =
                cells().zip(&truth).any(|(cell, number)| !is_withheld(&cell) && (1..5).contains(number));
            assert!(!is_small_shown, "{:?}: {:?}", counts.0, printed(&table));
            blank += usize::from(cells().any(|cell| is_withheld(&cell)));
            continue;
        }
        let possible = possible(&table, &truth);
        for (at, cell) in cells().enumerate() {
            let is_small = truth[at] > 0 && truth[at] < 5;
            assert_eq!(matches!(cell.withheld, Some(Suppression::Small(_))), is_small, "{:?}", counts.0);
            assert!(possible[at].contains(&truth[at]), "{:?}", counts.0);
            let is_known = is_withheld(&cell) && truth[at] != 0 && possible[at].len() == 1;
            assert!(!is_known, "{:?}: {:?}, {:?}", counts.0, printed(&table), possible[at]);
            small += usize::from(is_small);
            further += usize::from(cell.withheld == Some(Suppression::Further));
        }
    }
    assert_eq!(small, 454, "the small ones of these tables");
    assert!(further <= 328 && blank <= 5, "{further} withheld beside them, {blank} tables as a whole");
}
