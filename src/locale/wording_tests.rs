//! The words of diagnostics, as authors meet them.

use super::*;
use crate::{
    diag::{Diagnostic, Origins, Place, Sources},
    tree::SYMLINK,
    value::RelPath,
};

fn words(language: Language, code: &str, args: &[(&'static str, &str)]) -> DiagnosticWording {
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
    Locale::new(language, &[]).expect("sound words").wording(code, &args)
}

#[test]
fn an_unreadable_amount_shows_both_readings_and_both_cures() {
    let args = [
        ("key", "achieved"),
        ("decimals", "33.883"),
        ("thousands", "33883"),
        // Cures are written as the site writes numbers, whatever language the message is in.
        ("decimals-cure", "33,8830"),
        ("thousands-cure", "33_883"),
    ];
    let danish = words(Language::Danish, "float-amount", &args);
    assert_eq!(danish.message, "beløbet `achieved` kan læses på to måder");
    assert_eq!(danish.label.as_deref(), Some("er det 33,883 eller 33.883?"));
    assert_eq!(danish.help.as_deref(), Some("skriv achieved = \"33,8830\" eller achieved = 33_883"));
    let english = words(Language::English, "ambiguous-amount", &args);
    assert_eq!(english.label.as_deref(), Some("is it 33.883 or 33,883?"));
    assert_eq!(english.help.as_deref(), Some("write 33,8830 if these are decimals, or 33_883 if these are thousands"));
}

#[test]
fn values_are_written_in_the_language() {
    let differs = [
        ("row", "none"),
        ("what", "Opnået"),
        ("stated", "6.56 mio. kr."),
        ("computed", "6.52 mio. kr."),
        ("difference", "0.04"),
    ];
    assert_eq!(
        words(Language::Danish, "stated-differs", &differs).message.replace('\u{a0}', " "),
        "Opnået: angivet 6,56 mio. kr., beregnet 6,52 mio. kr., forskel 0,04"
    );
    let overdue = words(Language::English, "overdue-measure", &[("number", "4"), ("due", "2020-Q2")]);
    assert_eq!(overdue.message, "measure 4 was due in Q2 2020, but is not reported as done");
    let types = [("key", "due"), ("expected", "date"), ("found", "list")];
    assert_eq!(
        words(Language::Danish, "wrong-type", &types).message,
        "`due` skal være en dato som 2025-06-30, men er en liste"
    );
    let units = [("key", "required"), ("unit", "kr."), ("expected", "mio. kr."), ("what", "money")];
    assert_eq!(
        words(Language::English, "units-differ", &units).help.as_deref(),
        Some("write the amount in DKK million, or correct unit")
    );
    let cells = words(Language::Danish, "too-many-cells", &[("limit", "4000000")]);
    assert_eq!(cells.message, "tabellen har mere end 4.000.000 celler");
}

#[test]
fn what_authors_wrote_cannot_reach_the_terminal() {
    let nasty = "\u{1b}[31mrød\u{202e}\0\nlinje";
    let message = words(Language::Danish, "unknown-row", &[("id", nasty)]).message;
    assert_eq!(message, "rækken `\\u{1b}[31mrød\\u{202e}\\u{0} linje` findes ikke i tabellen");
    let long = words(Language::Danish, "unknown-row", &[("id", &"æ".repeat(41))]).message;
    assert_eq!(long, format!("rækken `{}…` findes ikke i tabellen", "æ".repeat(40)));
    let unit = words(
        Language::Danish,
        "green-but-behind",
        &[("number", ""), ("what", ""), ("achieved", "1 \u{1b}"), ("required", "")],
    );
    assert_eq!(unit.message.replace('\u{a0}', " "), "tiltag  er meldt på sporet, men har kun nået 1 \\u{1b} af ");
    let path = "a/".repeat(40) + "b.md";
    assert!(words(Language::Danish, "broken-link", &[("target", &path)]).message.contains(&path));
}

#[test]
fn a_finding_has_place_and_words() {
    let path = RelPath::new("content/x.md").expect("a path");
    let diagnostic = Diagnostic::new(&SYMLINK, Place::File(path.clone()));
    let locale = Locale::new(Language::Danish, &[]).expect("sound words");
    let finding = locale.finding(&diagnostic, &Sources::default(), &Origins::default());
    assert_eq!((finding.path, finding.message.as_str()), (path, "filen er en genvej (symbolsk link) og læses ikke"));
    assert_eq!(words(Language::Danish, "no-such-code", &[]).message, "no-such-code");
    assert_eq!(locale.tell("error", &[]), "fejl");
}
