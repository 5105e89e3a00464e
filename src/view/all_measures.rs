//! All measures of all plans, on one page or, where they are very many, on several.

use super::{
    Block, Page, ViewContext,
    levels::measures_in_words,
    lists::measures_table,
    long_list::LongList,
    overview::Overview,
    writer::{PageHead, PageWriter, lead},
};
use crate::summary::{PlanSummary, Scope};

/// The most measures on one page, unless a plan alone has more: some 150 KB of a table.
const MEASURES: usize = 200;

/// Makes the pages of all measures, plan by plan: one, where there is none to show.
pub(super) fn pages(context: &ViewContext, all: Overview) -> Vec<Page> {
    let with_measures: Vec<&PlanSummary> = all.plans.iter().copied().filter(|rows| !rows.measures.is_empty()).collect();
    let mut parts = parts(&with_measures);
    if parts.is_empty() {
        parts.push(&[]);
    }
    let list = LongList {
        parts,
        name: |rows: &&PlanSummary| rows.plan.title.as_str(),
        page: &|at| context.addresses.measures(at),
    };
    (0..list.parts.len()).map(|at| page(context, all, &list, at)).collect()
}

/// Parts plans, so that their measures fit on a page.
fn parts<'r>(plans: &'r [&'r PlanSummary]) -> Vec<&'r [&'r PlanSummary]> {
    let mut parts = Vec::new();
    let mut rest = plans;
    while !rest.is_empty() {
        let mut measures = 0_usize;
        let fitting = rest.iter().take_while(|rows| {
            measures = measures.saturating_add(rows.measures.len());
            measures <= MEASURES
        });
        let (part, after) = rest.split_at(fitting.count().max(1));
        parts.push(part);
        rest = after;
    }
    parts
}

fn page(context: &ViewContext, all: Overview, list: &LongList<'_, &PlanSummary>, at: usize) -> Page {
    let writer = PageWriter::new(context, context.addresses.measures(at));
    let text = measures_in_words(context, &all.levels(Scope::All));
    let mut blocks = vec![lead(text.clone())];
    list.push_links(&mut blocks, &writer, at);
    let plans = list.part(at);
    let caption = context.word("caption_measures").to_owned();
    let table = measures_table(&writer, caption, plans.iter().copied(), Scope::All);
    blocks.extend(table.map(|table| Block::Table(table.kept_open())));
    let title = context.word("nav_measures").to_owned();
    let above = (at > 0).then(|| writer.link(&context.addresses.measures(0), title.as_str()));
    let head = PageHead {
        template: "measures.html",
        section: "measures",
        title: if at > 0 { list.range(at) } else { title },
        description: text,
        crumbs: above.into_iter().collect(),
        updated: plans.iter().filter_map(|rows| rows.plan.as_of).max().map(|date| context.date(date)),
    };
    writer.finish(head, blocks)
}
