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
