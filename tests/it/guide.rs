//! The guide for authors: every command of it is run as it stands, and every file of it is written, page by page.

use std::path::{Path, PathBuf};

use rust_xlsxwriter::{Format, Workbook};

use crate::support::{disk, git, html, project};

/// Each page, with what its site says in the end.
const PAGES: [(&str, &[&str]); 4] = [
    ("da/din-foerste-status.md", &["Boligsociale indsatser", "2,81", "Opmærksomhed", "2,75", "Centerchef for voksne"]),
    ("en/your-first-status.md", &["Housing", "2.81", "Needs attention", "2.75", "Head of Adult Services"]),
    ("da/fra-regnskab-til-side.md", &["Boligsociale indsatser", "2,81", "905,2", "Planen følges"]),
    ("en/from-the-ledger-to-a-page.md", &["Housing", "2.81", "905.2", "The plan is on track"]),
];

/// A block of a page between its fences: the words of the line above it, the kind, the text.
struct Block {
    above: String,
    kind: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let (mut blocks, mut above): (Vec<Block>, String) = (Vec::new(), String::new());
    let mut open: Option<Block> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(kind), None) => {
                open = Some(Block { above: above.clone(), kind: kind.to_owned(), text: String::new() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => block.text += &format!("{line}\n"),
            (None, None) if !line.is_empty() => line.clone_into(&mut above),
            _ => {}
        }
    }
    assert!(open.is_none(), "a block that is not closed");
    blocks
}

/// Splits a command as a shell does.
fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut is_quoted) = (Vec::new(), String::new(), false);
    for c in command.chars() {
        match c {
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            c => word.push(c),
        }
    }
    assert!(!is_quoted, "{command}");
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

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

/// Runs a page, and returns the folder of its site.
fn run(page: &str, folder: &Path) -> PathBuf {
    let text = std::fs::read_to_string(project().join("docs/guide").join(page)).expect("a page");
    office(folder, page.starts_with("en/"));
    let mut at = folder.to_owned();
    let mut commands = 0;
    for Block { above, kind, text } in blocks(&text) {
        if kind == "markdown" {
            let path = above.split('`').nth(1).unwrap_or_else(|| panic!("{page}: no path in {above}"));
            let file = at.join(path);
            assert!(file.is_file(), "{page}: {path} is not there yet, so nobody could find it");
            std::fs::write(file, text).expect("written");
            continue;
        }
        assert_eq!(kind, "sh", "{page}");
        for command in text.lines() {
            let words = words(command);
            match words.first().map(String::as_str) {
                Some("cd") => at = at.join(&words[1]),
                Some("fremdrift") => {
                    let run = disk::run(disk::program().args(&words[1..]).current_dir(&at));
                    assert_eq!(run.code, Some(0), "{page}: {command}\n{}{}", run.stdout, run.stderr);
                    commands += 1;
                }
                _ => panic!("{page}: {command}"),
            }
        }
    }
    assert!(commands > 5, "{page}: commands are found");
    at
}

#[test]
fn every_command_of_the_guide_runs_and_leads_to_the_page_it_promises() {
    for (page, shown) in PAGES {
        let folder = git::folder();
        let site = run(page, folder.path());
        let plans = site.join("public").join(if page.starts_with("en/") { "plans" } else { "planer" });
        let plan = std::fs::read_dir(plans).expect("plans").map(|entry| entry.expect("an entry").path());
        let plan = plan.into_iter().find(|path| path.is_dir()).expect("a plan");
        let text = html::parse(&std::fs::read_to_string(plan.join("index.html")).expect("a page")).text();
        for words in shown {
            assert!(text.contains(words), "{page}: {words} in {text}");
        }
    }
}

#[test]
fn both_languages_say_the_same() {
    for (danish, english) in [(PAGES[0].0, PAGES[1].0), (PAGES[2].0, PAGES[3].0)] {
        let shape = |page: &str| {
            let text = std::fs::read_to_string(project().join("docs/guide").join(page)).expect("a page");
            let commands =
                |block: &Block| block.text.lines().filter_map(|line| words(line).get(1).cloned()).collect::<Vec<_>>();
            blocks(&text).iter().filter(|block| block.kind == "sh").map(commands).collect::<Vec<_>>()
        };
        let commands = |page: &str| {
            let known = ["init", "new", "check", "build", "import"];
            shape(page).into_iter().flatten().filter(|word| known.contains(&word.as_str())).collect::<Vec<_>>()
        };
        assert_eq!(commands(danish), commands(english));
    }
}
