//! What a change makes the report say: in every layout, in both languages, whatever authors write.
//!
//! `tests/diff/<case>/` holds what each layout is expected to be. Where one has become another, the new one is written
//! to `target/diff/<case>/`. If it is right, copy it: `cp -r target/diff/<case>/. tests/diff/<case>/`.

use std::{fs, path::Path};

use crate::support::{Site, disk, html as page, project};
use assert_cmd::Command;
use fremdrift::{
    content::Audience,
    locale::Language,
    pipeline::SiteDiff,
    render::changes::{html, json, markdown, text},
    summary::{ChangeDirection, ChangeLine, ChangeValue},
    wording::Changes,
};
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

/// A site with what a merge request usually touches.
fn site() -> Site {
    Site::small()
        .append("content/owners.toml", "[leder]\ntitle = \"Leder af rådgivningen\"\n")
        .with(
            "content/plans/a/measures/02.md",
            "+++\nnumber = \"2.a.1\"\ntitle = \"Forhandlingskonsulent\"\nowner = \"chef\"\nrequired = \"1,00\"\n+++\n\
             Kontrakterne gennemgås.\n",
        )
        .with(
            "content/plans/a/updates/2020-06-30/02.md",
            "+++\nlevel = \"Alt OK\"\nachieved = \"0,33\"\n+++\nDer forhandles.\n",
        )
        .with("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"Udbud\"\ndue = \"2020-09\"\n")
}

/// A merge request that changes a status, a figure, an owner, a milestone and a text.
fn merge_request() -> (Site, Site) {
    let after = site()
        .edit("content/plans/a/updates/2020-06-30/02.md", "Alt OK", "Opmærksomhed")
        .edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "0,72")
        .edit("content/plans/a/measures/02.md", "owner = \"chef\"", "owner = \"leder\"")
        .edit("content/plans/a/milestones.toml", "2020-09", "2020-12")
        .edit("content/plans/a/measures/02.md", "Kontrakterne gennemgås.", "Kontrakterne gennemgås og genforhandles.");
    (site(), after)
}

fn plain(diff: &SiteDiff) -> String {
    anstream::adapter::strip_str(&text(&diff.changes, &diff.locale)).to_string()
}

fn told(before: &Site, after: &Site) -> String {
    plain(&before.diff(after))
}

#[track_caller]
fn is_as_expected(case: &str, diff: &SiteDiff) {
    let layouts = [
        ("expected.md", markdown(&diff.changes, &diff.locale)),
        ("expected.txt", plain(diff)),
        ("expected.html", html(&diff.changes, &diff.locale).expect("a page")),
        ("expected.json", json(&diff.changes) + "\n"),
    ];
    let expected = project().join("tests/diff").join(case);
    let is_other = |(name, text): &&(&str, String)| fs::read_to_string(expected.join(name)).ok().as_ref() != Some(text);
    let others: Vec<&str> = layouts.iter().filter(is_other).map(|(name, _)| *name).collect();
    if others.is_empty() {
        return;
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("diff").join(case);
    disk::write(&target, layouts.iter().map(|(name, text)| (*name, text.as_bytes())));
    let (from, to) = (target.display(), format!("tests/diff/{case}"));
    panic!("{case}: {others:?} are not as expected\nlook: diff -r {to} {from}\nif that is right: cp -r {from}/. {to}/");
}

#[test]
fn a_merge_request_is_told_in_every_layout() {
    let (before, after) = merge_request();
    let diff = before.diff(&after);
    is_as_expected("merge-request", &diff);
    let lines = markdown(&diff.changes, &diff.locale).lines().count();
    assert!(lines <= 25, "{lines} lines");
}

#[test]
fn the_same_is_told_in_english() {
    let (before, after) = merge_request();
    is_as_expected("in-english", &before.messages(Language::English).diff(&after.messages(Language::English)));
}

#[test]
fn an_english_site_writes_numbers_its_own_way() {
    let english =
        |site: Site| site.edit("site.toml", "\"da\"", "\"en\"").edit("content/plans/a/measures/01.md", "2,50", "2.50");
    let before = english(Site::small()).edit("content/plans/a/updates/2020-06-30/01.md", "1,25", "1.25");
    let after = before.clone().edit("content/plans/a/updates/2020-06-30/01.md", "1.25", "1.50");
    let told = told(&before, &after).replace('\u{a0}', " ");
    assert!(
        told.starts_with(
            "1 change in the report\n▲ 1 Takster, achieved: DKK 1.25 million → DKK 1.50 million (better, "
        ),
        "{told}"
    );
}

#[test]
fn what_means_the_same_is_no_change() {
    let after = site()
        .with(
            "content/plans/a/updates/2020-06-30/02.md",
            "+++\n# tallet er fra økonomisystemet\nachieved = \"0,330\"\nlevel = \"ok\"\n+++\n\nDer\nforhandles.\n",
        )
        .edit("content/plans/a/updates/2020-06-30/02.md", "\"0,330\"", "\"0,3300 mio. kr.\"");
    let diff = site().diff(&after);
    assert_eq!(plain(&diff), "Ingen ændringer\n");
    assert_eq!(markdown(&diff.changes, &diff.locale), "Ingen ændringer\n");
    assert!(diff.changes.is_empty());
}

#[test]
fn the_worst_stands_first() {
    let (before, after) = merge_request();
    let after = after.with("content/plans/a/measures/03.md", "+++\nnumber = \"3\"\ntitle = \"Nyt\"\n+++\n").edit(
        "content/plans/a/updates/2020-06-30/02.md",
        "0,33",
        "0,40",
    );
    let lines = before.diff(&after).changes.lines;
    let order: Vec<(Option<ChangeDirection>, &str)> =
        lines.iter().map(|line| (line.direction, line.what.as_str())).collect();
    let (worse, better) = (Some(ChangeDirection::Worse), Some(ChangeDirection::Better));
    assert_eq!(
        order,
        [
            (worse, "status"),
            (worse, "opnået"),
            (worse, "frist"),
            (better, "opnået"),
            (None, "tilføjet"),
            (None, "ansvarlig"),
            (None, "teksten"),
        ]
    );
}

#[test]
fn a_new_report_is_told_beside_the_last_one() {
    let after = site()
        .with(
            "content/plans/a/updates/2020-09-30/02.md",
            "+++\nlevel = \"Kritisk\"\nachieved = \"0,33\"\n+++\nIntet nyt.\n",
        )
        .with("content/plans/a/updates/2020-09-30/index.md", "+++\n[milestones.1]\ndue = \"2021-01\"\n+++\nStatus.\n");
    let told = told(&site().as_of("2020-10-01"), &after.as_of("2020-10-01"));
    for line in [
        "▼ 2.a.1 Forhandlingskonsulent, status: Alt OK → Kritisk (værre, pr. 30. september 2020)\n",
        "▼ Milepæl 1 Udbud, frist: september 2020 → januar 2021 (senere, pr. 30. september 2020)\n",
        "· Rapporten om Plan A, tilføjet (pr. 30. september 2020)\n",
    ] {
        assert!(told.contains(line), "{line} is not in\n{told}");
    }
    assert!(!told.contains("opnået"), "what is repeated is no news:\n{told}");
}

#[test]
fn sums_and_levels_are_told() {
    let (before, after) = merge_request();
    let Changes { totals, levels, .. } = before.diff(&after).changes;
    let [total] = totals.as_slice() else { panic!("{totals:?}") };
    let raw = |shown: &Option<ChangeValue>| shown.as_ref().and_then(|shown| shown.raw.clone());
    assert_eq!(
        (total.total, raw(&total.before), raw(&total.after)),
        ("achieved", Some("1.58".into()), Some("1.05".into()))
    );
    let [committee] = levels.as_slice() else { panic!("{levels:?}") };
    assert_eq!((committee.before.as_str(), committee.after.as_str()), ("2 Alt OK", "1 Alt OK og 1 Opmærksomhed"));
}

#[test]
fn what_is_missing_only_now_is_told() {
    let after = site().edit("content/plans/a/plan.md", "committee = \"USB\"", "committee = \"UBS\"");
    let diff = site().diff(&after);
    let codes: Vec<_> = diff.changes.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["unknown-committee"]);
    // It was there before, in another file.
    let (from, to) = ("content/plans/a/measures/02.md", "content/plans/a/measures/konsulent.md");
    let faulty = site().edit(from, "owner = \"chef\"", "owner = \"chet\"");
    let bytes = faulty.files().remove(from).expect("the file");
    let text = String::from_utf8(bytes).expect("text").replacen("+++\n", "+++\nid = \"02\"\n", 1);
    assert_eq!(told(&faulty, &faulty.clone().without(from).with(to, text)), "Ingen ændringer\n");
}

#[test]
fn many_changes_are_folded() {
    let many = |level: &str| {
        (10..40).fold(site(), |site, at| {
            site.with(
                &format!("content/plans/a/measures/{at}.md"),
                format!("+++\nnumber = \"{at}\"\ntitle = \"Tiltag\"\n+++\n"),
            )
            .with(&format!("content/plans/a/updates/2020-06-30/{at}.md"), format!("+++\nlevel = \"{level}\"\n+++\n"))
        })
    };
    let diff = many("ok").diff(&many("watch"));
    let comment = markdown(&diff.changes, &diff.locale);
    let (shown, folded) = comment.split_once("<details><summary>18 ændringer mere</summary>\n\n").expect("a fold");
    assert_eq!((shown.matches("\n- ").count(), folded.matches("\n- ").count() + 1), (12, 18 + 1), "{comment}");
    assert!(folded.contains("\n\n</details>\n"), "{comment}");
}

#[test]
fn several_plans_are_each_named_above_their_lines_and_what_got_worse_stands_first() {
    let (before, after) = merge_request();
    let before = before.with("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\n+++\n");
    let after = after
        .with("content/plans/b/plan.md", "+++\ntitle = \"Plan B\"\nnumber = \"B\"\n+++\n")
        .with("content/plans/b/measures/01.md", "+++\nnumber = \"1\"\ntitle = \"Skoler\"\n+++\n")
        .append("content/committees.toml", "\n[KOM]\nname = \"Komiteen\"\n");
    let diff = before.diff(&after);
    let told = plain(&diff);
    assert_eq!(told.matches("\nPlan A:\n").count(), 2, "what got worse, and the rest: {told}");
    assert!(told.rfind('▼') < told.find("\nPlan B:\n"), "{told}");
    assert!(told.contains("\nPlan B:\n· 1 Skoler, tilføjet\n"), "{told}");
    assert!(told.contains("\nFælles for planerne:\n· Komiteen, tilføjet\n"), "{told}");
    let comment = markdown(&diff.changes, &diff.locale);
    assert!(comment.contains("\n\n#### Plan B\n\n- **1 Skoler**, tilføjet\n"), "{comment}");
    let drawn = html(&diff.changes, &diff.locale).expect("a page");
    assert!(drawn.contains("<tr class=\"plan\"><th scope=\"rowgroup\" colspan=\"3\">Plan B</th></tr>"), "{drawn}");
}

#[test]
fn many_months_are_one_line() {
    let with = |amount: &str| {
        site().append("content/plans/a/updates/2020-06-30/02.md", "").edit(
            "content/plans/a/measures/02.md",
            "required = \"1,00\"\n",
            &format!("required = \"1,00\"\n[effect.2020]\njan-jun = \"{amount}\"\n"),
        )
    };
    let several = told(&with("0,5"), &with("0,6"));
    assert!(several.contains("2.a.1 Forhandlingskonsulent, effekt 2020: 6 tal\n"), "{several}");
    let march = |site: Site| site.edit("content/plans/a/measures/02.md", "jan-jun", "mar");
    let one = told(&march(with("0,5")), &march(with("0,6")));
    assert!(one.contains("2.a.1 Forhandlingskonsulent, effekt i marts 2020: 0,5"), "{one}");
}

/// What authors must not be able to do with a name.
const NASTY: &str = "<script>alert(1)</script> | **b** _i_ [x](javascript:y) ![z](//w) `c` @alle #1 !2 http://ond.example <!-- &amp; $m$";

#[test]
fn names_mark_nothing_up() {
    let nasty = |site: Site| {
        site.edit("content/plans/a/measures/02.md", "Forhandlingskonsulent", NASTY).edit(
            "content/plans/a/plan.md",
            "Plan A",
            NASTY,
        )
    };
    let (before, after) = merge_request();
    let diff = nasty(before).diff(&nasty(after));
    let comment = markdown(&diff.changes, &diff.locale);
    let mut shown = String::new();
    for event in Parser::new_ext(&comment, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(text) => shown.push_str(&text),
            Event::Html(_) | Event::InlineHtml(_) | Event::Code(_) | Event::FootnoteReference(_) => {
                panic!("{event:?} in {comment}")
            }
            Event::InlineMath(_) | Event::DisplayMath(_) => panic!("{event:?} in {comment}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis | Tag::Table(_)) => {
                panic!("{event:?} in {comment}")
            }
            _ => {}
        }
    }
    assert!(shown.contains(&format!("2.a.1 {NASTY}")), "{shown}");
    for sign in ["@", "://", "<", "`", "!2", "#1"] {
        assert!(!comment.replace("### ", "").replace("&#", "").contains(sign), "{sign} in {comment}");
    }
    let drawn = html(&diff.changes, &diff.locale).expect("a page");
    assert!(!drawn.contains("<script") && !drawn.contains("<b>") && !drawn.contains(" src="), "{drawn}");
    assert!(page::parse(&drawn).text().contains(NASTY), "{drawn}");
}

#[test]
fn nothing_reaches_the_terminal() {
    let nasty = "\u{1b}]0;ond\u{7}\u{1b}[2J\u{202e}";
    let with = |amount: &str| {
        site()
            .with("content/plans/a/tables/t.toml", "title = \"Drift\"\n[columns]\nrevised = {}\n")
            .with("content/plans/a/tables/t.csv", format!("row;label;revised\nx;\"{nasty}Post\";{amount}\n"))
            .with("content/plans/a/updates/2020-06-30/02.md", format!("+++\nlevel = \"ok\"\n+++\n{nasty} {amount}\n"))
    };
    let diff = with("1,5").diff(&with("2,5"));
    let told = plain(&diff);
    assert!(told.contains("Post") && told.contains("1,5"), "{told}");
    let is_unseen = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
    for layout in [
        told,
        markdown(&diff.changes, &diff.locale),
        json(&diff.changes),
        html(&diff.changes, &diff.locale).expect("a page"),
    ] {
        assert!(!layout.contains(is_unseen), "{layout:?}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_not_compared() {
    let file = "content/plans/a/updates/2020-06-30/02.md";
    for broken in [
        "+++\nlevel = \"ok\nachieved = 1\n+++\nHemmeligt.\n",
        "---\nlevel: ok\n---\nHemmeligt.\n",
        "+++\nlevel = \"ok\"\n",
    ] {
        let after = site().with(file, broken);
        for (before, after) in [(site(), after.clone()), (after, site())] {
            let Changes { lines, totals, unreadable, .. } = before.diff(&after).changes;
            assert_eq!((lines.as_slice(), totals.as_slice()), (&[][..], &[][..]), "{broken:?}");
            assert_eq!(unreadable, [file]);
        }
    }
    let broken = site().with(file, b"\xff\xfe\0+".as_slice());
    assert_eq!(site().diff(&broken).changes.unreadable, [file]);
    // What both versions have is no news, whether it can be read or not.
    assert!(broken.diff(&broken).changes.is_empty());
}

#[test]
fn what_hangs_on_a_file_that_cannot_be_read_is_not_told() {
    let secret = site().edit("content/plans/a/plan.md", "kind =", "visibility = \"closed\"\nkind =");
    let broken = secret.clone().edit("content/plans/a/plan.md", "+++\ntitle", "---\ntitle");
    for (before, after) in [(secret.clone(), broken.clone()), (broken, secret)] {
        let diff = before.diff(&after);
        assert_eq!(diff.changes.lines, [], "{}", plain(&diff));
        assert!(!plain(&diff).contains("Forhandlingskonsulent"), "{}", plain(&diff));
    }
}

#[test]
fn what_may_not_be_seen_is_not_told() {
    let hidden = "content/plans/a/measures/02.md";
    for mark in ["visibility = \"internal\"", "embargo = 2020-08-12"] {
        let (before, after) = merge_request();
        let shut = |site: Site| site.edit(hidden, "owner =", &format!("{mark}\nowner ="));
        let told = told(&shut(before.clone()), &shut(after.clone()));
        for secret in ["Forhandlingskonsulent", "2.a.1", "Opmærksomhed", "0,33", "Leder"] {
            assert!(!told.contains(secret), "{secret} in {told}");
        }
        assert!(told.contains("opnået: 1,25\u{a0}mio.\u{a0}kr. → 0,72"), "{told}");
        let open = |site: Site| shut(site).audience(Audience::Internal).as_of("2020-09-01");
        assert!(
            plain(&open(before).diff(&open(after)))
                .contains("2.a.1 Forhandlingskonsulent, status: Alt OK → Opmærksomhed")
        );
    }
}

#[test]
fn what_becomes_hidden_is_told_as_gone() {
    let after = site().edit("content/plans/a/measures/02.md", "owner =", "visibility = \"closed\"\nowner =");
    let told = told(&site(), &after);
    assert!(told.contains("· 2.a.1 Forhandlingskonsulent, fjernet\n"), "{told}");
    assert!(!told.contains("lukket"), "{told}");
}

#[test]
fn a_status_that_says_the_same_again_is_no_measure_that_came() {
    let again = "+++\nlevel = \"Alt OK\"\nachieved = \"0,33\"\n+++\nDer forhandles endnu.\n";
    let before = site().as_of("2020-12-31");
    let after = before.clone().with("content/plans/a/updates/2020-09-30/02.md", again);
    let came = told(&before, &after);
    assert!(came.contains("2.a.1 Forhandlingskonsulent, status tilføjet (pr. 30. september 2020)\n"), "{came}");
    let went = told(&after, &before);
    assert!(went.contains("2.a.1 Forhandlingskonsulent, status fjernet (pr. 30. september 2020)\n"), "{went}");

    let reading = |site: Site, readings: &str| {
        let indicator = format!("[ventetid]\ntitle = \"Ventetid\"\nunit = \"dage\"\nreadings = {{ {readings} }}\n");
        site.with("content/plans/a/indicators.toml", &indicator)
    };
    let (one, two) = (reading(site(), "2018 = 8"), reading(site(), "2018 = 8, 2019 = 8"));
    let came = told(&one, &two);
    assert!(came.contains("Måltallet Ventetid, måling tilføjet (pr. 2019)\n"), "{came}");
    assert!(told(&two, &one).contains("Måltallet Ventetid, måling fjernet (pr. 2019)\n"));
}

#[test]
fn what_is_not_decided_yet_is_not_told() {
    let with = |date: &str| {
        site()
            .append(
                "content/plans/a/milestones.toml",
                &format!("[decisions.1]\ntitle = \"Udsættelse\"\ndecided = {date}\n"),
            )
            .edit(
                "content/plans/a/updates/2020-06-30/02.md",
                "level = \"Alt OK\"",
                &format!(
                    "level = \"Alt OK\"\noverruled = {{ level = \"Kritisk\", committee = \"USB\", date = {date} }}"
                ),
            )
    };
    let before = with("2020-08-12").edit("content/plans/a/updates/2020-06-30/02.md", "\"Kritisk\"", "\"Opmærksomhed\"");
    assert_eq!(told(&before, &with("2020-08-13")), "Ingen ændringer\n");
    let later = |site: Site| site.as_of("2020-09-01");
    assert!(
        told(&later(before), &later(with("2020-08-13"))).contains("ændret af udvalget: status: Opmærksomhed → Kritisk")
    );
}

/// Holds a value against a part of a JSON Schema: types, words, fields, items. Notes which fields were met.
pub fn hold(value: &Value, schema: &Value, root: &Value, met: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        return hold(value, root.pointer(name.trim_start_matches('#')).expect("a definition"), root, met);
    }
    if let Some(words) = schema["enum"].as_array() {
        assert!(words.contains(value), "{value} is none of {words:?}");
    }
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one.as_str()],
        Value::Array(many) => many.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let own = match value {
        Value::Object(_) => "object",
        Value::Array(_) => "array",
        Value::String(_) => "string",
        Value::Number(_) => "integer",
        Value::Null => "null",
        Value::Bool(_) => "boolean",
    };
    assert!(types.is_empty() || types.contains(&own), "{value} is no {types:?}");
    for item in value.as_array().into_iter().flatten() {
        hold(item, &schema["items"], root, met);
    }
    let Some(fields) = value.as_object() else { return };
    let missing = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    for name in missing {
        assert!(fields.contains_key(name), "{name} is missing in {value}");
    }
    for (name, field) in fields {
        let known = schema["properties"].get(name);
        hold(field, known.unwrap_or_else(|| panic!("{name} is no field of {schema}")), root, met);
        met.push(name.clone());
    }
}

#[test]
fn the_schema_describes_the_data() {
    let schema: Value =
        serde_json::from_slice(&fs::read(project().join("docs/changes.schema.json")).expect("a file")).expect("JSON");
    let (before, after) = merge_request();
    let figures = |site: Site, amount: &str| {
        site.with(
            "content/plans/a/tables/t.toml",
            "title = \"Drift\"\n[columns]\nrevised = {}\n[notes]\n\"*\" = \"Skøn.\"\n",
        )
        .with("content/plans/a/tables/t.csv", format!("row;label;revised\nx;Post;{amount}*\n"))
        .with(
            "content/plans/a/indicators.toml",
            format!("[i]\ntitle = \"Sager\"\nreadings = {{ 2019 = {} }}\n", amount.len()),
        )
    };
    let before = figures(before, "1,5").with("content/x.md", "+++\ntitle = \"X\"\n+++\nX\n");
    let after = figures(after, "12,5")
        .with("content/x.md", "+++\ntitle = \"X\n+++\nX\n")
        .append("content/owners.toml", &format!("[ny]\ntitle = \"Ny\"\nx = 1\n{}y = 1\n", " ".repeat(250)));
    let data: Value = serde_json::from_str(&json(&before.diff(&after).changes)).expect("JSON");
    let mut met = Vec::new();
    hold(&data, &schema, &schema, &mut met);
    let definitions = schema["$defs"].as_object().expect("definitions").values();
    for name in definitions.flat_map(|definition| definition["properties"].as_object().expect("fields").keys()) {
        assert!(met.contains(name), "{name} is described, and nowhere in\n{data:#}");
    }
    let words =
        |field: &str| schema["$defs"]["subject"]["properties"][field]["enum"].as_array().expect("words").clone();
    let kinds: Vec<Value> = fremdrift::compare::RecordKind::ALL.iter().map(|(word, _)| (*word).into()).collect();
    assert_eq!(words("kind"), kinds);
}

fn run(arguments: &[&str]) -> (i32, String) {
    let output = Command::new(assert_cmd::cargo::cargo_bin!("fremdrift")).args(arguments).output().expect("it runs");
    (output.status.code().unwrap_or(-1), String::from_utf8(output.stdout).expect("text"))
}

#[test]
fn the_command_compares_two_folders() {
    let folder = tempfile::tempdir().expect("a folder");
    let (before, after) = merge_request();
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    before.write_to(&old);
    after.write_to(&new);
    let (old, new) = (old.to_str().expect("text"), new.to_str().expect("text"));
    let (code, said) = run(&["diff", old, new, "--as-of", "2020-07-01"]);
    let heading = format!("5 ændringer i rapporten: {old} → {new}\n");
    let lines = told(&before, &after);
    assert_eq!((code, said.as_str()), (0, lines.replacen("5 ændringer i rapporten\n", &heading, 1).as_str()));
    let here = said.replacen(new, "filerne, som de ligger her", 1);
    assert_eq!(run(&["diff", old, "--root", new, "--as-of", "2020-07-01", "--exit-code"]), (1, here));
    assert_eq!(run(&["diff", old, old, "--exit-code"]), (0, "Ingen ændringer\n".into()));
    assert_eq!(run(&["diff", old, old, "--language", "en"]), (0, "No changes\n".into()));
    assert!(run(&["diff", old, new, "--format", "html"]).1.starts_with("<!doctype html>"));
    assert!(run(&["diff", old, new, "--format", "json"]).1.starts_with('{'));
    assert_eq!(run(&["diff", "ingen-mappe", new]).0, 2);
    assert_eq!(run(&["diff", old, new, "--format", "ingen"]).0, 2);
}

#[test]
fn settings_that_cannot_be_read_are_an_error_as_in_a_build() {
    for lines in [
        "[history]\nredact = 5\n",
        "[history]\nredact = { a = 1 }\n",
        "[history]\nredact = 2020-06-30\n",
        "[history]\nredact = [\"a/02\", 5]\n",
        "[history]\nredakt = [\"a/02\"]\n",
        "[historik]\nredact = [\"a/02\"]\n",
        "[history]\nredact = [\"a/02\"\n",
        "[history]\nshow = 5\n",
        "[personal_numbers]\nsalt = 5\n",
    ] {
        let broken = site().append("site.toml", &format!("\n{lines}"));
        let built = broken.check().findings;
        let place = |finding: &fremdrift::diag::Finding| (finding.code, finding.path.to_string(), finding.line);
        let stops = built.iter().filter(|finding| finding.path.as_str() == "site.toml").map(place);
        let stops: Vec<_> = stops.collect();
        assert!(!stops.is_empty(), "{lines}: {built:#?}");
        let changed = site().edit("content/plans/a/measures/01.md", "2,50", "2,60");
        for (before, after) in [(&broken, &broken), (&broken, &changed), (&changed, &broken)] {
            let diff = before.diff(after);
            assert!(diff.errors.iter().all(|error| stops.contains(&place(error))), "{lines}: {:#?}", diff.errors);
            assert!(!diff.errors.is_empty() && diff.changes.lines.is_empty(), "{lines}");
        }
    }
    // One entry alone is a list of one, in a build and here.
    let one = site().append("site.toml", "\n[history]\nredact = \"a/02\"\n");
    let is_read = one.check().findings.iter().all(|finding| finding.path.as_str() != "site.toml");
    assert_eq!(one.diff(&one).errors.is_empty(), is_read);
}

#[test]
fn the_command_refuses_settings_that_cannot_be_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let (old, new) = (folder.path().join("old"), folder.path().join("new"));
    site().write_to(&old);
    site().append("site.toml", "\n[history]\nredact = 5\n").write_to(&new);
    for format in ["text", "terminal", "markdown", "html", "json"] {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("fremdrift"));
        let output = command.arg("diff").arg(&old).arg("--root").arg(&new).args(["--format", format]);
        let output = output.output().expect("it runs");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).expect("text");
        assert_eq!(output.status.code(), Some(1), "{format}: {said}");
        assert!(said.contains("site.toml") && said.contains("redact"), "{format}: {said}");
    }
}

#[test]
fn a_line_says_what_programs_want_to_know() {
    let (before, after) = merge_request();
    let changes = before.diff(&after).changes;
    let ChangeLine { subject, field, before, after, .. } = &changes.lines[1];
    let raw = |shown: &Option<ChangeValue>| shown.as_ref().and_then(|shown| shown.raw.clone());
    assert_eq!((subject.kind, subject.id.as_str(), subject.report.as_deref()), ("status", "01", Some("2020-06-30")));
    assert_eq!(
        (field.as_deref(), raw(before), raw(after)),
        (Some("achieved"), Some("1.25".into()), Some("0.72".into()))
    );
}
