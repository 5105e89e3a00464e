//! What a reader can look for: the index of the search, the list from A to Z, and all measures on a page.

use std::collections::BTreeSet;

use crate::support::{Outcome, Site, build_folder, project};

/// The index of a site, as the script of the theme is given it.
fn index(built: &Outcome) -> serde_json::Value {
    let script = built.page("search-index.js");
    let json = script.strip_prefix("fremdriftSearch(").and_then(|rest| rest.strip_suffix(");\n"));
    serde_json::from_str(json.expect("a call of the search")).expect("JSON")
}

/// A page as the index names it, read as the script reads it.
#[derive(Debug, PartialEq)]
struct Line {
    number: String,
    title: String,
    page: String,
    plan: String,
    status: String,
    committees: Vec<String>,
    owners: Vec<String>,
    date: String,
}

fn lines(index: &serde_json::Value) -> Vec<Line> {
    let index = &index["index"];
    let place = |text: &str| usize::from_str_radix(text, 36).expect("a place");
    let names = |list: &str, places: &str| -> Vec<String> {
        let name = |at: &str| index[list][place(at)].as_str().expect("a name").to_owned();
        places.split_whitespace().map(name).collect()
    };
    let line = |line: &str| {
        let mut parts = line.split('\t').map(str::to_owned).chain(std::iter::repeat(String::new()));
        let mut next = || parts.next().unwrap_or_default();
        let (number, title, address, plan, status) = (next(), next(), next(), next(), next());
        let (committees, owners, date) = (next(), next(), next());
        let of_plan = (!plan.is_empty() && !plan.starts_with('=')).then(|| &index["plans"][place(&plan)]);
        let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
        let folder = of_plan.map(|plan| text(&plan["folder"])).unwrap_or_default();
        let (name, part) = address.split_once('#').unwrap_or((&address, ""));
        let name = if name.is_empty() { "index" } else { name };
        let part = if part.is_empty() { String::new() } else { format!("#{part}") };
        Line {
            number,
            title,
            page: format!("{folder}{name}.html{part}"),
            plan: of_plan.map_or_else(|| plan.trim_start_matches('=').to_owned(), |plan| text(&plan["title"])),
            status: if status.is_empty() { status } else { text(&index["statuses"][place(&status)]["word"]) },
            committees: names("committees", &committees),
            owners: names("owners", &owners),
            date: if date.is_empty() { of_plan.map(|plan| text(&plan["date"])).unwrap_or_default() } else { date },
        }
    };
    index["pages"].as_str().expect("lines").split('\n').map(line).collect()
}

#[test]
fn a_line_says_what_its_page_is_and_where() {
    let site = Site::small()
        .with("content/vejledning.md", "+++\ntitle = \"Sådan læses siden\"\n+++\nTekst.\n")
        .with("content/plans/a/updates/2020-03-31/02.md", "+++\nlevel = \"Kritisk\"\n+++\nDet går trægt.\n")
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2.a\"\ntitle = \"Fra\\therberg til bolig\"\nowner = \"chef\"\n+++\n",
        );
    let built = site.build();
    let index = index(&built);
    let lines = lines(&index);
    let line =
        |title: &str| lines.iter().find(|line| line.title == title).unwrap_or_else(|| panic!("{title}: {lines:?}"));
    let measure = line("Fra herberg til bolig");
    assert_eq!((measure.number.as_str(), measure.plan.as_str()), ("2.a", "Plan A"));
    assert_eq!((measure.status.as_str(), measure.date.as_str()), ("Kritisk", "31. marts 2020"));
    assert_eq!(
        (measure.committees.join(""), measure.owners.join("")),
        ("USB Socialudvalget".into(), "Centerchef".into())
    );
    let other = line("Takster");
    assert_eq!((other.status.as_str(), other.date.as_str()), ("Alt OK", "30. juni 2020"));
    assert_eq!((line("Plan A").page.as_str(), line("Plan A").plan.as_str()), ("planer/a/index.html", "Plan A"));
    assert_eq!(line("Socialudvalget").plan, "Udvalg");
    assert_eq!(line("Sådan læses siden").page, "vejledning.html");
    // Every shape that a status needs is there.
    for status in index["index"]["statuses"].as_array().expect("a list") {
        let tone = status["tone"].as_str().expect("a tone");
        assert!(index["shapes"][tone].as_str().is_some_and(|shape| shape.contains("viewBox")), "{tone}");
    }
}

#[test]
fn what_has_no_page_of_its_own_leads_to_the_part_it_stands_in() {
    let dates = "[milestones.1]\ntitle = \"Første spadestik\"\ndue = 2020-09-01\n\
                 [decisions.1]\ntitle = \"Valg af entreprenør\"\ncommittee = \"USB\"\ndue = 2020-10-01\n";
    let site = Site::small().with("content/plans/a/milestones.toml", dates);
    let built = site.build();
    let found = lines(&index(&built));
    let list = built.html("a-aa/index.html");
    for (title, part) in [("Første spadestik", "milestones"), ("Valg af entreprenør", "decisions")] {
        let line = found.iter().find(|line| line.title == title).unwrap_or_else(|| panic!("{title}: {found:?}"));
        assert_eq!(line.page, format!("planer/a/index.html#{part}"));
        assert_eq!(line.plan, "Plan A");
        assert!(built.html("planer/a/index.html").has_id(part), "{part}");
        let link = list.all("a").into_iter().find(|link| link.text().starts_with(title)).expect("in the list too");
        assert_eq!(link.attribute("href"), Some(format!("../planer/a/index.html#{part}").as_str()));
    }
}

#[test]
fn whatever_can_be_looked_for_has_a_page_and_stands_in_the_list_too() {
    for built in [Site::small().build(), build_folder(&project(), "2020-06-30")] {
        let list = built.html("a-aa/index.html");
        let linked: BTreeSet<String> =
            list.all("a").iter().filter_map(|link| link.attribute("href")).map(clean).collect();
        let lines = lines(&index(&built));
        assert!(lines.len() > 5);
        for line in &lines {
            let (page, part) = line.page.split_once('#').unwrap_or((&line.page, ""));
            assert!(built.files.keys().any(|path| path.as_str() == page), "{page}");
            assert!(part.is_empty() || built.html(page).has_id(part), "{}", line.page);
            assert!(linked.contains(&line.page), "{} is not in the list", line.page);
        }
        // Each measure's page is in both, and on the page of all measures.
        let measures = built.html("tiltag/index.html");
        let all: BTreeSet<String> =
            measures.all("a").iter().filter_map(|link| link.attribute("href")).map(clean).collect();
        let is_other =
            |page: &str| page.ends_with("/index.html") || page.contains('#') || page.contains("/indikatorer/");
        let of_plans = lines.iter().filter(|line| line.page.starts_with("planer/") && !is_other(&line.page));
        let mut count = 0;
        for line in of_plans {
            assert!(all.contains(&line.page), "{} is not among all measures", line.page);
            count += 1;
        }
        assert!(count > 0);
    }
}

/// Returns an address from a page one folder down as a path of the site.
fn clean(href: &str) -> String {
    href.trim_start_matches("../").to_owned()
}

#[test]
fn letters_follow_the_language() {
    let page =
        |name: &str, title: &str| (format!("content/{name}.md"), format!("+++\ntitle = \"{title}\"\n+++\nTekst.\n"));
    let titles = ["Zoo", "Ældre", "Øer", "Aalborg", "Åben", "a", "Élan", "12 råd", "»Citat«", "Ørsted", "Bo"];
    let site = titles.iter().enumerate().map(|(at, title)| page(&format!("p{at}"), title));
    let site = site.fold(Site::small(), |site, (path, text)| site.with(&path, text));
    let list = |language: &str, path: &str| -> Vec<(String, String)> {
        let built = site.clone().edit("site.toml", "language = \"da\"", &format!("language = \"{language}\"")).build();
        let html = built.html(path);
        let shown =
            html.by_id("content").every().into_iter().filter(|element| ["h2", "li"].contains(&element.name.as_str()));
        shown.map(|element| (element.name.clone(), element.text())).collect()
    };
    let named = |list: &[(String, String)], name: &str| {
        let at = list.iter().position(|(_, line)| line == name).unwrap_or_else(|| panic!("{name}: {list:?}"));
        list.iter().take(at).rfind(|(kind, _)| kind == "h2").map(|(_, letter)| letter.clone())
    };
    let danish = list("da", "a-aa/index.html");
    for (name, letter) in [
        ("a", "A"),
        ("Bo", "B"),
        ("Élan", "E"),
        ("Zoo", "Z"),
        ("Ældre", "Æ"),
        ("Øer", "Ø"),
        ("Ørsted", "Ø"),
        ("Aalborg", "Å"),
        ("Åben", "Å"),
        ("12 råd", "Tal og tegn"),
    ] {
        assert_eq!(named(&danish, name).as_deref(), Some(letter), "{name}");
    }
    let english = list("en", "a-z/index.html");
    assert_eq!(named(&english, "Aalborg").as_deref(), Some("A"));
    assert_eq!(named(&english, "Åben").as_deref(), Some("A"));
}

#[test]
fn long_lists_are_parted() {
    let measure = |at: usize| format!("+++\nnumber = \"{at}\"\ntitle = \"Indsats {at:04}\"\n+++\n");
    let plan = |name: &str| format!("+++\ntitle = \"Plan {name}\"\nkind = \"savings\"\nyear = 2020\n+++\n");
    let mut site = Site::small();
    for name in ["b", "c", "d", "e"] {
        site = site.with(&format!("content/plans/{name}/plan.md"), plan(name));
        for at in 0..150 {
            site = site.with(&format!("content/plans/{name}/measures/{at:03}.md"), measure(at));
        }
    }
    let built = site.build();
    for (folder, parts) in [("a-aa", 2), ("tiltag", 4)] {
        let pages: Vec<&str> = built
            .files
            .keys()
            .map(|path| path.as_str())
            .filter(|path| path.starts_with(&format!("{folder}/")) && path.ends_with(".html"))
            .collect();
        assert_eq!(pages.len(), parts, "{pages:?}");
        let first = built.html(&format!("{folder}/index.html"));
        let links: Vec<&str> = first.all("a").iter().filter_map(|link| link.attribute("href")).collect();
        for path in pages.iter().filter_map(|path| path.rsplit('/').next()).filter(|name| *name != "index.html") {
            assert!(links.contains(&path), "{path}: {links:?}");
        }
        let longest = pages.iter().map(|path| built.page(path).len()).max();
        assert!(longest < Some(300_000), "{longest:?}");
    }
    // None is lost: each measure is once among all, and once in the list.
    for (folder, times) in [("a-aa", 1), ("tiltag", 1)] {
        for name in ["b", "c", "d", "e"] {
            let address = format!("\"../planer/{name}/077.html\"");
            let count: usize = built
                .files
                .keys()
                .filter(|path| path.as_str().starts_with(&format!("{folder}/")) && path.as_str().ends_with(".html"))
                .map(|path| built.page(path.as_str()).matches(&address).count())
                .sum();
            assert_eq!(count, times, "{folder}: {address}");
        }
    }
}

#[test]
fn no_word_of_what_is_closed_is_in_the_index() {
    let closed = "+++\nnumber = \"9\"\ntitle = \"Hemmelig sag\"\nvisibility = \"closed\"\n+++\nHemmeligt.\n";
    let named = closed.replace("visibility", "public_title = \"Personalesag\"\nvisibility");
    let built = Site::small()
        .with("content/plans/a/measures/09.md", closed)
        .with("content/plans/a/measures/10.md", named.replace("\"9\"", "\"10\""))
        .build();
    let script = built.page("search-index.js");
    assert!(!script.to_lowercase().contains("hemmelig"), "{script}");
    assert!(script.contains("Personalesag"));
}

#[test]
fn a_name_can_end_no_script_and_divide_no_line() {
    let title = r#"</script><b>\"\\\u2028`${1}"#;
    let site = Site::small().with("content/x.md", format!("+++\ntitle = \"{title}\"\n+++\nTekst.\n"));
    let built = site.build();
    let lines = lines(&index(&built));
    assert!(lines.iter().any(|line| line.title.starts_with("</script><b>\"\\") && line.page == "x.html"), "{lines:?}");
}

#[test]
fn what_was_said_then_papers_and_figures_are_found_by_the_words_for_them() {
    let edition = "\n[[editions]]\nid = \"e1\"\ntitle = \"Status til mødet\"\nas_of = 2020-06-30\n\
         meeting = { committee = \"USB\", date = 2020-08-12 }\n";
    let built = Site::small().append("site.toml", edition).build();
    let lines = lines(&index(&built));
    // All words of a query must stand in what is said of a page, as the script looks for them.
    let found = |query: &str| -> Vec<&str> {
        let said =
            |line: &Line| format!("{} {} {}", line.number, line.title, line.plan).replace('\u{a0}', " ").to_lowercase();
        let is_hit = |line: &&Line| query.split(' ').all(|word| said(line).contains(word));
        lines.iter().filter(is_hit).map(|line| line.page.as_str()).collect()
    };
    for query in ["juni 2020", "udgave", "udgave juni", "12. august"] {
        assert_eq!(found(query), ["editions/e1/index.html"], "{query}");
    }
    for query in ["mødebilag", "bilag", "bilag usb"] {
        assert_eq!(found(query), ["udvalg/usb/moedebilag.html"], "{query}");
    }
    for query in ["excel", "csv", "hent data", "regneark"] {
        assert_eq!(found(query), ["om.html"], "{query}");
    }
    let about = built.html("om.html");
    assert!(about.has_id("data"), "the page says where they can be had");
    // Of what a site does not offer nothing is said.
    let none = Site::small().edit("site.toml", "language = \"da\"\n", "language = \"da\"\ndownloads = []\n").build();
    assert!(!none.page("search-index.js").contains("regneark") && !none.html("om.html").has_id("data"));
}

/// The words of statuses, line by line as the pages of the index stand.
fn texts(built: &Outcome) -> Vec<String> {
    let script = built.page("search-texts.js");
    let json = script.strip_prefix("fremdriftTexts(").and_then(|rest| rest.strip_suffix(");\n")).expect("a call");
    let texts: String = serde_json::from_str(json).expect("JSON");
    texts.split('\n').map(str::to_owned).collect()
}

#[test]
fn words_of_the_latest_status_can_be_looked_for_and_no_others() {
    let status = |date: &str, words: &str| {
        (format!("content/plans/a/updates/{date}/01.md"), format!("+++\nlevel = \"Alt OK\"\n+++\n{words}\n"))
    };
    let (early, text) = status("2020-03-31", "Fortid.");
    let (late, words) = status("2020-06-30", "Takster er forhandlet. Lederen er ny, og LEDEREN bliver.");
    let closed = "+++\nnumber = \"9\"\ntitle = \"Sag\"\nvisibility = \"closed\"\n+++\nHemmeligt.\n";
    let built = Site::small()
        .with(&early, text)
        .with(&late, words)
        .with("content/plans/a/measures/09.md", closed)
        .with("content/plans/a/updates/2020-06-30/09.md", "+++\nlevel = \"Kritisk\"\n+++\nSkjult.\n")
        .build();
    let (lines, texts) = (lines(&index(&built)), texts(&built));
    let at = lines.iter().position(|line| line.title == "Takster").expect("a measure");
    // Each word once; what its name says, and what is too short to be looked for, is left out.
    assert_eq!(texts[at], "forhandlet lederen bliver");
    assert_eq!(texts.iter().filter(|text| !text.is_empty()).count(), 1, "{texts:?}");
    assert_eq!(index(&built)["index"]["has_texts"], true);
    // Where no status says anything there is no such file.
    let silent = Site::small().with(&late, "+++\nlevel = \"Alt OK\"\n+++\n").build();
    assert_eq!(index(&silent)["index"]["has_texts"], false);
    assert!(!silent.files.keys().any(|path| path.as_str().ends_with("search-texts.js")));
}

#[test]
fn a_level_is_found_by_its_colour_in_every_language_of_the_site() {
    let colours = |site: Site| index(&site.build())["index"]["colours"].to_string();
    let danish = colours(Site::small());
    assert!(danish.contains("grøn grønt grønne") && !danish.contains("grönt"), "{danish}");
    let both = colours(Site::small().edit("content/plans/a/plan.md", "kind =", "language = \"sv\"\nkind ="));
    assert!(both.contains("grøn grønt grønne grön grönt gröna"), "{both}");
}

#[test]
fn a_decision_that_no_committee_takes_is_found_too() {
    let dates = "[decisions.1]\ntitle = \"Valg af entreprenør\"\ndue = 2020-10-01\n";
    let built = Site::small().with("content/plans/a/milestones.toml", dates).build();
    let found = lines(&index(&built));
    let line = found.iter().find(|line| line.title == "Valg af entreprenør").expect("in the search");
    assert_eq!(line.page, "planer/a/index.html#decisions");
    assert!(built.page("a-aa/index.html").contains("Valg af entreprenør"), "in the list from A to Z");
    assert!(built.page("milepaele.ics").contains("Valg af entreprenør"), "in the calendar of all");
    assert_eq!(built.traces("Valg af entreprenør").iter().filter(|place| place.contains("udvalg")).count(), 0);
}

#[test]
fn a_plan_is_found_by_its_journal_number_and_by_the_rows_of_its_tables() {
    let built = Site::small()
        .edit("content/plans/a/plan.md", "kind =", "case = \"29.30.00-A00-1-20\"\nkind =")
        .with(
            "content/plans/a/tables/t.toml",
            "title = \"Driften\"\nunit = \"kr.\"\nsign = \"cost\"\n[columns]\nactual = {}\n",
        )
        .with("content/plans/a/tables/t.csv", "row;label;actual\na;Køb af botilbud (§ 108);5\nb;Støtte i eget hjem;3\n")
        .build();
    let index = index(&built);
    let texts = texts(&built);
    let words = |title: &str| {
        let at = lines(&index).iter().position(|line| line.title == title).expect("a line");
        texts.get(at).cloned().unwrap_or_default()
    };
    assert_eq!(words("Plan A"), "29.30.00-a00-1-20 driften køb botilbud 108 støtte eget hjem");
    assert!(!words("Takster").contains("botilbud"), "{}", words("Takster"));
    // Of a closed plan nothing is told but its public title.
    let closed = Site::small()
        .edit("content/plans/a/plan.md", "kind =", "case = \"29.30.00-A00-1-20\"\nvisibility = \"closed\"\nkind =")
        .with(
            "content/plans/a/tables/t.toml",
            "title = \"Driften\"\nunit = \"kr.\"\nsign = \"cost\"\n[columns]\nactual = {}\n",
        )
        .with("content/plans/a/tables/t.csv", "row;label;actual\na;Botilbud;5\n")
        .build();
    for (path, bytes) in &closed.files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(!text.contains("botilbud") && !text.contains("29.30.00"), "{path}");
    }
}
