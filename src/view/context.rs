//! What every page is written with: the site, its language and its addresses.
//!
//! Everything that turns a value into words for readers goes through here, so that no page asks the
//! locale in its own way.

use std::{collections::BTreeSet, ops::Deref};

use super::{Addresses, OtherVersion, PageLink, Past};
use crate::{
    locale::{Language, Locale},
    model::{LevelRef, Site},
    summary::EditionSummary,
    table::{Chip, ValueFormat},
    value::{Id, Period, RelPath, Year},
};

/// What every page is written with.
#[derive(Clone, Copy, Debug)]
pub struct ViewContext<'a> {
    /// The site and its registers.
    pub site: &'a Site,
    /// How values and words are written, in the language readers get.
    pub format: ValueFormat<'a>,
    /// Where everything lies.
    pub addresses: &'a Addresses,
    /// The edition before, which tables say the change since.
    pub since: Option<&'a EditionSummary>,
    /// What was recorded when.
    pub past: Option<&'a Past<'a>>,
    /// The other versions of the site that its pages lead to.
    pub elsewhere: &'a [OtherVersion],
    /// The pages that are made of something version control does not have.
    pub unrecorded: &'a BTreeSet<RelPath>,
}

/// No page.
const NO_PAGES: &BTreeSet<RelPath> = &BTreeSet::new();

impl<'a> ViewContext<'a> {
    /// Makes that of a site that tells nothing of its past.
    #[must_use]
    pub fn new(site: &'a Site, locale: &'a Locale, addresses: &'a Addresses) -> Self {
        Self {
            site,
            format: ValueFormat { locale },
            addresses,
            since: None,
            past: None,
            elsewhere: &[],
            unrecorded: NO_PAGES,
        }
    }

    /// Returns the same in a language, for what a plan says on pages of another one.
    pub(super) fn in_language(&self, language: Language) -> Self {
        match self.foreign(language) {
            Some(_) => Self { format: ValueFormat { locale: Locale::plain(language) }, ..*self },
            None => *self,
        }
    }

    /// Returns the chip of a level.
    pub(super) fn level(&self, reference: LevelRef) -> Option<Chip> {
        let level = self.site.level(reference)?;
        let lang = self.foreign(self.site.language);
        Some(Chip {
            word: level.word.clone(),
            tone: level.tone.word(),
            quiet: false,
            count: None,
            lang,
            rank: self.site.rank(reference),
        })
    }

    /// Returns the mark of what has no level.
    pub(super) fn untold(&self) -> Chip {
        Chip {
            word: self.word("without_level").to_owned(),
            tone: "untold",
            quiet: true,
            count: None,
            lang: None,
            rank: 0,
        }
    }

    /// Returns a level's word.
    pub(super) fn level_word(&self, level: LevelRef) -> &'a str {
        self.site.level(level).map_or("", |level| &level.word)
    }

    /// Returns the name of a committee: its code where the register does not have it.
    pub(super) fn committee_name(&self, id: &'a Id) -> &'a str {
        self.site.committees.get(id).map_or(id.as_str(), |committee| &committee.name)
    }

    /// Returns the title of an owner's role.
    pub(super) fn owner_title(&self, id: &'a Id) -> &'a str {
        self.site.owners.get(id).map_or(id.as_str(), |owner| &owner.title)
    }
}

// A page asks its context for words and values as whatever has no pages does.
impl ViewContext<'_> {
    /// Returns a year; one that lies in two with its first and its last month.
    pub(super) fn year_of(&self, year: Year) -> String {
        let month = |month: Option<(i16, i8)>| {
            month.map(|(year, month)| self.locale.period(Period::Month(year, month))).unwrap_or_default()
        };
        let (written, from, to) = (year.to_string(), month(year.months().next()), month(year.months().last()));
        match year.is_calendar() {
            true => written,
            false => {
                self.say("year-in-two", &[("year", (&written).into()), ("from", (&from).into()), ("to", (&to).into())])
            }
        }
    }

    /// Says when a plan was finished.
    pub(super) fn finished(&self, date: Period) -> String {
        self.say("plan-finished", &[("date", (&self.locale.period(date)).into())])
    }
}

impl<'a> Deref for ViewContext<'a> {
    type Target = ValueFormat<'a>;

    fn deref(&self) -> &ValueFormat<'a> {
        &self.format
    }
}

/// Returns a text that leads nowhere, where a link could stand.
pub(super) fn plain(text: impl Into<String>) -> PageLink {
    PageLink { text: text.into(), href: String::new(), lang: None }
}
