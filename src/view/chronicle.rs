//! A history as a reader asks for it: by month, day and plan, changed statuses first. What is only a new figure, and what was
//! only entered, is folded with how many there are.

use std::collections::BTreeSet;

use super::{
    Block, PageLink, ViewContext,
    context::plain,
    log::{beside_edition, said},
    page::{ChangeEntry, StatusStep},
    tables::{log_by, log_details},
    writer::{PageWriter, heading, subheading},
};
use crate::{
    summary::{ChangeRank, LogRow},
    table::{Chip, escape},
    value::{Date, Id, Period},
    wording::news_phrases,
};

/// A history in blocks, and how many changes it tells.
pub(super) struct ToldHistory {
    /// The blocks.
    pub blocks: Vec<Block>,
    /// How many records were changed, commit by commit.
    pub count: usize,
}

/// Tells what was recorded of several plans, the newest first.
pub(super) fn tell(writer: &PageWriter, rows: &[&LogRow]) -> ToldHistory {
    let context = writer.context;
    let first = rows.iter().map(|row| row.place).min();
    let mut teller = Teller { writer, first, ids: BTreeSet::new(), count: 0 };
    let mut blocks = Vec::new();
    let mut months = Vec::new();
    for month in rows.chunk_by(|a, b| month_of(a.recorded) == month_of(b.recorded)) {
        let Some(newest) = month.first() else { continue };
        let period = month_of(newest.recorded);
        let (id, name) = (teller.id(&period.iso()), capital(&context.locale.period(period)));
        months.push(PageLink { href: format!("#{id}"), ..plain(name.clone()) });
        blocks.push(heading(id, name));
        for day in month.chunk_by(|a, b| a.recorded == b.recorded && said(context, a.place) == said(context, b.place)) {
            teller.day(day, &mut blocks);
        }
    }
    let mut all = Vec::new();
    match months.len() {
        0 | 1 => {}
        2 | 3 => all.push(Block::Links { links: months }),
        _ => all.push(Block::Contents { title: context.word("block_contents").to_owned(), links: months }),
    }
    all.append(&mut blocks);
    ToldHistory { blocks: all, count: teller.count }
}

fn month_of(day: Date) -> Period {
    Period::Month(day.year(), day.month())
}

/// Returns a word as it begins a heading.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

struct Teller<'t> {
    writer: &'t PageWriter<'t>,
    /// The place of the first commit that is told.
    first: Option<usize>,
    ids: BTreeSet<String>,
    count: usize,
}

/// What became of a record, and how soon it is told.
struct ToldRecord {
    kind: ToldKind,
    rank: ChangeRank,
    entry: ChangeEntry,
}

/// What sort of news it is, in the order they are told.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum ToldKind {
    Status,
    Other,
    /// Figures and nothing else.
    Figures,
    /// It was entered, and nothing else.
    Entered,
}

impl Teller<'_> {
    /// Returns an anchor that no other has.
    fn id(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        let mut nth = 1_usize;
        while !self.ids.insert(id.clone()) {
            nth = nth.saturating_add(1);
            id = format!("{wanted}-{nth}");
        }
        id
    }

    fn day(&mut self, day: &[&LogRow], blocks: &mut Vec<Block>) {
        let context = self.writer.context;
        let Some(newest) = day.first() else { return };
        let id = self.id(&newest.recorded.to_string());
        blocks.push(subheading(id, context.locale.date(newest.recorded)));
        if let Some(by) = log_by(context, newest.place).filter(|by| !by.is_empty()) {
            blocks.push(Block::Text { text: by });
        }
        if day.iter().all(|row| Some(row.place) == self.first) {
            let told: Vec<ToldRecord> = self.records(day);
            blocks.push(self.recorded(newest));
            let summary = context.say("history-first-import", &[("count", told.len().into())]);
            blocks.push(folded(summary, told));
            return;
        }
        for commit in day.chunk_by(|a, b| a.place == b.place) {
            for plan in commit.chunk_by(|a, b| a.line.subject.plan == b.line.subject.plan) {
                self.plan(plan, blocks);
            }
        }
    }

    fn plan(&mut self, rows: &[&LogRow], blocks: &mut Vec<Block>) {
        let context = self.writer.context;
        let Some(first) = rows.first() else { return };
        let mut told = self.records(rows);
        if told.is_empty() {
            return;
        }
        let name = first.line.plan.clone().unwrap_or_else(|| context.word("history_shared").to_owned());
        let id = self.id(&format!("{}-{}", first.recorded, first.line.subject.plan.as_deref().unwrap_or("site")));
        blocks.push(plan_heading(context, id, name, first));
        blocks.push(self.recorded(first));
        // What is alike stays in the order of its numbers.
        told.sort_by_key(|record| (record.kind, record.rank));
        let (figures, told): (Vec<_>, Vec<_>) = told.into_iter().partition(|record| record.kind == ToldKind::Figures);
        let (entered, told): (Vec<_>, Vec<_>) = told.into_iter().partition(|record| record.kind == ToldKind::Entered);
        if !told.is_empty() {
            blocks.push(Block::Changes { lines: told.into_iter().map(|record| record.entry).collect() });
        }
        for (word, records) in [("history-new-figures", figures), ("history-entered", entered)] {
            if !records.is_empty() {
                blocks.push(folded(context.say(word, &[("count", records.len().into())]), records));
            }
        }
    }

    /// Says when and in which revision something was recorded: whoever asks for proof is told where it lies.
    fn recorded(&self, row: &LogRow) -> Block {
        let context = self.writer.context;
        let date = context.locale.date(row.recorded);
        let args = [("date", (&date).into()), ("revision", (&row.commit).into())];
        Block::Text { text: context.say("log-day-revision", &args) }
    }

    /// Tells the records of some rows: what one commit says of one of them is one line.
    fn records(&mut self, rows: &[&LogRow]) -> Vec<ToldRecord> {
        let moved: BTreeSet<&Id> =
            rows.iter().filter(|row| is_status(row)).filter_map(|row| row.measure.as_ref()).collect();
        let told: Vec<ToldRecord> =
            rows.chunk_by(|a, b| a.is_told_with(b)).filter_map(|together| self.record(together, &moved)).collect();
        self.count = self.count.saturating_add(told.len());
        told
    }

    /// Tells one record; nothing where nothing is left to say. `moved` are the measures of which the same commit tells another
    /// status.
    fn record(&self, together: &[&LogRow], moved: &BTreeSet<&Id>) -> Option<ToldRecord> {
        let context = self.writer.context;
        let first = together.first()?;
        // What was recorded of a plan is said in its language, and so are the words between.
        let own = &context.in_language(first.language);
        let href = match &first.fragment {
            Some(fragment) => self.writer.href_at(&first.page, fragment),
            None => self.writer.href(&first.page),
        };
        let lang = context.foreign(first.language);
        let name = PageLink { text: first.line.name.clone(), href, lang };
        let level = together.iter().find_map(|row| Some((row, status(context, row)?)));
        let rest: Vec<_> = together
            .iter()
            .filter(|row| level.as_ref().is_none_or(|(told, _)| !std::ptr::eq(**told, **row)))
            .map(|row| &row.line)
            .collect();
        let is_status = together.iter().any(|row| is_status(row));
        let is_entered = |row: &&LogRow| row.line.change == "added";
        let kind = match () {
            () if is_status => ToldKind::Status,
            () if together.iter().all(is_entered) => ToldKind::Entered,
            () if first.corrects.is_none()
                && first.measure.as_ref().is_none_or(|measure| !moved.contains(measure))
                && together.iter().all(|row| is_figure(row) || is_entered(row)) =>
            {
                ToldKind::Figures
            }
            () => ToldKind::Other,
        };
        let words = if rest.is_empty() { String::new() } else { news_phrases(own, &rest) };
        let (step, chips) = match level.map(|(_, told)| told) {
            Some(ToldStatus::Step(step)) => (Some(*step), Vec::new()),
            Some(ToldStatus::First(chip)) => (None, vec![*chip]),
            None => (None, Vec::new()),
        };
        if words.is_empty() && step.is_none() && chips.is_empty() {
            return None;
        }
        let is_elsewhere = |(_, edition): &(String, &Id)| context.addresses.edition(edition) != Some(&self.writer.path);
        let note = beside_edition(own, first).filter(is_elsewhere).map(|(text, edition)| {
            let page = context.addresses.edition(edition).map(|page| self.writer.href(page)).unwrap_or_default();
            PageLink { text, href: page, lang }
        });
        // That it is a new report is said where it is named.
        let is_new = together.iter().any(|row| row.line.is_new && row.line.subject.report.is_some());
        let about = first.line.date.clone().map(|date| match is_new {
            true => own.say("log-new-report", &[("date", (&date).into())]),
            false => date,
        });
        let about = about.map(|date| PageLink { lang, ..plain(date) });
        let entry = ChangeEntry {
            label: first.corrects.as_ref().map(|_| own.word("history_correction").to_owned()),
            name,
            step,
            words,
            lang,
            chips,
            note: note.or(about),
            html: log_details(own, together),
        };
        let rank = together.iter().map(|row| row.line.rank).min().unwrap_or(ChangeRank::Words);
        Some(ToldRecord { kind, rank, entry })
    }
}

/// Tells whether a row is about a status: a level, or a place in life.
fn is_status(row: &LogRow) -> bool {
    matches!(row.line.rank, ChangeRank::WorseStatus | ChangeRank::Status | ChangeRank::BetterStatus)
        && row.line.field.as_deref() != Some("trend")
}

/// Tells whether a row is about a figure.
fn is_figure(row: &LogRow) -> bool {
    matches!(row.line.rank, ChangeRank::WorseFigure | ChangeRank::Figure | ChangeRank::BetterFigure)
}

/// A status as it is drawn.
enum ToldStatus {
    First(Box<Chip>),
    Step(Box<StatusStep>),
}

/// Returns the level of a row as chips, where the site has levels of these words today.
fn status(context: &ViewContext, row: &LogRow) -> Option<ToldStatus> {
    let line = &row.line;
    if line.field.as_deref() != Some("level") || line.change != "field" {
        return None;
    }
    let chip = |word: &str| {
        let level = context.site.scales.iter().flat_map(|scale| &scale.levels).find(|level| level.word == word)?;
        let lang = context.foreign(context.site.language);
        Some(Chip { word: level.word.clone(), tone: level.tone.word(), quiet: false, count: None, lang, rank: 0 })
    };
    let after = chip(&line.after.as_ref()?.text)?;
    let Some(before) = line.before.as_ref().filter(|before| !before.text.is_empty()) else {
        return Some(ToldStatus::First(Box::new(after)));
    };
    let to = context.word("step_to").to_owned();
    match chip(&before.text)? {
        before if before.word == after.word => Some(ToldStatus::First(Box::new(after))),
        before => Some(ToldStatus::Step(Box::new(StatusStep { before, after, to }))),
    }
}

/// Returns the name of a plan as a heading, marked as of its language where that is not the page's.
fn plan_heading(context: &ViewContext, id: String, name: String, first: &LogRow) -> Block {
    let Some(lang) = context.foreign(first.language).filter(|_| first.line.plan.is_some()) else {
        return Block::Heading { id, level: 4, text: name };
    };
    let mut html = String::from("<h4 id=\"");
    escape(&mut html, &id);
    html.push_str("\" lang=\"");
    html.push_str(lang);
    html.push_str("\">");
    escape(&mut html, &name);
    html.push_str("</h4>");
    Block::Prose { html }
}

fn folded(summary: String, told: Vec<ToldRecord>) -> Block {
    let lines = told.into_iter().map(|record| record.entry).collect();
    Block::Folded { summary, blocks: vec![Block::Changes { lines }] }
}
