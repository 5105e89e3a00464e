//! Several values in one text, with a comma between them, where each stands in a list in quotation marks of its own.

use super::scalar::nearest;
use crate::{
    schema::FieldType,
    value::{Id, ItemNumber},
};

/// What stands between several values of one text.
pub const BETWEEN: [&str; 2] = [",", ";"];

/// Returns the parts of a text between some separators, without the blanks around them.
pub fn parts<'t>(text: &'t str, separators: &[&str]) -> Vec<&'t str> {
    let mut parts = vec![text];
    for separator in separators {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Writes values as they stand in a list, without its brackets.
pub fn listed(values: &[impl AsRef<str>]) -> String {
    values.iter().map(|value| format!("\"{}\"", value.as_ref())).collect::<Vec<_>>().join(", ")
}

/// Returns the list that a text was meant to be, where each of its parts can be a value of the list. A line of text and an
/// amount may have commas of their own.
pub fn meant_list(text: &str, of: FieldType) -> Option<String> {
    let parts = parts(text, &BETWEEN);
    let values: Vec<&str> = parts.into_iter().map(|part| value(part, of)).collect::<Option<_>>()?;
    (values.len() > 1).then(|| format!("[{}]", listed(&values)))
}

/// Returns the value that a part was meant to be.
fn value(part: &str, of: FieldType) -> Option<&str> {
    match of {
        FieldType::Ref(_) => Id::new(part).map(|_| part),
        FieldType::Number => ItemNumber::parse(part).map(|_| part),
        FieldType::Choice(words) => nearest(part, words.iter().copied()),
        _ => None,
    }
}
