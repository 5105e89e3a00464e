//! One look at files: enough to tell later, without reading them, whether any is another.
//!
//! Of each file it takes what the system notes: its number, its size, its owner, when it was written and when anything of it
//! was last changed, which nobody can set by hand. A clock has a grain: a file that was changed just before the look may be
//! changed once more without another time. Of such files the content counts as well.

use std::{
    ffi::{OsStr, OsString},
    fs::{self, FileType},
    io::{self, Read},
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    FOLDERS, MOST_BYTES, SITE_FILE, is_litter,
    root::{self, Root},
};

/// How coarse the time of a file may be: that of the coarsest file systems in use.
const GRAIN: Duration = Duration::from_secs(2);

/// How many folders may lie in each other.
const DEEPEST: usize = 128;

/// How many bytes a sum has.
const SUM: usize = 32;

/// Something that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LookedAt {
    /// The files of a site below its folder, and no others.
    Site(PathBuf),
    /// A folder with all that is in it. Where it is a link or holds one, it is not looked at.
    Folder(PathBuf),
    /// A folder that git keeps a repository in: its references, its settings and the names of its objects, which say what
    /// stands in them. Where any of that is a link, it is not looked at. Neither the index nor anything else that has no part in what is recorded.
    Repository(PathBuf),
}

/// What was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLook {
    sum: [u8; SUM],
    /// The files that were changed just before, each with the sum of its content.
    fresh: Vec<(PathBuf, [u8; SUM])>,
    /// Some were changed just before, and not read.
    is_unsure: bool,
}

/// How a folder is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LookRule {
    /// What systems and editors leave behind is passed over, as a site passes it over.
    Content,
    /// All of it.
    Whole,
    /// The top of what git keeps.
    Git,
    /// The objects of git.
    Objects,
    /// The names alone.
    Names,
}

/// What lies at the top of what git keeps and has no part in what is recorded.
const UNRECORDED: [&str; 6] = ["index", "logs", "hooks", "worktrees", "modules", "COMMIT_EDITMSG"];

impl FileLook {
    /// Looks at some things. What was changed no longer before `now` than a clock may be coarse is read as well.
    ///
    /// Answers `None` where something cannot be looked at, or the system does not note when something of a file was last
    /// changed: then nobody can tell whether it is another.
    #[must_use]
    pub fn of(things: &[LookedAt], now: SystemTime) -> Option<Self> {
        let (sum, fresh) = seen(things, now)?;
        let read = |path: PathBuf| content(&path).map(|sum| (path, sum));
        let fresh = fresh.into_par_iter().map(read).collect::<io::Result<_>>().ok()?;
        Some(Self { sum, fresh, is_unsure: false })
    }

    /// The same without reading any file, for things that somebody else can vouch for as long as the look [is
    /// unsure](Self::is_unsure).
    #[must_use]
    pub fn glance(things: &[LookedAt], now: SystemTime) -> Option<Self> {
        let (sum, fresh) = seen(things, now)?;
        Some(Self { sum, fresh: Vec::new(), is_unsure: !fresh.is_empty() })
    }

    /// Tells whether everything is as it was, by a later look at the same things; of an unsure look, as far as it goes.
    #[must_use]
    pub fn is_confirmed_by(&self, later: &Self) -> bool {
        let is_same = |(path, sum): &(PathBuf, [u8; SUM])| content(path).is_ok_and(|now| now == *sum);
        self.sum == later.sum && self.fresh.par_iter().all(is_same)
    }

    /// Tells whether a file may have been changed since without a trace.
    #[must_use]
    pub fn is_unsure(&self) -> bool {
        self.is_unsure
    }

    /// Tells whether no file was changed just before, so that none has to be read.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.fresh.is_empty() && !self.is_unsure
    }
}

/// Looks at some things: the sum of all that was seen, and the files that were changed just before.
fn seen(things: &[LookedAt], now: SystemTime) -> Option<([u8; SUM], Vec<PathBuf>)> {
    let since = now.checked_sub(GRAIN)?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let walk = LookWalk { since: (i64::try_from(since.as_secs()).ok()?, i64::from(since.subsec_nanos())) };
    let (mut all, mut fresh) = (Sha256::new(), Vec::new());
    for thing in things {
        let mut seen = walk.look_at(thing).ok()?;
        all.update(seen.sum);
        fresh.append(&mut seen.fresh);
    }
    Some((all.finalize().into(), fresh))
}

/// Returns the sum of what stands in a file, or of where a link leads.
fn content(path: &Path) -> io::Result<[u8; SUM]> {
    if path.symlink_metadata()?.is_symlink() {
        return Ok(Sha256::digest(fs::read_link(path)?.as_os_str().as_encoded_bytes()).into());
    }
    let (Some(folder), Some(name)) = (path.parent(), path.file_name().and_then(OsStr::to_str)) else {
        return Err(io::ErrorKind::InvalidInput.into());
    };
    let file = Root::open(folder)?.file(name)?;
    let limit = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX);
    let facts = file.metadata()?;
    if !facts.is_file() || facts.len() > limit {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes)?;
    Ok(Sha256::digest(bytes).into())
}

/// What was seen of a folder.
struct FolderLook {
    sum: [u8; SUM],
    fresh: Vec<PathBuf>,
}

/// What is written down of each thing, for a sum over all. Each part says how long it is.
#[derive(Default)]
struct LookNotes {
    bytes: Vec<u8>,
    fresh: Vec<PathBuf>,
}

impl LookNotes {
    fn add(&mut self, kind: u8, bytes: &[u8]) {
        self.bytes.push(kind);
        self.bytes.extend_from_slice(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
        self.bytes.extend_from_slice(bytes);
    }

    fn add_folder(&mut self, seen: FolderLook) {
        self.add(b'd', &seen.sum);
        self.fresh.extend(seen.fresh);
    }

    fn done(self) -> FolderLook {
        FolderLook { sum: Sha256::digest(&self.bytes).into(), fresh: self.fresh }
    }
}

struct LookWalk {
    /// The second and its part from which on a change is fresh.
    since: (i64, i64),
}

impl LookWalk {
    fn look_at(&self, thing: &LookedAt) -> io::Result<FolderLook> {
        match thing {
            LookedAt::Site(folder) => {
                let mut notes = LookNotes::default();
                for name in [SITE_FILE].into_iter().chain(FOLDERS) {
                    let path = folder.join(name);
                    notes.add(b'n', name.as_bytes());
                    match path.symlink_metadata() {
                        Ok(facts) if facts.is_dir() => notes.add_folder(self.folder(&path, LookRule::Content, 0)?),
                        Ok(facts) => self.note(&mut notes, || path, facts.file_type(), &facts)?,
                        Err(cause) if cause.kind() == io::ErrorKind::NotFound => notes.add(b'0', &[]),
                        Err(cause) => return Err(cause),
                    }
                }
                Ok(notes.done())
            }
            LookedAt::Folder(folder) => {
                // By its parts: of a path that ends in a slash the system would tell where a link leads.
                let folder: PathBuf = folder.components().collect();
                if !folder.symlink_metadata()?.is_dir() {
                    return Err(io::ErrorKind::Unsupported.into());
                }
                self.folder(&folder, LookRule::Whole, 0)
            }
            // Objects of another repository stand in for its own.
            LookedAt::Repository(folder) if folder.join("objects/info/alternates").symlink_metadata().is_ok() => {
                Err(io::ErrorKind::Unsupported.into())
            }
            LookedAt::Repository(folder) => self.folder(folder, LookRule::Git, 0),
        }
    }

    fn folder(&self, folder: &Path, rule: LookRule, depth: usize) -> io::Result<FolderLook> {
        if depth > DEEPEST {
            return Err(io::ErrorKind::Unsupported.into());
        }
        let mut notes = LookNotes::default();
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let (name, kind) = (entry.file_name(), entry.file_type()?);
            if !rule.passes_over(&name) {
                // Git reads on where a link leads, which is not looked at; what was published has none.
                if kind.is_symlink() && rule != LookRule::Content {
                    return Err(io::ErrorKind::Unsupported.into());
                }
                // A folder is known by what is in it, and an object of git by its name.
                let facts = (!kind.is_dir() && rule != LookRule::Names).then(|| entry.metadata()).transpose()?;
                entries.push((name, kind, facts));
            }
        }
        entries.sort_by(|one, other| one.0.cmp(&other.0));
        let folders = entries.par_iter().filter(|(_, kind, _)| kind.is_dir() && rule != LookRule::Names);
        let below =
            |(name, _, _): &(OsString, FileType, _)| self.folder(&folder.join(name), rule.below(name), depth + 1);
        let mut within = folders.map(below).collect::<io::Result<Vec<_>>>()?.into_iter();
        for (name, kind, facts) in entries {
            notes.add(b'n', name.as_encoded_bytes());
            match facts {
                Some(facts) => self.note(&mut notes, || folder.join(name), kind, &facts)?,
                None => within.next().into_iter().for_each(|seen| notes.add_folder(seen)),
            }
        }
        Ok(notes.done())
    }

    fn note(
        &self,
        notes: &mut LookNotes,
        path: impl FnOnce() -> PathBuf,
        kind: FileType,
        facts: &fs::Metadata,
    ) -> io::Result<()> {
        let stamp = root::stamp(facts).ok_or(io::ErrorKind::Unsupported)?;
        notes.add(if kind.is_symlink() { b'l' } else { b'f' }, stamp.numbers.map(i64::to_le_bytes).as_flattened());
        if stamp.changed >= self.since && (kind.is_file() || kind.is_symlink()) {
            notes.fresh.push(path());
        }
        Ok(())
    }
}

impl LookRule {
    fn passes_over(self, name: &OsStr) -> bool {
        match self {
            Self::Content => is_litter(&name.to_string_lossy()),
            Self::Git => UNRECORDED.iter().any(|known| name == *known),
            Self::Whole | Self::Objects | Self::Names => false,
        }
    }

    /// Returns how a folder within is looked at.
    fn below(self, name: &OsStr) -> Self {
        match self {
            Self::Content => Self::Content,
            Self::Git if name == "objects" => Self::Objects,
            Self::Objects if name != "info" => Self::Names,
            Self::Whole | Self::Git | Self::Objects => Self::Whole,
            Self::Names => Self::Names,
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use super::*;

    #[cfg(unix)]
    fn site() -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for path in
            ["site.toml", "content/index.md", "content/plans/a/plan.md", "themes/own/page.html", "public/x.html"]
        {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            fs::write(path, "x").expect("a file");
        }
        folder
    }

    #[cfg(unix)]
    fn look(folder: &tempfile::TempDir, now: SystemTime) -> FileLook {
        FileLook::of(&[LookedAt::Site(folder.path().to_owned())], now).expect("a look")
    }

    /// The beginning of time, after which all was changed; a time long after all was changed.
    #[cfg(unix)]
    const EARLY: SystemTime = SystemTime::UNIX_EPOCH;

    #[cfg(unix)]
    fn early() -> SystemTime {
        EARLY.checked_add(GRAIN).expect("a time")
    }

    #[cfg(unix)]
    fn late() -> SystemTime {
        EARLY.checked_add(Duration::from_secs(1 << 33)).expect("a time")
    }

    #[cfg(unix)]
    #[test]
    fn sees_what_belongs_to_a_site_and_nothing_else() {
        let folder = site();
        let before = look(&folder, late());
        assert!(before.is_settled() && before.is_confirmed_by(&look(&folder, late())));
        let at = |path: &str| folder.path().join(path);
        fs::write(at("public/y.html"), "y").expect("written");
        fs::write(at("content/.note.swp"), "y").expect("written");
        assert!(before.is_confirmed_by(&look(&folder, late())), "neither is a file of the site");
        let changes: [(&str, &dyn Fn()); 5] = [
            ("a file more", &|| fs::write(at("content/new.md"), "").expect("written")),
            ("a file less", &|| fs::remove_file(at("content/new.md")).expect("removed")),
            ("another name", &|| fs::rename(at("content/index.md"), at("content/om.md")).expect("renamed")),
            ("a theme", &|| fs::write(at("themes/own/page.html"), "yy").expect("written")),
            ("a link", &|| std::os::unix::fs::symlink("om.md", at("content/link.md")).expect("a link")),
        ];
        for (change, make) in changes {
            let before = look(&folder, late());
            make();
            assert!(!before.is_confirmed_by(&look(&folder, late())), "{change}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_time_that_was_set_back_hides_no_change() {
        let folder = site();
        let path = folder.path().join("content/index.md");
        let written = path.metadata().and_then(|facts| facts.modified()).expect("a time");
        let before = look(&folder, early());
        fs::write(&path, "y").expect("written");
        let file = fs::File::options().write(true).open(&path).expect("opened");
        file.set_modified(written).expect("set back");
        assert!(!before.is_confirmed_by(&look(&folder, late())));
    }

    #[cfg(unix)]
    #[test]
    fn what_was_changed_just_before_is_known_by_its_content() {
        let folder = site();
        let (fresh, later) = (look(&folder, early()), look(&folder, late()));
        assert!(!fresh.is_settled() && fresh.is_confirmed_by(&later));
        // As a second change within the grain of a clock: nothing but the content is another.
        let within = |sum: u8| FileLook { fresh: vec![(folder.path().join("site.toml"), [sum; SUM])], ..later.clone() };
        assert!(!within(1).is_confirmed_by(&later));
        let glance = |now| FileLook::glance(&[LookedAt::Site(folder.path().to_owned())], now).expect("a look");
        assert!(glance(early()).is_unsure() && !glance(early()).is_settled(), "nobody has read it");
        assert!(glance(late()).is_settled() && glance(late()) == later);
    }

    #[cfg(unix)]
    #[test]
    fn where_a_link_is_read_on_nothing_is_looked_at() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let at = |path: &str| folder.path().join(path);
        for path in ["git/refs/heads", "git/objects/ab", "elsewhere"] {
            fs::create_dir_all(at(path)).expect("folders");
        }
        fs::write(at("elsewhere/main"), "x").expect("a file");
        let look = |thing: LookedAt| FileLook::of(&[thing], late());
        let git = || LookedAt::Repository(at("git"));
        for path in
            ["git/packed-refs", "git/refs/heads/main", "git/refs/tags", "git/objects/ab/cdef", "git/objects/pack"]
        {
            assert!(look(git()).is_some(), "before {path}");
            symlink(at("elsewhere"), at(path)).expect("a link");
            assert_eq!(look(git()), None, "{path}");
            fs::remove_file(at(path)).expect("removed");
        }
        symlink(at("elsewhere"), at("git/hooks")).expect("a link");
        assert!(look(git()).is_some(), "it has no part in what is recorded");
        assert!(look(LookedAt::Folder(at("elsewhere"))).is_some());
        symlink(at("elsewhere"), at("public")).expect("a link");
        for path in ["public", "public/", "public/."] {
            assert_eq!(look(LookedAt::Folder(at(path))), None, "{path}");
        }
        assert_eq!(look(LookedAt::Folder(folder.path().to_owned())), None, "it holds a link");
    }

    #[cfg(unix)]
    #[test]
    fn of_git_what_is_recorded_counts() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |path: &str, text: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
            fs::write(path, text).expect("a file");
        };
        write("HEAD", "ref: refs/heads/main");
        write("objects/ab/cdef", "x");
        write("refs/heads/index", "1");
        let look = || FileLook::of(&[LookedAt::Repository(folder.path().to_owned())], late());
        let before = look().expect("a look");
        for path in ["index", "logs/HEAD", "hooks/pre-commit"] {
            write(path, "x");
            assert!(before.is_confirmed_by(&look().expect("a look")), "{path}");
        }
        for path in ["refs/heads/index", "refs/tags/a", "packed-refs", "objects/ab/0123", "objects/info/commit-graph"] {
            let before = look().expect("a look");
            write(path, "22");
            assert!(!before.is_confirmed_by(&look().expect("a look")), "{path}");
        }
        write("objects/info/alternates", "/elsewhere");
        assert_eq!(look(), None, "what lies elsewhere is not looked at");
    }
}
