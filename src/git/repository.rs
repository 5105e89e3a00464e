//! The repository that a site lies in.

use std::path::{Path, PathBuf};

use gix::{ObjectId, ThreadSafeRepository, bstr::ByteSlice, objs::CommitRef, odb};

use super::{
    Commit, CommitId, RecordedTime,
    commit::CopenhagenCalendar,
    failure::{failed, told},
};
use crate::{
    diag::{Code, Error, ErrorKind},
    tree::{self, MOST_BYTES},
};

const NO_SUCH_REVISION: Code =
    Code::error("no-such-revision").args(&["revision"]).help("a name that git has no tag, branch or commit for");
const SHALLOW_CLONE: Code =
    Code::error("shallow-clone").args(&["path"]).help("a clone without its older commits, where history is asked for");
const PARTIAL_CLONE: Code =
    Code::error("partial-clone").args(&["path"]).help("a clone without its older files, where history is asked for");
const REFTABLE: Code =
    Code::error("reftable").args(&["path"]).help("a repository whose references are kept in a form that is not read");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&NO_SUCH_REVISION, &SHALLOW_CLONE, &PARTIAL_CLONE, &REFTABLE];

/// How much of history must be here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// All of it: a clone that was cut off is an error that names its cure.
    Required,
    /// Whatever there is. [`Repository::is_incomplete`] tells whether pages must say so.
    Any,
}

/// The repository that a site lies in, and where in it the site lies.
pub struct Repository {
    /// Shared between threads; each makes a handle of its own.
    inner: ThreadSafeRepository,
    /// The folder of the site.
    root: PathBuf,
    /// The folders that lead from the top of the repository to the site.
    prefix: Vec<String>,
    calendar: CopenhagenCalendar,
    hash: gix::hash::Kind,
    /// Commits whose parents were not fetched, sorted.
    boundary: Vec<ObjectId>,
    pub(super) is_partial: bool,
}

/// What an id, or the beginning of one, was found to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitMatch {
    /// No commit.
    None,
    /// This commit.
    One(CommitId),
    /// The beginning of several.
    Several,
}

/// The most commits of a history, down first parents. A commit-graph that was made up could lead in a circle.
const MOST_COMMITS: usize = 1_000_000;

/// The fewest digits by which a commit may be called.
pub const LEAST_DIGITS: usize = 7;

impl Repository {
    /// Finds the repository that a site's folder lies in. Answers `None` when it lies in none.
    ///
    /// A repository of another owner is read all the same: nothing in it is ever run.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::Shallow`] or [`ErrorKind::Partial`] when history is required and was cut off, and
    /// [`ErrorKind::Reftable`] or [`ErrorKind::Repository`] when the repository cannot be read.
    pub fn discover(root: &Path, completeness: Completeness) -> Result<Option<Self>, Error> {
        let Some(git) = nearest(root)? else { return Ok(None) };
        let doing = || format!("opening {}", git.display());
        let inner = options().open(&git);
        let inner = inner.map_err(|error| Error::new(ErrorKind::Repository, told(&error)).while_doing(doing()))?;
        let Some(prefix) = prefix(inner.work_dir(), root)? else { return Ok(None) };
        let local = inner.to_thread_local();
        if is_reftable(&local) {
            let path = inner.path().display().to_string();
            return Err(Error::coded(ErrorKind::Reftable, &REFTABLE).with("path", path));
        }
        let boundary = boundary(&local).map_err(|error| failed(doing(), &error))?;
        let (is_partial, hash) = (is_partial(&local), local.object_hash());
        drop(local);
        let root = root.to_owned();
        let repository = Self { inner, root, prefix, calendar: CopenhagenCalendar::new(), hash, boundary, is_partial };
        match completeness {
            Completeness::Required => repository.refuse_incomplete()?,
            Completeness::Any => {}
        }
        Ok(Some(repository))
    }

    fn refuse_incomplete(&self) -> Result<(), Error> {
        let (kind, code): (_, &'static Code) = match (self.boundary.is_empty(), self.is_partial) {
            (true, false) => return Ok(()),
            (false, _) => (ErrorKind::Shallow, &SHALLOW_CLONE),
            (true, true) => (ErrorKind::Partial, &PARTIAL_CLONE),
        };
        Err(Error::coded(kind, code).with("path", self.inner.path().display().to_string()))
    }

    /// Tells whether history was cut off, by a shallow or a partial clone.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        !self.boundary.is_empty() || self.is_partial
    }

    /// Tells whether older commits were not fetched.
    #[must_use]
    pub fn is_shallow(&self) -> bool {
        !self.boundary.is_empty()
    }

    /// Tells whether somebody else owns the repository. It is read all the same; git itself would refuse.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.inner.to_thread_local().git_dir_trust() != gix::sec::Trust::Full
    }

    /// Returns the commit that is checked out; `None` before the first one.
    ///
    /// # Errors
    ///
    /// Fails when the references cannot be read.
    pub fn head(&self) -> Result<Option<CommitId>, Error> {
        let local = self.local();
        let fail = |error: gix::Error| failed("reading HEAD", &error);
        let mut head = local.head().map_err(fail)?;
        Ok(head.try_peel_to_id().map_err(fail)?.map(|id| CommitId(id.detach())))
    }

    /// Finds a commit by a branch, a tag, a whole id or the beginning of one.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::NotFound`] when there is no such commit, or more than one.
    pub fn resolve(&self, name: &str) -> Result<CommitId, Error> {
        let local = self.local();
        let peeled = format!("{name}^{{commit}}");
        // What git says of it is of no use to whoever wrote the name.
        let id = local.rev_parse_single(peeled.as_str()).map_err(|_| no_such_revision(name))?;
        Ok(CommitId(id.detach()))
    }

    /// Finds a commit by what never moves: a tag, a whole id or the beginning of one.
    ///
    /// # Errors
    ///
    /// Answers [`ErrorKind::NotFound`] when there is none, and for branches and whatever else moves.
    pub fn resolve_fixed(&self, name: &str) -> Result<CommitId, Error> {
        let is_id = name.len() >= LEAST_DIGITS && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_name = !name.contains(|c: char| c.is_whitespace() || "^~:\\?*[".contains(c)) && !name.contains("@{");
        match (is_id, is_name) {
            (true, _) => self.resolve(name),
            (false, true) => self.resolve(&format!("refs/tags/{}", name.trim_start_matches("refs/tags/"))),
            (false, false) => Err(no_such_revision(name)),
        }
    }

    /// Finds a commit by its id, or by a beginning of it that no other commit has.
    ///
    /// # Errors
    ///
    /// Fails when the objects cannot be searched.
    pub fn find_commit(&self, digits: &str) -> Result<CommitMatch, Error> {
        if digits.len() < LEAST_DIGITS || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(CommitMatch::None);
        }
        let local = self.local();
        let digits = digits.to_ascii_lowercase();
        let Ok(prefix) = gix::hash::Prefix::from_hex(&digits) else { return Ok(CommitMatch::None) };
        let mut candidates = Default::default();
        let found = local.objects.lookup_prefix(prefix, Some(&mut candidates));
        found.map_err(|error| Error::new(ErrorKind::Repository, error.to_string()).while_doing("finding a commit"))?;
        let is_commit =
            |id: &ObjectId| local.find_header(*id).is_ok_and(|header| header.kind() == gix::object::Kind::Commit);
        let mut commits = candidates.into_iter().filter(is_commit);
        Ok(match (commits.next(), commits.next()) {
            (None, _) => CommitMatch::None,
            (Some(id), None) => CommitMatch::One(CommitId(id)),
            (Some(_), Some(_)) => CommitMatch::Several,
        })
    }

    /// Tells whether there is such a commit today, and tomorrow it may be another: a branch, `HEAD`.
    #[must_use]
    pub fn moves(&self, name: &str) -> bool {
        self.resolve_fixed(name).is_err() && self.resolve(name).is_ok()
    }

    /// Returns the last commit that two have in common; `None` when they have none.
    ///
    /// # Errors
    ///
    /// Fails when a commit cannot be read.
    pub fn merge_base(&self, one: &CommitId, other: &CommitId) -> Result<Option<CommitId>, Error> {
        let local = self.local();
        let base = local.merge_base(one.0, other.0).map_err(|error| failed("finding the common commit", &error))?;
        Ok(base.map(|id| CommitId(id.detach())))
    }

    /// Reads a commit.
    ///
    /// # Errors
    ///
    /// Fails when it is not there or cannot be read.
    pub fn commit(&self, id: &CommitId) -> Result<Commit, Error> {
        self.read_commit(&self.objects(0), id, &mut Vec::new())
    }

    /// Returns the commits from one down its first parents, newest first, to the beginning or until another, which
    /// is left out.
    ///
    /// # Errors
    ///
    /// Fails when a commit is not there or cannot be read, and when there are more than `MOST_COMMITS`.
    pub fn first_parent(&self, from: &CommitId, down_to: Option<&CommitId>) -> Result<Vec<Commit>, Error> {
        let (objects, mut buffer) = (self.objects(0), Vec::new());
        // A commit-graph that cannot be read is none: it holds nothing that the commits do not.
        let graph = self.local().commit_graph_if_enabled().ok().flatten();
        let mut commits = Vec::new();
        let mut next = Some(*from);
        while let Some(id) = next.filter(|id| Some(id) != down_to) {
            let commit = match graph.as_ref().and_then(|graph| self.graphed_commit(graph, &id)) {
                Some(commit) => commit,
                None => self.read_commit(&objects, &id, &mut buffer)?,
            };
            next = commit.parent;
            if commits.len() >= MOST_COMMITS {
                let message = format!("there are more than {MOST_COMMITS} commits before {from}");
                return Err(Error::new(ErrorKind::Limit, message));
            }
            commits.push(commit);
        }
        Ok(commits)
    }

    /// Tells whether git tracks something of a name in the site's folder: whether it is in the commit that is checked out,
    /// or in the index. Case makes no difference, since to some disks it makes none.
    ///
    /// # Errors
    ///
    /// Fails when one of them cannot be read.
    pub fn tracks(&self, name: &str) -> Result<bool, Error> {
        let local = self.local();
        let fail = |error: gix::Error| failed(format!("looking for {name}"), &error);
        let index = local.try_index().map_err(|error| failed("reading the index", &error))?;
        let folder: String = self.prefix.iter().flat_map(|folder| [folder, "/"]).collect();
        let is_below = |path: &gix::bstr::BStr| {
            let rest = path.strip_prefix(folder.as_bytes())?;
            let (start, rest) = rest.split_at_checked(name.len())?;
            Some(start.eq_ignore_ascii_case(name.as_bytes()) && matches!(rest.first(), None | Some(b'/')))
        };
        if index.is_some_and(|index| index.entries().iter().any(|entry| is_below(entry.path(&index)) == Some(true))) {
            return Ok(true);
        }
        let Some(head) = self.head()? else { return Ok(false) };
        let mut tree = local.find_commit(head.0).and_then(|commit| commit.tree()).map_err(fail)?;
        for folder in &self.prefix {
            let Some(entry) = tree.lookup_entry([folder.as_str()]).map_err(fail)? else { return Ok(false) };
            let Ok(below) = entry.object().map_err(fail)?.try_into_tree() else { return Ok(false) };
            tree = below;
        }
        let mut entries = tree.iter().filter_map(Result::ok);
        Ok(entries.any(|entry| entry.filename().eq_ignore_ascii_case(name.as_bytes())))
    }

    /// Returns the folders that led to the site in a commit.
    pub(super) fn place_in(&self, commit: &Commit) -> Result<&[String], Error> {
        let own = self.prefix.as_slice();
        if own.is_empty() || self.has_site(commit.tree, own)? {
            return Ok(own);
        }
        let head = self.head()?.map(|head| self.commit(&head)).transpose()?;
        for length in (0..own.len()).rev() {
            let above = own.get(..length).unwrap_or_default();
            let is_other = head.map(|head| self.has_site(head.tree, above)).transpose()?.unwrap_or(false);
            if !is_other && self.has_site(commit.tree, above)? {
                return Ok(above);
            }
        }
        Ok(own)
    }

    /// Tells whether a site lies in a folder of a tree.
    fn has_site(&self, tree: ObjectId, folders: &[String]) -> Result<bool, Error> {
        let local = self.local();
        let path = folders.iter().map(String::as_str).chain([tree::SITE_FILE]);
        let entry = local.find_tree(tree).and_then(|tree| tree.lookup_entry(path));
        Ok(entry.map_err(|error| failed(format!("reading tree {tree}"), &error))?.is_some())
    }

    /// Takes a commit from the commit-graph; `None` where it is not in it, or its clock is odd: the graph has room for
    /// 34 bits of a time, the commit itself for all.
    fn graphed_commit(&self, graph: &gix::commitgraph::Graph, id: &CommitId) -> Option<Commit> {
        let known = graph.commit_by_id(id.0)?;
        let recorded = self.calendar.at(i64::try_from(known.committer_timestamp()).ok()?);
        let parent = known.parent1().ok()?.map(|parent| CommitId(graph.id_at(parent).to_owned()));
        let commit = self.make_commit(*id, parent, recorded, known.root_tree_id().to_owned());
        (!recorded.is_odd).then_some(commit)
    }

    fn read_commit(&self, objects: &odb::Handle, id: &CommitId, buffer: &mut Vec<u8>) -> Result<Commit, Error> {
        let doing = || format!("reading commit {id}");
        read(objects, &id.0, buffer).map_err(|error| error.while_doing(doing()))?;
        let raw = CommitRef::from_bytes(buffer, id.0.kind()).map_err(|error| failed(doing(), &error))?;
        let seconds = raw.committer().map_or(i64::MIN, |committer| committer.seconds());
        Ok(self.make_commit(*id, raw.parents().next().map(CommitId), self.calendar.at(seconds), raw.tree()))
    }

    fn make_commit(&self, id: CommitId, parent: Option<CommitId>, recorded: RecordedTime, tree: ObjectId) -> Commit {
        let is_boundary = self.boundary.binary_search(&id.0).is_ok();
        Commit { id, parent: parent.filter(|_| !is_boundary), recorded, is_boundary, tree }
    }

    /// Returns a handle for one thread.
    pub(super) fn local(&self) -> gix::Repository {
        self.inner.to_thread_local()
    }

    /// Returns a handle on the objects for one thread, with a cache of so many bytes for the bases of deltas.
    pub(super) fn objects(&self, cache_bytes: usize) -> odb::Handle {
        let mut objects = self.local().objects.into_inner();
        objects.prevent_pack_unload();
        objects.ignore_replacements = true;
        if cache_bytes > 0 {
            objects.set_pack_cache(move || Box::new(odb::pack::cache::lru::MemoryCappedHashmap::new(cache_bytes)));
        }
        objects
    }

    /// Returns the folder of the site.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns the folders that lead from the top of the repository to the site.
    #[must_use]
    pub fn prefix(&self) -> &[String] {
        &self.prefix
    }

    /// Returns the folders that git keeps it in: its own, and where it is one working tree of several the one they share.
    #[must_use]
    pub fn folders(&self) -> Vec<PathBuf> {
        let local = self.local();
        let (own, shared) = (local.git_dir().to_owned(), local.common_dir().to_owned());
        if own == shared { vec![own] } else { vec![own, shared] }
    }

    /// Returns the kind of its ids.
    pub(super) fn hash(&self) -> gix::hash::Kind {
        self.hash
    }

    /// Tells whether something failed only for an object that a partial clone has not fetched.
    #[must_use]
    pub fn is_unfetched(&self, error: &Error) -> bool {
        self.is_partial && error.kind() == ErrorKind::MissingObject
    }
}

fn no_such_revision(name: &str) -> Error {
    Error::coded(ErrorKind::NotFound, &NO_SUCH_REVISION).with("revision", name)
}

/// Reads an object into a buffer.
pub(super) fn read(objects: &odb::Handle, id: &ObjectId, buffer: &mut Vec<u8>) -> Result<(), Error> {
    match gix::objs::Find::try_find(objects, id, buffer) {
        Ok(Some(_)) => Ok(()),
        Ok(None) => Err(Error::new(ErrorKind::MissingObject, format!("object {id} is missing"))),
        Err(error) => Err(failed(format!("reading object {id}"), &error)),
    }
}

/// Opens for reading alone: nothing of the environment or of the user, no stand-ins for objects, nothing too large.
/// A delta and what it is based on are in memory together, so a little more than one object must have room.
fn options() -> gix::open::Options {
    let most = MOST_BYTES.saturating_mul(3);
    gix::open::Options::isolated()
        .filter_config_section(|_| true)
        .config_overrides(["core.useReplaceRefs=false".into(), format!("gitoxide.objects.allocLimit={most}")])
}

/// Returns the `.git` that is nearest above a folder. One that leads to no repository is not passed over: what lies
/// further up would be the wrong one.
fn nearest(root: &Path) -> Result<Option<PathBuf>, Error> {
    let real = root.canonicalize().map_err(|error| Error::io("finding", root, error))?;
    let candidates = real.ancestors().map(|folder| folder.join(".git"));
    Ok(candidates.into_iter().find(|git| git.symlink_metadata().is_ok()))
}

/// Returns the folders from the top of a working tree to the site; `None` where the site lies in no working tree.
fn prefix(top: Option<&Path>, root: &Path) -> Result<Option<Vec<String>>, Error> {
    let Some(top) = top else { return Ok(None) };
    let real = |path: &Path| path.canonicalize().map_err(|error| Error::io("finding", path, error));
    let (top, root) = (real(top)?, real(root)?);
    let Ok(below) = root.strip_prefix(&top) else { return Ok(None) };
    let parts = below.iter().map(|part| part.to_str().map(str::to_owned));
    parts
        .collect::<Option<Vec<_>>>()
        .map(Some)
        .ok_or_else(|| Error::new(ErrorKind::Repository, format!("{} has a name that is no text", root.display())))
}

fn is_reftable(local: &gix::Repository) -> bool {
    local.config_snapshot().string("extensions.refStorage").is_some_and(|value| value.as_bstr() == "reftable")
}

/// Tells whether the clone leaves out objects until somebody asks for them.
fn is_partial(local: &gix::Repository) -> bool {
    let config = local.config_snapshot();
    let remotes = config.plumbing().sections_by_name("remote").into_iter().flatten();
    config.string("extensions.partialClone").is_some() || remotes.into_iter().any(|remote| is_promisor(&remote))
}

fn is_promisor(remote: &gix::config::file::SectionRef<'_>) -> bool {
    let promises = |value: gix::bstr::BString| gix::config::Boolean::try_from(value).is_ok_and(|value| value.is_true());
    remote.value("promisor").is_some_and(promises)
}

fn boundary(local: &gix::Repository) -> Result<Vec<ObjectId>, gix::Error> {
    let commits = local.shallow_commits()?;
    let mut boundary: Vec<ObjectId> = commits.iter().flat_map(|commits| commits.iter().copied()).collect();
    boundary.sort_unstable();
    Ok(boundary)
}
