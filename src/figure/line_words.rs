//! Whether an indicator lies on the line from its baseline to its target, in words with the numbers.

use crate::{locale::Locale, model::LineStanding, value::Period};

/// Says what the line says, what was read and on which side of it that is.
#[must_use]
pub fn line_words(locale: &Locale, standing: &LineStanding) -> String {
    let date = locale.period(standing.at);
    let at = match standing.at {
        Period::Day(_) => locale.say("indicator-line-day", &[("date", (&date).into())]),
        _ => locale.say("indicator-line-end", &[("date", (&date).into())]),
    };
    let ((from, from_date), (to, to_date)) = (&standing.from, &standing.to);
    let dates = [from_date, to_date].map(|date| locale.period(*date));
    let cells = [from, to, &standing.measured].map(|figure| locale.cell(figure));
    let expected = locale.figure(&standing.expected);
    locale.say(
        "indicator-line",
        &[
            ("from", (&cells[0]).into()),
            ("from-date", (&dates[0]).into()),
            ("to", (&cells[1]).into()),
            ("to-date", (&dates[1]).into()),
            ("expected", (&expected).into()),
            ("at", (&at).into()),
            ("measured", (&cells[2]).into()),
            ("side", standing.side.word().into()),
        ],
    )
}
