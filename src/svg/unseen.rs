//! Words of a picture that nobody sees: in what is not shown, is not used, has no colour or no size, or lies outside the picture.
//!
//! Whoever opens the file reads them all the same, and only the author knows whether they were to be seen, so they are refused and not
//! left out. What a sheet hides by a class is not looked for, nor what lies behind something else.

use std::collections::BTreeSet;

use quick_xml::events::BytesStart;

/// Elements whose content is drawn only where something refers to it.
const USED: [&str; 6] = ["defs", "symbol", "pattern", "marker", "mask", "clipPath"];

/// How far outside the picture words may begin, in its own size: some of what begins a little outside reaches into it.
const MARGIN: f64 = 0.25;

/// Why an element is not seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum UnseenReason {
    /// It says so, and all that stands in it goes with it.
    Hidden,
    /// Nothing refers to it. A part of it may be referred to.
    Unused,
    /// Its words have no colour or no size, unless a part of it says otherwise.
    Property(&'static str),
}

/// An element that is not seen.
#[derive(Debug)]
struct UnseenElement {
    depth: usize,
    name: String,
    reason: UnseenReason,
    /// How deep a part of it is that is seen.
    seen_again: Option<usize>,
}

/// The elements of a picture that are open, as far as they are not seen.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    open: Vec<UnseenElement>,
    /// The ids that something in the picture refers to.
    used: BTreeSet<String>,
    /// The picture is a shape for others, and what uses it stands elsewhere.
    is_shape: bool,
    /// The left, the top, the width and the height of the picture.
    frame: Option<[f64; 4]>,
    /// How deep an element is that lies in a place of its own, so that the places in it are not known.
    moved: Option<usize>,
}

impl Unseen {
    pub(super) fn of(text: &str, is_shape: bool) -> Self {
        let refers = ["href=\"#", "href='#", "url(#", "url('#", "url(\"#", "url(&quot;#"];
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | ':');
        let ids = refers.iter().flat_map(|refer| {
            text.match_indices(refer).filter_map(|(at, refer)| text.get(at + refer.len()..)).map(|id| {
                let end = id.find(|c| !is_name(c)).unwrap_or(id.len());
                id.get(..end).unwrap_or_default().to_owned()
            })
        });
        Self { used: ids.collect(), is_shape, ..Self::default() }
    }

    /// Returns the innermost element that is not seen, if one is open, and whether pictures in it are not seen either.
    pub(super) fn innermost(&self) -> Option<(&str, bool)> {
        let mut unseen = self.open.iter().rev().filter(|element| element.seen_again.is_none());
        let is_picture = unseen.clone().any(|element| !matches!(element.reason, UnseenReason::Property(_)));
        unseen.next().map(|element| (element.name.as_str(), is_picture))
    }

    /// Notes an element that begins, and lies so deep.
    pub(super) fn enter(&mut self, element: &BytesStart<'_>, depth: usize) {
        let said = declarations(element);
        let says = |name: &str| said.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let name = local(element);
        if depth == 0 {
            self.frame = frame(&says);
        }
        let is_used = says("id").is_some_and(|id| self.used.contains(id));
        for outer in self.open.iter_mut().filter(|outer| outer.seen_again.is_none()) {
            let is_seen = match outer.reason {
                UnseenReason::Hidden => false,
                UnseenReason::Unused => is_used,
                UnseenReason::Property(name) => says(name).is_some_and(|value| !is_nought(value)),
            };
            outer.seen_again = is_seen.then_some(depth);
        }
        let is_moved = says("transform").is_some() || (name == "svg" && depth > 0) || USED.contains(&name);
        if is_moved && self.moved.is_none() {
            self.moved = Some(depth);
        }
        let is_outlined = says("stroke").is_some_and(|stroke| stroke != "none");
        let has_no_size = says("font").is_some_and(|font| font.split(' ').any(is_nought));
        let is_words = matches!(name, "text" | "tspan" | "textpath");
        let reason = match () {
            () if says("display") == Some("none") => Some(UnseenReason::Hidden),
            () if matches!(says("visibility"), Some("hidden" | "collapse")) => Some(UnseenReason::Hidden),
            () if says("opacity").is_some_and(is_nought) => Some(UnseenReason::Hidden),
            () if is_words && self.is_outside(&says) => Some(UnseenReason::Hidden),
            () if USED.contains(&name) && !is_used && !self.is_shape => Some(UnseenReason::Unused),
            () if says("fill-opacity").is_some_and(is_nought) && !is_outlined => {
                Some(UnseenReason::Property("fill-opacity"))
            }
            () if says("font-size").is_some_and(is_nought) || has_no_size => Some(UnseenReason::Property("font-size")),
            () => None,
        };
        let written = element.name().into_inner().to_owned();
        self.open.extend(reason.map(|reason| UnseenElement { depth, name: written, reason, seen_again: None }));
    }

    /// Notes that the element ends that lies so deep.
    pub(super) fn leave(&mut self, depth: usize) {
        self.open.retain(|element| element.depth != depth);
        for element in &mut self.open {
            element.seen_again.take_if(|own| *own == depth);
        }
        self.moved.take_if(|own| *own == depth);
    }

    /// Tells whether words begin so far outside the picture that nobody sees them, where that is known.
    fn is_outside<'s>(&self, says: &impl Fn(&str) -> Option<&'s str>) -> bool {
        let Some([left, top, width, height]) = self.frame.filter(|_| self.moved.is_none()) else { return false };
        let lies_outside = |name: &str, from: f64, size: f64| {
            let at = says(name).and_then(|list| number(list.split([' ', ',']).next().unwrap_or_default()));
            at.is_some_and(|at| at < from - size * MARGIN || at > from + size * (1.0 + MARGIN))
        };
        lies_outside("x", left, width) || lies_outside("y", top, height)
    }
}

/// Returns what an element says of itself, by attributes and then by its style, which goes before them.
fn declarations(element: &BytesStart<'_>) -> Vec<(String, String)> {
    let (mut said, mut styled) = (Vec::new(), Vec::new());
    for attribute in element.attributes().filter_map(Result::ok) {
        match attribute.key.into_inner() {
            "style" => {
                let declared = attribute.value.split(';').filter_map(|one| one.split_once(':'));
                styled.extend(declared.map(|(name, value)| (name.trim().to_ascii_lowercase(), plain(value))));
            }
            // An id keeps its capitals.
            "id" => said.push(("id".to_owned(), attribute.value.trim().to_owned())),
            name => said.push((name.to_ascii_lowercase(), plain(&attribute.value))),
        }
    }
    said.extend(styled);
    said
}

fn plain(value: &str) -> String {
    let value = value.trim().to_ascii_lowercase();
    value.split('!').next().unwrap_or_default().trim().to_owned()
}

fn local<'e>(element: &'e BytesStart<'_>) -> &'e str {
    let name = element.name().into_inner();
    let name = name.rsplit(':').next().unwrap_or(name);
    USED.iter().chain(&["text", "tspan", "svg"]).find(|known| **known == name).copied().unwrap_or(match name {
        "textPath" => "textpath",
        _ => "",
    })
}

/// Returns the frame that an outermost element draws.
fn frame<'s>(says: &impl Fn(&str) -> Option<&'s str>) -> Option<[f64; 4]> {
    let frame = match says("viewbox") {
        Some(list) => {
            let numbers: Vec<f64> =
                list.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty()).map_while(number).collect();
            numbers.try_into().ok()?
        }
        None => [0.0, 0.0, says("width").and_then(number)?, says("height").and_then(number)?],
    };
    (frame[2] > 0.0 && frame[3] > 0.0).then_some(frame)
}

fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    text.strip_suffix("px").unwrap_or(text).parse().ok().filter(|number: &f64| number.is_finite())
}

/// Tells whether a value is nought, in whatever unit, or so near that nothing is seen.
fn is_nought(value: &str) -> bool {
    let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '+'));
    let number = value.strip_suffix(unit).and_then(|number| number.parse::<f64>().ok());
    unit.chars().all(|c| c.is_ascii_alphabetic() || c == '%') && number.is_some_and(|number| number.abs() < 0.001)
}
