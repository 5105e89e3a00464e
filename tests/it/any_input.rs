//! Laws: any bytes are read without a fall, any text comes out as harmless pages, what was written is what is read.

use std::collections::BTreeSet;

use fremdrift::{
    content::{self, Dialect, FileKind, ParseLog},
    locale::Language,
    value::{FootnoteMark, Id, ItemNumber, Notation, Period, Prose, ProsePart, RelPath, Unit, WrittenAmount},
};
use proptest::{prelude::*, test_runner::Config};

use crate::support::{Site, html};

/// A path for each thing a file can be.
const ROLES: [&str; 13] = [
    "site.toml",
    "content/committees.toml",
    "content/owners.toml",
    "content/om.md",
    "content/plans/a/plan.md",
    "content/plans/a/indicators.toml",
    "content/plans/a/milestones.toml",
    "content/plans/a/measures/01.md",
    "content/plans/a/tables/drift.toml",
    "content/plans/a/tables/drift.csv",
    "content/plans/a/updates/2020-06-30/index.md",
    "content/plans/a/updates/2020-06-30/01.md",
    "content/plans/a/updates/2020-06-30/drift.csv",
];

/// The tags that an author's text may become.
const TAGS: [&str; 29] = [
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
    "img",
    "figure",
    "figcaption",
    "section",
    "sup",
];

/// The attributes that the tags of an author's text may have.
const ATTRIBUTES: [&str; 8] = ["href", "id", "class", "start", "src", "alt", "role", "aria-label"];

/// Text that looks like what authors write, mistakes and attacks included.
fn markdown() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-zæøå ]{0,12}",
        Just("\n\n".to_owned()),
        Just("\n".to_owned()),
        prop::sample::select(vec![
            "# ",
            "## ",
            "- ",
            "1. ",
            "7. ",
            "> ",
            "```\n",
            "```html onclick=x\n",
            "    ",
            "| a | b |\n|:-:|--:|\n| 1 | 2 |\n",
            "**",
            "*",
            "_",
            "~~",
            "`",
            "\\",
            "---\n",
            "***\n",
            "<",
            ">",
            "&",
            "\"",
            "'",
            "&lt;",
            "&#106;",
            "\u{0}",
            "\u{202e}",
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<b onclick=\"x()\">",
            "</b>",
            "<!-- ",
            "-->",
            "[x](javascript:alert(1))",
            "[x](JaVa\tscript:alert(1))",
            "[x](java&#10;script:alert(1))",
            "[x](&#106;avascript:x)",
            "[x](data:text/html,x)",
            "[x](vbscript:x)",
            "[x](//evil.example)",
            "[x](https://example.com \"t\\\" onclick=x\")",
            "[x](<javascript:alert(1)>)",
            "[x]: javascript:alert(1)\n",
            "[x]",
            "<javascript:alert(1)>",
            "<https://example.com>",
            "![x](javascript:alert(1))",
            "![\" onerror=\"x](a.png)",
            "![x](a.png \"\\\" onerror=x\")",
            "![x](data:image/svg+xml,x)",
            "# x {onclick=alert(1)}\n",
            "[^1]",
            "[^1]: x\n",
            "hole:0",
            "\"hole:0\"",
            "<!--hole:0-->",
            "[x](hole:1)",
            "[x](#a\"b)",
            "[x](../../../etc/passwd)",
            "[x](om.md#æ%20b)",
            "$x$",
            "{{ x }}",
            "{% raw %}",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn context() -> Dialect {
    Dialect::for_language(Language::Danish)
}

fn read(path: &str, bytes: &[u8]) -> Option<content::Record> {
    let path = RelPath::new(path).expect("a path");
    content::parse(bytes, &path, content::role_of(&path), &context(), &mut ParseLog::default())
}

/// Reads a text that any record may be. `None` where it was refused, and told: two empty bytes among others look as UTF-16
/// does (`\0`, line break, `\0`).
fn read_or_refused(path: &str, text: &str) -> Option<content::Record> {
    let path = RelPath::new(path).expect("a path");
    let mut log = ParseLog::default();
    let record = content::parse(text.as_bytes(), &path, content::role_of(&path), &context(), &mut log);
    assert!(record.is_some() || !log.diagnostics.is_empty(), "{text:?} is lost in silence");
    record
}

/// Puts a prose together as a page does, with harmless addresses.
fn page(prose: &Prose) -> String {
    let parts = prose.parts.iter().map(|part| match part {
        ProsePart::Html(html) => html.clone(),
        ProsePart::Link(_) => "x".to_owned(),
        ProsePart::Picture(_) => "<img src=\"x\" alt=\"x\">".to_owned(),
    });
    parts.collect()
}

/// Says what in a page no author's text may become.
fn harm(page: &str) -> Option<String> {
    let root = html::parse(page);
    let all = root.every();
    let mut elements = all.iter().skip(1);
    let tag = elements.clone().find(|element| !TAGS.contains(&element.name.as_str()));
    let attribute = elements.find_map(|element| {
        element.attributes.iter().find(|(name, _)| !ATTRIBUTES.contains(&name.as_str())).map(|(name, _)| name)
    });
    tag.map(|element| format!("<{}>", element.name)).or_else(|| attribute.map(|name| format!("{name}=")))
}

proptest! {
    #![proptest_config(Config { cases: 300, failure_persistence: None, ..Config::default() })]

    #[test]
    fn any_text_becomes_harmless_html(text in markdown()) {
        for path in ["content/om.md", "content/plans/a/measures/01.md"] {
            for prose in read_or_refused(path, &text).iter().flat_map(|record| record.words.each()) {
                let page = page(prose);
                prop_assert_eq!(harm(&page), None, "{} of {:?}", page, text);
                prop_assert!(!page.contains("hole:") || text.contains("hole:"), "{} of {:?}", page, text);
                prop_assert!(!page.contains(['\u{0}', '\u{202e}']), "{:?}", page);
            }
        }
    }

    #[test]
    fn links_lead_only_where_they_may(text in markdown()) {
        let record = read_or_refused("content/om.md", &text);
        for link in record.iter().flat_map(|record| record.words.body.links()) {
            if let fremdrift::value::LinkTarget::Outside(address) = &link.target {
                let scheme = address.split(':').next().unwrap_or_default().to_lowercase();
                prop_assert!(["https", "http", "mailto", "tel"].contains(&scheme.as_str()), "{address}");
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(role in 0..ROLES.len(), bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read(ROLES[role], &bytes);
    }

    #[test]
    fn any_fields_are_read_or_refused(role in 0..ROLES.len(), text in "(\\+\\+\\+\n)?([a-z_.\\[\\]\"#=; -]{0,12}|[=\n\"\\[\\]{},0-9-]|= \"|\\[a\\]\n|level|\\.x = 1\n|é|2020-02-30){0,20}(\n\\+\\+\\+\n)?") {
        read(ROLES[role], text.as_bytes());
    }

    #[test]
    fn amounts_are_read_as_they_are_written(units in -999_999_999_999_i64..999_999_999_999, decimals in 0_u32..=4) {
        let number = fremdrift::value::Decimal::new(units, decimals);
        for (notation, sign) in [(Notation::DANISH, ','), (Notation::ENGLISH, '.')] {
            let declared = Notation { declared: true, ..notation };
            let text = number.to_string().replace('.', &sign.to_string());
            let read = WrittenAmount::parse(&text, declared).expect("an amount");
            prop_assert_eq!(read.number, Some(number), "{}", text);
            prop_assert_eq!(read.number.map(|number| number.scale()), Some(decimals));
            // By hand, what could be read in two ways is never read at all.
            if let Ok(by_hand) = WrittenAmount::parse(&text, notation) {
                prop_assert_eq!(by_hand.number, Some(number), "{}", text);
            }
        }
    }

    #[test]
    fn values_are_read_from_any_text(text in any::<String>()) {
        let _ = (WrittenAmount::parse(&text, Notation::DANISH), WrittenAmount::parse(&text, Notation::ENGLISH), Unit::parse(&text));
        let _ = (Id::new(&text), ItemNumber::parse(&text), FootnoteMark::parse(&text), content::Formula::parse(&text));
        if let Some(period) = Period::parse(&text) {
            prop_assert!(period.first() <= period.last());
            prop_assert_eq!(Period::parse_iso(&period.iso()).is_some(), Period::parse(&period.iso()).is_some());
        }
        if let Ok(path) = RelPath::new(text.as_str()) {
            prop_assert!(!path.as_str().starts_with('/') && path.parts().all(|part| part != ".." && !part.is_empty()));
        }
    }
}

proptest! {
    #![proptest_config(Config { cases: 40, failure_persistence: None, ..Config::default() })]

    /// Whatever stands in a file, the build runs through and says something or nothing.
    #[test]
    fn any_bytes_in_any_file_give_a_build(
        role in 0..ROLES.len(),
        bytes in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..120),
            markdown().prop_map(String::into_bytes),
            ".{0,80}".prop_map(String::into_bytes),
        ],
    ) {
        let outcome = Site::small().with(ROLES[role], bytes).build();
        prop_assert!(outcome.files.keys().any(|path| path.as_str() == "index.html"));
    }

    /// One byte of a sound file goes wrong.
    #[test]
    fn a_file_with_one_wrong_byte_gives_a_build(pick in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let files = Site::small().files();
        let (path, bytes) = files.iter().nth(pick.index(files.len())).expect("a file");
        let mut bytes = bytes.clone();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        Site::small().with(path, bytes).build();
    }
}

/// A site with a theme and a picture of its own.
fn themed() -> Site {
    let site = Site::small();
    let toml = String::from_utf8(site.files()["site.toml"].clone()).expect("text");
    site.with("site.toml", format!("theme = \"by\"\n{toml}"))
        .with("themes/by/theme.toml", "title = \"By\"\nextends = \"default\"\n[palette]\nheader = \"#7a0019\"\n")
        .with(
            "themes/by/templates/404.html",
            "{% extends \"default/404.html\" %}{% block heading %}{% if site.url %}<h1>{{ site.name | upper }}</h1>{% elif 1 + 2 > 2 %}x{% endif %}{% for a in [1, 2] %}{{ a }}{% endfor %}{% endblock %}",
        )
        .with("themes/by/i18n/da.ftl", "ui-skip = Videre\nown-count = { $count ->\n    [one] en\n   *[other] { NUMBER($count) }\n}\n")
        .with("themes/by/shapes/good.svg", "<symbol id=\"m-good\" viewBox=\"0 0 9 9\"><path d=\"M0 0\"/></symbol>")
        .with("themes/by/static/logo.svg", PICTURE)
        .with("content/om.md", "+++\ntitle = \"Om\"\n+++\n![Kurve](kurve.svg)\n")
        .with("content/kurve.svg", PICTURE)
}

const PICTURE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- a --><svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><style><![CDATA[a{fill:url(#b)}]]></style><use xlink:href=\"#a\"/><text style=\"fill:rgb(1,2,3)\">&amp;&#230;</text></svg>";

/// The files of a theme and a picture.
const DRESS: [&str; 6] = [
    "themes/by/theme.toml",
    "themes/by/templates/404.html",
    "themes/by/i18n/da.ftl",
    "themes/by/shapes/good.svg",
    "themes/by/static/logo.svg",
    "content/kurve.svg",
];

proptest! {
    #![proptest_config(Config { cases: 120, failure_persistence: None, ..Config::default() })]

    /// Pieces of a theme and of a picture are lost, doubled, or stand where they should not.
    #[test]
    fn a_theme_with_pieces_out_of_place_gives_a_build(
        pick in 0..DRESS.len(),
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        piece in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..4),
            prop::sample::select(vec!["{", "}", "{{", "}}", "{%", "%}", "\"", "->", "(", ")", "[", "<", ">", "&", "/>", "]]>", "--", "\u{feff}", "\n", "æ", "= ", "9999999999999999999"])
                .prop_map(|text| text.as_bytes().to_vec()),
        ],
        times in 0_usize..4,
    ) {
        let site = themed();
        let mut bytes = site.files()[DRESS[pick]].clone();
        let (from, to) = (from.index(bytes.len()), to.index(bytes.len()));
        bytes.splice(from.min(to)..from.max(to).min(from.min(to) + 9), piece.repeat(times));
        let outcome = site.with(DRESS[pick], bytes).build();
        // A word that pages need may be gone; then there is no page, and it is said.
        let is_made = outcome.files.keys().any(|path| path.as_str() == "index.html");
        prop_assert!(is_made || outcome.built.counts.errors > 0);
    }
}

/// What parsers of others read by recursion is refused before they overflow the stack; each of these once did, or
/// panicked.
#[test]
fn what_is_nested_without_end_is_refused() {
    assert!(themed().build().built.findings.iter().all(|finding| finding.code != "template-error"));
    let (template, words) = ("themes/by/templates/404.html", "themes/by/i18n/da.ftl");
    let many = |text: &str| text.repeat(100_000);
    let choices = |count: usize| format!("ui-skip = {}x{}\n", "{ 1 ->\n *[a] ".repeat(count), "\n }".repeat(count));
    for (path, text) in [
        (template, format!("{{% if a %}}{}{{% endif %}}", many("{% elif a %}"))),
        (template, format!("{{{{ {}1{} }}}}", many("("), many(")"))),
        (template, format!("{{{{ {}a }}}}", many("not "))),
        (template, many("{% if a %}")),
        (words, format!("ui-skip = {}\"a\"{}\n", many("{ "), many(" }"))),
        (words, format!("ui-skip = {{ {}{} }}\n", many("A("), many(")"))),
        (words, format!("ui-skip = {{ {}{} }}\n", many("A(\n"), many(")"))),
        (words, choices(120)),
        (words, choices(3_000)),
        (words, format!("b = x\nui-skip = {{ 1 ->\n *[a] {}\n }}\n", "{ b }".repeat(150))),
        (words, format!("b = x\nui-skip = {{ \"a\"\n ->\n *[a] {}\n }}\n", "{ b }".repeat(150))),
        (words, format!("b = x\nui-skip = {{ -1.5 ->\n *[a] {}\n }}\n", "{ b }".repeat(150))),
        (words, "ui-skip = { { \"a\" } }\n".to_owned()),
    ] {
        let outcome = themed().with(path, &text).build();
        let start: String = text.chars().take(40).collect();
        assert!(outcome.built.findings.iter().any(|finding| finding.code == "template-error"), "{start}");
    }
    // Much, and none of it within another.
    let long: String = (0..500)
        .map(|number| format!("own-{number} = {{ $a ->\n    [one] ({number})\n   *[other] {{ $a }}\n}}\n"))
        .collect();
    let outcome = themed().with(words, long).build();
    assert!(outcome.built.findings.iter().all(|finding| finding.code != "template-error"));
}

#[test]
fn harm_would_be_noticed() {
    assert_eq!(harm("<p>a <em>b</em></p>"), None);
    for (page, named) in [("<script>x</script>", "<script>"), ("<a onclick=\"x\">a</a>", "onclick=")] {
        assert_eq!(harm(page).as_deref(), Some(named));
    }
}

#[test]
fn what_looks_as_utf_16_does_is_refused() {
    assert!(read_or_refused("content/om.md", "\0\n\0å").is_none());
    assert!(read_or_refused("content/om.md", "# \0\nå").is_some());
}

#[test]
fn every_role_is_among_those_that_are_tried() {
    let tried: BTreeSet<FileKind> =
        ROLES.iter().map(|path| content::role_of(&RelPath::new(*path).expect("a path"))).collect();
    assert_eq!(tried.len(), ROLES.len());
    assert!(tried.iter().all(|role| role.is_parsed()));
}
