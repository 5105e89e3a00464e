//! Authors' words: the holes of compiled prose filled in for one page, and pages of nothing but words.

use std::borrow::Cow;

use super::{
    Block, Page, ViewContext,
    writer::{PageHead, PageWriter, excerpt},
};
use crate::{
    model::ProseParts,
    table::escape,
    value::{LinkTarget, Picture, Prose, ProsePart, RelPath},
};

/// Makes an ordinary page: a Markdown file that is no part of a plan.
#[must_use]
pub fn prose_page(context: &ViewContext, file: &RelPath, title: &str, words: &Prose) -> Option<Page> {
    let writer = PageWriter::new(context, context.addresses.prose(file)?.clone());
    let blocks = vec![Block::Prose { html: html(words, &writer) }];
    let head = PageHead {
        template: "page.html",
        section: "page",
        title: title.to_owned(),
        description: excerpt(&words.plain, 160),
        crumbs: Vec::new(),
        updated: None,
    };
    Some(writer.finish(head, blocks))
}

/// Returns prose as HTML, with its links and pictures as they lead from a page.
pub(super) fn html(prose: &Prose, writer: &PageWriter) -> String {
    let mut out = String::with_capacity(prose.plain.len().saturating_mul(2));
    write(&mut out, prose, writer);
    out
}

/// The level of the highest heading in a record's text, as it was compiled.
const COMPILED: u8 = 3;

/// Returns the parts of an author's text, one after the other, each but the body under its own heading: what is expected stands
/// in a timetable and must not be read as what is. Headings begin at a level.
pub(super) fn html_of_parts(parts: &ProseParts, writer: &PageWriter, level: u8) -> String {
    html_of_named(&parts.body, named_parts(parts), writer, level)
}

/// Returns a text and some of its parts, each under its own heading.
pub(super) fn html_of_named<'p>(
    body: &Prose,
    named: impl Iterator<Item = (&'static str, &'static str, &'p Prose)>,
    writer: &PageWriter,
    level: u8,
) -> String {
    let mut html = html_at(body, writer, level);
    for (_, word, text) in named {
        html.push_str(&format!("<h{level}>"));
        escape(&mut html, writer.context.word(word));
        html.push_str(&format!("</h{level}>"));
        html.push_str(&html_at(text, writer, level.saturating_add(1)));
    }
    html
}

/// Returns the parts of a text that are not empty, but its body: the id and the word of each one's heading, and the text.
pub(super) fn named_parts(parts: &ProseParts) -> impl Iterator<Item = (&'static str, &'static str, &Prose)> {
    let named = [
        ("part-objective", "col_objective", &parts.objective),
        ("part-action", "col_action", &parts.action),
        ("part-consequences", "col_consequences", &parts.consequences),
        ("part-timetable", "col_timetable", &parts.timetable),
    ];
    named.into_iter().filter(|(_, _, text)| !text.is_empty())
}

/// Returns prose as HTML whose highest heading has a level, so that it stands below the heading above it.
pub(super) fn html_at(prose: &Prose, writer: &PageWriter, level: u8) -> String {
    let html = html(prose, writer);
    if level == COMPILED || !html.contains("<h") {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    // Signs of an author's own are escaped: what looks like a tag is one.
    for (at, piece) in html.split('<').enumerate() {
        if at > 0 {
            out.push('<');
        }
        let (slash, name) = piece.strip_prefix('/').map_or(("", piece), |name| ("/", name));
        let digit = name.strip_prefix('h').and_then(|rest| rest.chars().next()?.to_digit(10));
        match digit.and_then(|digit| u8::try_from(digit).ok()).filter(|_| at > 0) {
            Some(digit) => {
                let moved = digit.saturating_add(level).saturating_sub(COMPILED).clamp(2, 6);
                out.push_str(&format!("{slash}h{moved}{}", name.get(2..).unwrap_or_default()));
            }
            None => out.push_str(piece),
        }
    }
    out
}

/// Writes prose as HTML, with its links and pictures as they lead from a page.
fn write(out: &mut String, prose: &Prose, writer: &PageWriter) {
    let mut unlinked = Unlinked::No;
    let has_notes = prose.parts.iter().any(|part| matches!(part, ProsePart::Html(html) if html.contains(NOTE)));
    let notes = has_notes.then(|| writer.next_notes());
    for part in &prose.parts {
        match part {
            ProsePart::Html(html) => {
                let html = unlinked.strip(html);
                match notes {
                    Some(notes) => out.push_str(&with_notes(&html, notes, writer)),
                    None => out.push_str(&html),
                }
            }
            ProsePart::Link(link) => match address(&link.target, writer) {
                Some(address) => escape(out, &address),
                None => {
                    out.truncate(out.strip_suffix(LINK).unwrap_or(out).len());
                    unlinked = Unlinked::ProseOpening;
                }
            },
            ProsePart::Picture(picture) => write_picture(out, picture, writer),
        }
    }
}

/// What stands where the notes of a text are told apart. An author's text cannot hold it: its quotation marks are escaped.
const NOTE: &str = "\"#note:hole-";

/// Tells the notes of a text apart from all others of the page, and names them in the language of the page.
fn with_notes(html: &str, notes: usize, writer: &PageWriter) -> String {
    let word = |key: &str| {
        let mut text = String::new();
        escape(&mut text, &writer.context.say(key, &[]));
        text
    };
    let (back, title) = (word("footnote-back"), word("footnotes"));
    html.replace(NOTE, &format!("\"#note-{notes}-"))
        .replace("\"note:hole-", &format!("\"note-{notes}-"))
        .replace("\"#mark:hole-", &format!("\"#mark-{notes}-"))
        .replace("\"mark:hole-", &format!("\"mark-{notes}-"))
        .replace("\"back:hole\"", &format!("\"{back}\""))
        .replace("\"notes:hole\"", &format!("\"{title}\""))
}

/// What stands before the address of a link.
const LINK: &str = "<a href=\"";

/// How far a link is that leads to nothing that is shown: of it, only its words stay.
enum Unlinked {
    No,
    ProseOpening,
    Closing,
}

impl Unlinked {
    /// Takes what belongs to such a link out of the HTML that follows it.
    fn strip<'h>(&mut self, mut html: &'h str) -> Cow<'h, str> {
        if matches!(self, Self::ProseOpening) {
            let Some((_, rest)) = html.split_once('>') else { return "".into() };
            (*self, html) = (Self::Closing, rest);
        }
        if matches!(self, Self::Closing)
            && let Some((words, rest)) = html.split_once("</a>")
        {
            *self = Self::No;
            return format!("{words}{rest}").into();
        }
        html.into()
    }
}

fn address(target: &LinkTarget, writer: &PageWriter) -> Option<String> {
    match target {
        LinkTarget::Outside(address) => Some(address.clone()),
        LinkTarget::Here(fragment) => Some(format!("#{fragment}")),
        LinkTarget::Inside(file, fragment) => {
            let found = writer.context.addresses.find(file)?;
            // Only the headings of ordinary pages have anchors.
            let named = fragment.as_deref().filter(|_| writer.context.addresses.prose(file).is_some());
            Some(match named.or(found.fragment.as_deref()) {
                Some(fragment) => writer.href_at(&found.page, fragment),
                None => writer.href(&found.page),
            })
        }
    }
}

fn write_picture(out: &mut String, picture: &Picture, writer: &PageWriter) {
    // A picture that is hidden is passed over, its words too.
    let Some(file) = writer.context.addresses.asset(&picture.file) else { return };
    let address = writer.href(&file);
    let number = picture.caption.as_ref().map(|caption| (writer.next_figure(), caption));
    if let Some((number, _)) = number {
        out.push_str(&format!("<figure class=\"picture\" id=\"figure-{number}\">"));
    }
    out.push_str("<img src=\"");
    escape(out, &address);
    out.push_str("\" alt=\"");
    escape(out, &picture.alt);
    out.push_str("\">");
    if let Some((number, caption)) = number {
        out.push_str("<figcaption>");
        escape(out, &writer.context.say("figure-caption", &[("number", number.into()), ("caption", caption.into())]));
        out.push_str("</figcaption></figure>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::SourceRange;
    use crate::{value::Link, view::fixtures};

    #[test]
    fn fills_links_and_numbers_figures() {
        let path = |text: &str| RelPath::new(text).expect("a path");
        let picture = Picture {
            file: path("content/plans/p/trappe.svg"),
            alt: "A \"b\"".into(),
            caption: Some("Trappe".into()),
            at: SourceRange::default(),
        };
        let link = Link {
            target: LinkTarget::Inside(path("content/plans/p/measures/a.md"), None),
            at: SourceRange::default(),
        };
        let prose = Prose {
            parts: vec![
                ProsePart::Html("<p><a href=\"".into()),
                ProsePart::Link(link),
                ProsePart::Html("\">x</a></p>".into()),
                ProsePart::Picture(picture.clone()),
                ProsePart::Picture(picture),
            ],
            plain: "x".into(),
            ..Prose::default()
        };
        fixtures::with_context(&["content/plans/p/plan.md", "content/plans/p/measures/a.md"], |context| {
            let writer = PageWriter::new(context, path("planer/p/index.html"));
            let html = html(&prose, &writer);
            assert!(html.starts_with("<p><a href=\"a.html\">x</a></p><figure class=\"picture\" id=\"figure-1\">"));
            assert!(html.contains("<img src=\"trappe.svg\" alt=\"A &quot;b&quot;\"><figcaption>Figur 1: Trappe"));
            assert!(html.contains("id=\"figure-2\""));
        });
    }
}
