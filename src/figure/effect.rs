//! The effect of all measures month by month: planned beside achieved, each with what it adds up to.

use super::{ChartInput, ChartType, numbers, series, words};
use crate::{
    chart::{Chart, ChartAxes, ChartKeyEntry, ChartMark, ChartTable, KeySample, MarkRole, PlotPoint},
    locale::Locale,
    model::{DifferenceClass, EffectYear, difference},
    value::{Amount, Approximation, Decimal, Figure, Period, Unit, Year},
};

/// The effect of all measures month by month, one chart for each year.
pub const FIGURE: ChartType = ChartType {
    name: "effect",
    help: "planned against achieved effect per month and in all",
    is_of_the_day: false,
    draw,
};

/// A figure for each month of a year.
type MonthlyFigures = [Option<Figure>; 12];

fn draw(scene: &ChartInput) -> Vec<Chart> {
    years(scene).into_iter().filter_map(|year| EffectChartYear::of(scene, year)?.chart(scene)).collect()
}

/// Returns the years that an effect is planned in or was reported for.
fn years(scene: &ChartInput) -> Vec<Year> {
    let statuses = scene.plan.measures.iter().flat_map(|measure| &measure.statuses);
    let reported = statuses.filter(|status| status.report <= scene.report).flat_map(|status| &status.effect);
    let mut years = scene.plan.effect_years(Some(scene.report));
    years.extend(reported.map(|effect| effect.year));
    years.sort_unstable();
    years.dedup();
    years
}

/// The effect in one year.
struct EffectChartYear<'a> {
    year: Year,
    locale: &'a Locale,
    unit: Unit,
    planned: MonthlyFigures,
    achieved: MonthlyFigures,
    /// What was planned for what is reported: measure by measure, month by month.
    due: Option<Figure>,
    /// What the plan states for the whole year.
    stated: Option<&'a Figure>,
    /// How that differs from what its months add up to.
    class: Option<DifferenceClass>,
    /// How many measures have planned an effect before the last reported month, but not reported it.
    silent: usize,
}

impl<'a> EffectChartYear<'a> {
    /// Adds up the measures that have none below them. Answers `None` where no month is given.
    fn of(scene: &ChartInput<'a>, year: Year) -> Option<Self> {
        let leaves = scene.plan.measures.iter().filter(|measure| measure.children.is_empty());
        let told = leaves.clone().flat_map(|measure| {
            let reported = measure.statuses.iter().filter(|status| status.report <= scene.report);
            measure.effect.iter().chain(reported.flat_map(|status| &status.effect))
        });
        let figures = told.filter(|effect| effect.year == year).flat_map(|effect| effect.months.iter().flatten());
        // 41.667 kr. of a plan in mio. kr. stay kroner, where all of them are.
        let unit = &numbers::common_unit(figures, &scene.plan.unit);
        let pairs: Vec<(MonthlyFigures, MonthlyFigures)> = leaves
            .map(|measure| {
                let reported = scene.latest(measure, |status| months_of(&status.effect, year));
                (months(months_of(&measure.effect, year), unit), months(reported, unit))
            })
            .collect();
        let mut planned = total(pairs.iter().map(|(planned, _)| planned), unit);
        if planned.iter().all(Option::is_none) {
            let stated = scene.plan.stated_effect(Some(scene.report), year).map(std::slice::from_ref);
            planned = months(months_of(stated.unwrap_or_default(), year), unit);
        }
        let achieved = total(pairs.iter().map(|(_, achieved)| achieved), unit);
        let last = achieved.iter().rposition(Option::is_some);
        let is_silent = |(planned, achieved): &&(MonthlyFigures, MonthlyFigures)| {
            let mut months = planned.iter().zip(achieved).take(last.map_or(0, |last| last.saturating_add(1)));
            months.any(|(planned, achieved)| planned.is_some() && achieved.is_none())
        };
        let silent = pairs.iter().filter(is_silent).count();
        let both = pairs.iter().flat_map(|(planned, achieved)| planned.iter().zip(achieved));
        let due: Vec<&Figure> = both.filter(|(_, got)| got.is_some()).filter_map(|(due, _)| due.as_ref()).collect();
        let due = difference::sum_or_nil(due.into_iter(), unit);
        let stated = scene.plan.stated_effect(Some(scene.report), year).and_then(|effect| effect.total.as_ref());
        let class = scene.plan.effect(Some(scene.report), year).across.class();
        let is_given = planned.iter().chain(&achieved).flatten().any(|figure| figure.amount.is_some());
        is_given.then_some(Self {
            year,
            locale: scene.locale,
            unit: unit.clone(),
            planned,
            achieved,
            due,
            stated,
            class,
            silent,
        })
    }

    fn chart(&self, scene: &ChartInput) -> Option<Chart> {
        let sums = [running(&self.planned, &self.unit), running(&self.achieved, &self.unit)];
        let marks = self.marks(&sums);
        let values = sums.iter().flatten().chain(self.planned.iter()).chain(&self.achieved).flatten();
        let values = values.filter_map(|figure| numbers::number(figure, &self.unit)).chain([Decimal::ZERO]);
        let values: Vec<Decimal> = values.collect();
        let subtitle = scene.subtitle(&self.what(), &self.unit);
        Some(Chart {
            id: format!("{}-{}", FIGURE.name, self.year.iso()),
            title: self.title()?,
            subtitle: subtitle.clone(),
            description: self.description(),
            frame: ChartAxes::Columns {
                names: self.year.months().map(|(_, month)| self.locale.month_short(month).to_owned()).collect(),
                values: numbers::ticks(self.locale, &self.unit, values.into_iter()),
            },
            key: self.key(&marks),
            marks,
            table: self.table(&sums, subtitle),
        })
    }

    fn marks(&self, [planned, achieved]: &[MonthlyFigures; 2]) -> Vec<ChartMark> {
        let mut marks = self.bars(MarkRole::Planned, 0, &self.planned);
        marks.extend(self.bars(MarkRole::Actual, 1, &self.achieved));
        let (end, total) = self.planned_end(planned);
        marks.extend(self.line(MarkRole::Planned, end, total, planned));
        marks.extend(self.line(MarkRole::Actual, "chart-effect-end-achieved", last(achieved), achieved));
        marks
    }

    fn bars(&self, role: MarkRole, lane: u8, months: &MonthlyFigures) -> Vec<ChartMark> {
        let bars = months.iter().enumerate().filter_map(|(at, figure)| {
            let to = numbers::number(figure.as_ref()?, &self.unit)?;
            let role = if to < Decimal::ZERO && role == MarkRole::Actual { MarkRole::Negative } else { role };
            Some(ChartMark::Bar { role, place: at.into(), lane, from: Decimal::ZERO, to, label: None })
        });
        bars.collect()
    }

    /// Returns what the planned line is called at its end, and with which total: what the plan states, unless its
    /// months come to something else that rounding does not explain.
    fn planned_end<'s>(&'s self, sums: &'s MonthlyFigures) -> (&'static str, Option<&'s Figure>) {
        match (self.class, self.stated.filter(|_| sums.last().is_some_and(Option::is_some))) {
            (Some(DifferenceClass::Exact | DifferenceClass::Rounding), Some(stated)) => {
                ("chart-effect-end-planned", Some(stated))
            }
            (Some(DifferenceClass::Unexplained), _) => ("chart-effect-end-computed", last(sums)),
            _ => ("chart-effect-end-planned", last(sums)),
        }
    }

    /// Draws what the months add up to, parted where a month is not given and named at its end.
    fn line(&self, role: MarkRole, end: &str, total: Option<&Figure>, sums: &MonthlyFigures) -> Vec<ChartMark> {
        let spots = sums
            .iter()
            .enumerate()
            .map(|(at, sum)| Some(PlotPoint { place: at.into(), value: numbers::number(sum.as_ref()?, &self.unit)? }));
        let runs = series::runs(spots);
        let ends = runs.len();
        let label = total.map(|total| numbers::cell(self.locale, total, &self.unit));
        let label = label.map(|number| self.locale.say(end, &[("number", (&number).into())]));
        let lines = runs.into_iter().zip(1..).map(|(spots, nth)| {
            let label = label.clone().filter(|_| nth == ends);
            ChartMark::Line { role, spots, label }
        });
        lines.collect()
    }

    fn key(&self, marks: &[ChartMark]) -> Vec<ChartKeyEntry> {
        let bar =
            |wanted: MarkRole| marks.iter().any(|mark| matches!(mark, ChartMark::Bar { role, .. } if *role == wanted));
        let line =
            |wanted: MarkRole| marks.iter().any(|mark| matches!(mark, ChartMark::Line { role, .. } if *role == wanted));
        let entries = [
            (KeySample::Bar, MarkRole::Planned, "chart-effect-planned", bar(MarkRole::Planned)),
            (KeySample::Bar, MarkRole::Actual, "chart-effect-achieved", bar(MarkRole::Actual)),
            (KeySample::Bar, MarkRole::Negative, "chart-key-cost", bar(MarkRole::Negative)),
            (KeySample::Line, MarkRole::Planned, "chart-effect-planned-sum", line(MarkRole::Planned)),
            (KeySample::Line, MarkRole::Actual, "chart-effect-achieved-sum", line(MarkRole::Actual)),
        ];
        let entries = entries.into_iter().filter(|(.., is_there)| *is_there);
        entries.map(|(sample, role, word, _)| words::key(self.locale, sample, role, word)).collect()
    }

    fn what(&self) -> String {
        let year = self.locale.period(Period::Year(self.year));
        self.locale.say("chart-effect-what", &[("year", (&year).into())])
    }

    fn title(&self) -> Option<String> {
        let year = self.locale.period(Period::Year(self.year));
        let Some((achieved, month)) = self.so_far() else {
            let planned = self.locale.figure(&self.stated.cloned().or_else(|| self.sum(&self.planned))?);
            let args = [("planned", (&planned).into()), ("year", (&year).into())];
            return Some(self.locale.say("chart-effect-title-planned", &args));
        };
        let Some(ahead) = self.due.as_ref().and_then(|due| achieved.less(due, &self.unit)) else {
            let achieved = self.locale.figure(&achieved);
            let args = [("achieved", (&achieved).into()), ("month", (&month).into())];
            return Some(self.locale.say("chart-effect-title-achieved", &args));
        };
        let turn = numbers::turn(Decimal::ZERO, numbers::number(&ahead, &self.unit)?);
        let size = self.locale.figure(&numbers::size(ahead));
        let args = [("turn", turn.into()), ("month", (&month).into()), ("size", (&size).into())];
        // The lines and the table show the plan of all measures: what is ahead or behind is said of those that reported.
        let title = if self.silent > 0 { "chart-effect-title-partly" } else { "chart-effect-title" };
        Some(self.locale.say(title, &args))
    }

    /// Returns what was achieved, and the last month it is reported for.
    fn so_far(&self) -> Option<(Figure, String)> {
        let last = self.achieved.iter().rposition(Option::is_some)?;
        Some((self.sum(&self.achieved)?, self.month(last)))
    }

    fn sum(&self, months: &MonthlyFigures) -> Option<Figure> {
        difference::sum_or_nil(months.iter().flatten(), &self.unit)
    }

    fn month(&self, at: usize) -> String {
        let month = self.year.months().nth(at);
        month.map(|(year, month)| self.locale.period(Period::Month(year, month))).unwrap_or_default()
    }

    fn description(&self) -> String {
        let year = self.locale.period(Period::Year(self.year));
        let planned = self.sum(&self.planned).map(|planned| {
            let planned = self.locale.figure(&planned);
            self.locale.say("chart-effect-year", &[("planned", (&planned).into()), ("year", (&year).into())])
        });
        let achieved = self.so_far().zip(self.due.as_ref()).map(|((achieved, month), due)| {
            let (achieved, due) = (self.locale.figure(&achieved), self.locale.figure(due));
            let args = [("month", (&month).into()), ("achieved", (&achieved).into()), ("planned", (&due).into())];
            self.locale.say("chart-effect-so-far", &args)
        });
        let silent = words::counted(self.locale, "chart-effect-silent", self.silent);
        [planned, achieved, silent].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn table(&self, [planned, achieved]: &[MonthlyFigures; 2], caption: String) -> ChartTable {
        let heads = [
            "chart-column-month",
            "chart-effect-planned",
            "chart-effect-achieved",
            "chart-effect-planned-sum",
            "chart-effect-achieved-sum",
        ];
        let columns = [&self.planned, &self.achieved, planned, achieved];
        let row = |at: usize| {
            let figures = columns.map(|months| months.get(at).and_then(Option::as_ref));
            figures.iter().any(Option::is_some).then(|| {
                let cells = figures.map(|figure| numbers::chart_cell(self.locale, figure, &self.unit));
                std::iter::once(self.month(at).into()).chain(cells).collect()
            })
        };
        ChartTable { caption, header: words::heads(self.locale, &heads), rows: (0..12).filter_map(row).collect() }
    }
}

fn months_of(years: &[EffectYear], year: Year) -> Option<&MonthlyFigures> {
    years.iter().find(|effect| effect.year == year).map(|effect| &effect.months)
}

/// Returns the last of some months that is given.
fn last(months: &MonthlyFigures) -> Option<&Figure> {
    months.iter().flatten().next_back()
}

/// Returns the months that can be shown in a unit.
fn months(months: Option<&MonthlyFigures>, unit: &Unit) -> MonthlyFigures {
    let mut months = months.cloned().unwrap_or_default();
    for month in &mut months {
        *month = month.take().filter(|figure| numbers::fits(figure, unit));
    }
    months
}

/// Adds up rows of months.
fn total<'a>(rows: impl Iterator<Item = &'a MonthlyFigures> + Clone, unit: &Unit) -> MonthlyFigures {
    std::array::from_fn(|at| difference::sum_or_nil(rows.clone().filter_map(|row| row.get(at)?.as_ref()), unit))
}

/// Returns what the months up to each given one add up to.
fn running(months: &MonthlyFigures, unit: &Unit) -> MonthlyFigures {
    let (mut sum, mut approx) = (Amount::new(Decimal::ZERO, unit.clone()), None);
    let mut add = |figure: &Figure| {
        if let Some(amount) = figure.amount.as_ref().filter(|amount| amount.unit.adds_to(unit)) {
            sum = sum.plus(amount)?;
        }
        approx = approx.or(figure.approx.map(|_| Approximation::About));
        Some(Figure { amount: Some(sum.clone()), approx, mark: None })
    };
    std::array::from_fn(|at| add(months.get(at)?.as_ref()?))
}
