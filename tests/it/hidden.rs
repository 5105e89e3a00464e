//! What is hidden is nowhere: in no page, no path, no message; and it is there once it may be seen.

use fremdrift::content::Audience;

use crate::support::{Outcome, Site};

/// A site with a plan, in which much can be hidden.
fn open() -> Site {
    Site::small()
        .with(
            "content/plans/a/plan.md",
            "+++\ntitle = \"Plan A\"\nkind = \"savings\"\nyear = 2020\ncommittee = \"USB\"\nowner = \"chef\"\n\
             unit = \"mio. kr.\"\nsections = [\"Drift\"]\n+++\nEn plan.\n",
        )
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Rammer\"\nrequired = \"3,00\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/02.md", "+++\nlevel = \"ok\"\nachieved = \"1,00\"\n+++\nGodt.\n")
}

/// The word that every secret of these tests holds, in words, in file names, in alternative texts.
const SECRET: &str = "hemmelig";

/// Builds a site with something hidden: it must leave no trace, and the rest must stand.
#[track_caller]
fn leaves_no_trace(site: &Site, words: &[&str]) -> Outcome {
    let outcome = site.build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    for word in words {
        assert_eq!(outcome.traces(word), Vec::<String>::new(), "{word}");
    }
    outcome
}

/// The control: the same site does show it to whoever may see it, so that the test would notice a leak.
#[track_caller]
fn shows(site: &Site, words: &[&str]) -> Outcome {
    let outcome = site.clone().audience(Audience::Closed).as_of("2021-12-31").build();
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    for word in words {
        assert!(!outcome.traces(word).is_empty(), "{word} is shown to nobody: the test proves nothing");
    }
    outcome
}

/// Every way to hide something, as a line of front matter.
const WAYS: [&str; 3] = ["visibility = \"closed\"", "visibility = \"internal\"", "embargo = 2020-12-31"];

/// A measure that is all secret, hidden in some way.
fn with_secret_measure(site: Site, way: &str) -> Site {
    site.with(
        "content/plans/a/measures/hemmelig-03.md",
        format!(
            "+++\nnumber = \"7*\"\ntitle = \"Hemmeligt salg\"\nrequired = \"7,31\"\nsection = \"Drift\"\n{way}\n\
             [effect.2020]\njan-dec = \"0,61\"\n+++\n## Mål\n\nHemmeligt mål.\n\n\
             ![Hemmelig skitse](../hemmelig.svg \"Hemmelig figur\")\n"
        ),
    )
    .with("content/plans/a/hemmelig.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>hemmelig</title></svg>")
    .with(
        "content/plans/a/updates/2020-06-30/hemmelig-03.md",
        "+++\nlevel = \"critical\"\nachieved = \"4,17\"\n[readings]\nhemmeligt-tal = 4711\n+++\nHemmelig status.\n",
    )
    .with(
        "content/plans/a/updates/2020-06-30/index.md",
        "+++\nlevel = \"ok\"\n[notes]\n\"*\" = \"Hemmelig note.\"\n+++\n",
    )
    .with(
        "content/plans/a/indicators.toml",
        "[hemmeligt-tal]\ntitle = \"Hemmeligt tal\"\nmeasure = \"hemmelig-03\"\nunit = \"sager\"\n\
         baseline = { date = \"2019\", value = 4712 }\n[aabent]\ntitle = \"Åbent tal\"\nunit = \"sager\"\n\
         baseline = { date = \"2019\", value = 12 }\n",
    )
}

#[test]
fn a_measure_leaves_no_trace() {
    for way in WAYS {
        let site = with_secret_measure(open(), way);
        shows(&site, &[SECRET, "7,31", "4,17", "4.711", "0,61"]);
        let outcome = leaves_no_trace(&site, &[SECRET, "7,31", "4,17", "4.711", "4.712", "0,61", "7*"]);
        let page = outcome.html("a/index.html");
        let table = page.table("measures-table");
        assert_eq!(table.cell("I alt, beregnet", "Sparekrav"), "5,50", "the total is of what is shown");
        assert_eq!(table.cell("I alt, beregnet", "Opnået"), "2,25");
        assert!(page.table("indicators").rows.iter().any(|row| row.cells[0] == "Åbent tal"), "the rest stands");
        assert_eq!(outcome.built.counts.measures, 2);
    }
}

#[test]
fn a_sum_that_was_stated_with_it_is_not_told() {
    for way in WAYS {
        let site = with_secret_measure(open(), way)
            .edit("content/plans/a/plan.md", "+++\nEn plan", "[stated]\nrequired = \"12,81\"\n+++\nEn plan")
            .edit(
                "content/plans/a/updates/2020-06-30/index.md",
                "[notes]",
                "[stated]\nachieved = \"6,42\"\ngross.achieved = \"6,42\"\n[notes]",
            );
        shows(&site, &["12,81", "6,42"]);
        leaves_no_trace(&site, &[SECRET, "12,81", "6,42", "7,31", "4,17"]);
    }
}

#[test]
fn children_go_with_their_parent() {
    let child = "+++\nnumber = \"7.a\"\ntitle = \"Hemmeligt barn\"\nrequired = \"1,23\"\n+++\n";
    for way in WAYS {
        let site = with_secret_measure(open(), way)
            .edit("content/plans/a/measures/hemmelig-03.md", "\"7*\"", "\"7\"")
            .edit("content/plans/a/updates/2020-06-30/index.md", "[notes]\n\"*\" = \"Hemmelig note.\"\n", "")
            .with("content/plans/a/measures/barn.md", child)
            .with("content/plans/a/measures/barnebarn.md", child.replace("7.a", "7.a.1").replace("1,23", "1,24"))
            .with("content/plans/a/updates/2020-06-30/barn.md", "+++\nlevel = \"ok\"\n+++\nHemmelig fremgang.\n");
        shows(&site, &["Hemmeligt barn", "1,23", "7.a.1"]);
        leaves_no_trace(&site, &[SECRET, "1,23", "1,24", "7.a", "barnebarn"]);
    }
}

#[test]
fn a_parent_does_not_tell_of_a_hidden_child() {
    let site = open()
        .with("content/plans/a/measures/7.md", "+++\nnumber = \"7\"\ntitle = \"Forælder\"\nrequired = \"9,99\"\n+++\n")
        .with(
            "content/plans/a/measures/7a.md",
            "+++\nnumber = \"7.a\"\ntitle = \"Åbent barn\"\nrequired = \"2,00\"\n+++\n",
        )
        .with(
            "content/plans/a/measures/hemmelig.md",
            "+++\nnumber = \"7.b\"\ntitle = \"Hemmeligt barn\"\nrequired = \"7,99\"\nvisibility = \"closed\"\n+++\n",
        )
        .with("content/plans/a/updates/2020-06-30/7.md", "+++\nlevel = \"ok\"\nachieved = \"3,33\"\n+++\n")
        .with(
            "content/plans/a/updates/2020-06-30/hemmelig.md",
            "+++\nlevel = \"critical\"\nachieved = \"1,11\"\n+++\n",
        );
    shows(&site, &[SECRET, "9,99", "7,99", "3,33", "Kritisk"]);
    let outcome = leaves_no_trace(&site, &[SECRET, "9,99", "7,99", "3,33", "1,11", "7.b"]);
    assert!(outcome.html("a/index.html").table("measures-table").cell("7", "Sparekrav").starts_with("2,00"));
}

#[test]
fn a_plan_leaves_no_trace() {
    for way in WAYS {
        let site = open()
            .with(
                "content/plans/hemmelig-plan/plan.md",
                format!(
                    "+++\ntitle = \"Hemmelig plan\"\nkind = \"savings\"\ncommittee = \"USB\"\nowner = \"chef\"\n{way}\n+++\n\
                     Hemmelig indledning.\n"
                ),
            )
            .with("content/plans/hemmelig-plan/measures/hemmelig.md", "+++\ntitle = \"Hemmeligt tiltag\"\nrequired = 77_777\ndue = \"2019\"\n+++\n")
            .with("content/plans/hemmelig-plan/updates/2020-06-30/hemmelig.md", "+++\nlevel = \"critical\"\n+++\nHemmeligt.\n")
            .with("content/plans/hemmelig-plan/milestones.toml", "[milestones.1]\ntitle = \"Hemmelig milepæl\"\ndue = 2020-01-01\n")
            .with("content/plans/hemmelig-plan/hemmelig.pdf", "hemmelig")
            .with("content/plans/hemmelig-plan/hemmelig-rest.txt", "hemmelig")
            .with("content/index.md", "Læs [planen](plans/hemmelig-plan/plan.md), [et tiltag](plans/hemmelig-plan/measures/hemmelig.md) og [bilaget](plans/hemmelig-plan/hemmelig.pdf).\n")
            .with("content/laes.md", "[En milepæl](plans/hemmelig-plan/milestones.toml) og [en rapport](plans/hemmelig-plan/updates/2020-06-30/hemmelig.md).\n")
            .edit("content/plans/a/plan.md", "En plan.", "Se [den anden](../hemmelig-plan/plan.md).");
        shows(&site, &["Hemmelig plan", "hemmelig-plan", "hemmelig.pdf", "77.777"]);
        let outcome = leaves_no_trace(&site, &[SECRET, "77.777"]);
        assert_eq!(outcome.built.counts.plans, 1);
        let words = outcome.html("index.html");
        assert!(words.text().contains("Læs planen, et tiltag og bilaget."), "links become words");
        assert!(!words.all("a").iter().any(|link| link.text() == "planen"));
        assert!(outcome.html("a/index.html").text().contains("Se den anden."));
    }
}

#[test]
fn a_report_leaves_no_trace() {
    for way in WAYS {
        let site = open()
            .with("content/plans/a/updates/2020-07-01/index.md", format!("+++\nlevel = \"critical\"\n{way}\n[milestones.1]\ndue = 2020-11-17\nnote = \"Hemmelig grund\"\n+++\nHemmelig rapport.\n"))
            .with("content/plans/a/updates/2020-07-01/01.md", "+++\nlevel = \"critical\"\nachieved = \"2,49\"\n+++\nHemmelig status.\n")
            .with("content/plans/a/updates/2020-07-01/hemmelig.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            .with("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"En milepæl\"\ndue = 2020-10-10\n")
            .edit("content/plans/a/plan.md", "En plan.", "Se [rapporten](updates/2020-07-01/index.md), [status](updates/2020-07-01/01.md) og [tegningen](updates/2020-07-01/hemmelig.svg). ![Hemmelig tegning](updates/2020-07-01/hemmelig.svg)");
        shows(&site, &[SECRET, "2020-07-01", "2,49", "17. november 2020"]);
        let outcome = leaves_no_trace(&site, &[SECRET, "2020-07-01", "2,49", "17. november 2020"]);
        let page = outcome.html("a/index.html");
        assert_eq!(page.table("measures-table").cell("1", "Status"), "Alt OK", "the last open report counts");
        assert_eq!(page.table("milestones-table").cell("En milepæl", "Frist nu"), "10. oktober 2020");
        assert!(page.text().contains("Se rapporten, status og tegningen."), "{}", page.text());
    }
}

#[test]
fn what_lies_in_a_hidden_report_is_not_missed() {
    let columns = "unit = \"mio. kr.\"\n[columns]\nactual = { title = \"Forbrug\" }\n";
    for way in WAYS {
        let site = open()
            .with("content/plans/a/updates/2020-07-01/index.md", format!("+++\nlevel = \"critical\"\n{way}\n+++\n"))
            .with("content/plans/a/updates/2020-07-01/bilag.pdf", "hemmelig")
            .with("content/plans/a/updates/2020-07-01/t.csv", "row;label;actual\nx;Post;47,12\n")
            .with("content/plans/a/updates/2020-07-01/u.csv", "row;forecast\nx;47,12\n")
            .with("content/plans/a/tables/t.toml", format!("title = \"Tabel\"\n{columns}"))
            .with("content/plans/a/tables/u.toml", format!("title = \"Anden\"\n{columns}forecast = {{}}\n"))
            .with("content/plans/a/tables/u.csv", "row;label;actual\nx;Post;4\n")
            .with("content/laes.md", "Se [bilaget](plans/a/updates/2020-07-01/bilag.pdf).\n");
        shows(&site, &["47,12", "bilag.pdf"]);
        let outcome = leaves_no_trace(&site, &["2020-07-01", "47,12", "bilag.pdf"]);
        assert!(outcome.codes().iter().all(|code| *code == "missing-status"), "{:#?}", outcome.built.findings);
        assert!(outcome.html("laes.html").text().contains("Se bilaget."));
    }
}

#[test]
fn one_status_leaves_no_trace() {
    for way in WAYS {
        let site = open()
            .with(
                "content/plans/a/updates/2020-07-01/index.md",
                "+++\nlevel = \"ok\"\n[stated]\nachieved = \"6,66\"\n+++\n",
            )
            .with(
                "content/plans/a/updates/2020-07-01/01.md",
                format!("+++\nlevel = \"critical\"\nachieved = \"2,49\"\n{way}\n+++\nHemmelig status.\n"),
            );
        shows(&site, &[SECRET, "2,49", "6,66"]);
        leaves_no_trace(&site, &[SECRET, "2,49", "6,66"]);
    }
}

/// What a status says holds until another says it anew: a later total gives it away as well.
#[test]
fn what_was_hidden_once_is_in_no_later_total() {
    let plan = "content/plans/a/plan.md";
    let report = |day: &str, file: &str| format!("content/plans/a/updates/{day}/{file}.md");
    let stated = "+++\nlevel = \"ok\"\n[stated]\nachieved = \"5,42\"\n+++\n";
    for way in WAYS {
        let status = format!("+++\nlevel = \"critical\"\nachieved = \"4,17\"\n{way}\n+++\nHemmelig status.\n");
        let hidden = open().with(&report("2020-06-30", "02"), &status);
        let later = hidden.clone().with(&report("2020-07-01", "index"), stated);
        // The whole report is shut.
        let shut = open()
            .with(&report("2020-06-30", "02"), status.replace(way, ""))
            .with(&report("2020-06-30", "index"), format!("+++\nlevel = \"ok\"\n{way}\n+++\nHemmelig rapport.\n"))
            .with(&report("2020-07-01", "index"), stated);
        // The plan states it of whatever day.
        let of_plan = hidden.clone().edit(
            plan,
            "+++\nEn plan",
            "[stated]\nrequired = \"5,51\"\nachieved = \"5,42\"\n+++\nEn plan",
        );
        // A parent is the sum of what is below it.
        let parent = hidden
            .clone()
            .with("content/plans/a/measures/00.md", "+++\nnumber = \"9\"\ntitle = \"Forælder\"\n+++\n")
            .edit("content/plans/a/measures/01.md", "\"1\"", "\"9.1\"")
            .edit("content/plans/a/measures/02.md", "\"2\"", "\"9.2\"")
            .with(&report("2020-07-01", "00"), "+++\nlevel = \"ok\"\nachieved = \"5,42\"\n+++\n");
        for site in [&later, &shut, &of_plan, &parent] {
            shows(site, &[SECRET, "4,17", "5,42"]);
            leaves_no_trace(site, &[SECRET, "4,17", "5,42"]);
        }
        assert!(!of_plan.build().traces("5,51").is_empty(), "what is required is no sum of statuses");
        // A report of before, and one after it was said anew, tell nothing of it.
        let before = hidden
            .clone()
            .with(&report("2020-03-31", "01"), "+++\nlevel = \"ok\"\nachieved = \"1,11\"\n+++\n")
            .with(&report("2020-03-31", "index"), "+++\nlevel = \"ok\"\n[stated]\nachieved = \"1,12\"\n+++\n");
        assert!(!before.build().traces("1,12").is_empty(), "a report of before");
        let anew = later.with(&report("2020-07-01", "02"), "+++\nlevel = \"ok\"\nachieved = \"4,18\"\n+++\n");
        assert!(!anew.build().traces("5,42").is_empty(), "said anew");
    }
}

#[test]
fn a_table_leaves_no_trace() {
    for way in WAYS {
        let site = open()
            .with("content/plans/a/tables/hemmelig.toml", format!("title = \"Hemmelig tabel\"\nunit = \"mio. kr.\"\n{way}\n[columns]\nactual = {{ title = \"Hemmelig søjle\" }}\n[notes]\n\"*\" = \"Hemmelig note\"\n"))
            .with("content/plans/a/tables/hemmelig.csv", "row;label;actual\nx;Hemmelig række*;47,11\n")
            .with("content/plans/a/updates/2020-06-30/hemmelig.csv", "row;actual\nx;47,12\n")
            .edit("content/plans/a/plan.md", "En plan.", "Se [tabellen](tables/hemmelig.toml) og [tallene](updates/2020-06-30/hemmelig.csv).");
        shows(&site, &[SECRET, "47,12"]);
        let outcome = leaves_no_trace(&site, &[SECRET, "47,11", "47,12"]);
        assert!(outcome.html("a/index.html").text().contains("Se tabellen og tallene."));
    }
}

#[test]
fn an_indicator_leaves_no_trace() {
    for way in WAYS {
        let site = open()
            .with("content/plans/a/indicators.toml", format!("[hemmeligt-tal]\ntitle = \"Hemmeligt tal\"\nunit = \"hemmeligheder\"\n{way}\nreadings = {{ 2018 = 4711 }}\nmissing = {{ 2017 = \"Hemmelig grund\" }}\n[aabent]\ntitle = \"Åbent tal\"\nunit = \"sager\"\n"))
            .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[readings]\nhemmeligt-tal = { value = 4713, note = \"Hemmelig note\" }\naabent = 5\n+++\n");
        shows(&site, &[SECRET, "4.711", "4.713"]);
        leaves_no_trace(&site, &[SECRET, "4.711", "4.713"]);
    }
}

#[test]
fn milestones_and_decisions_leave_no_trace() {
    for way in WAYS {
        let site = open()
            .with("content/plans/a/milestones.toml", format!(
                "[milestones.1]\ntitle = \"Hemmelig milepæl\"\ndue = 2020-11-17\n{way}\n\
                 [milestones.2]\ntitle = \"Åben milepæl\"\ndue = 2020-10-10\nafter = [\"1\"]\n\
                 [decisions.2]\ntitle = \"Hemmelig beslutning\"\ndue = 2020-11-18\nnote = \"Hemmelig note\"\n{way}\n\
                 [decisions.1]\ntitle = \"Åben beslutning\"\ndue = 2020-10-11\n"))
            .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[milestones.1]\ndue = 2020-11-19\nnote = \"Hemmelig grund\"\n[milestones.2]\ndue = 2020-10-12\ndecision = \"2\"\n+++\n")
            .edit("content/plans/a/updates/2020-06-30/02.md", "level = \"ok\"", "level = \"ok\"\ndecision = \"2\"");
        shows(&site, &[SECRET, "17. november 2020", "18. november 2020", "19. november 2020"]);
        let outcome = leaves_no_trace(&site, &[SECRET, "17. november", "18. november", "19. november"]);
        let page = outcome.html("a/index.html");
        let milestones = page.table("milestones-table");
        assert!(
            milestones.cell("Åben milepæl", "Frist nu").starts_with("12. oktober 2020"),
            "what has the number of a hidden decision stays"
        );
        assert_eq!(page.table("decisions-table").rows.len(), 1);
    }
}

#[test]
fn an_ordinary_page_leaves_no_trace() {
    for way in WAYS {
        let site = open()
            .with("content/hemmelig-side.md", format!("+++\ntitle = \"Hemmelig side\"\n{way}\n+++\n## Hemmelig\n\nHemmelig tekst. ![Hemmeligt billede](hemmelig.svg)\n"))
            .with("content/hemmelig.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
            .with("content/laes.md", "Se [siden](hemmelig-side.md#hemmelig \"Hemmelig titel\").\n")
            .edit("content/plans/a/plan.md", "En plan.", "Se [siden](../../hemmelig-side.md).")
            .with("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"ok\"\n+++\nSe [**siden**](../../../../hemmelig-side.md).\n");
        shows(&site, &[SECRET, "hemmelig-side"]);
        let outcome = leaves_no_trace(&site, &[SECRET]);
        assert!(outcome.html("a/index.html").text().contains("Se siden."));
        assert!(outcome.html("laes.html").text().contains("Se siden."));
        assert!(outcome.page(outcome.path("a/01.html")).contains("Se <strong>siden</strong>."));
    }
}

#[test]
fn the_front_page_may_be_hidden() {
    for way in WAYS {
        let site = open().with("content/index.md", format!("+++\n{way}\n+++\nHemmelig forside.\n"));
        shows(&site, &[SECRET]);
        let outcome = site.build();
        // Beside an open plan it is an error, and hides all the same.
        assert_eq!(outcome.codes(), ["mark-misses"]);
        assert_eq!(outcome.traces(SECRET), [""; 0]);
        let shut = site.edit("content/plans/a/plan.md", "title =", &format!("{way}\ntitle ="));
        leaves_no_trace(&shut, &[SECRET]);
    }
}

#[test]
fn rows_of_a_hidden_measure_are_in_no_table_and_no_sum() {
    let head = "row;label;kind;of;formula;actual;share\n";
    let rows = "h;Overskrift;heading;;;;\na;Åben post;;;;10,0;10,0\nhemmelig-03;Hemmelig post;;;;47,1;47,1\n\
                del;heraf hemmelig del;;hemmelig-03;;13,7;\nb;En anden åben post;;;;20,0;20,0\n\
                i-alt;I alt;subtotal;;a:b;77,1;\nplus;Med tillæg;total;;i-alt + hemmelig-03;124,2;\n\
                uden;Trykt sum;total;;;177,1;\n";
    let declaration = "title = \"Tabel\"\nunit = \"mio. kr.\"\n[columns]\nactual = { title = \"Forbrug\" }\n\
                       share = { title = \"Andel\", unit = \"%\", share_of = \"actual\" }\n";
    for way in WAYS {
        // The rows and the figures in one file, and in two.
        let one = with_secret_measure(open(), way)
            .with("content/plans/a/tables/t.toml", declaration)
            .with("content/plans/a/tables/t.csv", format!("{head}{rows}"));
        let figures: String = rows
            .lines()
            .map(|line| line.split(';').collect::<Vec<_>>())
            .map(|cells| format!("{};{};{}\n", cells[0], cells[5], cells[6]))
            .collect();
        let shape: String =
            rows.lines().map(|line| format!("{}\n", line.split(';').take(5).collect::<Vec<_>>().join(";"))).collect();
        let two = with_secret_measure(open(), way)
            .with("content/plans/a/tables/t.toml", declaration)
            .with("content/plans/a/tables/t.csv", format!("row;label;kind;of;formula\n{shape}"))
            .with("content/plans/a/updates/2020-06-30/t.csv", format!("row;actual;share\n{figures}"));
        for site in [one, two] {
            let control = site.clone().audience(Audience::Closed).as_of("2021-12-31").build();
            for word in ["Hemmelig post", "47,1", "77,1", "124,2", "177,1"] {
                assert!(!control.traces(word).is_empty(), "{word}: {:#?}", control.built.findings);
            }
            let outcome = leaves_no_trace(&site, &[SECRET, "47,1", "77,1", "124,2", "177,1", "13,7"]);
            let table = outcome.html("a/index.html").table("table-t");
            assert!(table.cell("I alt", "Forbrug").starts_with("30,0"), "{table:?}");
            assert!(table.cell("Med tillæg", "Forbrug").starts_with("30,0"));
            assert_eq!(table.cell("Trykt sum", "Forbrug"), "", "nobody can tell what it is without");
            assert_eq!(table.cell("Åben post", "Forbrug"), "10,0");
        }
    }
}

#[test]
fn a_public_title_is_all_that_is_shown() {
    let site = with_secret_measure(open(), "visibility = \"closed\"\npublic_title = \"Lukket punkt om en ejendom\"");
    let outcome = leaves_no_trace(&site, &[SECRET, "7,31", "4,17", "7*"]);
    let page = outcome.html("a/index.html");
    assert!(page.text().contains("Lukket punkt om en ejendom"));
    let own = outcome.html("a/lukket-punkt-om-en-ejendom.html");
    let of_other = site
        .edit("content/plans/a/measures/hemmelig-03.md", "section = ", "committee = \"TEK\"\nsection = ")
        .append("content/committees.toml", "[TEK]\nname = \"Teknikudvalget\"\n")
        .build();
    let page = of_other.page(of_other.path("a/lukket-punkt-om-en-ejendom.html"));
    assert!(!page.contains("Teknikudvalget"), "nor whose it is");
    assert_eq!(own.all("h1")[0].text(), "Lukket punkt om en ejendom");
    assert!(own.all("table").is_empty(), "nothing but its title");

    let site = open()
        .with(
            "content/plans/hemmelig-plan/plan.md",
            "+++\ntitle = \"Hemmelig plan\"\nkind = \"savings\"\nowner = \"chef\"\ncommittee = \"USB\"\nvisibility = \"closed\"\n\
             public_title = \"Lukket plan\"\noverspend = 47_110\nsource = \"Hemmelig kilde\"\n[stated]\nrequired = 47_120\n+++\nHemmelig.\n",
        )
        .with("content/plans/hemmelig-plan/measures/hemmelig.md", "+++\ntitle = \"Hemmeligt tiltag\"\n+++\n")
        .with("content/plans/hemmelig-plan/hemmelig.pdf", "hemmelig")
        .with("content/index.md", "Se [planen](plans/hemmelig-plan/plan.md), [tiltaget](plans/hemmelig-plan/measures/hemmelig.md) og [bilaget](plans/hemmelig-plan/hemmelig.pdf).\n");
    let outcome = leaves_no_trace(&site, &[SECRET, "47.11", "47.12"]);
    assert_eq!(outcome.html("lukket-plan/index.html").all("h1")[0].text(), "Lukket plan");
    assert!(outcome.html("udvalg/usb.html").text().contains("Lukket plan"), "it stands with its committee");
    let front = outcome.html("index.html");
    let link = front.all("a").into_iter().find(|link| link.text() == "planen").expect("it has a page");
    assert!(link.attribute("href").is_some_and(|address| address.ends_with("lukket-plan/index.html")));
    assert!(front.text().contains("tiltaget og bilaget."));
}

#[test]
fn each_audience_sees_its_own() {
    let site = open()
        .with("content/intern.md", "+++\nvisibility = \"internal\"\n+++\nKun for huset.\n")
        .with("content/lukket.md", "+++\nvisibility = \"closed\"\n+++\nKun for udvalget.\n");
    for (audience, internal, closed) in
        [(Audience::Public, false, false), (Audience::Internal, true, false), (Audience::Closed, true, true)]
    {
        let outcome = site.clone().audience(audience).build();
        assert_eq!(!outcome.traces("Kun for huset").is_empty(), internal, "{audience:?}");
        assert_eq!(!outcome.traces("Kun for udvalget").is_empty(), closed, "{audience:?}");
    }
}

#[test]
fn an_embargo_lifts_on_its_day() {
    let site = with_secret_measure(open(), "embargo = 2020-08-12");
    for (day, shown) in [("2020-08-11", false), ("2020-08-12", true), ("2020-08-13", true)] {
        let outcome = site.clone().as_of(day).build();
        assert_eq!(!outcome.traces("Hemmeligt salg").is_empty(), shown, "{day}");
    }
    // An embargo is no audience: those who may see closed items wait too.
    assert!(site.audience(Audience::Closed).as_of("2020-08-11").build().traces(SECRET).is_empty());
}

#[test]
fn what_is_not_out_yet_leaves_no_trace() {
    let site = open()
        .with("content/plans/a/updates/2020-09-30/index.md", "+++\nlevel = \"critical\"\n+++\nHemmelig fremtid.\n")
        .with(
            "content/plans/a/updates/2020-09-30/01.md",
            "+++\nlevel = \"critical\"\nachieved = \"2,48\"\n+++\nHemmeligt.\n",
        )
        .with("content/plans/a/updates/2020-09/01.md", "+++\nachieved = \"2,47\"\n+++\nHemmeligt.\n");
    shows(&site, &[SECRET, "2,48", "2,47"]);
    leaves_no_trace(&site, &[SECRET, "2020-09", "2,48", "2,47"]);
}

#[test]
fn a_mark_that_cannot_be_read_hides() {
    for way in ["visibility = \"lukket\"", "visibility = true", "embargo = \"snart\"", "embargo = 2020-13-45"] {
        let outcome = with_secret_measure(open(), way).build();
        assert!(outcome.built.counts.errors > 0, "{way}");
        let written = outcome.files.values().any(|bytes| String::from_utf8_lossy(bytes).contains("Hemmelig"));
        assert!(!written, "{way}");
        let told: Vec<_> = outcome.built.findings.iter().filter(|found| found.excerpt.contains("emmelig")).collect();
        assert!(told.is_empty(), "{told:?}");
        let path = "content/plans/a/measures/hemmelig-03.md";
        assert!(outcome.built.findings.iter().any(|found| found.path.as_str() == path), "the author is told where");
    }
}

#[test]
fn messages_tell_nothing_of_hidden_files() {
    let faulty = "+++\nnumber = \"9\"\ntitle = \"Hemmeligt\"\nrequired = \"hemmeligt beløb\"\nhemmelig = 1\nvisibility = \"closed\"\n+++\n\
                  <b>Hemmelig</b> [x](hemmelig-mangler.md)\n";
    let site = open().with("content/plans/a/measures/9.md", faulty);
    let control = site.clone().audience(Audience::Closed).build();
    assert!(control.traces(SECRET).len() > 3, "{:#?}", control.built.findings);
    let outcome = site.build();
    assert_eq!(outcome.codes(), ["hidden-mistake"]);
    assert!(outcome.traces(SECRET).is_empty());
    assert_eq!(outcome.built.findings[0].path.as_str(), "content/plans/a/measures/9.md");

    let page = "+++\ntitle = \"Side\"\nhemmelig = 1\nvisibility = \"closed\"\n+++\n<b>Hemmelig</b>\n";
    let outcome = open().with("content/side.md", page).build();
    assert_eq!(outcome.codes(), ["hidden-mistake"]);
    assert!(outcome.traces(SECRET).is_empty());

    // Of so many that the others are only counted, not even how many there are.
    let full = format!("+++\ntitle = \"Side\"\nvisibility = \"closed\"\n+++\n{}", "x\u{1}\n".repeat(2_005));
    let site = open().with("content/side.md", full);
    assert!(site.clone().audience(Audience::Closed).check().more.iter().any(|more| more.count == 5));
    let outcome = site.build();
    assert_eq!((outcome.codes().len(), outcome.built.more.len()), (0, 0), "a warning is told of no hidden file");

    let register =
        "[aabent]\ntitle = \"Åbent\"\n[tal]\ntitle = \"Tal\"\nunit = 3\nhemmelig = 1\nvisibility = \"closed\"\n";
    let outcome = open().with("content/plans/a/indicators.toml", register).build();
    assert_eq!(outcome.codes(), ["hidden-mistake"]);
    assert!(outcome.traces(SECRET).is_empty());

    // A file of readings bears no mark, and a message would quote its cells.
    let indicator = "[tal]\ntitle = \"Tal\"\nunit = \"sager\"\nvisibility = \"closed\"\n";
    let series =
        "[tal]\ntitle = \"Tal\"\nunit = \"sager\"\n[tal.series.nord]\ntitle = \"Nord\"\nvisibility = \"closed\"\n";
    let faulty = [
        (indicator, "period;value\n2018;4711\n2019;hemmeligt\n"),
        (series, "period;total;nord\n2018;1;4711\n2019;2;hemmeligt\n"),
        (series, "period;total;nord\n2019;2;hemmeligt\n"),
        (series, "period;series;value\n2019;total;2\n2019;nord;hemmeligt\n"),
        (series, "period;total;nord\n2018;1;4711\n2019;hemmeligt;5\n"),
    ];
    for (register, figures) in faulty {
        for file in ["indicators/tal.csv", "updates/2020-06-30/tal.csv"] {
            let site = open().with("content/plans/a/indicators.toml", register);
            let site = site.with(&format!("content/plans/a/{file}"), figures);
            let control = site.clone().audience(Audience::Closed).build();
            assert!(!control.traces(SECRET).is_empty(), "{file}: {:#?}", control.built.findings);
            let outcome = site.build();
            assert_eq!(outcome.codes(), ["hidden-mistake"], "{file}: {figures}");
            assert!(outcome.traces(SECRET).is_empty(), "{file}: {figures}");
        }
    }
}

#[test]
fn messages_quote_nothing_of_a_damaged_file_that_goes_with_a_hidden_one() {
    let secret = "salgspris";
    let indicator = ("indicators.toml", "[tal]\ntitle = \"Tal\"\nunit = \"sager\"\nvisibility = \"closed\"\n");
    let table = (
        "tables/tal.toml",
        "title = \"Tal\"\nunit = \"mio. kr.\"\nvisibility = \"closed\"\n[columns.opnaaet]\ntitle = \"Opnået\"\n",
    );
    let measure = ("measures/03.md", "+++\ntitle = \"Tal\"\nvisibility = \"closed\"\n+++\n");
    let series = (
        "indicators.toml",
        "[tal]\ntitle = \"Tal\"\nunit = \"sager\"\n[tal.series.nord]\ntitle = \"Nord\"\nvisibility = \"closed\"\n",
    );
    let milestone = ("milestones.toml", "[milestones.1]\ntitle = \"M\"\ndue = 2020-11-17\nvisibility = \"closed\"\n");
    let report = ("updates/2020-06-30/index.md", "+++\nvisibility = \"closed\"\n+++\n");
    let damaged = [
        (indicator, "indicators/tal.csv", "date;value\n2018;salgspris\n"),
        (indicator, "indicators/tal.csv", "salgspris;value\n2018;1\n"),
        (indicator, "indicators/tal.csv", "period;value\n2018;\"salgspris\n"),
        (indicator, "indicators/tal.csv", "period;value\n2018;1;salgspris\n"),
        (indicator, "indicators/tal.csv", "period;value\n<<<<<<< salgspris\n2018;1\n=======\n2018;2\n>>>>>>> x\n"),
        (indicator, "updates/2020-06-30/tal.csv", "salgspris;value\n2018;1\n"),
        (indicator, "updates/2020-06-30/tal.csv", "period;value\n2018;\"salgspris\n"),
        (table, "tables/tal.csv", "salgspris;x\na;1\n"),
        (table, "tables/tal.csv", "row;opnaaet\na;\"salgspris\n"),
        (table, "tables/tal.csv", "row;opnaaet\na;1;salgspris\n"),
        (table, "updates/2020-06-30/tal.csv", "row;opnaaet\na;salgspris\n"),
        (table, "updates/2020-06-30/tal.csv", "row;opnaaet\na;\"salgspris\n"),
        (measure, "tables/sum.csv", "row;label;opnaaet\n02;A;1\n03;B;2;salgspris\n"),
        (measure, "tables/sum.csv", "row;label;opnaaet\n02;A;1\n03;\"salgspris;2\n"),
        (measure, "tables/sum.csv", "row;label;opnaaet\n02;A;1\n;salgspris;2\n"),
        (measure, "tables/sum.csv", "row;label;opnaaet\n02;A;1\nsalgspris (03);B;2\n"),
        // What an open report or status says of what is hidden.
        (indicator, "updates/2020-06-30/index.md", "+++\n[readings]\ntal = \"salgspris\"\n+++\n"),
        (indicator, "updates/2020-06-30/index.md", "+++\n[readings.tal]\nvalue = \"salgspris\"\n+++\n"),
        (indicator, "updates/2020-06-30/index.md", "+++\n[readings]\ntal = { value = 1, salgspris = 2 }\n+++\n"),
        (indicator, "updates/2020-06-30/02.md", "+++\nlevel = \"ok\"\n[readings]\ntal = \"salgspris\"\n+++\n"),
        (
            series,
            "updates/2020-06-30/index.md",
            "+++\n[readings.tal]\nvalue = 1\nseries = { nord = \"salgspris\" }\n+++\n",
        ),
        (series, "updates/2020-06-30/index.md", "+++\n[readings.tal.series.nord]\nvalue = 2\nsalgspris = 3\n+++\n"),
        (indicator, "updates/2020-06-30/index.md", "+++\n[readings]\ntal = salgspris\n+++\n"),
        (indicator, "updates/2020-06-30/index.md", "+++\n[readings]\ntal = 1\ntal = \"salgspris\"\n+++\n"),
        (milestone, "updates/2020-06-30/index.md", "+++\n[milestones.1]\ndue = salgspris\n+++\n"),
        (milestone, "updates/2020-06-30/index.md", "+++\n[milestones.1]\nnote = \"salgspris\ndue = 2020-02-31\n+++\n"),
        (milestone, "updates/2020-06-30/index.md", "+++\n[milestones.1]\ndue = \"salgspris\"\n+++\n"),
        (milestone, "updates/2020-06-30/index.md", "+++\n[milestones]\n1 = { note = 3, salgspris = \"x\" }\n+++\n"),
        (measure, "updates/2020-06-30/03.md", "+++\nlevel = \"ok\"\nsalgspris = \n+++\nSalgspris.\n"),
        (measure, "updates/2020-06-30/03.md", "+++\nlevel = \"salgspris\"\n\nSalgspris.\n"),
        (report, "updates/2020-06-30/02.md", "+++\nlevel = \"salgspris\"\n\nSalgspris.\n"),
        (report, "updates/2020-06-30/02.md", "level = \"salgspris\"\n\nSalgspris.\n"),
    ];
    for ((register, text), file, figures) in damaged {
        let open_table = "title = \"Tal\"\nunit = \"mio. kr.\"\n[columns.opnaaet]\ntitle = \"Opnået\"\n";
        let site = open().with("content/plans/a/tables/sum.toml", open_table);
        let site = site.with(&format!("content/plans/a/{register}"), text);
        let site = site.with(&format!("content/plans/a/{file}"), figures);
        let control = site.clone().audience(Audience::Closed).check();
        let is_seen = control.findings.iter().any(|found| found.path.as_str().ends_with(file));
        assert!(is_seen, "{file}: {figures}: {:#?}", control.findings);
        let outcome = site.build();
        let traces = outcome.traces(secret);
        let quoted = outcome.built.findings.iter().filter(|found| found.excerpt.to_lowercase().contains(secret));
        assert!(
            traces.is_empty() && quoted.count() == 0,
            "{file}: {figures}: {traces:?} {:#?}",
            outcome.built.findings
        );
    }
}

#[test]
fn hiding_one_thing_changes_nothing_else() {
    // The same site with a measure hidden, and without it at all.
    for way in WAYS {
        let hidden = with_secret_measure(open(), way);
        let mut without = hidden
            .clone()
            .without("content/plans/a/measures/hemmelig-03.md")
            .without("content/plans/a/updates/2020-06-30/hemmelig-03.md")
            .without("content/plans/a/hemmelig.svg")
            .edit("content/plans/a/updates/2020-06-30/index.md", "[notes]\n\"*\" = \"Hemmelig note.\"\n", "");
        without = without.with(
            "content/plans/a/indicators.toml",
            "[aabent]\ntitle = \"Åbent tal\"\nunit = \"sager\"\nbaseline = { date = \"2019\", value = 12 }\n",
        );
        let (hidden, without) = (hidden.build(), without.build());
        assert_eq!(hidden.codes(), without.codes());
        assert_eq!(hidden.files.keys().collect::<Vec<_>>(), without.files.keys().collect::<Vec<_>>());
        for (path, bytes) in &hidden.files {
            assert!(*bytes == without.files[path], "{path} shows that something is hidden");
        }
    }
}

#[test]
fn what_lies_beside_a_report_to_come_is_not_out_either() {
    let report = "content/plans/a/updates/2020-12-31";
    let site = open()
        .with(&format!("{report}/index.md"), "Udsigten er hemmelig: [bilag](hemmelig.pdf).\n")
        .with(&format!("{report}/hemmelig.pdf"), "%PDF hemmelig")
        .with("content/x.md", "+++\ntitle = \"X\"\n+++\n[Bilag](plans/a/updates/2020-12-31/hemmelig.pdf)\n");
    leaves_no_trace(&site, &[SECRET]);
    shows(&site, &[SECRET]);
}
