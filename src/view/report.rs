//! A report's page: the plan as it was known on the report's date.

use super::{
    Block, ChangeEntry, Page, PageLink, ViewContext,
    figures::ChartCache,
    log::title_of,
    plan::{PlanPageKind, lead, other_legends, push, stated_counts},
    writer::{PageHead, PageWriter, excerpt, heading},
};
use crate::{
    model::{Plan, PlanAsOf},
    schema,
    summary::LogRow,
    value::Period,
    wording::line_phrase,
};

/// What only the plan's own page shows: the calendar speaks of what came later.
const NOT_IN_REPORTS: &[schema::PlanBlock] = &[schema::PlanBlock::Reports];

/// Makes the page of a report.
pub(super) fn page(
    desk: &ViewContext,
    plan: &Plan,
    at: usize,
    (log, charts): (&[LogRow], &ChartCache),
) -> Option<Page> {
    let report = plan.reports.get(at)?;
    let seen = PlanAsOf::at(desk.site, plan, at);
    let draft = PageWriter::new(desk, desk.book.report(&plan.id, report.as_of)).sharing(charts);
    let date = desk.locale.period(report.as_of);
    let home = desk.book.plan(&plan.id);
    let mut blocks = vec![lead(&seen, desk)];
    if at.saturating_add(1) < plan.reports.len() {
        let text = desk.say("report-is-old", &[("date", (&date).into())]);
        blocks.push(Block::Text { text });
    }
    blocks.extend(corrected_since(&draft, log, report.as_of));
    stated_counts(&mut blocks, &seen, desk);
    for block in plan.kind.blocks.iter().filter(|block| !NOT_IN_REPORTS.contains(block)) {
        push(&mut blocks, &seen, &draft, *block, PlanPageKind::Report);
    }
    other_legends(&mut blocks, &seen, desk);
    blocks.push(heading("other-reports", desk.word("block_other_reports")));
    blocks.push(Block::Links { links: neighbours(&draft, plan, at) });
    let title = desk.say("report-page-title", &[("plan", (&plan.title).into()), ("date", (&date).into())]);
    let words = excerpt(&report.words.body.plain, 160);
    let head = PageHead {
        template: "report.html",
        section: "plans",
        description: if words.is_empty() { title.clone() } else { words },
        title,
        crumbs: vec![draft.link(desk.book.plans(), desk.word("nav_plans")), draft.link(&home, plan.short_title())],
        updated: Some(desk.date(report.as_of)),
    };
    let crumb = Some(desk.say("report-title", &[("date", (&date).into())]));
    Some(Page { crumb, ..draft.finish(head, blocks) })
}

/// The most corrections that stand open.
const CORRECTIONS: usize = 5;

/// Says what of the report was corrected after the edition that told it, each with the way to what it is about and to the
/// edition: the page shows the figures as they are now, and somebody may hold other ones in hand.
fn corrected_since(draft: &PageWriter, log: &[LogRow], report: Period) -> Vec<Block> {
    let desk = draft.desk;
    let is_it = |row: &&LogRow| row.line.subject.report.as_deref() == Some(&*report.iso());
    let line = |row: &LogRow| {
        let edition = row.corrects.as_ref()?;
        let href = match &row.fragment {
            Some(fragment) => draft.href_at(&row.page, fragment),
            None => draft.href(&row.page),
        };
        let text = desk.say("log-correction", &[("edition", title_of(desk, edition).into())]);
        let page = desk.book.edition(edition).map(|page| draft.href_at(page, "corrections")).unwrap_or_default();
        Some(ChangeEntry {
            label: Some(desk.say("report-corrected", &[("date", (&desk.locale.date(row.recorded)).into())])),
            name: PageLink { text: row.line.name.clone(), href, lang: None },
            words: line_phrase(desk, &row.line),
            note: Some(PageLink { text, href: page, lang: None }),
            ..ChangeEntry::default()
        })
    };
    let mut lines: Vec<ChangeEntry> = log.iter().filter(is_it).filter_map(line).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    let text = desk.say("report-corrections", &[("count", lines.len().into())]);
    let rest = if lines.len() > CORRECTIONS.saturating_add(1) { lines.split_off(CORRECTIONS) } else { Vec::new() };
    let mut blocks = vec![Block::Text { text }, Block::Changes { lines }];
    if !rest.is_empty() {
        let summary = desk.say("attention-rest", &[("count", rest.len().into())]);
        blocks.push(Block::Folded { summary, blocks: vec![Block::Changes { lines: rest }] });
    }
    blocks
}

/// Returns links to the reports before and after, and to the plan as it stands now.
fn neighbours(draft: &PageWriter, plan: &Plan, at: usize) -> Vec<super::PageLink> {
    let desk = draft.desk;
    let link = |key: &str, at: Option<usize>| {
        let date = plan.reports.get(at?)?.as_of;
        let text = desk.say(key, &[("date", (&desk.locale.period(date)).into())]);
        Some(draft.link(&desk.book.report(&plan.id, date), text))
    };
    let before = link("report-before", at.checked_sub(1));
    let after = link("report-after", at.checked_add(1));
    let now = draft.link(&desk.book.plan(&plan.id), desk.word("plan_now"));
    before.into_iter().chain(after).chain([now]).collect()
}
