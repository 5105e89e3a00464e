//! Figure tables and indicators whose small counts are not published, as their records say it: those that count persons or families say it where
//! the site does, and older records say what today's do.

use std::collections::BTreeMap;

use super::{
    FileKind, Formula, Hidden, Record, Withheld,
    count_thresholds::{CountThresholds, own, say},
};
use crate::{
    schema::{Fields, Key, Value, records},
    value::{Id, Unit, counted_persons, is_rate},
};

/// Returns the figure tables of a plan whose small counts are not published.
pub fn suppressed(records: &[Record]) -> impl Iterator<Item = (&Record, CountThresholds)> {
    let tables = records.iter().filter(|record| record.role == FileKind::Table);
    tables.map(|table| (table, CountThresholds::of(&table.fields))).filter(|(_, thresholds)| thresholds.is_any())
}

/// Returns the indicators of a plan whose small readings are not published, each with its file and below how many.
pub fn suppressed_indicators(records: &[Record]) -> impl Iterator<Item = (&Record, &Id, u32)> {
    let files = records.iter().filter(|record| record.role == FileKind::Indicators);
    files.flat_map(|file| {
        file.fields.entries().filter_map(move |(key, _, value)| match (key, value) {
            (Key::Id(id), Value::Record(fields)) => {
                own(fields).filter(|below| *below > 0).map(|below| (file, id, below))
            }
            _ => None,
        })
    })
}

/// Notes whose small counts are not published.
pub(super) fn note(records: &[Record], hidden: &mut Hidden) {
    let tables = suppressed(records).map(|(table, thresholds)| (table.id.clone(), thresholds));
    hidden.counts_of_tables.extend(tables);
    let before = records.iter().filter(|record| record.role == FileKind::Indicators).flat_map(formers);
    let indicators = suppressed_indicators(records).map(|(_, id, below)| (id.clone(), below));
    hidden.counts_of_indicators.extend(before.chain(indicators));
}

/// Returns what indicators whose small readings are not published were called before: older records know them by that alone.
fn formers(record: &Record) -> impl Iterator<Item = (Id, u32)> {
    record.fields.entries().flat_map(|(_, _, value)| {
        let fields = if let Value::Record(fields) = value { Some(fields) } else { None };
        let below = fields.and_then(own).filter(|below| *below > 0);
        fields
            .zip(below)
            .into_iter()
            .flat_map(|(fields, below)| fields.ids(&records::FORMERLY).map(move |former| (former.clone(), below)))
    })
}

/// Has older records withhold the counts that are withheld today, of the same columns, and no fewer.
pub(super) fn suppress(records: &mut [Record], withheld: &Withheld) {
    for record in records.iter_mut().filter(|record| record.role == FileKind::Indicators) {
        for (id, fields) in indicators_of(&mut record.fields) {
            if let Some(today) = withheld.counts_of_indicators.get(&id) {
                let below = own(fields).unwrap_or_default().max(*today);
                say(fields, below);
            }
        }
    }
    for record in records.iter_mut().filter(|record| record.role == FileKind::Table) {
        let Some(today) = withheld.counts_of_tables.get(&record.id) else { continue };
        let mut all = CountThresholds::of(&record.fields);
        all.join(today);
        if let Some(below) = all.of_table {
            say(&mut record.fields, below);
        }
        for (id, column) in columns_of(&mut record.fields) {
            if let Some(below) = all.of_columns.get(&id) {
                say(column, *below);
            }
        }
    }
}

/// Returns the entries of a register of indicators, without their series.
fn indicators_of(fields: &mut Fields) -> impl Iterator<Item = (Id, &mut Fields)> {
    fields.entries.iter_mut().filter_map(|(key, _, value)| match (key, value) {
        (Key::Id(id), Value::Record(fields)) if id.parts().is_none() => Some((id.clone(), fields)),
        _ => None,
    })
}

fn columns_of(fields: &mut Fields) -> impl Iterator<Item = (Id, &mut Fields)> {
    let columns = fields.values.iter_mut().filter_map(|(name, value)| match value {
        Value::Record(columns) if *name == records::COLUMNS.spec.name => Some(columns),
        _ => None,
    });
    columns.flat_map(|columns| &mut columns.entries).filter_map(|(key, _, column)| match (key, column) {
        (Key::Id(id), Value::Record(column)) => Some((id.clone(), column)),
        _ => None,
    })
}

/// Has the indicators of a plan and the columns of its figure tables that count persons or families say what the site says below how many their counts
/// are not published, where neither they nor their table say anything. `site_unit` is what the site counts in.
pub fn suppress_by_default(records: &mut [Record], below: u32, site_unit: &Unit) {
    suppress_persons(records, site_unit, |_, _, own| own.is_none().then_some(below));
}

/// Has older records withhold what today's site withholds by default: it holds of what is gone or is called otherwise today as
/// well, or whoever deletes a table would publish its counts again in every edition. What says 0 was looked at by its author.
///
/// What of a plan is `withheld` today keeps the threshold of today, be it lower: with another one other cells would be withheld, and
/// what both show would tell them.
pub fn suppress_at_least(records: &mut [Record], withheld: Option<&Withheld>, below: u32, site_unit: &Unit) {
    // A table and an indicator of one id are two.
    let is_known = |role: FileKind, id: &Id| {
        withheld.is_some_and(|today| match role {
            FileKind::Table => today.counts_of_tables.contains_key(id),
            _ => today.counts_of_indicators.contains_key(id),
        })
    };
    suppress_persons(records, site_unit, |role, id, own| match own {
        Some(own) => (0 < own && own < below && !is_known(role, id)).then_some(below),
        None => Some(below),
    });
}

/// Has what counts persons or families say a threshold, where what it says itself is to be another: of the kind of its record, its
/// id, and what it says.
fn suppress_persons(
    records: &mut [Record],
    site_unit: &Unit,
    threshold: impl Fn(FileKind, &Id, Option<u32>) -> Option<u32>,
) {
    let plan = records.iter().find(|record| record.role == FileKind::Plan);
    let plan_unit = plan.and_then(|plan| plan.fields.get(&records::UNIT)).unwrap_or(site_unit).clone();
    let mut labels: BTreeMap<Id, Vec<String>> = BTreeMap::new();
    for record in records.iter() {
        let Some(figures) = &record.figures else { continue };
        let Some(at) = figures.column("label") else { continue };
        let own = figures.rows.iter().filter_map(|row| row.cells.get(at)).map(|(label, _)| label.clone());
        labels.entry(record.id.clone()).or_default().extend(own);
    }
    for record in records.iter_mut().filter(|record| record.role == FileKind::Indicators) {
        for (id, fields) in indicators_of(&mut record.fields) {
            let unit = fields.get(&records::UNIT).unwrap_or(&plan_unit);
            let title = fields.get(&records::TITLE).map_or("", String::as_str);
            let is_of_persons = counted_persons(unit, &[title]).is_some() && unit.is_counted();
            if let Some(below) = threshold(FileKind::Indicators, &id, own(fields)).filter(|_| is_of_persons) {
                say(fields, below);
            }
        }
    }
    for table in records.iter_mut().filter(|record| record.role == FileKind::Table) {
        let of_table = own(&table.fields);
        if let Some(below) = of_table.and_then(|own| threshold(FileKind::Table, &table.id, Some(own))) {
            say(&mut table.fields, below);
        }
        let unit = table.fields.get(&records::UNIT).unwrap_or(&plan_unit).clone();
        let title = table.fields.get(&records::TITLE).cloned().unwrap_or_default();
        let rows = labels.get(&table.id).map(Vec::as_slice).unwrap_or_default();
        for (id, column) in columns_of(&mut table.fields) {
            let unit = column.get(&records::UNIT).unwrap_or(&unit).clone();
            let name = column.get(&records::COLUMN_TITLE).cloned().unwrap_or_else(|| id.to_string());
            let titles: Vec<&str> =
                [name.as_str(), title.as_str()].into_iter().chain(rows.iter().map(String::as_str)).collect();
            let formula = column.get(&records::FORMULA).map(String::as_str);
            let counts = !is_otherwise(column) && counts_one_by_one(&id, &unit, formula);
            let is_of_persons = counts && counted_persons(&unit, &titles).is_some();
            // What its table says holds for a column that says nothing.
            let is_said = own(column).is_some() || of_table.is_none();
            if let Some(below) = threshold(FileKind::Table, &table.id, own(column)).filter(|_| is_of_persons && is_said)
            {
                say(column, below);
            }
        }
    }
}

/// Tells whether a column holds words, levels or shares.
fn is_otherwise(column: &Fields) -> bool {
    column.get(&records::IS_TEXT).copied().unwrap_or(false)
        || column.get(&records::IS_LEVEL).copied().unwrap_or(false)
        || column.get(&records::SCALE).is_some()
        || column.get(&records::SHARE_OF).is_some()
}

/// Tells whether figures of a column count one by one, by what it is called, counts in and is computed by: no rate, no difference.
#[must_use]
pub fn counts_one_by_one(id: &Id, unit: &Unit, formula: Option<&str>) -> bool {
    let is_otherwise = |formula: &str| Formula::subtracts(formula) || formula.contains('/');
    unit.is_counted() && !is_rate(unit) && id.as_str() != "deviation" && !formula.is_some_and(is_otherwise)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        content::{Dialect, ParseLog, parse, role_of},
        locale::Language,
        value::RelPath,
    };

    /// Records of a plan, by where each lies in it.
    fn plan(texts: &[(&str, &str)]) -> Vec<Record> {
        let dialect = Dialect::for_language(Language::Danish);
        let record = |(within, text): &(&str, &str)| {
            let file = RelPath::new(format!("content/plans/a/{within}")).expect("a path");
            let mut log = ParseLog::default();
            let record = parse(text.as_bytes(), &file, role_of(&file), &dialect, &mut log);
            assert!(log.diagnostics.is_empty(), "{within}: {:?}", log.diagnostics);
            record.expect("a record")
        };
        texts.iter().map(record).collect()
    }

    /// What tables, their columns and indicators say of themselves.
    fn said(records: &[Record]) -> Vec<String> {
        let mut said = Vec::new();
        for record in records {
            let id = record.id.to_string();
            let CountThresholds { of_table, of_columns } = CountThresholds::of(&record.fields);
            said.extend(of_table.map(|below| format!("{id} {below}")));
            said.extend(of_columns.iter().map(|(column, below)| format!("{id}.{column} {below}")));
            said.extend(record.fields.entries().filter_map(|(key, _, value)| match (key, value) {
                (Key::Id(id), Value::Record(fields)) => Some(format!("{id} {}", own(fields)?)),
                _ => None,
            }));
        }
        said
    }

    fn unit(text: &str) -> Unit {
        Unit::parse(text)
    }

    const PLAN: (&str, &str) = ("plan.md", "+++\ntitle = \"A\"\nkind = \"indicators\"\n+++\n");

    /// What a site says of whatever counts persons and says nothing itself.
    fn by_default(site_unit: &str, texts: &[(&str, &str)]) -> Vec<String> {
        let mut records = plan(texts);
        suppress_by_default(&mut records, 5, &unit(site_unit));
        said(&records)
    }

    #[test]
    fn a_site_withholds_what_counts_persons_one_by_one_and_says_nothing_itself() {
        let table = "title = \"T\"\nunit = \"børn\"\n[columns]\nantal = {}\nflere = { unit = \"familier\" }\n\
                     sum = { formula = \"antal + flere\" }\nmindre = { formula = \"antal - flere\" }\n\
                     pr = { formula = \"antal / flere\" }\nandel = { share_of = \"antal\" }\ndeviation = {}\n\
                     ord = { text = true }\ntal = { text = false, level = false }\nniveau = { level = true }\n\
                     skala = { scale = \"ja\" }\npris = { unit = \"kr.\" }\nsager = { unit = \"sager\" }\n\
                     tusind = { unit = \"1.000 børn\" }\nklasse = { unit = \"børn pr. klasse\" }\n\
                     own = { suppress_below = 3 }\nvist = { suppress_below = 0 }\n";
        let said = by_default("kr.", &[PLAN, ("tables/t.toml", table)]);
        assert_eq!(said, ["t.antal 5", "t.flere 5", "t.own 3", "t.sum 5", "t.tal 5", "t.vist 0"]);
        let own = table.replace("[columns]", "suppress_below = 4\n[columns]");
        assert_eq!(by_default("kr.", &[PLAN, ("tables/t.toml", &own)]), ["t 4", "t.own 3", "t.vist 0"]);
        let indicator = |id: &str, rest: &str| format!("[{id}]\ntitle = \"I\"\n{rest}\n");
        let indicators = [
            indicator("a", "unit = \"børn\"\n[a.series.nord]\ntitle = \"Nord\""),
            indicator("b", "unit = \"%\""),
            indicator("c", "unit = \"elever pr. klasse\""),
            indicator("d", "unit = \"1.000 børn\""),
            indicator("e", "unit = \"sager\""),
            indicator("f", "unit = \"familier\"\nsuppress_below = 3"),
            indicator("g", "unit = \"familier\"\nsuppress_below = 0"),
        ]
        .concat();
        assert_eq!(by_default("kr.", &[PLAN, ("indicators.toml", &indicators)]), ["a 5", "f 3", "g 0"]);
    }

    /// What is counted may be said by the unit of the plan or the site, and where that only says how many by a title or a row.
    #[test]
    fn what_is_counted_is_said_around_a_column_too() {
        let of_plan = ("plan.md", "+++\ntitle = \"A\"\nkind = \"indicators\"\nunit = \"børn\"\n+++\n");
        let table = ("tables/t.toml", "title = \"T\"\n[columns]\nantal = {}\n");
        let indicator = ("indicators.toml", "[i]\ntitle = \"I\"\n");
        for (site, plan, is_counted) in
            [("børn", PLAN, true), ("sager", PLAN, false), ("sager", of_plan, true), ("børn", table, true)]
        {
            let said = by_default(site, &[indicator, plan, table]);
            assert_eq!(said.iter().any(|said| said == "i 5"), is_counted, "{site} {plan:?}");
            assert_eq!(said.iter().any(|said| said == "t.antal 5"), is_counted, "{site} {plan:?}");
        }
        let rows = |label: &str| format!("row;label;x\na;Andre;7\nb;{label};8\n");
        for (title, column, file, label, is_counted) in [
            ("Anbragte børn", "X", "tables/t.csv", "Nord", true),
            ("T", "Børn", "tables/t.csv", "Nord", true),
            ("T", "X", "tables/t.csv", "Børn", true),
            ("T", "X", "updates/2020-06-30/t.csv", "Børn", true),
            ("T", "X", "tables/u.csv", "Børn", false),
            ("T", "X", "tables/t.csv", "Nord", false),
        ] {
            let table = format!("title = \"{title}\"\nunit = \"antal\"\n[columns]\nx = {{ title = \"{column}\" }}\n");
            let other = table.replace(title, "Anden").replace(column, "Y");
            let texts = [PLAN, (file, &rows(label)), ("tables/t.toml", &table), ("tables/u.toml", &other)];
            let said = by_default("kr.", &texts);
            assert_eq!(said.contains(&"t.x 5".to_owned()), is_counted, "{title} {column} {file} {label}");
        }
        let called = ("indicators.toml", "[i]\ntitle = \"Anbragte børn\"\nunit = \"antal\"\n");
        assert_eq!(by_default("kr.", &[PLAN, called]), ["i 5"]);
    }

    /// Of what is gone today, or is called otherwise, nothing says a threshold but the site.
    #[test]
    fn older_records_withhold_no_less_than_todays_site() {
        let id = |text: &str| Id::new(text).expect("an id");
        let older = |below: u32| {
            let threshold = format!("suppress_below = {below}\n");
            let table = |of_table: &str, of_column: &str| {
                let column = of_column.trim_end();
                format!(
                    "title = \"T\"\nunit = \"børn\"\n{of_table}[columns]\nx = {{ {column} }}\ny = {{ unit = \"kr.\" }}\n"
                )
            };
            plan(&[
                PLAN,
                ("tables/t.toml", &table(&threshold, "")),
                ("tables/u.toml", &table("", &threshold)),
                ("tables/v.toml", &table("suppress_below = 9\n", &threshold)),
                (
                    "indicators.toml",
                    &format!("[t]\ntitle = \"I\"\nunit = \"børn\"\n{threshold}[k]\ntitle = \"K\"\nunit = \"%\"\n"),
                ),
            ])
        };
        let at_least = |below: u32, today: Option<&Withheld>| {
            let mut records = older(below);
            suppress_at_least(&mut records, today, 5, &unit("kr."));
            said(&records)
        };
        let raised = ["t 5", "u.x 5", "v 9", "v.x 5", "t 5"];
        for (below, expected) in [
            (0, ["t 0", "u.x 0", "v 9", "v.x 0", "t 0"]),
            (1, raised),
            (3, raised),
            (5, raised),
            (7, ["t 7", "u.x 7", "v 9", "v.x 7", "t 7"]),
        ] {
            assert_eq!(at_least(below, None), expected, "{below}");
            assert_eq!(at_least(below, Some(&Withheld::default())), expected, "{below}");
        }
        // What is withheld today keeps its threshold; a table and an indicator of one id are two.
        let thresholds = || CountThresholds { of_table: Some(3), of_columns: BTreeMap::new() };
        let tables = ["t", "u"].map(|name| (id(name), thresholds())).into();
        let tables = Withheld { counts_of_tables: tables, ..Withheld::default() };
        assert_eq!(at_least(3, Some(&tables)), ["t 3", "u.x 3", "v 9", "v.x 5", "t 5"]);
        let indicators = Withheld { counts_of_indicators: [(id("t"), 3)].into(), ..Withheld::default() };
        assert_eq!(at_least(3, Some(&indicators)), ["t 5", "u.x 5", "v 9", "v.x 5", "t 3"]);
        let mut silent = plan(&[PLAN, ("tables/t.toml", "title = \"T\"\nunit = \"børn\"\n[columns]\nx = {}\n")]);
        suppress_at_least(&mut silent, Some(&tables), 5, &unit("kr."));
        assert_eq!(said(&silent), ["t.x 5"], "what says nothing");
    }

    #[test]
    fn what_is_withheld_today_is_withheld_under_every_name_it_had() {
        let register = |threshold: &str| {
            format!(
                "[ny]\ntitle = \"I\"\nunit = \"børn\"\n{threshold}formerly = [\"gammel\", \"anden\"]\n\
                 [ny.series.nord]\ntitle = \"Nord\"\n[b]\ntitle = \"B\"\nunit = \"børn\"\nformerly = [\"a\"]\n"
            )
        };
        let table = "title = \"T\"\nunit = \"børn\"\nsuppress_below = 1\n[columns]\nx = { suppress_below = 3 }\n";
        for (threshold, names) in
            [("suppress_below = 1\n", &["anden", "gammel", "ny"][..]), ("suppress_below = 0\n", &[]), ("", &[])]
        {
            let records = plan(&[PLAN, ("tables/t.toml", table), ("indicators.toml", &register(threshold))]);
            let mut hidden = Hidden::default();
            note(&records, &mut hidden);
            let noted: Vec<String> = hidden.counts_of_indicators.keys().map(Id::to_string).collect();
            assert_eq!(noted, names, "{threshold}");
            assert_eq!(suppressed(&records).count(), 1);
            assert_eq!(suppressed_indicators(&records).count(), usize::from(!names.is_empty()));
            // Older records say it of the indicator, and of no series of it.
            let today = hidden.withheld(std::iter::empty());
            let mut older = plan(&[("tables/t.toml", table), ("indicators.toml", &register("suppress_below = 0\n"))]);
            suppress(&mut older, &today);
            let below = u8::from(!names.is_empty());
            assert_eq!(said(&older), ["t 1".to_owned(), "t.x 3".into(), format!("ny {below}")], "{threshold}");
            let own = older.iter().find(|record| record.role == FileKind::Table).expect("the table");
            let thresholds = own.fields.values.iter().filter(|(name, _)| *name == "suppress_below");
            assert_eq!((thresholds.count(), own.fields.get(&records::TITLE).map(String::as_str)), (1, Some("T")));
        }
    }
}
