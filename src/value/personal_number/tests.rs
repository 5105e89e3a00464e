//! Numbers however they are written, and what only looks like one.

use proptest::prelude::*;

use super::*;

/// Returns what is found in a text, and how certain that is.
fn found(text: &str) -> Vec<(String, Certainty)> {
    personal_numbers(text).into_iter().map(|found| (found.number.masked(), found.certainty)).collect()
}

#[test]
fn a_number_is_found_however_it_is_written() {
    for written in [
        "010190-1234",
        "010190 1234",
        "010190\u{a0}1234",
        "010190\u{2009}1234",
        "010190\u{202f}1234",
        "010190–1234",
        "010190—1234",
        "010190‑1234",
        "010190−1234",
        "010190 - 1234",
        "010190- 1234",
        "010190-\n1234",
        "010190\u{ad}1234",
        "010190\u{ad}-1234",
        "010190&shy;1234",
        "010190&#45;1234",
        "010190&#x2011;1234",
        "010190&ndash;1234",
        "010190&nbsp;1234",
        "010190&NegativeVeryThinSpace;1234",
        "<tspan>010190</tspan><tspan aria-label='a>b'>-1234</tspan>",
        "<tspan>010190</tspan><tspan style=\"font-family:'Liberation Sans', 'Nimbus Sans L', Helvetica, Arial, sans-serif;font-size:12px;font-style:normal;font-variant:normal;font-weight:normal;font-stretch:normal;line-height:1.25;letter-spacing:0px;word-spacing:0px;fill:#000000;fill-opacity:1;stroke:none;stroke-width:0.264583;text-anchor:start;text-align:start\">-1234</tspan>",
        "010190<!-- 5 > 4 -->-1234",
        "010190<b title='it is>-</b>1234",
        "010190&#0000000000000000000000000008209;1234",
        "010190\u{3164}-1234",
        "0101\u{e0020}90-1234",
        "010190\\u002D1234",
        "010190\\-1234",
        "010190%201234",
        "010190-**1234**",
        "**010190**-1234",
        "*010190*-*1234*",
        "_010190-1234_",
        "010190-`1234`",
        "0101<b>90</b>-1234",
        "<tspan>010190</tspan><tspan>-1234</tspan>",
        "[010190](x.md)-1234",
        "01\u{200b}0190-12\u{200d}34",
        "０１０１９０-１２３４",
        "&#48;10190-1234",
        "01.01.90-1234",
        "01-01-90-1234",
        "01/01/90-1234",
        "(010190) 1234",
        "(010190)-1234",
        "010190 (1234)",
        "(010190)(1234)",
        "(211062) 1232",
        "01-01-1990-1234",
        "01.01.1990-1234",
        "01/01/1990–1234",
        "01-01-2005-4234",
        "01 01 1990-1234",
        "01011990-1234",
        "**01-01-1990**-1234",
        "01-01-19<b>90</b>-1234",
        "borger01011990-1234",
        "211062 - 1232",
        "21-10-1962 -1232",
        "21.10.1962 - 1232",
        "21101962 - 1232",
        "CPR 01-01-1990 1234",
        "cpr-nr. 01011990 1234",
        "personnummer 010119901234",
        "borger010190-1234",
        "010190-1234.md",
        "010190-1234-afgoerelse",
        "2020-010190-1234",
        "1.010190-1234",
        // The check digit does not hold, but of the date no others were left.
        "0101901234",
        "0101001234",
        // The check digit holds.
        "2110621232",
        "211062.1232",
        "211062/1232",
        "211062_1232",
        "21 10 62 1232",
        "21.10.62 1232",
        // Named.
        "CPR 211062.1233",
        "cpr-nr.: 2110621233",
        "CPR2110621233",
        "CPR: 21 10 62 12 33",
        "CPR 21.10.62.12.33",
        "CPR 2110 62 1233",
        "CPR-nr. 2110 621233",
        "CPR 2110-6212-33",
        "cpr 21 1062 1233",
        "0101 90-1234",
        "2110 62-1232",
        "personnummer 21 10 62 1233",
        "cpr 31 01 90 12 34",
        "cpr 01 12 90 12 34",
        "cpr 01.\u{ad}01.90-1234",
    ] {
        let found = found(&format!("Borger {written} er visiteret"));
        let certainties: Vec<Certainty> = found.iter().map(|(_, certainty)| *certainty).collect();
        assert_eq!(certainties, [Certainty::Certain], "{written:?}");
    }
}

/// What makes pages of Markdown knows all names that HTML has.
#[test]
fn a_name_stands_for_what_pages_show_of_it() {
    for (name, c) in glyph::NAMED {
        let shown: String = pulldown_cmark::Parser::new(&format!("1&{name};2"))
            .filter_map(|event| match event {
                pulldown_cmark::Event::Text(text) => Some(text.into_string()),
                _ => None,
            })
            .collect();
        assert!(shown.starts_with(&format!("1{c}")), "{name}: {shown:?}");
        let written = format!("CPR 211062&{name};1233");
        // Where a line ends, another thing may begin.
        assert_eq!(personal_numbers(&written).len(), usize::from(name != "NewLine"), "{written}");
    }
}

#[test]
fn what_only_may_be_a_number_is_doubtful() {
    for written in [
        "2110621233",
        "211062.1233",
        "211062_1233",
        "21 10 62 1233",
        "konto 2110621232",
        "sag 2 211062 1233",
        "1234 2110621232",
        "(211062) 1233",
        "2110 62-1233",
        "01-01-1990 -1234",
        "01-01-1990 - 1234",
        "01011990 1234",
        "01011990\u{a0}1234",
        "(01011990) 1234",
        "01011990\u{ad}1234",
        "211019621232",
        "21101962.1232",
    ] {
        let found = found(&format!("se {written} igen"));
        assert_eq!(
            found.iter().map(|(_, certainty)| *certainty).collect::<Vec<_>>(),
            [Certainty::Doubtful],
            "{written}"
        );
    }
}

#[test]
fn what_is_no_number_is_not_found() {
    for written in [
        "cpr. Nr.",
        "320190-1234",
        "011390-1234",
        "290290-1234",
        "310690-1234",
        "010190-123",
        "010190-12345",
        "1010190-1234",
        "010190--1234",
        "141.667",
        "1.201.801.234 kr.",
        "2020-06-30",
        "30-06-2020",
        "20200630-1200",
        "5798009801234",
        "57 98 00 98 01 23 4",
        "+45 12 34 56 78",
        "12345678",
        "konto 1234 2110621233",
        "P-nr. 1012345670",
        "0.2110621232",
        "a2110621232f",
        "6b010190-1234-11d1-80b4-00c04fd430c8",
        "550e8400-e29b-41d4-a716-446655440000",
        "27.03.00-G01-1-20",
        "010120-311220",
        "pr. 30.06.20 1251 sager",
        "pr. 30-06-2020 4512 sager",
        "01.01.2020 5000",
        "01-01-1990 2024",
        "30.06.2020 (4512)",
        "01.01.2020 - 5000 kr.",
        "01.01.1990 - 2024",
        "01.01.2020-2024",
        "01.01.2019 - 1234",
        "30-06-2020/4512",
        "211019621233",
        "konto 01011990 1234",
        "01011990 1234 5678",
        "2020-06-05 123456",
        "21 10 62 12 33",
        "2110 621232",
        "tlf. 2110 62-1232",
        "CPR-udtræk 10.12.2024 15:30",
        "CPR-udtræk 2012-11-10 12:30",
        "CPR-kontoret, tlf. 21 10 62 12",
    ] {
        let certain: Vec<_> =
            found(written).into_iter().filter(|(_, certainty)| *certainty == Certainty::Certain).collect();
        assert_eq!(certain, [], "{written}");
    }
    assert_eq!(found("cpr. Nr. 010190"), []);
    assert_eq!(found("02:010190-1234").len(), 1);
}

/// The check digit of `2110621232` holds, that of `2110621233` does not, and neither is of 1 January.
#[test]
fn what_a_number_is_written_with_decides_how_certain_it_is() {
    use Certainty::{Certain, Doubtful};
    for (text, certainty) in [
        ("211062 1233", Some(Certain)),
        ("211062 - 1233", Some(Certain)),
        ("21.10.62-1233", Some(Certain)),
        ("21.10.62 - 1233", Some(Doubtful)),
        ("211062\u{ad}1233", Some(Certain)),
        ("211062\u{ad}.1233", Some(Doubtful)),
        ("211062&period;1233", Some(Doubtful)),
        ("211062\t1232", Some(Certain)),
        ("211062\\t1232", Some(Certain)),
        ("211062\\x2D1233", Some(Certain)),
        ("211062\\U0000002D1233", Some(Certain)),
        ("211062-\\n1233", Some(Certain)),
        ("211062-\\r1233", Some(Certain)),
        ("211062<wbr>-1233", Some(Certain)),
        ("211062<!-- a remark -->-1233", Some(Certain)),
        ("211062<td>1233", None),
        ("<td>211062</td><td>1232</td>", None),
        ("[211062]-1233", Some(Certain)),
        ("__211062__1233", Some(Certain)),
        ("21*_10_*621232", Some(Certain)),
        ("2110621232/5", Some(Certain)),
        ("211062    1233", Some(Certain)),
        ("211062     1233", None),
        ("211062\u{ad}\u{ad}\u{ad}\u{ad}\u{ad}\u{ad}1233", Some(Certain)),
        ("211062\n1233", None),
        ("211062..1232", None),
        ("2110621232.5", Some(Doubtful)),
        ("a2110621232", None),
        ("2110621232f", None),
        ("a211062\u{ad}1233", None),
        ("konto 211062 1233", None),
        // A year of four digits: dates are written so, and numbers follow them.
        ("21101962 1233", Some(Doubtful)),
        ("211019621232", Some(Doubtful)),
        ("211019621233", None),
        ("21.10.1962 1232", None),
        ("21101962\t1233", None),
        ("konto 21101962 1232", None),
        ("a21101962 1232", None),
        ("21101962 1232 5", None),
        ("sag 2 2110621233", None),
        ("21.10.62-\n1233", Some(Doubtful)),
        ("2110621232\u{ad}5", None),
        ("21-10-1962-.1233", Some(Doubtful)),
        ("(21-10-1962)-1233", Some(Doubtful)),
        ("21101962(1233)", Some(Doubtful)),
        ("(211062)\u{ad}1233", Some(Doubtful)),
        ("21 10 62 1233 5", None),
        ("1&#50;11062-1233", None),
        ("+2110621233", None),
        ("2110621233 kr. i alt", None),
        ("211062 1233.", Some(Certain)),
        ("2110 62 1232", None),
        ("2110.62-1232", None),
        ("2110-62-1232", None),
        ("2110 62-1232x", None),
        ("5 2110 62-1232", None),
        ("cpr 30 02 62 12 33", None),
        // The name that stands nearest counts.
        ("cpr og konto 2110621233", None),
        ("cpr, konto og cpr 2110621233", Some(Certain)),
        ("cpr af 21 10 62 1233", Some(Certain)),
        ("cpr-numre af dem der har været her i al tid 2110621233", Some(Doubtful)),
    ] {
        let found = personal_numbers(text);
        assert_eq!(found.first().map(|found| found.certainty), certainty, "{text:?}");
        let at = |found: &FoundNumber| glyph_at(text, found.range.start).map(|(glyph, _)| glyph);
        assert!(found.first().is_none_or(|found| at(found) == Some(Glyph::Digit(2))), "{text:?}");
    }
    let behind = personal_numbers("&shy;211062-1233&shy; og \u{2d}211062-1233");
    assert_eq!(behind.iter().map(|found| found.range.start).collect::<Vec<_>>(), [5, 26]);
    assert_eq!(behind[0].number.digits(), [2, 1, 1, 0, 6, 2, 1, 2, 3, 3]);
}

/// Its name is looked for in so many bytes, of which the first may stand within a letter.
#[test]
fn a_number_is_found_whatever_letter_stands_where_its_name_is_looked_for() {
    for blanks in BEFORE - 3..=BEFORE {
        assert_eq!(found(&format!("æ{}211062-1233", " ".repeat(blanks))).len(), 1, "{blanks}");
    }
}

#[test]
fn only_the_middle_of_a_name_of_programs_is_one() {
    assert!(is_uuid("see 6b", "010190-1234-11d1-80b4"));
    for (head, rest) in [
        ("see xb", "010190-1234-11d1-80b4"),
        ("6", "010190-1234-11d1-80b4"),
        ("6b", "010190-1234 11d1-80b4"),
        ("6b", "010190-1234-11x1-80b4"),
        ("6b", "010190-1234-x1d1-80b4"),
        ("6b", "010190-1234-11d1 80b4"),
        ("6b", "010190-1234-11d"),
    ] {
        assert!(!is_uuid(head, rest), "{head}{rest}");
    }
}

#[test]
fn a_mask_covers_the_serial_alone() {
    assert_eq!(mask_personal_numbers("Sag 010190-1234 og 0101901234."), "Sag 010190-**** og 010190****.");
    assert_eq!(mask_personal_numbers("010190-1<b>23</b>&#52;"), "010190-*<b>**</b>*****");
    assert_eq!(mask_personal_numbers("Æ 2110621233 ø"), "Æ 211062**** ø", "what is doubtful is covered too");
    assert_eq!(mask_personal_numbers("cpr 21 10 62 12 33"), "cpr 21 10 62 ** **", "in groups too");
    assert!(matches!(mask_personal_numbers("intet"), Cow::Borrowed("intet")));
    let number = personal_numbers("010190-1234").first().expect("one").number;
    assert_eq!(format!("{number:?}"), "010190-****");
    assert_eq!(number.masked(), "010190-****");
}

#[test]
fn a_hash_needs_the_salt() {
    let number = |text: &str| personal_numbers(text).first().expect("one").number;
    let (one, other) = (number("010190-1234"), number("01.01.90-1234"));
    assert_eq!(one.hash("a salt of sixteen"), other.hash("a salt of sixteen"), "it is the same number however written");
    assert_ne!(one.hash("a salt of sixteen"), one.hash("another of sixteen"));
    assert_ne!(one.hash("a salt of sixteen"), number("010190-1235").hash("a salt of sixteen"));
    // It stands in the settings of sites, so it stays what it is.
    assert_eq!(one.hash("a salt of sixteen"), "3c662a60bd91697713bf6beddcd69fad");
}

/// The century by the seventh digit: <https://cpr.dk>, "Opbygning af CPR-nummeret".
#[test]
fn the_seventh_digit_decides_the_century() {
    for (text, year) in [
        ("010100-0000", 1900),
        ("010136-4000", 2036),
        ("010137-4000", 1937),
        ("010157-5000", 2057),
        ("010158-5000", 1858),
        ("010136-9000", 2036),
        ("010137-9000", 1937),
    ] {
        assert_eq!(personal_numbers(text).first().map(|found| found.number.year()), Some(year), "{text}");
    }
    // 2000 was a leap year, 1900 was none.
    assert_eq!(found("290200-4000").len(), 1);
    assert_eq!(found("290200-1000").len(), 0);
}

proptest! {
    #[test]
    fn no_text_makes_it_stumble(text in "[0-9 .\\-_*<>&;#x%\\\\\\[\\]()aæ\u{ad}\u{200b}\n]{0,60}") {
        for number in personal_numbers(&text) {
            prop_assert!(text.get(number.range.clone()).is_some());
        }
        let masked = mask_personal_numbers(&text);
        prop_assert!(personal_numbers(&masked).is_empty(), "{masked}");
    }

    /// Of texts shorter and longer than the blocks they are looked at in.
    #[test]
    fn a_text_is_looked_at_where_it_has_digits_enough_or_may_spell_them(
        parts in proptest::collection::vec("[0-9]|[a-z æ]{5,40}|[a-z]{64}", 0..24),
        sign in prop_oneof![9 => Just(""), 1 => Just("&"), 1 => Just("\\"), 1 => Just("０")],
        at in 0..24_usize,
    ) {
        let text = parts.iter().enumerate().map(|(nth, part)| if nth == at { sign } else { part }).collect::<String>();
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let is_spelt = text.contains(['&', '\\', '０']);
        prop_assert_eq!(may_hold_personal_number(text.as_bytes()), digits >= 8 || is_spelt, "{}", text);
        for mark in [[0xff, 0xfe], [0xfe, 0xff]] {
            prop_assert!(may_hold_personal_number(&[&mark, text.as_bytes()].concat()), "in UTF-16");
        }
    }

    #[test]
    fn where_a_text_has_too_few_digits_there_is_no_number(
        parts in proptest::collection::vec("[0-9]{1,3}|[%]3[0-9]|&#4[89];|\\\\u003[0-9]|[０-９]|[ -]|<b>", 0..20)
    ) {
        let text = parts.concat();
        prop_assert!(may_hold_personal_number(text.as_bytes()) || search(&text).is_empty(), "{text}");
    }
}
