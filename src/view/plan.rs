//! A plan's page: the blocks of its kind, as known now or at one of its reports.

use super::{
    Block, Fact, Page, PageLink, Tile, ViewContext, attention,
    context::plain,
    figures::{ChartCache, EFFECT, achieved_in_all_figure, plan_figure, stated_counts_figure},
    levels::legend,
    overview::{Overview, Placed, SettledAlarms, rounding_remark},
    page::AttentionEntry,
    prose, tables,
    writer::{PageHead, PageWriter, contents, excerpt, heading, subheading},
};
use crate::{
    model::{
        DifferenceClass, Gross, MilestoneAsOf, Plan, PlanAsOf, PlanTotal, ProseParts, StatedComparison, Sum, Totals,
    },
    output::ascii_name,
    schema,
    summary::{LogRow, PlanSummary, Scope, table_totals::latest_reading},
    table::Table,
    value::{Decimal, Figure, Id, contact_address, is_web_address},
    wording::state_in_words,
};

/// Makes the page of a plan: the answer first, then what it rests on. `rows` are those of the plan.
pub(super) fn page(
    context: &ViewContext,
    plan: &Plan,
    (log, rows): (&[LogRow], &PlanSummary),
    charts: &ChartCache,
) -> Page {
    let seen = PlanAsOf::now(context.site, plan);
    let writer = PageWriter::new(context, context.addresses.plan(&plan.id).into_owned()).recalling(log).sharing(charts);
    let mut blocks = Vec::new();
    if plan.closed {
        blocks.push(Block::Text { text: context.word("measure_closed").to_owned() });
    } else {
        blocks.push(answer(&seen, context));
        let (mut attention, mut words) = (Vec::new(), Vec::new());
        push_attention(&mut attention, context, rows);
        push(&mut words, &seen, &writer, schema::PlanBlock::Words, PlanPageKind::Plan);
        let count: usize = words.iter().map(words_of).fold(0, usize::saturating_add);
        // Long words beside a short list would leave half a page blank.
        match attention.is_empty() || words.is_empty() || count > BESIDE_WORDS {
            true => blocks.extend(attention.into_iter().chain(words)),
            false => blocks.push(Block::Columns { left: attention, right: words }),
        }
        push(&mut blocks, &seen, &writer, schema::PlanBlock::Tiles, PlanPageKind::Plan);
        let is_answer =
            |block: &&schema::PlanBlock| matches!(block, schema::PlanBlock::Words | schema::PlanBlock::Tiles);
        let rest = plan.kind.blocks.iter().filter(|block| !is_answer(block));
        which_total(&mut blocks, &seen, &writer);
        let after_answer = blocks.len();
        stated_counts(&mut blocks, &seen, context);
        let (last, rest): (Vec<&schema::PlanBlock>, Vec<&schema::PlanBlock>) =
            rest.partition(|block| **block == schema::PlanBlock::Head);
        rest.into_iter().for_each(|block| push(&mut blocks, &seen, &writer, *block, PlanPageKind::Plan));
        over_time(&mut blocks, &seen, &writer);
        other_legends(&mut blocks, &seen, context);
        last.into_iter().for_each(|block| push(&mut blocks, &seen, &writer, *block, PlanPageKind::Plan));
        tables::newest_of_plan(&mut blocks, &writer, plan, log);
        contents(&mut blocks, after_answer, context);
        push_workbook(&mut blocks, after_answer, &writer);
    }
    let head = PageHead {
        template: "plan.html",
        section: "plans",
        title: plan.title.clone(),
        description: description(&seen, context),
        crumbs: vec![writer.link(context.addresses.plans(), context.word("nav_plans"))],
        updated: seen.latest().map(|report| context.date(report.as_of)),
    };
    writer.finish(head, blocks)
}

/// Adds what needs attention: status and name, which leads to its row, the worst first.
fn push_attention(blocks: &mut Vec<Block>, context: &ViewContext, rows: &PlanSummary) {
    let plans = [rows];
    let all = Overview { plans: &plans };
    let (found, behind) = (all.attention(context, Scope::All), all.behind(context, Scope::All));
    let settled = all.settled_alarms(context, Scope::All);
    if found.is_empty() && behind.is_empty() && settled == SettledAlarms::NONE {
        return;
    }
    let entry = |(_, row): &Placed<'_>| AttentionEntry {
        chip: row.level.and_then(|level| context.level(level)).unwrap_or_else(|| context.untold()),
        name: PageLink { text: row.title.clone(), href: format!("#{}", tables::measure_anchor(&row.page)), lang: None },
        why: None,
        facts: attention::put_off(context, row).map(plain).into_iter().collect(),
    };
    let of_behind =
        |placed: &Placed<'_>| AttentionEntry { why: attention::behind_why(context, placed.1), ..entry(placed) };
    blocks.push(heading("attention", context.word("block_attention")));
    let mut entries: Vec<AttentionEntry> = found.iter().map(entry).collect();
    // A fold for a single one would be as long as what it hides.
    let open = if entries.len() == OPEN.saturating_add(1) { entries.len() } else { OPEN.min(entries.len()) };
    let rest = entries.split_off(open);
    if !entries.is_empty() {
        blocks.push(Block::Attention { entries });
    }
    if !rest.is_empty() {
        let summary = context.say("attention-rest", &[("count", rest.len().into())]);
        blocks.push(Block::Folded { summary, blocks: vec![Block::Attention { entries: rest }] });
    }
    attention::push_settled(blocks, context, settled);
    attention::push_behind(blocks, context, behind.iter().map(of_behind).collect(), behind.len());
}

/// The most that need attention which stand open.
const OPEN: usize = 5;

/// Adds the status of every measure at every report, and what they had achieved in all.
fn over_time<'a>(blocks: &mut Vec<Block>, seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) {
    let context = writer.context;
    let grid = tables::grid(seen, writer, seen.plan.measures.iter()).map(|grid| {
        let summary = context.say("fold-grid", &[("count", seen.reports().len().into())]);
        Block::Folded { summary, blocks: vec![Block::Table(grid)] }
    });
    let shown: Vec<Block> = achieved_in_all_figure(seen, context).into_iter().chain(grid).collect();
    if !shown.is_empty() {
        blocks.push(heading("status-over-time", context.word("block_grid")));
        blocks.extend(shown);
    }
}

/// Whose page the blocks stand on: what was decided stands on the plan's alone.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum PlanPageKind {
    /// The plan's own.
    Plan,
    /// A report's.
    Report,
}

/// Adds how many measures the latest report states at each level, as a chart and area by area.
pub(super) fn stated_counts(blocks: &mut Vec<Block>, seen: &PlanAsOf, context: &ViewContext) {
    let Some(told) = seen.stated_counts() else { return };
    let Some(table) = tables::counts(seen, context) else { return };
    blocks.push(heading("counts", context.word("block_counts")));
    let as_of = told.report.map(|report| report.as_of).or(seen.plan.started);
    blocks.extend(stated_counts_figure(context, &told.stated.total(), as_of));
    blocks.push(Block::Table(table));
}

/// Adds the meanings of scales that levels on the page are of and that do not stand there yet: of columns of levels, of
/// indicators, of the plan as a whole.
pub(super) fn other_legends(blocks: &mut Vec<Block>, seen: &PlanAsOf, context: &ViewContext) {
    let standing = seen.plan.plan_standing(seen.site, seen.report).map(|standing| standing.level.scale);
    let columns = seen.tables().flat_map(|table| &table.columns).filter_map(|column| column.scale);
    // Of an indicator the latest level stands there; the others have a page of their own.
    let readings = seen.plan.indicators.iter().filter_map(|indicator| latest_reading(seen, indicator));
    let readings = readings.filter_map(|reading| reading.level.map(|level| level.scale));
    let counted = seen.stated_counts().map(|told| told.scale);
    other_legends_of(blocks, standing.into_iter().chain(counted).chain(columns).chain(readings), context);
}

/// Adds the meanings of scales that do not stand on the page yet.
pub(super) fn other_legends_of(blocks: &mut Vec<Block>, scales: impl Iterator<Item = usize>, context: &ViewContext) {
    for scale in scales {
        let Block::Legend { title, levels, lang } = legend(context, scale) else { continue };
        let is_this = |block: &Block| matches!(block, Block::Legend { title: known, levels: meant, .. } if (known, meant) == (&title, &levels));
        if !blocks.iter().any(is_this) {
            blocks.push(Block::Legend { title, levels, lang });
        }
    }
}

/// Says where a plan stands, and what was achieved of what is required: the tiles that say it come late on a phone.
fn answer(seen: &PlanAsOf, context: &ViewContext) -> Block {
    match (lead(seen, context), achieved_of_required(seen, context)) {
        (Block::Lead { text, chip, note }, Some(achieved)) => {
            Block::Lead { text: format!("{text} {achieved}").trim_start().to_owned(), chip, note }
        }
        (lead, _) => lead,
    }
}

/// Says what was achieved of what is required in a sentence, and what has to be known of that; nothing where investments leave little
/// of what is required, or where nobody knows what that is.
fn achieved_of_required(seen: &PlanAsOf, context: &ViewContext) -> Option<String> {
    let totals = Totals::new(seen, Gross::Net);
    let (achieved, required) = (totals.achieved.printed()?, totals.required.printed()?);
    let whole = required.amount.as_ref().filter(|whole| whole.number > Decimal::ZERO && !whole.unit.is_per_cent())?;
    let is_part = achieved.amount.as_ref().is_none_or(|amount| {
        // What it differs by would be said in another unit, and of less than nothing nobody says that it was achieved.
        let is_alike = amount.unit == whole.unit || totals.achieved.comparison.beside().is_none();
        is_alike && amount.number >= Decimal::ZERO && amount.number_in(&whole.unit).is_some()
    });
    if !is_part || totals.saved_and_spent.is_much_spent() || totals.required.comparison.is_unproven() {
        return None;
    }
    let years = [&totals.achieved, &totals.required].into_iter().filter_map(|total| total.sum.as_ref());
    let years = years.flat_map(|sum| sum.years.iter().copied()).collect();
    let remarks = [
        beside_remark(context, &totals.achieved.comparison),
        totals.achieved.unreported().and_then(|sum| partial_remark(context, sum)),
        context.years(&years),
    ];
    let remarks: String = remarks.into_iter().flatten().map(|remark| format!("; {remark}")).collect();
    let [achieved, required] =
        [context.figure_before(achieved, &whole.unit), context.figure(required)].map(|it| it.text);
    let args = [("achieved", (&achieved).into()), ("required", (&required).into()), ("remarks", (&remarks).into())];
    Some(context.say("plan-achieved", &args))
}

/// Says where a plan stands, and how many of its measures stand where.
pub(super) fn lead(seen: &PlanAsOf, context: &ViewContext) -> Block {
    let standing = seen.plan.plan_standing(seen.site, seen.report);
    let note = standing.map(|standing| {
        let date = seen.date(standing.report).map(|date| context.locale.period(date)).unwrap_or_default();
        let key = if standing.rolled_up { "plan-standing-rolled-up" } else { "plan-standing-as-of" };
        context.say(key, &[("date", (&date).into())])
    });
    let trend = seen.latest().and_then(|report| report.trend).map(|trend| context.trend(trend));
    let finished = seen.plan.finished.filter(|_| seen.is_finished()).map(|date| context.finished(date));
    let notes: Vec<String> = finished.into_iter().chain(note).chain(trend).collect();
    Block::Lead {
        text: state(seen, context),
        chip: standing.and_then(|standing| context.level(standing.level)),
        note: (!notes.is_empty()).then(|| notes.join(" · ")),
    }
}

fn description(seen: &PlanAsOf, context: &ViewContext) -> String {
    match seen.latest() {
        Some(report) if seen.level_counts().all() == 0 => excerpt(&report.words.body.plain, 200),
        _ => state(seen, context),
    }
}

/// Says in a sentence how its measures stand; nothing where it has none.
fn state(seen: &PlanAsOf, context: &ViewContext) -> String {
    let counts = seen.level_counts();
    match seen.latest() {
        Some(_) if counts.all() == 0 => String::new(),
        Some(report) => {
            let (date, words) = (context.locale.period(report.as_of), state_in_words(context, context.site, &counts));
            context.say("state-as-of", &[("date", (&date).into()), ("state", (&words).into())])
        }
        None if seen.stated_counts().is_some() && counts.all() > 0 => context
            .say("plan-counts-without-report", &[("state", (&state_in_words(context, context.site, &counts)).into())]),
        None => context.say("plan-without-report", &[("count", counts.all().into())]),
    }
}

/// Adds a block of a plan's page, with its heading, where it shows anything.
pub(super) fn push<'a>(
    blocks: &mut Vec<Block>,
    seen: &PlanAsOf<'a>,
    writer: &PageWriter<'a>,
    block: schema::PlanBlock,
    whose: PlanPageKind,
) {
    let context = writer.context;
    match block {
        schema::PlanBlock::Head => about_plan(blocks, seen, writer, whose),
        schema::PlanBlock::Tiles => {
            let tiles = tiles(seen, context);
            if !tiles.is_empty() {
                blocks.push(Block::Tiles { tiles });
            }
        }
        schema::PlanBlock::Words => words(blocks, seen, writer),
        schema::PlanBlock::Measures => measures(blocks, seen, writer),
        // The months have a page of their own, and a chart stands once.
        schema::PlanBlock::Figure(EFFECT) if whose == PlanPageKind::Plan => {}
        schema::PlanBlock::Effect if whose == PlanPageKind::Plan => months(blocks, seen, writer),
        schema::PlanBlock::Figure(name) => blocks.extend(plan_figure(name, seen, context, writer.charts)),
        schema::PlanBlock::Effect => {
            let tables = tables::effect(seen, writer);
            section(blocks, context, "effect", "block_effect", tables);
        }
        schema::PlanBlock::Funding => {
            section(blocks, context, "funding-section", "block_funding", tables::funding(seen, writer))
        }
        schema::PlanBlock::Overspend => {
            section(blocks, context, "overspend-section", "block_overspend", tables::overspend(seen, writer));
        }
        schema::PlanBlock::Tables => {
            let tables = seen.tables().filter_map(|table| tables::figure_table(seen, writer, table));
            section(blocks, context, "tables", "block_tables", tables);
        }
        schema::PlanBlock::Indicators => indicators(blocks, seen, writer),
        schema::PlanBlock::Milestones => {
            section(blocks, context, "milestones", "block_milestones", tables::milestones(seen, writer));
        }
        schema::PlanBlock::Decisions => {
            section(blocks, context, "decisions", "block_decisions", tables::decisions(seen, writer))
        }
        schema::PlanBlock::Reports => {
            section(blocks, context, "reports", "block_reports", tables::reports(seen, writer))
        }
    }
}

/// Adds what the months come to, in a sentence, and the way to them.
fn months<'a>(blocks: &mut Vec<Block>, seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) {
    let context = writer.context;
    if tables::effect(seen, writer).is_empty() {
        return;
    }
    blocks.push(heading("effect", context.word("block_effect")));
    let told = plan_figure(EFFECT, seen, context, writer.charts).into_iter().filter_map(|block| match block {
        Block::Chart(chart) => Some(Block::Text { text: chart.title.clone() }),
        _ => None,
    });
    blocks.extend(told);
    blocks.push(Block::Links {
        links: vec![writer.link(&context.addresses.months(&seen.plan.id), context.word("months_link"))],
    });
}

/// Adds a heading and tables below it, where there are any.
fn section(
    blocks: &mut Vec<Block>,
    context: &ViewContext,
    id: &str,
    word: &'static str,
    tables: impl IntoIterator<Item = Table>,
) {
    let mut tables = tables.into_iter().peekable();
    if tables.peek().is_some() {
        blocks.push(heading(id, context.word(word)));
        blocks.extend(tables.map(Block::Table));
    }
}

fn facts(seen: &PlanAsOf, writer: &PageWriter) -> Vec<Fact> {
    let (plan, context) = (seen.plan, writer.context);
    let mut facts = Vec::new();
    let mut add = |word, values: Vec<PageLink>| {
        if !values.is_empty() {
            facts.push(Fact { name: context.word(word).to_owned(), values });
        }
    };
    add("fact_kind", vec![plain(context.word_of("kind", plan.kind.id))]);
    add("fact_committee", committees(writer, &plan.committees));
    add("fact_owner", owners(writer, &plan.owners));
    add("fact_started", plan.started.map(|date| plain(context.locale.period(date))).into_iter().collect());
    let finished = if seen.is_finished() { "fact_finished" } else { "fact_to_finish" };
    add(finished, plan.finished.map(|date| plain(context.locale.period(date))).into_iter().collect());
    add("fact_updated", seen.latest().map(|report| plain(context.locale.period(report.as_of))).into_iter().collect());
    add("fact_year", plan.year.map(|year| plain(context.year_of(year))).into_iter().collect());
    add("fact_overspend", plan.overspend.iter().map(|figure| plain(context.locale.figure(figure))).collect());
    add("fact_case", plan.case.iter().map(|case| plain(case.as_str())).collect());
    add("fact_source", plan.source.iter().map(|source| source_link(source)).collect());
    facts
}

/// Returns a source as a link where all of it is an address, else as words.
pub(super) fn source_link(source: &str) -> PageLink {
    let is_address = is_web_address(source) && !source.contains(char::is_whitespace);
    PageLink { text: source.to_owned(), href: if is_address { source.to_owned() } else { String::new() }, lang: None }
}

/// Returns a contact as a link where it is an address of mail or telephone.
pub(super) fn contact(text: &str) -> PageLink {
    PageLink { text: text.to_owned(), href: contact_address(text).unwrap_or_default(), lang: None }
}

/// Returns links to committees: code and name.
pub(super) fn committees(writer: &PageWriter, ids: &[Id]) -> Vec<PageLink> {
    let link = |id| {
        let text = writer.context.committee_name(id);
        let link = writer.context.addresses.committee(id).map_or_else(|| plain(text), |page| writer.link(page, text));
        PageLink { lang: writer.context.foreign(writer.context.site.language), ..link }
    };
    ids.iter().map(link).collect()
}

/// Returns links to owners.
pub(super) fn owners(writer: &PageWriter, ids: &[Id]) -> Vec<PageLink> {
    let link = |id| {
        let text = writer.context.owner_title(id);
        let link = writer.context.addresses.owner(id).map_or_else(|| plain(text), |page| writer.link(page, text));
        PageLink { lang: writer.context.foreign(writer.context.site.language), ..link }
    };
    ids.iter().map(link).collect()
}

fn tiles(seen: &PlanAsOf, context: &ViewContext) -> Vec<Tile> {
    let plan = seen.plan;
    let totals = Totals::new(seen, Gross::Net);
    let required = totals.required.printed();
    let mut tiles = Vec::new();
    let share = |total: &PlanTotal| totals.share(total.printed()?, required?);
    tiles.extend(total_tile(context, "tile_required", &totals.required, None));
    tiles.extend(total_tile(context, "tile_achieved", &totals.achieved, share(&totals.achieved)));
    tiles.extend(total_tile(context, "tile_forecast", &totals.forecast, share(&totals.forecast)));
    let overspend =
        seen.reports().iter().rev().find_map(|report| Some((report.overspend.as_ref()?, Some(report.as_of))));
    if let Some((figure, date)) = overspend.or(plan.overspend.as_ref().map(|figure| (figure, plan.started))) {
        let note = date.map(|date| context.say("note-as-of", &[("date", (&context.locale.period(date)).into())]));
        tiles.push(Tile {
            name: context.word("tile_overspend").into(),
            value: context.figure(figure),
            note,
            href: None,
        });
    }
    if tiles.is_empty() {
        tiles.extend(count_tiles(seen, context));
    }
    tiles
}

/// Makes the tile of a total: what is stated, and under it what was computed where that differs.
fn total_tile(context: &ViewContext, word: &'static str, total: &PlanTotal, share: Option<Decimal>) -> Option<Tile> {
    let figure = total.printed()?;
    let share = share.map(|share| context.share(share));
    let years = total.sum.as_ref().and_then(|sum| context.years(&sum.years));
    let computed = total.sum.as_ref().filter(|_| total.comparison.stated.is_empty());
    let as_shown = computed.and_then(|sum| sum.as_shown.as_ref()).map(|sum| rounding_remark(context, sum));
    let partial = total.unreported().and_then(|sum| partial_remark(context, sum));
    let notes = [share, beside_remark(context, &total.comparison), partial, years, as_shown];
    let note = notes.into_iter().flatten().collect::<Vec<_>>().join("; ");
    Some(Tile {
        name: context.word(word).into(),
        value: context.figure(figure),
        note: (!note.is_empty()).then_some(note),
        href: None,
    })
}

/// Says which total to count on, where what is stated is not what the measures come to.
fn which_total(blocks: &mut Vec<Block>, seen: &PlanAsOf, writer: &PageWriter) {
    let context = writer.context;
    let totals = Totals::new(seen, Gross::Net);
    let total = &totals.achieved;
    let Some((_, computed, difference)) = total.comparison.contested() else { return };
    if difference.class != DifferenceClass::Unexplained {
        return;
    }
    let stated: Vec<String> = total.comparison.stated.iter().map(|figure| context.figure(figure).text).collect();
    let share = totals.required.printed().and_then(|required| totals.share(&Figure::exact(computed.clone()), required));
    let share = share.map(|share| context.share(share)).map(|share| format!(" ({share})")).unwrap_or_default();
    let (computed, all) = (context.locale.amount(computed), context.list(&stated));
    let args = [("computed", (&computed).into()), ("share", (&share).into()), ("stated", (&all).into())];
    blocks.push(Block::Remark {
        label: context.word("fact_against").to_owned(),
        text: context.say("which-total", &args),
        links: vec![writer.link(context.addresses.disagreements(), context.word("doubted_link"))],
    });
}

/// Adds the way to all tables of the page as one file before they begin: on a phone those that are long are folded, and
/// the line below them with them.
fn push_workbook(blocks: &mut Vec<Block>, at: usize, writer: &PageWriter) {
    let has_tables = blocks.iter().any(|block| matches!(block, Block::Table(_)));
    if has_tables && at <= blocks.len() && writer.context.site.offers("xlsx") {
        let link = PageLink {
            text: writer.context.word("workbook_link").to_owned(),
            href: format!("{}.xlsx", ascii_name(writer.path.stem())),
            lang: None,
        };
        match blocks.get_mut(at) {
            Some(Block::Contents { links, .. }) => links.push(link),
            _ => blocks.insert(at, Block::Links { links: vec![link] }),
        }
    }
}

/// Says how what is stated differs from what its parts come to, and what that is, where it does.
pub(super) fn contested_remark(context: &ViewContext, comparison: &StatedComparison) -> Option<String> {
    comparison.contested().and_then(|_| beside_remark(context, comparison))
}

/// Says the same, and what its parts come to where that proves nothing.
fn beside_remark(context: &ViewContext, comparison: &StatedComparison) -> Option<String> {
    let (stated, computed, difference) = comparison.beside()?;
    Some(context.difference_from(stated, computed, difference))
}

/// Says how many measures the sum knows, where it does not know them all.
pub(super) fn partial_remark(context: &ViewContext, sum: &Sum) -> Option<String> {
    let says = || context.say("remark-partial-sum", &[("given", sum.given.into()), ("all", sum.all.into())]);
    (sum.given < sum.all).then(says)
}

/// Counts measures and milestones where there is no money to show.
fn count_tiles(seen: &PlanAsOf, context: &ViewContext) -> Vec<Tile> {
    let mut tiles = Vec::new();
    let measures = seen.plan.measures.iter().filter(|measure| seen.counts_level(measure));
    let open = measures.clone().filter(|measure| seen.is_open(measure)).count();
    let mut add = |word, count: usize, all: usize| {
        if all > 0 {
            let note = context.say("tile-of-all", &[("all", all.into())]);
            tiles.push(Tile {
                name: context.word(word).into(),
                value: context.count(count),
                note: Some(note),
                href: None,
            });
        }
    };
    add("tile_open_measures", open, measures.count());
    let known = || seen.plan.milestones.iter().map(|milestone| seen.milestone(milestone));
    add("tile_open_milestones", known().filter(MilestoneAsOf::is_open).count(), known().count());
    let waiting = seen.plan.decisions.iter().filter(|decision| seen.decided(decision).is_none()).count();
    add("tile_waiting_decisions", waiting, seen.plan.decisions.len());
    add("tile_indicators", seen.plan.indicators.len(), 0);
    tiles
}

/// Adds the words of the latest report.
fn words<'a>(blocks: &mut Vec<Block>, seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) {
    let context = writer.context;
    if let Some(report) = seen.latest().filter(|report| !report.words.is_empty()) {
        let date = context.locale.period(report.as_of);
        blocks.push(heading("report-words", context.say("block-status", &[("date", (&date).into())])));
        parts(blocks, &report.words, writer, 3);
    }
}

/// Adds what the plan is: on its own page its cause and introduction, folded where they are long, then the facts.
fn about_plan<'a>(blocks: &mut Vec<Block>, seen: &PlanAsOf<'a>, writer: &PageWriter<'a>, whose: PlanPageKind) {
    let context = writer.context;
    blocks.push(heading("plan-words", context.word("block_words")));
    if whose == PlanPageKind::Plan && !seen.plan.words.is_empty() {
        let mut told = Vec::new();
        parts(&mut told, &seen.plan.words, writer, 3);
        let count: usize = told.iter().map(words_of).fold(0, usize::saturating_add);
        if count > FOLDED_WORDS {
            let summary = context.say("fold-plan-words", &[("count", count.into())]);
            blocks.push(Block::Folded { summary, blocks: told });
        } else {
            blocks.extend(told);
        }
    }
    blocks.push(Block::Facts { facts: facts(seen, writer) });
}

/// Counts the words of prose.
fn words_of(block: &Block) -> usize {
    let Block::Prose { html } = block else { return 0 };
    let texts = html.split('<').filter_map(|part| part.rsplit('>').next());
    texts.map(|text| text.split_whitespace().count()).fold(0, usize::saturating_add)
}

/// The most words of a report that stand beside what needs attention.
const BESIDE_WORDS: usize = 80;

/// The most words of a plan that stand open.
const FOLDED_WORDS: usize = 80;

/// Adds the parts of a text, each but the body under its own heading.
pub(super) fn parts(blocks: &mut Vec<Block>, words: &ProseParts, writer: &PageWriter, level: u8) {
    if !words.body.is_empty() {
        blocks.push(Block::Prose { html: prose::html_at(&words.body, writer, level) });
    }
    for (id, word, text) in prose::named_parts(words) {
        let make = if level == 2 { heading } else { subheading };
        blocks.push(make(id, writer.context.word(word)));
        blocks.push(Block::Prose { html: prose::html_at(text, writer, level.saturating_add(1)) });
    }
}

fn measures<'a>(blocks: &mut Vec<Block>, seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) {
    let context = writer.context;
    let all = tables::MeasuresTable {
        id: tables::WHOLE_TABLE,
        caption: context.word("caption_measures").to_owned(),
        measures: seen.plan.measures.iter().collect(),
        totals: true,
    };
    let Some(table) = tables::measures(seen, writer, all) else { return };
    blocks.push(heading("measures", context.word("block_measures")));
    blocks.push(Block::Table(table));
    let missing: Vec<String> = seen
        .plan
        .measures
        .iter()
        .filter(|measure| seen.is_missing(measure))
        .map(|measure| context.measure_name(measure.number.as_ref(), &measure.title))
        .collect();
    if !missing.is_empty() {
        let names = context.list(&missing);
        let text = context.say("measures-missing", &[("count", missing.len().into()), ("names", (&names).into())]);
        blocks.push(Block::Text { text });
    }
    blocks.push(legend(context, seen.latest().map_or(seen.plan.scale, |report| report.scale)));
}

fn indicators<'a>(blocks: &mut Vec<Block>, seen: &PlanAsOf<'a>, writer: &PageWriter<'a>) {
    let Some(table) = tables::indicators(seen, writer, seen.plan.indicators.iter()) else { return };
    blocks.push(heading("indicators-section", writer.context.word("block_indicators")));
    blocks.push(Block::Table(table));
}
