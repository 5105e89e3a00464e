//! What all plans share: the site, its committees, owners, scales and editions.

use std::collections::BTreeMap;

use crate::{
    locale::Language,
    schema::records,
    value::{Date, Id, Period, Unit},
};

/// How good or bad a level is. Decides its colour and its shape.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Done and proved: better than being on its way. Blue, as the B of BRAG.
    Complete,
    /// All is well.
    Good,
    /// Nearly.
    Fair,
    /// Needs attention.
    Warning,
    /// Bad.
    Bad,
    /// Worse than bad.
    Severe,
    /// Outside the order: cannot be assessed. Never wins a roll-up.
    None,
}

impl Tone {
    /// Every tone with the word it has in content files, from complete to severe, then none.
    pub const ALL: [(&'static str, Self); 7] = [
        ("complete", Self::Complete),
        ("good", Self::Good),
        ("fair", Self::Fair),
        ("warning", Self::Warning),
        ("bad", Self::Bad),
        ("severe", Self::Severe),
        ("none", Self::None),
    ];

    /// Reads the word it has in content files.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == word).map(|(_, tone)| *tone)
    }

    /// Returns the word it has in content files, templates and class names.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, tone)| *tone == self).map_or("", |(word, _)| word)
    }

    /// Tells whether all is well, or nearly.
    #[must_use]
    pub fn is_good(self) -> bool {
        matches!(self, Self::Complete | Self::Good | Self::Fair)
    }

    /// Tells whether it belongs among what needs attention.
    #[must_use]
    pub fn is_alarming(self) -> bool {
        matches!(self, Self::Warning | Self::Bad | Self::Severe)
    }
}

/// A level of a scale.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Level {
    /// Its key.
    pub id: Id,
    /// The municipality's own word for it.
    pub word: String,
    /// What one measure at it does or is, as a sentence goes on: `er kritisk`.
    pub one: Option<String>,
    /// What several measures at it do or are: `er kritiske`.
    pub many: Option<String>,
    /// How good or bad it is.
    pub tone: Tone,
    /// What it means, printed wherever the scale is used.
    pub meaning: String,
}

/// A status scale: levels from best to worst.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Scale {
    /// Its key in `site.toml`.
    pub id: Id,
    /// Its name, where it has one.
    pub title: Option<String>,
    /// Its levels, from best to worst.
    pub levels: Vec<Level>,
}

/// A level of a scale of the site. Made only where both exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct LevelRef {
    /// An index into [`Site::scales`].
    pub scale: usize,
    /// An index into [`Scale::levels`].
    pub level: usize,
}

/// A committee.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Committee {
    /// Its code: `USB`.
    pub id: Id,
    /// What it was called before.
    pub formerly: Vec<Id>,
    /// Its name.
    pub name: String,
    /// A remark of one line.
    pub note: Option<String>,
}

/// A role that owns plans and measures. No private person need stand here.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Owner {
    /// Its key.
    pub id: Id,
    /// What it was called before.
    pub formerly: Vec<Id>,
    /// The role's title.
    pub title: String,
    /// Where it works.
    pub department: Option<String>,
    /// Where to write or call.
    pub contact: Option<String>,
    /// A remark of one line.
    pub note: Option<String>,
}

/// A meeting that a report or an edition goes to.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Meeting {
    /// Which committee meets.
    pub committee: Id,
    /// When; `None` while there is no day.
    pub date: Option<Period>,
}

/// A named, dated cut of the site.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Edition {
    /// Its key.
    pub id: Id,
    /// Its name.
    pub title: String,
    /// The date it speaks of.
    pub as_of: Date,
    /// Whose it is; `None` is everybody's.
    pub committee: Option<Id>,
    /// The meeting it is put before.
    pub meeting: Option<Meeting>,
    /// The tag or commit it is cut from.
    pub revision: Option<String>,
}

/// What others may do with a site's figures.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Licence {
    /// Its name.
    pub title: String,
    /// Where it can be read.
    pub url: Option<String>,
}

/// The accessibility statement that the site links to.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Accessibility {
    /// Its address.
    pub url: String,
    /// When it was last reviewed.
    pub reviewed: Option<Date>,
}

/// What the whole site shares: `site.toml` and the registers.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Site {
    /// The site's name.
    pub title: String,
    /// Who publishes it.
    pub organisation: String,
    /// The language of its interface, numbers and dates.
    pub language: Language,
    /// The colour of its header, `#rrggbb`.
    pub colour: Option<String>,
    /// The picture in its header: a path below `content/`, as it is written.
    pub logo: Option<String>,
    /// What figures count in where nothing nearer says.
    pub unit: Unit,
    /// Its public address, with a `/` at the end.
    pub url: Option<String>,
    /// Where its figures come from, printed at the foot of pages.
    pub source: Option<String>,
    /// Whom readers turn to.
    pub contact: Option<String>,
    /// What others may do with its figures.
    pub licence: Option<Licence>,
    /// The accessibility statement.
    pub accessibility: Option<Accessibility>,
    /// Its status scales, the site's own (`status`) first.
    pub scales: Vec<Scale>,
    /// The scale of plans that name none: an index into `scales`.
    pub default_scale: usize,
    /// Its editions, as declared.
    pub editions: Vec<Edition>,
    /// Its committees by code.
    pub committees: BTreeMap<Id, Committee>,
    /// Its owners by key.
    pub owners: BTreeMap<Id, Owner>,
    /// What can be taken along, by the names that `downloads` has for it; `None` is all there is.
    pub downloads: Option<Vec<String>>,
    /// The checks that readers are told of too, beside the status they speak against.
    pub remarks: Vec<String>,
    /// The date everything is told as of.
    pub as_of: Date,
}

impl Site {
    /// Tells whether the site offers something to take along: `csv`, `calendar`.
    #[must_use]
    pub fn offers(&self, what: &str) -> bool {
        match &self.downloads {
            Some(wanted) => wanted.iter().any(|id| id == what),
            None => records::DOWNLOADS_UNLESS_WRITTEN.contains(&what),
        }
    }

    /// Tells whether readers are told of what a check finds: `stale-text`.
    #[must_use]
    pub fn tells_readers(&self, check: &str) -> bool {
        self.remarks.iter().any(|id| id == check)
    }

    /// Tells whether what stands at a level needs attention.
    #[must_use]
    pub fn is_alarming(&self, level: LevelRef) -> bool {
        self.level(level).is_some_and(|level| level.tone.is_alarming())
    }

    /// Returns a level.
    #[must_use]
    pub fn level(&self, at: LevelRef) -> Option<&Level> {
        self.scales.get(at.scale)?.levels.get(at.level)
    }

    /// Returns the site with the words and tones that another version of it has for the same levels: for a level of the
    /// same id on the scale of the same id. A level the other does not have keeps its own.
    ///
    /// What is counted by level at two times is counted under one word, so that a level with a new word is no move from
    /// one level to another.
    #[must_use]
    pub fn with_levels_of(&self, other: &Self) -> Self {
        let mut site = self.clone();
        for scale in &mut site.scales {
            let Some(known) = other.scales.iter().find(|known| known.id == scale.id) else { continue };
            for level in &mut scale.levels {
                if let Some(same) = known.levels.iter().find(|same| same.id == level.id) {
                    level.clone_from(same);
                }
            }
        }
        site
    }

    /// Returns the day a period's end is away from the as-of date: positive when it has passed.
    #[must_use]
    pub fn days_since(&self, period: Period) -> i32 {
        self.as_of.since(period.last()).map_or(0, |span| span.get_days())
    }
}
