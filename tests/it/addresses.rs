//! Fields that become links: what is no address of the web, of mail or of a telephone is refused, or stands there as words.

use fremdrift::locale::Language;

use crate::{cures::hold_cures, support::Site};

/// The small site with an address in each field of `site.toml` that is one.
fn with_address(address: &str) -> Site {
    let site = Site::small().messages(Language::English);
    let toml = String::from_utf8(site.files()["site.toml"].clone()).expect("text");
    let lines = format!("[licence]\ntitle = \"CC0\"\nurl = '{address}'\n[accessibility]\nurl = '{address}'\n");
    site.with("site.toml", format!("url = '{address}'\n{toml}{lines}"))
}

#[test]
fn an_address_of_the_site_is_one_of_the_web() {
    for (address, cure) in [
        ("javascript:alert(1)", None),
        ("data:text/html,hej", None),
        ("ftp://kommune.dk/", None),
        ("https://", None),
        ("https://kommune dk/", None),
        ("https://jens:kode@kommune.dk/", None),
        ("kommunens hjemmeside", None),
        ("www.kommune.dk/side", Some("\"https://www.kommune.dk/side\"")),
        ("//kommune.dk", Some("\"https://kommune.dk\"")),
        ("https:/kommune.dk/a", Some("\"https://kommune.dk/a\"")),
    ] {
        let site = with_address(address);
        let outcome = site.check();
        let found: Vec<_> = outcome.findings.iter().filter(|found| found.code == "not-an-address").collect();
        assert_eq!(found.len(), 3, "{address}: {found:#?}");
        assert!(!outcome.is_publishable() && found.iter().all(|found| !found.message.contains("kode")), "{address}");
        let cures: Vec<_> = found[0].cures.iter().map(|cure| cure.text.as_str()).collect();
        assert_eq!(cures, Vec::from_iter(cure), "{address}");
        hold_cures(address, &site);
    }
    for address in ["https://kommune.dk", "HTTPS://kommune.dk/a b", "http://intra:8080/x?y#z", "https://århus.dk/"] {
        let outcome = with_address(address).sound();
        assert_eq!(outcome.codes(), Vec::<&str>::new(), "{address}");
    }
}

#[test]
fn a_source_or_a_contact_leads_nowhere_else() {
    for (text, href) in [
        ("javascript:alert(1)", None),
        ("data:text/html,hej", None),
        ("https://kommune.dk/tal, side 3", None),
        ("https://jens:kode@kommune.dk/", None),
        ("https://kommune.dk/tal", Some("https://kommune.dk/tal")),
        ("drift@kommune.dk?bcc=x@y.dk", None),
        ("drift@kommune.dk", Some("mailto:drift@kommune.dk")),
        ("mailto:drift@kommune.dk", Some("mailto:drift@kommune.dk")),
        ("tel:+45 12 34 56 78", Some("tel:+4512345678")),
    ] {
        let field = if text.contains("http") || text.contains("data") { "source" } else { "contact" };
        let site = Site::small();
        let toml = String::from_utf8(site.files()["site.toml"].clone()).expect("text");
        let plan = format!("year = 2020\nsource = '{text}'");
        let outcome = site
            .with("site.toml", format!("{field} = '{text}'\n{toml}"))
            .edit("content/plans/a/plan.md", "year = 2020", &plan)
            .sound();
        let start = text.split(':').next().unwrap_or_default();
        let pages = outcome.files.iter().filter(|(path, _)| path.as_str().ends_with(".html"));
        let about: String = pages.map(|(_, page)| String::from_utf8_lossy(page)).collect();
        assert!(!about.contains(&format!("href=\"{start}:")) || href.is_some(), "{text}");
        match href {
            Some(href) => assert!(about.contains(&format!("href=\"{href}\"")), "{text}"),
            None => assert!(about.contains(text.split('&').next().unwrap_or_default()), "{text} stands there as words"),
        }
    }
}
