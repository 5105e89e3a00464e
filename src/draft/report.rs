//! The draft of a report: the folder of its date, with a status to fill in for every measure that is open.
//!
//! What a status says stands in remarks until somebody writes it, so that an unfinished file says nothing; and the report as a
//! whole is a draft until its `index.md` says otherwise, so that nobody is shown a report in which nothing is said.

use std::collections::BTreeSet;

use super::{
    add::{markdown, report_folder},
    draft_file::{DraftFile, TakenPlace},
    known::{KnownPlan, KnownSite},
    lines::{DraftStyle, lines_of, quoted, remark},
    words,
};
use crate::{
    content::{self, Audience, FileKind, Record, Viewer},
    diag::Error,
    locale::{Arg, Locale},
    model::{self, Lifecycle, Measure, PlanAsOf},
    schema::records,
    value::{Period, RelPath},
};

/// Drafts a report of a plan.
///
/// # Errors
///
/// Answers [`ErrorKind::NotFound`](crate::diag::ErrorKind::NotFound) where the plan is not there or the date is none, and
/// [`ErrorKind::Exists`](crate::diag::ErrorKind::Exists) where nothing is left to draft.
pub fn draft_report(site: &KnownSite<'_>, plan: &str, date: &str) -> Result<Vec<DraftFile>, Error> {
    let plan = site.plan(plan)?;
    let (folder, period) = report_folder(date, plan.dialect.year_begins)?;
    let style = site.style(Some(&plan));
    let base = plan.path(&format!("updates/{folder}"));
    let is_within = |file: &&RelPath| file.as_str().starts_with(&format!("{base}/"));
    let there: Vec<&RelPath> = plan.files.iter().filter(is_within).collect();
    let report = ReportDraft { site, plan: &plan, style: &style, period, shown: shown_files(site, &plan) };
    let mut files = Vec::new();
    // A folder with a status and no index was written by hand: to make a draft of it would hide what it says. Figures that were
    // imported first are a part of the draft.
    if !there.iter().any(|file| is_of_author(file)) {
        files.push(DraftFile::new(site.tree, format!("{base}/index.md"), report.index()?)?);
    }
    for measure in report.open_measures() {
        let stem = RelPath::new(measure.file.as_str()).map(|file| file.stem().to_owned()).unwrap_or_default();
        let path = format!("{base}/{stem}.md");
        if there.iter().all(|file| file.as_str() != path) {
            files.push(DraftFile::new(site.tree, path, report.status(&measure)?)?);
        }
    }
    if files.is_empty() { Err(DraftFile::taken(&base, TakenPlace::Report)) } else { Ok(files) }
}

/// Returns the files of a plan that everybody may see today: what others said is copied into no draft.
fn shown_files(site: &KnownSite<'_>, plan: &KnownPlan<'_>) -> BTreeSet<RelPath> {
    let (shown, hidden) = content::withhold(plan.records.clone(), Viewer::new(Audience::Public, site.today));
    if hidden.plan() {
        return BTreeSet::new();
    }
    shown.into_iter().filter(|record| !content::is_marked(record)).map(|record| record.file).collect()
}

/// Drafts the `index.md` that hides a report until it is to go out; `None` where its folder is known, and is what its author made of it.
/// Its last line ends its fields.
///
/// # Errors
///
/// Answers an [`Error`] where a file cannot be read.
pub fn draft_index(
    site: &KnownSite<'_>,
    plan: &KnownPlan<'_>,
    (folder, period): (&str, Period),
) -> Result<Option<String>, Error> {
    let base = plan.path(&format!("updates/{folder}/"));
    if plan.files.iter().any(|file| file.as_str().starts_with(&base) && is_of_author(file)) {
        return Ok(None);
    }
    let style = site.style(Some(plan));
    ReportDraft { site, plan, style: &style, period, shown: shown_files(site, plan) }.index().map(Some)
}

/// Tells whether a file of a report says that its author has begun it: a status, or what the report says as a whole. Figures and papers do
/// not.
fn is_of_author(file: &RelPath) -> bool {
    matches!(content::role_of(file), FileKind::Update | FileKind::Status)
}

/// Tells whether anything of a report is there that is published as it stands.
pub fn is_begun(plan: &KnownPlan<'_>, folder: &str) -> bool {
    let base = plan.path(&format!("updates/{folder}/"));
    let is_figures = |file: &RelPath| content::role_of(file) == FileKind::UpdateFigures;
    plan.files.iter().any(|file| file.as_str().starts_with(&base) && (is_of_author(file) || is_figures(file)))
}

struct ReportDraft<'d> {
    site: &'d KnownSite<'d>,
    plan: &'d KnownPlan<'d>,
    style: &'d DraftStyle,
    period: Period,
    shown: BTreeSet<RelPath>,
}

impl ReportDraft<'_> {
    /// Returns the measures that are not finished and owe a status.
    fn open_measures(&self) -> Vec<Measure> {
        let (records, hidden) = content::withhold(self.plan.records.clone(), self.site.everything());
        let site = &self.site.version.settings.site;
        let plan = model::assemble(&records, &hidden, site, &mut Vec::new());
        let Some(plan) = plan else { return Vec::new() };
        let seen = PlanAsOf::now(site, &plan);
        let is_open = |measure: &&Measure| {
            measure.lifecycle().is_none_or(Lifecycle::is_open)
                && !measure.title.is_empty()
                && (measure.children.is_empty() || !(measure.statuses.is_empty() || seen.is_split(measure)))
        };
        plan.measures.iter().filter(is_open).cloned().collect()
    }

    fn date(&self) -> String {
        Locale::plain(self.style.language).period(self.period)
    }

    fn index(&self) -> Result<String, Error> {
        let language = self.style.language;
        let date = self.date();
        let head = words::say(language, &words::HEAD_OF_REPORT, [Arg::Text(&date)]);
        let mark = words::say(language, &words::MARK, []);
        let mut fields = remark(&head);
        fields.push_str(&format!("visibility = {} # {mark}\n", quoted(Audience::Draft.word())));
        fields.push_str(&self.last_time(FileKind::Update, "index")?);
        let own = lines_of(&records::UPDATE, &[], self.style);
        fields.extend(own.lines().filter(|line| !line.starts_with("# visibility")).map(|line| format!("{line}\n")));
        let indicators: Vec<String> = self
            .plan
            .records
            .iter()
            .filter(|record| record.role == FileKind::Indicators)
            .flat_map(|record| record.fields.entries().map(|(_, key, _)| key.to_owned()).collect::<Vec<_>>())
            .collect();
        if !indicators.is_empty() {
            let names = indicators.join(", ");
            fields.push_str(&remark(&words::say(language, &words::INDICATORS, [Arg::Text(&names)])));
        }
        Ok(markdown(&fields))
    }

    fn status(&self, measure: &Measure) -> Result<String, Error> {
        let date = self.date();
        let number = measure.number.as_ref().map(|number| number.as_str()).unwrap_or_default();
        let name = [number, measure.title.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
        let name = name.join(" ");
        let head = words::say(self.style.language, &words::HEAD_OF_STATUS, [Arg::Text(&name), Arg::Text(&date)]);
        let stem = RelPath::new(measure.file.as_str()).map(|file| file.stem().to_owned()).unwrap_or_default();
        let fields =
            [remark(&head), self.last_time(FileKind::Status, &stem)?, lines_of(&records::STATUS, &[], self.style)];
        Ok(markdown(&fields.concat()))
    }

    /// Returns what the latest file of a name said in the reports before, as remarks.
    fn last_time(&self, role: FileKind, stem: &str) -> Result<String, Error> {
        let is_before = |record: &&Record| {
            let said = !record.fields.is_empty() || !record.words.is_empty();
            record.role == role
                && record.file.stem() == stem
                && said
                && record.report.is_some_and(|report| report < self.period)
                && self.shown.contains(&record.file)
        };
        let before = self.plan.records.iter().filter(is_before).max_by_key(|record| record.report);
        let Some((record, report)) = before.and_then(|record| Some((record, record.report?))) else {
            return Ok(String::new());
        };
        let text = self.site.text(record.file.as_str())?.unwrap_or_default();
        let date = Locale::plain(self.style.language).period(report);
        let head = words::say(self.style.language, &words::LAST_TIME, [Arg::Text(&date)]);
        let said = text.trim_start_matches('\u{feff}').lines().map(str::trim_end);
        let is_said = |line: &&str| !line.is_empty() && *line != "+++" && !line.starts_with('#');
        let lines: String = said.filter(is_said).map(|line| format!("    {line}\n")).collect();
        Ok(remark(&[head.as_str(), "\n", &lines].concat()))
    }
}
