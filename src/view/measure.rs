//! A measure's page: where it stands, what was decided, and what each report said of it.

use std::collections::BTreeSet;

use super::{
    Block, Fact, Page, PageLink, Tile, TimelineEntry, ViewContext, against,
    context::plain,
    figures::{ChartCache, achieved_figure},
    levels::legend,
    log,
    plan::{committees, contact, contested_remark, owners, partial_remark, parts},
    prose, tables,
    writer::{PageHead, PageWriter, contents, excerpt, heading},
};
use crate::{
    figure::reading_words,
    model::{EffectYear, Lifecycle, Measure, OwnOrSum, Plan, PlanAsOf, StatedComparison, Status, contradictions},
    summary::LogRow,
    table::Chip,
    value::{Figure, Period},
};

/// Makes the page of a measure. `withheld` says that something of its history is, where that is so.
pub(super) fn page(
    context: &ViewContext,
    plan: &Plan,
    at: usize,
    (log, withheld): (&[LogRow], Option<Block>),
    charts: &ChartCache,
) -> Option<Page> {
    let measure = plan.measures.get(at)?;
    let seen = PlanAsOf::now(context.site, plan);
    let page = context.addresses.measure(&plan.id, &measure.file).into_owned();
    let writer = PageWriter::new(context, page).recalling(log).sharing(charts);
    let mut blocks = Vec::new();
    if measure.closed {
        blocks.push(Block::Text { text: context.word("measure_closed").to_owned() });
    } else {
        Maker { context, seen: &seen, writer: &writer, plan, measure, log }.write(&mut blocks, withheld);
    }
    let links = neighbours(&writer, plan, at);
    if !links.is_empty() {
        blocks.push(heading("other-measures", context.word("block_other_measures")));
        blocks.push(Block::Links { links });
    }
    let title = context.measure_name(measure.number.as_ref(), &measure.title);
    let head = PageHead {
        template: "measure.html",
        section: "plans",
        description: description(context, plan, measure, &title),
        title,
        crumbs: vec![
            writer.link(context.addresses.plans(), context.word("nav_plans")),
            writer.link(&context.addresses.plan(&plan.id), plan.short_title()),
        ],
        updated: seen.status(measure).and_then(|status| seen.date(status.report)).map(|date| context.date(date)),
    };
    Some(writer.finish(head, blocks))
}

fn description(context: &ViewContext, plan: &Plan, measure: &Measure, title: &str) -> String {
    let told = measure.status().map(|status| status.words.body.plain.as_str()).filter(|text| !text.is_empty());
    match told.filter(|_| !measure.closed) {
        Some(text) => excerpt(text, 160),
        None => context.say("measure-of-plan", &[("measure", title.into()), ("plan", plan.short_title().into())]),
    }
}

/// Returns links to the measures before and after.
fn neighbours(writer: &PageWriter, plan: &Plan, at: usize) -> Vec<PageLink> {
    let context = writer.context;
    let link = |key: &str, at: Option<usize>| {
        let measure = plan.measures.get(at?)?;
        let name = context.measure_name(measure.number.as_ref(), &measure.title);
        let text = context.say(key, &[("name", (&name).into())]);
        Some(writer.link(&context.addresses.measure(&plan.id, &measure.file), text))
    };
    let before = link("measure-before", at.checked_sub(1));
    before.into_iter().chain(link("measure-after", at.checked_add(1))).collect()
}

struct Maker<'a, 'd> {
    context: &'d ViewContext<'a>,
    seen: &'d PlanAsOf<'a>,
    writer: &'d PageWriter<'a>,
    plan: &'a Plan,
    measure: &'a Measure,
    log: &'d [LogRow],
}

impl<'a> Maker<'a, '_> {
    /// The answer first: where it stands, in words, in figures, and whose it is; then how it came there and what was agreed.
    fn write(&self, blocks: &mut Vec<Block>, withheld: Option<Block>) {
        let context = self.context;
        blocks.push(self.lead());
        // What speaks against a status stands beside it, or it is read without.
        blocks.extend(self.against());
        if let Some(status) = self.latest_words() {
            let html = prose::html_of_parts(&status.words, self.writer, 3);
            // Headings of its own stand below one of the page.
            if let Some(date) = self.seen.date(status.report).filter(|_| html.contains("<h3")) {
                let date = context.locale.period(date);
                blocks.push(heading("status-words", context.say("block-status", &[("date", (&date).into())])));
            }
            blocks.push(Block::Prose { html });
        }
        let tiles = self.tiles();
        if !tiles.is_empty() {
            blocks.push(Block::Tiles { tiles });
        }
        let (answers, facts): (Vec<Fact>, Vec<Fact>) = self.facts();
        if !answers.is_empty() {
            blocks.push(Block::Facts { facts: answers });
        }
        let after_answer = blocks.len();
        self.children(blocks);
        blocks.extend(achieved_figure(self.seen, context, self.measure));
        self.timeline(blocks);
        self.figures(blocks);
        if !self.measure.words.is_empty() {
            blocks.push(heading("decided", context.word("block_decided")));
            parts(blocks, &self.measure.words, self.writer, 3);
        }
        blocks.push(heading("about", context.word("block_about_measure")));
        blocks.push(Block::Facts { facts });
        tables::log_of_measure(blocks, self.writer, (self.log, withheld), self.measure);
        let scale = self.seen.latest().map_or(self.plan.scale, |report| report.scale);
        blocks.push(legend(context, scale));
        contents(blocks, after_answer, context);
    }

    /// Returns the latest status where it has words: they stand at the top of the page, and not in the timeline as well.
    fn latest_words(&self) -> Option<&'a Status> {
        self.seen.statuses(self.measure).last().filter(|status| !status.words.is_empty())
    }

    /// Says what became of its level since the status before.
    fn moved(&self) -> Option<String> {
        let (context, seen) = (self.context, self.seen);
        let (latest, earlier) = seen.statuses(self.measure).split_last()?;
        let level = latest.level()?;
        let Some(before) = earlier.iter().rev().find_map(Status::level) else {
            return earlier.is_empty().then(|| context.word("since_first_level").to_owned());
        };
        if before != level {
            let words = [("before", context.level_word(before).into()), ("after", context.level_word(level).into())];
            return Some(context.say("remark-changed", &words));
        }
        // What was given up, done or put off at its level is not as it was.
        let life_at = |count: usize| {
            let told = seen.statuses(self.measure).iter().take(count).rev();
            told.filter_map(|status| status.lifecycle).next().filter(|state| *state != Lifecycle::InProgress)
        };
        let life = life_at(usize::MAX);
        let same = earlier.iter().enumerate().rev().take_while(|(at, status)| {
            status.level().is_none_or(|was| was == level) && life_at(at.saturating_add(1)) == life
        });
        let same = same.last().map(|(_, status)| status);
        let date = same.and_then(|status| seen.date(status.report)).map(|date| context.locale.period(date))?;
        Some(context.say("measure-unchanged", &[("date", (&date).into())]))
    }

    fn lead(&self) -> Block {
        let (context, seen) = (self.context, self.seen);
        let standing = seen.standing(self.measure);
        let status = seen.status(self.measure);
        let mut notes = Vec::new();
        notes.extend(seen.lifecycle(self.measure).map(|lifecycle| context.lifecycle(lifecycle).word));
        notes.extend(self.moved());
        notes.extend(status.and_then(|status| status.trend).map(|trend| context.trend(trend)));
        if let Some(standing) = standing {
            let date = seen.date(standing.report).map(|date| context.locale.period(date)).unwrap_or_default();
            let key = if standing.rolled_up { "standing-rolled-up" } else { "standing-as-of" };
            notes.push(context.say(key, &[("date", (&date).into())]));
        }
        notes.extend(seen.is_missing(self.measure).then(|| context.word("remark_missing").to_owned()));
        let text = match status {
            Some(_) => String::new(),
            None if self.measure.children.is_empty() => context.word("measure_without_status").to_owned(),
            None => context.say("measure-of-children", &[("count", self.measure.children.len().into())]),
        };
        Block::Lead {
            text,
            chip: standing.and_then(|standing| context.level(standing.level)),
            note: (!notes.is_empty()).then(|| notes.join(" · ")),
        }
    }

    fn tiles(&self) -> Vec<Tile> {
        let (context, seen, measure) = (self.context, self.seen, self.measure);
        let required = seen.own_or_sum(measure, &|measure| measure.required.as_ref());
        let achieved = seen.own_or_sum(measure, &|measure| seen.achieved(measure));
        let forecast = seen.own_or_sum(measure, &|measure| seen.forecast(measure));
        let share = |told: &OwnOrSum| {
            seen.share(measure, told.figure(), required.as_ref()?.figure()).map(|share| context.share(share))
        };
        let summed = |told: &OwnOrSum| match told {
            OwnOrSum::Own(_) => [None, None],
            OwnOrSum::Sum(sum) => {
                let partial = partial_remark(context, sum);
                [partial.or_else(|| Some(context.word("remark_computed").into())), context.years(&sum.years)]
            }
        };
        let tile = |word, told: &Option<OwnOrSum>, note: [Option<String>; 3]| {
            let told = told.as_ref()?;
            let value = context.figure_as(told.figure(), &self.plan.unit);
            let note = Some(note.into_iter().chain(summed(told)).flatten().collect::<Vec<_>>().join("; "))
                .filter(|note| !note.is_empty());
            Some(Tile { name: context.word(word).into(), value, note, href: None })
        };
        let due = measure.due.map(|due| context.say("tile-due", &[("date", (&context.locale.period(due)).into())]));
        let word = if measure.investment { "tile_investment" } else { "tile_required" };
        let contested = |comparison: Option<StatedComparison>| contested_remark(context, &comparison?);
        let of_required = contested(seen.beside_parts(measure, |measure| measure.required.as_ref()));
        // The notes of other figures stand in the timeline.
        let noted = required.as_ref().and_then(|required| required.figure().mark);
        let noted = noted.and_then(|mark| Some(format!("{mark} {}", seen.note(None, mark)?)));
        let of_achieved = contested(seen.achieved_beside_parts(measure));
        let of_forecast = contested(seen.beside_parts(measure, |measure| seen.forecast(measure)));
        let older = |given| {
            let date = context.locale.period(seen.older_date(measure, given)?);
            Some(context.say("note-as-of", &[("date", (&date).into())]))
        };
        let [achieved_then, forecast_then] = [seen.given_achieved(measure), seen.given_forecast(measure)].map(older);
        [
            tile(word, &required, [due, of_required, noted]),
            tile("tile_achieved", &achieved, [achieved_then, achieved.as_ref().and_then(share), of_achieved]),
            tile("tile_forecast", &forecast, [forecast_then, forecast.as_ref().and_then(share), of_forecast]),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Says what speaks against the status.
    fn against(&self) -> Option<Block> {
        let found = contradictions(self.context.site, self.plan, self.measure);
        (!found.is_empty()).then(|| Block::Remark {
            label: self.context.word("fact_against").to_owned(),
            text: String::new(),
            links: against::links(self.writer, &found),
        })
    }

    /// Returns whose it is and when it is due, then what else is known of it.
    fn facts(&self) -> (Vec<Fact>, Vec<Fact>) {
        let (context, measure) = (self.context, self.measure);
        let fact = |word, values: Vec<PageLink>| {
            (!values.is_empty()).then(|| Fact { name: context.word(word).to_owned(), values })
        };
        let known = || measure.owners.iter().filter_map(|id| context.site.owners.get(id));
        let due = measure.due.map(|due| {
            let date = context.locale.period(due);
            if self.seen.is_overdue(measure) { format!("{date} ({})", context.word("remark_overdue")) } else { date }
        });
        let section = measure.section.and_then(|section| self.plan.sections.get(section));
        let answers = [
            fact("fact_owner", owners(self.writer, &measure.owners)),
            fact("fact_committee", committees(self.writer, &measure.committees)),
            fact("fact_due", due.map(plain).into_iter().collect()),
        ];
        let others = [
            fact("fact_plan", vec![self.writer.link(&context.addresses.plan(&self.plan.id), self.plan.short_title())]),
            fact("fact_section", section.map(|section| plain(section.as_str())).into_iter().collect()),
            fact("col_department", known().filter_map(|owner| owner.department.as_deref().map(plain)).collect()),
            fact("fact_contact", known().filter_map(|owner| owner.contact.as_deref().map(contact)).collect()),
            fact("fact_year", measure.year.map(|year| plain(year.to_string())).into_iter().collect()),
        ];
        (answers.into_iter().flatten().collect(), others.into_iter().flatten().collect())
    }

    fn children(&self, blocks: &mut Vec<Block>) {
        let measures: Vec<&Measure> = self.seen.children(self.measure).collect();
        let caption = self.context.word("caption_children").to_owned();
        let table = tables::MeasuresTable { id: "children-table", caption, measures, totals: false };
        if let Some(table) = tables::measures(self.seen, self.writer, table) {
            blocks.push(heading("children", self.context.word("block_children")));
            blocks.push(Block::Table(table));
        }
    }

    fn timeline(&self, blocks: &mut Vec<Block>) {
        let statuses = self.seen.statuses(self.measure);
        if statuses.is_empty() {
            return;
        }
        blocks.push(heading("statuses", self.context.word("block_timeline")));
        // The timeline says the same; the table is for whoever takes it along.
        blocks.extend(tables::grid(self.seen, self.writer, std::iter::once(self.measure)).map(|grid| {
            let summary = self.context.say("fold-grid", &[("count", self.seen.reports().len().into())]);
            Block::Folded { summary, blocks: vec![Block::Table(grid)] }
        }));
        let entries = (0..statuses.len()).rev().filter_map(|at| self.entry(statuses, at)).collect();
        blocks.push(Block::Timeline { entries });
    }

    fn entry(&self, statuses: &'a [Status], at: usize) -> Option<TimelineEntry> {
        let (context, status) = (self.context, statuses.get(at)?);
        let date = self.seen.date(status.report)?;
        let before = statuses.get(..at)?.iter().rev().find_map(Status::level);
        let is_above = self.latest_words().is_some_and(|latest| std::ptr::eq(latest, status));
        Some(TimelineEntry {
            id: date.iso(),
            when: context.date(date),
            chips: self.chips(status),
            remarks: self.remarks(status, before, date),
            facts: self.entry_facts(status),
            html: if is_above { String::new() } else { prose::html_of_parts(&status.words, self.writer, 4) },
            link: Some(self.writer.link(&context.addresses.report(&self.plan.id, date), context.word("entry_report"))),
        })
    }

    /// Returns the reported level, the lifecycle, and what a committee set instead.
    fn chips(&self, status: &Status) -> Vec<Chip> {
        let reported = status.level.and_then(|level| self.context.level(level));
        let lifecycle = status.lifecycle.map(|lifecycle| self.context.lifecycle(lifecycle));
        let set = status.overruled.as_ref().and_then(|overruled| self.context.level(overruled.level));
        reported.into_iter().chain(lifecycle).chain(set).collect()
    }

    fn remarks(&self, status: &Status, before: Option<crate::model::LevelRef>, date: Period) -> Vec<String> {
        let context = self.context;
        let mut remarks = Vec::new();
        if let (Some(before), Some(after)) = (before, status.level())
            && before != after
        {
            let words = [("before", context.level_word(before).into()), ("after", context.level_word(after).into())];
            remarks.push(context.say("remark-changed", &words));
        }
        remarks.extend(status.trend.map(|trend| context.trend(trend)));
        if let Some(overruled) = &status.overruled {
            let date = overruled.date.map(|date| context.locale.period(date)).unwrap_or_default();
            let args = [
                ("committee", overruled.committee.as_str().into()),
                ("word", context.level_word(overruled.level).into()),
                ("date", (&date).into()),
            ];
            let key = if date.is_empty() { "remark-overruled-to" } else { "remark-overruled-on" };
            remarks.push(context.say(key, &args));
        }
        let decision = status.decision.and_then(|decision| self.plan.decisions.get(decision));
        remarks.extend(decision.map(|decision| context.say("remark-decision", &[("title", (&decision.title).into())])));
        remarks.extend(self.notes(status));
        remarks.extend(log::corrections(context, self.log, self.measure, date));
        remarks
    }

    /// Returns the words of the marks that stand in an entry.
    fn notes(&self, status: &Status) -> Vec<String> {
        let own = [&status.achieved, &status.forecast].into_iter().flatten();
        let effects = status.effect.iter().filter_map(|effect| effect.total.as_ref());
        let readings = self.readings(status.report).map(|(_, reading)| &reading.value);
        let marks: BTreeSet<_> = own.chain(effects).chain(readings).filter_map(|figure| figure.mark).collect();
        let said = |mark| Some(format!("{mark} {}", self.seen.note(Some(status.report), mark)?));
        marks.into_iter().filter_map(said).collect()
    }

    fn entry_facts(&self, status: &'a Status) -> Vec<Fact> {
        let context = self.context;
        let mut facts = Vec::new();
        let mut add = |name: &str, text: String| facts.push(Fact { name: name.to_owned(), values: vec![plain(text)] });
        if let Some(figure) = &status.achieved {
            add(context.word("tile_achieved"), marked(context, figure));
        }
        if let Some(figure) = &status.forecast {
            add(context.word("tile_forecast"), marked(context, figure));
        }
        for effect in &status.effect {
            if let Some(amount) = effect.total.clone().or_else(|| effect.computed()) {
                add(
                    &context.say("fact-effect", &[("year", (&effect.year.to_string()).into())]),
                    marked(context, &amount),
                );
            }
        }
        for (title, reading) in self.readings(status.report) {
            let value = match reading.uncounted {
                Some(_) => reading_words(context.locale, reading),
                None => marked(context, &reading.value),
            };
            let text = match &reading.note {
                Some(note) => format!("{value} ({note})"),
                None => value,
            };
            add(&title, text);
        }
        facts
    }

    /// Returns what a report read of the measure's indicators.
    fn readings(&self, report: usize) -> impl Iterator<Item = (String, &'a crate::model::Reading)> {
        let plan = self.plan;
        self.indicators().flat_map(move |indicator| {
            let own = indicator.readings.iter().filter(move |reading| reading.report == Some(report));
            own.map(move |reading| (plan.title_of(indicator), reading))
        })
    }

    fn indicators(&self) -> impl Iterator<Item = &'a crate::model::Indicator> {
        let plan = self.plan;
        let is_own = move |at: usize| plan.measures.get(at).is_some_and(|measure| std::ptr::eq(measure, self.measure));
        plan.indicators.iter().filter(move |indicator| indicator.measure.is_some_and(is_own))
    }

    /// Adds what is counted of the measure: indicators, effect, funding.
    fn figures(&self, blocks: &mut Vec<Block>) {
        if let Some(table) = tables::indicators(self.seen, self.writer, self.indicators()) {
            blocks.push(heading("indicators-section", self.context.word("block_indicators")));
            blocks.push(Block::Table(table));
        }
        let effect = tables::effect_of(self.seen, self.writer, self.measure);
        if self.has_effect() && !effect.is_empty() {
            blocks.push(heading("effect", self.context.word("block_effect")));
            blocks.extend(effect.into_iter().map(Block::Table));
        }
        if let Some(table) = tables::funding_of(self.seen, self.context, self.measure) {
            blocks.push(heading("funding-section", self.context.word("block_funding")));
            blocks.push(Block::Table(table));
        }
    }

    fn has_effect(&self) -> bool {
        let told = self.measure.statuses.iter().flat_map(|status| &status.effect);
        self.measure.effect.iter().chain(told).any(|effect: &EffectYear| !effect.is_empty())
    }
}

fn marked(context: &ViewContext, figure: &Figure) -> String {
    let text = context.locale.figure(figure);
    figure.mark.map_or(text.clone(), |mark| format!("{text}{mark}"))
}
