//! Calendars as iCalendar, by RFC 5545: events of a whole day, lines folded at 75 octets.

use super::ascii;
use crate::{
    value::Date,
    view::{Calendar, CalendarEvent},
};

/// The most octets of a line.
const LONGEST: usize = 75;

/// Writes a calendar.
#[must_use]
pub fn write_calendar(calendar: &Calendar) -> Vec<u8> {
    let mut out = String::new();
    let language = calendar.language.tag().to_uppercase();
    line(&mut out, "BEGIN", "VCALENDAR");
    line(&mut out, "VERSION", "2.0");
    line(&mut out, "PRODID", &format!("-//fremdrift//fremdrift//{language}"));
    line(&mut out, "METHOD", "PUBLISH");
    line(&mut out, "X-WR-CALNAME", &text(&calendar.title));
    for event in &calendar.events {
        write_event(&mut out, event);
    }
    line(&mut out, "END", "VCALENDAR");
    out.into_bytes()
}

fn write_event(out: &mut String, event: &CalendarEvent) {
    let CalendarEvent { day, id, told, title, words, address } = event;
    line(out, "BEGIN", "VEVENT");
    line(out, "UID", &text(id));
    line(out, "DTSTAMP", &format!("{}T000000Z", compact(*told)));
    line(out, "DTSTART;VALUE=DATE", &compact(*day));
    // An event ends before the day that is named. The last day there is has none behind it.
    line(out, "DTEND;VALUE=DATE", &compact(day.tomorrow().unwrap_or(*day)));
    line(out, "SUMMARY", &text(title));
    line(out, "DESCRIPTION", &text(words));
    if let Some(address) = address {
        line(out, "URL", &ascii(address));
    }
    line(out, "TRANSP", "TRANSPARENT");
    line(out, "END", "VEVENT");
}

/// Returns a day without signs between its parts.
fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Returns words as a value holds them.
fn text(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,")
}

/// Appends a line, folded between letters.
fn line(out: &mut String, name: &str, value: &str) {
    let mut room = LONGEST;
    for sign in name.chars().chain([':']).chain(value.chars().filter(|sign| !sign.is_control())) {
        if sign.len_utf8() > room {
            out.push_str("\r\n ");
            room = LONGEST.saturating_sub(1);
        }
        out.push(sign);
        room = room.saturating_sub(sign.len_utf8());
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_between_letters() {
        let mut out = String::new();
        line(&mut out, "SUMMARY", &"æø€😀".repeat(40));
        assert!(out.split("\r\n").all(|line| line.len() <= LONGEST), "{out}");
        assert_eq!(out.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "æø€😀".repeat(40)));
        assert_eq!(ascii("https://status.dk/udvalg/øu.html"), "https://status.dk/udvalg/%C3%B8u.html");
        assert_eq!(text("a, b; c\\d\nBEGIN:VEVENT"), "a\\, b\\; c\\\\d BEGIN:VEVENT");
    }
}
