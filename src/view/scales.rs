//! Scales: every level of every scale and what it means, and the marks that stand beside them.

use super::{
    Block, LegendEntry, Page, ViewContext,
    levels::legend,
    writer::{PageHead, PageWriter, heading, lead},
};
use crate::model::Lifecycle;

/// Makes the page of scales.
pub(super) fn page(desk: &ViewContext) -> Page {
    let draft = PageWriter::new(desk, desk.book.scales().clone());
    let mut blocks = vec![lead(desk.word("scales_lead").to_owned())];
    blocks.push(heading("levels", desk.word("block_scales")));
    blocks.extend((0..desk.site.scales.len()).map(|scale| legend(desk, scale)));
    blocks.push(heading("lifecycles", desk.word("block_lifecycles")));
    let entry = |lifecycle: Lifecycle| LegendEntry {
        chip: desk.lifecycle(lifecycle),
        meaning: desk.word_of("life_meaning", lifecycle.word()),
    };
    let levels = Lifecycle::ALL.iter().map(|(_, lifecycle)| entry(*lifecycle)).collect();
    blocks.push(Block::Legend { title: desk.word("lifecycles_title").to_owned(), levels, lang: None });
    blocks.push(heading("rules", desk.word("block_rules")));
    for word in ["rule_parents", "rule_overruled", "rule_no_news", "rule_differences", "rule_cells"] {
        blocks.push(Block::Text { text: desk.word(word).to_owned() });
    }
    let head = PageHead {
        template: "scales.html",
        section: "scales",
        title: desk.word("nav_scales").to_owned(),
        description: desk.word("scales_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    draft.finish(head, blocks)
}
