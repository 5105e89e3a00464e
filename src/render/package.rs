//! All tables of a site together: a Data Package (datapackage.org) that says of each CSV file what its columns hold, and one
//! archive of it and them.
//!
//! The tables are kept until the last page is made, in the order of their paths, so that the same site gives the same bytes
//! whatever page was made first.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Write as _},
    sync::{Mutex, PoisonError},
};

use serde::Serialize;
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

use super::{
    FormatContext, TemplateGlobals,
    csv::{self, CsvDialect},
    format::TableOnPage,
};
use crate::{
    output::ascii_name,
    table::{DataCell, DataColumn, DataKind},
    value::RelPath,
};

/// What a site offers it as.
pub const DATA_PACKAGE: &str = "package";

/// The name of the description, at the root of a site and of the archive.
pub const DATA_PACKAGE_FILE: &str = "datapackage.json";

/// The name of the archive, at the root of a site.
pub const DATA_ARCHIVE: &str = "data.zip";

/// The version of what we write beyond the standard: `unit` and `id` of a field.
const VERSION: u32 = 1;

/// The standard that descriptions follow.
const PROFILE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";

/// The tables of a site, as its pages are made.
#[derive(Debug, Default)]
pub struct DataPackage {
    tables: Mutex<BTreeMap<RelPath, PackedTable>>,
}

/// A table with its description.
#[derive(Debug)]
struct PackedTable {
    csv: Vec<u8>,
    resource: PackageResource,
}

#[derive(Serialize)]
struct PackageDocument<'p> {
    #[serde(rename = "$schema")]
    profile: &'static str,
    #[serde(rename = "fremdriftVersion")]
    version: u32,
    name: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    homepage: Option<&'p str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<PackageContributor<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    licenses: Vec<PackageLicence<'p>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<PackageSource<'p>>,
    resources: Vec<&'p PackageResource>,
}

#[derive(Serialize)]
struct PackageContributor<'p> {
    title: &'p str,
    roles: [&'static str; 1],
}

#[derive(Serialize)]
struct PackageLicence<'p> {
    name: String,
    title: &'p str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'p str>,
}

#[derive(Serialize)]
struct PackageSource<'p> {
    title: &'p str,
}

#[derive(Debug, Serialize)]
struct PackageResource {
    name: String,
    path: String,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    dialect: PackageDialect,
    schema: PackageSchema,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PackageDialect {
    delimiter: char,
    line_terminator: &'static str,
    quote_char: char,
    double_quote: bool,
    header: bool,
    comment_char: char,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PackageSchema {
    fields: Vec<PackageField>,
    missing_values: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct PackageField {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    decimal_char: Option<char>,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<String>,
}

impl DataPackage {
    /// Takes a table with its CSV file.
    pub fn add(&self, path: &RelPath, csv: Vec<u8>, of: &TableOnPage<'_>, context: &FormatContext<'_>) {
        let table = PackedTable { csv, resource: resource(path, of, context) };
        self.tables.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), table);
    }

    /// Returns the description and the archive of it and all tables.
    ///
    /// # Panics
    ///
    /// Where the archive would be larger than its format allows: 4 GiB of one table, far beyond what a site may hold.
    #[must_use]
    pub fn write(&self, site: &TemplateGlobals) -> (Vec<u8>, Vec<u8>) {
        let tables = self.tables.lock().unwrap_or_else(PoisonError::into_inner);
        let package = PackageDocument {
            profile: PROFILE,
            version: VERSION,
            name: slug(&site.name()),
            title: site.name(),
            homepage: site.url.as_deref(),
            contributors: Some(site.organisation.as_str())
                .filter(|name| !name.is_empty())
                .map(|title| PackageContributor { title, roles: ["publisher"] })
                .into_iter()
                .collect(),
            licenses: site
                .licence
                .iter()
                .map(|(title, url)| PackageLicence { name: slug(title), title, path: url.as_deref() })
                .collect(),
            sources: site.source.iter().map(|title| PackageSource { title }).collect(),
            resources: tables.values().map(|table| &table.resource).collect(),
        };
        let mut description =
            serde_json::to_vec_pretty(&package).expect("a description holds nothing but texts and lists");
        description.push(b'\n');
        let files = std::iter::once((DATA_PACKAGE_FILE, description.as_slice()))
            .chain(tables.iter().map(|(path, table)| (path.as_str(), table.csv.as_slice())));
        let archive = archive(files).unwrap_or_else(|error| unreachable!("an archive in memory: {error}"));
        (description, archive)
    }
}

/// Packs files, each dated alike, so that the same files give the same bytes.
fn archive<'f>(files: impl Iterator<Item = (&'f str, &'f [u8])>) -> zip::result::ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn resource(path: &RelPath, of: &TableOnPage<'_>, context: &FormatContext<'_>) -> PackageResource {
    let data = of.data;
    let dialect = CsvDialect::of(context.locale.language());
    // Numbers alone can be missing: that a word is one of these says nothing.
    let numbers = |at: usize| data.columns.get(at).is_some_and(|column| column.kind == DataKind::Number);
    let withheld: BTreeSet<&str> = data
        .rows
        .iter()
        .flat_map(|row| row.iter().enumerate())
        .filter_map(|(at, cell)| match cell {
            DataCell::Withheld(words) if numbers(at) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let page = std::iter::once(of.page.title.as_str()).chain(Some(data.note.as_str()).filter(|note| !note.is_empty()));
    PackageResource {
        name: slug(path.as_str().trim_end_matches(".csv")),
        path: path.to_string(),
        kind: "table",
        title: data.caption.clone(),
        description: page.collect::<Vec<_>>().join(". "),
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        dialect: PackageDialect {
            delimiter: char::from(dialect.delimiter),
            line_terminator: "\r\n",
            quote_char: '"',
            double_quote: true,
            header: true,
            comment_char: '#',
        },
        schema: PackageSchema {
            fields: data.columns.iter().map(|column| field(column, dialect, context)).collect(),
            missing_values: ["", "-"].into_iter().chain(withheld).map(str::to_owned).collect(),
        },
    }
}

fn field(column: &DataColumn, dialect: CsvDialect, context: &FormatContext<'_>) -> PackageField {
    let unit = column.unit.as_ref().map(|unit| context.locale.unit(unit).to_owned()).filter(|unit| !unit.is_empty());
    PackageField {
        name: csv::harmless(&column.head).into_owned(),
        kind: match column.kind {
            DataKind::Text => "string",
            DataKind::Number => "number",
            DataKind::Date => "date",
        },
        decimal_char: Some(dialect.decimal).filter(|_| column.kind == DataKind::Number),
        id: column.id.clone(),
        unit,
    }
}

/// Returns a name as the standard has it: small letters of ASCII, digits, `.`, `_`, `-`; parts of a path divided by `/`.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for sign in text.to_lowercase().chars() {
        match sign {
            'a'..='z' | '0'..='9' | '.' | '_' | '/' => slug.push(sign),
            sign if sign.is_alphanumeric() => slug.push_str(&ascii_name(sign.encode_utf8(&mut [0; 4]))),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_such_as_the_standard_has_them() {
        assert_eq!(slug("Fremdrift, Ærø Kommune"), "fremdrift-ae_roe_-kommune");
        assert_eq!(slug("planer/a-b/index.measures-table"), "planer/a-b/index.measures-table");
    }
}
