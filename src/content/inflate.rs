//! What is packed, unpacked: to so many bytes at the most.

use zlib_rs::{Inflate, InflateFlush, Status};

/// Inflates data to so many bytes at the most. What is damaged gives what could be read of it.
pub(super) fn inflate(data: &[u8], has_header: bool, most: usize) -> Option<Vec<u8>> {
    let mut inflater = Inflate::new(has_header, 15);
    let mut out = Vec::new();
    let mut block = vec![0; 64 * 1024];
    loop {
        let read = usize::try_from(inflater.total_in()).ok()?;
        let before = inflater.total_out();
        let status = inflater.decompress(data.get(read..)?, &mut block, InflateFlush::NoFlush);
        let made = usize::try_from(inflater.total_out().checked_sub(before)?).ok()?;
        out.extend_from_slice(block.get(..made)?);
        if out.len() > most {
            return None;
        }
        match status {
            Ok(Status::Ok) if made > 0 || usize::try_from(inflater.total_in()).ok()? > read => {}
            _ => return Some(out),
        }
    }
}
