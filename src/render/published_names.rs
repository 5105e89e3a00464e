//! The names under which the scripts and styles of a theme are published: each says what stands in it, so that no cache shows
//! an old one beside a new page.
//!
//! Templates, and those of a site's own theme, write `assets/theme.css`; the page that is drawn asks for
//! `assets/theme.4f3a1b2c.css`. Pictures and fonts keep their names: styles ask for them.

use std::collections::BTreeMap;

use memchr::{memchr, memmem};
use sha2::{Digest, Sha256};

use crate::value::RelPath;

/// The folder of the output that holds a theme's static files, and with it the beginning of every name here.
pub(super) const ASSETS: &str = "assets/";

/// How many bytes of the sum stand in a name: enough to tell the versions of one file apart.
const SUM_BYTES: usize = 4;

/// The published names of scripts and styles, by the names that templates know them by.
#[derive(Clone, Debug, Default)]
pub(super) struct PublishedNames(BTreeMap<String, RelPath>);

impl PublishedNames {
    /// Gives each script and each style its name.
    pub fn of(files: &BTreeMap<RelPath, Vec<u8>>) -> Self {
        let renamed = files.iter().filter_map(|(path, bytes)| {
            let ending = path.extension();
            matches!(ending, "css" | "js").then_some(())?;
            let sum = Sha256::digest(bytes);
            let sum: String = sum.iter().take(SUM_BYTES).map(|byte| format!("{byte:02x}")).collect();
            let stem = path.as_str().strip_suffix(ending)?.strip_suffix('.')?;
            Some((path.as_str().to_owned(), RelPath::new(format!("{stem}.{sum}.{ending}")).ok()?))
        });
        Self(renamed.collect())
    }

    /// Returns where a file is published.
    pub fn path<'p>(&'p self, file: &'p RelPath) -> &'p RelPath {
        self.0.get(file.as_str()).unwrap_or(file)
    }

    /// Writes the published names into a page, wherever an attribute is the address of such a file below `root`.
    pub fn write_into(&self, html: Vec<u8>, root: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(html.len().saturating_add(128));
        let mut from = 0_usize;
        for at in memmem::find_iter(&html, ASSETS) {
            let Some((before, rest)) = html.split_at_checked(at) else { continue };
            let quote = before.strip_suffix(root.as_bytes()).and_then(opening_quote);
            let file = quote.and_then(|quote| rest.get(..memchr(quote, rest)?));
            let file = file.and_then(|file| std::str::from_utf8(file).ok());
            let Some((file, published)) = file.and_then(|file| self.0.get_key_value(file)) else { continue };
            out.extend_from_slice(html.get(from..at).unwrap_or_default());
            out.extend_from_slice(published.as_str().as_bytes());
            from = at.saturating_add(file.len());
        }
        out.extend_from_slice(html.get(from..).unwrap_or_default());
        out
    }
}

/// Returns the quote at the end of a text that opens the value of an attribute: behind `=`.
fn opening_quote(text: &[u8]) -> Option<u8> {
    match text {
        [.., b'=', quote @ (b'"' | b'\'')] => Some(*quote),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> (BTreeMap<RelPath, Vec<u8>>, PublishedNames) {
        let file = |path: &str, text: &str| (RelPath::new(path).expect("a path"), text.as_bytes().to_vec());
        let files: BTreeMap<RelPath, Vec<u8>> =
            [file("assets/a.css", "a{}"), file("assets/b.js", "b()"), file("assets/icon.svg", "<svg/>")].into();
        let names = PublishedNames::of(&files);
        (files, names)
    }

    #[test]
    fn a_name_says_what_stands_in_a_script_or_a_style() {
        let (files, names) = names();
        let paths: Vec<&str> = files.keys().map(|path| names.path(path).as_str()).collect();
        let is_named = |path: &str, stem: &str, ending: &str| {
            let sum = path.strip_prefix(stem).and_then(|rest| rest.strip_suffix(ending)).unwrap_or_default();
            sum.len() == 8 && sum.bytes().all(|byte| byte.is_ascii_hexdigit())
        };
        assert!(is_named(paths[0], "assets/a.", ".css") && is_named(paths[1], "assets/b.", ".js"), "{paths:?}");
        assert_eq!(paths[2], "assets/icon.svg");
        let other = RelPath::new("assets/a.css").expect("a path");
        let changed = PublishedNames::of(&[(other.clone(), b"a{b:c}".to_vec())].into());
        assert_ne!(changed.path(&other), names.path(&other), "other words, another name");
    }

    #[test]
    fn pages_ask_for_them_and_nothing_else_is_written_over() {
        let (files, names) = names();
        let name = |at: usize| files.keys().nth(at).map(|path| names.path(path).to_string()).unwrap_or_default();
        let page = "<link href=\"../assets/a.css\"><script src='../assets/b.js'></script><img src=\"../assets/icon.svg\">\
                    <p title=\"assets/a.css\">\"../assets/a.css\" = x</p><a href=\"../assets/a.css.html\">å</a>";
        let written = String::from_utf8(names.write_into(page.as_bytes().to_vec(), "../")).expect("text");
        let expected = page.replacen("../assets/a.css\"", &format!("../{}\"", name(0)), 1);
        let expected = expected.replacen("../assets/b.js", &format!("../{}", name(1)), 1);
        assert_eq!(written, expected);
    }
}
