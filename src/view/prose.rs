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
pub fn prose_page(desk: &ViewContext, file: &RelPath, title: &str, words: &Prose) -> Option<Page> {
    let draft = PageWriter::new(desk, desk.book.prose(file)?.clone());
    let blocks = vec![Block::Prose { html: html(words, &draft) }];
    let head = PageHead {
        template: "page.html",
        section: "page",
        title: title.to_owned(),
        description: excerpt(&words.plain, 160),
        crumbs: Vec::new(),
        updated: None,
    };
    Some(draft.finish(head, blocks))
}

/// Returns prose as HTML, with its links and pictures as they lead from a page.
pub(super) fn html(prose: &Prose, draft: &PageWriter) -> String {
    let mut out = String::with_capacity(prose.plain.len().saturating_mul(2));
    write(&mut out, prose, draft);
    out
}

/// Returns all parts of an author's text, one after the other.
pub(super) fn html_of_parts(parts: &ProseParts, draft: &PageWriter) -> String {
    let mut html = String::new();
    parts.each().into_iter().for_each(|part| write(&mut html, part, draft));
    html
}

/// Writes prose as HTML, with its links and pictures as they lead from a page.
fn write(out: &mut String, prose: &Prose, draft: &PageWriter) {
    let mut unlinked = Unlinked::No;
    let has_notes = prose.parts.iter().any(|part| matches!(part, ProsePart::Html(html) if html.contains(NOTE)));
    let notes = has_notes.then(|| draft.next_notes());
    for part in &prose.parts {
        match part {
            ProsePart::Html(html) => {
                let html = unlinked.strip(html);
                match notes {
                    Some(notes) => out.push_str(&with_notes(&html, notes, draft)),
                    None => out.push_str(&html),
                }
            }
            ProsePart::Link(link) => match address(&link.target, draft) {
                Some(address) => escape(out, &address),
                None => {
                    out.truncate(out.strip_suffix(LINK).unwrap_or(out).len());
                    unlinked = Unlinked::ProseOpening;
                }
            },
            ProsePart::Picture(picture) => write_picture(out, picture, draft),
        }
    }
}

/// What stands where the notes of a text are told apart. An author's text cannot hold it: its quotation marks are escaped.
const NOTE: &str = "\"#note:hole-";

/// Tells the notes of a text apart from all others of the page, and names them in the language of the page.
fn with_notes(html: &str, notes: usize, draft: &PageWriter) -> String {
    let word = |key: &str| {
        let mut text = String::new();
        escape(&mut text, &draft.desk.say(key, &[]));
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

fn address(target: &LinkTarget, draft: &PageWriter) -> Option<String> {
    match target {
        LinkTarget::Outside(address) => Some(address.clone()),
        LinkTarget::Here(fragment) => Some(format!("#{fragment}")),
        LinkTarget::Inside(file, fragment) => {
            let found = draft.desk.book.find(file)?;
            // Only the headings of ordinary pages have anchors.
            let named = fragment.as_deref().filter(|_| draft.desk.book.prose(file).is_some());
            Some(match named.or(found.fragment.as_deref()) {
                Some(fragment) => draft.href_at(&found.page, fragment),
                None => draft.href(&found.page),
            })
        }
    }
}

fn write_picture(out: &mut String, picture: &Picture, draft: &PageWriter) {
    // A picture that is hidden is passed over, its words too.
    let Some(file) = draft.desk.book.asset(&picture.file) else { return };
    let address = draft.href(&file);
    let number = picture.caption.as_ref().map(|caption| (draft.next_figure(), caption));
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
        escape(out, &draft.desk.say("figure-caption", &[("number", number.into()), ("caption", caption.into())]));
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
        fixtures::with_desk(&["content/plans/p/plan.md", "content/plans/p/measures/a.md"], |desk| {
            let draft = PageWriter::new(desk, path("planer/p/index.html"));
            let html = html(&prose, &draft);
            assert!(html.starts_with("<p><a href=\"a.html\">x</a></p><figure class=\"picture\" id=\"figure-1\">"));
            assert!(html.contains("<img src=\"trappe.svg\" alt=\"A &quot;b&quot;\"><figcaption>Figur 1: Trappe"));
            assert!(html.contains("id=\"figure-2\""));
        });
    }
}
