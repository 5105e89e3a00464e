//! The same content gives the same bytes: on any machine, in any place, at any time, in any order.

use std::{fs, path::Path, process::Command, sync::LazyLock};

use tempfile::TempDir;

use crate::support::{disk, disk::Files};

/// The project's own site, built once in an ordinary way.
static PLAIN: LazyLock<Files> = LazyLock::new(|| built(&place("site"), |_| {}));

/// A copy of the project's own site.
fn place(name: &str) -> Place {
    place_in_order(name, |_| {})
}

struct Place {
    _folder: TempDir,
    root: std::path::PathBuf,
}

fn place_in_order(name: &str, order: impl FnOnce(&mut Vec<(&str, &[u8])>)) -> Place {
    let folder = tempfile::tempdir().expect("a folder");
    let root = folder.path().join(name);
    let own = disk::own_site();
    let mut files: Vec<_> = own.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
    order(&mut files);
    disk::write(&root, files);
    Place { _folder: folder, root }
}

/// Builds a site with something set otherwise; answers its files, the manifest too.
fn built(place: &Place, set: impl FnOnce(&mut Command)) -> Files {
    let mut command = disk::program();
    command.args(["build", "--quiet", "--as-of", "2020-06-30", "--root"]).arg(&place.root);
    set(&mut command);
    let run = disk::run(&mut command);
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    disk::files(&place.root.join("public"))
}

#[track_caller]
fn is_the_same(files: &Files, case: &str) {
    disk::assert_same(&PLAIN, files, case);
}

#[test]
fn with_any_number_of_threads() {
    for threads in ["1", "2", "4", "16"] {
        let with_threads = |command: &mut Command| {
            command.env("RAYON_NUM_THREADS", threads);
        };
        is_the_same(&built(&place("site"), with_threads), threads);
    }
}

#[test]
fn in_any_zone_and_locale() {
    for (zone, locale) in [("Pacific/Kiritimati", "tr_TR.UTF-8"), ("America/Adak", "C"), ("nonsense", "ar_EG@x=y")] {
        let set = |command: &mut Command| {
            command.env("TZ", zone).env("LANG", locale).env("LC_ALL", locale).env("LC_NUMERIC", "de_DE.UTF-8");
            command.env("HOME", "/nowhere").env("USER", "somebody").env("SOURCE_DATE_EPOCH", "1");
        };
        is_the_same(&built(&place("site"), set), zone);
    }
}

#[test]
fn from_any_folder() {
    let site = place("site");
    let (root, out) = (site.root.clone(), site.root.join("public"));
    let mut command = disk::program();
    command.args(["build", "-q", "--as-of", "2020-06-30", "--root", "."]).current_dir(&root);
    assert_eq!(disk::run(&mut command).code, Some(0));
    is_the_same(&disk::files(&out), "from within");

    let mut command = disk::program();
    command.args(["build", "-q", "--as-of", "2020-06-30", "--root", "../site", "--out", "../elsewhere/deep"]);
    assert_eq!(disk::run(command.current_dir(root.join("content"))).code, Some(2), "there is no such site from here");
    let mut command = disk::program();
    command.args(["build", "-q", "--as-of", "2020-06-30", "--root", "..", "--out", "../../elsewhere/deep"]);
    assert_eq!(disk::run(command.current_dir(root.join("content"))).code, Some(0));
    is_the_same(&disk::files(&root.parent().expect("a folder").join("elsewhere/deep")), "with relative paths");
}

#[test]
fn in_a_place_with_any_name() {
    let place = place("et sted med æøå & \"tegn\" %20");
    is_the_same(&built(&place, |_| {}), "a name with signs");
    for (path, bytes) in disk::files(&place.root.join("public")) {
        let text = String::from_utf8_lossy(&bytes);
        for trace in ["et sted med", "/tmp", env!("CARGO_MANIFEST_DIR"), "rootfs", "/home/", "/root/"] {
            assert!(!text.contains(trace), "{path} holds {trace}, a place on this machine");
        }
    }
}

#[test]
fn whatever_order_files_came_in() {
    let shuffled = place_in_order("site", |files| files.reverse());
    is_the_same(&built(&shuffled, |_| {}), "reversed");
    // A shuffle that is the same every time.
    let shuffled = place_in_order("site", |files| files.sort_by_key(|(path, bytes)| spread(path, bytes.len())));
    is_the_same(&built(&shuffled, |_| {}), "shuffled");
}

fn spread(path: &str, seed: usize) -> u64 {
    path.bytes().fold(u64::try_from(seed).unwrap_or(0), |sum, byte| {
        sum.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(u64::from(byte) | 1)
    })
}

#[test]
fn whatever_the_times_and_rights_of_files() {
    let place = place("site");
    let old = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    for path in disk::files(&place.root).into_keys() {
        let file = fs::File::options().append(true).open(place.root.join(path)).expect("a file");
        file.set_modified(old).expect("set");
    }
    is_the_same(&built(&place, |_| {}), "old files");
}

#[test]
fn with_line_ends_and_marks_of_other_systems() {
    let own = disk::own_site();
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in &own {
        let text = String::from_utf8_lossy(bytes);
        let is_ours = path.starts_with("content/") && [".md", ".toml", ".csv"].iter().any(|end| path.ends_with(end));
        let bytes = match is_ours || path == "site.toml" {
            true => format!("\u{feff}{}", text.replace('\n', "\r\n")).into_bytes(),
            false => bytes.clone(),
        };
        disk::write(folder.path(), [(path.as_str(), bytes.as_slice())]);
    }
    let run = disk::build(folder.path(), &folder.path().join("public"));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    is_the_same(&disk::files(&folder.path().join("public")), "CRLF and BOM");
}

#[test]
fn after_any_other_build() {
    let place = place("site");
    let earlier = disk::run(disk::program().args(["build", "--as-of", "2019-12-31", "--root"]).arg(&place.root));
    assert_eq!(earlier.code, Some(0), "{}", earlier.stderr);
    assert!(disk::difference(&PLAIN, &disk::files(&place.root.join("public"))).is_some(), "it is another site");
    is_the_same(&built(&place, |_| {}), "over an older site");
    is_the_same(&built(&place, |_| {}), "twice");
}

#[test]
fn today_is_nowhere() {
    let today = today();
    let danish = [
        "januar",
        "februar",
        "marts",
        "april",
        "maj",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "december",
    ];
    let (year, rest) = today.split_once('-').expect("a date");
    let (month, day) = rest.split_once('-').expect("a date");
    let month = danish[month.parse::<usize>().expect("a month") - 1];
    let words = format!("{}. {month} {year}", day.trim_start_matches('0'));
    for (path, bytes) in PLAIN.iter() {
        let text = String::from_utf8_lossy(bytes);
        for trace in [today.as_str(), words.as_str()] {
            assert!(!text.contains(trace), "{path} holds {trace}");
        }
    }
}

/// Asks the system what day it is, as the tests have no clock either.
fn today() -> String {
    let output = Command::new("date").args(["+%Y-%m-%d"]).env("TZ", "Europe/Copenhagen").output().expect("date");
    String::from_utf8(output.stdout).expect("text").trim().to_owned()
}

#[test]
fn check_and_build_say_the_same() {
    let place = place("site");
    let run = |command: &str| {
        let args = [command, "--format", "json", "--as-of", "2020-06-30", "--root"];
        let run = disk::run(disk::program().args(args).arg(&place.root));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        run.stdout
    };
    assert_eq!(run("check"), run("build"));
    assert!(!run("check").contains(path_text(&place.root)), "messages name files by their place in the site");
}

fn path_text(path: &Path) -> &str {
    path.to_str().expect("text")
}
