//! `fremdrift import`: tables as offices have them, in every form they come in, against what pages then print.

use fremdrift::{
    content::Audience,
    diag::Error,
    draft::{self, Import, ImportFormat, ImportMapping, ImportRequest, KnownSite, SiteRequest},
    locale::Language,
    tree::MemoryTree,
};
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use crate::support::{build_tree, day, disk, git, html};

/// The whole month table of an action plan, with the thousands of its document: a comma.
const MONTHS: &str = "ØKONOMISK EFFEKT FORDELT PR. MÅNED I 2020;;;;;;;;;;;;;
;JAN;FEB;MAR;APR;MAJ;JUN;JUL;AUG;SEP;OKT;NOV;DEC;I ALT
1;141,667;141,667;141,667;141,667;141,667;141,667;141,667;141,667;141,667;141,667;141,667;141,667;1,700,000
2;200,000;200,000;200,000;200,000;200,000;200,000;200,000;200,000;200,000;200,000;200,000;200,000;2,400,000
3;0;0;83,333;83,333;83,333;83,333;83,333;83,333;83,333;83,333;166,667;166,667;1,000,000
4;0;0;166,667;166,667;166,667;285,714;285,714;285,714;285,714;285,714;285,714;285,714;2,500,000
5;83,333;83,333;83,333;83,333;83,333;83,333;83,333;83,333;83,333;83,333;83,333;83,333;1,000,000
6;41,667;41,667;41,667;41,667;41,667;41,667;41,667;41,667;41,667;41,667;41,667;41,667;500,000
7;;;;;;;;;;;;;
I alt;466,667;466,667;716,667;716,667;716,667;835,714;835,714;835,714;835,714;835,714;919,048;919,048;9,100,000
";

/// A whole status table: number, title, required, achieved, words. Its stated total is not what its measures come to.
pub const STATUS: &str = ";;Sparekrav 2020 i mio. kr.;Opnået besparelse pr. 30.06.2020 i mio. kr.;Status medio 2020
1+2;Opfølgning på botilbud. Fokus på §§ 107 og 108;3,50;4,01;Der er fulgt op.
3;Boligsociale indsatser - fra herberg til egen bolig;1,75;2,81;Der findes billige boliger.
4;STU. Systematisk opfølgning;1,00;0,33;\"Opmærksomheden er på:
• lokale tilbud
• kort afstand\"
5*;Investeringscase;-1,50;-1,50;Investeringen er anvendt.
6;Dagaktiviteter i beskyttet beskæftigelse;1,50;0,15;To tilbud er blevet ét.
7;Forebyggelse og tidlig indsats efter § 82;2,00;0,72;Alle begynder med et forløb.
8;Eksterne leverandører;2,50;0,00;Er ikke begyndt.
9;Alternativ aflastning;0,25;0,00;Afløsning i hjemmet prøves først.
10;Øvrige tiltag;0,75;0,00;Findes ved mindre reguleringer.
;I alt;11,75;6,56*;
* Netto: investeringen på 1,50 mio. kr. er fratrukket.;;;;
";

pub fn begun(year: &str) -> MemoryTree {
    let asked = SiteRequest {
        language: Language::Danish,
        title: None,
        organisation: None,
        plan: Some("Prøve".to_owned()),
        unit: None,
        pipeline: None,
    };
    let files = draft::draft_site(&asked, day(&format!("{year}-07-01"))).expect("a site");
    files.iter().fold(MemoryTree::default(), |tree, file| tree.with(file.path.as_str(), file.text.as_str()))
}

pub fn request(format: ImportFormat) -> ImportRequest {
    ImportRequest {
        format,
        plan: "proeve".to_owned(),
        table: None,
        report: Some("2020-06-30".to_owned()),
        known_by: None,
        said: ImportMapping::default(),
        kept: None,
    }
}

pub fn figures(format: ImportFormat) -> ImportRequest {
    ImportRequest { table: Some("drift".to_owned()), ..request(format) }
}

pub fn run(tree: &MemoryTree, bytes: &[u8], asked: &ImportRequest) -> Result<Import, Error> {
    draft::import(&KnownSite::open(tree, day("2020-07-01"), None).expect("a site"), bytes, asked)
}

pub fn code(refused: Result<Import, Error>) -> (&'static str, Vec<(&'static str, String)>) {
    let error = refused.map(|import| import.files).expect_err("it is refused");
    let (code, args) = error.words();
    (code.name, args)
}

pub fn with(tree: MemoryTree, import: &Import) -> MemoryTree {
    import.files.iter().fold(tree, |tree, file| tree.with(file.path.as_str(), file.text.as_str()))
}

/// Imports into a site that was just begun, and returns the text of the plan's pages.
#[track_caller]
pub fn pages(bytes: &[u8], asked: &ImportRequest) -> String {
    let tree = begun("2020");
    let mut import = run(&tree, bytes, asked).unwrap_or_else(|error| panic!("{error}"));
    // The report is sent out.
    for file in import.files.iter_mut().filter(|file| file.path.file_name() == "index.md") {
        let lines = file.text.lines().filter(|line| !line.starts_with("visibility = "));
        file.text = lines.map(|line| format!("{line}\n")).collect();
    }
    let look = draft::look(&tree, &import.files, day("2020-07-01"), None, "test").expect("a look");
    let texts: Vec<String> = import.files.iter().map(|file| format!("{}\n{}", file.path, file.text)).collect();
    assert!(look.errors.is_empty(), "{:#?}\n{}", look.errors, texts.join("\n"));
    let built = build_tree(&with(tree, &import), Some(day("2020-07-01")), Audience::Public);
    let of_plan =
        built.files.keys().filter(|path| path.as_str().starts_with("planer/proeve/") && path.extension() == "html");
    of_plan
        .map(|path| html::parse(built.page(path.as_str())).text().replace('\u{a0}', " "))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Writes a table of CSV as a workbook: cells that are numbers as numbers, shown with the decimals they are written with.
pub fn workbook(csv: &str, grouping: char, decimal: char) -> Workbook {
    let mut book = Workbook::new();
    fill(book.add_worksheet(), csv, grouping, decimal);
    book
}

fn fill(sheet: &mut Worksheet, csv: &str, grouping: char, decimal: char) {
    let (mut row, mut quoted) = (0, String::new());
    for line in csv.lines() {
        quoted.push_str(line);
        if quoted.matches('"').count() % 2 == 1 {
            quoted.push('\n');
            continue;
        }
        for (column, cell) in quoted.split(';').enumerate() {
            let column = u16::try_from(column).expect("few columns");
            let plain = cell.trim_matches('"').replace(grouping, "").replace(decimal, ".");
            let is_number =
                !plain.is_empty() && plain.trim_start_matches('-').chars().all(|c| c.is_ascii_digit() || c == '.');
            match plain.parse::<f64>() {
                Ok(number) if is_number && column > 0 => {
                    let decimals = plain.split_once('.').map_or(0, |(_, behind)| behind.len());
                    let format =
                        if decimals == 0 { "#,##0".to_owned() } else { format!("#,##0.{}", "0".repeat(decimals)) };
                    sheet
                        .write_with_format(row, column, number, &Format::new().set_num_format(format))
                        .expect("written");
                }
                _ => drop(sheet.write(row, column, cell.trim_matches('"')).expect("written")),
            }
        }
        row += 1;
        quoted.clear();
    }
}

pub fn saved(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook")
}

#[test]
fn a_table_of_months_prints_its_own_figures_whatever_form_it_has() {
    let asked = |format| ImportRequest { report: None, ..request(format) };
    let danish = MONTHS.replace(',', ".");
    let commas: String = MONTHS
        .lines()
        .map(|line| line.split(';').map(|cell| format!("\"{cell}\"")).collect::<Vec<_>>().join(",") + "\n")
        .collect();
    let book = saved(workbook(MONTHS, ',', '.'));
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(danish.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let forms: [(&str, &[u8], ImportFormat); 6] = [
        ("English", MONTHS.as_bytes(), ImportFormat::Csv),
        ("English, with commas between cells", commas.as_bytes(), ImportFormat::Csv),
        ("Danish", danish.as_bytes(), ImportFormat::Csv),
        ("with tabs", &danish.replace(';', "\t").into_bytes(), ImportFormat::Csv),
        ("UTF-16", &utf16, ImportFormat::Csv),
        ("a workbook", &book, ImportFormat::Xlsx),
    ];
    for (name, bytes, format) in forms {
        let text = pages(bytes, &asked(format));
        for figure in [
            "141.667",
            "1.700.000",
            "200.000",
            "2.400.000",
            "83.333",
            "41.667",
            "500.000",
            "1.000.000",
            "166.667",
            "285.714",
            "2.500.000",
            "466.667",
            "716.667",
            "835.714",
            "919.048",
            "9.100.000",
        ] {
            assert!(text.contains(figure), "{name}: {figure} in {text}");
        }
    }
    let windows: Vec<u8> = danish.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin")).collect();
    let import = run(&begun("2020"), &windows, &asked(ImportFormat::Csv)).expect("read");
    let form: Vec<(&str, &str)> = import.form.iter().map(|(what, value)| (*what, value.as_str())).collect();
    assert_eq!(form, [("encoding", "Windows-1252"), ("delimiter", ";"), ("decimal", ",")]);
}

#[test]
fn a_table_of_statuses_prints_its_own_figures_whatever_form_it_has() {
    let english = STATUS.replace(',', ".");
    let book = saved(workbook(STATUS, '.', ','));
    let forms: [(&str, &[u8], ImportFormat); 3] = [
        ("Danish", STATUS.as_bytes(), ImportFormat::Csv),
        ("English", english.as_bytes(), ImportFormat::Csv),
        ("a workbook", &book, ImportFormat::Xlsx),
    ];
    for (name, bytes, format) in forms {
        let text = pages(bytes, &request(format));
        for figure in [
            "3,50", "4,01", "1,75", "2,81", "1,00", "0,33", "−1,50", "1,50", "0,15", "2,00", "0,72", "2,50", "0,00",
            "0,25", "0,75", "11,75", "6,56", "mio. kr.",
        ] {
            assert!(text.contains(figure), "{name}: {figure} in {text}");
        }
        assert!(text.contains("6,52"), "{name}: what the measures come to stands beside what the table says");
        for words in ["1+2", "Boligsociale indsatser", "lokale tilbud", "* Netto: investeringen på 1"] {
            assert!(text.contains(words), "{name}: {words} in {text}");
        }
    }
    // Read a second time there is nothing new, and words that an author changed stay.
    let tree = begun("2020");
    let first = run(&tree, STATUS.as_bytes(), &request(ImportFormat::Csv)).expect("read");
    let tree = with(tree, &first);
    assert_eq!(run(&tree, STATUS.as_bytes(), &request(ImportFormat::Csv)).expect("read").files, []);
    let path = "content/plans/proeve/updates/2020-06-30/03-boligsociale-indsatser.md";
    let own = "+++\n# husk at ringe\nachieved = \"2,81\" # foreløbig\nlevel = \"Alt OK\"\n+++\nMine egne ord.\n";
    assert!(
        first.files.iter().any(|file| file.path.as_str() == path),
        "{:?}",
        first.files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>()
    );
    let tree = tree.with(path, own);
    let second = run(&tree, STATUS.replace("2,81", "2,95").as_bytes(), &request(ImportFormat::Csv)).expect("read");
    assert_eq!(second.files.len(), 1);
    assert_eq!(second.files[0].text, own.replace("2,81", "2,95"), "the figure alone; remarks and words stay");
    assert_eq!(second.kept.iter().map(|path| path.as_str()).collect::<Vec<_>>(), [path]);
}

#[test]
fn what_may_be_read_in_two_ways_is_asked_with_both_readings() {
    let table = "Nr;Tiltag;Sparekrav\n1;Takster;1.234\n2;Kørsel;2.500\n";
    let asked = ImportRequest { report: None, ..request(ImportFormat::Csv) };
    let (name, args) = code(run(&begun("2020"), table.as_bytes(), &asked));
    assert_eq!(name, "import-ambiguous");
    assert!(
        args.contains(&("decimals", "1234".to_owned())) && args.contains(&("thousands", "1.234".to_owned())),
        "{args:?}"
    );
    let said = |sign| ImportRequest {
        said: ImportMapping { decimal: Some(sign), ..ImportMapping::default() },
        ..asked.clone()
    };
    assert!(pages(table.as_bytes(), &said(',')).contains("1.234"), "thousands");
    assert!(pages(table.as_bytes(), &said('.')).contains("1,234"), "decimals");
    // What was said is kept, with the remarks of whoever changed it, and need not be said again.
    let import = run(&begun("2020"), table.as_bytes(), &said(',')).expect("read");
    let kept = import.files.last().expect("a mapping");
    assert_eq!(kept.path.as_str(), "imports/proeve-measures.toml");
    let again = ImportRequest { kept: Some(format!("# os\n{}", kept.text)), ..asked };
    let again = run(&begun("2020"), table.as_bytes(), &again).expect("read");
    assert!(again.files.iter().all(|file| !file.path.as_str().starts_with("imports/")));
    // Another number of the file proves it.
    assert!(
        pages(format!("{table}3;Løn;2,5\n").as_bytes(), &ImportRequest { report: None, ..request(ImportFormat::Csv) })
            .contains("1.234")
    );
    for (table, expected) in [
        ("Nr;Tiltag;Sparekrav\n1;Takster;1,5\n2;Kørsel;2.5\n", "import-numbers-differ"),
        ("Nr;Tiltag;Sparekrav\n1;Takster;halvdelen\n", "import-numbers-differ"),
        ("Nr;Tiltag;Sparekrav;Noget andet\n1;Takster;1,5;x\n", "import-column"),
        ("Nr;Tiltag;Sparekrav;Krav\n1;Takster;1,5;2,5\n", "import-column"),
        ("Nr;Tiltag;Sparekrav\n1;Takster;1,5\n1;Takster igen;2,5\n", "import-row"),
        ("Nr;Tiltag;Sparekrav\n;;1,5\n", "import-row"),
        ("a;b;c\n1;2;3\n", "import-no-head"),
        ("Tiltag\nTakster\n", "import-delimiter"),
        ("Nr;Tiltag;Opnået\n1;Takster;1,5\n", "import-needs"),
    ] {
        let asked = ImportRequest { report: None, ..request(ImportFormat::Csv) };
        assert_eq!(code(run(&begun("2020"), table.as_bytes(), &asked)).0, expected, "{table}");
    }
}

const LEDGER: &str = "Konto;Tekst;Korrigeret budget 2020;Forventet regnskab;Afvigelse\n3.22;Folkeskoler;905,2;911,9;6,7\n5.28;Børn og unge;402,3;400,0;-2,3\n;I alt;1.307,5;1.311,9;4,4\n";

#[test]
fn figures_of_the_ledger_are_read_again_each_period() {
    let text = pages(LEDGER.as_bytes(), &figures(ImportFormat::Csv));
    for figure in ["905,2", "911,9", "−2,3", "1.307,5", "Folkeskoler", "Forventet regnskab"] {
        assert!(text.contains(figure), "{figure} in {text}");
    }
    let text = pages(&saved(workbook(LEDGER, '.', ',')), &figures(ImportFormat::Xlsx));
    assert!(text.contains("400,0") && text.contains("1.311,9"), "{text}");
    let tree = begun("2020");
    let first = run(&tree, LEDGER.as_bytes(), &figures(ImportFormat::Csv)).expect("read");
    assert_eq!(
        first.files.iter().map(|file| file.path.file_name()).collect::<Vec<_>>(),
        ["drift.toml", "drift.csv", "index.md"]
    );
    let tree = with(tree, &first);
    // The next period: the declaration stands, new figures come, and a column that nobody knows is refused.
    let next = ImportRequest { report: Some("2020-09-30".to_owned()), ..figures(ImportFormat::Csv) };
    let second = run(&tree, LEDGER.replace("911,9", "920,4").as_bytes(), &next).expect("read");
    assert_eq!(
        second.files.iter().map(|file| file.path.as_str()).collect::<Vec<_>>(),
        ["content/plans/proeve/updates/2020-09-30/drift.csv", "content/plans/proeve/updates/2020-09-30/index.md"]
    );
    let strange = LEDGER.replace("Afvigelse", "Nyt tal");
    assert_eq!(code(run(&tree, strange.as_bytes(), &next)).0, "import-column");
    // A table whose rows are declared keeps their names, and takes no row it does not know.
    let declared = "row;label;kind\nskoler;Folkeskoler;\nunge;Børn og unge;\nialt;I alt;total\n";
    let tree = tree
        .with("content/plans/proeve/tables/drift.csv", declared)
        .without("content/plans/proeve/updates/2020-06-30/drift.csv");
    let by_label = run(&tree, LEDGER.as_bytes(), &next).expect("read");
    assert!(
        by_label.files[0].text.starts_with("row;revised;forecast;deviation\nskoler;905,2;911,9;6,7\n"),
        "{}",
        by_label.files[0].text
    );
    assert_eq!(code(run(&tree, LEDGER.replace("Folkeskoler", "Gymnasier").as_bytes(), &next)).0, "import-row");
    let none = ImportRequest { report: None, ..figures(ImportFormat::Csv) };
    assert_eq!(code(run(&tree, LEDGER.as_bytes(), &none)).0, "import-needs");
}

#[test]
fn what_a_workbook_hides_is_read_where_it_is_named() {
    let book = |change: &dyn Fn(&mut Worksheet)| {
        let mut book = workbook(STATUS, '.', ',');
        change(book.worksheet_from_index(0).expect("a sheet"));
        saved(book)
    };
    let row = book(&|sheet| {
        sheet.set_row_hidden(2).expect("hidden");
    });
    let column = book(&|sheet| {
        sheet.set_column_hidden(3).expect("hidden");
    });
    let empty = book(&|sheet| {
        sheet.set_column_hidden(9).expect("hidden");
    });
    let named = |name: &str| ImportRequest {
        said: ImportMapping { hidden: vec![name.to_owned()], ..ImportMapping::default() },
        ..request(ImportFormat::Xlsx)
    };
    for (bytes, name) in [(&row, "3"), (&column, "D")] {
        let (refused, args) = code(run(&begun("2020"), bytes, &request(ImportFormat::Xlsx)));
        assert_eq!((refused, args), ("import-hidden", vec![("names", name.to_owned())]));
        run(&begun("2020"), bytes, &named(name)).expect("it is named");
    }
    run(&begun("2020"), &empty, &request(ImportFormat::Xlsx)).expect("an empty column hides nothing");
    let mut two = workbook(STATUS, '.', ',');
    fill(two.add_worksheet().set_name("Kladde").expect("a name"), STATUS, '.', ',');
    let (refused, args) = code(run(&begun("2020"), &saved(two), &request(ImportFormat::Xlsx)));
    assert_eq!((refused, args), ("import-sheet", vec![("known", "Sheet1, Kladde".to_owned())]));
    let mut shut = workbook("x;y\n", '.', ',');
    shut.worksheet_from_index(0).expect("a sheet").set_name("Forside").expect("a name");
    fill(shut.add_worksheet().set_name("Skjult").expect("a name").set_hidden(true), STATUS, '.', ',');
    let sheet = ImportMapping { sheet: Some("Skjult".to_owned()), ..ImportMapping::default() };
    let shut = saved(shut);
    assert_eq!(code(run(&begun("2020"), &shut, &request(ImportFormat::Xlsx))).0, "import-sheet");
    run(&begun("2020"), &shut, &ImportRequest { said: sheet, ..request(ImportFormat::Xlsx) }).expect("it is named");
}

#[test]
fn numbers_of_a_workbook_are_what_it_shows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let cells: [(&str, f64, &str, &str); 6] = [
        ("a", 0.1 + 0.2, "General", "0,3"),
        ("b", 1_700_000.0 / 12.0, "#,##0", "141667"),
        ("c", 3.5, "0.00", "3,50"),
        ("e", 1e-7, "General", "0,0000001"),
        ("f", -0.0, "0.00", "0,00"),
        ("g", 123_456_789_012.25, "#,##0.00 \"kr.\"", "123456789012,25"),
    ];
    sheet.write(0, 0, "Tekst").expect("written");
    sheet.write(0, 1, "Forbrug").expect("written");
    for (at, (name, number, format, _)) in cells.iter().enumerate() {
        let row = u32::try_from(at + 1).expect("few rows");
        sheet.write(row, 0, *name).expect("written");
        sheet.write_with_format(row, 1, *number, &Format::new().set_num_format(*format)).expect("written");
    }
    let bytes = saved(book);
    let import = run(&begun("2020"), &bytes, &figures(ImportFormat::Xlsx)).expect("read");
    let csv = &import.files.iter().find(|file| file.path.extension() == "csv").expect("figures").text;
    for (name, _, _, shown) in cells {
        assert!(csv.contains(&format!("{name};{name};;{shown}\n")), "{name}: {shown} in {csv}");
    }
    assert!(import.form.contains(&("rounded", "1".to_owned())), "{:?}", import.form);
    // And it is what a reader of workbooks of another hand finds.
    let mut other: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).expect("a workbook");
    let range = calamine::Reader::worksheet_range_at(&mut other, 0).expect("a sheet").expect("its cells");
    for (at, (_, number, _, _)) in cells.iter().enumerate() {
        let read = range.get((at + 1, 1)).and_then(calamine::DataType::get_float);
        assert_eq!(read, Some(*number), "row {at}");
    }
}

#[test]
fn personal_numbers_are_refused_before_anything_is_written() {
    let table = STATUS.replace("Der er fulgt op.", "Borgeren 010190-1234 er fulgt op.");
    let tree = begun("2020");
    let import = run(&tree, table.as_bytes(), &request(ImportFormat::Csv)).expect("read");
    let look = draft::look(&tree, &import.files, day("2020-07-01"), None, "test").expect("a look");
    assert_eq!(look.errors.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["personal-number"]);
    assert!(!look.errors[0].message.contains("1234"));
}

#[test]
fn files_that_are_too_large_or_broken_are_refused() {
    let tree = begun("2020");
    let csv = |text: &str| code(run(&tree, text.as_bytes(), &request(ImportFormat::Csv)));
    assert_eq!(csv(&"a;b\n".repeat(20_001)).0, "import-too-large");
    assert_eq!(csv(&format!("Nr;Tiltag\n1;{}\n", "x".repeat(40_000))).0, "import-too-large");
    assert_eq!(csv(&format!("{}\n", "a;".repeat(300))).0, "import-too-large");
    assert_eq!(csv("Nr;Tiltag\n1;a\0b\n").0, "import-unreadable");
    assert_eq!(code(run(&tree, &[b'a', 0x81, b';'], &request(ImportFormat::Csv))).0, "import-unreadable");
    assert_eq!(code(run(&tree, b"PK", &request(ImportFormat::Xlsx))).0, "import-unreadable");
    // A part that unpacks to far more than it takes: a megabyte and a half of blanks in two kilobytes.
    let sheet = |cells: &str| format!("<worksheet><sheetData><row r=\"1\">{cells}</row></sheetData></worksheet>");
    let xlsx = |sheet: &str| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        let parts = [
            ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" id=\"1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"1\" Target=\"s.xml\"/></Relationships>"),
            ("xl/sharedStrings.xml", "<sst uniqueCount=\"4294967295\"><si><t>x</t></si></sst>"),
            ("xl/s.xml", sheet),
        ];
        for (name, text) in parts {
            zip.start_file(name, options).expect("a part");
            std::io::Write::write_all(&mut zip, text.as_bytes()).expect("written");
        }
        zip.finish().expect("an archive").into_inner()
    };
    let read = |sheet: &str| code(run(&tree, &xlsx(sheet), &request(ImportFormat::Xlsx))).0;
    assert_eq!(read(&format!("{}{}", " ".repeat(3 << 20), sheet("<c r=\"A1\"><v>1</v></c>"))), "import-too-large");
    // One cell at the far end of the sheet reserves nothing.
    assert_eq!(read(&sheet("<c r=\"XFD1048576\"><v>1</v></c>")), "import-too-large");
    assert_eq!(read(&sheet("<c r=\"ZZZZZZZZZZZZZZZZZZZZ1\"><v>1</v></c>")), "import-no-head");
    assert_eq!(read(&sheet("<c r=\"A1\" t=\"s\"><v>99</v></c>")), "import-unreadable");
    assert_eq!(read("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><v/></worksheet>"), "import-unreadable");
}

#[test]
fn the_program_shows_then_writes_and_writes_all_or_nothing() {
    let folder = git::folder();
    let root = folder.path().join("site");
    let program =
        |words: &[&str]| disk::run(disk::program().args(words).args(["--language", "da", "--root"]).arg(&root));
    assert_eq!(program(&["init", "--plan", "Prøve"]).code, Some(0));
    let file = folder.path().join("status.csv");
    std::fs::write(&file, STATUS).expect("written");
    let file = file.to_str().expect("text");
    let before = disk::files(&root);
    let shown = program(&["import", "csv", file, "proeve", "--report", "2020-06-30"]);
    assert_eq!(shown.code, Some(0), "{}", shown.stderr);
    assert!(shown.stdout.contains("+ content/plans/proeve/measures/03-boligsociale-indsatser.md"), "{}", shown.stdout);
    assert!(shown.stdout.contains("  + required = \"1,75\"") && shown.stderr.contains("--write"), "{}", shown.stderr);
    assert!(
        shown.stderr.contains("Tegnsæt: UTF-8") && shown.stderr.contains("Tegn mellem celler: ;"),
        "{}",
        shown.stderr
    );
    assert_eq!(disk::difference(&before, &disk::files(&root)), None, "nothing is written yet");
    std::fs::write(file, STATUS.replace("Der er fulgt op.", "010190-1234")).expect("written");
    let refused = program(&["import", "csv", file, "proeve", "--report", "2020-06-30", "--write"]);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(!refused.stdout.contains("010190-1234") && !refused.stderr.contains("010190-1234"));
    assert_eq!(disk::difference(&before, &disk::files(&root)), None);
    std::fs::write(file, STATUS).expect("written");
    let written = program(&["import", "csv", file, "proeve", "--report", "2020-06-30", "--write"]);
    assert_eq!(written.code, Some(0), "{}", written.stderr);
    assert_eq!(program(&["build"]).code, Some(0));
    let again = program(&["import", "csv", file, "proeve", "--report", "2020-06-30", "--write"]);
    assert!(again.stderr.contains("Der er intet nyt at skrive"), "{}", again.stderr);
}

/// Damages a file: at each place a byte is another, goes, or comes.
pub fn damage(bytes: &mut Vec<u8>, edits: Vec<(prop::sample::Index, u8, u8)>) {
    for (place, byte, what) in edits {
        let at = place.index(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
        match what {
            0 if !bytes.is_empty() => bytes[at] = byte,
            1 if !bytes.is_empty() => drop(bytes.remove(at)),
            _ => bytes.insert(at, byte),
        }
    }
}

proptest! {
    // `PROPTEST_CASES=20000` tries more.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_makes_an_import_panic(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..3), 0..12),
        which in 0_usize..4,
        is_table in any::<bool>(),
        is_workbook in any::<bool>(),
    ) {
        let tree = begun("2020");
        let mut bytes = match which {
            0 => MONTHS.as_bytes().to_vec(),
            1 => STATUS.as_bytes().to_vec(),
            2 => LEDGER.as_bytes().to_vec(),
            _ => saved(workbook(STATUS, '.', ',')),
        };
        damage(&mut bytes, edits);
        let format = if which == 3 || is_workbook { ImportFormat::Xlsx } else { ImportFormat::Csv };
        let asked = if is_table { figures(format) } else { request(format) };
        drop(run(&tree, &bytes, &asked));
    }

    #[test]
    fn no_text_makes_an_import_panic(text in "[ -~æøå;,\\t\\n\"]{0,400}", is_table in any::<bool>()) {
        let asked = if is_table { figures(ImportFormat::Csv) } else { request(ImportFormat::Csv) };
        let tree = begun("2020");
        if let Ok(import) = run(&tree, text.as_bytes(), &asked) {
            prop_assert!(import.files.iter().all(|file| !file.path.as_str().contains("..")));
        }
    }
}
