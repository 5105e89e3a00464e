//! What is withheld of a table beside its small counts, and that nobody can compute it.

use super::{
    Footnotes, SignRule,
    computed::compute,
    suppress::{counts, suppress_alone, suppress_tables},
    table::{FigureCell, FigureColumn, FigureTable, FigureTableRow, RowKind, Suppression},
};
use crate::value::{Id, Notation, Unit, WrittenAmount};

fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// Makes a table of counts of which those below five are withheld, and computes it. A column is `id`, `id=formula`, `id%whole`
/// for shares, or `id:unit`; a row is `id;kind;of;formula` and its cells.
pub(super) fn table(columns: &str, rows: &[&str]) -> FigureTable {
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
pub(super) fn printed(table: &FigureTable) -> Vec<String> {
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
    let mut differs = Vec::new();
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
            vec!["12", "<", "x", "23"],
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
            "parts below which a note stands",
            "n",
            vec!["a;;;;12", "b;;a;;3", "h;note;a;", "c;;a;;9", "d;;;;7"],
            vec!["12", "<", "", "x", "7"],
        ),
        (
            "parts that are all of a row, and owed",
            "n",
            vec!["a;;;;-12", "b;;a;;-3", "c;;a;;-9", "d;;;;7"],
            vec!["-12", "<", "x", "7"],
        ),
        (
            "a total of which its parts are not all",
            "n",
            vec!["a;total;;;20", "b;;a;;3", "c;;a;;9"],
            vec!["x", "<", "9"],
        ),
        (
            "what of its parts only nothing is given of",
            "n",
            vec!["a;;;;13", "b;;a;;0", "d;;;;3", "e;;;;20", "i;total;;a + d"],
            vec!["x", "0", "<", "20", "16"],
        ),
        (
            "a total that is the sum of its row and not of its column",
            "n m all=n+m",
            vec!["a;;;;1;2", "b;;;;8;7", "i;total;;;20;30"],
            vec!["< < <", "8 7 15", "x x x"],
        ),
        (
            "shares of all items where nothing is a total",
            "n share%n",
            vec!["a;;;;12", "b;;;;3", "c;;;;8"],
            vec!["12 x", "< x", "8 x"],
        ),
        (
            "shares of items of which none is small, beside one that is",
            "n m share%n",
            vec!["a;;;;12;3", "b;;;;8;9"],
            vec!["12 < 60", "8 9 40"],
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
            "a quotient of two rows, where either is withheld",
            "n",
            vec!["a;;;;3", "b;;;;60", "t;total;;a:b", "w;;;;10", "q;;;b / w", "p;;;w / a", "r;;;w / s", "s;;;;2,5"],
            vec!["<", "x", "63", "10", "x", "<", "<", "<"],
        ),
        (
            "a quotient of two rows that are published",
            "n",
            vec!["a;;;;3", "b;;;;60", "w;;;;10", "q;;;b / w"],
            vec!["<", "60", "10", "6"],
        ),
        (
            "parts that are more than their whole",
            "n",
            vec!["a;;;;10", "b;;a;;3", "c;;a;;9", "d;;;;7"],
            vec!["10", "<", "9", "7"],
        ),
        (
            "parts that leave half a one",
            "n",
            vec!["a;;;;10,5", "b;;a;;1", "c;;a;;9", "d;;;;7"],
            vec!["10.5", "<", "x", "7"],
        ),
        (
            "a part of what is withheld itself",
            "n",
            vec!["a;;;;13", "b;;a;;4", "c;;a;;9", "d;;;;4", "i;total;;a + d"],
            vec!["x", "<", "x", "<", "17"],
        ),
        (
            "shares of a total that says nothing",
            "n share%n",
            vec!["a;;;;12", "b;;;;3", "c;;;;8", "i;total;;;23"],
            vec!["12 52.2", "< x", "x x", "23 "],
        ),
        (
            "a sum of two shares",
            "n m ns%n ms%m both:%=ns+ms",
            vec!["a;;;;12;10", "b;;;;3;10", "c;;;;9;20", "i;total;;a:c"],
            vec!["12 10 50 25 75", "< 10 x 25 x", "x 20 x 50 x", "24 40   "],
        ),
        (
            "three columns that come to a fourth, which nobody declared",
            "n m k l",
            vec!["a;;;;3;9;8;20", "b;;;;7;6;9;22"],
            vec!["< x 8 20", "7 6 9 22"],
        ),
        ("once may be chance", "n m k", vec!["a;;;;3;9;12", "b;;;;0;0;0"], vec!["< 9 12", "0 0 0"]),
        (
            "once is none where it is called a total",
            "n m total",
            vec!["a;;;;3;9;12", "b;;;;0;0;0"],
            vec!["< x 12", "0 0 0"],
        ),
        ("no total is a difference", "n m total", vec!["a;;;;12;9;3", "b;;;;7;5;"], vec!["12 9 <", "7 5 "]),
        (
            "a total behind its columns where there are many",
            "a b c d e f g h j k l m n o p x y xy",
            vec![
                "r;;;;101;205;411;823;1647;3295;6591;13183;26367;52735;105471;210943;421887;843775;1687551;3;9;12",
                "s;;;;103;207;413;825;1649;3297;6593;13185;26369;52737;105473;210945;421889;843777;1687553;8;7;15",
            ],
            vec![
                "101 205 411 823 1647 3295 6591 13183 26367 52735 105471 210943 421887 843775 1687551 < x 12",
                "103 207 413 825 1649 3297 6593 13185 26369 52737 105473 210945 421889 843777 1687553 8 7 15",
            ],
        ),
        (
            "a total before its columns where there are many",
            "xy x y a b c d e f g h j k l m n o p",
            vec![
                "r;;;;12;3;9;101;205;411;823;1647;3295;6591;13183;26367;52735;105471;210943;421887;843775;1687551",
                "s;;;;15;8;7;103;207;413;825;1649;3297;6593;13185;26369;52737;105473;210945;421889;843777;1687553",
            ],
            vec![
                "x < 9 101 205 411 823 1647 3295 6591 13183 26367 52735 105471 210943 421887 843775 1687551",
                "15 8 7 103 207 413 825 1649 3297 6593 13185 26369 52737 105473 210945 421889 843777 1687553",
            ],
        ),
        (
            "a total that adds a quotient of small counts",
            "n",
            vec!["a;;;;13", "b;;;;17", "c;;;a / b", "i;total;;a:c"],
            vec!["13", "17", "<", "x"],
        ),
        (
            "a quotient of totals that are published",
            "n w:kr. v:kr.=w/n u:kr.=v+w",
            vec!["a;;;;19;15", "b;;;;4;4", "i;total;;a:b"],
            vec!["x 15 x x", "< 4 x x", "23 19 0.8 x"],
        ),
        (
            "what is not given is nothing where the others come to the whole",
            "n",
            vec!["a;;;;12", "b;;;;3", "c;;;;", "i;total;;a:c;15"],
            vec!["x", "<", "", "15"],
        ),
        (
            "nil is nothing where they do not either",
            "n",
            vec!["a;;;;12", "b;;;;3", "c;;;;-", "i;total;;a:c;20"],
            vec!["x", "<", "", "20"],
        ),
        (
            "what is not given is nothing where one other is the whole",
            "n m all=n+m",
            vec!["a;;;;12;;12", "b;;;;3;4;7", "i;total;;a:b;15;4;19"],
            vec!["x  x", "< < x", "x < 19"],
        ),
        (
            "what is not given may be anything where they do not",
            "n",
            vec!["a;;;;12", "b;;;;3", "c;;;;", "i;total;;a:c;20"],
            vec!["12", "<", "", "20"],
        ),
        (
            "that there is nothing may be known",
            "n",
            vec!["a;;;;7", "b;;;;3", "s;subtotal;;;0", "d;;;a + s"],
            vec!["7", "<", "x", "7"],
        ),
        (
            "differences may be below nothing",
            "n m more=n-m",
            vec!["a;;;;4;5", "b;;;;2;7", "i;total;;a:b"],
            vec!["< x x", "< x x", "6 12 -6"],
        ),
        (
            "a subtotal of which nothing says its sum, beside others",
            "n m more=n-m",
            vec!["a;;;;5;1", "b;;;;5;4", "c;subtotal;;;10;5", "i;total;;a:c"],
            vec!["x < x", "x < x", "x x x", "x x x"],
        ),
        ("a heading has no count", "n", vec!["h;heading;;;3", "a;;;;12", "b;;;;3"], vec!["3", "12", "<"]),
        ("what is called an average", "n average", vec!["a;;;;12;7", "b;;;;3;9"], vec!["12 x", "< x"]),
        ("what is called a price for each", "n price-per:kr.", vec!["a;;;;12;7", "b;;;;3;9"], vec!["12 x", "< x"]),
        (
            "two columns of which one counts otherwise come to a third",
            "n m:kr. k",
            vec!["a;;;;3;9;12", "b;;;;8;7;15"],
            vec!["< x 12", "8 7 15"],
        ),
        (
            "a row that is the sum of two above it in all columns",
            "n m",
            vec!["x;;;;6;8", "a;;;;3;5", "b;;;;9;7", "c;;;;12;12", "d;;;;20;19"],
            vec!["6 8", "< 5", "x 7", "x 12", "20 19"],
        ),
        (
            "a total above its items, and what is called one apart from them",
            "n",
            vec!["ialt;;;;12", "z;;;;40", "a;;;;3", "b;;;;9", "c;;;;41"],
            vec!["12", "40", "<", "x", "41"],
        ),
        (
            "what is not called one",
            "n",
            vec!["z;;;;40", "a;;;;3", "b;;;;9", "c;;;;41", "q;;;;12"],
            vec!["40", "<", "9", "41", "12"],
        ),
        (
            "a sum of sums",
            "n",
            vec!["a;;;;3", "b;;;;9", "h;heading;;", "d;;;;7", "e;;;;8", "f;;;;15", "g;;;;27"],
            vec!["<", "x", "", "7", "8", "15", "27"],
        ),
        (
            "a table of which so many are small that it does not say which",
            "x y xy",
            vec!["a;;;;0;1;1", "b;;;;6;3;9", "c;;;;0;4;4", "i;;;;6;8;14"],
            vec!["0 x x", "x x x", "0 x x", "x x x"],
        ),
        (
            "of sums a subtotal is withheld before a total",
            "n m all=n+m",
            vec!["a;;;;3;0", "b;;;;5;5", "s;subtotal;;a + b", "c;;;;0;1", "i;total;;a:c"],
            vec!["< 0 <", "x x x", "x x x", "0 < <", "x x 14"],
        ),
        (
            "of two as near the one that stands in no row above",
            "n previous",
            vec!["a;;;;4;9", "b;;;;13;4", "ialt;;;;17;13"],
            vec!["< x", "x <", "17 13"],
        ),
        (
            "one row that is the sum of two others may be chance, and three are too few for two small ones",
            "n",
            vec!["a;;;;2", "b;;;;1", "c;;;;6", "d;;;;7", "i;total;;a:d"],
            vec!["<", "<", "x", "7", "16"],
        ),
        (
            "so may one that is it in some columns",
            "n m k",
            vec!["x;;;;20;8;9", "a;;;;3;5;7", "b;;;;9;7;8", "c;;;;12;13;15"],
            vec!["20 8 9", "< 5 7", "9 7 8", "12 13 15"],
        ),
        (
            "columns that do not count the same come to nothing",
            "n m p:kr. k",
            vec!["a;;;;3;9;1;13", "b;;;;8;7;2;17"],
            vec!["< 9 1 13", "8 7 2 17"],
        ),
        (
            "a rate that does not say of what",
            "n rate:%",
            vec!["a;;;;12;52,2", "b;;;;3;13", "c;;;;8;34,8"],
            vec!["12 x", "< x", "8 x"],
        ),
        ("money beside it", "n kr:kr.", vec!["a;;;;12;7", "b;;;;3;9"], vec!["12 7", "< 9"]),
    ] {
        let mut table = table(columns, &rows);
        assert!(suppress_alone(&mut table, &[]), "{why}");
        if printed(&table) != expected {
            differs.push((why, expected, printed(&table)));
        }
    }
    assert!(differs.is_empty(), "{differs:#?}");
}

#[test]
fn a_column_is_called_a_total_by_its_title_or_by_its_id() {
    for (id, title) in [("total", Some("Anbragte")), ("x", Some("I alt")), ("x", None)] {
        let mut table = table(&format!("n m {id}"), &["a;;;;3;9;12", "b;;;;0;0;0"]);
        table.columns[2].title = title.map(str::to_owned);
        assert!(suppress_alone(&mut table, &[]));
        let is_called = id == "total" || title.is_some();
        assert_eq!(printed(&table), [if is_called { "< x 12" } else { "< 9 12" }, "0 0 0"], "{id} {title:?}");
    }
}

#[test]
fn what_is_no_number_of_persons_is_not_counted_one_by_one() {
    let column = |text: &str| table(text, &["a;;;"]).columns.pop().expect("a column");
    for text in ["n", "a b n=a+b", "n:familier"] {
        assert!(counts(&column(text)), "{text}");
    }
    for text in ["n:kr.", "n:%", "n:children/class", "deviation", "a b n=a-b", "a b n=a/b"] {
        assert!(!counts(&column(text)), "{text}");
    }
    assert!(!counts(&FigureColumn { share_of: Some(id("a")), ..column("n") }));
    assert!(!counts(&FigureColumn { text: true, ..column("n") }));
}

/// Of a rate that does not say what it is computed of, a withheld number could be computed.
#[test]
fn a_column_is_a_rate_by_its_unit_or_by_its_name() {
    for (column, title, is_rate) in [
        ("x:years", None, false),
        ("x:years/child", None, true),
        ("gennemsnitsalder:years", None, true),
        ("x:years", Some("Alder, snit"), true),
        ("x:years", Some("Gjennomsnittlig alder"), true),
        ("x:years", Some("Livsgennemsnit"), true),
        ("x:years", Some("Timer per barn"), true),
        ("x:years", Some("Perioder"), false),
    ] {
        let mut table = table(&format!("n {column}"), &["a;;;;12;40", "b;;;;3;7"]);
        table.columns[1].title = title.map(str::to_owned);
        assert!(suppress_alone(&mut table, &[]));
        assert_eq!(printed(&table), if is_rate { ["12 x", "< x"] } else { ["12 40", "< 7"] }, "{column} {title:?}");
    }
}

/// What an earlier report published is known, and what it withheld is withheld again.
#[test]
fn what_would_tell_a_small_count_beside_an_earlier_report_is_withheld_with_it() {
    // Each report: its columns, its rows, and what is printed of it.
    type Report<'r> = (&'r str, &'r [&'r str], &'r [&'r str]);
    let first: Report<'_> = ("n", &["a;;;;12", "b;;;;3", "c;;;;9", "i;total;;a:c"], &["12", "<", "x", "24"]);
    let plain: Report<'_> = ("n", &["a;;;;12", "f;;;;31"], &["12", "31"]);
    let whole: Report<'_> = ("n", &["a;;;;40", "b;;;;50", "c;;;;60"], &["40", "50", "60"]);
    let cases: &[(&str, &[Report<'_>])] = &[
        (
            "the same column under another name, in another order",
            &[first, ("before", &["c;;;;9", "b;;;;3", "a;;;;12", "i;total;;c:a"], &["x", "<", "12", "24"])],
        ),
        (
            "a few numbers under another name, of which one was withheld",
            &[first, ("before", &["a;;;;12", "c;;;;9"], &["12", "x"])],
        ),
        (
            "how many fewer there are, beside what was withheld",
            &[
                ("n", &["a;;;;12", "b;;;;3", "c;;;;9", "i;total;;a:c"], &["12", "<", "x", "24"]),
                ("n gone", &["a;;;;7;5", "b;;;;0;3", "c;;;;2;7"], &["7 5", "0 <", "< 7"]),
            ],
        ),
        (
            "of nothing and of what was published nothing is withheld in vain",
            &[
                ("n m", &["a;;;;7;19", "b;;;;6;8", "c;;;;18;17"], &["7 19", "6 8", "18 17"]),
                ("n gone", &["a;;;;3;4", "b;;;;0;6", "c;;;;5;13", "i;total;;a:c"], &["x x", "0 6", "x x", "x x"]),
            ],
        ),
        (
            "another column, which has one number as it was by chance",
            &[plain, ("m", &["d;;;;3", "a;;;;12", "e;;;;9", "i;total;;d:e"], &["<", "x", "9", "24"])],
        ),
        (
            "the same column, of which one number is as it was",
            &[plain, ("n", &["d;;;;3", "a;;;;12", "e;;;;9", "i;total;;d:e"], &["<", "12", "x", "24"])],
        ),
        (
            "what is said to be the last report's",
            &[plain, ("previous", &["d;;;;3", "a;;;;12", "e;;;;9", "i;total;;d:e"], &["<", "12", "x", "24"])],
        ),
        (
            "how many more there are",
            &[whole, ("n added", &["a;;;;43;3", "b;;;;57;7", "c;;;;68;8"], &["x <", "57 7", "68 8"])],
        ),
        (
            "how many fewer there are",
            &[whole, ("n gone", &["a;;;;37;3", "b;;;;43;7", "c;;;;52;8"], &["x <", "43 7", "52 8"])],
        ),
        (
            "a small count is protected also where its number was published before",
            &[
                ("n:kr. m", &["a;;;;3;70", "b;;;;50;80"], &["3 70", "50 80"]),
                ("n", &["a;;;;3", "b;;;;50", "i;total;;a:b"], &["<", "x", "53"]),
            ],
        ),
        (
            "and so is a second one beside it",
            &[
                ("n:kr. m", &["a;;;;3;70", "b;;;;50;80"], &["3 70", "50 80"]),
                ("n", &["a;;;;3", "b;;;;50", "c;;;;4", "i;total;;a:c"], &["<", "x", "<", "57"]),
            ],
        ),
        (
            "how many more there are, of what was withheld, where nothing is small",
            &[first, ("n more", &["a;;;;20;8", "b;;;;10;7", "c;;;;15;6"], &["20 8", "x 7", "x 6"])],
        ),
        ("money beside a count", &[("n kr:kr.", &["a;;;;3;9"], &["< 9"])]),
        (
            "a row more, beside what was withheld before",
            &[
                ("n", &["n;;;;3", "s;;;;14", "o;;;;31", "i;total;;n:o"], &["<", "x", "31", "48"]),
                ("n", &["n;;;;3", "v;;;;7", "s;;;;14", "o;;;;31", "i;total;;n:o"], &["<", "7", "x", "31", "55"]),
            ],
        ),
        ("more of one alone may be chance", &[("n", &["a;;;;40"], &["40"]), ("n added", &["a;;;;43;3"], &["43 <"])]),
        (
            "more than nothing says nothing",
            &[("n", &["a;;;;40", "b;;;;0"], &["40", "0"]), ("n added", &["a;;;;43;3", "b;;;;7;7"], &["43 <", "7 7"])],
        ),
        (
            "more of the total is no second one",
            &[
                ("n", &["a;;;;40", "i;total;;;41"], &["40", "41"]),
                ("n added", &["a;;;;43;3", "i;total;;;48;7"], &["43 <", "48 x"]),
            ],
        ),
    ];
    let mut differs = Vec::new();
    for (why, reports) in cases {
        let mut tables: Vec<FigureTable> = reports.iter().map(|(columns, rows, _)| table(columns, rows)).collect();
        assert_eq!(suppress_tables(&mut tables), [0; 0], "{why}");
        for (table, (.., expected)) in tables.iter().zip(*reports) {
            if printed(table) != *expected {
                differs.push((why, expected, printed(table)));
            }
        }
    }
    assert!(differs.is_empty(), "{differs:#?}");
}

/// Where what is stated is not what it adds up, nothing is proved of it.
#[test]
fn a_small_count_that_its_parts_gainsay_is_not_taken_for_known() {
    let gainsaid = || table("n", &["a;;;;0", "b;;;;0", "c;;;;9", "i;total;;a + b;3"]);
    let mut table = gainsaid();
    assert!(!suppress_alone(&mut table, &[]));
    assert_eq!(printed(&table), ["x", "x", "x", "x"], "so nothing is left");
    assert_eq!(suppress_tables(&mut [gainsaid()]), [0]);
}

/// How much more there is than before is looked for among few columns, and beside each other among many.
#[test]
fn how_much_more_there_is_tells_a_small_count_in_wide_tables_too() {
    let added = |count: usize, columns: &str, between: bool| {
        let others: Vec<String> = (2..count).map(|at| format!("c{at}")).collect();
        let row = |(nth, (id, n, more)): (usize, (&str, i64, i64))| {
            let others: Vec<String> =
                (2..count).map(|at| (1_009 * (1 << at) * (nth + 1) + nth * nth * at * at).to_string()).collect();
            let others = others.join(";");
            if between { format!("{id};;;;{n};{others};{more}") } else { format!("{id};;;;{n};{more};{others}") }
        };
        let rows: Vec<String> = [("a", 43, 3), ("b", 57, 7), ("c", 68, 8)].into_iter().enumerate().map(row).collect();
        let columns = columns.replace("others", &others.join(" "));
        let now = table(&columns, &rows.iter().map(String::as_str).collect::<Vec<_>>());
        let mut tables = [table("n", &["a;;;;40", "b;;;;50", "c;;;;60"]), now];
        assert_eq!(suppress_tables(&mut tables), [0; 0]);
        printed(&tables[1])[0].split(' ').next() == Some("x")
    };
    for count in [3, 16, 17, 40] {
        assert!(added(count, "n added others", false), "{count}");
    }
    assert!(added(16, "n others added", true) && !added(17, "n others added", true));
}

/// However many small counts a table has, each alone in its row: one other is withheld beside each, and the rest is printed.
#[test]
fn a_long_table_of_small_counts_is_no_reason_to_withhold_all_of_it() {
    let rows: Vec<String> = (0..210).map(|at| format!("r{at};;;;{};{}", at % 4 + 1, 1_000 + at * at)).collect();
    let mut table = table("n m all=n+m", &rows.iter().map(String::as_str).collect::<Vec<_>>());
    assert!(suppress_alone(&mut table, &[]));
    for (at, row) in printed(&table).iter().enumerate() {
        assert_eq!(*row, format!("< x {}", 1_000 + at * at + at % 4 + 1));
    }
}

/// What is stated and what is computed are both printed where they differ, so either may be small.
#[test]
fn a_count_is_small_where_what_it_comes_to_is() {
    for (stated, is_small) in [("3", true), ("6", true), ("9", true), ("", true)] {
        let mut table = table("n", &["a;;;;2", "b;;;;1", &format!("i;total;;a:b;{stated}")]);
        suppress_alone(&mut table, &[]);
        let cell = &table.rows[2].cells[0];
        assert_eq!(matches!(cell.withheld, Some(Suppression::Small(5))), is_small, "{stated}");
        assert!(cell.stated.is_none() && cell.computed.is_none() && cell.difference.is_none(), "{stated}");
        assert!(!cell.approximate, "{stated}");
    }
}

/// Where a sum beside the table tells a count, nothing that is withheld of the table hides it: all of it is, and that is not proved.
#[test]
fn what_is_told_elsewhere_leaves_nothing_published() {
    let mut table = table("n m", &["a;;;;3;0"]);
    assert!(!suppress_alone(&mut table, &[vec![((0, 0), -1)]]));
    assert_eq!(printed(&table), ["x x"], "nor which of it is small");
}

/// Of a table whose sums have more terms than can be looked at, all counts are withheld.
#[test]
fn a_table_of_too_many_terms_is_not_published() {
    let printed = |totals: usize| {
        let items = (0..100).map(|at| format!("r{at};;;;{}", if at == 0 { 3 } else { 1_000 + at * at }));
        let formula = ["r0:r99"; 100].join(" + ");
        let totals = (0..totals).map(|at| format!("t{at};subtotal;;{formula}"));
        let rows: Vec<String> = items.chain(totals).collect();
        let mut table = table("n", &rows.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(suppress_alone(&mut table, &[]));
        printed(&table)
    };
    assert!(printed(100).iter().all(|cell| cell == "x"));
    assert_eq!(printed(1).iter().filter(|cell| *cell == "x").count(), 1, "few terms");
}
