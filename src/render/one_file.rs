//! A page as one file to mail: what it is drawn with stands in it, and nothing in it asks for anything.
//!
//! It is made of the page as it is published, so it shows no more and no less. Style sheets and pictures are put into it, scripts
//! left out: what they do, they do for a site. Links lead to the site where that has an address; where it has none they are words,
//! since what they lead to was not mailed along. The policy in its head forbids whatever this overlooks.

use std::borrow::Cow;

use super::ascii;
use crate::value::RelPath;

/// What the file may do: show itself.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'";

/// Elements that ask for something, or are of no use without it. All that is in them goes too.
const DROPPED: [&str; 7] = ["script", "iframe", "object", "template", "noscript", "video", "audio"];

/// Elements of one tag that ask for something.
const DROPPED_TAGS: [&str; 4] = ["base", "embed", "source", "track"];

/// Attributes that make a browser ask for something, by themselves or when they are followed.
const ASKING: [&str; 15] = [
    "src",
    "srcset",
    "imagesrcset",
    "poster",
    "data",
    "background",
    "action",
    "formaction",
    "ping",
    "manifest",
    "cite",
    "longdesc",
    "usemap",
    "href",
    "xlink:href",
];

/// Makes one file of a page. `base` is the address of the site, and `file` answers the files of the site.
#[must_use]
pub fn write_one_file(
    html: &str,
    page: &RelPath,
    base: Option<&str>,
    file: &dyn Fn(&RelPath) -> Option<Vec<u8>>,
) -> String {
    let maker = OneFile { page, base, file };
    let mut out = String::with_capacity(html.len().saturating_mul(2));
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, from_tag) = rest.split_at(at);
        out.push_str(text);
        rest = maker.take(from_tag, &mut out);
    }
    out.push_str(rest);
    out
}

/// What a page is made one file with.
struct OneFile<'f> {
    page: &'f RelPath,
    base: Option<&'f str>,
    file: &'f dyn Fn(&RelPath) -> Option<Vec<u8>>,
}

/// A tag that opens an element: its name and its attributes, as they are written.
struct OpenTag<'t> {
    name: String,
    attributes: Vec<(String, Option<&'t str>)>,
    /// All of it, to its `>`.
    whole: &'t str,
}

impl OneFile<'_> {
    /// Takes what begins with `<`, and answers what is left.
    fn take<'h>(&self, html: &'h str, out: &mut String) -> &'h str {
        if html.starts_with("<!--") {
            return behind(html, "-->");
        }
        let Some(tag) = OpenTag::read(html) else {
            // The end of an element, the type of the document, or a sign that stands for itself.
            let (sign, rest) = html.split_at(1);
            out.push_str(sign);
            return rest;
        };
        let rest = html.get(tag.whole.len()..).unwrap_or_default();
        let is_of = |class: &str| tag.value("class").is_some_and(|all| all.split_whitespace().any(|one| one == class));
        // What would lead nowhere is left out where it says nothing but where it leads.
        let is_way = tag.name == "nav" && (is_of("menu") || is_of("more"))
            || tag.name == "a" && is_of("a-to-z")
            || tag.name == "p" && is_of("take");
        match tag.name.as_str() {
            name if DROPPED.contains(&name) || self.base.is_none() && is_way => behind(rest, &format!("</{name}>")),
            name if DROPPED_TAGS.contains(&name) => rest,
            "style" | "title" | "textarea" => {
                let end = html.len().saturating_sub(behind(rest, &format!("</{}>", tag.name)).len());
                out.push_str(html.get(..end).unwrap_or_default());
                html.get(end..).unwrap_or_default()
            }
            "meta" => {
                match tag.value("http-equiv").map(str::to_ascii_lowercase).as_deref() {
                    Some("content-security-policy") => {
                        out.push_str("<meta http-equiv=\"Content-Security-Policy\" content=\"");
                        out.push_str(POLICY);
                        out.push_str("\">");
                    }
                    Some(_) => {}
                    None => out.push_str(tag.whole),
                }
                rest
            }
            "link" => {
                let rel = tag.value("rel").unwrap_or_default().to_ascii_lowercase();
                let href = tag.value("href").unwrap_or_default();
                match rel.as_str() {
                    "stylesheet" => {
                        if let Some((path, bytes)) = self.found(self.page, href) {
                            out.push_str("<style>\n");
                            out.push_str(&self.style(&path, &String::from_utf8_lossy(&bytes)));
                            out.push_str("</style>");
                        }
                    }
                    "canonical" => out.push_str(tag.whole),
                    _ => {}
                }
                rest
            }
            _ => {
                self.write(&tag, out);
                rest
            }
        }
    }

    /// Writes a tag with those of its attributes that ask for nothing.
    fn write(&self, tag: &OpenTag<'_>, out: &mut String) {
        out.push('<');
        out.push_str(&tag.name);
        for (name, value) in &tag.attributes {
            let written = value.unwrap_or_default();
            let kept: Option<Cow<'_, str>> = match name.as_str() {
                "href" if matches!(tag.name.as_str(), "a" | "area") => self.way(written),
                "download" if self.base.is_none() => None,
                "src" if tag.name == "img" => self.picture(written),
                name if ASKING.contains(&name) => written.starts_with('#').then_some(Cow::Borrowed(written)),
                name if name.starts_with("on") => None,
                "style" if written.contains("url") || written.contains('\\') => None,
                _ => Some(Cow::Borrowed(written)),
            };
            let Some(kept) = kept else { continue };
            out.push(' ');
            out.push_str(name);
            if value.is_some() {
                out.push_str("=\"");
                out.push_str(&kept.replace('"', "&quot;"));
                out.push('"');
            }
        }
        out.push_str(if tag.whole.ends_with("/>") { "/>" } else { ">" });
    }

    /// Returns where a link leads from the file: a spot on it, another site, or the site that it is from.
    fn way<'w>(&self, href: &'w str) -> Option<Cow<'w, str>> {
        let is_whole = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| href.starts_with(scheme));
        if href.starts_with('#') || is_whole {
            return Some(Cow::Borrowed(href));
        }
        let (path, fragment) = href.split_once('#').map_or((href, None), |(path, spot)| (path, Some(spot)));
        let to = resolved(self.page, path)?;
        match (fragment, self.base) {
            (Some(spot), _) if to == *self.page => Some(Cow::Owned(format!("#{spot}"))),
            (_, None) => None,
            (None, Some(base)) => Some(Cow::Owned(ascii(&format!("{base}{to}")))),
            (Some(spot), Some(base)) => Some(Cow::Owned(format!("{}#{spot}", ascii(&format!("{base}{to}"))))),
        }
    }

    fn picture<'w>(&self, src: &'w str) -> Option<Cow<'w, str>> {
        if src.starts_with("data:") {
            return Some(Cow::Borrowed(src));
        }
        let (path, bytes) = self.found(self.page, src)?;
        Some(Cow::Owned(data_address(&path, &bytes)?))
    }

    /// Returns a file of the site by its address from another.
    fn found(&self, from: &RelPath, address: &str) -> Option<(RelPath, Vec<u8>)> {
        let path = resolved(from, address)?;
        let bytes = (self.file)(&path)?;
        Some((path, bytes))
    }

    /// Returns a style sheet that asks for nothing: what it names stands in it, or is left out.
    fn style(&self, path: &RelPath, css: &str) -> String {
        let mut out = String::with_capacity(css.len());
        let mut rest = css;
        while let Some(at) = rest.find("url(") {
            let (before, from) = rest.split_at(at);
            out.push_str(before);
            let inner = from.get(4..).unwrap_or_default();
            let end = inner.find(')').unwrap_or(inner.len());
            let address = inner.get(..end).unwrap_or_default().trim().trim_matches(['"', '\'']);
            let kept = match address.starts_with('#') || address.starts_with("data:") {
                true => Some(address.to_owned()),
                false => self.found(path, address).and_then(|(path, bytes)| data_address(&path, &bytes)),
            };
            out.push_str(&format!("url(\"{}\")", kept.unwrap_or_else(|| "data:,".to_owned())));
            rest = inner.get(end.saturating_add(1)..).unwrap_or_default();
        }
        out.push_str(rest);
        // A style sheet must not end its element, nor fetch another.
        out.replace("</", "<\\/").replace("@import", "@ignored")
    }
}

impl<'t> OpenTag<'t> {
    /// Reads a tag at the beginning of a text; nothing where there is none.
    fn read(html: &'t str) -> Option<Self> {
        let after = html.strip_prefix('<')?;
        if !after.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let name_end = after.find(|c: char| c.is_whitespace() || matches!(c, '>' | '/'))?;
        let name = after.get(..name_end)?.to_ascii_lowercase();
        let mut attributes = Vec::new();
        let mut rest = after.get(name_end..)?;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            if let Some(behind) = rest.strip_prefix('>') {
                let length = html.len().checked_sub(behind.len())?;
                return Some(Self { name, attributes, whole: html.get(..length)? });
            }
            let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/'))?;
            // A sign without a name before it is passed over, so that the end is reached.
            let end = if end == 0 { rest.chars().next()?.len_utf8() } else { end };
            let attribute = rest.get(..end)?.to_ascii_lowercase();
            rest = rest.get(end..)?.trim_start();
            let Some(value) = rest.strip_prefix('=') else {
                attributes.push((attribute, None));
                continue;
            };
            let value = value.trim_start();
            let (value, behind) = match value.chars().next()? {
                quote @ ('"' | '\'') => value.get(1..)?.split_once(quote)?,
                _ => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>')?),
            };
            attributes.push((attribute, Some(value)));
            rest = behind;
        }
    }

    fn value(&self, name: &str) -> Option<&'t str> {
        self.attributes.iter().find(|(known, _)| known == name).and_then(|(_, value)| *value)
    }
}

/// Returns what stands behind a mark, or nothing where there is no such mark.
fn behind<'h>(html: &'h str, mark: &str) -> &'h str {
    let lower = html.to_ascii_lowercase();
    lower.find(mark).and_then(|at| html.get(at.saturating_add(mark.len())..)).unwrap_or_default()
}

/// Returns where an address leads from a file of the site; nothing where it leads out of it.
pub(super) fn resolved(from: &RelPath, address: &str) -> Option<RelPath> {
    let address = address.split(['?', '#']).next()?;
    if address.contains(':') || address.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.folder().split('/').filter(|part| !part.is_empty()).collect();
    if address.is_empty() {
        return Some(from.clone());
    }
    for part in address.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    RelPath::new(parts.join("/")).ok()
}

/// Returns a file as an address that holds it; nothing where it is no picture and no font.
fn data_address(path: &RelPath, bytes: &[u8]) -> Option<String> {
    let kind = match path.extension().to_ascii_lowercase().as_str() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        _ => return None,
    };
    let mut out = format!("data:{kind},");
    for byte in bytes {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(char::from(*byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(html: &str, base: Option<&str>) -> String {
        let file = |path: &RelPath| match path.as_str() {
            "assets/a.css" => Some(
                b"a{background:url(b.png)} b{background:url('https://x.dk/y.png')} @import 'c.css'; </style>".to_vec(),
            ),
            "assets/b.png" => Some(b"\x89P".to_vec()),
            _ => None,
        };
        let page = RelPath::new("planer/a/index.html").expect("a path");
        write_one_file(html, &page, base, &file)
    }

    #[test]
    fn what_asks_for_something_is_put_in_or_left_out() {
        for (html, expected) in [
            ("<p>1 < 2 & <b title='a>b'>x</b>", "<p>1 < 2 & <b title=\"a>b\">x</b>"),
            ("<script src=\"x.js\" defer></SCRIPT>a<iframe src=y></iframe>b<base href=/>c", "abc"),
            ("<link rel=\"icon\" href=\"../../assets/icon.svg\"><LINK REL=preload href=x>", ""),
            ("<img src=\"../../assets/b.png\" alt=\"B\">", "<img src=\"data:image/png,%89P\" alt=\"B\">"),
            ("<img alt=x src=//x.dk/a.png><img src='https://x.dk/a.png' onerror=\"a()\">", "<img alt=\"x\"><img>"),
            ("<a href=\"../b/index.html#m\" download>B</a>", "<a>B</a>"),
            ("<a href=\"index.html#m\">M</a><a href=\"#n\">N</a>", "<a href=\"#m\">M</a><a href=\"#n\">N</a>"),
            ("<a href=\"https://x.dk/?a=1&amp;b\">X</a>", "<a href=\"https://x.dk/?a=1&amp;b\">X</a>"),
            ("<a href=\"javascript:a()\">X</a><form action=\"x\">", "<a>X</a><form>"),
            ("<use href=\"#m-good\"/><use xlink:href=\"x.svg#a\"/>", "<use href=\"#m-good\"/><use/>"),
            ("<meta http-equiv=refresh content=\"0; url=x\"><!-- <a href=\"x\"> -->", ""),
            ("<title>a <b> </title><p style=\"background:url(x)\">", "<title>a <b> </title><p>"),
            ("<p class=\"take\">Hent: <a href=x.csv>CSV</a></p>z", "z"),
            ("<p a", "<p a"),
        ] {
            assert_eq!(made(html, None), expected, "{html}");
        }
        let policy = made("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src *\">", None);
        assert!(policy.contains("default-src 'none'") && !policy.contains('*'), "{policy}");
    }

    #[test]
    fn style_sheets_stand_in_it_with_their_pictures() {
        let html =
            made("<link rel=\"stylesheet\" href=\"../../assets/a.css\"><link rel=stylesheet href=none.css>", None);
        assert!(html.starts_with("<style>\na{background:url(\"data:image/png,%89P\")}"), "{html}");
        assert!(!html.contains("x.dk") && !html.contains("@import") && html.matches("</style>").count() == 1, "{html}");
    }

    #[test]
    fn links_lead_to_the_site_where_it_has_an_address() {
        let html = made(
            "<a href=\"../../udvalg/øu.html#x\">U</a><p class=\"take\"><a href=\"a.csv\" download>CSV</a></p>",
            Some("https://x.dk/s/"),
        );
        assert!(html.contains("<a href=\"https://x.dk/s/udvalg/%C3%B8u.html#x\">U</a>"), "{html}");
        assert!(html.contains("<a href=\"https://x.dk/s/planer/a/a.csv\" download>CSV</a>"), "{html}");
        assert!(made("<a href=\"../../../x\">X</a>", Some("https://x.dk/")).contains("<a>X</a>"), "out of the site");
    }
}
