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

#[test]
fn what_nobody_sees_of_a_picture_is_not_published() {
    let inside = r#"<!-- af Jens Hemmelig -->
<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">Hemmelig</dc:creator></rdf:RDF></metadata>
<sodipodi:namedview xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" sodipodi:docname="hemmelig"/>
<style>/* C:\hemmelig */ .a { fill: red } .b { font-family: "/* ses */" }</style>
<g inkscape:label="Hemmeligt lag" data-name="Hemmelig" id='lag' inkscape:export-filename="C:/hemmelig"
   xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" style='font-family: "Sans"'><title>Ses</title>
<text x="1">Ses &amp; læses<!-- hemmelig --></text><path inkscape:label="hemmelig" d="M1 1"/></g>"#;
    let inside = inside.replace('\\', "/");
    let outcome = with_picture("kurve.svg", &inside).sound();
    assert_eq!(outcome.traces("hemmelig"), Vec::<String>::new());
    let published = outcome.page(outcome.path("kurve.svg"));
    for kept in [
        "<title>Ses</title>",
        "Ses &amp; læses",
        "id=\"lag\"",
        "style='font-family: \"Sans\"'",
        "\"/* ses */\"",
        ".a { fill: red }",
    ] {
        assert!(published.contains(kept), "{kept}: {published}");
    }
    // Once more, nothing is left to leave out.
    let again = published.trim_end_matches("</svg>").split_once(">\n").expect("a picture").1.trim_end();
    let twice = with_picture("kurve.svg", again).sound();
    assert_eq!(twice.page(twice.path("kurve.svg")).trim(), published.trim());
    // A picture that keeps nothing for itself is published to the byte.
    let plain = "<g><path d='M1 1' />\n</g>";
    let outcome = with_picture("kurve.svg", plain).sound();
    assert_eq!(outcome.page(outcome.path("kurve.svg")), picture(plain));
}

#[test]
fn words_in_a_layer_that_is_not_shown_are_refused() {
    for (inside, is_refused) in [
        ("<g style=\"display:none\"><text>Kvægtorvet</text></g>", true),
        ("<g style=\"opacity:1; display : NONE !important\"><g><title>Kvægtorvet</title></g></g>", true),
        ("<g display=\"none\"><image href=\"data:image/png;base64,AAAA\"/></g>", true),
        ("<text visibility=\"hidden\">Kvægtorvet</text>", true),
        ("<g display=\"none\"><path d=\"M1 1\"/> <!-- x --></g><text>Ses</text>", false),
        ("<g display=\"none\"/><text>Ses</text>", false),
        ("<g style=\"display:inline\"><text>Ses</text></g>", false),
    ] {
        let outcome = with_picture("kurve.svg", inside).build();
        let found = outcome.built.findings.iter().find(|finding| finding.code == "unsafe-svg");
        assert_eq!(found.is_some(), is_refused, "{inside}: {found:?}");
        // Neither the site nor the message says what is not to be seen.
        assert_eq!(outcome.traces("Kvægtorvet"), Vec::<String>::new(), "{inside}");
    }
}
