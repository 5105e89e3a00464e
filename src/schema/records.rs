//! Every record of the content format and its fields. The whole vocabulary stands here, once.

use super::{Choice, Entries, Field, FieldType, Fields, KINDS, KeyType, RecordType, ReferenceTarget, Value};
use crate::value::{Date, Id, ItemNumber, Period, Unit, WrittenAmount, Year};

macro_rules! record {
    ($(#[$doc:meta])* $name:ident, $word:literal, $help:literal, [$($field:ident),* $(,)?]) => {
        record!($(#[$doc])* $name, $word, $help, [$($field),*], None);
    };
    ($(#[$doc:meta])* $name:ident, $word:literal, $help:literal, [$($field:ident),* $(,)?], $entries:expr) => {
        $(#[$doc])*
        pub static $name: RecordType =
            RecordType { name: $word, help: $help, fields: &[$(&$field.spec),*], entries: $entries };
    };
}

macro_rules! fields {
    ($($name:ident: $rust:ty = $value:expr;)*) => {
        $(
            #[doc = concat!("The field `", stringify!($name), "`; see its help.")]
            pub static $name: Field<$rust> = $value;
        )*
    };
}

/// The words of `visibility`, from open to shut.
pub const VISIBILITIES: &[&str] = &["public", "internal", "closed", "draft"];
const LANGUAGES: &[&str] = &["da", "en", "sv", "nb"];
const ENCODINGS: &[&str] = &["utf-8", "windows-1252"];
const NEGATIVES: &[&str] = &["minus", "parentheses", "trailing-minus"];
const SEVERITIES: &[&str] = &["error", "warning", "note", "off"];
/// The words of `downloads`: the ids of formats, but HTML.
pub const DOWNLOADS_KNOWN: &[&str] = &["csv", "xlsx", "calendar", "json", "package", "pdf"];
/// Those of a site that does not say which.
pub const DOWNLOADS_UNLESS_WRITTEN: &[&str] = &["csv", "xlsx", "calendar"];
/// The words of `remarks`: the checks whose findings readers are told of too.
pub const REMARKS_KNOWN: &[&str] = &["green-but-behind", "stale-text"];
/// The words of `history.show`.
const SHOWN: &[&str] = &["author", "message", "text"];
const TONES: &[&str] = &["complete", "good", "fair", "warning", "bad", "severe", "none"];
const SIGNS: &[&str] = &["cost", "saving", "result", "none"];
const LIFECYCLES: &[&str] = &["not-started", "in-progress", "done", "dropped", "deferred"];
const TRENDS: &[&str] = &["better", "same", "worse"];
/// The months as content files name them, from January; two have a Danish name besides.
pub const MONTH_WORDS: &[&str] =
    &["jan", "feb", "mar", "apr", "may", "maj", "jun", "jul", "aug", "sep", "oct", "okt", "nov", "dec"];
const FREQUENCIES: &[&str] = &["month", "quarter", "tertial", "half-year", "year"];
const DIRECTIONS: &[&str] = &["down", "up", "hold"];
const KIND_IDS: &[&str] = &{
    let mut ids = [""; KINDS.len()];
    let mut at = 0;
    while at < ids.len() {
        ids[at] = KINDS[at].id;
        at += 1;
    }
    ids
};

const TEXT: FieldType = FieldType::Text;
const ID: FieldType = FieldType::Ref(ReferenceTarget::Itself);
const NUMBER_TYPE: FieldType = FieldType::Number;
const AMOUNT: FieldType = FieldType::Amount;
const A_COMMITTEE: FieldType = FieldType::Ref(ReferenceTarget::Committee);
const AN_OWNER: FieldType = FieldType::Ref(ReferenceTarget::Owner);
const A_LEVEL: FieldType = FieldType::Record(&LEVEL_RECORD);
const AN_EDITION: FieldType = FieldType::Record(&EDITION);
const AN_ALLOWED_NUMBER: FieldType = FieldType::Record(&ALLOWED_NUMBER);
const A_SHOWN: FieldType = FieldType::Choice(SHOWN);
const A_REDACTION: FieldType = FieldType::Text;
const A_DOWNLOAD: FieldType = FieldType::Choice(DOWNLOADS_KNOWN);
const A_REMARK: FieldType = FieldType::Choice(REMARKS_KNOWN);
const A_MEETING: FieldType = FieldType::Record(&MEETING);

// What many records share.
fields! {
    TITLE: String = Field::text("title", "its name").required();
    OPTIONAL_TITLE: String = Field::text("title", "its name; a number is enough");
    NOTE: String = Field::text("note", "a remark of one line").editorial();
    ID_FIELD: Id = Field::reference("id", ReferenceTarget::Itself, "what it is known by; the name of its folder or file unless written");
    FORMERLY: Vec<Value> = Field::list("formerly", &ID, "ids it had before: its history goes on, and the old address of its page leads to it");
    VISIBILITY: Choice = Field::choice("visibility", VISIBILITIES, "who may see it, `draft` those who write it alone; inherited downwards");
    EMBARGO: Date = Field::day("embargo", "the day before which it is not shown; inherited downwards");
    PUBLIC_TITLE: String = Field::text("public_title", "all that is shown of it while it is closed");
    UNIT: Unit = Field::unit("unit", "what figures count in where they do not say so themselves");
    DECIMALS: WrittenAmount = Field::amount("decimals", "with how many decimals at most figures that count in its unit are shown; they stay exact, and are shown as they are written unless it says so").editorial();
    COMMITTEE: Vec<Value> = Field::one_or_many("committee", &A_COMMITTEE, "the committee, or several with the leading one first");
    OWNER: Vec<Value> = Field::one_or_many("owner", &AN_OWNER, "the role that owns it, or several with the leading one first");
    ONE_COMMITTEE: Id = Field::reference("committee", ReferenceTarget::Committee, "the committee");
    SECTION: String = Field::text("section", "the section of the plan it stands in");
    DUE: Period = Field::period("due", "when it is to be done or decided");
    START: Period = Field::period("start", "when work on it begins");
    LEVEL: String = Field::level("level", "a level of the scale, by its word or its id");
    LIFECYCLE: Choice = Field::choice("lifecycle", LIFECYCLES, "where it is in its life");
    TREND: Choice = Field::choice("trend", TRENDS, "which way it moves");
    NOTES: Fields = Field::record("notes", &NOTES_RECORD, "the words of its footnotes, by mark");
    EFFECT: Fields = Field::record("effect", &EFFECT_RECORD, "the economic effect per month; in an update, the effect so far");
    YEAR_BEGINS: Choice = Field::choice("year_begins", MONTH_WORDS, "the month in which a school year or a financial year such as `2024/25` begins; of the site, or of the one plan that differs");
    STATED: Fields = Field::record("stated", &STATED_RECORD, "what the document says its figures add up to");
    SUPPRESS_BELOW: WrittenAmount = Field::amount("suppress_below", "counts from one up to this number, 3 or more, are not published, nor what they could be computed of; 0 withholds nothing, whatever the site says; what the site says unless written");
}

record!(
    /// Footnotes by mark.
    NOTES_RECORD, "notes", "The words of footnotes. A mark without a note is an error, and so is the reverse.", [],
    Some(Entries { key: KeyType::Mark, value: FieldType::Text, help: "the words behind the mark, one line" })
);

fields! {
    TOTAL: WrittenAmount = Field::amount("total", "the stated total of the year");
}
record!(
    /// The months of one year.
    MONTHS, "months", "Amounts per month; a range gives each of its months the amount.", [TOTAL],
    Some(Entries { key: KeyType::Months, value: FieldType::Amount, help: "a month (`jan` … `dec`) or a range (`mar-may`)" })
);
record!(
    /// Months by year.
    EFFECT_RECORD, "effect", "The economic effect per month.", [UNIT],
    Some(Entries { key: KeyType::Year, value: FieldType::Record(&MONTHS), help: "the months of a year" })
);
record!(
    /// Amounts by year.
    FUNDING_RECORD, "funding", "Money granted, by year.", [UNIT],
    Some(Entries { key: KeyType::Year, value: FieldType::Amount, help: "the amount of a year" })
);

fields! {
    STATED_REQUIRED: Vec<Value> = Field::one_or_many("required", &AMOUNT, "the stated required saving; a list where it is stated twice");
    STATED_ACHIEVED: Vec<Value> = Field::one_or_many("achieved", &AMOUNT, "the stated achieved saving");
    STATED_FORECAST: Vec<Value> = Field::one_or_many("forecast", &AMOUNT, "the stated forecast");
    GROSS: Fields = Field::record("gross", &GROSS_RECORD, "the same without investments");
    STATED_EFFECT: Fields = Field::record("effect", &EFFECT_RECORD, "the stated effect of all measures per month");
}
record!(
    /// Stated totals without investments.
    GROSS_RECORD, "gross", "Stated totals without investments.", [STATED_REQUIRED, STATED_ACHIEVED, STATED_FORECAST]
);
record!(
    /// Stated totals.
    STATED_RECORD, "stated", "What the document says its figures add up to; printed beside the computed figures.",
    [STATED_REQUIRED, STATED_ACHIEVED, STATED_FORECAST, GROSS, STATED_EFFECT]
);

// site.toml
fields! {
    ORGANISATION: String = Field::text("organisation", "who publishes the site").required();
    LANGUAGE: Choice = Field::choice("language", LANGUAGES, "the language of the interface, of numbers and dates; `da` unless written");
    THEME: Id = Field::reference("theme", ReferenceTarget::Itself, "the folder in `themes/`; `default` unless written");
    COLOUR: String = Field::text("colour", "the colour of the header, `#rrggbb`").cosmetic();
    LOGO: String = Field::text("logo", "a picture in the folder `content` for the header, such as `logo.svg`; its words are the name of `organisation`").cosmetic();
    SITE_URL: String = Field::text("url", "its public address, `https://…`: printed on paper, and what the links of `404.html` begin with; without it they are relative and right only at the root").cosmetic();
    SOURCE: String = Field::text("source", "where the figures come from: an address, or words").editorial();
    SITE_CONTACT: String = Field::text("contact", "whom readers turn to, on the page about the site: an e-mail address, a telephone number, or words").editorial();
    LICENCE: Fields = Field::record("licence", &LICENCE_RECORD, "what others may do with the figures").cosmetic();
    AS_OF_DEFAULT: Date = Field::day("as_of", "the date the site speaks of where no `--as-of` is given; today unless written");
    ACCESSIBILITY: Fields = Field::record("accessibility", &ACCESSIBILITY_RECORD, "the accessibility statement");
    CSV: Fields = Field::record("csv", &CSV_RECORD, "how numbers are written in CSV files");
    SCALES: Fields = Field::record("scales", &SCALES_RECORD, "status scales; `status` is the site's own").required();
    HISTORY: Fields = Field::record("history", &HISTORY_RECORD, "from when on the past is told, and what of it is shown");
    EDITIONS: Vec<Value> = Field::list("editions", &AN_EDITION, "named, dated cuts of the site");
    CHECKS: Fields = Field::record("checks", &CHECKS_RECORD, "how loud each check is");
    PERSONAL_NUMBERS: Fields = Field::record("personal_numbers", &PERSONAL_NUMBERS_RECORD, "numbers that look like personal numbers and may be published").cosmetic();
    CONFIDENTIALITY: Fields = Field::record("confidentiality", &CONFIDENTIALITY_RECORD, "what is withheld of all plans");
    DOWNLOADS: Vec<Value> = Field::list("downloads", &A_DOWNLOAD, "what can be taken along: tables as `csv`, `xlsx` and `json`, all of them in one `package`, dates as a `calendar`, meeting packs as `pdf`; `[]` is nothing; unless written it is `[\"csv\", \"xlsx\", \"calendar\"]`").cosmetic();
    READER_REMARKS: Vec<Value> = Field::list("remarks", &A_REMARK, "what readers are told beside a status that figures or words speak against, by the check that finds it; `[]` is nothing, all of them unless written").cosmetic();
    DEFAULT_SCALE: Id = Field::reference("scale", ReferenceTarget::Scale, "the scale of plans that name none; `status` unless written");
}
record!(
    /// `site.toml`.
    SITE, "site", "The site as a whole, in `site.toml`.",
    [TITLE, ORGANISATION, LANGUAGE, THEME, COLOUR, LOGO, UNIT, SITE_URL, SOURCE, SITE_CONTACT, LICENCE, AS_OF_DEFAULT, YEAR_BEGINS, DEFAULT_SCALE, ACCESSIBILITY, DOWNLOADS, READER_REMARKS, CSV, SCALES, HISTORY, EDITIONS, CHECKS, PERSONAL_NUMBERS, CONFIDENTIALITY]
);
fields! {
    HISTORY_SINCE: String = Field::text("since", "the tag or commit that history counts from; its first commit unless written");
    HISTORY_SHOW: Vec<Value> = Field::list("show", &A_SHOWN, "what histories show beside what changed: the `author`'s name, the first line of the commit's `message`, the old words of a `text`; none unless written");
    HISTORY_REDACT: Vec<Value> = Field::list("redact", &A_REDACTION, "what is withheld from the past: a record by its id (`plan/id`), a field of it (`plan/id#title`), or a commit").cosmetic();
}
record!(
    /// The history of the site.
    HISTORY_RECORD, "history", "How the past is told, where the site lies in git.", [HISTORY_SINCE, HISTORY_SHOW, HISTORY_REDACT]
);
fields! {
    LICENCE_URL: String = Field::text("url", "where it can be read");
}
record!(
    /// A licence.
    LICENCE_RECORD, "licence", "What others may do with the figures, on the page about the site and in the data package.", [TITLE, LICENCE_URL]
);
fields! {
    URL: String = Field::text("url", "its address").required();
    REVIEWED: Date = Field::day("reviewed", "when it was last reviewed");
}
record!(
    /// The accessibility statement.
    ACCESSIBILITY_RECORD, "accessibility", "The accessibility statement that every page links to.", [URL, REVIEWED]
);
fields! {
    DELIMITER: String = Field::text("delimiter", "the sign between cells; `;` unless written").cosmetic();
    DECIMAL: String = Field::text("decimal", "the sign before decimals; that of the language unless written").cosmetic();
    THOUSANDS: String = Field::text("thousands", "the sign between groups of three digits; that of the language unless written, empty for none").cosmetic();
    NEGATIVE: Choice = Field::choice("negative", NEGATIVES, "how negative numbers are written beside `-4,9`: `(4,9)` or `4,9-`").cosmetic();
    HEAD_LINE: WrittenAmount = Field::amount("head", "the line on which the head stands, where others stand above it; the file's first line is 1").cosmetic();
    HEADS: Fields = Field::record("heads", &HEADS_RECORD, "what the file calls the columns that say what a row is").cosmetic();
    IGNORE: Vec<Value> = Field::list("ignore", &TEXT, "columns of the file that are not read").cosmetic();
    ROW_IDS: Vec<Value> = Field::one_or_many("row_ids", &TEXT, "the columns whose cells make the id of each row, in a file without the column `row`: `\"label\"`, or several").cosmetic();
    ENCODING: Choice = Field::choice("encoding", ENCODINGS, "the encoding of the file; `utf-8` unless written").cosmetic();
}
record!(
    /// How numbers are written in CSV files.
    CSV_RECORD, "csv", "How CSV files are written, declared once in `site.toml` or in the one table that differs; an indicator that differs says so itself.",
    [DELIMITER, DECIMAL, THOUSANDS, NEGATIVE, ENCODING, HEAD_LINE, HEADS, ROW_IDS, IGNORE]
);
fields! {
    HEAD_ROW: String = Field::text("row", "the column of ids").cosmetic();
    HEAD_LABEL: String = Field::text("label", "the column of what is printed").cosmetic();
    HEAD_KIND: String = Field::text("kind", "the column of the kinds of rows").cosmetic();
    HEAD_OF: String = Field::text("of", "the column of the rows that rows are a part of").cosmetic();
    HEAD_FORMULA: String = Field::text("formula", "the column of formulas").cosmetic();
    HEAD_COMMITTEE: String = Field::text("committee", "the column of committees").cosmetic();
}
record!(
    /// What a file calls the columns that say what a row is.
    HEADS_RECORD, "heads", "What the head of a CSV file calls the columns that say what a row is.",
    [HEAD_ROW, HEAD_LABEL, HEAD_KIND, HEAD_OF, HEAD_FORMULA, HEAD_COMMITTEE]
);
fields! {
    HEAD_PERIOD: String = Field::text("period", "the column that says when a reading was made").cosmetic();
    HEAD_SERIES: String = Field::text("series", "the column that says of which series it is").cosmetic();
    HEAD_VALUE: String = Field::text("value", "the column of readings, in a file with a row for each").cosmetic();
    READING_HEADS: Fields = Field::record("heads", &READING_HEADS_RECORD, "what its files call the columns of readings").cosmetic();
    INDICATOR_CSV: Fields = Field::record("csv", &INDICATOR_CSV_RECORD, "how its CSV files are written, where they differ from those of the site");
}
record!(
    /// What the files of an indicator call their columns.
    READING_HEADS_RECORD, "heads of readings", "What the head of an indicator's CSV file calls its columns. Series are called by their ids or titles.",
    [HEAD_PERIOD, HEAD_SERIES, HEAD_VALUE]
);
record!(
    /// How the CSV files of an indicator are written.
    INDICATOR_CSV_RECORD, "csv of an indicator", "How the CSV files of an indicator are written, where they differ from those of the site.",
    [DELIMITER, DECIMAL, THOUSANDS, NEGATIVE, ENCODING, HEAD_LINE, READING_HEADS, IGNORE]
);
fields! {
    SCALE_TITLE: String = Field::text("title", "its name").editorial();
    LEVELS: Vec<Value> = Field::list("levels", &A_LEVEL, "its levels, from best to worst").required();
}
record!(
    /// A scale.
    SCALE_RECORD, "scale", "A status scale.", [SCALE_TITLE, LEVELS]
);
record!(
    /// Scales by id.
    SCALES_RECORD, "scales", "Status scales by id.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::Record(&SCALE_RECORD), help: "a scale" })
);
fields! {
    LEVEL_ID: Id = Field::reference("id", ReferenceTarget::Itself, "what content may call it by").required();
    WORD: String = Field::text("word", "the municipality's own word for it").required();
    TONE: Choice = Field::choice("tone", TONES, "how good or bad it is: its colour and shape").required();
    LEVEL_ONE: String = Field::text("one", "what one measure at it does or is, as a sentence goes on: `er kritisk`").editorial();
    LEVEL_MANY: String = Field::text("many", "what several measures at it do or are: `er kritiske`; without it sentences have the word in quotation marks").editorial();
    MEANING: String = Field::text("meaning", "what it means, printed wherever the scale is used").required();
}
record!(
    /// A level.
    LEVEL_RECORD, "level", "A level of a scale.", [LEVEL_ID, WORD, LEVEL_ONE, LEVEL_MANY, TONE, MEANING]
);
fields! {
    EDITION_ID: Id = Field::reference("id", ReferenceTarget::Itself, "what it is known by").required();
    AS_OF: Date = Field::day("as_of", "the date it speaks of").required();
    REVISION: String = Field::text("revision", "the tag or commit it is cut from");
    EDITION_MEETING: Fields = Field::record("meeting", &MEETING, "the meeting it is put before; it does not narrow what the edition shows, as `committee` does");
}
record!(
    /// An edition.
    EDITION, "edition", "A named, dated cut of the site.", [EDITION_ID, TITLE, AS_OF, ONE_COMMITTEE, EDITION_MEETING, REVISION]
);
record!(
    /// The loudness of checks.
    CHECKS_RECORD, "checks", "How loud each check is. Checks are judgements, and a site may take them as it likes; what says that something cannot be read, or is not shown as it is written, stands as it is, and naming it here is an error. `fremdrift check --list` shows all checks and what the site has set, `fremdrift explain CODE` what one means.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::Choice(SEVERITIES), help: "`error`, `warning`, `note` or `off`, by the code of the check" })
);
fields! {
    SALT: String = Field::text("salt", "at least 16 characters of your own, which hashes are made with and nobody outside needs to know").required().cosmetic();
    ALLOWED: Vec<Value> = Field::list("allowed", &AN_ALLOWED_NUMBER, "the numbers that may be published").cosmetic();
    HASH: String = Field::text("hash", "the hash that the message about the number says").required().cosmetic();
    REASON: String = Field::text("reason", "why it may be published: what it is instead of a personal number").required().cosmetic();
}
record!(
    /// A number that may be published.
    ALLOWED_NUMBER, "allowed number", "A number that looks like a personal number and may be published.", [HASH, REASON]
);
record!(
    /// Numbers that may be published.
    PERSONAL_NUMBERS_RECORD, "personal numbers", "Numbers that look like personal numbers and may be published. They are known by a hash, so that none stands here.", [SALT, ALLOWED]
);

fields! {
    SITE_SUPPRESS_BELOW: WrittenAmount = Field::amount("suppress_below", "of figure tables and indicators that count persons or families, counts from one up to this number, 3 or more, are not published, nor what they could be computed of; what says a number itself, or 0 for none, goes by that");
}
record!(
    /// What is withheld of all plans.
    CONFIDENTIALITY_RECORD, "confidentiality", "What is withheld of all plans unless they say otherwise.", [SITE_SUPPRESS_BELOW]
);

// Registers
fields! {
    NAME: String = Field::text("name", "its name").required();
    DEPARTMENT: String = Field::text("department", "where the role works");
    CONTACT: String = Field::text("contact", "where to write or call; a shared mailbox rather than a person's");
}
record!(
    /// A committee.
    COMMITTEE_RECORD, "committee", "A committee.", [NAME, NOTE, FORMERLY]
);
record!(
    /// `committees.toml`.
    COMMITTEES, "committees", "The committees, in `content/committees.toml`.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::Record(&COMMITTEE_RECORD), help: "a committee, by its code" })
);
record!(
    /// An owner.
    OWNER_RECORD, "owner", "A role that owns plans and measures.", [TITLE, DEPARTMENT, CONTACT, NOTE, FORMERLY]
);
record!(
    /// `owners.toml`.
    OWNERS, "owners", "The roles that own plans and measures, in `content/owners.toml`.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::Record(&OWNER_RECORD), help: "an owner" })
);
record!(
    /// An ordinary page.
    PAGE, "page", "An ordinary page: any other Markdown file below `content/`.", [OPTIONAL_TITLE, VISIBILITY, EMBARGO]
);

// A plan
fields! {
    SHORT: String = Field::text("short", "a short name for lists, menus and other pages, where the whole one would fill a line again and again; its own page has the whole one").editorial();
    KIND: Choice = Field::choice("kind", KIND_IDS, "what its page shows").required();
    YEAR: Year = Field::year("year", "the year its figures are about");
    STARTED: Period = Field::period("started", "when it was begun");
    FINISHED: Period = Field::period("finished", "when it was finished: from the last day of it on nothing of the plan is overdue or missing");
    CASE: String = Field::text("case", "its journal number").editorial();
    SCALE: Id = Field::reference("scale", ReferenceTarget::Scale, "the scale of its levels");
    OVERALL_SCALE: Id = Field::reference("overall_scale", ReferenceTarget::Scale, "the scale of the level that a report's `index.md` gives the plan as a whole; `scale` unless written");
    PLAN_LANGUAGE: Choice = Field::choice("language", LANGUAGES, "the language of its words, numbers and pages; that of the site unless written");
    SECTIONS: Vec<Value> = Field::list("sections", &TEXT, "its sections, in order");
    OVERSPEND: WrittenAmount = Field::amount("overspend", "the forecast overspend: in a plan at its start, in an update as of its date");
}
record!(
    /// `plan.md`.
    PLAN, "plan", "A plan, in `content/plans/<plan>/plan.md`.",
    [TITLE, SHORT, KIND, PLAN_LANGUAGE, YEAR, YEAR_BEGINS, STARTED, FINISHED, CASE, SOURCE, COMMITTEE, OWNER, UNIT, DECIMALS, SCALE, OVERALL_SCALE, SECTIONS, OVERSPEND, COUNTS, AREAS, STATED, NOTES, VISIBILITY, EMBARGO, PUBLIC_TITLE, FORMERLY]
);
fields! {
    NUMBER: ItemNumber = Field::number("number", "its number in the document");
    REQUIRED: WrittenAmount = Field::amount("required", "the required saving; an investment is negative");
    INVESTMENT: bool = Field::flag("investment", "whether it is an investment, left out of gross totals");
    FUNDING: Fields = Field::record("funding", &FUNDING_RECORD, "money granted to it, by year");
}
record!(
    /// A measure.
    MEASURE, "measure", "A measure, in `measures/<measure>.md`: what was decided.",
    [ID_FIELD, NUMBER, OPTIONAL_TITLE, SECTION, COMMITTEE, OWNER, YEAR, UNIT, REQUIRED, INVESTMENT, DUE, FUNDING, EFFECT, VISIBILITY, EMBARGO, PUBLIC_TITLE, FORMERLY]
);

// Indicators
fields! {
    MEASURE_REF: Id = Field::reference("measure", ReferenceTarget::Measure, "the measure it belongs to");
    DIRECTION: Choice = Field::choice("direction", DIRECTIONS, "which way it should go; alone it is a goal without a number");
    BASELINE: Fields = Field::record("baseline", &BASELINE_RECORD, "where it began");
    TARGET: Fields = Field::record("target", &TARGET_RECORD, "where it should get");
    TARGETS: Fields = Field::record("targets", &TARGETS_RECORD, "where it should get in each of some periods");
    AIMED_VALUE: WrittenAmount = Field::amount("value", "the value, to be reached the way it should go");
    AT_LEAST: WrittenAmount = Field::amount("at_least", "this or more; it should go up");
    AT_MOST: WrittenAmount = Field::amount("at_most", "this or less; it should go down");
    BETWEEN: Vec<Value> = Field::list("between", &AMOUNT, "two values, the lower first; both are included");
    AIM_WORDS: String = Field::text("words", "what cannot be counted, in words");
    OLD_READINGS: Fields = Field::record("readings", &OLD_READINGS_RECORD, "readings older than the first report");
    MISSING: Fields = Field::record("missing", &REMARKS, "periods without a reading, and why");
    BREAKS: Fields = Field::record("breaks", &REMARKS, "where the way of counting changed, and how");
    NEXT: Period = Field::period("next", "no reading is missed before it");
    FREQUENCY: Choice = Field::choice("frequency", FREQUENCIES, "how often it is read: a reading is due when the period after it has ended, and as much time again has passed").editorial();
    DATE: Period = Field::period("date", "its date");
    VALUE: WrittenAmount = Field::amount("value", "the value").required();
    READINGS: Fields = Field::record("readings", &READINGS_RECORD, "readings of the plan's indicators");
    OWN_VALUE: WrittenAmount = Field::amount("value", "the value; left out where it is no single number, and where series alone were read");
    READ_BETWEEN: Vec<Value> = Field::list("between", &AMOUNT, "a range that was read: two values, the lower first");
    READ_WORDS: String = Field::text("words", "what was read where it is no number");
    READ_SERIES: Fields = Field::record("series", &SERIES_READINGS, "readings of its series");
    SERIES: Fields = Field::record("series", &SERIES_RECORD, "its series: groups, districts, municipalities beside one's own");
    HEADLINE: Id = Field::reference("headline", ReferenceTarget::Itself, "the series that stands first; the indicator's own readings unless written, else the first series");
    SHOWN_SERIES: Vec<Value> = Field::list("shown", &ID, "the series that are drawn beside the one that stands first, at most five; where there are more and nothing is chosen, those with the highest and the lowest figures");
    DEFINITION: String = Field::text("definition", "what is counted, and what is not").editorial();
    INDICATOR_SOURCE: String = Field::text("source", "where its readings come from: an address, or words").editorial();
    METHOD: String = Field::text("method", "how it is counted").editorial();
}
record!(
    /// A value at a date.
    BASELINE_RECORD, "baseline", "A value at a date.", [DATE, VALUE]
);
record!(
    /// What is aimed at, and when.
    TARGET_RECORD, "target", "What is aimed at, in one of five ways, and when.", [DATE, AIMED_VALUE, AT_LEAST, AT_MOST, BETWEEN, AIM_WORDS]
);
record!(
    /// What is aimed at in a period.
    PERIOD_TARGET, "target of a period", "What is aimed at in a period, in one of five ways.", [AIMED_VALUE, AT_LEAST, AT_MOST, BETWEEN, AIM_WORDS]
);
record!(
    /// Targets by period.
    TARGETS_RECORD, "targets", "Targets by period.", [],
    Some(Entries { key: KeyType::Period, value: FieldType::AmountOr(&PERIOD_TARGET), help: "the target of a period: a value, or a table" })
);
record!(
    /// One reading.
    READING, "reading", "A reading with more to say than its value, or that is no single number.", [OWN_VALUE, READ_BETWEEN, READ_WORDS, DATE, NOTE, LEVEL, TREND]
);
record!(
    /// Readings by period.
    OLD_READINGS_RECORD, "older readings", "Readings by period.", [],
    Some(Entries { key: KeyType::Period, value: FieldType::AmountOr(&READING), help: "what was read then" })
);
record!(
    /// Readings by series.
    SERIES_READINGS, "readings of series", "Readings of an indicator's series, by series.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::AmountOr(&READING), help: "what was read of a series" })
);
record!(
    /// One reading of a report, and what was read of the indicator's series.
    REPORT_READING, "reading of a report", "A reading with more to say than its value: its own, or those of its series.",
    [OWN_VALUE, READ_BETWEEN, READ_WORDS, DATE, NOTE, LEVEL, TREND, READ_SERIES]
);
record!(
    /// Readings by indicator.
    READINGS_RECORD, "readings", "Readings by indicator, of the report's date unless they say otherwise.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::AmountOr(&REPORT_READING), help: "what was read" })
);
record!(
    /// Remarks by period.
    REMARKS, "remarks", "Remarks by period.", [],
    Some(Entries { key: KeyType::Period, value: FieldType::Text, help: "the remark, one line" })
);
record!(
    /// A series of an indicator.
    SERIES_ENTRY, "series", "A series of an indicator: it counts the same of a part, or of others.",
    [TITLE, BASELINE, TARGET, TARGETS, OLD_READINGS, MISSING, BREAKS, VISIBILITY, EMBARGO, FORMERLY]
);
record!(
    /// Series by id.
    SERIES_RECORD, "series of an indicator", "Series of an indicator by id, in the order they are shown in.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::TextOr(&SERIES_ENTRY), help: "the title of a series, or a table" })
);
record!(
    /// An indicator.
    INDICATOR, "indicator", "A number that is followed over time.",
    [TITLE, MEASURE_REF, SECTION, UNIT, DECIMALS, DIRECTION, BASELINE, TARGET, TARGETS, OLD_READINGS, SERIES, HEADLINE, SHOWN_SERIES, MISSING, BREAKS, NEXT, FREQUENCY, DEFINITION, INDICATOR_SOURCE, METHOD, NOTE, OWNER, CONTACT, SUPPRESS_BELOW, INDICATOR_CSV, VISIBILITY, EMBARGO, FORMERLY]
);
record!(
    /// `indicators.toml`.
    INDICATORS, "indicators", "The plan's indicators, in `indicators.toml`.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::Record(&INDICATOR), help: "an indicator" })
);

// Milestones, decisions, the calendar
fields! {
    ORIGINALLY: Period = Field::period("originally", "its date before a move older than the first report");
    AFTER: Vec<Value> = Field::list("after", &NUMBER_TYPE, "the milestones it waits for");
    DONE: Period = Field::period("done", "when it was reached");
    DECIDED: Period = Field::period("decided", "when it was decided");
    DECISION_REF: ItemNumber = Field::number("decision", "the decision behind it");
    MEETINGS: Vec<Value> = Field::list("meetings", &A_MEETING, "the meetings it goes to");
    MILESTONES: Fields = Field::record("milestones", &MILESTONES_RECORD, "the plan's milestones");
    DECISIONS: Fields = Field::record("decisions", &DECISIONS_RECORD, "the decisions the plan rests on or waits for");
    REPORTS: Fields = Field::record("reports", &REPORTS_RECORD, "the calendar of reports");
    MILESTONE_UPDATES: Fields = Field::record("milestones", &MILESTONE_UPDATES_RECORD, "what this report says of milestones");
}
record!(
    /// A milestone.
    MILESTONE, "milestone", "A milestone.", [TITLE, START, DUE, ORIGINALLY, AFTER, ONE_COMMITTEE, OWNER, VISIBILITY, EMBARGO]
);
record!(
    /// Milestones by number.
    MILESTONES_RECORD, "milestones", "Milestones by number.", [],
    Some(Entries { key: KeyType::Number, value: FieldType::Record(&MILESTONE), help: "a milestone" })
);
record!(
    /// A decision.
    DECISION, "decision", "A decision.", [TITLE, ONE_COMMITTEE, DECIDED, DUE, NOTE, VISIBILITY, EMBARGO]
);
record!(
    /// Decisions by number.
    DECISIONS_RECORD, "decisions", "Decisions by number.", [],
    Some(Entries { key: KeyType::Number, value: FieldType::Record(&DECISION), help: "a decision" })
);
fields! {
    MEETING_COMMITTEE: Id = Field::reference("committee", ReferenceTarget::Committee, "which committee meets").required();
}
record!(
    /// A meeting.
    MEETING, "meeting", "A meeting that a report or an edition goes to.", [MEETING_COMMITTEE, DATE]
);
record!(
    /// A report that is owed.
    REPORT_DUE, "report", "A report the plan owes.", [TITLE, MEETINGS, ONE_COMMITTEE]
);
record!(
    /// Reports by period.
    REPORTS_RECORD, "reports", "The calendar: reports by the date or period they are about.", [],
    Some(Entries { key: KeyType::Period, value: FieldType::Record(&REPORT_DUE), help: "a report" })
);
record!(
    /// `milestones.toml`.
    TIMELINE, "milestones file", "Milestones, decisions and the calendar of reports, in `milestones.toml`.",
    [MILESTONES, DECISIONS, REPORTS]
);
record!(
    /// What a report says of a milestone.
    MILESTONE_UPDATE, "milestone update", "What a report says of a milestone.",
    [START, DUE, DONE, LEVEL, LIFECYCLE, DECISION_REF, NOTE]
);
record!(
    /// Milestone updates by number.
    MILESTONE_UPDATES_RECORD, "milestone updates", "What a report says of milestones, by number.", [],
    Some(Entries { key: KeyType::Number, value: FieldType::Record(&MILESTONE_UPDATE), help: "a milestone" })
);

// Updates
fields! {
    OVERRULED: Fields = Field::record("overruled", &OVERRULED_RECORD, "a level that a committee set instead; both are shown");
    OVERRULED_LEVEL: String = Field::level("level", "what the committee set").required();
    OVERRULED_COMMITTEE: Id = Field::reference("committee", ReferenceTarget::Committee, "which committee").required();
    ACHIEVED: WrittenAmount = Field::amount("achieved", "the achieved saving so far");
    FORECAST: WrittenAmount = Field::amount("forecast", "the saving expected at the end");
}
fields! {
    COUNTS: Fields = Field::record("counts", &COUNTS_RECORD, "how many measures stand at each level, where the document says no more of them, or beside them");
    AREAS: Fields = Field::record("areas", &AREAS_RECORD, "the same area by area");
    COUNTS_ALL: WrittenAmount = Field::amount("all", "how many there are in all, as the document states it");
}
record!(
    /// How many stand at each level.
    COUNTS_RECORD, "counts", "How many measures stand at each level, in the plan as a whole. Whole numbers.", [COUNTS_ALL],
    Some(Entries { key: KeyType::Id, value: FieldType::Amount, help: "how many stand at the level with this id" })
);
record!(
    /// How many stand at each level in one area.
    AREA, "area", "How many measures stand at each level in one area of the plan.", [TITLE, ONE_COMMITTEE, COUNTS_ALL],
    Some(Entries { key: KeyType::Id, value: FieldType::Amount, help: "how many stand at the level with this id" })
);
record!(
    /// Areas by id.
    AREAS_RECORD, "areas", "How many measures stand at each level, area by area.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::Record(&AREA), help: "an area; where measures have a `section` of its title, they are counted beside it" })
);
record!(
    /// A report on the plan as a whole.
    UPDATE, "update", "The plan as a whole on a report date, in `updates/<date>/index.md`.",
    [LEVEL, TREND, OVERSPEND, UNIT, SCALE, OVERALL_SCALE, COUNTS, AREAS, STATED, NOTES, MILESTONE_UPDATES, READINGS, VISIBILITY, EMBARGO]
);
record!(
    /// The status of a measure.
    STATUS, "status", "The status of one measure on a report date, in `updates/<date>/<measure>.md`.",
    [LEVEL, LIFECYCLE, TREND, OVERRULED, DECISION_REF, UNIT, ACHIEVED, FORECAST, EFFECT, READINGS, VISIBILITY, EMBARGO]
);
record!(
    /// A level that a committee set.
    OVERRULED_RECORD, "overruled", "A level that a committee set in place of the reported one.",
    [OVERRULED_LEVEL, OVERRULED_COMMITTEE, DATE]
);

// Figure tables
fields! {
    SIGN: Choice = Field::choice("sign", SIGNS, "which sign is good, printed as a note; a column of its own with `none` may state sizes without sign");
    COLUMNS: Fields = Field::record("columns", &COLUMNS_RECORD, "its columns").required();
    COLUMN_TITLE: String = Field::text("title", "its title; known columns have one in every language").editorial();
    COLUMN_HEAD: String = Field::text("head", "what its files call it in their head, where that is neither its id nor its title").cosmetic();
    FORMULA: String = Field::text("formula", "how it is computed from other columns, where the figures leave it out; an empty cell is not given");
    SHARE_OF: Id = Field::reference("share_of", ReferenceTarget::Column, "the column of which it shows each row's share: of the row it is `of`, else of the smallest total that adds it, else of all items");
    IS_TEXT: bool = Field::flag("text", "whether it holds words");
    IS_LEVEL: bool = Field::flag("level", "whether it holds levels, by their word or id: of the report's scale, unless `scale` names one");
}
record!(
    /// A column.
    COLUMN, "column", "A column of a figure table.", [COLUMN_TITLE, COLUMN_HEAD, UNIT, DECIMALS, SIGN, FORMULA, SHARE_OF, IS_TEXT, IS_LEVEL, SCALE, SUPPRESS_BELOW]
);

/// The ids of columns that have a known meaning, and a title in every language.
pub const KNOWN_COLUMNS: [&str; 7] = ["adopted", "revised", "actual", "forecast", "outturn", "deviation", "previous"];
record!(
    /// Columns by id.
    COLUMNS_RECORD, "columns", "The columns: `adopted`, `revised`, `actual`, `forecast`, `outturn`, `deviation` and `previous` have known meanings.", [],
    Some(Entries { key: KeyType::Id, value: FieldType::Record(&COLUMN), help: "a column, in the order of the file" })
);
record!(
    /// A figure table.
    TABLE, "table", "A figure table, in `tables/<table>.toml`; its figures stand in CSV files of the same name.",
    [TITLE, UNIT, DECIMALS, SIGN, COLUMNS, NOTES, SUPPRESS_BELOW, CSV, VISIBILITY, EMBARGO]
);

/// The records that are whole files, in the order of the reference page, with the file each is.
pub const FILES: &[(&str, &RecordType)] = &[
    ("site.toml", &SITE),
    ("content/committees.toml", &COMMITTEES),
    ("content/owners.toml", &OWNERS),
    ("content/plans/<plan>/plan.md", &PLAN),
    ("content/plans/<plan>/measures/<measure>.md", &MEASURE),
    ("content/plans/<plan>/indicators.toml", &INDICATORS),
    ("content/plans/<plan>/milestones.toml", &TIMELINE),
    ("content/plans/<plan>/tables/<table>.toml", &TABLE),
    ("content/plans/<plan>/updates/<date>/index.md", &UPDATE),
    ("content/plans/<plan>/updates/<date>/<measure>.md", &STATUS),
    ("content/**/<page>.md", &PAGE),
];
