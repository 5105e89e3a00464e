//! What a fixture expects to be told, written in the fixture itself.
//!
//! In TOML and front matter an expectation is a comment above the faulty line:
//!
//! ```text
//! # expect: unknown-key @1 [requird] "did you mean `required`"
//! ```
//!
//! `@1` is the column, `[…]` what is underlined, and the words stand in the message, its label or its
//! help, in English. `# expect-first: …` is about the first line, which stands for the file.
//! Where no comment can stand, a file `<name>.expect` beside the fixture, or `expect` in its folder,
//! says the same after a path, a line and a column: `content/x.md:3:5 raw-html [<b>] "…"`.

use fremdrift::diag::Finding;

use super::disk::Files;

/// One thing a fixture expects to be told.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Expected {
    /// The file, within the site.
    pub path: String,
    /// The line; 0 is the whole file.
    pub line: u32,
    /// The column; 0 is the whole file.
    pub column: u32,
    /// The code.
    pub code: String,
    /// What is underlined.
    pub underlined: String,
    /// Words of the message, its label or its help.
    pub words: String,
}

impl Expected {
    /// Reads the expectations that stand in the comments of a file.
    pub fn in_place(path: &str, text: &str) -> Vec<Self> {
        let mut waiting: Vec<Self> = Vec::new();
        let mut all = Vec::new();
        for (line, number) in text.lines().zip(1..) {
            if let Some(rest) = line.trim_start().strip_prefix("# expect: ") {
                waiting.push(Self::parse(path, rest));
            } else if let Some(rest) = line.trim_start().strip_prefix("# expect-first: ") {
                all.push(Self { line: 1, ..Self::parse(path, rest) });
            } else {
                all.extend(waiting.drain(..).map(|expected| Self { line: number, ..expected }));
            }
        }
        assert!(waiting.is_empty(), "{path}: an expectation stands above nothing");
        all
    }

    /// Reads the expectations of a file of their own, one a line. A path of `.` is the fixture's own.
    pub fn beside(path: &str, text: &str) -> Vec<Self> {
        let lines = text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#'));
        let read = lines.map(|line| {
            let (place, rest) = line.split_once(' ').expect("a place, then a code");
            let mut parts = place.rsplitn(3, ':');
            let (column, at, file) = match (parts.next(), parts.next(), parts.next()) {
                (Some(column), Some(at), Some(file)) => (number(column), number(at), file),
                _ => (0, 0, place),
            };
            let file = if file == "." { path } else { file };
            Self { line: at, column, ..Self::parse(file, rest) }
        });
        read.collect()
    }

    /// Reads all expectations of a folder that is laid over a site: in place, and in its file `expect`.
    pub fn of_folder(files: &Files) -> Vec<Self> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let expected = files.iter().flat_map(|(path, bytes)| match path.rsplit_once('.') {
            None if path == "expect" => Self::beside("", &text(bytes)),
            Some((_, "toml" | "md")) => Self::in_place(path, &text(bytes)),
            _ => Vec::new(),
        });
        expected.collect()
    }

    fn parse(path: &str, text: &str) -> Self {
        let (code, mut rest) = text.split_once(' ').unwrap_or((text, ""));
        let mut expected = Self {
            path: path.to_owned(),
            line: 0,
            column: 0,
            code: code.to_owned(),
            underlined: String::new(),
            words: String::new(),
        };
        if let Some((column, tail)) = rest.strip_prefix('@').map(|rest| rest.split_once(' ').unwrap_or((rest, ""))) {
            expected.column = number(column);
            rest = tail;
        }
        // What is underlined may hold brackets of its own; it ends where the words begin.
        if let Some(tail) = rest.strip_prefix('[') {
            let (underlined, tail) = tail.split_once("] \"").unwrap_or_else(|| {
                (tail.strip_suffix(']').unwrap_or_else(|| panic!("{path}: a bracket that does not end")), "")
            });
            expected.underlined = underlined.to_owned();
            expected.words = tail.trim_end().trim_end_matches('"').to_owned();
        } else {
            expected.words = rest.trim().trim_matches('"').to_owned();
        }
        expected
    }

    /// Tells whether a finding is what was expected.
    pub fn is(&self, finding: &Finding) -> bool {
        let said = said(finding);
        (self.path.as_str(), self.line, self.column, self.code.as_str())
            == (finding.path.as_str(), finding.line, finding.column, finding.code)
            && self.underlined == underlined(finding)
            && said.contains(&self.words)
    }
}

fn number(text: &str) -> u32 {
    text.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

/// Returns all that a finding says.
pub fn said(finding: &Finding) -> String {
    let parts = [Some(&finding.message), finding.label.as_ref(), finding.help.as_ref()];
    parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" | ").replace('\u{a0}', " ")
}

/// Returns the words a finding underlines.
pub fn underlined(finding: &Finding) -> String {
    let (column, width) = (finding.column.saturating_sub(finding.excerpt_start) as usize, finding.width as usize);
    finding.excerpt.chars().skip(column).take(width).collect()
}

/// Writes a finding as an expectation, for the message of a test that fails.
pub fn show(finding: &Finding) -> String {
    format!(
        "{}:{}:{} {} [{}] \"{}\"",
        finding.path,
        finding.line,
        finding.column,
        finding.code,
        underlined(finding),
        said(finding)
    )
}

/// Compares what was found with what was expected; answers what differs.
pub fn compare(name: &str, expected: &[Expected], found: &[Finding]) -> Result<(), String> {
    let mut left: Vec<&Finding> = found.iter().collect();
    let mut missing = Vec::new();
    for expected in expected {
        match left.iter().position(|finding| expected.is(finding)) {
            Some(at) => drop(left.remove(at)),
            None => missing.push(expected),
        }
    }
    if missing.is_empty() && left.is_empty() {
        return Ok(());
    }
    let mut report = format!("{name}\n");
    missing.iter().for_each(|expected| report.push_str(&format!("  not found: {expected:?}\n")));
    left.iter().for_each(|finding| report.push_str(&format!("  found:     {}\n", show(finding))));
    Err(report)
}
