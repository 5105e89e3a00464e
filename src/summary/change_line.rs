//! A line: one change in words, and what programs want to know of it.

use serde::Serialize;

use crate::{
    compare::RecordKey,
    locale::Locale,
    table::{DisplayValue, ValueFormat},
    value::{Figure, Period},
};

/// Whether a change is for the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ChangeDirection {
    /// For the worse.
    Worse,
    /// For the better.
    Better,
}

impl ChangeDirection {
    /// Returns its word in data, class names and the keys of words.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Better => "better",
        }
    }
}

/// What a line is about, in the order they are told: what a reviewer must see stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeRank {
    /// A status that got worse.
    WorseStatus,
    /// A figure that got worse.
    WorseFigure,
    /// A date that was put off.
    LaterDate,
    /// Another status, neither worse nor better.
    Status,
    /// Another figure, neither worse nor better.
    Figure,
    /// Another date.
    Date,
    /// A status that got better.
    BetterStatus,
    /// A figure that got better.
    BetterFigure,
    /// A record that is new or gone.
    Record,
    /// Another field: an owner, a committee, a title.
    Field,
    /// What all plans share: scales, registers, the site itself.
    Shared,
    /// Words.
    Words,
}

/// What a line is about, for programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SubjectData {
    /// What it is.
    pub kind: &'static str,
    /// The plan's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// What the report is about that it stands in: `2020-06-30`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report: Option<String>,
    /// The record it is a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
    /// Its own id.
    pub id: String,
}

impl From<&RecordKey> for SubjectData {
    fn from(subject: &RecordKey) -> Self {
        Self {
            kind: subject.kind.word(),
            plan: subject.plan.as_ref().map(ToString::to_string),
            report: subject.report.map(|report| report.iso()),
            within: subject.within.as_ref().map(ToString::to_string),
            id: subject.id.to_string(),
        }
    }
}

impl ChangeLine {
    /// Makes a line that says that a version cannot be read. It does not name the file, which may be hidden today.
    pub fn unreadable(plan: Option<(&str, &str)>, what: &str) -> Self {
        let (id, title) = plan.unzip();
        let subject =
            SubjectData { kind: "file", plan: id.map(str::to_owned), report: None, within: None, id: String::new() };
        Self {
            rank: ChangeRank::Record,
            direction: None,
            correction: false,
            subject,
            change: "unreadable",
            field: None,
            plan: title.map(str::to_owned),
            name: title.unwrap_or_default().to_owned(),
            what: what.to_owned(),
            own_words: title.map(str::to_owned).into_iter().collect(),
            is_new: false,
            is_of_former: false,
            beside: None,
            about: None,
            date: None,
            before: None,
            after: None,
        }
    }
}

/// A value as it is told, and for programs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ChangeValue {
    /// What readers see: `9,1 mio. kr.`, `30. juni 2020`, `-` for nil.
    pub text: String,
    /// The number alone with a point, or a date as `2020-06-30`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    /// What the number counts, as content files may write it: `mio. kr.`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The footnote mark behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mark: Option<String>,
    /// It is an author's words, in the language of the plan.
    #[serde(skip)]
    pub quoted: bool,
}

impl ChangeValue {
    /// Tells a figure.
    #[must_use]
    pub fn figure(locale: &Locale, figure: &Figure) -> Self {
        let DisplayValue { text, raw, mark } = ValueFormat { locale }.figure(figure);
        let unit = figure.amount.as_ref().map(|amount| amount.unit.word().to_owned()).filter(|unit| !unit.is_empty());
        Self { text, raw: raw.map(|number| number.to_string()), unit, mark, quoted: false }
    }

    /// Tells several values as one; nothing where there are none.
    #[must_use]
    pub fn several(values: &[Self]) -> Option<Self> {
        match values {
            [] => None,
            [one] => Some(one.clone()),
            many => Some(Self {
                text: many.iter().map(Self::marked).collect::<Vec<_>>().join(", "),
                quoted: many.iter().all(|value| value.quoted),
                ..Self::default()
            }),
        }
    }

    /// Says that it is an author's words.
    #[must_use]
    pub fn quoted(self) -> Self {
        Self { quoted: true, ..self }
    }

    /// Returns what readers see, with its footnote mark.
    #[must_use]
    pub fn marked(&self) -> String {
        format!("{}{}", self.text, self.mark.as_deref().unwrap_or_default())
    }
}

impl From<String> for ChangeValue {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// One change in words: *name*, *what*: *before* → *after*.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangeLine {
    /// What it is about.
    pub rank: ChangeRank,
    /// Whether it is for the better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<ChangeDirection>,
    /// Whether it puts right what a report said. Only a story tells it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub correction: bool,
    /// The record.
    pub subject: SubjectData,
    /// What became of it: `added`, `removed`, `renamed`, `field`, `words`, `figure`.
    pub change: &'static str,
    /// The field, dotted; of a cell its row and its column; of words their part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What the plan is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<String>,
    /// What the record is called: `2.a.1 Forhandlingskonsulent`.
    pub name: String,
    /// What changed: `opnået`, `frist`, or what became of the record: `ny`.
    pub what: String,
    /// What of its name, and of what changed, an author has written: words in the language of the plan.
    #[serde(skip)]
    pub own_words: Vec<String>,
    /// Whether it is said for the first time: the record came with it, and `before` is what another said.
    #[serde(skip)]
    pub is_new: bool,
    /// Its record had its id before the one that has it today: it is told under the name it had, and stands on no page of that one.
    #[serde(skip)]
    pub is_of_former: bool,
    /// Of a total that stands today and differs from what its parts come to: how, and what that is. Only histories of a
    /// site's pages and feeds say it.
    #[serde(skip)]
    pub beside: Option<String>,
    /// What the report is about.
    #[serde(skip)]
    pub about: Option<Period>,
    /// The same in words: `30. juni 2020`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// What was said; nothing where nothing was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<ChangeValue>,
    /// What is said now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<ChangeValue>,
}
