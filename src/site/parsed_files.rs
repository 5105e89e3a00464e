//! What files came to when they were parsed, for a site that is made again while it is written: of a plan's sixty files
//! one has changed.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    content::{self, Dialect, FileKind, ParseLog, Record},
    value::RelPath,
};

/// How many bytes of texts are kept at most, so that memory holds what is written at the time, not a site of thousands of
/// files that were each saved once.
const MOST: usize = 8 << 20;

/// Files as they were parsed last.
#[derive(Debug)]
pub(super) struct ParsedFiles {
    kept: Mutex<KeptFiles>,
    /// How many bytes of texts are kept at most.
    most: usize,
}

impl Default for ParsedFiles {
    fn default() -> Self {
        Self { kept: Mutex::default(), most: MOST }
    }
}

#[derive(Debug, Default)]
struct KeptFiles {
    files: BTreeMap<RelPath, Arc<ParsedFile>>,
    /// How many bytes were read of all.
    bytes: usize,
}

/// A file, all that decides what it comes to, and what it came to.
#[derive(Debug)]
struct ParsedFile {
    bytes: Vec<u8>,
    role: FileKind,
    dialect: Dialect,
    record: Record,
    log: ParseLog,
}

impl ParsedFiles {
    /// Parses a file, or answers what it came to where it and all that decides it are the same as before.
    pub(super) fn parse(
        &self,
        bytes: &[u8],
        (file, role): (&RelPath, FileKind),
        dialect: &Dialect,
        notebook: &mut ParseLog,
    ) -> Option<Record> {
        if let Some(known) = self.get(file)
            && known.bytes == bytes
            && known.role == role
            && known.dialect == *dialect
        {
            notebook.append(&known.log);
            return Some(known.record.clone());
        }
        let mut log = ParseLog::default();
        let Some(record) = content::parse(bytes, file, role, dialect, &mut log) else {
            // What makes a file useless may be told once for several, so it is looked for in what was found before.
            return content::parse(bytes, file, role, dialect, notebook);
        };
        notebook.append(&log);
        let parsed = ParsedFile { bytes: bytes.into(), role, dialect: dialect.clone(), record: record.clone(), log };
        self.keep(file, parsed);
        Some(record)
    }

    fn get(&self, file: &RelPath) -> Option<Arc<ParsedFile>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).files.get(file).map(Arc::clone)
    }

    fn keep(&self, file: &RelPath, parsed: ParsedFile) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.bytes.saturating_add(parsed.bytes.len()) > self.most {
            *kept = KeptFiles::default();
        }
        kept.bytes = kept.bytes.saturating_add(parsed.bytes.len());
        if let Some(before) = kept.files.insert(file.clone(), Arc::new(parsed)) {
            kept.bytes = kept.bytes.saturating_sub(before.bytes.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{diag::Place, locale::Language};

    const MEASURE: FileKind = FileKind::Measure;

    fn file(name: &str) -> RelPath {
        RelPath::new(format!("content/plans/byg/measures/{name}.md")).unwrap()
    }

    /// Says what was found, by the words that it points at.
    fn told(log: &ParseLog) -> Vec<(&'static str, String)> {
        let words = |place: &Place| match place {
            Place::Span(span) => log.sources.get(span.source).unwrap().text
                [usize::try_from(span.start).unwrap()..usize::try_from(span.end).unwrap()]
                .to_owned(),
            place => format!("{place:?}"),
        };
        log.diagnostics.iter().map(|found| (found.code.name, words(&found.place))).collect()
    }

    #[test]
    fn what_is_kept_points_at_the_same_words_behind_other_files() {
        let danish = Dialect::for_language(Language::Danish);
        let parsed = ParsedFiles::default();
        let texts = [
            (file("1"), "+++\ntitle = \"Kørsel\"\ntarget = \"9.1 mio.\"\n+++\n\nTekst.\n"),
            (file("2"), "+++\ntitle = \"Lys\"\nstrat = 2026-01-01\n+++\n"),
        ];
        let parse = |parsed: Option<&ParsedFiles>, texts: &mut dyn Iterator<Item = &(RelPath, &str)>| {
            let mut log = ParseLog::default();
            let records: Vec<_> = texts
                .map(|(file, text)| match parsed {
                    Some(parsed) => parsed.parse(text.as_bytes(), (file, MEASURE), &danish, &mut log),
                    None => content::parse(text.as_bytes(), file, MEASURE, &danish, &mut log),
                })
                .collect();
            (format!("{records:?}"), told(&log), format!("{:?}", log.origins))
        };
        let plain = parse(None, &mut texts.iter());
        assert_eq!(plain.1.len(), 2, "{:?}", plain.1);
        assert_eq!(parse(Some(&parsed), &mut texts.iter()), plain);
        assert_eq!(parse(Some(&parsed), &mut texts.iter()), plain);
        assert_eq!(parse(Some(&parsed), &mut texts.iter().rev()), parse(None, &mut texts.iter().rev()));
    }

    #[test]
    fn a_file_that_is_written_or_read_otherwise_is_parsed_again() {
        let (danish, english) = (Dialect::for_language(Language::Danish), Dialect::for_language(Language::English));
        let parsed = ParsedFiles::default();
        let text = |amount: &str| format!("+++\ntitle = \"Kørsel\"\ntarget = \"{amount}\"\n+++\n");
        let parse = |text: &str, role, dialect: &Dialect| {
            let (mut log, mut plain) = (ParseLog::default(), ParseLog::default());
            let record = parsed.parse(text.as_bytes(), (&file("1"), role), dialect, &mut log);
            let expected = content::parse(text.as_bytes(), &file("1"), role, dialect, &mut plain);
            assert_eq!(format!("{record:?}"), format!("{expected:?}"));
            assert_eq!(told(&log), told(&plain));
        };
        parse(&text("1,234"), MEASURE, &danish);
        parse(&text("1,234"), MEASURE, &english);
        parse(&text("1,235"), MEASURE, &english);
        parse(&text("1,235"), FileKind::Page, &english);
    }

    #[test]
    fn no_more_than_so_many_bytes_are_kept() {
        let danish = Dialect::for_language(Language::Danish);
        let parsed = ParsedFiles { most: 4000, ..ParsedFiles::default() };
        let text = format!("+++\ntitle = \"Kørsel\"\n+++\n{}", "a".repeat(1000));
        let names = || (0..9).map(|number| file(&number.to_string()));
        for name in names().chain(names()) {
            parsed.parse(text.as_bytes(), (&name, MEASURE), &danish, &mut ParseLog::default()).unwrap();
            let kept = parsed.kept.lock().unwrap();
            let bytes: usize = kept.files.values().map(|file| file.bytes.len()).sum();
            assert_eq!(bytes, kept.bytes);
            assert!((1..=parsed.most).contains(&bytes), "{bytes}");
        }
    }
}
