//! Months of an effect in a file that is there: an author writes `jan-mar` where a table has three columns, and so did an earlier import.

use std::collections::BTreeMap;

use toml_edit::{DocumentMut, Item, TableLike, Value};

use super::{
    edit::{FieldEdit, fences},
    faults::ImportFault,
};
use crate::content::{month, months};

/// Returns the keys of months, the last of those that lead to a field: `effect`, `2026`, `jan-mar`.
fn of_months(path: &[String], year_begins: i8) -> Option<(&[String], (u8, u8))> {
    let (last, table) = path.split_last()?;
    let is_effect = table.iter().any(|name| name == "effect");
    Some((table, months(last, year_begins).filter(|_| is_effect)?))
}

/// Returns the months from the first to the last of a range.
pub fn places((first, last): (u8, u8)) -> impl Iterator<Item = u8> {
    let count = (last.saturating_add(12).saturating_sub(first) % 12).saturating_add(1);
    (0..count).map(move |at| first.saturating_add(at) % 12)
}

/// Takes months out of a text whose figures are to be others, and answers the edits that set all of them that were in one range: where
/// `jan-mar` stands and February is another, `jan`, `feb` and `mar` are set. Ranges of which no month changed stay as they are written.
pub fn fit_months(
    text: &str,
    edits: &[FieldEdit],
    year_begins: i8,
    is_same: impl Fn(&Item, &Value) -> bool,
) -> Result<(String, Vec<FieldEdit>), ImportFault> {
    let mut asked: BTreeMap<Vec<String>, BTreeMap<u8, Value>> = BTreeMap::new();
    let mut others = Vec::new();
    for (path, value) in edits {
        match of_months(path, year_begins) {
            Some((table, range)) => {
                let of_table = asked.entry(table.to_vec()).or_default();
                of_table.extend(places(range).map(|at| (at, value.clone())));
            }
            None => others.push((path.clone(), value.clone())),
        }
    }
    let Some((start, end)) = fences(text).filter(|_| !asked.is_empty()) else {
        return Ok((text.to_owned(), edits.to_vec()));
    };
    let unreadable = || ImportFault::unreadable("TOML");
    let mut document: DocumentMut = text.get(start..end).unwrap_or_default().parse().map_err(|_| unreadable())?;
    for (path, mut new) in asked {
        let mut table: Option<&mut dyn TableLike> = Some(document.as_table_mut());
        for name in &path {
            table = table.and_then(|table| table.get_mut(name)).and_then(Item::as_table_like_mut);
        }
        if let Some(table) = table {
            let known: Vec<(String, (u8, u8))> =
                table.iter().filter_map(|(key, _)| Some((key.to_owned(), months(key, year_begins)?))).collect();
            for (key, range) in known {
                let Some(item) = table.get(&key).cloned() else { continue };
                let is_changed = |at: u8| new.get(&at).is_some_and(|value| !is_same(&item, value));
                if range.0 == range.1 || !places(range).any(is_changed) {
                    if range.0 != range.1 {
                        places(range).for_each(|at| drop(new.remove(&at)));
                    }
                    continue;
                }
                table.remove(&key);
                if let Item::Value(value) = item {
                    for at in places(range) {
                        new.entry(at).or_insert_with(|| value.clone());
                    }
                }
            }
        }
        let table = path.iter().try_fold(document.as_item(), |item, name| item.get(name));
        let stands = |at: u8| table.is_some_and(|table| table.get(month_word(at)).is_some());
        let found = runs(new, year_begins, stands);
        others.extend(found.into_iter().map(|(key, value)| ([path.as_slice(), &[key]].concat(), value)));
    }
    let (before, behind) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    Ok(([before, &document.to_string(), behind].concat(), others))
}

/// Returns months of equal amounts that follow upon each other in a year as one: `jan-mar`. A month that stands by itself stays so.
pub fn runs(months: BTreeMap<u8, Value>, year_begins: i8, is_apart: impl Fn(u8) -> bool) -> Vec<(String, Value)> {
    let place = |at: u8| at.saturating_add(13).saturating_sub(year_begins.unsigned_abs()) % 12;
    let mut months: Vec<(u8, Value)> = months.into_iter().collect();
    months.sort_by_key(|(at, _)| place(*at));
    let mut runs: Vec<(u8, u8, Value)> = Vec::new();
    let text = |value: &Value| value.to_string().trim().to_owned();
    for (at, value) in months {
        match runs.last_mut() {
            Some((first, last, known))
                if text(known) == text(&value)
                    && place(*last).saturating_add(1) == place(at)
                    && !is_apart(at)
                    && !is_apart(*first) =>
            {
                *last = at;
            }
            _ => runs.push((at, at, value)),
        }
    }
    let named = runs.into_iter().map(|(first, last, value)| {
        let single = first == last;
        let key =
            if single { month_word(first).to_owned() } else { format!("{}-{}", month_word(first), month_word(last)) };
        (key, value)
    });
    named.collect()
}

fn month_word(at: u8) -> &'static str {
    month(usize::from(at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(fields: &str, new: &[(&str, &str)]) -> String {
        let text = format!("+++\n[effect.2026]\n{fields}+++\nOrd.\n");
        let path = |key: &str| ["effect", "2026", key].map(str::to_owned).to_vec();
        let edits: Vec<FieldEdit> = new.iter().map(|(key, value)| (path(key), Value::from(*value))).collect();
        let is_same = |item: &Item, value: &Value| item.as_str() == value.as_str();
        let (text, edits) = fit_months(&text, &edits, 1, is_same).unwrap_or_else(|_| panic!("{fields}"));
        let text = super::super::edit::set_fields(&text, &edits, is_same).unwrap_or_else(|_| panic!("{fields}"));
        let within = text.strip_prefix("+++\n[effect.2026]\n").and_then(|rest| rest.strip_suffix("+++\nOrd.\n"));
        within
            .map(|text| text.replace('"', "").replace(" = ", "=").replace('\n', " ").trim().to_owned())
            .unwrap_or(text)
    }

    #[test]
    fn a_range_is_taken_apart_where_one_of_its_months_is_another() {
        let before = "jan-mar = \"1\"\n";
        for (new, expected) in [
            (vec![("jan", "1"), ("feb", "2"), ("mar", "1")], "jan=1 feb=2 mar=1"),
            (vec![("jan-feb", "1"), ("mar", "2")], "jan-feb=1 mar=2"),
            (vec![("feb", "2")], "jan=1 feb=2 mar=1"),
            (vec![("jan-mar", "1")], "jan-mar=1"),
            (vec![("jan-apr", "1")], "jan-mar=1 apr=1"),
            (vec![("jan-apr", "3")], "jan-apr=3"),
            (vec![("apr", "3")], "jan-mar=1 apr=3"),
        ] {
            assert_eq!(fitted(before, &new), expected, "{new:?}");
        }
        let single = "jan = \"1\" # skøn\nfeb = \"1\"\n";
        assert_eq!(fitted(single, &[("jan-mar", "2")]), "jan=2 # skøn feb=2 mar=2");
        assert_eq!(fitted(single, &[("jan-feb", "1")]), "jan=1 # skøn feb=1");
        assert_eq!(fitted("", &[("jan-feb", "1")]), "jan-feb=1");
    }

    #[test]
    fn months_follow_upon_each_other_as_the_year_has_them() {
        let months: BTreeMap<u8, Value> = (0..12).map(|at| (at, Value::from("1"))).collect();
        let keys =
            |begins: i8| runs(months.clone(), begins, |_| false).into_iter().map(|(key, _)| key).collect::<Vec<_>>();
        assert_eq!(keys(1), ["jan-dec"]);
        assert_eq!(keys(8), ["aug-jul"]);
    }
}
