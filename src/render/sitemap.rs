//! What search engines ask a site for: the list of its pages (sitemaps.org), and whether they may come (RFC 9309).
//!
//! A site that is not for everybody invites nobody: it has no list, and says so to those who ask.

use std::fmt::Write as _;

use super::ascii;
use crate::value::RelPath;

/// The most addresses that one list may have.
const MOST: usize = 50_000;

/// Returns the lists of pages with their names: one, or one of lists and those. `base` is the address of the site.
#[must_use]
pub fn write_sitemap(base: &str, pages: &[&RelPath]) -> Vec<(String, Vec<u8>)> {
    let name = |at: usize| format!("sitemap-{}.xml", at.saturating_add(1));
    match pages.len() {
        0..=MOST => vec![("sitemap.xml".to_owned(), list(base, "urlset", "url", pages.iter()))],
        _ => {
            let parts = pages.chunks(MOST).enumerate();
            let mut files: Vec<_> =
                parts.map(|(at, part)| (name(at), list(base, "urlset", "url", part.iter()))).collect();
            let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
            files.push(("sitemap.xml".to_owned(), list(base, "sitemapindex", "sitemap", names.iter())));
            files
        }
    }
}

fn list<T: std::fmt::Display>(base: &str, all: &str, one: &str, names: impl Iterator<Item = T>) -> Vec<u8> {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{all} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    );
    for name in names {
        let address = ascii(&format!("{base}{name}")).replace('&', "&amp;").replace('\'', "&apos;");
        // Writing to a text does not fail.
        let _ = writeln!(xml, "<{one}><loc>{address}</loc></{one}>");
    }
    let _ = writeln!(xml, "</{all}>");
    xml.into_bytes()
}

/// Returns what programs that visit the site are told; nothing where a public site has no address to tell.
#[must_use]
pub fn write_robots(base: Option<&str>, is_open_to_all: bool) -> Option<String> {
    match (is_open_to_all, base) {
        (false, _) => Some("User-agent: *\nDisallow: /\n".to_owned()),
        (true, Some(base)) => Some(format!("User-agent: *\nDisallow:\n\nSitemap: {}sitemap.xml\n", ascii(base))),
        (true, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_pages_than_a_list_may_have_are_several_lists() {
        let pages: Vec<RelPath> = (0..=MOST).map(|at| RelPath::new(format!("ø/{at}.html")).expect("a path")).collect();
        let files = write_sitemap("https://x.dk/", &pages.iter().collect::<Vec<_>>());
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let text = |at: usize| String::from_utf8_lossy(&files[at].1).into_owned();
        assert_eq!((text(0).matches("<loc>").count(), text(1).matches("<loc>").count()), (MOST, 1));
        assert!(text(1).contains("<loc>https://x.dk/%C3%B8/50000.html</loc>"), "{}", text(1));
        assert!(text(2).contains("<sitemap><loc>https://x.dk/sitemap-2.xml</loc></sitemap>"), "{}", text(2));
        assert_eq!(write_sitemap("https://x.dk/", &[]).len(), 1);
    }
}
