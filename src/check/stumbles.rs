//! Texts that readers stumble over who listen to them or look at them otherwise: headings that leave out a level, links whose words say
//! nothing, a colour that speaks alone.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::{Code, Place},
    value::{ProseParts, StumbleKind},
};

/// Headings that leave out a level.
const HEADING_JUMP: Code = Code::note("heading-jump")
    .args(&["text"])
    .help("a heading that is more than one level below the one before it: a screen reader takes it for part of something that is not there");
/// Links whose words do not say where they lead.
const VAGUE_LINK: Code = Code::note("vague-link")
    .args(&["text"])
    .help("a link whose words say nothing of where it leads (`here`, `read more`), or are a bare address; a list of a page's links is read without the text around them");
/// A colour that speaks alone.
const COLOUR_ALONE: Code = Code::warning("colour-alone")
    .args(&["text"])
    .help("a cell of a table, or a paragraph, that holds nothing but the name of a colour: a status is a word of the scale, not a colour");

/// Headings that leave out a level.
pub const HEADINGS: Check =
    Check::new(&HEADING_JUMP, |scene, findings| tell(scene, findings, StumbleKind::HeadingJump));
/// Links whose words do not say where they lead.
pub const LINKS: Check = Check::new(&VAGUE_LINK, |scene, findings| tell(scene, findings, StumbleKind::VagueLink));
/// A colour that speaks alone.
pub const COLOURS: Check = Check::new(&COLOUR_ALONE, |scene, findings| tell(scene, findings, StumbleKind::ColourAlone));

fn tell(scene: &CheckInput<'_>, findings: &mut Findings<'_>, kind: StumbleKind) {
    for (file, words) in scene.texts() {
        tell_of(file, words, findings, kind);
    }
}

fn tell_of(file: &str, words: &ProseParts, findings: &mut Findings<'_>, kind: StumbleKind) {
    for prose in words.each() {
        for stumble in prose.stumbles.0.iter().filter(|stumble| stumble.kind == kind) {
            findings.place(Place::Written(file.to_owned(), stumble.at)).add("text", stumble.text.clone());
        }
    }
}
