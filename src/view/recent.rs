//! What changed since the edition before, in a few lines: what got worse first, then first statuses, what was put off, what
//! got better, and money. Every change stands in the tables and on the page of the edition.

use std::cmp::Reverse;

use super::{
    Block, ViewContext,
    attention::place,
    context::plain,
    flow::{self, has_moved},
    meeting_days::met,
    overview::Overview,
    page::{ChangeEntry, PageLink, StatusStep},
    since,
    writer::{PageWriter, heading},
};
use crate::{
    compare::{self, LevelName, RecordKey, RecordKind, RecordSummary},
    model::{LevelCounts, LevelRef, Lifecycle, Stand, Tone},
    summary::{EditionSummary, MeasureSummary, MilestoneSummary, PlanRow, PlanSummary, Scope, UpdateSummary},
    table::Chip,
    value::Period,
    wording::{has_changed, since_phrases},
};

/// The most lines; where more measures have another status, which the sentence above counts, a few more.
const LINES: usize = 6;

/// The most lines with those.
const MOST_LINES: usize = 9;

/// How soon a line comes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Urgency {
    Worse,
    First,
    PutOff,
    Better,
    Money,
    Settled,
}

/// A line and how soon it comes: by its urgency, then by the worst level it tells of.
struct RankedLine {
    urgency: Urgency,
    badness: Option<(bool, Tone, usize)>,
    /// Whether it tells of another status: of a measure, which the sentence above counts, or of a plan, which has no other line.
    is_status: bool,
    entry: ChangeEntry,
}

/// Makes the lines of what changed since the edition before, of somebody's plans and measures; where there is none, the
/// latest statuses of all.
pub(super) fn list<'r>(writer: &'r PageWriter<'r>, all: Overview<'r>, whose: Scope<'r>) -> Vec<Block> {
    let context = writer.context;
    let Some(then) = context.since else {
        return if matches!(whose, Scope::All) { latest(writer, all) } else { Vec::new() };
    };
    let met = met(context, &then.edition, whose).map(|date| context.locale.period(date));
    let title = met.as_ref().map(|met| context.say("block-since-meeting", &[("date", met.into())]));
    let mut blocks = vec![heading("since", title.unwrap_or_else(|| context.word("block_since").to_owned()))];
    let date = flow::since_when(context, whose).unwrap_or_default();
    let side = ChangesSince { writer, then };
    let mut lines: Vec<RankedLine> = all.plans.iter().flat_map(|rows| side.of_plan(rows, whose)).collect();
    if matches!(whose, Scope::All) {
        lines.extend(side.gone_plans(all.plans));
    }
    // The sentence counts measures. Where a plan alone stands otherwise its line says so, and nothing denies it.
    let none = || Block::Text { text: context.say("since-no-status", &[("date", (&date).into())]) };
    let is_told = lines.iter().any(|line| line.is_status);
    blocks.extend(flow::level_sentence(context, all, whose).or_else(|| (!is_told).then(none)));
    // What is as urgent stays in the order of plans.
    lines.sort_by_key(|line| (line.urgency, Reverse(line.badness)));
    let all_lines = lines.len();
    let mut nth = 0_usize;
    // The sentence says how many have another status: a reader who counts the lines must find them.
    lines.retain(|line| {
        nth = nth.saturating_add(1);
        nth <= LINES || line.is_status
    });
    lines.truncate(MOST_LINES);
    let more = all_lines.saturating_sub(lines.len());
    if !lines.is_empty() {
        blocks.push(Block::Changes { lines: lines.into_iter().map(|line| line.entry).collect() });
    }
    let page = context.site.editions.iter().rev().find(|edition| edition.as_of > then.edition.as_of);
    let page = page.and_then(|edition| context.addresses.edition(&edition.id)).unwrap_or(context.addresses.history());
    // An edition is a site without a past, and has no such pages.
    if context.past.is_some() && *page != writer.path {
        let key = if more == 0 { "recent-all" } else { "recent-all-more" };
        let met = met.map(|met| context.say("since-meeting", &[("date", (&met).into())]));
        let text = context.say(key, &[("date", (&met.unwrap_or(date)).into()), ("count", more.into())]);
        blocks.push(Block::Links { links: vec![writer.link(page, text)] });
    }
    blocks
}

/// What is said since an edition.
#[derive(Clone, Copy)]
struct ChangesSince<'r> {
    writer: &'r PageWriter<'r>,
    then: &'r EditionSummary,
}

impl<'r> ChangesSince<'r> {
    fn of_plan(self, rows: &'r PlanSummary, whose: Scope<'r>) -> Vec<RankedLine> {
        if rows.plan.closed {
            return Vec::new();
        }
        let before = self.then.plan(&rows.plan.id, &rows.plan.formerly);
        let mut lines = Vec::new();
        if whose.has_plan(&rows.plan) {
            lines.extend(self.plan_level(&rows.plan, before.map(|before| &before.plan)));
            lines.extend(before.and_then(|before| self.money(rows, before)));
        }
        let own = || rows.measures.iter().filter(|row| row.counts_level && whose.has_measure(row));
        let was = |row: &MeasureSummary| before.and_then(|before| before.measure(&row.id, &row.formerly));
        let mut first = Vec::new();
        for row in own() {
            match was(row) {
                Some(before) if before.level.is_some() || row.level.is_none() || has_ended(before, row) => {
                    lines.extend(self.measure_status(&rows.plan, before, row));
                }
                _ if row.level.is_some() => first.push(row),
                _ => {}
            }
        }
        lines.extend(self.first_levels(&rows.plan, &first));
        if before.is_none() && first.is_empty() && (whose.has_plan(&rows.plan) || own().next().is_some()) {
            let words = self.writer.context.word("since_new").to_owned();
            lines.push(self.ranked(Urgency::Settled, None, ChangeEntry { words, ..self.named(&rows.plan) }));
        }
        let milestones = rows.milestones.iter().filter(|row| whose.has_milestone(row));
        let moved = milestones.filter_map(|row| self.milestone(&rows.plan, before?.milestone(&row.number)?, row));
        lines.extend(moved);
        lines
    }

    fn ranked(self, urgency: Urgency, worst: Option<LevelRef>, entry: ChangeEntry) -> RankedLine {
        let is_status = entry.step.is_some();
        RankedLine { urgency, badness: worst.map(|level| self.writer.context.site.badness(level)), is_status, entry }
    }

    /// A line about a plan itself.
    fn named(self, plan: &PlanRow) -> ChangeEntry {
        let name = self.writer.link(&plan.page, plan.title.as_str());
        let lang = self.writer.context.foreign(plan.language);
        ChangeEntry { name: PageLink { lang, ..name }, ..ChangeEntry::default() }
    }

    fn plan_level(self, plan: &PlanRow, before: Option<&PlanRow>) -> Option<RankedLine> {
        let (urgency, step) = self.step(before?.level?, plan.level?)?;
        Some(self.ranked(urgency, plan.level, ChangeEntry { step: Some(step), ..self.named(plan) }))
    }

    /// Tells of a measure that stands at another level, or elsewhere in its life: what was given up is news though its level is the same.
    fn measure_status(self, plan: &PlanRow, was: &'r MeasureSummary, row: &'r MeasureSummary) -> Option<RankedLine> {
        let context = self.writer.context;
        let step = was.level.zip(row.level).and_then(|(was, is)| self.step(was, is));
        let subject = || RecordKey::of_plan(&plan.id, RecordKind::Measure, row.id.as_str());
        let phrases = |was: &RecordSummary<'_>, is: &RecordSummary<'_>| {
            since_phrases(context, &compare::summaries(subject, was, is), &[])
        };
        let life = |row: &MeasureSummary| RecordSummary { lifecycle: row.lifecycle, ..RecordSummary::default() };
        // What is told for the first time is no change, unless it is that nothing more is to come for now.
        let is_known = was.level.is_some() || was.lifecycle.is_some() || has_ended(was, row);
        let is_first_level = was.level.is_none() && row.counted_level().is_some();
        let first_level = is_first_level.then(|| context.word("since_first_level").to_owned());
        let life = if is_known { phrases(&life(was), &life(row)) } else { Vec::new() };
        let words: Vec<String> = first_level.into_iter().chain(life).collect();
        // The status stands in the line itself; what else changed stands below.
        let rest = |row: &'r MeasureSummary, site| {
            let all = row.summary(site);
            RecordSummary { level: None, lifecycle: all.lifecycle.filter(|_| step.is_some()), ..all }
        };
        let rest = phrases(&rest(was, &self.then.site), &rest(row, context.site));
        let where_it_is = place(context, &plan.title, row, true).unwrap_or_default();
        let note = Some(plain([where_it_is].into_iter().chain(rest).collect::<Vec<_>>().join(" · ")));
        let entry = ChangeEntry { note, ..self.measure(plan, row) };
        if let Some((urgency, step)) = step {
            return Some(self.ranked(urgency, row.level, ChangeEntry { step: Some(step), ..entry }));
        }
        if words.is_empty() {
            return None;
        }
        let chips = row.counted_level().and_then(|level| context.level(level)).into_iter().collect();
        let urgency = match row.lifecycle {
            Some(Lifecycle::Dropped | Lifecycle::Deferred) => Urgency::Worse,
            Some(Lifecycle::Done) => Urgency::Better,
            _ if row.level.is_some_and(|level| context.site.is_alarming(level)) => Urgency::First,
            _ => Urgency::Settled,
        };
        let line = self.ranked(urgency, row.level, ChangeEntry { words: words.join("; "), chips, ..entry });
        Some(RankedLine { is_status: true, ..line })
    }

    fn measure(self, plan: &PlanRow, row: &MeasureSummary) -> ChangeEntry {
        let context = self.writer.context;
        let text = match row.title.as_str() {
            "" => context.in_language(plan.language).measure_name(row.number.as_ref(), ""),
            title => title.to_owned(),
        };
        let name = PageLink { text, href: self.writer.href(&row.page), lang: context.foreign(plan.language) };
        ChangeEntry { name, ..ChangeEntry::default() }
    }

    /// Tells of the measures of a plan that stand at a level for the first time: one line, and the alarming levels counted.
    fn first_levels(self, plan: &PlanRow, first: &[&MeasureSummary]) -> Option<RankedLine> {
        let context = self.writer.context;
        let worst = first.iter().filter_map(|row| row.level).max_by_key(|level| context.site.badness(*level));
        // What needs no attention is told after all that changed.
        let alarms = worst.is_some_and(|level| context.site.is_alarming(level));
        let urgency = if alarms { Urgency::First } else { Urgency::Settled };
        if let [row] = first {
            let chips = row.level.and_then(|level| context.level(level)).into_iter().collect();
            let words = context.word("since_first_level").to_owned();
            let note = place(context, &plan.title, row, true).map(plain);
            return Some(self.ranked(urgency, worst, ChangeEntry { words, chips, note, ..self.measure(plan, row) }));
        }
        let words = context.say("recent-first", &[("count", first.len().into())]);
        let mut counts = LevelCounts::default();
        first.iter().for_each(|row| counts.add(row.level, None));
        let chips = alarm_chips(context, &counts);
        (!first.is_empty()).then(|| self.ranked(urgency, worst, ChangeEntry { words, chips, ..self.named(plan) }))
    }

    fn milestone(self, plan: &PlanRow, before: &MilestoneSummary, row: &MilestoneSummary) -> Option<RankedLine> {
        let context = self.writer.context;
        let when = |period: Period| context.locale.period(period);
        let is_reset = matches!(row.lifecycle, Some(Lifecycle::Done | Lifecycle::Dropped | Lifecycle::Deferred));
        let (urgency, note) = match (before.due, row.due) {
            _ if before.done.is_none() && row.done.is_some() => (
                Urgency::Settled,
                context.say("recent-reached", &[("date", (&row.done.map(when).unwrap_or_default()).into())]),
            ),
            _ if before.lifecycle != row.lifecycle && is_reset => {
                let phrases = since::milestone(context, &plan.id, Some(before), &row.summary(), None);
                let is_put_off = row.lifecycle == Some(Lifecycle::Deferred);
                (if is_put_off { Urgency::PutOff } else { Urgency::Settled }, phrases.join(", "))
            }
            (Some(was), Some(is)) if was != is && row.done.is_none() => {
                let [before, after] = [was, is].map(when);
                let args = [("before", (&before).into()), ("after", (&after).into())];
                match is > was {
                    true => (Urgency::PutOff, context.say("recent-put-off", &args)),
                    false => (Urgency::Better, context.say("recent-moved-forward", &args)),
                }
            }
            _ => return None,
        };
        let lang = context.foreign(plan.language);
        let name = PageLink { text: row.title.clone(), href: self.writer.href_at(&plan.page, "milestones"), lang };
        let name = if name.text.is_empty() { PageLink { text: row.name(), ..name } } else { name };
        let note = format!("{note} · {}", plan.title);
        Some(self.ranked(urgency, row.level, ChangeEntry { name, note: Some(plain(note)), ..ChangeEntry::default() }))
    }

    /// Tells how the sums of a plan changed; that more was achieved comes last, for that is as it should be.
    fn money(self, rows: &PlanSummary, then: &PlanSummary) -> Option<RankedLine> {
        let (context, plan, before) = (self.writer.context, &rows.plan, &then.plan);
        let overspend = before.overspend.as_ref().zip(plan.overspend.as_ref());
        let overspend = overspend.filter(|(was, is)| was.amount != is.amount).map(|both| {
            let [before, after] = [both.0, both.1].map(|figure| context.figure(figure).text);
            let step = context.say("since-step", &[("before", (&before).into()), ("after", (&after).into())]);
            context.say("recent-overspend", &[("step", (&step).into())])
        });
        let subject = || RecordKey::of_plan(&plan.id, RecordKind::Plan, plan.id.as_str());
        let changes = compare::summaries(subject, &before.sums_beside(plan), &plan.sums_beside(before));
        let urgent = |path| has_changed(&changes, path);
        let is_urgent = overspend.is_some() || urgent(RecordSummary::REQUIRED) || urgent(RecordSummary::FORECAST);
        let mut phrases = since_phrases(context, &changes, &[]);
        if !phrases.is_empty() {
            phrases.extend(since::losses(context, then, &changes, |row| since::still_told(rows, row)));
        }
        let phrases: Vec<String> = overspend.into_iter().chain(phrases).collect();
        let urgency = if is_urgent { Urgency::Money } else { Urgency::Settled };
        let entry = ChangeEntry { words: phrases.join("; "), ..self.named(plan) };
        (!phrases.is_empty()).then(|| self.ranked(urgency, None, entry))
    }

    fn gone_plans(self, now: &[&PlanSummary]) -> Vec<RankedLine> {
        let is_here =
            |plan: &PlanRow| now.iter().any(|rows| rows.plan.id == plan.id || rows.plan.formerly.contains(&plan.id));
        let gone = self.then.plans.values().map(|rows| &rows.plan).filter(|plan| !is_here(plan));
        let words = || self.writer.context.word("since_gone").to_owned();
        gone.map(|plan| {
            let name = PageLink { lang: self.writer.context.foreign(plan.language), ..plain(plan.title.as_str()) };
            self.ranked(Urgency::Settled, None, ChangeEntry { name, words: words(), ..ChangeEntry::default() })
        })
        .collect()
    }

    /// Returns from which level to which something went, and whether that is worse; nothing where readers see no change.
    fn step(self, before: LevelRef, after: LevelRef) -> Option<(Urgency, StatusStep)> {
        let context = self.writer.context;
        let (was, is) = (LevelName::of(&self.then.site, before), LevelName::of(context.site, after));
        if !has_moved(was, is) {
            return None;
        }
        let ([is_judged, was_judged], [worse, better]) = {
            let (now, then) = (context.site.badness(after), self.then.site.badness(before));
            ([now.0, then.0], [now > then, now < then])
        };
        let is_worse = match (was_judged, is_judged) {
            (true, true) => worse && !better,
            // What could not be judged and now can is worse only where it alarms.
            (false, _) => context.site.is_alarming(after),
            (true, false) => true,
        };
        let level = self.then.site.level(before)?;
        let lang = context.foreign(context.site.language);
        let before =
            Chip { word: level.word.clone(), tone: level.tone.word(), quiet: false, count: None, lang, rank: 0 };
        let step = StatusStep { before, after: context.level(after)?, to: context.word("step_to").to_owned() };
        Some((if is_worse { Urgency::Worse } else { Urgency::Better }, step))
    }
}

/// Tells whether a measure was carried out, given up or put off since: news also beside its first level.
fn has_ended(was: &MeasureSummary, is: &MeasureSummary) -> bool {
    let has_ended = matches!(is.lifecycle, Some(Lifecycle::Done | Lifecycle::Dropped | Lifecycle::Deferred));
    has_ended && was.lifecycle != is.lifecycle
}

/// Returns the levels that need attention, the worst first, each with how many stand there before its word.
pub(super) fn alarm_chips(context: &ViewContext, counts: &LevelCounts) -> Vec<Chip> {
    let alarms = counts.worst_first(context.site).into_iter().filter_map(|(stand, count)| match stand {
        Stand::Level(level) if context.site.is_alarming(level) => {
            let chip = context.level(level)?;
            Some(Chip { word: format!("{} {}", context.count(count).text, chip.word), ..chip })
        }
        _ => None,
    });
    alarms.collect()
}

/// Makes the lines of the latest statuses, where no edition lies before.
fn latest<'r>(writer: &'r PageWriter<'r>, all: Overview<'r>) -> Vec<Block> {
    let context = writer.context;
    let mut latest: Vec<(&PlanRow, &UpdateSummary)> =
        all.plans.iter().flat_map(|rows| rows.updates.iter().map(|row| (&rows.plan, row))).collect();
    latest.sort_by_key(|(_, row)| std::cmp::Reverse(row.date));
    latest.truncate(LINES);
    if latest.is_empty() {
        return Vec::new();
    }
    let line = |(plan, row): &(&PlanRow, &UpdateSummary)| {
        let lang = context.foreign(plan.language);
        let text = context.in_language(plan.language).measure_name(row.number.as_ref(), &row.title);
        let both = row.before.zip(row.level).filter(|(before, after)| before != after);
        let both = both.and_then(|(before, after)| context.level(before).zip(context.level(after)));
        let chip = row.level.and_then(|level| context.level(level)).filter(|_| both.is_none());
        ChangeEntry {
            name: PageLink { text, href: writer.href_at(&row.page, &row.date.iso()), lang },
            step: both.map(|(before, after)| StatusStep { before, after, to: context.word("step_to").to_owned() }),
            chips: chip.into_iter().collect(),
            note: Some(plain(format!("{} · {}", plan.title, context.locale.period(row.date)))),
            ..ChangeEntry::default()
        }
    };
    let lines = latest.iter().map(line).collect();
    vec![heading("updates", context.word("block_updates")), Block::Changes { lines }]
}
