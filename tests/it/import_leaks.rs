//! What an import must not let out: figures of a report that nobody has sent, rows that are hidden, what is struck out or not shown.

use fremdrift::{
    content::Audience,
    draft::{ImportFormat, ImportMapping, ImportRequest},
};
use rust_xlsxwriter::{Format, FormatScript, Workbook, Worksheet};

use crate::{
    imports::{STATUS, begun, code, figures, request, run, saved, with, workbook},
    support::{build_tree, day},
};

const LEDGER: &str = "Område;Budget (mio. kr.)\nBørn;77,5\nÆldre;20,0\n";

fn book(fill: impl Fn(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Område").expect("written");
    sheet.write(0, 1, "Budget (mio. kr.)").expect("written");
    sheet.write(1, 0, "Børn").expect("written");
    sheet.write(1, 1, 10).expect("written");
    fill(sheet);
    saved(book)
}

/// What refuses a cell of a workbook: what it says of it, and its name; or the figures that are read.
fn said_of(bytes: &[u8]) -> String {
    match run(&begun("2020"), bytes, &figures(ImportFormat::Xlsx)) {
        Ok(import) => import.files.iter().find(|file| file.path.extension() == "csv").expect("figures").text.clone(),
        Err(error) => code_of(error),
    }
}

#[test]
fn figures_alone_of_a_new_report_are_a_draft_too() {
    let tree = begun("2020");
    let first = run(&tree, LEDGER.as_bytes(), &figures(ImportFormat::Csv)).expect("read");
    let index = "content/plans/proeve/updates/2020-06-30/index.md";
    let draft = first.files.iter().find(|file| file.path.as_str() == index).expect("a draft");
    assert!(draft.text.contains("\nvisibility = \"draft\""), "{}", draft.text);
    assert!(first.form.contains(&("draft", index.to_owned())), "{:?}", first.form);
    let public = |tree| {
        let built = build_tree(tree, Some(day("2020-07-01")), Audience::Public);
        built.files.keys().any(|path| {
            matches!(path.extension(), "html" | "csv" | "json" | "xml") && built.page(path.as_str()).contains("77,5")
        })
    };
    let tree = with(tree, &first);
    assert!(!public(&tree), "published at once");
    // Another table of the same report finds its draft there, and one of the next report makes another.
    let other = ImportRequest { table: Some("anlaeg".to_owned()), ..figures(ImportFormat::Csv) };
    let second = run(&tree, LEDGER.as_bytes(), &other).expect("read");
    assert!(second.files.iter().all(|file| file.path.file_name() != "index.md"));
    let next = ImportRequest { report: Some("2020-09-30".to_owned()), ..figures(ImportFormat::Csv) };
    let next = run(&tree, LEDGER.as_bytes(), &next).expect("read");
    assert!(next.files.iter().any(|file| file.path.as_str().ends_with("2020-09-30/index.md")));
    // A report that went out stays out, and one of which only a document is there is new.
    let sent = tree.clone().with(index, "+++\n+++\n");
    assert!(public(&sent));
    let again = run(&sent, LEDGER.replace("77,5", "78,5").as_bytes(), &figures(ImportFormat::Csv)).expect("read");
    assert!(again.files.iter().all(|file| file.path.file_name() != "index.md"));
    let figures_alone = tree.clone().without(index);
    let again = run(&figures_alone, LEDGER.replace("77,5", "78,5").as_bytes(), &figures(ImportFormat::Csv));
    assert!(again.expect("read").files.iter().all(|file| file.path.file_name() != "index.md"), "it was public");
    let papers = begun("2020").with("content/plans/proeve/updates/2020-06-30/bilag.pdf", "%PDF");
    for asked in [figures(ImportFormat::Csv), request(ImportFormat::Csv)] {
        let table = if asked.table.is_some() { LEDGER } else { STATUS };
        let new = run(&papers, table.as_bytes(), &asked).expect("read");
        assert!(new.files.iter().any(|file| file.path.as_str() == index), "{:?}", asked.table);
        assert!(new.form.contains(&("draft", index.to_owned())));
    }
}

#[test]
fn what_is_hidden_is_asked_for_each_time() {
    let mut hiding = workbook(LEDGER, '.', ',');
    hiding.worksheet_from_index(0).expect("a sheet").set_row_hidden(2).expect("hidden");
    let hiding = saved(hiding);
    let said = |hidden: &[&str], sheet: Option<&str>| ImportMapping {
        hidden: hidden.iter().map(|name| (*name).to_owned()).collect(),
        sheet: sheet.map(str::to_owned),
        columns: [("Område".to_owned(), "label".to_owned())].into(),
        ..ImportMapping::default()
    };
    let tree = begun("2020");
    let asked = ImportRequest { said: said(&["3"], None), ..figures(ImportFormat::Xlsx) };
    let named = run(&tree, &hiding, &asked).expect("named");
    let kept = named.files.iter().find(|file| file.path.as_str().starts_with("imports/")).expect("kept").text.clone();
    assert!(!kept.contains("hidden") && kept.contains("Område"), "{kept}");
    // What an older version kept opens nothing, and goes when the file is written again.
    let old = format!("# os\nhidden = [\"3\"]\n{kept}");
    let asked = ImportRequest { kept: Some(old.clone()), ..figures(ImportFormat::Xlsx) };
    assert_eq!(code(run(&tree, &hiding, &asked)).0, "import-hidden");
    let again = ImportRequest { kept: Some(old), ..ImportRequest { said: said(&["3"], None), ..asked } };
    let again = run(&tree, &hiding, &again).expect("named");
    let kept = again.files.iter().find(|file| file.path.as_str().starts_with("imports/")).expect("kept").text.clone();
    assert!(!kept.contains("hidden") && kept.contains("Område"), "{kept}");
    // A sheet, or a table of a page, that was kept by its name and is hidden now.
    let mut sheets = workbook(LEDGER, '.', ',');
    sheets.worksheet_from_index(0).expect("a sheet").set_name("Tal").expect("a name").set_hidden(true);
    sheets.add_worksheet().set_active(true).write(0, 0, "Forside").expect("written");
    let sheets = saved(sheets);
    let kept = |sheet: &str| Some(format!("sheet = \"{sheet}\"\n"));
    let asked = ImportRequest { kept: kept("Tal"), ..figures(ImportFormat::Xlsx) };
    let (name, args) = code(run(&tree, &sheets, &asked));
    assert_eq!((name, args[0].1.as_str()), ("import-hidden", "Tal"));
    let asked = ImportRequest { said: said(&[], Some("Tal")), ..asked };
    run(&tree, &sheets, &asked).expect("named now");
    let page = "<div style='display:none'><table><tr><td>Område<td>Budget (mio. kr.)<tr><td>Børn<td>10</table></div>";
    let asked = ImportRequest { kept: kept("1"), ..figures(ImportFormat::Html) };
    assert_eq!(code(run(&tree, page.as_bytes(), &asked)).0, "import-hidden");
    let asked = ImportRequest { said: said(&[], Some("1")), ..asked };
    run(&tree, page.as_bytes(), &asked).expect("named now");
}

#[test]
fn what_a_workbook_strikes_out_is_refused_by_cell() {
    let struck = Format::new().set_font_strikethrough();
    let plain = Format::new();
    let rich = |row, column, parts: &[(&Format, &str)]| {
        book(|sheet| {
            sheet.write_rich_string(row, column, parts).expect("written");
        })
    };
    assert_eq!(said_of(&book(|sheet| drop(sheet.write_with_format(1, 1, 10, &struck)))), "import-cell struck B2");
    assert_eq!(said_of(&book(|sheet| drop(sheet.write_with_format(1, 0, "Børn", &struck)))), "import-cell struck A2");
    assert_eq!(said_of(&book(|sheet| drop(sheet.write_with_format(0, 1, "Budget", &struck)))), "import-cell struck B1");
    assert_eq!(said_of(&rich(1, 1, &[(&struck, "10"), (&plain, " 12")])), "import-cell struck B2");
    assert_eq!(said_of(&rich(1, 0, &[(&plain, "Børn "), (&struck, "og Jens")])), "import-cell struck A2");
    // Blanks alone strike nothing out, and an empty cell holds nothing.
    assert!(said_of(&rich(1, 0, &[(&plain, "Børn"), (&struck, " ")])).contains("boern;Børn;;10"));
    assert!(said_of(&book(|sheet| drop(sheet.write_blank(5, 1, &struck)))).contains("boern;Børn;;10"));
}

#[test]
fn what_a_number_format_does_not_show_is_refused_by_cell() {
    let shown = |code: &str, number: f64| {
        let format = Format::new().set_num_format(code);
        said_of(&book(|sheet| drop(sheet.write_with_format(1, 1, number, &format))))
    };
    for (code, number) in [
        (";;;", 10.0),
        (";;", 10.0),
        (";", 10.0),
        ("\"\"", 10.0),
        ("[White]\"\"", 10.0),
        ("0;;", -5.0),
        ("0;", -5.0),
        ("[<5]\"\";0", 3.0),
        ("0;_)_);0", -1.0),
    ] {
        assert_eq!(shown(code, number), "import-cell unshown B2", "{code}");
    }
    // A word in the place of the number.
    for (code, number) in
        [("[<5]\"<5\";0", 3.0), ("\"skjult\"", 10.0), ("0;\"minus\"", -1.0), ("[<5]\"under 5\";General", 2.0)]
    {
        assert_eq!(shown(code, number), "import-cell format-words B2", "{code}");
    }
    let text = Format::new().set_num_format(";;;");
    let hidden = book(|sheet| drop(sheet.write_with_format(1, 0, "Børn", &text)));
    assert_eq!(said_of(&hidden), "import-cell unshown A2");
    // What shows is read, and a nought that a sheet leaves blank or has a dash for is one.
    for (code, number, expected) in [
        ("0;-0;;@", 0.0, ";0\n"),
        ("#,##0.0;-#,##0.0;\"-\"", 0.0, ";0,0\n"),
        ("[<5]\"<5\";0", 7.0, ";7\n"),
        ("0.0;;", 10.0, ";10,0\n"),
        ("[Red][<0]-0;0", -4.0, ";-4\n"),
        ("[>=1000]#,##0,;0", 500.0, ";500\n"),
        ("_-* #,##0.00_-;-* #,##0.00_-;_-* \"-\"??_-;_-@_-", 3.25, ";3,25\n"),
        ("0;;;@", 3.0, ";3\n"),
    ] {
        assert!(shown(code, number).ends_with(expected), "{code}: {}", shown(code, number));
    }
}

#[test]
fn words_of_a_number_format_are_no_unit_unless_they_are_one() {
    let shown = |code: &str, number: f64| {
        let format = Format::new().set_num_format(code);
        let bytes = book(|sheet| {
            sheet.write(0, 1, "Budget").expect("written");
            sheet.write_with_format(1, 1, number, &format).expect("written");
        });
        let tree = begun("2020");
        match run(&tree, &bytes, &figures(ImportFormat::Xlsx)) {
            Ok(import) => import.files.iter().take(2).map(|file| file.text.clone()).collect::<String>(),
            Err(error) => code_of(error),
        }
    };
    for code in ["0.0\"%\"", "0.0\\%", "0.0 \"%\"", "0.0\" pct.\"", "0.0\"procent\"", "0.0%"] {
        let text = shown(code, 0.5);
        assert!(
            text.contains("unit = \"%\"") || text.contains("unit = \"pct") || text.contains("unit = \"procent\""),
            "{code}: {text}"
        );
    }
    for code in [
        "\"ca.\" 0",
        "\"op til \"0",
        "\"<\"0",
        "\"±\"0",
        "0\"000\"",
        "0\",5\"",
        "00\\-00",
        "00\\.00\\.00",
        "\"nr. \"0",
        "0\"+\"",
    ] {
        assert_eq!(shown(code, 12.0), "import-cell format-words B2", "{code}");
    }
    for code in
        ["\"kr. \"0", "[$kr.-406] #,##0", "0\" kr.\"", "[$-406]0", "0\" stk.\"", "\"(\"0\")\"", "#\\ ##0", "+0;-0"]
    {
        assert!(!shown(code, 12.0).starts_with("import"), "{code}: {}", shown(code, 12.0));
    }
    // Amounts of measures are in no per cent, however the sheet says it.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, head) in [(0, "Nr."), (1, "Tiltag"), (2, "Sparekrav")] {
        sheet.write(0, at, head).expect("written");
    }
    sheet.write(1, 0, 1).expect("written");
    sheet.write(1, 1, "Veje").expect("written");
    sheet.write_with_format(1, 2, 5, &Format::new().set_num_format("0\"%\"")).expect("written");
    let (_, args) = code(run(&begun("2020"), &saved(book), &request(ImportFormat::Xlsx)));
    assert_eq!(args.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), ["percent", "C2"]);
}

fn code_of(error: fremdrift::diag::Error) -> String {
    let (code, args) = code(Err(error));
    format!("{code} {}", args.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" "))
}

#[test]
fn a_raised_digit_of_a_workbook_is_no_digit_of_the_number() {
    let raised = Format::new().set_font_script(FormatScript::Superscript);
    let lowered = Format::new().set_font_script(FormatScript::Subscript);
    let plain = Format::new();
    let cell = |row, column, parts: &[(&Format, &str)]| {
        said_of(&book(|sheet| {
            sheet.write_rich_string(row, column, parts).expect("written");
        }))
    };
    for parts in [
        vec![(&plain, "6,5"), (&raised, "1")],
        vec![(&plain, "6,5 "), (&raised, "1)")],
        vec![(&raised, "2"), (&plain, "6,5")],
        vec![(&plain, "6,5"), (&lowered, "1")],
    ] {
        let text = cell(1, 1, &parts);
        assert!(text.starts_with("import-numbers-differ") || text.contains(";6,5*"), "{text}");
    }
    assert!(cell(1, 0, &[(&plain, "Børn"), (&raised, "1")]).contains("boern;Børn¹;;10"));
    assert!(cell(1, 0, &[(&plain, "Areal i m"), (&raised, "2")]).contains("Areal i m²"));
    let plain_sign = said_of(&book(|sheet| {
        sheet.write(1, 1, "6,5¹").expect("written");
    }));
    assert!(plain_sign.starts_with("import-numbers-differ") || plain_sign.contains(";6,5*"), "{plain_sign}");
}
