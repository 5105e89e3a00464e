//! Prose as officers write it: footnotes, lists to tick off, attachments.

use std::collections::BTreeSet;

use crate::support::{Site, html};

const MEASURE: &str = "content/plans/a/measures/01.md";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";

/// Every text that may have a footnote has the same one, so that pages which gather several have its name several times.
fn site() -> Site {
    let note = "Satsen er ny[^1], og den gælder[^1] alle[^lov].\n\n[^1]: Se [loven](https://example.org/lov).\n\n[^lov]: Fra 2020[^1].\n";
    Site::small()
        .append("content/plans/a/plan.md", note)
        .append(MEASURE, &format!("{note}\n## Mål\n\nFærre timer[^1].\n\n## Handling\n\nIngen.\n"))
        .append(STATUS, &format!("{note}\n- [ ] Brev er sendt\n- [x] Svar er læst\n"))
        .with("content/plans/a/updates/2020-06-30/index.md", note)
        .with("content/index.md", note)
        .with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\n{note}"))
}

#[test]
fn a_footnote_leads_to_its_words_and_back_on_every_page() {
    let built = site().build();
    assert_eq!(built.codes(), Vec::<&str>::new(), "{:#?}", built.built.findings);
    let mut with_notes = 0;
    for path in built.files.keys().filter(|path| path.extension() == "html") {
        let page = html::parse(built.page(path.as_str()));
        let ids = page.ids();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path} has an id twice: {ids:?}");
        let links = page.all("a");
        let of_role = |role: &str| -> Vec<&str> {
            let links = links.iter().filter(|link| link.attribute("role") == Some(role));
            links.filter_map(|link| link.attribute("href")).collect()
        };
        let (marks, backs) = (of_role("doc-noteref"), of_role("doc-backlink"));
        for href in marks.iter().chain(&backs) {
            assert!(ids.contains(&href.trim_start_matches('#')), "{path}: {href} leads nowhere");
        }
        assert!(!built.page(path.as_str()).contains(":hole"), "{path}");
        with_notes += usize::from(!marks.is_empty());
        // Two notes with a mark each, one of them with two, and a mark within the words of the other.
        if path.as_str() == "side.html" {
            assert_eq!((marks.len(), backs.len()), (4, 2), "{path}");
        }
    }
    assert!(with_notes >= 5, "notes stand on {with_notes} pages");
    let page = built.page(built.path("side.html"));
    assert!(page.contains("aria-label=\"Tilbage til teksten\"") && page.contains("aria-label=\"Fodnoter\""), "{page}");
    assert!(page.contains("<a href=\"https://example.org/lov\">loven</a>"), "{page}");
    // The words of a note stand below each part that has its mark, and below no other.
    let measure = built.page(built.path("a/01.html"));
    let measure = html::parse(measure);
    let notes: Vec<String> = measure
        .all("section")
        .iter()
        .filter(|it| it.attribute("role") == Some("doc-endnotes"))
        .map(|it| it.text())
        .collect();
    assert!(notes.len() >= 3, "{notes:?}");
    assert!(notes.iter().all(|text| text.contains("Se loven")), "{notes:?}");
}

#[test]
fn a_number_stays_with_its_unit_in_prose_and_nowhere_else() {
    let text = "Der mangler 9,1 mio. kr. den 30.\njuni og 12\n*pct.* efter nr.\n4, men `5 kr.` og\n\n    6 kr.\n\n[7 kr.](https://example.org/8 kr.)\n";
    let built = Site::small().with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\n{text}")).build();
    let page = built.page("side.html").replace('\u{a0}', "~");
    for shown in ["mangler 9,1~mio.~kr. den 30.~juni og 12", "efter nr.~4, men <code>5 kr.</code>", "<code>6 kr."] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    // What is said of the page elsewhere has plain blanks.
    assert!(page.contains("content=\"Der mangler 9,1 mio. kr. den 30. juni"), "{page}");
}

#[test]
fn the_address_of_a_site_is_written_as_links_are() {
    let url = "https://prøveby.dk/Delte dokumenter/Økonomi%20og%20plan/";
    let built = Site::small().edit("site.toml", "language", &format!("url = \"{url}\"\nlanguage")).build();
    assert_eq!(built.codes(), Vec::<&str>::new());
    let page = built.page("404.html");
    assert!(page.contains("href=\"/Delte%20dokumenter/%C3%98konomi%20og%20plan/index.html\""), "{page}");
    assert!(!page.contains("Delte dokumenter"), "{page}");
    let feed = built.files.keys().filter(|path| path.extension() == "xml").map(|path| built.page(path.as_str()));
    assert!(feed.into_iter().all(|feed| !feed.contains("Delte dokumenter")));
}

#[test]
fn a_list_to_tick_off_says_what_is_done() {
    let built = site().build();
    let page = built.page(built.path("a/01.html"));
    assert!(page.contains("☐ Brev er sendt") && page.contains("☑ Svar er læst"), "{page}");
    assert!(!page.contains("type=\"checkbox\""), "a field that nobody can fill in");
}

#[test]
fn a_footnote_without_words_or_mark_is_told_and_nothing_is_lost() {
    let page =
        |text: &str| Site::small().with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\n{text}")).build();
    for (text, shown) in [
        ("Se noten[^2].\n", "[^2]"),
        ("Tekst.\n\n[^2]: Ordene.\n", "Ordene."),
        ("Se[^2].\n\n[^2]: Ordene.\n\n[^3]: De andre.\n", "De andre."),
    ] {
        let built = page(text);
        assert_eq!(built.codes(), ["near-markdown"], "{text}");
        assert!(built.page("side.html").contains(shown), "{text}");
    }
    // Who writes what stands in our place finds it as he wrote it.
    let built = page("Teksten \"#note:hole-1\" og \"back:hole\"[^1].\n\n[^1]: Ord \"notes:hole\".\n");
    let shown = built.page("side.html");
    assert!(shown.contains("&quot;#note:hole-1&quot;") && shown.contains("&quot;notes:hole&quot;"), "{shown}");
}

#[test]
fn a_number_and_its_unit_stay_together_across_emphasis_and_links() {
    for (written, kept) in [
        ("Det koster **9,1** mio. kr. i alt", "<strong>9,1</strong>~mio.~kr. i alt"),
        ("Det koster **9,1 mio.** kr. i alt", "<strong>9,1~mio.</strong>~kr. i alt"),
        ("Det koster 9,1 **mio. kr.** i alt", "9,1~<strong>mio.~kr.</strong> i alt"),
        ("Det koster *12* % mere", "<em>12</em>~% mere"),
        ("Det koster **9,1**\nmio. kr. i alt", "<strong>9,1</strong>~mio.~kr. i alt"),
        ("Det koster 9,1\n**mio. kr.** i alt", "9,1~<strong>mio.~kr.</strong> i alt"),
        ("Den **30.** juni kom svaret", "<strong>30.</strong>~juni kom svaret"),
        (
            "Der er **9** nye sager og **to** mio. grunde",
            "<strong>9</strong> nye sager og <strong>to</strong> mio. grunde",
        ),
        ("Nr. 9\n\nmio. kr. er en enhed", "<p>mio. kr. er en enhed</p>"),
        ("# Budget 9\n\nmio. kr.", "<p>mio. kr.</p>"),
    ] {
        let site = Site::small().with(
            "content/plans/a/measures/01.md",
            format!("+++\nnumber = \"1\"\nrequired = \"2,50\"\n+++\n{written}\n"),
        );
        let outcome = site.build();
        let page = outcome.page("planer/a/01.html").replace('\u{a0}', "~");
        assert!(page.contains(kept), "{written}: {page}");
    }
}

#[test]
fn words_for_a_picture_may_go_on_in_the_next_line() {
    let built = Site::small()
        .with("content/x.md", "+++\ntitle = \"X\"\n+++\n![En lang\ntekst](kurve.svg)\n")
        .with(
            "content/kurve.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9\"/></svg>",
        )
        .sound();
    assert!(built.page("x.html").contains("alt=\"En lang tekst\""), "{}", built.page("x.html"));
}

/// A tag that is dropped parts what stands around it, or a word and a figure come out that nobody wrote.
#[test]
fn a_dropped_tag_leaves_a_blank() {
    for (text, shown) in [
        ("Nord<br>Syd", "Nord Syd"),
        ("12<br/>34", "12 34"),
        ("a<navn>b", "a b"),
        ("a <br> b", "a b"),
        ("CO<sub>2</sub> og <b>fed</b>skrift", "CO2 og fedskrift"),
        ("a<!-- note -->b", "ab"),
        ("| Område | Antal |\n| --- | --- |\n| Nord<br>Syd | 12<br>34 |", "Nord Syd 12 34"),
        ("| Beløb |\n| --- |\n| 1,5<br>Forventet |", "1,5 Forventet"),
        ("<div>Nord<p>Syd</p>12<span>34</span></div>", "Nord Syd 1234"),
    ] {
        let outcome = Site::small().with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\n{text}\n")).build();
        let words: Vec<String> = outcome.html("side.html").text().split_whitespace().map(str::to_owned).collect();
        assert!(words.join(" ").contains(shown), "{text}: {words:?}");
    }
}
