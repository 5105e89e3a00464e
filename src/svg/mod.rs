//! Whether a picture in SVG only shows: it is parsed, and everything in it must be on a list.
//!
//! Floor 1. It takes bytes and answers the first thing that is not known to be harmless, and where. It knows no
//! files, no site and no words. What is seen of a picture is published as it is or not at all; what is not seen and
//! only its maker's program reads (`clean`) is left out: comments, metadata, what editors keep for themselves.
//!
//! A browser runs and fetches whatever a picture asks for once somebody opens the picture alone. Which ways there
//! are grows with every browser, so what is let through is listed (`names`), and not what is refused.

mod clean;
mod names;
mod style;
#[cfg(test)]
mod tests;
mod unseen;

use std::borrow::Cow;

use clean::Cuts;
use quick_xml::{
    XmlVersion,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event, attributes::Attribute},
    name::{Namespace, ResolveResult},
    reader::NsReader,
};
use unseen::Unseen;

/// The most elements within each other.
const DEEPEST: usize = 200;

/// The most attributes of one element.
const MOST_ATTRIBUTES: usize = 200;

/// The first thing of a picture that is not let through, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgFault {
    /// What kind of thing it is.
    pub kind: SvgFaultKind,
    /// Its name or its text, as written.
    pub name: String,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// What is not let through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SvgFaultKind {
    /// Other than UTF-8, or said to be.
    Encoding,
    /// Not well-formed XML with one `svg` around all of it.
    Syntax,
    /// Nested too deep, or too much in one place.
    Size,
    /// A document type or an entity of one's own.
    Doctype,
    /// A processing instruction.
    Instruction,
    /// An element that is not on the list.
    Element,
    /// An attribute that is not on the list.
    Attribute,
    /// An address that leads out of the picture.
    Address,
    /// CSS that fetches, or might.
    Style,
    /// Words or a picture in what is not shown.
    Hidden,
}

impl SvgFaultKind {
    /// Returns what messages choose their words by.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::Syntax => "syntax",
            Self::Size => "size",
            Self::Doctype => "doctype",
            Self::Instruction => "instruction",
            Self::Element => "element",
            Self::Attribute => "attribute",
            Self::Address => "address",
            Self::Style => "style",
            Self::Hidden => "hidden",
        }
    }
}

/// Makes sure that a picture in a file of its own only shows.
///
/// # Errors
///
/// Answers the first thing in it that is not known to be harmless.
pub fn check_picture(bytes: &[u8]) -> Result<(), SvgFault> {
    published_picture(bytes).map(|_| ())
}

/// Returns a picture in a file of its own as it is published: without what nobody sees and its file tells all the same, such as
/// who made it and where it lay.
///
/// # Errors
///
/// Answers the first thing in it that is not known to be harmless.
pub fn published_picture(bytes: &[u8]) -> Result<Cow<'_, [u8]>, SvgFault> {
    let whole = std::str::from_utf8(bytes).map_err(|error| {
        let sound = bytes.get(..error.valid_up_to()).unwrap_or_default();
        fault(SvgFaultKind::Encoding, "", &String::from_utf8_lossy(sound))
    })?;
    let text = whole.trim_start_matches('\u{feff}');
    let left_out = PictureReading::new(text, Form::File).read()?;
    if left_out.is_empty() {
        return Ok(Cow::Borrowed(bytes));
    }
    let cleaned = left_out.apply(text);
    // What is left must be as harmless as the whole was.
    PictureReading::new(&cleaned, Form::File).read()?;
    Ok(Cow::Owned(cleaned.into_bytes()))
}

/// Makes sure that a shape which is written into pages only shows. HTML ends comments and CDATA elsewhere than XML,
/// so neither may stand in it.
///
/// # Errors
///
/// Answers the first thing in it that is not known to be harmless.
pub fn check_shape(text: &str) -> Result<(), SvgFault> {
    let file = format!("<svg xmlns=\"{}\" xmlns:xlink=\"{}\">{text}</svg>", names::SVG, names::XLINK);
    PictureReading::new(&file, Form::Shape).read().map(|_| ())
}

/// What a picture is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    File,
    Shape,
}

/// A picture being read.
struct PictureReading<'t> {
    text: &'t str,
    form: Form,
    reader: NsReader<&'t [u8]>,
    /// Where the event begins that is being looked at.
    start: usize,
    depth: usize,
    /// Whether the outermost element has begun.
    has_root: bool,
    /// The CSS of a `style` element that is open.
    css: Option<String>,
    /// What is not published.
    left_out: Cuts,
    /// Where an element begins that is left out with all that stands in it, and how deep.
    leaving_out: Option<(usize, usize)>,
    /// What is not seen of the elements that are open.
    unseen: Unseen,
    /// A sheet may choose elements by an attribute `data-…`.
    chooses_by_data: bool,
}

impl<'t> PictureReading<'t> {
    fn new(text: &'t str, form: Form) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().enable_all_checks(true);
        Self {
            text,
            form,
            reader,
            start: 0,
            depth: 0,
            has_root: false,
            css: None,
            left_out: Cuts::default(),
            leaving_out: None,
            unseen: Unseen::of(text, form == Form::Shape),
            chooses_by_data: text.contains("[data-"),
        }
    }

    fn read(mut self) -> Result<Cuts, SvgFault> {
        let illegal =
            |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r') || matches!(c, '\u{fffe}' | '\u{ffff}');
        if let Some(at) = self.text.find(illegal) {
            self.start = at;
            return Err(self.fault(SvgFaultKind::Syntax, ""));
        }
        loop {
            self.start = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            let event =
                self.reader.read_event().map_err(|error| self.fault(SvgFaultKind::Syntax, &error.to_string()))?;
            match event {
                Event::Start(element) => {
                    self.open(&element)?;
                    self.look_for_hidden(&element)?;
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(self.fault(SvgFaultKind::Size, ""));
                    }
                    if self.is_svg(&element, "style") {
                        self.css = Some(String::new());
                    }
                }
                Event::Empty(element) => {
                    self.open(&element)?;
                    self.look_for_hidden(&element)?;
                    self.close(self.depth);
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    self.close(self.depth);
                    if let Some(found) = self.css.take().and_then(|css| style::forbidden(&css)) {
                        return Err(self.fault(SvgFaultKind::Style, &found));
                    }
                }
                Event::Text(text) => self.characters(&text.xml10_content())?,
                Event::CData(_) if self.form == Form::Shape => return Err(self.fault(SvgFaultKind::Syntax, "CDATA")),
                Event::CData(text) if self.depth > 0 => self.characters(&text.xml10_content())?,
                Event::CData(_) => return Err(self.fault(SvgFaultKind::Syntax, "CDATA")),
                Event::GeneralRef(reference) => {
                    let character = reference.resolve_char_ref().ok().flatten().map(String::from);
                    match character.or_else(|| resolve_predefined_entity(&reference).map(str::to_owned)) {
                        Some(text) if self.depth > 0 => self.characters(&text)?,
                        _ => return Err(self.fault(SvgFaultKind::Doctype, &format!("&{};", &*reference))),
                    }
                }
                Event::Comment(_) if self.form == Form::Shape => return Err(self.fault(SvgFaultKind::Syntax, "<!--")),
                Event::Comment(_) => self.leave_out(self.start),
                Event::Decl(declaration) => {
                    let encoding = declaration.encoding().transpose().ok().flatten();
                    let is_utf8 = encoding.as_ref().is_none_or(|name| name.eq_ignore_ascii_case("utf-8"));
                    if self.start > 0 || !declaration.version().is_ok_and(|version| version == "1.0") {
                        return Err(self.fault(SvgFaultKind::Syntax, "<?xml"));
                    } else if !is_utf8 || declaration.encoding().is_some_and(|name| name.is_err()) {
                        return Err(self.fault(SvgFaultKind::Encoding, &encoding.unwrap_or_default()));
                    }
                }
                Event::PI(instruction) => return Err(self.fault(SvgFaultKind::Instruction, instruction.target())),
                Event::DocType(doctype) if !self.has_root && is_plain_doctype(&doctype) => {}
                Event::DocType(_) => return Err(self.fault(SvgFaultKind::Doctype, "<!DOCTYPE")),
                Event::Eof if self.depth > 0 || !self.has_root => return Err(self.fault(SvgFaultKind::Syntax, "")),
                Event::Eof => return Ok(self.left_out),
            }
        }
    }

    /// Takes text: only within the picture, and CSS where it stands in `style`.
    fn characters(&mut self, text: &str) -> Result<(), SvgFault> {
        if self.depth == 0 && !text.trim_matches([' ', '\t', '\n', '\r']).is_empty() {
            return Err(self.fault(SvgFaultKind::Syntax, ""));
        }
        if let Some(css) = &mut self.css {
            css.push_str(text);
            let end = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            let written = self.text.get(self.start..end).unwrap_or_default();
            if self.leaving_out.is_none() && self.form == Form::File {
                for comment in clean::comments(written) {
                    self.left_out.cut(self.start + comment.start..self.start + comment.end, String::new());
                }
            }
        } else if let Some((name, _)) = self.unseen.innermost()
            && self.leaving_out.is_none()
            && !text.trim().is_empty()
        {
            return Err(self.fault(SvgFaultKind::Hidden, name));
        }
        Ok(())
    }

    /// Leaves out what stands from a place up to where the reader is.
    fn leave_out(&mut self, from: usize) {
        if self.leaving_out.is_none() && self.form == Form::File {
            let end = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            self.left_out.cut(from..end, String::new());
        }
    }

    /// Ends an element that lies so deep.
    fn close(&mut self, depth: usize) {
        if let Some((from, _)) = self.leaving_out.take_if(|(_, own)| *own == depth) {
            self.leave_out(from);
        }
        self.unseen.leave(depth);
    }

    /// Notes an element that is not shown, and refuses a picture in one.
    fn look_for_hidden(&mut self, element: &BytesStart<'_>) -> Result<(), SvgFault> {
        if self.leaving_out.is_some() {
            return Ok(());
        }
        self.unseen.enter(element, self.depth);
        match self.unseen.innermost() {
            Some((name, true)) if self.is_svg(element, "image") => Err(self.fault(SvgFaultKind::Hidden, name)),
            _ => Ok(()),
        }
    }

    /// Looks at an element with its attributes.
    fn open(&mut self, element: &BytesStart<'_>) -> Result<(), SvgFault> {
        let written = element.name();
        let (namespace, local) = self.reader.resolver().resolve_element(written);
        let is_svg = is_bound(&namespace, names::SVG);
        let known = if is_svg { names::ELEMENTS.contains(&local.into_inner()) } else { is_inert(&namespace) };
        let is_second = self.depth == 0 && self.has_root;
        if !known || self.css.is_some() || is_second || (self.depth == 0 && !self.is_svg(element, "svg")) {
            return Err(self.fault(SvgFaultKind::Element, written.into_inner()));
        }
        self.has_root = true;
        let is_own = !is_svg || local_name(written.into_inner()) == "metadata";
        if is_own && self.leaving_out.is_none() {
            self.leaving_out = Some((self.start, self.depth));
        }
        let mut kept = Vec::new();
        for (count, attribute) in element.attributes().enumerate() {
            let attribute = attribute.map_err(|error| self.fault(SvgFaultKind::Syntax, &error.to_string()))?;
            if count >= MOST_ATTRIBUTES {
                return Err(self.fault(SvgFaultKind::Size, written.into_inner()));
            }
            self.attribute(&attribute, is_svg)?;
            if self.is_shown(&attribute) {
                kept.push(attribute);
            }
        }
        if self.leaving_out.is_none() && self.form == Form::File && kept.len() < element.attributes().count() {
            let end = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
            let is_empty = self.text.get(..end).is_some_and(|text| text.ends_with("/>"));
            self.left_out.cut(self.start..end, clean::tag(written.into_inner(), &kept, is_empty));
        }
        Ok(())
    }

    /// Tells whether an attribute is one that shows something: none of a program's own, and no name that such attributes have.
    fn is_shown(&self, attribute: &Attribute<'_>) -> bool {
        if attribute.key.as_namespace_binding().is_some() {
            return [names::SVG, names::XLINK, names::XML].contains(&&*attribute.value);
        }
        let (namespace, local) = self.reader.resolver().resolve_attribute(attribute.key);
        match namespace {
            // Editors keep the names of layers there; a sheet may choose by it.
            ResolveResult::Unbound => !local.into_inner().starts_with("data-") || self.chooses_by_data,
            other => !is_inert(&other),
        }
    }

    /// Looks at an attribute of an element, which is one of SVG or one that does nothing.
    fn attribute(&self, attribute: &Attribute<'_>, of_svg: bool) -> Result<(), SvgFault> {
        if attribute.key.as_namespace_binding().is_some() {
            return Ok(());
        }
        let refuse = |kind, name: &str| Err(self.fault(kind, name));
        let written = attribute.key.into_inner();
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
            return refuse(SvgFaultKind::Doctype, written);
        };
        let (namespace, local) = self.reader.resolver().resolve_attribute(attribute.key);
        let name = local.into_inner();
        let is_address = name == "href" && (is_bound(&namespace, names::XLINK) || namespace == ResolveResult::Unbound);
        if is_address {
            return if is_within(&value) { Ok(()) } else { refuse(SvgFaultKind::Address, &value) };
        }
        let is_known = match namespace {
            ResolveResult::Bound(Namespace(names::XLINK)) => names::XLINKS.contains(&name),
            ResolveResult::Bound(Namespace(names::XML)) => names::XMLS.contains(&name),
            ResolveResult::Unbound if of_svg => {
                if names::STYLED.contains(&name) {
                    return style::forbidden(&value).map_or(Ok(()), |found| refuse(SvgFaultKind::Style, &found));
                }
                names::PLAIN.contains(&name) || name.starts_with("aria-") || name.starts_with("data-")
            }
            // An element that is not of SVG has no presentation and no events; what looks like them is refused all the same.
            ResolveResult::Unbound => !name.starts_with("on") && !["src", "style"].contains(&name),
            other => is_inert(&other),
        };
        if is_known { Ok(()) } else { refuse(SvgFaultKind::Attribute, written) }
    }

    fn is_svg(&self, element: &BytesStart<'_>, name: &str) -> bool {
        let (namespace, local) = self.reader.resolver().resolve_element(element.name());
        is_bound(&namespace, names::SVG) && local.into_inner() == name
    }

    fn fault(&self, kind: SvgFaultKind, name: &str) -> SvgFault {
        fault(kind, name, self.text.get(..self.start).unwrap_or(self.text))
    }
}

/// Makes a fault that stands behind a text.
fn fault(kind: SvgFaultKind, name: &str, before: &str) -> SvgFault {
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX).saturating_add(1);
    let line = number(before.matches('\n').count());
    let column = number(before.rsplit('\n').next().unwrap_or_default().chars().count());
    SvgFault { kind, name: name.chars().take(60).collect(), line, column }
}

fn local_name(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn is_bound(namespace: &ResolveResult<'_>, to: &str) -> bool {
    matches!(namespace, ResolveResult::Bound(Namespace(name)) if *name == to)
}

fn is_inert(namespace: &ResolveResult<'_>) -> bool {
    names::INERT.iter().any(|known| is_bound(namespace, known))
}

/// Tells whether an address stays in the picture: a part of it, or another picture made of dots that it carries along.
fn is_within(address: &str) -> bool {
    let address = address.trim_matches([' ', '\t', '\n', '\r']);
    let carried = [
        "data:image/png;base64,",
        "data:image/jpeg;base64,",
        "data:image/jpg;base64,",
        "data:image/gif;base64,",
        "data:image/webp;base64,",
    ];
    address.starts_with('#')
        || carried.iter().any(|start| {
            let (head, data) = address.split_at_checked(start.len()).unwrap_or_default();
            let is_data =
                |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=' | ' ' | '\t' | '\n' | '\r');
            head.eq_ignore_ascii_case(start) && data.chars().all(is_data)
        })
}

/// Tells whether a document type is the one that programs write of old: the public one of SVG, without declarations.
fn is_plain_doctype(doctype: &str) -> bool {
    let mut words = doctype.split_ascii_whitespace();
    if doctype.contains(['[', '<', '&', '%']) || words.next() != Some("svg") {
        return false;
    }
    let rest = words.collect::<Vec<_>>().join(" ").replace('\'', "\"");
    rest.is_empty()
        || (rest.starts_with("PUBLIC \"-//W3C//DTD SVG ") && {
            let address = rest.rsplit(' ').next().unwrap_or_default();
            address.starts_with("\"http://www.w3.org/") && address.ends_with(".dtd\"")
        })
}
