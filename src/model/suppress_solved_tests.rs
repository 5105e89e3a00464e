//! Tables of which somebody solved small counts, or saw them printed, before what tells them was known: each is withheld so that
//! nobody can.

use super::{
    suppress::{suppress_alone, suppress_tables},
    suppress_tests::{printed, table},
    table::FigureTable,
};

/// A report: its columns, its rows, and what is printed of it.
type Report<'r> = (&'r str, &'r [&'r str], &'r [&'r str]);

#[track_caller]
fn check(cases: &[(&str, u32, &[Report<'_>])]) {
    let mut differs = Vec::new();
    for (why, below, reports) in cases {
        let mut tables: Vec<FigureTable> = reports.iter().map(|(columns, rows, _)| table(columns, rows)).collect();
        let columns = tables.iter_mut().flat_map(|table| &mut table.columns);
        columns.for_each(|column| column.suppress_below = column.suppress_below.map(|_| *below));
        let unproved = suppress_tables(&mut tables);
        let printed: Vec<Vec<String>> = tables.iter().map(printed).collect();
        let expected: Vec<&[&str]> = reports.iter().map(|(.., expected)| *expected).collect();
        if printed != expected || !unproved.is_empty() {
            differs.push((why, unproved, printed));
        }
    }
    assert!(differs.is_empty(), "{differs:#?}");
}

#[test]
fn sums_that_hide_among_others_tell_small_counts() {
    check(&[
        (
            "a total of totals, beside numbers that add up by chance",
            5,
            &[(
                "a b t=a+b",
                &[
                    "r0;;;;3;12",
                    "r1;;;;12;2",
                    "nord-ialt;;;;15;14",
                    "r2;;;;6;12",
                    "r3;;;;6;20",
                    "syd-ialt;;;;12;32",
                    "r4;;;;20;2",
                    "r5;;;;1;1",
                    "vest-ialt;;;;21;3",
                    "ialt;;;;48;49",
                ],
                &["< x 15", "x < 14", "15 14 29", "x x 18", "x x 26", "x x 44", "x < x", "< < <", "x < 24", "x x 97"],
            )],
        ),
        (
            "a total among of-which rows",
            5,
            &[(
                "n",
                &["alle;;;;60", "unge;;alle;;3", "old;;alle;;12", "unge-og-old-ialt;;alle;;15"],
                &["60", "<", "x", "15"],
            )],
        ),
        (
            "a total of of-which rows that is all there is",
            5,
            &[(
                "n",
                &["anbragte;;;;20", "unge;;anbragte;;3", "old;;anbragte;;12", "ialt;;anbragte;;15"],
                &["20", "<", "x", "15"],
            )],
        ),
        (
            "of-which rows that are all of their whole, with a total among them",
            5,
            &[(
                "n",
                &["r;;;;40", "piger;;r;;3", "drenge;;r;;12", "under-12-ialt;;r;;15", "over-12;;r;;25"],
                &["40", "<", "x", "15", "25"],
            )],
        ),
        (
            "columns that are sums of sums",
            5,
            &[(
                "p1 d1 ialt1 p2 d2 ialt2 p3 d3 ialt3 ialt",
                &[
                    "x;;;;3;0;3;10;20;30;30;11;41;74",
                    "y;;;;7;8;15;11;21;32;31;12;43;90",
                    "z;;;;17;9;26;12;22;34;33;13;46;106",
                ],
                &["< 0 < 10 20 30 30 11 41 x", "7 8 15 11 21 32 31 12 43 90", "17 9 26 12 22 34 33 13 46 106"],
            )],
        ),
        (
            "a column that is two others, where there is a nought",
            5,
            &[("a b c", &["x;;;;2;11;13", "y;;;;0;12;12"], &["< x 13", "0 12 12"])],
        ),
        (
            "a nought in the one row of a total",
            5,
            &[("a b ialt", &["x;;;;0;3;3", "y;;;;;12;12"], &["0 < <", " 12 12"])],
        ),
        ("noughts alone may be chance", 5, &[("a b c", &["x;;;;0;11;11", "y;;;;0;3;3"], &["0 11 11", "0 < <"])]),
    ]);
}

#[test]
fn earlier_reports_tell_small_counts() {
    check(&[
        (
            "a column that is by chance what another one was",
            5,
            &[
                ("a b:pladser", &["n;;;;21;3", "s;;;;33;12", "t;total;;n:s"], &["21 3", "33 12", "54 15"]),
                ("a b:pladser", &["n;;;;3;5", "s;;;;12;14", "t;total;;n:s"], &["< 5", "x 14", "15 19"]),
            ],
        ),
        (
            "a column of another unit",
            5,
            &[
                ("a b:kr.", &["n;;;;21;3", "s;;;;33;12", "t;total;;n:s"], &["21 3", "33 12", "54 15"]),
                ("a b:kr.", &["n;;;;3;5", "s;;;;12;14", "t;total;;n:s"], &["< 5", "x 14", "15 19"]),
            ],
        ),
        (
            "the last stock is the first one of this report, in columns",
            5,
            &[
                ("primo til afgang ultimo", &["x;;;;12;8;0;20"], &["12 8 0 20"]),
                ("primo til afgang ultimo", &["x;;;;20;3;0;23"], &["20 < 0 x"]),
                ("primo til afgang ultimo", &["x;;;;23;7;0;30"], &["x x 0 30"]),
            ],
        ),
        (
            "in one of two rows",
            5,
            &[
                ("primo til afgang ultimo", &["x;;;;12;8;0;20", "y;;;;30;9;6;33"], &["12 8 0 20", "30 9 6 33"]),
                ("primo til afgang ultimo", &["x;;;;20;3;0;23", "y;;;;34;7;6;35"], &["20 < 0 x", "34 7 6 35"]),
            ],
        ),
        (
            "in rows",
            5,
            &[
                ("n", &["primo;;;;12", "til;;;;8", "afgang;;;;0", "ultimo;;;;20"], &["12", "8", "0", "20"]),
                ("n", &["primo;;;;20", "til;;;;3", "afgang;;;;0", "ultimo;;;;23"], &["20", "<", "0", "x"]),
            ],
        ),
        (
            "in rows with a formula",
            5,
            &[
                (
                    "a b",
                    &["primo;;;;12;30", "til;;;;8;9", "afgang;;;;0;8", "ultimo;;;primo + til - afgang"],
                    &["12 30", "8 9", "0 8", "20 31"],
                ),
                (
                    "a b",
                    &["primo;;;;20;31", "til;;;;3;7", "afgang;;;;0;8", "ultimo;;;primo + til - afgang"],
                    &["20 31", "< 7", "0 8", "x 30"],
                ),
            ],
        ),
        (
            "how much more there is, where a row did not change",
            5,
            &[
                ("n mere:x", &["x;;;;20;", "y;;;;10;"], &["20 ", "10 "]),
                ("n mere:x", &["x;;;;20;0", "y;;;;3;-7"], &["20 0", "< x"]),
            ],
        ),
        (
            "of a table that is withheld as a whole what is nothing is shown",
            3,
            &[
                (
                    "c0 c1 t=c0+c1",
                    &["r0;;;;1;1", "r1;;;;12;0", "r2;;;;7;6", "p0;;r2;;0;5", "p1;;r2;;7;1"],
                    &["x x x", "x 0 x", "x x x", "0 x x", "x x x"],
                ),
                (
                    "c0 c1 t=c0+c1",
                    &["r0;;;;1;1", "r1;;;;2;0", "r2;;;;12;6", "p0;;r2;;1;5", "p1;;r2;;0;1"],
                    &["x x x", "x 0 x", "x x x", "x x x", "0 x x"],
                ),
            ],
        ),
    ]);
}

/// Of 0 and 11 beside 11 whoever sees 6 and 0 beside 6 below it knows that the one column is what the others come to.
#[test]
fn noughts_on_either_side_tell_that_a_column_is_a_sum() {
    let mut table = table("t a b", &["tot;total;;;20;6;14", "x;;;;11;0;11", "y;;;;3;0;3", "z;;;;6;6;0"]);
    assert!(suppress_alone(&mut table, &[]));
    assert_ne!(printed(&table)[1], "11 0 x", "{:?}", printed(&table));
}

/// What came and what went is the same as what there was at the end by chance alone, and what there is at the beginning is not.
#[test]
fn equal_by_chance_among_stocks_and_flows_is_not_known() {
    check(&[
        (
            "what there is at the end is as much as what left before",
            5,
            &[
                ("n", &["primo;;;;8", "tilgang;;;;20", "afgang;;;;13", "ultimo;;;;15"], &["8", "20", "13", "15"]),
                (
                    "n added",
                    &["primo;;;;15;7", "tilgang;;;;30;10", "afgang;;;;32;19", "ultimo;;;;13;-2"],
                    &["15 7", "30 10", "x x", "x <"],
                ),
            ],
        ),
        (
            "what came is as much as what there was at the end before",
            5,
            &[
                ("n", &["primo;;;;8", "tilgang;;;;20", "afgang;;;;6", "ultimo;;;;22"], &["8", "20", "6", "22"]),
                (
                    "n added",
                    &["primo;;;;22;14", "tilgang;;;;22;2", "afgang;;;;30;24", "ultimo;;;;14;-8"],
                    &["22 14", "x <", "x x", "14 -8"],
                ),
            ],
        ),
        (
            "what there is at the beginning is as much as what came before",
            5,
            &[
                ("n", &["primo;;;;18", "tilgang;;;;20", "afgang;;;;6", "ultimo;;;;32"], &["18", "20", "6", "32"]),
                (
                    "n added",
                    &["primo;;;;20;2", "tilgang;;;;50;30", "afgang;;;;30;24", "ultimo;;;;40;8"],
                    &["x <", "x x", "30 24", "40 8"],
                ),
            ],
        ),
        (
            "the same in columns",
            5,
            &[
                ("primo tilgang afgang ultimo", &["a;;;;8;20;6;22", "b;;;;9;30;7;32"], &["8 20 6 22", "9 30 7 32"]),
                (
                    "primo tilgang added afgang ultimo",
                    &["a;;;;22;22;2;30;14", "b;;;;32;41;11;33;40"],
                    &["22 x < x 14", "32 41 11 33 40"],
                ),
            ],
        ),
        (
            "the same in columns of what there is at the beginning",
            5,
            &[
                ("primo tilgang afgang ultimo", &["a;;;;18;20;6;32", "b;;;;9;30;7;32"], &["18 20 6 32", "9 30 7 32"]),
                (
                    "primo added tilgang afgang ultimo",
                    &["a;;;;20;2;50;30;40", "b;;;;40;31;41;41;40"],
                    &["x < x 30 40", "40 31 41 41 40"],
                ),
            ],
        ),
    ]);
}

/// Where nothing can be proved, a report is published as if it had no figures, and the next as if it had not been.
#[test]
fn what_cannot_be_proved_is_left_out_with_all_it_says() {
    let first =
        ["r0;;;;7;", "r1;;;;3;", "s0;subtotal;;;10;", "r2;;;;3;", "r3;;;;5;", "s1;subtotal;;r2:r3;8;", "ialt;;;;18;"];
    let second = [
        "r0;;;;7;7",
        "r1;;;;3;3",
        "s0;subtotal;;;10;10",
        "r2;;;;0;3",
        "r3;;;;5;5",
        "s1;subtotal;;r2:r3;5;8",
        "ialt;;;;15;18",
    ];
    let mut tables = [first, second, first].map(|rows| table("n previous", &rows));
    assert_eq!(suppress_tables(&mut tables), [1]);
    let shown = tables.each_ref().map(printed);
    let first = ["x ", "< ", "10 ", "< ", "x ", "8 ", "18 "];
    assert_eq!(shown, [first, ["x x"; 7], first]);
}
