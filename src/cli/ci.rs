//! `fremdrift ci`: a pipeline for the usual forges.

use clap::ValueEnum;

use super::{CommonOptions, FindingsFormat, exit, report::Reporter};

/// Print a pipeline that checks every change, tells reviewers what it makes the report say, and publishes
///
/// It goes to standard output; put it where the forge looks for it, as its first lines say. It holds no secret.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift ci github > .github/workflows/fremdrift.yml\n  fremdrift ci gitlab > .gitlab-ci.yml\n  fremdrift ci azure > azure-pipelines.yml\n  fremdrift ci forgejo > .forgejo/workflows/fremdrift.yml\n\nExit codes: 0 fine, 2 usage or environment."
)]
pub struct CiCommand {
    /// The forge
    #[arg(value_enum)]
    forge: Forge,
}

/// A forge with pipelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Forge {
    /// GitHub Actions
    Github,
    /// GitLab CI
    Gitlab,
    /// Azure Pipelines
    Azure,
    /// Forgejo and Gitea Actions
    Forgejo,
}

impl Forge {
    /// Returns where it looks for its pipeline.
    pub fn path(self) -> &'static str {
        match self {
            Self::Github => ".github/workflows/fremdrift.yml",
            Self::Gitlab => ".gitlab-ci.yml",
            Self::Azure => "azure-pipelines.yml",
            Self::Forgejo => ".forgejo/workflows/fremdrift.yml",
        }
    }

    /// Returns its pipeline.
    pub fn pipeline(self) -> &'static str {
        match self {
            Self::Github => include_str!("ci/github.yml"),
            Self::Gitlab => include_str!("ci/gitlab.yml"),
            Self::Azure => include_str!("ci/azure.yml"),
            Self::Forgejo => include_str!("ci/forgejo.yml"),
        }
    }
}

impl CiCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        match report.told(self.forge.pipeline()) {
            Ok(()) => exit::FINE,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }
}
