//! An indicator's page: where it stands, its chart and its figures, then what it is and what was recorded of it.

use super::{
    Block, Fact, Page, PageLink, Tile, ViewContext,
    context::plain,
    figures::indicator_figure,
    plan::{contact, other_legends_of, owners, source_link},
    tables,
    writer::{PageHead, PageWriter, heading, subheading},
};
use crate::{
    figure::{aim_words, line_words, withheld_words},
    model::{DatedValue, Indicator, Plan, PlanAsOf, Suppression, Target, UncountedReading},
    summary::{LogRow, table_totals::latest_reading},
    table::TableLayout,
    value::Period,
};

/// Makes the page of an indicator with all its series. `withheld` says that something of its history is, where that is so.
pub(super) fn page(
    context: &ViewContext,
    plan: &Plan,
    at: usize,
    (log, withheld): (&[LogRow], Option<Block>),
) -> Option<Page> {
    let indicator = plan.indicators.get(at).filter(|indicator| indicator.series_of.is_none())?;
    let seen = PlanAsOf::now(context.site, plan);
    let writer = PageWriter::new(context, context.addresses.indicator(&plan.id, &indicator.slug)).recalling(log);
    let maker = IndicatorPage { context, seen: &seen, writer: &writer, plan, indicator };
    let mut blocks = Vec::new();
    maker.write(&mut blocks);
    tables::log_of_indicator(&mut blocks, &writer, (log, withheld));
    let levels = maker.lines().flat_map(|line| seen.readings(line)).filter_map(|reading| reading.level);
    other_legends_of(&mut blocks, levels.map(|level| level.scale), context);
    let links = maker.neighbours(at);
    if !links.is_empty() {
        blocks.push(heading("other-indicators", context.word("block_other_indicators")));
        blocks.push(Block::Links { links });
    }
    let newest = maker.lines().filter_map(|line| seen.readings(line).next_back()).map(|reading| reading.date).max();
    let head = PageHead {
        template: "indicator.html",
        section: "plans",
        title: indicator.title.clone(),
        description: maker.description(),
        crumbs: vec![
            writer.link(context.addresses.plans(), context.word("nav_plans")),
            writer.link(&context.addresses.plan(&plan.id), plan.title.as_str()),
        ],
        updated: newest.map(|date| context.date(date)),
    };
    Some(writer.finish(head, blocks))
}

/// Returns why values of an indicator or a series are withheld.
fn withheld_in<'a>(seen: &PlanAsOf<'a>, line: &'a Indicator) -> impl Iterator<Item = Suppression> {
    let readings = seen.readings(line).filter_map(|reading| match reading.uncounted {
        Some(UncountedReading::Withheld(why)) => Some(why),
        _ => None,
    });
    line.withheld_baseline.map(|(_, why)| why).into_iter().chain(readings)
}

struct IndicatorPage<'a, 'd> {
    context: &'d ViewContext<'a>,
    seen: &'d PlanAsOf<'a>,
    writer: &'d PageWriter<'a>,
    plan: &'a Plan,
    indicator: &'a Indicator,
}

impl<'a> IndicatorPage<'a, '_> {
    /// Returns the indicator and its series.
    fn lines(&self) -> impl Iterator<Item = &'a Indicator> + Clone {
        std::iter::once(self.indicator).chain(self.plan.series_of(self.indicator))
    }

    fn description(&self) -> String {
        let (title, plan) = (&self.indicator.title, &self.plan.title);
        self.context.say("indicator-of-plan", &[("indicator", title.into()), ("plan", plan.into())])
    }

    fn write(&self, blocks: &mut Vec<Block>) {
        let (context, seen, writer) = (self.context, self.seen, self.writer);
        blocks.extend(self.lead());
        let tiles = self.tiles();
        if !tiles.is_empty() {
            blocks.push(Block::Tiles { tiles });
        }
        blocks.extend(self.line());
        let has_series = self.lines().nth(1).is_some();
        let figure = indicator_figure(seen, context, self.indicator);
        let numbers = figure.as_ref().filter(|_| has_series).map(|figure| figure.table.clone());
        let is_drawn = numbers.is_some();
        blocks.extend(figure.map(|figure| Block::Chart(figure.into())));
        blocks.extend(numbers.map(Block::Table));
        if has_series {
            blocks.extend(tables::indicators(seen, writer, std::iter::once(self.indicator)).map(Block::Table));
        }
        // What the chart's table says in numbers is not said again line by line.
        let told = self.lines().filter(|line| !is_drawn || tables::are_readings_told(seen, line));
        blocks.extend(told.filter_map(|line| tables::readings(seen, writer, line)).map(Block::Table));
        let notes = tables::notes_on_withheld(context, self.lines().flat_map(|line| withheld_in(seen, line)));
        blocks.extend(notes.into_iter().map(|note| Block::Text { text: format!("{note}.") }));
        self.about(blocks);
    }

    /// Says which level it was given, and which way it moves, where a reading says so.
    fn lead(&self) -> Option<Block> {
        let context = self.context;
        let Some(latest) = self.lines().find_map(|line| latest_reading(self.seen, line)) else {
            let was_read = self.lines().any(|line| self.seen.readings(line).next().is_some());
            let word = if was_read { "indicator_unread_since" } else { "indicator_unread" };
            return Some(Block::Lead { text: context.word(word).to_owned(), chip: None, note: None });
        };
        let chip = latest.level.and_then(|level| context.level(level));
        let trend = latest.trend.map(|trend| context.trend(trend));
        let date = context.locale.period(latest.date);
        let told = context.say("note-as-of", &[("date", (&date).into())]);
        let notes: Vec<String> = [told].into_iter().chain(trend.clone()).collect();
        (chip.is_some() || trend.is_some()).then(|| Block::Lead {
            text: String::new(),
            chip,
            note: Some(notes.join(" · ")),
        })
    }

    /// Says whether the latest reading lies on the line from where the indicator began to where it should get.
    fn line(&self) -> Option<Block> {
        let standing = self.seen.line_standing(self.indicator)?;
        Some(Block::Text { text: line_words(self.context.locale, &standing) })
    }

    /// Shows the latest reading, how far it is from where the indicator began, and the target, as the plan's table does.
    fn tiles(&self) -> Vec<Tile> {
        let Some(table) = tables::indicators(self.seen, self.writer, std::iter::once(self.indicator)) else {
            return Vec::new();
        };
        let layout = TableLayout::new(&table, self.context.locale);
        let Some(row) = table.rows.iter().find(|row| row.cells.len() == table.columns.len()) else { return Vec::new() };
        let shown = table.columns.iter().zip(layout.cells(row));
        let shown = shown.filter(|(column, _)| ["latest", "change", "target"].contains(&&*column.id));
        let tile = |(column, cell): (&crate::table::TableColumn, crate::table::PageCell)| {
            (!cell.shown.text.is_empty()).then(|| Tile {
                name: column.head.clone(),
                value: cell.shown,
                note: cell.remark,
                href: None,
            })
        };
        shown.filter_map(tile).collect()
    }

    /// Adds what it is: where it began and should get, where it belongs, how it is counted.
    fn about(&self, blocks: &mut Vec<Block>) {
        let (context, own) = (self.context, self.indicator);
        blocks.push(heading("about", context.word("block_about_indicator")));
        let mut facts = self.facts(own);
        let mut add = |word, values: Vec<PageLink>| {
            if !values.is_empty() {
                facts.push(Fact { name: context.word(word).to_owned(), values });
            }
        };
        let text = |text: &Option<String>| text.iter().map(plain).collect::<Vec<_>>();
        add("fact_definition", text(&own.about.definition));
        add("fact_method", text(&own.about.method));
        add("fact_source", own.about.source.iter().map(|source| source_link(source)).collect());
        let measure = own.measure.and_then(|measure| self.plan.measures.get(measure));
        let measure = measure.map(|measure| {
            let page = context.addresses.measure(&self.plan.id, &measure.file);
            self.writer.link(&page, context.measure_name(measure.number.as_ref(), &measure.title))
        });
        add("fact_plan", vec![self.writer.link(&context.addresses.plan(&self.plan.id), self.plan.title.as_str())]);
        add("col_measure", measure.into_iter().collect());
        let section = own.section.and_then(|section| self.plan.sections.get(section));
        add("fact_section", section.map(plain).into_iter().collect());
        add("fact_owner", owners(self.writer, &own.owners));
        add("fact_contact", own.about.contact.iter().map(|text| contact(text)).collect());
        blocks.push(Block::Facts { facts });
        blocks.extend(self.remarks(own));
        for series in self.plan.series_of(own) {
            let (facts, remarks) = (self.facts(series), self.remarks(series));
            if facts.is_empty() && remarks.is_empty() {
                continue;
            }
            blocks.push(subheading(format!("about-{}", series.slug), series.title.as_str()));
            blocks.extend((!facts.is_empty()).then_some(Block::Facts { facts }));
            blocks.extend(remarks);
        }
    }

    /// Returns where an indicator or one of its series began, where it should get, and when it is read next.
    fn facts(&self, line: &Indicator) -> Vec<Fact> {
        let (context, locale) = (self.context, self.context.locale);
        let fact = |word, values: Vec<String>| {
            let values: Vec<PageLink> = values.into_iter().map(plain).collect();
            (!values.is_empty()).then(|| Fact { name: context.word(word).to_owned(), values })
        };
        let dated = |date: Option<Period>, words: String| match date {
            Some(date) => format!("{}: {words}", locale.period(date)),
            None => words,
        };
        let began = |began: &DatedValue| dated(began.date, locale.figure(&began.value));
        let withheld = line.withheld_baseline.map(|(date, why)| dated(date, withheld_words(locale, why)));
        let aims = |target: &Target| dated(target.date, aim_words(locale, &target.aim));
        // A series goes where its indicator should.
        let direction = line.direction.filter(|_| line.series_of.is_none());
        let direction = direction.map(|direction| context.word_of("direction", direction.word()));
        let reporting = Some(self.seen.reporting(line)).filter(|_| line.series_of.is_none());
        let next = match reporting {
            Some(reporting) => reporting.due,
            None => line.next.filter(|_| !self.seen.is_finished()),
        };
        let state = reporting.map(|reporting| context.word_of("reporting", reporting.state.word()));
        let frequency = line.frequency.map(|frequency| context.word_of("frequency", frequency.word()));
        [
            fact("col_baseline", line.baseline.iter().map(began).chain(withheld).collect()),
            fact("col_target", line.targets.iter().map(aims).collect()),
            fact("col_direction", direction.into_iter().collect()),
            fact("col_reporting", state.into_iter().collect()),
            fact("fact_frequency", frequency.into_iter().collect()),
            fact("col_next_reading", next.map(|next| tables::due_words(context, next, None)).into_iter().collect()),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Says what is remarked of it, where readings are missing and where the way of counting changed.
    fn remarks(&self, line: &Indicator) -> Vec<Block> {
        let context = self.context;
        let said = |key: &str, (period, words): &(Period, String)| {
            context.say(key, &[("period", (&context.locale.period(*period)).into()), ("words", words.into())])
        };
        let missing = line.missing.iter().map(|gap| said("indicator-missing", gap));
        let breaks = line.breaks.iter().map(|gap| said("indicator-break", gap));
        let all = line.about.note.clone().into_iter().chain(missing).chain(breaks);
        all.map(|text| Block::Text { text }).collect()
    }

    /// Returns links to the indicators before and after, and to all of the plan.
    fn neighbours(&self, at: usize) -> Vec<PageLink> {
        let context = self.context;
        let is_whole = |indicator: &&Indicator| indicator.series_of.is_none();
        let link = |key: &str, indicator: Option<&Indicator>| {
            let indicator = indicator?;
            let text = context.say(key, &[("name", (&indicator.title).into())]);
            Some(self.writer.link(&context.addresses.indicator(&self.plan.id, &indicator.slug), text))
        };
        let before = self.plan.indicators.iter().take(at).rfind(is_whole);
        let after = self.plan.indicators.iter().skip(at.saturating_add(1)).find(is_whole);
        link("measure-before", before).into_iter().chain(link("measure-after", after)).collect()
    }
}
