//! The desk a page is written at: the site, its language and its addresses.
//!
//! Everything that turns a value into words for readers goes through here, so that no page asks the
//! locale in its own way.

use super::{Addresses, EditionSummary, PageLink, Past};
use crate::{
    locale::{Arg, Locale},
    model::{Difference, LevelRef, Lifecycle, Site, Trend},
    table::{Chip, DisplayDate, DisplayValue, ValueFormat},
    value::{Amount, Decimal, Figure, Id, ItemNumber, Period, Unit},
};

/// What every page is written with.
#[derive(Clone, Copy, Debug)]
pub struct ViewContext<'a> {
    /// The site and its registers.
    pub site: &'a Site,
    /// The language readers get.
    pub locale: &'a Locale,
    /// Where everything lies.
    pub book: &'a Addresses,
    /// The edition before, which tables say the change since.
    pub since: Option<&'a EditionSummary>,
    /// What was recorded when.
    pub past: Option<&'a Past<'a>>,
}

impl<'a> ViewContext<'a> {
    /// Makes the desk of a site that tells nothing of its past.
    #[must_use]
    pub fn new(site: &'a Site, locale: &'a Locale, book: &'a Addresses) -> Self {
        Self { site, locale, book, since: None, past: None }
    }

    /// Returns a word of the interface that needs no argument. Keys are written as templates write them,
    /// with `_` for `-`: the lookup then copies nothing.
    pub(super) fn word(&self, key: &'static str) -> &'a str {
        self.locale.words().get(key).map_or(key, String::as_str)
    }

    /// Returns the word of one of several things, such as a lifecycle, under a common beginning.
    pub(super) fn word_of(&self, group: &str, name: &str) -> String {
        let mut key = String::with_capacity(group.len().saturating_add(name.len()).saturating_add(1));
        key.push_str(group);
        key.push('_');
        key.extend(name.chars().map(|c| if c == '-' { '_' } else { c }));
        self.locale.words().get(&key).map_or(name, String::as_str).to_owned()
    }

    /// Fills in a sentence of the interface.
    pub(super) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.locale.say(key, args)
    }

    /// Returns a period as it is shown.
    pub(super) fn when(&self, period: Period) -> DisplayDate {
        ValueFormat(self.locale).date(period)
    }

    /// Returns the chip of a level.
    pub(super) fn level(&self, level: LevelRef) -> Option<Chip> {
        let level = self.site.level(level)?;
        Some(Chip { word: level.word.clone(), tone: level.tone.word(), quiet: false, count: None })
    }

    /// Returns a level's word.
    pub(super) fn level_word(&self, level: LevelRef) -> &'a str {
        self.site.level(level).map_or("", |level| &level.word)
    }

    /// Returns the mark of a lifecycle.
    pub(super) fn lifecycle(&self, lifecycle: Lifecycle) -> Chip {
        Chip { word: self.word_of("life", lifecycle.word()), tone: lifecycle.word(), quiet: true, count: None }
    }

    /// Returns the words of a trend.
    pub(super) fn trend(&self, trend: Trend) -> String {
        self.word_of("trend", trend.word())
    }

    /// Returns the name of a committee: its code where the register does not have it.
    pub(super) fn committee_name(&self, id: &'a Id) -> &'a str {
        self.site.committees.get(id).map_or(id.as_str(), |committee| &committee.name)
    }

    /// Returns the title of an owner's role.
    pub(super) fn owner_title(&self, id: &'a Id) -> &'a str {
        self.site.owners.get(id).map_or(id.as_str(), |owner| &owner.title)
    }

    /// Returns what a measure is called: its number and title, or its number alone.
    pub(super) fn measure_name(&self, number: Option<&ItemNumber>, title: &str) -> String {
        match (number, title) {
            (Some(number), "") => self.say("measure-untitled", &[("number", number.as_str().into())]),
            (Some(number), title) => format!("{number} {title}"),
            (None, title) => title.to_owned(),
        }
    }

    /// Joins phrases as a sentence does: "a, b og c".
    pub(super) fn list(&self, phrases: &[String]) -> String {
        match phrases {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.word("list_and")),
        }
    }
}

impl ViewContext<'_> {
    /// Returns what values are shown with.
    fn format(&self) -> ValueFormat<'_> {
        ValueFormat(self.locale)
    }

    /// Shows a figure with its unit: `ca. 2,5 mio. kr.`.
    pub(super) fn figure(&self, figure: &Figure) -> DisplayValue {
        self.format().figure(figure)
    }

    /// Shows a figure with a unit that others beside it have, or with its own where it does not come out well in that.
    pub(super) fn figure_as(&self, figure: &Figure, unit: &Unit) -> DisplayValue {
        self.format().figure_as(figure, unit)
    }

    /// Shows a figure under a head that names a unit.
    pub(super) fn figure_in(&self, figure: &Figure, unit: &Unit) -> DisplayValue {
        self.format().figure_in(figure, unit)
    }

    /// Shows a count.
    pub(super) fn count(&self, count: usize) -> DisplayValue {
        self.format().count(count)
    }

    /// Shows a part as per cent of its whole, without decimals. Answers nothing unless both are exact,
    /// of one sign and in units that convert.
    pub(super) fn share(&self, part: &Figure, whole: &Figure) -> Option<DisplayValue> {
        Some(self.format().percent(part.share_of(whole)?))
    }

    /// Says how a stated figure differs from the computed one, and what that is, where it is not to be seen:
    /// "stemmer ikke (+0,04), beregnet 6,52".
    pub(super) fn difference_from(&self, stated: &Amount, computed: &Amount, difference: &Difference) -> String {
        self.format().difference_from(stated, computed, difference)
    }

    /// Returns an amount with its sign, plus or minus, and its unit.
    pub(super) fn signed_amount(&self, amount: &Amount) -> String {
        self.format().signed_amount(amount)
    }

    /// Returns a number with its sign, plus or minus; zero has none.
    pub(super) fn signed(&self, number: &Decimal) -> String {
        self.format().signed(number)
    }
}

/// Returns a text that leads nowhere, where a link could stand.
pub(super) fn plain(text: impl Into<String>) -> PageLink {
    PageLink { text: text.into(), href: String::new() }
}
