//! What the text of an attachment comes to: part by part, with a word on what could not be read.

/// The text of a file that pages show or link to.
#[derive(Debug, Default)]
pub struct AttachmentText {
    /// Its texts, part by part: each sheet, each page. The first is the file as it stands.
    pub parts: Vec<String>,
    /// Whether there may be text in it that could not be read.
    pub is_unread: bool,
}
