//! CSS within a picture: read far enough to know every function, every rule and every escape in it.

use super::names;

/// Returns what CSS may not hold: an escape, a rule or a function that is not known to be harmless, an address that
/// is no part of the picture itself.
///
/// An escape can write any of the others (`\75rl(…)`), so none is let through; without them a string ends at its
/// quote or its line, and a function is a name with a parenthesis directly behind it.
pub(super) fn forbidden(css: &str) -> Option<String> {
    if css.contains('\\') {
        return Some("\\".into());
    }
    let mut rest = css;
    while let Some(at) = rest.find(['/', '"', '\'', '@', '(']) {
        let (before, found) = rest.split_at(at);
        let mut behind = found.chars();
        let mark = behind.next();
        rest = behind.as_str();
        match mark {
            Some('/') => {
                if let Some(comment) = rest.strip_prefix('*') {
                    rest = comment.split_once("*/").map_or("", |(_, after)| after);
                }
            }
            Some(quote @ ('"' | '\'')) => {
                let end = rest.find([quote, '\n', '\r', '\u{c}']);
                rest = end.and_then(|end| rest.get(end + 1..)).unwrap_or_default();
            }
            Some('@') => {
                let name = &rest[..rest.find(|c| !is_name(c)).unwrap_or(rest.len())];
                if !names::RULES.iter().any(|rule| name.eq_ignore_ascii_case(rule)) {
                    return Some(format!("@{name}"));
                }
            }
            _ => {
                let name = before.rsplit(|c| !is_name(c)).next().unwrap_or_default();
                if name.eq_ignore_ascii_case("url") {
                    match local(rest) {
                        Some(after) => rest = after,
                        None => return Some(format!("url({}", rest.chars().take(40).collect::<String>())),
                    }
                } else if !name.is_empty() && !names::FUNCTIONS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
                    return Some(format!("{name}()"));
                }
            }
        }
    }
    None
}

/// Returns what follows upon `#id)`, with or without quotes; `None` where an address leads elsewhere.
fn local(inside: &str) -> Option<&str> {
    let inside = inside.trim_start_matches([' ', '\t', '\n', '\r']);
    let (quote, inside) = match inside.chars().next()? {
        quote @ ('"' | '\'') => (Some(quote), inside.get(1..)?),
        _ => (None, inside),
    };
    let id = inside.strip_prefix('#')?;
    let mut after = id.trim_start_matches(|c| is_name(c) || matches!(c, '.' | ':'));
    if let Some(quote) = quote {
        after = after.strip_prefix(quote)?;
    }
    after.trim_start_matches([' ', '\t', '\n', '\r']).strip_prefix(')')
}

/// Tells whether a name of CSS may hold a character.
fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_' || !c.is_ascii()
}
