//! What an import makes of lines and words: quotation marks, units that stand beside the table, numbers that changed, words of cells.

use fremdrift::{
    draft::{ImportFormat, ImportMapping, ImportRequest, KnownBy},
    tree::MemoryTree,
};
use proptest::prelude::*;

use crate::{
    imports::{begun, code, figures, request, run, with},
    support::{build_tree, day, html},
};

fn said_of(tree: &MemoryTree, bytes: &[u8], asked: &ImportRequest) -> String {
    match run(tree, bytes, asked) {
        Ok(import) => import.files.iter().map(|file| file.text.clone()).collect(),
        Err(error) => {
            let (code, args) = code(Err(error));
            format!("{code} {}", args.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" "))
        }
    }
}

#[test]
fn a_quotation_mark_that_is_not_closed_swallows_no_rows() {
    let csv = |text: &str| said_of(&begun("2020"), text.as_bytes(), &figures(ImportFormat::Csv));
    for (text, expected) in [
        ("Område;Budget\n\"Børn;10\nÆldre;20\nUnge;30\n", "import-cell quotes 2"),
        ("Område;Budget\nBørn;10\n\"Ældre;20\n\"Unge\";30\n", "import-cell quotes 3"),
        ("Område;Budget\nBørn;\"10\nÆldre;20\n", "import-cell quotes 2"),
        ("Område;Budget;Forbrug\n\"Børn;10;1\nÆldre\";20;2\nUnge;30;3\n", "import-cell quotes 2"),
        ("Område;Budget;Note\nBørn;10;\"abc\nÆldre;20;def\"\nUnge;30;x\n", "import-cell quotes 2"),
        ("Område;Budget\nBørn;10\n\"Unge\" (nye);30\n", "import-cell quotes 3"),
        ("Område;Budget\r\nBørn;10\r\n\"Unge\"x;30\r\n", "import-cell quotes 3"),
        ("Område,Budget\nBørn,10\n\"Unge,30\n", "import-cell quotes 3"),
        ("Område\tBudget\nBørn\t10\n\"Unge\"\"\t30\n", "import-cell quotes 3"),
        ("Område;Budget\nBørn;10\nÆldre;\"", "import-cell quotes 3"),
        ("sep=;\nOmråde;Budget\n\"Børn;10\nÆldre;20\n", "import-cell quotes 3"),
        // Those that close by chance: in a whole row, in one that has too few cells, behind whole rows.
        ("A;B;C\nx;1;1\n\"x;1;2\ny\";3;4\nz;5;6\n", "import-cell quotes 3"),
        ("A;B;C\nx;\"1;2\ny;3\"\nz;5;6\n", "import-cell quotes 2"),
        ("A;B;C\nx;\"1;2\ny;3;4\nz\";6\nz;5;6\n", "import-cell quotes 2"),
        ("A;B;C\n1;2;3\nx;\"a; b\nc; d\";3", "import-cell quotes 3"),
    ] {
        assert_eq!(csv(text), expected, "{text}");
    }
    for text in [
        "Område;Budget\n\"Børn\";\"10\"\n\"Unge \"\"nye\"\"; alle\";30\n",
        "Område;Budget\nRør 3\" og 4\";10\nUnge;30",
        "Område;Budget\n\"Børn\nog unge\";10\nUnge;30\n",
        "Område;Budget\n\"\";\nUnge;\"30\"",
    ] {
        assert!(!csv(text).starts_with("import-"), "{text}: {}", csv(text));
    }
    // A sound cell of several lines has the other cells of its row behind it.
    for text in [
        "Område;Bemærkning;Budget\nBørn;\"a; b\nc\";10,5\nÆldre;x;20\n",
        "Område;Bemærkning;Budget\r\nBørn;\"a; b\r\nc\";10,5\r\nÆldre;x;20",
        "Område;Bemærkning;Budget\nBørn;\"a; b\n\nc\nd\";10\n",
        "Område;Bemærkning;Budget\nÆldre;x;20\nBørn;\"\"\"a\"\"; b\nc\";10",
    ] {
        let said = ImportMapping {
            columns: [("Bemærkning".to_owned(), "ignore".to_owned())].into(),
            ..ImportMapping::default()
        };
        let asked = ImportRequest { said, ..figures(ImportFormat::Csv) };
        let taken = said_of(&begun("2020"), text.as_bytes(), &asked);
        assert!(taken.contains(";10"), "{text}: {taken}");
    }
    for text in [
        "Nr.;Tiltag;Sparekrav;Status;Ansvarlig\n1;Veje;2,5;\"Udbud er sendt; svar ventes\nSe bilag\";leder\n2;B;1,5;ok;leder\n",
        "Nr.;Tiltag;Mål;Sparekrav\n1;Veje;\"Færre biler; mere luft\nog stier\";2,5\n2;B;x;1,5\n",
    ] {
        let taken = said_of(&begun("2020"), text.as_bytes(), &request(ImportFormat::Csv));
        assert!(!taken.starts_with("import-"), "{text}: {taken}");
    }
    let status = "Nr.;Tiltag;Status\n1;Veje;\"Linje 1; og mere\n• 2; 3 og 4\"\n";
    assert!(!said_of(&begun("2020"), status.as_bytes(), &request(ImportFormat::Csv)).starts_with("import-"));
}

#[test]
fn a_unit_beside_the_table_that_is_not_the_one_taken_is_asked_about() {
    let of = |text: &str, asked: ImportRequest| said_of(&begun("2020"), text.as_bytes(), &asked);
    let ledger = |text: &str| of(text, figures(ImportFormat::Csv));
    let plan = |text: &str| of(text, request(ImportFormat::Csv));
    // The plan of the site counts in mio. kr. or kr.; these say thousands.
    for text in [
        "Beløb i 1.000 kr.;\nOmråde;Budget\nBørn;1500\n",
        "Budgetopfølgning (t.kr.);\nOmråde;Budget\nBørn;1500\n",
        "Område (1.000 kr.);Budget\nBørn;1500\n",
        "1.000 kr.;Budget\nBørn;1500\n",
        "Område;Budget\n;1.000 kr.\nBørn;1500\n",
        "Område;Budget\nBørn;1500\nAlle tal er i hele 1.000 kr. og årets priser;\n",
        "Område;Budget\nBørn;1500\nBeløb: t.kr.;\n",
        "Bilag 2, tusinde kr.;\nOmråde;Budget\nBørn;1500\n",
    ] {
        let said = ledger(text);
        assert!(said.starts_with("import-unit ") && said.contains(" / "), "{text}: {said}");
    }
    for text in [
        "Handleplan - beløb i 1.000 kr.;;;\nNr.;Tiltag;Sparekrav;Opnået\n1;A;1500;300\n",
        "Nr.;Tiltag (1.000 kr.);Sparekrav;Opnået\n1;A;1500;300\n",
        "Nr.;Tiltag;Sparekrav;Opnået\n1;A;1500;300\n* Beløb i t.kr.;;;\n",
    ] {
        let said = plan(text);
        assert!(said.starts_with("import-unit "), "{text}: {said}");
    }
    let html = "<table><caption>Beløb i 1.000 kr.</caption><tr><td>Område<td>Budget<tr><td>Børn<td>1500</table>";
    let said = of(html, figures(ImportFormat::Html));
    assert!(said.starts_with("import-unit "), "{said}");
    for page in [
        "<h1>Drift</h1><p>Beløb i 1.000 kr.</p><table><tr><td>Område<td>Budget<tr><td>Børn<td>1500</table>",
        "<table><tr><td>Område<td>Budget<tr><td>Børn<td>1500</table><p>Alle tal er i 1.000 kr.</p><p>Slut</p>",
    ] {
        let said = of(page, figures(ImportFormat::Html));
        assert!(said.starts_with("import-unit "), "{page}: {said}");
    }
    // What is said decides it, and so does a head; where both are the same nothing is asked.
    let unit = |unit: &str, asked: ImportRequest| ImportRequest {
        said: ImportMapping { unit: Some(unit.to_owned()), ..ImportMapping::default() },
        ..asked
    };
    let text = "Beløb i 1.000 kr.;\nOmråde;Budget\nBørn;1500\n";
    let taken = of(text, unit("1.000 kr.", figures(ImportFormat::Csv)));
    assert!(taken.contains("unit = \"1.000 kr.\""), "{taken}");
    let taken = of(text, unit("mio. kr.", figures(ImportFormat::Csv)));
    assert!(taken.contains("unit = \"mio. kr.\""), "{taken}");
    let text = "Handleplan - beløb i 1.000 kr.;;;\nNr.;Tiltag;Sparekrav;Opnået\n1;A;1500;300\n";
    let taken = of(text, unit("1.000 kr.", request(ImportFormat::Csv)));
    assert!(taken.contains("1.000 kr."), "{taken}");
    for text in [
        "Beløb i 1.000 kr.;\nOmråde;Budget (mio. kr.)\nBørn;1,5\n",
        "Område;Budget\nBørn;1500\nHeraf 1.000 kr. til børn;\n",
        "Område;Budget\nBørn;1500\nDer er givet 2,5 mio. kr. mere;\n",
        "Område;Budget (1.000 kr.)\nBørn;1500\nBeløb i 1.000 kr.;\n",
    ] {
        let said = ledger(text);
        assert!(!said.starts_with("import-"), "{text}: {said}");
    }
    // A table that is declared counts in what it is declared in.
    let made = run(&begun("2020"), "Område;Budget (mio. kr.)\nBørn;1,5\n".as_bytes(), &figures(ImportFormat::Csv));
    let tree = with(begun("2020"), &made.expect("read"));
    let next = "Beløb i 1.000 kr.;\nOmråde;Budget\nBørn;1500\n";
    assert!(said_of(&tree, next.as_bytes(), &figures(ImportFormat::Csv)).starts_with("import-unit "));
    let same = "Beløb i mio. kr.;\nOmråde;Budget\nBørn;1,7\n";
    assert!(said_of(&tree, same.as_bytes(), &figures(ImportFormat::Csv)).contains("1,7"));
}

#[test]
fn a_unit_in_a_head_is_taken_or_asked_about_wherever_it_stands() {
    let plan = |head: &str| {
        let table = format!("Nr.;Tiltag;\"{head}\"\n1;Veje;2500\n2;Broer;1500\n");
        said_of(&begun("2020"), table.as_bytes(), &ImportRequest { report: None, ..request(ImportFormat::Csv) })
    };
    for head in [
        "Sparekrav t.kr.",
        "Sparekrav 1.000 kr.",
        "Sparekrav, t.kr.",
        "Sparekrav - t.kr.",
        "Sparekrav\n(t.kr.)",
        "Sparekrav\nt.kr.",
        "Sparekrav (i 1.000 kr.)",
        "Sparekrav i hele 1.000 kr.",
        "Sparekrav: t.kr.",
        "Sparekrav/t.kr.",
        "Sparekrav (2026, t.kr.)",
        "Sparekrav (beløb i t.kr.)",
        "t.kr. sparekrav",
        "Sparekrav (t.kr. netto)",
        "Sparekrav (1.000 kr. i 2026-pl)",
        "Sparekrav (kr.)",
        "Sparekrav kr.",
        "Sparekrav (hele kr.)",
    ] {
        let said = plan(head);
        // The unit stands with each figure, the plan is declared in it, or it is asked for: the figures are never taken for millions.
        let is_taken = ["unit = \"1.000 kr.\"", "unit = \"kr.\"", "2500 1.000 kr.", "2500 kr."];
        assert!(said.starts_with("import-unit ") || is_taken.iter().any(|unit| said.contains(unit)), "{head}: {said}");
    }
    for head in [
        "Budget t.kr.",
        "Budget 1.000 kr.",
        "Budget\nt.kr.",
        "Budget (i 1.000 kr.)",
        "Budget 2026 t.kr.",
        "Budget i t.kr. 2026",
    ] {
        let table = format!("Område;\"{head}\"\nBørn;2500\nÆldre;1500\n");
        let said = said_of(&begun("2020"), table.as_bytes(), &figures(ImportFormat::Csv));
        let is_taken = said.contains("unit = \"1.000 kr.\"") && said.contains("adopted");
        assert!(said.starts_with("import-unit ") || is_taken, "{head}: {said}");
    }
    // What was said the last time is held against the head as well.
    let kept = Some("unit = \"mio. kr.\"\n".to_owned());
    let table = "Nr.;Tiltag;Sparekrav (t.kr. netto)\n1;Veje;2500\n";
    let said =
        said_of(&begun("2020"), table.as_bytes(), &ImportRequest { report: None, kept, ..request(ImportFormat::Csv) });
    assert!(said.starts_with("import-unit "), "{said}");
    // So is a price for each of something.
    let table = "Område;Budget (mio. kr.);Pris kr. pr. elev\nSkoler;12;98\n";
    let said = said_of(&begun("2020"), table.as_bytes(), &figures(ImportFormat::Csv));
    assert!(said.contains("unit = \"kr. pr. elev\""), "{said}");
}

#[test]
fn a_plan_that_was_numbered_anew_is_asked_about() {
    let head = "Nr.;Tiltag;Sparekrav;Opnået\n";
    let first = run(
        &begun("2020"),
        format!("{head}1;Botilbud;1,5;0,5\n2;Kørsel;2;1\n3;Vikarer;;\n").as_bytes(),
        &request(ImportFormat::Csv),
    );
    let tree = with(begun("2020"), &first.expect("read"));
    let next = ImportRequest { report: Some("2020-09-30".to_owned()), ..request(ImportFormat::Csv) };
    let again = |rows: &str, asked: &ImportRequest| said_of(&tree, format!("{head}{rows}").as_bytes(), asked);
    for (rows, expected) in [
        ("1;Kørsel;2;1\n2;Botilbud;1,5;0,5\n", "import-renumbered number 1 Kørsel Botilbud"),
        ("1;Noget helt andet;1,5;0,5\n", "import-renumbered number 1 Noget helt andet Botilbud"),
        ("4;Botilbud;1,5;0,5\n", "import-renumbered title 4 Botilbud 1"),
    ] {
        for asked in [&next, &request(ImportFormat::Csv)] {
            assert_eq!(again(rows, asked).split(" content/").next(), Some(expected), "{rows}");
        }
    }
    for rows in [
        "1*;Botilbud;1,5;0,6\n",
        "1; BOTILBUD ;1,5;0,6\n",
        "1;Botilbud*;1,5;0,6\n",
        "5;Nyt tiltag;1;1\n",
        ";Botilbud;1,5;0,6\n",
        "1;;1,5;0,6\n",
    ] {
        assert!(!again(rows, &next).starts_with("import-"), "{rows}: {}", again(rows, &next));
    }
    // What decides it: rows are known by their numbers, or by their titles.
    let by = |known_by: &str| {
        let key = if known_by == "title" { KnownBy::Title } else { KnownBy::Number };
        ImportRequest { known_by: Some(key), ..next.clone() }
    };
    let swapped = format!("{head}1;Kørsel;2;1,1\n2;Botilbud;1,5;0,6\n");
    let achieved = |known_by: &str| {
        let made = run(&tree, swapped.as_bytes(), &by(known_by)).expect(known_by);
        let of = |name: &str| {
            let file = made.files.iter().find(|file| file.path.as_str().ends_with(name)).expect(name);
            file.text.lines().find(|line| line.starts_with("achieved")).expect("achieved").to_owned()
        };
        (of("2020-09-30/01-botilbud.md"), of("2020-09-30/02-koersel.md"), made.kept.len())
    };
    assert_eq!(achieved("title"), ("achieved = \"0,6\"".to_owned(), "achieved = \"1,1\"".to_owned(), 2));
    assert_eq!(achieved("number"), ("achieved = \"1,1\"".to_owned(), "achieved = \"0,6\"".to_owned(), 2));
}

#[test]
fn figures_that_are_gone_from_the_file_are_said() {
    let head = "Nr.;Tiltag;Sparekrav;Opnået\n";
    let rows = "1;Botilbud;1,5;0,5\n2;Kørsel;2;1\n";
    let first = run(&begun("2020"), format!("{head}{rows}").as_bytes(), &request(ImportFormat::Csv)).expect("read");
    let tree = with(begun("2020"), &first);
    let again = |rows: &str| {
        let made = run(&tree, format!("{head}{rows}").as_bytes(), &request(ImportFormat::Csv)).expect("read");
        made.form.iter().filter(|(what, _)| *what == "gone").map(|(_, text)| text.clone()).collect::<Vec<_>>()
    };
    assert!(again(rows).is_empty());
    let gone = again("1;Botilbud;1,5;\n2;Kørsel;;1\n");
    assert_eq!(
        gone,
        [
            "achieved · content/plans/proeve/updates/2020-06-30/01-botilbud.md",
            "required · content/plans/proeve/measures/02-koersel.md"
        ]
    );
}

/// What the page of a measure says where its status stands.
fn page_text(cell: &str) -> Option<String> {
    let quoted = cell.replace('"', "\"\"");
    let table = format!("Nr.;Tiltag;Status\n1;Veje;\"ØØØ\n{quoted}\nÅÅÅ\"\n");
    page_of(&table)
}

fn page_of(table: &str) -> Option<String> {
    let tree = begun("2020");
    let mut import = run(&tree, table.as_bytes(), &request(ImportFormat::Csv)).ok()?;
    for file in import.files.iter_mut().filter(|file| file.path.file_name() == "index.md") {
        file.text = "+++\n+++\n".to_owned();
    }
    let built = build_tree(&with(tree, &import), Some(day("2020-07-01")), fremdrift::content::Audience::Public);
    let path = built.files.keys().find(|path| path.as_str().contains("01-veje") && path.extension() == "html")?;
    Some(html::parse(built.page(path.as_str())).text().replace(['\u{a0}', '\u{202f}'], " "))
}

#[test]
fn words_of_a_cell_are_shown_as_they_stand() {
    for line in [
        "- 2,5 mio. kr.",
        "+ 1,2",
        "> 5 borgere",
        "4. Biler",
        "# 3",
        "#",
        "*vigtigt*",
        "_x_",
        "[x](y)",
        "<b>fed</b>",
        "a < b & c",
        "&amp;",
        "`kode`",
        "~~slettet~~",
        "a | b",
        "![x](y.png)",
        "[^1]",
        "***",
        "---",
        "===",
        "1) først",
        "\\*",
        "2. Biler",
        "- - -",
        "[x]",
        "<https://x.dk>",
        "a\\b",
        "**",
        "__init__",
        "1.",
        "-",
        "–",
        "+",
        "– 5 borgere",
        "* 3 borgere",
        "<!-- x -->",
        "&lt;",
        "~",
        "```",
    ] {
        let table = format!("Nr.;Tiltag;Status\n1;Veje;\"Før ord.\n{}\nEfter ord.\"\n", line.replace('"', "\"\""));
        let page = page_of(&table).unwrap_or_else(|| panic!("{line}"));
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (page, line) = (plain(&page), plain(line));
        let between = page
            .split_once("Før ord.")
            .and_then(|(_, rest)| rest.split_once("Efter ord."))
            .map(|(it, _)| it.trim().to_owned());
        assert_eq!(between.as_deref(), Some(line.as_str()), "{page}");
    }
    let bullets = page_of("Nr.;Tiltag;Status\n1;Veje;\"Før:\n• lokale tilbud\n- kort vej\nEfter\"\n").expect("a page");
    assert!(bullets.contains("lokale tilbud") && !bullets.contains('•'), "{bullets}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn whatever_stands_in_a_cell_stands_on_the_page(cell in "(([#>+*=~`|-]|[1-3][.)]){1,2} ?)?[a-c1-3 #*_\\[\\]()<>&;`~|!^+=:.,\\\\/{}$@%?'-]{1,24}") {
        // A line with as many signs as a row has is refused: it may be a row that two open quotation marks swallowed.
        prop_assume!(cell.matches(';').count() != 2);
        let page = page_text(&cell).unwrap_or_else(|| panic!("{cell}"));
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        // On a line of its own, where a sign at the beginning means most. What marks a point of a list before a word is shown as one.
        let line = cell.trim();
        let point = ["- ", "* "].into_iter().find_map(|sign| line.strip_prefix(sign)).map(str::trim_start);
        let shown = point.filter(|rest| rest.starts_with(char::is_alphabetic)).unwrap_or(line);
        let expected = plain(&format!("ØØØ {shown} ÅÅÅ"));
        prop_assert!(plain(&page).contains(&expected), "{expected} in {page}");
    }
}

#[test]
fn fields_of_a_form_are_refused_by_cell() {
    let page = |cell: &str| {
        let text = format!("<table><tr><td>Område<td>Budget<tr><td>Børn<td>{cell}</table>");
        said_of(&begun("2020"), text.as_bytes(), &figures(ImportFormat::Html))
    };
    for cell in [
        "<select><option>10<option selected>20</select>",
        "<input value=10>",
        "<input type=text value=10 />",
        "<textarea>10</textarea>",
        "1<button>0</button>",
        "<input type=checkbox checked>",
        "<meter value=3>3</meter>",
    ] {
        assert_eq!(page(cell), "import-cell field B2", "{cell}");
    }
    for cell in [
        "<svg><text>1</text></svg>",
        "<canvas></canvas>",
        "<object>10</object>",
        "<iframe src=x></iframe>",
        "<video></video>",
    ] {
        assert_eq!(page(cell), "import-cell picture B2", "{cell}");
    }
    assert!(page("<input type=hidden value=9>10").contains(";10"), "{}", page("<input type=hidden value=9>10"));
    assert!(!page("<form>10</form>").starts_with("import-"));
}
