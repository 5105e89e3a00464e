//! Editions: old sites show old data, never what came later and never what has been hidden since.

use crate::support::{Outcome, Site, past::Revisions};

/// An edition cut from a revision.
const CUT: &str = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\nrevision = \"udgave/2020-06\"\n";
/// An edition that is still open.
const OPEN: &str = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\n";

const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
const SECOND: &str = "content/plans/a/updates/2020-09-30/02.md";
const LATER: &str = "content/plans/a/updates/2020-09-30/01.md";

/// A site with a measure that is closed later on.
fn site() -> Site {
    Site::small()
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n")
        .with(
            "content/plans/a/updates/2020-06-30/02.md",
            "+++\nlevel = \"Opmærksomhed\"\nachieved = \"0,25\"\n+++\nAftaler forhandles.\n",
        )
        .as_of("2020-12-31")
}

/// What came after the edition: a later report, a correction, a level of another name, another organisation.
fn later() -> Site {
    site()
        .edit("site.toml", "Alt OK", "På sporet")
        .edit("site.toml", "Prøveby", "Storby")
        .edit(STATUS, "Alt OK", "På sporet")
        .edit(STATUS, "1,25", "1,20")
        .with(LATER, "+++\nlevel = \"Kritisk\"\nachieved = \"1,40\"\n+++\nDet går den forkerte vej.\n")
        .with(SECOND, "+++\nlevel = \"Opmærksomhed\"\nachieved = \"0,25\"\n+++\n")
        .append("site.toml", CUT)
}

fn past() -> Revisions {
    Revisions::default().with("udgave/2020-06", "2020-07-02", &site())
}

/// Returns the files of the edition's own site.
fn edition(outcome: &Outcome) -> Vec<(String, Vec<u8>)> {
    let own = outcome.files.iter().filter(|(path, _)| path.as_str().starts_with("editions/2020-06/"));
    own.map(|(path, bytes)| (path.as_str().to_owned(), bytes.to_vec())).collect()
}

#[test]
fn an_edition_is_the_whole_site_of_then() {
    let outcome = later().build_with(&past());
    assert_eq!(outcome.codes(), [""; 0]);
    let page = outcome.page("editions/2020-06/planer/a/index.html");
    assert!(page.contains("Alt OK") && page.contains("1,25") && page.contains("Prøveby"), "{page}");
    assert!(!page.contains("På sporet") && !page.contains("1,40") && !page.contains("Storby"), "{page}");
    assert!(page.contains("Du ser udgaven »Status medio 2020«") && page.contains("Låst 2. juli 2020"), "{page}");
    assert!(page.contains("href=\"../../../../planer/a/index.html\""), "the way to today: {page}");
    // And the site of today stands beside it.
    let today = outcome.page("planer/a/index.html");
    assert!(today.contains("1,40") && today.contains("Storby") && !today.contains("Du ser udgaven"), "{today}");
}

#[test]
fn an_edition_does_not_change_with_what_comes_after_it() {
    let first = site().append("site.toml", CUT).build_with(&past());
    let after = later()
        .with("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\nkind = \"savings\"\n+++\nNy plan.\n")
        .with(
            "themes/default/templates/plan.html",
            "{% extends \"base.html\" %}{% block heading %}<h1>X</h1>{% endblock %}",
        )
        .build_with(&past());
    assert!(!edition(&first).is_empty());
    assert_eq!(edition(&first), edition(&after));
}

#[test]
fn what_is_closed_since_is_in_no_edition() {
    let shown = later().build_with(&past());
    let words = |outcome: &Outcome| {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        outcome.files.values().map(|bytes| text(bytes)).collect::<String>()
    };
    assert!(words(&shown).contains("Botilbud") && words(&shown).contains("Aftaler forhandles"), "the control");
    // Renamed since, and closed under its new name.
    let closed = later()
        .without("content/plans/a/measures/02.md")
        .without("content/plans/a/updates/2020-06-30/02.md")
        .without(SECOND)
        .with(
            "content/plans/a/measures/07-nyt.md",
            "+++\nformerly = [\"02\"]\nnumber = \"7\"\ntitle = \"Andet\"\nvisibility = \"closed\"\n+++\n",
        )
        .build_with(&past());
    assert_eq!(closed.codes(), [""; 0]);
    let text = words(&closed);
    assert!(!text.contains("Botilbud") && !text.contains("Aftaler forhandles") && !text.contains("Andet"));
    assert!(!closed.files.keys().any(|path| path.as_str().contains("/02.")), "{:?}", closed.files.keys());
    assert!(closed.page("editions/2020-06/index.html").contains("lukket og vises ikke"), "it says so");
    assert!(closed.page("udgaver/2020-06.html").contains("lukket og vises ikke"), "and so does its page");
    // What is not closed is as it was.
    let measure = "editions/2020-06/planer/a/01.html";
    assert!(closed.page(measure).contains("1,25"), "{}", closed.page(measure));
}

#[test]
fn what_could_not_be_read_then_is_in_no_edition() {
    // Whatever marks stand in it. Today all of it is mended and open, in other words.
    let secret = |file: &str, text: &str| site().with(file, text).append("site.toml", CUT);
    let measure = "content/plans/a/measures/02.md";
    let report = "content/plans/a/updates/2020-06-30/index.md";
    let page = "content/side.md";
    let closed = "visibility = \"closed\"";
    for (file, text) in [
        (measure, format!("\n+++\nnumber = \"2\"\ntitle = \"Botilbud\"\n{closed}\n+++\nHemmelig.\n")),
        (measure, format!("+++\nnumber = \"2\"\ntitle = \"Hemmelig\"\n{closed}\nHemmelig.\n")),
        (measure, "+++\nnumber = \"2\"\ntitle = \"Hemmelig\"\nvisibility \"closed\"\n+++\nHemmelig.\n".to_owned()),
        (measure, "+++\nnumber = \"2\"\ntitle = \"Hemmelig\"\n+++\nHemmelig <!-- uden ende\n".to_owned()),
        (measure, "<<<<<<< HEAD\n+++\nnumber = \"2\"\ntitle = \"Hemmelig\"\n=======\n>>>>>>> x\n".to_owned()),
        (report, format!("\u{feff}\u{feff}+++\n{closed}\n+++\nHemmelig.\n")),
        (page, format!("\n+++\ntitle = \"Hemmelig\"\n{closed}\n+++\nHemmelig.\n")),
    ] {
        let then = Revisions::default().with("udgave/2020-06", "2020-07-02", &secret(file, &text));
        let today = later().with(page, "+++\ntitle = \"Side\"\n+++\nÅben.\n");
        let outcome = today.build_with(&then);
        let own: Vec<String> =
            edition(&outcome).into_iter().map(|(_, bytes)| String::from_utf8_lossy(&bytes).into_owned()).collect();
        assert!(!own.is_empty());
        let words = if file == page { vec!["Hemmelig"] } else { vec!["Hemmelig", "Aftaler forhandles", "0,25"] };
        for word in words {
            assert!(!own.iter().any(|page| page.contains(word)), "{file}: {text:?}: {word}");
        }
    }
}

#[test]
fn a_status_that_is_closed_under_a_new_id_is_in_no_edition() {
    let renamed = later()
        .without("content/plans/a/measures/02.md")
        .without("content/plans/a/updates/2020-06-30/02.md")
        .without(SECOND)
        .with("content/plans/a/measures/07.md", "+++\nformerly = [\"02\"]\nnumber = \"7\"\ntitle = \"Botilbud\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/07.md", "+++\nlevel = \"Opmærksomhed\"\n+++\n");
    let told = |site: &Site| {
        let outcome = site.build_with(&past());
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        let page = outcome.page("editions/2020-06/planer/a/02.html").to_owned();
        assert!(page.contains("Botilbud"), "{page}");
        page.contains("Aftaler forhandles")
    };
    assert!(told(&renamed), "the control");
    let status = "content/plans/a/updates/2020-06-30/07.md";
    assert!(!told(&renamed.edit(status, "level", "visibility = \"closed\"\nlevel")));
}

#[test]
fn a_plan_that_is_closed_since_is_in_no_edition() {
    let outcome =
        later().edit("content/plans/a/plan.md", "kind =", "visibility = \"closed\"\nkind =").build_with(&past());
    let found: Vec<_> = outcome
        .files
        .iter()
        .filter(|(path, bytes)| {
            path.as_str().contains("planer/a") || String::from_utf8_lossy(bytes).contains("Takster")
        })
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(found, [""; 0]);
}

#[test]
fn tables_say_what_changed_since_the_last_edition() {
    let outcome = later()
        .with("content/plans/a/measures/03.md", "+++\nnumber = \"3\"\ntitle = \"Ny indsats\"\n+++\n")
        .without("content/plans/a/measures/02.md")
        .without("content/plans/a/updates/2020-06-30/02.md")
        .without(SECOND)
        .build_with(&past());
    let page = outcome.page("planer/a/index.html");
    assert!(page.contains("Siden 30. juni 2020"), "{page}");
    assert!(page.contains("Alt OK → Kritisk; opnået +0,15\u{a0}mio."), "{page}");
    assert!(page.contains("Udgået siden: 2 Botilbud") && page.contains(">tilføjet<"), "{page}");
    let sentence = "Siden 30. juni 2020 har 1 tiltag ændret status, 1 er kommet til, og 1 er udgået.";
    assert!(outcome.page("index.html").contains(sentence), "{}", outcome.page("index.html"));
    let list = outcome.html("udvalg/index.html").text();
    assert!(list.contains("1 ændret; 1 ny; 1 udgået"), "{list}");
    // The page of an old report, and the edition itself, tell of no later edition.
    assert!(!outcome.page("editions/2020-06/planer/a/index.html").contains("Siden 30. juni 2020"));
}

#[test]
fn what_is_told_for_the_first_time_is_no_change() {
    let silent = site().without("content/plans/a/updates/2020-06-30/02.md");
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &silent);
    let due = "content/plans/a/milestones.toml";
    let milestone = "[milestones.1]\ntitle = \"Udbud\"\ndue = \"2021-09\"\n";
    let outcome = site().with(SECOND, "+++\nlevel = \"Opmærksomhed\"\nachieved = \"0,25\"\nforecast = \"0,50\"\n+++\n");
    let outcome = outcome.with(due, milestone).append("site.toml", CUT).build_with(&past);
    let words = |page: &str, table: &str| outcome.html(page).table(table).row("Botilbud").words.clone();
    let told = |page: &str| words(page, "measures-table").last().map(|(_, words)| words.clone()).unwrap_or_default();
    assert_eq!(told("planer/a/index.html"), "første status");
    let plan = outcome.html("planer/a/index.html").table("measures-table");
    let total = plan.row("I alt, beregnet").words.clone();
    assert!(total.iter().all(|(_, words)| words != "uændret"), "{total:?}");
    assert_eq!(told("udvalg/usb.html"), "første status; forventet 0,50 mio. kr. (før ikke oplyst)");
    let front = outcome.html("index.html").text();
    assert!(front.contains("har 1 tiltag fået sin første status."), "{front}");
    assert!(front.contains("Botilbud: første status Opmærksomhed Plan A, nr. 2"), "{front}");
}

#[test]
fn a_date_that_moved_is_told_once() {
    let milestones = "content/plans/a/milestones.toml";
    let dated = |due: &str| {
        format!(
            "[milestones.1]\ntitle = \"Udbud\"\ndue = \"{due}\"\n[milestones.2]\ntitle = \"Kontrakt\"\ndue = \"2021-12\"\n"
        )
    };
    let first = site().with(milestones, dated("2021-09"));
    let put_off = "+++\n[milestones.1]\ndue = \"2021-10\"\n+++\n";
    let outcome = first
        .clone()
        .with("content/plans/a/updates/2020-09-30/index.md", put_off)
        .append("site.toml", CUT)
        .build_with(&Revisions::default().with("udgave/2020-06", "2020-07-02", &first));
    for (page, table, name) in
        [("planer/a/index.html", "milestones-table", "Udbud"), ("milepaele.html", "ahead-table", "1 Udbud")]
    {
        let text = outcome.html(page).text();
        assert!(text.contains("udskudt fra september 2021") && !text.contains("september 2021 →"), "{page}: {text}");
        let row = outcome.html(page).table(table).row(name).clone();
        let words = row.words.iter().map(|(_, words)| words.as_str());
        assert_eq!(
            words.chain(row.cells.iter().map(String::as_str)).filter(|told| *told == "udskudt").count(),
            1,
            "{page}"
        );
    }
}

#[test]
fn new_measures_without_a_status_are_counted_and_not_named() {
    let second =
        "\n[[editions]]\nid = \"2020-09\"\ntitle = \"Efterår\"\nas_of = 2020-09-30\nrevision = \"udgave/2020-09\"\n";
    let then = site().with("content/plans/a/measures/03.md", "+++\nnumber = \"3\"\ntitle = \"Ny indsats\"\n+++\n");
    let then = then.append("site.toml", CUT);
    let outcome =
        then.clone().append("site.toml", second).build_with(&past().with("udgave/2020-09", "2020-10-02", &then));
    let page = outcome.html("udgaver/2020-09.html");
    assert!(page.text().contains("1 tiltag er kommet til, endnu uden status."), "{}", page.text());
    assert!(!outcome.page("udgaver/2020-09.html").contains("changed-table"), "nothing else changed");
}

#[test]
fn an_edition_tells_what_changed_since_the_one_before() {
    let second = "\n[[editions]]\nid = \"2020-09\"\ntitle = \"Status efterår 2020\"\nas_of = 2020-09-30\nrevision = \"udgave/2020-09\"\n";
    let now = later().append("site.toml", second);
    let outcome = now.build_with(&past().with("udgave/2020-09", "2020-10-02", &later()));
    let page = outcome.page("udgaver/2020-09.html");
    assert!(page.contains("Ændret siden 30. juni 2020"), "{page}");
    assert!(page.contains("Alt OK → Kritisk"), "{page}");
    assert!(page.contains("<svg class=\"chart wide\""), "the flow is drawn: {page}");
    let list = outcome.page("udgaver/index.html");
    assert!(list.contains("Status efterår 2020") && list.contains("Låst 2. oktober 2020"), "{list}");
}

#[test]
fn an_open_edition_follows_the_content_and_says_so() {
    let outcome = later().edit("site.toml", CUT, OPEN).build_with(&Revisions::default());
    let page = outcome.page("editions/2020-06/planer/a/index.html");
    assert!(page.contains("Udgaven er åben") && page.contains("1,20") && !page.contains("1,40"), "{page}");
}

#[test]
fn an_edition_of_a_committee_holds_only_what_is_its_own() {
    let of_committee = CUT.replace("as_of", "committee = \"SBU\"\nas_of");
    let with_committee = |site: Site| {
        site.append("content/committees.toml", "[SBU]\nname = \"Børneudvalget\"\n").edit(
            "content/plans/a/measures/02.md",
            "number",
            "committee = \"SBU\"\nnumber",
        )
    };
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &with_committee(site()));
    let outcome = with_committee(later()).edit("site.toml", CUT, &of_committee).build_with(&past);
    let page = outcome.page("editions/2020-06/planer/a/index.html");
    assert!(page.contains("Botilbud") && !page.contains("Takster"), "{page}");
    assert!(outcome.page("planer/a/index.html").contains("Takster"));
}

#[test]
fn what_cannot_be_cut_is_told() {
    let outcome = later().build_with(&Revisions::default());
    assert_eq!(outcome.codes(), ["unknown-revision"]);
    assert_eq!(later().codes(), ["edition-without-repository"]);
    let broken = site().with(STATUS, "+++\nlevel = \"Ukendt\"\n+++\n");
    let outcome = later().build_with(&Revisions::default().with("udgave/2020-06", "2020-07-02", &broken));
    assert_eq!(outcome.codes(), ["edition-with-errors"]);
    assert!(outcome.built.is_publishable());
}

#[test]
fn history_that_should_begin_nowhere_is_told_and_left_out() {
    let lost = site().append("site.toml", "[history]\nsince = \"borte\"\n");
    let outcome = lost.build_with(&past().without_history());
    assert_eq!(outcome.codes(), ["unknown-history-start"]);
    assert!(outcome.built.is_publishable());
}

#[test]
fn an_edition_later_than_the_site_is_not_there_yet() {
    let outcome = later().as_of("2020-05-01").build_with(&past());
    assert!(!outcome.files.keys().any(|path| path.as_str().starts_with("editions/")), "{:?}", outcome.files.keys());
}

/// A site with a table of every kind.
fn full() -> Site {
    site()
        .edit(
            "content/plans/a/measures/02.md",
            "required = \"1,00\"\n",
            "required = \"1,00\"\ncommittee = \"USB\"\nowner = \"chef\"\n[effect]\nunit = \"kr.\"\n[effect.2020]\njan-mar = 100_000\n\
             [effect.2021]\njan-feb = 200_000\n[funding]\n2020 = 5\n2021 = 7\n",
        )
        .with(
            "content/plans/a/indicators.toml",
            "[sager]\ntitle = \"Sager\"\nunit = \"sager\"\nbaseline = { date = \"2019\", value = 40 }\n\
             [breve]\ntitle = \"Breve\"\nunit = \"breve\"\nbaseline = { date = \"2019\", value = 4 }\n",
        )
        .with(
            "content/plans/a/milestones.toml",
            "[milestones.1]\ntitle = \"Udbud\"\ndue = \"2021-09\"\n[milestones.2]\ntitle = \"Kontrakt\"\ndue = \"2021-10\"\n\
             [decisions.1]\ntitle = \"Ny takst\"\ndue = \"2020-09\"\n[decisions.2]\ntitle = \"Frasalg\"\n",
        )
        .with(
            "content/plans/a/tables/drift.toml",
            "title = \"Drift\"\nunit = \"mio. kr.\"\nsign = \"cost\"\n[columns]\nrevised = { title = \"Budget\" }\n\
             forecast = {}\ndeviation = { title = \"Afvigelse\", formula = \"forecast - revised\" }\n",
        )
        .with(
            "content/plans/a/tables/drift.csv",
            "row;label;kind;of;formula\nsocial;Social;;;\nboern;Børn;;;\npleje;Pleje;;;\nialt;I alt;total;;social + boern + pleje\n",
        )
        .with("content/plans/a/updates/2020-06-30/index.md", "+++\n[readings]\nsager = 38\nbreve = 5\n+++\nPlanen følges.\n")
        .with(
            "content/plans/a/updates/2020-06-30/drift.csv",
            "row;revised;forecast\nsocial;900,0;910,0\nboern;400,0;401,0\npleje;10,0;10,0\n",
        )
        .with("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\nkind = \"savings\"\n+++\nEn plan mere.\n")
}

/// What it says half a year later.
fn half_a_year_later() -> Site {
    full()
        .edit("content/plans/a/measures/02.md", "2021 = 7", "2021 = 9")
        .edit("content/plans/a/measures/02.md", "jan-mar = 100_000", "jan-apr = 100_000")
        .edit("content/plans/a/measures/02.md", "jan-feb = 200_000", "mar-apr = 200_000")
        .edit("content/plans/a/indicators.toml", "[sager]", "[sagstal]\nformerly = [\"sager\"]")
        .edit(
            "content/plans/a/indicators.toml",
            "[breve]\ntitle = \"Breve\"\nunit = \"breve\"\nbaseline = { date = \"2019\", value = 4 }\n",
            "",
        )
        .edit("content/plans/a/milestones.toml", "2021-09", "2021-12")
        .edit("content/plans/a/milestones.toml", "[milestones.2]\ntitle = \"Kontrakt\"\ndue = \"2021-10\"\n", "")
        .edit("content/plans/a/milestones.toml", "due = \"2020-09\"\n", "due = \"2020-10\"\ndecided = \"2020-10-05\"\n")
        .edit("content/plans/a/milestones.toml", "[decisions.2]\ntitle = \"Frasalg\"\n", "")
        .edit("content/plans/a/updates/2020-06-30/index.md", "sager = 38\nbreve = 5", "sagstal = 38")
        .edit(
            "content/plans/a/tables/drift.csv",
            "pleje;Pleje;;;\nialt;I alt;total;;social + boern + pleje",
            "ialt;I alt;total;;social + boern",
        )
        .without("content/plans/a/updates/2020-06-30/drift.csv")
        .with(
            "content/plans/a/updates/2020-09-30/drift.csv",
            "row;revised;forecast\nsocial;900,0;912,5\nboern;401,0;402,0\n",
        )
        .with("content/plans/a/updates/2020-09-30/index.md", "+++\n[readings]\nsagstal = 35\n+++\nDet går fremad.\n")
        .with(LATER, "+++\nlevel = \"Kritisk\"\nachieved = \"1,40\"\n+++\nDet går den forkerte vej.\n")
        .with(SECOND, "+++\nlevel = \"Opmærksomhed\"\nachieved = \"0,25\"\n+++\n")
        .without("content/plans/b/plan.md")
        .with("content/plans/c/plan.md", "+++\ntitle = \"Plan C\"\nkind = \"savings\"\n+++\nEn ny plan.\n")
        .append("site.toml", CUT)
}

#[test]
fn every_table_says_what_changed_since_the_last_edition() {
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &full());
    let outcome = half_a_year_later().build_with(&past);
    let told = |page: &str, table: &str, row: &str| {
        let table = outcome.html(page).table(table);
        let row = table.row(row);
        let words = row.words.iter().map(|(_, words)| words);
        row.cells.iter().chain(words).cloned().collect::<Vec<_>>().join(" | ")
    };
    let ends = |table: &str, row: &str, words: &str| {
        let told = told("planer/a/index.html", table, row);
        assert!(told.ends_with(words), "{table}: {told}");
    };
    let since = "Siden 30. juni 2020";
    // Whole plans, and all measures by their levels.
    let plans = "planer/index.html";
    assert!(told(plans, "plans-table", "Plan A").contains("Opmærksomhed → Kritisk; opnået +0,15 mio. kr."));
    assert!(told(plans, "plans-table", "Plan C").ends_with("tilføjet"));
    assert!(outcome.html(plans).text().contains("Udgået siden: Plan B"));
    let front = outcome.html("index.html").text();
    assert!(front.contains("Plan B: udgået"), "{front}");
    assert!(front.contains("Plan A Opmærksomhed → til Kritisk"), "{front}");
    assert!(front.contains(&format!("{since} har 1 tiltag ændret status.")), "{front}");
    assert_eq!(told(plans, "levels-data", "Alt OK"), "Alt OK | 0 | −1");
    assert_eq!(told(plans, "levels-data", "Opmærksomhed"), "Opmærksomhed | 1 | uændret");
    // Measures across plans, and how many of them stand where.
    for page in ["udvalg/usb.html", "ansvarlige/chef.html"] {
        let text = outcome.html(page).text();
        assert!(text.contains("Alt OK → Kritisk; opnået +0,15 mio. kr."), "{page}: {text}");
        assert!(text.contains("har 1 tiltag ændret status"), "{page}: {text}");
    }
    assert!(told("udvalg/index.html", "committees-table", "Socialudvalget").ends_with("1 ændret"));
    assert!(front.contains("Takster Alt OK → til Kritisk Plan A, nr. 1 · opnået +0,15 mio. kr."), "{front}");
    // Milestones, on their own page and the plan's.
    for (page, table) in [("milepaele.html", "ahead-table"), ("planer/a/index.html", "milestones-table")] {
        let text = outcome.html(page).text();
        assert!(text.contains("frist september 2021 → december 2021"), "{page}: {text}");
        assert!(text.contains("Udgået siden: 2 Kontrakt"), "{page}, {table}: {text}");
    }
    // Totals of measures, indicators, figures, funding and effect.
    let plan = "planer/a/index.html";
    ends("measures-table", "I alt, beregnet", "opnået +0,15 mio. kr.");
    ends("indicators", "Sager", "−3 sager");
    ends("decisions-table", "Ny takst", "truffet; frist september 2020 → oktober 2020");
    let text = outcome.html(plan).text();
    assert!(text.contains("Udgået siden: Frasalg"), "{text}");
    assert!(text.contains("Udgået siden: Breve") && text.contains("Udgået siden: Pleje"), "{text}");
    assert!(text.contains("Afvigelse siden 30. juni 2020"), "{text}");
    ends("table-drift", "Social", "+2,5");
    ends("table-drift", "Børn", "andre tal ændret");
    ends("table-drift", "I alt", "+2,5");
    ends("funding", "Botilbud", "+2");
    let months = outcome.html("planer/a/maaneder.html");
    for (table, end) in [("effect-2020", "400.000 før 300.000"), ("effect-2021", "400.000 andre tal ændret")] {
        let row = months.table(table).row("Botilbud").cells.join(" ").replace('\u{a0}', " ");
        assert!(row.ends_with(end), "{table}: {row}");
    }
    assert!(months.text().contains("»Før« er tallet 30. juni 2020"), "{}", months.text());
    // The page of the measure says the same of its own.
    let measure = outcome.html("planer/a/02.html").text();
    assert!(measure.contains("før 300.000") && measure.contains("+2"), "{measure}");
    // An old report is told as it was known, and an edition without one before it has nothing to tell.
    assert!(!outcome.html("planer/a/2020-06-30.html").text().contains(since));
    assert!(!edition(&outcome).iter().any(|(_, bytes)| String::from_utf8_lossy(bytes).contains(since)));
}

#[test]
fn tables_of_an_edition_are_held_against_the_one_before_it() {
    let second =
        "\n[[editions]]\nid = \"2020-09\"\ntitle = \"Efterår\"\nas_of = 2020-09-30\nrevision = \"udgave/2020-09\"\n";
    let later = half_a_year_later().append("site.toml", second);
    let past =
        Revisions::default().with("udgave/2020-06", "2020-07-02", &full()).with("udgave/2020-09", "2020-10-02", &later);
    let outcome = later.build_with(&past);
    let plan = outcome.html("editions/2020-09/planer/a/index.html");
    assert!(plan.table("table-drift").row("Social").cells.join(" ").ends_with("+2,5"));
    let front = outcome.html("editions/2020-09/index.html").text();
    assert!(front.contains("Plan B: udgået") && front.contains("ændret status."), "{front}");
    // Nothing came after the second.
    let today = outcome.html("planer/a/index.html");
    assert!(!today.table("table-drift").columns.join(" ").contains("siden"));
    assert!(today.text().contains("Ingen ændringer siden 30. september 2020"), "once for the table");
}

#[test]
fn what_is_hidden_today_is_not_told_as_gone() {
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &full());
    let shut = |site: Site| {
        site.edit("content/plans/a/measures/02.md", "number", "visibility = \"closed\"\nnumber")
            .edit("content/plans/b/plan.md", "kind", "visibility = \"closed\"\nkind")
            .edit("content/plans/a/indicators.toml", "[breve]", "[breve]\nvisibility = \"closed\"")
            .edit("content/plans/a/milestones.toml", "[milestones.2]", "[milestones.2]\nvisibility = \"closed\"")
            .edit("content/plans/a/milestones.toml", "[decisions.2]", "[decisions.2]\nvisibility = \"closed\"")
            .edit("content/plans/a/tables/drift.toml", "title", "visibility = \"closed\"\ntitle")
            .append("site.toml", CUT)
    };
    let open = full().append("site.toml", CUT).build_with(&past);
    let closed = shut(full()).build_with(&past);
    for secret in ["Botilbud", "Plan B", "Breve", "Kontrakt", "Frasalg", "Pleje", "300.000"] {
        assert!(!open.traces(secret).is_empty(), "{secret}: the control");
        assert_eq!(closed.traces(secret), [""; 0], "{secret}");
    }
    assert_eq!(closed.traces("Udgået"), [""; 0]);
}

#[test]
fn an_edition_of_a_committee_misses_nothing_that_was_never_its_own() {
    let of_committee = "\n[[editions]]\nid = \"2020-09\"\ntitle = \"Til SBU\"\nas_of = 2020-09-30\ncommittee = \"SBU\"\nrevision = \"udgave/2020-09\"\n";
    let with_committee = |site: Site| {
        site.append("content/committees.toml", "[SBU]\nname = \"Børneudvalget\"\n").edit(
            "content/plans/a/measures/02.md",
            "number",
            "committee = \"SBU\"\nnumber",
        )
    };
    let later = with_committee(later()).edit(SECOND, "0,25", "0,50").append("site.toml", of_committee);
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &with_committee(site())).with(
        "udgave/2020-09",
        "2020-10-02",
        &later,
    );
    let outcome = later.build_with(&past);
    for page in ["editions/2020-09/planer/a/index.html", "editions/2020-09/index.html", "udgaver/2020-09.html"] {
        let text = outcome.html(page).text();
        assert!(text.contains("opnået +0,25 mio. kr."), "{page}: {text}");
        assert!(!text.contains("Takster") && !text.contains("Udgået") && !text.contains("udgået"), "{page}: {text}");
    }
}

#[test]
fn a_table_that_comes_to_another_column_is_not_held_against_the_old_one() {
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &full());
    let formula = "deviation = { title = \"Afvigelse\", formula = \"forecast - revised\" }\n";
    let other =
        full().edit("content/plans/a/tables/drift.toml", formula, "").append("site.toml", CUT).build_with(&past);
    let columns = other.html("planer/a/index.html").table("table-drift").columns;
    assert_eq!(columns, ["Post", "Budget", "Forventet regnskab"]);
    assert!(!other.html("planer/a/index.html").text().contains("Nyt siden"));
}

#[test]
fn a_committee_with_a_new_code_goes_on_where_it_was() {
    let later = later().edit("content/committees.toml", "[USB]\n", "[SUV]\nformerly = [\"USB\"]\n").edit(
        "content/plans/a/plan.md",
        "\"USB\"",
        "\"SUV\"",
    );
    let outcome = later.build_with(&past());
    let text = outcome.html("udvalg/suv.html").text();
    assert!(text.contains("har 1 tiltag ændret status"), "{text}");
    let told = outcome.html("udvalg/index.html").table("committees-table");
    assert!(told.row("Socialudvalget").cells.last().is_none_or(|cell| cell != "tilføjet"), "{told:?}");
    assert!(outcome.page("udvalg/usb.html").contains("suv.html"), "its old address leads on");
}

/// The meeting of an edition stands wherever the edition is told of, and in the calendars of its day.
#[test]
fn the_meeting_an_edition_is_put_before_is_told() {
    let committees = "[USB]\nname = \"Socialudvalget\"\n\n[\"ØU\"]\nname = \"Økonomiudvalget\"\n";
    let meeting = format!("{CUT}meeting = {{ committee = \"ØU\", date = 2020-08-12 }}\n");
    let site = || site().with("content/committees.toml", committees);
    let outcome = site().append("site.toml", &meeting).build_with(&past());
    assert_eq!(outcome.codes(), [""; 0]);
    let (list, page) = (outcome.page("udgaver/index.html"), outcome.page("udgaver/2020-06.html"));
    for html in [list, page] {
        assert!(html.contains("Økonomiudvalget, 12. august 2020"), "{html}");
    }
    let calendars: Vec<&str> = outcome
        .files
        .keys()
        .map(|path| path.as_str())
        .filter(|path| path.ends_with(".ics") && outcome.page(path).contains("SUMMARY:Møde: Status medio 2020"))
        .collect();
    let is_theirs = |path: &str| path.starts_with("udvalg/") && !path.contains("usb");
    assert!(matches!(calendars[..], ["milepaele.ics", own] if is_theirs(own)), "{calendars:?}");
    assert!(outcome.page("milepaele.ics").contains("DTSTART;VALUE=DATE:20200812"));
    // It narrows nothing: what another committee has is in the edition too.
    assert!(outcome.page("editions/2020-06/planer/a/01.html").contains("1,25"));
    // An edition that is not out yet is told of nowhere, and a meeting without a day is no event.
    for open in
        [meeting.replace("as_of = 2020-06-30", "as_of = 2021-06-30"), meeting.replace(", date = 2020-08-12", "")]
    {
        let outcome = site().append("site.toml", &open).build_with(&past());
        assert!(outcome.files.keys().all(|path| path.extension() != "ics"), "{:?}", outcome.files.keys());
    }
    let unknown = site().append("site.toml", &meeting.replace("ØU", "USC")).build_with(&past());
    assert_eq!(unknown.codes(), ["unknown-committee"]);
}

/// The numbers of a row.
fn numbers(outcome: &Outcome, table: &str, row: &str) -> Vec<String> {
    let page = outcome.html("udgaver/index.html");
    page.table(table).row(row).cells.iter().skip(1).map(|cell| cell.replace('\u{a0}', " ")).collect()
}

#[test]
fn what_was_achieved_is_held_against_the_forecast_of_the_same_measures() {
    let status = |fields: &str| format!("+++\nlevel = \"Alt OK\"\n{fields}+++\nOrd.\n");
    let measure =
        |number: &str| format!("+++\nnumber = \"{number}\"\ntitle = \"Nyt {number}\"\nrequired = \"4,00\"\n+++\n");
    let third = "content/plans/a/updates/2020-09-30/03.md";
    let then = site()
        .with(STATUS, status("achieved = \"0,40\"\nforecast = \"1,00\"\n"))
        .with("content/plans/a/updates/2020-06-30/02.md", status("achieved = \"0,50\"\nforecast = \"2,00\"\n"));
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &then);
    let now = then
        .with("content/plans/a/measures/03.md", measure("3"))
        .with(LATER, status("achieved = \"1,00\"\n"))
        .with(SECOND, status("lifecycle = \"dropped\"\nachieved = \"0,90\"\n"))
        .with(third, status("achieved = \"3,00\"\nforecast = \"4,00\"\n"))
        .append("site.toml", CUT);
    let outcome = now.build_with(&past);
    let unit = |numbers: [&str; 3]| numbers.map(|number| format!("{number} mio. kr."));
    for (table, row) in [("forecasts-table", "Plan A"), ("committee-forecasts-table", "Socialudvalget")] {
        assert_eq!(numbers(&outcome, table, row), unit(["3,00", "1,90", "−1,10"]));
    }
    assert!(outcome.html("udgaver/index.html").text().contains("de tiltag, den seneste prognose omfatter"));
    // While a plan runs there is no result: what it forecasts for its end is not what it should have achieved by now.
    let due = now.clone().edit("content/plans/a/measures/03.md", "required", "due = \"2022\"\nrequired");
    let later = now.clone().edit("content/plans/a/measures/03.md", "required", "year = 2022\nrequired");
    for running in [now.clone().as_of("2020-12-30"), due, later] {
        let outcome = running.build_with(&past);
        for (table, row) in [("forecasts-table", "Plan A"), ("committee-forecasts-table", "Socialudvalget")] {
            assert_eq!(numbers(&outcome, table, row), ["3,00 mio. kr.", "1,90 mio. kr."], "{row}");
        }
    }
    // A measure that is gone counts with what was last told of it, also where another has its number.
    let gone = now.clone().without("content/plans/a/measures/02.md").without(SECOND);
    let gone = gone.without("content/plans/a/updates/2020-06-30/02.md");
    assert_eq!(numbers(&gone.build_with(&past), "forecasts-table", "Plan A"), unit(["3,00", "1,50", "−1,50"]));
    // What was dropped before it achieved anything achieves nothing; of what goes on something is to come.
    let silent = now.edit(SECOND, "achieved = \"0,90\"\n", "");
    let silent = silent.edit("content/plans/a/updates/2020-06-30/02.md", "achieved = \"0,50\"\n", "");
    assert_eq!(numbers(&silent.build_with(&past), "forecasts-table", "Plan A"), unit(["3,00", "1,00", "−2,00"]));
    let goes_on = silent.edit(SECOND, "dropped", "in-progress");
    assert!(!goes_on.build_with(&past).page("udgaver/index.html").contains("1,00"));
}

#[test]
fn a_plan_that_is_gone_counts_in_what_its_committee_was_told() {
    let status = |achieved: &str| {
        format!("+++\nlevel = \"Alt OK\"\nachieved = \"{achieved}\"\nforecast = \"1,00\"\n+++\nOrd.\n")
    };
    let then = site().with(STATUS, status("0,40")).without("content/plans/a/updates/2020-06-30/02.md");
    let plan = "+++\ntitle = \"Plan B\"\nkind = \"savings\"\ncommittee = \"USB\"\nunit = \"mio. kr.\"\n+++\nEn plan.\n";
    let then_too = then
        .clone()
        .with("content/plans/b/plan.md", plan)
        .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Andet\"\n+++\n")
        .with("content/plans/b/updates/2020-06-30/01.md", status("0,30"));
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &then_too);
    let now = then.append("site.toml", CUT).build_with(&past);
    let told = numbers(&now, "committee-forecasts-table", "Socialudvalget");
    assert_eq!(told, ["2,00 mio. kr.", "0,70 mio. kr.", "−1,30 mio. kr."]);
}

#[test]
fn a_stated_forecast_is_of_all_measures_that_anything_was_asked_of() {
    let status = |fields: &str| format!("+++\nlevel = \"Alt OK\"\n{fields}+++\nOrd.\n");
    let then = site()
        .edit("content/plans/a/plan.md", "unit =", "stated = { forecast = \"3,50\" }\nunit =")
        .with(STATUS, status("achieved = \"0,40\"\nforecast = \"1,00\"\n"));
    let past = Revisions::default().with("udgave/2020-06", "2020-07-02", &then);
    let now = then.with(LATER, status("achieved = \"1,00\"\n")).with(SECOND, status("achieved = \"0,90\"\n"));
    let outcome = now.append("site.toml", CUT).build_with(&past);
    let told = numbers(&outcome, "forecasts-table", "Plan A");
    assert_eq!(told, ["3,50 mio. kr.", "1,90 mio. kr.", "−1,60 mio. kr."]);
}
