//! Formulas of figure tables: sums, differences, ranges and a ratio.

use crate::{
    schema::{meant_by, records::KNOWN_COLUMNS},
    value::Id,
};

/// What a row or column is computed of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// One row or column.
    One(Id),
    /// The items from one row to another, both included.
    Range(Id, Id),
}

/// How a row or column is computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Operands added, or subtracted where the flag is set.
    Sum(Vec<(bool, Operand)>),
    /// One as a percentage of another. Never added up.
    Ratio(Id, Id),
}

/// Why a text is no formula: the part that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormulaError(pub String);

impl Formula {
    /// Reads a formula: `a + b - c`, `first:last`, `a / b`. A minus stands between blanks, since ids may
    /// hold hyphens.
    ///
    /// # Errors
    ///
    /// Answers the part that cannot be read.
    pub fn parse(text: &str) -> Result<Self, FormulaError> {
        let id = |word: &str| Id::new(word).ok_or_else(|| FormulaError(word.to_owned()));
        if let Some((part, whole)) = text.split_once('/') {
            return Ok(Self::Ratio(id(part.trim())?, id(whole.trim())?));
        }
        let mut sum = Vec::new();
        let mut negative = false;
        let mut expects_operand = true;
        for word in text.split_whitespace() {
            match (word, expects_operand) {
                ("+" | "-", false) => (negative, expects_operand) = (word == "-", true),
                (_, true) => {
                    let operand = match word.split_once(':') {
                        Some((first, last)) => Operand::Range(id(first)?, id(last)?),
                        None => Operand::One(id(word)?),
                    };
                    sum.push((negative, operand));
                    expects_operand = false;
                }
                _ => return Err(FormulaError(word.to_owned())),
            }
        }
        if expects_operand { Err(FormulaError(text.trim().to_owned())) } else { Ok(Self::Sum(sum)) }
    }

    /// Tells whether a text is a formula that takes something away: what comes of it is a difference.
    #[must_use]
    pub fn subtracts(text: &str) -> bool {
        Self::parse(text).is_ok_and(|formula| match formula {
            Self::Sum(operands) => operands.iter().any(|(is_negative, _)| *is_negative),
            Self::Ratio(..) => false,
        })
    }

    /// Tells whether a text is a formula that divides: what comes of it is no part of a sum.
    #[must_use]
    pub fn divides(text: &str) -> bool {
        matches!(Self::parse(text), Ok(Self::Ratio(..)))
    }

    /// Tells whether a text is a formula of columns that takes what is spent from what was granted: what comes of it is what is left, and
    /// positive where costs would be negative. What the names of the columns do not say is not guessed.
    #[must_use]
    pub fn is_granted_less_spent(text: &str) -> bool {
        const GRANTED: [&str; 3] = ["adopted", "revised", "previous"];
        const SPENT: [&str; 3] = ["actual", "forecast", "outturn"];
        let Ok(Self::Sum(operands)) = Self::parse(text) else { return false };
        let (mut adds_granted, mut takes_spent) = (false, false);
        for (is_negative, operand) in &operands {
            let Operand::One(id) = operand else { return false };
            let known = meant_by(id.as_str(), KNOWN_COLUMNS.into_iter()).unwrap_or(id.as_str());
            match (is_negative, GRANTED.contains(&known), SPENT.contains(&known)) {
                (true, true, _) | (false, _, true) => return false,
                (false, true, _) => adds_granted = true,
                (true, _, true) => takes_spent = true,
                (_, false, false) => {}
            }
        }
        adds_granted && takes_spent
    }

    /// Returns what it names of rows or columns in this order, what lies between the ends of a range included.
    #[must_use]
    pub fn names<'i>(&self, order: &[&'i str]) -> Vec<&'i str> {
        let one = |id: &Id| order.iter().copied().filter(|known| *known == id.as_str()).collect::<Vec<_>>();
        match self {
            Self::Ratio(part, whole) => [one(part), one(whole)].concat(),
            Self::Sum(operands) => operands
                .iter()
                .flat_map(|(_, operand)| match operand {
                    Operand::One(id) => one(id),
                    Operand::Range(first, last) => between(order, first, last).to_vec(),
                })
                .collect(),
        }
    }

    /// Returns it as text without what is gone; nothing where it makes no sense without.
    #[must_use]
    pub fn without(&self, order: &[&str], gone: impl Fn(&str) -> bool) -> Option<String> {
        let Self::Sum(operands) = self else { return None };
        let mut text = String::new();
        for (negative, operand) in operands {
            let left = match operand {
                Operand::One(id) => (!gone(id.as_str())).then(|| id.to_string()),
                Operand::Range(first, last) => {
                    let mut left = between(order, first, last).iter().filter(|id| !gone(id));
                    let first = left.next();
                    first.map(|first| format!("{first}:{}", left.next_back().unwrap_or(first)))
                }
            };
            let Some(left) = left else { continue };
            match (text.is_empty(), negative) {
                // A formula cannot begin with a minus.
                (true, true) => return None,
                (true, false) => {}
                (false, true) => text.push_str(" - "),
                (false, false) => text.push_str(" + "),
            }
            text.push_str(&left);
        }
        (!text.is_empty()).then_some(text)
    }
}

/// Returns the ids from one to another, whichever comes first.
fn between<'o, 'i>(order: &'o [&'i str], first: &Id, last: &Id) -> &'o [&'i str] {
    let at = |id: &Id| order.iter().position(|known| *known == id.as_str());
    let (Some(first), Some(last)) = (at(first), at(last)) else { return &[] };
    order.get(first.min(last)..=first.max(last)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_formulas_of_the_format() {
        let id = |text| Id::new(text).expect("an id");
        let one = |text| Operand::One(id(text));
        assert_eq!(
            Formula::parse("forecast - revised"),
            Ok(Formula::Sum(vec![(false, one("forecast")), (true, one("revised"))]))
        );
        assert_eq!(Formula::parse("deviation / revised"), Ok(Formula::Ratio(id("deviation"), id("revised"))));
        let range = Operand::Range(id("social"), id("boern"));
        assert_eq!(Formula::parse("social:boern"), Ok(Formula::Sum(vec![(false, range)])));
        assert_eq!(Formula::parse("04-stu"), Ok(Formula::Sum(vec![(false, one("04-stu"))])));
    }

    #[test]
    fn does_without_what_is_gone() {
        let order = ["a", "b", "c", "d"];
        let without = |text: &str, gone: &str| {
            Formula::parse(text).expect("a formula").without(&order, |id| gone.split(' ').any(|word| word == id))
        };
        assert_eq!(without("a:d", "a d").as_deref(), Some("b:c"));
        assert_eq!(without("d:a", "b c").as_deref(), Some("a:d"));
        assert_eq!(without("a:c - d", "a b").as_deref(), Some("c:c - d"));
        assert_eq!(without("a + b - c", "a").as_deref(), Some("b - c"));
        for (text, gone) in [("a - b", "a"), ("a:b", "a b"), ("a / b", "a")] {
            assert_eq!(without(text, gone), None, "{text} without {gone}");
        }
        assert_eq!(Formula::parse("a:c + d").expect("a formula").names(&order), order);
    }

    #[test]
    fn a_difference_takes_something_away() {
        assert!(["forecast - revised", "a + b - c", "a:c - d"].into_iter().all(Formula::subtracts));
        assert!(!["a + b", "a-b", "a / b", "a -", ""].into_iter().any(Formula::subtracts));
    }

    #[test]
    fn refuses_what_is_no_formula() {
        for text in ["", "a +", "+ a", "a b", "a * b", "a / ", "=SUM(A1)"] {
            assert!(Formula::parse(text).is_err(), "{text}");
        }
    }
}
