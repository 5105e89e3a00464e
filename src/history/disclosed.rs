//! What histories show beside what changed, where a site asks for it: who wrote, what the commit says, the old words.
//!
//! Nothing of it is read unless it is asked for. Names and messages are looked up for the commits that are told of,
//! each time anew: they are not kept, and `.mailmap` as it stands decides for old commits too.

use unicode_normalization::UnicodeNormalization;

use crate::{
    diag::Error,
    git::{CommitId, People},
    locale,
    value::{FoundNumber, personal_numbers},
};

/// What histories show beside what changed. Nothing, unless a site asks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HistoryDisclosure {
    /// The name of a commit's author, never the address.
    pub author: bool,
    /// The first line of a commit's message.
    pub message: bool,
    /// The old and the new words of a text that was rewritten.
    pub text: bool,
}

impl HistoryDisclosure {
    /// Tells whether commits must be asked.
    #[must_use]
    pub fn asks_commits(self) -> bool {
        self.author || self.message
    }
}

/// The most characters of a name.
const LONGEST_NAME: usize = 60;
/// The most characters of a message.
const LONGEST_MESSAGE: usize = 120;
/// How many characters of a text are kept, at most, to be shown once it is rewritten.
pub(super) const EXTRACT: usize = 2_000;

/// What a commit says of itself, safe to show.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CommitText {
    /// Who wrote it.
    pub author: Option<String>,
    /// The first line of its message.
    pub message: Option<String>,
}

impl CommitText {
    /// Asks a commit.
    pub(super) fn of(people: &People, commit: &CommitId, shown: HistoryDisclosure) -> Result<Self, Error> {
        let name = if shown.author { Some(without_numbers(&people.author(commit)?.name)) } else { None };
        let title = if shown.message { Some(without_numbers(&people.title(commit)?)) } else { None };
        // Some are known by their address alone.
        let author = name.filter(|name| without_addresses(name).iter().all(Option::is_some));
        let author = author.map(|name| locale::clean(&name, LONGEST_NAME));
        let message = title.map(|title| {
            let mut words: Vec<&str> = without_addresses(&title).into_iter().map(|word| word.unwrap_or("…")).collect();
            words.dedup_by(|a, b| (*a, *b) == ("…", "…"));
            locale::clean(&words.join(" "), LONGEST_MESSAGE)
        });
        let is_said = |text: &String| !text.is_empty();
        Ok(Self { author: author.filter(is_said), message: message.filter(is_said) })
    }
}

/// Returns a line without the personal numbers in it. Nobody can write a commit anew, so it is no error.
fn without_numbers(line: &str) -> String {
    let (mut out, mut rest) = (String::new(), 0);
    for FoundNumber { range, .. } in personal_numbers(line) {
        out += line.get(rest..range.start).unwrap_or_default();
        out.push('…');
        rest = range.end;
    }
    out + line.get(rest..).unwrap_or_default()
}

/// Ways to write the sign of an address, beside the sign itself.
const SIGNS: [&str; 12] =
    ["%40", "&#64;", "&#x40;", "&commat;", "(at)", "[at]", "{at}", "<at>", "(a)", "[a]", "_at_", "snabel-a"];

/// Returns the words of a line without those that may be a part of an address: the words with its sign, however that is
/// written, those beside a sign that lacks what it joins, and all of a name in quotes before one.
fn without_addresses(line: &str) -> Vec<Option<&str>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let is_plain = |letter: &char| letter.is_alphanumeric() || letter.is_ascii_punctuation();
    let plain = |word: &&str| word.nfkc().filter(is_plain).collect::<String>().to_lowercase();
    let plain: Vec<String> = words.iter().map(plain).collect();
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let is_filled = |word: &str| !bare(word).is_empty();
    let is_host = |word: &String| bare(word).rsplit_once('.').is_some_and(|(_, end)| end.chars().count() > 1);
    let is_dot = |word: &String| ["dot", "prik", "punktum"].contains(&bare(word).as_str());
    let mut kept: Vec<Option<&str>> = words.iter().copied().map(Some).collect();
    for (at, word) in plain.iter().enumerate() {
        let (earlier, later) = (plain.get(..at).unwrap_or_default(), plain.iter().enumerate().skip(at).skip(1));
        let mut later = later.filter(|(_, word)| is_filled(word));
        let (next, second) = (later.next(), later.next());
        let signed = match bare(word).as_str() {
            // Alone these may be a word, or count something.
            "a" | "at"
                if next.is_some_and(|(_, word)| is_host(word)) || second.is_some_and(|(_, word)| is_dot(word)) =>
            {
                "@".to_owned()
            }
            "a" | "at" => continue,
            _ => SIGNS.iter().fold(word.clone(), |word, sign| word.replace(sign, "@")),
        };
        let Some(((before, _), (_, after))) = signed.split_once('@').zip(signed.rsplit_once('@')) else { continue };
        let lone = earlier.iter().rposition(|word| is_filled(word)).filter(|_| !is_filled(before));
        let (mut first, name) = lone.map_or((at, before), |lone| (lone, plain.get(lone).map_or("", String::as_str)));
        if name.ends_with('"') && name.matches('"').count() == 1 {
            let quoted = plain.iter().take(first).rposition(|word| word.contains('"'));
            first = quoted.unwrap_or(first);
        }
        let last = next.filter(|_| !is_filled(after)).map_or(at, |(next, _)| next);
        kept.iter_mut().take(last.saturating_add(1)).skip(first).for_each(|word| *word = None);
    }
    kept
}

/// Cuts a text at the length that is kept.
pub(super) fn extract(mut text: String) -> String {
    if let Some((at, _)) = text.char_indices().nth(EXTRACT) {
        text.truncate(at);
        text.push('…');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_no_part_of_a_message() {
        for (line, left) in [
            ("Tal fra <jens@example.dk>  rettet", "Tal fra … rettet"),
            ("Se jens\u{ff20}example.dk nu", "Se … nu"),
            ("Se jens\u{fe6b}example.dk nu", "Se … nu"),
            ("Se mailto:jens%40example.dk nu", "Se … nu"),
            ("Se jens&#64;example.dk nu", "Se … nu"),
            ("Se jens(at)example.dk, jens[AT]example.dk nu", "Se … … nu"),
            ("Se jens(a\u{200b}t)example.dk nu", "Se … nu"),
            ("Se jens snabel-a example.dk nu", "Se … … … nu"),
            ("Se jens (a) x.dk nu", "Se … … … nu"),
            ("Se jens ( at ) x.dk nu", "Se … … … … … nu"),
            ("Se jens.secret at example.dk nu", "Se … … … nu"),
            ("Se jens at example dot dk nu", "Se … … … dot dk nu"),
            ("Se jens @ example.dk nu", "Se … … … nu"),
            ("Se jens < @ > example.dk nu", "Se … … … … … nu"),
            ("Se <jens@ exa.dk> nu", "Se … … nu"),
            ("Se <jens @exa.dk> nu", "Se … … nu"),
            ("Se \"jens peter hansen\"@ex.dk nu", "Se … … … nu"),
            ("Se \"jens hansen\" @ ex.dk nu", "Se … … … … nu"),
            ("\"Salg\" til jens@ex.dk", "\"Salg\" til …"),
            ("@", "…"),
            // What is no address stays.
            (
                "Husk at rette (a) og (b) i punkt a. Så er 40 % nået.",
                "Husk at rette (a) og (b) i punkt a. Så er 40 % nået.",
            ),
            ("Opgave a 2.b er rettet", "Opgave a 2.b er rettet"),
            // Quotes that a name does not end in, or that are whole in it, hold no words before it.
            ("Salg \"og køb til \"jens@ex.dk nu", "Salg \"og køb til … nu"),
            ("Salg \"og køb\" til \"jens\"@ex.dk nu", "Salg \"og køb\" til … nu"),
        ] {
            let words = without_addresses(line).into_iter().map(|word| word.unwrap_or("…"));
            assert_eq!(words.collect::<Vec<_>>().join(" "), left, "{line}");
        }
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        let cut = extract("æ".repeat(EXTRACT + 1));
        assert_eq!((cut.chars().count(), cut.ends_with("æ…")), (EXTRACT + 1, true));
        assert_eq!(extract("kort".to_owned()), "kort");
    }
}
