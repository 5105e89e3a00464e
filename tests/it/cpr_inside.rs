//! Personal numbers deep inside attachments: where no page of a document shows them, or in more than one piece.

use crate::{
    cpr::{is_refused, pdf, zip},
    support::Site,
};

#[test]
fn a_number_is_found_wherever_a_document_keeps_it() {
    for (file, bytes) in [
        ("f.xlsx", zip("xl/workbook.xml", b"<sheets><sheet name='010190-1234' sheetId='1'/></sheets>", true)),
        ("f.xlsx", zip("xl/pivotCache/pivotCacheRecords1.xml", b"<r><s v='010190-1234'/></r>", true)),
        ("f.docx", zip("word/_rels/document.xml.rels", b"<Relationship Target='https://x.dk/010190-1234'/>", true)),
        ("f.docx", zip("word/document.xml", b"<w:p><w:t>010190</w:t><w:tab/><w:t>1234</w:t></w:p>", true)),
        ("f.docx", zip("word/document.xml", b"<w:p><w:t>010190</w:t><w:br/><w:t>1234</w:t></w:p>", true)),
        ("f.docx", zip("word/afchunk.html", b"<p>010190-1234</p>", true)),
        ("f.docx", zip("word/document.xml", b"<w:p><w:ins><w:r><w:t>0101</w:t></w:r></w:ins><w:smartTag><w:r><w:t>90</w:t></w:r></w:smartTag><w:r><w:lastRenderedPageBreak/><w:t>-1234</w:t></w:r></w:p>", true)),
        ("f.docx", zip("word/document.xml", b"<w:p><w:del><w:r><w:delText>010190-1234</w:delText></w:r></w:del></w:p>", true)),
        ("f.docx", zip("word/media/010190-1234.png", b"", false)),
        ("f.pdf", pdf(b"BT 1 0 0 1 9 700 Tm (010190-) Tj ET BT 1 0 0 1 60 700 Tm (1234) Tj ET", true)),
        ("f.pdf", pdf(b"BT /F1 9 Tf (010190) Tj /F2 9 Tf (-12) Tj /P <</MCID 0>> BDC (34) Tj EMC ET", true)),
        ("f.pdf", glyphs()),
        ("f.pdf", pdf(b"BT (010190\\2261234) Tj ET", true)),
        ("f.pdf", pdf(b"BT (010190) Tj (-1234) Tj ET", true)),
        (
            "f.pdf",
            [pdf(b"BT (Tekst) Tj ET", true), b"<</Title<FEFF003000310030003100390030002D0031003200330034>>>".to_vec()]
                .concat(),
        ),
    ] {
        let site = Site::small().with("content/side.md", format!("+++\ntitle = \"Side\"\n+++\n[Bilag]({file})\n"));
        is_refused(&site.with(&format!("content/{file}"), &bytes), &format!("content/{file}"));
    }
}

/// Makes a page whose font counts its letters, with the map that it comes with.
fn glyphs() -> Vec<u8> {
    let map = b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0001> <000a> <0030> endbfrange";
    let page = b"BT /F1 9 Tf [<000100020001>-3<0002000a0001>] TJ <0002000300040005> Tj ET";
    [pdf(page, true), pdf(map, true)].concat()
}
