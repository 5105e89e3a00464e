//! Slips of officers, each with what it is told as, in Danish and English, and what is clean again when its cure is
//! written in its place.
//!
//! Each is one slip in a sound site: one message, at its place, without followers. The cure is a text that the message
//! quotes; written where the slip was, the site is clean.

use fremdrift::locale::Language;

use crate::{
    cures::hold_cures,
    support::{
        Site,
        expect::{said, underlined},
    },
};

/// A slip.
struct Slip {
    /// The file it stands in.
    path: &'static str,
    /// What was written, which stands once in the file in place of `right`.
    wrong: &'static str,
    /// What belongs there.
    right: &'static str,
    code: &'static str,
    /// What is underlined; nothing, where the whole file is meant.
    underlined: &'static str,
    /// Words of the message in Danish and in English: the cure is among them.
    told: [&'static str; 2],
}

const MEASURE: &str = "content/plans/a/measures/02.md";
const PLAN: &str = "content/plans/a/plan.md";
const STATUS: &str = "content/plans/a/updates/2020-06-30/02.md";
const TABLE: &str = "content/plans/a/updates/2020-06-30/drift.csv";
const DECLARED: &str = "content/plans/a/tables/drift.toml";
const MILESTONES: &str = "content/plans/a/milestones.toml";
const PAGE: &str = "content/om.md";
const SITE: &str = "site.toml";

#[rustfmt::skip]
const SLIPS: &[Slip] = &[
    // The officer's table.
    Slip { path: MEASURE, wrong: "required = 3.500.000", right: "required = 3_500_000", code: "toml-syntax", underlined: "3.500.000", told: ["skriv 3_500_000 eller \"3.500.000\"", "write 3_500_000 or \"3.500.000\""] },
    Slip { path: MEASURE, wrong: "required = ”3,5”", right: "required = \"3,5\"", code: "toml-syntax", underlined: "”3,5”", told: ["skriv \"3,5\"", "write \"3,5\""] },
    Slip { path: SITE, wrong: "meaning = \"Følger planen\" }\n", right: "meaning = \"Følger planen\" },\n", code: "toml-syntax", underlined: "}", told: ["her mangler et komma", "a comma is missing here"] },
    Slip { path: PLAN, wrong: "sections = [\"Drift\"\n", right: "sections = [\"Drift\"]\n", code: "toml-syntax", underlined: "\"Drift\"", told: ["skriv \"Drift\"]", "write \"Drift\"]"] },
    Slip { path: MEASURE, wrong: "title = \"A\" og mere", right: "title = \"A og mere\"", code: "toml-syntax", underlined: "\"A\" og mere", told: ["skriv \"A og mere\"", "write \"A og mere\""] },
    Slip { path: TABLE, wrong: "Nr.;label", right: "row;label", code: "csv-without-row", underlined: "Nr.", told: ["den første kolonne skal hedde row", "the first column must be called row"] },
    Slip { path: TABLE, wrong: "row,label,revised,forecast\na,A,1,2\n", right: "row;label;revised;forecast\na;A;1;2\n", code: "csv-syntax", underlined: "row,label,revised,forecast", told: ["komma (,)", "comma (,)"] },
    Slip { path: TABLE, wrong: "row\tlabel\trevised\tforecast\na\tA\t1\t2\n", right: "row;label;revised;forecast\na;A;1;2\n", code: "csv-syntax", underlined: "row label revised forecast", told: ["tabulator", "a tab"] },
    Slip { path: TABLE, wrong: "Forventet regnskab", right: "forecast", code: "unknown-column", underlined: "Forventet regnskab", told: ["mente du `forecast`?", "did you mean `forecast`?"] },
    Slip { path: MEASURE, wrong: "due = \"10-08-2026\"", right: "due = 2026-08-10", code: "not-a-period", underlined: "\"10-08-2026\"", told: ["skriv 2026-08-10", "write 2026-08-10"] },
    Slip { path: PLAN, wrong: "committee = \"Social- og sundhedsudvalget\"", right: "committee = \"SSU\"", code: "unknown-committee", underlined: "\"Social- og sundhedsudvalget\"", told: ["mente du `SSU`?", "did you mean `SSU`?"] },
    Slip { path: PLAN, wrong: "kind = \"spareplan\"", right: "kind = \"savings\"", code: "not-a-choice", underlined: "\"spareplan\"", told: ["savings (spareplan)", "did you mean `savings`?"] },
    Slip { path: STATUS, wrong: "lifecycle = \"igangværende\"", right: "lifecycle = \"in-progress\"", code: "not-a-choice", underlined: "\"igangværende\"", told: ["in-progress (i gang)", "did you mean `in-progress`?"] },
    Slip { path: STATUS, wrong: "trend = \"bedre\"", right: "trend = \"better\"", code: "not-a-choice", underlined: "\"bedre\"", told: ["better (går bedre)", "did you mean `better`?"] },
    Slip { path: MEASURE, wrong: "[effect]\njan-jun", right: "[effect.2026]\njan-jun", code: "month-without-year", underlined: "jan-jun", told: ["[effect.2026]", "[effect.2026]"] },
    Slip { path: MEASURE, wrong: "krævet = \"3,5\"", right: "required = \"3,5\"", code: "unknown-key", underlined: "krævet", told: ["mente du `required`?", "did you mean `required`?"] },
    // Thirty more.
    Slip { path: MEASURE, wrong: "required = 3 500 000", right: "required = 3_500_000", code: "toml-syntax", underlined: "3 500 000", told: ["skriv 3_500_000", "write 3_500_000"] },
    Slip { path: MEASURE, wrong: "required = -3,5", right: "required = \"-3,5\"", code: "toml-syntax", underlined: "-3,5", told: ["skriv \"-3,5\"", "write \"-3,5\""] },
    Slip { path: MEASURE, wrong: "required = 2,5 mio. kr.", right: "required = \"2,5 mio. kr.\"", code: "toml-syntax", underlined: "2,5 mio. kr.", told: ["skriv \"2,5 mio. kr.\"", "write \"2,5 mio. kr.\""] },
    Slip { path: MEASURE, wrong: "required = \"3,5\";", right: "required = \"3,5\"", code: "toml-syntax", underlined: ";", told: ["slet ;", "delete ;"] },
    Slip { path: MEASURE, wrong: "required: \"3,5\"", right: "required = \"3,5\"", code: "toml-syntax", underlined: ": ", told: ["skriv =", "write ="] },
    Slip { path: MEASURE, wrong: "required == \"3,5\"", right: "required = \"3,5\"", code: "toml-syntax", underlined: "==", told: ["skriv =", "write ="] },
    Slip { path: MEASURE, wrong: "- required = \"3,5\"", right: "required = \"3,5\"", code: "toml-syntax", underlined: "- ", told: ["slet -", "delete -"] },
    Slip { path: MEASURE, wrong: "required\u{a0}= \"3,5\"", right: "required = \"3,5\"", code: "toml-syntax", underlined: "\u{a0}", told: ["mellemrumstasten", "space bar"] },
    Slip { path: MEASURE, wrong: "required = \"3,5", right: "required = \"3,5\"", code: "toml-syntax", underlined: "\"3,5", told: ["skriv \"3,5\"", "write \"3,5\""] },
    Slip { path: MEASURE, wrong: "required = \"245 300\"", right: "required = \"245.300\"", code: "not-an-amount", underlined: "\"245 300\"", told: ["skriv \"245.300\"", "write \"245.300\""] },
    Slip { path: MEASURE, wrong: "required = \"(245.300)\"", right: "required = \"-245.300\"", code: "not-an-amount", underlined: "\"(245.300)\"", told: ["skriv \"-245.300\"", "write \"-245.300\""] },
    Slip { path: MEASURE, wrong: "required = \"mio. kr. 2,5\"", right: "required = \"2,5 mio. kr.\"", code: "not-an-amount", underlined: "\"mio. kr. 2,5\"", told: ["skriv \"2,5 mio. kr.\"", "write \"2,5 mio. kr.\""] },
    Slip { path: MEASURE, wrong: "required = \"0,9 til 1,2\"", right: "required = \"1,2\"", code: "not-an-amount", underlined: "\"0,9 til 1,2\"", told: ["\"1,2\" eller \"ca. 1,05\"", "\"1,2\" or \"ca. 1,05\""] },
    Slip { path: MEASURE, wrong: "title = \"Det \"gode\" liv\"", right: "title = 'Det \"gode\" liv'", code: "toml-syntax", underlined: "\"Det \"gode\" liv\"", told: ["skriv 'Det \"gode\" liv'", "write 'Det \"gode\" liv'"] },
    Slip { path: MEASURE, wrong: "title = \"S:\\mappe\"", right: "title = 'S:\\mappe'", code: "toml-syntax", underlined: "\"S:\\mappe\"", told: ["skriv 'S:\\mappe'", "write 'S:\\mappe'"] },
    Slip { path: MEASURE, wrong: "title = Vikarer", right: "title = \"Vikarer\"", code: "toml-syntax", underlined: "Vikarer", told: ["skriv \"Vikarer\"", "write \"Vikarer\""] },
    Slip { path: MEASURE, wrong: "investment = ja", right: "investment = true", code: "toml-syntax", underlined: "ja", told: ["skriv true", "write true"] },
    Slip { path: MEASURE, wrong: "committee = \"SSU\", \"OEU\"", right: "committee = [\"SSU\", \"OEU\"]", code: "toml-syntax", underlined: "\"SSU\", \"OEU\"", told: ["skriv [\"SSU\", \"OEU\"]", "write [\"SSU\", \"OEU\"]"] },
    Slip { path: MEASURE, wrong: "[effect 2026]", right: "[effect.2026]", code: "toml-syntax", underlined: "[effect 2026]", told: ["skriv [effect.2026]", "write [effect.2026]"] },
    Slip { path: MEASURE, wrong: "[effect.2026\n", right: "[effect.2026]\n", code: "toml-syntax", underlined: "[effect.2026", told: ["skriv [effect.2026]", "write [effect.2026]"] },
    Slip { path: MEASURE, wrong: "effect.2026 = { jan = 3 feb = 4 }", right: "effect.2026 = { jan = 3, feb = 4 }", code: "toml-syntax", underlined: "3", told: ["skriv 3,", "write 3,"] },
    Slip { path: MEASURE, wrong: "due = 2026-8-1", right: "due = 2026-08-01", code: "not-a-period", underlined: "2026-8-1", told: ["skriv 2026-08-01", "write 2026-08-01"] },
    Slip { path: MILESTONES, wrong: "due = \"2. kv. 2026\"", right: "due = \"2026-Q2\"", code: "not-a-period", underlined: "\"2. kv. 2026\"", told: ["skriv \"2026-Q2\"", "write \"2026-Q2\""] },
    Slip { path: PLAN, wrong: "titel = \"Plan A\"", right: "title = \"Plan A\"", code: "unknown-key", underlined: "titel", told: ["mente du `title`?", "did you mean `title`?"] },
    Slip { path: STATUS, wrong: "level = \"Al OK\"", right: "level = \"Alt OK\"", code: "unknown-level", underlined: "\"Al OK\"", told: ["mente du `Alt OK`?", "did you mean `Alt OK`?"] },
    Slip { path: TABLE, wrong: ";1,307.5;", right: ";1.307,5;", code: "not-an-amount", underlined: "1,307.5", told: ["skriv 1.307,5", "write 1.307,5"] },
    Slip { path: TABLE, wrong: ";2.5 million kr.;", right: ";2,5 million kr.;", code: "foreign-decimal", underlined: "2.5 million kr.", told: ["skriv 2,5 million kr.", "write 2,5 million kr."] },
    Slip { path: TABLE, wrong: ";4,9-;", right: ";-4,9;", code: "not-an-amount", underlined: "4,9-", told: ["skriv -4,9", "write -4,9"] },
    Slip { path: TABLE, wrong: ";Korigeret budget;", right: ";revised;", code: "unknown-column", underlined: "Korigeret budget", told: ["mente du `revised`?", "did you mean `revised`?"] },
    Slip { path: TABLE, wrong: "Tekst;", right: "label;", code: "unknown-column", underlined: "Tekst", told: ["mente du `label`?", "did you mean `label`?"] },
    Slip { path: DECLARED, wrong: "enhed = \"mio. kr.\"", right: "unit = \"mio. kr.\"", code: "unknown-key", underlined: "enhed", told: ["mente du `unit`?", "did you mean `unit`?"] },
    Slip { path: PAGE, wrong: "[bilag](filer/Bilag 1.pdf)", right: "[bilag](<filer/Bilag 1.pdf>)", code: "near-markdown", underlined: "[bilag](filer/Bilag 1.pdf)", told: ["[bilag](<filer/Bilag 1.pdf>)", "[bilag](<filer/Bilag 1.pdf>)"] },
    Slip { path: PAGE, wrong: "[Se noten[^1]](index.md)\n\n[^1]: Ordene.", right: "[Se noten](index.md)[^1]\n\n[^1]: Ordene.", code: "near-markdown", underlined: "[Se noten[^1]](index.md)", told: ["skriv [Se noten](index.md)[^1]", "write [Se noten](index.md)[^1]"] },
    Slip { path: PAGE, wrong: "[Nyt[^1] bilag](filer/Bilag 1.pdf \"T\")\n\n[^1]: Ordene.", right: "[Nyt bilag](<filer/Bilag 1.pdf> \"T\")[^1]\n\n[^1]: Ordene.", code: "near-markdown", underlined: "[Nyt[^1] bilag](filer/Bilag 1.pdf \"T\")", told: ["skriv [Nyt bilag](<filer/Bilag 1.pdf> \"T\")[^1]", "write [Nyt bilag](<filer/Bilag 1.pdf> \"T\")[^1]"] },
    Slip { path: PAGE, wrong: "Tekst[^1](index.md) her[^1](se også).\n\n[^1]: Ordene.", right: "Tekst[^1] (index.md) her[^1](se også).\n\n[^1]: Ordene.", code: "near-markdown", underlined: "[^1](index.md)", told: ["skriv [^1] (index.md)", "write [^1] (index.md)"] },
    Slip { path: PAGE, wrong: "Vi gør:\n• én ting\n• en anden", right: "Vi gør:\n- én ting\n- en anden", code: "near-markdown", underlined: "• én ting", told: ["begynd hver linje med -", "begin each line with -"] },
    Slip { path: PAGE, wrong: "Der er 3*4*5 pladser", right: "Der er 3\\*4\\*5 pladser", code: "near-markdown", underlined: "*4*", told: ["skriv \\*4\\*", "write \\*4\\*"] },
    Slip { path: MEASURE, wrong: "number = 2.10", right: "number = \"2.10\"", code: "wrong-type", underlined: "2.10", told: ["skriv number = \"2.10\"", "write number = \"2.10\""] },
    Slip { path: MEASURE, wrong: "title = 2026", right: "title = \"2026\"", code: "wrong-type", underlined: "2026", told: ["skriv title = \"2026\"", "write title = \"2026\""] },
    Slip { path: MEASURE, wrong: "title = 2026-01-01", right: "title = \"2026-01-01\"", code: "wrong-type", underlined: "2026-01-01", told: ["skriv title = \"2026-01-01\"", "write title = \"2026-01-01\""] },
    Slip { path: MEASURE, wrong: "investment = \"nej\"", right: "investment = false", code: "wrong-type", underlined: "\"nej\"", told: ["skriv investment = false", "write investment = false"] },
    Slip { path: MEASURE, wrong: "investment = 1", right: "investment = true", code: "wrong-type", underlined: "1", told: ["skriv investment = true", "write investment = true"] },
    Slip { path: MEASURE, wrong: "due = 2026.5", right: "due = \"2026-05\"", code: "wrong-type", underlined: "2026.5", told: ["skriv due = \"2026-05\"", "write due = \"2026-05\""] },
    Slip { path: MEASURE, wrong: "due = 2026-06-30T12:00:00", right: "due = 2026-06-30", code: "wrong-type", underlined: "2026-06-30T12:00:00", told: ["skriv due = 2026-06-30", "write due = 2026-06-30"] },
    Slip { path: MEASURE, wrong: "formerly = \"gammel\"", right: "formerly = [\"gammel\"]", code: "wrong-type", underlined: "\"gammel\"", told: ["skriv formerly = [\"gammel\"]", "write formerly = [\"gammel\"]"] },
    Slip { path: PLAN, wrong: "year = 2020-01-01", right: "year = 2020", code: "wrong-type", underlined: "2020-01-01", told: ["skriv year = 2020", "write year = 2020"] },
    Slip { path: PAGE, wrong: "```\nkode\n\nMere tekst.", right: "```\nkode\n```\n\nMere tekst.", code: "near-markdown", underlined: "```", told: ["slut blokken med en linje", "end the block with a line"] },
    Slip { path: PAGE, wrong: "> ~~~~\n> kode\n> ~~~", right: "> ~~~~\n> kode\n> ~~~~", code: "near-markdown", underlined: "~~~~", told: ["slut blokken med en linje", "end the block with a line"] },
    Slip { path: PAGE, wrong: "#Mål", right: "# Mål", code: "near-markdown", underlined: "#Mål", told: ["skriv # Mål", "write # Mål"] },
    Slip { path: PAGE, wrong: "15. december 2026: start", right: "15\\. december 2026: start", code: "near-markdown", underlined: "15.", told: ["skriv 15\\.", "write 15\\."] },
    // What would be another number without a sign of it, or would be refused again.
    Slip { path: MEASURE, wrong: "required = \"÷3,5\"", right: "required = \"-3,5\"", code: "not-an-amount", underlined: "\"÷3,5\"", told: ["skriv \"-3,5\"", "write \"-3,5\""] },
    Slip { path: MEASURE, wrong: "required = \"\u{2011}3,5\"", right: "required = \"-3,5\"", code: "not-an-amount", underlined: "\"\u{2011}3,5\"", told: ["skriv \"-3,5\"", "write \"-3,5\""] },
    Slip { path: MEASURE, wrong: "required = \"720.000,-\"", right: "required = \"720.000 kr.\"", code: "not-an-amount", underlined: "\"720.000,-\"", told: ["skriv \"720.000 kr.\"", "write \"720.000 kr.\""] },
    Slip { path: MEASURE, wrong: "required = \"0,7-0,8\"", right: "required = \"0,8\"", code: "not-an-amount", underlined: "\"0,7-0,8\"", told: ["\"0,8\" eller \"ca. 0,75\"", "\"0,8\" or \"ca. 0,75\""] },
    Slip { path: MEASURE, wrong: "required = 0.72", right: "required = \"0,72\"", code: "float-amount", underlined: "0.72", told: ["skal stå i anførselstegn", "write required = \"0,72\""] },
    Slip { path: MEASURE, wrong: "due = 06/30/2026", right: "due = 2026-06-30", code: "not-a-period", underlined: "06/30/2026", told: ["skriv 2026-06-30", "write 2026-06-30"] },
    Slip { path: MEASURE, wrong: "title = \"Plan for \"voksne\"\"", right: "title = 'Plan for \"voksne\"'", code: "toml-syntax", underlined: "\"Plan for \"voksne\"\"", told: ["skriv 'Plan for \"voksne\"'", "write 'Plan for \"voksne\"'"] },
    Slip { path: MEASURE, wrong: "title = \"\"Plan\" for voksne\"", right: "title = '\"Plan\" for voksne'", code: "toml-syntax", underlined: "\"\"Plan\" for voksne\"", told: ["skriv '\"Plan\" for voksne'", "write '\"Plan\" for voksne'"] },
];

/// A sound site in which each of them can be made.
fn sound() -> Site {
    Site::small()
        .with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n[SSU]\nname = \"Social- og sundhedsudvalget\"\n[OEU]\nname = \"Økonomiudvalget\"\n")
        .append(SITE, "[checks]\nmissing-status = \"off\"\nstated-differs = \"off\"\nopposite-sign = \"off\"\nout-of-scale = \"off\"\n")
        .with(MEASURE, "+++\nnumber = \"2\"\ntitle = \"Vikarer\"\n+++\n")
        .with(STATUS, "+++\nlevel = \"Alt OK\"\n+++\nTekst.\n")
        .with(DECLARED, "title = \"Drift\"\nunit = \"mio. kr.\"\n[columns]\nrevised = { title = \"Korrigeret budget\" }\nforecast = {}\n")
        .with(TABLE, "row;label;revised;forecast\na;A;1;2\n")
        .with(MILESTONES, "[milestones.1]\ntitle = \"Nået\"\ndue = \"2026\"\n")
        .with(PAGE, "# Om\n\nTekst.\n")
        .with("content/filer/Bilag 1.pdf", "%PDF")
        .with("content/bilag.md", "+++\ntitle = \"Bilag\"\n+++\n[Bilag 1](<filer/Bilag 1.pdf>)\n")
}

impl Slip {
    /// Returns the file as it belongs.
    fn right_text(&self, sound: &str) -> String {
        if sound.contains(self.right) {
            return sound.to_owned();
        }
        let right = self.right.trim_end_matches('\n');
        let key = right.split(['=', '[', ']', '.']).next().unwrap_or_default().trim();
        let has_key = |line: &&str| !key.is_empty() && line.split('=').next().is_some_and(|name| name.trim() == key);
        match self.path {
            path if path.ends_with(".csv") && self.right.starts_with("row") => self.right.to_owned(),
            path if path.ends_with(".csv") && self.right.starts_with(';') => sound.replace(";1;", self.right),
            PAGE => format!("{sound}\n{right}\n"),
            _ => match sound.lines().find(has_key) {
                Some(line) => sound.replace(line, right),
                None if right.starts_with('[') => {
                    let body = if right.contains('\n') { " = 3" } else { "\njan = 3" };
                    sound.replacen("\n+++\n", &format!("\n{right}{body}\n+++\n"), 1)
                }
                None => sound.replacen("\n+++\n", &format!("\n{right}\n+++\n"), 1),
            },
        }
    }

    fn sites(&self) -> [Site; 2] {
        let site = sound();
        let bytes = site.files().into_iter().find(|(path, _)| path == self.path).expect("the file").1;
        let right = self.right_text(&String::from_utf8(bytes).expect("text"));
        assert!(right.contains(self.right.trim_end_matches('\n')), "{right}");
        let wrong = right.replacen(self.right.trim_end_matches('\n'), self.wrong.trim_end_matches('\n'), 1);
        [site.clone().with(self.path, wrong), site.with(self.path, right)]
    }
}

#[test]
fn a_slip_is_one_message_with_a_cure_that_works() {
    assert!(SLIPS.len() >= 46);
    for slip in SLIPS {
        let [wrong, right] = slip.sites();
        assert_eq!(right.check().findings, [], "clean with {:?}", slip.right);
        for (at, language) in [Language::Danish, Language::English].into_iter().enumerate() {
            let found = wrong.clone().messages(language).check().findings;
            let [finding] = found.as_slice() else { panic!("{:?} is told by {found:#?}", slip.wrong) };
            assert_eq!((finding.code, finding.path.as_str()), (slip.code, slip.path), "{finding:#?}");
            assert_eq!(underlined(finding), slip.underlined, "{finding:#?}");
            assert!(said(finding).contains(slip.told[at]), "{:?}: {finding:#?}", slip.told[at]);
        }
        hold_cures(slip.wrong, &wrong);
    }
}

#[test]
fn a_number_that_would_lose_a_sign_has_no_cure() {
    for (file, wrong) in [
        (STATUS, "achieved = \"40,1‰\""),
        (STATUS, "achieved = \"+/-5\""),
        (STATUS, "achieved = \"*571,3\""),
        (STATUS, "achieved = \"571,O\""),
        (STATUS, "achieved = \"03-may\""),
        (STATUS, "achieved = \"\u{ad}3,0\""),
        // With a comma in place of the point each would be a part of what was written.
        (STATUS, "achieved = \"40.1 ‰\""),
        (STATUS, "achieved = \"5.5 ± 1\""),
        (STATUS, "achieved = \"5.5 til 6.5\""),
        (STATUS, "achieved = \"5.5 - 6.5\""),
        (STATUS, "achieved = \"5.5 (6.5)\""),
        (STATUS, "achieved = \"5.5 x10\""),
        (STATUS, "achieved = \"10-3\""),
        (STATUS, "achieved = \"2025-2026\""),
        (STATUS, "achieved = \"..5\""),
    ] {
        let found = sound().with(file, format!("+++\nlevel = \"Alt OK\"\n{wrong}\n+++\nTekst.\n")).check().findings;
        let [finding] = found.as_slice() else { panic!("{wrong}: {found:#?}") };
        assert!(finding.code == "not-an-amount" && finding.cures.is_empty(), "{finding:#?}");
    }
    let table = sound().with(TABLE, "row;label;revised;forecast\na;A;5.5 ± 1;2\n").check().findings;
    let [finding] = table.as_slice() else { panic!("{table:#?}") };
    assert!(finding.code == "not-an-amount" && finding.cures.is_empty(), "{finding:#?}");
    // A unit that is known may stand in brackets or behind a word; any other remark is none.
    let read = |amount: &str| {
        let text = format!("+++\nlevel = \"Alt OK\"\nachieved = \"{amount}\"\n+++\nTekst.\n");
        sound().with(STATUS, text).check().findings
    };
    for amount in ["72 (t.kr.)", "72 (1.000 kr.)", "72 i t.kr.", "72 (i kr.)", "72 i\u{a0}kr.", "72 I kr."] {
        assert_eq!(read(amount), [], "{amount}");
    }
    assert_eq!(read("72 (foreløbig)").first().map(|finding| finding.code), Some("units-differ"));
}

#[test]
fn a_slip_in_a_name_has_no_followers() {
    for (name, code, cure) in [
        ("content/plans/a/updates/2020-06-30/rapport.md", "unknown-measure", "`index`"),
        ("content/plans/a/updates/2020-06-30/03.md", "unknown-measure", "`03`"),
        ("content/plans/a/updates/30-06-2020/02.md", "bad-update-folder", "2020-06-30"),
    ] {
        let site = Site::small().with(MEASURE, "+++\nnumber = \"2\"\ntitle = \"Vikarer\"\n+++\n");
        let site = site.with(MILESTONES, "[milestones.1]\ntitle = \"Nået\"\ndue = \"2020-05\"\n");
        let files: Vec<String> = site.files().into_keys().map(|path| path.to_string()).collect();
        let site = files.iter().filter(|path| path.contains("/updates/")).fold(site, |site, path| site.without(path));
        let site = site.with(name, "+++\nlevel = \"Alt OK\"\n+++\nTekst.\n");
        let found = site.check().findings;
        let [finding] = found.as_slice() else { panic!("{name}: {found:#?}") };
        assert!(finding.code == code && said(finding).contains(cure), "{name}: {finding:#?}");
    }
    // A row that is called by its label, a column that counts in another unit, two levels of one id.
    let row = sound().with("content/plans/a/tables/drift.csv", "row;label\na;Botilbud\n");
    let found = row.with(TABLE, "row;revised;forecast\nBotilbud;1;2\n").check().findings;
    assert!(
        found.iter().any(|finding| finding.code == "unknown-row" && said(finding).contains("mente du `a`?")),
        "{found:#?}"
    );
    let found = sound().with(TABLE, "row;label;Korrigeret budget i t.kr.;forecast\na;A;1;2\n").check().findings;
    let [finding] = found.as_slice() else { panic!("{found:#?}") };
    let line = "revised = { head = \"Korrigeret budget i t.kr.\", unit = \"1.000 kr.\" }";
    assert!(said(finding).contains(line) && finding.cures.is_empty(), "{finding:#?}");
    let cured = sound().with(TABLE, "row;label;Korrigeret budget i t.kr.;forecast\na;A;1;2\n");
    let declared = format!("title = \"Drift\"\nunit = \"mio. kr.\"\n[columns]\n{line}\nforecast = {{}}\n");
    let cured = cured.with(DECLARED, declared);
    assert_eq!(cured.check().findings, []);
}

#[test]
fn two_fields_on_a_line_are_told_and_neither_is_taken_for_the_other() {
    for line in [
        "title = \"A\" due = \"2020-12-31\"",
        "title = \"A\", due = \"2020-12-31\"",
        "title = 'A'; due = \"2020-12-31\"",
        "title = \"A\" due = 2020",
    ] {
        let site = Site::small().with(MEASURE, format!("+++\nnumber = \"2\"\n{line}\n+++\n"));
        let outcome = site.messages(Language::English).check();
        let found: Vec<_> = outcome.findings.iter().filter(|found| found.path.as_str() == MEASURE).collect();
        let [found] = found.as_slice() else { panic!("{line}: {found:#?}") };
        let help = found.help.as_deref().unwrap_or_default();
        assert!(found.code == "toml-syntax" && help.contains("each field on a line of its own"), "{line}: {found:#?}");
        assert_eq!(found.line, 3, "{line}");
    }
}
