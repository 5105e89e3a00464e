//! What pages of today say of the past: of reports that were told of, put right, taken back or filed late, and of what was
//! decided anew since.

use crate::{
    past::{CUT, build},
    support::{
        Outcome, Site,
        disk::{self, Run},
        git::{Repo, Story, folder},
    },
};

const MEASURE: &str = "content/plans/a/measures/01.md";
const JUNE: &str = "content/plans/a/updates/2020-06-30/01.md";
const SEPTEMBER: &str = "content/plans/a/updates/2020-09-30/01.md";
const DECEMBER: &str = "content/plans/a/updates/2020-12-31/01.md";

fn site() -> Site {
    Site::small().as_of("2021-02-01")
}

fn status(level: &str, achieved: &str) -> String {
    format!("+++\nlevel = \"{level}\"\nachieved = \"{achieved}\"\n+++\nOrd om {achieved}.\n")
}

/// A story that begins before the first report.
fn begun() -> Story {
    Story::default().commit("2020-01-02", &site().without(JUNE))
}

/// Returns what `log` says of a measure, a line each, without what surrounds amounts.
fn log(repo: &Repo, today: &Site, id: &str) -> Vec<String> {
    today.write_to(repo.path());
    let Run { stdout, stderr, code } = disk::run(disk::program().arg("log").arg(id).arg("--root").arg(repo.path()));
    assert_eq!(code, Some(0), "{stderr}");
    let said = stdout.replace('\u{a0}', " ");
    said.lines().filter(|line| line.contains(" → ") || line.contains("status")).map(str::to_owned).collect()
}

/// A measure that was told of in June and September, a June figure that is put right and the next report after that.
fn corrected() -> (Repo, Site) {
    let june = site();
    let september = june.clone().with(SEPTEMBER, status("watch", "1,60"));
    let put_right = september.clone().edit(JUNE, "1,25", "1,20");
    let december = put_right.clone().with(DECEMBER, status("watch", "1,80"));
    let story = begun().commit("2020-07-02", &june).commit("2020-10-02", &september);
    (story.commit("2020-11-02", &put_right).commit("2021-01-02", &december).told(), december)
}

#[test]
fn a_new_report_is_held_against_the_report_before_it_not_against_what_was_written_last() {
    let (repo, today) = corrected();
    assert_eq!(
        log(&repo, &today, "01"),
        [
            "· 1 Takster, status: ikke oplyst → Alt OK (pr. 30. juni 2020)",
            "· 1 Takster, opnået: ikke oplyst → 1,25 mio. kr. (pr. 30. juni 2020)",
            "▼ 1 Takster, status: Alt OK → Opmærksomhed (værre, pr. 30. september 2020)",
            "▲ 1 Takster, opnået: 1,25 mio. kr. → 1,60 mio. kr. (bedre, pr. 30. september 2020)",
            "· 1 Takster, opnået: 1,25 mio. kr. → 1,20 mio. kr. (rettelse, pr. 30. juni 2020)",
            "▲ 1 Takster, opnået: 1,60 mio. kr. → 1,80 mio. kr. (bedre, pr. 31. december 2020)",
        ]
    );
    let history = build(&repo, &today).html("planer/a/historik.html").text().replace('\u{a0}', " ");
    assert!(history.contains("opnået 1,60 mio. kr. → 1,80 mio. kr."), "{history}");
}

/// The site of June, cut, with a measure 2 of which June said nothing at first.
fn filed_late() -> (Repo, Site, Outcome) {
    let second = "content/plans/a/measures/02.md";
    let march = "content/plans/a/updates/2020-03-31/02.md";
    let june = site()
        .append("site.toml", CUT)
        .with(second, "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n")
        .with(march, status("watch", "0,10"));
    let september = june
        .clone()
        .with(SEPTEMBER, status("ok", "1,60"))
        .with("content/plans/a/updates/2020-09-30/02.md", status("watch", "0,50"));
    let late = september.clone().with("content/plans/a/updates/2020-06-30/02.md", status("critical", "0,20"));
    let december = late.clone().with("content/plans/a/updates/2020-12-31/02.md", status("watch", "0,60"));
    let story = begun().commit("2020-07-02", &june).tag("udgave/2020-06").commit("2020-10-02", &september);
    let repo = story.commit("2020-11-02", &late).commit("2021-01-02", &december).told();
    let outcome = build(&repo, &december);
    (repo, december, outcome)
}

#[test]
fn a_status_that_is_filed_late_is_told_at_its_date_and_as_what_it_is() {
    let (repo, today, outcome) = filed_late();
    assert_eq!(
        log(&repo, &today, "02"),
        [
            "▲ 2 Botilbud, opnået: 0,10 mio. kr. → 0,50 mio. kr. (bedre, pr. 30. september 2020)",
            "▼ 2 Botilbud, status: Opmærksomhed → Kritisk (værre, pr. 30. juni 2020)",
            "▲ 2 Botilbud, opnået: 0,10 mio. kr. → 0,20 mio. kr. (bedre, pr. 30. juni 2020)",
            "▲ 2 Botilbud, opnået: 0,50 mio. kr. → 0,60 mio. kr. (bedre, pr. 31. december 2020)",
        ]
    );
    // The report is not what the committee had in front of it, and its page says so; a correction it is not.
    let text = |page: &str| outcome.html(page).text().replace('\u{a0}', " ");
    let june = text("planer/a/2020-06-30.html");
    assert!(
        june.contains("Ændret siden: én ting")
            && june.contains("status Opmærksomhed → Kritisk; opnået 0,10 mio. kr. → 0,20"),
        "{june}"
    );
    assert!(june.contains("Kommet til efter »Status medio 2020«") && !june.contains("Rettet siden"), "{june}");
    assert!(text("planer/a/02.html").contains("Skrevet 2. november 2020, efter »Status medio 2020«"));
    assert!(!text("udgaver/2020-06.html").contains("0,20 mio. kr."), "the edition lists what is wrong in it");
    for page in ["planer/a/historik.html", "historik.html", "planer/a/historik.xml"] {
        let history = outcome.page(page).replace('\u{a0}', " ");
        assert!(history.contains("Kommet til efter »Status medio 2020«"), "{page}: {history}");
        assert!(!history.contains("0,20 mio. kr. <small>Ny rapport"), "{page}: {history}");
    }
}

#[test]
fn a_report_that_was_taken_back_and_comes_again_is_held_against_itself() {
    let (june, again) = (site().with(SEPTEMBER, status("watch", "1,60")), status("watch", "1,55"));
    let (gone, back) = (june.clone().without(SEPTEMBER), june.clone().with(SEPTEMBER, again));
    let story = begun().commit("2020-10-02", &june).commit("2020-10-05", &gone);
    let repo = story.commit("2020-10-09", &back).told();
    assert_eq!(
        log(&repo, &back, "01")[4..],
        [
            "· 1 Takster, status fjernet (pr. 30. september 2020)",
            "· 1 Takster, opnået: 1,60 mio. kr. → 1,55 mio. kr. (rettelse, pr. 30. september 2020)",
        ]
    );
    // While it was gone, the one before it held.
    let next = gone.clone().with(DECEMBER, status("Alt OK", "1,80"));
    let repo = begun().commit("2020-10-02", &june).commit("2020-10-05", &gone).commit("2021-01-02", &next).told();
    let last = log(&repo, &next, "01").pop();
    assert_eq!(
        last.as_deref(),
        Some("▲ 1 Takster, opnået: 1,25 mio. kr. → 1,80 mio. kr. (bedre, pr. 31. december 2020)")
    );
}

/// The parts of measure 1, as it was split after June.
fn split() -> Site {
    let part = |number: &str, required: &str| {
        format!("+++\nnumber = \"1.{number}\"\ntitle = \"Del {number}\"\nrequired = \"{required}\"\n+++\n")
    };
    site()
        .with("content/plans/a/measures/02.md", "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/02.md", status("watch", "0,30"))
        .with("content/plans/a/measures/01a.md", part("a", "1,50"))
        .with("content/plans/a/measures/01b.md", part("b", "1,00"))
}

fn split_and_told() -> Site {
    let september = |file: &str| format!("content/plans/a/updates/2020-09-30/{file}.md");
    split()
        .with(&september("01a"), status("watch", "0,90"))
        .with(&september("01b"), status("critical", "0,60"))
        .with(&september("02"), status("Alt OK", "0,50"))
}

fn texts(site: &Site, page: &str) -> String {
    site.sound().html(page).text().replace('\u{a0}', " ")
}

#[test]
fn an_old_report_counts_a_measure_that_was_split_later() {
    for site in [split(), split_and_told()] {
        let june = texts(&site, "planer/a/2020-06-30.html");
        assert!(june.contains("1 af 2 tiltag har status »Opmærksomhed« og 1 har status »Alt OK«"), "{june}");
        assert!(!june.contains("uden status") && !june.contains("intet nyt"), "{june}");
        assert!(!june.contains("Del a"), "it had no parts: {june}");
    }
    // Until something is told of its parts, it stands for them today too; they have a row.
    let today = texts(&split(), "planer/a/index.html");
    assert!(today.contains("1 af 2 tiltag") && today.contains("Del a"), "{today}");
    assert!(!split().sound().codes().contains(&"missing-status"));
}

#[test]
fn a_measure_that_was_split_is_told_by_its_parts() {
    let site = split_and_told();
    let today = texts(&site, "planer/a/index.html");
    assert!(today.contains("1 af 3 tiltag har status »Kritisk«"), "{today}");
    assert!(!today.contains("intet nyt"), "nothing more is owed of it: {today}");
    // What was stated of it in June is no sum of what its parts had achieved in September.
    assert!(!today.contains("stemmer ikke"), "{today}");
    assert!(texts(&site, "planer/a/01.html").contains("1,50"), "what its parts come to");
    let committee = texts(&site, "udvalg/usb.html");
    assert!(committee.contains("1,50 mio. kr.") && !committee.contains("stemmer ikke"), "{committee}");
    assert!(!committee.contains("Mangler nyt"), "{committee}");
    // One that says its own figure anew states it beside them.
    let stated = site.with(SEPTEMBER, status("watch", "1,70"));
    assert!(texts(&stated, "planer/a/index.html").contains("stemmer ikke (+0,20)"));
}

#[test]
fn what_a_measure_was_at_each_report_is_what_it_was_then() {
    // Dropped in September, taken up again in December.
    let site = split_and_told()
        .with(SEPTEMBER, status("watch", "1,50"))
        .with(
            "content/plans/a/updates/2020-09-30/02.md",
            "+++\nlevel = \"critical\"\nlifecycle = \"dropped\"\n+++\nOpgivet.\n",
        )
        .with(
            "content/plans/a/updates/2020-12-31/02.md",
            "+++\nlevel = \"ok\"\nlifecycle = \"in-progress\"\n+++\nI gang.\n",
        );
    let committee = site.sound().html("udvalg/usb.html");
    let rows = committee.all("tr").into_iter().map(|row| row.text().replace('\u{a0}', " "));
    let rows: Vec<String> = rows.collect();
    let row = |word: &str| {
        rows.iter().filter(|row| row.trim_start().starts_with(word)).cloned().collect::<Vec<_>>().join("\n")
    };
    let digits = |word: &str| row(word).chars().filter(char::is_ascii_digit).collect::<String>();
    assert_eq!(digits("Alt OK"), "101", "{rows:#?}");
    assert_eq!(digits("Opmærksomhed"), "111", "{rows:#?}");
    assert_eq!(digits("Kritisk"), "011", "{rows:#?}");
    assert_eq!(digits("Opgivet"), "010", "{rows:#?}");
}

#[test]
fn the_page_of_a_report_says_what_was_decided_anew_since() {
    let second = "content/plans/a/measures/02.md";
    let june = site()
        .append("site.toml", CUT)
        .with(second, "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n");
    let decided = june.clone().edit(MEASURE, "2,50", "2,00").without(second).with(
        "content/plans/a/measures/03.md",
        "+++\nnumber = \"3\"\ntitle = \"Kørsel\"\nrequired = \"0,40\"\n+++\nNye ord.\n",
    );
    let later = decided.clone().with(SEPTEMBER, status("watch", "1,60"));
    let told = |story: Story, today: &Site| {
        build(&story.told(), today).html("planer/a/2020-06-30.html").text().replace('\u{a0}', " ")
    };
    let story = begun().commit("2020-07-02", &june).tag("udgave/2020-06").commit("2020-09-02", &decided);
    let page = told(story.clone().commit("2020-10-02", &later), &later);
    for words in [
        "Ændret siden: 3 ting er kommet til eller besluttet anderledes",
        "Ændret 2. september 2020 1 Takster:",
        "sparekrav 2,50 mio. kr. → 2,00 mio. kr.",
        "2 Botilbud: fjernet",
        "3 Kørsel: tilføjet",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    // Of the report that came after the decision nothing is said, nor where no edition was cut before it.
    let page = build(&story.commit("2020-10-02", &later).told(), &later).html("planer/a/2020-09-30.html").text();
    assert!(!page.contains("Ændret siden"), "{page}");
    let open = |site: &Site| site.clone().edit("site.toml", "revision = \"udgave/2020-06\"\n", "");
    let story = begun().commit("2020-07-02", &open(&june)).commit("2020-09-02", &open(&decided));
    let page = told(story, &open(&decided));
    assert!(page.contains("sparekrav 2,50 mio. kr. → 2,00 mio. kr."), "it came before the decision: {page}");
    let page = told(begun().commit("2020-07-02", &open(&decided)), &open(&decided));
    assert!(!page.contains("Ændret siden"), "{page}");
}

/// A measure that was dropped in September, with a requirement that was taken away in the same commit; the edition of September.
fn dropped() -> Outcome {
    let second = "content/plans/a/measures/02.md";
    let june = site()
        .append("site.toml", CUT)
        .with(second, "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n")
        .with("content/plans/a/updates/2020-06-30/02.md", status("watch", "0,30"));
    let cut = CUT.replace("2020-06-30", "2020-09-30").replace("2020-06", "2020-09");
    let september = june
        .clone()
        .append("site.toml", &cut)
        .edit(second, "required = \"1,00\"\n", "")
        .with(SEPTEMBER, status("ok", "1,60"))
        .with("content/plans/a/updates/2020-09-30/02.md", "+++\nlifecycle = \"dropped\"\n+++\nOpgivet.\n");
    let story = begun().commit("2020-07-02", &june).tag("udgave/2020-06").commit("2020-10-02", &september);
    build(&story.tag("udgave/2020-09").told(), &september)
}

#[test]
fn what_was_dropped_came_from_where_it_stood() {
    let outcome = dropped();
    let edition = outcome.html("udgaver/2020-09.html");
    let rows: Vec<String> = edition.all("tr").into_iter().map(|row| row.text().replace('\u{a0}', " ")).collect();
    let came = |from: &str| rows.iter().find(|row| row.trim_start().starts_with(from)).cloned();
    assert!(came("Fra Opmærksomhed").is_some_and(|row| row.contains('1')), "{rows:#?}");
    assert_eq!(came("Fra Opgivet"), None, "{rows:#?}");
    // It follows no plan any more and so deviates from none.
    let text = edition.text();
    assert!(!text.contains("afviger 1 (før: 1)"), "{text}");
}

#[test]
fn a_history_calls_no_status_unchanged_that_the_same_commit_changes() {
    let history = dropped().html("historik.html").text().replace('\u{a0}', " ");
    let (_, figures) = history.split_once("med nye tal og uændret status").expect("some have new figures alone");
    let (figures, _) = figures.split_once("nyt punkt").expect("what is new follows");
    assert!(figures.contains("1 Takster") && !figures.contains("2 Botilbud"), "{figures}");
    assert!(history.contains("sparekrav 1,00 mio. kr. → ikke oplyst"), "it is told: {history}");
}

fn expecting(achieved: &str, forecast: &str) -> String {
    status("watch", achieved).replacen("+++\nOrd", &format!("forecast = \"{forecast}\"\n+++\nOrd"), 1)
}

#[test]
fn a_figure_that_is_older_than_the_last_status_has_its_date_beside_it() {
    let site = site()
        .with(JUNE, expecting("1,25", "2,10"))
        .with(SEPTEMBER, "+++\nlevel = \"critical\"\nachieved = \"1,30\"\n+++\nKort.\n");
    let (plan, measure) = (texts(&site, "planer/a/index.html"), texts(&site, "planer/a/01.html"));
    assert!(plan.contains("2,10 30. juni 2020") && !plan.contains("1,30 30."), "{plan}");
    assert!(measure.contains("Forventet 2,10 mio. kr. Pr. 30. juni 2020; 84 % af sparekravet"), "{measure}");
    assert!(!texts(&site, "planer/a/2020-06-30.html").contains("2,10 30. juni"), "there it is the last");
}

#[test]
fn what_was_expected_of_a_measure_before_it_was_dropped_is_expected_no_longer() {
    let dropped = |more: &str| {
        site()
            .with(
                "content/plans/a/measures/02.md",
                "+++\nnumber = \"2\"\ntitle = \"Botilbud\"\nrequired = \"1,00\"\n+++\n",
            )
            .with("content/plans/a/updates/2020-06-30/02.md", expecting("0,30", "0,90"))
            .with(JUNE, expecting("1,25", "2,10"))
            .with(SEPTEMBER, expecting("1,30", "2,00"))
            .with(
                "content/plans/a/updates/2020-09-30/02.md",
                format!("+++\nlifecycle = \"dropped\"\n{more}+++\nOpgivet.\n"),
            )
    };
    let page = |more: &str| texts(&dropped(more), "planer/a/index.html");
    assert!(page("").contains("Forventet 2,00 mio. kr. 57 % af sparekravet"), "{}", page(""));
    assert!(!page("").contains("er oplyst"), "nothing is owed of it: {}", page(""));
    assert!(page("forecast = \"0,30\"\n").contains("Forventet 2,30 mio. kr."), "what was expected of it then counts");
    let june = texts(&dropped(""), "planer/a/2020-06-30.html");
    assert!(june.contains("Forventet 3,00 mio. kr."), "in June it was expected: {june}");
    // One that goes on again is expected to come to what is said of it then, and not to what was said before.
    let again = |more: &str| {
        let status = format!("+++\nlifecycle = \"in-progress\"\n{more}+++\nIgen.\n");
        texts(&dropped("").with("content/plans/a/updates/2020-12-31/02.md", status), "planer/a/index.html")
    };
    assert!(again("").contains("Forventet 2,00 mio. kr. 57 % af sparekravet; 1 af 2 er oplyst"), "{}", again(""));
    assert!(again("forecast = \"0,40\"\n").contains("Forventet 2,40 mio. kr."));
}

#[test]
fn what_adds_up_something_approximate_is_approximate_in_every_table_and_file() {
    let effect = "\n[funding]\n2020 = \"ca. 0,20\"\n2021 = \"0,30\"\n";
    let measure = |number: &str, funding: &str| {
        format!("+++\nnumber = \"{number}\"\ntitle = \"Tiltag {number}\"\nrequired = \"2,50\"\n{funding}+++\n")
    };
    let built = site()
        .with(MEASURE, measure("1", effect))
        .with("content/plans/a/measures/02.md", measure("2", &effect.replace("ca. ", "")))
        .with(JUNE, expecting("1,25", "2,10"))
        .with("content/plans/a/updates/2020-06-30/02.md", expecting("0,30", "ca. 0,90"))
        .with(SEPTEMBER, expecting("1,30", "2,00"))
        .with("content/plans/a/updates/2020-09-30/02.md", expecting("0,40", "0,80"))
        .sound();
    let page = built.html("planer/a/index.html").text().replace('\u{a0}', " ");
    assert!(page.contains("30. juni 2020 1,55 ca. 3,00"), "{page}");
    assert!(page.contains("30. september 2020 1,70 2,80"), "{page}");
    let csv = built.page("planer/a/index.achieved-data.csv");
    assert!(csv.contains("forbehold"), "{csv}");
    let total = built.html("planer/a/index.html").table("funding").row("I alt, beregnet").cells.clone();
    assert!(total.iter().any(|cell| cell.starts_with("ca.")), "{total:?}");
}

#[test]
fn a_new_report_asks_for_the_parts_of_a_measure_that_was_split() {
    let drafted = |site: &Site| {
        let folder = folder();
        site.write_to(folder.path());
        let run = disk::run(disk::program().args(["new", "report", "a", "2020-12-31", "--root"]).arg(folder.path()));
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        let drafts = disk::files(folder.path())
            .into_keys()
            .filter_map(|path| Some(path.split_once("2020-12-31/")?.1.to_owned()));
        drafts.collect::<Vec<_>>()
    };
    assert_eq!(drafted(&split_and_told()), ["01a.md", "01b.md", "02.md", "index.md"]);
    let both = split_and_told().with(SEPTEMBER, status("watch", "1,50"));
    assert_eq!(drafted(&both), ["01.md", "01a.md", "01b.md", "02.md", "index.md"], "both are told");
}

#[test]
fn records_of_one_title_are_told_one_by_one() {
    let plan = "+++\ntitle = \"Spareplan\"\nkind = \"savings\"\nyear = 2020\n+++\n";
    let measure = "+++\ntitle = \"Indkøb\"\n+++\n";
    let today = ["b", "c"].into_iter().fold(site(), |site, id| {
        let site = site.with(&format!("content/plans/{id}/plan.md"), plan);
        site.with(&format!("content/plans/{id}/measures/01.md"), measure)
            .with(&format!("content/plans/{id}/measures/02.md"), measure)
    });
    let repo = Story::default().commit("2020-01-02", &site()).commit("2020-10-02", &today).told();
    let history = build(&repo, &today).html("historik.html").text().replace('\u{a0}', " ");
    assert!(!history.contains("tilføjet; tilføjet"), "{history}");
    assert!(history.contains("Spareplan"), "{history}");
}

#[test]
fn a_total_that_nothing_explains_is_not_held_against_what_was_computed_before() {
    let stated = "content/plans/a/updates/2020-09-30/index.md";
    let june = site().append("site.toml", CUT);
    let september = june
        .clone()
        .with(SEPTEMBER, status("Alt OK", "1,25"))
        .with(stated, "+++\n[stated]\nachieved = \"2,50\"\n+++\n");
    let repo = begun().commit("2020-07-02", &june).tag("udgave/2020-06").commit("2020-10-02", &september).told();
    let built = build(&repo, &september);
    let text = |path: &str| built.html(path).text().replace('\u{a0}', " ");
    let plan = text("planer/a/index.html");
    assert!(
        plan.contains("stemmer ikke (+1,25)")
            && !plan.contains("opnået +1,25")
            && !plan.contains("steget fra 1,25 til 2,50"),
        "{plan}"
    );
    assert!(!text("index.html").contains("opnået +1,25") && !text("udvalg/usb.html").contains("opnået +1,25"));
}

#[test]
fn what_changed_stands_alone_where_nothing_can_need_attention() {
    let bare = site().without(MEASURE).without(JUNE).append("site.toml", CUT);
    let then =
        bare.clone().with("content/plans/a/updates/2020-06-30/index.md", "+++\nlevel = \"Alt OK\"\n+++\nDet går.\n");
    let repo = Story::default().commit("2020-07-02", &then).tag("udgave/2020-06").told();
    let home = build(&repo, &then);
    let page = home.page("index.html");
    assert!(page.contains("id=\"since\"") && !page.contains("id=\"attention\""), "{page}");
    assert!(!page.contains("class=\"columns\""), "{page}");
}

#[test]
fn a_sum_that_lost_a_figure_says_whose() {
    let other = "content/plans/a/measures/02.md";
    let status_of_other = "content/plans/a/updates/2020-06-30/02.md";
    let june = site()
        .with(other, "+++\nnumber = \"2\"\ntitle = \"Huse\"\nrequired = \"2,0\"\n+++\n")
        .with(status_of_other, status("Alt OK", "0,75"))
        .append("site.toml", CUT);
    let story = begun().commit("2020-07-02", &june).tag("udgave/2020-06");
    let said = |today: &Site| {
        let outcome = build(&story.clone().commit("2021-01-02", today).told(), today);
        let of_plan = outcome.html("planer/a/index.html").table("measures-table");
        let row = of_plan.row("I alt, beregnet");
        let since = row.words.iter().map(|(_, words)| words.as_str()).chain(row.cells.iter().map(String::as_str));
        let total = since.filter(|words| words.contains("opnået")).collect::<Vec<_>>().join(" ");
        (total, outcome.html("index.html").text(), of_plan)
    };
    let (total, front, _) = said(&june.clone().without(status_of_other));
    assert_eq!(total, "opnået −0,75 mio. kr.; heraf trukket tilbage: 2 Huse");
    assert!(front.contains("opnået −0,75 mio. kr.; heraf trukket tilbage: 2 Huse"), "{front}");
    let (total, front, _) = said(&june.clone().without(status_of_other).without(other));
    assert_eq!(total, "sparekrav −2,00 mio. kr.; opnået −0,75 mio. kr.; heraf udgået: 2 Huse");
    assert!(front.contains("heraf udgået: 2 Huse"), "{front}");
    // The status says nothing of it any more; or the figure was put right, which is no withdrawal.
    let (total, ..) = said(&june.clone().edit(status_of_other, "achieved = \"0,75\"\n", ""));
    assert!(total.ends_with("heraf trukket tilbage: 2 Huse"), "{total}");
    let (total, ..) = said(&june.clone().edit(status_of_other, "0,75", "0,50"));
    assert!(total.contains("heraf rettelse") && !total.contains("trukket tilbage"), "{total}");
}

#[test]
fn a_status_that_is_withdrawn_is_told_where_the_one_before_it_holds_again() {
    let told =
        site().with(SEPTEMBER, status("Alt OK", "2,00")).append("site.toml", &CUT.replace("2020-06-30", "2020-10-01"));
    let story = begun().commit("2020-10-02", &told).tag("udgave/2020-06");
    let today = told.clone().without(SEPTEMBER);
    let outcome = build(&story.commit("2021-01-02", &today).told(), &today);
    let text = outcome.html("planer/a/index.html").text();
    assert!(text.contains("opnået −0,75 mio. kr.; status pr. 30. september 2020 er trukket tilbage"), "{text}");
}

/// What the row of a plan's measures in all and the page of all plans say since an edition.
fn since_two(then: Site, today: impl Fn(Site) -> Site) -> [String; 2] {
    let story = begun().commit("2020-07-02", &then).tag("udgave/2020-06");
    let today = today(then);
    let outcome = build(&story.commit("2021-01-02", &today).told(), &today);
    let of_plan = outcome.html("planer/a/index.html").table("measures-table");
    let row = of_plan.row("I alt, beregnet");
    let words = row.words.iter().map(|(_, words)| words.as_str()).chain(row.cells.iter().map(String::as_str));
    let plans = outcome.html("planer/index.html").table("plans-table");
    let row = plans.row("Plan A");
    let plan = row.cells.iter().chain(row.words.iter().map(|(_, words)| words)).cloned().collect::<Vec<_>>().join("|");
    [words.collect::<Vec<_>>().join("|"), plan].map(|text| text.replace('\u{a0}', " "))
}

#[test]
fn a_sum_names_no_measure_whose_figure_is_as_it_was() {
    let other = "content/plans/a/measures/02.md";
    let [june, march] = ["06-30", "03-31"].map(|day| format!("content/plans/a/updates/2020-{day}/02.md"));
    let two = site()
        .with(other, "+++\nnumber = \"2\"\ntitle = \"Huse\"\nrequired = \"2,0\"\n+++\n")
        .with(&march, status("Alt OK", "0,75"))
        .append("site.toml", CUT);
    // A status that said nothing of money is withdrawn, and one that said what the report before it said.
    for told in ["+++\nlevel = \"Alt OK\"\n+++\nOrd.\n".to_owned(), status("Alt OK", "0,750")] {
        let [total, plans] =
            since_two(two.clone().with(&june, told), |today| today.without(&june).edit(JUNE, "1,25", "1,00"));
        for said in [total, plans] {
            assert!(said.contains("opnået −0,25") && !said.contains("Huse"), "{said}");
        }
    }
    // One that said another figure.
    let [total, plans] = since_two(two.clone().with(&june, status("Alt OK", "0,80")), |today| today.without(&june));
    for said in [total, plans] {
        assert!(said.contains("opnået −0,05") && said.contains("heraf trukket tilbage: 2 Huse"), "{said}");
    }
}

#[test]
fn a_loss_is_said_of_a_sum_that_changed() {
    let other = "content/plans/a/measures/02.md";
    let index = "content/plans/a/updates/2020-06-30/index.md";
    let measure = |number: &str| format!("+++\nnumber = \"{number}\"\ntitle = \"Huse\"\nrequired = \"2,0\"\n+++\n");
    let two = site().with(other, measure("2")).with(index, "+++\nlevel = \"Alt OK\"\n+++\nOrd.\n");
    let two = two.append("site.toml", CUT);
    // Another measure of the same size stands in its place, and the plan at another level.
    let [_, plans] = since_two(two.clone(), |today| {
        today.without(other).with("content/plans/a/measures/03.md", measure("3")).edit(index, "Alt OK", "Kritisk")
    });
    assert!(plans.contains("Kritisk") && !plans.contains("heraf"), "{plans}");
    // What was required is less, and what was achieved is not: that a measure lost what it achieved is said of another sum.
    let [total, plans] = since_two(two, |today| today.without(other).edit(index, "Alt OK", "Kritisk"));
    for said in [total, plans] {
        assert!(said.contains("heraf udgået: 2 Huse"), "{said}");
    }
}
