//! What was meant to be closed and nearly was not: no word of it is published, whatever its author wrote by mistake.
//!
//! Each test publishes to a sink and looks through every byte of it, or sees an error stop the build.

use fremdrift::locale::Language;
use proptest::prelude::*;

use crate::support::{Outcome, Site, text_of};

/// The word that every secret of these tests holds.
const SECRET: &str = "hemmelig";

/// Returns the published files that a word is in: what a message shows of a file, its author reads.
fn published(outcome: &Outcome, word: &str) -> Vec<String> {
    let word = word.to_lowercase();
    let holds = |bytes: &[u8]| text_of(bytes).to_lowercase().contains(&word);
    let files = outcome.files.iter().filter(|(path, bytes)| path.as_str().contains(&word) || holds(bytes));
    files.map(|(path, _)| path.to_string()).collect()
}

/// Builds a site that must be published without a word of what is closed, and with another word.
#[track_caller]
fn leaves_no_trace(site: &Site, shown: &str) -> Outcome {
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    assert_eq!(published(&outcome, SECRET), Vec::<String>::new());
    assert!(!published(&outcome, shown).is_empty(), "{shown} is gone too");
    outcome
}

/// Tells whether a site is refused under a code, in a file, with a cure in both languages.
fn is_refused(site: &Site, code: &str, file: &str) -> bool {
    [Language::Danish, Language::English].into_iter().all(|language| {
        let built = site.clone().messages(language).check();
        let found = |finding: &&fremdrift::diag::Finding| finding.code == code && finding.path.as_str() == file;
        built.counts.errors > 0 && built.findings.iter().find(found).is_some_and(|found| found.help.is_some())
    })
}

/// Every kind of file that has fields and prose, and what its fields need.
const TEXTS: [(&str, &str); 5] = [
    ("content/side.md", "title = \"Side\"\n"),
    ("content/plans/a/plan.md", "title = \"Plan A\"\nkind = \"savings\"\n"),
    ("content/plans/a/measures/01.md", "number = \"1\"\ntitle = \"Rammer\"\n"),
    ("content/plans/a/updates/2020-06-30/index.md", "level = \"ok\"\n"),
    ("content/plans/a/updates/2020-06-30/01.md", "level = \"ok\"\n"),
];

#[test]
fn fields_that_stand_where_none_are_read_are_refused() {
    for (file, fields) in TEXTS {
        let closed = format!("{fields}visibility = \"closed\"\n");
        let fenced = format!("+++\n{closed}+++\nHemmelig tekst.\n");
        for text in [
            format!("\n{fenced}"),
            format!("\r\n \r\n{fenced}"),
            format!("\u{feff}\u{feff}{fenced}"),
            format!("\u{200b}{fenced}"),
            format!("\u{a0}{fenced}"),
            format!("\u{ad}{fenced}"),
            format!("\u{202e}{fenced}"),
            format!("# Titel\n{fenced}"),
            format!("<!-- note -->\n{fenced}"),
            format!("```toml\n{fenced}```\n"),
            format!("   {fenced}"),
            format!("    {}", fenced.replace('\n', "\n    ")),
            fenced.replace("+++", "++++"),
            fenced.replace("+++", "+++ toml"),
            fenced.replace("+++", "+ + +"),
            fenced.replace("+++", "＋＋＋"),
            fenced.replace('\n', "\r"),
            fenced.replacen("+++\n", "", 1),
            fenced.replace("+++\n", ""),
            format!("\n{}", fenced.replace("+++", "---").replace(" = ", ": ")),
            format!("+++\n{fields}+++\n+++\nvisibility = \"closed\"\n+++\nHemmelig.\n"),
            format!("+++\n{fields}+++\nvisibility = \"closed\"\n\nHemmelig.\n"),
            format!("+++\n{fields}+++\nTekst.\n\nembargo = 2030-01-01\n"),
        ] {
            let site = Site::small().with(file, text.as_str());
            // Behind something blank the mark is read and hides, and then the mistake too is told without its words.
            let codes = ["front-matter-misplaced", "front-matter-late", "hidden-mistake", "fields-in-prose"];
            assert!(codes.into_iter().any(|code| is_refused(&site, code, file)), "{file}: {text:?}");
        }
        for text in [format!("+++\n{closed}"), format!("+++\n{closed}++++\nHemmelig.\n")] {
            assert!(
                is_refused(&Site::small().with(file, text.as_str()), "front-matter-open", file),
                "{file}: {text:?}"
            );
        }
    }
}

#[test]
fn prose_is_not_refused_for_what_it_resembles() {
    let text = "+++\ntitle = \"Side\"\n+++\nTekst:\n\n```toml\n+++\nvisibility = \"closed\"\n+++\n```\n\n---\n\nNote: x\n\n---\n\n\
                Overskrift\n=======\n\n> > > > > > > dybt\n\n3 < 4, a <= b, C++ og `<!-- -->` og \\<!-- og &lt;!--\n";
    let outcome = Site::small().with("content/side.md", text).check();
    assert_eq!(outcome.counts.errors, 0, "{:#?}", outcome.findings);
}

#[test]
fn versions_that_were_not_merged_are_refused() {
    let conflict = |text: &str| format!("<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> gren\n");
    for (file, fields) in TEXTS {
        for text in [
            format!("+++\n{fields}+++\n{}", conflict("Tekst.\n")),
            format!("+++\n{}+++\nTekst.\n", conflict(fields)),
            conflict(&format!("+++\n{fields}+++\n")).replace('\n', "\r\n"),
        ] {
            let site = Site::small().with(file, text);
            assert!(is_refused(&site, "merge-conflict", file), "{file}");
            let errors = site.check().counts.errors;
            assert_eq!(errors, 1, "{file}: one mistake, one message");
        }
    }
    for (file, text) in [
        ("site.toml", "title = \"Status\"\n"),
        ("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n"),
        ("content/plans/a/indicators.toml", "[a]\ntitle = \"A\"\nunit = \"sager\"\n"),
        ("content/plans/a/tables/drift.csv", "row;label;2020\na;A;1\n"),
    ] {
        assert!(is_refused(&Site::small().with(file, conflict(text)), "merge-conflict", file), "{file}");
    }
}

/// What hides a text, opened and closed.
const HIDING: [(&str, &str); 10] = [
    ("<!--", "-->"),
    ("<script>", "</script>"),
    ("<STYLE type=\"a > b\">", "</Style >"),
    ("<?php ", "?>"),
    ("<![CDATA[", "]]>"),
    ("<template>", "</template>"),
    ("<textarea\n rows='1'>", "</textarea>"),
    ("<title>", "</title>"),
    ("<noscript>", "</noscript>"),
    ("<iframe>", "</iframe>"),
];

/// A site with a text everywhere that prose may stand.
fn with_text(text: &str) -> Site {
    let texts = TEXTS.iter().map(|(file, fields)| (*file, format!("+++\n{fields}+++\n{text}")));
    texts.fold(Site::small(), |site, (file, text)| site.with(file, text))
}

#[test]
fn what_html_hides_is_dropped_over_any_number_of_lines() {
    for (begin, end) in HIDING {
        for text in [
            format!("Før.\n\n{begin}\nHemmelig 1.\n  hemmelig_2 = <b>'hemmelig'</b>;\n{end}\n\nEfter.\n"),
            format!("Før {begin}hemmelig\nhemmelig{end} efter.\n"),
            format!("- Før\n- {}\n  hemmelig\n  {end}\n- Efter\n", begin.replace('\n', " ")),
            format!("> {}\n> hemmelig\n> {end}\n\nEfter.\n", begin.replace('\n', " ")),
            format!("## Efter {} hemmelig {end}\n", begin.replace('\n', " ")),
            format!("| a | b |\n|---|---|\n| {} hemmelig {end} | Efter |\n", begin.replace('\n', " ")),
            format!(
                "Efter *a {begin}hemmelig* b [hemmelig](https://hemmelig.dk){end} ![{begin}hemmelig{end}](x.svg)\n"
            ),
        ] {
            // The Markdown parser does not take one for a section that has brackets in it: then it is refused.
            if begin == "<![CDATA[" && text.contains("](https:") {
                assert!(is_refused(&with_text(&text), "html-open", "content/side.md"), "{text}");
                continue;
            }
            let site = with_text(&text).with("content/x.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
            let outcome = site.build();
            let errors: Vec<_> = outcome
                .built
                .findings
                .iter()
                .filter(|found| {
                    !["raw-html", "missing-picture", "picture-without-alt", "unlinked-file"].contains(&found.code)
                })
                .collect();
            assert!(errors.is_empty(), "{text}: {errors:#?}");
            assert_eq!(published(&outcome, SECRET), Vec::<String>::new(), "{text}");
            assert!(!published(&outcome, "fter").is_empty(), "{text}");
        }
    }
}

#[test]
fn what_hides_and_does_not_end_is_refused() {
    for (begin, end) in HIDING {
        for text in [
            format!("{begin}\nHemmelig.\n\nMere.\n"),
            format!("Tekst {begin} hemmelig.\n\nMere {end}.\n"),
            format!("- {begin}\n\nhemmelig\n\n{end}\n"),
            format!("> {begin}\nhemmelig\n{end}\n"),
        ] {
            assert!(is_refused(&with_text(&text), "html-open", "content/side.md"), "{text}");
        }
    }
    for text in [
        "<!-- a <!-- b --> hemmelig -->",
        "<!--> hemmelig -->",
        "<!-- a --!> hemmelig",
        "Tekst <!— hemmelig —>",
        "Tekst < !-- hemmelig -->",
        "Tekst <! hemmelig >",
        "<div><!-- a\n\nhemmelig --></div>",
        "<template><template>a</template>\n\nhemmelig",
        "![a](b.svg \"<!-- hemmelig -->\")",
        "![a](b.svg '<script>hemmelig</script>')",
    ] {
        assert!(is_refused(&with_text(text), "html-open", "content/side.md"), "{text}");
    }
}

#[test]
fn words_in_other_tags_stay() {
    let outcome = with_text("<div class=\"a\">\nHer <b>står</b> noget.\n</div>\n\nOg <i>her</i>.\n").build();
    let html = outcome.html("side.html").text();
    assert!(html.contains("Her står noget.") && html.contains("Og her."), "{html}");
}

#[test]
fn a_shut_folder_shuts_what_lies_in_it() {
    let page = |title: &str, mark: &str| format!("+++\ntitle = \"{title}\"\n{mark}\n+++\n{title}.\n");
    for mark in ["visibility = \"closed\"", "visibility = \"internal\"", "embargo = 2030-01-01"] {
        for index in ["index.md", "Index.md"] {
            let site = Site::small()
                .with(&format!("content/lukket/{index}"), page("Hemmelig forside", mark))
                .with("content/lukket/under.md", page("Hemmelig side", ""))
                .with("content/lukket/dybt/nede/under.md", page("Hemmelig dyb side", "visibility = \"public\""))
                .with("content/lukket/dybt/index.md", page("Hemmelig mappe", ""))
                .with(
                    "content/lukket/billede.svg",
                    "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>hemmelig</title></svg>",
                )
                .with(
                    "content/aaben.md",
                    page("Åben side", "")
                        + "[a](lukket/under.md) [b](lukket/billede.svg) ![Kort](lukket/billede.svg)\n",
                )
                .with("content/lukket.md", page("Åben nabo", ""))
                .with("content/lukketland/index.md", page("Åben mappe", ""));
            // No plan beside it keeps it out of sight, nor does one that is shut let it out.
            leaves_no_trace(&with_plan_shut(&site), "Åben side");
            let outcome = leaves_no_trace(&site, "Åben side");
            assert!(!published(&outcome, "Åben nabo").is_empty() && !published(&outcome, "Åben mappe").is_empty());
            assert!(outcome.files.keys().all(|path| !path.as_str().starts_with("lukket/")));
            let open = site.clone().as_of("2031-01-01").audience(fremdrift::content::Audience::Closed).build();
            assert!(!published(&open, SECRET).is_empty(), "the test would notice a leak");
        }
    }
}

#[test]
fn a_front_page_shuts_the_pages_and_no_plan() {
    let site = Site::small()
        .with("content/index.md", "+++\nvisibility = \"closed\"\n+++\nHemmelig forside.\n")
        .with("content/side.md", "Hemmelig side.\n");
    let outcome = site.build();
    assert_eq!(outcome.codes(), ["mark-misses"], "beside an open plan");
    assert_eq!(published(&outcome, SECRET), [""; 0]);
    assert!(!published(&outcome, "Plan A").is_empty());
    let shut = leaves_no_trace(&with_plan_shut(&site), "Prøveby");
    assert_eq!(published(&shut, "Plan A"), [""; 0]);
}

fn with_plan_shut(site: &Site) -> Site {
    site.clone().edit("content/plans/a/plan.md", "title =", "visibility = \"closed\"\ntitle =")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Whatever stands around a comment or a script: it is refused, or no word of it is published.
    #[test]
    fn no_word_of_what_html_hides_is_published(
        before in "[-a>#*|<!`\\[ \n&]{0,12}",
        hiding in proptest::sample::select(HIDING.to_vec()),
        inner in "[-a>#*|<!/`\\[ \n&]{0,12}",
        behind in "[-a>#*|<! \n&]{0,12}",
    ) {
        // A backtick or a backslash makes an example of it; then it is meant to be seen.
        prop_assume!(!before.contains('`') && !before.lines().any(|line| line.starts_with("    ")));
        let (begin, end) = hiding;
        // A comment is over at its first end, and what stands behind it is to be seen.
        prop_assume!(begin != "<!--" || !inner.contains("->") && !inner.starts_with('>'));
        let text = format!("{before}{begin}{inner} HEMMELIGT {inner}{end}{behind}\n");
        let site = Site::small().with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\nTekst.\n\n{text}"));
        prop_assert!(site.check().counts.errors > 0 || published(&site.build(), "HEMMELIGT").is_empty(), "{text:?}");
    }
}
