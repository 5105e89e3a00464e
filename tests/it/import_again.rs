//! What a second import makes of what stands there already: rows and columns that are new or gone, words and marks of an author.

use fremdrift::{
    content::Audience,
    draft::{self, Import, ImportFormat, ImportMapping, ImportRequest, KnownBy},
    tree::{MemoryTree, Tree as _},
};

use crate::{
    imports::{begun, code, figures, request, run, with},
    support::{build_tree, day},
};

const FIGURES: &str = "content/plans/proeve/updates/2020-06-30/drift.csv";

/// Tells whether words stand on a page, nothing of which is hidden.
fn shows(tree: &MemoryTree, words: &str) -> bool {
    let built = build_tree(tree, Some(day("2020-07-01")), Audience::Draft);
    let pages: Vec<_> = built.files.keys().filter(|path| path.extension() == "html").collect();
    pages.iter().any(|path| built.page(path.as_str()).contains(words))
}

fn gone(import: &Import) -> Vec<&str> {
    let gone = import.form.iter().filter(|(what, _)| *what == "gone");
    gone.map(|(_, text)| text.split(" · ").next().unwrap_or_default()).collect()
}

#[track_caller]
fn again(tree: &MemoryTree, table: &str) -> Import {
    run(tree, table.as_bytes(), &figures(ImportFormat::Csv)).unwrap_or_else(|error| panic!("{error}\n{table}"))
}

fn first(table: &str) -> MemoryTree {
    let tree = begun("2020");
    let import = again(&tree, table);
    with(tree, &import)
}

#[test]
fn one_new_row_throws_nothing_away() {
    let table = "Område;Budget (mio. kr.);Forbrug\nBørn;1;0,5\nÆldre;2;1\nI alt;3;1,5\n";
    let by_hand = "row;label;kind;formula;adopted;actual\nboern;\"Børn;\nog unge\";;;1*;0,50\n\
                   aeldre;Ældre (65+);;;2;1\ni-alt;I alt;total;boern+aeldre;3;1,5\n";
    let tree = first(table).with(FIGURES, by_hand);
    let more = table.replace("I alt;3;1,5", "Kultur;4;2\nI alt;7;3,5");
    let made = again(&tree, &more);
    let [file] = made.files.as_slice() else { panic!("{:?}", made.files) };
    let expected = by_hand
        .replace("i-alt;I alt;total;boern+aeldre;3;1,5", "kultur;Kultur;;;4;2\ni-alt;I alt;total;boern+aeldre;7;3,5");
    assert_eq!(file.text, expected);
    assert!(gone(&made).is_empty(), "{:?}", made.form);
    // It is the same thereafter.
    assert!(again(&with(tree, &made), &more).files.is_empty());
}

#[test]
fn rows_and_columns_that_are_gone_are_said() {
    let table = "Område;Budget (mio. kr.);Forbrug\nBørn;1;0,5\nUnge;7;8\nI alt;8;8,5\n";
    let tree = first(table);
    let fewer = again(&tree, "Område;Budget (mio. kr.);Forbrug\nBørn;1;0,5\nI alt;1;0,5\n");
    assert_eq!(gone(&fewer), ["Unge"]);
    assert!(fewer.files.iter().any(|file| file.text.contains("unge;Unge;;7;8")), "{:?}", fewer.files);
    let fewer = again(&tree, "Område;Budget (mio. kr.)\nBørn;1\nUnge;7\nI alt;8\n");
    assert_eq!((gone(&fewer), fewer.files.len()), (vec!["Forbrug"], 0));
    let emptied = again(&tree, "Område;Budget (mio. kr.);Forbrug\nBørn;1;\nUnge;7;8\nI alt;8;8\n");
    assert_eq!(gone(&emptied), ["Børn, Forbrug"]);
    assert!(emptied.files.iter().any(|file| file.text.contains("boern;Børn;;1;0,5")), "{:?}", emptied.files);
    assert!(gone(&again(&tree, table)).is_empty());
}

#[test]
fn a_file_of_figures_without_rows_that_can_be_known_is_not_written_over() {
    let table = "Område;Budget (mio. kr.)\nBørn;1\n";
    let tree = first(table);
    let (name, args) =
        code(run(&tree.clone().with(FIGURES, "konto;adopted\nb;1\n"), table.as_bytes(), &figures(ImportFormat::Csv)));
    assert_eq!(name, "import-kept-unreadable");
    assert!(args.iter().any(|(_, text)| text == FIGURES), "{args:?}");
    assert_eq!(again(&tree.with(FIGURES, "\n"), table).files.len(), 1);
}

#[test]
fn a_table_that_is_declared_to_be_windows_1252_keeps_its_letters() {
    let table = "Område;Budget (mio. kr.)\nBørn;1\nÆldre;2\n";
    let declaration = "title = \"Drift\"\nunit = \"mio. kr.\"\n[csv]\nencoding = \"windows-1252\"\n[columns]\nadopted = { title = \"Budget (mio. kr.)\" }\n";
    let path = "content/plans/proeve/tables/drift.toml";
    let tree = begun("2020").with(path, declaration);
    let made = again(&tree, table);
    let tree = with(tree, &made);
    assert!(shows(&tree, "Ældre"), "{:?}", made.files);
    // What a spreadsheet saved since is in Windows-1252.
    let saved: Vec<u8> = "row;label;kind;adopted\nboern;Børn og unge;;1\naeldre;Ældre;;2\n"
        .chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin"))
        .collect();
    let tree = tree.with(FIGURES, saved.clone());
    assert!(again(&tree, table).files.is_empty());
    let made = again(&tree, &table.replace("Ældre;2", "Ældre;2,5"));
    let file = made.files.first().expect("changed");
    assert_eq!(file.before.as_deref(), Some(saved.as_slice()));
    assert_eq!(
        file.text.trim_start_matches('\u{feff}'),
        "row;label;kind;adopted\nboern;Børn og unge;;1\naeldre;Ældre;;2,5\n"
    );
    assert_eq!(file.text_before().lines().nth(1), Some("boern;Børn og unge;;1"));
    assert!(shows(&with(tree, &made), "Børn og unge"));
}

#[test]
fn rows_that_two_columns_tell_apart_are_known_by_both() {
    let table = "Område;Art;Budget (mio. kr.)\nSkoler;Løn;1\nSkoler;Drift;2\nÆldre;Løn;3\n";
    let said = |field: &str| ImportMapping {
        columns: [("Område".to_owned(), field.to_owned()), ("Art".to_owned(), field.to_owned())].into(),
        ..ImportMapping::default()
    };
    let of = |said| run(&begun("2020"), table.as_bytes(), &ImportRequest { said, ..figures(ImportFormat::Csv) });
    assert_eq!(code(of(ImportMapping::default())).0, "import-row");
    let rows = |import: Import| {
        let file = import.files.into_iter().find(|file| file.path.as_str() == FIGURES).expect("figures");
        file.text.lines().skip(1).map(str::to_owned).collect::<Vec<_>>()
    };
    let labels = ["skoler-loen;Skoler, Løn;;1", "skoler-drift;Skoler, Drift;;2", "aeldre-loen;Ældre, Løn;;3"];
    assert_eq!(rows(of(said("label")).expect("read")), labels);
    let ids = ["Skoler-Løn", "Skoler-Drift", "Ældre-Løn"];
    let by_id = ids.iter().zip(&labels).map(|(id, row)| format!("{id};{}", row.split_once(';').expect("an id").1));
    assert_eq!(rows(of(said("row")).expect("read")), by_id.collect::<Vec<_>>());
    // One that has a name already is told apart by what is said alone.
    let table = "Konto;Art;Tekst;Budget (mio. kr.)\n3.22;1;Skoler;1\n3.22;2;Skoler;2\n";
    let said = ImportMapping { columns: [("Art".to_owned(), "row".to_owned())].into(), ..ImportMapping::default() };
    let made = run(&begun("2020"), table.as_bytes(), &ImportRequest { said, ..figures(ImportFormat::Csv) });
    assert_eq!(rows(made.expect("read")), ["3.22-1;Skoler;;1", "3.22-2;Skoler;;2"]);
}

const HEAD: &str = "Nr.;Tiltag;Sparekrav;Opnået\n";

/// A site with measures of a table, which is imported once more.
fn measures(tree: &MemoryTree, table: &str) -> Import {
    run(tree, table.as_bytes(), &request(ImportFormat::Csv)).unwrap_or_else(|error| panic!("{error}\n{table}"))
}

fn begun_with(table: &str) -> MemoryTree {
    let tree = begun("2020");
    let import = measures(&tree, table);
    with(tree, &import)
}

const VEJE: &str = "content/plans/proeve/measures/01-veje.md";

#[test]
fn what_an_author_wrote_beside_a_figure_stays() {
    let tree = begun_with(&format!("{HEAD}1;Veje;2,5;1\n2;Broer;3;1\n"));
    for (own, table, expected) in [
        ("2,5*", "2,5", "2,5*"),
        ("ca. 2,50", "2,5", "ca. 2,50"),
        ("2,5 mio. kr.", "2,5", "2,5 mio. kr."),
        ("2,5*", "2,6", "2,6"),
        ("2,5 kr.", "2,5", "2,5"),
        ("2,5", "2,5*", "2,5*"),
        ("2,5*", "2,5**", "2,5**"),
        ("2,5", "ca. 2,5", "ca. 2,5"),
    ] {
        let text =
            |figure: &str| format!("+++\nnumber = \"1\"\ntitle = \"Veje\"\nrequired = \"{figure}\" # mit\n+++\nOrd.\n");
        let tree = tree.clone().with(VEJE, text(own));
        let made = measures(&tree, &format!("{HEAD}1;Veje;{table};1\n2;Broer;3;1\n"));
        let file = made.files.iter().find(|file| file.path.as_str() == VEJE);
        let said = file.map_or_else(|| text(own), |file| file.text.clone());
        assert_eq!(said, text(expected), "{own} {table}");
    }
}

#[test]
fn months_that_changed_are_set_and_those_that_are_gone_are_said() {
    let head = "Nr.;Tiltag;jan;feb;mar;I alt\n";
    let asked = ImportRequest { report: None, ..request(ImportFormat::Csv) };
    let of = |tree: &MemoryTree, row: &str| {
        run(tree, format!("{head}{row}\n").as_bytes(), &asked).unwrap_or_else(|error| panic!("{error}"))
    };
    let tree = begun("2020");
    let made = of(&tree, "1;Veje;1;1;1;3");
    let tree = with(tree, &made);
    let changed = of(&tree, "1;Veje;1;2;1;4");
    let file = changed.files.iter().find(|file| file.path.as_str() == VEJE).expect("changed");
    for line in ["jan = \"1\"", "feb = \"2\"", "mar = \"1\"", "total = \"4\""] {
        assert!(file.text.lines().any(|known| known == line), "{}", file.text);
    }
    assert!(!file.text.contains("jan-mar"), "{}", file.text);
    let look = draft::look(&tree, &changed.files, day("2020-07-01"), None, "test").expect("a look");
    assert!(look.errors.is_empty(), "{:?}", look.errors);
    let fewer = of(&tree, "1;Veje;1;;1;");
    assert_eq!(gone(&fewer), ["effect.2020.feb", "effect.2020.total"]);
    assert!(fewer.files.iter().all(|file| file.path.as_str() != VEJE), "{:?}", fewer.files);
}

#[test]
fn a_measure_that_is_gone_from_the_file_is_said() {
    let rows = ["1;Veje;1;1\n", "2;Broer;1;1\n", "3;Skoler;1;1\n"];
    let tree = begun_with(&format!("{HEAD}{}", rows.concat()));
    let of = |rows: &[&str]| {
        let made = measures(&tree, &format!("{HEAD}{}", rows.concat()));
        gone(&made).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert!(of(&rows).is_empty());
    assert_eq!(of(&rows[..2]), ["content/plans/proeve/measures/03-skoler.md"]);
    // A part of the plan is no plan from which the rest is gone.
    assert!(of(&rows[..1]).is_empty());
    assert!(of(&["9;Havne;1;1\n", "8;Haller;1;1\n"]).is_empty());
}

#[test]
fn what_rows_are_known_by_is_kept() {
    let tree = begun_with(&format!("{HEAD}1;Veje;1;1\n2;Broer;2;1\n"));
    let swapped = format!("{HEAD}2;Veje;1;1,5\n1;Broer;2;1\n");
    let asked = ImportRequest { known_by: Some(KnownBy::Title), ..request(ImportFormat::Csv) };
    let made = run(&tree, swapped.as_bytes(), &asked).expect("read");
    let kept = made.files.iter().find(|file| file.path.as_str().starts_with("imports/")).expect("kept");
    assert!(kept.text.contains("known_by = \"title\""), "{}", kept.text);
    let next = ImportRequest { kept: Some(kept.text.clone()), ..request(ImportFormat::Csv) };
    let again = run(&tree, swapped.as_bytes(), &next).expect("read");
    assert_eq!(again.files.len() + 1, made.files.len());
    // A title that no measure has decides nothing: it is asked about as before.
    let renamed = format!("{HEAD}1;Havne;1;1\n2;Broer;2;1\n");
    assert_eq!(code(run(&tree, renamed.as_bytes(), &next)).0, "import-renumbered");
    assert!(run(&tree, renamed.as_bytes(), &asked).is_ok());
    let kept = Some("known_by = \"number\"\n".to_owned());
    let by_number = ImportRequest { kept: kept.clone(), ..next.clone() };
    // The number may be a new measure's by now, unless its title has a word of the other's.
    assert_eq!(code(run(&tree, renamed.as_bytes(), &by_number)).0, "import-renumbered");
    let longer = format!("{HEAD}1;Veje og stier;1;1\n2;Broer;2;1\n");
    assert!(run(&tree, longer.as_bytes(), &by_number).is_ok());
    let kept_number = ImportRequest { kept: kept.clone(), ..next.clone() };
    assert_eq!(code(run(&tree, swapped.as_bytes(), &kept_number)).0, "import-renumbered");
    let moved = format!("{HEAD}7;Veje;1;1\n2;Broer;2;1\n");
    assert_eq!(code(run(&tree, moved.as_bytes(), &ImportRequest { kept, ..next })).0, "import-renumbered");
    // Two rows of one measure.
    let twice = format!("{HEAD}1;Veje;1;1\n;Veje;2;1\n");
    assert_eq!(code(run(&tree, twice.as_bytes(), &request(ImportFormat::Csv))).0, "import-row");
}

#[test]
fn a_record_with_a_unit_of_its_own_is_not_taken_to_say_the_same() {
    let measure = |unit: &str, amount: &str| {
        format!("+++\nnumber = \"1\"\ntitle = \"Veje\"\nunit = \"{unit}\"\nrequired = \"{amount}\"\n+++\n")
    };
    for (unit, own, table) in [("1.000 kr.", "1,5", "1,5"), ("1.000 kr.", "1500", "1500")] {
        let tree = begun("2020").with("content/plans/proeve/measures/01-veje.md", measure(unit, own));
        let made = measures(&tree, &format!("Nr.;Tiltag;Sparekrav (mio. kr.)\n1;Veje;\"{table}\"\n"));
        let file = made.files.iter().find(|file| file.path.file_name() == "01-veje.md").expect("it is another amount");
        assert!(file.text.contains(&format!("required = \"{table} mio. kr.\"")), "{}", file.text);
    }
}

#[test]
fn of_two_rows_of_one_label_none_is_lost() {
    let tree = begun("2020")
        .with("content/plans/proeve/tables/drift.toml", "title = \"Drift\"\n[columns]\nadopted = {}\n")
        .with("content/plans/proeve/tables/drift.csv", "row;label;kind\ndrift;Drift;\nbus;Bus;\n");
    let of = |table: &str| run(&tree, table.as_bytes(), &figures(ImportFormat::Csv));
    assert!(of("Konto;Område;Budget\n101;Drift;5\n103;Bus;2\n").is_ok());
    assert_eq!(code(of("Konto;Område;Budget\n101;Drift;5\n102;Drift;7\n103;Bus;2\n")).0, "import-row");
}

#[test]
fn personal_numbers_in_what_is_left_out_are_masked() {
    let table = format!("{HEAD}1;Veje;1;1\n** Se 010190-1234.;;;\n");
    let made = measures(&begun("2020"), &table);
    assert!(made.form.iter().any(|(what, _)| *what == "left-out"), "{:?}", made.form);
    assert!(!made.form.iter().any(|(_, text)| text.contains("1234")), "{:?}", made.form);
}

#[test]
fn sections_of_a_table_are_declared() {
    let table = format!("{HEAD}Skoler;;;\n1;Veje;1;1\nÆldre;;;\n2;Broer;1;1\n");
    let tree = begun("2020");
    let made = measures(&tree, &table);
    let plan = |made: &Import| {
        let file = made.files.iter().find(|file| file.path.file_name() == "plan.md");
        file.map(|file| file.text.lines().find(|line| line.starts_with("sections")).unwrap_or_default().to_owned())
    };
    assert_eq!(plan(&made).as_deref(), Some("sections = [\"Skoler\", \"Ældre\"]"));
    let look = draft::look(&tree, &made.files, day("2020-07-01"), None, "test").expect("a look");
    assert!(look.errors.is_empty(), "{:?}", look.errors);
    let tree = with(tree, &made);
    assert_eq!(plan(&measures(&tree, &table)), None);
    // As the plan spells it, and what is new behind what was.
    let made = measures(&tree, &format!("{HEAD}SKOLER;;;\n3;Haller;1;1\nKultur;;;\n4;Havne;1;1\n"));
    assert_eq!(plan(&made).as_deref(), Some("sections = [\"Skoler\", \"Ældre\", \"Kultur\"]"));
    assert!(made.files.iter().any(|file| file.text.contains("section = \"Skoler\"")), "{:?}", made.files);
    let by_column = measures(&begun("2020"), "Nr.;Tiltag;Afsnit;Sparekrav;Opnået\n1;Veje;Anlæg;1;1\n");
    assert_eq!(plan(&by_column).as_deref(), Some("sections = [\"Anlæg\"]"));
}

#[test]
fn the_words_of_a_note_that_no_figure_has_are_said() {
    let made = measures(&begun("2020"), &format!("{HEAD}1;Veje*;1;1\n* Vejene er private.;;;\n"));
    let left_out: Vec<_> =
        made.form.iter().filter(|(what, _)| *what == "left-out").map(|(_, text)| text.as_str()).collect();
    assert_eq!(left_out, ["* Vejene er private."]);
}

#[test]
fn a_head_of_two_lines_is_the_title_of_its_column() {
    let table = "Område;\"Budget\nt.kr.\"\nBørn;2500\nÆldre;1500\n";
    let tree = begun("2020");
    let made = again(&tree, table);
    let look = draft::look(&tree, &made.files, day("2020-07-01"), None, "test").expect("a look");
    assert!(look.errors.is_empty(), "{:?}", look.errors);
    assert!(made.files.iter().any(|file| file.text.contains("adopted = { title = \"Budget t.kr.\" }")));
}

#[test]
fn the_words_that_an_author_made_of_a_note_stay() {
    let table = format!("{HEAD}1;Veje;1*;1**\n* Vejene er private.;;;\n** Opgjort i maj.;;;\n");
    let tree = begun_with(&table);
    assert!(measures(&tree, &table).files.is_empty());
    let (plan, index) = ("content/plans/proeve/plan.md", "content/plans/proeve/updates/2020-06-30/index.md");
    let text = |path: &str| {
        let path = fremdrift::value::RelPath::new(path).expect("a path");
        let mut bytes = Vec::new();
        tree.read(&path, &mut bytes).expect("read");
        String::from_utf8(bytes).expect("text")
    };
    let by_hand = |path: &str, from: &str, to: &str| {
        let before = text(path);
        assert!(before.contains(from), "{before}");
        tree.clone().with(path, before.replace(from, to))
    };
    for (path, tree) in [
        (plan, by_hand(plan, "Vejene er private.", "Vejene ejes af grundejerne.")),
        (index, by_hand(index, "Opgjort i maj.", "Opgjort den 3. maj.")),
    ] {
        let made = measures(&tree, &table);
        assert!(made.files.is_empty(), "{:?}", made.files);
        assert_eq!(made.kept.iter().map(|path| path.as_str()).collect::<Vec<_>>(), [path]);
    }
}
