//! What lies in an archive: a workbook, a document of an office program, a ZIP file.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// The most bytes that all files of an archive may have together.
const MOST_BYTES: u64 = 512 << 20;

/// A file in an archive, by its name there.
pub type PackedFile = (String, Vec<u8>);

/// Tells whether bytes are an archive: whether a program that opens archives would take them for one.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") || bytes.starts_with(b"PK\x07\x08")
}

/// Returns the files of an archive, or nothing where one of them cannot be read: damaged, encrypted, packed in a way of
/// its own, of the same name as another, or so large that it is a trap.
pub fn packed_files(bytes: &[u8]) -> Option<Vec<PackedFile>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    // Of two files of one name a program opens either, and only one of them is looked at here.
    if archive.has_duplicate_names() {
        return None;
    }
    let mut files = Vec::new();
    let mut room = MOST_BYTES;
    for at in 0..archive.len() {
        let file = archive.by_index(at).ok()?;
        let name = file.name().ok()?.into_owned();
        let mut content = Vec::new();
        // One byte more than there is room for, so that a file that is cut off is not taken for whole.
        file.take(room.saturating_add(1)).read_to_end(&mut content).ok()?;
        room = room.checked_sub(u64::try_from(content.len()).ok()?)?;
        files.push((name, content));
    }
    Some(files)
}
