//! An author who writes every field the schema knows, each with a value that is known again on a page.

use std::{collections::BTreeMap, sync::Arc};

use fremdrift::{
    locale::{Language, Locale},
    schema::{Entries, FieldType, KeyType, RecordType, ReferenceTarget},
    value::Period,
};

/// A field that was written, and what readers see of it.
#[derive(Clone, Debug)]
pub struct WrittenField {
    /// The way to it: the file's record, then keys.
    pub path: String,
    /// What must stand on its pages.
    pub words: String,
}

/// How often one of a few words is used before they begin anew, in another edition of the same file.
const TRENDS: [&str; 3] = ["better", "same", "worse"];
const LIFECYCLES: [&str; 2] = ["deferred", "dropped"];
const DIRECTIONS: [&str; 1] = ["down"];
const FREQUENCIES: [&str; 2] = ["tertial", "half-year"];
const SIGNS: [&str; 2] = ["cost", "result"];

/// What is written where a value of its kind would say nothing, or something else.
const OWN: &[(&str, &str, &str)] = &[
    ("plan.unit", "\"mio. kr.\"", "mio. kr."),
    ("plan.overspend", "\"901,01*\"", "901,01"),
    ("plan.finished", "2035-06-30", "30. juni 2035"),
    ("plan.sections", "[\"Kendingsafsnit\"]", "Kendingsafsnit"),
    ("measure.section", "\"Kendingsafsnit\"", "Kendingsafsnit"),
    ("indicator.section", "\"Kendingsafsnit\"", "Kendingsafsnit"),
    ("measure.unit", "\"mio. kr.\"", ""),
    ("status.unit", "\"mio. kr.\"", ""),
    ("update.unit", "\"mio. kr.\"", ""),
    ("effect.unit", "\"mio. kr.\"", ""),
    ("funding.unit", "\"1.000 kr.\"", "1.000 kr."),
    ("indicator.unit", "\"kendinger\"", "kendinger"),
    ("table.unit", "\"1.000 kr.\"", "1.000 kr."),
    ("column.unit", "\"stykker\"", "stykker"),
    ("plan.scale", "\"plan\"", ""),
    ("update.scale", "\"plan\"", ""),
    // How it stood before the first report is what the report's counts are compared with: 4,711 less 9,000, 4,712 less 9,013.
    ("plan.counts", "{ all = 9000, n00 = 9000 }", "4.289"),
    ("plan.areas", "{ nord = { title = \"Kendingsegn\", committee = \"U29\", n01 = 9013 } }", "4.301"),
    ("update.counts", "{ all = 4711, n00 = 4711 }", "4.711"),
    ("update.areas", "{ nord = { title = \"Kendingsegn\", committee = \"U29\", n01 = 4712 } }", "Kendingsegn"),
    ("measure.investment", "true", "nvestering"),
    ("update.overspend", "\"902,02**\"", "902,02"),
    ("milestone.after", "[\"9.z\"]", "9.z"),
    ("milestone update.decision", "\"1\"", "Beslutning: Fremrykning"),
    ("status.decision", "\"2\"", "Beslutning: Udskydelse"),
    ("decision.title", "\"Fremrykning\"", "Fremrykning"),
    ("indicator.next", "2040-03-02", "2. marts 2040"),
    ("indicator.measure", "\"m\"", ""),
];

/// What takes the place of something else where both are written: each stands in an edition of its own.
const APART: &[(&str, usize)] = &[
    ("plan.stated", 1),
    ("update.stated", 0),
    // What is written in one of several ways; 9 is no edition.
    ("indicators.kending.target.value", 9),
    ("indicators.kending.target.at_least", 1),
    ("indicators.kending.target.at_most", 0),
    ("indicators.kending.target.between", 9),
    ("indicators.kending.target.words", 9),
    ("indicators.kending.targets.2017-Q2.value", 9),
    ("indicators.kending.targets.2017-Q2.at_least", 9),
    ("indicators.kending.targets.2017-Q2.at_most", 9),
    ("indicators.kending.targets.2017-Q2.between", 0),
    ("indicators.kending.targets.2017-Q2.words", 1),
    ("indicators.kending.series.kending.target.value", 0),
    ("indicators.kending.series.kending.target.at_least", 1),
    ("indicators.kending.series.kending.target.at_most", 9),
    ("indicators.kending.series.kending.target.between", 9),
    ("indicators.kending.series.kending.target.words", 9),
    ("indicators.kending.series.kending.targets.2017-Q2.value", 9),
    ("indicators.kending.series.kending.targets.2017-Q2.at_least", 9),
    ("indicators.kending.series.kending.targets.2017-Q2.at_most", 9),
    ("indicators.kending.series.kending.targets.2017-Q2.between", 1),
    ("indicators.kending.series.kending.targets.2017-Q2.words", 0),
    ("update.readings.kending.value", 0),
    ("update.readings.kending.between", 9),
    ("update.readings.kending.words", 1),
    ("update.readings.kending.series.kending.value", 0),
    ("update.readings.kending.series.kending.between", 1),
    ("update.readings.kending.series.kending.words", 9),
    ("status.readings.kending.value", 0),
    ("status.readings.kending.between", 1),
    ("status.readings.kending.words", 9),
    ("status.readings.kending.series.kending.value", 0),
    ("status.readings.kending.series.kending.between", 9),
    ("status.readings.kending.series.kending.words", 1),
    ("indicators.kending.readings.2017-Q2.value", 0),
    ("indicators.kending.readings.2017-Q2.between", 1),
    ("indicators.kending.readings.2017-Q2.words", 9),
    ("indicators.kending.series.kending.readings.2017-Q2.value", 0),
    ("indicators.kending.series.kending.readings.2017-Q2.between", 9),
    ("indicators.kending.series.kending.readings.2017-Q2.words", 1),
    ("update.milestones.1.done", 1),
    ("measure.words.timetable", 1),
    ("status.words.timetable", 0),
];

/// Writes files, and keeps what readers must find of them.
pub struct Author {
    pub written: Vec<WrittenField>,
    pub committees: usize,
    pub owners: usize,
    pub levels: usize,
    /// Where few words are shared by many fields, each is written in one of several editions.
    edition: usize,
    /// The kind of the plan.
    kind: &'static str,
    is_unseen: fn(&str, &str) -> bool,
    used: BTreeMap<&'static str, usize>,
    next: u32,
    locale: Arc<Locale>,
}

impl Author {
    pub fn new(kind: &'static str, edition: usize, is_unseen: fn(&str, &str) -> bool) -> Self {
        let locale = Locale::shared(Language::Danish).expect("sound words");
        let (written, used) = (Vec::new(), BTreeMap::new());
        Self { written, committees: 0, owners: 0, levels: 0, edition, kind, is_unseen, used, next: 100, locale }
    }

    fn is_apart(&self, path: &str) -> bool {
        APART.iter().any(|(apart, edition)| *apart == path && *edition != self.edition)
    }

    /// Writes a field that the schema does not know: prose, a cell.
    pub fn words(&mut self, path: &str) -> String {
        if self.is_apart(path) {
            return String::new();
        }
        let words = self.text();
        self.written.push(WrittenField { path: path.to_owned(), words: words.clone() });
        words
    }

    /// Writes all fields of a record, a line each; but those that readers need not see only where a page is another
    /// without them.
    pub fn fields(&mut self, record: &'static RecordType, path: &str) -> Vec<String> {
        let mut lines = Vec::new();
        for field in record.fields {
            let here = format!("{path}.{}", field.name);
            if self.is_apart(&here) {
                continue;
            }
            let own = OWN.iter().find(|(of, ..)| *of == format!("{}.{}", record.name, field.name));
            let value = match own {
                None if (self.is_unseen)(record.name, field.name) => None,
                Some((_, value, words)) => {
                    self.written.push(WrittenField { path: here, words: (*words).to_owned() });
                    Some((*value).to_owned())
                }
                None => self.value(&field.ty, field.name, &here),
            };
            lines.extend(value.map(|value| format!("{} = {value}", field.name)));
        }
        if let Some(Entries { key, value, .. }) = &record.entries {
            let key = key_of(*key, path);
            let value = self.value(value, "", &format!("{path}.{key}"));
            lines.extend(value.map(|value| format!("\"{key}\" = {value}")));
        }
        lines
    }

    /// Writes a value; none where another edition has it.
    fn value(&mut self, ty: &'static FieldType, name: &str, path: &str) -> Option<String> {
        let mut push = |words: String| self.written.push(WrittenField { path: path.to_owned(), words });
        Some(match ty {
            FieldType::List(inner) | FieldType::OneOrMany(inner) => {
                let both = [self.value(inner, name, path)?, self.value(inner, name, path)?];
                format!("[{}]", both.join(", "))
            }
            FieldType::Record(record) | FieldType::AmountOr(record) | FieldType::TextOr(record) => {
                format!("{{ {} }}", self.fields(record, path).join(", "))
            }
            FieldType::Text => {
                let words = self.text();
                self.written.push(WrittenField { path: path.to_owned(), words: words.clone() });
                format!("\"{words}\"")
            }
            // What is withheld stands nowhere; suppressed.rs looks for it.
            FieldType::Amount if name == "suppress_below" => "7".to_owned(),
            FieldType::Amount => {
                let number = format!("{},{:02}", self.number(), self.next % 100);
                self.written.push(WrittenField { path: path.to_owned(), words: number.clone() });
                format!("\"{number}\"")
            }
            FieldType::Year => {
                let year = (2032 + self.number() % 60).to_string();
                self.written.push(WrittenField { path: path.to_owned(), words: year.clone() });
                year
            }
            FieldType::Day | FieldType::Period => {
                let number = self.number();
                let day = format!("2018-{:02}-{:02}", number / 28 % 12 + 1, number % 28 + 1);
                let words = self.locale.period(Period::parse_iso(&day).expect("a day"));
                self.written.push(WrittenField { path: path.to_owned(), words });
                day
            }
            FieldType::Number => {
                push("7.b".to_owned());
                "\"7.b\"".to_owned()
            }
            FieldType::Level => {
                let word = format!("Niveau{:02}", self.levels);
                push(word.clone());
                self.levels += 1;
                format!("\"{word}\"")
            }
            FieldType::Choice(_) => return self.choice(name, path),
            FieldType::Ref(ReferenceTarget::Committee) => {
                let code = format!("U{:02}", self.committees);
                push(code.clone());
                self.committees += 1;
                format!("\"{code}\"")
            }
            FieldType::Ref(ReferenceTarget::Owner) => {
                let id = format!("rolle{:02}", self.owners);
                push(format!("Rolle{:02}", self.owners));
                self.owners += 1;
                format!("\"{id}\"")
            }
            FieldType::Ref(_) | FieldType::Bool | FieldType::Unit => panic!("nothing is known to write for {path}"),
        })
    }

    /// Writes one of the words that a field has, so that no two fields of one edition have the same.
    fn choice(&mut self, name: &str, path: &str) -> Option<String> {
        if name == "kind" {
            let words = self.locale.words()[&format!("kind_{}", self.kind.replace('-', "_"))].clone();
            self.written.push(WrittenField { path: path.to_owned(), words });
            return Some(format!("\"{}\"", self.kind));
        }
        let (group, words): (&'static str, &[&str]) = match name {
            "trend" => ("trend", &TRENDS),
            "lifecycle" => ("life", &LIFECYCLES),
            "direction" => ("direction", &DIRECTIONS),
            "frequency" => ("frequency", &FREQUENCIES),
            "sign" => ("sign", &SIGNS),
            _ => panic!("nothing is known to write for {path}"),
        };
        let used = self.used.entry(group).or_default();
        let (edition, nth) = (*used / words.len(), *used % words.len());
        *used += 1;
        let shown = self.locale.words()[&format!("{group}_{}", words[nth].replace('-', "_"))].clone();
        if edition != self.edition {
            return None;
        }
        self.written.push(WrittenField { path: path.to_owned(), words: shown });
        Some(format!("\"{}\"", words[nth]))
    }

    fn text(&mut self) -> String {
        format!("Kending{}", self.number())
    }

    fn number(&mut self) -> u32 {
        self.next += 1;
        self.next
    }
}

/// Returns a key of the author's own.
fn key_of(key: KeyType, path: &str) -> &'static str {
    match key {
        KeyType::Id => "kending",
        KeyType::Number => "1",
        KeyType::Year => "2031",
        KeyType::Months => "mar",
        KeyType::Period => "2017-Q2",
        KeyType::Mark if path.starts_with("plan") => "*",
        KeyType::Mark if path.starts_with("update") => "**",
        KeyType::Mark => "***",
    }
}
