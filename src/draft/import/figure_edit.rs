//! Sets the figures that differ in a CSV file that is there, and leaves all else: kinds, formulas, labels, columns of an author's own.

use std::collections::BTreeMap;

use crate::value::{Notation, WrittenAmount};

/// The cells of a line as they are written, each with its quotation marks.
fn cells(line: &str, sign: char) -> Vec<&str> {
    let (mut cells, mut from, mut is_quoted) = (Vec::new(), 0_usize, false);
    for (at, next) in line.char_indices() {
        is_quoted ^= next == '"';
        if next == sign && !is_quoted {
            cells.push(line.get(from..at).unwrap_or_default());
            from = at.saturating_add(next.len_utf8());
        }
    }
    cells.push(line.get(from..).unwrap_or_default());
    cells
}

fn plain(cell: &str) -> String {
    let inner = cell.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or_else(|| cell.trim().to_owned(), |inner| inner.replace("\"\"", "\""))
}

/// Returns a text in which the figures of another are set. `None` where the two do not have the same rows and columns of figures, so that
/// more would have to be changed than figures; the columns of `words` are those of labels and kinds, which stay.
pub fn set_figures(before: &str, new: &str, (sign, notation): (char, Notation), words: &[&str]) -> Option<String> {
    // A cell of several lines, or a file with a mark of its own, is edited by hand.
    let is_whole = |text: &str| text.lines().all(|line| line.matches('"').count() % 2 == 0);
    if !is_whole(before) || !is_whole(new) {
        return None;
    }
    let mut lines = new.lines();
    let heads: Vec<String> = cells(lines.next()?, sign).into_iter().map(plain).collect();
    let of_line = |line| {
        let values: Vec<String> = cells(line, sign).into_iter().map(plain).collect();
        (values.first().cloned().unwrap_or_default(), values)
    };
    let rows: BTreeMap<String, Vec<String>> = lines.map(of_line).collect();
    let mut known = before.lines();
    let own: Vec<String> = cells(known.next()?.trim_start_matches('\u{feff}'), sign).into_iter().map(plain).collect();
    let row_at = own.iter().position(|head| head == "row")?;
    let is_figure = |head: &&String| *head != "row" && !words.contains(&head.as_str());
    if !heads.iter().filter(is_figure).all(|head| own.contains(head)) {
        return None;
    }
    let read = |text: &str| WrittenAmount::parse(text, Notation { declared: true, ..notation }).ok();
    let mut count = 0_usize;
    let mut out = Vec::new();
    out.extend(before.split_inclusive('\n').take(1).map(str::to_owned));
    for line in before.split_inclusive('\n').skip(1) {
        let bare = line.trim_end_matches(['\n', '\r']);
        let mut parts: Vec<String> = cells(bare, sign).into_iter().map(str::to_owned).collect();
        let id = parts.get(row_at).map(|cell| plain(cell)).unwrap_or_default();
        let Some(values) = rows.get(&id) else {
            out.push(line.to_owned());
            continue;
        };
        count = count.saturating_add(1);
        for (head, value) in heads.iter().zip(values).filter(|(head, _)| is_figure(head)) {
            let at = own.iter().position(|known| known == head)?;
            if parts.len() <= at {
                parts.resize(at.saturating_add(1), String::new());
            }
            let cell = parts.get_mut(at)?;
            let was = plain(cell);
            // A footnote mark, or a list, that an author wrote stays where its figure is the same.
            let (amount, new) = (read(&was), read(value));
            let is_same = was == *value
                || amount
                    .zip(new)
                    .is_some_and(|(was, new)| was.number == new.number && (was.unit == new.unit || new.unit.is_none()));
            if !is_same {
                let needs_quotes = value.contains([sign, '"']);
                *cell = if needs_quotes { format!("\"{}\"", value.replace('"', "\"\"")) } else { value.clone() };
            }
        }
        out.push([parts.join(&sign.to_string()).as_str(), line.get(bare.len()..).unwrap_or_default()].concat());
    }
    (count == rows.len()).then(|| out.concat())
}
