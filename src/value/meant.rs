//! What a text was most likely meant to be: amounts and dates in the notations of other hands.
//!
//! Floor 0. Nothing is read this way. What is answered is quoted to the author, who decides; so each spelling is proved
//! by the very parser that refused the first one.

use super::{Currency, FootnoteMark, Magnitude, Notation, Period, Unit, WrittenAmount, mask_personal_numbers};

/// The signs that offices write for a minus: of accounts (`÷`), of Word and of keyboards. A soft hyphen is none, since nobody sees it.
const MINUS: [char; 12] = ['-', '−', '–', '—', '÷', '‐', '‑', '‒', '―', '⁃', '˗', '－'];

/// Returns how an amount that could not be read may be written in a notation: each is read as an amount. Where the text
/// may mean two numbers, both.
#[must_use]
pub fn meant_amounts(text: &str, notation: Notation) -> Vec<String> {
    // The rest of a personal number, `1234` of `010190-1234`, would tell it to whoever reads the message.
    if mask_personal_numbers(text) != text {
        return Vec::new();
    }
    let (body, mark) = FootnoteMark::split(text.trim());
    let mark = mark.map(|mark| mark.to_string()).unwrap_or_default();
    let spaced: String = body.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    let (body, raised) = without_raised_mark(spaced.trim());
    let mark = if mark.is_empty() { raised } else { mark };
    let spelt = with_decimals(body, notation.decimal);
    let body = spelt.as_str();
    if let Some((low, high)) = range_of(body) {
        return of_range(low, high, notation);
    }
    let Some(parts) = AmountParts::of(body, notation.crown) else { return Vec::new() };
    // `1e6` and `2.a.1` are no numbers with units.
    if matches!(Unit::parse(&parts.unit), Unit::Word(word) if word.contains(|c: char| c.is_ascii_digit())) {
        return Vec::new();
    }
    let mut all: Vec<String> = Vec::new();
    for number in parts.numbers(notation) {
        // What stands behind a number may be left out where it says nothing: a bracket or a mark of quotation, no `‰`.
        let is_said = !parts.unit.chars().all(|c| ")]'\"’”´`".contains(c));
        for unit in [parts.unit.as_str(), ""].into_iter().take(if is_said { 1 } else { 2 }) {
            let space = if unit.is_empty() { "" } else { " " };
            let written = format!("{}{number}{space}{unit}{mark}", parts.before);
            let is_read = WrittenAmount::parse(&written, notation).is_ok();
            if is_read && written != text && !all.contains(&written) {
                all.push(written);
                break;
            }
        }
    }
    all
}

/// Parts a text from a footnote mark that is written small and raised: `1,50¹`, `1,50 ²`.
fn without_raised_mark(body: &str) -> (&str, String) {
    let mark = ['¹', '²', '³'].iter().position(|sign| body.ends_with(*sign));
    let rest = body.trim_end_matches(['¹', '²', '³']);
    match mark {
        // `12 m²` is an area.
        Some(nth) if rest.trim_end().ends_with(|c: char| c.is_ascii_digit()) => {
            (rest.trim_end(), "*".repeat(nth.saturating_add(1)))
        }
        _ => (body, String::new()),
    }
}

/// Writes the fractions of a text as decimals: `2½`, `2 ½ mio. kr.`, `½`.
fn with_decimals(body: &str, decimal: char) -> String {
    let fraction = [('½', "5"), ('¼', "25"), ('¾', "75")].into_iter().find(|(sign, _)| body.contains(*sign));
    let Some((before, (decimals, behind))) = fraction
        .and_then(|(sign, decimals)| body.split_once(sign).map(|(before, behind)| (before, (decimals, behind))))
    else {
        return body.to_owned();
    };
    let before = before.trim_end();
    let zero = if before.ends_with(|c: char| c.is_ascii_digit()) { "" } else { "0" };
    let space = if before.is_empty() || zero.is_empty() { "" } else { " " };
    format!("{before}{space}{zero}{decimal}{decimals}{behind}")
}

/// What stands in a text that was meant as an amount.
struct AmountParts {
    /// A word that makes it approximate, with a blank behind it.
    before: String,
    is_negative: bool,
    /// Digits and the signs between them, blanks included.
    digits: String,
    unit: String,
}

impl AmountParts {
    /// Parts a text. Answers nothing where a sign of it is not understood: a number without it could be another one.
    fn of(body: &str, crown: Currency) -> Option<Self> {
        let first = body.find(|c: char| c.is_ascii_digit())?;
        let (head, rest) = body.split_at_checked(first)?;
        // `.5` has lost its zero, and what stands before a number may be its unit.
        let leads = head.ends_with([',', '.']) && !head.trim_end_matches([',', '.']).ends_with(char::is_alphabetic);
        // Of `..5` and `5...` nobody knows what is left out.
        let has_many = |text: &str, bare: &str| text.chars().count() > bare.chars().count().saturating_add(1);
        if has_many(head, head.trim_end_matches([',', '.'])) {
            return None;
        }
        let head = if leads { head.trim_end_matches([',', '.']) } else { head };
        let length = rest.char_indices().take_while(|(at, c)| is_part_of_number(*c, rest, *at)).count();
        let end = rest.char_indices().nth(length).map_or(rest.len(), |(at, _)| at);
        let (number, tail) = rest.split_at_checked(end)?;
        if has_many(number.trim_end(), number.trim_end().trim_end_matches([',', '.'])) {
            return None;
        }
        let is_bracketed = head.contains('(') && tail.contains(')') && !tail.contains('(');
        // A letter that touches a number may be a digit that was mistyped: `571,O`.
        let is_mistyped = tail.chars().count() == 1 && tail.starts_with(char::is_alphabetic);
        // `100,-` and `100:-` are how whole kroner are written.
        let of_crowns = match number.ends_with([',', '.']) {
            true => tail.strip_prefix(MINUS),
            false => tail.strip_prefix([':', ',']).and_then(|rest| rest.strip_prefix(MINUS)),
        };
        let crowns = Unit::Money(Magnitude::One, crown);
        if of_crowns.is_some_and(|rest| !rest.trim_start_matches(MINUS).trim_matches([')', ' ']).is_empty()) {
            return None;
        }
        let tail = tail.trim_start_matches([')', ' ', ',', '.']);
        let (tail, trails) = match tail.strip_prefix(MINUS) {
            _ if of_crowns.is_some() => (crowns.word(), false),
            // `03-may` is a day.
            Some(rest) if rest.starts_with(char::is_alphanumeric) => return None,
            Some(rest) => (rest, true),
            None => (tail, false),
        };
        let tail = if is_bracketed { tail.trim_end_matches(')') } else { tail };
        let has_minus = head.contains(MINUS) || head.trim().eq_ignore_ascii_case("minus");
        let word = head.trim_matches(|c: char| !c.is_alphabetic() && c != '.' && c != '%');
        let is_known =
            |c: char| c.is_alphabetic() || c.is_whitespace() || MINUS.contains(&c) || "+(.,<>~≈'\"’”%".contains(c);
        if !head.chars().all(|c| is_known(c) || Unit::parse(&c.to_string()).is_money()) || head.contains("+/") {
            return None;
        }
        let (before, leading_unit) = match word.to_lowercase().as_str() {
            "" => (String::new(), ""),
            "ca" | "ca." | "cirka" | "about" | "approx." | "omkring" | "omtrent" | "ungefär" | "rundt" => {
                ("ca. ".to_owned(), "")
            }
            "godt" | "knap" | "over" | "under" | "just under" | "drygt" | "drøyt" | "knappt" | "knapt" | "över" => {
                (format!("{} ", word.to_lowercase()), "")
            }
            "minus" => (String::new(), ""),
            _ => (String::new(), word),
        };
        // More or less than a number is not that number.
        let before = match head.trim_matches([' ', '(']) {
            ">" => "over ".to_owned(),
            "<" => "under ".to_owned(),
            "~" | "≈" => "ca. ".to_owned(),
            compared if compared.contains(['>', '<', '≥', '≤', '±', '=', '~', '≈', '#']) => return None,
            _ => before,
        };
        // The sign of a currency is no letter: `(£`.
        let sign = head.trim_matches(|c: char| c.is_whitespace() || MINUS.contains(&c) || "(+".contains(c));
        let leading_unit = if Unit::parse(sign).is_money() { sign } else { leading_unit };
        // `op til 5` and `i alt 5` are no numbers of things that are called so.
        if leading_unit.contains(char::is_alphabetic) && !Unit::parse(leading_unit).is_money() {
            return None;
        }
        let tail = tail.trim().trim_start_matches(',').trim();
        let both = Unit::parse(&[leading_unit, " ", tail].concat());
        let unit = match (leading_unit, tail) {
            (_, "") => leading_unit,
            // `£2.5m` is money in millions.
            (_, _) if !leading_unit.is_empty() && both.is_money() => both.word(),
            _ => tail,
        };
        if is_mistyped && matches!(Unit::parse(unit), Unit::Word(_)) {
            return None;
        }
        let zero = if leads { "0," } else { "" };
        Some(Self {
            before,
            is_negative: is_bracketed || has_minus || trails,
            digits: format!("{zero}{}", number.trim_end_matches([',', '.', ' '])),
            unit: unit.trim_matches(['(', ')']).to_owned(),
        })
    }

    /// Returns the numbers that the digits may mean, written in a notation, the most likely first.
    fn numbers(&self, notation: Notation) -> Vec<String> {
        let groups: Vec<&str> = self.digits.split(|c: char| !c.is_ascii_digit()).collect();
        let signs: Vec<char> = self.digits.chars().filter(|c| !c.is_ascii_digit()).collect();
        let Some((last, whole)) = groups.split_last() else { return Vec::new() };
        let are_thousands = |groups: &[&str]| {
            groups.iter().skip(1).all(|group| group.len() == 3) && groups.iter().all(|g| !g.is_empty())
        };
        let mut readings: Vec<(String, &str)> = Vec::new();
        let has_one_sign = signs.iter().all(|sign| Some(sign) == signs.first());
        // The last sign parts decimals where it is another than those before it, or the only one.
        let is_lone = signs.len() == 1;
        let last_is_decimal = matches!(signs.last(), Some('.' | ',')) && (is_lone || !has_one_sign);
        // A sign of the notation's own says itself what it parts.
        let is_own = |sign: Option<char>| is_lone && signs.first().copied() == sign;
        let (is_grouping, is_decimal) = (is_own(notation.grouping), is_own(Some(notation.decimal)) && last.len() != 3);
        if last_is_decimal && are_thousands(whole) && !(is_grouping && last.len() == 3) {
            readings.push((whole.concat(), last));
        }
        if (has_one_sign || !last_is_decimal) && !is_decimal && are_thousands(&groups) {
            readings.push((groups.concat(), ""));
        }
        let minus = if self.is_negative { "-" } else { "" };
        let written = |(whole, decimals): &(String, &str)| {
            // Exactly three decimals would be taken for thousands where nothing is declared.
            let three = decimals.len() == 3 && !notation.declared && !whole.starts_with('0');
            let zero = if three { "0" } else { "" };
            let point =
                if decimals.is_empty() { String::new() } else { format!("{}{decimals}{zero}", notation.decimal) };
            let whole = whole.trim_start_matches('0');
            let whole = if whole.is_empty() { "0" } else { whole };
            format!("{minus}{}{point}", in_groups(whole, notation.grouping))
        };
        readings.iter().map(written).collect()
    }
}

/// Tells whether a character belongs to a number: a digit, or a sign with a digit behind it.
fn is_part_of_number(c: char, text: &str, at: usize) -> bool {
    let mut behind = text.get(at..).unwrap_or_default().chars().skip(1);
    match c {
        '0'..='9' => true,
        ' ' => behind.by_ref().take_while(char::is_ascii_digit).count() >= 3,
        '.' | ',' => true,
        '\'' | '’' | '_' => behind.next().is_some_and(|next| next.is_ascii_digit()),
        _ => false,
    }
}

/// Writes a whole number in groups of three.
#[must_use]
pub fn in_groups(digits: &str, sign: Option<char>) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len().saturating_sub(at).is_multiple_of(3) {
            out.extend(sign);
        }
        out.push(digit);
    }
    out
}

/// Returns the two numbers of a range: `0,9 til 1,2`.
fn range_of(body: &str) -> Option<(&str, &str)> {
    let is_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let words = [" til ", " till ", " to ", " eller ", " or ", " – ", " - ", "–", "-"];
    let mut pairs = words.iter().filter_map(|word| body.split_once(word));
    pairs.find(|(low, high)| is_number(low) && is_number(high)).map(|(low, high)| (low.trim(), high.trim()))
}

/// Tells whether two numbers may be something else than the ends of a range: a day and a month (`03-05`), two years.
fn is_number_of_calendar(low: &str, high: &str) -> bool {
    let is_padded = |text: &str| text.starts_with('0') && text.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_padded(low) || is_padded(high) || (is_year(low) && is_year(high))
}

/// Returns what may stand for a range: its end, and about the middle of it.
fn of_range(low: &str, high: &str, notation: Notation) -> Vec<String> {
    let read = |text: &str| WrittenAmount::parse(text, notation).ok();
    let (Some(first), Some(second)) = (read(low), read(high)) else { return Vec::new() };
    let (Some(from), Some(to)) = (first.number, second.number) else { return Vec::new() };
    // `10-3` is a day, a number with its check digit or what is left of ten: of no range the end comes first.
    if from >= to || is_number_of_calendar(low, high) {
        return Vec::new();
    }
    let unit = high.split_once(' ').map(|(_, unit)| format!(" {unit}")).unwrap_or_default();
    let middle = from.checked_add(to).and_then(|sum| sum.checked_div(2.into())).map(|middle| middle.normalize());
    let middle = middle.map(|middle| middle.to_string().replace('.', &notation.decimal.to_string()));
    let about = middle.map(|middle| format!("ca. {middle}{unit}")).filter(|about| read(about).is_some());
    [Some(high.to_owned()), about].into_iter().flatten().collect()
}

/// Returns how a date that could not be read is written: `2026-08-10` for `10-08-2026`, `10/8 2026`, `2026.8.10`.
#[must_use]
pub fn meant_date(text: &str) -> Option<String> {
    let text = text.trim().trim_end_matches('.');
    let groups: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let is_bare = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | '/' | ' ' | '_'));
    let number = |group: &&str| group.parse::<u16>().ok();
    let iso = match groups.as_slice() {
        // Nobody has a thirteenth month: `06/30/2026` is American.
        [month, day, year] if is_bare && year.len() == 4 && number(day)? > 12 => {
            (number(year)?, number(month)?, Some(number(day)?))
        }
        [day, month, year] if is_bare && year.len() == 4 => (number(year)?, number(month)?, Some(number(day)?)),
        [year, month, day] if is_bare && year.len() == 4 => (number(year)?, number(month)?, Some(number(day)?)),
        [day, month, year] if is_bare && year.len() == 2 => {
            (number(year)?.checked_add(2000)?, number(month)?, Some(number(day)?))
        }
        [month, year] if is_bare && year.len() == 4 => (number(year)?, number(month)?, None),
        [year, month] if is_bare && year.len() == 4 => (number(year)?, number(month)?, None),
        [both] if is_bare && both.len() == 8 => {
            let part = |from: usize, to: usize| both.get(from..to)?.parse::<u16>().ok();
            (part(0, 4)?, part(4, 6)?, Some(part(6, 8)?))
        }
        _ => return meant_day(text).or_else(|| meant_period(text)),
    };
    let written = match iso {
        (year, month, Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
        (year, month, None) => format!("{year:04}-{month:02}"),
    };
    Period::parse_iso(&written).map(|_| written)
}

/// Returns a day that is written as it is said: `den 30. juni 2025`, `30. juni 2025 kl. 12`.
fn meant_day(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let day = ["den ", "d. ", "the "].iter().find_map(|article| lower.strip_prefix(article)).unwrap_or(&lower);
    let day = day.split(" kl").next().unwrap_or(day);
    Period::parse(day).filter(|_| day != lower).map(|period| period.iso())
}

/// Returns a quarter or a half year that is written in another order: `2. kvartal 2025`, `Q2 2025`, `1. halvår 2025`.
fn meant_period(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    let year = words.iter().find(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()))?;
    // `q2`; `kl` is an hour.
    let is_short = |word: &str| word.len() == 2 && word.ends_with(|c: char| c.is_ascii_digit());
    let letter = words.iter().find_map(|word| {
        let is_quarter =
            ["kvartal", "kvartalet", "quarter", "kv"].contains(word) || is_short(word) && word.starts_with(['q', 'k']);
        let is_half = ["halvår", "halvåret", "half"].contains(word) || is_short(word) && word.starts_with('h');
        is_quarter.then_some('Q').or(is_half.then_some('H'))
    })?;
    let number = words.iter().find_map(|word| {
        let digit = word.chars().last().filter(char::is_ascii_digit);
        digit.filter(|_| word.len() == 1 || is_short(word) && word.starts_with(['q', 'k', 'h']))
    });
    let number = number.or_else(|| {
        let ordinals = [
            ("første", '1'),
            ("first", '1'),
            ("andet", '2'),
            ("second", '2'),
            ("tredje", '3'),
            ("fjerde", '4'),
            ("första", '1'),
            ("andra", '2'),
            ("andre", '2'),
            ("fjärde", '4'),
        ];
        ordinals.iter().find(|(word, _)| words.contains(word)).map(|(_, number)| *number)
    })?;
    let written = format!("{year}-{letter}{number}");
    Period::parse_iso(&written).map(|_| written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::{Currency, NegativeStyle};

    const CSV: Notation =
        Notation { decimal: '.', grouping: None, declared: true, negative: NegativeStyle::Minus, crown: Currency::Dkk };

    #[test]
    fn what_other_hands_write_is_written_in_the_notation() {
        for (text, danish) in [
            ("1,307.5", &["1.307,5"][..]),
            ("1,307.250", &["1.307,2500"]),
            (".125", &["0,125", "125"]),
            ("godt 1,307.5", &["godt 1.307,5"]),
            ("2.5 million kr.", &["2,5 million kr."]),
            ("245.300-", &["-245.300"]),
            ("(245.300)", &["-245.300"]),
            ("(4.9)", &["-4,9"]),
            ("245 300", &["245.300"]),
            ("245\u{a0}300,50", &["245.300,50"]),
            ("1 616 500,50 kr.", &["1.616.500,50 kr."]),
            ("1'307,5", &["1.307,5"]),
            ("kr. 2,5", &["2,5 kr."]),
            ("£1,650.00", &["1.650,00 £"]),
            ("-£1,650.5", &["-1.650,5 £"]),
            ("(£1,050.00)", &["-1.050,00 £"]),
            ("£2.5m", &["2,5 mio. GBP"]),
            ("2.5€", &["2,5 €"]),
            ("US$ 2.5", &["2,5 US$"]),
            ("DKK 1.250", &["1.250 DKK"]),
            ("2,5mio. kr.", &["2,5 mio. kr."]),
            (".5", &["0,5"]),
            (",5", &["0,5"]),
            ("5,", &["5"]),
            ("1_000", &["1.000"]),
            ("100,-", &["100 kr."]),
            ("720.000,-", &["720.000 kr."]),
            ("720 000:-", &["720.000 kr."]),
            ("100,--", &["100 kr."]),
            ("(100,-)", &["-100 kr."]),
            ("kr. 720.000,-", &["720.000 kr."]),
            ("100,- pr. stk.", &[]),
            ("÷1,50", &["-1,50"]),
            ("÷ 1,50 mio. kr.", &["-1,50 mio. kr."]),
            ("‑3,0", &["-3,0"]),
            ("‐3,0", &["-3,0"]),
            ("‒3,0", &["-3,0"]),
            ("―3,0", &["-3,0"]),
            ("－3,0", &["-3,0"]),
            ("3,0‑", &["-3,0"]),
            ("‑£0.72m", &["-0,72 mio. GBP"]),
            ("(£0.72m)", &["-0,72 mio. GBP"]),
            ("\u{ad}3,0", &[]),
            ("6÷2", &[]),
            ("40,1‰", &[]),
            ("40,1 ‰", &[]),
            ("+/-5", &[]),
            ("+/- 5", &[]),
            ("*571,3", &[]),
            ("**0,72**", &[]),
            ("571,O", &[]),
            ("571,3a", &[]),
            ("03-may", &[]),
            ("3-maj", &[]),
            ("0,7-0,8", &["0,8", "ca. 0,75"]),
            ("9,5-10", &["10", "ca. 9,75"]),
            ("1500-2000 kr.", &["2000 kr.", "ca. 1750 kr."]),
            ("0-5", &["5", "ca. 2,5"]),
            ("10-3", &[]),
            ("10 - 3", &[]),
            ("3-3", &[]),
            ("571–3", &[]),
            ("1,2 til 0,9", &[]),
            ("03-05", &[]),
            ("3-05", &[]),
            ("01–12", &[]),
            ("2025-2026", &[]),
            ("2025 – 2026", &[]),
            ("2025 til 2026", &[]),
            ("2026-08-10", &[]),
            ("..5", &[]),
            ("...5", &[]),
            (",,5", &[]),
            ("-..5", &[]),
            ("kr...5", &[]),
            ("5...", &[]),
            ("5,,", &[]),
            ("-.5", &["-0,5"]),
            ("72(t.kr.)", &["72 t.kr."]),
            ("010190-1234", &[]),
            ("5^2", &[]),
            ("§5", &[]),
            ("5/8", &[]),
            ("omkring 3,5", &["ca. 3,5"]),
            ("~3.5", &["ca. 3,5"]),
            ("> 9", &["over 9"]),
            ("<5", &["under 5"]),
            (">= 9", &[]),
            ("2½", &["2,5"]),
            ("1½ mio. kr.", &["1,5 mio. kr."]),
            ("1 ½ mio. kr.", &["1,5 mio. kr."]),
            ("½ mio. kr.", &["0,5 mio. kr."]),
            ("ca. ¾", &["ca. 0,75"]),
            ("-2¼", &["-2,25"]),
            ("2⅓", &[]),
            ("1,50¹", &["1,50*"]),
            ("1,50 ³", &["1,50***"]),
            ("op til 1,5", &[]),
            ("mindst 1,5", &[]),
            ("i alt 1,5 mio. kr.", &[]),
            ("minus 1,5", &["-1,5"]),
            ("ca.1,5", &["ca. 1,5"]),
            ("kr.2,5", &["2,5 kr."]),
            ("±3", &[]),
            ("3.5*", &["3,5*"]),
            ("0,9 til 1,2", &["1,2", "ca. 1,05"]),
            ("0,9 – 1,2 mio. kr.", &["1,2 mio. kr.", "ca. 1,05 mio. kr."]),
            ("abc", &[]),
            ("12,34567", &[]),
            ("1.2.3", &[]),
            ("1e6", &[]),
            ("2.a.1", &[]),
            ("245.300)", &["245.300"]),
            ("1,307.5 m²", &["1.307,5 m²"]),
            ("9 til i morgen", &[]),
        ] {
            let found = meant_amounts(text, Notation::DANISH);
            assert_eq!(found, danish, "{text}");
            for written in &found {
                assert!(WrittenAmount::parse(written, Notation::DANISH).is_ok(), "{written}");
            }
        }
        assert_eq!(meant_amounts("30,6", CSV), ["30.6"]);
        assert_eq!(meant_amounts("1.307,5", CSV), ["1307.5"]);
        assert_eq!(meant_amounts("1.307,250", CSV), ["1307.250"], "a declared point parts no thousands");
        assert_eq!(meant_amounts("1.307,5", Notation::ENGLISH), ["1,307.5"]);
    }

    #[test]
    fn a_date_of_other_hands_is_written_year_first() {
        for (text, iso) in [
            ("10-08-2026", Some("2026-08-10")),
            ("10.08.2026", Some("2026-08-10")),
            ("10/8 2026", Some("2026-08-10")),
            ("06/30/2026", Some("2026-06-30")),
            ("30/30/2026", None),
            ("10/8-26", Some("2026-08-10")),
            ("2026.8.1", Some("2026-08-01")),
            ("20260810", Some("2026-08-10")),
            ("20260810 x", None),
            ("08-2026", Some("2026-08")),
            ("2026-8", Some("2026-08")),
            ("2. kvartal 2026", Some("2026-Q2")),
            ("Q2 2026", Some("2026-Q2")),
            ("2026 K2", Some("2026-Q2")),
            ("1. halvår 2026", Some("2026-H1")),
            ("andet kvartal 2026", Some("2026-Q2")),
            ("31-02-2026", None),
            ("2026-02-30", None),
            ("snart", None),
            ("5. kvartal 2026", None),
            ("den 30. juni 2026", Some("2026-06-30")),
            ("30. juni 2026 kl. 12", Some("2026-06-30")),
            ("30. juni 2026 h", None),
            ("12. kvartal 2026", None),
            ("kontrakt 1 2026", None),
            ("hus 2 2026", None),
            ("a1 kvartal 2026", None),
            ("halvår b2 2026", None),
            ("x3 2026", None),
            ("qx 2 2026", None),
            ("1. kvartal i 2026", Some("2026-Q1")),
        ] {
            assert_eq!(meant_date(text).as_deref(), iso, "{text}");
        }
    }
}
