//! The text of pictures and attachments, as far as it can be had without drawing them.
//!
//! What is read: SVG and every other file as it stands; all parts of `docx`, `xlsx`, `pptx`, `odt`, `ods` and `odp`, other archives in
//! them too (`office_text`); of `pdf` the strings of its pages, by the maps of its fonts (`pdf_text`); the packed words of `png`.
//! What is not: pictures of text, fonts without a map, files of other programs within a document, and what is
//! encrypted. Says so, so that nobody takes a file for looked at that was not.

use quick_xml::{Reader, events::Event};

use super::{
    attachment_parts::AttachmentText, office_text::office_text, pdf_text::pdf_strings, png_text::png_texts,
    text::plain_text,
};
use crate::value::RelPath;

/// The most bytes that one attachment is inflated to.
const MOST: usize = 48 * 1024 * 1024;

/// Returns the text of a picture or an attachment.
#[must_use]
pub fn attachment_text(file: &RelPath, bytes: &[u8]) -> AttachmentText {
    let mut left = MOST;
    attachment_text_within(file, bytes, 0, &mut left)
}

/// Returns the text of a file that lies so deep in other files, of which so many bytes may still be unpacked.
pub(super) fn attachment_text_within(file: &RelPath, bytes: &[u8], depth: usize, left: &mut usize) -> AttachmentText {
    let raw = || plain_text(bytes);
    match file.extension().to_ascii_lowercase().as_str() {
        "svg" => {
            let svg = raw();
            // Words that a picture makes of its own are not looked up.
            AttachmentText { is_unread: svg.contains("<!ENTITY"), parts: vec![without_coordinates(&svg)] }
        }
        "docx" | "xlsx" | "pptx" | "odt" | "ods" | "odp" | "docm" | "xlsm" | "pptm" | "zip" => {
            // What is encrypted is an archive of another kind, with the other one in it.
            let is_archive = bytes.starts_with(b"PK") || bytes.starts_with(b"\xd0\xcf\x11\xe0");
            match office_text(bytes, depth, left, &attachment_text_within) {
                Some(all) => all,
                None => AttachmentText { parts: vec![raw()], is_unread: is_archive },
            }
        }
        "pdf" => {
            let pages = pdf_strings(bytes, left);
            let is_unread = bytes.starts_with(b"%PDF") && pages.is_unread;
            AttachmentText { parts: std::iter::once(raw()).chain(pages.parts).collect(), is_unread }
        }
        "png" => {
            let (texts, is_read) = png_texts(bytes, left);
            AttachmentText { parts: std::iter::once(raw()).chain(texts).collect(), is_unread: !is_read }
        }
        // Drawings of Windows keep their words in UTF-16.
        "emf" | "wmf" => AttachmentText { parts: vec![raw().replace('\0', "")], is_unread: false },
        _ => AttachmentText { parts: vec![raw()], is_unread: false },
    }
}

/// Overwrites the numbers that draw a picture, so that `120190-1234` between two corners is no personal number. All else
/// stays where it is, also what cannot be read.
fn without_coordinates(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut reader = Reader::from_str(svg);
    let config = reader.config_mut();
    (config.allow_dangling_amp, config.allow_unmatched_ends, config.check_end_names) = (true, true, false);
    loop {
        let event = reader.read_event();
        let end = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        let read = svg.get(out.len()..end).unwrap_or_default();
        match event {
            Ok(Event::Start(_) | Event::Empty(_)) => push_tag(read, &mut out),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => out.push_str(read),
        }
    }
    let rest = svg.get(out.len()..).unwrap_or_default();
    out + rest
}

/// Adds a tag of a picture, without the numbers that draw something. No byte moves.
fn push_tag(tag: &str, out: &mut String) {
    const DRAWING: [&str; 5] = ["d", "points", "transform", "gradientTransform", "viewBox"];
    let mut rest = tag;
    while let Some((before, quoted)) = rest.find(['"', '\'']).and_then(|at| rest.split_at_checked(at)) {
        let end = quoted.chars().next().and_then(|quote| quoted.get(1..)?.find(quote)).map(|at| at.saturating_add(1));
        let Some((value, behind)) = end.and_then(|end| quoted.split_at_checked(end)) else { break };
        out.push_str(before);
        let name = before.trim_end().trim_end_matches('=').split_ascii_whitespace().next_back().unwrap_or_default();
        match DRAWING.contains(&name) {
            true => out
                .extend(value.chars().map(|c| if c.is_ascii_graphic() && !matches!(c, '"' | '\'') { 'x' } else { c })),
            false => out.push_str(value),
        }
        let (quote, further) = behind.split_at_checked(1).unwrap_or_default();
        out.push_str(quote);
        rest = further;
    }
    out.push_str(rest);
}
