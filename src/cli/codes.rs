//! The codes of the command line.
//!
//! They stand in a file of their own, which knows the library alone: the tests that hold every code to its words, its
//! case and its page read it too, and cannot see what else belongs to the program.

use fremdrift::diag::Code;

/// A repository without a commit.
pub const NO_COMMIT: Code =
    Code::error("no-commit").help("a repository in which nothing is committed yet, where its history is asked for");
/// Something to compare that is neither a folder nor a revision.
pub const NO_SUCH_VERSION: Code = Code::error("no-such-version")
    .args(&["version", "path"])
    .help("a version that is no folder with a site, where there is no repository to look for it in");
/// An edition that cannot be cut again.
pub const EDITION_IS_CUT: Code = Code::error("edition-is-cut")
    .args(&["id", "revision", "commit"])
    .help("an edition that is cut already; what a committee had in front of it does not change");
/// An edition that is compared with what is no edition, while it is open.
pub const EDITION_IS_OPEN: Code = Code::error("edition-is-open")
    .args(&["id"])
    .help("`diff` of an edition that is not cut and of what is no edition: it has no commit of its own to be compared");
/// An output folder within the site's own files.
pub const OUTPUT_IN_SOURCES: Code = Code::error("output-in-sources")
    .args(&["path", "folder"])
    .help("an output folder in a folder of the site itself, where its pages would be taken for content");

/// Standard output that takes nothing.
pub const OUTPUT_UNWRITTEN: Code = Code::error("output-unwritten")
    .args(&["cause"])
    .help("standard output that cannot be written to, as where a disk is full");
/// A system without threads.
pub const NO_THREADS: Code =
    Code::error("no-threads").args(&["cause"]).help("a system that gives the program no threads to work with");

/// No port to show a site at.
pub const NO_PORT: Code = Code::error("no-port")
    .args(&["port", "cause"])
    .help("`serve` where the system lets no port be listened at, nor one of the next twenty");

/// A folder to look through that is not there.
pub const NO_PUBLISHED_FOLDER: Code = Code::error("no-published-folder")
    .args(&["path"])
    .help("`check --published` where there is no published site: the folder is not there, or another was meant");

/// A page that is asked for as one file and that the site has not.
pub const UNKNOWN_PAGE: Code = Code::error("unknown-page")
    .args(&["page", "suggestion?"])
    .help("`one-file` for a page that the site has not, or does not show to this audience");

/// A code to explain that there is none of.
pub const UNKNOWN_CODE: Code =
    Code::error("unknown-code").args(&["id", "suggestion?"]).help("`explain` of a code that the program does not have");

/// A schema that there is none of.
pub const UNKNOWN_SCHEMA: Code = Code::error("unknown-schema")
    .args(&["id", "known", "suggestion?"])
    .help("`schema` of a kind of file that there is none of");

/// Something in the place of what is to be written.
pub const WRITE_CONFLICT: Code = Code::error("write-conflict")
    .args(&["path", "what"])
    .help("a file or folder in the place of what a draft or an import writes: it is there already, was changed meanwhile, or is no folder");

/// All of them.
#[allow(dead_code, reason = "the tests read it")]
pub const CODES: &[&Code] = &[
    &NO_PORT,
    &NO_COMMIT,
    &NO_SUCH_VERSION,
    &EDITION_IS_CUT,
    &EDITION_IS_OPEN,
    &OUTPUT_IN_SOURCES,
    &OUTPUT_UNWRITTEN,
    &NO_THREADS,
    &NO_PUBLISHED_FOLDER,
    &UNKNOWN_PAGE,
    &UNKNOWN_CODE,
    &UNKNOWN_SCHEMA,
    &WRITE_CONFLICT,
];
