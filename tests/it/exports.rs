//! Figures as other programs write them: the shapes of public files, with figures of our own. What a page shows is held
//! against a reader that knows nothing of the format, and what cannot be read is told with the declaration that reads it.

use fremdrift::{
    content::{FileKind, may_hide},
    diag::Severity,
    locale::Language,
};

use crate::support::{Site, expect::said};

const DECLARED: &str = "content/plans/a/tables/drift.toml";
const FIGURES: &str = "content/plans/a/updates/2020-06-30/drift.csv";

fn site(declared: &str, figures: impl AsRef<[u8]>) -> Site {
    Site::small()
        .append("site.toml", "[checks]\nmissing-status = \"off\"\n")
        .with(DECLARED, declared)
        .with(FIGURES, figures)
}

/// Returns the figures that the table of a page shows, row by row, as numbers with a point; nil is "-".
fn shown(site: &Site) -> Vec<Vec<String>> {
    let built = site.build();
    assert_eq!(built.codes(), Vec::<&str>::new(), "{:#?}", built.built.findings);
    let page = built.page(built.path("a/index.html"));
    let (_, table) = page.split_once("id=\"table-drift\"").expect("the table");
    let (table, _) = table.split_once("</table>").expect("its end");
    let (_, body) = table.split_once("<tbody>").expect("its rows");
    let rows = body.split("<tr").skip(1).map(|row| {
        let cells = row.split("<td class=\"number\"").skip(1);
        cells
            .map(|cell| plain(cell.split_once('>').and_then(|(_, text)| text.split_once('<')).expect("a cell").0, '.'))
            .collect()
    });
    rows.collect()
}

/// Reads a number without knowing anything of amounts: digits, one sign before decimals, and whether it is negative.
fn plain(cell: &str, thousands: char) -> String {
    let cell = cell.trim();
    let digits: String =
        cell.chars().filter(|c| c.is_ascii_digit() || matches!(c, ',' | '.') && *c != thousands).collect();
    let digits = digits.trim_end_matches(['.', ',']).replace(',', ".");
    let is_negative = cell.starts_with(['-', '−']) || cell.contains('(') || cell.ends_with('-');
    match digits.is_empty() {
        true => "-".to_owned(),
        false => format!("{}{digits}", if is_negative { "-" } else { "" }),
    }
}

/// Reads some columns of the lines of a file behind its head, without knowing anything of CSV but quotation marks.
fn naive(text: &str, head: usize, delimiter: char, thousands: char, columns: &[usize]) -> Vec<Vec<String>> {
    let lines = text.lines().skip(head).filter(|line| line.contains(|c: char| c.is_ascii_digit()));
    let row = |line: &str| {
        let mut is_quoted = false;
        let parted: String = line
            .chars()
            .map(|c| {
                is_quoted ^= c == '"';
                if c == delimiter && !is_quoted { '\u{1}' } else { c }
            })
            .collect();
        let cells: Vec<&str> = parted.split('\u{1}').map(|cell| cell.trim_matches('"')).collect();
        columns.iter().map(|at| plain(cells[*at], thousands)).collect()
    };
    lines.map(row).collect()
}

/// A Norwegian city's budget: titles above, padded cells, blanks between thousands, a dash for nil, years as heads.
#[test]
fn the_budget_of_a_norwegian_city() {
    let text = "Budsjettforslag 2025, alle tall i kr\n\n\
                Avdeling,Avdelingstekst,Tiltak,2025,2026\n\
                1,Byrådsavdeling,Vedtatt budsjett, -3 518 200 , -3\u{a0}518\u{a0}200 \n\
                1,Byrådsavdeling,Generelt kutt, -41 300 , -41 300 \n\
                2,\"Finans, eiendom\",Ny brannbåt, -   , 2\u{202f}616\u{202f}500 \n";
    let declared = "title = \"Budsjett\"\nunit = \"kr.\"\n[csv]\ndelimiter = \",\"\nthousands = \" \"\nhead = 3\n\
                    row_ids = [\"Avdeling\", \"Tiltak\"]\nignore = [\"Avdeling\", \"Avdelingstekst\"]\n\
                    heads = { label = \"Tiltak\" }\n[columns]\n2025 = {}\n2026 = {}\n";
    let site = site(declared, text);
    assert_eq!(shown(&site), naive(text, 3, ',', ' ', &[3, 4]));
    assert_eq!(shown(&site)[2], ["-", "2616500"]);
    let built = site.build();
    assert!(built.page(built.path("a/index.html")).contains("Ny brannbåt"));
}

/// A US city's cash report: parentheses around negative numbers, quotation marks, dates as heads.
#[test]
fn the_cash_report_of_an_american_city() {
    let text = "Department of Finance\r\nQuarterly Cash Report (millions)\r\n\r\n\
                \"\",\"July\r\n31\",Aug 31,Accrued\r\n\
                Wage Tax,\"1,204.6\",118.3,(24.9)\r\n\
                \"Sales, Use Tax\",$22.7,30.5,$(9.1)\r\n\
                Pensions, $ -   ,(6.2),131.8\r\n";
    let declared = "title = \"Cash\"\nunit = \"$ million\"\n[csv]\ndelimiter = \",\"\ndecimal = \".\"\nthousands = \",\"\n\
                    negative = \"parentheses\"\nhead = 4\nrow_ids = \"label\"\nheads = { label = \"\" }\n[columns]\n\
                    july = { head = \"July 31\" }\naug = { head = \"Aug 31\" }\naccrued = { title = \"Accrued\" }\n";
    let site = site(declared, text);
    assert_eq!(shown(&site), naive(text, 5, ',', ',', &[1, 2, 3]));
    assert!(site.build().page("planer/a/index.html").contains("Sales, Use Tax"));
}

/// A German town's open budget: Windows-1252, a minus behind its number, four title lines, codes of products as ids.
#[test]
fn the_budget_of_a_german_town() {
    let text = "Haushaltsplan 2025;;;\nErgebnishaushalt;;;\nBeträge in Euro;;;\n\
                Produkt;Bezeichnung;Ansatz 2024;Ansatz 2025\n\
                11.10;Verwaltungssteuerung;1.234.567,89-;1.301.000,00-\n\
                12.60;Brandschutz;402.300,10-;399.999,95-\n\
                61.10;Steuern, Zuweisungen;9.806.100,00;10.112.000,50\n";
    let declared = "title = \"Haushalt\"\nunit = \"kr.\"\n[csv]\nnegative = \"trailing-minus\"\nencoding = \"windows-1252\"\n\
                    head = 4\nheads = { row = \"Produkt\", label = \"Bezeichnung\" }\n[columns]\n\
                    previous = { head = \"Ansatz 2024\" }\nadopted = { title = \"ANSATZ  2025\" }\n";
    let bytes: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).expect("latin")).collect();
    let site = site(declared, bytes);
    assert_eq!(shown(&site), naive(text, 4, ';', '.', &[2, 3]));
    // Declared wrong, the encoding is told and nothing is guessed.
    let utf8 = site.edit(DECLARED, "windows-1252", "utf-8");
    assert_eq!(utf8.codes(), ["csv-encoding"]);
}

/// A Danish ledger's export as Excel saves it: the sign of cells named, empty columns and lines, per cent in cells, a head
/// over two lines.
#[test]
fn the_export_of_a_danish_ledger() {
    let text = "sep=;\r\nKørsel 30-06-2020;;;;;;\r\n;;;;;;\r\n\
                Konto;Kontonavn;Korrigeret budget;Forbrug;Forbrugs-%;Kørselsdato;\r\n\
                3.22.01;Skoler;12.500;6.400;51,2 %;30-06-2020;\r\n\
                3.22.05;SFO;2.000;-250;-12,5 %;30-06-2020;\r\n\
                3.25.10;Dagpleje, fælles;1.750;1.750;100,0 %;30-06-2020;\r\n\
                ;;;;;;\r\n;;;;;;\r\n";
    let declared = "title = \"Drift\"\nunit = \"1.000 kr.\"\n[csv]\nhead = 4\nignore = [\"kørselsdato\"]\n\
                    heads = { row = \"Konto\", label = \"Kontonavn\" }\n[columns]\n\
                    revised = { title = \"Korrigeret budget\" }\nactual = { head = \"Forbrug\" }\n\
                    share = { title = \"Forbrugt\", head = \"Forbrugs-%\", unit = \"%\" }\n";
    let site = site(declared, text);
    assert_eq!(shown(&site), naive(text, 4, ';', '.', &[2, 3, 4]));
}

/// Payments of an English council: many columns of which few are shown, text in cells, numbers of transactions as ids.
#[test]
fn the_payments_of_an_english_council() {
    let text = "Body Name,Date,Transaction No,Supplier,Description,Amount\n\
                Council,02/04/2020,5100234,\"Smith, Ltd\",\"Repairs \"\"urgent\"\"\",\"1,250.40\"\n\
                Council,02/04/2020,5100235,Jones,Fuel,-£86.00\n\
                Council,09/04/2020,5100236,\"Smith, Ltd\",Repairs,\"£120,000.00\"\n";
    let declared = "title = \"Payments\"\nunit = \"£\"\n[csv]\ndelimiter = \",\"\ndecimal = \".\"\nthousands = \",\"\n\
                    heads = { row = \"Transaction No\", label = \"Supplier\" }\nignore = [\"Body Name\", \"Date\"]\n[columns]\n\
                    description = { title = \"Description\", text = true }\nactual = { title = \"Amount\" }\n";
    let site = site(declared, text);
    assert_eq!(shown(&site), naive(text, 1, ',', ',', &[5]));
    let built = site.build();
    assert!(built.page(built.path("a/index.html")).contains("Repairs &quot;urgent&quot;"));
}

/// Whoever takes to exports in place of files of the project's own has changed no figure.
#[test]
fn another_head_is_no_other_figure() {
    let own = site(
        &BY_LABEL.replace("row_ids = \"label\"\nheads = { label = \"Tekst\" }\n", ""),
        "row;label;revised\nskoler;Skoler;1,5\n",
    );
    let export = site(BY_LABEL, "Tekst;Budget\nSkoler;1,5\n");
    let lines = own.diff(&export).changes.lines;
    assert!(lines.iter().all(|line| line.change != "figure" && line.change != "row"), "{lines:#?}");
}

#[test]
fn a_mark_below_lines_of_titles_is_looked_for() {
    let titles = "Kørsel\n".repeat(20);
    for name in ["synlighed", "visibility"] {
        let text = format!("{titles}row;label;{name}\n");
        assert!(may_hide(text.as_bytes(), FileKind::UpdateFigures), "{name}");
    }
}

const BY_LABEL: &str = "title = \"Drift\"\nunit = \"mio. kr.\"\n[csv]\nrow_ids = \"label\"\nheads = { label = \"Tekst\" }\n\
                        [columns]\nrevised = { title = \"Budget\" }\n";

/// Returns what is found, as code and words.
fn told(site: &Site) -> Vec<(&'static str, String)> {
    site.check().findings.iter().map(|finding| (finding.code, said(finding))).collect()
}

#[test]
fn what_is_declared_wrong_is_told_with_its_cure() {
    let text = "Budget 2020\n\nTekst;Budget\nSkoler;1,5\n";
    for (from, to, code, danish) in [
        ("row_ids = \"label\"", "row_ids = \"label\"\nhead = 2", "csv-head-line", "skriv head = 3"),
        ("row_ids = \"label\"", "row_ids = \"label\"\nhead = 9", "csv-head-line", "skriv head = 3"),
        ("row_ids = \"label\"", "row_ids = \"label\"\nhead = 22", "not-a-line", "fra 1 til 21"),
        ("row_ids = \"label\"", "row_ids = \"label\"\nhead = \"2,5\"", "not-a-line", "fra 1 til 21"),
        ("row_ids = \"label\"", "row_ids = [\"label\", \"Art\"]\nhead = 3", "row-ids-unknown", "Tekst, Budget"),
        ("revised = { title", "actual = { head = \"Budget\", title", "csv-title-lines", "skriv head = 3"),
    ] {
        let found = told(&site(&BY_LABEL.replace(from, to), text));
        assert!(found.iter().any(|(known, words)| *known == code && words.contains(danish)), "{to}: {found:#?}");
    }
    let sound = site(&BY_LABEL.replace("row_ids", "head = 3\nrow_ids"), text);
    assert_eq!(told(&sound), []);
    // Lines above the head that nothing declares are a warning: the head is there for certain.
    let found = site(BY_LABEL, text).check().findings;
    assert_eq!(
        found.iter().map(|it| (it.code, it.severity)).collect::<Vec<_>>(),
        [("csv-title-lines", Severity::Warning)]
    );
}

#[test]
fn a_negative_number_of_another_hand_is_told_with_its_declaration() {
    for (cell, style, number) in [("(4,9)", "parentheses", "-4,9"), ("4,9-", "trailing-minus", "-4,9")] {
        let refused = site(BY_LABEL, format!("Tekst;Budget\nSkoler;{cell}\n"));
        for (language, words) in [(Language::Danish, "eller skriv negative"), (Language::English, "or write negative")]
        {
            let found = told(&refused.clone().messages(language));
            let [(code, help)] = found.as_slice() else { panic!("{found:#?}") };
            assert_eq!(*code, "not-an-amount");
            assert!(help.contains(number) && help.contains(&format!("{words} = \"{style}\"")), "{help}");
        }
        let declared = BY_LABEL.replace("row_ids", &format!("negative = \"{style}\"\nrow_ids"));
        assert_eq!(shown(&site(&declared, format!("Tekst;Budget\nSkoler;{cell}\n"))), [["-4.9"]]);
    }
}

#[test]
fn ids_of_labels_are_stable_and_never_shared() {
    let text = "Tekst;Budget\nLøn*;1,5\nDrift, i øvrigt;2,5\n";
    let declared = format!("{BY_LABEL}[notes]\n\"*\" = \"Uden pension.\"\n");
    let before = site(&declared, text);
    assert_eq!(told(&before), []);
    // Other figures, another order and a mark more are no other rows.
    let after = site(&declared, "Tekst;Budget\nDRIFT, I ØVRIGT;2,5\nLøn;1,8*\n");
    let diff = before.diff(&after);
    let lines: Vec<(&str, &str)> =
        diff.changes.lines.iter().map(|line| (line.change, line.field.as_deref().unwrap_or_default())).collect();
    assert_eq!(
        lines,
        [("figure", "løn.revised"), ("field", "rows"), ("figure", "drift-i-øvrigt.label"), ("figure", "løn.label")]
    );
    let twice = "Tekst;Budget\nLøn;1,5\nDrift;2,5\nløn;3,5\n";
    let found = told(&site(BY_LABEL, twice));
    let [(code, words)] = found.as_slice() else { panic!("{found:#?}") };
    assert!(*code == "row-twice" && words.contains("linje 2") && words.contains("row_ids"), "{words}");
    let found = told(&site(BY_LABEL, "Tekst;Budget\nLøn;1,5\n–;2,5\n"));
    assert!(matches!(found.as_slice(), [("row-without-id", _)]), "{found:#?}");
}

#[test]
fn a_row_without_an_id_is_told_how_ids_are_made() {
    let by_row = BY_LABEL.replace(
        "row_ids = \"label\"\nheads = { label = \"Tekst\" }",
        "heads = { row = \"Konto\", label = \"Tekst\" }",
    );
    for (cell, words) in [("", "intet id"), ("Løn & pension", "`Løn & pension` kan ikke")] {
        let found = told(&site(&by_row, format!("Konto;Tekst;Budget\n10;Løn;1,5\n{cell};Drift;2,5\n")));
        let [(code, told)] = found.as_slice() else { panic!("{found:#?}") };
        assert!(*code == "row-not-an-id" && told.contains(words) && told.contains("row_ids = \"label\""), "{told}");
    }
    assert_eq!(told(&site(BY_LABEL, "Konto;Tekst;Budget\n10;Løn;1,5\n;Drift;2,5\n").with("x", "")).len(), 1);
}

#[test]
fn a_column_whose_line_was_taken_out_is_told_with_that_line() {
    let text =
        "Tekst;Budget;Forbrug;forecast;Korrigeret budget;Kørt den;Ansvar\nLøn;1,5;1,0;2,0;3,0;30-06-2025;Skole\n";
    let found = told(&site(BY_LABEL, text));
    let lines = [
        "under [columns]: actual = { head = \"Forbrug\" }",
        "under [columns]: forecast = {}",
        "mente du `revised`",
        "under [columns]: koert-den = { title = \"Kørt den\" }",
        "under [columns]: ansvar = { title = \"Ansvar\", text = true }",
    ];
    assert_eq!(found.len(), lines.len(), "{found:#?}");
    for ((code, told), line) in found.iter().zip(lines) {
        assert!(*code == "unknown-column" && told.contains(line), "{line}: {told}");
    }
    let without_label = BY_LABEL.replace("row_ids = \"label\"\nheads = { label = \"Tekst\" }", "");
    let found = told(&site(&without_label, "row;Kontonavn;Budget\n10;Løn;1,5\n"));
    let [(code, told)] = found.as_slice() else { panic!("{found:#?}") };
    assert!(*code == "unknown-column" && told.contains("under [csv]: heads = { label = \"Kontonavn\" }"), "{told}");
}

/// No cure makes a column of words of what was meant to hide a row; one that is declared was not meant so.
#[test]
fn a_column_that_was_meant_to_hide_is_told_as_that() {
    for name in ["visibility", "synlighed", "Fortroligt", "lukket"] {
        let hidden = format!("Tekst;Budget;{name}\nLøn;1,5;lukket\n");
        let found = told(&site(BY_LABEL, &hidden));
        assert!(matches!(found.as_slice(), [("mark-in-csv", _)]), "{name}: {found:#?}");
    }
    let declared = format!(
        "{BY_LABEL}privat = {{ title = \"Privat\" }}\noffentlig = {{ head = \"Lukket\" , title = \"Offentlig\" }}\n"
    );
    let site = site(&declared, "Tekst;Budget;Privat;Lukket\nLøn;1,5;2,5;3,5\n");
    assert_eq!(told(&site), []);
    assert!(site.build().page(site.build().path("a/index.html")).contains("3,5"));
}

#[test]
fn rows_that_the_table_declares_take_the_figures_of_an_export() {
    let rows = "row;label;kind;of;formula\nskoler;Folkeskoler;;;\nsfo;heraf SFO;;skoler;\nbad;Bad;;;\ni-alt;I alt;total;;skoler + bad\n";
    let site = site(BY_LABEL, "Tekst;Budget\nSkoler;3,5\nSFO;1,0\nBad;0,5\nI alt;4,0\n")
        .with("content/plans/a/tables/drift.csv", rows);
    assert_eq!(shown(&site), [["3.5"], ["1.0"], ["0.5"], ["4.0"]]);
    let built = site.build();
    let page = built.page(built.path("a/index.html"));
    assert!(page.contains("Folkeskoler") && page.contains("class=\"total\""), "{page}");
}

#[test]
fn a_mark_is_told_whatever_it_is_declared_to_be() {
    for declared in [
        BY_LABEL.replace("[columns]", "ignore = [\"visibility\"]\n[columns]"),
        BY_LABEL
            .replace("title = \"Budget\"", "head = \"visibility\"")
            .replace("[columns]", "ignore = [\"Budget\"]\n[columns]"),
    ] {
        let found = told(&site(&declared, "Tekst;Budget;visibility\nSkoler;1,5;closed\n"));
        assert!(found.iter().any(|(code, _)| *code == "mark-in-csv"), "{declared} {found:#?}");
    }
}

#[test]
fn a_table_that_is_wider_than_its_page_scrolls_in_a_frame_of_its_own() {
    let site = |columns: usize| {
        let declared: String = (1..=columns).map(|nth| format!("k{nth} = {{ title = \"Kolonne {nth}\" }}\n")).collect();
        let head: String = (1..=columns).map(|nth| format!(";k{nth}")).collect();
        let cells: String = (1..=columns).map(|nth| format!(";{nth}")).collect();
        Site::small()
            .with("content/plans/a/tables/t.toml", format!("title = \"Bred\"\nsign = \"none\"\n[columns]\n{declared}"))
            .with("content/plans/a/tables/t.csv", format!("row;label;committee{head}\na;A;USB{cells}\n"))
    };
    let framed = |columns: usize, path: &str| {
        let outcome = site(columns).build();
        let page = outcome.page(path);
        page.contains("<div class=\"scrolls\" role=\"region\" aria-labelledby=\"table-t-name\" tabindex=\"0\">")
    };
    assert!(framed(40, "planer/a/index.html") && framed(12, "planer/a/index.html"));
    assert!(!framed(11, "planer/a/index.html"), "what has room on a page is a card for each row on a phone");
    let outcome = site(40).build();
    assert!(outcome.page("udvalg/usb.html").contains("<div class=\"scrolls\""), "so do its rows on a committee's page");
}

/// Ten neighbours of a file that Excel saves as "Unicode text": UTF-16 with a mark, tabs between its cells.
#[test]
fn unicode_text_is_read_by_its_mark_alone() {
    let declared = "title = \"Drift\"\nunit = \"mio. kr.\"\n[csv]\ndelimiter = \"\\t\"\n[columns]\nrevised = {}\n";
    let text = "row\tlabel\trevised\r\nskoler\tSkoler på øen\t1.307,5\r\n";
    let little = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    let marked = |text: &str| format!("\u{feff}{text}");
    let windows = declared.replace("[csv]\n", "[csv]\nencoding = \"windows-1252\"\n");
    let semicolons = text.replace('\t', ";");
    for (case, declared, bytes) in [
        ("little-endian", declared.to_owned(), little(&marked(text))),
        ("big-endian", declared.to_owned(), big(&marked(text))),
        ("with the sign of its cells", declared.to_owned(), little(&marked(&format!("sep=\t\r\n{text}")))),
        ("another encoding is declared", windows.clone(), little(&marked(text))),
        ("semicolons", declared.replace("\\t", ";"), little(&marked(&format!("sep=;\r\n{semicolons}")))),
        ("UTF-8 with a mark, declared as another", windows, marked(text).into_bytes()),
    ] {
        let site = site(&declared, bytes);
        assert_eq!(shown(&site), [["1307.5"]], "{case}");
        assert!(site.build().page("planer/a/index.html").contains("Skoler på øen"), "{case}");
    }
    let odd = little(&marked(text)).into_iter().chain([0x0d]).collect::<Vec<u8>>();
    for (case, declared, bytes, code, cure) in [
        ("without a mark", declared, little(text), "utf16", "UTF-8"),
        ("without a mark, big-endian", declared, big(text), "utf16", "UTF-8"),
        ("an odd number of bytes", declared, odd, "csv-encoding", "UTF-8"),
        // The cure works: it is the first case.
        (
            "tabs that are not declared",
            "title = \"Drift\"\nunit = \"mio. kr.\"\n[columns]\nrevised = {}\n",
            little(&marked(text)),
            "csv-syntax",
            "delimiter = \"\\t\"",
        ),
    ] {
        let built = site(declared, bytes).build();
        assert_eq!(built.codes(), [code], "{case}");
        let help = built.built.findings[0].help.clone().unwrap_or_default();
        assert!(help.contains(cure), "{case}: {help}");
    }
    // What must not be published is found in it, and what is closed stays closed.
    let number = text.replace("Skoler på øen", "Skoler 010190-1234");
    assert_eq!(site(declared, little(&marked(&number))).codes(), ["personal-number"]);
    let marks = "visibility\tlabel\trevised\r\nclosed\tSkoler\t1\r\n";
    assert!(may_hide(&little(&marked(marks)), FileKind::UpdateFigures));
    assert!(site(declared, little(&marked(marks))).codes().contains(&"mark-in-csv"));
}

/// Five files as somebody writes their declarations who has read the reference alone.
mod from_the_reference_alone {
    use super::{naive, shown, site};

    #[test]
    fn a_norwegian_budget_in_thousands() {
        let text = "By kommune, budsjett\n\nTjenesteområde;Regnskap 2024;Budsjett 2025;Endring i %\n\
                    Skole;1 234 567;1\u{a0}301\u{a0}000;5,4 %\nBarnehage; 402 300 ;399 999;-0,6\nEiendom;-;12 500;-\n";
        let declared = "title = \"Budsjett\"\nunit = \"1.000 kr.\"\nsign = \"cost\"\n[csv]\nthousands = \" \"\nhead = 3\n\
                        row_ids = \"Tjenesteområde\"\nheads = { label = \"Tjenesteområde\" }\n[columns]\n\
                        previous = { head = \"Regnskap 2024\" }\nadopted = { head = \"Budsjett 2025\" }\n\
                        growth = { title = \"Endring i %\", unit = \"%\", sign = \"none\" }\n";
        let found = shown(&site(declared, text));
        let expected = naive(text, 3, ';', ' ', &[1, 2, 3]);
        assert_eq!(found, expected);
        assert_eq!(found[0], ["1234567", "1301000", "5.4"]);
    }

    #[test]
    fn an_american_cash_report() {
        let text = "CITY OF X\nQuarterly Cash Report\n(amounts in dollars)\nDescription,July 31,Aug 31\n\
                    Wage Tax,\"$1,234.50\",\"$2,000.00\"\nPensions,\"($250.25)\",$0.00\n\"Sales, Use Tax\",$ -   ,\"$1,050.00\"\n";
        let declared = "title = \"Cash\"\nunit = \"$\"\nsign = \"result\"\n[csv]\ndelimiter = \",\"\ndecimal = \".\"\nthousands = \",\"\n\
                        negative = \"parentheses\"\nhead = 4\nrow_ids = \"label\"\nheads = { label = \"Description\" }\n[columns]\n\
                        july = { title = \"July 31\" }\naug = { title = \"Aug 31\" }\n";
        let found = shown(&site(declared, text));
        assert_eq!(found, naive(text, 4, ',', ',', &[1, 2]));
        assert_eq!(found[1], ["-250.25", "0.00"]);
    }

    #[test]
    fn a_german_open_budget() {
        let text = "Produkt;Bezeichnung;Ansatz 2025;Ergebnis 2023\n11.10;Verwaltung Straße;1.234,56;1.300,00\n\
                    12.60;Feuerwehr Größe;-402.300,10;-399.999,95\n";
        let latin = |text: &str| text.chars().map(|c| u8::try_from(u32::from(c)).expect("latin")).collect::<Vec<u8>>();
        let declared = "title = \"Haushalt\"\nunit = \"EUR\"\n[csv]\nencoding = \"windows-1252\"\ndecimal = \",\"\nthousands = \".\"\n\
                        row_ids = \"Produkt\"\nheads = { label = \"Bezeichnung\" }\n[columns]\n\
                        adopted = { title = \"Ansatz 2025\" }\noutturn = { title = \"Ergebnis 2023\" }\n";
        let read = site(declared, latin(text));
        assert_eq!(shown(&read), naive(text, 1, ';', '.', &[2, 3]));
        let page = read.build().page("planer/a/index.html").to_owned();
        assert!(page.contains("Feuerwehr Größe") && !page.contains("12.60"), "what tells rows apart is not shown");
        // As programs call the encoding, the message says which it is here.
        for name in ["latin-1", "latin1", "ISO-8859-1", "ANSI"] {
            let built = site(&declared.replace("windows-1252", name), latin(text)).check();
            let finding = built.findings.iter().find(|finding| finding.code == "not-a-choice").expect("the choice");
            assert!(finding.cures.iter().any(|cure| cure.text == "\"windows-1252\""), "{name}: {finding:#?}");
        }
    }

    #[test]
    fn a_danish_ledger_with_apostrophes_and_totals() {
        let text = "Konto;Tekst;Korr. budget;Forbrug;;;\r\n'3.22.01;Skoler;12.500.000,00;6.400.250,50;;;\r\n\
                    '3.22.05;SFO;2.000.000,00-;250.000,00-;;;\r\n'3.25.10;'0102 Dagpleje;'1.750.000,00;875.000,00;;;\r\n\
                    ;I alt;12.250.000,00;7.025.250,50;;;\r\n;;;;;;\r\n";
        let declared = "title = \"Forbrug\"\nunit = \"kr.\"\nsign = \"cost\"\n[csv]\nnegative = \"trailing-minus\"\n\
                        row_ids = [\"Konto\", \"Tekst\"]\nheads = { label = \"Tekst\" }\n[columns]\n\
                        revised = { head = \"Korr. budget\" }\nactual = { head = \"Forbrug\" }\n";
        let rows = "row;label;kind;formula\n3-22-01-skoler;Skoler;;\n3-22-05-sfo;SFO;;\n3-25-10-0102-dagpleje;Dagpleje;;\n\
                    i-alt;I alt;total;3-22-01-skoler:3-25-10-0102-dagpleje\n";
        let own = site(declared, text);
        assert_eq!(own.codes(), ["undeclared-total"], "until a file says what it is");
        let accepted = own.clone().append("site.toml", "undeclared-total = \"off\"\n");
        assert_eq!(shown(&accepted), naive(text, 1, ';', '.', &[2, 3]));
        assert!(own.build().page("planer/a/index.html").contains(">0102 Dagpleje<"), "without the apostrophe");
        let with_rows = own.with("content/plans/a/tables/drift.csv", rows);
        assert_eq!(shown(&with_rows), naive(text, 1, ';', '.', &[2, 3]), "the total adds up, or it would be told");
        assert!(with_rows.build().page("planer/a/index.html").contains("<tr class=\"total\">"));
    }

    #[test]
    fn british_payments_over_500_pounds() {
        let text = "Body Name,Payment Date,Transaction No,Supplier Name,Purpose,Amount\n\
                    Council,05/04/2024,T/100234,\"Smith, Ltd\",\"Repairs, urgent\",\"£1,650.00\"\n\
                    Council,05/04/2024,T/100235,Jones,Fuel,£586.00\nCouncil,30/04/2024,T/100236,\"Brown & Co\",Refund,\"-£1,050.00\"\n";
        let declared = "title = \"Payments over £500\"\nunit = \"£\"\n[csv]\ndelimiter = \",\"\ndecimal = \".\"\nthousands = \",\"\n\
                        row_ids = \"Transaction No\"\nheads = { label = \"Supplier Name\" }\nignore = [\"Body Name\"]\n[columns]\n\
                        date = { title = \"Payment Date\", text = true }\npurpose = { title = \"Purpose\", text = true }\n\
                        amount = { title = \"Amount\" }\n";
        let read = site(declared, text);
        assert_eq!(shown(&read), naive(text, 1, ',', ',', &[5]));
        let page = read.build().page("planer/a/index.html").to_owned();
        assert!(page.contains("05/04/2024") && page.contains("Repairs, urgent") && !page.contains("100234"), "{page}");
    }
}
