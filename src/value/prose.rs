//! Prose: an author's Markdown, compiled once to safe HTML with holes for its addresses.
//!
//! The same text may stand on a plan's page, a measure's and a report's. What differs is only where
//! its links lead from, so links and pictures are kept as data and filled in per page. `content`
//! compiles; nothing else makes prose.

use super::RelPath;

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LinkTarget {
    /// An address outside the site, of an allowed scheme (`https`, `http`, `mailto`, `tel`).
    Outside(String),
    /// A file of the site's content, with the fragment behind it.
    Inside(RelPath, Option<String>),
    /// A place on the same page.
    Here(String),
}

/// Where in its source file something was written, for messages: from one byte to another.
///
/// All are equal: two texts that say the same are the same, wherever in their files they stand.
#[derive(Clone, Copy, Debug, Default)]
pub struct SourceRange {
    /// The first byte.
    pub start: u32,
    /// The byte behind the last one.
    pub end: u32,
}

impl PartialEq for SourceRange {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for SourceRange {}

impl std::hash::Hash for SourceRange {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

/// A link and where it was written.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Link {
    /// Where it leads.
    pub target: LinkTarget,
    /// Where it was written.
    pub at: SourceRange,
}

/// A picture that stands in a text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Picture {
    /// The file, beside the text that shows it.
    pub file: RelPath,
    /// What it shows, for readers who do not see it.
    pub alt: String,
    /// The caption of a numbered figure: an image alone in its paragraph, with a title.
    pub caption: Option<String>,
    /// Where it was written.
    pub at: SourceRange,
}

/// What a reader stumbles over who listens to a text, or looks at it otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StumbleKind {
    /// A heading that leaves out a level.
    HeadingJump,
    /// A link whose words say nothing of where it leads.
    VagueLink,
    /// The name of a colour, and nothing else.
    ColourAlone,
}

/// Something that a reader stumbles over, and where it was written.
#[derive(Clone, Debug)]
pub struct Stumble {
    /// What it is.
    pub kind: StumbleKind,
    /// Its words.
    pub text: String,
    /// Where it was written.
    pub at: SourceRange,
}

/// What readers stumble over in a text.
///
/// All are equal: it is told to authors, and is nothing that a text says. Of old versions it is not looked for.
#[derive(Clone, Debug, Default)]
pub struct Stumbles(pub Vec<Stumble>);

impl PartialEq for Stumbles {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Stumbles {}

impl std::hash::Hash for Stumbles {
    fn hash<H: std::hash::Hasher>(&self, _: &mut H) {}
}

/// A piece of compiled prose.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ProsePart {
    /// Safe HTML.
    Html(String),
    /// The address of a link, inside its `href`.
    Link(Link),
    /// A picture or a numbered figure.
    Picture(Picture),
}

/// What a text begins with: its paragraphs, without headings, lists, tables and quotations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ProseOpening {
    /// The paragraphs, a line each, without mark-up.
    pub text: String,
    /// Where in that the first words in bold stand, in bytes.
    pub bold: Option<std::ops::Range<usize>>,
}

/// A compiled text: safe HTML with holes where addresses go.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Prose {
    /// The pieces, in order.
    pub parts: Vec<ProsePart>,
    /// The text without any mark-up, for descriptions and for telling whether it changed.
    pub plain: String,
    /// What it begins with, for lists that say why something stands where it does. Nothing of old versions.
    pub opening: ProseOpening,
    /// What readers stumble over in it.
    pub stumbles: Stumbles,
}

impl Prose {
    /// Tells whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Returns its links.
    pub fn links(&self) -> impl Iterator<Item = &Link> {
        self.parts.iter().filter_map(|part| match part {
            ProsePart::Link(link) => Some(link),
            ProsePart::Html(_) | ProsePart::Picture(_) => None,
        })
    }

    /// Returns its pictures.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.parts.iter().filter_map(|part| match part {
            ProsePart::Picture(picture) => Some(picture),
            ProsePart::Html(_) | ProsePart::Link(_) => None,
        })
    }
}

/// The parts of a text that fill columns of their own, found by their headings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProseParts {
    /// What is to be reached (Mål).
    pub objective: Prose,
    /// What is done (Handling).
    pub action: Prose,
    /// What follows from it for citizens and staff (Konsekvenser).
    pub consequences: Prose,
    /// When it happens (Tidsplan).
    pub timetable: Prose,
    /// Everything else.
    pub body: Prose,
}

impl ProseParts {
    /// Tells whether nothing is written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.each().into_iter().all(Prose::is_empty)
    }

    /// Returns all parts, in the order of their columns, the body first.
    #[must_use]
    pub fn each(&self) -> [&Prose; 5] {
        [&self.body, &self.objective, &self.action, &self.consequences, &self.timetable]
    }
}
