//! What the tests share: a builder of small sites that reads like a story.

pub mod author;
pub mod commands;
pub mod disk;
pub mod expect;
pub mod fluent;
pub mod git;
pub mod html;
pub mod naive;
pub mod past;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod random;

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use fremdrift::{
    content::Audience,
    diag::Severity,
    history::VersionControl,
    locale::Language,
    output::MemorySink,
    pipeline::{self, Built, Input, NoProgress, SiteDiff},
    tree::{DiskTree, MemoryTree, Tree},
    value::{Date, RelPath},
};

/// The folder of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Makes a day of text that is one.
pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// A site in memory that is being written.
#[derive(Clone, Debug)]
pub struct Site {
    tree: MemoryTree,
    as_of: Date,
    audience: Audience,
    messages: Option<Language>,
}

impl Site {
    /// A small site without a mistake: one committee, one owner, one scale, one plan with one measure.
    pub fn small() -> Self {
        let tree = MemoryTree::default()
            .with(
                "site.toml",
                "title = \"Status\"\norganisation = \"Prøveby Kommune\"\nlanguage = \"da\"\n[scales.status]\nlevels = [\n  \
                 { id = \"ok\", word = \"Alt OK\", tone = \"good\", meaning = \"Følger planen\" },\n  \
                 { id = \"watch\", word = \"Opmærksomhed\", tone = \"warning\", meaning = \"Afviger\" },\n  \
                 { id = \"critical\", word = \"Kritisk\", tone = \"bad\", meaning = \"Nås ikke\" },\n]\n",
            )
            .with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n")
            .with("content/owners.toml", "[chef]\ntitle = \"Centerchef\"\n")
            .with(
                "content/plans/a/plan.md",
                "+++\ntitle = \"Plan A\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"USB\"\nowner = \"chef\"\n\
                 unit = \"mio. kr.\"\n+++\nEn plan.\n",
            )
            .with("content/plans/a/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Takster\"\nrequired = \"2,50\"\n+++\n")
            .with(
                "content/plans/a/updates/2020-06-30/01.md",
                "+++\nlevel = \"Alt OK\"\nachieved = \"1,25\"\n+++\nTaksterne er forhandlet.\n",
            );
        Self { tree, as_of: day("2020-07-01"), audience: Audience::Public, messages: None }
    }

    /// A site of the project's own, by its folder.
    pub fn folder(path: &str) -> Self {
        let files = disk::files(&project().join(path));
        files.into_iter().fold(Self::empty(), |site, (path, bytes)| site.with(&path, bytes))
    }

    /// A site without a file.
    pub fn empty() -> Self {
        Self { tree: MemoryTree::default(), ..Self::small() }
    }

    /// Adds a file, or replaces it.
    pub fn with(mut self, path: &str, text: impl AsRef<[u8]>) -> Self {
        self.tree = self.tree.with(path, text.as_ref());
        self
    }

    /// Takes a file away.
    pub fn without(mut self, path: &str) -> Self {
        self.tree = self.tree.without(path);
        self
    }

    /// Replaces words of a file, which must be there.
    pub fn edit(self, path: &str, from: &str, to: &str) -> Self {
        let mut bytes = Vec::new();
        self.tree.read(&RelPath::new(path).expect("a path"), &mut bytes).expect("the file");
        let text = String::from_utf8(bytes).expect("text");
        assert!(text.contains(from), "{path} holds no {from:?}");
        self.with(path, text.replace(from, to))
    }

    /// Adds lines to the end of a file, which must be there.
    pub fn append(self, path: &str, lines: &str) -> Self {
        let mut bytes = Vec::new();
        self.tree.read(&RelPath::new(path).expect("a path"), &mut bytes).expect("the file");
        bytes.extend_from_slice(lines.as_bytes());
        self.with(path, bytes)
    }

    /// Sets the language of messages.
    pub fn messages(mut self, language: Language) -> Self {
        self.messages = Some(language);
        self
    }

    /// Sets the as-of date.
    #[allow(clippy::wrong_self_convention, reason = "named after the option it stands for")]
    pub fn as_of(mut self, date: &str) -> Self {
        self.as_of = day(date);
        self
    }

    /// Sets whom the site is for.
    pub fn audience(mut self, audience: Audience) -> Self {
        self.audience = audience;
        self
    }

    /// Returns its files.
    pub fn files(&self) -> disk::Files {
        let mut bytes = Vec::new();
        let mut read = |path: &RelPath| {
            self.tree.read(path, &mut bytes).expect("the file");
            (path.as_str().to_owned(), bytes.clone())
        };
        self.tree.paths().iter().map(&mut read).collect()
    }

    /// Writes it to a folder.
    pub fn write_to(&self, root: &Path) {
        disk::write(root, self.files().iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    }

    /// Tells what another version says that this one does not. Each is seen with its own date and audience.
    pub fn diff(&self, after: &Self) -> SiteDiff {
        pipeline::diff(&self.input(), &after.input(), &NoProgress).expect("a comparison that runs through")
    }

    /// Returns what a build of it is a function of, without a past.
    pub fn input(&self) -> Input<'_> {
        self.input_with(None)
    }

    /// Returns what a build of it is a function of.
    pub fn input_with<'s>(&'s self, past: Option<&'s dyn VersionControl>) -> Input<'s> {
        let Self { tree, as_of, audience, messages } = self;
        let (as_of, audience, messages) = (Some(*as_of), *audience, *messages);
        Input {
            tree,
            as_of,
            today: day("2020-07-01"),
            audience,
            messages,
            version: "test",
            past,
            unrecorded: &[],
            cache: None,
        }
    }

    /// Builds it in memory.
    pub fn build(&self) -> Outcome {
        build_input(&self.tree, Some(self.as_of), self.audience, self.messages, None)
    }

    /// Tells what a build would find in it, and draws no page: three quarters of a build are pages.
    ///
    /// That both find the same is what `stages` is about.
    pub fn check(&self) -> Built {
        pipeline::check(&self.input(), &NoProgress).expect("a check that runs through")
    }

    /// Returns the codes of what a build would find in it, in order.
    pub fn codes(&self) -> Vec<&'static str> {
        self.check().findings.iter().map(|finding| finding.code).collect()
    }

    /// Builds it in memory, and finds no error in it.
    #[track_caller]
    pub fn sound(&self) -> Outcome {
        let outcome = self.build();
        let errors = outcome.built.findings.iter().filter(|found| found.severity == Severity::Error);
        let errors: Vec<String> = errors.map(expect::show).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        outcome
    }

    /// Builds it in memory, with a past.
    pub fn build_with(&self, past: &dyn VersionControl) -> Outcome {
        build_input(&self.tree, Some(self.as_of), self.audience, self.messages, Some(past))
    }
}

/// Builds a site on disk, in memory.
pub fn build_folder(root: &Path, as_of: &str) -> Outcome {
    let tree = DiskTree::open(root).expect("a site");
    build_tree(&tree, Some(day(as_of)), Audience::Public)
}

/// Builds any tree in memory.
pub fn build_tree(tree: &dyn Tree, as_of: Option<Date>, audience: Audience) -> Outcome {
    build_input(tree, as_of, audience, None, None)
}

fn build_input(
    tree: &dyn Tree,
    as_of: Option<Date>,
    audience: Audience,
    messages: Option<Language>,
    past: Option<&dyn VersionControl>,
) -> Outcome {
    let sink = MemorySink::default();
    let input = Input {
        tree,
        as_of,
        today: day("2020-07-01"),
        audience,
        messages,
        version: "test",
        past,
        unrecorded: &[],
        cache: None,
    };
    let built = pipeline::build(&input, &sink, &NoProgress).expect("a build that runs through");
    Outcome { built, files: sink.into_files() }
}

/// Returns all that stands in a file: of an archive, in the files that are packed in it.
pub fn text_of(bytes: &[u8]) -> String {
    if !bytes.starts_with(b"PK") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    // Packed bytes may read as anything by chance: what counts is what they hold.
    let mut text = String::new();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).expect("a packed file");
        let mut packed = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut packed).expect("its bytes");
        text = [text.as_str(), &file.name().expect("a name"), &text_of(&packed)].join("\n");
    }
    text
}

/// What a build came to.
pub struct Outcome {
    /// What it found and counted.
    pub built: Built,
    /// The files of the site.
    pub files: BTreeMap<RelPath, Arc<[u8]>>,
}

impl Outcome {
    /// Returns a page as text.
    pub fn page(&self, path: &str) -> &str {
        let path = RelPath::new(path).expect("a path");
        let bytes = self.files.get(&path).unwrap_or_else(|| panic!("no {path} among {:#?}", self.files.keys()));
        std::str::from_utf8(bytes).expect("text")
    }

    /// Returns the one path with an ending: addresses are in the language of the site.
    pub fn path(&self, ending: &str) -> &str {
        if let Some(path) = self.files.keys().map(RelPath::as_str).find(|path| *path == ending) {
            return path;
        }
        let is_it = |path: &&str| {
            let folder = path.strip_suffix(ending).filter(|_| !path.starts_with("editions/"));
            folder.is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
        };
        let mut found = self.files.keys().map(RelPath::as_str).filter(is_it);
        let path = found.next().unwrap_or_else(|| panic!("no {ending} among {:#?}", self.files.keys()));
        assert_eq!(found.next(), None, "{ending} is not the only one");
        path
    }

    /// Returns where a script or a style of the theme is published, by the name that templates know it by.
    pub fn asset(&self, name: &str) -> &str {
        let (stem, ending) = name.split_once('.').expect("a name with an ending");
        let is_it = |path: &&str| {
            let sum = path.strip_prefix("assets/").and_then(|path| path.strip_prefix(stem));
            sum.and_then(|sum| sum.strip_suffix(ending)).is_some_and(|sum| sum.len() == 10)
        };
        self.files.keys().map(RelPath::as_str).find(is_it).unwrap_or_else(|| panic!("no {name}"))
    }

    /// Reads a page, by the ending of its path.
    pub fn html(&self, ending: &str) -> html::Element {
        html::parse(self.page(self.path(ending)))
    }

    /// Returns every place where a word is: in a path, in bytes, in a finding. Case does not matter.
    pub fn traces(&self, word: &str) -> Vec<String> {
        let word = word.to_lowercase();
        let mut found = Vec::new();
        for (path, bytes) in &self.files {
            if path.as_str().to_lowercase().contains(&word) {
                found.push(format!("the path {path}"));
            }
            let text = text_of(bytes).to_lowercase();
            if let Some(at) = text.find(&word) {
                let near: String = text[..at].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect();
                found.push(format!("{path}: …{near}{word}"));
            }
        }
        let findings = self.built.findings.iter().map(|finding| format!("{finding:?}"));
        found.extend(findings.filter(|text| text.to_lowercase().contains(&word)));
        found
    }

    /// Returns the codes of what was found, in order.
    pub fn codes(&self) -> Vec<&'static str> {
        self.built.findings.iter().map(|finding| finding.code).collect()
    }
}
