//! A report's page: the plan as it was known on the report's date.

use super::{
    Block, ChangeEntry, Page, PageLink, ViewContext,
    figures::ChartCache,
    log,
    plan::{PlanPageKind, lead, other_legends, push, stated_counts},
    writer::{PageHead, PageWriter, excerpt, heading},
};
use crate::{
    model::{Plan, PlanAsOf},
    schema,
    summary::LogRow,
    value::Period,
    wording::line_phrases,
};

/// What only the plan's own page shows: the calendar speaks of what came later.
const NOT_IN_REPORTS: &[schema::PlanBlock] = &[schema::PlanBlock::Reports];

/// Makes the page of a report.
pub(super) fn page(
    context: &ViewContext,
    plan: &Plan,
    at: usize,
    (rows, charts): (&[LogRow], &ChartCache),
) -> Option<Page> {
    let report = plan.reports.get(at)?;
    let seen = PlanAsOf::at(context.site, plan, at);
    let writer = PageWriter::new(context, context.addresses.report(&plan.id, report.as_of)).sharing(charts);
    let date = context.locale.period(report.as_of);
    let home = context.addresses.plan(&plan.id);
    let mut blocks = vec![lead(&seen, context)];
    if at.saturating_add(1) < plan.reports.len() {
        let text = context.say("report-is-old", &[("date", (&date).into())]);
        blocks.push(Block::Text { text });
    }
    blocks.extend(corrected_since(&writer, rows, report.as_of));
    blocks.extend(changed_since(&writer, plan, rows, report.as_of));
    stated_counts(&mut blocks, &seen, context);
    for block in plan.kind.blocks.iter().filter(|block| !NOT_IN_REPORTS.contains(block)) {
        push(&mut blocks, &seen, &writer, *block, PlanPageKind::Report);
    }
    other_legends(&mut blocks, &seen, context);
    blocks.push(heading("other-reports", context.word("block_other_reports")));
    blocks.push(Block::Links { links: neighbours(&writer, plan, at) });
    let title = context.say("report-page-title", &[("plan", (&plan.title).into()), ("date", (&date).into())]);
    let words = excerpt(&report.words.body.plain, 160);
    let head = PageHead {
        template: "report.html",
        section: "plans",
        description: if words.is_empty() { title.clone() } else { words },
        title,
        crumbs: vec![
            writer.link(context.addresses.plans(), context.word("nav_plans")),
            writer.link(&home, plan.short_title()),
        ],
        updated: Some(context.date(report.as_of)),
    };
    let crumb = Some(context.say("report-title", &[("date", (&date).into())]));
    Some(Page { crumb, ..writer.finish(head, blocks) })
}

/// The most corrections that stand open.
const CORRECTIONS: usize = 5;

/// Says what of the report was corrected after the edition that told it, each with the way to what it is about and to the
/// edition: the page shows the figures as they are now, and somebody may hold other ones in hand.
fn corrected_since(writer: &PageWriter, rows: &[LogRow], report: Period) -> Vec<Block> {
    let is_it = |row: &&LogRow| row.line.subject.report.as_deref() == Some(&*report.iso()) && row.corrects.is_some();
    let lines =
        rows.iter().filter(is_it).filter_map(|row| entry(writer, &[row], "report-corrected", Some("corrections")));
    listed(writer, "report-corrections", lines.collect())
}

/// Says what came to the report after an edition had told of it, and what was decided anew since: the page shows what holds now.
fn changed_since(writer: &PageWriter, plan: &Plan, rows: &[LogRow], report: Period) -> Vec<Block> {
    let is_late = |row: &&LogRow| row.line.subject.report.as_deref() == Some(&*report.iso()) && row.late.is_some();
    let decided = log::decided_since(writer.context, plan, rows, report);
    let changed: Vec<&LogRow> = rows.iter().filter(is_late).chain(decided).collect();
    // What one commit says of a record is one thing.
    let changed = changed.chunk_by(|a, b| a.is_told_with(b));
    listed(writer, "report-changes", changed.filter_map(|told| entry(writer, told, "report-changed", None)).collect())
}

/// Makes the line of a change, with the way to what it is about and to the page of the edition that it stands beside, or to a
/// part of that.
fn entry(writer: &PageWriter, told: &[&LogRow], label: &str, part: Option<&str>) -> Option<ChangeEntry> {
    let (context, row) = (writer.context, told.first()?);
    let href = match &row.fragment {
        Some(fragment) => writer.href_at(&row.page, fragment),
        None => writer.href(&row.page),
    };
    let note = log::beside_edition(context, row).map(|(text, edition)| {
        let page = context.addresses.edition(edition).map(|page| match part {
            None => writer.href(page),
            Some(part) => writer.href_at(page, part),
        });
        PageLink { text, href: page.unwrap_or_default(), lang: None }
    });
    Some(ChangeEntry {
        label: Some(context.say(label, &[("date", (&context.locale.date(row.recorded)).into())])),
        name: PageLink { text: row.line.name.clone(), href, lang: None },
        words: line_phrases(context, &told.iter().map(|row| &row.line).collect::<Vec<_>>()),
        note,
        ..ChangeEntry::default()
    })
}

/// Lists changes below the words that say how many they are, the rest of many folded.
fn listed(writer: &PageWriter, words: &str, mut lines: Vec<ChangeEntry>) -> Vec<Block> {
    let context = writer.context;
    if lines.is_empty() {
        return Vec::new();
    }
    let text = context.say(words, &[("count", lines.len().into())]);
    let rest = if lines.len() > CORRECTIONS.saturating_add(1) { lines.split_off(CORRECTIONS) } else { Vec::new() };
    let mut blocks = vec![Block::Text { text }, Block::Changes { lines }];
    if !rest.is_empty() {
        let summary = context.say("attention-rest", &[("count", rest.len().into())]);
        blocks.push(Block::Folded { summary, blocks: vec![Block::Changes { lines: rest }] });
    }
    blocks
}

/// Returns links to the reports before and after, and to the plan as it stands now.
fn neighbours(writer: &PageWriter, plan: &Plan, at: usize) -> Vec<super::PageLink> {
    let context = writer.context;
    let link = |key: &str, at: Option<usize>| {
        let date = plan.reports.get(at?)?.as_of;
        let text = context.say(key, &[("date", (&context.locale.period(date)).into())]);
        Some(writer.link(&context.addresses.report(&plan.id, date), text))
    };
    let before = link("report-before", at.checked_sub(1));
    let after = link("report-after", at.checked_add(1));
    let now = writer.link(&context.addresses.plan(&plan.id), context.word("plan_now"));
    before.into_iter().chain(after).chain([now]).collect()
}
