//! Personal numbers in Markdown as its page shows them: whatever is written between their digits and not shown, or written otherwise
//! than it is shown.

use fremdrift::{
    content::{self, Dialect, FileKind, ParseLog},
    diag::{Finding, Severity},
    locale::Language,
    value::{Certainty, FoundNumber, ProsePart, RelPath, personal_numbers, shown_numbers},
};
use proptest::prelude::*;

use crate::{cpr::printed, support::Site};

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\"/>";

/// Texts whose page shows a number.
const SHOWN: [&str; 47] = [
    // Tags that are dropped, whatever their attributes hold.
    "Nr. 010190<span title=\"a>b\">-</span>1234.",
    "Nr. 010190<navn a=\"1>2\" b='>'>-1234.",
    "Nr. 010190<span\n  title=\"a\">-1234</span>.",
    "<div>010190<span title='2>1'>-</span>1234</div>",
    "<p>010190<wbr>-<wbr>1234</p>\n\nTekst.",
    // What is dropped whole.
    "Nr. 010190<![CDATA[ x ]]>-1234.",
    "Nr. 010190<script>let a = 1 > 2;</script>-1234.",
    "Nr. 010190<style>p > b {}</style>1234.",
    "Nr. 010190<title>x</title>-1234.",
    "Nr. 010190<?php 1 > 2 ?>-1234.",
    "Nr. 010190<!-- > 5678 -->-1234.",
    "Nr. 010190<!--\na\nb\nc -->-1234 og 3*4*5.",
    // Links by reference, with long addresses, in angle brackets; pictures.
    "Nr. [010190][r]-1234.\n\n[r]: https://example.dk",
    "Nr. [010190][]-1234.\n\n[010190]: https://example.dk",
    "Nr. [010190]-1234.\n\n[010190]: https://example.dk",
    "Nr. [010190](https://example.dk/a(b)c)-1234.",
    "Nr. [010190](<https://example.dk/)>)-1234.",
    "Nr. [010190](https://example.dk \"a)b\")-1234.",
    "Nr. [010190](https://example.dk/LONG)-1234.",
    "Nr. 010190[-](https://example.dk/LONG)[1234](https://example.dk).",
    "![010190<b>-</b>&lrm;1234](f.svg)",
    "![Kort](f.svg \"Sag 010190&horbar;1234\")",
    "![Kort](f.svg 'Sag 010190&numsp;1234')",
    // Notes, whatever their marks are called.
    "Nr. 010190[^a b]-1234.\n\n[^a b]: Note.",
    "Nr. 010190[^LONG]-1234.\n\n[^LONG]: Note.",
    "Nr.[^1]\n\n[^1]: Sag 010190<br>-1234.",
    // Entities by all their names.
    "Nr. 010190&lrm;-1234.",
    "Nr. 010190&ZeroWidthSpace;1234.",
    "Nr. 010190&NegativeVeryThinSpace;-1234.",
    "Nr. 010190&numsp;1234.",
    "Nr. 010190&horbar;1234.",
    "Nr. 010190&hybull;1234.",
    "Nr. 010190&Tab;-&NewLine;1234.",
    "Nr. &lpar;010190&rpar; 1234.",
    "Nr. 01&#x0000030;190-1234.",
    // Emphasis within a number, and over lines.
    "Nr. ***0101**90*-~~12~~34.",
    "Nr. **010190\n-1234**.",
    "Nr. 010190\n**-1234**.",
    "- Nr. 010190\n  &ndash;1234.",
    "> Nr. 010190-\n> 1234.",
    "> Nr. 010190\n> -1234.",
    "1. Nr. 010190\\\n   -1234.",
    // Tables, headings, code.
    "| Sag | Nr. |\n| --- | --- |\n| a | 0101[^1]90-12\\34 |\n\n[^1]: Note.",
    "Sag 010190<b\n>-1234\n===",
    "`010190`<b>`-1234`</b>",
    "Nr. 010190\u{200b}<i>\u{ad}</i>-\u{2060}1234.",
    "Nr. 010190\t-<b>\t</b>1234.",
];

/// Texts whose page shows none: digits that only stand near each other in the file.
const NOT_SHOWN: [&str; 9] = [
    "Nr. 010190\n\n-1234.",
    "Nr. 010190\n\n<!-- a -->\n\n1234.",
    "- 010190\n- -1234",
    "- 010190\n  - 1234",
    "# 010190\n1234",
    "| a | b |\n| --- | --- |\n| 110190 | -1234 |",
    "Nr. 110190[^1].\n\n[^1]: 1234",
    "Nr. 010190<!-- x --> og 1234.",
    "Nr. 010190<script>-1234</script> er lukket.",
];

fn of_numbers(text: &str) -> Vec<Finding> {
    let text = text.replace("LONG", &"langt-".repeat(80));
    let site = Site::small()
        .with("content/f.svg", SVG)
        .with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\n{text}\n"));
    let built = site.check();
    let printed = printed(&built.findings, "1234");
    let found = built.findings.into_iter().filter(|finding| finding.code.contains("personal-number"));
    let found: Vec<Finding> = found.collect();
    assert!(found.is_empty() || printed.is_empty(), "{text}: {printed:?}");
    found
}

#[test]
fn a_number_is_found_where_its_page_shows_it() {
    let missed: Vec<&str> = SHOWN.into_iter().filter(|text| of_numbers(text).len() != 1).collect();
    assert_eq!(missed, [""; 0]);
}

#[test]
fn what_no_page_shows_as_a_number_is_none() {
    let found: Vec<&str> = NOT_SHOWN.into_iter().filter(|text| !of_numbers(text).is_empty()).collect();
    assert_eq!(found, [""; 0]);
}

/// What the page leaves out stands in the file, which its author may hand on: it is looked at as it is written.
#[test]
fn a_number_is_found_where_no_page_shows_it() {
    for text in [
        "Se [sagen](https://example.dk \"Sag 010190-1234\").",
        "Se [sagen][1].\n\n[1]: https://example.dk '010190&lrm;-1234'",
        "Se [sagen](https://example.dk/010190&hyphen;1234).",
        "Se ![kort](f.svg \"Sag 010190-1234\") her.",
        "Nr. <span title=\"010190-1234\">her</span>.",
        "Nr. <!-- 010190-1234 --> her.",
    ] {
        assert_eq!(of_numbers(text).len(), 1, "{text}");
    }
    // The title of a link is on no page, that of a picture where it is a figure.
    let page = |text: &str| Site::small().with("content/f.svg", SVG).with("content/side.md", text).build();
    for (text, is_shown) in [
        ("[sagen](https://example.dk \"Titlen her\")", false),
        ("Se ![kort](f.svg \"Titlen her\") her.", false),
        ("![kort](f.svg \"Titlen her\")", true),
        ("Se ![Titlen her](f.svg).", true),
    ] {
        let built = page(&format!("+++\ntitle = \"Side\"\n+++\n{text}\n"));
        assert_eq!(built.page("side.html").contains("Titlen her"), is_shown, "{text}");
    }
}

/// The place of a number is that of its first digit in the file, whatever stands between it and the others.
#[test]
fn a_number_is_told_where_it_is_written() {
    for (text, place) in [
        ("Nr. 010190<br>-1234.", (4, 5)),
        ("En æble.\n\n> Nr. [010190][r]-1234.\n\n[r]: https://example.dk", (6, 8)),
        ("&aelig; 010190&lrm;-1234.", (4, 9)),
        ("<div>\n010190<p>1234</p>\n</div>", (5, 1)),
    ] {
        let found = of_numbers(text);
        assert_eq!(found.iter().map(|found| (found.line, found.column)).collect::<Vec<_>>(), [place], "{text}");
    }
}

/// What may stand between two digits, and what becomes of it only the page knows.
const PIECES: [&str; 46] = [
    "<b>",
    "</b>",
    "<br>",
    "<br/>",
    "<p>",
    "</div>",
    "<x a='>'>",
    "<span title=\"a>b\">",
    "<!-- > -->",
    "<script>1</script>",
    "<style>",
    "</style>",
    "<![CDATA[x]]>",
    "<?x?>",
    "[",
    "]",
    "](x)",
    "](<y>)",
    "][r]",
    "[^1]",
    "![",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "\\",
    "\n",
    "  \n",
    "\n> ",
    "\n- ",
    "\n\n",
    " ",
    "\t",
    "-",
    "|",
    "&shy;",
    "&lrm;",
    "&numsp;",
    "&#8209;",
    "&amp;",
    "\u{200b}",
    "\u{a0}",
    "<",
    ">",
    "5",
];

/// Returns what the page of a file shows, with an empty line between its blocks; nothing where it is refused.
fn page_of(file: &str) -> Option<String> {
    let mut log = ParseLog::default();
    let path = RelPath::new("content/side.md").expect("a path");
    let dialect = Dialect::for_language(Language::Danish);
    let record = content::parse(file.as_bytes(), &path, FileKind::Page, &dialect, &mut log)?;
    if log.diagnostics.iter().any(|found| found.severity == Severity::Error) {
        return None;
    }
    let parts = record.words.body.parts.into_iter().map(|part| match part {
        ProsePart::Html(html) => html,
        ProsePart::Link(_) => "x".to_owned(),
        ProsePart::Picture(picture) => picture.alt.replace('&', "&amp;").replace('<', "&lt;"),
    });
    let html: String = parts.collect();
    let (mut shown, mut is_mark) = (String::new(), false);
    for part in format!("p>{html}").split('<') {
        let (tag, words) = part.split_once('>').expect("a tag");
        match tag.trim_start_matches('/').split(|c: char| !c.is_alphanumeric()).next() {
            Some("sup") => is_mark = !tag.starts_with('/'),
            Some("a" | "em" | "strong" | "del" | "code") => {}
            Some("br") => shown.push('\n'),
            _ => shown.push_str("\n\n"),
        }
        if !is_mark {
            shown.push_str(
                &words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"),
            );
        }
    }
    // A line ends as a blank.
    Some(shown.replace("\n-", " -"))
}

fn digits(found: Vec<FoundNumber>) -> Vec<[u8; 10]> {
    found.into_iter().map(|found| found.number.digits()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands between its digits: a number that a page shows is found in its file.
    #[test]
    fn no_page_shows_a_number_that_is_not_found(
        noise in proptest::collection::vec(proptest::sample::select(PIECES.to_vec()), 0..12),
        places in proptest::collection::vec(0..7_usize, 12),
        sign in proptest::sample::select(vec!["-", "-", " ", ""]),
    ) {
        let mut gaps = vec![String::new(); 7];
        noise.iter().zip(places).for_each(|(piece, place)| gaps[place].push_str(piece));
        let [a, b, c, d, e, f, g] = <[String; 7]>::try_from(gaps).expect("seven");
        let text = format!("Nr. {a}0101{b}90{c}{sign}{d}12{e}34{f} er {g}.\n\n[r]: https://example.dk\n\n[^1]: Note.\n");
        let file = format!("+++\ntitle = \"Side\"\n+++\n{text}");
        let Some(page) = page_of(&file) else { return Ok(()) };
        let shown = personal_numbers(&page).into_iter().filter(|found| found.certainty == Certainty::Certain).collect();
        let found = [digits(personal_numbers(&file)), digits(shown_numbers(&content::shown_text(&file).text))].concat();
        for number in digits(shown) {
            prop_assert!(found.contains(&number), "{text:?} is shown as {page:?}");
        }
    }
}
