//! What is the same although it is written otherwise.
//!
//! Decided here, once:
//! - amounts are equal that come to the same, whichever unit they are written in; other decimals (`3,50` for `3,5`)
//!   or another unit only look different, another footnote mark is a matter of words;
//! - a unit that stands beside an amount is the same as one declared for it;
//! - a level is the same by its word and by its id, and keeps being so under a new word: that is a change of the scale
//!   and of nothing that stands at the level;
//! - what says only what holds without it (`investment = false`, `visibility = "public"`) says nothing;
//! - texts are equal whose HTML differs in blanks alone.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::{
    items::LentKey,
    names::{LevelName, NameIndex},
    renames::Renames,
};
use crate::{
    schema::{Choice, FieldSpec, FieldType, Significance, Value, records},
    value::{Amount, LinkTarget, Prose, ProsePart, RelPath, Unit, WrittenAmount},
};

/// A field of a record in two versions of a site, and all that is needed to tell what it means in each.
#[derive(Clone, Copy)]
pub(crate) struct FieldComparison<'s> {
    pub before: &'s NameIndex,
    pub after: &'s NameIndex,
    pub renames: &'s Renames<'s>,
    /// The record as either version knows it.
    pub old: &'s LentKey<'s>,
    pub new: &'s LentKey<'s>,
}

/// Returns a value, unless it says only what holds without it.
pub(crate) fn said<'v>(spec: &FieldSpec, value: Option<&'v Value>) -> Option<&'v Value> {
    let otherwise = if spec.name == records::VISIBILITY.spec.name { records::VISIBILITIES.first() } else { None };
    value.filter(|value| match value {
        Value::Bool(flag) => *flag,
        Value::Choice(Choice(word)) => Some(word) != otherwise,
        Value::List(values) => !values.is_empty(),
        _ => true,
    })
}

impl FieldComparison<'_> {
    /// Tells how much the difference of two values of a field matters; `None` where they mean the same.
    pub fn differ(&self, path: &str, ty: FieldType, before: &Value, after: &Value) -> Option<Significance> {
        match (ty, before, after) {
            (_, Value::Amount(before), Value::Amount(after)) => {
                let (old, new) = (self.before.unit_at(self.old, path), self.after.unit_at(self.new, path));
                amounts((before, old), (after, new))
            }
            (FieldType::Level, Value::Text(before), Value::Text(after)) => {
                (!self.is_same_level(before, after)).then_some(Significance::Material)
            }
            (FieldType::Ref(to), Value::Id(before), Value::Id(after)) => {
                let plan = self.new.plan;
                let before = self.renames.reference(to, plan, before.as_str());
                (before != after.as_str()).then_some(Significance::Material)
            }
            (FieldType::List(of) | FieldType::OneOrMany(of), Value::List(before), Value::List(after)) => {
                self.lists(path, *of, before, after)
            }
            (_, Value::Period(before), Value::Period(after)) => {
                (before.as_written() != after.as_written()).then_some(Significance::Material)
            }
            (_, Value::Year(before), Value::Year(after)) => {
                (before.as_written() != after.as_written()).then_some(Significance::Material)
            }
            _ => (before != after).then_some(Significance::Material),
        }
    }

    fn lists(&self, path: &str, of: FieldType, before: &[Value], after: &[Value]) -> Option<Significance> {
        if before.len() != after.len() {
            return Some(Significance::Material);
        }
        let pairs = before.iter().zip(after);
        pairs.filter_map(|(before, after)| self.differ(path, of, before, after)).max()
    }

    fn is_same_level(&self, before: &str, after: &str) -> bool {
        match (self.before.level_at(self.old, before), self.after.level_at(self.new, after)) {
            (Some(before), Some(after)) => is_same_level(before, after),
            _ => before.to_lowercase() == after.to_lowercase(),
        }
    }

    /// Tells whether two texts say the same, and lead to the same places.
    pub fn is_same_text(&self, before: &Prose, after: &Prose) -> bool {
        before.parts.len() == after.parts.len()
            && before.parts.iter().zip(&after.parts).all(|pair| match pair {
                (ProsePart::Html(before), ProsePart::Html(after)) => is_same_html(before, after),
                (ProsePart::Link(before), ProsePart::Link(after)) => self.is_same_target(&before.target, &after.target),
                (ProsePart::Picture(before), ProsePart::Picture(after)) => {
                    (&before.alt, &before.caption) == (&after.alt, &after.caption)
                        && self.is_same_place(&before.file, &after.file)
                }
                _ => false,
            })
    }

    fn is_same_target(&self, before: &LinkTarget, after: &LinkTarget) -> bool {
        match (before, after) {
            (LinkTarget::Inside(before, mark), LinkTarget::Inside(after, other)) => {
                mark == other && self.is_same_place(before, after)
            }
            _ => before == after,
        }
    }

    /// Tells whether two files are one: the folder of a plan may have a new name.
    fn is_same_place(&self, before: &RelPath, after: &RelPath) -> bool {
        before == after || {
            let below = |path: &'_ RelPath, plan: &str| {
                path.as_str().strip_prefix("content/plans/")?.strip_prefix(plan)?.strip_prefix('/').map(str::to_owned)
            };
            let rest = below(before, self.old.plan);
            rest.is_some() && rest == below(after, self.new.plan)
        }
    }
}

/// Tells whether two levels, each of its own version of a site, are the same: by scale and id, whatever they are called.
/// Where ids are others, readers take those for the same whose word and tone are equal.
pub(crate) fn is_same_level(before: LevelName<'_>, after: LevelName<'_>) -> bool {
    (before.scale, before.id) == (after.scale, after.id) || (before.word, before.tone) == (after.word, after.tone)
}

/// Tells how much the difference of two amounts matters, each with what it counts in where it does not say so.
pub(crate) fn amounts(before: (&WrittenAmount, &Unit), after: (&WrittenAmount, &Unit)) -> Option<Significance> {
    let ((before, old), (after, new)) = (before, after);
    let (old, new) = (before.unit.as_ref().unwrap_or(old), after.unit.as_ref().unwrap_or(new));
    if before.approx != after.approx || !is_same_amount((before, old), (after, new)) {
        Some(Significance::Material)
    } else if before.mark != after.mark {
        Some(Significance::Editorial)
    } else {
        let looks = |written: &WrittenAmount| written.number.map(|number| number.scale());
        let differs = looks(before) != looks(after) || (before.number.is_some() && old != new);
        differs.then_some(Significance::Cosmetic)
    }
}

fn is_same_amount((before, old): (&WrittenAmount, &Unit), (after, new): (&WrittenAmount, &Unit)) -> bool {
    match (before.number, after.number) {
        (Some(before), Some(after)) if old == new => before == after,
        (Some(before), Some(after)) => Amount::new(before, old.clone()).number_in(new) == Some(after),
        (before, after) => before == after,
    }
}

/// Returns what stands for a stretch of HTML where only its sameness counts: equal for what [`is_same_html`] calls the
/// same, and nothing can be read from it.
pub(crate) fn digest(html: &str) -> String {
    let mut hasher = DefaultHasher::new();
    if html.contains("<pre") {
        html.hash(&mut hasher);
    } else {
        (html.starts_with(char::is_whitespace), html.ends_with(char::is_whitespace)).hash(&mut hasher);
        // All at once: to begin to hash takes longer than a word.
        let mut words = String::with_capacity(html.len().saturating_add(1));
        for word in html.split_whitespace() {
            words.push_str(word);
            words.push(' ');
        }
        words.hash(&mut hasher);
    }
    format!("{:x}", hasher.finish())
}

/// Tells whether two stretches of HTML differ in nothing but blanks between words. Where blanks count, they must be
/// equal.
fn is_same_html(before: &str, after: &str) -> bool {
    let edges = |html: &str| (html.starts_with(char::is_whitespace), html.ends_with(char::is_whitespace));
    before == after
        || (!before.contains("<pre")
            && edges(before) == edges(after)
            && before.split_whitespace().eq(after.split_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_for_a_text_is_the_same_where_the_text_is() {
        let texts = [
            "<p>a b</p>",
            "<p>a\nb</p>",
            "<p>a  b</p>",
            "<p>a\u{a0}b</p>",
            "<p>a\u{b}b</p>",
            "<p>\u{e5} b</p>",
            "<p>\u{e5}\u{2003}b</p>",
            "<p>\u{e5}b</p>",
            "<p>ab</p>",
            " <p>a b</p>",
            "<p>a b</p> ",
            "<pre>a b</pre>",
            "<pre>a  b</pre>",
            "",
            " ",
        ];
        for one in texts {
            for other in texts {
                assert_eq!(digest(one) == digest(other), is_same_html(one, other), "{one:?}, {other:?}");
            }
        }
    }
}
