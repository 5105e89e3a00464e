//! How the files of a site are written, as its `site.toml` and the declarations of its tables say.

use std::sync::Arc;

use toml::de::DeTable;

use super::{CsvFormat, CsvHeads, Dialect, FileKind, ParseLog, months, parse};
use crate::{
    diag::{Code, Diagnostic, FieldRef, Place},
    locale::{LOCALES, Language},
    schema::{Choice, Field, Fields, Key, Value, records},
    value::{Magnitude, NegativeStyle, Notation, RelPath, Unit},
};

const NOT_A_SIGN: Code = Code::error("not-a-sign")
    .args(&["key", "text", "sign"])
    .help("a sign in `[csv]` or for numbers that cannot part what it should");

const SIGNS_ALIKE: Code = Code::error("signs-alike")
    .args(&["text", "other"])
    .help("a sign between thousands that is the one before decimals: 1,142 may be either");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NOT_A_SIGN, &SIGNS_ALIKE];

/// A blank as TOML writes it where it shall be seen.
const BLANK: &str = "\\u0020";

/// Signs that authors call by their names, each as TOML writes it.
const SIGNS_IN_WORDS: [(&[&str], &str); 5] = [
    (&["semikolon", "semicolon"], ";"),
    (&["komma", "comma"], ","),
    (&["punktum", "punkt", "point", "full stop", "dot"], "."),
    (&["tab", "tabulator", "\\t"], "\\t"),
    (&["mellemrum", "mellanslag", "mellomrom", "blank", "space"], BLANK),
];

/// How many bytes of a text are kept as plain text, for descriptions of pages.
const EXTRACT: usize = 300;

impl Dialect {
    /// Returns how files of a language are written where nothing is declared.
    #[must_use]
    pub fn for_language(language: Language) -> Self {
        let notation = language.notation();
        let csv = CsvFormat { delimiter: b';', notation, windows_1252: false };
        Self { notation, csv, heads: Arc::default(), year_begins: None, extract: EXTRACT }
    }

    /// Returns how files are written by the fields of a `site.toml`.
    pub fn for_site(fields: &Fields, found: &mut Vec<Diagnostic>) -> Self {
        let mut context = Self::for_language(language(fields));
        // A site that counts in Norwegian kroner means those by `kr.`, whatever its language.
        if let Some(crown) = site_unit(fields).currency().filter(|currency| currency.is_crown()) {
            context.notation.crown = crown;
            context.csv.notation.crown = crown;
        }
        if let Some(csv) = fields.get(&records::CSV) {
            context.csv = csv_format(csv, context.csv, "site.toml", "csv", found);
        }
        context.heads = Arc::new(CsvHeads::declared(fields, &context.heads, "site.toml", found));
        context.year_begins = year_begins(fields);
        context
    }

    /// Returns how files of the same site are written in a language of their own. What `[csv]` declares of numbers holds
    /// for them too.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Self {
        // `kr.` stays the crown of the site, whoever writes it.
        let notation = Notation { crown: self.notation.crown, ..language.notation() };
        Self { notation, csv: self.csv.in_language(language), ..self.clone() }
    }

    /// Tells whether its files are written in English, else in Danish.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.notation.decimal == Language::English.notation().decimal
    }

    /// Returns how the CSV files of an indicator are written: as it declares in the register `indicators`, which lies in
    /// a file. `None` where the register has no such indicator.
    #[must_use]
    pub fn for_indicator(
        &self,
        id: &str,
        (indicators, file): (&Fields, &str),
        found: &mut Vec<Diagnostic>,
    ) -> Option<Self> {
        let entries = || {
            indicators.entries().filter_map(|(key, text, value)| match (key, value) {
                (Key::Id(id), Value::Record(fields)) => Some((id, text, fields)),
                _ => None,
            })
        };
        let (own, text, indicator) = entries().find(|(known, ..)| known.as_str() == id)?;
        let series = entries().filter(|(known, ..)| known.is_part_of(own)).filter_map(|(known, _, fields)| {
            Some((known.parts()?.1, fields.get(&records::TITLE).map_or("", String::as_str)))
        });
        let path = format!("{text}.{}", records::INDICATOR_CSV.spec.name);
        let heads = CsvHeads::of_indicator(indicator, series, (file, &path), found);
        let csv = match indicator.get(&records::INDICATOR_CSV) {
            Some(csv) => csv_format(csv, self.csv, file, &path, found),
            None => self.csv,
        };
        Some(Self { csv, heads: Arc::new(heads), ..self.clone() })
    }

    /// Returns how the files of a plan are written that may declare its own years.
    #[must_use]
    pub fn for_plan(&self, plan: &Fields) -> Self {
        Self { year_begins: year_begins(plan).or(self.year_begins), ..self.clone() }
    }
}

impl CsvFormat {
    /// Returns how CSV files of the same site are written in a language: its numbers are what is declared of them, else
    /// what the language has.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        let Notation { crown, negative, .. } = self.notation;
        let notation = Notation { crown, negative, ..language.notation() };
        if self.notation.declared { self } else { Self { notation, ..self } }
    }
}

/// Returns how `site.toml` is written, which declares the language of its own `unit`: `kr.` is its crown.
#[must_use]
pub fn site_file_dialect(bytes: &[u8], file: &RelPath) -> Dialect {
    let danish = Dialect::for_language(Language::Danish);
    let has_tag = |language: &Language| {
        let tag = language.tag().as_bytes();
        bytes.windows(tag.len()).any(|word| word == tag)
    };
    let mut others = LOCALES.iter().filter(|language| language.notation().crown != danish.notation.crown);
    if !others.any(has_tag) {
        return danish;
    }
    let record = parse(bytes, file, FileKind::Site, &danish, &mut ParseLog::default());
    record.map_or(danish, |record| Dialect::for_language(language(&record.fields)))
}

/// Returns the language that a `plan.md` declares. What is wrong with the file is not said: it is read again.
#[must_use]
pub fn plan_language(bytes: &[u8], file: &RelPath, dialect: &Dialect) -> Option<Language> {
    // Most plans declare none, and are not parsed for it.
    let name = records::PLAN_LANGUAGE.spec.name.as_bytes();
    if !bytes.windows(name.len()).any(|word| word == name) {
        return None;
    }
    let record = parse(bytes, file, FileKind::Plan, dialect, &mut ParseLog::default())?;
    declared_language(&record.fields, &records::PLAN_LANGUAGE)
}

/// Returns the language that a field declares.
#[must_use]
pub fn declared_language(fields: &Fields, field: &Field<Choice>) -> Option<Language> {
    fields.get(field).and_then(|word| Language::parse(word.0))
}

/// Returns the month in which years such as `2024/25` begin, 1 to 12, as a `site.toml` or a plan declares it.
#[must_use]
pub fn year_begins(fields: &Fields) -> Option<i8> {
    fields.get(&records::YEAR_BEGINS).and_then(|word| months::month_number(word.0))
}

/// Returns the same of the text of a `plan.md`, before anything else of it is read: its own fields need it.
#[must_use]
pub fn plan_year_begins(bytes: &[u8]) -> Option<i8> {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.contains(records::YEAR_BEGINS.spec.name))?;
    let mut parts = text.split("+++");
    let (table, _) = DeTable::parse_recoverable(parts.nth(1)?);
    stated_year_begins(table.get_ref())
}

/// Returns the same of a table that is not decoded yet.
pub(super) fn stated_year_begins(table: &DeTable<'_>) -> Option<i8> {
    let word = table.get(records::YEAR_BEGINS.spec.name)?.get_ref().as_str()?;
    months::month_number(word)
}

/// Returns the language that a `site.toml` declares; Danish unless written.
#[must_use]
pub fn language(fields: &Fields) -> Language {
    declared_language(fields, &records::LANGUAGE).unwrap_or(Language::Danish)
}

/// Returns what the figures of a site count in where nothing nearer says so: the crown of its language unless written.
#[must_use]
pub fn site_unit(fields: &Fields) -> Unit {
    let crown = || Unit::Money(Magnitude::One, language(fields).notation().crown);
    fields.get(&records::UNIT).cloned().unwrap_or_else(crown)
}

/// Returns the sign that parts thousands beside one before decimals.
fn other_sign(decimal: char) -> &'static str {
    if decimal == ',' { "." } else { "," }
}

/// Returns how CSV files are written by a `[csv]` table, over what holds without it.
pub fn csv_format(
    fields: &Fields,
    otherwise: CsvFormat,
    file: &str,
    path: &str,
    found: &mut Vec<Diagnostic>,
) -> CsvFormat {
    let mut sign = |field: &Field<String>, otherwise: Option<char>, usual: &str| -> Option<char> {
        let Some(text) = fields.get(field) else { return otherwise };
        let mut chars = text.chars();
        let first = chars.next();
        if chars.next().is_some() || first.is_some_and(|c| c.is_alphanumeric()) {
            let place = Place::Subject(FieldRef::new(file, &format!("{path}.{}", field.spec.name)));
            let named = SIGNS_IN_WORDS.iter().find(|(words, _)| words.contains(&text.to_lowercase().as_str()));
            let is_right = |sign: &&str| match field.spec.name {
                name if name == records::DELIMITER.spec.name => [";", ",", "\\t"].contains(sign),
                name if name == records::DECIMAL.spec.name => [",", "."].contains(sign),
                _ => *sign == usual || *sign == BLANK,
            };
            let named = named.map(|(_, sign)| *sign).filter(is_right);
            let diagnostic = Diagnostic::new(&NOT_A_SIGN, place).with("key", field.spec.name);
            let diagnostic = diagnostic.with("sign", named.unwrap_or(usual)).with("text", text.as_str());
            found.push(named.into_iter().fold(diagnostic, |told, sign| told.cured_by(format!("\"{sign}\""))));
            return otherwise;
        }
        // All kinds of blanks part thousands alike.
        first.map(|sign| if sign.is_whitespace() && sign != '\t' { ' ' } else { sign })
    };
    let delimiter = sign(&records::DELIMITER, Some(char::from(otherwise.delimiter)), ";");
    let decimal = otherwise.notation.decimal;
    let decimal = sign(&records::DECIMAL, Some(decimal), decimal.encode_utf8(&mut [0; 4])).unwrap_or(decimal);
    let grouping = sign(&records::THOUSANDS, otherwise.notation.grouping, other_sign(decimal));
    if let Some(written) = fields.get(&records::THOUSANDS).filter(|_| grouping == Some(decimal)) {
        let place = Place::Subject(FieldRef::new(file, &format!("{path}.{}", records::THOUSANDS.spec.name)));
        found.push(
            Diagnostic::new(&SIGNS_ALIKE, place).with("text", written.as_str()).with("other", other_sign(decimal)),
        );
    }
    let grouping = grouping.filter(|grouping| *grouping != decimal);
    let encoding = fields.get(&records::ENCODING);
    let is_declared = fields.get(&records::DECIMAL).or(fields.get(&records::THOUSANDS)).is_some();
    let style =
        |word: &Choice| NegativeStyle::WORDS.iter().find(|(known, _)| *known == word.0).map(|(_, style)| *style);
    let negative = fields.get(&records::NEGATIVE).and_then(style).unwrap_or(otherwise.notation.negative);
    CsvFormat {
        delimiter: delimiter.and_then(|c| u8::try_from(c).ok()).unwrap_or(otherwise.delimiter),
        notation: Notation {
            decimal,
            grouping,
            declared: is_declared || otherwise.notation.declared,
            negative,
            crown: otherwise.notation.crown,
        },
        windows_1252: encoding.map_or(otherwise.windows_1252, |word| word.0 == "windows-1252"),
    }
}
