//! Changes in words: what a change will make the report say, and what became of a record.
//!
//! Floor 7. Whatever words a change stands here: phrases for the column "since" ([`since_phrases`]), lines for `diff`, `log` and
//! histories. It knows a language and no page.
//!
//! [`changes`] tells what became of records, the worst first, then totals that are others, then what is
//! missing or contradicts itself that did not before. [`story()`] tells what became of one record over many
//! revisions. Both answer data ([`Changes`], [`CommitEntry`]); `render` lays it out.

mod excerpt;
mod levels;
mod line_phrase;
mod names;
mod phrase;
mod story;
mod tell;
mod totals;
mod values;

use std::collections::BTreeMap;

use serde::Serialize;

pub use levels::state_in_words;
pub use line_phrase::{is_news, line_phrase, line_phrases, news_phrases, shown_texts};
pub use phrase::{has_changed, milestone_phrases, row_phrases, since_phrases};
pub use story::{CommitEntry, chapters, story};
pub use totals::{ChangedTotal, CommitteeLevels, levels};

use crate::{
    compare::{Change, NameIndex, StatementIndex, Unreadable},
    diag::Finding,
    locale::Locale,
    model::Site,
    schema::Significance,
    summary::{ChangeLine, PlanSummary},
    table::ValueFormat,
    value::Date,
};

/// The version of the data, as `docs/changes.schema.json` describes it.
pub const CHANGES_VERSION: u32 = 1;

/// One version of a site: what it is called, what it says, what it comes to.
#[derive(Clone, Copy, Debug)]
pub struct VersionFacts<'s> {
    /// What all plans share.
    pub site: &'s Site,
    /// What records are called.
    pub names: &'s NameIndex,
    /// What is said of each record.
    pub statements: &'s StatementIndex<'s>,
    /// What each plan comes to.
    pub rows: &'s [PlanSummary],
    /// What was found in it.
    pub findings: &'s [Finding],
}

/// What readers call a version that is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionLabel {
    /// The revision, the folder or the edition; nothing for the files as they lie here.
    pub name: Option<String>,
    /// The day it was recorded.
    pub recorded: Option<Date>,
}

/// What a change will make the report say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// The version of this data.
    pub version: u32,
    /// The language it is told in.
    pub language: &'static str,
    /// The name of the site.
    pub site: String,
    /// The languages of plans that are told of in another one, by their ids.
    #[serde(skip)]
    pub languages: BTreeMap<String, &'static str>,
    /// What is compared, where that is known.
    #[serde(skip)]
    pub versions: Option<[VersionLabel; 2]>,
    /// What changed, the worst first.
    pub lines: Vec<ChangeLine>,
    /// Totals of plans that are others.
    pub totals: Vec<ChangedTotal>,
    /// Committees whose measures stand otherwise.
    pub levels: Vec<CommitteeLevels>,
    /// What is missing or contradicts itself and did not before.
    pub findings: Vec<Finding>,
    /// Files that cannot be read, and of which nothing was compared.
    pub unreadable: Vec<String>,
}

impl Changes {
    /// Tells whether the report will say what it said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
            && self.totals.is_empty()
            && self.levels.is_empty()
            && self.findings.is_empty()
            && self.unreadable.is_empty()
    }
}

/// Tells whether lines are about more than one plan, so that each must name its own.
#[must_use]
pub fn has_several_plans<'l>(lines: impl IntoIterator<Item = &'l ChangeLine>) -> bool {
    let mut plans = lines.into_iter().filter_map(|line| line.subject.plan.as_deref());
    let first = plans.next();
    plans.any(|plan| Some(plan) != first)
}

/// Tells what a change will make the report say. What only looks different is left out.
#[must_use]
pub fn changes(
    context: &ValueFormat<'_>,
    before: VersionFacts<'_>,
    after: VersionFacts<'_>,
    changes: &[Change],
    unreadable: &[Unreadable],
) -> Changes {
    let told: Vec<Change> =
        changes.iter().filter(|change| change.significance > Significance::Cosmetic).cloned().collect();
    Changes {
        version: CHANGES_VERSION,
        language: context.locale.language().tag(),
        site: names::clean(&after.site.title),
        languages: foreign_plans(context, before, after),
        versions: None,
        lines: tell::lines(context, before, after, &told),
        totals: totals::totals(context, before, after),
        levels: totals::levels(context, before, after),
        findings: new_findings(before.findings, after.findings),
        unreadable: unreadable.iter().map(|file| names::clean(file.path.as_str())).collect(),
    }
}

/// Returns what stands for a count before and after where neither is told: it was given, and it is another.
#[must_use]
pub fn for_withheld(locale: &Locale) -> [String; 2] {
    ["diff-withheld", "diff-withheld-other"].map(|key| locale.tell(key, &[]))
}

/// Returns the languages of plans that are not written in that of what is told: those of today, else those that were.
fn foreign_plans(
    context: &ValueFormat<'_>,
    before: VersionFacts<'_>,
    after: VersionFacts<'_>,
) -> BTreeMap<String, &'static str> {
    let rows = before.rows.iter().chain(after.rows);
    let languages: BTreeMap<String, _> = rows.map(|rows| (rows.plan.id.to_string(), rows.plan.language)).collect();
    languages.into_iter().filter_map(|(id, language)| Some((id, context.foreign(language)?))).collect()
}

/// Returns what is found after and was not before: by file and words, else (of a moved file) by words alone.
fn new_findings(before: &[Finding], after: &[Finding]) -> Vec<Finding> {
    let mut known: Vec<&Finding> = before.iter().collect();
    let mut take = |is_same: &dyn Fn(&Finding) -> bool| {
        let at = known.iter().position(|finding| is_same(finding));
        at.map(|at| known.swap_remove(at)).is_some()
    };
    let in_place = after
        .iter()
        .filter(|new| !take(&|old| (old.code, &old.path, &old.message) == (new.code, &new.path, &new.message)));
    let left: Vec<&Finding> = in_place.collect();
    left.into_iter().filter(|new| !take(&|old| (old.code, &old.message) == (new.code, &new.message))).cloned().collect()
}
