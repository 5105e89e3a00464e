//! What of a picture is not published: what nobody sees of it, and its file tells all the same.

use std::ops::Range;

use quick_xml::events::attributes::Attribute;

/// Stretches of a text that are left out, or stand there otherwise, in their order.
#[derive(Debug, Default)]
pub(super) struct Cuts(Vec<(Range<usize>, String)>);

impl Cuts {
    /// Puts a text in the place of a stretch. What was cut within it goes with it.
    pub(super) fn cut(&mut self, range: Range<usize>, text: String) {
        while self.0.pop_if(|(within, _)| within.start >= range.start).is_some() {}
        self.0.push((range, text));
    }

    /// Tells whether nothing is left out.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the text without them.
    pub(super) fn apply(&self, text: &str) -> String {
        let (mut out, mut at) = (String::with_capacity(text.len()), 0);
        for (range, with) in &self.0 {
            out.push_str(text.get(at..range.start).unwrap_or_default());
            out.push_str(with);
            at = range.end;
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}

/// Returns the comments of a piece of CSS. What stands in quotation marks is none.
pub(super) fn comments(css: &str) -> Vec<Range<usize>> {
    let (mut found, mut at, mut quote) = (Vec::new(), 0, None);
    while let Some(next) = css.get(at..).and_then(|rest| rest.chars().next()) {
        let rest = css.get(at..).unwrap_or_default();
        match (quote, next) {
            (None, '/') if rest.starts_with("/*") => {
                let length = rest.get(2..).and_then(|behind| behind.find("*/")).map_or(rest.len(), |end| end + 4);
                found.push(at..at + length);
                at += length;
                continue;
            }
            (None, '"' | '\'') => quote = Some(next),
            // A string ends with its line as well.
            (Some(open), _) if next == open || next == '\n' => quote = None,
            _ => {}
        }
        at += next.len_utf8();
    }
    found
}

/// Writes the tag of an element with some of its attributes, their values as they were written.
pub(super) fn tag(name: &str, attributes: &[Attribute<'_>], is_empty: bool) -> String {
    let mut tag = format!("<{name}");
    for attribute in attributes {
        let quote = if attribute.value.contains('"') { '\'' } else { '"' };
        tag.push_str(&format!(" {}={quote}{}{quote}", attribute.key.into_inner(), attribute.value));
    }
    tag.push_str(if is_empty { "/>" } else { ">" });
    tag
}
