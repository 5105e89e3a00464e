//! The repository as the library reads it, held against what git itself says.

use std::{collections::BTreeMap, fs, path::Path, sync::Mutex};

use fremdrift::{
    diag::ErrorKind,
    git::{
        Blob, BlobId, ChangedFile, Commit, CommitId, Completeness, FileEdit, NewCommit, NewRepository, NewTag, OddTime,
        Repository, Signature, is_lfs_pointer, odd_times,
    },
    tree::{DiskTree, Tree},
    value::RelPath,
};
use rayon::prelude::*;

use crate::support::{
    day,
    git::{Repo, folder as new_folder, read_history, run},
    random,
};

/// Every history that lies in `tests/histories`.
const HISTORIES: [&str; 11] =
    ["clocks", "deleted", "lfs", "linear", "merge", "octopus", "people", "renames", "reverts", "subfolder", "tags"];

fn open(root: &Path) -> Repository {
    Repository::discover(root, Completeness::Required).expect("readable").expect("a repository")
}

fn refused(root: &Path) -> ErrorKind {
    Repository::discover(root, Completeness::Required).map(drop).expect_err("refused").kind()
}

fn path(text: &str) -> RelPath {
    RelPath::new(text).expect("a path")
}

fn head(repository: &Repository) -> CommitId {
    repository.head().expect("readable").expect("a commit")
}

fn commits(repository: &Repository) -> Vec<Commit> {
    repository.first_parent(&head(repository), None).expect("readable")
}

fn id(repo: &Repo, name: &str) -> CommitId {
    CommitId::from_hex(&repo.git(&["rev-parse", &format!("{name}^{{commit}}")])).expect("an id")
}

/// What commits changed, each file as git would print it.
fn changes(repository: &Repository, commits: &[Commit]) -> Vec<(CommitId, Vec<String>)> {
    let mut all = Vec::new();
    let mut visit = |place: usize, changed: &[ChangedFile]| {
        assert_eq!(place, all.len(), "commits are visited in their order");
        all.push((commits[place].id, changed.iter().map(shown).collect()));
    };
    repository.changed(commits, &mut visit).expect("readable");
    all
}

fn shown(changed: &ChangedFile) -> String {
    let id = |id: Option<BlobId>| id.map_or_else(|| "-".to_owned(), |id| id.to_string());
    format!("{} {} {}", id(changed.before), id(changed.after), changed.path)
}

/// What git says that the commits of the first-parent line changed among the files of a site.
fn changes_by_git(folder: &Path, below: &str) -> Vec<(CommitId, Vec<String>)> {
    let words = ["log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "-z", "--format=commit %H"];
    let text = String::from_utf8(run(folder, &words, &[])).expect("text");
    let mut words = text.split('\0').map(|word| word.trim_start_matches('\n')).filter(|word| !word.is_empty());
    let mut all: Vec<(CommitId, Vec<String>)> = Vec::new();
    while let Some(word) = words.next() {
        if let Some(id) = word.strip_prefix("commit ") {
            all.push((CommitId::from_hex(id).expect("an id"), Vec::new()));
            continue;
        }
        let fields: Vec<&str> = word.trim_start_matches(':').split(' ').collect();
        let path = words.next().expect("a path");
        let file = |mode: &str, id: &str| if mode.starts_with("100") { id.to_owned() } else { "-".to_owned() };
        let (before, after) = (file(fields[0], fields[2]), file(fields[1], fields[3]));
        if let Some(path) = path.strip_prefix(below).filter(|path| is_of_site(path) && before != after) {
            all.last_mut().expect("a commit").1.push(format!("{before} {after} {path}"));
        }
    }
    all
}

/// What belongs to a site, told once more and in other words than the library does.
fn is_of_site(path: &str) -> bool {
    let litter =
        |part: &str| part.starts_with('.') || part.ends_with('~') || part == "Thumbs.db" || part == "desktop.ini";
    let is_inside = path.starts_with("content/") || path.starts_with("themes/");
    path == "site.toml" || is_inside && !path.split('/').any(litter)
}

/// The files of a site in a commit, as git lists them.
fn files_by_git(folder: &Path, commit: &CommitId, below: &str) -> Vec<String> {
    let text = String::from_utf8(run(folder, &["ls-tree", "-r", "-z", &commit.to_string()], &[])).expect("text");
    let lines = text.split('\0').filter(|line| line.starts_with("100"));
    let files = lines.filter_map(|line| {
        let (head, path) = line.split_once('\t').expect("a path");
        let path = path.strip_prefix(below).filter(|path| is_of_site(path))?;
        Some(format!("{} {path}", head.rsplit(' ').next().expect("an id")))
    });
    files.collect()
}

/// Holds all of a repository against git: commits, days, changes, files and their bytes.
#[track_caller]
fn assert_as_git_says(folder: &Path, below: &str) {
    let repository = open(&folder.join(below));
    let commits = commits(&repository);
    assert_eq!(changes(&repository, &commits), changes_by_git(folder, below));
    let (first, last) = (commits.first().expect("a commit"), commits.last().expect("a commit"));
    assert_eq!(last.parent, None);
    for commit in [first, last] {
        let expected = files_by_git(folder, &commit.id, below);
        match repository.tree_at(&commit.id) {
            Ok(tree) => {
                let found: Vec<_> = tree.files().map(|(path, blob)| format!("{blob} {path}")).collect();
                let kept: Vec<_> = expected.iter().filter(|line| !is_skipped(&tree, line)).cloned().collect();
                assert_eq!(found, kept);
            }
            Err(error) => assert_eq!((error.kind(), expected), (ErrorKind::NoSite, Vec::new())),
        }
    }
    assert_eq!(contents(&repository, &commits), contents_by_git(folder, &repository, &commits));
}

fn is_skipped(tree: &dyn Tree, line: &str) -> bool {
    tree.skipped().iter().any(|skipped| line.ends_with(&format!(" {}", skipped.path)))
}

/// All contents that ever stood in the site.
fn blobs(repository: &Repository, commits: &[Commit]) -> Vec<BlobId> {
    let mut ids = Vec::new();
    let mut visit = |_: usize, changed: &[ChangedFile]| ids.extend(changed.iter().filter_map(|changed| changed.after));
    repository.changed(commits, &mut visit).expect("readable");
    ids
}

fn contents(repository: &Repository, commits: &[Commit]) -> Vec<(BlobId, Vec<u8>)> {
    let ids = blobs(repository, commits);
    let found = Mutex::new(BTreeMap::new());
    let visit = |place: usize, blob: Blob<'_>| {
        let Blob::Bytes(bytes) = blob else { panic!("{blob:?}") };
        let earlier = found.lock().expect("a lock").insert(place, bytes.to_vec());
        assert_eq!(earlier, None, "each is handed out once");
    };
    repository.blobs(&ids, &visit).expect("readable");
    let found = found.into_inner().expect("a lock");
    assert_eq!(found.len(), ids.len());
    found.into_iter().map(|(place, bytes)| (ids[place], bytes)).collect()
}

fn contents_by_git(folder: &Path, repository: &Repository, commits: &[Commit]) -> Vec<(BlobId, Vec<u8>)> {
    let ids = blobs(repository, commits);
    let input: String = ids.iter().map(|id| format!("{id}\n")).collect();
    let mut output = &*run(folder, &["cat-file", "--batch"], input.as_bytes());
    let mut read = |id: &BlobId| {
        let line = output.iter().position(|byte| *byte == b'\n').expect("a line");
        let size: usize = String::from_utf8_lossy(&output[..line]).rsplit(' ').next()?.parse().ok()?;
        let bytes = output[line + 1..line + 1 + size].to_vec();
        output = &output[line + 2 + size..];
        Some((*id, bytes))
    };
    ids.iter().map(|id| read(id).expect("a blob")).collect()
}

#[test]
fn every_history_is_as_git_says() {
    let files = fs::read_dir(crate::support::project().join("tests/histories")).expect("a folder");
    let mut names: Vec<_> = files.map(|file| file.expect("a file").file_name().into_string().expect("text")).collect();
    names.sort();
    assert_eq!(names, HISTORIES.map(|name| format!("{name}.fi")));
    for name in HISTORIES {
        let repo = Repo::history(name);
        assert_as_git_says(repo.path(), "");
        if name == "subfolder" {
            fs::create_dir_all(repo.path().join("kommune/status")).expect("a folder");
            assert_as_git_says(repo.path(), "kommune/status/");
        }
    }
}

#[test]
fn two_hundred_random_histories_are_as_git_says() {
    let told: usize = (0..200_u64)
        .into_par_iter()
        .map(|seed| {
            let below = if seed % 3 == 0 { "kommune/status/" } else { "" };
            let repo = Repo::of_stream(&random::history(seed, below), seed % 8 > 0);
            fs::create_dir_all(repo.path().join(below)).expect("a folder");
            assert_as_git_says(repo.path(), below);
            changes_by_git(repo.path(), below).iter().map(|(_, changes)| changes.len()).sum::<usize>()
        })
        .sum();
    assert!(told > 3_000, "only {told} changes: too few to prove anything");
}

#[test]
fn history_follows_the_first_parent() {
    let repo = Repo::history("merge");
    let repository = open(repo.path());
    let commits = commits(&repository);
    let ids: Vec<String> = commits.iter().map(|commit| commit.id.to_string()).collect();
    assert_eq!(ids.join("\n"), repo.git(&["rev-list", "--first-parent", "main"]));
    let dates: Vec<String> = commits.iter().map(|commit| commit.recorded.date.to_string()).collect();
    assert_eq!(dates, ["2020-07-01", "2020-06-30", "2020-06-25", "2020-06-22"]);
    let counts: Vec<usize> = changes(&repository, &commits).iter().map(|(_, changed)| changed.len()).collect();
    assert_eq!(counts, [0, 1, 1, 3], "the merge tells what the branch changed; an equal merge tells nothing");
    let upper = repository.first_parent(&commits[0].id, Some(&commits[2].id)).expect("readable");
    assert_eq!(upper, commits[..2]);
    assert_eq!(changes(&repository, &upper)[1].1.len(), 1, "the parent of the last is found though it is not listed");
}

#[test]
fn branches_meet() {
    let repo = Repo::history("merge");
    let repository = open(repo.path());
    let base = |one: &str, other: &str| repository.merge_base(&id(&repo, one), &id(&repo, other)).expect("readable");
    assert_eq!(base("main~2", "udkast"), Some(id(&repo, "main~3")));
    let repo = Repo::history("octopus");
    let repository = open(repo.path());
    assert_eq!(repository.merge_base(&id(&repo, "main^"), &id(&repo, "tre")).expect("readable"), None);
}

#[test]
fn commits_are_found_by_their_names() {
    let repo = Repo::history("tags");
    let repository = open(repo.path());
    let second = id(&repo, "main~1");
    for name in ["udgave/juni", "sag/123", "main~1", &second.to_string(), &second.short(), "refs/tags/udgave/juni"] {
        assert_eq!(repository.resolve(name).expect(name), second, "{name}");
    }
    assert_eq!(repository.resolve("let").expect("a tag"), id(&repo, "main~2"));
    assert_eq!(repository.resolve("HEAD").expect("a commit"), head(&repository));
    for name in ["udgave/august", "", "0000000000", "main:site.toml", "-x"] {
        assert_eq!(repository.resolve(name).expect_err(name).kind(), ErrorKind::NotFound, "{name}");
    }
}

#[test]
fn clocks_that_are_wrong_are_told_of_and_moved() {
    let repo = Repo::history("clocks");
    let repository = open(repo.path());
    let with_commits = commits(&repository);
    let dates: Vec<_> = with_commits.iter().map(|commit| (commit.recorded.date, commit.recorded.is_odd)).collect();
    let expected = [
        (day("2100-12-31"), true),
        (day("2020-06-30"), false),
        (day("2099-06-02"), false),
        (day("2020-07-01"), false),
        (day("1990-01-01"), true),
    ];
    assert_eq!(dates, expected);
    let odd = [
        OddTime::Outside(id(&repo, "main")),
        OddTime::Outside(id(&repo, "main~4")),
        OddTime::BeforeParent(id(&repo, "main~1")),
    ];
    assert_eq!(odd_times(&with_commits), odd);
    repo.git(&["commit-graph", "write", "--reachable"]);
    assert_eq!(commits(&open(repo.path())), with_commits, "with a commit-graph it is the same");
}

#[test]
fn a_commit_graph_changes_nothing() {
    for name in HISTORIES {
        let repo = Repo::history(name);
        let without = commits(&open(repo.path()));
        repo.git(&["commit-graph", "write", "--reachable", "--changed-paths"]);
        assert_eq!(commits(&open(repo.path())), without, "{name}");
    }
}

#[test]
fn where_there_is_no_repository_there_is_none() {
    let folder = new_folder();
    assert!(Repository::discover(folder.path(), Completeness::Required).expect("no error").is_none());
    let repo = Repo::new();
    let repository = open(repo.path());
    assert_eq!(repository.head().expect("readable"), None, "before the first commit");
    assert!(repository.resolve("main").is_err());
    fs::write(folder.path().join(".git"), "gitdir: /nowhere/at/all\n").expect("a file");
    assert_eq!(refused(folder.path()), ErrorKind::Repository);
}

#[test]
fn ids_may_be_sha_256() {
    let repo = Repo::with_format("sha256");
    repo.import(&read_history("merge"));
    assert_eq!(head(&open(repo.path())).to_string().len(), 64);
    assert_as_git_says(repo.path(), "");
}

#[test]
fn several_packs_and_loose_objects_are_one_repository() {
    let repo = Repo::history("linear");
    repo.git(&["repack", "-d", "--quiet"]);
    repo.import(&read_history("renames").replace("refs/heads/main", "refs/heads/andet"));
    repo.git(&["repack", "-d", "--quiet"]);
    repo.git(&["reset", "--hard", "--quiet", "main"]);
    repo.write("content/index.md", "Løst\n");
    repo.git(&["add", "."]);
    repo.git(&["commit", "--quiet", "--message=Løst"]);
    let packs = fs::read_dir(repo.path().join(".git/objects/pack")).expect("a folder");
    assert_eq!(
        packs.filter(|file| file.as_ref().is_ok_and(|file| file.path().extension() == Some("pack".as_ref()))).count(),
        2
    );
    assert_as_git_says(repo.path(), "");
    repo.git(&["multi-pack-index", "write"]);
    assert_as_git_says(repo.path(), "");
}

#[test]
fn a_worktree_has_a_head_of_its_own() {
    let repo = Repo::history("merge");
    let folder = new_folder();
    let other = folder.path().join("udkast");
    repo.git(&["worktree", "add", "--quiet", other.to_str().expect("text"), "udkast"]);
    assert_eq!(head(&open(&other)), id(&repo, "udkast"));
    assert_as_git_says(&other, "");
    let tree = DiskTree::open(&other).expect("a site");
    assert_eq!(open(&other).unrecorded(&tree).expect("readable"), []);
}

#[test]
fn a_clone_that_was_cut_off_is_refused_or_says_so() {
    let repo = Repo::history("linear");
    let folder = new_folder();
    let address = format!("file://{}", repo.path().display());
    for depth in ["1", "3"] {
        let clone = folder.path().join(depth);
        run(folder.path(), &["clone", "--quiet", "--depth", depth, &address, depth], &[]);
        assert_eq!(refused(&clone), ErrorKind::Shallow);
        let repository = Repository::discover(&clone, Completeness::Any).expect("readable").expect("a repository");
        assert!(repository.is_incomplete());
        let commits = commits(&repository);
        assert_eq!(commits.len().to_string(), depth);
        let last = commits.last().expect("a commit");
        assert!(last.is_boundary && last.parent.is_none());
        assert_eq!(changes(&repository, &commits).pop(), Some((last.id, Vec::new())), "nothing was first said there");
    }
    assert!(!open(repo.path()).is_incomplete());
}

#[test]
fn a_clone_without_old_files_is_refused_or_says_so() {
    let repo = Repo::history("linear");
    repo.git(&["config", "uploadpack.allowFilter", "true"]);
    let folder = new_folder();
    let address = format!("file://{}", repo.path().display());
    run(folder.path(), &["clone", "--quiet", "--no-checkout", "--filter=blob:none", &address, "partial"], &[]);
    let clone = folder.path().join("partial");
    assert_eq!(refused(&clone), ErrorKind::Partial);
    let repository = Repository::discover(&clone, Completeness::Any).expect("readable").expect("a repository");
    assert!(repository.is_incomplete());
    let ids = blobs(&repository, &commits(&repository));
    let missing = Mutex::new(0);
    let visit = |_: usize, blob: Blob<'_>| *missing.lock().expect("a lock") += usize::from(blob == Blob::Missing);
    repository.blobs(&ids, &visit).expect("readable");
    assert_eq!(missing.into_inner().expect("a lock"), ids.len());
}

/// Takes an object out of a repository in which all objects lie loose.
fn lose(repo: &Repo, name: &str) {
    let id = repo.git(&["rev-parse", name]);
    let (folder, file) = id.split_at(2);
    fs::remove_file(repo.path().join(".git/objects").join(folder).join(file)).expect("a loose object");
}

#[test]
fn what_is_missing_is_an_error() {
    let kind = |name: &str, read: &dyn Fn(&Repository) -> Result<(), fremdrift::diag::Error>| {
        let repo = Repo::history("linear");
        lose(&repo, name);
        let error = read(&open(repo.path())).expect_err(name);
        assert!(!error.to_string().is_empty());
        error.kind()
    };
    let walk = |repository: &Repository| repository.first_parent(&head(repository), None).map(drop);
    assert_eq!(kind("main~2", &walk), ErrorKind::MissingObject);
    let compare = |repository: &Repository| repository.changed(&commits(repository), &mut |_, _| ()).map(drop);
    assert_eq!(kind("main~2^{tree}", &compare), ErrorKind::MissingObject);
    let read = |repository: &Repository| repository.blobs(&blobs(repository, &commits(repository)), &|_, _| ());
    assert_eq!(kind("main~2:content/plans/skoler/measures/01-takster.md", &read), ErrorKind::MissingObject);
    let list = |repository: &Repository| repository.tree_at(&head(repository)).map(drop);
    assert_eq!(kind("main:content/plans", &list), ErrorKind::MissingObject);
}

#[test]
fn what_is_damaged_is_an_error() {
    let repo = Repo::history("linear");
    let id = repo.git(&["rev-parse", "main:content/plans"]);
    let (folder, file) = id.split_at(2);
    let object = repo.path().join(".git/objects").join(folder).join(file);
    fs::remove_file(&object).expect("a loose object");
    fs::write(&object, b"x\x9cK\xca\xc9OR0\x34").expect("a file");
    let repository = open(repo.path());
    assert_eq!(repository.tree_at(&head(&repository)).map(drop).expect_err("damaged").kind(), ErrorKind::Repository);
}

#[test]
fn references_in_a_reftable_are_named() {
    let folder = new_folder();
    run(folder.path(), &["init", "--quiet", "--ref-format=reftable"], &[]);
    assert_eq!(refused(folder.path()), ErrorKind::Reftable);
}

#[test]
fn stand_ins_and_grafts_change_nothing() {
    let repo = Repo::history("linear");
    let before = commits(&open(repo.path()));
    repo.git(&["replace", "main~1", "main~3"]);
    let graft = format!("{}\n", repo.git(&["rev-parse", "main~1"]));
    fs::create_dir_all(repo.path().join(".git/info")).expect("a folder");
    fs::write(repo.path().join(".git/info/grafts"), graft).expect("a file");
    assert_eq!(repo.git(&["rev-list", "--count", "main"]), "2", "git itself is led astray");
    assert_eq!(commits(&open(repo.path())), before);
}

#[test]
fn nothing_of_a_repository_is_run() {
    let repo = Repo::history("linear");
    repo.git(&["reset", "--hard", "--quiet"]);
    let trap = repo.path().join("trap");
    let bait = format!("touch {}", trap.display());
    for key in
        ["core.fsmonitor", "core.sshCommand", "core.pager", "filter.x.clean", "filter.x.smudge", "diff.x.textconv"]
    {
        repo.git(&["config", key, &bait]);
    }
    fs::write(repo.path().join(".git/info/attributes"), "* filter=x diff=x\n").expect("a file");
    let repository = open(repo.path());
    repository.unrecorded(&DiskTree::open(repo.path()).expect("a site")).expect("readable");
    contents(&repository, &commits(&repository));
    assert!(!trap.exists());
}

#[test]
fn a_picture_in_lfs_is_named() {
    let repo = Repo::history("lfs");
    let repository = open(repo.path());
    let tree = repository.tree_at(&head(&repository)).expect("readable");
    let skipped: Vec<_> = tree.skipped().iter().map(|skipped| (skipped.path.as_str(), skipped.code.name)).collect();
    assert_eq!(skipped, [("content/plans/skoler/skole.png", "lfs-pointer")]);
    assert!(tree.paths().contains(&path("content/plans/skoler/vej.png")));
    let commits = commits(&repository);
    let pointers = contents(&repository, &commits).into_iter().filter(|(_, bytes)| is_lfs_pointer(bytes)).count();
    assert_eq!(pointers, 1);
}

#[test]
fn what_is_no_file_is_passed_over_and_named() {
    let repo = Repo::history("renames");
    let repository = open(repo.path());
    let skipped = |name: &str| {
        let tree = repository.tree_at(&repository.resolve(name).expect("a commit")).expect("readable");
        tree.skipped().iter().map(|skipped| format!("{} {}", skipped.code, skipped.path)).collect::<Vec<_>>()
    };
    assert_eq!(skipped("main"), ["submodule content/modul"]);
    assert_eq!(skipped("main~1"), ["symlink content/index.md"]);
    assert_eq!(skipped("main~2"), Vec::<String>::new());
}

#[test]
fn the_tree_of_a_commit_is_that_of_a_checkout() {
    let repo = Repo::history("linear");
    repo.git(&["reset", "--hard", "--quiet"]);
    let repository = open(repo.path());
    let (disk, commit) =
        (DiskTree::open(repo.path()).expect("a site"), repository.tree_at(&head(&repository)).expect("a tree"));
    assert_eq!(disk.paths(), commit.paths());
    for path in disk.paths() {
        let (mut one, mut other) = (Vec::new(), vec![1, 2, 3]);
        disk.read(path, &mut one).expect("readable");
        commit.read(path, &mut other).expect("readable");
        assert_eq!(one, other, "{path}");
    }
    let missing = commit.read(&path("content/none.md"), &mut Vec::new()).expect_err("not there");
    assert_eq!(missing.kind(), ErrorKind::NotFound);
}

#[test]
fn people_are_told_by_mailmap_and_only_when_asked() {
    let repo = Repo::history("people");
    let repository = open(repo.path());
    let people = repository.people(&head(&repository)).expect("readable");
    let author = |name: &str| {
        let person = people.author(&id(&repo, name)).expect("readable");
        format!("{} <{}>", person.name, person.email)
    };
    assert_eq!(author("main~1"), "Centerchefen <chef@example.dk>");
    assert_eq!(author("main"), "Chefen <chef@example.dk>");
    let earlier = repository.people(&id(&repo, "main~1")).expect("readable");
    assert_eq!(earlier.author(&id(&repo, "main~1")).expect("readable").name, "chef", "before .mailmap was written");
}

#[test]
fn what_is_not_in_git_is_told() {
    let repo = Repo::history("linear");
    repo.git(&["reset", "--hard", "--quiet"]);
    let unrecorded = || {
        let tree = DiskTree::open(repo.path()).expect("a site");
        let found = open(repo.path()).unrecorded(&tree).expect("readable");
        found.into_iter().map(|path| path.as_str().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(unrecorded(), Vec::<String>::new());
    let measure = "content/plans/skoler/measures/01-takster.md";
    let text = fs::read_to_string(repo.path().join(measure)).expect("a file");
    repo.write(measure, text.replace('\n', "\r\n"));
    assert_eq!(unrecorded(), Vec::<String>::new(), "git writes line ends as it is told to");
    repo.write(measure, text.replace("2,75", "2,76"));
    repo.write("content/index.md", "Nyt\n");
    fs::write(repo.path().join(".git/info/exclude"), "udeladt.md\n").expect("a file");
    repo.write("content/udeladt.md", "Udeladt\n");
    repo.write("README.md", "Uden for stedet\n");
    fs::remove_file(repo.path().join("content/plans/skoler/plan.md")).expect("a file");
    let expected = ["content/index.md", measure, "content/plans/skoler/plan.md", "content/udeladt.md"];
    assert_eq!(unrecorded(), expected);
    repo.git(&["add", "content/index.md"]);
    assert_eq!(unrecorded(), expected, "what is only staged is not in git yet");
    repo.git(&["add", "--force", "."]);
    repo.git(&["commit", "--quiet", "--message=Alt"]);
    assert_eq!(unrecorded(), Vec::<String>::new());
}

#[test]
fn a_picture_in_lfs_is_in_git_when_it_is_the_one_that_is_meant() {
    let repo = Repo::history("lfs");
    repo.git(&["reset", "--hard", "--quiet"]);
    let unrecorded = || open(repo.path()).unrecorded(&DiskTree::open(repo.path()).expect("a site")).expect("readable");
    assert_eq!(unrecorded(), [], "the pointer itself");
    let picture = "content/plans/skoler/skole.png";
    repo.write(picture, "hej\n");
    assert_eq!(unrecorded(), [], "what `git lfs pull` puts in its place");
    repo.write(picture, "nej\n");
    assert_eq!(unrecorded(), [path(picture)]);
}

#[test]
fn a_repository_of_another_owner_is_read() {
    let repo = Repo::history("linear");
    assert!(!open(repo.path()).is_foreign());
    for entry in [repo.path().to_owned(), repo.path().join(".git"), repo.path().join(".git/config")] {
        if std::os::unix::fs::chown(entry, Some(12_345), None).is_err() {
            return; // Only the administrator can give files away.
        }
    }
    let repository = open(repo.path());
    assert!(repository.is_foreign());
    assert_eq!(commits(&repository).len(), 5);
    repo.git(&["-c", "safe.directory=*", "config", "remote.origin.promisor", "true"]);
    std::os::unix::fs::chown(repo.path().join(".git/config"), Some(12_345), None).expect("given away");
    assert_eq!(refused(repo.path()), ErrorKind::Partial, "its settings are known");
}

fn role(at: &str) -> Signature {
    Signature { name: "Økonomi".into(), email: String::new(), at: at.parse().expect("a time") }
}

#[test]
fn an_edition_is_a_tag_that_is_never_moved() {
    let repo = Repo::history("linear");
    let repository = open(repo.path());
    let by = role("2020-08-12T10:00:00Z");
    let tag = |name: &str, commit: &str| {
        repository.tag(&NewTag { name, commit: id(&repo, commit), message: "Økonomiudvalget", by: &by })
    };
    tag("udgave/2020-08-12", "main~1").expect("a tag");
    let told = repo.git(&["cat-file", "tag", "udgave/2020-08-12"]);
    assert!(told.ends_with("tag udgave/2020-08-12\ntagger Økonomi <> 1597226400 +0000\n\nØkonomiudvalget"), "{told}");
    assert_eq!(repository.resolve("udgave/2020-08-12").expect("a tag"), id(&repo, "main~1"));
    assert_eq!(tag("udgave/2020-08-12", "main").expect_err("there").kind(), ErrorKind::Exists);
    repo.git(&["pack-refs", "--all"]);
    assert_eq!(tag("udgave/2020-08-12", "main").expect_err("there").kind(), ErrorKind::Exists);
    for name in ["to ord", "../op", "", "a..b", "a.lock", "udgave"] {
        assert!(tag(name, "main").is_err(), "{name}");
    }
    assert_eq!(repo.git(&["tag"]), "udgave/2020-08-12");
    repo.git(&["fsck", "--strict"]);
}

#[test]
fn a_new_repository_is_one_to_git() {
    let folder = new_folder();
    let root = folder.path().join("ny/demo");
    let mut new = NewRepository::create(&root).expect("a repository");
    let paths = ["site.toml", "content/plans/æ/plan.md", "content/plans/æ/updates/2020-06-30/01.md"].map(path);
    let steps: [(&str, &[FileEdit<'_>]); 3] = [
        ("2020-01-10T09:00:00Z", &[(&paths[0], Some(b"title = \"Demo\"\n")), (&paths[1], Some(b"En plan.\n"))]),
        ("2020-07-01T09:00:00Z", &[(&paths[2], Some(b"Status.\n"))]),
        ("2020-08-12T09:00:00Z", &[(&paths[1], Some(b"Planen, rettet.\n")), (&paths[2], None)]),
    ];
    let ids: Vec<CommitId> = steps
        .iter()
        .map(|(at, changes)| {
            let by = role(at);
            new.commit(&NewCommit { changes, message: "Status", by: &by }).expect("a commit")
        })
        .collect();
    new.tag(&NewTag { name: "udgave/juli", commit: ids[1], message: "Juli", by: &role("2020-07-02T09:00:00Z") })
        .expect("a tag");
    new.finish().expect("files");
    let git = |words: &[&str]| String::from_utf8(run(&root, words, &[])).expect("text");
    assert_eq!(git(&["status", "--porcelain"]), "");
    assert_eq!(git(&["diff-files", "--raw"]), "", "the index knows the files as they lie there");
    git(&["fsck", "--strict"]);
    assert_eq!(git(&["log", "--format=%H %ci", "--reverse"]).lines().count(), 3);
    assert_eq!(git(&["rev-parse", "main", "udgave/juli^{commit}"]), format!("{}\n{}\n", ids[2], ids[1]));
    assert_eq!(git(&["log", "-1", "--format=%an %ae %cI", "main~1"]), "Økonomi  2020-07-01T09:00:00Z\n");
    assert_as_git_says(&root, "");
    let repository = open(&root);
    assert_eq!(repository.unrecorded(&DiskTree::open(&root).expect("a site")).expect("readable"), []);
    assert_eq!(commits(&repository)[2].recorded.date, day("2020-01-10"));
    assert_eq!(NewRepository::create(&root).map(drop).expect_err("not empty").kind(), ErrorKind::ForeignFiles);
    git(&["commit", "--quiet", "--allow-empty", "--message=Git kan skrive videre"]);
}
