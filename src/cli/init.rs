//! `fremdrift init`: a new site.

use std::path::{Path, PathBuf};

use fremdrift::{
    diag::Error,
    draft::{self, DemoCommit, DraftFile, SiteRequest},
    locale::{Arg, Language},
    tree::MemoryTree,
};

use super::{CommonOptions, FindingsFormat, ci::Forge, edge, exit, report::Reporter, words, writing};

/// Begin a site that builds at once, or write the demonstration with its history
///
/// On a terminal it asks at most four questions; elsewhere it takes what the options say, and words of the language for the rest.
/// Whatever is there already is left as it is.
///
/// The demonstration is the site of a fictitious municipality with five plans, in a git repository of its own: reports
/// from November 2019 to June 2020, two editions that are cut, two corrections, a measure with a new id, a milestone
/// that was moved.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift init minsite\n  fremdrift init minsite --organisation \"Eksempelby Kommune\" --plan \"Handleplan 2026\" --ci github\n  fremdrift init --demo demo\n  fremdrift build --root demo\n  fremdrift diff HEAD~1 --root demo\n\nExit codes: 0 fine, 2 usage or environment."
)]
pub struct InitCommand {
    /// Write the demonstration, into a folder that is empty or not there yet
    #[arg(long, conflicts_with_all = ["organisation", "title", "plan", "unit", "ci"])]
    demo: bool,
    /// The folder of the new site: that of --root unless given
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// Who publishes the site
    #[arg(long, value_name = "NAME")]
    organisation: Option<String>,
    /// What it is called
    #[arg(long)]
    title: Option<String>,
    /// The title of its first plan
    #[arg(long, value_name = "TITLE")]
    plan: Option<String>,
    /// What the amounts of its first plan count in, such as "mio. kr."; kroner unless given
    #[arg(long)]
    unit: Option<String>,
    /// Write the pipeline of a forge too
    #[arg(long, value_enum, value_name = "FORGE")]
    ci: Option<Forge>,
}

impl InitCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        let folder = self.folder.clone().unwrap_or_else(|| common.root.clone());
        let written = match self.demo {
            true => draft::write_demo(&folder).map(|commits| demo_written(&commits, &folder, &report)),
            false => self.begin(&folder, common, &mut report),
        };
        written.unwrap_or_else(|error| {
            report.error(&error, &folder);
            exit::USAGE
        })
    }

    /// Writes a site of one's own.
    fn begin(&self, folder: &Path, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let language = match common.language {
            Some(language) => language,
            None => {
                let offered = edge::terminal_language().unwrap_or(Language::Danish);
                let said = report.ask(&words::INIT_ASK_LANGUAGE, offered.tag());
                Language::parse(&said).unwrap_or(offered)
            }
        };
        report.speak(language);
        report.keep_language();
        let today = edge::today();
        let pipeline = self.ci.map(|forge| (forge.path().to_owned(), forge.pipeline().to_owned()));
        let plain =
            SiteRequest { language, title: None, organisation: None, plan: None, unit: self.unit.clone(), pipeline };
        let offered = draft::offered(&plain, today);
        let ask = |given: &Option<String>, sentence, offered: &str| {
            Some(given.clone().unwrap_or_else(|| report.ask(sentence, offered)))
        };
        let asked = SiteRequest {
            organisation: ask(&self.organisation, &words::INIT_ASK_ORGANISATION, &offered.organisation),
            title: ask(&self.title, &words::INIT_ASK_TITLE, &offered.title),
            plan: ask(&self.plan, &words::INIT_ASK_PLAN, &offered.plan),
            ..plain
        };
        let files = draft::draft_site(&asked, today)?;
        let plan = files.iter().find(|file| file.path.file_name() == "plan.md");
        let plan = plan.and_then(|file| file.path.parts().nth(2)).unwrap_or_default().to_owned();
        let is_there = |file: &DraftFile| folder.join(file.path.as_str()).symlink_metadata().is_ok();
        if let Some(settings) = files.iter().find(|file| file.path.as_str() == "site.toml" && is_there(file)) {
            return Err(draft::taken(&folder.join(settings.path.as_str()).display().to_string()));
        }
        let (kept, new): (Vec<DraftFile>, Vec<DraftFile>) = files.into_iter().partition(is_there);
        let look = draft::look(&MemoryTree::default(), &new, today, Some(language), env!("CARGO_PKG_VERSION"))?;
        if !look.errors.is_empty() {
            report.found(&look.errors, look.language);
            report.refuse(&words::NEW_NOTHING, []);
            return Ok(exit::CONTENT);
        }
        std::fs::create_dir_all(folder).map_err(|error| Error::io("making", folder, error))?;
        writing::write_all(folder, &new)?;
        for file in &new {
            report.say(&words::NEW_WROTE, [Arg::Text(file.path.as_str())]);
        }
        for file in &kept {
            report.say(&words::INIT_KEPT, [Arg::Text(file.path.as_str())]);
        }
        let folder = shell_word(&folder.display().to_string());
        report.say(&words::INIT_SITE_NEXT, [Arg::Text(&folder), Arg::Text(&plan)]);
        Ok(exit::FINE)
    }
}

fn demo_written(commits: &[DemoCommit], folder: &Path, report: &Reporter) -> u8 {
    let folder = folder.display().to_string();
    let cut = commits.iter().filter(|commit| commit.cuts.is_some()).count();
    report.say(&words::INIT_DONE, [Arg::Text(&folder), Arg::from(commits.len()), Arg::from(cut)]);
    report.say(&words::INIT_NEXT, [Arg::Text(&shell_word(&folder))]);
    exit::FINE
}

/// Returns a path as it is written in a shell: within quotes where it holds anything but plain characters.
fn shell_word(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./\\:~+".contains(c);
    if path.chars().all(is_plain) { path.to_owned() } else { format!("\"{path}\"") }
}
