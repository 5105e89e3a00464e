//! How many measures a report says stand at each level, area by area, and what changed since the one before.

use crate::{
    model::{CountedArea, CountsTold, LevelCounts, LevelRef, PlanAsOf},
    table::{Cell, Column, Remark, RowClass, RowSet, Table, TableLine, sentences},
    value::Decimal,
    view::ViewContext,
};

/// The areas of a plan.
struct Areas;

impl RowSet for Areas {
    type Row<'r> = AreaLine<'r>;
}

/// An area, and what was stated of it before.
struct AreaLine<'r> {
    title: String,
    now: CountedArea,
    before: Option<CountedArea>,
    /// What the areas come to, where it is the plan as a whole and they are told level by level.
    of_areas: Option<LevelCounts>,
    levels: &'r [LevelRef],
    context: &'r ViewContext<'r>,
}

impl AreaLine<'_> {
    /// Returns how many stand at one of the levels, how many more than before, and what the areas come to where that is another number.
    fn at(&self, nth: usize) -> Cell {
        let Some(level) = self.levels.get(nth) else { return Cell::default() };
        let Some(now) = told(&self.now, *level) else { return Cell::default() };
        let before = self.before.as_ref().and_then(|before| told(before, *level));
        let of_areas = self.of_areas.as_ref().map(|areas| areas.at(*level)).filter(|sum| *sum != now);
        let differs = of_areas.map(|sum| {
            let text = self.context.say("remark-areas-come-to", &[("count", sum.into())]);
            Remark::Text(text)
        });
        Cell::of(now).remarked(before.and_then(|before| self.change(before, now))).remarked(differs)
    }

    /// Returns how many there are, and what the levels come to where that is another number.
    fn all(&self) -> Cell {
        let sum = self.now.counts().all();
        let all = self.now.all.unwrap_or(sum);
        let differs = (all != sum && !self.now.levels.is_empty())
            .then(|| Remark::Text(self.context.say("remark-counts-come-to", &[("count", sum.into())])));
        let before = self.before.as_ref().map(|before| before.all.unwrap_or_else(|| before.counts().all()));
        Cell::of(all).remarked(before.and_then(|before| self.change(before, all))).remarked(differs)
    }

    fn change(&self, before: usize, now: usize) -> Option<Remark> {
        let step = Decimal::from(now).saturating_sub(Decimal::from(before));
        (!step.is_zero()).then(|| Remark::Text(self.context.signed(&step)))
    }
}

/// Returns how many stand at a level; nothing where that is not stated and there are more than the levels say that are: they may
/// stand there.
fn told(area: &CountedArea, level: LevelRef) -> Option<usize> {
    let is_stated = area.levels.iter().any(|(stated, _)| *stated == level);
    let has_rest = area.all.is_some_and(|all| all > area.counts().all());
    (is_stated || !has_rest).then(|| area.at(level))
}

/// Makes the table of what the latest report states of how many stand at each level.
pub(in crate::view) fn counts(seen: &PlanAsOf, context: &ViewContext) -> Option<Table> {
    let told = seen.stated_counts()?;
    let stated = told.stated;
    let earlier = seen.earlier_counts();
    let scale = seen.site.scales.get(told.scale)?;
    let levels: Vec<LevelRef> = (0..scale.levels.len()).map(|level| LevelRef { scale: told.scale, level }).collect();
    let mut columns: Vec<Column<Areas>> = vec![Column::name("area", "col_area", |row, _| row.title.as_str().into())];
    columns.extend(scale.levels.iter().enumerate().map(|(nth, level)| {
        let made = Column::count("", "", |row: &AreaLine<'_>, nth| row.at(nth));
        made.one_of(nth, level.id.as_str(), level.word.as_str())
    }));
    columns.push(Column::count("all", "col_all", |row, _| row.all()));
    columns.push(Column::word("committee", "col_committee", |row, _| {
        row.now.committee.as_ref().map(|id| id.as_str()).into()
    }));
    let line = |title: String, now: CountedArea, before: Option<CountedArea>| AreaLine {
        title,
        now,
        before,
        of_areas: None,
        levels: &levels,
        context,
    };
    let areas = stated.areas.iter().map(|area| {
        let same = |other: &&CountedArea| other.field == area.field;
        let before = earlier.and_then(|before| before.stated.areas.iter().find(same)).cloned();
        TableLine::item(line(area.title.clone(), area.clone(), before))
    });
    let whole = whole_of(stated);
    let before = earlier.map(|before| whole_of(before.stated));
    let class = if stated.areas.is_empty() { RowClass::Item } else { RowClass::Total };
    let of_areas = Some(stated.sum_of_areas()).filter(|sum| sum.all() > 0);
    let whole = AreaLine { of_areas, ..line(context.word("counts_whole").to_owned(), whole, before) };
    let whole = TableLine::Row(class, whole);
    let mut table = Table::new("counts-table", context.word("caption_counts")).filled(
        context.locale,
        &columns,
        areas.chain([whole]),
    );
    // What the plan itself states is of no date but that of the plan.
    let said = |key: &str, alone: &'static str, told: CountsTold<'_>| match told.report {
        Some(report) => context.say(key, &[("date", (&context.locale.period(report.as_of)).into())]),
        None => context.word(alone).to_owned(),
    };
    let since = earlier.map(|before| said("note-counts-since", "note_counts_since_plan", before));
    table.note = sentences([said("note-as-of", "note_counts_of_plan", told), since.unwrap_or_default()]);
    Some(table.fitted())
}

/// Returns what is stated of the plan as a whole, else what its areas come to.
fn whole_of(stated: &crate::model::StatedCounts) -> CountedArea {
    let counts = stated.total();
    let all = match &stated.whole {
        Some(whole) => whole.all,
        None => stated.areas.iter().map(|area| area.all).sum(),
    };
    CountedArea { field: String::new(), title: String::new(), committee: None, levels: counts.levels, all }
}
