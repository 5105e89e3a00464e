//! The text of documents, spreadsheets and slides: archives of XML, with other archives and pictures in them.
//!
//! All parts are read, whatever they are for; the names of parts and what is remarked of them are read too. What
//! cannot be read is told: what is encrypted, damaged or too much, and files that lie in the archive and stand on no list of it.

use std::io::{Cursor, Read};

use memchr::memmem;
use zip::{ZipArchive, ZipReadOptions, read::ZipFileEntry};

use super::{
    attachment_parts::AttachmentText,
    office_xml::{decoded, xml_texts},
    text::plain_text,
};
use crate::value::RelPath;

/// How deep archives are read that lie in each other.
const DEEPEST: usize = 3;

/// Reads a file that lies so deep in others, of which so many bytes may be unpacked.
type ReadPart<'r> = dyn Fn(&RelPath, &[u8], usize, &mut usize) -> AttachmentText + 'r;

/// Returns the texts of a zip archive, which may have so many bytes in all, and last the names of its parts; nothing where it is none.
pub(super) fn office_text(bytes: &[u8], depth: usize, left: &mut usize, read: &ReadPart<'_>) -> Option<AttachmentText> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut all = AttachmentText::default();
    let (mut names, mut listed, mut is_document) = (String::new(), Vec::new(), false);
    for at in 0..archive.len() {
        let Ok(entry) = archive.by_index_data(at) else {
            all.is_unread = true;
            continue;
        };
        let name = plain_text(entry.name_raw());
        names.extend([name.as_str(), "\n"]);
        if !entry.comment().is_empty() {
            names.extend([entry.comment(), "\n"]);
        }
        listed.push(place_of(&entry));
        let kind = PartKind::of(&name);
        if kind == PartKind::Other {
            continue;
        }
        is_document = true;
        let (part, is_whole) = unpacked(entry, bytes, left);
        all.is_unread |= !is_whole;
        if part.is_empty() {
            continue;
        }
        match kind {
            PartKind::Xml => {
                let (text, is_known) = decoded(&part);
                let (texts, is_sound) = xml_texts(&text);
                all.is_unread |= !is_known || !is_sound;
                all.parts.extend(texts);
            }
            PartKind::Embedded if depth < DEEPEST => {
                let file = RelPath::new(name.rsplit('/').next().unwrap_or_default()).ok();
                let inner = file.map(|file| read(&file, &part, depth.saturating_add(1), left));
                all.is_unread |= inner.as_ref().is_none_or(|inner| inner.is_unread);
                all.parts.extend(inner.into_iter().flat_map(|inner| inner.parts));
            }
            PartKind::Embedded => all.is_unread = true,
            PartKind::Foreign => {
                all.is_unread = true;
                all.parts.push(plain_text(&part).replace('\0', ""));
            }
            PartKind::Other => {}
        }
    }
    // Of several files of one name the last is on the list.
    all.is_unread |= !is_document || archive.has_duplicate_names() || has_unlisted(bytes, listed);
    names.push_str(&plain_text(archive.comment()));
    all.parts.push(names);
    Some(all)
}

/// Unpacks a part, to as many bytes as are left, and books them. Answers what could be read, and whether that is all.
fn unpacked(entry: ZipFileEntry<'_>, bytes: &[u8], left: &mut usize) -> (Vec<u8>, bool) {
    let (mut part, mut archive) = (Vec::new(), Cursor::new(bytes));
    let Ok(file) = entry.with_reader(&mut archive, ZipReadOptions::new()) else { return (part, false) };
    // One byte more than there is room for, so that a part that is cut off is not taken for whole.
    let most = u64::try_from(*left).unwrap_or(u64::MAX).saturating_add(1);
    let is_whole = file.take(most).read_to_end(&mut part).is_ok() && part.len() <= *left;
    part.truncate(*left);
    *left = left.saturating_sub(part.len());
    (part, is_whole)
}

/// Returns from where to where a part lies in its archive.
fn place_of(entry: &ZipFileEntry<'_>) -> (usize, usize) {
    const HEAD: usize = 30;
    let number = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let start = number(entry.header_start());
    let length = number(entry.compressed_size()).saturating_add(entry.name_raw().len()).saturating_add(HEAD);
    (start, start.saturating_add(length))
}

/// Tells whether an archive holds files that do not stand on its list: no program shows them, and their bytes are published all the same.
fn has_unlisted(bytes: &[u8], mut listed: Vec<(usize, usize)>) -> bool {
    listed.sort_unstable();
    let (mut listed, mut end) = (listed.into_iter().peekable(), 0);
    memmem::find_iter(bytes, b"PK\x03\x04").any(|at| {
        while let Some((_, to)) = listed.next_if(|(from, _)| *from <= at) {
            end = to.max(end);
        }
        at >= end
    })
}

/// What a part of an archive is to whoever looks for words in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PartKind {
    Xml,
    /// A file of its own that is read as any attachment.
    Embedded,
    /// A file of another program, of which a part may be read at the most.
    Foreign,
    /// What holds no words: folders, fonts, settings of printers.
    Other,
}

impl PartKind {
    fn of(name: &str) -> Self {
        let name = name.to_ascii_lowercase();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending {
            _ if name.ends_with('/') || name.contains("printersettings") => Self::Other,
            "fntdata" | "odttf" | "otf" | "ttf" | "woff" | "woff2" => Self::Other,
            "rdf" | "rels" | "vml" | "xml" => Self::Xml,
            "bin" | "doc" | "eml" | "mht" | "mhtml" | "msg" | "ole" | "ppt" | "xls" | "xlsb" => Self::Foreign,
            "" if name.contains("embeddings/") || name.starts_with("object ") => Self::Foreign,
            _ => Self::Embedded,
        }
    }
}
