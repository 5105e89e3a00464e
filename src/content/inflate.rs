//! What is packed, unpacked: to so many bytes at the most.

use zlib_rs::{Inflate, InflateFlush, Status};

/// What each use is booked with, whatever it gives: a file of empty streams takes time too.
const LEAST: usize = 1024;

/// Inflates data, to as many bytes as are left of those that a file may be unpacked to, and books them. Answers what could be read, and
/// whether that is all: not where it is damaged, cut off, or more than may be.
pub(super) fn inflate(data: &[u8], has_header: bool, left: &mut usize) -> (Vec<u8>, bool) {
    let mut inflater = Inflate::new(has_header, 15);
    let (mut out, mut block) = (Vec::new(), vec![0; 16 * 1024]);
    let is_whole = loop {
        let (read, before) = (inflater.total_in(), inflater.total_out());
        let rest = usize::try_from(read).ok().and_then(|read| data.get(read..)).unwrap_or_default();
        let status = inflater.decompress(rest, &mut block, InflateFlush::NoFlush);
        let made = usize::try_from(inflater.total_out().saturating_sub(before)).unwrap_or(usize::MAX);
        let room = left.saturating_sub(out.len());
        out.extend_from_slice(block.get(..made.min(room)).unwrap_or_default());
        match status {
            _ if made > room => break false,
            Ok(Status::Ok) if made > 0 || inflater.total_in() > read => {}
            Ok(Status::StreamEnd) => break true,
            _ => break false,
        }
    };
    *left = left.saturating_sub(out.len().max(LEAST));
    (out, is_whole)
}

#[cfg(test)]
mod tests {
    use super::{super::attachment_tests::packed, *};

    #[test]
    fn what_is_packed_is_read_to_its_end_or_as_far_as_it_goes() {
        let text = b"010190-1234 ".repeat(20_000);
        let of = |data: &[u8], mut left: usize| {
            let (read, is_whole) = inflate(data, false, &mut left);
            (text.starts_with(&read), read.len(), is_whole, left)
        };
        assert_eq!(of(&packed(&text), text.len() + 5), (true, text.len(), true, 5));
        assert_eq!(of(&packed(&text), text.len()), (true, text.len(), true, 0));
        assert_eq!(of(&packed(&text), text.len() - 1), (true, text.len() - 1, false, 0), "more than may be");
        let (is_sound, length, is_whole, left) = of(&packed(&text)[..100_000], 1_000_000);
        assert!(is_sound && !is_whole && length > 90_000 && left == 1_000_000 - length, "what there is: {length}");
        assert_eq!(of(&[], 5_000), (true, 0, false, 5_000 - LEAST));
        assert_eq!(of(b"\xff\xff\xff", 5_000), (true, 0, false, 5_000 - LEAST), "damaged");
        assert_eq!(of(&[packed(b"010190"), b"behind".to_vec()].concat(), 5_000), (true, 6, true, 5_000 - LEAST));
    }
}
