//! The typesetter: from the files of a document to its bytes.
//!
//! It is given a world without a disk, a net or a clock: what a document may read is what it was given. Files have the same names in
//! every document, for the typesetter keeps names as long as the process lives.

use typst::{
    Feature, Library, LibraryExt, World, comemo,
    diag::{FileError, FileResult, SourceDiagnostic},
    foundations::{Bytes, Datetime, Duration, Smart},
    syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot},
    text::{Font, FontBook},
    utils::LazyHash,
};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::{page_files::PageFiles, signs};

/// The template of every document.
const TEMPLATE: &str = include_str!("pack.typ");

/// The names of the template and of the data that it sets.
const NAMES: [&str; 2] = ["pack.typ", "data.json"];

/// What a document may read.
struct DocumentWorld {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    main: FileId,
    files: Vec<(FileId, Bytes)>,
}

/// Typesets a document, tagged as PDF/UA-1.
///
/// # Errors
///
/// Answers what the typesetter says is wrong.
pub(super) fn write(files: &PageFiles) -> Result<Vec<u8>, String> {
    let written = DocumentWorld::new(files).and_then(|world| {
        let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| in_words(&errors))?;
        let options = PdfOptions {
            ident: Smart::Custom(files.ident.clone()),
            creator: Smart::Custom(Some("fremdrift".into())),
            timestamp: None,
            standards: PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|error| error.message().to_string())?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&document, &options).map_err(|errors| in_words(&errors))
    });
    // What is remembered of a document helps with no other, and would fill the memory.
    comemo::evict(0);
    written
}

fn in_words(errors: &[SourceDiagnostic]) -> String {
    errors.iter().map(|error| error.message.as_str()).collect::<Vec<_>>().join("; ")
}

impl DocumentWorld {
    fn new(given: &PageFiles) -> Result<Self, String> {
        let features = [Feature::A11yExtras].into_iter().collect();
        let own = NAMES.into_iter().zip([TEMPLATE.as_bytes(), &given.data]);
        let drawings = given.drawings.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
        let mut files = Vec::new();
        for (name, bytes) in own.chain(drawings) {
            files.push((file_id(name)?, Bytes::new(bytes.to_vec())));
        }
        Ok(Self {
            library: LazyHash::new(Library::builder().with_features(features).build()),
            book: LazyHash::new(FontBook::from_fonts(signs::fonts())),
            main: file_id(NAMES[0])?,
            files,
        })
    }
}

fn file_id(name: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(name).map_err(|_| format!("no name of a file: {name}"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for DocumentWorld {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = String::from_utf8(self.file(id)?.to_vec()).map_err(|_| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let found = self.files.iter().find(|(own, _)| *own == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        signs::fonts().get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
