//! The house and its floors: which part of the library may know which, and what no part of it may do.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::support::{disk, project};

/// Each part of the library with its floor. It may use what stands below it.
const FLOORS: [(&str, u8); 24] = [
    ("value", 0),
    ("diag", 1),
    ("schema", 1),
    ("locale", 1),
    ("svg", 1),
    ("tree", 2),
    ("chart", 2),
    ("output", 2),
    ("content", 3),
    ("git", 3),
    ("published", 3),
    ("model", 4),
    ("compare", 5),
    ("table", 5),
    ("history", 6),
    ("summary", 6),
    ("wording", 7),
    ("site", 7),
    ("check", 7),
    ("figure", 7),
    ("view", 8),
    ("render", 9),
    ("pipeline", 10),
    ("draft", 11),
];

/// What may be used on the same floor, and why.
const NEIGHBOURS: [(&str, &str, &str); 2] = [
    ("locale", "diag", "it words diagnostics: its findings are theirs"),
    ("site", "check", "site.toml says how loud each check is, by codes that must exist"),
];

/// The sources of the library without their tests, by their paths below `src`.
fn library() -> BTreeMap<String, String> {
    let files = disk::files(&project().join("src")).into_iter();
    let own = files.filter(|(path, _)| path.ends_with(".rs") && !path.starts_with("cli/") && path != "main.rs");
    own.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("text"))).collect()
}

/// Leaves tests, remarks and documentation out of a source.
fn code(source: &str) -> String {
    let lines = source.split("#[cfg(test)]\nmod ").next().unwrap_or_default().lines();
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// Tells whether a file holds nothing but tests.
fn is_test(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    ["tests.rs", "fixtures.rs", "sample.rs", "samples.rs"].contains(&name) || name.ends_with("_tests.rs")
}

/// Returns the parts of the library that a source uses: `crate::x::…`, and each `x` of `use crate::{x, …}`.
fn used(source: &str) -> BTreeSet<String> {
    let mut parts = BTreeSet::new();
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    for rest in source.split("crate::").skip(1) {
        let Some(list) = rest.strip_prefix('{') else {
            parts.insert(name(rest));
            continue;
        };
        let (mut depth, mut at_start) = (0_u32, true);
        for (at, c) in list.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => at_start = true,
                _ if at_start && c.is_alphabetic() => {
                    parts.insert(name(&list[at..]));
                    at_start = false;
                }
                _ => {}
            }
        }
    }
    parts
}

fn floor(part: &str) -> Option<u8> {
    FLOORS.iter().find(|(known, _)| *known == part).map(|(_, floor)| *floor)
}

#[test]
fn every_part_stands_on_a_floor() {
    let parts: BTreeSet<String> = library()
        .keys()
        .filter(|path| *path != "lib.rs")
        .map(|path| path.split(['/', '.']).next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(parts, FLOORS.iter().map(|(part, _)| (*part).to_owned()).collect());
}

#[test]
fn every_part_uses_only_what_stands_below_it() {
    let mut wrong = Vec::new();
    let mut neighbours = BTreeSet::new();
    for (path, source) in library().iter().filter(|(path, _)| *path != "lib.rs" && !is_test(path)) {
        let own = path.split(['/', '.']).next().unwrap_or_default();
        for part in used(&code(source)) {
            let (Some(here), Some(there)) = (floor(own), floor(&part)) else { continue };
            if part == own || there < here {
                continue;
            }
            match NEIGHBOURS.iter().find(|(from, to, _)| (*from, *to) == (own, part.as_str())) {
                Some((from, to, _)) if there == here => drop(neighbours.insert((*from, *to))),
                _ => wrong.push(format!("src/{path} (floor {here}) uses {part} (floor {there})")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let stated: BTreeSet<_> = NEIGHBOURS.iter().map(|(from, to, _)| (*from, *to)).collect();
    assert_eq!(neighbours, stated, "an exception that is no longer needed");
}

#[test]
fn the_library_asks_nothing_of_its_surroundings_and_tells_them_nothing() {
    let banned = [
        ("println!", "only the program prints"),
        ("eprintln!", "only the program prints"),
        ("print!(", "only the program prints"),
        ("dbg!", "only the program prints"),
        ("SystemTime::now", "the date is input"),
        ("Instant::now", "the date is input"),
        ("Timestamp::now", "the date is input"),
        ("Zoned::now", "the date is input"),
        ("std::env", "options are input"),
        ("env::var", "options are input"),
        ("std::net", "nothing is fetched"),
        ("Command::new", "nothing is started"),
        ("unsafe ", "nothing needs it"),
        ("HashMap", "its order differs from run to run"),
        ("HashSet", "its order differs from run to run"),
    ];
    let mut wrong = Vec::new();
    for (path, source) in library().iter().filter(|(path, _)| !is_test(path)) {
        let code = code(source);
        let found = banned.iter().filter(|(word, _)| code.contains(word));
        wrong.extend(found.map(|(word, why)| format!("src/{path}: {word} ({why})")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is() {
    let tests = disk::files(&project().join("tests/it"));
    let own = disk::files(&project().join("src"));
    let files = own.into_iter().chain(tests).filter(|(path, _)| path.ends_with(".rs"));
    let silent: Vec<String> = files.filter(|(_, bytes)| !bytes.starts_with(b"//! ")).map(|(path, _)| path).collect();
    assert!(silent.is_empty(), "{silent:?} open without a line of //!");
}

#[test]
fn no_file_is_too_long_to_read() {
    let tests =
        disk::files(&project().join("tests/it")).into_iter().map(|(path, bytes)| (format!("tests/it/{path}"), bytes));
    let own = library().into_iter().map(|(path, text)| (format!("src/{path}"), text.into_bytes()));
    let lines = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count();
    let long: Vec<_> = own.chain(tests).filter(|(_, bytes)| lines(bytes) > 700).map(|(path, _)| path).collect();
    assert!(long.is_empty(), "{long:?} hold more than one idea");
}

/// Returns the lines that each room of the house has, the program and the tests within it included.
fn lines_of_rooms() -> BTreeMap<String, usize> {
    let mut rooms: BTreeMap<String, usize> = BTreeMap::new();
    for (path, bytes) in disk::files(&project().join("src")) {
        if !path.ends_with(".rs") {
            continue;
        }
        let lines = rooms.entry(path.split(['/', '.']).next().unwrap_or_default().to_owned()).or_default();
        *lines += bytes.iter().filter(|byte| **byte == b'\n').count();
    }
    rooms
}

#[test]
fn no_room_is_over_a_sixth_of_the_house() {
    let rooms = lines_of_rooms();
    let all: usize = rooms.values().sum();
    assert!(rooms.len() > 20 && all > 40_000, "rooms are found");
    let large: Vec<_> = rooms.iter().filter(|(_, lines)| *lines * 6 > all).collect();
    assert!(large.is_empty(), "rooms that are houses of their own, of {all} lines: {large:?}");
}

#[test]
fn uses_are_found_in_every_form() {
    let source = "use crate::value::Id;\nuse crate::{\n    content::{self, Role},\n    diag, model::{Plan, Site},\n};\nlet x = crate::view::y();";
    assert_eq!(used(source).into_iter().collect::<Vec<_>>(), ["content", "diag", "model", "value", "view"]);
}

#[test]
fn only_two_files_name_an_operating_system() {
    // A system that nobody builds on every day is broken by one line of another's: these are where to look.
    const SYSTEMS: [&str; 2] = ["output/platform.rs", "tree/root.rs"];
    let names = ["std::os::", "rustix::", "libc::", "windows_sys::", "target_os", "target_family", "target_vendor"];
    let asks = |line: &str| line.contains("cfg") && (line.contains("unix") || line.contains("windows"));
    let sources = disk::files(&project().join("src"));
    let naming: BTreeSet<String> = sources
        .into_iter()
        .filter(|(path, _)| path.ends_with(".rs") && !is_test(path))
        .map(|(path, bytes)| (path, code(&String::from_utf8(bytes).expect("text"))))
        .filter(|(_, code)| names.iter().any(|name| code.contains(name)) || code.lines().any(asks))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(naming, SYSTEMS.map(str::to_owned).into());
}

/// Types of one name: those of which each system compiles one.
const ONE_PER_SYSTEM: [&str; 2] = ["Handle", "Root"];

/// Returns the name of the type that a line declares.
fn declared_type(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(") ")?.1,
        Some(rest) => rest.trim_start(),
        None => line,
    };
    // What stands within an `impl`, such as `type Item`, belongs to the trait.
    let rest = ["struct ", "enum ", "trait "].iter().find_map(|word| line.strip_prefix(word))?;
    rest.split(|c: char| !c.is_alphanumeric()).next().filter(|name| !name.is_empty())
}

#[test]
fn no_two_types_share_a_name() {
    let own = disk::files(&project().join("src")).into_iter();
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (path, bytes) in own.filter(|(path, _)| path.ends_with(".rs") && !is_test(path)) {
        let source = String::from_utf8(bytes).expect("text");
        let code = code(&source);
        let mut met = BTreeSet::new();
        for name in code.lines().filter_map(declared_type) {
            let is_second = !met.insert(name.to_owned()) && !ONE_PER_SYSTEM.contains(&name);
            let place = if is_second { format!("{path}, twice") } else { path.clone() };
            files.entry(name.to_owned()).or_default().insert(place);
        }
    }
    assert!(files.len() > 300, "types are found");
    let shared: Vec<_> = files.iter().filter(|(_, places)| places.len() > 1).collect();
    assert!(shared.is_empty(), "a name has one meaning in the whole crate: {shared:#?}");
}

#[test]
fn types_are_found_however_they_are_declared() {
    let names =
        ["pub struct Plan {", "struct Open;", "pub(super) enum Way<'a> {", "pub(in crate::view) trait Rows: Sized {"];
    assert_eq!(names.map(declared_type), ["Plan", "Open", "Way", "Rows"].map(Some));
    assert_eq!(declared_type("    type Item = u8;"), None);
    assert_eq!(declared_type("// struct Plan"), None);
}

#[test]
fn the_types_one_meets_first_stand_where_the_page_says() {
    let page = std::fs::read_to_string(project().join("docs/architecture.md")).expect("the page of the house");
    let table = page.split("## The types one meets first").nth(1).and_then(|rest| rest.split("\n## ").next());
    let rows: Vec<Vec<&str>> = table
        .expect("its table")
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.split('`').collect())
        .collect();
    assert!(rows.len() > 10, "rows are found");
    for row in rows {
        let [_, name, _, file, _] = row.as_slice() else { panic!("{row:?}") };
        let source = std::fs::read_to_string(project().join("src").join(file)).expect("the file of the row");
        assert!(source.lines().any(|line| declared_type(line) == Some(name)), "`{name}` in src/{file}");
    }
}

/// Returns the first sentence of what a source says of itself.
fn head_of(source: &str) -> String {
    let lines = source.lines().map_while(|line| line.strip_prefix("//! "));
    let words = lines.collect::<Vec<_>>().join(" ");
    let end = words.find(". ").map_or(words.len(), |at| at + 1);
    words[..end].trim_end_matches('.').to_owned()
}

/// Writes which files each room has, and what each of them holds: the rooms from the highest floor down.
fn list_of_files() -> String {
    let mut rooms: BTreeMap<(Reverse<u8>, String), BTreeMap<String, String>> = BTreeMap::new();
    for (path, bytes) in disk::files(&project().join("src")) {
        if !path.ends_with(".rs") || is_test(&path) || path.ends_with("golden.rs") {
            continue;
        }
        let room = path.split_once('/').map_or("", |(room, _)| room).to_owned();
        let here = floor(&room).unwrap_or(PROGRAM);
        let source = String::from_utf8(bytes).expect("text");
        rooms.entry((Reverse(here), room)).or_default().insert(path, head_of(&source));
    }
    let mut page = String::new();
    for ((Reverse(floor), room), files) in rooms {
        let floor = if floor == PROGRAM { "the program".to_owned() } else { format!("floor {floor}") };
        page.push_str(&format!("\n### {} ({floor})\n\n", if room.is_empty() { "src" } else { &room }));
        for (path, head) in files {
            let path = path.strip_prefix(&format!("{room}/")).unwrap_or(&path);
            page.push_str(&format!("- `{path}`: {head}\n"));
        }
    }
    page
}

/// Above all floors: the program, which may use the whole library.
const PROGRAM: u8 = u8::MAX;

#[test]
fn the_page_of_the_house_lists_every_file() {
    const BEGIN: &str = "<!-- files: written by tests/it/architecture.rs -->\n";
    const END: &str = "\n<!-- end of files -->";
    let path = project().join("docs/architecture.md");
    let page = std::fs::read_to_string(&path).expect("the page of the house");
    let (before, rest) = page.split_once(BEGIN).expect("where the files begin");
    let (stated, after) = rest.split_once(END).expect("where the files end");
    let list = list_of_files();
    if stated != list {
        let written = project().join("target/architecture.md");
        std::fs::write(&written, format!("{before}{BEGIN}{list}{END}{after}")).expect("the page");
        panic!("docs/architecture.md lists other files: copy {} over it", written.display());
    }
}
