//! The table of measures: its columns are those of the plan's kind, its foot the totals, computed and stated.

use super::{explain_marks, measure_cells, unit_note};
use crate::{
    compare::{self, Change, LevelName, RecordKey, RecordKind, RecordSummary},
    model::{Gross, Measure, OwnOrSum, PlanAsOf, PlanTotal, Totals, difference, is_blank},
    schema::MeasureColumn,
    summary::{EditionSummary, MeasureSummary, PlanSummary},
    table::{self, Cell, CheckedFigure, Column, ColumnKind, Remark, Row, RowClass, RowSet, Table, TableLine},
    value::{Figure, Prose, RelPath},
    view::{log, prose, since, writer::PageWriter},
    wording::since_phrases,
};

/// Which measures stand in the table, and what it is called.
pub(in crate::view) struct MeasuresTable<'a> {
    /// Its anchor.
    pub id: &'static str,
    /// MeasureLineKind it shows.
    pub caption: String,
    /// The measures, in order.
    pub measures: Vec<&'a Measure>,
    /// Whether the plan's totals stand at its foot.
    pub totals: bool,
}

/// Measures of a plan, and what they come to.
struct Measures;

impl RowSet for Measures {
    type Row<'r> = MeasureLine<'r>;
}

/// A row of the table.
struct MeasureLine<'r> {
    sheet: &'r MeasuresSheet<'r>,
    what: MeasureLineKind<'r>,
}

/// MeasureLineKind a row is about.
enum MeasureLineKind<'r> {
    /// A measure.
    Measure(&'r Measure),
    /// MeasureLineKind the measures come to.
    Computed(TotalsRow<'r>),
    /// MeasureLineKind the document states, in the first or another line.
    Stated(TotalsRow<'r>, usize),
}

/// The totals of a plan, and what their row is called.
#[derive(Clone, Copy)]
struct TotalsRow<'r> {
    totals: &'r Totals,
    gross: Gross,
    word: &'static str,
}

/// MeasureLineKind all rows are made with.
struct MeasuresSheet<'a> {
    seen: &'a PlanAsOf<'a>,
    writer: &'a PageWriter<'a>,
    since: Option<Since<'a>>,
}

/// An edition, and what it said of the plan.
type Since<'a> = (&'a EditionSummary, &'a PlanSummary);

/// The figures a measure can have.
type MeasureFigure<'a, 'f> = dyn Fn(&'a Measure) -> Option<&'a Figure> + 'f;

/// Makes a table of measures as they were known at a report.
pub(in crate::view) fn measures<'a>(
    seen: &PlanAsOf<'a>,
    writer: &PageWriter<'a>,
    mut wanted: MeasuresTable<'a>,
) -> Option<Table> {
    // What was split later had no parts at an older report.
    wanted.measures.retain(|measure| seen.is_now() || !seen.is_stood_for(measure));
    let context = writer.context;
    let sheet = MeasuresSheet { seen, writer, since: since::of(context, seen) };
    let totals = if wanted.totals { sheet.totals() } else { Vec::new() };
    if wanted.measures.is_empty() && totals.is_empty() {
        return None;
    }
    let unit = &seen.plan.unit;
    let kind = seen.plan.kind;
    // When a measure was last reported stands last.
    let (last, asked): (Vec<MeasureColumn>, Vec<_>) =
        kind.columns.iter().partition(|name| **name == MeasureColumn::Updated);
    let asked = asked.into_iter().map(column).chain(kind.other_columns().map(other_column));
    let own = asked.chain(last.into_iter().map(column));
    let own = own.map(|column| Column { unit: Some(unit.clone()), ..column.clone() });
    let changed = sheet.since.map(|(then, _)| since::column(context, then, |row: &MeasureLine<'_>, _| row.changed()));
    let columns: Vec<Column<Measures>> =
        FIRST.iter().map(|column| (*column).clone()).chain(own).chain(changed).collect();
    let mut lines = Vec::with_capacity(wanted.measures.len());
    let mut section = None;
    // What a row is a part of, as far as it stands in the table.
    let mut above: Vec<&Measure> = Vec::new();
    for measure in wanted.measures.iter().copied() {
        if measure.section != section
            && let Some(title) = measure.section.and_then(|section| seen.plan.sections.get(section))
        {
            lines.push(TableLine::Across(Row::across(RowClass::Heading, title.as_str())));
        }
        section = measure.section;
        let is_above = |whole: &&Measure| seen.plan.measures_above(measure).any(|other| std::ptr::eq(other, *whole));
        above.retain(is_above);
        let line = MeasureLine { sheet: &sheet, what: MeasureLineKind::Measure(measure) };
        lines.push(TableLine::Nested(above.len(), line));
        above.push(measure);
    }
    let gone = wanted.totals.then(|| sheet.gone(&wanted.measures)).flatten();
    lines.extend(gone.map(TableLine::Across));
    let mut table = Table::new(wanted.id, wanted.caption).filled(context.locale, &columns, lines);
    table = table.footed(&columns, totals.iter().flat_map(|(gross, totals)| sheet.foot(*gross, totals)));
    explain_marks(seen, None, &mut table);
    table.note = unit_note(context, table.counts_in(unit), seen.latest().map(|report| report.as_of));
    if wanted.id == WHOLE_TABLE {
        table.stays_open = true;
        anchor_rows(&mut table, &wanted.measures, |measure| {
            context.addresses.measure(&seen.plan.id, &measure.file).into_owned()
        });
    }
    Some(since::fitted(context, table).said_once(context.locale, &["updated", "owner", "committee", table::SINCE]))
}

/// The anchor of the table of all measures of a plan.
pub(in crate::view) const WHOLE_TABLE: &str = "measures-table";

/// Returns the anchor of a measure's row in the table of all measures of its plan, by the measure's page.
pub(in crate::view) fn measure_anchor(page: &RelPath) -> String {
    format!("measure-{}", page.stem())
}

/// Gives each row of a measure its anchor.
fn anchor_rows(table: &mut Table, measures: &[&Measure], page: impl Fn(&Measure) -> RelPath) {
    let Some(name) = table.columns.iter().position(|column| column.kind == ColumnKind::Name) else { return };
    let own = table.rows.iter_mut().filter(|row| matches!(row.class, RowClass::Item | RowClass::Child));
    for (row, measure) in own.zip(measures) {
        if let Some(cell) = row.cells.get_mut(name) {
            cell.anchor = Some(measure_anchor(&page(measure)));
        }
    }
}

/// The columns that every kind of plan begins with.
const FIRST: &[&Column<Measures>] = &[
    &Column::word("number", "col_number", |row, _| row.number()),
    &Column::name("measure", "col_measure", |row, _| row.title()),
    &Column::status("status", "col_status", |row, _| {
        row.of_measure(|sheet, measure| measure_cells::status(sheet.seen, sheet.writer, measure))
    }),
];

/// Returns the column of a name in a plan whose kind does not ask for it: what the head of the page says is not said again.
fn other_column(name: MeasureColumn) -> &'static Column<Measures> {
    static COMMITTEE: Column<Measures> = Column::word("committee", "col_committee", |row, _| {
        let of_plan = &row.sheet.seen.plan.committees;
        let own = |measure: &Measure| measure.committees != *of_plan;
        row.of_open(|sheet, measure| match own(measure) {
            true => measure_cells::committees(sheet.writer, &measure.committees),
            false => Cell::default(),
        })
    });
    static OWNER: Column<Measures> = Column::word("owner", "col_owner", |row, _| {
        let of_plan = &row.sheet.seen.plan.owners;
        let own = |measure: &Measure| measure.owners != *of_plan;
        row.of_open(|sheet, measure| match own(measure) {
            true => measure_cells::owners(sheet.writer, &measure.owners),
            false => Cell::default(),
        })
    });
    match name {
        MeasureColumn::Committee => &COMMITTEE,
        MeasureColumn::Owner => &OWNER,
        name => column(name),
    }
}

/// Returns the column of a name that kinds of plan know it by.
fn column(column: MeasureColumn) -> &'static Column<Measures> {
    static OBJECTIVE: Column<Measures> =
        Column::text("objective", "col_objective", |row, _| row.words(|measure| &measure.words.objective));
    static ACTION: Column<Measures> =
        Column::text("action", "col_action", |row, _| row.words(|measure| &measure.words.action));
    static CONSEQUENCES: Column<Measures> =
        Column::text("consequences", "col_consequences", |row, _| row.words(|measure| &measure.words.consequences));
    static AGREEMENT: Column<Measures> =
        Column::text("agreement", "col_agreement", |row, _| row.words(|measure| &measure.words.body));
    static STATUS_TEXT: Column<Measures> = Column::text("status-text", "col_status_text", |row, _| {
        row.of_open(|sheet, measure| measure_cells::status_text(sheet.seen, sheet.writer, measure))
    });
    static TIMETABLE: Column<Measures> = Column::text("timetable", "col_timetable", |row, _| {
        row.of_open(|sheet, measure| measure_cells::timetable(sheet.seen, sheet.writer, measure))
    });
    static REQUIRED: Column<Measures> = Column::amount("required", "col_required", |row, _| row.required());
    static ACHIEVED: Column<Measures> = Column::amount("achieved", "col_achieved", |row, _| row.achieved());
    static DIFFERENCE: Column<Measures> = Column::amount("difference", "col_difference", |row, _| row.difference());
    static SHARE: Column<Measures> = Column::share("share", "col_share", |row, _| row.share());
    static FORECAST: Column<Measures> = Column::amount("forecast", "col_forecast", |row, _| row.forecast());
    static COMMITTEE: Column<Measures> = Column::word("committee", "col_committee", |row, _| {
        row.of_open(|sheet, measure| measure_cells::committees(sheet.writer, &measure.committees))
    });
    static OWNER: Column<Measures> = Column::word("owner", "col_owner", |row, _| {
        row.of_open(|sheet, measure| measure_cells::owners(sheet.writer, &measure.owners))
    });
    static YEAR: Column<Measures> = Column::word("year", "fact_year", |row, _| {
        row.of_open(|_, measure| measure.year.map(|year| year.to_string()).unwrap_or_default().into())
    });
    static DUE: Column<Measures> = Column::date("due", "col_due", |row, _| {
        row.of_open(|sheet, measure| Cell::date(measure.due).overdue_if(sheet.seen.is_overdue(measure)))
    });
    static UPDATED: Column<Measures> = Column::date("updated", "col_updated", |row, _| {
        row.of_open(|sheet, measure| measure_cells::updated(sheet.seen, sheet.writer, measure))
    });
    match column {
        MeasureColumn::Objective => &OBJECTIVE,
        MeasureColumn::Action => &ACTION,
        MeasureColumn::Consequences => &CONSEQUENCES,
        MeasureColumn::Agreement => &AGREEMENT,
        MeasureColumn::StatusText => &STATUS_TEXT,
        MeasureColumn::Timetable => &TIMETABLE,
        MeasureColumn::Required => &REQUIRED,
        MeasureColumn::Achieved => &ACHIEVED,
        MeasureColumn::Difference => &DIFFERENCE,
        MeasureColumn::Share => &SHARE,
        MeasureColumn::Forecast => &FORECAST,
        MeasureColumn::Committee => &COMMITTEE,
        MeasureColumn::Owner => &OWNER,
        MeasureColumn::Year => &YEAR,
        MeasureColumn::Due => &DUE,
        MeasureColumn::Updated => &UPDATED,
    }
}

impl<'r> MeasureLine<'r> {
    /// Makes the cell of a measure; a total has none there.
    fn of_measure(&self, cell: impl Fn(&'r MeasuresSheet<'r>, &'r Measure) -> Cell) -> Cell {
        match self.what {
            MeasureLineKind::Measure(measure) => cell(self.sheet, measure),
            MeasureLineKind::Computed(_) | MeasureLineKind::Stated(..) => Cell::default(),
        }
    }

    /// The same of a measure that is not closed: of one that is, nothing but its title is shown.
    fn of_open(&self, cell: impl Fn(&'r MeasuresSheet<'r>, &'r Measure) -> Cell) -> Cell {
        self.of_measure(|sheet, measure| if measure.closed { Cell::default() } else { cell(sheet, measure) })
    }

    fn number(&self) -> Cell {
        self.of_measure(|_, measure| match &measure.number {
            Some(number) => Cell::of(number.as_str()).marked(number.mark()),
            None => Cell::default(),
        })
    }

    fn title(&self) -> Cell {
        let context = self.sheet.writer.context;
        match self.what {
            MeasureLineKind::Measure(measure) => {
                let title = match (&measure.number, measure.title.as_str()) {
                    (Some(_), "") => context.measure_name(measure.number.as_ref(), ""),
                    (_, title) => title.to_owned(),
                };
                let is_investment = measure.investment && !measure.closed;
                let investment = || Remark::Text(context.word("tile_investment").to_owned());
                let name = self.sheet.writer.measure_link(&self.sheet.seen.plan.id, measure, title);
                name.remarked(is_investment.then(investment))
            }
            MeasureLineKind::Computed(sums) | MeasureLineKind::Stated(sums, _) => context.word(sums.word).into(),
        }
    }

    fn words(&self, pick: fn(&Measure) -> &Prose) -> Cell {
        self.of_open(|sheet, measure| Cell::words(prose::html(pick(measure), sheet.writer)))
    }

    fn required(&self) -> Cell {
        self.figure(|_, measure| measure.required.as_ref(), |totals| &totals.required)
    }

    fn achieved(&self) -> Cell {
        let cell = self.figure(|sheet, measure| sheet.seen.achieved(measure), |totals| &totals.achieved);
        self.dated(cell, |seen, measure| seen.given_achieved(measure))
    }

    fn forecast(&self) -> Cell {
        let cell = self.figure(|sheet, measure| sheet.seen.forecast(measure), |totals| &totals.forecast);
        self.dated(cell, |seen, measure| seen.given_forecast(measure))
    }

    /// Notes which report gave a figure of a measure, whose notes its mark belongs to; says when, where that was not the last one.
    fn dated(&self, cell: Cell, given: fn(&PlanAsOf<'r>, &'r Measure) -> Option<(usize, &'r Figure)>) -> Cell {
        let MeasureLineKind::Measure(measure) = self.what else { return cell };
        let seen = self.sheet.seen;
        let given = given(seen, measure);
        let older = seen.older_date(measure, given).filter(|_| !measure.closed);
        cell.given_in(given.map(|(report, _)| report)).remarked(older.map(Remark::At))
    }

    /// Shows a figure of a measure, or of the totals.
    fn figure(
        &self,
        pick: fn(&'r MeasuresSheet<'r>, &'r Measure) -> Option<&'r Figure>,
        total: fn(&Totals) -> &PlanTotal,
    ) -> Cell {
        match self.what {
            MeasureLineKind::Measure(_) => {
                self.of_open(|sheet, measure| sheet.figure(measure, &|measure| pick(sheet, measure)))
            }
            MeasureLineKind::Computed(sums) => {
                total(sums.totals).sum.as_ref().map_or_else(Cell::default, |sum| Cell::summed(sum, None))
            }
            MeasureLineKind::Stated(sums, line) => {
                let comparison = &total(sums.totals).comparison;
                let difference = comparison.differences.get(line).and_then(Clone::clone);
                let stated = comparison.stated.get(line);
                let report = total(sums.totals).is_of_report.then_some(self.sheet.seen.report);
                Cell::figure(stated)
                    .given_in(report)
                    .remarked(difference.filter(|_| stated.is_some()).map(Remark::Differs))
            }
        }
    }

    fn difference(&self) -> Cell {
        let unit = &self.sheet.seen.plan.unit;
        let less = |(required, achieved): (Figure, Figure)| achieved.less(&required, unit);
        Cell::figure(self.required_and_achieved().and_then(less).as_ref())
    }

    fn share(&self) -> Cell {
        let share = |(required, achieved): (Figure, Figure)| match self.what {
            MeasureLineKind::Measure(measure) => self.sheet.seen.share(measure, &achieved, &required),
            MeasureLineKind::Computed(sums) => sums.totals.share(&achieved, &required),
            MeasureLineKind::Stated(..) => None,
        };
        Cell::share(self.required_and_achieved().and_then(share))
    }

    /// Returns the required and achieved figures that stand in the row, where both do.
    fn required_and_achieved(&self) -> Option<(Figure, Figure)> {
        match self.what {
            MeasureLineKind::Measure(measure) if measure.closed => None,
            MeasureLineKind::Measure(measure) => {
                let seen = self.sheet.seen;
                let required = seen.own_or_sum(measure, &|measure| measure.required.as_ref())?;
                let achieved = seen.own_or_sum(measure, &|measure| seen.achieved(measure))?;
                Some((required.figure().clone(), achieved.figure().clone()))
            }
            MeasureLineKind::Computed(TotalsRow { totals, .. }) => {
                let figure = |total: &PlanTotal| total.sum.as_ref().map(|sum| sum.figure.clone());
                figure(&totals.required).zip(figure(&totals.achieved))
            }
            MeasureLineKind::Stated(..) => None,
        }
    }

    /// Says what changed since an edition. It knows the net totals, those computed and those first stated.
    fn changed(&self) -> Cell {
        let Some(since) = self.sheet.since else { return Cell::default() };
        match self.what {
            MeasureLineKind::Measure(measure) => self.sheet.measure_since(measure, since),
            MeasureLineKind::Computed(sums) if sums.gross == Gross::Net => {
                self.sheet.computed_since(sums.totals, since)
            }
            MeasureLineKind::Stated(sums, 0) if sums.gross == Gross::Net => self.sheet.stated_since(sums.totals, since),
            MeasureLineKind::Computed(_) | MeasureLineKind::Stated(..) => Cell::default(),
        }
    }
}

impl<'a> MeasuresSheet<'a> {
    /// Shows a figure of a measure; a parent without one shows the sum of its children.
    fn figure(&self, measure: &'a Measure, pick: &MeasureFigure<'a, '_>) -> Cell {
        let told = self.seen.own_or_sum(measure, pick);
        let comparison = self.seen.beside_parts(measure, pick);
        let found = comparison.map(|found| (found.computed, found.differences.into_iter().next().flatten()));
        match (told, found.unwrap_or_default()) {
            (Some(OwnOrSum::Own(own)), (Some(Figure { amount: Some(computed), .. }), Some(difference))) => {
                Cell::checked(&own, computed, difference)
            }
            (told, _) => Cell::own_or_sum(told.as_ref(), None),
        }
    }

    /// Says what changed of a measure since an edition.
    fn measure_since(&self, measure: &'a Measure, (then, plan): Since<'a>) -> Cell {
        if measure.closed || is_blank(measure) {
            return Cell::default();
        }
        let context = self.writer.context;
        let standing = self.seen.standing(measure);
        let now = RecordSummary {
            level: standing.and_then(|standing| LevelName::of(context.site, standing.level)),
            lifecycle: self.seen.lifecycle(measure),
            required: measure.required.as_ref(),
            achieved: self.seen.achieved(measure),
            forecast: self.seen.forecast(measure),
            due: measure.due,
            ..RecordSummary::default()
        };
        let before = plan.measure(&measure.id, &measure.formerly);
        let key = (&self.seen.plan.id, &measure.id);
        let updated = self.seen.status(measure).and_then(|status| self.seen.date(status.report));
        since::measure(context, then, before, key, (&now, updated), self.seen.plan.kind.columns, self.writer.log)
    }

    /// Says what changed of what the measures come to.
    fn computed_since(&self, totals: &Totals, since: Since<'a>) -> Cell {
        let (context, then) = (self.writer.context, &since.1.plan);
        let sum = |total: &PlanTotal| total.sum.as_ref().map(|sum| sum.figure.clone());
        let [required, achieved, forecast] = [&totals.required, &totals.achieved, &totals.forecast].map(sum);
        let now = RecordSummary {
            required: required.as_ref(),
            achieved: achieved.as_ref(),
            forecast: forecast.as_ref(),
            ..RecordSummary::default()
        };
        let changes = self.sum_changes(&then.computed_sums(), &now);
        let mut phrases = since_phrases(context, &changes, self.seen.plan.kind.columns);
        if !phrases.is_empty() {
            phrases.extend(since::corrected(context, &self.corrected(since).into_iter().collect::<Vec<_>>()));
            phrases.extend(since::losses(context, since.1, &changes, |then| self.still_told(then)));
        }
        since::cell(phrases)
    }

    /// Returns what is told today of a measure of an edition.
    fn still_told(&self, then: &MeasureSummary) -> Option<since::StillTold> {
        let is_it = |measure: &&Measure| measure.id == then.id || measure.formerly.contains(&then.id);
        let measure = self.seen.plan.measures.iter().find(is_it)?;
        if measure.closed {
            return Some(since::StillTold::as_then(then));
        }
        let updated = self.seen.status(measure).and_then(|status| self.seen.date(status.report));
        let achieved = self.seen.own_or_sum(measure, &|measure| self.seen.achieved(measure));
        Some(since::StillTold { updated, achieved: achieved.map(|told| told.figure().clone()) })
    }

    /// Says what changed of what the document states. Where it states today what nothing explains or not all measures have told, and
    /// did not then, or the other way round, the row of what the measures come to says it.
    fn stated_since(&self, totals: &Totals, since: Since<'a>) -> Cell {
        let then = &since.1.plan;
        let is_alike = |before: &Option<CheckedFigure>, now: &PlanTotal| {
            before.as_ref().is_some_and(CheckedFigure::is_unproven) == now.comparison.is_unproven()
        };
        let is_required = is_alike(&then.contested.required, &totals.required);
        let is_achieved = is_alike(&then.contested.achieved, &totals.achieved);
        let is_forecast = is_alike(&then.contested.forecast, &totals.forecast);
        let before = then.printed_sums();
        let before = RecordSummary {
            required: before.required.filter(|_| is_required),
            achieved: before.achieved.filter(|_| is_achieved),
            forecast: before.forecast.filter(|_| is_forecast),
            ..before
        };
        let now = RecordSummary {
            required: totals.required.printed().filter(|_| is_required),
            achieved: totals.achieved.printed().filter(|_| is_achieved),
            forecast: totals.forecast.printed().filter(|_| is_forecast),
            ..RecordSummary::default()
        };
        since::cell(since_phrases(self.writer.context, &self.sum_changes(&before, &now), self.seen.plan.kind.columns))
    }

    /// Returns what became of sums of the plan.
    fn sum_changes(&self, then: &RecordSummary<'_>, now: &RecordSummary<'_>) -> Vec<Change> {
        let plan = self.seen.plan;
        let subject = || RecordKey::of_plan(&plan.id, RecordKind::Plan, plan.id.as_str());
        compare::summaries(subject, then, now)
    }

    /// Says by how much what the measures had achieved was corrected since an edition.
    fn corrected(&self, (then, plan): Since<'a>) -> Option<String> {
        let context = self.writer.context;
        let seen = since::at_its_report(self.seen, plan)?;
        let correction = |measure: &'a Measure| {
            let before = plan.measure(&measure.id, &measure.formerly)?;
            let is_told =
                !log::corrected_since(context, &then.edition, before, &measure.id, self.writer.log).is_empty();
            let (is, was) = (seen.achieved(measure)?, before.achieved.as_ref()?);
            is.less(was, &was.amount.as_ref()?.unit).filter(|_| is_told)
        };
        let parts: Vec<Figure> = seen.leaves().filter(|measure| !measure.closed).filter_map(correction).collect();
        // Of per cent these are points, as every difference is.
        let unit = &parts.first()?.amount.as_ref()?.unit;
        let sum = difference::sum(parts.iter(), unit)?.amount.filter(|sum| !sum.number.is_zero())?;
        Some(context.say("since-achieved", &[("step", (&context.signed_amount(&sum)).into())]))
    }

    /// Names the measures an edition had that are gone.
    fn gone(&self, measures: &[&Measure]) -> Option<Row> {
        let (_, plan) = self.since?;
        let context = self.writer.context;
        let is_here = |row: &&MeasureSummary| {
            measures.iter().any(|measure| measure.id == row.id || measure.formerly.contains(&row.id))
        };
        let gone = plan.measures.iter().filter(|row| !is_here(row));
        since::gone_row(context, gone.map(|row| context.measure_name(row.number.as_ref(), &row.title)).collect())
    }

    /// Returns the totals of the plan that anything is known of: net, and gross where there are investments.
    fn totals(&self) -> Vec<(Gross, Totals)> {
        let has_investment = self.seen.plan.measures.iter().any(|measure| measure.investment);
        let totals = [Gross::Net, Gross::Gross].map(|gross| (gross, Totals::new(self.seen, gross)));
        let is_told = |(gross, totals): &(Gross, Totals)| match gross {
            Gross::Net => !totals.is_empty(),
            Gross::Gross => totals.lines() > 0 || (has_investment && !totals.is_empty()),
        };
        totals.into_iter().filter(is_told).collect()
    }

    /// Makes the row of a computed total and below it, where they differ, those of what the document states.
    fn foot<'r>(&'r self, gross: Gross, totals: &'r Totals) -> Vec<(RowClass, MeasureLine<'r>)> {
        let [computed, stated, stated_too] = match gross {
            Gross::Net => ["total_computed", "total_stated", "total_stated_too"],
            Gross::Gross => ["gross_computed", "gross_stated", "gross_stated_too"],
        };
        let sums = |word| TotalsRow { totals, gross, word };
        let mut rows = Vec::new();
        if totals.are_computed() {
            rows.push((RowClass::Total, MeasureLineKind::Computed(sums(computed))));
        }
        let lines = if totals.differ() { totals.lines() } else { 0 };
        rows.extend((0..lines).map(|line| {
            let word = if line == 0 { stated } else { stated_too };
            (RowClass::Stated, MeasureLineKind::Stated(sums(word), line))
        }));
        rows.into_iter().map(|(class, what)| (class, MeasureLine { sheet: self, what })).collect()
    }
}

#[cfg(test)]
#[path = "measures_tests.rs"]
mod tests;
