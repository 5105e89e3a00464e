//! Blocks of a page as HTML, one function for each kind but tables.

use super::{Fragment, HtmlWriter};
use crate::{
    table::{Chip, DisplayDate, PageNote},
    view::{
        AttentionEntry, Block, ChangeEntry, ChartBlock, Fact, LegendEntry, PageLink, StatusStep, Tile, TimelineEntry,
    },
};

impl<'a> HtmlWriter<'a> {
    /// Draws a block by its kind.
    pub(super) fn block(&mut self, block: &'a Block) -> Result<(), tera::Error> {
        match block {
            Block::Lead { text, chip, note } => self.lead(text, chip.as_ref(), note.as_deref()),
            Block::Heading { id, level, text } => self.heading(id, *level, text),
            Block::Tiles { tiles } => self.tiles(tiles),
            Block::Facts { facts } => self.facts(facts),
            Block::Fold { summary, facts } => {
                self.between("<details class=\"fold\"><summary>", summary, "</summary>\n");
                self.piece(Fragment::Facts(facts))?;
                self.raw("\n</details>");
            }
            Block::Prose { html } => self.prose(html),
            Block::Text { text } => self.between("<p>", text, "</p>"),
            Block::Remark { label, text, links } => self.side_remark(label, text, links),
            Block::Table(table) => self.table(table)?,
            Block::Chart(figure) => self.chart(figure)?,
            Block::Timeline { entries } => self.timeline(entries)?,
            Block::Legend { title, levels, lang } => self.legend(title, *lang, levels),
            Block::Columns { left, right } => self.columns(left, right)?,
            Block::Folded { summary, blocks } => {
                self.between("<details class=\"folded\"><summary>", summary, "</summary>");
                self.blocks(blocks)?;
                self.raw("\n</details>");
            }
            Block::Attention { entries } => self.attention(entries),
            Block::Changes { lines } => self.changes(lines),
            Block::Contents { title, links } => {
                self.between(
                    "<nav class=\"contents\" aria-labelledby=\"on-this-page\"><p id=\"on-this-page\">",
                    title,
                    "</p>\n",
                );
                self.links(links);
                self.raw("\n</nav>");
            }
            Block::Links { links } => self.links(links),
            Block::Notes { notes } => self.notes(notes, ""),
        }
        Ok(())
    }

    /// The sentence under the title, and the status it goes with.
    fn lead(&mut self, text: &str, chip: Option<&Chip>, note: Option<&str>) {
        if let Some(chip) = chip.filter(|_| !text.is_empty()) {
            self.raw("<p class=\"lead\">");
            self.chip(chip);
            self.between(" ", text, "</p>");
        } else if !text.is_empty() {
            self.between("<p class=\"lead\">", text, "</p>");
        }
        let chip = chip.filter(|_| text.is_empty());
        if chip.is_none() && note.is_none() {
            return;
        }
        self.raw(if text.is_empty() { "<p class=\"state\">" } else { "\n<p class=\"state\">" });
        if let Some(chip) = chip {
            self.chip(chip);
            self.raw(" ");
        }
        self.between("", note.unwrap_or_default(), "</p>");
    }

    /// Something to know beside what stands above, in a line of its own.
    fn side_remark(&mut self, label: &str, text: &str, links: &[PageLink]) {
        self.between("<p class=\"remark\"><b>", label, ":</b> ");
        self.words(text);
        for (at, link) in links.iter().enumerate() {
            self.raw(match (at, text.is_empty()) {
                (0, true) => "",
                (0, false) => " ",
                _ => " · ",
            });
            self.link(link);
        }
        self.raw("</p>");
    }

    /// Blocks within another.
    fn blocks(&mut self, blocks: &'a [Block]) -> Result<(), tera::Error> {
        for block in blocks {
            self.raw("\n");
            self.piece(Fragment::Block(block))?;
        }
        Ok(())
    }

    /// Two columns where there is room.
    fn columns(&mut self, left: &'a [Block], right: &'a [Block]) -> Result<(), tera::Error> {
        self.raw("<div class=\"columns\">\n<div>");
        self.blocks(left)?;
        self.raw("\n</div>\n<div>");
        self.blocks(right)?;
        self.raw("\n</div>\n</div>");
        Ok(())
    }

    /// What needs attention: its status beside its name, which alone leads anywhere, then why, then the rest.
    fn attention(&mut self, entries: &[AttentionEntry]) {
        self.raw("<ol class=\"attention\">");
        for AttentionEntry { chip, name, why, facts } in entries {
            self.between("\n<li class=\"", chip.tone, "\"><p class=\"what\">");
            self.chip(chip);
            self.raw(" ");
            self.link(name);
            self.raw("</p>");
            if let Some(why) = why {
                self.raw("<p>");
                self.link(why);
                self.raw("</p>");
            }
            if !facts.is_empty() {
                self.raw("<p class=\"small\">");
                for (at, fact) in facts.iter().enumerate() {
                    self.raw(if at == 0 { "" } else { " · " });
                    self.link(fact);
                }
                self.raw("</p>");
            }
            self.raw("</li>");
        }
        self.raw("\n</ol>");
    }

    /// What changed, a line each.
    fn changes(&mut self, lines: &[ChangeEntry]) {
        self.raw("<ul class=\"changes\">");
        for ChangeEntry { label, name, step, words, lang, chips, note, html } in lines {
            self.raw("\n<li>");
            if let Some(label) = label {
                self.between("<b>", label, "</b> ");
            }
            self.link(name);
            if let Some(StatusStep { before, after, to }) = step {
                self.raw(" <span class=\"step\">");
                self.chip(before);
                self.between(" <span aria-hidden=\"true\">→</span> <span class=\"said\">", to, "</span> ");
                self.chip(after);
                self.raw("</span>");
            }
            if !words.is_empty() {
                // What is called so, and what became of it, are two things.
                self.raw(if step.is_none() { ": " } else { " " });
                self.words_in(*lang, words);
            }
            if !chips.is_empty() {
                self.raw(" <span class=\"step\">");
                for (at, chip) in chips.iter().enumerate() {
                    self.raw(if at == 0 { "" } else { " " });
                    self.chip(chip);
                }
                self.raw("</span>");
            }
            if let Some(note) = note {
                self.raw(" <small>");
                self.link(note);
                self.raw("</small>");
            }
            self.raw(html);
            self.raw("</li>");
        }
        self.raw("\n</ul>");
    }

    /// A heading with an anchor.
    fn heading(&mut self, id: &str, level: u8, text: &str) {
        let (open, close) = match level {
            2 => ("<h2 id=\"", "</h2>"),
            3 => ("<h3 id=\"", "</h3>"),
            _ => ("<h4 id=\"", "</h4>"),
        };
        self.between(open, id, "\">");
        self.between("", text, close);
    }

    /// Names with a large figure each.
    fn tiles(&mut self, tiles: &[Tile]) {
        self.raw("<dl class=\"tiles\">");
        for tile in tiles {
            self.raw("\n<div><dt>");
            match &tile.href {
                Some(href) => self.link_to(href, None, &tile.name),
                None => self.words(&tile.name),
            }
            self.raw("</dt><dd><b>");
            self.shown(&tile.value, &[], "");
            self.raw("</b>");
            self.remark(tile.note.as_deref());
            self.raw("</dd></div>");
        }
        self.raw("\n</dl>");
    }

    /// A few smaller words behind others.
    pub(super) fn remark(&mut self, remark: Option<&str>) {
        if let Some(remark) = remark.filter(|remark| !remark.is_empty()) {
            self.between(" <small>", remark, "</small>");
        }
    }

    /// Names and values: the head of a plan, the figures of a report.
    pub(super) fn facts(&mut self, facts: &[Fact]) {
        self.raw("<dl class=\"facts\">");
        for fact in facts {
            self.between("\n<div><dt>", &fact.name, "</dt>");
            for value in &fact.values {
                self.raw("<dd>");
                self.link(value);
                self.raw("</dd>");
            }
            self.raw("</div>");
        }
        self.raw("\n</dl>");
    }

    /// An author's words. They are safe: Markdown became tags of our set only.
    fn prose(&mut self, html: &str) {
        self.raw("<div class=\"prose\">");
        self.raw(html);
        self.raw("</div>");
    }

    /// A chart, drawn for wide pages and for phones, and its numbers where no table of the page has them. The drawings are ours, hence safe.
    fn chart(&mut self, figure: &'a ChartBlock) -> Result<(), tera::Error> {
        self.between("<figure class=\"drawing\">\n<figcaption>", &figure.title, "");
        self.remark(Some(&figure.subtitle));
        self.raw("</figcaption>\n");
        self.raw(&figure.wide);
        self.raw("\n");
        self.raw(&figure.narrow);
        if figure.tabled {
            self.raw("\n</figure>");
            return Ok(());
        }
        self.raw(if figure.retold { "\n<details class=\"retold\">" } else { "\n<details>" });
        self.between("<summary>", self.means.show_data, "</summary>\n");
        self.piece(Fragment::Table(&figure.table))?;
        self.raw("\n</details>\n</figure>");
        Ok(())
    }

    /// Reports on one thing, the newest first. Each has an address of its own.
    fn timeline(&mut self, entries: &'a [TimelineEntry]) -> Result<(), tera::Error> {
        self.raw("<ol class=\"timeline\">");
        for entry in entries {
            self.entry(entry)?;
        }
        self.raw("\n</ol>");
        Ok(())
    }

    fn entry(&mut self, entry: &'a TimelineEntry) -> Result<(), tera::Error> {
        self.between("\n<li id=\"", &entry.id, "\">\n<h3>");
        self.between("<a href=\"#", &entry.id, "\">");
        self.when(&entry.when);
        self.raw("</a></h3>");
        if !entry.chips.is_empty() {
            self.raw("\n<p class=\"chips\">");
            self.chips(&entry.chips);
            self.raw("</p>");
        }
        if !entry.remarks.is_empty() {
            self.raw("\n<ul class=\"remarks\">");
            for remark in &entry.remarks {
                self.between("<li>", remark, "</li>");
            }
            self.raw("</ul>");
        }
        if !entry.facts.is_empty() {
            self.raw("\n");
            self.piece(Fragment::Facts(&entry.facts))?;
        }
        if !entry.html.is_empty() {
            self.raw("\n");
            self.prose(&entry.html);
        }
        if let Some(link) = &entry.link {
            self.raw("\n<p class=\"source\">");
            self.link(link);
            self.raw("</p>");
        }
        self.raw("\n</li>");
        Ok(())
    }

    fn when(&mut self, DisplayDate { text, iso }: &DisplayDate) {
        match iso {
            Some(iso) => self.time(iso, text),
            None => self.words(text),
        }
    }

    /// A date, for people and for machines.
    pub(super) fn time(&mut self, iso: &str, text: &str) {
        self.between("<time datetime=\"", iso, "\">");
        self.between("", text, "</time>");
    }

    /// Statuses beside one another.
    pub(super) fn chips(&mut self, chips: &[Chip]) {
        for chip in chips {
            self.chip(chip);
            self.raw(" ");
        }
    }

    /// The levels of a scale and what they mean.
    fn legend(&mut self, title: &str, lang: Option<&str>, levels: &[LegendEntry]) {
        self.raw("<figure class=\"legend\">\n<figcaption");
        self.lang(lang);
        self.between(">", title, "</figcaption>\n<dl>");
        for level in levels {
            self.raw("\n<div><dt>");
            self.chip(&level.chip);
            self.raw("</dt><dd");
            self.lang(level.chip.lang);
            self.between(">", &level.meaning, "</dd></div>");
        }
        self.raw("\n</dl>\n</figure>");
    }

    /// A list of links.
    fn links(&mut self, links: &[PageLink]) {
        self.raw("<ul class=\"links\">");
        for link in links {
            self.raw("\n<li>");
            self.link(link);
            self.raw("</li>");
        }
        self.raw("\n</ul>");
    }

    /// Footnotes of a page, or of a table: then `within` is the table's id.
    pub(super) fn notes(&mut self, notes: &[PageNote], within: &str) {
        self.raw("<ul class=\"notes\">");
        for PageNote { mark, text } in notes {
            self.raw("\n<li id=\"");
            if !within.is_empty() {
                self.between("", within, "-");
            }
            self.between("note-", mark, "\"><sup>");
            self.between("", mark, "</sup> ");
            self.between("", text, "</li>");
        }
        self.raw("\n</ul>");
    }
}
