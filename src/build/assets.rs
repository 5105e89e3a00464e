//! Pictures and other files that pages show or link to, copied as they are.

use std::collections::BTreeSet;

use super::Workshop;
use crate::{
    diag::{Diagnostic, Error, Finding, Origins, Place, Sources},
    output::Sink,
    value::RelPath,
};

/// Copies the files that exist; what does not exist was reported where it is linked.
pub fn copy(shop: &Workshop<'_>, assets: BTreeSet<RelPath>, sink: &dyn Sink) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let mut bytes = Vec::new();
    for file in assets {
        let Some(path) = shop.book.asset(&file) else { continue };
        if shop.input.tree.paths().binary_search(&file).is_err() {
            continue;
        }
        shop.input.tree.read(&file, &mut bytes)?;
        if file.extension().eq_ignore_ascii_case("svg") && acts(&bytes) {
            let diagnostic = Diagnostic::error("unsafe-svg", Place::File(file.clone())).with("target", file.as_str());
            findings.push(shop.messages.finding(&diagnostic, &Sources::default(), &Origins::default()));
            continue;
        }
        sink.put(&path, &bytes)?;
    }
    Ok(findings)
}

/// Tells whether an SVG picture could do more than be seen: run a script, or call out.
fn acts(svg: &[u8]) -> bool {
    let text = String::from_utf8_lossy(svg).to_lowercase();
    let tags = ["<script", "<foreignobject", "<iframe", "<!entity", "javascript:", "data:text"];
    let handler = |word: &str| {
        word.starts_with("on") && word.split('=').next().is_some_and(|name| name.len() > 3) && word.contains('=')
    };
    let remote = ["href=\"http", "href='http", "href=\"//", "href='//", "url(http", "url(//", "@import"];
    tags.iter().chain(&remote).any(|mark| text.contains(mark)) || text.split_whitespace().any(handler)
}

#[cfg(test)]
mod tests {
    use super::acts;

    #[test]
    fn a_picture_may_only_be_seen() {
        assert!(!acts(b"<svg xmlns=\"http://www.w3.org/2000/svg\"><text>on=1 online</text><path d=\"M0 0\"/></svg>"));
        for svg in ["<svg><script>x</script></svg>", "<svg onload=\"x()\">", "<image href=\"https://x/y.png\"/>"] {
            assert!(acts(svg.as_bytes()), "{svg}");
        }
    }
}
