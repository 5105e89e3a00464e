//! What was recorded when, as a table: on a measure, a plan, a committee, an edition, and for the whole site.

use std::collections::BTreeSet;

use crate::{
    history::CommitText,
    model::{Measure, Plan},
    summary::{ChangeLine, ChangeValue, LogRow},
    table::{Cell, Column, Remark, Row, RowClass, RowSet, Table, TableLine, escape},
    value::{Id, Period},
    view::{
        Block, PageLink, ViewContext,
        log::{beside_edition, said},
        writer::{PageWriter, heading},
    },
    wording::{line_phrases, shown_texts},
};

/// The most lines that a page other than a plan's own history shows.
pub(in crate::view) const LATEST: usize = 15;

/// What a log is about, which decides what its rows must name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::view) enum About {
    /// One measure.
    Measure,
    /// One plan: rows name the record.
    Plan,
    /// Several plans: rows name the record and its plan.
    Plans,
}

/// What was recorded.
struct RecordedChanges;

impl RowSet for RecordedChanges {
    type Row<'r> = RecordedLine<'r>;
}

/// What one commit says of one record.
struct RecordedLine<'r> {
    first: &'r LogRow,
    together: &'r [&'r LogRow],
    writer: &'r PageWriter<'r>,
}

const RECORDED: &Column<RecordedChanges> = &Column::date("recorded", "col_recorded", |row, _| {
    let context = row.writer.context;
    let revision = context.say("log-revision", &[("revision", (&row.first.commit).into())]);
    let said = std::iter::once(revision).chain(by(context, row.first.place).filter(|by| !by.is_empty()));
    let said = said.collect::<Vec<_>>().join(" · ");
    Cell::date(Some(Period::Day(row.first.recorded))).remarked(Some(Remark::Text(said)))
});
const RECORD: &Column<RecordedChanges> = &Column::name("record", "col_what", |row, _| {
    let href = match &row.first.fragment {
        Some(fragment) => row.writer.href_at(&row.first.page, fragment),
        None => row.writer.href(&row.first.page),
    };
    Cell::of(row.first.line.name.as_str()).in_language(row.first.language).leads(href)
});
const PLAN: &Column<RecordedChanges> = &Column::word("plan", "col_plan", |row, _| {
    Cell::of(row.first.line.plan.as_deref()).in_language(row.first.language)
});
const ABOUT: &Column<RecordedChanges> = &Column::date("about", "col_about", |row, _| Cell::date(row.first.line.about));
const CHANGE: &Column<RecordedChanges> = &Column::word("change", "col_change", |row, _| row.told());
/// Where all rows are of one record, what changed is what they are called by.
const CHANGE_AS_NAME: &Column<RecordedChanges> = &Column::name("change", "col_change", |row, _| row.told());

/// Makes the table of what was recorded when. What one commit says of one record stands in one row.
pub(in crate::view) fn table<'r>(
    writer: &PageWriter,
    id: &str,
    caption: String,
    about: About,
    rows: impl Iterator<Item = &'r LogRow>,
) -> Option<Table> {
    let context = writer.context;
    let rows: Vec<&LogRow> = rows.collect();
    if rows.is_empty() {
        return None;
    }
    let columns: &[&Column<RecordedChanges>] = match about {
        About::Measure => &[RECORDED, ABOUT, CHANGE_AS_NAME],
        About::Plan => &[RECORD, ABOUT, CHANGE],
        About::Plans => &[RECORD, PLAN, ABOUT, CHANGE],
    };
    let mut lines = Vec::new();
    // What one commit says stands together: whoever asks for proof is told where it lies.
    for day in rows.chunk_by(|a, b| a.recorded == b.recorded && a.place == b.place) {
        // Where rows are of several records, those of one day stand under its date.
        let first = day.first().filter(|_| about != About::Measure);
        lines.extend(first.map(|first| {
            let date = context.locale.date(first.recorded);
            let args = [("date", (&date).into()), ("revision", (&first.commit).into())];
            let heading = Cell::of(context.say("log-day-revision", &args));
            TableLine::Across(Row::across(
                RowClass::Heading,
                heading.remarked(by(context, first.place).map(Remark::Text)),
            ))
        }));
        for together in day.chunk_by(|a, b| a.is_told_with(b)) {
            lines.extend(together.first().map(|first| TableLine::item(RecordedLine { first, together, writer })));
        }
    }
    Some(Table::new(id, caption).in_order().filled(context.locale, columns, lines).fitted())
}

impl RecordedLine<'_> {
    /// Says what changed, what of an edition it corrects, and of texts that were rewritten all that is kept of them.
    fn told(&self) -> Cell {
        // What was recorded of a plan is said in its language, and so are the words between.
        let context = &self.writer.context.in_language(self.first.language);
        let is_told = |(_, edition): &(String, &Id)| context.addresses.edition(edition) != Some(&self.writer.path);
        let correction = beside_edition(context, self.first).filter(is_told).map(|(text, edition)| {
            (text, context.addresses.edition(edition).map(|page| self.writer.href(page)).unwrap_or_default())
        });
        told(context, self.together, correction).in_language(self.first.language)
    }
}

impl LogRow {
    /// Tells whether two changes are of one record, in one commit, and correct the same or nothing.
    pub(in crate::view) fn is_told_with(&self, other: &Self) -> bool {
        (self.place, &self.corrects, &self.late) == (other.place, &other.corrects, &other.late)
            && self.record() == other.record()
    }

    /// What it is of. Two plans may bear one title, and two measures of a plan.
    fn record(&self) -> (Option<&str>, Option<&Id>, &str, Option<&str>) {
        let ChangeLine { subject, name, date, .. } = &self.line;
        (subject.plan.as_deref(), self.measure.as_ref(), name, date.as_deref())
    }
}

/// Says who recorded something, and the first line of the message, as far as that is shown.
pub(in crate::view) fn by(context: &ViewContext, place: usize) -> Option<String> {
    let CommitText { author, message } = said(context, place)?;
    let author = author.as_ref().map(|author| context.say("log-by", &[("author", author.into())]));
    let parts: Vec<String> = author.into_iter().chain(message.clone()).collect();
    Some(parts.join(": "))
}

/// Says changes of one record, what they correct and where that is told, and of texts that were rewritten all that is
/// kept of them.
fn told(context: &ViewContext, together: &[&LogRow], correction: Option<(String, String)>) -> Cell {
    let cell = Cell::of(line_phrases(context, &together.iter().map(|row| &row.line).collect::<Vec<_>>()));
    let mut details = String::new();
    if let Some((text, page)) = correction {
        details.push_str("<small><a href=\"");
        escape(&mut details, &page);
        details.push_str("\">");
        escape(&mut details, &text);
        details.push_str("</a></small>");
    }
    details.push_str(&rewritten(context, together));
    Cell { details: (!details.is_empty()).then_some(details), ..cell }
}

/// Returns of texts that were rewritten all that is kept of them, folded, as safe HTML.
pub(in crate::view) fn rewritten(context: &ViewContext, together: &[&LogRow]) -> String {
    let mut details = String::new();
    for line in together.iter().map(|row| &row.line).filter(|line| is_cut(line)) {
        details.push_str("<details><summary>");
        escape(&mut details, context.word("log_words"));
        details.push_str("</summary><dl>");
        for (word, text) in [("log_before", &line.before), ("log_after", &line.after)] {
            let Some(text) = text else { continue };
            details.push_str("<dt>");
            escape(&mut details, context.word(word));
            details.push_str("</dt><dd>");
            escape(&mut details, &text.text);
            details.push_str("</dd>");
        }
        details.push_str("</dl></details>");
    }
    details
}

/// Tells whether a phrase leaves out some of the words.
fn is_cut(line: &ChangeLine) -> bool {
    let (before, after) = shown_texts(line);
    let is_whole = |told: &Option<ChangeValue>, text: &str| told.as_ref().is_none_or(|told| told.text == text);
    !(is_whole(&line.before, &before) && is_whole(&line.after, &after))
}

/// Counts the rows of a log, the dates above them left out.
pub(in crate::view) fn count(table: &Table) -> usize {
    table.rows.iter().filter(|row| row.class == RowClass::Item).count()
}

/// Adds the log of a measure to its page, and below it that something is withheld, even where nothing else is left to tell.
pub(in crate::view) fn of_measure(
    blocks: &mut Vec<Block>,
    writer: &PageWriter,
    (log, withheld): (&[LogRow], Option<Block>),
    measure: &Measure,
) {
    let own = log.iter().filter(|row| row.measure.as_ref() == Some(&measure.id));
    of_one(blocks, writer, ("caption_log_measure", About::Measure), (own, withheld));
}

/// Adds the log of the indicator whose page it is.
pub(in crate::view) fn of_indicator(
    blocks: &mut Vec<Block>,
    writer: &PageWriter,
    (log, withheld): (&[LogRow], Option<Block>),
) {
    let own = log.iter().filter(|row| row.page == writer.path);
    // What was read of two series on one date is told apart by their names.
    let names: BTreeSet<&str> = own.clone().map(|row| row.line.name.as_str()).collect();
    let about = if names.len() > 1 { About::Plan } else { About::Measure };
    of_one(blocks, writer, ("caption_log_indicator", about), (own, withheld));
}

fn of_one<'r>(
    blocks: &mut Vec<Block>,
    writer: &PageWriter,
    (caption, about): (&'static str, About),
    (own, withheld): (impl Iterator<Item = &'r LogRow>, Option<Block>),
) {
    let context = writer.context;
    let table = table(writer, "log-table", context.word(caption).to_owned(), about, own);
    if table.is_some() || withheld.is_some() {
        blocks.push(heading("log", context.word("block_log")));
    }
    blocks.extend(table.map(Block::Table).into_iter().chain(withheld));
}

/// Adds the newest lines of a log, and the way to all of it.
pub(in crate::view) fn newest<'r>(
    blocks: &mut Vec<Block>,
    writer: &PageWriter,
    about: About,
    rows: impl Iterator<Item = &'r LogRow>,
    links: Vec<PageLink>,
) {
    let context = writer.context;
    let caption = context.word("caption_log").to_owned();
    if let Some(table) = table(writer, "log-table", caption, about, rows.take(LATEST)) {
        blocks.push(heading("log", context.word("block_log")));
        blocks.push(Block::Table(table));
        if !links.is_empty() {
            blocks.push(Block::Links { links });
        }
    }
}

/// Adds the newest of a plan's history to its page, folded, and the way to all of it.
pub(in crate::view) fn newest_of_plan(blocks: &mut Vec<Block>, writer: &PageWriter, plan: &Plan, rows: &[LogRow]) {
    let context = writer.context;
    let links = vec![writer.link(&context.addresses.plan_history(&plan.id), context.word("history_own_page"))];
    let mut told = Vec::new();
    newest(&mut told, writer, About::Plan, rows.iter(), links);
    for block in told {
        blocks.push(match block {
            Block::Table(table) => {
                let summary = context.say("fold-log", &[("count", count(&table).into())]);
                Block::Folded { summary, blocks: vec![Block::Table(table)] }
            }
            block => block,
        });
    }
}
