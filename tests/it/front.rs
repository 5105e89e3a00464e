//! What a reader sees first: how things stand in a sentence, what plans are called, where the menu leads.

use fremdrift::content::Audience;

use crate::support::{Outcome, Site, html::Element, past::Revisions};

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

/// A plan in which 1 has the parts 1.a and 1.a.1, beside 2 and 3, each with the front matter of its status; an empty one is none.
fn parted([whole, part, smallest, other, last]: [&str; 5]) -> Site {
    let site = levels(&[]);
    let rows = [
        ("1", "Huset", whole),
        ("1.a", "Taget", part),
        ("1.a.1", "Tegl", smallest),
        ("2", "Haven", other),
        ("3", "Vejen", last),
    ];
    rows.into_iter().fold(site, |site, (number, title, status)| {
        let stem = number.replace('.', "");
        let measure = format!("+++\nnumber = \"{number}\"\ntitle = \"{title}\"\ncommittee = \"USB\"\n+++\n");
        let site = site.with(&format!("content/plans/a/measures/{stem}.md"), measure);
        match status {
            "" => site,
            status => site.with(
                &format!("content/plans/a/updates/2020-06-30/{stem}.md"),
                format!("+++\n{status}\n+++\nDet går, som det går.\n"),
            ),
        }
    })
}

fn names(outcome: &Outcome, page: &str) -> Vec<String> {
    attention(outcome, page).into_iter().map(|(name, _, _)| name).collect()
}

#[test]
fn a_red_measure_whose_parts_are_done_is_told() {
    let (bad, watch, ok) = ("level = \"Kritisk\"", "level = \"Opmærksomhed\"", "level = \"Alt OK\"");
    let done = "level = \"Alt OK\"\nlifecycle = \"done\"";
    let outcome = parted([bad, watch, done, ok, ok]).build();
    assert_eq!(
        lead(&outcome, HOME),
        "Pr. 1. juli 2020: 1 af 5 tiltag har status »Kritisk«, 1 har status »Opmærksomhed« og 3 har status »Alt OK«."
    );
    for page in [HOME, "udvalg/usb.html", "udvalg/usb/moedebilag.html"] {
        assert_eq!(names(&outcome, page), ["Huset", "Taget"], "{page}");
    }
    // An open part that is as bad says it for its whole.
    let outcome = parted([bad, watch, bad, ok, ok]).build();
    assert_eq!(lead(&outcome, HOME), "Pr. 1. juli 2020: 1 af 3 tiltag har status »Kritisk« og 2 har status »Alt OK«.");
    assert_eq!(names(&outcome, HOME), ["Tegl"]);
    // What is taken from the parts is no word of its own, and what is done needs no attention.
    assert_eq!(names(&parted(["", "", watch, ok, ok]).build(), HOME), ["Tegl"]);
    let outcome = parted(["level = \"Kritisk\"\nlifecycle = \"done\"", "", done, ok, ok]).build();
    assert_eq!(names(&outcome, HOME), Vec::<String>::new());
}

#[test]
fn what_was_dropped_follows_no_plan() {
    let ok = "level = \"Alt OK\"";
    for dropped in ["level = \"Alt OK\"\nlifecycle = \"dropped\"", "level = \"Kritisk\"\nlifecycle = \"dropped\""] {
        let outcome = parted(["", "", "", ok, dropped]).without("content/plans/a/measures/1.md");
        let outcome = ["1a", "1a1"]
            .iter()
            .fold(outcome, |site, stem| site.without(&format!("content/plans/a/measures/{stem}.md")))
            .build();
        assert_eq!(lead(&outcome, HOME), "Pr. 1. juli 2020: 1 af 2 tiltag har status »Alt OK« og 1 er opgivet.");
        assert_eq!(names(&outcome, HOME), Vec::<String>::new());
    }
}

#[test]
fn what_is_done_and_red_is_counted_where_the_others_are_listed() {
    let (bad, ok) = ("level = \"Kritisk\"", "level = \"Alt OK\"");
    let done = "level = \"Kritisk\"\nlifecycle = \"done\"";
    let said = "Ét tiltag, som er gennemført, afviger.";
    for (site, none) in
        [(levels(&[bad, done, ok]), false), (levels(&[ok, done, ok]), false), (levels(&[ok, ok, ok]), true)]
    {
        let outcome = site.build();
        for page in [HOME, "planer/a/index.html"] {
            let texts: Vec<String> = outcome.html(page).all("p").into_iter().map(|p| p.text()).collect();
            assert_eq!(texts.iter().any(|text| text.contains(said)), !none, "{page}: {texts:?}");
            assert!(none || !texts.iter().any(|text| text.contains("Ingen tiltag afviger")), "{page}: {texts:?}");
        }
    }
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
    assert_eq!(said(&[watch, watch]), "Pr. 1. juli 2020: Begge tiltag halter.");
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
    assert_eq!(links("more"), ["Tiltag", "Ansvarlige", "Milepæle", "Uoverensstemmelser", "A–Å"]);
}

/// Returns what stands in a list of what needs attention: the name, why, and the rest.
fn attention(outcome: &Outcome, page: &str) -> Vec<(String, String, String)> {
    let page = outcome.html(page);
    let lists = page.all("ol").into_iter().filter(|list| list.is("attention"));
    let text = |part: Option<&&Element>| {
        part.map_or_else(String::new, |part| part.text().replace('\u{a0}', " ").trim().to_owned())
    };
    let entry = |item: &Element| {
        let parts = item.all("p");
        let why = parts.iter().find(|part| !part.is("what") && !part.is("small"));
        let (links, small) = (item.all("a"), parts.iter().find(|part| part.is("small")));
        assert_eq!(links.len(), 1, "the name alone leads anywhere");
        (text(links.first()), text(why), text(small))
    };
    lists.flat_map(|list| list.all("li")).map(entry).collect()
}

/// A plan with measures that need attention: the number, the level, what is required and achieved, and what is said of it.
fn alarming(measures: &[(&str, &str, &str, &str, &str)]) -> Site {
    let site =
        Site::small().without("content/plans/a/measures/01.md").without("content/plans/a/updates/2020-06-30/01.md");
    measures.iter().fold(site, |site, (number, level, required, achieved, words)| {
        let (money, got) = (format!("required = \"{required}\""), format!("achieved = \"{achieved}\""));
        let money = if required.is_empty() { "" } else { &money };
        let got = if achieved.is_empty() { "" } else { &got };
        site.with(
            &format!("content/plans/a/measures/{number}.md"),
            format!("+++\nnumber = \"{number}\"\ntitle = \"T{number}\"\n{money}\n+++\n"),
        )
        .with(
            &format!("content/plans/a/updates/2020-06-30/{number}.md"),
            format!("+++\nlevel = \"{level}\"\n{got}\n+++\n{words}\n"),
        )
    })
}

#[test]
fn what_needs_attention_stands_with_why_the_worst_and_the_dearest_first() {
    let site = alarming(&[
        ("1", "Opmærksomhed", "9,00", "0,00", "Det går langsomt."),
        ("2", "Kritisk", "1,00", "0,90", "Næsten nået."),
        ("3", "Kritisk", "2,00", "0,25", "Arbejdet er i gang. **Centret er under omlægning.** Det tager tid."),
        ("4", "Kritisk", "", "", "Arbejdet fortsætter med:\n\n- dette\n- hint"),
        ("5", "Alt OK", "5,00", "0,00", "Alt går, som det skal."),
    ]);
    let outcome = site.build();
    let one = |name: &str, why: &str, small: &str| (name.to_owned(), why.to_owned(), small.to_owned());
    let expected = [
        one("T3", "Centret er under omlægning.", "0,25 af 2,00 mio. kr. · Centerchef · nr. 3"),
        one("T2", "Næsten nået.", "0,90 af 1,00 mio. kr. · Centerchef · nr. 2"),
        one("T4", "", "Centerchef · nr. 4"),
        one("T1", "Det går langsomt.", "0,00 af 9,00 mio. kr. · Centerchef · nr. 1"),
        // By its status it needs none; its figure says otherwise, and that is what is said of it.
        one("T5", "Kun 0,00 af 5,00 mio. kr. er opnået indtil nu", "Centerchef · nr. 5"),
    ];
    assert_eq!(attention(&outcome, HOME), expected);
    assert!(outcome.html(HOME).text().contains("Alle 4 er i Plan A."), "the plan is said once");
}

#[test]
fn what_is_green_but_far_behind_stands_apart_with_its_reason() {
    let site = |level: &str, achieved: &str| {
        let (level, achieved) = (level.to_owned(), achieved.to_owned());
        alarming(&[("1", &level, "5,00", &achieved, "Alt går, som det skal."), ("2", "Alt OK", "", "", "Fint.")])
            .build()
    };
    let (apart, none) = ("Meldt i orden, men langt bagud", "Ingen tiltag afviger fra planen.");
    let pages = [HOME, "udvalg/usb.html", "planer/a/index.html"];
    let outcome = site("Alt OK", "0,25");
    for page in pages {
        let found = attention(&outcome, page);
        let said = found.iter().map(|(name, why, _)| (name.as_str(), why.as_str())).collect::<Vec<_>>();
        assert_eq!(said, [("T1", "Kun 0,25 af 5,00 mio. kr. er opnået indtil nu")], "{page}");
        let text = outcome.html(page).text();
        assert!(text.contains(apart) && !text.contains(none), "{page}");
    }
    // What is on its way is in no list; what alarms by its status stands once, among those that do.
    let fine = site("Alt OK", "4,00");
    assert!(pages.iter().all(|page| attention(&fine, page).is_empty() && !fine.html(page).text().contains(apart)));
    assert!(fine.html(HOME).text().contains(none));
    let red = site("Kritisk", "0,25");
    assert!(pages.iter().all(|page| attention(&red, page).len() == 1 && !red.html(page).text().contains(apart)));
}

#[test]
fn five_stand_open_and_the_others_in_one_fold_that_says_how_many() {
    let site = |count: usize| {
        let numbers: Vec<String> = (10..10 + count).map(|number| number.to_string()).collect();
        let measures: Vec<_> = numbers.iter().map(|number| (number.as_str(), "Kritisk", "", "", "Ord.")).collect();
        alarming(&measures).build()
    };
    let folds = |outcome: &Outcome| {
        let page = outcome.html(HOME);
        let folds = page.all("details").into_iter().filter(|fold| fold.is("folded"));
        folds.map(|fold| (fold.all("summary")[0].text(), fold.all("li").len())).collect::<Vec<_>>()
    };
    assert_eq!(folds(&site(6)), [], "a fold for a single one hides nothing");
    let outcome = site(8);
    assert_eq!(folds(&outcome), [("Vis 3 til med »Kritisk«".to_owned(), 3)]);
    assert_eq!(attention(&outcome, HOME).len(), 8);
    let outcome = site(30);
    assert_eq!(attention(&outcome, HOME).len(), 25);
    assert_eq!(folds(&outcome), [("Vis 20 til med »Kritisk«".to_owned(), 20)], "the fold says what it holds");
    assert!(outcome.html(HOME).text().contains("5 flere afviger fra planen"));
}

#[test]
fn parts_of_parts_stand_so_deep_below_what_the_same_table_has() {
    let measures = ["1", "1.1", "1.1.1", "2", "2.1", "2.1.1", "3"].map(|number| (number, "Kritisk", "", "", "Ord."));
    let owner = |number: &str| format!("owner = \"leder\"\nnumber = \"{number}\"");
    let site = alarming(&measures).append("content/owners.toml", "[leder]\ntitle = \"Leder\"\n");
    let site = ["1", "1.1.1", "2.1.1"].iter().fold(site, |site, number| {
        site.edit(&format!("content/plans/a/measures/{number}.md"), &format!("number = \"{number}\""), &owner(number))
    });
    let outcome = site.build();
    let rows = |page: &str| {
        let page = outcome.html(page);
        let rows = page.by_id("measures-table").all("tr");
        let rows = rows.iter().filter(|row| row.is("item") || row.is("child"));
        rows.map(|row| (row.all("th")[0].text(), row.is("child"), row.is("depth-2"))).collect::<Vec<_>>()
    };
    let row = |name: &str, is_child, is_deep| (name.to_owned(), is_child, is_deep);
    let plan = rows("planer/a/index.html");
    assert_eq!(plan[..3], [row("T1", false, false), row("T1.1", true, false), row("T1.1.1", true, true)]);
    // Of what is not the owner's there is no row, and nothing stands below another's.
    let own = rows("ansvarlige/leder.html");
    assert_eq!(own, [row("T1", false, false), row("T1.1.1", true, false), row("T2.1.1", false, false)]);
}

#[test]
fn what_is_closed_is_in_no_list_and_its_words_are_nowhere() {
    let site = alarming(&[
        ("1", "Kritisk", "2,00", "0,25", "**Byggeriet er standset.**"),
        ("2", "Kritisk", "1,00", "0,00", "Næsten nået."),
    ]);
    let closing = "visibility = \"closed\"\npublic_title = \"Et punkt\"\nnumber =";
    let closed = site.clone().edit("content/plans/a/measures/1.md", "number =", closing);
    let outcome = closed.clone().build();
    let names = |outcome: &Outcome| attention(outcome, HOME).into_iter().map(|(name, ..)| name).collect::<Vec<_>>();
    assert_eq!(names(&outcome), ["T2"]);
    assert_eq!(outcome.traces("standset"), [""; 0]);
    let pages = outcome.files.keys().filter(|path| path.as_str().ends_with(".html"));
    assert!(pages.clone().all(|path| !outcome.page(path.as_str()).contains("T1")), "a workbook has a sheet1");
    assert!(lead(&outcome, HOME).contains("Det eneste tiltag"), "what is closed is not counted either");
    // An internal measure is read by those it is for.
    let internal = site.edit("content/plans/a/measures/1.md", "number =", "visibility = \"internal\"\nnumber =");
    assert_eq!(names(&internal.clone().build()), ["T2"]);
    assert_eq!(internal.clone().build().traces("standset"), [""; 0]);
    assert_eq!(names(&internal.audience(Audience::Internal).build()), ["T1", "T2"]);
}

#[test]
fn money_that_is_added_up_leads_to_the_plans_it_is_of() {
    let page = Site::small().build().html(HOME);
    let tiles = page.every().into_iter().find(|part| part.is("tiles")).expect("tiles").all("a");
    assert!(!tiles.is_empty() && tiles.iter().all(|link| link.attribute("href") == Some("#plans")));
    assert!(page.has_id("plans"));
    // Plans of two years are not added; each has its own sum in the table.
    let apart = Site::small()
        .with(
            "content/plans/b/plan.md",
            "+++\ntitle = \"Plan B\"\nkind = \"savings\"\nyear = 2021\nunit = \"mio. kr.\"\n+++\n",
        )
        .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Andet\"\nrequired = \"3,00\"\n+++\n")
        .with("content/plans/b/updates/2020-06-30/01.md", "+++\nlevel = \"Kritisk\"\nachieved = \"0,50\"\n+++\nOrd.\n")
        .build();
    let page = apart.html(HOME);
    assert!(!page.every().into_iter().any(|part| part.is("tiles")));
    let plans = page.table("plans-table");
    assert_eq!(plans.column("Plan"), ["Plan B", "Plan A"], "the worst first");
    assert_eq!(plans.cell("Plan B", "Opnået").replace('\u{a0}', " "), "0,50");
}

/// A site with two plans of one committee, whose second plan is shared with another.
fn committees() -> Site {
    alarming(&[
        ("1", "Kritisk", "2,00", "0,25", "Centret er under omlægning."),
        ("2", "Alt OK", "1,00", "1,00", "Nået."),
    ])
    .append("content/committees.toml", "[TEK]\nname = \"Teknikudvalget\"\n")
    .edit("content/plans/a/plan.md", "unit = \"mio. kr.\"\n", "unit = \"mio. kr.\"\n[stated]\nachieved = \"1,50\"\n")
    .with(
        "content/plans/b/plan.md",
        "+++\ntitle = \"Plan B\"\nkind = \"savings\"\nyear = 2020\nunit = \"mio. kr.\"\ncommittee = \"TEK\"\n+++\n",
    )
    .with(
        "content/plans/b/measures/01.md",
        "+++\nnumber = \"1\"\ntitle = \"Veje\"\nrequired = \"3,00\"\ncommittee = \"USB\"\n+++\n",
    )
    .with("content/plans/b/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Broer\"\nrequired = \"4,00\"\n+++\n")
    .with(
        "content/plans/b/updates/2020-06-30/01.md",
        "+++\nlevel = \"Kritisk\"\nachieved = \"0,50\"\n+++\nVejen er lukket.\n",
    )
    .with(
        "content/plans/b/updates/2020-06-30/02.md",
        "+++\nlevel = \"Kritisk\"\nachieved = \"0,00\"\n+++\nBroen er lukket.\n",
    )
}

#[test]
fn a_committee_has_the_answer_first_and_nothing_of_others() {
    let outcome = committees().build();
    let usb = "udvalg/usb.html";
    assert!(lead(&outcome, usb).starts_with("2 af 3 tiltag har status »Kritisk«"), "{}", lead(&outcome, usb));
    let names = |page: &str| attention(&outcome, page).into_iter().map(|(name, ..)| name).collect::<Vec<_>>();
    assert_eq!(names(usb), ["Veje", "T1"], "the one that lacks the most first");
    assert_eq!(names("udvalg/tek.html"), ["Broer"]);
    assert!(!outcome.page(usb).contains("Broen er lukket"));
    // Its money: of a plan that is its own the document's total with its mark, of the other its own measures alone.
    let page = outcome.html(usb);
    let money = page.table("money-table");
    assert!(money.cell("Plan A", "Opnået").contains("stemmer ikke"), "{}", money.cell("Plan A", "Opnået"));
    assert_eq!(money.cell("Plan B", "Sparekrav").replace('\u{a0}', " "), "3,00 mio. kr.");
    assert_eq!(money.cell("I alt, beregnet", "Sparekrav").replace('\u{a0}', " "), "6,00 mio. kr.");
    // A table for each plan, under its name, which leads to it.
    assert_eq!(page.table("measures-table").column("Tiltag"), ["T1", "T2"]);
    assert_eq!(page.table("measures-table-b").column("Tiltag"), ["Veje"]);
    let caption = page.by_id("measures-table-b-name").all("a")[0].attribute("href").map(str::to_owned);
    assert_eq!(caption.as_deref(), Some("../planer/b/index.html"));
}

#[test]
fn a_committee_is_told_when_it_meets_next() {
    let site = |lines: &str| Site::small().with("content/plans/a/milestones.toml", lines);
    let said = |date: &str| {
        let report =
            format!("[reports.2020-09]\ntitle = \"R\"\nmeetings = [{{ committee = \"USB\", date = {date} }}]\n");
        lead(&site(&report).build(), "udvalg/usb.html")
    };
    assert!(said("2020-08-12").ends_with(" Næste møde er 12. august 2020."), "{}", said("2020-08-12"));
    assert!(!said("2020-06-12").contains("møde"), "what is over is no next meeting");
    assert!(!said("\"2020-08\"").contains("møde"), "a month is no day to meet on");
    // A decision that waits says until when, and a report whose meeting has no day of which day it is.
    for other in
        ["[decisions.1]\ntitle = \"Takster\"\ndue = 2020-08-12\n", "[reports.2020-08-12]\ntitle = \"Status\"\n"]
    {
        let found = lead(&site(&format!("{other}committee = \"USB\"\n")).build(), "udvalg/usb.html");
        assert!(!found.contains("møde"), "{found}");
    }
}

#[test]
fn a_history_is_told_by_month_day_and_plan_with_changed_statuses_first() {
    use crate::{
        past::{self, CUT},
        support::git::Story,
    };
    let status = "content/plans/a/updates/2020-06-30/01.md";
    let second = "content/plans/a/measures/02.md";
    let first = past::site().with(second, "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\n+++\n");
    let reported = "content/plans/a/updates/2020-09-30";
    let later = first
        .clone()
        .append("site.toml", CUT)
        .with(&format!("{reported}/01.md"), "+++\nachieved = \"1,40\"\n+++\nOrd.\n")
        .with(&format!("{reported}/02.md"), "+++\nlevel = \"Kritisk\"\n+++\nDet går den forkerte vej.\n");
    let corrected = later.clone().edit(status, "Alt OK", "Kritisk");
    let story = Story::default().commit("2020-07-01", &first).tag("udgave/2020-06");
    let story = story.commit("2020-10-01", &later).commit("2020-10-20", &corrected);
    let outcome = past::build(&story.told(), &corrected);
    let page = outcome.html("historik.html");
    let headings = page.every().into_iter().filter(|part| ["h2", "h3", "h4"].contains(&part.name.as_str()));
    let headings: Vec<String> = headings.map(|heading| heading.text()).collect();
    assert_eq!(
        headings,
        ["Oktober 2020", "20. oktober 2020", "Plan A", "1. oktober 2020", "Plan A", "Juli 2020", "1. juli 2020"],
        "the first import is of no plan"
    );
    // Months are links to where they stand.
    let months = page.every().into_iter().find(|part| part.is("links")).expect("months").all("a");
    assert!(months.iter().all(|link| page.has_id(link.attribute("href").expect("an address").trim_start_matches('#'))));
    let lines: Vec<String> =
        page.all("ul").into_iter().filter(|list| list.is("changes")).map(|list| list.text()).collect();
    assert!(lines[0].contains("Rettelse:") && lines[0].contains("Alt OK → til Kritisk"), "{}", lines[0]);
    assert!(lines[0].contains("Rettelse til »Status medio 2020«"), "{}", lines[0]);
    assert!(lines[1].contains("Botilbud") && !lines[1].contains("1,40"), "{}", lines[1]);
    let folds: Vec<String> = page.all("summary").into_iter().map(|summary| summary.text()).collect();
    assert!(folds.iter().any(|fold| fold == "Ét punkt med nye tal og uændret status"), "{folds:?}");
    assert!(folds.last().is_some_and(|fold| fold.starts_with("Første indlæsning: ")), "{folds:?}");
    assert!(page.text().contains("1,40"), "what is folded is there all the same");
}

/// A site of two plans that count in other units.
fn two_units(first: (&str, &str), second: (&str, &str)) -> Outcome {
    let plan = |title: &str, unit: &str| {
        format!("+++\ntitle = \"{title}\"\nkind = \"savings\"\nunit = \"{unit}\"\n+++\nEn plan.\n")
    };
    let measure = |required: &str| format!("+++\nnumber = \"1\"\ntitle = \"T\"\nrequired = \"{required}\"\n+++\n");
    Site::small()
        .with("content/plans/a/plan.md", plan("Plan A", first.0))
        .with("content/plans/a/measures/01.md", measure(first.1))
        .with("content/plans/b/plan.md", plan("Plan B", second.0))
        .with("content/plans/b/measures/01.md", measure(second.1))
        .build()
}

#[test]
fn the_money_of_plans_is_told_in_one_unit() {
    let told = |first, second| {
        let page = two_units(first, second).html(HOME);
        let table = page.table("plans-table");
        let captions = page.all("caption").into_iter().map(|caption| caption.text().replace('\u{a0}', " "));
        let caption = captions.collect::<Vec<_>>().join("; ");
        let column: Vec<String> =
            table.column("Sparekrav").into_iter().map(|text| text.replace('\u{a0}', " ")).collect();
        (column, caption)
    };
    // A million has room for what whole kroner say in two decimals.
    let (column, caption) = told(("mio. kr.", "11,75"), ("kr.", "9.100.000"));
    assert_eq!(column, ["11,75", "9,1"]);
    assert!(caption.contains("Beløb i mio. kr."), "{caption}");
    // It has none for all their digits: nothing is rounded, and no six decimals are to be compared.
    let (column, caption) = told(("mio. kr.", "11,75"), ("kr.", "9.100.001"));
    assert_eq!(column, ["11.750.000", "9.100.001"]);
    assert!(caption.contains("Beløb i kr."), "{caption}");
    // What does not convert keeps its own.
    let (column, caption) = told(("mio. kr.", "11,75"), ("årsværk", "12"));
    assert_eq!(column, ["11,75 mio. kr.", "12 årsværk"]);
    assert!(!caption.contains("Beløb i"), "{caption}");
}

#[test]
fn whoever_counts_the_lines_finds_the_statuses_that_are_said_to_have_changed() {
    let edition = "\n[[editions]]\nid = \"e\"\ntitle = \"Status i marts\"\nas_of = 2020-03-31\nrevision = \"e\"\n";
    let at = |site: Site, date: &str, level: &str| {
        (0..8).fold(site, |site, at| {
            let status = format!("+++\nlevel = \"{level}\"\n+++\nDet går.\n");
            site.with(&format!("content/plans/a/updates/{date}/m{at}.md"), status)
        })
    };
    let march = at(levels(&[""; 8]), "2020-03-31", "Alt OK").without("content/plans/a/updates/2020-06-30/index.md");
    let today = at(march.clone(), "2020-06-30", "Kritisk").append("site.toml", edition);
    let outcome = today.build_with(&Revisions::default().with("e", "2020-04-01", &march));
    let home = outcome.html(HOME);
    assert!(home.text().contains("har 8 tiltag ændret status"), "{}", home.text());
    let steps = home.all("span").into_iter().filter(|span| span.is("step")).count();
    assert_eq!(steps, 9, "the plan and its eight measures");
}

#[test]
fn the_header_has_the_organisations_picture() {
    let with = |logo: &str, file: &str, bytes: &str| {
        let site = Site::small().edit("site.toml", "language = ", &format!("logo = \"{logo}\"\nlanguage = "));
        site.with(file, bytes).build()
    };
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1z\"/></svg>";
    let outcome = with("by/vaaben.svg", "content/by/vaaben.svg", svg);
    assert_eq!(outcome.codes(), [""; 0]);
    let drawn = "<img src=\"../../by/vaaben.svg\" alt=\"Prøveby Kommune\"> Status</a>";
    assert!(outcome.page("planer/a/01.html").contains(drawn), "{}", outcome.page("planer/a/01.html"));
    assert_eq!(outcome.page("by/vaaben.svg"), svg);
    // One that can do more than be seen is not published, and one that is not there is missed.
    let unsafe_one = with("v.svg", "content/v.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>");
    assert_eq!(unsafe_one.codes(), ["unsafe-svg"]);
    let gone = with("v.svg", "content/andet.svg", svg);
    assert_eq!(
        gone.codes(),
        ["unlinked-file", "missing-picture"],
        "the one that is there is not the one that is named"
    );
    assert!(!gone.page("index.html").contains("<img"), "{}", gone.page("index.html"));
}

#[test]
fn nil_stays_nil_beside_what_is_required() {
    for (achieved, said) in
        [("-", "intet af 2,50 mio. kr."), ("0", "0 af 2,50 mio. kr."), ("0,25", "0,25 af 2,50 mio. kr.")]
    {
        let built = Site::small()
            .with(
                "content/plans/a/updates/2020-06-30/01.md",
                format!("+++\nlevel = \"Kritisk\"\nachieved = \"{achieved}\"\n+++\nOrd.\n"),
            )
            .sound();
        let front = built.html("index.html").text().replace('\u{a0}', " ");
        assert!(front.contains(said), "{achieved}: {front}");
    }
}
