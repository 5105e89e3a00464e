//! Counts of one to four persons or families: so few may be known by whoever knows one of them.
//!
//! What counts persons is told by its unit, or by its title where the unit says no more than "antal". A rate, a share and
//! a difference count nobody, an average has decimals, and a target is nobody yet.

use super::{Check, CheckInput, Findings, cells};
use crate::{
    diag::Code,
    model::{FigureTable, Indicator, Plan, RowKind},
    value::{Amount, Decimal, Unit},
};

/// Counts of one to four persons or families.
const SMALL_COUNT: Code = Code::warning("small-count").args(&["what", "unit"]).help(
    "a count of one to four persons, children or families, in an indicator or a figure table: so few may be known by whoever knows one of them",
);
/// Counts of one to four persons or families.
pub const CHECK: Check = Check::new(&SMALL_COUNT, run);

/// Endings of Danish words for persons, which stand last in compounds, and of some English ones.
const ENDINGS: [&str; 58] = [
    "person",
    "personer",
    "borger",
    "borgere",
    "borgerne",
    "familie",
    "familier",
    "barn",
    "børn",
    "ung",
    "unge",
    "elev",
    "elever",
    "kursist",
    "kursister",
    "studerende",
    "ansat",
    "ansatte",
    "medarbejder",
    "medarbejdere",
    "husstand",
    "husstande",
    "bruger",
    "brugere",
    "klient",
    "klienter",
    "beboer",
    "beboere",
    "patient",
    "patienter",
    "ældre",
    "flygtning",
    "flygtninge",
    "ledige",
    "sygemeldte",
    "anbragte",
    "indskrevne",
    "modtager",
    "modtagere",
    "pensionist",
    "pensionister",
    "mennesker",
    "kvinder",
    "mænd",
    "forældre",
    "deltagere",
    "ansøgere",
    "families",
    "family",
    "children",
    "persons",
    "pupils",
    "students",
    "employees",
    "households",
    "residents",
    "patients",
    "citizens",
];
/// English words for persons that others end in too: `acumen` is none of them.
const WHOLE_WORDS: [&str; 14] = [
    "people",
    "person",
    "child",
    "staff",
    "client",
    "clients",
    "user",
    "users",
    "women",
    "men",
    "adults",
    "refugees",
    "recipients",
    "youths",
];
/// Words of units that do not count but measure: so many of one for each of another.
const RATES: [&str; 6] = ["pr", "per", "pct", "procent", "andel", "share"];

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    scene.plan.indicators.iter().for_each(|indicator| check_indicator(scene.plan, indicator, findings));
    scene.plan.tables.iter().for_each(|table| check_table(table, findings));
}

fn check_indicator(plan: &Plan, indicator: &Indicator, findings: &mut Findings<'_>) {
    let baseline =
        indicator.baseline.iter().map(|baseline| (indicator.record.as_str(), "baseline.value", &baseline.value));
    let readings = indicator.readings.iter().map(|reading| (reading.record.as_str(), "", &reading.value));
    for (record, field, value) in baseline.chain(readings) {
        let Some(amount) = value.amount.as_ref().filter(|amount| is_small(amount)) else { continue };
        let title = plan.title_of(indicator);
        if let Some(unit) = counted(&amount.unit, &[&title]) {
            findings.at(record, field).add("what", title).add("unit", unit);
        }
    }
}

fn check_table(table: &FigureTable, findings: &mut Findings<'_>) {
    for column in table.columns.iter().filter(|column| cells::is_added_up(column)) {
        for row in table.rows.iter().filter(|row| !matches!(row.kind, RowKind::Heading | RowKind::Note)) {
            let Some(amount) = cells::shown(table, row, column).filter(|amount| is_small(amount)) else { continue };
            let titles = [column.name(), row.label.as_str(), table.title.as_str()];
            if let Some(unit) = counted(&amount.unit, &titles) {
                let diagnostic = findings.at(&table.file, &format!("{}.{}", row.id, column.id));
                diagnostic.add("what", format!("{}, {}", row.label, column.name())).add("unit", unit);
            }
        }
    }
}

/// Tells whether an amount is one to four, whole.
fn is_small(amount: &Amount) -> bool {
    let number = amount.number;
    number.fract().is_zero() && number >= Decimal::ONE && number < Decimal::from(5)
}

/// Returns what persons an amount counts, where it counts any: by its unit, else, where that only says "antal", by titles.
fn counted(unit: &Unit, titles: &[&str]) -> Option<String> {
    let Unit::Word(word) = unit else { return None };
    let words: Vec<String> = words_in(word);
    if word.contains('/') || words.iter().any(|word| RATES.contains(&word.as_str())) {
        return None;
    }
    if words.iter().any(|word| is_person(word)) {
        return Some(word.to_string());
    }
    let is_general = words.iter().all(|word| matches!(word.as_str(), "antal" | "stk" | "number" | "count" | "no"));
    let is_of_persons = |title: &&&str| {
        let words = words_in(title);
        words.iter().any(|word| is_person(word)) && !words.iter().any(|word| RATES.contains(&word.as_str()))
    };
    let title = titles.iter().find(is_of_persons).filter(|_| is_general)?;
    words_in(title).into_iter().find(|word| is_person(word))
}

fn words_in(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn is_person(word: &str) -> bool {
    ENDINGS.iter().any(|ending| word.ends_with(ending)) || WHOLE_WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn persons(unit: &str, title: &str) -> Option<String> {
        counted(&Unit::parse(unit), &[title])
    }

    #[test]
    fn what_counts_persons_is_told_by_its_unit_or_title() {
        for (unit, title) in [
            ("familier", "Foranstaltninger"),
            ("plejefamilier", "Anbringelser"),
            ("børn og unge", "Underretninger"),
            ("Borgere", "Botilbud"),
            ("dagpengemodtagere", "Ydelser"),
            ("unge under 18", "Anbragte"),
            ("children", "Placed"),
            ("men", "Shelter"),
            ("antal", "Familier med mere end én foranstaltning"),
            ("", "Antal anbragte børn"),
            ("stk.", "Elever i specialtilbud"),
        ] {
            assert!(persons(unit, title).is_some(), "{unit}: {title}");
        }
        for (unit, title) in [
            ("sager", "Sager om familier"),
            ("projekter", "Antal"),
            ("kr.", "Udgift til borgere"),
            ("%", "Andel af elever"),
            ("elever pr. klasse", "Klasser"),
            ("borgere/bolig", "Boliger"),
            ("dage", "Ventetid for børn"),
            ("medarbejdertimer", "Timer"),
            ("examen", "Shelter"),
            ("antal", "Antal skoler"),
            ("antal", "Biler pr. husstand"),
        ] {
            assert_eq!(persons(unit, title), None, "{unit}: {title}");
        }
    }

    #[test]
    fn one_to_four_are_few() {
        for (number, is_few) in [
            ("0", false),
            ("1", true),
            ("4", true),
            ("4.0", true),
            ("5", false),
            ("2.5", false),
            ("-3", false),
            ("0.9", false),
        ] {
            let amount = Amount::new(Decimal::from_str_exact(number).expect("a number"), Unit::parse("familier"));
            assert_eq!(is_small(&amount), is_few, "{number}");
        }
    }
}
