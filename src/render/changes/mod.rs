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
    locale::Locale,
    view::changes::{Changes, Line, Rank, Told, has_several_plans},
};

/// What a writer needs beside a line.
struct Scribe<'s> {
    locale: &'s Locale,
    /// Lines name their plan.
    names_plan: bool,
}

impl<'s> Scribe<'s> {
    fn new(changes: &Changes, locale: &'s Locale) -> Self {
        Self { locale, names_plan: has_several_plans(&changes.lines) }
    }

    fn tell(&self, key: &str) -> String {
        self.locale.tell(key, &[])
    }

    fn count(&self, key: &str, count: usize) -> String {
        self.locale.tell(key, &[("count", count.into())])
    }

    /// Returns what a line is about: its record, behind its plan where there are several.
    fn name(&self, line: &Line) -> String {
        let plan = line.plan.as_ref().filter(|_| self.names_plan && line.subject.kind != "plan");
        plan.map_or_else(|| line.name.clone(), |plan| format!("{plan}: {}", line.name))
    }

    /// Returns what stands behind a line: whether it is better, and which report says so.
    fn remarks(&self, line: &Line) -> Vec<String> {
        let direction = line.direction.map(|direction| {
            // A date is not worse, but later.
            let word = match (line.rank, direction) {
                (Rank::LaterDate, _) => "later",
                (Rank::Date, _) => "earlier",
                (_, direction) => direction.word(),
            };
            self.locale.tell("diff-direction", &[("direction", word.into())])
        });
        let date = line.date.as_ref().map(|date| self.locale.tell("diff-as-of", &[("date", date.into())]));
        let correction = line.correction.then(|| self.tell("log-correction"));
        correction.into_iter().chain(direction).chain(date).collect()
    }

    /// Returns both values, where the line has any: what is not given says so.
    fn values(&self, line: &Line) -> Option<(String, String)> {
        self.pair(line.before.as_ref(), line.after.as_ref())
    }

    fn pair(&self, before: Option<&Told>, after: Option<&Told>) -> Option<(String, String)> {
        if before.is_none() && after.is_none() {
            return None;
        }
        let text = |shown: Option<&Told>| shown.map_or_else(|| self.tell("diff-not-given"), Told::marked);
        Some((text(before), text(after)))
    }
}
