//! What browsers, search engines and other programs are told of a site and of each of its pages.

use std::collections::BTreeSet;

use fremdrift::content::Audience;

use crate::support::{Outcome, Site, past::Revisions};

const URL: &str = "https://status.dk/plan/";

fn with(lines: &str) -> Site {
    Site::small().edit("site.toml", "language = \"da\"", &format!("language = \"da\"\n{lines}"))
}

fn with_address() -> Site {
    with("url = \"https://status.dk/plan\"")
}

/// Returns the pages of the site of today, without the one that is met where there is none.
fn pages(outcome: &Outcome) -> Vec<String> {
    let all = outcome.files.keys().map(ToString::to_string).filter(|path| path.ends_with(".html"));
    all.filter(|path| path != "404.html" && !path.starts_with("editions/")).collect()
}

/// Returns the values of an attribute of the links in a page's head that are of a kind.
fn links(page: &str, rel: &str, attribute: &str) -> Vec<String> {
    let head = page.split("</head>").next().expect("a head");
    let all = head.split("<link ").skip(1).filter(|link| link.contains(&format!("rel=\"{rel}\"")));
    let value = |link: &str| Some(link.split_once(&format!("{attribute}=\""))?.1.split('"').next()?.to_owned());
    all.filter_map(value).collect()
}

#[test]
fn a_public_site_with_an_address_lists_its_pages_and_each_says_its_own() {
    let outcome = with_address().sound();
    let sitemap = outcome.page("sitemap.xml");
    let listed: BTreeSet<String> =
        sitemap.split("<loc>").skip(1).map(|rest| rest.split('<').next().expect("one").to_owned()).collect();
    let pages = pages(&outcome);
    let all: BTreeSet<String> = pages.iter().map(|path| format!("{URL}{path}")).collect();
    assert_eq!(listed, all);
    assert!(listed.len() > 8, "{listed:?}");
    for path in &pages {
        let page = outcome.page(path);
        assert_eq!(links(page, "canonical", "href"), [format!("{URL}{path}")], "{path}");
        assert!(page.contains(&format!("<meta property=\"og:url\" content=\"{URL}{path}\">")), "{path}");
        assert!(
            page.contains("<meta property=\"og:locale\" content=\"da_DK\">") && !page.contains("noindex"),
            "{path}"
        );
    }
    let missing = outcome.page("404.html");
    assert!(links(missing, "canonical", "href").is_empty() && missing.contains("noindex"), "{missing}");
    assert_eq!(outcome.page("robots.txt"), format!("User-agent: *\nDisallow:\n\nSitemap: {URL}sitemap.xml\n"));
}

#[test]
fn a_site_without_an_address_says_nothing_of_it() {
    let outcome = Site::small().sound();
    assert!(outcome.files.keys().all(|path| !matches!(path.as_str(), "sitemap.xml" | "robots.txt")));
    for path in pages(&outcome) {
        let page = outcome.page(&path);
        assert!(!page.contains("canonical") && !page.contains("og:") && !page.contains("noindex"), "{path}");
    }
}

#[test]
fn a_site_that_is_not_for_everybody_invites_nobody() {
    for audience in [Audience::Internal, Audience::Closed, Audience::Draft] {
        for site in [with_address(), Site::small()] {
            let outcome = site.audience(audience).sound();
            assert!(outcome.files.keys().all(|path| !path.as_str().contains("sitemap")), "{audience:?}");
            assert_eq!(outcome.page("robots.txt"), "User-agent: *\nDisallow: /\n");
            for path in pages(&outcome) {
                assert!(outcome.page(&path).contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
            }
        }
    }
}

const EDITION: &str = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\nrevision = \"udgave/2020-06\"\n";

fn with_edition(site: &Site) -> Outcome {
    let site = site.clone().with(
        "content/plans/a/milestones.toml",
        "[milestones.1]\ntitle = \"Udbud\"\ndue = \"2020-09-01\"\ncommittee = \"USB\"\n",
    );
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &site);
    let outcome = site.append("site.toml", EDITION).build_with(&past);
    assert_eq!(outcome.codes(), [""; 0]);
    outcome
}

/// Wherever a page leads to a feed or a calendar, programs find it in its head; and a file lies where it leads.
#[test]
fn feeds_and_calendars_stand_in_the_head_of_the_pages_that_lead_to_them() {
    let outcome = with_edition(&Site::small());
    let (mut feeds, mut calendars, mut books) = (0, 0, 0);
    for path in outcome.files.keys().filter(|path| path.extension() == "html") {
        let page = outcome.page(path.as_str());
        let led_to = |ending: &str| -> BTreeSet<String> {
            let ending = format!("{ending}\"");
            let all = page.split("<a href=\"").skip(1).filter_map(|rest| rest.get(..=rest.find('"')?));
            all.filter(|href| href.ends_with(&ending)).map(|href| href.trim_end_matches('"').to_owned()).collect()
        };
        let told: BTreeSet<String> = links(page, "alternate", "href").into_iter().collect();
        let (of_feeds, of_calendars) = (led_to(".xml"), led_to(".ics"));
        let expected = of_feeds.iter().chain(&of_calendars).cloned().chain(led_to(".xlsx")).collect::<BTreeSet<_>>();
        assert_eq!(told, expected, "{path}");
        for href in &told {
            let folder = if path.folder().is_empty() { String::new() } else { format!("{}/", path.folder()) };
            let file = format!("{folder}{href}");
            assert!(href.contains("..") || outcome.files.keys().any(|known| known.as_str() == file), "{path}: {file}");
        }
        feeds += of_feeds.len();
        calendars += of_calendars.len();
        books += told.iter().filter(|href| href.ends_with(".xlsx")).count();
    }
    assert!(feeds > 0 && calendars > 1 && books > 1, "{feeds}, {calendars}, {books}");
}

#[test]
fn an_edition_says_which_it_is_and_where_it_lies() {
    let outcome = with_edition(&with_address());
    let page = outcome.page("editions/2020-06/planer/a/index.html");
    assert!(page.contains("<title>Plan A – Status medio 2020 – Status, Prøveby Kommune</title>"), "{page}");
    assert!(
        outcome
            .page("editions/2020-06/index.html")
            .contains("<title>Status medio 2020 – Status, Prøveby Kommune</title>")
    );
    assert!(outcome.page("planer/a/index.html").contains("<title>Plan A – Status, Prøveby Kommune</title>"));
    let own = format!("{URL}editions/2020-06/planer/a/index.html");
    assert_eq!(links(page, "canonical", "href"), [own.as_str()]);
    // Paper says whose it is, what, of which edition and date, and where it lies.
    let printed = format!("Plan A / Status medio 2020 · Opdateret 30. juni 2020<br>{own}</p>");
    assert!(page.contains(&printed), "printed too: {page}");
    assert!(!outcome.page("sitemap.xml").contains("editions/"));
    assert!(outcome.files.keys().all(|path| path.as_str() == "robots.txt" || !path.as_str().ends_with("robots.txt")));
}

#[test]
fn whom_readers_turn_to_and_what_they_may_do_stand_on_the_page_about_the_site() {
    let lines = "contact = \"status@proeveby.dk\"\nlicence = { title = \"CC BY 4.0\", url = \"https://creativecommons.org/licenses/by/4.0/\" }\ndownloads = [\"csv\", \"package\"]";
    let outcome = with(lines).sound();
    let about = outcome.page(outcome.path("om.html"));
    for part in
        ["href=\"mailto:status@proeveby.dk\"", "href=\"https://creativecommons.org/licenses/by/4.0/\"", "CC BY 4.0"]
    {
        assert!(about.contains(part), "{part}: {about}");
    }
    let package: serde_json::Value = serde_json::from_str(outcome.page("datapackage.json")).expect("JSON");
    assert_eq!(package["licenses"][0]["title"], "CC BY 4.0", "{package}");
    let unsafe_url = with("licence = { title = \"Fri\", url = \"javascript:alert(1)\" }").build();
    assert_eq!(unsafe_url.codes(), ["not-an-address"]);
    assert!(!unsafe_url.page("om.html").contains("javascript:"));
}
