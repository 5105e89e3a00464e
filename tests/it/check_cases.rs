//! Cases that the good and the bad site of a check do not have: what is passed over, and what is told all the same.

use crate::support::Site;

const INDEX: &str = "content/plans/a/updates/2020-06-30/index.md";

/// The small site with two measures in two sections, each with a status.
fn in_sections() -> Site {
    let measure = |number: &str, section: &str| {
        format!("+++\nnumber = \"{number}\"\ntitle = \"Tiltag {number}\"\nsection = \"{section}\"\n+++\n")
    };
    Site::small()
        .edit("content/plans/a/plan.md", "title = ", "sections = [\"Drift\", \"Anlæg\"]\ntitle = ")
        .with("content/plans/a/measures/01.md", measure("1", "Drift"))
        .with("content/plans/a/measures/02.md", measure("2", "Anlæg"))
        .with("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"Alt OK\"\n+++\nGodt.\n")
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"Kritisk\"\n+++\nSkidt.\n")
}

#[test]
fn an_area_is_held_against_the_measures_of_its_own_section() {
    let areas = "[areas.drift]\ntitle = \"Drift\"\nok = 1\n[areas.anlaeg]\ntitle = \"Anlæg\"\ncritical = 1\n";
    let told = |areas: &str| {
        let built = in_sections().with(INDEX, format!("+++\n{areas}+++\nDet går.\n")).check();
        let of_check = built.findings.into_iter().filter(|finding| finding.code == "counts-differ");
        of_check.map(|finding| finding.message).collect::<Vec<_>>()
    };
    assert_eq!(told(areas), [""; 0]);
    let exchanged = told(&areas.replace("ok = 1", "watch = 1").replace("critical = 1", "ok = 1"));
    for area in ["Drift", "Anlæg"] {
        assert!(exchanged.iter().any(|message| message.contains(area)), "{area}: {exchanged:?}");
    }
}

#[test]
fn a_report_that_says_one_thing_is_not_empty() {
    let site = Site::small()
        .without("content/plans/a/updates/2020-06-30/01.md")
        .with("content/plans/a/indicators.toml", "[fam]\ntitle = \"Familier\"\nunit = \"familier\"\n")
        .with("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"Et\"\ndue = 2020-12-01\n")
        .with("content/plans/a/tables/t.toml", "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\nactual = {}\n")
        .with("content/plans/a/tables/t.csv", "row;label\nx;Post\n");
    let is_empty = |index: &str, more: &[(&str, &str)]| {
        let site = site.clone().with(INDEX, format!("+++\n{index}+++\n"));
        let site = more
            .iter()
            .fold(site, |site, (file, text)| site.with(&format!("content/plans/a/updates/2020-06-30/{file}"), *text));
        site.codes().contains(&"empty-report")
    };
    assert!(is_empty("", &[]));
    for index in [
        "level = \"ok\"\n",
        "trend = \"up\"\n",
        "overspend = 3\n",
        "[counts]\nok = 1\n",
        "[stated]\nrequired = 3\n",
        "[readings]\nfam = 5\n",
        "[milestones.1]\ndue = 2020-12-02\n",
    ] {
        assert!(!is_empty(index, &[]), "{index}");
    }
    assert!(!is_empty("", &[("t.csv", "row;actual\nx;4,5\n")]));
    assert!(!is_empty("", &[("01.md", "+++\nlevel = \"ok\"\n+++\n")]));
}

#[test]
fn stated_counts_are_held_against_what_pages_count() {
    let told = |counts: &str, statuses: [(&str, &str); 3]| {
        let site =
            in_sections().with("content/plans/a/measures/2a.md", "+++\nnumber = \"2.a\"\ntitle = \"Del\"\n+++\n");
        let site = statuses.into_iter().fold(site, |site, (stem, status)| {
            site.with(&format!("content/plans/a/updates/2020-06-30/{stem}.md"), format!("+++\n{status}\n+++\nOrd.\n"))
        });
        let built = site.with(INDEX, format!("+++\n[counts]\n{counts}\n+++\nDet går.\n")).check();
        built.findings.iter().filter(|finding| finding.code == "counts-differ").count()
    };
    const OK: &str = "level = \"Alt OK\"";
    const BAD: &str = "level = \"Kritisk\"";
    const DROPPED: &str = "level = \"Alt OK\"\nlifecycle = \"dropped\"";
    const DONE: &str = "level = \"Alt OK\"\nlifecycle = \"done\"";
    // A red measure whose part is done is counted beside it; one with an open part as bad by that part.
    let parted = [("01", OK), ("02", BAD), ("2a", DONE)];
    assert_eq!(told("ok = 2\ncritical = 1", parted), 0);
    assert_eq!(told("ok = 2", parted), 1);
    assert_eq!(told("ok = 1\ncritical = 1", [("01", OK), ("02", BAD), ("2a", BAD)]), 0);
    // What was dropped is at no level.
    let dropped = [("01", DROPPED), ("02", OK), ("2a", OK)];
    assert_eq!(told("ok = 1", dropped), 0);
    assert_eq!(told("ok = 2", dropped), 1);
}

#[test]
fn open_in_a_finished_plan_is_what_nobody_called_done_dropped_or_deferred() {
    let site = Site::small()
        .edit("content/plans/a/plan.md", "year = 2020\n", "year = 2020\nfinished = \"2020-06-30\"\n")
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\n+++\n")
        // What is open of a measure with parts is told of them.
        .with("content/plans/a/measures/05.md", "+++\nnumber = \"5\"\ntitle = \"Samlet\"\n+++\n")
        .with("content/plans/a/measures/5a.md", "+++\nnumber = \"5.a\"\ntitle = \"Del\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/5a.md", "+++\nlifecycle = \"done\"\n+++\nNået.\n")
        .with("content/plans/a/milestones.toml", "[milestones.3]\ntitle = \"Aftale\"\ndue = 2020-05-01\n")
        .with(
            "content/plans/a/updates/2020-06-30/01.md",
            "+++\nlevel = \"Alt OK\"\nlifecycle = \"done\"\n+++\nGodt.\n",
        );
    for (status, milestone, open) in [
        ("lifecycle = \"deferred\"\n", "lifecycle = \"dropped\"\n", None),
        ("lifecycle = \"dropped\"\n", "lifecycle = \"deferred\"\n", None),
        ("lifecycle = \"done\"\n", "done = 2020-05-02\n", None),
        ("lifecycle = \"in-progress\"\n", "lifecycle = \"deferred\"\n", Some(": 2")),
        ("level = \"Kritisk\"\n", "done = 2020-05-02\n", Some(": 2")),
        ("lifecycle = \"dropped\"\n", "due = 2020-06-01\n", Some(": 3")),
        ("lifecycle = \"not-started\"\n", "lifecycle = \"in-progress\"\n", Some(": 2, 3")),
    ] {
        let built = site
            .clone()
            .with("content/plans/a/updates/2020-06-30/02.md", format!("+++\n{status}+++\nTekst.\n"))
            .with(INDEX, format!("+++\n[milestones.3]\n{milestone}+++\n"))
            .check();
        let told = built.findings.iter().find(|finding| finding.code == "open-in-finished");
        assert_eq!(told.is_some(), open.is_some(), "{status} {milestone}: {told:?}");
        assert!(open.is_none_or(|open| told.is_some_and(|told| told.message.contains(open))), "{told:?}");
    }
}

/// Where a check tells something of the small site with other files: the name of the file, the line and the column.
fn places(code: &str, files: &[(&str, &str)]) -> Vec<String> {
    let site = files.iter().fold(Site::small(), |site, (path, text)| {
        let path = match path.split_once('/') {
            Some(("old", name)) => format!("content/plans/a/updates/2020-03-31/{name}"),
            Some(("new", name)) => format!("content/plans/a/updates/2020-06-30/{name}"),
            Some(("content", _)) => (*path).to_owned(),
            _ => format!("content/plans/a/{path}"),
        };
        site.with(&path, *text)
    });
    let built = site.append("site.toml", "[checks]\nwithheld-counts = \"note\"\n").check();
    let of_check = built.findings.iter().filter(|finding| finding.code == code);
    let name = |finding: &fremdrift::diag::Finding| finding.path.file_name().to_owned();
    of_check.map(|finding| format!("{}:{}:{}", name(finding), finding.line, finding.column)).collect()
}

/// A measure with a number and more fields.
fn measure(number: &str, fields: &str) -> String {
    format!("+++\nnumber = \"{number}\"\ntitle = \"Tiltag {number}\"\n{fields}+++\n")
}

/// A status with more fields.
fn status(fields: &str) -> String {
    format!("+++\nlevel = \"Alt OK\"\n{fields}+++\nOrd om det.\n")
}

/// A figure table in millions of kroner with columns.
fn declared(columns: &str) -> String {
    format!("title = \"Drift\"\nunit = \"mio. kr.\"\n[columns]\n{columns}")
}

#[test]
fn more_is_achieved_than_required_only_of_what_a_measure_itself_requires() {
    let (exact, more) = (status("achieved = \"2,50\"\n"), status("achieved = \"2,51\"\n"));
    let files = [
        ("measures/02.md", measure("2", "required = \"2,50\"\n")),
        ("new/02.md", exact),
        ("measures/03.md", measure("3", "required = \"0\"\n")),
        ("new/03.md", more.clone()),
        // What its parts come to is told of them.
        ("measures/04.md", measure("4", "required = \"2,50\"\n")),
        ("new/04.md", more.clone()),
        ("measures/4a.md", measure("4.a", "required = \"2,50\"\n")),
        ("new/4a.md", more),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    assert_eq!(places("achieved-above-required", &files), ["4a.md:3:12"]);
}

#[test]
fn what_is_due_today_is_not_overdue() {
    let files = [
        ("measures/02.md", measure("2", "due = \"2020-07-01\"\n")),
        ("measures/03.md", measure("3", "due = \"2020-06-30\"\n")),
        (
            "milestones.toml",
            "[milestones.1]\ntitle = \"A\"\ndue = 2020-07-01\n[milestones.2]\ntitle = \"B\"\ndue = 2020-06-30\n\
             [reports.\"2020-07-01\"]\ntitle = \"Status\"\n[reports.\"2020-06-29\"]\ntitle = \"Status\"\n"
                .to_owned(),
        ),
    ];
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (*path, text.as_str())).collect();
    assert_eq!(places("overdue-measure", &files), ["03.md:4:7"]);
    assert_eq!(places("overdue-milestone", &files), ["milestones.toml:6:7"]);
    assert_eq!(places("overdue-report", &files), ["milestones.toml:9:10"]);
}

#[test]
fn a_figure_is_out_of_scale_beside_those_of_its_row_and_of_the_last_report() {
    let columns = declared("adopted = {}\nrevised = {}\nforecast = {}\nnote = { unit = \"stk.\" }\n");
    let told = |rows: &str, others: &[(&str, &str)]| {
        let csv = format!("row;label;adopted;revised;forecast;note\n{rows}");
        places("out-of-scale", &[&[("tables/t.toml", columns.as_str()), ("new/t.csv", csv.as_str())], others].concat())
    };
    let plain = "b;Broer;6;6,1;6;2\n";
    // Of two the later one is asked about, of three the one that stands alone.
    assert_eq!(told(&format!("a;Veje;5000;5;;9000\n{plain}"), &[]), ["t.csv:2:13"]);
    assert_eq!(told(&format!("a;Veje;5000;5;5;\n{plain}"), &[]), ["t.csv:2:8"]);
    // The only one of its row is held against the last report of its own table.
    let before = "row;label;adopted;revised\na;Veje;5;5,1\nb;Broer;6;6,1\n";
    let last = [("old/01.md", "+++\nlevel = \"Alt OK\"\n+++\nA.\n"), ("old/t.csv", before)];
    assert_eq!(told(&format!("a;Veje;5000;;;9000\n{plain}"), &last), ["t.csv:2:8"]);
    let other = [last[0], ("tables/s.toml", columns.as_str()), ("old/s.csv", before)];
    assert_eq!(told(&format!("a;Veje;5000;;;9000\n{plain}"), &other), [""; 0]);
}

#[test]
fn a_reading_or_a_measure_is_out_of_scale_beside_others_of_its_kind() {
    let readings = "[c]\ntitle = \"C\"\nunit = \"stk.\"\nreadings = { 2017 = 6000, 2018 = 6, 2019 = 5 }\n";
    assert_eq!(places("out-of-scale", &[("indicators.toml", readings)]), ["indicators.toml:4:21"]);
    // What is achieved of a measure is little from a hundred-thousandth on.
    for (achieved, told) in [("25 kr.", &["01.md:3:12"][..]), ("26 kr.", &[])] {
        let little = format!("+++\nlevel = \"Kritisk\"\nachieved = \"{achieved}\"\n+++\nA.\n");
        assert_eq!(places("out-of-scale", &[("new/01.md", little.as_str())]), told, "{achieved}");
    }
    // Only measures without parts are held against each other.
    let (second, whole) = (measure("2", "required = \"2,50\"\n"), measure("3", "required = \"5000\"\n"));
    let part = measure("3.a", "required = \"2,50\"\n");
    let files =
        [("measures/02.md", second.as_str()), ("measures/03.md", whole.as_str()), ("measures/3a.md", part.as_str())];
    assert_eq!(places("out-of-scale", &files), [""; 0]);
    assert_eq!(places("out-of-scale", &files[..2]), ["03.md:4:12"]);
}

#[test]
fn previous_is_held_against_the_column_it_is_compared_with() {
    let told = |formulas: &str, rows: &str| {
        let columns = declared(&format!("budget = {{}}\nprevious = {{}}\nforecast = {{}}\n{formulas}"));
        let new = format!("row;label;budget;previous;forecast\n{rows}");
        places(
            "previous-differs",
            &[
                ("tables/t.toml", columns.as_str()),
                ("old/01.md", "+++\nlevel = \"Alt OK\"\n+++\nA.\n"),
                ("old/t.csv", "row;label;budget;forecast\na;Veje;3,5;9,0\nb;Broer;1,0;4,0\n"),
                ("new/t.csv", new.as_str()),
            ],
        )
    };
    let rows = "a;Veje;5;3,9;3,4\nb;Broer;5;4,0;1,2\n";
    // In either order, whatever else is compared.
    for change in ["previous - budget", "budget - previous"] {
        for gap in ["budget - forecast", "forecast - budget"] {
            let formulas = format!("gap = {{ formula = \"{gap}\" }}\nchange = {{ formula = \"{change}\" }}\n");
            assert_eq!(told(&formulas, rows), ["t.csv:2:10", "t.csv:3:11"], "{gap}, {change}");
        }
    }
    // Without such a column it is the forecast of then.
    assert_eq!(told("gap = { formula = \"forecast - budget\" }\n", rows), ["t.csv:2:10"]);
    // One number may be the other rounded; written to the same digit it is not.
    let formulas = "change = { formula = \"budget - previous\" }\n";
    assert_eq!(told(formulas, "a;Veje;5;3,54;3,4\nb;Broer;5;1,1;1,2\n"), ["t.csv:3:11"]);
}

#[test]
fn a_part_is_larger_than_its_whole_only_where_parts_add_up() {
    let columns = declared(
        "forecast = {}\nkroner = { unit = \"kr.\" }\npct = { unit = \"%\" }\ndeviation = {}\n\
         share = { share_of = \"forecast\", unit = \"%\" }\nsub = { formula = \"forecast - deviation\" }\n\
         quot = { formula = \"forecast / kroner\", unit = \"%\" }\nword = { text = true }\nn = { unit = \"stk.\" }\n",
    );
    let told = |rows: &str| {
        let csv = format!("row;label;of;forecast;kroner;pct;deviation;share;sub;quot;word;n\n{rows}");
        places("part-exceeds-whole", &[("tables/t.toml", columns.as_str()), ("new/t.csv", csv.as_str())])
    };
    // Neither per cent, differences and quotients, nor what rounding explains.
    assert_eq!(told("a;Veje;;3,5;100;3,5;3,5;3,5;3,5;3,5;x;\nb;heraf nye;a;3,6;100;9;9;9;9;9;y;\n"), [""; 0]);
    // Counts are not rounded.
    assert_eq!(told("a;Veje;;;;;;;;;;3\nb;heraf nye;a;;;;;;;;;4\n"), ["t.csv:3:23"]);
    // Below zero it is larger where it is further from it; beside nothing it has no opposite.
    assert_eq!(told("c;Broer;;-3,0;;;;;;;;\nd;heraf;c;-5,0;;;;;;;;\ne;heraf mere;c;0;;;;;;;;\n"), ["t.csv:3:11"]);
    assert_eq!(told("c;Broer;;0;;;;;;;;\nd;heraf;c;-5,0;;;;;;;;\n"), ["t.csv:3:11"]);
    assert_eq!(told("c;Broer;;-1,0;;;;;;;;\nd;heraf;c;3,0;;;;;;;;\n"), [""; 0]);
}

#[test]
fn each_column_has_its_own_decimals_and_ranges_have_them_too() {
    let columns = declared("actual = {}\nrevised = {}\n");
    let between = "[c]\ntitle = \"C\"\nunit = \"stk.\"\nreadings = { 2018 = { between = [\"1,123456\", \"2\"] } }\n";
    let files = [
        ("tables/t.toml", columns.as_str()),
        ("tables/s.toml", columns.as_str()),
        ("new/t.csv", "row;label;actual;revised\na;A;1,2;1,234567\n"),
        ("new/s.csv", "row;label;actual;revised\na;A;1,2;1,3\n"),
        ("indicators.toml", between),
    ];
    assert_eq!(places("many-decimals", &files), ["indicators.toml:1:2", "t.toml:5:1"]);
}

#[test]
fn what_a_report_states_net_and_gross_is_held_against_its_measures_each() {
    let own = status("achieved = \"1,25\"\nforecast = \"2,00\"\n");
    let told = |plan: &str, index: &str| {
        let plan = format!("+++\ntitle = \"Plan A\"\nkind = \"savings\"\nunit = \"mio. kr.\"\n{plan}+++\nEn plan.\n");
        let index = format!("+++\n{index}+++\n");
        places("stated-differs", &[("plan.md", plan.as_str()), ("new/01.md", own.as_str()), ("new/index.md", &index)])
    };
    for (nth, field) in ["required", "achieved", "forecast"].iter().enumerate() {
        let right = ["2,50", "1,25", "2,00"][nth];
        for table in ["stated", "stated.gross"] {
            assert_eq!(told("", &format!("[{table}]\n{field} = \"9,00\"\n")), ["index.md:3:12"], "{table}.{field}");
            assert_eq!(told("", &format!("[{table}]\n{field} = \"{right}\"\n")), [""; 0], "{table}.{field}");
        }
    }
    // What the plan states is told of the plan.
    let plan = "[stated]\nrequired = \"2,75\"\n[stated.gross]\nrequired = \"2,85\"\n";
    assert_eq!(told(plan, "[stated]\nachieved = \"1,25\"\n"), ["plan.md:6:12", "plan.md:8:12"]);
}

#[test]
fn a_path_of_two_hundred_signs_is_portable_and_a_folder_is_told_once() {
    let file = |length: usize| format!("content/filer/{}.pdf", "a".repeat(length - "content/filer/.pdf".len()));
    let (long, longer) = (file(200), file(201));
    let (long, longer) = (long.as_str(), longer.as_str());
    let pdf = "%PDF";
    assert_eq!(places("unportable-name", &[(long, pdf)]), [""; 0]);
    assert_eq!(places("unportable-name", &[(longer, pdf)]).len(), 1);
    let folders =
        [("content/filer/aux/b.pdf", pdf), ("content/filer/con/a.pdf", pdf), ("content/filer/con/b.pdf", pdf)];
    assert_eq!(places("unportable-name", &folders), ["b.pdf:0:0", "a.pdf:0:0"]);
}

#[test]
fn small_counts_and_what_is_withheld_beside_them_are_counted_apart() {
    let rows =
        "row;label;kind;formula;actual\na;Familie;;;12\nb;Hus;;;3\nc;Hjem;;;2\nd;Andet;;;1\ni;I alt;total;a:d;18\n";
    let site = Site::small()
        .append("site.toml", "[checks]\nwithheld-counts = \"note\"\n")
        .with(
            "content/plans/a/tables/t.toml",
            "title = \"Anbragte\"\nunit = \"børn\"\nsuppress_below = 5\n[columns]\nactual = {}\n",
        )
        .with("content/plans/a/updates/2020-06-30/t.csv", rows)
        .with(
            "content/plans/a/indicators.toml",
            "[boern]\ntitle = \"Børn\"\nunit = \"børn\"\nsuppress_below = 5\nreadings = { 2018 = 3, 2019 = 2, 2020 = 30 }\n",
        );
    let built = site.check();
    let told = built.findings.iter().filter(|finding| finding.code == "withheld-counts");
    let told: Vec<&str> = told.map(|finding| finding.message.as_str()).collect();
    assert!(
        matches!(told.as_slice(), [of_children, of_table]
        if of_children.contains("Børn") && of_children.contains("(2)") && of_children.contains("(0)")
        && of_table.contains("Anbragte") && of_table.contains("(3)") && of_table.contains("(1)")),
        "{told:?}"
    );
}

#[test]
fn the_total_of_an_effect_so_far_is_held_against_its_months() {
    let site = |total: &str| {
        let measure = "+++\nnumber = \"1\"\ntitle = \"M\"\nrequired = \"1,2\"\n[effect.2020]\njan-dec = \"0,1\"\ntotal = \"1,2\"\n+++\n";
        let status = format!(
            "+++\nlevel = \"Alt OK\"\nachieved = \"0,6\"\n[effect.2020]\njan-jun = \"0,1\"\ntotal = \"{total}\"\n+++\nDet går.\n"
        );
        Site::small()
            .with("content/plans/a/measures/01.md", measure)
            .with("content/plans/a/updates/2020-06-30/01.md", status)
    };
    assert_eq!(site("0,6").codes(), [""; 0]);
    let built = site("0,9").build();
    assert_eq!(built.codes(), ["stated-differs"]);
    let page = built.html("uoverensstemmelser.html").text();
    assert!(page.contains("Effekt i 2020, 1 M") && page.contains("0,9"), "{page}");
}

#[test]
fn measures_and_plans_are_copies_where_nothing_tells_them_apart() {
    let told = |site: &Site, code: &str| site.codes().iter().filter(|found| **found == code).count();
    let measure = |number: &str, more: &str| {
        format!("+++\nnumber = \"{number}\"\ntitle = \"Vikarer\"\nrequired = \"1,0\"\n{more}+++\nOrd.\n")
    };
    let two = |one: &str, other: &str| {
        Site::small()
            .edit("content/plans/a/plan.md", "title = ", "sections = [\"Drift\", \"Anlæg\"]\ntitle = ")
            .with("content/plans/a/measures/01.md", measure("1", one))
            .with("content/plans/a/measures/02.md", measure("2", other))
    };
    assert_eq!(told(&two("", ""), "copied-measure"), 1);
    assert_eq!(told(&two("year = 2020\n", "year = 2020\n"), "copied-measure"), 1);
    assert_eq!(told(&two("year = 2020\n", "year = 2021\n"), "copied-measure"), 0);
    assert_eq!(told(&two("section = \"Drift\"\n", "section = \"Anlæg\"\n"), "copied-measure"), 0);
    // Each of several is told once.
    let three = two("", "").with("content/plans/a/measures/03.md", measure("3", ""));
    assert_eq!(told(&three, "copied-measure"), 2);

    let plan = |id: &str| format!("content/plans/{id}/plan.md");
    let head = |kind: &str| format!("+++\ntitle = \"Sundhed\"\nkind = \"{kind}\"\n+++\nOm planen.\n");
    let indicator = |id: &str| format!("[{id}]\ntitle = \"Tal {id}\"\nunit = \"borgere\"\n");
    let table = "title = \"Drift\"\nunit = \"mio. kr.\"\n[columns]\nactual = {}\n";
    let plans = |kind: &str| Site::small().with(&plan("x"), head(kind)).with(&plan("x-1"), head(kind));
    let with = |one: &str, other: &str| {
        let site = plans("indicators").with("content/plans/x/indicators.toml", indicator(one));
        site.with("content/plans/x-1/indicators.toml", indicator(other))
    };
    assert_eq!(told(&plans("indicators"), "copied-plan"), 1, "nothing in either");
    assert_eq!(told(&with("a", "a"), "copied-plan"), 1);
    assert_eq!(told(&with("a", "b"), "copied-plan"), 0);
    let only_one = plans("indicators").with("content/plans/x/indicators.toml", indicator("a"));
    assert_eq!(told(&only_one, "copied-plan"), 0);
    let figures = |site: Site, id: &str, name: &str| {
        let base = format!("content/plans/{id}");
        let rows = "row;label;actual\na;A;1,5\n";
        let site = site.with(&format!("{base}/tables/{name}.toml"), table);
        site.with(&format!("{base}/updates/2020-06-30/{name}.csv"), rows)
    };
    assert_eq!(told(&figures(figures(plans("budget"), "x", "drift"), "x-1", "drift"), "copied-plan"), 1);
    assert_eq!(told(&figures(figures(plans("budget"), "x", "drift"), "x-1", "skole"), "copied-plan"), 0);
}
