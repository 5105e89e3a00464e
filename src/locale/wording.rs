//! The words of a diagnostic: its message, label and help in the author's language.
//!
//! A check knows no language, so it passes values neutrally and the name of an argument tells what
//! they are: figures as `-6.52` or `6.52 mio. kr.` with a point, periods as `2020-Q2`, units by any
//! name [`Unit::parse`] knows, counts as bare digits. A value that is none of it is shown as it is.
//! Whatever an author wrote is shown without control characters, and cut short.

use fluent_bundle::{FluentArgs, FluentValue};

use super::{Language, Locale, Phrase, Sentence, Word};
use crate::{
    diag::{Code, Diagnostic, Finding, Origins, Sources},
    value::{Amount, Approximation, Decimal, Figure, Period, Unit, mask_personal_numbers},
};

/// What a word of the format means.
const CHOICE_GLOSS: Sentence<1> = Sentence::new("choice-gloss", ["word"]);

/// What stands for a text that holds nothing.
const EMPTY_TEXT: Word = Sentence::new("empty-text", []);

/// The sentences of this file.
pub const WORDS: &[&dyn Phrase] = &[&CHOICE_GLOSS, &EMPTY_TEXT];

/// The words of one diagnostic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiagnosticWording {
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What is wrong with the underlined words, where there is more to say.
    pub label: Option<String>,
    /// How to mend it.
    pub help: Option<String>,
}

/// The most characters of an author's word that a message shows.
const QUOTED: usize = 40;

/// The most characters of a list or an explanation that the program itself made.
const EXPLAINED: usize = 300;

impl Locale {
    /// Words a diagnostic. A code that has no words is its own message.
    #[must_use]
    pub fn wording(&self, code: &str, args: &[(&'static str, String)]) -> DiagnosticWording {
        let mut filled = FluentArgs::with_capacity(args.len());
        // A help that speaks of a suggestion is there only when there is one.
        for (name, value) in args.iter().filter(|(name, value)| *name != "suggestion" || !value.is_empty()) {
            self.fill(&mut filled, name, value);
        }
        let Some(mut message) = self.program().message(code, &filled) else {
            return DiagnosticWording { message: code.to_owned(), label: None, help: None };
        };
        let suggested = message.attributes.remove("help-suggestion");
        DiagnosticWording {
            message: message.value,
            label: message.attributes.remove("label"),
            help: suggested.or_else(|| message.attributes.remove("help")),
        }
    }

    /// Returns what a code means, as a clause without a full stop. In other languages than English only the codes of checks
    /// have it.
    #[must_use]
    pub fn meaning(&self, code: &Code) -> Option<String> {
        match self.language {
            Language::English => Some(code.help.to_owned()),
            _ => self.program().attribute(code.name, "meaning"),
        }
    }

    /// Finds the place and the words of a diagnostic.
    #[must_use]
    pub fn finding(&self, diagnostic: &Diagnostic, sources: &Sources, origins: &Origins) -> Finding {
        let words = self.wording(diagnostic.code.name, &diagnostic.args);
        debug_assert_ne!(words.message, diagnostic.code.name, "no words, or fewer arguments than they speak of");
        let located = Finding::locate(diagnostic, sources, origins);
        Finding { message: words.message, label: words.label, help: words.help, ..located }
    }

    /// Adds an argument in the form that messages speak of.
    fn fill(&self, filled: &mut FluentArgs<'static>, name: &'static str, value: &str) {
        // Nothing between two signs is not seen: it is said in a word.
        if value.trim().is_empty() && matches!(name, "text" | "word" | "id" | "key" | "name") {
            return filled.set(name, self.phrase(&EMPTY_TEXT, []));
        }
        let shown = match name {
            "count" | "limit" | "byte" | "found" | "expected" => match value.parse::<i64>() {
                Ok(count) => return filled.set(name, FluentValue::from(count)),
                Err(_) => self.known_unit(value),
            },
            "due" => Period::read_iso(value).map(|period| self.when(period)),
            "since" | "report" | "begins" | "ends" | "when" => {
                Period::read_iso(value).map(|period| self.period(period))
            }
            "stated" | "computed" | "difference" | "achieved" | "required" | "ratio" | "amount" | "other-amount" => {
                self.neutral(value)
            }
            "unit" => self.known_unit(value),
            "decimals" | "thousands" => Decimal::from_str_exact(value).ok().map(|number| self.number(&number)),
            "words" => Some(value.split(", ").map(|word| self.glossed(word)).collect::<Vec<_>>().join(", ")),
            // Names of records are words of the language files, which have no blanks.
            "record" => Some(value.replace(' ', "-")),
            _ => None,
        };
        filled.set(name, clean(shown.as_deref().unwrap_or(value), longest(name)));
    }

    /// Returns a word of the format with what it means in the language, where that is another word.
    fn glossed(&self, word: &str) -> String {
        match self.phrase(&CHOICE_GLOSS, [word.into()]).as_str() {
            "-" => word.to_owned(),
            gloss => format!("{word} ({gloss})"),
        }
    }

    /// Returns a unit that the program knows in the language's words.
    fn known_unit(&self, value: &str) -> Option<String> {
        match Unit::parse(value) {
            Unit::Word(_) => None,
            unit => Some(self.unit(&unit).to_owned()),
        }
    }

    /// Writes a neutral figure in the language: `6.52 mio. kr.` becomes `6,52 mio. kr.`, and `~2.5 mio. kr.`, which is
    /// approximate, `ca. 2,5 mio. kr.`.
    fn neutral(&self, value: &str) -> Option<String> {
        let approx = value.strip_prefix('~').map(|_| Approximation::About);
        let (number, unit) = value.trim_start_matches('~').split_once(' ').unwrap_or((value, ""));
        let number = Decimal::from_str_exact(number).ok()?;
        Some(self.figure(&Figure { approx, ..Figure::exact(Amount::new(number, Unit::parse(unit))) }))
    }
}

/// Returns how many characters of an argument are shown. A path is shown whole, to be found by it.
fn longest(name: &str) -> usize {
    match name {
        "path" | "other" | "source" | "target" | "plan" | "names" | "cause" | "version" => usize::MAX,
        "choices" | "words" | "small" | "large" | "detail" | "formula" | "cure" | "second" | "suggestion" | "known"
        | "line" => EXPLAINED,
        _ => QUOTED,
    }
}

/// Makes a text of others safe to show: without line ends, with terminal codes and marks that turn
/// the direction of writing spelt out, personal numbers masked, and cut short with an ellipsis.
#[must_use]
pub fn clean(text: &str, longest: usize) -> String {
    // Before it is cut: half a number would not be known for one.
    let text = mask_personal_numbers(text);
    let mut out = String::with_capacity(text.len().min(longest));
    let mut chars = text.trim().chars();
    for c in chars.by_ref().take(longest) {
        match c {
            '\n' | '\r' | '\t' => out.push(' '),
            _ if c.is_control() || is_invisible(c) => out.extend(c.escape_unicode()),
            _ => out.push(c),
        }
    }
    if chars.next().is_some() {
        out.push('…');
    }
    out
}

/// Tells whether a character changes how others read without being seen itself.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
