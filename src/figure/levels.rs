//! How many stand at each level: measures of a plan or a committee, or plans of a site.

use super::words;
use crate::{
    chart::{Chart, ChartAxes, ChartCell, ChartKeyEntry, ChartMark, ChartTable, ChartTone, KeySample, MarkRole},
    locale::Locale,
    model::{LevelCounts, Site},
    value::Decimal,
};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountedItems {
    /// Measures.
    Measures,
    /// Plans.
    Plans,
}

/// How many stand at which level.
#[derive(Clone, Copy, Debug)]
pub struct LevelTally<'a> {
    /// The id of the chart, unique on its page.
    pub id: &'a str,
    /// What is counted.
    pub subject: CountedItems,
    /// The date it is told as of, in words.
    pub as_of: &'a str,
    /// How many stand at each level, and without one where in their life.
    pub counts: &'a LevelCounts,
}

/// How many are drawn and named as one.
pub(super) struct LevelGroup {
    pub tone: ChartTone,
    pub word: String,
    pub count: usize,
}

impl LevelGroup {
    /// Tells whether two groups are of one level, at two times.
    pub fn is_alike(&self, other: &Self) -> bool {
        self.tone == other.tone && self.word == other.word
    }
}

/// Groups counts from complete to severe, then what cannot be assessed, then what has no level, by where it is in its life. Levels of one
/// tone and one word count together, whatever their scale.
pub(super) fn groups(site: &Site, locale: &Locale, levels: &LevelTally) -> Vec<LevelGroup> {
    let known = levels.counts.levels.iter().filter_map(|(at, count)| Some((site.level(*at)?, at, *count)));
    let mut known: Vec<_> = known.filter(|(.., count)| *count > 0).collect();
    known.sort_by_key(|(level, at, _)| (level.tone, at.level, at.scale));
    let mut groups: Vec<LevelGroup> = Vec::new();
    for (level, _, count) in known {
        let tone = tone(level.tone);
        match groups.iter_mut().find(|group| group.tone == tone && group.word == level.word) {
            Some(group) => group.count = group.count.saturating_add(count),
            None => groups.push(LevelGroup { tone, word: level.word.clone(), count }),
        }
    }
    let empty = |tone, word: &str, count| LevelGroup { tone, word: locale.say(word, &[]), count };
    let lifecycles = levels.counts.lifecycles.iter();
    groups.extend(lifecycles.map(|(at, count)| empty(ChartTone::Empty, &format!("life-{}", at.word()), *count)));
    let without = levels.counts.without;
    groups.extend((without > 0).then(|| empty(ChartTone::Untold, "without-level", without)));
    groups
}

/// Returns the tone of the chart that a tone of the model is drawn in.
fn tone(tone: crate::model::Tone) -> ChartTone {
    match tone {
        crate::model::Tone::Complete => ChartTone::Complete,
        crate::model::Tone::Good => ChartTone::Good,
        crate::model::Tone::Fair => ChartTone::Fair,
        crate::model::Tone::Warning => ChartTone::Warning,
        crate::model::Tone::Bad => ChartTone::Bad,
        crate::model::Tone::Severe => ChartTone::Severe,
        crate::model::Tone::None => ChartTone::None,
    }
}

/// Draws counts as one bar of parts. Answers `None` when there is nothing to count.
#[must_use]
pub fn levels(site: &Site, locale: &Locale, levels: &LevelTally) -> Option<Chart> {
    let groups = groups(site, locale, levels);
    let what = locale.say(levels.subject.words().what, &[]);
    let subtitle = locale.say("chart-subtitle-plain", &[("what", (&what).into()), ("as-of", levels.as_of.into())]);
    Some(Chart {
        id: levels.id.into(),
        title: title(locale, levels.subject, &groups)?,
        description: description(locale, &groups),
        frame: ChartAxes::Rows { names: vec![String::new()], values: Vec::new() },
        key: groups.iter().map(|level| key(locale, level)).collect(),
        marks: marks(locale, &groups, Decimal::ZERO),
        table: table(locale, levels, &groups, subtitle.clone()),
        subtitle,
    })
}

/// Draws counts as parts of one bar.
pub(super) fn marks(locale: &Locale, groups: &[LevelGroup], place: Decimal) -> Vec<ChartMark> {
    let mut sum = Decimal::ZERO;
    let segment = |level: &LevelGroup| {
        let from = sum;
        sum = sum.saturating_add(level.count.into());
        ChartMark::Segment { tone: level.tone, place, from, to: sum, label: Some(number(locale, level.count).text) }
    };
    groups.iter().map(segment).collect()
}

/// Returns the entry of a level in the key, by its word alone.
pub(super) fn sample(level: &LevelGroup) -> ChartKeyEntry {
    ChartKeyEntry { sample: KeySample::Bar, role: MarkRole::Tone(level.tone), label: level.word.clone() }
}

fn key(locale: &Locale, level: &LevelGroup) -> ChartKeyEntry {
    let args = [("level", (&level.word).into()), ("count", level.count.into())];
    ChartKeyEntry {
        sample: KeySample::Bar,
        role: MarkRole::Tone(level.tone),
        label: locale.say("chart-levels-key", &args),
    }
}

/// Says how many stand at the worst level that is alarming, else at the one where most do.
fn title(locale: &Locale, subject: CountedItems, groups: &[LevelGroup]) -> Option<String> {
    let worst = groups.iter().filter(|level| is_alarming(level.tone)).max_by_key(|level| level.tone);
    let most = || groups.iter().rev().max_by_key(|level| level.count);
    let level = worst.or_else(most)?;
    let all = groups.iter().map(|level| level.count).sum();
    Some(words::part(locale, subject.words().title, level.count, all, &[("level", (&level.word).into())]))
}

/// Tells whether what is drawn in a tone needs attention.
pub(super) fn is_alarming(tone: ChartTone) -> bool {
    matches!(tone, ChartTone::Warning | ChartTone::Bad | ChartTone::Severe)
}

/// Says how many stand at each level.
pub(super) fn description(locale: &Locale, groups: &[LevelGroup]) -> String {
    let entries: Vec<String> = groups.iter().map(|level| key(locale, level).label).collect();
    entries.join(", ") + "."
}

fn table(locale: &Locale, levels: &LevelTally, groups: &[LevelGroup], caption: String) -> ChartTable {
    ChartTable {
        caption,
        header: words::heads(locale, &["col-status", levels.subject.words().column]),
        rows: groups.iter().map(|level| vec![level.word.clone().into(), number(locale, level.count)]).collect(),
    }
}

/// Returns a count as a cell of a chart's numbers.
pub(super) fn number(locale: &Locale, count: usize) -> ChartCell {
    ChartCell::count(count, locale.number(&count.into()))
}

/// The keys of the words that depend on what is counted.
struct LevelWordKeys {
    what: &'static str,
    title: &'static str,
    column: &'static str,
}

impl CountedItems {
    fn words(self) -> LevelWordKeys {
        match self {
            Self::Measures => LevelWordKeys {
                what: "chart-levels-measures",
                title: "chart-levels-title-measures",
                column: "chart-levels-column-measures",
            },
            Self::Plans => LevelWordKeys {
                what: "chart-levels-plans",
                title: "chart-levels-title-plans",
                column: "chart-levels-column-plans",
            },
        }
    }
}
