//! From TOML to fields, by the schema: every mistake found, every field remembered where it stood.

use std::ops::Range;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use super::{Context, Limits, scalar, visibility};
use crate::{
    diag::{Diagnostic, Origins, Place, Severity, Span},
    schema::{Fields, Key, KeyType, RecordType, Type, Value},
    value::{Id, ItemNumber, Mark, Period},
};

/// Reads one file: knows where it is, and writes down what it finds.
pub struct Reader<'r> {
    /// The source's place among the sources.
    pub source: u32,
    /// Where the part that is being read begins in the source.
    pub offset: usize,
    /// The file's path, under which origins are remembered.
    pub record: &'r str,
    /// What the site says of numbers.
    pub context: &'r Context,
    /// Where fields stand.
    pub origins: &'r mut Origins,
    /// What was found.
    pub diagnostics: &'r mut Vec<Diagnostic>,
}

/// A value of the file on its way to be decoded: its key and its dotted path.
#[derive(Clone, Copy)]
pub struct Item<'i> {
    /// The key it stands under.
    pub key: &'i str,
    /// The path of the record it stands in, with a dot behind it unless it is empty.
    pub path: &'i str,
    /// The value.
    pub value: &'i Spanned<DeValue<'i>>,
}

impl Reader<'_> {
    /// Returns the span of a range of the part that is being read.
    pub fn span(&self, range: Range<usize>) -> Span {
        let at = |byte: usize| u32::try_from(self.offset.saturating_add(byte)).unwrap_or(u32::MAX);
        Span { source: self.source, start: at(range.start), end: at(range.end) }
    }

    /// Reports an error at a range.
    pub fn report(&mut self, code: &'static str, range: Range<usize>) -> &mut Diagnostic {
        self.note(Severity::Error, code, range)
    }

    /// Reports a warning at a range.
    pub fn warn(&mut self, code: &'static str, range: Range<usize>) -> &mut Diagnostic {
        self.note(Severity::Warning, code, range)
    }

    fn note(&mut self, severity: Severity, code: &'static str, range: Range<usize>) -> &mut Diagnostic {
        let place = Place::Span(self.span(range));
        self.diagnostics.push(Diagnostic { code, severity, place, args: Vec::new() });
        self.diagnostics.last_mut().expect("one was just pushed")
    }

    /// Reads a whole TOML text as a record.
    pub fn toml(&mut self, text: &str, schema: &'static RecordType) -> Fields {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            self.report_syntax(text, error);
        }
        if count(table.get_ref()) > Limits::KEYS {
            self.report("too-many-keys", 0..0).add("limit", Limits::KEYS.to_string());
            return Fields::default();
        }
        let whole = self.span(0..text.len().min(1));
        self.origins.set(self.record, String::new(), whole);
        let mut fields = self.fields(table.get_ref(), schema, "", None);
        // What follows a syntax error may be missing only because of it.
        if errors.is_empty() {
            self.missing_fields(schema, &fields, "");
        } else {
            fields.values.shrink_to_fit();
        }
        fields
    }

    fn report_syntax(&mut self, text: &str, error: &toml::de::Error) {
        let range = error.span().unwrap_or(0..0);
        let word = text.get(range.clone()).unwrap_or_default();
        let message = error.message();
        let line = line_at(text, range.start);
        if message.contains("duplicate key") {
            self.report("duplicate-key", range).add("key", word.to_owned());
        } else if message.contains("unquoted key") && !word.is_ascii() || key_needs_quotes(line) {
            self.report("key-needs-quotes", range).add("key", line.split('=').next().unwrap_or("").trim().to_owned());
        } else if let Some(date) = impossible_date(line) {
            let key = line.split('=').next().unwrap_or("").trim().to_owned();
            self.report("no-such-date", range).add("key", key).add("text", date.to_owned());
        } else {
            self.report("toml-syntax", range).add("detail", message.to_owned());
        }
    }

    /// Reads a table as a record. `outer` is the record around it, for keys that strayed into a table.
    fn fields(
        &mut self,
        table: &DeTable<'_>,
        schema: &'static RecordType,
        path: &str,
        outer: Option<&'static RecordType>,
    ) -> Fields {
        let mut fields = Fields::default();
        let mut items: Vec<_> = table.iter().collect();
        items.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in items {
            let item = Item { key: key.get_ref(), path, value };
            if let Some(spec) = schema.field(item.key) {
                self.remember(item, key.span());
                // A mark that cannot be read hides.
                if let Some(value) = self.value(item, spec.ty, schema).or_else(|| visibility::shut(spec.name)) {
                    fields.values.push((spec.name, value));
                }
                continue;
            }
            match &schema.entries {
                Some(entries) => {
                    let Some(parsed) = self.key(item.key, key.span(), entries.key, schema) else { continue };
                    self.remember(item, key.span());
                    if let Some(value) = self.value(item, entries.value, schema) {
                        fields.entries.push((parsed, item.key.to_owned(), value));
                    }
                }
                None => self.report_unknown(item.key, key.span(), schema, outer),
            }
        }
        fields
    }

    fn remember(&mut self, item: Item<'_>, key: Range<usize>) {
        // A plain value is pointed at itself; a table is pointed at by its key.
        let range = if item.value.get_ref().is_table() { key } else { item.value.span() };
        let span = self.span(range);
        self.origins.set(self.record, format!("{}{}", item.path, item.key), span);
    }

    fn report_unknown(
        &mut self,
        key: &str,
        range: Range<usize>,
        schema: &'static RecordType,
        outer: Option<&'static RecordType>,
    ) {
        if outer.is_some_and(|outer| outer.field(key).is_some()) {
            self.report("misplaced-key", range).add("key", key.to_owned()).add("table", schema.name.to_owned());
            return;
        }
        let suggestion = scalar::nearest(key, schema.fields.iter().map(|field| field.name)).unwrap_or_default();
        let diagnostic = self.report("unknown-key", range);
        diagnostic
            .add("key", key.to_owned())
            .add("record", schema.name.to_owned())
            .add("suggestion", suggestion.into());
    }

    /// Reports the fields a record is nothing without.
    pub fn missing_fields(&mut self, schema: &'static RecordType, fields: &Fields, path: &str) {
        for spec in schema.fields.iter().filter(|spec| spec.required) {
            if fields.value(spec.name).is_none() && !self.was_written(path, spec.name) {
                let at = self.place_of(path);
                let diagnostic =
                    Diagnostic::error("missing-key", at).with("key", spec.name).with("record", schema.name);
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Tells whether a field was written, though it could not be decoded.
    fn was_written(&self, path: &str, name: &str) -> bool {
        let subject = crate::diag::Subject { file: self.record.into(), field: format!("{path}{name}") };
        self.origins.knows(&subject)
    }

    fn place_of(&self, path: &str) -> Place {
        let subject = crate::diag::Subject { file: self.record.into(), field: path.trim_end_matches('.').into() };
        Place::Subject(subject)
    }

    /// Decodes a value of any type.
    pub fn value(&mut self, item: Item<'_>, ty: Type, schema: &'static RecordType) -> Option<Value> {
        match ty {
            Type::Record(of) => self.record(item, of, schema),
            Type::AmountOr(of) if item.value.get_ref().is_table() => self.record(item, of, schema),
            Type::AmountOr(of) => {
                let value = self.value(item, Type::Amount, schema)?;
                let name = of.fields.first().map_or("value", |field| field.name);
                Some(Value::Record(Fields { values: vec![(name, value)], entries: Vec::new() }))
            }
            Type::OneOrMany(of) if !item.value.get_ref().is_array() => {
                Some(Value::List(vec![self.value(item, *of, schema)?]))
            }
            Type::OneOrMany(of) | Type::List(of) => self.list(item, *of, schema),
            _ => self.scalar(item, ty),
        }
    }

    fn record(&mut self, item: Item<'_>, of: &'static RecordType, outer: &'static RecordType) -> Option<Value> {
        let Some(table) = item.value.get_ref().as_table() else {
            return self.wrong_type(item, "table");
        };
        let path = format!("{}{}.", item.path, item.key);
        let fields = self.fields(table, of, &path, Some(outer));
        self.missing_fields(of, &fields, &path);
        Some(Value::Record(fields))
    }

    fn list(&mut self, item: Item<'_>, of: Type, schema: &'static RecordType) -> Option<Value> {
        let Some(array) = item.value.get_ref().as_array() else {
            return self.wrong_type(item, "list");
        };
        let mut values = Vec::new();
        for (at, value) in array.iter().enumerate() {
            let key = format!("{}.{at}", item.key);
            let inner = Item { key: &key, path: item.path, value };
            let span = self.span(value.span());
            self.origins.set(self.record, format!("{}{key}", item.path), span);
            values.extend(self.value(inner, of, schema));
        }
        Some(Value::List(values))
    }

    /// Reports that a value is of another type, and drops it.
    pub fn wrong_type(&mut self, item: Item<'_>, expected: &'static str) -> Option<Value> {
        let found = scalar::type_word(item.value.get_ref());
        let diagnostic = self.report("wrong-type", item.value.span());
        diagnostic.add("key", item.name()).add("expected", expected.into()).add("found", found.into());
        None
    }

    fn key(&mut self, text: &str, range: Range<usize>, ty: KeyType, schema: &'static RecordType) -> Option<Key> {
        let key = match ty {
            KeyType::Id => Id::new(text).map(Key::Id),
            KeyType::Number => ItemNumber::parse(text).map(Key::Number),
            KeyType::Year => scalar::year(text).map(Key::Year),
            KeyType::Months => scalar::months(text).map(|(first, last)| Key::Months(first, last)),
            KeyType::Period => Period::parse(text).map(Key::Period),
            KeyType::Mark => Mark::parse(text).map(Key::Mark),
        };
        if key.is_some() {
            return key;
        }
        let code = match ty {
            KeyType::Id => "not-an-id",
            KeyType::Months => "not-a-month",
            KeyType::Period => "not-a-period",
            KeyType::Mark => "not-a-mark",
            KeyType::Number | KeyType::Year => "unknown-key",
        };
        let suggestion = scalar::nearest(text, schema.fields.iter().map(|field| field.name)).unwrap_or_default();
        let diagnostic = self.report(code, range).add("key", text.to_owned()).add("text", text.to_owned());
        diagnostic.add("record", schema.name.to_owned()).add("suggestion", suggestion.to_owned());
        None
    }
}

impl Item<'_> {
    /// Returns its key without the places of list items.
    pub fn name(&self) -> String {
        self.key.split('.').next().unwrap_or(self.key).to_owned()
    }
}

/// Counts the keys of a table and all tables in it.
fn count(table: &DeTable<'_>) -> usize {
    table.values().map(|value| value.get_ref().as_table().map_or(1, |table| count(table).saturating_add(1))).sum()
}

fn line_at(text: &str, at: usize) -> &str {
    let at = at.min(text.len());
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end.saturating_add(1));
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default()
}

/// Tells whether a line's key holds letters that TOML wants quotes round.
fn key_needs_quotes(line: &str) -> bool {
    let key = line.trim_start_matches(['[', ' ']).split(['=', ']']).next().unwrap_or_default().trim();
    !key.starts_with(['"', '\'']) && key.chars().any(|c| !c.is_ascii() && c.is_alphabetic())
}

/// Returns the day a line states that no calendar has.
fn impossible_date(line: &str) -> Option<&str> {
    let value = line.split('=').nth(1)?.trim();
    let date = value.get(..10)?;
    let shaped = date.bytes().enumerate().all(|(at, byte)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    (shaped && Period::parse_iso(date).is_none()).then_some(date)
}
