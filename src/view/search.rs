//! The index of the search: a line for each page, in as few bytes as can be, since it is loaded by phones.
//!
//! The script of the theme (`static/search.js`) reads it. What many lines share (a plan, a level, a committee) stands once,
//! and lines name it by its place.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    SiteFacts, ViewContext,
    site_entries::{SiteEntry, site_entries},
};
use crate::{locale::Language, summary::PlanSummary, table::Chip, value::Id};

/// All that can be searched for on a site.
#[derive(Clone, Debug, Serialize)]
pub struct SearchIndex {
    /// The languages its names are in, the site's own first: their endings are left off.
    pub languages: Vec<&'static str>,
    /// The statuses.
    pub statuses: Vec<Chip>,
    /// The words for the colour of each status, in each of the languages, for those who look for what is red; empty where it is
    /// no level.
    pub colours: Vec<String>,
    /// The plans.
    pub plans: Vec<IndexedPlan>,
    /// The committees, each with its code and its name.
    pub committees: Vec<String>,
    /// The owners.
    pub owners: Vec<String>,
    /// The pages, one a line, their parts divided by tabs: number, name, address, plan, status, committees, owners, date.
    ///
    /// The address has no `.html`; that of a page in a plan's folder is its name alone, and that of the plan is empty, or
    /// `#milestones` where something stands in that part of it.
    /// Plan, status, committees and owners are places in the lists above, in base 36, several divided by blanks. Where no
    /// plan is, the name of its kind stands for it behind a `=`. The date is left out where it is the plan's.
    pub pages: String,
    /// Whether words of statuses can be searched for besides, in a file of their own.
    pub has_texts: bool,
    /// The words of the latest status of each page that has one, of plans their journal number and the names of their tables' rows,
    /// a line for each page.
    #[serde(skip)]
    pub texts: String,
}

/// The most bytes of words of statuses, unpacked: with the index, less than a phone loads for one picture.
const TEXTS: usize = 250_000;

/// A plan, as pages of it name it.
#[derive(Clone, Debug, Serialize)]
pub struct IndexedPlan {
    /// Its name.
    pub title: String,
    /// Its folder, with a `/` at the end.
    pub folder: String,
    /// The date of its latest report; empty where it has none.
    pub date: String,
    /// The language of its words, where it is another than the site's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<&'static str>,
}

impl SearchIndex {
    /// Makes the index of a site.
    #[must_use]
    pub fn new(context: &ViewContext, plans: &[&PlanSummary], facts: &SiteFacts) -> Self {
        let mut statuses = Places::default();
        let committees: Vec<&Id> = context.site.committees.keys().collect();
        let owners: Vec<&Id> = context.site.owners.keys().collect();
        let mut lines = String::new();
        let mut texts = Vec::new();
        // Entries come plan by plan, each plan before what stands in it.
        let mut plans_met = 0_usize;
        let entries = site_entries(context, plans, facts);
        // Where there are very many, of each the first words.
        let most = TEXTS.checked_div(entries.iter().filter(|entry| !entry.said.is_empty()).count()).unwrap_or(0);
        for entry in entries {
            let words = words_beside(entry.said, &entry.title, most);
            // A journal number is one word, whatever signs divide it.
            let case = entry.case.map(|case| one_line(&case.to_lowercase()));
            texts.push(case.into_iter().chain([words]).collect::<Vec<_>>().join(" ").trim_end().to_owned());
            plans_met = plans_met.saturating_add(usize::from(entry.is_plan()));
            let places = |ids: &[Id], all: &[&Id]| {
                let places = ids.iter().filter_map(|id| all.iter().position(|other| *other == id)).map(base_36);
                places.collect::<Vec<_>>().join(" ")
            };
            let date = entry.updated.filter(|date| entry.plan.and_then(|rows| rows.plan.as_of) != Some(*date));
            let parts = [
                entry.number.unwrap_or_default().to_owned(),
                one_line(&entry.title),
                address(&entry),
                entry.plan.map_or_else(
                    || entry.kind.as_ref().map(|kind| format!("={kind}")).unwrap_or_default(),
                    |_| base_36(plans_met.saturating_sub(1)),
                ),
                entry.status.as_ref().map(|chip| base_36(statuses.of(chip))).unwrap_or_default(),
                places(entry.committees, &committees),
                places(entry.owners, &owners),
                date.map(|date| context.locale.period(date)).unwrap_or_default(),
            ];
            if !lines.is_empty() {
                lines.push('\n');
            }
            lines.push_str(parts.join("\t").trim_end_matches('\t'));
        }
        let name = |id: &Id| {
            let name = context.committee_name(id);
            if name == id.as_str() { name.to_owned() } else { format!("{id} {name}") }
        };
        let languages = languages(context.site.language, plans);
        let texts = texts.join("\n").trim_end().to_owned();
        Self {
            colours: statuses.chips.iter().map(|chip| colour(context, chip, &languages)).collect(),
            languages: languages.into_iter().map(Language::tag).collect(),
            has_texts: !texts.is_empty(),
            texts,
            statuses: statuses.chips,
            plans: plans.iter().map(|rows| indexed(context, rows)).collect(),
            committees: context.site.committees.keys().map(name).collect(),
            owners: context.site.owners.values().map(|owner| owner.title.clone()).collect(),
            pages: lines,
        }
    }
}

/// Returns the words for the colour of a level; what is no level has none.
fn colour(context: &ViewContext, chip: &Chip, languages: &[Language]) -> String {
    let said = languages.iter().map(|language| context.in_language(*language).word_of("colour", chip.tone));
    if chip.quiet { String::new() } else { said.collect::<Vec<_>>().join(" ") }
}

/// Returns the words of a text that a name does not have, each once, in small letters, as many as fit.
fn words_beside(text: &str, name: &str, most: usize) -> String {
    let (text, name) = (text.to_lowercase(), name.to_lowercase());
    let mut words: Vec<&str> = Vec::new();
    let mut length = 0_usize;
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        if word.chars().count() < SHORTEST || words.contains(&word) || name.contains(word) {
            continue;
        }
        length = length.saturating_add(word.len()).saturating_add(1);
        if length > most {
            break;
        }
        words.push(word);
    }
    words.join(" ")
}

/// The fewest letters of a word of a status that somebody looks for.
const SHORTEST: usize = 3;

/// The statuses met so far, each with its place.
#[derive(Default)]
struct Places {
    chips: Vec<Chip>,
    places: BTreeMap<(String, &'static str), usize>,
}

impl Places {
    fn of(&mut self, chip: &Chip) -> usize {
        let next = self.chips.len();
        let place = *self.places.entry((chip.word.clone(), chip.tone)).or_insert(next);
        if place == next {
            self.chips.push(chip.clone());
        }
        place
    }
}

fn indexed(context: &ViewContext, rows: &PlanSummary) -> IndexedPlan {
    IndexedPlan {
        title: one_line(&rows.plan.title),
        folder: format!("{}/", rows.plan.page.folder()),
        date: rows.plan.as_of.map(|date| context.locale.period(date)).unwrap_or_default(),
        lang: (rows.plan.language != context.site.language).then(|| rows.plan.language.tag()),
    }
}

/// Returns the address of a page as the index writes it.
fn address(entry: &SiteEntry) -> String {
    let whole = entry.page.as_str();
    let page = whole.strip_suffix(".html").unwrap_or(whole);
    let Some(rows) = entry.plan else { return page.to_owned() };
    if *entry.page == rows.plan.page {
        return entry.part.map(|part| format!("#{part}")).unwrap_or_default();
    }
    let folder = rows.plan.page.folder();
    page.strip_prefix(folder).map_or(page, |rest| rest.trim_start_matches('/')).to_owned()
}

/// Returns the languages of names: the site's, then those of plans.
fn languages(own: Language, plans: &[&PlanSummary]) -> Vec<Language> {
    let mut all = vec![own];
    for language in plans.iter().map(|rows| rows.plan.language) {
        if !all.contains(&language) {
            all.push(language);
        }
    }
    all
}

/// Returns a text on one line and without tabs, which divide the index.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes a place in few letters: 0 to 9, then a to z.
fn base_36(place: usize) -> String {
    let mut rest = place;
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(rest % 36).unwrap_or(0);
        digits.extend(char::from_digit(digit, 36));
        rest /= 36;
        if rest == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}
