//! Repositories for tests, made by git itself and asked of git itself, away from anybody's configuration.

use std::{
    fmt::Write as _,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use super::Site;

/// A repository in a folder of its own.
pub struct Repo {
    folder: tempfile::TempDir,
}

impl Repo {
    /// A new repository without a commit.
    pub fn new() -> Self {
        Self::with_format("sha1")
    }

    /// The same, with a kind of ids: `sha1` or `sha256`.
    pub fn with_format(format: &str) -> Self {
        let repo = Self { folder: folder() };
        repo.git(&["init", "--quiet", "--initial-branch=main", &format!("--object-format={format}")]);
        repo
    }

    /// A repository with the commits of a file in `tests/histories`.
    pub fn history(name: &str) -> Self {
        let repo = Self::new();
        repo.import(&read_history(name));
        repo
    }

    /// A repository with the commits of a stream. Its folder is laid out by hand, which spares a process; all
    /// objects go into one pack, or all lie loose.
    pub fn of_stream(stream: &str, is_packed: bool) -> Self {
        let repo = Self { folder: folder() };
        let git = repo.path().join(".git");
        ["objects", "refs"].iter().for_each(|name| std::fs::create_dir_all(git.join(name)).expect("a folder"));
        std::fs::write(git.join("HEAD"), "ref: refs/heads/main\n").expect("HEAD");
        let limit = if is_packed { "fastimport.unpackLimit=0" } else { "fastimport.unpackLimit=1000000" };
        repo.run(&["-c", limit, "fast-import", "--quiet"], stream.as_bytes());
        repo
    }

    /// Adds the commits of a stream.
    pub fn import(&self, stream: &str) {
        self.run(&["fast-import", "--quiet", "--force"], stream.as_bytes());
    }

    /// Returns its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file into its folder.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        super::disk::write(self.path(), [(path, text.as_ref())]);
    }

    /// Runs git in it, and returns what it printed, without the end of the last line.
    #[track_caller]
    pub fn git(&self, words: &[&str]) -> String {
        let bytes = self.run(words, &[]);
        String::from_utf8(bytes).expect("text").trim_end_matches('\n').to_owned()
    }

    /// Runs git in it with some input, and returns what it printed.
    #[track_caller]
    pub fn run(&self, words: &[&str], input: &[u8]) -> Vec<u8> {
        run(self.path(), words, input)
    }
}

/// Commits of whole sites on one branch, which are being written.
#[derive(Clone, Default)]
pub struct Story(String);

impl Story {
    /// Adds a commit at noon of a day in Copenhagen: the site as a whole, nothing of what was before.
    pub fn commit(self, day: &str, site: &Site) -> Self {
        let noon = super::day(day).at(11, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).expect("a moment");
        self.commit_as("Test <test@example.dk>", noon.timestamp().as_second(), "", site.files())
    }

    /// Adds a commit by somebody, at a second of their clock.
    pub fn commit_as(mut self, who: &str, second: i64, message: &str, files: super::disk::Files) -> Self {
        let Self(stream) = &mut self;
        let by = format!("{who} {second} +0000");
        let _ =
            write!(stream, "commit refs/heads/main\nauthor {by}\ncommitter {by}\ndata {}\n{message}\n", message.len());
        stream.push_str("deleteall\n");
        for (path, bytes) in files {
            let text = String::from_utf8(bytes).expect("text");
            let _ = writeln!(stream, "M 100644 inline {path}\ndata {}\n{text}", text.len());
        }
        self
    }

    /// Names the last commit.
    pub fn tag(mut self, name: &str) -> Self {
        let _ = writeln!(self.0, "reset refs/tags/{name}\nfrom refs/heads/main\n");
        self
    }

    /// Takes the branch back to a commit that has a name, as whoever rewrites history does.
    pub fn back_to(mut self, name: &str) -> Self {
        let _ = writeln!(self.0, "reset refs/heads/main\nfrom {name}\n");
        self
    }

    /// Makes the repository.
    pub fn told(&self) -> Repo {
        Repo::of_stream(&self.0, true)
    }
}

/// Makes a folder, in memory where the system has such a place: some disks are slow to make many small files.
pub fn folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.expect("a folder")
}

/// Returns a history as it stands in `tests/histories`.
pub fn read_history(name: &str) -> String {
    let path: PathBuf = super::project().join("tests/histories").join(format!("{name}.fi"));
    std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display()))
}

/// Runs git in a folder, and returns what it printed.
#[track_caller]
pub fn run(folder: &Path, words: &[&str], input: &[u8]) -> Vec<u8> {
    let mut git = Command::new("git");
    git.current_dir(folder)
        .args(["-c", "core.fsync=none"])
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    hermetic(&mut git);
    let mut child = git.spawn().expect("git is installed");
    let mut pipe = child.stdin.take().expect("a pipe");
    // Git may answer before it has read all.
    let output = std::thread::scope(|scope| {
        scope.spawn(move || pipe.write_all(input).expect("git reads"));
        child.wait_with_output().expect("git ends")
    });
    assert!(output.status.success(), "git {words:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Takes away whatever of the machine could change what git does.
fn hermetic(git: &mut Command) {
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
        git.env_remove(name);
    }
    git.envs([
        ("GIT_CONFIG_GLOBAL", "/dev/null"),
        ("GIT_CONFIG_NOSYSTEM", "1"),
        ("GIT_AUTHOR_NAME", "Test"),
        ("GIT_AUTHOR_EMAIL", "test@example.dk"),
        ("GIT_AUTHOR_DATE", "1593504000 +0200"),
        ("GIT_COMMITTER_NAME", "Test"),
        ("GIT_COMMITTER_EMAIL", "test@example.dk"),
        ("GIT_COMMITTER_DATE", "1593504000 +0200"),
        ("LC_ALL", "C"),
        ("TZ", "UTC"),
    ]);
}
