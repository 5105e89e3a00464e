//! What can be taken along: every table of the site as CSV, read back by a reader that knows nothing of ours.

use std::collections::BTreeSet;

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
    assert!(csv.notes.iter().any(|note| note.starts_with("“-” betyder intet beløb")), "{:?}", csv.notes);
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
