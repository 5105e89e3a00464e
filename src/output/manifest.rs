//! The list of what a published site is made of: it says which files are ours, and which still fit.
//!
//! It is published with the site and a function of it, so it holds no time and no place on the disk.

use std::{collections::BTreeMap, fmt, fmt::Write};

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::value::RelPath;

/// Where the manifest lies in a published site.
pub(super) const NAME: &str = ".fremdrift-manifest.json";

/// The most bytes a manifest is read to: room for the 500 000 files a site may have.
pub(super) const LIMIT: u64 = 128 << 20;

/// The version of the manifest's form. A program that does not know it replaces nothing.
const FORMAT: u32 = 2;

/// The form before manifests said what a site was made for. Whoever wrote one had no such care either, so it is taken
/// for the whole public site: to replace one made for fewer by a public one harms nobody, and the other way is refused.
const FORMAT_WITHOUT_PURPOSE: u32 = 1;

/// What a site is made for: a folder is kept to it, so that what only some may see never takes the place of what all see.
///
/// It says which options the site was made with, and nothing of what was left out.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Purpose {
    /// Whom it is for, by the word of `--audience`.
    pub audience: String,
    /// The edition, where it is one alone, by the word of `--edition`.
    #[serde(default)]
    pub edition: Option<String>,
}

impl Default for Purpose {
    /// Returns that of the whole site for everybody.
    fn default() -> Self {
        Self { audience: "public".into(), edition: None }
    }
}

impl fmt::Display for Purpose {
    /// Writes the options that a site for it is made with.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "--audience {}", self.audience)?;
        self.edition.as_ref().map_or(Ok(()), |edition| write!(f, " --edition {edition}"))
    }
}

/// What tells one content of a file from another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct Fingerprint {
    /// The number of bytes.
    pub size: u64,
    /// The SHA-256 of the bytes.
    pub sha256: FileHash,
}

impl Fingerprint {
    /// Takes the fingerprint of a file's content.
    pub fn of(bytes: &[u8]) -> Self {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self { size, sha256: FileHash(Sha256::digest(bytes).into()) }
    }
}

/// A SHA-256, written as 64 hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "&str")]
pub(super) struct FileHash(pub [u8; 32]);

impl TryFrom<&str> for FileHash {
    type Error = &'static str;

    fn try_from(digits: &str) -> Result<Self, Self::Error> {
        const EXPECTED: &str = "expected 64 hexadecimal digits";
        let mut hash = [0; 32];
        let (pairs, []) = digits.as_bytes().as_chunks::<2>() else { return Err(EXPECTED) };
        if pairs.len() != hash.len() {
            return Err(EXPECTED);
        }
        for (byte, pair) in hash.iter_mut().zip(pairs) {
            let [high, low] =
                pair.map(|digit| char::from(digit).to_digit(16).and_then(|value| u8::try_from(value).ok()));
            *byte = high.ok_or(EXPECTED)? << 4 | low.ok_or(EXPECTED)?;
        }
        Ok(Self(hash))
    }
}

impl fmt::Display for FileHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; 64];
        for (pair, byte) in digits.as_chunks_mut::<2>().0.iter_mut().zip(self.0) {
            *pair = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
        }
        f.write_str(str::from_utf8(&digits).unwrap_or_default())
    }
}

/// Every file of a site but the manifest itself, and the program that made them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The version of the program.
    pub version: String,
    /// What the site was made for.
    pub purpose: Purpose,
    /// The files, sorted by path.
    pub files: BTreeMap<RelPath, Fingerprint>,
}

#[derive(Deserialize)]
struct WrittenManifest {
    format: u32,
    version: String,
    #[serde(flatten)]
    purpose: Option<Purpose>,
    files: BTreeMap<String, Fingerprint>,
}

impl Manifest {
    /// Reads a manifest; `None` when it is damaged or of another form, so that nothing is known.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let written: WrittenManifest = serde_json::from_slice(bytes).ok()?;
        let file = |(path, fingerprint)| Some((RelPath::new(path).ok()?, fingerprint));
        let files = written.files.into_iter().map(file).collect::<Option<_>>()?;
        let purpose = match written.format {
            FORMAT => written.purpose?,
            FORMAT_WITHOUT_PURPOSE => Purpose::default(),
            _ => return None,
        };
        Some(Self { version: written.version, purpose, files })
    }

    /// Writes it as JSON, one line for each file, so that two manifests can be compared by eye.
    pub fn write(&self) -> Vec<u8> {
        let version = serde_json::Value::from(self.version.as_str());
        let audience = serde_json::Value::from(self.purpose.audience.as_str());
        let edition = serde_json::Value::from(self.purpose.edition.as_deref());
        let mut text = format!("{{\n\"format\": {FORMAT},\n\"version\": {version},\n");
        let head = write!(text, "\"audience\": {audience},\n\"edition\": {edition},\n\"files\": {{");
        head.unwrap_or_else(|_| unreachable!("text takes everything"));
        for (index, (path, Fingerprint { size, sha256 })) in self.files.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            let path = serde_json::Value::from(path.as_str());
            let written = write!(text, "{comma}\n{path}: {{\"size\": {size}, \"sha256\": \"{sha256}\"}}");
            written.unwrap_or_else(|_| unreachable!("text takes everything"));
        }
        text.push_str("\n}\n}\n");
        text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fingerprints_are_sha256() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let fingerprint = Fingerprint::of(b"");
        assert_eq!((fingerprint.size, fingerprint.sha256.to_string()), (0, empty.to_owned()));
        assert_eq!(FileHash::try_from(empty), Ok(fingerprint.sha256));
        assert!(
            ["", "e3", &empty[1..], &empty.replace('e', "g")].iter().all(|text| FileHash::try_from(*text).is_err())
        );
    }

    #[test]
    fn reads_what_it_wrote() {
        for paths in [&[][..], &["index.html"], &["a \"quoted\".html", "æ/ø.html", "index.html"]] {
            let file = |path: &&str| (RelPath::new(*path).expect("a path"), Fingerprint::of(path.as_bytes()));
            let files: BTreeMap<_, _> = paths.iter().map(file).collect();
            for (audience, edition) in [("public", None), ("closed", Some("2020-\"06")), ("x", Some(""))] {
                let purpose = Purpose { audience: audience.into(), edition: edition.map(str::to_owned) };
                let manifest = Manifest { version: "1.0".into(), purpose, files: files.clone() };
                assert_eq!(Manifest::read(&manifest.write()), Some(manifest));
            }
        }
    }

    #[test]
    fn trusts_no_damaged_manifest() {
        let file = format!(r#"{{"size": 1, "sha256": "{}"}}"#, "0".repeat(64));
        for text in [
            String::new(),
            "{}".into(),
            r#"{"format": 3, "version": "9", "audience": "public", "files": {}}"#.into(),
            r#"{"format": 2, "version": "9", "files": {}}"#.into(),
            r#"{"format": 2, "version": "9", "audience": 1, "files": {}}"#.into(),
            r#"{"format": 2, "version": "9", "audience": "public", "edition": 1, "files": {}}"#.into(),
            r#"{"format": 1, "version": "1", "files": {"a": {"size": 1, "sha256": "0"}}}"#.into(),
            format!(r#"{{"format": 1, "version": "1", "files": {{"../../etc/passwd": {file}}}}}"#),
            format!(r#"{{"format": 1, "version": "1", "files": {{"/etc/passwd": {file}}}}}"#),
        ] {
            assert_eq!(Manifest::read(text.as_bytes()), None, "{text}");
        }
        let sound = format!(r#"{{"format": 1, "version": "1", "files": {{"passwd": {file}}}}}"#);
        assert_eq!(Manifest::read(sound.as_bytes()).map(|manifest| manifest.purpose), Some(Purpose::default()));
    }
}
