//! Pictures and other files that pages show or link to, copied as they are; pictures in SVG without what nobody sees of them.

use std::{borrow::Cow, collections::BTreeSet};

use super::{OpenedSite, personal_numbers};
use crate::{
    diag::{Diagnostic, Error, Finding, Origins, Place, Source, Sources},
    output::Sink,
    render::UNSAFE_SVG,
    svg::{self, SvgFault, SvgFaultKind},
    value::RelPath,
};

/// Copies the files that exist; what does not exist was reported where it is linked. A check claims their names alone.
pub fn copy(opened: &OpenedSite<'_>, assets: BTreeSet<RelPath>, sink: &dyn Sink) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let mut bytes = Vec::new();
    for (file, path) in to_publish(opened, &assets) {
        opened.version.read(file, &mut bytes)?;
        findings.extend(personal_numbers::report_asset(opened, file, &bytes));
        match published(file, &bytes) {
            Err(fault) => findings.push(refused(opened, file, &bytes, fault)),
            Ok(bytes) => sink.put(&path, &bytes)?,
        }
    }
    Ok(findings)
}

/// Reports what may not be published of the files that are shown or linked to.
pub fn report(opened: &OpenedSite<'_>, assets: &BTreeSet<RelPath>) -> Result<Vec<Finding>, Error> {
    let mut findings = Vec::new();
    let mut bytes = Vec::new();
    for (file, _) in to_publish(opened, assets).filter(|(file, _)| is_svg(file)) {
        opened.version.read(file, &mut bytes)?;
        findings.extend(published(file, &bytes).err().map(|fault| refused(opened, file, &bytes, fault)));
    }
    Ok(findings)
}

/// Returns the files that are there and may be seen, with their places in the output.
fn to_publish<'a>(
    opened: &OpenedSite<'_>,
    assets: &'a BTreeSet<RelPath>,
) -> impl Iterator<Item = (&'a RelPath, RelPath)> {
    let found = assets.iter().filter(|file| opened.version.holds(file));
    found.filter_map(|file| Some((file, opened.addresses.asset(file)?)))
}

/// Tells whether a file is a picture that is looked into before it is published.
pub fn is_svg(file: &RelPath) -> bool {
    file.extension().eq_ignore_ascii_case("svg")
}

/// Returns what is published of a file.
fn published<'b>(file: &RelPath, bytes: &'b [u8]) -> Result<Cow<'b, [u8]>, SvgFault> {
    if is_svg(file) { svg::published_picture(bytes) } else { Ok(Cow::Borrowed(bytes)) }
}

/// Reports a picture that can do more than be seen, or holds what is not.
fn refused(opened: &OpenedSite<'_>, file: &RelPath, bytes: &[u8], fault: SvgFault) -> Finding {
    let fault_is_hidden = fault.kind == SvgFaultKind::Hidden;
    let diagnostic = Diagnostic::new(&UNSAFE_SVG, Place::Line(file.clone(), fault.line, fault.column))
        .with("target", file.as_str())
        .with("what", fault.kind.id())
        .with("name", fault.name);
    let mut sources = Sources::default();
    // The line of what is not to be seen says it.
    let text = if fault_is_hidden { &[] } else { bytes };
    sources.add(Source { path: file.clone(), text: String::from_utf8_lossy(text).into_owned() });
    opened.messages.finding(&diagnostic, &sources, &Origins::default())
}
