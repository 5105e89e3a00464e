//! The program `fremdrift`: parses its arguments, runs a command, turns the result into an exit code.

mod cli;

use std::process::ExitCode;

/// Many small texts come and go on all cores: docs/dependencies.md.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    cli::run()
}
