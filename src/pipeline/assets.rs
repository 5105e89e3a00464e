//! Pictures and other files that pages show or link to, copied as they are.

use std::collections::BTreeSet;

use super::{Stop, Workshop};
use crate::{
    diag::{Diagnostic, Error, Finding, Origins, Place, Sources},
    output::Sink,
    value::RelPath,
};

/// Copies the files that exist; what does not exist was reported where it is linked. A check claims their names alone.
pub fn copy(shop: &Workshop<'_>, assets: BTreeSet<RelPath>, sink: &dyn Sink) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let mut bytes = Vec::new();
    for (file, path) in to_publish(shop, &assets) {
        bytes.clear();
        if shop.stop == Stop::Pages || is_svg(file) {
            shop.version.read(file, &mut bytes)?;
        }
        match unsafe_svg(shop, file, &bytes) {
            Some(finding) => findings.push(finding),
            None => sink.put(&path, &bytes)?,
        }
    }
    Ok(findings)
}

/// Reports what may not be published of the files that are shown or linked to.
pub fn report(shop: &Workshop<'_>, assets: &BTreeSet<RelPath>) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let mut bytes = Vec::new();
    for (file, _) in to_publish(shop, assets).filter(|(file, _)| is_svg(file)) {
        shop.version.read(file, &mut bytes)?;
        findings.extend(unsafe_svg(shop, file, &bytes));
    }
    Ok(findings)
}

/// Returns the files that are there and may be seen, with their places in the output.
fn to_publish<'a>(shop: &Workshop<'_>, assets: &'a BTreeSet<RelPath>) -> impl Iterator<Item = (&'a RelPath, RelPath)> {
    let found = assets.iter().filter(|file| shop.version.holds(file));
    found.filter_map(|file| Some((file, shop.book.asset(file)?)))
}

/// Tells whether a file is a picture that is looked into before it is published.
pub fn is_svg(file: &RelPath) -> bool {
    file.extension().eq_ignore_ascii_case("svg")
}

fn unsafe_svg(shop: &Workshop<'_>, file: &RelPath, bytes: &[u8]) -> Option<Finding> {
    let diagnostic = || Diagnostic::error("unsafe-svg", Place::File(file.clone())).with("target", file.as_str());
    let is_unsafe = is_svg(file) && acts(bytes);
    is_unsafe.then(|| shop.messages.finding(&diagnostic(), &Sources::default(), &Origins::default()))
}

/// Tells whether an SVG picture could do more than be seen: run a script, or call out. What cannot be told
/// for certain counts as if it could: other encodings, entities, processing instructions.
fn acts(svg: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(svg) else { return true };
    let text = tight(text);
    let opaque = ["\0", "<!doctype", "<!entity", "&#", "@import", "javascript:"];
    let instructions = text.match_indices("<?").any(|(at, _)| !text[at..].starts_with("<?xml "));
    let encoded =
        text.contains("encoding=") && !text.contains("encoding=\"utf-8\"") && !text.contains("encoding='utf-8'");
    let calls = |mark: &str, allowed: &[&str]| {
        text.match_indices(mark).any(|(at, _)| {
            let target = text[at + mark.len()..].trim_start_matches(['"', '\'', ' ']);
            !allowed.iter().any(|start| target.starts_with(start))
        })
    };
    opaque.iter().any(|mark| text.contains(mark))
        || instructions
        || encoded
        || calls("href=", &["#", "data:image/png", "data:image/jpeg", "data:image/webp", "data:image/gif"])
        || calls("url(", &["#"])
        || text.split('<').skip(1).any(is_acting_tag)
}

/// Returns a text in lower case, with nothing but single blanks between words and none before `=`, `(` or `:`.
fn tight(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    words.replace(" =", "=").replace("= ", "=").replace(" (", "(").replace("( ", "(").replace(" :", ":")
}

/// Tells whether a tag, without its `<`, is one that acts, or has an attribute that does.
fn is_acting_tag(tag: &str) -> bool {
    let tag = tag.split('>').next().unwrap_or_default();
    let mut words = tag.split([' ', '/', '"', '\'']);
    let name = words.next().unwrap_or_default();
    let local = |name: &str| name.rsplit(':').next().unwrap_or_default().to_owned();
    let acting = ["script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "set", "animate"];
    acting.contains(&local(name).as_str())
        || words.any(|word| word.split_once('=').is_some_and(|(name, _)| local(name).starts_with("on")))
}

#[cfg(test)]
mod tests {
    use super::acts;

    #[test]
    fn a_picture_may_only_be_seen() {
        let plain = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\">\
            <title>once on=1 online</title><use href=\"#a\"/><path fill=\"url(#b)\" d=\"M0 0\"/></svg>";
        assert!(!acts(plain.as_bytes()));
    }

    #[test]
    fn a_picture_that_acts_is_known() {
        for svg in [
            "<svg><script>x</script></svg>",
            "<svg onload=\"x()\">",
            "<svg onload =\"x()\"/>",
            "<svg viewBox='0 0 1 1'onload='x()'/>",
            "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:script>x</s:script></s:svg>",
            "<a href=\"&#106;avascript:x\">",
            "<image href = \"https://x/y.png\"/>",
            "<image xlink:href='//x/y.png'/>",
            "<?xml-stylesheet type=\"text/xsl\" href=\"#x\"?><svg/>",
            "<style>a{background:url( https://x )}</style>",
            "<!DOCTYPE svg><svg/>",
        ] {
            assert!(acts(svg.as_bytes()), "{svg}");
        }
        let utf16: Vec<u8> = "<svg><script>x</script></svg>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert!(acts(&utf16));
    }
}
