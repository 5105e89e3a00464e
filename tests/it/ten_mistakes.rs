//! Ten different mistakes in ten files: one run tells them all, each where it stands, in both languages.

use fremdrift::{diag::Severity, locale::Language};

use crate::support::{
    Site, disk,
    expect::{said, underlined},
};

/// Each mistake: its file and what it holds, then its code, its line, its column and what is underlined, then words of
/// its message in Danish and in English.
type Mistake = (&'static str, &'static str, &'static str, u32, u32, &'static str, [&'static str; 2]);

const MISTAKES: [Mistake; 10] = [
    (
        "content/committees.toml",
        "[USB]\nname = \"Socialudvalget\"\n[ØU]\nname = \"Økonomiudvalget\"\n",
        "key-needs-quotes",
        3,
        2,
        "ØU",
        ["skriv \"ØU\" med anførselstegnene", "write \"ØU\" with the quotation marks"],
    ),
    (
        "content/om.md",
        "Se [planen](plans/x/plan.md).\n",
        "broken-link",
        1,
        4,
        "[planen](plans/x/plan.md)",
        ["mente du content/plans/a/plan.md?", "did you mean content/plans/a/plan.md?"],
    ),
    (
        "content/plans/a/indicators.toml",
        "[familier]\ntitle = \"Familier\"\ndirection = \"ned\"\n",
        "not-a-choice",
        3,
        13,
        "\"ned\"",
        ["mente du `down`?", "did you mean `down`?"],
    ),
    (
        "content/plans/a/measures/02.md",
        "+++\nnumber = \"2\"\nrequird = 2\n+++\n",
        "unknown-key",
        3,
        1,
        "requird",
        ["mente du `required`?", "did you mean `required`?"],
    ),
    (
        "content/plans/a/measures/03.md",
        "+++\nnumber = \"3\"\nrequired = 33.883\n+++\n",
        "float-amount",
        3,
        12,
        "33.883",
        ["skriv required = \"33,8830\" eller required = 33_883", "write required = \"33,8830\" or required = 33_883"],
    ),
    (
        "content/plans/a/measures/04.md",
        "+++\nnumber = \"4\"\nrequired = \"141,667\"\n+++\n",
        "ambiguous-amount",
        3,
        12,
        "\"141,667\"",
        [
            "skriv \"141,6670\", hvis det er decimaler, eller \"141.667\"",
            "write \"141,6670\" if these are decimals, or \"141.667\"",
        ],
    ),
    (
        "content/plans/a/measures/05.md",
        "+++\nnumber = \"5\"\ndue = \"2020-02-30\"\n+++\n",
        "no-such-date",
        3,
        7,
        "\"2020-02-30\"",
        ["se efter i kalenderen", "look it up in a calendar"],
    ),
    (
        "content/plans/a/tables/drift.toml",
        "title = \"Drift\"\n[columns]\nforecast = { formula = \"budget * 2\" }\n",
        "bad-formula",
        3,
        24,
        "\"budget * 2\"",
        ["en formel har navne", "a formula has names"],
    ),
    (
        "content/plans/a/updates/2020-06-30/01.md",
        "+++\nlevel = \"Kritsk\"\n+++\nTekst.\n",
        "unknown-level",
        2,
        9,
        "\"Kritsk\"",
        ["mente du `Kritisk`?", "did you mean `Kritisk`?"],
    ),
    (
        "content/plans/a/updates/2020-06-30/drift.csv",
        "row;label;forecast\na;Takster;1;2\n",
        "csv-ragged",
        2,
        1,
        "a;Takster;1;2",
        ["indsæt eller fjern skilletegn", "add or remove separators"],
    ),
];

fn site() -> Site {
    let off = "[checks]\nmissing-status = \"off\"\n";
    MISTAKES.iter().fold(Site::small().append("site.toml", off), |site, (path, text, ..)| site.with(path, *text))
}

#[test]
fn one_run_tells_all_ten() {
    for (at, language) in [Language::Danish, Language::English].into_iter().enumerate() {
        let built = site().messages(language).check();
        let found: Vec<_> = built.findings.iter().map(|finding| (finding.path.as_str(), finding.code)).collect();
        let expected: Vec<_> = MISTAKES.iter().map(|mistake| (mistake.0, mistake.2)).collect();
        assert_eq!(found, expected, "in {language:?}");
        for (finding, (_, text, _, line, column, words, messages)) in built.findings.iter().zip(MISTAKES) {
            assert_eq!(finding.severity, Severity::Error);
            assert_eq!((finding.line, finding.column), (line, column), "{finding:?}");
            assert_eq!(underlined(finding), words, "{finding:?}");
            assert_eq!(Some(finding.excerpt.as_str()), text.lines().nth(line as usize - 1));
            assert!(finding.help.is_some() && said(finding).contains(messages[at]), "{finding:#?}");
        }
        assert!(!built.is_publishable());
    }
}

/// Writes the site with its mistakes to a folder.
fn on_disk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    site().write_to(folder.path());
    folder
}

#[test]
fn the_program_draws_all_ten() {
    let folder = on_disk();
    for (language, (at, name)) in [("da", (0, "fejl")), ("en", (1, "error"))] {
        let run = disk::run(disk::program().args(["check", "--language", language, "--root"]).arg(folder.path()));
        assert_eq!(run.code, Some(1), "{}", run.stderr);
        assert_eq!(run.stdout, "");
        for (path, _, code, line, column, words, messages) in MISTAKES {
            assert!(run.stderr.contains(&format!("{name}[{code}]")), "{}", run.stderr);
            assert!(run.stderr.contains(&format!("{path}:{line}:{column}")), "{path} in\n{}", run.stderr);
            let marks = "^".repeat(words.chars().count());
            assert!(run.stderr.contains(&marks) && run.stderr.contains(messages[at]), "{code} in\n{}", run.stderr);
        }
    }
}

#[test]
fn the_program_tells_all_ten_to_programs() {
    let folder = on_disk();
    let run = disk::run(disk::program().args(["check", "--format", "json", "--root"]).arg(folder.path()));
    assert_eq!((run.code, run.stderr.as_str()), (Some(1), ""));
    let document: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let findings = document["findings"].as_array().expect("a list");
    assert_eq!(findings.len(), 10);
    assert_eq!(document["counts"]["errors"], 10);
    for (finding, (path, _, code, line, column, ..)) in findings.iter().zip(MISTAKES) {
        assert_eq!((&finding["path"], &finding["code"]), (&path.into(), &code.into()));
        assert_eq!((&finding["line"], &finding["column"]), (&line.into(), &column.into()));
        assert!(finding["help"].is_string() && finding["message"].is_string());
    }
}

#[test]
fn a_folder_that_is_no_site_is_told_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    for command in ["check", "build"] {
        let run = disk::run(disk::program().args([command, "--language", "en", "--root"]).arg(folder.path()));
        assert_eq!(run.code, Some(2), "{}", run.stderr);
        assert!(run.stderr.contains("site.toml") && run.stderr.contains("--root FOLDER"), "{}", run.stderr);
    }
    let run = disk::run(disk::program().args(["check", "--roote", "x"]));
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("--root"), "{}", run.stderr);
}

#[test]
fn a_build_with_an_error_leaves_the_old_site() {
    let folder = tempfile::tempdir().expect("a folder");
    let (root, out) = (folder.path().join("site"), folder.path().join("public"));
    Site::small().write_to(&root);
    assert_eq!(disk::build(&root, &out).code, Some(0));
    let before = disk::files(&out);
    site().write_to(&root);
    let run = disk::build(&root, &out);
    assert_eq!(run.code, Some(1), "{}", run.stderr);
    assert!(run.stderr.contains("Intet er udgivet") || run.stderr.contains("intet"), "{}", run.stderr);
    assert_eq!(disk::difference(&before, &disk::files(&out)), None);
}

#[test]
fn one_mistake_made_all_over_a_file_does_not_bury_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let keys: String = (0..30).map(|n| format!("ukendt{n} = 1\n")).collect();
    let [many, one] = [keys.as_str(), "requird = 2\n"].map(|keys| format!("+++\nnumber = \"2\"\n{keys}+++\n"));
    let site = Site::small().with("content/plans/a/measures/02.md", many).with("content/plans/a/measures/03.md", one);
    site.append("site.toml", "[checks]\nmissing-status = \"off\"\n").write_to(folder.path());
    let check = |flags: &[&str]| {
        disk::run(disk::program().args(["check", "--language", "da", "--root"]).arg(folder.path()).args(flags))
    };
    let told = check(&[]);
    assert_eq!(told.stderr.matches("[unknown-key]: ").count(), 21, "{}", told.stderr);
    assert!(told.stderr.contains("`requird`"), "{}", told.stderr);
    let order = ["02.md:22:1", "… og 10 flere", "03.md:3:1"].map(|words| told.stderr.find(words));
    assert!(order.is_sorted() && order[0].is_some(), "{}", told.stderr);
    let rest = "… og 10 flere af slagsen [unknown-key] i content/plans/a/measures/02.md; -v viser dem alle";
    assert!(told.stderr.contains(rest) && told.stderr.contains("32 fejl"), "{}", told.stderr);
    assert!(!told.stderr.contains("02.md:23:1"), "{}", told.stderr);
    assert_eq!(check(&["-v"]).stderr.matches("[unknown-key]: ").count(), 31);
    assert_eq!(check(&["--format", "json"]).stdout.matches("\"unknown-key\"").count(), 31);
}
