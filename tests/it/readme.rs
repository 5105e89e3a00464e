//! README.md: its commands are run as they stand, one after the other, and what it leads to is there.

use crate::support::{commands::Reader, git, project};

/// The most bytes of a picture.
const LARGEST: u64 = 60_000;

fn readme() -> String {
    std::fs::read_to_string(project().join("README.md")).expect("README.md")
}

/// Returns the places a text leads to: whether each is a picture, its words, its address.
fn links(text: &str) -> Vec<(bool, String, String)> {
    let mut links = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("](") {
        let words = rest[..at].rfind('[').map(|open| (rest[..open].ends_with('!'), rest[open + 1..at].to_owned()));
        let address = rest[at + 2..].split(')').next().unwrap_or_default();
        links.extend(words.map(|(is_picture, words)| (is_picture, words, address.to_owned())));
        rest = &rest[at + 2..];
    }
    links
}

#[test]
fn its_commands_can_be_copied_from_the_first_to_the_last() {
    let folder = git::folder();
    let mut reader = Reader::new(folder.path());
    reader.follow("README.md", &readme());
    assert!(reader.commands > 6, "commands are found");
    for page in ["demo/public/index.html", "demo/public/vejledning/index.html", "minsite/public/index.html"] {
        assert!(folder.path().join(page).is_file(), "{page}");
    }
}

#[test]
fn it_leads_to_what_is_there_and_its_pictures_say_what_they_show() {
    let links = links(&readme());
    let mut pictures = 0;
    for (is_picture, words, address) in links.iter().filter(|(_, _, address)| !address.starts_with("https://")) {
        let file = project().join(address);
        assert!(file.exists(), "{address}");
        if *is_picture {
            pictures += 1;
            assert!(words.chars().count() > 40, "{address}: {words}");
            assert!(std::fs::metadata(&file).expect("a picture").len() <= LARGEST, "{address}");
        }
    }
    let there = std::fs::read_dir(project().join("docs/pictures")).expect("pictures").count();
    assert_eq!(pictures, there, "no picture that nobody sees");
}
