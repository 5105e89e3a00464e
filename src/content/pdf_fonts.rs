//! What the glyphs of a font in a PDF mean: many fonts count them themselves, and say so in a map of its own.

use std::collections::{BTreeMap, BTreeSet};

use super::pdf_tokens::{PdfToken, each_token};

/// The most glyphs of one font that are looked at.
const MOST_GLYPHS: usize = 70_000;

/// The most references between objects that are looked at.
const MOST_REFERENCES: usize = 300_000;

/// The most fonts of one page that are looked at.
const MOST_FONTS: usize = 64;

/// In how many ways a page is read at the most.
const MOST_READINGS: usize = 16;

/// What the glyphs of a font mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct GlyphMap {
    /// How many bytes the number of a glyph has.
    width: usize,
    letters: BTreeMap<u32, char>,
    /// The number of the object it is, where that has one.
    object: Option<u32>,
}

impl GlyphMap {
    /// Reads a map that is an object of this number, of so many letters at the most; nothing where it is none that anything could be read with.
    pub(super) fn read(stream: &[u8], object: Option<u32>, room: &mut usize) -> Option<Self> {
        let mut map = Self { object, ..Self::default() };
        let mut list: &[u8] = b"";
        // The strings of one line, and how many letters of an array were read.
        let (mut line, mut array): (Vec<Vec<u8>>, Option<u32>) = (Vec::new(), None);
        each_token(stream, |token| match token {
            PdfToken::Operator(b"begincodespacerange") => list = b"width",
            PdfToken::Operator(b"beginbfchar") => list = b"letters",
            PdfToken::Operator(b"beginbfrange") => list = b"ranges",
            PdfToken::Operator(_) => {
                list = b"";
                line.clear();
            }
            PdfToken::OpenArray => array = Some(0),
            PdfToken::CloseArray => {
                array = None;
                line.clear();
            }
            PdfToken::Text(text) => {
                let text = text.get(..4).unwrap_or(text);
                if let (Some(nth), Some(first)) = (array.as_mut(), line.first()) {
                    map.add(number(first).saturating_add(*nth), number(text), text.len(), room);
                    *nth = nth.saturating_add(1);
                    return;
                }
                line.push(text.to_vec());
                match (list, line.as_slice()) {
                    (b"width", _) => map.width = map.width.max(text.len()),
                    (b"letters", [glyph, letter]) => drop(map.add(number(glyph), number(letter), letter.len(), room)),
                    (b"ranges", [from, to, letter]) => {
                        let last = number(to).min(number(from).saturating_add(0xffff));
                        for (nth, glyph) in (number(from)..=last).enumerate() {
                            let nth = u32::try_from(nth).unwrap_or_default();
                            if !map.add(glyph, number(letter).saturating_add(nth), letter.len(), room) {
                                break;
                            }
                        }
                    }
                    (b"letters" | b"ranges", _) => return,
                    _ => {}
                }
                line.clear();
            }
            _ => {}
        });
        (!map.letters.is_empty()).then_some(map)
    }

    /// Adds a letter, of so many bytes in UTF-16. Answers whether there is room for more.
    fn add(&mut self, glyph: u32, letter: u32, length: usize, room: &mut usize) -> bool {
        *room = room.saturating_sub(1);
        // Of letters that are drawn in one, the first: no digit is.
        let code = if length > 2 && letter >> 16 < 0xd800 { letter >> 16 } else { letter };
        let read = char::from_u32(code).filter(|read| *read != '\0');
        self.letters.extend(read.filter(|_| *room > 0).map(|read| (glyph, read)));
        *room > 0
    }

    /// Returns what the glyphs of a string mean.
    pub(super) fn read_glyphs<'m>(&'m self, text: &'m [u8]) -> impl Iterator<Item = Option<char>> + 'm {
        text.chunks(self.width.max(1)).map(|glyph| self.letters.get(&number(glyph)).copied())
    }

    /// Tells whether it knows the glyphs that a page draws with a font. Of many, one may be missing: some say nothing of a blank.
    fn knows(&self, used: &UsedGlyphs) -> bool {
        let glyphs = if self.width > 1 { &used.wide } else { &used.narrow };
        let missing = usize::from(glyphs.len() > 4);
        let unknown = glyphs.iter().filter(|glyph| !self.letters.contains_key(glyph)).take(2).count();
        !glyphs.is_empty() && unknown <= missing && !(self.width > 1 && used.is_odd)
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// The glyphs that a page draws with one font, by one byte and by two.
#[derive(Debug, Default)]
struct UsedGlyphs {
    narrow: BTreeSet<u32>,
    wide: BTreeSet<u32>,
    /// Whether there is a string that cannot be read by two bytes.
    is_odd: bool,
}

/// Which objects of a file go by which names, and which map each refers to: a page names its fonts.
#[derive(Debug, Default)]
pub(super) struct NamedFonts {
    named: BTreeMap<Vec<u8>, BTreeSet<u32>>,
    maps: BTreeMap<u32, u32>,
    /// How many there are.
    count: usize,
}

impl NamedFonts {
    /// Reads what objects say of each other, of which the first may have a number that stands elsewhere.
    pub(super) fn read(&mut self, objects: &[u8], first: Option<u32>) {
        let (mut object, mut name, mut before, mut last) = (first, Vec::new(), 0, 0);
        each_token(objects, |token| match token {
            PdfToken::Name(read) => name = read.get(..read.len().min(64)).unwrap_or_default().to_vec(),
            PdfToken::Number(number) => (before, last) = (last, whole(number)),
            PdfToken::Operator(b"obj") => object = Some(before),
            PdfToken::Operator(b"R") if self.count < MOST_REFERENCES => {
                self.count = self.count.saturating_add(1);
                match (name.as_slice(), object) {
                    (b"ToUnicode", Some(object)) => drop(self.maps.insert(object, before)),
                    _ => drop(self.named.entry(name.clone()).or_default().insert(before)),
                }
            }
            _ => {}
        });
    }

    /// Reads objects that are packed together: the numbers and places of all stand before the first.
    pub(super) fn read_packed(&mut self, stream: &[u8], first: usize) {
        let (head, objects) = stream.split_at_checked(first).unwrap_or_default();
        let mut numbers = Vec::new();
        each_token(head, |token| {
            if let PdfToken::Number(number) = token {
                numbers.push(whole(number));
            }
        });
        let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
        let mut behind = 0;
        let mut places = numbers.chunks_exact(2).peekable();
        while let Some([object, start]) = places.next() {
            let end = places.peek().and_then(|next| next.last()).map_or(objects.len(), |next| place(*next));
            // Each place is read once, whatever the list says.
            if place(*start) >= behind && end > place(*start) {
                self.read(objects.get(place(*start)..end).unwrap_or_default(), Some(*object));
                behind = end;
            }
        }
    }

    /// Finds the maps of all fonts once, since many pages may name a font that many objects are called by.
    pub(super) fn resolved(&self) -> FontMaps {
        let maps =
            |objects: &BTreeSet<u32>| objects.iter().filter_map(|object| self.maps.get(object)).copied().collect();
        let all = self.named.iter().map(|(name, objects)| (name.clone(), maps(objects)));
        FontMaps(all.filter(|(_, maps): &(_, BTreeSet<u32>)| !maps.is_empty()).collect())
    }
}

/// The numbers of the maps of the fonts that go by a name.
#[derive(Debug, Default)]
pub(super) struct FontMaps(BTreeMap<Vec<u8>, BTreeSet<u32>>);

impl FontMaps {
    /// Tells whether a map is that of a font of a name.
    fn is_map_of(&self, font: &[u8], map: &GlyphMap) -> bool {
        self.0.get(font).zip(map.object).is_some_and(|(maps, object)| maps.contains(&object))
    }
}

fn whole(number: f64) -> u32 {
    if (0.0..1e9).contains(&number) { number as u32 } else { u32::MAX }
}

/// Which maps know the fonts of a page, by the names that the page has for them.
#[derive(Debug, Default)]
pub(super) struct PageFonts<'m> {
    maps: BTreeMap<Vec<u8>, Vec<Option<&'m GlyphMap>>>,
    /// Whether a font counts its glyphs and no map knows them.
    pub(super) is_mute: bool,
}

impl<'m> PageFonts<'m> {
    /// Finds the maps for the fonts of a page: those of fonts that go by this name somewhere, and know what is drawn; where there is none,
    /// all that know it. What may be letters as it stands is read as such too.
    pub(super) fn of(stream: &[u8], maps: &'m [GlyphMap], names: &FontMaps, left: &mut usize) -> Self {
        let mut used: BTreeMap<Vec<u8>, UsedGlyphs> = BTreeMap::new();
        let (mut font, mut name, mut dictionaries) = (Vec::new(), Vec::new(), 0_u32);
        each_token(stream, |token| match token {
            PdfToken::Name(read) => name = read.get(..read.len().min(64)).unwrap_or_default().to_vec(),
            PdfToken::OpenDictionary => dictionaries = dictionaries.saturating_add(1),
            PdfToken::CloseDictionary => dictionaries = dictionaries.saturating_sub(1),
            PdfToken::Operator(b"BT" | b"Tj" | b"TJ" | b"BDC" | b"DP") => dictionaries = 0,
            // No font draws what stands in a dictionary: a language, what is read out.
            PdfToken::Text(_) if dictionaries > 0 => {}
            PdfToken::Operator(b"Tf") => font = std::mem::take(&mut name),
            PdfToken::Text(text) if used.len() < MOST_FONTS || used.contains_key(&font) => {
                let glyphs = used.entry(font.clone()).or_default();
                glyphs.narrow.extend(text.iter().map(|glyph| u32::from(*glyph)));
                glyphs.is_odd |= text.len() % 2 == 1;
                if glyphs.wide.len() < MOST_GLYPHS {
                    glyphs.wide.extend(text.chunks(2).map(number));
                }
            }
            _ => {}
        });
        let mut fonts = Self::default();
        for (name, used) in used {
            let mut known: Vec<Option<&GlyphMap>> = Vec::new();
            let is_named = maps.iter().any(|map| names.is_map_of(&name, map));
            for map in maps.iter().filter(|map| !is_named || names.is_map_of(&name, map)) {
                // Looking takes time as well as unpacking does.
                *left = left.saturating_sub(used.wide.len().saturating_mul(16));
                if *left > 0 && known.len() < MOST_READINGS && map.knows(&used) {
                    known.push(Some(map));
                }
            }
            let is_counted = used.narrow.iter().any(|glyph| matches!(glyph, 0..=8 | 14..=31));
            fonts.is_mute |= known.is_empty() && is_counted && !name.is_empty();
            if !is_counted {
                known.push(None);
            }
            fonts.maps.insert(name, known);
        }
        fonts
    }

    /// In how many ways the page can be read, at the most.
    pub(super) fn readings(&self) -> usize {
        self.maps.values().map(Vec::len).max().unwrap_or_default()
    }

    /// Returns the map of a font in one of these ways.
    pub(super) fn map(&self, font: &[u8], reading: usize) -> Option<&'m GlyphMap> {
        let maps = self.maps.get(font)?;
        maps.get(reading.min(maps.len().checked_sub(1)?)).copied().flatten()
    }
}
