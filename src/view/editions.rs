//! Editions: the list of them, and for each what it said that was new.

use super::{
    Block, Cell, Column, ColumnClass, Desk, Fact, Page, PlanRows, Row, RowClass, Snapshot, Table,
    desk::plain,
    draft::{Draft, Head, heading, lead, section},
    figures::flow_figure,
    flow::{Flow, Pair},
    gathered::Gathered,
    lists::missing_table,
    log::LogRow,
    rows::{MissingRow, PlanRow},
    scope::Whose,
    since::{self, Known, MilestoneDates},
    tables::{About, log_table},
};
use crate::{
    git::CommitId,
    locale::Arg,
    value::{Date, Figure, Id, Period, RelPath},
};

/// The most editions whose forecasts stand side by side.
const FORECASTS: usize = 6;

/// An edition, for the pages of the site of today.
#[derive(Clone, Copy, Debug)]
pub struct EditionFacts<'a> {
    /// What it said.
    pub snapshot: &'a Snapshot,
    /// The edition before it.
    pub before: Option<&'a Snapshot>,
    /// The commit it is cut from and the day that was recorded; `None` while it is open.
    pub commit: Option<(CommitId, Date)>,
    /// How many of its records have been hidden since.
    pub closed_since: usize,
}

/// Makes the list of editions.
pub(super) fn list(desk: &Desk, all: Gathered, editions: &[EditionFacts]) -> Page {
    let draft = Draft::new(desk, desk.book.editions().clone());
    let row = |facts: &EditionFacts| {
        let edition = &facts.snapshot.edition;
        let page = desk.book.edition(&edition.id);
        Row::new(
            RowClass::Item,
            vec![
                Cell::of(edition.title.as_str()).leads(page.map(|page| draft.href(page)).unwrap_or_default()),
                Cell::date(desk, Some(Period::Day(edition.as_of))),
                Cell::of(edition.committee.as_ref().map_or("", Id::as_str)),
                Cell::of(state(desk, facts)),
                Cell::of(desk.word("edition_read")).leads(site_of(&draft, &edition.id)),
            ],
        )
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "editions-table".into(),
        caption: desk.word("nav_editions").to_owned(),
        columns: vec![
            column("col_edition", ColumnClass::Head),
            column("col_as_of", ColumnClass::Word),
            column("col_committee", ColumnClass::Word),
            column("col_state", ColumnClass::Word),
            column("col_whole_site", ColumnClass::Word),
        ],
        rows: editions.iter().rev().map(row).collect(),
        ..Table::default()
    };
    let mut blocks = vec![lead(desk.word("editions_lead").to_owned()), Block::Table(table.fitted())];
    let recent = editions.get(editions.len().saturating_sub(FORECASTS)..).unwrap_or_default();
    section(&mut blocks, desk, "forecasts", "block_forecasts", forecasts(&draft, all, recent));
    section(&mut blocks, desk, "overspend-forecasts", "block_overspend_forecasts", overspends(&draft, all, recent));
    section(&mut blocks, desk, "committee-forecasts", "block_committee_forecasts", committees(&draft, all, recent));
    let head = Head {
        template: "editions.html",
        section: "editions",
        title: desk.word("nav_editions").to_owned(),
        description: desk.word("editions_lead").to_owned(),
        crumbs: Vec::new(),
        updated: None,
    };
    draft.finish(head, blocks)
}

/// Says what an edition was cut from, or that it is open.
fn state(desk: &Desk, facts: &EditionFacts) -> String {
    match facts.commit {
        Some((_, recorded)) => desk.say("edition-cut", &[("date", (&desk.locale.date(recorded)).into())]),
        None => desk.word("edition_open").to_owned(),
    }
}

/// Returns the way to the whole site of an edition.
fn site_of(draft: &Draft, id: &Id) -> String {
    let folder = draft.desk.book.edition_folder(id).unwrap_or_default();
    RelPath::new(format!("{folder}/index.html")).map(|front| draft.href(&front)).unwrap_or_default()
}

/// Makes the table of what each edition forecast for a plan, beside what has been achieved by now.
fn forecasts(draft: &Draft, all: Gathered, editions: &[EditionFacts]) -> Option<Table> {
    let desk = draft.desk;
    let row = |rows: &&PlanRows| {
        let then = editions.iter().map(|facts| facts.snapshot.plan(&rows.plan.id, &rows.plan.formerly));
        let told: Vec<Option<&Figure>> = then.map(|rows| rows?.plan.forecast.as_ref()).collect();
        let has_any = told.iter().any(Option::is_some);
        let name = Cell::of(rows.plan.title.as_str()).leads(draft.href(&rows.plan.page));
        let achieved = sum(achieved_of_forecast(rows));
        has_any.then(|| forecast_row(desk, name, told, achieved.as_ref()))
    };
    forecast_table(desk, "forecasts-table", "caption_forecasts", editions, all.plans.iter().filter_map(row).collect())
}

/// Makes the table of the overspend that each edition forecast for a plan, beside what is forecast now.
fn overspends(draft: &Draft, all: Gathered, editions: &[EditionFacts]) -> Option<Table> {
    let desk = draft.desk;
    let figure = |figure: Option<&Figure>| figure.map_or_else(Cell::default, |figure| Cell::of(desk.figure(figure)));
    let row = |rows: &&PlanRows| {
        let then = editions.iter().map(|facts| facts.snapshot.plan(&rows.plan.id, &rows.plan.formerly));
        let told: Vec<Option<&Figure>> = then.map(|rows| rows?.plan.overspend.as_ref()).collect();
        let name = Cell::of(rows.plan.title.as_str()).leads(draft.href(&rows.plan.page));
        let cells = std::iter::once(name).chain(told.iter().map(|told| figure(*told)));
        let now = figure(rows.plan.overspend.as_ref());
        told.iter().any(Option::is_some).then(|| Row::new(RowClass::Item, cells.chain([now]).collect()))
    };
    let dates = editions.iter().map(|facts| forecast_column(desk, facts));
    let head = Column::new(desk.word("col_what"), ColumnClass::Head);
    let now = Column::new(desk.word("col_forecast_now"), ColumnClass::Number);
    let table = Table {
        id: "overspend-forecasts-table".into(),
        caption: desk.word("caption_overspend_forecasts").to_owned(),
        columns: std::iter::once(head).chain(dates).chain([now]).collect(),
        rows: all.plans.iter().filter_map(row).collect(),
        ..Table::default()
    };
    compares(table)
}

fn forecast_column(desk: &Desk, facts: &EditionFacts) -> Column {
    let date = desk.locale.date(facts.snapshot.edition.as_of);
    Column::new(desk.say("col-forecast-of", &[("date", (&date).into())]), ColumnClass::Number)
}

/// Makes the same table of committees: the sums of the plans each of them leads.
fn committees(draft: &Draft, all: Gathered, editions: &[EditionFacts]) -> Option<Table> {
    let desk = draft.desk;
    let row = |id: &Id| {
        let leads = |plan: &PlanRow| plan.committees.first() == Some(id);
        let told: Vec<Option<Figure>> = editions
            .iter()
            .map(|facts| {
                let plans = facts.snapshot.plans.values().map(|rows| &rows.plan).filter(|plan| leads(plan));
                sum(plans.filter_map(|plan| plan.forecast.as_ref()).collect())
            })
            .collect();
        let plans = all.plans.iter().filter(|rows| leads(&rows.plan));
        let achieved = sum(plans.flat_map(|rows| achieved_of_forecast(rows)).collect());
        let page = desk.book.committee(id).map(|page| draft.href(page)).unwrap_or_default();
        let name = Cell::of(desk.committee_name(id)).leads(page);
        let has_any = told.iter().any(Option::is_some);
        has_any.then(|| forecast_row(desk, name, told.iter().map(Option::as_ref).collect(), achieved.as_ref()))
    };
    let rows = desk.site.committees.keys().filter_map(row).collect();
    forecast_table(desk, "committee-forecasts-table", "caption_committee_forecasts", editions, rows)
}

/// Returns what the measures of a plan have achieved that a forecast was made for: nothing else can be held against it.
/// Where one of them has achieved nothing yet, there is nothing to compare.
fn achieved_of_forecast(rows: &PlanRows) -> Vec<&Figure> {
    let forecast = rows.measures.iter().filter(|row| row.is_counted && row.forecast.is_some());
    let achieved: Option<Vec<&Figure>> = forecast.map(|row| row.achieved.as_ref()).collect();
    achieved.unwrap_or_default()
}

/// Adds up figures in the unit of the first; nothing where they do not add up.
fn sum(figures: Vec<&Figure>) -> Option<Figure> {
    let unit = &figures.first()?.amount.as_ref()?.unit;
    let approx = figures.iter().find_map(|figure| figure.approx);
    let amount = crate::model::difference::sum(figures.iter().copied(), unit)?;
    Some(Figure { approx, ..Figure::exact(amount) })
}

fn forecast_row(desk: &Desk, name: Cell, told: Vec<Option<&Figure>>, achieved: Option<&Figure>) -> Row {
    let figure = |figure: Option<&Figure>| figure.map_or_else(Cell::default, |figure| Cell::of(desk.figure(figure)));
    let last = told.iter().rev().flatten().next().copied();
    let gap =
        achieved.zip(last).and_then(|(achieved, last)| super::shown::less(achieved, last, &last.amount.as_ref()?.unit));
    let signed = |gap: &Figure| match &gap.amount {
        Some(amount) if gap.approx.is_none() => desk.signed_amount(amount),
        _ => desk.locale.figure(gap),
    };
    let gap = gap.map_or_else(Cell::default, |gap| Cell::of(signed(&gap)));
    let cells = std::iter::once(name).chain(told.into_iter().map(figure)).chain([figure(achieved), gap]);
    Row::new(RowClass::Item, cells.collect())
}

fn forecast_table(
    desk: &Desk,
    id: &str,
    caption: &'static str,
    editions: &[EditionFacts],
    rows: Vec<Row>,
) -> Option<Table> {
    let dates = editions.iter().map(|facts| forecast_column(desk, facts));
    let column = |word, class| Column::new(desk.word(word), class);
    let columns = std::iter::once(column("col_what", ColumnClass::Head))
        .chain(dates)
        .chain([column("col_outturn", ColumnClass::Number), column("col_against_forecast", ColumnClass::Number)]);
    let table = Table {
        id: id.to_owned(),
        caption: desk.word(caption).to_owned(),
        columns: columns.collect(),
        rows,
        ..Table::default()
    };
    compares(table)
}

/// Fits a table of forecasts. Answers nothing where it has no two columns of figures to compare.
fn compares(table: Table) -> Option<Table> {
    let table = table.fitted();
    (!table.rows.is_empty() && table.columns.len() > 2).then_some(table)
}

/// Makes the page of an edition: what it is, and what changed since the one before.
pub(super) fn page(desk: &Desk, all: Gathered, facts: &EditionFacts) -> Option<Page> {
    let edition = &facts.snapshot.edition;
    let draft = Draft::new(desk, desk.book.edition(&edition.id)?.clone());
    let date = desk.locale.date(edition.as_of);
    let text = desk.say("edition-state", &[("date", (&date).into()), ("plans", facts.snapshot.plans.len().into())]);
    let mut blocks = vec![lead(text.clone())];
    let read = if facts.commit.is_some() { "edition_read_whole" } else { "edition_read_open" };
    let link = super::Anchor { text: desk.word(read).to_owned(), href: site_of(&draft, &edition.id) };
    blocks.push(Block::Facts { facts: head_facts(desk, facts) });
    blocks.push(Block::Links { links: vec![link] });
    if facts.closed_since > 0 {
        blocks.push(Block::Text { text: desk.say("banner-hidden", &[("count", facts.closed_since.into())]) });
    }
    let corrects = |row: &&LogRow| row.corrects.as_ref() == Some(&edition.id);
    let corrections = all.plans.iter().flat_map(|rows| &rows.log).filter(corrects);
    let caption = desk.word("caption_corrections").to_owned();
    let table = log_table(&draft, "corrections-table", caption, About::Plans, corrections);
    section(&mut blocks, desk, "corrections", "block_corrections", table);
    let mut plans: Vec<&PlanRows> = facts.snapshot.plans.values().collect();
    plans.sort_by(|a, b| desk.locale.compare(&a.plan.title, &b.plan.title));
    if let Some(before) = facts.before {
        changes(&mut blocks, &draft, facts, before, &plans);
    }
    let missing: Vec<(&PlanRow, &MissingRow)> = Gathered { plans: &plans }.missing(Whose::All);
    section(&mut blocks, desk, "missing", "block_missing", missing_table(&draft, &missing));
    let head = Head {
        template: "edition.html",
        section: "editions",
        title: edition.title.clone(),
        description: text,
        crumbs: vec![draft.link(desk.book.editions(), desk.word("nav_editions"))],
        updated: None,
    };
    Some(draft.finish(head, blocks))
}

fn head_facts(desk: &Desk, facts: &EditionFacts) -> Vec<Fact> {
    let edition = &facts.snapshot.edition;
    let mut list = Vec::new();
    let mut add = |word, text: String| {
        list.push(Fact { name: desk.word(word).to_owned(), values: vec![plain(text)] });
    };
    add("col_as_of", desk.locale.date(edition.as_of));
    if let Some(committee) = &edition.committee {
        add("fact_committee", desk.committee_name(committee).to_owned());
    }
    add("col_state", state(desk, facts));
    if let Some((commit, _)) = facts.commit {
        add("fact_revision", commit.short());
    }
    list
}

/// Adds what changed since the edition before: how statuses went, measure by measure, and milestones that moved.
fn changes(blocks: &mut Vec<Block>, draft: &Draft, facts: &EditionFacts, before: &Snapshot, plans: &[&PlanRows]) {
    let desk = draft.desk;
    let (from, to) = (desk.locale.date(before.edition.as_of), desk.locale.date(facts.snapshot.edition.as_of));
    let args: [(&str, Arg); 2] = [("from", (&from).into()), ("to", (&to).into())];
    let flow = Flow::new(before, &facts.snapshot.site, plans);
    blocks.push(heading("flow", desk.say("block-flow", &args[..1])));
    blocks.extend(flow_figure(desk, &flow, &from, &to));
    blocks.push(Block::Table(flow.table(desk, desk.say("caption-flow", &args))));
    let (new, other) = flow.worst_first().into_iter().partition(|pair| pair.is_new_without_level());
    let (new, table): (Vec<&Pair>, _) = (new, changed_measures(draft, facts, &flow, other));
    if !new.is_empty() || table.is_some() {
        blocks.push(heading("measures", desk.word("block_changed_measures")));
        let words = || desk.say("since-new-without-level", &[("count", new.len().into())]);
        blocks.extend((!new.is_empty()).then(|| Block::Text { text: words() }));
        blocks.extend(table.map(Block::Table));
    }
    section(blocks, desk, "milestones", "block_moved_milestones", moved_milestones(draft, before, plans));
}

/// Makes the table of measures that are new, gone or changed, among some pairs.
fn changed_measures(draft: &Draft, facts: &EditionFacts, flow: &Flow, pairs: Vec<&Pair>) -> Option<Table> {
    let desk = draft.desk;
    let folder = desk.book.edition_folder(&facts.snapshot.edition.id).unwrap_or_default();
    let in_edition = |page: &RelPath| RelPath::new(format!("{folder}/{page}")).map(|page| draft.href(&page));
    let row = |pair: &&Pair| {
        let (plan, row) = pair.now.or(pair.then)?;
        let phrases = match (pair.then, pair.now) {
            (Some((_, then)), Some((_, now))) => {
                let then = Known::of(flow.site_then, then);
                then.until(desk, &Known::of(flow.site_now, now), &[])
            }
            (None, _) => vec![desk.word("since_new").to_owned()],
            (_, None) => vec![desk.word("since_gone").to_owned()],
        };
        let href = pair.now.and_then(|(_, row)| in_edition(&row.page).ok()).unwrap_or_default();
        let site = if pair.now.is_some() { flow.site_now } else { flow.site_then };
        let level = row.level.and_then(|level| site.level(level));
        let chip = level.map(|level| super::Chip {
            word: level.word.clone(),
            tone: level.tone.word(),
            quiet: false,
            count: None,
        });
        let cells = vec![
            Cell::of(desk.measure_name(row.number.as_ref(), &row.title)).leads(href),
            Cell::of(plan.title.as_str()),
            Cell::chips(chip.into_iter().collect()),
            since::cell(desk, &phrases),
        ];
        (!phrases.is_empty()).then(|| Row::new(RowClass::Item, cells))
    };
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "changed-table".into(),
        caption: desk.word("caption_changed_measures").to_owned(),
        columns: vec![
            column("col_measure", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_status", ColumnClass::Status),
            column("col_change", ColumnClass::Change),
        ],
        rows: pairs.iter().filter_map(row).collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| table.fitted())
}

/// Makes the table of milestones that moved, were reached or are new.
fn moved_milestones(draft: &Draft, before: &Snapshot, plans: &[&PlanRows]) -> Option<Table> {
    let desk = draft.desk;
    let rows = plans.iter().flat_map(|rows| {
        let then = before.plan(&rows.plan.id, &rows.plan.formerly);
        rows.milestones.iter().filter_map(move |row| {
            let before = then.and_then(|then| then.milestones.iter().find(|other| other.number == row.number));
            let phrases =
                since::milestone(desk, before, &MilestoneDates { moved_from: None, ..MilestoneDates::of(row) });
            let cells = vec![Cell::of(row.name()), Cell::of(rows.plan.title.as_str()), since::cell(desk, &phrases)];
            (!phrases.is_empty()).then(|| Row::new(RowClass::Item, cells))
        })
    });
    let column = |word, class| Column::new(desk.word(word), class);
    let table = Table {
        id: "moved-table".into(),
        caption: desk.word("caption_moved_milestones").to_owned(),
        columns: vec![
            column("col_milestone", ColumnClass::Head),
            column("col_plan", ColumnClass::Word),
            column("col_change", ColumnClass::Change),
        ],
        rows: rows.collect(),
        ..Table::default()
    };
    (!table.rows.is_empty()).then(|| table.fitted())
}
