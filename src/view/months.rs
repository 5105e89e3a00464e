//! A plan's effect month by month: the chart and its months, then each table of all measures for whoever asks.

use std::sync::Arc;

use super::{
    Block, ChartBlock, Page, ViewContext,
    figures::{ChartCache, EFFECT, plan_figure},
    plan::lead,
    tables,
    writer::{PageHead, PageWriter, heading},
};
use crate::model::{Plan, PlanAsOf};

/// Makes the page of the months of a plan, where anything is planned or reported by month.
pub(super) fn page(context: &ViewContext, plan: &Plan, charts: &ChartCache) -> Option<Page> {
    let seen = PlanAsOf::now(context.site, plan);
    let writer = PageWriter::new(context, context.addresses.months(&plan.id)).sharing(charts);
    let tables = tables::effect(&seen, &writer);
    if tables.is_empty() || plan.closed {
        return None;
    }
    let mut blocks = vec![lead(&seen, context)];
    for block in plan_figure(EFFECT, &seen, context, writer.charts) {
        let Block::Chart(chart) = block else { continue };
        let months = chart.table.clone();
        blocks.push(Block::Chart(Arc::new(ChartBlock { tabled: true, ..(*chart).clone() })));
        blocks.push(Block::Table(months));
    }
    blocks.push(heading("all-measures", context.word("block_all_measures")));
    blocks.extend(
        tables
            .into_iter()
            .map(|table| Block::Folded { summary: table.caption.clone(), blocks: vec![Block::Table(table)] }),
    );
    let title = context.say("months-title", &[("plan", plan.short_title().into())]);
    let head = PageHead {
        template: "months.html",
        section: "plans",
        description: title.clone(),
        title,
        crumbs: vec![
            writer.link(context.addresses.plans(), context.word("nav_plans")),
            writer.link(&context.addresses.plan(&plan.id), plan.short_title()),
        ],
        updated: seen.latest().map(|report| context.date(report.as_of)),
    };
    let page = writer.finish(head, blocks);
    Some(Page { crumb: Some(context.word("block_effect").to_owned()), ..page })
}
