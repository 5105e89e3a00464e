//! The guide for authors: every command of it is run as it stands, and every file of it is written, page by page.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use rust_xlsxwriter::{Format, Workbook};

use crate::support::{
    commands::{Reader, blocks, words},
    disk, git, html, project,
};

/// Each page in Danish and in English. The first is the way in to the others.
const PAGES: [(&str, &str); 10] = [
    ("index", "index"),
    ("din-foerste-status", "your-first-status"),
    ("fra-regnskab-til-side", "from-the-ledger-to-a-page"),
    ("git-og-webformular", "git-and-the-web-form"),
    ("rettelse-og-gennemsyn", "a-correction-and-its-review"),
    ("fortrolighed", "confidentiality"),
    ("udgaver-og-moeder", "editions-and-meetings"),
    ("udgiv", "publish"),
    ("hver-nat", "every-night"),
    ("ny-version", "a-new-version"),
];

/// Pages with what the page of the plan says in the end.
const SHOWN: [(&str, &[&str]); 4] = [
    ("da/din-foerste-status", &["Boligsociale indsatser", "2,81", "Opmærksomhed", "2,75", "Centerchef for voksne"]),
    ("en/your-first-status", &["Housing", "2.81", "Needs attention", "2.75", "Head of Adult Services"]),
    ("da/fra-regnskab-til-side", &["Boligsociale indsatser", "2,81", "905,2", "Planen følges"]),
    ("en/from-the-ledger-to-a-page", &["Housing", "2.81", "905.2", "The plan is on track"]),
];

/// Writes the files of an office that the pages speak of.
fn office(folder: &Path, is_english: bool) {
    let (head, words, level, decimal) = match is_english {
        true => (["No.", "Measure", "Required (mio. kr.)", "Achieved", "Colour", "Status"], "Housing", "On track", '.'),
        false => (
            ["Nr.", "Tiltag", "Sparekrav i mio. kr.", "Opnået", "Statusfarve", "Status"],
            "Boligsociale indsatser",
            "Alt OK",
            ',',
        ),
    };
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let two = Format::new().set_num_format("0.00");
    for (at, title) in head.iter().enumerate() {
        sheet.write(0, u16::try_from(at).expect("few"), *title).expect("written");
    }
    for (row, number, title, required) in [(1, 3, words, 1.75), (2, 4, "STU", 1.0)] {
        sheet.write(row, 0, number).expect("written");
        sheet.write(row, 1, title).expect("written");
        sheet.write_with_format(row, 2, required, &two).expect("written");
        sheet.write_with_format(row, 3, 0.33, &two).expect("written");
        sheet.write(row, 4, level).expect("written");
        sheet.write(row, 5, "…").expect("written");
    }
    book.save(folder.join("status.xlsx")).expect("saved");
    let figure = |text: &str| text.replace(',', &decimal.to_string());
    let head = if is_english {
        "Account;Text;Revised budget;Forecast"
    } else {
        "Konto;Tekst;Korrigeret budget;Forventet regnskab"
    };
    let head = head.replace("Account", "id").replace("Revised budget", "revised");
    std::fs::write(
        folder.join("drift.csv"),
        format!("{head}\n3.22;Botilbud;{};{}\n", figure("905,2"), figure("911,9")),
    )
    .expect("written");
}

fn text_of(page: &str) -> String {
    std::fs::read_to_string(project().join("docs/guide").join(page).with_extension("md")).expect("a page")
}

/// Does what a page says, and returns the folder it led to.
fn run(page: &str, folder: &Path) -> PathBuf {
    office(folder, page.starts_with("en/"));
    let mut reader = Reader::new(folder);
    reader.follow(page, &text_of(page));
    assert!(reader.commands > 4 || page.ends_with("/index"), "{page}: commands are found");
    reader.at
}

/// Returns all pages, in both languages.
fn pages() -> impl Iterator<Item = String> {
    PAGES.iter().flat_map(|(danish, english)| [format!("da/{danish}"), format!("en/{english}")])
}

#[test]
fn every_command_of_the_guide_runs_and_leads_to_the_page_it_promises() {
    for page in pages() {
        let folder = git::folder();
        let site = run(&page, folder.path());
        let Some((_, shown)) = SHOWN.iter().find(|(of, _)| *of == page) else { continue };
        let plans = site.join("public").join(if page.starts_with("en/") { "plans" } else { "planer" });
        let plan = std::fs::read_dir(plans).expect("plans").map(|entry| entry.expect("an entry").path());
        let plan = plan.into_iter().find(|path| path.is_dir()).expect("a plan");
        let text = html::parse(&std::fs::read_to_string(plan.join("index.html")).expect("a page")).text();
        for words in *shown {
            assert!(text.contains(words), "{page}: {words} in {text}");
        }
    }
}

/// What the page about nights promises: the report is seen from its day on, and the script built it.
#[test]
fn an_embargo_ends_on_its_day() {
    for (page, [before, after]) in
        [("da/hver-nat", ["dagen-foer", "dagen"]), ("en/every-night", ["the-day-before", "the-day"])]
    {
        let folder = git::folder();
        run(page, folder.path());
        let tells = |of: &str| {
            let files = disk::files(&folder.path().join(of));
            files.values().any(|bytes| {
                let text = String::from_utf8_lossy(bytes);
                text.contains("Planen følges.") || text.contains("The plan is on track.")
            })
        };
        assert!(!tells(before) && tells(after), "{page}");
        let built = if page.starts_with("da/") { "udgivet" } else { "published" };
        assert!(tells(built), "{page}: the nightly script builds as of today");
    }
}

#[test]
fn both_languages_have_the_same_pages_and_commands() {
    for (language, index) in [("da", 0), ("en", 1)] {
        let entries = std::fs::read_dir(project().join("docs/guide").join(language)).expect("the guide");
        let there: BTreeSet<String> =
            entries.map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned()).collect();
        let listed = PAGES.iter().map(|page| format!("{}.md", [page.0, page.1][index]));
        assert_eq!(there, listed.collect(), "{language}");
    }
    for (danish, english) in PAGES {
        assert_eq!(shape(&format!("da/{danish}")), shape(&format!("en/{english}")), "{danish}");
    }
}

/// Returns the kinds of the blocks of a page, with what its commands do: their names, those of their parts and their options, but not what
/// names of files and words of the language are.
fn shape(page: &str) -> Vec<String> {
    let parts = [
        "build",
        "check",
        "ci",
        "compare",
        "cut",
        "diff",
        "edition",
        "import",
        "init",
        "list",
        "log",
        "new",
        "one-file",
        "measure",
        "owner",
        "committee",
        "report",
        "csv",
        "xlsx",
        "gitlab",
        "github",
        "forgejo",
        "azure",
        "config",
        "add",
        "commit",
        "push",
        "pull",
        "switch",
    ];
    let of_command = |line: &str| {
        let words = words(line);
        let mut kept: Vec<&str> = words.iter().take(1).map(String::as_str).collect();
        // The demonstration is in Danish, so English pages ask for their language.
        let is_kept = |word: &&str| parts.contains(word) || word.starts_with("--") && *word != "--language";
        kept.extend(words.iter().skip(1).map(String::as_str).filter(is_kept));
        kept.join(" ")
    };
    let mut shape = Vec::new();
    for block in blocks(&text_of(page)) {
        match block.kind.as_str() {
            "sh" => shape.extend(block.text.lines().map(of_command)),
            kind => shape.push(format!("{kind}, {} lines", block.text.lines().count())),
        }
    }
    shape
}

#[test]
fn every_page_is_led_to_and_leads_to_pages_that_are_there() {
    for (language, index) in [("da", 0), ("en", 1)] {
        let names: BTreeSet<String> = PAGES.iter().map(|page| format!("{}.md", [page.0, page.1][index])).collect();
        let linked = |name: &str| -> BTreeSet<String> {
            let text = text_of(&format!("{language}/{}", name.trim_end_matches(".md")));
            text.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0.to_owned())).collect()
        };
        let from_index = linked("index.md");
        for name in &names {
            assert!(name == "index.md" || from_index.contains(name), "{language}: nothing leads to {name}");
            assert!(linked(name).is_subset(&names), "{language}/{name}: {:?}", linked(name));
        }
    }
}

#[test]
fn the_demonstration_publishes_it() {
    let folder = git::folder();
    let demo = folder.path().join("demo");
    let out = folder.path().join("out");
    for words in [&["init", "--quiet", "--demo"][..], &["build", "--quiet", "--out"]] {
        let mut command = disk::program();
        command.args(words);
        match words[0] {
            "init" => command.arg(&demo),
            _ => command.arg(&out).arg("--root").arg(&demo),
        };
        let run = disk::run(&mut command);
        assert_eq!((run.code, run.stderr.contains("vejledning")), (Some(0), false), "{}", run.stderr);
    }
    let page = |name: &str| html::parse(&std::fs::read_to_string(out.join(name)).expect("a page"));
    assert!(page("index.html").text().contains("Vejledningen"));
    let index = page("vejledning/index.html");
    let links: BTreeSet<&str> = index.all("a").into_iter().filter_map(|link| link.attribute("href")).collect();
    for (danish, _) in PAGES.iter().skip(1) {
        assert!(links.contains(format!("{danish}.html").as_str()), "{danish} in {links:?}");
        let title = text_of(&format!("da/{danish}"));
        let title = title.lines().next().and_then(|line| line.strip_prefix("# ")).expect("a heading");
        let heading = page(&format!("vejledning/{danish}.html"));
        assert_eq!(heading.all("h1").into_iter().map(html::Element::text).collect::<Vec<_>>(), [title]);
    }
}
