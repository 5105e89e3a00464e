//! The look at a file before it is parsed, held to the parser: what it lets pass hides nothing.

use fremdrift::{
    content::{self, Audience, Dialect, ParseLog, Viewer},
    locale::Language,
    value::RelPath,
};
use proptest::prelude::*;

use crate::support::day;

/// Files of a plan, each with what stands before and after the lines that are put into it.
const FILES: [(&str, &str, &str); 9] = [
    ("content/plans/a/plan.md", "+++\ntitle = \"A\"\nkind = \"savings\"\n", "\n+++\nOrd.\n"),
    ("content/plans/a/measures/01.md", "+++\nnumber = \"1\"\n", "\n+++\nOrd.\n"),
    ("content/plans/a/measures/02.md", "", "\n"),
    ("content/plans/a/updates/2020-06-30/index.md", "+++\n", "\n+++\n"),
    ("content/plans/a/updates/2020-06-30/01.md", "+++\nlevel = \"ok\"\n", "\n+++\n"),
    ("content/plans/a/indicators.toml", "[x]\nname = \"X\"\n", "\n"),
    ("content/plans/a/milestones.toml", "[milestones.1]\ntitle = \"M\"\n", "\n"),
    ("content/plans/a/tables/t.toml", "title = \"T\"\n", "\n"),
    ("content/plans/a/tables/t.csv", "", "\nA;1\n"),
];

/// Ways to write what hides, and what does not.
fn names() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec![
        "visibility",
        "Visibility",
        "VISIBILITY",
        "visibilty",
        "embargo",
        "Embargo",
        "enbargo",
        "embargo_until",
        "lukket",
        "hemmelig",
        "title",
        "note",
        "level",
        "x",
        "1",
        "fortrolig.visibility",
        "decisions",
    ]);
    (plain, 0..12_usize, 0..9_usize).prop_map(|(name, spelling, at)| {
        let at = name.char_indices().map(|(byte, _)| byte).nth(at).unwrap_or(0);
        let (before, rest) = name.split_at(at);
        let letter = rest.chars().next().unwrap_or('x');
        let after = rest.get(letter.len_utf8()..).unwrap_or_default();
        match spelling {
            0 => format!("\"{name}\""),
            1 => format!("'{name}'"),
            2 => format!("\"{before}\\u{:04x}{after}\"", u32::from(letter)),
            3 => format!("\"{before}\\U{:08X}{after}\"", u32::from(letter)),
            4 => format!("\"{before}\\x{:02x}{after}\"", u32::from(letter) & 0xff),
            5 => format!("\"{before}\\t{rest}\""),
            6 => format!("a.{name}"),
            7 => format!("\"a.{name}\""),
            8 => format!("\"{before}.{rest}\""),
            9 => format!("{name}.a"),
            _ => name.to_owned(),
        }
    })
}

fn lines() -> impl Strategy<Value = String> {
    let value = prop::sample::select(vec!["\"closed\"", "'internal'", "2031-01-01", "\"2031\"", "1", "true", "{}"]);
    let line = (names(), names(), value, 0..9_usize).prop_map(|(name, other, value, form)| match form {
        0 => format!("[{name}]\n{other} = {value}"),
        1 => format!("{other} = {{ {name} = {value} }}"),
        2 => format!("{other} = [{{ a = 1, {name}={value} }}]"),
        3 => format!("[[{name}]]"),
        4 => format!("{name};{other}\n{name}\n{other}: {value}"),
        5 => format!("+++\n{name} = {value}"),
        6 => format!("{name}\t=\t{value} # {other}"),
        7 => format!("[milestones.{name}]\n{other} = {value}"),
        _ => format!("{name} = {value}"),
    });
    prop::collection::vec(line, 1..4).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, ..ProptestConfig::default() })]

    #[test]
    fn what_may_hide_nothing_hides_nothing(file in prop::sample::select(FILES.to_vec()), lines in lines()) {
        let (path, before, after) = file;
        let text = format!("{before}{lines}{after}");
        let path = RelPath::new(path).expect("a path");
        let role = content::role_of(&path);
        if !content::may_hide(text.as_bytes(), role) {
            let context = Dialect::for_language(Language::Danish);
            let record = content::parse(text.as_bytes(), &path, role, &context, &mut ParseLog::default());
            let viewer = Viewer::new(Audience::Public, day("2025-01-01"));
            let (_, hidden) = content::withhold(record.into_iter().collect(), viewer);
            prop_assert!(hidden.is_empty(), "{path} hides something that was not seen:\n{text}");
        }
    }
}

#[test]
fn marks_are_seen_however_they_are_spelled() {
    let role_of = |path| content::role_of(&RelPath::new(path).expect("a path"));
    for text in [
        "visibility = 1",
        "\"VISIBILITY\" = 1",
        "\"vis\\u0069bility\"",
        "\"\\x76\" = 1",
        "'embargo' = 1",
        "[milestones.\"l.ukket\"]",
        "\"l=ukket\" = \"closed\"",
        "a = 1\n'en=b,argo' = 1",
        "\"l{ukket\".a = 1",
        "\"l\\\"ukket\" = 1",
    ] {
        assert!(content::may_hide(text.as_bytes(), role_of("content/owners.toml")), "{text}");
    }
    for text in ["title = \"A\"\nnote = \"Et ord\"\n", "Em bargo og visi bel", "[milestones.1]\ndue = 2020-01-01"] {
        assert!(!content::may_hide(text.as_bytes(), role_of("content/plans/a/plan.md")), "{text}");
    }
}
