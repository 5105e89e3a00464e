//! Danish and English words that authors write where the format has another one.
//!
//! Nothing is read by them: they lead to a suggestion. A word that is near to one of ours by its letters needs no line
//! here.

/// What authors write, and our word for it.
const SYNONYMS: [(&str, &str); 118] = [
    ("adresse", "url"),
    ("afhænger af", "after"),
    ("afsnit", "section"),
    ("afvigelse", "deviation"),
    ("aftale", "agreement"),
    ("aftaleopfølgning", "agreement"),
    ("anlæg", "investment"),
    ("ansvarlig", "owner"),
    ("besluttet", "decided"),
    ("beslutning", "decision"),
    ("besparelse", "required"),
    ("besparelser", "savings"),
    ("bemærkning", "note"),
    ("betydning", "meaning"),
    ("budget", "adopted"),
    ("budgetopfølgning", "budget"),
    ("bedre", "better"),
    ("beskrivelse", "note"),
    ("bevilling", "funding"),
    ("dårligere", "worse"),
    ("dato", "date"),
    ("deadline", "due"),
    ("effekt", "effect"),
    ("enhed", "unit"),
    ("faldende", "down"),
    ("farve", "tone"),
    ("forbrug", "actual"),
    ("forløb", "lifecycle"),
    ("formel", "formula"),
    ("fortegn", "sign"),
    ("forventet", "forecast"),
    ("forventet regnskab", "forecast"),
    ("forventet merforbrug", "overspend"),
    ("frist", "due"),
    ("færdig", "done"),
    ("færdigt", "done"),
    ("gennemført", "done"),
    ("handleplan", "action-plan"),
    ("handlingsplan", "action-plan"),
    ("heraf", "of"),
    ("i alt", "total"),
    ("i gang", "in-progress"),
    ("igang", "in-progress"),
    ("igangsat", "in-progress"),
    ("igangværende", "in-progress"),
    ("ikke begyndt", "not-started"),
    ("ikke igangsat", "not-started"),
    ("ikke startet", "not-started"),
    ("implementering", "implementation"),
    ("implementeringsplan", "implementation"),
    ("indikatorer", "indicators"),
    ("indsats", "measure"),
    ("indsatser", "measures"),
    ("intern", "internal"),
    ("investering", "investment"),
    ("kilde", "source"),
    ("klausul", "embargo"),
    ("klausuleret", "embargo"),
    ("kolonner", "columns"),
    ("kontakt", "contact"),
    ("korrigeret budget", "revised"),
    ("krav", "required"),
    ("krævet", "required"),
    ("krævet besparelse", "required"),
    ("krævede besparelse", "required"),
    ("lukket", "closed"),
    ("merforbrug", "overspend"),
    ("milepæle", "milestones"),
    ("mål", "target"),
    ("måltal", "indicators"),
    ("navn", "name"),
    ("ned", "down"),
    ("niveau", "level"),
    ("niveauer", "levels"),
    ("note", "notes"),
    ("noter", "notes"),
    ("nummer", "number"),
    ("offentlig", "public"),
    ("op", "up"),
    ("opgivet", "dropped"),
    ("opnået", "achieved"),
    ("oprindeligt budget", "adopted"),
    ("organisation", "organisation"),
    ("overskrift", "title"),
    ("plan", "action-plan"),
    ("regnskab", "outturn"),
    ("retning", "direction"),
    ("række", "row"),
    ("sagsnummer", "case"),
    ("samme", "same"),
    ("skala", "scale"),
    ("skalaer", "scales"),
    ("skjult", "closed"),
    ("slut", "due"),
    ("sparekrav", "required"),
    ("spareplan", "savings"),
    ("sprog", "language"),
    ("startet", "started"),
    ("status", "level"),
    ("stigende", "up"),
    ("synlighed", "visibility"),
    ("tabeller", "tables"),
    ("tekst", "label"),
    ("tema", "theme"),
    ("tiltag", "measure"),
    ("titel", "title"),
    ("type", "kind"),
    ("uændret", "same"),
    ("udgangspunkt", "baseline"),
    ("udgaver", "editions"),
    ("udskudt", "deferred"),
    ("udsat", "deferred"),
    ("udvalg", "committee"),
    ("udvikling", "trend"),
    ("vedtaget budget", "adopted"),
    ("værdi", "value"),
    ("værre", "worse"),
    ("år", "year"),
];

/// Returns what of some words of the format an author's own word stands for: the first that any of its readings names.
#[must_use]
pub fn meant_by<'w>(word: &str, mut ours: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let lower = word.trim().to_lowercase().replace(['_', '-'], " ");
    let named: Vec<&str> = SYNONYMS.iter().filter(|(theirs, _)| *theirs == lower).map(|(_, ours)| *ours).collect();
    ours.find(|word| named.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_leads_to_one_of_the_format() {
        for (theirs, ours) in SYNONYMS {
            assert_eq!(theirs, theirs.to_lowercase());
            assert_eq!(meant_by(theirs, [ours].into_iter()), Some(ours), "{theirs}");
        }
        assert_eq!(meant_by("Ikke_startet", ["done", "not-started"].into_iter()), Some("not-started"));
        assert_eq!(meant_by("spareplan", ["budget"].into_iter()), None);
    }
}
