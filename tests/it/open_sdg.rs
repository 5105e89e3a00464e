//! `fremdrift import open-sdg`: what a repository of Open SDG says becomes indicators whose pages print the same figures.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
};

use fremdrift::{
    content::Audience,
    diag::Error,
    draft::{self, Import, ImportMapping, KnownSite, OpenSdgRequest},
    tree::{MemoryTree, Tree},
};
use proptest::prelude::*;

use crate::{
    imports::{begun, code, with},
    support::{build_tree, day, disk, html},
};

/// Of one unit, with groups by sex and age.
const POVERTY: &str = "Year,Sex,Age,GeoCode,Observation status,Value\n\
                       2018,,,E01,Final,15.9\n2019,,,E01,Final,16.2\n\
                       2018,Women,,E01,Final,16.3\n2019,Women,,E01,Final,\n\
                       2018,Men,,E01,Final,15.4\n2018,Women,Unknown,E01,Final,9\n2018,Unknown,,E01,Final,1.5\n2018,,Unknown,E01,Final,2.5\n";

const POVERTY_SAYS: &str = "---\nindicator_name: global_indicators.1-2-1-title\nindicator_number: 1.2.1\npermalink: /1-2-1/\n\
                            computation_units: Percentage (%)\ncomputation_definitions: >-\n  Households below the line. <br> Counted <b>once</b> &amp; for all.\n\
                            comments_limitations: A sample.\nsource_active_1: true\nsource_organisation_1: Statistics office\n\
                            source_url_1: https://example.org/poverty\nsource_periodicity_1: Annual\nsource_active_2: false\n\
                            source_organisation_2: Nobody\nprogress_calculation_options:\n  - direction: negative\nprecision:\n  - decimals: 1\n---\n\
                            Words below the fields.\n";

/// Of two units and two kinds, without a whole.
const ROADS: &str = "Year,Series,Units,Place,Value\n\
                     2018,Deaths,Number,North,12\n2018,Deaths,Number,South,1234\n\
                     2018,Deaths,Per 100 000,North,3.125\n2019.0,Injuries,Number,North,40\n";

fn repository() -> MemoryTree {
    MemoryTree::default()
        .with("data/indicator_1-2-1.csv", POVERTY)
        .with("data/3-6-1.csv", ROADS)
        .with("data/README.csv", "not an indicator")
        .with("meta/1-2-1.md", POVERTY_SAYS)
        .with("meta/3-6-1.yml", "indicator_name: Road traffic\nreporting_status: complete\npublished: true\n")
        .with("meta/17-1-1.md", "---\nindicator_name: Without data\n---\n")
        .with("translations/en/global_indicators.yml", "1-2-1-title: \"Share of people, who are poor\"\n")
        .with("translations/da/global_indicators.yml", "1-2-1-title: Andel fattige\n")
}

fn request() -> OpenSdgRequest {
    OpenSdgRequest { plan: "proeve".to_owned(), said: ImportMapping::default(), kept: None }
}

fn run(tree: &MemoryTree, repository: &dyn Tree, asked: &OpenSdgRequest) -> Result<Import, Error> {
    draft::import_open_sdg(&KnownSite::open(tree, day("2020-07-01"), None).expect("a site"), repository, asked)
}

fn file<'i>(import: &'i Import, path: &str) -> &'i str {
    let found = import.files.iter().find(|file| file.path.as_str() == format!("content/plans/proeve/{path}"));
    &found.unwrap_or_else(|| panic!("no {path}")).text
}

/// The pages of the plan of a site, without its tags.
fn pages(tree: &MemoryTree) -> BTreeMap<String, String> {
    let built = build_tree(tree, Some(day("2020-07-01")), Audience::Public);
    let of_plan =
        built.files.keys().filter(|path| path.as_str().starts_with("planer/proeve/") && path.extension() == "html");
    of_plan
        .map(|path| (path.to_string(), html::parse(built.page(path.as_str())).text().replace('\u{a0}', " ")))
        .collect()
}

#[test]
fn data_and_metadata_become_indicators_with_series() {
    let tree = begun("2020");
    let import = run(&tree, &repository(), &request()).unwrap_or_else(|error| panic!("{error}"));
    let register = file(&import, "indicators.toml");
    for line in [
        "title = \"1.2.1 Andel fattige\"",
        "unit = \"%\"",
        "direction = \"down\"",
        "definition = \"Households below the line. Counted once & for all.\"",
        "source = \"Statistics office, https://example.org/poverty\"",
        "note = \"A sample. · Observation status: Final\"",
        "frequency = \"year\"",
        "decimals = 1",
        "women-unknown = \"Women, Unknown\"",
        "sex-unknown = \"Sex: Unknown\"",
        "age-unknown = \"Age: Unknown\"",
        "title = \"3.6.1 Road traffic: Deaths, Number\"",
        "unit = \"Per 100 000\"",
    ] {
        assert!(register.lines().any(|it| it == line), "{line}\n{register}");
    }
    assert_eq!(
        file(&import, "indicators/1-2-1.csv"),
        "period;series;value\n2018;;15,9\n2019;;16,2\n2018;women;16,3\n2018;men;15,4\n\
         2018;sex-unknown;1,5\n2018;age-unknown;2,5\n2018;women-unknown;9\n"
    );
    assert_eq!(file(&import, "indicators/3-6-1-injuries-number.csv"), "period;series;value\n2019;north;40\n");
    let form: BTreeMap<&str, String> = import.form.iter().cloned().collect();
    assert_eq!(form["indicators"], "4");
    assert_eq!((form["valueless"].as_str(), form["without-data"].as_str()), ("1", "1"));
    assert_eq!(form["left-out"], "GeoCode, permalink, reporting_status, …", "what is not taken is said");

    let look = draft::look(&tree, &import.files, day("2020-07-01"), None, "test").expect("a look");
    assert!(look.errors.is_empty(), "{:#?}\n{register}", look.errors);
    let pages = pages(&with(tree, &import));
    let poverty = &pages["planer/proeve/indikatorer/1-2-1.html"];
    for shown in ["1.2.1 Andel fattige", "16,2", "16,3", "Women, Unknown", "A sample."] {
        assert!(poverty.contains(shown), "{shown}\n{poverty}");
    }
    assert!(pages["planer/proeve/indikatorer/3-6-1-deaths-number.html"].contains("1.234"), "the figures of Denmark");
}

#[test]
fn what_is_read_again_changes_the_figures_and_no_words() {
    let tree = begun("2020");
    let first = run(&tree, &repository(), &request()).expect("an import");
    let kept = first.files.iter().find(|file| file.path.as_str().starts_with("imports/")).expect("what was counted in");
    let kept = OpenSdgRequest { kept: Some(kept.text.clone()), ..request() };
    let tree = with(tree, &first);
    let again = run(&tree, &repository(), &kept).expect("an import");
    assert!(again.files.is_empty(), "{:#?}", again.files);

    let register = "content/plans/proeve/indicators.toml";
    let mut text = Vec::new();
    tree.read(&fremdrift::value::RelPath::new(register).expect("a path"), &mut text).expect("the register");
    let text = String::from_utf8(text).expect("text").replace("1.2.1 Andel fattige", "Fattige # ikke en bemærkning");
    let tree = tree.with(register, ["# Vores egne ord\n", &text].concat());
    let new = repository()
        .with("data/indicator_1-2-1.csv", [POVERTY, "2020,,,E01,Final,17\n2020,Youth,,E01,Final,8\n"].concat());
    let import = run(&tree, &new, &request()).expect("an import");
    let changed: BTreeSet<&str> = import.files.iter().map(|file| file.path.as_str()).collect();
    let changed: BTreeSet<&str> = changed.into_iter().filter(|path| !path.starts_with("imports/")).collect();
    assert_eq!(changed, BTreeSet::from(["content/plans/proeve/indicators/1-2-1.csv", register]));
    assert!(file(&import, "indicators/1-2-1.csv").contains("\n2020;;17\n"));
    let register = file(&import, "indicators.toml");
    assert!(register.starts_with("# Vores egne ord\n") && register.contains("Fattige # ikke en bemærkning"));
    assert!(register.contains("youth = \"Youth\""), "a new group is declared\n{register}");
    assert_eq!(import.kept.len(), 1, "that the words are others is said");
}

#[test]
fn what_is_not_published_there_is_a_draft_here() {
    let hidden = repository().with("meta/3-6-1.yml", "indicator_name: Hemmelig\npublished: false\n");
    let tree = begun("2020");
    let import = run(&tree, &hidden, &request()).expect("an import");
    assert_eq!(file(&import, "indicators.toml").matches("visibility = \"draft\"").count(), 3);
    assert!(import.form.contains(&("hidden-pages", "3".to_owned())));
    let pages = pages(&with(tree, &import));
    assert!(pages.values().all(|page| !page.contains("Hemmelig")) && pages.len() > 1);
}

/// The code of what was refused, and its arguments.
type Refused = (&'static str, Vec<(&'static str, String)>);

/// Imports, lets an author edit the register, imports other data and answers the site.
fn again(first: &str, edits: &[(&str, &str)], then: &str) -> Result<MemoryTree, Refused> {
    let data = |text: &str| MemoryTree::default().with("data/5-1.csv", text);
    let tree = begun("2020");
    let import = run(&tree, &data(first), &request()).unwrap_or_else(|error| panic!("{error}"));
    let kept =
        import.files.iter().find(|file| file.path.as_str().starts_with("imports/")).map(|file| file.text.clone());
    let mut register = file(&import, "indicators.toml").to_owned();
    for (from, to) in edits {
        assert!(register.contains(from), "{from}\n{register}");
        register = register.replace(from, to);
    }
    let tree = with(tree, &import).with("content/plans/proeve/indicators.toml", register);
    let asked = OpenSdgRequest { kept, ..request() };
    match run(&tree, &data(then), &asked) {
        Ok(import) => Ok(with(tree, &import)),
        Err(error) => Err(code(Err(error))),
    }
}

#[test]
fn figures_stay_with_their_group_and_what_is_hidden_stays_hidden() {
    // Signs alone part these groups, and their order is another the next time.
    let (young, old) = ("2019,< 5 years,11.1\n", "2019,> 5 years,22.2\n");
    let whole = "Year,Age,Value\n2019,,50.1\n";
    let first = [whole, young, old].concat();
    let id = |register: &str, title: &str| {
        let line = register.lines().find(|line| line.ends_with(&format!("= \"{title}\""))).expect("a series");
        line.split(' ').next().expect("an id").to_owned()
    };
    let tree = begun("2020");
    let import =
        run(&tree, &MemoryTree::default().with("data/5-1.csv", first.as_str()), &request()).expect("an import");
    let of_old = id(file(&import, "indicators.toml"), "> 5 years");
    let line = format!("{of_old} = \"> 5 years\"");
    let closed = format!("{of_old} = {{ title = \"> 5 years\", visibility = \"closed\" }}");
    let tree = again(&first, &[(&line, &closed)], &[whole, old, young].concat()).expect("an import");
    let pages = pages(&tree);
    let page = &pages["planer/proeve/indikatorer/5-1.html"];
    assert!(page.contains("11,1") && !page.contains("22,2"), "{page}");

    // A hidden group or indicator that comes under another name is asked about.
    let renamed = again(&first, &[(&line, &closed)], &[whole, young, "2019,5 or older,22.2\n"].concat());
    let what = |refused: Result<MemoryTree, Refused>| {
        let (_, args) = refused.map(|_| ()).expect_err("it is refused");
        args.into_iter().find(|(name, _)| *name == "what").expect("what it is").1
    };
    assert_eq!(what(renamed), "renamed");
    let one = "Year,Units,Value\n2019,Tonnes,888.8\n";
    let hidden = [("title = ", "visibility = \"closed\"\ntitle = ")];
    assert_eq!(what(again(one, &hidden, &[one, "2019,Kilo per head,3\n"].concat())), "renamed");

    // Nor does it become the whole when its column is gone.
    let two = "Year,Sex,Value\n2019,,10.5\n2019,Female,4.5\n";
    let closed = [("female = \"Female\"", "female = { title = \"Female\", visibility = \"closed\" }")];
    assert_eq!(what(again(two, &closed, "Year,Value\n2019,4.5\n")), "renamed");

    // A group is not the whole because it is the only one left.
    let women = "Year,Sex,Value\n2019,Female,4.5\n2020,Female,4.7\n";
    let tree = again("Year,Sex,Value\n2019,,10.5\n2019,Female,4.5\n", &[], women).expect("an import");
    let mut text = Vec::new();
    let path = fremdrift::value::RelPath::new("content/plans/proeve/indicators/5-1.csv").expect("a path");
    tree.read(&path, &mut text).expect("readings");
    assert_eq!(String::from_utf8_lossy(&text), "period;series;value\n2019;female;4,5\n2020;female;4,7\n");

    // Another unit beneath the same words would make figures a thousand times too small.
    let more = "Year,Units,Value\n2019,Thousand tonnes,12.345\n";
    assert_eq!(what(again("Year,Units,Value\n2019,Tonnes,12345\n", &[("\"Tonnes\"", "\"ton\"")], more)), "unit");
    assert_eq!(what(again(one, &[], "Year,Unit multiplier,Value\n2019,6,2.5\n")), "multiplier");
}

#[test]
fn what_is_closed_there_later_and_in_other_words_is_closed_here() {
    let published =
        |word: &str| repository().with("meta/3-6-1.yml", format!("indicator_name: Hemmelig\npublished: {word}\n"));
    let tree = begun("2020");
    for word in ["False", "FALSE", "no", "0", "off", "perhaps"] {
        let import = run(&tree, &published(word), &request()).expect("an import");
        assert_eq!(file(&import, "indicators.toml").matches("visibility = \"draft\"").count(), 3, "{word}");
    }
    let tree = with(tree.clone(), &run(&tree, &published("true"), &request()).expect("an import"));
    let tree = with(tree.clone(), &run(&tree, &published("false"), &request()).expect("an import"));
    assert!(pages(&tree).values().all(|page| !page.contains("Hemmelig")));
    for (config, says) in [("true", "false"), ("false", "true")] {
        let both = published(says).with("indicator-config/3-6-1.yml", format!("published: {config}\n"));
        let import = run(&begun("2020"), &both, &request()).expect("an import");
        assert_eq!(file(&import, "indicators.toml").matches("visibility = \"draft\"").count(), 3, "{config} {says}");
    }
    let capitals = MemoryTree::default()
        .with("data/1-b-1.csv", "Year,Value\n2019,5\n")
        .with("meta/1-B-1.yml", "published: false\nindicator_name: Hemmelig\n");
    let import = run(&begun("2020"), &capitals, &request()).expect("an import");
    assert!(file(&import, "indicators.toml").contains("visibility = \"draft\""));
}

#[test]
fn a_unit_is_what_is_said_of_it_and_no_money() {
    for (said, unit) in [
        ("", ""),
        ("Percentage (%)", "%"),
        ("Percentage points", "Percentage points"),
        ("Percentile rank", "Percentile rank"),
        ("Litre (%)", "Litre (%)"),
    ] {
        let data = MemoryTree::default()
            .with("data/5-1.csv", "Year,Value\n2019,7\n")
            .with("meta/5-1.yml", format!("computation_units: \"{said}\"\n"));
        let tree = begun("2020");
        let import = run(&tree, &data, &request()).expect("an import");
        assert!(file(&import, "indicators.toml").contains(&format!("unit = \"{unit}\"\n")), "{said}");
        assert!(!pages(&with(tree, &import))["planer/proeve/indikatorer/5-1.html"].contains("7 mio"), "{said}");
    }
    let own = [("title = ", "csv = { decimal = \".\", thousands = \",\" }\ntitle = ")];
    let tree = again("Year,Value\n2019,12.345\n", &own, "Year,Value\n2019,12.345\n2020,1.5\n").expect("an import");
    let page = &pages(&tree)["planer/proeve/indikatorer/5-1.html"];
    assert!(page.contains("12,345") && !page.contains("12.345"), "{page}");
}

#[test]
fn what_is_not_as_the_format_has_it_is_told_with_its_place() {
    let tree = begun("2020");
    for (data, what, line, text) in [
        ("År,Value\n2018,1\n", "head", "1", "Year"),
        ("Year,Value,Value\n2018,1,2\n", "head", "1", "Value"),
        ("Year,,Value\n2018,x,1\n2019,y,2\n", "nameless", "1", ""),
        ("Year,Value\n2018,1\nnext year,2\n", "year", "3", "next year"),
        ("Year,Value\n2018,1\n2019,\"1,234\"\n", "value", "3", "1,234"),
        ("Year,Value\n2018,1\n2019,5*\n", "value", "3", "5*"),
        ("Year,Value\n2018,1\n2018,2\n", "twice", "3", "2018"),
        ("Year,Sex,Value\n2018,W,1\n2018,M,1\n2018,W,1\n2018,W,2\n", "twice", "5", "2018 W"),
        ("Year,Value\n2016/17,1\n", "year", "2", "2016/17"),
    ] {
        let (code, args) = code(run(&tree, &MemoryTree::default().with("data/1-1.csv", data), &request()));
        let args: BTreeMap<&str, String> = args.into_iter().collect();
        assert_eq!(code, "import-open-sdg", "{data}");
        assert_eq!((args["what"].as_str(), args["line"].as_str(), args["text"].as_str()), (what, line, text), "{data}");
        assert_eq!(args["file"], "data/1-1.csv");
    }
    let said = |columns: &[(&str, &str)]| {
        let columns = columns.iter().map(|(head, role)| ((*head).to_owned(), (*role).to_owned())).collect();
        OpenSdgRequest { said: ImportMapping { columns, ..ImportMapping::default() }, ..request() }
    };
    let danish = MemoryTree::default().with("data/1-1.csv", "År,Kode,Value\n2018,a,1\n2019,b,2\n");
    let import = run(&tree, &danish, &said(&[("År", "Year"), ("Kode", "ignore")])).expect("the cure works");
    assert_eq!(file(&import, "indicators/1-1.csv"), "period;series;value\n2018;;1\n2019;;2\n");
    let kept =
        import.files.iter().find(|file| file.path.as_str() == "imports/proeve-open-sdg.toml").expect("it is kept");
    let again = OpenSdgRequest { kept: Some(kept.text.clone()), ..request() };
    assert!(run(&with(tree.clone(), &import), &danish, &again).expect("as it was said").files.is_empty());

    let empty = code(run(&tree, &MemoryTree::default(), &request()));
    assert!(empty.1.contains(&("what", "no-data".to_owned())), "{empty:?}");
    let two = MemoryTree::default().with("data/1-1.csv", "Year,Value\n").with("data/indicator_1-1.csv", "Year,Value\n");
    assert!(code(run(&tree, &two, &request())).1.contains(&("what", "two-files".to_owned())));
    let bomb = repository().with("meta/1-2-1.md", "a: &a [x]\nb: [*a, *a]\n");
    assert!(code(run(&tree, &bomb, &request())).1.contains(&("what", "unreadable".to_owned())));
}

#[test]
fn the_command_reads_a_folder_and_writes_when_it_is_asked_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let (root, data) = (folder.path().join("site"), folder.path().join("data repository"));
    let files = |tree: &MemoryTree| {
        let read = |path: &fremdrift::value::RelPath| {
            let mut bytes = Vec::new();
            tree.read(path, &mut bytes).expect("a file");
            (path.to_string(), bytes)
        };
        tree.paths().iter().map(read).collect::<Vec<_>>()
    };
    for (place, tree) in [(&root, begun("2020")), (&data, repository())] {
        let files = files(&tree);
        disk::write(place, files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())));
    }
    let import = |words: &[&str]| {
        let mut program = disk::program();
        program.args(["import", "open-sdg"]).arg(&data).arg("proeve").args(words).arg("--root").arg(&root);
        disk::run(&mut program)
    };
    let before = disk::files(&root);
    let shown = import(&[]);
    assert!(shown.stdout.contains("+ content/plans/proeve/indicators/1-2-1.csv"), "{shown:?}");
    assert_eq!(disk::files(&root), before, "nothing is written before it is wanted");
    let refused = import(&["--table", "x"]);
    assert!(refused.code == Some(2) && refused.stderr.contains("--table"), "{refused:?}");
    let written = import(&["--write"]);
    assert_eq!(written.code, Some(0), "{written:?}");
    assert!(root.join("content/plans/proeve/indicators/3-6-1-deaths-number.csv").is_file());
    assert!(import(&[]).stderr.contains("Der er intet nyt at skrive"));
}

/// A file of readings, and what a naive reader has of it: by the words of the columns that part groups, and the year.
fn any_readings() -> impl Strategy<Value = (String, BTreeMap<(String, String, String), String>)> {
    let place = prop::sample::select(vec!["", "North", "South, west", "Øst"]);
    let sex = prop::sample::select(vec!["", "Women", "Men", "total"]);
    let value = (-99_999_i64..99_999, 0_u32..4).prop_map(|(number, decimals)| {
        let scaled = rust_decimal::Decimal::new(number, decimals);
        scaled.to_string()
    });
    prop::collection::vec((2000_u16..2020, place, sex, value), 1..30).prop_map(|rows| {
        let (mut text, mut naive) = ("Year,Place,Sex,Value\n".to_owned(), BTreeMap::new());
        for (year, place, sex, value) in rows {
            let key = (place.to_owned(), sex.to_owned(), year.to_string());
            if let std::collections::btree_map::Entry::Vacant(entry) = naive.entry(key) {
                let _ = writeln!(text, "{year},\"{place}\",{sex},{value}");
                entry.insert(value);
            }
        }
        (text, naive)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_of_the_data_is_a_reading_and_no_other((data, naive) in any_readings()) {
        let tree = begun("2020");
        let import = run(&tree, &MemoryTree::default().with("data/9-9.csv", data.as_str()), &request()).expect("an import");
        let look = draft::look(&tree, &import.files, day("2020-07-01"), None, "test").expect("a look");
        prop_assert!(look.errors.is_empty(), "{:#?}\n{data}", look.errors);
        // Groups are told apart, so there are as many series as groups, and the figures of each are those of one group.
        let mut wanted: BTreeMap<(String, String), BTreeSet<(String, String)>> = BTreeMap::new();
        for ((place, sex, year), value) in &naive {
            wanted.entry((place.clone(), sex.clone())).or_default().insert((year.clone(), value.replace('.', ",")));
        }
        let mut found: BTreeMap<&str, BTreeSet<(String, String)>> = BTreeMap::new();
        for line in file(&import, "indicators/9-9.csv").lines().skip(1) {
            let cells: Vec<&str> = line.split(';').collect();
            found.entry(cells[1]).or_default().insert((cells[0].to_owned(), cells[2].to_owned()));
        }
        let sorted = |sets: Vec<BTreeSet<(String, String)>>| { let mut sets = sets; sets.sort(); sets };
        prop_assert_eq!(sorted(wanted.into_values().collect()), sorted(found.into_values().collect()));
    }
}

proptest! {
    // `PROPTEST_CASES=20000` tries more.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_it_fall_over(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0_usize..400, place in 0_usize..5) {
        let path = ["data/1-2.csv", "meta/1-2.md", "meta/1-2.yml", "translations/en/x.yml", "indicator-config/1-2.yml"][place];
        let _ = run(&begun("2020"), &repository().with(path, bytes.clone()), &request());
        let mut spoilt = if place == 0 { ROADS.as_bytes().to_vec() } else { POVERTY_SAYS.as_bytes().to_vec() };
        let at = at.min(spoilt.len());
        spoilt.splice(at..at, bytes);
        let _ = run(&begun("2020"), &repository().with(path, spoilt), &request());
    }
}
