//! `fremdrift log`: the story of one record, or of the whole site, commit by commit.

use fremdrift::{
    diag::Error,
    history::VersionControl,
    locale::Arg,
    pipeline::{self, SiteLog as Story},
    render::changes,
    tree::DiskTree,
};

use super::{
    CommonOptions, TextOrJson, ViewerOptions, exit,
    report::Reporter,
    site_repository::{self, OpenedRepository},
    words,
};

/// Tell the story of one measure, plan or committee, or of the whole site, from git
///
/// What was said of it and when that was recorded, the newest last. A record is followed over a new id where it says
/// what it was called `formerly`; a committee's story is also that of its plans and measures. Neither names nor messages of commits are told, and nothing that may not be seen
/// today.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift log                                the whole site\n  fremdrift log USB                            a committee with all that is rolled up to it\n  fremdrift log 03-boligsociale                a measure, in whichever plan\n  fremdrift log voksne-2020/03-boligsociale    the one of a plan\n  fremdrift log voksne-2020 --format json      a plan with all that is in it\n\nExit codes: 0 fine, 1 site.toml has errors, 2 nothing bears the id, usage or environment."
)]
pub struct LogCommand {
    /// The id of a record, or that of its plan before it: `plan/id`. Without one: the whole site
    #[arg(value_name = "ID")]
    id: Option<String>,
    /// How it is told
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    format: TextOrJson,
    #[command(flatten)]
    viewing: ViewerOptions,
    #[command(flatten)]
    whole: site_repository::HistoryRequirement,
}

impl LogCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, self.format.into());
        self.tell(common, &mut report).unwrap_or_else(|error| {
            report.error(&error, &common.root);
            exit::USAGE
        })
    }

    fn tell(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let opened = OpenedRepository::find(common, self.whole)??;
        let past = opened.past(None);
        let input = self.viewing.input(common, &tree, Some(&past as &dyn VersionControl));
        let story = pipeline::log(&input, self.id.as_deref(), &report.progress())?;
        report.speak(story.locale.language());
        if !story.errors.is_empty() {
            report.found(&story.errors, story.locale.language());
            return Ok(exit::CONTENT);
        }
        if past.is_incomplete() {
            report.say(&words::LOG_INCOMPLETE, []);
        }
        if story.is_redacted {
            report.say(&words::LOG_REDACTED, []);
        }
        if let Some(id) = self.id.as_deref().filter(|_| story.chapters.is_empty()) {
            return Ok(nothing(id, &story, report));
        }
        let text = match self.format {
            TextOrJson::Text => changes::story(&story.chapters, &story.locale),
            TextOrJson::Json => changes::story_json(story.id.as_deref(), &story.chapters),
        };
        report.told(&text)?;
        Ok(exit::FINE)
    }
}

/// Says that nothing bears the id, and what is like it.
fn nothing(id: &str, story: &Story, report: &Reporter) -> u8 {
    let code = report.refuse(&words::LOG_NONE, [Arg::Text(id)]);
    if !story.suggestions.is_empty() {
        report.help(&words::LOG_NEAREST, [Arg::Text(&story.suggestions.join(", "))]);
    }
    code
}
