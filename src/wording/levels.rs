//! Levels in words: how many measures stand where.

use crate::{
    model::{LevelCounts, LevelRef, Site, Stand},
    table::ValueFormat,
};

/// Says in a sentence how some measures stand, the worst first: "3 af 26 tiltag er kritiske, 5 kræver opmærksomhed og 18
/// følger planen", without its full stop. Nothing where there are none.
///
/// Levels of several scales that are worded alike are counted together: a reader cannot tell them apart.
#[must_use]
pub fn state_in_words(context: &ValueFormat<'_>, site: &Site, counts: &LevelCounts) -> String {
    let mut stands: Vec<(Predicate<'_>, usize)> = Vec::new();
    for (stand, count) in counts.worst_first(site) {
        let predicate = Predicate::of(context, site, stand);
        match stands.iter_mut().find(|(known, _)| *known == predicate) {
            Some((_, sum)) => *sum = sum.saturating_add(count),
            None => stands.push((predicate, count)),
        }
    }
    let all = counts.all();
    let is_alone = stands.len() == 1;
    let phrase = |(at, (predicate, count)): (usize, &(Predicate<'_>, usize))| {
        let state = predicate.said_of(context, *count);
        let key = match at {
            0 if is_alone => "state-all",
            0 => "state-first",
            _ => "state-next",
        };
        context.say(key, &[("count", (*count).into()), ("all", all.into()), ("state", (&state).into())])
    };
    context.list(&stands.iter().enumerate().map(phrase).collect::<Vec<_>>())
}

/// What is said of measures that stand together.
#[derive(PartialEq)]
enum Predicate<'s> {
    /// The author's words for one, where there are any, and for several; else the word of the level.
    Own { one: Option<&'s str>, many: Option<&'s str>, word: &'s str },
    /// The word of a level, which sentences have in quotation marks.
    Word(&'s str),
    /// Ours, by its key: of places in life, and of those without any.
    Ours(&'static str),
}

impl<'s> Predicate<'s> {
    fn of(context: &ValueFormat<'_>, site: &'s Site, stand: Stand) -> Self {
        match stand {
            Stand::Level(level) => Self::of_level(context, site, level),
            Stand::Lifecycle(lifecycle) => Self::Ours(lifecycle.word()),
            Stand::Untold => Self::Ours("untold"),
        }
    }

    /// Half a sentence in the site's language would not go on in that of a plan, where the word in quotation marks does.
    fn of_level(context: &ValueFormat<'_>, site: &'s Site, level: LevelRef) -> Self {
        let Some(level) = site.level(level) else { return Self::Ours("untold") };
        if context.foreign(site.language).is_some() {
            return Self::Word(&level.word);
        }
        Self::Own { one: level.one.as_deref(), many: level.many.as_deref(), word: &level.word }
    }

    fn said_of(&self, context: &ValueFormat<'_>, count: usize) -> String {
        match self {
            Self::Own { one: Some(one), .. } if count == 1 => (*one).to_owned(),
            Self::Own { many: Some(many), .. } if count != 1 => (*many).to_owned(),
            Self::Own { word, .. } | Self::Word(word) => {
                context.say("state-word", &[("count", count.into()), ("word", (*word).into())])
            }
            Self::Ours(stand) => context.say("state-life", &[("count", count.into()), ("stand", (*stand).into())]),
        }
    }
}

/// The levels of a plan in a sentence: how many measures stand where.
pub(super) fn levels_in_words(context: &ValueFormat<'_>, site: &Site, counts: &LevelCounts) -> String {
    let count = |count: usize| context.locale.number(&count.into());
    let word = |level| site.level(level).map_or("", |level| &level.word);
    let levels = counts.levels.iter().map(|(level, number)| format!("{} {}", count(*number), word(*level)));
    let life = |lifecycle| context.lifecycle(lifecycle).word;
    let lifecycles = counts.lifecycles.iter().map(|(at, number)| format!("{} {}", count(*number), life(*at)));
    let mut phrases: Vec<String> = levels.chain(lifecycles).collect();
    if counts.without > 0 {
        phrases.push(context.say("levels-without", &[("count", counts.without.into())]));
    }
    context.list(&phrases)
}
