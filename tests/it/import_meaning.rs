//! What an import takes a cell, a column or a report for, and where it stops because that is not certain.

use fremdrift::{
    content::Audience,
    draft::{self, Import, ImportFormat, ImportMapping, ImportRequest, KnownSite},
    tree::{MemoryTree, Tree},
    value::RelPath,
};
use rust_xlsxwriter::Format;

use crate::{
    imports::{STATUS, begun, code, figures, pages, request, run, saved, with, workbook},
    support::{build_tree, day, disk, git, html},
};

/// Returns the text of the file that an import makes at a path of the plan.
#[track_caller]
fn text_of<'i>(import: &'i Import, path: &str) -> &'i str {
    let file = import.files.iter().find(|file| file.path.as_str() == format!("content/plans/proeve/{path}"));
    let known = || import.files.iter().map(|file| file.path.to_string()).collect::<Vec<_>>();
    &file.unwrap_or_else(|| panic!("{path} in {:?}", known())).text
}

#[track_caller]
fn sound(tree: &MemoryTree, import: &Import) {
    let look = draft::look(tree, &import.files, day("2020-07-01"), None, "test").expect("a look");
    assert!(look.errors.is_empty(), "{:#?}", look.errors);
}

/// A site whose plan counts in mio. kr. and holds an amount.
fn counted() -> MemoryTree {
    begun("2020").with(
        "content/plans/proeve/measures/09-gammel.md",
        "+++\nnumber = \"9\"\ntitle = \"Gammel\"\nrequired = \"2\"\n+++\n",
    )
}

#[test]
fn each_column_counts_in_its_own_unit() {
    let csv = request(ImportFormat::Csv);
    let table = "Nr;Tiltag;Sparekrav (mio. kr.);Opnået (1.000 kr.)\n1;Takster;2;1500\n";
    let import = run(&counted(), table.as_bytes(), &csv).expect("read");
    assert!(text_of(&import, "measures/01-takster.md").contains("required = \"2\""));
    assert!(text_of(&import, "updates/2020-06-30/01-takster.md").contains("achieved = \"1500 1.000 kr.\""));
    sound(&counted(), &import);
    let page = pages(table.as_bytes(), &csv);
    assert!(page.contains("1,5") && !page.contains("1.500 mio. kr."), "{page}");
    // The other way round, and a column that says none where two may be meant.
    let turned = "Nr;Tiltag;Sparekrav (1.000 kr.);Opnået (mio. kr.)\n1;Takster;2000;1,5\n";
    let import = run(&counted(), turned.as_bytes(), &csv).expect("read");
    assert!(text_of(&import, "measures/01-takster.md").contains("required = \"2000 1.000 kr.\""));
    let silent = "Nr;Tiltag;Sparekrav (1.000 kr.);Opnået\n1;Takster;2000;1500\n";
    let (name, args) = code(run(&counted(), silent.as_bytes(), &csv));
    assert_eq!((name, args[0].clone()), ("import-unit", ("name", "Opnået".to_owned())));
    // A cell that says its unit itself is taken at its word.
    let own = "Nr;Tiltag;Sparekrav (1.000 kr.)\n1;Takster;2 mio. kr.\n2;Løn;1500\n";
    let import = run(&counted(), own.as_bytes(), &csv).expect("read");
    assert!(text_of(&import, "measures/01-takster.md").contains("required = \"2 mio. kr.\""));
    assert!(text_of(&import, "measures/02-loen.md").contains("required = \"1500 1.000 kr.\""));
}

#[test]
fn amounts_that_stand_there_keep_their_unit() {
    let csv = ImportRequest { report: None, ..request(ImportFormat::Csv) };
    let table = "Nr;Tiltag;Sparekrav (1.000 kr.)\n1;Takster;1500\n";
    let import = run(&begun("2020"), table.as_bytes(), &csv).expect("read");
    assert!(text_of(&import, "plan.md").contains("unit = \"1.000 kr.\""), "an empty plan is given it");
    let import = run(&counted(), table.as_bytes(), &csv).expect("read");
    assert!(import.files.iter().all(|file| file.path.file_name() != "plan.md"));
    assert!(text_of(&import, "measures/01-takster.md").contains("required = \"1500 1.000 kr.\""));
    sound(&counted(), &import);
    // A measure that counts in kroner is told what the table counts in.
    let path = "content/plans/proeve/measures/09-gammel.md";
    let tree = counted().with(path, "+++\nnumber = \"9\"\ntitle = \"Gammel\"\nunit = \"kr.\"\nrequired = \"5\"\n+++\n");
    let table = "Nr;Tiltag;Sparekrav (mio. kr.)\n9;Gammel;2\n";
    let import = run(&tree, table.as_bytes(), &csv).expect("read");
    assert!(text_of(&import, "measures/09-gammel.md").contains("required = \"2 mio. kr.\""));
    assert_eq!(code(run(&tree, table.replace(" (mio. kr.)", "").as_bytes(), &csv)).0, "import-unit");
}

#[test]
fn a_footnote_mark_stands_behind_the_unit() {
    let csv = ImportRequest { report: None, ..request(ImportFormat::Csv) };
    let table = "Nr;Tiltag;Sparekrav (1.000 kr.)\n1;Takster;1500*\n;I alt;1500 **\n* Netto.;;\n** Brutto.;;\n";
    let import = run(&counted(), table.as_bytes(), &csv).expect("read");
    assert!(text_of(&import, "measures/01-takster.md").contains("required = \"1500 1.000 kr.*\""));
    assert!(text_of(&import, "plan.md").contains("required = \"1500 1.000 kr.**\""));
    sound(&counted(), &import);
}

#[test]
fn columns_of_a_figure_table_count_in_their_own_units() {
    let csv = figures(ImportFormat::Csv);
    let table = "Konto;Tekst;Korrigeret budget (mio. kr.);Forbrug (1.000 kr.)\n1;Skoler;5;4900\n";
    let import = run(&begun("2020"), table.as_bytes(), &csv).expect("read");
    let declared = text_of(&import, "tables/drift.toml");
    assert!(declared.contains("(mio. kr.)\", unit = \"mio. kr.\"") && !declared.contains("\nunit = "), "{declared}");
    assert!(declared.contains("(1.000 kr.)\", unit = \"1.000 kr.\""), "{declared}");
    sound(&begun("2020"), &import);
    let silent = table.replace(" (mio. kr.)", "");
    let both = silent.replace("(1.000 kr.)\n", "(1.000 kr.);Forventet regnskab (mio. kr.)\n").replace("4900", "4900;5");
    assert_eq!(code(run(&begun("2020"), both.as_bytes(), &csv)).0, "import-unit");
    // A table that is declared in mio. kr. takes no thousands for them, whichever of the three says its unit.
    let millions = table.replace("1.000 kr.", "mio. kr.").replace("4900", "4,9");
    let first = run(&begun("2020"), millions.as_bytes(), &csv).expect("read");
    let tree = with(begun("2020"), &first);
    let next = ImportRequest { report: Some("2020-09-30".to_owned()), ..csv };
    run(&tree, millions.as_bytes(), &next).expect("the same units");
    let (name, args) = code(run(&tree, table.replace("mio. kr.", "1.000 kr.").as_bytes(), &next));
    assert_eq!((name, args[1].clone()), ("import-unit", ("units", "1.000 kr. / mio. kr.".to_owned())));
    let bare = "title = \"Drift\"\n\n[columns]\nrevised = {}\nactual = {}\n";
    let tree = begun("2020").with("content/plans/proeve/tables/drift.toml", bare);
    let heads = "Konto;Tekst;Korrigeret budget (1.000 kr.)\n1;Skoler;5000\n";
    assert_eq!(code(run(&tree, heads.as_bytes(), &next)).0, "import-unit");
    let own = bare.replace("revised = {}", "revised = { unit = \"1.000 kr.\" }");
    run(&tree.with("content/plans/proeve/tables/drift.toml", own), heads.as_bytes(), &next).expect("the column's own");
}

/// What the columns of a new table are declared to be, by the figures of a ledger.
#[track_caller]
fn declared(head: &str, first: &str, second: &str) -> String {
    let table = format!(
        "Konto;Kontonavn;Korrigeret budget;Forbrug;{head}\n10;Løn;1.000,50;512,25;{first}\n20;Drift;-300,00;-150;{second}\n"
    );
    let import = run(&begun("2020"), table.as_bytes(), &figures(ImportFormat::Csv)).unwrap_or_else(|it| panic!("{it}"));
    sound(&begun("2020"), &import);
    text_of(&import, "tables/drift.toml").to_owned()
}

#[test]
fn a_column_counts_in_what_its_head_or_its_cells_say() {
    for (head, id) in [
        ("Dækning (%)", "daekning-pct"),
        ("Dækning i %", "daekning-i-pct"),
        ("Dækningspct.", "daekningspct"),
        ("Forbrug i pct.", "forbrug-i-pct"),
        ("Forbrug (%)", "forbrug-pct"),
        ("Afvigelse (%)", "afvigelse-pct"),
    ] {
        let text = declared(head, "51,2", "50");
        assert!(text.contains("\nunit = \"mio. kr.\"\n"), "{text}");
        assert!(text.contains(&format!("\n{id} = {{ title = \"{head}\", unit = \"%\" }}\n")), "{text}");
    }
    assert!(declared("Årsværk", "12,5", "3").contains("unit = \"årsværk\" }"));
    assert!(declared("Antal sager", "12", "3").contains("unit = \"sager\" }"));
    assert!(declared("Dækning", "51,2 %", "50 %").contains("daekning = { title = \"Dækning\", unit = \"%\" }"));
    assert!(declared("Stillinger", "12,5 årsværk", "3 årsværk").contains("unit = \"årsværk\" }"));
    let csv = figures(ImportFormat::Csv);
    // Some in per cent and some in nothing, and a head that says another unit than its cells.
    for (head, cells, units) in
        [("Dækning", "51,2 %;50", "mio. kr. / %"), ("Dækning (mio. kr.)", "5 %;5 %", "mio. kr. / %")]
    {
        let (first, second) = cells.split_once(';').expect("two");
        let table = format!("Konto;Navn;Forbrug;{head}\n1;Løn;5;{first}\n2;Drift;6;{second}\n");
        let expected = vec![("name", head.to_owned()), ("units", units.to_owned())];
        assert_eq!(code(run(&begun("2020"), table.as_bytes(), &csv)), ("import-unit", expected), "{head}");
    }
    // The money of the other columns is the table's, whatever per cent stand beside it, and the next report reads the same.
    let table = "Konto;Navn;Budget (1.000 kr.);Forbrug;Dækning (1.000 kr.);Dækning (%)\n1;Løn;500;250;20;50\n";
    let import = run(&begun("2020"), table.as_bytes(), &csv).expect("read");
    let text = text_of(&import, "tables/drift.toml");
    assert!(text.contains("\nunit = \"1.000 kr.\"\n") && text.contains("daekning-pct = "), "{text}");
    let next = ImportRequest { report: Some("2020-09-30".to_owned()), ..csv };
    run(&with(begun("2020"), &import), table.as_bytes(), &next).expect("the same columns");
    // A head that names its unit is not given it once more.
    let table = "Konto;Navn;Budget (1.000 kr.);Forbrug (mio. kr.);Årsværk\n1;Løn;500;0,4;12,5\n";
    let text = pages(table.as_bytes(), &figures(ImportFormat::Csv));
    assert!(text.contains("Forbrug (mio. kr.)") && text.contains("Årsværk"), "{text}");
    assert!(!text.contains("(årsværk)") && !text.contains("kr.) ("), "{text}");
    // A share that the table computes counts in per cent without saying so.
    let shares =
        "title = \"Drift\"\n\n[columns]\nactual = {}\nandel = { title = \"Andel (%)\", share_of = \"actual\" }\n";
    let tree = begun("2020").with("content/plans/proeve/tables/drift.toml", shares);
    run(&tree, "Konto;Navn;Forbrug;Andel (%)\n1;Løn;5;50\n2;Drift;5;50 %\n".as_bytes(), &next).expect("shares");
}

#[test]
fn per_cent_of_a_workbook_and_of_a_page_count_in_per_cent() {
    let mut book = workbook("Konto;Navn;Forbrug;Dækning\n1;Løn;5;\n2;Drift;6;\n", '.', ',');
    let sheet = book.worksheet_from_index(0).expect("a sheet");
    for (row, share) in [(1, 0.512), (2, 0.5)] {
        sheet.write_with_format(row, 3, share, &Format::new().set_num_format("0.0%")).expect("written");
    }
    let import = run(&begun("2020"), &saved(book), &figures(ImportFormat::Xlsx)).expect("read");
    sound(&begun("2020"), &import);
    assert!(text_of(&import, "tables/drift.toml").contains("title = \"Dækning\", unit = \"%\" }"));
    assert!(text_of(&import, "updates/2020-06-30/drift.csv").contains("1;Løn;;5;51,2 %\n"));
    let page = "<table><tr><th>Konto<th>Navn<th>Forbrug<th>Dækning i %</tr><tr><td>1<td>Løn<td>5<td>51,2</tr></table>";
    let import = run(&begun("2020"), page.as_bytes(), &figures(ImportFormat::Html)).expect("read");
    assert!(text_of(&import, "tables/drift.toml").contains("title = \"Dækning i %\", unit = \"%\" }"));
}

#[test]
fn measures_have_no_amounts_in_per_cent() {
    let csv = request(ImportFormat::Csv);
    for head in ["Forbrug i pct.", "Opnået (%)", "Forbrug i %"] {
        let table = format!("Nr;Tiltag;Sparekrav;{head}\n1;Takster;2;51,2\n");
        assert_eq!(code(run(&counted(), table.as_bytes(), &csv)), cell_fault("percent-column", head));
        let left =
            ImportMapping { columns: [(head.to_owned(), "ignore".to_owned())].into(), ..ImportMapping::default() };
        run(&counted(), table.as_bytes(), &ImportRequest { said: left, ..csv.clone() }).expect("it is left out");
    }
    let cells = "Nr;Tiltag;Sparekrav;Opnået\n1;Takster;2;51,2 %\n";
    assert_eq!(code(run(&counted(), cells.as_bytes(), &csv)), cell_fault("percent", "D2"));
}

#[test]
fn negative_numbers_of_ledgers_are_read_where_they_are_declared() {
    let declared = |style: &str| {
        let tree = counted();
        let mut bytes = Vec::new();
        tree.read(&RelPath::new("site.toml").expect("a path"), &mut bytes).expect("a file");
        let text = String::from_utf8(bytes).expect("text");
        tree.with("site.toml", text.replace("[csv]\n", &format!("[csv]\nnegative = \"{style}\"\n")))
    };
    let (ledger, measures) = (figures(ImportFormat::Csv), ImportRequest { report: None, ..request(ImportFormat::Csv) });
    for (style, one, other) in [("trailing-minus", "1.000-", "1,5-"), ("parentheses", "(1.000)", "(1,5)")] {
        let table = format!("Konto;Navn;Forbrug\n1;Løn;{one}\n2;Drift;{other}\n3;Husleje;2.000,5\n");
        let (name, args) = code(run(&counted(), table.as_bytes(), &ledger));
        assert_eq!((name, args.last().cloned()), ("import-numbers-differ", Some(("style", style.to_owned()))));
        sound(&declared(style), &run(&declared(style), table.as_bytes(), &ledger).expect("declared"));
        let table = format!("Nr;Tiltag;Sparekrav\n1;Takster;{one}\n2;Løn;{other}\n");
        let import = run(&declared(style), table.as_bytes(), &measures).expect("declared");
        assert!(text_of(&import, "measures/02-loen.md").contains("required = \"-1,5\""));
        sound(&declared(style), &import);
    }
    let broken = "Konto;Navn;Forbrug\n1;Løn;1.000-\n2;Drift;halvdelen 2\n";
    let (name, args) = code(run(&counted(), broken.as_bytes(), &ledger));
    assert_eq!((name, args.last().cloned()), ("import-numbers-differ", Some(("style", "none".to_owned()))));
}

#[test]
fn a_ledger_in_kroner_is_not_taken_for_millions() {
    let csv = figures(ImportFormat::Csv);
    let table = |figure: &str| format!("Konto;Tekst;Korrigeret budget;Forbrug\n1;Skoler;5;{figure}\n");
    for figure in ["100000", "4.900.000", "-4900000"] {
        let (name, args) = code(run(&begun("2020"), table(figure).as_bytes(), &csv));
        assert_eq!((name, args[1].clone()), ("import-unit", ("units", "mio. kr. / kr.".to_owned())), "{figure}");
    }
    // What may be millions is, and the declaration says so.
    for figure in ["99999", "4,9", "-", "4900000 kr."] {
        let import = run(&begun("2020"), table(figure).as_bytes(), &csv).expect("read");
        assert!(text_of(&import, "tables/drift.toml").contains("\nunit = \"mio. kr.\"\n"), "{figure}");
    }
    let said = table("4900000").replace("Forbrug", "Forbrug (kr.)").replace("budget;", "budget (kr.);");
    run(&begun("2020"), said.as_bytes(), &csv).expect("the heads say what they count in");
}

/// A workbook of rows of cells with `;` between them, as its XML: what begins with `=` is a formula without a result.
fn archive(rows: &[&str], before: &str, behind: &str) -> Vec<u8> {
    let mut sheet = format!("<worksheet>{before}<sheetData>");
    for (at, row) in rows.iter().enumerate() {
        sheet.push_str(&format!("<row r=\"{}\">", at + 1));
        for (column, cell) in row.split(';').enumerate() {
            let place = format!("{}{}", char::from(b'A' + u8::try_from(column).expect("few")), at + 1);
            sheet.push_str(&match (cell.strip_prefix('='), cell.parse::<f64>()) {
                (Some(formula), _) => format!("<c r=\"{place}\"><f>{formula}</f><v></v></c>"),
                (_, Ok(_)) => format!("<c r=\"{place}\"><v>{cell}</v></c>"),
                _ => format!("<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
            });
        }
        sheet.push_str("</row>");
    }
    sheet.push_str(&format!("</sheetData>{behind}</worksheet>"));
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" id=\"1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"1\" Target=\"s.xml\"/></Relationships>"),
        ("xl/s.xml", &sheet),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        std::io::Write::write_all(&mut zip, text.as_bytes()).expect("written");
    }
    zip.finish().expect("an archive").into_inner()
}

/// A workbook with one amount in C2, in a number format.
fn formatted(number: f64, format: &str) -> Vec<u8> {
    let mut book = workbook("Nr;Tiltag;Sparekrav\n1;Takster;\n", '.', ',');
    let sheet = book.worksheet_from_index(0).expect("a sheet");
    sheet.write_with_format(1, 2, number, &Format::new().set_num_format(format)).expect("written");
    saved(book)
}

fn cell_fault(what: &str, cell: &str) -> (&'static str, Vec<(&'static str, String)>) {
    ("import-cell", vec![("what", what.to_owned()), ("cell", cell.to_owned())])
}

#[test]
fn a_cell_that_does_not_say_its_amount_is_named() {
    let asked = ImportRequest { report: None, ..request(ImportFormat::Xlsx) };
    let book = archive(&["Nr;Tiltag;Sparekrav", "1;Takster;=SUM(D2:E2)"], "", "");
    assert_eq!(code(run(&begun("2020"), &book, &asked)), cell_fault("formula", "C2"));
    assert_eq!(code(run(&begun("2020"), &formatted(0.25, "0%"), &asked)), cell_fault("percent", "C2"));
    for (number, format, shown) in [
        (1_500_000.0, "#,##0,", "1500"),
        (1_500_000.0, "#,##0.0,,", "1,5"),
        (1_500_000.0, "0,.00", "1500,00"),
        (1_500_000.0, "#,##0", "1500000"),
    ] {
        let import = run(&begun("2020"), &formatted(number, format), &asked).expect("read");
        let text = text_of(&import, "measures/01-takster.md");
        assert!(text.contains(&format!("required = \"{shown}\"")), "{format}: {text}");
    }
    let worded = formatted(1_500_000.0, "0.0,,\"M\"");
    assert_eq!(code(run(&begun("2020"), &worded, &asked)), cell_fault("format", "C2"));
}

#[test]
fn what_a_sheet_shows_with_a_number_is_its_unit() {
    let asked = ImportRequest { report: None, ..request(ImportFormat::Xlsx) };
    for (format, shown) in [
        ("0.0 \"mio. kr.\"", "1,5"),
        ("0.0\\ \\m\\i\\o\\.\\ \\k\\r\\.", "1,5"),
        ("#,##0.0\\ [$kr.-406]", "1,5 kr."),
        ("_-* #,##0.0 \"kr.\"_-;-* #,##0.0 \"kr.\"_-", "1,5 kr."),
        ("0.0 \"1.000 kr.\"", "1,5 1.000 kr."),
        ("[Red]0.0", "1,5"),
        ("0.0\" \"", "1,5"),
    ] {
        let import = run(&counted(), &formatted(1.5, format), &asked).expect("read");
        let text = text_of(&import, "measures/01-takster.md");
        assert!(text.contains(&format!("required = \"{shown}\"")), "{format}: {text}");
        sound(&counted(), &import);
    }
    // The head and the number say two units, and nobody knows which is meant.
    let mut book = workbook("Nr;Tiltag;Sparekrav (mio. kr.)\n1;Takster;\n", '.', ',');
    let sheet = book.worksheet_from_index(0).expect("a sheet");
    sheet.write_with_format(1, 2, 1.5, &Format::new().set_num_format("0.0 \"kr.\"")).expect("written");
    assert_eq!(code(run(&counted(), &saved(book), &asked)).0, "import-unit");
    // Figures of the ledger count in it too.
    let ledger = |formats: [&str; 2]| {
        let mut book = workbook("Konto;Tekst;Korrigeret budget\n1;Skoler;\n2;Veje;\n", '.', ',');
        let sheet = book.worksheet_from_index(0).expect("a sheet");
        for (row, format) in (1..).zip(formats) {
            sheet.write_with_format(row, 2, 5.0, &Format::new().set_num_format(format)).expect("written");
        }
        saved(book)
    };
    let asked = figures(ImportFormat::Xlsx);
    let millions = "0.0 \"mio. kr.\"";
    let import = run(&begun("2020"), &ledger([millions, millions]), &asked).expect("read");
    assert!(text_of(&import, "tables/drift.toml").contains("unit = \"mio. kr.\""), "{:#?}", import.files);
    let mixed = ledger([millions, "0.0 \"kr.\""]);
    assert_eq!(code(run(&begun("2020"), &mixed, &asked)).0, "import-unit");
}

#[test]
fn merged_cells_and_columns_without_width_are_named() {
    let asked = ImportRequest { report: None, ..request(ImportFormat::Xlsx) };
    let rows = ["Handleplan", "Nr;Tiltag;Sparekrav;Forventet", "1;Takster;2;2", "2;Løn;;", "* Netto."];
    let merged = |range: &str| archive(&rows, "", &format!("<mergeCells><mergeCell ref=\"{range}\"/></mergeCells>"));
    for range in ["C3:C4", "C3:D3", "B3:B4"] {
        let asked = request(ImportFormat::Xlsx);
        assert_eq!(code(run(&begun("2020"), &merged(range), &asked)), cell_fault("merged", range));
    }
    for range in ["A1:D1", "A5:D5", "F3:F4", "C7:C9"] {
        run(&begun("2020"), &merged(range), &request(ImportFormat::Xlsx)).expect("nothing stands for several");
    }
    let narrow = archive(&rows[1..4], "<cols><col min=\"3\" max=\"3\" width=\"0\"/></cols>", "");
    let (name, args) = code(run(&begun("2020"), &narrow, &asked));
    assert_eq!((name, args), ("import-hidden", vec![("names", "C".to_owned())]));
}

#[test]
fn a_personal_number_that_lost_its_nought_is_refused() {
    let asked = request(ImportFormat::Xlsx);
    let book = archive(&["Nr;Tiltag;Status", "1;Takster;102031234"], "", "");
    assert_eq!(code(run(&begun("2020"), &book, &asked)), cell_fault("personal", "C2"));
    let csv = "Konto;Tekst;Forbrug\n1;Skoler;5\n2;102031234;5\n";
    assert_eq!(code(run(&begun("2020"), csv.as_bytes(), &figures(ImportFormat::Csv))), cell_fault("personal", "B3"));
    // No day of a month, and the number of an account of which it is not certain.
    let csv = "Konto;Tekst;Forbrug\n102031234;Skoler;5\n2;992031234;5\n";
    run(&begun("2020"), csv.as_bytes(), &figures(ImportFormat::Csv)).expect("no personal numbers");
}

#[test]
fn a_report_that_is_imported_is_a_draft() {
    let tree = begun("2020");
    let import = run(&tree, STATUS.as_bytes(), &request(ImportFormat::Csv)).expect("read");
    let index = text_of(&import, "updates/2020-06-30/index.md");
    assert!(index.contains("visibility = \"draft\"") && index.contains("achieved = \"6,56*\""), "{index}");
    sound(&tree, &import);
    let built = build_tree(&with(tree.clone(), &import), Some(day("2020-07-01")), Audience::Public);
    let shown = |path: &str| html::parse(built.page(path)).text();
    assert!(!shown("planer/proeve/index.html").contains("4,01"));
    // The table of what the document states stands behind the remarks, so that a remark becomes a field of the report.
    let opened = index.replace("# trend", "trend");
    assert!(opened.find("\ntrend").expect("a field") < opened.find("[stated]").expect("a table"), "{opened}");
    // A folder that an author has begun is left as it is.
    let begun = tree.with("content/plans/proeve/updates/2020-06-30/index.md", "+++\n+++\nPlanen følges.\n");
    let import = run(&begun, STATUS.as_bytes(), &request(ImportFormat::Csv)).expect("read");
    assert!(!text_of(&import, "updates/2020-06-30/index.md").contains("visibility"));
}

#[test]
fn what_is_kept_of_a_table_is_looked_for_below_its_folder_alone() {
    let tree = begun("2020");
    let site = KnownSite::open(&tree, day("2020-07-01"), None).expect("a site");
    for (plan, table) in [("../../secret", None), ("proeve", Some("../x")), ("proeve", Some("con")), ("..", None)] {
        assert!(draft::mapping_path(&site, plan, table).is_err(), "{plan} {table:?}");
    }
    assert_eq!(draft::mapping_path(&site, "proeve", Some("drift")).ok().as_deref(), Some("imports/proeve-drift.toml"));
    let folder = git::folder();
    let root = folder.path().join("site");
    let program =
        |words: &[&str]| disk::run(disk::program().args(words).args(["--language", "da", "--root"]).arg(&root));
    assert_eq!(program(&["init", "--plan", "Prøve"]).code, Some(0));
    std::fs::create_dir(root.join("imports")).expect("a folder");
    std::fs::write(folder.path().join("secret-measures.toml"), "hemmeligt = 1\n").expect("written");
    std::fs::write(folder.path().join("t.csv"), STATUS).expect("written");
    let file = folder.path().join("t.csv");
    let refused = program(&["import", "csv", file.to_str().expect("text"), "../../secret"]);
    assert_eq!(refused.code, Some(2));
    assert!(refused.stderr.contains("../../secret") && !refused.stderr.contains("hemmeligt"), "{}", refused.stderr);
}

#[test]
fn bytes_of_another_encoding_are_no_windows_1252() {
    let read = |words: &[u8]| {
        let bytes = [b"Nr;Tiltag\n1;".as_slice(), words, b"\n"].concat();
        run(&begun("2020"), &bytes, &ImportRequest { report: None, ..request(ImportFormat::Csv) })
    };
    // Code page 850: før, læring, på; Mac Roman: på, før, lære.
    for words in [&b"f\x9br"[..], b"l\x91ring", b"p\x86", b"p\x8c", b"f\xbfr", b"l\xbere"] {
        assert_eq!(code(read(words)).0, "import-unreadable", "{words:?}");
    }
    // Windows-1252: “Æbler” – 5 € Aa’s …, Šport, Œuvre, • punkt, ½
    for words in [
        &b"\x93\xc6bler\x94 \x96 5 \x80 Aa\x92s \x85"[..],
        b"\x8aport",
        b"\x8cuvre",
        b"\x95 punkt \xf8",
        b"1\xbd \xe5r",
    ] {
        read(words).unwrap_or_else(|error| panic!("{words:?}: {error}"));
    }
}

#[test]
fn no_file_takes_a_name_that_means_something_else() {
    let tree = begun("2020");
    let site = KnownSite::open(&tree, day("2020-07-01"), None).expect("a site");
    let new = |id: Option<&str>, title: &str| {
        let asked = draft::DraftRequest {
            kind: draft::DraftKind::Measure,
            plan: "proeve".to_owned(),
            title: title.to_owned(),
            id: id.map(str::to_owned),
            fields: Vec::new(),
        };
        draft::draft(&site, &asked)
    };
    for id in ["index", "Index", "con", "PRN", "aux", "nul", "com1", "lpt9", "con.x"] {
        assert_eq!(
            new(Some(id), "Takster").map_err(|error| error.words().0.name).err(),
            Some("draft-without-id"),
            "{id}"
        );
    }
    new(Some("console"), "Takster").expect("a name like any other");
    for (title, stem) in [("Index", "index-1"), ("Con", "con-1"), ("Indeks", "indeks")] {
        let path = format!("content/plans/proeve/measures/{stem}.md");
        assert_eq!(new(None, title).expect("drafted")[0].path.as_str(), path);
        let table = format!("Tiltag;Sparekrav\n{title};5\n");
        let asked = ImportRequest { report: None, ..request(ImportFormat::Csv) };
        let import = run(&tree, table.as_bytes(), &asked).expect("read");
        assert_eq!(import.files[0].path.as_str(), path);
    }
}

#[test]
fn a_level_that_is_misspelt_makes_no_prose_of_the_others() {
    let table = |cells: [&str; 4]| {
        let row = |(at, cell): (usize, &&str)| format!("{0};Tiltag {0};1,5;{cell}\n", at + 1);
        let rows: String = cells.iter().enumerate().map(row).collect();
        format!("Nr.;Tiltag;Sparekrav i mio. kr.;Status\n{rows}")
    };
    let tree = begun("2020");
    let csv = request(ImportFormat::Csv);
    let half = table(["Alt OK", "Kritisk", "Opmærksomhet", "Krittisk"]);
    let import = run(&tree, half.as_bytes(), &csv).expect("read");
    assert!(text_of(&import, "updates/2020-06-30/02-tiltag-2.md").contains("level = \"Kritisk\""));
    let look = draft::look(&tree, &import.files, day("2020-07-01"), None, "test").expect("a look");
    let said: Vec<_> = look.errors.iter().map(|found| (found.code, found.cures[0].text.as_str())).collect();
    assert_eq!(said, [("unknown-level", "\"Opmærksomhed\""), ("unknown-level", "\"Kritisk\"")]);
    // Fewer are words of a text, and so are those of a column of which it is said.
    for (cells, columns) in [
        (["Alt OK", "Vi er i gang.", "Venter på svar.", "Udbud i maj."], None),
        (["Alt OK", "Kritisk", "Kritisk", "Udbud i maj."], Some(("Status".to_owned(), "status".to_owned()))),
    ] {
        let said = ImportMapping { columns: columns.into_iter().collect(), ..ImportMapping::default() };
        let asked = ImportRequest { said, ..csv.clone() };
        let import = run(&tree, table(cells).as_bytes(), &asked).expect("read");
        let text = text_of(&import, "updates/2020-06-30/01-tiltag-1.md");
        assert!(!text.contains("level =") && text.contains("Alt OK"), "{text}");
    }
}
