//! What is said of a measure in words, dates and statuses, wherever its row stands.

use crate::{
    model::{Measure, PlanAsOf, Status, contradictions},
    table::{Cell, Remark},
    value::{Id, Prose},
    view::{ViewContext, against, prose, writer::PageWriter},
};

/// Shows where a measure stands and is in its life, which way it moves, and what decided that.
pub(super) fn status<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter, measure: &'a Measure) -> Cell {
    let context = writer.context;
    let standing = seen.standing(measure);
    let level = standing.and_then(|standing| context.level(standing.level));
    let lifecycle = seen.lifecycle(measure).map(|lifecycle| context.lifecycle(lifecycle));
    let remark = match standing {
        Some(standing) if standing.rolled_up => Some(Remark::RolledUp),
        _ => overruled(seen, context, measure).map(Remark::Text),
    };
    let cell = Cell::chips(level.into_iter().chain(lifecycle)).remarked(remark);
    if measure.closed {
        return cell;
    }
    let trend = seen.status(measure).and_then(|status| status.trend).map(|trend| Remark::Text(context.trend(trend)));
    let decision = seen.statuses(measure).iter().rev().find_map(|status| status.decision);
    let decision = decision.and_then(|decision| seen.plan.decisions.get(decision));
    let decision = decision.map(|decision| context.say("remark-decision", &[("title", (&decision.title).into())]));
    // What speaks against it is known of the latest status, not of what an older report said.
    let found = if seen.is_now() { contradictions(seen.site, seen.plan, measure) } else { Vec::new() };
    let cell = cell.remarked(trend).remarked(decision.map(Remark::Text));
    against::remarks(writer, &found).into_iter().fold(cell, Cell::remarked)
}

/// Says that a committee set the level, when, and what was reported.
fn overruled<'a>(seen: &PlanAsOf<'a>, context: &ViewContext, measure: &'a Measure) -> Option<String> {
    let status = seen.statuses(measure).iter().rev().find(|status| status.level().is_some())?;
    let overruled = status.overruled.as_ref()?;
    let committee = ("committee", overruled.committee.as_str().into());
    let date = overruled.date.map(|date| context.locale.period(date));
    Some(match (status.level, &date) {
        (Some(level), Some(date)) => {
            let word = context.level_word(level);
            context.say("remark-overruled-dated", &[committee, ("word", word.into()), ("date", date.into())])
        }
        (Some(level), None) => {
            context.say("remark-overruled", &[committee, ("word", context.level_word(level).into())])
        }
        (None, Some(date)) => context.say("remark-set-by-dated", &[committee, ("date", date.into())]),
        (None, None) => context.say("remark-set-by", &[committee]),
    })
}

/// Shows the latest words on a measure but for its timetable, which has a column of its own.
pub(super) fn status_text<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter, measure: &'a Measure) -> Cell {
    let is_told = |status: &&Status| !status.words.body.is_empty() || told_parts(status).next().is_some();
    let Some(status) = seen.statuses(measure).iter().rev().find(is_told) else { return Cell::default() };
    // Its date stands in a column of its own, unless a newer report said nothing in words.
    let is_newest = seen.status(measure).is_some_and(|newest| newest.report == status.report);
    let date = seen.date(status.report).filter(|_| !is_newest);
    let html = prose::html_of_named(&status.words.body, told_parts(status), writer, 3);
    Cell::words(html).remarked(date.map(Remark::At))
}

/// Returns the parts of a status that are told together, beside its body.
fn told_parts(status: &Status) -> impl Iterator<Item = (&'static str, &'static str, &Prose)> {
    prose::named_parts(&status.words).filter(|(id, ..)| *id != "part-timetable")
}

/// Shows the timetable that was last told, else the one that was decided.
pub(super) fn timetable<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter, measure: &'a Measure) -> Cell {
    let newest = seen.statuses(measure).iter().rev().map(|status| &status.words.timetable);
    let words = newest.chain([&measure.words.timetable]).find(|words: &&Prose| !words.is_empty());
    words.map_or_else(Cell::default, |words| Cell::words(prose::html(words, writer)))
}

/// Shows when a measure was last reported.
pub(super) fn updated<'a>(seen: &PlanAsOf<'a>, writer: &PageWriter, measure: &'a Measure) -> Cell {
    let cell = Cell::date(seen.status(measure).and_then(|status| seen.date(status.report)));
    let missing = || Remark::Text(writer.context.word("remark_missing").to_owned());
    cell.remarked(seen.is_missing(measure).then(missing))
}

/// Shows the codes of committees, the leading one first.
pub(super) fn committees(writer: &PageWriter, ids: &[Id]) -> Cell {
    let others = others(ids, |id| id.as_str());
    ids.first().map_or_else(Cell::default, |id| writer.committee_code(id)).remarked(others)
}

/// Shows the titles of owners, the leading one first.
pub(super) fn owners<'a>(writer: &PageWriter<'a>, ids: &'a [Id]) -> Cell {
    let others = others(ids, |id| writer.context.owner_title(id));
    ids.first().map_or_else(Cell::default, |id| writer.owner_title(id)).remarked(others)
}

/// Names those behind the first.
fn others<'i>(ids: &'i [Id], name: impl Fn(&'i Id) -> &'i str) -> Option<Remark> {
    let names: Vec<&str> = ids.iter().skip(1).map(name).collect();
    (!names.is_empty()).then(|| Remark::Text(names.join(", ")))
}
