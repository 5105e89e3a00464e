//! The format as JSON Schema: what is written is valid by it, and slips are not.

use fremdrift::schema::{FieldType, FileSchema, records};
use serde_json::{Map, Value, json};

use crate::support::{disk, project};

/// Returns why a value is not valid by a schema, or nothing. Knows the words of JSON Schema that are written, and no others.
fn fault(value: &Value, schema: &Value, root: &Value, at: &str) -> Option<String> {
    let schema = schema.as_object().unwrap_or_else(|| panic!("{at}: no schema: {schema}"));
    let known = [
        "$schema",
        "$defs",
        "$ref",
        "title",
        "description",
        "type",
        "enum",
        "anyOf",
        "items",
        "properties",
        "required",
        "additionalProperties",
        "patternProperties",
    ];
    assert!(schema.keys().all(|key| known.contains(&key.as_str())), "{at}: a word that is not checked: {schema:?}");
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let target = root.pointer(reference.trim_start_matches('#')).unwrap_or_else(|| panic!("{at}: no {reference}"));
        return fault(value, target, root, at);
    }
    if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
        let faults: Vec<_> = choices.iter().map(|choice| fault(value, choice, root, at)).collect();
        return faults.iter().all(Option::is_some).then(|| format!("{at}: none of {faults:?}"));
    }
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        return (!words.contains(value)).then(|| format!("{at}: {value} is none of {words:?}"));
    }
    let types = match schema.get("type") {
        Some(Value::Array(types)) => types.clone(),
        Some(one) => vec![one.clone()],
        None => Vec::new(),
    };
    let is_of = |name: &str| match name {
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("{at}: the type {other}"),
    };
    if !types.iter().filter_map(Value::as_str).any(is_of) {
        return Some(format!("{at}: {value} is no {types:?}"));
    }
    if let (Some(items), Some(values)) = (schema.get("items"), value.as_array()) {
        return values
            .iter()
            .enumerate()
            .find_map(|(place, value)| fault(value, items, root, &format!("{at}[{place}]")));
    }
    let object = value.as_object()?;
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    if let Some(missing) = required.into_iter().find(|name| !object.contains_key(*name)) {
        return Some(format!("{at}: no {missing}"));
    }
    let none = Map::new();
    let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
    let patterns = schema.get("patternProperties").and_then(Value::as_object).unwrap_or(&none);
    object.iter().find_map(|(key, value)| {
        let at = format!("{at}.{key}");
        if let Some(schema) = properties.get(key) {
            return fault(value, schema, root, &at);
        }
        let mut fitting =
            patterns.iter().filter(|(pattern, _)| regex_lite::Regex::new(pattern).expect("a pattern").is_match(key));
        if let Some((_, schema)) = fitting.next() {
            return fault(value, schema, root, &at);
        }
        match schema.get("additionalProperties") {
            Some(Value::Bool(false)) => Some(format!("{at}: unknown")),
            Some(Value::Object(_)) => fault(value, &schema["additionalProperties"], root, &at),
            _ => None,
        }
    })
}

/// Turns TOML into JSON as editors do: dates become text.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(moment) => json!(moment.to_string()),
        toml::Value::Array(values) => values.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => {
            Value::Object(table.into_iter().map(|(key, value)| (key, as_json(value))).collect())
        }
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(is_set) => json!(is_set),
    }
}

/// Returns the TOML of a file of content: all of it, or what stands between its fences.
fn fields(path: &str, text: &str) -> Option<Value> {
    let toml = match path.ends_with(".toml") {
        true => text,
        false => text.strip_prefix("+++\n")?.split("\n+++").next()?,
    };
    Some(as_json(toml::Value::Table(toml.parse().unwrap_or_else(|error| panic!("{path}: {error}")))))
}

/// Returns the schema of a file by its path within a site; nothing where it has none.
fn schema_of(path: &str) -> Option<FileSchema> {
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |pattern: &str| {
        let pattern: Vec<&str> = pattern.split('/').collect();
        let part = |(known, part): (&&str, &&str)| match known.strip_prefix('<').and_then(|rest| rest.split_once('>')) {
            Some((_, ending)) => part.ends_with(ending),
            None => known == part,
        };
        pattern.len() == parts.len() && pattern.iter().zip(&parts).all(part)
    };
    let found = FileSchema::all().find(|schema| fits(schema.files));
    let is_page = path.starts_with("content/") && path.ends_with(".md") && !path.starts_with("content/plans/");
    found.or_else(|| is_page.then(|| FileSchema::find("page").expect("the schema of pages")))
}

/// Every file of the demonstration that holds fields, with them and their schema.
fn demonstration() -> Vec<(String, Value, Value)> {
    let mut files = disk::files(&project().join("content"));
    files = files.into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)).collect();
    files.insert("site.toml".into(), std::fs::read(project().join("site.toml")).expect("the site"));
    let read = |(path, bytes): (String, Vec<u8>)| {
        let text = String::from_utf8(bytes).ok()?;
        let schema = schema_of(&path)?;
        Some((path.clone(), fields(&path, &text)?, schema.json()))
    };
    files.into_iter().filter_map(read).collect()
}

#[test]
fn the_demonstration_is_valid() {
    let files = demonstration();
    let names = |ending: &str| files.iter().filter(|(path, ..)| path.ends_with(ending)).count();
    assert!(names(".toml") > 8 && names(".md") > 60, "{} and {}", names(".toml"), names(".md"));
    let faults: Vec<String> =
        files.iter().filter_map(|(path, value, schema)| fault(value, schema, schema, path)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn slips_are_not_valid() {
    for (path, value, schema) in demonstration() {
        let object = value.as_object().expect("fields");
        let has_own_keys = schema["additionalProperties"].is_object();
        if !has_own_keys {
            let mut unknown = object.clone();
            unknown.insert("requird".into(), json!("2,50"));
            assert!(fault(&Value::Object(unknown), &schema, &schema, &path).is_some(), "{path}: an unknown field");
        }
        for key in object.keys() {
            // No field is a table in a list in a list.
            let mut other = object.clone();
            other.insert(key.clone(), json!([[{ "x": {} }]]));
            assert!(fault(&Value::Object(other), &schema, &schema, &path).is_some(), "{path}: {key} of a wrong type");
        }
        for required in schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
        {
            let mut without = object.clone();
            without.remove(required);
            assert!(fault(&Value::Object(without), &schema, &schema, &path).is_some(), "{path}: without {required}");
        }
    }
}

#[test]
fn every_field_of_the_format_is_in_it() {
    for (files, record) in records::FILES {
        let schema = FileSchema::all().find(|schema| schema.files == *files).expect("a schema").json();
        for field in record.fields {
            let property = &schema["properties"][field.name];
            assert_eq!(property["description"], field.help, "{files}: {}", field.name);
            if let FieldType::Choice(words) = field.ty {
                assert_eq!(property["enum"], json!(words), "{files}: {}", field.name);
            }
        }
    }
    let mut names: Vec<&str> = FileSchema::all().map(|schema| schema.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), records::FILES.len(), "each has a name of its own");
}

#[test]
fn the_command_lists_prints_and_writes_them() {
    let listed = disk::run(disk::program().arg("schema"));
    assert_eq!(listed.code, Some(0));
    assert!(listed.stdout.lines().any(|line| line.starts_with("milestones ") && line.ends_with("/milestones.toml")));
    let printed = disk::run(disk::program().args(["schema", "site"]));
    let schema: Value = serde_json::from_str(&printed.stdout).expect("JSON");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let folder = tempfile::tempdir().expect("a folder");
    let written = disk::run(disk::program().args(["schema", "--out"]).arg(folder.path()));
    assert_eq!((written.code, written.stdout.as_str()), (Some(0), ""));
    let files = disk::files(folder.path());
    assert_eq!(files.len(), FileSchema::all().count());
    assert_eq!(String::from_utf8_lossy(&files["site.schema.json"]), printed.stdout);
    let unknown = disk::run(disk::program().args(["schema", "milestone"]));
    assert_eq!((unknown.code, unknown.stdout.as_str()), (Some(2), ""));
    assert!(unknown.stderr.contains("`milestones`"), "unknown-schema: {}", unknown.stderr);
}

#[test]
fn shells_and_man_are_told_of_every_command() {
    let help = disk::run(disk::program().arg("--help")).stdout;
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let commands = commands.filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let commands: Vec<&str> =
        commands.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect();
    assert!(commands.contains(&"check") && commands.contains(&"completions"), "{commands:?}");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = disk::run(disk::program().args(["completions", shell]));
        assert_eq!((script.code, script.stderr.as_str()), (Some(0), ""), "{shell}");
        for command in &commands {
            assert!(script.stdout.contains(command), "{shell}: {command}");
        }
    }
    let folder = tempfile::tempdir().expect("a folder");
    let written = disk::run(disk::program().arg("man").arg(folder.path().join("man1")));
    assert_eq!((written.code, written.stderr.as_str()), (Some(0), ""));
    let pages = disk::files(&folder.path().join("man1"));
    for command in &commands {
        let page = pages.get(&format!("fremdrift-{command}.1")).unwrap_or_else(|| panic!("no page of {command}"));
        assert!(String::from_utf8_lossy(page).contains("Exit codes"), "{command}");
    }
}

/// Collects the names of all fields below a place of a schema.
fn field_names(schema: &Value, names: &mut std::collections::BTreeSet<String>) {
    match schema {
        Value::Object(words) => {
            let properties = words.get("properties").and_then(Value::as_object);
            names.extend(properties.into_iter().flat_map(Map::keys).cloned());
            words.values().for_each(|word| field_names(word, names));
        }
        Value::Array(all) => all.iter().for_each(|one| field_names(one, names)),
        _ => {}
    }
}

#[test]
fn a_reader_of_the_history_meets_no_name_of_a_field() {
    let mut names = std::collections::BTreeSet::new();
    FileSchema::all().for_each(|schema| field_names(&schema.json(), &mut names));
    assert!(names.len() > 100, "{names:?}");
    for language in ["da", "en", "nb", "sv"] {
        let words = std::fs::read_to_string(project().join(format!("src/locale/words/{language}.ftl"))).expect("words");
        let (_, rest) = words.split_once("\ndiff-field = {").expect("the words of fields");
        let (own, _) = rest.split_once("\n}").expect("their end");
        let missing: Vec<&String> = names.iter().filter(|name| !own.contains(&format!("[{name}]"))).collect();
        assert!(missing.is_empty(), "{language}: diff-field has no words for {missing:?}");
    }
}
