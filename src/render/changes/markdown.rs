//! What a change makes the report say, for a comment on a merge request.

use super::{FINDINGS, LEVELS, LineContext, MORE, NONE, TOTALS, UNREADABLE};
use crate::{
    diag::Finding,
    locale::{Locale, Word},
    summary::ChangeLine,
    wording::Changes,
};

/// The most lines of each list that are shown at once; the rest is folded.
const SHOWN: usize = 12;

/// Writes changes as Markdown, as GitLab and GitHub show it. What authors wrote cannot mark anything up.
#[must_use]
pub fn markdown(changes: &Changes, locale: &Locale) -> String {
    let scribe = LineContext::new(&changes.lines, locale);
    if changes.is_empty() {
        return format!("{}\n", scribe.tell(&NONE));
    }
    let mut page = MarkdownPage { text: String::new(), scribe: &scribe };
    page.heading(3, &scribe.title(changes));
    page.list(&changes.lines, MarkdownPage::lines);
    let totals = changes.totals.iter().map(|total| {
        let (before, after) = scribe.pair(total.before.as_ref(), total.after.as_ref()).unwrap_or_default();
        format!("{}, {}: {} → **{}**", escaped(&total.name), escaped(&total.what), escaped(&before), escaped(&after))
    });
    page.section(&TOTALS, totals);
    let levels = changes
        .levels
        .iter()
        .map(|levels| format!("{}: {} → {}", escaped(&levels.name), escaped(&levels.before), escaped(&levels.after)));
    page.section(&LEVELS, levels);
    if !changes.findings.is_empty() {
        page.heading(4, &scribe.count(&FINDINGS, changes.findings.len()));
        page.list(&changes.findings.iter().map(finding).collect::<Vec<_>>(), MarkdownPage::items);
    }
    page.section(&UNREADABLE, changes.unreadable.iter().map(|path| escaped(path)));
    page.text
}

struct MarkdownPage<'s> {
    text: String,
    scribe: &'s LineContext<'s>,
}

impl MarkdownPage<'_> {
    fn heading(&mut self, level: usize, words: &str) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.text.push_str(&format!("{} {}\n\n", "#".repeat(level), escaped(words)));
    }

    fn section(&mut self, word: &Word, items: impl Iterator<Item = String>) {
        let items: Vec<String> = items.collect();
        if !items.is_empty() {
            self.heading(4, &self.scribe.tell(word));
            self.list(&items, Self::items);
        }
    }

    /// Writes a list, of which a long one is folded behind its first items.
    fn list<T>(&mut self, all: &[T], write: impl Fn(&mut Self, &[T])) {
        let (shown, folded) = all.split_at_checked(SHOWN).filter(|(_, rest)| rest.len() > 1).unwrap_or((all, &[]));
        write(self, shown);
        if !folded.is_empty() {
            let more = escaped(&self.scribe.count(&MORE, folded.len()));
            self.text.push_str(&format!("\n<details><summary>{more}</summary>\n\n"));
            write(self, folded);
            self.text.push_str("\n</details>\n");
        }
    }

    fn items(&mut self, items: &[String]) {
        items.iter().for_each(|item| self.text.push_str(&format!("- {item}\n")));
    }

    /// Writes lines, under the names of their plans where these are several.
    fn lines(&mut self, lines: &[ChangeLine]) {
        for group in self.scribe.groups(lines) {
            group.plan.into_iter().for_each(|plan| self.heading(4, plan));
            self.items(&group.lines.into_iter().map(|item| line(self.scribe, item)).collect::<Vec<_>>());
        }
    }
}

fn line(scribe: &LineContext<'_>, line: &ChangeLine) -> String {
    let mut text = format!("**{}**, {}", escaped(&line.name), escaped(&line.what));
    if let Some((before, after)) = scribe.values(line) {
        text.push_str(&format!(": {} → **{}**", escaped(&before), escaped(&after)));
    }
    let remarks = scribe.remarks(line);
    if !remarks.is_empty() {
        text.push_str(&format!(" ({})", escaped(&remarks.join(", "))));
    }
    text
}

fn finding(finding: &Finding) -> String {
    let line = if finding.line > 0 { format!(":{}", finding.line) } else { String::new() };
    format!("{} ({}{line})", escaped(&finding.message), escaped(finding.path.as_str()))
}

/// Writes a text so that it is shown as it is: every sign that Markdown or HTML could take for its own is spelt as a
/// character reference, which neither reads again; so are those that call people or link to other things.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' | '\r' => out.push(' '),
            '&' | '<' | '>' | '"' | '\'' | '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '#' | '!' | '|' | '~'
            | '$' | '^' | '@' | '=' => {
                out.push_str(&format!("&#{};", u32::from(c)));
            }
            _ => out.push(c),
        }
    }
    // An address would become a link by itself.
    out.replace("://", "&#58;//").replace("www.", "www&#46;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_mark_nothing_up() {
        assert_eq!(escaped("<b>*x*</b>"), "&#60;b&#62;&#42;x&#42;&#60;/b&#62;");
        assert_eq!(escaped("@alle #12 !3 [a](http://x)"), "&#64;alle &#35;12 &#33;3 &#91;a&#93;(http&#58;//x)");
    }
}
