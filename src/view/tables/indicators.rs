//! Indicators: where they began, where they are, where they should get, and what was read on the way.

use crate::{
    model::{Direction, Indicator, Reading, Target},
    value::{Figure, Period},
    view::{
        Cell, Column, ColumnClass, Desk, Row, RowClass, Table,
        draft::Draft,
        leading::Compared,
        seen::Seen,
        shown, since,
        table_totals::{indicator_totals, latest_reading},
    },
};

/// Makes the table of some indicators: a row each.
pub(in crate::view) fn indicators<'a>(
    seen: &Seen<'a>,
    draft: &Draft<'a>,
    indicators: impl Iterator<Item = &'a Indicator>,
) -> Option<Table> {
    let desk = draft.desk;
    let indicators: Vec<&Indicator> = indicators.collect();
    if indicators.is_empty() {
        return None;
    }
    let mut rows = Vec::with_capacity(indicators.len());
    let mut section = None;
    for indicator in indicators.iter().copied() {
        if indicator.section != section
            && let Some(title) = indicator.section.and_then(|section| seen.plan.sections.get(section))
        {
            rows.push(Row::across(RowClass::Heading, title.clone()));
        }
        section = indicator.section;
        rows.push(row(seen, draft, indicator));
        rows.extend(remarks(draft, indicator));
    }
    let column = |word, class| Column::new(desk.word(word), class);
    let mut table = Table {
        id: "indicators".into(),
        caption: desk.word("caption_indicators").to_owned(),
        columns: vec![
            column("col_indicator", ColumnClass::Head),
            column("col_direction", ColumnClass::Word),
            column("col_baseline", ColumnClass::Number),
            column("col_latest_reading", ColumnClass::Number),
            column("col_change", ColumnClass::Number),
            column("col_target", ColumnClass::Number),
            column("col_status", ColumnClass::Status),
            column("col_next_reading", ColumnClass::Word),
        ],
        rows,
        ..Table::default()
    };
    if let Some(compared) = Compared::of(desk, seen) {
        let now = indicator_totals(seen, indicators.iter().copied());
        compared.column(&mut table, None, None, ("indicators", &now));
        if indicators.len() == seen.plan.indicators.len() {
            compared.gone(&mut table, ("indicators", &now));
        }
    }
    Some(since::fitted(desk, table))
}

fn row<'a>(seen: &Seen<'a>, draft: &Draft<'a>, indicator: &'a Indicator) -> Row {
    let desk = draft.desk;
    let latest = latest_reading(seen, indicator);
    let measure = indicator.measure.and_then(|measure| seen.plan.measures.get(measure));
    let title = Cell::of(indicator.title.as_str());
    let title = match measure {
        Some(measure) => title.leads(draft.href(&desk.book.measure(&seen.plan.id, &measure.file))),
        None => title,
    };
    let direction = indicator.direction.map(|direction| desk.word_of("direction", direction.word()));
    let chips = latest.and_then(|reading| desk.level(reading.level?)).into_iter().collect();
    let trend = latest.and_then(|reading| reading.trend).map(|trend| desk.trend(trend));
    let awaited = indicator.next.filter(|next| latest.is_none_or(|reading| reading.date < *next));
    Row::new(
        RowClass::Item,
        vec![
            title,
            Cell::of(direction.unwrap_or_default()),
            indicator.baseline.as_ref().map_or_else(Cell::default, |baseline| dated(draft, baseline)),
            latest.map_or_else(Cell::default, |reading| read(draft, reading)),
            change(seen, draft, indicator).unwrap_or_default(),
            indicator.target.as_ref().map_or_else(Cell::default, |target| dated(draft, target)),
            Cell::chips(chips).remarked(trend),
            Cell::date(desk, awaited),
        ],
    )
}

fn dated(draft: &Draft, target: &Target) -> Cell {
    let date = target.date.map(|date| draft.desk.locale.period(date));
    Cell::of(draft.desk.figure(&target.value)).remarked(date)
}

fn read(draft: &Draft, reading: &Reading) -> Cell {
    let date = draft.desk.locale.period(reading.date);
    let remark = match &reading.note {
        Some(note) => format!("{date}. {note}"),
        None => date,
    };
    Cell::of(draft.desk.figure(&reading.value)).remarked(remark)
}

/// Shows how far the latest reading is from where the indicator began, unless the way of counting changed between.
fn change<'a>(seen: &Seen<'a>, draft: &Draft<'a>, indicator: &'a Indicator) -> Option<Cell> {
    let latest = latest_reading(seen, indicator)?;
    let first = seen.readings(indicator).next().filter(|first| first.date < latest.date);
    let (since, start): (_, &Figure) = match &indicator.baseline {
        Some(baseline) => (baseline.date, &baseline.value),
        None => first.map(|first| (Some(first.date), &first.value))?,
    };
    if indicator.breaks.iter().any(|(at, _)| since.is_none_or(|since| since < *at) && *at <= latest.date) {
        return Some(Cell::of(draft.desk.word("remark_not_comparable")));
    }
    let unit = &latest.value.amount.as_ref()?.unit;
    let change = shown::less(&latest.value, start, unit)?;
    let number = change.amount.as_ref()?.number;
    let falls = number.is_sign_negative();
    let tone = match indicator.direction {
        _ if number.is_zero() => None,
        Some(Direction::Down) => Some(if falls { "good" } else { "bad" }),
        Some(Direction::Up) => Some(if falls { "bad" } else { "good" }),
        Some(Direction::Hold) | None => None,
    };
    Some(Cell::of(draft.desk.figure(&change)).toned(tone))
}

/// Says where readings are missing and where the way of counting changed.
fn remarks(draft: &Draft, indicator: &Indicator) -> impl Iterator<Item = Row> {
    let said = |key: &str, (period, words): &(Period, String)| {
        let period = draft.desk.locale.period(*period);
        let text = draft.desk.say(key, &[("period", (&period).into()), ("words", words.into())]);
        Row::across(RowClass::Note, text)
    };
    let missing = indicator.missing.iter().map(move |gap| said("indicator-missing", gap));
    missing.chain(indicator.breaks.iter().map(move |gap| said("indicator-break", gap))).collect::<Vec<_>>().into_iter()
}

/// Makes the table of what was read of one indicator, the newest first, with where it began. What is no
/// more than that and one later reading stands in the indicator's row already.
pub(in crate::view) fn readings<'a>(seen: &Seen<'a>, draft: &Draft<'a>, indicator: &'a Indicator) -> Option<Table> {
    let desk = draft.desk;
    let known = usize::from(latest_reading(seen, indicator).is_some());
    if seen.readings(indicator).count() <= known {
        return None;
    }
    let mut rows: Vec<(Period, Row)> =
        seen.readings(indicator).map(|reading| (reading.date, reading_row(desk, reading))).collect();
    if let Some((date, baseline)) = indicator.baseline.as_ref().and_then(|baseline| Some((baseline.date?, baseline))) {
        let remark = Cell::of(desk.word("col_baseline"));
        let cells = vec![Cell::date(desk, Some(date)), Cell::of(desk.figure(&baseline.value)), Cell::default(), remark];
        rows.push((date, Row::new(RowClass::Item, cells)));
    }
    rows.sort_by_key(|(date, _)| std::cmp::Reverse(*date));
    let table = Table {
        id: format!("readings-{}", indicator.id.slug()),
        caption: desk.say("caption-readings", &[("title", (&indicator.title).into())]),
        columns: vec![
            Column::new(desk.word("col_date"), ColumnClass::Head),
            Column::new(desk.word("col_reading"), ColumnClass::Number),
            Column::new(desk.word("col_status"), ColumnClass::Status),
            Column::new(desk.word("col_remark"), ColumnClass::Text),
        ],
        rows: rows.into_iter().map(|(_, row)| row).collect(),
        ..Table::default()
    };
    Some(table.fitted())
}

fn reading_row(desk: &Desk, reading: &Reading) -> Row {
    let chips = reading.level.and_then(|level| desk.level(level)).into_iter().collect();
    let cells = vec![
        Cell::date(desk, Some(reading.date)),
        Cell::of(desk.figure(&reading.value)),
        Cell::chips(chips).remarked(reading.trend.map(|trend| desk.trend(trend))),
        Cell::of(reading.note.as_deref().unwrap_or_default()),
    ];
    Row::new(RowClass::Item, cells)
}
