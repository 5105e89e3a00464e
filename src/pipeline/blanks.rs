//! Words that an older state of a site may not say, while the rest of their records is shown: a sign stands in their place.

use crate::{
    compare::items,
    content::Record,
    schema::{Fields, Value},
    value::{Prose, ProsePart, RelPath},
};

/// What stands in the place of words that are withheld.
pub const OMISSION: &str = "[…]";

/// A line or a text of a record that an older state of a site may not show.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct BlankField {
    /// The file it stands in.
    pub file: RelPath,
    /// The key of its record, where the file holds several.
    pub entry: Option<String>,
    /// The field, or the words by their name.
    pub field: String,
}

/// Takes a line out of fields.
pub fn blank_line(fields: &mut Fields, field: &str) {
    for (name, value) in &mut fields.values {
        if let (true, Value::Text(text)) = (*name == field, value) {
            *text = OMISSION.to_owned();
        }
    }
}

/// Takes a line out of the entries of some id, in whichever register they stand.
pub fn blank_entries(fields: &mut Fields, id: &str, field: &str) {
    for (key, _, value) in &mut fields.entries {
        if let (true, Value::Record(entry)) = (items::key_text(key) == id, value) {
            blank_line(entry, field);
        }
    }
    for (_, value) in &mut fields.values {
        if let Value::Record(register) = value {
            blank_entries(register, id, field);
        }
    }
}

/// Takes words out of a record.
pub fn blank_words(record: &mut Record, part: &str) {
    let words = &mut record.words;
    let prose = match part {
        "body" => &mut words.body,
        "objective" => &mut words.objective,
        "action" => &mut words.action,
        "consequences" => &mut words.consequences,
        "timetable" => &mut words.timetable,
        _ => return,
    };
    if !prose.is_empty() {
        let parts = vec![ProsePart::Html(format!("<p>{OMISSION}</p>\n"))];
        *prose = Prose { parts, plain: OMISSION.to_owned(), ..Prose::default() };
    }
}
