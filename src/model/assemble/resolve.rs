//! Resolving what records refer to, with a suggestion where it fails.

use crate::{
    content::{BETWEEN, Hidden, MISPLACED_KEY, NOT_AN_ID, Record, is_kept_back, listed, parts},
    diag::{Code, Diagnostic, FieldRef, Place, Span},
    model::{EffectYear, LevelRef, Site, StatedFigures},
    schema::{Field, Fields, Key, Value, records},
    value::{Figure, Id, ShownDecimals, Unit, WrittenAmount, Year},
};

/// A committee that is not in `content/committees.toml`.
pub const UNKNOWN_COMMITTEE: Code = Code::error("unknown-committee")
    .args(&["id", "form", "suggestion?"])
    .help("a committee that is not in `content/committees.toml`");
/// An owner who is not in `content/owners.toml`.
pub const UNKNOWN_OWNER: Code = Code::error("unknown-owner")
    .args(&["id", "form", "suggestion?"])
    .help("an owner who is not in `content/owners.toml`");
const UNKNOWN_LEVEL: Code = Code::error("unknown-level")
    .args(&["word", "scale", "choices", "hides?", "suggestion?"])
    .help("a word that is no level of the scale");
const EMPTY_LEVEL: Code =
    Code::error("empty-level").args(&["choices"]).help("a level between whose quotation marks nothing stands");
/// A scale that is not in `site.toml`.
pub const UNKNOWN_SCALE: Code =
    Code::error("unknown-scale").args(&["id", "suggestion?"]).help("a scale that is not in `site.toml`");
const MONTH_TWICE: Code =
    Code::error("month-twice").args(&["month"]).help("a month with two figures, one of them perhaps within a range");

const PUBLIC_TITLE_ALONE: Code = Code::error("public-title-alone")
    .help("a `public_title` of what neither `visibility` nor `embargo` hides: all of it would be shown");

/// The codes of this file.
pub(super) const CODES: &[&Code] = &[
    &UNKNOWN_COMMITTEE,
    &UNKNOWN_OWNER,
    &UNKNOWN_LEVEL,
    &EMPTY_LEVEL,
    &UNKNOWN_SCALE,
    &MONTH_TWICE,
    &PUBLIC_TITLE_ALONE,
];

/// Resolves references of one plan and reports those that lead nowhere.
pub struct Resolver<'r> {
    /// The registers.
    pub site: &'r Site,
    /// What was dropped and may be referred to all the same.
    pub hidden: &'r Hidden,
    /// With how many decimals what counts in the plan's unit is shown.
    pub decimals: Option<ShownDecimals>,
    /// What was found.
    pub found: &'r mut Vec<Diagnostic>,
}

/// Returns the candidate a mistyped id was most likely meant to be, or nothing.
pub fn nearest<'c>(word: &str, candidates: impl Iterator<Item = &'c str> + Clone) -> String {
    crate::content::nearest(word, candidates).unwrap_or_default().to_owned()
}

/// Returns the id that a word was most likely meant to be: that of the record whose name it is, or of the nearest.
pub fn nearest_named<'c>(word: &str, records: impl Iterator<Item = (&'c Id, &'c str)> + Clone) -> String {
    let lower = word.trim().to_lowercase();
    if let Some((id, _)) = records.clone().find(|(_, name)| name.to_lowercase() == lower) {
        return id.to_string();
    }
    let near = nearest(word, records.clone().map(|(id, _)| id.as_str()));
    if !near.is_empty() {
        return near;
    }
    let name = nearest(word, records.clone().map(|(_, name)| name));
    let mut of_name = records.filter(|(_, known)| !name.is_empty() && *known == name);
    of_name.next().map(|(id, _)| id.to_string()).unwrap_or_default()
}

/// What stands between several names in a sentence, in the languages of the program.
const AND: [&str; 4] = [" og ", " och ", " and ", " & "];

/// Tells what a register was asked for by: an `id`, or, where it can be none, a `name`.
pub fn form(word: &str) -> &'static str {
    if Id::new(word).is_some() { "id" } else { "name" }
}

/// Returns the ids that a text names, where it names several: each by its id or its name, some of them nearly so.
///
/// A name may hold a comma or an `and` of its own, so one of them must be known to the letter; all of them where words stand
/// between them.
fn several_named<'c>(text: &str, records: impl Iterator<Item = (&'c Id, &'c str)> + Clone) -> Option<Vec<String>> {
    let is_known = |part: &str| {
        let lower = part.to_lowercase();
        records.clone().any(|(id, name)| id.as_str() == part || name.to_lowercase() == lower)
    };
    if is_known(text.trim()) {
        return None;
    }
    let resolved = |part: &&str| match nearest_named(part, records.clone()) {
        id if id.is_empty() => Id::new(part).map(|id| id.to_string()),
        id => Some(id),
    };
    let by_commas = parts(text, &BETWEEN);
    let by_words = parts(text, &[&BETWEEN[..], &AND].concat());
    let found = match () {
        () if by_commas.len() > 1 && by_commas.iter().any(|part| is_known(part)) => by_commas,
        () if by_words.len() > 1 && by_words.iter().all(|part| is_known(part)) => by_words,
        () => return None,
    };
    found.iter().map(resolved).collect()
}

/// Returns the committees by their ids, with their names.
pub fn committee_names(site: &Site) -> impl Iterator<Item = (&Id, &str)> + Clone {
    site.committees.iter().map(|(id, committee)| (id, committee.name.as_str()))
}

/// Returns the owners by their ids, with their titles.
fn owner_names(site: &Site) -> impl Iterator<Item = (&Id, &str)> + Clone {
    site.owners.iter().map(|(id, owner)| (id, owner.title.as_str()))
}

/// Says the code of what is referred to by its name: a text with blanks is no id, and only here it is known whose name
/// it is.
pub fn explain_names(site: &Site, found: &mut [Diagnostic]) {
    for diagnostic in found.iter_mut().filter(|diagnostic| *diagnostic.code == NOT_AN_ID) {
        let arg = |name: &str| diagnostic.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.clone());
        let (Some(key), Some(text)) = (arg("key"), arg("text")) else { continue };
        let (code, suggestion, several) = match key.as_str() {
            "committee" => {
                let names = committee_names(site);
                (&UNKNOWN_COMMITTEE, nearest_named(&text, names.clone()), several_named(&text, names))
            }
            "owner" => {
                let names = owner_names(site);
                (&UNKNOWN_OWNER, nearest_named(&text, names.clone()), several_named(&text, names))
            }
            _ => continue,
        };
        let several = several.map(|ids| (listed(&ids), arg("several")));
        let explained = Diagnostic::new(code, diagnostic.place.clone());
        let explained = match several {
            None => explained.with("form", form(&text)).meant(&suggestion, true),
            Some((ids, Some(place))) if place == "items" => explained.with("form", "list").meant(&ids, false),
            Some((ids, Some(_))) => explained.with("form", "list").meant(&format!("[{ids}]"), false),
            Some((_, None)) => explained.with("form", "one"),
        };
        *diagnostic = explained.with("id", text);
    }
}

impl Resolver<'_> {
    /// Reports an error at a field of a record.
    pub fn report(&mut self, code: &'static Code, record: &str, field: &str) -> &mut Diagnostic {
        self.found.push(Diagnostic::new(code, Place::Subject(FieldRef::new(record, field))));
        self.found.last_mut().expect("one was just pushed")
    }

    /// Reports a public title of what is shown as a whole: nothing hides it, and its author thinks otherwise.
    pub fn report_lone_title(&mut self, record: &Record) {
        let fields = &record.fields;
        let is_marked = fields.get(&records::VISIBILITY).is_some() || fields.get(&records::EMBARGO).is_some();
        if fields.get(&records::PUBLIC_TITLE).is_some() && !is_marked && !record.closed {
            self.report(&PUBLIC_TITLE_ALONE, record.file.as_str(), records::PUBLIC_TITLE.spec.name);
        }
    }

    /// Reads a list of references and keeps those that a register knows.
    fn known(
        &mut self,
        values: Option<&Vec<Value>>,
        record: &str,
        field: &str,
        code: &'static Code,
        is_known: impl Fn(&Id) -> bool,
        meant: impl Fn(&str) -> String,
    ) -> Vec<Id> {
        let mut kept = Vec::new();
        for (at, value) in values.into_iter().flatten().enumerate() {
            let Value::Id(id) = value else { continue };
            if is_known(id) {
                // Named twice it is one all the same.
                if !kept.contains(id) {
                    kept.push(id.clone());
                }
                continue;
            }
            let place = Place::Subject(FieldRef::new(record, &format!("{field}.{at}")));
            let diagnostic = Diagnostic::new(code, place).with("id", id.to_string()).with("form", "id");
            self.found.push(diagnostic.meant(&meant(id.as_str()), true));
        }
        kept
    }

    /// Resolves committees.
    pub fn committees(&mut self, values: Option<&Vec<Value>>, record: &str) -> Vec<Id> {
        let site = self.site;
        let committees = &site.committees;
        self.known(
            values,
            record,
            "committee",
            &UNKNOWN_COMMITTEE,
            |id| committees.contains_key(id),
            |word| nearest_named(word, committee_names(site)),
        )
    }

    /// Resolves owners.
    pub fn owners(&mut self, values: Option<&Vec<Value>>, record: &str) -> Vec<Id> {
        let site = self.site;
        let owners = &site.owners;
        self.known(
            values,
            record,
            "owner",
            &UNKNOWN_OWNER,
            |id| owners.contains_key(id),
            |word| nearest_named(word, owner_names(site)),
        )
    }

    /// Resolves one committee.
    pub fn committee(&mut self, id: Option<&Id>, record: &str, field: &str) -> Option<Id> {
        let id = id?;
        if self.site.committees.contains_key(id) {
            return Some(id.clone());
        }
        let suggestion = nearest_named(id.as_str(), committee_names(self.site));
        let place = Place::Subject(FieldRef::new(record, field));
        let diagnostic = Diagnostic::new(&UNKNOWN_COMMITTEE, place).with("id", id.to_string()).with("form", "id");
        self.found.push(diagnostic.meant(&suggestion, true));
        None
    }

    /// Resolves a scale; answers the one that holds otherwise where none is named.
    pub fn scale(&mut self, id: Option<&Id>, otherwise: usize, record: &str, field: &str) -> usize {
        let Some(id) = id else { return otherwise };
        let at = self.site.scales.iter().position(|scale| scale.id == *id);
        if at.is_none() {
            let suggestion = nearest(id.as_str(), self.site.scales.iter().map(|scale| scale.id.as_str()));
            let place = Place::Subject(FieldRef::new(record, field));
            let diagnostic = Diagnostic::new(&UNKNOWN_SCALE, place).with("id", id.to_string());
            self.found.push(diagnostic.meant(&suggestion, true));
        }
        at.unwrap_or(otherwise)
    }

    /// Resolves a level of a scale, by its word or its id.
    pub fn level(&mut self, word: Option<&String>, scale: usize, record: &str, field: &str) -> Option<LevelRef> {
        let place = || Place::Subject(FieldRef::new(record, field));
        self.level_at(word?, scale, place, true)
    }

    /// Resolves a level that stands in a cell of a CSV file.
    pub fn level_in_cell(&mut self, word: &str, scale: usize, span: Span) -> Option<LevelRef> {
        self.level_at(word, scale, || Place::Span(span), false)
    }

    /// Resolves a level that is the key of a field, by its id. Nothing is quoted as a cure: it would take the place of the
    /// value.
    pub fn level_of_key(&mut self, id: &Id, scale: usize, record: &str, field: &str) -> Option<LevelRef> {
        let known = self.site.scales.get(scale)?;
        let level = known.levels.iter().position(|level| level.id == *id);
        if level.is_none() && [&records::PLAN, &records::UPDATE].iter().any(|head| head.field(id.as_str()).is_some()) {
            let table = field.split('.').next().unwrap_or(field).to_owned();
            self.report(&MISPLACED_KEY, record, field).add("key", id.to_string()).add("table", table);
        } else if level.is_none() {
            let ids = known.levels.iter().map(|level| level.id.as_str()).collect::<Vec<_>>().join(", ");
            let scale = known.id.to_string();
            let diagnostic = self.report(&UNKNOWN_LEVEL, record, field).add("word", id.to_string());
            diagnostic.add("scale", scale).add("choices", ids).add("hides", "no".to_owned());
        }
        level.map(|level| LevelRef { scale, level })
    }

    fn level_at(&mut self, word: &str, scale: usize, place: impl FnOnce() -> Place, quotes: bool) -> Option<LevelRef> {
        let known = self.site.scales.get(scale)?;
        let lower = word.to_lowercase();
        let level = known
            .levels
            .iter()
            .position(|level| level.word.to_lowercase() == lower || level.id.as_str().to_lowercase() == lower);
        if let Some(level) = level {
            return Some(LevelRef { scale, level });
        }
        let words: Vec<&str> = known.levels.iter().map(|level| level.word.as_str()).collect();
        if lower.trim().is_empty() {
            self.found.push(Diagnostic::new(&EMPTY_LEVEL, place()).with("choices", words.join(", ")));
            return None;
        }
        // Whoever writes such a word wants something kept back: no level is what was meant.
        let hides = is_kept_back(word);
        let suggestion = if hides { String::new() } else { nearest(word, words.iter().copied()) };
        let (choices, scale) = (words.join(", "), known.id.to_string());
        let diagnostic = Diagnostic::new(&UNKNOWN_LEVEL, place()).with("word", word).with("scale", scale);
        let diagnostic = diagnostic.with("choices", choices).with("hides", if hides { "yes" } else { "no" });
        self.found.push(diagnostic.meant(&suggestion, quotes));
        None
    }
}

impl Resolver<'_> {
    /// Gives an amount its unit, and the decimals it is shown with where it counts in the unit of the plan.
    pub fn amount(&self, written: &WrittenAmount, unit: &Unit) -> Figure {
        let mut figure = written.resolve(unit);
        if let Some(decimals) = &self.decimals {
            decimals.show(&mut figure);
        }
        figure
    }

    /// Returns an amount of a record with its unit.
    pub fn figure(&self, fields: &Fields, field: &Field<WrittenAmount>, unit: &Unit) -> Option<Figure> {
        fields.get(field).map(|written| self.amount(written, unit))
    }

    fn figures(&self, fields: &Fields, field: &Field<Vec<Value>>, unit: &Unit) -> Vec<Figure> {
        let values = fields.get(field).into_iter().flatten();
        values
            .filter_map(
                |value| if let Value::Amount(written) = value { Some(self.amount(written, unit)) } else { None },
            )
            .collect()
    }
}

/// Returns what a document states its figures add up to.
pub fn stated(fields: &Fields, unit: &Unit, record: &str, resolver: &mut Resolver<'_>) -> StatedFigures {
    let Some(stated) = fields.get(&records::STATED) else { return StatedFigures::default() };
    let empty = Fields::default();
    let gross = stated.get(&records::GROSS).unwrap_or(&empty);
    StatedFigures {
        required: resolver.figures(stated, &records::STATED_REQUIRED, unit),
        achieved: resolver.figures(stated, &records::STATED_ACHIEVED, unit),
        forecast: resolver.figures(stated, &records::STATED_FORECAST, unit),
        gross_required: resolver.figures(gross, &records::STATED_REQUIRED, unit),
        gross_achieved: resolver.figures(gross, &records::STATED_ACHIEVED, unit),
        gross_forecast: resolver.figures(gross, &records::STATED_FORECAST, unit),
        effect: effect(stated.get(&records::STATED_EFFECT), unit, record, "stated.effect", resolver),
    }
}

/// Returns the place of a month, 0 to 11, among the months of a year.
fn place_in(year: Year, month: u8) -> usize {
    let months = usize::from(month).saturating_add(13);
    months.saturating_sub(usize::from(year.begins().unsigned_abs())) % 12
}

/// Returns the effect by year.
pub fn effect(
    fields: Option<&Fields>,
    unit: &Unit,
    record: &str,
    path: &str,
    resolver: &mut Resolver<'_>,
) -> Vec<EffectYear> {
    let Some(fields) = fields else { return Vec::new() };
    let unit = fields.get(&records::UNIT).unwrap_or(unit);
    let mut years = Vec::new();
    for (key, text, value) in fields.entries() {
        let (Key::Year(year), Value::Record(months)) = (key, value) else { continue };
        let mut effect = EffectYear {
            year: *year,
            months: Default::default(),
            total: resolver.figure(months, &records::TOTAL, unit),
        };
        for (key, month, value) in months.entries() {
            let (Key::Months(first, last), Value::Amount(written)) = (key, value) else { continue };
            for at in place_in(*year, *first)..=place_in(*year, *last) {
                let Some(slot) = effect.months.get_mut(at) else { continue };
                if slot.is_some() {
                    let field = format!("{path}.{text}.{month}");
                    resolver.report(&MONTH_TWICE, record, &field).add("month", month.to_owned());
                    break;
                }
                *slot = Some(resolver.amount(written, unit));
            }
        }
        years.push(effect);
    }
    years.sort_by_key(|effect| effect.year);
    years
}
