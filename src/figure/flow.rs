//! How many measures stood at each level at one time and at others.

use super::{
    levels::{self, LevelGroup, LevelTally},
    words,
};
use crate::{
    chart::{Chart, ChartAxes, ChartCell, ChartMark, ChartTable},
    locale::Locale,
    model::Site,
    value::Decimal,
};

/// How many of those that have a status both at the first and at the last time need attention: of others nothing can be
/// said to have become of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ComparableCounts {
    /// How many they are.
    pub all: usize,
    /// How many of them needed attention at the first.
    pub before: usize,
    /// How many of them do at the last.
    pub after: usize,
}

impl ComparableCounts {
    /// Counts one more, by whether it needed attention at the first and does at the last.
    pub fn add(&mut self, did_need: bool, needs: bool) {
        self.all = self.all.saturating_add(1);
        self.before = self.before.saturating_add(usize::from(did_need));
        self.after = self.after.saturating_add(usize::from(needs));
    }
}

/// The levels at several times, the oldest first, each with the registers of then and the date in words. Draws one
/// bar for each. Answers `None` where these are not two at least, or there is nothing to count at one of them.
#[must_use]
pub fn flow(locale: &Locale, times: &[(&Site, LevelTally)], comparable: ComparableCounts) -> Option<Chart> {
    let sides: Vec<CountedLevels> =
        times.iter().map(|(site, levels)| (levels::groups(site, locale, levels), levels.as_of)).collect();
    let [(old, from), .., (new, to)] = sides.as_slice() else { return None };
    if sides.iter().any(|(groups, _)| groups.is_empty()) {
        return None;
    }
    let key = if sides.len() == 2 { "chart-flow" } else { "chart-flow-many" };
    let what = locale.say(key, &[("from", (*from).into()), ("to", (*to).into())]);
    let marks = sides.iter().enumerate().flat_map(|(at, (groups, _))| levels::marks(locale, groups, Decimal::from(at)));
    let names: Vec<String> = sides.iter().map(|(_, when)| (*when).to_owned()).collect();
    let all = all(&sides);
    Some(Chart {
        id: times.first()?.1.id.into(),
        title: match (sides.len(), title(locale, [old, new], off_track(times), comparable)) {
            (2, title) => title,
            // Of several times "before" is the first of them.
            (_, title) => locale.say("chart-flow-since", &[("title", (&title).into()), ("from", (*from).into())]),
        },
        description: description(locale, &sides),
        frame: ChartAxes::Rows { names: names.clone(), values: Vec::new() },
        key: all.iter().map(|group| levels::sample(group)).collect(),
        marks: marks.collect::<Vec<ChartMark>>(),
        table: ChartTable {
            caption: what.clone(),
            header: [words::heads(locale, &["col-status"]), names].concat(),
            rows: all.iter().map(|group| row(locale, group, &sides)).collect(),
        },
        subtitle: what,
    })
}

/// What was counted at one time, and when.
type CountedLevels<'a> = (Vec<LevelGroup>, &'a str);

/// Returns every level that occurs at one of the times, from good to severe.
fn all<'g>(sides: &'g [CountedLevels]) -> Vec<&'g LevelGroup> {
    let mut all: Vec<&LevelGroup> = Vec::new();
    for group in sides.iter().rev().flat_map(|(groups, _)| groups) {
        if !all.iter().any(|other| other.is_alike(group)) {
            all.push(group);
        }
    }
    all.sort_by_key(|group| group.tone);
    all
}

fn count_of(groups: &[LevelGroup], group: &LevelGroup) -> usize {
    groups.iter().find(|other| other.is_alike(group)).map_or(0, |found| found.count)
}

fn row(locale: &Locale, group: &LevelGroup, sides: &[CountedLevels]) -> Vec<ChartCell> {
    let counts = sides.iter().map(|(groups, _)| levels::number(locale, count_of(groups, group)));
    std::iter::once(group.word.clone().into()).chain(counts).collect()
}

/// Returns how many need attention at the last time.
fn off_track(times: &[(&Site, LevelTally)]) -> usize {
    let Some((site, tally)) = times.last() else { return 0 };
    tally.counts.levels.iter().filter(|(level, _)| site.is_alarming(*level)).map(|(_, count)| *count).sum()
}

/// Says whether more or fewer need attention than before. Where some have a status at one of the times alone, it says first how many do now,
/// which is what the bar shows: two that stayed as they were are no answer for fourteen.
fn title(locale: &Locale, sides: [&[LevelGroup]; 2], off: usize, comparable: ComparableCounts) -> String {
    let ComparableCounts { all, before, after } = comparable;
    let counted = |groups: &[LevelGroup]| -> usize { groups.iter().map(|group| group.count).sum() };
    let is_of_others = sides.iter().any(|groups| counted(groups) != all);
    let change = match before.cmp(&after) {
        _ if all == 0 => "none",
        _ if is_of_others => "of",
        std::cmp::Ordering::Equal if after == 0 => "never",
        std::cmp::Ordering::Less => "more",
        std::cmp::Ordering::Equal => "same",
        std::cmp::Ordering::Greater => "fewer",
    };
    let now = sides.last().map_or(0, |groups| counted(groups));
    let counts = [
        ("before", before.into()),
        ("after", after.into()),
        ("all", all.into()),
        ("off", off.into()),
        ("now", now.into()),
    ];
    let args = [&[("change", change.into())], &counts[..]].concat();
    locale.say("chart-flow-title", &args)
}

fn description(locale: &Locale, sides: &[CountedLevels]) -> String {
    let side = |(groups, when): &CountedLevels| format!("{when}: {}", levels::description(locale, groups));
    sides.iter().map(side).collect::<Vec<_>>().join(" ")
}
