//! `fremdrift init`: a new site.

use std::path::PathBuf;

use fremdrift::{
    draft::{self, DemoCommit},
    locale::Arg,
};

use super::{CommonOptions, FindingsFormat, exit, report::Reporter, words};

/// Begin a site: today, the demonstration with its history
///
/// The demonstration is the site of a fictitious municipality with five plans, in a git repository of its own: reports
/// from November 2019 to June 2020, two editions that are cut, two corrections, a measure with a new id, a milestone
/// that was moved.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift init --demo demo\n  fremdrift build --root demo\n  fremdrift diff HEAD~1 --root demo\n\nExit codes: 0 fine, 2 usage or environment."
)]
pub struct InitCommand {
    /// Write the demonstration
    #[arg(long, required = true)]
    demo: bool,
    /// The folder of the new site: empty, or not there yet
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

impl InitCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        match draft::write_demo(&self.folder) {
            Ok(commits) => self.written(&commits, &report),
            Err(error) => {
                report.error(&error, &self.folder);
                exit::USAGE
            }
        }
    }

    fn written(&self, commits: &[DemoCommit], report: &Reporter) -> u8 {
        let folder = self.folder.display().to_string();
        let cut = commits.iter().filter(|commit| commit.cuts.is_some()).count();
        report.say(&words::INIT_DONE, [Arg::Text(&folder), Arg::from(commits.len()), Arg::from(cut)]);
        report.say(&words::INIT_NEXT, [Arg::Text(&shell_word(&folder))]);
        exit::FINE
    }
}

/// Returns a path as it is written in a shell: within quotes where it holds anything but plain characters.
fn shell_word(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:~+".contains(c);
    if path.chars().all(is_plain) { path.to_owned() } else { format!("\"{path}\"") }
}
