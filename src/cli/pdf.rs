//! `fremdrift pdf`: meeting packs as documents.

use std::path::PathBuf;

use fremdrift::{
    diag::{Error, ErrorKind},
    history::VersionControl,
    locale::Arg,
    pipeline, render,
    tree::DiskTree,
    value::Id,
};

use super::{
    BuildScope, CommonOptions, build::refuse_sources, cache::SiteCache, exit, report::Reporter,
    site_repository::OpenedRepository, words,
};

/// Make meeting packs as PDF, one for each committee
///
/// Each says what the committee's meeting pack on the site says, as a tagged document (PDF/UA-1) that is read aloud, searched and
/// printed. The same content gives the same bytes on any machine. Nothing is written while the content has an error.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift pdf                              of every committee, here\n  fremdrift pdf USB --out ../dagsorden       of one, in another folder\n  fremdrift pdf --edition 2020-06            as they were in front of the committees then\n\nExit codes: 0 fine, 1 the content has errors (with --strict also warnings), 2 usage or environment."
)]
pub struct PdfCommand {
    /// The committees, by their codes in content/committees.toml; all of them unless given
    #[arg(value_name = "COMMITTEE", value_parser = super::id)]
    committees: Vec<Id>,
    /// The packs of an edition of site.toml, as they were
    #[arg(long, value_name = "ID", value_parser = super::id)]
    edition: Option<Id>,
    /// The folder they are written to
    #[arg(long, value_name = "FOLDER", default_value = ".")]
    out: PathBuf,
    /// Read all of the history anew
    #[arg(long)]
    no_cache: bool,
    #[command(flatten)]
    scope: BuildScope,
}

impl PdfCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, self.scope.format);
        self.make(common, &mut report).unwrap_or_else(|error| {
            report.error(&error, &common.root);
            exit::USAGE
        })
    }

    fn make(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        if !render::MAKES_PDF {
            return Err(Error::coded(ErrorKind::NotFound, &render::NO_PDF));
        }
        let tree = DiskTree::open(&common.root)?;
        refuse_sources(&common.root, &self.out)?;
        let opened = report.opened(OpenedRepository::find(common, self.scope.whole)?, &common.root)?;
        let repository = opened.as_ref().map(|opened| &opened.repository);
        let cache = (!self.no_cache).then(|| SiteCache::to_keep(&common.root, repository));
        let past = opened.as_ref().map(|opened| opened.past(cache.as_ref()));
        let input = self.scope.viewing.input(common, &tree, past.as_ref().map(|past| past as &dyn VersionControl));
        let (built, packs) =
            pipeline::meeting_packs(&input, &self.committees, self.edition.as_ref(), &report.progress())?;
        report.findings(&built.report())?;
        if !built.is_fine(self.scope.strict) {
            report.refused(&built.report(), &self.out);
            return Ok(exit::CONTENT);
        }
        std::fs::create_dir_all(&self.out).map_err(|error| Error::io("writing", &self.out, error))?;
        for pack in packs {
            let path = self.out.join(&pack.name);
            std::fs::write(&path, &pack.bytes).map_err(|error| Error::io("writing", &path, error))?;
            report.say(&words::NEW_WROTE, [Arg::Text(&path.display().to_string())]);
        }
        Ok(exit::FINE)
    }
}
