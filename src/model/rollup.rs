//! Rolling up: levels from children to parents, figures from measures to plans.

use super::{
    EffectYear, LevelRef, Lifecycle, Measure, Plan, Report, Site, StatedComparison, Status, Tone, difference,
    difference::KnownParts,
};
use crate::value::{Amount, Figure, Unit, Year};

/// Whether investments count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gross {
    /// All measures: investments are subtracted by their sign.
    Net,
    /// Without investments.
    Gross,
}

/// What a measure or plan stands at: the level that holds, and since which report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The level.
    pub level: LevelRef,
    /// The report it was given in: an index into [`Plan::reports`].
    pub report: usize,
    /// It was not stated but taken from the worst open child.
    pub rolled_up: bool,
}

/// What a sum over measures is made of.
#[derive(Debug, Default)]
pub struct SumAddends<'a> {
    /// The measures whose own figures are added, with these.
    pub given: Vec<(&'a Measure, &'a Figure)>,
    /// The measures that lack theirs.
    pub owing: Vec<&'a Measure>,
}

impl<'a> SumAddends<'a> {
    fn extend(&mut self, others: SumAddends<'a>) {
        self.given.extend(others.given);
        self.owing.extend(others.owing);
    }
}

impl Plan {
    /// Returns where a measure stands as of a report (of all reports: the last).
    ///
    /// A measure has the level last reported of it. A parent takes the worst level of its open
    /// children, unless it has a newer status of its own. "Cannot be assessed" never wins.
    #[must_use]
    pub fn standing(&self, site: &Site, measure: &Measure, report: usize) -> Option<Standing> {
        let own = measure.statuses.iter().rev().filter(|status| status.report <= report).find_map(own_standing);
        let children = measure.children.iter().filter_map(|child| self.measures.get(*child));
        let below = self.worst(site, children, report);
        match (own, below) {
            (Some(own), Some(below)) if below.report > own.report => Some(below),
            (None, below) => below,
            (own, _) => own,
        }
    }

    /// Returns where the plan stands as of a report: what the report states of it as a whole, else
    /// the worst of its open measures. A level that is stated on a scale of its own is no sum of theirs, so later ones of
    /// theirs do not replace it.
    #[must_use]
    pub fn plan_standing(&self, site: &Site, report: usize) -> Option<Standing> {
        let stated = self
            .reports
            .iter()
            .enumerate()
            .take(report.saturating_add(1))
            .rev()
            .find_map(|(at, report)| report.level.map(|level| Standing { level, report: at, rolled_up: false }));
        let below = self.worst(site, self.measures.iter().filter(|measure| measure.parent.is_none()), report);
        let is_apart = |standing: Standing| {
            self.reports.get(standing.report).is_some_and(|report| report.overall_scale != report.scale)
        };
        match (stated, below) {
            (Some(stated), Some(below)) if below.report > stated.report && !is_apart(stated) => Some(below),
            (None, below) => below,
            (stated, _) => stated,
        }
    }

    fn worst<'a>(&self, site: &Site, measures: impl Iterator<Item = &'a Measure>, report: usize) -> Option<Standing> {
        let is_open = |measure: &&Measure| {
            let status = measure.statuses.iter().rev().filter(|status| status.report <= report);
            status.clone().find_map(|status| status.lifecycle).is_none_or(super::Lifecycle::is_open)
        };
        let standings = measures.filter(is_open).filter_map(|measure| self.standing(site, measure, report));
        let standings: Vec<Standing> = standings.collect();
        let newest = standings.iter().map(|standing| standing.report).max()?;
        let worst = standings.into_iter().max_by_key(|standing| site.badness(standing.level))?;
        Some(Standing { report: newest, rolled_up: true, ..worst })
    }

    /// Returns what the measures' required savings come to, beside what a report states; what the plan itself does where
    /// none is asked for or it states nothing.
    #[must_use]
    pub fn required(&self, report: Option<usize>, gross: Gross) -> StatedComparison {
        let stated = self.stated_at(report, |stated| match gross {
            Gross::Net => &stated.required,
            Gross::Gross => &stated.gross_required,
        });
        self.compare(stated, report, gross, |measure| measure.required.as_ref())
    }

    /// Returns what was achieved as of a report, beside what that report states.
    #[must_use]
    pub fn achieved(&self, report: usize, gross: Gross) -> StatedComparison {
        let stated = self.stated_at(Some(report), |stated| match gross {
            Gross::Net => &stated.achieved,
            Gross::Gross => &stated.gross_achieved,
        });
        self.compare(stated, Some(report), gross, |measure| measure.achieved_at(report).map(|(_, figure)| figure))
    }

    /// Returns what is forecast as of a report, beside what that report states.
    #[must_use]
    pub fn forecast(&self, report: usize, gross: Gross) -> StatedComparison {
        let stated = self.stated_at(Some(report), |stated| match gross {
            Gross::Net => &stated.forecast,
            Gross::Gross => &stated.gross_forecast,
        });
        self.compare(stated, Some(report), gross, |measure| measure.forecast_at(report).map(|(_, figure)| figure))
    }

    /// Tells whether a report, or the plan, states what is forecast.
    #[must_use]
    pub fn states_forecast(&self, report: usize) -> bool {
        !self.stated_at(Some(report), |stated| &stated.forecast).is_empty()
    }

    /// Returns what a report states, or the plan where the plan has no such report.
    fn stated_at<'a>(
        &'a self,
        report: Option<usize>,
        pick: impl Fn(&'a super::StatedFigures) -> &'a Vec<Figure>,
    ) -> &'a [Figure] {
        match report.and_then(|report| self.reports.get(report)).map(|report: &Report| pick(&report.stated)) {
            Some(stated) if !stated.is_empty() => stated,
            _ => pick(&self.stated),
        }
    }

    /// Compares a stated total with the figures of the measures that stand on top: a parent counts
    /// as the sum of its children where they have figures, else with its own.
    fn compare<'a>(
        &'a self,
        stated: &[Figure],
        report: Option<usize>,
        gross: Gross,
        figure: impl Fn(&'a Measure) -> Option<&'a Figure> + Copy,
    ) -> StatedComparison {
        let top = self.measures.iter().filter(|measure| measure.parent.is_none());
        let found = self.addends(top, gross, &figure, &|measure| owed(measure, report).is_some());
        let given = found.given.into_iter().map(|(_, figure)| figure).collect();
        let missing = found.owing.into_iter().filter_map(|measure| owed(measure, report)).collect();
        KnownParts { given, missing }.compare(stated, &self.unit)
    }

    /// Returns the figures that a measure's own one is the sum of, as of a report: those of its children, and of a child without one
    /// those below it.
    #[must_use]
    pub fn parts_below<'a>(
        &'a self,
        measure: &'a Measure,
        report: Option<usize>,
        figure: impl Fn(&'a Measure) -> Option<&'a Figure> + Copy,
    ) -> KnownParts<'a> {
        let mut parts = KnownParts::default();
        for child in measure.children.iter().filter_map(|child| self.measures.get(*child)) {
            match figure(child) {
                Some(own) => parts.given.push(own),
                None => match self.parts_below(child, report, figure) {
                    below if below.given.is_empty() => parts.missing.extend(owed_or_below(child, report, below)),
                    below => parts.extend(below),
                },
            }
        }
        parts
    }

    /// Returns of which measures a figure is added up, and which lack theirs: a measure `owes` one. Those below a measure count where
    /// they have any, else its own. Without investments nothing below them counts either.
    pub fn addends<'a>(
        &'a self,
        measures: impl Iterator<Item = &'a Measure>,
        gross: Gross,
        figure: &dyn Fn(&'a Measure) -> Option<&'a Figure>,
        owes: &dyn Fn(&'a Measure) -> bool,
    ) -> SumAddends<'a> {
        let mut found = SumAddends::default();
        for measure in measures.filter(|measure| gross == Gross::Net || !measure.investment) {
            let children = measure.children.iter().filter_map(|child| self.measures.get(*child));
            let below = self.addends(children.collect::<Vec<_>>().into_iter(), gross, figure, owes);
            match figure(measure) {
                _ if !below.given.is_empty() => found.extend(below),
                // It is told as a whole, and none of its parts lacks anything.
                Some(own) => found.given.push((measure, own)),
                None if below.owing.is_empty() && owes(measure) => found.owing.push(measure),
                None => found.extend(below),
            }
        }
        found
    }

    /// Returns what a status states as achieved so far beside what its months so far come to. More than they do is judged only where
    /// they are all of the measure's year from January on: else others were before them.
    #[must_use]
    pub fn achieved_by_months(&self, measure: &Measure, status: &Status) -> Option<StatedComparison> {
        let (achieved, [effect]) = (status.achieved.as_ref()?, status.effect.as_slice()) else { return None };
        let months: Vec<&Figure> = effect.months.iter().flatten().collect();
        let mut comparison = StatedComparison::of_months(std::slice::from_ref(achieved), &months, effect.unit()?);
        let year = measure.year.or_else(|| self.measures_above(measure).find_map(|above| above.year)).or(self.year);
        let is_whole = year == Some(effect.year) && effect.months.iter().take(months.len()).all(Option::is_some);
        let is_negative = |amount: &Amount| amount.number.is_sign_negative() && !amount.number.is_zero();
        let takes_away = months.iter().filter_map(|month| month.amount.as_ref()).any(is_negative);
        for difference in comparison.differences.iter_mut().filter(|_| !is_whole) {
            difference.take_if(|found| takes_away || !is_negative(&found.size));
        }
        Some(comparison)
    }

    /// Returns the planned effect of all measures in a year, month by month and in all, each beside
    /// what a report states, else the plan.
    #[must_use]
    pub fn effect(&self, report: Option<usize>, year: Year) -> EffectSum {
        let planned = |measure: &'_ Measure| measure.effect.iter().position(|effect| effect.year == year);
        let rows: Vec<&EffectYear> = self
            .measures
            .iter()
            .filter(|measure| measure.children.is_empty())
            .filter_map(|measure| measure.effect.get(planned(measure)?))
            .collect();
        let of_report = report.and_then(|report| self.reports.get(report));
        let is_of_report =
            of_report.is_some_and(|report| report.stated.effect.iter().any(|effect| effect.year == year));
        EffectSum { is_of_report, ..EffectSum::of(&rows, self.stated_effect(report, year), &self.unit) }
    }

    /// Returns what a report states of the effect of all measures in a year, else the plan.
    #[must_use]
    pub fn stated_effect(&self, report: Option<usize>, year: Year) -> Option<&EffectYear> {
        let of_report = report.and_then(|report| self.reports.get(report)).map(|report| &report.stated);
        let each = of_report.into_iter().chain([&self.stated]).flat_map(|stated| &stated.effect);
        each.into_iter().find(|effect| effect.year == year)
    }

    /// Returns the years that any measure plans an effect in, or that the plan or a report states one of.
    #[must_use]
    pub fn effect_years(&self, report: Option<usize>) -> Vec<Year> {
        let of_report = report.and_then(|report| self.reports.get(report)).map(|report| &report.stated);
        let mut years: Vec<Year> = self
            .measures
            .iter()
            .flat_map(|measure| measure.effect.iter().map(|effect| effect.year))
            .chain(
                of_report.into_iter().chain([&self.stated]).flat_map(|stated| &stated.effect).map(|effect| effect.year),
            )
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

/// Returns what is required of a measure without a figure, else of those below it.
fn owed_or_below<'a>(measure: &'a Measure, report: Option<usize>, below: KnownParts<'a>) -> Vec<&'a Figure> {
    owed(measure, report).map_or(below.missing, |own| vec![own])
}

/// Returns what is required of a measure, where a figure of it is missing that is not given. Where nothing is required, as by "-" or 0,
/// or it was dropped, none is.
pub(super) fn owed(measure: &Measure, report: Option<usize>) -> Option<&Figure> {
    let told = measure.statuses.iter().rev().filter(|status| report.is_none_or(|report| status.report <= report));
    let is_dropped = told.clone().find_map(|status| status.lifecycle) == Some(Lifecycle::Dropped);
    let is_asked = |required: &&Figure| required.amount.as_ref().is_some_and(|amount| !amount.number.is_zero());
    measure.required.as_ref().filter(is_asked).filter(|_| !is_dropped)
}

fn own_standing(status: &Status) -> Option<Standing> {
    status.level().map(|level| Standing { level, report: status.report, rolled_up: false })
}

/// The effect of all measures in one year, computed beside stated.
#[derive(Clone, Debug)]
pub struct EffectSum {
    /// Each month over all measures.
    pub months: Vec<StatedComparison>,
    /// The measures' stated totals, summed, beside the stated grand total.
    pub total: StatedComparison,
    /// The months' sums, summed, beside the stated grand total.
    pub across: StatedComparison,
    /// Whether the report states it; else the plan does, or nothing.
    pub is_of_report: bool,
}

impl EffectSum {
    fn of(rows: &[&EffectYear], stated: Option<&EffectYear>, unit: &Unit) -> Self {
        let unit = rows.iter().find_map(|row| row.unit()).unwrap_or(unit);
        let months: Vec<StatedComparison> = (0..12)
            .map(|month| {
                let parts: Vec<&Figure> = rows.iter().filter_map(|row| row.months.get(month)?.as_ref()).collect();
                let stated = stated.and_then(|stated| stated.months.get(month)?.clone());
                StatedComparison::of_months(stated.as_slice(), &parts, unit)
            })
            .collect();
        let grand = stated.and_then(|stated| stated.total.clone());
        let totals: Vec<Figure> = rows.iter().filter_map(|row| row.total.clone().or_else(|| row.computed())).collect();
        let total = StatedComparison::of_months(grand.as_slice(), &totals.iter().collect::<Vec<_>>(), unit);
        // What the document's own month row adds up to: its stated months, else the computed ones.
        let row: Vec<Figure> = months
            .iter()
            .filter_map(|month| month.stated.first().cloned().or_else(|| month.computed.clone()))
            .collect();
        let across = StatedComparison::of_months(grand.as_slice(), &row.iter().collect::<Vec<_>>(), unit);
        Self { months, total, across, is_of_report: false }
    }

    /// Tells whether whatever is stated is proven to be what was computed and says no more, by a mark.
    #[must_use]
    pub fn is_told_by_computed(&self) -> bool {
        self.months.iter().chain([&self.total, &self.across]).all(StatedComparison::is_told_by_computed)
    }
}

impl EffectYear {
    /// Returns the unit its figures count in.
    #[must_use]
    pub fn unit(&self) -> Option<&Unit> {
        let figures = self.months.iter().flatten().chain(&self.total);
        figures.filter_map(|figure| figure.amount.as_ref()).map(|amount| &amount.unit).next()
    }

    /// Returns what its months come to.
    #[must_use]
    pub fn computed(&self) -> Option<Figure> {
        difference::sum(self.months.iter().flatten(), self.unit()?)
    }

    /// Returns its stated total beside what its months come to.
    #[must_use]
    pub fn comparison(&self) -> StatedComparison {
        let parts: Vec<&Figure> = self.months.iter().flatten().collect();
        let unit = self.unit().cloned().unwrap_or(Unit::KRONE);
        StatedComparison::of_months(self.total.as_slice(), &parts, &unit)
    }
}

impl Site {
    /// Returns how bad a level is, for sorting worst last; a level outside the order comes first.
    #[must_use]
    pub fn badness(&self, level: LevelRef) -> (bool, Tone, usize) {
        let tone = self.level(level).map_or(Tone::None, |level| level.tone);
        match tone {
            Tone::None => (false, Tone::Complete, 0),
            tone => (true, tone, level.level),
        }
    }

    /// Returns the place of a level among those of all scales, the worst first; what is outside the order comes last.
    #[must_use]
    pub fn rank(&self, level: LevelRef) -> usize {
        const LEVELS: usize = 100;
        let places = Tone::ALL.len().saturating_mul(LEVELS);
        let (is_judged, tone, place) = self.badness(level);
        let tone = Tone::ALL.iter().position(|(_, other)| *other == tone).unwrap_or_default();
        let bad = tone.saturating_mul(LEVELS).saturating_add(place.min(LEVELS));
        if is_judged { places.saturating_sub(bad) } else { places.saturating_add(level.level) }
    }
}
