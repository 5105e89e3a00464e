//! The strings of a PDF as they stand on a page: those drawn one behind the other are one word, those on one line have a tab between
//! them, and all others lines of their own.

use super::{
    pdf_fonts::PageFonts,
    pdf_tokens::{PdfToken, each_token},
};

/// From where on a step to the right is a blank, in thousandths of the height of the letters.
const BLANK: f64 = -200.0;

/// How wide a digit is at the most, as a part of the height of the letters.
const WIDEST: f64 = 0.62;

/// Returns the strings of a page, or of an object, in one of the ways in which its fonts can be read.
pub(super) fn drawn_strings(stream: &[u8], fonts: &PageFonts<'_>, reading: usize) -> String {
    let mut page = DrawnText::default();
    each_token(stream, |token| page.read(token, fonts, reading));
    page.end_line();
    page.text + &page.aside
}

/// A page while its strings are read.
#[derive(Debug, Default)]
struct DrawnText {
    text: String,
    /// What stands in dictionaries: titles, remarks, what is read out for what is drawn.
    aside: String,
    /// The numbers before an operator.
    numbers: Vec<f64>,
    name: Vec<u8>,
    font: Vec<u8>,
    /// How many dictionaries are open.
    dictionaries: u32,
    is_array: bool,
    /// Whether a string has been read and nothing was said of it, and where it, or the array it is in, begins.
    is_said: bool,
    operand: usize,
    /// Where on the page the text goes on, where the last string began, and where each part of the page has its corner.
    at: (f64, f64),
    drawn: (f64, f64),
    corner: (f64, f64),
    corners: Vec<(f64, f64)>,
    /// How high letters are, by the font and by what that is multiplied by, and how many were drawn since the last step.
    size: f64,
    scale: f64,
    letters: f64,
    /// Whether the place of the text changed since the last string, and whether it is certain that the line did.
    is_moved: bool,
    is_next_line: bool,
}

impl DrawnText {
    fn read(&mut self, token: PdfToken<'_>, fonts: &PageFonts<'_>, reading: usize) {
        match token {
            PdfToken::Text(text) if self.dictionaries > 0 => {
                text.iter().for_each(|code| self.aside.extend(letter_of(*code)));
                self.aside.push('\n');
            }
            PdfToken::Text(text) => {
                self.place();
                if !self.is_array {
                    self.operand = self.text.len();
                }
                match fonts.map(&self.font, reading) {
                    Some(map) => map.read_glyphs(text).for_each(|letter| self.draw(letter.unwrap_or(' '))),
                    None => text.iter().filter_map(|code| letter_of(*code)).for_each(|letter| self.draw(letter)),
                }
                self.is_said = !self.is_array;
            }
            PdfToken::Number(step) if self.is_array => {
                if step < BLANK && self.text.ends_with(|c: char| !c.is_whitespace()) {
                    self.text.push(' ');
                }
            }
            PdfToken::Number(number) if self.numbers.len() < 16 => self.numbers.push(number),
            PdfToken::Number(_) => {}
            PdfToken::Name(name) => {
                self.say();
                self.name = name.get(..name.len().min(64)).unwrap_or_default().to_vec();
            }
            PdfToken::OpenArray => self.is_array = self.dictionaries == 0,
            PdfToken::CloseArray => self.is_array = false,
            PdfToken::OpenDictionary => {
                self.say();
                self.dictionaries = self.dictionaries.saturating_add(1);
            }
            PdfToken::CloseDictionary => {
                self.say();
                self.dictionaries = self.dictionaries.saturating_sub(1);
            }
            PdfToken::Operator(operator) => self.operate(operator),
        }
    }

    /// Ends a string that nothing draws: it stands in an object.
    fn say(&mut self) {
        if std::mem::take(&mut self.is_said) {
            self.end_line();
        }
    }

    /// Does what an operator says with the numbers before it.
    fn operate(&mut self, operator: &[u8]) {
        self.is_said = false;
        let numbers = std::mem::take(&mut self.numbers);
        let number = |nth: usize| numbers.get(nth).copied().unwrap_or_default();
        let last = (number(numbers.len().saturating_sub(2)), number(numbers.len().saturating_sub(1)));
        match operator {
            b"BT" => (self.at, self.scale, self.is_moved, self.dictionaries) = (self.corner, 1.0, true, 0),
            b"Tm" => {
                self.at = (self.corner.0 + last.0, self.corner.1 + last.1);
                (self.scale, self.is_moved) = (number(0).abs(), true);
            }
            b"Td" | b"TD" => {
                self.at = (self.at.0 + last.0 * self.scale, self.at.1 + last.1);
                self.is_moved = true;
            }
            b"Tf" => (self.font, self.size) = (std::mem::take(&mut self.name), last.1.abs()),
            b"cm" => self.corner = (self.corner.0 + last.0, self.corner.1 + last.1),
            b"q" if self.corners.len() < 100 => self.corners.push(self.corner),
            b"Q" => self.corner = self.corners.pop().unwrap_or_default(),
            b"T*" => self.is_next_line = true,
            // They draw what stands before them on the next line.
            b"'" | b"\"" => {
                let is_behind =
                    self.text.get(..self.operand).is_some_and(|line| !line.is_empty() && !line.ends_with('\n'));
                if is_behind {
                    self.text.insert(self.operand, '\n');
                    self.operand = self.text.len();
                }
            }
            b"Tj" | b"TJ" | b"BDC" | b"DP" => self.dictionaries = 0,
            // Objects of a file, one behind the other.
            b"obj" | b"endobj" => {
                self.dictionaries = 0;
                self.end_line();
            }
            // They change how text looks, or draw something else.
            _ => {}
        }
    }

    fn draw(&mut self, letter: char) {
        self.text.push(letter);
        self.letters += 1.0;
    }

    /// Parts what was drawn from what will be, where that stands elsewhere. Many programs put each letter in its place: what begins no
    /// further off than the letters before it take is one word with them.
    fn place(&mut self) {
        let step = self.at.0 - self.drawn.0;
        let is_same_line = (self.at.1 - self.drawn.1).abs() < 0.5;
        let is_same_word = (0.0..self.letters * WIDEST * self.size * self.scale).contains(&step);
        if self.is_next_line || (self.is_moved && !is_same_line) {
            self.end_line();
        } else if self.is_moved && !is_same_word && !self.text.is_empty() && !self.text.ends_with(['\n', '\t', '-']) {
            self.text.push('\t');
        }
        if self.is_moved || self.is_next_line {
            (self.drawn, self.letters) = (self.at, 0.0);
        }
        (self.is_moved, self.is_next_line) = (false, false);
    }

    fn end_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }
}

/// Returns a letter, whichever of the usual encodings it is of. One that nobody sees, as every other one of UTF-16, is left out.
fn letter_of(code: u8) -> Option<char> {
    match code {
        // Dashes and the soft hyphen, of Windows, of PDF itself and of the Mac.
        0x84 | 0x85 | 0x96 | 0x97 | 0xad | 0xd0 | 0xd1 => Some('-'),
        0xfe | 0xff => None,
        b'\t' | b'\n' | b'\r' => Some(' '),
        _ => Some(char::from(code)).filter(|c| !c.is_control()),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::pdf_fonts::{FontMaps, GlyphMap, NamedFonts},
        *,
    };

    #[test]
    fn strings_are_read_as_a_page_draws_them() {
        for (stream, text) in [
            ("(010190) Tj (12) Tj", "01019012\n"),
            ("[(0101) -20 (90)] TJ [<3132>] TJ", "01019012\n"),
            ("[(010190) -250 (1234)] TJ [(5) 250 (6)] TJ", "010190 123456\n"),
            (r"(a\(b\)c\\d\101\60) Tj", "a(b)c\\dA0\n"),
            ("(a(b)c) Tj", "a(b)c\n"),
            ("(0101\\\n90\\n1) Tj", "010190 1\n"),
            ("<30313031> Tj << /F 1 >>", "0101\n"),
            ("/Span << /ActualText <30313930> >> BDC", "0190\n"),
            ("(0101) Tj /Span << /ActualText (x) >> BDC (90) Tj EMC /P /MC0 BDC (-1) Tj EMC", "010190-1\nx\n"),
            ("<0a31\n32> Tj", " 12\n"),
            ("0 700 Td (010190) Tj 40 0 Td (12) Tj 0 -14 Td (34) Tj", "010190\t12\n34\n"),
            ("1 0 0 1 9 700 Tm (010190) Tj 1 0 0 1 90 700 Tm (12) Tj 1 0 0 1 9 680 Tm (34) Tj", "010190\t12\n34\n"),
            ("1 0 0 1 9 700 Tm (010190-) Tj 1 0 0 1 90 700 Tm (1234) Tj", "010190-1234\n"),
            (r"(010190\2261234) Tj T* (a) Tj (b) ' (c) '", "010190-1234\na\nb\nc\n"),
            ("BT /F1 9 Tf (01) Tj 0 g (90) Tj /F2 9 Tf (1) Tj ET BT 0 9 Td (12) Tj", "01901\n12\n"),
            ("BT 1 0 0 1 9 700 Tm (0101) Tj ET Q q BT 1 0 0 1 20 700 Tm (90) Tj ET", "0101\t90\n"),
            ("BT /F 10 Tf 0 9 Td (0) Tj 6 0 Td (1) Tj 6 0 Td (01) Tj 12 0 Td (90) Tj 30 0 Td (1) Tj", "010190\t1\n"),
            ("BT /F 1 Tf 10 0 0 10 0 9 Tm (01) Tj 1.1 0 Td (0) Tj 10 0 0 10 17 9 Tm (1) Tj", "0101\n"),
            ("q 1 0 0 1 0 50 cm BT 0 10 Td (a) Tj ET Q q 1 0 0 1 0 90 cm BT 0 10 Td (b) Tj ET Q", "a\nb\n"),
            ("(01) Tj BI /W 1 ID (\u{1} EI (90) Tj % (x\n(1) Tj", "01901\n"),
            ("1 0 obj << /A (x) /B (y) /C [(z) (w)] >> endobj 2 0 obj (v) endobj", "v\nx\ny\nz\nw\n"),
        ] {
            assert_eq!(drawn_strings(stream.as_bytes(), &PageFonts::default(), 0), text, "{stream}");
        }
    }

    #[test]
    fn glyphs_are_read_by_the_map_that_knows_them() {
        let map = |text: &str| GlyphMap::read(text.as_bytes(), None, &mut 1000);
        let wide = map(
            "1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfchar <0003> <0020> <0010> <002d> endbfchar \
             2 beginbfrange <0013> <0018> <0030> <0019> <001a> [<0036> <00660069>] endbfrange",
        );
        let narrow =
            map("1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <01> <09> <0031> endbfrange");
        let maps = [wide.expect("a map"), narrow.expect("a map")];
        let read = |stream: &str| {
            let fonts = PageFonts::of(stream.as_bytes(), &maps, &FontMaps::default(), &mut 100_000);
            (drawn_strings(stream.as_bytes(), &fonts, 0), fonts.readings(), fonts.is_mute)
        };
        let text = |text: &str| format!("{text}\n");
        assert_eq!(read("/F1 9 Tf <001300140019> Tj /F2 9 Tf <010203> Tj"), (text("016123"), 1, false));
        assert_eq!(read("/F1 9 Tf <00130014001a0010> Tj"), (text("01f-"), 1, false));
        assert_eq!(read("/F1 9 Tf <001300140015001600ff> Tj"), (text("0123 "), 1, false), "one without a letter");
        assert!(read("/F1 9 Tf <0013001400ff> Tj").2, "one of a few");
        assert!(read("/F1 9 Tf <00130014001500fe00ff> Tj").2, "two");
        assert!(read("/F1 9 Tf <001300> Tj").2, "half of one");
        assert_eq!(read("/F1 9 Tf (010190) Tj"), (text("010190"), 1, false));
        assert_eq!([map(""), map("1 beginbfchar <01> endbfchar"), map("<01> <0031>")], [None, None, None]);
    }

    #[test]
    fn a_font_is_read_by_its_own_map_where_the_file_says_which_that_is() {
        let map = |object: u32, letter: &str| {
            let text =
                format!("begincodespacerange <0000> <ffff> endcodespacerange beginbfchar <0001> <{letter}> endbfchar");
            GlyphMap::read(text.as_bytes(), Some(object), &mut 1000).expect("a map")
        };
        let maps = [map(5, "0031"), map(6, "0061")];
        let page = b"/F1 9 Tf <0001> Tj /F2 9 Tf << /Lang (da) >> BDC <0001> Tj";
        let read = |names: &NamedFonts| {
            let fonts = PageFonts::of(page, &maps, &names.resolved(), &mut 100_000);
            (0..fonts.readings())
                .map(|reading| drawn_strings(page, &fonts, reading).lines().next().map(str::to_owned))
                .collect::<Vec<_>>()
        };
        let of = |texts: &[&str]| texts.iter().map(|text| Some((*text).to_owned())).collect::<Vec<_>>();
        assert_eq!(read(&NamedFonts::default()), of(&["11", "aa"]), "nobody knows, so all are tried");
        let mut names = NamedFonts::default();
        names.read(b"1 0 obj << /F1 3 0 R /F2 4 0 R >> endobj 3 0 obj << /ToUnicode 5 0 R >>", None);
        names.read(b"<< /ToUnicode 6 0 R >>", Some(4));
        assert_eq!(read(&names), of(&["1a"]));
        let mut packed = NamedFonts::default();
        packed.read(b"1 0 obj << /F1 3 0 R /F2 4 0 R >>", None);
        packed.read_packed(b"3 0 4 23 << /ToUnicode 5 0 R >> << /ToUnicode 6 0 R >>", 9);
        assert_eq!(read(&packed), of(&["1a"]));
    }
}
