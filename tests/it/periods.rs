//! School years, financial years, weeks, tertials and several years: read, sorted, shown, compared and told of in the past.

use fremdrift::{compare::ChangeKind, schema::reference, value::Period};

use crate::{
    support::{Site, git::Story},
    trace,
};

/// A plan of indicators with readings under some periods.
fn readings(declared: &str, readings: &str) -> Site {
    Site::small()
        .append("site.toml", "[checks]\nmissing-status = \"off\"\nempty-plan = \"off\"\n")
        .edit("site.toml", "language = \"da\"", &format!("language = \"da\"\n{declared}"))
        .with("content/plans/i/plan.md", "+++\ntitle = \"Skole\"\nkind = \"indicators\"\n+++\n")
        .with(
            "content/plans/i/indicators.toml",
            format!("[a]\ntitle = \"Fravær\"\nunit = \"%\"\ndirection = \"down\"\nreadings = {{ {readings} }}\n"),
        )
        .as_of("2026-04-30")
}

/// Returns the labels below the first chart of a page.
fn axis(page: &str) -> Vec<String> {
    let chart = page.split("<svg").nth(1).unwrap_or_default().split("</svg>").next().unwrap_or_default();
    let texts = chart.split("<text").skip(1).filter_map(|text| text.split_once('>')?.1.split_once("</text>"));
    texts.map(|(text, _)| text.to_owned()).collect()
}

#[test]
fn years_in_two_are_read_where_they_are_declared_and_nowhere_else() {
    let written = "\"2018/19\" = \"9,1\", \"2019-20\" = \"8,4\", \"2020/21\" = \"8,0\"";
    assert_eq!(readings("", written).codes(), ["year-not-declared"; 3]);
    assert_eq!(readings("year_begins = \"jan\"", written).codes(), ["year-not-declared"; 3]);
    let built = readings("year_begins = \"aug\"", written).build();
    assert_eq!(built.codes(), Vec::<&str>::new());
    let page = built.page(built.path("i/indikatorer/a.html"));
    let axis = axis(page);
    for year in ["2018/19", "2019/20", "2020/21"] {
        assert!(page.contains(year) && axis.iter().any(|label| label == year), "{year}: {axis:?}");
    }
    // What a plan declares wins over the site, wherever in its fields it stands.
    let own = readings("year_begins = \"jan\"", written).edit(
        "content/plans/i/plan.md",
        "kind = \"indicators\"\n",
        "kind = \"indicators\"\nyear = \"2020/21\"\nyear_begins = \"maj\"\n",
    );
    assert_eq!(own.codes(), Vec::<&str>::new());
    let wrong = readings("year_begins = \"august\"", "\"2020\" = \"1\"");
    assert_eq!(wrong.codes(), ["not-a-choice"]);
}

#[test]
fn readings_over_several_years_weeks_and_tertials_stand_where_they_belong() {
    for (written, labels) in [
        ("\"2017-2019\" = \"9,1\", \"2018-2020\" = \"8,4\", \"2019–2021\" = \"8,0\"", ["2017–2019", "2019–2021"]),
        ("\"2025-W14\" = \"9,1\", \"uge 16 2025\" = \"8,4\"", ["uge 14, 2025", "uge 16, 2025"]),
        ("\"2025-T1\" = \"9,1\", \"3. tertial 2025\" = \"8,4\"", ["1. tertial 2025", "3. tertial 2025"]),
    ] {
        let built = readings("", written).build();
        assert_eq!(built.codes(), Vec::<&str>::new(), "{written}");
        let (page, axis) =
            (built.page(built.path("i/indikatorer/a.html")), axis(built.page(built.path("i/indikatorer/a.html"))));
        for label in labels {
            assert!(page.contains(label) && axis.iter().any(|text| text == label), "{label}: {axis:?}");
        }
    }
    let twice = "\"2018-2019\" = \"9,1\"";
    assert_eq!(readings("", twice).codes(), ["ambiguous-period"]);
    assert_eq!(readings("", "\"uge 53 2025\" = \"9\"").codes(), ["not-a-period"]);
}

#[test]
fn readings_in_csv_count_by_the_same_years() {
    let csv = |declared: &str, periods: [&str; 2]| {
        readings(declared, "")
            .with("content/plans/i/indicators/a.csv", format!("period;total\n{};9,1\n{};8,4\n", periods[0], periods[1]))
            .build()
    };
    let built = csv("year_begins = \"aug\"", ["2018/19", "2. kvartal 2019/20"]);
    assert_eq!(built.codes(), Vec::<&str>::new());
    assert!(built.page(built.path("i/indikatorer/a.html")).contains("2. kvartal 2019/20"));
    assert_eq!(csv("", ["2018/19", "2019"]).codes(), ["year-not-declared"]);
    assert_eq!(csv("year_begins = \"aug\"", ["2011-12", "2019"]).codes(), ["ambiguous-period"]);
}

/// A savings plan of a financial year from April, with effect per month and a report on its second quarter.
fn fiscal() -> Site {
    Site::small()
        .edit("content/plans/a/plan.md", "year = 2020\n", "year = \"2016/17\"\nyear_begins = \"apr\"\n")
        .without("content/plans/a/updates/2020-06-30/01.md")
        .edit(
            "content/plans/a/measures/01.md",
            "required = \"2,50\"\n",
            "required = \"2,50\"\ndue = \"Q4 2016/17\"\n[funding]\n\"2016/17\" = \"1,5\"\n[effect.\"2016/17\"]\n\
             total = \"6\"\nfeb = \"1\"\nnov-jan = \"1\"\napr-maj = \"1\"\n",
        )
        .with("content/plans/a/updates/2016-17-Q2/01.md", "+++\nlevel = \"Alt OK\"\nachieved = \"0,60\"\n+++\nGodt.\n")
        .as_of("2016-12-31")
}

#[test]
fn a_plan_of_a_financial_year_follows_its_months() {
    let built = fiscal().build();
    // Half of the year has passed: 0,60 of 2,50 is behind half of what half a year would give.
    assert_eq!(built.codes(), ["green-but-behind"]);
    let page = built.page(built.path("a/index.html"));
    assert!(page.contains("2. kvartal 2016/17") && page.contains("4. kvartal 2016/17"));
    let months = built.page(built.path("a/maaneder.html"));
    let heads: Vec<usize> =
        ["apr.", "nov.", "jan.", "mar."].iter().filter_map(|month| months.find(&format!("{month}<"))).collect();
    assert!(heads.len() == 4 && heads.is_sorted(), "{heads:?}");
    assert!(months.contains("effect-2016-17") && built.traces("2016/17").len() > 2);
    assert!(built.built.findings.iter().all(|finding| finding.code != "stated-differs"), "six months of 1 come to 6");
    // The same saving is enough a quarter earlier.
    let earlier = fiscal()
        .without("content/plans/a/updates/2016-17-Q2/01.md")
        .with("content/plans/a/updates/2016-17-Q1/01.md", "+++\nlevel = \"Alt OK\"\nachieved = \"0,60\"\n+++\nGodt.\n");
    assert_eq!(earlier.codes(), Vec::<&str>::new());
    // In a year of the calendar no range leads over its end.
    let turned = fiscal().edit("content/plans/a/measures/01.md", "[effect.\"2016/17\"]", "[effect.2016]");
    assert_eq!(turned.codes(), ["stated-differs", "not-a-month", "green-but-behind"]);
}

#[test]
fn a_report_is_out_when_its_part_of_the_year_is_over() {
    let report = "a/2016-17-Q2.html: ";
    assert!(fiscal().as_of("2016-09-30").check().findings.iter().all(|found| found.code != "report-to-come"));
    assert!(fiscal().as_of("2016-09-30").build().traces("Godt.").iter().any(|path| path.contains(report)));
    let before = fiscal().as_of("2016-09-29").build();
    assert_eq!(before.traces("Godt."), Vec::<String>::new());
    // A folder that cannot be read is told once, and hides what lies in it.
    let undeclared = fiscal().edit("content/plans/a/plan.md", "year_begins = \"apr\"\n", "").build();
    assert!(undeclared.codes().contains(&"year-not-declared"));
    assert_eq!(undeclared.traces("Godt."), Vec::<String>::new());
    let month = fiscal().with("content/plans/a/updates/2011-12/01.md", "+++\nlevel = \"Alt OK\"\n+++\nGammelt.\n");
    assert!(month.codes().contains(&"bad-update-folder"), "a month or the year 2011/12");
    let year = fiscal().with("content/plans/a/updates/2011_12/01.md", "+++\nlevel = \"Alt OK\"\n+++\nGammelt.\n");
    assert!(year.build().traces("Gammelt.").iter().any(|path| path.contains("a/2011_12.html: ")));
}

#[test]
fn a_month_that_is_declared_anew_makes_no_other_period_of_what_stands() {
    let after = fiscal().edit("content/plans/a/plan.md", "year_begins = \"apr\"", "year_begins = \"jun\"");
    let lines = fiscal().as_of("2017-12-31").diff(&after.as_of("2017-12-31")).changes.lines;
    let fields: Vec<_> = lines.iter().map(|line| line.field.as_deref().unwrap_or_default()).collect();
    assert_eq!(fields, ["year_begins"], "{lines:?}");
}

#[test]
fn the_past_is_read_by_the_years_of_its_own_commit() {
    let before = fiscal().edit("content/plans/a/plan.md", "year_begins = \"apr\"\n", "").edit(
        "site.toml",
        "language = \"da\"\n",
        "language = \"da\"\nyear_begins = \"apr\"\n",
    );
    let later = fiscal().edit("content/plans/a/updates/2016-17-Q2/01.md", "0,60", "0,70");
    let story = Story::default().commit("2016-11-01", &before).commit("2016-11-10", &fiscal());
    let history = trace::history(&story.commit("2016-12-01", &later).told());
    assert_eq!(history.unreadable().len(), 0);
    let told: Vec<(usize, String)> = history
        .events()
        .filter(|event| event.commit > 0)
        .map(|event| match &event.change.what {
            ChangeKind::Field { path, .. } => (event.commit, path.clone()),
            other => panic!("{other:?}"),
        })
        .collect();
    let mut of_commit: Vec<_> = told.iter().map(|(commit, path)| (*commit, path.as_str())).collect();
    of_commit.sort_unstable();
    assert_eq!(of_commit, [(1, "year_begins"), (1, "year_begins"), (2, "achieved")]);
}

#[test]
fn every_form_of_the_reference_is_read() {
    let page = reference::markdown();
    let rows: Vec<&str> = page.lines().filter(|line| line.matches(" | ").count() == 4 && line.contains('`')).collect();
    assert!(rows.len() > 60 && rows.iter().all(|row| !row.contains("| not read |")), "{} rows", rows.len());
    assert!(Period::parse("2025-W14").is_some());
}

#[test]
fn a_month_that_is_none_is_told_once() {
    let readings = "period;value\nQ1 2023/24;6,9\n2024/25;5,9\n";
    let site = Site::small()
        .with("content/plans/a/indicators.toml", "[salt]\ntitle = \"Salt\"\nunit = \"ton\"\n")
        .with("content/plans/a/indicators/salt.csv", readings);
    for (path, field) in [("content/plans/a/plan.md", "kind = "), ("site.toml", "language = ")] {
        let with = |month: &str| site.clone().edit(path, field, &format!("year_begins = \"{month}\"\n{field}"));
        assert_eq!(with("august").codes(), ["not-a-choice"], "{path}");
        assert!(!with("aug").codes().contains(&"year-not-declared"), "{path}");
    }
    assert!(site.codes().contains(&"year-not-declared"));
}

#[test]
fn a_report_of_a_season_has_a_folder_and_is_told_its_name() {
    let calendar = "[reports.\"sommer 2020\"]\ntitle = \"Sommerrapport\"\n";
    let site = Site::small().as_of("2020-12-31").with("content/plans/a/milestones.toml", calendar);
    let with = |folder: &str| {
        let file = format!("content/plans/a/updates/{folder}/01.md");
        site.clone().with(&file, "+++\nlevel = \"Alt OK\"\nachieved = \"1,50\"\n+++\nSommeren er gået.\n").build()
    };
    for folder in ["sommer 2020", "Sommeren 2020", "summer 2020", "sommaren 2020"] {
        let told = with(folder);
        let found = told.built.findings.iter().find(|found| found.code == "bad-update-folder").expect(folder);
        assert!(found.help.as_deref().is_some_and(|help| help.contains("2020-06-01--2020-08-31")), "{found:?}");
    }
    let built = with("2020-06-01--2020-08-31");
    assert!(
        !built.codes().iter().any(|code| ["bad-update-folder", "overdue-report"].contains(code)),
        "{:?}",
        built.codes()
    );
    let plan = built.html("planer/a/index.html");
    assert_eq!(plan.table("reports-table").cell("Sommerrapport", "Dato"), "sommer 2020");
    assert!(built.page("planer/a/2020-06-01--2020-08-31.html").contains("Sommeren er gået."));
    assert!(with("2020-06-01--2020-08-30").codes().contains(&"bad-update-folder"), "no season");
}
