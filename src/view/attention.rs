//! What needs attention, the worst first: where it stands, what it is, and why in a line.

use super::{
    Block, ViewContext, against,
    context::plain,
    overview::{Overview, Placed, SettledAlarms},
    page::{AttentionEntry, PageLink},
    writer::{PageWriter, heading, subheading},
};
use crate::{
    model::{LevelCounts, Lifecycle, OwnOrSum},
    summary::{MeasureSummary, MilestoneSummary, Scope},
    value::Period,
};

/// The most that stand open; the others are folded.
const OPEN: usize = 5;

/// The most that a page lists at all.
const LISTED: usize = 25;

/// Makes the list of somebody's open measures that need attention, with its heading.
pub(super) fn list<'r>(writer: &'r PageWriter<'r>, all: Overview<'r>, whose: Scope<'r>) -> Vec<Block> {
    let context = writer.context;
    let found = all.attention(context, whose);
    let mut blocks = vec![heading("attention", context.word("block_attention"))];
    let unnamed = all.counted_alarms(context, whose);
    let behind = all.behind(context, whose);
    let settled = all.settled_alarms(context, whose);
    if found.is_empty() && unnamed == 0 && settled == SettledAlarms::NONE && behind.is_empty() {
        blocks.extend(nothing(context, &all.levels(whose)));
    }
    let one_plan =
        found.first().filter(|(plan, _)| found.len() > 1 && found.iter().all(|(other, _)| other.id == plan.id));
    if let Some((plan, _)) = one_plan {
        let args = [("count", found.len().into()), ("plan", (&plan.title).into())];
        blocks.push(Block::Text { text: context.say("attention-of-one-plan", &args) });
    }
    let page = AttentionPage {
        writer,
        told: found.iter().filter_map(|(plan, _)| plan.as_of).map(Period::last).max(),
        names_plans: one_plan.is_none(),
    };
    // A fold for a single one would be as long as what it hides.
    let open = if found.len() == OPEN.saturating_add(1) { found.len() } else { found.len().min(OPEN) };
    let (first, rest) = found.split_at_checked(open).unwrap_or((&found, &[]));
    if !first.is_empty() {
        blocks.push(Block::Attention { entries: first.iter().map(|row| page.entry(*row)).collect() });
    }
    if !rest.is_empty() {
        let listed = rest.get(..LISTED.saturating_sub(OPEN)).unwrap_or(rest);
        let mut folded = vec![Block::Attention { entries: listed.iter().map(|row| page.entry(*row)).collect() }];
        if let Some(more) = rest.len().checked_sub(listed.len()).filter(|more| *more > 0) {
            folded.push(Block::Text { text: context.say("attention-more", &[("count", more.into())]) });
        }
        blocks.push(Block::Folded { summary: summary(context, listed), blocks: folded });
    }
    if unnamed > 0 {
        let key = if found.is_empty() { "attention-counted-alone" } else { "attention-counted" };
        blocks.push(Block::Text { text: context.say(key, &[("count", unnamed.into())]) });
    }
    push_settled(&mut blocks, context, settled);
    let entries: Vec<AttentionEntry> = behind.iter().take(LISTED).map(|row| page.entry(*row)).collect();
    push_behind(&mut blocks, context, entries, behind.len());
    if matches!(whose, Scope::All) {
        blocks.extend(overdue(writer, all));
    }
    // Of plans without measures there may be nothing to say.
    if blocks.len() == 1 { Vec::new() } else { blocks }
}

/// Says that nothing needs attention, where measures have a status to be judged by.
fn nothing(context: &ViewContext, counts: &LevelCounts) -> Option<Block> {
    let word = match (counts.all(), counts.levels.is_empty()) {
        (0, _) => return None,
        (_, true) => "attention_untold",
        _ => "attention_none",
    };
    Some(Block::Text { text: context.word(word).to_owned() })
}

/// Leads to the milestones that are overdue, as the committees' own pages list them.
fn overdue(writer: &PageWriter, all: Overview) -> Option<Block> {
    let context = writer.context;
    let is_past = |row: &MilestoneSummary| row.due.is_some_and(|due| due.last() < context.site.as_of);
    let count = all.milestones(Scope::All, |row| row.is_open() && is_past(row)).len();
    let text = context.say("attention-overdue", &[("count", count.into())]);
    (count > 0).then(|| Block::Links { links: vec![writer.link(context.addresses.milestones(), text)] })
}

/// Says how many more stand so although nothing is left to do about them: they are counted at their level, and not listed.
pub(super) fn push_settled(blocks: &mut Vec<Block>, context: &ViewContext, settled: SettledAlarms) {
    for (words, count) in [("attention-done", settled.done), ("attention-over", settled.over)] {
        if count > 0 {
            blocks.push(Block::Text { text: context.say(words, &[("count", count.into())]) });
        }
    }
}

/// Adds those that are reported as good and far behind their figure, under words that tell them from the others.
pub(super) fn push_behind(blocks: &mut Vec<Block>, context: &ViewContext, entries: Vec<AttentionEntry>, all: usize) {
    if entries.is_empty() {
        return;
    }
    let more = all.saturating_sub(entries.len());
    blocks.push(subheading("behind", context.word("attention_behind")));
    blocks.push(Block::Attention { entries });
    if more > 0 {
        blocks.push(Block::Text { text: context.say("attention-more", &[("count", more.into())]) });
    }
}

/// Says why somebody should look at a measure that needs no attention by its status: how far it is behind.
pub(super) fn behind_why(context: &ViewContext, row: &MeasureSummary) -> Option<PageLink> {
    row.behind().map(|found| plain(against::said(context, found)))
}

/// Says what is folded: how many more, and at which level where they all stand at one. Those beyond the most that are listed are
/// told below the list.
fn summary(context: &ViewContext, rest: &[Placed<'_>]) -> String {
    let level = rest.first().and_then(|(_, row)| row.level);
    let word = level.filter(|level| rest.iter().all(|(_, row)| row.level == Some(*level)));
    match word.map(|level| context.level_word(level)) {
        Some(word) => context.say("attention-rest-of", &[("count", rest.len().into()), ("level", word.into())]),
        None => context.say("attention-rest", &[("count", rest.len().into())]),
    }
}

/// What the entries of a list share.
struct AttentionPage<'r> {
    writer: &'r PageWriter<'r>,
    /// The date of the latest report they are told by.
    told: Option<crate::value::Date>,
    /// Whether each says which plan it is of.
    names_plans: bool,
}

impl AttentionPage<'_> {
    fn entry(&self, (plan, row): Placed<'_>) -> AttentionEntry {
        let context = self.writer.context;
        let lang = context.foreign(plan.language);
        let title = match row.title.as_str() {
            "" => context.in_language(plan.language).measure_name(row.number.as_ref(), ""),
            title => title.to_owned(),
        };
        let chip = row.level.and_then(|level| context.level(level)).unwrap_or_else(|| context.untold());
        let is_behind = !row.level.is_some_and(|level| context.site.is_alarming(level));
        let behind = behind_why(context, row).filter(|_| is_behind);
        // Its money is what is said of it.
        let money = money(context, row).filter(|_| behind.is_none());
        let mut facts: Vec<PageLink> = put_off(context, row).into_iter().chain(money).map(plain).collect();
        let owner = row.owners.first().map(|id| context.owner_title(id));
        let own_lang = context.foreign(context.site.language);
        facts.extend(owner.map(|owner| PageLink { lang: own_lang, ..plain(owner) }));
        facts.extend(place(context, &plan.title, row, self.names_plans).map(|text| PageLink { lang, ..plain(text) }));
        let is_old = |date: &Period| self.told.is_some_and(|told| date.last() < told);
        facts.extend(row.updated.filter(is_old).map(|date| plain(context.locale.period(date))));
        AttentionEntry {
            chip,
            name: PageLink { text: title, href: self.writer.href(&row.page), lang },
            why: behind.or_else(|| row.why.as_ref().map(|why| PageLink { lang, ..plain(why) })),
            facts,
        }
    }
}

/// Says that a measure was put off by a decision: at its level it looks as if it only were late.
pub(super) fn put_off(context: &ViewContext, row: &MeasureSummary) -> Option<String> {
    row.lifecycle.filter(|state| *state == Lifecycle::Deferred).map(|state| context.lifecycle(state).word)
}

/// Says what was achieved of what is required, and where a figure is not what lies below it comes to.
fn money(context: &ViewContext, row: &MeasureSummary) -> Option<String> {
    let marked = |told: &OwnOrSum, text: String| match told {
        OwnOrSum::Own(_) => text,
        OwnOrSum::Sum(_) => format!("{text} ({})", context.word("remark_computed")),
    };
    let of = |told: &OwnOrSum| marked(told, context.figure(told.figure()).text);
    let said = match (&row.achieved_told, &row.required_told) {
        (Some(achieved), Some(required)) => {
            let unit = required.figure().amount.as_ref().map(|amount| &amount.unit);
            let in_unit = |unit| marked(achieved, context.figure_before(achieved.figure(), unit).text);
            let achieved = unit.map_or_else(|| of(achieved), in_unit);
            context
                .say("attention-achieved-of", &[("achieved", (&achieved).into()), ("required", (&of(required)).into())])
        }
        (None, Some(required)) => context.say("attention-required", &[("required", (&of(required)).into())]),
        (Some(achieved), None) => context.say("attention-achieved", &[("achieved", (&of(achieved)).into())]),
        (None, None) => return None,
    };
    // An amount is not broken over lines.
    let said = said.replace(' ', "\u{a0}");
    let differs = [&row.contested.achieved, &row.contested.required].into_iter().flatten().next();
    let differs =
        differs.map(|checked| context.difference_from(&checked.stated, &checked.computed, checked.difference.as_ref()));
    Some(match differs {
        Some(differs) => format!("{said} ({differs})"),
        None => said,
    })
}

/// Says which plan a measure is of, and its number there.
pub(super) fn place(context: &ViewContext, plan: &str, row: &MeasureSummary, names_plan: bool) -> Option<String> {
    let number = row.number.as_ref().map(|number| number.as_str());
    match (names_plan, number) {
        (true, Some(number)) => Some(context.say("place-in-plan", &[("plan", plan.into()), ("number", number.into())])),
        (true, None) => Some(plan.to_owned()),
        (false, Some(number)) => Some(context.say("place-number", &[("number", number.into())])),
        (false, None) => None,
    }
}
