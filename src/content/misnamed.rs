//! Files and folders that would be read under another name: `measure/` for `measures/`, `02-vikar.md.txt`, `Plan.md`.
//!
//! What lies in a folder with the wrong name is one mistake, however many files it holds.

use std::collections::BTreeMap;

use super::{FileKind, hiding_words::is_set_aside, layout::SitePaths, nearest};
use crate::{
    diag::{Code, Diagnostic, Place},
    value::RelPath,
};

const MISNAMED: Code = Code::error("misnamed")
    .args(&["what", "name", "right", "taken"])
    .help("a file or a folder that is not read under its name, and would be under one near to it");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[&MISNAMED];

/// The folders of a plan, and what authors call them.
const PLAN_FOLDERS: [(&str, &[&str]); 4] = [
    ("measures", &["measure", "tiltag", "tiltagene", "indsats", "indsatser", "initiativer"]),
    (
        "updates",
        &["update", "report", "reports", "rapport", "rapporter", "opdatering", "opdateringer", "status", "statusser"],
    ),
    ("tables", &["table", "tabel", "tabeller", "tal"]),
    ("indicators", &["indicator", "indikator", "indikatorer", "måltal"]),
];

/// The files of a plan, and what authors call them.
const PLAN_FILES: [(&str, &[&str]); 3] = [
    ("plan.md", &["index.md", "readme.md", "handleplan.md", "plan.toml"]),
    ("indicators.toml", &["indikatorer.toml", "måltal.toml"]),
    ("milestones.toml", &["milepæle.toml", "milepaele.toml"]),
];

/// The registers of a site, and what authors call them.
const REGISTERS: [(&str, &[&str]); 2] =
    [("committees.toml", &["udvalg.toml"]), ("owners.toml", &["ansvarlige.toml", "ejere.toml"])];

/// What the folder of all plans is called.
const PLANS: [(&str, &[&str]); 1] = [("plans", &["plan", "planer", "planerne", "handleplaner"])];

/// Files and folders that are not read under their names, by the path that is wrong.
#[derive(Debug, Default)]
pub struct MisnamedPaths(BTreeMap<String, MisnamedPath>);

#[derive(Debug)]
struct MisnamedPath {
    /// The file that shows it: the first in a folder.
    file: RelPath,
    is_folder: bool,
    right: String,
    /// There is one of the right name already.
    is_taken: bool,
}

impl MisnamedPaths {
    /// Finds them among the files of a site, which are sorted.
    #[must_use]
    pub fn find(files: &[(&RelPath, FileKind)]) -> Self {
        let mut all = Self::default();
        // A folder beside that of the plans is one of plans, and misnamed, where plans lie in it.
        let is_there = |path: &str| files.binary_search_by(|(file, _)| file.as_str().cmp(path)).is_ok();
        for (file, _) in files.iter().filter(|(file, _)| file.as_str().ends_with("/plan.md")) {
            let parts: Vec<&str> = file.parts().collect();
            if let [SitePaths::CONTENT, folder, _, _] = parts.as_slice()
                && let Some(name) = meant(folder, &PLANS)
            {
                all.add(&format!("content/{folder}"), file, true, name.to_owned());
            }
        }
        let beside: Vec<_> = files.iter().filter(|(file, _)| !all_below(&all, file)).collect();
        for (file, role) in beside {
            if let Some((path, is_folder, right)) = misnamed(file, *role) {
                all.add(&path, file, is_folder, right);
            }
        }
        let is_any_below = |folder: &str| {
            let at = files.partition_point(|(file, _)| file.as_str() < folder);
            files.get(at).is_some_and(|(file, _)| file.as_str().starts_with(folder))
        };
        for (path, misnamed) in &mut all.0 {
            if let Some(name) = misnamed.right.strip_prefix(AN_EXAMPLE) {
                misnamed.right =
                    last_report(path, files).map_or_else(|| misnamed.right.clone(), |to| format!("{to}/{name}"));
            }
            let right = right_path(path, &misnamed.right);
            misnamed.is_taken = if misnamed.is_folder { is_any_below(&format!("{right}/")) } else { is_there(&right) };
        }
        all
    }

    fn add(&mut self, path: &str, file: &RelPath, is_folder: bool, right: String) {
        let misnamed = MisnamedPath { file: file.clone(), is_folder, right, is_taken: false };
        self.0.entry(path.to_owned()).or_insert(misnamed);
    }

    /// Tells whether a file is not read because of such a name.
    #[must_use]
    pub fn holds(&self, file: &RelPath) -> bool {
        all_below(self, file)
    }

    /// Says of each what it should be called.
    pub fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> {
        self.0.iter().map(|(path, misnamed)| {
            let name = path.rsplit('/').next().unwrap_or(path);
            let what = if misnamed.is_folder { "folder" } else { "file" };
            let diagnostic = Diagnostic::new(&MISNAMED, Place::File(misnamed.file.clone())).with("what", what);
            // What somebody put aside would be published under the right name.
            let is_aside = !misnamed.is_folder && is_set_aside(name);
            let taken = if misnamed.is_taken && misnamed.is_folder {
                "folder"
            } else if misnamed.is_taken {
                "yes"
            } else if is_aside {
                "aside"
            } else {
                "no"
            };
            diagnostic.with("name", name).with("right", misnamed.right.as_str()).with("taken", taken)
        })
    }
}

/// The folder of a report, where a plan has none.
const AN_EXAMPLE: &str = "updates/2026-06-30/";

/// Returns the folder of the last report of a plan that a path lies in, from that of the plan.
fn last_report(path: &str, files: &[(&RelPath, FileKind)]) -> Option<String> {
    let plan: Vec<&str> = path.split('/').take(3).collect();
    let prefix = format!("{}/updates/", plan.join("/"));
    let of_plan = files.iter().filter(|(_, role)| role.is_in_report());
    let folders = of_plan.filter_map(|(file, _)| file.as_str().strip_prefix(&prefix)?.split_once('/'));
    folders.map(|(folder, _)| folder).max().map(|folder| format!("updates/{folder}"))
}

/// Returns the path that a file or folder should have: in the same folder, or where its name has folders, from that of its plan.
fn right_path(path: &str, right: &str) -> String {
    let above = match right.contains('/') {
        true => path.split('/').take(3).collect::<Vec<_>>().join("/"),
        false => path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned(),
    };
    format!("{above}/{right}")
}

/// Says that a folder beside `site.toml` was meant to be that of all content; `None` of what lies deeper.
#[must_use]
pub fn misnamed_content(folder: &RelPath) -> Option<Diagnostic> {
    let is_beside = folder.parts().nth(1).is_none();
    let diagnostic = is_beside.then(|| Diagnostic::new(&MISNAMED, Place::File(folder.clone())))?;
    let diagnostic = diagnostic.with("what", "folder").with("name", folder.as_str());
    Some(diagnostic.with("right", SitePaths::CONTENT).with("taken", "no"))
}

fn all_below(all: &MisnamedPaths, file: &RelPath) -> bool {
    if all.0.is_empty() {
        return false;
    }
    let path = file.as_str();
    let folders = path.match_indices('/').filter_map(|(at, _)| path.get(..at));
    folders.chain([path]).any(|path| all.0.contains_key(path))
}

/// Returns the name that one was meant to be.
fn meant(name: &str, known: &[(&'static str, &[&str])]) -> Option<&'static str> {
    let lower = name.to_lowercase();
    if known.iter().any(|(right, _)| *right == name) {
        return None;
    }
    let by_word = known.iter().find(|(right, words)| *right == lower || words.contains(&lower.as_str()));
    by_word.map(|(right, _)| *right).or_else(|| nearest(name, known.iter().map(|(right, _)| *right)))
}

/// Returns what of a file's path is wrong, whether it is a folder, and what it should be called.
fn misnamed(file: &RelPath, role: FileKind) -> Option<(String, bool, String)> {
    let parts: Vec<&str> = file.parts().collect();
    let folder = |depth: usize, right: &str| {
        let path = parts.get(..depth).unwrap_or_default().join("/");
        (path, true, right.to_owned())
    };
    // One that has the right name lies in the wrong place.
    let whole = |right: String| (file.file_name() != right).then(|| (file.as_str().to_owned(), false, right));
    match parts.as_slice() {
        ["content", "plans", _, name] if role == FileKind::Stray => {
            let name = without_extra_ending(name).unwrap_or_else(|| (*name).to_owned());
            let right = PLAN_FILES.iter().find(|(right, _)| *right == name).map(|(right, _)| *right);
            right.or_else(|| meant(&name, &PLAN_FILES)).and_then(|right| whole(right.to_owned()))
        }
        ["content", "plans", _, name, ..]
            if role == FileKind::Stray && PLAN_FOLDERS.iter().all(|(right, _)| right != name) =>
        {
            meant(name, &PLAN_FOLDERS).map(|right| folder(4, right))
        }
        // A status that lies beside the folders of reports has the right name, and lies in the wrong place.
        ["content", "plans", _, "updates", name] if role == FileKind::Stray && name.ends_with(".md") => {
            whole(format!("{AN_EXAMPLE}{name}"))
        }
        ["content", "plans", _, kind, .., name] if role == FileKind::Stray => {
            let wanted: &[&str] = match *kind {
                "tables" => &["toml", "csv"],
                "indicators" => &["csv"],
                "updates" => &["md", "csv"],
                _ => &["md"],
            };
            let right = with_ending(name, wanted)?;
            // In a folder of its own it is not read, whatever its name.
            match parts.as_slice() {
                [_, _, _, "updates", report, _, ..] if parts.len() > 6 => whole(format!("updates/{report}/{right}")),
                [_, _, _, kind, _, ..] if parts.len() > 5 && *kind != "updates" => whole(format!("{kind}/{right}")),
                _ => whole(right),
            }
        }
        // A page of that name stands in the place of what a report says of its plan.
        ["content", "plans", _, "updates", _, name] if name.eq_ignore_ascii_case("index.md") && *name != "index.md" => {
            whole("index.md".to_owned())
        }
        ["content", name] if role != FileKind::Asset && !matches!(role, FileKind::Committees | FileKind::Owners) => {
            let as_register = name.ends_with(".toml").then(|| meant(name, &REGISTERS)).flatten().map(str::to_owned);
            as_register
                .or_else(|| {
                    (role == FileKind::Stray && !is_plain_text(name))
                        .then(|| with_ending(name, &["md", "toml"]))
                        .flatten()
                })
                .and_then(whole)
        }
        // A text without marks is an attachment there.
        ["content", .., name] if role == FileKind::Stray && !is_plain_text(name) => {
            with_ending(name, &["md"]).and_then(whole)
        }
        _ => None,
    }
}

/// Tells whether a file is a text of no kind of ours: `notat.txt`, but not `side.md.txt`.
fn is_plain_text(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".txt") && without_extra_ending(name).is_none()
}

/// Takes an ending off that a program or a system added: `02.md.txt`, `drift.csv.txt`.
fn without_extra_ending(name: &str) -> Option<String> {
    let (rest, extra) = name.rsplit_once('.')?;
    let (_, ending) = rest.rsplit_once('.')?;
    let is_known = ["md", "toml", "csv"].iter().any(|known| ending.eq_ignore_ascii_case(known));
    let is_extra = ["txt", "bak", "md", "toml", "csv"].iter().any(|known| extra.eq_ignore_ascii_case(known));
    (is_known && is_extra).then(|| rest.to_owned())
}

/// Returns the name with an ending that is read, where its own is nearly that one.
fn with_ending(name: &str, wanted: &[&str]) -> Option<String> {
    let lowered = |name: &str| {
        let (stem, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        let ending = match ending.as_str() {
            "markdown" | "mdown" | "mkd" | "mdx" | "txt" if wanted.contains(&"md") => "md".to_owned(),
            _ => ending,
        };
        wanted.contains(&ending.as_str()).then(|| format!("{stem}.{ending}"))
    };
    match without_extra_ending(name) {
        Some(bare) => lowered(&bare),
        None => lowered(name),
    }
}

#[cfg(test)]
mod tests {
    use super::{super::role_of, *};

    fn found(paths: &[&str]) -> Vec<(String, String)> {
        let files: Vec<RelPath> = paths.iter().map(|path| RelPath::new(*path).expect("a path")).collect();
        let files: Vec<_> = files.iter().map(|file| (file, role_of(file))).collect();
        let misnamed = MisnamedPaths::find(&files);
        misnamed.0.into_iter().map(|(path, misnamed)| (path, misnamed.right)).collect()
    }

    #[test]
    fn one_for_each_name_that_is_wrong() {
        for (paths, wrong, right) in [
            (
                &["content/plans/a/measure/01.md", "content/plans/a/measure/02.md"][..],
                "content/plans/a/measure",
                "measures",
            ),
            (&["content/plans/a/Tiltag/01.md"], "content/plans/a/Tiltag", "measures"),
            (&["content/plans/a/rapporter/2026-06-30/01.md"], "content/plans/a/rapporter", "updates"),
            (&["content/plans/a/Updates/2026-06-30/01.md"], "content/plans/a/Updates", "updates"),
            (&["content/plans/a/tabeller/drift.toml"], "content/plans/a/tabeller", "tables"),
            (&["content/planer/a/plan.md", "content/planer/a/measures/01.md"], "content/planer", "plans"),
            (&["content/Plans/a/plan.md"], "content/Plans", "plans"),
            (&["content/plans/a/Plan.md"], "content/plans/a/Plan.md", "plan.md"),
            (&["content/plans/a/plan.md.txt"], "content/plans/a/plan.md.txt", "plan.md"),
            (&["content/plans/a/milestone.toml"], "content/plans/a/milestone.toml", "milestones.toml"),
            (&["content/plans/a/measures/02-vikar.md.txt"], "content/plans/a/measures/02-vikar.md.txt", "02-vikar.md"),
            (&["content/plans/a/measures/01-bus.MD"], "content/plans/a/measures/01-bus.MD", "01-bus.md"),
            (&["content/plans/a/measures/01.txt"], "content/plans/a/measures/01.txt", "01.md"),
            (
                &["content/plans/a/updates/2026-06-30/drift.CSV"],
                "content/plans/a/updates/2026-06-30/drift.CSV",
                "drift.csv",
            ),
            (
                &["content/plans/a/updates/2026-06-30/Index.md"],
                "content/plans/a/updates/2026-06-30/Index.md",
                "index.md",
            ),
            (&["content/plans/a/tables/drift.Toml"], "content/plans/a/tables/drift.Toml", "drift.toml"),
            (&["content/Committees.toml"], "content/Committees.toml", "committees.toml"),
            (&["content/udvalg.toml"], "content/udvalg.toml", "committees.toml"),
            (&["content/om.MD"], "content/om.MD", "om.md"),
            (&["content/om/os.markdown"], "content/om/os.markdown", "os.md"),
        ] {
            assert_eq!(found(paths), [(wrong.to_owned(), right.to_owned())], "{paths:?}");
        }
    }

    #[test]
    fn what_is_read_or_is_something_else_is_let_be() {
        for path in [
            "content/plans/a/plan.md",
            "content/plans/a/measures/01.md",
            "content/plans/a/updates/2026-06-30/index.md",
            "content/plans/a/measures/kort.PNG",
            "content/plans/a/billeder/kort.png",
            "content/plans/a/noter.docx",
            "content/planlægning.md",
            "content/planer/om.md",
            "content/committees.toml",
            "content/index.md",
            "content/filer/arkiv.zip",
            "content/filer/notat.txt",
        ] {
            assert_eq!(found(&[path]), [], "{path}");
        }
    }
}
