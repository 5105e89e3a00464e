//! Addresses that become links: of the web, of mail and of telephones.
//!
//! What a browser would do something else with than to ask a server or to open a letter is no address.

/// Tells whether a text is an address that browsers ask a server for: `https` or `http`, a server, and no name and password
/// before it, which would be published. Blanks may stand behind the name of the server alone.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let server = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    is_known && is_server(server) && !text.contains(char::is_control)
}

/// Returns the address that a text was meant to be: one that lacks its scheme, or has it misspelt.
#[must_use]
pub fn meant_web_address(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['<', '>', '"', '\'']).trim();
    // One slash, a blank or no colon: `https:/kommune.dk`, `https: //kommune.dk`, `https//kommune.dk`.
    let lower = text.to_lowercase();
    let scheme = ["https", "http"].into_iter().find(|scheme| lower.starts_with(scheme));
    let bare = match scheme {
        Some(scheme) => text.get(scheme.len()..)?.trim_start_matches([':', '/', '\\', ' ']),
        None => text.trim_start_matches('/'),
    };
    let server = bare.split(['/', '?', '#']).next().unwrap_or_default();
    // A word with a point in it is a server, a word alone or one with a colon may be anything.
    let is_name = server.contains('.') && !server.contains(':') && !server.ends_with('.');
    let address = format!("{}://{bare}", scheme.unwrap_or("https"));
    (is_name && !bare.contains(char::is_whitespace) && is_web_address(&address)).then_some(address)
}

/// Tells whether a text is the name of a server, perhaps with a port.
fn is_server(text: &str) -> bool {
    let is_port = |port: &str| !port.is_empty() && port.len() <= 5 && port.bytes().all(|byte| byte.is_ascii_digit());
    let name = match text.rsplit_once(':') {
        Some((name, port)) if is_port(port) => name,
        Some(_) => return false,
        None => text,
    };
    let is_part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
    };
    name.strip_suffix('.').unwrap_or(name).split('.').all(is_part)
}

/// Returns the address of a link to a contact: of mail or of a telephone. Of words there is none.
#[must_use]
pub fn contact_address(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = |scheme: &str| text.get(..scheme.len()).filter(|head| head.eq_ignore_ascii_case(scheme));
    let text = ["mailto:", "tel:"].into_iter().find_map(bare).and_then(|head| text.get(head.len()..)).unwrap_or(text);
    let is_mail_sign = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '\'' | '&');
    let is_mail = text.split_once('@').is_some_and(|(name, server)| {
        !name.is_empty() && name.chars().all(is_mail_sign) && is_server(server) && !server.contains(':')
    });
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_phone = (8..=15).contains(&digits)
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '\u{a0}'));
    match (is_mail, is_phone) {
        (true, _) => Some(format!("mailto:{text}")),
        (_, true) => Some(format!("tel:{}", text.replace([' ', '-', '\u{a0}'], ""))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_asks_a_server_is_an_address() {
        for text in [
            "https://www.kommune.dk",
            "HTTP://a.dk/x y?z#æ",
            "http://intra/side",
            "https://a.dk:8443/",
            "https://århus.dk/",
        ] {
            assert!(is_web_address(text), "{text}");
        }
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "ftp://a.dk",
            "//a.dk",
            "a.dk",
            "https://",
            "https:///x",
            "https:// a.dk",
            "https://a b.dk",
            "https://bruger:kode@a.dk/",
            "https://a.dk@b.dk/",
            "https://a..dk",
            "https://a.dk:x/",
            "https://a.dk:123456/",
            "https://a\\b.dk",
            "java\nscript://a.dk",
            "https://a.dk/\u{1}",
            "",
        ] {
            assert!(!is_web_address(text), "{text}");
        }
    }

    #[test]
    fn what_lacks_its_scheme_is_meant() {
        for (text, meant) in [
            ("www.kommune.dk/was", Some("https://www.kommune.dk/was")),
            ("//kommune.dk", Some("https://kommune.dk")),
            ("https:/kommune.dk", Some("https://kommune.dk")),
            ("http//kommune.dk/x", Some("http://kommune.dk/x")),
            ("https: //kommune.dk", Some("https://kommune.dk")),
            ("<https://kommune.dk>", Some("https://kommune.dk")),
            ("javascript:alert(1)", None),
            ("data:text/html,a.b", None),
            ("mailto:x@kommune.dk", None),
            ("x@kommune.dk", None),
            ("se hjemmesiden", None),
            ("kommunen", None),
            ("https://bruger:kode@a.dk/", None),
        ] {
            assert_eq!(meant_web_address(text).as_deref(), meant, "{text}");
        }
    }

    #[test]
    fn a_contact_is_mail_a_telephone_or_words() {
        for (text, address) in [
            ("drift@kommune.dk", Some("mailto:drift@kommune.dk")),
            ("mailto:drift@kommune.dk", Some("mailto:drift@kommune.dk")),
            ("+45 12 34 56 78", Some("tel:+4512345678")),
            ("tel:12345678", Some("tel:12345678")),
            ("drift@kommune.dk?subject=x&body=y", None),
            ("a@b@c.dk", None),
            ("javascript:alert('@')", None),
            ("Borgerservice", None),
            ("sag 12345678", None),
            ("1234", None),
            ("@kommune", None),
        ] {
            assert_eq!(contact_address(text).as_deref(), address, "{text}");
        }
    }
}
