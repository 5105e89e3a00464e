//! Patterns: texts with holes, read once from a sentence so that filling them costs nothing.

/// What stands in a sentence where the hole of that place shall be: characters no language uses.
pub(super) const HOLES: [&str; 2] = ["\u{E000}", "\u{E001}"];

/// A text with holes: `{0}. juni {1}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    head: Box<str>,
    /// Each hole with the text behind it.
    tail: Vec<(usize, Box<str>)>,
}

impl Pattern {
    /// Reads a pattern from a sentence in which samples stand for the holes. Answers `None` unless
    /// each sample stands there exactly once.
    pub(super) fn read(sentence: &str, samples: &[&str]) -> Option<Self> {
        let mut found = Vec::with_capacity(samples.len());
        for (hole, sample) in samples.iter().enumerate() {
            let (at, _) = sentence.match_indices(sample).next()?;
            if sentence.matches(sample).nth(1).is_some() {
                return None;
            }
            found.push((at, at.saturating_add(sample.len()), hole));
        }
        found.sort_unstable();
        let ends = found.iter().skip(1).map(|(at, ..)| *at).chain([sentence.len()]);
        let tail =
            found.iter().zip(ends).map(|((_, start, hole), end)| Some((*hole, sentence.get(*start..end)?.into())));
        Some(Self { head: sentence.get(..found.first()?.0)?.into(), tail: tail.collect::<Option<_>>()? })
    }

    /// Tells whether a hole stands before all else.
    pub(super) fn begins_with_hole(&self, hole: usize) -> bool {
        self.head.is_empty() && self.tail.first().is_some_and(|(first, _)| *first == hole)
    }

    /// Writes the text with every hole filled.
    pub(super) fn write(&self, out: &mut String, mut fill: impl FnMut(&mut String, usize)) {
        out.push_str(&self.head);
        for (hole, text) in &self.tail {
            fill(out, *hole);
            out.push_str(text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_holes_in_any_order() {
        for (sentence, filled) in [("22. juni 2111", "A. juni B"), ("2111-06-22!", "B-06-A!"), ("222111", "AB")] {
            let mut out = String::new();
            let pattern = Pattern::read(sentence, &["22", "2111"]).expect("both stand there once");
            pattern.write(&mut out, |out, hole| out.push(if hole == 0 { 'A' } else { 'B' }));
            assert_eq!(out, filled);
        }
    }

    #[test]
    fn wants_each_hole_once() {
        assert_eq!(Pattern::read("x", &["22"]), None);
        assert_eq!(Pattern::read("22 22", &["22"]), None);
    }
}
