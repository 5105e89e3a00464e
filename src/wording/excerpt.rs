//! Where two texts begin to differ, with some words around it.

/// The most characters before the first difference.
const LEAD: usize = 30;
/// The most characters of an excerpt.
const LENGTH: usize = 90;

/// Returns the stretch of two texts where they differ first, each with an ellipsis where it is cut.
pub fn around_difference(before: &str, after: &str) -> (String, String) {
    let (before, after): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    let same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let mut start = same;
    let mut lead = 0_usize;
    while let Some(word) = start.checked_sub(1).and_then(|at| before.get(at)) {
        lead = lead.saturating_add(word.chars().count()).saturating_add(1);
        if lead > LEAD {
            break;
        }
        start = start.saturating_sub(1);
    }
    (cut(&before, start), cut(&after, start))
}

fn cut(words: &[&str], start: usize) -> String {
    let rest = words.get(start..).unwrap_or_default().join(" ");
    let mut out = String::from(if start > 0 && !rest.is_empty() { "… " } else { "" });
    let mut chars = rest.chars();
    out.extend(chars.by_ref().take(LENGTH));
    if chars.next().is_some() {
        out.push('…');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_cut_around_what_differs() {
        let (before, after) = around_difference("Konsulenten er ansat i marts.", "Konsulenten er ansat i juni.");
        assert_eq!(
            (before.as_str(), after.as_str()),
            ("Konsulenten er ansat i marts.", "Konsulenten er ansat i juni.")
        );
        let long = "ord ".repeat(40);
        let (before, after) = around_difference(&format!("{long}slut"), &format!("{long}ende {long}"));
        assert_eq!(before, format!("… {}slut", "ord ".repeat(7)));
        assert!(after.starts_with("… ord") && after.ends_with('…') && after.contains("ende"), "{after}");
    }

    #[test]
    fn one_may_end_where_the_other_goes_on() {
        assert_eq!(around_difference("", "Nyt."), (String::new(), "Nyt.".to_owned()));
        assert_eq!(around_difference("Et to", "Et to tre"), ("Et to".to_owned(), "Et to tre".to_owned()));
    }
}
