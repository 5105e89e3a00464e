//! What can be wrong, declared beside what finds it.
//!
//! A [`Code`] is a constant in the file that raises it, and that file lists its codes in `CODES`; each room joins the
//! lists of its files, and the crate those of its rooms. The words stand in the language files under the code's name.
//! A [`Diagnostic`](super::Diagnostic) can be made of a declared code alone, so none is forgotten in a list of words.

use std::fmt;

use super::Severity;

/// One kind of mistake: its stable name, how bad it is, and what its words are filled in with.
///
/// Two codes are equal that have one name.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    /// The stable name. Its words stand under it, and people silence it or look it up by it.
    pub name: &'static str,
    /// How bad it is, unless the site says otherwise.
    pub severity: Severity,
    /// The names of its arguments, in the order they are given. One that ends in `?` may be empty or left out.
    pub args: &'static [&'static str],
    /// What it means, for those who look it up: a clause without a full stop.
    pub help: &'static str,
}

impl Code {
    /// Declares what a site cannot be published with, or what stops a run.
    #[must_use]
    pub const fn error(name: &'static str) -> Self {
        Self { name, severity: Severity::Error, args: &[], help: "" }
    }

    /// Declares what a site can be published with, but somebody should look at.
    #[must_use]
    pub const fn warning(name: &'static str) -> Self {
        Self { name, severity: Severity::Warning, args: &[], help: "" }
    }

    /// Declares what is good to know, and what nothing need be done about.
    #[must_use]
    pub const fn note(name: &'static str) -> Self {
        Self { name, severity: Severity::Note, args: &[], help: "" }
    }

    /// Names the arguments of its words. One that ends in `?` may be empty or left out.
    #[must_use]
    pub const fn args(self, args: &'static [&'static str]) -> Self {
        Self { args, ..self }
    }

    /// Says what it means.
    #[must_use]
    pub const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    /// Tells whether its words may speak of an argument.
    #[must_use]
    pub fn has_arg(&self, name: &str) -> bool {
        self.args.iter().any(|arg| arg.trim_end_matches('?') == name)
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Code {}

impl PartialOrd for Code {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Code {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.name.cmp(other.name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
