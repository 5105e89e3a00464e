//! A page as the files that the template sets: its data in JSON, its pictures.
//!
//! The data is what themes are given of a page ([`page_block`]), with what a document cannot use made what it can: HTML becomes a tree,
//! addresses become whole ones or go, drawings become pictures beside the data, and signs that no face has are told by their number.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{
    drawings::{ChartPicture, PaperColours},
    html_tree::html_tree,
    signs::printable,
};
use crate::{
    render::{FormatContext, ascii, one_file::resolved},
    table::DisplayDate,
    view::{Block, Page, page_block},
};

/// How addresses begin that lead out of any site.
const OUT: [&str; 4] = ["https://", "http://", "mailto:", "tel:"];

/// The files of a document.
pub(super) struct PageFiles {
    /// What it is told apart by from every other.
    pub ident: String,
    /// What the template sets, in JSON.
    pub data: Vec<u8>,
    /// The pictures it names. They are called the same in every document.
    pub drawings: Vec<(String, Vec<u8>)>,
}

/// A page while it is read.
struct PageReading<'p> {
    page: &'p Page,
    context: &'p FormatContext<'p>,
    colours: PaperColours,
    /// What the page has that a link on it can lead to.
    anchors: BTreeSet<String>,
    drawings: BTreeMap<String, Vec<u8>>,
    charts: usize,
}

impl PageFiles {
    /// Reads a page.
    ///
    /// # Errors
    ///
    /// Answers what is wrong with its HTML, which is ours.
    pub(super) fn of(page: &Page, context: &FormatContext<'_>) -> Result<Self, String> {
        let site = context.theme.site();
        let mut reading = PageReading {
            page,
            context,
            colours: PaperColours::of(context.theme),
            anchors: anchors(&page.blocks),
            drawings: BTreeMap::new(),
            charts: 0,
        };
        let blocks: Vec<_> = page.blocks.iter().map(|block| page_block(block, context.locale)).collect();
        let blocks = reading.read(serde_json::to_value(&blocks).map_err(|error| error.to_string())?)?;
        let words = |key: &str| context.locale.words().get(key).cloned().unwrap_or_default();
        let edition = site.edition.as_ref();
        let address = site.url.as_deref().map(|base| ascii(&format!("{base}{}", page.path)));
        let language = context.locale.language().tag();
        let told = json!({
            "title": page.title,
            "description": page.description,
            "site": site.title,
            "organisation": site.organisation,
            "updated": page.updated.as_ref().map(|date| date.text.as_str()),
            "edition": edition.map(|edition| edition.title.as_str()),
            "state": edition.map(|edition| [edition.text.as_str(), edition.state.as_str()].join(" ")),
            "incomplete": site.incomplete,
            "address": address,
            "words": { "page": words("pdf_page"), "of": words("pdf_of") },
        });
        let Value::Object(mut data) = reading.read(told)? else { return Err("no data".into()) };
        data.insert("lang".into(), language.into());
        data.insert("date".into(), page.updated.as_ref().and_then(day).map_or(Value::Null, |day| json!(day)));
        data.insert("anchors".into(), json!(reading.anchors));
        data.insert("colours".into(), json!(reading.colours.all()));
        data.insert("blocks".into(), blocks);
        Ok(Self {
            ident: [site.url.as_deref().unwrap_or(&site.organisation), page.path.as_str(), &page.title].join(" "),
            data: serde_json::to_vec(&data).map_err(|error| error.to_string())?,
            drawings: reading.drawings.into_iter().collect(),
        })
    }
}

/// Returns the day of a date as a document says it: year, month, day.
fn day(date: &DisplayDate) -> Option<[u16; 3]> {
    let mut parts = date.iso.as_deref()?.split('-').map(|part| part.parse().ok());
    Some([parts.next()??, parts.next()??, parts.next()??])
}

/// Returns what a link can lead to: headings, tables, and their notes.
fn anchors(blocks: &[Block]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for block in blocks {
        match block {
            Block::Heading { id, .. } => drop(found.insert(id.clone())),
            Block::Table(table) => {
                found.insert(table.id.clone());
                found.extend(table.notes.iter().map(|note| format!("{}-note-{}", table.id, note.mark)));
            }
            Block::Notes { notes } => found.extend(notes.iter().map(|note| format!("note-{}", note.mark))),
            Block::Columns { left, right } => {
                found.extend(anchors(left));
                found.extend(anchors(right));
            }
            Block::Folded { blocks, .. } => found.extend(anchors(blocks)),
            _ => {}
        }
    }
    found
}

impl PageReading<'_> {
    /// Reads a value and all within it.
    fn read(&mut self, value: Value) -> Result<Value, String> {
        Ok(match value {
            Value::String(text) => printable(&text).into(),
            Value::Array(values) => values.into_iter().map(|value| self.read(value)).collect::<Result<_, _>>()?,
            Value::Object(fields) => Value::Object(self.fields(fields)?),
            other => other,
        })
    }

    fn fields(&mut self, fields: Map<String, Value>) -> Result<Map<String, Value>, String> {
        let mut out = Map::new();
        let tone = fields.get("tone").and_then(Value::as_str).map(str::to_owned);
        if let Some((tone, is_quiet)) = tone.zip(fields.get("quiet").and_then(Value::as_bool)) {
            out.insert("shape".into(), self.shape(&tone, is_quiet).map_or(Value::Null, Value::String));
        }
        for (key, value) in fields {
            match (key.as_str(), value) {
                ("html", Value::String(html)) => {
                    let tree = html_tree(&html, &|href| self.address(href))?;
                    out.insert("body".into(), self.read(tree.into())?);
                }
                ("href" | "remark_href", Value::String(href)) => {
                    if let Some(address) = self.address(&href) {
                        out.insert(key, address.into());
                    }
                }
                ("wide", Value::String(svg)) => {
                    let ChartPicture { svg, alt } = self.colours.chart(&svg);
                    let name = format!("chart-{}.svg", self.charts);
                    self.charts = self.charts.saturating_add(1);
                    self.drawings.insert(name.clone(), printable(&svg).into_owned().into_bytes());
                    out.insert("file".into(), name.into());
                    out.insert("alt".into(), printable(&alt).into());
                }
                ("narrow", _) => {}
                (_, value) => {
                    let read = self.read(value)?;
                    out.insert(key, read);
                }
            }
        }
        Ok(out)
    }

    /// Returns the name of the picture of a status' shape; nothing where the theme draws none.
    fn shape(&mut self, tone: &str, is_quiet: bool) -> Option<String> {
        let name = format!("shape-{tone}{}.svg", if is_quiet { "-quiet" } else { "" });
        if !self.drawings.contains_key(&name) {
            let symbol = self.context.theme.shapes.get(tone)?;
            let picture = self.colours.shape(symbol, tone, is_quiet)?;
            self.drawings.insert(name.clone(), picture.into_bytes());
        }
        Some(name)
    }

    /// Returns where a link leads from a document: to a place in it, as `#place`, or to a whole address. Nothing where the site has
    /// none: a document is mailed, and what stood beside it does not come along.
    fn address(&self, href: &str) -> Option<String> {
        if let Some(place) = href.strip_prefix('#') {
            return self.anchors.contains(place).then(|| href.to_owned());
        }
        if OUT.iter().any(|start| href.starts_with(start)) {
            return Some(ascii(href));
        }
        let base = self.context.theme.site().url.as_deref()?;
        let fragment = href.split_once('#').map_or(String::new(), |(_, place)| format!("#{place}"));
        Some(ascii(&format!("{base}{}{fragment}", resolved(&self.page.path, href)?)))
    }
}
