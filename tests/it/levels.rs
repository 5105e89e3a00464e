//! Levels where they stand besides statuses: in the cells of figure tables, and of a plan as a whole on a scale of its own.

use fremdrift::{
    git::{Completeness, Repository},
    history::GitPast,
    locale::Language,
    render::changes::markdown,
};

use crate::support::{Site, git::Story};

const REPORT: &str = "content/plans/a/updates/2020-06-30/t.csv";

/// The small site with a second scale, and a table with a column of its levels beside figures.
fn with_table(declared: &str, cells: [&str; 2]) -> Site {
    let [first, second] = cells;
    let scales = "[scales.rag]\ntitle = \"Vurdering\"\nlevels = [\n  { id = \"green\", word = \"Grøn\", tone = \"good\", meaning = \"På sporet\" },\n  \
                  { id = \"red\", word = \"Rød\", tone = \"bad\", meaning = \"Ude af kurs\" },\n]\n";
    Site::small()
        .append("site.toml", scales)
        .with(
            "content/plans/a/tables/t.toml",
            format!("title = \"Områder\"\nunit = \"sager\"\n[columns]\nstatus = {{ title = \"Vurdering\", {declared} }}\nactual = {{}}\n"),
        )
        .with(REPORT, format!("row;label;status;actual\nx;Veje;{first};7\ny;Stier;{second};8\n"))
}

#[test]
fn a_level_in_a_cell_is_a_word_with_shape_and_colour() {
    let site = with_table("scale = \"rag\"", ["Grøn", "red"]);
    let built = site.build();
    assert_eq!(built.codes(), Vec::<&str>::new());
    for page in ["planer/a/index.html", "planer/a/2020-06-30.html"] {
        let html = built.page(page);
        let table = &html[html.find("id=\"table-t\"").expect("the table")..];
        let table = &table[..table.find("</table>").expect("its end")];
        for (tone, word) in [("good", "Grøn"), ("bad", "Rød")] {
            let chip = table
                .split("<span")
                .find(|part| part.contains(&format!("{word}<")))
                .unwrap_or_else(|| panic!("{word} in {table}"));
            assert!(chip.contains(tone), "{chip}");
        }
        assert_eq!(html.matches("Ude af kurs").count(), 1, "what the scale means, once: {page}");
    }
    // Without a scale of its own it is that of the report.
    let own = with_table("level = true", ["Alt OK", "critical"]);
    assert_eq!(own.codes(), Vec::<&str>::new());
    assert!(!own.build().page("planer/a/index.html").contains("Ude af kurs"));
    assert!(own.build().page("planer/a/index.html").contains("Kritisk"));
}

#[test]
fn a_level_that_is_complete_is_blue_and_better_than_one_that_is_good() {
    let scale = "levels = [\n  { id = \"done\", word = \"Blå\", one = \"er afsluttet\", tone = \"complete\", meaning = \"Gennemført og dokumenteret\" },";
    let site = Site::small().edit("site.toml", "levels = [", scale);
    let told = |level: &str, lifecycle: &str, achieved: &str| {
        let status =
            format!("+++\nlevel = \"{level}\"\nlifecycle = \"{lifecycle}\"\nachieved = \"{achieved}\"\n+++\nOrd.\n");
        site.clone().with("content/plans/a/updates/2020-06-30/01.md", status).build()
    };
    let built = told("Blå", "done", "2,50");
    assert_eq!(built.codes(), Vec::<&str>::new());
    let html = built.page("planer/a/index.html");
    assert!(html.contains("class=\"chip complete\"") && html.contains("<symbol id=\"m-complete\""), "{html}");
    assert!(html.contains("er afsluttet"), "{html}");
    // What is called complete and lacks most of its saving is held against it, as what is called good.
    assert_eq!(told("Blå", "in-progress", "0,25").codes(), ["complete-but-open", "green-but-behind"]);
    let chart = built.page("planer/index.html");
    assert!(chart.contains("c-complete"), "{chart}");
}

#[test]
fn a_word_that_is_no_level_is_an_error_with_a_cure() {
    let found = |cell: &str| {
        let findings = with_table("scale = \"rag\"", [cell, "Rød"]).messages(Language::English).check().findings;
        findings.into_iter().map(|found| (found.code, found.line, found.help.unwrap_or_default())).collect::<Vec<_>>()
    };
    let [(code, line, help)] = &found("Grn")[..] else { panic!("{:?}", found("Grn")) };
    assert_eq!((*code, *line), ("unknown-level", 2));
    assert!(help.contains("Grøn"), "{help}");
    for cell in ["Alt OK", "ca. Grøn", "Grøn!", "1", "grøn rød"] {
        assert_eq!(found(cell).first().map(|found| found.0), Some("unknown-level"), "{cell}");
    }
    for cell in ["", "-", "GRØN", "green"] {
        assert_eq!(found(cell), [], "{cell}");
    }
    let unknown = with_table("scale = \"rga\"", ["Alt OK", "critical"]).codes();
    assert!(unknown.contains(&"unknown-scale"), "{unknown:?}");
}

#[test]
fn a_mark_behind_a_level_is_explained() {
    let site = with_table("scale = \"rag\"", ["Grøn*", "-"]);
    assert_eq!(site.codes(), ["mark-without-note"]);
    let site = site
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[notes]\n\"*\" = \"Foreløbig vurdering.\"\n+++\n");
    let built = site.build();
    assert_eq!(built.codes(), Vec::<&str>::new());
    let table = built.html("planer/a/index.html").table("table-t");
    assert_eq!((table.cell("Veje", "Vurdering"), table.cell("Stier", "Vurdering")), ("Grøn *", "-"));
    assert!(built.page("planer/a/index.html").contains("Foreløbig vurdering."));
    // That there is none may be explained, too.
    let built = with_table("scale = \"rag\"", ["Grøn", "-*"])
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[notes]\n\"*\" = \"Vurderes senere.\"\n+++\n")
        .sound();
    let table = built.html("planer/a/index.html").table("table-t");
    assert!(table.cell("Stier", "Vurdering").contains('*'), "{}", table.cell("Stier", "Vurdering"));
}

#[test]
fn changes_tell_levels_of_cells_by_what_they_mean() {
    let before = with_table("scale = \"rag\"", ["Grøn", "Rød"]);
    let said = |after: &Site| {
        let diff = before.diff(after);
        markdown(&diff.changes, &diff.locale).replace('\u{a0}', " ")
    };
    assert!(before.diff(&with_table("scale = \"rag\"", ["green", "RED"])).changes.is_empty(), "by their ids");
    let worse = said(&with_table("scale = \"rag\"", ["red", "Rød"]));
    assert!(worse.contains("Grøn → **Rød**"), "{worse}");
    assert!(worse.contains("værre"), "{worse}");
    let renamed = with_table("scale = \"rag\"", ["Kritisk nu", "Rød"]).edit(
        "site.toml",
        "word = \"Grøn\"",
        "word = \"Kritisk nu\"",
    );
    assert!(!said(&renamed).contains("Veje"), "a new word for a level is no move: {}", said(&renamed));
}

#[test]
fn the_history_tells_levels_of_cells() {
    let first = with_table("scale = \"rag\"", ["Grøn", "Rød"]);
    let second = first.clone().edit(REPORT, "Grøn", "red");
    let repo = Story::default().commit("2020-07-01", &first).commit("2020-07-02", &second).told();
    let repository = Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("one");
    let head = repository.head().expect("readable").expect("a commit");
    let built = second.build_with(&GitPast { repository: &repository, head, kept: None });
    let page = built.page("planer/a/historik.html").replace('\u{a0}', " ");
    assert!(page.contains("Grøn") && page.contains("Rød"), "{page}");
}

/// The small site whose plan has a scale of its own as a whole.
fn judged(level: &str) -> Site {
    with_table("scale = \"rag\"", ["Grøn", "Rød"])
        .edit("content/plans/a/plan.md", "unit = ", "overall_scale = \"rag\"\nunit = ")
        .with(
            "content/plans/a/updates/2020-06-30/index.md",
            format!("+++\nlevel = \"{level}\"\n+++\nSamlet set går det.\n"),
        )
}

#[test]
fn a_plan_is_judged_on_a_scale_of_its_own() {
    let site = judged("Rød");
    let built = site.build();
    assert_eq!(built.codes(), Vec::<&str>::new());
    let lead = built.html("planer/a/index.html");
    let lead = lead.all("p").into_iter().find(|it| it.text().contains("Rød")).map(|it| it.text());
    assert!(lead.is_some(), "{}", built.page("planer/a/index.html"));
    for page in ["planer/a/index.html", "planer/a/2020-06-30.html"] {
        for meaning in ["Ude af kurs", "Følger planen"] {
            assert_eq!(built.page(page).matches(meaning).count(), 1, "{meaning} on {page}");
        }
    }
    // Both scales stand where plans and measures do.
    for page in ["index.html", "udvalg/usb.html", "planer/index.html"] {
        assert!(built.page(page).contains("Rød"), "{page}");
    }
    assert!(built.page("index.html").contains("Ude af kurs"));
    // Measures keep theirs: a level of the other scale is none, either way round.
    assert_eq!(judged("Alt OK").codes(), ["unknown-level"]);
    let measure = site.edit("content/plans/a/updates/2020-06-30/01.md", "Alt OK", "Rød");
    assert_eq!(measure.codes(), ["unknown-level"]);
}

#[test]
fn a_later_level_of_a_measure_does_not_replace_the_judgement() {
    let site = judged("Grøn")
        .with("content/plans/a/updates/2020-07-01/01.md", "+++\nlevel = \"Kritisk\"\n+++\nDet går skidt.\n");
    let built = site.build();
    let table = built.html("planer/index.html").table("plans-table");
    assert_eq!(table.cell("Plan A", "Status"), "Grøn");
    let one_scale = site.edit("content/plans/a/plan.md", "overall_scale = \"rag\"\n", "").edit(
        "content/plans/a/updates/2020-06-30/index.md",
        "Grøn",
        "Alt OK",
    );
    assert_eq!(one_scale.build().html("planer/index.html").table("plans-table").cell("Plan A", "Status"), "Kritisk");
}

#[test]
fn the_judgement_is_compared_on_its_own_scale() {
    let (before, after) = (judged("Grøn"), judged("red"));
    let diff = before.diff(&after);
    let said = markdown(&diff.changes, &diff.locale).replace('\u{a0}', " ");
    assert!(said.contains("Grøn → **Rød**"), "{said}");
    assert!(judged("rød").diff(&after).changes.is_empty());
}

#[test]
fn a_measure_with_parts_has_the_level_of_the_newer_status() {
    let measure = |number: &str| format!("+++\nnumber = \"{number}\"\ntitle = \"Tiltag {number}\"\n+++\n");
    let status = |level: &str, words: &str| format!("+++\nlevel = \"{level}\"\n+++\n{words}\n");
    let mut site = Site::small();
    // Its own is older, as old, and newer than that of its part.
    for (number, own, below) in
        [("2", "2020-03-31", "2020-06-30"), ("3", "2020-06-30", "2020-06-30"), ("4", "2020-06-30", "2020-03-31")]
    {
        site = site
            .with(&format!("content/plans/a/measures/0{number}.md"), measure(number))
            .with(&format!("content/plans/a/measures/{number}a.md"), measure(&format!("{number}.a")))
            .with(&format!("content/plans/a/updates/{own}/0{number}.md"), status("Alt OK", &format!("Nr. {number}.")))
            .with(
                &format!("content/plans/a/updates/{below}/{number}a.md"),
                status("Kritisk", &format!("Del {number}.")),
            );
    }
    let built = site.build();
    let levels = ["02", "03", "04"].map(|stem| {
        let page = built.html(&format!("planer/a/{stem}.html"));
        let chips = page.every().into_iter().filter(|it| it.is("chip")).map(|it| it.text());
        chips.map(|text| text.trim().to_owned()).next().unwrap_or_default()
    });
    assert_eq!(levels, ["Kritisk", "Alt OK", "Alt OK"]);
}
