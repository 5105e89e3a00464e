//! `fremdrift import html`: tables as Word, a browser and an office suite save them, against what the same table says as CSV.

use fremdrift::draft::{Import, ImportFormat, ImportMapping, ImportRequest};
use proptest::prelude::*;

use crate::imports::{STATUS, begun, code, damage, figures, request, run};

/// A page as Word saves it: its own declarations, its own elements, paragraphs in every cell, points of a list as signs of a font.
fn word_page(body: &str) -> String {
    format!(
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head>\n\
         <meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\">\n\
         <style><!--\n p.MsoNormal {{margin:0cm; font-family:\"Calibri\",sans-serif;}}\n .Skjult {{display:none}}\n--></style>\n\
         <title>Nr;Tiltag</title></head><body lang=DA>\n<p class=MsoNormal>Status<o:p></o:p></p>\n{body}\n</body></html>"
    )
}

/// Writes CSV as a table of Word, paragraph by paragraph.
fn word_table(csv: &str) -> String {
    let (mut rows, mut quoted) = (String::new(), String::new());
    for line in csv.lines() {
        quoted.push_str(line);
        if quoted.matches('"').count() % 2 == 1 {
            quoted.push('\n');
            continue;
        }
        let cells = quoted.split(';').map(|cell| {
            let lines = cell.trim_matches('"').split('\n').map(|line| match line.strip_prefix("• ") {
                Some(point) => format!(
                    "<p class=MsoListParagraph><span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>\
                     &nbsp;&nbsp;</span></span>{}</p>",
                    shown(point)
                ),
                None => format!("<p class=MsoNormal><b>{}</b><o:p></o:p></p>", shown(line)),
            });
            format!("\n  <td valign=top style='border:none'>\n  {}\n  </td>", lines.collect::<String>())
        });
        rows.push_str(&format!("<tr style='height:1pt'>{}</tr>\n", cells.collect::<String>()));
        quoted.clear();
    }
    format!("<table class=MsoTableGrid border=1>\n<tbody>{rows}</tbody></table>")
}

/// Writes words as HTML has them, with line ends where Word breaks its source.
fn shown(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replacen(' ', "\n  ", 1)
}

fn windows(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

fn texts(import: &Import) -> Vec<(String, String)> {
    import.files.iter().map(|file| (file.path.to_string(), file.text.clone())).collect()
}

#[track_caller]
fn read(page: &str) -> Import {
    run(&begun("2020"), page.as_bytes(), &request(ImportFormat::Html)).unwrap_or_else(|error| panic!("{error}\n{page}"))
}

#[track_caller]
fn refused(page: &str) -> (&'static str, String) {
    let (code, args) = code(run(&begun("2020"), page.as_bytes(), &request(ImportFormat::Html)));
    (code, args.iter().map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" "))
}

fn asked(sheet: Option<&str>, hidden: &[&str]) -> ImportRequest {
    let hidden = hidden.iter().map(|name| (*name).to_owned()).collect();
    let said = ImportMapping { sheet: sheet.map(str::to_owned), hidden, ..ImportMapping::default() };
    ImportRequest { said, ..request(ImportFormat::Html) }
}

#[test]
fn a_table_of_word_says_what_the_same_table_says_as_csv() {
    let tree = begun("2020");
    let of_csv = run(&tree, STATUS.as_bytes(), &request(ImportFormat::Csv)).expect("csv");
    let page = windows(&word_page(&word_table(STATUS)));
    let of_word = run(&tree, &page, &request(ImportFormat::Html)).expect("html");
    assert_eq!(texts(&of_word), texts(&of_csv));
    assert!(of_word.files.len() > 8, "{}", of_word.files.len());
    let form = |what: &str| of_word.form.iter().find(|(name, _)| *name == what).map(|(_, value)| value.as_str());
    assert_eq!((form("encoding"), form("table"), form("decimal")), (Some("windows-1252"), Some("1"), Some(",")));
    // Figures of a ledger, in a page that a browser saved.
    let ledger = "row;Budget;Forbrug\nløn;1.250,5;1.180,25\n";
    let tree = begun("2020");
    let of_csv = run(&tree, ledger.as_bytes(), &figures(ImportFormat::Csv)).expect("csv");
    let page = format!("<meta charset=utf-8>{}", word_table(ledger));
    let of_page = run(&tree, page.as_bytes(), &figures(ImportFormat::Html)).expect("html");
    assert_eq!(texts(&of_page), texts(&of_csv));
}

#[test]
fn a_cell_is_read_as_it_is_seen() {
    let import = read(
        "<table><tr><th>Nr<th>Tiltag<th>Sparekrav<th>Status\
         <tr><td>1<td>Takster &amp;\n <i>løn</i><br>&nbsp;<td>3,5<td><p>Aftalt.<ul><li>et<li>to</ul><ol start=3><li>tre</ol>CO<sub>2</sub>, m<sup>2</sup>\
         <script>var x = '<td>9</td>';</script><!-- <td>8</td> --></table>udenfor",
    );
    let all: String = texts(&import).into_iter().map(|(_, text)| text).collect();
    for words in ["Takster & løn", "required = \"3,5\"", "Aftalt.", "et", "to", "3\\. tre", "CO₂, m²"] {
        assert!(all.contains(words), "{words} in {all}");
    }
    assert!(!all.contains("var x") && !all.contains("<td>") && !all.contains("udenfor"), "{all}");
}

#[test]
fn a_status_that_is_only_a_colour_is_counted_as_missing() {
    let page = |status: &str| {
        format!(
            "<table><tr><td>Nr<td>Tiltag<td>Statusfarve<td>Status<tr><td>1<td>Løn<td {status}<td>Går.\
             <tr><td>2<td>Takster<td>Alt OK<td>Holder.</table>"
        )
    };
    let wordless = |status: &str| {
        let import = read(&page(status));
        import.form.iter().find(|(what, _)| *what == "wordless").map(|(_, count)| count.clone())
    };
    assert_eq!(wordless("style='background:#f00'>&nbsp;"), Some("1".to_owned()));
    assert_eq!(wordless("bgcolor=red>"), Some("1".to_owned()));
    assert_eq!(wordless(">Kritisk"), None);
    let of_colours = page("bgcolor=red>").replace("<td>Alt OK", "<td style='background:lime'>");
    assert!(read(&of_colours).form.contains(&("wordless", "2".to_owned())), "all of them");
    let of_status = "<table><tr><td>Nr<td>Tiltag<td>Status<tr><td>1<td>Løn<td bgcolor=red></table>";
    assert!(read(of_status).form.contains(&("wordless", "1".to_owned())), "a column that is called so");
    // A table without such a column lacks none of its words.
    let without = read("<table><tr><td>Nr<td>Tiltag<td>Sparekrav<tr><td>1<td>Løn<td>2</table>");
    assert!(without.form.iter().all(|(what, _)| *what != "wordless"));
}

#[test]
fn a_raised_digit_is_no_digit_of_the_number_before_it() {
    let page = |cell: &str| format!("<table><tr><td>Nr<td>Tiltag<td>Sparekrav<tr><td>1<td>Løn<td>{cell}</table>");
    for cell in [
        "6,56<sup>1</sup>",
        "6,56<span style='vertical-align: super'>1</span>",
        "6,56<a href='#_ftn1'><span style=\"VERTICAL-ALIGN:SUPER !important\">1</span></a>",
        "6,56<sub>1</sub>",
    ] {
        let (code, words) = refused(&page(cell));
        assert!(code == "import-numbers-differ" && !words.contains("6,561"), "{cell}: {code} {words}");
    }
    let of_class = format!(
        "<style>.c5, p.c6 {{ color: red; vertical-align: super }}</style>{}",
        page("6,56<b class='x c6'>1</b>")
    );
    assert_eq!(refused(&of_class).0, "import-numbers-differ");
    assert!(texts(&read(&page("6,5<b>6</b>"))).iter().any(|(_, text)| text.contains("\"6,56\"")));
    // A mark is a mark, raised or not.
    assert!(texts(&read(&page("6,56<sup>*</sup>"))).iter().any(|(_, text)| text.contains("6,56*")));
}

#[test]
fn what_is_hidden_struck_out_or_a_picture_stops_an_import() {
    let page = |cell: &str| format!("<table><tr><td>Nr<td>Tiltag<td>Status<tr><td>1<td>Løn<td>{cell}</table>");
    for (cell, what) in [
        ("åben <span style='display:none'>lukket</span>", "hidden C2"),
        ("åben <span style='mso-hide:all'>lukket</span>", "hidden C2"),
        ("åben <span style='font-size:0pt'>lukket</span>", "hidden C2"),
        ("åben <span hidden>lukket</span>", "hidden C2"),
        ("åben <span style='visibility : HIDDEN'>lukket</span>", "hidden C2"),
        ("<del>gammelt</del> nyt", "struck-page C2"),
        ("<s>gammelt</s> nyt", "struck-page C2"),
        ("<span style='text-decoration:line-through'>gammelt</span> nyt", "struck-page C2"),
        ("<img src=groen.png>", "picture C2"),
        ("<span style='font-family:Wingdings'>ü</span>", "picture C2"),
        ("ja <font face=Symbol>a</font>", "picture C2"),
    ] {
        assert_eq!(refused(&page(cell)), ("import-cell", what.to_owned()), "{cell}");
    }
    for cell in ["<img src=x alt='Alt OK'>", "lille <span style='font-size:0.9em'>skrift</span>", "<del> </del>nyt"] {
        read(&page(cell));
    }
    let styled = format!(
        "<style>@media all {{ td.skjult span, .b {{ display : none }} }}</style>{}",
        page("<i class=b>lukket</i>")
    );
    assert_eq!(refused(&styled), ("import-cell", "hidden C2".to_owned()));
}

#[test]
fn hidden_rows_and_columns_are_read_where_they_are_named() {
    let page = "<table><col><col><col style='display:none'><tr><td>Nr<td>Tiltag<td>Status<tr><td>1<td>Løn<td>Holdt\
                <tr style='display:none'><td>2<td>Lukket<td>Nej<tbody hidden><tr><td>3<td>Også<td></table>";
    assert_eq!(refused(page), ("import-hidden", "3, 4, C".to_owned()));
    let tree = begun("2020");
    let import = run(&tree, page.as_bytes(), &asked(None, &["3", "4", "c"])).expect("named");
    assert!(texts(&import).iter().any(|(path, _)| path.contains("02-lukket")));
    // A table that is hidden as a whole is read where it is named.
    let hidden = "<div style='display:none'><table><tr><td>Nr<td>Tiltag<tr><td>1<td>Løn</table></div>";
    assert_eq!(refused(hidden), ("import-hidden", "1".to_owned()));
    run(&tree, hidden.as_bytes(), &asked(Some("1"), &[])).expect("named");
}

#[test]
fn of_several_tables_the_one_is_read_that_is_named() {
    let one = "<table><tr><td>Nr<td>Tiltag<tr><td>1<td>Løn</table>";
    let other = "<table><caption>Bilag</caption><tr><td>Nr.<td>Tiltag<tr><td>2<td>Takster</table>";
    let page = format!("{one}{other}<table><tr><td></table>");
    assert_eq!(refused(&page), ("import-sheet", "1 (Nr), 2 (Nr.), 3 (–)".to_owned()));
    let tree = begun("2020");
    let import = run(&tree, page.as_bytes(), &asked(Some("2"), &[])).expect("the second");
    assert!(texts(&import).iter().any(|(path, _)| path.contains("02-takster")));
    assert_eq!(code(run(&tree, page.as_bytes(), &asked(Some("4"), &[]))).0, "import-sheet");
    // A table that only arranges is none; a table within a cell of the one that is meant cannot be read.
    let layout = format!("<table><tr><td>Menu<td>{one}</table>");
    assert!(texts(&read(&layout)).iter().any(|(path, _)| path.contains("01-loen")));
    assert_eq!(code(run(&tree, layout.as_bytes(), &asked(Some("1"), &[]))).0, "import-unreadable");
    assert_eq!(refused("<p>Ingen tabel</p>").0, "import-unreadable");
    // What stands between cells would be shown elsewhere.
    assert_eq!(refused("<table><tr>tabt<td>Nr<td>Tiltag<tr><td>1<td>Løn</table>").0, "import-unreadable");
}

#[test]
fn cells_over_several_rows_and_columns_stand_where_a_browser_shows_them() {
    let page = "<table><tr><td colspan=3>Handleplan 2020<tr><td>Nr<td>Tiltag<td>Sparekrav<tr><td>1<td>Løn<td>2\
                <tr><td colspan=2>I alt<td>2</table>";
    assert!(texts(&read(page)).iter().any(|(_, text)| text.contains("required = \"2\"")));
    let tall = "<table><tr><td>Nr<td>Tiltag<td>Sparekrav<tr><td>1<td>Løn<td rowspan=2>2<tr><td>2<td>Takster</table>";
    assert_eq!(refused(tall), ("import-cell", "merged C2:C3".to_owned()));
    // The cell of the next row comes behind the one that reaches into it.
    let before = "<table><tr><td>Nr<td>Tiltag<td>Sparekrav<tr><td rowspan=9>1<td>Løn<td>2<tr><td>Takster<td>3</table>";
    assert_eq!(refused(before), ("import-cell", "merged A2:A3".to_owned()));
    assert_eq!(refused("<table><tr><td colspan=99999999999>Nr<td>Tiltag</table>").0, "import-too-large");
    assert_eq!(refused("<table><tr><td colspan=9999>Nr<td>Tiltag</table>").0, "import-too-large");
    assert_eq!(refused(&"<div>".repeat(600)).0, "import-too-large");
}

#[test]
fn a_page_is_decoded_as_it_says_or_refused() {
    let table = "<table><tr><td>Nr<td>Tiltag<tr><td>1<td>Børn og ældre</table>";
    let tree = begun("2020");
    let read = |bytes: &[u8]| {
        run(&tree, bytes, &request(ImportFormat::Html))
            .map(|import| texts(&import).iter().any(|(_, text)| text.contains("Børn og ældre")))
    };
    let utf_16: Vec<u8> = [0xfeff].into_iter().chain(table.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (bytes, name) in [
        (table.as_bytes().to_vec(), "plain UTF-8"),
        (windows(table), "plain Windows-1252"),
        ([b"<meta charset='utf-8'>".as_slice(), table.as_bytes()].concat(), "said UTF-8"),
        ([b"<META content='text/html;charset=iso-8859-1'>".as_slice(), &windows(table)].concat(), "said Latin"),
        (utf_16, "UTF-16 with its mark"),
    ] {
        assert!(matches!(read(&bytes), Ok(true)), "{name}");
    }
    for (bytes, name) in [
        ([b"<meta charset='utf-8'>".as_slice(), &windows(table)].concat(), "not what it says"),
        ([b"<meta charset='ebcdic'>".as_slice(), table.as_bytes()].concat(), "unknown"),
        ([b"<meta charset='utf-16'>".as_slice(), table.as_bytes()].concat(), "what it cannot be"),
    ] {
        assert_eq!(code(run(&tree, &bytes, &request(ImportFormat::Html))).0, "import-unreadable", "{name}");
    }
}

proptest! {
    // `PROPTEST_CASES=20000` tries more.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_page_makes_an_import_panic(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..3), 0..12),
        pieces in prop::collection::vec(0_usize..12, 0..40),
        is_of_pieces in any::<bool>(),
        is_table in any::<bool>(),
    ) {
        let parts = [
            "<table>", "</table>", "<tr>", "<td>", "<td rowspan=3 colspan=2>", "</td>", "<tbody hidden>", "1,5", "Nr", "Tiltag",
            "<li>", "<style>.a{",
        ];
        let mut bytes = if is_of_pieces {
            pieces.iter().map(|at| parts[*at]).collect::<String>().into_bytes()
        } else {
            windows(&word_page(&word_table(STATUS)))
        };
        damage(&mut bytes, edits);
        let asked = if is_table { figures(ImportFormat::Html) } else { request(ImportFormat::Html) };
        drop(run(&begun("2020"), &bytes, &asked));
    }
}
