//! The words of drafts: what each field is, in the author's language, and what a file begins with.
//!
//! They stand in the language files of the program. A field that several records have is explained once, unless a record has words
//! of its own for it.

use crate::{
    locale::{Arg, Language, Locale, Phrase, Sentence, Word},
    schema::{FieldSpec, RecordType},
};

/// What the fields are.
static FIELDS: [Word; 69] = [
    Word::new("draft-field-title", []),
    Word::new("draft-field-short", []),
    Word::new("draft-field-kind", []),
    Word::new("draft-field-language", []),
    Word::new("draft-field-year", []),
    Word::new("draft-field-year-begins", []),
    Word::new("draft-field-started", []),
    Word::new("draft-field-finished", []),
    Word::new("draft-field-case", []),
    Word::new("draft-field-source", []),
    Word::new("draft-field-committee", []),
    Word::new("draft-field-owner", []),
    Word::new("draft-field-unit", []),
    Word::new("draft-field-decimals", []),
    Word::new("draft-field-scale", []),
    Word::new("draft-field-overall-scale", []),
    Word::new("draft-field-sections", []),
    Word::new("draft-field-overspend", []),
    Word::new("draft-field-stated", []),
    Word::new("draft-field-notes", []),
    Word::new("draft-field-visibility", []),
    Word::new("draft-field-embargo", []),
    Word::new("draft-field-public-title", []),
    Word::new("draft-field-formerly", []),
    Word::new("draft-field-id", []),
    Word::new("draft-field-number", []),
    Word::new("draft-field-section", []),
    Word::new("draft-field-required", []),
    Word::new("draft-field-investment", []),
    Word::new("draft-field-due", []),
    Word::new("draft-field-funding", []),
    Word::new("draft-field-effect", []),
    Word::new("draft-field-level", []),
    Word::new("draft-field-trend", []),
    Word::new("draft-field-counts", []),
    Word::new("draft-field-areas", []),
    Word::new("draft-field-milestones", []),
    Word::new("draft-field-readings", []),
    Word::new("draft-field-lifecycle", []),
    Word::new("draft-field-overruled", []),
    Word::new("draft-field-decision", []),
    Word::new("draft-field-achieved", []),
    Word::new("draft-field-forecast", []),
    Word::new("draft-field-name", []),
    Word::new("draft-field-note", []),
    Word::new("draft-field-department", []),
    Word::new("draft-field-contact", []),
    Word::new("draft-field-measure", []),
    Word::new("draft-field-direction", []),
    Word::new("draft-field-baseline", []),
    Word::new("draft-field-target", []),
    Word::new("draft-field-targets", []),
    Word::new("draft-field-indicator-readings", []),
    Word::new("draft-field-series", []),
    Word::new("draft-field-headline", []),
    Word::new("draft-field-shown", []),
    Word::new("draft-field-missing", []),
    Word::new("draft-field-breaks", []),
    Word::new("draft-field-next", []),
    Word::new("draft-field-frequency", []),
    Word::new("draft-field-definition", []),
    Word::new("draft-field-method", []),
    Word::new("draft-field-suppress-below", []),
    Word::new("draft-field-start", []),
    Word::new("draft-field-originally", []),
    Word::new("draft-field-after", []),
    Word::new("draft-field-sign", []),
    Word::new("draft-field-columns", []),
    Word::new("draft-field-csv", []),
];

/// What a plan begins with.
pub(super) const HEAD_OF_PLAN: Word = Word::new("draft-head-plan", []);
/// What a measure begins with.
pub(super) const HEAD_OF_MEASURE: Word = Word::new("draft-head-measure", []);
/// What the declaration of a table begins with.
pub(super) const HEAD_OF_TABLE: Sentence<1> = Sentence::new("draft-head-table", ["id"]);
/// What a report begins with.
pub(super) const HEAD_OF_REPORT: Sentence<1> = Sentence::new("draft-head-report", ["date"]);
/// What the mark of a draft is.
pub(super) const MARK: Word = Word::new("draft-mark", []);
/// What a status begins with.
pub(super) const HEAD_OF_STATUS: Sentence<2> = Sentence::new("draft-head-status", ["name", "date"]);
/// What stands above what was said last time.
pub(super) const LAST_TIME: Sentence<1> = Sentence::new("draft-last-time", ["date"]);
/// Which indicators a report may read.
pub(super) const INDICATORS: Sentence<1> = Sentence::new("draft-indicators", ["names"]);

/// What a site is called.
pub(super) const SITE_TITLE: Word = Word::new("draft-site-title", []);
/// Who publishes it, until somebody says so.
pub(super) const ORGANISATION: Word = Word::new("draft-organisation", []);
/// What its first plan is called.
pub(super) const PLAN_TITLE: Sentence<1> = Sentence::new("draft-plan-title", ["year"]);
/// What its front page says.
pub(super) const FRONT_PAGE: Sentence<1> = Sentence::new("draft-front-page", ["organisation"]);
/// What `site.toml` begins with.
pub(super) const HEAD_OF_SITE: Word = Word::new("draft-head-site", []);
/// What the register of committees begins with.
pub(super) const HEAD_OF_COMMITTEES: Word = Word::new("draft-head-committees", []);
/// What the register of owners begins with.
pub(super) const HEAD_OF_OWNERS: Word = Word::new("draft-head-owners", []);
/// What is said of the levels that a site begins with.
static LEVELS: [Word; 16] = [
    Word::new("draft-level-ok", []),
    Word::new("draft-level-ok-one", []),
    Word::new("draft-level-ok-many", []),
    Word::new("draft-level-ok-meaning", []),
    Word::new("draft-level-watch", []),
    Word::new("draft-level-watch-one", []),
    Word::new("draft-level-watch-many", []),
    Word::new("draft-level-watch-meaning", []),
    Word::new("draft-level-critical", []),
    Word::new("draft-level-critical-one", []),
    Word::new("draft-level-critical-many", []),
    Word::new("draft-level-critical-meaning", []),
    Word::new("draft-level-unknown", []),
    Word::new("draft-level-unknown-one", []),
    Word::new("draft-level-unknown-many", []),
    Word::new("draft-level-unknown-meaning", []),
];

/// All that drafts say.
#[must_use]
pub fn phrases() -> Vec<&'static dyn Phrase> {
    const OTHERS: [&dyn Phrase; 15] = [
        &HEAD_OF_PLAN,
        &HEAD_OF_MEASURE,
        &HEAD_OF_TABLE,
        &HEAD_OF_REPORT,
        &MARK,
        &HEAD_OF_STATUS,
        &LAST_TIME,
        &INDICATORS,
        &SITE_TITLE,
        &ORGANISATION,
        &PLAN_TITLE,
        &FRONT_PAGE,
        &HEAD_OF_SITE,
        &HEAD_OF_COMMITTEES,
        &HEAD_OF_OWNERS,
    ];
    FIELDS.iter().chain(&LEVELS).map(|word| word as &dyn Phrase).chain(OTHERS).collect()
}

/// Returns the key of what a field of a record is; `None` where nobody has said it yet.
#[must_use]
pub fn key_of_field(record: &RecordType, field: &FieldSpec) -> Option<&'static str> {
    let (record, field) = (record.name.replace(['_', ' '], "-"), field.name.replace('_', "-"));
    let own = format!("draft-field-{record}-{field}");
    let shared = format!("draft-field-{field}");
    let find = |key: &str| FIELDS.iter().find(|word| word.key == key).map(|word| word.key);
    find(&own).or_else(|| find(&shared))
}

/// Returns what a field of a record is.
pub(super) fn of_field(record: &RecordType, field: &FieldSpec, language: Language) -> String {
    let key = key_of_field(record, field);
    key.map_or_else(|| field.help.to_owned(), |key| Locale::plain(language).tell(key, &[]))
}

/// Returns what is said of a level that a site begins with: its word, or a part such as `-meaning`.
pub(super) fn level(language: Language, id: &str, part: &str) -> String {
    let key = format!("draft-level-{id}{part}");
    let word = LEVELS.iter().find(|word| word.key == key);
    word.map_or(key.clone(), |word| Locale::plain(language).phrase(word, []))
}

/// Returns a unit of money, for examples.
pub(super) fn unit(language: Language) -> &'static str {
    match language {
        Language::Danish => "mio. kr.",
        Language::English => "£m",
        Language::Swedish => "mnkr",
        Language::Norwegian => "mill. kr",
    }
}

/// Returns a sentence in a language.
pub(super) fn say<const N: usize>(language: Language, sentence: &Sentence<N>, args: [Arg<'_>; N]) -> String {
    Locale::plain(language).phrase(sentence, args)
}
