//! Whom a site is for, and as of when.

use crate::{
    schema::{Fields, records},
    value::Date,
};

/// Whom a site is built for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Audience {
    /// Everybody.
    #[default]
    Public,
    /// The organisation itself.
    Internal,
    /// Those who may see closed items.
    Closed,
    /// Those who write it: what is not finished as well.
    Draft,
}

impl Audience {
    /// Reads the word it has in content files and on the command line.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "public" => Some(Self::Public),
            "internal" => Some(Self::Internal),
            "closed" => Some(Self::Closed),
            "draft" => Some(Self::Draft),
            _ => None,
        }
    }

    /// Returns its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Internal => "internal",
            Self::Closed => "closed",
            Self::Draft => "draft",
        }
    }
}

/// Whom the site is built for, and as of which day.
#[derive(Clone, Copy, Debug)]
pub struct Viewer {
    /// Whom.
    pub audience: Audience,
    /// The as-of date: nothing later is shown.
    pub as_of: Date,
    /// The day embargoes are held against: the as-of date, and of what was said earlier the day it was said.
    pub day: Date,
}

impl Viewer {
    /// Returns a viewer of the site as of a date.
    #[must_use]
    pub fn new(audience: Audience, as_of: Date) -> Self {
        Self { audience, as_of, day: as_of }
    }

    /// Returns the viewer as he was on a day: what was under embargo then he could not see.
    #[must_use]
    pub fn on(self, day: Date) -> Self {
        Self { day: day.min(self.as_of), ..self }
    }

    /// Tells whether a record's own mark lets it be shown.
    #[must_use]
    pub fn may_see(self, fields: &Fields) -> bool {
        let visibility = fields.get(&records::VISIBILITY);
        // A word that names no audience is shown to none.
        let is_open = visibility.is_none_or(|word| Audience::parse(word.0).is_some_and(|of| of <= self.audience));
        let embargo = fields.get(&records::EMBARGO).copied();
        is_open && embargo.is_none_or(|until| until <= self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Choice, Value};

    const ALL: [Audience; 4] = [Audience::Public, Audience::Internal, Audience::Closed, Audience::Draft];

    #[test]
    fn each_audience_sees_what_is_for_it_and_for_those_before_it() {
        let day = Date::constant(2020, 6, 30);
        for audience in ALL {
            assert_eq!(Audience::parse(audience.word()), Some(audience));
            let viewer = Viewer::new(audience, day);
            let sees = |word| {
                let values = vec![(records::VISIBILITY.spec.name, Value::Choice(Choice(word)))];
                viewer.may_see(&Fields { values, entries: Vec::new() })
            };
            for other in ALL {
                assert_eq!(sees(other.word()), other <= audience, "{audience:?} {other:?}");
            }
            assert!(!sees("alle") && viewer.may_see(&Fields::default()), "a word that names no audience");
        }
        assert_eq!(Audience::parse("alle"), None);
    }

    #[test]
    fn an_embargo_ends_on_its_day() {
        let day = |day| Date::constant(2020, 6, day);
        let until = |day| {
            let values = vec![(records::EMBARGO.spec.name, Value::Day(day))];
            Fields { values, entries: Vec::new() }
        };
        let today = Viewer::new(Audience::Draft, day(15));
        for (viewer, last) in [(today, 15), (today.on(day(10)), 10), (today.on(day(20)), 15)] {
            assert!(viewer.may_see(&until(day(last))) && !viewer.may_see(&until(day(last + 1))), "{viewer:?}");
            assert_eq!(viewer.as_of, day(15));
        }
    }
}
