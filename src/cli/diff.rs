//! `fremdrift diff`: what a change will make the report say.

use std::path::Path;

use clap::ValueEnum;
use fremdrift::{
    diag::{Error, ErrorKind},
    git::{CommitId, Completeness, Repository},
    history::VersionControl,
    pipeline,
    render::changes,
    tree::{DiskTree, Tree},
    wording::VersionLabel,
};

use super::{
    CommonOptions, FindingsFormat, ViewerOptions,
    codes::NO_SUCH_VERSION,
    exit,
    report::Reporter,
    site_repository::{NoHistory, OpenedRepository},
};

/// Say what the report will say that it does not say now
///
/// Two versions of the site are compared by meaning: statuses, figures, dates, owners and texts, the worst
/// first. A version is a revision, or a folder that holds a site. A file that was moved or reformatted is no
/// change, and what may not be seen in either version is not told.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift diff                            what is not committed yet\n  fremdrift diff main...HEAD --format markdown > comment.md\n  fremdrift diff ../published . --exit-code\n\nExit codes: 0 fine, 1 the content has errors or, with --exit-code, something changed, 2 usage or environment."
)]
pub struct DiffCommand {
    /// The version before: a revision or a folder; `A...B` means since the two parted
    #[arg(value_name = "A", default_value = "HEAD")]
    before: String,
    /// The version after; what lies in the site's folder unless given
    #[arg(value_name = "B")]
    after: Option<String>,
    /// How it is told
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    format: DiffFormat,
    /// Exit with 1 where the report will say something else
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    viewing: ViewerOptions,
}

/// How changes are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people: in lines, with colours on a terminal
    #[value(alias = "terminal")]
    Text,
    /// For a comment on a merge request
    Markdown,
    /// As a page that needs no other file
    Html,
    /// For programs
    Json,
}

impl DiffFormat {
    /// Lays a comparison out.
    pub fn write(self, diff: &pipeline::SiteDiff) -> Result<String, Error> {
        let pipeline::SiteDiff { changes, locale, .. } = diff;
        match self {
            Self::Text => Ok(changes::text(changes, locale)),
            Self::Markdown => Ok(changes::markdown(changes, locale)),
            Self::Json => Ok(changes::json(changes)),
            Self::Html => changes::html(changes, locale).map_err(|fault| {
                Error::new(ErrorKind::NotFound, format!("the page cannot be drawn: {:?}", fault.args))
            }),
        }
    }
}

/// A version of a site, and what it is called.
type DiffSide = (Box<dyn Tree>, VersionLabel);

impl DiffCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let format = if self.format == DiffFormat::Text { FindingsFormat::Text } else { FindingsFormat::Json };
        let mut report = Reporter::new(common, format);
        match self.tell(common, &mut report) {
            Ok(code) => code,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn tell(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let ((before, old), (after, new)) = self.sides(common)?;
        let input = |tree| self.viewing.input(common, tree, None);
        let here = Here::open(common)?;
        let past = here.opened.as_ref().map(|opened| opened.past(None));
        let past = past.as_ref().map(|past| past as &dyn VersionControl);
        let (before, after) = (input(&*before), input(&*after));
        let mut diff = match &here.tree {
            Some(tree) => {
                let today = self.viewing.input(common, tree, past);
                pipeline::diff_beside(&before, &after, &today, &report.progress())?
            }
            None => pipeline::diff(&before, &after, &report.progress())?,
        };
        if !diff.errors.is_empty() {
            report.speak(diff.locale.language());
            report.found(&diff.errors, diff.locale.language());
            return Ok(exit::CONTENT);
        }
        diff.changes.versions = Some([old, new]);
        report.told(&self.format.write(&diff)?)?;
        Ok(if self.exit_code && !diff.changes.is_empty() { exit::CONTENT } else { exit::FINE })
    }

    /// Opens both versions.
    fn sides(&self, common: &CommonOptions) -> Result<(DiffSide, DiffSide), Error> {
        if let Some((before, after)) = self.before.split_once("...") {
            let repository = repository(common, &self.before)?;
            let after = if after.is_empty() { "HEAD" } else { after };
            let [old, new] = [before, after].map(|side| repository.resolve(side));
            let (old, new) = (old?, new?);
            let base = repository.merge_base(&old, &new)?.unwrap_or(old);
            let before = if base == old { before.to_owned() } else { base.short() };
            return Ok((recorded(&repository, &before, &base)?, recorded(&repository, after, &new)?));
        }
        let after = match &self.after {
            Some(after) => open_side(common, after)?,
            None => {
                (Box::new(DiskTree::open(&common.root)?) as Box<dyn Tree>, VersionLabel { name: None, recorded: None })
            }
        };
        Ok((open_side(common, &self.before)?, after))
    }
}

/// The site of today, which says what of its past is withheld, and its repository; nothing where there is none.
struct Here {
    tree: Option<DiskTree>,
    opened: Option<OpenedRepository>,
}

impl Here {
    fn open(common: &CommonOptions) -> Result<Self, Error> {
        if !common.root.join("site.toml").is_file() {
            return Ok(Self { tree: None, opened: None });
        }
        let tree = DiskTree::open(&common.root)?;
        Ok(Self { tree: Some(tree), opened: OpenedRepository::with(common, Completeness::Any)?.ok() })
    }
}

/// Opens a version of a site: a folder that holds one, else a revision.
fn open_side(common: &CommonOptions, side: &str) -> Result<DiffSide, Error> {
    let folder = Path::new(side);
    if folder.join("site.toml").is_file() {
        return Ok((Box::new(DiskTree::open(folder)?), VersionLabel { name: Some(side.to_owned()), recorded: None }));
    }
    let repository = repository(common, side)?;
    let commit = repository.resolve(side)?;
    recorded(&repository, side, &commit)
}

/// Opens what a commit recorded.
fn recorded(repository: &Repository, name: &str, commit: &CommitId) -> Result<DiffSide, Error> {
    let recorded = repository.commit(commit)?.recorded.date;
    Ok((Box::new(repository.tree_at(commit)?), VersionLabel { name: Some(name.to_owned()), recorded: Some(recorded) }))
}

/// Opens the repository the site lies in. Two versions can be compared also where older ones are missing.
fn repository(common: &CommonOptions, side: &str) -> Result<Repository, Error> {
    match OpenedRepository::with(common, Completeness::Any)? {
        Ok(opened) => Ok(opened.repository),
        Err(NoHistory::Repository) => {
            let error = Error::coded(ErrorKind::NotFound, &NO_SUCH_VERSION).with("version", side);
            Err(error.with("path", common.root.display().to_string()))
        }
        Err(missing) => Err(missing.into()),
    }
}
