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
