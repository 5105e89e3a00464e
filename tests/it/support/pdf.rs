//! The text of our own PDF: what its pages draw, by the tables that its fonts have of their signs.

use std::collections::BTreeMap;

use zlib_rs::{Inflate, InflateFlush, Status};

/// Returns all that the pages of a document draw. Which font draws what is not looked at: everything is read with each font, so what
/// stands there is found, and a good deal of nonsense with it.
pub fn text(bytes: &[u8]) -> String {
    let streams: Vec<Vec<u8>> = streams(bytes);
    let fonts = streams.iter().filter_map(|stream| signs(std::str::from_utf8(stream).ok()?));
    let drawn: Vec<Vec<u8>> = streams
        .iter()
        .filter(|stream| stream.windows(2).any(|two| two == b"BT"))
        .map(|stream| strings(stream))
        .collect();
    let read = |font: BTreeMap<u16, String>| {
        let read = |drawn: &Vec<u8>| {
            let codes = drawn.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]]));
            codes.map(|code| font.get(&code).map_or("?", String::as_str).to_owned()).collect::<String>()
        };
        drawn.iter().map(read).collect::<Vec<_>>().join("\n")
    };
    fonts.map(read).collect::<Vec<_>>().join("\n")
}

/// Returns the streams of a document, inflated.
fn streams(bytes: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while let Some(at) = rest.windows(8).position(|word| word == b">>stream" || word == b"\nstream\n") {
        let data = &rest[at + 8..];
        let data = if data.starts_with(b"\n") { &data[1..] } else { data };
        let mut inflater = Inflate::new(true, 15);
        let (mut out, mut block) = (Vec::new(), vec![0; 1 << 16]);
        loop {
            let (read, before) = (inflater.total_in() as usize, inflater.total_out());
            let status = inflater.decompress(&data[read..], &mut block, InflateFlush::NoFlush);
            out.extend_from_slice(&block[..(inflater.total_out() - before) as usize]);
            let goes_on = inflater.total_out() > before || inflater.total_in() as usize > read;
            if !matches!(status, Ok(Status::Ok)) || !goes_on {
                break;
            }
        }
        found.push(out);
        rest = data;
    }
    found
}

/// Returns the signs of a font by their numbers, where a stream is its table of them.
fn signs(table: &str) -> Option<BTreeMap<u16, String>> {
    let lines = table.split_once("begincmap")?.1.lines();
    let code = |part: &str| u16::from_str_radix(part.trim_matches(['<', '>']), 16).ok();
    let sign = |line: &str| {
        let (own, sign) = line.split_once(' ')?;
        let units: Vec<u16> = sign
            .trim_matches(['<', '>'])
            .as_bytes()
            .chunks(4)
            .filter_map(|four| code(std::str::from_utf8(four).ok()?))
            .collect();
        Some((code(own)?, String::from_utf16(&units).ok()?))
    };
    Some(lines.filter(|line| line.starts_with('<')).filter_map(sign).collect())
}

/// Returns the strings of a page, one behind the other.
fn strings(stream: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut bytes = stream.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if byte != b'(' {
            continue;
        }
        let mut depth = 1;
        while let Some(byte) = bytes.next() {
            match byte {
                b'\\' => match bytes.next() {
                    Some(digit @ b'0'..=b'7') => {
                        let mut code = u32::from(digit - b'0');
                        for _ in 0..2 {
                            let Some(next) = bytes.next_if(|next| matches!(next, b'0'..=b'7')) else { break };
                            code = code * 8 + u32::from(next - b'0');
                        }
                        out.push(code as u8);
                    }
                    Some(b'n') => out.push(b'\n'),
                    Some(b'r') => out.push(b'\r'),
                    Some(b't') => out.push(b'\t'),
                    Some(b'b') => out.push(8),
                    Some(b'f') => out.push(12),
                    Some(other) => out.push(other),
                    None => break,
                },
                b'(' => {
                    depth += 1;
                    out.push(byte);
                }
                b')' if depth == 1 => break,
                b')' => {
                    depth -= 1;
                    out.push(byte);
                }
                _ => out.push(byte),
            }
        }
    }
    out
}
