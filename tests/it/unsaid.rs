//! Mistakes of officers that used to be published and nothing was said: figures, copies, years, words that a program damaged.
//!
//! Each is made in one sound site, and told at its place; what looks like it and is none is not.

use crate::{
    cures::hold_cures,
    support::{
        Site,
        expect::{said, underlined},
    },
};

const SITE: &str = "site.toml";
const PLAN: &str = "content/plans/a/plan.md";
const MEASURE: &str = "content/plans/a/measures/01.md";
const SECOND: &str = "content/plans/a/measures/02.md";
const INDICATORS: &str = "content/plans/a/indicators.toml";
const DECLARED: &str = "content/plans/a/tables/drift.toml";
const ROWS: &str = "content/plans/a/tables/drift.csv";
const BEFORE: &str = "content/plans/a/updates/2020-03-31/drift.csv";
const TABLE: &str = "content/plans/a/updates/2020-06-30/drift.csv";
const INDEX: &str = "content/plans/a/updates/2020-06-30/index.md";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";

/// A site in which nothing is wrong: two measures, an indicator, a table with rows of the plan and figures of two reports.
fn site() -> Site {
    let status =
        |achieved: &str| format!("+++\nlevel = \"Alt OK\"\nachieved = \"{achieved}\"\n+++\nDet går som ventet.\n");
    Site::small()
        .append(SITE, "[csv]\ndelimiter = \";\"\ndecimal = \",\"\nthousands = \".\"\n")
        .with(SECOND, "+++\nnumber = \"2\"\ntitle = \"Boliger\"\nrequired = \"1,50\"\n+++\nFlere får egen bolig.\n")
        .with("content/plans/a/updates/2020-03-31/01.md", status("0,75"))
        .with("content/plans/a/updates/2020-03-31/02.md", status("0,25"))
        .with("content/plans/a/updates/2020-06-30/02.md", status("0,50"))
        .with(INDEX, "+++\nlevel = \"Alt OK\"\n[stated]\nachieved = \"1,75\"\n+++\nPlanen følges.\n")
        .with(
            INDICATORS,
            "[biler]\ntitle = \"Biler\"\nunit = \"biler\"\ndirection = \"down\"\nbaseline = { date = \"2018\", value = 12 }\n\
             target = { date = \"2022\", value = 5 }\nreadings = { 2019 = 10, \"2020-03\" = 8 }\n",
        )
        .with(
            DECLARED,
            "title = \"Drift\"\nunit = \"mio. kr.\"\nsign = \"cost\"\n[columns]\nrevised = {}\nactual = {}\nforecast = {}\n",
        )
        .with(ROWS, "row;label;kind;formula\nbo;Botilbud;;\nstu;Uddannelse;;\nialt;I alt;total;bo:stu\n")
        .with(BEFORE, "row;revised;actual;forecast\nbo;1.142,6;285,1;1.143,2\nstu;18,9;4,9;19,3\nialt;1.161,5;290,0;1.162,5\n")
        .with(TABLE, "row;revised;actual;forecast\nbo;1.142,6;571,3;1.143,2\nstu;18,9;9,8;19,3\nialt;1.161,5;581,1;1.162,5\n")
}

/// Returns where a code is told, as `file:line`, with the words that are underlined there.
#[track_caller]
fn told(site: &Site, code: &str) -> Vec<String> {
    let found = site.check().findings.into_iter().filter(|finding| finding.code == code);
    let place = |path: &str| path.strip_prefix("content/plans/").unwrap_or(path).to_owned();
    found.map(|found| format!("{}:{} [{}]", place(found.path.as_str()), found.line, underlined(&found))).collect()
}

/// Returns all that is said under a code.
fn words(site: &Site, code: &str) -> String {
    let found = site.check().findings.into_iter().filter(|finding| finding.code == code);
    found.map(|finding| said(&finding)).collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_is_wrong_in_the_site_itself() {
    assert_eq!(site().check().findings, []);
}

#[test]
fn a_row_that_stands_twice_in_a_file_is_an_error_wherever_its_figures_stand() {
    let code = "duplicate-key";
    let at = |site: Site| told(&site, code);
    assert_eq!(at(site().append(TABLE, "bo;1;2;3\n")), ["a/updates/2020-06-30/drift.csv:5 [bo]"]);
    assert_eq!(at(site().append(TABLE, " bo ;1;2;3\n")), ["a/updates/2020-06-30/drift.csv:5 [ bo ]"]);
    assert_eq!(at(site().append(BEFORE, "stu;1;2;3\n")), ["a/updates/2020-03-31/drift.csv:5 [stu]"]);
    // Once for each line too many, the lines alike or not.
    let thrice = site().append(TABLE, "bo;1.142,6;571,3;1.143,2\nbo;1;2;3\n");
    assert_eq!(at(thrice).len(), 2);
    // What differs in capitals alone is the same row.
    assert_eq!(at(site().append(ROWS, "Bo;Botilbud;;\n")), ["a/tables/drift.csv:5 [Bo]"]);
    let own = site().with(TABLE, "row;label;revised\nbo;Bo;1,5\nBO;Bo;1,5\n");
    assert_eq!(at(own), ["a/updates/2020-06-30/drift.csv:3 [BO]"]);
    // A row nobody knows is told as that, once.
    let unknown = site().append(TABLE, "Bo;1;2;3\n");
    assert_eq!((at(unknown.clone()), told(&unknown, "unknown-row").len()), (vec![], 1));
}

#[test]
fn what_is_no_money_where_the_plan_counts_money_is_an_error_in_every_field() {
    let fields: [(&str, &str); 9] = [
        (PLAN, "overspend = {}"),
        (PLAN, "[stated]\nrequired = {}"),
        (PLAN, "[stated.gross]\nrequired = {}"),
        (PLAN, "[stated.effect.2020]\njan-mar = {}"),
        (MEASURE, "[funding]\n2020 = {}"),
        (MEASURE, "[effect.2020]\njan = {}"),
        (MEASURE, "[effect.2020]\ntotal = {}"),
        (STATUS, "[effect.2020]\nmar-may = {}"),
        (INDEX, "overspend = {}"),
    ];
    for (path, field) in fields {
        let with = |amount: &str| {
            let field = field.replace("{}", &format!("\"{amount}\""));
            let site = site();
            let at = if path == INDEX { "level = \"Alt OK\"\n" } else { "\n+++\n" };
            match path == INDEX {
                true => site.edit(path, at, &format!("{at}{field}\n")),
                false => site.edit(path, at, &format!("\n{field}{at}")),
            }
        };
        for wrong in ["48 %", "9,1 mio. EUR", "12 dage", "3,5 årsværk"] {
            let found = told(&with(wrong), "units-differ");
            assert!(
                matches!(found.as_slice(), [one] if path.ends_with(one.split(':').next().unwrap_or("?"))),
                "{field} {wrong}: {found:?}"
            );
        }
        for right in ["2,5", "2,5 mio. kr.", "2.500.000 kr.", "ca. 2,5"] {
            assert_eq!(told(&with(right), "units-differ"), Vec::<String>::new(), "{field} {right}");
        }
    }
    for wrong in ["48 %", "1,75 mio. EUR", "12 dage"] {
        let site = site().edit(INDEX, "\"1,75\"", &format!("\"{wrong}\""));
        assert_eq!(told(&site, "units-differ"), [format!("a/updates/2020-06-30/index.md:4 [\"{wrong}\"]")]);
    }
    let several = site().edit(INDEX, "\"1,75\"", "[\"1,75\", \"48 %\"]");
    assert_eq!(told(&several, "units-differ"), ["a/updates/2020-06-30/index.md:4 [\"48 %\"]"]);
    // A plan that counts something else may be funded with money, and overspend it.
    let years = ["\"2,50\"", "\"1,50\""]
        .iter()
        .zip([MEASURE, SECOND])
        .fold(site(), |site, (amount, path)| site.edit(path, amount, "\"3 årsværk\""));
    let years = ["01", "02"].iter().fold(years, |site, id| {
        let text = "+++\nlevel = \"Alt OK\"\nachieved = \"1 årsværk\"\n+++\nDet går som ventet.\n";
        let site = site.with(&format!("content/plans/a/updates/2020-03-31/{id}.md"), text);
        site.with(&format!("content/plans/a/updates/2020-06-30/{id}.md"), text)
    });
    let years =
        years.edit(INDEX, "\"1,75\"", "\"2 årsværk\"").edit(PLAN, "\n+++\n", "\noverspend = \"9,1 mio. kr.\"\n+++\n");
    assert_eq!(
        told(&years.clone().edit(MEASURE, "\n+++\n", "\n[funding]\n2020 = \"1,5 mio. kr.\"\n+++\n"), "units-differ"),
        Vec::<String>::new()
    );
    assert_eq!(told(&years.edit(INDEX, "\"2 årsværk\"", "\"2 %\""), "units-differ").len(), 1);
}

#[test]
fn a_table_of_names_alone_has_no_figures() {
    let code = "table-without-figures";
    let alone = site().without(TABLE).without(BEFORE);
    assert_eq!(told(&alone, code), ["a/tables/drift.toml:1 [title = \"Drift\"]"]);
    let saved = alone.clone().with("content/plans/a/updates/2020-06-30/drift.xlsx", "PK\u{3}\u{4}");
    assert!(words(&saved, code).contains("updates/2020-06-30/drift.xlsx"), "{}", words(&saved, code));
    // It is not shown: a table of names says that nothing was spent.
    let built = alone.clone().build();
    assert!(!built.page(built.path("a/index.html")).contains("Botilbud"));
    // Words are figures of their kind, and a budget that is adopted once is one.
    let with_budget = alone.with(ROWS, "row;label;kind;formula;revised\nbo;Botilbud;;;1,5\nialt;I alt;total;bo;\n");
    assert_eq!(told(&with_budget, code), Vec::<String>::new());
    let with_words = site().without(TABLE).without(BEFORE).edit(DECLARED, "forecast = {}", "bem = { text = true }");
    let with_words = with_words.with(ROWS, "row;label;bem\nbo;Botilbud;Tre er lukket\n");
    assert_eq!(told(&with_words, code), Vec::<String>::new());
}

#[test]
fn a_workbook_in_the_place_of_a_file_of_figures_is_told() {
    let code = "unread-workbook";
    let workbook = |path: &str| format!("content/plans/a/{path}");
    for (name, csv) in [
        ("updates/2020-06-30/drift.xlsx", "drift.csv"),
        ("updates/2020-06-30/Drift.XLSX", "drift.csv"),
        ("updates/2020-06-30/drift.ods", "drift.csv"),
        ("updates/2020-06-30/biler.xlsx", "biler.csv"),
        ("indicators/biler.xlsx", "biler.csv"),
    ] {
        let site = site().without(TABLE).with(&workbook(name), "PK\u{3}\u{4}");
        assert_eq!(told(&site, code), [format!("a/{name}:0 []")], "{name}");
        assert!(words(&site, code).contains(csv), "{}", words(&site, code));
        assert_eq!(told(&site, "unlinked-file"), Vec::<String>::new(), "{name}: once");
    }
    // Beside the file that was made of it, it is kept for its figures.
    let beside = site().with(&workbook("updates/2020-06-30/drift.xlsx"), "PK\u{3}\u{4}");
    assert_eq!((told(&beside, code), told(&beside, "unlinked-file")), (vec![], vec![]));
    // One that holds nothing that is declared is published only where a text links to it.
    for name in ["Tal fra økonomi.xlsx", "updates/2020-06-30/Regneark.ods"] {
        let site = site().without(TABLE).with(&workbook(name), "PK\u{3}\u{4}");
        assert_eq!(told(&site, "unlinked-file"), [format!("a/{name}:0 []")], "{name}");
    }
}

#[test]
fn a_row_that_is_gone_from_a_reports_file_is_told_once() {
    let code = "missing-row";
    let gone = |site: Site| site.edit(TABLE, "stu;18,9;9,8;19,3\n", "");
    assert_eq!(told(&gone(site()), code), ["a/updates/2020-06-30/drift.csv:1 [row;revised;actual;forecast]"]);
    assert!(words(&gone(site()), code).contains("Uddannelse"), "{}", words(&gone(site()), code));
    // The total is of more than is there: that is said, and not that it is wrong.
    assert_eq!(site().check().findings.len() + 1, gone(site()).check().findings.len());
    // The plan's own rows say it as well where there is no report before.
    assert_eq!(told(&gone(site().without(BEFORE)), code).len(), 1);
    // Empty cells say that there is nothing.
    assert_eq!(told(&site().edit(TABLE, "stu;18,9;9,8;19,3\n", "stu;;;\n"), code), Vec::<String>::new());
    // A row that came later was not missing before, and one that went is told where it went.
    assert_eq!(told(&site().edit(BEFORE, "stu;18,9;4,9;19,3\n", ""), code), Vec::<String>::new());
    let third =
        gone(site()).with("content/plans/a/updates/2020-07-01/drift.csv", "row;revised\nbo;1.142,6\nialt;1.161,5\n");
    assert_eq!(told(&third, code), ["a/updates/2020-06-30/drift.csv:1 [row;revised;actual;forecast]"]);
    // Headings, notes and what a formula computes need no line.
    let rows = "row;label;kind;formula\nh;Område;heading;\nbo;Botilbud;;\nstu;Uddannelse;;\nialt;I alt;total;bo:stu\nn;Note;note;\n";
    let computed = site().with(ROWS, rows).edit(TABLE, "ialt;1.161,5;581,1;1.162,5\n", "");
    assert_eq!(told(&computed, code), Vec::<String>::new());
    // Nor does a subtotal, unless something is made of it.
    let with_sub = |formula: &str| {
        let rows = format!(
            "row;label;kind;formula\nbo;Botilbud;;\nstu;Uddannelse;;\nd;Delsum;subtotal;\nialt;I alt;total;{formula}\n"
        );
        let row = "d;1.161,5;290,0;1.162,5\nialt;";
        site().with(ROWS, rows).edit(BEFORE, "ialt;", row)
    };
    assert_eq!(told(&with_sub("bo + stu"), code), Vec::<String>::new());
    assert_eq!(told(&with_sub("d"), code).len(), 1);
    // Files that say themselves what their rows are.
    let own = |rows: &str| format!("row;label;revised\n{rows}");
    let shaped = site().without(ROWS).with(BEFORE, own("bo;Bo;1,5\nstu;Stu;2,5\nx;X;3,5\n"));
    assert_eq!(told(&shaped.clone().with(TABLE, own("bo;Bo;1,5\nx;X;3,5\n")), code).len(), 1);
    let kinds = |rows: &str| format!("row;label;kind;revised\n{rows}");
    let of_kinds = site().without(ROWS).with(BEFORE, kinds("bo;Bo;;1,5\nx;X;;3,5\nd;Delsum;subtotal;5,0\n"));
    assert_eq!(told(&of_kinds.with(TABLE, kinds("bo;Bo;;1,5\nx;X;;3,5\n")), code), Vec::<String>::new());
    assert_eq!(told(&shaped.with(TABLE, own("ny;Bo;1,5\nanden;X;3,5\n")), code), Vec::<String>::new(), "another table");
}

#[test]
fn a_whole_column_or_file_in_thousands_is_told_once() {
    let code = "out-of-scale";
    let first = |rows: &str| site().without(BEFORE).with(TABLE, format!("row;revised;actual;forecast\n{rows}"));
    // Kroner and thousands where millions are counted.
    let spent = "bo;1.142,6;0,5713;1.143,2\nstu;18,9;0,0098;19,3\nialt;1.161,5;0,5811;1.162,5\n";
    // Two rows and their sum are two rows, which may have had nothing but what is due at once.
    assert_eq!(told(&first(spent), code), Vec::<String>::new());
    let three = |kind: &str| {
        let rows = format!(
            "row;label;kind;formula\nbo;Botilbud;;\nstu;Uddannelse;;\nhus;Huse;{kind};\nialt;I alt;total;bo:stu\n"
        );
        first(&format!("{spent}hus;22,0;0,011;21,0\n")).with(ROWS, rows)
    };
    assert_eq!(told(&three(""), code).len(), 1, "what was spent, in billions");
    assert_eq!(told(&three("subtotal"), code), Vec::<String>::new());
    // In January little is spent, of some rows nothing and of others much.
    for january in [
        "bo;1.142,6;0,9;1.143,2\nstu;18,9;1,6;19,3\nialt;1.161,5;2,5;1.162,5\n",
        "bo;1.142,6;0,0;1.143,2\nstu;18,9;0,0;19,3\nialt;1.161,5;0,0;1.162,5\n",
        "bo;1.142,6;0,1;1.143,2\nstu;18,9;0,0;19,3\nialt;1.161,5;0,1;1.162,5\n",
    ] {
        assert_eq!(told(&first(january), code), Vec::<String>::new(), "{january}");
    }
    // A whole report in thousands beside the last one in millions, column by column.
    let thousands = site().with(
        TABLE,
        "row;revised;actual;forecast\nbo;1.142.600;571.300;1.143.200\nstu;18.900;9.800;19.300\nialt;1.161.500;581.100;1.162.500\n",
    );
    assert_eq!(told(&thousands, code), ["a/updates/2020-06-30/drift.csv:2 [1.142.600]"], "once of the file");
    let was = site().with(
        BEFORE,
        "row;revised;actual;forecast\nbo;1.142.600;285.100;1.143.200\nstu;18.900;4.900;19.300\nialt;1.161.500;290.000;1.162.500\n",
    );
    assert_eq!(told(&was, code).len(), 1, "the other way round");
}

#[test]
fn effects_funding_and_overspends_are_held_against_what_is_required() {
    let code = "out-of-scale";
    let measure = |more: &str| site().edit(MEASURE, "\n+++\n", &format!("\n{more}\n+++\n"));
    for wrong in [
        "[effect.2020]\njan-dec = 125_000",
        "[effect.2020]\ntotal = 2_500",
        "[funding]\n2020 = 1_500",
        "[funding]\n2020 = 1_500_000",
    ] {
        assert_eq!(told(&measure(wrong), code).len(), 1, "{wrong}");
    }
    for right in [
        "[effect.2020]\njan-dec = \"0,2\"",
        "[effect.2020]\njan-dec = \"0,002\"",
        "[funding]\n2020 = \"120,0\"",
        "[funding]\n2020 = \"2.500 1.000 kr.\"",
    ] {
        assert_eq!(told(&measure(right), code), Vec::<String>::new(), "{right}");
    }
    let plan = |more: &str| site().edit(PLAN, "\n+++\n", &format!("\n{more}\n+++\n"));
    assert_eq!(told(&plan("overspend = 9_100"), code), ["a/plan.md:8 [9_100]"]);
    assert_eq!(told(&plan("overspend = \"42,0\""), code), Vec::<String>::new());
    let index = site().edit(INDEX, "level =", "overspend = 9_100_000\nlevel =");
    assert_eq!(told(&index, code), ["a/updates/2020-06-30/index.md:2 [9_100_000]"]);
}

#[test]
fn a_reading_with_a_lost_comma_is_told_also_where_the_figure_fell() {
    let code = "out-of-scale";
    let with =
        |lines: &str| site().with(INDICATORS, format!("[ventetid]\ntitle = \"Ventetid\"\nunit = \"dage\"\n{lines}\n"));
    for wrong in [
        "baseline = { date = \"2018\", value = \"42,5\" }\nreadings = { 2019 = \"40,1\", \"2020-03\" = 39_000 }",
        "readings = { 2017 = \"42,5\", 2018 = 40_100, 2019 = \"39,2\" }",
        "baseline = { date = \"2018\", value = 42_500 }\nreadings = { 2019 = \"40,1\", \"2020-03\" = \"39,0\" }",
        "baseline = { date = \"2018\", value = 12 }\ntarget = { date = \"2022\", value = 5_000 }",
        "baseline = { date = \"2018\", value = \"8,0\" }\ntarget = { date = \"2022\", at_most = 5_000 }\nreadings = { 2019 = \"7,5\" }",
        "readings = { 2018 = \"8,0\", 2019 = \"7,5\" }\ntargets = { 2020 = 7, 2021 = 6_000 }",
    ] {
        assert_eq!(told(&with(wrong), code).len(), 1, "{wrong}: {:?}", told(&with(wrong), code));
    }
    for right in [
        "readings = { 2017 = 3, 2018 = 450, 2019 = 900 }",
        "baseline = { date = \"2018\", value = 2 }\ntarget = { date = \"2022\", value = 500 }",
        "baseline = { date = \"2018\", value = 0 }\ntarget = { date = \"2022\", value = 5_000 }",
        "readings = { 2017 = 1_200, 2018 = 40, 2019 = 20 }",
    ] {
        assert_eq!(told(&with(right), code), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn a_target_behind_its_baseline_is_told_and_not_reached() {
    let code = "target-behind";
    let with =
        |lines: &str| site().with(INDICATORS, format!("[biler]\ntitle = \"Biler\"\nunit = \"biler\"\n{lines}\n"));
    for wrong in [
        "direction = \"up\"\nbaseline = { date = \"2018\", value = 12 }\ntarget = { date = \"2022\", value = 5 }\nreadings = { \"2020-03\" = 8 }",
        "direction = \"down\"\nbaseline = { date = \"2018\", value = 5 }\ntarget = { date = \"2022\", value = 12 }\nreadings = { \"2020-03\" = 8 }",
    ] {
        let site = with(wrong);
        assert_eq!(told(&site, code), ["a/indicators.toml:6 [target]"], "{wrong}");
        let built = site.build();
        // The plan's page, its report's, and that of the indicator, with the words of its chart.
        for (path, bytes) in built.files.iter().filter(|(path, _)| !path.as_str().ends_with(".js")) {
            let text = crate::support::text_of(bytes);
            assert!(!text.contains("er nået.") && !text.contains("; nået"), "{path} {wrong}");
        }
    }
    for right in [
        "direction = \"down\"\nbaseline = { date = \"2018\", value = 12 }\ntarget = { date = \"2022\", value = 5 }",
        "direction = \"up\"\nbaseline = { date = \"2018\", value = 5 }\ntarget = { date = \"2022\", value = 5 }",
        "direction = \"hold\"\nbaseline = { date = \"2018\", value = 5 }\ntarget = { date = \"2022\", value = 7 }",
        "baseline = { date = \"2018\", value = 12 }\ntarget = { date = \"2022\", value = 15 }",
        // A limit that holds from the start is kept, not crossed.
        "baseline = { date = \"2018\", value = 12 }\ntarget = { date = \"2022\", at_most = 15 }\nreadings = { \"2020-03\" = 8 }",
    ] {
        assert_eq!(told(&with(right), code), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn copies_of_plans_and_measures_are_told_with_what_they_copy() {
    let copied = |name: &str| {
        let files = site().files();
        let of_plan = files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("content/plans/a/")?, bytes)));
        of_plan.fold(site(), |site, (path, bytes)| site.with(&format!("content/plans/{name}/{path}"), bytes))
    };
    for name in ["a-1", "a-LAPTOP-AB12", "a-2", "zz"] {
        let site = copied(name);
        let found = words(&site, "copied-plan");
        assert!(found.contains(name) && found.contains("planen a:"), "{name}: {found}");
        assert_eq!(told(&site, "copied-plan").len(), 1, "{name}: once");
    }
    // Of one title, but of another year or another kind of plan.
    assert_eq!(
        told(&copied("b").edit("content/plans/b/plan.md", "year = 2020", "year = 2021"), "copied-plan"),
        Vec::<String>::new()
    );
    // Names that are no ids, as file systems and shares make them.
    for name in [
        "a - Kopi",
        "a (1)",
        "Kopi af a",
        "a - Copy",
        "Copy of a",
        "a - kopia",
        "Kopia av a",
        "Kopi av a",
        "a - Kopi (2)",
    ] {
        let site = copied(name);
        assert!(words(&site, "not-an-id").contains("kopi af `a`"), "{name}: {}", words(&site, "not-an-id"));
    }
    for name in ["02 - Kopi", "02 (1)", "Kopi af 02"] {
        let site =
            site().with(&format!("content/plans/a/measures/{name}.md"), "+++\nnumber = \"7\"\ntitle = \"X\"\n+++\n");
        assert!(words(&site, "not-an-id").contains("kopi af `02`"), "{name}: {}", words(&site, "not-an-id"));
    }
    let other = site().with("content/plans/a/measures/Køb af bil.md", "+++\ntitle = \"X\"\n+++\n");
    assert!(!words(&other, "not-an-id").contains("kopi"), "nothing of that name is there");
    // Two measures of one title that require the same.
    let twin = |title: &str, required: &str| {
        let text = format!("+++\ntitle = \"{title}\"\nrequired = \"{required}\"\n+++\nFlere får egen bolig.\n");
        site().with("content/plans/a/measures/03.md", text).append(SITE, "[checks]\nmissing-status = \"off\"\n")
    };
    assert_eq!(told(&twin("Boliger", "1,50"), "copied-measure"), ["a/measures/03.md:2 [\"Boliger\"]"]);
    assert!(words(&twin("boliger ", "1,5 mio. kr."), "copied-measure").contains("02.md"));
    for (title, required) in [("Boliger", "1,25"), ("Andet", "1,50")] {
        assert_eq!(told(&twin(title, required), "copied-measure"), Vec::<String>::new(), "{title} {required}");
    }
}

#[test]
fn a_cure_does_not_write_over_what_is_there() {
    let with = |path: &str| site().with(&format!("content/plans/a/{path}"), "+++\nlevel = \"Alt OK\"\n+++\nTekst.\n");
    for (path, right) in [
        ("updates/01.md", "updates/2020-06-30/01.md"),
        ("updates/2020-06-30/mere/01.md", "updates/2020-06-30/01.md"),
        ("measures/gamle/01.md", "measures/01.md"),
        ("updates/2020-06-30/01.markdown", "01.md"),
    ] {
        let found = words(&with(path), "misnamed");
        assert!(found.contains(&format!("{right} er der allerede")), "{path}: {found}");
    }
    let found = words(&with("updates/09.md"), "misnamed");
    assert!(found.contains("kald den updates/2020-06-30/09.md"), "the last report of the plan: {found}");
    let found = words(&with("measure/01.md"), "misnamed");
    assert!(found.contains("over i measures, som er der allerede"), "{found}");
}

#[test]
fn a_field_in_the_wrong_table_is_told_where_it_belongs() {
    let code = "unknown-key";
    for (lines, table) in [
        ("[history]\nsuppress_below = 5\n", "[confidentiality]"),
        ("[history]\nsupress_below = 5\n", "[confidentiality]"),
        ("[confidentiality]\nredact = [\"a/01\"]\n", "[history]"),
        ("[accessibility]\nurl = \"https://by.dk\"\nsalt = \"abcdefghijklmnopq\"\n", "[personal_numbers]"),
        ("[history]\nencoding = \"utf-8\"\n", "[csv]"),
    ] {
        let site = site().append(SITE, lines);
        let found = words(&site, code);
        assert!(found.contains(table) && !found.contains("fjern"), "{lines}: {found}");
    }
    let top = site().edit(SITE, "title = \"Status\"\n", "title = \"Status\"\nsuppress_below = 5\n");
    assert!(words(&top, code).contains("[confidentiality]"), "{}", words(&top, code));
    let measure = site().edit(MEASURE, "required", "total = 5\nrequired");
    assert!(!words(&measure, code).contains("fjern"), "{}", words(&measure, code));
    // Below a table whose keys are the author's own.
    let status = "+++\nlevel = \"Alt OK\"\n[readings]\nbiler = 8\nachieved = \"1,25\"\n+++\nTekst.\n";
    assert_eq!(told(&site().with(STATUS, status), "misplaced-key"), ["a/updates/2020-06-30/01.md:5 [\"1,25\"]"]);
    let index =
        site().with(INDEX, "+++\nlevel = \"Alt OK\"\n[readings]\nbiler = 8\noverspend = \"1,25\"\n+++\nTekst.\n");
    assert_eq!(told(&index, "misplaced-key"), ["a/updates/2020-06-30/index.md:5 [\"1,25\"]"]);
    let counts = site().edit(INDEX, "[stated]\nachieved = \"1,75\"", "[counts]\nok = 2\noverspend = 12");
    assert_eq!(told(&counts, "misplaced-key"), ["a/updates/2020-06-30/index.md:5 [12]"]);
    // What withholds is never said to be removed, wherever it was written.
    let head = site().edit(PLAN, "year = 2020\n", "year = 2020\nsuppress_below = 5\n");
    let found = words(&head, code);
    assert!(found.contains("[confidentiality]") && found.contains("fjern ikke linjen"), "{found}");
    // An indicator may be called what a field is.
    let declared = site().with(INDICATORS, "[trend]\ntitle = \"Biler\"\nunit = \"biler\"\n");
    let named =
        declared.with(STATUS, "+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n[readings]\ntrend = 8\n+++\nTekst.\n");
    assert_eq!(told(&named, "misplaced-key"), Vec::<String>::new());
}

#[test]
fn a_report_of_another_decade_is_told_once() {
    let code = "report-far-off";
    let moved = |to: &str| {
        let files = site().files();
        let of_report = files.iter().filter(|(path, _)| path.contains("/2020-06-30/"));
        of_report.fold(site(), |site, (path, bytes)| site.without(path).with(&path.replace("2020-06-30", to), bytes))
    };
    for year in ["2010-06-30", "2062-06-30", "2002-06-30", "2018-06-30", "2024-06-30"] {
        assert_eq!(told(&moved(year), code).len(), 1, "{year}: {:?}", moved(year).codes());
    }
    let without = moved("2062-06-30").edit(PLAN, "year = 2020\n", "");
    assert_eq!(told(&without, code).len(), 1, "of no year, and not of this time either");
    for year in ["2019-12-31", "2020-05-31", "2020-12-31", "2021-03-31"] {
        assert_eq!(told(&moved(year), code), Vec::<String>::new(), "{year}");
    }
    // A plan that says no year, or goes on until a later one.
    let without = moved("2018-06-30").edit(PLAN, "year = 2020\n", "");
    assert_eq!(told(&without, code), Vec::<String>::new());
    let long =
        moved("2024-06-30").edit(PLAN, "year = 2020\n", "year = 2020\nfinished = \"2025\"\n").as_of("2024-07-01");
    assert_eq!(told(&long, code), Vec::<String>::new());
    let early = moved("2018-06-30").edit(PLAN, "year = 2020\n", "year = 2020\nstarted = \"2018\"\n");
    assert_eq!(told(&early, code), Vec::<String>::new());
}

#[test]
fn levels_and_signs_that_cannot_be_told_apart_are_errors() {
    for (from, to, line) in [
        ("\"Kritisk\"", "\"Alt OK\"", 8),
        ("\"Kritisk\"", "\"alt ok\"", 8),
        ("\"Kritisk\"", "\"ok\"", 8),
        ("\"Kritisk\"", "\"OK\"", 8),
        ("\"critical\"", "\"OK\"", 8),
        ("\"Opmærksomhed\"", "\"Alt OK\"", 7),
    ] {
        let site = Site::small().edit(SITE, from, to);
        let found = told(&site, "level-twice");
        assert!(matches!(found.as_slice(), [one] if one.starts_with(&format!("site.toml:{line} "))), "{to}: {found:?}");
    }
    let own = Site::small().edit(SITE, "word = \"Kritisk\"", "word = \"critical\"");
    assert_eq!(told(&own, "level-twice"), Vec::<String>::new(), "its own id");
    let signs = |decimal: &str, thousands: &str| {
        Site::small().append(SITE, &format!("[csv]\ndecimal = \"{decimal}\"\nthousands = \"{thousands}\"\n"))
    };
    assert_eq!(told(&signs(",", ","), "signs-alike"), ["site.toml:12 [\",\"]"]);
    assert_eq!(told(&signs(".", "."), "signs-alike").len(), 1);
    let cure = |site: &Site| site.check().findings.into_iter().find_map(|found| found.help).unwrap_or_default();
    assert!(cure(&signs(",", ",")).contains("thousands = \".\""), "{}", cure(&signs(",", ",")));
    assert!(cure(&signs(".", ".")).contains("thousands = \",\""), "{}", cure(&signs(".", ".")));
    // A sign that is called by its name is written in its place; another has one that may stand there.
    for (key, text, sign, has_cure) in [
        ("thousands", "mellemrum", "\\u0020", true),
        ("thousands", "punktum", ".", true),
        ("thousands", "komma", ".", false),
        ("thousands", "tusind", ".", false),
        ("decimal", "Komma", ",", true),
        ("decimal", "semikolon", ",", false),
        ("decimal", "xx", ",", false),
        ("delimiter", "tab", "\\t", true),
        ("delimiter", "punktum", ";", false),
        ("delimiter", "x", ";", false),
    ] {
        let site = Site::small().append(SITE, &format!("[csv]\n{key} = \"{text}\"\n"));
        let found = site.check().findings;
        let [finding] = found.as_slice() else { panic!("{key} {text}: {found:#?}") };
        let help = finding.help.as_deref().unwrap_or_default();
        assert!(help.contains(&format!("{key} = \"{sign}\"")), "{key} {text}: {help}");
        assert_eq!(hold_cures(text, &site), usize::from(has_cure), "{key} {text}");
    }
    let english = Site::small().edit(SITE, "\"da\"", "\"en\"").append(SITE, "[csv]\nthousands = \"none\"\n");
    let found = english.check().findings.into_iter().find(|found| found.code == "not-a-sign").expect("told");
    assert!(said(&found).contains("thousands = \",\""), "{found:#?}");
    for right in
        [signs(",", "."), signs(".", ","), signs(",", ""), Site::small().append(SITE, "[csv]\ndecimal = \".\"\n")]
    {
        assert_eq!(told(&right, "signs-alike"), Vec::<String>::new());
    }
    let table = site().append(DECLARED, "[csv]\ndecimal = \".\"\nthousands = \".\"\n");
    assert_eq!(told(&table, "signs-alike").len(), 1);
}

#[test]
fn text_that_a_program_damaged_is_told_at_its_place() {
    let code = "damaged-text";
    for (text, underlined, cure) in [
        ("Deres forlÃ¸b følges.", "forlÃ¸b", "forløb"),
        ("Ã†ldre og bÃ¸rn.", "Ã†ldre", "Ældre"),
        ("Det â€“ som ventet â€“ går.", "â€“", "–"),
        ("Deres forl\u{fffd}b.", "forl\u{fffd}b", ""),
        ("Se Fejl! Bogmærke er ikke defineret.", "Fejl! Bogmærke er ikke defineret.", ""),
        ("Se Error! Bookmark not defined.", "Error! Bookmark not defined.", ""),
        ("Se Fejl! Henvisningskilde ikke fundet.", "Fejl! Henvisningskilde ikke fundet.", ""),
        ("Se Error! Reference source not found.", "Error! Reference source not found.", ""),
        ("\u{f0b7} Et punkt", "\u{f0b7}", ""),
        ("Se\u{f0e0}næste side", "\u{f0e0}", ""),
    ] {
        let status = site().with(STATUS, format!("+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n+++\n{text}\n"));
        assert_eq!(told(&status, code), [format!("a/updates/2020-06-30/01.md:5 [{underlined}]")], "{text}");
        assert!(words(&status, code).contains(cure), "{}", words(&status, code));
        let front = site().edit(MEASURE, "Takster", &text.replace('"', ""));
        assert_eq!(told(&front, code).len(), 1, "{text} in a field");
    }
    // Several in a row are a list that was meant to be one, which is told as that.
    let list = site().with(STATUS, "+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n+++\n\u{f0b7} Et\n\u{f0b7} To\n");
    assert_eq!((told(&list, code).len(), told(&list, "near-markdown").len()), (0, 1));
    let labels = site().edit(ROWS, "Uddannelse", "#REF!");
    assert_eq!(told(&labels, code), ["a/tables/drift.csv:3 [#REF!]"]);
    for error in ["#NAVN?", "#NAME?", "#I/T", "#N/A", "#VÆRDI!", "#VALUE!", "#DIV/0!", "#REFERENCE!"] {
        assert_eq!(told(&site().edit(ROWS, "Uddannelse", error), code).len(), 1, "{error}");
    }
    // Once in a file, however many there are.
    let many = site().with(STATUS, "+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n+++\nBÃ¸rn, bÃ¸rn og bÃ¸rn.\n");
    assert_eq!(told(&many, code).len(), 1);
    for right in
        ["São Paulo og Ærø, über, Ångström, naïve café", "PORTUGAL: AÇÃO", "Se #REF og fejl!", "Error! siger den."]
    {
        let status = site().with(STATUS, format!("+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n+++\n{right}\n"));
        assert_eq!(told(&status, code), Vec::<String>::new(), "{right}");
    }
}
