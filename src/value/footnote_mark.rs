//! Footnote marks: the asterisks behind an amount, a number or a label.

/// A footnote mark: one to four asterisks behind an amount, a number or a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct FootnoteMark(u8);

impl FootnoteMark {
    /// The most asterisks a mark may have.
    const MAX: usize = 4;

    /// Reads a mark that stands alone, as a key of `[notes]`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (rest, mark) = Self::split(text);
        if rest.is_empty() { mark } else { None }
    }

    /// Splits a trailing mark from a text.
    #[must_use]
    pub fn split(text: &str) -> (&str, Option<Self>) {
        let rest = text.trim_end_matches('*');
        match u8::try_from(text.len().saturating_sub(rest.len())) {
            Ok(count @ 1..) if usize::from(count) <= Self::MAX => (rest.trim_end(), Some(Self(count))),
            _ => (text, None),
        }
    }

    /// Returns one of several marks of a table, from 0: those that authors wrote may mean different things by one.
    #[must_use]
    pub fn nth(nth: usize) -> Self {
        Self(u8::try_from(nth).unwrap_or(u8::MAX).saturating_add(1))
    }
}

impl std::fmt::Display for FootnoteMark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        (0..self.0).try_for_each(|_| f.write_str("*"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_one_to_four_asterisks_behind_a_text() {
        for (text, rest, mark) in [
            ("Veje*", "Veje", "*"),
            ("Veje ****", "Veje", "****"),
            ("Veje*****", "Veje*****", ""),
            ("Veje", "Veje", ""),
        ] {
            let (own, found) = FootnoteMark::split(text);
            assert_eq!((own, found.map_or(String::new(), |mark| mark.to_string())), (rest, mark.to_owned()));
        }
        assert!(FootnoteMark::parse("**").is_some() && FootnoteMark::parse("a*").is_none());
    }
}
