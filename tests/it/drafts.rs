//! `fremdrift new`: drafts of every kind, on the demonstration and on a site that was just begun.

use std::collections::BTreeSet;

use fremdrift::{
    content::Audience,
    diag::Error,
    draft::{self, DraftFile, DraftKind, DraftRequest, DraftedTree, KnownSite, SiteRequest},
    locale::{LOCALES, Language},
    schema::{RecordType, records},
    tree::{MemoryTree, Tree},
    value::{Date, RelPath},
};

use crate::support::{Site, day, disk, git, html};

const TODAY: &str = "2020-09-30";

/// Every kind of draft, with the plan it is of.
const KINDS: [(DraftKind, &str); 7] = [
    (DraftKind::Plan, ""),
    (DraftKind::Measure, "voksne-2020"),
    (DraftKind::Committee, ""),
    (DraftKind::Owner, ""),
    (DraftKind::Indicator, "voksne-2020"),
    (DraftKind::Milestone, "voksne-2020"),
    (DraftKind::Table, "voksne-2020"),
];

fn today() -> Date {
    day(TODAY)
}

fn demonstration() -> MemoryTree {
    disk::own_site().iter().fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(path, bytes.as_slice()))
}

fn tree_of(site: &Site) -> MemoryTree {
    site.files().iter().fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(path, bytes.as_slice()))
}

/// Lays drafted files into a tree.
fn with(tree: MemoryTree, files: &[DraftFile]) -> MemoryTree {
    files.iter().fold(tree, |tree, file| tree.with(file.path.as_str(), file.text.as_str()))
}

/// A site that was just begun, with a plan of a name.
fn begun(language: Language) -> MemoryTree {
    let asked = SiteRequest {
        language,
        title: None,
        organisation: None,
        plan: Some("voksne 2020".to_owned()),
        unit: None,
        pipeline: None,
    };
    with(MemoryTree::default(), &draft::draft_site(&asked, today()).expect("a site"))
}

fn request(kind: DraftKind, plan: &str) -> DraftRequest {
    let id = (kind == DraftKind::Committee).then(|| "NYT".to_owned());
    DraftRequest { kind, plan: plan.to_owned(), title: "Ny og \"anden\": én".to_owned(), id, fields: Vec::new() }
}

fn drafted(tree: &MemoryTree, asked: &DraftRequest) -> Result<Vec<DraftFile>, Error> {
    let site = KnownSite::open(tree, today(), None).expect("a site");
    draft::draft(&site, asked)
}

fn report(tree: &MemoryTree, plan: &str, date: &str) -> Result<Vec<DraftFile>, Error> {
    draft::draft_report(&KnownSite::open(tree, today(), None).expect("a site"), plan, date)
}

/// Returns the codes of what a draft brings with it, mistakes first.
fn looked(tree: &MemoryTree, files: &[DraftFile]) -> (Vec<&'static str>, Vec<&'static str>) {
    let look = draft::look(tree, files, today(), None, "test").expect("a look");
    let codes = |found: &[fremdrift::diag::Finding]| found.iter().map(|finding| finding.code).collect();
    (codes(&look.errors), codes(&look.warnings))
}

fn code(refused: Result<Vec<DraftFile>, Error>) -> &'static str {
    refused.expect_err("it is refused").words().0.name
}

#[test]
fn every_draft_passes_or_says_what_to_fill_in() {
    for tree in [demonstration(), begun(Language::Danish), begun(Language::English), begun(Language::Swedish)] {
        let none = looked(&tree, &[]);
        assert_eq!(none.0, Vec::<&str>::new());
        for (kind, plan) in KINDS {
            let files = drafted(&tree, &request(kind, plan)).expect("a draft");
            let (errors, warnings) = looked(&tree, &files);
            assert_eq!(errors, Vec::<&str>::new(), "{kind:?}: {}", files[0].text);
            let left: &[&str] = match kind {
                DraftKind::Plan => &["empty-plan"],
                DraftKind::Table => &["table-without-figures"],
                _ => &[],
            };
            let own: Vec<&str> = warnings.into_iter().filter(|code| left.contains(code)).collect();
            assert_eq!(own, left, "{kind:?}");
            // And again: what is there is never written over.
            let again = with(tree.clone(), &files);
            if kind != DraftKind::Milestone {
                assert_eq!(code(drafted(&again, &request(kind, plan))), "draft-exists", "{kind:?}");
            }
        }
    }
}

#[test]
fn a_draft_has_every_field_of_its_record_explained() {
    let own: [&RecordType; 2] = [&records::UPDATE, &records::STATUS];
    let drafted: Vec<&RecordType> = KINDS.iter().map(|(kind, _)| kind.record()).chain(own).collect();
    let mut used = BTreeSet::new();
    for record in &drafted {
        for field in record.fields {
            let key = draft::key_of_field(record, field);
            let key = key.unwrap_or_else(|| panic!("no words for `{}` of a {}", field.name, record.name));
            used.insert(key);
        }
    }
    let words = draft::phrases().into_iter().map(|phrase| phrase.key());
    let unused: Vec<&str> = words.filter(|key| key.starts_with("draft-field-") && !used.contains(key)).collect();
    assert!(unused.is_empty(), "words of no field that is drafted: {unused:?}");
    for language in LOCALES {
        let tree = begun(language);
        for (kind, plan) in KINDS {
            let files = self::drafted(&tree, &request(kind, plan)).expect("a draft");
            let text = &files[0].text;
            for field in kind.record().fields {
                let line = |line: &&str| {
                    let line = line.trim_start_matches("# ");
                    line.starts_with(&format!("{} = ", field.name)) && line.contains(" # ")
                };
                let is_columns = kind == DraftKind::Table && field.name == "columns" && text.contains("\n[columns]\n");
                assert!(text.lines().any(|it| line(&it)) || is_columns, "{language:?}: `{}` in {text}", field.name);
            }
        }
    }
}

/// Mistakes that an example has because the site is not that of the example.
const OF_THE_SITE: [&str; 13] = [
    "duplicate-number",
    "suppress-counts-nothing",
    "unknown-committee",
    "unknown-owner",
    "unknown-measure",
    "unknown-section",
    "unknown-decision",
    "unknown-milestone",
    "unknown-indicator",
    "unknown-series",
    "milestone-cycle",
    "note-without-mark",
    "unused-note",
];

#[test]
fn every_remark_is_a_field_that_can_be_read_once_its_sign_is_gone() {
    let tree = tree_of(&Site::small());
    let mut files: Vec<DraftFile> = Vec::new();
    for (kind, plan) in KINDS {
        let plan = if plan.is_empty() { "" } else { "a" };
        files.extend(drafted(&tree, &request(kind, plan)).expect("a draft"));
    }
    files.extend(report(&tree, "a", "2020-09-30").expect("a report"));
    let mut count = 0;
    for file in &files {
        for (at, line) in file.text.lines().enumerate() {
            let is_field = line.starts_with("# ")
                && line.contains(" = ")
                && line[2..].starts_with(|c: char| c.is_ascii_lowercase())
                && !line.starts_with("#     ");
            if !is_field {
                continue;
            }
            // What is shown in the place of something stands beside the mark that hides it.
            let mark = line.starts_with("# public_title").then_some("# visibility = ");
            let edited =
                |(place, line): (usize, &str)| match place == at || mark.is_some_and(|mark| line.starts_with(mark)) {
                    true => format!("{}\n", &line[2..]),
                    false => format!("{line}\n"),
                };
            let text: String = file.text.lines().enumerate().map(edited).collect();
            let (errors, _) = looked(&tree, &[DraftFile { text, ..file.clone() }]);
            let wrong: Vec<&str> = errors.into_iter().filter(|code| !OF_THE_SITE.contains(code)).collect();
            assert_eq!(wrong, Vec::<&str>::new(), "{}: {line}", file.path);
            count += 1;
        }
    }
    assert!(count > 80, "remarks are found: {count}");
}

#[test]
fn a_report_has_a_stub_for_every_open_measure_and_says_what_was_said_last() {
    let tree = demonstration();
    let files = report(&tree, "boern-unge-2020", "2020-09-30").expect("a report");
    let names: Vec<&str> = files.iter().map(|file| file.path.file_name()).collect();
    assert_eq!(names.len(), 7, "an index and six measures; the empty row is none: {names:?}");
    let status = files.iter().find(|file| file.path.stem() == "01-kontaktpersoner").expect("a status");
    for line in ["# Sidst (30. juni 2020) stod der:", "#     level = \"Alt OK\"", "#     jan-jun = 141_667"] {
        assert!(status.text.contains(line), "{line}: {}", status.text);
    }
    assert!(status.text.lines().all(|line| line == "+++" || line.starts_with('#')), "{}", status.text);
    // A finished measure owes nothing.
    let done = "+++\nlevel = \"Alt OK\"\nlifecycle = \"done\"\n+++\nFærdig.\n";
    let closed = tree.clone().with("content/plans/boern-unge-2020/updates/2020-06-30/01-kontaktpersoner.md", done);
    let names: Vec<String> = report(&closed, "boern-unge-2020", "2020-09")
        .expect("a report")
        .iter()
        .map(|file| file.path.to_string())
        .collect();
    assert!(names.iter().all(|name| !name.contains("01-kontakt") && name.contains("/2020-09/")), "{names:?}");
    // The second time there is nothing left; where somebody wrote a status by hand, the others alone are added.
    let again = with(tree.clone(), &files);
    assert_eq!(code(report(&again, "boern-unge-2020", "2020-09-30")), "draft-exists");
    let path = "content/plans/boern-unge-2020/updates/2020-09-30/01-kontaktpersoner.md";
    let by_hand = report(&tree.with(path, done), "boern-unge-2020", "2020-09-30").expect("the others");
    assert_eq!(by_hand.len(), 5, "no index that would hide what was written");
    assert!(by_hand.iter().all(|file| file.path.stem() != "index" && file.path.as_str() != path));
}

#[test]
fn a_stub_is_never_published() {
    let site = Site::small().as_of("2020-12-31");
    let published = |site: &Site| site.build().files;
    let before = published(&site);
    let tree = tree_of(&site);
    let files = report(&tree, "a", "2020-09-30").expect("a report");
    let lay = |site: Site, files: &[DraftFile]| {
        files.iter().fold(site, |site, file| site.with(file.path.as_str(), &file.text))
    };
    let stubs = lay(site.clone(), &files);
    assert_eq!(published(&stubs), before, "nothing of a draft is on any page");
    assert_eq!(stubs.codes(), ["draft-lacks", "draft-report"]);
    // Half of it filled in, and all of it: still nothing, for every audience but those who write.
    let status = "content/plans/a/updates/2020-09-30/01.md";
    let half = stubs.clone().with(status, "+++\nlevel = \"Kritisk\"\n+++\n");
    let full = stubs.clone().with(status, "+++\nlevel = \"Kritisk\"\n+++\nTaksterne stiger.\n");
    for (filled, codes) in [(&half, vec!["draft-lacks", "draft-report"]), (&full, vec!["draft-report"])] {
        assert_eq!(published(filled), before);
        assert_eq!(filled.codes(), codes);
        for audience in [Audience::Internal, Audience::Closed] {
            let built = filled.clone().audience(audience).build();
            assert!(built.files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("stiger")));
        }
    }
    assert!(
        full.clone()
            .audience(Audience::Draft)
            .build()
            .files
            .values()
            .any(|bytes| { String::from_utf8_lossy(bytes).contains("Taksterne stiger") })
    );
    let help = half.check().findings.into_iter().find(|finding| finding.code == "draft-lacks").expect("told");
    assert!(help.message.contains("mangler sin tekst") && help.path.as_str() == status, "{help:?}");
    // With the mark gone a stub is no news, and the measure keeps its status.
    let index = "content/plans/a/updates/2020-09-30/index.md";
    let out = stubs.edit(index, "visibility = \"draft\"", "level = \"Alt OK\"");
    let built = out.build();
    assert!(built.codes().contains(&"missing-status"), "{:?}", built.codes());
    let page = html::parse(built.page(built.path("a/01.html"))).text();
    assert!(page.contains("30. juni 2020") && page.contains("Taksterne er forhandlet"), "{page}");
    let told = full.edit(index, "visibility = \"draft\"", "level = \"Alt OK\"").build();
    assert!(told.page(told.path("a/01.html")).contains("Taksterne stiger"));
}

#[test]
fn nothing_hidden_is_copied_into_a_draft() {
    let closed = "+++\nvisibility = \"closed\"\nlevel = \"Kritisk\"\n+++\nHEMMELIGT.\n";
    let site = Site::small().with("content/plans/a/updates/2020-06-30/01.md", closed);
    let early = Site::small()
        .append("content/plans/a/updates/2020-06-30/01.md", "HEMMELIGT.\n")
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\nembargo = 2099-01-01\n+++\n");
    let shut = early.clone().without("content/plans/a/updates/2020-06-30/index.md").edit(
        "content/plans/a/plan.md",
        "kind =",
        "visibility = \"closed\"\nkind =",
    );
    for site in [site, early, shut] {
        let tree = tree_of(&site);
        let files = report(&tree, "a", "2020-09-30").expect("a report");
        assert_eq!(files.len(), 2, "it has its stub");
        assert!(files.iter().all(|file| !file.text.contains("HEMMELIGT") && !file.text.contains("Kritisk\"\n")));
    }
}

#[test]
fn what_cannot_be_drafted_is_told_with_its_cure() {
    let tree = demonstration();
    let asked = |title: &str, fields: &[(&str, &str)]| DraftRequest {
        title: title.to_owned(),
        fields: fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        ..request(DraftKind::Measure, "voksne-2020")
    };
    assert_eq!(code(drafted(&tree, &asked("– § –", &[]))), "draft-without-id");
    assert_eq!(code(drafted(&tree, &asked("Ny", &[("sparekrav", "1,75")]))), "draft-unknown-field");
    assert_eq!(code(drafted(&tree, &request(DraftKind::Measure, "voksne-2021"))), "no-such-plan");
    assert_eq!(code(report(&tree, "voksne-2020", "30-06-2020")), "not-a-report-date");
    let broken = tree.clone().with("content/owners.toml", "[x]\n[x]\n");
    assert_eq!(code(drafted(&broken, &request(DraftKind::Owner, ""))), "register-unreadable");
    let escape = DraftRequest { id: Some("../../x".to_owned()), ..asked("Ny", &[]) };
    assert_eq!(code(drafted(&tree, &escape)), "draft-without-id");
    // What is given is content like any other, and held to the same rules before anything is written.
    let (errors, _) =
        looked(&tree, &drafted(&tree, &asked("Ny", &[("required", "1.75"), ("owner", "ingen")])).expect("a draft"));
    assert_eq!(errors, ["unknown-owner", "foreign-decimal"]);
    let files =
        drafted(&tree, &asked("Ny: af to", &[("number", "11"), ("committee", "USB, BUU"), ("due", "2020-12-31")]));
    let files = files.expect("a draft");
    assert_eq!(files[0].path.as_str(), "content/plans/voksne-2020/measures/11-ny.md");
    assert!(files[0].text.contains("committee = [\"USB\", \"BUU\"]") && files[0].text.contains("due = 2020-12-31"));
    assert_eq!(looked(&tree, &files).0, Vec::<&str>::new());
}

#[test]
fn a_register_keeps_its_remarks_and_its_order() {
    let own = "# De ansvarlige\r\n[b] # først\r\ntitle = \"B\"   # leder\r\n\r\n[a]\r\ntitle = \"A\"\r\n\r\n\r\n";
    let tree = demonstration().with("content/owners.toml", own);
    let files = drafted(&tree, &request(DraftKind::Owner, "")).expect("a draft");
    assert_eq!(files[0].before.as_deref(), Some(own.as_bytes()));
    let text = &files[0].text;
    assert!(
        text.starts_with(own.trim_end()) && text[own.trim_end().len()..].starts_with("\r\n\r\n[ny-og-anden]\r\n"),
        "{text}"
    );
    assert!(!text.replace("\r\n", "").contains('\n'), "the ends of lines are those of the file");
}

#[test]
fn remarks_hide_nothing_from_the_second_look() {
    let folder = git::folder();
    let site = Site::small().edit(
        "content/plans/a/plan.md",
        "+++\ntitle",
        "+++\n# visibility = \"closed\"\n# embargo = 2099-01-01\ntitle",
    );
    site.write_to(folder.path());
    let out = folder.path().join("public");
    assert_eq!(disk::build(folder.path(), &out).code, Some(0));
    let look = disk::run(
        disk::program()
            .args(["check", "--as-of", "2020-06-30", "--published"])
            .arg(&out)
            .arg("--root")
            .arg(folder.path()),
    );
    assert_eq!(look.code, Some(0), "{}", look.stderr);
}

#[test]
fn the_program_writes_all_or_nothing() {
    let folder = git::folder();
    let root = folder.path().join("nyt");
    let run = |words: &[&str]| disk::run(disk::program().args(words).args(["--language", "da", "--root"]).arg(&root));
    let begun = run(&["init"]);
    assert_eq!(begun.code, Some(0), "{}", begun.stderr);
    assert!(begun.stderr.contains("fremdrift new measure handleplan-"), "{}", begun.stderr);
    assert_eq!(run(&["build"]).code, Some(0));
    let plan = std::fs::read_dir(root.join("content/plans")).expect("plans").next().expect("one").expect("a folder");
    let plan = plan.file_name().into_string().expect("text");
    let before = disk::files(&root);
    let refused = run(&["new", "measure", &plan, "Takster", "required=1.75"]);
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    assert!(refused.stderr.contains("intet er skrevet") && refused.stderr.contains("1,75"), "{}", refused.stderr);
    assert_eq!(disk::difference(&before, &disk::files(&root)), None);
    for words in [
        vec!["new", "committee", "ØU", "Økonomiudvalget"],
        vec!["new", "owner", "Centerchef for ældre", "contact=aeldre@eksempel.example"],
        vec![
            "new",
            "measure",
            &plan,
            "Takster",
            "number=1",
            "required=1,75",
            "committee=ØU",
            "owner=centerchef-for-aeldre",
        ],
        vec!["new", "report", &plan, "2026-06-30"],
        vec!["check"],
    ] {
        let run = run(&words);
        assert_eq!(run.code, Some(0), "{words:?}: {}", run.stderr);
    }
    let again = run(&["init"]);
    assert_eq!(again.code, Some(2));
    assert!(again.stderr.contains("findes allerede"), "{}", again.stderr);
    // A folder with other things in it keeps them.
    let other = folder.path().join("andet");
    std::fs::create_dir_all(&other).expect("made");
    std::fs::write(other.join(".gitignore"), "mit\n").expect("written");
    let run = disk::run(disk::program().args(["init", "--language", "nb", "--ci", "gitlab"]).arg(&other));
    assert_eq!(run.code, Some(0), "{}", run.stderr);
    assert_eq!(std::fs::read_to_string(other.join(".gitignore")).expect("text"), "mit\n");
    assert!(run.stderr.contains(".gitignore") && other.join(".gitlab-ci.yml").is_file(), "{}", run.stderr);
}

#[test]
fn a_drafted_tree_is_the_tree_with_the_files() {
    let tree = MemoryTree::default().with("site.toml", "a").with("content/x.md", "b");
    let path = |text: &str| RelPath::new(text).expect("a path");
    let file = |at: &str| DraftFile { path: path(at), text: "new".into(), before: None };
    let files = [file("content/a.md"), file("content/x.md"), file(".gitignore")];
    let drafted = DraftedTree::new(&tree, &files);
    let names: Vec<&str> = drafted.paths().iter().map(RelPath::as_str).collect();
    assert_eq!(names, ["content/a.md", "content/x.md", "site.toml"]);
    let mut bytes = Vec::new();
    drafted.read(&path("content/x.md"), &mut bytes).expect("read");
    assert_eq!(bytes, b"new");
    drafted.read(&path("site.toml"), &mut bytes).expect("read");
    assert_eq!(bytes, b"a");
}

#[test]
fn a_plan_is_called_by_its_title_and_two_are_told_apart() {
    let plan = |title: &str| {
        let asked = request(DraftKind::Plan, "");
        DraftRequest { id: None, title: title.to_owned(), ..asked }
    };
    let mut tree = begun(Language::Danish);
    for (title, id) in [
        ("Handleplan for det specialiserede socialområde", "handleplan-for-det-specialiserede-socialomraade"),
        ("Handleplan for det specialiserede voksenområde", "handleplan-for-det-specialiserede-voksenomraade"),
        ("Genopretning af børneområdet 2026", "genopretning-af-boerneomraadet-2026"),
        ("Genopretning: børneområdet 2026", "genopretning-2026"),
        ("Genopretning: voksenområdet 2026", "genopretning-2026-2"),
        ("Genopretning: ældreområdet 2026", "genopretning-2026-3"),
        (
            "Handleplan for genopretning af økonomien på det specialiserede socialområde 2026",
            "handleplan-for-genopretning-af-oekonomien-2026",
        ),
    ] {
        let files = drafted(&tree, &plan(title)).expect(title);
        assert_eq!(files[0].path.as_str(), format!("content/plans/{id}/plan.md"));
        tree = with(tree, &files);
        assert_eq!(code(drafted(&tree, &plan(title))), "draft-exists", "{title}");
    }
    // An id that was asked for is no other.
    let asked = DraftRequest { id: Some("genopretning-2026".to_owned()), ..plan("En anden") };
    assert_eq!(code(drafted(&tree, &asked)), "draft-exists");
}
