//! Numbers that look like personal numbers and may be published: what `site.toml` says of them.

use std::collections::BTreeSet;

use crate::{
    diag::{Code, Diagnostic, FieldRef, Place},
    schema::{Fields, Value, records},
    value::PersonalNumber,
};

const SHORT_SALT: Code = Code::error("short-salt")
    .args(&["limit"])
    .help("a `salt` under `[personal_numbers]` that is too short to keep anybody from trying all numbers");
const NOT_A_NUMBER_HASH: Code = Code::error("not-a-number-hash")
    .args(&["text"])
    .help("a `hash` under `[personal_numbers]` that is none: the message that finds a number says which to write");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&SHORT_SALT, &NOT_A_NUMBER_HASH];

/// The fewest characters of a salt.
const SHORTEST_SALT: usize = 16;

/// Numbers that look like personal numbers and may be published.
///
/// They are known by their hashes, so that no number stands in `site.toml`. The hash takes a salt of the site's own:
/// messages print it beside six of the ten digits, and without a salt whoever reads a log could try the other four.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AllowedNumbers {
    salt: Option<String>,
    hashes: BTreeSet<String>,
}

impl AllowedNumbers {
    /// Reads what `site.toml` says.
    pub(super) fn read(site: &Fields, found: &mut Vec<Diagnostic>) -> Self {
        let Some(fields) = site.get(&records::PERSONAL_NUMBERS) else { return Self::default() };
        let at = |code, field: &str| Diagnostic::new(code, Place::Subject(FieldRef::new("site.toml", field)));
        let mut salt = fields.get(&records::SALT).cloned();
        if salt.as_ref().is_some_and(|salt| salt.chars().count() < SHORTEST_SALT) {
            found.push(at(&SHORT_SALT, "personal_numbers.salt").with("limit", SHORTEST_SALT.to_string()));
            salt = None;
        }
        let mut hashes = BTreeSet::new();
        for (place, value) in fields.get(&records::ALLOWED).into_iter().flatten().enumerate() {
            let Value::Record(entry) = value else { continue };
            let Some(hash) = entry.get(&records::HASH) else { continue };
            if hash.len() == 32 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                hashes.insert(hash.to_ascii_lowercase());
            } else {
                let field = format!("personal_numbers.allowed.{place}.hash");
                found.push(at(&NOT_A_NUMBER_HASH, &field).with("text", hash.as_str()));
            }
        }
        Self { salt, hashes }
    }

    /// Tells whether a number may be published.
    #[must_use]
    pub fn has(&self, number: PersonalNumber) -> bool {
        !self.hashes.is_empty() && self.hash(number).is_some_and(|hash| self.hashes.contains(&hash))
    }

    /// Returns what a number is allowed by; `None` while the site has no salt.
    #[must_use]
    pub fn hash(&self, number: PersonalNumber) -> Option<String> {
        self.salt.as_deref().map(|salt| number.hash(salt))
    }
}
