//! What a statement that is no TOML was meant to be.
//!
//! Authors write fields by hand and from Word. Each rule here knows one slip: what it looks like, where it stands and
//! what was meant. A guess is quoted only when the parser reads the statement with it, so that no cure is refused.

use std::ops::Range;

use toml::de::DeTable;

use super::{hiding_words::may_say_so, marks, scalar, several::meant_list};
use crate::{
    schema::{FieldType, RecordType},
    value::{Notation, Period, WrittenAmount, in_groups, meant_amounts, meant_date},
};

/// A slip that is known: what it is called in the words, where it stands, and the texts that mend it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The word for it.
    pub detail: &'static str,
    /// What is underlined and replaced.
    pub range: Range<usize>,
    /// What may stand there, each alone.
    pub texts: Vec<String>,
}

/// A statement that cannot be read: the whole of it, and the line with the fault.
#[derive(Clone, Debug)]
pub struct BrokenStatement<'t> {
    /// The text it stands in.
    pub text: &'t str,
    /// The bytes of the statement: a key with its value, over several lines perhaps, or the head of a table.
    pub range: Range<usize>,
    /// The bytes of the line with the fault, without its end.
    pub line: Range<usize>,
    /// Where the parser stopped.
    pub at: usize,
    /// What the field holds, where the schema knows it.
    pub ty: Option<FieldType>,
    /// How amounts are written by hand.
    pub notation: Notation,
}

/// The parts of a line that gives a key a value.
#[derive(Clone, Debug)]
struct Assignment<'t> {
    /// Where the value stands, without blanks and a remark.
    at: Range<usize>,
    value: &'t str,
}

/// Quotation marks of Word and of print, which TOML does not know.
const WORD_QUOTES: [char; 11] = ['”', '“', '„', '‟', '»', '«', '’', '‘', '‚', '´', '″'];

/// One rule: what a statement was meant to be, if it is the slip that the rule knows.
type Rule = for<'t> fn(&BrokenStatement<'t>) -> Vec<Mend>;

/// The rules, those that know most of a line first.
const RULES: [Rule; 21] = [
    unseen,
    two_fields,
    over_lines,
    word_quotes,
    foreign_sign_of_equality,
    list_sign,
    dead_value,
    yes_or_no,
    foreign_date,
    number_in_groups,
    stray_end,
    remark,
    several_values,
    quotation,
    backslash,
    head,
    missing_comma,
    unopened_list,
    open_bracket,
    unquoted,
    fields_in_braces,
];

impl BrokenStatement<'_> {
    /// Returns what it was meant to be, if that can be told.
    #[must_use]
    pub fn mend(&self) -> Option<Mend> {
        // What mends all of the statement comes before what mends the first of several slips.
        let before = faults(self.statement());
        [0, before.saturating_sub(1)].into_iter().find_map(|most| {
            RULES.iter().flat_map(|rule| rule(self)).find_map(|mut mend| {
                mend.texts.retain(|text| self.with(&mend.range, text).is_some_and(|whole| faults(&whole) <= most));
                (!mend.texts.is_empty()).then_some(mend)
            })
        })
    }

    fn statement(&self) -> &str {
        self.text.get(self.range.clone()).unwrap_or_default()
    }

    fn words(&self) -> &str {
        self.text.get(self.line.clone()).unwrap_or_default()
    }

    /// Returns the statement with a text in place of some bytes of it.
    fn with(&self, range: &Range<usize>, text: &str) -> Option<String> {
        let (start, end) = (self.range.start.min(range.start), self.range.end.max(range.end));
        let (before, after) = (self.text.get(start..range.start)?, self.text.get(range.end..end)?);
        Some([before, text, after].concat())
    }

    /// Returns the bytes of a part of the line.
    fn place(&self, from: usize, length: usize) -> Range<usize> {
        let start = self.line.start.saturating_add(from);
        start..start.saturating_add(length)
    }

    /// Returns the value of the line: what stands behind its first sign of equality, without a remark.
    fn assignment(&self) -> Option<Assignment<'_>> {
        let words = self.words();
        let sign = words.find('=')?;
        let rest = words.get(sign.saturating_add(1)..)?;
        let rest = rest.trim_start_matches('=');
        let value = without_remark(rest).trim_matches(|c: char| c.is_whitespace());
        let from = words.len().saturating_sub(rest.trim_start().len());
        Some(Assignment { at: self.place(from, value.len()), value })
    }

    /// Makes a mend of the value.
    fn value_as(&self, detail: &'static str, texts: Vec<String>) -> Vec<Mend> {
        let Some(Assignment { at, .. }) = self.assignment() else { return Vec::new() };
        vec![Mend { detail, range: at, texts }]
    }

    fn may_be(&self, is_type: impl Fn(FieldType) -> bool) -> bool {
        self.ty.is_none_or(is_type)
    }
}

/// Counts what the parser cannot read.
fn faults(statement: &str) -> usize {
    DeTable::parse_recoverable(statement).1.len()
}

/// Returns a value without the remark behind it. A `#` within quotation marks is no remark.
fn without_remark(value: &str) -> &str {
    let mut quote = None;
    for (at, c) in value.char_indices() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, '#') => return value.get(..at).unwrap_or(value),
            _ => {}
        }
    }
    value
}

fn quoted(text: &str) -> String {
    let text = text.trim();
    match (text.contains(['"', '\\']), text.contains('\'')) {
        (false, _) => format!("\"{text}\""),
        (true, false) => format!("'{text}'"),
        (true, true) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

/// Blanks that look like one and are none, and characters that nobody sees.
fn unseen(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let is_odd = |c: char| c != ' ' && c != '\t' && (c.is_whitespace() || super::text::is_invisible(c));
    let words = broken.words().trim_end_matches('\r');
    let (Some(first), Some(last)) = (words.find(is_odd), words.rfind(is_odd)) else { return Vec::new() };
    let end =
        words.get(last..).and_then(|rest| rest.chars().next()).map_or(last, |c| last.saturating_add(c.len_utf8()));
    let piece = words.get(first..end).unwrap_or_default();
    let clean = piece.chars().filter(|c| !super::text::is_invisible(*c)).map(|c| if is_odd(c) { ' ' } else { c });
    vec![Mend { detail: "unseen", range: broken.place(first, piece.len()), texts: vec![clean.collect()] }]
}

/// `title = "Vikarer" due = "2026-12-31"`: each field has a line of its own. To take it for one text would publish the second.
fn two_fields(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let Some(Assignment { value, at }) = broken.assignment() else { return Vec::new() };
    let Some(quote) = value.chars().next().filter(|first| matches!(first, '"' | '\'')) else { return Vec::new() };
    let Some(end) = value.get(1..).and_then(|rest| rest.find(quote)).map(|end| end.saturating_add(2)) else {
        return Vec::new();
    };
    let rest = value.get(end..).unwrap_or_default();
    let next = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    let key = next.split_once('=').map_or("", |(key, _)| key.trim());
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    if key.is_empty() || !key.chars().all(is_key) {
        return Vec::new();
    }
    // A comma between them belongs to neither.
    let gap = rest.get(..rest.len().saturating_sub(next.len())).unwrap_or_default();
    let from = if gap.trim().is_empty() { end.saturating_add(gap.len()) } else { end };
    let start = at.start.saturating_add(from);
    vec![Mend { detail: "two-fields", range: start..at.end, texts: vec![format!("\n{next}")] }]
}

/// A text over several lines, with a quotation mark at its beginning, its end or both: a field is one line. Lines that may be a field of
/// their own, or hide something, are never taken for words of it.
fn over_lines(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let statement = broken.statement().trim_end();
    let Some((name, value)) = statement.split_once('=') else { return Vec::new() };
    let value = value.trim_start();
    let mut lines = value.lines().map(str::trim);
    let first = lines.next().unwrap_or_default();
    let rest: Vec<&str> = lines.collect();
    let may_be_a_field = |line: &&str| line.contains([':', '=']) || line.starts_with(['#', '[']) || may_say_so(line);
    if name.contains('\n') || rest.is_empty() || rest.iter().any(may_be_a_field) || first.starts_with(['[', '{']) {
        return Vec::new();
    }
    let joined = [&[first][..], &rest].concat().join(" ");
    let Some(quote) = ['"', '\''].into_iter().find(|quote| joined.starts_with(*quote) || joined.ends_with(*quote))
    else {
        return Vec::new();
    };
    let opened = joined.strip_prefix(quote).unwrap_or(&joined);
    let inner = opened.strip_suffix(quote).unwrap_or(opened);
    if inner.contains(['"', '\\', '#']) || (quote == '\'' && inner.contains(quote)) {
        return Vec::new();
    }
    let start = broken.range.start.saturating_add(statement.len().saturating_sub(value.len()));
    let range = start..broken.range.start.saturating_add(statement.len());
    vec![Mend { detail: "string-lines", range, texts: vec![quoted(inner)] }]
}

/// `”3,5”` and its kin.
fn word_quotes(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let Some(Assignment { value, at }) = broken.assignment() else { return Vec::new() };
    if !value.contains(WORD_QUOTES) {
        return Vec::new();
    }
    let is_quote = |c: char| WORD_QUOTES.contains(&c) || matches!(c, '"' | '\'');
    let inner = value.trim_matches(is_quote);
    let whole =
        (value.starts_with(is_quote) && value.ends_with(is_quote) && !inner.contains('"')).then(|| quoted(inner));
    let each = value.replace(WORD_QUOTES, "\"");
    vec![Mend { detail: "word-quotes", range: at, texts: whole.into_iter().chain([each]).take(1).collect() }]
}

/// `key: value`, `key value`, `key == value`.
fn foreign_sign_of_equality(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let words = broken.words();
    let indent = words.len().saturating_sub(words.trim_start().len());
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let rest = words.get(indent..).unwrap_or_default();
    if let Some(at) = words.find("==").or_else(|| words.find("= =")) {
        let length = if words.get(at..).is_some_and(|rest| rest.starts_with("==")) { 2 } else { 3 };
        return vec![Mend { detail: "two-equals", range: broken.place(at, length), texts: vec!["=".into()] }];
    }
    let name = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
    let is_header = rest.starts_with('[');
    if name == 0 || is_header || without_remark(rest).contains('=') {
        // Within a list or a table in braces, the sign stands somewhere on the line.
        let at = broken.at.saturating_sub(broken.line.start);
        let before = words.get(..at.saturating_add(1)).unwrap_or_default();
        return match before.rfind(':').filter(|colon| at.saturating_sub(*colon) <= 2) {
            Some(colon) => vec![Mend { detail: "no-equals", range: broken.place(colon, 1), texts: vec![" =".into()] }],
            None => Vec::new(),
        };
    }
    let behind = rest.get(name..).unwrap_or_default();
    let value = behind.trim_start_matches([':', ' ', '\t', '-', '>']);
    let value = without_remark(value).trim_end();
    if value.is_empty() || !behind.starts_with([':', ' ', '\t']) || name > 30 {
        return Vec::new();
    }
    // Words without a sign between them are no field unless the value says so.
    if !behind.trim_start().starts_with(':') && !value.starts_with(['"', '\'', '[', '{']) {
        return Vec::new();
    }
    let gap = behind.len().saturating_sub(behind.trim_start_matches([':', ' ', '\t', '-', '>']).len());
    let from = indent.saturating_add(name);
    let as_it_is = Mend { detail: "no-equals", range: broken.place(from, gap), texts: vec![" = ".into()] };
    let (length, text) = (gap.saturating_add(value.len()), format!(" = {}", quoted(value)));
    vec![as_it_is, Mend { detail: "no-equals", range: broken.place(from, length), texts: vec![text] }]
}

/// `- key = value`: the sign of a list before a field.
fn list_sign(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let words = broken.words();
    let rest = words.trim_start_matches(['-', '*', '•', '–', '—', '>', '+', '·', ' ']);
    let length = words.len().saturating_sub(rest.len());
    if length == 0 || !rest.contains('=') || words.starts_with(' ') && !words.trim_start().starts_with(['-', '*', '•'])
    {
        return Vec::new();
    }
    vec![Mend { detail: "list-sign", range: broken.place(0, length), texts: vec![String::new()] }]
}

/// `null` and its kin: what is not given is not written.
fn dead_value(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let dead = ["null", "none", "nil", "undefined", "n/a", "ingen", "?", "-", "–"];
    // Without its line, what a mark was to hide would be shown.
    let is_mark = broken.words().split('=').next().is_some_and(|key| marks::is_meant_as_a_mark(key.trim()));
    match broken.assignment().filter(|_| !is_mark) {
        Some(assignment) if dead.contains(&assignment.value.to_lowercase().as_str()) => {
            let end = broken.line.end.saturating_add(1).min(broken.text.len());
            vec![Mend { detail: "dead-value", range: broken.line.start..end, texts: vec![String::new()] }]
        }
        _ => Vec::new(),
    }
}

/// `ja`, `True`: the two words of TOML are `true` and `false`.
fn yes_or_no(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    if !broken.may_be(|ty| matches!(ty, FieldType::Bool)) {
        return Vec::new();
    }
    let Some(Assignment { value, .. }) = broken.assignment() else { return Vec::new() };
    let text = scalar::meant_flag(value);
    text.map(|text| broken.value_as("true-false", vec![text.into()])).unwrap_or_default()
}

/// A date as Danes write it, without quotation marks.
fn foreign_date(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let Some(Assignment { value, .. }) = broken.assignment() else { return Vec::new() };
    let is_wanted = broken.may_be(|ty| matches!(ty, FieldType::Period | FieldType::Day));
    let is_dated = matches!(broken.ty, Some(FieldType::Period | FieldType::Day));
    let is_plain = value.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/'));
    let has_groups = value.split(|c: char| !c.is_ascii_digit()).filter(|group| group.len() == 3).count() > 1;
    if !is_wanted || !is_dated && (!is_plain || has_groups) {
        return Vec::new();
    }
    let text = meant_date(value).map(|date| if date.len() == 10 { date } else { quoted(&date) });
    // Whatever month years begin in: what is quoted is read or refused with its own cure.
    let in_words = || Period::read(value, Some(7)).ok().map(|_| quoted(value));
    text.or_else(in_words).map(|text| broken.value_as("foreign-date", vec![text])).unwrap_or_default()
}

/// `3.500.000`, `3 500 000`: a number in groups.
fn number_in_groups(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let Some(Assignment { value, .. }) = broken.assignment() else { return Vec::new() };
    let (minus, bare) = value.strip_prefix(['-', '−']).map_or(("", value), |bare| ("-", bare));
    let groups: Vec<&str> = bare.split(|c: char| c == '.' || c.is_whitespace()).collect();
    let is_grouped = groups.len() > 1 && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let has_size =
        |(at, group): (usize, &&str)| if at == 0 { (1..=3).contains(&group.len()) } else { group.len() == 3 };
    let is_wanted = broken.may_be(|ty| matches!(ty, FieldType::Amount | FieldType::AmountOr(_)));
    if !is_wanted || !is_grouped || !groups.iter().enumerate().all(has_size) {
        return Vec::new();
    }
    let digits = groups.concat();
    let plain = format!("{minus}{}", in_groups(&digits, Some('_')));
    let text = quoted(&format!("{minus}{}", in_groups(&digits, broken.notation.grouping)));
    broken.value_as("number-in-groups", vec![plain, text])
}

/// `"x";` and `"x",`: nothing ends a line.
fn stray_end(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let Some(Assignment { value, at }) = broken.assignment() else { return Vec::new() };
    let kept = value.trim_end_matches([';', ',', '.', ' ']);
    let length = value.len().saturating_sub(kept.len());
    if length == 0 || !kept.ends_with(['"', '\'', ']', '}']) && !kept.bytes().all(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let range = at.end.saturating_sub(length)..at.end;
    vec![Mend { detail: "stray-end", range, texts: vec![String::new()] }]
}

/// `// a remark`, `-- a remark`.
fn remark(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let words = broken.words();
    let signs = ["//", "--", "/*", "<!--", "%", ";"];
    let begins = signs.iter().find(|sign| words.trim_start().starts_with(**sign)).copied();
    let behind = || [" //", " --", " /*", " <!--"].iter().find_map(|sign| Some((words.rfind(sign)?, sign.trim())));
    let found = match begins {
        Some(sign) => words.find(sign).map(|at| (at, sign)),
        None => behind().map(|(at, sign)| (at.saturating_add(1), sign)),
    };
    let Some((at, sign)) = found else { return Vec::new() };
    vec![Mend { detail: "remark", range: broken.place(at, sign.len()), texts: vec!["#".into()] }]
}

/// `"A", "B"`: several values want brackets.
fn several_values(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let Some(Assignment { value, .. }) = broken.assignment() else { return Vec::new() };
    let is_wanted = broken.may_be(|ty| matches!(ty, FieldType::List(_) | FieldType::OneOrMany(_)));
    let has_several = value.starts_with(['"', '\'']) && value.contains("\",") | value.contains("',");
    match is_wanted && has_several {
        true => broken.value_as("several-values", vec![format!("[{value}]")]),
        false => Vec::new(),
    }
}

/// Quotation marks that do not close, do not open, or have more behind them.
fn quotation(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let words = broken.words();
    if let Some((name, value)) = words.split_once('=')
        && name.matches('"').count() == 1
    {
        let bare = name.replace('"', "");
        return vec![Mend {
            detail: "name-half-quoted",
            range: broken.place(0, name.len()),
            texts: vec![bare].into_iter().filter(|_| !value.is_empty()).collect(),
        }];
    }
    let Some(Assignment { value, .. }) = broken.assignment() else { return Vec::new() };
    // The marks around it, and none of those within: `"Plan for "voksne""`.
    let opened = value.strip_prefix(['"', '\'']).unwrap_or(value);
    let inner = opened.strip_suffix(['"', '\'']).unwrap_or(opened);
    if value.is_empty() || value.starts_with(['[', '{']) || value.contains('\\') || value.contains("\"\"\"") {
        return Vec::new();
    }
    let count = value.matches('"').count();
    let (opens, closes) = (value.starts_with('"'), value.ends_with('"') && value.len() > 1);
    match (opens, closes, count) {
        (true, false, 1) => broken.value_as("string-open", vec![quoted(inner)]),
        (false, true, 1) => broken.value_as("string-unopened", vec![quoted(inner)]),
        (true, true, 3..) => broken.value_as("quotes-inside", vec![quoted(inner)]),
        (true, false, 2..) => {
            let text: String = value.chars().filter(|c| *c != '"').collect();
            broken.value_as("text-after", vec![quoted(&text)])
        }
        _ if value.starts_with('\'') => broken.value_as("quotes-inside", vec![quoted(inner)]),
        _ => Vec::new(),
    }
}

/// `"C:\mappe"`: a backslash begins a sign of its own in TOML.
fn backslash(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let Some(Assignment { value, .. }) = broken.assignment() else { return Vec::new() };
    let inner = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
    match inner.filter(|inner| inner.contains('\\') && !inner.contains('"')) {
        Some(inner) => broken.value_as("backslash", vec![quoted(inner)]),
        None => Vec::new(),
    }
}

/// The head of a table: `[effect 2026]`, `[scales.status`, `(scales.status)`.
fn head(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let words = without_remark(broken.words()).trim_end();
    let inner = words.trim().trim_matches(['[', ']', '(', ')', '{', '}', '<', '>']).trim();
    let is_head = words.trim_start().starts_with(['[', '(', '<']) || words.ends_with([']', ')']);
    if !is_head || inner.is_empty() || words.contains('=') || inner.contains(['[', ']', '"', ',']) {
        return Vec::new();
    }
    let names = inner.split(|c: char| c.is_whitespace() || c == '.').filter(|name| !name.is_empty());
    let names: Vec<&str> = names.collect();
    let is_apart = inner.contains(char::is_whitespace) && names.len() > 1;
    let text = format!("[{}]", names.join("."));
    let detail = if is_apart { "head-apart" } else { "head-bracket" };
    vec![Mend { detail, range: broken.place(0, words.len()), texts: vec![text] }]
}

/// No comma between two values of a list or a table in braces.
fn missing_comma(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let before = broken.text.get(broken.range.start..broken.at).unwrap_or_default();
    // The parser stops at the value that came too early, or at the sign of equality behind its name.
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '"');
    let ends = [before.trim_end(), before.trim_end().trim_end_matches(is_name).trim_end()];
    let mut all = Vec::new();
    for end in ends {
        let last = last_token(end);
        if !last.ends_with(|c: char| is_name(c) || matches!(c, '}' | ']' | '\'')) {
            continue;
        }
        let at = broken.range.start.saturating_add(end.len());
        let range = at.saturating_sub(last.len())..at;
        all.push(Mend { detail: "no-comma", range, texts: vec![format!("{last},")] });
    }
    let double = broken.words().find(",,").or_else(|| broken.words().find(", ,"));
    all.extend(double.map(|at| Mend { detail: "two-commas", range: broken.place(at, 2), texts: vec![",".into()] }));
    all
}

/// Returns the last word, text in quotation marks or sign of a text.
fn last_token(text: &str) -> &str {
    let quoted = |quote: char| {
        let inner = text.strip_suffix(quote)?;
        let start = inner.rfind([quote, '\n'])?;
        text.get(start..).filter(|token| token.starts_with(quote))
    };
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let word = text.len().saturating_sub(text.trim_end_matches(is_word).len());
    let sign = text.chars().next_back().map_or(0, char::len_utf8);
    let length = word.max(sign);
    quoted('"').or_else(|| quoted('\'')).or(text.get(text.len().saturating_sub(length)..)).unwrap_or_default()
}

/// A list or a table in braces that does not close: at the end of the statement, of the line, or of the line before.
fn open_bracket(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let upto = |end: usize| {
        let text = broken.text.get(broken.range.start..end).unwrap_or_default();
        let last_line = text.trim_end().rfind('\n').map_or(0, |at| at.saturating_add(1));
        let kept = text.get(last_line..).map_or("", |line| without_remark(line).trim_end()).len();
        text.get(..last_line.saturating_add(kept)).unwrap_or_default()
    };
    let mut all = Vec::new();
    for (detail, close) in [("braces-open", " }"), ("list-open", "]"), ("braces-open", " }]"), ("list-open", "\"]")] {
        for end in [upto(broken.range.end), upto(broken.line.end), upto(broken.line.start)] {
            let comma = if end.ends_with(',') { "," } else { "" };
            let last = last_token(end.trim_end_matches(','));
            if last.is_empty() {
                continue;
            }
            let at = broken.range.start.saturating_add(end.len());
            let range = at.saturating_sub(last.len().saturating_add(comma.len()))..at;
            all.push(Mend { detail, range: range.clone(), texts: vec![format!("{last}{close}{comma}")] });
            if !comma.is_empty() {
                all.push(Mend { detail, range, texts: vec![format!("{last}{close}")] });
            }
        }
    }
    all
}

/// `levels =` or `levels = (` above its entries.
fn unopened_list(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let statement = broken.statement();
    let first = statement.lines().next().unwrap_or_default().trim_end();
    let Some((name, value)) = first.split_once('=') else { return Vec::new() };
    if !matches!(value.trim(), "" | "(")
        || !statement.lines().skip(1).any(|line| line.trim_start().starts_with(['{', '"']))
    {
        return Vec::new();
    }
    let start = broken.range.start.saturating_add(name.len());
    let end = broken.range.start.saturating_add(first.len());
    let mut all = vec![Mend { detail: "bracket-unopened", range: start..end, texts: vec!["= [".into()] }];
    if let Some(close) = statement.rfind(')') {
        let middle = broken.text.get(end..broken.range.start.saturating_add(close)).unwrap_or_default();
        let range = start..broken.range.start.saturating_add(close).saturating_add(1);
        all.insert(0, Mend { detail: "round-brackets", range, texts: vec![format!("= [{middle}]")] });
    }
    all
}

/// A value without quotation marks.
fn unquoted(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let Some(Assignment { value, .. }) = broken.assignment() else { return Vec::new() };
    if value.is_empty() || value.contains('"') || value.starts_with(['[', '{', '(']) {
        return Vec::new();
    }
    let texts = match broken.ty {
        Some(FieldType::Amount | FieldType::AmountOr(_)) if WrittenAmount::parse(value, broken.notation).is_err() => {
            meant_amounts(value, broken.notation).iter().map(|amount| quoted(amount)).collect()
        }
        Some(FieldType::Choice(words)) => {
            scalar::nearest(value, words.iter().copied()).map(quoted).into_iter().collect()
        }
        // What is no date with quotation marks either would be refused again.
        Some(FieldType::Period | FieldType::Day) => {
            let Some(date) = meant_date(value) else { return Vec::new() };
            vec![quoted(&date)]
        }
        Some(FieldType::OneOrMany(of)) => meant_list(value, *of).into_iter().collect(),
        Some(FieldType::List(of)) if !matches!(of, FieldType::Amount | FieldType::Record(_)) => {
            vec![meant_list(value, *of).unwrap_or_else(|| format!("[{}]", quoted(value)))]
        }
        _ => Vec::new(),
    };
    broken.value_as("unquoted", if texts.is_empty() { vec![quoted(value)] } else { texts })
}

/// `{ key = value }`: a field of a file stands without braces.
fn fields_in_braces(broken: &BrokenStatement<'_>) -> Vec<Mend> {
    let words = broken.words();
    let bare = words.trim().trim_start_matches('{').trim_end_matches([',', '}']).trim();
    match words.trim_start().starts_with('{') && bare.contains('=') {
        true => {
            vec![Mend { detail: "braces", range: broken.place(0, words.trim_end().len()), texts: vec![bare.into()] }]
        }
        false => Vec::new(),
    }
}

/// Returns the record that a table is by its head; nothing where the schema knows none.
#[must_use]
pub fn record_at(schema: &'static RecordType, head: &str) -> Option<&'static RecordType> {
    if head.trim().is_empty() {
        return Some(schema);
    }
    match field_type(schema, head, "")? {
        FieldType::Record(record) | FieldType::AmountOr(record) | FieldType::TextOr(record) => Some(record),
        FieldType::List(FieldType::Record(record)) => Some(*record),
        _ => None,
    }
}

/// Returns what a field holds by the head of the table it stands in and its key.
#[must_use]
pub fn field_type(schema: &'static RecordType, head: &str, key: &str) -> Option<FieldType> {
    let mut record = Some(schema);
    let path: Vec<&str> = head
        .split('.')
        .chain(key.split('.'))
        .map(|name| name.trim().trim_matches(['"', '\'', '[', ']']))
        .filter(|name| !name.is_empty())
        .collect();
    let mut found = None;
    for name in path {
        let within = record?;
        let ty = match (within.field(name), &within.entries) {
            (Some(field), _) => field.ty,
            (None, Some(entries)) => entries.value,
            (None, None) => return None,
        };
        record = match ty {
            FieldType::Record(record) | FieldType::AmountOr(record) | FieldType::TextOr(record) => Some(record),
            FieldType::List(FieldType::Record(record)) => Some(record),
            _ => None,
        };
        found = Some(ty);
    }
    found
}
