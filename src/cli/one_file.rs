//! `fremdrift one-file`: a page as one file to mail.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use fremdrift::{
    diag::{Error, ErrorKind},
    history::VersionControl,
    output::{NullSink, Sink},
    pipeline, render,
    tree::DiskTree,
    value::RelPath,
};

use super::{
    CommonOptions, FindingsFormat, ViewerOptions,
    codes::UNKNOWN_PAGE,
    exit,
    report::Reporter,
    site_repository::{HistoryRequirement, OpenedRepository},
};

/// Make one page one file, to mail or to keep
///
/// The page as `build` publishes it, with its style and its pictures in it and without scripts. It asks for nothing when it is
/// opened. Links lead to the site where site.toml says its `url`; else they are words.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  fremdrift one-file planer/voksne-2020/index.html > voksne.html\n  fremdrift one-file planer/voksne-2020 --out voksne.html\n\nExit codes: 0 fine, 1 the content has errors, 2 usage or environment."
)]
pub struct OneFileCommand {
    /// The page, by its path within the published site
    #[arg(value_name = "PAGE")]
    page: String,
    /// The file it is written to; standard output unless given
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    viewing: ViewerOptions,
    #[command(flatten)]
    whole: HistoryRequirement,
}

/// The endings of what a page is drawn with.
const DRAWN_WITH: [&str; 10] = ["css", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "woff", "woff2"];

/// Keeps one page and what pages are drawn with; of all others their names.
struct OnePageSink {
    names: NullSink,
    /// What the page may be called.
    wanted: Vec<String>,
    kept: Mutex<BTreeMap<RelPath, Vec<u8>>>,
    pages: Mutex<Vec<String>>,
}

impl Sink for OnePageSink {
    fn put(&self, path: &RelPath, bytes: &[u8]) -> Result<(), Error> {
        self.names.put(path, bytes)?;
        let ending = path.extension().to_ascii_lowercase();
        if self.wanted.iter().any(|wanted| wanted == path.as_str()) || DRAWN_WITH.contains(&ending.as_str()) {
            self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(path.clone(), bytes.to_vec());
        }
        if ending == "html" {
            self.pages.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_string());
        }
        Ok(())
    }

    fn has(&self, path: &RelPath) -> bool {
        self.names.has(path)
    }
}

impl OneFileCommand {
    /// Runs the command and answers its exit code.
    pub fn run(&self, common: &CommonOptions) -> u8 {
        let mut report = Reporter::new(common, FindingsFormat::Text);
        self.make(common, &mut report).unwrap_or_else(|error| {
            report.error(&error, &common.root);
            exit::USAGE
        })
    }

    fn make(&self, common: &CommonOptions, report: &mut Reporter) -> Result<u8, Error> {
        let tree = DiskTree::open(&common.root)?;
        let opened = report.opened(OpenedRepository::find(common, self.whole)?, &common.root)?;
        let past = opened.as_ref().map(|opened| opened.past(None));
        let input = self.viewing.input(common, &tree, past.as_ref().map(|past| past as &dyn VersionControl));
        let sink = OnePageSink {
            names: NullSink::default(),
            wanted: names_of(&self.page),
            kept: Mutex::default(),
            pages: Mutex::default(),
        };
        let built = pipeline::build(&input, &sink, &report.progress())?;
        report.findings(&built.report())?;
        if !built.is_publishable() {
            return Ok(exit::CONTENT);
        }
        let kept = sink.kept.into_inner().unwrap_or_else(PoisonError::into_inner);
        let page = sink.wanted.iter().find_map(|wanted| kept.get_key_value(&RelPath::new(wanted).ok()?));
        let Some((path, bytes)) = page else {
            let pages = sink.pages.into_inner().unwrap_or_else(PoisonError::into_inner);
            let known = pages.iter().map(String::as_str);
            let nearest = sink.wanted.iter().find_map(|wanted| fremdrift::content::nearest(wanted, known.clone()));
            let error = Error::coded(ErrorKind::NotFound, &UNKNOWN_PAGE).with("page", self.page.as_str());
            return Err(error.with("suggestion", nearest.unwrap_or_default()));
        };
        let html = String::from_utf8_lossy(bytes);
        let base = built.url.as_deref();
        let made = render::write_one_file(&html, path, base, &|path: &RelPath| kept.get(path).cloned());
        match &self.out {
            Some(out) => write(out, &made)?,
            None => report.told(made.trim_end())?,
        }
        Ok(exit::FINE)
    }
}

fn write(out: &Path, text: &str) -> Result<(), Error> {
    std::fs::write(out, text).map_err(|error| Error::io("writing", out, error))
}

/// Returns what a page may be called that is asked for by its path, by that of its folder, or without its ending.
fn names_of(asked: &str) -> Vec<String> {
    let path = asked.trim_start_matches("./").trim_matches('/');
    let folder = if path.is_empty() { String::new() } else { format!("{path}/") };
    vec![path.to_owned(), format!("{folder}index.html"), format!("{path}.html")]
}
