//! The command line: one file per command, and [`report`], the only place that prints.
//!
//! Exit codes: 0 fine; 1 the content has errors, or `diff --exit-code` found changes; 2 usage or environment; 101 a bug in us.

mod build;
mod cache;
mod check;
mod ci;
mod codes;
mod diff;
mod edge;
mod edition;
mod examples;
mod explain;
mod import;
mod init;
mod kept_build;
mod log;
mod manual;
mod new;
mod one_file;
mod pdf;
mod report;
mod rules;
mod schema;
mod serve;
mod site_repository;
mod usage;
mod words;
mod writing;

use std::{path::PathBuf, process::ExitCode};

use self::report::Reporter;
use clap::{Parser, Subcommand, ValueEnum};
use fremdrift::{
    content::Audience,
    history::VersionControl,
    locale::Language,
    pipeline::{Built, Input},
    tree::Tree,
    value::{Date, Id},
};

/// Publish status reports that add up: plans and dated updates become a static site
#[derive(Debug, Parser)]
#[command(
    name = "fremdrift",
    version,
    propagate_version = true,
    after_help = "Examples:\n  fremdrift build                       make the site in public/\n  fremdrift serve --open                show it in the browser while it is written\n  fremdrift check                       say what is wrong, write nothing\n  fremdrift explain overdue-report      say what a code means\n  fremdrift diff                        say what the report will now say\n  fremdrift build --as-of 2020-06-30    the site as it stood on that day\n  fremdrift log 03-boligsociale         the story of one measure, plan or committee, or of all\n  fremdrift edition cut 2020-06         keep what a committee had in front of it\n  fremdrift pdf USB                     its meeting pack as a PDF\n  fremdrift init minsite                a site of one's own\n  fremdrift new report PLAN 2026-06-30  a status to fill in for every open measure\n  fremdrift import xlsx FILE PLAN       a table of an office becomes measures, statuses or figures\n  fremdrift init --demo demo            a site with a history, to try all of it\n\nExit codes: 0 fine, 1 the content has errors (or diff --exit-code found changes), 2 usage or environment, 101 a bug in fremdrift."
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    common: CommonOptions,
}

/// What every command understands.
#[derive(Clone, Debug, clap::Args)]
struct CommonOptions {
    /// The folder of the site, where site.toml lies
    #[arg(long, global = true, default_value = ".", value_name = "FOLDER")]
    root: PathBuf,
    /// The language of messages: the site's own unless given
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = language)]
    language: Option<Language>,
    /// Say more: each finding, where a file has many of a kind; how many files were written; how long it took
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// Say nothing but what is wrong and what was asked for
    #[arg(short, long, global = true)]
    quiet: bool,
}

/// What a build is made for, and how findings are printed.
#[derive(Clone, Debug, clap::Args)]
struct BuildScope {
    #[command(flatten)]
    viewing: ViewerOptions,
    #[command(flatten)]
    whole: site_repository::HistoryRequirement,
    /// How findings are printed: text on standard error, all else on standard output
    #[arg(long, value_enum, default_value_t = FindingsFormat::Text)]
    format: FindingsFormat,
    /// Take warnings for errors
    #[arg(long)]
    strict: bool,
}

impl BuildScope {
    /// Returns the exit code of what was found, and says so where only `--strict` makes it one.
    fn judged(&self, built: &Built, report: &Reporter) -> u8 {
        if self.strict {
            report.strict(&built.report());
        }
        if built.is_fine(self.strict) { exit::FINE } else { exit::CONTENT }
    }
}

/// Whom a site is for, and as of when.
#[derive(Clone, Debug, Default, clap::Args)]
struct ViewerOptions {
    /// Take the site as of a day, such as 2020-06-30: nothing later, nothing under embargo
    #[arg(long, value_name = "DATE", value_parser = date)]
    as_of: Option<Date>,
    /// For whom: what others may not see is left out
    #[arg(long, value_enum, default_value_t = AudienceOption::Public)]
    audience: AudienceOption,
}

impl ViewerOptions {
    /// Returns all that a build of some files is a function of.
    fn input<'i>(&self, common: &CommonOptions, tree: &'i dyn Tree, past: Option<&'i dyn VersionControl>) -> Input<'i> {
        Input {
            tree,
            as_of: self.as_of,
            today: edge::today(),
            audience: self.audience.into(),
            messages: common.language,
            version: env!("CARGO_PKG_VERSION"),
            past,
            unrecorded: &[],
            cache: None,
        }
    }
}

/// Whom the site is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum AudienceOption {
    /// Everybody
    #[default]
    Public,
    /// The organisation itself
    Internal,
    /// Those who may see closed items
    Closed,
    /// Those who write it: drafts as well
    Draft,
}

impl From<AudienceOption> for Audience {
    fn from(reader: AudienceOption) -> Self {
        match reader {
            AudienceOption::Public => Self::Public,
            AudienceOption::Internal => Self::Internal,
            AudienceOption::Closed => Self::Closed,
            AudienceOption::Draft => Self::Draft,
        }
    }
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FindingsFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For GitHub code scanning, Azure and editors: SARIF 2.1.0
    Sarif,
    /// For GitLab: the report of Code Quality
    Gitlab,
}

/// How something is told that is no list of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum TextOrJson {
    /// For people
    Text,
    /// For programs
    Json,
}

impl From<TextOrJson> for FindingsFormat {
    fn from(format: TextOrJson) -> Self {
        match format {
            TextOrJson::Text => Self::Text,
            TextOrJson::Json => Self::Json,
        }
    }
}

#[derive(Debug, Subcommand)]
enum Command {
    Build(build::BuildCommand),
    Serve(serve::ServeCommand),
    Check(check::CheckCommand),
    Explain(explain::ExplainCommand),
    Diff(diff::DiffCommand),
    Log(log::LogCommand),
    Edition(edition::EditionCommand),
    Init(init::InitCommand),
    New(new::NewCommand),
    Import(import::ImportCommand),
    OneFile(one_file::OneFileCommand),
    Pdf(pdf::PdfCommand),
    Ci(ci::CiCommand),
    Schema(schema::SchemaCommand),
    Completions(manual::CompletionsCommand),
    Man(manual::ManCommand),
}

/// Runs the program.
pub fn run() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(answer) => return ExitCode::from(answered(&answer)),
    };
    let watch = edge::Stopwatch::start();
    if let Err(error) = edge::make_threads() {
        let mut report = Reporter::new(&arguments.common, FindingsFormat::Text);
        // To read the language of the site would take threads.
        report.keep_language();
        report.error(&error, &arguments.common.root);
        return ExitCode::from(exit::USAGE);
    }
    let code = match arguments.command {
        Command::Build(command) => command.run(&arguments.common),
        Command::Serve(command) => command.run(&arguments.common),
        Command::Check(command) => command.run(&arguments.common),
        Command::Explain(command) => command.run(&arguments.common),
        Command::Diff(command) => command.run(&arguments.common),
        Command::Edition(command) => command.run(&arguments.common),
        Command::Log(command) => command.run(&arguments.common),
        Command::Init(command) => command.run(&arguments.common),
        Command::New(command) => command.run(&arguments.common),
        Command::Import(command) => command.run(&arguments.common),
        Command::OneFile(command) => command.run(&arguments.common),
        Command::Pdf(command) => command.run(&arguments.common),
        Command::Ci(command) => command.run(&arguments.common),
        Command::Schema(command) => command.run(&arguments.common),
        Command::Completions(command) => command.run(&arguments.common),
        Command::Man(command) => command.run(&arguments.common),
    };
    Reporter::new(&arguments.common, FindingsFormat::Text).took(&watch, &arguments.common.root);
    ExitCode::from(code)
}

/// Prints help, the version or what is wrong with the arguments, and answers the exit code.
fn answered(answer: &clap::Error) -> u8 {
    if answer.use_stderr() {
        let common = usage::common(&edge::arguments());
        let mut report = Reporter::new(&common, FindingsFormat::Text);
        // To read the language of the site takes threads.
        if edge::make_threads().is_ok() {
            report.speak_of(&common.root);
        }
        return usage::tell(answer, &report).unwrap_or_else(|| {
            drop(answer.print());
            exit::USAGE
        });
    }
    match report::written(answer.print()) {
        Ok(()) => exit::FINE,
        Err(error) => {
            let common = CommonOptions { root: PathBuf::from("."), language: None, verbose: false, quiet: false };
            Reporter::new(&common, FindingsFormat::Text).error(&error, &common.root);
            exit::USAGE
        }
    }
}

/// The exit codes.
mod exit {
    /// All is well.
    pub const FINE: u8 = 0;
    /// The content has errors.
    pub const CONTENT: u8 = 1;
    /// The arguments or the environment are not as they should be.
    pub const USAGE: u8 = 2;
}

// What these expect is told by `usage`, which finds the sentence by its key.

fn language(text: &str) -> Result<Language, &'static str> {
    Language::parse(text).ok_or(words::USAGE_EXPECTED_LANGUAGE.key)
}

fn id(text: &str) -> Result<Id, &'static str> {
    Id::new(text).ok_or(words::USAGE_EXPECTED_ID.key)
}

fn date(text: &str) -> Result<Date, &'static str> {
    text.parse().map_err(|_| words::USAGE_EXPECTED_DATE.key)
}
