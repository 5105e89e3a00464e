//! The languages of a site's pages: its own, and those that plans have of their own.

use std::sync::{Arc, OnceLock};

use crate::{
    diag::{Diagnostic, FieldRef, Place},
    locale::{LOCALES, Language, Locale, LocaleError},
    render::{TEMPLATE_ERROR, Theme},
    value::{Id, RelPath},
};

/// The languages of a site's pages, each with the words of its theme.
///
/// Reading words costs more than checking a small site, so a language is read when the first plan that has it is met.
pub struct SiteLocales {
    theme: Id,
    /// The words of the theme in each language, in the order of [`LOCALES`].
    words: [Vec<String>; LOCALES.len()],
    read: [OnceLock<ThemedLocale>; LOCALES.len()],
}

/// A language with the words of a theme.
struct ThemedLocale {
    locale: Arc<Locale>,
    /// What is wrong with the words.
    found: Vec<Diagnostic>,
}

impl SiteLocales {
    /// Takes the words that a theme of some name has in every language; none of the program's own.
    pub fn new(theme: Option<&Theme>, name: &Id) -> Self {
        let words = |language: Language| {
            let words = theme.map(|theme| theme.words(language.tag())).unwrap_or_default();
            words.into_iter().map(str::to_owned).collect()
        };
        Self { theme: name.clone(), words: LOCALES.map(words), read: [const { OnceLock::new() }; LOCALES.len()] }
    }

    /// Returns a language; where the words of the theme are damaged, without them.
    pub fn of(&self, language: Language) -> &Arc<Locale> {
        &self.themed(language).locale
    }

    /// Returns what is wrong with the words of the theme in a language.
    pub fn found(&self, language: Language) -> &[Diagnostic] {
        &self.themed(language).found
    }

    fn themed(&self, language: Language) -> &ThemedLocale {
        let at = LOCALES.iter().position(|known| *known == language).unwrap_or_default();
        self.read[at].get_or_init(|| {
            let words: Vec<&str> = self.words[at].iter().map(String::as_str).collect();
            let plain = || Arc::clone(Locale::plain(language));
            if words.is_empty() {
                return ThemedLocale { locale: plain(), found: Vec::new() };
            }
            match Locale::new(language, &words) {
                Ok(locale) => ThemedLocale { locale: Arc::new(locale), found: Vec::new() },
                Err(error) => {
                    ThemedLocale { locale: plain(), found: vec![words_error(&error, &self.theme, language.tag())] }
                }
            }
        })
    }
}

fn words_error(error: &LocaleError, theme: &Id, language: &str) -> Diagnostic {
    let subject = || Place::Subject(FieldRef::new("site.toml", "theme"));
    let Ok(path) = RelPath::new(format!("themes/{theme}/i18n/{language}.ftl")) else {
        return Diagnostic::new(&TEMPLATE_ERROR, subject());
    };
    let (place, detail) = match error {
        LocaleError::Syntax { line, detail, .. } => {
            (Place::Line(path, u32::try_from(*line).unwrap_or(1), 1), detail.clone())
        }
        LocaleError::Word { key, needs } => (Place::File(path), format!("{key}: {{ ${needs} }}")),
        LocaleError::Data(language) => (Place::File(path), language.tag().to_owned()),
    };
    Diagnostic::new(&TEMPLATE_ERROR, place).with("detail", detail)
}
