//! Personal numbers, found by a rule of its own: six digits that may be a day, then four, with one sign between them or none.

use crate::value::{PersonalNumber, personal_numbers};

/// Returns the numbers in a text, each with its line. Ten digits without a sign count where the check digit holds.
pub fn in_text(text: &str) -> Vec<(u32, PersonalNumber)> {
    let mut found = Vec::new();
    for (line, words) in (1_u32..).zip(text.lines()) {
        let signs: Vec<char> = words.chars().collect();
        for start in 0..signs.len() {
            let is_start = start
                .checked_sub(1)
                .and_then(|at| signs.get(at))
                .is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '.' | ','));
            if is_start && let Some(number) = signs.get(start..).and_then(number_at) {
                found.push((line, number));
            }
        }
    }
    found
}

fn number_at(signs: &[char]) -> Option<PersonalNumber> {
    let digits = |from: usize, count: usize| -> Option<String> {
        let part: String = signs.get(from..from.checked_add(count)?)?.iter().collect();
        part.bytes().all(|byte| byte.is_ascii_digit()).then_some(part)
    };
    let date = digits(0, 6)?;
    let between = signs.get(6)?;
    let is_sign =
        matches!(between, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let from = if is_sign { 7 } else { 6 };
    let serial = digits(from, 4)?;
    if signs.get(from.checked_add(4)?).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    let part = |from: usize| date.get(from..from.checked_add(2)?)?.parse::<u8>().ok();
    if !(1..=31).contains(&part(0)?) || !(1..=12).contains(&part(2)?) {
        return None;
    }
    let weights = [4_u32, 3, 2, 7, 6, 5, 4, 3, 2, 1];
    let all = date.bytes().chain(serial.bytes()).map(|byte| u32::from(byte.saturating_sub(b'0')));
    let sum: u32 = weights.iter().zip(all).map(|(weight, digit)| weight.saturating_mul(digit)).sum();
    if !is_sign && !sum.is_multiple_of(11) {
        return None;
    }
    // Only to have it as a value: what is no date there is none here.
    personal_numbers(&format!("{date}-{serial}")).first().map(|found| found.number)
}
