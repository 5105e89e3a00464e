//! What is known of the past of a site: its editions and its history, without what is hidden.

use std::collections::BTreeMap;

use super::{Workshop, editions, frame::Hidden};
use crate::{
    content::{Notebook, Withheld},
    diag::{Diagnostic, Error, ErrorKind, Place, Subject},
    history::{Asked, Chronicle, History},
    value::Id,
    view::{EditionCut, Past},
};

/// What is known of the past of a site. An edition knows none: it tells nothing that came after it.
#[derive(Default)]
pub struct Known {
    /// The editions, the oldest first.
    pub editions: Vec<editions::Told>,
    history: Option<(History, Chronicle)>,
}

impl Known {
    /// Reads it, without what is hidden today as far as that is known.
    pub fn read(shop: &mut Workshop<'_>, hidden: Option<&Hidden>) -> Result<Self, Error> {
        if shop.frame.edition.is_some() {
            return Ok(Self::default());
        }
        let mut hidden = hidden.cloned().unwrap_or_default();
        let mut told = history(shop, &hidden)?;
        // What was hidden when it went is known only once all commits have been gone through.
        if let Some(departed) = told.as_ref().map(History::departed).filter(|departed| !departed.is_empty()) {
            hidden.join(departed);
            told = history(shop, &hidden)?;
        }
        let editions = editions::read(shop, Some(&hidden))?;
        let history = told.map(|history| {
            let chronicle = history.chronicle();
            (history, chronicle)
        });
        Ok(Self { editions, history })
    }

    /// Returns what was hidden when it went.
    pub fn departed(&self) -> Option<&BTreeMap<Id, Withheld>> {
        self.history.as_ref().map(|(history, _)| history.departed())
    }

    /// Tells whether there is nothing to know.
    pub fn is_empty(&self) -> bool {
        self.editions.is_empty() && self.history.is_none()
    }

    /// Returns the editions that are cut, in the order of the history.
    pub fn cuts(&self) -> Vec<EditionCut<'_>> {
        let cuts = self.editions.iter().filter_map(|told| Some((&told.snapshot.edition, told.commit()?)));
        let place = |id| self.history.as_ref().and_then(|(history, _)| history.place(&id));
        cuts.map(|(edition, (id, recorded))| EditionCut { edition, place: place(id), recorded }).collect()
    }

    /// Returns what pages tell of it.
    pub fn past<'k>(&'k self, editions: &'k [EditionCut<'k>]) -> Option<Past<'k>> {
        let (history, chronicle) = self.history.as_ref()?;
        Some(Past { history, chronicle, editions })
    }
}

/// Reads the history. One that cannot be followed from where it should begin is reported, and told of nothing.
pub fn history(shop: &mut Workshop<'_>, hidden: &Hidden) -> Result<Option<History>, Error> {
    let Some(past) = shop.input.past else { return Ok(None) };
    let asked = Asked {
        viewer: shop.viewer,
        context: &shop.config.context,
        hidden: Some(&hidden.plans),
        since: shop.config.history_since.as_deref(),
    };
    match past.history(&asked) {
        Ok(history) => Ok(Some(history)),
        Err(error) if error.kind() == ErrorKind::NotFound && asked.since.is_some() => {
            let since = asked.since.unwrap_or_default().to_owned();
            let place = Place::Subject(Subject::new("site.toml", "history.since"));
            let diagnostic = Diagnostic::warning("unknown-history-start", place).with("revision", since);
            let found = shop.located(&Notebook { diagnostics: vec![diagnostic], ..Notebook::default() });
            shop.findings.extend(found);
            Ok(None)
        }
        Err(error) => Err(error),
    }
}
