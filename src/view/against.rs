//! What speaks against the status of a measure: small words beside it, with a link to where all of them are told.

use super::{PageLink, ViewContext, writer::PageWriter};
use crate::{
    model::{Behind, Contradiction},
    table::Remark,
    value::{Amount, Decimal, Figure},
};

/// The anchor of the section on the page of disagreements.
pub(super) const SECTION: &str = "against";

/// Says what speaks against a status.
pub(super) fn said(context: &ViewContext, contradiction: &Contradiction) -> String {
    match contradiction {
        Contradiction::Behind(Behind { is_forecast, figure, required }) => {
            // "Kun 0 af": of nothing no sentence says "only".
            let nought = Figure::exact(Amount::new(Decimal::ZERO, required.unit.clone()));
            let figure = if figure.is_nil() { &nought } else { figure };
            let figure = context.figure_before(figure, &required.unit).text;
            let required = context.locale.amount(required);
            let key = if *is_forecast { "against-forecast" } else { "against-achieved" };
            context.say(key, &[("figure", (&figure).into()), ("required", (&required).into())])
        }
        Contradiction::SameWords(reports) => context.say("against-same-words", &[("count", (*reports).into())]),
    }
}

/// Returns what is said in small beside a status, each with where all of it is told.
pub(super) fn remarks(writer: &PageWriter, found: &[Contradiction]) -> Vec<Remark> {
    let href = || writer.href_at(writer.context.addresses.disagreements(), SECTION);
    found.iter().map(|one| Remark::Against(said(writer.context, one), href())).collect()
}

/// Returns the same as links, for a page that is about the measure.
pub(super) fn links(writer: &PageWriter, found: &[Contradiction]) -> Vec<PageLink> {
    let href = || writer.href_at(writer.context.addresses.disagreements(), SECTION);
    found.iter().map(|one| PageLink { text: said(writer.context, one), href: href(), lang: None }).collect()
}
