//! A plan in a language of its own, on a site in another: its pages, what stands of it elsewhere, and its past.

use fremdrift::{
    diag::Severity,
    locale::{LOCALES, Language},
};

use crate::support::{
    Outcome, Site,
    expect::show,
    git::Story,
    html::{self, Element},
    past::Revisions,
};

const SWEDISH: &str = "content/plans/sv/plan.md";
const NORWEGIAN: &str = "content/plans/nb/plan.md";
const ENGLISH: &str = "content/plans/en/plan.md";

/// A Danish site with a plan in each language, of which each writes amounts as its own authors do.
fn site() -> Site {
    let plan = |title: &str, language: &str, unit: &str, words: &str| {
        format!(
            "+++\ntitle = \"{title}\"\nkind = \"savings\"\nlanguage = \"{language}\"\nyear = 2020\ncommittee = \"USB\"\n\
             owner = \"chef\"\nunit = \"{unit}\"\n+++\n{words}\n"
        )
    };
    Site::small()
        .with(SWEDISH, plan("Besparingsplan för äldreomsorgen", "sv", "mnkr", "En plan."))
        .with(
            "content/plans/sv/measures/01.md",
            "+++\nnumber = \"1\"\ntitle = \"Färre nattpass\"\nrequired = \"1 234,5 tkr\"\ndue = \"hösten 2020\"\n+++\n",
        )
        .with(
            "content/plans/sv/updates/2020-06-30/01.md",
            "+++\nlevel = \"Kritisk\"\nachieved = \"drygt 1 000,5 tkr\"\n+++\nNämnden väntar på avtal.\n",
        )
        .with(
            "content/plans/sv/tables/drift.toml",
            "title = \"Driftens utfall\"\nsign = \"cost\"\nunit = \"tkr\"\n[columns.adopted]\n[columns.actual]\n",
        )
        .with(
            "content/plans/sv/updates/2020-06-30/drift.csv",
            "row;label;committee;adopted;actual\nhem;Hemtjänst;USB;12 500,5;11 250,25\n",
        )
        .with(NORWEGIAN, plan("Innsparingsplan for skolene", "nb", "mill. kr", "En plan."))
        .with(
            "content/plans/nb/measures/01.md",
            "+++\nnumber = \"1\"\ntitle = \"Færre innleide lærere\"\nrequired = \"1 250,5 tusen kr\"\n+++\n",
        )
        .with(
            "content/plans/nb/updates/2020-06-30/01.md",
            "+++\nlevel = \"Alt OK\"\nachieved = \"0,75\"\n+++\nUtvalget følger saken.\n",
        )
        .with(ENGLISH, plan("Savings in the library", "en", "DKK million", "A plan."))
        .with(
            "content/plans/en/measures/01.md",
            "+++\nnumber = \"1\"\ntitle = \"Fewer evenings\"\nrequired = \"1,250.5 DKK\"\n+++\n",
        )
        .with("content/plans/en/updates/2020-06-30/01.md", "+++\nlevel = \"ok\"\nachieved = \"0.75\"\n+++\nSo far.\n")
}

fn built(site: &Site) -> Outcome {
    let outcome = site.build();
    let errors: Vec<String> = outcome.built.findings.iter().map(show).collect();
    assert!(outcome.built.is_publishable(), "{errors:#?}");
    outcome
}

/// Returns the language of a page.
fn lang(page: &Element) -> &str {
    page.all("html").first().and_then(|html| html.attribute("lang")).expect("a page says its language")
}

/// Returns the language that some words of a page are marked as.
fn lang_of<'p>(page: &'p Element, words: &str) -> Option<&'p str> {
    let marked = page.every().into_iter().filter(|element| element.attribute("lang").is_some());
    let innermost = marked.rev().find(|element| element.text().trim() == words);
    innermost.and_then(|element| element.attribute("lang"))
}

#[test]
fn the_pages_of_a_plan_speak_its_language() {
    let outcome = built(&site());
    for (plan, own, words) in [
        ("a", "da", ["Tiltag", "Sparekrav", "2,50 mio. kr.", "30. juni 2020", "Opdateret"]),
        ("sv", "sv", ["Åtgärd", "Besparingskrav", "1\u{a0}234,5 tusen DKK", "30 juni 2020", "Uppdaterad"]),
        ("nb", "nb", ["Tiltak", "Innsparingskrav", "1\u{a0}250,5 tusen DKK", "30. juni 2020", "Oppdatert"]),
        ("en", "en", ["Measure", "Required", "DKK 1,250.5", "30 June 2020", "Updated"]),
    ] {
        for page in ["index.html", "01.html", "2020-06-30.html"] {
            let path = format!("planer/{plan}/{page}");
            let html = outcome.html(&path);
            assert_eq!(lang(&html), own, "{path}");
            let menu = html.all("nav").first().map(|menu| menu.text()).unwrap_or_default();
            let entry = ["Planer", "Plans"][usize::from(own == "en")];
            assert!(menu.contains(entry), "{path}: {menu}");
        }
        let measure = outcome.html(&format!("planer/{plan}/01.html")).text();
        let page = outcome.html(&format!("planer/{plan}/index.html")).text() + &measure;
        for word in words {
            let word = word.replace(' ', "\u{a0}");
            assert!(page.replace(' ', "\u{a0}").contains(&word), "{plan} lacks {word}: {page}");
        }
    }
    assert_eq!(lang(&outcome.html("index.html")), "da");
    assert_eq!(lang(&outcome.html("udvalg/usb.html")), "da");
}

#[test]
fn what_is_in_another_language_than_its_page_says_so() {
    let outcome = built(&site());
    let front = outcome.html("index.html");
    for (words, language) in [
        ("Besparingsplan för äldreomsorgen", Some("sv")),
        ("1 Färre nattpass", Some("sv")),
        ("Innsparingsplan for skolene", Some("nb")),
        ("Savings in the library", Some("en")),
        ("Plan A", None),
        ("Kritisk", None),
    ] {
        assert!(front.text().contains(words), "the front page lacks {words}");
        assert_eq!(lang_of(&front, words), language, "{words}");
    }
    // The words of registers are the site's own wherever they stand.
    let plan = outcome.html("planer/sv/index.html");
    for words in ["Socialudvalget", "Centerchef", "Kritisk", "Nås ikke"] {
        assert_eq!(lang_of(&plan, words), Some("da"), "{words}");
    }
    assert_eq!(lang_of(&plan, "Färre nattpass"), None);
    let committee = outcome.html("udvalg/usb.html");
    assert_eq!(lang_of(&committee, "Färre nattpass"), Some("sv"));
    // A table of the plan's own is wholly in its language, numbers too.
    let table = committee.by_id("table-drift");
    assert_eq!(table.attribute("lang"), Some("sv"));
    assert!(table.text().contains("12 500,5") && table.text().contains("Utfall hittills"), "{}", table.text());
    assert!(!outcome.page("planer/a/index.html").contains(" lang=\"da\"><"), "nothing of it is foreign");
}

#[test]
fn a_plan_in_the_language_of_the_site_changes_nothing() {
    let plain = Site::small();
    let named = plain.clone().edit("content/plans/a/plan.md", "year = 2020", "year = 2020\nlanguage = \"da\"");
    let [plain, named] = [plain, named].map(|site| built(&site));
    assert_eq!(plain.files, named.files);
}

#[test]
fn amounts_are_read_in_the_notation_of_their_plan_and_nothing_is_guessed() {
    for (plan, path, from, to, codes) in [
        (
            "the site's sign of thousands",
            "content/plans/sv/measures/01.md",
            "1 234,5",
            "1.234,5",
            &["not-an-amount"][..],
        ),
        ("the site's decimal sign", "content/plans/en/measures/01.md", "1,250.5", "1250,5", &["foreign-decimal"]),
        ("three digits behind a comma", "content/plans/nb/measures/01.md", "1 250,5", "1,250", &["ambiguous-amount"]),
        ("blanks part thousands everywhere here", "content/plans/sv/measures/01.md", "1 234,5", "1\u{202f}234,5", &[]),
    ] {
        let found = site().edit(path, from, to).check().findings;
        let found: Vec<&str> =
            found.iter().filter(|finding| finding.severity == Severity::Error).map(|finding| finding.code).collect();
        assert_eq!(found, codes, "{plan}");
    }
    // What the site declares of CSV files holds for all of them.
    let declared = "[csv]\ndecimal = \".\"\nthousands = \"\"\n";
    let table = "content/plans/sv/updates/2020-06-30/drift.csv";
    let site = site().append("site.toml", declared);
    let found = site.check();
    assert!(!found.is_publishable(), "the table is not written as `[csv]` says");
    let outcome = built(&site.edit(table, "12 500,5;11 250,25", "12500.5;11250.25"));
    assert!(outcome.html("planer/sv/index.html").text().contains("12 500,5"));
}

#[test]
fn a_crown_is_that_of_the_site_and_named_where_the_language_has_another() {
    // On a Danish site `tkr` are Danish whoever writes it, and no Swede may take them for Swedish.
    let swedish = built(&site()).html("planer/sv/01.html").text();
    assert!(swedish.contains("1 234,5 tusen DKK") && !swedish.contains("tkr"), "{swedish}");
    let at_home = Site::small().edit("site.toml", "language = \"da\"", "language = \"sv\"\nunit = \"mnkr\"").edit(
        "content/plans/a/plan.md",
        "unit = \"mio. kr.\"\n",
        "",
    );
    let outcome = built(&at_home);
    let text = outcome.html("planer/a/01.html").text();
    assert!(text.contains("2,50 mnkr"), "{text}");
    let danish = at_home.edit("content/plans/a/plan.md", "year = 2020", "year = 2020\nlanguage = \"da\"");
    let text = built(&danish).html("planer/a/01.html").text();
    assert!(text.contains("2,50 mio. SEK"), "{text}");
}

#[test]
fn messages_are_in_the_language_of_the_site_unless_another_is_asked_for() {
    let broken = site().edit("content/plans/sv/measures/01.md", "title = ", "rubrik = ");
    for (messages, words) in [
        (None, "`rubrik` er ikke et felt i et tiltag"),
        (Some(Language::Swedish), "`rubrik` är inte ett fält i en åtgärd"),
        (Some(Language::Norwegian), "`rubrik` er ikke et felt i et tiltak"),
    ] {
        let site = messages.map_or_else(|| broken.clone(), |language| broken.clone().messages(language));
        let findings = site.check().findings;
        let told: Vec<&str> = findings.iter().map(|finding| finding.message.as_str()).collect();
        assert!(told.contains(&words), "{messages:?}: {told:?}");
        assert!(findings.iter().any(|finding| finding.help.as_deref().is_some_and(|help| help.contains("`title`"))));
    }
}

#[test]
fn a_diff_is_told_in_one_language_and_quotes_each_plan() {
    let after = site().edit("content/plans/sv/measures/01.md", "hösten 2020", "våren 2021");
    for (messages, words) in [
        (Language::Danish, ["frist", "efterår 2020", "forår 2021"]),
        (Language::Swedish, ["tidsfrist", "hösten 2020", "våren 2021"]),
        (Language::Norwegian, ["frist", "høsten 2020", "våren 2021"]),
    ] {
        let told = site().messages(messages).diff(&after.clone().messages(messages)).changes;
        assert_eq!(told.lines.len(), 1, "{told:#?}");
        let line = &told.lines[0];
        assert!(line.plan.as_deref() == Some("Besparingsplan för äldreomsorgen"), "{line:?}");
        let [before, after] = [&line.before, &line.after].map(|value| value.as_ref().expect("a date").text.as_str());
        assert_eq!([line.what.as_str(), before, after], words);
    }
    // Another language is another reading of the same figures, and told as that alone.
    let english = site().edit(ENGLISH, "language = \"en\"", "language = \"nb\"");
    let told = site().diff(&english).changes;
    assert!(told.lines.iter().any(|line| line.what == "sprog"), "{told:#?}");
}

#[test]
fn the_past_is_read_in_the_language_that_its_commit_declared() {
    // In the first commit the plan is English, and its author writes 1,250.5; then all of it is written anew in bokmål.
    let english = site();
    let norwegian = english
        .clone()
        .edit(ENGLISH, "language = \"en\"", "language = \"nb\"")
        .edit("content/plans/en/measures/01.md", "1,250.5 DKK", "1 250,5 kr")
        .edit("content/plans/en/updates/2020-06-30/01.md", "0.75", "0,75");
    let raised = norwegian.clone().edit("content/plans/en/measures/01.md", "1 250,5 kr", "1 350,5 kr");
    let repo = Story::default()
        .commit("2020-07-01", &english)
        .commit("2020-07-02", &norwegian)
        .commit("2020-07-03", &raised)
        .told();
    let outcome = crate::past::build(&repo, &raised);
    let history = outcome.html("planer/en/historik.html");
    assert_eq!(lang(&history), "nb");
    let text = history.text().replace('\u{a0}', " ");
    assert!(text.contains("1 250,5 DKK → 1 350,5 DKK"), "{text}");
    assert!(!text.contains("1 250,5 DKK → 1 250,5 DKK") && !text.contains("0,75 mill. DKK →"), "{text}");
    // Feeds and the history of the whole site say which language each entry is in.
    let feed = outcome.page("planer/en/historik.xml");
    assert!(
        feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"nb\">")
            && !feed.contains("<entry xml:lang"),
        "{feed}"
    );
    let all = outcome.page("historik.xml");
    assert!(all.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"da\">"), "{all}");
    assert!(all.contains("<entry xml:lang=\"nb\">"), "{all}");
    let of_site = outcome.html("historik.html");
    assert_eq!((lang(&of_site), lang_of(&of_site, "Savings in the library")), ("da", Some("nb")));
}

#[test]
fn every_language_builds_a_site_of_its_own() {
    for language in LOCALES {
        let tag = format!("language = \"{}\"", language.tag());
        let mut own = site().edit("site.toml", "language = \"da\"", &tag);
        if language == Language::English {
            own = own.edit("content/plans/a/measures/01.md", "2,50", "2.50").edit(
                "content/plans/a/updates/2020-06-30/01.md",
                "1,25",
                "1.25",
            );
        }
        let outcome = built(&own);
        assert_eq!(lang(&outcome.html("index.html")), language.tag());
        let words = outcome.built.findings.iter().map(|finding| &finding.message).cloned().collect::<Vec<_>>();
        assert!(words.iter().all(|word| !word.contains('{')), "{words:?}");
    }
}

#[test]
fn words_of_a_plan_are_marked_wherever_they_are_quoted() {
    let with_more = |site: Site| {
        site.with(
            "content/plans/sv/indicators.toml",
            "[natt]\ntitle = \"Nattpass per vecka\"\nunit = \"pass\"\nreadings = { 2018 = 12 }\n",
        )
    };
    let before = with_more(site());
    let after = before
        .clone()
        .edit("content/plans/sv/measures/01.md", "title = \"", "title = \"Ännu ")
        .edit("content/plans/sv/indicators.toml", "2018 = 12", "2018 = 14")
        .edit("content/plans/sv/tables/drift.toml", "title = \"", "title = \"Ny ")
        .edit("content/plans/a/measures/01.md", "title = \"", "title = \"Nyt ");
    let diff = before.diff(&after);
    let page = html::parse(&fremdrift::render::changes::html(&diff.changes, &diff.locale).expect("a page"));
    assert_eq!(page.all("html")[0].attribute("lang"), Some("da"));
    let plan = page.all("tr").into_iter().find(|row| row.text().contains("Besparingsplan")).expect("the plan");
    assert_eq!(plan.all("th")[0].attribute("lang"), Some("sv"));
    let marked: Vec<String> = page
        .all("span")
        .into_iter()
        .filter(|span| span.attribute("lang") == Some("sv"))
        .map(|span| span.text())
        .collect();
    // The name of a record alone, within a sentence, and the words that are others.
    for words in ["1 Ännu Färre nattpass", "Nattpass per vecka", "Ännu Färre nattpass", "Färre nattpass"] {
        assert!(marked.iter().any(|text| text == words), "{words}: {marked:?}");
    }
    let of_danish = |text: &String| text.contains("Nyt") || text.contains("titel") || text.contains("måltal");
    assert!(!marked.iter().any(of_danish), "what is said of it is Danish: {marked:?}");
    // Told in Swedish, the words of the Danish plan are the foreign ones.
    let swedish = before.messages(Language::Swedish).diff(&after.messages(Language::Swedish));
    let page = fremdrift::render::changes::html(&swedish.changes, &swedish.locale).expect("a page");
    assert!(page.contains("<html lang=\"sv\">") && page.contains("lang=\"da\"") && !page.contains("lang=\"sv\">N"));
}

#[test]
fn an_old_address_names_its_page_in_the_language_of_that() {
    let renamed = site().edit(SWEDISH, "title = ", "formerly = [\"aldre\"]\ntitle = ");
    let page = built(&renamed).html("planer/aldre/index.html");
    assert_eq!(lang(&page), "da");
    assert_eq!(lang_of(&page, "Besparingsplan för äldreomsorgen"), Some("sv"));
    let own = Site::small().edit("content/plans/a/plan.md", "title = ", "formerly = [\"z\"]\ntitle = ").sound();
    assert!(
        !own.page("planer/z/index.html").contains("<a lang=")
            && !own.page("planer/z/index.html").contains("\" lang=\"da\">")
    );
}

#[test]
fn what_is_gone_is_named_in_the_language_of_its_plan() {
    let cut = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Juni\"\nas_of = 2020-06-30\nrevision = \"juni\"\n";
    let other = "+++\nnumber = \"2\"\ntitle = \"Nya avtal\"\n+++\n";
    let site = || site().with("content/plans/sv/measures/02.md", other);
    let past = Revisions::default().with("juni", "2020-07-02", &site());
    let later = site()
        .without("content/plans/sv/measures/01.md")
        .without("content/plans/sv/updates/2020-06-30/01.md")
        .append("site.toml", cut);
    let outcome = later.build_with(&past);
    let page = outcome.html("udvalg/usb.html");
    assert_eq!(lang_of(&page, "1 Färre nattpass"), Some("sv"), "{}", outcome.page("udvalg/usb.html"));
}

#[test]
fn a_caption_that_is_the_name_of_a_plan_says_in_which_language_it_is() {
    let outcome = built(&site());
    let caption = |page: &str, name: &str| {
        let html = outcome.html(page);
        let captions = html.all("caption");
        let own = captions.into_iter().find(|caption| caption.text().trim().starts_with(name)).expect("a caption");
        lang_of(own, name).map(str::to_owned)
    };
    for (name, language) in [
        ("Besparingsplan för äldreomsorgen", Some("sv")),
        ("Innsparingsplan for skolene", Some("nb")),
        ("Savings in the library", Some("en")),
        ("Plan A", None),
    ] {
        assert_eq!(caption("udvalg/usb.html", name).as_deref(), language, "{name}");
    }
}
