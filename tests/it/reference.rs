//! `docs/format.md` is enough: what it shows is built, part by part, and nothing is found wrong with it.

use crate::support::{Site, project};

/// An example of the page: where it lies, and its text.
type Example = (String, String);

/// Returns the parts of the page by their titles, with their examples: each is a block of code below a line with nothing but
/// its path. The first part is a whole site.
fn parts() -> Vec<(String, Vec<Example>)> {
    let page = std::fs::read_to_string(project().join("docs/format.md")).expect("the page");
    let mut parts: Vec<(String, Vec<Example>)> = Vec::new();
    let mut above = "";
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("## ") {
            parts.push((title.to_owned(), Vec::new()));
        } else if line.starts_with("```") {
            let text: String = lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
            let path = above.strip_prefix('`').and_then(|path| path.strip_suffix("`:"));
            let path = path.unwrap_or_else(|| panic!("an example without a path:\n{text}"));
            let (_, examples) = parts.last_mut().expect("a part");
            examples.push((path.to_owned(), text));
        } else if !line.is_empty() {
            above = line;
        }
    }
    parts
}

fn with_all(site: Site, examples: &[Example]) -> Site {
    examples.iter().fold(site, |site, (path, text)| site.with(path, text))
}

/// The parts that are made of what the program declares.
const DECLARED: [&str; 2] = ["Kinds of plan", "Every key"];

#[test]
fn every_part_has_an_example_that_is_built() {
    let parts = parts();
    let (_, first) = parts.first().expect("the first part");
    let whole = with_all(Site::empty(), first).as_of("2025-07-15");
    for (title, examples) in &parts {
        assert_eq!(examples.is_empty(), DECLARED.contains(&title.as_str()), "{title}");
        let built = with_all(whole.clone(), examples).build();
        let found: Vec<_> = built.built.findings.iter().map(|it| (it.code, it.path.to_string(), it.line)).collect();
        assert_eq!(found, [], "{title}");
        assert!(built.page("planer/veje-2025/index.html").contains("Mindre salt på stier"), "{title}");
    }
}

#[test]
fn the_contents_lead_to_every_part() {
    let page = std::fs::read_to_string(project().join("docs/format.md")).expect("the page");
    let (contents, _) = page.split_once("\n## ").expect("a part");
    let listed: Vec<&str> = contents.lines().filter_map(|line| line.strip_prefix("- [")?.split(']').next()).collect();
    assert_eq!(listed, parts().iter().map(|(title, _)| title.as_str()).collect::<Vec<_>>());
}
