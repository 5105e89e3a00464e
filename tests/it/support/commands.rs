//! Pages of documentation that are done as they stand: their commands are run, their files are written, what they say a
//! command prints is looked for.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use super::disk::{self, Run};

/// A block of a page between its fences: the words of the line above it, the kind, the text.
pub struct Block {
    pub above: String,
    pub kind: String,
    pub text: String,
}

/// Returns the blocks of a page in Markdown.
pub fn blocks(page: &str) -> Vec<Block> {
    let (mut blocks, mut above): (Vec<Block>, String) = (Vec::new(), String::new());
    let mut open: Option<Block> = None;
    for line in page.lines() {
        match (line.strip_prefix("```"), &mut open) {
            (Some(kind), None) => {
                open = Some(Block { above: above.clone(), kind: kind.to_owned(), text: String::new() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (None, Some(block)) => block.text += &format!("{line}\n"),
            (None, None) if !line.is_empty() => line.clone_into(&mut above),
            _ => {}
        }
    }
    assert!(open.is_none(), "a block that is not closed");
    blocks
}

/// Splits a command as a shell does. What stands behind a `#` is a remark.
pub fn words(command: &str) -> Vec<String> {
    let (mut words, mut word, mut is_quoted) = (Vec::new(), String::new(), false);
    for c in command.chars() {
        match c {
            '#' if !is_quoted && word.is_empty() => break,
            '"' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty())),
            c => word.push(c),
        }
    }
    assert!(!is_quoted, "{command}");
    words.extend(Some(word).filter(|word| !word.is_empty()));
    words
}

/// Somebody who does what a page says, in a folder of their own.
pub struct Reader {
    /// The folder the page is begun in.
    home: PathBuf,
    /// The folder it has led to.
    pub at: PathBuf,
    /// What the last block of commands printed.
    printed: String,
    /// How many commands were run.
    pub commands: usize,
}

impl Reader {
    pub fn new(home: &Path) -> Self {
        std::fs::write(home.join("gitconfig"), "[user]\nname = Test\nemail = test@example.dk\n").expect("written");
        Self { home: home.to_owned(), at: home.to_owned(), printed: String::new(), commands: 0 }
    }

    /// Does what a page says, from its first block to its last.
    pub fn follow(&mut self, page: &str, text: &str) {
        for block in blocks(text) {
            match block.kind.as_str() {
                "sh" => {
                    self.printed.clear();
                    block.text.lines().filter(|line| !words(line).is_empty()).for_each(|line| self.run(page, line));
                }
                "text" => {
                    let printed: Vec<String> = self.printed.lines().map(without_time).collect();
                    for line in block.text.lines().map(without_time) {
                        assert!(printed.contains(&line), "{page}: {line}\nis not in\n{}", self.printed);
                    }
                }
                "nginx" => assert_eq!(block.text.matches('{').count(), block.text.matches('}').count(), "{page}"),
                "xml" => well_formed(page, &block.text),
                _ => self.write(page, &block),
            }
        }
    }

    /// Writes a file that a page shows, or adds to it where the page says so.
    fn write(&self, page: &str, Block { above, kind, text }: &Block) {
        let path = above.split('`').nth(1).unwrap_or_else(|| panic!("{page}: no path in {above}"));
        let file = self.at.join(path);
        let is_there = file.is_file();
        let is_written = ["kriv i `", "rite in `"].iter().any(|words| above.contains(words));
        let is_added = ["Tilføj nederst", "Add at the end"].iter().any(|words| above.contains(words));
        match (kind.as_str(), is_written, is_added) {
            ("markdown", true, false) => {
                assert!(is_there, "{page}: {path} is not there yet, so nobody could find it");
                std::fs::write(file, text).expect("written");
            }
            ("toml", false, true) => {
                let before = std::fs::read_to_string(&file).expect("a file to add to");
                std::fs::write(file, before + text).expect("written");
            }
            ("bash", true, false) => {
                assert!(!is_there, "{page}: {path} is there already");
                std::fs::write(file, text).expect("written");
            }
            _ => panic!("{page}: what is done with a block of {kind} below: {above}"),
        }
    }

    fn run(&mut self, page: &str, line: &str) {
        let words = words(line);
        let mut command = match words[0].as_str() {
            "cd" => {
                self.at = self.at.join(&words[1]);
                assert!(self.at.is_dir(), "{page}: {line}");
                return;
            }
            "fremdrift" => disk::program(),
            // Nobody waits for a build, but what is built must be there.
            "cargo" => {
                assert!(words.iter().any(|word| ["install", "run"].contains(&word.as_str())), "{page}: {line}");
                return;
            }
            "git" | "sh" => Command::new(&words[0]),
            _ => panic!("{page}: {line}"),
        };
        if words[..2] == ["git", "push"] {
            self.make_server();
        }
        let run = disk::run(self.alone(command.args(&words[1..]).current_dir(&self.at)));
        assert_eq!(run.code, Some(0), "{page}: {line}\n{}{}", run.stdout, run.stderr);
        let Run { stdout, stderr, .. } = run;
        // Figures do not break from their units; a page is written with plain blanks.
        self.printed += &(stdout + &stderr).replace('\u{a0}', " ");
        self.commands += 1;
    }

    /// Makes the server that the folder is pushed to, where it knows none.
    fn make_server(&self) {
        let server = self.home.join("server.git");
        if !server.exists() {
            let git = |words: &[&str]| {
                let run = disk::run(self.alone(Command::new("git").args(words).current_dir(&self.at)));
                assert_eq!(run.code, Some(0), "{words:?}: {}", run.stderr);
            };
            let server = server.to_str().expect("text");
            git(&["init", "--quiet", "--bare", server]);
            git(&["remote", "add", "origin", server]);
        }
    }

    /// Takes away whatever of the machine could change what a command does, and lets it find the program.
    fn alone<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("GIT_")) {
            command.env_remove(name);
        }
        let program = assert_cmd::cargo::cargo_bin!("fremdrift").parent().expect("a folder").to_owned();
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(std::iter::once(program).chain(std::env::split_paths(&path))).expect("a path");
        let config = self.home.join("gitconfig");
        command.env("PATH", path).env("GIT_CONFIG_GLOBAL", config).env("GIT_CONFIG_NOSYSTEM", "1")
    }
}

/// Returns a line without how long something took, which no page can know.
fn without_time(line: &str) -> String {
    let is_seconds = |word: &str| word.starts_with(|c: char| c.is_ascii_digit()) && word.contains([',', '.']);
    let words: Vec<&str> = line.split(' ').collect();
    let is_time = |at: usize| words.get(at + 1) == Some(&"s") && is_seconds(words[at]);
    (0..words.len()).map(|at| if is_time(at) { "…" } else { words[at] }).collect::<Vec<_>>().join(" ")
}

/// Fails where a text is no well-formed XML.
fn well_formed(page: &str, text: &str) {
    let mut reader = quick_xml::Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut open = 0_i32;
    loop {
        match reader.read_event().unwrap_or_else(|fault| panic!("{page}: {fault}")) {
            quick_xml::events::Event::Start(_) => open += 1,
            quick_xml::events::Event::End(_) => open -= 1,
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{page}");
}
