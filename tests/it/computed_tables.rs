//! What figure tables compute: in which unit, with how many decimals, and how exactly.

use crate::support::{Outcome, Site};

/// Builds a table with columns, in a unit, and the lines of its file: the head first.
fn built(unit: &str, columns: &[&str], csv: &[&str]) -> Outcome {
    let declared = format!("title = \"T\"\nunit = \"{unit}\"\n[columns]\n{}\n", columns.join("\n"));
    Site::small()
        .append(
            "site.toml",
            "[checks]\nsmall-count = \"off\"\nmany-decimals = \"off\"\n[csv]\ndecimal = \",\"\nthousands = \".\"\n",
        )
        .with("content/plans/a/tables/t.toml", declared)
        .with("content/plans/a/updates/2020-06-30/t.csv", csv.join("\n") + "\n")
        .build()
}

/// What a page shows of a row in some columns.
fn shown(built: &Outcome, row: &str, columns: &[&str]) -> Vec<String> {
    let table = built.html("planer/a/index.html").table("table-t");
    let cell = |column: &&str| table.cell(row, column).replace('\u{a0}', " ").replace("beregnet", "").trim().to_owned();
    columns.iter().map(cell).collect()
}

#[test]
fn shares_and_quotients_of_money_are_in_per_cent_unless_they_say_otherwise() {
    let columns = [
        "a = {}",
        "b = {}",
        "ab = { formula = \"a / b\" }",
        "n = { unit = \"stk.\" }",
        "an = { formula = \"a / n\" }",
        "na = { formula = \"n / a\" }",
        "share = { share_of = \"a\" }",
        "own = { formula = \"a / b\", unit = \"gange\" }",
        "w = { text = true }",
        "aw = { formula = \"a / w\" }",
    ];
    let built = built("mio. kr.", &columns, &["row;label;a;b;n;w", "x;X;30;120;4;ord", "y;Y;10;20;5;ord"]);
    assert_eq!(built.codes(), [""; 0]);
    let of = shown(&built, "X", &["ab", "an", "na", "share", "own (gange)", "aw"]);
    assert_eq!(of, ["25,0 %", "7,5", "0,1", "75,0 %", "0,3", ""]);
}

#[test]
fn a_quotient_may_count_in_what_neither_of_its_parts_does() {
    let columns = [
        "t = { unit = \"timer\" }",
        "n = { unit = \"stk.\" }",
        "a = {}",
        "s = { formula = \"t / n\", unit = \"timer pr. stk.\" }",
        "k = { formula = \"a / n\", unit = \"kr.\" }",
    ];
    let built = built("mio. kr.", &columns, &["row;label;t;n;a", "x;X;90;30;10"]);
    assert_eq!(shown(&built, "X", &["s (timer pr. stk.)", "k (kr.)"]), ["3,0", "333.333,3"]);
}

#[test]
fn a_sum_of_quotients_keeps_four_decimals_or_as_many_as_are_written() {
    let rows = |most: &str| {
        let most = format!("z;Z;;{most}");
        let rows = [
            "row;label;formula;a",
            "x;X;;1",
            "y;Y;;32",
            "w;W;;16",
            &most,
            "q;Q;x / y;",
            "r;R;q + x;",
            "p;P;x / w;",
            "s;S;p + x;",
        ];
        let built = built("stk.", &["a = {}"], &rows);
        ["R", "S"].map(|row| shown(&built, row, &["a"]).remove(0))
    };
    assert_eq!(rows("1,1234"), ["1,0", "1,0625"]);
    assert_eq!(rows("1,12345"), ["1,03125", "1,0625"]);
}

#[test]
fn an_average_below_counts_does_not_make_them_rounded() {
    let of = |total: &str| {
        let total = format!("i;I alt;total;x:y;{total}");
        built("dage", &["a = {}"], &["row;label;kind;formula;a", "x;X;;;3", "y;Y;;;4", "g;Gns.;;x / y;0,75", &total])
            .codes()
    };
    assert_eq!(of("8"), ["stated-differs"]);
    assert_eq!(of("7"), [""; 0]);
}

#[test]
fn money_in_millions_is_rounded_beside_money_that_is_booked() {
    let of = |total: &str| {
        let total = format!("i;I alt;total;x + y;{total}");
        built("kr.", &["a = {}"], &["row;label;kind;formula;a", "x;X;;;17,25", "y;Y;;;1,25 mio. kr.", &total]).codes()
    };
    assert_eq!(of("1.252.017"), [""; 0]);
    assert_eq!(of("1.262.017"), ["stated-differs"]);
}

#[test]
fn what_is_approximate_proves_nothing_of_a_quotient() {
    let of = |a: &str, p: &str| {
        let line = format!("x;X;{a};40;{p}");
        let columns = ["a = {}", "b = {}", "p = { formula = \"a / b\", unit = \"%\" }"];
        built("mio. kr.", &columns, &["row;label;a;b;p", &line]).codes()
    };
    assert_eq!(of("10", "30"), ["stated-differs"]);
    assert_eq!(of("ca. 10", "30"), [""; 0]);
    assert_eq!(of("10", "ca. 30"), [""; 0]);
}

#[test]
fn a_range_without_items_comes_to_nothing_that_is_known() {
    let rows = ["row;label;kind;formula;a", "x;X;;;10", "s;S;subtotal;x:x;", "t;T;subtotal;x:x;", "i;I alt;total;s:t;"];
    let built = built("mio. kr.", &["a = {}"], &rows);
    assert_eq!(["S", "I alt"].map(|row| shown(&built, row, &["a"]).remove(0)), ["10", ""]);
}

#[test]
fn a_range_of_columns_that_holds_its_own_column_is_told() {
    let columns = |last: &'static str| ["a = {}", "b = {}", "c = { formula = \"a:d\" }", last];
    let csv = ["row;label;a;b", "x;X;10;20"];
    assert_eq!(built("mio. kr.", &columns("d = { formula = \"c + a\" }"), &csv).codes(), ["formula-cycle"]);
    let known = ["a = {}", "b = {}", "d = { formula = \"a:b\" }", "e = { formula = \"d + a\" }"];
    assert_eq!(shown(&built("mio. kr.", &known, &csv), "X", &["d", "e"]), ["30", "40"]);
}

#[test]
fn units_that_do_not_add_up_are_told_of_columns_and_of_cells() {
    let columns = ["a = {}", "p = { unit = \"%\" }", "q = { unit = \"procentpoint\" }", "b = { formula = \"a + p\" }"];
    let csv = ["row;label;a;p;q", "x;X;1;2;3"];
    assert_eq!(built("kr.", &columns, &csv).codes(), ["units-differ"]);
    let columns =
        ["p = { unit = \"%\" }", "q = { unit = \"procentpoint\" }", "c = { formula = \"p + q\", unit = \"%\" }"];
    let of = |cell: &str| {
        let line = format!("x;X;20 %;{cell}");
        built("kr.", &columns, &["row;label;p;q", &line]).codes()
    };
    // Points are often written as per cent.
    assert_eq!((of("3"), of("3 %"), of("3 procentpoint")), (vec![], vec![], vec![]));
    assert_eq!(of("3 kr."), ["units-differ"]);
}

#[test]
fn a_row_that_is_a_quotient_may_state_its_per_cent_in_a_column_of_anything() {
    let columns = ["a = {}", "b = {}", "n = { unit = \"stk.\" }", "d = { formula = \"b - a\" }"];
    let csv = |share: &str, count: &str| {
        let head = "row;label;kind;formula;a;b;n";
        let rows = ["x;X;;;30;120;1", "y;Y;;;10;40;3", "t;T;total;x:s;40;160;"];
        vec![head.to_owned(), rows[0].to_owned(), rows[1].to_owned(), share.to_owned(), format!("{}{count}", rows[2])]
    };
    let of = |share: &str, count: &str| {
        let csv = csv(share, count);
        built("mio. kr.", &columns, &csv.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let stated = of("s;S;;x / y;300 %;300 %;33,3 %", "4");
    assert_eq!(stated.codes(), [""; 0], "and no sum passes over it in silence: t is 40, 160 and 4");
    assert_eq!(shown(&stated, "S", &["a", "b", "n (stk.)"]), ["300 %", "300 %", "33,3 %"]);
    // One that is computed is no part of the sum either.
    let computed = of("s;S;;x / y;;;", "");
    assert_eq!(computed.codes(), [""; 0]);
    assert_eq!(shown(&computed, "S", &["a", "b"]), ["300,0 %", "300,0 %"]);
    assert_eq!(of("s;S;;x / y;250 %;300 %;33,3 %", "4").codes(), ["stated-differs"]);
    // No other row may: the message says how it becomes one.
    for formula in ["", "x + y"] {
        let told = of(&format!("s;S;;{formula};300 %;;"), "4");
        let found = told.built.findings.iter().find(|found| found.code == "units-differ");
        let help = found.and_then(|found| found.help.clone()).unwrap_or_default();
        assert!(help.contains("\"drift / i-alt\""), "{formula}: {help}");
    }
}

/// Returns for each row whether its deviation is good or bad, and what `diff` says where the first row comes to more.
fn judged(formula: &str, sign: &str, own: &str) -> ([String; 2], String) {
    let declared = format!(
        "title = \"T\"\nunit = \"mio. kr.\"\nsign = \"{sign}\"\n[columns]\nrevised = {{}}\nforecast = {{}}\ndeviation = {{ formula = \"{formula}\"{own} }}\n"
    );
    let site = Site::small()
        .append("site.toml", "[csv]\ndecimal = \",\"\nthousands = \".\"\n")
        .with("content/plans/a/tables/t.toml", declared)
        .with(
            "content/plans/a/updates/2020-06-30/t.csv",
            "row;label;revised;forecast;deviation\na;A;10,0;15,0;5,0\nb;B;20,0;17,0;-3,0\n",
        );
    let site = match formula.starts_with("forecast") {
        true => site,
        false => site.edit("content/plans/a/updates/2020-06-30/t.csv", ";5,0", ";-5,0").edit(
            "content/plans/a/updates/2020-06-30/t.csv",
            "17,0;-3,0",
            "17,0;3,0",
        ),
    };
    let built = site.build();
    let page = built.html("planer/a/index.html");
    let rows = page.by_id("table-t").all("tr").into_iter().filter(|row| row.is("item")).collect::<Vec<_>>();
    let word = |at: usize| {
        let html = rows[at].every().into_iter().find_map(|part| ["good", "bad"].into_iter().find(|word| part.is(word)));
        html.unwrap_or_default().to_owned()
    };
    let less = site.clone().edit("content/plans/a/updates/2020-06-30/t.csv", "15,0;", "13,0;");
    let from = if formula.starts_with("forecast") { ("13,0;5,0", "13,0;3,0") } else { ("13,0;-5,0", "13,0;-3,0") };
    let diff = site.diff(&less.edit("content/plans/a/updates/2020-06-30/t.csv", from.0, from.1));
    let said = fremdrift::render::changes::markdown(&diff.changes, &diff.locale);
    let line = said.lines().find(|line| line.contains("fvigelse")).unwrap_or_default().to_owned();
    ([word(0), word(1)], line)
}

#[test]
fn what_is_left_of_a_budget_is_better_the_more_it_is() {
    for (formula, sign, own, expected, way) in [
        ("forecast - revised", "cost", "", ["bad", "good"], "(bedre"),
        ("revised - forecast", "cost", "", ["bad", "good"], "(bedre"),
        ("revised - forecast", "result", "", ["good", "bad"], "(værre"),
        ("revised - forecast", "cost", ", sign = \"cost\"", ["good", "bad"], "(værre"),
        ("revised - forecast", "none", "", ["", ""], ""),
    ] {
        let (verdicts, line) = judged(formula, sign, own);
        assert_eq!(verdicts, expected, "{formula}, {sign}{own}");
        assert!(line.contains(way), "{formula}, {sign}{own}: {line}");
    }
}

#[test]
fn a_share_is_of_the_smallest_total_that_adds_its_row() {
    let columns = ["revised = {}", "share = { share_of = \"revised\" }"];
    let head = "row;label;kind;of;formula;revised";
    let rows = [
        head,
        "ind;Skatter;;;;-900",
        "til;Tilskud;;;;-150",
        "indt;Indtægter i alt;total;;ind + til;-1.050",
        "soc;Social;;;;600",
        "born;Børn;;;;400",
        "udg;Udgifter i alt;total;;soc + born;1.000",
        "res;Resultat;total;;indt + udg;-50",
    ];
    let table = built("mio. kr.", &columns, &rows);
    assert_eq!(table.codes(), [""; 0]);
    for (row, share) in
        [("Skatter", "85,7 %"), ("Social", "60,0 %"), ("Børn", "40,0 %"), ("Udgifter i alt", ""), ("Resultat", "")]
    {
        assert_eq!(shown(&table, row, &["share"]), [share], "{row}");
    }
    // By rows between, by ranges, and in whatever order the totals stand.
    let nested = [
        head,
        "all;Alt i alt;total;;s + c;1.000",
        "a;A;;;;100",
        "b;B;;;;300",
        "s;AB;subtotal;;a:b;400",
        "c;C;;;;600",
        "ab;AB i alt;total;;s;400",
    ];
    let table = built("mio. kr.", &columns, &nested);
    assert_eq!(["A", "B", "C"].map(|row| shown(&table, row, &["share"])[0].clone()), ["25,0 %", "75,0 %", "60,0 %"]);
    // Two totals of which neither lies within the other leave it open, as do totals that do not say what they add up.
    let crossed = [head, "a;A;;;;1", "b;B;;;;3", "c;C;;;;1", "x;X;total;;a + b;4", "y;Y;total;;b + c;4"];
    let table = built("mio. kr.", &columns, &crossed);
    assert_eq!(table.codes(), ["open-share"]);
    assert_eq!(["A", "B", "C"].map(|row| shown(&table, row, &["share"])[0].clone()), ["25,0 %", "", "25,0 %"]);
    // One total is the whole of all, as it was.
    let one = [head, "a;A;;;;1", "b;B;;;;3", "x;X;total;;;4"];
    assert_eq!(shown(&built("mio. kr.", &columns, &one), "B", &["share"]), ["75,0 %"]);
}

#[test]
fn an_index_is_of_hundred() {
    for unit in ["indeks", "Indeks", "index", "indeks (2019 = 100)"] {
        let column = format!("x = {{ formula = \"actual / budget\", unit = \"{unit}\" }}");
        let columns = ["actual = {}", "budget = {}", column.as_str()];
        let rows = ["row;label;kind;formula;actual;budget;x", "a;A;;;612,4;608,1;100,7", "b;B;;;500,0;503,5;99,3"];
        assert_eq!(built("mio. kr.", &columns, &rows).codes(), [""; 0], "{unit}");
    }
    let columns = ["actual = {}", "budget = {}", "x = { formula = \"actual / budget\", unit = \"gange\" }"];
    let table = built("mio. kr.", &columns, &["row;label;actual;budget", "a;A;612,4;608,1"]);
    assert_eq!(shown(&table, "A", &["x (gange)"]), ["1,0"]);
}

#[test]
fn nil_is_held_against_what_its_parts_come_to() {
    let columns = [
        "budget = {}",
        "actual = {}",
        "rest = { formula = \"budget - actual\" }",
        "pct = { formula = \"actual / budget\" }",
    ];
    let head = "row;label;budget;actual;rest;pct";
    let table = built("kr.", &columns, &[head, "a;A;100.000;22.300;-;-", "b;B;50.000;50.000;-;-", "c;C;-;-;-;-"]);
    assert_eq!(table.codes(), ["stated-differs"]);
    let cell = table.html("planer/a/index.html").table("table-t").cell("A", "rest").replace('\u{a0}', " ");
    assert!(cell.contains("stemmer ikke (−77.700), beregnet 77.700"), "{cell}");
    assert_eq!(shown(&table, "B", &["rest"]), ["-"]);
}
