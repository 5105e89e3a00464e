//! What is wrong with the arguments, in the language of the site: what reads them knows English alone.

use std::{error::Error as _, ffi::OsString, path::PathBuf};

use clap::error::{ContextKind, ContextValue, ErrorKind};
use fremdrift::locale::{Arg, Language, Word};

use super::{CommonOptions, exit, report::Reporter, words};

/// What a value may have been expected to be.
const EXPECTED: [&Word; 5] = [
    &words::USAGE_EXPECTED_LANGUAGE,
    &words::USAGE_EXPECTED_ID,
    &words::USAGE_EXPECTED_DATE,
    &words::USAGE_EXPECTED_FIELD,
    &words::USAGE_EXPECTED_COLUMN,
];

/// Returns what was said of the language and of the site, as far as it can be told from arguments that are wrong.
pub fn common(arguments: &[OsString]) -> CommonOptions {
    let said = |name: &str| {
        let at = arguments.iter().position(|argument| argument.to_string_lossy().split('=').next() == Some(name))?;
        let own = arguments.get(at)?.to_string_lossy().split_once('=').map(|(_, value)| value.to_owned());
        own.or_else(|| arguments.get(at.saturating_add(1)).map(|next| next.to_string_lossy().into_owned()))
    };
    CommonOptions {
        root: said("--root").map_or_else(|| PathBuf::from("."), PathBuf::from),
        language: said("--language").and_then(|tag| Language::parse(&tag)),
        verbose: false,
        quiet: false,
    }
}

/// Says what is wrong with the arguments and how the command is written, and answers its exit code; nothing where there are no words for
/// it but those of what reads them.
pub fn tell(wrong: &clap::Error, report: &Reporter) -> Option<u8> {
    let given = |kind| values(wrong, kind).join(", ");
    match wrong.kind() {
        ErrorKind::InvalidSubcommand => {
            report.refuse(&words::USAGE_NO_COMMAND, [Arg::Text(&given(ContextKind::InvalidSubcommand))])
        }
        ErrorKind::UnknownArgument => {
            report.refuse(&words::USAGE_NO_OPTION, [Arg::Text(&given(ContextKind::InvalidArg))])
        }
        ErrorKind::InvalidValue if given(ContextKind::InvalidValue).is_empty() => {
            report.refuse(&words::USAGE_NO_VALUE, [Arg::Text(&given(ContextKind::InvalidArg))])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let (value, option) = (given(ContextKind::InvalidValue), given(ContextKind::InvalidArg));
            report.refuse(&words::USAGE_BAD_VALUE, [Arg::Text(&option), Arg::Text(&value)])
        }
        ErrorKind::MissingRequiredArgument => {
            report.refuse(&words::USAGE_MISSING, [Arg::Text(&given(ContextKind::InvalidArg))])
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (given(ContextKind::InvalidArg), given(ContextKind::PriorArg));
            report.refuse(&words::USAGE_CONFLICT, [Arg::Text(&one), Arg::Text(&other)])
        }
        _ => return None,
    };
    tell_cure(wrong, report);
    if let Some(ContextValue::StyledStr(usage)) = wrong.get(ContextKind::Usage) {
        let usage = usage.to_string();
        report.usage(usage.trim_start_matches("Usage:").trim());
    }
    Some(exit::USAGE)
}

/// Says what could have been meant, or what may stand there.
fn tell_cure(wrong: &clap::Error, report: &Reporter) {
    let nearest = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let nearest: Vec<String> = nearest.into_iter().flat_map(|kind| values(wrong, kind)).collect();
    let valid = values(wrong, ContextKind::ValidValue);
    if !nearest.is_empty() {
        report.help(&words::USAGE_NEAREST, [Arg::Text(&nearest.join(", "))]);
    } else if !valid.is_empty() {
        report.help(&words::USAGE_VALUES, [Arg::Text(&valid.join(", "))]);
    } else if let Some(expected) = expectation(wrong) {
        report.help(expected, []);
    }
}

/// Returns what a value was expected to be, where it is read by one of ours.
fn expectation(wrong: &clap::Error) -> Option<&'static Word> {
    let said = wrong.source()?.to_string();
    EXPECTED.into_iter().find(|word| word.key == said)
}

/// Returns what an error says of itself.
fn values(wrong: &clap::Error, kind: ContextKind) -> Vec<String> {
    match wrong.get(kind) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}
