//! What an import makes of rows and heads that are no plain figures: sections, subtotals, sources, months, columns of one name.

use fremdrift::draft::{Import, ImportFormat, ImportMapping, ImportRequest};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::{
    imports::{begun, code, figures, request, run, saved, with},
    support::{disk, git},
};

#[track_caller]
fn read(table: &str, asked: &ImportRequest) -> Import {
    run(&begun("2020"), table.as_bytes(), asked).unwrap_or_else(|error| panic!("{error}\n{table}"))
}

fn file<'i>(import: &'i Import, ending: &str) -> &'i str {
    let found = import.files.iter().find(|file| file.path.as_str().ends_with(ending));
    found.map_or_else(
        || panic!("{ending}: {:?}", import.files.iter().map(|it| &it.path).collect::<Vec<_>>()),
        |it| &it.text,
    )
}

fn left_out(import: &Import) -> Vec<&str> {
    import.form.iter().filter(|(what, _)| *what == "left-out").map(|(_, text)| text.as_str()).collect()
}

#[test]
fn rows_that_are_no_measures_become_none() {
    let table = "Nr.;Tiltag;Sparekrav;Opnået\nAdministration;;;\n1;Kørsel;1,5;0,5\n;I alt administration;1,5;0,5\n;Anlæg;;\n2;Veje;2;1\n\
                 I alt anlæg;;2;1\n3;Samlet plan for broer;1;0\nI alt;;4,5;1,5\nKilde: Prisme, 1. juli;;;\n";
    let import = read(table, &request(ImportFormat::Csv));
    let measures = import.files.iter().filter(|file| file.path.as_str().contains("/measures/"));
    let names: Vec<&str> = measures.map(|file| file.path.file_name()).collect();
    assert_eq!(names, ["01-koersel.md", "02-veje.md", "03-samlet-plan-for-broer.md"]);
    assert!(
        file(&import, "01-koersel.md").contains("section = \"Administration\""),
        "{}",
        file(&import, "01-koersel.md")
    );
    assert!(file(&import, "measures/02-veje.md").contains("section = \"Anlæg\""));
    assert!(file(&import, "plan.md").contains("required = \"4,5\""), "{}", file(&import, "plan.md"));
    assert_eq!(left_out(&import), ["I alt administration", "I alt anlæg", "Kilde: Prisme, 1. juli"]);
    // A measure without figures is one, and so is a row of a table without numbers.
    let bare = read(
        "Nr.;Tiltag;Sparekrav\n1;Kørsel;1,5\n2;Veje;\n3;;\n",
        &ImportRequest { report: None, ..request(ImportFormat::Csv) },
    );
    assert_eq!(bare.files.iter().filter(|file| file.path.as_str().contains("/measures/")).count(), 3);
    let unnumbered =
        read("Tiltag;Sparekrav\nKørsel;1,5\nVeje;\n", &ImportRequest { report: None, ..request(ImportFormat::Csv) });
    assert_eq!(unnumbered.files.iter().filter(|file| file.path.as_str().contains("/measures/")).count(), 2);
}

#[test]
fn a_row_of_a_ledger_groups_others_only_where_it_plainly_does() {
    let kinds = |table: &str| {
        let import = read(table, &figures(ImportFormat::Csv));
        let rows = file(&import, "drift.csv").lines().skip(1);
        rows.map(|row| row.split(';').skip(1).take(2).collect::<Vec<_>>().join(":")).collect::<Vec<_>>()
    };
    let with_ids =
        "Konto;Tekst;Budget (mio. kr.)\n;Børn;\n3.22;Skoler;10\n3.25;Vikarpulje;\n;I alt;10\nKilde: Prisme;;\n";
    assert_eq!(kinds(with_ids), ["Børn:heading", "Skoler:", "Vikarpulje:", "I alt:total", "Kilde: Prisme:note"]);
    assert_eq!(kinds("Område;Budget (mio. kr.)\nVikarpulje;\nSkoler;10\n"), ["Vikarpulje:", "Skoler:"]);
    assert_eq!(kinds("Område;Budget (mio. kr.)\nBørn:;\nSkoler;10\n"), ["Børn::heading", "Skoler:"]);
    assert_eq!(
        kinds(
            "Område;Budget (mio. kr.)\nBørn;\nSkoler;10\nI alt børn;10\nVeje;5\nI alt;15\nBeløb er i årets priser.;\n"
        ),
        ["Børn:heading", "Skoler:", "I alt børn:subtotal", "Veje:", "I alt:total", "Beløb er i årets priser.:note"]
    );
}

#[test]
fn a_date_is_as_much_of_one_as_the_sheet_shows() {
    let due = |shown: &str| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (at, head) in [(0, "Nr."), (1, "Tiltag"), (2, "Frist")] {
            sheet.write(0, at, head).expect("written");
        }
        sheet.write(1, 0, 1).expect("written");
        sheet.write(1, 1, "Veje").expect("written");
        let day = ExcelDateTime::from_ymd(2026, 12, 1).expect("a day");
        sheet.write_with_format(1, 2, &day, &Format::new().set_num_format(shown)).expect("written");
        let asked = ImportRequest { report: None, ..request(ImportFormat::Xlsx) };
        match run(&begun("2020"), &saved(book), &asked) {
            Ok(import) => {
                file(&import, "01-veje.md").lines().find(|line| line.starts_with("due")).unwrap_or("").to_owned()
            }
            Err(error) => code(Err(error)).0.to_owned(),
        }
    };
    for (code, expected) in [
        ("mmm-yy", "2026-12"),
        ("mmmm yyyy", "2026-12"),
        ("[$-406]mmmm yyyy;@", "2026-12"),
        ("yyyy", "2026"),
        ("dd-mm-yyyy", "2026-12-01"),
        ("d. mmmm yyyy", "2026-12-01"),
    ] {
        assert_eq!(due(code), format!("due = \"{expected}\""), "{code}");
    }
    assert_eq!(due("hh:mm"), "import-cell");
}

#[test]
fn codes_keep_the_noughts_that_are_shown_and_dates_number_nothing() {
    let book = |shown: &str, value: f64| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (at, head) in [(0, "Konto"), (1, "Tekst"), (2, "Budget (mio. kr.)")] {
            sheet.write(0, at, head).expect("written");
        }
        sheet.write_with_format(1, 0, value, &Format::new().set_num_format(shown)).expect("written");
        sheet.write(1, 1, "Veje_x000D_").expect("written");
        sheet.write(1, 2, 1.5).expect("written");
        run(&begun("2020"), &saved(book), &figures(ImportFormat::Xlsx))
    };
    let made = book("00000", 528.0).expect("read");
    assert!(file(&made, "drift.csv").contains("\n00528;Veje"), "{}", file(&made, "drift.csv"));
    let (name, args) = code(book("d-m", 46024.0));
    assert_eq!((name, args[0].1.as_str(), args[1].1.as_str()), ("import-cell", "date", "A2"));
}

#[test]
fn months_are_known_by_dates_in_heads() {
    for heads in [
        "jan-20;feb-20",
        "januar 2020;februar 2020",
        "jan. 2020;feb. 2020",
        "2020-01;2020-02",
        "01-01-2020;01-02-2020",
        "2020-01-01;2020-02-01",
        "Jan 20;Feb 20",
    ] {
        let table = format!("Nr.;Tiltag;{heads}\n1;Kørsel;1,5;2,5\n");
        let import = read(&table, &ImportRequest { report: None, ..request(ImportFormat::Csv) });
        let text = file(&import, "01-koersel.md");
        assert!(text.contains("jan = \"1,5\"") && text.contains("feb = \"2,5\""), "{heads}: {text}");
        assert!(text.contains("[effect.2020]"), "{text}");
    }
    // Of another year than the plan's, they are no months of it.
    let table = "Nr.;Tiltag;jan-21;feb-21\n1;Kørsel;1,5;2,5\n";
    let asked = ImportRequest { report: None, ..request(ImportFormat::Csv) };
    assert_eq!(code(run(&begun("2020"), table.as_bytes(), &asked)).0, "import-column");
    let year = ImportMapping { year: Some("2021".to_owned()), ..ImportMapping::default() };
    assert!(
        file(&read(table, &ImportRequest { said: year, ..asked.clone() }), "01-koersel.md").contains("[effect.2021]")
    );
    // Named by hand.
    let columns =
        [("Første".to_owned(), "effect.jan".to_owned()), ("Anden".to_owned(), "effect.feb".to_owned())].into();
    let said = ImportMapping { columns, ..ImportMapping::default() };
    let table = "Nr.;Tiltag;Første;Anden\n1;Kørsel;1,5;2,5\n";
    let text = read(table, &ImportRequest { said, ..asked });
    assert!(file(&text, "01-koersel.md").contains("feb = \"2,5\""));
}

#[test]
fn a_column_is_named_by_its_letter_too() {
    let said = |column: &str, field: &str| ImportMapping {
        columns: [(column.to_owned(), field.to_owned())].into(),
        ..ImportMapping::default()
    };
    let table = "Område;Budget (mio. kr.);Budget (mio. kr.)\nBørn;1;2\n";
    assert_eq!(code(run(&begun("2020"), table.as_bytes(), &figures(ImportFormat::Csv))).0, "import-column");
    let import = read(table, &ImportRequest { said: said("C", "ignore"), ..figures(ImportFormat::Csv) });
    assert!(file(&import, "drift.csv").contains(";1\n"), "{}", file(&import, "drift.csv"));
    let import = read(table, &ImportRequest { said: said("B", "ignore"), ..figures(ImportFormat::Csv) });
    assert!(file(&import, "drift.csv").contains(";2\n"), "{}", file(&import, "drift.csv"));
    let plan = "Nr.;Tiltag;Krav;Krav\n1;Kørsel;1;2\n";
    let asked = ImportRequest { report: None, said: said("D", "ignore"), ..request(ImportFormat::Csv) };
    assert!(file(&read(plan, &asked), "01-koersel.md").contains("required = \"1\""));
}

#[test]
fn what_is_said_of_nothing_is_told() {
    let plan = "Nr.;Tiltag;Krav\n1;Kørsel;1\n";
    let asked = |said: ImportMapping| ImportRequest { report: None, said, ..request(ImportFormat::Csv) };
    let column = |name: &str, field: &str| ImportMapping {
        columns: [(name.to_owned(), field.to_owned())].into(),
        ..ImportMapping::default()
    };
    let said_of = |said: ImportMapping| code(run(&begun("2020"), plan.as_bytes(), &asked(said)));
    assert_eq!(said_of(column("Findes ikke", "ignore")).0, "import-said");
    assert_eq!(said_of(column("Krav", "findes ikke")).0, "import-said");
    for said in [
        ImportMapping { year: Some("26".to_owned()), ..ImportMapping::default() },
        ImportMapping { sheet: Some("3".to_owned()), ..ImportMapping::default() },
        ImportMapping { hidden: vec!["7".to_owned()], ..ImportMapping::default() },
    ] {
        assert_eq!(said_of(said.clone()).0, "import-said", "{said:?}");
    }
    let table = "Område;Budget (mio. kr.)\nBørn;1\n";
    let asked = ImportRequest { said: column("Findes ikke", "ignore"), ..figures(ImportFormat::Csv) };
    assert_eq!(code(run(&begun("2020"), table.as_bytes(), &asked)).0, "import-said");
    // What was kept of a column that this file does not have is no slip of today.
    let kept = Some("[columns]\n\"Findes ikke\" = \"ignore\"\n".to_owned());
    run(&begun("2020"), table.as_bytes(), &ImportRequest { kept, ..figures(ImportFormat::Csv) }).expect("read");
}

#[test]
fn a_slip_in_what_was_kept_names_its_file() {
    let kept = Some("delimeter = \";\"\n".to_owned());
    let asked = ImportRequest { kept, ..figures(ImportFormat::Csv) };
    let (name, args) = code(run(&begun("2020"), "Område;Budget\nBørn;1\n".as_bytes(), &asked));
    assert_eq!(name, "import-kept-unreadable");
    assert!(args.iter().any(|(_, text)| text == "imports/proeve-drift.toml"), "{args:?}");
}

#[test]
fn what_was_written_by_hand_in_a_figure_file_stays() {
    let table = "Område;Budget (mio. kr.)\nBørn;1\nÆldre;2\nI alt;3\n";
    let tree = begun("2020");
    let first = run(&tree, table.as_bytes(), &figures(ImportFormat::Csv)).expect("read");
    let path = "content/plans/proeve/updates/2020-06-30/drift.csv";
    let by_hand =
        "row;label;kind;formula;adopted\nboern;Børn og unge;;;1\naeldre;Ældre;;;2\ni-alt;I alt;total;boern:aeldre;3\n";
    let tree = with(tree, &first).with(path, by_hand);
    let again = run(&tree, table.as_bytes(), &figures(ImportFormat::Csv)).expect("read");
    assert!(again.files.is_empty(), "{:?}", again.files);
    let changed =
        run(&tree, table.replace("Ældre;2", "Ældre;2,5").as_bytes(), &figures(ImportFormat::Csv)).expect("read");
    assert_eq!(file(&changed, "drift.csv"), by_hand.replace("Ældre;;;2", "Ældre;;;2,5"));
}

#[test]
fn what_is_in_the_way_is_told_in_the_language_of_the_site() {
    let folder = git::folder();
    let root = folder.path().join("site");
    let program = |words: &[&str]| disk::run(disk::program().args(words).arg("--root").arg(&root));
    assert_eq!(program(&["init", "--language", "da", "--plan", "Prøve"]).code, Some(0));
    let file = folder.path().join("plan.csv");
    std::fs::write(&file, "Nr.;Tiltag;Krav\n1;Kørsel;1.234\n").expect("written");
    std::fs::write(root.join("imports"), "x").expect("written");
    let file = file.to_str().expect("text");
    let refused = program(&["import", "csv", file, "proeve", "--decimal", ",", "--write"]);
    assert_eq!(refused.code, Some(2), "{}", refused.stderr);
    assert!(
        refused.stderr.contains("[write-conflict]") || refused.stderr.contains("er ikke en mappe"),
        "{}",
        refused.stderr
    );
    assert!(refused.stderr.contains("er ikke en mappe"), "{}", refused.stderr);
}

#[test]
fn a_fault_of_a_cell_that_nobody_reads_is_none() {
    let struck = Format::new().set_font_strikethrough();
    let (nothing, words) = (Format::new().set_num_format(";;;"), Format::new().set_num_format("\"Uge \"0"));
    let book = |row: u32, column: u16, format: &Format| {
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (at, head) in [(0, "Nr."), (1, "Tiltag"), (2, "Frist"), (3, "Hjælp")] {
            sheet.write(2, at, head).expect("written");
        }
        sheet.write(3, 0, 1).expect("written");
        sheet.write(3, 1, "Veje").expect("written");
        sheet.write(3, 3, 5).expect("written");
        sheet.write_with_format(row, column, 12, format).expect("written");
        saved(book)
    };
    let columns = [("Hjælp".to_owned(), "ignore".to_owned())].into();
    let said = ImportMapping { columns, ..ImportMapping::default() };
    let asked = ImportRequest { report: None, said: said.clone(), ..request(ImportFormat::Xlsx) };
    let of = |bytes: &[u8]| run(&begun("2020"), bytes, &asked);
    let time = Format::new().set_num_format("hh:mm");
    for format in [&struck, &nothing, &words, &time] {
        for (row, column) in [(0, 1), (3, 3), (9, 3)] {
            let taken = of(&book(row, column, format)).map(|import| import.form);
            assert!(taken.is_ok(), "{row} {column}: {taken:?}");
        }
        for (row, column, cell) in [(3, 2, "C4"), (3, 0, "A4"), (4, 1, "B5")] {
            let (name, args) = code(of(&book(row, column, format)));
            assert_eq!((name, args[1].1.as_str()), ("import-cell", cell));
        }
    }
    // A formula whose result was never computed is not an empty cell.
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (at, head) in [(0, "Nr."), (1, "Tiltag"), (2, "Frist")] {
        sheet.write(0, at, head).expect("written");
    }
    sheet.write(1, 0, 1).expect("written");
    sheet.write(1, 1, "Veje").expect("written");
    sheet.write_formula(1, 2, rust_xlsxwriter::Formula::new("=1+1").set_result("")).expect("written");
    let (name, args) = code(run(&begun("2020"), &saved(book), &asked));
    assert!(name == "import-cell" && args[1].1 == "C2" || name == "import-said", "{name} {args:?}");
    let page = |cell: &str| {
        let text =
            format!("<table><tr><td>Nr.<td>Tiltag<td>Frist<td>Hjælp<tr><td>1<td>Veje<td>2020-12-01<td>{cell}</table>");
        run(&begun("2020"), text.as_bytes(), &ImportRequest { format: ImportFormat::Html, ..asked.clone() })
    };
    for cell in ["<s>5</s>", "<img src=x>", "<input value=1>", "<span style='display:none'>x</span>5"] {
        assert!(page(cell).is_ok(), "{cell}: {:?}", code(page(cell)));
    }
    let pictures = "<table><tr><td>Nr.<td>Tiltag<td>Frist<tr><td>1<td>Veje<td><img src=x></table>";
    let asked = ImportRequest { format: ImportFormat::Html, report: None, ..request(ImportFormat::Html) };
    let (name, args) = code(run(&begun("2020"), pictures.as_bytes(), &asked));
    assert_eq!((name, args[1].1.as_str()), ("import-cell", "C2"));
}
