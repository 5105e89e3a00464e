//! Findings, of which only so many are kept: the first in their order, and the number of the others by their code.
//!
//! A site may hold a mistake in each of a million cells. Whoever mends the first of them has mended their kind.

use std::collections::BTreeMap;

use super::{Finding, Severity};

/// The most findings of a code that are kept. A finding takes about a kilobyte.
const MOST: usize = 2_000;

/// Findings that were not kept.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct MoreFindings {
    /// The stable name of the mistake.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// How many there are beside those that are kept.
    pub count: usize,
}

/// Collects findings, and keeps the first of them.
///
/// What is kept does not depend on the order in which findings are added, so that threads may take turns. They are in
/// the order of their files, lines and columns; where these are the same, in that of who found them.
#[derive(Clone, Debug, Default)]
pub struct FindingLog {
    /// Each with the place of who found it.
    kept: Vec<(usize, Finding)>,
    more: BTreeMap<(Severity, &'static str), usize>,
    next_cut: usize,
}

impl FindingLog {
    /// Adds what was found by one of those who look at a site, known by their place among them.
    pub fn add(&mut self, place: usize, findings: impl IntoIterator<Item = Finding>) {
        for finding in findings {
            self.kept.push((place, finding));
            // Only when there are twice as many, so that sorting costs little.
            if self.kept.len() > self.next_cut.max(MOST.saturating_mul(2)) {
                self.cut();
                self.next_cut = self.kept.len().saturating_mul(2);
            }
        }
    }

    /// Counts findings of a code that are not kept.
    pub fn count_more(&mut self, code: &'static str, severity: Severity, count: usize) {
        let more = self.more.entry((severity, code)).or_default();
        *more = more.saturating_add(count);
    }

    /// Adds what others have collected who have one place.
    pub fn join(&mut self, place: usize, other: Self) {
        other.more.into_iter().for_each(|((severity, code), count)| self.count_more(code, severity, count));
        self.add(place, other.kept.into_iter().map(|(_, finding)| finding));
    }

    /// Tells whether there is an error among them.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        let is_error = |severity: Severity| severity == Severity::Error;
        self.kept.iter().any(|(_, finding)| is_error(finding.severity))
            || self.more.keys().any(|(severity, _)| is_error(*severity))
    }

    /// Drops findings that are kept.
    pub fn retain(&mut self, is_kept: impl Fn(&Finding) -> bool) {
        self.kept.retain(|(_, finding)| is_kept(finding));
    }

    /// Returns the findings that are kept, in their order, and how many more there are.
    #[must_use]
    pub fn into_parts(mut self) -> (Vec<Finding>, Vec<MoreFindings>) {
        self.cut();
        let more = self.more.into_iter().map(|((severity, code), count)| MoreFindings { code, severity, count });
        (self.kept.into_iter().map(|(_, finding)| finding).collect(), more.collect())
    }

    /// Drops what is too much, and counts it. Each code has room of its own: a personal number must not be lost among
    /// mistakes of another kind.
    fn cut(&mut self) {
        let key = |(place, finding): &(usize, Finding)| (finding.line, finding.column, finding.code, *place);
        self.kept.sort_by(|one, other| one.1.path.cmp(&other.1.path).then_with(|| key(one).cmp(&key(other))));
        self.kept.dedup_by(|one, other| one.1 == other.1);
        let mut counts: BTreeMap<(Severity, &'static str), usize> = BTreeMap::new();
        self.kept.retain(|(_, finding)| {
            let count = counts.entry((finding.severity, finding.code)).or_default();
            *count = count.saturating_add(1);
            *count <= MOST
        });
        for ((severity, code), count) in counts.into_iter().filter(|(_, count)| *count > MOST) {
            self.count_more(code, severity, count.saturating_sub(MOST));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        diag::{Code, Diagnostic, Origins, Place, Sources},
        value::RelPath,
    };

    const ERROR: Code = Code::error("wrong");
    const WARNING: Code = Code::warning("odd");

    fn finding(code: &'static Code, line: usize) -> Finding {
        let path = RelPath::new("content/index.md").expect("a path");
        let place = Place::Line(path, u32::try_from(line).expect("a line"), 1);
        Finding::locate(&Diagnostic::new(code, place), &Sources::default(), &Origins::default())
    }

    #[test]
    fn few_are_kept_each_once_and_in_order() {
        let mut log = FindingLog::default();
        log.add(2, [finding(&WARNING, 3), finding(&ERROR, 1), finding(&WARNING, 3)]);
        log.add(1, [finding(&WARNING, 2)]);
        let (kept, more) = log.into_parts();
        assert_eq!(kept.iter().map(|finding| finding.line).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(more, []);
    }

    #[test]
    fn of_many_the_first_are_kept_and_the_others_counted_whoever_comes_first() {
        let places: Vec<usize> = (0..7).collect();
        let many = |places: &[usize]| {
            let mut log = FindingLog::default();
            for place in places {
                log.add(*place, (0..MOST).map(|line| finding(&WARNING, 1 + line * places.len() + place)));
            }
            log.add(9, [finding(&ERROR, 1_000_000)]);
            log.into_parts()
        };
        let (kept, more) = many(&places);
        let backwards: Vec<usize> = places.iter().rev().copied().collect();
        assert!(many(&backwards) == (kept.clone(), more.clone()));
        assert_eq!(more, [MoreFindings { code: "odd", severity: Severity::Warning, count: 6 * MOST }]);
        let lines = kept.iter().map(|finding| finding.line as usize);
        assert!(lines.eq((1..=MOST).chain([1_000_000])), "the first warnings, and an error behind them all");
    }
}
