//! The language files as they stand on disk: what a message is called, and what it speaks of.

use std::collections::BTreeSet;

use fremdrift::locale::Language;

use super::project;

fn read(folder: &str, language: Language) -> String {
    let file = project().join(folder).join(format!("{}.ftl", language.tag()));
    std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Returns the words of the program.
pub fn program(language: Language) -> String {
    read("src/locale/words", language)
}

/// Returns the words of pages, as the default theme has them.
pub fn interface(language: Language) -> String {
    read("themes/default/i18n", language)
}

/// Returns the keys of the messages: lines that begin with a letter.
pub fn keys(source: &str) -> impl Iterator<Item = &str> {
    let starts = source.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
    starts.filter_map(|line| Some(line.split_once('=')?.0.trim_end()))
}

/// Returns a message with its attributes as it stands in the source.
fn block<'a>(source: &'a str, key: &str) -> Vec<&'a str> {
    let first = |line: &&str| line.strip_prefix(key).is_some_and(|rest| rest.starts_with(" ="));
    let mut lines = source.lines().skip_while(|line| !first(line));
    let head = lines.next().into_iter();
    head.chain(lines.take_while(|line| line.starts_with([' ', '}']))).collect()
}

/// Returns the lines of a message without its key.
pub fn message<'a>(source: &'a str, key: &str) -> Vec<&'a str> {
    let mut lines = block(source, key);
    if let Some(first) = lines.first_mut() {
        *first = first.split_once('=').map_or("", |(_, text)| text);
    }
    lines.into_iter().map(str::trim).collect()
}

/// Returns the messages that a message is made of.
pub fn references(source: &str, key: &str) -> Vec<String> {
    let text = block(source, key).join("\n");
    let names = text.split("{ ").skip(1).map(name);
    names.filter(|name| !name.is_empty() && !name.starts_with('-')).collect()
}

/// Returns the arguments a message speaks of, itself or through others.
pub fn variables(source: &str, key: &str) -> BTreeSet<String> {
    let text = block(source, key).join("\n");
    // The sign of a currency is no argument: `US$`.
    let own = text.split('$').skip(1).map(name).filter(|name| !name.is_empty());
    own.chain(references(source, key).into_iter().flat_map(|other| variables(source, &other))).collect()
}

/// Returns the names of a message's attributes.
pub fn attributes(source: &str, key: &str) -> Vec<String> {
    let lines = block(source, key).into_iter();
    let named = lines.filter_map(|line| line.trim_start().strip_prefix('.')?.split_once(" =").map(|(name, _)| name));
    named.map(str::to_owned).collect()
}

fn name(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '-').collect()
}
