//! Tables as HTML: rows and columns on wide pages, a card for each row on phones.
//!
//! In a narrow place each row becomes a card, and each cell is named by its column; a table that scrolls stays a table.
//! Where there are many columns, those of longer words leave their place and stand below their row.

use super::{
    Fragment, HtmlWriter,
    layout::{Layout, is_empty},
};
use crate::{
    table::{ColumnClass, PageCell, PageColumn, PageRow, Row, RowClass, Table},
    value::Decimal,
};

/// The most letters of an author's words that stay open where rows are lines.
const FOLDED: usize = 90;

/// What longer words are folded in. Where there is room it is open, and its summary is not shown.
const FOLD: &str = "<details class=\"told\"><summary>";

/// The parts of a table's HTML, for a theme that frames them itself.
#[derive(Default)]
pub(super) struct Parts {
    /// The cells of its head: what stands within `<thead><tr>`.
    pub head: String,
    /// The rows of its body: what stands within `<tbody>`, groups divided by `</tbody><tbody>`.
    pub rows: String,
    /// The rows of its foot: what stands within `<tfoot>`; empty is no foot.
    pub foot: String,
}

impl<'a> HtmlWriter<'a> {
    /// Draws a table with its frame.
    pub(super) fn table(&mut self, table: &'a Table) -> Result<(), tera::Error> {
        let mut layout = Layout::of(table, self.means.locale);
        let is_long = layout.is_long();
        let layout = &layout;
        if is_long {
            // On a phone it is opened; where there is room it is open.
            self.raw("<details class=\"long\"><summary>");
            self.words_in(layout.text.caption_lang(), &table.caption);
            self.between(" (", &counted(table).to_string(), ")</summary>\n");
        }
        if table.scrolls {
            self.between(
                "<div class=\"scrolls\" role=\"region\" aria-labelledby=\"",
                &table.id,
                "-name\" tabindex=\"0\">",
            );
        } else {
            self.raw(layout.cards());
        }
        self.between("\n<table id=\"", &table.id, "\"");
        self.lang(layout.text.lang());
        if layout.text.is_sortable() {
            self.raw(" data-sortable");
            if !table.grouped_by.is_empty() {
                self.between(" data-grouped-by=\"", &table.grouped_by, "\"");
            }
        }
        self.raw(">\n");
        self.caption(layout);
        self.raw("\n<thead><tr>");
        self.head(layout);
        self.raw("</tr></thead>\n<tbody>");
        self.body(layout);
        self.raw("\n</tbody>");
        if !table.foot.is_empty() {
            self.raw("\n<tfoot>");
            self.foot(layout);
            self.raw("\n</tfoot>");
        }
        self.raw("\n</table></div>");
        self.raw(if is_long { "\n</details>" } else { "" });
        if !table.notes.is_empty() {
            self.raw("\n");
            self.piece(Fragment::Notes(&table.notes, &table.id))?;
        }
        self.downloads(table);
        Ok(())
    }

    /// Draws the parts of a table without its frame.
    pub(super) fn parts(&mut self, table: &'a Table) -> Parts {
        let layout = &Layout::of(table, self.means.locale);
        Parts {
            head: self.apart(|writer| writer.head(layout)),
            rows: self.apart(|writer| writer.body(layout)),
            foot: self.apart(|writer| writer.foot(layout)),
        }
    }

    fn caption(&mut self, layout: &Layout<'_>) {
        let (table, note) = (layout.table, layout.text.note());
        self.between("<caption id=\"", &table.id, "-name\">");
        self.raw(if table.scrolls { "<span>" } else { "" });
        match &table.href {
            Some(href) => self.link_to(href, layout.text.caption_lang(), &table.caption),
            None => self.words_in(layout.text.caption_lang(), &table.caption),
        }
        self.remark(Some(&note));
        self.raw(if table.scrolls { "</span></caption>" } else { "</caption>" });
    }

    fn head(&mut self, layout: &Layout<'_>) {
        self.sorts |= layout.text.is_sortable();
        for column in layout.columns.iter().filter(|column| !layout.is_below(column)) {
            if column.text.is_empty() {
                self.raw("<td></td>");
            } else {
                self.raw("<th scope=\"col\" class=\"");
                self.raw(class_of(column.class));
                self.raw("\"");
                if let Some(key) = &column.key {
                    self.between(" data-key=\"", key, "\"");
                }
                self.raw(if column.filters { " data-filter" } else { "" });
                self.between(">", &column.text, "</th>");
            }
        }
    }

    fn body(&mut self, layout: &Layout<'_>) {
        let mut was_outside = false;
        for (at, row) in layout.rows().enumerate() {
            if at > 0 && (row.class == RowClass::Heading || row.is_outside && !was_outside) {
                self.raw("\n</tbody><tbody>");
            }
            was_outside = row.is_outside;
            self.row(layout, &row);
        }
    }

    fn foot(&mut self, layout: &Layout<'_>) {
        for row in layout.foot() {
            self.row(layout, &row);
        }
    }

    /// Draws a row. A heading or a note has one cell across all columns.
    fn row(&mut self, layout: &Layout<'_>, row: &PageRow) {
        match row.class {
            RowClass::Heading => {
                self.across(layout, row, "\n<tr class=\"heading\"><th scope=\"rowgroup\"", "</th></tr>")
            }
            RowClass::Note => self.across(layout, row, "\n<tr class=\"note\"><td", "</td></tr>"),
            class => {
                let is_open = layout.words(row).next().is_some();
                self.raw("\n<tr class=\"");
                self.raw(class.word());
                self.raw(depth_class(row.depth));
                self.raw(if is_open { " open\">" } else { "\">" });
                for (column, label, cell) in layout.beside(row) {
                    self.cell(layout.table, column, label, cell);
                }
                self.raw("</tr>");
                if is_open {
                    self.row_of_words(layout, row);
                }
            }
        }
    }

    fn across(&mut self, layout: &Layout<'_>, row: &PageRow, open: &str, close: &str) {
        self.raw(open);
        self.colspan(layout);
        for cell in row.cells.iter().take(1) {
            self.content(layout.table, cell);
        }
        self.raw(close);
    }

    fn colspan(&mut self, layout: &Layout<'_>) {
        self.between(" colspan=\"", &layout.span.to_string(), "\">");
    }

    /// Draws the longer words of a row, in a row of their own below it. Where rows are lines they are folded, unless they
    /// are short; what changed stays open, on a line of its own.
    fn row_of_words(&mut self, layout: &Layout<'_>, row: &PageRow) {
        self.raw("\n<tr class=\"words\"><td");
        self.colspan(layout);
        for is_change in [false, true] {
            let is_it = |(column, _): &(&PageColumn, &PageCell)| (column.class == ColumnClass::Change) == is_change;
            let words: Vec<_> = layout.words(row).filter(is_it).collect();
            if words.is_empty() {
                continue;
            }
            let is_long = !is_change && words.iter().map(|(_, cell)| length(cell)).sum::<usize>() > FOLDED;
            if is_long {
                let heads: Vec<&str> = words.iter().map(|(column, _)| column.text.as_str()).collect();
                self.between(FOLD, &heads.join(" · "), "</summary>");
            }
            self.raw("<dl>");
            for (column, cell) in words {
                self.between("<div><dt>", &column.text, "</dt><dd>");
                self.content(layout.table, cell);
                self.raw("</dd></div>");
            }
            self.raw("</dl>");
            self.raw(if is_long { "</details>" } else { "" });
        }
        self.raw("</td></tr>");
    }

    fn cell(&mut self, table: &Table, column: &PageColumn, label: &str, cell: &PageCell) {
        if column.class == ColumnClass::Head {
            match &cell.anchor {
                Some(anchor) => self.between("<th scope=\"row\" id=\"", anchor, "\""),
                None => self.raw("<th scope=\"row\""),
            }
            self.key(cell);
            self.raw(">");
            self.content(table, cell);
            self.raw("</th>");
            return;
        }
        if is_empty(cell) {
            // A phone tells by its cells how many columns of statuses there are.
            self.raw(if column.class == ColumnClass::Status { "<td class=\"status\"" } else { "<td" });
            self.key(cell);
            self.raw("></td>");
            return;
        }
        match (column.class, cell.tone) {
            // That nothing changed is a short word, also where others say more.
            (ColumnClass::Change, Some(tone)) => {
                self.raw("<td class=\"word ");
                self.raw(tone);
            }
            (class, tone) => {
                self.raw("<td class=\"");
                self.raw(class_of(class));
                if let Some(tone) = tone.filter(|_| class == ColumnClass::Number) {
                    self.raw(" ");
                    self.raw(tone);
                }
            }
        }
        self.raw("\"");
        self.raw(label);
        self.key(cell);
        self.raw(">");
        let is_folded = column.class == ColumnClass::Text && !column.text.is_empty() && length(cell) > FOLDED;
        if is_folded {
            self.between(FOLD, &column.text, "</summary>");
        }
        self.content(table, cell);
        self.raw(if is_folded { "</details>" } else { "" });
        self.raw("</td>");
    }

    /// Says what its row is sorted by, where its text does not.
    fn key(&mut self, cell: &PageCell) {
        if let Some(key) = &cell.key {
            self.between(" data-key=\"", key, "\"");
        }
    }

    /// Draws what stands in a cell: words or a figure with its footnote, statuses, and a small remark below.
    fn content(&mut self, table: &Table, cell: &PageCell) {
        let text = &cell.shown.text;
        match cell {
            PageCell { html: Some(html), lang: Some(lang), .. } => {
                // Words that can be opened are no part of a line.
                self.between("<div lang=\"", lang, "\">");
                self.raw(html);
                self.raw("</div>");
            }
            PageCell { html: Some(html), .. } => self.raw(html),
            PageCell { href: Some(href), lang, .. } => self.link_to(href, *lang, text),
            PageCell { date: Some(date), .. } => self.time(date, text),
            PageCell { exact: Some(exact), .. } => self.exact(exact, cell.shown.raw, text),
            PageCell { quotes, .. } if !quotes.is_empty() => self.quoting(text, quotes),
            PageCell { lang, .. } => self.words_in(*lang, text),
        }
        // The mark stands behind what it explains: words, else a status.
        let mark = cell.shown.mark.as_deref();
        let is_of_status = text.is_empty() && !cell.chips.is_empty();
        self.mark(mark.filter(|_| !is_of_status), &table.notes, &table.id);
        if !cell.chips.is_empty() {
            self.raw("<span class=\"chips\">");
            self.chips(&cell.chips);
            self.mark(mark.filter(|_| is_of_status), &table.notes, &table.id);
            self.raw("</span>");
        }
        match (&cell.remark, &cell.remark_href) {
            (Some(remark), Some(href)) => {
                self.raw(" <small>");
                self.link_to(href, None, remark);
                self.raw("</small>");
            }
            (remark, _) => self.remark(remark.as_deref()),
        }
    }

    /// Draws a rounded figure, with the exact one for those who point at it and for programs.
    fn exact(&mut self, exact: &str, raw: Option<Decimal>, text: &str) {
        let raw = raw.map(|raw| raw.to_string()).unwrap_or_default();
        self.between("<data value=\"", &raw, "\" title=\"");
        self.words(exact);
        self.between("\">", text, "</data>");
    }
}

/// Counts what the rows of a table are about. What is told by its parts is counted by them, as sentences about measures count it,
/// or they by it.
fn counted(table: &Table) -> usize {
    let next = table.rows.iter().skip(1).map(Some).chain([None]);
    let is_counted = |(row, next): &(&Row, Option<&Row>)| match row.class {
        RowClass::Heading | RowClass::Note => false,
        class if table.counts_wholes => class != RowClass::Child,
        _ => !next.is_some_and(|next| next.class == RowClass::Child && next.depth > row.depth),
    };
    table.rows.iter().zip(next).filter(is_counted).count()
}

/// Returns how many letters an author's words have, as far as it matters; none of what may hold a fold of its own.
fn length(cell: &PageCell) -> usize {
    let Some(html) = cell.html.as_deref().filter(|html| !html.contains("<details")) else { return 0 };
    let mut is_tag = false;
    let letters = html.chars().filter(|c| {
        let is_letter = !is_tag && *c != '<';
        is_tag = !is_letter && *c != '>';
        is_letter
    });
    letters.take(FOLDED.saturating_add(1)).count()
}

/// Returns the class of a column's cells.
fn class_of(class: ColumnClass) -> &'static str {
    match class {
        ColumnClass::Word => "word",
        ColumnClass::Head => "head",
        ColumnClass::Number => "number",
        ColumnClass::Text | ColumnClass::Change => "text",
        ColumnClass::Status => "status",
    }
}

/// Returns the class of a row that is a part of a part, by which it is indented. Who needs more than four levels has them
/// at one indent.
fn depth_class(depth: Option<usize>) -> &'static str {
    match depth {
        None | Some(0 | 1) => "",
        Some(2) => " depth-2",
        Some(3) => " depth-3",
        Some(_) => " depth-4",
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        locale::{Language, Locale},
        render::sample,
        table::{Cell, CellValue, Chip, ColumnKind, PageNote, Remark, TableColumn, Verdict},
        value::{FootnoteMark, Period},
        view::{Block, fixtures::figure},
    };

    use super::*;

    fn column(head: &str, kind: ColumnKind) -> TableColumn {
        TableColumn { id: head.to_owned().into(), head: head.to_owned(), kind, unit: None }
    }

    fn cell(text: &str) -> Cell {
        Cell {
            value: if text.is_empty() { CellValue::NotGiven } else { CellValue::Text(text.to_owned()) },
            ..Cell::default()
        }
    }

    fn row(class: RowClass, cells: Vec<Cell>) -> Row {
        Row { class, depth: 0, is_outside: false, cells }
    }

    /// Draws a table on an otherwise empty page.
    fn html(table: Table) -> String {
        let mut page = sample::pages().pop().expect("a page");
        page.blocks = vec![Block::Table(table)];
        let (tera, components) = (tera::Tera::new(), super::super::ThemeComponents::default());
        let locale = &Locale::shared(Language::Danish).expect("a locale");
        let means = super::super::Means {
            tera: &tera,
            components: &components,
            locale,
            show_data: "",
            download: "Hent:",
            site: &crate::render::TemplateGlobals { downloads: vec!["csv"], ..Default::default() },
        };
        HtmlWriter::of(&page, means).expect("drawn").html
    }

    fn small() -> Table {
        let marked = Cell { mark: FootnoteMark::parse("*"), ..cell("1,5") };
        let bad = Cell { verdict: Some(Verdict::Bad), remarks: vec![Remark::Computed], ..cell("−2") };
        let chip =
            Chip { word: "I <gang>".to_owned(), tone: "in-progress", quiet: true, count: None, lang: None, rank: 0 };
        Table {
            id: "t".to_owned(),
            caption: "A & B".to_owned(),
            href: None,
            note: "mio. kr.".to_owned(),
            columns: vec![
                column("Navn", ColumnKind::Name),
                column("", ColumnKind::Status),
                column("Beløb", ColumnKind::Amount),
            ],
            rows: vec![
                row(RowClass::Heading, vec![cell("Drift")]),
                row(
                    RowClass::Item,
                    vec![
                        Cell { link: Some("a.html?b&c".to_owned()), ..cell("En") },
                        Cell { value: CellValue::Badges(vec![chip]), ..Cell::default() },
                        marked,
                    ],
                ),
                row(RowClass::Heading, vec![cell("Anlæg")]),
                row(
                    RowClass::Child,
                    vec![
                        Cell { value: CellValue::Date(Period::parse("2020-06-30").expect("a day")), ..Cell::default() },
                        cell(""),
                        bad,
                    ],
                ),
                row(RowClass::Note, vec![cell("Intet")]),
            ],
            foot: vec![row(RowClass::Total, vec![cell("I alt"), cell(""), cell("")])],
            notes: vec![PageNote { mark: "*".to_owned(), text: "Foreløbig".to_owned() }],
            ..Table::default()
        }
    }

    #[test]
    fn draws_every_kind_of_row_and_cell() {
        let expected = r##"
<div class="cards">
<table id="t">
<caption id="t-name">A &amp; B <small>mio. kr.</small></caption>
<thead><tr><th scope="col" class="head">Navn</th><td></td><th scope="col" class="number">Beløb</th></tr></thead>
<tbody>
<tr class="heading"><th scope="rowgroup" colspan="3">Drift</th></tr>
<tr class="item"><th scope="row"><a href="a.html?b&amp;c">En</a></th><td class="status"><span class="chips"><span class="chip quiet in-progress"><svg aria-hidden="true"><use href="#m-in-progress"/></svg>I &lt;gang&gt;</span> </span></td><td class="number" data-label="Beløb">1,5<sup class="ref"><a href="#t-note-*">*</a></sup></td></tr>
</tbody><tbody>
<tr class="heading"><th scope="rowgroup" colspan="3">Anlæg</th></tr>
<tr class="child"><th scope="row"><time datetime="2020-06-30">30. juni 2020</time></th><td class="status"></td><td class="number bad" data-label="Beløb">−2 <small>beregnet</small></td></tr>
<tr class="note"><td colspan="3">Intet</td></tr>
</tbody>
<tfoot>
<tr class="total"><th scope="row">I alt</th><td class="status"></td><td></td></tr>
</tfoot>
</table></div>
<ul class="notes">
<li id="t-note-*"><sup>*</sup> Foreløbig</li>
</ul>
<p class="take">Hent: <a href="404.t.csv" download aria-describedby="t-name">CSV</a></p>"##;
        assert_eq!(html(small()), expected);
    }

    #[test]
    fn a_long_table_says_what_it_is_sorted_and_filtered_by() {
        let columns = [("number", ColumnKind::Word), ("name", ColumnKind::Name), ("amount", ColumnKind::Amount)];
        let columns = columns.into_iter().chain([("owner", ColumnKind::Word), ("words", ColumnKind::Text)]);
        let columns = columns.map(|(id, kind)| TableColumn { id: id.into(), ..column(id, kind) }).collect();
        let dated =
            |text: &str| Cell { value: CellValue::Date(Period::parse(text).expect("a period")), ..Cell::default() };
        let amount = |at: usize| match at {
            0 => Cell::of(figure("-1.500 kr.")),
            1 => dated("3. kvartal 2020"),
            _ => cell(""),
        };
        let line = |at: usize| row(RowClass::Item, vec![cell("1"), cell("En"), amount(at), cell("A"), cell("ord")]);
        let table = Table { columns, rows: (0..11).map(line).collect(), ..small() }.grouped_by("Plan <a>");
        let drawn = html(table.clone());
        for part in [
            "<table id=\"t\" data-sortable data-grouped-by=\"Plan &lt;a&gt;\">",
            "<th scope=\"col\" class=\"number\" data-key=\"amount\">amount</th>",
            "<th scope=\"col\" class=\"word\" data-key=\"owner\" data-filter>owner</th>",
            "<th scope=\"col\" class=\"text\">words</th>",
            "<td class=\"number\" data-label=\"amount\" data-key=\"-1500\">",
            "data-key=\"2020-09-30\">3. kvartal 2020</td>",
        ] {
            assert!(drawn.contains(part), "{part} in {drawn}");
        }
        assert_eq!(drawn.matches("data-key").count(), 4 + 2, "what a text says itself is not said again");
        assert!(
            !html(Table { rows: table.rows[1..].to_vec(), ..table.clone() }).contains("data-key"),
            "ten are seen at once"
        );
        assert!(!html(Table { in_order: true, ..table }).contains("data-key"));
    }

    #[test]
    fn a_table_that_scrolls_names_no_columns_in_its_cells() {
        let html = html(Table { scrolls: true, ..small() });
        assert!(
            html.starts_with("\n<div class=\"scrolls\" role=\"region\" aria-labelledby=\"t-name\" tabindex=\"0\">"),
            "{html}"
        );
        assert!(html.contains("<span>A &amp; B <small>mio. kr.</small></span></caption>"), "{html}");
        assert!(!html.contains("data-label"), "{html}");
    }

    #[test]
    fn longer_words_stand_below_a_row_of_many_columns() {
        let table = |words: usize| {
            let mut table = Table { rows: vec![row(RowClass::Item, Vec::new())], ..Table::default() };
            for at in 0..6 + words {
                table.columns.push(column("K", if at < words { ColumnKind::Text } else { ColumnKind::Word }));
                table.rows[0].cells.push(cell("ord"));
            }
            html(table)
        };
        assert!(!table(0).contains("class=\"words\""));
        let wide = table(2);
        assert!(wide.contains("<div class=\"cards many\">"), "{wide}");
        let below = "<tr class=\"words\"><td colspan=\"6\"><dl><div><dt>K</dt><dd>ord</dd></div><div><dt>K</dt>";
        assert!(wide.contains("<tr class=\"item open\"><td class=\"word\"") && wide.contains(below), "{wide}");
    }

    #[test]
    fn a_folded_table_says_how_many_its_rows_are_about() {
        let line = |class, depth| Row { depth, ..row(class, Vec::new()) };
        let (item, child) = (RowClass::Item, RowClass::Child);
        let rows = [(RowClass::Heading, 0), (item, 0), (child, 1), (child, 2), (child, 2), (child, 1), (item, 0)];
        let rows = rows.into_iter().map(|(class, depth)| line(class, depth)).collect();
        let parts = Table { rows, ..Table::default() };
        assert_eq!(counted(&parts), 4, "by their parts, which stand for them");
        assert_eq!(counted(&Table { counts_wholes: true, ..parts }), 2);
    }

    #[test]
    fn long_words_of_an_author_are_folded_and_short_ones_stand_open() {
        let words = |html: String| Cell { value: CellValue::Html(html), ..Cell::default() };
        let table = |columns: usize, html: &str| {
            let mut table = Table { columns: vec![column("Navn", ColumnKind::Name)], ..Table::default() };
            table.columns.push(column("Ord", ColumnKind::Text));
            table.columns.resize(columns, column("K", ColumnKind::Word));
            let mut cells = vec![cell("Et"), words(html.to_owned())];
            cells.resize(columns, cell("k"));
            table.rows.push(row(RowClass::Item, cells));
            super::tests::html(table)
        };
        let fold = "<details class=\"told\"><summary>Ord</summary>";
        let long = format!("<p>{}</p>", "ord ".repeat(30));
        for columns in [3, 8] {
            assert!(table(columns, &long).contains(fold), "{columns}");
            // A tag is no letter, and what opens something by itself is not opened twice.
            let tags = format!("<p>{}</p>", "<em>o</em>".repeat(30));
            assert!(!table(columns, &tags).contains(fold), "{columns}");
            assert!(!table(columns, &format!("<details>{long}</details>")).contains(fold), "{columns}");
        }
    }

    #[test]
    fn what_changed_stands_on_a_line_of_its_own_and_only_where_it_did() {
        let table = |words: usize| {
            let same = Cell { value: CellValue::Changes(Vec::new()), ..Cell::default() };
            let mut table = Table { columns: vec![column("Navn", ColumnKind::Name)], ..Table::default() };
            table.columns.resize(words, column("K", ColumnKind::Text));
            table.columns.push(column("Siden", ColumnKind::Change));
            for last in [cell("nået"), same] {
                let mut cells = vec![cell("ord"); words];
                cells.push(last);
                table.rows.push(row(RowClass::Item, cells));
            }
            html(table)
        };
        let narrow = table(2);
        assert!(narrow.contains("<td class=\"text\" data-label=\"Siden\">nået</td>"), "{narrow}");
        assert!(narrow.contains("<td class=\"word same\" data-label=\"Siden\">uændret</td>"), "{narrow}");
        let wide = table(7);
        assert!(wide.contains("</dl><dl><div><dt>Siden</dt><dd>nået</dd></div></dl></td></tr>"), "{wide}");
        assert!(!wide.contains("uændret"), "{wide}");
    }
}
