//! How many measures stand at each level, stated without naming them: on pages, in sums, in changes.

use fremdrift::{content::Audience, locale::Language, render::changes::markdown};

use crate::support::{Site, past::Revisions};

const INDEX: &str = "content/plans/b/updates/2020-06-30/index.md";

const COUNTS: &str = "+++\n[counts]\nall = 21\n[areas.sundhed]\ntitle = \"Sundhed\"\nok = 12\nwatch = 3\n[areas.veje]\ntitle = \"Veje\"\ncommittee = \"TEK\"\n\
                      ok = 5\ncritical = 1\n+++\nDet går fremad.\n";

/// The small site with a second plan that names no measures.
fn counted() -> Site {
    Site::small()
        .with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n[TEK]\nname = \"Teknikudvalget\"\n")
        .with(
            "content/plans/b/plan.md",
            "+++\ntitle = \"Plan B\"\nkind = \"implementation\"\ncommittee = \"USB\"\n+++\nEn plan.\n",
        )
        .with(INDEX, COUNTS)
}

#[test]
fn counts_stand_on_every_page_without_their_measures() {
    let built = counted().build();
    assert_eq!(built.codes(), Vec::<&str>::new());
    for page in ["planer/b/index.html", "planer/b/2020-06-30.html"] {
        let table = built.html(page).table("counts-table");
        let rows = ["Sundhed", "Veje", "Hele planen"]
            .map(|row| ["Alt OK", "Opmærksomhed", "Kritisk", "I alt"].map(|column| table.cell(row, column).to_owned()));
        assert_eq!(rows, [["12", "3", "0", "15"], ["5", "0", "1", "6"], ["17", "3", "1", "21"]], "{page}");
        let html = built.page(page);
        let text = html.replace('\u{a0}', " ");
        assert!(
            html.contains("Følger planen") && text.contains("17 har status »Alt OK«"),
            "the lead and the scale: {page}"
        );
        assert!(html.contains("id=\"counts\"") && html.contains("<svg"), "the chart: {page}");
    }
    // Beside the one measure of the other plan.
    let home = built.page("index.html").replace('\u{a0}', " ");
    assert!(home.contains("18 har status »Alt OK«"), "{}", &home[home.find("<main").unwrap_or(0)..][..1200]);
    let plans = built.html("planer/index.html").table("plans-table");
    assert!(plans.cell("Plan B", "Tiltag").starts_with("21"), "{}", plans.cell("Plan B", "Tiltag"));
    // An area that names its committee is on its table alone, the others on that of the plan.
    let lead = |page: &str| built.page(page).replace('\u{a0}', " ");
    assert!(lead("udvalg/tek.html").contains("1 af 6 tiltag har status »Kritisk« og 5 har status »Alt OK«."));
    assert!(lead("udvalg/usb.html").contains("3 af 16 tiltag har status »Opmærksomhed« og 13 har status »Alt OK«."));
}

#[test]
fn what_changed_since_the_last_report_stands_below_the_numbers() {
    let next = COUNTS.replace("ok = 12\nwatch = 3", "ok = 11\nwatch = 4");
    let site = counted().with("content/plans/b/updates/2020-07-01/index.md", next);
    let built = site.build();
    assert_eq!(built.codes(), Vec::<&str>::new());
    let table = built.html("planer/b/index.html").table("counts-table");
    assert!(table.cell("Sundhed", "Alt OK").contains("\u{2212}1"), "{}", table.cell("Sundhed", "Alt OK"));
    assert!(table.cell("Sundhed", "Opmærksomhed").contains("+1"));
    assert_eq!(table.cell("Veje", "Alt OK"), "5");
    let of_then = built.html("planer/b/2020-06-30.html").table("counts-table");
    assert_eq!(of_then.cell("Sundhed", "Alt OK"), "12", "a report's page says what was known then");
    // `diff` tells the new report beside the one before, and a correction where it stands.
    let said = |before: &Site, after: &Site| {
        let diff = before.diff(after);
        markdown(&diff.changes, &diff.locale).replace('\u{a0}', " ")
    };
    let new = said(&counted(), &site);
    assert!(new.contains("Sundhed: antal på Alt OK: 12 → **11**") && !new.contains("Veje: antal"), "{new}");
    let corrected = said(&counted(), &counted().edit(INDEX, "ok = 12", "ok = 13"));
    assert!(corrected.contains("Sundhed: antal på Alt OK: 12 → **13**"), "{corrected}");
    assert!(!corrected.contains("kr."), "a count is no money: {corrected}");
}

#[test]
fn what_is_no_count_or_no_level_is_an_error() {
    let codes = |wrong: &str| counted().edit(INDEX, "ok = 12", wrong).messages(Language::English).codes();
    for wrong in ["ok = -1", "ok = \"2,5\"", "ok = \"12 kr.\"", "ok = \"ca. 12\"", "ok = \"-\"", "ok = 1_000_000_000"] {
        assert_eq!(codes(wrong), ["not-a-count"], "{wrong}");
    }
    assert_eq!(codes("oks = 12"), ["unknown-level"]);
    assert_eq!(codes("ok = \"tolv\""), ["not-an-amount"]);
    assert!(counted().edit(INDEX, "title = \"Veje\"\n", "").codes().contains(&"missing-key"));
}

#[test]
fn counts_that_would_give_a_hidden_measure_away_are_not_shown() {
    let site = Site::small()
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2\"\ntitle = \"Lukket\"\nvisibility = \"closed\"\n+++\n",
        )
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[counts]\nok = 1\ncritical = 1\n+++\nStatus.\n");
    let built = site.clone().build();
    assert!(!built.page("planer/a/index.html").contains("counts-table"));
    assert_eq!(built.codes(), Vec::<&str>::new(), "nor does a message tell of it");
    let open = site.without("content/plans/a/measures/02.md").audience(Audience::Public).build();
    assert!(open.page("planer/a/index.html").contains("counts-table"));
    assert_eq!(open.codes(), ["counts-differ"]);
}

#[test]
fn counts_are_not_told_from_the_report_on_in_which_a_status_is_hidden() {
    let report = |day: &str| format!("content/plans/a/updates/{day}/index.md");
    let counts = |ok: u32| format!("+++\n[counts]\nok = {ok}\ncritical = 1\n+++\nStatus.\n");
    let site = Site::small()
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Åbent\"\n+++\n")
        .with(&report("2020-03-31"), counts(1))
        .with(&report("2020-06-30"), counts(5));
    // What the page of June says: its own counts, those of March where its own are not told, or none.
    for (hidden, told) in [("", Some("5 +4")), ("2020-06-30", Some("1")), ("2020-03-31", None)] {
        let status = "+++\nlevel = \"critical\"\nvisibility = \"closed\"\n+++\n";
        let built = match hidden {
            "" => site.clone().build(),
            day => site.clone().with(&format!("content/plans/a/updates/{day}/02.md"), status).build(),
        };
        let page = "planer/a/2020-06-30.html";
        let is_there = built.page(page).contains("counts-table");
        let table = is_there.then(|| built.html(page).table("counts-table"));
        assert_eq!(table.as_ref().map(|table| table.cell("Hele planen", "Alt OK")), told, "hidden in {hidden:?}");
    }
    // What a report that is shut said of a level is in later counts too.
    let shut = site
        .with(&report("2020-03-31"), "+++\nvisibility = \"closed\"\n+++\nStatus.\n")
        .with("content/plans/a/updates/2020-03-31/02.md", "+++\nlevel = \"critical\"\n+++\n");
    assert!(!shut.build().page("planer/a/2020-06-30.html").contains("counts-table"));
}

/// What the plan states and what a report does, of a section whose only measure is hidden, and of one that stands in it.
#[test]
fn no_count_and_no_section_is_told_of_what_is_hidden_in_a_plan_that_states_them_too() {
    let counts = "[counts]\nok = 7341\ncritical = 1\n[areas.x]\ntitle = \"Hemmelig afdeling\"\ncritical = 7341\n";
    let fields = format!("sections = [\"Skole\", \"Hemmelig afdeling\"]\n{counts}+++\nEn plan.");
    let measure = "+++\nnumber = \"2\"\ntitle = \"Lukket sag\"\nsection = \"Hemmelig afdeling\"\n+++\n";
    let site = Site::small()
        .edit("content/plans/a/plan.md", "+++\nEn plan.", &fields)
        .with("content/plans/a/measures/02.md", measure)
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"critical\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/index.md", format!("+++\n{counts}+++\nStatus.\n"));
    for word in ["7341", "Hemmelig afdeling"] {
        assert!(!site.clone().build().traces(word).is_empty(), "the control: {word}");
    }
    for mark in ["visibility = \"closed\"", "visibility = \"internal\"", "embargo = 2030-01-01"] {
        for (title, file) in [
            ("title = \"Lukket sag\"\n", "measures/02.md"),
            ("title = \"Lukket sag\"\npublic_title = \"Lukket punkt\"\n", "measures/02.md"),
            ("level = \"critical\"\n", "updates/2020-06-30/02.md"),
            ("Status.", "updates/2020-06-30/index.md"),
        ] {
            let file = format!("content/plans/a/{file}");
            let old = title.split("public_title").next().unwrap_or_default();
            let new = format!("{title}{mark}\n");
            let hidden = match title {
                "Status." => site.clone().edit(&file, "+++\n[counts]", &format!("+++\n{mark}\n[counts]")),
                _ => site.clone().edit(&file, old, &new),
            };
            let built = hidden.build();
            assert_eq!(built.traces("7341"), [""; 0], "{file}: {mark}");
            // The section of a measure that is shown is shown with it.
            let is_measure = file.contains("measures");
            assert_eq!(built.traces("Hemmelig afdeling").is_empty(), is_measure, "{file}: {mark}");
        }
    }
}

const PLAN_B: &str = "content/plans/b/plan.md";

/// The same counts in `plan.md`, and no report.
fn in_plan() -> Site {
    let fields = COUNTS.trim_start_matches("+++\n").split("+++").next().expect("fields").to_owned();
    counted().without(INDEX).edit(PLAN_B, "committee = \"USB\"\n", &format!("committee = \"USB\"\n{fields}"))
}

#[test]
fn a_plan_states_counts_before_its_first_report() {
    let built = in_plan().build();
    assert_eq!(built.codes(), Vec::<&str>::new());
    let page = built.page("planer/b/index.html").replace('\u{a0}', " ");
    let table = built.html("planer/b/index.html").table("counts-table");
    assert_eq!([table.cell("Sundhed", "Alt OK"), table.cell("Hele planen", "I alt")], ["12", "21"]);
    assert!(page.contains("Som planen selv angiver det") && page.contains("17 har status »Alt OK«"), "{page}");
    assert!(page.contains("id=\"counts\"") && page.contains("<svg"), "the chart");
    assert!(built.page("index.html").replace('\u{a0}', " ").contains("18 har status »Alt OK«"));
    assert!(built.page("udvalg/tek.html").replace('\u{a0}', " ").contains("1 af 6 tiltag har status »Kritisk«"));
    // A report says what became of it.
    let next = COUNTS.replace("ok = 12\nwatch = 3", "ok = 11\nwatch = 4");
    let reported = in_plan().with(INDEX, next).build();
    let table = reported.html("planer/b/index.html").table("counts-table");
    assert!(table.cell("Sundhed", "Alt OK").contains("\u{2212}1"), "{}", table.cell("Sundhed", "Alt OK"));
    assert!(reported.page("planer/b/index.html").contains("end planen selv angiver"));
    // What is wrong with it is told as in reports.
    for (from, to, code) in [
        ("all = 21", "all = 22", "counts-differ"),
        ("all = 21", "all = 21\nok = 16\nwatch = 4\ncritical = 1", "counts-differ"),
        ("ok = 12", "ok = \"ca. 12\"", "not-a-count"),
        ("ok = 12", "oks = 12", "unknown-level"),
    ] {
        let found = in_plan().edit(PLAN_B, from, to).build();
        assert!(
            found.codes().iter().all(|known| *known == code) && !found.codes().is_empty(),
            "{to}: {:?}",
            found.codes()
        );
    }
    // Nobody may count the others and know what is hidden.
    let hidden = in_plan().with(
        "content/plans/b/measures/02.md",
        "+++\nnumber = \"2\"\ntitle = \"Lukket\"\nvisibility = \"closed\"\n+++\n",
    );
    assert!(!hidden.build().page("planer/b/index.html").contains("counts-table"));
}

#[test]
fn what_is_counted_is_in_what_changed_since_the_last_edition() {
    const CUT: &str = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Juni\"\nas_of = 2020-06-30\nrevision = \"juni\"\n";
    const NEXT: &str = "[[editions]]\nid = \"2020-12\"\ntitle = \"December\"\nas_of = 2020-12-31\n";
    let next = COUNTS.replace("ok = 12\nwatch = 3", "ok = 15\nwatch = 1").replace("all = 21", "all = 22");
    let past = Revisions::default().with("juni", "2020-07-02", &counted());
    let later = counted().with("content/plans/b/updates/2020-12-31/index.md", next).as_of("2020-12-31");
    let outcome = later.clone().append("site.toml", CUT).build_with(&past);
    assert_eq!(outcome.codes(), Vec::<&str>::new());
    let home = outcome.page("index.html").replace('\u{a0}', " ");
    assert!(
        home.contains("har 3 flere tiltag status »Alt OK«, og 2 færre har status »Opmærksomhed«"),
        "{}",
        &home[home.find("Siden 30").unwrap_or(0)..][..400]
    );
    // Behind a measure that is named, it is said which are meant: one more of those that are named has it too.
    let status = "+++\nlevel = \"Kritisk\"\n+++\nOrd.\n";
    let moved = later
        .clone()
        .with("content/plans/a/updates/2020-12-31/01.md", status)
        .append("site.toml", CUT)
        .build_with(&past);
    let front = moved.html("index.html").text();
    let words =
        "har 1 tiltag ændret status, af dem, der kun er talt op, har 3 flere status »Alt OK«, og 2 færre har status";
    assert!(front.contains(words), "{front}");
    let levels = outcome.html("planer/index.html").table("levels-data");
    assert_eq!(levels.cell("Alt OK", "Siden 30. juni 2020"), "+3", "{levels:#?}");
    let committees = outcome.html("udvalg/index.html").table("committees-table");
    let since = |committee: &str| committees.cell(committee, "Siden 30. juni 2020").replace('\u{a0}', " ");
    assert!(since("Socialudvalget").contains("3 flere med »Alt OK«"), "{}", since("Socialudvalget"));
    assert_eq!(since("Teknikudvalget"), "uændret");
    // The page of an edition says it beside the flow of those that are named, of which none moved.
    let two = later.append("site.toml", &format!("{CUT}{NEXT}")).build_with(&past);
    let page = two.html("udgaver/2020-12.html");
    let flow = page.table("counts-flow-table");
    assert_eq!(flow.row("Alt OK").cells, ["Alt OK", "17", "20", "+3"]);
    assert_eq!(flow.row("Kritisk").cells, ["Kritisk", "1", "1", ""]);
    assert!(page.table("flow-data").cell("Alt OK", "31. december 2020").starts_with("21"), "those that are named too");
}

#[test]
fn what_is_counted_is_in_the_totals_of_committees() {
    let after = counted().edit(INDEX, "ok = 5\ncritical = 1", "ok = 4\ncritical = 2");
    let diff = counted().diff(&after);
    let said = markdown(&diff.changes, &diff.locale).replace('\u{a0}', " ");
    assert!(said.contains("Teknikudvalget") && said.contains("5 Alt OK"), "{said}");
    let of_plan = in_plan().diff(&in_plan().edit(PLAN_B, "ok = 5\ncritical = 1", "ok = 4\ncritical = 2"));
    let said = markdown(&of_plan.changes, &of_plan.locale).replace('\u{a0}', " ");
    assert!(said.contains("Veje: antal på Alt OK: 5 → **4**") && !said.contains("kr."), "{said}");
}

#[test]
fn no_sum_is_held_against_what_cannot_be_read() {
    let index = "content/plans/a/updates/2020-06-30/index.md";
    let second = "content/plans/a/updates/2020-06-30/02.md";
    let stated =
        |achieved: &str| format!("+++\n[stated]\nachieved = \"{achieved}\"\n[counts]\nok = 1\nwatch = 1\n+++\n");
    let site = Site::small()
        .with(index, stated("1,75"))
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n")
        .with(second, "+++\nlevel = \"watch\"\nachieved = \"0,50\"\n+++\nOrd.\n");
    let sums = |site: &Site| {
        let codes = site.codes();
        codes.into_iter().filter(|code| ["stated-differs", "counts-differ"].contains(code)).collect::<Vec<_>>()
    };
    assert_eq!(sums(&site), [""; 0]);
    // One mistake is one message: what is stated may well be right.
    for (from, to) in [
        ("\"0,50\"", "0.50"),
        ("\"0,50\"", "\"en halv\""),
        ("achieved", "achievd"),
        ("level = \"watch\"", "level = \"gul\""),
        ("\"watch\"\n", "\"watch\nlevel"),
    ] {
        let damaged = site.clone().edit(second, from, to);
        assert!(!damaged.codes().is_empty(), "the control: {from}");
        assert_eq!(sums(&damaged), [""; 0], "{from} → {to}");
    }
    let renamed = site.clone().without(second).with(&second.replace(".md", ".txt"), "Ord.\n");
    assert!(renamed.codes().contains(&"misnamed") && sums(&renamed).is_empty());
    // Of another plan it is said, and where nothing is lost.
    let wrong = site.clone().with(index, stated("2,75"));
    assert_eq!(sums(&wrong), ["stated-differs"]);
    let other = wrong.files().into_iter().filter(|(path, _)| path.starts_with("content/plans/a/"));
    let both = other.fold(wrong.clone(), |site, (path, bytes)| site.with(&path.replace("plans/a/", "plans/b/"), bytes));
    assert_eq!(sums(&both), ["stated-differs", "stated-differs"]);
    assert_eq!(sums(&both.edit(second, "\"0,50\"", "0.50")), ["stated-differs"]);
}

#[test]
fn what_is_stated_of_an_area_is_its_committees_whatever_the_whole_comes_to() {
    let lead = |counts: &str| {
        let built = counted().with(INDEX, format!("+++\n{counts}+++\nDet går.\n")).build();
        let lead = |page: &str| {
            let html = built.html(page);
            let lead = html.all("p").into_iter().find(|p| p.is("lead")).expect("a lead").text();
            lead.replace('\u{a0}', " ")
        };
        let pages = ["udvalg/tek.html", "udvalg/usb.html", "index.html"].map(lead);
        let table = built.html("planer/b/index.html").table("counts-table");
        (pages, table.cell("Hele planen", "Alt OK").to_owned())
    };
    let areas = "[areas.veje]\ntitle = \"Veje\"\ncommittee = \"TEK\"\nok = 5\ncritical = 2\n";
    // The areas say more of a level than the whole does: 1 of plan A beside each.
    let ([tek, usb, home], whole) = lead(&format!("[counts]\nok = 9\ncritical = 1\n{areas}"));
    assert!(tek.contains("2 af 7 tiltag har status »Kritisk« og 5 har status »Alt OK«."), "{tek}");
    assert!(!usb.contains("Kritisk"), "{usb}");
    assert!(home.contains("1 af 11 tiltag har status »Kritisk«"), "{home}");
    assert!(whole.contains("områderne giver 5"), "{whole}");
    // What no area tells is of the plan's own committee.
    let ([tek, usb, home], _) = lead(&format!("[counts]\nok = 9\ncritical = 3\n{areas}"));
    assert!(tek.contains("2 af 7 tiltag har status »Kritisk«"), "{tek}");
    assert!(usb.contains("1 af 6 tiltag har status »Kritisk« og 5 har status »Alt OK«."), "{usb}");
    assert!(home.contains("3 af 13 tiltag har status »Kritisk«"), "{home}");
    let (_, whole) = lead(&format!("[counts]\nok = 5\ncritical = 2\n{areas}"));
    assert_eq!(whole, "5");
}

#[test]
fn what_is_not_stated_of_a_level_is_no_nought_where_more_are_there() {
    let cell = |all: usize| {
        let text = format!(
            "+++\n[areas.sundhed]\ntitle = \"Sundhed\"\nok = 3\ncritical = 1\n[areas.veje]\ntitle = \"Veje\"\nall = {all}\nok = 5\n+++\nOrd.\n"
        );
        let built = counted().with(INDEX, text).build();
        let table = built.html("planer/b/index.html").table("counts-table");
        (table.cell("Veje", "Alt OK").to_owned(), table.cell("Veje", "Kritisk").to_owned())
    };
    assert_eq!(cell(9), ("5".to_owned(), String::new()));
    assert_eq!(cell(5), ("5".to_owned(), "0".to_owned()));
}
