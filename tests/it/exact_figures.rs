//! Each figure is as exact as it is written: what rounding explains of totals, sums and quotients, and what it does not.

use fremdrift::locale::Language;

use crate::support::{Outcome, Site, html::Table};

/// A site whose plan has one figure table, declared so and with these figures.
fn site(declaration: &str, figures: &str) -> Site {
    Site::small()
        .messages(Language::English)
        .with("content/plans/a/tables/t.toml", format!("title = \"Tabel\"\n{declaration}"))
        .with("content/plans/a/tables/t.csv", figures)
}

/// The plan's table, with a build that has no error.
fn table(declaration: &str, figures: &str) -> Table {
    of(&site(declaration, figures).build())
}

fn of(outcome: &Outcome) -> Table {
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    outcome.html("planer/a/index.html").table("table-t")
}

/// What a total of one column is called: `exact`, `rounding`, `unexplained`, or that with ` reach`.
fn class(unit: &str, total: &str, parts: &[&str]) -> &'static str {
    let mut figures = "row;label;kind;formula;x\n".to_owned();
    for (at, part) in parts.iter().enumerate() {
        figures += &format!("r{at};R{at};;;{part}\n");
    }
    figures += &format!("all;Samlet;total;r0:r{};{total}\n", parts.len() - 1);
    let table = table(&format!("unit = \"{unit}\"\n[columns.x]\ntitle = \"X\"\n"), &figures);
    word(table.cell("Samlet", "X"))
}

fn word(cell: &str) -> &'static str {
    match cell {
        _ if cell.contains("kan lige netop") => "unexplained reach",
        _ if cell.contains("stemmer ikke") => "unexplained",
        _ if cell.contains("afrunding") => "rounding",
        _ => "exact",
    }
}

#[test]
fn parts_of_mixed_precision_are_each_as_exact_as_they_are_written() {
    for (total, parts, expected) in [
        ("11,0", &["5", "3,5", "2,5", "1,5"][..], "unexplained"),
        ("13,1", &["5", "3,5", "2,5", "1,5"], "rounding"),
        ("13,2", &["5", "3,5", "2,5", "1,5"], "unexplained reach"),
        ("12,5", &["5", "3,5", "2,5", "1,5"], "exact"),
        ("11", &["5", "3,5", "2,5", "1,5"], "unexplained"),
        // Known to a tenth, but for one part to a thousandth.
        ("10,2", &["4,1", "3,2", "2,875"], "rounding"),
        ("10,3", &["4,1", "3,2", "2,875"], "unexplained reach"),
        ("10,4", &["4,1", "3,2", "2,875"], "unexplained"),
        // One coarse part: half a million of it can be anything, and no more.
        ("107,4", &["100", "3,51", "4,49"], "rounding"),
        ("107,2", &["100", "3,51", "4,49"], "unexplained"),
        ("109,5", &["100", "3,51", "4,49"], "unexplained"),
        // Whole numbers of money are rounded too.
        ("81", &["5", "71", "4"], "rounding"),
        ("82", &["5", "71", "4"], "unexplained reach"),
        ("83", &["5", "71", "4"], "unexplained"),
    ] {
        assert_eq!(class("mio. kr.", total, parts), expected, "{total} of {parts:?}");
    }
}

#[test]
fn parts_of_mixed_units_are_each_as_exact_as_they_are_written() {
    for (total, parts, expected) in [
        // 2,50 mio. kr. is known to 10.000 kr., 100.000 kr. to one.
        ("2.605.000", &["2,50 mio. kr.", "100.000"][..], "rounding"),
        ("2.625.000", &["2,50 mio. kr.", "100.000"], "unexplained"),
        ("2.600.000", &["2,50 mio. kr.", "100.000"], "exact"),
        ("2,6 mio. kr.", &["2,50 mio. kr.", "100.000"], "exact"),
        ("2,61 mio. kr.", &["2,50 mio. kr.", "100.000"], "rounding"),
        ("2,7 mio. kr.", &["2,50 mio. kr.", "100.000"], "rounding"),
        ("2,8 mio. kr.", &["2,50 mio. kr.", "100.000"], "unexplained"),
        ("100.002", &["60.000", "40.000"], "unexplained"),
        ("100.400", &["60 t.kr.", "40.000"], "rounding"),
        ("102.000", &["60 t.kr.", "40.000"], "unexplained"),
    ] {
        assert_eq!(class("kr.", total, parts), expected, "{total} of {parts:?}");
    }
}

#[test]
fn stated_totals_of_plans_are_classed_by_the_same_rule() {
    for (stated, required, expected) in [
        ("11,0", ["5", "3,5", "2,5", "1,5"], Some(false)),
        ("13,2", ["5", "3,5", "2,5", "1,5"], Some(true)),
        ("13,1", ["5", "3,5", "2,5", "1,5"], None),
        ("12,5", ["5", "3,5", "2,5", "1,5"], None),
        ("2,65", ["2,5", "60.000 kr.", "40.000 kr.", "50.004 kr."], None),
        ("2,70", ["2,5", "60.000 kr.", "40.000 kr.", "50.004 kr."], None),
        ("2,72", ["2,5", "60.000 kr.", "40.000 kr.", "50.004 kr."], Some(false)),
        ("18 familier", ["5 familier", "3 familier", "4 familier", "5 familier"], Some(false)),
        ("17 familier", ["5 familier", "3 familier", "4 familier", "5 familier"], None),
    ] {
        let plan = "content/plans/a/plan.md";
        let site =
            Site::small().edit(plan, "unit = \"mio. kr.\"\n", "unit = \"mio. kr.\"\n[stated]\nrequired = \"X\"\n");
        let site = site.edit(plan, "X", stated).without("content/plans/a/updates/2020-06-30/01.md");
        let measures = (1..).zip(required).fold(site, |site, (number, required)| {
            let text = format!("+++\nnumber = \"{number}\"\ntitle = \"Tiltag\"\nrequired = \"{required}\"\n+++\n");
            site.with(&format!("content/plans/a/measures/0{number}.md"), text)
        });
        let outcome = measures.build();
        let differs = outcome.codes().contains(&"stated-differs");
        assert_eq!(differs, expected.is_some(), "{stated} of {required:?}: {:#?}", outcome.built.findings);
        if let Some(within_reach) = expected {
            let cell = outcome.html("planer/a/index.html").table("measures-table");
            let cell = cell.cell("I alt, angivet", "Sparekrav");
            assert_eq!(cell.contains("kan lige netop"), within_reach, "{stated} of {required:?}: {cell}");
        }
    }
}

#[test]
fn counts_are_exact() {
    for (unit, total, parts, expected) in [
        ("projekter", "81", &["5", "71", "4"][..], "unexplained"),
        ("projekter", "80", &["5", "71", "4"], "exact"),
        ("projekter", "79", &["5", "71", "4"], "unexplained"),
        ("", "81", &["5", "71", "4"], "unexplained"),
        ("familier", "12", &["1"; 11], "unexplained"),
        // An equal split of a count is no split that was rounded.
        ("personer", "17", &["1"; 16], "unexplained"),
        // Years of work are measured, where any of them has decimals.
        ("årsværk", "80,8", &["5", "71,2", "4"], "rounding"),
        ("årsværk", "81", &["5,4", "71,2", "4,1"], "rounding"),
        ("årsværk", "82", &["5,4", "71,2", "4,1"], "unexplained"),
        ("1.000 personer", "81", &["5", "71", "4"], "rounding"),
        ("mio. rejser", "81", &["5", "71", "4"], "rounding"),
        ("%", "81", &["5", "71", "4"], "rounding"),
    ] {
        assert_eq!(class(unit, total, parts), expected, "{total} {unit} of {parts:?}");
    }
}

/// How each row of a quotient is classed: of rows with a part, a whole and what is stated of them.
fn quotients(units: [&str; 3], rows: &[[&str; 3]]) -> Vec<&'static str> {
    let [part, whole, share] = units;
    let declaration = format!(
        "[columns.a]\nunit = \"{part}\"\n[columns.b]\nunit = \"{whole}\"\n\
         [columns.s]\ntitle = \"S\"\nunit = \"{share}\"\nformula = \"a / b\"\n"
    );
    let lines = (0..).zip(rows).map(|(at, [a, b, s])| format!("r{at};R{at};{a};{b};{s}\n"));
    let table = table(&declaration, &format!("row;label;a;b;s\n{}", lines.collect::<String>()));
    (0..rows.len()).map(|row| word(&table.row(&format!("R{row}")).cells[3])).collect()
}

#[test]
fn quotients_inherit_the_bounds_of_their_parts() {
    let rows = [["1,4", "12,4", "11,6"], ["1,4", "12,4", "11,3"], ["1,4", "12,4", "11,8"], ["1,4", "12,4", "10,7"]];
    let expected = ["rounding", "exact", "unexplained", "unexplained"];
    for unit in ["mio. kr.", "årsværk", "1.000 personer"] {
        assert_eq!(quotients([unit, unit, "%"], &rows), expected, "{unit}");
    }
    // Counts give one quotient, and it is known to the last digit that is printed.
    let rows = [["78", "95", "82"], ["78", "95", "82,1"], ["78", "95", "82,2"], ["78", "95", "92"], ["1", "8", "12"]];
    let expected = ["exact", "exact", "unexplained", "unexplained", "rounding"];
    assert_eq!(quotients(["elever", "elever", "%"], &rows), expected);
    // A count of amounts: the amount alone is rounded.
    let rows =
        [["2,1", "7", "0,3"], ["2,1", "7", "0,31"], ["2,1", "7", "0,32"], ["0,0", "7", "0,02"], ["-", "7", "0,1"]];
    let expected = ["exact", "rounding", "unexplained", "unexplained", "unexplained"];
    assert_eq!(quotients(["mio. kr.", "skoler", "mio. kr."], &rows), expected);
    // Wide bounds: 1 of 3 lies between 14,3 and 60 per cent.
    let rows = [["1", "3", "14"], ["1", "3", "13"], ["1", "3", "60"], ["1", "3", "61"]];
    assert_eq!(quotients(["mio. kr.", "mio. kr.", "%"], &rows), ["rounding", "unexplained", "rounding", "unexplained"]);
    // Negative numbers have bounds on both sides too.
    let rows =
        [["-6,7", "905,2", "-0,7"], ["-6,7", "905,2", "0,7"], ["6,7", "-905,2", "-0,7"], ["-6,7", "-905,2", "0,7"]];
    assert_eq!(quotients(["mio. kr.", "mio. kr.", "%"], &rows), ["exact", "unexplained", "exact", "exact"]);
    // An approximate part proves nothing, nor does an approximate quotient.
    let rows = [["ca. 1", "3", "99"], ["1", "ca. 3", "99"], ["1", "3", "ca. 99"]];
    assert_eq!(quotients(["mio. kr.", "mio. kr.", "%"], &rows), ["exact"; 3]);
}

#[test]
fn what_is_divided_counts_in_one_unit() {
    assert_eq!(quotients(["mio. kr.", "1.000 kr.", "%"], &[["1,5", "3.000", "50"]]), ["exact"]);
    assert_eq!(quotients(["1.000 kr.", "mio. kr.", "%"], &[["1.500", "3,0", "50"]]), ["exact"]);
    assert_eq!(quotients(["mio. kr.", "familier", "kr."], &[["1,5", "3", "500.000"]]), ["exact"]);
    assert_eq!(quotients(["mio. kr.", "familier", "kr."], &[["1,5", "3", "514.000"]]), ["rounding"]);
    assert_eq!(quotients(["mio. kr.", "familier", "kr."], &[["1,5", "3", "520.000"]]), ["unexplained"]);
    assert_eq!(quotients(["børn", "elever", "%"], &[["1", "4", "25"]]), ["exact"]);
}

#[test]
fn what_is_computed_on_the_way_is_as_exact_as_its_parts() {
    // The subtotals are left out and computed: the total is of four parts known to a tenth, not of two.
    let figures = |total: &str| {
        format!(
            "row;label;kind;formula;x\na;A;;;1,1\nb;B;;;2,2\nab;AB;subtotal;a:b;\nc;C;;;3,3\nd;D;;;4,4\n\
             cd;CD;subtotal;c + d;\nall;Samlet;total;ab + cd;{total}\n"
        )
    };
    let word_of = |total: &str| {
        word(table("unit = \"mio. kr.\"\n[columns.x]\ntitle = \"X\"\n", &figures(total)).cell("Samlet", "X"))
    };
    assert_eq!(["11,0", "11,2", "11,3"].map(word_of), ["exact", "rounding", "unexplained"]);
    // A share of a whole that is computed of rounded parts may be anything that they may be.
    let declaration = "[columns.a]\nunit = \"mio. kr.\"\n[columns.b]\nunit = \"mio. kr.\"\n\
                       [columns.c]\nunit = \"mio. kr.\"\nformula = \"a - b\"\n\
                       [columns.s]\ntitle = \"S\"\nunit = \"%\"\nformula = \"a / c\"\n";
    let shares = table(declaration, "row;label;a;b;s\nx;X;10;8;400\ny;Y;10,0;8,0;400\nz;Z;10;9;300\n");
    assert_eq!(["X", "Y", "Z"].map(|row| word(shares.cell(row, "S"))), ["rounding", "unexplained", "exact"]);
    assert!(!shares.cell("Z", "S").contains("stemmer"), "1 ± 1 may be nothing, so that a share of it proves nothing");
}

#[test]
fn an_empty_cell_stays_empty() {
    let declaration = "unit = \"mio. kr.\"\n[columns.previous]\n[columns.forecast]\n\
                       [columns.change]\ntitle = \"C\"\nformula = \"forecast - previous\"\n\
                       [columns.share]\ntitle = \"S\"\nunit = \"%\"\nshare_of = \"forecast\"\n";
    let figures = "row;label;kind;formula;previous;forecast;change;share\na;A;;;3.728;3.044;;55\nb;B;;;1;2;1;\n\
                   all;Samlet;total;a:b;;3.046;;\n";
    let stated = table(declaration, figures);
    assert_eq!(stated.column("C"), ["", "1", ""]);
    assert_eq!(stated.column("Forrige skøn"), ["3.728", "1", ""]);
    assert!(stated.cell("A", "S").contains("stemmer ikke"), "what is stated is still held against its parts");
    assert_eq!(stated.cell("B", "S"), "");
    // The author asks by leaving out the column, the row, or all figures of a row that has a formula.
    let without_column =
        "row;label;kind;formula;previous;forecast\na;A;;;3.728;3.044\nb;B;;;1;2\nall;Samlet;total;a:b;;\n";
    let asked = table(declaration, without_column);
    assert_eq!(asked.column("C"), ["−684 beregnet", "1 beregnet", "−683 beregnet"]);
    assert_eq!(asked.cell("Samlet", "Forrige skøn"), "3.729 beregnet");
    let rows = "row;label;kind;formula\na;A;;\nb;B;;\nall;Samlet;total;a:b\n";
    let reported = |figures: &str| {
        let site = site(declaration, rows).with("content/plans/a/updates/2020-06-30/t.csv", figures);
        of(&site.build())
    };
    let asked = reported("row;previous;forecast;change\na;3.728;3.044;\nb;1;2;1\n");
    assert_eq!(asked.cell("Samlet", "Forrige skøn"), "3.729 beregnet");
    assert_eq!(asked.cell("A", "C"), "");
    let given = reported("row;previous;forecast;change\na;3.728;3.044;\nb;1;2;1\nall;;3.046;\n");
    assert_eq!((given.cell("Samlet", "Forrige skøn"), given.cell("Samlet", "C")), ("", ""));
    // What is not given adds up to nothing, and is no whole.
    let missing = table(
        declaration,
        "row;label;kind;formula;previous;forecast;change\na;A;;;1;;\nb;B;;;1;2;1\nall;Samlet;total;a:b;2;9;7\n",
    );
    assert_eq!(missing.cell("Samlet", "Forventet regnskab"), "9");
    assert_eq!(missing.cell("A", "S"), "");
}

#[test]
fn shares_without_a_total_are_of_all_items() {
    let declaration =
        "unit = \"indikatorer\"\n[columns.count]\n[columns.share]\ntitle = \"S\"\nunit = \"%\"\nshare_of = \"count\"\n";
    let classes = |figures: &str| -> Vec<&'static str> {
        let table = table(declaration, &format!("row;label;kind;of;formula;count;share\n{figures}"));
        table.column("S").into_iter().map(word).collect()
    };
    assert_eq!(
        classes("g;G;;;;78;92\na;A;;;;3;3\nr;R;;;;14;15\n"),
        ["unexplained", "exact", "exact"],
        "78 of 95 are 82 per cent"
    );
    // Of-which rows are shares of their row, and no part of the whole; subtotals are none either.
    assert_eq!(
        classes("g;G;;;;78;82\nn;heraf nye;;g;;39;50\na;A;;;;17;18\ns;Under;subtotal;;g + a;95;100\n"),
        ["exact"; 4]
    );
    assert_eq!(classes("g;G;;;;78;82\nn;heraf nye;;g;;39;41\na;A;;;;17;18\n"), ["exact", "unexplained", "exact"]);
    // With a total, shares are of that.
    assert_eq!(classes("g;G;;;;78;39\nall;I alt;total;;;200;\n"), ["exact", "exact"]);
    assert_eq!(classes("g;G;;;;78;100\nall;I alt;total;;;200;\n"), ["unexplained", "exact"]);
    // An item that is not given leaves nothing to be a share of; nil is nothing.
    assert_eq!(classes("g;G;;;;78;92\na;A;;;;;3\n"), ["exact", "exact"]);
    assert_eq!(classes("g;G;;;;78;92\na;A;;;;-;0\n"), ["unexplained", "exact"]);
    assert_eq!(classes("g;G;;;;0;92\n"), ["exact"], "nothing is no whole");
    let computed = table(declaration, "row;label;count\ng;G;78\na;A;17\n");
    assert_eq!(computed.column("S"), ["82,1 % beregnet", "17,9 % beregnet"]);
}

#[test]
fn a_column_without_sign_states_sizes() {
    let classes = |sign: &str, formula: &str, figures: &[[&str; 3]]| -> Vec<&'static str> {
        let unit = if formula.contains('/') { "unit = \"%\"\n" } else { "" };
        let declaration = format!(
            "unit = \"mio. kr.\"\nsign = \"cost\"\n[columns.revised]\n[columns.deviation]\n\
             [columns.share]\ntitle = \"S\"\n{unit}{sign}formula = \"{formula}\"\n"
        );
        let lines = (0..).zip(figures).map(|(at, [a, b, s])| format!("r{at};R{at};{a};{b};{s}\n"));
        let table = table(&declaration, &format!("row;label;revised;deviation;share\n{}", lines.collect::<String>()));
        table.column("S").into_iter().map(word).collect()
    };
    let (none, ratio) = ("sign = \"none\"\n", "deviation / revised");
    let sizes = [["-2.093,8", "2,1", "0,1"], ["7,2", "-9,0", "124,7"], ["100,0", "5,0", "5,0"]];
    assert_eq!(classes(none, ratio, &sizes), ["exact", "rounding", "exact"]);
    // A wrong size is found.
    let wrong = [["-2.093,8", "2,1", "0,2"], ["7,2", "-9,0", "135,0"], ["100,0", "5,0", "6,0"]];
    assert_eq!(classes(none, ratio, &wrong), ["unexplained"; 3]);
    // A column with any minus has signs, and so has one that does not say that they mean nothing.
    let signed = [["-2.093,8", "2,1", "-0,1"], ["7,2", "-9,0", "124,7"], ["100,0", "5,0", "5,0"]];
    assert_eq!(classes(none, ratio, &signed), ["exact", "unexplained", "exact"]);
    assert_eq!(classes("", ratio, &sizes), ["unexplained", "unexplained", "exact"]);
    // Of differences, a minus that is missing once may be forgotten; twice, the column has none.
    let difference = "revised - deviation";
    let once = [["1,0", "3,0", "2,0"], ["5,0", "3,0", "2,0"]];
    assert_eq!(classes(none, difference, &once), ["unexplained", "exact"]);
    let twice = [["1,0", "3,0", "2,0"], ["5,0", "3,0", "2,0"], ["1,0", "4,0", "3,0"]];
    assert_eq!(classes(none, difference, &twice), ["exact"; 3]);
}
