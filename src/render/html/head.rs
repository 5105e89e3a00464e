//! What the head of a page says to programs: its own address, and what else it can be had as.

use serde::Serialize;
use tera::{Context, Value};

use crate::{
    render::{
        TemplateGlobals, ascii,
        format::{has_book, table_file},
    },
    view::{Block, Page},
};

/// The templates of pages that stand for no page of their own: search engines are asked to leave them out.
const PASSING: [&str; 2] = ["404.html", "moved.html"];

/// Something else that a page can be had as. Templates see a list of them as `alternates`.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Alternate {
    /// Its address from the page.
    href: String,
    /// Its type: `application/atom+xml`.
    #[serde(rename = "type")]
    kind: &'static str,
    /// What it is called.
    title: String,
}

/// What the head of a page says to programs.
#[derive(Debug)]
pub struct HeadFacts {
    canonical: String,
    is_unlisted: bool,
    alternates: Vec<Alternate>,
    leads_to: Option<String>,
}

impl HeadFacts {
    /// Finds what a page says.
    pub fn of(page: &Page, site: &TemplateGlobals) -> Self {
        Self {
            canonical: canonical(page, site).unwrap_or_default(),
            is_unlisted: !site.is_open_to_all && is_listed(page),
            alternates: alternates(page, site),
            leads_to: page.leads_to.clone(),
        }
    }

    /// Lets the templates of the page say it.
    pub fn say(&self, context: &mut Context) -> Result<(), tera::Error> {
        context.insert_value("canonical", Value::from(self.canonical.as_str()));
        context.insert_value("is_unlisted", Value::from(self.is_unlisted));
        context.insert_value("alternates", Value::try_from_serializable(&self.alternates)?);
        if let Some(address) = &self.leads_to {
            context.insert_value("leads_to", Value::from(address.as_str()));
        }
        Ok(())
    }
}

/// Tells whether a page is one that is listed and pointed to.
fn is_listed(page: &Page) -> bool {
    !PASSING.contains(&page.template)
}

/// Returns the whole address of a page, in ASCII; nothing where the site's is not known.
fn canonical(page: &Page, site: &TemplateGlobals) -> Option<String> {
    let base = site.canonical.as_ref().filter(|_| is_listed(page))?;
    Some(ascii(&format!("{base}{}", page.path)))
}

/// Returns what a page can be had as besides: the feeds and calendars that it leads to, and its tables as one workbook.
fn alternates(page: &Page, site: &TemplateGlobals) -> Vec<Alternate> {
    let mut found = Vec::new();
    page.blocks.iter().for_each(|block| push(block, &mut found));
    if has_book(page) && site.offers("xlsx") {
        let href = table_file(&page.path, "", "xlsx");
        let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        found.push(Alternate { href, kind, title: "Excel".to_owned() });
    }
    found
}

/// Adds the feeds and calendars among the links of a block. Whatever a page leads to lies within the site.
fn push(block: &Block, found: &mut Vec<Alternate>) {
    match block {
        Block::Links { links } => {
            for link in links.iter().filter(|link| !link.href.contains(':')) {
                let kind = match link.href.rsplit_once('.').map(|(_, ending)| ending) {
                    Some("xml") => "application/atom+xml",
                    Some("ics") => "text/calendar",
                    _ => continue,
                };
                found.push(Alternate { href: link.href.clone(), kind, title: link.text.clone() });
            }
        }
        Block::Folded { blocks, .. } => blocks.iter().for_each(|block| push(block, found)),
        Block::Columns { left, right } => left.iter().chain(right).for_each(|block| push(block, found)),
        _ => {}
    }
}
