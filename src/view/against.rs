//! What speaks against the status of a measure: small words beside it, with a link to where all of them are told.

use super::{PageLink, ViewContext, writer::PageWriter};
use crate::{
    model::{Behind, Contradiction},
    table::Remark,
};

/// The anchor of the section on the page of disagreements.
pub(super) const SECTION: &str = "against";

/// Says what speaks against a status.
pub(super) fn said(desk: &ViewContext, contradiction: &Contradiction) -> String {
    match contradiction {
        Contradiction::Behind(Behind { is_forecast, figure, required }) => {
            let figure = desk.figure_in(figure, &required.unit).text;
            let required = desk.locale.amount(required);
            let key = if *is_forecast { "against-forecast" } else { "against-achieved" };
            desk.say(key, &[("figure", (&figure).into()), ("required", (&required).into())])
        }
        Contradiction::SameWords(reports) => desk.say("against-same-words", &[("count", (*reports).into())]),
    }
}

/// Returns what is said in small beside a status, each with where all of it is told.
pub(super) fn remarks(draft: &PageWriter, found: &[Contradiction]) -> Vec<Remark> {
    let href = || draft.href_at(draft.desk.book.disagreements(), SECTION);
    found.iter().map(|one| Remark::Against(said(draft.desk, one), href())).collect()
}

/// Returns the same as links, for a page that is about the measure.
pub(super) fn links(draft: &PageWriter, found: &[Contradiction]) -> Vec<PageLink> {
    let href = || draft.href_at(draft.desk.book.disagreements(), SECTION);
    found.iter().map(|one| PageLink { text: said(draft.desk, one), href: href(), lang: None }).collect()
}
