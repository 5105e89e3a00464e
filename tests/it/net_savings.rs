//! Savings less investments, savings of several years, and savings nobody has told of: what is said of sums of them.

use crate::support::{Outcome, Site};

const PLAN: &str = "planer/a/index.html";

/// A measure: the lines of its front matter, and what a report says that was achieved.
type Written<'w> = (&'w str, Option<&'w str>);

fn with_measures(site: Site, plan: &str, measures: &[Written]) -> Site {
    (1..).zip(measures).fold(site, |site, (nth, (lines, achieved))| {
        let file = format!("content/plans/{plan}/measures/0{nth}.md");
        let site = site.with(&file, format!("+++\nnumber = \"{nth}\"\ntitle = \"T{nth}\"\n{lines}\n+++\n"));
        let said = achieved.map(|achieved| format!("achieved = \"{achieved}\"\n")).unwrap_or_default();
        let file = format!("content/plans/{plan}/updates/2020-06-30/0{nth}.md");
        site.with(&file, format!("+++\nlevel = \"Alt OK\"\n{said}+++\nOrd om {nth}.\n"))
    })
}

fn with_plan(site: Site, id: &str, lines: &str, measures: &[Written]) -> Site {
    let plan = format!(
        "+++\ntitle = \"Plan {id}\"\nkind = \"savings\"\nunit = \"mio. kr.\"\ncommittee = \"USB\"\nowner = \"chef\"\n{lines}\n+++\nEn plan.\n"
    );
    with_measures(site.with(&format!("content/plans/{id}/plan.md"), plan), id, measures)
}

fn plan(lines: &str, measures: &[Written]) -> Site {
    with_plan(Site::small(), "a", lines, measures)
}

const SAVED: Written = ("required = \"2,0\"", Some("1,0"));
const SPENT: Written = ("required = \"-1,9\"\ninvestment = true", Some("-0,0"));

/// All pages and files that say per cent of a required saving, by what they are called.
fn shares(outcome: &Outcome) -> Vec<String> {
    let says = |text: &str| {
        text.contains("af sparekravet") && text.contains('%')
            || text.contains("pct.</th>")
            || text.contains("Opnået i pct.")
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    outcome.files.iter().filter(|(_, bytes)| says(&text(bytes))).map(|(path, _)| path.to_string()).collect()
}

#[test]
fn per_cent_are_said_of_savings_alone() {
    let told = shares(&plan("year = 2020", &[SAVED]).build());
    for page in
        [PLAN, "index.html", "planer/a/01.html", "planer/a/2020-06-30.html", "planer/a/index.measures-table.csv"]
    {
        assert!(told.iter().any(|told| told == page), "{page} says it of a saving: {told:?}");
    }
    let cost: Written = ("required = \"-1,5\"", Some("-2,25"));
    let investment: Written = ("required = \"-1,5\"\ninvestment = true", Some("-2,25"));
    for alone in [cost, investment] {
        assert_eq!(shares(&plan("year = 2020", &[alone]).build()), Vec::<String>::new(), "{alone:?}");
    }
}

#[test]
fn of_a_requirement_that_investments_take_much_of_no_per_cent_are_said() {
    let outcome = plan("year = 2020", &[SAVED, SPENT]).build();
    let tiles = outcome.html(PLAN).every().into_iter().find(|element| element.is("tiles")).expect("tiles").text();
    assert!(tiles.contains("0,1 mio. kr.") && !tiles.contains('%'), "{tiles}");
    let table = outcome.html(PLAN).table("measures-table");
    assert_eq!(table.column("Opnået i pct."), ["50 %", "", "", "50 %"], "a saving, an investment, both, savings alone");
    let two = with_plan(plan("year = 2020", &[SAVED, SPENT]), "b", "year = 2020", &[SAVED]).build();
    let plans = two.html("index.html").table("plans-table");
    assert_eq!([plans.cell("Plan a", "Opnået i pct."), plans.cell("Plan b", "Opnået i pct.")], ["", "50 %"]);
    assert_eq!(two.html("udvalg/usb.html").table("money-table").column("Opnået i pct."), ["", "50 %", ""]);
    for page in ["udvalg/usb.html", "ansvarlige/chef.html"] {
        let html = two.html(page);
        let tiles = html.every().into_iter().find(|element| element.is("tiles")).expect("tiles").text();
        assert!(tiles.contains("2,1 mio. kr.") && !tiles.contains("af sparekravet"), "{page}: {tiles}");
    }
    // One that takes little of it leaves the per cent: 1,0 - 0,0 of 2,0 - 0,4.
    let little = ("required = \"-0,4\"\ninvestment = true", SPENT.1);
    let kept = plan("year = 2020", &[SAVED, little]).build();
    assert_eq!(kept.html(PLAN).table("measures-table").column("Opnået i pct."), ["50 %", "", "63 %", "50 %"]);
    assert!(kept.html("udvalg/usb.html").text().contains("63 % af sparekravet"), "{}", kept.page("udvalg/usb.html"));
    // What a document states of both together is no saving either, nor is the total that nothing explains.
    let stated = "year = 2020\nstated = { required = \"0,1\", achieved = \"0,5\" }";
    assert!(!plan(stated, &[SAVED, SPENT]).build().page(PLAN).contains("af sparekravet"));
    assert!(plan(stated, &[SAVED]).build().page(PLAN).contains("af sparekravet"));
}

#[test]
fn a_measure_whose_parts_are_investments_too_has_no_per_cent() {
    let part = |site: Site, number: &str, lines: &str| {
        let text = format!("+++\nnumber = \"1.{number}\"\ntitle = \"D{number}\"\n{lines}\n+++\n");
        site.with(&format!("content/plans/a/measures/01{number}.md"), text)
    };
    for own in ["", "required = \"0,1\""] {
        let site = part(plan("year = 2020", &[(own, Some("1,0"))]), "a", "required = \"2,0\"");
        let site = part(site, "b", "required = \"-1,9\"\ninvestment = true");
        let page = site.build().html("planer/a/01.html").text();
        assert!(page.contains("1,0 mio. kr.") && !page.contains("af sparekravet"), "{own}: {page}");
    }
}

#[test]
fn a_sum_of_several_years_says_so() {
    const SAID: &str = "beløb for 2020 og 2021 lagt sammen";
    let year = |year: &str| format!("required = \"1,0\"\nyear = {year}");
    let [this, next] = ["2020", "2021"].map(year);
    let two = [(this.as_str(), Some("0,5")), (next.as_str(), Some("0,5"))];
    let outcome = plan("year = 2020", &two).build();
    assert_eq!(outcome.codes(), ["years-added"]);
    let html = outcome.html(PLAN);
    let tiles = html.every().into_iter().find(|element| element.is("tiles")).expect("tiles").text();
    assert_eq!(tiles.matches(SAID).count(), 2, "{tiles}");
    let table = html.table("measures-table");
    for column in ["Sparekrav", "Opnået"] {
        assert!(table.cell("I alt, beregnet", column).contains(SAID), "{column}");
    }
    assert!(outcome.page("planer/a/index.measures-table.csv").contains(SAID));
    assert!(outcome.html("index.html").table("plans-table").cell("Plan a", "Sparekrav").contains(SAID));
    assert!(
        outcome.page(PLAN).contains("Beløb for 2020 og 2021 lagt sammen."),
        "the chart that names the total says so"
    );
    let silenced = plan("year = 2020", &two).append("site.toml", "[checks]\nyears-added = \"off\"\n").build();
    assert_eq!(silenced.codes(), Vec::<&str>::new());
    assert!(silenced.page(PLAN).contains(SAID), "readers are told all the same");
    // A year that another part of the plan, or the plan itself, says in other words is one year.
    for (plan_year, measures) in [
        ("year = 2020", vec![("required = \"1,0\"", Some("0,5")), (this.as_str(), Some("0,5"))]),
        ("", vec![(this.as_str(), Some("0,5")), (this.as_str(), Some("0,5"))]),
        ("", vec![("required = \"1,0\"", Some("0,5")), (next.as_str(), Some("0,5"))]),
        ("year = 2020", vec![("year = 2021", None), (this.as_str(), Some("0,5"))]),
    ] {
        let outcome = plan(plan_year, &measures).build();
        assert_eq!(outcome.codes(), Vec::<&str>::new(), "{plan_year} {measures:?}");
        assert!(!outcome.page(PLAN).contains("lagt sammen"), "{plan_year} {measures:?}");
    }
}

#[test]
fn committees_and_owners_are_told_of_which_years_their_sums_are() {
    const SAID: &str = "beløb for 2020 og 2021 lagt sammen";
    let measure = |lines: &str| format!("required = \"1,0\"\n{lines}");
    let [this, next] = ["", "year = 2021"].map(measure);
    let site = plan("year = 2020", &[(this.as_str(), Some("0,5")), (next.as_str(), Some("0,5"))]);
    let site = with_plan(site, "b", "year = 2020", &[SAVED]);
    let outcome = site.build();
    let money = outcome.html("udvalg/usb.html").table("money-table");
    let told: Vec<bool> = money.column("Sparekrav").into_iter().map(|cell| cell.contains(SAID)).collect();
    assert_eq!(told, [true, false, true], "plan A, plan B, both");
    let owner = outcome.html("ansvarlige/chef.html");
    let tiles = owner.every().into_iter().find(|element| element.is("tiles")).expect("tiles").text();
    assert_eq!(tiles.matches(SAID).count(), 2, "{tiles}");
}

#[test]
fn what_nobody_has_told_is_not_called_unreached() {
    let title = |measures: &[Written]| {
        let html = plan("year = 2020", measures).build().html(PLAN);
        let drawings = html.all("figcaption").into_iter().map(|title| title.text()).collect::<Vec<_>>();
        let said = drawings.into_iter().find(|title| title.contains("Sparekrav og opnået besparelse"));
        let said = said.unwrap_or_else(|| panic!("no chart")).replace(" Sparekrav og opnået besparelse", "|");
        said.split('|').next().unwrap_or_default().trim().to_owned()
    };
    let silent: Written = ("required = \"2,0\"", None);
    let reached: Written = ("required = \"2,0\"", Some("2,0"));
    assert_eq!(title(&[SAVED, SAVED]), "Ingen af de to tiltag har nået sparekravet");
    assert_eq!(title(&[SAVED, silent]), "Ingen af de to tiltag har nået sparekravet; ét er ikke oplyst");
    assert_eq!(title(&[reached, silent, silent]), "Ét af tre tiltag har nået sparekravet; to er ikke oplyst");
    assert_eq!(title(&[reached, reached]), "Begge tiltag har nået sparekravet");
    assert_eq!(title(&[silent, SPENT]), "For ét tiltag med et sparekrav er det opnåede ikke oplyst");
    assert_eq!(title(&[silent, silent, SPENT]), "For to tiltag med et sparekrav er det opnåede ikke oplyst");
}

#[test]
fn a_table_says_where_it_is_computed_across_price_levels() {
    let noted = |columns: &str, rows: &str| {
        let site = Site::small()
            .with("content/plans/a/tables/t.toml", format!("title = \"T (2020-pl)\"\nunit = \"mio. kr.\"\n{columns}\n"))
            .with(
                "content/plans/a/updates/2020-06-30/t.csv",
                format!("row;label;kind;formula;adopted;revised\n{rows}"),
            );
        let outcome = site.build();
        let note = outcome.html(PLAN).by_id("table-t-name").text();
        (outcome.codes(), note)
    };
    let columns = |title: &str| {
        format!(
            "[columns]\nadopted = {{}}\nrevised = {{ title = \"{title}\" }}\ngap = {{ title = \"Afvigelse\", formula = \"revised - adopted\" }}"
        )
    };
    const ROWS: &str = "a;A;;;1;2\nb;B;;;1;2\nt;I alt;total;a:b;2;4\n";
    let (codes, note) = noted(&columns("Budget (2021-pl)"), ROWS);
    assert_eq!(codes, ["price-levels-mixed"]);
    assert!(note.contains("I »Afvigelse« regnes der med flere prisniveauer: 2020-pl og 2021-pl"), "{note}");
    for title in ["Budget", "Budget (2020-priser)", "Budget 2021"] {
        let (codes, note) = noted(&columns(title), ROWS);
        assert_eq!((codes, note.contains("prisniveauer")), (Vec::new(), false), "{title}");
    }
    for (one, other, is_told) in
        [("A (2021-pl)", "B (2022-pl)", true), ("A i 2021-priser", "B, pl 2022", true), ("A 2021", "B 2022", false)]
    {
        let rows = format!("a;{one};;;1;2\nb;{other};;;1;2\nt;I alt;total;a:b;2;4\n");
        let (codes, note) = noted(&columns("Budget"), &rows);
        assert_eq!(codes.contains(&"price-levels-mixed"), is_told, "{one}, {other}");
        assert_eq!(note.contains("I »I alt« regnes der med flere prisniveauer"), is_told, "{note}");
    }
}

/// An investment owes nothing to a sum without investments, also where it is a part of a measure; and what is nil of all comes to nil.
#[test]
fn a_sum_lacks_nothing_that_it_does_not_count() {
    let part = |site: Site, file: &str, lines: &str, said: &str| {
        let report = format!("content/plans/a/updates/2020-06-30/{file}");
        let site = site.with(&format!("content/plans/a/measures/{file}"), format!("+++\n{lines}\n+++\nOrd.\n"));
        site.with(&report, format!("+++\nlevel = \"Alt OK\"\n{said}\n+++\nOrd om {file}.\n"))
    };
    let site = plan("year = 2020", &[("", None), ("required = \"5\"", Some("3"))]);
    let site =
        part(site, "1a.md", "number = \"1.a\"\ntitle = \"A\"\nrequired = \"2\"", "achieved = \"1\"\nforecast = \"-\"");
    let invested = "number = \"1.b\"\ntitle = \"B\"\nrequired = \"-0,3\"\ninvestment = true";
    let site = part(site, "1b.md", invested, "achieved = \"-0,3\"");
    let page = site.build().html(PLAN).text();
    assert!(page.contains("Uden investeringer") && !page.contains("2 af 3"), "{page}");
}
