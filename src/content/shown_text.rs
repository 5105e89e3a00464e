//! A text of Markdown as its page shows it, for whoever looks for what a reader must not see.
//!
//! Made of the events that pages are made of: of what is dropped between two digits, and of what an entity stands for, the two cannot
//! come to different answers. The addresses of links, what stands in tags, and comments are in the file alone.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{events::Events, front_matter};
use crate::value::{is_dash, may_hold_whole_number};

/// A text as it is shown. The fields before it stand there as they are written.
#[derive(Debug, Default)]
pub struct ShownText {
    /// The text: the lines of a paragraph end as they do in the file, and an empty line parts what stands apart.
    pub text: String,
    /// Where each piece of it begins, how long it is, and what it is written as.
    pieces: Vec<(usize, usize, Range<usize>)>,
}

/// Returns a file of Markdown as it is shown, where it has digits enough for a personal number.
#[must_use]
pub fn shown_text(file: &str) -> ShownText {
    let body = front_matter::body(file);
    let mut shown = ShownText::default();
    shown.push(file.get(..body.offset).unwrap_or_default(), 0..body.offset);
    if !may_hold_whole_number(body.text.as_bytes()) {
        return shown;
    }
    let mut titles = Vec::new();
    let mut is_code = false;
    for (event, range) in Events::of(body.text) {
        let written = body.offset.saturating_add(range.start)..body.offset.saturating_add(range.end);
        match event {
            Event::Text(words) | Event::Code(words) => {
                // A page shows the end of a line as a blank, and a dash behind it goes with what stands before.
                if words.starts_with(is_dash) && !is_code && shown.text.ends_with('\n') && !shown.text.ends_with(APART)
                {
                    shown.text.pop();
                    shown.text.push(' ');
                }
                // So it shows a tab.
                shown.push(&if is_code { words } else { words.replace('\t', " ").into() }, written);
            }
            Event::SoftBreak | Event::HardBreak => shown.text.push('\n'),
            Event::Start(Tag::Image { title, .. }) => titles.push((title, written)),
            Event::Start(Tag::TableCell) => shown.text.push_str(" | "),
            // A note stands elsewhere, and the description of a page leaves its mark out.
            Event::FootnoteReference(_)
            | Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
            | Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image
                | TagEnd::TableCell,
            ) => {}
            other => {
                is_code = matches!(other, Event::Start(Tag::CodeBlock(_)));
                shown.text.push_str(APART);
            }
        }
    }
    // They are shown below their pictures.
    for (title, written) in titles {
        shown.text.push_str(APART);
        shown.push(&title, written);
    }
    shown
}

/// What stands between two paragraphs, cells of a list, headings.
const APART: &str = "\n\n";

impl ShownText {
    fn push(&mut self, words: &str, written: Range<usize>) {
        self.pieces.push((self.text.len(), words.len(), written));
        self.text.push_str(words);
    }

    /// Returns where some bytes of the text are written. What is spelt otherwise than it is shown is taken as a whole.
    #[must_use]
    pub fn written(&self, shown: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let next = self.pieces.partition_point(|(start, ..)| *start <= at);
            let (start, length, written) = next.checked_sub(1).and_then(|nth| self.pieces.get(nth))?;
            let at = written.start.saturating_add(at.saturating_sub(*start));
            Some(if *length == written.len() { at..at.saturating_add(1) } else { written.clone() })
        };
        let start = place(shown.start).map_or(0, |place| place.start);
        start..place(shown.end.saturating_sub(1)).map_or(start, |place| place.end.max(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_what_its_page_shows() {
        for (written, shown) in [
            (
                "12<b title=\"a>b\">3</b>4 [5][r]\\*6*7*&lrm;8[^1] &amp;9\n\n[r]: x\n[^1]: 10",
                "1234 5*67\u{200e}8 &9|10",
            ),
            ("> 1234567\n> 89<!-- 0 -->\n- 10<br>11\n\n```\n12\n-13\n```", "1234567\n89|10 11|12\n-13"),
            ("1234567890\n-12 \n- 3\n- - -4", "1234567890 -12|3|-4"),
            ("| 12345 | 67890 |\n| --- | --- |\n| 1&ast;2 | `3` |", "| 12345 | 67890|| 1*2 | 3"),
            ("![12345](a.png \"67&#56;9\") 0 ", "12345 0|6789"),
            ("<div>1234567890\n-1<p>2</p></div>\n", "1234567890 -1 2"),
        ] {
            let text = shown_text(written).text;
            let parts: Vec<&str> = text.split(APART).map(str::trim).filter(|part| !part.is_empty()).collect();
            assert_eq!(parts.join("|"), shown, "{written}");
        }
        let few = "+++\nid = \"1\"\n+++\n<b>1</b>";
        assert_eq!(shown_text(few).text, "+++\nid = \"1\"\n+++\n", "too few digits to be looked at");
    }

    #[test]
    fn what_is_shown_is_known_by_where_it_is_written() {
        let file = "+++\nx = 1\n+++\næ<b>12</b>34567&shy;89`0`\n";
        let shown = shown_text(file);
        for (words, written) in [("x = 1", "x = 1"), ("2345", "2</b>345"), ("7\u{ad}", "7&shy;"), ("890", "89`0`")] {
            let at = shown.text.find(words).map(|at| at..at + words.len());
            assert_eq!(at.map(|at| &file[shown.written(&at)]), Some(written), "{}", shown.text);
        }
    }
}
