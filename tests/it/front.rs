//! What a reader sees first: how things stand in a sentence, what plans are called, where the menu leads.

use crate::support::{Outcome, Site};

const HOME: &str = "index.html";

/// A plan with a measure at each of some levels.
fn levels(words: &[&str]) -> Site {
    let site = Site::small()
        .without("content/plans/a/measures/01.md")
        .without("content/plans/a/updates/2020-06-30/01.md")
        .with("content/plans/a/updates/2020-06-30/index.md", "Et halvt år er gået.\n");
    words.iter().enumerate().fold(site, |site, (at, word)| {
        let measure = format!("+++\nnumber = \"{0}\"\ntitle = \"T{0}\"\n+++\n", at + 1);
        let site = site.with(&format!("content/plans/a/measures/m{at}.md"), measure);
        match *word {
            "" => site,
            word => site.with(
                &format!("content/plans/a/updates/2020-06-30/m{at}.md"),
                format!("+++\n{word}\n+++\nDet går, som det går.\n"),
            ),
        }
    })
}

/// Gives two levels of the scale an inflected form, one of them for several alone.
fn inflected(site: Site) -> Site {
    site.edit("site.toml", "word = \"Kritisk\",", "word = \"Kritisk\", one = \"er kritisk\", many = \"er kritiske\",")
        .edit("site.toml", "word = \"Opmærksomhed\",", "word = \"Opmærksomhed\", many = \"halter\",")
}

fn lead(outcome: &Outcome, page: &str) -> String {
    let page = outcome.html(page);
    let lead = page.all("p").into_iter().find(|p| p.is("lead")).map(|lead| lead.text());
    lead.unwrap_or_default().replace('\u{a0}', " ").trim().to_owned()
}

#[test]
fn the_state_is_a_sentence_with_the_worst_first() {
    let (bad, watch, ok) = ("level = \"Kritisk\"", "level = \"Opmærksomhed\"", "level = \"Alt OK\"");
    let said = |words: &[&str]| lead(&inflected(levels(words)).build(), HOME);
    assert_eq!(
        said(&[ok, bad, watch, bad, watch, ok]),
        "Pr. 1. juli 2020: 2 af 6 tiltag er kritiske, 2 halter og 2 har status »Alt OK«."
    );
    // One of a kind: its own form where there is one, else the word itself, which no form for several can stand in for.
    assert_eq!(said(&[bad, watch]), "Pr. 1. juli 2020: 1 af 2 tiltag er kritisk og 1 har status »Opmærksomhed«.");
    assert_eq!(said(&[bad]), "Pr. 1. juli 2020: Det eneste tiltag er kritisk.");
    assert_eq!(said(&[watch, watch]), "Pr. 1. juli 2020: Alle 2 tiltag halter.");
    // What has no level is told last, by where it is in its life.
    let (done, begun) = ("lifecycle = \"done\"", "lifecycle = \"in-progress\"");
    assert_eq!(
        said(&["", done, bad, begun]),
        "Pr. 1. juli 2020: 1 af 4 tiltag er kritisk, 1 er i gang, 1 er gennemført og 1 er uden status."
    );
}

#[test]
fn levels_of_two_scales_that_are_worded_alike_are_counted_together() {
    let bad = "level = \"Kritisk\"";
    let scale = "[scales.other]\nlevels = [\n  { id = \"ok\", word = \"Fint\", tone = \"good\", meaning = \"Fint\" },\n  \
                 { id = \"no\", word = \"Ringe\", one = \"er kritisk\", many = \"er kritiske\", tone = \"bad\", meaning = \"Nås ikke\" },\n]\n";
    let site = inflected(levels(&[bad, bad])).append("site.toml", scale);
    let site = site
        .with("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\nkind = \"savings\"\nscale = \"other\"\n+++\n")
        .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Andet\"\n+++\n")
        .with("content/plans/b/updates/2020-06-30/01.md", "+++\nlevel = \"Ringe\"\n+++\nDet går ringe.\n");
    // The word of the other scale is another, so it is told apart.
    assert_eq!(lead(&site.build(), HOME), "Pr. 1. juli 2020: 2 af 3 tiltag er kritiske og 1 er kritisk.");
    let site = site.edit("site.toml", "word = \"Ringe\"", "word = \"Kritisk\"").edit(
        "content/plans/b/updates/2020-06-30/01.md",
        "Ringe",
        "Kritisk",
    );
    assert_eq!(lead(&site.build(), HOME), "Pr. 1. juli 2020: Alle 3 tiltag er kritiske.");
}

#[test]
fn a_page_of_another_language_has_the_words_of_levels_and_not_half_a_sentence() {
    let bad = "level = \"Kritisk\"";
    let plan = "content/plans/a/plan.md";
    let site = inflected(levels(&[bad])).edit(plan, "title = ", "language = \"en\"\ntitle = ");
    let page = site.build();
    assert!(!page.page("planer/a/index.html").contains("er kritisk"), "no Danish half of a sentence");
    assert_eq!(lead(&page, HOME), "Pr. 1. juli 2020: Det eneste tiltag er kritisk.");
}

#[test]
fn a_plan_is_called_by_its_short_name_but_on_its_own_page() {
    let plan = "content/plans/a/plan.md";
    let site = Site::small()
        .edit(plan, "title = \"Plan A\"", "title = \"Økonomisk handleplan for voksne\"\nshort = \"Voksne 2020\"")
        .edit("content/plans/a/updates/2020-06-30/01.md", "Alt OK", "Kritisk");
    let outcome = site.build();
    let main = |page: &str| outcome.html(page).all("main").first().map(|main| main.text()).unwrap_or_default();
    for page in [HOME, "planer/index.html", "udvalg/usb.html", "ansvarlige/chef.html", "planer/a/01.html"] {
        assert!(main(page).contains("Voksne 2020"), "{page}: {}", main(page));
        assert!(!main(page).contains("Økonomisk handleplan"), "{page}");
    }
    let own = outcome.html("planer/a/index.html");
    assert_eq!(own.all("h1").first().expect("a heading").text(), "Økonomisk handleplan for voksne");
    // A closed plan shows its public title, and its short name no more than its title.
    let closed = site.edit(plan, "short =", "visibility = \"closed\"\npublic_title = \"En plan\"\nshort =").build();
    assert_eq!(closed.traces("Voksne 2020"), [""; 0]);
    assert!(closed.page("planer/index.html").contains("En plan"));
}

#[test]
fn four_sections_stand_in_sight_and_every_other_behind_a_word() {
    let page = Site::small().build().html("planer/index.html");
    let links = |nav: &str| {
        let nav = page.all("nav").into_iter().find(|found| found.is(nav)).expect("a menu");
        nav.all("a").into_iter().map(|link| link.text()).collect::<Vec<_>>()
    };
    assert_eq!(links("menu"), ["Overblik", "Planer", "Udvalg"]);
    assert_eq!(links("more"), ["Ansvarlige", "Milepæle", "Uoverensstemmelser"]);
}
