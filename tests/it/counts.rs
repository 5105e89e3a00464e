//! How many measures stand at each level, stated without naming them: on pages, in sums, in changes.

use fremdrift::{content::Audience, locale::Language, render::changes::markdown};

use crate::support::Site;

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
    let codes = |wrong: &str| counted().edit(INDEX, "ok = 12", wrong).messages(Language::English).build().codes();
    for wrong in ["ok = -1", "ok = \"2,5\"", "ok = \"12 kr.\"", "ok = \"ca. 12\"", "ok = \"-\"", "ok = 1_000_000_000"] {
        assert_eq!(codes(wrong), ["not-a-count"], "{wrong}");
    }
    assert_eq!(codes("oks = 12"), ["unknown-level"]);
    assert_eq!(codes("ok = \"tolv\""), ["not-an-amount"]);
    assert!(counted().edit(INDEX, "title = \"Veje\"\n", "").build().codes().contains(&"missing-key"));
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
