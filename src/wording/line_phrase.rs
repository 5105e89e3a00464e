//! A line as a phrase: what histories, feeds and corrections say of a change, with the words of [`phrase`](super::phrase).

use super::{excerpt::around_difference, phrase::step_phrase};
use crate::{
    summary::{ChangeLine, ChangeRank},
    table::ValueFormat,
};

/// Says changes of one record in phrases. Of what a new report says it says that, so that it is not taken for a report
/// that was changed.
pub fn line_phrases(show: &ValueFormat<'_>, together: &[&ChangeLine]) -> String {
    let news = match together {
        // That it is new is said before the rest.
        [report, rest @ ..] if report.change == "added" && !rest.is_empty() => rest,
        all => all,
    };
    match news.first().filter(|line| line.is_new) {
        Some(first) => {
            let kind = first.subject.kind;
            show.say("log-new", &[("kind", kind.into()), ("changes", (&said(show, news)).into())])
        }
        None => said(show, together),
    }
}

/// Says the same where it is told beside it which report is new.
pub fn news_phrases(show: &ValueFormat<'_>, together: &[&ChangeLine]) -> String {
    match together {
        [report, rest @ ..] if report.change == "added" && rest.iter().any(|line| line.is_new) => said(show, rest),
        [line, ..] if line.is_new && line.subject.report.is_some() => said(show, together),
        all => line_phrases(show, all),
    }
}

fn said(show: &ValueFormat<'_>, lines: &[&ChangeLine]) -> String {
    lines.iter().map(|line| line_phrase(show, line)).collect::<Vec<_>>().join("; ")
}

/// Returns both texts of a line, of words where they begin to differ.
pub fn shown_texts(line: &ChangeLine) -> (String, String) {
    let [before, after] = [&line.before, &line.after].map(|told| told.as_ref().map_or("", |told| told.text.as_str()));
    if line.change == "words" { around_difference(before, after) } else { (before.to_owned(), after.to_owned()) }
}

/// Says a change in a phrase: `opnået 4,01 mio. kr. → 3,90 mio. kr.`.
pub fn line_phrase(show: &ValueFormat<'_>, line: &ChangeLine) -> String {
    let (before, after) = shown_texts(line);
    // These are words of ours in mid-sentence; those of levels are names.
    let is_ours = ["lifecycle", "trend"].contains(&line.field.as_deref().unwrap_or_default());
    let [before, after] = [before, after].map(|text| if is_ours { uncapital(&text) } else { text });
    let is_plain = line.change == "field"
        && matches!(line.rank, ChangeRank::Field | ChangeRank::Shared | ChangeRank::Words)
        && !line.is_new;
    let kind = match (line.change, before.is_empty(), after.is_empty()) {
        ("words", ..) => "words",
        (_, true, false) if is_plain => "set",
        (_, false, true) if is_plain => "unset",
        _ => "step",
    };
    let step = match (before.is_empty(), after.is_empty()) {
        (false, false) => step_phrase(show, &before, &after),
        // What was taken away would read as what holds now.
        (false, true) if kind == "step" && line.field.is_some() => {
            step_phrase(show, &before, show.word("since_not_given"))
        }
        _ => before + &after,
    };
    // What ends in a date or a verb is not read together with a figure.
    let is_apart = ["words", "unset"].contains(&kind) || line.what.ends_with(|c: char| c.is_ascii_digit());
    let mark = if is_apart && !step.is_empty() { ":" } else { "" };
    let what = match kind {
        // A place in life and a trend say by themselves what they are.
        "step" if is_ours && !step.is_empty() => return step,
        "step" if (line.change, line.subject.kind) == ("added", "report") => show.word("log_report_came").to_owned(),
        "step" => line.what.clone(),
        kind => show.say("log-changed", &[("kind", kind.into()), ("what", (&line.what).into())]),
    };
    let told = format!("{what}{mark} {step}");
    match &line.beside {
        Some(beside) => format!("{told}, {beside}"),
        None => told.trim_end().to_owned(),
    }
}

/// Returns a word as it stands in mid-sentence.
fn uncapital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// Tells whether pages tell a change: an id is for those who write, and that a first report sees no trend is no news.
pub fn is_news(show: &ValueFormat<'_>, line: &ChangeLine) -> bool {
    let is_same = || line.after.as_ref().is_some_and(|after| after.text == show.word_of("trend", "same"));
    let is_no_trend = line.is_new && line.before.is_none() && line.field.as_deref() == Some("trend") && is_same();
    line.change != "renamed" && !is_no_trend
}
