//! Every field an author can write is printed, on the page of every kind of plan and on the page of its report.
//!
//! The schema is walked: a field that is added to it is asked for here, or stands below with the reason why it is not
//! printed.

use std::collections::BTreeSet;

use fremdrift::{
    diag::Severity,
    schema::{KINDS, records},
};

use crate::support::{
    Outcome, Site,
    author::{Author, WrittenField},
    html,
};

/// Fields that are not printed, by the record and the key, each with the reason.
const NOT_PRINTED: &[(&str, &str)] = &[
    ("visibility", "it says who may see the record"),
    ("embargo", "it says from when on the record is seen"),
    ("public_title", "it is all that is shown of a closed record: closed.rs"),
    ("formerly", "an old address leads to the new one: moved.rs"),
    ("id", "it is an address and no word"),
    ("decimals", "it is how figures are shown: decimals.rs"),
    ("year_begins", "the months of the year are printed"),
    ("site.language", "the whole page is in it"),
    ("plan.language", "the whole page is in it"),
    ("site.theme", "the whole page looks like it"),
    ("site.colour", "the head has it"),
    ("site.logo", "the head has it: front.rs"),
    ("site.unit", "it is how figures are read that say none"),
    ("site.as_of", "a run may say another: reproducible.rs"),
    ("site.scale", "the scale itself is printed"),
    ("site.history", "it says what of the past is told: history.rs"),
    ("site.checks", "it speaks to authors"),
    ("site.personal_numbers", "it says what is no personal number"),
    ("site.editions", "editions have pages of their own: editions.rs"),
    ("indicator.csv", "it is how a file is read"),
    ("csv.delimiter", "it is how a file is read"),
    ("csv.decimal", "it is how a file is read"),
    ("csv.thousands", "it is how a file is read"),
    ("csv.encoding", "it is how a file is read"),
    ("csv.negative", "it is how a file is read"),
    ("csv.head", "it is how a file is read"),
    ("csv.heads", "it is how a file is read"),
    ("csv.ignore", "it is how a file is read"),
    ("column.head", "it is how a file is read"),
    ("csv.row_ids", "it is how a file is read"),
    ("level.tone", "it is a colour and a shape"),
    ("site.confidentiality", "it says what is withheld: suppressed.rs"),
    ("site.downloads", "it says which files are offered: downloads.rs"),
    ("site.remarks", "it says what readers are told beside a status: against_status.rs"),
    ("level.one", "it stands in the sentence of state: front.rs"),
    ("level.many", "it stands in the sentence of state: front.rs"),
    ("plan.short", "it is what other pages call the plan: front.rs"),
    ("measure.unit", "it is how figures are read that say none"),
    ("update.unit", "it is how figures are read that say none"),
    ("status.unit", "it is how figures are read that say none"),
    ("effect.unit", "it is how figures are read that say none"),
    ("plan.scale", "its levels are printed, with what they mean"),
    ("update.scale", "its levels are printed, with what they mean"),
    ("indicator.shown", "it says which series are drawn: series.rs"),
    ("indicator.headline", "it says which series stands first: series.rs"),
    ("plan.overall_scale", "its levels are printed, with what they mean: levels.rs"),
    ("update.overall_scale", "its levels are printed, with what they mean: levels.rs"),
    ("column.scale", "its levels are printed, with what they mean: levels.rs"),
    ("column.level", "it is how a file is read: levels.rs"),
    ("indicator.measure", "its page leads to it, and it stands on the measure's page"),
    ("column.formula", "what it comes to is printed, and that it was computed"),
    ("column.share_of", "what it comes to is printed, and that it was computed"),
    ("column.text", "it is how a file is read"),
];

/// What stands on the plan's own page alone, each with the reason.
const NOT_IN_REPORTS: &[(&str, &str)] =
    &[("timeline.reports", "the calendar speaks of what came later"), ("plan.words", "what was decided is the plan's")];

const DATE: &str = "2030-06-30";

/// Tells whether readers need not see a field.
fn is_unseen(record: &str, field: &str) -> bool {
    NOT_PRINTED.iter().any(|(name, _)| match name.split_once('.') {
        Some(own) => own == (record, field),
        None => *name == field,
    })
}

/// What is written of one kind of plan, and the site of it.
struct WrittenPlan {
    site: Site,
    written: Vec<WrittenField>,
}

fn write(site: Site, kind: &'static str, edition: usize) -> WrittenPlan {
    let mut author = Author::new(kind, edition, is_unseen);
    let folder = format!("content/plans/{kind}");
    let mut site = site;
    let mut add = |path: &str, text: String| site = site.clone().with(&format!("{folder}/{path}"), text);
    let parts = [
        ("body", ""),
        ("objective", "## Mål"),
        ("action", "## Handling"),
        ("consequences", "## Konsekvenser"),
        ("timetable", "## Tidsplan"),
    ];
    let front = |author: &mut Author, record, path: &str| {
        let fields = author.fields(record, path).join("\n");
        let part = |(name, head)| format!("{head}\n\n{}\n", author.words(&format!("{path}.words.{name}")));
        let words = parts.map(part).join("\n");
        format!("+++\n{fields}\n+++\n{words}")
    };
    add("plan.md", front(&mut author, &records::PLAN, "plan"));
    add("measures/m.md", front(&mut author, &records::MEASURE, "measure"));
    add("indicators.toml", author.fields(&records::INDICATORS, "indicators").join("\n"));
    let timeline = author.fields(&records::TIMELINE, "timeline").join("\n");
    let timeline = timeline.replacen("milestones = {", "milestones = { \"9.z\" = { title = \"Før\" },", 1);
    add("milestones.toml", timeline.replacen("decisions = {", "decisions = { 2 = { title = \"Udskydelse\" },", 1));
    let table = author.fields(&records::TABLE, "table").join("\n");
    add("tables/t.toml", table.replacen("columns = {", "columns = { ord = { title = \"Ord\", text = true },", 1));
    add(&format!("updates/{DATE}/index.md"), front(&mut author, &records::UPDATE, "update"));
    add(&format!("updates/{DATE}/m.md"), front(&mut author, &records::STATUS, "status"));
    let cells: Vec<String> = (0..5).map(|_| author.words("table.cells")).collect();
    author.written.push(WrittenField { path: "table.cells".into(), words: "903,03".into() });
    let rows = format!(
        "row;label;kind;of;committee;kending;ord\nh;{};heading;;;;\na;{}***;;;;903,03;{}\nb;{};;a;;;\nn;{};note;;;;\n",
        cells[0], cells[1], cells[2], cells[3], cells[4]
    );
    add(&format!("updates/{DATE}/t.csv"), rows);
    WrittenPlan { site, written: author.written }
}

/// A site with the committees, roles and levels that plans may name.
fn base() -> Site {
    let all = |line: &dyn Fn(usize) -> String| (0..30).map(line).collect::<String>();
    let levels = all(&|nth| {
        format!(
            "{{ id = \"n{nth:02}\", word = \"Niveau{nth:02}\", tone = \"warning\", meaning = \"Betyder {nth}\" }},\n"
        )
    });
    let site = Site::small().without("content/plans/a/plan.md").without("content/plans/a/measures/01.md");
    site.without("content/plans/a/updates/2020-06-30/01.md")
        .append("site.toml", &format!("[scales.plan]\nlevels = [\n{levels}]\n"))
        .with("content/committees.toml", all(&|nth| format!("[U{nth:02}]\nname = \"Udvalg U{nth:02}\"\n")))
        .with("content/owners.toml", all(&|nth| format!("[rolle{nth:02}]\ntitle = \"Rolle{nth:02}\"\n")))
        .as_of("2030-12-31")
}

/// Returns what a page shows but for the meanings of its scale, which name all levels.
fn shown(outcome: &Outcome, page: &str) -> String {
    let mut page = outcome.page(page).to_owned();
    while let (Some(from), Some(to)) = (page.find("<figure class=\"legend\">"), page.find("</figure>")) {
        let to = if to > from { to } else { page[from..].find("</figure>").expect("its end") + from };
        page.replace_range(from..to + "</figure>".len(), "");
    }
    let html = html::parse(&page);
    let main = html.every().into_iter().find(|element| element.name == "main").expect("what it is about").text();
    main.replace('\u{a0}', " ")
}

/// The pages that a field of a plan must stand on, by the file it is written in.
fn pages_of(kind: &str, path: &str) -> Vec<String> {
    let plan = format!("planer/{kind}/index.html");
    let report = format!("planer/{kind}/{DATE}.html");
    let indicator = format!("planer/{kind}/indikatorer/kending.html");
    let months = format!("planer/{kind}/maaneder.html");
    if NOT_IN_REPORTS.iter().any(|(not, _)| path.starts_with(not)) {
        return vec![plan];
    }
    match path.split('.').next() {
        // Other pages have the latest reading and lead to the page of the indicator.
        Some("indicators") => vec![indicator],
        Some("update" | "status") if path.contains(".readings.") => vec![indicator],
        // The months have a page of their own.
        Some("measure" | "status") if path.contains(".effect.") => {
            vec![months, report, format!("planer/{kind}/m.html")]
        }
        _ if path.contains(".effect.") => vec![months, report],
        Some("measure" | "status") => vec![plan, report, format!("planer/{kind}/m.html")],
        _ => vec![plan, report],
    }
}

#[test]
fn every_field_of_a_plan_is_on_its_pages() {
    let mut missing = Vec::new();
    for edition in 0..2 {
        let mut site = base();
        let mut written = Vec::new();
        for kind in KINDS {
            let plan = write(site, kind.id, edition);
            (site, _) = (plan.site, written.push((kind.id, plan.written)));
        }
        let outcome = site.build();
        let errors: Vec<_> = outcome.built.findings.iter().filter(|found| found.severity == Severity::Error).collect();
        assert!(errors.is_empty(), "{errors:#?}");
        for (kind, fields) in written {
            let pages: BTreeSet<String> = fields.iter().flat_map(|field| pages_of(kind, &field.path)).collect();
            for page in pages {
                let text = shown(&outcome, &page);
                let own = fields.iter().filter(|field| pages_of(kind, &field.path).contains(&page));
                let lost = own.filter(|field| !text.contains(&field.words));
                missing.extend(lost.map(|field| format!("{page}: {} {:?}", field.path, field.words)));
            }
        }
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "{} are not shown:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn every_field_of_the_site_and_its_registers_is_on_a_page() {
    let mut author = Author::new("savings", 0, is_unseen);
    let mut register = |record, path: &str| author.fields(record, path).join("\n");
    let committees = register(&records::COMMITTEES, "committees");
    let owners = register(&records::OWNERS, "owners");
    let page = format!("+++\n{}\n+++\nOrd.\n", register(&records::PAGE, "page"));
    let outcome = Site::small()
        .with("content/committees.toml", format!("{committees}\n[USB]\nname = \"Socialudvalget\"\n"))
        .with("content/owners.toml", format!("{owners}\n[chef]\ntitle = \"Centerchef\"\n"))
        .with("content/om-os.md", page)
        .edit("site.toml", "title = \"Status\"\norganisation = \"Prøveby Kommune\"", SITE)
        .edit("site.toml", "[scales.status]", "[scales.status]\ntitle = \"Kendingsskala\"")
        .build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let pages = outcome.files.keys().filter(|path| path.as_str().ends_with(".html"));
    let text: String = pages.map(|path| outcome.page(path.as_str()).replace('\u{a0}', " ")).collect();
    let written = author.written.iter().map(|field| field.words.clone());
    let own = ["Kendingstitel", "Kendingsby", "Kendingskilde", "https://kending.dk/", "https://was.dk/kending"];
    let own = own
        .into_iter()
        .chain([
            "17. marts 2020",
            "Kendingsskala",
            "Kendingskontoret",
            "Kendingslicens",
            "https://licens.dk/kending",
            "Opmærksomhed",
            "Nås ikke",
        ])
        .map(str::to_owned);
    let lost: Vec<String> = written.chain(own).filter(|words| !text.contains(words.as_str())).collect();
    assert!(lost.is_empty(), "not shown: {lost:?}");
    // A field that is added to the site is asked for above.
    let known = ["title", "organisation", "url", "source", "accessibility", "scales", "csv", "contact", "licence"];
    let asked = |name: &&str| known.contains(name) || is_unseen("site", name);
    assert!(records::SITE.fields.iter().map(|field| field.name).all(|name| asked(&name)));
}

/// What a site says of itself, each time with words that are known again.
const SITE: &str = "title = \"Kendingstitel\"\norganisation = \"Kendingsby\"\nsource = \"Kendingskilde\"\n\
                    url = \"https://kending.dk/\"\ncontact = \"Kendingskontoret\"\n\
                    licence = { title = \"Kendingslicens\", url = \"https://licens.dk/kending\" }\naccessibility = { url = \"https://was.dk/kending\", reviewed = 2020-03-17 }";

/// A committee reads its own page: a figure with a reservation has it there, too.
#[test]
fn footnotes_of_measures_and_rows_stand_on_the_page_of_their_committee() {
    let rows: String = (1..=6).map(|nth| format!("r{nth};Post {nth};{nth},1;{nth},2;USB\n")).collect();
    let notes = "\"*\" = \"Tabelnote et\"\n\"**\" = \"Tabelnote to\"\n\"***\" = \"Tabelnote tre\"\n\"****\" = \"Tabelnote fire\"\n";
    let site = Site::small()
        .edit("content/plans/a/plan.md", "kind =", "notes = { \"*\" = \"Planens note\" }\nkind =")
        .edit("content/plans/a/measures/01.md", "number = \"1\"", "number = \"1*\"")
        .edit("content/plans/a/measures/01.md", "required = \"2,50\"", "required = \"2,50*\"")
        .edit("content/plans/a/updates/2020-06-30/01.md", "achieved = \"1,25\"", "achieved = \"1,25*\"")
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[notes]\n\"*\" = \"Rapportens note\"\n+++\n")
        .with(
            "content/plans/a/tables/t.toml",
            format!("title = \"T\"\n[columns]\nrevised = {{}}\nforecast = {{}}\n[notes]\n{notes}"),
        )
        .with(
            "content/plans/a/updates/2020-06-30/t.csv",
            format!(
                "row;label;revised;forecast;committee\n{}",
                rows.replacen("1,1;", "1,1*;", 1)
                    .replacen("6,2;", "6,2****;", 1)
                    .replacen("2,2;", "2,2**;", 1)
                    .replacen("3,2;", "3,2***;", 1)
            ),
        );
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let page = outcome.page("udvalg/usb.html");
    for note in ["Planens note", "Rapportens note", "Tabelnote et", "Tabelnote to", "Tabelnote tre", "Tabelnote fire"] {
        assert!(page.contains(note), "{note}: {page}");
    }
    let text = outcome.html("udvalg/usb.html").text();
    for marked in ["2,50 mio. kr.*", "1,25 mio. kr.**", "6,2****"] {
        assert!(text.replace('\u{a0}', " ").contains(marked), "{marked}: {text}");
    }
    let measure = outcome.html("planer/a/01.html").text();
    assert!(measure.contains("* Planens note") && measure.contains("Rapportens note"), "{measure}");
}

/// 30 of 100 mio. kr. are 30 %, and no 0,3 mio. kr.
#[test]
fn a_share_that_names_no_unit_counts_in_per_cent() {
    let site = Site::small()
        .with(
            "content/plans/a/tables/t.toml",
            "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\nactual = {}\nrevised = {}\nandel = { title = \"Andel\", share_of = \"actual\" }\n\
             grad = { title = \"Grad\", formula = \"actual / revised\" }\nantal = { title = \"Antal\", unit = \"stk.\" }\n\
             pris = { title = \"Pris\", formula = \"actual / antal\" }\n",
        )
        .with(
            "content/plans/a/updates/2020-06-30/t.csv",
            "row;label;kind;formula;actual;revised;antal\na;A;;;30;60;3\nb;B;;;70;40;7\nt;I alt;total;a:b;100;100;10\nq;A af B;;a / b;;;\n",
        );
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let csv = outcome.page("planer/a/index.table-t.csv");
    for cells in ["Andel (%);", "Grad (%);", "Pris (mio. kr.);", ";30,0;beregnet;50,0;beregnet;", "\nA af B;42,9;%;"] {
        assert!(csv.contains(cells), "{cells}: {csv}");
    }
}

/// 57 % is no wrong sum of 50 % and 60 %, and a total that nothing states is not 110 %. Shares of a whole are added up.
#[test]
fn rates_are_not_added_up() {
    let site = |rows: &str| {
        Site::small()
            .with(
                "content/plans/a/tables/t.toml",
                "title = \"T\"\n[columns]\nactual = {}\npct = { title = \"Pct.\", unit = \"%\" }\n",
            )
            .with("content/plans/a/updates/2020-06-30/t.csv", format!("row;label;kind;formula;actual;pct\n{rows}"))
            .build()
    };
    let rates = site("a;A;;;30;50\nb;B;;;70;60\nt;I alt;total;a:b;100;57\n");
    assert_eq!(rates.codes(), Vec::<&str>::new());
    assert!(!rates.page("planer/a/index.table-t.csv").contains("110"));
    assert_eq!(site("a;A;;;30;30\nb;B;;;70;60\nt;I alt;total;a:b;100;90\n").codes(), Vec::<&str>::new());
    assert_eq!(site("a;A;;;30;30\nb;B;;;70;70\nt;I alt;total;a:b;100;90\n").codes(), ["stated-differs"]);
}
