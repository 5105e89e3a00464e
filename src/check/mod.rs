//! The report checked against itself: what contradicts, what is missing, what leads nowhere.
//!
//! Floor 7. A check looks at one assembled plan and says what it found; how loud it is, the site may
//! change under `[checks]`. To add one: a file here with its [`Code`] and a `CHECK`, its `mod` line and its line
//! in [`CHECKS`], its words in each language, and a good and a bad site in `tests/checks/<code>/`.

mod achieved_above_required;
mod broken_link;
mod cells;
mod complete_but_open;
mod copied_measure;
pub mod copied_plan;
mod counts_differ;
mod dates_out_of_order;
mod empty_plan;
mod empty_report;
mod forecast_below_achieved;
mod green_above_red;
mod green_but_behind;
mod inherited_unit;
mod late_reading;
mod many_decimals;
mod milestone_cycle;
mod missing_but_read;
mod missing_status;
mod newer_reading;
mod open_in_finished;
mod open_share;
mod opposite_sign;
mod out_of_scale;
mod overdue_measure;
mod overdue_milestone;
mod overdue_report;
mod part_exceeds_whole;
mod previous_differs;
mod price_levels_mixed;
mod red_but_on_target;
mod red_without_action;
mod small_count;
mod stale_text;
mod stated_differs;
mod stumbles;
mod target_behind;
mod total_without_formula;
mod undeclared_total;
pub mod unlinked_file;
pub mod unportable_name;
pub mod unused;
mod withheld_counts;
mod years_added;

pub use broken_link::{BROKEN_FRAGMENT, CHECK as BROKEN_LINK, links, pictures};
pub use empty_report::EMPTY_REPORT;

use std::collections::BTreeMap;

use crate::{
    diag::{Code, Diagnostic, FieldRef, Place, Severity},
    model::{self, LevelRef, Measure, Plan, Site, Tone},
    value::{Decimal, Figure, ProseParts, RelPath, Unit},
};

/// Every check, in the order of the reference page.
pub const CHECKS: &[&Check] = &[
    &broken_link::CHECK,
    &stated_differs::CHECK,
    &counts_differ::CHECK,
    &total_without_formula::CHECK,
    &open_share::CHECK,
    &undeclared_total::CHECK,
    &part_exceeds_whole::CHECK,
    &previous_differs::CHECK,
    &green_but_behind::CHECK,
    &complete_but_open::CHECK,
    &red_without_action::CHECK,
    &green_above_red::CHECK,
    &red_but_on_target::CHECK,
    &forecast_below_achieved::CHECK,
    &achieved_above_required::CHECK,
    &years_added::CHECK,
    &price_levels_mixed::CHECK,
    &out_of_scale::CHECK,
    &stale_text::CHECK,
    &missing_status::CHECK,
    &overdue_measure::CHECK,
    &overdue_milestone::CHECK,
    &milestone_cycle::CHECK,
    &dates_out_of_order::CHECK,
    &overdue_report::CHECK,
    &late_reading::CHECK,
    &target_behind::CHECK,
    &missing_but_read::CHECK,
    &newer_reading::CHECK,
    &open_in_finished::CHECK,
    &opposite_sign::CHECK,
    &many_decimals::CHECK,
    &inherited_unit::CHECK,
    &small_count::CHECK,
    &withheld_counts::CHECK,
    &copied_plan::CHECK,
    &copied_measure::CHECK,
    &empty_plan::CHECK,
    &empty_report::CHECK,
    &unlinked_file::CHECK,
    &unused::CHECK,
    &unportable_name::CHECK,
    &stumbles::HEADINGS,
    &stumbles::LINKS,
    &stumbles::COLOURS,
];

/// A check.
pub struct Check {
    /// What it finds. The site raises or silences it by this code's name.
    pub code: &'static Code,
    /// What else it finds. The site raises or silences it together with the first.
    pub also: &'static [&'static Code],
    /// Whether it is off until a site asks for it.
    pub is_asked_for: bool,
    /// Looks at a plan and notes what it finds.
    pub run: fn(&CheckInput<'_>, &mut Findings<'_>),
}

impl Check {
    /// Makes a check that finds one kind of mistake.
    #[must_use]
    pub const fn new(code: &'static Code, run: fn(&CheckInput<'_>, &mut Findings<'_>)) -> Self {
        Self { code, also: &[], is_asked_for: false, run }
    }

    /// Makes it find others besides.
    #[must_use]
    pub const fn also(self, also: &'static [&'static Code]) -> Self {
        Self { also, ..self }
    }

    /// Leaves it off until a site asks for it.
    #[must_use]
    pub const fn when_asked_for(self) -> Self {
        Self { is_asked_for: true, ..self }
    }

    /// Returns how loud it is unless a site says otherwise; `None` is off.
    #[must_use]
    pub fn default_loudness(&self) -> Option<Severity> {
        (!self.is_asked_for).then_some(self.code.severity)
    }

    /// Returns all codes it finds, the one it is known by first.
    pub fn codes(&self) -> impl Iterator<Item = &'static Code> {
        [self.code].into_iter().chain(self.also.iter().copied())
    }

    /// Returns how loud it is on a site; `None` is off.
    #[must_use]
    pub fn loudness(&self, of_site: &BTreeMap<String, Option<Severity>>) -> Option<Severity> {
        of_site.get(self.code.name).copied().unwrap_or_else(|| self.default_loudness())
    }
}

/// What a check may look at.
pub struct CheckInput<'s> {
    /// The registers and the as-of date.
    pub site: &'s Site,
    /// The plan.
    pub plan: &'s Plan,
    /// All files of the site, sorted.
    pub files: &'s [RelPath],
}

impl CheckInput<'_> {
    /// Returns the measures that are still open.
    pub fn open_measures(&self) -> impl Iterator<Item = &Measure> {
        self.plan.measures.iter().filter(|measure| model::is_open(measure))
    }

    /// Tells whether the plan is finished on the site's date: then nothing of it is overdue or missing.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.plan.is_finished(self.site.as_of)
    }

    /// Returns the tone of a level.
    #[must_use]
    pub fn tone(&self, level: LevelRef) -> Tone {
        self.site.level(level).map_or(Tone::None, |level| level.tone)
    }

    /// Tells whether a level is a bad one.
    #[must_use]
    pub fn is_red(&self, level: LevelRef) -> bool {
        matches!(self.tone(level), Tone::Bad | Tone::Severe)
    }

    /// Tells whether a level is a good one.
    #[must_use]
    pub fn is_green(&self, level: LevelRef) -> bool {
        self.tone(level).is_good()
    }

    /// Returns every text of the plan with the file it stands in.
    #[must_use]
    pub fn texts(&self) -> Vec<(&str, &ProseParts)> {
        let plan = self.plan;
        let mut texts: Vec<(&str, &ProseParts)> = vec![(&plan.file, &plan.words)];
        texts.extend(plan.reports.iter().map(|report| (report.file.as_str(), &report.words)));
        for measure in &plan.measures {
            texts.push((&measure.file, &measure.words));
            texts.extend(measure.statuses.iter().map(|status| (status.file.as_str(), &status.words)));
        }
        texts
    }

    /// Returns what readers call a measure: its number, else its title.
    #[must_use]
    pub fn name<'m>(&self, measure: &'m Measure) -> &'m str {
        measure.number.as_ref().map_or(&measure.title, |number| number.as_str())
    }
}

/// Where a check notes what it finds.
pub struct Findings<'f> {
    code: &'static Code,
    severity: Severity,
    found: &'f mut Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Notes something at a field of a record.
    pub fn at(&mut self, record: &str, field: &str) -> &mut Diagnostic {
        self.place(Place::Subject(FieldRef::new(record, field)))
    }

    /// Notes something at a place, under another code than the check's own.
    pub fn coded(&mut self, code: &'static Code, place: Place) -> &mut Diagnostic {
        self.found.push(Diagnostic::new(code, place).as_severe(self.severity));
        self.found.last_mut().expect("one was just pushed")
    }

    fn place(&mut self, place: Place) -> &mut Diagnostic {
        self.coded(self.code, place)
    }
}

/// Runs every check that is not off on a plan.
pub fn run(scene: &CheckInput<'_>, loudness: &BTreeMap<String, Option<Severity>>, found: &mut Vec<Diagnostic>) {
    for check in CHECKS {
        if let Some(severity) = check.loudness(loudness) {
            (check.run)(scene, &mut Findings { code: check.code, severity, found });
        }
    }
}

/// Looks at nothing: what a check of a site as a whole has to do with one plan.
fn nothing_of_a_plan(_: &CheckInput<'_>, _: &mut Findings<'_>) {}

/// Returns the number of a figure in a unit; nothing of one that is approximate, which proves nothing.
fn number_in(figure: &Figure, unit: &Unit) -> Option<Decimal> {
    figure.amount.as_ref().filter(|_| figure.approx.is_none())?.number_in(unit)
}

/// Writes a figure as messages take it: one that is approximate behind a tilde.
fn neutral(figure: &Figure) -> String {
    let amount = figure.amount.as_ref().map(ToString::to_string).unwrap_or_default();
    if figure.approx.is_some() { format!("~{amount}") } else { amount }
}
