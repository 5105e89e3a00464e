//! Why something stands where it does, in a line: the sentence its author put in bold, else the first of what is said of it.

use unicode_segmentation::UnicodeSegmentation as _;

use crate::value::Prose;

/// The most characters of several sentences together.
const SENTENCES: usize = 120;

/// The most characters of one sentence before it is cut.
const SENTENCE: usize = 200;

/// Returns the line that says why something stands where it does. Nothing where its text has no sentence of its own: one
/// that ends in a colon says nothing without the list behind it.
///
/// A sentence in bold is the reason its author gives. A field of its own was weighed: it would be written a second time, and
/// an edit of the text would leave it behind.
#[must_use]
pub fn reason(words: &Prose) -> Option<String> {
    let opening = &words.opening;
    let paragraphs = opening.text.lines().map(|line| (offset_in(&opening.text, line), line));
    let sentences: Vec<Vec<(usize, &str)>> = paragraphs
        .map(|(from, line)| {
            let bounds = line.split_sentence_bound_indices();
            bounds
                .map(|(at, sentence)| (from.saturating_add(at), sentence.trim()))
                .filter(|(_, text)| !text.is_empty())
                .collect()
        })
        .collect();
    let is_bold = |(at, sentence): &&(usize, &str)| {
        // The full stop may stand behind the bold words.
        let end = at.saturating_add(sentence.trim_end_matches(['.', '!', '?']).len());
        opening.bold.as_ref().is_some_and(|bold| bold.start <= *at && end <= bold.end)
    };
    let marked: Vec<&str> = sentences.iter().flatten().filter(is_bold).map(|(_, sentence)| *sentence).collect();
    if marked.iter().any(|sentence| !sentence.ends_with(':')) {
        return Some(cut(&marked.join(" ")));
    }
    sentences.iter().find_map(|paragraph| first_sentences(paragraph.iter().map(|(_, sentence)| *sentence)))
}

/// Returns the first sentences of a paragraph that fit, at least one.
fn first_sentences<'s>(sentences: impl Iterator<Item = &'s str>) -> Option<String> {
    let mut told = String::new();
    for sentence in sentences.take_while(|sentence| !sentence.ends_with(':')) {
        let length = told.chars().count().saturating_add(sentence.chars().count());
        if !told.is_empty() && length >= SENTENCES {
            break;
        }
        if !told.is_empty() {
            told.push(' ');
        }
        told.push_str(sentence);
    }
    (!told.is_empty()).then(|| cut(&told))
}

/// Cuts a text that is too long for a line or two, between words.
fn cut(text: &str) -> String {
    if text.chars().count() <= SENTENCE {
        return text.to_owned();
    }
    let fitting: String = text.chars().take(SENTENCE).collect();
    let end = fitting.rfind(' ').unwrap_or(fitting.len());
    format!("{}…", fitting.get(..end).unwrap_or(&fitting).trim_end())
}

/// Returns where in a text a part of it begins, in bytes.
fn offset_in(whole: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(whole.as_ptr().addr())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::ProseOpening;

    fn prose(text: &str, bold: Option<&str>) -> Prose {
        let bold = bold.map(|words| {
            let from = text.find(words).expect("the words");
            from..from + words.len()
        });
        Prose { opening: ProseOpening { text: text.to_owned(), bold }, ..Prose::default() }
    }

    #[test]
    fn the_first_sentences_that_fit_are_told() {
        let told = |text: &str| reason(&prose(text, None)).unwrap_or_default();
        assert_eq!(told("Endnu ingen besparelse. Den ventes i maj.\n"), "Endnu ingen besparelse. Den ventes i maj.");
        let long = "Sagerne hos eksterne og private leverandører er ikke vurderet endnu, fordi to centre er ved at blive lagt sammen.";
        assert_eq!(told(&format!("{long} Indsatsen prioriteres i andet halvår.\n")), long);
        // Abbreviations and numbers end no sentence.
        assert_eq!(
            told("Der mangler ca. 2,5 mio. kr. i 2. kvartal, jf. nr. 3. Resten er nået.\n"),
            "Der mangler ca. 2,5 mio. kr. i 2. kvartal, jf. nr. 3. Resten er nået."
        );
        // What leads to a list says nothing without it.
        assert_eq!(told("Kravet er nået. Arbejdet fortsætter med:\nTil maj er alt klar.\n"), "Kravet er nået.");
        assert_eq!(told("Arbejdet fortsætter med:\nTil maj er alt klar.\n"), "Til maj er alt klar.");
        assert_eq!(reason(&prose("Arbejdet fortsætter med:\n", None)), None);
        assert_eq!(reason(&prose("", None)), None);
    }

    #[test]
    fn the_sentence_in_bold_is_the_reason() {
        let text = "Arbejdet er i gang. Centret er under omlægning. Det tager tid.\n";
        let told = |bold| reason(&prose(text, Some(bold))).unwrap_or_default();
        assert_eq!(told("Centret er under omlægning."), "Centret er under omlægning.");
        assert_eq!(told("Centret er under omlægning"), "Centret er under omlægning.", "the full stop stands behind it");
        assert_eq!(told("Centret er under omlægning. Det tager tid."), "Centret er under omlægning. Det tager tid.");
        assert_eq!(told("under omlægning"), text.trim_end(), "a few words in bold are no sentence");
    }

    #[test]
    fn a_sentence_without_an_end_is_cut_between_words() {
        let told = reason(&prose(&"ord uden ende ".repeat(90), None)).expect("a reason");
        assert!(told.ends_with("…") && told.chars().count() <= SENTENCE + 1, "{told}");
        let whole = reason(&prose(&"æ".repeat(500), None)).expect("a reason");
        assert_eq!(whole.chars().count(), SENTENCE + 1);
    }
}
