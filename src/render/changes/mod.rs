//! What a change makes the report say, laid out: for a terminal, for a merge request, as a page of its own.
//!
//! One list of lines, several writers. Whatever an author wrote is data to all of them: it is escaped where it is
//! written, and can neither mark up a comment nor reach a terminal.

mod html;
mod json;
mod markdown;
mod text;

pub use html::html;
pub use json::{json, story_json};
pub use markdown::markdown;
pub use text::{story, text};

use crate::{
    locale::{self, Locale, Phrase, Sentence, Word},
    summary::{ChangeLine, ChangeRank, ChangeValue},
    wording::{Changes, VersionLabel, has_several_plans},
};

const TITLE: Sentence<1> = Sentence::new("diff-title", ["count"]);
const HERE: Word = Sentence::new("diff-here", []);
const SHARED: Word = Sentence::new("diff-shared", []);
const NONE: Word = Sentence::new("diff-none", []);
const TOTALS: Word = Sentence::new("diff-totals", []);
const LEVELS: Word = Sentence::new("diff-levels", []);
const FINDINGS: Sentence<1> = Sentence::new("diff-findings", ["count"]);
const UNREADABLE: Word = Sentence::new("diff-unreadable", []);
const MORE: Sentence<1> = Sentence::new("diff-more", ["count"]);
const CHANGE: Word = Sentence::new("diff-change", []);
const BEFORE: Word = Sentence::new("diff-before", []);
const AFTER: Word = Sentence::new("diff-after", []);
const AS_OF: Sentence<1> = Sentence::new("diff-as-of", ["date"]);
const NOT_GIVEN: Word = Sentence::new("diff-not-given", []);
const DIRECTION: Sentence<1> = Sentence::new("diff-direction", ["direction"]);
const LOG_CORRECTION: Word = Sentence::new("log-correction", []);
const LOG_UNREADABLE: Sentence<1> = Sentence::new("log-unreadable", ["path"]);

/// What is said around the lines.
pub const WORDS: &[&dyn Phrase] = &[
    &TITLE,
    &HERE,
    &SHARED,
    &NONE,
    &TOTALS,
    &LEVELS,
    &FINDINGS,
    &UNREADABLE,
    &MORE,
    &CHANGE,
    &BEFORE,
    &AFTER,
    &AS_OF,
    &NOT_GIVEN,
    &DIRECTION,
    &LOG_CORRECTION,
    &LOG_UNREADABLE,
];

/// What is told of one plan.
struct PlanGroup<'l> {
    /// What the plan is called; nothing where all lines are about one.
    plan: Option<&'l str>,
    lines: Vec<&'l ChangeLine>,
}

/// What a writer needs beside a line.
struct LineContext<'s> {
    locale: &'s Locale,
    /// Lines stand under their plans.
    names_plans: bool,
    /// The heading of lines of no plan.
    shared: String,
}

impl<'s> LineContext<'s> {
    fn new<'l>(lines: impl IntoIterator<Item = &'l ChangeLine>, locale: &'s Locale) -> Self {
        Self { locale, names_plans: has_several_plans(lines), shared: locale.phrase(&SHARED, []) }
    }

    fn tell(&self, word: &Word) -> String {
        self.locale.phrase(word, [])
    }

    fn count(&self, sentence: &Sentence<1>, count: usize) -> String {
        self.locale.phrase(sentence, [count.into()])
    }

    /// Says how many changes there are, and between what.
    fn title(&self, changes: &Changes) -> String {
        let count = self.count(&TITLE, changes.lines.len());
        let Some(versions) = &changes.versions else { return count };
        let [before, after] = versions.each_ref().map(|version| self.version(version));
        format!("{count}: {before} → {after}")
    }

    fn version(&self, version: &VersionLabel) -> String {
        let name = version.name.as_ref().map_or_else(|| self.tell(&HERE), |name| locale::clean(name, 80));
        version.recorded.map_or_else(|| name.clone(), |date| format!("{name} ({})", self.locale.date(date)))
    }

    /// Sorts lines by their plans where these are several, in the order of their first lines: what is worse of all plans
    /// before anything else. What all plans share stands under a heading of its own.
    fn groups<'l>(&'l self, lines: &'l [ChangeLine]) -> Vec<PlanGroup<'l>> {
        let mut groups: Vec<((bool, Option<&str>), PlanGroup)> = Vec::new();
        for line in lines {
            let id = line.subject.plan.as_deref();
            let key = if self.names_plans { (line.rank > ChangeRank::LaterDate, id) } else { (false, None) };
            match groups.iter_mut().find(|(other, _)| *other == key) {
                Some((_, group)) => group.lines.push(line),
                None => {
                    let plan = self.names_plans.then(|| line.plan.as_deref().unwrap_or(&self.shared));
                    groups.push((key, PlanGroup { plan, lines: vec![line] }));
                }
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// Returns what stands behind a line: whether it is better, and which report says so.
    fn remarks(&self, line: &ChangeLine) -> Vec<String> {
        let direction = line.direction.map(|direction| {
            // A date is not worse, but later.
            let word = match (line.rank, direction) {
                (ChangeRank::LaterDate, _) => "later",
                (ChangeRank::Date, _) => "earlier",
                (_, direction) => direction.word(),
            };
            self.locale.phrase(&DIRECTION, [word.into()])
        });
        let date = line.date.as_ref().map(|date| self.locale.phrase(&AS_OF, [date.into()]));
        let correction = line.correction.then(|| self.tell(&LOG_CORRECTION));
        correction.into_iter().chain(direction).chain(date).collect()
    }

    /// Returns both values, where the line has any: what is not given says so.
    fn values(&self, line: &ChangeLine) -> Option<(String, String)> {
        self.pair(line.before.as_ref(), line.after.as_ref())
    }

    fn pair(&self, before: Option<&ChangeValue>, after: Option<&ChangeValue>) -> Option<(String, String)> {
        if before.is_none() && after.is_none() {
            return None;
        }
        let text = |shown: Option<&ChangeValue>| shown.map_or_else(|| self.tell(&NOT_GIVEN), ChangeValue::marked);
        Some((text(before), text(after)))
    }
}
