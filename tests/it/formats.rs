//! Every format of the list is published, and every page in it.

use fremdrift::{
    render::{FORMATS, MAKES_PDF, Write},
    value::RelPath,
};

use crate::support::Site;

#[test]
fn every_format_is_published() {
    let pdf = if MAKES_PDF { ", \"pdf\"" } else { "" };
    let every = format!("downloads = [\"csv\", \"xlsx\", \"json\", \"package\"{pdf}]\nlanguage = \"da\"");
    let outcome = Site::small().edit("site.toml", "language = \"da\"", &every).sound();
    let pages = outcome.files.keys().filter(|path| path.as_str().ends_with(".html")).count();
    assert!(pages > 8, "{pages}");
    // A meeting pack repeats tables of other pages.
    let drawn = |path: &&RelPath| path.as_str().ends_with(".html") && !path.as_str().ends_with("moedebilag.html");
    let tables: usize =
        outcome.files.keys().filter(drawn).map(|path| outcome.page(path.as_str()).matches("<table id=").count()).sum();
    assert!(tables > 4, "{tables}");
    for format in FORMATS {
        let ending = format!(".{}", format.extension);
        let is_file = |path: &&RelPath| path.as_str().ends_with(&ending) && path.as_str() != "datapackage.json";
        let files = outcome.files.keys().filter(is_file).count();
        match format.write {
            Write::Page(_) => assert_eq!(files, pages, "{}", format.id),
            Write::Document(_) => assert_eq!(files, 1, "of the committee's meeting pack: {}", format.id),
            Write::Book(_) => assert_eq!(files, 3, "of the front page, the plan and the committee: {}", format.id),
            Write::Table(_) => assert_eq!(files, tables, "{}", format.id),
        }
    }
}
