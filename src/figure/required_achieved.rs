//! The required saving of each measure beside what was achieved, and what is expected where that is given.

use super::{ChartInput, ChartType, MOST_ROWS, name, numbers, words};
use crate::{
    chart::{Chart, ChartAxes, ChartKeyEntry, ChartMark, ChartTable, KeySample, MarkRole},
    locale::Locale,
    model::{Lifecycle, Measure, PlanAsOf, difference},
    value::{Decimal, Figure, Unit},
};

/// The required saving of each measure beside what was achieved.
pub const FIGURE: ChartType = ChartType {
    name: "required-achieved",
    help: "required against achieved saving of each measure",
    is_of_the_day: false,
    draw,
};

fn draw(scene: &ChartInput) -> Vec<Chart> {
    let sheet = RequiredAchievedTable::of(scene);
    let shown = sheet.shown();
    let marks = sheet.marks(&shown);
    if marks.is_empty() {
        return Vec::new();
    }
    let subtitle = scene.subtitle(&sheet.what(), sheet.unit);
    vec![Chart {
        id: FIGURE.name.into(),
        title: sheet.title(),
        description: sheet.description(shown.len()),
        frame: ChartAxes::Rows { names: shown.iter().map(|row| name(row.measure)).collect(), values: Vec::new() },
        key: sheet.key(&shown),
        marks,
        table: sheet.table(subtitle.clone()),
        subtitle,
    }]
}

/// A measure with its figures, or a parent with those of its children added up.
#[derive(Debug)]
struct RequiredAchievedRow<'a> {
    measure: &'a Measure,
    required: Option<Figure>,
    achieved: Option<Figure>,
    forecast: Option<Figure>,
    /// Whether it was given up.
    is_dropped: bool,
}

/// One of the figures of a row.
type FigurePick = for<'r, 'm> fn(&'r RequiredAchievedRow<'m>) -> Option<&'r Figure>;

/// The rows of a plan that count in its unit.
struct RequiredAchievedTable<'a> {
    locale: &'a Locale,
    unit: &'a Unit,
    rows: Vec<RequiredAchievedRow<'a>>,
    /// Of which years the measures are, where those are several.
    years: Option<String>,
    /// How many measures count in units that do not convert.
    left_out: usize,
}

impl<'a> RequiredAchievedTable<'a> {
    fn of(scene: &ChartInput<'a>) -> Self {
        let unit = &scene.plan.unit;
        let top = scene.plan.measures.iter().filter(|measure| measure.parent.is_none());
        let rows: Vec<RequiredAchievedRow> = top.flat_map(|measure| rows(scene, measure)).collect();
        let all = rows.len();
        let rows: Vec<RequiredAchievedRow> = rows.into_iter().filter(|row| row.fits(unit)).collect();
        let years = scene.years(rows.iter().map(|row| row.measure));
        Self { locale: scene.locale, unit, left_out: all.saturating_sub(rows.len()), rows, years }
    }

    /// Returns the rows that the picture has room for: the largest, in the order of the plan.
    fn shown(&self) -> Vec<&RequiredAchievedRow<'a>> {
        let mut rows: Vec<(usize, &RequiredAchievedRow)> = self.rows.iter().enumerate().collect();
        rows.sort_by_cached_key(|(_, row)| std::cmp::Reverse(row.size(self.unit)));
        rows.truncate(MOST_ROWS);
        rows.sort_by_key(|(at, _)| *at);
        rows.into_iter().map(|(_, row)| row).collect()
    }

    fn has_forecast(&self) -> bool {
        self.rows.iter().any(|row| row.forecast.is_some())
    }

    fn marks(&self, shown: &[&RequiredAchievedRow]) -> Vec<ChartMark> {
        let mut marks = Vec::with_capacity(shown.len().saturating_mul(3));
        for (at, row) in shown.iter().enumerate() {
            let actual = if row.is_cost(self.unit) { MarkRole::Negative } else { MarkRole::Actual };
            let bars =
                [(MarkRole::Planned, &row.required), (actual, &row.achieved), (MarkRole::Forecast, &row.forecast)];
            for (lane, (role, figure)) in (0..).zip(bars) {
                marks.extend(figure.as_ref().map(|figure| self.bar(role, at, lane, figure)));
            }
        }
        marks
    }

    /// Makes a bar; nil has no length but its "-".
    fn bar(&self, role: MarkRole, at: usize, lane: u8, figure: &Figure) -> ChartMark {
        ChartMark::Bar {
            role,
            place: at.into(),
            lane,
            from: Decimal::ZERO,
            to: numbers::number(figure, self.unit).unwrap_or_default(),
            label: Some(numbers::cell(self.locale, figure, self.unit)),
        }
    }

    fn key(&self, shown: &[&RequiredAchievedRow]) -> Vec<ChartKeyEntry> {
        let costs: Vec<_> = shown.iter().filter(|row| row.is_cost(self.unit)).collect();
        let cost = match costs.iter().all(|row| row.measure.investment) {
            true => "chart-key-investment",
            false => "chart-key-investment-or-cost",
        };
        let has_achieved = shown.iter().any(|row| row.achieved.is_some() && !row.is_cost(self.unit));
        let entries = [
            (MarkRole::Planned, "col-required", shown.iter().any(|row| row.required.is_some())),
            (MarkRole::Actual, "col-achieved", has_achieved),
            (MarkRole::Negative, cost, !costs.is_empty()),
            (MarkRole::Forecast, "col-forecast", self.has_forecast()),
        ];
        let entries = entries.into_iter().filter(|(.., is_there)| *is_there);
        entries.map(|(role, word, _)| words::key(self.locale, KeySample::Bar, role, word)).collect()
    }

    fn what(&self) -> String {
        self.locale.say("chart-required-what", &[])
    }

    fn title(&self) -> String {
        let has_achieved = self.rows.iter().any(|row| row.achieved.is_some());
        let required = self.rows.iter().filter(|row| row.is_required(self.unit));
        match required.clone().count() {
            all @ 1.. if has_achieved => {
                let reached = required.clone().filter(|row| row.is_reached(self.unit)).count();
                let silent = required.clone().filter(|row| row.is_silent(self.unit)).count();
                self.reached(reached, silent, required.filter(|row| row.is_approximate()).count(), all)
            }
            _ if has_achieved => self.total("chart-required-achieved", |row| row.achieved.as_ref()),
            _ => self.total("chart-required-planned", |row| row.required.as_ref()),
        }
    }

    /// Says how many have reached what is required of them, and of how many nothing is told, or about how much alone: those have not
    /// failed to.
    fn reached(&self, reached: usize, silent: usize, vague: usize, all: usize) -> String {
        let said = words::part(self.locale, "chart-required-reached", reached, all, &[]);
        let unknown = silent.saturating_add(vague);
        let count = words::count(self.locale, unknown);
        let args = [("n", unknown.into()), ("count", (&count).into()), ("title", (&said).into())];
        let key = match (unknown == all, silent, vague) {
            (_, 0, 0) => return said,
            (true, _, 0) => "chart-required-all-silent",
            (true, 0, _) => "chart-required-all-vague",
            (true, ..) => "chart-required-all-unknown",
            (false, _, 0) => "chart-required-some-silent",
            (false, 0, _) => "chart-required-some-vague",
            (false, ..) => "chart-required-some-unknown",
        };
        self.locale.say(key, &args)
    }

    /// Says a sentence about a total, or what is measured where there is none.
    fn total(&self, key: &str, pick: FigurePick) -> String {
        match self.sum(pick) {
            Some(total) => self.locale.say(key, &[("total", (&self.locale.figure(&total)).into())]),
            None => self.what(),
        }
    }

    fn sum(&self, pick: FigurePick) -> Option<Figure> {
        let figures: Vec<&Figure> = self.rows.iter().filter_map(pick).collect();
        difference::sum_or_nil(figures.into_iter(), self.unit)
    }

    fn description(&self, shown: usize) -> String {
        let is_silent = |row: &&RequiredAchievedRow| row.is_silent(self.unit);
        let is_vague = |row: &&RequiredAchievedRow| row.is_required(self.unit) && row.is_approximate();
        let counted = |key, n| words::counted(self.locale, key, n);
        let sentences = [
            self.totals(),
            self.years.as_ref().map(|years| format!("{}.", words::capital(years))),
            self.gap(),
            counted("chart-required-silent", self.rows.iter().filter(is_silent).count()),
            counted("chart-required-vague", self.rows.iter().filter(is_vague).count()),
            counted("chart-left-out", self.left_out),
            (shown < self.rows.len()).then(|| words::most(self.locale, shown, self.rows.len())),
        ];
        sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn totals(&self) -> Option<String> {
        let required = self.locale.figure(&self.sum(|row| row.required.as_ref())?);
        let achieved = self.sum(|row| row.achieved.as_ref()).map(|achieved| self.locale.figure(&achieved));
        Some(match &achieved {
            Some(achieved) => {
                let args = [("required", (&required).into()), ("achieved", achieved.into())];
                self.locale.say("chart-required-totals", &args)
            }
            None => self.locale.say("chart-required-total", &[("required", (&required).into())]),
        })
    }

    /// Names the measure that is furthest from what is required of it; none where others lack as much.
    fn gap(&self) -> Option<String> {
        let required = self.rows.iter().filter(|row| row.is_required(self.unit));
        let gaps: Vec<_> = required.filter_map(|row| Some((row, row.gap(self.unit)?))).collect();
        let number = |gap: &Figure| numbers::number(gap, self.unit);
        let (row, gap) = gaps.iter().max_by_key(|(_, gap)| number(gap))?;
        if gaps.iter().filter(|(_, other)| number(other) == number(gap)).count() > 1 {
            return None;
        }
        let (measure, gap) = (name(row.measure), numbers::whole(self.locale, gap, self.unit));
        Some(self.locale.say("chart-required-gap", &[("measure", (&measure).into()), ("gap", (&gap).into())]))
    }

    fn table(&self, caption: String) -> ChartTable {
        let mut heads = vec!["col-measure", "col-required", "col-achieved"];
        heads.extend(self.has_forecast().then_some("col-forecast"));
        let cell = |figure: &Option<Figure>| numbers::chart_cell(self.locale, figure.as_ref(), self.unit);
        let cells = |row: &RequiredAchievedRow| {
            let mut cells = vec![name(row.measure).into(), cell(&row.required), cell(&row.achieved)];
            cells.extend(self.has_forecast().then(|| cell(&row.forecast)));
            cells
        };
        ChartTable { caption, header: words::heads(self.locale, &heads), rows: self.rows.iter().map(cells).collect() }
    }
}

/// Returns the rows of a measure: those of its children, or one of its own where it has no children or is
/// given a figure that none of them has. Then theirs are added up, as the plan's totals are.
fn rows<'a>(scene: &ChartInput<'a>, measure: &'a Measure) -> Vec<RequiredAchievedRow<'a>> {
    let children = measure.children.iter().filter_map(|child| scene.plan.measures.get(*child));
    let below: Vec<RequiredAchievedRow> = children.flat_map(|child| rows(scene, child)).collect();
    let seen = PlanAsOf::at(scene.site, scene.plan, scene.report);
    let mut row = RequiredAchievedRow {
        measure,
        required: measure.required.clone(),
        achieved: measure.achieved_at(scene.report).map(|(_, figure)| figure.clone()),
        forecast: measure.forecast_at(scene.report).map(|(_, figure)| figure.clone()),
        is_dropped: seen.lifecycle(measure) == Some(Lifecycle::Dropped),
    };
    let adds_required = row.required.is_some() && below.iter().all(|child| child.required.is_none());
    let adds_achieved = row.achieved.is_some() && below.iter().all(|child| child.achieved.is_none());
    if !below.is_empty() && !adds_required && !adds_achieved {
        return below;
    }
    row.add_up(&below, &scene.plan.unit);
    if row.is_empty() { Vec::new() } else { vec![row] }
}

impl RequiredAchievedRow<'_> {
    /// Puts the sums of the rows below in the place of its own figures.
    fn add_up(&mut self, below: &[RequiredAchievedRow], unit: &Unit) {
        let sum = |pick: FigurePick| difference::sum_or_nil(below.iter().filter_map(pick), unit);
        self.required = sum(|row| row.required.as_ref()).or(self.required.take());
        self.achieved = sum(|row| row.achieved.as_ref()).or(self.achieved.take());
        self.forecast = sum(|row| row.forecast.as_ref()).or(self.forecast.take());
    }

    fn figures(&self) -> impl Iterator<Item = &Figure> {
        [&self.required, &self.achieved, &self.forecast].into_iter().flatten()
    }

    fn is_empty(&self) -> bool {
        self.figures().next().is_none()
    }

    fn fits(&self, unit: &Unit) -> bool {
        self.figures().all(|figure| numbers::fits(figure, unit))
    }

    fn size(&self, unit: &Unit) -> Decimal {
        let sizes = self.figures().filter_map(|figure| numbers::number(figure, unit)).map(|number| number.abs());
        sizes.max().unwrap_or_default()
    }

    /// Tells whether its bar is money spent: an investment, or less than nothing saved.
    fn is_cost(&self, unit: &Unit) -> bool {
        let achieved = self.achieved.as_ref();
        achieved.and_then(|achieved| numbers::number(achieved, unit)).is_some_and(|number| number < Decimal::ZERO)
    }

    /// Tells whether a saving is required of it. Of what was dropped and achieved nothing none is any more.
    fn is_required(&self, unit: &Unit) -> bool {
        let required = self.required.as_ref().and_then(|required| numbers::number(required, unit));
        let is_to_come = self.achieved.is_some() || !self.is_dropped;
        !self.measure.investment && is_to_come && required.is_some_and(|required| required > Decimal::ZERO)
    }

    /// Tells whether it should say what was achieved and does not.
    fn is_silent(&self, unit: &Unit) -> bool {
        self.is_required(unit) && self.achieved.is_none()
    }

    fn is_approximate(&self) -> bool {
        self.achieved.is_some() && [&self.required, &self.achieved].into_iter().flatten().any(|f| f.approx.is_some())
    }

    /// Tells whether what was achieved is known to be what is required.
    fn is_reached(&self, unit: &Unit) -> bool {
        let number = |figure: &Option<Figure>| numbers::number(figure.as_ref()?, unit);
        let is_enough = number(&self.achieved).zip(number(&self.required)).is_some_and(|(got, asked)| got >= asked);
        is_enough && !self.is_approximate()
    }

    /// Returns what it lacks, where it lacks anything: all of it where nil is achieved.
    fn gap(&self, unit: &Unit) -> Option<Figure> {
        let (required, achieved) = (self.required.as_ref()?, self.achieved.as_ref()?);
        let gap = match achieved.is_nil() {
            true => required.clone(),
            false => required.less(achieved, unit)?,
        };
        numbers::number(&gap, unit).filter(|number| *number > Decimal::ZERO)?;
        Some(gap)
    }
}
