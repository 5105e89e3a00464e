//! Meeting packs as documents, without the site around them.
//!
//! Everything of a site is read and checked as for a build, for what a pack says depends on it; of its pages only the packs that are
//! wanted become files.

use super::{Built, Input, Progress, SiteMode, Stop, edition_site, pack_request::PackRequest, site};
use crate::{
    diag::{Code, Error, ErrorKind},
    output::NullSink,
    value::{Id, RelPath},
};

const NO_MEETING_PACK: Code = Code::error("no-meeting-pack")
    .args(&["id"])
    .help("`fremdrift pdf` for a committee that has no meeting pack: no plan that is shown is its own, or the edition was cut for another");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NO_MEETING_PACK];

/// A meeting pack as a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingPack {
    /// The name of its file, in ASCII: `moedebilag-buu-2020-06.pdf`. No other pack of the site has it.
    pub name: String,
    /// The document.
    pub bytes: Vec<u8>,
}

/// Makes the meeting packs of some committees as documents, or of all: as of today, or of an edition.
///
/// # Errors
///
/// Answers an [`Error`] when a committee or the edition is not there or has no pack, when two packs would have one name, and
/// otherwise those of [`build`](super::build). Where the content has errors, no packs are answered.
pub fn meeting_packs(
    input: &Input<'_>,
    committees: &[Id],
    edition: Option<&Id>,
    progress: &dyn Progress,
) -> Result<(Built, Vec<MeetingPack>), Error> {
    let request = PackRequest::of(committees);
    let sink = NullSink::default();
    let built = match edition {
        Some(id) => edition_site(input, id, Some(&request), &sink, progress)?,
        None => {
            let mode = SiteMode { packs: Some(&request), ..SiteMode::default() };
            site(input, mode, Stop::Pages, &sink, progress)?
        }
    };
    if !built.is_publishable() {
        return Ok((built, Vec::new()));
    }
    let made = request.into_made();
    let lacking = |id: &&Id| built.addresses.pack_document(id, edition).is_none_or(|path| !made.contains_key(&path));
    if let Some(id) = committees.iter().find(lacking) {
        return Err(Error::coded(ErrorKind::NotFound, &NO_MEETING_PACK).with("id", id.as_str()));
    }
    if made.is_empty() {
        return Err(Error::coded(ErrorKind::NotFound, &NO_MEETING_PACK).with("id", "none"));
    }
    let pack = |(path, bytes): (RelPath, Vec<u8>)| MeetingPack { name: path.file_name().to_owned(), bytes };
    Ok((built, made.into_iter().map(pack).collect()))
}
