//! Words of a cell as Markdown, so that a page shows the signs that stand in the cell. A line that begins with `4.` is no list, and `*` no emphasis.

/// Signs that programs put before the points of a list; the last are those of Symbol and Wingdings. A tick or a circle may say how it goes.
const BULLETS: [char; 11] = ['•', '·', '▪', '▫', '‣', '◦', '➢', '►', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}'];

/// Writes the text of a cell as Markdown: bullets as a list, apart from the lines before it.
pub fn as_markdown(text: &str) -> String {
    let mut out = String::new();
    let mut was_item = true;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        // A dash before a figure is a minus or a range, and no point of a list.
        let is_word = |rest: &&str| rest.trim_start().starts_with(char::is_alphabetic);
        let dashed = ["– ", "- ", "* "].into_iter().find_map(|sign| line.strip_prefix(sign)).filter(is_word);
        let bullet = line
            .strip_prefix(BULLETS)
            .or_else(|| line.strip_prefix("o\t"))
            .filter(|rest| !rest.trim().is_empty())
            .or(dashed);
        match bullet {
            Some(item) => {
                out.push_str(if was_item || out.is_empty() { "" } else { "\n" });
                out.push_str(&format!("- {}\n", escaped(item.trim())));
            }
            None => {
                out.push_str(if out.is_empty() { "" } else { "\n" });
                out.push_str(&format!("{}\n", escaped(line)));
            }
        }
        was_item = bullet.is_some();
    }
    out.trim_end().to_owned()
}

/// Escapes what Markdown would take for more than the signs of a line: `4. Biler`, `- 2,5 mio. kr.`, `*`, `<`.
fn escaped(line: &str) -> String {
    let digits = line.len().saturating_sub(line.trim_start_matches(|c: char| c.is_ascii_digit()).len());
    let is_numbered = digits > 0 && line.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
    let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    let mut out = String::new();
    let mut before = None;
    let mut signs = line.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        let next = signs.peek().map(|(_, next)| *next);
        let is_marking = match sign {
            '\\' | '`' | '*' | '[' | '<' | '&' | '~' | '|' => true,
            // Within a word it marks nothing.
            '_' => !(is_letter(before) && is_letter(next)),
            '#' | '>' | '+' | '-' | '=' => at == 0,
            '.' | ')' => is_numbered && at == digits && next.is_none_or(char::is_whitespace),
            _ => false,
        };
        out.extend(is_marking.then_some('\\'));
        out.push(sign);
        before = Some(sign);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_of_other_programs_are_points() {
        for cell in ["• et\n• to", "▪ et\n▪ to", "o\tet\no\tto", "\u{f0b7}et\n\u{f0a7} to", "➢ et\n- to", "◦ et\n‣ to"]
        {
            assert_eq!(as_markdown(cell), "- et\n- to", "{cell}");
        }
        for cell in ["✓ et", "● et", "o et", "▪"] {
            assert_eq!(as_markdown(cell), cell);
        }
    }
}
