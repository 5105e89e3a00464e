//! Entries of `[history] redact`: which of them mean something, what a comparison makes of those that do not, and each field of the
//! registers they may name.

use fremdrift::{
    diag::Error,
    git::{Completeness, Repository},
    history::GitPast,
    pipeline::{self, NoProgress},
};

use crate::{
    past::{self, CUT, edition},
    support::{
        Site,
        git::{Repo, Story},
    },
};

fn redacting(site: &Site, entry: &str) -> Site {
    site.clone().append("site.toml", &format!("\n[history]\nredact = [ \"{entry}\" ]\n"))
}

#[test]
fn an_entry_that_is_nearly_an_id_is_told_with_the_id() {
    for (entry, meant) in [("a/0l", "a/01"), ("a/2020-06-3o", "a/2020-06-30"), ("USBB", "USB"), ("chev", "chef")] {
        let today = redacting(&past::site(), entry);
        let outcome = past::build(&Story::default().commit("2020-07-01", &today).told(), &today);
        let found = outcome.built.findings.iter().find(|finding| finding.code == "redact-unknown").expect("an error");
        let told = format!("{found:?}");
        assert!(
            ["»", "`", " "].iter().any(|sign| told.contains(&format!("{sign}{meant}{sign}")))
                || told.contains(&format!("»{meant}«")),
            "{entry}: {told}"
        );
    }
}

#[test]
fn an_entry_may_name_a_field_a_column_or_a_row() {
    let site = past::site()
        .with("content/plans/a/tables/t.toml", "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\nactual = {}\n")
        .with("content/plans/a/tables/t.csv", "row;label;actual\nx;Post;4\n");
    for (entry, is_known) in [
        ("a/t#title", true),
        ("a/t#actual", true),
        ("a/t#x", true),
        ("a/t#label", true),
        ("a/t#post", false),
        ("a/01#text", true),
        ("a/01#required", true),
        ("a/01#krav", false),
    ] {
        let today = redacting(&site, entry);
        let outcome = past::build(&Story::default().commit("2020-07-01", &today).told(), &today);
        assert_eq!(!outcome.codes().contains(&"redact-unknown-field"), is_known, "{entry}: {:?}", outcome.codes());
    }
}

/// Compares a site with itself, in which something is withheld of a past that may be there.
fn compared(entry: &str, repo: Option<&Repo>) -> Result<(), Error> {
    let site = redacting(&past::site(), entry);
    let repository = repo.map(|repo| {
        Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("a repository")
    });
    let past = repository.as_ref().map(|repository| {
        let head = repository.head().expect("readable").expect("a commit");
        GitPast { repository, head, kept: None }
    });
    let input = || site.input_with(past.as_ref().map(|past| past as _));
    pipeline::diff(&input(), &input(), &NoProgress).map(|_| ())
}

#[test]
fn a_comparison_stops_at_what_may_be_a_commit_and_at_nothing_else() {
    let repo = Story::default().commit("2020-07-01", &past::site()).told();
    for repo in [None, Some(&repo)] {
        for (entry, is_stopped) in [
            ("abcdef1", true),
            ("0123456789", true),
            ("abcdef", false),
            ("abcdefg", false),
            ("findes-ikke", false),
            ("a/01", false),
            ("a/01#findes-ikke", false),
        ] {
            let told = compared(entry, repo);
            assert_eq!(told.is_err(), is_stopped, "{entry}: {told:?}");
            assert!(told.is_ok() || format!("{told:?}").contains(entry), "{told:?}");
        }
    }
}

#[test]
fn an_edition_lacks_the_field_of_a_register_that_is_withheld_and_no_other() {
    const OWNERS: &str = "content/owners.toml";
    const COMMITTEES: &str = "content/committees.toml";
    let said = [
        ("chef#title", "Gammel titel"),
        ("chef#department", "Gammel afdeling"),
        ("chef#contact", "Gammel kontakt"),
        ("chef#note", "Gammel oplysning"),
        ("USB#name", "Gammelt navn"),
        ("USB#note", "Gammel bemærkning"),
    ];
    let [title, department, contact, remark, name, note] = said.map(|(_, text)| text);
    let owners = format!(
        "[chef]\ntitle = \"{title}\"\ndepartment = \"{department}\"\ncontact = \"{contact}\"\nnote = \"{remark}\"\n"
    );
    let then =
        past::site().with(OWNERS, owners).with(COMMITTEES, format!("[USB]\nname = \"{name}\"\nnote = \"{note}\"\n"));
    let today = [OWNERS, COMMITTEES].iter().fold(then.clone(), |site, file| {
        let text = String::from_utf8(site.files()[*file].clone()).expect("text").replace("Gammel", "Ny");
        site.with(file, text)
    });
    for (entry, _) in said {
        let today = redacting(&today, entry).append("site.toml", CUT);
        let story = Story::default().commit("2020-07-01", &then).tag("udgave/2020-06").commit("2020-07-02", &today);
        let files = edition(&past::build(&story.told(), &today));
        for (other, text) in said {
            let is_shown = files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(text));
            assert_eq!(is_shown, other != entry, "{text} where {entry} is withheld");
        }
    }
}

#[test]
fn a_personal_number_in_the_withheld_line_of_a_register_is_told_in_no_edition() {
    let register = |first: &str, note: &str, second: &str| {
        let entry = |id: &str, title: &str| format!("[decisions.\"{id}\"]\ntitle = \"{title}\"\ndue = \"2021-09\"\n");
        let text = format!("{}note = \"{note}\"\n{}", entry("1", first), entry("2", second));
        past::site().with("content/plans/a/milestones.toml", text)
    };
    let clean = register("Et", "Ord", "To");
    let today = clean.append("site.toml", &format!("\n[history]\nredact = [ \"a/1#title\" ]\n{CUT}"));
    for (then, is_refused) in [
        (register("Sag 010190-1234", "Ord", "To"), false),
        (register("Sag", "Sag 010190-1234", "To"), true),
        (register("Sag", "Ord", "Sag 010190-1234"), true),
    ] {
        let story = Story::default().commit("2020-07-01", &then).tag("udgave/2020-06").commit("2020-07-02", &today);
        let outcome = past::build(&story.told(), &today);
        let is_found = outcome.codes().contains(&"personal-number-in-edition");
        assert_eq!(is_found, is_refused, "{:#?}", outcome.built.findings);
    }
}

/// What was said in an edition, under which entry; of each that is said another way today the edition lacks that alone.
fn lacks_only_what_is_named(site: &Site, said: &[(&str, &str)]) {
    let today = site.files().into_iter().fold(site.clone(), |site, (file, bytes)| {
        let text = String::from_utf8(bytes).expect("text");
        if text.contains("Gammel") { site.with(&file, text.replace("Gammel", "Ny")) } else { site }
    });
    for (entry, _) in said {
        let today = redacting(&today, entry).append("site.toml", CUT);
        let story = Story::default().commit("2020-07-01", site).tag("udgave/2020-06").commit("2020-07-02", &today);
        let outcome = past::build(&story.told(), &today);
        assert_eq!(outcome.built.counts.errors, 0, "{:#?}", outcome.built.findings);
        let files = edition(&outcome);
        for (other, text) in said {
            let is_shown = files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(text));
            assert_eq!(is_shown, other != entry, "{text} where {entry} is withheld");
        }
    }
}

#[test]
fn an_edition_lacks_the_part_of_a_measures_words_that_is_withheld_and_no_other() {
    let words = "Gammel tekst.\n\n## Mål\n\nGammel retning.\n\n## Handling\n\nGammel indsats.\n\n## Konsekvenser\n\n\
                 Gammel følge.\n\n## Tidsplan\n\nGammel frist.\n";
    let site = past::site().append("content/plans/a/measures/01.md", words);
    let said = [
        ("a/01#body", "Gammel tekst"),
        ("a/01#objective", "Gammel retning"),
        ("a/01#action", "Gammel indsats"),
        ("a/01#consequences", "Gammel følge"),
        ("a/01#timetable", "Gammel frist"),
    ];
    lacks_only_what_is_named(&site, &said);
}

/// Of a reading no line can be left out alone: the indicator goes with it.
#[test]
fn an_edition_lacks_the_indicator_of_which_the_remark_of_a_reading_is_withheld() {
    let indicator = |id: &str| {
        format!(
            "[{id}]\ntitle = \"{id}\"\nunit = \"sager\"\nreadings = {{ \"2019\" = {{ value = 40, note = \"Gammel {id}\" }} }}\n"
        )
    };
    let site = past::site().with("content/plans/a/indicators.toml", ["huse", "veje"].map(indicator).concat());
    lacks_only_what_is_named(&site, &[("a/huse#note", "Gammel huse"), ("a/veje#note", "Gammel veje")]);
}

/// A version of a file that could not be read has no records, so an entry is held against its path.
#[test]
fn a_version_that_could_not_be_read_is_not_told_of_where_its_record_is_withheld() {
    let measures = |text: &str| {
        let file =
            |site: Site, id: &str| site.with(&format!("content/plans/a/measures/{id}.md"), text.replace("ID", id));
        ["skjult", "aaben"].into_iter().fold(past::site(), file)
    };
    let sound = measures("+++\nnumber = \"ID\"\ntitle = \"Salg\"\nrequired = 3\n+++\n");
    let broken = measures("+++\nnumber = \"ID\ntitle = \"Salg\"\n+++\n");
    let story = Story::default().commit("2020-07-01", &sound).commit("2020-07-02", &broken);
    let repo = story.commit("2020-07-03", &sound).told();
    let repository = Repository::discover(repo.path(), Completeness::Required).expect("readable").expect("one");
    let head = repository.head().expect("readable").expect("a commit");
    let past = GitPast { repository: &repository, head, kept: None };
    let commit = repo.git(&["rev-parse", "main~1"]);
    for (entry, is_told, is_compared) in [
        ("a/01", [true, true], [true, true]),
        ("a/skjult", [false, true], [false, true]),
        ("skjult", [false, true], [false, true]),
        (&commit, [false, false], [true, true]),
    ] {
        let names = |text: &str| ["skjult.md", "aaben.md"].map(|file| text.contains(file));
        let today = redacting(&sound, entry);
        let today = today.input_with(Some(&past));
        let log = pipeline::log(&today, None, &NoProgress).expect("a log");
        let told = fremdrift::render::changes::story(&log.chapters, &log.locale);
        assert_eq!(names(&told), is_told, "{entry}: {told}");
        let plain = pipeline::Input { past: None, ..today };
        let diff = pipeline::diff_beside(&broken.input(), &plain, &today, &NoProgress).expect("a comparison");
        let told = diff.changes.unreadable.join(" ");
        assert_eq!(names(&told), is_compared, "{entry}: {told}");
    }
}
