//! `fremdrift new`: drafts that are to be filled in.

use std::path::Path;

use clap::Subcommand;
use fremdrift::{
    diag::Error,
    draft::{self, DraftFile, DraftKind, DraftRequest, KnownSite},
    locale::Arg,
    tree::DiskTree,
};

use super::{CommonOptions, FindingsFormat, edge, exit, report::Reporter, words, writing};

/// Write the draft of a plan, a measure, a report or another record, to be filled in
///
/// Every field stands in it with a line that says what it is. No file is ever written over. What is known already may be
/// given by the names of docs/format.md: `required=1,75 owner=leder`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift new plan \"Handleplan for voksenområdet\" kind=savings\n  fremdrift new measure handleplan-for-voksenomraadet \"Boligsociale indsatser\" number=3 required=1,75\n  fremdrift new report handleplan-for-voksenomraadet 2026-06-30\n  fremdrift new committee USB \"Udvalget for Social og Beskæftigelse\"\n\nExit codes: 0 fine, 1 what was given is no sound content (nothing is written), 2 usage or environment."
)]
pub struct NewCommand {
    #[command(subcommand)]
    what: NewRecord,
}

#[derive(Debug, Subcommand)]
enum NewRecord {
    /// A plan
    Plan(TitledDraft),
    /// A measure of a plan
    Measure(PlanDraft),
    /// A report of a plan: its folder, with a status to fill in for every measure that is open
    Report {
        /// The plan, by the name of its folder
        plan: String,
        /// What it is about: 2026-06-30, 2026-06, 2026-Q2
        date: String,
    },
    /// A committee, at the end of content/committees.toml
    Committee {
        /// Its code, such as USB
        code: String,
        /// Its name
        name: String,
        #[command(flatten)]
        said: SaidFields,
    },
    /// A role that owns plans and measures, at the end of content/owners.toml
    Owner(TitledDraft),
    /// An indicator, at the end of the plan's indicators.toml
    Indicator(PlanDraft),
    /// A milestone, at the end of the plan's milestones.toml; its id is its number
    Milestone(PlanDraft),
    /// The declaration of a figure table of a plan
    Table(PlanDraft),
}

#[derive(Debug, clap::Args)]
struct TitledDraft {
    /// Its title
    title: String,
    /// Its id; made of the title unless given
    #[arg(long)]
    id: Option<String>,
    #[command(flatten)]
    said: SaidFields,
}

#[derive(Debug, clap::Args)]
struct PlanDraft {
    /// The plan, by the name of its folder
    plan: String,
    #[command(flatten)]
    of: TitledDraft,
}

#[derive(Debug, clap::Args)]
struct SaidFields {
    /// What is known of it already, by the names of docs/format.md: required=1,75
    #[arg(value_name = "FIELD=VALUE", value_parser = said_field)]
    fields: Vec<(String, String)>,
}

fn said_field(text: &str) -> Result<(String, String), &'static str> {
    let (name, value) = text.split_once('=').ok_or(words::USAGE_EXPECTED_FIELD.key)?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

impl NewCommand {
    /// Runs the command and answers its exit code.
    pub fn run(self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        report.speak_of(&common.root);
        match self.write(common, &mut report) {
            Ok(code) => code,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn write(self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let files = {
            let site = KnownSite::open(&tree, edge::today(), common.language)?;
            match self.what.request() {
                DraftOrReport::Draft(request) => draft::draft(&site, &request)?,
                DraftOrReport::Report(plan, date) => draft::draft_report(&site, &plan, &date)?,
            }
        };
        write_checked(&tree, &common.root, &files, common, report)
    }
}

/// Writes drafted files if the site is as sound with them as it was, and says what is left to fill in.
pub fn write_checked(
    tree: &dyn fremdrift::tree::Tree,
    root: &Path,
    files: &[DraftFile],
    common: &CommonOptions,
    report: &mut Reporter,
) -> Result<u8, Error> {
    let look = draft::look(tree, files, edge::today(), common.language, env!("CARGO_PKG_VERSION"))?;
    if !look.errors.is_empty() {
        report.found(&look.errors, look.language);
        report.refuse(&words::NEW_NOTHING, []);
        return Ok(exit::CONTENT);
    }
    writing::write_all(root, files)?;
    report.found(&look.warnings, look.language);
    for file in files {
        let said = if file.before.is_some() { &words::NEW_CHANGED } else { &words::NEW_WROTE };
        report.say(said, [Arg::Text(file.path.as_str())]);
    }
    if !look.warnings.is_empty() {
        report.say(&words::NEW_NEXT, []);
    }
    Ok(exit::FINE)
}

enum DraftOrReport {
    Draft(DraftRequest),
    Report(String, String),
}

impl NewRecord {
    fn request(self) -> DraftOrReport {
        let of = |kind, plan: String, draft: TitledDraft| {
            let TitledDraft { title, id, said } = draft;
            DraftOrReport::Draft(DraftRequest { kind, plan, title, id, fields: said.fields })
        };
        match self {
            Self::Plan(draft) => of(DraftKind::Plan, String::new(), draft),
            Self::Owner(draft) => of(DraftKind::Owner, String::new(), draft),
            Self::Committee { code, name, said } => {
                let draft = TitledDraft { title: name, id: Some(code), said };
                of(DraftKind::Committee, String::new(), draft)
            }
            Self::Measure(draft) => of(DraftKind::Measure, draft.plan, draft.of),
            Self::Indicator(draft) => of(DraftKind::Indicator, draft.plan, draft.of),
            Self::Milestone(draft) => of(DraftKind::Milestone, draft.plan, draft.of),
            Self::Table(draft) => of(DraftKind::Table, draft.plan, draft.of),
            Self::Report { plan, date } => DraftOrReport::Report(plan, date),
        }
    }
}
