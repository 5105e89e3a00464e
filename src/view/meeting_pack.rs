//! Meeting packs: what a committee has in front of it at a meeting, on one page that is read and printed as a document.
//!
//! It says nothing that other pages do not say; it says it in the order of a meeting: whose and when, how things stand in a
//! sentence, what needs attention and what changed, then every table that is the committee's. The site of today has one for
//! each committee that finds something in a plan, and an edition for the committees it was cut for.

use super::{
    Block, Fact, Page, SiteFacts, ViewContext,
    committee::{figures, meeting_pack, meetings, push_answer, push_tables},
    context::plain,
    editions::left_out,
    figures::{levels_figure, levels_over_time_figure},
    levels::measures_in_words,
    lists::missing_table,
    meeting_days::pack_meeting,
    overview::{Overview, push_legends},
    writer::{PageHead, PageWriter, heading, section},
};
use crate::{
    model::{Committee, Edition},
    summary::Scope,
};

/// Its template.
const TEMPLATE: &str = "meeting-pack.html";

/// Makes the meeting pack of a committee.
pub(super) fn page(context: &ViewContext, all: Overview, committee: &Committee, facts: &SiteFacts) -> Option<Page> {
    let writer = PageWriter::new(context, meeting_pack(context, all, committee, facts.edition)?);
    let whose = Scope::Committee(&committee.id);
    let counts = all.levels(whose);
    let state = measures_in_words(context, &counts);
    let mut blocks = vec![
        Block::Lead { text: state.clone(), chip: None, note: None },
        Block::Facts { facts: occasion(context, all, committee, facts.edition) },
    ];
    if let Some(closed) = facts.closed_since.filter(|closed| *closed > 0) {
        blocks.push(left_out(context, closed, facts.is_redacted));
    }
    let edition = facts.edition.map(|edition| &edition.id);
    let document = context.addresses.pack_document(&committee.id, edition);
    if let Some(document) = document.as_ref().filter(|_| context.site.offers("pdf")) {
        blocks.push(Block::Links { links: vec![writer.link(document, context.word("pack_pdf"))] });
    }
    push_answer(&mut blocks, &writer, all, whose);
    push_tables(&mut blocks, &writer, all, whose);
    // On paper nothing is opened, so nothing is folded.
    figures(&mut blocks, &writer, all, &committee.id, false);
    section(&mut blocks, context, "meetings", "block_meetings", meetings(&writer, all, &committee.id));
    section(&mut blocks, context, "missing", "block_missing", missing_table(&writer, &all.missing(whose)));
    if counts.all() > counts.without
        && let Some(figure) = levels_figure(context, &counts)
    {
        blocks.push(heading("levels", context.word("block_levels")));
        blocks.push(figure);
    }
    let times = all.levels_over_time(whose);
    if let Some(figure) = levels_over_time_figure(context, &times, all.comparable(context.site, whose, &times)) {
        blocks.push(heading("status-over-time", context.word("block_grid")));
        blocks.push(figure);
    }
    push_legends(&mut blocks, context, &all.scales_of(&committee.id));
    let own = context.addresses.committee(&committee.id)?;
    let head = PageHead {
        template: TEMPLATE,
        section: "committees",
        title: context.say("pack-title", &[("committee", (&committee.name).into())]),
        description: state,
        crumbs: vec![
            writer.link(context.addresses.committees(), context.word("nav_committees")),
            writer.link(own, committee.name.as_str()),
        ],
        updated: all.plans_of(whose).filter_map(|rows| rows.plan.as_of).max().map(|date| context.date(date)),
    };
    let page = writer.finish(head, blocks);
    Some(Page { crumb: Some(context.word("block_pack").to_owned()), document, ..page })
}

/// Says by whom it is, for which meeting, and of which date.
fn occasion(context: &ViewContext, all: Overview, committee: &Committee, edition: Option<&Edition>) -> Vec<Fact> {
    let fact = |word, text: &str| Fact { name: context.word(word).to_owned(), values: vec![plain(text)] };
    let date = pack_meeting(context, all, &committee.id, edition).map(|date| context.locale.period(date));
    let publisher = Some(context.site.organisation.as_str()).filter(|name| !name.is_empty());
    let own = [
        publisher.map(|name| fact("fact_publisher", name)),
        date.map(|date| fact("fact_meeting", &date)),
        edition.map(|edition| fact("col_edition", &edition.title)),
        Some(fact("fact_as_of", &context.locale.date(context.site.as_of))),
    ];
    own.into_iter().flatten().collect()
}
