//! A deterministic generator of sites in our format: the same size gives the same bytes everywhere.
//!
//! A plan has ten measures, four reports, two indicators, three milestones and a figure table with
//! figures in every report: 63 files, about one kilobyte of Danish prose in each text.

#![allow(dead_code, reason = "each bench asks for a part of it")]

pub mod history;

use std::{fmt::Write as _, fs, io, path::Path};

use rayon::prelude::*;

/// The report dates of every plan.
const REPORTS: [&str; 4] = ["2020-03-31", "2020-06-30", "2020-09-30", "2020-12-31"];
/// How many measures a plan has.
const MEASURES: u64 = 10;
/// How many words a text has.
const WORDS: usize = 150;

/// The kinds plans take in turn.
const KINDS: [&str; 4] = ["savings", "action-plan", "agreement", "budget"];
const COMMITTEES: [&str; 6] = ["BUU", "FSU", "MAG", "SBU", "USB", "ØU"];
const LEVELS: [&str; 4] = ["Alt OK", "Opmærksomhed", "Kritisk", "Kan ikke vurderes"];

const PROSE: &str = "indsatsen følger planen og medarbejderne holder øje med udgifterne til botilbud hvor der er \
forhandlet nye aftaler med leverandørerne i foråret taksterne er sat ned for de fleste pladser mens enkelte borgere \
fortsat har behov for mere støtte end ventet derfor tages sagerne op igen efter sommerferien ledelsen forventer at \
besparelsen nås ved udgangen af året hvis tilgangen af nye sager ikke stiger kommunen arbejder tæt sammen med skoler \
dagtilbud og familiehuse om at forebygge anbringelser";

/// How large a site is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Its name.
    pub name: &'static str,
    /// How many plans it has.
    pub plans: u64,
}

/// Small, medium and large.
pub const SIZES: [Size; 3] =
    [Size { name: "S", plans: 5 }, Size { name: "M", plans: 100 }, Size { name: "L", plans: 1000 }];

/// Writes a site to a folder.
pub fn write(size: Size, root: &Path) -> io::Result<()> {
    for (path, text) in registers() {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        fs::write(path, text)?;
    }
    (0..size.plans).into_par_iter().try_for_each(|plan| {
        let folder = root.join(format!("content/plans/plan-{plan:04}"));
        for (path, text) in plan_files(plan) {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&folder))?;
            fs::write(path, text)?;
        }
        Ok(())
    })
}

/// Returns the files that no plan owns, by their paths.
fn registers() -> [(&'static str, String); 4] {
    let committees = COMMITTEES.iter().map(|id| format!("[\"{id}\"]\nname = \"Udvalg {id}\"\n\n")).collect();
    let owners = (0..20).map(|n| format!("[leder-{n:02}]\ntitle = \"Leder af område {n}\"\n\n")).collect();
    [
        ("site.toml", SITE.into()),
        ("content/index.md", "Velkommen til status på kommunens planer.\n".into()),
        ("content/committees.toml", committees),
        ("content/owners.toml", owners),
    ]
}

const SITE: &str = r#"title = "Fremdrift"
organisation = "Prøveby Kommune"
language = "da"
unit = "mio. kr."
[scales.status]
levels = [
  { id = "ok", word = "Alt OK", tone = "good", meaning = "Følger planen" },
  { id = "watch", word = "Opmærksomhed", tone = "warning", meaning = "Afviger" },
  { id = "critical", word = "Kritisk", tone = "bad", meaning = "Nås ikke" },
  { id = "unknown", word = "Kan ikke vurderes", tone = "none", meaning = "Grundlaget mangler" },
]
"#;

/// A number out of a place: the finaliser of splitmix64, so that every number is found without the ones before.
fn pick(place: u64, below: u64) -> u64 {
    let mut z = place.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (z ^ (z >> 31)) % below
}

/// Returns the files of a plan, by their path in its folder.
fn plan_files(plan: u64) -> Vec<(String, String)> {
    let seed = plan * 100_000;
    let mut files = vec![
        ("plan.md".into(), plan_text(plan, seed)),
        ("indicators.toml".into(), INDICATORS.into()),
        ("milestones.toml".into(), MILESTONES.into()),
        ("tables/drift.toml".into(), TABLE.into()),
        ("tables/drift.csv".into(), ROWS.into()),
    ];
    for measure in 1..=MEASURES {
        let place = seed + measure * 1000;
        let required = format!("{},{:02}", pick(place, 9) + 1, pick(place + 1, 100));
        let text = format!(
            "+++\nnumber = \"{measure}\"\ntitle = \"{}\"\nrequired = \"{required}\"\nowner = \"leder-{:02}\"\n+++\n{}\n\n\
             ## Mål\n\nUdgiften falder med {required} mio. kr.\n\n## Handling\n\n{}\n",
            title(place + 2),
            pick(place + 3, 20),
            prose(place + 4, WORDS),
            prose(place + 5, 30),
        );
        files.push((format!("measures/{measure:02}-tiltag.md"), text));
    }
    for (report, date) in REPORTS.iter().enumerate() {
        let place = seed + 50_000 + report as u64 * 5000;
        files.push((format!("updates/{date}/index.md"), index_text(report, place)));
        files.push((format!("updates/{date}/drift.csv"), figures(place)));
        for measure in 1..=MEASURES {
            let place = place + measure * 100;
            files.push((format!("updates/{date}/{measure:02}-tiltag.md"), status(place, place)));
        }
    }
    files
}

/// The status of a measure: its figures out of one place, its words out of another.
fn status(figures: u64, words: u64) -> String {
    format!(
        "+++\nlevel = \"{}\"\nlifecycle = \"in-progress\"\nachieved = \"{},{:02}\"\nforecast = \"{},{:02}\"\n+++\n{}\n",
        LEVELS[usize::try_from(pick(figures, 40)).unwrap_or(0).saturating_sub(36).min(3)],
        pick(figures + 1, 5),
        pick(figures + 2, 100),
        pick(figures + 3, 9) + 1,
        pick(figures + 4, 100),
        prose(words + 5, WORDS),
    )
}

fn plan_text(plan: u64, seed: u64) -> String {
    let kind = KINDS[usize::try_from(plan).unwrap_or(0) % KINDS.len()];
    let committee = COMMITTEES[usize::try_from(pick(seed, 6)).unwrap_or(0)];
    format!(
        "+++\ntitle = \"Handleplan {plan}: {}\"\nkind = \"{kind}\"\nyear = 2020\ncommittee = \"{committee}\"\n\
         owner = \"leder-{:02}\"\noverspend = \"{},{} mio. kr.\"\n+++\n{}\n\n## Årsag\n\n{}\n",
        title(seed + 1),
        pick(seed + 2, 20),
        pick(seed + 3, 20) + 1,
        pick(seed + 4, 10),
        prose(seed + 5, WORDS),
        prose(seed + 6, WORDS),
    )
}

fn index_text(report: usize, place: u64) -> String {
    let overspend = format!("{},{} mio. kr.", 9 - report, pick(place, 10));
    let readings = format!(
        "[readings]\nfamilier = {}\nudgift = \"{},{}\"",
        pick(place + 1, 9) + 4,
        9 - report,
        pick(place + 2, 10)
    );
    let moved =
        if report == 2 { "[milestones.2]\ndue = \"2021-Q1\"\nnote = \"Udbuddet tager længere tid\"\n" } else { "" };
    format!(
        "+++\nlevel = \"Opmærksomhed\"\noverspend = \"{overspend}\"\n{readings}\n{moved}+++\n{}\n",
        prose(place + 3, WORDS)
    )
}

/// The figures of a report: items in tenths, and sums that are true.
fn figures(place: u64) -> String {
    let mut text = String::from("row;revised;forecast;deviation\n");
    let mut sums = [0_i64; 2];
    for (row, name) in ["botilbud", "stoette", "takster", "aktivitet"].iter().enumerate() {
        let base = 1000 + i64::try_from(pick(place + row as u64, 4000)).unwrap_or(0);
        let forecast = base + i64::try_from(pick(place + 10 + row as u64, 200)).unwrap_or(0) - 100;
        if *name != "takster" {
            sums[0] += base;
            sums[1] += forecast;
        }
        let _ = writeln!(text, "{name};{};{};{}", tenths(base), tenths(forecast), tenths(forecast - base));
    }
    let _ = writeln!(text, "ialt;{};{};{}", tenths(sums[0]), tenths(sums[1]), tenths(sums[1] - sums[0]));
    text
}

fn tenths(number: i64) -> String {
    let sign = if number < 0 { "-" } else { "" };
    let (whole, tenth) = (number.abs() / 10, number.abs() % 10);
    if whole >= 1000 {
        return format!("{sign}{}.{:03},{tenth}", whole / 1000, whole % 1000);
    }
    format!("{sign}{whole},{tenth}")
}

const TABLE: &str = "title = \"Budgetopfølgning\"\nsign = \"cost\"\n[columns]\nrevised = {}\nforecast = {}\n\
deviation = { formula = \"forecast - revised\" }\nshare = { title = \"Afvigelse i pct.\", unit = \"%\", sign = \"none\", formula = \"deviation / revised\" }\n";

const ROWS: &str = "row;label;kind;of;formula;committee\nh;Drift;heading;;;\nbotilbud;Botilbud;;;;USB\nstoette;Støtte;;;;USB\n\
takster;heraf takster;;stoette;;\naktivitet;Aktivitet;;;;BUU\nialt;I alt;total;;botilbud + stoette + aktivitet;\n";

const INDICATORS: &str = "[familier]\ntitle = \"Familier med mere end én foranstaltning\"\nmeasure = \"01-tiltag\"\n\
unit = \"familier\"\ndirection = \"down\"\nbaseline = { date = 2019-12-31, value = 8 }\ntarget = { date = 2020-12-31, value = 5 }\n\n\
[udgift]\ntitle = \"Udgift til eksterne leverandører\"\ndirection = \"down\"\nbaseline = { date = \"2019\", value = \"8,5\" }\n";

const MILESTONES: &str = "[milestones.1]\ntitle = \"Organisationen er på plads\"\ndue = \"2020-Q3\"\n\n\
[milestones.2]\ntitle = \"Udbud er gennemført\"\ndue = \"ultimo 2020\"\nafter = [\"1\"]\n\n\
[milestones.3]\ntitle = \"Fuld effekt\"\ndue = \"2021-H1\"\nafter = [\"2\"]\n";

fn title(place: u64) -> String {
    let words: Vec<&str> = PROSE.split(' ').collect();
    let mut title: String = (0..3)
        .map(|n| words[usize::try_from(pick(place * 7 + n, words.len() as u64)).unwrap_or(0)])
        .collect::<Vec<_>>()
        .join(" ");
    if let Some(first) = title.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    title
}

/// Sentences and now and then a list, with emphasis here and there.
fn prose(place: u64, count: usize) -> String {
    let words: Vec<&str> = PROSE.split(' ').collect();
    let mut text = String::new();
    let mut at = pick(place, words.len() as u64);
    for n in 0..count {
        let word = words[usize::try_from(at).unwrap_or(0) % words.len()];
        at += 1 + pick(place + n as u64, 3);
        match n % 15 {
            0 if n > 0 && n % 60 == 0 => text.push_str(".\n\n- "),
            0 if n > 0 => text.push_str(". "),
            7 => {
                let _ = write!(text, "**{word}** ");
                continue;
            }
            _ => {}
        }
        text.push_str(word);
        text.push(if n % 12 == 11 { '\n' } else { ' ' });
    }
    text.push('.');
    text
}

/// Returns the most memory this process has had, in MiB.
pub fn peak_mib() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    Ok(line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1024)
}

/// Returns the number in the middle.
pub fn median(seconds: &mut [f64]) -> f64 {
    seconds.sort_by(f64::total_cmp);
    seconds[seconds.len() / 2]
}
