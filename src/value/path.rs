//! Paths within a site or its output: always relative, always below the root.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Why a text is no path within a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathError {
    /// It is empty, or has an empty part.
    Empty,
    /// It leads out of the root: `..`, a leading `/`, a drive, a backslash.
    Escapes,
    /// It holds a character no path may hold, such as NUL or a colon.
    Character,
}

/// A path of parts joined by `/`, below the root of a site or of its output.
///
/// Invariant: no part is empty, `.` or `..`, and none holds `/`, `\`, `:` or a control character. Letters are
/// composed (Unicode NFC): a Mac writes `å` in file names as `a` and a ring, and it is the same name. Sorted by bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct RelPath(String);

/// What parts a path. To look for one character takes long to prepare, and paths are short: one of several is found
/// sooner.
const SLASH: [char; 1] = ['/'];

impl RelPath {
    /// Makes a path, or tells why it cannot be one.
    ///
    /// # Errors
    ///
    /// Answers why the text is no path below the root.
    pub fn new(text: impl Into<String>) -> Result<Self, PathError> {
        let text = composed(Cow::Owned(text.into())).into_owned();
        // What may be in none begins with one of these. All are looked at: without a way out early, many at once.
        let is_wrong = |byte| matches!(byte, 0..=31 | b':' | b'\\' | 127 | 0xc2);
        let may_be_wrong = text.bytes().fold(false, |found, byte| found | is_wrong(byte));
        for part in text.split(SLASH) {
            match part {
                "" if text.starts_with('/') => return Err(PathError::Escapes),
                "" => return Err(PathError::Empty),
                "." | ".." => return Err(PathError::Escapes),
                _ if !may_be_wrong => {}
                _ if part.contains('\\') => return Err(PathError::Escapes),
                _ if part.contains(|c: char| c == ':' || c.is_control()) => return Err(PathError::Character),
                _ => {}
            }
        }
        Ok(Self(text))
    }

    /// Returns the path as text, with `/` between its parts.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns its parts, from the root down.
    pub fn parts(&self) -> impl DoubleEndedIterator<Item = &str> + Clone {
        self.0.split(SLASH)
    }

    /// Returns the last part.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit_once(SLASH).map_or(&self.0, |(_, name)| name)
    }

    /// Returns the last part without its ending: `plan` of `plan.md`.
    #[must_use]
    pub fn stem(&self) -> &str {
        let name = self.file_name();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    /// Returns the ending of the last part without its dot, or nothing.
    #[must_use]
    pub fn extension(&self) -> &str {
        self.file_name().rsplit_once('.').map_or("", |(_, extension)| extension)
    }

    /// Returns the folder it lies in, or nothing when that is the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once(SLASH).map_or("", |(folder, _)| folder)
    }

    /// Follows a relative address from the folder this path lies in; `..` may climb, but not out.
    ///
    /// # Errors
    ///
    /// Answers why the address leads to no path below the root.
    pub fn resolve(&self, address: &str) -> Result<Self, PathError> {
        let mut parts: Vec<&str> = self.folder().split('/').filter(|part| !part.is_empty()).collect();
        for part in address.split('/') {
            match part {
                "." => {}
                ".." => {
                    parts.pop().ok_or(PathError::Escapes)?;
                }
                part => parts.push(part),
            }
        }
        Self::new(parts.join("/"))
    }

    /// Returns the relative address that leads from this page to another.
    #[must_use]
    pub fn address_of(&self, other: &Self) -> String {
        let (from, to) = (self.as_str(), other.as_str());
        let same = from.bytes().zip(to.bytes()).take_while(|(here, there)| here == there).count();
        // They share whole folders only: up to the last `/` before they part.
        let last = from.as_bytes().iter().take(same).rposition(|byte| *byte == b'/');
        let shared = last.map_or(0, |at| at.saturating_add(1));
        let up = from.bytes().skip(shared).filter(|byte| *byte == b'/').count();
        let rest = to.get(shared..).unwrap_or_default();
        let mut address = String::with_capacity(up.saturating_mul(3).saturating_add(rest.len()));
        address.extend(std::iter::repeat_n("../", up).chain([rest]));
        address
    }
}

impl std::fmt::Display for RelPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns a text with its letters composed: `å` as one character, however it was written.
pub(super) fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(&text) { text } else { text.nfc().collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> RelPath {
        RelPath::new(text).expect("a path")
    }

    #[test]
    fn cannot_leave_the_root() {
        for text in ["", "/a", "a//b", "..", "a/../b", "./a", "C:/x", "a\\b", "a/", "a\0b"] {
            assert!(RelPath::new(text).is_err(), "{text:?}");
        }
        assert_eq!(path("a/b.md").resolve("../../c"), Err(PathError::Escapes));
        assert_eq!(path("a/b.md").resolve("../c.md"), Ok(path("c.md")));
    }

    #[test]
    fn no_character_of_a_path_is_overlooked() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_control() || [':', '\\'].contains(c)) {
            assert!(RelPath::new(format!("a{c}b")).is_err(), "{c:?}");
        }
    }

    #[test]
    fn letters_are_composed() {
        assert_eq!(path("a\u{30a}.md"), path("\u{e5}.md"));
    }

    #[test]
    fn addresses_lead_back() {
        let pages = ["index.html", "a/index.html", "a/b/c.html", "d/e.html"];
        for from in pages.map(path) {
            for to in pages.map(path) {
                assert_eq!(from.resolve(&from.address_of(&to)), Ok(to), "from {from}");
            }
        }
    }
}
