//! What was hidden when it was taken out of the files stays hidden, in every edition and in every story.

use crate::{
    past::{CLOSED, CUT, SECRETS, STATUS, build, edition, site, traces, with_more, with_secret},
    support::{Site, git::Story},
};

#[test]
fn what_was_closed_when_it_went_stays_closed() {
    let today = site().append("site.toml", CUT);
    let begun = Story::default().commit("2020-07-01", &with_more("")).tag("udgave/2020-06");
    let gone = begun.clone().commit("2020-07-03", &today);
    let control = build(&gone.told(), &today);
    assert!(!traces(&control, &SECRETS).is_empty(), "what went open is still told: the control");
    let closed = begun.commit("2020-07-02", &with_more(CLOSED));
    let outcome = build(&closed.clone().commit("2020-07-03", &today).told(), &today);
    assert_eq!(traces(&outcome, &SECRETS), [""; 0]);
    assert!(!edition(&outcome).is_empty());
    // It comes back and is shown: then it is open again.
    let back = closed.commit("2020-07-03", &today).commit("2020-07-04", &with_more(""));
    assert!(!traces(&build(&back.told(), &with_more("")), &SECRETS).is_empty());
    // A plan that was closed as a whole, and went.
    let plan = |way: &str| {
        today.clone().with(
            "content/plans/b/plan.md",
            format!("+++\ntitle = \"Hemmelig plan\"\nkind = \"savings\"\n{way}\n+++\nHemmelige ord.\n"),
        )
    };
    let begun = Story::default().commit("2020-07-01", &plan("")).tag("udgave/2020-06");
    let story = begun.commit("2020-07-02", &plan(CLOSED)).commit("2020-07-03", &today);
    assert_eq!(traces(&build(&story.told(), &today), &["hemmelig"]), [""; 0]);
}

/// A site with an edition that showed what was closed later on and then taken out.
fn closed_and_gone() -> (Story, Site) {
    let today = site().append("site.toml", CUT);
    let shown = Story::default().commit("2020-07-01", &with_more("")).tag("udgave/2020-06");
    (shown.commit("2020-07-02", &with_more(CLOSED)).commit("2020-07-03", &today), today)
}

#[test]
fn what_was_closed_when_it_went_stays_closed_wherever_history_begins() {
    let (story, today) = closed_and_gone();
    let later = today.clone().edit(STATUS, "1,25", "1,26");
    let story = story.tag("start").commit("2020-07-04", &later);
    for since in ["start", "findes-ikke"] {
        let now = later.clone().append("site.toml", &format!("[history]\nsince = \"{since}\"\n"));
        let outcome = build(&story.clone().commit("2020-07-05", &now).told(), &now);
        assert_eq!(traces(&outcome, &SECRETS), [""; 0], "{since}");
        assert!(!edition(&outcome).is_empty());
    }
    // What went open before history counts is in the edition still.
    let begun = Story::default().commit("2020-07-01", &with_more("")).tag("udgave/2020-06");
    let now = today.append("site.toml", "[history]\nsince = \"start\"\n");
    let story = begun.commit("2020-07-03", &site()).tag("start").commit("2020-07-05", &now);
    assert!(!traces(&build(&story.told(), &now), &SECRETS).is_empty(), "the control");
}

#[test]
fn an_edition_off_the_branch_shows_nothing_that_is_not_there_today() {
    let today = site().append("site.toml", CUT).with("content/nyt.md", "Nyt.\n");
    let story = Story::default().commit("2020-06-01", &site()).tag("start");
    let story = story.commit("2020-07-01", &with_more("").with("content/gammelt.md", "Hemmelig side.\n"));
    let story = story.tag("udgave/2020-06").back_to("refs/tags/start").commit("2020-07-03", &today);
    let outcome = build(&story.told(), &today);
    assert_eq!(traces(&outcome, &SECRETS), [""; 0]);
    assert!(outcome.page("editions/2020-06/planer/a/01.html").contains("1,25"), "what is there today is shown");
}

#[test]
fn what_is_closed_and_taken_out_but_not_committed_stays_closed() {
    let (begun, today) = (Story::default().commit("2020-07-01", &with_more("")).tag("udgave/2020-06"), site());
    let closed = with_more(CLOSED)
        .append("site.toml", CUT)
        .with("content/luk.md", format!("+++\n{CLOSED}\n+++\nHemmelig side.\n"));
    let repo = begun.commit("2020-07-02", &closed).told();
    let outcome = build(&repo, &today.append("site.toml", CUT));
    assert_eq!(traces(&outcome, &SECRETS), [""; 0]);
    assert!(!edition(&outcome).is_empty());
    // Where there is no edition, the story must not tell it either.
    let repo = Story::default().commit("2020-07-01", &with_more("")).commit("2020-07-02", &with_more(CLOSED)).told();
    assert_eq!(traces(&build(&repo, &site()), &SECRETS), [""; 0]);
}

#[test]
fn a_page_that_was_closed_when_it_went_stays_closed() {
    let page = |way: &str| {
        site().append("site.toml", CUT).with("content/hem.md", format!("+++\n{way}\n+++\nHemmelig side.\n"))
    };
    let today = site().append("site.toml", CUT);
    let begun = Story::default().commit("2020-07-01", &page("")).tag("udgave/2020-06");
    let gone = begun.clone().commit("2020-07-03", &today);
    assert!(!traces(&build(&gone.told(), &today), &["hemmelig"]).is_empty(), "the control");
    let closed = begun.commit("2020-07-02", &page(CLOSED)).commit("2020-07-03", &today);
    assert_eq!(traces(&build(&closed.told(), &today), &["hemmelig"]), [""; 0]);
}

#[test]
fn what_was_under_embargo_then_is_not_told_now() {
    let under = |day: &str, required: &str| with_secret(&format!("embargo = {day}"), required, "4,17");
    let now = under("2020-08-01", "8,00");
    let story = Story::default().commit("2020-07-01", &under("2020-08-01", "7,31"));
    let story = story.commit("2020-07-02", &under("2020-08-01", "7,13")).commit("2020-09-01", &now);
    let outcome = build(&story.told(), &now);
    assert!(traces(&outcome, &["7,31"]).is_empty(), "a draft that nobody saw");
    assert!(!traces(&outcome, &["7,13"]).is_empty(), "on the first of September it was on the site");
    // Taken out while nobody could see it.
    let story = Story::default().commit("2020-07-01", &under("2020-08-01", "7,31")).commit("2020-07-02", &site());
    let outcome = build(&story.told(), &site());
    assert_eq!(traces(&outcome, &SECRETS), [""; 0]);
}

/// It is closed under another file name, at once or later, and no `formerly` says what it was called.
#[test]
fn what_is_closed_under_another_id_is_told_under_none() {
    let other = |way: &str| {
        site()
            .with(
                "content/plans/a/measures/sag.md",
                format!("+++\nnumber = \"8\"\ntitle = \"Hemmeligt salg\"\nrequired = \"7,31\"\n{way}\n+++\nOrd.\n"),
            )
            .with(
                "content/plans/a/indicators.toml",
                format!("[tal]\ntitle = \"Hemmeligt tal\"\nunit = \"sager\"\nreadings = {{ 2019 = 4712 }}\n{way}\n"),
            )
    };
    let today = other(CLOSED).append("site.toml", CUT);
    let begun = Story::default().commit("2020-07-01", &with_secret("", "7,31", "4,17")).tag("udgave/2020-06");
    let at_once = begun.clone().commit("2020-07-02", &today);
    let later = begun.commit("2020-07-02", &other("")).commit("2020-07-03", &today);
    for story in [at_once, later] {
        let open = build(&story.told(), &other("").append("site.toml", CUT));
        assert!(!traces(&open, &SECRETS).is_empty(), "what is open is told: the control");
        assert_eq!(traces(&build(&story.told(), &today), &SECRETS), [""; 0]);
    }
}

/// A measure, an indicator and a milestone that were removed, and whose ids others have since.
#[test]
fn what_had_an_id_before_another_is_told_under_its_own_name() {
    let old = site()
        .with(
            "content/plans/a/measures/09.md",
            "+++\nnumber = \"9\"\ntitle = \"Gamle biler\"\nrequired = \"3,00\"\n+++\nOrd.\n",
        )
        .with("content/plans/a/updates/2020-06-30/09.md", "+++\nlevel = \"Alt OK\"\nachieved = \"1,77\"\n+++\nSolgt.\n")
        .with(
            "content/plans/a/indicators.toml",
            "[x]\ntitle = \"Gamle dyr\"\nunit = \"dyr\"\nreadings = { 2018 = 41 }\n",
        )
        .with("content/plans/a/milestones.toml", "[milestones.5]\ntitle = \"Gammel port\"\ndue = \"2020-09\"\n");
    let raised = old.clone().edit("content/plans/a/measures/09.md", "3,00", "3,25");
    let gone = site();
    let new = site()
        .with(
            "content/plans/a/measures/09.md",
            "+++\nnumber = \"9\"\ntitle = \"Nye huse\"\nrequired = \"5,00\"\n+++\nOrd.\n",
        )
        .with(
            "content/plans/a/updates/2020-06-30/09.md",
            "+++\nlevel = \"Alt OK\"\nachieved = \"0,50\"\n+++\nBygget.\n",
        )
        .with(
            "content/plans/a/indicators.toml",
            "[x]\ntitle = \"Nye planter\"\nunit = \"planter\"\nreadings = { 2018 = 7 }\n",
        )
        .with("content/plans/a/milestones.toml", "[milestones.5]\ntitle = \"Ny port\"\ndue = \"2020-10\"\n");
    let story = Story::default()
        .commit("2020-06-30", &site())
        .commit("2020-07-01", &old)
        .commit("2020-07-02", &raised)
        .commit("2020-07-03", &gone)
        .commit("2020-07-04", &new)
        .commit("2020-07-05", &new.clone().edit("content/plans/a/measures/09.md", "5,00", "5,50"));
    let today = new.edit("content/plans/a/measures/09.md", "5,00", "5,50");
    let outcome = build(&story.told(), &today);
    let history = outcome.page("planer/a/historik.html");
    for title in ["Gamle biler", "Gamle dyr", "Gammel port", "Nye huse", "Nye planter", "Ny port"] {
        assert!(history.contains(title), "{title}: {history}");
    }
    let page = outcome.page("planer/a/09.html");
    for word in ["Gamle biler", "3,25", "1,77"] {
        assert!(!page.contains(word), "{word} is another measure's: {page}");
    }
    assert!(page.contains("5,00") && page.contains("Nye huse"));
    // One that was gone for a while has its history.
    let back = build(&story.clone().commit("2020-07-06", &gone).commit("2020-07-07", &today).told(), &today);
    assert!(back.page("planer/a/09.html").contains("5,00"));
    // What is hidden of the old one stays so: the id is withheld, whichever record has it.
    let shut = today.append("site.toml", "[history]\nredact = [\"a/09\"]\n");
    let outcome = build(&story.told(), &shut);
    assert_eq!(traces(&outcome, &["Gamle biler", "3,25", "1,77"]), [""; 0]);
}
