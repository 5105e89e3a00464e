//! What whoever tries all numbers finds of what is withheld, and whoever knows by which rule it is chosen.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    suppress::suppress_alone,
    suppress_tests::{printed, table},
    table::{FigureCell, FigureTable, Suppression},
};

/// A table of girls and boys, with the sums of both ways.
struct Counts(Vec<[i64; 2]>);

impl Counts {
    /// Makes the table; where its total is not declared, nothing says what it adds up.
    fn table(&self, is_declared: bool) -> FigureTable {
        let last = self.0.len() - 1;
        let rows = self.0.iter().enumerate().map(|(at, [girls, boys])| format!("r{at};;;;{girls};{boys}"));
        let total = match is_declared {
            true => format!("i;total;;r0:r{last}"),
            false => {
                let cells: Vec<String> = Self::cells(&self.0).iter().rev().take(3).rev().map(i64::to_string).collect();
                format!("i;total;;;{}", cells.join(";"))
            }
        };
        let rows: Vec<String> = rows.chain([total]).collect();
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
    let fits = |at: usize, number: i64| match (withheld[at], table.columns[at % 3].suppress_below) {
        (None, _) => number == truth[at],
        (Some(Suppression::Small(below)), _) => number > 0 && number < below.into(),
        (Some(Suppression::Further), Some(_)) => (number == 0 && truth[at] == 0) || number >= 5,
        (Some(Suppression::Further), None) => number >= 0,
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

/// Numbers below a bound, each time others.
fn numbers(mut state: u64) -> impl FnMut(i64) -> i64 {
    move |below| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(state >> 40).expect("24 bits") % below
    }
}

/// Two or three rows of girls and boys, each time others: whoever tries all that the counts may be finds two numbers for each
/// that is withheld, and not much more is withheld than need be.
#[test]
fn whoever_tries_all_counts_finds_none_that_is_withheld() {
    try_all_counts(true, 370, (420, 40));
}

/// The same where the total does not say what it adds up: whoever reads it knows.
#[test]
fn whoever_tries_all_counts_finds_none_below_a_total_that_says_nothing() {
    try_all_counts(false, 370, (420, 40));
}

fn try_all_counts(is_declared: bool, all_small: usize, (most_further, most_blank): (usize, usize)) {
    let mut any = numbers(11);
    let (mut small, mut further, mut blank) = (0, 0, 0);
    for _ in 0..120 {
        let mut count = || if any(2) == 0 { any(6) } else { any(10) };
        let counts = Counts((0..3).map(|_| [count(), count()]).collect());
        let truth = Counts::cells(&counts.0);
        let mut table = counts.table(is_declared);
        assert!(suppress_alone(&mut table, &[]), "{:?}", counts.0);
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
    assert_eq!(small, all_small, "the small ones of these tables");
    assert!(
        further <= most_further && blank <= most_blank,
        "{further} withheld beside them, {blank} tables as a whole"
    );
}

/// The same where girls alone are too few to be told: of boys and of all children there may be any number that is not less than
/// nothing, and nobody sees that there are none where that is withheld.
#[test]
fn whoever_tries_all_counts_finds_none_beside_columns_that_tell_small_ones() {
    let mut any = numbers(5);
    let (mut small, mut further) = (0, 0);
    for _ in 0..120 {
        let mut count = || if any(3) == 0 { any(2) } else { any(8) };
        let counts = Counts((0..2).map(|_| [count(), count()]).collect());
        let truth = Counts::cells(&counts.0);
        let mut table = counts.table(true);
        table.columns[1..].iter_mut().for_each(|column| column.suppress_below = None);
        if !suppress_alone(&mut table, &[]) {
            continue;
        }
        let cells: Vec<Option<Suppression>> =
            table.rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.withheld)).collect();
        if !cells.iter().any(|why| matches!(why, Some(Suppression::Small(_)))) {
            continue;
        }
        let possible = possible(&table, &truth);
        for (at, why) in cells.iter().enumerate().filter(|(_, why)| why.is_some()) {
            let is_nothing = truth[at] == 0 && at % 3 == 0;
            let is_known = possible[at].len() == 1 && !is_nothing;
            assert!(!is_known, "{:?}: {:?}, {:?}", counts.0, printed(&table), possible[at]);
            small += usize::from(matches!(why, Some(Suppression::Small(_))));
            further += usize::from(*why == Some(Suppression::Further));
        }
    }
    assert_eq!(small, 176, "the small ones of these tables");
    assert!(further <= 390, "{further} withheld beside them");
}

/// Whoever knows how it is chosen what is withheld goes through all tables that would print the same: in none of them is a
/// withheld count always the same.
#[test]
fn nobody_sees_by_the_choice_what_a_small_count_is() {
    let mut by_print: BTreeMap<Vec<String>, Vec<[i64; 3]>> = BTreeMap::new();
    for total in 1..=26_i64 {
        for a in 0..=total {
            for b in 0..=total - a {
                let counts = [a, b, total - a - b];
                let rows = [0, 1, 2].map(|at| format!("r{at};;;;{}", counts[at]));
                let rows: Vec<&str> = rows.iter().map(String::as_str).chain(["i;total;;r0:r2"]).collect();
                let mut table = table("n", &rows);
                assert!(suppress_alone(&mut table, &[]), "{counts:?}");
                by_print.entry(printed(&table)).or_default().push(counts);
            }
        }
    }
    // Where the total is withheld there are more tables than were tried.
    let whole = by_print.iter().filter(|(print, _)| print[3].parse::<i64>().is_ok());
    let told = whole.filter(|(print, all)| {
        (0..3).any(|at| {
            let found: BTreeSet<i64> = all.iter().map(|counts| counts[at]).collect();
            matches!(print[at].as_str(), "<" | "x") && found.len() == 1
        })
    });
    let told: Vec<_> = told.collect();
    // 1, 5 and 8 in any order: 6 and 7 beside 1, and 5 and 7 beside 2, add up by chance, and print otherwise.
    let is_by_chance = told.iter().all(|(_, all)| all.iter().all(|counts| counts.iter().sum::<i64>() == 14));
    assert!(told.len() <= 3 && is_by_chance, "{} of {}: {told:#?}", told.len(), by_print.len());
}

#[test]
fn what_nobody_declared_tells_small_counts_as_well() {
    let mut differs = Vec::new();
    for (why, columns, rows, expected) in [
        (
            "columns that are added",
            "a b t=a+b",
            vec!["n;;;;4;3", "s;;;;4;1", "t;total;;;8;4"],
            vec!["< < x", "< < x", "x < x"],
        ),
        (
            "no formula at all",
            "a b t",
            vec!["n;;;;5;3;8", "s;;;;5;2;7", "t;total;;;10;5;15"],
            vec!["x < x", "x < x", "x x x"],
        ),
        (
            "a subtotal",
            "a b t",
            vec!["n;;;;3;4;7", "s;;;;1;2;3", "t;subtotal;;;4;6;10"],
            vec!["< < x", "< < <", "< x x"],
        ),
        (
            "four columns",
            "a b c t",
            vec!["n;;;;3;3;5;11", "s;;;;1;5;1;7", "t;total;;;4;8;6;18"],
            vec!["< < x x", "< x < x", "< x x 18"],
        ),
        (
            "a total above",
            "a b t",
            vec!["t;total;;;8;4;12", "n;;;;4;3;7", "s;;;;4;1;5"],
            vec!["x < x", "< < x", "< < x"],
        ),
        (
            "stock and flow",
            "n",
            vec!["primo;;;;20", "til;;;;3", "fra;;;;8", "ultimo;;;;15"],
            vec!["20", "<", "x", "15"],
        ),
        (
            "stock and flow that is not called so",
            "n",
            vec!["a;;;;20", "b;;;;3", "c;;;;8", "d;;;;15"],
            vec!["20", "<", "x", "15"],
        ),
        (
            "stock and flows",
            "n",
            vec!["primo;;;;20", "a;;;;3", "b;;;;6", "c;;;;8", "d;;;;7", "e;;;;14"],
            vec!["20", "<", "x", "8", "7", "14"],
        ),
        (
            "after others",
            "n",
            vec!["x;;;;33", "primo;;;;20", "a;;;;3", "c;;;;8", "d;;;;15"],
            vec!["33", "20", "<", "x", "15"],
        ),
        (
            "stocks and flows in columns",
            "a b c d",
            vec!["n;;;;20;3;8;15", "s;;;;30;9;11;28", "o;;;;40;7;6;41"],
            vec!["x < 8 15", "30 9 11 28", "40 7 6 41"],
        ),
        ("once of columns that are not called so may be chance", "a b c d", vec!["n;;;;20;3;8;15"], vec!["20 < 8 15"]),
        (
            "three columns that do not stand beside what they come to",
            "a b c x t",
            vec!["n;;;;3;9;8;50;20", "s;;;;7;6;9;51;22"],
            vec!["< x 8 50 20", "7 6 9 51 22"],
        ),
        (
            "what is left of a sum",
            "a b t=a+b c rest",
            vec!["n;;;;9;12;;3;18", "s;;;;8;14;;9;13"],
            vec!["9 12 21 < x", "8 14 22 9 13"],
        ),
        ("in one row", "primo til fra ultimo", vec!["n;;;;20;3;8;15"], vec!["x < 8 15"]),
        ("quarters of a year", "2024-q1 2024-q2 2024-q3 2024-q4 2024", vec!["n;;;;3;10;9;12;34"], vec!["< x 9 12 34"]),
        (
            "an index",
            "a b c:indeks",
            vec!["n;;;;10;3;30", "s;;;;20;30;150", "o;;;;12;9;75"],
            vec!["10 < x", "20 30 x", "12 9 x"],
        ),
        ("times", "a b c:gange", vec!["n;;;;12;3;0,25", "s;;;;20;30;1,5"], vec!["12 < x", "20 30 x"]),
        ("what is not called so", "a b c:x", vec!["n;;;;12;3;0,25", "s;;;;20;30;1,5"], vec!["12 < x", "20 30 x"]),
        ("a price", "n takst:kr. udgift:kr.", vec!["a;;;;3;100;300", "b;;;;8;100;800"], vec!["< x 300", "8 x 800"]),
        (
            "a price that is not called so",
            "n p:kr. u:kr.",
            vec!["a;;;;3;110;330", "b;;;;8;100;800"],
            vec!["< x 330", "8 x 800"],
        ),
        (
            "always as much for each",
            "n u:kr.",
            vec!["a;;;;3;300", "b;;;;8;800", "c;;;;9;900"],
            vec!["< x", "8 x", "9 x"],
        ),
        ("not always", "n u:kr.", vec!["a;;;;3;300", "b;;;;8;800", "c;;;;9;950"], vec!["< 300", "8 800", "9 950"]),
    ] {
        let mut table = table(columns, &rows);
        assert!(suppress_alone(&mut table, &[]), "{why}");
        if printed(&table) != expected {
            differs.push((why, rows, printed(&table)));
        }
    }
    assert!(differs.is_empty(), "{differs:#?}");
}
