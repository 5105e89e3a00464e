//! A site as its readers see it, kept in memory to be compared with another version of it.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{Built, Frame, Input, Progress, Workshop, plan, shared, site};
use crate::{
    compare::Unreadable,
    content::{self, Notebook, Record, Role},
    diag::{Diagnostic, Error, Place, Severity},
    model::{self, Site},
    output::Nothing,
    schema::{Fields, Key, Value, records},
    value::{Date, RelPath},
    view::{self, PlanRows},
};

/// What a version of a site says to those it is for.
#[derive(Debug)]
pub struct Survey {
    /// What all plans share.
    pub site: Site,
    /// What its files say, without what may not be seen and what was not known yet on the as-of date.
    pub records: Vec<Record>,
    /// Files that cannot be read. Nothing of them is among the records.
    pub unreadable: BTreeSet<Unreadable>,
    /// What each plan comes to.
    pub rows: Vec<PlanRows>,
    /// What was found and counted.
    pub built: Built,
}

/// Reads a site as its readers see it.
///
/// # Errors
///
/// Answers an [`Error`] when a file that was listed cannot be read.
pub fn survey(input: &Input<'_>, progress: &dyn Progress) -> Result<Survey, Error> {
    survey_as(input, Frame::default(), progress)
}

/// Reads a site as the readers of an edition see it.
pub fn survey_as(input: &Input<'_>, frame: Frame<'_>, progress: &dyn Progress) -> Result<Survey, Error> {
    let mut built = site(input, frame, &Nothing::default(), progress)?;
    // A survey looks at files alone: that editions cannot be cut without a past is no news of them.
    built.findings.retain(|finding| finding.code != "edition-without-repository");
    let shop = Workshop::open(input, frame)?;
    let as_of = shop.viewer.as_of;
    let mut notebook = Notebook::default();
    let mut records = shop.version.registers(&mut notebook)?;
    let mut unreadable = damaged(&notebook);
    let (pages, page_notes) = shared::Pages::read(&shop)?.into_records();
    unreadable.extend(damaged(&page_notes));
    records.extend(pages);
    let plans: Result<Vec<_>, Error> = shop.version.files.plans.par_iter().map(|folder| plan(&shop, folder)).collect();
    let mut rows = Vec::new();
    for plan in plans? {
        records.extend(plan.records);
        unreadable.extend(plan.unreadable);
        rows.extend(plan.rows);
    }
    records.retain(|record| !unreadable.contains(&record.file));
    records.iter_mut().for_each(|record| drop_what_comes_later(record, as_of));
    let unreadable = unreadable.into_iter().map(|path| Unreadable { path }).collect();
    Ok(Survey { site: shop.version.settings.site, records, unreadable, rows, built })
}

/// What one plan says.
struct PlanSurvey {
    records: Vec<Record>,
    unreadable: BTreeSet<RelPath>,
    rows: Option<PlanRows>,
}

fn plan(shop: &Workshop<'_>, folder: &[RelPath]) -> Result<PlanSurvey, Error> {
    let mut notebook = Notebook::default();
    let mut records = shop.version.records(folder, &mut notebook)?;
    plan::close(shop, &mut records);
    let (records, hidden) = content::withhold(records, shop.viewer);
    hidden.hush(&mut notebook);
    let unreadable = damaged(&notebook);
    let plan = model::assemble(&records, &hidden, &shop.version.settings.site, &mut notebook.diagnostics);
    let rows = plan.map(|plan| view::plan_rows(&shop.desk(), &plan));
    Ok(PlanSurvey { records, unreadable, rows })
}

/// Returns the files that could not be read, or not as a whole.
fn damaged(notebook: &Notebook) -> BTreeSet<RelPath> {
    let is_damage = |found: &&Diagnostic| found.severity == Severity::Error && content::DAMAGE.contains(&found.code);
    let files = notebook.diagnostics.iter().filter(is_damage).filter_map(|found| match &found.place {
        Place::Span(span) => notebook.sources.get(span.source).map(|source| source.path.clone()),
        Place::File(path) | Place::Line(path, ..) => Some(path.clone()),
        Place::Subject(subject) => RelPath::new(subject.file.as_str()).ok(),
        Place::Written(file, _) => RelPath::new(file.as_str()).ok(),
    });
    files.collect()
}

/// Drops what was not known yet on the as-of date, as the model does.
fn drop_what_comes_later(record: &mut Record, as_of: Date) {
    let later =
        |fields: &Fields, field| fields.get(field).is_some_and(|period: &crate::value::Period| period.first() > as_of);
    match record.role {
        Role::Status => record.fields.values.retain(|(name, value)| {
            !matches!(value, Value::Record(of) if *name == records::OVERRULED.spec.name && later(of, &records::DATE))
        }),
        Role::Timeline => {
            for fields in registered(&mut record.fields, records::DECISIONS.spec.name) {
                if later(fields, &records::DECIDED) {
                    fields.values.retain(|(name, _)| *name != records::DECIDED.spec.name);
                }
            }
        }
        Role::Indicators => {
            for (_, _, value) in &mut record.fields.entries {
                let Value::Record(indicator) = value else { continue };
                for (name, value) in &mut indicator.values {
                    if let (true, Value::Record(readings)) = (*name == records::OLD_READINGS.spec.name, value) {
                        readings.entries.retain(|(key, ..)| !matches!(key, Key::Period(date) if date.first() > as_of));
                    }
                }
            }
        }
        _ => {}
    }
}

/// Returns the records of a register that a file holds under a name.
fn registered<'f>(fields: &'f mut Fields, register: &str) -> impl Iterator<Item = &'f mut Fields> {
    let register = fields.values.iter_mut().find(|(name, _)| *name == register).map(|(_, value)| value);
    let entries =
        register.and_then(|value| if let Value::Record(fields) = value { Some(&mut fields.entries) } else { None });
    entries.into_iter().flatten().filter_map(
        |(_, _, value)| {
            if let Value::Record(fields) = value { Some(fields) } else { None }
        },
    )
}
