//! A small reader of our own pages. It is strict: whatever is not well-formed fails the test.

/// An element of a page, with everything in it.
#[derive(Clone, Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    children: Vec<Node>,
}

#[derive(Clone, Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// The elements that hold nothing.
const VOID: [&str; 9] = ["meta", "link", "br", "hr", "img", "input", "wbr", "col", "source"];

/// Reads a page.
pub fn parse(html: &str) -> Element {
    let mut open = vec![Element { name: "page".into(), ..Element::default() }];
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        push_text(&mut open, &rest[..start]);
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment.find("-->").unwrap_or_else(|| panic!("a comment has no end: {}", excerpt(rest)));
            rest = &comment[end + 3..];
            continue;
        }
        let end = end_of_tag(rest);
        let tag = &rest[1..end];
        rest = &rest[end + 1..];
        match tag.strip_prefix('/') {
            Some(name) => close(&mut open, name.trim()),
            None if tag.starts_with('!') => {}
            None => start_tag(&mut open, tag),
        }
    }
    push_text(&mut open, rest);
    let page = open.pop().expect("the page");
    assert!(open.is_empty(), "<{}> is never closed", page.name);
    page
}

/// Finds the end of the tag a text begins with; `>` within quotes does not end it.
fn end_of_tag(text: &str) -> usize {
    let mut quote = None;
    for (at, sign) in text.char_indices() {
        match (quote, sign) {
            (None, '>') => return at,
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            _ => {}
        }
    }
    panic!("a tag has no end: {}", excerpt(text))
}

fn start_tag(open: &mut Vec<Element>, tag: &str) {
    let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
    let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
    let element = Element { name: name.into(), attributes: attributes_of(attributes), children: Vec::new() };
    match empty || VOID.contains(&name) {
        true => open.last_mut().expect("a parent").children.push(Node::Element(element)),
        false => open.push(element),
    }
}

fn attributes_of(mut text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    loop {
        text = text.trim_start();
        if text.is_empty() {
            return attributes;
        }
        let end = text.find(|sign: char| sign == '=' || sign.is_whitespace()).unwrap_or(text.len());
        let name = text[..end].to_owned();
        text = &text[end..];
        let mut value = String::new();
        if let Some(quoted) = text.strip_prefix('=') {
            let quote = quoted.chars().next().filter(|sign| matches!(sign, '"' | '\''));
            let quote = quote.unwrap_or_else(|| panic!("{name} has a value without quotes"));
            let end = quoted[1..].find(quote).unwrap_or_else(|| panic!("{name} has no end"));
            value = decode(&quoted[1..=end]);
            text = &quoted[end + 2..];
        }
        assert!(!attributes.iter().any(|(known, _)| *known == name), "{name} is given twice");
        attributes.push((name, value));
    }
}

fn close(open: &mut Vec<Element>, name: &str) {
    let element = open.pop().expect("an element");
    assert_eq!(element.name, name, "</{name}> closes <{}>", element.name);
    open.last_mut().unwrap_or_else(|| panic!("</{name}> closes the page")).children.push(Node::Element(element));
}

fn push_text(open: &mut [Element], text: &str) {
    if !text.is_empty() {
        open.last_mut().expect("a parent").children.push(Node::Text(decode(text)));
    }
}

/// Puts signs in the place of their names.
fn decode(text: &str) -> String {
    let mut decoded = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        decoded.push_str(&rest[..start]);
        let end = rest[start..].find(';').unwrap_or_else(|| panic!("a bare & in {}", excerpt(&rest[start..])));
        decoded.push(sign(&rest[start + 1..start + end]));
        rest = &rest[start + end + 1..];
    }
    decoded.push_str(rest);
    decoded
}

fn sign(name: &str) -> char {
    let number = |digits: &str, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    let sign = match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "nbsp" => Some('\u{a0}'),
        _ => match name.strip_prefix("#x").or_else(|| name.strip_prefix("#X")) {
            Some(digits) => number(digits, 16),
            None => name.strip_prefix('#').and_then(|digits| number(digits, 10)),
        },
    };
    sign.unwrap_or_else(|| panic!("unknown sign &{name};"))
}

fn excerpt(text: &str) -> String {
    text.chars().take(60).collect()
}

impl Element {
    /// Returns the value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Tells whether it is of a class.
    pub fn is(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split(' ').any(|known| known == class))
    }

    /// Returns its text, with every run of blanks, no-break ones too, as one blank.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.collect(&mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    fn collect(&self, text: &mut String) {
        const INLINE: [&str; 11] = ["a", "b", "em", "strong", "sup", "span", "code", "time", "abbr", "i", "s"];
        for child in &self.children {
            match child {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => {
                    element.collect(text);
                    if !INLINE.contains(&element.name.as_str()) {
                        text.push(' ');
                    }
                }
            }
        }
    }

    /// Returns it and everything in it, in the order of the page.
    pub fn every(&self) -> Vec<&Self> {
        let mut found = vec![self];
        for child in &self.children {
            if let Node::Element(element) = child {
                found.extend(element.every());
            }
        }
        found
    }

    /// Returns everything of a name in it.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        self.every().into_iter().filter(|element| element.name == name).collect()
    }

    /// Returns what has an id.
    pub fn by_id(&self, id: &str) -> &Self {
        let found = self.every().into_iter().find(|element| element.attribute("id") == Some(id));
        found.unwrap_or_else(|| panic!("no #{id}; there are {:?}", self.ids()))
    }

    /// Tells whether something has an id.
    pub fn has_id(&self, id: &str) -> bool {
        self.ids().contains(&id)
    }

    /// Returns all ids in it.
    pub fn ids(&self) -> Vec<&str> {
        self.every().into_iter().filter_map(|element| element.attribute("id")).collect()
    }

    /// Returns the rows of the table that has an id.
    pub fn table(&self, id: &str) -> Table {
        let table = self.by_id(id);
        assert_eq!(table.name, "table", "#{id}");
        let head = table.all("thead").first().map(|head| head.all("th")).unwrap_or_default();
        let columns = head.iter().map(|cell| cell.text()).collect();
        let groups = table.every().into_iter().filter(|part| matches!(part.name.as_str(), "tbody" | "tfoot"));
        let mut rows: Vec<Row> = Vec::new();
        for row in groups.flat_map(|group| group.all("tr")) {
            match rows.last_mut().filter(|_| row.is("words")) {
                Some(above) => above.words.extend(words_of(row)),
                None => rows.push(Row::of(row)),
            }
        }
        Table { columns, rows }
    }
}

/// A table as its reader sees it.
#[derive(Clone, Debug)]
pub struct Table {
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What kind of row it is.
    pub class: String,
    /// What is in its cells.
    pub cells: Vec<String>,
    /// The longer words of its columns, which stand in a row of their own below it.
    pub words: Vec<(String, String)>,
}

fn words_of(row: &Element) -> impl Iterator<Item = (String, String)> {
    let texts = |name| row.all(name).into_iter().map(Element::text).collect::<Vec<_>>();
    texts("dt").into_iter().zip(texts("dd"))
}

impl Row {
    fn of(row: &Element) -> Self {
        let cells = row.every().into_iter().filter(|part| matches!(part.name.as_str(), "td" | "th"));
        let class = row.attribute("class").unwrap_or_default().split(' ').find(|class| *class != "open");
        let class = class.unwrap_or_default().to_owned();
        Self { class, cells: cells.map(Element::text).collect(), words: Vec::new() }
    }
}

impl Table {
    /// Returns the row in which some cell reads so.
    pub fn row(&self, label: &str) -> &Row {
        let found = self.rows.iter().find(|row| row.cells.iter().any(|cell| cell == label));
        found.unwrap_or_else(|| panic!("no row {label:?} in {self:#?}"))
    }

    /// Returns what stands in a row under a column, be it in its cell or below it.
    pub fn cell(&self, label: &str, column: &str) -> &str {
        let row = self.row(label);
        match self.columns.iter().position(|name| name == column) {
            Some(at) => &row.cells[at],
            None => {
                let known = |row: &Row| row.words.iter().any(|(name, _)| name == column);
                assert!(self.rows.iter().any(known), "no column {column:?} in {self:#?}");
                row.words.iter().find(|(name, _)| name == column).map_or("", |(_, words)| words)
            }
        }
    }

    /// Returns what stands under a column, from the top.
    pub fn column(&self, column: &str) -> Vec<&str> {
        let at = self.columns.iter().position(|name| name == column);
        let at = at.unwrap_or_else(|| panic!("no column {column:?} among {:?}", self.columns));
        self.rows.iter().filter_map(|row| row.cells.get(at)).map(String::as_str).collect()
    }

    /// Returns the first cells of rows that are headings, items or children, from the top.
    pub fn lead(&self) -> Vec<&str> {
        let rows = self.rows.iter().filter(|row| matches!(row.class.as_str(), "heading" | "item" | "child"));
        rows.map(|row| row.cells[0].as_str()).collect()
    }
}

#[test]
fn it_reads_a_page() {
    let page = parse(
        "<!doctype html><p class=\"a b\" id=\"x\">1&#xa0;&lt; 2<br>\
         <svg><use href=\"#y\"/></svg></p><!-- > --><table id=\"t\"><thead><tr><th>A</th><th>B</th></tr></thead>\
         <tbody><tr class=\"item\"><th>one</th><td>1 <small>note</small></td></tr></tbody></table>",
    );
    assert_eq!(page.by_id("x").text(), "1 < 2");
    assert!(page.by_id("x").is("b"));
    assert_eq!(page.all("use")[0].attribute("href"), Some("#y"));
    assert_eq!(page.table("t").cell("one", "B"), "1 note");
}

#[test]
#[should_panic(expected = "</b> closes <i>")]
fn it_is_strict() {
    parse("<b><i></b></i>");
}
