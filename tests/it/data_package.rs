//! All tables for programs: as JSON, and together as a Data Package, each held against what the page or the file beside it says.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{Cursor, Read as _},
};

use serde_json::Value;

use crate::{
    diff::hold,
    support::{Outcome, Site, project},
};

/// The demonstration with all there is to take along.
fn demonstration() -> Outcome {
    let mut site = Site::empty().with("site.toml", fs::read(project().join("site.toml")).expect("a file"));
    for (path, bytes) in crate::support::disk::files(&project().join("content")) {
        site = site.with(&format!("content/{path}"), bytes);
    }
    let every = "downloads = [\"csv\", \"json\", \"package\"]\nlanguage = \"da\"";
    site.edit("site.toml", "language = \"da\"", every).as_of("2020-06-30").build()
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("JSON")
}

fn bytes<'o>(outcome: &'o Outcome, path: &str) -> &'o [u8] {
    outcome.files.iter().find(|(known, _)| known.as_str() == path).unwrap_or_else(|| panic!("no {path}")).1
}

/// Takes CSV apart, sign by sign, without knowing anything of ours but what a dialect says. Lines of comments are left out.
fn rows(text: &str, dialect: &Value) -> Vec<Vec<String>> {
    let delimiter = dialect["delimiter"].as_str().and_then(|sign| sign.chars().next()).expect("a delimiter");
    let comment = dialect["commentChar"].as_str().expect("a sign");
    assert_eq!((dialect["quoteChar"].as_str(), dialect["doubleQuote"].as_bool()), (Some("\""), Some(true)));
    let (mut all, mut row, mut cell, mut is_quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = text.trim_start_matches('\u{feff}').chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => is_quoted = !is_quoted,
            '\r' if !is_quoted => {}
            '\n' if !is_quoted => {
                row.push(std::mem::take(&mut cell));
                all.push(std::mem::take(&mut row));
            }
            sign if sign == delimiter && !is_quoted => row.push(std::mem::take(&mut cell)),
            sign => cell.push(sign),
        }
    }
    all.retain(|row: &Vec<String>| !row[0].starts_with(comment));
    all
}

#[test]
fn the_schema_describes_the_tables_and_they_say_what_the_files_say() {
    let schema = json(&fs::read(project().join("docs/table.schema.json")).expect("a file"));
    let outcome = demonstration();
    let dialect = serde_json::json!({"delimiter": ";", "commentChar": "#", "quoteChar": "\"", "doubleQuote": true});
    let (mut met, mut cells, mut tables) = (Vec::new(), BTreeMap::<String, usize>::new(), 0);
    for path in outcome.files.keys().map(|path| path.as_str()).filter(|path| path.ends_with(".json")) {
        if path.ends_with("datapackage.json") {
            continue;
        }
        tables += 1;
        let table = json(bytes(&outcome, path));
        hold(&table, &schema, &schema, &mut met);
        let csv = rows(outcome.page(&path.replace(".json", ".csv")), &dialect);
        let columns = table["columns"].as_array().expect("columns");
        let written = table["rows"].as_array().expect("rows");
        assert_eq!(written.len(), csv.len() - 1, "{path}");
        for (row, line) in written.iter().zip(&csv[1..]) {
            let row = row.as_array().expect("cells");
            assert_eq!((row.len(), line.len()), (columns.len(), columns.len()), "{path}");
            for (cell, text) in row.iter().zip(line) {
                let Some(fields) = cell.as_object() else {
                    assert_eq!(text, "", "{path}: not given");
                    *cells.entry("null".to_owned()).or_default() += 1;
                    continue;
                };
                assert_eq!(fields.len(), 1, "{cell}");
                let (kind, value) = fields.iter().next().expect("one");
                *cells.entry(kind.clone()).or_default() += 1;
                match kind.as_str() {
                    "nil" => assert_eq!(text, "-", "{path}"),
                    "number" => assert_eq!(&value.as_str().expect("text").replace('.', ","), text, "{path}"),
                    "text" => {
                        let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
                        assert_eq!(words(value.as_str().expect("text")), words(text), "{path}");
                    }
                    _ => assert_eq!(value.as_str(), Some(text.as_str()), "{path}"),
                }
            }
        }
    }
    assert!(tables > 80, "{tables}");
    for kind in ["null", "nil", "number", "date", "text", "mark"] {
        assert!(cells.get(kind).is_some_and(|count| *count > 0), "{kind}: {cells:?}");
    }
    for name in ["version", "note", "unit", "updated", "remarks", "notes"] {
        assert!(met.iter().any(|known| known == name), "{name}");
    }
}

/// What a reader of the package needs to know stands in it: every row of every file is of the types it names.
#[test]
fn the_package_describes_every_file_and_every_value_is_of_its_type() {
    let outcome = demonstration();
    let package = json(bytes(&outcome, "datapackage.json"));
    let resources = package["resources"].as_array().expect("resources");
    let described: BTreeSet<&str> =
        resources.iter().map(|resource| resource["path"].as_str().expect("a path")).collect();
    let own = |path: &&str| path.ends_with(".csv") && !path.starts_with("editions/");
    let written: BTreeSet<&str> = outcome.files.keys().map(|path| path.as_str()).filter(own).collect();
    assert_eq!(described, written);
    let names: BTreeSet<&str> = resources.iter().map(|resource| resource["name"].as_str().expect("a name")).collect();
    assert_eq!(names.len(), resources.len());
    let (mut numbers, mut missing, mut dates) = (0, 0, 0);
    for resource in resources {
        let path = resource["path"].as_str().expect("a path");
        let all = rows(outcome.page(path), &resource["dialect"]);
        let fields = resource["schema"]["fields"].as_array().expect("fields");
        let heads: Vec<&str> = fields.iter().map(|field| field["name"].as_str().expect("a name")).collect();
        assert_eq!(heads, all[0].iter().map(String::as_str).collect::<Vec<_>>(), "{path}");
        let empty = resource["schema"]["missingValues"].as_array().expect("words");
        for row in &all[1..] {
            assert_eq!(row.len(), fields.len(), "{path}: {row:?}");
            for (field, text) in fields.iter().zip(row) {
                if empty.contains(&Value::from(text.as_str())) {
                    missing += 1;
                    continue;
                }
                match field["type"].as_str().expect("a type") {
                    "number" => {
                        let sign = field["decimalChar"].as_str().expect("a sign");
                        assert!(text.replacen(sign, ".", 1).parse::<f64>().is_ok(), "{path}: {text:?}");
                        numbers += 1;
                    }
                    "date" => {
                        assert!(text.parse::<fremdrift::value::Date>().is_ok(), "{path}: {text:?}");
                        dates += 1;
                    }
                    other => assert_eq!(other, "string"),
                }
            }
        }
    }
    assert!(numbers > 300 && missing > 50 && dates > 20, "{numbers}, {missing}, {dates}");
    let money = resources.iter().flat_map(|resource| resource["schema"]["fields"].as_array().expect("fields"));
    assert!(money.clone().any(|field| field["unit"] == "mio. kr." && field["id"] == "achieved"));
}

/// Returns the files of an archive, opened by another hand than ours.
fn unpacked(archive: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(Cursor::new(archive.to_vec())).expect("an archive");
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).expect("a file");
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).expect("its bytes");
        files.insert(file.name().expect("a name").into_owned(), bytes);
    }
    files
}

#[test]
fn the_archive_holds_what_the_site_holds_and_is_the_same_each_time() {
    let (one, other) = (demonstration(), demonstration());
    assert_eq!(bytes(&one, "data.zip"), bytes(&other, "data.zip"));
    let files = unpacked(bytes(&one, "data.zip"));
    assert!(files.len() > 80, "{}", files.len());
    for (name, packed) in &files {
        assert!(packed == bytes(&one, name), "{name}");
    }
    // Each edition has its own, of what it said.
    assert!(unpacked(bytes(&one, "editions/2019-11/data.zip")).contains_key("datapackage.json"));
    let about = one.page(one.path("om.html"));
    assert!(about.contains("href=\"data.zip\"") && about.contains("href=\"datapackage.json\""), "{about}");
}

#[test]
fn a_site_that_does_not_ask_has_neither_and_one_may_have_the_archive_alone() {
    let with = |line: &str| {
        let outcome =
            Site::small().edit("site.toml", "language = \"da\"", &format!("{line}\nlanguage = \"da\"")).sound();
        let has = |ending: &str| outcome.files.keys().any(|path| path.as_str().ends_with(ending));
        (has(".json"), has("data.zip"), has(".csv"))
    };
    assert_eq!(with(""), (false, false, true));
    assert_eq!(with("downloads = [\"package\"]"), (false, true, false));
    assert_eq!(with("downloads = [\"json\"]"), (true, false, false));
}

#[test]
fn nothing_that_is_hidden_is_packed() {
    let site = Site::small()
        .edit("site.toml", "language = \"da\"", "downloads = [\"csv\", \"xlsx\", \"json\", \"package\"]\nlanguage = \"da\"")
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2\"\ntitle = \"Hemmelig handel\"\nvisibility = \"closed\"\npublic_title = \"Lukket punkt\"\nrequired = \"77,70\"\n+++\n",
        )
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nachieved = \"66,60\"\n+++\nHemmelig forhandling.\n")
        .with(
            "content/plans/a/tables/antal.toml",
            "title = \"Antal\"\nunit = \"børn\"\nsuppress_below = 5\n[columns]\nantal = { title = \"Antal\" }\n",
        )
        .with("content/plans/a/tables/antal.csv", "row;label;antal\na;Pleje;12\nb;Institution;3\n");
    let outcome = site.sound();
    let packed = unpacked(bytes(&outcome, "data.zip"));
    assert!(packed.keys().any(|name| name.ends_with("table-antal.csv")), "the control: {:?}", packed.keys());
    for secret in ["hemmelig", "77,7", "77.7", "66,6", "66.6"] {
        assert_eq!(outcome.traces(secret), Vec::<String>::new(), "{secret}");
        for (name, bytes) in &packed {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            assert!(!text.contains(secret), "{secret} in {name}");
        }
    }
    let table = json(bytes(&outcome, "planer/a/index.table-antal.json"));
    assert_eq!(table["rows"][1][1], serde_json::json!({"withheld": "under 5"}), "{table}");
    let package = json(bytes(&outcome, "datapackage.json"));
    let counts = package["resources"].as_array().expect("resources").iter();
    let counts = counts.clone().find(|one| one["path"] == "planer/a/index.table-antal.csv").expect("it");
    assert_eq!(counts["schema"]["missingValues"], serde_json::json!(["", "-", "under 5"]));
}
