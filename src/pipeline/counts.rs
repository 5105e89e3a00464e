//! Counts that are too small to be published, in what is told of two versions: that they are others is told, and neither value.

use super::OpenedSite;
use crate::{
    compare::{Change, ChangeKind, Redaction},
    content::{self, FileKind, ParseLog, Record},
    diag::Error,
    schema::Value,
};

/// Returns the figure tables and indicators of which records withhold small counts.
fn of_records(records: &[Record]) -> impl Iterator<Item = Redaction> {
    let plan = |record: &Record| record.file.parts().nth(2).unwrap_or_default().to_owned();
    let tables = content::suppressed(records).map(move |(table, _)| Redaction::of_counts(&plan(table), &table.id));
    let indicators = content::suppressed_indicators(records);
    tables.chain(indicators.map(move |(file, id, _)| Redaction::of_counts(&plan(file), id)))
}

/// Returns the figure tables and indicators of which a site withholds small counts. Only files that may say so are read.
pub fn of_site(opened: &OpenedSite<'_>) -> Result<Vec<Redaction>, Error> {
    let (mut found, mut bytes) = (Vec::new(), Vec::new());
    for files in &opened.version.files.plans {
        for file in files.iter() {
            let role = content::role_of(file);
            if !matches!(role, FileKind::Table | FileKind::Indicators) {
                continue;
            }
            opened.version.read(file, &mut bytes)?;
            if opened.version.may_hide(&bytes, role) {
                found.extend(of_records(&opened.version.records(files, &mut ParseLog::default())?));
                break;
            }
        }
    }
    Ok(found)
}

/// Takes the values out of changes that tell a count of which one of some versions, or `more`, withholds small ones. `words` stand
/// in the place of cells; what became of readings is not told at all, for what was read before is told with it.
pub fn mask(changes: &mut Vec<Change>, versions: [&[Record]; 2], more: &[Redaction], words: &str) {
    let entries: Vec<Redaction> = versions.into_iter().flat_map(of_records).chain(more.iter().cloned()).collect();
    let is_of_cells = |change: &Change| matches!(change.what, ChangeKind::Figure { .. });
    changes.retain(|change| is_of_cells(change) || !entries.iter().any(|entry| entry.withholds_change(change)));
    for change in changes.iter_mut().filter(|change| entries.iter().any(|entry| entry.withholds_change(change))) {
        if let ChangeKind::Figure { before, after, .. } = &mut change.what {
            // Two of the same would be no change.
            (*before, *after) = (None, Some(Value::Text(words.to_owned())));
        }
    }
}
