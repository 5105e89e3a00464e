//! `fremdrift explain`: what a code means.

use fremdrift::{
    content,
    diag::{Error, ErrorKind},
};

use super::{
    CommonOptions, TextOrJson,
    codes::UNKNOWN_CODE,
    exit,
    report::Reporter,
    rules::{self, Rules},
};

/// Say what a code means, with an example of its message and its cure
///
/// A code stands in brackets at the beginning of each message: `warning[green-but-behind]: …`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift explain green-but-behind\n  fremdrift explain wrong-type --language en\n  fremdrift explain stated-differs --format json\n\nExit codes: 0 fine, 2 there is no such code, usage or environment."
)]
pub struct ExplainCommand {
    /// The code
    #[arg(value_name = "CODE")]
    code: String,
    /// How it is told
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    format: TextOrJson,
}

impl ExplainCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, self.format.into());
        report.speak_of(&common.root);
        match self.tell(common, &report) {
            Ok(()) => exit::FINE,
            Err(error) => {
                report.error(&error, &common.root);
                exit::USAGE
            }
        }
    }

    fn tell(&self, common: &CommonOptions, report: &Reporter) -> Result<(), Error> {
        // Whoever copies the code from a message may take its brackets along.
        let name = self.code.trim_matches(['[', ']', '`', ' ']);
        let Some(rule) = Rules::of_site(&common.root, report.language()).find(name) else {
            let suggestion = content::nearest(name, rules::all_codes().map(|code| code.name)).unwrap_or_default();
            let error = Error::coded(ErrorKind::NotFound, &UNKNOWN_CODE).with("id", name);
            return Err(error.with("suggestion", suggestion));
        };
        report.told(&match self.format {
            TextOrJson::Text => rules::explanation(&rule, report),
            TextOrJson::Json => rules::json(&[rule]),
        })
    }
}
