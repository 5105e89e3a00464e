//! The schema as JSON Schema (2020-12), for editors: what the files of a site hold, key by key.
//!
//! It says what a file may hold as far as one file and the types of JSON can tell. What refers to other files, and how an amount or a
//! date is written, is for `check` alone to say.

use serde_json::{Map, Value, json};

use super::{Entries, FieldSpec, FieldType, KeyType, RecordType, records};

/// The schema of a kind of file.
pub struct FileSchema {
    /// Its name, which the file of the schema has: `site`, `plan`, `milestones`.
    pub name: &'static str,
    /// The files it is of, as in the reference: `content/plans/<plan>/plan.md`.
    pub files: &'static str,
    record: &'static RecordType,
}

impl FileSchema {
    /// Returns the schemas of all kinds of files, in the order of the reference.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        records::FILES.iter().map(|(files, record)| Self { name: name(files), files, record })
    }

    /// Finds the one with a name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::all().find(|schema| schema.name == name)
    }

    /// Tells whether it is of the front matter of a file of Markdown, and not of a whole file.
    #[must_use]
    pub fn is_of_front_matter(&self) -> bool {
        self.files.ends_with(".md")
    }

    /// Returns it as JSON Schema. Records within it are definitions by their names.
    #[must_use]
    pub fn json(&self) -> Value {
        let mut definitions = Definitions::default();
        let mut schema = definitions.record(self.record);
        // What comes behind is met while what stands before it is written.
        let mut at = 0;
        while let Some(record) = definitions.met.get(at).copied() {
            let written = definitions.record(record);
            definitions.written.insert(key_of(record), Value::Object(written));
            at = at.saturating_add(1);
        }
        schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
        schema.insert("title".to_owned(), json!(self.files));
        if !definitions.written.is_empty() {
            schema.insert("$defs".to_owned(), Value::Object(definitions.written));
        }
        Value::Object(schema)
    }
}

/// Returns what a schema is called, by the files it is of: their name, or what stands for it.
fn name(files: &'static str) -> &'static str {
    let file = files.rsplit('/').next().unwrap_or(files);
    let stem = file.split('.').next().unwrap_or(file);
    match stem {
        // Every report has an index, and every status the name of its measure.
        "index" => "report",
        "<measure>" if files.contains("/updates/") => "status",
        stem => stem.trim_matches(['<', '>']),
    }
}

/// The records that a schema is made of, each written once.
#[derive(Default)]
struct Definitions {
    met: Vec<&'static RecordType>,
    written: Map<String, Value>,
}

impl Definitions {
    /// Writes a record: its fields, and no others but those under keys of the author's own.
    fn record(&mut self, record: &'static RecordType) -> Map<String, Value> {
        let mut properties = Map::new();
        for FieldSpec { name, ty, help, .. } in record.fields {
            let mut schema = self.value(*ty);
            schema.insert("description".to_owned(), json!(help));
            properties.insert((*name).to_owned(), Value::Object(schema));
        }
        let required: Vec<&str> = record.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let mut schema = Map::new();
        schema.insert("type".to_owned(), json!("object"));
        schema.insert("description".to_owned(), json!(record.help));
        schema.insert("properties".to_owned(), Value::Object(properties));
        if !required.is_empty() {
            schema.insert("required".to_owned(), json!(required));
        }
        let others = match &record.entries {
            Some(Entries { key, value, help }) => {
                let mut entry = self.value(*value);
                entry.insert("description".to_owned(), json!(help));
                if let Some(pattern) = key_pattern(*key) {
                    schema.insert("patternProperties".to_owned(), json!({ pattern: entry }));
                    json!(false)
                } else {
                    Value::Object(entry)
                }
            }
            None => json!(false),
        };
        schema.insert("additionalProperties".to_owned(), others);
        schema
    }

    fn value(&mut self, ty: FieldType) -> Map<String, Value> {
        let schema = match ty {
            FieldType::Text | FieldType::Level | FieldType::Unit | FieldType::Ref(_) | FieldType::Day => {
                json!({ "type": "string" })
            }
            FieldType::Bool => json!({ "type": "boolean" }),
            // A year alone is a period, and a number alone an item number.
            FieldType::Year | FieldType::Period | FieldType::Number => json!({ "type": ["string", "integer"] }),
            FieldType::Amount => json!({ "type": ["string", "number"] }),
            FieldType::Choice(words) => json!({ "enum": words }),
            FieldType::List(of) => json!({ "type": "array", "items": self.value(*of) }),
            FieldType::OneOrMany(of) => {
                let one = Value::Object(self.value(*of));
                json!({ "anyOf": [one, { "type": "array", "items": one }] })
            }
            FieldType::Record(of) => self.reference(of),
            FieldType::AmountOr(of) | FieldType::TextOr(of) => {
                let plain = of.fields.first().map(|field| Value::Object(self.value(field.ty)));
                let record = self.reference(of);
                json!({ "anyOf": [plain, record] })
            }
        };
        match schema {
            Value::Object(schema) => schema,
            _ => Map::new(),
        }
    }

    fn reference(&mut self, record: &'static RecordType) -> Value {
        if !self.met.iter().any(|known| std::ptr::eq(*known, record)) {
            self.met.push(record);
        }
        json!({ "$ref": format!("#/$defs/{}", key_of(record)) })
    }
}

/// Returns what a record is called among the definitions: its name without blanks.
fn key_of(record: &RecordType) -> String {
    record.name.replace(' ', "-")
}

/// Returns what keys of an author's own look like, where a pattern can tell.
fn key_pattern(key: KeyType) -> Option<&'static str> {
    match key {
        KeyType::Year => Some("^[0-9]{4}(?:[/-][0-9]{2,4})?$"),
        KeyType::Id | KeyType::Number | KeyType::Months | KeyType::Period | KeyType::Mark => None,
    }
}
