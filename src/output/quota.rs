//! How much a site may be: what a disk, a web server and a reader can be asked to hold.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use crate::{
    diag::{Code, Error, ErrorKind},
    value::RelPath,
};

const SITE_TOO_LARGE: Code = Code::error("site-too-large")
    .args(&["what", "path", "limit"])
    .help("a site, or a file of it, that becomes larger than is published");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&SITE_TOO_LARGE];

/// The most bytes of one file. A table of 5 000 rows and 200 columns comes to some 50 million.
const MOST_OF_A_FILE: u64 = 64 << 20;

/// The most files of a site, which is also what its manifest has room for.
const MOST_FILES: u64 = 500_000;

/// The most bytes of a site, all files together: eight times a site of 15 000 pages.
const MOST_BYTES: u64 = 4 << 30;

/// What a site has taken so far, and the most it may.
#[derive(Debug)]
pub(super) struct Quota {
    files: AtomicU64,
    bytes: AtomicU64,
    most: [u64; 3],
}

impl Clone for Quota {
    fn clone(&self) -> Self {
        let same = |count: &AtomicU64| AtomicU64::new(count.load(Relaxed));
        Self { files: same(&self.files), bytes: same(&self.bytes), most: self.most }
    }
}

impl Default for Quota {
    fn default() -> Self {
        Self::of([MOST_OF_A_FILE, MOST_FILES, MOST_BYTES])
    }
}

impl Quota {
    /// Makes a quota: the most bytes of a file, the most files, the most bytes of all.
    fn of(most: [u64; 3]) -> Self {
        Self { files: AtomicU64::new(0), bytes: AtomicU64::new(0), most }
    }

    /// Counts a file.
    ///
    /// # Errors
    ///
    /// Fails when the file, or the site with it, is more than it may be.
    pub fn add(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        self.add_size(path, u64::try_from(bytes.len()).unwrap_or(u64::MAX))
    }

    /// Counts a file of so many bytes.
    ///
    /// # Errors
    ///
    /// Fails as [`add`](Self::add) does.
    pub fn add_size(&self, path: &RelPath, size: u64) -> Result<(), Error> {
        let [of_a_file, files, of_all] = self.most;
        let refuse = |what: &str, limit: u64| {
            let error = Error::coded(ErrorKind::Limit, &SITE_TOO_LARGE).with("what", what);
            Err(error.with("path", path.as_str()).with("limit", limit.to_string()))
        };
        if size > of_a_file {
            return refuse("file", of_a_file >> 20);
        }
        // Neither sum can run over: a file is at most 64 MiB, and the first that is too much ends the run.
        if self.files.fetch_add(1, Relaxed) >= files {
            return refuse("files", files);
        }
        if self.bytes.fetch_add(size, Relaxed).saturating_add(size) > of_all {
            return refuse("bytes", of_all >> 20);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_only_so_large() {
        let path = RelPath::new("planer/a.html").expect("a path");
        let outcome = |most: [u64; 3], sizes: &[usize]| {
            let quota = Quota::of(most);
            let outcome = sizes.iter().try_for_each(|size| quota.add(&path, &vec![b'x'; *size]));
            outcome.map_err(|error| {
                assert_eq!(error.kind(), ErrorKind::Limit);
                error.words().1.into_iter().map(|(_, value)| value).collect::<Vec<_>>().join(" ")
            })
        };
        let most = [8 << 20, 3, 12 << 20];
        assert_eq!(outcome(most, &[8 << 20, 4 << 20, 0]), Ok(()), "all of it may be used");
        assert_eq!(outcome(most, &[(8 << 20) + 1]), Err("file planer/a.html 8".into()));
        assert_eq!(outcome(most, &[0, 0, 0, 0]), Err("files planer/a.html 3".into()));
        assert_eq!(outcome(most, &[8 << 20, 4 << 20, 1]), Err("bytes planer/a.html 12".into()));
        assert_eq!(outcome(Quota::default().most, &[64 << 20]), Ok(()));
        assert!(outcome(Quota::default().most, &[(64 << 20) + 1]).is_err());
    }
}
