//! Attachments that want to be slow, large or misread: each is read, or told as unread.

use super::{
    attachment::attachment_text_within,
    attachment_tests::{Part, archive, closed, entry, local_file, read},
};
use crate::value::RelPath;

/// A number that is looked for.
const NUMBER: &str = "010190-1234";

fn holds(parts: &[String]) -> bool {
    parts.iter().any(|part| part.contains(NUMBER))
}

/// Reads a document with one part, and tells whether it holds the number, and whether all of it was read.
#[track_caller]
fn is_found_in(name: &str, part: &[u8]) {
    let (parts, is_unread) = read("a.docx", &archive(&[(name, 0, 8, part)]));
    assert!(holds(&parts) && !is_unread, "{}: {parts:?}", String::from_utf8_lossy(part));
}

#[test]
fn what_is_shown_in_one_is_read_in_one() {
    let t = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    for between in [
        "<w:proofErr w:type='x'/>",
        "<w:bookmarkStart w:id='1' w:name='b'/>",
        "<w:commentRangeStart w:id='1'/>",
        "<w:r><w:commentReference w:id='1'/></w:r>",
        "<w:r><w:lastRenderedPageBreak/></w:r>",
        "<w:r><w:footnoteReference w:id='1'/></w:r>",
        "<text:soft-page-break/>",
        "<text:bookmark-start text:name='a'/>",
        "<text:change-start text:change-id='c'/>",
        "<w:r><w:rPr><w:rPrChange w:id='1'><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr></w:r>",
        "<w:r><w:fldChar/></w:r><w:r><w:instrText> MERGEFIELD x </w:instrText></w:r>",
        "<w:del><w:r><w:delText>55</w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>55</w:t></w:r></w:moveFrom>",
        "<office:annotation><dc:creator>Bo</dc:creator><text:p>Note</text:p></office:annotation>",
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>N</text:p></text:note-body></text:note>",
        "<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Boks</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>",
        "<draw:frame><draw:text-box><text:p>Boks</text:p></draw:text-box></draw:frame>",
        "<!-- note -->",
        "<?note x?>",
        "\n    ",
        "<unknown><deep/></unknown>",
    ] {
        let xml = format!("<w:p>{}{between}{}</w:p>", t("0101"), t("90-1234"));
        is_found_in("word/document.xml", xml.as_bytes());
    }
    for (open, close) in [
        ("<w:ins w:id='1'>", "</w:ins>"),
        ("<w:smartTag>", "</w:smartTag>"),
        ("<w:sdt><w:sdtPr><w:tag w:val='x'/></w:sdtPr><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:hyperlink>", "</w:hyperlink>"),
        ("<w:fldSimple w:instr='PAGE'>", "</w:fldSimple>"),
        ("<text:span>", "</text:span>"),
        ("<text:ruby><text:ruby-base>", "</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>"),
        ("<w:ruby><w:rt><w:r><w:t>x</w:t></w:r></w:rt><w:rubyBase>", "</w:rubyBase></w:ruby>"),
        (
            "<mc:AlternateContent><mc:Choice>",
            "</mc:Choice><mc:Fallback><w:t>9</w:t></mc:Fallback></mc:AlternateContent>",
        ),
        ("<w:del><w:r><w:delText>55</w:delText></w:r></w:del><w:ins>", "</w:ins>"),
        ("<a:fld type='x'>", "</a:fld>"),
    ] {
        let xml = format!("<w:p>{}{open}{}{close}{}</w:p>", t("0101"), t("90-1"), t("234"));
        is_found_in("word/document.xml", xml.as_bytes());
    }
}

#[test]
fn what_is_not_shown_is_read_too() {
    for xml in [
        // What was deleted, in one run or in two, alone or of a number of which the rest still stands.
        "<w:p><w:del><w:r><w:delText>010190-</w:delText></w:r></w:del><w:del><w:r><w:delText>1234</w:delText></w:r></w:del></w:p>",
        "<w:p><w:r><w:t>0101</w:t></w:r><w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins><w:r><w:t>80</w:t></w:r></w:ins><w:r><w:t>-1234</w:t></w:r></w:p>",
        "<w:p><w:r><w:instrText> HYPERLINK \"010190</w:instrText></w:r><w:r><w:instrText>-1234\"</w:instrText></w:r></w:p>",
        "<w:p><!-- 010190-1234 --></w:p>",
        "<w:p><!-- > 010190-1234 --></w:p>",
        "<?note 010190-1234?><w:p/>",
        "010190-1234<w:p/>",
        "<w:p/>010190-1234",
        "<w:p><w:t><![CDATA[010190-1234]]></w:t></w:p>",
        "<w:p><w:t><![CDATA[<b>]]>010190-1234</w:t></w:p>",
        "<sheet name = '010190-1234'/>",
        "<sheet name\n=\n\"010190-1234\"/>",
        "<sheet a='>' name='010190-1234'/>",
        "<si><r><t>0101</t></r><rPh><t>x</t></rPh><r><t>90-1234</t></r></si>",
        "<text><r><t>010190</t></r><r><t>-1234</t></r></text>",
        "<c t='inlineStr'><is><r><t>010190</t></r><r><t>-1234</t></r></is></c>",
        "<a:p><a:r><a:t>010190</a:t></a:r><a:r><a:rPr lang='da'><a:ln/></a:rPr><a:t>-1234</a:t></a:r></a:p>",
        "<div><font>010190</font><font>-1234</font></div>",
    ] {
        is_found_in("word/document.xml", xml.as_bytes());
    }
    for apart in [
        "<w:p><w:r><w:t>010190-</w:t></w:r></w:p><w:p><w:r><w:t>1234</w:t></w:r></w:p>",
        "<row><c><v>010190-</v></c><c><v>1234</v></c></row>",
        "<Words>010190-</Words><Pages>1234</Pages>",
        "<si><t>010190-</t></si><si><t>1234</t></si>",
    ] {
        let (parts, is_unread) = read("a.docx", &archive(&[("a.xml", 0, 0, apart.as_bytes())]));
        assert!(!holds(&parts) && !is_unread, "{apart}: {parts:?}");
    }
}

#[test]
fn parts_are_read_in_whatever_encoding_they_are_in() {
    let xml = "<?xml version='1.0' encoding='UTF-16'?><w:p><w:t>010190-1234</w:t></w:p>";
    let utf16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| {
        format!("{mark}{xml}").encode_utf16().flat_map(bytes).collect::<Vec<u8>>()
    };
    for part in [
        utf16("\u{feff}", u16::to_le_bytes),
        utf16("\u{feff}", u16::to_be_bytes),
        utf16("", u16::to_le_bytes),
        utf16("", u16::to_be_bytes),
        [b"\xef\xbb\xbf", &xml.as_bytes()[37..]].concat(),
        b"<?xml version='1.0' encoding=\"ISO-8859-1\"?><w:p><w:t>B\xf8rn 010190-1234</w:t></w:p>".to_vec(),
        b"<w:p><w:t>B\xf8rn 010190-1234</w:t></w:p>".to_vec(),
    ] {
        is_found_in("word/document.xml", &part);
    }
    let dash = b"<?xml version='1.0' encoding='windows-1252'?><w:p><w:t>010190\x961234</w:t></w:p>";
    let (parts, _) = read("a.docx", &archive(&[("a.xml", 0, 8, dash)]));
    assert!(parts.iter().any(|part| part.contains("010190–1234")), "{parts:?}");
    for unread in [
        &b"<?xml version='1.0' encoding='UTF-7'?><w:p>+ADAAMQ-</w:p>"[..],
        b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x '010190-'>]><a>&x;1234</a>",
        b"\x4c\x6f\xa7\x94\x93",
        b"<w:p><w:t>010190-1234</w:t",
        b"<w:p a=b c='<'>010190-1234</w:p>",
        b"<!-- 010190-1234",
    ] {
        let (parts, is_unread) = read("a.docx", &archive(&[("a.xml", 0, 0, unread)]));
        let is_plain = unread.windows(NUMBER.len()).any(|window| window == NUMBER.as_bytes());
        assert!(is_unread && (!is_plain || holds(&parts)), "{}: {parts:?}", String::from_utf8_lossy(unread));
    }
}

#[test]
fn many_entries_at_one_place_take_no_more_than_one_file_may() {
    const MOST: usize = 1_000_000;
    let text = b"<w:p><w:t>Tekst</w:t></w:p>".repeat(4_000);
    for method in [0, 8] {
        let part: Part<'_> = ("0000.xml", 0, method, &text);
        let one = entry(&part, 0);
        for (ending, count) in [("docx", 3_000), ("xlsx", 20), ("zip", 10)] {
            let named = |nth: usize| [&one[..46], format!("{nth:04}.xml").as_bytes(), &one[54..]].concat();
            let entries: Vec<u8> = (0..count).flat_map(named).collect();
            let bytes = closed(local_file(&part), &entries, count);
            let file = RelPath::new(format!("a.{ending}")).expect("a path");
            let mut left = MOST;
            let read = attachment_text_within(&file, &bytes, 0, &mut left);
            let texts = read.parts.iter().filter(|part| part.starts_with("Tekst")).count();
            assert_eq!((read.is_unread, left, texts), (true, 0, 10.min(count)), "{ending} {method}");
        }
    }
}

#[test]
fn what_an_archive_keeps_to_itself_is_told() {
    let part: Part<'_> = ("a.xml", 0, 8, b"<w:p>Tekst</w:p>");
    let sound = archive(&[part]);
    assert!(!read("a.docx", &sound).1);
    // Files that no list has, twice in the list, or of another sum.
    let unlisted = [local_file(&part), local_file(&("b.xml", 0, 8, b"<w:p>010190-1234</w:p>"))].concat();
    assert!(read("a.docx", &closed(unlisted, &entry(&part, 0), 1)).1);
    let other: Part<'_> = ("a.xml", 0, 0, b"<w:p>010190-1234</w:p>");
    let twice = archive(&[other, part]);
    assert!(read("a.docx", &twice).1);
    let damaged: Vec<u8> = sound.iter().enumerate().map(|(at, byte)| if at == 48 { byte ^ 1 } else { *byte }).collect();
    assert!(read("a.docx", &damaged).1);
    let broken = archive(&[("a.xml", 0, 8, b"<w:p>Tekst</w:p>"), ("b.xml", 0, 9, b"\xff\xff\xff")]);
    assert!(read("a.docx", &broken).1);
    for half in [sound.len() / 2, sound.len() - 30] {
        assert!(read("a.docx", &sound[..half]).1, "{half}");
    }
    // An archive in a document is none of this.
    let inner = archive(&[("a.zip", 0, 0, &sound), part]);
    assert!(!read("a.docx", &inner).1);
    // Names and remarks are looked at where there is nothing else.
    for ending in ["docx", "zip", "odt"] {
        let named = archive(&[("010190-1234.png", 0, 0, b"x"), ("mappe/", 0, 0, b"")]);
        assert!(holds(&read(&format!("a.{ending}"), &named).0), "{ending}");
    }
    let mut remark = archive(&[part]);
    let length = remark.len() - 2;
    remark[length] = 11;
    remark.extend(NUMBER.as_bytes());
    assert!(holds(&read("a.docx", &remark).0));
    for (name, bytes) in [("a.md", NUMBER.as_bytes()), ("a", NUMBER.as_bytes()), ("b.xyz", b"\xff010190-1234")] {
        assert!(holds(&read("a.zip", &archive(&[(name, 0, 8, bytes)])).0), "{name}");
    }
}
