//! `fremdrift edition`: what a committee had in front of it, kept as it was.

use clap::Subcommand;
use fremdrift::{
    diag::{Error, ErrorKind, Finding, Severity},
    git::{CommitId, Completeness, NewTag, Signature},
    history::{Foreseen, GitPast, MOVING_REVISION, VersionControl},
    locale::Arg,
    model::Edition,
    pipeline::{self, Built, Catalogue, CatalogueState, Input, ListedEdition, UNKNOWN_REVISION},
    site::BAD_TAG_NAME,
    tree::{DiskTree, Tree},
    value::{Id, Period},
};
use serde::Serialize;

use super::{
    AudienceOption, CommonOptions, FindingsFormat, TextOrJson, ViewerOptions,
    codes::EDITION_IS_CUT,
    diff::DiffFormat,
    edge, exit,
    report::{self, Reporter},
    site_repository::OpenedRepository,
    words,
};

/// Who cuts an edition: the program, as a role. Git knows nobody's name or address by it.
const CUTTER: &str = "fremdrift";

/// The version of the JSON that editions are listed as.
const JSON_VERSION: u32 = 1;

/// List, cut and compare editions: what was in front of a committee
///
/// An edition is declared in site.toml with an id, a title and the date it speaks of. While it is open it follows the
/// content; once it is cut it is made of the files of one commit, and later corrections do not change it.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift edition list\n  fremdrift edition cut 2020-06                 makes the tag that site.toml names, here and now\n  fremdrift edition cut 2020-06 --at 3f2a91c    the same, of an older commit\n  fremdrift edition compare 2019-11 2020-06     what the later one says that the earlier did not\n\nExit codes: 0 fine, 1 the content has errors, 2 usage or environment."
)]
pub struct EditionCommand {
    #[command(subcommand)]
    action: EditionAction,
}

#[derive(Debug, Subcommand)]
enum EditionAction {
    List(ListEditions),
    Cut(CutEdition),
    Compare(CompareEditions),
}

/// Say which editions there are, and how each stands
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift edition list\n  fremdrift edition list --format json\n\nExit codes: 0 fine, 1 the content has errors, 2 usage or environment."
)]
struct ListEditions {
    /// How they are listed
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    format: TextOrJson,
}

/// Cut an edition: make the annotated tag that site.toml names, so that nothing changes it any more
///
/// Refuses a name that git refuses, while something is not committed, while `check` finds errors in what would be cut,
/// and where the name is taken. Nothing is pushed.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift edition cut 2020-06\n  fremdrift edition cut 2020-06 --at main~2\n\nExit codes: 0 fine, 1 the content has errors, 2 usage or environment."
)]
struct CutEdition {
    /// The edition, as site.toml declares it
    #[arg(value_name = "ID", value_parser = super::id)]
    edition: Id,
    /// The revision that is cut
    #[arg(long, value_name = "REVISION", default_value = "HEAD")]
    at: String,
}

/// Say what one edition says that another did not
///
/// Both are read as their readers see them. What may not be seen today is told of neither.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift edition compare 2019-11 2020-06\n  fremdrift edition compare 2019-11 2020-06 --format html > siden-sidst.html\n\nExit codes: 0 fine, 1 the content has errors, 2 usage or environment."
)]
struct CompareEditions {
    /// The edition before
    #[arg(value_name = "A", value_parser = super::id)]
    before: Id,
    /// The edition after
    #[arg(value_name = "B", value_parser = super::id)]
    after: Id,
    /// How it is told
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    format: DiffFormat,
    /// For whom: what others may not see is left out
    #[arg(long, value_enum, default_value_t = AudienceOption::Public)]
    audience: AudienceOption,
}

impl EditionCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        let done = match &self.action {
            EditionAction::List(list) => list.run(common, &mut report),
            EditionAction::Cut(cut) => cut.run(common, &mut report),
            EditionAction::Compare(compare) => compare.run(common, &report),
        };
        done.unwrap_or_else(|error| {
            report.error(&error, &common.root);
            exit::USAGE
        })
    }
}

/// Returns what is asked of a site whose editions are told of.
fn input<'i>(common: &CommonOptions, tree: &'i dyn Tree, past: Option<&'i dyn VersionControl>) -> Input<'i> {
    ViewerOptions::default().input(common, tree, past)
}

impl ListEditions {
    fn run(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let opened = OpenedRepository::with(common, Completeness::Any)?.ok();
        let past = opened.as_ref().map(|opened| opened.past(None));
        let catalogue =
            pipeline::catalogue(&input(common, &tree, past.as_ref().map(|past| past as &dyn VersionControl)))?;
        report.found(&catalogue.errors, catalogue.language);
        let text = match self.format {
            TextOrJson::Text => lines(&catalogue, report),
            TextOrJson::Json => json(&catalogue),
        };
        report.told(&text)?;
        Ok(if catalogue.errors.is_empty() { exit::FINE } else { exit::CONTENT })
    }
}

/// Lays editions out in lines: id, date, committee, how it stands, title.
fn lines(catalogue: &Catalogue, report: &Reporter) -> String {
    if catalogue.editions.is_empty() {
        return report.tell(&words::EDITION_NONE, []);
    }
    let rows: Vec<[String; 5]> = catalogue.editions.iter().map(|listed| row(listed, catalogue, report)).collect();
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..5).map(|column| width(column).unwrap_or_default()).collect();
    let line = |row: &[String; 5]| {
        let cells = row.iter().zip(&widths).filter(|(_, width)| **width > 0);
        let padded: Vec<String> = cells.map(|(cell, width)| format!("{cell:<width$}")).collect();
        padded.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn row(ListedEdition { edition, state }: &ListedEdition, catalogue: &Catalogue, report: &Reporter) -> [String; 5] {
    let revision = edition.revision.as_deref().unwrap_or_default();
    let text = |date: &fremdrift::value::Date| date.to_string();
    let state = match state {
        CatalogueState::Open => report.tell(&words::EDITION_OPEN, []),
        CatalogueState::Cut { commit, recorded } => {
            let (commit, date) = (commit.short(), text(recorded));
            report.tell(&words::EDITION_CUT, [Arg::Text(&commit), Arg::Text(&date)])
        }
        CatalogueState::Later => report.tell(&words::EDITION_LATER, [Arg::Text(&text(&catalogue.as_of))]),
        CatalogueState::NoRepository => report.tell(&words::EDITION_NO_REPOSITORY, []),
        CatalogueState::NoSite => report.tell(&words::EDITION_NO_SITE, [Arg::Text(&report::clean(revision))]),
        CatalogueState::NotFetched => report.tell(&words::EDITION_UNFETCHED, []),
        CatalogueState::Moves => report.tell(&words::EDITION_MOVES, [Arg::Text(&report::clean(revision))]),
        CatalogueState::UnknownRevision => {
            let (id, revision) = (edition.id.as_str(), report::clean(revision));
            report.tell(&words::EDITION_UNKNOWN, [Arg::Text(id), Arg::Text(&revision)])
        }
    };
    let committee = edition.committee.as_ref().map(ToString::to_string).unwrap_or_default();
    [edition.id.to_string(), text(&edition.as_of), committee, state, report::clean(&edition.title)]
}

fn json(catalogue: &Catalogue) -> String {
    #[derive(Serialize)]
    struct EditionEntry<'e> {
        id: &'e str,
        title: &'e str,
        as_of: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        committee: Option<&'e str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        meeting: Option<MeetingEntry<'e>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        revision: Option<&'e str>,
        state: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        commit: Option<String>,
        #[serde(skip_serializing_if = "Option::is_none")]
        recorded: Option<String>,
    }
    #[derive(Serialize)]
    struct MeetingEntry<'e> {
        committee: &'e str,
        #[serde(skip_serializing_if = "Option::is_none")]
        date: Option<String>,
    }
    #[derive(Serialize)]
    struct EditionDocument<'e> {
        version: u32,
        editions: Vec<EditionEntry<'e>>,
    }
    let entry = |ListedEdition { edition, state }: &'_ ListedEdition| {
        let (word, cut) = match *state {
            CatalogueState::Open => ("open", None),
            CatalogueState::Cut { commit, recorded } => ("cut", Some((commit, recorded))),
            CatalogueState::Later => ("later", None),
            CatalogueState::NoRepository => ("no-repository", None),
            CatalogueState::UnknownRevision => ("unknown-revision", None),
            CatalogueState::Moves => ("moving-revision", None),
            CatalogueState::NoSite => ("no-site", None),
            CatalogueState::NotFetched => ("not-fetched", None),
        };
        (
            word,
            cut.map(|(commit, _)| commit.to_string()),
            cut.map(|(_, date)| date.to_string()),
            edition.as_of.to_string(),
        )
    };
    let editions = catalogue.editions.iter().map(|listed| {
        let (state, commit, recorded, as_of) = entry(listed);
        let Edition { id, title, committee, meeting, revision, .. } = &listed.edition;
        EditionEntry {
            id: id.as_str(),
            title,
            as_of,
            committee: committee.as_ref().map(Id::as_str),
            meeting: meeting.as_ref().map(|meeting| MeetingEntry {
                committee: meeting.committee.as_str(),
                date: meeting.date.map(Period::iso),
            }),
            revision: revision.as_deref(),
            state,
            commit,
            recorded,
        }
    });
    report::pretty(&EditionDocument { version: JSON_VERSION, editions: editions.collect() })
}

impl CutEdition {
    fn run(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let disk = DiskTree::open(&common.root)?;
        let opened = OpenedRepository::with(common, Completeness::Any)??;
        // A name that git refuses stands in the file: it need not be committed first.
        let written = pipeline::catalogue(&input(common, &disk, None))?;
        let is_bad_name = |finding: &&Finding| finding.code == BAD_TAG_NAME.name;
        let bad_names: Vec<Finding> = written.errors.iter().filter(is_bad_name).cloned().collect();
        if !bad_names.is_empty() {
            report.found(&bad_names, written.language);
            return Ok(exit::CONTENT);
        }
        let declared = pipeline::catalogue(&input(common, &opened.repository.tree_at(&opened.head)?, None))?;
        report.speak(declared.language);
        let unrecorded = opened.repository.unrecorded(&disk)?;
        if let Some(first) = unrecorded.first() {
            let args = [Arg::Text(first.as_str()), Arg::from(unrecorded.len())];
            return Ok(report.refuse(&words::CUT_UNRECORDED, args));
        }
        if !declared.errors.is_empty() {
            report.found(&declared.errors, declared.language);
            return Ok(exit::CONTENT);
        }
        let Some(edition) = self.declared(&declared) else {
            let known: Vec<&str> = declared.editions.iter().map(|listed| listed.edition.id.as_str()).collect();
            let (id, known) = (self.edition.as_str(), known.join(", "));
            return Ok(report.refuse(&words::CUT_UNDECLARED, [Arg::Text(id), Arg::Text(&known)]));
        };
        let Some(revision) = &edition.revision else {
            return Ok(report.refuse(&words::CUT_WITHOUT_REVISION, [Arg::Text(edition.id.as_str())]));
        };
        let commit = opened.repository.resolve(&self.at)?;
        refuse_known(&opened, edition, revision)?;
        // Where tags were not fetched, it may be cut already.
        if opened.repository.is_shallow() {
            return Ok(report.refuse(&words::CUT_SHALLOW, [Arg::Text(edition.id.as_str())]));
        }
        if !self.is_sound(common, report, &opened, revision, commit)? {
            return Ok(exit::CONTENT);
        }
        let by = Signature { name: CUTTER.to_owned(), email: String::new(), at: edge::now() };
        opened.repository.tag(&NewTag { name: revision, commit, message: &edition.title, by: &by })?;
        let commit = commit.short();
        report.say(&words::CUT_DONE, [Arg::Text(edition.id.as_str()), Arg::Text(revision), Arg::Text(&commit)]);
        Ok(exit::FINE)
    }

    fn declared<'c>(&self, catalogue: &'c Catalogue) -> Option<&'c Edition> {
        catalogue.editions.iter().map(|listed| &listed.edition).find(|edition| edition.id == self.edition)
    }

    /// Tells whether `check` finds no error in a commit, as it will be once it bears its name. Says what it finds.
    fn is_sound(
        &self,
        common: &CommonOptions,
        report: &mut Reporter,
        opened: &OpenedRepository,
        name: &str,
        commit: CommitId,
    ) -> Result<bool, Error> {
        let tree = opened.repository.tree_at(&commit)?;
        let past = Foreseen { past: GitPast { head: commit, ..opened.past(None) }, name, commit };
        let built = pipeline::check(&input(common, &tree, Some(&past)), &report.progress())?;
        let Built { mut findings, language, .. } = built;
        // Cutting them is what other editions still wait for.
        findings.retain(|finding| finding.code != UNKNOWN_REVISION.name);
        let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        if errors == 0 {
            return Ok(true);
        }
        report.found(&findings, language);
        report.refuse(&words::CUT_ERRORS, [Arg::Text(self.edition.as_str()), Arg::from(errors)]);
        Ok(false)
    }
}

/// Refuses an edition that is cut already, or from what moves, before anything is built.
fn refuse_known(opened: &OpenedRepository, edition: &Edition, revision: &str) -> Result<(), Error> {
    match opened.repository.resolve_fixed(revision) {
        Err(_) if opened.repository.moves(revision) => Err(Error::coded(ErrorKind::Moving, &MOVING_REVISION)
            .with("id", edition.id.as_str())
            .with("revision", revision)),
        Ok(known) => {
            let error = Error::coded(ErrorKind::Exists, &EDITION_IS_CUT).with("id", edition.id.as_str());
            Err(error.with("revision", revision).with("commit", known.short()))
        }
        Err(_) => Ok(()),
    }
}

impl CompareEditions {
    fn run(&self, common: &CommonOptions, report: &Reporter) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let opened = OpenedRepository::with(common, Completeness::Any)?.ok();
        let past = opened.as_ref().map(|opened| opened.past(None));
        let viewing = ViewerOptions { audience: self.audience, ..ViewerOptions::default() };
        let input = viewing.input(common, &tree, past.as_ref().map(|past| past as &dyn VersionControl));
        let diff = pipeline::compare_editions(&input, &self.before, &self.after, &report.progress())?;
        report.told(&self.format.write(&diff)?)?;
        Ok(if diff.has_errors { exit::CONTENT } else { exit::FINE })
    }
}
