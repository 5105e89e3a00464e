//! Words: Fluent messages in layers, of which a later one overrides an earlier.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use intl_memoizer::{Memoizable, concurrent::IntlLangMemoizer};
use memchr::memchr2_iter;
use unic_langid::LanguageIdentifier;

use super::{Language, LocaleError, number::Numerals};
use crate::value::Decimal;

/// What a message is filled in with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// A text, printed as it is.
    Text(&'a str),
    /// A count: it chooses between singular and plural, and is printed as the language writes it.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl<'a> From<Arg<'a>> for FluentValue<'a> {
    fn from(arg: Arg<'a>) -> Self {
        match arg {
            Arg::Text(text) => text.into(),
            Arg::Number(number) => number.into(),
        }
    }
}

/// A message with its attributes, filled in.
#[derive(Debug)]
pub(super) struct Message {
    pub(super) value: String,
    pub(super) attributes: BTreeMap<String, String>,
}

/// Messages of one language.
pub(super) struct Words(FluentBundle<FluentResource>);

impl Words {
    /// Reads layers of Fluent sources, the bottom one first. An error names the layer at fault.
    pub(super) fn new<'a>(language: Language, layers: impl IntoIterator<Item = &'a str>) -> Result<Self, LocaleError> {
        let tag = language.tag().parse().map_err(|_| LocaleError::Data(language))?;
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // The marks are for texts of mixed direction, and would stand in every attribute and CSV.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(print));
        for (layer, source) in layers.into_iter().enumerate() {
            bundle.add_resource_overriding(parse(layer, source)?);
        }
        Ok(Self(bundle))
    }

    /// Tells whether there is a message of that key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.get_message(key).is_some_and(|message| message.value().is_some())
    }

    /// Fills in a message, or answers `None` where there is none or it wants other arguments.
    pub(super) fn say(&self, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        let pattern = self.0.get_message(key)?.value()?;
        let mut filling = FluentArgs::with_capacity(args.len());
        args.iter().for_each(|(name, arg)| filling.set(*name, *arg));
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&filling), &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// Fills in a message and those of its attributes that the arguments suffice for.
    pub(super) fn message(&self, key: &str, args: &FluentArgs) -> Option<Message> {
        let message = self.0.get_message(key)?;
        let fill = |pattern| {
            let mut errors = Vec::new();
            let text = self.0.format_pattern(pattern, Some(args), &mut errors).into_owned();
            errors.is_empty().then_some(text)
        };
        let attributes = message.attributes().filter_map(|a| Some((a.id().to_owned(), fill(a.value())?))).collect();
        Some(Message { value: fill(message.value()?)?, attributes })
    }

    /// Returns an attribute of a message that needs no argument.
    pub(super) fn attribute(&self, key: &str, name: &str) -> Option<String> {
        let pattern = self.0.get_message(key)?.get_attribute(name)?.value();
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, None, &mut errors).into_owned();
        errors.is_empty().then_some(text)
    }

    /// Returns all messages of the sources that need no argument, with `_` for `-` in their keys.
    pub(super) fn plain<'a>(&self, layers: impl IntoIterator<Item = &'a str>) -> BTreeMap<String, String> {
        let keys: BTreeSet<&str> = layers.into_iter().flat_map(keys).collect();
        keys.into_iter().filter_map(|key| Some((key.replace('-', "_"), self.say(key, &[])?))).collect()
    }
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Words").field(&self.0.locales).finish()
    }
}

/// Returns the keys of the messages in a Fluent source: lines that begin with a letter.
pub(super) fn keys(source: &str) -> impl Iterator<Item = &str> {
    let starts = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    starts.filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}

/// The most braces and parentheses of one message. Fluent itself fills in at most a hundred placeables.
const MOST_BRACKETS: usize = 200;

/// Returns the byte of what a source may not hold: what Fluent overflows the stack or panics upon.
///
/// It reads braces and calls within each other by recursion. And where a message comes to too much in all, it writes
/// the expression that it stopped at, which it cannot do for a placeable in a placeable nor for a choice by a literal.
fn entangled(source: &str) -> Option<usize> {
    let mut count = 0_usize;
    let mut start = 0;
    for line in source.split_inclusive('\n') {
        let head = line.split_once('=').map_or("", |(head, _)| head.trim_end());
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        if !head.is_empty() && head.chars().all(is_name) {
            count = 0;
        }
        for at in memchr2_iter(b'{', b'(', line.as_bytes()) {
            count = count.saturating_add(1);
            let place = start + at;
            let (bracket, behind) = source.get(place..).and_then(|rest| rest.split_at_checked(1)).unwrap_or_default();
            let behind = behind.trim_start();
            if count > MOST_BRACKETS || (bracket == "{" && (behind.starts_with('{') || is_choice_by_literal(behind))) {
                return Some(place);
            }
        }
        start += line.len();
    }
    None
}

/// Tells whether a placeable chooses by a text or a number that is written in it.
fn is_choice_by_literal(placeable: &str) -> bool {
    let after = match placeable.strip_prefix('"') {
        Some(text) => text.split_once('"').map_or("", |(_, after)| after),
        None => placeable.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.')),
    };
    after.len() < placeable.len() && after.trim_start().starts_with("->")
}

fn parse(layer: usize, source: &str) -> Result<FluentResource, LocaleError> {
    let line_of = |byte: usize| source.bytes().take(byte).filter(|byte| *byte == b'\n').count().saturating_add(1);
    if let Some(byte) = entangled(source) {
        let detail = "too many braces, one placeable in another, or a choice by a literal".to_owned();
        return Err(LocaleError::Syntax { layer, line: line_of(byte), detail });
    }
    FluentResource::try_new(source.to_owned()).map_err(|(_, errors)| {
        let first = errors.first();
        let line = line_of(first.map_or(0, |error| error.pos.start));
        LocaleError::Syntax { layer, line, detail: first.map(ToString::to_string).unwrap_or_default() }
    })
}

/// Prints the numbers inside messages as the language writes them.
fn print(value: &FluentValue, memoizer: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    let number = Decimal::from_str_exact(&digits).ok()?;
    let mut out = String::new();
    memoizer.with_try_get::<Printer, _, _>((), |printer| printer.0.write(&mut out, &number)).ok()?;
    Some(out)
}

/// The numerals of a bundle's language, made once per bundle by Fluent itself.
struct Printer(Numerals);

impl Memoizable for Printer {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let language = Language::parse(language.language.as_str()).ok_or(())?;
        Ok(Self(Numerals::new(language).map_err(|_| ())?))
    }
}
