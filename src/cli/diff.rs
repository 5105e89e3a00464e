//! `fremdrift diff`: what a change will make the report say.

use std::{cell::OnceCell, path::Path, rc::Rc};

use clap::ValueEnum;
use fremdrift::{
    diag::{Error, ErrorKind},
    git::{CommitId, Completeness, Repository},
    history::VersionControl,
    model::Edition,
    pipeline,
    render::changes,
    tree::{DiskTree, Tree},
    wording::VersionLabel,
};

use super::{
    CommonOptions, FindingsFormat, ViewerOptions,
    codes::{EDITION_IS_OPEN, NO_SUCH_VERSION},
    exit,
    report::Reporter,
    site_repository::{NoHistory, OpenedRepository},
};

/// Say what the report will say that it does not say now
///
/// Two versions of the site are compared by meaning: statuses, figures, dates, owners and texts, the worst
/// first. A version is a revision, an edition by its id, or a folder that holds a site. A file that was moved or reformatted is no
/// change, and what may not be seen in either version is not told.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift diff                            what is not committed yet\n  fremdrift diff main...HEAD --format markdown > comment.md\n  fremdrift diff 2019-11 2020-06            two editions\n  fremdrift diff ../published . --exit-code\n\nExit codes: 0 fine, 1 the content has errors or, with --exit-code, something changed, 2 usage or environment."
)]
pub struct DiffCommand {
    /// The version before: a revision, an edition or a folder; `A..B` means both versions, `A...B` since the two parted
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
type DiffSide = (Rc<dyn Tree>, VersionLabel);

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
        let here = Here::open(common)?;
        let past = here.opened.as_ref().map(|opened| opened.past(None));
        let past = past.as_ref().map(|past| past as &dyn VersionControl);
        let (one, other) = self.named();
        let edition = |side: &str| {
            let is_it = |edition: &&Edition| edition.id.as_str() == side;
            if is_site(side) { None } else { here.editions(common, &self.viewing).iter().find(is_it) }
        };
        if let (Some(tree), Some(other)) = (&here.tree, other)
            && let (Some(one), Some(other)) = (edition(one), edition(other))
        {
            let input = self.viewing.input(common, &**tree, past);
            let diff = pipeline::compare_editions(&input, &one.id, &other.id, &report.progress())?;
            return self.print(&diff, report);
        }
        let ((before, old), (after, new)) = self.sides(common, &here)?;
        let input = |tree| self.viewing.input(common, tree, None);
        let (before, after) = (input(&*before), input(&*after));
        let mut diff = match &here.tree {
            Some(tree) => {
                let today = self.viewing.input(common, &**tree, past);
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
        self.print(&diff, report)
    }

    fn print(&self, diff: &pipeline::SiteDiff, report: &Reporter) -> Result<u8, Error> {
        report.told(&self.format.write(diff)?)?;
        Ok(if diff.has_errors || self.exit_code && !diff.changes.is_empty() { exit::CONTENT } else { exit::FINE })
    }

    /// Returns what both versions are called. `A..B` is two of them, but the dots of `../folder` are a path.
    fn named(&self) -> (&str, Option<&str>) {
        match self.before.split_once("..") {
            Some((one, other))
                if !is_site(&self.before) && !other.starts_with(['/', '\\', '.']) && !one.ends_with('/') =>
            {
                (or_head(one), Some(or_head(other)))
            }
            _ => (&self.before, self.after.as_deref()),
        }
    }

    /// Opens both versions.
    fn sides(&self, common: &CommonOptions, here: &Here) -> Result<(DiffSide, DiffSide), Error> {
        if let Some((before, after)) = self.before.split_once("...") {
            let repository = repository(common, &self.before)?;
            let after = if after.is_empty() { "HEAD" } else { after };
            let [old, new] = [before, after].map(|side| repository.resolve(side));
            let (old, new) = (old?, new?);
            let base = repository.merge_base(&old, &new)?.unwrap_or(old);
            let before = if base == old { before.to_owned() } else { base.short() };
            return Ok((recorded(&repository, &before, &base)?, recorded(&repository, after, &new)?));
        }
        let (before, after) = self.named();
        let after = match after {
            Some(after) => self.open_side(common, after, here)?,
            None => (here.folder(&common.root, common)?, VersionLabel { name: None, recorded: None }),
        };
        Ok((self.open_side(common, before, here)?, after))
    }

    /// Opens a version of a site: a folder that holds one, a revision, else an edition.
    fn open_side(&self, common: &CommonOptions, side: &str, here: &Here) -> Result<DiffSide, Error> {
        if is_site(side) {
            let label = VersionLabel { name: Some(side.to_owned()), recorded: None };
            return Ok((here.folder(Path::new(side), common)?, label));
        }
        let repository = repository(common, side)?;
        let commit = match repository.resolve(side) {
            Ok(commit) => commit,
            Err(unknown) => {
                let mut editions = here.editions(common, &self.viewing).iter();
                match editions.find(|edition| edition.id.as_str() == side).map(|edition| edition.revision.as_deref()) {
                    Some(Some(revision)) => repository.resolve(revision)?,
                    Some(None) => return Err(Error::coded(ErrorKind::NotFound, &EDITION_IS_OPEN).with("id", side)),
                    None => return Err(unknown),
                }
            }
        };
        recorded(&repository, side, &commit)
    }
}

/// The site of today, which says what of its past is withheld, and its repository; nothing where there is none.
struct Here {
    tree: Option<Rc<DiskTree>>,
    opened: Option<OpenedRepository>,
    /// The editions it declares, once they are asked for.
    editions: OnceCell<Vec<Edition>>,
}

impl Here {
    fn open(common: &CommonOptions) -> Result<Self, Error> {
        if !common.root.join("site.toml").is_file() {
            return Ok(Self { tree: None, opened: None, editions: OnceCell::new() });
        }
        let tree = DiskTree::open(&common.root)?;
        let opened = OpenedRepository::with(common, Completeness::Any)?.ok();
        Ok(Self { tree: Some(Rc::new(tree)), opened, editions: OnceCell::new() })
    }

    /// Returns the editions that the site declares; none where it cannot be read, which is told where it is compared.
    fn editions(&self, common: &CommonOptions, viewing: &ViewerOptions) -> &[Edition] {
        self.editions.get_or_init(|| {
            let past = self.opened.as_ref().map(|opened| opened.past(None));
            let past = past.as_ref().map(|past| past as &dyn VersionControl);
            let catalogue =
                self.tree.as_ref().and_then(|tree| pipeline::catalogue(&viewing.input(common, &**tree, past)).ok());
            let listed = catalogue.map(|catalogue| catalogue.editions).unwrap_or_default();
            listed.into_iter().map(|listed| listed.edition).collect()
        })
    }

    /// Opens a folder that holds a site. The one that is open already is walked once.
    fn folder(&self, folder: &Path, common: &CommonOptions) -> Result<Rc<dyn Tree>, Error> {
        let place = |folder: &Path| folder.canonicalize().ok();
        match &self.tree {
            Some(tree) if place(folder).is_some_and(|it| place(&common.root) == Some(it)) => {
                Ok(Rc::<DiskTree>::clone(tree))
            }
            _ => Ok(Rc::new(DiskTree::open(folder)?)),
        }
    }
}

/// Returns what a side of `A..B` means: what is checked out where nothing is written.
fn or_head(side: &str) -> &str {
    if side.is_empty() { "HEAD" } else { side }
}

/// Tells whether a version is a folder that holds a site.
fn is_site(side: &str) -> bool {
    Path::new(side).join("site.toml").is_file()
}

/// Opens what a commit recorded.
fn recorded(repository: &Repository, name: &str, commit: &CommitId) -> Result<DiffSide, Error> {
    let recorded = repository.commit(commit)?.recorded.date;
    Ok((Rc::new(repository.tree_at(commit)?), VersionLabel { name: Some(name.to_owned()), recorded: Some(recorded) }))
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
