//! What histories show beside what changed, where a site asks for it: who wrote, what the commit says, the old words.
//!
//! Nothing of it is read unless it is asked for. Names and messages are looked up for the commits that are told of,
//! each time anew: they are not kept, and `.mailmap` as it stands decides for old commits too.

use crate::{
    diag::Error,
    git::{CommitId, People},
    locale,
};

/// What histories show beside what changed. Nothing, unless a site asks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disclosed {
    /// The name of a commit's author, never the address.
    pub author: bool,
    /// The first line of a commit's message.
    pub message: bool,
    /// The old and the new words of a text that was rewritten.
    pub text: bool,
}

impl Disclosed {
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
pub struct Said {
    /// Who wrote it.
    pub author: Option<String>,
    /// The first line of its message.
    pub message: Option<String>,
}

impl Said {
    /// Asks a commit.
    pub(super) fn of(people: &People, commit: &CommitId, shown: Disclosed) -> Result<Self, Error> {
        let name = if shown.author { Some(people.author(commit)?.name) } else { None };
        let title = if shown.message { Some(people.title(commit)?) } else { None };
        // Some are known by their address alone.
        let author = name.filter(|name| !name.contains('@')).map(|name| locale::clean(&name, LONGEST_NAME));
        let message = title.map(|title| locale::clean(&without_addresses(&title), LONGEST_MESSAGE));
        let is_said = |text: &String| !text.is_empty();
        Ok(Self { author: author.filter(is_said), message: message.filter(is_said) })
    }
}

/// Leaves out the words of a line that are addresses.
fn without_addresses(line: &str) -> String {
    let words = line.split_whitespace().map(|word| if word.contains('@') { "…" } else { word });
    words.collect::<Vec<_>>().join(" ")
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
        assert_eq!(without_addresses("Tal fra <jens@example.dk>  rettet"), "Tal fra … rettet");
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        let cut = extract("æ".repeat(EXTRACT + 1));
        assert_eq!((cut.chars().count(), cut.ends_with("æ…")), (EXTRACT + 1, true));
        assert_eq!(extract("kort".to_owned()), "kort");
    }
}
