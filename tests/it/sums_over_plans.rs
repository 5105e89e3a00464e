//! What is said of a sum of several plans: its years, its per cent, how many measures it knows, and how many need attention.

use crate::support::{Outcome, Site, html::Element, past::Revisions};

/// A measure: the lines of its front matter, and those of its status; without them it has none.
type Written<'w> = (&'w str, &'w str);

/// A plan: the lines of its front matter, and its measures.
type PlanWritten<'w> = (&'w str, &'w [Written<'w>]);

/// Adds a plan of a committee and an owner, with measures called by their number.
fn with_plan(site: Site, id: &str, lines: &str, measures: &[Written]) -> Site {
    let plan = format!(
        "+++\ntitle = \"Plan {id}\"\nkind = \"savings\"\nunit = \"mio. kr.\"\ncommittee = \"USB\"\nowner = \"chef\"\n{lines}\n+++\nEn plan.\n"
    );
    let site = site.with(&format!("content/plans/{id}/plan.md"), plan);
    let report = format!("content/plans/{id}/updates/2020-06-30/index.md");
    let site = site.with(&report, "Et halvt år er gået.\n");
    (1..).zip(measures).fold(site, |site, (nth, (lines, status))| {
        let file = format!("content/plans/{id}/measures/0{nth}.md");
        let site = site.with(&file, format!("+++\nnumber = \"{nth}\"\ntitle = \"{id}{nth}\"\n{lines}\n+++\n"));
        match *status {
            "" => site,
            status => site.with(
                &format!("content/plans/{id}/updates/2020-06-30/0{nth}.md"),
                format!("+++\nlevel = \"Alt OK\"\n{status}\n+++\nOrd om {nth}.\n"),
            ),
        }
    })
}

/// The small site without what is told of its measure.
fn bare() -> Site {
    Site::small().without("content/plans/a/updates/2020-06-30/01.md")
}

/// A site of two plans.
fn two_plans([a, b]: [PlanWritten; 2]) -> Site {
    with_plan(with_plan(bare(), "a", a.0, a.1), "b", b.0, b.1)
}

/// What stands in the tile of a name: its value and its note.
fn tile(outcome: &Outcome, page: &str, name: &str) -> String {
    let html = outcome.html(page);
    let tiles = html.every().into_iter().find(|element| element.is("tiles")).expect("tiles").text();
    let tiles = tiles.replace('\u{a0}', " ");
    let (_, after) = tiles.split_once(name).unwrap_or_else(|| panic!("no {name} in {tiles}"));
    let end = ["Sparekrav", "Opnået", "Forskel", "Afviger fra planen"].iter().filter_map(|next| after.find(next)).min();
    after[..end.unwrap_or(after.len())].trim().to_owned()
}

const PAGES: [&str; 3] = ["index.html", "udvalg/usb.html", "ansvarlige/chef.html"];

#[test]
fn a_sum_is_said_to_be_of_the_years_of_what_it_adds_up() {
    let [y20, y21, y22] = ["2020", "2021", "2022"].map(|year| format!("required = \"1,0\"\nyear = {year}"));
    let told = "achieved = \"0,5\"";
    let (none, this) = ("", "year = 2020");
    // What each plan says of its year, what its measures say, and what is said of required and achieved.
    let cases: [([PlanWritten; 2], [&str; 2]); 6] = [
        // No figure is about the year that both plans have.
        ([(this, &[(&y21, told), (&y22, told)]), (this, &[(&y21, told)])], ["2021 og 2022", "2021 og 2022"]),
        // No plan is of several years, and both together are.
        ([(none, &[(&y20, told)]), (none, &[(&y21, told)])], ["2020 og 2021", "2020 og 2021"]),
        ([(this, &[("required = \"1,0\"", told)]), (this, &[(&y22, told)])], ["2020 og 2022", "2020 og 2022"]),
        // Only what is required is of several.
        ([(this, &[(&y20, told), (&y21, "")]), (this, &[(&y20, told)])], ["2020 og 2021", ""]),
        // Only what was achieved is.
        ([(this, &[(&y20, told), ("year = 2022", told)]), (this, &[(&y20, told)])], ["", "2020 og 2022"]),
        // All are of the same year, whoever says so.
        ([(this, &[(&y20, told)]), (this, &[("required = \"1,0\"", told)])], ["", ""]),
    ];
    for (nth, (plans, expected)) in cases.into_iter().enumerate() {
        let outcome = two_plans(plans).build();
        for page in PAGES {
            for (name, years) in ["Sparekrav", "Opnået"].into_iter().zip(expected) {
                let tile = tile(&outcome, page, name);
                match years {
                    "" => assert!(!tile.contains("lagt sammen"), "{nth} {page} {name}: {tile}"),
                    _ => {
                        assert!(tile.contains(&format!("beløb for {years} lagt sammen")), "{nth} {page} {name}: {tile}")
                    }
                }
            }
        }
        let money = outcome.html("udvalg/usb.html").table("money-table");
        for (column, years) in ["Sparekrav", "Opnået"].into_iter().zip(expected) {
            let cells = money.column(column);
            let total = cells.last().expect("a total");
            assert_eq!(total.contains("lagt sammen"), !years.is_empty(), "{nth} {column}: {total}");
            assert!(total.contains(years), "{nth} {column}: {total}");
        }
    }
}

#[test]
fn one_list_of_years_does_not_serve_two_columns() {
    let outcome = two_plans([
        ("year = 2020", &[("required = \"1,0\"", "achieved = \"0,5\""), ("required = \"1,0\"\nyear = 2021", "")]),
        ("year = 2020", &[("required = \"1,0\"", "achieved = \"0,5\"")]),
    ])
    .build();
    for (page, table) in
        [("index.html", "plans-table"), ("planer/index.html", "plans-table"), ("udvalg/usb.html", "money-table")]
    {
        let table = outcome.html(page).table(table);
        let said = ["Sparekrav", "Opnået"].map(|column| table.cell("Plan a", column).contains("2020 og 2021"));
        assert_eq!(said, [true, false], "{page}");
    }
}

#[test]
fn per_cent_of_a_sum_are_decided_by_the_sum() {
    let saved = |required| format!("required = \"{required}\"");
    let spent = |required| format!("required = \"-{required}\"\ninvestment = true");
    let told = "achieved = \"1,0\"";
    let shares = |a: &[Written], b: &[Written]| {
        let outcome = two_plans([("year = 2020", a), ("year = 2020", b)]).build();
        PAGES.map(|page| tile(&outcome, page, "Opnået").contains("% af sparekravet"))
    };
    let [two, twenty, half] = [saved("2,0"), saved("20,0"), spent("0,5")];
    // An investment that takes a quarter of its plan takes a forty-fourth of both.
    assert_eq!(shares(&[(&two, told), (&half, "")], &[(&twenty, told)]), [true; 3]);
    let much = spent("4,5");
    assert_eq!(shares(&[(&two, told), (&much, "")], &[(&twenty, told)]), [false; 3], "4,5 of 22,0");
    // Whoever does not say what an investment costs may cost anything.
    assert_eq!(shares(&[(&two, told), ("investment = true", "")], &[(&twenty, told)]), [false; 3]);
    assert_eq!(shares(&[(&two, told)], &[(&twenty, told)]), [true; 3]);
}

#[test]
fn what_was_dropped_is_not_told_as_not_given() {
    let (one, told) = ("required = \"1,0\"", "achieved = \"0,5\"");
    let known = |a: &[Written], b: &[Written]| {
        let outcome = two_plans([("year = 2020", a), ("year = 2020", b)]).build();
        PAGES.map(|page| {
            let tile = tile(&outcome, page, "Opnået");
            tile.split("; ").find(|note| note.contains("er oplyst")).map(|note| {
                note.split(" er ")
                    .next()
                    .unwrap_or_default()
                    .rsplit(' ')
                    .take(3)
                    .collect::<Vec<_>>()
                    .into_iter()
                    .rev()
                    .collect::<Vec<_>>()
                    .join(" ")
            })
        })
    };
    let all = |words: &str| [0; 3].map(|_| Some(words.to_owned()));
    assert_eq!(known(&[(one, told), (one, "lifecycle = \"dropped\"")], &[(one, told)]), [None, None, None]);
    assert_eq!(known(&[(one, told), (one, "lifecycle = \"deferred\"")], &[(one, told)]), all("2 af 3"));
    assert_eq!(known(&[(one, told), (one, "lifecycle = \"dropped\"")], &[(one, told), (one, "")]), all("2 af 3"));
    // What was achieved without being required is known, and counts among those that are.
    assert_eq!(known(&[(one, told), ("", told)], &[(one, told), (one, "")]), all("3 af 4"));
}

#[test]
fn the_list_of_committees_counts_what_is_stated_by_number() {
    const COUNTS: &str = "+++\n[counts]\nok = 12\nwatch = 3\n+++\nDet går fremad.\n";
    let plan = "+++\ntitle = \"Plan B\"\nkind = \"implementation\"\ncommittee = \"USB\"\n+++\nEn plan.\n";
    let outcome = Site::small()
        .with("content/plans/b/plan.md", plan)
        .with("content/plans/b/updates/2020-06-30/index.md", COUNTS)
        .build();
    let table = outcome.html("udvalg/index.html").table("committees-table");
    assert_eq!(table.cell("Socialudvalget", "Afviger fra planen"), "3");
    let said: Vec<String> = outcome.html("udvalg/usb.html").all("p").into_iter().map(Element::text).collect();
    assert!(said.iter().any(|text| text.contains('3')), "{said:?}");
}

/// Adds a measure under a number of its own, with the lines of its status.
fn with_measure(site: Site, plan: &str, number: &str, (lines, status): Written) -> Site {
    let stem = number.replace('.', "");
    let file = format!("content/plans/{plan}/measures/{stem}.md");
    let site = site.with(&file, format!("+++\nnumber = \"{number}\"\ntitle = \"{plan}{number}\"\n{lines}\n+++\n"));
    let file = format!("content/plans/{plan}/updates/2020-06-30/{stem}.md");
    let text = format!("+++\nlevel = \"Alt OK\"\n{status}\n+++\nOrd om {number}.\n");
    if status.is_empty() { site } else { site.with(&file, text) }
}

/// The numbers in a cell of each row of a table.
fn amounts(outcome: &Outcome, page: &str, table: &str, column: &str) -> Vec<String> {
    let table = outcome.html(page).table(table);
    let first = |cell: &str| cell.split(|c: char| c.is_whitespace()).next().unwrap_or_default().to_owned();
    table.column(column).into_iter().map(first).collect()
}

#[test]
fn the_own_figures_of_a_measure_count_wherever_its_parts_have_none() {
    let (one, told) = ("required = \"1,0\"", "achieved = \"0,5\"");
    let site = with_plan(bare(), "b", "year = 2020", &[(one, told)]);
    let site = with_plan(site, "a", "year = 2020", &[("required = \"2,0\"", "achieved = \"1,5\"")]);
    let site = with_measure(site, "a", "1.a", ("", "lifecycle = \"in-progress\""));
    let whole = with_measure(site, "a", "1.b", ("", ""));
    // Nothing is of its parts, then what is required, then both.
    let required = with_measure(whole.clone(), "a", "1.a", ("required = \"0,8\"", "lifecycle = \"in-progress\""));
    let both = with_measure(whole.clone(), "a", "1.a", ("required = \"0,8\"", "achieved = \"0,4\""));
    for (site, a, all) in [
        (whole, ["2,0", "1,5"], ["3,0", "2,0"]),
        (required, ["0,8", "1,5"], ["1,8", "2,0"]),
        (both, ["0,8", "0,4"], ["1,8", "0,9"]),
    ] {
        let outcome = site.build();
        for (nth, column) in ["Sparekrav", "Opnået"].into_iter().enumerate() {
            assert_eq!(
                amounts(&outcome, "udvalg/usb.html", "money-table", column),
                [a[nth], ["1,0", "0,5"][nth], all[nth]],
                "{column}"
            );
            for page in PAGES {
                let tile = tile(&outcome, page, column);
                assert!(tile.starts_with(all[nth]), "{page} {column}: {tile}");
                assert!(!tile.contains("oplyst"), "{page} {column}: {tile}");
            }
        }
    }
}

#[test]
fn parts_that_give_nothing_are_lacking_whatever_they_are_parts_of() {
    let (one, told) = ("required = \"1,0\"", "achieved = \"0,5\"");
    let lacking = |whole: Written| {
        let site = with_plan(bare(), "b", "year = 2020", &[(one, told)]);
        let site = with_plan(site, "a", "year = 2020", &[whole]);
        let outcome = with_measure(with_measure(site, "a", "1.a", (one, "")), "a", "1.b", (one, "")).build();
        let said = PAGES.map(|page| {
            let tile = tile(&outcome, page, "Opnået");
            ["1 af 2 er oplyst", "1 af 3 er oplyst"].into_iter().find(|words| tile.contains(words)).unwrap_or_default()
        });
        (said, outcome.html("planer/a/index.html").text().contains("er oplyst"))
    };
    assert_eq!(lacking(("", "")).0, ["1 af 3 er oplyst"; 3], "the whole asks for nothing by itself");
    assert_eq!(lacking(("required = \"2,0\"", "")).0, ["1 af 3 er oplyst"; 3], "what is required is that of its parts");
    assert_eq!(lacking((one, told)), ([""; 3], false), "it is told as a whole");
}

#[test]
fn a_chart_does_not_call_what_was_dropped_untold() {
    let (one, told) = ("required = \"1,0\"", "achieved = \"1,0\"");
    let text = |status: &str| {
        let site = with_plan(bare(), "a", "year = 2020", &[(one, told), (one, status), (one, "")]);
        site.build().html("planer/a/index.html").text()
    };
    assert!(text("lifecycle = \"in-progress\"").contains("Ét af tre tiltag har nået sparekravet; to er ikke oplyst"));
    let dropped = text("lifecycle = \"dropped\"");
    assert!(dropped.contains("Ét af to tiltag har nået sparekravet; ét er ikke oplyst"), "{dropped}");
    let dropped = text("lifecycle = \"dropped\"\nachieved = \"0,5\"");
    assert!(
        dropped.contains("Ét af tre tiltag har nået sparekravet; ét er ikke oplyst"),
        "it achieved something: {dropped}"
    );
}

#[test]
fn counts_by_number_alone_that_changed_are_no_unchanged_plan() {
    let counts = |watch: usize| format!("+++\n[counts]\nok = 12\nwatch = {watch}\n+++\nDet går fremad.\n");
    let plan =
        "+++\ntitle = \"Plan B\"\nkind = \"implementation\"\ncommittee = \"USB\"\nowner = \"chef\"\n+++\nEn plan.\n";
    let then = Site::small()
        .with("content/plans/b/plan.md", plan)
        .with("content/plans/b/updates/2020-03-31/index.md", counts(3));
    let edition = "\n[[editions]]\nid = \"e\"\ntitle = \"Marts\"\nas_of = 2020-03-31\nrevision = \"e\"\n";
    let past = Revisions::default().with("e", "2020-04-01", &then);
    let since = |watch: usize| {
        let now = then.clone().with("content/plans/b/updates/2020-06-30/index.md", counts(watch));
        let outcome = now.append("site.toml", edition).build_with(&past);
        ["planer/index.html", "udvalg/usb.html", "ansvarlige/chef.html"].map(|page| {
            let table = outcome.html(page).table("plans-table");
            let row = table.row("Plan B");
            let said = row.cells.iter().chain(row.words.iter().map(|(_, words)| words));
            said.map(|text| text.replace('\u{a0}', " ")).collect::<Vec<_>>().join("|")
        })
    };
    for said in since(5) {
        assert!(said.contains("2 flere med »Opmærksomhed«"), "{said}");
    }
    for said in since(3) {
        assert!(!said.contains("flere med"), "{said}");
    }
}

#[test]
fn without_investments_none_is_lacking() {
    let site = with_plan(bare(), "a", "year = 2020", &[("", "")]);
    let site = with_measure(site, "a", "1.a", ("required = \"2,0\"", "achieved = \"1,0\""));
    let told =
        with_measure(site.clone(), "a", "1.b", ("required = \"-0,2\"\ninvestment = true", "achieved = \"-0,1\""));
    let silent = with_measure(site, "a", "1.b", ("required = \"-0,2\"\ninvestment = true", ""));
    for (site, is_lacking) in [(told, false), (silent, true)] {
        let table = site.build().html("planer/a/index.html").table("measures-table");
        let said = |row: &str| ["Sparekrav", "Opnået"].map(|column| table.cell(row, column).contains("er oplyst"));
        assert_eq!(said("I alt, beregnet"), [false, is_lacking]);
        assert_eq!(said("Uden investeringer, beregnet"), [false, false]);
    }
}

/// Of two of three measures a figure is told; the report states what all come to, where it states anything.
fn stating(field: &str, [first, second]: [&str; 2], stated: &str) -> [String; 3] {
    let stated = if stated.is_empty() { String::new() } else { format!("[stated]\n{field} = \"{stated}\"\n") };
    let status = |value: &str| format!("+++\nlevel = \"Alt OK\"\n{field} = \"{value}\"\n+++\nOrd.\n");
    [format!("+++\n{stated}+++\nEn rapport.\n"), status(first), status(second)]
}

/// A plan with a report of that for each date.
fn told_in_part(site: Site, reports: &[(&str, [String; 3])]) -> Site {
    let measures = [("required = \"2,0\"", ""), ("required = \"3,0\"", ""), ("required = \"1,0\"", "")];
    let site = with_plan(site, "b", "year = 2020", &measures).without("content/plans/b/updates/2020-06-30/index.md");
    reports.iter().fold(site, |site, (date, files)| {
        ["index", "01", "02"].iter().zip(files).fold(site, |site, (name, text)| {
            site.with(&format!("content/plans/b/updates/{date}/{name}.md"), text.as_str())
        })
    })
}

#[test]
fn a_stated_total_of_which_not_all_have_told_says_how_many_and_what_they_come_to() {
    let one: Written = ("required = \"1,0\"", "achieved = \"0,5\"");
    let two = with_plan(bare(), "a", "year = 2020", &[one]);
    for (parts, stated, beside) in [
        (["1,25", "0,75"], "2,50", Some("beregnet 2,00")),
        (["1,25", "ca. 0,75"], "2,50", Some("beregnet ca. 2,00")),
        (["1,25", "0,75"], "ca. 2,5", Some("beregnet 2,00")),
        (["1,25", "0,75"], "2,00", None),
        (["1,25", "0,75"], "", None),
        (["1,25", "0,75"], "1,50", Some("stemmer ikke (−0,50), beregnet 2,00")),
    ] {
        let outcome = told_in_part(two.clone(), &[("2020-06-30", stating("achieved", parts, stated))]).build();
        let case = format!("{parts:?}, {stated}");
        let cells =
            [("index.html", "plans-table"), ("planer/index.html", "plans-table"), ("udvalg/usb.html", "money-table")];
        for (page, table) in cells {
            let table = outcome.html(page).table(table);
            let cell = table.cell("Plan b", "Opnået").replace('\u{a0}', " ");
            assert!(cell.contains("2 af 3 er oplyst"), "{case}, {page}: {cell}");
            assert_eq!(cell.contains("beregnet"), beside.is_some(), "{case}, {page}: {cell}");
            assert!(cell.contains(beside.unwrap_or_default()), "{case}, {page}: {cell}");
        }
        for (page, known, computed) in [
            ("index.html", "3 af 4 er oplyst", ""),
            ("planer/b/index.html", "2 af 3 er oplyst", beside.unwrap_or_default()),
        ] {
            let said = tile(&outcome, page, "Opnået");
            assert!(said.contains(known) && said.contains(computed), "{case}, {page}: {said}");
            assert_eq!(said.contains("beregnet"), beside.is_some(), "{case}, {page}: {said}");
        }
    }
    // What is proven to differ is told apart from what is only not all told.
    let site = told_in_part(two, &[("2020-06-30", stating("achieved", ["1,25", "0,75"], "2,50"))]);
    let wrong =
        site.with("content/plans/a/updates/2020-06-30/index.md", "+++\n[stated]\nachieved = \"0,9\"\n+++\nOrd.\n");
    let said = tile(&wrong.build(), "index.html", "Opnået");
    assert!(said.starts_with("3,40 mio. kr.") && said.contains("stemmer ikke (+0,4), beregnet 2,50"), "{said}");
}

#[test]
fn a_stated_total_of_which_not_all_have_told_is_held_against_no_other() {
    let edition = "\n[[editions]]\nid = \"e\"\ntitle = \"Marts\"\nas_of = 2020-03-31\nrevision = \"e\"\n";
    for (field, chart) in [("achieved", "Opnået"), ("forecast", "Forvent")] {
        for (before, after, says, turn) in [
            ("", "2,50", "+0,50", "fra 1,50 til 2,00"),
            ("2,50", "", "+0,50", "fra 1,50 til 2,00"),
            ("2,50", "3,50", "+1,00", "fra 2,50 til 3,50"),
            ("", "", "+0,50", "fra 1,50 til 2,00"),
        ] {
            let march = ("2020-03-31", stating(field, ["1,00", "0,50"], before));
            let june = ("2020-06-30", stating(field, ["1,25", "0,75"], after));
            let then = told_in_part(bare(), std::slice::from_ref(&march));
            let past = Revisions::default().with("e", "2020-04-01", &then);
            let outcome = told_in_part(bare(), &[march, june]).append("site.toml", edition).build_with(&past);
            let case = format!("{field}, {before} → {after}");
            for page in ["index.html", "planer/index.html", "planer/b/index.html"] {
                let text = outcome.html(page).text().replace('\u{a0}', " ");
                assert!(text.contains(says), "{case}, {page}: {text}");
                assert!(!text.contains("før ikke oplyst"), "{case}, {page}: {text}");
                let others: Vec<_> = ["+1,00 mio", "−1,00 mio", "+0,50 mio", "−0,50 mio"]
                    .into_iter()
                    .filter(|other| !other.contains(says) && text.contains(*other))
                    .collect();
                let has_stated_row = page == "planer/b/index.html" && says == "+1,00";
                assert!(others.is_empty() || has_stated_row, "{case}, {page}: {others:?} {text}");
            }
            let text = outcome.html("planer/b/index.html").text().replace('\u{a0}', " ");
            assert!(text.contains(turn) && text.contains(chart), "{case}: {text}");
        }
    }
}

#[test]
fn what_asks_for_nothing_owes_nothing() {
    let one = ("required = \"1,0\"", "achieved = \"0,5\"");
    for (required, owes) in
        [("-", false), ("0", false), ("0,00", false), ("0,01", true), ("ca. 1", true), ("-0,2", true)]
    {
        let line = format!("required = \"{required}\"");
        let site = with_plan(bare(), "b", "year = 2020", &[one]);
        let outcome = with_plan(site, "a", "year = 2020", &[one, (&line, "")]).build();
        for page in PAGES {
            assert_eq!(tile(&outcome, page, "Opnået").contains("2 af 3 er oplyst"), owes, "{required}, {page}");
        }
        let index = "+++\n[stated]\nachieved = \"0,9\"\n+++\nOrd.\n";
        let stated = with_plan(bare(), "a", "year = 2020", &[one, (&line, "")])
            .with("content/plans/a/updates/2020-06-30/index.md", index);
        let said = tile(&stated.build(), "planer/a/index.html", "Opnået");
        assert_eq!(said.contains("stemmer ikke (+0,4)"), !owes, "{required}: {said}");
    }
}

#[test]
fn a_plan_says_first_what_was_achieved_of_what_is_required() {
    // What stands before whose the status is.
    let lead = |site: Site| {
        let text = site.build().html("planer/b/index.html").text().replace('\u{a0}', " ");
        text.split("Planens samlede status").next().unwrap_or_default().to_owned()
    };
    let told = |parts, stated| lead(told_in_part(bare(), &[("2020-06-30", stating("achieved", parts, stated))]));
    for (parts, stated, says) in [
        (["1,25", "0,75"], "", "Der er opnået 2,00 af 6,0 mio. kr. i alt; 2 af 3 er oplyst."),
        (["1,25", "ca. 0,75"], "", "Der er opnået ca. 2,00 af 6,0 mio. kr. i alt; 2 af 3 er oplyst."),
        (["1,25", "0,75"], "2,50", "Der er opnået 2,50 af 6,0 mio. kr. i alt; beregnet 2,00; 2 af 3 er oplyst."),
        (["-", "-"], "", "Der er opnået intet af 6,0 mio. kr. i alt; 2 af 3 er oplyst."),
    ] {
        let lead = told(parts, stated);
        assert!(lead.contains(says), "{parts:?}, {stated}: {lead}");
    }
    // Nothing of nothing, of what investments take, in another unit, or where nothing was achieved.
    let of = |measures: &[Written]| lead(with_plan(bare(), "b", "year = 2020", measures));
    let (one, half) = ("required = \"1,0\"", "achieved = \"0,5\"");
    assert!(of(&[(one, half)]).contains("Der er opnået 0,5 af 1,0 mio. kr. i alt."));
    for measures in [
        [(one, ""), (one, "")],
        [(one, "achieved = \"-0,5\""), ("", "")],
        [("", half), ("", half)],
        [(one, half), ("required = \"-0,9\"\ninvestment = true", "achieved = \"-0,9\"")],
    ] {
        assert!(!of(&measures).contains("Der er opnået"), "{measures:?}: {}", of(&measures));
    }
}
