//! Money of other countries: read, added, compared and printed from end to end, and never mixed.

use fremdrift::{diag::Severity, locale::Language};

use crate::support::Site;

/// A savings plan beside plan A of the small site, in another unit.
fn with_plan(site: Site, id: &str, unit: &str, required: &str, achieved: &str) -> Site {
    let plan = format!(
        "+++\ntitle = \"Plan {id}\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"USB\"\nunit = \"{unit}\"\n+++\nEn plan.\n"
    );
    let measure = format!("+++\nnumber = \"1\"\ntitle = \"Indkøb\"\nrequired = \"{required}\"\n+++\n");
    let status = format!("+++\nlevel = \"Alt OK\"\nachieved = \"{achieved}\"\n+++\nAftalen er indgået.\n");
    site.with(&format!("content/plans/{id}/plan.md"), plan)
        .with(&format!("content/plans/{id}/measures/01.md"), measure)
        .with(&format!("content/plans/{id}/updates/2020-06-30/01.md"), status)
}

/// The codes of what is wrong with a site, with the file.
fn errors(site: &Site) -> Vec<(String, String)> {
    let found = site.check().findings.into_iter().filter(|found| found.severity == Severity::Error);
    found
        .map(|found| (found.code.to_owned(), found.path.as_str().trim_start_matches("content/plans/").to_owned()))
        .collect()
}

/// What a page says, with ordinary blanks, and whether each amount keeps together.
fn text(site: &Site, page: &str) -> String {
    site.build().page(page).replace('\u{a0}', " ")
}

#[test]
fn pounds_are_added_and_printed_as_the_language_does() {
    let site = with_plan(
        Site::small()
            .without("content/plans/a/plan.md")
            .without("content/plans/a/measures/01.md")
            .without("content/plans/a/updates/2020-06-30/01.md"),
        "b",
        "£m",
        "£2,5m",
        "500.000 GBP",
    )
    .with(
        "content/plans/b/measures/02.md",
        "+++\nnumber = \"2\"\ntitle = \"Drift\"\nrequired = \"mio. £ 35,4\"\n+++\n",
    );
    assert_eq!(
        errors(&site),
        [("not-an-amount".to_owned(), "b/measures/02.md".to_owned())],
        "a magnitude stands with the currency behind"
    );
    let site = site.edit("content/plans/b/measures/02.md", "mio. £ 35,4", "35,4");
    assert_eq!(errors(&site), []);
    let page = text(&site, "planer/b/index.html");
    assert!(page.contains("37,9 mio. GBP"), "required, in millions of pounds");
    assert!(page.contains("0,5 mio. GBP"), "achieved, brought to millions");
    // In English, with the sign where it stands and the minus before it.
    let english = site
        .edit("site.toml", "language = \"da\"", "language = \"en\"")
        .edit("content/plans/b/measures/01.md", "£2,5m", "£2.5m")
        .edit("content/plans/b/measures/02.md", "35,4", "35.4")
        .edit("content/plans/b/updates/2020-06-30/01.md", "500.000 GBP", "-£500,000")
        .messages(Language::English);
    let page = english.build().page("plans/b/index.html").to_owned();
    assert!(page.contains("£37.9\u{a0}million"), "no break within an amount");
    assert!(page.contains("\u{2212}£0.5\u{a0}million"), "{}", text(&english, "plans/b/index.html"));
    assert!(page.contains("£ million"), "the unit of the table");
}

#[test]
fn money_of_two_countries_in_a_plan_is_an_error() {
    for (required, achieved) in [("5 mio. NOK", "1,25"), ("2,5", "£1,25m"), ("2,5", "1 mio. SEK"), ("€2,5", "1,25")]
    {
        let site = Site::small().edit("content/plans/a/measures/01.md", "2,50", required).edit(
            "content/plans/a/updates/2020-06-30/01.md",
            "1,25",
            achieved,
        );
        let found: Vec<String> = errors(&site).into_iter().map(|(code, _)| code).collect();
        assert_eq!(found, ["units-differ"], "{required} and {achieved}");
    }
}

#[test]
fn shared_pages_have_a_sum_for_each_currency() {
    let two = with_plan(Site::small(), "b", "1.000 EUR", "€1,2 mio.", "640");
    let three = with_plan(two.clone(), "c", "1.000 EUR", "300", "20");
    for (site, required, achieved) in [(&two, "1.200 t.EUR", "640 t.EUR"), (&three, "1.500 t.EUR", "660 t.EUR")] {
        for page in ["index.html", "udvalg/usb.html"] {
            let page = text(site, page)
                .replace("<a href=\"#plans\">", "")
                .replace("<a href=\"#money-table\">", "")
                .replace("</a></dt>", "</dt>");
            for tile in [
                format!("<dt>Sparekrav, EUR</dt><dd><b>{required}"),
                format!("<dt>Opnået, EUR</dt><dd><b>{achieved}"),
                "<dt>Sparekrav, kr.</dt><dd><b>2,50 mio. kr.".to_owned(),
                "<dt>Opnået, kr.</dt><dd><b>1,25 mio. kr.".to_owned(),
            ] {
                assert!(page.contains(&tile), "{tile} in {}", &page[page.find("tiles").unwrap_or(0)..][..900]);
            }
        }
    }
    // Within a currency the plans must count alike, or nothing is added up at all.
    let unlike = with_plan(two, "c", "EUR", "300", "20");
    assert!(!text(&unlike, "index.html").contains("class=\"tiles\""));
    assert!(text(&Site::small(), "udvalg/usb.html").contains(">Sparekrav</a></dt>"), "one currency needs no name");
}

#[test]
fn a_table_in_pounds_reads_what_other_hands_write() {
    let site = Site::small()
        .edit("site.toml", "language = \"da\"", "language = \"en\"")
        .edit("content/plans/a/measures/01.md", "2,50", "2.50")
        .edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "1.25")
        .with(
            "content/plans/a/tables/spend.toml",
            "title = \"Spending\"\nunit = \"£\"\nsign = \"none\"\n[csv]\ndelimiter = \",\"\n[columns]\nactual = {}\n",
        )
        .with(
            "content/plans/a/tables/spend.csv",
            "row,label,kind,formula,actual\n1,Acme,,,\"£1,650.00\"\n2,Bloggs,,,\"1,234.56\"\n3,Credit,,,-£50.00\n4,All,total,1:3,\"£2,834.56\"\n",
        )
        .messages(Language::English);
    assert_eq!(errors(&site), []);
    let page = text(&site, "plans/a/index.html");
    for cell in ["1,650.00", "1,234.56", "\u{2212}50.00", "2,834.56"] {
        assert!(page.contains(&format!(">{cell}<")), "{cell}");
    }
    assert!(page.contains("Amounts in £"));
    let mixed = site.edit("content/plans/a/tables/spend.csv", "-£50.00", "-€50.00");
    assert_eq!(errors(&mixed), [("units-differ".to_owned(), "a/tables/spend.csv".to_owned())]);
    let bracketed = mixed.edit("content/plans/a/tables/spend.csv", "-€50.00", "(£50.00)");
    assert_eq!(errors(&bracketed), [("not-an-amount".to_owned(), "a/tables/spend.csv".to_owned())]);
}

#[test]
fn a_site_that_counts_in_norwegian_kroner_means_them_by_kr() {
    let site = Site::small()
        .edit("site.toml", "language = \"da\"", "language = \"da\"\nunit = \"NOK\"")
        .edit("content/plans/a/plan.md", "mio. kr.", "mill. kr")
        .edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "kr 1.250.000");
    assert_eq!(errors(&site), []);
    assert!(text(&site, "planer/a/index.html").contains("2,50 mio. NOK"));
    let danish = site.edit("content/plans/a/updates/2020-06-30/01.md", "kr 1.250.000", "1.250.000 DKK");
    assert_eq!(errors(&danish), [("units-differ".to_owned(), "a/updates/2020-06-30/01.md".to_owned())]);
}

#[test]
fn another_currency_is_another_amount() {
    let pounds = with_plan(Site::small(), "b", "£m", "2,5", "1");
    let same = with_plan(Site::small(), "b", "mio. GBP", "2.500.000 £", "1");
    assert!(pounds.diff(&same).changes.is_empty(), "the same money in another unit");
    let euro = with_plan(Site::small(), "b", "mio. EUR", "2,5", "1");
    let diff = pounds.diff(&euro);
    let told = fremdrift::render::changes::markdown(&diff.changes, &diff.locale).replace('\u{a0}', " ");
    assert!(told.contains("2,5 mio. GBP") && told.contains("2,5 mio. EUR"), "{told}");
}

#[test]
fn each_of_two_amounts_has_a_sign_that_stands_before_its_number() {
    let plan = "+++\ntitle = \"Plan\"\nkind = \"savings\"\nyear = 2020\nunit = \"£m\"\noverspend = \"4.5\"\n+++\n";
    let site = |achieved: &str| {
        Site::small()
            .edit("site.toml", "language = \"da\"", "language = \"en\"")
            .with("content/plans/a/plan.md", plan)
            .with("content/plans/a/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Fares\"\nrequired = \"2.5\"\n+++\n")
            .with(
                "content/plans/a/updates/2020-06-30/01.md",
                format!("+++\nlevel = \"Kritisk\"\nachieved = \"{achieved}\"\n+++\nSlow.\n"),
            )
            .with("content/plans/a/updates/2020-06-30/index.md", "+++\noverspend = \"4.2\"\n+++\n")
    };
    let page = |achieved: &str, path: &str| site(achieved).build().html(path).text().replace('\u{a0}', " ");
    assert!(page("0.6", "index.html").contains("£0.6 million of £2.5 million"), "{}", page("0.6", "index.html"));
    let plan = page("0.6", "plans/a/index.html");
    assert!(plan.contains("has fallen from £4.5 million to £4.2 million"), "{plan}");
    // Nil is a word in a sentence.
    assert!(page("-", "index.html").contains("nothing of £2.5 million"), "{}", page("-", "index.html"));
}

#[test]
fn rates_are_not_added_and_are_no_share_of_each_other() {
    let b = "content/plans/b";
    let rates = with_plan(Site::small(), "b", "%", "2,5", "1,0")
        .with(&format!("{b}/measures/02.md"), "+++\nnumber = \"2\"\ntitle = \"Fravær\"\nrequired = \"3\"\n+++\n")
        .with(&format!("{b}/updates/2020-06-30/02.md"), "+++\nlevel = \"Alt OK\"\nachieved = \"1,5\"\n+++\nOrd.\n");
    let built = rates.build();
    let plan = built.html("planer/b/index.html").text().replace('\u{a0}', " ");
    assert!(plan.contains("2,5") && plan.contains("1,0"), "each is told: {plan}");
    for page in ["planer/b/index.html", "index.html", "udvalg/usb.html", "planer/index.html"] {
        let text = built.html(page).text().replace('\u{a0}', " ");
        assert!(!text.contains("5,5"), "{page}: {text}");
        assert!(!text.contains("40 %") && !text.contains("45 %"), "{page}: {text}");
    }
    assert!(!plan.contains("I alt"), "{plan}");
    // What a document states is told, and nothing is held against it.
    let stated = rates.clone().edit(
        &format!("{b}/plan.md"),
        "unit =",
        "stated = { required = \"6\", achieved = \"2\" }\nunit =",
    );
    let built = stated.build();
    let plan = built.html("planer/b/index.html").text().replace('\u{a0}', " ");
    assert!(plan.contains("Sparekrav 6 %") && !plan.contains("33 %") && !plan.contains("5,5"), "{plan}");
    assert!(!built.codes().contains(&"stated-differs"), "{:?}", built.codes());
    // Of money beside them there is a total.
    assert!(text(&rates, "index.html").contains("2,50 mio. kr."));
}
