//! The marks that git leaves where it could not merge two versions of a file: neither of them is meant.

use std::ops::Range;

use memchr::memmem;

use super::reader::SourceReader;
use crate::diag::Code;

pub(super) const MERGE_CONFLICT: Code =
    Code::error("merge-conflict").args(&["line"]).help("two versions of the file that git could not merge");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&MERGE_CONFLICT];

/// How many signs a mark has.
const LENGTH: usize = 7;

/// Reports where two versions of a text were not merged. Answers whether they were not.
pub fn report(text: &str, reader: &mut SourceReader<'_>) -> bool {
    let found = find(text);
    reader.offset = 0;
    for range in &found {
        let line = text.get(range.clone()).unwrap_or_default().chars().take(40).collect();
        reader.report(&MERGE_CONFLICT, range.clone()).add("line", line);
    }
    !found.is_empty()
}

/// Finds the lines at which two versions begin. Where only the end of them is left, that.
///
/// Seven `<` and a blank mean nothing else in any of the formats. Seven `>` may be a quotation of quotations: alone they
/// count unless a line beside them is quoted too. Seven `=` may underline a heading, seven `|` be an empty row: they
/// count for nothing by themselves.
fn find(text: &str) -> Vec<Range<usize>> {
    // Most texts have no such line, and a look at each byte is cheap.
    let holds = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes()).is_some();
    if !holds("<<<<<<<") && !holds(">>>>>>>") {
        return Vec::new();
    }
    let (mut begins, mut ends) = (Vec::new(), Vec::new());
    let mut start = 0_usize;
    let mut before = "";
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let range = start..start.saturating_add(line.trim_end().len());
        start = start.saturating_add(line.len());
        let is_quoted = |line: &str| line.trim_start().starts_with('>');
        if is_mark(line, '<') {
            begins.push(range);
        } else if is_mark(line, '>') && !is_quoted(before) && !lines.peek().is_some_and(|next| is_quoted(next)) {
            ends.push(range);
        }
        before = line;
    }
    if begins.is_empty() { ends } else { begins }
}

/// Tells whether a line is a mark of some sign: seven of it, and nothing more or a blank and a name.
fn is_mark(line: &str, sign: char) -> bool {
    let rest = line.trim_start_matches(sign);
    line.len().saturating_sub(rest.len()) == LENGTH && (rest.trim_end().is_empty() || rest.starts_with([' ', '\t']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_versions_are_known() {
        for text in [
            "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n",
            "a\r\n<<<<<<< HEAD\r\n",
            "<<<<<<<\nb",
            "a\n||||||| 1234\n=======\n>>>>>>> x",
            "a\n>>>>>>> x\n",
            "```\n<<<<<<< HEAD\n```",
        ] {
            assert_eq!(find(text).len(), 1, "{text:?}");
        }
        assert_eq!(find("<<<<<<< a\n=======\n>>>>>>> b\n<<<<<<< a\n=======\n>>>>>>> b\n").len(), 2);
    }

    #[test]
    fn what_else_looks_like_it_is_no_mark() {
        for text in [
            "Titel\n=======\n",
            "=======",
            "|||||||\n",
            ">>>>>>> a\n>>>>>>> b\n",
            ">>>>>> a\n>>>>>>> b\n",
            " <<<<<<< HEAD\n",
            "<<<<<<<< HEAD\n",
            "<<<<<<<a\n",
            "a <<<<<<< b",
            ">>>>>>>> a",
        ] {
            assert_eq!(find(text), Vec::<Range<usize>>::new(), "{text:?}");
        }
    }
}
