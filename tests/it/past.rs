//! The past of a site in a real repository, in full builds: what pages and feeds tell of it, and what they never do.

use fremdrift::{
    content::Audience,
    git::{Completeness, Repository},
    history::GitPast,
};

use crate::support::{
    Outcome, Site,
    disk::{self, Files},
    git::{Repo, Story},
};

pub const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
const SECRET: &str = "content/plans/a/measures/salg.md";
const SECRET_STATUS: &str = "content/plans/a/updates/2020-06-30/salg.md";

/// An edition cut from a tag.
pub const CUT: &str = "\n[[editions]]\nid = \"2020-06\"\ntitle = \"Status medio 2020\"\nas_of = 2020-06-30\nrevision = \"udgave/2020-06\"\n";

pub fn site() -> Site {
    Site::small().as_of("2020-12-31")
}

/// Builds a site with the past of a repository.
pub fn build(repo: &Repo, site: &Site) -> Outcome {
    let repository =
        Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("a repository");
    let head = repository.head().expect("readable").expect("a commit");
    site.build_with(&GitPast { repository: &repository, head, kept: None })
}

/// Returns every place where one of some words is.
pub fn traces(outcome: &Outcome, words: &[&str]) -> Vec<String> {
    words.iter().flat_map(|word| outcome.traces(word)).collect()
}

/// The site with a measure that is telling, and what a report says of it.
pub fn with_secret(way: &str, required: &str, achieved: &str) -> Site {
    site()
        .with(SECRET, format!("+++\nnumber = \"7\"\ntitle = \"Hemmeligt salg\"\nrequired = \"{required}\"\n{way}\n+++\nHemmelige ord.\n"))
        .with(SECRET_STATUS, format!("+++\nlevel = \"critical\"\nachieved = \"{achieved}\"\n+++\nHemmelig status.\n"))
        .with(
            "content/plans/a/indicators.toml",
            "[hemmeligt-tal]\ntitle = \"Hemmeligt tal\"\nmeasure = \"salg\"\nunit = \"sager\"\nbaseline = { date = \"2019\", value = 4712 }\n",
        )
}

/// What of it was said in old versions, or is still.
pub const SECRETS: [&str; 6] = ["hemmelig", "7,31", "7,13", "4,17", "4,71", "4712"];

pub const CLOSED: &str = "visibility = \"closed\"";

/// The measure in two versions, each marked in a way.
fn twice(first: &str, second: &str) -> Story {
    Story::default()
        .commit("2020-06-30", &site().edit(STATUS, "1,25", "1,20"))
        .commit("2020-07-01", &site())
        .commit("2020-07-02", &with_secret(first, "7,31", "4,17"))
        .commit("2020-07-03", &with_secret(second, "7,13", "4,71"))
}

#[test]
fn what_is_closed_today_is_in_no_event() {
    let story = twice("", "").commit("2020-07-04", &with_secret("", "7,13", "4,71"));
    let control = build(&story.told(), &with_secret("", "7,13", "4,71"));
    for word in ["Hemmeligt salg", "7,31", "7,13", "4,17", "4,71"] {
        let histories = control.traces(word).iter().filter(|place| place.contains("histori")).count();
        assert!(histories > 0, "{word} is in no history: the test proves nothing");
    }
    // Closed in the last commit, and closed only in the working tree, once with a public title.
    let closed = with_secret(CLOSED, "7,13", "4,71");
    for (story, today) in [
        (story.clone().commit("2020-07-05", &closed), closed.clone()),
        (story.clone(), closed.clone()),
        (story.clone(), with_secret("embargo = 2021-06-01", "7,13", "4,71")),
        (story, with_secret(&format!("{CLOSED}\npublic_title = \"Lukket punkt\""), "7,13", "4,71")),
    ] {
        let outcome = build(&story.told(), &today);
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        assert_eq!(traces(&outcome, &SECRETS), [""; 0]);
        assert!(outcome.html("planer/a/historik.html").text().contains("1,20"), "the rest is told");
    }
}

#[test]
fn what_was_closed_then_is_in_no_event() {
    // Open today with other words and figures; what was closed is told of nowhere.
    let open = site()
        .with(SECRET, "+++\nnumber = \"7\"\ntitle = \"Salg\"\nrequired = \"1,11\"\n+++\n")
        .with(SECRET_STATUS, "+++\nlevel = \"ok\"\nachieved = \"1,07\"\n+++\nGodt.\n");
    for way in [CLOSED, "visibility = \"internal\"", "embargo = 2099-01-01"] {
        let story = twice(way, way).commit("2020-07-04", &open);
        let outcome = build(&story.told(), &open);
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        assert_eq!(traces(&outcome, &SECRETS), [""; 0], "{way}");
        assert!(outcome.html("planer/a/historik.html").text().contains("Salg tilføjet"), "since it is open it is told");
        // Whoever may see it may see its history; what was under embargo then nobody could see.
        if way.starts_with("embargo") {
            continue;
        }
        let closed = build(&story.told(), &open.clone().audience(Audience::Closed).as_of("2099-12-31"));
        assert!(!closed.traces("7,31").is_empty() && !closed.traces("4,17").is_empty(), "{way}: nobody sees it");
    }
}

#[test]
fn what_was_nearly_marked_then_is_in_no_event() {
    let open = site()
        .with(SECRET, "+++\nnumber = \"7\"\ntitle = \"Salg\"\nrequired = \"1,11\"\n+++\n")
        .with(SECRET_STATUS, "+++\nlevel = \"ok\"\nachieved = \"1,07\"\n+++\nGodt.\n");
    for way in [
        "visibilty = \"closed\"",
        "Visibility = \"closed\"",
        "\"visi\u{ad}bility\" = \"closed\"",
        "synlighed = \"lukket\"",
        "lukket = true",
        "visibility = true",
        "visibility = \"closd\"",
        "embargo = \"snart\"",
        "visibility.public = false",
        "visibility \"closed\"",
        "[funding]\nvisibility = \"closed\"",
        "[effect.2020]\nvisibilty = \"closed\"",
        "embargo_until = 2099-01-01",
        "embargoed = 2099-01-01",
        "meta = { visibility = \"closed\" }",
    ] {
        let story = twice(way, way).commit("2020-07-04", &open);
        let outcome = build(&story.told(), &open);
        assert_eq!(traces(&outcome, &SECRETS), [""; 0], "{way}");
    }
    // Another key that is no field hides nothing.
    let control = build(&twice("units = \"\"", "units = \"\"").commit("2020-07-04", &open).told(), &open);
    assert!(!traces(&control, &["7,31"]).is_empty());
}

#[test]
fn a_plan_that_was_or_is_closed_is_in_no_event() {
    let plan = |way: &str| {
        site()
            .with("content/plans/hemmelig-plan/plan.md", format!("+++\ntitle = \"Hemmelig plan\"\nkind = \"savings\"\nunit = \"mio. kr.\"\noverspend = \"7,31\"\n{way}\n+++\n"))
            .with("content/plans/hemmelig-plan/measures/m.md", "+++\ntitle = \"Hemmeligt\"\nrequired = \"4,17\"\n+++\n")
    };
    let story = Story::default().commit("2020-07-01", &plan("")).commit("2020-07-02", &plan(CLOSED));
    let words = ["hemmelig", "7,31", "4,17"];
    assert!(!traces(&build(&story.told(), &plan("")), &words).is_empty(), "the control");
    assert_eq!(traces(&build(&story.told(), &plan(CLOSED)), &words), [""; 0]);
    // Gone altogether, when it was closed while it was there.
    let story = Story::default().commit("2020-07-01", &plan(CLOSED)).commit("2020-07-02", &site());
    assert_eq!(traces(&build(&story.told(), &site()), &words), [""; 0]);
}

#[test]
fn a_new_report_is_no_change_of_an_old_one() {
    let later = site().with("content/plans/a/updates/2020-09-30/01.md", "+++\nachieved = \"1,40\"\n+++\n");
    let changed = later.clone().edit("content/plans/a/updates/2020-09-30/01.md", "1,40", "1,45");
    let story = Story::default().commit("2020-07-01", &site()).commit("2020-10-01", &later);
    let outcome = build(&story.commit("2020-10-02", &changed).told(), &changed);
    for page in ["planer/a/historik.html", "udvalg/usb/historik.html", "planer/a/01.html"] {
        let text = outcome.html(page).text();
        let (is_told, is_changed) = match page {
            // Here the report is named below what it says.
            "udvalg/usb/historik.html" => (
                "opnået 1,25 mio. kr. → 1,40 mio. kr. Ny rapport: 30. september 2020",
                "1,45 mio. kr. 30. september 2020",
            ),
            _ => ("ny rapport: opnået 1,25 mio. kr. → 1,40", "opnået 1,40 mio. kr. → 1,45"),
        };
        assert!(text.contains(is_told) && text.contains(is_changed), "{page}: {text}");
        assert!(!text.contains("ny rapport: opnået 1,40"), "{page}: {text}");
    }
    assert!(outcome.page("udvalg/usb.html").contains("href=\"usb/historik.html\""), "the way to all of it");
}

#[test]
fn what_changed_since_an_edition_says_what_of_it_is_a_correction() {
    let first = site().append("site.toml", CUT);
    let corrected = first.clone().edit(STATUS, "1,25", "1,20");
    let later = corrected.clone().with("content/plans/a/updates/2020-09-30/01.md", "+++\nachieved = \"1,40\"\n+++\n");
    let story = Story::default().commit("2020-07-01", &first).tag("udgave/2020-06").commit("2020-07-20", &corrected);
    let outcome = build(&story.commit("2020-10-01", &later).told(), &later);
    let words = "opnået +0,15 mio. kr.; heraf rettelse: opnået 1,25 mio. kr. → 1,20 mio. kr.";
    for page in ["planer/a/index.html", "udvalg/usb.html"] {
        let text = outcome.html(page).text();
        assert!(text.contains(words), "{page}: {text}");
    }
    // Before it was cut it was no correction.
    let story = Story::default().commit("2020-07-01", &site()).commit("2020-07-20", &corrected);
    let outcome = build(&story.tag("udgave/2020-06").commit("2020-10-01", &later).told(), &later);
    let text = outcome.html("planer/a/index.html").text();
    assert!(text.contains("opnået +0,20 mio. kr.") && !text.contains("heraf rettelse"), "{text}");
}

#[test]
fn nothing_is_a_correction_of_what_an_edition_never_told() {
    let second = "content/plans/a/measures/02.md";
    let status = "content/plans/a/updates/2020-06-30/02.md";
    let measure = |way: &str| format!("+++\nnumber = \"2\"\ntitle = \"Botilbud\"\n{way}\n+++\n");
    let said = |way: &str, achieved: &str| format!("+++\nlevel = \"Alt OK\"\nachieved = \"{achieved}\"\n{way}\n+++\n");
    let of = |committee: &str| {
        let declared =
            if committee.is_empty() { CUT.to_owned() } else { format!("{CUT}committee = \"{committee}\"\n") };
        let site = site().append("content/committees.toml", "[SBU]\nname = \"Børneudvalget\"\n");
        site.append("site.toml", &declared)
    };
    let other = "committee = \"SBU\"";
    for (committee, then, said_then, now, is_correction) in [
        ("", "", "", "", true),
        ("", CLOSED, "", "", false),
        ("", "", CLOSED, "", false),
        ("USB", "", "", "", true),
        ("USB", other, "", other, false),
        ("SBU", other, "", other, true),
    ] {
        let first = of(committee).with(second, measure(then)).with(status, said(said_then, "7,10"));
        let open = of(committee).with(second, measure(now)).with(status, said("", "7,10"));
        let today = open.clone().with(status, said("", "7,20"));
        let story = Story::default().commit("2020-07-01", &first).tag("udgave/2020-06");
        let story = story.commit("2020-07-02", &open).commit("2020-07-03", &today);
        let outcome = build(&story.told(), &today);
        assert_eq!(outcome.codes(), [""; 0]);
        for page in ["planer/a/02.html", "planer/a/historik.html", "historik.html"] {
            let text = outcome.html(page).text();
            assert!(text.contains("7,20"), "{page}: {text}");
            let marked = text.contains("Rettelse til »Status medio 2020«");
            assert_eq!(marked, is_correction, "{page}, {committee:?}, {then:?}, {said_then:?}: {text}");
        }
        let edition = outcome.html("udgaver/2020-06.html").text();
        assert_eq!(edition.contains("7,20"), is_correction, "{edition}");
    }
}

/// The site that shows in its histories what is named.
fn showing(site: Site, what: &str) -> Site {
    site.append("site.toml", &format!("[history]\nshow = [{what}]\n"))
}

/// A commit by a person who gossips, then one by another who rewrites a text and corrects a figure.
fn gossip(now: &Site) -> Repo {
    let first = site().edit(STATUS, "Taksterne er forhandlet.", "Hemmelige Anna <b>forhandler</b> taksterne.");
    let story = Story::default().commit_as(
        "Sladrehank Jensen <sladrehank@hemmelig.example>",
        1_593_684_000,
        "Sladder om en borger",
        first.files(),
    );
    let mut files = now.files();
    files.insert(
        ".mailmap".to_owned(),
        b"Bogf\xc3\xb8ring <oekonomi@rolle.example> <tudeprins@hemmelig.example>\n".to_vec(),
    );
    let message = "Mere <i>sladder</i>, se tudeprins@hemmelig.example\n\nOg meget mere i det stille.";
    story.commit_as("Tudeprins <tudeprins@hemmelig.example>", 1_593_784_000, message, files).told()
}

const GOSSIP: [&str; 9] = [
    "sladrehank",
    "hemmelig.example",
    "rolle.example",
    "sladder",
    "tudeprins",
    "jensen",
    "bogføring",
    "anna",
    "i det stille",
];

/// The pages and feeds that tell of the plan's one status.
const HISTORIES: [&str; 6] = [
    "planer/a/01.html",
    "planer/a/historik.html",
    "planer/a/historik.xml",
    "historik.html",
    "historik.xml",
    "udvalg/usb/historik.html",
];

#[test]
fn nobody_is_named_and_no_message_and_no_old_words_are_told() {
    let changed = site().edit(STATUS, "1,25", "1,20");
    let repo = gossip(&changed);
    let log = repo.git(&["log", "-p", "--format=%an %ae %B", "main"]).to_lowercase();
    assert!(GOSSIP.iter().all(|word| log.contains(word)), "the control: {log}");
    let outcome = build(&repo, &changed);
    assert!(HISTORIES.iter().all(|path| outcome.page(path).contains("1,25")), "there is something to tell");
    assert_eq!(traces(&outcome, &GOSSIP), [""; 0]);
}

#[test]
fn a_site_may_show_who_wrote() {
    let changed = showing(site().edit(STATUS, "1,25", "1,20"), "\"author\"");
    let outcome = build(&gossip(&changed), &changed);
    assert_eq!(outcome.codes(), [""; 0]);
    for path in HISTORIES {
        assert!(outcome.page(path).contains("Bogføring"), "{path}: by the name of .mailmap: {}", outcome.page(path));
    }
    assert!(outcome.page("historik.xml").contains("<author><name>Bogføring</name></author>"));
    let days = outcome.html("planer/a/historik.html").text();
    let day = days.split_once("Registreret 3. juli 2020 (revision ").map_or("", |(_, rest)| rest);
    assert!(day.split_once(')').is_some_and(|(_, by)| by.trim_start().starts_with("af Bogføring")), "{days}");
    assert!(outcome.page("planer/a/historik.html").contains("Sladrehank Jensen"));
    let others = ["hemmelig.example", "rolle.example", "sladder", "tudeprins", "anna", "i det stille"];
    assert_eq!(traces(&outcome, &others), [""; 0], "the name, and nothing else");
    // Whoever is known by an address alone is not named.
    for name in ["jens@hemmelig.example", "jens at hemmelig.example", "jens(at)hemmelig.example"] {
        let repo = Story::default()
            .commit("2020-07-01", &site())
            .commit_as(&format!("{name} <jens@hemmelig.example>"), 1_593_784_000, "", changed.files())
            .told();
        assert_eq!(traces(&build(&repo, &changed), &["hemmelig.example"]), [""; 0], "{name}");
    }
}

#[test]
fn a_site_may_show_the_first_line_of_messages() {
    let changed = showing(site().edit(STATUS, "1,25", "1,20"), "\"message\"");
    let outcome = build(&gossip(&changed), &changed);
    for path in HISTORIES {
        assert!(outcome.page(path).contains("Mere &lt;i&gt;sladder&lt;"), "{path}: {}", outcome.page(path));
    }
    let others = ["hemmelig.example", "rolle.example", "tudeprins", "sladrehank", "bogføring", "anna", "i det stille"];
    assert_eq!(traces(&outcome, &others), [""; 0], "the first line, and nothing else");
}

#[test]
fn a_site_may_show_old_words() {
    let changed = showing(site().edit(STATUS, "1,25", "1,20"), "\"text\"");
    let outcome = build(&gossip(&changed), &changed);
    for path in HISTORIES {
        assert!(outcome.page(path).contains("Hemmelige Anna"), "{path}: {}", outcome.page(path));
        assert!(!outcome.page(path).contains("<b>forhandler"), "{path}");
    }
    let others = ["hemmelig.example", "rolle.example", "sladder", "tudeprins", "sladrehank", "bogføring"];
    assert_eq!(traces(&outcome, &others), [""; 0]);
    // A long text is told around what differs, and can be unfolded.
    let long = |end: &str| {
        changed.clone().edit(STATUS, "Taksterne er forhandlet.", &format!("{}\n\n{end}", "Ord og <tal>. ".repeat(30)))
    };
    let story = Story::default().commit("2020-07-01", &long("Gammelt.")).commit("2020-07-02", &long("Nyt."));
    let page = build(&story.told(), &long("Nyt."));
    let page = page.page("planer/a/01.html");
    assert!(
        page.contains("Gammelt. → … ")
            && page.contains("<details><summary>Teksten før og nu</summary><dl><dt>Før</dt>"),
        "{page}"
    );
}

#[test]
fn what_is_shown_beside_tells_nothing_of_what_is_hidden() {
    let all = |site: Site| showing(site, "\"author\", \"message\", \"text\"");
    let by = |story: Story, second: i64, message: &str, site: &Site| {
        story.commit_as("Bogføring <x@example.dk>", 1_593_684_000 + second, message, site.files())
    };
    let secret = |way: &str, words: &str| {
        with_secret(way, "7,31", "4,17")
            .edit(SECRET, "Hemmelige ord.", words)
            .with("content/hemmelig.md", format!("+++\ntitle = \"Hemmelig side\"\n{way}\n+++\n{words}\n"))
    };
    let corrected = |site: Site, to: &str| site.edit(STATUS, "1,25", to);
    let story = by(Story::default(), 0, "Åben begyndelse", &site());
    // Open, and touched together with what stays open.
    let story = by(story, 10, "Hemmelig besked et", &corrected(secret("", "Hemmelige gamle ord."), "1,20"));
    let open = by(story.clone(), 20, "Hemmelig besked to", &corrected(secret("", "Hemmelige nye ord."), "1,15"));
    let now = all(corrected(secret("", "Hemmelige nye ord."), "1,15"));
    let control = build(&open.told(), &now);
    for words in ["Hemmelige gamle ord", "Hemmelig besked et", "Hemmelig besked to"] {
        assert!(!control.traces(words).is_empty(), "{words} is nowhere: the test proves nothing");
    }
    // Closed today, in the last commit or only in the working tree; closed then; closed when it went.
    let now = all(corrected(secret(CLOSED, "Hemmelige nye ord."), "1,15"));
    let gone = all(corrected(site(), "1,15"));
    let marked = by(open.clone(), 30, "Hemmelig besked tre", &now);
    let stories =
        [(open, now.clone()), (marked.clone(), now), (by(marked, 40, "Hemmelig besked fire", &gone), gone.clone())];
    for (story, today) in stories {
        let outcome = build(&story.told(), &today);
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        assert_eq!(traces(&outcome, &["hemmelig"]), [""; 0]);
        let page = outcome.html("planer/a/historik.html").text();
        assert!(page.contains("1,20") && page.contains("Bogføring"), "the rest is told: {page}");
    }
    // Of a version that cannot be read nobody knows what it holds.
    let damaged = corrected(site(), "1,15").with("content/plans/a/measures/01.md", "+++\nHemmelig [");
    let again = all(corrected(site(), "1,10"));
    let story = by(by(Story::default(), 0, "Åben", &site()), 10, "Hemmelig besked", &damaged);
    let outcome = build(&by(story, 20, "Åben igen", &again).told(), &again);
    assert_eq!(traces(&outcome, &["hemmelig"]), [""; 0]);
    assert!(outcome.page("planer/a/historik.html").contains("Åben igen"));
}

#[test]
fn a_message_about_a_picture_or_an_attachment_that_is_hidden_is_not_shown() {
    let by = |story: Story, second: i64, message: &str, site: &Site| {
        story.commit_as("Bogføring <x@example.dk>", 1_593_684_000 + second, message, site.files())
    };
    let plan = |way: &str| format!("+++\ntitle = \"Plan B\"\nkind = \"savings\"\n{way}\n+++\n");
    let report = |way: &str| format!("+++\n{way}\n+++\nOrd.\n");
    for (record, text, file) in [
        ("content/plans/b/plan.md", &plan as &dyn Fn(&str) -> String, "content/plans/b/bilag.pdf"),
        ("content/plans/a/updates/2020-06-30/index.md", &report, "content/plans/a/updates/2020-06-30/kort.png"),
    ] {
        let with = |way: &str, achieved: &str| {
            showing(site().with(record, text(way)).edit(STATUS, "1,25", achieved), "\"message\"")
        };
        let bytes = |way: &str, achieved: &str, bytes: &'static str| with(way, achieved).with(file, bytes);
        // The file comes with a change of what is open.
        let told = |first: &str, last: &str, today: &str, is_there: bool| {
            let other = |site: Site| site.with("content/plans/c/plan.md", plan("").replace("Plan B", "Plan C"));
            let first = other(with(first, "1,25"));
            let changed = if is_there { other(bytes(last, "1,25", "to")) } else { other(bytes(last, "1,25", "et")) };
            let changed = changed.edit("content/plans/c/plan.md", "Plan C", "Plan Cc");
            let story = by(by(Story::default(), 0, "Åben begyndelse", &first), 10, "Hemmelig besked", &changed);
            let today = other(bytes(today, "1,25", "to")).edit("content/plans/c/plan.md", "Plan C", "Plan Cc");
            let today = if is_there { today } else { today.without(file).without(record) };
            build(&by(story, 20, "Bagefter", &today).told(), &today)
        };
        let control = told("", "", "", true);
        assert!(!control.traces("Hemmelig besked").is_empty(), "{file}: the test proves nothing");
        for (first, last, today, is_there) in [
            (CLOSED, CLOSED, CLOSED, true),
            ("", "", CLOSED, true),
            (CLOSED, CLOSED, "", true),
            (CLOSED, "", "", true),
            (CLOSED, CLOSED, CLOSED, false),
        ] {
            let outcome = told(first, last, today, is_there);
            assert_eq!(traces(&outcome, &["hemmelig"]), [""; 0], "{file}: {first:?}, {last:?}, {today:?}");
            assert!(outcome.page("historik.html").contains("Plan Cc"), "the rest is told");
        }
    }
}

#[test]
fn old_words_of_what_was_closed_then_are_not_shown_when_it_is_opened() {
    let all = |way: &str, words: &str| {
        let page = format!("+++\ntitle = \"Side\"\n{way}\n+++\n{words}\n");
        let measure = format!("+++\nnumber = \"2\"\ntitle = \"Salg\"\n{way}\n+++\n{words}\n");
        let both = site().with("content/side.md", page).with("content/plans/a/measures/02.md", measure);
        showing(both, "\"author\", \"message\", \"text\"")
    };
    let by = |story: Story, second: i64, message: &str, site: &Site| {
        story.commit_as("Bogføring <x@example.dk>", 1_593_684_000 + second, message, site.files())
    };
    for way in [CLOSED, "visibility = \"internal\"", "embargo = 2099-01-01"] {
        let story = by(Story::default(), 0, "Hemmelig et", &all(way, "Hemmelige gamle ord."));
        let story = by(story, 10, "Hemmelig to", &all(way, "Hemmelige nye ord."));
        let story = by(by(story, 20, "Hemmelig tre", &all("", "Ord.")), 30, "Bagefter", &all("", "Andre ord."));
        let outcome = build(&story.told(), &all("", "Andre ord."));
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        assert_eq!(traces(&outcome, &["hemmelig"]), [""; 0], "{way}");
        let page = outcome.html("historik.html").text();
        assert!(page.contains("Bagefter") && page.matches("Ord. → Andre ord.").count() == 2, "{page}");
    }
}

#[test]
fn an_edition_shows_what_may_be_shown_today() {
    // It was cut while names were shown; today they are not.
    let (cut, now) =
        (showing(site(), "\"author\", \"text\""), site().edit(STATUS, "1,25", "1,20").append("site.toml", CUT));
    let story = Story::default().commit_as("Sladrehank <s@hemmelig.example>", 1_593_684_000, "Sladder", cut.files());
    let story = story.tag("udgave/2020-06").commit("2020-09-15", &now);
    let outcome = build(&story.told(), &now);
    assert_eq!((outcome.codes(), traces(&outcome, &["sladrehank", "sladder"])), (vec![], vec![]));
}

/// A history with an edition, and a figure that was corrected after it was cut.
fn corrected() -> (Story, Site) {
    let now = site().edit(STATUS, "1,25", "1,20").append("site.toml", CUT);
    let story = Story::default().commit("2020-07-01", &site()).tag("udgave/2020-06").commit("2020-09-15", &now);
    (story, now)
}

#[test]
fn a_figure_corrected_after_its_edition_is_told_where_it_is_read() {
    let (story, now) = corrected();
    let outcome = build(&story.told(), &now);
    assert_eq!(outcome.codes(), [""; 0]);
    let is_told = |path: &str| {
        let page = outcome.page(path);
        page.contains("1,25")
            && page.contains("1,20")
            && (page.contains("15. september 2020") || page.contains("2020-09-15"))
    };
    for path in
        ["planer/a/01.html", "udgaver/2020-06.html", "planer/a/historik.html", "planer/a/historik.xml", "historik.xml"]
    {
        assert!(is_told(path), "{path}: {}", outcome.page(path));
    }
    assert!(outcome.html("planer/a/01.html").text().contains("ettet"), "it says that it was corrected");
    // What was corrected before the edition was cut corrects none.
    let early = Story::default().commit("2020-06-29", &site()).commit("2020-06-30", &now).tag("udgave/2020-06");
    let outcome = build(&early.told(), &now);
    assert!(!outcome.page("udgaver/2020-06.html").contains("1,25"), "{}", outcome.page("udgaver/2020-06.html"));
}

/// Returns the files of the edition's own site.
pub fn edition(outcome: &Outcome) -> Files {
    let own = outcome.files.iter().filter(|(path, _)| path.as_str().starts_with("editions/2020-06/"));
    own.map(|(path, bytes)| (path.as_str().to_owned(), bytes.to_vec())).collect()
}

/// The site with a measure that may be closed later, and the edition.
pub fn with_more(way: &str) -> Site {
    with_secret(way, "7,31", "4,17").append("site.toml", CUT)
}

#[test]
fn an_edition_is_the_same_whatever_comes_after_it() {
    let mut story = Story::default().commit("2020-07-01", &with_secret("", "7,31", "4,17")).tag("udgave/2020-06");
    story = story.commit("2020-07-02", &with_more(""));
    let first = edition(&build(&story.told(), &with_more("")));
    assert!(first.keys().any(|path| path.ends_with("salg.html")) || first.len() > 5, "{:?}", first.keys());

    let mut now = with_more("");
    for step in 0..50 {
        now = match step % 5 {
            0 => {
                now.with(STATUS, format!("+++\nlevel = \"critical\"\nachieved = \"0,{:02}\"\n+++\nNyt {step}.\n", step))
            }
            1 => now.with(
                "site.toml",
                String::from_utf8(site().files()["site.toml"].clone())
                    .expect("text")
                    .replace("Status\"", &format!("Titel {step}\""))
                    + CUT,
            ),
            2 => now.with(
                "themes/default/templates/plan.html",
                format!("{{% extends \"base.html\" %}}{{% block heading %}}<h1>{step}</h1>{{% endblock %}}"),
            ),
            3 => {
                now.with(&format!("content/plans/ny-{step}/plan.md"), "+++\ntitle = \"Ny\"\nkind = \"savings\"\n+++\n")
            }
            _ => now.with("content/owners.toml", format!("[chef]\ntitle = \"Leder {step}\"\n")),
        };
        story = story.commit("2020-10-01", &now);
    }
    let outcome = build(&story.told(), &now);
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    disk::assert_same(&first, &edition(&outcome), "after fifty commits");

    // Closed since: it is nowhere in the edition, nor anywhere else.
    let closed = now.edit(SECRET, "+++\nnumber", &format!("+++\n{CLOSED}\nnumber"));
    let outcome = build(&story.commit("2020-11-01", &closed).told(), &closed);
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    assert_eq!(traces(&outcome, &["hemmelig", "7,31", "4,17", "salg", "4712", "4.712"]), [""; 0]);
    assert!(!edition(&outcome).is_empty());
}

#[test]
fn a_page_that_is_closed_or_gone_is_told_of_nowhere() {
    let page =
        |way: &str| site().with("content/hemmelig.md", format!("+++\ntitle = \"Hemmelig side\"\n{way}\n+++\nOrd.\n"));
    let story = Story::default().commit("2020-07-01", &page(""));
    assert!(!traces(&build(&story.told(), &page("")), &["hemmelig"]).is_empty(), "the control");
    let closed = story.clone().commit("2020-07-02", &page(CLOSED));
    assert_eq!(traces(&build(&closed.told(), &page(CLOSED)), &["hemmelig"]), [""; 0]);
    assert_eq!(traces(&build(&closed.commit("2020-07-03", &site()).told(), &site()), &["hemmelig"]), [""; 0]);
}

#[test]
fn an_indicator_with_a_new_id_takes_its_old_one_along_when_it_is_closed() {
    let indicator = |id: &str, way: &str| {
        let text = format!("[{id}]\ntitle = \"Hemmeligt tal\"\nunit = \"sager\"\n{way}\n");
        site().append("site.toml", CUT).with("content/plans/a/indicators.toml", text)
    };
    let story = Story::default().commit("2020-07-01", &indicator("hemmeligt-et", "")).tag("udgave/2020-06");
    let closed = indicator("hemmeligt-to", &format!("formerly = [\"hemmeligt-et\"]\n{CLOSED}"));
    assert_eq!(traces(&build(&story.commit("2020-07-02", &closed).told(), &closed), &["hemmelig"]), [""; 0]);
}

#[test]
fn an_edition_is_cut_from_what_does_not_move() {
    let story = Story::default().commit("2020-07-01", &site()).tag("udgave/2020-06").commit("2020-07-02", &site());
    let repo = story.told();
    for moving in ["HEAD", "main", "refs/heads/main", "HEAD~1", "@", "HEAD@{0}", ":/"] {
        let today = site().append("site.toml", &CUT.replace("udgave/2020-06\"", &format!("{moving}\"")));
        let code = if moving.contains(['~', ':', '{']) { "bad-tag-name" } else { "moving-revision" };
        assert_eq!(build(&repo, &today).codes(), [code], "{moving}");
    }
    let id = repo.git(&["rev-parse", "HEAD~1"]);
    for fixed in [id.trim(), &id.trim()[..10], "udgave/2020-06", "refs/tags/udgave/2020-06"] {
        let today = site().append("site.toml", &CUT.replace("udgave/2020-06\"", &format!("{fixed}\"")));
        assert_eq!(build(&repo, &today).codes(), [""; 0], "{fixed}");
    }
}

#[test]
fn an_edition_whose_commit_is_off_the_branch_is_still_there() {
    let story = Story::default().commit("2020-07-01", &site()).tag("start");
    let story = story
        .commit("2020-07-02", &site().edit(STATUS, "1,25", "1,15"))
        .tag("udgave/2020-06")
        .back_to("refs/tags/start");
    let now = site().edit(STATUS, "1,25", "1,20").append("site.toml", CUT);
    let outcome = build(&story.commit("2020-07-09", &now).told(), &now);
    assert_eq!(outcome.codes(), [""; 0]);
    assert!(outcome.page("editions/2020-06/planer/a/01.html").contains("1,15"));
    assert!(!outcome.page("planer/a/historik.html").contains("1,15"), "only the branch is told");
    assert!(outcome.page("udgaver/2020-06.html").contains("1,20"), "what came after its day corrects it");
}

#[test]
fn an_edition_whose_commit_is_gone_is_told_of() {
    let outcome = build(&Story::default().commit("2020-07-01", &site()).told(), &site().append("site.toml", CUT));
    assert_eq!(outcome.codes(), ["unknown-revision"]);
}

#[test]
fn versions_of_another_format_lose_nothing() {
    let other = site().edit(STATUS, "achieved", "trivsel = \"god\"\n[fremtid]\nx = 1\n[gammelt]\nachieved").edit(
        "site.toml",
        "language",
        "version = 9\nlanguage",
    );
    let broken = site().with(STATUS, "+++\nachieved = = 1\n").with("site.toml", "title = \"");
    let story = Story::default()
        .commit("2020-07-01", &site().edit(STATUS, "1,25", "1,11").edit(STATUS, "level", "ukendt = true\nlevel"))
        .commit("2020-07-02", &other)
        .commit("2020-07-03", &broken)
        .commit("2020-07-04", &site());
    let outcome = build(&story.told(), &site());
    assert_eq!(outcome.codes(), [""; 0], "what was wrong once is no mistake of today");
    let history = outcome.html("planer/a/historik.html").text();
    assert!(history.contains("1,11") && history.contains("1,25"), "{history}");
}

#[test]
fn odd_clocks_change_neither_order_nor_figures() {
    let changed = |achieved: &str| site().edit(STATUS, "1,25", achieved).files();
    let story = Story::default()
        .commit_as("T <t>", 0, "", changed("1,01"))
        .commit_as("T <t>", 4_080_000_000, "", changed("1,02"))
        .commit_as("T <t>", 253_402_300_799, "", changed("1,03"))
        .commit_as("T <t>", 1_593_684_000, "", site().files());
    let outcome = build(&story.told(), &site());
    assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
    let history = outcome.html("planer/a/01.html").text();
    let places: Vec<_> = ["1,03", "1,02", "1,01"].iter().map(|figure| history.find(figure).expect(figure)).collect();
    assert!(places.is_sorted(), "the order is that of the commits: {history}");
}

#[test]
fn a_commit_that_deletes_everything_is_a_part_of_history() {
    let story = Story::default()
        .commit("2020-07-01", &site())
        .commit_as("T <t>", 1_593_784_000, "", Files::new())
        .commit("2020-07-09", &site().edit(STATUS, "1,25", "1,20"));
    let outcome = build(&story.told(), &site().edit(STATUS, "1,25", "1,20"));
    assert_eq!(outcome.codes(), [""; 0]);
    let history = outcome.html("planer/a/historik.html").text();
    for word in ["1. juli 2020", "3. juli 2020", "fjernet", "9. juli 2020"] {
        assert!(history.contains(word), "{word}: {history}");
    }
}

#[test]
fn content_that_is_a_submodule_is_said() {
    // The error is `submodule-not-fetched`: of the whole content, the folder of all plans, one plan.
    for folder in ["content", "content/plans", "content/plans/a"] {
        let repo = Repo::new();
        let mut stream = "commit refs/heads/main\ncommitter T <t> 1593504000 +0200\ndata 0\n".to_owned();
        for (path, bytes) in site().files().into_iter().filter(|(path, _)| !path.starts_with(&format!("{folder}/"))) {
            let text = String::from_utf8(bytes).expect("text");
            stream.push_str(&format!("M 100644 inline {path}\ndata {}\n{text}\n", text.len()));
        }
        stream.push_str(&format!("M 160000 {} {folder}\n", "1".repeat(40)));
        repo.import(&stream);
        repo.git(&["reset", "--quiet", "--hard"]);
        let out = repo.path().join("public");
        for words in [vec!["check"], vec!["build", "--out", out.to_str().expect("text")]] {
            let run = disk::run(disk::program().args(words).arg("--root").arg(repo.path()));
            let said = format!("{}{}", run.stdout, run.stderr);
            assert_eq!(run.code, Some(2), "{folder}: {said}");
            assert!(said.contains(folder) && said.contains("git submodule update --init"), "{said}");
        }
        assert!(!out.exists(), "nothing is published of a site whose content is not there");
        // Where it was fetched its past is not here all the same.
        let fetched = build(&repo, &site());
        assert_eq!(fetched.codes(), ["submodule"], "{folder}");
        assert_eq!(fetched.built.counts.errors, 0);
    }
}
