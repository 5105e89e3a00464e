//! Old versions are read as their own commit declares: its language, its `[csv]`, that of its tables.

use fremdrift::{
    compare::{ChangeKind, RecordKind},
    schema::Value,
};
use rayon::prelude::*;

use crate::{
    memory::assert_told_on,
    support::{
        Site,
        git::{Repo, Story},
        random::Dice,
    },
    trace,
};

const TABLE: &str = "content/plans/a/tables/t.toml";
const FIGURES: &str = "content/plans/a/tables/t.csv";
const PLAN: &str = "content/plans/a/plan.md";
const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";

/// `[csv]` of numbers as they are written in English.
const ENGLISH: &str = "[csv]\ndecimal = \".\"\nthousands = \",\"\n";
const COLUMNS: &str = "[columns]\nactual = {}\n";

/// A site with a table.
fn site(csv: &str, actual: &str) -> Site {
    Site::small().with(TABLE, format!("title = \"Drift\"\n{csv}{COLUMNS}")).with(FIGURES, figures(actual))
}

fn figures(actual: &str) -> String {
    format!("row;label;actual\nskoler;Skoler;{actual}\n")
}

/// The same site with something at the end of its `site.toml`.
fn with_end(site: Site, end: &str) -> Site {
    site.edit("site.toml", "\n]\n", &format!("\n]\n{end}"))
}

/// Says what is told of the figures and texts of plans after the first commit, and which files cannot be read.
fn told(repo: &Repo) -> Vec<String> {
    let history = trace::history(repo);
    let mut lines: Vec<(usize, String)> = history
        .unreadable()
        .iter()
        .map(|(commit, file)| (*commit, format!("{} cannot be read", file.path.file_name())))
        .collect();
    for event in history.events().filter(|event| event.change.subject.plan.is_some()) {
        let subject = &event.change.subject;
        let is_declaration = matches!(subject.kind, RecordKind::Table | RecordKind::Column | RecordKind::Indicator);
        let line = match &event.change.what {
            ChangeKind::Figure { column, before, after, .. } => format!("{column} {} > {}", said(before), said(after)),
            ChangeKind::Field { path, before, after } if !is_declaration => {
                format!("{path} {} > {}", said(before), said(after))
            }
            ChangeKind::Added if !is_declaration => format!("{} new", subject.kind.word()),
            ChangeKind::Removed if !is_declaration => format!("{} removed", subject.kind.word()),
            _ => continue,
        };
        lines.push((event.commit, line));
    }
    lines.sort();
    lines.into_iter().filter(|(commit, _)| *commit > 0).map(|(commit, line)| format!("{commit} {line}")).collect()
}

fn said(value: &Option<Value>) -> String {
    match value {
        None => "-".to_owned(),
        Some(Value::Amount(written)) => {
            let unit = written.unit.as_ref().map_or("", |unit| unit.word()).to_owned();
            format!("{} {unit}", written.number.expect("a number"))
        }
        Some(Value::Text(text)) => text.clone(),
        Some(Value::Unit(unit)) => unit.word().into(),
        other => format!("{other:?}"),
    }
}

/// A site with an indicator whose readings stand in CSV files, of a report and of older years.
fn readings(declared: &str, csv: &str, reported: &str) -> Site {
    Site::small()
        .with("content/plans/a/indicators.toml", format!("[led]\ntitle = \"Ledige\"\nunit = \"personer\"\n{declared}"))
        .with("content/plans/a/indicators/led.csv", format!("period;value\n2018;{csv}\n"))
        .with("content/plans/a/updates/2020-06-30/led.csv", format!("total\n{reported}\n"))
}

#[test]
fn readings_are_read_as_their_indicator_declared() {
    let own = "[led.csv]\ndecimal = \".\"\nthousands = \",\"\n";
    let table = |site: Site| site.with("content/plans/a/tables/led.toml", format!("title = \"Led\"\n{COLUMNS}"));
    let cases: Vec<(&str, Vec<Site>, Vec<&str>)> = vec![
        ("with the files", vec![readings("", "6.200", "7.100"), readings(own, "6,200", "7,100")], vec![]),
        (
            "and a new figure",
            vec![readings(own, "6,200", "7,100"), readings(own, "6,300", "7,200")],
            vec!["1 value 6200 personer > 6300 personer", "1 value 7100 personer > 7200 personer"],
        ),
        (
            "without the files",
            vec![readings("", "6.200", "7.100"), readings(own, "6.200", "7.100")],
            vec!["1 value 6200 personer > 6.200 personer", "1 value 7100 personer > 7.100 personer"],
        ),
        (
            "a declaration that cannot be read meanwhile",
            vec![readings(own, "6,200", "7,100"), readings("= =\n", "6,200", "7,100"), readings(own, "6,200", "7,100")],
            vec!["1 indicators.toml cannot be read"],
        ),
        (
            "a report's file that was an indicator's becomes a table's",
            vec![
                readings("", "6.200", "7.100"),
                table(readings("", "6.200", "7.100"))
                    .with("content/plans/a/updates/2020-06-30/led.csv", "row;label;actual\nskoler;Skoler;7.100\n"),
            ],
            vec!["1 figures new", "1 reading removed", "1 value 7100 personer > -"],
        ),
    ];
    for (case, sites, expected) in cases {
        let found = told(&repository(&sites));
        assert_eq!(found, expected, "{case}");
    }
}

/// Makes a commit of each site, a day each.
fn repository(sites: &[Site]) -> Repo {
    let story = sites
        .iter()
        .zip(1..)
        .fold(Story::default(), |story, (site, day)| story.commit(&format!("2020-07-{day:02}"), site));
    story.told()
}

#[test]
fn old_versions_are_read_as_their_own_commit_declares() {
    let danish = site("", "6.200");
    let broken = |site: Site| site.with("site.toml", "title = = \"Status\"\n");
    let english_site = with_end(site("", "6,200"), ENGLISH);
    let semicolons = danish.clone();
    let commas = |site: Site| with_end(site, "[csv]\ndelimiter = \",\"\n");
    let with_status = |site: Site, achieved: &str| site.edit(STATUS, "1,25", achieved);
    let in_english = |site: Site| {
        let site = site.edit("site.toml", "\"da\"", "\"en\"").edit(STATUS, "1,25", "1.25");
        site.edit("content/plans/a/measures/01.md", "2,50", "2.50")
    };
    let without_unit = danish.clone().edit(PLAN, "unit = \"mio. kr.\"\n", "");
    let cases: Vec<(&str, Vec<Site>, Vec<&str>)> = vec![
        (
            "a table's own",
            vec![site(ENGLISH, "6,200"), site(ENGLISH, "6,300")],
            vec!["1 actual 6200 mio. kr. > 6300 mio. kr."],
        ),
        ("the site's, with the files", vec![danish.clone(), english_site.clone()], vec![]),
        ("and back", vec![english_site.clone(), danish.clone(), english_site.clone()], vec![]),
        (
            "the site's, without the files",
            vec![danish.clone(), with_end(danish.clone(), ENGLISH)],
            vec!["1 actual 6200 mio. kr. > 6.200 mio. kr."],
        ),
        ("the table's, with the file", vec![danish.clone(), site(ENGLISH, "6,200"), danish.clone()], vec![]),
        ("from the site to the table", vec![english_site.clone(), site(ENGLISH, "6,200")], vec![]),
        (
            "the table's over the site's",
            vec![with_end(site("[csv]\ndecimal = \",\"\nthousands = \".\"\n", "6.200"), ENGLISH), danish.clone()],
            vec![],
        ),
        (
            "the delimiter, with the files",
            vec![semicolons.clone(), commas(danish.clone().with(FIGURES, "row,label,actual\nskoler,Skoler,6.200\n"))],
            vec![],
        ),
        (
            "the delimiter, without the files",
            vec![semicolons.clone(), commas(danish.clone()), semicolons],
            vec!["1 t.csv cannot be read"],
        ),
        ("the language, with the files", vec![danish.clone(), in_english(site("", "6,200"))], vec![]),
        (
            "the language, without the files",
            vec![
                danish.clone(),
                site("", "6,200").edit("site.toml", "\"da\"", "\"en\""),
                in_english(site("", "6,200")),
            ],
            vec!["1 01.md cannot be read", "1 01.md cannot be read"],
        ),
        (
            "a site that cannot be read once",
            vec![
                danish.clone(),
                broken(with_status(english_site.clone(), "1,20")),
                with_status(english_site.clone(), "1,20"),
            ],
            vec![
                "1 01.md cannot be read",
                "1 site.toml cannot be read",
                "1 t.csv cannot be read",
                "2 achieved 1.25 mio. kr. > 1.20 mio. kr.",
            ],
        ),
        (
            "what goes while it cannot",
            vec![danish.clone(), broken(danish.clone().without(FIGURES)), danish.clone()],
            vec!["1 site.toml cannot be read"],
        ),
        (
            "a declaration that cannot be read once",
            vec![danish.clone(), site("x = = 1\n", "6,200"), site(ENGLISH, "6,200")],
            vec!["1 t.csv cannot be read", "1 t.toml cannot be read"],
        ),
        (
            "a declaration that could not be read at first",
            vec![site("x = = 1\n", "6,200"), site(ENGLISH, "6,200"), site(ENGLISH, "6,300")],
            vec!["2 actual 6200 mio. kr. > 6300 mio. kr."],
        ),
        (
            "a declaration that is gone for a while",
            vec![site(ENGLISH, "6,200"), site(ENGLISH, "6,200").without(TABLE), site(ENGLISH, "6,200")],
            vec![],
        ),
        (
            "the unit of a table",
            vec![danish.clone(), site("unit = \"mia. kr.\"\n", "6.200")],
            vec!["1 actual 6200 mio. kr. > 6200 mia. kr."],
        ),
        (
            "the unit of the site",
            vec![
                without_unit.clone().edit("site.toml", "[scales", "unit = \"mio. kr.\"\n[scales"),
                without_unit.edit("site.toml", "[scales", "unit = \"mia. kr.\"\n[scales"),
            ],
            vec![
                "1 achieved 1.25 mio. kr. > 1.25 mia. kr.",
                "1 actual 6200 mio. kr. > 6200 mia. kr.",
                "1 required 2.50 mio. kr. > 2.50 mia. kr.",
            ],
        ),
        (
            "the word of a level",
            vec![danish.clone(), danish.clone().edit("site.toml", "Alt OK", "På sporet").edit(STATUS, "Alt OK", "ok")],
            vec![],
        ),
        (
            "a value that cannot be read",
            vec![danish.clone(), with_status(danish.clone(), "1.2x"), with_status(danish, "1,20")],
            vec!["1 01.md cannot be read", "2 achieved 1.25 mio. kr. > 1.20 mio. kr."],
        ),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(name, sites, expected)| {
            let (repo, seed) = (repository(sites), sites.len() as u64);
            assert_told_on(&repo, seed);
            let told = told(&repo);
            (told != *expected).then(|| format!("{name}: {told:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_file_in_an_old_encoding_says_the_same() {
    let repo = Repo::new();
    let commit = |site: &Site, figures: &[u8]| {
        for (path, bytes) in site.files() {
            repo.write(&path, bytes);
        }
        repo.write(FIGURES, figures);
        repo.git(&["add", "-A"]);
        repo.git(&["commit", "--quiet", "-m", "x"]);
    };
    let old = with_end(site("", ""), "[csv]\nencoding = \"windows-1252\"\n");
    commit(&old, b"row;label;actual\naeldre;\xc6ldre;6.200\n");
    commit(&site("", ""), "row;label;actual\naeldre;Ældre;6.200\n".as_bytes());
    commit(&old, "row;label;actual\naeldre;Ældre;6.200\n".as_bytes());
    assert_eq!(told(&repo), ["2 t.csv cannot be read"]);
}

/// A site in one commit, by what a naive reader must know of it.
#[derive(Clone)]
struct State {
    is_english: bool,
    is_site_broken: bool,
    is_table_broken: bool,
    /// What `[csv]` declares, of the site and of the table.
    site_csv: Option<usize>,
    table_csv: Option<usize>,
    /// How the file is written, and what it says.
    file: (usize, usize),
    /// The same of the plan, in Danish or English.
    plan: (bool, usize),
}

/// Delimiter, decimal sign, sign of thousands.
const STYLES: [[char; 3]; 3] = [[';', ',', '.'], [';', '.', ','], [',', '.', '_']];
/// What a style is counted from that no `[csv]` declares, but only the language.
const UNDECLARED: usize = 10;
const NUMBERS: [&str; 3] = ["12#500", "6#200", "980"];
const SHARES: [&str; 3] = ["1#25", "2#50", "7"];

impl State {
    fn file(&self) -> String {
        let [delimiter, _, thousands] = STYLES[self.file.0];
        let number = NUMBERS[self.file.1].replace('#', &thousands.to_string());
        format!("row#label#actual\nskoler#Skoler#{number}\n").replace('#', &delimiter.to_string())
    }

    fn plan(&self) -> String {
        SHARES[self.plan.1].replace('#', if self.plan.0 { "." } else { "," })
    }

    fn site(&self) -> Site {
        let csv = |style: Option<usize>| {
            let [delimiter, decimal, thousands] = STYLES[style?];
            Some(format!("[csv]\ndelimiter = \"{delimiter}\"\ndecimal = \"{decimal}\"\nthousands = \"{thousands}\"\n"))
        };
        let mut site =
            with_end(site(&csv(self.table_csv).unwrap_or_default(), ""), &csv(self.site_csv).unwrap_or_default())
                .with(FIGURES, self.file())
                .without(STATUS)
                .without("content/plans/a/measures/01.md")
                .edit(PLAN, "unit =", &format!("overspend = \"{}\"\nunit =", self.plan()));
        if self.is_english {
            site = site.edit("site.toml", "\"da\"", "\"en\"");
        }
        if self.is_site_broken {
            site = site.edit("site.toml", "title =", "title = =");
        }
        if self.is_table_broken {
            site = site.edit(TABLE, "title =", "title = =");
        }
        site
    }

    fn change(&mut self, dice: &mut Dice) {
        let style = |dice: &mut Dice| Some(dice.below(4)).filter(|style| *style < 3);
        match dice.below(9) {
            0 => self.is_english = !self.is_english,
            1 => self.is_site_broken = !self.is_site_broken,
            2 => self.is_table_broken = !self.is_table_broken,
            3 => self.site_csv = style(dice),
            4 => self.table_csv = style(dice),
            5 => self.file.0 = dice.below(3),
            6 => self.file.1 = dice.below(3),
            7 => self.plan.0 = !self.plan.0,
            _ => self.plan.1 = dice.below(3),
        }
    }

    /// Reads the figure as the style of a commit has it; nothing where the file is none.
    fn read_file(&self, style: usize) -> Option<String> {
        let [delimiter, decimal, thousands] = STYLES[style % UNDECLARED];
        let file = self.file();
        let number = file.trim_end().rsplit(STYLES[self.file.0][0]).next().expect("a cell");
        if delimiter != STYLES[self.file.0][0] {
            return None;
        }
        let is_whole = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let plain = match number.split_once(decimal) {
            // What nothing declares may be thousands.
            Some((_, rest)) if style >= UNDECLARED && rest.len() == 3 => return Some(number.to_owned()),
            Some((whole, rest)) if is_whole(whole) && is_whole(rest) => format!("{whole}.{rest}"),
            None if is_whole(&number.replace(thousands, "")) => number.replace(thousands, ""),
            _ => return Some(number.to_owned()),
        };
        Some(format!("{plain} mio. kr."))
    }

    /// Reads the figure of the plan in the language of a commit.
    fn read_plan(&self, is_english: usize) -> Option<String> {
        let text = self.plan();
        let is_sound = text == "7" || self.plan.0 == (is_english == 1);
        is_sound.then(|| format!("{} mio. kr.", text.replace(',', ".")))
    }
}

/// A file as a naive reader goes on with it.
struct NaiveFile {
    name: &'static str,
    field: &'static str,
    text: String,
    said: String,
    style: usize,
    is_waiting: bool,
}

impl NaiveFile {
    /// Goes a commit further. The style is nothing where it cannot be known.
    fn step(
        &mut self,
        text: String,
        style: Option<usize>,
        read: impl Fn(usize) -> Option<String>,
        lines: &mut Vec<(usize, String)>,
        commit: usize,
    ) {
        let is_changed = text != self.text;
        self.text = text;
        let Some(style) = style else {
            if is_changed {
                self.is_waiting = true;
                lines.push((commit, format!("{} cannot be read", self.name)));
            }
            return;
        };
        if !is_changed && !self.is_waiting && style == self.style {
            return;
        }
        (self.is_waiting, self.style) = (false, style);
        match read(style) {
            None => lines.push((commit, format!("{} cannot be read", self.name))),
            Some(said) if said != self.said => {
                lines.push((commit, format!("{} {} > {said}", self.field, self.said)));
                self.said = said;
            }
            Some(_) => {}
        }
    }
}

/// Tells a history by parsing each commit whole, with its own settings.
fn naive(states: &[State]) -> Vec<String> {
    let mut lines = Vec::new();
    let first = &states[0];
    let file = |name, field, text, said| NaiveFile { name, field, text, said, style: 0, is_waiting: false };
    let mut figures = file("t.csv", "actual", first.file(), first.read_file(0).expect("sound"));
    let mut plan = file("plan.md", "overspend", first.plan(), first.read_plan(0).expect("sound"));
    for (commit, state) in states.iter().enumerate().skip(1) {
        let style = if state.is_table_broken {
            None
        } else {
            Some(state.table_csv.or(state.site_csv).unwrap_or(UNDECLARED + usize::from(state.is_english)))
        };
        let is_known = !state.is_site_broken;
        figures.step(state.file(), style.filter(|_| is_known), |style| state.read_file(style), &mut lines, commit);
        let language = Some(usize::from(state.is_english)).filter(|_| is_known);
        plan.step(state.plan(), language, |language| state.read_plan(language), &mut lines, commit);
    }
    lines.sort();
    lines.into_iter().map(|(commit, line)| format!("{commit} {line}")).collect()
}

#[test]
fn a_naive_reader_of_each_commit_tells_the_same() {
    let all: Vec<(usize, Option<String>)> = (0..150_u64)
        .into_par_iter()
        .map(|seed| {
            let mut dice = Dice::new(seed);
            let mut states = vec![State {
                is_english: false,
                is_site_broken: false,
                is_table_broken: false,
                site_csv: None,
                table_csv: None,
                file: (0, 0),
                plan: (false, 0),
            }];
            for _ in 0..12 {
                let mut next = states[states.len() - 1].clone();
                (0..=dice.below(4)).for_each(|_| next.change(&mut dice));
                states.push(next);
            }
            let repo = repository(&states.iter().map(State::site).collect::<Vec<_>>());
            if seed.is_multiple_of(5) {
                assert_told_on(&repo, seed);
            }
            let is_declaration = |line: &String| line.contains("site.toml") || line.contains("t.toml");
            let ours: Vec<String> = told(&repo).into_iter().filter(|line| !is_declaration(line)).collect();
            let expected = naive(&states);
            let wrong = (ours != expected).then(|| format!("seed {seed}: {ours:#?}\nexpected {expected:#?}"));
            (expected.len(), wrong)
        })
        .collect();
    let wrong: Vec<&String> = all.iter().filter_map(|(_, wrong)| wrong.as_ref()).collect();
    assert!(wrong.is_empty(), "{} differ: {}", wrong.len(), wrong[0]);
    assert!(all.iter().map(|(lines, _)| lines).sum::<usize>() > 1_000, "the histories say something");
}
