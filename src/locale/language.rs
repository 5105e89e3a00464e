//! The languages a site can be written in, each with its files of words.

use super::LocaleError;
use crate::value::Notation;

/// A language that a site, its messages and its drafts can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Danish, the first.
    Danish,
    /// English, as public bodies in Europe write it: days before months.
    English,
}

/// Every language there is. The tests ask each for all words.
pub const LOCALES: [Language; 2] = [Language::Danish, Language::English];

impl Language {
    /// Reads a language tag such as `da`, `da-DK` or a terminal's `en_GB.UTF-8`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.']).next()?;
        LOCALES.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// Returns its tag, as in `<html lang>`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// Returns how its authors write numbers by hand.
    #[must_use]
    pub fn notation(self) -> Notation {
        match self {
            Self::Danish => Notation::DANISH,
            Self::English => Notation::ENGLISH,
        }
    }

    /// Returns the words of the site as the default theme has them.
    pub(super) fn interface(self) -> &'static str {
        match self {
            Self::Danish => include_str!("../../themes/default/i18n/da.ftl"),
            Self::English => include_str!("../../themes/default/i18n/en.ftl"),
        }
    }

    /// Returns the words of the program: its diagnostics.
    pub(super) fn program(self) -> &'static str {
        match self {
            Self::Danish => include_str!("words/da.ftl"),
            Self::English => include_str!("words/en.ftl"),
        }
    }

    /// Returns the locale ICU is asked for.
    pub(super) fn icu(self) -> Result<icu_locale_core::Locale, LocaleError> {
        let name = match self {
            Self::Danish => "da",
            Self::English => "en-GB",
        };
        name.parse().map_err(|_| LocaleError::Data(self))
    }
}
