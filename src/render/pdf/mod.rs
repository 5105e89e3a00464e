//! Meeting packs as PDF: the page of a committee's meeting as a document that is read aloud, searched and printed.
//!
//! The document is made of the same [`Page`] as the HTML, so that it says no more and no less. It is typeset
//! in the process, by typst, with the one template beside this file: no file is opened for it, nothing is fetched and no clock
//! is read, so that the same page gives the same bytes on any machine. It is tagged as PDF/UA-1 asks, and one that is not is
//! not written.
//!
//! typst is two hundred crates and minutes of compiling. So it is a feature of the package, and what is in this file alone is in
//! every program: whether it makes documents, and what is told whoever asks for one in vain.

#[cfg(feature = "pdf")]
mod document;
#[cfg(feature = "pdf")]
mod drawings;
#[cfg(feature = "pdf")]
mod html_tree;
#[cfg(feature = "pdf")]
mod page_files;
#[cfg(feature = "pdf")]
mod signs;

use super::FormatContext;
#[cfg(feature = "pdf")]
use super::format::{Format, Write};
use crate::{
    diag::{Code, Diagnostic, Place},
    value::RelPath,
    view::Page,
};

/// What a site offers documents as, in `downloads`.
pub const PDF: &str = "pdf";

/// Whether this program makes documents.
pub const MAKES_PDF: bool = cfg!(feature = "pdf");

/// A program that makes no documents is asked for one.
pub const NO_PDF: Code = Code::error("no-pdf").help(
    "a PDF is asked for, by `fremdrift pdf` or by `downloads` in site.toml, of a program that was compiled without the feature `pdf`",
);
const PDF_FAILED: Code = Code::error("pdf-failed")
    .args(&["cause"])
    .help("a meeting pack that cannot be made a PDF; what could be is told in the words of the typesetter, typst");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NO_PDF, &PDF_FAILED];

/// Meeting packs, as documents.
#[cfg(feature = "pdf")]
pub(super) const FORMAT: Format = Format { id: PDF, name: "PDF", extension: "pdf", write: Write::Document(write_pdf) };

/// Makes a document of a page. The same page gives the same bytes.
///
/// # Errors
///
/// Answers why it cannot be made: this program makes none, or the typesetter refuses it.
pub fn write_pdf(page: &Page, context: &FormatContext<'_>) -> Result<Vec<u8>, Diagnostic> {
    typeset(page, context).map_err(|cause| match cause {
        Some(cause) => Diagnostic::new(&PDF_FAILED, place(&page.path)).with("cause", cause),
        None => Diagnostic::new(&NO_PDF, place(&page.path)),
    })
}

fn place(path: &RelPath) -> Place {
    Place::File(path.clone())
}

/// Typesets a page, or answers why not; nothing where this program cannot.
#[cfg(feature = "pdf")]
fn typeset(page: &Page, context: &FormatContext<'_>) -> Result<Vec<u8>, Option<String>> {
    page_files::PageFiles::of(page, context).and_then(|files| document::write(&files)).map_err(Some)
}

#[cfg(not(feature = "pdf"))]
fn typeset(_: &Page, _: &FormatContext<'_>) -> Result<Vec<u8>, Option<String>> {
    Err(None)
}
