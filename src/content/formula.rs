//! Formulas of figure tables: sums, differences, ranges and a ratio.

use crate::value::Id;

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
    fn refuses_what_is_no_formula() {
        for text in ["", "a +", "+ a", "a b", "a * b", "a / ", "=SUM(A1)"] {
            assert!(Formula::parse(text).is_err(), "{text}");
        }
    }
}
