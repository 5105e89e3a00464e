//! Hears when a file of the site is another.
//!
//! Nothing of what it hears is believed but that there was something: the whole site is read again. So no event that
//! gets lost among others, is told twice or names another file can leave an old page.

use std::{
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    time::Duration,
};

use notify::{
    Config, Event, EventHandler, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode},
};

/// How long it must be quiet before the site is made: an editor writes a file in several steps.
const QUIET: Duration = Duration::from_millis(25);

/// The longest that a site which never gets quiet is waited for: a checkout of thousands of files goes on for longer.
const LONGEST: u32 = 40;

/// How often one looks where the system tells nothing, as on some network drives.
const POLL: Duration = Duration::from_secs(1);

/// How often one asks whether a new day has come.
const DAY_CHECK: Duration = Duration::from_secs(30);

/// The folders of a site, all of whose files belong to it.
const FOLDERS: [&str; 2] = ["content", "themes"];

/// What was heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    /// Some file may be another.
    Change,
    /// Nothing for a while.
    Nothing,
    /// Nothing will be heard any more.
    End,
}

/// Hears of changes of a site's files and of its history.
pub struct SiteWatcher {
    watcher: Box<dyn Watcher + Send>,
    heard: Receiver<()>,
    root: PathBuf,
    at_once: bool,
}

impl SiteWatcher {
    /// Begins to listen. Where the system does not tell of changes, it looks for them.
    pub fn start(root: &Path) -> Self {
        // A path as it is typed has no ancestors in which a repository could be looked for.
        let root = &root.canonicalize().unwrap_or_else(|_| root.to_owned());
        // What a link leads to is no part of the site, and may be as large as a disk or change all the time.
        let config = Config::default().with_follow_symlinks(false);
        let (sender, heard) = mpsc::channel();
        let recommended = RecommendedWatcher::new(Listener(sender.clone()), config);
        let system = recommended.ok().map(|watcher| Box::new(watcher) as Box<dyn Watcher + Send>);
        if let Some(mut watcher) = system
            && watch(watcher.as_mut(), root).is_ok()
        {
            return Self { watcher, heard, root: root.to_owned(), at_once: true };
        }
        let polling = PollWatcher::new(Listener(sender), config.with_poll_interval(POLL));
        let mut watcher: Box<dyn Watcher + Send> = match polling {
            Ok(watcher) => Box::new(watcher),
            Err(_) => Box::new(notify::NullWatcher),
        };
        // A folder that cannot be looked at is told of by each attempt to make the site.
        drop(watch(watcher.as_mut(), root));
        Self { watcher, heard, root: root.to_owned(), at_once: false }
    }

    /// Tells whether the system tells of changes as they happen.
    pub fn hears_at_once(&self) -> bool {
        self.at_once
    }

    /// Waits until something changes and it is quiet again, or for a while.
    pub fn wait(&mut self) -> Heard {
        match self.heard.recv_timeout(DAY_CHECK) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return Heard::Nothing,
            Err(RecvTimeoutError::Disconnected) => return Heard::End,
        }
        let mut waits = 0;
        while waits < LONGEST && self.heard.recv_timeout(QUIET).is_ok() {
            // Many events at once count as one.
            while self.heard.try_recv().is_ok() {}
            waits = waits.saturating_add(1);
        }
        // A folder that was taken away and made anew, as a checkout does, is another one to listen to.
        drop(watch(self.watcher.as_mut(), &self.root));
        Heard::Change
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
struct Listener(mpsc::Sender<()>);

impl EventHandler for Listener {
    fn handle_event(&mut self, event: notify::Result<Event>) {
        // An error is a reason to look: events may be lost.
        if event.as_ref().map_or(true, is_change) {
            // Nobody listens any more when the program ends.
            let _ = self.0.send(());
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
