//! A page as one file: it shows what the page shows, and asks for nothing.

use std::fs;

use crate::support::{Site, disk, html};

fn site() -> Site {
    Site::small()
        .with("content/side.md", "+++\ntitle = \"Side\"\n+++\nEt billede: ![Kort](kort.svg)\n\n[Plan A](plans/a/plan.md)\n")
        .with("content/kort.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"><path d=\"M0 0h1\"/></svg>")
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2\"\ntitle = \"Hemmelig handel\"\nvisibility = \"closed\"\npublic_title = \"Lukket punkt\"\n+++\n",
        )
}

/// Makes one file of a page of a site on the disk.
fn made(site: &Site, words: &[&str]) -> disk::Run {
    let folder = tempfile::tempdir().expect("a folder");
    site.write_to(folder.path());
    let mut program = disk::program();
    program.arg("one-file").args(words).args(["--as-of", "2020-07-01", "--root"]).arg(folder.path());
    disk::run(&mut program)
}

/// Finds what a browser would ask for, or be led to by itself, when it opens the file.
fn requests(page: &str) -> Vec<String> {
    let mut found = Vec::new();
    for element in html::parse(page).every() {
        for name in ["src", "srcset", "poster", "data", "action", "href", "xlink:href"] {
            let Some(value) = element.attribute(name) else { continue };
            let is_way = element.name == "a" || element.attribute("rel") == Some("canonical");
            if !(is_way || value.starts_with('#') || value.starts_with("data:")) {
                found.push(format!("{} {name}={value}", element.name));
            }
        }
        if matches!(element.name.as_str(), "script" | "iframe" | "object" | "embed" | "base") {
            found.push(element.name.clone());
        }
    }
    found
}

#[test]
fn a_page_shows_what_it_showed_and_asks_for_nothing() {
    let outcome = site().build();
    for (asked, path) in
        [("planer/a/index.html", "planer/a/index.html"), ("side", "side.html"), ("planer/a/", "planer/a/index.html")]
    {
        let run = made(&site(), &[asked]);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        assert_eq!(requests(&run.stdout), Vec::<String>::new(), "{asked}");
        let (shown, page) = (html::parse(&run.stdout), html::parse(outcome.page(path)));
        let words = |page: &html::Element| page.by_id("content").text();
        if asked == "side" {
            assert_eq!(words(&shown), words(&page));
            assert!(run.stdout.contains("src=\"data:image/svg+xml,%3Csvg"), "{}", run.stdout);
            assert!(run.stdout.contains(">Plan A</a>") && !run.stdout.contains("href=\"planer"), "{}", run.stdout);
        }
        let start = run.stdout.split("<style>").count();
        assert!(start > 2, "its style stands in it");
        assert!(run.stdout.contains("default-src 'none'; style-src 'unsafe-inline'"), "{}", run.stdout);
        assert!(!run.stdout.contains("Hent:") && !run.stdout.to_lowercase().contains("hemmelig"), "{}", run.stdout);
    }
}

#[test]
fn links_lead_to_the_site_where_it_has_an_address() {
    let site = site().edit("site.toml", "language = \"da\"", "language = \"da\"\nurl = \"https://status.dk\"");
    let run = made(&site, &["side.html"]);
    assert!(run.stdout.contains("href=\"https://status.dk/planer/a/index.html\""), "{} {}", run.stdout, run.stderr);
    assert_eq!(requests(&run.stdout), Vec::<String>::new());
}

#[test]
fn a_page_that_is_not_there_is_named_with_one_that_is() {
    let run = made(&site(), &["planer/a/indeks.html", "--language", "da"]);
    assert_eq!(run.code, Some(2), "unknown-page: {run:?}");
    assert!(
        run.stderr.contains("der er ingen side `planer/a/indeks.html`")
            && run.stderr.contains("mente du `planer/a/index.html`?"),
        "{}",
        run.stderr
    );
    // Nor is one that this audience may not see.
    let closed = site().with("content/lukket.md", "+++\ntitle = \"Lukket\"\nvisibility = \"closed\"\n+++\nHemmelig.\n");
    let run = made(&closed, &["lukket.html"]);
    assert!(run.code == Some(2) && run.stdout.is_empty(), "{run:?}");
    let shown = made(&closed, &["lukket.html", "--audience", "closed"]);
    assert!(shown.code == Some(0) && shown.stdout.contains("Hemmelig."), "{shown:?}");
}

#[test]
fn it_is_written_to_a_file_and_not_while_the_content_has_errors() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("plan.html");
    let path = out.to_str().expect("text");
    let broken = site().edit("content/plans/a/measures/01.md", "number = \"1\"", "number = ");
    assert_eq!(made(&broken, &["planer/a", "--out", path]).code, Some(1));
    assert!(!out.exists());
    let run = made(&site(), &["planer/a", "--out", path]);
    assert!(run.code == Some(0) && run.stdout.is_empty(), "{run:?}");
    assert!(fs::read_to_string(out).expect("a file").ends_with("</html>\n"));
}
