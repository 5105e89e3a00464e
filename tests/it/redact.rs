//! `[history] redact`: what is withheld of the past stands nowhere, in no page, feed, edition, log, comparison or memory.

use std::{collections::BTreeMap, sync::Mutex};

use fremdrift::{
    git::{CommitId, Completeness, Repository},
    history::{CacheStore, GitPast, HistoryCache},
    pipeline::{self, NoProgress},
    render::changes,
    value::Id,
};
use rayon::prelude::*;

use crate::support::{
    Site,
    git::{Repo, Story},
};

const MEASURE: &str = "content/plans/a/measures/01.md";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
const PLAN: &str = "content/plans/a/plan.md";
const TABLE: &str = "content/plans/a/tables/t.csv";
const MILESTONES: &str = "content/plans/a/milestones.toml";
const INDICATORS: &str = "content/plans/a/indicators.toml";
const SITE: &str = "site.toml";

/// What must be gone, in any case of letters.
const SECRET: &str = "hemmelig";

const CUT: &str = "\n[[editions]]\nid = \"e1\"\ntitle = \"Udgave\"\nas_of = 2020-06-30\nrevision = \"udgave/e1\"\n";
const LATER: &str = "\n[[editions]]\nid = \"e2\"\ntitle = \"Senere\"\nas_of = 2020-07-01\nrevision = \"udgave/e2\"\n";

/// A site with something of every kind, in a language.
fn site(language: &str) -> Site {
    let site = Site::small()
        .as_of("2020-12-31")
        .with(MEASURE, "+++\nnumber = \"1\"\ntitle = \"Takster\"\nrequired = 25\nowner = \"chef\"\n+++\nMålet er ens takster.\n")
        .with(STATUS, "+++\nlevel = \"Alt OK\"\nachieved = 12\n+++\nTaksterne er forhandlet.\n")
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = 10\n+++\n")
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"Kritisk\"\nachieved = 1\n+++\nDet halter.\n")
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\nlevel = \"Opmærksomhed\"\n+++\nPlanen skrider frem.\n")
        .with("content/plans/a/tables/t.toml", "title = \"Tabel\"\nunit = \"mio. kr.\"\nsign = \"cost\"\n[columns]\nrevised = { title = \"Budget\" }\n")
        .with(TABLE, "row;label;kind;of;revised\na;Række a;;;10\nb;Række b;;;5\n")
        .with(MILESTONES, "[milestones.\"1\"]\ntitle = \"Milepæl et\"\ndue = \"2020-09\"\n[decisions.\"1\"]\ntitle = \"Beslutning\"\ndue = \"2020-10\"\n[reports.\"2020-06-30\"]\ntitle = \"Status juni\"\n")
        .with(INDICATORS, "[fam]\ntitle = \"Familier\"\nunit = \"familier\"\ndirection = \"down\"\nbaseline = { date = \"2019\", value = 8 }\n")
        .with("content/om.md", "+++\ntitle = \"Om\"\n+++\nOm planerne.\n")
        .append(SITE, CUT);
    if language == "da" { site } else { site.edit(SITE, "language = \"da\"", "language = \"en\"") }
}

fn redacting(site: &Site, entries: &[String], more: &str) -> Site {
    let list: Vec<String> = entries.iter().map(|entry| format!("{entry:?}")).collect();
    site.clone().edit(
        SITE,
        "[scales.status]",
        &format!("[history]\n{more}redact = [{}]\n[scales.status]", list.join(", ")),
    )
}

/// A memory in memory.
#[derive(Default)]
pub struct Shelf(Mutex<BTreeMap<String, Vec<u8>>>);

impl CacheStore for Shelf {
    fn recall(&self, name: &str) -> Option<Vec<u8>> {
        self.0.lock().expect("whole").get(name).cloned()
    }

    fn keep(&self, name: &str, bytes: &[u8]) {
        self.0.lock().expect("whole").insert(name.to_owned(), bytes.to_vec());
    }
}

/// Commits of a site; `None` is the tag of the edition that is cut from the one before.
pub struct Past {
    repo: Repo,
    commits: Vec<String>,
}

impl Past {
    pub fn new(versions: &[(&str, &Site)]) -> Self {
        let mut story = Story::default();
        for (nth, (message, site)) in versions.iter().enumerate() {
            let second = 1_593_600_000 + 86_400 * i64::try_from(nth).expect("few");
            story = story.commit_as("Test <test@example.dk>", second, message, site.files());
            if nth == 0 {
                story = story.tag("udgave/e1");
            }
            if nth == 1 {
                story = story.tag("udgave/e2");
            }
        }
        Self::of(story.told())
    }

    fn of(repo: Repo) -> Self {
        let commits = repo.git(&["log", "--first-parent", "--reverse", "--format=%H", "main"]);
        Self { commits: commits.lines().map(str::to_owned).collect(), repo }
    }

    /// Returns all that is published, printed and kept of a site with this past.
    pub fn all_said(&self, today: &Site, shelf: &Shelf) -> BTreeMap<String, Vec<u8>> {
        self.said(today, shelf, true)
    }

    /// Returns the same, or of logs and comparisons only one.
    fn said(&self, today: &Site, shelf: &Shelf, is_all: bool) -> BTreeMap<String, Vec<u8>> {
        let repository =
            Repository::discover(self.repo.path(), Completeness::Required).expect("readable").expect("one");
        let head = repository.head().expect("readable").expect("a commit");
        let past =
            GitPast { repository: &repository, head, kept: Some(HistoryCache { memory: shelf, program: "test" }) };
        let mut said = BTreeMap::new();
        let outcome = today.build_with(&past);
        for (path, bytes) in &outcome.files {
            said.insert(format!("page {path}"), bytes.to_vec());
        }
        let findings: Vec<_> =
            outcome.built.findings.iter().filter(|found| !found.code.starts_with("redact-")).collect();
        said.insert("findings".into(), format!("{findings:?}").into_bytes());
        let input = today.input_with(Some(&past));
        let mut ids: Vec<Option<&str>> = vec![None];
        ids.extend(["a", "USB"].map(Some).into_iter().filter(|_| is_all));
        for id in ids {
            let Ok(log) = pipeline::log(&input, id, &NoProgress) else { continue };
            said.insert(format!("log {id:?}"), changes::story(&log.chapters, &log.locale).into_bytes());
            said.insert(format!("log json {id:?}"), changes::story_json(id, &log.chapters).into_bytes());
        }
        let tree = |id: &String| repository.tree_at(&CommitId::from_hex(id).expect("an id")).expect("a tree");
        let trees: Vec<_> = self.commits.iter().map(tree).collect();
        let of_tree = |tree| pipeline::Input { tree, past: None, ..input };
        let first = trees.first().map(|tree| of_tree(tree)).expect("a commit");
        let (next, last) = (trees.get(1).map(|tree| of_tree(tree)), trees.last().map(|tree| of_tree(tree)));
        let plain = pipeline::Input { past: None, ..input };
        let mut diffs =
            vec![("diff first to today".to_owned(), pipeline::diff_beside(&first, &plain, &input, &NoProgress))];
        if let (Some(next), Some(last), true) = (next, last, is_all) {
            diffs.push(("diff today to first".into(), pipeline::diff_beside(&plain, &first, &input, &NoProgress)));
            diffs.push(("diff first to next".into(), pipeline::diff_beside(&first, &next, &input, &NoProgress)));
            diffs.push(("diff next to last".into(), pipeline::diff_beside(&next, &last, &input, &NoProgress)));
            let [e1, e2] = ["e1", "e2"].map(|id| Id::new(id).expect("an id"));
            diffs.push(("compare".into(), pipeline::compare_editions(&input, &e1, &e2, &NoProgress)));
        }
        for (name, diff) in diffs {
            let Ok(diff) = diff else { continue };
            said.insert(format!("{name} text"), changes::text(&diff.changes, &diff.locale).into_bytes());
            said.insert(format!("{name} markdown"), changes::markdown(&diff.changes, &diff.locale).into_bytes());
            said.insert(format!("{name} json"), changes::json(&diff.changes).into_bytes());
            said.insert(
                format!("{name} html"),
                changes::html(&diff.changes, &diff.locale).expect("a page").into_bytes(),
            );
        }
        for (name, bytes) in shelf.0.lock().expect("whole").iter() {
            said.insert(format!("memory {name}"), bytes.clone());
        }
        said
    }
}

/// Returns the places where the secret is said.
fn places(said: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut found = Vec::new();
    for (place, bytes) in said {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        if let Some(at) = text.find(SECRET) {
            let near: String = text.chars().skip(text[..at].chars().count().saturating_sub(90)).take(160).collect();
            found.push(format!("{place}: {near}"));
        }
        if place.to_lowercase().contains(SECRET) {
            found.push(format!("the path {place}"));
        }
    }
    found
}

fn count(said: &BTreeMap<String, Vec<u8>>, prefix: &str) -> usize {
    places(said).iter().filter(|place| place.strip_prefix("the path ").unwrap_or(place).starts_with(prefix)).count()
}

/// One kind of secret: what a site says with it and without it, and the entries that withhold it.
struct Kind {
    name: &'static str,
    /// Puts it in.
    secret: fn(Site) -> Site,
    /// What is said later in its place.
    clean: fn(Site) -> Site,
    entries: &'static [&'static str],
}

fn as_it_is(site: Site) -> Site {
    site
}

const KINDS: &[Kind] = &[
    Kind {
        name: "the title of a measure",
        secret: |site| site.edit(MEASURE, "Takster", "Sag om HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/01#title", "a/01", "01", "a"],
    },
    Kind {
        name: "the title of a plan",
        secret: |site| site.edit(PLAN, "Plan A", "Plan om HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a#title", "a"],
    },
    Kind {
        name: "the text of a measure",
        secret: |site| site.edit(MEASURE, "Målet er", "HEMMELIG-1 er"),
        clean: as_it_is,
        entries: &["a/01#text", "a/01#body", "a/01"],
    },
    Kind {
        name: "the text of a status",
        secret: |site| site.edit(STATUS, "Taksterne", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/01#text", "a/2020-06-30", "a/2020-06-30/01"],
    },
    Kind {
        name: "the text of a report",
        secret: |site| site.edit("content/plans/a/updates/2020-06-30/index.md", "Planen", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/2020-06-30#text", "a/2020-06-30", "a"],
    },
    Kind {
        name: "the label of a row",
        secret: |site| site.edit(TABLE, "Række a", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/t#label", "a/t", "a/t/a"],
    },
    Kind {
        name: "a row",
        secret: |site| site.edit(TABLE, "b;Række b;;;5", "hemmelig-raekke;Række b;;;5"),
        clean: as_it_is,
        entries: &["a/t", "a/t/hemmelig-raekke", "a"],
    },
    Kind {
        name: "the title of a table",
        secret: |site| site.edit("content/plans/a/tables/t.toml", "Tabel", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/t#title", "a/t"],
    },
    Kind {
        name: "the title of a column",
        secret: |site| site.edit("content/plans/a/tables/t.toml", "Budget", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/t/revised#title", "a/t"],
    },
    Kind {
        name: "the name of a committee",
        secret: |site| site.edit("content/committees.toml", "Socialudvalget", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["USB#name", "USB"],
    },
    Kind {
        name: "an owner",
        secret: |site| site.edit("content/owners.toml", "Centerchef", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["chef#title", "chef"],
    },
    Kind {
        name: "a committee under another id",
        secret: |site| {
            site.with("content/committees.toml", "[HEMMELIG]\nname = \"HEMMELIG-1\"\n").edit(
                PLAN,
                "\"USB\"",
                "\"HEMMELIG\"",
            )
        },
        clean: |site| {
            site.with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\nformerly = [\"HEMMELIG\"]\n")
        },
        entries: &["USB"],
    },
    Kind {
        name: "a committee that is another one",
        secret: |site| {
            site.with("content/committees.toml", "[HEMMELIG]\nname = \"HEMMELIG-1\"\n").edit(
                PLAN,
                "\"USB\"",
                "\"HEMMELIG\"",
            )
        },
        clean: as_it_is,
        entries: &["HEMMELIG"],
    },
    Kind {
        name: "a file that was renamed",
        secret: |site| {
            let status = "content/plans/a/updates/2020-06-30/hemmelig.md";
            site.without(MEASURE)
                .without(STATUS)
                .with(
                    "content/plans/a/measures/hemmelig.md",
                    "+++\nnumber = \"1\"\ntitle = \"HEMMELIG-1\"\nrequired = 25\n+++\n",
                )
                .with(status, "+++\nlevel = \"Alt OK\"\nachieved = 12\n+++\nHEMMELIG-1.\n")
        },
        clean: |site| site.edit(MEASURE, "+++\nnumber", "+++\nformerly = [\"hemmelig\"]\nnumber"),
        entries: &["a/01", "a/hemmelig"],
    },
    Kind {
        name: "a plan that was renamed",
        secret: |site| {
            let moved = site.files().into_iter().filter(|(path, _)| path.starts_with("content/plans/a/"));
            moved.fold(site.clone(), |site, (path, bytes)| {
                site.without(&path).with(&path.replace("plans/a/", "plans/hemmelig/"), bytes)
            })
        },
        clean: |site| site.edit(PLAN, "+++\ntitle", "+++\nformerly = [\"hemmelig\"]\ntitle"),
        entries: &["a"],
    },
    Kind {
        name: "a measure that is gone",
        secret: |site| {
            site.with(
                "content/plans/a/measures/03.md",
                "+++\nnumber = \"3\"\ntitle = \"HEMMELIG-1\"\nrequired = 9\n+++\nHEMMELIG-2.\n",
            )
            .with("content/plans/a/updates/2020-06-30/03.md", "+++\nlevel = \"Kritisk\"\n+++\nHEMMELIG-3.\n")
        },
        clean: as_it_is,
        entries: &["a/03", "a"],
    },
    Kind {
        name: "a milestone",
        secret: |site| site.edit(MILESTONES, "Milepæl et", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/1#title", "a/1", "a"],
    },
    Kind {
        name: "a decision",
        secret: |site| site.edit(MILESTONES, "Beslutning", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/1#title", "a/1"],
    },
    Kind {
        name: "a report that is owed",
        secret: |site| site.edit(MILESTONES, "Status juni", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/2020-06-30#title", "a/2020-06-30"],
    },
    Kind {
        name: "an indicator",
        secret: |site| site.edit(INDICATORS, "Familier", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["a/fam#title", "a/fam"],
    },
    Kind {
        name: "a page",
        secret: |site| site.edit("content/om.md", "Om planerne", "HEMMELIG-1"),
        clean: as_it_is,
        entries: &["om", "om#text"],
    },
    Kind {
        name: "the word of a level",
        secret: |site| {
            site.edit(SITE, "word = \"Kritisk\"", "word = \"HEMMELIG-1\"").edit(
                "content/plans/a/updates/2020-06-30/02.md",
                "Kritisk",
                "HEMMELIG-1",
            )
        },
        clean: as_it_is,
        entries: &["status/critical#word", "critical", "status"],
    },
    Kind {
        name: "the title of the site",
        secret: |site| site.edit(SITE, "title = \"Status\"", "title = \"HEMMELIG-1\""),
        clean: as_it_is,
        entries: &["site#title", "site"],
    },
];

/// What changes beside it, before and after: so that the record has other events too.
fn moved_on(site: Site) -> Site {
    site.edit("content/plans/a/updates/2020-06-30/02.md", "achieved = 1", "achieved = 2")
}

fn show() -> &'static str {
    "show = [\"author\", \"message\", \"text\"]\n"
}

/// The past of a kind: said with the secret, on with it, and clean since.
fn told(kind: &Kind, language: &str) -> (Past, Site) {
    let base = site(language).append(SITE, LATER);
    let secret = (kind.secret)(base.clone());
    let clean = (kind.clean)(moved_on(base.clone()));
    let first = redacting(&secret, &[], show());
    let on = redacting(&(kind.secret)(moved_on(base.clone())), &[], show());
    let last = redacting(&clean, &[], show());
    let past = Past::new(&[("Første HEMMELIG-1", &first), ("Videre", &on), ("Renset for HEMMELIG-1", &last)]);
    (past, clean)
}

#[test]
fn what_is_withheld_stands_nowhere() {
    let in_english = KINDS.iter().step_by(5).map(|kind| (kind, "en"));
    let cases: Vec<(&Kind, &str)> = KINDS.iter().map(|kind| (kind, "da")).chain(in_english).collect();
    let wrong: Vec<String> = cases.par_iter().flat_map_iter(|(kind, language)| wrong_of(kind, language)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns what is wrong with a kind of secret.
fn wrong_of(kind: &Kind, language: &str) -> Vec<String> {
    let (past, clean) = told(kind, language);
    let shelf = Shelf::default();
    let control = past.said(&redacting(&clean, &[], show()), &shelf, false);
    let mut wrong = Vec::new();
    for place in ["page ", "diff "] {
        if count(&control, place) == 0 {
            wrong.push(format!("{}, {language}: no {place}says it, so this proves nothing", kind.name));
        }
    }
    let mut lists: Vec<Vec<String>> = kind.entries.iter().map(|entry| vec![(*entry).to_owned()]).collect();
    if language == "en" {
        lists.truncate(1);
    } else {
        // Beside an entry the commits whose messages say it too.
        lists.push([kind.entries[0].to_owned(), past.commits[0].clone(), past.commits[2].clone()].into());
    }
    for (nth, listed) in lists.iter().enumerate() {
        let said = past.said(&redacting(&clean, listed, show()), &shelf, nth == 0);
        let errors = String::from_utf8_lossy(&said["findings"]);
        wrong.extend(places(&said).iter().map(|place| format!("{}, {language}, {listed:?}: {place}", kind.name)));
        if errors.contains("severity: Error") {
            wrong.push(format!("{}, {language}, {listed:?}: {errors}", kind.name));
        }
    }
    wrong
}

/// Builds today's site with a past in full, and answers the codes of errors.
fn errors(past: &Past, today: &Site) -> Vec<String> {
    let repository = Repository::discover(past.repo.path(), Completeness::Required).expect("readable").expect("one");
    let head = repository.head().expect("readable").expect("a commit");
    let past = GitPast { repository: &repository, head, kept: None };
    let built = pipeline::check(&today.input_with(Some(&past)), &NoProgress).expect("a check that runs through");
    let severe = built.findings.iter().filter(|found| found.severity == fremdrift::diag::Severity::Error);
    severe.map(|found| format!("{}: {}", found.code, found.message)).collect()
}

/// Three versions: a title with the secret, the same with another figure, a clean one.
fn three() -> (Past, Site) {
    told(&KINDS[0], "da")
}

#[test]
fn a_commit_withholds_what_it_brought_and_what_it_took_out() {
    let base = site("da").append(SITE, LATER);
    let clean = base.clone();
    let secret = base.clone().edit(MEASURE, "Takster", "Sag om HEMMELIG-1");
    let worse = base.clone().edit(MEASURE, "Takster", "HEMMELIG-2");
    let figures = base.clone().edit(TABLE, "Række a;;;10", "HEMMELIG-3;;;10");
    let label = base.clone().edit(TABLE, "Række a;;;10", "Række aa;;;10");
    let no_row = base.clone().edit(TABLE, "a;Række a;;;10\n", "");
    let text = base.clone().edit(MEASURE, "Målet", "HEMMELIG-4");
    let level = base.clone().edit(SITE, "word = \"Kritisk\"", "word = \"HEMMELIG-5\"").edit(
        "content/plans/a/updates/2020-06-30/02.md",
        "Kritisk",
        "HEMMELIG-5",
    );
    let renamed = base
        .clone()
        .without(MEASURE)
        .without(STATUS)
        .with("content/plans/a/measures/hemmelig.md", "+++\nnumber = \"1\"\ntitle = \"Takster\"\nrequired = 25\n+++\n");
    let back = base.clone().edit(MEASURE, "+++\nnumber", "+++\nformerly = [\"hemmelig\"]\nnumber");
    let gone = base.clone().with(
        "content/plans/a/measures/03.md",
        "+++\nnumber = \"3\"\ntitle = \"HEMMELIG-6\"\nrequired = 9\n+++\nHEMMELIG-7.\n",
    );
    let other = base.clone().edit(MEASURE, "Takster", "Andre takster");
    // What was said version by version, and which commits are withheld.
    let cases: Vec<(&str, Vec<&Site>, &[usize])> = vec![
        ("the one that took it out alone", vec![&secret, &clean], &[1]),
        ("the one that brought it alone", vec![&clean, &secret, &clean], &[1]),
        ("the first of all", vec![&secret, &clean], &[0]),
        ("one that took one out and brought another", vec![&clean, &secret, &worse, &clean], &[2]),
        ("the same with a version between", vec![&clean, &other, &secret, &worse, &clean], &[3]),
        ("a label of a row", vec![&clean, &figures, &clean], &[1]),
        ("a label of a row that came with the table", vec![&figures, &clean], &[0]),
        ("a label of a row that came back", vec![&clean, &label, &no_row, &figures, &clean], &[3]),
        ("a text", vec![&clean, &text, &clean], &[2]),
        ("a text that came with its record", vec![&text, &clean], &[0]),
        ("a level", vec![&clean, &level, &clean], &[1]),
        ("another id", vec![&renamed, &back], &[0, 1]),
        ("a record that came and went", vec![&clean, &gone, &clean], &[1]),
        ("a record that came and went, where it went", vec![&clean, &gone, &clean], &[2]),
    ];
    let wrong: Vec<String> = cases
        .into_par_iter()
        .flat_map_iter(|(name, versions, withheld)| {
            let shown: Vec<Site> = versions.iter().map(|site| redacting(site, &[], show())).collect();
            let past = Past::new(&shown.iter().map(|site| ("HEMMELIG", site)).collect::<Vec<_>>());
            let today = (*versions.last().expect("one")).clone();
            let shelf = Shelf::default();
            let mut wrong = Vec::new();
            let is_message = |place: &String| place.contains("<small>") || place.contains("· hemmelig");
            let without_messages = |said: &BTreeMap<String, Vec<u8>>| {
                places(said).into_iter().filter(|place| !is_message(place)).collect::<Vec<_>>()
            };
            let control = past.said(&redacting(&today, &[], "show = [\"text\"]\n"), &shelf, false);
            if without_messages(&control).is_empty() {
                wrong.push(format!("{name}: it is said nowhere, so this proves nothing"));
            }
            let entries: Vec<String> = withheld.iter().map(|nth| past.commits[*nth].clone()).collect();
            let said = past.all_said(&redacting(&today, &entries, "show = [\"text\"]\n"), &shelf);
            wrong.extend(places(&said).iter().map(|place| format!("{name}: {place}")));
            let short: Vec<String> = entries.iter().map(|id| id[..8].to_owned()).collect();
            let again = past.said(&redacting(&today, &short, "show = [\"text\"]\n"), &shelf, false);
            if again.get("page historik.html") != said.get("page historik.html") {
                wrong.push(format!("{name}: the beginning of an id means something else"));
            }
            wrong
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rest_of_the_history_is_told() {
    let base = site("da").append(SITE, LATER);
    let secret = (KINDS[0].secret)(base.clone());
    let clean = base.edit(MEASURE, "required = 25", "required = 30");
    let past = Past::new(&[("", &secret), ("", &moved_on(secret.clone())), ("", &clean)]);
    let said = past.said(&redacting(&clean, &["a/01#title".to_owned()], ""), &Shelf::default(), false);
    let page = |path: &str| String::from_utf8_lossy(&said[&format!("page {path}")]).into_owned();
    let history = page("planer/a/historik.html");
    assert!(history.contains("Botilbud"), "{history}");
    assert!(history.contains("Takster"), "what is withheld of has the title of today");
    assert!(history.contains("er holdt tilbage"), "the page says that something is not told");
    assert!(page("historik.html").contains("er holdt tilbage"));
    assert!(!page("udvalg/USB.html".to_lowercase().as_str()).is_empty());
    let measure = page("planer/a/01.html");
    assert!(measure.contains("Takster"), "what it says today stands");
    let edition =
        said.iter().find(|(path, _)| path.starts_with("page udgaver/e1") || path.contains("/e1/planer/a/01.html"));
    let edition = edition.map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).unwrap_or_default();
    assert!(edition.contains("[…]"), "an edition says in its place that something is left out: {:?}", said.keys());
    let plain = past.said(&redacting(&clean, &[], ""), &Shelf::default(), false);
    assert!(!String::from_utf8_lossy(&plain["page historik.html"]).contains("er holdt tilbage"));
}

#[test]
fn an_entry_that_means_nothing_is_an_error() {
    let (past, clean) = three();
    let beginning = past.commits[0][..7].to_owned();
    for (entry, code) in [
        ("a/1000", "redact-unknown"),
        ("b", "redact-unknown"),
        ("", "redact-unknown"),
        ("a/01 title", "redact-unknown"),
        ("0123456789", "redact-unknown"),
        (&beginning[..6], "redact-unknown"),
        ("HEAD", "redact-unknown"),
        ("main", "redact-unknown"),
        ("a/01#titel", "redact-unknown-field"),
        ("a/01#", "redact-unknown-field"),
        ("a#label", "redact-unknown-field"),
        ("udgave/e1", "redact-unknown"),
    ] {
        let found = errors(&past, &redacting(&clean, &[entry.to_owned()], ""));
        assert_eq!(found.len(), 1, "{entry}: {found:?}");
        assert!(found[0].starts_with(&format!("{code}: ")), "{entry}: {found:?}");
    }
    for entry in ["a/01#title", "a/01#required", "a/01#text", "a/01#formerly", "USB#name", "a/t#label", &beginning] {
        assert_eq!(errors(&past, &redacting(&clean, &[entry.to_owned()], "")), [""; 0], "{entry}");
    }
    // An id that is the beginning of a commit too.
    let plan = format!("content/plans/{beginning}/plan.md");
    let both = clean.clone().with(&plan, "+++\ntitle = \"B\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"USB\"\nowner = \"chef\"\nunit = \"mio. kr.\"\n+++\nEn plan.\n");
    let found = errors(&past, &redacting(&both, &[beginning], ""));
    assert!(found.iter().any(|found| found.starts_with("redact-ambiguous: ")), "{found:?}");
}

#[test]
fn a_commit_that_the_history_does_not_pass_is_an_error() {
    let (past, clean) = three();
    let git = |words: &[&str]| past.repo.git(words);
    // A branch whose commit brought the secret, and the merge that brought it here.
    git(&["checkout", "--quiet", "--force", "main"]);
    git(&["checkout", "--quiet", "-b", "gren"]);
    past.repo.write(MEASURE, "+++\nnumber = \"1\"\ntitle = \"HEMMELIG-9\"\nrequired = 25\nowner = \"chef\"\n+++\n");
    git(&["commit", "--quiet", "--all", "--message", "gren"]);
    let side = git(&["rev-parse", "HEAD"]);
    git(&["checkout", "--quiet", "main"]);
    git(&["merge", "--quiet", "--no-ff", "--message", "fletning", "gren"]);
    let merge = git(&["rev-parse", "HEAD"]);
    clean.write_to(past.repo.path());
    git(&["commit", "--quiet", "--all", "--message", "renset"]);
    let past = Past::of(past.repo);
    let found = errors(&past, &redacting(&clean, &[side], ""));
    assert!(found.len() == 1 && found[0].starts_with("redact-off-branch: "), "{found:?}");
    let title = "a/01#title".to_owned();
    let control = past.said(&redacting(&clean, &[], ""), &Shelf::default(), false);
    assert!(places(&control).iter().any(|place| place.contains("hemmelig-9")), "it proves nothing");
    let said = past.said(&redacting(&clean, &[merge], ""), &Shelf::default(), true);
    let of_branch: Vec<String> = places(&said).into_iter().filter(|place| place.contains("hemmelig-9")).collect();
    assert_eq!(of_branch, [""; 0]);
    assert_eq!(places(&past.said(&redacting(&clean, &[title], ""), &Shelf::default(), true)), [""; 0]);
}

#[test]
fn a_beginning_that_several_commits_have_is_an_error() {
    let (past, clean) = three();
    // So many commits that two ids begin with the same seven digits.
    let mut stream = String::new();
    for nth in 0..40_000 {
        let who = "Test <test@example.dk> 1593504000 +0000";
        stream.push_str(&format!("commit refs/heads/many\nauthor {who}\ncommitter {who}\ndata 5\n{nth:05}\n"));
    }
    past.repo.import(&stream);
    let ids = past.repo.git(&["rev-list", "many"]);
    let mut beginnings: Vec<&str> = ids.lines().map(|id| &id[..7]).collect();
    beginnings.sort_unstable();
    let twice = beginnings.windows(2).find(|pair| pair[0] == pair[1]).expect("two that begin alike")[0];
    let found = errors(&past, &redacting(&clean, &[twice.to_owned()], ""));
    assert!(found.len() == 1 && found[0].starts_with("redact-ambiguous: "), "{found:?}");
}

#[test]
fn what_is_not_committed_yet_is_withheld_already() {
    let base = site("da").append(SITE, LATER);
    let secret = (KINDS[0].secret)(base.clone());
    let shown = redacting(&secret, &[], show());
    // The title is clean only in the files.
    let past = Past::new(&[("HEMMELIG", &shown), ("HEMMELIG", &redacting(&moved_on(secret.clone()), &[], show()))]);
    let clean = moved_on(base);
    let commits = ["a/01".to_owned(), past.commits[0].clone(), past.commits[1].clone()];
    for listed in [&commits[..], &["a".to_owned()]] {
        assert_eq!(places(&past.said(&redacting(&clean, listed, show()), &Shelf::default(), true)), [""; 0]);
    }
}

#[test]
fn a_commit_before_the_history_begins_is_withheld_too() {
    let base = site("da").append(SITE, LATER);
    let secret = (KINDS[0].secret)(base.clone());
    let past = Past::new(&[("", &secret), ("", &moved_on(secret.clone())), ("", &moved_on(base.clone()))]);
    let since = format!("since = {:?}\n", past.commits[1]);
    let today = |entries: &[String]| redacting(&moved_on(base.clone()), entries, &since);
    assert!(count(&past.said(&today(&[]), &Shelf::default(), false), "page historik") > 0, "it proves nothing");
    assert_eq!(places(&past.said(&today(&past.commits[..1]), &Shelf::default(), true)), [""; 0]);
}

#[test]
fn an_edition_of_which_records_are_withheld_makes_nothing_new() {
    let base = site("da");
    let past = Past::new(&[("", &base.clone().edit(MEASURE, "required = 25", "required = 77")), ("", &base)]);
    let page = |entries: &[&str]| {
        let entries: Vec<String> = entries.iter().map(ToString::to_string).collect();
        let said = past.said(&redacting(&base, &entries, ""), &Shelf::default(), false);
        String::from_utf8_lossy(&said["page planer/a/index.html"]).into_owned()
    };
    let control = page(&[]);
    assert!(control.contains("77") && control.contains("iden 30. juni"), "this proves nothing: {control}");
    let withheld = page(&["a/01#required"]);
    assert!(!withheld.contains("77"), "{withheld}");
    assert!(!withheld.contains("iden 30. juni"), "what is not known of then is not new: {withheld}");
}

#[test]
fn an_edition_that_cannot_be_without_it_is_not_made() {
    let kind = KINDS.iter().find(|kind| kind.name == "the word of a level").expect("a kind");
    let (past, clean) = told(kind, "en");
    let repository = Repository::discover(past.repo.path(), Completeness::Required).expect("readable").expect("one");
    let head = repository.head().expect("readable").expect("a commit");
    let git = GitPast { repository: &repository, head, kept: None };
    let today = redacting(&clean, &["status/critical#word".to_owned()], "");
    let outcome = today.build_with(&git);
    assert!(outcome.codes().contains(&"edition-redacted"), "{:?}", outcome.codes());
    assert!(outcome.built.is_publishable(), "the rest is published");
    let e1 = Id::new("e1").expect("an id");
    let sink = fremdrift::output::MemorySink::default();
    let error =
        pipeline::build_edition(&today.input_with(Some(&git)), &e1, &sink, &NoProgress).expect_err("no edition");
    assert!(format!("{error:?}").contains("edition-redacted"), "{error:?}");
}

#[test]
fn nothing_is_kept_while_something_is_withheld() {
    let (past, clean) = three();
    let shelf = Shelf::default();
    past.said(&redacting(&clean, &[], ""), &shelf, false);
    let kept = || shelf.0.lock().expect("whole").values().map(Vec::len).sum::<usize>();
    assert!(kept() > 0);
    let withheld = past.said(&redacting(&clean, &["a/01#title".to_owned()], ""), &shelf, false);
    assert_eq!(kept(), 0, "what was kept before is gone");
    assert_eq!(places(&withheld), [""; 0]);
    let again = past.said(&redacting(&clean, &[], ""), &shelf, false);
    assert!(kept() > 0 && count(&again, "page ") > 0, "without the entry all is told again");
}
