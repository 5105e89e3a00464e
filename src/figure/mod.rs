//! Figures: what a chart picks from the model, and what it says of it.
//!
//! Floor 7. A figure answers a [`Chart`]: numbers, roles and finished words in the site's language. It
//! draws nothing (`chart` does) and knows no page (`view` does). Four rules hold for all of them:
//!
//! - A figure is told as of a report: nothing that a later report said is in it.
//! - Its title says what is to be seen and its description adds totals and extremes, both by rule. What is
//!   only approximate keeps its "ca." and proves nothing.
//! - Not given is no mark at all. Nil is a mark without length, labelled "-", or a gap in a line.
//! - Its table holds every number it shows, and those it had no room for.
//!
//! To add one that plans can name: a file here with a constant, its `mod` line and its line in
//! [`FIGURES`], and its words (`chart-<name>-…`) in the theme's language files.

#![deny(clippy::arithmetic_side_effects, clippy::indexing_slicing)]
#![cfg_attr(test, allow(clippy::arithmetic_side_effects, clippy::indexing_slicing))]

mod achieved;
mod effect;
mod flow;
mod indicator;
mod levels;
mod line_words;
mod lines;
mod milestones;
mod overspend;
mod required_achieved;

mod numbers;
mod series;
mod time;
mod words;

#[cfg(test)]
mod fixtures;
#[cfg(test)]
mod golden;

pub use achieved::{achieved, achieved_in_all};
pub use flow::{ComparableCounts, flow};
pub use indicator::{aim_words, reading_words, withheld_words};
pub use levels::{CountedItems, LevelTally, levels};
pub use line_words::line_words;

use crate::{
    chart::Chart,
    locale::Locale,
    model::{Indicator, Measure, Plan, PlanAsOf, Report, Site, Status},
    table::ValueFormat,
    value::{Date, Unit},
};

/// Every figure that a kind of plan may show, by the names that kinds call them.
pub const FIGURES: &[&ChartType] = &[
    // One a line, so that a new one is one line.
    &required_achieved::FIGURE,
    &effect::FIGURE,
    &overspend::FIGURE,
    &milestones::FIGURE,
];

/// The most rows a picture has. The table beside it has them all.
const MOST_ROWS: usize = 40;

/// A figure of a plan's page.
#[derive(Debug)]
pub struct ChartType {
    /// Its name in the kinds of plan.
    pub name: &'static str,
    /// What it shows, for the reference page.
    pub help: &'static str,
    /// Whether it holds dates against [`ChartInput::today`]; the others are the same on any day.
    pub is_of_the_day: bool,
    /// Makes its charts; none where there is nothing to show.
    pub draw: fn(&ChartInput) -> Vec<Chart>,
}

impl ChartType {
    /// Finds a figure by its name.
    #[must_use]
    pub fn find(name: &str) -> Option<&'static Self> {
        FIGURES.iter().copied().find(|figure| figure.name == name)
    }
}

/// What is shown: a plan as of one of its reports, in a language.
#[derive(Clone, Copy, Debug)]
pub struct ChartInput<'a> {
    /// The site the plan belongs to.
    pub site: &'a Site,
    /// The plan.
    pub plan: &'a Plan,
    /// The language of all words.
    pub locale: &'a Locale,
    /// The report it is told as of: an index into [`Plan::reports`]. A plan without reports has none
    /// at 0, and is told as of no date.
    pub report: usize,
    /// The day that dates are held against, to tell what is overdue.
    pub today: Date,
}

/// Draws an indicator as of a report, with its series where it has any. Answers `None` where there is nothing to hold
/// against another.
#[must_use]
pub fn indicator(scene: &ChartInput, indicator: &Indicator) -> Option<Chart> {
    match scene.plan.series_of(indicator).next() {
        Some(_) => lines::lines(scene, indicator),
        None => indicator::indicator(scene, indicator),
    }
}

impl<'a> ChartInput<'a> {
    /// Returns the reports up to the one it is told as of, the oldest first.
    fn reports(&self) -> impl Iterator<Item = &'a Report> + Clone + use<'a> {
        self.plan.reports.iter().take(self.report.saturating_add(1))
    }

    /// Returns the date of the report it is told as of, in words. Of a plan without reports nobody has said of which day its
    /// figures are: the day of the build is none.
    fn as_of(&self) -> Option<String> {
        self.plan.reports.get(self.report).map(|report| self.locale.period(report.as_of))
    }

    /// Says what is measured, in which unit and as of when.
    fn subtitle(&self, what: &str, unit: &Unit) -> String {
        self.subtitle_with(what, unit, self.plan.decimals.filter(|_| *unit == self.plan.unit))
    }

    /// Says the same of figures that are shown with at most so many decimals.
    fn subtitle_with(&self, what: &str, unit: &Unit, decimals: Option<u32>) -> String {
        let subtitle = words::subtitle(self.locale, what, unit, self.as_of().as_deref());
        match decimals {
            Some(decimals) => {
                let args = [("subtitle", (&subtitle).into()), ("decimals", i64::from(decimals).into())];
                self.locale.say("chart-subtitle-decimals", &args)
            }
            None => subtitle,
        }
    }

    /// Says that a sum is of measures of several years; nothing where they are of one.
    fn years(&self, measures: impl Iterator<Item = &'a Measure>) -> Option<String> {
        let seen = PlanAsOf::at(self.site, self.plan, self.report);
        let years = measures.filter_map(|measure| seen.year(measure)).collect();
        ValueFormat { locale: self.locale }.years(&years)
    }

    /// Returns the last thing said of a measure up to the report it is told as of.
    fn latest<'m, T>(&self, measure: &'m Measure, pick: impl Fn(&'m Status) -> Option<&'m T>) -> Option<&'m T> {
        measure.statuses.iter().rev().filter(|status| status.report <= self.report).find_map(pick)
    }
}

/// Returns the name of a measure with its number.
fn name(measure: &Measure) -> String {
    match &measure.number {
        Some(number) => format!("{number} {}", measure.title).trim_end().to_owned(),
        None => measure.title.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{KINDS, PlanBlock};

    #[test]
    fn kinds_name_figures_that_exist() {
        for block in KINDS.iter().flat_map(|kind| kind.blocks) {
            if let PlanBlock::Figure(name) = block {
                assert!(ChartType::find(name).is_some(), "{name}");
            }
        }
    }

    #[test]
    fn every_figure_has_a_kind_and_a_help() {
        for figure in FIGURES {
            let is_named = |block: &PlanBlock| *block == PlanBlock::Figure(figure.name);
            assert!(KINDS.iter().any(|kind| kind.blocks.iter().any(is_named)), "{}", figure.name);
            assert!(!figure.help.is_empty() && !figure.help.ends_with('.'), "{}", figure.name);
        }
    }

    #[test]
    fn an_empty_plan_has_no_figures() {
        let (site, plan, locale) = (fixtures::site(), fixtures::plan(), fixtures::danish());
        let scene = ChartInput { site: &site, plan: &plan, locale: &locale, report: 0, today: site.as_of };
        assert!(FIGURES.iter().all(|figure| (figure.draw)(&scene).is_empty()));
    }
}
