//! Small hand-built sites and plans for tests.

use std::collections::BTreeMap;

use super::{Addresses, ViewContext};
use crate::{
    locale::{Language, Locale},
    model::{
        Committee, Footnotes, Level, Measure, Owner, Plan, ProseParts, Report, Scale, Site, StatedCounts,
        StatedFigures, Status, Tone,
    },
    schema::PlanKind,
    value::{Date, Figure, Id, ItemNumber, Notation, Period, RelPath, Unit, WrittenAmount, Year},
};

/// Makes an id.
pub fn id(text: &str) -> Id {
    Id::new(text).expect("an id")
}

/// Reads a period.
pub fn period(text: &str) -> Period {
    Period::parse(text).expect("a period")
}

/// Reads a figure; without a unit it counts in millions.
pub fn figure(text: &str) -> Figure {
    WrittenAmount::parse(text, Notation::DANISH).expect("a figure").resolve(&Unit::MILLION_KRONER)
}

/// Makes the Danish locale.
pub fn danish() -> Locale {
    Locale::new(Language::Danish, &[]).expect("a locale")
}

/// Makes a site with one scale of three levels, a committee and an owner.
pub fn site() -> Site {
    let level = |key: &str, word: &str, tone| Level {
        id: id(key),
        word: word.into(),
        one: None,
        many: None,
        tone,
        meaning: "…".into(),
    };
    let levels = vec![
        level("ok", "Alt OK", Tone::Good),
        level("watch", "Opmærksomhed", Tone::Warning),
        level("critical", "Kritisk", Tone::Bad),
    ];
    let owner = Owner {
        id: id("chef"),
        formerly: Vec::new(),
        title: "Centerchef".into(),
        department: None,
        contact: None,
        note: None,
    };
    Site {
        title: "Fremdrift".into(),
        organisation: "Eksempelby Kommune".into(),
        language: Language::Danish,
        colour: None,
        logo: None,
        unit: Unit::KRONE,
        url: None,
        source: None,
        contact: None,
        licence: None,
        accessibility: None,
        scales: vec![Scale { id: id("status"), title: None, levels }],
        default_scale: 0,
        downloads: None,
        remarks: Vec::new(),
        editions: Vec::new(),
        committees: BTreeMap::from([(
            id("USB"),
            Committee {
                id: id("USB"),
                formerly: Vec::new(),
                name: "Udvalget for Social og Beskæftigelse".into(),
                note: None,
            },
        )]),
        owners: BTreeMap::from([(id("chef"), owner)]),
        as_of: Date::constant(2020, 8, 1),
    }
}

/// Runs a test with what pages of some content files are written with.
pub fn with_context(files: &[&str], test: impl FnOnce(&ViewContext)) {
    let (site, locale) = (site(), danish());
    let files: Vec<RelPath> = files.iter().map(|file| RelPath::new(*file).expect("a path")).collect();
    let addresses = Addresses::new(&site, &files, &locale);
    test(&ViewContext::new(&site, &locale, &addresses));
}

/// Makes a plan of a kind, without measures or reports.
pub fn plan(kind: &str) -> Plan {
    Plan {
        id: id("p"),
        formerly: Vec::new(),
        file: "content/plans/p/plan.md".into(),
        kind: PlanKind::find(kind).expect("a kind"),
        title: "Handleplan".into(),
        short: None,
        language: Language::Danish,
        year: Some(Year::calendar(2020)),
        started: None,
        finished: None,
        case: None,
        source: None,
        committees: vec![id("USB")],
        owners: vec![id("chef")],
        unit: Unit::MILLION_KRONER,
        decimals: None,
        scale: 0,
        overall_scale: None,
        sections: Vec::new(),
        overspend: None,
        counts: StatedCounts::default(),
        stated: StatedFigures::default(),
        notes: Footnotes::new(),
        words: ProseParts::default(),
        measures: Vec::new(),
        indicators: Vec::new(),
        milestones: Vec::new(),
        decisions: Vec::new(),
        calendar: Vec::new(),
        tables: Vec::new(),
        reports: Vec::new(),
        closed: false,
    }
}

/// Makes a measure with a number, a title and a required saving.
pub fn measure(number: &str, title: &str, required: Option<&str>) -> Measure {
    Measure {
        id: id(number.trim_end_matches('*')),
        formerly: Vec::new(),
        file: format!("content/plans/p/measures/{}.md", number.trim_end_matches('*')),
        number: ItemNumber::parse(number),
        title: title.into(),
        section: None,
        committees: vec![id("USB")],
        owners: vec![id("chef")],
        required: required.map(figure),
        unit: Unit::MILLION_KRONER,
        investment: false,
        year: None,
        due: None,
        funding: Vec::new(),
        effect: Vec::new(),
        words: ProseParts::default(),
        parent: None,
        children: Vec::new(),
        statuses: Vec::new(),
        sum: None,
        closed: false,
    }
}

/// Makes a report without words.
pub fn report(as_of: &str) -> Report {
    Report {
        as_of: period(as_of),
        file: format!("content/plans/p/updates/{as_of}/index.md"),
        level: None,
        trend: None,
        scale: 0,
        overall_scale: 0,
        counts: crate::model::StatedCounts::default(),
        overspend: None,
        stated: StatedFigures::default(),
        notes: Footnotes::new(),
        words: ProseParts::default(),
    }
}

/// Makes a status with a level and an achieved saving.
pub fn status(report: usize, level: usize, achieved: Option<&str>) -> Status {
    Status {
        report,
        file: String::new(),
        level: Some(crate::model::LevelRef { scale: 0, level }),
        lifecycle: None,
        trend: None,
        overruled: None,
        decision: None,
        achieved: achieved.map(figure),
        forecast: None,
        effect: Vec::new(),
        words: ProseParts::default(),
    }
}
