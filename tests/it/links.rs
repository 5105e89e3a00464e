//! Every page hangs together: each link and picture is followed on the disk, as from a file share.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::support::{
    Site, disk,
    html::{Element, parse},
    project,
};

/// A published site on disk, its pages read.
struct Published {
    _folder: TempDir,
    root: PathBuf,
    pages: BTreeMap<String, Element>,
}

impl Published {
    fn of(root: &Path) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("public");
        let run = disk::build(root, &out);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let html = disk::files(&out).into_iter().filter(|(path, _)| path.ends_with(".html"));
        let read = |(path, bytes)| (path, parse(&String::from_utf8(bytes).expect("UTF-8")));
        Self { _folder: folder, pages: html.map(read).collect(), root: out }
    }

    fn own() -> Self {
        Self::of(&project())
    }

    fn site(site: &Site) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        site.write_to(folder.path());
        Self::of(folder.path())
    }

    /// Returns every address on every page: the page, what holds the address, the address.
    fn addresses(&self) -> impl Iterator<Item = (&str, &Element, &str)> {
        self.pages.iter().flat_map(|(path, page)| {
            let elements = page.every().into_iter();
            elements.flat_map(move |element| {
                let names = ["href", "src", "srcset", "poster", "data", "action", "xlink:href"];
                names.into_iter().filter_map(move |name| Some((path.as_str(), element, element.attribute(name)?)))
            })
        })
    }

    /// Follows an address from a page as a browser does with files: the file, and the place on it.
    fn follow(&self, page: &str, address: &str) -> (String, Option<String>) {
        let (file, fragment) = match address.split_once('#') {
            Some((file, fragment)) => (file, Some(unescape(fragment))),
            None => (address, None),
        };
        assert!(!file.contains('?'), "{page}: {address} asks a server");
        if file.is_empty() {
            return (page.to_owned(), fragment);
        }
        let mut parts: Vec<&str> = page.split('/').collect();
        parts.pop();
        let file = unescape(file);
        for part in file.split('/') {
            match part {
                ".." => assert!(parts.pop().is_some(), "{page}: {address} leads out of the site"),
                "." => {}
                part => parts.push(part),
            }
        }
        (parts.join("/"), fragment)
    }
}

/// Undoes percent-encoding.
fn unescape(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'%', [high, low, tail @ ..]) => {
                let digits = [*high, *low];
                let digits = std::str::from_utf8(&digits).expect("digits");
                bytes.push(u8::from_str_radix(digits, 16).expect("digits"));
                rest = tail;
            }
            _ => bytes.push(*first),
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn leads_outside(address: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme))
}

#[track_caller]
fn every_address_leads_somewhere(site: &Published) {
    let mut faults = Vec::new();
    for (page, element, address) in site.addresses() {
        if leads_outside(address) {
            if element.name != "a" {
                faults.push(format!("{page}: <{}> calls out to {address}", element.name));
            }
            continue;
        }
        if address.starts_with('/') || address.contains(':') || address.contains('\\') {
            faults.push(format!("{page}: {address} is not relative"));
            continue;
        }
        let (file, fragment) = site.follow(page, address);
        if !site.root.join(&file).is_file() {
            faults.push(format!("{page}: {address} leads to {file}, which is not there"));
            continue;
        }
        if let (Some(fragment), Some(target)) = (fragment, site.pages.get(&file))
            && !target.has_id(&fragment)
        {
            faults.push(format!("{page}: {address}: no such place on {file}"));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Returns the headings of a page in their order: the level and the words of each.
fn headings(page: &Element) -> Vec<(u8, String)> {
    let level = |element: &&Element| element.name.strip_prefix('h').and_then(|level| level.parse::<u8>().ok());
    page.every().iter().filter_map(|element| Some((level(element)?, element.text().trim().to_owned()))).collect()
}

#[track_caller]
fn pages_keep_the_policy(site: &Published) {
    for (path, page) in &site.pages {
        for element in page.every() {
            let name = element.name.as_str();
            assert!(!matches!(name, "base" | "style" | "iframe" | "object" | "embed" | "form"), "{path}: <{name}>");
            // The policy allows scripts of the site itself, from a file, and none on the page.
            assert!(name != "script" || element.attribute("src").is_some(), "{path}: a script on the page");
            for (attribute, value) in &element.attributes {
                assert!(attribute != "style", "{path}: style=\"{value}\"");
                assert!(!attribute.starts_with("on"), "{path}: {attribute}=\"{value}\"");
                assert!(!value.to_lowercase().contains("javascript:"), "{path}: {attribute}=\"{value}\"");
            }
        }
        let mut seen = BTreeSet::new();
        let ids = page.ids();
        let twice: Vec<_> = ids.iter().filter(|id| !seen.insert(**id)).collect();
        assert!(twice.is_empty(), "{path}: ids given twice: {twice:?}");
        assert!(!ids.iter().any(|id| id.is_empty() || id.contains(char::is_whitespace)), "{path}: {ids:?}");
        assert_eq!(page.all("h1").len(), 1, "{path}: one heading of the page");
        let levels = headings(page);
        let jump = levels.windows(2).find(|pair| pair[1].0 > pair[0].0 + 1);
        assert!(jump.is_none() && levels[0].0 == 1, "{path}: headings jump: {jump:?} of {levels:?}");
        assert_eq!(page.all("main").len(), 1, "{path}");
        let title = page.all("title");
        assert!(title.iter().any(|title| !title.text().is_empty()), "{path} has no title");
        assert!(page.all("html")[0].attribute("lang").is_some(), "{path} has no language");
        for picture in page.all("img") {
            assert!(picture.attribute("alt").is_some(), "{path}: a picture without words");
        }
    }
}

/// Returns where a page leads by itself: what stands at an old address does.
fn leads_on(page: &Element) -> Option<&str> {
    let refresh = page.all("meta").into_iter().find(|meta| meta.attribute("http-equiv") == Some("refresh"))?;
    refresh.attribute("content")?.strip_prefix("0; url=")
}

/// What stands at an old address leads to a page of today without a script, says so, and is kept out of searches.
#[track_caller]
fn old_addresses_lead_on(site: &Published) {
    for (path, page) in &site.pages {
        let Some(address) = leads_on(page) else { continue };
        let (target, fragment) = site.follow(path, address);
        let now = site.pages.get(&target).unwrap_or_else(|| panic!("{path} leads to {target}, which is not there"));
        assert!(leads_on(now).is_none() && fragment.is_none(), "{path} leads to {target}");
        let has = |name: &str, (key, value): (&str, &str), of: &str| {
            let is_it = |part: &&Element| part.attribute(key) == Some(value);
            page.all(name).into_iter().filter(is_it).any(|part| part.attribute(of).is_some_and(|to| !to.is_empty()))
        };
        assert!(has("meta", ("name", "robots"), "content") && has("link", ("rel", "canonical"), "href"), "{path}");
        assert!(has("a", ("href", address), "href"), "{path}: no link for the reader");
    }
}

/// Every page can be reached by clicking, but for the one that stands in for missing pages and those at old addresses.
#[track_caller]
fn every_page_is_reachable(site: &Published) {
    let mut reached = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = vec!["index.html".to_owned()];
    while let Some(page) = waiting.pop() {
        for link in site.pages[&page].all("a") {
            let Some(address) = link.attribute("href").filter(|address| !leads_outside(address)) else { continue };
            let (file, _) = site.follow(&page, address);
            if site.pages.contains_key(&file) && reached.insert(file.clone()) {
                waiting.push(file);
            }
        }
    }
    let is_ours = |path: &str, page: &Element| path != "404.html" && leads_on(page).is_none();
    let pages = site.pages.iter().filter(|(path, page)| is_ours(path, page)).map(|(path, _)| path);
    let lost: Vec<_> = pages.filter(|page| !reached.contains(*page)).collect();
    assert!(lost.is_empty(), "no way leads to {lost:#?}");
}

#[track_caller]
fn holds_together(site: &Published) {
    every_address_leads_somewhere(site);
    pages_keep_the_policy(site);
    every_page_is_reachable(site);
    old_addresses_lead_on(site);
}

#[test]
fn the_five_reports_hold_together() {
    let site = Published::own();
    assert!(site.pages.len() > 60, "{}", site.pages.len());
    holds_together(&site);
}

#[test]
fn no_message_is_left_without_words() {
    // A key in place of words looks like `col-required` or `nav_home`.
    let site = Published::own();
    for (path, page) in &site.pages {
        for part in ["h1", "h2", "h3", "th", "dt", "caption", "figcaption", "li", "title"] {
            for element in page.all(part) {
                let text = element.text();
                let key = !text.is_empty()
                    && text.contains(['_', '-'])
                    && text.chars().all(|sign| sign.is_ascii_lowercase() || matches!(sign, '_' | '-'));
                assert!(!key, "{path}: <{part}>{text}");
            }
        }
    }
}

/// A site with what is awkward: names with signs, pages in folders, pages that nothing links to, files.
fn awkward() -> Site {
    Site::small()
        .with(
            "content/index.md",
            "Læs [om](om.md), [æøå](mappe/æøå-og-mere.md) og [delen](om.md#en-del), og [hent](hent.pdf).\n",
        )
        .with("content/hent.pdf", "%PDF-1.4")
        .with("content/om.md", "+++\ntitle = \"Om\"\n+++\n## En del\n\n## En del\n\nSe [her](#en-del-2).[^1]\n\n[^1]: En note.\n")
        .with("content/mappe/æøå-og-mere.md", "+++\ntitle = \"Æøå & mere\"\n+++\n[Tilbage](../index.md) [Plan](../plans/a/plan.md)\n")
        .with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n[\"ØU\"]\nname = \"Økonomiudvalget\"\n")
        .with("content/plans/CON/plan.md", "+++\ntitle = \"Et navn, som Windows har taget\"\nkind = \"budget\"\n+++\n")
        .with("content/plans/b/plan.md", "+++\ntitle = \"Plan <B>\"\nkind = \"action-plan\"\ncommittee = \"ØU\"\n+++\n[A](../a/measures/01.md) og [status](../a/updates/2020-06-30/01.md)\n")
        .with("content/plans/b/measures/index.md", "+++\nnumber = \"1\"\n+++\n")
        .with("content/plans/b/measures/2020-06.md", "+++\nnumber = \"2*\"\ntitle = \"Hedder næsten som en rapport\"\n+++\n![Et billede](../b.svg \"Billedet\")\n")
        .with("content/plans/b/b.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .with("content/plans/b/updates/2020-06-30/index.md", "+++\nlevel = \"ok\"\n[notes]\n\"*\" = \"Et mærke.\"\n+++\n")
}

#[test]
fn an_awkward_site_holds_together() {
    holds_together(&Published::site(&awkward()));
}

/// Whatever headings authors write, they stand below those of the page, and what is expected is not read as what is.
#[test]
fn headings_of_texts_stand_below_those_of_the_page() {
    let text = "# Møde\n\nHolder.\n\n##### Dybt\n\nNede.\n\n## Handling\n\nFlere møder.\n\n## Tidsplan\n\nAlt er klar i august.\n\n### Senere\n\nMere.\n";
    let status = format!("+++\nlevel = \"Alt OK\"\n+++\n{text}");
    let site = Site::small()
        .with("content/plans/a/updates/2020-03-31/01.md", &status)
        .with("content/plans/a/updates/2020-06-30/01.md", &status)
        .with("content/plans/a/updates/2020-06-30/index.md", text)
        .append("content/plans/a/plan.md", text)
        .append("content/plans/a/measures/01.md", text)
        .with("content/om.md", format!("+++\ntitle = \"Om\"\n+++\n{text}"))
        .with("content/index.md", text);
    let published = Published::site(&site);
    pages_keep_the_policy(&published);
    let page = &published.pages[published.pages.keys().find(|path| path.ends_with("a/01.html")).expect("a page")];
    let told: Vec<(u8, String)> = headings(page);
    let told: Vec<(u8, &str)> = told.iter().map(|(level, words)| (*level, words.as_str())).collect();
    let of_status =
        |level| [(level, "Møde"), (level + 1, "Dybt"), (level, "Handling"), (level, "Tidsplan"), (level + 1, "Senere")];
    assert_eq!(told[1], (2, "Status pr. 30. juni 2020"));
    assert_eq!(told[2..7], of_status(3));
    let before = told.iter().position(|heading| *heading == (3, "31. marts 2020")).expect("the earlier status");
    assert_eq!(told[before + 1..before + 6], of_status(4));
    // Whatever an author's headings jump over.
    let body = Site::small()
        .with("content/side.md", "+++\ntitle = \"Side\"\n+++\n#### A\n\n###### B\n\n##### C\n\n## D\n\n### E\n")
        .build();
    let levels: Vec<u8> = headings(&body.html("side.html")).iter().map(|(level, _)| *level).collect();
    assert_eq!(levels, [1, 2, 3, 3, 2, 3]);
    // Without a heading of its own, the words of a status need none of ours.
    let page = Site::small().build();
    assert!(!page.page(page.path("a/01.html")).contains("status-words"));
}

#[test]
fn a_site_with_new_ids_holds_together() {
    let renamed = awkward()
        .edit("content/committees.toml", "\"Socialudvalget\"", "\"Socialudvalget\"\nformerly = [\"Sø.Co\"]")
        .edit("content/plans/CON/plan.md", "kind =", "formerly = [\"AUX\", \"før\"]\nkind =")
        .edit("content/plans/b/plan.md", "kind =", "formerly = [\"a\", \"b.1\"]\nkind =")
        .edit("content/plans/b/measures/index.md", "number", "formerly = [\"nul\", \"index\", \"2020-06\"]\nnumber");
    let site = Published::site(&renamed);
    holds_together(&site);
    let old: Vec<_> = site.pages.iter().filter(|(_, page)| leads_on(page).is_some()).map(|(path, _)| path).collect();
    assert_eq!(old.len(), 9, "{old:?}");
}

#[test]
fn a_bare_site_holds_together() {
    let bare = Site::small()
        .without("content/plans/a/updates/2020-06-30/01.md")
        .without("content/plans/a/measures/01.md")
        .with("content/plans/a/plan.md", "+++\ntitle = \"Plan A\"\nkind = \"savings\"\n+++\n")
        .without("content/owners.toml")
        .without("content/committees.toml");
    holds_together(&Published::site(&bare));
}

#[test]
fn an_english_site_holds_together() {
    let english = awkward()
        .edit("site.toml", "language = \"da\"", "language = \"en\"")
        .edit("content/plans/a/measures/01.md", "2,50", "2.50")
        .edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "1.25");
    holds_together(&Published::site(&english));
}

#[test]
fn a_page_met_anywhere_leads_by_whole_paths() {
    let hrefs = |site: Site| {
        let outcome = site.build();
        assert_eq!(outcome.codes(), Vec::<&str>::new());
        let page = outcome.html("404.html");
        let links = page.every().into_iter().filter_map(|part| part.attribute("href").map(str::to_owned));
        links.filter(|href| !href.starts_with('#')).collect::<Vec<_>>()
    };
    let addressed = |url: &str| Site::small().edit("site.toml", "language", &format!("url = \"{url}\"\nlanguage"));
    for (url, root) in [
        ("https://www.eksempelby.dk/status", "/status/"),
        ("https://www.eksempelby.dk/status/", "/status/"),
        ("http://eksempelby.dk", "/"),
    ] {
        let hrefs = hrefs(addressed(url));
        assert!(hrefs.len() > 8 && hrefs.iter().all(|href| href.starts_with(root)), "{url}: {hrefs:?}");
        assert!(
            hrefs.iter().any(|href| href.starts_with(&format!("{root}assets/theme.")))
                && hrefs.contains(&format!("{root}planer/index.html"))
        );
    }
    let relative = hrefs(Site::small());
    assert!(relative.iter().all(|href| !href.starts_with('/')), "{relative:?}");
    assert_eq!(addressed("ftp://eksempelby.dk").codes(), ["not-an-address"]);
}
