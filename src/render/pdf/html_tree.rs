//! An author's words, which pages have as safe HTML, as a tree that the template sets.

use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};
use serde_json::{Value, json};

/// Elements that have no end.
const EMPTY: [&str; 4] = ["br", "hr", "img", "input"];

/// An element that is open: its name, where it leads, and what stands in it so far.
struct OpenNode {
    name: String,
    href: Option<String>,
    body: Vec<Value>,
}

/// Returns the nodes of safe HTML: `{"text": …}`, or `{"tag": …, "body": […]}` with `href` where it leads somewhere.
///
/// # Errors
///
/// Answers what is wrong with it, which is a mistake of ours: what authors write is made HTML by us.
pub(super) fn html_tree(html: &str, address: &dyn Fn(&str) -> Option<String>) -> Result<Vec<Value>, String> {
    let mut reader = Reader::from_str(html);
    let config = reader.config_mut();
    (config.check_end_names, config.allow_unmatched_ends) = (false, true);
    let mut open = vec![OpenNode { name: String::new(), href: None, body: Vec::new() }];
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(start) => {
                let node = opened(&start, address);
                match EMPTY.contains(&node.name.as_str()) {
                    true => push(&mut open, empty(&start, node)),
                    false => open.push(node),
                }
            }
            Event::Empty(start) => {
                let node = opened(&start, address);
                push(&mut open, empty(&start, node));
            }
            Event::End(end) => {
                let name = name_of(end.name().as_ref());
                // An element that was left open ends with the one around it.
                while open.len() > 1 {
                    let Some(node) = open.pop() else { break };
                    let is_it = node.name == name;
                    push(&mut open, closed(node));
                    if is_it {
                        break;
                    }
                }
            }
            Event::Text(text) => push(&mut open, json!({ "text": text.html_content() })),
            Event::GeneralRef(reference) => {
                let sign = reference.resolve_char_ref().ok().flatten().map(String::from);
                let text = sign.or_else(|| resolve_predefined_entity(&reference).map(str::to_owned));
                let text = text.ok_or_else(|| format!("an unknown sign: &{};", &*reference))?;
                push(&mut open, json!({ "text": text }));
            }
            Event::Eof => break,
            Event::Comment(_) | Event::CData(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    while open.len() > 1 {
        let Some(node) = open.pop() else { break };
        push(&mut open, closed(node));
    }
    Ok(open.pop().map(|root| root.body).unwrap_or_default())
}

fn opened(start: &BytesStart<'_>, address: &dyn Fn(&str) -> Option<String>) -> OpenNode {
    let href = attribute(start, "href").and_then(|href| address(&href));
    OpenNode { name: name_of(start.name().as_ref()), href, body: Vec::new() }
}

/// Returns what an element that has no end is: a picture by its words, a box by whether it is ticked.
fn empty(start: &BytesStart<'_>, node: OpenNode) -> Value {
    match node.name.as_str() {
        "img" => json!({ "text": attribute(start, "alt").unwrap_or_default() }),
        "input" => json!({ "text": if attribute(start, "checked").is_some() { "[x] " } else { "[ ] " } }),
        _ => closed(node),
    }
}

fn closed(OpenNode { name, href, body }: OpenNode) -> Value {
    match href {
        Some(href) => json!({ "tag": name, "href": href, "body": body }),
        None => json!({ "tag": name, "body": body }),
    }
}

fn push(open: &mut [OpenNode], node: Value) {
    if let Some(last) = open.last_mut() {
        last.body.push(node);
    }
}

fn name_of(name: &str) -> String {
    name.to_ascii_lowercase()
}

fn attribute(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut all = start.html_attributes();
    all.with_checks(false);
    let found = all.flatten().find(|attribute| attribute.key.as_ref().eq_ignore_ascii_case(name))?;
    let written = found.value;
    Some(quick_xml::escape::unescape(&written).map_or_else(|_| written.to_string(), |text| text.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(html: &str) -> Value {
        let address = |href: &str| (href != "nowhere.html").then(|| format!("https://x.dk/{href}"));
        Value::Array(html_tree(html, &address).expect("a tree"))
    }

    #[test]
    fn html_becomes_a_tree() {
        let text = |text: &str| json!({ "text": text });
        let node = |tag: &str, body: Value| json!({ "tag": tag, "body": body });
        for (html, expected) in [
            ("", json!([])),
            ("<p>a &amp; b</p>", json!([node("p", json!([text("a "), text("&"), text(" b")]))])),
            (
                "<p>a<br />b<br>c</p>",
                json!([node(
                    "p",
                    json!([text("a"), node("br", json!([])), text("b"), node("br", json!([])), text("c")])
                )]),
            ),
            ("<a href=\"b.html\">b</a>", json!([{ "tag": "a", "href": "https://x.dk/b.html", "body": [text("b")] }])),
            ("<a href=\"nowhere.html\">b</a>", json!([node("a", json!([text("b")]))])),
            (
                "<figure><img src=\"t.svg\" alt=\"A &quot;b&quot;\"><figcaption>c</figcaption></figure>",
                json!([node("figure", json!([text("A \"b\""), node("figcaption", json!([text("c")]))]))]),
            ),
            ("<input disabled=\"\" type=\"checkbox\" checked=\"\"/>\nx", json!([text("[x] "), text("\nx")])),
            ("&lt;script&gt;#eval", json!([text("<"), text("script"), text(">"), text("#eval")])),
        ] {
            assert_eq!(tree(html), expected, "{html}");
        }
        assert!(html_tree("&unknown;", &|_| None).is_err());
    }
}
