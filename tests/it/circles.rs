//! The order of files: none uses, by whatever way round, one that uses it.
//!
//! Files of one folder are read in some order, and a change in one is felt only by those after it. The `mod.rs` of a
//! folder is its face: it lists what its files make and holds what they share, and so stands on both sides of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{disk, project};

/// The place of a module: `["view", "tables", "grid"]`.
type Place = Vec<String>;

/// The files of the library, by their places.
struct House {
    files: BTreeMap<Place, File>,
}

/// A file: what it brings into sight, and the paths it names.
struct File {
    path: String,
    imports: BTreeMap<String, Place>,
    paths: BTreeSet<Place>,
}

impl House {
    /// Reads the sources of the library without their tests.
    fn read(sources: impl IntoIterator<Item = (String, String)>) -> Self {
        let file = |(path, source): (String, String)| {
            let mut place: Place = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
            if place.last().is_some_and(|last| last == "mod" || last == "lib") {
                place.pop();
            }
            let code = code(&source);
            let (uses, body) = split_uses(&code);
            let imports = uses.iter().flat_map(|tree| expand(tree)).collect();
            (place, File { path, imports, paths: paths(&body) })
        };
        Self { files: sources.into_iter().map(file).collect() }
    }

    /// Returns the files that each file uses, faces of folders left out.
    fn edges(&self) -> BTreeMap<&Place, BTreeSet<&Place>> {
        let is_face = |file: &File| file.path.ends_with("mod.rs") || file.path == "lib.rs";
        let own = self.files.iter().filter(|(_, file)| !is_face(file));
        own.map(|(place, file)| {
            let used = file.paths.iter().filter_map(|path| {
                let first = path.first()?;
                let whole = match file.imports.get(first) {
                    Some(import) => import.iter().chain(path.iter().skip(1)).cloned().collect(),
                    None => path.clone(),
                };
                let found = self.resolve(place, &whole, 0)?;
                let (found, file) = self.files.get_key_value(&found)?;
                (found != place && !is_face(file)).then_some(found)
            });
            (place, used.collect())
        })
        .collect()
    }

    /// Returns the file in which the thing at the end of a path is written, by way of those that pass it on.
    fn resolve(&self, from: &Place, path: &[String], depth: usize) -> Option<Place> {
        let (mut place, mut rest) = match path.first()?.as_str() {
            "crate" => (Vec::new(), &path[1..]),
            "self" => (from.clone(), &path[1..]),
            "super" => {
                let up = path.iter().take_while(|part| *part == "super").count();
                (from[..from.len().checked_sub(up)?].to_vec(), &path[up..])
            }
            first => {
                let child: Place = from.iter().cloned().chain([first.to_owned()]).collect();
                (self.files.contains_key(&child).then(|| from.clone())?, path)
            }
        };
        while let Some((next, after)) = rest.split_first() {
            let child: Place = place.iter().cloned().chain([next.clone()]).collect();
            if self.files.contains_key(&child) {
                (place, rest) = (child, after);
                continue;
            }
            let import = self.files.get(&place).and_then(|file| file.imports.get(next)).filter(|_| depth < 16);
            let passed_on = import.and_then(|import| {
                let whole: Place = import.iter().chain(after).cloned().collect();
                self.resolve(&place, &whole, depth + 1)
            });
            return passed_on.or(Some(place));
        }
        // A module by itself is not yet a use of anything in it.
        None
    }

    /// Returns the circles: files that each reach all others of theirs.
    fn circles(&self) -> Vec<BTreeSet<&str>> {
        let edges = self.edges();
        let reach = |start: &Place| {
            let mut met: BTreeSet<&Place> = BTreeSet::new();
            let mut next: Vec<&Place> = edges.get(start).into_iter().flatten().copied().collect();
            while let Some(place) = next.pop() {
                if met.insert(place) {
                    next.extend(edges.get(place).into_iter().flatten());
                }
            }
            met
        };
        let reached: BTreeMap<&Place, BTreeSet<&Place>> = edges.keys().map(|place| (*place, reach(place))).collect();
        let of = |place: &Place| -> BTreeSet<&str> {
            let together = reached[place].iter().filter(|other| reached[*other].contains(place));
            together.filter_map(|other| Some(self.files.get(*other)?.path.as_str())).collect()
        };
        let circles: BTreeSet<BTreeSet<&str>> =
            edges.keys().map(|place| of(place)).filter(|one| one.len() > 1).collect();
        circles.into_iter().collect()
    }
}

/// Leaves tests, remarks and texts out of a source.
fn code(source: &str) -> String {
    // A sign alone would be taken for the beginning of a text.
    let source = source.replace("'\"'", "' '").replace("'\\\"'", "' '");
    let own = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = own.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut out = String::new();
    let (mut is_text, mut is_escaped) = (false, false);
    for c in lines.flat_map(|line| line.chars().chain(['\n'])) {
        match c {
            '"' if !is_escaped => is_text = !is_text,
            _ if !is_text => out.push(c),
            _ => {}
        }
        is_escaped = is_text && c == '\\' && !is_escaped;
    }
    out
}

/// Parts a source into the trees of its `use` and all else.
fn split_uses(code: &str) -> (Vec<String>, String) {
    let (mut uses, mut body) = (Vec::new(), String::new());
    let mut rest = code;
    while let Some((line, after)) = rest.split_once('\n') {
        let stripped = line.trim_start();
        let stripped = match stripped.strip_prefix("pub") {
            Some(open) => open.trim_start_matches(|c| c != ' ').trim_start(),
            None => stripped,
        };
        let is_limited = line.trim_start().starts_with("pub(in ");
        let stripped = if is_limited { stripped.split_once(") ").map_or(stripped, |(_, rest)| rest) } else { stripped };
        if let Some(tree) = stripped.strip_prefix("use ") {
            let whole = format!("{tree}\n{after}");
            let (tree, next) = whole.split_once(';').expect("a use ends");
            uses.push(tree.to_owned());
            rest = &rest[rest.len() - next.len()..];
            continue;
        }
        body.push_str(line);
        body.push('\n');
        rest = after;
    }
    (uses, body)
}

/// Returns the names that a `use` brings into sight, each with its path.
fn expand(tree: &str) -> Vec<(String, Place)> {
    let mut found = Vec::new();
    let words = tree.replace("::", " ").replace('{', " { ").replace('}', " } ").replace(',', " , ");
    let mut before: Vec<Place> = Vec::new();
    let mut path: Place = Vec::new();
    let mut name = None;
    let mut words = words.split_whitespace();
    let mut end = |path: &mut Place, name: &mut Option<String>, open: &[Place]| {
        if path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        if path.len() > open.last().map_or(0, Vec::len) || name.is_some() {
            let last = name.take().or_else(|| path.last().cloned()).unwrap_or_default();
            found.push((last, path.clone()));
        }
        *path = open.last().cloned().unwrap_or_default();
    };
    while let Some(word) = words.next() {
        match word {
            "{" => before.push(path.clone()),
            "}" => {
                end(&mut path, &mut name, &before);
                before.pop();
                path = before.last().cloned().unwrap_or_default();
            }
            "," => end(&mut path, &mut name, &before),
            "as" => name = words.next().map(str::to_owned),
            part => {
                // `{self}` brings the module itself.
                if part == "self" && !path.is_empty() {
                    let last = path.last().cloned().unwrap_or_default();
                    name = Some(last);
                } else {
                    path.push(part.to_owned());
                }
            }
        }
    }
    end(&mut path, &mut name, &before);
    found
}

/// Returns the paths that code names.
fn paths(code: &str) -> BTreeSet<Place> {
    let is_name = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let names = code.split(|c| !is_name(c)).filter(|name| name.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    names.map(|name| name.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect()).collect()
}

fn is_test(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    ["tests.rs", "fixtures.rs", "golden.rs", "sample.rs", "samples.rs"].contains(&name) || name.ends_with("_tests.rs")
}

#[test]
fn every_folder_has_an_order() {
    let files = disk::files(&project().join("src")).into_iter();
    let own = files.filter(|(path, _)| path.ends_with(".rs") && path != "main.rs" && !is_test(path));
    let house = House::read(own.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("text"))));
    assert!(house.edges().values().map(BTreeSet::len).sum::<usize>() > 400, "uses are found");
    let circles = house.circles();
    assert!(circles.is_empty(), "these use each other: {circles:#?}");
}

#[test]
fn circles_are_found_by_whatever_way_they_are_written() {
    let face = "mod a;\nmod b;\n#[cfg(test)]\nmod fixtures;\nmod c;\npub use a::Apple;\npub(in crate::x) use b::{self, pear as fruit};\n";
    let circle = |a: &str, b: &str| {
        let files = [("lib.rs", "pub mod x;\n"), ("x/mod.rs", face), ("x/a.rs", a), ("x/b.rs", b), ("x/c.rs", "")];
        let house = House::read(files.map(|(path, source)| (path.to_owned(), source.to_owned())));
        house.circles().iter().map(|circle| circle.iter().copied().collect::<Vec<_>>().join("+")).collect::<Vec<_>>()
    };
    let pear = "use super::Apple;\npub fn pear(_: Apple) {}\n";
    for a in [
        "use super::b::pear;\npub struct Apple;\nfn f() { pear() }\n",
        "use super::fruit;\npub struct Apple;\nfn f() { fruit() }\n",
        "use crate::x::{b, c};\npub struct Apple;\nfn f() { b::pear() }\n",
        "use crate::{\n    x::{\n        b::{self, other},\n    },\n};\npub struct Apple;\nfn f() { b::pear() }\n",
        "pub struct Apple;\nfn f() { crate::x::b::pear() }\n",
        "pub struct Apple;\nfn f() { super::b::pear() }\n",
    ] {
        assert_eq!(circle(a, pear), ["x/a.rs+x/b.rs"], "{a}");
    }
    for a in [
        "pub struct Apple;\n",
        "use super::c;\npub struct Apple;\nfn f() { c::pear() }\n",
        "pub struct Apple;\nfn f() -> &str { \"super::b::pear()\" }\n",
        "pub struct Apple;\n// super::b::pear()\n",
        "pub struct Apple;\n#[cfg(test)]\nmod tests {\n    use super::super::b::pear;\n    fn f() { pear() }\n}\n",
    ] {
        assert_eq!(circle(a, pear), [""; 0], "{a}");
    }
}
