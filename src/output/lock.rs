//! One build at a time: a lock that dies with the process that holds it.

use std::{
    fs::{File, TryLockError},
    io::{Read, Seek, Write},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use super::folder::Folder;
use crate::diag::{Code, Error, ErrorKind};

const LOCKED: Code =
    Code::error("locked").args(&["path", "process"]).help("a folder that another build is publishing into");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&LOCKED];

/// How long it waits between two tries. Tries are counted, since the library has no clock.
const PAUSE: Duration = Duration::from_millis(50);

/// The lock on an output folder, held until it is dropped.
#[derive(Debug)]
pub(super) struct Lock {
    parent: Arc<Folder>,
    name: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock, trying so many times.
    ///
    /// # Errors
    ///
    /// Fails when another process still holds it after the last try, and names that process.
    pub fn take(parent: &Arc<Folder>, name: &Path, tries: u32) -> Result<Self, Error> {
        let mut holder = "none".to_owned();
        for tried in 0..tries {
            if tried > 0 {
                std::thread::sleep(PAUSE);
            }
            let mut file = parent.open_or_create(name)?;
            match file.try_lock() {
                // The last holder may have removed the file after it was opened here.
                Ok(()) if !parent.leads_to(name, &file)? => {}
                Ok(()) => {
                    leave_number(&mut file);
                    return Ok(Self { parent: Arc::clone(parent), name: name.to_owned(), _file: file });
                }
                Err(TryLockError::WouldBlock) => holder = number_in(&file),
                Err(TryLockError::Error(cause)) => {
                    return Err(Error::io("locking", &parent.path().join(name), cause));
                }
            }
        }
        let path = parent.path().join(name).display().to_string();
        Err(Error::coded(ErrorKind::Locked, &LOCKED).with("path", path).with("process", holder))
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.parent.remove_open_file(&self.name);
    }
}

/// Leaves the number of this process for whoever waits. Without it a message says a little less.
fn leave_number(file: &mut File) {
    let left = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| write!(file, "{}", std::process::id()));
    drop(left);
}

fn number_in(file: &File) -> String {
    let mut text = String::new();
    match file.take(20).read_to_string(&mut text).map(|_| text.parse::<u32>()) {
        Ok(Ok(number)) => number.to_string(),
        _ => "none".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::fault::Fault;

    #[test]
    fn only_one_holds_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let parent = Arc::new(Folder::open_or_make(folder.path(), Fault::default()).expect("opened"));
        let name = Path::new(".public.fremdrift-lock");
        let first = Lock::take(&parent, name, 1).expect("free");
        let error = Lock::take(&parent, name, 2).expect_err("held");
        assert_eq!(error.kind(), ErrorKind::Locked);
        assert!(error.to_string().contains(&format!("process {}", std::process::id())), "{error}");
        drop(first);
        drop(Lock::take(&parent, name, 1).expect("free again"));
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "no lock file stays");
    }
}
