//! What the commands say, beside the words of errors.
//!
//! They stand in a file of their own, which knows the library alone, for the reason that `codes.rs` does.

use fremdrift::locale::{Phrase, Sentence, Word};

pub const ERROR: Word = Sentence::new("error", []);
pub const WARNING: Word = Sentence::new("warning", []);
pub const NOTE: Word = Sentence::new("note", []);
pub const HELP: Word = Sentence::new("help", []);
/// What both are given that sum up a run.
const SUMMARY: [&str; 7] = ["pages", "plans", "measures", "updates", "charts", "date", "seconds"];
pub const SAY_BUILT: Sentence<7> = Sentence::new("say-built", SUMMARY);
pub const SAY_CHECKED: Sentence<7> = Sentence::new("say-checked", SUMMARY);
pub const SAY_LOOKED: Sentence<2> = Sentence::new("say-looked", ["files", "texts"]);
pub const SAY_FINDINGS: Sentence<2> = Sentence::new("say-findings", ["errors", "warnings"]);
pub const SAY_NOTES: Sentence<1> = Sentence::new("say-notes", ["notes"]);
pub const SAY_STRICT: Word = Sentence::new("say-strict", []);
pub const SAY_CLEAN: Word = Sentence::new("say-clean", []);
pub const SAY_MORE_ALIKE: Sentence<3> = Sentence::new("say-more-alike", ["count", "code", "path"]);
pub const SAY_MORE_OF_A_CODE: Sentence<2> = Sentence::new("say-more-of-a-code", ["count", "code"]);
pub const LIST_CODE: Word = Sentence::new("list-code", []);
pub const LIST_DEFAULT: Word = Sentence::new("list-default", []);
pub const LIST_SITE: Word = Sentence::new("list-site", []);
pub const LIST_MEANING: Word = Sentence::new("list-meaning", []);
pub const LIST_OFF: Word = Sentence::new("list-off", []);
pub const LIST_SET_WITH: Sentence<1> = Sentence::new("list-set-with", ["code"]);
pub const LIST_MORE: Word = Sentence::new("list-more", []);
pub const EXPLAIN_MEANING: Word = Sentence::new("explain-meaning", []);
pub const EXPLAIN_IN_ENGLISH: Word = Sentence::new("explain-in-english", []);
pub const EXPLAIN_EXAMPLE: Word = Sentence::new("explain-example", []);
pub const EXPLAIN_WHERE_NEAR: Word = Sentence::new("explain-where-near", []);
pub const EXPLAIN_SETTABLE: Sentence<2> = Sentence::new("explain-settable", ["code", "severity"]);
pub const EXPLAIN_FIXED: Word = Sentence::new("explain-fixed", []);
pub const SAY_NO_REPOSITORY: Word = Sentence::new("say-no-repository", []);
pub const SAY_NO_COMMIT: Word = Sentence::new("say-no-commit", []);
pub const SAY_UNCHANGED: Word = Sentence::new("say-unchanged", []);
pub const SAY_OPEN: Sentence<1> = Sentence::new("say-open", ["path"]);
pub const SAY_REFUSED: Sentence<2> = Sentence::new("say-refused", ["errors", "path"]);
pub const SAY_REFUSED_STRICTLY: Sentence<2> = Sentence::new("say-refused-strictly", ["warnings", "path"]);
pub const SAY_UNRECORDED_STRICTLY: Sentence<3> = Sentence::new("say-unrecorded-strictly", ["path", "count", "folder"]);
pub const SAY_FOREIGN_OWNER: Sentence<1> = Sentence::new("say-foreign-owner", ["path"]);
pub const SAY_ODD_TIMES: Sentence<1> = Sentence::new("say-odd-times", ["count"]);
pub const SAY_CACHE_REFUSED: Sentence<2> = Sentence::new("say-cache-refused", ["path", "why"]);
pub const SAY_PROGRESS: Word = Sentence::new("say-progress", []);
pub const EDITION_NONE: Word = Sentence::new("edition-none", []);
pub const EDITION_OPEN: Word = Sentence::new("edition-open", []);
pub const EDITION_CUT: Sentence<2> = Sentence::new("edition-cut", ["commit", "date"]);
pub const EDITION_LATER: Sentence<1> = Sentence::new("edition-later", ["date"]);
pub const EDITION_NO_REPOSITORY: Word = Sentence::new("edition-no-repository", []);
pub const EDITION_NO_SITE: Sentence<1> = Sentence::new("edition-no-site", ["revision"]);
pub const EDITION_UNFETCHED: Word = Sentence::new("edition-unfetched", []);
pub const EDITION_MOVES: Sentence<1> = Sentence::new("edition-moves", ["revision"]);
pub const EDITION_UNKNOWN: Sentence<2> = Sentence::new("edition-unknown", ["id", "revision"]);
pub const CUT_UNRECORDED: Sentence<2> = Sentence::new("cut-unrecorded", ["path", "count"]);
pub const CUT_UNDECLARED: Sentence<2> = Sentence::new("cut-undeclared", ["id", "known"]);
pub const CUT_WITHOUT_REVISION: Sentence<1> = Sentence::new("cut-without-revision", ["id"]);
pub const CUT_SHALLOW: Sentence<1> = Sentence::new("cut-shallow", ["id"]);
pub const CUT_ERRORS: Sentence<2> = Sentence::new("cut-errors", ["id", "errors"]);
pub const CUT_DONE: Sentence<3> = Sentence::new("cut-done", ["id", "revision", "commit"]);
pub const LOG_NONE: Sentence<1> = Sentence::new("log-none", ["id"]);
pub const LOG_NEAREST: Sentence<1> = Sentence::new("log-nearest", ["ids"]);
pub const LOG_INCOMPLETE: Word = Sentence::new("log-incomplete", []);
pub const LOG_REDACTED: Word = Sentence::new("log-redacted", []);
pub const INIT_DONE: Sentence<3> = Sentence::new("init-done", ["path", "commits", "editions"]);
pub const INIT_NEXT: Sentence<1> = Sentence::new("init-next", ["path"]);
pub const NEW_WROTE: Sentence<1> = Sentence::new("new-wrote", ["path"]);
pub const NEW_CHANGED: Sentence<1> = Sentence::new("new-changed", ["path"]);
pub const NEW_NOTHING: Word = Sentence::new("new-nothing", []);
pub const NEW_NEXT: Word = Sentence::new("new-next", []);
pub const INIT_ASK_ORGANISATION: Sentence<1> = Sentence::new("init-ask-organisation", ["default"]);
pub const INIT_ASK_TITLE: Sentence<1> = Sentence::new("init-ask-title", ["default"]);
pub const INIT_ASK_LANGUAGE: Sentence<1> = Sentence::new("init-ask-language", ["default"]);
pub const INIT_ASK_PLAN: Sentence<1> = Sentence::new("init-ask-plan", ["default"]);
pub const INIT_KEPT: Sentence<1> = Sentence::new("init-kept", ["path"]);
pub const INIT_SITE_NEXT: Sentence<2> = Sentence::new("init-site-next", ["path", "plan"]);
pub const SERVE_AT: Sentence<1> = Sentence::new("serve-at", ["url"]);
pub const SERVE_MADE: Sentence<2> = Sentence::new("serve-made", ["pages", "seconds"]);
pub const SERVE_BROKEN: Word = Sentence::new("serve-broken", []);
pub const SERVE_BUG: Word = Sentence::new("serve-bug", []);
pub const SERVE_LOOKS: Word = Sentence::new("serve-looks", []);
pub const IMPORT_FORM: Sentence<2> = Sentence::new("import-form", ["what", "value"]);
pub const IMPORT_KEPT: Sentence<1> = Sentence::new("import-kept", ["path"]);
pub const IMPORT_NOTHING_NEW: Word = Sentence::new("import-nothing-new", []);
pub const IMPORT_ASK: Sentence<1> = Sentence::new("import-ask", ["default"]);
pub const IMPORT_YES: Word = Sentence::new("import-yes", []);
pub const IMPORT_NO: Word = Sentence::new("import-no", []);
pub const IMPORT_NOT_WRITTEN: Word = Sentence::new("import-not-written", []);

pub const SAY_WRITTEN_FOR: Sentence<3> = Sentence::new("say-written-for", ["path", "what", "value"]);
pub const SAY_TOOK: Sentence<1> = Sentence::new("say-took", ["seconds"]);
pub const USAGE_NO_COMMAND: Sentence<1> = Sentence::new("usage-no-command", ["given"]);
pub const USAGE_NO_OPTION: Sentence<1> = Sentence::new("usage-no-option", ["given"]);
pub const USAGE_NO_VALUE: Sentence<1> = Sentence::new("usage-no-value", ["option"]);
pub const USAGE_BAD_VALUE: Sentence<2> = Sentence::new("usage-bad-value", ["option", "value"]);
pub const USAGE_MISSING: Sentence<1> = Sentence::new("usage-missing", ["what"]);
pub const USAGE_CONFLICT: Sentence<2> = Sentence::new("usage-conflict", ["one", "other"]);
pub const USAGE_NEAREST: Sentence<1> = Sentence::new("usage-nearest", ["names"]);
pub const USAGE_VALUES: Sentence<1> = Sentence::new("usage-values", ["values"]);
pub const USAGE_LINE: Sentence<1> = Sentence::new("usage-line", ["usage"]);
pub const USAGE_EXPECTED_LANGUAGE: Word = Sentence::new("usage-expected-language", []);
pub const USAGE_EXPECTED_ID: Word = Sentence::new("usage-expected-id", []);
pub const USAGE_EXPECTED_DATE: Word = Sentence::new("usage-expected-date", []);
pub const USAGE_EXPECTED_FIELD: Word = Sentence::new("usage-expected-field", []);
pub const USAGE_EXPECTED_COLUMN: Word = Sentence::new("usage-expected-column", []);

/// All of them.
#[allow(dead_code, reason = "the tests read it")]
pub const WORDS: &[&dyn Phrase] = &[
    &ERROR,
    &WARNING,
    &NOTE,
    &HELP,
    &SAY_BUILT,
    &SAY_CHECKED,
    &SAY_LOOKED,
    &SAY_FINDINGS,
    &SAY_NOTES,
    &SAY_STRICT,
    &SAY_CLEAN,
    &SAY_MORE_ALIKE,
    &SAY_MORE_OF_A_CODE,
    &LIST_CODE,
    &LIST_DEFAULT,
    &LIST_SITE,
    &LIST_MEANING,
    &LIST_OFF,
    &LIST_SET_WITH,
    &LIST_MORE,
    &EXPLAIN_MEANING,
    &EXPLAIN_IN_ENGLISH,
    &EXPLAIN_EXAMPLE,
    &EXPLAIN_WHERE_NEAR,
    &EXPLAIN_SETTABLE,
    &EXPLAIN_FIXED,
    &SAY_NO_REPOSITORY,
    &SAY_NO_COMMIT,
    &SAY_UNCHANGED,
    &SAY_OPEN,
    &SAY_REFUSED,
    &SAY_REFUSED_STRICTLY,
    &SAY_UNRECORDED_STRICTLY,
    &SAY_FOREIGN_OWNER,
    &SAY_ODD_TIMES,
    &SAY_CACHE_REFUSED,
    &SAY_PROGRESS,
    &EDITION_NONE,
    &EDITION_OPEN,
    &EDITION_CUT,
    &EDITION_LATER,
    &EDITION_NO_REPOSITORY,
    &EDITION_NO_SITE,
    &EDITION_UNFETCHED,
    &EDITION_MOVES,
    &EDITION_UNKNOWN,
    &CUT_UNRECORDED,
    &CUT_UNDECLARED,
    &CUT_WITHOUT_REVISION,
    &CUT_SHALLOW,
    &CUT_ERRORS,
    &CUT_DONE,
    &LOG_NONE,
    &LOG_NEAREST,
    &LOG_INCOMPLETE,
    &LOG_REDACTED,
    &INIT_DONE,
    &INIT_NEXT,
    &NEW_WROTE,
    &NEW_CHANGED,
    &NEW_NOTHING,
    &NEW_NEXT,
    &INIT_ASK_ORGANISATION,
    &INIT_ASK_TITLE,
    &INIT_ASK_LANGUAGE,
    &INIT_ASK_PLAN,
    &INIT_KEPT,
    &INIT_SITE_NEXT,
    &SERVE_AT,
    &SERVE_MADE,
    &SERVE_BROKEN,
    &SERVE_BUG,
    &SERVE_LOOKS,
    &IMPORT_FORM,
    &IMPORT_KEPT,
    &IMPORT_NOTHING_NEW,
    &IMPORT_ASK,
    &IMPORT_YES,
    &IMPORT_NO,
    &IMPORT_NOT_WRITTEN,
    &SAY_WRITTEN_FOR,
    &SAY_TOOK,
    &USAGE_NO_COMMAND,
    &USAGE_NO_OPTION,
    &USAGE_NO_VALUE,
    &USAGE_BAD_VALUE,
    &USAGE_MISSING,
    &USAGE_CONFLICT,
    &USAGE_NEAREST,
    &USAGE_VALUES,
    &USAGE_LINE,
    &USAGE_EXPECTED_LANGUAGE,
    &USAGE_EXPECTED_ID,
    &USAGE_EXPECTED_DATE,
    &USAGE_EXPECTED_FIELD,
    &USAGE_EXPECTED_COLUMN,
];
