//! Hears when a file of the site is another.
//!
//! What it hears is where something may be another, no more: whoever asks looks at the file itself. Where events may be lost, or
//! name no file, it says that anything may be another.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    time::Duration,
};

use notify::{
    Config, Event, EventHandler, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode, ModifyKind, RenameMode},
};

/// How long it must be quiet before the site is made: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(25);

/// The same where the last thing heard is that a file was written to its end, or has been put in the place of another.
const QUIET_WHEN_WRITTEN: Duration = Duration::from_millis(2);

/// The longest that a site which never gets quiet is waited for: a checkout of thousands of files goes on for longer.
const LONGEST: u32 = 40;

/// How often one looks where the system tells nothing, as on some network drives.
const POLL: Duration = Duration::from_secs(1);

/// How often one asks whether a new day has come.
const DAY_CHECK: Duration = Duration::from_secs(30);

/// The folders of a site, all of whose files belong to it.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// What was heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// These files or folders may be others.
    Paths(BTreeSet<PathBuf>),
    /// Somebody waits for a page.
    Asked,
    /// Anything may be another.
    Anything,
    /// Nothing for a while.
    Nothing,
    /// Nothing will be heard any more.
    End,
}

/// Hears of changes of a site's files and of its history.
pub struct SiteWatcher {
    watcher: Box<dyn Watcher + Send>,
    heard: Receiver<Note>,
    bell: Bell,
    root: PathBuf,
    at_once: bool,
}

/// Says at once that something is to be heard. All copies are the same one.
#[derive(Clone)]
pub struct Bell {
    sender: Sender<Note>,
    /// Something may be waiting to be heard.
    rung: Arc<AtomicBool>,
}

impl Bell {
    /// Says that somebody waits for a page.
    pub fn ring(&self) {
        self.send(Note { paths: Some(BTreeSet::new()), is_written: true });
    }

    fn send(&self, note: Note) {
        // Nobody listens any more when the program ends.
        let _ = self.sender.send(note);
        self.rung.store(true, Ordering::Relaxed);
    }
}

impl SiteWatcher {
    /// Begins to listen. Where the system does not tell of changes, it looks for them.
    pub fn start(root: &Path) -> Self {
        // A path as it is typed has no ancestors in which a repository could be looked for.
        let root = &root.canonicalize().unwrap_or_else(|_| root.to_owned());
        // What a link leads to is no part of the site, and may be as large as a disk or change all the time.
        let config = Config::default().with_follow_symlinks(false);
        let (sender, heard) = mpsc::channel();
        let bell = Bell { sender, rung: Arc::default() };
        let recommended = RecommendedWatcher::new(Listener(bell.clone()), config);
        let system = recommended.ok().map(|watcher| Box::new(watcher) as Box<dyn Watcher + Send>);
        if let Some(mut watcher) = system
            && watch(watcher.as_mut(), root).is_ok()
        {
            return Self { watcher, heard, bell, root: root.to_owned(), at_once: true };
        }
        let polling = PollWatcher::new(Listener(bell.clone()), config.with_poll_interval(POLL));
        let mut watcher: Box<dyn Watcher + Send> = match polling {
            Ok(watcher) => Box::new(watcher),
            Err(_) => Box::new(notify::NullWatcher),
        };
        // A folder that cannot be looked at is told of by each attempt to make the site.
        drop(watch(watcher.as_mut(), root));
        Self { watcher, heard, bell, root: root.to_owned(), at_once: false }
    }

    /// Tells whether the system tells of changes as they happen.
    pub fn hears_at_once(&self) -> bool {
        self.at_once
    }

    /// Returns what says at once that somebody waits.
    pub fn bell(&self) -> Bell {
        self.bell.clone()
    }

    /// Returns what tells that something may be waiting to be heard.
    pub fn rung(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.bell.rung)
    }

    /// Returns the folder that is listened to, as events name it.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Waits until something changes and it is quiet again, or for a while.
    pub fn wait(&mut self) -> Heard {
        self.hear(DAY_CHECK)
    }

    /// Does the same, and waits no longer than it takes to be quiet.
    pub fn look(&mut self) -> Heard {
        self.hear(QUIET)
    }

    fn hear(&mut self, patience: Duration) -> Heard {
        self.bell.rung.store(false, Ordering::Relaxed);
        let mut note = match self.heard.recv_timeout(patience) {
            Ok(note) => note,
            Err(RecvTimeoutError::Timeout) => return Heard::Nothing,
            Err(RecvTimeoutError::Disconnected) => return Heard::End,
        };
        let mut waits = 0;
        // Who waits is not kept waiting.
        while waits < LONGEST && !note.is_empty() {
            let quiet = if note.is_written { QUIET_WHEN_WRITTEN } else { QUIET };
            let Ok(next) = self.heard.recv_timeout(quiet) else { break };
            // Many events at once count as one.
            note = std::iter::once(next).chain(self.heard.try_iter()).fold(note, Note::and);
            waits = waits.saturating_add(1);
        }
        match note.paths {
            Some(paths) if paths.is_empty() => Heard::Asked,
            Some(paths) if self.at_once => Heard::Paths(paths),
            _ => {
                // A folder that was taken away and made anew, as a checkout does, is another one to listen to.
                drop(watch(self.watcher.as_mut(), &self.root));
                Heard::Anything
            }
        }
    }

    /// Listens to folders that may have been made anew.
    pub fn listen_anew(&mut self) {
        drop(watch(self.watcher.as_mut(), &self.root));
    }
}

/// What an event tells.
struct Note {
    /// Where; nothing where it may be anywhere, no path where somebody waits.
    paths: Option<BTreeSet<PathBuf>>,
    /// A file was written to its end, or put in the place of another.
    is_written: bool,
}

impl Note {
    /// Tells whether nothing has changed.
    fn is_empty(&self) -> bool {
        self.paths.as_ref().is_some_and(BTreeSet::is_empty)
    }

    /// Returns what two events tell, one after the other.
    fn and(self, next: Self) -> Self {
        let paths = self.paths.zip(next.paths).map(|(mut paths, more)| {
            paths.extend(more);
            paths
        });
        Self { paths, is_written: next.is_written }
    }

    /// Returns what an event tells, where it can mean another text.
    fn of(event: notify::Result<Event>) -> Option<Self> {
        // An error is a reason to look: events may be lost.
        let Ok(event) = event else { return Some(Self { paths: None, is_written: false }) };
        if !is_change(&event) {
            return None;
        }
        let is_written = matches!(
            event.kind,
            EventKind::Access(AccessKind::Close(AccessMode::Write))
                | EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both))
        );
        let is_lost = event.need_rescan() || event.paths.is_empty();
        Some(Self { paths: (!is_lost).then(|| event.paths.into_iter().collect()), is_written })
    }
}

/// Listens to all that a site is made of: its folders, its `site.toml`, and what git notes of commits and checkouts.
fn watch(watcher: &mut dyn Watcher, root: &Path) -> notify::Result<()> {
    watcher.watch(root, RecursiveMode::NonRecursive)?;
    for folder in FOLDERS.iter().map(|folder| root.join(folder)).filter(|folder| folder.is_dir()) {
        watcher.watch(&folder, RecursiveMode::Recursive)?;
    }
    if let Some(logs) = root.ancestors().find_map(logs) {
        // Without it a commit is shown with the next saved file.
        drop(watcher.watch(&logs, RecursiveMode::NonRecursive));
    }
    Ok(())
}

/// Returns the folder in which git notes the commits and checkouts of a folder, where that is the root of a repository. In a
/// worktree `.git` is a file, which names the folder.
fn logs(folder: &Path) -> Option<PathBuf> {
    let git = folder.join(".git");
    let named = || {
        let text = std::fs::read_to_string(&git).ok()?;
        Some(folder.join(text.strip_prefix("gitdir:")?.trim()))
    };
    let logs = if git.is_dir() { git } else { named()? }.join("logs");
    logs.is_dir().then_some(logs)
}

/// Sends on what is worth a look.
struct Listener(Bell);

impl EventHandler for Listener {
    fn handle_event(&mut self, event: notify::Result<Event>) {
        if let Some(note) = Note::of(event) {
            self.0.send(note);
        }
    }
}

/// Tells whether an event can mean another text. Reading a file is none, and what programs write for themselves is none of the
/// site's: making the site would be heard, and it would be made for ever.
fn is_change(event: &Event) -> bool {
    let is_written = match event.kind {
        EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
        EventKind::Access(_) => false,
        _ => true,
    };
    let is_own = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default();
        name == ".fremdrift" || name == "public" || name == ".git"
    };
    is_written && (event.need_rescan() || event.paths.is_empty() || !event.paths.iter().all(is_own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commits_are_noted_in_the_repository_or_where_a_worktree_says() {
        let folder = tempfile::tempdir().expect("a folder");
        let (whole, part, none) = (folder.path().join("whole"), folder.path().join("part"), folder.path().join("none"));
        let notes = whole.join(".git/logs");
        let of_part = whole.join(".git/worktrees/part/logs");
        for folder in [&notes, &of_part, &part, &none] {
            std::fs::create_dir_all(folder).expect("made");
        }
        let gitdir = of_part.parent().expect("a folder").display().to_string();
        std::fs::write(part.join(".git"), format!("gitdir: {gitdir}\n")).expect("written");
        assert_eq!(logs(&whole), Some(notes));
        assert_eq!(logs(&part), Some(of_part));
        assert_eq!(logs(&none), None);
    }

    #[test]
    fn reading_is_no_change_and_writing_is() {
        let event = |kind| Event::new(kind).add_path(PathBuf::from("/site/content/plans/a/plan.md"));
        assert!(!is_change(&event(EventKind::Access(AccessKind::Open(AccessMode::Any)))));
        assert!(!is_change(&event(EventKind::Access(AccessKind::Close(AccessMode::Read)))));
        assert!(is_change(&event(EventKind::Access(AccessKind::Close(AccessMode::Write)))));
        assert!(is_change(&event(EventKind::Any)));
        let own = Event::new(EventKind::Any).add_path(PathBuf::from("/site/public"));
        assert!(!is_change(&own));
        assert!(is_change(&own.clone().set_flag(notify::event::Flag::Rescan)));
        assert!(is_change(&Event::new(EventKind::Other)));
    }
}
