//! What an author meant, and is proposed: of words, names, days and formulas that are nearly right, and of files with other names.

use fremdrift::diag::Finding;

use crate::{
    cures,
    support::{Site, expect::underlined},
};

const PLAN: &str = "content/plans/a/plan.md";
const MEASURE: &str = "content/plans/a/measures/02.md";
const PAGE: &str = "content/x.md";
const DECLARED: &str = "content/plans/a/tables/t.toml";

/// What is told first of a file that stands in a small site.
fn told(path: &str, text: &str) -> Finding {
    let site = Site::small()
        .with("content/committees.toml", "[USB]\nname = \"Socialudvalget\"\n[SSU]\nname = \"Børneudvalget\"\n")
        .with("content/plans/a/updates/2020-06-30/t.csv", "row;label;a1;b1\na;A;1;2\n")
        .with(DECLARED, "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\na1 = {}\nb1 = {}\n")
        .append("site.toml", "[checks]\nmissing-status = \"off\"\n")
        .with(path, text);
    let found = site.check().findings;
    found.into_iter().find(|finding| finding.path.as_str() == path).unwrap_or_else(|| panic!("{path}: {text}"))
}

fn measure(line: &str) -> Finding {
    told(MEASURE, &format!("+++\nnumber = \"2\"\ntitle = \"B\"\n{line}\n+++\n"))
}

fn page(line: &str) -> Finding {
    told(PAGE, &format!("+++\ntitle = \"X\"\n{line}\n+++\nOrd.\n"))
}

fn help(finding: &Finding) -> &str {
    finding.help.as_deref().unwrap_or_default()
}

#[test]
fn public_is_proposed_for_words_that_can_mean_nothing_else() {
    for (word, is_public) in
        [("åbent", true), ("Offentlig", true), ("pub", true), ("publict", true), ("publikum", false), ("aaben", false)]
    {
        let finding = measure(&format!("visibility = \"{word}\""));
        assert_eq!(help(&finding).contains("mente du `public`?"), is_public, "{word}: {finding:#?}");
    }
}

#[test]
fn a_line_that_was_meant_to_withhold_is_never_proposed_to_be_removed() {
    for key in [
        "suppress_below",
        "supress_below",
        "suppress-below",
        "Supress_Bellow",
        "suppress",
        "redact",
        "redct",
        "redacted",
        "suppres",
        "hide_below",
        "small_counts",
        "min_count",
        "undertryk_under",
        "secrecy",
    ] {
        let finding = measure(&format!("{key} = \"5\""));
        assert!(help(&finding).starts_with("fjern ikke linjen") && finding.cures.is_empty(), "{key}: {finding:#?}");
    }
    for key in ["impact", "contact_x", "below"] {
        assert!(!help(&measure(&format!("{key} = \"5\""))).starts_with("fjern ikke"), "{key}");
    }
    let table = told(DECLARED, "title = \"T\"\nunit = \"kr.\"\nsupress_below = 5\n[columns]\na1 = {}\nb1 = {}\n");
    assert!(help(&table).contains("mente du `suppress_below`?"), "where it belongs: {table:#?}");
}

/// One message of a file, and every cure of it mends the file.
fn only(path: &str, text: &str) -> Finding {
    let site = Site::small().append("site.toml", "[checks]\nmissing-status = \"off\"\n").with(path, text);
    let found: Vec<Finding> =
        site.check().findings.into_iter().filter(|finding| finding.path.as_str() == path).collect();
    let [finding] = <[Finding; 1]>::try_from(found).unwrap_or_else(|found| panic!("{text}: {found:#?}"));
    cures::hold_cures(text, &site);
    finding
}

#[test]
fn a_text_over_several_lines_is_one_message_where_it_begins() {
    let of = |lines: &str| only(MEASURE, &format!("+++\nnumber = \"2\"\n{lines}\nrequired = \"1,5\"\n+++\nOrd.\n"));
    for (lines, cure) in [
        ("title = \"A og\nB\"", "\"A og B\""),
        ("title = \"A og\n  B\nC\"", "\"A og B C\""),
        ("title = \"A og\nB", "\"A og B\""),
        ("title = A og\nB\"", "\"A og B\""),
        ("title = 'A og\nB'", "\"A og B\""),
        ("title =   \"A\nog \u{e6}\"", "\"A og \u{e6}\""),
    ] {
        let finding = of(lines);
        assert_eq!((finding.code, finding.line), ("toml-syntax", 3), "{lines}: {finding:#?}");
        assert_eq!(finding.cures.iter().map(|cure| cure.text.as_str()).collect::<Vec<_>>(), [cure], "{lines}");
        assert!(help(&finding).contains(cure) && finding.label.is_some_and(|label| label.contains("flere linjer")));
    }
    // What may hide something, or be a field, is never proposed to be shown as words of a title.
    for rest in
        ["visibility: closed", "vises: nej", "fortroligt", "udkast\"", "[effect.2020]", "# B\"", "embargo : 2030-01-01"]
    {
        let text = format!("+++\nnumber = \"2\"\ntitle = \"A\n{rest}\n+++\nOrd.\n");
        let found = Site::small().with(MEASURE, text).check().findings;
        let joins = |finding: &Finding| finding.cures.iter().any(|cure| cure.text.starts_with("\"A "));
        assert!(!found.is_empty() && !found.iter().any(joins), "{rest}: {found:#?}");
    }
}

#[test]
fn heads_that_are_nearly_right_are_answered_with_the_whole_head() {
    let site = Site::small().files().into_iter().find(|(path, _)| path == "site.toml").expect("a site").1;
    let site = String::from_utf8(site).expect("text");
    let edition = "id = \"2020-06\"\ntitle = \"Juni\"\nas_of = 2020-06-30\n";
    for (head, code, meant) in [
        ("[editions]", "wrong-type", "[[editions]]"),
        ("[editions ]", "wrong-type", "[[editions]]"),
        ("[edition]", "unknown-key", "[[editions]]"),
        ("[Udgaver]", "unknown-key", "[[editions]]"),
        ("[[editons]]", "unknown-key", "editions"),
    ] {
        let finding = only("site.toml", &format!("{site}\n[checks]\nmissing-status = \"off\"\n{head}\n{edition}"));
        assert_eq!((finding.code, finding.cures[0].text.as_str()), (code, meant), "{head}: {finding:#?}");
        assert!(help(&finding).contains(meant), "{head}: {finding:#?}");
    }
    for (head, meant) in [
        ("[confidentialty]\nsuppress_below = 5", "confidentiality"),
        ("[[confidentiality]]\nsuppress_below = 5", "[confidentiality]"),
        ("[[confidentialty]]\nsuppress_below = 5", "[confidentiality]"),
        ("[[cvs]]\ndecimal = \",\"", "[csv]"),
    ] {
        let finding = only("site.toml", &format!("{site}\n[checks]\nmissing-status = \"off\"\n{head}\n"));
        assert_eq!(finding.cures.first().map(|cure| cure.text.as_str()), Some(meant), "{head}: {finding:#?}");
    }
    // A name with a blank is no id, with quotation marks neither.
    let indicator = |head: &str| {
        let text = format!("[{head}]\ntitle = \"Ventetid\"\nunit = \"dage\"\nreadings = {{ 2019 = 4 }}\n");
        only("content/plans/a/indicators.toml", &text)
    };
    for (head, meant) in
        [("vente tid", "vente-tid"), ("\"vente tid\"", "vente-tid"), ("Ventetid på forløb", "ventetid-paa-forloeb")]
    {
        let finding = indicator(head);
        assert_eq!((finding.code, finding.cures[0].text.as_str()), ("not-an-id", meant), "{head}: {finding:#?}");
        assert!(help(&finding).contains(meant), "{finding:#?}");
    }
    for (period, code, meant) in [
        ("2. kvartal 2019", "key-needs-quotes", "\"2. kvartal 2019\""),
        ("kvartal 2. 2019", "not-a-period", "2019-Q2"),
        ("30. juni 2019", "key-needs-quotes", "\"30. juni 2019\""),
    ] {
        let text = format!("[i]\ntitle = \"Klager\"\nunit = \"klager\"\n[i.readings]\n{period} = 4\n");
        let finding = only("content/plans/a/indicators.toml", &text);
        let cures: Vec<&str> = finding.cures.iter().map(|cure| cure.text.as_str()).collect();
        assert_eq!((finding.code, cures), (code, vec![meant]), "{period}: {finding:#?}");
    }
    assert_eq!(indicator("forløb").code, "key-needs-quotes", "an id with other letters wants its quotation marks");
}

#[test]
fn a_text_in_place_of_a_list_and_a_number_in_place_of_a_level_have_cures_that_hold() {
    let plan = Site::small().files().into_iter().find(|(path, _)| path == PLAN).expect("a plan").1;
    let plan = String::from_utf8(plan).expect("text");
    let sections = |value: &str| only(PLAN, &plan.replacen("+++\n", &format!("+++\nsections = {value}\n"), 1));
    for (value, cures) in [
        ("\"Drift\"", &["[\"Drift\"]"][..]),
        ("\"Drift, Anlæg\"", &["[\"Drift\", \"Anlæg\"]", "[\"Drift, Anlæg\"]"]),
        ("\"Drift; Anlæg og by\"", &["[\"Drift\", \"Anlæg og by\"]", "[\"Drift; Anlæg og by\"]"]),
        ("\"Drift,\"", &["[\"Drift,\"]"]),
    ] {
        let finding = sections(value);
        assert_eq!(finding.cures.iter().map(|cure| cure.text.as_str()).collect::<Vec<_>>(), cures, "{value}");
        assert!(cures.iter().all(|cure| help(&finding).contains(cure)), "{finding:#?}");
    }
    const STATUS: &str = "content/plans/a/updates/2020-06-30/01.md";
    for (level, code) in [("2", "unknown-level"), ("\"2\"", "unknown-level"), ("true", "wrong-type")] {
        let finding = only(STATUS, &format!("+++\nlevel = {level}\n+++\nOrd.\n"));
        assert!(finding.code == code && finding.cures.is_empty(), "{level}: {finding:#?}");
        assert!(code == "wrong-type" || help(&finding).contains("Alt OK"), "{level}: {finding:#?}");
    }
}

#[test]
fn a_committee_or_an_owner_is_known_by_its_name_or_nearly_so() {
    for (line, code, meant) in [
        ("committee = \"Socialudvaglet\"", "unknown-committee", Some("`USB`")),
        ("committee = \"Børneudvalget\"", "unknown-committee", Some("`SSU`")),
        ("committee = \"Teknisk Forvaltning\"", "unknown-committee", None),
        ("owner = \"Center chef\"", "unknown-owner", Some("`chef`")),
    ] {
        let finding = measure(line);
        assert_eq!(finding.code, code, "{finding:#?}");
        let is_meant = meant.map_or(!help(&finding).contains("mente du"), |meant| help(&finding).contains(meant));
        assert!(is_meant, "{line}: {finding:#?}");
    }
    // The command is one that can be run: what has blanks is a name, not an id.
    for (line, command) in [
        ("committee = \"Teknisk Forvaltning\"", "new committee KODE \"Teknisk Forvaltning\""),
        ("committee = \"HSU\"", "new committee HSU \"Navn\""),
        ("owner = \"Leder af drift\"", "new owner \"Leder af drift\""),
        ("owner = [\"chef\", \"Leder af drift\"]", "new owner \"Leder af drift\""),
        ("owner = \"drift\"", "new owner --id drift \"Titel\""),
    ] {
        assert!(help(&measure(line)).contains(command), "{line}: {:#?}", measure(line));
    }
}

#[test]
fn several_in_one_text_are_proposed_as_a_list() {
    let owners = "[chef]\ntitle = \"Centerchef\"\n[leder]\ntitle = \"Leder af drift og plan\"\n";
    let committees = "[USB]\nname = \"Socialudvalget\"\n[SSU]\nname = \"Børne- og Ungeudvalget\"\n";
    let site = Site::small().with("content/owners.toml", owners).with("content/committees.toml", committees);
    let site = site.append("site.toml", "[checks]\nmissing-status = \"off\"\n");
    let both = Some("[\"USB\", \"SSU\"]");
    for (line, cure) in [
        ("committee = \"USB, SSU\"", both),
        ("committee = \"USB;SSU\"", both),
        ("committee = \"USB og SSU\"", both),
        ("committee = \"USB and SSU\"", both),
        ("committee = \"Socialudvalget, SSU\"", both),
        ("committee = \"Socialudvalget og Børne- og Ungeudvalget\"", None),
        ("committee = \"USB, Børne- og Ungeudvalget\"", both),
        ("committee = \"USB, SSV\"", both),
        ("committee = [\"USB, SSU\"]", Some("\"USB\", \"SSU\"")),
        ("committee = USB, SSU", both),
        // A name may have a comma or an `and` of its own.
        ("committee = \"Børne- og Ungeudvalget\"", Some("\"SSU\"")),
        ("committee = \"Kultur, Fritid\"", None),
        ("owner = \"chef, leder\"", Some("[\"chef\", \"leder\"]")),
        ("owner = chef; leder", Some("[\"chef\", \"leder\"]")),
        ("owner = \"Leder af drift og plan, chef\"", Some("[\"leder\", \"chef\"]")),
    ] {
        let site = site.clone().with(MEASURE, format!("+++\nnumber = \"2\"\ntitle = \"B\"\n{line}\n+++\n"));
        let found = site.check().findings;
        let finding = found.iter().find(|finding| finding.path.as_str() == MEASURE).expect(line);
        assert_eq!(finding.cures.first().map(|cure| cure.text.as_str()), cure, "{line}: {finding:#?}");
        cures::hold_cures(line, &site);
        assert!(cure != both || !help(finding).contains("fremdrift new"), "{line}: {finding:#?}");
    }
    let milestones = "[milestones.1]\ntitle = \"A\"\ncommittee = \"USB, SSU\"\n";
    let site = site.with("content/plans/a/milestones.toml", milestones);
    let found = site.check().findings;
    let finding = found.iter().find(|finding| finding.code == "unknown-committee").expect("told");
    assert!(finding.cures.is_empty() && help(finding).contains("kun stå ét udvalg"), "{finding:#?}");
    for (line, cure) in [
        ("downloads = \"csv, xlsx\"", "[\"csv\", \"xlsx\"]"),
        ("downloads = csv, xlsx", "[\"csv\", \"xlsx\"]"),
        ("downloads = csv", "[\"csv\"]"),
        ("downloads = \"csv\"", "[\"csv\"]"),
    ] {
        let site = Site::small().edit("site.toml", "title =", &format!("{line}\ntitle ="));
        let found = site.check().findings;
        assert_eq!(found[0].cures[0].text, cure, "{line}: {found:#?}");
        cures::hold_cures(line, &site);
    }
}

#[test]
fn a_day_or_a_year_is_proposed_where_the_field_takes_one() {
    // A year that is written as a number with nothing behind its point, and no other.
    let year = |year: &str| told(PLAN, &format!("+++\ntitle = \"A\"\nkind = \"savings\"\nyear = {year}\n+++\n"));
    assert_eq!(year("2020.0").cures[0].text, "2020");
    assert_eq!(year("2020.5").cures, []);
    assert_eq!(measure("due = 2026.05").cures[0].text, "\"2026-05\"");
    // An embargo ends on a day, so no month is proposed.
    let month = page("embargo = 2026.05");
    assert_eq!((month.code, &month.cures[..]), ("wrong-type", &[][..]), "{month:#?}");
    assert_eq!(page("embargo = \"maj 2026\"").code, "wrong-type");
    let day = page("embargo = \"10-08-2019\"");
    assert_eq!((day.code, day.cures[0].text.as_str()), ("not-a-period", "2019-08-10"));
}

#[test]
fn a_formula_without_blanks_is_proposed_with_them() {
    for (formula, meant) in
        [("a1+b1", Some("`a1 + b1`")), ("a1-b1", Some("`a1 - b1`")), ("a1+x1", None), ("a1-", Some("`a1`"))]
    {
        let declared = format!(
            "title = \"T\"\nunit = \"mio. kr.\"\n[columns]\na1 = {{}}\nb1 = {{}}\nc1 = {{ formula = \"{formula}\" }}\n"
        );
        let finding = told(DECLARED, &declared);
        let is_meant = meant.map_or(!help(&finding).contains("mente du"), |meant| help(&finding).contains(meant));
        assert!(finding.code == "unknown-column" && is_meant, "{formula}: {finding:#?}");
    }
}

#[test]
fn a_quotation_mark_that_is_forgotten_in_front_is_told_of_the_whole_value() {
    let finding = measure("owner = chef\"");
    assert_eq!((underlined(&finding), finding.cures[0].text.as_str()), ("chef\"".to_owned(), "\"chef\""));
}

#[test]
fn a_file_beside_its_folder_is_told_where_it_belongs() {
    for (path, right) in [
        ("updates/01.md", "updates/2020-06-30/01.md er der allerede"),
        ("updates/notat.txt", "notat.md"),
        ("indicators/led.CSV.txt", "led.csv"),
        ("tables/drift.csv.txt", "drift.csv"),
    ] {
        let finding = told(&format!("content/plans/a/{path}"), "+++\nlevel = \"Alt OK\"\n+++\nOrd.\n");
        assert!(finding.code == "misnamed" && help(&finding).ends_with(right), "{path}: {finding:#?}");
    }
}

#[test]
fn a_head_is_mended_where_it_is_known_what_was_meant() {
    const TABLE: &str = "content/plans/a/updates/2020-06-30/t.csv";
    for (csv, code, cures) in [
        // The first column holds the ids of rows, whatever it is called, unless it is one that is known or holds no ids.
        ("Nr.;label;a1;b1\nx;X;1;2\n", "csv-without-row", &["row"][..]),
        ("a1;label;b1\nx;X;1\n", "csv-without-row", &[]),
        ("label;a1;b1\nx;1;2\n", "csv-without-row", &[]),
        ("Post;label;a1;b1\nDet hele;X;1;2\n", "csv-without-row", &[]),
        // Another is called what it is near to, unless that is there.
        ("row;label;a1;b2\nx;X;1;2\n", "unknown-column", &["b1"]),
        ("row;label;b1;b2\nx;X;1;2\n", "unknown-column", &[]),
        ("row;label;a1;Beløb\nx;X;1;2\n", "unknown-column", &[]),
        ("row;label;a1;a1\nx;X;1;2\n", "duplicate-key", &[]),
    ] {
        let finding = told(TABLE, csv);
        let texts: Vec<&str> = finding.cures.iter().map(|cure| cure.text.as_str()).collect();
        assert_eq!((finding.code, &texts[..]), (code, cures), "{csv}: {finding:#?}");
    }
}
