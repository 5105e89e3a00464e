//! The milestones: when each was to be reached, where its date moved, and which are reached or overdue.

use super::{ChartInput, ChartType, MOST_ROWS, series::time_ticks, time::place, words};
use crate::{
    chart::{Axis, Chart, ChartAxes, ChartKeyEntry, ChartMark, ChartTable, ChartTone, KeySample, MarkRole, PlotPoint},
    model::{Lifecycle, Milestone, MilestoneUpdate},
    value::{Date, Decimal, Period},
};

/// The milestones of a plan and how their dates moved.
pub const FIGURE: ChartType = ChartType {
    name: "milestones",
    help: "milestones with their original and current dates",
    is_of_the_day: true,
    draw,
};

fn draw(scene: &ChartInput) -> Vec<Chart> {
    let mut rows: Vec<ChartMilestone> =
        scene.plan.milestones.iter().map(|milestone| ChartMilestone::of(scene, milestone)).collect();
    rows.sort_by_key(|row| row.milestone.number.order(row.current));
    let shown = shown(&rows);
    if shown.is_empty() {
        return Vec::new();
    }
    let what = scene.locale.say("chart-milestones-what", &[]);
    let as_of = scene.locale.date(scene.today);
    let args = [("what", (&what).into()), ("as-of", (&as_of).into())];
    let subtitle = scene.locale.say("chart-subtitle-plain", &args);
    let days = shown.iter().flat_map(|row| row.days()).chain([scene.today]);
    vec![Chart {
        id: FIGURE.name.into(),
        title: title(scene, &rows),
        description: description(scene, &rows, shown.len()),
        frame: ChartAxes::Rows {
            names: shown.iter().map(|row| name(row.milestone)).collect(),
            values: time_ticks(scene.locale, days),
        },
        key: key(scene, &shown),
        marks: marks(scene, &shown),
        table: table(scene, &rows, subtitle.clone()),
        subtitle,
    }]
}

/// How far a milestone is as of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MilestoneState {
    /// Still to be reached.
    Open,
    /// Still to be reached, and its date has passed.
    Overdue,
    /// Reached.
    Reached,
    /// Given up.
    Dropped,
}

/// A milestone as of a report.
struct ChartMilestone<'a> {
    milestone: &'a Milestone,
    original: Option<Period>,
    current: Option<Period>,
    reached: Option<Period>,
    state: MilestoneState,
}

impl<'a> ChartMilestone<'a> {
    fn of(scene: &ChartInput, milestone: &'a Milestone) -> Self {
        let told = milestone.updates.iter().rev().filter(|update| update.report <= scene.report);
        let (mut dues, mut done, mut lives) = (told.clone(), told.clone(), told);
        let current = dues.find_map(|update| update.due).or(milestone.due);
        let reached = done.find_map(|update: &MilestoneUpdate| update.done);
        let lifecycle = lives.find_map(|update| update.lifecycle);
        let state = match lifecycle {
            _ if reached.is_some() => MilestoneState::Reached,
            Some(Lifecycle::Done) => MilestoneState::Reached,
            Some(Lifecycle::Dropped) => MilestoneState::Dropped,
            _ if scene.plan.is_finished(scene.today) => MilestoneState::Open,
            _ if current.is_some_and(|due| due.last() < scene.today) => MilestoneState::Overdue,
            _ => MilestoneState::Open,
        };
        Self { milestone, original: milestone.original_due(), current, reached, state }
    }

    /// Returns the date it stands at: when it was reached, else when it is due.
    fn stands(&self) -> Option<Period> {
        self.reached.or(self.current)
    }

    fn is_drawn(&self) -> bool {
        self.state != MilestoneState::Dropped && self.stands().is_some()
    }

    /// Returns the date that was agreed first, where it stands elsewhere now.
    fn left(&self) -> Option<Period> {
        let stands = self.stands()?;
        self.original.filter(|original| original.last() != stands.last() && !original.holds(stands.last()))
    }

    /// Returns by how many days its date was moved; negative is earlier.
    fn moved(&self) -> Option<Decimal> {
        let days = place(self.current?.last()).checked_sub(place(self.original?.last()))?;
        Some(days).filter(|days| !days.is_zero())
    }

    fn days(&self) -> impl Iterator<Item = Date> + Clone + use<> {
        self.left().into_iter().chain(self.stands()).map(Period::last)
    }

    fn role(&self) -> MarkRole {
        match self.state {
            MilestoneState::Reached => MarkRole::Tone(ChartTone::Good),
            MilestoneState::Overdue => MarkRole::Tone(ChartTone::Bad),
            MilestoneState::Open | MilestoneState::Dropped => MarkRole::Actual,
        }
    }
}

/// Returns the rows that the picture has room for: those with the latest dates, in their order.
fn shown<'r, 'a>(rows: &'r [ChartMilestone<'a>]) -> Vec<&'r ChartMilestone<'a>> {
    let mut rows: Vec<(usize, &ChartMilestone)> = rows.iter().enumerate().filter(|(_, row)| row.is_drawn()).collect();
    rows.sort_by_key(|(_, row)| std::cmp::Reverse(row.stands()));
    rows.truncate(MOST_ROWS);
    rows.sort_by_key(|(at, _)| *at);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn marks(scene: &ChartInput, shown: &[&ChartMilestone]) -> Vec<ChartMark> {
    let as_of = scene.locale.date(scene.today);
    let label = scene.locale.say("chart-as-of", &[("as-of", (&as_of).into())]);
    let rule = ChartMark::Rule { role: MarkRole::AsOf, on: Axis::Values, at: place(scene.today), label: Some(label) };
    let rows = shown.iter().enumerate().flat_map(|(at, row)| row_marks(scene, at.into(), row));
    std::iter::once(rule).chain(rows).collect()
}

fn row_marks(scene: &ChartInput, at: Decimal, row: &ChartMilestone) -> Vec<ChartMark> {
    let Some(stands) = row.stands() else { return Vec::new() };
    let point = |role, period: Period, label| {
        let spot = PlotPoint { place: at, value: place(period.last()) };
        ChartMark::Point { role, spot, label: Some(label) }
    };
    let now = point(row.role(), stands, scene.locale.period(stands));
    let Some(left) = row.left() else { return vec![now] };
    let arrow = ChartMark::Move { place: at, from: place(left.last()), to: place(stands.last()) };
    vec![point(MarkRole::Planned, left, scene.locale.period(left)), arrow, now]
}

fn key(scene: &ChartInput, shown: &[&ChartMilestone]) -> Vec<ChartKeyEntry> {
    let has = |state| shown.iter().any(|row| row.state == state);
    let entries = [
        (MarkRole::Actual, "chart-milestones-open", has(MilestoneState::Open)),
        (MarkRole::Tone(ChartTone::Bad), "chart-milestones-overdue", has(MilestoneState::Overdue)),
        (MarkRole::Tone(ChartTone::Good), "chart-milestones-reached", has(MilestoneState::Reached)),
        (MarkRole::Planned, "col-original-due", shown.iter().any(|row| row.left().is_some())),
    ];
    let entries = entries.into_iter().filter(|(.., is_there)| *is_there);
    entries.map(|(role, word, _)| words::key(scene.locale, KeySample::Point, role, word)).collect()
}

/// Says what is most worth knowing: which date moved, else what is overdue, else what is reached, else what
/// comes next.
fn title(scene: &ChartInput, rows: &[ChartMilestone]) -> String {
    let moved: Vec<&ChartMilestone> = rows.iter().filter(|row| row.moved().is_some()).collect();
    let count = |state| rows.iter().filter(|row| row.state == state).count();
    let part = |key, n| words::part(scene.locale, key, n, rows.len(), &[]);
    match (&*moved, count(MilestoneState::Overdue), count(MilestoneState::Reached)) {
        ([row], ..) => moved_title(scene, row),
        ([_, ..], ..) => part("chart-milestones-title-moved", moved.len()),
        ([], overdue @ 1.., _) => part("chart-milestones-title-overdue", overdue),
        ([], 0, reached) => part("chart-milestones-title-reached", reached),
    }
}

fn moved_title(scene: &ChartInput, row: &ChartMilestone) -> String {
    let shown = |period: Option<Period>| period.map(|period| scene.locale.period(period)).unwrap_or_default();
    let (from, to) = (shown(row.original), shown(row.current));
    let (key, name) = match row.milestone.number.printed() {
        Some(number) => ("chart-milestones-title-number", number),
        None => ("chart-milestones-title-name", row.milestone.title.as_str()),
    };
    scene.locale.say(key, &[("name", name.into()), ("from", (&from).into()), ("to", (&to).into())])
}

fn description(scene: &ChartInput, rows: &[ChartMilestone], shown: usize) -> String {
    let count = |state| rows.iter().filter(|row| row.state == state).count();
    let sentences = [
        Some(
            words::part(
                scene.locale,
                "chart-milestones-title-reached",
                count(MilestoneState::Reached),
                rows.len(),
                &[],
            ) + ".",
        ),
        words::counted(scene.locale, "chart-milestones-count-overdue", count(MilestoneState::Overdue)),
        furthest(scene, rows),
        next(scene, rows),
        (shown == MOST_ROWS && rows.len() > shown).then(|| words::most(scene.locale, shown, rows.len())),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Names the milestone whose date moved furthest.
fn furthest(scene: &ChartInput, rows: &[ChartMilestone]) -> Option<String> {
    let moved = rows.iter().filter_map(|row| Some((row, row.moved()?)));
    let (row, days) = moved.rev().max_by_key(|(_, days)| days.abs())?;
    let turn = if days.is_sign_negative() { "earlier" } else { "later" };
    let (name, days) = (name(row.milestone), i64::try_from(days.abs()).ok()?);
    let args = [("name", (&name).into()), ("days", days.into()), ("turn", turn.into())];
    Some(scene.locale.say("chart-milestones-furthest", &args))
}

/// Names the open milestone that is due next.
fn next(scene: &ChartInput, rows: &[ChartMilestone]) -> Option<String> {
    let open = rows.iter().filter(|row| row.state == MilestoneState::Open).filter_map(|row| Some((row, row.current?)));
    let (row, due) = open.min_by_key(|(_, due)| *due)?;
    let (name, due) = (name(row.milestone), scene.locale.period(due));
    Some(scene.locale.say("chart-milestones-next", &[("name", (&name).into()), ("due", (&due).into())]))
}

fn table(scene: &ChartInput, rows: &[ChartMilestone], caption: String) -> ChartTable {
    let locale = scene.locale;
    let shown = |period: Option<Period>| period.map(|period| locale.period(period)).unwrap_or_default();
    let state = |row: &ChartMilestone| match (row.state, row.reached) {
        (MilestoneState::Reached, Some(day)) => {
            locale.say("chart-milestones-reached-on", &[("date", (&locale.period(day)).into())])
        }
        (MilestoneState::Reached, None) => locale.say("chart-milestones-reached", &[]),
        (MilestoneState::Overdue, _) => locale.say("chart-milestones-overdue", &[]),
        (MilestoneState::Dropped, _) => locale.say("chart-milestones-dropped", &[]),
        (MilestoneState::Open, _) => locale.say("chart-milestones-open", &[]),
    };
    let row = |row: &ChartMilestone| {
        [name(row.milestone), shown(row.original), shown(row.current), state(row)].map(Into::into).into()
    };
    let heads = ["col-milestone", "col-original-due", "col-current-due", "col-state"];
    ChartTable { caption, header: words::heads(locale, &heads), rows: rows.iter().map(row).collect() }
}

/// Returns the name of a milestone, with its number where it has one.
fn name(milestone: &Milestone) -> String {
    match milestone.number.printed() {
        Some(number) => format!("{number} {}", milestone.title).trim_end().to_owned(),
        None => milestone.title.clone(),
    }
}
