//! Ten files and more of each kind that want to be slow, large or misread: each is read, or told as unread.

use std::time::{Duration, Instant};

use super::attachment_tests::{archive, flat, read};

/// A number that is looked for.
const NUMBER: &str = "010190-1234";

/// How long a file may take, on a machine that does much else.
const LONGEST: Duration = Duration::from_secs(10);

/// Reads a file, and tells whether it holds the number, and whether all of it was read.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "how long a file takes is what is tested")]
fn looked_at(name: &str, bytes: &[u8]) -> (bool, bool) {
    let begun = Instant::now();
    let (parts, is_unread) = read(name, bytes);
    let (spent, length) = (begun.elapsed(), parts.iter().map(String::len).sum::<usize>());
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(60)]).into_owned();
    assert!(spent < LONGEST && length < 100_000_000, "{name} {head:?}: {spent:?}, {length}");
    (parts.iter().any(|part| part.contains(NUMBER)), is_unread)
}

#[test]
fn documents_are_read_or_told() {
    let w = |text: &str| format!("<w:document><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>");
    let long = |text: &str| text.repeat(100_000 / text.len());
    for (ending, name, xml) in [
        ("docx", "word\\document.xml", w(NUMBER)),
        ("docx", "WORD/DOCUMENT.XML", w(NUMBER)),
        ("docx", "../../word/document.xml", w(NUMBER)),
        ("docx", ".xml", w(NUMBER)),
        ("docx", "customXml/item1.xml", format!("<x><y>{NUMBER}</y></x>")),
        ("docx", "docProps/custom.xml", format!("<property><vt:lpwstr>{NUMBER}</vt:lpwstr></property>")),
        ("docx", "docProps/app.xml", format!("<Company>{NUMBER}</Company>")),
        (
            "docx",
            "word/document.xml",
            w("<w:rPr><w:vanish/></w:rPr>010190-</w:t></w:r><w:r><w:t xml:space='preserve'>1234"),
        ),
        ("docx", "word/comments.xml", format!("<w:comment w:author='{NUMBER}'/>")),
        ("docx", "word/document.xml", format!("{}{}", long("<w:sdt>"), w(NUMBER))),
        ("docx", "word/document.xml", format!("{}{}", long("</w:ins>"), w(NUMBER))),
        ("docx", "word/document.xml", w(&format!("{}{NUMBER}", long("<w:del>a</w:del><w:ins>b</w:ins>")))),
        ("docx", "word/document.xml", format!("<w:p {}>{NUMBER}</w:p>", long("a='1' "))),
        ("docx", "word/document.xml", w(&format!("{}{NUMBER}{}", long("<note>"), long("</note>")))),
        ("docx", "word/document.xml", w(&format!("{}{NUMBER}", long("&amp;")))),
        ("docx", "word/document.xml", w(&format!("{}{NUMBER}", long("<![CDATA[x]]>")))),
        ("docx", "[Content_Types].xml", format!("<Default Extension='{NUMBER}'/>")),
        ("xlsx", "xl/sharedStrings.xml", "<si><r><t>0101</t></r><r><rPr><b/></rPr><t>90-1234</t></r></si>".to_owned()),
        (
            "xlsx",
            "xl/worksheets/sheet1.xml",
            format!("<headerFooter><oddHeader>&amp;L{NUMBER}</oddHeader></headerFooter>"),
        ),
        ("xlsx", "xl/workbook.xml", format!("<definedName name='x'>{NUMBER}</definedName>")),
        ("xlsx", "xl/workbook.xml", format!("<sheet name='{NUMBER}' state='veryHidden'/>")),
        ("xlsx", "xl/styles.xml", format!("<numFmt formatCode='\"{NUMBER}\"0'/>")),
        ("xlsx", "xl/worksheets/sheet1.xml", format!("<dataValidation promptTitle='{NUMBER}'/>")),
        (
            "xlsx",
            "xl/comments1.xml",
            "<comment><text><r><t>010190</t></r><r><t>-1234</t></r></text></comment>".to_owned(),
        ),
        (
            "xlsx",
            "xl/threadedComments/threadedComment1.xml",
            format!("<threadedComment><text>{NUMBER}</text></threadedComment>"),
        ),
        ("xlsx", "xl/externalLinks/externalLink1.xml", format!("<cell><v>{NUMBER}</v></cell>")),
        ("xlsx", "xl/drawings/vmlDrawing1.vml", format!("<xml><v:shape alt='{NUMBER}'><br></v:shape></xml>")),
        ("xlsx", "xl/tables/table1.xml", format!("<tableColumn name='{NUMBER}'/>")),
        ("xlsx", "xl/worksheets/sheet1.xml", format!("{}<c t='str'><v>{NUMBER}</v></c>", long("<c><v>1</v></c>"))),
        (
            "pptx",
            "ppt/slides/slide1.xml",
            "<a:p><a:r><a:t>010190</a:t></a:r><a:fld><a:t>-1234</a:t></a:fld></a:p>".to_owned(),
        ),
        ("pptx", "ppt/notesSlides/notesSlide1.xml", format!("<a:p><a:r><a:t>{NUMBER}</a:t></a:r></a:p>")),
        ("pptx", "ppt/diagrams/data1.xml", format!("<dgm:t><a:p><a:r><a:t>{NUMBER}</a:t></a:r></a:p></dgm:t>")),
        ("pptx", "ppt/comments/comment1.xml", format!("<p:cm><p:text>{NUMBER}</p:text></p:cm>")),
        (
            "pptx",
            "ppt/comments/modernComment.xml",
            format!("<p188:cm><p188:txBody><a:p><a:r><a:t>{NUMBER}</a:t></a:r></a:p></p188:txBody></p188:cm>"),
        ),
        ("pptx", "ppt/slides/slide1.xml", format!("<p:cNvPr id='1' name='x' descr='{NUMBER}'/>")),
        ("pptx", "ppt/tags/tag1.xml", format!("<p:tag name='A' val='{NUMBER}'/>")),
        ("pptx", "ppt/charts/chart1.xml", format!("<c:pt><c:v>{NUMBER}</c:v></c:pt>")),
        (
            "pptx",
            "ppt/slides/slide1.xml",
            "<p:sld show='0'><a:p>\n <a:r>\n  <a:t>010190</a:t>\n </a:r>\n <a:r>\n  <a:t>-1234</a:t>\n </a:r></a:p></p:sld>".to_owned(),
        ),
        ("pptx", "ppt/slides/_rels/slide1.xml.rels", format!("<Relationship Target='https://x.dk/{NUMBER}'/>")),
        ("pptx", "ppt/media/a.svg", format!("<svg><desc>{NUMBER}</desc></svg>")),
        (
            "odt",
            "content.xml",
            format!(
                "<text:tracked-changes><text:deletion><text:p>{NUMBER}</text:p></text:deletion></text:tracked-changes>"
            ),
        ),
        ("odt", "content.xml", format!("<text:p><text:hidden-text text:string-value='{NUMBER}'/></text:p>")),
        (
            "odt",
            "content.xml",
            format!("<text:p>x<office:annotation><text:p>{NUMBER}</text:p></office:annotation></text:p>"),
        ),
        ("odt", "content.xml", format!("<text:variable-set office:string-value='{NUMBER}'/>")),
        ("odt", "meta.xml", format!("<meta:user-defined>{NUMBER}</meta:user-defined>")),
        ("odt", "settings.xml", format!("<config:config-item>{NUMBER}</config:config-item>")),
        ("odt", "Object 1/content.xml", format!("<text:p>{NUMBER}</text:p>")),
        ("odt", "styles.xml", format!("<style:header><text:p>{NUMBER}</text:p></style:header>")),
        ("odt", "manifest.rdf", format!("<rdf:Description rdf:about='{NUMBER}'/>")),
        ("odt", "META-INF/manifest.xml", format!("<!DOCTYPE m PUBLIC 'x' 'Manifest.dtd'><m a='{NUMBER}'/>")),
        (
            "odt",
            "content.xml",
            "<text:p>010190<text:change text:change-id='c'/>-1<text:soft-page-break/>234</text:p>".to_owned(),
        ),
        ("odt", "layout-cache", NUMBER.to_owned()),
        ("odt", "ObjectReplacements/Object 1", NUMBER.to_owned()),
    ] {
        for method in [0, 8] {
            let (holds, is_unread) = looked_at(&format!("a.{ending}"), &archive(&[(name, 0, method, xml.as_bytes())]));
            let is_well_formed = !xml.starts_with("</");
            assert!(holds && (!is_unread || !is_well_formed), "{name} {:.200}: {holds} {is_unread}", xml);
        }
    }
    // What is encrypted in the way of ODF, in binary, or by a program of its own.
    for (ending, name, bytes) in [
        ("odt", "content.xml", &b"\x9a\x01\xff\x00\x13garbage"[..]),
        ("xlsb", "xl/workbook.bin", b"\x9a\x01\xff\x00\x13"),
        ("xlsx", "xl/worksheets/sheet1.bin", b"\x9a\x01\xff\x00\x13"),
        ("pptx", "ppt/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0"),
        ("docx", "word/afchunk.mht", b"content-transfer-encoding: base64"),
        ("docx", "word/vbaProject.bin", b"\xd0\xcf\x11\xe0"),
        ("docx", "word/embeddings/a.docx", b"PK\x03\x04 cut off"),
    ] {
        let ending = ending.replace('b', "x");
        assert!(looked_at(&format!("a.{ending}"), &archive(&[(name, 0, 8, bytes)])).1, "{name}");
    }
}

/// Makes an object of a PDF with a stream.
fn object(dictionary: &str, data: &[u8]) -> Vec<u8> {
    [format!("1 0 obj << {dictionary} >> stream\n").as_bytes(), data, b"\nendstream endobj\n"].concat()
}

/// Makes a PDF of some objects, and a page with letters.
fn pdf(objects: &[&[u8]]) -> Vec<u8> {
    [b"%PDF-1.7\n", &object("", b"BT 0 9 Td (Tekst) Tj ET")[..], &objects.concat()].concat()
}

#[test]
fn pdfs_are_read_or_told() {
    const FLATE: &str = "/Filter /FlateDecode";
    let map = b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 2 beginbfrange <0001> <000a> <0030> <000b> <000b> <002d> endbfrange";
    let glyphs = b"/F1 9 Tf [<000100020001>-3<0002000a0001000b>] TJ <0002000300040005> Tj";
    let font = b"2 0 obj << /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 9 0 R >> endobj";
    for file in [
        pdf(&[&object(FLATE, &flat(b"(010190-) Tj /F2 9 Tf (1234) Tj"))]),
        pdf(&[&object(FLATE, &flat(b"BT 1 0 0 1 9 700 Tm (010190-) Tj ET BT 1 0 0 1 50 700 Tm (1234) Tj ET"))]),
        pdf(&[&object("/Filter [/Fl]", &flat(b"(0101) Tj /P <</MCID 0>> BDC (90-) Tj EMC (1234) Tj"))]),
        pdf(&[&object("/Filter /Flate#44ecode", &flat(b"(010190-1234) Tj"))]),
        pdf(&[&object(
            "/Type /ObjStm /Filter /FlateDecode",
            &flat(b"5 0 << /Contents (\xfe\xff\x000\x001\x000\x001\x009\x000\x00-\x001\x002\x003\x004) /T (x) >>"),
        )]),
        pdf(&[b"3 0 obj << /V (0101\\\n90\\0551234) >> endobj"]),
        pdf(&[b"3 0 obj << /URI (010190\\2261234) >> endobj"]),
        pdf(&[&object("/Subtype /Image", b"(010190-) Tj (1234) Tj")]),
        pdf(&[&object("/Length1 9", b"(010190-) Tj (1234) Tj")]),
        pdf(&[&object("", b"(upstream) Tj (010190-) Tj (1234) Tj")]),
        pdf(&[&object("", b"BI /W 1 ID ((( EI (010190-) Tj (1234) Tj")]),
        pdf(&[&object("", b"% (remark\n(010190-) Tj (1234) Tj")]),
        pdf(&[font, &object(FLATE, &flat(glyphs)), &object(FLATE, &flat(map))]),
        pdf(&[
            &object(&"/A 1 ".repeat(700), b""),
            &object(&format!("{} {FLATE}", "/A 1 ".repeat(700)), &flat(b"(010190-) Tj (1234) Tj")),
        ]),
        // Where its packing is said is too far off, or behind what looks like another object.
        pdf(&[&object(&format!("{FLATE} {}", "/A 1 ".repeat(1000)), &flat(b"(010190-) Tj (1234) Tj"))]),
        pdf(&[&object(&format!("{FLATE} /Note (3 0 obj)"), &flat(b"(010190-) Tj (1234) Tj"))]),
        pdf(&[&object(&format!("{FLATE} /Note (3 0 obj << )"), &flat(b"(010190-) Tj (1234) Tj"))]),
        pdf(&[&object(&format!("{FLATE} /Note (obj)"), &flat(b"(010190-) Tj (1234) Tj"))]),
    ] {
        assert_eq!(looked_at("a.pdf", &file), (true, false), "{}", String::from_utf8_lossy(&file));
    }
    let whole = flat(b"(010190-1234) Tj");
    for file in [
        pdf(&[&object("/Filter /LZWDecode", b"x")]),
        pdf(&[&object("/Filter [/ASCII85Decode /FlateDecode]", b"x")]),
        pdf(&[&object("/Filter 9 0 R", b"x")]),
        pdf(&[&object(&format!("/Filter /LZWDecode {}", "/A 1 ".repeat(1000)), b"x")]),
        pdf(&[&object("/Filter /LZWDecode /Note (3 0 obj)", b"x")]),
        pdf(&[&object("", &whole[..9])]),
        pdf(&[&object(FLATE, &whole[..9])]),
        pdf(&[&object(FLATE, b"x\x9c damaged")]),
        pdf(&[b"trailer << /Encrypt 9 0 R >>"]),
        pdf(&[b"2 0 obj << /Subtype /Type0 /Encoding /Identity-H >> endobj", &object("", glyphs)]),
        pdf(&[&object("/Type /ObjStm /Filter /FlateDecode", &flat(b"<< /Subtype/Type0 >>")), &object("", glyphs)]),
        pdf(&[&object("", b"/F1 9 Tf <0001000200030004> Tj")]),
        pdf(&[&object("/Type /EmbeddedFile /Filter /FlateDecode", &flat(b"PK\x03\x04"))]),
    ] {
        assert!(looked_at("a.pdf", &file).1, "{}", String::from_utf8_lossy(&file));
    }
}

#[test]
fn pdfs_take_no_longer_than_their_length() {
    let many = |piece: &str| [b"%PDF-1.7\n", piece.repeat(400_000 / piece.len()).as_bytes()].concat();
    for piece in [
        "stream ",
        ">>stream\n",
        "obj<</Filter/Fl>>stream\n",
        "<<>>stream\nendstream ",
        "<</Filter/LZW>>stream\n",
        "/Type0 ",
        "<<",
        ">>",
        "<FEFF",
        "(",
        "\\(",
        "(a)' ",
        "[",
        "BT ",
        "ID ",
        "ID EI ",
        "q ",
        "%",
        "/#46",
        "(\u{fe}\u{ff}",
        "beginbfrange <0000> <ffff> <0000> ",
        "/a 1 Tf (x) Tj ",
    ] {
        looked_at("a.pdf", &many(piece));
        let page = object("/Filter /FlateDecode", &flat(&many(piece)));
        let map = flat(
            b"begincmap <> begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <0030> endbfrange",
        );
        looked_at(
            "a.pdf",
            &pdf(&[
                &page,
                &object("/Filter /FlateDecode", &map),
                &object("", &[b"begincmap ", &many(piece)[..]].concat()),
            ]),
        );
    }
    // Many pages of a font that many objects are called by, with many maps that are the same but for their numbers: each page is not to look through all of them.
    let named: Vec<u8> = (0..40_000).flat_map(|nth| format!("/F {} 0 R ", 1000 + nth).into_bytes()).collect();
    let map = |nth: u32| {
        let stream = "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <07ff> <0030> endbfrange";
        format!("{nth} 0 obj << >> stream\n{stream}\nendstream endobj\n").into_bytes()
    };
    let maps: Vec<u8> = (0..100).flat_map(|nth| map(500_000 + nth)).collect();
    let pages = object("", b"/F 1 Tf (abcd) Tj").repeat(2000);
    looked_at("a.pdf", &pdf(&[&[&b"1 0 obj << "[..], &named, b">> endobj "].concat(), &maps, &pages]));
    let maps: Vec<u8> = (0..300).flat_map(|nth: u32| object("", format!("begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <{nth:04x}> endbfrange").as_bytes())).collect();
    let all: String = (0..0x8000_u32).map(|glyph| format!("<{glyph:04x}>Tj ")).collect();
    assert!(looked_at("a.pdf", &pdf(&[&maps, &object("", format!("/F 1 Tf {all}").as_bytes())])).1);
}

#[test]
fn pictures_are_read_or_told() {
    const HEAD: &[u8] = b"\x89PNG\r\n\x1a\n";
    let chunk = |kind: &[u8], data: &[u8]| {
        [&u32::try_from(data.len()).expect("short").to_be_bytes()[..], kind, data, &[0; 4]].concat()
    };
    let png = |chunks: &[u8]| [HEAD, &chunk(b"IHDR", &[0; 13]), chunks, &chunk(b"IEND", b"")].concat();
    let text = flat(NUMBER.as_bytes());
    for file in [
        png(&chunk(b"zTXt", &[b"Comment\0\0", &text[..]].concat())),
        png(&chunk(b"iTXt", &[b"Comment\0\x01\0da\0\0", &text[..]].concat())),
        png(&chunk(b"iTXt", b"Comment\0\0\0da\0\x00010190-1234")),
        png(&chunk(b"tEXt", b"Comment\x00010190-1234")),
        png(&chunk(b"tEXt", b"B\xf8rn\x00010190\x961234")),
        png(&chunk(b"eXIf", b"MM\0*010190-1234")),
        png(&[chunk(b"zTXt", &[b"a\0\0", &flat(b"x")[..]].concat()), chunk(b"zTXt", &[b"a\0\0", &text[..]].concat())]
            .concat()),
        [&b"\xff\xd8\xff\xe1"[..], NUMBER.as_bytes()].concat(),
        NUMBER.as_bytes().to_vec(),
    ] {
        assert_eq!(looked_at("a.png", &file), (true, false), "{}", String::from_utf8_lossy(&file));
    }
    let sound = png(b"");
    for file in [
        sound[..sound.len() - 1].to_vec(),
        sound[..20].to_vec(),
        HEAD.to_vec(),
        HEAD[..6].to_vec(),
        [&sound[..], b"PK\x03\x04"].concat(),
        [HEAD, b"\xff\xff\xff\xffzTXt"].concat(),
        png(&chunk(b"zTXt", b"no end")),
        png(&chunk(b"zTXt", &[b"a\0\0", &text[..text.len() - 6]].concat())),
        png(&chunk(b"iTXt", b"a\0\x01\0da")),
        png(&chunk(b"iTXt", b"no end")),
        png(&chunk(b"zTXt", b"a\0\0damaged").repeat(20_000)),
    ] {
        assert!(looked_at("a.png", &file).1, "{}", String::from_utf8_lossy(&file[..file.len().min(99)]));
    }
    assert_eq!(looked_at("a.png", &sound), (false, false));
}

#[test]
fn drawings_are_read_whatever_they_draw() {
    for svg in [
        "<svg><path d='M120190-1234'/><text>010190-1234</text></svg>",
        "<svg><path d = \"1\" aria-label='010190-1234'/></svg>",
        "<svg><text>d=\"010190-1234\"</text></svg>",
        "<svg><!-- <path d=\"010190-1234\"/> --></svg>",
        "<svg><![CDATA[<path d=\"010190-1234\"/>]]></svg>",
        "<svg><style>a { content: '010190-1234' }</style></svg>",
        "<svg><path data-d='010190-1234'/></svg>",
        "<svg><path d='010190-1234",
        "<svg><path d=010190-1234/>",
        "<svg><path d='1' d2='a'><<text>010190-1234</text></svg>",
        "<svg><g id=\"010190-1234\"/></svg>",
        "<svg><text>&x 010190-1234</text></svg>",
        "\u{feff}<svg><title>010190-1234</title></svg>",
    ] {
        assert_eq!(looked_at("a.svg", svg.as_bytes()), (true, false), "{svg}");
    }
    let utf16: Vec<u8> =
        "\u{feff}<svg><text>010190-1234</text></svg>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(looked_at("a.svg", &utf16), (true, false));
    assert!(looked_at("a.svg", b"<!DOCTYPE svg [<!ENTITY x '010190-'>]><svg>&x;1234</svg>").1);
    for drawn in [
        "<svg><path d='æ010190-1234'/></svg>",
        "<svg><g\n\ttransform =\n'010190-1234'/></svg>",
        "<svg><a b='x'points=\"010190-1234\"/></svg>",
    ] {
        assert_eq!(looked_at("a.svg", drawn.as_bytes()), (false, false), "{drawn}");
    }
    let path = "<path d=\"M1 2L3 4\" points='1' viewBox='2'/>";
    for piece in [path, "<", "\"", " d=", "<path d=", "<path d='", "<!--", "<![CDATA[", "<a 'b\"", "d = ' "] {
        let svg = format!("<svg>{}</svg>", piece.repeat(400_000 / piece.len()));
        looked_at("a.svg", svg.as_bytes());
    }
}
