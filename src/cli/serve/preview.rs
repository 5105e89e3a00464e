//! What is shown: the files of the last sound site, and what is wrong with the content now.

use std::{collections::BTreeMap, sync::Arc};

use fremdrift::{output::MemoryFiles, value::RelPath};

/// A part of a site: the files of a plan, or those that plans share.
#[derive(Clone, Debug)]
struct PreviewPart {
    /// Which one it is: another number means other files.
    number: u64,
    files: Arc<MemoryFiles>,
}

/// What is shown at one time.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The highest number of its parts.
    number: u64,
    /// The last sound site; nothing until there was one.
    parts: Vec<PreviewPart>,
    /// What each page is written in, where that is one file.
    pub sources: Arc<BTreeMap<RelPath, String>>,
    /// What is wrong with the content as it is now.
    pub problem: Option<Problem>,
}

/// Why the content of now cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Problem {
    /// That the pages are older than the content, in the language of the site.
    pub heading: String,
    /// What the terminal says, without its colours.
    pub text: String,
}

impl Preview {
    /// Returns a file of the site.
    pub fn file(&self, path: &RelPath) -> Option<&[u8]> {
        self.parts.iter().find_map(|part| part.files.get(path)).map(AsRef::as_ref)
    }

    /// Tells whether no site was sound yet.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Returns a number that stays as long as a page and what it shows do; of one that is not there, that of the site.
    pub fn number_of(&self, page: Option<&RelPath>) -> u64 {
        let part = page.and_then(|page| self.parts.iter().find(|part| part.files.contains_key(page)));
        part.map_or(self.number, |part| part.number)
    }

    /// Returns what is shown after a site was made. Where what all pages show may be another, all of them are as soon as any is.
    pub fn with_site(&self, files: Vec<Arc<MemoryFiles>>, sources: Arc<BTreeMap<RelPath, String>>, all: bool) -> Self {
        // A part that was not made again is the very same.
        let is_same =
            |part: &PreviewPart, files: &Arc<MemoryFiles>| Arc::ptr_eq(&part.files, files) || part.files == *files;
        let (next, is_longer) = (self.number.wrapping_add(1), self.parts.len() != files.len());
        let number_now = |(at, files): (usize, &Arc<MemoryFiles>)| {
            self.parts.get(at).filter(|part| is_same(part, files)).map_or(next, |part| part.number)
        };
        let numbers: Vec<u64> = files.iter().enumerate().map(number_now).collect();
        let is_other = is_longer || numbers.contains(&next);
        let numbered = files.into_iter().zip(numbers);
        let parts =
            numbered.map(|(files, number)| PreviewPart { number: if all && is_other { next } else { number }, files });
        Self { number: if is_other { next } else { self.number }, parts: parts.collect(), sources, problem: None }
    }

    /// Returns what is shown after no site could be made.
    pub fn with_problem(&self, problem: Problem) -> Self {
        Self { problem: Some(problem), ..self.clone() }
    }
}
