//! What was read in a range or in words, and what a report says no more, is held against what was said before: on pages, by `diff` and in
//! histories alike.

use fremdrift::render::changes::text;

use crate::{
    story::story_of,
    support::{Site, past::Revisions},
};

const MARCH: &str = "content/plans/a/updates/2020-03-31/index.md";
const JUNE: &str = "content/plans/a/updates/2020-06-30/index.md";
const PLAN: &str = "planer/a/index.html";

fn report(readings: &str) -> String {
    format!("+++\nlevel = \"ok\"\n\n[readings]\n{readings}+++\nPlanen følges.\n")
}

/// A site of four indicators with what was read of them in March.
fn march() -> Site {
    let indicator = |id: &str| {
        format!(
            "[{id}]\ntitle = \"Tal {id}\"\nunit = \"ton\"\ndirection = \"down\"\ntarget = {{ between = [8, 10] }}\n"
        )
    };
    let readings = "a = { between = [12, 14] }\nb = { words = \"Ikke talt op\" }\nc = 13\nd = { between = [12, 14] }\n";
    Site::small()
        .with("content/plans/a/indicators.toml", ["a", "b", "c", "d"].map(indicator).concat())
        .with(MARCH, report(readings))
        .as_of("2020-12-31")
}

fn june() -> Site {
    let readings = "a = 15\nb = 12\nc = { between = [11, 14] }\nd = { between = [20, 30] }\n";
    march().with(JUNE, report(readings))
}

#[track_caller]
fn told(before: &Site, after: &Site) -> String {
    let diff = before.diff(after);
    anstream::adapter::strip_str(&text(&diff.changes, &diff.locale)).to_string().replace('\u{a0}', " ")
}

const STEPS: [&str; 4] = [
    "Tal a, måling: 12 til 14 ton → 15 ton",
    "Tal b, måling: Ikke talt op → 12 ton",
    "Tal c, måling: 13 ton → 11 til 14 ton",
    "Tal d, måling: 12 til 14 ton → 20 til 30 ton",
];

#[test]
fn a_reading_is_held_against_the_one_before_it_however_it_is_said() {
    let diff = told(&march(), &june());
    let story = story_of(
        &[("2020-01-02", "a1", Site::small()), ("2020-04-02", "b2", march()), ("2020-07-02", "c3", june())],
        "a",
    );
    for step in STEPS {
        assert!(diff.contains(step), "{step} in {diff}");
        assert!(story.contains(step), "{step} in {story}");
    }
    assert!(!diff.contains("mellem") && !diff.contains("måling: ikke oplyst"), "{diff}");
    // A target that is a range is told as one.
    let aimed = june().edit("content/plans/a/indicators.toml", "[8, 10]", "[7, 9]");
    assert!(told(&june(), &aimed).contains("8 til 10 ton → 7 til 9 ton"), "{}", told(&june(), &aimed));
    // What is put right in its report is one change.
    let corrected =
        june().edit(JUNE, "a = 15", "a = { between = [14, 16] }").edit(JUNE, "b = 12", "b = { words = \"Ukendt\" }");
    let diff = told(&june(), &corrected);
    for step in ["Tal a, måling: 15 ton → 14 til 16 ton", "Tal b, måling: 12 ton → Ukendt"] {
        assert!(diff.contains(step), "{step} in {diff}");
    }
    assert_eq!(diff.matches("Tal a,").count(), 1, "{diff}");
}

#[test]
fn pages_tell_a_range_as_they_print_it() {
    let cut = "\n[[editions]]\nid = \"marts\"\ntitle = \"Marts\"\nas_of = 2020-03-31\nrevision = \"marts\"\n";
    let past = Revisions::default().with("marts", "2020-04-02", &march());
    let outcome = june().append("site.toml", cut).build_with(&past);
    let text = outcome.html(PLAN).text().replace('\u{a0}', " ");
    for step in
        ["12 til 14 ton → 15 ton", "Ikke talt op → 12 ton", "13 ton → 11 til 14 ton", "12 til 14 ton → 20 til 30 ton"]
    {
        assert!(text.contains(step), "{step} in {text}");
    }
}

#[test]
fn a_status_that_is_taken_away_says_what_holds_then() {
    let (first, second) = ("content/plans/a/updates/2020-06-30/01.md", "content/plans/a/updates/2020-09-30/01.md");
    let one = Site::small()
        .edit(first, "achieved = \"1,25\"", "achieved = \"1,25\"\nforecast = \"2,00\"")
        .as_of("2020-12-31");
    let late = "+++\nlevel = \"critical\"\nlifecycle = \"dropped\"\nachieved = \"0,90\"\n+++\nStoppet.\n";
    let two = one.clone().with(second, late);
    let gone = told(&two, &one);
    for line in [
        "1 Takster, status fjernet",
        "1 Takster, status: Kritisk → Alt OK",
        "1 Takster, opnået: 0,90 mio. kr. → 1,25 mio. kr.",
    ] {
        assert!(gone.contains(line), "{line} in {gone}");
    }
    // Where nothing was said before, nothing stands.
    let all = told(&one, &one.clone().without(first));
    assert!(all.contains("1 Takster, opnået: 1,25 mio. kr. → ikke oplyst"), "{all}");
    // A status goes on from the one before it in what it does not say.
    let more = told(&two, &two.clone().edit(second, "achieved = \"0,90\"", "achieved = \"0,90\"\nforecast = \"2,40\""));
    assert!(more.contains("1 Takster, forventet: 2,00 mio. kr. → 2,40 mio. kr."), "{more}");
    let less = told(&two, &two.clone().edit(second, "achieved = \"0,90\"\n", ""));
    assert!(less.contains("1 Takster, opnået: 0,90 mio. kr. → 1,25 mio. kr."), "{less}");
    // With its measure, that alone is told.
    let without = one.clone().without(first).without("content/plans/a/measures/01.md");
    assert!(!told(&one, &without).contains("Takster, opnået"), "{}", told(&one, &without));
}
