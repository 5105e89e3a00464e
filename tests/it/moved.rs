//! Old addresses: where a record lay before it had a new id, a small page leads to where it lies now.

use fremdrift::content::Audience;

use crate::support::{Outcome, Site, html, past::Revisions};

const PLAN: &str = "content/plans/a/plan.md";
const MEASURE: &str = "content/plans/a/measures/01.md";

/// A site in which everything that may have a new id has one.
fn renamed() -> Site {
    Site::small()
        .with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\nformerly = [\"SU\", \"SOU\"]\n")
        .with("content/owners.toml", "[chef]\ntitle = \"Centerchef\"\nformerly = [\"leder\"]\n")
        .edit(PLAN, "kind =", "formerly = [\"a-2019\"]\nkind =")
        .edit(MEASURE, "number =", "formerly = [\"takster\"]\nnumber =")
}

/// Returns where a page leads by itself, or nothing where it is no page at an old address.
fn leads_to(outcome: &Outcome, path: &str) -> Option<String> {
    let page = html::parse(outcome.page(path));
    let refresh = page.all("meta").into_iter().find(|meta| meta.attribute("http-equiv") == Some("refresh"))?;
    Some(refresh.attribute("content")?.strip_prefix("0; url=")?.to_owned())
}

/// Returns all pages at old addresses with where they lead.
fn old(outcome: &Outcome) -> Vec<(String, String)> {
    let pages = outcome.files.keys().map(|path| path.as_str()).filter(|path| path.ends_with(".html"));
    pages.filter_map(|path| Some((path.to_owned(), leads_to(outcome, path)?))).collect()
}

#[track_caller]
fn assert_old(outcome: &Outcome, expected: &[(&str, &str)]) {
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let expected: Vec<_> = expected.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect();
    assert_eq!(old(outcome), expected);
}

#[test]
fn everything_with_a_new_id_is_found_at_its_old_address() {
    let outcome = renamed().build();
    assert_old(
        &outcome,
        &[
            ("ansvarlige/leder.html", "chef.html"),
            ("planer/a-2019/01.html", "../a/01.html"),
            ("planer/a-2019/2020-06-30.html", "../a/2020-06-30.html"),
            ("planer/a-2019/index.html", "../a/index.html"),
            ("planer/a-2019/takster.html", "../a/01.html"),
            ("planer/a/takster.html", "01.html"),
            ("udvalg/sou.html", "usb.html"),
            ("udvalg/su.html", "usb.html"),
        ],
    );
    assert_eq!(outcome.built.counts.pages, Site::small().build().built.counts.pages, "they are not counted");
    let page = outcome.page("planer/a-2019/takster.html");
    assert!(page.contains("<h1>Siden har fået en ny adresse</h1>"), "{page}");
    assert!(page.contains("<a href=\"../a/01.html\">1 Takster</a>"), "the reader has a link: {page}");
    assert!(page.contains("<link rel=\"canonical\" href=\"../a/01.html\">") && page.contains("noindex"), "{page}");
    let style = format!("<link rel=\"stylesheet\" href=\"../../{}\">", outcome.asset("theme.css"));
    assert!(page.contains(&style), "it looks like the others: {page}");
    let english = renamed().edit("site.toml", "\"da\"", "\"en\"").edit(MEASURE, "2,50", "2.50").edit(
        "content/plans/a/updates/2020-06-30/01.md",
        "1,25",
        "1.25",
    );
    assert!(english.build().page("plans/a/takster.html").contains("<h1>The page has a new address</h1>"));
}

#[test]
fn an_address_belongs_to_what_has_it_today() {
    let outcome = renamed()
        .append("content/committees.toml", "[SU]\nname = \"Sundhedsudvalget\"\n")
        .with("content/plans/a-2019/plan.md", "+++\ntitle = \"Planen før\"\nkind = \"savings\"\n+++\nEn plan.\n")
        .with("content/plans/a/measures/02.md", "+++\nid = \"takster\"\nnumber = \"2\"\ntitle = \"Botilbud\"\n+++\n")
        .with("content/plans/a/measures/03.md", "+++\nformerly = [\"04\"]\nnumber = \"3\"\ntitle = \"Et\"\n+++\n")
        .with("content/plans/a/measures/04.md", "+++\nformerly = [\"03\"]\nnumber = \"4\"\ntitle = \"Et andet\"\n+++\n")
        .build();
    assert_old(&outcome, &[("ansvarlige/leder.html", "chef.html"), ("udvalg/sou.html", "usb.html")]);
    assert!(outcome.page("planer/a-2019/index.html").contains("Planen før"));
}

#[test]
fn of_several_that_had_an_id_the_first_is_led_to() {
    let outcome = Site::small()
        .edit(MEASURE, "number =", "formerly = [\"00\", \"00\", \"2020-06-30\"]\nnumber =")
        .with("content/plans/a/measures/02.md", "+++\nformerly = [\"00\"]\nnumber = \"2\"\ntitle = \"Et\"\n+++\n")
        .with("content/plans/b/plan.md", "+++\ntitle = \"B\"\nkind = \"savings\"\nformerly = [\"ab\"]\n+++\nEn plan.\n")
        .with("content/plans/c/plan.md", "+++\ntitle = \"C\"\nkind = \"savings\"\nformerly = [\"ab\"]\n+++\nEn plan.\n")
        .with("content/plans/c/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Et\"\n+++\n")
        .build();
    assert_old(
        &outcome,
        &[
            ("planer/a/00.html", "01.html"),
            ("planer/a/2020-06-30-2.html", "01.html"),
            ("planer/ab/01.html", "../c/01.html"),
            ("planer/ab/index.html", "../b/index.html"),
        ],
    );
}

#[test]
fn what_is_hidden_has_no_old_address() {
    let measure = renamed().edit(MEASURE, "takster", "hemmelig-sag").edit(
        MEASURE,
        "number =",
        "visibility = \"closed\"\nnumber =",
    );
    let plan = renamed().edit(PLAN, "a-2019", "hemmelig-plan").edit(PLAN, "kind =", "visibility = \"closed\"\nkind =");
    let embargoed =
        renamed().edit(PLAN, "a-2019", "hemmelig-plan").edit(PLAN, "kind =", "embargo = 2020-12-31\nkind =");
    for site in [measure, plan, embargoed] {
        assert_eq!(site.build().traces("hemmelig"), [""; 0]);
        let seen = site.audience(Audience::Closed).as_of("2021-01-01").build();
        assert!(old(&seen).iter().any(|(path, _)| path.contains("hemmelig")), "the control");
    }
}

#[test]
fn an_old_id_that_something_hidden_has_makes_no_address() {
    let secret =
        "+++\nid = \"hemmelig-sag\"\nformerly = [\"hemmelig-fortid\"]\nnumber = \"2\"\nvisibility = \"closed\"\n+++\n";
    let outcome = Site::small()
        .edit(MEASURE, "number =", "formerly = [\"hemmelig-sag\", \"hemmelig-fortid\"]\nnumber =")
        .edit(PLAN, "kind =", "formerly = [\"hemmelig-plan\", \"hemmelig-foer\"]\nkind =")
        .with("content/plans/a/measures/02.md", secret)
        .with(
            "content/plans/hemmelig-plan/plan.md",
            "+++\ntitle = \"X\"\nkind = \"savings\"\nformerly = [\"hemmelig-foer\"]\nvisibility = \"closed\"\n+++\n",
        )
        .build();
    assert_old(&outcome, &[]);
    assert_eq!(outcome.traces("hemmelig"), [""; 0]);
}

#[test]
fn an_edition_has_the_old_addresses_of_its_own_content() {
    let edition = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\n";
    let revision = "revision = \"udgave/2020-06\"\n";
    let now = renamed().append("site.toml", edition).append("site.toml", revision).edit(
        MEASURE,
        "[\"takster\"]",
        "[\"takster-nu\", \"takster\"]",
    );
    let past = || Revisions::default().with("udgave/2020-06", "2020-07-02", &renamed());
    let outcome = now.build_with(&past());
    let of_today = leads_to(&outcome, "planer/a/takster-nu.html");
    assert_eq!(of_today.as_deref(), Some("01.html"));
    assert_eq!(leads_to(&outcome, "editions/2020-06/planer/a/takster.html").as_deref(), Some("01.html"));
    assert_eq!(leads_to(&outcome, "editions/2020-06/planer/a-2019/index.html").as_deref(), Some("../a/index.html"));
    assert!(!old(&outcome).iter().any(|(path, _)| path == "editions/2020-06/planer/a/takster-nu.html"));
    // What an edition says it was called is hidden today: the edition may not lead there either.
    let hidden = now.with(
        "content/plans/a/measures/02.md",
        "+++\nid = \"02-ny\"\nformerly = [\"takster\"]\nnumber = \"2\"\nvisibility = \"closed\"\n+++\n",
    );
    let outcome = hidden.build_with(&past());
    assert!(!old(&outcome).iter().any(|(path, _)| path.ends_with("/takster.html")), "{:?}", old(&outcome));
    // An open edition is made of today's content.
    let open = renamed().append("site.toml", edition).build();
    assert_eq!(leads_to(&open, "editions/2020-06/planer/a/takster.html").as_deref(), Some("01.html"));
}
