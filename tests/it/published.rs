//! The second look: whatever hides fails, a published folder that holds a hidden text is found out.

use fremdrift::{
    content::Audience,
    diag::Finding,
    locale::Language,
    pipeline::{self, PublishedLook},
    value::RelPath,
};

use crate::{
    past,
    support::{
        Outcome, Site, disk,
        git::{Story, folder},
    },
};

const SECRET: &str = "published-secret";
const NUMBER: &str = "published-personal-number";

/// A site with something hidden of every kind: by a mark, by what it lies in, by what it belongs to, by its date.
fn site() -> Site {
    Site::small()
        .with("content/plans/a/measures/07.md", "+++\nnumber = \"7\"\ntitle = \"Salg af rådhuset på Torvet\"\nvisibility = \"closed\"\n+++\nKøberen har budt over vurderingen, men vil først overtage til foråret.\n")
        .with("content/plans/a/measures/08.md", "+++\nnumber = \"7.a\"\ntitle = \"Flytning af byrådssalen\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/07.md", "+++\nlevel = \"ok\"\n+++\nForhandlingerne strandede på prisen i maj.\n")
        .with("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"ok\"\nembargo = 2030-01-01\n+++\nTaksterne stiger alligevel ikke til nytår.\n")
        .with("content/plans/a/updates/2020-07-31/index.md", "+++\nlevel = \"ok\"\n+++\nSommeren gav et uventet overskud på driften.\n")
        .with("content/plans/a/indicators.toml", "[salg]\ntitle = \"Kvadratmeter der er solgt\"\nmeasure = \"07\"\nunit = \"m2\"\n\n[budt]\ntitle = \"Antallet af hemmelige bud\"\nvisibility = \"internal\"\nunit = \"bud\"\n\n[sager]\ntitle = \"Sager som alle kan se\"\nunit = \"sager\"\n")
        .with("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"Overdragelse af nøglerne sker\"\ndue = \"2021\"\nvisibility = \"closed\"\n\n[milestones.2]\ntitle = \"Taksterne er vedtaget\"\ndue = \"2021\"\n")
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[milestones.1]\nnote = \"Nøglerne mangler endnu en kopi\"\n[milestones.2]\nnote = \"Vedtaget af et enigt byråd\"\n+++\n")
        .with("content/plans/a/tables/pris.toml", "title = \"Bud på ejendommen\"\nvisibility = \"closed\"\n[columns]\nforecast = { title = \"Forventet salgspris\" }\n")
        .with("content/plans/a/tables/pris.csv", "row;label;forecast\na;Ejendomsselskabet Fortuna;1,0\n")
        .with("content/plans/b/plan.md", "+++\ntitle = \"Lukning af svømmehallen\"\nkind = \"savings\"\nvisibility = \"closed\"\npublic_title = \"Et lukket punkt på dagsordenen\"\n+++\nHallen lukker efter sommerferien.\n")
        .with("content/plans/b/measures/01.md", "+++\ntitle = \"Opsigelse af livredderne\"\n+++\n")
        .with("content/lukket/index.md", "+++\ntitle = \"Notat\"\nvisibility = \"internal\"\n+++\nUdkast til svar.\n")
        .with("content/lukket/bilag.md", "+++\ntitle = \"Bilag til notatet om skolerne\"\n+++\nSkolerne lægges sammen.\n")
}

/// Where each of the hidden texts stands, with words of it.
const HIDDEN: [(&str, &str); 16] = [
    ("content/plans/a/measures/07.md:3", "Salg af rådhuset på Torvet"),
    ("content/plans/a/measures/07.md:6", "vil først overtage til foråret"),
    ("content/plans/a/measures/08.md:3", "Flytning af byrådssalen"),
    ("content/plans/a/updates/2020-06-30/07.md:4", "Forhandlingerne strandede på prisen i maj"),
    ("content/plans/a/updates/2020-06-30/01.md:5", "Taksterne stiger alligevel ikke til nytår"),
    ("content/plans/a/updates/2020-07-31/index.md:4", "Sommeren gav et uventet overskud"),
    ("content/plans/a/indicators.toml:2", "Kvadratmeter der er solgt"),
    ("content/plans/a/indicators.toml:7", "Antallet af hemmelige bud"),
    ("content/plans/a/milestones.toml:2", "Overdragelse af nøglerne sker"),
    ("content/plans/a/updates/2020-06-30/index.md:3", "Nøglerne mangler endnu en kopi"),
    ("content/plans/a/tables/pris.toml:1", "Bud på ejendommen"),
    ("content/plans/a/tables/pris.csv:2", "Ejendomsselskabet Fortuna"),
    ("content/plans/b/plan.md:2", "Lukning af svømmehallen"),
    ("content/plans/b/measures/01.md:2", "Opsigelse af livredderne"),
    ("content/lukket/bilag.md:2", "Bilag til notatet om skolerne"),
    ("content/lukket/bilag.md:4", "Skolerne lægges sammen"),
];

/// Looks through files as those of a site.
fn look(site: &Site, files: &[(String, Vec<u8>)]) -> PublishedLook {
    let mut files = files.iter().map(|(path, bytes)| Ok((RelPath::new(path.as_str()).expect("a path"), bytes.clone())));
    pipeline::check_published(&site.input(), &mut files).expect("a look that runs through")
}

fn files(outcome: &Outcome) -> Vec<(String, Vec<u8>)> {
    outcome.files.iter().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect()
}

fn found(look: &PublishedLook) -> Vec<(&'static str, &str, u32)> {
    look.built.findings.iter().map(|found| (found.code, found.path.as_str(), found.line)).collect()
}

#[test]
fn what_is_published_holds_nothing_that_is_hidden() {
    let outcome = site().build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let look = look(&site(), &files(&outcome));
    assert_eq!(found(&look), []);
    assert!(look.texts > 20 && look.files > 10, "{} texts, {} files", look.texts, look.files);
}

#[test]
fn a_leak_of_each_kind_is_found_with_its_place_and_never_quoted() {
    for (source, words) in HIDDEN {
        let lower = words.to_lowercase();
        for (file, text) in [
            ("planer/a/index.html", format!("<p>Tekst</p>\n<p>{words}</p>")),
            ("planer/a/index.html", format!("<p>Tekst</p>\n<p>{}</p>", words.replace(' ', "</em> <em>"))),
            ("planer/a/index.html", format!("<p>Tekst</p>\n<img alt=\"{words}\">")),
            ("planer/a/index.html", format!("<p>Tekst</p>\n<!-- {words} -->")),
            ("planer/a/index.html", format!("\n<h2 id=\"{}\">", lower.replace(' ', "-"))),
            ("tal/diagram.svg", format!("<svg>\n<text><tspan>{words}</tspan></text></svg>")),
            (
                "feed.xml",
                format!("<feed>\n<title>{}</title></feed>", words.replace('å', "&#229;").replace('ø', "&#xf8;")),
            ),
            ("search.json", format!("{{\n\"t\":\"{}\"}}", words.replace('å', "\\u00e5").replace('ø', "\\u00f8"))),
            ("noter.txt", format!("\n{}", words.to_uppercase())),
            ("noter.txt", format!("\nhttps://x/{}", words.replace(' ', "%20").replace('å', "%C3%A5"))),
        ] {
            let look = look(&site(), &[(file.to_owned(), text.clone().into_bytes())]);
            assert_eq!(found(&look), [(SECRET, file, 2)], "{source}: {text}");
            let finding = look.built.findings.first().expect("one");
            assert!(finding.message.contains(source), "{source}: {}", finding.message);
            assert!(finding.help.is_some() && finding.excerpt.is_empty());
            let json = serde_json::to_string(finding).expect("data").to_lowercase();
            assert!(!json.contains(&lower), "{json}");
        }
        // As an address.
        let path = format!("planer/{}/index.html", lower.replace(' ', "-"));
        assert_eq!(look(&site(), &[(path, Vec::new())]).built.counts.errors, 1, "{words}");
    }
    let packed = "data:text/plain;base64,U2FsZyBhZiByw6VkaHVzZXQgcMOlIFRvcnZldA==".to_owned();
    assert_eq!(look(&site(), &[("a.css".into(), packed.into_bytes())]).built.counts.errors, 1);
}

/// Packs files as a program for archives does.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("a file");
        std::io::Write::write_all(&mut writer, bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn what_is_packed_is_looked_through_and_what_cannot_be_opened_is_told() {
    let secret = b"<t>Salg af</t><t>r\xc3\xa5dhuset p\xc3\xa5 Torvet</t>";
    let sheet = zipped(&[("xl/sharedStrings.xml", secret)]);
    let twice = zipped(&[("a.xlsx", &sheet)]);
    let named = zipped(&[("salg-af-r\u{e5}dhuset-p\u{e5}-torvet.txt", b"x")]);
    for bytes in [&sheet, &twice, &named] {
        let look = look(&site(), &[("planer/a/index.xlsx".to_owned(), bytes.clone())]);
        let codes: std::collections::BTreeSet<_> =
            found(&look).into_iter().map(|(code, path, _)| (code, path)).collect();
        assert_eq!(codes.into_iter().collect::<Vec<_>>(), [(SECRET, "planer/a/index.xlsx")]);
    }
    let harmless = zipped(&[("a.txt", b"Taksterne er forhandlet")]);
    assert_eq!(found(&look(&site(), &[("a.zip".to_owned(), harmless.clone())])), []);
    // Damaged, cut off, packed deeper than anybody packs.
    let mut damaged = harmless.clone();
    damaged.iter_mut().skip(35).take(20).for_each(|byte| *byte ^= 0x55);
    let cut = harmless[..harmless.len() - 10].to_vec();
    // Of two files of one name a program opens either.
    let mut doubled = zipped(&[("a.txt", secret), ("b.txt", b"Taksterne er forhandlet")]);
    for at in 0..doubled.len() {
        if doubled[at..].starts_with(b"b.txt") {
            doubled[at] = b'a';
        }
    }
    let deep = (0..5).fold(harmless, |inner, _| zipped(&[("a.zip", &inner)]));
    for bytes in [damaged, cut, doubled, deep, b"PK\x03\x04".to_vec()] {
        let look = look(&site(), &[("a.zip".to_owned(), bytes)]);
        assert_eq!(found(&look), [("published-unreadable", "a.zip", 0)]);
        assert!(look.built.findings[0].help.is_some());
    }
}

#[test]
fn a_site_for_others_in_the_public_folder_is_found() {
    for audience in [Audience::Internal, Audience::Closed] {
        let inside = site().audience(audience).build();
        let look = look(&site(), &files(&inside));
        let sources: std::collections::BTreeSet<String> = look.built.findings.iter().map(source).collect();
        // Each hidden text that this audience may see.
        for (source, _) in HIDDEN.iter().filter(|(_, words)| !inside.traces(words).is_empty()) {
            let file = source.split(':').next().unwrap_or_default();
            assert!(sources.iter().any(|found| found.starts_with(file)), "{source} for {audience:?}: {sources:?}");
        }
        assert!(!sources.is_empty());
        assert_eq!(found(&self::look(&site().audience(audience), &files(&inside))), [], "for them it is right");
    }
    // So is one of a later date.
    let later = site().as_of("2020-12-31").build();
    assert!(look(&site(), &files(&later)).built.findings.iter().any(|found| source(found).contains("2020-07-31")));
}

fn source(finding: &Finding) -> String {
    finding
        .message
        .split_whitespace()
        .find(|word| word.starts_with("content/"))
        .unwrap_or_default()
        .trim_end_matches(',')
        .to_owned()
}

#[test]
fn what_is_shown_too_is_no_leak() {
    for text in [
        "Et lukket punkt på dagsordenen",
        "Sager som alle kan se",
        "Taksterne er vedtaget",
        "Vedtaget af et enigt byråd",
        "Taksterne stiger til nytår, ikke alligevel",
        "Salg af skolen på Torvet",
        "Lukning",
        "Notat",
    ] {
        assert_eq!(found(&look(&site(), &[("a.html".into(), text.as_bytes().to_vec())])), [], "{text}");
    }
    // Shown elsewhere, it is no secret.
    let elsewhere =
        site().with("content/side.md", "+++\ntitle = \"Side\"\n+++\nSe også: Salg af rådhuset på Torvet.\n");
    assert_eq!(found(&look(&elsewhere, &[("a.html".into(), "Salg af rådhuset på Torvet".into())])), []);
}

#[test]
fn a_personal_number_is_found_unless_it_is_allowed() {
    for text in ["010190-1234", "010190 1234", "010190\u{a0}1234", "010190–1234", "010190&#8211;1234", "2110621232"] {
        let files = [("a.html".to_owned(), format!("<p>\n{text}</p>").into_bytes())];
        let look = look(&Site::small().messages(Language::English), &files);
        assert_eq!(found(&look), [(NUMBER, "a.html", 2)], "{text}");
        assert!(
            look.built.findings.iter().all(|found| !found.message.contains("123") && found.message.contains("-****"))
        );
    }
    assert_eq!(look(&Site::small(), &[("010190-1234.html".into(), Vec::new())]).built.counts.errors, 1);
    for text in
        ["320190-1234", "120190,1234", "2020-06-30", "2110621233", "1120190-1234", "a2110621232", "120190</td><td>1234"]
    {
        assert_eq!(found(&look(&Site::small(), &[("a.html".into(), text.as_bytes().to_vec())])), [], "{text}");
    }
    let salt = "seksten tegn af vores egne";
    let hash = fremdrift::value::personal_numbers("010190-1234").first().expect("one").number.hash(salt);
    let entry =
        format!("\n[personal_numbers]\nsalt = \"{salt}\"\nallowed = [ {{ hash = \"{hash}\", reason = \"konto\" }} ]\n");
    let site = Site::small().append("site.toml", &entry);
    assert_eq!(found(&look(&site, &[("a.html".into(), b"010190-1234".to_vec())])), []);
    assert_eq!(look(&site, &[("a.html".into(), b"010190-1235".to_vec())]).built.counts.errors, 1);
}

#[test]
fn what_was_said_before_it_was_closed_is_looked_for_too() {
    const MEASURE: &str = "content/plans/a/measures/07.md";
    let open = "+++\nnumber = \"7\"\ntitle = \"Salg af rådhuset på Torvet\"\n+++\nDet første bud var for lavt.\n";
    let closed = "+++\nnumber = \"7\"\ntitle = \"Et punkt\"\nvisibility = \"closed\"\n+++\nIngen ord.\n";
    let root = Story::default().commit("2020-07-01", &past::site().with(MEASURE, open)).told();
    let today = past::site().with(MEASURE, closed);
    today.write_to(root.path());
    let out = folder();
    std::fs::write(out.path().join("index.html"), "<p>Det første bud var for lavt.</p>").expect("written");
    let run = disk::run(program(root.path()).args(["check", "--published", &out.path().display().to_string()]));
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.stderr.contains(SECRET) && !run.stderr.contains("for lavt"), "{run:?}");
}

#[test]
fn what_is_redacted_is_looked_for_in_what_editions_were_cut_from() {
    const MEASURE: &str = "content/plans/a/measures/01.md";
    let then = past::site().edit(MEASURE, "Takster", "Takster efter sagen om Fortuna");
    let root =
        Story::default().commit("2020-07-01", &then).tag("udgave/2020-06").commit("2020-07-02", &past::site()).told();
    let out = folder();
    std::fs::write(out.path().join("index.html"), "<p>Takster efter sagen om Fortuna</p>").expect("written");
    for (redact, is_found) in [("a/01#title", true), ("a/01", true), ("a/01#required", false), ("b/01#title", false)] {
        let today = past::site().append("site.toml", &format!("\n[history]\nredact = [ \"{redact}\" ]\n{}", past::CUT));
        today.write_to(root.path());
        let run = disk::run(program(root.path()).args(["check", "--published", &out.path().display().to_string()]));
        assert_eq!(run.code, Some(u8::from(is_found).into()), "{redact}: {run:?}");
    }
}

#[test]
fn the_command_looks_through_a_folder_and_fails_with_the_place() {
    let root = folder();
    site().write_to(root.path());
    let run = |words: &[&str]| disk::run(program(root.path()).args(words));
    let missing = run(&["check", "--published"]);
    assert_eq!(missing.code, Some(2), "no-published-folder: {missing:?}");
    assert!(missing.stderr.contains("public"), "{missing:?}");
    assert_eq!(run(&["build", "--as-of", "2020-07-01"]).code, Some(0));
    let clean = run(&["check", "--published", "--as-of", "2020-07-01"]);
    assert_eq!(clean.code, Some(0), "{clean:?}");
    assert!(clean.stderr.contains("skjulte"), "{clean:?}");
    // By hand, where no build would put it.
    std::fs::create_dir_all(root.path().join("public/gammelt")).expect("a folder");
    std::fs::write(root.path().join("public/gammelt/udkast.txt"), "Se\n\nSalg af rådhuset på Torvet\n")
        .expect("written");
    let leak = run(&["check", "--published", "--as-of", "2020-07-01", "--format", "json"]);
    assert_eq!(leak.code, Some(1), "{leak:?}");
    assert!(leak.stdout.contains("gammelt/udkast.txt") && leak.stdout.contains("\"line\": 3"), "{leak:?}");
    assert!(!leak.stdout.contains("Torvet"), "{leak:?}");
}

#[test]
fn the_demonstration_and_the_five_reports_are_clean() {
    for (name, site) in [
        ("demonstration", demonstration()),
        ("savings", Site::folder("tests/sites/savings")),
        ("budget", Site::folder("tests/sites/budget")),
    ] {
        let outcome = site.build();
        assert_eq!(found(&look(&site, &files(&outcome))), [], "{name}");
    }
}

/// The project's own site.
fn demonstration() -> Site {
    let bare = Site::small().files().into_keys().fold(Site::small(), |site, path| site.without(&path));
    disk::own_site().iter().fold(bare, |site, (path, bytes)| site.with(path, bytes))
}

/// Returns the program, for a site on the disk.
fn program(root: &std::path::Path) -> std::process::Command {
    let mut command = disk::program();
    command.arg("--root").arg(root);
    command
}
