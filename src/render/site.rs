//! What every page of a site shares: its name, its menu, its owner.

use serde::Serialize;

use crate::value::RelPath;

/// What every page of a site shares. Templates see it as `site`.
#[derive(Clone, Debug, Default, Serialize)]
pub struct TemplateGlobals {
    /// Its name, in the bar at the top.
    pub title: String,
    /// Who publishes it; empty is nobody.
    pub organisation: String,
    /// The language of the page, as HTML writes it: `da`.
    pub language: String,
    /// The language of its own name, where that is another than the page's.
    pub own_language: Option<String>,
    /// The sections it has, in the order of the main menu.
    #[serde(skip)]
    pub menu: Vec<MenuEntry>,
    /// The address of its accessibility statement.
    pub accessibility: Option<String>,
    /// Where its figures come from: `kommunens økonomisystem`.
    pub source: Option<String>,
    /// Its public address with a `/` at the end; printed on paper under each page.
    pub url: Option<String>,
    /// Its own address, for search engines and whoever shares a page; nothing where it is not known.
    #[serde(skip)]
    pub canonical: Option<String>,
    /// It is for everybody, so that search engines may list it.
    #[serde(skip)]
    pub is_open_to_all: bool,
    /// What others may do with its figures: a name, and where it can be read.
    #[serde(skip)]
    pub licence: Option<(String, Option<String>)>,
    /// The page on how the site was made.
    pub about: Option<RelPath>,
    /// The list of all names, which the search stands beside.
    pub search: Option<RelPath>,
    /// The municipality's colour, for the bar at the top: `#rrggbb`.
    #[serde(skip)]
    pub colour: Option<String>,
    /// The picture in the bar at the top, which stands for who publishes the site.
    pub logo: Option<RelPath>,
    /// What every page says of a history that is not whole.
    pub incomplete: Option<String>,
    /// What its tables can be had as, by the ids of formats.
    #[serde(skip)]
    pub downloads: Vec<&'static str>,
    /// Which edition it is; `None` is the site of today.
    pub edition: Option<Banner>,
}

/// What templates see as `site`.
#[derive(Serialize)]
pub(super) struct SharedGlobals<'a, M> {
    #[serde(flatten)]
    pub site: &'a TemplateGlobals,
    pub name: String,
    pub menu: &'a M,
    pub colour: Option<String>,
}

impl TemplateGlobals {
    /// Tells whether the site offers its tables as a format.
    #[must_use]
    pub fn offers(&self, format: &str) -> bool {
        format == "html" || self.downloads.contains(&format)
    }

    /// Returns its name with its publisher: `Fremdrift, Eksempelby Kommune`.
    pub(super) fn name(&self) -> String {
        if self.organisation.is_empty() { self.title.clone() } else { format!("{}, {}", self.title, self.organisation) }
    }
}

/// What every page of an edition says first.
#[derive(Clone, Debug, Serialize)]
pub struct Banner {
    /// What the edition is called.
    pub title: String,
    /// What it is in a few words, of what date.
    pub short: String,
    /// Which edition it is, and of what date.
    pub text: String,
    /// What it was cut from, or that it is still open.
    pub state: String,
    /// The way from its root to the site of today, where it lies below that.
    pub today: Option<String>,
    /// The way to the page of the site of today about it.
    pub corrected: Option<String>,
    /// It may still change.
    pub is_open: bool,
}

/// An entry of the main menu. What it says are the words `ui-menu-<section>`.
#[derive(Clone, Debug)]
pub struct MenuEntry {
    /// The section it leads to; pages of that section mark it as current.
    pub section: &'static str,
    /// The page it leads to.
    pub href: RelPath,
}
