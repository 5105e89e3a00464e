//! The table of measures: its columns are those of the plan's kind, its foot the totals, computed and stated.

use super::{measure_columns, plan_notes, unit_note};
use crate::{
    model::{Comparison, Gross, Measure, Status, difference},
    schema::MeasureColumn,
    value::{Figure, Prose},
    view::{
        Cell, Column, ColumnClass, Desk, MeasureRow, PlanRows, Row, RowClass, Shown, Snapshot, Table,
        draft::Draft,
        log, prose,
        seen::{Seen, Sum, is_blank},
        shown,
        since::{self, Known},
        totals::{Total, Totals},
    },
};

/// Which measures stand in the table, and what it is called.
pub(in crate::view) struct MeasuresTable<'a> {
    /// Its anchor.
    pub id: &'static str,
    /// What it shows.
    pub caption: String,
    /// The measures, in order.
    pub measures: Vec<&'a Measure>,
    /// Whether the plan's totals stand at its foot.
    pub totals: bool,
}

/// Makes a table of measures as they were known at a report.
pub(in crate::view) fn measures<'a>(seen: &Seen<'a>, draft: &Draft<'a>, table: MeasuresTable<'a>) -> Option<Table> {
    if table.measures.is_empty() {
        return None;
    }
    let since = since::of(draft.desk, seen);
    let maker = Maker { seen, draft, desk: draft.desk, since };
    let mut rows = Vec::with_capacity(table.measures.len());
    let mut section = None;
    for measure in &table.measures {
        if measure.section != section
            && let Some(title) = measure.section.and_then(|section| seen.plan.sections.get(section))
        {
            rows.push(Row::across(RowClass::Heading, title.clone()));
        }
        section = measure.section;
        rows.push(maker.row(measure));
    }
    if table.totals {
        rows.extend(maker.gone(&table.measures));
    }
    let table = Table {
        id: table.id.into(),
        caption: table.caption,
        note: unit_note(draft.desk, &seen.plan.unit, seen.latest().map(|report| report.as_of)),
        columns: maker.columns(),
        rows,
        foot: if table.totals { maker.foot() } else { Vec::new() },
        notes: if table.totals { plan_notes(seen) } else { Vec::new() },
        scrolls: false,
    };
    Some(since::fitted(draft.desk, table))
}

struct Maker<'a, 'd> {
    seen: &'d Seen<'a>,
    draft: &'d Draft<'a>,
    desk: &'d Desk<'a>,
    since: Option<Since<'a>>,
}

/// An edition, and what it said of the plan.
type Since<'a> = (&'a Snapshot, &'a PlanRows);

/// The figures a measure can have.
type Pick<'a, 'f> = dyn Fn(&'a Measure) -> Option<&'a Figure> + 'f;

impl<'a> Maker<'a, '_> {
    fn columns(&self) -> Vec<Column> {
        let mut columns = measure_columns(self.desk);
        columns.push(Column::new(self.desk.word("col_status"), ColumnClass::Status));
        columns.extend(self.seen.plan.kind.columns.iter().map(|column| {
            let (word, class) = head(*column);
            Column::new(self.desk.word(word), class)
        }));
        columns.extend(self.since.map(|(snapshot, _)| since::column(self.desk, snapshot)));
        columns
    }

    fn row(&self, measure: &'a Measure) -> Row {
        let class = if measure.parent.is_some() { RowClass::Child } else { RowClass::Item };
        let mut cells = Vec::with_capacity(self.seen.plan.kind.columns.len().saturating_add(3));
        cells.extend([self.number(measure), self.title(measure), self.status(measure)]);
        if measure.closed {
            cells.extend(self.seen.plan.kind.columns.iter().map(|_| Cell::default()));
        } else {
            cells.extend(self.seen.plan.kind.columns.iter().map(|column| self.cell(measure, *column)));
        }
        cells.extend(self.since.map(|since| self.changed_since(measure, since)));
        Row::new(class, cells)
    }

    /// Says what changed of a measure since an edition.
    fn changed_since(&self, measure: &'a Measure, (then, plan): Since<'a>) -> Cell {
        if measure.closed || is_blank(measure) {
            return Cell::default();
        }
        let standing = self.seen.standing(measure);
        let now = Known {
            level: standing.and_then(|standing| self.desk.site.level(standing.level)),
            lifecycle: self.seen.lifecycle(measure),
            required: measure.required.as_ref(),
            achieved: self.seen.achieved(measure),
            forecast: self.seen.forecast(measure),
            due: measure.due,
        };
        let before = plan.measure(&measure.id, &measure.formerly);
        since::measure(self.desk, then, before, (&measure.id, &now), self.seen.plan.kind.columns, self.draft.log)
    }

    /// Names the measures an edition had that are gone.
    fn gone(&self, measures: &[&Measure]) -> Option<Row> {
        let (_, plan) = self.since?;
        let is_here = |row: &&MeasureRow| {
            measures.iter().any(|measure| measure.id == row.id || measure.formerly.contains(&row.id))
        };
        let gone = plan.measures.iter().filter(|row| !is_here(row));
        since::gone_row(self.desk, gone.map(|row| self.desk.measure_name(row.number.as_ref(), &row.title)).collect())
    }

    fn number(&self, measure: &Measure) -> Cell {
        let Some(number) = &measure.number else { return Cell::default() };
        Cell::of(Shown { text: number.as_str().into(), raw: None, mark: shown::mark(number.mark()) })
    }

    fn title(&self, measure: &Measure) -> Cell {
        let title = match (&measure.number, measure.title.as_str()) {
            (Some(_), "") => self.desk.measure_name(measure.number.as_ref(), ""),
            (_, title) => title.to_owned(),
        };
        let page = self.desk.book.measure(&self.seen.plan.id, &measure.file);
        Cell::of(title).leads(self.draft.href(&page))
    }

    fn status(&self, measure: &'a Measure) -> Cell {
        let standing = self.seen.standing(measure);
        let mut chips: Vec<_> = standing.and_then(|standing| self.desk.level(standing.level)).into_iter().collect();
        let lifecycle = self.seen.lifecycle(measure).filter(|state| *state != crate::model::Lifecycle::InProgress);
        chips.extend(lifecycle.map(|lifecycle| self.desk.lifecycle(lifecycle)));
        let remark = match standing {
            Some(standing) if standing.rolled_up => Some(self.desk.word("remark_rolled_up").to_owned()),
            _ => self.overruled(measure),
        };
        Cell::chips(chips).remarked(remark)
    }

    /// Says that a committee set the level, and what was reported.
    fn overruled(&self, measure: &'a Measure) -> Option<String> {
        let status = self.seen.statuses(measure).iter().rev().find(|status| status.level().is_some())?;
        let overruled = status.overruled.as_ref()?;
        let committee = ("committee", overruled.committee.as_str().into());
        Some(match status.level {
            Some(level) => {
                self.desk.say("remark-overruled", &[committee, ("word", self.desk.level_word(level).into())])
            }
            None => self.desk.say("remark-set-by", &[committee]),
        })
    }

    fn cell(&self, measure: &'a Measure, column: MeasureColumn) -> Cell {
        match column {
            MeasureColumn::Objective => self.words(&measure.words.objective),
            MeasureColumn::Action => self.words(&measure.words.action),
            MeasureColumn::Consequences => self.words(&measure.words.consequences),
            MeasureColumn::Agreement => self.words(&measure.words.body),
            MeasureColumn::StatusText => self.status_text(measure),
            MeasureColumn::Timetable => self.timetable(measure),
            MeasureColumn::Required => self.figure(measure, &|measure| measure.required.as_ref()),
            MeasureColumn::Achieved => self.figure(measure, &|measure| self.seen.achieved(measure)),
            MeasureColumn::Forecast => self.figure(measure, &|measure| self.seen.forecast(measure)),
            MeasureColumn::Difference => self.difference(self.printed(measure)),
            MeasureColumn::Share => self.share(self.printed(measure)),
            MeasureColumn::Committee => self.committee(measure),
            MeasureColumn::Owner => self.owner(measure),
            MeasureColumn::Due => self.due(measure),
            MeasureColumn::Updated => self.updated(measure),
        }
    }

    fn words(&self, words: &Prose) -> Cell {
        Cell::words(prose::html(words, self.draft))
    }

    fn status_text(&self, measure: &'a Measure) -> Cell {
        let told = |status: &&Status| !status.words.is_empty();
        let Some(status) = self.seen.statuses(measure).iter().rev().find(told) else { return Cell::default() };
        // Its date stands in a column of its own, unless a newer report said nothing in words.
        let is_newest = self.seen.status(measure).is_some_and(|newest| newest.report == status.report);
        let date = self.seen.date(status.report).filter(|_| !is_newest).map(|date| self.desk.locale.period(date));
        Cell::words(prose::html_of_parts(&status.words, self.draft)).remarked(date)
    }

    fn timetable(&self, measure: &'a Measure) -> Cell {
        let newest = self.seen.statuses(measure).iter().rev().map(|status| &status.words.timetable);
        let words = newest.chain([&measure.words.timetable]).find(|words| !words.is_empty());
        words.map_or_else(Cell::default, |words| self.words(words))
    }

    /// Shows a figure of a measure; a parent without one shows the sum of its children.
    fn figure(&self, measure: &'a Measure, pick: &Pick<'a, '_>) -> Cell {
        let unit = &self.seen.plan.unit;
        let own = pick(measure);
        if measure.children.is_empty() {
            return own.map_or_else(Cell::default, |figure| Cell::of(self.desk.figure_in(figure, unit)));
        }
        let sum = self.seen.sum(self.seen.children(measure), pick, unit);
        let Some(own) = own else { return self.sum(sum.as_ref(), true) };
        let parts: Vec<&Figure> = self.seen.children(measure).filter_map(pick).collect();
        let comparison = Comparison::of(std::slice::from_ref(own), &parts, unit);
        let total = Total { comparison, sum: None };
        Cell::of(self.desk.figure_in(own, unit)).remarked(total.remark(self.desk))
    }

    /// Shows a sum, and what it does not know.
    fn sum(&self, sum: Option<&Sum>, says_computed: bool) -> Cell {
        let Some(sum) = sum else { return Cell::default() };
        let counts = [("given", sum.given.into()), ("all", sum.all.into())];
        let remark = match (sum.given < sum.all, says_computed) {
            (true, _) => Some(self.desk.say("remark-partial-sum", &counts)),
            (false, true) => Some(self.desk.word("remark_computed").to_owned()),
            (false, false) => None,
        };
        Cell::of(self.desk.figure_in(&sum.figure, &self.seen.plan.unit)).remarked(remark)
    }

    /// Returns the required and achieved figures that stand in a measure's row.
    fn printed(&self, measure: &'a Measure) -> (Option<Figure>, Option<Figure>) {
        let required = self.own_or_sum(measure, &|measure| measure.required.as_ref());
        (required, self.own_or_sum(measure, &|measure| self.seen.achieved(measure)))
    }

    fn own_or_sum(&self, measure: &'a Measure, pick: &Pick<'a, '_>) -> Option<Figure> {
        let sum = || self.seen.sum(self.seen.children(measure), pick, &self.seen.plan.unit).map(|sum| sum.figure);
        pick(measure).cloned().or_else(sum)
    }

    fn difference(&self, printed: (Option<Figure>, Option<Figure>)) -> Cell {
        let (Some(required), Some(achieved)) = printed else { return Cell::default() };
        let unit = &self.seen.plan.unit;
        shown::less(&achieved, &required, unit)
            .map_or_else(Cell::default, |figure| Cell::of(self.desk.figure_in(&figure, unit)))
    }

    fn share(&self, printed: (Option<Figure>, Option<Figure>)) -> Cell {
        let (Some(required), Some(achieved)) = printed else { return Cell::default() };
        self.desk.share(&achieved, &required).map_or_else(Cell::default, Cell::of)
    }

    fn committee(&self, measure: &Measure) -> Cell {
        let Some(id) = measure.committees.first() else { return Cell::default() };
        let page = self.desk.book.committee(id);
        Cell::of(id.as_str()).leads(page.map(|page| self.draft.href(page)).unwrap_or_default())
    }

    fn owner(&self, measure: &'a Measure) -> Cell {
        let Some(id) = measure.owners.first() else { return Cell::default() };
        let page = self.desk.book.owner(id);
        Cell::of(self.desk.owner_title(id)).leads(page.map(|page| self.draft.href(page)).unwrap_or_default())
    }

    fn due(&self, measure: &'a Measure) -> Cell {
        let cell = Cell::date(self.desk, measure.due);
        if self.seen.is_overdue(measure) {
            cell.remarked(self.desk.word("remark_overdue").to_owned()).toned(Some("bad"))
        } else {
            cell
        }
    }

    fn updated(&self, measure: &'a Measure) -> Cell {
        let date = self.seen.status(measure).and_then(|status| self.seen.date(status.report));
        let cell = Cell::date(self.desk, date);
        if self.seen.is_missing(measure) { cell.remarked(self.desk.word("remark_missing").to_owned()) } else { cell }
    }

    fn foot(&self) -> Vec<Row> {
        let mut rows = self.foot_of(Gross::Net);
        if self.seen.plan.measures.iter().any(|measure| measure.investment) {
            rows.extend(self.foot_of(Gross::Gross));
        }
        rows
    }

    /// Makes the computed total and below it, where they differ, what the document states.
    fn foot_of(&self, gross: Gross) -> Vec<Row> {
        let totals = Totals::new(self.seen, gross);
        if totals.is_empty() {
            return Vec::new();
        }
        let words = match gross {
            Gross::Net => ["total_computed", "total_stated", "total_stated_too"],
            Gross::Gross => ["gross_computed", "gross_stated", "gross_stated_too"],
        };
        let [sums, stated] = self.totals_since(&totals, gross);
        let mut rows = vec![self.foot_row(RowClass::Total, words[0], sums, |column| self.computed(&totals, column))];
        if totals.differ() {
            for line in 0..totals.lines() {
                let (word, since) = if line == 0 { (words[1], stated.clone()) } else { (words[2], Cell::default()) };
                rows.push(self.foot_row(RowClass::Stated, word, since, |column| self.stated(&totals, column, line)));
            }
        }
        rows
    }

    /// Says what changed of the totals since an edition, which knows the net ones: those computed and those stated.
    fn totals_since(&self, totals: &Totals, gross: Gross) -> [Cell; 2] {
        let Some(since) = self.since.filter(|_| gross == Gross::Net) else { return Default::default() };
        let then = &since.1.plan;
        let sum = |total: &'_ Total| total.sum.as_ref().map(|sum| sum.figure.clone());
        let (required, achieved) = (sum(&totals.required), sum(&totals.achieved));
        let mut sums = Known::sums(then.required_sum.as_ref(), then.achieved_sum.as_ref(), None).until(
            self.desk,
            &Known::sums(required.as_ref(), achieved.as_ref(), None),
            self.seen.plan.kind.columns,
        );
        if !sums.is_empty() {
            sums.extend(since::corrected(self.desk, &self.corrected(since).into_iter().collect::<Vec<_>>()));
        }
        let printed = Known::sums(then.required.as_ref(), then.achieved.as_ref(), then.forecast.as_ref()).until(
            self.desk,
            &Known::sums(totals.required.printed(), totals.achieved.printed(), totals.forecast.printed()),
            self.seen.plan.kind.columns,
        );
        [since::cell(self.desk, &sums), since::cell(self.desk, &printed)]
    }

    /// Says by how much what the measures had achieved was corrected since an edition.
    fn corrected(&self, (then, plan): Since<'a>) -> Option<String> {
        let seen = since::at_its_report(self.seen, plan)?;
        let correction = |measure: &'a Measure| {
            let before = plan.measure(&measure.id, &measure.formerly)?;
            let is_told =
                !log::corrected_since(self.desk, &then.edition, before, &measure.id, self.draft.log).is_empty();
            let (is, was) = (seen.achieved(measure)?, before.achieved.as_ref()?);
            shown::less(is, was, &was.amount.as_ref()?.unit).filter(|_| is_told)
        };
        let parts: Vec<Figure> = seen.leaves().filter(|measure| !measure.closed).filter_map(correction).collect();
        let unit = &parts.first()?.amount.as_ref()?.unit;
        let sum = difference::sum(parts.iter(), unit).filter(|sum| !sum.number.is_zero())?;
        Some(self.desk.say("since-achieved", &[("step", (&self.desk.signed_amount(&sum)).into())]))
    }

    fn foot_row(&self, class: RowClass, word: &'static str, since: Cell, cell: impl Fn(MeasureColumn) -> Cell) -> Row {
        let mut cells = vec![Cell::default(), Cell::of(self.desk.word(word)), Cell::default()];
        cells.extend(self.seen.plan.kind.columns.iter().map(|column| cell(*column)));
        cells.extend(self.since.map(|_| since));
        Row::new(class, cells)
    }

    fn computed(&self, totals: &Totals, column: MeasureColumn) -> Cell {
        let figure = |total: &Total| total.sum.as_ref().map(|sum| sum.figure.clone());
        let pair = || (figure(&totals.required), figure(&totals.achieved));
        match column {
            MeasureColumn::Required => self.sum(totals.required.sum.as_ref(), false),
            MeasureColumn::Achieved => self.sum(totals.achieved.sum.as_ref(), false),
            MeasureColumn::Forecast => self.sum(totals.forecast.sum.as_ref(), false),
            MeasureColumn::Difference => self.difference(pair()),
            MeasureColumn::Share => self.share(pair()),
            _ => Cell::default(),
        }
    }

    fn stated(&self, totals: &Totals, column: MeasureColumn, line: usize) -> Cell {
        let total = match column {
            MeasureColumn::Required => &totals.required,
            MeasureColumn::Achieved => &totals.achieved,
            MeasureColumn::Forecast => &totals.forecast,
            _ => return Cell::default(),
        };
        let Some(figure) = total.comparison.stated.get(line) else { return Cell::default() };
        Cell::of(self.desk.figure_in(figure, &self.seen.plan.unit)).remarked(total.classed(self.desk, line))
    }
}

fn head(column: MeasureColumn) -> (&'static str, ColumnClass) {
    match column {
        MeasureColumn::Objective => ("col_objective", ColumnClass::Text),
        MeasureColumn::Action => ("col_action", ColumnClass::Text),
        MeasureColumn::Consequences => ("col_consequences", ColumnClass::Text),
        MeasureColumn::Agreement => ("col_agreement", ColumnClass::Text),
        MeasureColumn::StatusText => ("col_status_text", ColumnClass::Text),
        MeasureColumn::Timetable => ("col_timetable", ColumnClass::Text),
        MeasureColumn::Required => ("col_required", ColumnClass::Number),
        MeasureColumn::Achieved => ("col_achieved", ColumnClass::Number),
        MeasureColumn::Difference => ("col_difference", ColumnClass::Number),
        MeasureColumn::Share => ("col_share", ColumnClass::Number),
        MeasureColumn::Forecast => ("col_forecast", ColumnClass::Number),
        MeasureColumn::Committee => ("col_committee", ColumnClass::Word),
        MeasureColumn::Owner => ("col_owner", ColumnClass::Word),
        MeasureColumn::Due => ("col_due", ColumnClass::Word),
        MeasureColumn::Updated => ("col_updated", ColumnClass::Word),
    }
}

#[cfg(test)]
#[path = "measures_tests.rs"]
mod tests;
