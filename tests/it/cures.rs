//! Every cure that a message quotes is written into its file, and the mistake is gone: nothing else is said instead.
//!
//! A finding carries its cures where they are known to the letter. Here they are applied to every mistake that stands in
//! `tests/content/err`, and to the slips of `slips.rs`.

use std::collections::BTreeMap;

use fremdrift::diag::{Finding, FindingCure};

use crate::{diagnostics, support::Site};

/// Counts what is found, by file and code.
fn tally(findings: &[Finding]) -> BTreeMap<(String, &'static str), usize> {
    let mut tally = BTreeMap::new();
    for finding in findings {
        *tally.entry((finding.path.as_str().to_owned(), finding.code)).or_default() += 1;
    }
    tally
}

/// Writes a cure into its file.
pub fn cured(site: &Site, finding: &Finding, cure: &FindingCure) -> Site {
    let bytes = site.files().into_iter().find(|(path, _)| path == finding.path.as_str()).expect("the file").1;
    let text = String::from_utf8(bytes).expect("text");
    let text = text.trim_start_matches('\u{feff}');
    let (start, end) = (cure.start as usize, cure.end as usize);
    site.clone().with(finding.path.as_str(), [&text[..start], &cure.text, &text[end..]].concat())
}

/// Checks that each cure of what is found in a site mends it, and that nothing is said that was not said before.
///
/// Answers how many cures were tried.
pub fn hold_cures(name: &str, site: &Site) -> usize {
    let findings = site.check().findings;
    let before = tally(&findings);
    let mut count = 0;
    for finding in &findings {
        for cure in &finding.cures {
            let after = cured(site, finding, cure).check().findings;
            let (key, after) = ((finding.path.as_str().to_owned(), finding.code), tally(&after));
            let left = after.get(&key).copied().unwrap_or_default();
            assert!(left < before[&key], "{name}: {} is still there with {cure:?}: {finding:#?}", finding.code);
            count += 1;
        }
        // What is quoted to the author is what was tried.
        let quotes = |cure: &FindingCure| {
            let help = finding.help.as_deref().unwrap_or_default();
            let text = cure.text.trim().trim_matches('"');
            text.is_empty() || help.contains(text) || help.contains(&text.chars().take(40).collect::<String>())
        };
        assert!(finding.cures.iter().all(quotes), "{name}: the help quotes another cure: {finding:#?}");
    }
    count
}

#[test]
fn every_cure_of_a_known_mistake_works() {
    let count: usize = diagnostics::mistakes().iter().map(|(name, site)| hold_cures(name, site)).sum();
    assert!(count > 25, "{count} cures");
}

#[test]
fn a_field_that_is_there_is_not_proposed_again() {
    for (line, cures) in [("titel = \"B\"", 0), ("titel2 = \"B\"", 0), ("tittel = \"B\"", 0), ("requird = \"1,30\"", 1)]
    {
        let site = Site::small()
            .with("content/plans/a/measures/01.md", format!("+++\nnumber = \"1\"\ntitle = \"Takster\"\n{line}\n+++\n"));
        let found = site.check().findings;
        let finding = found.iter().find(|finding| finding.code == "unknown-key").expect(line);
        assert_eq!(finding.cures.len(), cures, "{line}: {finding:#?}");
        hold_cures(line, &site);
    }
}

#[test]
fn a_value_in_the_place_of_its_table_is_answered_with_the_field_it_is() {
    let indicator = |line: &str| {
        let text = format!("[i]\ntitle = \"Klager\"\nunit = \"klager\"\n{line}\nreadings = {{ 2019 = 4 }}\n");
        Site::small().with("content/plans/a/indicators.toml", text)
    };
    let table = |column: &str| {
        let declared = format!("title = \"T\"\n[columns]\n{column}\n");
        let files = [("tables/t.toml", declared.as_str()), ("updates/2020-06-30/t.csv", "row;label;budget\nx;X;5\n")];
        files.iter().fold(Site::small(), |site, (path, text)| site.with(&format!("content/plans/a/{path}"), text))
    };
    for (site, help) in [
        (indicator("baseline = 120"), "skriv baseline = { value = 120 }"),
        (indicator("target = \"100\""), "skriv target = { value = \"100\" }"),
        (indicator("target = \"Færrest muligt\""), "skriv target = { words = \"Færrest muligt\" }"),
        (table("budget = \"Budget\""), "skriv budget = { title = \"Budget\" }"),
    ] {
        let findings = site.check().findings;
        let helps: Vec<_> = findings.iter().filter_map(|found| found.help.as_deref()).collect();
        assert!(helps.contains(&help), "{help}: {helps:?}");
        assert!(hold_cures(help, &site) > 0, "{help}");
    }
}
