//! Laws: any bytes are read without a fall, any text comes out as harmless pages, what was written is what is read.

use std::collections::BTreeSet;

use fremdrift::{
    content::{self, Context, Notebook, Role},
    locale::Language,
    value::{Id, ItemNumber, Mark, Notation, Period, Prose, ProsePart, RelPath, Unit, Written},
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
const TAGS: [&str; 27] = [
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
];

/// The attributes that the tags of an author's text may have.
const ATTRIBUTES: [&str; 6] = ["href", "id", "class", "start", "src", "alt"];

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

fn context() -> Context {
    Context::for_language(Language::Danish)
}

fn read(path: &str, bytes: &[u8]) -> Option<content::Record> {
    let path = RelPath::new(path).expect("a path");
    content::parse(bytes, &path, content::role_of(&path), &context(), &mut Notebook::default())
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
            let record = read(path, text.as_bytes()).expect("a record");
            for prose in record.words.each() {
                let page = page(prose);
                prop_assert_eq!(harm(&page), None, "{} of {:?}", page, text);
                prop_assert!(!page.contains("hole:") || text.contains("hole:"), "{} of {:?}", page, text);
                prop_assert!(!page.contains(['\u{0}', '\u{202e}']), "{:?}", page);
            }
        }
    }

    #[test]
    fn links_lead_only_where_they_may(text in markdown()) {
        let record = read("content/om.md", text.as_bytes()).expect("a record");
        for link in record.words.body.links() {
            if let fremdrift::value::Target::Outside(address) = &link.target {
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
            let read = Written::parse(&text, declared).expect("an amount");
            prop_assert_eq!(read.number, Some(number), "{}", text);
            prop_assert_eq!(read.number.map(|number| number.scale()), Some(decimals));
            // By hand, what could be read in two ways is never read at all.
            if let Ok(by_hand) = Written::parse(&text, notation) {
                prop_assert_eq!(by_hand.number, Some(number), "{}", text);
            }
        }
    }

    #[test]
    fn values_are_read_from_any_text(text in any::<String>()) {
        let _ = (Written::parse(&text, Notation::DANISH), Written::parse(&text, Notation::ENGLISH), Unit::parse(&text));
        let _ = (Id::new(&text), ItemNumber::parse(&text), Mark::parse(&text), content::Formula::parse(&text));
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

#[test]
fn harm_would_be_noticed() {
    assert_eq!(harm("<p>a <em>b</em></p>"), None);
    for (page, named) in [("<script>x</script>", "<script>"), ("<a onclick=\"x\">a</a>", "onclick=")] {
        assert_eq!(harm(page).as_deref(), Some(named));
    }
}

#[test]
fn every_role_is_among_those_that_are_tried() {
    let tried: BTreeSet<Role> =
        ROLES.iter().map(|path| content::role_of(&RelPath::new(*path).expect("a path"))).collect();
    assert_eq!(tried.len(), ROLES.len());
    assert!(tried.iter().all(|role| role.is_parsed()));
}
