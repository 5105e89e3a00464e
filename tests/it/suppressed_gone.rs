//! Counts that are withheld today, in editions of what is gone or is called otherwise: nothing of today's files says it of them.

use crate::{
    redact::{Past, Shelf},
    support::Site,
    suppressed::{BY_DEFAULT, CHILDREN, DECLARED, ROWS, with_table},
};

/// Deleting a table or an indicator, or calling it otherwise, must not put its counts back into what was published of it.
#[test]
fn an_edition_withholds_the_counts_of_what_is_gone_or_renamed() {
    const INDICATORS: &str = "content/plans/a/indicators.toml";
    let edition = "\n[[editions]]\nid = \"e1\"\ntitle = \"Udgave\"\nas_of = 2020-06-30\nrevision = \"udgave/e1\"\n";
    let plain = CHILDREN.replace("suppress_below = 5\n", "") + "antal = { title = \"Antal\" }\n";
    let rows = "row;label;antal\na;Nord;3\nb;Syd;4711\nc;Vest;6123\n";
    let indicator = |id: &str, more: &str| {
        format!("[{id}]\ntitle = \"Anbragte\"\nunit = \"børn\"\nreadings = {{ 2018 = 4711, 2019 = 2 }}\n{more}")
    };
    let then = with_table(&plain, rows).with(INDICATORS, indicator("anbragte", "")).append("site.toml", edition);
    let withheld = then.clone().append("site.toml", BY_DEFAULT);
    let own = then.clone().edit(DECLARED, "[columns]", "suppress_below = 5\n[columns]").edit(
        INDICATORS,
        "unit",
        "suppress_below = 5\nunit",
    );
    let other = |site: &Site| site.clone().without(DECLARED).without(ROWS);
    for (before, today) in [
        (&withheld, withheld.clone()),
        (&withheld, other(&withheld)),
        (
            &withheld,
            other(&withheld).with(&DECLARED.replace("/t.", "/u."), &plain).with(&ROWS.replace("/t.", "/u."), rows),
        ),
        (&withheld, withheld.clone().without(INDICATORS)),
        (&withheld, withheld.clone().with(INDICATORS, indicator("nye", ""))),
        (&withheld, withheld.clone().with(INDICATORS, indicator("nye", "formerly = [\"anbragte\"]\n"))),
        (&withheld, other(&withheld).without(INDICATORS)),
        (&then, other(&withheld).without(INDICATORS)),
        (&own, own.clone()),
        (&own, other(&own)),
        (&own, own.clone().without(INDICATORS)),
    ] {
        let past = Past::new(&[("først", &then), ("skjult", before), ("i dag", &today)]);
        let said = past.all_said(&today, &Shelf::default());
        let pages: Vec<_> = said.iter().filter(|(place, _)| place.contains("editions/e1/planer/a/")).collect();
        assert!(!pages.is_empty() && pages.iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("4711")));
        for (place, bytes) in pages {
            let text = String::from_utf8_lossy(bytes);
            for count in [">3<", ";3\r", ";3\n", ">2<", ";2\r", ";2;", "2 børn", "3 børn"] {
                assert!(!text.contains(count), "{count} in {place} of {today:#?}");
            }
        }
    }
    // Where nothing withholds it the counts are there.
    let past = Past::new(&[("først", &then), ("i dag", &other(&then))]);
    let said = past.all_said(&other(&then), &Shelf::default());
    let shows = |count: &str| {
        said.iter().any(|(place, bytes)| {
            place.contains("editions/e1/planer/a/") && String::from_utf8_lossy(bytes).contains(count)
        })
    };
    assert!(shows(">3<"), "{:?}", said.keys());
}
