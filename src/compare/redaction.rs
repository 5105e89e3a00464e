//! What an entry of `redact` withholds from the past: a record with all that is said of it, or one field of it.
//!
//! An id means what it means to `fremdrift log`: a plan with all that is in it, a record, what reports say of it, its
//! parts. It means more rather than less: an id that two records have withholds both.

use super::{Change, ChangeKind, RecordKey, RecordKind, WordPart};
use crate::{
    schema::records,
    value::{Id, RelPath},
};

/// A record, or a field of one, whose past is withheld.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Redaction {
    /// The id of the record; behind that of its plan, where it names one.
    pub id: String,
    /// The field; all of the record where none is named.
    pub field: Option<String>,
    /// Only the counts of a figure table or an indicator are meant, and none of its words.
    pub is_of_counts: bool,
}

/// What all the words of a record are called together.
const TEXT: &str = "text";
/// What the id of a record is called as a field, and where a file says which it had before.
const NAMES: [&str; 2] = ["id", "formerly"];
/// What `site.toml` is known by.
const SITE: &str = "site";
/// Fields that say what a record is called.
pub(crate) const TITLES: [&str; 4] = ["title", "name", "word", "label"];

impl Redaction {
    /// Reads an entry: `plan/id`, or `plan/id#field`.
    #[must_use]
    pub fn parse(entry: &str) -> Self {
        match entry.split_once('#') {
            Some((id, field)) => {
                Self { id: id.trim().to_owned(), field: Some(field.trim().to_owned()), is_of_counts: false }
            }
            None => Self { id: entry.trim().to_owned(), field: None, is_of_counts: false },
        }
    }

    /// Makes an entry that withholds the counts of a figure table or the readings of an indicator.
    #[must_use]
    pub fn of_counts(plan: &str, id: &Id) -> Self {
        Self { id: format!("{plan}/{id}"), field: None, is_of_counts: true }
    }

    /// Tells whether a record is the one that is named, or (where all of it is withheld) belongs to it.
    #[must_use]
    pub fn is_about(&self, subject: &RecordKey) -> bool {
        use RecordKind::{Column, Figures, Indicator, Reading, Row, Table};
        if self.is_of_counts && !matches!(subject.kind, Table | Column | Figures | Row | Indicator | Reading) {
            return false;
        }
        let is_whole = self.field.is_none();
        let (report, within) = (subject.report.map(|report| report.iso()), subject.within.as_deref());
        let is_own = |id: &str| {
            let is_report = report.as_deref() == Some(id) && (is_whole || subject.kind == RecordKind::Report);
            let is_part = within == Some(id) && (is_whole || subject.kind == RecordKind::Reading);
            // All of an indicator is all of its series.
            let is_series = is_whole && subject.series().is_some_and(|(whole, _)| whole == id);
            let below = report.as_deref().into_iter().chain(within).map(|above| format!("{above}/{}", subject.id));
            !id.is_empty()
                && (*subject.id == *id || is_report || is_part || is_series || below.into_iter().any(|long| long == id))
        };
        let plan = subject.plan.as_ref().map_or("", |plan| plan.as_str());
        let is_in_plan = is_whole || subject.kind == RecordKind::Plan;
        match self.id.split_once('/') {
            _ if subject.kind == RecordKind::Site => self.id == SITE,
            _ if subject.plan.is_none() => is_own(&self.id),
            Some((wanted, rest)) => plan == wanted && is_own(rest),
            None => (plan == self.id && is_in_plan) || is_own(&self.id),
        }
    }

    /// Tells whether a record is the one that is named, or one of which that is a part: what a commit says of it may tell of
    /// what is withheld.
    #[must_use]
    pub fn concerns(&self, subject: &RecordKey) -> bool {
        let plan = subject.plan.as_ref().map_or("", |plan| plan.as_str());
        let own = format!("{plan}/{}", subject.id);
        let is_part = |whole: &str| self.id.strip_prefix(whole).is_some_and(|rest| rest.starts_with('/'));
        self.is_about(subject) || (!subject.id.is_empty() && (is_part(&own) || is_part(&subject.id)))
    }

    /// Tells whether a part of a record is withheld, as [`Change::part`] names it.
    #[must_use]
    pub fn withholds(&self, subject: &RecordKey, part: &str) -> bool {
        let is_count = match subject.kind {
            _ if !self.is_of_counts => true,
            RecordKind::Figures => part.contains('/'),
            RecordKind::Reading => !matches!(part, "note" | "level" | "trend"),
            RecordKind::Indicator => part.split('.').next() == Some(records::BASELINE.spec.name),
            _ => false,
        };
        is_count && self.is_about(subject) && self.field.as_deref().is_none_or(|field| is_in_field(part, field))
    }

    /// Tells whether a change of a table has other cells withheld than another version of it, so that the two
    /// beside each other may tell more than one.
    #[must_use]
    pub fn moves_counts(&self, change: &Change) -> bool {
        use RecordKind::{Column, Indicator, Reading, Row, Table};
        let is_about = || self.is_of_counts && self.is_about(&change.subject);
        let is_structure = match (&change.what, change.subject.kind) {
            // Another number that was said then, of the indicator itself or one of its series.
            (ChangeKind::Field { path, after, .. }, Indicator | Reading)
                if path != records::SUPPRESS_BELOW.spec.name =>
            {
                after.is_some() && (path == records::UNIT.spec.name || self.withholds(&change.subject, path))
            }
            (ChangeKind::Field { path, after, .. }, Table | Column | Indicator) => {
                let suppresses = path == records::SUPPRESS_BELOW.spec.name;
                // Where it says nothing, it is made to say what is said today.
                let formulas = [records::FORMULA.spec.name, records::SHARE_OF.spec.name, records::UNIT.spec.name];
                // A column is taken for a total or a rate by what it is called, and has no counts where it is of words.
                let is_column = change.subject.kind == Column && !suppresses;
                (suppresses && after.is_some())
                    || is_column
                    || formulas.contains(&path.rsplit('.').next().unwrap_or_default())
            }
            (ChangeKind::Added | ChangeKind::Removed, Row | Column) => true,
            (ChangeKind::Added | ChangeKind::Removed, Indicator) => change.subject.series().is_some(),
            _ => false,
        };
        is_structure && is_about()
    }

    /// Tells whether a change tells what is withheld.
    #[must_use]
    pub fn withholds_change(&self, change: &Change) -> bool {
        let row = change.row();
        self.withholds(&change.subject, &change.part()) || row.is_some_and(|row| self.withholds(&row, ""))
    }

    /// Tells whether a file lies, by its path, where the record would.
    #[must_use]
    pub fn names_file(&self, file: &RelPath) -> bool {
        if self.is_of_counts {
            return false;
        }
        let has = |name: &str| file.parts().any(|part| part == name || part.split('.').next() == Some(name));
        self.id.split('/').all(has)
    }

    /// Returns the same for the record under another id.
    #[must_use]
    pub fn under(&self, subject: &RecordKey) -> Self {
        let own = subject.within.as_deref().filter(|_| subject.kind == RecordKind::Reading).unwrap_or(&subject.id);
        let id = match &subject.plan {
            Some(plan) if subject.kind != RecordKind::Plan => format!("{plan}/{own}"),
            _ => own.to_owned(),
        };
        Self { id, ..self.clone() }
    }
}

/// Tells whether a part of a record is a field or lies in it: a field of a table, a row or a column of figures, all words.
fn is_in_field(part: &str, field: &str) -> bool {
    let is_below = |whole: &str, sign: char| part.strip_prefix(whole).is_some_and(|rest| rest.starts_with(sign));
    let is_column = part.strip_suffix(field).is_some_and(|rest| rest.ends_with('/'));
    let is_words = || WordPart::ALL.iter().any(|(word, _)| *word == part);
    if field.is_empty() {
        return false;
    }
    part == field
        || is_below(field, '.')
        || is_below(field, '/')
        || is_column
        || (field == TEXT && is_words())
        || (NAMES.contains(&field) && NAMES.contains(&part))
}

/// Tells whether there are words of a name among those of records.
#[must_use]
pub(crate) fn is_words(field: &str) -> bool {
    field == TEXT || WordPart::ALL.iter().any(|(word, _)| *word == field)
}

/// Tells whether a field is that of a record's ids.
#[must_use]
pub(crate) fn is_names(field: &str) -> bool {
    NAMES.contains(&field)
}

impl Change {
    /// Returns what of the record it is about: a field, words by their name, a cell as `row/column`, the id; nothing where
    /// the record is new or gone.
    #[must_use]
    pub fn part(&self) -> String {
        match &self.what {
            ChangeKind::Added | ChangeKind::Removed => String::new(),
            ChangeKind::Renamed { .. } => "id".to_owned(),
            ChangeKind::Field { path, .. } => path.clone(),
            ChangeKind::Words { part, .. } => part.word().to_owned(),
            ChangeKind::Figure { row, column, .. } => format!("{row}/{column}"),
        }
    }

    /// Returns the row that a cell stands in.
    #[must_use]
    pub fn row(&self) -> Option<RecordKey> {
        let ChangeKind::Figure { row, .. } = &self.what else { return None };
        let within = Some(self.subject.id.clone());
        Some(RecordKey { kind: RecordKind::Row, within, id: row.clone(), ..self.subject.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        schema::{Significance, Value},
        value::{Id, Period},
    };

    fn key(plan: &str, kind: RecordKind, report: &str, within: &str, id: &str) -> RecordKey {
        let within = (!within.is_empty()).then(|| within.into());
        RecordKey { plan: Id::new(plan), kind, report: Period::parse_iso(report), within, id: id.into() }
    }

    #[test]
    fn an_entry_means_what_the_log_of_its_id_would_tell() {
        use RecordKind::{
            Committee, Figures, Indicator, Level, Measure, Milestone, Page, Plan, Reading, Report, Row, Site, Status,
        };
        let measure = key("a", Measure, "", "", "01");
        let status = key("a", Status, "2020-06", "", "01");
        let other = key("a", Measure, "", "", "02");
        let plan = key("a", Plan, "", "", "a");
        let report = key("a", Report, "2020-06", "", "");
        let row = key("a", Row, "2020-06", "t", "r");
        let cells = key("a", Figures, "2020-06", "", "t");
        let page = key("", Page, "", "", "om/side");
        for (entry, subject, part, is_withheld) in [
            ("a", &plan, "title", true),
            ("a", &other, "title", true),
            ("a", &report, "body", true),
            ("b", &plan, "title", false),
            ("a/01", &measure, "title", true),
            ("a/01", &status, "level", true),
            ("01", &measure, "", true),
            ("a/01", &other, "title", false),
            ("b/01", &measure, "title", false),
            ("a/01#title", &measure, "title", true),
            ("a/01#title", &measure, "required", false),
            ("a/01#title", &measure, "", false),
            ("a/01#effect", &measure, "effect.2020.mar", true),
            ("a/01#eff", &measure, "effect.2020.mar", false),
            ("a/01#text", &status, "body", true),
            ("a/01#text", &measure, "title", false),
            ("a/01#title", &status, "body", false),
            ("a/01#formerly", &measure, "id", true),
            ("a/01#formerly", &measure, "title", false),
            ("a/01#", &measure, "", false),
            ("a#title", &plan, "title", true),
            ("a#title", &measure, "title", false),
            ("a/2020-06", &status, "level", true),
            ("a/2020-06", &report, "body", true),
            ("a/2020-06#level", &report, "level", true),
            ("a/2020-06#level", &status, "level", false),
            ("a/2020-06/01", &status, "level", true),
            ("a/2020-09/01", &status, "level", false),
            ("a/t", &row, "", true),
            ("a/t/r", &row, "", true),
            ("a/t#label", &cells, "r/label", true),
            ("a/t#r", &cells, "r/label", true),
            ("a/t#label", &cells, "r/budget", false),
            ("om/side", &page, "body", true),
            ("om", &page, "body", false),
            ("USB", &key("", Committee, "", "", "USB"), "name", true),
            ("status/ok#word", &key("", Level, "", "status", "ok"), "word", true),
            ("a/fam#value", &key("a", Reading, "", "fam", "2019"), "value", true),
            ("a/fam", &key("a", Reading, "", "fam/nord", "2019"), "value", true),
            ("a/fam", &key("a", Indicator, "", "", "fam/nord"), "title", true),
            ("a/fam/nord", &key("a", Reading, "", "fam/nord", "2019"), "value", true),
            ("a/fam/syd", &key("a", Indicator, "", "", "fam/nord"), "title", false),
            ("a/fam#title", &key("a", Indicator, "", "", "fam/nord"), "title", false),
            ("site#title", &key("", Site, "", "", ""), "title", true),
            ("", &key("", Site, "", "", ""), "title", false),
            ("", &report, "level", false),
            ("a/", &report, "level", false),
            ("a/3", &key("a", Milestone, "", "", "3"), "due", true),
        ] {
            assert_eq!(Redaction::parse(entry).withholds(subject, part), is_withheld, "{entry}: {subject:?} {part}");
        }
    }

    #[test]
    fn an_entry_concerns_what_it_is_a_part_of() {
        use RecordKind::{Measure, Page, Plan, Report, Row, Site, Table};
        let table = key("a", Table, "", "", "t");
        for (entry, subject, concerns) in [
            ("a/t", &table, true),
            ("a/t/r", &table, true),
            ("a/t/r#label", &table, true),
            ("t/r", &table, true),
            ("a/tr", &table, false),
            ("b/t/r", &table, false),
            ("a/t", &key("a", Row, "", "t", "r"), true),
            ("a/t", &key("a", Measure, "", "", "01"), false),
            ("a/01", &key("a", Plan, "", "", "a"), true),
            ("om/side", &key("", Page, "", "", "om"), true),
            ("omme", &key("", Page, "", "", "om"), false),
            ("/x", &key("", Site, "", "", ""), false),
            ("a//x", &key("a", Report, "2020-06", "", ""), false),
        ] {
            assert_eq!(Redaction::parse(entry).concerns(subject), concerns, "{entry}: {subject:?}");
        }
    }

    #[test]
    fn counts_are_withheld_without_the_words_beside_them() {
        use RecordKind::{Column, Figures, Indicator, Measure, Reading, Row, Table};
        for (id, subject, part, is_withheld) in [
            ("t", key("a", Figures, "2020-06", "", "t"), "r/count", true),
            ("t", key("a", Figures, "2020-06", "", "t"), "note", false),
            ("t", key("a", Table, "", "", "t"), "r/count", false),
            ("t", key("a", Row, "", "t", "r"), "label", false),
            ("t", key("a", Column, "", "t", "count"), "unit", false),
            ("t", key("a", Figures, "2020-06", "", "u"), "r/count", false),
            ("fam", key("a", Reading, "", "fam", "2019"), "value", true),
            ("fam", key("a", Reading, "", "fam", "2019"), "", true),
            ("fam", key("a", Reading, "", "fam", "2019"), "note", false),
            ("fam", key("a", Reading, "", "fam", "2019"), "level", false),
            ("fam", key("a", Reading, "", "fam", "2019"), "trend", false),
            ("fam", key("a", Indicator, "", "", "fam"), "baseline.value", true),
            ("fam", key("a", Indicator, "", "", "fam/nord"), "baseline", true),
            ("fam", key("a", Indicator, "", "", "fam"), "title", false),
            ("fam", key("a", Measure, "", "", "fam"), "baseline", false),
        ] {
            let entry = Redaction::of_counts("a", &Id::new(id).expect("an id"));
            assert_eq!(entry.withholds(&subject, part), is_withheld, "{id}: {subject:?} {part}");
            assert!(!is_withheld || Redaction::parse(&format!("a/{id}")).withholds(&subject, part), "{id}: all of it");
        }
    }

    fn change(subject: RecordKey, what: ChangeKind) -> Change {
        Change { subject, what, significance: Significance::Editorial }
    }

    fn field(path: &str, after: Option<&str>) -> ChangeKind {
        ChangeKind::Field { path: path.to_owned(), before: None, after: after.map(|text| Value::Text(text.to_owned())) }
    }

    fn figure(row: &str, column: &str) -> ChangeKind {
        ChangeKind::Figure { row: row.into(), column: column.into(), before: None, after: None }
    }

    #[test]
    fn a_table_that_is_another_may_have_other_cells_withheld() {
        use RecordKind::{Column, Figures, Indicator, Reading, Row, Table};
        let (table, column) = (key("a", Table, "", "", "t"), key("a", Column, "", "t", "count"));
        let (row, cells) = (key("a", Row, "", "t", "r"), key("a", Figures, "2020-06", "", "t"));
        let (reading, indicator) = (key("a", Reading, "", "t", "2019"), key("a", Indicator, "", "", "t"));
        let series = key("a", Indicator, "", "", "t/nord");
        let some = Some("x");
        for (subject, what, moves) in [
            (&table, field("suppress_below", some), true),
            (&table, field("suppress_below", None), false),
            (&table, field("title", some), false),
            (&table, field("unit", None), true),
            (&table, field("columns.count.formula", some), true),
            (&column, field("formula", some), true),
            (&column, field("share_of", None), true),
            (&column, field("title", some), true),
            (&column, field("text", None), true),
            (&column, field("suppress_below", None), false),
            (&row, ChangeKind::Added, true),
            (&column, ChangeKind::Removed, true),
            (&table, ChangeKind::Added, false),
            (&row, field("label", some), false),
            (&cells, figure("r", "count"), false),
            (&indicator, field("suppress_below", some), true),
            (&indicator, field("suppress_below", None), false),
            (&indicator, field("baseline.value", some), true),
            (&indicator, field("baseline.value", None), false),
            (&indicator, field("unit", some), true),
            (&indicator, field("unit", None), false),
            (&indicator, field("formula", some), false),
            (&indicator, field("title", some), false),
            (&reading, field("value", some), true),
            (&reading, field("value", None), false),
            (&reading, field("note", some), false),
            (&indicator, ChangeKind::Added, false),
            (&series, ChangeKind::Added, true),
            (&series, ChangeKind::Removed, true),
            (&reading, ChangeKind::Added, false),
        ] {
            let change = change(subject.clone(), what);
            let entry = |plan: &str, id: &str| Redaction::of_counts(plan, &Id::new(id).expect("an id"));
            assert_eq!(entry("a", "t").moves_counts(&change), moves, "{change:?}");
            assert!(!entry("a", "other").moves_counts(&change) && !entry("b", "t").moves_counts(&change), "{change:?}");
            assert!(!Redaction::parse("a/t").moves_counts(&change), "all of it is withheld anyway: {change:?}");
        }
    }

    #[test]
    fn a_change_is_withheld_by_its_part_or_by_its_row() {
        use RecordKind::{Figures, Measure, Row};
        let cells = change(key("a", Figures, "2020-06", "", "t"), figure("r", "count"));
        let row = cells.row().expect("the row of the cell");
        assert_eq!(row, key("a", Row, "2020-06", "t", "r"));
        for (entry, is_withheld) in
            [("a/t", true), ("a/t/r", true), ("a/t/s", false), ("a/t#count", true), ("a/t#r", true), ("a/t#s", false)]
        {
            assert_eq!(Redaction::parse(entry).withholds_change(&cells), is_withheld, "{entry}");
        }
        let measure = key("a", Measure, "", "", "01");
        let words = ChangeKind::Words { part: WordPart::Action, before: String::new(), after: String::new() };
        for (what, part) in [
            (ChangeKind::Added, ""),
            (ChangeKind::Removed, ""),
            (ChangeKind::Renamed { from: "1".into() }, "id"),
            (field("stated.achieved", None), "stated.achieved"),
            (words, "action"),
            (figure("r", "count"), "r/count"),
        ] {
            assert_eq!(change(measure.clone(), what).part(), part);
        }
        assert_eq!(change(measure, ChangeKind::Added).row(), None);
    }

    #[test]
    fn a_file_is_named_by_each_part_of_an_id() {
        let file = |path: &str| RelPath::new(path).expect("a path");
        for (entry, path, is_named) in [
            ("a/01", "content/plans/a/measures/01.md", true),
            ("01", "content/plans/a/measures/01.md", true),
            ("a/01#title", "content/plans/a/measures/01.md", true),
            ("a/01.md", "content/plans/a/measures/01.md", true),
            ("a/02", "content/plans/a/measures/01.md", false),
            ("b/01", "content/plans/a/measures/01.md", false),
            ("a/t", "content/plans/a/updates/2020-06/t.csv", true),
        ] {
            assert_eq!(Redaction::parse(entry).names_file(&file(path)), is_named, "{entry} {path}");
        }
        let counts = Redaction::of_counts("a", &Id::new("t").expect("an id"));
        assert!(!counts.names_file(&file("content/plans/a/updates/2020-06/t.csv")), "its words are shown");
    }

    #[test]
    fn an_entry_follows_a_record_to_its_other_id() {
        use RecordKind::{Measure, Page, Plan, Reading, Row};
        for (subject, id) in [
            (key("a", Measure, "", "", "02"), "a/02"),
            (key("a", Reading, "", "fam", "2019"), "a/fam"),
            (key("a", Row, "", "t", "r"), "a/r"),
            (key("a", Plan, "", "", "a"), "a"),
            (key("", Page, "", "", "om/side"), "om/side"),
        ] {
            let expected = Redaction { id: id.to_owned(), ..Redaction::parse("b/01#title") };
            assert_eq!(Redaction::parse("b/01#title").under(&subject), expected);
        }
    }

    #[test]
    fn words_and_names_are_told_from_other_fields() {
        for (field, is_of_words, is_name) in [
            ("text", true, false),
            ("body", true, false),
            ("timetable", true, false),
            ("id", false, true),
            ("formerly", false, true),
            ("title", false, false),
        ] {
            assert_eq!((is_words(field), is_names(field)), (is_of_words, is_name), "{field}");
        }
    }
}
