//! Each figure is as exact as it is written: what rounding explains of totals, sums and quotients, and what it does not.

use fremdrift::locale::Language;

use crate::support::{Outcome, Site, html::Table, past::Revisions};

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
        // Equal parts are a split to the digit that each is written to: one coarse part makes the others no coarser.
        ("17,0", &["1", "1,0", "1,0", "1,0", "1,0", "1,0", "1,0", "1,0", "1,0", "1,0", "1,0", "1,0"], "unexplained"),
        ("12,5", &["1,0"; 12], "rounding"),
        ("12,6", &["1,0"; 12], "unexplained reach"),
        ("12,7", &["1,0"; 12], "unexplained"),
        // Zeros are no parts.
        ("0,4", &["0,1", "0,0", "0,0", "0,0", "0,0", "0,0"], "unexplained"),
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
        // What is about proves nothing.
        ("ca. 11,0", ["5", "3,5", "2,5", "1,5"], None),
        ("11,0", ["ca. 5", "3,5", "2,5", "1,5"], None),
        ("2,65", ["2,5", "60.000 kr.", "40.000 kr.", "50.004 kr."], None),
        ("2,70", ["2,5", "60.000 kr.", "40.000 kr.", "50.004 kr."], None),
        ("2,72", ["2,5", "60.000 kr.", "40.000 kr.", "50.004 kr."], Some(false)),
        ("18 familier", ["5 familier", "3 familier", "4 familier", "5 familier"], Some(false)),
        // Half a family is measured, so that the parts are rounded too.
        ("17,5 familier", ["5 familier", "3 familier", "4 familier", "5 familier"], None),
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
    // So do rates: each side of theirs counts in its own.
    for (units, [part, whole, rate]) in [
        (["mio. kr.", "borgere", "kr. pr. borger"], ["105,0", "1.000", "105.000"]),
        (["mio. kr.", "borgere", "t.kr. pr. borger"], ["105,0", "1.000", "105"]),
        (["mio. kr.", "1.000 borgere", "kr./borger"], ["105,0", "1,000", "105.000"]),
        (["1.000 kr.", "1.000 borgere", "kr. pr. borger"], ["105", "1", "105"]),
        (["1.000 kr.", "borgere", "kr. pr. 1.000 borgere"], ["105", "1.000", "105.000"]),
        (["kr.", "pladser", "kr. pr. plads"], ["500", "4", "125"]),
        (["sager", "indbyggere", "pr. 1.000 indbyggere"], ["12", "6.000", "2"]),
        (["1.000 sager", "indbyggere", "sager pr. indbygger"], ["12", "6.000", "2"]),
        (["sager", "mio. kr.", "sager pr. 1.000 kr."], ["12", "0,006", "2"]),
        (["1.000 elever", "elever", "%"], ["1,0", "4.000", "25"]),
        (["mio. kr.", "1.000 familier", "kr."], ["6,0", "2,0", "3.000"]),
        (["timer", "sager", "timer"], ["90", "30", "3"]),
        (["mio. kr.", "borgere", "mio. kr. (2025-pl) pr. borger"], ["6", "2", "3"]),
    ] {
        assert_eq!(quotients(units, &[[part, whole, rate]]), ["exact"], "{units:?}");
    }
    assert_eq!(quotients(["mio. kr.", "borgere", "kr./borger"], &[["105,0", "1.000", "0,1"]]), ["unexplained"]);
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

#[test]
fn per_cent_differs_by_points() {
    let indicator = |unit: &str, values: &str| {
        let site = Site::small().with(
            "content/plans/a/indicators.toml",
            format!("[tal]\ntitle = \"Andel\"\nunit = \"{unit}\"\ndirection = \"up\"\n{values}"),
        );
        let outcome = site.build();
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        let table = outcome.html("planer/a/index.html").table("indicators");
        (table.cell("Andel", "Ændring").to_owned(), outcome.html("planer/a/indikatorer/tal.html").text())
    };
    let (change, page) =
        indicator("%", "baseline = { date = \"2018\", value = \"76,4\" }\nreadings = { 2019 = \"72,3\" }\n");
    assert_eq!(change, "−4,1 procentpoint siden 2018");
    assert!(page.contains("4,1 procentpoint lavere") && !page.contains("4,1 %"), "{page}");
    let (change, page) = indicator("pct.", "readings = { 2017 = \"7,0\", 2018 = \"4,0\" }\n");
    assert_eq!(change, "−3,0 procentpoint siden 2017");
    assert!(page.contains("3,0 procentpoint lavere"), "{page}");
    assert_eq!(
        indicator("procentpoint", "readings = { 2017 = \"7,0\", 2018 = \"4,0\" }\n").0,
        "−3,0 procentpoint siden 2017"
    );
    assert_eq!(indicator("familier", "readings = { 2017 = 7, 2018 = 4 }\n").0, "−3 familier siden 2017");
    assert_eq!(
        indicator("%", "readings = { 2017 = \"ca. 7,0\", 2018 = \"4,0\" }\n").0,
        "ca. −3,0 procentpoint siden 2017"
    );
}

#[test]
fn columns_of_differences_in_per_cent_count_in_points() {
    let declaration = "unit = \"%\"\n[columns.before]\n[columns.after]\n[columns.change]\ntitle = \"C\"\nformula = \"after - before\"\n\
                       [columns.sum]\ntitle = \"S\"\nformula = \"before + after\"\n\
                       [columns.goal]\ntitle = \"G\"\nformula = \"after + change\"\n";
    let computed = table(declaration, "row;label;before;after\na;A;76,4;72,3\n");
    assert_eq!(computed.cell("A", "C"), "−4,1 procentpoint beregnet");
    assert_eq!(computed.cell("A", "S"), "148,7 % beregnet", "a sum is no difference");
    assert_eq!(computed.cell("A", "G"), "68,2 % beregnet", "points are added to per cent");
    for (stated, shown) in [
        ("-4,1", "−4,1 procentpoint"),
        ("-4,1 %", "−4,1 procentpoint"),
        ("-4,1 procentpoint", "−4,1 procentpoint"),
        ("-4,2", "−4,2 procentpoint afrunding, beregnet −4,1"),
        ("-5,0", "−5,0 procentpoint stemmer ikke (−0,9 procentpoint), beregnet −4,1"),
    ] {
        let table = table(declaration, &format!("row;label;before;after;change\na;A;76,4;72,3;{stated}\n"));
        assert_eq!(table.cell("A", "C"), shown, "{stated}");
    }
    // Of a share, the difference from what it comes to is in points too; of amounts it is not.
    let shares = table(
        "unit = \"elever\"\n[columns.count]\n[columns.share]\ntitle = \"S\"\nunit = \"%\"\nshare_of = \"count\"\n",
        "row;label;count;share\na;A;78;92\nb;B;17;18\n",
    );
    assert_eq!(shares.cell("A", "S"), "92 % stemmer ikke (+10 procentpoint), beregnet 82");
    let amounts = table(
        "unit = \"mio. kr.\"\n[columns.x]\n[columns.y]\n[columns.z]\ntitle = \"Z\"\nformula = \"x - y\"\n",
        "row;label;x;y;z\na;A;5;2;9\n",
    );
    assert_eq!(amounts.cell("A", "Z"), "9 stemmer ikke (+6), beregnet 3");
    let message = site(declaration, "row;label;before;after;change\na;A;76,4;72,3;-5,0\n").check().findings;
    let message = message.iter().find(|finding| finding.code == "stated-differs").expect("a finding");
    assert!(message.message.replace('\u{a0}', " ").ends_with("difference −0.9 percentage points"), "{message:?}");
}

#[test]
fn a_change_of_per_cent_is_told_in_points() {
    let declaration = "title = \"Tabel\"\nunit = \"%\"\n[columns.before]\n[columns.after]\n[columns.change]\nformula = \"after - before\"\n";
    let version = |change: &str| {
        Site::small()
            .with("content/plans/a/tables/t.toml", declaration)
            .with("content/plans/a/tables/t.csv", format!("row;label;before;after;change\na;A;76,4;72,3;{change}\n"))
    };
    let diff = format!("{:?}", version("-4,1").diff(&version("-4,2")).changes.lines);
    let shown = diff.replace("\\u{a0}", " ");
    assert!(shown.contains("\"−4,1 procentpoint\"") && shown.contains("\"−4,2 procentpoint\""), "{shown}");
}

#[test]
fn a_part_of_a_part_is_set_below_it() {
    let figures = "row;label;of;x\na;A;;9\nb;B;a;8\nc;C;b;7\nd;D;c;6\ne;E;d;5\nf;F;e;4\ng;G;a;3\nh;H;;2\n";
    let outcome = site("unit = \"mio. kr.\"\n[columns.x]\n", figures).build();
    let page = outcome.html("planer/a/index.html");
    let rows = page.by_id("table-t").all("tr");
    let classes: Vec<&str> = rows.iter().filter_map(|row| row.attribute("class")).collect();
    let expected = [
        "item",
        "of-which",
        "of-which depth-2",
        "of-which depth-3",
        "of-which depth-4",
        "of-which depth-4",
        "of-which",
        "item",
    ];
    assert_eq!(classes, expected);
    let css = outcome.page(outcome.asset("theme.css"));
    assert!((2..=4).all(
        |depth| css.contains(&format!(".depth-{depth} > th{{")) || css.contains(&format!(".depth-{depth} > th {{"))
    ));
}

/// The codes of what is found in a site, without those of the small site.
fn found(site: &Site, code: &str) -> usize {
    site.codes().into_iter().filter(|found| *found == code).count()
}

#[test]
fn parts_are_no_larger_than_their_whole() {
    let count = |declaration: &str, figures: &str| {
        let declaration = format!("unit = \"mio. kr.\"\n[columns]\n{declaration}");
        found(&site(&declaration, &format!("row;label;of;formula;x;y\n{figures}")), "part-exceeds-whole")
    };
    let amounts = "x = {}\ny = {}\n";
    for (expected, figures, why) in [
        (1, "a;A;;;36,5;\nb;B;a;;36,9;\n", "larger"),
        (0, "a;A;;;36,5;\nb;B;a;;36,6;\n", "rounding may do that"),
        (0, "a;A;;;36,5;\nb;B;a;;36,5;\n", "all of it"),
        (1, "a;A;;;-36,5;\nb;B;a;;-36,9;\n", "larger below zero"),
        (0, "a;A;;;36,5;\nb;B;a;;-36,9;\n", "income of a cost"),
        (0, "a;A;;;13,9;\nb;B;a;;-8,6;\nc;C;a;;22,5;\n", "the other part explains it"),
        (1, "a;A;;;13,9;\nb;B;a;;0,0;\nc;C;a;;22,5;\n", "nothing explains nothing"),
        (1, "a;A;;;13,9;-9\nb;B;a;;8,6;-5\nc;C;a;;22,5;-4\n", "another column explains nothing"),
        (2, "a;A;;;5;7\nb;B;a;;6,5;8\nc;C;b;;6,4;99\n", "a part of a part is held against that part"),
        (0, "a;A;;;ca. 5;\nb;B;a;;9;\n", "an approximate whole proves nothing"),
        (0, "a;A;;;5;\nb;B;a;;ca. 9;\n", "nor does an approximate part"),
        (0, "a;A;;;;1\nb;B;a;;9;\n", "a whole that is not given"),
        (1, "a;A;;;0;\nb;B;a;;9;\n", "nothing has no part"),
        (1, "a;A;;;0;\nb;B;a;;-9;\n", "none below zero either"),
        (1, "a;A;;;-36,5;\nb;B;a;;-36,9;\nc;C;a;;0,0;\n", "nothing is no opposite"),
        (1, "a;A;;;3.000 t.kr.;\nb;B;a;;3,2;\n", "in another unit"),
        (0, "a;A;;;3.000 t.kr.;\nb;B;a;;3,0;\n", "the same in another unit"),
    ] {
        assert_eq!(count(amounts, figures), expected, "{why}: {figures}");
    }
    assert_eq!(count("x = { unit = \"sager\" }\ny = {}\n", "a;A;;;36;\nb;B;a;;37;\n"), 1, "counts are exact");
    for column in [
        "{ unit = \"%\" }",
        "{ formula = \"z - y\" }",
        "{ formula = \"y / z\" }",
        "{ share_of = \"y\" }",
        "{ share_of = \"y\", unit = \"%\" }",
    ] {
        let figures = "a;A;;;36,5;100\nb;B;a;;39,5;50\n";
        assert_eq!(count(&format!("x = {column}\ny = {{}}\nz = {{}}\n"), figures), 0, "{column} is no sum of parts");
    }
}

#[test]
fn previous_is_what_the_last_report_said() {
    let count = |columns: &str, first: &str, second: &str, third: &str| {
        let update = |date: &str| format!("content/plans/a/updates/{date}/t.csv");
        let declaration = format!("title = \"T\"\nunit = \"mio. kr.\"\n[columns]\n{columns}");
        let site = Site::small().with("content/plans/a/tables/t.toml", declaration);
        let site = site.with(&update("2020-01-31"), first).with(&update("2020-03-31"), second);
        found(&site.with(&update("2020-06-30"), third), "previous-differs")
    };
    let columns = "previous = {}\nforecast = {}\noutturn = {}\n";
    let row =
        |previous: &str, forecast: &str| format!("row;label;previous;forecast;outturn\na;A;{previous};{forecast};7\n");
    for (expected, reports, why) in [
        (0, [("", "1,0"), ("1,0", "2,0"), ("2,0", "3,0")], "each repeats the last"),
        (1, [("", "1,0"), ("1,0", "2,0"), ("1,0", "3,0")], "the last, and not the one before"),
        (2, [("", "1,0"), ("1,5", "2,0"), ("2,5", "3,0")], "both"),
        (0, [("9,9", "1,0"), ("", "2,0"), ("2", "3,0")], "rounded, or of no report"),
        (1, [("", "1,0"), ("", "2,0"), ("3", "3,0")], "not rounded"),
        (1, [("", "1,0"), ("", "2,0"), ("2,1", "3,0")], "a last digit that is another"),
        (0, [("", "1,0"), ("", "2,5"), ("3", "3,0")], "rounded up"),
        (0, [("", "1,0"), ("", "2,0"), ("2,00", "3,0")], "with more digits"),
        (0, [("", "1,0"), ("", "ca. 2,0"), ("9", "3,0")], "approximate"),
        (0, [("", "1,0"), ("", ""), ("9", "3,0")], "nothing was said"),
        (0, [("", "1,0"), ("", "2,0"), ("2.000 t.kr.", "3,0")], "another unit"),
        (1, [("", "1,0"), ("", "2,0"), ("2.200 t.kr.", "3,0")], "another figure in another unit"),
    ] {
        let [first, second, third] = reports.map(|(previous, forecast)| row(previous, forecast));
        assert_eq!(count(columns, &first, &second, &third), expected, "{why}");
    }
    // It repeats the column it is held against.
    let outturn = "previous = {}\nforecast = {}\noutturn = {}\nchange = { formula = \"outturn - previous\" }\n";
    assert_eq!(count(outturn, &row("", "1,0"), &row("7", "2,0"), &row("7", "3,0")), 0);
    assert_eq!(count(outturn, &row("", "1,0"), &row("7", "2,0"), &row("2,0", "3,0")), 1);
    let other = "row;label;previous;forecast;outturn\nb;B;9;9;9\n";
    assert_eq!(count(columns, &row("", "1,0"), &row("1,0", "2,0"), other), 0, "a new row repeats nothing");
}

#[test]
fn a_total_without_formula_is_said_once() {
    let count = |figures: &str| {
        let site = site("unit = \"mio. kr.\"\n[columns.x]\n", &format!("row;label;kind;of;formula;x\n{figures}"));
        found(&site, "total-without-formula")
    };
    assert_eq!(count("a;A;;;;1\nb;B;;;;2\nc;C;subtotal;;;3\nd;D;total;;;3\n"), 1, "once of a table");
    assert_eq!(count("a;A;;;;1\nb;B;;;;2\nd;D;total;;a:b;3\n"), 0);
    assert_eq!(count("d;D;total;;;3\na;heraf A;;d;;1\n"), 0, "of-which rows are not added");
    assert_eq!(count("d;D;total;;;\na;A;;;;1\n"), 0, "nothing is stated");
    assert_eq!(count("d;D;total;;;3\na;A;;;;\n"), 0, "there is nothing to add");
    let rows = "row;label;kind;x\na;A;;1\nd;D;total;1\n";
    let site = site("unit = \"mio. kr.\"\n[columns.x]\n", rows)
        .with("content/plans/a/updates/2020-03-31/t.csv", rows)
        .with("content/plans/a/updates/2020-06-30/t.csv", rows);
    assert_eq!(found(&site, "total-without-formula"), 1, "once of all reports");
}

#[test]
fn columns_that_do_not_add_are_told() {
    let told = |declaration: &str| {
        let codes = site(declaration, "row;label;a;b\nx;X;1;2\n").codes();
        codes.into_iter().filter(|code| *code == "units-differ").count()
    };
    let columns = |a: &str, b: &str, sum: &str, formula: &str| {
        format!(
            "[columns.a]\nunit = \"{a}\"\n[columns.b]\nunit = \"{b}\"\n[columns.c]\nunit = \"{sum}\"\nformula = \"{formula}\"\n"
        )
    };
    assert_eq!(told(&columns("mio. kr.", "familier", "mio. kr.", "a + b")), 1);
    assert_eq!(told(&columns("mio. kr.", "mio. kr.", "%", "a - b")), 1, "a difference of amounts is no per cent");
    assert_eq!(told(&columns("mio. kr.", "familier", "mio. kr.", "a:b")), 1);
    assert_eq!(told(&columns("mio. kr.", "1.000 kr.", "kr.", "a - b")), 0);
    assert_eq!(told(&columns("%", "%", "%", "a - b")), 0);
    assert_eq!(told(&columns("%", "%", "procentpoint", "a - b")), 0);
    assert_eq!(told(&columns("mio. kr.", "familier", "kr.", "a / b")), 0, "what is divided may count anything");
}

#[test]
fn what_changed_since_an_edition_is_told_in_points() {
    let then = Site::small()
        .with(
            "content/plans/a/indicators.toml",
            "[andel]\ntitle = \"Andel\"\nunit = \"%\"\nbaseline = { date = \"2018\", value = \"70,0\" }\n\
             [skoen]\ntitle = \"Skøn\"\nunit = \"%\"\nbaseline = { date = \"2018\", value = \"70,0\" }\n",
        )
        .with("content/plans/a/tables/t.toml", "title = \"T\"\nunit = \"%\"\n[columns]\nforecast = {}\n")
        .with("content/plans/a/tables/t.csv", "row;label;forecast\nx;X;40,0\n")
        .with(
            "content/plans/a/updates/2020-06-30/index.md",
            "+++\n[readings]\nandel = \"76,4\"\nskoen = \"76,4\"\n+++\n",
        );
    let edition =
        "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status\"\nas_of = 2020-06-30\nrevision = \"udgave/2020-06\"\n";
    let now = then
        .clone()
        .as_of("2020-10-01")
        .append("site.toml", edition)
        .with("content/plans/a/tables/t.csv", "row;label;forecast\nx;X;41,5\n")
        .with(
            "content/plans/a/updates/2020-09-30/index.md",
            "+++\n[readings]\nandel = \"72,3\"\nskoen = \"ca. 72,3\"\n+++\n",
        );
    let outcome = now.build_with(&Revisions::default().with("udgave/2020-06", "2020-07-02", &then));
    let page = outcome.html("planer/a/index.html");
    let last = |table: &str, row: &str| page.table(table).row(row).cells.last().expect("a cell").clone();
    assert_eq!(last("indicators", "Andel"), "−4,1 procentpoint");
    assert_eq!(last("indicators", "Skøn"), "76,4 % → ca. 72,3 %", "what is about has no exact difference");
    assert_eq!(last("table-t", "X"), "+1,5 procentpoint");
}

#[test]
fn parts_in_other_columns_keep_their_last_digits() {
    // Millions and thousands in a column of kroner.
    let class = |columns: &[&str], cells: &[&str], stated: &str| {
        let ids: Vec<String> = (0..columns.len()).map(|at| format!("c{at}")).collect();
        let each = ids.iter().zip(columns).map(|(id, unit)| format!("[columns.{id}]\nunit = \"{unit}\"\n"));
        let declaration = format!(
            "{}[columns.s]\ntitle = \"S\"\nunit = \"kr.\"\nformula = \"{}\"\n",
            each.collect::<String>(),
            ids.join(" + ")
        );
        let table = table(&declaration, &format!("row;label;{};s\nx;X;{};{stated}\n", ids.join(";"), cells.join(";")));
        word(table.row("X").cells.last().expect("a cell"))
    };
    let (million, thousand) = ("mio. kr.", "1.000 kr.");
    assert_eq!(class(&[million, thousand], &["2,50", "100"], "2.605.000"), "rounding");
    assert_eq!(class(&[million, thousand], &["2,50", "100"], "2.607.000"), "unexplained");
    assert_eq!(class(&[million; 3], &["1,00", "2,00", "4,00"], "7.012.000"), "unexplained reach");
    assert_eq!(class(&[million; 3], &["1,00", "2,00", "4,00"], "7.016.000"), "unexplained");
    // One thousand, six times, in two units: a split.
    let split = [million, thousand, million, thousand, million, thousand];
    assert_eq!(class(&split, &["1,000", "1.000", "1,000", "1.000", "1,000", "1.000"], "6.002.500"), "rounding");
    assert_eq!(class(&split, &["1,000", "1.000", "1,000", "1.000", "1,000", "1.000"], "6.003.500"), "unexplained");
}

#[test]
fn an_average_is_no_count_and_makes_none_inexact() {
    // The row of an average has decimals, and the total is still of counts.
    let row = table(
        "unit = \"børn\"\n[columns.x]\ntitle = \"X\"\n",
        "row;label;kind;formula;x\na;A;;;5\nb;B;;;71\nc;C;;;4\nd;D;subtotal;a / c;1,25\nall;Samlet;total;a + b + c;81\n",
    );
    assert_eq!(word(row.cell("Samlet", "X")), "unexplained");
    // A quotient is rounded though it is whole, and so is what is computed of it.
    let declaration = "[columns.a]\nunit = \"timer\"\n[columns.b]\nunit = \"sager\"\n\
                       [columns.r]\nunit = \"timer pr. sag\"\nformula = \"a / b\"\n\
                       [columns.p]\nunit = \"timer pr. sag\"\n\
                       [columns.d]\nunit = \"timer pr. sag\"\nformula = \"r - p\"\n";
    let column = table(declaration, "row;label;a;b;r;p;d\nx;X;9;2;5;1;3\ny;Y;9;2;5;1;2\n");
    assert_eq!(["X", "Y"].map(|row| word(column.row(row).cells.last().expect("a cell"))), ["rounding", "unexplained"]);
}

#[test]
fn what_is_taken_away_is_no_split() {
    // Eight times 1 is a split of 11, by rounding. Seven of them less the eighth are 6, and no split of anything.
    let rows = |formula: &str, stated: &str| {
        let items: String = "abcdefgh".chars().map(|id| format!("{id};{id};;;1\n")).collect();
        let figures = format!("row;label;kind;formula;x\n{items}all;Samlet;total;{formula};{stated}\n");
        word(table("unit = \"mio. kr.\"\n[columns.x]\ntitle = \"X\"\n", &figures).cell("Samlet", "X"))
    };
    assert_eq!(rows("a:h", "11"), "rounding");
    assert_eq!(rows("a:g - h", "9"), "unexplained reach");
    assert_eq!(rows("a + b + c + d + e + f + g - h", "9"), "unexplained reach");
    assert_eq!(rows("a - b:h", "-3"), "unexplained reach");
    assert_eq!(rows("a:g - h", "6"), "exact");
}

#[test]
fn a_zero_says_nothing_of_signs() {
    let declaration = "unit = \"mio. kr.\"\nsign = \"cost\"\n[columns.revised]\n[columns.deviation]\n\
                       [columns.share]\ntitle = \"S\"\nunit = \"%\"\nsign = \"none\"\nformula = \"deviation / revised\"\n";
    let figures = "row;label;kind;formula;revised;deviation;share\na;A;;;1.000,0;-0,4;0,0\nb;B;;;100,0;-50,0;\nall;Samlet;total;a:b;;;\n";
    assert_eq!(table(declaration, figures).cell("Samlet", "S"), "−4,6 % beregnet");
    let sizes = figures.replace("-50,0;\n", "-50,0;50,0\n");
    assert_eq!(table(declaration, &sizes).cell("Samlet", "S"), "4,6 % beregnet", "a computed size stands among sizes");
}

#[test]
fn a_total_is_no_share_of_itself() {
    let declaration = "unit = \"sager\"\n[columns.x]\n[columns.s]\ntitle = \"S\"\nunit = \"%\"\nshare_of = \"x\"\n";
    let table = table(declaration, "row;label;kind;formula;x\na;A;;;3\nb;B;;;1\nall;Samlet;total;a:b;4\n");
    assert_eq!(table.column("S"), ["75,0 % beregnet", "25,0 % beregnet", ""]);
}

#[test]
fn parts_are_held_against_what_their_whole_comes_to() {
    let count = |first: &str| {
        let figures = format!("row;label;of;formula;x\nx;X;;;{first}\ny;Y;;;1\nw;W;;x + y;\np;P;w;;9\n");
        found(&site("unit = \"mio. kr.\"\n[columns.x]\n", &figures), "part-exceeds-whole")
    };
    assert_eq!((count("1"), count("8"), count("ca. 1")), (1, 0, 0));
    let deviations =
        site("unit = \"mio. kr.\"\n[columns]\ndeviation = {}\n", "row;label;of;deviation\na;A;;1\nb;B;a;9\n");
    assert_eq!(found(&deviations, "part-exceeds-whole"), 0, "a part may deviate more than the whole");
}

#[test]
fn a_sum_of_nothing_proves_nothing() {
    let figures = "row;label;kind;formula;x\na;A;;;1\ns;S;subtotal;a;1\nt;T;subtotal;a;1\nall;Samlet;total;s:t;5\n";
    let table = table("unit = \"mio. kr.\"\n[columns.x]\ntitle = \"X\"\n", figures);
    assert_eq!(table.cell("Samlet", "X"), "5", "there is no item from one subtotal to the other");
}

#[test]
fn what_is_computed_of_a_quotient_is_as_exact_as_that() {
    // 1 of 3 lies between 14 and 60 per cent, so that 20 points above 10 per cent are rounding, and 70 are not.
    let declaration = "[columns.a]\nunit = \"mio. kr.\"\n[columns.b]\nunit = \"mio. kr.\"\n\
                       [columns.r]\nunit = \"%\"\nformula = \"a / b\"\n[columns.p]\nunit = \"%\"\n\
                       [columns.d]\nunit = \"%\"\nformula = \"r - p\"\n";
    let table = table(declaration, "row;label;a;b;p;d\nx;X;1;3;10;20\ny;Y;1;3;10;70\n");
    assert_eq!(["X", "Y"].map(|row| word(table.row(row).cells.last().expect("a cell"))), ["rounding", "unexplained"]);
}
