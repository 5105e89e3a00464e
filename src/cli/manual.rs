//! `fremdrift completions` and `fremdrift man`: what shells and `man` are told of the program, made of its own arguments.

use std::path::PathBuf;

use clap::CommandFactory;
use clap_complete::Shell;
use fremdrift::diag::Error;

use super::{Arguments, CommonOptions, FindingsFormat, exit, report::Reporter};

/// Print what a shell completes commands and options by
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift completions bash > ~/.local/share/bash-completion/completions/fremdrift\n  fremdrift completions zsh > ~/.zfunc/_fremdrift\n  fremdrift completions powershell >> $PROFILE\n\nExit codes: 0 fine, 2 usage or environment."
)]
pub struct CompletionsCommand {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl CompletionsCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "fremdrift", &mut script);
        let mut report = Reporter::new(common, FindingsFormat::Text);
        let told = report.told(&String::from_utf8_lossy(&script));
        answer(told, &mut report, common)
    }
}

/// Write a page for `man` of the program and of each of its commands
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift man ~/.local/share/man/man1\n\nExit codes: 0 fine, 2 usage or environment."
)]
pub struct ManCommand {
    /// The folder
    #[arg(value_name = "FOLDER")]
    folder: PathBuf,
}

impl ManCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        let written = std::fs::create_dir_all(&self.folder)
            .and_then(|()| clap_mangen::generate_to(Arguments::command(), &self.folder))
            .map_err(|error| Error::io("writing", &self.folder, error));
        answer(written, &mut report, common)
    }
}

fn answer(outcome: Result<(), Error>, report: &mut Reporter, common: &CommonOptions) -> u8 {
    match outcome {
        Ok(()) => exit::FINE,
        Err(error) => {
            report.error(&error, &common.root);
            exit::USAGE
        }
    }
}
