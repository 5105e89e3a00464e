//! What is said of a sum of several plans: its years, its per cent, how many measures it knows, and how many need attention.

use crate::support::{Outcome, Site, html::Element};

/// A measure: the lines of its front matter, and those of its status; without them it has none.
type Written<'w> = (&'w str, &'w str);

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

/// A site of two plans.
fn two_plans([a, b]: [(&str, &[Written]); 2]) -> Site {
    with_plan(with_plan(Site::small(), "a", a.0, a.1), "b", b.0, b.1)
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
    let cases: [(&str, &[Written], &str, &[Written], [&str; 2]); 6] = [
        // No figure is about the year that both plans have.
        (this, &[(&y21, told), (&y22, told)], this, &[(&y21, told)], ["2021 og 2022", "2021 og 2022"]),
        // No plan is of several years, and both together are.
        (none, &[(&y20, told)], none, &[(&y21, told)], ["2020 og 2021", "2020 og 2021"]),
        (this, &[("required = \"1,0\"", told)], this, &[(&y22, told)], ["2020 og 2022", "2020 og 2022"]),
        // Only what is required is of several.
        (this, &[(&y20, told), (&y21, "")], this, &[(&y20, told)], ["2020 og 2021", ""]),
        // Only what was achieved is.
        (this, &[(&y20, told), ("year = 2022", told)], this, &[(&y20, told)], ["", "2020 og 2022"]),
        // All are of the same year, whoever says so.
        (this, &[(&y20, told)], this, &[("required = \"1,0\"", told)], ["", ""]),
    ];
    for (nth, (a_lines, a, b_lines, b, expected)) in cases.into_iter().enumerate() {
        let outcome = two_plans([(a_lines, a), (b_lines, b)]).build();
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
