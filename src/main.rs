//! The program `fremdrift`: parses its arguments, runs a command, turns the result into an exit code.

mod cli;

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::run()
}
