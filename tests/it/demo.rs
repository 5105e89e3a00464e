//! `fremdrift init --demo`: a site with a history that can be seen.

use std::path::{Path, PathBuf};

use crate::support::{
    disk::{self, Run},
    git,
    html::{self, Element},
};

struct Demo {
    _folder: tempfile::TempDir,
    root: PathBuf,
}

impl Demo {
    fn new() -> Self {
        let folder = git::folder();
        let root = folder.path().join("demo");
        let run = init(&root);
        assert_eq!(run.code, Some(0), "{}", run.stderr);
        Self { _folder: folder, root }
    }

    fn git(&self, words: &[&str]) -> String {
        String::from_utf8(git::run(&self.root, words, &[])).expect("text").trim_end().to_owned()
    }

    fn run(&self, words: &[&str]) -> Run {
        disk::run(disk::program().args(words).arg("--root").arg(&self.root))
    }
}

fn init(root: &Path) -> Run {
    disk::run(disk::program().args(["init", "--demo"]).arg(root))
}

#[test]
fn it_is_a_clean_repository_with_the_same_commits_everywhere() {
    let (one, other) = (Demo::new(), Demo::new());
    let ids = |demo: &Demo| demo.git(&["rev-parse", "HEAD", "udgave/2019-11", "udgave/2020-03"]);
    assert_eq!(ids(&one), ids(&other));
    assert_eq!(one.git(&["status", "--porcelain"]), "");
    one.git(&["fsck", "--strict"]);
    let dates = one.git(&["log", "--reverse", "--format=%cs"]);
    let dates: Vec<&str> = dates.lines().collect();
    assert!(dates.is_sorted() && dates.first() < Some(&"2019-12") && dates.last() > Some(&"2020-06"), "{dates:?}");
    assert_eq!(one.git(&["log", "--format=%an <%ae>"]).lines().filter(|by| *by != "Økonomi <>").count(), 0);
}

#[test]
fn it_is_written_only_where_nothing_is() {
    let folder = git::folder();
    std::fs::write(folder.path().join("andet.txt"), "mit").expect("written");
    let run = init(folder.path());
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("is not empty"), "folder-not-empty: {}", run.stderr);
    assert_eq!(disk::files(folder.path()).len(), 1, "nothing is added");
    let hint = init(&folder.path().join("ny mappe"));
    assert!(hint.stderr.contains("fremdrift build --root \"") && hint.stderr.contains("diff HEAD~1 --root"));
}

#[test]
fn its_site_shows_its_history() {
    let demo = Demo::new();
    let built = demo.run(&["build"]);
    assert_eq!(built.code, Some(0), "{}", built.stderr);
    assert!(built.stderr.contains("0 fejl"), "{}", built.stderr);
    assert_eq!(demo.git(&["status", "--porcelain"]), "", "the published site is no part of the repository");
    let page = |path: &str| std::fs::read_to_string(demo.root.join("public").join(path)).expect("a page");
    let cut = page("editions/2020-03/planer/boern-unge-2020/index.html");
    assert!(cut.contains("Du ser udgaven »Status marts 2020«"), "its banner: {cut}");
    assert!(cut.contains("05-plejefamilier") && cut.contains("283.334"), "as it was, before it was corrected");
    let today = page("planer/boern-unge-2020/index.html");
    assert!(today.contains("Siden 31. marts 2020"), "{today}");
    assert!(today.contains("heraf rettelse: opnået 283.334\u{a0}kr. → 425.001\u{a0}kr."), "{today}");
    assert!(today.contains("heraf rettelse: opnået +141.667\u{a0}kr."), "and of the total: {today}");
    let report = page("planer/boern-unge-2020/2020-06-30.html");
    assert!(report.contains("før 283.334, rettet til 425.001"), "{report}");
    assert!(report.contains("før 1.508.334, rettet til 1.650.001"), "{report}");
    let row = row(&today, "05-netvaerkspleje");
    assert!(row.contains("opnået +"), "a measure with a new id is compared with what it was: {row}");
    let renamed = html::parse(&page("planer/boern-unge-2020/05-netvaerkspleje.html")).text();
    assert!(
        renamed.contains("titel Plejefamilier i barnets netværk → Flere") && renamed.contains("6. april 2020"),
        "{renamed}"
    );
    assert!(!renamed.contains("05-plejefamilier"), "what it was called in the files is told by `log` alone: {renamed}");
    let old = html::parse(&page("planer/boern-unge-2020/05-plejefamilier.html"));
    assert!(old.text().contains("Siden har fået en ny adresse"), "{}", old.text());
    let refresh = old.all("meta").into_iter().find(|meta| meta.attribute("http-equiv") == Some("refresh"));
    assert_eq!(refresh.and_then(|meta| meta.attribute("content")), Some("0; url=05-netvaerkspleje.html"));
    let of_then = page("editions/2020-03/planer/boern-unge-2020/05-plejefamilier.html");
    assert!(!of_then.contains("Siden har fået en ny adresse"), "in the edition it is called so");
    let corrected = html::parse(&page("planer/boern-unge-2020/01-kontaktpersoner.html")).text();
    assert!(corrected.contains("283.334 kr. → 425.001 kr."), "{corrected}");
    assert!(corrected.contains("Rettelse til »Status marts 2020«"), "{corrected}");
    // A report that was corrected says so before its figures, with the way to what it is about and to the edition.
    let report = html::parse(&page("planer/boern-unge-2020/2020-03-31.html"));
    let text = report.text();
    let (said, figures) = (text.find("Rettet siden: 2 tal og statusser"), text.find("Sparekrav"));
    assert!(said.is_some() && said < figures, "{text}");
    assert!(text.contains("Rettet 20. april 2020 1 Kontaktpersoner: opnået 283.334 kr. → 425.001 kr."), "{text}");
    let links: Vec<&str> = report.all("a").iter().filter_map(|link| link.attribute("href")).collect();
    assert!(links.contains(&"../../udgaver/2020-03.html#corrections"), "{links:?}");
    assert!(!page("planer/boern-unge-2020/2020-06-30.html").contains("Rettet siden"), "the newest was not");
    let edition = html::parse(&page("udgaver/2020-03.html"));
    let to_them = edition.all("a").into_iter().find(|link| link.attribute("href") == Some("#corrections"));
    assert_eq!(to_them.map(|link| link.text()).as_deref(), Some("Rettet siden: 2 rettelser"));
    let status = page("editions/2019-11/planer/budgetaftale-2020/2a2-serviceniveau.html");
    assert!(status.contains("Alt OK") && !status.contains("Kan ikke vurderes, "), "{status}");
}

/// Returns what the row of a table says that leads to a measure, with the words that stand below it.
fn row(page: &str, measure: &str) -> String {
    let leads = |link: &&Element| link.attribute("href").is_some_and(|to| to.contains(measure));
    let page = html::parse(page);
    let rows = page.all("tr");
    let at = rows.iter().position(|row| row.all("a").iter().any(leads)).expect("a row");
    let below = rows.get(at + 1).filter(|row| row.is("words"));
    rows.get(at).into_iter().chain(below).map(|row| row.text()).collect::<Vec<_>>().join(" ")
}

#[test]
fn its_stories_are_told() {
    let demo = Demo::new();
    let renamed = demo.run(&["log", "05-netvaerkspleje"]).stdout;
    assert!(renamed.contains("nyt id: 05-plejefamilier → 05-netvaerkspleje"), "{renamed}");
    assert!(renamed.contains("6. april 2020"), "what was said under the old id: {renamed}");
    let figure = demo.run(&["log", "01-kontaktpersoner"]).stdout;
    assert!(figure.contains("opnået: 283.334\u{a0}kr. → 425.001\u{a0}kr."), "{figure}");
    let status = demo.run(&["log", "2a2-serviceniveau"]).stdout;
    assert!(status.contains("status: Alt OK → Kan ikke vurderes"), "{status}");
    let milestone = demo.run(&["log", "tidlig-indsats-2022/3"]).stdout;
    assert!(milestone.contains("frist: ultimo 2022 → primo 2022"), "{milestone}");
    let list = demo.run(&["edition", "list"]).stdout;
    assert_eq!(list.lines().filter(|line| line.contains("låst")).count(), 2, "{list}");
    let diff = demo.run(&["diff", "HEAD~1"]);
    assert!(diff.stdout.contains("425.001\u{a0}kr. → 850.002\u{a0}kr."), "{}", diff.stdout);
}

/// Returns the parts of a page with a class.
fn parts<'e>(page: &'e Element, class: &str) -> Vec<&'e Element> {
    page.every().into_iter().filter(|part| part.is(class)).collect()
}

#[test]
fn what_readers_stumbled_over_is_gone() {
    let demo = Demo::new();
    assert_eq!(demo.run(&["build"]).code, Some(0));
    let source = |path: &str| std::fs::read_to_string(demo.root.join("public").join(path)).expect("a page");
    let page = |path: &str| html::parse(&source(path));
    let text = |path: &str| page(path).text().replace('\u{a0}', " ");

    // What is green and far behind is told where a reader looks.
    for path in ["index.html", "udvalg/usb.html", "planer/budgetaftale-2020/index.html"] {
        let found = text(path);
        let (under, apart) = (found.find("Afviger fra planen"), found.find("Meldt i orden, men langt bagud"));
        assert!(under.is_some() && under < apart && found.contains("Kun ca. 2,5 af 8 mio. kr. forventes"), "{path}");
    }

    // An edition says in a line that it is one, and nothing of what was then to come.
    let cut = page("editions/2020-03/udvalg/usb.html");
    let banner = parts(&cut, "edition")[0].all("details")[0];
    assert_eq!(banner.all("summary")[0].text(), "Udgave pr. 31. marts 2020");
    assert!(banner.text().contains("Du ser udgaven »Status marts 2020« til mødet 13. maj 2020"), "{}", banner.text());
    assert!(!cut.text().contains("Næste møde") && text("udvalg/usb.html").contains("Næste møde"));
    // What has no status is not what cannot be judged, and rows without one have the cells of the others.
    let plans = source("editions/2020-03/index.html");
    let plans = plans.split("id=\"plans-table\"").nth(1).and_then(|rest| rest.split("</table>").next()).expect("plans");
    assert!(plans.contains("#m-untold") && plans.contains("#m-none"), "{plans}");
    let row = plans.lines().find(|line| line.contains("Tidlig indsats 2022")).expect("a row");
    assert!(row.contains("<td class=\"status\"></td><td class=\"status\" data-label=\"Tiltag\">3<"), "{row}");
    // What changed is told since the meeting, and of which day its figures were.
    let home = text("index.html");
    assert!(home.contains("Siden mødet 13. maj 2020 Siden tallene pr. 31. marts 2020 har 18 tiltag"), "{home}");
    assert!(home.contains("Alle ændringer siden mødet 13. maj 2020"), "{home}");

    // Which total holds is said beside it, with the way to the figures that disagree; the figures are one step away.
    let says = |path: &str, words: &str, target: &str| {
        let page = page(path);
        let remarks = parts(&page, "remark");
        let told = remarks.iter().find(|told| told.text().replace('\u{a0}', " ").contains(words));
        let leads = told.is_some_and(|told| told.all("a").iter().any(|link| link.attribute("href") == Some(target)));
        assert!(leads, "{path}: {:?}", remarks.iter().map(|told| told.text()).collect::<Vec<_>>());
    };
    let holds = "Regn med 6,52 mio. kr. (55 % af sparekravet): så meget giver tiltagene tilsammen. \
                 Rapportens 6,56 mio. kr. og 6,55 mio. kr. stemmer ikke med dem.";
    says("planer/voksne-2020/index.html", holds, "../../uoverensstemmelser.html");
    says("index.html", "3 angivne tal stemmer ikke med det, de er sat sammen af.", "uoverensstemmelser.html");
    says("udvalg/usb.html", "3 angivne tal stemmer ikke", "../uoverensstemmelser.html");
    let behind = "Kun ca. 2,5 af 8 mio. kr. forventes";
    says("planer/budgetaftale-2020/2a1-forhandling.html", behind, "../../uoverensstemmelser.html#against");
    assert!(!text("planer/boern-unge-2020/index.html").contains("Regn med"), "its total is what its parts come to");
    for path in ["index.html", "planer/voksne-2020/index.html", "planer/tidlig-indsats-2022/index.html"] {
        assert!(source(path).contains("href=\"index.xlsx\""), "{path}");
    }
    // A fold counts measures as the sentence above it does: 5 and 9 are 14.
    let usb = text("udvalg/usb.html");
    assert!(usb.contains("3 af 14 tiltag") && usb.contains("Budgetaftalen 2020 (5)"), "{usb}");
    assert!(usb.contains("Voksenområdet 2020 (9)"), "{usb}");

    // Long pages say what stands on them.
    for path in ["udvalg/usb.html", "historik.html"] {
        let page = page(path);
        let contents = parts(&page, "contents")[0];
        assert!(contents.all("a").len() > 3 && contents.text().starts_with("På denne side"), "{path}");
    }

    // A history is told as people would, each group with its day and revision.
    let commit = demo.git(&["log", "--format=%H", "-1"]);
    let told = text("historik.html");
    assert!(told.contains(&format!("Registreret 6. juli 2020 (revision {})", &commit[..10])), "{told}");
    assert!(text("planer/boern-unge-2020/04-forhandling.html").contains(&format!("revision {}", &commit[..10])));
    for words in ["forløb ", "ny rapport: ", "udvikling ", "oprettet", " post "] {
        assert!(!told.contains(words), "{words}: {told}");
    }
    for words in [
        "Besparelse på støtte efter § 85: i gang; opnået 4,5 mio. kr. Alt OK Ny rapport: juni 2020",
        "går bedre; opnået 166.667 kr. → 785.715 kr.",
        "Rapporten om Voksenområdet 2020: udkommet",
        "5 nye punkter",
        "Første indlæsning: 19 punkter",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
}
