//! A cell is a value; text is made of it by whoever writes the table.
//!
//! The four things a cell can hold stay four: not given, nil ("-"), zero and approximate.

use std::collections::BTreeSet;

use super::Chip;
use crate::{
    locale::Language,
    model::{Difference, DifferenceClass, OwnOrSum, Sum, Suppression},
    value::{Amount, Decimal, Figure, FootnoteMark, Period, Unit, Year},
};

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CellValue {
    /// Nothing: not given.
    #[default]
    NotGiven,
    /// Nothing that may be published: a small count, or what it could be computed of.
    Withheld(Suppression),
    /// A figure: nil, zero, approximate or exact, perhaps with a footnote.
    Figure(Figure),
    /// How far one figure lies from another, shown with its sign.
    Step(Figure),
    /// A figure that is stated and does not stand beside the computed one.
    Checked(Box<CheckedFigure>),
    /// How many there are.
    Count(usize),
    /// How many there are, and of which status.
    Tally(usize, Vec<Chip>),
    /// A part in per cent of its whole.
    Share(Decimal),
    /// A day, a month, a year or another period.
    Date(Period),
    /// Statuses: a level, a lifecycle.
    Badges(Vec<Chip>),
    /// Words.
    Text(String),
    /// An author's words, as safe HTML.
    Html(String),
    /// What changed, a phrase each; none says that nothing did.
    Changes(Vec<String>),
}

/// A figure that is stated, and what its parts come to.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CheckedFigure {
    /// What the document states.
    pub stated: Figure,
    /// What its parts come to.
    pub computed: Figure,
    /// How they differ; nothing where that proves nothing, since not all parts are told.
    pub difference: Option<Difference>,
}

impl CheckedFigure {
    /// Tells whether nothing explains how they differ.
    #[must_use]
    pub fn is_unproven(&self) -> bool {
        self.class().is_none_or(|class| class == DifferenceClass::Unexplained)
    }

    /// Returns how they differ, where that proves anything.
    #[must_use]
    pub fn class(&self) -> Option<DifferenceClass> {
        self.difference.as_ref().map(|difference| difference.class)
    }
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it holds.
    pub value: CellValue,
    /// Where it leads, as an address from its page.
    pub link: Option<String>,
    /// An anchor by which its row is found, as no other of its page is called.
    pub anchor: Option<String>,
    /// The footnote mark behind words; a figure has its own.
    pub mark: Option<FootnoteMark>,
    /// The report that gave it: its mark is explained there. Of what no report gave, the plan explains it.
    pub report: Option<usize>,
    /// The language of its words, where that may be another than its page's.
    pub language: Option<Language>,
    /// Words of authors that it quotes, in this order, with their languages.
    pub quotes: Vec<(String, Language)>,
    /// The unit that its row names, so that it does not.
    pub unit: Option<Unit>,
    /// It is said in the caption, for this row and others, and is not shown.
    pub in_caption: bool,
    /// What is said below it in small, in this order.
    pub remarks: Vec<Remark>,
    /// Whether it is good or bad.
    pub verdict: Option<Verdict>,
    /// What follows its words for those who want to know more, as safe HTML.
    pub details: Option<String>,
}

/// Whether what a cell says is good or bad, by its meaning and not its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is good.
    Good,
    /// It is bad.
    Bad,
}

/// What is said of a cell in small.
#[derive(Clone, Debug, PartialEq)]
pub enum Remark {
    /// Its date has passed, by so many days where that is told.
    Overdue(Option<i32>),
    /// Its date was put off from another.
    PutOffFrom(Period),
    /// Its date was moved forward from another.
    MovedForwardFrom(Period),
    /// It was computed and is not stated.
    Computed,
    /// It adds up some of what should be given.
    Partial {
        /// How many are given.
        given: usize,
        /// How many there are.
        all: usize,
    },
    /// It adds up figures of several years.
    Years(BTreeSet<Year>),
    /// It is the worst of those below it.
    RolledUp,
    /// It was so at a time.
    At(Period),
    /// How it differs from the figure that stands beside it.
    Differs(Difference),
    /// What speaks against it, in words, and where on the site that is told.
    Against(String, String),
    /// Other words.
    Text(String),
}

impl Remark {
    /// Says how many figures a sum knows, where it does not know all.
    pub fn partial(given: usize, all: usize) -> Option<Self> {
        (given < all).then_some(Self::Partial { given, all })
    }

    /// Says from which date another was moved.
    pub fn moved(from: Period, due: Option<Period>) -> Self {
        if due > Some(from) { Self::PutOffFrom(from) } else { Self::MovedForwardFrom(from) }
    }
}

impl Cell {
    /// Makes a cell of a value.
    pub fn of(value: impl Into<CellValue>) -> Self {
        Self { value: value.into(), ..Self::default() }
    }

    /// Makes a cell of a figure; nothing is shown for what is not given.
    pub fn figure(figure: Option<&Figure>) -> Self {
        figure.map_or_else(Self::default, |figure| Self::of(figure.clone()))
    }

    /// Makes a cell of a part in per cent of its whole; nothing is shown where that means nothing.
    pub fn share(share: Option<Decimal>) -> Self {
        share.map_or_else(Self::default, |share| Self::of(CellValue::Share(share)))
    }

    /// Makes a cell of a figure that is stated, and of what its parts come to.
    pub fn checked(stated: &Figure, computed: Amount, difference: Difference) -> Self {
        let (stated, computed) = (stated.clone(), Figure::exact(computed));
        Self::of(CellValue::Checked(Box::new(CheckedFigure { stated, computed, difference: Some(difference) })))
    }

    /// Makes a cell of a figure that stands alone: where it is contested, with what its parts come to.
    pub fn contested(figure: Option<&Figure>, checked: Option<&CheckedFigure>) -> Self {
        checked.map_or_else(|| Self::figure(figure), |checked| Self::of(CellValue::Checked(Box::new(checked.clone()))))
    }

    /// Makes a cell of a sum, and says what it does not know; of one that knows all, what else is to be said.
    pub fn summed(sum: &Sum, otherwise: Option<Remark>) -> Self {
        let partial = Remark::partial(sum.given, sum.all);
        Self::figure(Some(&sum.figure)).remarked(partial.or(otherwise)).of_years(&sum.years)
    }

    /// Makes a cell of a figure of a measure: where it is contested, with what its parts come to; one that is a sum says so.
    pub fn own_or_sum(told: Option<&OwnOrSum>, checked: Option<&CheckedFigure>) -> Self {
        match told {
            Some(OwnOrSum::Sum(sum)) => Self::summed(sum, Some(Remark::Computed)),
            Some(OwnOrSum::Own(figure)) => Self::contested(Some(figure), checked),
            None => Self::default(),
        }
    }

    /// Makes a cell of an author's words.
    pub fn words(html: String) -> Self {
        if html.is_empty() { Self::default() } else { Self::of(CellValue::Html(html)) }
    }

    /// Makes a cell of statuses.
    pub fn chips(chips: impl IntoIterator<Item = Chip>) -> Self {
        Self::of(CellValue::Badges(chips.into_iter().collect()))
    }

    /// Makes a cell of a date.
    pub fn date(period: Option<Period>) -> Self {
        period.map_or_else(Self::default, |period| Self::of(CellValue::Date(period)))
    }

    /// Adds where it leads.
    pub fn leads(mut self, href: String) -> Self {
        self.link = (!href.is_empty()).then_some(href);
        self
    }

    /// Adds an anchor by which its row is found.
    pub fn anchored(mut self, anchor: impl Into<String>) -> Self {
        self.anchor = Some(anchor.into());
        self
    }

    /// Adds a footnote mark behind its words.
    pub fn marked(mut self, mark: Option<FootnoteMark>) -> Self {
        self.mark = mark;
        self
    }

    /// Adds which report gave it.
    pub fn given_in(mut self, report: Option<usize>) -> Self {
        self.report = report;
        self
    }

    /// Adds which of its words are quoted, in this order, with their languages.
    pub fn quoting(mut self, quotes: Vec<(String, Language)>) -> Self {
        self.quotes = quotes;
        self
    }

    /// Adds which language its words are in.
    pub fn in_language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// Adds the unit that its row names, where it does.
    pub fn in_unit(mut self, unit: Option<&Unit>) -> Self {
        self.unit = unit.cloned();
        self
    }

    /// Adds a small remark, where there is one.
    pub fn remarked(mut self, remark: impl Into<Option<Remark>>) -> Self {
        self.remarks.extend(remark.into());
        self
    }

    /// Says how many measures have given what it adds up, and how many there are, where some have not.
    pub fn known_of(self, given_of_all: Option<(usize, usize)>) -> Self {
        self.remarked(given_of_all.and_then(|(given, all)| Remark::partial(given, all)))
    }

    /// Says of which years it is, where those are several.
    pub fn of_years(self, years: &BTreeSet<Year>) -> Self {
        self.remarked((years.len() > 1).then(|| Remark::Years(years.clone())))
    }

    /// Adds whether it is good or bad.
    pub fn judged(mut self, verdict: Option<Verdict>) -> Self {
        self.verdict = verdict;
        self
    }

    /// Says that its date has passed, where it has.
    pub fn overdue_if(self, is_overdue: bool) -> Self {
        if is_overdue { self.remarked(Remark::Overdue(None)).judged(Some(Verdict::Bad)) } else { self }
    }

    /// Says by how many days its date has passed, where it has.
    pub fn overdue_by(self, days: Option<i32>) -> Self {
        match days {
            Some(days) => self.remarked(Remark::Overdue(Some(days))).judged(Some(Verdict::Bad)),
            None => self,
        }
    }

    /// Tells whether it shows nothing.
    pub fn is_empty(&self) -> bool {
        let is_blank = match &self.value {
            CellValue::NotGiven => true,
            CellValue::Badges(chips) => chips.is_empty(),
            _ => false,
        };
        is_blank && self.mark.is_none() && self.remarks.is_empty()
    }

    /// Tells whether it says that nothing changed.
    pub fn is_same(&self) -> bool {
        matches!(&self.value, CellValue::Changes(phrases) if phrases.is_empty())
    }

    /// Tells whether its words are few enough for a narrow column.
    pub(super) fn is_short(&self) -> bool {
        match &self.value {
            CellValue::Text(text) => self.details.is_none() && text.chars().count() <= SHORT,
            CellValue::Html(_) => false,
            _ => true,
        }
    }

    /// Puts a footnote mark behind its figure, or its words.
    pub fn mark_as(&mut self, mark: FootnoteMark) {
        match &mut self.value {
            CellValue::Figure(figure) => figure.mark = Some(mark),
            CellValue::Checked(figure) => figure.stated.mark = Some(mark),
            _ => self.mark = Some(mark),
        }
    }

    /// Returns its footnote mark, wherever it stands.
    pub fn mark_mut(&mut self) -> Option<&mut FootnoteMark> {
        match &mut self.value {
            CellValue::Figure(figure) => figure.mark.as_mut(),
            CellValue::Checked(figure) => figure.stated.mark.as_mut(),
            _ => self.mark.as_mut(),
        }
    }
}

/// The most characters of words that a narrow column takes.
const SHORT: usize = 48;

impl From<&str> for CellValue {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::NotGiven } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for CellValue {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::NotGiven } else { Self::Text(text) }
    }
}

impl From<Option<&str>> for CellValue {
    fn from(text: Option<&str>) -> Self {
        text.unwrap_or_default().into()
    }
}

impl From<Figure> for CellValue {
    fn from(figure: Figure) -> Self {
        Self::Figure(figure)
    }
}

impl From<usize> for CellValue {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl<T: Into<CellValue>> From<T> for Cell {
    fn from(value: T) -> Self {
        Self::of(value)
    }
}
