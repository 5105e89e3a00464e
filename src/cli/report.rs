//! What the program says. The only place that prints: words to standard error, data to standard output.

use std::{
    collections::BTreeMap,
    fmt::Display,
    fs::Metadata,
    io::{self, IsTerminal, Write},
    path::Path,
    time::Duration,
};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::AutoStream;
use fremdrift::{
    content::{Limits, ParseLog, SitePaths},
    diag::{Error, ErrorKind, Finding, MoreFindings, Severity},
    locale::{self, Arg, Language, Locale, Sentence},
    output::PublishOutcome,
    pipeline::{BuildCounts, BuildReport, Progress, PublishedLook},
    render::findings::{ListedFindings, code_quality, sarif},
    site::{self, Settings},
    tree::MemoryTree,
    value::Date,
};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use super::{
    CommonOptions, FindingsFormat,
    cache::{self, SiteCache},
    codes::OUTPUT_UNWRITTEN,
    edge::{self, Stopwatch},
    exit,
    site_repository::{NoHistory, OpenedRepository},
    words,
};

/// Builds that take longer than this show how far they are.
const PATIENCE: Duration = Duration::from_millis(500);

/// The version of the JSON that findings are printed as.
const JSON_VERSION: u32 = 1;

/// The most findings of one kind in one file that are printed, unless all are asked for.
const ALIKE: usize = 20;

/// The most characters of an author's word that are printed on a line.
const LONGEST: usize = 120;

/// Says what happened.
pub struct Reporter {
    quiet: bool,
    verbose: bool,
    format: FindingsFormat,
    watch: Stopwatch,
    language: Language,
    /// The language was asked for.
    is_asked: bool,
    /// The folders that lead from the top of the repository to the site.
    folders: Vec<String>,
}

impl Reporter {
    /// Makes a report that speaks the language asked for, else the terminal's, until a site is known.
    pub fn new(common: &CommonOptions, format: FindingsFormat) -> Self {
        let language = common.language.or_else(edge::terminal_language).unwrap_or(Language::English);
        let is_asked = common.language.is_some();
        let (quiet, verbose) = (common.quiet, common.verbose);
        Self { quiet, verbose, format, watch: Stopwatch::start(), language, is_asked, folders: Vec::new() }
    }

    /// Tells whether people read what is printed.
    fn is_for_people(&self) -> bool {
        self.format == FindingsFormat::Text
    }

    /// Makes what shows how far a build is, on a terminal and when it takes long.
    pub fn progress(&self) -> BuildBar {
        let shown = !self.quiet && self.is_for_people() && std::io::stderr().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        BuildBar {
            bar: ProgressBar::with_draw_target(None, target),
            // To read words takes longer than many a command.
            words: if shown { tell(self.language, &words::SAY_PROGRESS, []) } else { String::new() },
        }
    }

    /// Prints all findings.
    pub fn findings(&mut self, built: &BuildReport<'_>) -> Result<(), Error> {
        self.speak(built.language);
        match self.format {
            FindingsFormat::Json => return self.told(&json(built)),
            FindingsFormat::Sarif => return self.told(&sarif(&self.listed(built))),
            FindingsFormat::Gitlab => return self.told(&code_quality(&self.listed(built))),
            FindingsFormat::Text => {
                self.found(&built.findings, built.language);
                for more in built.more.iter().filter(|more| !self.quiet || more.severity == Severity::Error) {
                    let args = [Arg::from(more.count), Arg::Text(more.code)];
                    complain(&format!("{}\n", self.tell(&words::SAY_MORE_OF_A_CODE, args)));
                }
            }
        }
        Ok(())
    }

    /// Returns the findings with what other programs have to know of them.
    fn listed<'f>(&'f self, built: &'f BuildReport<'_>) -> ListedFindings<'f> {
        ListedFindings {
            findings: &built.findings,
            more: &built.more,
            folders: &self.folders,
            language: built.language,
            meaning: |name| {
                fremdrift::codes()
                    .into_iter()
                    .map(|(_, code)| code)
                    .find(|code| code.name == name)
                    .map(|code| code.help)
            },
            version: env!("CARGO_PKG_VERSION"),
        }
    }

    /// Prints findings for people, which stand in the order of their files. One mistake that fills a file, such as a
    /// column of numbers with the wrong sign in them, must not bury the others.
    pub fn found(&mut self, findings: &[Finding], language: Language) {
        self.speak(language);
        let (renderer, names) = (Renderer::styled(), FindingLabels::of(self.language));
        let most = if self.verbose { usize::MAX } else { ALIKE };
        for of_file in findings.chunk_by(|one, next| one.path == next.path) {
            let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
            for finding in of_file.iter().filter(|finding| !self.quiet || finding.severity == Severity::Error) {
                let count = alike.entry(finding.code).or_default();
                *count = count.saturating_add(1);
                if *count <= most {
                    complain(&format!("{}\n", draw(finding, &names, &renderer)));
                }
            }
            let path = of_file.first().map_or("", |finding| finding.path.as_str());
            for (code, count) in alike.into_iter().filter(|(_, count)| *count > most) {
                let more = Arg::from(count.saturating_sub(most));
                let args = [more, Arg::Text(code), Arg::Text(path)];
                complain(&format!("{}\n", self.tell(&words::SAY_MORE_ALIKE, args)));
            }
        }
    }

    /// Speaks a language from here on: a site's own, or the one asked for.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
    }

    /// Speaks the language of a site, where it can be read and no other was asked for.
    pub fn speak_of(&mut self, root: &Path) {
        if !self.is_asked {
            self.language = site_language(root).unwrap_or(self.language);
        }
    }

    /// Returns the language it speaks.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Speaks no other language from here on.
    pub fn keep_language(&mut self) {
        self.is_asked = true;
    }

    /// Says something, unless only what is wrong is wanted.
    pub fn say<const N: usize>(&self, sentence: &Sentence<N>, args: [Arg<'_>; N]) {
        if !self.quiet {
            complain(&self.tell(sentence, args));
        }
    }

    /// Asks something on the terminal and answers what was said; the answer that is offered where nothing was, or where nobody can be
    /// asked.
    pub fn ask(&self, sentence: &Sentence<1>, offered: &str) -> String {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return offered.to_owned();
        }
        drop(write!(anstream::stderr().lock(), "{} ", self.tell(sentence, [Arg::Text(offered)])));
        let mut line = String::new();
        drop(io::stdin().read_line(&mut line));
        let said = line.trim();
        if said.is_empty() { offered.to_owned() } else { said.to_owned() }
    }

    /// Says why a command does nothing, and answers its exit code.
    pub fn refuse<const N: usize>(&self, sentence: &Sentence<N>, args: [Arg<'_>; N]) -> u8 {
        complain(&format!("{}: {}", self.tell(&words::ERROR, []), self.tell(sentence, args)));
        exit::USAGE
    }

    /// Says how a command is written that was written otherwise.
    pub fn usage(&self, usage: &str) {
        complain(&self.tell(&words::USAGE_LINE, [Arg::Text(usage)]));
    }

    /// Says how long a command took, where more is to be said.
    pub fn took(&mut self, watch: &Stopwatch, root: &Path) {
        if !self.verbose {
            return;
        }
        self.speak_of(root);
        let Ok(locale) = Locale::shared(self.language) else { return };
        complain(&self.tell(&words::SAY_TOOK, [Arg::Text(&seconds(watch, &locale))]));
    }

    /// Says what to do.
    pub fn help<const N: usize>(&self, sentence: &Sentence<N>, args: [Arg<'_>; N]) {
        complain(&format!("{}: {}", self.tell(&words::HELP, []), self.tell(sentence, args)));
    }

    /// Says where a site lies that is not the one of every day: for other readers, of one edition, of another date.
    pub fn written_for(&self, limits: &[(&str, String)], out: &Path) {
        let path = out.display().to_string();
        for (what, value) in limits.iter().filter(|_| self.is_for_people()) {
            self.say(&words::SAY_WRITTEN_FOR, [Arg::Text(&path), Arg::Text(what), Arg::Text(value)]);
        }
    }

    /// Says that a site was published, and where to open it.
    pub fn built(&self, built: &BuildReport<'_>, published: &PublishOutcome, out: &Path) {
        if self.quiet || !self.is_for_people() {
            return;
        }
        complain(&format!("{} · {}", self.summary(&words::SAY_BUILT, built), self.tally(&built.counts)));
        if !published.replaced {
            complain(&self.tell(&words::SAY_UNCHANGED, []));
        }
        if self.verbose {
            complain(&format!("+{} ={} -{}", published.written, published.kept, published.removed));
        }
        let page = out.join("index.html").display().to_string();
        complain(&self.tell(&words::SAY_OPEN, [Arg::Text(&page)]));
    }

    /// Measures anew from here on, for a command that makes a site again and again.
    pub fn restart_watch(&mut self) {
        self.watch = Stopwatch::start();
    }

    /// Says that a site was made in memory.
    pub fn made(&self, built: &BuildReport<'_>) {
        let Ok(locale) = Locale::shared(self.language) else { return };
        let seconds = self.seconds(&locale);
        let pages = built.counts.pages.saturating_add(built.counts.edition_pages);
        let made = self.tell(&words::SERVE_MADE, [Arg::from(pages), Arg::Text(&seconds)]);
        if !self.quiet {
            complain(&format!("{made} · {}", self.tally(&built.counts)));
        }
    }

    /// Returns what is printed of the errors among what was found, without colours.
    pub fn drawn_errors(&self, built: &BuildReport<'_>) -> String {
        let (renderer, names) = (Renderer::plain(), FindingLabels::of(self.language));
        let errors = built.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let drawn: Vec<String> = errors.take(ALIKE).map(|finding| draw(finding, &names, &renderer)).collect();
        drawn.join("\n\n")
    }

    /// Returns what [`Self::error`] prints.
    pub fn error_text(&self, error: &Error) -> String {
        let (code, args) = error.words();
        let Ok(locale) = Locale::shared(self.language) else { return code.name.to_owned() };
        let wording = locale.wording(code.name, &args);
        let help = wording.help.map(|cure| format!("\n{}: {cure}", self.tell(&words::HELP, [])));
        format!("{}: {}{}", self.tell(&words::ERROR, []), wording.message, help.unwrap_or_default())
    }

    /// Says once what readers of the history should know of its repository, or that there is none.
    pub fn opened(
        &mut self,
        opened: Result<OpenedRepository, NoHistory>,
        root: &Path,
    ) -> Result<Option<OpenedRepository>, Error> {
        if let Ok(found) = &opened {
            self.folders = found.repository.prefix().to_vec();
        }
        if self.quiet || !self.is_for_people() {
            return Ok(opened.ok());
        }
        let found = match opened {
            Ok(found) => found,
            Err(missing) => {
                self.speak_of(root);
                complain(&self.tell(missing.said(), []));
                return Ok(None);
            }
        };
        if found.repository.is_foreign() {
            self.speak_of(root);
            let path = found.repository.root().display().to_string();
            complain(&self.tell(&words::SAY_FOREIGN_OWNER, [Arg::Text(&path)]));
        }
        match found.odd_times()? {
            0 => {}
            count => {
                self.speak_of(root);
                complain(&self.tell(&words::SAY_ODD_TIMES, [Arg::from(count)]));
            }
        }
        Ok(Some(found))
    }

    /// Says why what earlier builds kept is not used. That the next build takes longer is all that comes of it, but it may
    /// be somebody's doing.
    pub fn cache(&self, cache: &SiteCache) {
        if let Some(refusal) = cache.refusal().filter(|_| !self.quiet) {
            let args = [Arg::Text(cache::FOLDER), Arg::Text(refusal.word())];
            complain(&format!("{}: {}", self.tell(&words::WARNING, []), self.tell(&words::SAY_CACHE_REFUSED, args)));
        }
    }

    /// Says that content was checked.
    pub fn checked(&self, built: &BuildReport<'_>) {
        if !self.quiet && self.is_for_people() {
            complain(&format!("{} · {}", self.summary(&words::SAY_CHECKED, built), self.tally(&built.counts)));
        }
    }

    /// Says that a published site was looked through.
    pub fn looked(&self, look: &PublishedLook) {
        if !self.quiet && self.is_for_people() {
            let looked = self.tell(&words::SAY_LOOKED, [Arg::from(look.files), Arg::from(look.texts)]);
            complain(&format!("{looked} · {}", self.tally(&look.built.counts)));
        }
    }

    /// Says that nothing was published.
    pub fn refused(&self, built: &BuildReport<'_>, out: &Path) {
        let path = out.display().to_string();
        if built.is_publishable() {
            return complain(
                &self.tell(&words::SAY_REFUSED_STRICTLY, [Arg::from(built.counts.warnings), Arg::Text(&path)]),
            );
        }
        complain(&self.tell(&words::SAY_REFUSED, [Arg::from(built.counts.errors), Arg::Text(&path)]));
    }

    /// Says that warnings alone make a run fail, where they do.
    pub fn strict(&self, built: &BuildReport<'_>) {
        if built.is_publishable() && !built.is_fine(true) && self.is_for_people() {
            complain(&self.tell(&words::SAY_STRICT, []));
        }
    }

    /// Says what was asked for, on standard output. Colours are taken off where it is no terminal.
    ///
    /// # Errors
    ///
    /// Fails when it cannot be written: whoever asked would take a part of it for the whole.
    pub fn told(&self, text: &str) -> Result<(), Error> {
        let end = if text.ends_with('\n') { "" } else { "\n" };
        written(write!(anstream::stdout().lock(), "{text}{end}"))
    }

    /// Says what stopped the run, and what to do.
    pub fn error(&mut self, error: &Error, root: &Path) {
        self.speak_of(root);
        complain(&self.error_text(error));
    }

    /// Returns a date as it is said.
    pub fn date(&self, date: Date) -> String {
        Locale::shared(self.language).map_or_else(|_| date.to_string(), |locale| locale.date(date))
    }

    /// Returns how many seconds have passed since the start.
    fn seconds(&self, locale: &Locale) -> String {
        seconds(&self.watch, locale)
    }

    fn summary(&self, sentence: &Sentence<7>, built: &BuildReport<'_>) -> String {
        let Ok(locale) = Locale::shared(self.language) else { return String::new() };
        let BuildCounts { pages, plans, measures, updates, charts, .. } = built.counts;
        let (date, seconds) = (locale.date(built.as_of), self.seconds(&locale));
        let args = [
            Arg::from(pages),
            Arg::from(plans),
            Arg::from(measures),
            Arg::from(updates),
            Arg::from(charts),
            Arg::Text(&date),
            Arg::Text(&seconds),
        ];
        locale.phrase(sentence, args)
    }

    fn tally(&self, counts: &BuildCounts) -> String {
        let BuildCounts { errors, warnings, notes, .. } = *counts;
        let tally = match (errors, warnings) {
            (0, 0) => self.tell(&words::SAY_CLEAN, []),
            _ => self.tell(&words::SAY_FINDINGS, [Arg::from(errors), Arg::from(warnings)]),
        };
        match notes {
            0 => tally,
            _ => format!("{tally}, {}", self.tell(&words::SAY_NOTES, [Arg::from(notes)])),
        }
    }

    /// Returns words of the program.
    pub fn tell<const N: usize>(&self, sentence: &Sentence<N>, args: [Arg<'_>; N]) -> String {
        tell(self.language, sentence, args)
    }
}

/// Returns how many seconds have passed.
fn seconds(watch: &Stopwatch, locale: &Locale) -> String {
    let passed = i64::try_from(watch.elapsed().as_millis()).unwrap_or(i64::MAX);
    locale.number_at(&fremdrift::value::Decimal::new(passed, 3), 2)
}

/// Says something to people. Where it cannot be said there is nobody left to say that to.
fn complain(text: &dyn Display) {
    let mut stderr = io::stderr().lock();
    // Put together first: standard error keeps nothing back, and each piece would be a call of the system.
    let mut said = AutoStream::new(Vec::new(), AutoStream::choice(&stderr));
    drop(writeln!(said, "{text}"));
    drop(stderr.write_all(&said.into_inner()));
}

/// Judges what came of writing to standard output, and brings the rest of it there. Whoever closed the other end, as
/// `head` does, has all that was wanted.
pub fn written(outcome: io::Result<()>) -> Result<(), Error> {
    match outcome.and_then(|()| io::stdout().flush()) {
        Err(cause) if cause.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::coded(ErrorKind::Io, &OUTPUT_UNWRITTEN).with("cause", cause.to_string()))
        }
        _ => Ok(()),
    }
}

/// Returns the language of a site, where there is one that can be read.
fn site_language(root: &Path) -> Option<Language> {
    site_settings(root).map(|settings| settings.site.language)
}

/// Returns the settings of a site, where there is one that can be read.
pub fn site_settings(root: &Path) -> Option<Settings> {
    // Not by a tree of the disk, which lists all files of the site first.
    let path = root.join(SitePaths::FILE);
    let is_sound = |file: &Metadata| file.is_file() && file.len() <= Limits::FILE_BYTES as u64;
    path.symlink_metadata().ok().filter(is_sound)?;
    let tree = MemoryTree::default().with(SitePaths::FILE, std::fs::read(path).ok()?);
    site::load(&tree, edge::today(), &mut ParseLog::default()).ok()
}

fn tell<const N: usize>(language: Language, sentence: &Sentence<N>, args: [Arg<'_>; N]) -> String {
    Locale::shared(language).map_or_else(|_| sentence.key.to_owned(), |locale| locale.phrase(sentence, args))
}

/// The names of what is drawn, looked up once for all findings.
struct FindingLabels {
    error: String,
    warning: String,
    note: String,
    help: String,
}

impl FindingLabels {
    fn of(language: Language) -> Self {
        let [error, warning, note, help] =
            [words::ERROR, words::WARNING, words::NOTE, words::HELP].map(|word| tell(language, &word, []));
        Self { error, warning, note, help }
    }
}

/// Draws a finding as a compiler does: what, where, the line with the place underlined, the cure.
fn draw(finding: &Finding, names: &FindingLabels, renderer: &Renderer) -> String {
    let (level, name) = match finding.severity {
        Severity::Error => (Level::ERROR, names.error.as_str()),
        Severity::Warning => (Level::WARNING, names.warning.as_str()),
        Severity::Note => (Level::NOTE, names.note.as_str()),
    };
    let title = level.with_name(name).primary_title(&finding.message).id(finding.code);
    let path = finding.path.as_str();
    // What may not be quoted has a place and no line.
    let group: Group<'_> = match range(finding).filter(|_| !finding.excerpt.is_empty()) {
        Some(range) => {
            let annotation = AnnotationKind::Primary.span(range).label(finding.label.as_deref());
            let line = usize::try_from(finding.line).unwrap_or(1);
            let snippet = Snippet::source(finding.excerpt.as_str()).line_start(line).annotation(annotation);
            if finding.excerpt_start == 1 {
                title.element(snippet.path(path))
            } else {
                // Of a part of a line the renderer would tell the column within that part.
                let column = usize::try_from(finding.column).unwrap_or(1);
                title.element(Origin::path(path).line(line).char_column(column)).element(snippet)
            }
        }
        None if finding.line > 0 => {
            let place = |at: u32| usize::try_from(at).unwrap_or(1);
            title.element(Origin::path(path).line(place(finding.line)).char_column(place(finding.column)))
        }
        None => title.element(Origin::path(path)),
    };
    let group = match &finding.help {
        Some(cure) => group.element(Level::HELP.with_name(names.help.as_str()).message(cure)),
        None => group,
    };
    renderer.render(&[group])
}

/// Returns the bytes of the excerpt that a finding underlines; `None` where it means the whole file.
fn range(finding: &Finding) -> Option<std::ops::Range<usize>> {
    let column = usize::try_from(finding.column.checked_sub(finding.excerpt_start)?).ok()?;
    let byte = |at: usize| finding.excerpt.char_indices().nth(at).map_or(finding.excerpt.len(), |(byte, _)| byte);
    let end = column.saturating_add(usize::try_from(finding.width).ok()?);
    Some(byte(column)..byte(end))
}

fn json(built: &BuildReport<'_>) -> String {
    #[derive(Serialize)]
    struct FindingsDocument<'b> {
        version: u32,
        as_of: String,
        counts: BuildCounts,
        findings: &'b [Finding],
        #[serde(skip_serializing_if = "<[MoreFindings]>::is_empty")]
        more: &'b [MoreFindings],
    }
    let document = FindingsDocument {
        version: JSON_VERSION,
        as_of: built.as_of.to_string(),
        counts: built.counts,
        findings: &built.findings,
        more: &built.more,
    };
    pretty(&document)
}

/// Writes data as JSON.
pub fn pretty(data: &impl Serialize) -> String {
    serde_json::to_string_pretty(data).unwrap_or_default()
}

/// Makes an author's word safe to print on a line.
pub fn clean(text: &str) -> String {
    locale::clean(text, LONGEST)
}

/// A bar that shows how far a build is.
pub struct BuildBar {
    bar: ProgressBar,
    words: String,
}

impl Progress for BuildBar {
    fn begin(&self, plans: usize) {
        self.bar.set_length(u64::try_from(plans).unwrap_or(u64::MAX));
        if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len}") {
            self.bar.set_style(style);
        }
    }

    fn step(&self) {
        self.bar.inc(1);
        if self.bar.elapsed() > PATIENCE && self.bar.message().is_empty() {
            self.bar.set_message(self.words.clone());
        }
    }
}

impl Drop for BuildBar {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
