//! Two versions of a site: what the one after says that the one before did not.
//!
//! Takes two sites, answers what is told of them. Plans are looked at in pairs: what both versions have byte for byte
//! is not parsed, so that the work and the memory are those of what is another. Draws no page, but where only a page
//! tells what is wrong with a version.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use super::{
    Input, OpenedSite, Progress, SiteMode, Stop, assets,
    blanks::OMISSION,
    counts::{self, WithheldCounts},
    editions::EDITION_WITHOUT_REPOSITORY,
    opening::{self, Opening},
    personal_numbers::{self, PersonalNumbers},
    records::{self, SiteRecords},
    redaction::{PastRedaction, RedactedVersion},
    site,
};
use crate::{
    compare::{self, Change, NameIndex, RecordSet, StatementIndex, Unreadable},
    content::{self, FileKind, Record, ShutFolders},
    diag::{Error, Finding, Severity},
    locale::Locale,
    output::NullSink,
    site::{PlanFiles, SiteVersion},
    summary::PlanSummary,
    value::RelPath,
    view::{Addresses, ViewContext},
    wording::{self, Changes, VersionFacts},
};

/// What a change makes the report say, and the language it is told in.
#[derive(Debug)]
pub struct SiteDiff {
    /// What the report will say.
    pub changes: Changes,
    /// The words it is told in.
    pub locale: Arc<Locale>,
    /// Lines of `site.toml` that could not be read. What they withhold is not known, so nothing is told where there are any.
    pub errors: Vec<Finding>,
    /// Whether the version after has errors, or of two editions one that cannot be read as a whole: not all of it was compared.
    pub has_errors: bool,
}

/// Tells what a site says after a change that it did not say before, to those it is for.
///
/// Both versions are read as they are built: what may not be seen on either side is not told, and what is missing or
/// contradicts itself only after is. A file that cannot be read on either side is told and not compared, nor is what
/// only it could tell whether it may be seen.
///
/// # Errors
///
/// Answers an [`Error`] when a file that was listed cannot be read.
pub fn diff(before: &Input<'_>, after: &Input<'_>, progress: &dyn Progress) -> Result<SiteDiff, Error> {
    diff_beside(before, after, after, progress)
}

/// The same of two versions of which neither may be today's: what that withholds of its past is not told, nor what one
/// of the two does.
///
/// # Errors
///
/// Those of [`diff`], and one where what is withheld is not clear.
pub fn diff_beside(
    before: &Input<'_>,
    after: &Input<'_>,
    today: &Input<'_>,
    progress: &dyn Progress,
) -> Result<SiteDiff, Error> {
    let open = |input| opening::open(input, SiteMode::default());
    let (mut new, mut old) = (open(after)?, open(before)?);
    // Of what lies in one tree the settings are the same, whatever is known of its past.
    let today_apart = if is_one_tree(today, after) { None } else { Some(open(today)?) };
    let mut errors: Vec<Finding> = Vec::new();
    for finding in today_apart.iter().chain([&new, &old]).flat_map(|version| version.findings.misread()) {
        if !errors.contains(finding) {
            errors.push(finding.clone());
        }
    }
    if !errors.is_empty() {
        return Ok(refused(errors, &new.opened));
    }
    let today_site = &today_apart.as_ref().unwrap_or(&new).opened;
    // What one of the two withholds they know themselves.
    let is_after = std::ptr::eq(today, after);
    let counts = if is_after { WithheldCounts::default() } else { counts::of_site(today_site)? };
    let mut entries: Vec<String> = Vec::new();
    for entry in
        [today_site, &new.opened, &old.opened].into_iter().flat_map(|site| &site.version.settings.history_redact)
    {
        if !entries.contains(entry) {
            entries.push(entry.clone());
        }
    }
    // An old version may not allow itself more personal numbers than the site of today does.
    let allowed = today_site.version.settings.allowed_numbers.clone();
    if entries.is_empty() {
        (old.opened.mode.allowed, new.opened.mode.allowed) = (Some(&allowed), Some(&allowed));
        return between(old, new, (None, counts), progress);
    }
    let redaction = PastRedaction::of_versions(&open(today)?.opened, &entries)?;
    let (of_old, of_new) = (redaction.in_version(&old.opened)?, redaction.in_version(&new.opened)?);
    let (mut old_hidden, mut new_hidden) = (of_old.visibility.clone(), of_new.visibility.clone());
    old_hidden.hide_records_of(&of_new.visibility);
    new_hidden.hide_records_of(&of_old.visibility);
    let redacted = DiffRedaction { redaction: &redaction, sides: [&of_old, &of_new] };
    let withholding = |hidden| SiteMode { withheld: Some(hidden), allowed: Some(&allowed), ..SiteMode::default() };
    let old = opening::open(before, withholding(&old_hidden))?;
    let new = opening::open(after, withholding(&new_hidden))?;
    between(old, new, (Some(redacted), counts), progress)
}

/// Tells whether two inputs read the very same files.
fn is_one_tree(one: &Input<'_>, other: &Input<'_>) -> bool {
    std::ptr::addr_eq(one.tree, other.tree)
}

/// Tells nothing but why.
fn refused(errors: Vec<Finding>, after: &OpenedSite<'_>) -> SiteDiff {
    let changes = Changes {
        version: wording::CHANGES_VERSION,
        language: after.messages.language().tag(),
        site: String::new(),
        languages: BTreeMap::new(),
        versions: None,
        lines: Vec::new(),
        totals: Vec::new(),
        levels: Vec::new(),
        findings: errors.clone(),
        unreadable: Vec::new(),
    };
    SiteDiff { changes, locale: Arc::clone(&after.messages), errors, has_errors: true }
}

/// What is not told of two versions, because it is withheld of the past.
#[derive(Clone, Copy)]
pub struct DiffRedaction<'r> {
    /// What is withheld.
    pub redaction: &'r PastRedaction,
    /// What the version before and the one after may not show.
    pub sides: [&'r RedactedVersion; 2],
}

impl DiffRedaction<'_> {
    fn withholds(&self, change: &Change) -> bool {
        self.redaction.withholds(change) || self.sides.iter().any(|side| side.says_level(change))
    }

    fn is_unfit(&self) -> bool {
        self.sides.iter().any(|side| side.is_unfit)
    }
}

/// The same of two sites that may be editions.
pub fn between(
    before: Opening<'_>,
    after: Opening<'_>,
    (redacted, counts): (Option<DiffRedaction<'_>>, WithheldCounts),
    progress: &dyn Progress,
) -> Result<SiteDiff, Error> {
    let Opening { opened: mut before_site, findings: before_findings, .. } = before;
    let Opening { opened: mut after_site, findings: after_findings, .. } = after;
    let pairs = Pairs::of(&before_site, &after_site)?;
    let mut old = records::read(&mut before_site, before_findings, &pairs.before, progress)?;
    let mut new = records::read(&mut after_site, after_findings, &pairs.after, progress)?;
    if before_site.needs_pages() || after_site.needs_pages() {
        old.findings = findings(&before_site, progress)?;
        new.findings = findings(&after_site, progress)?;
    }
    // A message may say an amount otherwise than it is written, and a number among amounts is none.
    let numbers: PersonalNumbers = old.numbers.iter().chain(&new.numbers).copied().collect();
    // A total of one number is that number, and neither version's is told without the other's.
    let covered: BTreeSet<String> = old.covered.union(&new.covered).cloned().collect();
    for side in [&mut old, &mut new] {
        side.rows.retain(|rows| !covered.contains(rows.plan.id.as_str()));
        let is_spelt = |text: &str| personal_numbers::spells_any(text, &numbers);
        side.findings.retain(|found| !is_spelt(&found.message) && !found.help.as_deref().is_some_and(is_spelt));
        for found in side.findings.iter_mut().filter(|found| is_spelt(&found.excerpt)) {
            found.excerpt.clear();
            found.cures.clear();
        }
    }
    let is_misread = !new.unreadable.is_empty();
    let mut unreadable: BTreeSet<Unreadable> = old.unreadable.iter().chain(&new.unreadable).cloned().collect();
    [&mut old, &mut new].into_iter().for_each(|side| side.leave_out(&unreadable));
    let locale = Arc::clone(&after_site.messages);
    let (mut old_names, mut new_names) = (NameIndex::of(&old.records), NameIndex::of(&new.records));
    let old_said = StatementIndex::of(&old.records);
    let new_said = StatementIndex::of(&new.records);
    let [before_files, after_files] = [&old, &new].map(|side| side.records.iter().collect::<Vec<_>>());
    let mut found = compare::compare_versions(
        RecordSet { records: &before_files, names: &old_names },
        RecordSet { records: &after_files, names: &new_names },
    );
    // What is withheld of the past may be a cell of an earlier report, which a new one would be held against.
    if redacted.is_none() {
        let withholds = counts::withhold_any([&old.records, &new.records], &counts);
        let after = RecordSet { records: &after_files, names: &new_names };
        compare::tell_new_figures(&mut found, after, |subject| !withholds(subject));
    }
    counts::hush(&mut old.findings, &old.records, &new.records, &counts);
    counts::hush(&mut new.findings, &new.records, &old.records, &counts);
    let words = wording::for_withheld(&locale);
    let words = words.each_ref().map(String::as_str);
    counts::mask(&mut found, [&old.records, &new.records], &counts, words);
    if let Some(redacted) = redacted {
        found.retain(|change| !redacted.withholds(change));
        [&mut old_names, &mut new_names].into_iter().for_each(|names| redacted.redaction.retitle(names));
        unreadable.retain(|file| !redacted.redaction.names_file(&file.path));
        if redacted.sides[1].is_unfit {
            new.site.title = OMISSION.to_owned();
        }
    }
    let addresses = Addresses::new(&new.site, [], &locale);
    let context = ViewContext::new(&new.site, &locale, &addresses);
    let unreadable: Vec<Unreadable> = unreadable.into_iter().collect();
    let (before, after) = (old.side(&old_names, &old_said), new.side(&new_names, &new_said));
    let mut changes = wording::changes(&context, before, after, &found, &unreadable);
    if redacted.is_some_and(|redacted| redacted.is_unfit()) {
        // How measures stand is said in words of levels, of which some are withheld.
        changes.levels.clear();
    }
    if !changes.levels.is_empty() && !pairs.equal.is_empty() {
        // How the measures of a committee stand is counted over all plans, those that are equal too.
        let equal: Vec<Option<PlanSummary>> = super::map(&pairs.equal, |files| records::plan_rows(&after_site, files))?;
        let all = |rows: &[PlanSummary]| equal.iter().flatten().chain(rows).cloned().collect::<Vec<_>>();
        let (old_rows, new_rows) = (all(&old.rows), all(&new.rows));
        changes.levels = wording::levels(
            &context,
            VersionFacts { rows: &old_rows, ..before },
            VersionFacts { rows: &new_rows, ..after },
        );
    }
    let has_errors = is_misread || new.findings.iter().any(|found| found.severity == Severity::Error);
    Ok(SiteDiff { changes, locale, errors: Vec::new(), has_errors })
}

/// Returns all that is wrong with a version, what only its pages tell included.
fn findings(opened: &OpenedSite<'_>, progress: &dyn Progress) -> Result<Vec<Finding>, Error> {
    let mut built = site(opened.input, opened.mode, Stop::Findings, &NullSink::default(), progress)?;
    built.findings.retain(|finding| finding.code != EDITION_WITHOUT_REPOSITORY.name);
    Ok(built.findings)
}

/// The plans of two versions, parted into those that are the same in both and all others.
struct Pairs<'p> {
    /// Those of the version before that are not the same after.
    before: Vec<PlanFiles<'p>>,
    /// Those of the version after that were not the same before.
    after: Vec<PlanFiles<'p>>,
    /// Those that are the same in both, byte for byte.
    equal: Vec<PlanFiles<'p>>,
}

impl<'p> Pairs<'p> {
    /// Compares the files of two versions. Where they are not read alike, no plan is the same.
    fn of(before: &OpenedSite<'p>, after: &OpenedSite<'p>) -> Result<Self, Error> {
        let (old, new) = (&before.version, &after.version);
        let mut pairs = Self { before: old.files.plans.clone(), after: new.files.plans.clone(), equal: Vec::new() };
        if !is_read_alike(before, after)? {
            return Ok(pairs);
        }
        let before_plans: BTreeMap<Option<&str>, PlanFiles<'p>> =
            old.files.plans.iter().map(|files| (super::home_of(files), *files)).collect();
        let is_one = is_one_tree(before.input, after.input);
        let has_other_files = !is_one && (old.paths() != new.paths() || has_other_pictures(old, new)?);
        let is_equal = |(one, other): &mut (Vec<u8>, Vec<u8>), files: &PlanFiles<'p>| {
            let before = before_plans.get(&super::home_of(files)).filter(|before| *before == files);
            match before {
                Some(_) if is_one => Ok(true),
                Some(_) => is_same(old, new, files, has_other_files, (one, other)),
                None => Ok(false),
            }
        };
        let plans = new.files.plans.par_iter();
        let equal = plans.map_init(Default::default, is_equal).collect::<Result<Vec<bool>, Error>>()?;
        let with_equal = || new.files.plans.iter().zip(&equal);
        pairs.equal = with_equal().filter(|(_, equal)| **equal).map(|(files, _)| *files).collect();
        pairs.after = with_equal().filter(|(_, equal)| !**equal).map(|(files, _)| *files).collect();
        let names: BTreeSet<Option<&str>> = pairs.equal.iter().map(|files| super::home_of(files)).collect();
        pairs.before.retain(|files| !names.contains(&super::home_of(files)));
        Ok(pairs)
    }
}

/// Tells whether the same files would say the same in two versions: their settings, registers and dates are equal, and
/// neither hides more than its own marks do.
fn is_read_alike(before: &OpenedSite<'_>, after: &OpenedSite<'_>) -> Result<bool, Error> {
    let (old, new) = (&before.version, &after.version);
    if !before.mode.can_be_mended()
        || !after.mode.can_be_mended()
        || (before.viewer.audience, before.viewer.as_of) != (after.viewer.audience, after.viewer.as_of)
        || before.messages.language() != after.messages.language()
    {
        return Ok(false);
    }
    let (mut one, mut other) = (Vec::new(), Vec::new());
    for path in SiteVersion::SHARED {
        let [before, after] = [old, new].map(|version| version.paths().iter().find(|known| known.as_str() == path));
        match (before, after) {
            (Some(before), Some(after)) => {
                old.read(before, &mut one)?;
                new.read(after, &mut other)?;
                if one != other {
                    return Ok(false);
                }
            }
            (None, None) => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// Tells whether a plan is the same in two versions that have the same paths in its folder. Where the versions have
/// other files or pictures elsewhere, a plan that links somewhere may lead nowhere in one of them, and is not.
fn is_same(
    old: &SiteVersion<'_>,
    new: &SiteVersion<'_>,
    files: PlanFiles<'_>,
    has_other_files: bool,
    (one, other): (&mut Vec<u8>, &mut Vec<u8>),
) -> Result<bool, Error> {
    for file in files.iter().filter(|file| content::role_of(file).is_parsed()) {
        if !has_other_files && old.is_surely_equal(new, file) {
            continue;
        }
        old.read(file, one)?;
        new.read(file, other)?;
        if one != other || has_other_files && content::role_of(file).is_markdown() && may_link(one) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Tells whether a picture that is looked into is another in two versions that have the same paths.
fn has_other_pictures(old: &SiteVersion<'_>, new: &SiteVersion<'_>) -> Result<bool, Error> {
    let (mut one, mut other) = (Vec::new(), Vec::new());
    for file in old.paths().iter().filter(|file| assets::is_svg(file)) {
        old.read(file, &mut one)?;
        new.read(file, &mut other)?;
        if one != other {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Tells whether a text may hold a link or a picture: each needs one of these signs.
fn may_link(text: &[u8]) -> bool {
    text.windows(2).any(|signs| signs == b"](" || signs == b"]:")
}

impl SiteRecords {
    /// Leaves out what stands in files that cannot be read in either version, and what hangs on them.
    fn leave_out(&mut self, unreadable: &BTreeSet<Unreadable>) {
        if unreadable.is_empty() {
            return;
        }
        let is_obscured = |record: &Record| unreadable.iter().any(|file| obscures(&file.path, &record.file));
        self.records.retain(|record| !is_obscured(record));
        // A total that lacks a part would be another.
        let concerns = |rows: &PlanSummary| {
            let folder = format!("content/plans/{}/", rows.plan.id);
            unreadable.iter().any(|file| file.path.as_str().starts_with(&folder))
        };
        self.rows.retain(|rows| !concerns(rows));
    }

    /// Returns it as a side of a comparison.
    pub(super) fn side<'s>(&'s self, names: &'s NameIndex, statements: &'s StatementIndex<'s>) -> VersionFacts<'s> {
        VersionFacts { site: &self.site, names, statements, rows: &self.rows, findings: &self.findings }
    }
}

/// Tells whether a file that cannot be read leaves open what another one says, or whether that may be seen: marks are
/// inherited from a plan, a report, a measure and a table.
fn obscures(unreadable: &RelPath, file: &RelPath) -> bool {
    let is_below = |folder: &str| file.as_str().strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    let plan = unreadable.folder().rsplit_once('/').map_or("", |(plan, _)| plan);
    let hangs_on =
        |role: fn(FileKind) -> bool| is_below(plan) && file.stem() == unreadable.stem() && role(content::role_of(file));
    unreadable == file
        || match content::role_of(unreadable) {
            FileKind::Plan | FileKind::Update => is_below(unreadable.folder()),
            FileKind::Page => ShutFolders::by([unreadable]).has(file),
            FileKind::Measure => hangs_on(|role| role == FileKind::Status),
            FileKind::Table => hangs_on(FileKind::is_figures),
            // It says which files of figures hold readings, and how they are written.
            FileKind::Indicators => {
                let may_be_readings = |role| matches!(role, FileKind::IndicatorFigures | FileKind::UpdateFigures);
                is_below(unreadable.folder()) && may_be_readings(content::role_of(file))
            }
            _ => false,
        }
}
