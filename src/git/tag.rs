//! The tag that names an edition.

use gix::refs::transaction::PreviousValue;

use super::{CommitId, Repository, Signature, failure::told};
use crate::diag::{Code, Error, ErrorKind};

const TAG_EXISTS: Code = Code::error("tag-exists")
    .args(&["revision", "known"])
    .help("a tag that is there already, or whose name another one bars");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&TAG_EXISTS];

/// A tag to be made.
#[derive(Clone, Debug)]
pub struct NewTag<'t> {
    /// Its name, such as `udgave/2020-08-12`.
    pub name: &'t str,
    /// The commit it names.
    pub commit: CommitId,
    /// What it says.
    pub message: &'t str,
    /// Who makes it, and when.
    pub by: &'t Signature,
}

impl Repository {
    /// Makes an annotated tag: it remembers who cut the edition and when, and `git push --follow-tags` takes it along,
    /// as it does not a light one.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::Exists`] when there is a tag of that name, [`ErrorKind::NotFound`] when there is no such
    /// commit, and fails when the name is none or the tag cannot be written.
    pub fn tag(&self, tag: &NewTag<'_>) -> Result<(), Error> {
        write(&self.local(), tag)
    }
}

/// Tells whether git lets a tag have a name.
#[must_use]
pub fn is_tag_name(name: &str) -> bool {
    let full = format!("refs/tags/{name}");
    !name.starts_with('-') && gix::validate::reference::name(full.as_str().into()).is_ok()
}

/// Writes a tag.
pub(super) fn write(local: &gix::Repository, tag: &NewTag<'_>) -> Result<(), Error> {
    let doing = || format!("making the tag {}", tag.name);
    let fail = |kind: ErrorKind, error: gix::Error| Error::new(kind, told(&error)).while_doing(doing());
    // Checked before anything is written; the writing itself checks once more, under lock.
    if let Some(known) = in_the_way(local, tag.name).map_err(|error| fail(ErrorKind::Repository, error))? {
        return Err(Error::coded(ErrorKind::Exists, &TAG_EXISTS).with("revision", tag.name).with("known", known));
    }
    local.find_commit(tag.commit.0).map_err(|error| fail(ErrorKind::NotFound, error))?;
    let (message, time) = (format!("{}\n", tag.message.trim_end()), tag.by.time());
    let made = local.tag(
        tag.name,
        tag.commit.0,
        gix::objs::Kind::Commit,
        Some(tag.by.as_git(&time)),
        message,
        PreviousValue::MustNotExist,
    );
    made.map(drop).map_err(|error| fail(ErrorKind::Repository, error))
}

/// Returns a tag that a new one cannot stand beside: of the same name, or one whose name would be the other's folder.
fn in_the_way(local: &gix::Repository, name: &str) -> Result<Option<String>, gix::Error> {
    let tags = local.references()?;
    for tag in tags.tags()? {
        let tag = tag?;
        let known = tag.name().shorten().to_string();
        let is_folder_of =
            |folder: &str, path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
        if known == name || is_folder_of(&known, name) || is_folder_of(name, &known) {
            return Ok(Some(known));
        }
    }
    Ok(None)
}
