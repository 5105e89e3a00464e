//! `fremdrift check`: everything that is wrong, and nothing written.

use std::path::{Path, PathBuf};

use fremdrift::{
    diag::{Error, ErrorKind},
    history::VersionControl,
    pipeline,
    tree::DiskTree,
    value::RelPath,
};
use walkdir::WalkDir;

use super::{
    BuildScope, CommonOptions, FindingsFormat,
    cache::SiteCache,
    codes::NO_PUBLISHED_FOLDER,
    exit,
    report::Reporter,
    rules::{self, Rules},
    site_repository::OpenedRepository,
};

/// Say what is wrong with the content, and write nothing
///
/// Finds in one run all that `build` would: mistakes in files, references that lead nowhere,
/// figures that do not add up, reports that contradict themselves.
#[derive(Debug, clap::Args)]
///
/// With `--published` it looks through the finished site instead: at every byte of every file, for
/// words of texts that are hidden and for personal numbers.
#[command(
    after_help = "Examples:\n  fremdrift check\n  fremdrift check --published ../public\n  fremdrift check --strict\n  fremdrift check --format json > findings.json\n  fremdrift check --format gitlab > gl-code-quality-report.json\n  fremdrift check --list\n  fremdrift check --language en\n\nExit codes: 0 fine, 1 the content has errors (with --strict also warnings), 2 usage or environment."
)]
pub struct CheckCommand {
    /// List all checks with what each finds, and how loud it is by itself and on this site; check nothing
    #[arg(long, conflicts_with = "published")]
    list: bool,
    /// Print the patterns by which GitHub and editors find the places in the text that is printed; check nothing
    #[arg(long, conflicts_with_all = ["published", "list"])]
    problem_matcher: bool,
    /// Look through a published site, `public` unless given, for what is hidden
    #[arg(long, value_name = "FOLDER", num_args = 0..=1)]
    published: Option<Option<PathBuf>>,
    #[command(flatten)]
    scope: BuildScope,
}

impl CheckCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, self.scope.format);
        let told = match (self.list, self.problem_matcher) {
            (true, _) => self.list(common, &mut report),
            (_, true) => report.told(include_str!("problem-matcher.json")).map(|()| exit::FINE),
            _ => self.check(common, &mut report),
        };
        match told {
            Ok(code) => code,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn list(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        report.speak_of(&common.root);
        let rules = Rules::of_site(&common.root, report.language()).all();
        report.told(&match self.scope.format {
            FindingsFormat::Text => rules::list(&rules, !common.verbose, report),
            _ => rules::json(&rules),
        })?;
        Ok(exit::FINE)
    }

    fn check(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let opened = report.opened(OpenedRepository::find(common, self.scope.whole)?, &common.root)?;
        let cache = SiteCache::to_read(&common.root, opened.as_ref().map(|opened| &opened.repository));
        let past = opened.as_ref().map(|opened| opened.past(Some(&cache)));
        let input = self.scope.viewing.input(common, &tree, past.as_ref().map(|past| past as &dyn VersionControl));
        if let Some(folder) = &self.published {
            let folder = folder.clone().unwrap_or_else(|| common.root.join("public"));
            let look = pipeline::check_published(&input, &mut published_files(&folder)?)?;
            report.findings(&look.built.report())?;
            report.looked(&look);
            return Ok(self.scope.judged(&look.built, report));
        }
        let built = pipeline::check(&input, &report.progress())?;
        report.findings(&built.report())?;
        report.cache(&cache);
        report.checked(&built.report());
        Ok(self.scope.judged(&built, report))
    }
}

/// Reads the files of a published site one by one, whatever they are and whoever put them there.
fn published_files(folder: &Path) -> Result<impl Iterator<Item = Result<(RelPath, Vec<u8>), Error>>, Error> {
    if !folder.is_dir() {
        let error = Error::coded(ErrorKind::NotFound, &NO_PUBLISHED_FOLDER);
        return Err(error.with("path", folder.display().to_string()));
    }
    let root = folder.to_owned();
    let files = WalkDir::new(folder).sort_by_file_name().into_iter();
    let is_file =
        |entry: &walkdir::Result<walkdir::DirEntry>| entry.as_ref().map_or(true, |entry| entry.file_type().is_file());
    Ok(files.filter(is_file).map(move |entry| {
        let entry = entry.map_err(|error| Error::io("listing", &root, error))?;
        let path = entry.path();
        let bytes = std::fs::read(path).map_err(|error| Error::io("reading", path, error))?;
        let name = path.strip_prefix(&root).unwrap_or(path).to_string_lossy().replace('\\', "/");
        let shown: String = name.chars().map(|c| if c == ':' || c.is_control() { '_' } else { c }).collect();
        RelPath::new(shown).map(|name| (name, bytes)).map_err(|_| Error::new(ErrorKind::Io, format!("reading {name}")))
    }))
}
