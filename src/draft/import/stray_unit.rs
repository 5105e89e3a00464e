//! Units of money that stand beside a table and not in the head of a column: in a line above it, in its corner, in a note below.
//!
//! A reader takes the figures for what such a line says. Where they would be taken for something else here, it is asked.

use std::collections::BTreeSet;

use super::{
    faults::ImportFault,
    grid::{Grid, cell_name},
};
use crate::value::{Currency, Unit};

/// The unit that was said of amounts whose heads say none.
#[derive(Clone, Debug, Default)]
pub struct SaidUnit {
    /// The unit.
    pub unit: Option<Unit>,
    /// It was said of this file, and not kept from the last: it holds whatever stands beside the table.
    pub is_said_now: bool,
}

/// What is known of a table when units beside it are looked for.
pub struct StrayUnits<'g> {
    /// The table.
    pub grid: &'g Grid,
    /// The row of the heads.
    pub head: usize,
    /// The columns of amounts: where they stand, their heads, and what they are taken for where no head says a unit.
    pub amounts: Vec<(usize, &'g str, Option<&'g Unit>)>,
    /// The columns that rows are known by.
    pub keys: Vec<usize>,
    /// What a row is called may say its unit, too.
    pub is_ledger: bool,
    /// Which crown `kr.` is.
    pub crown: Currency,
}

impl StrayUnits<'_> {
    /// Refuses a unit beside the table that is another than the amounts are taken for.
    pub fn refuse(&self) -> Result<(), ImportFault> {
        let found: BTreeSet<Unit> = self.texts().iter().flat_map(|text| units_in(text, self.crown)).collect();
        for (at, head, taken) in &self.amounts {
            let Some(taken) = taken.filter(|taken| taken.is_money() && self.has_bare_numbers(*at)) else { continue };
            let of_head: BTreeSet<Unit> = units_named_in(head, self.crown).into_iter().collect();
            if let Some(other) = found.iter().chain(&of_head).find(|unit| *unit != taken) {
                let name = if head.is_empty() { cell_name(self.head, *at) } else { (*head).to_owned() };
                return Err(ImportFault::unit(&name, &[taken.word(), other.word()]));
            }
        }
        Ok(())
    }

    fn has_bare_numbers(&self, column: usize) -> bool {
        let below = self.head.saturating_add(1)..self.grid.rows.len();
        below.map(|row| self.grid.text(row, column)).any(is_bare_number)
    }

    /// Returns what stands beside the figures.
    fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.grid.caption.as_str()];
        let is_amount = |column: usize| self.amounts.iter().any(|(at, ..)| *at == column);
        for row in 0..self.grid.rows.len() {
            let cells = (0..self.grid.width()).map(|column| (column, self.grid.text(row, column)));
            let cells: Vec<(usize, &str)> = cells.filter(|(_, text)| !text.is_empty()).collect();
            let is_named = cells.iter().any(|(column, _)| self.keys.contains(column));
            let has_numbers = cells.iter().any(|(column, text)| is_amount(*column) && is_bare_number(text));
            let is_beside = row < self.head || row > self.head && (cells.len() == 1 || !is_named && !has_numbers);
            let is_looked_at = |column: usize| match row == self.head {
                true => !is_amount(column),
                false => is_beside || self.is_ledger && self.keys.contains(&column),
            };
            texts.extend(cells.iter().filter(|(column, _)| is_looked_at(*column)).map(|(_, text)| *text));
        }
        texts
    }
}

fn is_bare_number(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// Returns the money that the head of a column names anywhere, where its reader took none of it: `t.kr. netto`, `Budget i t.kr. 2026`. An
/// amount, as in `Tiltag over 2 mio. kr.`, is none.
fn units_named_in(head: &str, crown: Currency) -> Vec<Unit> {
    let spaced = head.replace(|c: char| c.is_whitespace() || "()[]:;/-–—,".contains(c), " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (mut units, mut at) = (Vec::new(), 0_usize);
    while at < words.len() {
        let of_length = |count: usize| {
            let unit = Unit::parse_with(&words.get(at..at.saturating_add(count))?.join(" "), crown);
            unit.is_money().then_some((count, unit))
        };
        let Some((count, unit)) = (1..=3).rev().find_map(of_length) else {
            at = at.saturating_add(1);
            continue;
        };
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
        let is_year = before.len() == 4 && (before.starts_with("19") || before.starts_with("20"));
        if is_year || !before.ends_with(|c: char| c.is_ascii_digit()) {
            units.push(unit);
        }
        at = at.saturating_add(count);
    }
    units
}

/// Words before a unit that say that what follows is one: `beløb i hele 1.000 kr.`.
const LEADS: [&str; 14] = [
    "i", "in", "hele", "hela", "beløb", "belopp", "tal", "tall", "alle", "alla", "figures", "amounts", "opgjort",
    "angivet",
];

/// Returns the units of money that a line says by themselves, and not as part of an amount: `Beløb i 1.000 kr.`, `(t.kr.)`, and not
/// `2,5 mio. kr. mere`.
fn units_in(text: &str, crown: Currency) -> Vec<Unit> {
    let spaced = text.replace(['(', ')', '[', ']', ':', ';'], " | ").replace(", ", " | ").replace(" - ", " | ");
    let spaced = spaced.replace([' ', '\u{a0}', '–', '—'], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let word = |at: Option<usize>| at.and_then(|at| words.get(at)).copied().unwrap_or("|");
    let mut units = Vec::new();
    let mut at = 0_usize;
    while at < words.len() {
        let of_length = |count: usize| {
            let part = words.get(at..at.saturating_add(count))?;
            // `i kr.` would be the crown of Iceland.
            let is_led = part.first().is_some_and(|first| LEADS.contains(&first.to_lowercase().as_str()));
            let unit = Unit::parse_with(part.join(" ").trim_end_matches(','), crown);
            (unit.is_money() && !is_led && !part.contains(&"|")).then_some((count, unit))
        };
        let Some((count, unit)) = (1..=3).rev().find_map(of_length) else {
            at = at.saturating_add(1);
            continue;
        };
        let before = word(at.checked_sub(1)).to_lowercase();
        let behind = word(Some(at.saturating_add(count)));
        let (begins, ends) = (before == "|", behind == "|");
        let is_led = LEADS.contains(&before.trim_end_matches(['.', ':'])) || begins && ends;
        let is_amount =
            before.ends_with(|c: char| c.is_ascii_digit()) || behind.starts_with(|c: char| c.is_ascii_digit());
        // One krone, and a thousand of them, are amounts as well: `heraf 1.000 kr. til børn`.
        let has_digits = word(Some(at)).starts_with(|c: char| c.is_ascii_digit());
        let needs_lead = has_digits || unit == unit.one();
        if is_led || !needs_lead && !is_amount && (begins || ends) {
            units.push(unit);
        }
        at = at.saturating_add(count);
    }
    units
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_names_money_that_its_reader_did_not_take() {
        for (head, expected) in [
            ("Sparekrav (t.kr. netto)", vec!["1.000 kr."]),
            ("t.kr. sparekrav", vec!["1.000 kr."]),
            ("Sparekrav (1.000 kr. i 2026-pl)", vec!["1.000 kr."]),
            ("Budget i t.kr. 2026", vec!["1.000 kr."]),
            ("Sparekrav/t.kr.", vec!["1.000 kr."]),
            ("Sparekrav 2026 mio. kr. netto", vec!["mio. kr."]),
            ("Tiltag over 2 mio. kr. netto", vec![]),
            ("Sparekrav", vec![]),
        ] {
            let expected: Vec<Unit> = expected.into_iter().map(Unit::parse).collect();
            assert_eq!(units_named_in(head, Currency::Dkk), expected, "{head}");
        }
    }

    #[test]
    fn a_unit_is_told_from_an_amount() {
        for (text, expected) in [
            ("Beløb i 1.000 kr.", vec!["1.000 kr."]),
            ("Budgetopfølgning (t.kr.)", vec!["1.000 kr."]),
            ("1.000 kr.", vec!["1.000 kr."]),
            ("Alle tal er i hele 1.000 kr. og årets priser", vec!["1.000 kr."]),
            ("Beløb: mio. kr.", vec!["mio. kr."]),
            ("Budgetopfølgning pr. 30. juni, mio. kr.", vec!["mio. kr."]),
            ("Opgjort i kr.", vec!["kr."]),
            ("Heraf 1.000 kr. til børn", vec![]),
            ("Der er givet 2,5 mio. kr. mere", vec![]),
            ("Investeringen på 1,50 mio. kr. er fratrukket", vec![]),
            ("Puljen er kr. 500", vec![]),
            ("1.000 kr. gives til børn", vec![]),
            ("Børn og unge", vec![]),
        ] {
            let found = units_in(text, Currency::Dkk);
            assert_eq!(found, expected.iter().map(|unit| Unit::parse(unit)).collect::<Vec<_>>(), "{text}");
        }
    }
}
