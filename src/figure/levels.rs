//! How many stand at each level: measures of a plan or a committee, or plans of a site.

use super::words;
use crate::{
    chart::{Chart, ChartTable, Frame, Key, Mark, Role, Sample, Tone},
    locale::Locale,
    model::{LevelRef, Site},
    value::Decimal,
};

/// How many stand at one level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LevelCount {
    /// How the level sounds.
    pub tone: Tone,
    /// The municipality's own word for it.
    pub word: String,
    /// How many stand there.
    pub count: usize,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Measures.
    Measures,
    /// Plans.
    Plans,
}

/// What stands at which level.
#[derive(Clone, Debug)]
pub struct Levels<'a> {
    /// The id of the chart, unique on its page.
    pub id: &'a str,
    /// What is counted.
    pub subject: Subject,
    /// The date it is told as of, in words.
    pub as_of: &'a str,
    /// The counts, from the best level to the worst, as [`count()`] answers them.
    pub counts: &'a [LevelCount],
}

/// Counts levels: from good to severe, then those that cannot be assessed, then those with no level at all.
/// Levels of one tone and one word count together, whatever their scale.
#[must_use]
pub fn count(site: &Site, locale: &Locale, levels: impl IntoIterator<Item = Option<LevelRef>>) -> Vec<LevelCount> {
    let mut levels: Vec<Option<LevelRef>> = levels.into_iter().collect();
    let rank = |level: LevelRef| site.level(level).map(|known| (known.tone, level.level, level.scale));
    levels.sort_by_key(|level| level.and_then(rank).map_or((true, None), |rank| (false, Some(rank))));
    let mut counts: Vec<LevelCount> = Vec::new();
    for level in levels {
        let (tone, word) = match level.and_then(|level| site.level(level)) {
            Some(level) => (tone(level.tone), level.word.clone()),
            None => (Tone::None, locale.say("chart-levels-silent", &[])),
        };
        match counts.iter_mut().find(|known| known.tone == tone && known.word == word) {
            Some(known) => known.count = known.count.saturating_add(1),
            None => counts.push(LevelCount { tone, word, count: 1 }),
        }
    }
    counts
}

/// Returns the tone of the chart that a tone of the model is drawn in.
fn tone(tone: crate::model::Tone) -> Tone {
    match tone {
        crate::model::Tone::Good => Tone::Good,
        crate::model::Tone::Fair => Tone::Fair,
        crate::model::Tone::Warning => Tone::Warning,
        crate::model::Tone::Bad => Tone::Bad,
        crate::model::Tone::Severe => Tone::Severe,
        crate::model::Tone::None => Tone::None,
    }
}

/// Draws counts as one bar of parts. Answers `None` when there is nothing to count.
#[must_use]
pub fn levels(locale: &Locale, levels: &Levels) -> Option<Chart> {
    let counts: Vec<&LevelCount> = levels.counts.iter().filter(|level| level.count > 0).collect();
    let what = locale.say(levels.subject.words().what, &[]);
    let subtitle = locale.say("chart-subtitle-plain", &[("what", (&what).into()), ("as-of", levels.as_of.into())]);
    Some(Chart {
        id: levels.id.into(),
        title: title(locale, levels.subject, &counts)?,
        description: description(locale, &counts),
        frame: Frame::Rows { names: vec![String::new()], values: Vec::new() },
        key: counts.iter().map(|level| key(locale, level)).collect(),
        marks: marks(locale, &counts),
        table: table(locale, levels, &counts, subtitle.clone()),
        subtitle,
    })
}

fn marks(locale: &Locale, counts: &[&LevelCount]) -> Vec<Mark> {
    let mut sum = Decimal::ZERO;
    let segment = |level: &&LevelCount| {
        let from = sum;
        sum = sum.saturating_add(level.count.into());
        Mark::Segment {
            tone: level.tone,
            place: Decimal::ZERO,
            from,
            to: sum,
            label: Some(number(locale, level.count)),
        }
    };
    counts.iter().map(segment).collect()
}

fn key(locale: &Locale, level: &LevelCount) -> Key {
    let args = [("level", (&level.word).into()), ("count", level.count.into())];
    Key { sample: Sample::Bar, role: Role::Tone(level.tone), label: locale.say("chart-levels-key", &args) }
}

/// Says how many stand at the worst level that is alarming, else at the one where most do.
fn title(locale: &Locale, subject: Subject, counts: &[&LevelCount]) -> Option<String> {
    let worst = counts.iter().filter(|level| is_alarming(level.tone)).max_by_key(|level| level.tone);
    let most = || counts.iter().rev().max_by_key(|level| level.count);
    let level = worst.or_else(most)?;
    let all = counts.iter().map(|level| level.count).sum();
    Some(words::part(locale, subject.words().title, level.count, all, &[("level", (&level.word).into())]))
}

fn is_alarming(tone: Tone) -> bool {
    matches!(tone, Tone::Warning | Tone::Bad | Tone::Severe)
}

fn description(locale: &Locale, counts: &[&LevelCount]) -> String {
    let entries: Vec<String> = counts.iter().map(|level| key(locale, level).label).collect();
    entries.join(", ") + "."
}

fn table(locale: &Locale, levels: &Levels, counts: &[&LevelCount], caption: String) -> ChartTable {
    ChartTable {
        caption,
        header: words::heads(locale, &["chart-column-level", levels.subject.words().column]),
        rows: counts.iter().map(|level| vec![level.word.clone(), number(locale, level.count)]).collect(),
    }
}

fn number(locale: &Locale, count: usize) -> String {
    locale.number(&count.into())
}

/// The keys of the words that depend on what is counted.
struct Words {
    what: &'static str,
    title: &'static str,
    column: &'static str,
}

impl Subject {
    fn words(self) -> Words {
        match self {
            Self::Measures => Words {
                what: "chart-levels-measures",
                title: "chart-levels-title-measures",
                column: "chart-levels-column-measures",
            },
            Self::Plans => Words {
                what: "chart-levels-plans",
                title: "chart-levels-title-plans",
                column: "chart-levels-column-plans",
            },
        }
    }
}
