//! Stated totals that their parts do not explain, not even by rounding.

use super::{Check, CheckInput, Findings};
use crate::{
    diag::Code,
    model::{Difference, DifferenceClass, Gross, StatedComparison},
    schema::records::KNOWN_COLUMNS,
    value::{Amount, Figure},
};

/// Stated totals that their parts do not explain, not even by rounding.
const STATED_DIFFERS: Code = Code::warning("stated-differs")
    .args(&["row", "what", "stated", "computed", "difference"])
    .help("a stated total that its parts do not explain, not even by rounding");
/// Stated totals that their parts do not explain, not even by rounding.
pub const CHECK: Check = Check::new(&STATED_DIFFERS, run);

fn run(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    let plan = scene.plan;
    for (gross, path) in [(Gross::Net, "stated"), (Gross::Gross, "stated.gross")] {
        compare(&plan.required(None, gross), &plan.file, &format!("{path}.required"), findings);
        for (at, report) in plan.reports.iter().enumerate() {
            let stated = |net: bool, gross_given: bool| if gross == Gross::Net { net } else { gross_given };
            if stated(!report.stated.required.is_empty(), !report.stated.gross_required.is_empty()) {
                compare(&plan.required(Some(at), gross), &report.file, &format!("{path}.required"), findings);
            }
            if stated(!report.stated.achieved.is_empty(), !report.stated.gross_achieved.is_empty()) {
                compare(&plan.achieved(at, gross), &report.file, &format!("{path}.achieved"), findings);
            }
            if stated(!report.stated.forecast.is_empty(), !report.stated.gross_forecast.is_empty()) {
                compare(&plan.forecast(at, gross), &report.file, &format!("{path}.forecast"), findings);
            }
        }
    }
    for measure in &plan.measures {
        if let Some(sum) = &measure.sum {
            compare(sum, &measure.file, "required", findings);
        }
        for effect in &measure.effect {
            compare(&effect.comparison(), &measure.file, &format!("effect.{}.total", effect.year), findings);
        }
        for status in &measure.statuses {
            if let Some(of_months) = plan.achieved_by_months(measure, status) {
                compare(&of_months, &status.file, "achieved", findings);
            }
            for effect in &status.effect {
                compare(&effect.comparison(), &status.file, &format!("effect.{}.total", effect.year), findings);
            }
        }
    }
    let reports = plan.reports.iter().enumerate();
    let reports = reports.map(|(at, report)| (Some(at), report.file.as_str(), &report.stated.effect));
    for (at, file, effect) in std::iter::once((None, plan.file.as_str(), &plan.stated.effect)).chain(reports) {
        for year in effect.iter().map(|effect| effect.year) {
            let sum = plan.effect(at, year);
            for (month, comparison) in sum.months.iter().enumerate() {
                compare(comparison, file, &format!("stated.effect.{year}.{month}"), findings);
            }
            compare(&sum.total, file, &format!("stated.effect.{year}.total"), findings);
        }
    }
    tables(scene, findings);
}

fn tables(scene: &CheckInput<'_>, findings: &mut Findings<'_>) {
    for table in &scene.plan.tables {
        for row in &table.rows {
            for (cell, column) in row.cells.iter().zip(&table.columns) {
                if let (Some(stated), Some(computed), Some(difference)) =
                    (&cell.stated, &cell.computed, &cell.difference)
                {
                    // A known column has a name in every language.
                    let what = match &column.title {
                        None if KNOWN_COLUMNS.contains(&column.id.as_str()) => format!("column-{}", column.id),
                        _ => column.name().to_owned(),
                    };
                    let field = format!("{}.{}", row.id, column.id);
                    let names = [row.label.as_str(), what.as_str()];
                    note(stated, computed, difference, (&table.file, &field), names, findings);
                }
            }
        }
    }
}

fn compare(comparison: &StatedComparison, file: &str, field: &str, findings: &mut Findings<'_>) {
    let Some(computed) = comparison.computed.as_ref().and_then(|computed| computed.amount.as_ref()) else { return };
    for (at, (figure, difference)) in comparison.stated.iter().zip(&comparison.differences).enumerate() {
        if let Some(difference) = difference {
            let place = format!("{field}.{at}");
            note(figure, computed, difference, (file, &place), ["none", &what(field)], findings);
        }
    }
}

/// Returns the name the language files have for a field: `gross-required` of `stated.gross.required`.
fn what(field: &str) -> String {
    match field.trim_start_matches("stated.") {
        effect if effect.starts_with("effect.") => "effect".to_owned(),
        name => name.replace('.', "-"),
    }
}

fn note(
    stated: &Figure,
    computed: &Amount,
    difference: &Difference,
    (file, field): (&str, &str),
    [row, what]: [&str; 2],
    findings: &mut Findings<'_>,
) {
    if difference.class == DifferenceClass::Unexplained {
        let stated = stated.amount.as_ref().map_or_else(|| "-".to_owned(), Amount::to_string);
        let diagnostic = findings.at(file, field).add("row", row.to_owned()).add("what", what.to_owned());
        let diagnostic = diagnostic.add("stated", stated);
        diagnostic.add("computed", computed.to_string()).add("difference", difference.size.to_string());
    }
}
