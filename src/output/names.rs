//! Names that mean the same file everywhere: what a site may call its files.
//!
//! A site is built on one system and copied to others. Some take `Vej.html` and `vej.html` for the
//! same file, some cannot hold `con.html` at all. The answer is the same on every system, since the
//! bytes of a site are.

use std::{
    borrow::Cow,
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Mutex, MutexGuard, PoisonError},
};

use unicode_normalization::UnicodeNormalization;

use super::manifest;
use crate::{
    diag::{Error, ErrorKind},
    value::RelPath,
};

/// Returns a name that every file system can hold: the same one wherever it can.
///
/// Windows keeps some names for devices (`con`, `aux.html`), drops blanks and dots at the end, and
/// cannot hold some signs. Devices get a `_` in front, the others one in their place.
///
/// ```
/// use fremdrift::output::safe_name;
/// assert_eq!(safe_name("veje"), "veje");
/// assert_eq!(safe_name("Aux.html"), "_Aux.html");
/// assert_eq!(safe_name("hvad nu?"), "hvad nu_");
/// ```
#[must_use]
pub fn safe_name(part: &str) -> Cow<'_, str> {
    if windows_refusal(part).is_none() {
        return Cow::Borrowed(part);
    }
    let device = is_device(part);
    let kept = part.trim_end_matches(['.', ' ']).len();
    let sign = |(at, sign)| if at >= kept || ODD.contains(&sign) { '_' } else { sign };
    let front = if device { "_" } else { "" };
    front.chars().chain(part.char_indices().map(sign)).collect()
}

/// Returns why Windows cannot hold a name, in a word that messages choose their words by: it is a `device`, it has a dot or a blank at its
/// `end`, or it holds a `sign` that none may hold.
#[must_use]
pub fn windows_refusal(part: &str) -> Option<&'static str> {
    if is_device(part) {
        return Some("device");
    }
    if part.ends_with(['.', ' ']) {
        return Some("end");
    }
    part.contains(ODD).then_some("sign")
}

/// Returns the name of a file to take along in ASCII, for it is mailed, unpacked and stored by programs that know nothing else. An
/// address may have æ, ø and å, and no other sign of a language; `_` behind their letters keeps `ø` apart from `oe`, so that
/// no two names become one.
///
/// ```
/// use fremdrift::output::ascii_name;
/// assert_eq!(ascii_name("øu"), "oe_u");
/// ```
#[must_use]
pub fn ascii_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for sign in name.chars() {
        match sign {
            'æ' => out.push_str("ae_"),
            'ø' => out.push_str("oe_"),
            'å' => out.push_str("aa_"),
            sign if sign.is_ascii() => out.push(sign),
            sign => out.push_str(&format!("u{:x}_", u32::from(sign))),
        }
    }
    out
}

/// The signs that no name on Windows can hold and a [`RelPath`] can.
const ODD: [char; 6] = ['<', '>', '"', '|', '?', '*'];

/// Tells whether Windows takes the name for a device, whatever its ending.
fn is_device(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default().trim_end();
    let Some((head, port)) = stem.split_at_checked(3) else { return false };
    let is = |device: &str| head.eq_ignore_ascii_case(device);
    let mut signs = port.chars();
    match (signs.next(), signs.next()) {
        (None, _) => is("con") || is("prn") || is("aux") || is("nul"),
        (Some('0'), None) => is("lpt"),
        // Superscript digits count as digits there.
        (Some('1'..='9' | '¹' | '²' | '³'), None) => is("com") || is("lpt"),
        _ => stem.eq_ignore_ascii_case("conin$") || stem.eq_ignore_ascii_case("conout$"),
    }
}

/// How many locks the names are spread over, so that threads seldom wait for each other.
const SHARDS: usize = 16;

/// The names a site has taken so far, each under what the least discerning file system makes of it.
#[derive(Debug)]
pub(super) struct TakenNames([Mutex<BTreeMap<String, NameOwner>>; SHARDS]);

/// What has taken a name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct NameOwner {
    kind: NameKind,
    /// The name as it was spelt, where that is not how it is filed.
    spelt: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameKind {
    File,
    Folder,
}

impl Default for TakenNames {
    fn default() -> Self {
        let names = Self(Default::default());
        names.take(manifest::NAME, NameKind::File).unwrap_or_else(|_| unreachable!("the first name is free"));
        names
    }
}

impl Clone for TakenNames {
    fn clone(&self) -> Self {
        Self(self.0.each_ref().map(|shard| Mutex::new(shard.lock().unwrap_or_else(PoisonError::into_inner).clone())))
    }
}

impl TakenNames {
    /// Takes a path for one file, and its folders.
    ///
    /// # Errors
    ///
    /// Names both when something else has the path, or one that a file system takes for the same.
    pub fn claim(&self, path: &RelPath) -> Result<(), Error> {
        let mut rest = path.as_str();
        refuse_unsafe(path.file_name(), path)?;
        if self.take(rest, NameKind::File)? == NameClaim::Again {
            return Err(taken(format!("two files of the site have the path `{path}`")));
        }
        while let Some((folder, _)) = rest.rsplit_once('/')
            && self.take(folder, NameKind::Folder)? == NameClaim::First
        {
            refuse_unsafe(folder.rsplit_once('/').map_or(folder, |(_, name)| name), path)?;
            rest = folder;
        }
        Ok(())
    }

    /// Tells whether something has a path, or one that a file system takes for the same.
    pub fn has(&self, path: &RelPath) -> bool {
        let key = folded(path.as_str());
        self.shard(&key).contains_key(&*key)
    }

    /// Takes a name for a file or a folder, unless something else has it.
    fn take(&self, path: &str, kind: NameKind) -> Result<NameClaim, Error> {
        let key = folded(path);
        let mut names = self.shard(&key);
        let Some(known) = names.get(&*key) else {
            let spelt = (key != path).then(|| path.to_owned());
            names.insert(key.into_owned(), NameOwner { kind, spelt });
            return Ok(NameClaim::First);
        };
        let spelt = known.spelt.as_deref().unwrap_or(&key);
        match (spelt == path, known.kind == kind) {
            (true, true) => Ok(NameClaim::Again),
            (true, false) => Err(taken(format!("`{path}` is a file and a folder of the site at once; rename one"))),
            (false, _) => {
                Err(taken(format!("`{path}` and `{spelt}` are one and the same on some systems; rename one")))
            }
        }
    }

    /// Returns the names among which a folded one is kept.
    fn shard(&self, key: &str) -> MutexGuard<'_, BTreeMap<String, NameOwner>> {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let shard = usize::try_from(hasher.finish() % SHARDS as u64).unwrap_or_default();
        self.0[shard].lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether a name was free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameClaim {
    First,
    Again,
}

/// Returns what is left of a path on a file system that knows neither case nor composition.
fn folded(path: &str) -> Cow<'_, str> {
    match path.is_ascii() {
        true if path.bytes().any(|byte| byte.is_ascii_uppercase()) => Cow::Owned(path.to_ascii_lowercase()),
        true => Cow::Borrowed(path),
        false => Cow::Owned(path.nfc().flat_map(char::to_lowercase).nfc().collect()),
    }
}

/// Refuses a part of a path that Windows cannot hold.
fn refuse_unsafe(part: &str, path: &RelPath) -> Result<(), Error> {
    match safe_name(part) {
        Cow::Borrowed(_) => Ok(()),
        Cow::Owned(cure) => {
            Err(refusal(format!("`{path}` cannot be published: Windows cannot hold `{part}`, only `{cure}`")))
        }
    }
}

/// Says that something else has the path.
fn taken(message: String) -> Error {
    Error::new(ErrorKind::Exists, message)
}

fn refusal(message: String) -> Error {
    Error::new(ErrorKind::Io, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn claim_all(paths: &[&str]) -> Result<(), String> {
        let names = TakenNames::default();
        let claim = |path: &&str| names.claim(&RelPath::new(*path).expect("a path"));
        paths.iter().try_for_each(claim).map_err(|error| error.to_string())
    }

    #[test]
    fn names_differ_on_every_file_system() {
        assert_eq!(claim_all(&["index.html", "a/index.html", "a/b/index.html", "a/b.html"]), Ok(()));
        for (pair, named) in [
            (["vej.html", "vej.html"], ["two files", "`vej.html`"]),
            (["vej.html", "VEJ.html"], ["`vej.html`", "`VEJ.html`"]),
            (["åen.html", "A\u{30a}en.html"], ["`åen.html`", "`\u{c5}en.html`"]),
            (["planer/a.html", "Planer/b.html"], ["`planer`", "`Planer`"]),
            (["vej", "Vej/index.html"], ["`vej`", "`Vej`"]),
            (["vej/index.html", "vej"], ["`vej`", "a file and a folder"]),
        ] {
            let error = claim_all(&pair).expect_err("a collision");
            assert!(named.iter().all(|part| error.contains(part)), "{error}");
        }
        assert!(claim_all(&[manifest::NAME]).is_err());
    }

    #[test]
    fn device_names_are_kept_for_devices() {
        for (name, safe) in [
            ("con", "_con"),
            ("CON.html", "_CON.html"),
            ("nul .tar.gz", "_nul .tar.gz"),
            ("com1", "_com1"),
            ("com²", "_com²"),
            ("lpt0.txt", "_lpt0.txt"),
            ("conin$", "_conin$"),
            ("aux.", "_aux_"),
            ("slut. .", "slut___"),
            ("a<b>", "a_b_"),
        ] {
            assert_eq!(safe_name(name), safe);
            assert_eq!(safe_name(safe), safe, "safe names stay");
            assert!(claim_all(&[name]).is_err(), "{name}");
        }
        for name in ["console", "com", "com0", "com10", "auxiliary.html", "æøå", ".htaccess", "a.b"] {
            assert_eq!(safe_name(name), name);
        }
    }
}
