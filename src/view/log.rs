//! What was recorded when: on a measure, a plan, a committee, and for the whole site.
//!
//! The report date says what a figure is about; the recorded date says when it reached the repository. What
//! was changed after the edition that told it was published is a *correction*, and shown as one.

use std::collections::BTreeSet;

use super::{Past, ViewContext};
use crate::{
    compare::{Change, ChangeKind, RecordKind, StatementIndex},
    history::{CommitChanges, CommitText},
    model::{DifferenceClass, Edition, Gross, Measure, Plan, PlanAsOf, Report},
    summary::{ChangeLine, ChangeValue, EditionSummary, LogRow, MeasureSummary, PlanSummary, SubjectData},
    value::{Id, Period, RelPath},
    wording::{VersionFacts, chapters, is_news, line_phrase},
};

/// The most lines that the history of the whole site shows, and a feed holds.
pub(super) const MOST: usize = 300;

/// Returns what was recorded of a plan, the newest first. `plan_rows` are those of the plan.
pub(super) fn of_plan(context: &ViewContext, plan: &Plan, plan_rows: &PlanSummary) -> Vec<LogRow> {
    let Some(past) = context.past else { return Vec::new() };
    let mut all = rows(context, past, Some(plan), past.chronicle.of(Some(&plan.id)), &|line| {
        if line.is_of_former {
            // The page of the record that has its id today is another's.
            let page = context.addresses.plan(&plan.id).into_owned();
            return HistoryPlace { page, fragment: None, measure: None, committees: plan.committees.clone() };
        }
        let (kind, id, within) = (line.subject.kind, line.subject.id.as_str(), line.subject.within.as_deref());
        let measure = plan_rows.measure_of(kind, id, within).and_then(|at| plan.measures.get(at));
        let indicator = plan.indicator_of(kind, id, within).and_then(|at| plan.indicators.get(at));
        let page = match (indicator, measure) {
            (Some(indicator), _) => context.addresses.indicator(&plan.id, &indicator.slug),
            (None, Some(measure)) => context.addresses.measure(&plan.id, &measure.file).into_owned(),
            (None, None) => context.addresses.plan(&plan.id).into_owned(),
        };
        let is_told = |report: &String| {
            let told = |measure: &Measure| {
                let mut dates = measure.statuses.iter().filter_map(|status| plan.reports.get(status.report));
                dates.any(|told| told.as_of.iso() == *report)
            };
            measure.is_some_and(told)
        };
        HistoryPlace {
            page,
            fragment: line.subject.report.clone().filter(is_told).filter(|_| indicator.is_none()),
            measure: measure.map(|measure| measure.id.clone()),
            committees: plan_rows.concerned(kind, id, within).to_vec(),
        }
    });
    let mut later = BTreeSet::new();
    for row in &mut all {
        let SubjectData { kind, report, id, .. } = &row.line.subject;
        // What was said before is no longer what the parts are held against.
        if later.insert((*kind, report.clone(), id.clone(), row.line.field.clone())) {
            row.line.beside = beside(context, plan, row);
        }
    }
    all
}

/// Says of a line that tells a total which stands today how that differs from what its parts come to, and what that is.
fn beside(context: &ViewContext, plan: &Plan, row: &LogRow) -> Option<String> {
    let line = &row.line;
    let is_of = |report: &Report| line.subject.report.as_deref() == Some(&*report.as_of.iso());
    let report = plan.reports.iter().position(is_of);
    let seen = match report {
        Some(report) => PlanAsOf::at(context.site, plan, report),
        None => PlanAsOf::now(context.site, plan),
    };
    let field = line.field.as_deref()?;
    let comparison = match (line.subject.kind, field.strip_prefix("stated.")) {
        ("plan" | "report", Some(field)) => {
            let (gross, field) = match field.strip_prefix("gross.") {
                Some(field) => (Gross::Gross, field),
                None => (Gross::Net, field),
            };
            match field {
                "required" => plan.required(report, gross),
                "achieved" => plan.achieved(seen.report, gross),
                "forecast" => plan.forecast(seen.report, gross),
                _ => return None,
            }
        }
        ("measure" | "status", None) => {
            let measure = plan.measures.iter().find(|measure| row.measure.as_ref() == Some(&measure.id))?;
            match field {
                "required" => seen.beside_parts(measure, |measure| measure.required.as_ref()),
                "achieved" => seen.beside_parts(measure, |measure| seen.achieved(measure)),
                "forecast" => seen.beside_parts(measure, |measure| seen.forecast(measure)),
                _ => None,
            }?
        }
        _ => return None,
    };
    let stated: Vec<_> = comparison.stated.iter().map(|figure| ChangeValue::figure(context.locale, figure)).collect();
    let is_told = line.after.is_some() && ChangeValue::several(&stated) == line.after;
    let differs = comparison.class().is_some_and(|class| class != DifferenceClass::Exact);
    let computed = comparison.computed.as_ref().filter(|_| is_told && differs)?;
    let each = comparison.stated.iter().zip(&comparison.differences);
    let known = each.filter_map(|(figure, difference)| Some((figure, difference.as_ref()?)));
    let known: Vec<_> = known.collect();
    // Of several that are stated, what was computed is said once.
    let ((last, difference), others) = known.split_last()?;
    let others = others.iter().map(|(_, difference)| context.difference(difference));
    let last = context.difference_from(last, computed, Some(difference));
    Some(others.chain([last]).collect::<Vec<_>>().join(", "))
}

/// Leaves of a log what shared pages need: the latest, and all that corrects an edition.
pub(super) fn kept(log: Vec<LogRow>) -> Vec<LogRow> {
    let is_kept = |(at, row): &(usize, LogRow)| *at < MOST || row.corrects.is_some();
    log.into_iter().enumerate().filter(is_kept).map(|(_, row)| row).collect()
}

/// Returns what was recorded of what all plans share, the newest first.
pub(super) fn of_site(context: &ViewContext) -> Vec<LogRow> {
    let Some(past) = context.past else { return Vec::new() };
    let place = |line: &ChangeLine| HistoryPlace {
        page: shared_page(context, line),
        fragment: None,
        measure: None,
        committees: Vec::new(),
    };
    rows(context, past, None, past.chronicle.of(None), &place)
}

/// Returns the page of what belongs to no plan: a committee, an owner, an ordinary page; else the one that explains the scales, or the
/// front page where the site itself is meant.
fn shared_page(context: &ViewContext, line: &ChangeLine) -> RelPath {
    let (addresses, id) = (context.addresses, line.subject.id.as_str());
    let page = match line.subject.kind {
        "committee" => Id::new(id).and_then(|id| addresses.committee(&id)).or(Some(addresses.committees())),
        "owner" => Id::new(id).and_then(|id| addresses.owner(&id)).or(Some(addresses.owners())),
        "page" if id == "index" => Some(addresses.home()),
        "page" => RelPath::new(format!("content/{id}.md")).ok().and_then(|file| addresses.prose(&file)),
        "edition" => Id::new(id).and_then(|id| addresses.edition(&id)).or(Some(addresses.editions())),
        "site" => Some(addresses.home()),
        _ => None,
    };
    page.unwrap_or(addresses.scales()).clone()
}

/// Where the reader finds what a line is about.
struct HistoryPlace {
    page: RelPath,
    fragment: Option<String>,
    measure: Option<Id>,
    committees: Vec<Id>,
}

fn rows(
    context: &ViewContext,
    past: &Past,
    plan: Option<&Plan>,
    revisions: &[CommitChanges],
    place: &dyn Fn(&ChangeLine) -> HistoryPlace,
) -> Vec<LogRow> {
    let history = past.history;
    let statements = StatementIndex::default();
    let side =
        VersionFacts { site: context.site, names: history.names(), statements: &statements, rows: &[], findings: &[] };
    let is_told = |change: &Change| match change.subject.kind {
        RecordKind::Site | RecordKind::Edition => false,
        // Of an ordinary page nothing is told but while it is shown.
        RecordKind::Page => is_page_of_today(context, &change.subject.id),
        _ => true,
    };
    let row = |revision: &CommitChanges, line: ChangeLine| {
        let facts = history.commits().get(revision.place)?;
        let HistoryPlace { page, fragment, measure, committees } = place(&line);
        let corrects = plan.and_then(|plan| corrected(past, plan, revision, &line)).map(|edition| edition.id.clone());
        let is_late = plan.filter(|_| corrects.is_none() && (line.is_new || line.change == "added"));
        let late = is_late.and_then(|plan| came_after(past, plan, revision, &line)).map(|edition| edition.id.clone());
        // What comes to a report after an edition told of that is no new report.
        let line = ChangeLine { is_new: line.is_new && late.is_none() && corrects.is_none(), ..line };
        Some(LogRow {
            place: revision.place,
            recorded: facts.recorded,
            at: facts.at,
            commit: facts.id.short(),
            corrects,
            late,
            page,
            fragment,
            measure,
            committees,
            language: context.locale.language(),
            line,
        })
    };
    let told = chapters(context, side, revisions, &is_told).into_iter().filter_map(|(at, lines)| {
        let revision = revisions.get(at)?;
        let news = lines.into_iter().filter(|line| is_news(context, line));
        Some(news.filter_map(|line| row(revision, line)).collect::<Vec<_>>())
    });
    let mut rows: Vec<LogRow> = told.flatten().collect();
    let damaged = revisions.iter().filter(|revision| !revision.unreadable.is_empty());
    let called = plan.map(|plan| (plan.id.as_str(), plan.short_title()));
    let unreadable = || ChangeLine::unreadable(called, context.word("log_unreadable_version"));
    rows.extend(damaged.filter_map(|revision| row(revision, unreadable())));
    rows.sort_by(|a, b| newest_first(context, a, b));
    rows
}

/// Orders rows by their commits, the newest first; those of one by their plans, then by their numbers.
pub(super) fn newest_first(context: &ViewContext, a: &LogRow, b: &LogRow) -> std::cmp::Ordering {
    let [plan_a, plan_b] = [a, b].map(|row| row.line.plan.as_deref().unwrap_or_default());
    b.place
        .cmp(&a.place)
        .then_with(|| context.locale.compare(plan_a, plan_b))
        .then_with(|| context.locale.compare(&a.line.name, &b.line.name))
}

fn is_page_of_today(context: &ViewContext, id: &str) -> bool {
    let file = RelPath::new(format!("content/{id}.md"));
    file.is_ok_and(|file| context.addresses.find(&file).is_some())
}

/// Returns the edition that a line corrects: the first that told of it and was cut before.
fn corrected<'a>(past: &Past<'a>, plan: &Plan, revision: &CommitChanges, line: &ChangeLine) -> Option<&'a Edition> {
    let report = line.subject.report.as_deref()?;
    let is_words = |change: &&Change| matches!(change.what, ChangeKind::Words { .. });
    let is_of_line =
        |change: &&Change| change.subject.kind.word() == line.subject.kind && *change.subject.id == *line.subject.id;
    if revision.changes.iter().filter(is_of_line).all(|change| is_words(&change)) {
        return None;
    }
    let mut later = past.editions.iter().filter(|cut| cut.is_before(revision.place, revision.recorded));
    later.find(|cut| has_told(cut.snapshot, plan, line, report)).map(|cut| &cut.snapshot.edition)
}

/// Returns the edition that had told of a report before a line came to it: the first that showed what the line is said of.
fn came_after<'a>(past: &Past<'a>, plan: &Plan, revision: &CommitChanges, line: &ChangeLine) -> Option<&'a Edition> {
    let report = line.subject.report.as_deref()?;
    let (kind, keys) = told_of(plan, line)?;
    let shows = |edition: &EditionSummary| {
        let Some(rows) = edition.plan(&plan.id, &plan.formerly) else { return false };
        let is_shown = |key: &&str| match kind {
            RecordKind::Status => rows.measures.iter().any(|row| row.id.as_str() == *key && !row.closed),
            _ => rows.told.iter().any(|(told, of, _)| (*told, of.as_str()) == (kind, *key)),
        };
        has_report(rows, report) && keys.iter().any(is_shown)
    };
    let mut later = past.editions.iter().filter(|cut| cut.is_before(revision.place, revision.recorded));
    later.find(|cut| shows(cut.snapshot)).map(|cut| &cut.snapshot.edition)
}

/// Tells whether an edition told of a report of a plan.
fn has_report(rows: &PlanSummary, report: &str) -> bool {
    rows.told.contains(&(RecordKind::Report, String::new(), report.to_owned()))
}

/// Tells whether an edition told of what a line is about, under the id it has today or one it had before.
fn has_told(edition: &EditionSummary, plan: &Plan, line: &ChangeLine, report: &str) -> bool {
    let Some((kind, keys)) = told_of(plan, line) else { return false };
    let told = edition.plan(&plan.id, &plan.formerly).map(|rows| &rows.told);
    told.is_some_and(|told| keys.iter().any(|key| told.contains(&(kind, (*key).to_owned(), report.to_owned()))))
}

/// Returns what a line is said of: its kind, the id it has today and those it had before.
fn told_of<'a>(plan: &'a Plan, line: &'a ChangeLine) -> Option<(RecordKind, Vec<&'a str>)> {
    let (id, within) = (line.subject.id.as_str(), line.subject.within.as_deref().unwrap_or_default());
    let (kind, key) = match RecordKind::parse(line.subject.kind)? {
        RecordKind::Reading => (RecordKind::Reading, within),
        RecordKind::Row => (RecordKind::Figures, within),
        kind => (kind, id),
    };
    let measures = plan.measures.iter().map(|measure| (RecordKind::Status, &measure.id, &measure.formerly));
    let indicators = plan.indicators.iter().map(|indicator| (RecordKind::Reading, &indicator.id, &indicator.formerly));
    let own = measures.chain(indicators).find(|(of, id, _)| (*of, id.as_str()) == (kind, key));
    let former = own.into_iter().flat_map(|(_, _, formerly)| formerly).map(Id::as_str);
    Some((kind, std::iter::once(key).chain(former).collect()))
}

/// Fields of what a plan has decided that stand on the pages of its reports, old ones too.
const DECIDED: [&str; 18] = [
    "title",
    "number",
    "required",
    "investment",
    "effect",
    "funding",
    "overspend",
    "stated",
    "baseline",
    "target",
    "targets",
    "direction",
    "start",
    "due",
    "decided",
    "owner",
    "committee",
    "formula",
];

/// Returns what was decided anew after a report was told of by an edition, or where none did, after it came: its page shows
/// what holds today.
pub(super) fn decided_since<'l>(
    context: &ViewContext,
    plan: &Plan,
    log: &'l [LogRow],
    report: Period,
) -> Vec<&'l LogRow> {
    let report = report.iso();
    let editions = context.past.map(|past| past.editions).unwrap_or_default();
    let mut told = editions
        .iter()
        .filter(|cut| cut.snapshot.plan(&plan.id, &plan.formerly).is_some_and(|rows| has_report(rows, &report)));
    let cut = told.next();
    let came = log.iter().filter(|row| row.line.subject.report.as_deref() == Some(&*report)).map(|row| row.place).min();
    let is_later = |row: &LogRow| match cut {
        Some(cut) => cut.is_before(row.place, row.recorded),
        None => came.is_some_and(|came| row.place > came),
    };
    let is_decided = |row: &LogRow| {
        let ChangeLine { subject, change, field, is_of_former, .. } = &row.line;
        let is_known = |field: &String| DECIDED.contains(&field.split('.').next().unwrap_or_default());
        let is_kind = matches!(subject.kind, "plan" | "measure" | "indicator" | "milestone" | "decision" | "column");
        let is_other = match *change {
            "field" => field.as_ref().is_some_and(is_known),
            change => change == "added" || change == "removed",
        };
        is_kind && is_other && subject.report.is_none() && !is_of_former
    };
    log.iter().filter(|row| is_decided(row) && is_later(row)).collect()
}

/// Says which edition a row corrects, or came after.
pub(super) fn beside_edition<'r>(context: &ViewContext, row: &'r LogRow) -> Option<(String, &'r Id)> {
    let say = |word, edition| (context.say(word, &[("edition", title_of(context, edition).into())]), edition);
    let corrects = row.corrects.as_ref().map(|edition| say("log-correction", edition));
    corrects.or_else(|| row.late.as_ref().map(|edition| say("log-late", edition)))
}

/// What of a measure tables say the change of.
const TOLD_SINCE: [&str; 4] = ["level", "lifecycle", "achieved", "forecast"];

/// Says what of a measure was corrected since an edition, in the report it was last told of in there.
pub(super) fn corrected_since(
    context: &ViewContext,
    edition: &Edition,
    before: &MeasureSummary,
    id: &Id,
    log: &[LogRow],
) -> Vec<String> {
    let cut = context.past.and_then(|past| past.editions.iter().find(|cut| cut.snapshot.edition.id == edition.id));
    let Some(cut) = cut else { return Vec::new() };
    let is_told = |report: &str| [before.updated, before.since].into_iter().flatten().any(|told| told.iso() == report);
    let is_it = |row: &&LogRow| {
        row.measure.as_ref() == Some(id)
            && row.corrects.is_some()
            && row.line.field.as_deref().is_some_and(|field| TOLD_SINCE.contains(&field))
            && cut.is_before(row.place, row.recorded)
            && row.line.subject.report.as_deref().is_some_and(is_told)
    };
    log.iter().rev().filter(is_it).map(|row| line_phrase(context, &row.line)).collect()
}

/// Returns what an edition is called.
pub(super) fn title_of<'a>(context: &ViewContext<'a>, id: &'a Id) -> &'a str {
    let edition = context.site.editions.iter().find(|edition| edition.id == *id);
    edition.map_or(id.as_str(), |edition| &edition.title)
}

/// Returns what a commit says of itself, as far as that is shown.
pub(super) fn said<'a>(context: &ViewContext<'a>, place: usize) -> Option<&'a CommitText> {
    context.past.and_then(|past| past.said.get(&place))
}

/// Says which figures and statuses of a report were corrected after the edition that told them, and that its status came late.
pub(super) fn corrections(context: &ViewContext, log: &[LogRow], measure: &Measure, report: Period) -> Vec<String> {
    let is_it = |row: &&LogRow| {
        row.measure.as_ref() == Some(&measure.id)
            && (row.corrects.is_some() || row.late.is_some())
            && row.line.subject.report.as_deref() == Some(&*report.iso())
    };
    let say = |row: &LogRow| {
        if let Some(edition) = &row.late {
            let (date, edition) = (context.locale.date(row.recorded), title_of(context, edition));
            return context.say("log-came-late", &[("date", (&date).into()), ("edition", edition.into())]);
        }
        let (date, change) = (context.locale.date(row.recorded), line_phrase(context, &row.line));
        context.say("log-corrected", &[("date", (&date).into()), ("change", (&change).into())])
    };
    let mut said: Vec<String> = log.iter().rev().filter(is_it).map(say).collect();
    said.dedup();
    said
}
