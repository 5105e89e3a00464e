//! How many measures stood at each level at one time and at another.

use super::{
    levels::{self, Group, Levels},
    words,
};
use crate::{
    chart::{Chart, ChartTable, Frame, Mark},
    locale::Locale,
    model::Site,
    value::Decimal,
};

/// The levels at two times, each with the registers of then and the date in words. Draws one bar for each. Answers
/// `None` where there is nothing to count at one of them.
#[must_use]
pub fn flow(locale: &Locale, before: (&Site, &Levels), after: (&Site, &Levels)) -> Option<Chart> {
    let sides = [before, after].map(|(site, levels)| (levels::groups(site, locale, levels), levels.as_of));
    if sides.iter().any(|(groups, _)| groups.is_empty()) {
        return None;
    }
    let [(old, from), (new, to)] = &sides;
    let what = locale.say("chart-flow", &[("from", (*from).into()), ("to", (*to).into())]);
    let marks = sides.iter().enumerate().flat_map(|(at, (groups, _))| levels::marks(locale, groups, Decimal::from(at)));
    Some(Chart {
        id: after.1.id.into(),
        title: title(locale, old, new),
        description: description(locale, &sides),
        frame: Frame::Rows { names: vec![(*from).to_owned(), (*to).to_owned()], values: Vec::new() },
        key: all(old, new).into_iter().map(levels::sample).collect(),
        marks: marks.collect::<Vec<Mark>>(),
        table: ChartTable {
            caption: what.clone(),
            header: [words::heads(locale, &["col-status"]), vec![(*from).to_owned(), (*to).to_owned()]].concat(),
            rows: all(old, new).into_iter().map(|group| row(locale, group, &sides)).collect(),
        },
        subtitle: what,
    })
}

/// Returns every level that occurs at one of two times, from good to severe.
fn all<'g>(old: &'g [Group], new: &'g [Group]) -> Vec<&'g Group> {
    let is_known = |group: &&Group| !new.iter().any(|other| other.is_alike(group));
    let mut all: Vec<&Group> = new.iter().chain(old.iter().filter(is_known)).collect();
    all.sort_by_key(|group| group.tone);
    all
}

fn count_of(groups: &[Group], group: &Group) -> usize {
    groups.iter().find(|other| other.is_alike(group)).map_or(0, |found| found.count)
}

fn row(locale: &Locale, group: &Group, sides: &[(Vec<Group>, &str)]) -> Vec<String> {
    let counts = sides.iter().map(|(groups, _)| locale.number(&count_of(groups, group).into()));
    std::iter::once(group.word.clone()).chain(counts).collect()
}

/// Says whether more or fewer need attention than before.
fn title(locale: &Locale, old: &[Group], new: &[Group]) -> String {
    let alarming = |groups: &[Group]| -> usize {
        groups.iter().filter(|group| levels::is_alarming(group.tone)).map(|group| group.count).sum()
    };
    let (before, after) = (alarming(old), alarming(new));
    let change = match before.cmp(&after) {
        std::cmp::Ordering::Less => "more",
        std::cmp::Ordering::Equal => "same",
        std::cmp::Ordering::Greater => "fewer",
    };
    locale.say("chart-flow-title", &[("change", change.into()), ("before", before.into()), ("after", after.into())])
}

fn description(locale: &Locale, sides: &[(Vec<Group>, &str)]) -> String {
    let side = |(groups, when): &(Vec<Group>, &str)| format!("{when}: {}", levels::description(locale, groups));
    sides.iter().map(side).collect::<Vec<_>>().join(" ")
}
