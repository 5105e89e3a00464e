//! A theme of one file: it says what differs, and the default theme says the rest.

use crate::support::{Outcome, Site, build_folder, project};

fn one_file() -> Outcome {
    build_folder(&project().join("tests/sites/one-file-theme"), "2020-06-30")
}

/// A small site that wears a theme of its own.
fn with_theme(files: &[(&str, &str)]) -> Site {
    let site = Site::small().edit("site.toml", "title = ", "theme = \"by\"\ntitle = ");
    files.iter().fold(site, |site, (path, text)| site.with(&format!("themes/by/{path}"), text))
}

#[test]
fn one_file_changes_what_it_says() {
    let site = one_file();
    assert_eq!(site.codes(), Vec::<&str>::new());
    let page = site.html("handleplan/index.html");
    let kicker = page.every().into_iter().find(|part| part.is("kicker")).expect("the theme's own line");
    assert_eq!(kicker.text(), "Prøveby Kommune følger op");
    // The rest of the page is the default theme's, and so are all other pages.
    assert_eq!(page.table("measures-table").cell("1", "Opnået"), "1,25");
    assert!(page.every().iter().any(|part| part.is("legend")));
    for (path, _) in site.files.iter().filter(|(path, _)| path.extension() == "html") {
        let is_plan = path.as_str().ends_with("handleplan/index.html");
        assert_eq!(site.page(path.as_str()).contains("kicker"), is_plan, "{path}");
    }
}

#[test]
fn the_same_site_without_it_differs_in_that_alone() {
    let site = one_file();
    let plain = Site::folder("tests/sites/one-file-theme")
        .edit("site.toml", "theme = \"by\"\n", "")
        .as_of("2020-06-30")
        .build();
    assert_eq!(plain.codes(), Vec::<&str>::new());
    let changed: Vec<_> = site.files.keys().filter(|path| site.files.get(*path) != plain.files.get(*path)).collect();
    assert_eq!(site.files.len(), plain.files.len());
    assert!(changed.iter().all(|path| path.as_str().contains("/handleplan/index.html")), "{changed:?}");
}

#[test]
fn a_broken_template_is_named_with_its_line() {
    for (fault, line) in [
        ("{% extends \"default/plan.html\" %}\n{% block heading %}\n{{ title\n{% endblock %}\n", 3..=4),
        ("{% extends \"default/plan.html\" %}\n{% block heading %}\n\n{{ ttle }}\n{% endblock %}\n", 4..=4),
        ("{% extends \"default/plan.html\" %}\n{% block heading %}{% for x in y %}\n{% endblock %}\n", 2..=3),
        ("{% extends \"default/nowhere.html\" %}\n", 1..=1),
        ("{% extends \"by/plan.html\" %}\n", 1..=1),
        ("\n{% include \"nowhere.html\" %}\n", 1..=2),
        ("{{ title | nonsense }}", 1..=1),
    ] {
        let site = with_theme(&[("templates/plan.html", fault)]).build();
        assert!(!site.built.is_publishable(), "{fault}");
        let found = &site.built.findings;
        let named = found
            .iter()
            .any(|finding| finding.path.as_str() == "themes/by/templates/plan.html" && line.contains(&finding.line));
        assert!(named, "{fault}: {found:#?}");
        for finding in found {
            assert!(!finding.message.is_empty() && !finding.message.contains("Tera"), "{finding:#?}");
        }
    }
}

#[test]
fn a_theme_that_is_not_there_is_an_error() {
    let site = Site::small().edit("site.toml", "title = ", "theme = \"byen\"\ntitle = ").build();
    assert!(site.codes().contains(&"unknown-theme"), "{:?}", site.codes());
    assert!(!site.built.is_publishable());
}

#[test]
fn the_words_of_a_theme_stay_out_of_messages() {
    let theme = ("i18n/da.ftl", "unknown-key = Hovsa\n    .help = Ak ja\n");
    let fault =
        |site: Site| site.with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\nrequird = 2\n+++\n").build();
    let (themed, plain) = (fault(with_theme(&[theme])), fault(Site::small()));
    let said =
        |site: &Outcome| -> Vec<String> { site.built.findings.iter().map(crate::support::expect::said).collect() };
    assert!(said(&plain).iter().any(|words| words.contains("requird")));
    assert_eq!(said(&themed), said(&plain));
}

#[test]
fn words_and_styles_and_files_are_layered() {
    let site = with_theme(&[
        ("i18n/da.ftl", "col-achieved = Hentet hjem\n"),
        ("static/maerke.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
    ])
    .build();
    assert_eq!(site.codes(), Vec::<&str>::new());
    let table = site.html("a/index.html").table("measures-table");
    assert_eq!(table.cell("1", "Hentet hjem"), "1,25");
    assert!(site.files.keys().any(|path| path.as_str().ends_with("maerke.svg")));
    let broken = with_theme(&[("i18n/da.ftl", "col-achieved Hentet hjem\n")]).build();
    assert_eq!(broken.codes(), ["template-error"]);
    assert!(broken.built.findings[0].path.as_str().ends_with("themes/by/i18n/da.ftl"));
    assert_eq!(
        (broken.built.findings[0].line, broken.built.findings[0].excerpt.as_str()),
        (1, "col-achieved Hentet hjem")
    );
}

#[test]
fn content_is_never_a_template() {
    let site = Site::small()
        .edit("content/plans/a/plan.md", "Plan A", "{{ site }} {% raw %}")
        .edit(
            "content/plans/a/plan.md",
            "En plan.",
            "{{ 1 + 1 }} {% include \"base.html\" %} {{ get_env(name=\\\"HOME\\\") }}",
        )
        .build();
    assert_eq!(site.codes(), Vec::<&str>::new());
    let text = site.html("a/index.html").text();
    assert!(text.contains("{{ 1 + 1 }} {% include") && text.contains("{{ site }} {% raw %}"), "{text}");
}
