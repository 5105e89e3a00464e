//! Footnotes of Markdown: `[^1]` in a text, and `[^1]: …` with its words.
//!
//! The words of a note stand below the part of a text that has its mark, with a link back. A page may gather many texts, and
//! one text may stand on a page twice: so what tells their notes apart is left open until the page is written.

use std::collections::BTreeMap;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::events::Located;

/// Tells whether a text may have footnotes.
pub fn may_have(text: &str) -> bool {
    text.contains("[^")
}

/// The words of the notes of a text, by their names.
#[derive(Default)]
pub struct MarkdownNotes<'t>(BTreeMap<String, Vec<Located<'t>>>);

impl<'t> MarkdownNotes<'t> {
    /// Takes the words of notes out of a text. Those that no mark leads to stay where they are, so that none is lost.
    pub fn take(events: Vec<Located<'t>>) -> (Vec<Located<'t>>, Self) {
        let marks: Vec<String> = events.iter().filter_map(|(event, _)| mark(event)).collect();
        let mut notes: BTreeMap<String, Vec<Located<'t>>> = BTreeMap::new();
        let mut rest = Vec::with_capacity(events.len());
        let mut open: Option<String> = None;
        for (event, range) in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    open = Some(name.to_string()).filter(|name| marks.contains(name) && !notes.contains_key(name));
                    notes.extend(open.iter().map(|name| (name.clone(), Vec::new())));
                }
                Event::End(TagEnd::FootnoteDefinition) => open = None,
                _ => match open.as_ref().and_then(|name| notes.get_mut(name)) {
                    Some(words) => words.push((event, range)),
                    None => rest.push((event, range)),
                },
            }
        }
        (rest, Self(notes))
    }

    /// Numbers the marks of a part of the text, and sets the words of their notes below it.
    pub fn set(&self, part: Vec<Located<'t>>) -> Vec<Located<'t>> {
        let mut marks = Marks::default();
        let mut out = marks.numbered(part);
        // The words of a note may have marks themselves, so there may be more notes at the end than at the beginning.
        let mut number = 0_usize;
        while let Some(name) = marks.names.get(number).cloned() {
            number = number.saturating_add(1);
            let begin = if number == 1 { NOTES_BEGIN } else { "" };
            let words = marks.numbered(self.0.get(&name).cloned().unwrap_or_default());
            out.push(html(format!("{begin}<li id=\"note:hole-{number}\">\n")));
            out.extend(words);
            out.push(html(format!(
                "<a href=\"#mark:hole-{number}-1\" role=\"doc-backlink\" aria-label=\"back:hole\">↩</a></li>\n"
            )));
        }
        out.extend((number > 0).then(|| html(NOTES_END.to_owned())));
        out
    }
}

const NOTES_BEGIN: &str = "<section role=\"doc-endnotes\" aria-label=\"notes:hole\"><ol>\n";
const NOTES_END: &str = "</ol></section>\n";

/// The marks of a part of a text.
#[derive(Default)]
struct Marks {
    /// The names of notes in the order of their first marks.
    names: Vec<String>,
    /// How many marks each has.
    counts: Vec<usize>,
}

impl Marks {
    fn numbered<'t>(&mut self, events: Vec<Located<'t>>) -> Vec<Located<'t>> {
        let numbered = events.into_iter().map(|(event, range)| match mark(&event) {
            Some(name) => (self.link(&name), range),
            None => (event, range),
        });
        numbered.collect()
    }

    fn link<'t>(&mut self, name: &str) -> Event<'t> {
        let at = self.names.iter().position(|known| known == name).unwrap_or_else(|| {
            self.names.push(name.to_owned());
            self.counts.push(0);
            self.names.len().saturating_sub(1)
        });
        let number = at.saturating_add(1);
        let mut nth = 1_usize;
        if let Some(count) = self.counts.get_mut(at) {
            *count = count.saturating_add(1);
            nth = *count;
        }
        let link = format!(
            "<sup><a href=\"#note:hole-{number}\" id=\"mark:hole-{number}-{nth}\" role=\"doc-noteref\">{number}</a></sup>"
        );
        Event::InlineHtml(link.into())
    }
}

fn html<'t>(text: String) -> Located<'t> {
    (Event::Html(text.into()), 0..0)
}

fn mark(event: &Event<'_>) -> Option<String> {
    match event {
        Event::FootnoteReference(name) => Some(name.to_string()),
        _ => None,
    }
}
