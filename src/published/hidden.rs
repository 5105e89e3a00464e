//! Content as lines, hidden and shown: marks are found by their names, and passed on by where files lie.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    HidingRules,
    words::{Run, runs},
};
use crate::{
    diag::Error,
    tree::Tree,
    value::{Date, RelPath, marked_utf16},
};

/// The lines of all content files of one state of a site.
#[derive(Debug, Default)]
pub struct ContentLines {
    hidden: BTreeMap<Run, String>,
    shown: BTreeSet<Run>,
    /// The files that are hidden as a whole.
    pub hidden_files: BTreeSet<String>,
}

/// One content file.
struct ContentFile {
    path: String,
    lines: Vec<String>,
    /// The lines that a mark of its own hides.
    marked: BTreeSet<usize>,
    /// A mark hides all of it.
    is_hidden: bool,
}

/// What the site of today hides of an older version, whatever that says itself.
#[derive(Debug, Default)]
pub struct AlsoHidden {
    /// Files that are hidden today.
    pub files: BTreeSet<String>,
    /// What `redact` names: the record, by its plan and id, and the field, empty for all of it.
    pub redacted: Vec<(String, String)>,
}

/// Reads what `site.toml` names under `redact`. Commits are passed over: what they said has no place in a file.
pub fn redacted(tree: &dyn Tree) -> Result<Vec<(String, String)>, Error> {
    let Some(file) = tree.paths().iter().find(|path| path.as_str() == "site.toml") else { return Ok(Vec::new()) };
    let mut bytes = Vec::new();
    tree.read(file, &mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let list = text.split("\nredact").nth(1).and_then(|rest| rest.split(']').next()).unwrap_or_default();
    let names = list.split('"').skip(1).step_by(2).filter(|name| name.contains('/'));
    Ok(names
        .map(|name| name.split_once('#').unwrap_or((name, "")))
        .map(|(record, field)| (record.to_owned(), field.to_owned()))
        .collect())
}

impl ContentLines {
    /// Reads all content files. `also` is hidden whatever they say themselves.
    pub fn read(tree: &dyn Tree, rules: HidingRules<'_>, also: &AlsoHidden) -> Result<Self, Error> {
        let mut files = Vec::new();
        let mut bytes = Vec::new();
        for path in tree.paths().iter().filter(|path| is_content(path)) {
            tree.read(path, &mut bytes)?;
            let text = marked_utf16(&bytes).map_or_else(|| String::from_utf8_lossy(&bytes), |(text, _)| text.into());
            files.push(ContentFile::read(path.as_str(), &text, rules));
        }
        pass_on(&mut files, rules);
        let mut all = Self::default();
        for mut file in files {
            also.redacted.iter().for_each(|(record, field)| file.redact(record, field));
            let is_hidden = file.is_hidden || also.files.contains(&file.path);
            if is_hidden {
                all.hidden_files.insert(file.path.clone());
            }
            all.take(&file, is_hidden);
        }
        Ok(all)
    }

    fn take(&mut self, file: &ContentFile, is_hidden: bool) {
        for (at, text) in file.texts() {
            let is_public = file.lines.get(at).is_some_and(|line| line.trim_start().starts_with("public_title"));
            if (is_hidden || file.marked.contains(&at)) && !is_public {
                let source = format!("{}:{}", file.path, at.saturating_add(1));
                for run in runs(&text) {
                    self.hidden.entry(run).or_insert_with(|| source.clone());
                }
            } else {
                self.shown.extend(runs(&text));
            }
        }
        let name = file.path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map_or("", |(stem, _)| stem);
        match is_hidden {
            true => self.hidden.extend(runs(name).into_iter().map(|run| (run, file.path.clone()))),
            false => self.shown.extend(runs(name)),
        }
    }

    /// Returns the runs of words of hidden lines, each with where it stands.
    pub fn hidden_runs(&self) -> BTreeMap<Run, String> {
        self.hidden.clone()
    }

    /// Returns the runs of words of shown lines.
    pub fn shown_runs(&self) -> BTreeSet<Run> {
        self.shown.clone()
    }

    /// Tells whether a run stands in a shown line.
    pub fn has_shown(&self, run: &Run) -> bool {
        self.shown.contains(run)
    }
}

fn is_content(path: &RelPath) -> bool {
    let is_text = ["md", "toml", "csv"].iter().any(|ending| path.extension().eq_ignore_ascii_case(ending));
    is_text && path.parts().next() == Some("content") || path.as_str() == "site.toml"
}

impl ContentFile {
    fn read(path: &str, text: &str, rules: HidingRules<'_>) -> Self {
        let lines: Vec<String> = text.trim_start_matches('\u{feff}').lines().map(str::to_owned).collect();
        let mut file = Self { path: path.to_owned(), lines, marked: BTreeSet::new(), is_hidden: false };
        let heads: Vec<(usize, String)> = file.fields().filter_map(|(at, line)| Some((at, head(line)?))).collect();
        let marks: Vec<usize> = file.fields().filter(|(_, line)| hides(line, rules)).map(|(at, _)| at).collect();
        let end = file.lines.len();
        for mark in marks {
            let line = file.lines.get(mark).map_or("", String::as_str);
            // In braces it hides what they hold.
            if line.trim_start().split_once('=').is_some_and(|(key, _)| !is_mark(key.trim())) {
                file.marked.insert(mark);
                continue;
            }
            match heads.iter().rfind(|(at, _)| *at < mark) {
                None => file.is_hidden = true,
                Some((_, name)) => {
                    for (place, (from, other)) in heads.iter().enumerate() {
                        if other == name || other.starts_with(&format!("{name}.")) {
                            let to = heads.get(place.saturating_add(1)).map_or(end, |(at, _)| *at);
                            file.marked.extend(*from..to);
                        }
                    }
                }
            }
        }
        file
    }

    /// Returns the lines that are fields: of Markdown those between its lines of `+++`, of TOML all. Remarks are none: they are
    /// published nowhere, and hide nothing.
    fn fields(&self) -> impl Iterator<Item = (usize, &str)> {
        self.lines_of_fields().filter(|(_, line)| !line.trim_start().starts_with('#'))
    }

    /// Returns the same with remarks.
    fn lines_of_fields(&self) -> impl Iterator<Item = (usize, &str)> {
        let is_markdown = self.path.ends_with(".md");
        let mut fences = self.lines.iter().enumerate().filter(|(_, line)| line.trim_end() == "+++").map(|(at, _)| at);
        let (first, last) = (fences.next(), fences.next());
        let is_field = move |at: usize| match (is_markdown, first, last) {
            (false, ..) => true,
            (true, Some(0), Some(last)) => at < last,
            (true, ..) => false,
        };
        let is_table = self.path.ends_with(".csv");
        self.lines
            .iter()
            .enumerate()
            .filter(move |(at, _)| !is_table && is_field(*at))
            .map(|(at, line)| (at, line.as_str()))
    }

    /// Returns its texts, each with the line it begins on: values in quotes, cells, paragraphs.
    fn texts(&self) -> Vec<(usize, String)> {
        let fields: BTreeSet<usize> = self.lines_of_fields().map(|(at, _)| at).collect();
        let mut texts: Vec<(usize, String)> = Vec::new();
        let mut is_open = false;
        for (at, line) in self.lines.iter().enumerate() {
            if self.path.ends_with(".csv") {
                texts.extend(line.split([';', ',', '\t']).map(|cell| (at, cell.to_owned())));
            } else if fields.contains(&at) && line.trim_start().starts_with('#') {
                is_open = false;
            } else if fields.contains(&at) {
                let parts = line.split(['"', '\'']).skip(1).step_by(2);
                texts.extend(parts.map(|text| (at, text.to_owned())));
            } else if line.trim_end() == "+++"
                || line.trim().is_empty()
                || line.trim_start().starts_with(['#', '|', '-', '>'])
            {
                is_open = false;
                texts.push((at, line.clone()));
            } else if let Some((_, text)) = texts.last_mut().filter(|_| is_open) {
                text.push(' ');
                text.push_str(line);
            } else {
                is_open = true;
                texts.push((at, line.clone()));
            }
        }
        texts
    }

    /// Hides what is redacted: all lines of a record, or those of a field of it.
    fn redact(&mut self, record: &str, field: &str) {
        let Some((plan, id)) = record.split_once('/') else { return };
        if plan_of(&self.path).as_deref() != Some(&format!("content/plans/{plan}")) {
            return;
        }
        let is_own =
            self.stem() == id || self.value("id").as_deref() == Some(id) || self.folder().ends_with(&format!("/{id}"));
        let mut name = String::new();
        for at in 0..self.lines.len() {
            let Some(line) = self.lines.get(at) else { break };
            name = head(line).unwrap_or(name);
            let is_within = is_own || name.split('.').any(|part| part == id);
            let key = line.split('=').next().unwrap_or_default().trim();
            let is_field = key == field || field == "text" && !line.contains('=');
            if is_within && (field.is_empty() || is_field) {
                self.marked.insert(at);
            }
        }
    }

    /// Returns the value of a field as it is written, without its quotes.
    fn value(&self, key: &str) -> Option<String> {
        let mut fields = self.fields().filter_map(|(_, line)| line.split_once('='));
        let (_, value) = fields.find(|(name, _)| name.trim() == key)?;
        Some(value.trim().trim_matches(['"', '\'']).to_owned())
    }

    fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').map_or(name, |(stem, _)| stem)
    }

    fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// Returns the name of a table that begins on a line.
fn head(line: &str) -> Option<String> {
    let name = line.trim().strip_prefix('[')?.split(']').next()?;
    (!line.contains('=')).then(|| name.trim_matches(['[', ' ']).replace(['"', '\''], ""))
}

fn is_mark(key: &str) -> bool {
    matches!(key.trim_matches(['"', '\'']), "visibility" | "embargo")
}

/// Tells whether a line holds a mark that hides.
fn hides(line: &str, rules: HidingRules<'_>) -> bool {
    let after = |key: &str| -> Option<String> {
        let (_, rest) = line.split_once(key)?;
        let value = rest.trim_start_matches(['"', '\'', ' ']).strip_prefix('=')?;
        Some(value.split([',', '}', '#']).next().unwrap_or_default().trim().trim_matches(['"', '\'']).to_owned())
    };
    let is_shut = after("visibility").is_some_and(|word| rules.hidden_words.contains(&word.as_str()));
    let is_early = after("embargo").is_some_and(|day| day.parse::<Date>().map_or(true, |day| day > rules.as_of));
    is_shut || is_early
}

/// Passes marks on: from a plan, a report and a page's folder to what lies in them, from a measure to what is said of it,
/// from a table to its figures. A report of a later date is hidden too.
fn pass_on(files: &mut [ContentFile], rules: HidingRules<'_>) {
    let mut folders: BTreeSet<String> = BTreeSet::new();
    for file in files.iter().filter(|file| file.is_hidden) {
        let is_whole = file.path.ends_with("/plan.md") || file.path.ends_with("/index.md");
        folders.extend(is_whole.then(|| format!("{}/", file.folder())));
    }
    for file in files.iter() {
        let (folder, above) = file.folder().rsplit_once('/').map_or(("", ""), |(above, folder)| (folder, above));
        if above.ends_with("/updates") && last_day(folder).is_some_and(|day| day > rules.as_of) {
            folders.insert(format!("{}/", file.folder()));
        }
    }
    for file in files.iter_mut() {
        let path = file.path.clone();
        file.is_hidden |= folders.iter().any(|folder| {
            path.starts_with(folder) && (folder.starts_with("content/plans/") || !path.starts_with("content/plans/"))
        });
    }
    let plans: BTreeSet<String> = files.iter().filter_map(|file| plan_of(&file.path)).collect();
    for plan in plans {
        let within = |file: &&mut ContentFile| plan_of(&file.path).as_deref() == Some(plan.as_str());
        let mut names: BTreeSet<String> = BTreeSet::new();
        let mut tables: BTreeSet<String> = BTreeSet::new();
        let mut numbers: BTreeSet<String> = BTreeSet::new();
        for file in files.iter_mut().filter(within).filter(|file| file.is_hidden) {
            if file.path.contains("/measures/") {
                names.insert(file.stem().to_owned());
                names.extend(file.value("id"));
                numbers.extend(file.value("number"));
            } else if file.path.contains("/tables/") {
                tables.insert(file.stem().to_owned());
            }
        }
        for file in files.iter_mut().filter(within).filter(|file| file.path.contains("/measures/")) {
            let number = file.value("number").unwrap_or_default();
            if numbers.iter().any(|shut| number.starts_with(&format!("{shut}."))) {
                file.is_hidden = true;
                names.insert(file.stem().to_owned());
                names.extend(file.value("id"));
            }
        }
        for file in files.iter_mut().filter(within) {
            let stem = file.stem().to_owned();
            file.is_hidden |= file.path.contains("/updates/") && stem != "index" && names.contains(&stem)
                || file.path.ends_with(".csv") && tables.contains(&stem);
            let first = |line: &String| line.split([';', ',', '\t', '=']).next().unwrap_or_default().trim().to_owned();
            if file.path.ends_with(".csv") || file.path.contains("/updates/") {
                let of_names = file.lines.iter().enumerate().filter(|(_, line)| names.contains(&first(line)));
                let lines: Vec<usize> = of_names.map(|(at, _)| at).collect();
                file.marked.extend(lines);
            }
        }
        hide_indicators(files, &plan, &names);
        hide_milestones(files, &plan);
    }
}

/// Hides the indicators of measures that are hidden, and what reports say of hidden ones.
fn hide_indicators(files: &mut [ContentFile], plan: &str, measures: &BTreeSet<String>) {
    let mut ids: BTreeSet<String> = BTreeSet::new();
    let own = format!("{plan}/indicators.toml");
    for file in files.iter_mut().filter(|file| file.path == own) {
        let mut name = String::new();
        let mut of_hidden: BTreeSet<String> = BTreeSet::new();
        let mut names: Vec<String> = Vec::new();
        for (at, line) in file.lines.iter().enumerate() {
            name = head(line).unwrap_or(name);
            names.push(indicator_of(&name));
            let measure = line
                .split_once('=')
                .filter(|(key, _)| key.trim() == "measure")
                .map(|(_, value)| value.trim().trim_matches(['"', '\'']));
            if measure.is_some_and(|measure| measures.contains(measure))
                || file.marked.contains(&at) && !line.contains('{')
            {
                of_hidden.extend(names.last().cloned());
            }
        }
        let is_hidden = |name: &String| {
            let whole = name.split_once('/').map(|(whole, _)| whole);
            of_hidden.contains(name) || whole.is_some_and(|whole| of_hidden.contains(whole))
        };
        file.marked.extend(names.iter().enumerate().filter(|(_, name)| is_hidden(name)).map(|(at, _)| at));
        ids.extend(of_hidden);
    }
    let figures = format!("{plan}/indicators/");
    for file in files.iter_mut().filter(|file| file.path.starts_with(&figures)) {
        file.is_hidden |= ids.contains(file.stem());
    }
    let updates = format!("{plan}/updates/");
    for file in files.iter_mut().filter(|file| file.path.starts_with(&updates)) {
        let of_hidden = file.fields().filter(|(_, line)| {
            line.split_once('=').is_some_and(|(key, _)| ids.contains(key.trim().trim_matches(['"', '\''])))
        });
        let lines: Vec<usize> = of_hidden.map(|(at, _)| at).collect();
        file.marked.extend(lines);
    }
}

/// Returns the indicator that a table of `indicators.toml` is of, with the series where it is of one.
fn indicator_of(name: &str) -> String {
    let mut keys = name.split('.');
    match (keys.next().unwrap_or_default(), keys.next(), keys.next()) {
        (whole, Some("series"), Some(series)) => format!("{whole}/{series}"),
        (whole, ..) => whole.to_owned(),
    }
}

/// Hides what reports say of milestones and decisions that are hidden.
fn hide_milestones(files: &mut [ContentFile], plan: &str) {
    let own = format!("{plan}/milestones.toml");
    let register = files.iter().find(|file| file.path == own);
    let heads = register.into_iter().flat_map(|file| {
        let is_shut = |at: &usize| file.is_hidden || file.marked.contains(at);
        file.lines.iter().enumerate().filter(move |(at, _)| is_shut(at)).filter_map(|(_, line)| head(line))
    });
    let shut: BTreeSet<String> = heads.collect();
    let updates = format!("{plan}/updates/");
    for file in files.iter_mut().filter(|file| file.path.starts_with(&updates)) {
        let mut name = None;
        let mut lines = Vec::new();
        for (at, line) in file.fields() {
            name = head(line).or(name);
            lines.extend(name.as_ref().filter(|name| shut.contains(*name)).map(|_| at));
        }
        file.marked.extend(lines);
    }
}

fn plan_of(path: &str) -> Option<String> {
    let plan = path.strip_prefix("content/plans/")?.split_once('/')?.0;
    Some(format!("content/plans/{plan}"))
}

/// Returns the last day that a folder of a report is about. Of a year in two of the calendar, and of a week, the first on
/// which it may be over: nobody is told that something leaked which is out.
fn last_day(folder: &str) -> Option<Date> {
    if let Ok(day) = folder.parse() {
        return Some(day);
    }
    let year: i16 = folder.get(..4)?.parse().ok()?;
    let rest = folder.get(4..)?;
    if let Some(week) = rest.strip_prefix("-W").and_then(|week| week.parse::<i32>().ok()) {
        let days = week.checked_sub(1)?.checked_mul(7)?;
        return Date::new(year, 1, 1).ok()?.checked_add(jiff::Span::new().try_days(days).ok()?).ok();
    }
    // The year and what follows it: 2016-17, 2016_17-Q2, 2019-2021.
    let (_, part) = rest.rsplit_once('-').unwrap_or(("", rest));
    let last: Option<i16> = rest.get(1..5).and_then(|last| last.parse().ok());
    let month: i8 = match part {
        _ if last.is_some() => return Date::new(last?, 12, 31).ok(),
        "" | "H2" | "Q4" | "K4" | "T3" => 12,
        "H1" | "Q2" | "K2" => 6,
        "Q1" | "K1" => 3,
        "Q3" | "K3" => 9,
        "T1" => 4,
        "T2" => 8,
        month => month.parse().unwrap_or(12),
    };
    let month = if (1..=12).contains(&month) { month } else { 12 };
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}
