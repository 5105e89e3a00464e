//! The languages a site can be written in, each with its files of words.

use super::LocaleError;
use crate::value::Notation;

/// A language that a site, its messages and its drafts can be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum Language {
    /// Danish, the first.
    Danish,
    /// English, as public bodies in Europe write it: days before months.
    English,
    /// Swedish.
    Swedish,
    /// Norwegian, as it is written in bokmål.
    Norwegian,
}

/// Every language there is. The tests ask each for all words.
pub const LOCALES: [Language; 4] = [Language::Danish, Language::English, Language::Swedish, Language::Norwegian];

impl Language {
    /// Reads a language tag such as `da`, `da-DK` or a terminal's `en_GB.UTF-8`. Terminals and office programs call
    /// bokmål `no` as often as `nb`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_', '.']).next()?.to_ascii_lowercase();
        let primary = if primary == "no" { "nb" } else { primary.as_str() };
        LOCALES.into_iter().find(|language| language.tag() == primary)
    }

    /// Returns its tag, as in `<html lang>`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
            Self::Swedish => "sv",
            Self::Norwegian => "nb",
        }
    }

    /// Returns how its authors write numbers by hand.
    #[must_use]
    pub fn notation(self) -> Notation {
        match self {
            Self::Danish => Notation::DANISH,
            Self::English => Notation::ENGLISH,
            Self::Swedish => Notation::SWEDISH,
            Self::Norwegian => Notation::NORWEGIAN,
        }
    }

    /// Returns the words of the site as the default theme has them.
    pub(super) fn interface(self) -> &'static str {
        match self {
            Self::Danish => include_str!("../../themes/default/i18n/da.ftl"),
            Self::English => include_str!("../../themes/default/i18n/en.ftl"),
            Self::Swedish => include_str!("../../themes/default/i18n/sv.ftl"),
            Self::Norwegian => include_str!("../../themes/default/i18n/nb.ftl"),
        }
    }

    /// Returns the words of the program: its diagnostics.
    pub(super) fn program(self) -> &'static str {
        match self {
            Self::Danish => include_str!("words/da.ftl"),
            Self::English => include_str!("words/en.ftl"),
            Self::Swedish => include_str!("words/sv.ftl"),
            Self::Norwegian => include_str!("words/nb.ftl"),
        }
    }

    /// Returns the locale ICU is asked for.
    pub(super) fn icu(self) -> Result<icu_locale_core::Locale, LocaleError> {
        let name = match self {
            Self::Danish => "da",
            Self::English => "en-GB",
            Self::Swedish => "sv",
            Self::Norwegian => "nb",
        };
        name.parse().map_err(|_| LocaleError::Data(self))
    }
}
