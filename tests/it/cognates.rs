//! No message of Swedish or Norwegian is left in Danish or English by accident.
//!
//! The languages are near to each other, and many words are the same in two of them. Those stand here by the key of
//! their message, each read by someone who writes the language.

use std::collections::BTreeSet;

use fremdrift::locale::Language;

use crate::support::fluent::{interface, keys, message, program};

/// Messages that read the same in Swedish and in Danish or English.
const SAME_IN_SWEDISH: &[&str] = &[
    "list-default",
    "import-no",
    "import-yes",
    "say-took",
    "attention-required",
    "draft-site-title",
    "a-to-z-plan",
    "attention-required",
    "approx-under",
    "ui-menu-plans",
    "ui-menu-history",
    "path-plans",
    "path-history",
    "path-about",
    "nav-plans",
    "nav-history",
    "block-log",
    "log-after",
    "history-title",
    "fact-revision",
    "fact-licence",
    "edition-cut",
    "col-status",
    "col-objective",
    "col-consequences",
    "col-status-text",
    "col-timetable",
    "col-plan",
    "col-plans",
    "col-reports",
    "col-row",
    "data-approximation",
    "data-in-words",
    "row-kind-item",
    "row-kind-child",
    "book-notes",
    "calendar-report",
    "book-text",
    "col-effect",
    "col-series",
    "col-target",
    "col-after",
    "col-state",
    "col-report",
    "col-stated",
    "fact-plan",
    "fact-definition",
    "fact-contact",
    "fact-year",
    "fact-version",
    "fact-revision",
    "tile-investment",
    "tile-plans",
    "meeting-report",
    "block-words",
    "block-tables",
    "block-reports",
    "block-rules",
    "col-area",
    "measure-untitled",
    "figure-caption",
    "chart-key-investment",
    "chart-effect-end-planned",
    "chart-levels-plans",
    "chart-levels-column-plans",
    "chart-indicator-target",
    "empty-text",
    "say-progress",
    "diff-after",
    "diff-several",
    "diff-count",
    "diff-month",
    "init-next",
    "withheld-small",
];

/// Messages that read the same in bokmål and in Danish or English.
const SAME_IN_NORWEGIAN: &[&str] = &[
    "explain-example",
    "explain-in-english",
    "explain-meaning",
    "list-code",
    "list-default",
    "list-site",
    "pdf-page",
    "usage-bad-value",
    "usage-expected-language",
    "usage-nearest",
    "import-yes",
    "report-corrected",
    "draft-site-title",
    "ui-table-all",
    "ui-table-up",
    "block-money",
    "col-against",
    "months-title",
    "path-months",
    "attention-required",
    "attention-rest",
    "place-in-plan",
    "place-number",
    "step-to",
    "a-to-z-plan",
    "a-to-z-letters",
    "ui-a-to-z",
    "ui-menu-a-to-z",
    "ui-search-first",
    "path-a-to-z",
    "nav-a-to-z",
    "colour-warning",
    "colour-bad",
    "colour-severe",
    "fact-frequency",
    "frequency-half-year",
    "frequency-month",
    "frequency-quarter",
    "frequency-tertial",
    "frequency-year",
    "reporting-late",
    "approx-about",
    "approx-over",
    "approx-under",
    "period-tertial",
    "period-quarter",
    "period-half",
    "ui-source",
    "ui-menu-plans",
    "ui-menu-owners",
    "ui-menu-disagreements",
    "path-plans",
    "path-owners",
    "path-disagreements",
    "path-scales",
    "path-about",
    "nav-plans",
    "nav-owners",
    "nav-disagreements",
    "nav-scales",
    "list-and",
    "col-since",
    "col-since-of",
    "since-was",
    "since-was-corrected",
    "since-entered",
    "since-from",
    "since-to",
    "since-first-level",
    "since-due",
    "since-levels",
    "log-before",
    "log-corrected",
    "history-all",
    "col-as-of",
    "edition-cut",
    "block-grid",
    "caption-grid",
    "ui-today",
    "life-not-started",
    "life-in-progress",
    "trend-better",
    "direction-down",
    "direction-hold",
    "col-number",
    "col-status",
    "col-objective",
    "col-action",
    "col-consequences",
    "col-status-text",
    "col-timetable",
    "col-owner",
    "col-due",
    "col-plan",
    "col-plans",
    "col-reports",
    "col-code",
    "col-row",
    "data-approximation",
    "data-computed",
    "data-levels",
    "data-in-words",
    "data-mark",
    "row-kind-item",
    "row-kind-child",
    "row-kind-subtotal",
    "book-cover",
    "book-notes",
    "calendar-milestone",
    "calendar-report",
    "book-sheet",
    "book-note",
    "book-text",
    "book-note-mark",
    "book-address",
    "col-effect",
    "col-all-years",
    "col-date",
    "col-since-start",
    "col-direction",
    "col-series",
    "col-reading",
    "col-target",
    "col-milestone",
    "col-state",
    "col-report",
    "col-missing",
    "col-computed",
    "fact-kind",
    "fact-plan",
    "fact-owner",
    "fact-method",
    "fact-contact",
    "fact-year",
    "fact-source",
    "fact-due",
    "fact-version",
    "fact-effect",
    "tile-investment",
    "tile-plans",
    "tile-due",
    "total-computed",
    "difference-exact",
    "difference-unexplained",
    "difference-from",
    "computed-beside",
    "remark-computed",
    "remark-later-due",
    "remark-expected",
    "remark-changed",
    "remark-was",
    "remark-since",
    "remark-not-comparable",
    "report-expected",
    "report-missing",
    "meeting-report",
    "effect-planned",
    "funding-granted",
    "overspend-start",
    "target-between",
    "series-total",
    "block-about-indicator",
    "indicator-missing",
    "indicator-break",
    "block-words",
    "block-tables",
    "block-reports",
    "block-other-reports",
    "block-timeline",
    "block-unexplained",
    "block-rules",
    "caption-plans",
    "block-counts",
    "col-area",
    "col-all",
    "counts-whole",
    "measure-untitled",
    "measure-before",
    "entry-report",
    "report-before",
    "figure-caption",
    "what-effect-year",
    "what-effect-across",
    "chart-start",
    "chart-start-end",
    "chart-column-month",
    "chart-key-investment",
    "chart-effect-planned-sum",
    "chart-effect-end-planned",
    "chart-effect-end-computed",
    "chart-milestones-title-number",
    "chart-indicator-target",
    "chart-achieved-asked",
    "warning",
    "empty-text",
    "series-twice",
    "reading-twice",
    "say-progress",
    "diff-totals",
    "diff-before",
    "diff-month",
    "log-correction",
    "log-nearest",
    "init-next",
    "withheld-small",
    "withheld-further",
    "diff-withheld",
];

/// Words that are Danish, or Danish and Norwegian, and never Swedish.
const NEVER_SWEDISH: &[&str] = &[
    "af",
    "alle",
    "andre",
    "ansvarlig",
    "beløb",
    "blev",
    "der",
    "er",
    "et",
    "fejl",
    "fra",
    "før",
    "hvad",
    "hver",
    "hvis",
    "hvor",
    "ikke",
    "mangler",
    "mellem",
    "nyt",
    "og",
    "opnået",
    "række",
    "siden",
    "side",
    "skal",
    "til",
    "tiltag",
    "udgave",
    "udvalg",
    "ved",
    "vælg",
];

/// Words that are Danish or Swedish, and never bokmål.
const NEVER_NORWEGIAN: &[&str] = &[
    "af", "att", "blev", "efter", "fejl", "före", "hvad", "hvornår", "inte", "kørsel", "lav", "lægges", "mellem",
    "mærke", "nämnd", "nyt", "när", "och", "opnået", "række", "sidst", "slags", "stien", "tiltag", "udgave", "udgives",
    "udvalg", "ud", "uden", "utan", "vælg", "åtgärd",
];

/// Returns a text without what stands for others in it and what is code.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let (mut depth, mut is_code) = (0_usize, false);
    for c in text.chars() {
        match c {
            '`' => is_code = !is_code,
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 && !is_code => out.push(c),
            _ => {}
        }
    }
    out
}

#[test]
fn no_message_is_left_in_another_language() {
    for (language, kept) in [(Language::Swedish, SAME_IN_SWEDISH), (Language::Norwegian, SAME_IN_NORWEGIAN)] {
        let mut same = BTreeSet::new();
        for source in [interface, program] {
            let (own, others) = (source(language), [source(Language::Danish), source(Language::English)]);
            let is_same = |key: &&str| others.iter().any(|other| message(other, key) == message(&own, key));
            let has_words = |key: &&str| plain(&message(&own, key).join(" ")).contains(char::is_alphabetic);
            same.extend(keys(&own).filter(has_words).filter(is_same).map(str::to_owned));
        }
        let known: BTreeSet<String> = [interface, program]
            .iter()
            .flat_map(|source| keys(&source(language)).map(str::to_owned).collect::<Vec<_>>())
            .collect();
        // A key that no file has says nothing of either language.
        let kept: BTreeSet<String> =
            kept.iter().map(|key| (*key).to_owned()).filter(|key| known.contains(key)).collect();
        let left: Vec<_> = same.difference(&kept).collect();
        assert!(left.is_empty(), "{language:?}: {left:?} read as in Danish or English; is that so, name them above");
        let other: Vec<_> = kept.difference(&same).collect();
        assert!(other.is_empty(), "{language:?}: {other:?} are other words by now; take them out of the list");
    }
}

#[test]
fn no_sentence_has_a_word_of_another_language() {
    for (language, foreign, letters) in
        [(Language::Swedish, NEVER_SWEDISH, ['æ', 'ø']), (Language::Norwegian, NEVER_NORWEGIAN, ['ä', 'ö'])]
    {
        for source in [interface, program] {
            let own = source(language);
            for key in keys(&own) {
                let text = message(&own, key).join(" ");
                let text = plain(&text).to_lowercase();
                assert!(!text.contains(letters), "`{key}` in {language:?}: {text}");
                let words = text.split(|c: char| !c.is_alphabetic());
                let found: Vec<&str> = words.filter(|word| foreign.contains(word)).collect();
                assert!(found.is_empty(), "`{key}` in {language:?}: {found:?} in {text}");
            }
        }
    }
}
