//! Where the statements of a text of TOML begin and end, sound or not: a slip in one is told of that one alone.

use std::ops::Range;

use toml::de::DeTable;

/// Tells whether a statement alone cannot be read.
#[must_use]
pub fn is_faulty(statement: &str) -> bool {
    !DeTable::parse_recoverable(statement).1.is_empty()
}

/// Returns the statements of a text: heads of tables, and keys with their values, over as many lines as these take.
#[must_use]
pub fn statements(text: &str) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut open = Brackets::default();
    let mut at = 0_usize;
    for line in text.split_inclusive('\n') {
        let end = at.saturating_add(line.len());
        let goes_on = open.take_in(line);
        match all.last_mut().filter(|_| goes_on) {
            Some(statement) => statement.end = end,
            None => all.push(at..end),
        }
        at = end;
    }
    // What is no statement goes with the broken one above it: the rest of a text, or of a list.
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(all.len());
    for statement in all {
        let words = text.get(statement.clone()).unwrap_or_default().trim();
        let is_rest = !words.is_empty() && !words.contains('=') && !words.starts_with(['[', '#', '/', '-']);
        let is_broken = |above: &Range<usize>| is_faulty(text.get(above.clone()).unwrap_or_default());
        match joined.last_mut().filter(|above| is_rest && is_broken(above)) {
            Some(above) => above.end = statement.end,
            None => joined.push(statement),
        }
    }
    joined
}

/// The brackets and quotation marks that are open at the end of a line.
#[derive(Default)]
struct Brackets {
    open: Vec<char>,
    quotes: Option<&'static str>,
    /// Within a statement whose value may stand on the next line.
    has_begun: bool,
}

impl Brackets {
    /// Reads a line; answers whether it goes on with the statement before it.
    fn take_in(&mut self, line: &str) -> bool {
        let words = line.trim();
        let is_name = |name: &str| {
            let name = name.trim();
            !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        };
        let is_head = words.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).is_some_and(is_name);
        let is_field = words.split_once('=').is_some_and(|(name, _)| is_name(name));
        let is_within =
            self.quotes.is_some() || !(self.open.is_empty() || is_head || is_field && self.open.last() == Some(&'['));
        // What no statement begins with is the rest of one, whatever is wrong with its beginning.
        let is_rest =
            self.has_begun && words.starts_with(['{', '}', ']', ')', '"', ',']) && !words.starts_with("\"\"\"");
        if !is_within {
            self.open.clear();
        }
        let goes_on = is_within || is_rest && !(words.starts_with('"') && words.contains('='));
        if !goes_on {
            self.has_begun = words.contains('=') && !words.starts_with('[');
        }
        let value = if goes_on { line } else { line.split_once('=').map_or("", |(_, value)| value) };
        self.count(value);
        goes_on
    }

    fn count(&mut self, mut rest: &str) {
        loop {
            if let Some(quotes) = self.quotes {
                let Some((_, behind)) = rest.split_once(quotes) else { return };
                (self.quotes, rest) = (None, behind);
            }
            let Some(at) = rest.find(['"', '\'', '[', '{', '(', ']', '}', ')', '#']) else { return };
            let (found, behind) =
                (rest.get(at..).unwrap_or_default(), rest.get(at.saturating_add(1)..).unwrap_or_default());
            rest = behind;
            match found.chars().next() {
                Some('#') | None => return,
                Some('"') if found.starts_with("\"\"\"") => {
                    (self.quotes, rest) = (Some("\"\"\""), found.get(3..).unwrap_or_default());
                }
                Some('\'') if found.starts_with("'''") => {
                    (self.quotes, rest) = (Some("'''"), found.get(3..).unwrap_or_default());
                }
                Some(quote @ ('"' | '\'')) => rest = behind.split_once(quote).map_or("", |(_, behind)| behind),
                Some(bracket @ ('[' | '{')) => self.open.push(bracket),
                Some('(' | ')') => {}
                Some(_) => drop(self.open.pop()),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_ends_where_its_brackets_and_quotation_marks_do() {
        for parts in [
            &["a = 1\n", "b = 2\n"][..],
            &["[a]\n", "b = 2\n", "[[c.d]]\n", "e = 1"],
            &["a = [\n1,\n]\n", "b = 2\n"],
            &["a = { b = [1], c = 2 }\n", "d = 2\n"],
            &["a = \"[\"\n", "b = '{'\n", "c = 1 # [\n", "d = 2\n"],
            &["a = \"\"\"\n[b]\nc = 1\n\"\"\"\n", "d = 2\n"],
            &["a = '''\n[b]\nc = 1\n'''\n", "d = 2\n"],
            &["a = \"\"\"\"\"\"\n", "b = ''''''\n", "c = 2\n"],
            &["a = '''x''' # '\n", "b = 1\n"],
            &["a = [ 1, (2) ]\n", "b = 1\n"],
            // What is open is shut where another statement begins.
            &["a = [ 1, 2\n", "[b]\n", "c = 1\n"],
            &["a = [ 1, 2\n", "b = 1\n", "c = 1\n"],
            &["a = { b = 1\n}\n", "c = 1\n"],
        ] {
            let text = parts.concat();
            let found: Vec<&str> = statements(&text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(found, parts);
        }
    }
}
