//! Pictures that do more than be seen are not published, wherever they lie, and the message says what and where.

use crate::support::Site;

/// A picture with something in it.
fn picture(inside: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">\n{inside}\n</svg>")
}

fn with_picture(name: &str, inside: &str) -> Site {
    let plan = format!("\n![Kurve over udgifter]({name})\n");
    let site = Site::small();
    let path = site.files().keys().find(|path| path.ends_with("/plan.md")).expect("a plan").clone();
    let folder = path.trim_end_matches("plan.md").to_owned();
    site.append(&path, &plan).with(&format!("{folder}{name}"), picture(inside))
}

#[test]
fn a_picture_that_loads_from_elsewhere_is_refused() {
    for (inside, named) in [
        (r"<style>rect{fill:\75rl(https://example.org/a)}</style>", "\\"),
        (r#"<style>@\69mport "https://example.org/a.css";</style>"#, "\\"),
        (r#"<style>rect{background:image-set("https://example.org/a.png" 1x)}</style>"#, "image-set()"),
        ("<image href=\"https://example.org/a.png\"/>", "https://example.org/a.png"),
        ("<g onload=\"x()\"/>", "onload"),
        ("<foreignObject/>", "foreignObject"),
    ] {
        for name in ["kurve.svg", "kurve.SVG"] {
            let outcome = with_picture(name, inside).build();
            let finding = outcome.built.findings.iter().find(|finding| finding.code == "unsafe-svg").expect(inside);
            assert_eq!(finding.line, 2, "{inside}");
            assert!(finding.message.contains(named) && finding.help.is_some(), "{}", finding.message);
            assert!(outcome.files.keys().all(|path| !path.as_str().to_lowercase().contains("kurve")), "{inside}");
        }
    }
    let outcome = with_picture("kurve.svg", "<rect width=\"9\" height=\"9\"/>").build();
    assert!(outcome.built.findings.iter().all(|finding| finding.code != "unsafe-svg"));
    assert!(outcome.files.keys().any(|path| path.as_str().ends_with("kurve.svg")));
}

#[test]
fn a_theme_brings_no_other_pictures() {
    for (path, text, line) in [
        ("themes/by/static/logo.svg", picture("<script>x</script>"), 2),
        ("themes/by/shapes/good.svg", "<symbol id=\"m-good\" onload=\"x\"/>".to_owned(), 1),
    ] {
        let site = Site::small()
            .append("site.toml", "")
            .with("themes/by/theme.toml", "title = \"By\"\nextends = \"default\"\n");
        let toml = String::from_utf8(site.files()["site.toml"].clone()).expect("text");
        let outcome = site.with("site.toml", format!("theme = \"by\"\n{toml}")).with(path, text).build();
        let finding = outcome.built.findings.iter().find(|finding| finding.code == "unsafe-svg").expect(path);
        assert_eq!((finding.path.as_str(), finding.line), (path, line));
    }
}
