//! The whole way, on a small site.

use crate::support::Site;

#[test]
fn a_small_site_becomes_pages() {
    let outcome = Site::small().build();
    assert_eq!(outcome.codes(), Vec::<&str>::new());
    assert!(outcome.page("index.html").contains("Plan A"));
}

#[test]
fn the_help_of_every_command_has_examples_of_it_and_its_exit_codes() {
    let commands = [
        "",
        "build",
        "check",
        "diff",
        "log",
        "edition",
        "edition list",
        "edition cut",
        "edition compare",
        "init",
        "ci",
    ];
    for command in commands {
        let run =
            crate::support::disk::run(crate::support::disk::program().args(command.split_whitespace()).arg("--help"));
        assert_eq!(run.code, Some(0), "{command}");
        let (_, examples) =
            run.stdout.split_once("\nExamples:\n").unwrap_or_else(|| panic!("{command}: {}", run.stdout));
        assert!(examples.contains(&format!("  fremdrift {command}")), "{command}: {examples}");
        assert!(examples.contains("\nExit codes: 0 fine, "), "{command}: {examples}");
    }
}
