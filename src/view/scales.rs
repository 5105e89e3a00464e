//! Scales: every level of every scale and what it means, and the marks that stand beside them.

use super::{
    Block, LegendEntry, Page, ViewContext,
    levels::legend,
    writer::{PageHead, PageWriter, heading, lead},
};
use crate::model::Lifecycle;

/// Makes the page of scales.
pub(super) fn page(context: &ViewContext) -> Page {
    let writer = PageWriter::new(context, context.addresses.scales().clone());
    let mut blocks = vec![lead(context.word("scales_lead").to_owned())];
    blocks.push(heading("levels", context.word("block_scales")));
    blocks.extend((0..context.site.scales.len()).map(|scale| legend(context, scale)));
    blocks.push(heading("lifecycles", context.word("block_lifecycles")));
    let entry = |lifecycle: Lifecycle| LegendEntry {
        chip: context.lifecycle(lifecycle),
        meaning: context.word_of("life_meaning", lifecycle.word()),
    };
    let levels = Lifecycle::ALL.iter().map(|(_, lifecycle)| entry(*lifecycle)).collect();
    blocks.push(Block::Legend { title: context.word("lifecycles_title").to_owned(), levels, lang: None });
    blocks.push(heading("rules", context.word("block_rules")));
    for word in ["rule_parents", "rule_overruled", "rule_no_news", "rule_differences", "rule_cells"] {
        blocks.push(Block::Text { text: context.word(word).to_owned() });
    }
    let head = PageHead {
        template: "scales.html",
        section: "scales",
        title: context.word("nav_scales").to_owned(),
        description: context.word("scales_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    writer.finish(head, blocks)
}
