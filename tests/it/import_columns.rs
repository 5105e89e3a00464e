//! What an import of figures does with columns that hold no money: words, levels, codes, an index.

use fremdrift::{
    draft::{ImportFormat, ImportRequest},
    tree::MemoryTree,
};

use crate::imports::{begun, code, figures, run, with};

fn next() -> ImportRequest {
    ImportRequest { report: Some("2020-09-30".to_owned()), ..figures(ImportFormat::Csv) }
}

#[test]
fn a_table_with_columns_of_words_is_filled_again_next_month() {
    let first = "Område;Budget (1.000 kr.);Bemærkning\nSkoler;400,5;Sent\nVeje;10,5;\n";
    let made = run(&begun("2020"), first.as_bytes(), &figures(ImportFormat::Csv)).expect("read");
    let tree = with(begun("2020"), &made);
    let toml = made.files[0].text.clone();
    assert!(toml.contains("bemaerkning = { title = \"Bemærkning\", text = true }"), "{toml}");
    let filled = |declared: &str, cells: [&str; 2]| {
        let path = made.files[0].path.as_str();
        let tree: MemoryTree = tree.clone().with(path, declared);
        let table =
            format!("Område;Budget (1.000 kr.);Bemærkning\nSkoler;400,5;{}\nVeje;10,5;{}\n", cells[0], cells[1]);
        let next = run(&tree, table.as_bytes(), &next()).expect("read");
        next.files.iter().find(|file| file.path.as_str().ends_with("drift.csv")).expect("a file").text.clone()
    };
    let expected = |cells: [&str; 2]| {
        format!("row;label;kind;adopted;bemaerkning\nskoler;Skoler;;400,5;{}\nveje;Veje;;10,5;{}\n", cells[0], cells[1])
    };
    let level = toml.replace("text = true", "level = true");
    for (declared, cells) in [
        (&toml, ["Sent", "Sent 2 gange"]),
        (&toml, ["12", "Sent"]),
        (&toml, ["", "Sent"]),
        (&toml, ["", ""]),
        (&level, ["Rød", "Gul"]),
        (&level, ["", ""]),
    ] {
        assert_eq!(filled(declared, cells), expected(cells), "{declared}");
    }
    // A column of amounts stays one.
    let table = "Område;Budget (1.000 kr.);Bemærkning\nSkoler;sent;Sent\n";
    assert_eq!(code(run(&tree, table.as_bytes(), &next())).0, "import-numbers-differ");
}

#[test]
fn an_empty_column_for_words_is_declared_for_what_will_stand_in_it() {
    let heads =
        ["Bemærkning", "Bemærkninger", "Kommentar", "Noter", "Forklaring", "Comments", "Anmärkning", "Merknader"];
    for head in heads {
        let table = |cell: &str| format!("Område;Budget (1.000 kr.);{head}\nSkoler;400,5;{cell}\nVeje;10,5;\n");
        let made = run(&begun("2020"), table("").as_bytes(), &figures(ImportFormat::Csv)).expect("read");
        let toml = &made.files[0].text;
        assert!(toml.contains(&format!("title = \"{head}\", text = true")), "{toml}");
        let next = run(&with(begun("2020"), &made), table("Sent").as_bytes(), &next()).expect("read next month");
        assert!(next.files.iter().any(|file| file.text.contains("400,5;Sent")), "{head}");
    }
    // What any other empty column will hold nobody knows, nor does one without a head.
    for head in ["Regnskab 2021", "Ansvar", ""] {
        let table = format!("Område;Budget (1.000 kr.);{head}\nSkoler;400,5;\n");
        let made = run(&begun("2020"), table.as_bytes(), &figures(ImportFormat::Csv)).expect("read");
        assert!(!made.files[0].text.contains("text = true"), "{}", made.files[0].text);
    }
}

#[test]
fn beside_money_a_column_that_names_no_unit_is_asked_about() {
    let asked = |table: &str| {
        let (name, args) = code(run(&begun("2020"), table.as_bytes(), &figures(ImportFormat::Csv)));
        assert_eq!(name, "import-unit", "{table}");
        args[0].1.clone()
    };
    for (head, cells) in [("Afdeling", "10"), ("Ansvar", "4711"), ("Enhedspris", "12,50"), ("Indeks", "109,7")] {
        let table =
            format!("{head};Område;Budget (1.000 kr.);Forbrug (1.000 kr.)\n{cells};Dagpleje;45.210,5;11.020,25\n");
        assert_eq!(asked(&table), head);
        let last = format!("Område;Budget (1.000 kr.);Forbrug;{head}\nDagpleje;45.210,5;11.020,25;{cells}\n");
        assert_eq!(asked(&last), head);
    }
    assert_eq!(asked("Afdeling;Område;Budget;Forbrug\n10;Dagpleje;45.210,5;11.020,25\n"), "Afdeling");
    // What says what it counts in, or has a known meaning, is taken.
    let sound = "Område;Budget (1.000 kr.);Forbrug;Dækning (%);Antal sager;Overført (1.000 kr.)\nDagpleje;45.210,5;11.020,25;24,4;12;5,5\n";
    run(&begun("2020"), sound.as_bytes(), &figures(ImportFormat::Csv)).expect("read");
    // The cure: codes that rows are known by, or what is not wanted.
    for meaning in ["row", "ignore"] {
        let mut asked = figures(ImportFormat::Csv);
        asked.said.columns = [("Afdeling".to_owned(), meaning.to_owned())].into();
        let table = "Afdeling;Område;Budget (1.000 kr.)\n10;Dagpleje;45.210,5\n";
        let made = run(&begun("2020"), table.as_bytes(), &asked).expect(meaning);
        assert!(!made.files[0].text.contains("Afdeling"), "{}", made.files[0].text);
    }
}
