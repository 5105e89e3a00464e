//! From TOML to fields, by the schema: every mistake found once, every field remembered where it stood.

use std::ops::Range;

use toml::de::DeTable;

use super::{
    Limits,
    dialect::stated_year_begins,
    hiding_words::HIDING_FIELDS,
    marks, meant_hidden,
    months::months,
    reader::{DecodedItem, SourceReader},
    scalar::{self, MONTH_WITHOUT_YEAR, NOT_A_NUMBER, NOT_A_PERIOD, NOT_A_YEAR, NOT_AN_ID, PeriodText},
    several::{BETWEEN, listed, meant_list, parts},
    syntax::{KEY_NEEDS_QUOTES, UNKNOWN_KEY},
};
use crate::{
    diag::{Code, Diagnostic, EntryPath, FieldRef, Place},
    schema::{Entries, FieldType, Fields, Key, KeyType, RecordType, Value, records},
    value::{FootnoteMark, Id, ItemNumber, Period, PeriodError, WrittenAmount, Year, meant_date},
};

/// A field that a record is nothing without.
pub const MISSING_KEY: Code =
    Code::error("missing-key").args(&["key", "record"]).help("a field that a record is nothing without");
/// A field below the head of a table that it does not belong to.
pub const MISPLACED_KEY: Code = Code::error("misplaced-key")
    .args(&["key", "table"])
    .help("a field that stands below the head of a table and so belongs to that table");
/// A file with more keys than are read.
pub const TOO_MANY_KEYS: Code =
    Code::error("too-many-keys").args(&["limit"]).help("a file with more keys than are read");
const NOT_A_MONTH: Code =
    Code::error("not-a-month").args(&["key", "text"]).help("a key that is no month or range of months");
const NOT_A_MARK: Code = Code::error("not-a-mark").args(&["key", "text"]).help("a key that is no footnote mark");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&MISSING_KEY, &MISPLACED_KEY, &TOO_MANY_KEYS, &NOT_A_MONTH, &NOT_A_MARK];

/// How often a text is read again without what could not be read before.
const ROUNDS: usize = 8;

impl SourceReader<'_> {
    /// Reads a whole TOML text as a record.
    pub fn toml(&mut self, text: &str, schema: &'static RecordType) -> Fields {
        let (table, errors) = DeTable::parse_recoverable(text);
        if count(table.get_ref()) > Limits::KEYS {
            self.report(&TOO_MANY_KEYS, 0..0).add("limit", Limits::KEYS.to_string());
            return Fields::default();
        }
        if !errors.is_empty() {
            return self.damaged_toml(text, table.get_ref(), schema, &errors);
        }
        // What a plan says of its years holds for its own fields, wherever among them it stands.
        if schema.field(records::YEAR_BEGINS.spec.name).is_some() {
            self.year_begins = stated_year_begins(table.get_ref()).or(self.year_begins);
        }
        let fields = self.fields(table.get_ref(), schema, "");
        self.missing_fields(schema, &fields, "");
        fields
    }

    /// Reads a text that is no TOML in some lines. What is wrong with the others is told, too.
    ///
    /// The values are those of the first reading, in which a mark that stands in a broken line still hides.
    fn damaged_toml(
        &mut self,
        text: &str,
        table: &DeTable<'_>,
        schema: &'static RecordType,
        errors: &[toml::de::Error],
    ) -> Fields {
        let mut sound = self.report_syntax(text, schema, errors);
        for _ in 1..ROUNDS {
            let (_, more) = DeTable::parse_recoverable(&sound);
            if more.is_empty() {
                break;
            }
            sound = self.report_syntax(&sound, schema, &more);
        }
        // What the parser made of the broken lines is not worth a word.
        let before = self.diagnostics.len();
        let fields = self.fields(table, schema, "");
        self.diagnostics.truncate(before);
        self.told.has_foreign = false;
        let (rest, _) = DeTable::parse_recoverable(&sound);
        self.fields(rest.get_ref(), schema, "");
        fields
    }

    /// Reads a table as a record.
    fn fields(&mut self, table: &DeTable<'_>, schema: &'static RecordType, path: &str) -> Fields {
        let mut fields = Fields::default();
        let mut items: Vec<_> = table.iter().collect();
        items.sort_by_key(|(key, _)| key.span().start);
        self.told.within.push(schema);
        let around_is_shut = std::mem::take(&mut self.told.is_shut);
        for (key, value) in items {
            let item = DecodedItem { key: key.get_ref(), path, value };
            if self.told.broken.contains(key.span().start) {
                self.remember(item, key.span());
                let spec = schema.field(item.key);
                self.told.is_shut |= spec.is_none() && marks::is_meant_as_a_mark(item.key);
                fields.values.extend(spec.and_then(|spec| Some((spec.name, marks::shut(spec.name)?))));
                continue;
            }
            match (schema.field(item.key), &schema.entries) {
                (Some(spec), _) => {
                    self.remember(item, key.span());
                    // A mark that cannot be read hides.
                    let value = self.value(item, spec.ty).or_else(|| marks::shut(spec.name));
                    fields.values.extend(value.map(|value| (spec.name, value)));
                }
                (None, Some(entries)) => {
                    if let Some((parsed, value)) = self.entry(item, key.span(), entries, schema) {
                        fields.entries.push((parsed, item.key.to_owned(), value));
                    }
                }
                (None, None) => {
                    self.look_for_mark(item);
                    self.report_unknown(item, key.span(), schema, table);
                }
            }
        }
        self.told.within.pop();
        if self.told.is_shut && schema.field(marks::NAME).is_some() {
            self.told.is_shut = false;
            marks::close_fields(&mut fields);
        }
        self.told.is_shut |= around_is_shut;
        fields
    }

    /// Reads an entry under a key of the author's own. A field of a record around it strayed in here.
    fn entry(
        &mut self,
        item: DecodedItem<'_>,
        range: Range<usize>,
        entries: &Entries,
        schema: &'static RecordType,
    ) -> Option<(Key, Value)> {
        let before = self.diagnostics.len();
        let read = self.key(item, range.clone(), entries.key, schema).and_then(|key| {
            self.remember(item, range.clone());
            Some((key, self.value(item, entries.value)?))
        });
        if read.is_none() {
            self.look_for_mark(item);
        }
        if read.is_none() && self.has_strayed(item.key) {
            self.diagnostics.truncate(before);
            self.report_misplaced(item, range);
        }
        // An entry within this one has said so itself.
        for found in self.diagnostics.iter_mut().skip(before) {
            found.entry.get_or_insert_with(|| Box::new(EntryPath([item.path, item.key].concat())));
        }
        read
    }

    /// Looks in what cannot be used for a name that was meant to be a mark, or a word that was: it hides the record all the same.
    fn look_for_mark(&mut self, item: DecodedItem<'_>) {
        self.told.is_shut |= meant_hidden::hides(item.key, item.value.get_ref());
    }

    /// Returns the records around the one that is being read, the outermost first.
    fn around(&self) -> &[&'static RecordType] {
        self.told.within.split_last().map_or(&[], |(_, around)| around)
    }

    /// Tells whether a key is a field of a record around the one that is being read.
    fn has_strayed(&self, key: &str) -> bool {
        self.around().iter().any(|outer| outer.field(key).is_some())
    }

    fn report_misplaced(&mut self, item: DecodedItem<'_>, range: Range<usize>) {
        self.told.excused.push(item.key.to_owned());
        let table = item.path.trim_end_matches('.').to_owned();
        self.report(&MISPLACED_KEY, range).add("key", item.key.to_owned()).add("table", table);
    }

    fn remember(&mut self, item: DecodedItem<'_>, key: Range<usize>) {
        // A plain value is pointed at itself; a table is pointed at by its key.
        let range = if item.value.get_ref().is_table() { key } else { item.value.span() };
        let span = self.span(range);
        self.origins.set(self.record, [item.path, item.key].concat(), span);
    }

    fn report_unknown(
        &mut self,
        item: DecodedItem<'_>,
        range: Range<usize>,
        schema: &'static RecordType,
        around: &DeTable<'_>,
    ) {
        if self.told.unquoted.contains(&range.start) {
            return;
        }
        if self.has_strayed(item.key) {
            return self.report_misplaced(item, range);
        }
        if let Some(own) = self.parted_by_a_dot(item, &range) {
            self.told.excused.extend(schema.fields.iter().map(|field| format!("{}{}", item.path, field.name)));
            let start = range.start.saturating_sub(own.len().saturating_sub(item.key.len()));
            self.report(&KEY_NEEDS_QUOTES, start..range.end).add("key", own);
            return;
        }
        // `[confidentialty]` hides nothing by itself, and what it was meant to be does.
        let own = records::CONFIDENTIALITY.spec.name;
        let is_near = || strsim::damerau_levenshtein(&item.key.to_lowercase(), own) <= 2;
        let withholds = schema.field(own).is_some() && !item.value.get_ref().is_str() && is_near();
        let home = home_of(item, schema);
        // A status that lies among the measures may well be `lifecycle = "closed"`.
        if home.is_none() && meant_hidden::hides(item.key, item.value.get_ref()) && !withholds {
            let field = meant_hidden::meant_field(item.key, item.value.get_ref(), around);
            return self.report_meant_to_hide(item, range, schema, field);
        }
        if let Some(home) = home {
            return self.report_foreign(item, range, schema, home);
        }
        // A field that is there already is not what was meant: it would stand there twice.
        let is_there = |name: &str| around.keys().any(|key| key.get_ref() == name);
        let known = schema.fields.iter().map(|field| field.name).filter(|name| !is_there(name));
        let suggestion = scalar::nearest(item.key, known).unwrap_or_default();
        if let Some((table, field)) = self.table_of(item, suggestion.is_empty(), schema) {
            let diagnostic = self.report(&UNKNOWN_KEY, range).add("key", item.key.to_owned());
            let diagnostic = diagnostic.add("record", schema.name.to_owned()).add("home", "table".to_owned());
            diagnostic.add("table", table).add("field", field.to_owned());
            return;
        }
        self.told.excused.push(format!("{}{suggestion}", item.path));
        let (range, suggestion) = self.with_brackets(range, schema, suggestion);
        self.report_unknown_key(item.key, range, schema.name, suggestion);
    }

    /// Returns the head of a table with the brackets that what was meant has, and all of its place: `[[editions]]` for `[edition]`.
    fn with_brackets(
        &self,
        range: Range<usize>,
        schema: &'static RecordType,
        meant: &'static str,
    ) -> (Range<usize>, String) {
        let pairs = match schema.field(meant).map(|field| field.ty) {
            Some(FieldType::List(FieldType::Record(_))) => 2,
            Some(FieldType::Record(_)) => 1,
            _ => return (range, meant.to_owned()),
        };
        let at = |byte: usize| self.offset.saturating_add(byte);
        let (before, behind) = (self.text.get(..at(range.start)), self.text.get(at(range.end)..));
        let (before, behind) = (before.unwrap_or_default(), behind.unwrap_or_default());
        let opened = before.len().saturating_sub(before.trim_end_matches('[').len());
        let closed = behind.len().saturating_sub(behind.trim_start_matches(']').len());
        if opened == pairs || opened != closed || !matches!(opened, 1 | 2) {
            return (range, meant.to_owned());
        }
        let whole = range.start.saturating_sub(opened)..range.end.saturating_add(closed);
        (whole, if pairs == 1 { format!("[{meant}]") } else { format!("[[{meant}]]") })
    }

    /// Returns the table of the same file that has a field of a key, or one that is nearly called so: one within the record that is being
    /// read, else one of the whole file.
    fn table_of(
        &self,
        item: DecodedItem<'_>,
        may_be_near: bool,
        schema: &'static RecordType,
    ) -> Option<(String, &'static str)> {
        let mut tables = Vec::new();
        tables_within(schema, item.path, 0, &mut tables);
        if let Some(whole) = self.told.within.first() {
            tables_within(whole, "", 0, &mut tables);
        }
        let fields =
            || tables.iter().flat_map(|(path, table)| table.fields.iter().map(move |field| (path, field.name)));
        let near = || {
            let name = scalar::nearest(item.key, fields().map(|(_, name)| name)).filter(|_| may_be_near)?;
            fields().find(|(_, field)| *field == name)
        };
        let found = fields().find(|(_, field)| *field == item.key).or_else(near);
        found.map(|(path, field)| (format!("[{path}]"), field))
    }

    /// Reports a field that was meant to hide what it stands in, with the one that does.
    fn report_meant_to_hide(
        &mut self,
        item: DecodedItem<'_>,
        range: Range<usize>,
        schema: &'static RecordType,
        field: Option<String>,
    ) {
        let is_plain = !item.value.get_ref().is_table();
        let whole = self.span(range.start..item.value.span().end.max(range.end));
        let can_be_hidden = schema.field(marks::NAME).is_some();
        // A name that is nearly a mark is mended alone: its value may be right.
        let own =
            if marks::is_nearly_a_mark(item.key) { scalar::nearest(item.key, HIDING_FIELDS.into_iter()) } else { None };
        let (span, text) = match own {
            Some(own) => (self.span(range.clone()), Some(own.to_owned())),
            None => (whole, field.filter(|_| is_plain)),
        };
        let diagnostic = self.report(&UNKNOWN_KEY, range).add("key", item.key.to_owned());
        diagnostic.add("record", schema.name.to_owned());
        diagnostic.add("home", if can_be_hidden { "hide" } else { "unhidable" }.to_owned());
        let text = text.filter(|_| can_be_hidden);
        diagnostic.add("suggestion", text.clone().unwrap_or_default());
        text.map(|text| diagnostic.cure(span, text));
    }

    /// Reports a field of another kind of file, once: a status that lies among the measures has all its fields wrong, and lacks all
    /// that a measure must have, for one reason.
    fn report_foreign(
        &mut self,
        item: DecodedItem<'_>,
        range: Range<usize>,
        schema: &'static RecordType,
        home: &'static str,
    ) {
        self.told
            .excused
            .extend(schema.fields.iter().filter(|field| field.required).map(|field| field.name.to_owned()));
        if std::mem::replace(&mut self.told.has_foreign, true) {
            return;
        }
        let diagnostic = self.report(&UNKNOWN_KEY, range).add("key", item.key.to_owned());
        diagnostic.add("record", schema.name.to_owned()).add("home", home.to_owned());
    }

    /// Returns the author's own key that TOML took for two: `2.a` of `[milestones.2.a]`.
    fn parted_by_a_dot(&self, item: DecodedItem<'_>, range: &Range<usize>) -> Option<String> {
        let around = self.around().last().filter(|around| around.entries.is_some())?;
        let first = item.path.trim_end_matches('.').rsplit('.').next().filter(|first| around.field(first).is_none())?;
        let own = format!("{first}.{}", item.key);
        let end = self.offset.saturating_add(range.end);
        let written = self.text.get(end.saturating_sub(own.len())..end)?;
        (item.value.get_ref().is_table() && written == own).then_some(own)
    }

    /// Reports the fields a record is nothing without.
    pub fn missing_fields(&mut self, schema: &'static RecordType, fields: &Fields, path: &str) {
        let is_missing = |name: &str| fields.value(name).is_none();
        for spec in schema.fields.iter().filter(|spec| spec.required && is_missing(spec.name)) {
            let full = format!("{path}{}", spec.name);
            let is_excused = self.told.excused.iter().any(|told| *told == full || told == spec.name);
            if !is_excused && !self.was_written(&full) {
                let at = self.place_of(path);
                let diagnostic = Diagnostic::new(&MISSING_KEY, at).with("key", spec.name).with("record", schema.name);
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Reports a record that has none of some fields, under the first of their names.
    pub fn one_of(&mut self, names: &[&'static str]) {
        let is_sound = self.told.broken.is_empty() && !self.told.damaged && !self.told.has_foreign;
        if let Some(name) = names.first().filter(|_| is_sound && !names.iter().any(|name| self.was_written(name))) {
            let diagnostic = Diagnostic::new(&MISSING_KEY, self.place_of(""));
            self.diagnostics.push(diagnostic.with("key", *name).with("record", "measure"));
        }
    }

    /// Tells whether a field was written, though it could not be decoded.
    fn was_written(&self, field: &str) -> bool {
        self.origins.knows(&FieldRef { file: self.record.into(), field: field.into() })
    }

    fn place_of(&self, path: &str) -> Place {
        Place::Subject(FieldRef { file: self.record.into(), field: path.trim_end_matches('.').into() })
    }

    /// Decodes a value of any type.
    pub fn value(&mut self, item: DecodedItem<'_>, ty: FieldType) -> Option<Value> {
        match ty {
            FieldType::Record(of) => self.record(item, of),
            FieldType::AmountOr(of) | FieldType::TextOr(of) if item.value.get_ref().is_table() => self.record(item, of),
            FieldType::AmountOr(of) | FieldType::TextOr(of) => {
                let first = of.fields.first()?;
                let value = self.value(item, first.ty)?;
                Some(Value::Record(Fields { values: vec![(first.name, value)], entries: Vec::new() }))
            }
            FieldType::OneOrMany(of) if !item.value.get_ref().is_array() => {
                let before = self.diagnostics.len();
                let value = self.value(item, *of);
                self.mark_several(before, "list");
                Some(Value::List(vec![value?]))
            }
            FieldType::OneOrMany(of) | FieldType::List(of) => self.list(item, *of),
            _ => self.scalar(item, ty),
        }
    }

    fn record(&mut self, item: DecodedItem<'_>, of: &'static RecordType) -> Option<Value> {
        let Some(table) = item.value.get_ref().as_table() else {
            return self.no_table(item, of);
        };
        let path = [item.path, item.key, "."].concat();
        let fields = self.fields(table, of, &path);
        self.missing_fields(of, &fields, &path);
        Some(Value::Record(fields))
    }

    /// Returns some bytes of what is read as they stand in the file.
    fn written(&self, range: Range<usize>) -> &'_ str {
        let at = |byte: usize| self.offset.saturating_add(byte);
        self.text.get(at(range.start)..at(range.end)).unwrap_or_default().trim()
    }

    /// Reports that a value is no table. The head of a list of tables with one pair of brackets is one, and so is a value with the name
    /// of the field that it most likely is: `baseline = { value = 120 }`.
    fn no_table(&mut self, item: DecodedItem<'_>, of: &'static RecordType) -> Option<Value> {
        let range = item.value.span();
        let written = self.written(range.clone());
        let is_one = item.value.get_ref().as_array().is_some_and(|tables| tables.len() == 1);
        let name = written.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")).filter(|_| is_one);
        let head = name.map(|name| format!("[{}]", name.trim()));
        let cure = head.or_else(|| Some(format!("{{ {} = {written} }}", self.meant_field(item, of)?)));
        self.wrong_type(item, "table");
        if let Some(cure) = cure {
            let span = self.span(range);
            if let Some(diagnostic) = self.diagnostics.last_mut() {
                diagnostic.add("suggestion", cure.clone()).cure(span, cure);
            }
        }
        None
    }

    /// Returns the field of a record that a value most likely is, where it stands in the place of the whole record: the first that
    /// holds amounts, else the first that holds a text, unless others are needed beside it.
    fn meant_field(&self, item: DecodedItem<'_>, of: &'static RecordType) -> Option<&'static str> {
        let text = scalar::plain(item)?;
        let is_amount = WrittenAmount::parse(&text, self.context.notation).is_ok();
        let is_text = item.value.get_ref().is_str();
        let holds = |amounts: bool| {
            of.fields.iter().find(move |field| match field.ty {
                FieldType::Amount => amounts,
                FieldType::Text => !amounts,
                _ => false,
            })
        };
        let amount = || holds(true).filter(|_| is_amount);
        let field = amount().or_else(|| holds(false).filter(|_| is_text))?;
        let is_enough = of.fields.iter().all(|other| !other.required || other.name == field.name);
        is_enough.then_some(field.name)
    }

    fn list(&mut self, item: DecodedItem<'_>, of: FieldType) -> Option<Value> {
        let Some(array) = item.value.get_ref().as_array() else {
            return self.no_list(item, of);
        };
        let before = self.diagnostics.len();
        let mut values = Vec::new();
        for (at, value) in array.iter().enumerate() {
            let key = format!("{}.{at}", item.key);
            let inner = DecodedItem { key: &key, path: item.path, value };
            let span = self.span(value.span());
            self.origins.set(self.record, [item.path, &key].concat(), span);
            values.extend(self.value(inner, of));
        }
        // A record of a list may have one of its own, and no more.
        if matches!(of, FieldType::Ref(_)) {
            self.mark_several(before, "items");
        }
        Some(Value::List(values))
    }

    /// Reports that a value is no list. A table whose head has one pair of brackets is one of a list; a line of text may be one with a
    /// comma, or several.
    fn no_list(&mut self, item: DecodedItem<'_>, of: FieldType) -> Option<Value> {
        let value = item.value.get_ref();
        let head = || {
            let name = self.written(item.value.span()).strip_prefix('[')?.strip_suffix(']')?;
            let is_of_records = matches!(of, FieldType::Record(_)) && value.is_table() && !name.starts_with('[');
            is_of_records.then(|| format!("[[{}]]", name.trim()))
        };
        let several = value.as_str().and_then(|text| meant_list(text, of));
        let first = head().or(several).or_else(|| self.of_type(item, "list"));
        let text = value.as_str().filter(|text| matches!(of, FieldType::Text) && !text.contains(['"', '\\']));
        let parts = text.map(|text| parts(text, &BETWEEN)).filter(|parts| parts.len() > 1);
        let split = parts.map(|parts| format!("[{}]", listed(&parts)));
        let cures = if split.is_some() { [split, first] } else { [first, None] };
        self.wrong_type_cured(item, "list", cures)
    }

    /// Notes of texts that are no ids that several may stand there: whether they do is known by whoever knows the ids.
    fn mark_several(&mut self, before: usize, place: &'static str) {
        for found in self.diagnostics.iter_mut().skip(before).filter(|found| *found.code == NOT_AN_ID) {
            found.add("several", place.to_owned());
        }
    }

    fn key(
        &mut self,
        item: DecodedItem<'_>,
        range: Range<usize>,
        ty: KeyType,
        schema: &'static RecordType,
    ) -> Option<Key> {
        let text = item.key;
        let error = match ty {
            KeyType::Period => Period::read(text, self.year_begins).err(),
            KeyType::Year => Year::read(text, self.year_begins).err().map(PeriodError::from),
            _ => None,
        };
        if let Some(error) = error.filter(|error| *error != PeriodError::NotAPeriod) {
            self.refuse_period(PeriodText { key: text, text }, &NOT_A_PERIOD, error, range);
            return None;
        }
        let key = match ty {
            KeyType::Id => Id::new(text).map(Key::Id),
            KeyType::Number => ItemNumber::parse(text).map(Key::Number),
            KeyType::Year => Year::read(text, self.year_begins).ok().map(Key::Year),
            KeyType::Months => {
                let begins = self.year_around(item).map_or(1, Year::begins);
                months(text, begins).map(|(first, last)| Key::Months(first, last))
            }
            KeyType::Period => Period::read(text, self.year_begins).ok().map(Key::Period),
            KeyType::Mark => FootnoteMark::parse(text).map(Key::Mark),
        };
        if key.is_some() {
            return key;
        }
        let code = match ty {
            KeyType::Id => {
                self.no_id(range, text, text, Id::of_words(text, scalar::LONGEST_ID));
                return None;
            }
            KeyType::Months => &NOT_A_MONTH,
            KeyType::Period => &NOT_A_PERIOD,
            KeyType::Mark => &NOT_A_MARK,
            KeyType::Year => &NOT_A_YEAR,
            KeyType::Number => &NOT_A_NUMBER,
        };
        if ty == KeyType::Year && months(text, 1).is_some() {
            self.report_month(text, range, schema);
            return None;
        }
        let suggestion = meant_date(text).unwrap_or_default();
        let span = self.span(range.clone());
        let key = if matches!(ty, KeyType::Year | KeyType::Number) { schema.name } else { text };
        let diagnostic = self.report(code, range).add("key", key.to_owned()).add("text", text.to_owned());
        if ty == KeyType::Period {
            diagnostic.add("suggestion", suggestion.clone());
            if !suggestion.is_empty() {
                diagnostic.cure(span, suggestion);
            }
        }
        None
    }

    /// Returns the year whose table an item stands in.
    fn year_around(&self, item: DecodedItem<'_>) -> Option<Year> {
        let (_, year) = item.path.trim_end_matches('.').rsplit_once('.')?;
        Year::read(year, self.year_begins).ok()
    }

    /// Reports months that lack their year, once for a table.
    fn report_month(&mut self, text: &str, range: Range<usize>, schema: &'static RecordType) {
        let same = |other: &Diagnostic| {
            *other.code == MONTH_WITHOUT_YEAR && matches!(other.place, Place::Span(span) if span.source == self.source)
        };
        if self.diagnostics.iter().any(same) {
            return;
        }
        // Some year that the author has in mind: one of the file, or of its folder.
        let years = |text: &str| {
            let groups = text.split(|c: char| !c.is_ascii_digit());
            groups.filter_map(scalar::year).map(Year::begun).find(|year| (1990..=2100).contains(year))
        };
        let year = years(self.text).or_else(|| years(self.record)).unwrap_or(2026);
        let diagnostic = self.report(&MONTH_WITHOUT_YEAR, range).add("key", text.to_owned());
        diagnostic.add("table", schema.name.to_owned()).add("year", year.to_string());
    }
}

/// Counts the keys of a table and all tables in it.
fn count(table: &DeTable<'_>) -> usize {
    table.values().map(|value| value.get_ref().as_table().map_or(1, |table| count(table).saturating_add(1))).sum()
}

/// The kinds of files of a plan whose fields are taken for each other's.
const KINDS_OF_FILES: [&RecordType; 4] = [&records::STATUS, &records::MEASURE, &records::UPDATE, &records::PLAN];

/// How deep tables are looked for.
const DEPTH: usize = 3;

/// Collects the tables within a record, each with its path; what an author's own key stands for is `…`.
fn tables_within(record: &'static RecordType, path: &str, depth: usize, all: &mut Vec<(String, &'static RecordType)>) {
    let fields = record.fields.iter().filter_map(|field| match field.ty {
        FieldType::Record(inner) => Some((field.name, inner)),
        _ => None,
    });
    let entries = record.entries.as_ref().and_then(|entries| match entries.value {
        FieldType::Record(inner) => Some(("…", inner)),
        _ => None,
    });
    for (name, inner) in fields.chain(entries).filter(|_| depth < DEPTH) {
        let path = format!(
            "{}{name}",
            if path.is_empty() { String::new() } else { format!("{}.", path.trim_end_matches('.')) }
        );
        all.push((path.clone(), inner));
        tables_within(inner, &path, depth.saturating_add(1), all);
    }
}

/// Returns the kind of file that a field belongs to, where it stands in another kind.
fn home_of(item: DecodedItem<'_>, schema: &'static RecordType) -> Option<&'static str> {
    let is_file = item.path.is_empty() && KINDS_OF_FILES.iter().any(|kind| std::ptr::eq(*kind, schema));
    let others = KINDS_OF_FILES.iter().filter(|kind| is_file && !std::ptr::eq(**kind, schema));
    others.into_iter().find(|kind| kind.field(item.key).is_some()).map(|kind| kind.name)
}
