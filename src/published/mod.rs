//! A second look at a finished site: whether any file of it holds what its content hides.
//!
//! Floor 3. Naive on purpose: it shares no code with what hides. It reads content as lines, finds marks by looking for
//! their names, and searches the bytes of whatever lies in the folder for runs of words that stand in hidden lines and
//! in no shown one. So a mistake in the first look, a theme that prints too much or a file that somebody put there is found by
//! other means than those that let it through. It says where, never what.

mod archive;
mod hidden;
mod numbers;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    diag::{Code, Diagnostic, Error, Place},
    tree::Tree,
    value::{Date, PersonalNumber, RelPath},
};
use archive::{is_archive, packed_files};
use hidden::{AlsoHidden, ContentLines, redacted};
use words::{Run, decoded, runs, words_in};

const PUBLISHED_SECRET: Code = Code::error("published-secret")
    .args(&["source"])
    .help("`check --published` found words of a hidden text in the published folder; it says where they come from, not what they are");
const PUBLISHED_NUMBER: Code = Code::error("published-personal-number")
    .args(&["number"])
    .help("`check --published` found a personal number in the published folder");

const PUBLISHED_UNREADABLE: Code = Code::error("published-unreadable")
    .help("`check --published` found an archive that it cannot open, so that nobody knows what it holds");

/// How many archives may lie in each other.
const DEEPEST: usize = 3;

/// The codes of this room, file by file.
pub const CODES: &[&[&Code]] = &[&[&PUBLISHED_SECRET, &PUBLISHED_NUMBER, &PUBLISHED_UNREADABLE]];

/// Whom the folder is for, and as of when: what decides which marks hide.
#[derive(Clone, Copy, Debug)]
pub struct HidingRules<'w> {
    /// The words of `visibility` that hide from this audience.
    pub hidden_words: &'w [&'w str],
    /// The date of the site: an embargo until later hides, and so does a report of a later date.
    pub as_of: Date,
}

/// What must stand in no published file.
#[derive(Debug, Default)]
pub struct HiddenTexts {
    /// Runs of words that stand in hidden lines alone, with where they stand.
    runs: BTreeMap<Run, String>,
    /// The numbers of words that runs have.
    lengths: BTreeSet<usize>,
}

impl HiddenTexts {
    /// Reads what a site hides, and what its older versions said of the same files. `words` are shown on any site.
    ///
    /// # Errors
    ///
    /// Answers an [`Error`] when a file that was listed cannot be read.
    pub fn read(
        tree: &dyn Tree,
        older: &[&dyn Tree],
        rules: HidingRules<'_>,
        words: impl IntoIterator<Item = String>,
    ) -> Result<Self, Error> {
        let today = ContentLines::read(tree, rules, &AlsoHidden::default())?;
        let also = AlsoHidden { files: today.hidden_files.clone(), redacted: redacted(tree)? };
        let mut runs_hidden = today.hidden_runs();
        let mut shown = today.shown_runs();
        for text in words {
            shown.extend(runs(&text));
        }
        for old in older {
            let then = ContentLines::read(*old, rules, &also)?;
            // What was shown then and is hidden today must not be taken for shown.
            for (run, source) in then.hidden_runs() {
                if !then.has_shown(&run) {
                    runs_hidden.entry(run).or_insert(source);
                }
            }
        }
        runs_hidden.retain(|run, _| !shown.contains(run));
        let lengths = runs_hidden.keys().map(Run::len).collect();
        Ok(Self { runs: runs_hidden, lengths })
    }

    /// Returns how many runs of words are looked for.
    #[must_use]
    pub fn len(&self) -> usize {
        self.runs.len()
    }

    /// Tells whether nothing is looked for but personal numbers.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Looks through one published file, its name included, and through all that is packed in it. A number that is
    /// allowed is none. What cannot be opened is told: it may hold anything.
    #[must_use]
    pub fn look_at(
        &self,
        path: &RelPath,
        bytes: &[u8],
        is_allowed: &dyn Fn(PersonalNumber) -> bool,
    ) -> Vec<Diagnostic> {
        let mut diagnostics = self.look_at_bytes(path, bytes, is_allowed);
        let mut closed = vec![bytes.to_vec()];
        for _ in 0..DEEPEST {
            for archive in std::mem::take(&mut closed).into_iter().filter(|bytes| is_archive(bytes)) {
                let Some(files) = packed_files(&archive) else {
                    diagnostics.push(Diagnostic::new(&PUBLISHED_UNREADABLE, Place::File(path.clone())));
                    continue;
                };
                for (name, content) in files {
                    // Lines of a packed file are no lines of the file that a message names.
                    let found = [
                        self.look_at_bytes(path, name.as_bytes(), is_allowed),
                        self.look_at_bytes(path, &content, is_allowed),
                    ];
                    diagnostics.extend(
                        found
                            .into_iter()
                            .flatten()
                            .map(|found| Diagnostic { place: Place::File(path.clone()), ..found }),
                    );
                    closed.push(content);
                }
            }
        }
        if closed.iter().any(|bytes| is_archive(bytes)) {
            diagnostics.push(Diagnostic::new(&PUBLISHED_UNREADABLE, Place::File(path.clone())));
        }
        diagnostics
    }

    fn look_at_bytes(
        &self,
        path: &RelPath,
        bytes: &[u8],
        is_allowed: &dyn Fn(PersonalNumber) -> bool,
    ) -> Vec<Diagnostic> {
        let mut found: BTreeMap<String, Place> = BTreeMap::new();
        let name = Place::File(path.clone());
        for text in decoded(path.as_str().as_bytes()) {
            self.look_for_words(&text, |source, _| {
                found.entry(source.to_owned()).or_insert_with(|| name.clone());
            });
        }
        let texts = decoded(bytes);
        for text in &texts {
            self.look_for_words(text, |source, line| {
                found.entry(source.to_owned()).or_insert_with(|| Place::Line(path.clone(), line, 1));
            });
        }
        let secrets = found.into_iter();
        let mut diagnostics: Vec<Diagnostic> =
            secrets.map(|(source, place)| Diagnostic::new(&PUBLISHED_SECRET, place).with("source", source)).collect();
        let mut numbers = BTreeMap::new();
        for (line, number) in texts.iter().flat_map(|text| numbers::in_text(text)) {
            numbers.entry(number).or_insert(Place::Line(path.clone(), line, 1));
        }
        for (_, number) in numbers::in_text(path.as_str()) {
            numbers.insert(number, name.clone());
        }
        let forbidden = numbers.into_iter().filter(|(number, _)| !is_allowed(*number));
        diagnostics.extend(
            forbidden.map(|(number, place)| Diagnostic::new(&PUBLISHED_NUMBER, place).with("number", number.masked())),
        );
        diagnostics
    }

    /// Tells of each run of words of a text that is hidden, with the line it begins on.
    fn look_for_words(&self, text: &str, mut tell: impl FnMut(&str, u32)) {
        let words = words_in(text);
        for (at, (_, line)) in words.iter().enumerate() {
            for length in &self.lengths {
                let Some(part) = words.get(at..at.saturating_add(*length)) else { continue };
                if let Some(source) = self.runs.get(&Run::of(part.iter().map(|(word, _)| word.as_str()))) {
                    tell(source, *line);
                }
            }
        }
    }
}
