//! Editions: the list of them, and for each what it said that was new.

use std::borrow::Cow;

use super::{
    Block, Fact, Page, ViewContext,
    context::plain,
    figures::flow_figure,
    flow::{LevelChange, LevelFlow, MeasurePair},
    lists::missing_table,
    overview::Overview,
    since,
    tables::{About, log_table},
    writer::{PageHead, PageWriter, heading, lead, section},
};
use crate::{
    compare::{self, RecordKey, RecordKind},
    git::CommitId,
    locale::Arg,
    model::{Edition, Lifecycle, Meeting, OwnOrSum, Site, difference},
    summary::{EditionSummary, LogRow, MeasureSummary, MilestoneSummary, MissingSummary, PlanRow, PlanSummary, Scope},
    table::{Cell, CellValue, Chip, Column, ColumnKind, RowSet, Table, TableLine},
    value::{Date, Figure, Id, Period, RelPath},
    wording::{since_phrases, state_in_words},
};

/// The most editions whose forecasts stand side by side.
const FORECASTS: usize = 6;

/// An edition, for the pages of the site of today.
#[derive(Clone, Copy, Debug)]
pub struct EditionFacts<'a> {
    /// What it said.
    pub snapshot: &'a EditionSummary,
    /// The edition before it.
    pub before: Option<&'a EditionSummary>,
    /// The commit it is cut from and the day that was recorded; `None` while it is open.
    pub commit: Option<(CommitId, Date)>,
    /// How many of its records have been hidden since.
    pub closed_since: usize,
    /// Some of it is withheld of the past, not closed.
    pub is_redacted: bool,
}

/// The editions of the site.
struct Editions;

impl RowSet for Editions {
    type Row<'r> = EditionLine<'r>;
}

/// An edition in the list of all.
struct EditionLine<'r> {
    facts: &'r EditionFacts<'r>,
    writer: &'r PageWriter<'r>,
}

impl<'r> EditionLine<'r> {
    fn edition(&self) -> &'r Edition {
        &self.facts.snapshot.edition
    }
}

const COLUMNS: &[&Column<Editions>] = &[
    &Column::name("edition", "col_edition", |row, _| {
        let page = row.writer.context.addresses.edition(&row.edition().id);
        Cell::of(row.edition().title.as_str()).leads(page.map(|page| row.writer.href(page)).unwrap_or_default())
    }),
    &Column::date("as-of", "col_as_of", |row, _| Cell::date(Some(Period::Day(row.edition().as_of)))),
    &Column::word("committee", "col_committee", |row, _| row.edition().committee.as_ref().map(Id::as_str).into()),
    &Column::word("meeting", "col_meeting", |row, _| {
        row.edition().meeting.as_ref().map(|meeting| meeting_in_words(row.writer.context, meeting)).as_deref().into()
    }),
    &Column::word("state", "col_state", |row, _| state(row.writer.context, row.facts).into()),
    &Column::word("site", "col_whole_site", |row, _| {
        Cell::of(row.writer.context.word("edition_read")).leads(site_of(row.writer, &row.edition().id))
    }),
];

/// Makes the list of editions.
pub(super) fn list(context: &ViewContext, all: Overview, editions: &[EditionFacts]) -> Page {
    let writer = PageWriter::new(context, context.addresses.editions().clone());
    let lines = editions.iter().rev().map(|facts| TableLine::item(EditionLine { facts, writer: &writer }));
    let table =
        Table::new("editions-table", context.word("nav_editions")).kept_open().filled(context.locale, COLUMNS, lines);
    let mut blocks = vec![lead(context.word("editions_lead").to_owned()), Block::Table(table.fitted())];
    let recent = editions.get(editions.len().saturating_sub(FORECASTS)..).unwrap_or_default();
    section(&mut blocks, context, "forecasts", "block_forecasts", forecasts(&writer, all, recent));
    section(&mut blocks, context, "overspend-forecasts", "block_overspend_forecasts", overspends(&writer, all, recent));
    section(&mut blocks, context, "committee-forecasts", "block_committee_forecasts", committees(&writer, all, recent));
    let head = PageHead {
        template: "editions.html",
        section: "editions",
        title: context.word("nav_editions").to_owned(),
        description: context.word("editions_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    writer.finish(head, blocks)
}

/// Says what an edition was cut from, or that it is open.
fn state(context: &ViewContext, facts: &EditionFacts) -> String {
    match facts.commit {
        Some((_, recorded)) => context.say("edition-cut", &[("date", (&context.locale.date(recorded)).into())]),
        None => context.word("edition_open").to_owned(),
    }
}

/// Says which committee an edition is put before, and when.
fn meeting_in_words(context: &ViewContext, meeting: &Meeting) -> String {
    let date = meeting.date.map(|date| context.locale.period(date));
    std::iter::once(context.committee_name(&meeting.committee).to_owned()).chain(date).collect::<Vec<_>>().join(", ")
}

/// Returns the way to the whole site of an edition.
fn site_of(writer: &PageWriter, id: &Id) -> String {
    front_of(writer.context, id).map(|front| writer.href(&front)).unwrap_or_default()
}

/// Returns the front page of the whole site of an edition.
pub(super) fn front_of(context: &ViewContext, id: &Id) -> Option<RelPath> {
    RelPath::new(format!("{}/index.html", context.addresses.edition_folder(id)?)).ok()
}

/// Makes links to what the last meeting had in front of it, and to all editions. A reader who asks what was said then has
/// one step to go.
pub(super) fn last_of_all(writer: &PageWriter, editions: &[EditionFacts]) -> Option<Block> {
    let context = writer.context;
    let last = editions.iter().rfind(|facts| facts.commit.is_some()).or(editions.last())?;
    let edition = &last.snapshot.edition;
    let title = &edition.title;
    let date = edition.meeting.as_ref().and_then(|meeting| meeting.date).map(|date| context.locale.period(date));
    let text = match &date {
        Some(date) => context.say("home-last-meeting", &[("date", date.into()), ("title", title.into())]),
        None if last.commit.is_some() => context.say("home-last-edition", &[("title", title.into())]),
        None => context.say("home-open-edition", &[("title", title.into())]),
    };
    let whole = writer.link(&front_of(context, &edition.id)?, text);
    Some(Block::Links {
        links: vec![whole, writer.link(context.addresses.editions(), context.word("home_all_editions"))],
    })
}

/// What editions forecast, beside what is known now.
struct Forecasts;

impl RowSet for Forecasts {
    type Row<'r> = ForecastLine<'r>;
}

/// What editions forecast of a plan or a committee.
struct ForecastLine<'r> {
    name: Cell,
    told: Vec<Option<Cow<'r, Figure>>>,
    now: Option<Cow<'r, Figure>>,
    /// Whether it is over, so that what is known now is the result.
    is_over: bool,
}

impl ForecastLine<'_> {
    fn told(&self, nth: usize) -> Cell {
        Cell::figure(self.told.get(nth).and_then(Option::as_deref))
    }

    /// Returns the last edition that tells of it.
    fn last_told<'e, 'f>(&self, editions: &'e [EditionFacts<'f>]) -> Option<&'e EditionFacts<'f>> {
        editions.get(self.told.iter().rposition(Option::is_some)?)
    }

    /// Shows how far the result lies from the last forecast. While it runs there is none: what it forecasts for its end is not
    /// what it should have achieved by now.
    fn against_forecast(&self) -> Cell {
        if !self.is_over {
            return Cell::default();
        }
        let last = self.told.iter().rev().find_map(Option::as_deref);
        let gap = self.now.as_deref().zip(last).and_then(|(now, last)| now.less(last, &last.amount.as_ref()?.unit));
        gap.map_or_else(Cell::default, |gap| Cell::of(CellValue::Step(gap)))
    }
}

/// What forecasts stand beside.
#[derive(Clone, Copy)]
enum Beside {
    /// What was achieved by now, and how far that lies from the last of them.
    Outturn,
    /// What is forecast now.
    ForecastNow,
}

/// Makes a table of forecasts. Answers nothing where it has no two columns of figures to compare.
fn forecast_table<'r>(
    context: &ViewContext,
    table: Table,
    editions: &[EditionFacts],
    beside: Beside,
    lines: impl Iterator<Item = ForecastLine<'r>>,
) -> Option<Table> {
    let mut columns: Vec<Column<Forecasts>> = vec![Column::name("what", "col_what", |row, _| row.name.clone())];
    columns.extend(editions.iter().enumerate().map(|(nth, facts)| {
        let edition = &facts.snapshot.edition;
        let head = context.say("col-forecast-of", &[("date", (&context.locale.date(edition.as_of)).into())]);
        let column = Column::amount("", "", |row: &ForecastLine<'_>, nth| row.told(nth));
        column.one_of(nth, edition.id.as_str(), head)
    }));
    let now = |id, head| Column::amount(id, head, |row: &ForecastLine<'_>, _| Cell::figure(row.now.as_deref()));
    match beside {
        Beside::Outturn => columns.extend([
            now("outturn", "col_outturn"),
            Column::amount("against-forecast", "col_against_forecast", |row: &ForecastLine<'_>, _| {
                row.against_forecast()
            }),
        ]),
        Beside::ForecastNow => columns.push(now("forecast-now", "col_forecast_now")),
    }
    // Of what no edition forecast anything there is nothing to compare.
    let lines = lines.filter(|line| line.told.iter().any(Option::is_some)).map(TableLine::item);
    let table = table.filled(context.locale, &columns, lines).fitted();
    (!table.rows.is_empty() && table.columns.len() > 2).then_some(table)
}

/// Makes the line of a plan, with one of the figures that editions tell of it.
fn plan_line<'r>(
    writer: &PageWriter,
    rows: &'r PlanSummary,
    editions: &[EditionFacts<'r>],
    pick: fn(&PlanRow) -> Option<&Figure>,
) -> ForecastLine<'r> {
    let told = |facts: &EditionFacts<'r>| {
        pick(&facts.snapshot.plan(&rows.plan.id, &rows.plan.formerly)?.plan).map(Cow::Borrowed)
    };
    let name = Cell::of(rows.plan.title.as_str()).in_language(rows.plan.language);
    let name = name.leads(writer.href(&rows.plan.page));
    let is_over = is_over(rows, writer.context.site.as_of);
    ForecastLine { name, told: editions.iter().map(told).collect(), now: None, is_over }
}

/// Tells whether a plan has come to its end on a day: it is finished, or its year is over and no open measure has a later date
/// or is about a later year.
fn is_over(rows: &PlanSummary, today: Date) -> bool {
    let is_later = |row: &MeasureSummary| {
        row.due.is_some_and(|due| due.last() > today) || row.year.is_some_and(|year| year.last() > today)
    };
    let is_year_over = rows.plan.year.is_some_and(|year| year.last() <= today);
    rows.plan.finished.is_some() || (is_year_over && !rows.measures.iter().any(|row| row.is_open() && is_later(row)))
}

/// Makes the table of what each edition forecast for a plan, beside what has been achieved by now.
fn forecasts(writer: &PageWriter, all: Overview, editions: &[EditionFacts]) -> Option<Table> {
    let lines = all.plans.iter().map(|rows| {
        let line = plan_line(writer, rows, editions, |plan| plan.forecast.as_ref());
        let now = line.last_told(editions).and_then(|last| {
            let then = last.snapshot.plan(&rows.plan.id, &rows.plan.formerly)?;
            sum(achieved_of_forecast(then, Some(rows))?)
        });
        ForecastLine { now: now.map(Cow::Owned), ..line }
    });
    let table = Table::new("forecasts-table", writer.context.word("caption_forecasts"));
    forecast_table(writer.context, table, editions, Beside::Outturn, lines)
}

/// Makes the table of the overspend that each edition forecast for a plan, beside what is forecast now.
fn overspends(writer: &PageWriter, all: Overview, editions: &[EditionFacts]) -> Option<Table> {
    let lines = all.plans.iter().map(|rows| ForecastLine {
        now: rows.plan.overspend.as_ref().map(Cow::Borrowed),
        ..plan_line(writer, rows, editions, |plan| plan.overspend.as_ref())
    });
    let table = Table::new("overspend-forecasts-table", writer.context.word("caption_overspend_forecasts"));
    forecast_table(writer.context, table, editions, Beside::ForecastNow, lines)
}

/// Makes the same table of committees: the sums of the plans each of them leads.
fn committees(writer: &PageWriter, all: Overview, editions: &[EditionFacts]) -> Option<Table> {
    let context = writer.context;
    let line = |id: &Id| {
        let told = editions.iter().map(|facts| {
            let plans = forecast_plans(facts.snapshot, id);
            sum(plans.iter().filter_map(|rows| rows.plan.forecast.as_ref()).collect()).map(Cow::Owned)
        });
        let page = context.addresses.committee(id).map(|page| writer.href(page)).unwrap_or_default();
        let name = Cell::of(context.committee_name(id)).leads(page);
        let line = ForecastLine { name, told: told.collect(), now: None, is_over: false };
        // Of a plan that is gone nothing more is to come.
        let has_ended = |then: &PlanSummary| today(all, then).is_none_or(|now| is_over(now, context.site.as_of));
        let is_over =
            line.last_told(editions).is_some_and(|last| forecast_plans(last.snapshot, id).into_iter().all(has_ended));
        let now = line.last_told(editions).and_then(|last| {
            let achieved =
                forecast_plans(last.snapshot, id).into_iter().map(|then| achieved_of_forecast(then, today(all, then)));
            sum(achieved.collect::<Option<Vec<_>>>()?.concat())
        });
        ForecastLine { now: now.map(Cow::Owned), is_over, ..line }
    };
    let table = Table::new("committee-forecasts-table", context.word("caption_committee_forecasts"));
    forecast_table(context, table, editions, Beside::Outturn, context.site.committees.keys().map(line))
}

/// Returns the plans that a committee led in an edition and that had a forecast there.
fn forecast_plans<'r>(edition: &'r EditionSummary, committee: &Id) -> Vec<&'r PlanSummary> {
    let has_forecast = |rows: &&PlanSummary| rows.plan.forecast.is_some();
    let leads = |rows: &&PlanSummary| rows.plan.committees.first() == Some(committee);
    edition.plans.values().filter(leads).filter(has_forecast).collect()
}

/// Returns what is known today of a plan of an edition.
fn today<'r>(all: Overview<'r>, then: &PlanSummary) -> Option<&'r PlanSummary> {
    let id = &then.plan.id;
    let is_it = |rows: &&&PlanSummary| rows.plan.id == *id || rows.plan.formerly.contains(id);
    all.plans.iter().find(is_it).copied()
}

/// Returns what the measures have achieved by now that a forecast was of: nothing else can be held against it. What is gone
/// has achieved what was last told of it. Where one that goes on has achieved nothing yet, there is nothing to compare.
fn achieved_of_forecast<'r>(then: &'r PlanSummary, now: Option<&'r PlanSummary>) -> Option<Vec<&'r Figure>> {
    let mut achieved = Vec::new();
    for before in then.measures.iter().filter(|row| row.is_forecast) {
        let is_it = |row: &&MeasureSummary| row.id == before.id || row.formerly.contains(&before.id);
        let row = now.and_then(|now| now.measures.iter().find(is_it));
        let goes_on = row.is_some_and(|row| row.lifecycle != Some(Lifecycle::Dropped));
        match row.unwrap_or(before).achieved_told.as_ref().and_then(OwnOrSum::whole) {
            Some(figure) => achieved.push(figure),
            None if goes_on => return None,
            None => {}
        }
    }
    Some(achieved)
}

/// Adds up figures in the unit of the first; nothing where they do not add up.
fn sum(figures: Vec<&Figure>) -> Option<Figure> {
    let unit = &figures.first()?.amount.as_ref()?.unit;
    difference::sum(figures.iter().copied(), unit)
}

/// Says how much of an edition is not shown.
pub(super) fn left_out(context: &ViewContext, count: usize, is_redacted: bool) -> Block {
    let word = if is_redacted { "banner-withheld" } else { "banner-hidden" };
    Block::Text { text: context.say(word, &[("count", count.into())]) }
}

/// Makes the page of an edition: what it is, and what changed since the one before.
pub(super) fn page(context: &ViewContext, all: Overview, facts: &EditionFacts) -> Option<Page> {
    let edition = &facts.snapshot.edition;
    let writer = PageWriter::new(context, context.addresses.edition(&edition.id)?.clone());
    let date = context.locale.date(edition.as_of);
    let text = context.say("edition-state", &[("date", (&date).into()), ("plans", facts.snapshot.plans.len().into())]);
    let mut plans: Vec<&PlanSummary> = facts.snapshot.plans.values().collect();
    plans.sort_by(|a, b| context.locale.compare(&a.plan.title, &b.plan.title));
    let counts = Overview { plans: &plans }.levels(Scope::All);
    let text = match counts.all() {
        0 => text,
        _ => {
            let words = state_in_words(context, &facts.snapshot.site, &counts);
            context.say("state-as-of", &[("date", (&date).into()), ("state", (&words).into())])
        }
    };
    let mut blocks = vec![lead(text.clone())];
    let read = if facts.commit.is_some() { "edition_read_whole" } else { "edition_read_open" };
    let link = super::PageLink { text: context.word(read).to_owned(), href: site_of(&writer, &edition.id), lang: None };
    let corrects = |row: &&LogRow| row.corrects.as_ref() == Some(&edition.id);
    let corrections = all.plans.iter().flat_map(|rows| &rows.log).filter(corrects);
    let corrected = corrections.clone().count();
    let to_corrections = (corrected > 0).then(|| super::PageLink {
        text: context.say("edition-corrected", &[("count", corrected.into())]),
        href: "#corrections".to_owned(),
        lang: None,
    });
    blocks.push(Block::Links { links: std::iter::once(link).chain(to_corrections).collect() });
    blocks.push(Block::Facts { facts: head_facts(context, facts) });
    if facts.closed_since > 0 {
        blocks.push(left_out(context, facts.closed_since, facts.is_redacted));
    }
    let caption = context.word("caption_corrections").to_owned();
    let table = log_table(&writer, "corrections-table", caption, About::Plans, corrections);
    section(&mut blocks, context, "corrections", "block_corrections", table);
    if let Some(before) = facts.before {
        changes(&mut blocks, &writer, facts, before, &plans);
    }
    let missing: Vec<(&PlanRow, &MissingSummary)> = Overview { plans: &plans }.missing(Scope::All);
    section(&mut blocks, context, "missing", "block_missing", missing_table(&writer, &missing));
    let head = PageHead {
        template: "edition.html",
        section: "editions",
        title: edition.title.clone(),
        description: text,
        crumbs: vec![writer.link(context.addresses.editions(), context.word("nav_editions"))],
        updated: None,
    };
    Some(writer.finish(head, blocks))
}

fn head_facts(context: &ViewContext, facts: &EditionFacts) -> Vec<Fact> {
    let edition = &facts.snapshot.edition;
    let mut list = Vec::new();
    let mut add = |word, text: String| {
        list.push(Fact { name: context.word(word).to_owned(), values: vec![plain(text)] });
    };
    add("col_as_of", context.locale.date(edition.as_of));
    if let Some(committee) = &edition.committee {
        add("fact_committee", context.committee_name(committee).to_owned());
    }
    if let Some(meeting) = &edition.meeting {
        add("col_meeting", meeting_in_words(context, meeting));
    }
    add("col_state", state(context, facts));
    if let Some((commit, _)) = facts.commit {
        add("fact_revision", commit.short());
    }
    list
}

/// Adds what changed since the edition before: how statuses went, measure by measure, and milestones that moved.
fn changes(
    blocks: &mut Vec<Block>,
    writer: &PageWriter,
    facts: &EditionFacts,
    before: &EditionSummary,
    plans: &[&PlanSummary],
) {
    let context = writer.context;
    let (from, to) = (context.locale.date(before.edition.as_of), context.locale.date(facts.snapshot.edition.as_of));
    let args: [(&str, Arg); 2] = [("from", (&from).into()), ("to", (&to).into())];
    let flow = LevelFlow::new(before, &facts.snapshot.site, plans);
    blocks.push(heading("flow", context.say("block-flow", &args[..1])));
    blocks.extend(flow_figure(context, &flow, &from, &to));
    if !flow.pairs.is_empty() {
        blocks.push(Block::Table(flow.table(context, context.say("caption-flow", &args))));
    }
    let stated = flow.stated(context);
    if !stated.is_empty() {
        let table = Table::new("counts-flow-table", context.word("caption_counts_flow")).in_order();
        let columns = stated_columns(&from, &to, context);
        blocks.push(Block::Table(table.filled(context.locale, &columns, stated.into_iter().map(TableLine::item))));
    }
    let (new, other) = flow.worst_first().into_iter().partition(|pair| pair.is_new_without_level());
    let (new, table): (Vec<&MeasurePair>, _) = (new, changed_measures(writer, facts, &flow, other));
    if !new.is_empty() || table.is_some() {
        blocks.push(heading("measures", context.word("block_changed_measures")));
        let words = || context.say("since-new-without-level", &[("count", new.len().into())]);
        blocks.extend((!new.is_empty()).then(|| Block::Text { text: words() }));
        blocks.extend(table.map(Block::Table));
    }
    section(blocks, context, "milestones", "block_moved_milestones", moved_milestones(writer, before, plans));
}

/// Levels, and how many measures are stated to stand at each by number alone.
struct StatedLevels;

impl RowSet for StatedLevels {
    type Row<'r> = LevelChange;
}

/// Returns the columns of how many stood and stand at each level, and how many more or fewer.
fn stated_columns(from: &str, to: &str, context: &ViewContext) -> [Column<StatedLevels>; 4] {
    let before: Column<StatedLevels> = Column::count("before", "", |row, _| row.before.into());
    let now: Column<StatedLevels> = Column::count("count", "", |row, _| row.now.into());
    let step: Column<StatedLevels> = Column::change("change", "", |row, _| {
        row.step.clone().map_or_else(Cell::default, |step| Cell::of(CellValue::Step(step)))
    });
    [
        Column::name("level", "col_level", |row, _| row.word.as_str().into()),
        before.headed(from.to_owned()),
        now.headed(to.to_owned()),
        Column { kind: ColumnKind::Amount, ..step.headed(context.word("col_change").to_owned()) },
    ]
}

/// Measures that are new, gone or changed.
struct ChangedMeasures;

impl RowSet for ChangedMeasures {
    type Row<'r> = ChangedMeasure<'r>;
}

/// A measure and what changed of it.
struct ChangedMeasure<'r> {
    plan: &'r PlanRow,
    row: &'r MeasureSummary,
    /// The registers its level is one of.
    site: &'r Site,
    href: String,
    phrases: Vec<String>,
    context: &'r ViewContext<'r>,
}

const CHANGED: &[&Column<ChangedMeasures>] = &[
    &Column::name("measure", "col_measure", |row, _| {
        let context = row.context.in_language(row.plan.language);
        let name = context.measure_name(row.row.number.as_ref(), &row.row.title);
        Cell::of(name).in_language(row.plan.language).leads(row.href.clone())
    }),
    &Column::word("plan", "col_plan", |row, _| Cell::of(row.plan.title.as_str()).in_language(row.plan.language)),
    &Column::status("status", "col_status", |row, _| {
        let level = row.row.level.and_then(|reference| Some((row.site.level(reference)?, row.site.rank(reference))));
        Cell::chips(level.map(|(level, rank)| Chip {
            word: level.word.clone(),
            tone: level.tone.word(),
            quiet: false,
            count: None,
            lang: row.context.foreign(row.site.language),
            rank,
        }))
    }),
    &Column::change("change", "col_change", |row, _| since::cell(row.phrases.clone())),
];

/// Makes the table of measures that are new, gone or changed, among some pairs.
fn changed_measures(
    writer: &PageWriter,
    facts: &EditionFacts,
    flow: &LevelFlow,
    pairs: Vec<&MeasurePair>,
) -> Option<Table> {
    let context = writer.context;
    let folder = context.addresses.edition_folder(&facts.snapshot.edition.id).unwrap_or_default();
    let in_edition = |page: &RelPath| RelPath::new(format!("{folder}/{page}")).map(|page| writer.href(&page));
    let mut lines = Vec::new();
    for pair in pairs {
        let Some((plan, row)) = pair.now.or(pair.then) else { continue };
        let phrases = match (pair.then, pair.now) {
            (Some((_, then)), Some((_, now))) => {
                let subject = || RecordKey::of_plan(&plan.id, RecordKind::Measure, row.id.as_str());
                let (then, now) = (then.summary(flow.site_then), now.summary(flow.site_now));
                since_phrases(context, &compare::summaries(subject, &then, &now), &[])
            }
            (None, _) => vec![context.word("since_new").to_owned()],
            (_, None) => vec![context.word("since_gone").to_owned()],
        };
        let href = pair.now.and_then(|(_, row)| in_edition(&row.page).ok()).unwrap_or_default();
        let site = if pair.now.is_some() { flow.site_now } else { flow.site_then };
        if !phrases.is_empty() {
            lines.push(TableLine::item(ChangedMeasure { plan, row, site, href, phrases, context }));
        }
    }
    Table::new("changed-table", context.word("caption_changed_measures"))
        .filled(context.locale, CHANGED, lines)
        .fitted_if_any()
}

/// Milestones that moved, were reached or are new.
struct MovedMilestones;

impl RowSet for MovedMilestones {
    type Row<'r> = MovedMilestone<'r>;
}

/// A milestone and what changed of it.
struct MovedMilestone<'r> {
    plan: &'r PlanRow,
    row: &'r MilestoneSummary,
    phrases: Vec<String>,
}

const MOVED: &[&Column<MovedMilestones>] = &[
    &Column::name("milestone", "col_milestone", |row, _| row.row.name().into()),
    &Column::word("plan", "col_plan", |row, _| Cell::of(row.plan.title.as_str()).in_language(row.plan.language)),
    &Column::change("change", "col_change", |row, _| since::cell(row.phrases.clone())),
];

/// Makes the table of milestones that moved, were reached or are new.
fn moved_milestones(writer: &PageWriter, before: &EditionSummary, plans: &[&PlanSummary]) -> Option<Table> {
    let context = writer.context;
    let mut lines = Vec::new();
    for rows in plans {
        let then = before.plan(&rows.plan.id, &rows.plan.formerly);
        for row in &rows.milestones {
            let before = then.and_then(|then| then.milestone(&row.number));
            let phrases = since::milestone(context, &rows.plan.id, before, &row.summary(), None);
            if !phrases.is_empty() {
                lines.push(TableLine::item(MovedMilestone { plan: &rows.plan, row, phrases }));
            }
        }
    }
    Table::new("moved-table", context.word("caption_moved_milestones"))
        .filled(context.locale, MOVED, lines)
        .fitted_if_any()
}
