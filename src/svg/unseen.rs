//! Words of a picture that nobody sees: in what is not shown, is not used, has no colour or no size, or lies outside the picture.
//!
//! Whoever opens the file reads them all the same, and only the author knows whether they were to be seen, so they are refused and not
//! left out. What the picture alone proves is refused: no paint (`fill` and `stroke`), as good as no opacity, no size, a scale of nought.
//! Let through is what only the drawing shows: cuttings and masks, which programs put around every line of letters; what lies behind
//! something else or is as white as its ground, which is not known; what a sheet hides by a class, and words in other languages (`switch`).

use std::collections::BTreeSet;

use quick_xml::{XmlVersion, events::BytesStart};

use super::clean;

/// Elements whose content is drawn only where something refers to it.
const USED: [&str; 6] = ["defs", "symbol", "pattern", "marker", "mask", "clipPath"];

/// How far outside the picture words may begin, in its own size: some of what begins a little outside reaches into it.
const MARGIN: f64 = 0.25;

/// How far beyond the picture words may be anchored by their end or their middle, in its own size: they reach back from there.
const REACH: f64 = 1.0;

/// What nobody sees: fainter than any sign that is printed into a ground.
const FAINTEST: f64 = 0.01;

/// An element that is not seen.
#[derive(Debug)]
struct UnseenElement {
    depth: usize,
    name: String,
    /// Nothing refers to it. A part of it may be referred to. All others say so, and what stands in them goes with them.
    is_unused: bool,
    /// How deep a part of it is that is seen.
    seen_again: Option<usize>,
}

/// What words take over from the elements they stand in.
#[derive(Clone, Debug)]
struct WordStyle {
    depth: usize,
    is_visible: bool,
    has_colour: bool,
    /// What `currentcolor` stands for can be seen.
    has_own_colour: bool,
    fill_opacity: f64,
    has_outline: bool,
    stroke_opacity: f64,
    stroke_has_width: bool,
    has_size: bool,
    /// Letters are not made as low as nought (`font-size-adjust`), which gives words without a size none.
    has_height: bool,
    /// How much of what is drawn is seen, of all elements that are open together.
    opacity: f64,
    anchor: &'static str,
    /// The name of the element that takes words out of sight.
    unseen: Option<String>,
}

impl Default for WordStyle {
    fn default() -> Self {
        Self {
            depth: 0,
            is_visible: true,
            has_colour: true,
            has_own_colour: true,
            fill_opacity: 1.0,
            has_outline: false,
            stroke_opacity: 1.0,
            stroke_has_width: true,
            has_size: true,
            has_height: true,
            opacity: 1.0,
            anchor: "",
            unseen: None,
        }
    }
}

impl WordStyle {
    /// Returns the style within an element, which says something of itself.
    fn within<'s>(&self, says: &impl Fn(&str) -> Option<&'s str>, may_be_coloured: bool) -> Self {
        // What is taken over needs not be said.
        let says =
            |name: &str| says(name).filter(|value| !["inherit", "unset", "revert", "revert-layer"].contains(value));
        let mut style = self.clone();
        let opacity = |name: &str| says(name).and_then(share);
        if let Some(value) = says("visibility") {
            style.is_visible = match value {
                "visible" | "initial" => true,
                "hidden" | "collapse" => false,
                _ => self.is_visible,
            };
        }
        if let Some(colour) = says("color") {
            style.has_own_colour = !is_clear(colour);
        }
        let is_seen = |colour: &str| if colour == "currentcolor" { style.has_own_colour } else { !is_clear(colour) };
        let (fill, stroke) = (says("fill").map(is_seen), says("stroke").map(is_seen));
        style.has_colour = may_be_coloured || fill.unwrap_or(self.has_colour);
        style.has_outline = stroke.unwrap_or(self.has_outline);
        style.fill_opacity = opacity("fill-opacity").unwrap_or(self.fill_opacity);
        style.stroke_opacity = opacity("stroke-opacity").unwrap_or(self.stroke_opacity);
        style.stroke_has_width = says("stroke-width").map_or(self.stroke_has_width, |width| !is_nought(width));
        style.opacity *= opacity("opacity").unwrap_or(1.0);
        style.has_size = says("font-size").and_then(has_size).unwrap_or(self.has_size);
        if let Some(adjusted) = says("font-size-adjust") {
            style.has_height = !adjusted.split(' ').any(is_nought);
        }
        if let Some(anchor) = says("text-anchor") {
            style.anchor = ["middle", "end"].into_iter().find(|known| *known == anchor).unwrap_or_default();
        }
        style
    }

    /// Tells whether words are seen that stand there.
    fn shows_words(&self) -> bool {
        let is_filled = self.has_colour && self.fill_opacity >= FAINTEST;
        let is_outlined = self.has_outline && self.stroke_has_width && self.stroke_opacity >= FAINTEST;
        self.is_visible && self.has_size && self.has_height && (is_filled || is_outlined)
    }
}

/// The elements of a picture that are open, as far as they are not seen.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    open: Vec<UnseenElement>,
    styles: Vec<WordStyle>,
    /// The ids that something in the picture refers to.
    used: BTreeSet<String>,
    /// The picture is a shape for others, and what uses it stands elsewhere.
    is_shape: bool,
    /// A sheet gives colours, which go before those that elements have by an attribute: programs write `fill="none"` around all.
    has_colours: bool,
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
        let mut sheets = text.split("<style").skip(1).filter_map(|rest| rest.split("</style").next());
        let has_colours = sheets.any(|sheet| sheet.contains("fill") || sheet.contains("stroke"));
        Self { used: ids.collect(), is_shape, has_colours, ..Self::default() }
    }

    /// Returns the innermost element that is not seen, if one is open, and whether pictures in it are not seen either.
    pub(super) fn innermost(&self) -> Option<(&str, bool)> {
        let gone = self.open.iter().rev().find(|element| element.seen_again.is_none());
        let style = self.styles.last().and_then(|style| Some((style.unseen.as_deref()?, !style.is_visible)));
        gone.map(|element| (element.name.as_str(), true)).or(style)
    }

    /// Notes an element that begins, and lies so deep.
    pub(super) fn enter(&mut self, element: &BytesStart<'_>, depth: usize) {
        let said = declarations(element);
        let says = |name: &str| said.iter().rev().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let (name, written) = (local(element), element.name().into_inner());
        if depth == 0 {
            self.frame = frame(&says);
        }
        let is_used = says("id").is_some_and(|id| self.used.contains(id));
        for outer in self.open.iter_mut().filter(|outer| outer.seen_again.is_none()) {
            outer.seen_again = (outer.is_unused && is_used).then_some(depth);
        }
        let is_moved = says("transform").is_some() || (name == "svg" && depth > 0) || USED.contains(&name);
        if is_moved && self.moved.is_none() {
            self.moved = Some(depth);
        }
        let outer = self.styles.last().cloned().unwrap_or_default();
        let is_styled = says("style").is_some_and(|style| style.contains("fill"));
        let mut style = WordStyle { depth, ..outer.within(&says, self.has_colours && !is_styled) };
        style.unseen = match style.shows_words() {
            true => None,
            false => outer.unseen.filter(|_| outer.is_visible == style.is_visible).or_else(|| Some(written.to_owned())),
        };
        let is_words = matches!(name, "text" | "tspan" | "textpath");
        let has_no_size =
            ["width", "height"].into_iter().any(|side| name == "svg" && says(side).is_some_and(is_nought));
        let is_hidden = says("display") == Some("none")
            || says("content-visibility") == Some("hidden")
            || style.opacity < FAINTEST
            || has_no_size
            || ["transform", "scale"].into_iter().filter_map(says).any(is_flat)
            || (is_words && self.is_outside(&says, style.anchor));
        let is_unused = USED.contains(&name) && !is_used && !self.is_shape;
        if is_hidden || is_unused {
            let name = written.to_owned();
            self.open.push(UnseenElement { depth, name, is_unused: !is_hidden, seen_again: None });
        }
        self.styles.push(style);
    }

    /// Notes that the element ends that lies so deep.
    pub(super) fn leave(&mut self, depth: usize) {
        self.open.retain(|element| element.depth != depth);
        for element in &mut self.open {
            element.seen_again.take_if(|own| *own == depth);
        }
        self.moved.take_if(|own| *own == depth);
        self.styles.pop_if(|style| style.depth == depth);
    }

    /// Tells whether words begin so far outside the picture that nobody sees them, where that is known.
    fn is_outside<'s>(&self, says: &impl Fn(&str) -> Option<&'s str>, anchor: &str) -> bool {
        let Some([left, top, width, height]) = self.frame.filter(|_| self.moved.is_none()) else { return false };
        let lies_outside = |name: &str, from: f64, size: f64, before: f64, behind: f64| {
            let at = says(name).and_then(|list| number(list.split([' ', ',']).next().unwrap_or_default()));
            at.is_some_and(|at| at < from - size * before || at > from + size * (1.0 + behind))
        };
        let (before, behind) = match anchor {
            "middle" => (REACH, REACH),
            "end" => (MARGIN, REACH),
            _ => (MARGIN, MARGIN),
        };
        lies_outside("x", left, width, before, behind) || lies_outside("y", top, height, MARGIN, MARGIN)
    }
}

/// Returns what an element says of itself, by attributes and then by its style, which goes before them, and what is important in that last.
fn declarations(element: &BytesStart<'_>) -> Vec<(String, String)> {
    let (mut said, mut styled) = (Vec::new(), Vec::new());
    for attribute in element.attributes().filter_map(Result::ok) {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).unwrap_or_default();
        match attribute.key.into_inner() {
            "style" => {
                let mut css = value.to_string();
                for comment in clean::comments(&css).into_iter().rev() {
                    css.replace_range(comment, " ");
                }
                let mut declared: Vec<_> = css.split(';').filter_map(|one| one.split_once(':')).collect();
                declared.sort_by_key(|(_, value)| value.contains('!'));
                for (name, value) in declared {
                    let (name, value) = (name.trim().to_ascii_lowercase(), plain(value));
                    // One that says all of a font says its size, and takes back how that is adjusted.
                    if name == "font" {
                        if let Some(size) = size_of_font(&value) {
                            styled.push(("font-size".to_owned(), size.to_owned()));
                            styled.push(("font-size-adjust".to_owned(), "none".to_owned()));
                        }
                    } else if may_be_said(&name, &value) {
                        styled.push((name, value));
                    }
                }
                said.push(("style".to_owned(), css));
            }
            // An id keeps its capitals.
            "id" => said.push(("id".to_owned(), value.trim().to_owned())),
            name => said.push((name.to_ascii_lowercase(), plain(&value))),
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

/// Tells whether a colour is none, or all clear: `transparent`, `#fff0`, `rgb(0 0 0 / 0%)`.
fn is_clear(colour: &str) -> bool {
    if let Some(digits) = colour.strip_prefix('#') {
        let opacity = match digits.len() {
            4 => digits.get(3..),
            8 => digits.get(6..),
            _ => None,
        };
        return opacity.is_some_and(|opacity| opacity.bytes().all(|digit| digit == b'0'));
    }
    let parts = || colour.trim_end_matches(')').split(['(', ',', '/', ' ']).filter(|part| !part.is_empty());
    let is_mixed = ["rgb", "hsl"].iter().any(|name| colour.starts_with(name));
    let has_opacity = colour.contains('/') || (is_mixed && parts().count() > 4);
    let is_faint = || parts().next_back().and_then(share).is_some_and(|share| share < FAINTEST);
    matches!(colour, "none" | "transparent") || (has_opacity && is_faint())
}

/// Tells whether a transformation leaves nothing to be seen: one of its sides is nought.
fn is_flat(transform: &str) -> bool {
    transform.split(')').any(|one| {
        let (name, list) = one.split_once('(').unwrap_or(("scale", one));
        let numbers: Vec<f64> = list.split([' ', ',']).filter(|part| !part.is_empty()).filter_map(share).collect();
        match (name.trim_matches([' ', ',']), numbers.as_slice()) {
            ("matrix", [a, b, c, d, ..]) => (a * d - b * c).abs() < 1e-9,
            ("scale" | "scalex" | "scaley" | "scale3d", sides) => sides.iter().take(2).any(|side| side.abs() < 1e-6),
            _ => false,
        }
    })
}

/// Reads a part of a whole, which may be written in per cent.
fn share(text: &str) -> Option<f64> {
    match text.strip_suffix('%') {
        Some(hundredths) => number(hundredths).map(|number| number / 100.0),
        None => number(text),
    }
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

/// Tells whether a property may have a value. What is none is passed over by browsers, and what was said before it holds.
fn may_be_said(name: &str, value: &str) -> bool {
    let is_general =
        matches!(value, "inherit" | "initial" | "unset" | "revert" | "revert-layer") || value.contains('(');
    let is_measured = value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+'));
    is_general
        || match name {
            // A bare number has no unit, but nought needs none.
            "font-size" => {
                let has_unit = value.ends_with(|c: char| c.is_ascii_alphabetic() || c == '%');
                let is_size = is_measured && (has_unit || is_nought(value));
                is_size || is_named_size(value) || matches!(value, "larger" | "smaller")
            }
            "visibility" => matches!(value, "visible" | "hidden" | "collapse"),
            "display" => matches!(value, "none" | "inline" | "block" | "inline-block" | "contents" | "flex" | "grid"),
            "opacity" | "fill-opacity" | "stroke-opacity" => share(value).is_some(),
            _ => true,
        }
}

/// Returns the size that a `font` says: `0` of `bold 0/1.2 Arial`; nothing where no family follows it, so that it says nothing. Behind its
/// slash stands the height of a line, and a bare number is how bold it is.
fn size_of_font(font: &str) -> Option<&str> {
    let is_size = |word: &&str| {
        let is_bare = word.bytes().all(|byte| byte.is_ascii_digit()) && !is_nought(word);
        let is_slant = ["deg", "rad", "grad", "turn"].iter().any(|unit| word.ends_with(unit));
        let is_number = word.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+'));
        is_named_size(word) || (is_number && !is_bare && !is_slant)
    };
    let mut words = font.split([' ', '\t', '\n', '/']).filter(|word| !word.is_empty());
    let size = words.find(is_size)?;
    words.next_back().filter(|family| family.contains(char::is_alphabetic)).map(|_| size)
}

/// Tells whether words of such a size have one; nothing where that hangs on the size around them (`2em`, `larger`) or is not known.
fn has_size(size: &str) -> Option<bool> {
    let unit = size.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+'));
    let is_absolute = ["", "px", "pt", "pc", "mm", "cm", "in", "q", "vw", "vh", "vmin", "vmax"].contains(&unit);
    if is_nought(size) { Some(false) } else { (is_named_size(size) || (is_absolute && unit != size)).then_some(true) }
}

fn is_named_size(size: &str) -> bool {
    ["xx-small", "x-small", "small", "medium", "large", "x-large", "xx-large", "xxx-large", "initial"].contains(&size)
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
