//! Files that are too large, too deep or no text at all: each is refused with its limit named.

use std::fmt::Write as _;

use fremdrift::diag::Severity;

use crate::support::{
    Site,
    expect::{said, underlined},
};

const MEASURE: &str = "content/plans/a/measures/01.md";
const PAGE: &str = "content/om.md";

/// Tells what is said of a file: code, line, what is underlined and the words.
fn told(path: &str, bytes: impl AsRef<[u8]>) -> Vec<(&'static str, u32, String, String)> {
    let found = Site::small().with(path, bytes).messages(fremdrift::locale::Language::English).check().findings;
    let of_file = found.into_iter().filter(|finding| finding.path.as_str() == path);
    of_file.map(|finding| (finding.code, finding.line, underlined(&finding), said(&finding))).collect()
}

/// Asserts that one thing is said of a file, with some words.
#[track_caller]
fn refused(path: &str, bytes: impl AsRef<[u8]>, code: &str, line: u32, words: &str) {
    let told = told(path, bytes);
    let [(found, at, _, said)] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((*found, *at), (code, line), "{said}");
    assert!(said.contains(words), "{said}");
}

#[test]
fn a_file_has_at_most_8_mb() {
    refused(PAGE, vec![b'a'; 8 * 1024 * 1024 + 1], "file-too-large", 0, "the file is larger than 8 MB");
    assert!(told(PAGE, vec![b'a'; 8 * 1024 * 1024]).is_empty());
}

#[test]
fn text_is_utf_8() {
    let mut latin = b"+++\nnumber = \"1\"\ntitle = \"B".to_vec();
    latin.push(0xf8);
    latin.extend(b"rn\"\n+++\n");
    let told = told(MEASURE, latin);
    assert_eq!((told[0].0, told[0].1), ("not-utf8", 3));
    assert_eq!(told[0].2, "\u{fffd}");
    assert!(told[0].3.contains("byte no. 28") && told[0].3.contains("choose UTF-8"), "{told:?}");
    refused(PAGE, b"\xff\xfeO\0m\0", "utf16", 0, "saved as UTF-16, but must be UTF-8");
    refused(PAGE, b"\xfe\xff\0O\0m", "utf16", 0, "choose UTF-8");
    for packed in [b"PK\x03\x04\x14\0".as_slice(), b"\xd0\xcf\x11\xe0\xa1\xb1", b"{\\rtf1\\ansi"] {
        refused(PAGE, packed, "not-text", 0, "save it as CSV");
    }
}

#[test]
fn a_csv_file_is_in_the_encoding_that_was_declared() {
    let table = "title = \"Drift\"\n[columns]\nforecast = {}\n";
    let csv = "content/plans/a/updates/2020-06-30/drift.csv";
    let declared = |table: &str, bytes: &[u8]| {
        let site = Site::small().with("content/plans/a/tables/drift.toml", table).with(csv, bytes);
        let found = site.messages(fremdrift::locale::Language::English).check().findings;
        found.into_iter().map(|finding| (finding.code, finding.line, said(&finding))).collect::<Vec<_>>()
    };
    let found = declared(table, b"row;label;forecast\na;B\xf8rn;1\n");
    assert_eq!((found[0].0, found[0].1), ("csv-encoding", 2));
    assert!(found[0].2.contains("not written as utf-8") && found[0].2.contains("[csv]"), "{found:?}");
    let windows = format!("{table}[csv]\nencoding = \"windows-1252\"\n");
    assert_eq!(declared(&windows, b"row;label;forecast\na;B\xf8rn;1\n"), []);
    let found = declared(&windows, "row;label;forecast\na;Børn;1\n".as_bytes());
    assert_eq!((found[0].0, found[0].1), ("csv-encoding", 2));
    assert!(found[0].2.contains("not written as windows-1252"), "{found:?}");
}

#[test]
fn content_is_nested_at_most_64_deep() {
    refused(PAGE, format!("{}a\n", "> ".repeat(65)), "too-deep", 1, "more than 64 layers deep");
    assert!(told(PAGE, format!("{}a\n", "> ".repeat(60))).is_empty());
    // Nothing of such a text is published, so nothing else of it is worth a word.
    let unsafe_too = format!("[a](javascript:x) ![](b.png)\n\n{}a\n", "> ".repeat(65));
    refused(PAGE, unsafe_too, "too-deep", 3, "more than 64 layers deep");
    let deep = format!("+++\nnumber = \"1\"\ncommittee = {}{}\n+++\n", "[".repeat(200), "]".repeat(200));
    refused(MEASURE, deep, "too-deep", 3, "more than 80 layers deep");
}

#[test]
fn a_file_has_at_most_50_000_keys() {
    let mut text = String::from("+++\ntitle = \"A\"\n[readings]\n");
    (0..50_001).for_each(|number| writeln!(text, "k{number} = 1").expect("text"));
    refused("content/plans/a/updates/2020-06-30/01.md", text + "+++\n", "too-many-keys", 2, "at most 50,000");
}

#[test]
fn tables_have_limits() {
    let row = format!("|{}\n", " a |".repeat(200));
    let rule = format!("|{}\n", "---|".repeat(200));
    refused(PAGE, format!("{row}{rule}{}", row.repeat(251)), "too-many-cells", 252, "more than 50,000 cells");
    let csv = "content/plans/a/tables/drift.csv";
    let wide = format!("row{}\n", ";a".repeat(201));
    let told_of = |text: String| {
        let table = "title = \"Drift\"\n[columns]\nforecast = {}\n";
        let site = Site::small().with("content/plans/a/tables/drift.toml", table).with(csv, text);
        let found = site.messages(fremdrift::locale::Language::English).check().findings;
        found.into_iter().map(|finding| (finding.code, finding.line, said(&finding))).collect::<Vec<_>>()
    };
    let found = told_of(wide);
    assert_eq!((found[0].0, found[0].1), ("too-many-columns", 1), "{found:?}");
    assert!(found[0].2.contains("more than 200 columns"));
    let rows: String = (0..5_001).map(|number| format!("r{number};1\n")).collect();
    let found = told_of(format!("row;forecast\n{rows}"));
    assert_eq!((found[0].0, found[0].1), ("too-many-rows", 5_002), "{found:?}");
    assert!(found[0].2.contains("more than 5,000 rows"));
}

#[test]
fn the_place_is_shown_however_long_the_line() {
    let told = told(PAGE, format!("{} [ud](plans/b/plan.md)\n", "ord ".repeat(200)));
    assert_eq!((told[0].0, told[0].2.as_str()), ("broken-link", "[ud](plans/b/plan.md)"));
}

#[test]
fn an_excerpt_is_as_long_as_it_takes_to_see_the_place() {
    for (before, text) in [(0, "[ud](plans/b/plan.md)"), (50, "[ud](plans/b/plan.md)"), (900, "[ud](plans/b/plan.md)")]
    {
        let line = format!("{}{text} {}", "ord æ ".repeat(before / 6), "og mere ".repeat(2_000));
        let site = Site::small().with(PAGE, format!("før\n\n{line}\n"));
        let [finding] = site.check().findings.try_into().expect("one mistake");
        assert_eq!((finding.line, finding.column as usize), (3, before / 6 * 6 + 1));
        assert_eq!((underlined(&finding).as_str(), finding.width as usize), (text, text.len()), "{before}");
        assert!(finding.excerpt.chars().count() <= 201, "{before}");
        assert_eq!(finding.excerpt.starts_with('…'), before > 100, "{}", finding.excerpt);
    }
}

#[test]
fn many_findings_on_one_line_cost_no_more_than_on_many() {
    // Each used to hold up to 4 000 characters of the line, and to be looked for from the beginning of the file.
    let of = |between: &str| {
        let text: Vec<String> = vec!["a\u{202e}*b*".to_owned(); 20_000];
        let built = Site::small().with(PAGE, text.join(between)).check();
        let kept: usize = built.findings.iter().map(|finding| finding.excerpt.len()).sum();
        (built.counts.warnings, built.findings.len(), kept)
    };
    let ((all_on_one, few_on_one, on_one), (all_on_many, few_on_many, on_many)) = (of(" "), of("\n"));
    assert_eq!((all_on_one, all_on_many, few_on_one, few_on_many), (20_000, 20_000, 2_000, 2_000));
    assert!(on_one < few_on_one * 500 && on_many < on_one, "{on_one} and {on_many} bytes of text are kept");
}

#[test]
fn cost_grows_no_faster_than_the_text() {
    // Each of these took minutes while it was done again for every heading or tag.
    let headings = "# a\n\n".repeat(20_000);
    let tags = format!("<div>{}", "<a>".repeat(200_000));
    let outcome = Site::small().with("content/p.md", &headings).with("content/q.md", &tags).build();
    assert!(outcome.page("p.html").contains("id=\"a-20000\""));
}

/// A repository with a commit whose tree holds the same trees over and over, each so many times and so many levels deep,
/// and one after it that takes that back.
fn bomb(levels: usize, width: usize, with_file: bool) -> crate::support::git::Repo {
    let repo = crate::support::git::Story::default().commit("2020-07-01", &Site::small()).told();
    repo.git(&["reset", "--quiet", "--hard", "main"]);
    let made = |words: &[&str], input: &str| {
        String::from_utf8(repo.run(words, input.as_bytes())).expect("an id").trim().to_owned()
    };
    let mut entry = if with_file {
        let blob = made(&["hash-object", "-w", "--stdin"], "x\n");
        (0..10).fold(String::new(), |mut tree, at| {
            let _ = writeln!(tree, "100644 blob {blob}\tf{at}.md");
            tree
        })
    } else {
        String::new()
    };
    for _ in 0..levels {
        let tree = made(&["mktree"], &entry);
        entry = (0..width).fold(String::new(), |mut above, at| {
            let _ = writeln!(above, "040000 tree {tree}\td{at}");
            above
        });
    }
    let inner = made(&["mktree"], &entry);
    let site = repo.git(&["ls-tree", "main"]);
    let content =
        made(&["mktree"], &format!("{}\n040000 tree {inner}\tbombe\n", repo.git(&["ls-tree", "main:content"]).trim()));
    let others = site.lines().filter(|line| !line.ends_with("\tcontent")).collect::<Vec<_>>().join("\n");
    let root = made(&["mktree"], &format!("{others}\n040000 tree {content}\tcontent\n"));
    let bad = made(&["commit-tree", &root, "-p", "main", "-m", "x"], "");
    let good = made(&["commit-tree", "main^{tree}", "-p", &bad, "-m", "x"], "");
    repo.git(&["update-ref", "refs/heads/main", &good]);
    repo
}

#[test]
fn a_commit_changes_no_more_files_than_a_site_may_have() {
    use crate::support::disk::{program, run};
    // 10^10 files; as many folders without a file; and folders as deep as ever.
    let cases = [
        ("more than 500000 files", bomb(9, 10, true)),
        ("folders hold more than", bomb(9, 10, false)),
        ("deep in each other", bomb(70, 1, true)),
    ];
    for (words, repo) in cases {
        let out = tempfile::tempdir().expect("a folder");
        let mut commands = vec![run(program().args(["log", "--language", "en", "--root"]).arg(repo.path()))];
        if words.contains("files") {
            let made = out.path().join("public");
            let mut build = program();
            build.args(["build", "--language", "en", "--root"]).arg(repo.path()).arg("--out").arg(made);
            commands.push(run(&mut build));
        }
        for done in &mut commands {
            assert_eq!(done.code, Some(2), "{words}: {}", done.stderr);
            assert!(done.stderr.contains(words), "{words}: {}", done.stderr);
        }
    }
}

#[test]
fn of_very_many_mistakes_the_first_are_told_and_the_others_counted() {
    const MOST: usize = 2_000;
    let text = |mistakes: usize| "x\u{1}\n".repeat(mistakes);
    // A file that has more than are kept of one, and files that have more together; an error behind all warnings.
    let mut site = Site::small().with("content/a.md", text(MOST + 5)).with("content/z.md", "[x](y.md)\n");
    for plan in ["b", "c"] {
        let path = format!("content/plans/{plan}/plan.md");
        site = site.with(&path, format!("+++\ntitle = \"B\"\n+++\n{}", text(MOST)));
    }
    let built = site.check();
    let of_code = |code: &str| built.findings.iter().filter(|finding| finding.code == code).count();
    assert_eq!((of_code("control-character"), of_code("broken-link")), (MOST, 1));
    let errors = built.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    assert_eq!(built.counts.errors, errors, "no error was left out");
    let told: usize = built.more.iter().map(|more| more.count).sum();
    assert_eq!(built.counts.errors + built.counts.warnings, built.findings.len() + told);
    let control = built.more.iter().find(|more| more.code == "control-character").expect("more of them");
    assert!(control.count > 2 * MOST, "{:?}", built.more);
    assert!(built.findings.is_sorted_by(|a, b| (&a.path, a.line) <= (&b.path, b.line)), "in their order");
}
