//! What records are called and what their figures count in, so that a change can be said in words.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use super::{
    RecordKey, RecordKind,
    items::{self, LentKey, RecordItem},
};
use crate::{
    content::{self, Formula, Record},
    model::{LevelRef, Site},
    schema::{Choice, Fields, records},
    value::{FootnoteMark, Id, ItemNumber, Period, Unit},
};

/// What records are called and what their figures count in.
///
/// Made of one version of a site, or of any part of one: [`NameIndex::learn`] adds what further files say, and what was
/// said last holds. What is not known is answered as it would be if nothing were written.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct NameIndex(BTreeMap<Arc<str>, Arc<PlanNames>>);

/// The records of a plan (of none: those all plans share), by kind and report, then by id. What two versions have in
/// common they share.
type PlanNames = BTreeMap<(RecordKind, Option<Period>), Arc<BTreeMap<Arc<str>, NameEntry>>>;

/// What a record is called, and what its figures count in.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NameEntry {
    /// Its number in its document.
    pub number: Option<ItemNumber>,
    /// Its name: its title, the word of a level, the label of a row.
    pub title: Option<Arc<str>>,
    /// What its figures count in where they do not say so themselves.
    unit: Option<Unit>,
    /// The same for the figures of one of its tables.
    units: [Option<Unit>; TABLES.len()],
    /// The scale of its levels.
    scale: Option<Id>,
    /// The scale of its own level, where that is another: of a plan as a whole.
    own_scale: Option<Id>,
    /// Its parts: the levels of a scale, the columns of a table, the rows of figures.
    parts: BTreeMap<Arc<str>, RecordPart>,
}

/// A part of a record: a level, a column, a row.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
struct RecordPart {
    named: NameEntry,
    /// Its place among the parts.
    place: usize,
    /// How good or bad it is, where it is a level.
    tone: Option<Choice>,
    /// It shows shares of a whole, where it is a column.
    is_share: bool,
    /// It shows differences, where it is a column: of per cent they count in points.
    is_difference: bool,
    /// It holds levels, where it is a column.
    has_levels: bool,
}

/// A level of a scale, as it was found by what a report calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelName<'n> {
    /// The scale.
    pub scale: &'n str,
    /// Its id on the scale.
    pub id: &'n str,
    /// The municipality's own word for it.
    pub word: &'n str,
    /// How good or bad it is, by the word of its tone.
    pub tone: &'n str,
    /// Its place on the scale, from the best.
    pub place: usize,
}

impl<'n> LevelName<'n> {
    /// Names a level of a site.
    #[must_use]
    pub fn of(site: &'n Site, level: LevelRef) -> Option<Self> {
        let (scale, found) = (site.scales.get(level.scale)?, site.level(level)?);
        Some(Self {
            scale: scale.id.as_str(),
            id: found.id.as_str(),
            word: &found.word,
            tone: found.tone.word(),
            place: level.level,
        })
    }
}

/// What decides what the cells of a column mean.
type PartMeaning<'n> = (&'n Option<Unit>, &'n Option<Id>, [bool; 3]);

impl NameEntry {
    /// Returns what decides what its figures, and those of other files, count in.
    fn counts_in(&self) -> (&Option<Unit>, &[Option<Unit>], [&Option<Id>; 2]) {
        (&self.unit, &self.units, [&self.scale, &self.own_scale])
    }
}

impl RecordPart {
    fn counts_in(&self) -> PartMeaning<'_> {
        let Self { named, is_share, is_difference, has_levels, .. } = self;
        (&named.unit, &named.scale, [*is_share, *is_difference, *has_levels])
    }
}

impl NameIndex {
    /// Reads what the records of some files are called.
    #[must_use]
    pub fn of(files: &[Record]) -> Self {
        let mut names = Self::default();
        names.learn(files);
        names
    }

    /// Takes over what another version knows of some plans, or of what all share. Nothing is copied.
    pub(crate) fn adopt(&mut self, other: &Self) {
        self.0.extend(other.0.iter().map(|(plan, shelf)| (Arc::clone(plan), Arc::clone(shelf))));
    }

    /// Returns what several know together, each of plans of its own. Nothing is copied.
    #[must_use]
    pub fn joined<'n>(all: impl Iterator<Item = &'n Self>) -> Self {
        Self(all.flat_map(|names| names.0.iter().map(|(plan, shelf)| (plan.clone(), Arc::clone(shelf)))).collect())
    }

    /// Takes over what another version knows of one plan, or of what all share.
    pub(crate) fn adopt_plan(&mut self, other: &Self, plan: &str) {
        if let Some((plan, shelf)) = other.0.get_key_value(plan) {
            self.0.insert(Arc::clone(plan), Arc::clone(shelf));
        }
    }

    /// Adds what further files say; it holds over what was said before. Tells whether figures or levels of other files
    /// may count in something else by it.
    pub fn learn<'r>(&mut self, files: impl IntoIterator<Item = &'r Record>) -> bool {
        let (mut found, mut counts_otherwise) = (Vec::new(), false);
        for file in files {
            found.clear();
            items::add(file, &mut found);
            // A record stands before its parts. Places count within a file, whatever else is learnt beside it.
            for (place, item) in found.iter().enumerate() {
                counts_otherwise |= self.learn_item(item, place);
            }
        }
        counts_otherwise
    }

    fn learn_item(&mut self, item: &RecordItem<'_>, place: usize) -> bool {
        let name = &item.name;
        let named = named(item);
        if !name.within.is_empty() {
            let fields = item.fields;
            let whole = match name.kind {
                RecordKind::Level => RecordKind::Scale,
                RecordKind::Column => RecordKind::Table,
                _ => return false,
            };
            let tone = fields.get(&records::TONE).copied();
            let is_share = fields.get(&records::SHARE_OF).is_some();
            let is_difference = fields.get(&records::FORMULA).is_some_and(|formula| Formula::subtracts(formula));
            let is_column_of_levels = fields.get(&records::IS_LEVEL).copied().unwrap_or(false);
            let has_levels = is_column_of_levels || named.scale.is_some();
            let part = RecordPart { named, place, tone, is_share, is_difference, has_levels };
            let known = self.find(name.plan, whole, None, name.within).and_then(|whole| whole.parts.get(&*name.id));
            if known == Some(&part) {
                return false;
            }
            let counts_otherwise = known.map_or((&None, &None, [false; 3]), RecordPart::counts_in) != part.counts_in();
            let whole = self.shelf(name.plan, whole, None).entry(name.within.into()).or_default();
            whole.parts.insert(name.id.as_ref().into(), part);
            return counts_otherwise;
        }
        let nothing = NameEntry::default();
        let known = self.find(name.plan, name.kind, name.report, &name.id).unwrap_or(&nothing);
        if *known == named {
            return false;
        }
        let counts_otherwise = known.counts_in() != named.counts_in();
        let shelf = self.shelf(name.plan, name.kind, name.report);
        if named == nothing {
            // What it was called in a version before holds no longer.
            shelf.remove(name.id.as_ref());
        } else {
            shelf.insert(name.id.as_ref().into(), named);
        }
        counts_otherwise
    }

    fn shelf(&mut self, plan: &str, kind: RecordKind, report: Option<Period>) -> &mut BTreeMap<Arc<str>, NameEntry> {
        if !self.0.contains_key(plan) {
            self.0.insert(plan.into(), Arc::default());
        }
        let shelf = Arc::make_mut(self.0.get_mut(plan).expect("it was just put there"));
        Arc::make_mut(shelf.entry((kind, report)).or_default())
    }

    fn find(&self, plan: &str, kind: RecordKind, report: Option<Period>, id: &str) -> Option<&NameEntry> {
        self.0.get(plan)?.get(&(kind, report))?.get(id)
    }

    /// Returns what a record is called: what a status is about, what a reading was read of.
    #[must_use]
    pub fn name(&self, subject: &RecordKey) -> Option<&NameEntry> {
        let plan = subject.plan.as_ref().map_or("", Id::as_str);
        let within = subject.within.as_deref().unwrap_or_default();
        match subject.kind {
            RecordKind::Status => self.find(plan, RecordKind::Measure, None, &subject.id),
            RecordKind::Reading => self.find(plan, RecordKind::Indicator, None, within),
            RecordKind::MilestoneUpdate => self.find(plan, RecordKind::Milestone, None, &subject.id),
            RecordKind::Report => self.plan(plan),
            RecordKind::Level => self.part(plan, RecordKind::Scale, None, within, &subject.id),
            RecordKind::Column => self.part(plan, RecordKind::Table, None, within, &subject.id),
            RecordKind::Figures => self.find(plan, RecordKind::Table, None, &subject.id),
            RecordKind::Row => self.row(plan, subject.report, within, &subject.id),
            kind => self.find(plan, kind, None, &subject.id),
        }
    }

    /// Calls records what another version calls them, those alone of which what they are called here is withheld: an older
    /// title must not stand before the newer one is recorded. What the other version does not know has no title, and
    /// nothing is known of it where all of it is withheld.
    pub(crate) fn retitle(&mut self, today: &Self, withheld: &dyn Fn(&RecordKey) -> Option<WithheldName>) {
        for (plan, shelf) in &mut self.0 {
            for ((kind, report), names) in Arc::make_mut(shelf) {
                Arc::make_mut(names).retain(|id, named| {
                    let plan_id = Id::new(plan);
                    let own = RecordKey { plan: plan_id, kind: *kind, report: *report, within: None, id: id.clone() };
                    let known = today.find(plan, *kind, *report, id);
                    if let Some(kind) = kind_of_parts(*kind) {
                        named.parts.retain(|part_id, part| {
                            let key = RecordKey { kind, within: Some(id.clone()), id: part_id.clone(), ..own.clone() };
                            let known = known.and_then(|known| known.parts.get(part_id)).map(|part| &part.named);
                            retitle(&mut part.named, known, withheld(&key))
                        });
                    }
                    retitle(named, known, withheld(&own))
                });
            }
        }
    }

    /// Returns the titles of a plan's records: of each its kind, its id and its title.
    pub(crate) fn titled(&self, plan: &Id) -> impl Iterator<Item = (RecordKind, &str, &str)> {
        let shelves = self.0.get(plan.as_str()).into_iter().flat_map(|shelf| shelf.iter());
        shelves.filter(|((_, report), _)| report.is_none()).flat_map(|((kind, _), names)| {
            names.iter().filter_map(|(id, named)| Some((*kind, &**id, named.title.as_deref()?)))
        })
    }

    /// Calls a record something else.
    pub(crate) fn call(&mut self, subject: &RecordKey, number: Option<ItemNumber>, title: Option<Arc<str>>) {
        let shelf = self.shelf(subject.plan.as_ref().map_or("", Id::as_str), subject.kind, None);
        let named = shelf.entry(subject.id.clone()).or_default();
        (named.number, named.title) = (number, title);
    }

    /// Returns what a plan is called.
    #[must_use]
    pub fn plan(&self, plan: &str) -> Option<&NameEntry> {
        self.find(plan, RecordKind::Plan, None, plan)
    }

    /// Returns what a committee, an owner, a milestone, a measure is called, by its id.
    #[must_use]
    pub fn named(&self, plan: Option<&Id>, kind: RecordKind, id: &str) -> Option<&NameEntry> {
        self.find(plan.map_or("", Id::as_str), kind, None, id)
    }

    /// Returns what a row is called: by its own figures, else by the plan's.
    #[must_use]
    pub fn row(&self, plan: &str, report: Option<Period>, table: &str, row: &str) -> Option<&NameEntry> {
        let own = self.part(plan, RecordKind::Figures, report, table, row);
        own.or_else(|| self.part(plan, RecordKind::Figures, None, table, row))
    }

    /// Returns what a column is called.
    #[must_use]
    pub fn column(&self, plan: &str, table: &str, column: &str) -> Option<&NameEntry> {
        self.part(plan, RecordKind::Table, None, table, column)
    }

    fn part(
        &self,
        plan: &str,
        kind: RecordKind,
        report: Option<Period>,
        whole: &str,
        part: &str,
    ) -> Option<&NameEntry> {
        self.find(plan, kind, report, whole)?.parts.get(part).map(|part| &part.named)
    }

    /// Tells whether a column shows shares of a whole.
    pub(crate) fn is_share(&self, plan: &str, table: &str, column: &str) -> bool {
        let table = self.find(plan, RecordKind::Table, None, table);
        table.and_then(|table| table.parts.get(column)).is_some_and(|column| column.is_share)
    }

    /// Returns what an amount without a unit counts in at a field of a record: what is declared nearest to it, by
    /// its table, its record, its measure or indicator, its plan or the site.
    #[must_use]
    pub fn unit(&self, subject: &RecordKey, path: &str) -> &Unit {
        self.unit_at(&subject.name(), path)
    }

    /// Returns what a figure without a unit counts in, in a column of a table.
    #[must_use]
    pub fn unit_of_cell(&self, subject: &RecordKey, column: &str) -> &Unit {
        self.unit_in_column(&subject.name(), column)
    }

    pub(crate) fn unit_in_column(&self, name: &LentKey<'_>, column: &str) -> &Unit {
        let table = self.find(name.plan, RecordKind::Table, None, &name.id);
        let column = table.and_then(|table| table.parts.get(column));
        let own = column.and_then(|column| column.named.unit.as_ref());
        let own = own.or_else(|| table.and_then(|table| table.unit.as_ref()));
        match own.unwrap_or_else(|| self.plan_unit(name.plan)) {
            Unit::Percent if column.is_some_and(|column| column.is_difference) => &Unit::PercentPoint,
            unit => unit,
        }
    }

    pub(crate) fn unit_at(&self, name: &LentKey<'_>, path: &str) -> &Unit {
        // How many stand at a level counts measures, whatever the figures of the plan do.
        if COUNTS.iter().any(|table| is_below(path, table)) {
            return &COUNTED;
        }
        let own = match name.kind {
            RecordKind::Reading => None,
            kind => self.find(name.plan, kind, name.report, &name.id),
        };
        if let Some(own) = own {
            let mut tables = TABLES.iter().zip(&own.units);
            let table = tables.find_map(|(table, unit)| unit.as_ref().filter(|_| is_below(path, table)));
            if let Some(unit) = table.or(own.unit.as_ref()) {
                return unit;
            }
        }
        let owner = match name.kind {
            RecordKind::Status => self.find(name.plan, RecordKind::Measure, None, &name.id),
            RecordKind::Reading => self.find(name.plan, RecordKind::Indicator, None, name.within),
            _ => None,
        };
        // A series counts in what its indicator does.
        let of_series = || {
            let id = if name.kind == RecordKind::Reading { name.within } else { &*name.id };
            let (whole, _) = id.split_once('/').filter(|_| is_of_indicator(name.kind))?;
            self.find(name.plan, RecordKind::Indicator, None, whole)?.unit.as_ref()
        };
        let own = owner.and_then(|owner| owner.unit.as_ref());
        own.or_else(of_series).unwrap_or_else(|| self.plan_unit(name.plan))
    }

    /// Returns what the figures of a plan count in where nothing nearer says so.
    fn plan_unit(&self, plan: &str) -> &Unit {
        let plan = self.plan(plan).and_then(|plan| plan.unit.as_ref());
        let site = || self.find("", RecordKind::Site, None, "").and_then(|site| site.unit.as_ref());
        plan.or_else(site).unwrap_or(&Unit::KRONE)
    }

    /// Finds a level by what a record calls it: its word or its id, on the scale of its report, its plan or the site.
    #[must_use]
    pub fn level(&self, subject: &RecordKey, text: &str) -> Option<LevelName<'_>> {
        self.level_at(&subject.name(), text)
    }

    pub(crate) fn level_at(&self, name: &LentKey<'_>, text: &str) -> Option<LevelName<'_>> {
        let report = || self.find(name.plan, RecordKind::Report, name.report, "");
        // The plan as a whole may have a scale of its own.
        let own = |named: Option<&'_ NameEntry>| named.and_then(|named| named.own_scale.clone());
        let overall = || own(report()).or_else(|| own(self.plan(name.plan)));
        let own = if name.kind == RecordKind::Report { overall() } else { None };
        self.level_on(name, own, text)
    }

    /// Finds the level that a report counts measures at, by its id.
    #[must_use]
    pub fn counted_level(&self, subject: &RecordKey, id: &str) -> Option<LevelName<'_>> {
        self.level_on(&subject.name(), None, id)
    }

    /// Finds the level that a cell holds, without its footnote mark, where its column holds levels.
    #[must_use]
    pub fn level_of_cell(&self, subject: &RecordKey, column: &str, text: &str) -> Option<LevelName<'_>> {
        self.level_in_column(&subject.name(), column, text)
    }

    pub(crate) fn level_in_column(&self, name: &LentKey<'_>, column: &str, text: &str) -> Option<LevelName<'_>> {
        let table = self.find(name.plan, RecordKind::Table, None, &name.id)?;
        let column = table.parts.get(column).filter(|column| column.has_levels)?;
        let (word, _) = FootnoteMark::split(text);
        self.level_on(name, column.named.scale.clone(), word)
    }

    /// Finds a level on a scale, or where none is named on that of the report, the plan or the site.
    fn level_on(&self, name: &LentKey<'_>, scale: Option<Id>, text: &str) -> Option<LevelName<'_>> {
        let of = |named: Option<&NameEntry>| named.and_then(|named| named.scale.clone());
        let report = || of(self.find(name.plan, RecordKind::Report, name.report, ""));
        let wanted = scale.or_else(report).or_else(|| of(self.plan(name.plan)));
        let wanted = wanted.or_else(|| of(self.find("", RecordKind::Site, None, "")));
        let wanted = wanted.as_ref().map_or(STATUS_SCALE, Id::as_str);
        let (scale, named) = self.0.get("")?.get(&(RecordKind::Scale, None))?.get_key_value(wanted)?;
        let lower = text.to_lowercase();
        let mut levels = named.parts.iter().filter(|(id, level)| {
            let word = level.named.title.as_deref().unwrap_or_default();
            id.to_lowercase() == lower || word.to_lowercase() == lower
        });
        let (id, level) = levels.next()?;
        Some(LevelName {
            scale,
            id,
            word: level.named.title.as_deref().unwrap_or(id),
            tone: level.tone.map_or("", |tone| tone.0),
            place: level.place,
        })
    }
}

/// What of a record's name is withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WithheldName {
    /// What it was called.
    Title,
    /// That there was such a record.
    Whole,
}

/// Calls a record what it is called today. Tells whether anything may be known of it.
fn retitle(named: &mut NameEntry, known: Option<&NameEntry>, withheld: Option<WithheldName>) -> bool {
    if withheld.is_some() {
        named.title = known.and_then(|known| known.title.clone());
    }
    known.is_some() || withheld != Some(WithheldName::Whole)
}

/// Returns what the parts of a record are, where it has any.
fn kind_of_parts(kind: RecordKind) -> Option<RecordKind> {
    match kind {
        RecordKind::Scale => Some(RecordKind::Level),
        RecordKind::Table => Some(RecordKind::Column),
        RecordKind::Figures => Some(RecordKind::Row),
        _ => None,
    }
}

fn is_of_indicator(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Indicator | RecordKind::Reading)
}

/// The scale that holds where none is named.
const STATUS_SCALE: &str = "status";

/// The tables of a record that may declare what their figures count in, by their paths.
const TABLES: [&str; 3] = ["effect", "funding", "stated.effect"];

/// The tables of a report that say how many stand at each level.
const COUNTS: [&str; 2] = ["counts", "areas"];

/// What such numbers count in.
static COUNTED: LazyLock<Unit> = LazyLock::new(|| Unit::Word("".into()));

/// Tells whether a dotted path leads into a table.
fn is_below(path: &str, table: &str) -> bool {
    path.strip_prefix(table).is_some_and(|rest| rest.starts_with('.'))
}

/// Reads what an item is called and counts in.
fn named(item: &RecordItem<'_>) -> NameEntry {
    let fields = item.fields;
    // A plan that has a short name is told of by it.
    let short = fields.get(&records::SHORT).filter(|_| item.name.kind == RecordKind::Plan);
    let title = short.or_else(|| {
        [&records::OPTIONAL_TITLE, &records::NAME, &records::WORD].into_iter().find_map(|field| fields.get(field))
    });
    let number = fields.get(&records::NUMBER).or(item.number);
    let scale = match item.name.kind {
        RecordKind::Site | RecordKind::Plan | RecordKind::Report | RecordKind::Column => fields.get(&records::SCALE),
        _ => None,
    };
    let own_scale = match item.name.kind {
        RecordKind::Plan | RecordKind::Report => fields.get(&records::OVERALL_SCALE),
        _ => None,
    };
    NameEntry {
        number: number.cloned(),
        title: title.map(|title| title.as_str().into()),
        unit: match item.name.kind {
            RecordKind::Site => Some(content::site_unit(fields)),
            _ => fields.get(&records::UNIT).cloned(),
        },
        units: units(fields),
        scale: scale.cloned(),
        own_scale: own_scale.cloned(),
        parts: rows(item),
    }
}

/// Returns the units that tables of a record declare.
fn units(fields: &Fields) -> [Option<Unit>; TABLES.len()] {
    let stated = fields.get(&records::STATED).and_then(|stated| stated.get(&records::STATED_EFFECT));
    let tables = [fields.get(&records::EFFECT), fields.get(&records::FUNDING), stated];
    tables.map(|table| table?.get(&records::UNIT).cloned())
}

/// Returns the labels of rows, where an item is a table's figures.
fn rows(item: &RecordItem<'_>) -> BTreeMap<Arc<str>, RecordPart> {
    let Some((figures, _)) = item.figures else { return BTreeMap::new() };
    let (Some(id), Some(label)) = (figures.column("row"), figures.column("label")) else { return BTreeMap::new() };
    let text =
        |cells: &[(String, crate::diag::Span)], at: usize| cells.get(at).map(|(text, _)| Arc::from(text.as_str()));
    let rows = figures.rows.iter().enumerate().filter_map(|(place, row)| {
        let title = text(&row.cells, label).filter(|label: &Arc<str>| !label.is_empty());
        let named = NameEntry { title, ..NameEntry::default() };
        Some((text(&row.cells, id)?, RecordPart { named, place, ..RecordPart::default() }))
    });
    rows.collect()
}
