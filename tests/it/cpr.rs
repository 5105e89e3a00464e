//! Personal numbers: found wherever they would be published from, never printed, allowed by their hash alone.
//!
//! The numbers are made up: 1 January 1990 with serials that were never given.

use fremdrift::{
    diag::{Finding, Severity},
    locale::Language,
    render::changes,
    value::{Certainty, personal_numbers},
};

use crate::{
    past::{self, CUT},
    support::{Outcome, Site, git::Story, project, random::Dice},
};

/// The number of most tests, and how messages may show it.
const NUMBER: &str = "010190-1234";
const MASKED: &str = "010190-****";
/// What must stand in no message: its serial, with what may stand before it.
const SERIAL: &str = "1234";

const CERTAIN: &str = "personal-number";

fn of_numbers<'f>(outcome: &'f Outcome, code: &str) -> Vec<&'f Finding> {
    outcome.built.findings.iter().filter(|finding| finding.code == code).collect()
}

/// Holds a site to being refused for a number, at a file, in both languages and without a trace of it in any message.
#[track_caller]
pub fn is_refused(site: &Site, file: &str) {
    for language in [Language::Danish, Language::English] {
        let outcome = site.clone().messages(language).build();
        let found = of_numbers(&outcome, CERTAIN);
        let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
        assert!(paths.contains(&file), "{file}: {:#?}", outcome.built.findings);
        assert!(!outcome.built.is_publishable());
        assert!(found.iter().all(|finding| finding.help.is_some() && finding.excerpt.is_empty()));
        assert_eq!(printed(&outcome.built.findings, SERIAL), [""; 0]);
    }
}

/// Returns the messages that hold a word: as data, as programs are given them.
pub fn printed(findings: &[Finding], word: &str) -> Vec<String> {
    let json = findings.iter().map(|finding| serde_json::to_string(finding).expect("data"));
    json.filter(|json| json.contains(word)).collect()
}

#[test]
fn a_number_is_refused_in_every_file_that_is_published() {
    let table = "title = \"Drift\"\n[columns]\nforecast = { title = \"Forventet\" }\n";
    for (file, text) in [
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nBorgeren 010190-1234 er visiteret.\n"),
        ("content/side.md", "+++\ntitle = \"Sag 010190-1234\"\n+++\nTekst.\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nSe ![010190-1234](f.svg)\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nSe [sagen](https://example.dk/010190-1234)\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nSe [sagen](https://example.dk/?cpr=0101901234)\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\n| CPR |\n| --- |\n| 010190 1234 |\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\n```\n010190-1234\n```\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nNummer 010190-**1234**.\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nNummer 010190&shy;1234.\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nNummer 0101<b>90</b>-1234.\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nNummer 010190<br/>-1234.\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nNummer 010190<br>1234 og 010190<navn>1234.\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nBorgeren 010190[^1]-1234.\n\n[^1]: Note.\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\n<div>010190<p>1234</div>\n"),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nCPR: 02 01 91 12 35, CPR-nr. 0201 911235.\n010190-1234\n"),
        ("content/side.md", "+++\ntitle = \"Nummer 010190\\u002D1234\"\n+++\nTekst.\n"),
        ("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\nnote = \"010190-1234\"\n"),
        ("content/owners.toml", "[chef]\ntitle = \"Centerchef\"\ncontact = \"010190-1234\"\n"),
        ("content/plans/a/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Sag 010190-1234\"\n+++\n"),
        ("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"Alt OK\"\n+++\n## Tidsplan\n\n010190–1234\n"),
        ("content/plans/a/indicators.toml", "[a]\ntitle = \"Sag 010190-1234\"\nunit = \"sager\"\n"),
        ("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"Sag 010190-1234\"\ndue = \"2020-09\"\n"),
        ("content/plans/a/tables/drift.toml", "title = \"Drift\"\nnotes = { \"*\" = \"010190-1234\" }\n"),
        ("content/plans/a/tables/drift.csv", "row;label;forecast\na;Borger 010190-1234;1,0\n"),
        ("content/plans/a/updates/2020-06-30/drift.csv", "row;label;forecast\na;Borger 0101901234;1,0\n"),
        ("content/plans/a/updates/2020-06-30/index.md", "+++\n[notes]\n\"*\" = \"010190-1234\"\n+++\n"),
        ("themes/default/i18n/da.ftl", "footer = 010190-1234\n"),
    ] {
        let site = Site::small().with("content/plans/a/tables/drift.toml", table).with("content/f.svg", SVG);
        is_refused(&site.with(file, text), file);
    }
    is_refused(&Site::small().edit("site.toml", "Prøveby", "010190-1234 Prøveby"), "site.toml");
}

/// The date of birth in one cell and the last four digits in another: by what their columns are called, or side by side where the
/// date begins with a nought.
#[test]
fn a_number_over_two_cells_is_refused() {
    let table = "title = \"Drift\"\n[columns]\nfoedt = { title = \"Født\", text = true }\nnr = { title = \"Nr.\", text = true }\n";
    let titled = table.replace("Født", "Fødselsdato").replace("\"Nr.\"", "\"Løbenr.\"");
    let heads = table.replace("foedt", "\"cpr-dato\"").replace("nr =", "\"cpr-nr\" =");
    for (declared, file, text) in [
        (table, "content/plans/a/tables/drift.csv", "row;label;foedt;nr\na;A;010190;1234\n"),
        (&*titled, "content/plans/a/tables/drift.csv", "row;label;foedt;nr\na;A;01-01-1990;1234\n"),
        (&*titled, "content/plans/a/updates/2020-06-30/drift.csv", "row;label;foedt;nr\na;A;1/1-90;1234\n"),
        (&*heads, "content/plans/a/tables/drift.csv", "row;label;cpr-dato;cpr-nr\na;A;110190;1234\n"),
        (
            table,
            "content/side.md",
            "+++\ntitle = \"Side\"\n+++\n| Navn | Født | Løbenr. |\n| --- | --- | --- |\n| Bo | 01.01.90 | 1234 |\n",
        ),
        (
            table,
            "content/plans/a/updates/2020-06-30/index.md",
            "+++\n[notes]\n\"*\" = \"010190\"\n\"**\" = \"1234\"\n+++\n",
        ),
        (
            table,
            "content/plans/a/tables/drift.toml",
            "title = \"Drift\"\nnotes = { \"*\" = \"010190\", \"**\" = \"1234\" }\n",
        ),
    ] {
        let site = Site::small().with("content/plans/a/tables/drift.toml", declared).with(file, text);
        let outcome = site.build();
        let found = of_numbers(&outcome, CERTAIN);
        let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(paths, [file], "{:#?}", outcome.built.findings);
        assert_eq!(printed(&outcome.built.findings, SERIAL), [""; 0], "{file}");
    }
    let linked = Site::small()
        .with("content/side.md", "+++\ntitle = \"Side\"\n+++\n[Liste](liste.csv)\n")
        .with("content/liste.csv", "Navn;Fødselsdato;Løbenr.\nBo;01-01-1990;1234\n");
    assert_eq!(of_numbers(&linked.build(), CERTAIN).len(), 1, "in an attachment");
    let amounts = "title = \"Drift\"\nunit = \"kr.\"\n[columns]\nforecast = { title = \"Forventet\" }\nrevised = { title = \"Budget\" }\n";
    let site = Site::small()
        .with("content/plans/a/tables/drift.toml", amounts)
        .with("content/plans/a/tables/drift.csv", "row;label;forecast;revised\na;A;110190;1234\nb;B;311299;2020\n");
    assert!(site.codes().iter().all(|code| !code.contains("personal")), "amounts beside each other");
}

#[test]
fn a_number_is_found_in_a_table_of_another_encoding() {
    let declared =
        "title = \"Drift\"\n[csv]\nencoding = \"windows-1252\"\n[columns]\nforecast = { title = \"Forventet\" }\n";
    // 0x96 is a dash, 0xA0 a blank that does not break.
    for between in [b"\x96", b"\xa0"] {
        let text = [b"row;label;forecast\na;B\xf8rn 010190".as_slice(), between, b"1234;1,0\n"].concat();
        let site = Site::small().with("content/plans/a/tables/drift.toml", declared);
        is_refused(&site.with("content/plans/a/tables/drift.csv", text), "content/plans/a/tables/drift.csv");
    }
}

#[test]
fn a_number_is_found_in_the_names_of_files_and_folders() {
    let page = "+++\ntitle = \"Side\"\n+++\nTekst.\n";
    let plan = "+++\ntitle = \"Plan B\"\nkind = \"savings\"\n+++\nTekst.\n";
    for (file, text) in [
        ("content/010190-1234.md", page),
        ("content/010190 1234.md", page),
        ("content/sag-010190-1234-afgoerelse.md", page),
        ("content/010190-1234/index.md", page),
        ("content/plans/010190-1234/plan.md", plan),
        ("content/plans/a/measures/010190-1234.md", "+++\ntitle = \"Tiltag\"\n+++\n"),
    ] {
        let masked = file.replace(SERIAL, "****");
        is_refused(&Site::small().with(file, text), &masked);
    }
    let linked = Site::small().with("content/side.md", "+++\ntitle = \"Side\"\n+++\n![Kort](010190-1234.svg)\n");
    is_refused(&linked.with("content/010190-1234.svg", SVG), "content/010190-****.svg");
}

const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'><path d='M120190-1234'/></svg>";

#[test]
fn a_number_is_found_in_pictures_and_attachments() {
    let page = |file: &str| {
        let link = if file.ends_with("svg") { format!("![Kort]({file})") } else { format!("[Bilag]({file})") };
        Site::small().with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\n{link}\n"))
    };
    let svg =
        |inside: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 4'>{inside}</svg>").into_bytes();
    let word = "<w:p><w:r><w:t>010190</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>-1234</w:t></w:r></w:p>";
    let sheet = "<sst><si><t>Borger 010190-1234</t></si></sst>";
    let shown = b"BT /F1 12 Tf [(Borger 0101)-5(90-12)8(34)] TJ ET";
    for (file, bytes) in [
        ("f.svg", svg("<text>010190-1234</text>")),
        ("f.svg", svg("<text>010190<tspan>-1234</tspan></text>")),
        ("f.svg", svg("<title>010190-1234</title>")),
        ("f.svg", svg("<g aria-label='010190-1234'/>")),
        ("f.docx", zip("word/document.xml", word.as_bytes(), false)),
        ("f.docx", zip("word/document.xml", word.as_bytes(), true)),
        ("f.xlsx", zip("xl/sharedStrings.xml", sheet.as_bytes(), true)),
        (
            "f.pptx",
            zip("ppt/slides/slide1.xml", b"<a:p><a:r><a:t>010190-</a:t></a:r><a:r><a:t>1234</a:t></a:r></a:p>", true),
        ),
        ("f.pptx", zip("ppt/notesSlides/notesSlide1.xml", b"<a:p><a:r><a:t>010190-1234</a:t></a:r></a:p>", true)),
        ("f.odp", zip("content.xml", b"<text:p>010190-1234</text:p>", true)),
        ("f.txt", b"010190-1234".to_vec()),
        ("f.odt", zip("content.xml", b"<text:p>010190-<text:span>1234</text:span></text:p>", true)),
        ("f.pdf", pdf(shown, false)),
        ("f.pdf", pdf(shown, true)),
        ("f.pdf", [pdf(b"BT (Tekst) Tj ET", true), b"<< /Title (010190-1234) >>".to_vec()].concat()),
        ("f.jpg", b"\xff\xd8\xff\xe1<dc:title>010190-1234</dc:title>".to_vec()),
    ] {
        is_refused(&page(file).with(&format!("content/{file}"), &bytes), &format!("content/{file}"));
        // What no page links to is not published.
        let alone = Site::small().with(&format!("content/{file}"), &bytes).build();
        assert_eq!(of_numbers(&alone, CERTAIN).len(), 0);
    }
    for (file, bytes) in [
        ("f.svg", svg("<path d='M120190-1234'/><polyline points='120190-1234'/>")),
        ("f.svg", svg("<text>120190</text><text>1234</text>")),
        ("f.xlsx", zip("xl/worksheets/sheet1.xml", b"<row><c><v>120190</v></c><c><v>1234</v></c></row>", true)),
        ("f.pdf", pdf(b"BT (120190) Tj 0 -14 Td (1234) Tj ET", true)),
    ] {
        let outcome = page(file).with(&format!("content/{file}"), &bytes).build();
        assert_eq!(outcome.codes(), [""; 0], "{file}: {:#?}", outcome.built.findings);
    }
}

#[test]
fn an_attachment_that_cannot_be_read_is_told() {
    for (file, bytes) in
        [("f.pdf", pdf(b"BT <00130014> Tj ET", true)), ("f.docx", b"\xd0\xcf\x11\xe0 encrypted".to_vec())]
    {
        let page = format!("+++\ntitle = \"Side\"\n+++\n[Bilag]({file})\n");
        let outcome = Site::small().with("content/side.md", page).with(&format!("content/{file}"), &bytes).build();
        assert_eq!(outcome.codes(), ["attachment-unread"], "{file}");
        assert!(outcome.built.is_publishable());
    }
}

/// Packs one file as a zip archive, stored or as a deflate stream.
pub fn zip(name: &str, text: &[u8], is_deflated: bool) -> Vec<u8> {
    let data = if is_deflated { deflated(text) } else { text.to_vec() };
    let method: u16 = if is_deflated { 8 } else { 0 };
    let size = |bytes: &[u8]| u32::try_from(bytes.len()).expect("small").to_le_bytes();
    let name_len = u16::try_from(name.len()).expect("small").to_le_bytes();
    let sum = !text.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| sum >> 1 ^ if sum & 1 == 1 { 0xedb8_8320 } else { 0 })
    });
    let local = [
        b"PK\x03\x04\x14\0\0\0".as_slice(),
        &method.to_le_bytes(),
        &[0; 4],
        &sum.to_le_bytes(),
        &size(&data),
        &size(text),
        &name_len,
        &[0; 2],
        name.as_bytes(),
        &data,
    ]
    .concat();
    let entry = [
        b"PK\x01\x02\x14\0\x14\0\0\0".as_slice(),
        &method.to_le_bytes(),
        &[0; 4],
        &sum.to_le_bytes(),
        &size(&data),
        &size(text),
        &name_len,
        &[0; 16],
        name.as_bytes(),
    ]
    .concat();
    let end = [b"PK\x05\x06\0\0\0\0\x01\0\x01\0".as_slice(), &size(&entry), &size(&local), &[0; 2]].concat();
    [local, entry, end].concat()
}

/// Wraps bytes in one deflate block that stores them.
fn deflated(bytes: &[u8]) -> Vec<u8> {
    let len = u16::try_from(bytes.len()).expect("small");
    [&[1_u8] as &[u8], &len.to_le_bytes(), &(!len).to_le_bytes(), bytes].concat()
}

/// Makes what a reader of PDF needs to find a stream.
pub fn pdf(stream: &[u8], is_deflated: bool) -> Vec<u8> {
    let data = if is_deflated {
        [b"\x78\x01".as_slice(), &deflated(stream), &adler(stream)].concat()
    } else {
        stream.to_vec()
    };
    let filter = if is_deflated { " /Filter /FlateDecode" } else { "" };
    let head = format!("%PDF-1.7\n1 0 obj\n<< /Length {}{filter} >>\nstream\n", data.len());
    [head.as_bytes(), &data, b"\nendstream\nendobj\n"].concat()
}

fn adler(bytes: &[u8]) -> [u8; 4] {
    let (low, high) = bytes.iter().fold((1_u32, 0_u32), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65_521;
        (low, (high + low) % 65_521)
    });
    (high << 16 | low).to_be_bytes()
}

#[test]
fn no_message_of_another_kind_shows_a_number() {
    for (file, text) in [
        ("content/side.md", "+++\ntitle = \"Side\"\n\"010190-1234\" = 1\n+++\nTekst.\n".to_owned()),
        ("content/side.md", "+++\ntitle = \"Side 010190-1234\"\ntitel = \"Side\"\n+++\nTekst.\n".to_owned()),
        ("content/side.md", "+++\ntitle = \"010190-1234\n+++\nTekst.\n".to_owned()),
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\n[Væk](010190-1234.md)\n".to_owned()),
        ("content/plans/a/measures/01.md", "+++\ntitle = \"A\"\nowner = \"010190-1234\"\n+++\n".to_owned()),
        ("content/plans/a/measures/01.md", "+++\ntitle = \"A\"\ndue = \"010190-1234\"\n+++\n".to_owned()),
        ("content/plans/a/measures/01.md", "+++\ntitle = \"A\"\nrequired = \"010190-1234\"\n+++\n".to_owned()),
        ("content/plans/a/measures/010190-1234.txt", "Tekst".to_owned()),
        // Cut short, the half of a number would not be known for one.
        ("content/side.md", format!("+++\ntitle = \"Side\"\n\"{}010190-1234\" = 1\n+++\nTekst.\n", "x".repeat(30))),
        ("content/side.md", format!("+++\ntitle = \"{}010190-1234\"\ntitel = \"\"\n+++\n", "x".repeat(183))),
        ("content/side.md", format!("+++\n{}= 1\n+++\n", format!("{}010190-1234 ", "x".repeat(66)).repeat(4))),
    ] {
        let site = Site::small().with(file, text);
        let outcome = site.check();
        assert!(!outcome.findings.is_empty(), "{file}");
        for part in [SERIAL, "123\"", "123…", "90-12…"] {
            assert_eq!(printed(&outcome.findings, part), [""; 0], "{file}");
        }
        let diff = Site::small().diff(&site);
        let html = changes::html(&diff.changes, &diff.locale).expect("a page");
        let told = [
            changes::text(&diff.changes, &diff.locale),
            changes::markdown(&diff.changes, &diff.locale),
            changes::json(&diff.changes),
            html,
        ];
        assert!(told.iter().all(|text| !text.contains("-1234") && !text.contains("901234")), "{file}: {told:#?}");
    }
}

/// Returns what a comparison tells, in all its layouts.
fn layouts(diff: &fremdrift::pipeline::SiteDiff) -> [String; 4] {
    [
        changes::text(&diff.changes, &diff.locale),
        changes::markdown(&diff.changes, &diff.locale).replace("&#42;", "*"),
        changes::html(&diff.changes, &diff.locale).expect("a page"),
        changes::json(&diff.changes),
    ]
}

#[test]
fn a_comparison_tells_no_number_as_an_amount() {
    const DECLARED: &str = "title = \"Drift\"\nunit = \"kr.\"\nsign = \"cost\"\n[columns]\nrevised = { title = \"Budget\" }\nforecast = { title = \"Forventet\" }\n";
    const TABLE: &str = "content/plans/a/tables/drift.csv";
    const MEASURE: &str = "content/plans/a/measures/01.md";
    const INDICATORS: &str = "content/plans/a/indicators.toml";
    const BASELINE: &str = "[fam]\ntitle = \"Familier\"\nunit = \"familier\"\nbaseline = { date = \"2019\", value = 8 }\nreadings = { 2018 = { between = [\"1\", \"9\"] } }\n";
    let plain = Site::small()
        .with(INDICATORS, BASELINE)
        .with("content/plans/a/tables/drift.toml", DECLARED)
        .with(TABLE, "row;label;kind;revised;forecast\na;Sag;;7;9\n")
        .with(MEASURE, "+++\nnumber = \"1\"\ntitle = \"Takster\"\nrequired = 25\n+++\n");
    let cell = |text: &str| plain.clone().with(TABLE, format!("row;label;kind;revised;forecast\na;Sag;;7;{text}\n"));
    let total = format!("row;label;kind;revised;forecast\na;Sag;;7;{}\nt;I alt;total;7;101901234\n", "0101901234");
    for with in [
        cell("0101901234"),
        cell("0101901234 kr."),
        cell("ca. 0101901234"),
        cell("010190 1234"),
        cell(NUMBER),
        plain.clone().with(TABLE, total),
        plain.clone().with(MEASURE, "+++\nnumber = \"1\"\ntitle = \"Takster\"\nrequired = \"0101901234\"\n+++\n"),
        plain.clone().edit(INDICATORS, "value = 8", "value = \"0101901234\""),
        plain.clone().edit(INDICATORS, "\"9\"", "\"0101901234\""),
    ] {
        for (before, after) in [(&plain, &with), (&with, &plain)] {
            let diff = before.diff(after);
            for told in layouts(&diff) {
                let digits: String = told.chars().filter(char::is_ascii_digit).collect();
                let bare = told.replace(['.', '\u{a0}', ' ', '-'], "");
                assert!(!digits.contains("01901234") && !bare.contains("01901234"), "{told}");
                assert!(told.contains("010190") && told.contains("****"), "that something is there is told: {told}");
            }
            assert_eq!((diff.changes.totals.len(), diff.changes.levels.len()), (0, 0), "no total without its part");
            let found = diff.changes.findings.iter().filter(|finding| finding.code.ends_with(CERTAIN)).count();
            assert_eq!(
                found > 0,
                std::ptr::eq(after, &with),
                "only what is new is found: {:#?}",
                diff.changes.findings
            );
        }
    }
    // A number of which the site says that it is none is an amount.
    let salted = plain.clone().append("site.toml", "\n[personal_numbers]\nsalt = \"seksten tegn af vores egne\"\n");
    let found = salted.clone().with(TABLE, "row;label;kind;revised;forecast\na;Sag;;7;0101901234\n").build();
    let help = of_numbers(&found, CERTAIN).first().and_then(|finding| finding.help.clone()).expect("a cure");
    let entry = help.split('`').find(|quoted| quoted.starts_with("{ hash")).expect("an entry");
    let allowed = salted.append("site.toml", &format!("allowed = [ {entry} ]\n"));
    let after = allowed.clone().with(TABLE, "row;label;kind;revised;forecast\na;Sag;;7;0101901234\n");
    let diff = allowed.diff(&after);
    assert!(changes::json(&diff.changes).contains("101901234"), "{}", changes::json(&diff.changes));
    assert_eq!(diff.changes.findings.iter().filter(|finding| finding.code == CERTAIN).count(), 0);
}

#[test]
fn a_comparison_finds_the_numbers_that_a_check_finds() {
    for (file, text) in [
        ("content/side.md", "+++\ntitle = \"Side\"\n+++\nBorgeren 010190-1234 er visiteret.\n"),
        ("content/owners.toml", "[chef]\ntitle = \"Centerchef\"\ncontact = \"010190-1234\"\n"),
        ("content/plans/a/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Sag 010190-1234\"\n+++\n"),
        ("content/plans/a/measures/010190-1234.md", "+++\ntitle = \"Tiltag\"\n+++\n"),
    ] {
        let diff = Site::small().diff(&Site::small().with(file, text));
        assert!(diff.changes.findings.iter().any(|finding| finding.code == CERTAIN), "{file}");
        for told in layouts(&diff) {
            assert!(!told.contains("-1234") && told.contains("****"), "{file}: {told}");
        }
    }
    // Of what is hidden nothing is said.
    let closed = "+++\nnumber = \"9\"\ntitle = \"Sag\"\nvisibility = \"closed\"\n+++\nBorger 010190-1234.\n";
    let diff = Site::small().diff(&Site::small().with("content/plans/a/measures/010190-1234.md", closed));
    assert_eq!(diff.changes.findings, []);
}

#[test]
fn the_hash_of_a_message_allows_the_number_and_no_other() {
    const SALT: &str = "\n[personal_numbers]\nsalt = \"seksten tegn af vores egne\"\n";
    let side = "+++\ntitle = \"Side\"\n+++\nKonto 010190-1234.\n";
    let without = Site::small().with("content/side.md", side);
    let first = without.build();
    let help = of_numbers(&first, CERTAIN).first().and_then(|finding| finding.help.clone()).expect("a cure");
    assert!(help.contains("salt") && !help.contains("hash"), "without a salt a hash could be tried: {help}");

    let salted = without.append("site.toml", SALT);
    let help = of_numbers(&salted.build(), CERTAIN).first().and_then(|finding| finding.help.clone()).expect("a cure");
    assert!(!help.contains("vores egne"), "the salt is nobody's business: {help}");
    // The cure as it is quoted, applied.
    let entry = help.split('`').find(|quoted| quoted.starts_with("{ hash")).expect("an entry");
    let allowed = salted.clone().append("site.toml", &format!("allowed = [ {entry} ]\n"));
    let outcome = allowed.build();
    assert_eq!(outcome.codes(), [""; 0], "{:#?}", outcome.built.findings);
    assert!(!outcome.traces(NUMBER).is_empty(), "it is published");
    assert_eq!(outcome.traces("vores egne"), [""; 0], "the salt is not");
    // However it is written it is the same number; another number is another one.
    for (text, is_allowed) in
        [("0101901234", true), ("010190 1234", true), ("010190-1235", false), ("020190-1234", false)]
    {
        let site = allowed.clone().with("content/side.md", side.replace(NUMBER, text));
        assert_eq!(site.check().is_publishable(), is_allowed, "{text}");
    }
    let resalted = allowed.edit("site.toml", "seksten tegn", "sytten tegn");
    assert!(!resalted.check().is_publishable(), "a hash is worth nothing under another salt");
    // What changes a salt tells nobody of it.
    let diff = salted.diff(&resalted);
    assert!(!changes::json(&diff.changes).contains("vores egne"));
}

#[test]
fn a_salt_and_a_hash_must_be_worth_something() {
    let with = |lines: &str| Site::small().append("site.toml", &format!("\n[personal_numbers]\n{lines}\n")).build();
    assert_eq!(with("salt = \"kort\"").codes(), ["short-salt"]);
    assert_eq!(with("allowed = []").codes(), ["missing-key"]);
    let entry = |hash: &str| {
        format!("salt = \"seksten tegn af vores egne\"\nallowed = [ {{ hash = \"{hash}\", reason = \"x\" }} ]")
    };
    assert_eq!(with(&entry("abc")).codes(), ["not-a-number-hash"]);
    assert_eq!(with(&entry(&"z".repeat(32))).codes(), ["not-a-number-hash"]);
    assert_eq!(with(&entry(NUMBER)).codes(), ["not-a-number-hash", CERTAIN]);
    assert_eq!(with(&entry(&"a".repeat(32))).codes(), [""; 0]);
}

#[test]
fn what_only_may_be_a_number_is_a_warning() {
    for text in ["2110621233", "211062.1233", "21 10 62 1233", "1234 2110621232"] {
        let outcome =
            Site::small().with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\nSe {text}.\n")).build();
        assert_eq!(outcome.codes(), ["possible-personal-number"], "{text}");
        assert!(outcome.built.is_publishable());
        assert_eq!(printed(&outcome.built.findings, "123"), [""; 0]);
    }
}

#[test]
fn of_what_is_hidden_nothing_is_said() {
    let closed = "+++\ntitle = \"Sag\"\nvisibility = \"closed\"\n+++\nBorger 010190-1234.\n";
    let measure = "+++\nnumber = \"9\"\ntitle = \"Sag\"\nvisibility = \"closed\"\n+++\nBorger 010190-1234.\n";
    let embargoed = "+++\nlevel = \"Alt OK\"\nembargo = 2030-01-01\n+++\nBorger 010190-1234.\n";
    for (file, text) in [
        ("content/side.md", closed),
        ("content/plans/a/measures/09.md", measure),
        ("content/plans/a/measures/010190-1234.md", measure),
        ("content/plans/a/updates/2020-06-30/01.md", embargoed),
        ("content/plans/a/updates/2020-07-31/01.md", "+++\nlevel = \"Alt OK\"\n+++\nBorger 010190-1234.\n"),
    ] {
        let outcome = Site::small().with(file, text).build();
        assert_eq!(outcome.codes(), [""; 0], "{file}");
        assert_eq!(outcome.traces(SERIAL), [""; 0]);
    }
    // What its public title says is shown.
    let title = measure.replace("visibility", "public_title = \"Sag 010190-1234\"\nvisibility");
    is_refused(&Site::small().with("content/plans/a/measures/09.md", &title), "content/plans/a/measures/09.md");
    // Beside a closed one whose title says nothing.
    let (clean, other) = (title.replace("Sag 010190-1234", "Sag"), "content/plans/a/measures/10.md");
    let open = "+++\nnumber = \"10\"\ntitle = \"Sag\"\n+++\nBorger 010190-1234.\n";
    is_refused(&Site::small().with("content/plans/a/measures/09.md", clean).with(other, open), other);
    // Whoever may see it is told.
    let inside = Site::small().with("content/side.md", closed).audience(fremdrift::content::Audience::Closed);
    is_refused(&inside, "content/side.md");
}

#[test]
fn an_edition_publishes_no_number_again() {
    let then = past::site().with("content/side.md", "+++\ntitle = \"Side\"\n+++\nBorger 010190-1234.\n");
    let repo =
        Story::default().commit("2020-07-01", &then).tag("udgave/2020-06").commit("2020-07-02", &past::site()).told();
    let today = past::site().append("site.toml", CUT);
    let outcome = past::build(&repo, &today);
    let found = of_numbers(&outcome, "personal-number-in-edition");
    assert_eq!(found.len(), 1, "{:#?}", outcome.built.findings);
    assert!(found.iter().all(|found| found.message.contains(MASKED) && found.message.contains("content/side.md:4")));
    assert!(!outcome.built.is_publishable());
    assert_eq!(printed(&outcome.built.findings, SERIAL), [""; 0]);
    // Today's site decides what may be published, not that of then.
    let allowed = today.append("site.toml", "\n[personal_numbers]\nsalt = \"seksten tegn af vores egne\"\n");
    let help = of_numbers(&past::build(&repo, &allowed), "personal-number-in-edition")
        .first()
        .and_then(|found| found.help.clone());
    let help = help.expect("a cure");
    let entry = help.split('`').find(|quoted| quoted.starts_with("{ hash")).expect("an entry").to_owned();
    let outcome = past::build(&repo, &allowed.append("site.toml", &format!("allowed = [ {entry} ]\n")));
    assert_eq!(outcome.codes(), [""; 0], "{:#?}", outcome.built.findings);
}

#[test]
fn the_history_tells_no_number() {
    const MEASURE: &str = "content/plans/a/measures/01.md";
    let titled = |title: &str| past::site().edit(MEASURE, "Takster", title);
    let text = "\n[history]\nshow = [\"text\", \"message\"]\n";
    for (then, today) in [
        // A title that was corrected, a record that is gone, a label of a row, an old id, an old text.
        (titled("Sag 010190-1234"), past::site()),
        (past::site().with("content/plans/a/measures/02.md", "+++\ntitle = \"Sag 010190-1234\"\n+++\n"), past::site()),
        (past::site().with("content/plans/a/measures/010190-1234.md", "+++\ntitle = \"Sag\"\n+++\n"), past::site()),
        (
            past::site()
                .append("site.toml", text)
                .edit(MEASURE, "+++\n", "+++\n")
                .append(MEASURE, "Borger 010190-1234.\n"),
            past::site().append("site.toml", text).append(MEASURE, "Borger.\n"),
        ),
    ] {
        let story = Story::default().commit("2020-07-01", &then).commit("2020-07-02", &today).tag("ren");
        let outcome = past::build(&story.told(), &today);
        let found = of_numbers(&outcome, "personal-number-in-history");
        assert!(!found.is_empty(), "{:#?}", outcome.built.findings);
        assert!(found.iter().all(|found| found.severity == Severity::Error && found.message.contains(MASKED)));
        assert_eq!(printed(&outcome.built.findings, SERIAL), [""; 0]);
        // The cure that the message names.
        let since = match today.files().iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains("[history]")) {
            true => today.clone().edit("site.toml", "[history]", "[history]\nsince = \"ren\""),
            false => today.clone().append("site.toml", "\n[history]\nsince = \"ren\"\n"),
        };
        let outcome = past::build(&story.told(), &since);
        assert_eq!(outcome.codes(), [""; 0], "{:#?}", outcome.built.findings);
        assert_eq!(outcome.traces(SERIAL), [""; 0]);
    }
    // What only may be a number it tells, and one of which the site says that it is none.
    let corrected = |title: &str, today: &Site| {
        let then = today.clone().edit(MEASURE, "Takster", title);
        past::build(&Story::default().commit("2020-07-01", &then).commit("2020-07-02", today).told(), today)
    };
    let doubtful = corrected("Sag 2110621233", &past::site());
    assert_eq!(of_numbers(&doubtful, "personal-number-in-history").len(), 0, "{:#?}", doubtful.built.findings);
    let salted = past::site().append("site.toml", "\n[personal_numbers]\nsalt = \"seksten tegn af vores egne\"\n");
    let refused = corrected("Sag 010190-1234", &salted);
    let help = of_numbers(&refused, "personal-number-in-history").first().and_then(|found| found.help.clone());
    let help = help.expect("a cure");
    let entry = help.split('`').find(|quoted| quoted.starts_with("{ hash")).expect("an entry");
    let allowed = corrected("Sag 010190-1234", &salted.append("site.toml", &format!("allowed = [ {entry} ]\n")));
    assert_eq!(allowed.codes(), [""; 0], "{:#?}", allowed.built.findings);
}

#[test]
fn what_is_redacted_of_the_past_is_no_number() {
    let then = past::site().edit("content/plans/a/measures/01.md", "Takster", "Sag 010190-1234");
    let story = Story::default().commit("2020-07-01", &then).tag("udgave/2020-06").commit("2020-07-02", &past::site());
    for (redact, is_published) in [("a/01#title", true), ("a/01", true), ("a/01#required", false)] {
        let today = past::site().append("site.toml", &format!("\n[history]\nredact = [ \"{redact}\" ]\n{CUT}"));
        let outcome = past::build(&story.told(), &today);
        assert_eq!(outcome.built.is_publishable(), is_published, "{redact}: {:#?}", outcome.built.findings);
        assert!(!is_published || outcome.traces(SERIAL).is_empty(), "{redact}");
    }
}

#[test]
fn a_message_of_a_commit_loses_its_number() {
    let shows = past::site().append("site.toml", "\n[history]\nshow = [\"message\"]\n");
    let second = |day: i64| 1_593_600_000 + day * 86_400;
    let changed = shows.clone().edit(past::STATUS, "1,25", "1,20");
    let repo = Story::default()
        .commit_as("Test <test@example.dk>", second(0), "Først", changed.files())
        .commit_as("Test <test@example.dk>", second(1), "Ret sag 010190-1234 i dag", shows.files())
        .told();
    let outcome = past::build(&repo, &shows);
    assert_eq!(outcome.codes(), [""; 0]);
    assert_eq!(outcome.traces("010190"), [""; 0]);
    assert!(!outcome.traces("Ret sag … i dag").is_empty(), "the message is shown");
}

#[test]
fn nothing_is_found_where_nothing_is() {
    for site in ["tests/sites/budget", "tests/sites/indicators", "tests/sites/savings", "tests/sites/one-file-theme"] {
        let outcome = Site::folder(site).build();
        let found = outcome.codes().into_iter().filter(|code| code.contains("personal-number")).count();
        assert_eq!(found, 0, "{site}");
    }
    let files = ["content", "src/locale/words", "docs", "themes"];
    let texts = files.iter().flat_map(|folder| crate::support::disk::files(&project().join(folder)));
    for (path, bytes) in texts.filter(|(path, _)| !path.contains("confidentiality")) {
        let found = personal_numbers(&String::from_utf8_lossy(&bytes));
        assert_eq!(found, [], "{path}");
    }
}

/// Throws a number of some kind.
type Throw<'t> = &'t dyn Fn(&mut Dice) -> String;

/// How many in 10,000 random numbers of a kind are taken for personal numbers: for certain, and perhaps.
fn false_alarms(seed: u64, number: impl Fn(&mut Dice) -> String) -> (usize, usize) {
    let mut dice = Dice::new(seed);
    let found: Vec<Certainty> = (0..10_000)
        .flat_map(|_| personal_numbers(&format!("Se {} igen.", number(&mut dice))))
        .map(|found| found.certainty)
        .collect();
    let certain = found.iter().filter(|certainty| **certainty == Certainty::Certain).count();
    (certain, found.len() - certain)
}

/// The rates that `docs/confidentiality.md` states. Of random ten digits 3.65 % begin with a date; of these one in eleven has
/// a check digit that holds, and one in 365 is of 1 January. All other kinds have signs, words or a length of their own.
#[test]
fn false_alarms_are_as_rare_as_is_said() {
    let digits = |dice: &mut Dice, count: usize| {
        (0..count).map(|_| char::from(b'0' + u8::try_from(dice.below(10)).expect("a digit"))).collect::<String>()
    };
    let (certain, doubtful) = false_alarms(1, |dice| digits(dice, 10));
    assert!(certain <= 40, "{certain} of 10,000 bare numbers of ten digits are an error");
    assert!(doubtful <= 400, "{doubtful} of 10,000 bare numbers of ten digits are a warning");
    assert!(certain > 10 && doubtful > 200, "fewer would mean that numbers are missed: {certain}, {doubtful}");
    let day = |dice: &mut Dice, sign: &str| {
        let (day, month, year) = (dice.below(28) + 1, dice.below(12) + 1, dice.below(30) + 2000);
        format!("{day:02}{sign}{month:02}{sign}{year}")
    };
    let kinds: [(&str, Throw); 16] = [
        ("a date and an amount", &|dice| format!("{} {}", day(dice, "-"), dice.below(9_000) + 1_000)),
        ("a date and a year", &|dice| format!("{} - {}", day(dice, "."), dice.below(60) + 1990)),
        ("a date and an amount in brackets", &|dice| format!("{} ({})", day(dice, "."), digits(dice, 4))),
        ("a telephone number and a postal code", &|dice| format!("{} {}", digits(dice, 8), digits(dice, 4))),
        ("an account with its bank", &|dice| format!("{} {}", digits(dice, 4), digits(dice, 10))),
        ("an account that is called one", &|dice| format!("kontonr. {}", digits(dice, 10))),
        ("an EAN number", &|dice| format!("57980{}", digits(dice, 8))),
        ("an EAN number in groups", &|dice| {
            format!("5798 {} {} {}", digits(dice, 4), digits(dice, 4), digits(dice, 1))
        }),
        ("a telephone number", &|dice| digits(dice, 8)),
        ("a telephone number in pairs", &|dice| {
            format!("{} {} {} {}", digits(dice, 2), digits(dice, 2), digits(dice, 2), digits(dice, 2))
        }),
        ("a telephone number with its country", &|dice| format!("+45{}", digits(dice, 8))),
        ("an amount", &|dice| {
            format!("{}.{}.{}.{} kr.", dice.below(9) + 1, digits(dice, 3), digits(dice, 3), digits(dice, 3))
        }),
        ("an amount of ten digits", &|dice| format!("{} kr.", digits(dice, 10))),
        ("an amount with decimals", &|dice| format!("{},{}", digits(dice, 6), digits(dice, 2))),
        ("a case number", &|dice| format!("27.03.00-G01-{}-{}", dice.below(900), dice.below(30))),
        ("an id of hexadecimal digits", &|dice| {
            format!("{:08x}-{:04x}-{:04x}", dice.below(1 << 32), dice.below(1 << 16), dice.below(1 << 16))
        }),
    ];
    for (kind, number) in kinds {
        let (certain, doubtful) = false_alarms(2, number);
        assert_eq!(certain, 0, "{kind}: errors in 10,000");
        assert!(doubtful <= 40, "{kind}: {doubtful} warnings in 10,000");
    }
}

#[test]
fn a_number_over_two_lines_is_refused_or_told() {
    let with = |words: &str| {
        Site::small()
            .with("content/plans/a/measures/01.md", format!("+++\nnumber = \"1\"\ntitle = \"Takster\"\n+++\n{words}\n"))
    };
    for words in
        ["Borgeren 010190-\n1234 har klaget.", "Borgeren 010190\u{2013}\n  1234.", "> 010190-\r\n1234 har klaget"]
    {
        is_refused(&with(words), "content/plans/a/measures/01.md");
    }
    // Without a sign between them the check digit has to bear it out, and 1 January has none.
    let told = with("Borgeren 010190\n1234 har klaget.").build();
    assert_eq!(of_numbers(&told, "possible-personal-number").len(), 1, "{:#?}", told.built.findings);
    assert_eq!(printed(&told.built.findings, SERIAL), [""; 0]);
    for words in [
        "I alt 010190\n\n1234 kr. mere.",
        "I alt 1.010190\n1234 kr.",
        "Beløbet 991390\n1234",
        "Beløbet 010190\n12345",
        "Beløbet 010190\n1234,5 kr.",
        "Beløbet 0010190\n1234 kr.",
    ] {
        let outcome = with(words).check();
        let of_it = outcome.findings.iter().filter(|finding| finding.code.contains("personal-number"));
        assert_eq!(of_it.count(), 0, "{words:?}: {:#?}", outcome.findings);
    }
}
