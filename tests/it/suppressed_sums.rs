//! Sums that no formula declares, and what is told since the last report: small counts cannot be computed of them either.

use crate::suppressed::{CHILDREN, FURTHER, SMALL, cells, plain, with_table};

/// Totals that are written as ordinary rows and columns: no formula says what they are, and every reader sees it.
#[test]
fn a_total_that_no_formula_declares_gives_nothing_away() {
    let hidden = |columns: &str, rows: &str| -> Vec<Vec<String>> {
        let heads: String = columns.split(' ').map(|id| format!("{id} = {{ title = \"{id}\" }}\n")).collect();
        let rows: String = rows.lines().enumerate().map(|(nth, row)| format!("r{nth};{row}\n")).collect();
        let file = format!("row;label;{}\n{rows}", columns.replace(' ', ";"));
        let short = |cell: &str| match cell {
            SMALL => "<".to_owned(),
            FURTHER => "x".to_owned(),
            other => other.to_owned(),
        };
        let cells = cells(&with_table(&format!("{CHILDREN}{heads}"), &file));
        cells.into_iter().map(|row| row[1..].iter().map(|cell| short(cell)).collect()).collect()
    };
    // Three columns and what they are together; the second row takes a second cell, in its row.
    let ages = hidden("smaa mellem store ialt", "a;12;9;8;29\nb;3;9;8;20\nc;7;11;14;32\n");
    assert_eq!(ages[1].iter().filter(|cell| *cell == "x").count(), 1, "{ages:?}");
    assert_eq!(
        (&ages[0], &ages[2]),
        (&["12", "9", "8", "29"].map(String::from).to_vec(), &["7", "11", "14", "32"].map(String::from).to_vec())
    );
    let first = hidden("ialt smaa mellem store", "a;29;12;9;8\nb;20;3;9;8\nc;32;7;11;14\n");
    assert_eq!(first[1].iter().filter(|cell| *cell == "x").count(), 1, "{first:?}");
    let one_row = hidden("smaa mellem store ialt", "a;3;9;8;20\n");
    assert_eq!(one_row[0].iter().filter(|cell| *cell == "x").count(), 1, "called a total, in a row alone: {one_row:?}");
    let wide: String = (0..17).map(|at| format!("m{at} ")).collect();
    let cells_of = |first: i64| (0..17).map(|at| (first + at).to_string()).collect::<Vec<_>>().join(";");
    let sum = |first: i64| (0..17).map(|at| first + at).sum::<i64>();
    let rows = format!("a;{};{}\nb;{};{}\n", cells_of(3), sum(3), cells_of(10), sum(10));
    let wide = hidden(&format!("{wide}aar"), &rows);
    assert!(
        wide[0].contains(&"<".to_owned()) && wide[0].iter().any(|cell| cell == "x")
            || wide[0].iter().filter(|cell| *cell == "<").count() > 1,
        "{wide:?}"
    );
    // Rows: the total first; sums that stand between; a sum of such sums.
    let first = hidden("antal", "ialt;24\na;12\nb;3\nc;9\n");
    assert_eq!(first.iter().filter(|row| row[0] == "x").count(), 1, "{first:?}");
    let nested = hidden("antal", "d;12\np;3\nbørn i alt;15\nm;30\nk;40\nvoksne i alt;70\nialt;85\n");
    assert_eq!((&*nested[1][0], nested.iter().filter(|row| row[0] == "x").count()), ("<", 1), "{nested:?}");
    assert!(nested[0][0] == "x" || nested[2][0] == "x", "{nested:?}");
    let taken_away = hidden("antal", "d;12\np;30\nbørn i alt;42\nm;30\nk;3\nvoksne i alt;33\nialt;75\n");
    assert!(taken_away[3][0] == "x" || taken_away[5][0] == "x", "{taken_away:?}");
    assert!(!(taken_away[5][0] == "x" && taken_away[2][0] != "x" && taken_away[6][0] != "x"), "{taken_away:?}");
    // Several columns say what a row is, whatever it is called.
    let several = hidden("foer nu", "x;50;60\na;12;14\nb;9;3\nbegge;21;17\n");
    assert_eq!((&*several[2][1], several.iter().filter(|row| row[1] == "x").count()), ("<", 1), "{several:?}");
    // Averages tell the number they are for each of.
    let average = hidden("antal gennemsnit", "a;12;20\nb;3;40\n");
    assert_eq!(average, [["12", "x"], ["<", "x"]]);
    // What is left empty is none, where the others add up without it.
    let empty = hidden("smaa mellem store ialt", "a;12;9;8;29\nb;3;17;;20\nc;7;11;14;32\n");
    assert_eq!(empty[1].iter().filter(|cell| *cell == "x").count(), 1, "{empty:?}");
}

/// How much there is more than last time, written beside what there is: what was withheld then is computed of it.
#[test]
fn what_changed_since_the_last_report_gives_nothing_away() {
    let declared = format!("{CHILDREN}antal = {{ title = \"Antal\" }}\nudv = {{ title = \"Udvikling\" }}\n");
    let report =
        |date: &str, rows: &str| (format!("content/plans/a/updates/{date}/t.csv"), format!("row;antal;udv\n{rows}"));
    let (first, then) = report("2020-03-31", "a;12;\nb;3;\nc;20;\n");
    let (second, now) = report("2020-06-30", "a;30;18\nb;9;6\nc;15;-5\n");
    let site =
        with_table(&declared, "row;label;kind;formula\na;A;;\nb;B;;\nc;C;;\n").with(&first, then).with(&second, now);
    let outcome = site.build();
    let page = |path: &str| plain(&outcome.html(path).table("table-t"));
    assert_eq!(page("planer/a/2020-03-31.html")[1][1], SMALL);
    let later = page("planer/a/index.html");
    assert!(later[1][1] == FURTHER || later[1][2] == FURTHER, "{later:?}");
    assert_eq!(later[0][1..], ["30", "18"]);
}

/// A column that repeats under another name what an earlier report said.
#[test]
fn what_was_withheld_is_withheld_under_another_name() {
    let declared = format!("{CHILDREN}foer = {{ title = \"Før\" }}\nnu = {{ title = \"Nu\" }}\n");
    let report =
        |date: &str, rows: &str| (format!("content/plans/a/updates/{date}/t.csv"), format!("row;foer;nu\n{rows}"));
    let (first, then) = report("2020-03-31", "a;;12\nb;;3\nc;;20\n");
    let (second, now) = report("2020-06-30", "a;12;30\nb;3;9\nc;20;7\n");
    let rows = "row;label;kind;formula\na;A;;\nb;B;;\nc;C;;\ni;I;total;a:c\n";
    let outcome = with_table(&declared, rows).with(&first, then).with(&second, now).build();
    let page = |path: &str| plain(&outcome.html(path).table("table-t"));
    let (earlier, later) = (page("planer/a/2020-03-31.html"), page("planer/a/index.html"));
    let (then, now): (Vec<&String>, Vec<&String>) =
        (earlier.iter().map(|row| &row[2]).collect(), later.iter().map(|row| &row[1]).collect());
    assert_eq!(then, now, "the same cells as in the report before");
    assert!(then.contains(&&FURTHER.to_owned()), "{then:?}");
}

/// A total that is written in a column of words stands beside what is withheld as any other.
#[test]
fn numbers_among_words_tell_no_count() {
    let columns = "piger = { title = \"Piger\" }\ndrenge = { title = \"Drenge\" }\nialt = { title = \"Alle\", text = true }\nnr = { title = \"Skole\", text = true }\n";
    let site =
        |rows: &str| with_table(&format!("{CHILDREN}{columns}"), &format!("row;label;piger;drenge;ialt;nr\n{rows}"));
    let shown = |rows: &str| cells(&site(rows)).iter().map(|row| row[1..].join(" ")).collect::<Vec<_>>();
    assert_eq!(
        shown("a;A;3;9;12 børn;101\nb;B;8;7;15;102\nc;C;9;2;ca. 11;103\n"),
        ["under 5 vises ikke 12 børn 101", "8 7 15 102", "vises ikke under 5 ca. 11 103"]
    );
    assert_eq!(
        shown("a;A;3;0;3;101\nb;B;8;7;15;102\n"),
        ["under 5 0 vises ikke 101", "8 7 15 102"],
        "nothing else to hide"
    );
    for total in ["(12)", "i alt 12", "12.", "12 i alt", "[12]"] {
        assert_eq!(
            shown(&format!("a;A;3;9;{total};101\nb;B;8;7;15;102\n")),
            [format!("under 5 vises ikke {total} 101"), "8 7 15 102".to_owned()],
            "{total}"
        );
    }
    assert_eq!(shown("a;A;3;9;mange;101\nb;B;8;7;få;102\n"), ["under 5 9 mange 101", "8 7 få 102"], "words are none");
    assert_eq!(shown("a;A;3;9;13;101\nb;B;8;7;15;102\n"), ["under 5 9 13 101", "8 7 15 102"], "they add up to another");
    assert_eq!(shown("a;A;12;9;21;101\nb;B;8;7;15;102\n"), ["12 9 21 101", "8 7 15 102"]);
    // Of more columns of numbers than are looked at none is shown.
    let words = |at: usize| format!("n{at} = {{ title = \"Nummer {at}\", text = true }}\n");
    let columns = format!(
        "piger = {{ title = \"Piger\" }}\ndrenge = {{ title = \"Drenge\" }}\n{}",
        (1..=10).map(words).collect::<String>()
    );
    let of = |rows: &str| {
        let head = (1..=10).map(|at| format!(";n{at}")).collect::<String>();
        let site = with_table(&format!("{CHILDREN}{columns}"), &format!("row;label;piger;drenge{head}\n{rows}"));
        cells(&site).iter().map(|row| row[1..].join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(
        of("a;A;3;9;x;1;2;3;4;5;6;7;101;12\n"),
        ["under 5 9 x 1 2 3 4 5 6 7 101 vises ikke"],
        "the ninth with a number"
    );
    assert_eq!(of("a;A;8;9;x;1;2;3;4;5;6;7;101;17\n"), ["8 9 x 1 2 3 4 5 6 7 101 17"], "nothing is small");
}
