//! Where everything lies in the output: content files to pages, records to pages.
//!
//! They are made of the list of content files and the registers alone, before any plan is read,
//! so that a text in one plan can link into another while both are being made. Two files never share
//! a page: where two names make one slug, the later file gets a number behind it.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    content::{FileKind, role_of},
    locale::Locale,
    model::{Site, table_anchor},
    output::{ascii_name, safe_name},
    value::{Id, Period, RelPath},
};

/// The folder that holds what authors write.
const CONTENT: &str = "content";

/// The folder of the output that editions lie in, each a site in a folder of its own. It is the same in every
/// language: what has been published keeps its address.
const EDITIONS: &str = "editions";

/// A place in the output: a page, and perhaps a spot on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The page.
    pub page: RelPath,
    /// The anchor on it.
    pub fragment: Option<String>,
}

/// Where everything lies in the output.
#[derive(Clone, Debug)]
pub struct Addresses {
    home: RelPath,
    not_found: RelPath,
    plans_folder: String,
    plans_list: RelPath,
    committees_folder: String,
    committees_list: RelPath,
    owners_folder: String,
    owners_list: RelPath,
    milestones: RelPath,
    disagreements: RelPath,
    scales: RelPath,
    about: RelPath,
    history: RelPath,
    /// The name of the page beside a plan's that has its months.
    months: String,
    /// The folder beside a plan's page that holds those of its indicators.
    indicators_folder: String,
    measures_folder: String,
    /// The name of the meeting pack of a committee, which lies in a folder of the committee's.
    pack: String,
    a_to_z_folder: String,
    plans: BTreeMap<String, PlanAddress>,
    pages: BTreeMap<RelPath, RelPath>,
    committees: BTreeMap<Id, RelPath>,
    owners: BTreeMap<Id, RelPath>,
    editions_list: RelPath,
    editions: BTreeMap<Id, RelPath>,
    /// Files and folders that are not shown.
    hidden: BTreeSet<RelPath>,
}

/// Where a plan and its measures lie.
#[derive(Clone, Debug)]
struct PlanAddress {
    folder: String,
    /// Its page; those of its measures and reports lie beside it.
    page: RelPath,
    /// By the stem of the measure's file; and what they are called, for a plan may have thousands.
    measures: BTreeMap<String, RelPath>,
    names: BTreeSet<String>,
}

impl Addresses {
    /// Makes the addresses of a site from its content files, of which those that may not be shown are left out.
    #[must_use]
    pub fn new<'f>(site: &Site, files: impl IntoIterator<Item = &'f RelPath>, locale: &Locale) -> Self {
        let folder = |key: &str| slug(&locale.say(key, &[]));
        let page = |key: &str| join(&[&format!("{}.html", folder(key))]);
        let list = |folder: &str| join(&[folder, "index.html"]);
        let (plans_folder, committees_folder) = (folder("path-plans"), folder("path-committees"));
        let (owners_folder, editions_folder) = (folder("path-owners"), folder("path-editions"));
        let mut addresses = Self {
            committees: register(&committees_folder, site.committees.keys()),
            owners: register(&owners_folder, site.owners.keys()),
            editions: register(&editions_folder, site.editions.iter().map(|edition| &edition.id)),
            home: join(&["index.html"]),
            not_found: join(&["404.html"]),
            plans_list: list(&plans_folder),
            plans_folder,
            committees_list: list(&committees_folder),
            committees_folder,
            owners_list: list(&owners_folder),
            owners_folder,
            editions_list: list(&editions_folder),
            milestones: page("path-milestones"),
            disagreements: page("path-disagreements"),
            scales: page("path-scales"),
            about: page("path-about"),
            history: page("path-history"),
            months: folder("path-months"),
            indicators_folder: folder("path-indicators"),
            measures_folder: folder("path-measures"),
            pack: folder("path-pack"),
            a_to_z_folder: folder("path-a-to-z"),
            plans: BTreeMap::new(),
            pages: BTreeMap::new(),
            hidden: BTreeSet::new(),
        };
        let mut files: Vec<&RelPath> = files.into_iter().collect();
        files.sort_unstable();
        files.dedup();
        addresses.add(&files);
        addresses
    }

    /// Forgets files that are not shown, so that no link leads to them. All others keep their addresses.
    pub fn hide(&mut self, hidden: &BTreeSet<RelPath>) {
        self.hidden.extend(hidden.iter().cloned());
        for file in hidden {
            self.pages.remove(file);
            let parts: Vec<&str> = file.parts().collect();
            if let [CONTENT, "plans", plan, rest @ ..] = parts.as_slice() {
                match (rest, self.plans.get_mut(*plan)) {
                    (["plan.md"], _) => {
                        self.plans.remove(*plan);
                    }
                    (["measures", _], Some(plan)) => {
                        plan.measures.remove(file.stem());
                    }
                    _ => {}
                }
            }
        }
    }

    /// Gives a plan or a measure of which only a public title is shown an address of that title: the
    /// name of its file may say more.
    pub fn rename(&mut self, file: &RelPath, title: &str) {
        let (history, months) = (self.history.stem().to_owned(), self.months.clone());
        let parts: Vec<&str> = file.parts().collect();
        let [CONTENT, "plans", folder, rest @ ..] = parts.as_slice() else { return };
        let name = slug_of_words(title);
        match rest {
            ["plan.md"] => {
                let mut taken: BTreeSet<String> = self.plans.values().map(|plan| last(&plan.folder).into()).collect();
                let name = claim(&mut taken, &name);
                if let Some(plan) = self.plans.get_mut(*folder) {
                    plan.lie_in(format!("{}/{name}", self.plans_folder));
                }
            }
            ["measures", _] => {
                if let Some(plan) = self.plans.get_mut(*folder) {
                    plan.measures.remove(file.stem());
                    plan.add_measure(file.stem(), &name, [&history, &months]);
                }
            }
            _ => {}
        }
    }

    /// Adds plans, measures and ordinary pages, in the order of their paths.
    fn add(&mut self, files: &[&RelPath]) {
        let mut folders = BTreeSet::new();
        let mut taken = self.own_pages();
        let (history, months) = (self.history.stem().to_owned(), self.months.clone());
        for file in files {
            let Some(path) = file.as_str().strip_prefix("content/") else { continue };
            match path.strip_prefix("plans/").map(|path| path.split_once('/')) {
                Some(Some((plan, "plan.md"))) => {
                    let name = claim(&mut folders, &slug(plan));
                    let folder = format!("{}/{name}", self.plans_folder);
                    self.plans.insert(plan.to_owned(), PlanAddress::new(folder));
                }
                None if path != "index.md" && file.extension() == "md" => {
                    let parts: Vec<&str> = path.split('/').collect();
                    self.pages.insert((*file).clone(), claim_page(&mut taken, &parts, file.stem()));
                }
                _ => {}
            }
        }
        for file in files {
            if let Some(path) = file.as_str().strip_prefix("content/plans/")
                && let Some((plan, rest)) = path.split_once('/')
                && let Some(name) = rest.strip_prefix("measures/")
                && name.ends_with(".md")
                && !name.contains('/')
                && let Some(plan) = self.plans.get_mut(plan)
            {
                plan.add_measure(file.stem(), &slug(file.stem()), [&history, &months]);
            }
        }
    }

    /// Returns the pages that are ours, which no ordinary page may take.
    fn own_pages(&self) -> BTreeSet<String> {
        let lists = [&self.plans_list, &self.committees_list, &self.owners_list, &self.editions_list];
        let single = [&self.milestones, &self.disagreements, &self.scales, &self.about, &self.history];
        let first_parts = [self.measures(0), self.a_to_z(0)];
        let registers = self.committees.values().chain(self.owners.values()).chain(self.editions.values());
        let below = |page| [self.history_below(page), self.pack_below(page)];
        let below: Vec<RelPath> = self.committees.values().flat_map(below).collect();
        let all = [&self.home, &self.not_found]
            .into_iter()
            .chain(lists)
            .chain(single)
            .chain(registers)
            .chain(&below)
            .chain(&first_parts);
        all.map(|path| path.as_str().to_owned()).collect()
    }

    /// Tells whether an ordinary page lies in a folder that other pages are made into: only there can two be one.
    #[must_use]
    pub fn has_page_in_our_folders(&self) -> bool {
        let ours = [self.plans_folder.as_str(), &self.committees_folder, &self.owners_folder, EDITIONS, "assets"];
        let lists = [self.editions_list.folder(), &self.measures_folder, &self.a_to_z_folder];
        let first = |page: &RelPath| page.parts().next().unwrap_or_default().to_lowercase();
        let folders: BTreeSet<String> = ours.into_iter().chain(lists).map(str::to_lowercase).collect();
        self.pages.values().any(|page| !page.folder().is_empty() && folders.contains(&first(page)))
    }

    /// Returns the front page.
    #[must_use]
    pub fn home(&self) -> &RelPath {
        &self.home
    }

    /// Returns the page for addresses that lead nowhere.
    #[must_use]
    pub fn not_found(&self) -> &RelPath {
        &self.not_found
    }

    /// Returns the list of plans.
    #[must_use]
    pub fn plans(&self) -> &RelPath {
        &self.plans_list
    }

    /// Returns the list of committees.
    #[must_use]
    pub fn committees(&self) -> &RelPath {
        &self.committees_list
    }

    /// Returns the list of owners.
    #[must_use]
    pub fn owners(&self) -> &RelPath {
        &self.owners_list
    }

    /// Returns the page of all milestones.
    #[must_use]
    pub fn milestones(&self) -> &RelPath {
        &self.milestones
    }

    /// Returns the page of figures that disagree.
    #[must_use]
    pub fn disagreements(&self) -> &RelPath {
        &self.disagreements
    }

    /// Returns the page of scales.
    #[must_use]
    pub fn scales(&self) -> &RelPath {
        &self.scales
    }

    /// Returns the page about the site.
    #[must_use]
    pub fn about(&self) -> &RelPath {
        &self.about
    }

    /// Returns the page of what was recorded when.
    #[must_use]
    pub fn history(&self) -> &RelPath {
        &self.history
    }

    /// Returns a page of all measures, which are on several pages where they are very many.
    #[must_use]
    pub fn measures(&self, part: usize) -> RelPath {
        join(&[&self.measures_folder, &part_name(part)])
    }

    /// Returns a page of all names from A to Z, which are on several pages where they are very many.
    #[must_use]
    pub fn a_to_z(&self, part: usize) -> RelPath {
        join(&[&self.a_to_z_folder, &part_name(part)])
    }

    /// Returns the page of what was recorded of a plan when.
    #[must_use]
    pub fn plan_history(&self, plan: &Id) -> RelPath {
        beside(&self.plan(plan), self.history.file_name())
    }

    /// Returns the page that a page of a plan was, while the plan had an id of before.
    #[must_use]
    pub fn old_plan(&self, plan: &Id, former: &Id, page: &RelPath) -> RelPath {
        let folder = self.plan(plan).folder().to_owned();
        let within = page.as_str().strip_prefix(&folder).map_or(page.file_name(), |rest| rest.trim_start_matches('/'));
        join(&[&self.plans_folder, &former.slug(), within])
    }

    /// Returns the page that a measure of a plan had under an id of before.
    #[must_use]
    pub fn old_measure(&self, plan: &Id, former: &Id) -> RelPath {
        let name = measure_name(&former.slug(), [self.history.stem(), &self.months], |_| false);
        beside(&self.plan(plan), &format!("{name}.html"))
    }

    /// Returns the page that a committee had under an id of before.
    #[must_use]
    pub fn old_committee(&self, former: &Id) -> RelPath {
        join(&[&self.committees_folder, &format!("{}.html", former.slug())])
    }

    /// Returns the page that an owner had under an id of before.
    #[must_use]
    pub fn old_owner(&self, former: &Id) -> RelPath {
        join(&[&self.owners_folder, &format!("{}.html", former.slug())])
    }

    /// Returns a committee's page, or nothing where the register does not have it.
    #[must_use]
    pub fn committee(&self, id: &Id) -> Option<&RelPath> {
        self.committees.get(id)
    }

    /// Returns the page of what was recorded of a committee's plans and measures when.
    #[must_use]
    pub fn committee_history(&self, id: &Id) -> Option<RelPath> {
        self.committees.get(id).map(|page| self.history_below(page))
    }

    /// Returns a committee's meeting pack.
    #[must_use]
    pub fn meeting_pack(&self, id: &Id) -> Option<RelPath> {
        self.committees.get(id).map(|page| self.pack_below(page))
    }

    /// Returns where the meeting pack of a committee lies as a document, of today or of an edition, or nothing where the register
    /// does not have the committee. Its name says which it is, in ASCII: it is mailed and kept with others.
    #[must_use]
    pub fn pack_document(&self, id: &Id, edition: Option<&Id>) -> Option<RelPath> {
        let slug = self.committees.get(id)?.stem();
        let of_edition = edition.map(|edition| format!("-{edition}")).unwrap_or_default();
        let name = ascii_name(&format!("{}-{slug}{of_edition}", self.pack));
        Some(join(&[&self.committees_folder, slug, &format!("{name}.pdf")]))
    }

    fn pack_below(&self, page: &RelPath) -> RelPath {
        join(&[&self.committees_folder, page.stem(), &format!("{}.html", self.pack)])
    }

    /// Returns the history in a folder named after a page, where no other committee can have its own page.
    fn history_below(&self, page: &RelPath) -> RelPath {
        join(&[&self.committees_folder, page.stem(), self.history.file_name()])
    }

    /// Returns an owner's page, or nothing where the register does not have it.
    #[must_use]
    pub fn owner(&self, id: &Id) -> Option<&RelPath> {
        self.owners.get(id)
    }

    /// Returns the list of editions.
    #[must_use]
    pub fn editions(&self) -> &RelPath {
        &self.editions_list
    }

    /// Returns the page of the site of today about an edition.
    #[must_use]
    pub fn edition(&self, id: &Id) -> Option<&RelPath> {
        self.editions.get(id)
    }

    /// Returns the folder that holds the whole site of an edition.
    #[must_use]
    pub fn edition_folder(&self, id: &Id) -> Option<String> {
        Some(format!("{EDITIONS}/{}", self.editions.get(id)?.stem()))
    }

    /// Returns what a page is made of that lies in the folder of a plan or an edition: their file.
    #[must_use]
    pub fn source_of(&self, page: &RelPath) -> Option<String> {
        let is_below = |folder: &str| page.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        let plan = self.plans.iter().find(|(_, plan)| is_below(&plan.folder));
        let plan = plan.map(|(id, _)| format!("{CONTENT}/plans/{id}/plan.md"));
        plan.or_else(|| is_below(EDITIONS).then(|| "site.toml".to_owned()))
    }

    /// Returns a plan's page.
    #[must_use]
    pub fn plan(&self, plan: &Id) -> Cow<'_, RelPath> {
        match self.plans.get(plan.as_str()) {
            Some(plan) => Cow::Borrowed(&plan.page),
            None => Cow::Owned(join(&[&self.plans_folder, &slug(plan.as_str()), "index.html"])),
        }
    }

    /// Returns the page of a report of a plan: the plan as of its date.
    #[must_use]
    pub fn report(&self, plan: &Id, as_of: Period) -> RelPath {
        beside(&self.plan(plan), &format!("{}.html", as_of.iso()))
    }

    /// Returns the page of a measure of a plan, by the measure's file.
    #[must_use]
    pub fn measure(&self, plan: &Id, file: &str) -> Cow<'_, RelPath> {
        let stem = stem(file);
        match self.plans.get(plan.as_str()).and_then(|plan| plan.measures.get(stem)) {
            Some(page) => Cow::Borrowed(page),
            None => Cow::Owned(beside(&self.plan(plan), &format!("{}.html", slug(stem)))),
        }
    }

    /// Returns the page of what a plan comes to month by month.
    #[must_use]
    pub fn months(&self, plan: &Id) -> RelPath {
        beside(&self.plan(plan), &format!("{}.html", self.months))
    }

    /// Returns the page of an indicator of a plan, by the name of its page. They lie in a folder of their own, where no
    /// measure and no report can have the name.
    #[must_use]
    pub fn indicator(&self, plan: &Id, name: &str) -> RelPath {
        join(&[self.plan(plan).folder(), &self.indicators_folder, &format!("{name}.html")])
    }

    /// Returns the page that an indicator of a plan had under an id of before.
    #[must_use]
    pub fn old_indicator(&self, plan: &Id, former: &Id) -> RelPath {
        self.indicator(plan, &former.slug())
    }

    /// Returns where an ordinary page lies.
    #[must_use]
    pub fn prose(&self, file: &RelPath) -> Option<&RelPath> {
        self.pages.get(file)
    }

    /// Returns where the reader finds what a content file says, or nothing where nothing is shown of it.
    #[must_use]
    pub fn find(&self, file: &RelPath) -> Option<Address> {
        if self.hidden.contains(file) {
            return None;
        }
        let parts: Vec<&str> = file.parts().collect();
        let whole = |page| Some(Address { page, fragment: None });
        match *parts.as_slice() {
            [CONTENT, "index.md"] => whole(self.home().clone()),
            [CONTENT, "committees.toml"] => whole(self.committees().clone()),
            [CONTENT, "owners.toml"] => whole(self.owners().clone()),
            [CONTENT, "plans"] => whole(self.plans().clone()),
            [CONTENT, "plans", plan, ref rest @ ..] => self.find_in_plan(file, plan, rest),
            _ => self.pages.get(file).cloned().and_then(whole).or_else(|| self.asset(file).and_then(whole)),
        }
    }

    fn find_in_plan(&self, file: &RelPath, plan: &str, rest: &[&str]) -> Option<Address> {
        let entry = self.plans.get(plan)?;
        let page = |name: &str| join(&[&entry.folder, name]);
        let at = |name: &str, fragment: &str| {
            Some(Address { page: page(name), fragment: (!fragment.is_empty()).then(|| fragment.to_owned()) })
        };
        match *rest {
            [] | ["plan.md"] => at("index.html", ""),
            ["indicators.toml"] | ["indicators"] | ["indicators", _] => at("index.html", "indicators"),
            ["milestones.toml"] => at("index.html", "milestones"),
            ["measures"] => at("index.html", "measures"),
            ["measures", name] if name.ends_with(".md") => {
                Some(Address { page: entry.measures.get(stem(name))?.clone(), fragment: None })
            }
            ["tables", name] if is_table(name) => at("index.html", &table_anchor(stem(name))),
            ["updates", date] | ["updates", date, "index.md"] => at(&report_file(date)?, ""),
            ["updates", date, name] if is_table(name) => at(&report_file(date)?, &table_anchor(stem(name))),
            ["updates", date, name] if name.ends_with(".md") => {
                let page = entry.measures.get(stem(name))?.clone();
                Some(Address { page, fragment: Some(Period::folder_iso(date)?) })
            }
            _ if role_of(file) == FileKind::Asset => at(&rest.join("/"), ""),
            _ => None,
        }
    }

    /// Returns where a picture or other file is copied to, or nothing where it is none of those.
    #[must_use]
    pub fn asset(&self, file: &RelPath) -> Option<RelPath> {
        if role_of(file) != FileKind::Asset || self.hidden.contains(file) {
            return None;
        }
        let parts: Vec<&str> = file.parts().collect();
        match *parts.as_slice() {
            [CONTENT, "plans", plan, ref rest @ ..] => Some(join(&[&self.plans.get(plan)?.folder, &rest.join("/")])),
            [CONTENT, ref rest @ ..] => Some(join(rest)),
            _ => None,
        }
    }
}

impl PlanAddress {
    fn new(folder: String) -> Self {
        Self { page: join(&[&folder, "index.html"]), folder, measures: BTreeMap::new(), names: BTreeSet::new() }
    }

    /// Moves its page. Nothing but its title is shown, so it has no others.
    fn lie_in(&mut self, folder: String) {
        self.page = join(&[&folder, "index.html"]);
        self.folder = folder;
    }

    fn add_measure(&mut self, stem: &str, slug: &str, ours: [&str; 2]) {
        let name = measure_name(slug, ours, |name| self.names.contains(name));
        self.measures.insert(stem.to_owned(), beside(&self.page, &format!("{name}.html")));
        self.names.insert(name);
    }
}

/// Returns the name of a measure's page, with a number behind it where another page of the plan has the name.
fn measure_name(slug: &str, ours: [&str; 2], is_taken: impl Fn(&str) -> bool) -> String {
    let is_ours = |name: &str| name == "index" || ours.contains(&name) || Period::folder_iso(name).is_some();
    let (mut name, mut count) = (slug.to_owned(), 1_u32);
    while is_ours(&name) || is_taken(&name) {
        count = count.saturating_add(1);
        name = format!("{slug}-{count}");
    }
    name
}

/// Returns the address that leads from one page to another place, with what a URL may not hold written as bytes.
pub(super) fn href(from: &RelPath, to: &RelPath) -> String {
    encoded(&from.address_of(to))
}

/// Returns an address with what a URL may not hold written as bytes.
pub(super) fn encoded(address: &str) -> String {
    if address.bytes().all(|byte| !is_reserved(byte)) {
        return address.to_owned();
    }
    let mut out = String::with_capacity(address.len().saturating_add(8));
    for c in address.chars() {
        match u8::try_from(c) {
            Ok(byte) if is_reserved(byte) && c.is_ascii() => out.push_str(&format!("%{byte:02X}")),
            _ => out.push(c),
        }
    }
    out
}

fn is_reserved(byte: u8) -> bool {
    matches!(byte, b' ' | b'#' | b'?' | b'%' | b'"' | b'<' | b'>' | b'`' | b'{' | b'}' | b'|' | b'^' | b'[' | b']')
}

fn register<'i>(folder: &str, ids: impl Iterator<Item = &'i Id>) -> BTreeMap<Id, RelPath> {
    let mut taken = BTreeSet::from(["index".to_owned()]);
    ids.map(|id| (id.clone(), join(&[folder, &format!("{}.html", claim(&mut taken, &id.slug()))]))).collect()
}

/// Takes a name that nothing else has, with a number behind it where it must.
fn claim(taken: &mut BTreeSet<String>, name: &str) -> String {
    let mut free = name.to_owned();
    let mut count = 1_u32;
    while !taken.insert(free.clone()) {
        count = count.saturating_add(1);
        free = format!("{name}-{count}");
    }
    free
}

/// Takes the path of an ordinary page: its folders and its name as slugs.
fn claim_page(taken: &mut BTreeSet<String>, rest: &[&str], stem: &str) -> RelPath {
    let folders = rest.iter().take(rest.len().saturating_sub(1)).map(|folder| slug(folder));
    let name = folders.chain([slug(stem)]).collect::<Vec<_>>().join("/");
    let mut path = format!("{name}.html");
    let mut count = 1_u32;
    while !taken.insert(path.clone()) {
        count = count.saturating_add(1);
        path = format!("{name}-{count}.html");
    }
    join(&[&path])
}

fn is_table(file: &str) -> bool {
    file.ends_with(".csv") || file.ends_with(".toml")
}

fn report_file(folder: &str) -> Option<String> {
    Some(format!("{}.html", Period::folder_iso(folder)?))
}

/// Returns the name of a file without its folder and its ending.
pub(super) fn stem(file: &str) -> &str {
    let name = file.rsplit_once('/').map_or(file, |(_, name)| name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

fn last(folder: &str) -> &str {
    folder.rsplit_once('/').map_or(folder, |(_, name)| name)
}

/// The most characters of a title that an address holds.
const LONGEST: usize = 60;

/// Returns words as a slug.
fn slug_of_words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let id: String = words.collect::<Vec<_>>().join("-").chars().take(LONGEST).collect();
    slug(id.trim_end_matches('-'))
}

fn slug(text: &str) -> String {
    Id::new(text).map_or_else(|| "x".to_owned(), |id| id.slug())
}

/// Returns the page of a name beside another.
fn beside(page: &RelPath, name: &str) -> RelPath {
    RelPath::new([page.folder(), &safe_name(name)].join("/")).expect("a name beside a page makes a path")
}

/// Returns the name of one of the pages of a long list, of which the first is the folder's own.
fn part_name(part: usize) -> String {
    if part == 0 { "index.html".to_owned() } else { format!("{}.html", part.saturating_add(1)) }
}

/// Joins parts that came out of a [`RelPath`] or a slug, each under a name that every system can hold.
fn join(parts: &[&str]) -> RelPath {
    let path = parts.join("/");
    let safe: Vec<_> = path.split('/').map(safe_name).collect();
    RelPath::new(safe.join("/")).expect("slugs and parts of paths make a path")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::fixtures;

    fn path(text: &str) -> RelPath {
        RelPath::new(text).expect("a path")
    }

    fn addresses(files: &[&str]) -> Addresses {
        let files: Vec<RelPath> = files.iter().map(|file| path(file)).collect();
        Addresses::new(&fixtures::site(), &files, &fixtures::danish())
    }

    fn found(addresses: &Addresses, file: &str) -> Option<String> {
        let address = addresses.find(&path(file))?;
        Some(match address.fragment {
            Some(fragment) => format!("{}#{fragment}", address.page),
            None => address.page.to_string(),
        })
    }

    #[test]
    fn finds_what_a_file_says() {
        let addresses = addresses(&[
            "content/om-tallene.md",
            "content/om.md",
            "content/plans/AUX/plan.md",
            "content/plans/Voksne_2020/plan.md",
            "content/plans/Voksne_2020/measures/03-bolig.md",
            "content/plans/Voksne_2020/measures/2020-06-30.md",
        ]);
        for (file, page) in [
            ("content/om-tallene.md", "om-tallene.html"),
            ("content/om.md", "om-2.html"),
            ("content/plans/Voksne_2020/plan.md", "planer/voksne-2020/index.html"),
            ("content/plans/Voksne_2020/measures/03-bolig.md", "planer/voksne-2020/03-bolig.html"),
            ("content/plans/Voksne_2020/measures/2020-06-30.md", "planer/voksne-2020/2020-06-30-2.html"),
            ("content/plans/Voksne_2020/updates/2020-K2/03-bolig.md", "planer/voksne-2020/03-bolig.html#2020-Q2"),
            ("content/plans/Voksne_2020/updates/2020-K2/index.md", "planer/voksne-2020/2020-Q2.html"),
            ("content/plans/Voksne_2020/tables/drift.toml", "planer/voksne-2020/index.html#table-drift"),
            ("content/plans/Voksne_2020/a b.svg", "planer/voksne-2020/a b.svg"),
            ("content/plans/Voksne_2020/hvad?.svg", "planer/voksne-2020/hvad_.svg"),
            ("content/plans/AUX/plan.md", "planer/_aux/index.html"),
        ] {
            assert_eq!(found(&addresses, file).as_deref(), Some(page), "{file}");
        }
        assert_eq!(found(&addresses, "content/plans/andet/plan.md"), None);
    }

    #[test]
    fn writes_addresses_that_browsers_read() {
        assert_eq!(href(&path("a/b.html"), &path("a/c d#1.svg")), "c%20d%231.svg");
        assert_eq!(href(&path("a/b.html"), &path("udvalg/øu.html")), "../udvalg/øu.html");
    }
}
