//! What can be taken along: every table of the site as CSV, read back by a reader that knows nothing of ours.

use std::{collections::BTreeSet, io::Cursor};

use calamine::{Data, Reader, Xlsx};
use fremdrift::content::Audience;

use crate::support::{Outcome, Site, build_folder, html, project};

/// Reads CSV as RFC 4180 has it, sign by sign: lines of cells.
fn read_csv(text: &str, delimiter: char) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut is_quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if is_quoted && signs.peek() == Some(&'"') => cell.extend(signs.next()),
            '"' => is_quoted = !is_quoted,
            sign if is_quoted => cell.push(sign),
            sign if sign == delimiter => row.push(std::mem::take(&mut cell)),
            '\r' => assert_eq!(signs.peek(), Some(&'\n'), "a line ends in CRLF"),
            '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            sign => cell.push(sign),
        }
    }
    assert!(!is_quoted && row.is_empty() && cell.is_empty(), "the last line is whole");
    rows
}

/// A CSV file: its heads, its rows and what explains them.
struct Csv {
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
    notes: Vec<String>,
}

impl Csv {
    fn of(outcome: &Outcome, path: &str) -> Self {
        let (notes, mut rows): (Vec<_>, Vec<_>) =
            read_csv(outcome.page(path), ';').into_iter().partition(|row| row[0] == "#");
        let heads = rows.remove(0);
        for row in &rows {
            assert_eq!(row.len(), heads.len(), "{path}: {row:?}");
        }
        Self { heads, rows, notes: notes.into_iter().map(|row| row[1].clone()).collect() }
    }

    /// Returns the cells under a head, its unit left out.
    fn column(&self, head: &str) -> Vec<&str> {
        let is_it = |known: &String| known.split(" (").next() == Some(head);
        let at = self.heads.iter().position(is_it).unwrap_or_else(|| panic!("no {head} in {:?}", self.heads));
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }
}

/// A measure of each kind of figure, with names that a spreadsheet would compute.
fn site() -> Site {
    let measure = |number: &str, title: &str| {
        format!("+++\nnumber = \"{number}\"\ntitle = \"{title}\"\nrequired = \"2,50\"\n+++\n")
    };
    let mut site = Site::small().append("site.toml", "[checks]\nmissing-status = \"off\"\n");
    for (at, (title, achieved)) in [
        ("=1+1", "achieved = \"0,00\""),
        ("+45 33", "achieved = \"-\""),
        ("Semikolon; og \\\"citat\\\"", "achieved = \"ca. 1,25\""),
        ("@SUM(A1)", "achieved = \"-1234,50\""),
        ("Uden tal", ""),
    ]
    .into_iter()
    .enumerate()
    {
        site =
            site.with(&format!("content/plans/a/measures/0{}.md", at + 1), measure(&(at + 1).to_string(), title)).with(
                &format!("content/plans/a/updates/2020-06-30/0{}.md", at + 1),
                format!("+++\nlevel = \"Alt OK\"\n{achieved}\n+++\nFørste afsnit\n\n- et\n- to\n"),
            );
    }
    site
}

#[test]
fn the_kinds_of_cell_stay_apart_and_words_are_harmless() {
    let outcome = site().build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let csv = Csv::of(&outcome, "planer/a/index.measures-table.csv");
    assert_eq!(csv.column("Opnået")[..5], ["0,00", "-", "1,25", "-1234,50", ""]);
    assert_eq!(csv.column("Opnået, forbehold")[..5], ["", "", "ca.", "", ""]);
    assert!(csv.heads.contains(&"Opnået (mio. kr.)".to_owned()), "{:?}", csv.heads);
    assert_eq!(csv.column("Tiltag")[..5], ["'=1+1", "'+45 33", "Semikolon; og \"citat\"", "'@SUM(A1)", "Uden tal"]);
    assert_eq!(csv.column("Opdateret")[0], "2020-06-30");
    assert_eq!(csv.column("Status i ord")[0], "Første afsnit; et; to");
    assert_eq!(csv.column("Rækketype")[0], "Post");
    assert!(csv.notes.iter().any(|note| note.starts_with("»-« betyder intet beløb")), "{:?}", csv.notes);
    assert!(csv.notes.iter().any(|note| note == "Tom celle: ikke oplyst"), "{:?}", csv.notes);
    // Numbers are numbers: no cell of a figure has a sign of a language or a guard before it.
    for cell in csv.column("Opnået").into_iter().chain(csv.column("Forskel")) {
        assert!(cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ',')), "{cell:?}");
    }
}

#[test]
fn in_english_cells_are_parted_by_commas() {
    let mut site = site().edit("site.toml", "language = \"da\"", "language = \"en\"");
    for at in 1..=5 {
        site = site.edit(&format!("content/plans/a/measures/0{at}.md"), "2,50", "2.50");
    }
    let achieved = |at: usize| format!("content/plans/a/updates/2020-06-30/0{at}.md");
    let site = site.edit(&achieved(1), "0,00", "0.00").edit(&achieved(3), "ca. 1,25", "about 1.25").edit(
        &achieved(4),
        "1234,50",
        "1234.50",
    );
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let text = outcome.page(outcome.path("a/index.measures-table.csv"));
    assert!(text.starts_with("\u{feff}No.,Measure,"), "{text}");
    let rows = read_csv(text, ',');
    assert!(rows[1].contains(&"0.00".to_owned()) && rows[4].contains(&"-1234.50".to_owned()), "{rows:?}");
}

/// Every number that a table of a page shows stands in its file, row by row, and every file is linked beneath its table.
#[test]
fn the_files_of_the_demonstration_hold_the_numbers_of_its_pages() {
    let outcome = build_folder(&project(), "2020-06-30");
    let (mut compared, mut linked) = (0, BTreeSet::new());
    for path in outcome.files.keys().filter(|path| path.extension() == "html") {
        let page = html::parse(outcome.page(path.as_str()));
        for link in page.all("a").into_iter().filter(|link| link.attribute("download").is_some()) {
            let file = link.attribute("href").expect("an address");
            assert!(file.is_ascii(), "{file}");
            if !file.ends_with(".csv") {
                continue;
            }
            let file = if path.folder().is_empty() { file.to_owned() } else { format!("{}/{file}", path.folder()) };
            let table = link.attribute("aria-describedby").expect("whose it is").trim_end_matches("-name");
            compared += compare(page.by_id(table), &Csv::of(&outcome, &file), &file);
            linked.insert(file);
        }
    }
    let written: BTreeSet<String> =
        outcome.files.keys().filter(|path| path.extension() == "csv").map(ToString::to_string).collect();
    assert_eq!(linked, written);
    assert!(written.len() > 80 && compared > 600, "{} files, {compared} numbers", written.len());
}

/// Holds the numbers of a drawn table against a file. Answers how many there were.
fn compare(table: &html::Element, csv: &Csv, file: &str) -> usize {
    let rows: Vec<_> = table
        .all("tr")
        .into_iter()
        .skip(1)
        .filter(|row| !["heading", "note", "words"].iter().any(|class| row.is(class)))
        .collect();
    assert_eq!(rows.len(), csv.rows.len(), "{file}");
    let mut compared = 0;
    for (at, row) in rows.into_iter().enumerate() {
        for cell in row.all("td").into_iter().filter(|cell| cell.is("number")) {
            let Some(head) = cell.attribute("data-label") else { continue };
            let shown = cell.text();
            let first = shown.split(' ').find(|word| word.contains(|c: char| c.is_ascii_digit()));
            let Some(first) = first.filter(|first| !first.contains('*') && !shown.contains("kr.")) else { continue };
            let number = first.replace('.', "").replace('\u{2212}', "-").replace('+', "");
            assert_eq!(csv.column(&head.replace('\u{a0}', " "))[at], number, "{file}, row {at}, {head}: {shown}");
            compared += 1;
        }
    }
    compared
}

#[test]
fn nothing_that_is_hidden_stands_in_a_file() {
    let closed = Site::small()
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2\"\ntitle = \"Hemmelig handel\"\nvisibility = \"closed\"\npublic_title = \"Lukket punkt\"\nrequired = \"77,70\"\n+++\n",
        )
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nachieved = \"66,60\"\n+++\nHemmelig forhandling.\n")
        .with("content/plans/a/tables/salg.toml", "title = \"Hemmeligt salg\"\nvisibility = \"internal\"\n[columns]\npris = { title = \"Pris\" }\n")
        .with("content/plans/a/tables/salg.csv", "row;label;pris\na;Grund;55,50\n")
        .with(
            "content/plans/a/tables/antal.toml",
            "title = \"Antal\"\nunit = \"børn\"\nsuppress_below = 5\n[columns]\nantal = { title = \"Antal\" }\n",
        )
        .with("content/plans/a/tables/antal.csv", "row;label;antal\na;Pleje;12\nb;Institution;3\n");
    let files = |outcome: &Outcome| outcome.files.keys().filter(|path| path.extension() == "csv").count();
    let public = closed.clone().build();
    for secret in ["hemmelig", "77,7", "66,6", "55,5"] {
        assert_eq!(public.traces(secret), Vec::<String>::new(), "{secret}");
    }
    let csv = Csv::of(&public, "planer/a/index.measures-table.csv");
    assert!(csv.column("Tiltag").contains(&"Lukket punkt"), "{:?}", csv.rows);
    let counts = Csv::of(&public, "planer/a/index.table-antal.csv");
    assert_eq!(counts.column("Antal"), ["12", "under 5"]);
    // The same files tell it where it may be told.
    let internal = closed.audience(Audience::Internal).build();
    assert!(files(&internal) > files(&public));
    assert_eq!(Csv::of(&internal, "planer/a/index.table-salg.csv").column("Pris"), ["55,50"]);
}

/// Opens a workbook with a reader of another hand.
fn workbook(outcome: &Outcome, path: &str) -> Xlsx<Cursor<Vec<u8>>> {
    let bytes = outcome.files.iter().find(|(known, _)| known.as_str() == path).expect("a workbook").1.to_vec();
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(bytes)).expect("a workbook that opens");
    book.load_tables().expect("its tables");
    book
}

#[test]
fn a_workbook_has_a_cover_its_contents_its_notes_and_a_table_a_sheet() {
    let outcome = site()
        .edit(
            "content/plans/a/plan.md",
            "unit = \"mio. kr.\"\n",
            "unit = \"mio. kr.\"\n[notes]\n\"*\" = \"Foreløbig\"\n",
        )
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[stated]\nachieved = \"1,25*\"\n+++\n")
        .build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let mut book = workbook(&outcome, "planer/a/index.xlsx");
    let sheets = book.sheet_names();
    assert_eq!(sheets[..3], ["Forside", "Indhold", "Noter"], "{sheets:?}");
    let cover = book.worksheet_range("Forside").expect("a cover");
    assert_eq!(cover.get_value((0, 0)), Some(&Data::String("Plan A".to_owned())));
    assert_eq!(cover.width(), 1, "all of it stands in column A");
    let names: Vec<String> = book.table_names().into_iter().cloned().collect();
    assert_eq!(names.len(), sheets.len() - 1, "one table on each sheet but the cover: {names:?}");
    let name = names.iter().find(|name| name.ends_with("_measures_table")).expect("the measures").clone();
    let table = book.table_by_name(&name).expect("a table");
    let at = |head: &str| {
        table
            .columns()
            .iter()
            .position(|known| known == head)
            .unwrap_or_else(|| panic!("no {head} in {:?}", table.columns()))
    };
    let cell = |row: usize, head: &str| table.data().get((row, at(head))).expect("a cell").clone();
    let achieved = "Opnået (mio. kr.)";
    assert_eq!(cell(0, achieved), Data::Float(0.0));
    assert_eq!(cell(1, achieved), Data::String("[n]".to_owned()));
    assert_eq!(cell(2, achieved), Data::Float(1.25));
    assert_eq!(cell(2, "Opnået, forbehold"), Data::String("ca.".to_owned()));
    assert_eq!(cell(3, achieved), Data::Float(-1234.5));
    assert_eq!(cell(4, achieved), Data::String("[x]".to_owned()));
    assert_eq!(cell(0, "Tiltag"), Data::String("=1+1".to_owned()), "text, not a formula");
    let Data::DateTime(day) = cell(0, "Opdateret") else { panic!("a date: {:?}", cell(0, "Opdateret")) };
    assert_eq!(day.to_ymd_hms_milli().0, 2020);
    let notes: Vec<Data> = (0..table.data().height()).map(|row| cell(row, "Opnået, note")).collect();
    assert!(notes.contains(&Data::String("[note 1]".to_owned())), "{notes:?}");
    let explained = book.worksheet_range("Noter").expect("notes");
    assert_eq!(explained.get_value((2, 1)), Some(&Data::String("Foreløbig".to_owned())));
    let signs = book.worksheet_range(&sheets[3]).expect("the first table");
    let lines: Vec<String> = signs.rows().map(|row| row[0].to_string()).collect();
    for sign in ["[n] betyder", "[x] betyder", "Tomme celler"] {
        assert!(lines.iter().any(|line| line.starts_with(sign)), "{sign}: {lines:?}");
    }
    // The front page and a committee have one too, and no other page.
    let books: Vec<&str> =
        outcome.files.keys().map(|path| path.as_str()).filter(|path| path.ends_with(".xlsx")).collect();
    assert_eq!(books, ["index.xlsx", "planer/a/index.xlsx", "udvalg/usb.xlsx"]);
    assert!(outcome.page("planer/a/index.html").contains("<a href=\"index.xlsx\" download"));
}

/// Every workbook of the demonstration opens, and its numbers are those of the files beside it.
#[test]
fn the_workbooks_of_the_demonstration_hold_what_the_files_hold() {
    let outcome = build_folder(&project(), "2020-06-30");
    let mut compared = 0;
    for path in outcome.files.keys().filter(|path| path.extension() == "xlsx") {
        let mut book = workbook(&outcome, path.as_str());
        for name in book.table_names().into_iter().cloned().collect::<Vec<_>>() {
            let table = book.table_by_name(&name).expect("a table");
            let id = name.trim_start_matches("table_").split_once('_').map(|(_, id)| id.replace('_', "-"));
            let Some(id) = id else { continue };
            let beside = path.as_str().trim_end_matches("xlsx").to_owned() + &id + ".csv";
            let csv = Csv::of(&outcome, &beside);
            assert_eq!(csv.heads, *table.columns(), "{beside}");
            assert_eq!(csv.rows.len(), table.data().height(), "{beside}");
            for (row, cells) in csv.rows.iter().zip(table.data().rows()) {
                for (text, cell) in row.iter().zip(cells) {
                    if let Data::Float(number) = cell {
                        assert_eq!(text.replace(',', ".").parse(), Ok(*number), "{beside}");
                        compared += 1;
                    }
                }
            }
        }
    }
    assert!(compared > 300, "{compared}");
}

#[test]
fn a_site_chooses_what_its_tables_can_be_had_as() {
    let with = |line: &str| {
        let outcome =
            Site::small().edit("site.toml", "language = \"da\"", &format!("language = \"da\"\n{line}")).build();
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        let has = |ending: &str| outcome.files.keys().any(|path| path.as_str().ends_with(ending));
        let links = outcome.page("planer/a/index.html").matches(" download ").count();
        (has(".csv"), has(".xlsx"), links > 0)
    };
    assert_eq!(with(""), (true, true, true));
    assert_eq!(with("downloads = [\"csv\"]"), (true, false, true));
    assert_eq!(with("downloads = [\"xlsx\"]"), (false, true, true));
    assert_eq!(with("downloads = []"), (false, false, false));
}
