//! What is shown: the files of the last sound site, and what is wrong with the content now.

use std::{collections::BTreeMap, sync::Arc};

use fremdrift::{output::MemoryFiles, pipeline::SitePart, value::RelPath};

/// A part of a site: the files of a plan, or those that plans share.
#[derive(Clone, Debug)]
struct PreviewPart {
    part: SitePart,
    /// Which of each page it is: another number means another page.
    numbers: Arc<BTreeMap<RelPath, u64>>,
}

impl PreviewPart {
    /// Tells whether files are others than its own.
    fn is_other(&self, files: &Arc<MemoryFiles>) -> bool {
        // A part that was not made again is the very same.
        !Arc::ptr_eq(&self.part.files, files) && self.part.files != *files
    }

    /// Numbers the pages of a part: those that are as they were before keep their number.
    fn after(before: Option<&Self>, part: SitePart, next: u64) -> Self {
        if let Some(before) = before.filter(|before| Arc::ptr_eq(&before.part.files, &part.files)) {
            return Self { part, numbers: Arc::clone(&before.numbers) };
        }
        let pages = part.files.iter().filter(|(path, _)| path.extension() == "html");
        let number_now = |(path, page): (&RelPath, &Arc<[u8]>)| {
            let before = before.filter(|before| before.part.files.get(path) == Some(page));
            (path.clone(), before.and_then(|before| before.numbers.get(path).copied()).unwrap_or(next))
        };
        let numbers = Arc::new(pages.map(number_now).collect());
        Self { part, numbers }
    }
}

/// What is shown at one time.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// The highest number of a page.
    number: u64,
    /// The least number of every page: what all of them show was another since.
    least: u64,
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
        self.parts.iter().find_map(|shown| shown.part.files.get(path)).map(AsRef::as_ref)
    }

    /// Tells whether a file does not say what the content says now, and will.
    pub fn is_behind(&self, path: &RelPath) -> bool {
        let is_its = |shown: &&PreviewPart| shown.part.files.contains_key(path);
        let newest = self.parts.iter().find(is_its).and_then(|shown| shown.part.newest.as_ref());
        self.problem.is_none() && newest.is_some_and(|newest| !newest.contains(path))
    }

    /// Tells whether no site was sound yet.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Returns a number that stays as long as a page and what it shows do; of one that is not there, that of the site.
    pub fn number_of(&self, page: Option<&RelPath>) -> u64 {
        let number = page.and_then(|page| self.parts.iter().find_map(|shown| shown.numbers.get(page)));
        number.map_or(self.number, |number| self.least.max(*number))
    }

    /// Returns what is shown after a site was made. Where what all pages show may be another, all of them are as soon as any
    /// file is.
    pub fn with_site(&self, parts: Vec<SitePart>, sources: Arc<BTreeMap<RelPath, String>>, all: bool) -> Self {
        let is_other = self.parts.len() != parts.len()
            || self.parts.iter().zip(&parts).any(|(before, part)| before.is_other(&part.files));
        let next = if is_other { self.number.wrapping_add(1) } else { self.number };
        let before = self.parts.iter().map(Some).chain(std::iter::repeat(None));
        let numbered = parts.into_iter().zip(before).map(|(part, before)| PreviewPart::after(before, part, next));
        let least = if all && is_other { next } else { self.least };
        Self { number: next, least, parts: numbered.collect(), sources, problem: None }
    }

    /// Returns what is shown after no site could be made.
    pub fn with_problem(&self, problem: Problem) -> Self {
        Self { problem: Some(problem), ..self.clone() }
    }
}
