//! What a repository of Open SDG says of an indicator: YAML, alone or between two lines of `---`, with texts of its own or keys of
//! translations.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{DefaultEmitter, Token, Tokenizer};
use yaml_rust2::{Event, parser::Parser};

/// The deepest nesting that is read; the format has two levels.
const MOST_NESTED: usize = 8;

/// The field that says whether there is a page of the indicator.
const PUBLISHED: &str = "published";

/// The most values of a file.
const MOST_VALUES: usize = 20_000;

/// What is said of an indicator: each value by its key, that of a list by its place too, `precision.0.decimals`.
#[derive(Clone, Debug, Default)]
pub struct SdgMetadata {
    values: BTreeMap<String, String>,
    used: BTreeSet<String>,
}

/// Texts of translations: by the language's folder, the name of the file and the key.
#[derive(Clone, Debug, Default)]
pub struct SdgTranslations(BTreeMap<(String, String), SdgMetadata>);

impl SdgMetadata {
    /// Reads a file. Answers what of it is no YAML as the format has it: aliases, which a few lines can make endless, are none.
    pub fn read(text: &str) -> Result<Self, String> {
        let text = text.trim_start_matches('\u{feff}');
        let (fields, body) = match text.strip_prefix("---") {
            Some(rest) if rest.starts_with(['\n', '\r']) => {
                let end = rest.match_indices("\n---").find(|(at, sign)| {
                    let behind = rest.get(at.saturating_add(sign.len())..).unwrap_or_default();
                    behind.lines().next().unwrap_or_default().trim().is_empty()
                });
                end.map_or((rest, ""), |(at, _)| rest.split_at(at))
            }
            _ => (text, ""),
        };
        let mut values = flattened(fields)?;
        if body.lines().skip(2).any(|line| !line.trim().is_empty()) {
            values.insert("…".to_owned(), String::new());
        }
        Ok(Self { values, used: BTreeSet::new() })
    }

    /// Takes over what another file says of the same indicator; what is known already holds. Whether it is published both have to say.
    pub fn join(&mut self, other: Self) {
        for (key, value) in other.values {
            let is_closed = key == PUBLISHED && !is_yes(&value);
            let known = self.values.entry(key).or_insert_with(|| value.clone());
            if is_closed {
                *known = value;
            }
        }
    }

    /// Tells whether a page is published: whatever is no clear yes closes.
    pub fn is_published(&mut self) -> bool {
        self.take(PUBLISHED).is_none_or(|word| is_yes(&word))
    }

    /// Returns a value that has something in it, and notes that it was used.
    pub fn take(&mut self, key: &str) -> Option<String> {
        let value = self.values.get(key).map(|value| plain(value)).filter(|value| !value.is_empty());
        self.used.insert(key.to_owned());
        value
    }

    /// Returns the keys whose values were not used, without the places in their lists.
    pub fn unused(&self) -> impl Iterator<Item = String> {
        let unused = self
            .values
            .iter()
            .filter(|(key, value)| !self.used.contains(*key) && (!value.trim().is_empty() || *key == "…"));
        unused.map(|(key, _)| key.split('.').next().unwrap_or_default().to_owned())
    }
}

impl SdgTranslations {
    /// Adds a file of a language.
    pub fn add(&mut self, language: &str, file: &str, texts: SdgMetadata) {
        self.0.insert((language.to_owned(), file.to_owned()), texts);
    }

    /// Returns the text of a key in one of some languages, the first that has it; `None` where it is a key and none has. What is no key is
    /// text.
    pub fn text(&mut self, value: &str, languages: &[&str]) -> Option<String> {
        let is_name = |part: &str| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        };
        let Some((file, key)) = value
            .split_once('.')
            .filter(|_| value.split('.').all(is_name) && value.starts_with(|c: char| c.is_ascii_alphabetic()))
        else {
            return Some(value.to_owned());
        };
        languages.iter().find_map(|language| {
            self.0.get_mut(&((*language).to_owned(), file.to_owned())).and_then(|texts| texts.take(key))
        })
    }
}

/// Reads YAML as values by their keys.
fn flattened(text: &str) -> Result<BTreeMap<String, String>, String> {
    /// A mapping that waits for a key or has one, or a list at a place.
    enum OpenValue {
        Mapping(Option<String>),
        List(usize),
    }
    let mut levels: Vec<OpenValue> = Vec::new();
    let mut values = BTreeMap::new();
    let mut parser = Parser::new_from_str(text);
    loop {
        let (event, _) = parser.next_token().map_err(|error| error.to_string())?;
        let path = |levels: &[OpenValue]| {
            let parts = levels.iter().map(|level| match level {
                OpenValue::Mapping(key) => key.clone().unwrap_or_default(),
                OpenValue::List(at) => at.to_string(),
            });
            parts.collect::<Vec<_>>().join(".")
        };
        let is_value = match event {
            Event::StreamEnd | Event::DocumentEnd => return Ok(values),
            Event::Alias(_) => return Err("*".to_owned()),
            Event::Scalar(text, ..) => match levels.last_mut() {
                Some(OpenValue::Mapping(key @ None)) => {
                    *key = Some(text);
                    false
                }
                Some(_) => {
                    values.insert(path(&levels), text);
                    true
                }
                None => return Err("-".to_owned()),
            },
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if levels.len() >= MOST_NESTED || matches!(levels.last(), Some(OpenValue::Mapping(None))) {
                    return Err("{".to_owned());
                }
                let is_list = matches!(event, Event::SequenceStart(..));
                levels.push(if is_list { OpenValue::List(0) } else { OpenValue::Mapping(None) });
                false
            }
            Event::MappingEnd | Event::SequenceEnd => {
                levels.pop();
                true
            }
            Event::Nothing | Event::StreamStart | Event::DocumentStart => false,
        };
        if values.len() > MOST_VALUES {
            return Err(MOST_VALUES.to_string());
        }
        match levels.last_mut() {
            Some(OpenValue::Mapping(key)) if is_value => *key = None,
            Some(OpenValue::List(at)) if is_value => *at = at.saturating_add(1),
            _ => {}
        }
    }
}

/// Tells whether a word is a yes, as YAML has had them.
fn is_yes(word: &str) -> bool {
    matches!(word.trim().to_lowercase().as_str(), "true" | "yes" | "on" | "y" | "1")
}

/// Tells whether a word is a no, as YAML has had them.
pub fn is_no(word: &str) -> bool {
    matches!(word.trim().to_lowercase().as_str(), "false" | "no" | "off" | "n" | "0")
}

/// Returns a text on one line, without the tags that texts of Open SDG may have.
fn plain(text: &str) -> String {
    let text = if text.contains(['<', '&']) {
        let mut words = String::new();
        for Ok(token) in Tokenizer::new_with_emitter(text, DefaultEmitter::default()) {
            match token {
                Token::String(text) => words.push_str(&String::from_utf8_lossy(&text)),
                // A tag parts words: `<br>`, `</p><p>`. Within a sentence it stands beside a blank or a sign.
                Token::StartTag(tag) if matches!(&**tag.name, b"br" | b"p" | b"li" | b"div" | b"tr" | b"td") => {
                    words.push(' ');
                }
                _ => {}
            }
        }
        words
    } else {
        text.to_owned()
    };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{SdgMetadata, SdgTranslations};

    #[test]
    fn values_are_known_by_their_keys() {
        let text = "---\r\nindicator_name: global_indicators.1-2-1-title\nprecision:\n  - decimals: 1\n    unit: x\n\
                    note: >-\n  One <br> two\n  &amp; three\n---\nWords below.\n";
        let mut read = SdgMetadata::read(text).expect("metadata");
        assert_eq!(read.take("precision.0.decimals").as_deref(), Some("1"));
        assert_eq!(read.take("note").as_deref(), Some("One two & three"));
        assert_eq!(read.unused().collect::<Vec<_>>(), ["indicator_name", "precision", "…"]);
    }

    #[test]
    fn what_has_no_end_is_refused() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assert!(SdgMetadata::read(bomb).is_err(), "aliases");
        assert!(SdgMetadata::read(&"[".repeat(100_000)).is_err(), "nested lists");
        assert!(SdgMetadata::read(&"{a: ".repeat(100_000)).is_err(), "nested mappings");
        assert!(SdgMetadata::read("just words").is_err());
        assert!(SdgMetadata::read("a: 'open").is_err());
    }

    #[test]
    fn a_key_of_translations_is_looked_up_and_a_text_is_not() {
        let mut texts = SdgTranslations::default();
        texts.add("en", "global_indicators", SdgMetadata::read("1-2-1-title: Poverty").expect("texts"));
        assert_eq!(texts.text("global_indicators.1-2-1-title", &["da", "en"]).as_deref(), Some("Poverty"));
        assert_eq!(texts.text("global_indicators.1-2-2-title", &["da", "en"]), None);
        assert_eq!(texts.text("Share of 1.5 or more", &["en"]).as_deref(), Some("Share of 1.5 or more"));
        assert_eq!(texts.text("1.2.1", &["en"]).as_deref(), Some("1.2.1"));
    }
}
