//! What we said in November: editions are found, and each page leads to itself in the editions around it and today.

use std::collections::BTreeSet;

use crate::support::{
    Outcome, Site,
    html::{self, Element},
    past::Revisions,
};

const EDITIONS: &str = "\n[[editions]]\nid = \"2020-03\"\ntitle = \"Status marts 2020\"\nas_of = 2020-03-31\nrevision = \"udgave/2020-03\"\n\
     \n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\nrevision = \"udgave/2020-06\"\n\
     meeting = { committee = \"USB\", date = 2020-08-12 }\n";

/// What stood in March: less than today, and a page that is gone.
fn march() -> Site {
    Site::small()
        .without("content/plans/a/updates/2020-06-30/01.md")
        .with(
            "content/plans/a/updates/2020-03-31/01.md",
            "+++\nlevel = \"Alt OK\"\nachieved = \"0,50\"\n+++\nI gang.\n",
        )
        .with("content/plans/a/measures/09.md", "+++\nnumber = \"9\"\ntitle = \"Udgået\"\nrequired = \"1,00\"\n+++\n")
        .with("content/vejledning.md", "+++\ntitle = \"Sådan læses siden\"\n+++\nTekst.\n")
        .as_of("2020-12-31")
}

/// What stood in June: another measure, a closed one, months, an indicator.
fn june() -> Site {
    march()
        .without("content/plans/a/measures/09.md")
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n[effect.2020]\njan = \"0,10\"\n+++\n",
        )
        .with(
            "content/plans/a/measures/03.md",
            "+++\nnumber = \"3\"\ntitle = \"Hemmelig\"\nvisibility = \"closed\"\npublic_title = \"Et lukket punkt\"\n+++\n",
        )
        .with("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"Kritisk\"\nachieved = \"1,25\"\n+++\nTrægt.\n")
}

fn today() -> Site {
    june()
        .with("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\nkind = \"savings\"\n+++\nEn ny plan.\n")
        .append("site.toml", EDITIONS)
}

fn built() -> Outcome {
    let past = Revisions::default().with("udgave/2020-03", "2020-04-02", &march());
    let outcome = today().build_with(&past.with("udgave/2020-06", "2020-07-02", &june()));
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    outcome
}

/// Returns the links of a page to other versions of the site: where each leads and what it says.
fn elsewhere(outcome: &Outcome, page: &str) -> Vec<(String, String)> {
    let html = html::parse(outcome.page(page));
    let navs =
        html.all("nav").into_iter().filter(|nav| nav.attribute("aria-label") == Some("Samme side i andre udgaver"));
    let links: Vec<&Element> = navs.flat_map(|nav| nav.all("a")).collect();
    links.into_iter().map(|link| (resolved(page, link.attribute("href").unwrap_or_default()), link.text())).collect()
}

/// Returns the page that an address leads to from another page.
fn resolved(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}

fn pages(links: &[(String, String)]) -> Vec<&str> {
    links.iter().map(|(page, _)| page.as_str()).collect()
}

#[test]
fn a_page_of_an_edition_leads_to_itself_before_after_and_today() {
    let outcome = built();
    let links = elsewhere(&outcome, "editions/2020-06/planer/a/01.html");
    assert_eq!(pages(&links), ["editions/2020-03/planer/a/01.html", "planer/a/01.html"]);
    assert!(links.iter().all(|(_, text)| !text.contains("forsiden")), "{links:?}");
    let links = elsewhere(&outcome, "editions/2020-03/planer/a/index.html");
    assert_eq!(pages(&links), ["editions/2020-06/planer/a/index.html", "planer/a/index.html"]);
    // What is not there leads to the front page, and says so.
    let links = elsewhere(&outcome, "editions/2020-06/planer/a/02.html");
    assert_eq!(links.first().map(|(page, _)| page.as_str()), Some("editions/2020-03/index.html"));
    assert!(links.first().is_some_and(|(_, text)| text.contains("forsiden; siden her var ikke med")), "{links:?}");
    let links = elsewhere(&outcome, "editions/2020-03/planer/a/09.html");
    assert_eq!(pages(&links), ["editions/2020-06/index.html", "index.html"]);
}

#[test]
fn a_page_of_today_leads_to_itself_in_the_latest_editions() {
    let outcome = built();
    let links = elsewhere(&outcome, "planer/a/01.html");
    assert_eq!(pages(&links), ["editions/2020-06/planer/a/01.html", "editions/2020-03/planer/a/01.html"]);
    assert_eq!(
        pages(&elsewhere(&outcome, "planer/b/index.html")),
        ["editions/2020-06/index.html", "editions/2020-03/index.html"]
    );
    // Of what no edition has there is nothing to lead to.
    assert!(elsewhere(&outcome, "udgaver/index.html").is_empty() && elsewhere(&outcome, "404.html").is_empty());
}

#[test]
fn every_such_link_leads_to_a_page_and_none_says_in_vain_that_it_is_not_there() {
    let outcome = built();
    let files: BTreeSet<&str> = outcome.files.keys().map(|path| path.as_str()).collect();
    let split = |page: &str| -> (String, String) {
        let mut parts = page.splitn(3, '/');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("editions"), Some(id), Some(rest)) => (format!("editions/{id}/"), rest.to_owned()),
            _ => (String::new(), page.to_owned()),
        }
    };
    let mut count = 0;
    for page in files.iter().filter(|page| page.ends_with(".html")) {
        let (_, own) = split(page);
        for (target, text) in elsewhere(&outcome, page) {
            count += 1;
            assert!(files.contains(target.as_str()), "{page} leads to {target}");
            let (version, found) = split(&target);
            if text.contains("var ikke med") || text.contains("er ikke med") {
                // What is closed is known of in its own version alone.
                let is_closed = outcome.page(page).contains("Et lukket punkt") && own.starts_with("planer/a/");
                assert!(is_closed || !files.contains(format!("{version}{own}").as_str()), "{page}: {text}");
            } else {
                assert_eq!(found, own, "{page}: {text}");
            }
        }
    }
    assert!(count > 80, "{count}");
}

#[test]
fn an_edition_that_stands_alone_leads_nowhere_else() {
    let past = Revisions::default().with("udgave/2020-03", "2020-04-02", &march());
    let past = past.with("udgave/2020-06", "2020-07-02", &june());
    let site = today();
    let sink = fremdrift::output::MemorySink::default();
    let id = fremdrift::value::Id::new("2020-06").expect("an id");
    fremdrift::pipeline::build_edition(&site.input_with(Some(&past)), &id, &sink, &fremdrift::pipeline::NoProgress)
        .expect("an edition");
    let files = sink.into_files();
    let page = files.iter().find(|(path, _)| path.as_str() == "planer/a/01.html").map(|(_, bytes)| bytes.clone());
    let page = String::from_utf8(page.expect("a page").to_vec()).expect("text");
    assert!(page.contains("Du ser udgaven") && !page.contains("Samme side i andre udgaver"), "{page}");
}

#[test]
fn an_edition_says_for_which_meeting_it_is() {
    let outcome = built();
    let page = outcome.page("editions/2020-06/index.html").replace('\u{a0}', " ");
    let said = "Du ser udgaven »Status medio 2020« til mødet 12. august 2020 i Socialudvalget, som tallene stod den 30. juni 2020.";
    assert!(page.contains(said), "{page}");
    // Its page in the site of today says in a sentence how things stood.
    let page = outcome.page("udgaver/2020-06.html").replace('\u{a0}', " ");
    assert!(page.contains("Pr. 30. juni 2020: 1 af 2 tiltag har status »Kritisk«"), "{page}");
}

#[test]
fn the_menu_and_the_front_page_lead_to_editions() {
    let outcome = built();
    let home = html::parse(outcome.page("index.html"));
    let menus: Vec<&Element> = home.all("nav").into_iter().filter(|nav| nav.is("menu")).collect();
    let sections: Vec<String> = menus.iter().flat_map(|nav| nav.all("a")).map(|link| link.text()).collect();
    assert!(sections.contains(&"Udgaver".to_owned()), "{sections:?}");
    let main = home.all("main");
    let links = main.iter().flat_map(|main| main.all("a"));
    let last = links.into_iter().find(|link| link.attribute("href") == Some("editions/2020-06/index.html"));
    let text = last.map(|link| link.text().replace('\u{a0}', " ")).unwrap_or_default();
    assert_eq!(text, "Udgaven til mødet 12. august 2020: Status medio 2020");
    // Without an edition there is neither.
    let none = Site::small().build();
    assert!(!none.page("index.html").contains("udgaver/index.html"));
}
