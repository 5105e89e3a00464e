//! Sets fields of a file, and leaves all else where it was: remarks, blanks, order, words.

use toml_edit::{DocumentMut, Item, Table, TableLike, Value};

use super::faults::ImportFault;

/// A field to be set: the keys that lead to it, and its value.
pub type FieldEdit = (Vec<String>, Value);

/// Sets fields in the front matter of a text. `is_same` tells whether what is written comes to the same as what is to be set, which then
/// stays as it is written.
pub fn set_fields(
    text: &str,
    edits: &[FieldEdit],
    is_same: impl Fn(&Item, &Value) -> bool,
) -> Result<String, ImportFault> {
    let (start, end) = fences(text).ok_or_else(|| ImportFault::unreadable("+++"))?;
    let fields = text.get(start..end).unwrap_or_default();
    let mut document: DocumentMut = fields.parse().map_err(|_| ImportFault::unreadable("TOML"))?;
    for (path, value) in edits {
        let Some((last, tables)) = path.split_last() else { continue };
        let mut table: &mut dyn TableLike = document.as_table_mut();
        for name in tables {
            if !table.contains_key(name) {
                let mut new = Table::new();
                new.set_implicit(tables.last() != Some(name));
                table.insert(name, Item::Table(new));
            }
            let inner = table.get_mut(name).and_then(Item::as_table_like_mut);
            table = inner.ok_or_else(|| ImportFault::unreadable("TOML"))?;
        }
        match table.get_mut(last) {
            Some(known) if is_same(known, value) => {}
            // A remark behind the value stays.
            Some(Item::Value(known)) => {
                let decor = known.decor().clone();
                *known = value.clone();
                *known.decor_mut() = decor;
            }
            Some(_) => return Err(ImportFault::unreadable("TOML")),
            None => drop(table.insert(last, Item::Value(value.clone()))),
        }
    }
    let before = text.get(..start).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    Ok([before, &document.to_string(), behind].concat())
}

/// Returns where the fields of a text begin and end.
pub fn fences(text: &str) -> Option<(usize, usize)> {
    let start = text.len().saturating_sub(text.trim_start_matches('\u{feff}').len());
    let mut at = start;
    let mut first = None;
    for line in text.get(start..)?.split_inclusive('\n') {
        let is_fence = line.trim_end() == "+++";
        match first {
            None if is_fence => first = Some(at.saturating_add(line.len())),
            None => return None,
            Some(first) if is_fence => return Some((first, at)),
            Some(_) => {}
        }
        at = at.saturating_add(line.len());
    }
    None
}

/// Returns what stands below the fields of a text.
pub fn words_of(text: &str) -> &str {
    let end = fences(text).map_or(0, |(_, end)| end);
    text.get(end..).and_then(|rest| rest.split_once('\n')).map_or("", |(_, words)| words.trim())
}
