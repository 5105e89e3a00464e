//! The rules a site is held to, for `check --list` and `explain`: each code with what it means, how loud it is by itself and on this
//! site, and an example of its words.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use fremdrift::{
    check::{CHECKS, Check},
    diag::{Code, Severity},
    locale::{Arg, Language, Locale},
};
use serde::Serialize;

use super::{codes, examples, report, report::Reporter, words};

/// The version of the JSON that rules are printed as.
const JSON_VERSION: u32 = 1;

/// A code as it is told.
#[derive(Serialize)]
pub struct Rule {
    /// Its name.
    code: &'static str,
    /// How loud it is unless a site says otherwise; `None` is off.
    default: Option<Severity>,
    /// How loud it is on this site; `None` is off.
    site: Option<Severity>,
    /// The check by whose code a site sets it; none sets what is no judgement.
    set_by: Option<&'static str>,
    /// What it means, in the language of the words, else in English.
    meaning: String,
    /// Whether the meaning is in English for want of a translation.
    #[serde(skip)]
    is_english: bool,
    /// What it says, with an example filled in.
    message: String,
    /// How it is mended.
    help: Option<String>,
    /// How it is mended where something is like what was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    help_suggestion: Option<String>,
}

/// All rules as a site has set them.
pub struct Rules {
    locale: Option<Arc<Locale>>,
    loudness: BTreeMap<String, Option<Severity>>,
}

impl Rules {
    /// Reads what a site has set. Where there is no site that can be read, all is as it is by itself.
    pub fn of_site(root: &Path, language: Language) -> Self {
        let loudness = report::site_settings(root).map(|settings| settings.loudness).unwrap_or_default();
        Self { locale: Locale::shared(language).ok(), loudness }
    }

    /// Returns every rule: those of checks in their order, then all others by name.
    pub fn all(&self) -> Vec<Rule> {
        let of_checks = CHECKS.iter().flat_map(|check| check.codes());
        let mut others: Vec<&'static Code> = all_codes().filter(|code| check_of(code).is_none()).collect();
        others.sort();
        of_checks.chain(others).map(|code| self.rule(code)).collect()
    }

    /// Returns the rule with a name.
    pub fn find(&self, name: &str) -> Option<Rule> {
        all_codes().find(|code| code.name == name).map(|code| self.rule(code))
    }

    fn rule(&self, code: &'static Code) -> Rule {
        let check = check_of(code);
        let site = check.map_or(Some(code.severity), |check| check.loudness(&self.loudness));
        let default = check.map_or(Some(code.severity), Check::default_loudness);
        let meaning = self.locale.as_ref().and_then(|locale| locale.meaning(code));
        let given = examples::examples(code);
        let plain: Vec<_> = given.iter().filter(|(name, _)| *name != "suggestion").cloned().collect();
        let wording = self.locale.as_ref().map(|locale| locale.wording(code.name, &plain));
        let suggesting = self.locale.as_ref().and_then(|locale| locale.wording(code.name, &given).help);
        let help = wording.as_ref().and_then(|wording| wording.help.clone());
        Rule {
            code: code.name,
            default,
            site,
            set_by: check.map(|check| check.code.name),
            is_english: meaning.is_none(),
            meaning: meaning.unwrap_or_else(|| code.help.to_owned()),
            message: wording.map(|wording| wording.message).unwrap_or_default(),
            help_suggestion: suggesting.filter(|better| Some(better) != help.as_ref()),
            help,
        }
    }
}

/// Returns every code of the library and of the program.
pub fn all_codes() -> impl Iterator<Item = &'static Code> + Clone {
    fremdrift::codes().into_iter().map(|(_, code)| code).chain(codes::CODES.iter().copied())
}

/// Returns the check that finds a code, where one does.
fn check_of(code: &Code) -> Option<&'static Check> {
    CHECKS.iter().copied().find(|check| check.codes().any(|found| found == code))
}

fn severity_word(severity: Option<Severity>, report: &Reporter) -> String {
    let word = match severity {
        Some(Severity::Error) => &words::ERROR,
        Some(Severity::Warning) => &words::WARNING,
        Some(Severity::Note) => &words::NOTE,
        None => &words::LIST_OFF,
    };
    report.tell(word, [])
}

/// Writes rules as a table for people. Where `only_judgements`, what a site cannot set is left out, and that is said.
pub fn list(rules: &[Rule], only_judgements: bool, report: &Reporter) -> String {
    let shown = rules.iter().filter(|rule| !only_judgements || rule.set_by.is_some());
    let head = [words::LIST_CODE, words::LIST_DEFAULT, words::LIST_SITE, words::LIST_MEANING];
    let mut rows: Vec<[String; 4]> = vec![head.map(|word| report.tell(&word, []))];
    for rule in shown {
        let with = rule.set_by.filter(|check| *check != rule.code);
        let with = with.map(|check| format!(" ({})", report.tell(&words::LIST_SET_WITH, [Arg::Text(check)])));
        rows.push([
            rule.code.to_owned(),
            severity_word(rule.default, report),
            severity_word(rule.site, report),
            format!("{}{}", rule.meaning, with.unwrap_or_default()),
        ]);
    }
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max();
    let [code, default, site] = [0, 1, 2].map(|column| width(column).unwrap_or_default());
    let lines = rows.iter().map(|[a, b, c, d]| format!("{a:code$}  {b:default$}  {c:site$}  {d}\n"));
    let more = if only_judgements { format!("\n{}\n", report.tell(&words::LIST_MORE, [])) } else { String::new() };
    lines.collect::<String>() + &more
}

/// Writes a rule for people.
pub fn explanation(rule: &Rule, report: &Reporter) -> String {
    let default = severity_word(rule.default, report);
    let mut text = format!("{} · {default}\n\n", rule.code);
    let mark = if rule.is_english { report.tell(&words::EXPLAIN_IN_ENGLISH, []) } else { String::new() };
    text.push_str(&format!("{}{mark}: {}\n", report.tell(&words::EXPLAIN_MEANING, []), rule.meaning));
    text.push_str(&format!("{}: {}\n", report.tell(&words::EXPLAIN_EXAMPLE, []), rule.message));
    let help = report.tell(&words::HELP, []);
    text.extend(rule.help.iter().map(|cure| format!("{help}: {cure}\n")));
    let near = report.tell(&words::EXPLAIN_WHERE_NEAR, []);
    text.extend(rule.help_suggestion.iter().map(|cure| format!("{help}, {near}: {cure}\n")));
    text.push('\n');
    text.push_str(&match rule.set_by {
        Some(check) => {
            let site = severity_word(rule.site, report);
            report.tell(&words::EXPLAIN_SETTABLE, [Arg::Text(check), Arg::Text(&site)])
        }
        None => report.tell(&words::EXPLAIN_FIXED, []),
    });
    text.push('\n');
    text
}

/// Writes rules for programs.
pub fn json(rules: &[Rule]) -> String {
    #[derive(Serialize)]
    struct RulesDocument<'r> {
        version: u32,
        rules: &'r [Rule],
    }
    report::pretty(&RulesDocument { version: JSON_VERSION, rules })
}
