//! The demonstration: the project's own site with the history that led to it.

use std::{collections::BTreeMap, path::Path};

use super::{
    files::{FILES, GUIDE},
    lines::quoted,
    story::{IGNORED, OWN, STEPS, StoryEdit, StoryStep},
};
use crate::{
    diag::{Error, ErrorKind},
    git::{FileEdit, NewCommit, NewRepository, NewTag, Signature},
    value::RelPath,
};

/// Who records what happens in the demonstration: a role.
const RECORDER: &str = "Økonomi";

/// A commit of the demonstration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoCommit {
    /// When it is recorded.
    pub at: jiff::Timestamp,
    /// What it says.
    pub message: &'static str,
    /// What it changes, sorted by path: the new text of a file, or `None` where it is taken away.
    pub changes: Vec<(RelPath, Option<String>)>,
    /// The edition that is cut after it: its tag and its title.
    pub cuts: Option<(&'static str, &'static str)>,
}

/// The files of the demonstration as they stand after a step.
type DemoFiles = BTreeMap<String, String>;

/// Returns the commits of the demonstration, the oldest first. They are the same at every call.
///
/// # Errors
///
/// Answers an [`Error`] of kind [`ErrorKind::NotFound`] when the story does not fit the files it is about.
pub fn demo() -> Result<Vec<DemoCommit>, Error> {
    let mut after = last()?;
    let mut commits = Vec::with_capacity(STEPS.len());
    for step in STEPS.iter().rev() {
        let before = undo(step, after.clone())?;
        commits.push(commit(step, &before, &after)?);
        after = before;
    }
    commits.reverse();
    match after.keys().next() {
        None => Ok(commits),
        Some(path) => Err(misfit(path, "no step adds it")),
    }
}

/// Writes the demonstration into a folder that is empty or not there yet: a repository with its history, and the files
/// as they stand in the end. The commits have the same ids everywhere. Answers them, as they were written.
///
/// # Errors
///
/// Answers [`ErrorKind::ForeignFiles`] when the folder holds anything, and fails when it cannot be written.
pub fn write_demo(folder: &Path) -> Result<Vec<DemoCommit>, Error> {
    let commits = demo()?;
    let mut repository = NewRepository::create(folder)?;
    for DemoCommit { at, message, changes, cuts } in &commits {
        let by = Signature { name: RECORDER.to_owned(), email: String::new(), at: *at };
        let changes: Vec<FileEdit<'_>> =
            changes.iter().map(|(path, text)| (path, text.as_ref().map(String::as_bytes))).collect();
        let id = repository.commit(&NewCommit { changes: &changes, message, by: &by })?;
        if let Some((name, message)) = *cuts {
            repository.tag(&NewTag { name, commit: id, message, by: &by })?;
        }
    }
    repository.finish()?;
    Ok(commits)
}

/// Returns the files as they stand in the end.
fn last() -> Result<DemoFiles, Error> {
    let own = FILES.iter().chain([&IGNORED]).map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    let mut files: DemoFiles = own.collect();
    for (name, page) in GUIDE {
        files.insert(format!("content/vejledning/{name}"), guide_page(name, page)?);
    }
    for StoryEdit { path, earlier, later } in OWN {
        replace(&mut files, path, earlier, later)?;
    }
    Ok(files)
}

/// Returns a page of the guide as a page of the site: its heading becomes its title. Its links lead to the pages beside it, as they do
/// in the documentation.
fn guide_page(name: &str, page: &str) -> Result<String, Error> {
    let heading = page.strip_prefix("# ").and_then(|rest| rest.split_once('\n'));
    let (title, words) = heading.ok_or_else(|| misfit(name, "it does not begin with a heading"))?;
    Ok(format!("+++\ntitle = {}\n+++\n{}", quoted(title), words.trim_start()))
}

/// Returns the files as they stood before a step.
fn undo(step: &StoryStep, mut files: DemoFiles) -> Result<DemoFiles, Error> {
    for StoryEdit { path, earlier, later } in step.edits.iter().rev() {
        replace(&mut files, path, later, earlier)?;
    }
    for (from, to) in step.moves {
        let text = files.remove(*to).ok_or_else(|| misfit(to, "it is not there"))?;
        files.insert((*from).to_owned(), text);
    }
    for added in step.adds {
        let count = files.len();
        files.retain(|path, _| !(path == added || added.ends_with('/') && path.starts_with(added)));
        if files.len() == count {
            return Err(misfit(added, "it is not there"));
        }
    }
    Ok(files)
}

/// Replaces a text that must stand exactly once in a file.
fn replace(files: &mut DemoFiles, path: &str, from: &str, to: &str) -> Result<(), Error> {
    let text = files.get_mut(path).ok_or_else(|| misfit(path, "it is not there"))?;
    if text.matches(from).count() != 1 {
        return Err(misfit(path, &format!("it does not hold once: {from}")));
    }
    *text = text.replacen(from, to, 1);
    Ok(())
}

fn commit(step: &StoryStep, before: &DemoFiles, after: &DemoFiles) -> Result<DemoCommit, Error> {
    let is_new = |(path, text): &(&String, &String)| before.get(*path) != Some(*text);
    let put = after.iter().filter(is_new).map(|(path, text)| (path, Some(text.clone())));
    let gone = before.keys().filter(|path| !after.contains_key(*path)).map(|path| (path, None));
    let path = |path: &String| RelPath::new(path.as_str()).map_err(|_| misfit(path, "it is no path"));
    let mut changes = put.chain(gone).map(|(name, text)| Ok((path(name)?, text))).collect::<Result<Vec<_>, Error>>()?;
    changes.sort();
    let at = step.at.parse().map_err(|_| misfit(step.at, "it is no time"))?;
    Ok(DemoCommit { at, message: step.message, changes, cuts: step.cuts })
}

fn misfit(what: &str, why: &str) -> Error {
    Error::new(ErrorKind::NotFound, format!("the story of the demonstration does not fit {what}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_story_fits_the_files_and_leads_to_them() {
        let commits = demo().expect("every edit matches once, every file is added once");
        let mut files = DemoFiles::new();
        for commit in &commits {
            assert!(!commit.changes.is_empty(), "{}", commit.message);
            for (path, text) in &commit.changes {
                match text {
                    Some(text) => drop(files.insert(path.to_string(), text.clone())),
                    None => drop(files.remove(path.as_str()).expect("it was there")),
                }
            }
        }
        assert_eq!(files, last().expect("its own edits match"));
        assert!(commits.windows(2).all(|pair| pair[0].at < pair[1].at), "one after the other");
    }

    #[test]
    fn an_edit_that_matches_twice_or_never_is_refused() {
        let mut files = DemoFiles::from([("a".to_owned(), "x x".to_owned())]);
        assert!(replace(&mut files, "a", "x", "y").is_err());
        assert!(replace(&mut files, "a", "z", "y").is_err());
        assert!(replace(&mut files, "b", "x", "y").is_err());
        assert_eq!(files["a"], "x x");
    }
}
