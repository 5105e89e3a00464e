//! What the content format promises beyond being read: nearest units, no news, inheritance.

use fremdrift::{
    content::{self, Audience, ParseLog, Record, Viewer},
    model::{self, Plan},
    site,
    tree::{MemoryTree, Tree},
    value::{Amount, Figure, RelPath, Unit, Year},
};

use crate::support::{Site, day};

/// Assembles the plan of the small site with some files over it.
fn plan(files: &[(&str, &str)]) -> Plan {
    let site = files.iter().fold(Site::small(), |site, (path, text)| site.with(path, text));
    let tree = site.files().iter().fold(MemoryTree::default(), |tree, (path, bytes)| tree.with(path, bytes.as_slice()));
    let mut notebook = ParseLog::default();
    let config = site::load(&tree, day("2020-07-01"), &mut notebook).expect("a site");
    let mut records: Vec<Record> = Vec::new();
    for path in fremdrift::tree::below(tree.paths(), "content/plans") {
        let mut bytes = Vec::new();
        tree.read(path, &mut bytes).expect("the file");
        let role = content::role_of(path);
        records.extend(content::parse(&bytes, path, role, &config.context, &mut notebook));
    }
    let viewer = Viewer::new(Audience::Public, day("2020-07-01"));
    let (records, hidden) = content::withhold(records, viewer);
    let plan = model::assemble(&records, &hidden, &config.site, &mut notebook.diagnostics).expect("a plan");
    assert!(notebook.diagnostics.is_empty(), "{:?}", notebook.diagnostics);
    plan
}

const PLAN: &str = "content/plans/a/plan.md";
const MEASURE: &str = "content/plans/a/measures/01.md";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";

fn amount(figure: Option<&Figure>) -> String {
    figure.and_then(|figure| figure.amount.as_ref()).map_or_else(|| "none".into(), ToString::to_string)
}

#[test]
fn a_whole_number_counts_in_the_nearest_unit() {
    let measure = |front: &str| format!("+++\nnumber = \"1\"\nrequired = 2\n{front}+++\n");
    let head = |unit: &str| format!("+++\ntitle = \"Plan A\"\nkind = \"savings\"\n{unit}+++\n");
    let required = |plan: &Plan| amount(plan.measures[0].required.as_ref());
    let of_measure = plan(&[(MEASURE, &measure("unit = \"1.000 kr.\"\n")), (PLAN, &head("unit = \"mio. kr.\"\n"))]);
    assert_eq!(required(&of_measure), "2 1.000 kr.");
    assert_eq!(required(&plan(&[(MEASURE, &measure("")), (PLAN, &head("unit = \"mio. kr.\"\n"))])), "2 mio. kr.");
    assert_eq!(required(&plan(&[(MEASURE, &measure("")), (PLAN, &head(""))])), "2 kr.");
    let own = plan(&[(MEASURE, &measure("").replace("= 2\n", "= \"2 mia. kr.\"\n"))]);
    assert_eq!(required(&own), "2 mia. kr.");
    let funding =
        plan(&[(MEASURE, &measure("funding = { unit = \"kr.\", 2020 = 33_883, 2021 = \"1,5 mio. kr.\" }\n"))]);
    let years: Vec<_> =
        funding.measures[0].funding.iter().map(|(year, figure)| (*year, amount(Some(figure)))).collect();
    assert_eq!(
        years,
        [(Year::calendar(2020), "33883 kr.".to_owned()), (Year::calendar(2021), "1.5 mio. kr.".to_owned())]
    );
    let status = plan(&[(STATUS, "+++\nunit = \"kr.\"\nachieved = 5\n+++\n")]);
    assert_eq!(amount(status.measures[0].achieved_at(usize::MAX).map(|(_, figure)| figure)), "5 kr.");
}

#[test]
fn no_file_or_an_empty_one_is_no_news() {
    let earlier = ("content/plans/a/updates/2020-04/01.md", "+++\nlevel = \"Kritisk\"\n+++\n");
    let index = ("content/plans/a/updates/2020-06-30/index.md", "Rapport.\n");
    for (what, text) in [("nothing", ""), ("no fields", "+++\n+++\n\n"), ("a remark", "+++\n# intet nyt\n+++\n")] {
        let plan = plan(&[earlier, index, (STATUS, text)]);
        assert_eq!(plan.reports.len(), 2);
        assert_eq!(plan.measures[0].statuses.len(), 1, "{what}");
        assert_eq!(plan.measures[0].status().map(|status| status.report), Some(0), "{what}");
    }
    let words = plan(&[earlier, (STATUS, "Kun ord.\n")]);
    assert_eq!(words.measures[0].status().map(|status| status.report), Some(1), "words are news");
}

#[test]
fn a_decision_is_found_by_its_number_however_it_is_written() {
    for written in ["2", "\"2\"", "\" 2 \""] {
        let status = format!("+++\nlifecycle = \"deferred\"\ndecision = {written}\n+++\n");
        let register = "[decisions.2]\ntitle = \"Fremrykning\"\n";
        let plan = plan(&[(STATUS, &status), ("content/plans/a/milestones.toml", register)]);
        assert_eq!(plan.measures[0].status().and_then(|status| status.decision), Some(0), "{written}");
    }
}

#[test]
fn old_ids_are_kept() {
    let mut notebook = ParseLog::default();
    let context = content::Dialect::for_language(fremdrift::locale::Language::Danish);
    let path = RelPath::new(MEASURE).expect("a path");
    let text = b"+++\nnumber = \"1\"\nid = \"nyt\"\nformerly = [\"gammelt\", \"endnu-aeldre\"]\n+++\n";
    let record = content::parse(text, &path, content::role_of(&path), &context, &mut notebook).expect("a record");
    let old = record.fields.get(&fremdrift::schema::records::FORMERLY).expect("old ids");
    assert_eq!((old.len(), record.id.as_str()), (2, "nyt"));
}

#[test]
fn figures_are_read_as_their_own_table_says() {
    let files = [
        (
            "content/plans/a/tables/t.toml",
            "title = \"T\"\n[csv]\ndecimal = \".\"\nthousands = \"\"\n[columns]\nx = {}\n",
        ),
        ("content/plans/a/updates/2020-06-30/t.csv", "row;label;x\na;A;1234.567\n"),
        ("content/plans/a/tables/u.toml", "title = \"U\"\nunit = \"kr.\"\n[columns]\nx = {}\n"),
        ("content/plans/a/updates/2020-06-30/u.csv", "row;label;x\na;A;1.234,567\n"),
    ];
    let mut outcome = files.iter().fold(Site::small(), |site, (path, text)| site.with(path, text)).build();
    outcome.built.findings.retain(|finding| finding.code != "missing-status");
    assert_eq!(outcome.codes(), Vec::<&str>::new());
    let page = outcome.page("planer/a/index.html").replace('\u{a0}', " ");
    assert_eq!(page.matches("1.234,567").count(), 2, "the two are one figure");
}

#[test]
fn money_is_one_money() {
    let text = "+++\nnumber = \"1\"\nrequired = \"2,5 mio kr\"\n+++\n";
    let plan = plan(&[(MEASURE, text)]);
    let amount: Option<&Amount> = plan.measures[0].required.as_ref().and_then(|figure| figure.amount.as_ref());
    assert_eq!(amount.map(|amount| &amount.unit), Some(&Unit::MILLION_KRONER));
}

#[test]
fn words_of_an_author_are_never_taken_for_marks_of_ours() {
    let text = "Her står \"hole:0\" og [et link](https://eksempel.dk/a) og style=\"text-align: right\" til sidst.\n";
    let outcome = Site::small().with("content/p.md", text).build();
    let page = outcome.page("p.html");
    assert!(page.contains("<a href=\"https://eksempel.dk/a\">et link</a>"), "{page}");
    assert!(page.contains("hole:0") && page.contains("text-align: right"), "{page}");
}
