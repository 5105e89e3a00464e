//! What a change makes the report say, for a terminal: one line each, with colours that whoever prints them may take off.

use anstyle::{AnsiColor, Style};

use super::{FINDINGS, LEVELS, LOG_UNREADABLE, LineContext, NONE, TOTALS, UNREADABLE};
use crate::{
    diag::Severity,
    locale::Locale,
    summary::{ChangeDirection, ChangeLine},
    wording::{Changes, CommitEntry},
};

const WORSE: Style = AnsiColor::Red.on_default();
const BETTER: Style = AnsiColor::Green.on_default();
const WARNING: Style = AnsiColor::Yellow.on_default();
const STRONG: Style = Style::new().bold();
const QUIET: Style = Style::new().dimmed();

/// Writes changes in lines for a terminal, with colours.
#[must_use]
pub fn text(changes: &Changes, locale: &Locale) -> String {
    let scribe = LineContext::new(&changes.lines, locale);
    if changes.is_empty() {
        return format!("{}\n", scribe.tell(&NONE));
    }
    let mut text = format!("{}\n", styled(STRONG, &scribe.title(changes)));
    lines(&mut text, &scribe, &changes.lines);
    let totals = changes.totals.iter().map(|total| {
        let (before, after) = scribe.pair(total.before.as_ref(), total.after.as_ref()).unwrap_or_default();
        format!("{}, {}: {before} → {}", total.name, total.what, styled(STRONG, &after))
    });
    section(&mut text, &scribe.tell(&TOTALS), totals);
    let levels = changes.levels.iter().map(|levels| format!("{}: {} → {}", levels.name, levels.before, levels.after));
    section(&mut text, &scribe.tell(&LEVELS), levels);
    let findings = changes.findings.iter().map(|finding| {
        let style = match finding.severity {
            Severity::Error => WORSE,
            Severity::Warning => WARNING,
            Severity::Note => QUIET,
        };
        let at = if finding.line > 0 { format!("{}:{}", finding.path, finding.line) } else { finding.path.to_string() };
        format!("{} {}", styled(style, &finding.message), styled(QUIET, &at))
    });
    section(&mut text, &scribe.count(&FINDINGS, changes.findings.len()), findings);
    section(&mut text, &scribe.tell(&UNREADABLE), changes.unreadable.iter().cloned());
    text
}

/// Writes a story in lines for a terminal, the newest last.
#[must_use]
pub fn story(chapters: &[CommitEntry], locale: &Locale) -> String {
    let scribe = LineContext::new(chapters.iter().flat_map(|chapter| &chapter.lines), locale);
    if chapters.is_empty() {
        return format!("{}\n", scribe.tell(&NONE));
    }
    let mut text = String::new();
    for chapter in chapters {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&format!("{} {}\n", styled(STRONG, &chapter.recorded.text), styled(QUIET, &chapter.revision)));
        lines(&mut text, &scribe, &chapter.lines);
        for path in &chapter.unreadable {
            text.push_str(&format!("  {}\n", styled(WARNING, &locale.phrase(&LOG_UNREADABLE, [path.into()]))));
        }
    }
    text
}

fn section(text: &mut String, heading: &str, items: impl Iterator<Item = String>) {
    let items: Vec<String> = items.map(|item| format!("  {item}\n")).collect();
    if !items.is_empty() {
        text.push_str(&format!("\n{}\n{}", styled(STRONG, heading), items.concat()));
    }
}

/// Writes lines, under the names of their plans where these are several.
fn lines(text: &mut String, scribe: &LineContext<'_>, lines: &[ChangeLine]) {
    for group in scribe.groups(lines) {
        group.plan.into_iter().for_each(|plan| text.push_str(&format!("{plan}:\n")));
        group.lines.into_iter().for_each(|item| text.push_str(&line(scribe, item)));
    }
}

fn line(scribe: &LineContext<'_>, line: &ChangeLine) -> String {
    let (sign, style) = match line.direction {
        Some(ChangeDirection::Worse) => ("▼", WORSE),
        Some(ChangeDirection::Better) => ("▲", BETTER),
        None => ("·", Style::new()),
    };
    let mut text = format!("{} {}, {}", styled(style, sign), styled(STRONG, &line.name), line.what);
    if let Some((before, after)) = scribe.values(line) {
        text.push_str(&format!(": {before} → {}", styled(style, &after)));
    }
    let remarks = scribe.remarks(line);
    if !remarks.is_empty() {
        text.push_str(&format!(" {}", styled(QUIET, &format!("({})", remarks.join(", ")))));
    }
    text.push('\n');
    text
}

fn styled(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}
