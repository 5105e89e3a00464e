//! What the program says, declared beside what says it.
//!
//! A [`Sentence`] names a message of the language files and what it is filled in with, so that one with too few
//! arguments does not compile. The tests hold every declaration against every language, and every message against its
//! declaration.

/// A message that is filled in with `N` values, in the order it names them.
#[derive(Clone, Copy, Debug)]
pub struct Sentence<const N: usize> {
    /// The key of the message.
    pub key: &'static str,
    /// The names of what it is filled in with.
    pub args: [&'static str; N],
}

/// A message that is filled in with nothing.
pub type Word = Sentence<0>;

impl<const N: usize> Sentence<N> {
    /// Declares a message.
    #[must_use]
    pub const fn new(key: &'static str, args: [&'static str; N]) -> Self {
        Self { key, args }
    }
}

/// Any message that is declared, for lists of them.
pub trait Phrase {
    /// Returns its key.
    fn key(&self) -> &'static str;

    /// Returns the names of what it is filled in with.
    fn args(&self) -> &[&'static str];
}

impl<const N: usize> Phrase for Sentence<N> {
    fn key(&self) -> &'static str {
        self.key
    }

    fn args(&self) -> &[&'static str] {
        &self.args
    }
}
