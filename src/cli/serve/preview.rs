//! What is shown: the files of the last sound site, and what is wrong with the content now.

use std::{collections::BTreeMap, sync::Arc};

use fremdrift::value::RelPath;

/// The files of a site in memory.
pub type Files = BTreeMap<RelPath, Arc<[u8]>>;

/// What is shown at one time.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// Which one it is: another number means other pages.
    pub number: u64,
    /// The files of the last sound site; none until there was one.
    pub files: Arc<Files>,
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
    /// Returns what is shown after a site was made. The number stays where no file is another.
    pub fn with_site(&self, files: Files, sources: BTreeMap<RelPath, String>) -> Self {
        if *self.files == files {
            return Self { problem: None, sources: Arc::new(sources), ..self.clone() };
        }
        Self { number: self.number.wrapping_add(1), files: Arc::new(files), sources: Arc::new(sources), problem: None }
    }

    /// Returns what is shown after no site could be made.
    pub fn with_problem(&self, problem: Problem) -> Self {
        Self { problem: Some(problem), ..self.clone() }
    }
}
