//! Laws of a site: what must not matter does not, and a change is seen where it belongs and nowhere else.

use std::collections::BTreeSet;

use proptest::{prelude::*, sample::Index};

use crate::support::{Outcome, Site, disk::Files};

/// A site with something of everything that depends on order.
fn site() -> Site {
    Site::small()
        .with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n[MAG]\nname = \"Magistraten\"\n")
        .with("content/om-tal.md", "+++\ntitle = \"Om tal\"\n+++\nOm tal.\n")
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Rammer\"\nrequired = \"3,00\"\n+++\n")
        .with("content/plans/a/measures/10.md", "+++\nnumber = \"10\"\ntitle = \"Uden status\"\n+++\n")
        .with("content/plans/a/updates/2020-03-31/01.md", "+++\nlevel = \"watch\"\nachieved = \"0,50\"\n+++\nFørst.\n")
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"critical\"\n+++\n")
        .with(
            "content/plans/a/indicators.toml",
            "[sager]\ntitle = \"Sager\"\nunit = \"sager\"\ndirection = \"down\"\nbaseline = { date = \"2019\", value = 40 }\n\
             [andet]\ntitle = \"Andet\"\nunit = \"%\"\n",
        )
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\nlevel = \"watch\"\n[readings]\nsager = 38\nandet = \"2,5\"\n+++\n")
        .with("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\nkind = \"action-plan\"\ncommittee = \"MAG\"\n+++\nSe [A](../a/plan.md).\n")
        .with("content/plans/b/measures/x.md", "+++\ntitle = \"Et tiltag\"\n+++\n")
}

/// Returns the files that differ, and those that only one of the two has.
fn changed(one: &Outcome, other: &Outcome) -> BTreeSet<String> {
    let paths = one.files.keys().chain(other.files.keys());
    paths.filter(|path| one.files.get(*path) != other.files.get(*path)).map(|path| path.as_str().to_owned()).collect()
}

#[track_caller]
fn assert_equal(one: &Outcome, other: &Outcome, case: &str) {
    assert_eq!(changed(one, other), BTreeSet::new(), "{case}");
    assert_eq!(one.codes(), other.codes(), "{case}");
}

#[test]
fn building_twice_gives_the_same() {
    assert_eq!(site().codes(), ["missing-status", "red-without-action"]);
    assert_equal(&site().build(), &site().build(), "twice");
}

/// Permutes the blocks of a TOML text (keys of a table, and tables), which must not matter where order has no meaning.
fn permuted(text: &str, by: &[Index]) -> String {
    let mut blocks: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines() {
        if line.starts_with('[') {
            blocks.push(Vec::new());
        }
        blocks.last_mut().expect("a block").push(line);
    }
    let mut at = by.iter().cycle();
    let mut shuffle = |lines: &mut [&str]| {
        for place in (1..lines.len()).rev() {
            lines.swap(place, at.next().expect("endless").index(place + 1));
        }
    };
    for block in &mut blocks {
        let from = usize::from(block.first().is_some_and(|line| line.starts_with('[')));
        shuffle(&mut block[from..]);
    }
    blocks.concat().iter().map(|line| format!("{line}\n")).collect()
}

/// Permutes the front matter of a page, or all of a register.
fn with_permuted_keys(files: &Files, by: &[Index]) -> Site {
    files.iter().fold(Site::small(), |site, (path, bytes)| {
        let text = String::from_utf8(bytes.clone()).expect("text");
        let text = match (path.ends_with(".md"), text.strip_prefix("+++\n").and_then(|text| text.split_once("+++\n"))) {
            (true, Some((front, body))) => format!("+++\n{}+++\n{body}", permuted(front, by)),
            // The order of levels, columns and indicators has a meaning; keys within each have none.
            (false, _) if path.ends_with("indicators.toml") => permuted(&text, by),
            _ => text,
        };
        site.with(path, text)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_keys_does_not_matter(by in proptest::collection::vec(any::<Index>(), 7..40)) {
        let permuted = with_permuted_keys(&site().files(), &by);
        let (one, other) = (site().build(), permuted.build());
        prop_assert_eq!(changed(&one, &other), BTreeSet::new());
        prop_assert_eq!(one.codes(), other.codes());
    }

    #[test]
    fn the_order_files_come_in_does_not_matter(by in proptest::collection::vec(any::<Index>(), 20)) {
        let files = site().files();
        let mut order: Vec<_> = files.iter().collect();
        for place in (1..order.len()).rev() {
            order.swap(place, by[place % by.len()].index(place + 1));
        }
        let shuffled = order.into_iter().fold(Site::small(), |site, (path, bytes)| site.with(path, bytes));
        let (one, other) = (site().build(), shuffled.build());
        prop_assert_eq!(changed(&one, &other), BTreeSet::new());
    }

    #[test]
    fn any_words_are_shown_as_they_are(words in "[a-zæøå<>&\"'{}%$#=; ]{1,40}", title in "[A-ZÆØÅ][a-zæøå<>&\"'{}%/ ]{0,30}[a-z]") {
        let quoted = title.replace('\\', "\\\\").replace('"', "\\\"");
        let outcome = site()
            .edit("content/plans/a/plan.md", "title = \"Plan A\"", &format!("title = \"{quoted}\""))
            .edit("content/plans/a/measures/02.md", "title = \"Rammer\"", &format!("title = \"{quoted}\""))
            .with("content/owners.toml", format!("[chef]\ntitle = \"{quoted}\"\n"))
            .with("content/plans/a/updates/2020-06-30/01.md", format!("+++\nlevel = \"ok\"\n+++\n`x` {words}\n"))
            .build();
        prop_assert_eq!(outcome.built.counts.errors, 0, "{:?}", outcome.built.findings);
        let shown = title.split_whitespace().collect::<Vec<_>>().join(" ");
        // Reading the page is strict, so markup that was let through would show.
        let page = outcome.html("a/index.html");
        prop_assert_eq!(&page.all("h1")[0].text(), &shown);
        prop_assert!(page.table("measures-table").rows.iter().any(|row| row.cells.contains(&shown)));
        for path in outcome.files.keys().filter(|path| path.extension() == "html") {
            crate::support::html::parse(outcome.page(path.as_str()));
        }
    }
}

#[test]
fn registers_may_be_in_any_order() {
    let turned =
        site().with("content/committees.toml", "[MAG]\nname = \"Magistraten\"\n[USB]\nname = \"Socialudvalget\"\n");
    assert_equal(&site().build(), &turned.build(), "committees");
}

#[test]
fn another_page_changes_only_pages_that_list_it() {
    let before = site().build();
    let after = site().with("content/en-ny-side.md", "+++\ntitle = \"En ny side\"\n+++\nUden betydning.\n").build();
    let changed = changed(&before, &after);
    assert!(changed.contains("en-ny-side.html"));
    for path in changed.iter().filter(|path| *path != "en-ny-side.html") {
        // The index of the search leaves the ending off.
        assert!(after.page(path).contains("en-ny-side"), "{path} changed, but does not list the page");
        assert!(!path.contains("/plan"), "{path}");
    }
}

#[test]
fn another_plan_changes_no_page_of_the_others() {
    let before = site().build();
    let after = site()
        .with(
            "content/plans/c/plan.md",
            "+++\ntitle = \"Plan C\"\nkind = \"action-plan\"\ncommittee = \"USB\"\nowner = \"chef\"\n+++\n",
        )
        .with("content/plans/c/measures/1.md", "+++\ntitle = \"Nyt\"\n+++\n")
        .build();
    for path in changed(&before, &after) {
        assert!(!path.contains("/a/") && !path.contains("/b/"), "{path}");
    }
}

#[test]
fn a_status_changes_its_plan_and_what_lists_it() {
    let before = site().build();
    let after = site()
        .edit(
            "content/plans/a/updates/2020-06-30/02.md",
            "+++\nlevel = \"critical\"\n+++\n",
            "+++\nlevel = \"critical\"\n+++\nNye ord.\n",
        )
        .build();
    let changed = changed(&before, &after);
    assert!(changed.iter().any(|path| path.ends_with("a/02.html")), "{changed:?}");
    assert!(
        !changed
            .iter()
            .any(|path| path.contains("/b/") || path.ends_with("a/01.html") || path.ends_with("a/2020-03-31.html")),
        "{changed:?}"
    );
}

#[test]
fn a_comment_or_a_blank_line_changes_nothing() {
    let commented = site()
        .edit("content/plans/a/plan.md", "title = ", "# en bemærkning\n\ntitle = ")
        .edit("content/plans/a/indicators.toml", "[andet]", "\n# en bemærkning\n[andet]")
        .edit("content/plans/a/plan.md", "En plan.", "\nEn plan.\n\n");
    assert_equal(&site().build(), &commented.build(), "comments");
}

#[test]
fn the_same_thing_written_another_way_is_the_same() {
    for (path, from, to) in [
        ("content/plans/a/plan.md", "committee = \"USB\"", "committee = [\"USB\"]"),
        ("content/plans/a/measures/01.md", "\"2,50\"", "\"2,50 mio. kr.\""),
        ("content/plans/a/updates/2020-06-30/01.md", "\"Alt OK\"", "\"ok\""),
        ("content/plans/a/updates/2020-06-30/index.md", "sager = 38", "sager = { value = 38 }"),
        (
            "content/plans/a/indicators.toml",
            "baseline = { date = \"2019\", value = 40 }",
            "baseline.value = 40\nbaseline.date = \"2019\"",
        ),
    ] {
        assert_equal(&site().build(), &site().edit(path, from, to).build(), to);
    }
}

#[test]
fn what_comes_later_changes_nothing_until_its_day() {
    let later = site()
        .with(
            "content/plans/a/updates/2020-09-30/01.md",
            "+++\nlevel = \"critical\"\nachieved = \"1,50\"\n+++\nSenere.\n",
        )
        .with("content/plans/a/updates/2020-09-30/index.md", "+++\nlevel = \"critical\"\n+++\n");
    assert_equal(&site().build(), &later.build(), "a later report");
    let (before, after) = (site().as_of("2020-09-30").build(), later.as_of("2020-09-30").build());
    assert!(changed(&before, &after).len() > 3);
}

#[test]
fn a_measure_by_another_file_name_is_the_same_by_its_id() {
    let renamed = site()
        .without("content/plans/a/measures/02.md")
        .with(
            "content/plans/a/measures/rammer.md",
            "+++\nid = \"02\"\nnumber = \"2\"\ntitle = \"Rammer\"\nrequired = \"3,00\"\n+++\n",
        )
        .build();
    assert_eq!(renamed.built.counts.errors, 0, "{:#?}", renamed.built.findings);
    let (one, other) = (site().build(), renamed);
    let cells = |outcome: &Outcome| outcome.html("a/index.html").table("measures-table").row("2").cells.clone();
    assert_eq!(cells(&one), cells(&other));
}
