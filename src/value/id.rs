//! Ids: the names records are known by, from folder and file stems or TOML keys.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

/// The name a record is known by within its kind: `voksne-2020`, `03-boligsociale`, `ØU`.
///
/// Invariant: 1 to 100 letters, digits or `-_.+`, of which the first is a letter or a digit; letters are composed. That of
/// a part of a record ([`Id::part`]) is two of them with `/` between.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Id(Arc<str>);

/// Words that lead to the next one, as ids have them: an id does not end in one where it is cut.
const LEADING: &[&str] = &[
    "af", "alle", "an", "and", "at", "att", "av", "de", "den", "det", "efter", "eller", "en", "et", "ett", "etter",
    "foer", "for", "fra", "fraan", "from", "gennem", "genom", "gjennom", "hos", "i", "in", "inden", "inom", "med",
    "mellem", "mellan", "mellom", "mod", "mot", "oever", "of", "og", "och", "om", "on", "or", "over", "paa", "samt",
    "som", "the", "til", "till", "to", "under", "uden", "utan", "uten", "ved", "vid", "with",
];

impl Id {
    /// The most characters an id may have.
    pub const MAX: usize = 100;

    /// Makes an id, or answers `None` when the text cannot be one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let text = super::path::composed(text.into());
        let mut chars = text.chars();
        let sound = chars.next().is_some_and(char::is_alphanumeric)
            && chars.all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '+'))
            && text.chars().count() <= Self::MAX;
        sound.then(|| Self(text.into()))
    }

    /// Makes an id of words, as drafts and imports do: letters a-z and digits, small, with hyphens between them, ended behind a
    /// word where it would be longer than some characters. Danish, Swedish and Norwegian letters are written as `ae`, `oe` and `aa`, others
    /// lose their accents. Answers `None` where nothing is left.
    #[must_use]
    pub fn of_words(words: &str, most: usize) -> Option<Self> {
        let mut parts: Vec<String> = vec![String::new()];
        for c in words.nfc().flat_map(char::to_lowercase) {
            let Some(part) = parts.last_mut() else { break };
            match c {
                'a'..='z' | '0'..='9' => part.push(c),
                'æ' | 'ä' => part.push_str("ae"),
                'ø' | 'ö' => part.push_str("oe"),
                'å' => part.push_str("aa"),
                // An apostrophe parts no word.
                '\'' | '’' | '\u{ad}' => {}
                c => match std::iter::once(c).nfd().next().filter(char::is_ascii_alphanumeric) {
                    Some(plain) => part.push(plain),
                    None => parts.push(String::new()),
                },
            }
        }
        parts.retain(|part| !part.is_empty());
        parts.first_mut()?.truncate(most);
        let mut length = 0_usize;
        let mut fits = |part: &String| {
            length = length.saturating_add(part.len()).saturating_add(1);
            length.saturating_sub(1) <= most
        };
        let (all, kept) = (parts.len(), parts.iter().take_while(|part| fits(part)).count());
        parts.truncate(kept);
        // Of "Lavere vikarforbrug på skolerne" no "på" is left.
        while (2..all).contains(&parts.len()) && parts.last().is_some_and(|last| LEADING.contains(&last.as_str())) {
            parts.pop();
        }
        Self::new(&parts.join("-"))
    }

    /// Makes the id of a record, which is also that of a part of one: `ledige/kvinder`, a series of an indicator.
    #[must_use]
    pub fn of_record(text: &str) -> Option<Self> {
        match text.split_once('/') {
            Some((whole, part)) => Some(Self::new(whole)?.part(&Self::new(part)?)),
            None => Self::new(text),
        }
    }

    /// Returns the id of a part of the record: no id that an author writes holds the sign between the two.
    #[must_use]
    pub fn part(&self, part: &Self) -> Self {
        Self(format!("{self}/{part}").into())
    }

    /// Returns the id of the record that this one is a part of, and its own within that.
    #[must_use]
    pub fn parts(&self) -> Option<(&str, &str)> {
        self.0.split_once('/')
    }

    /// Tells whether it is the id of a part of a record.
    #[must_use]
    pub fn is_part_of(&self, whole: &Self) -> bool {
        self.parts().is_some_and(|(known, _)| known == whole.as_str())
    }

    /// Returns the id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the id as part of an address: lower case, of letters a-z, æøå, digits and hyphens.
    ///
    /// Two ids may share a slug; whoever makes addresses of them must look.
    #[must_use]
    pub fn slug(&self) -> String {
        let mut slug = String::with_capacity(self.0.len());
        for c in self.0.chars().flat_map(char::to_lowercase) {
            match c {
                'a'..='z' | '0'..='9' | 'æ' | 'ø' | 'å' => slug.push(c),
                'ä' => slug.push('æ'),
                'ö' => slug.push('ø'),
                'é' | 'è' | 'ê' => slug.push('e'),
                'ü' => slug.push('u'),
                _ if !slug.ends_with('-') => slug.push('-'),
                _ => {}
            }
        }
        let slug = slug.trim_matches('-');
        if slug.is_empty() { "x".into() } else { slug.into() }
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_no_path() {
        for text in ["", ".", "..", "../x", "a/b", "a\\b", "-a", "a b", "a\0", &"x".repeat(101)] {
            assert!(Id::new(text).is_none(), "{text:?}");
        }
        assert!(Id::new("ØU").is_some() && Id::new("2.a.1").is_some());
    }

    #[test]
    fn parts_are_no_ids_that_an_author_writes() {
        let part = Id::of_record("ledige/kvinder").expect("a part");
        assert_eq!(part.parts(), Some(("ledige", "kvinder")));
        assert!(part.is_part_of(&Id::new("ledige").expect("an id")) && !part.is_part_of(&part));
        assert!(Id::new("ledige/kvinder").is_none() && Id::of_record("ledige").is_some());
        for text in ["/a", "a/", "a/b/c", "a/../b"] {
            assert!(Id::of_record(text).is_none(), "{text}");
        }
    }

    #[test]
    fn makes_ids_of_words() {
        let made = |words: &str| Id::of_words(words, 30).map(|id| id.to_string());
        for (words, id) in [
            ("Boligsociale indsatser: fra herberg til egen bolig", "boligsociale-indsatser"),
            ("Øget brug af Ældre på Å", "oeget-brug-af-aeldre-paa-aa"),
            ("O\u{308}kning av ra\u{30a}dgivning", "oekning-av-raadgivning"),
            ("Café §§ 103/104", "cafe-103-104"),
            ("Barnets tarv's", "barnets-tarvs"),
            ("Til at være her hos de ældre, på plejehjem", "til-at-vaere-her-hos-de-aeldre"),
            ("I det, på", "i-det-paa"),
            ("På af donaudampfschifffahrtsgesellschaft", "paa"),
            ("Handlingsplan för äldreomsorgen", "handlingsplan"),
            ("2.a.1", "2-a-1"),
            ("Tilskud til vitamin A til de ældre", "tilskud-til-vitamin-a"),
            ("Donaudampfschifffahrtsgesellschaft", "donaudampfschifffahrtsgesellsc"),
        ] {
            assert_eq!(made(words).as_deref(), Some(id), "{words}");
        }
        assert_eq!(made("§ – …"), None);
        assert_eq!(made("../../etc"), Some("etc".to_owned()));
    }

    #[test]
    fn makes_slugs() {
        for (id, slug) in [
            ("ØU", "øu"),
            ("2.a.1", "2-a-1"),
            ("Voksne_2020", "voksne-2020"),
            ("a--b", "a-b"),
            // Of other languages' letters those of ours that sound alike.
            ("Åtgärder", "åtgærder"),
            ("Öppen", "øppen"),
            ("Crème-fête-café", "creme-fete-cafe"),
            ("Über", "uber"),
        ] {
            assert_eq!(Id::new(id).expect("an id").slug(), slug);
        }
    }
}
