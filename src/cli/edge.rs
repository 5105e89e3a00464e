//! The edges of the library: the clock and the environment are asked here, and nowhere else.

use std::time::{Duration, Instant};

use super::codes::NO_THREADS;
use fremdrift::{
    diag::{Error, ErrorKind},
    locale::Language,
    value::Date,
};

/// Returns the time. It is asked only for what is written at that moment: the tag of an edition.
#[expect(clippy::disallowed_methods, reason = "the one place that asks what time it is")]
pub fn now() -> jiff::Timestamp {
    jiff::Timestamp::now()
}

/// Returns today in Copenhagen, whatever zone the machine is in.
pub fn today() -> Date {
    let zone = jiff::tz::TimeZone::get("Europe/Copenhagen").unwrap_or(jiff::tz::TimeZone::UTC);
    now().to_zoned(zone).date()
}

/// Returns a text that no other program has, a later build of this one included.
pub fn program() -> String {
    let file = std::env::current_exe().and_then(|path| path.metadata());
    let file = file.and_then(|file| Ok((file.len(), file.modified()?)));
    format!("{} {:?}", env!("CARGO_PKG_VERSION"), file.ok())
}

/// Makes the threads that all work is done on, one for each core. Where the system gives none, this one does all of it.
pub fn make_threads() -> Result<(), Error> {
    let all = rayon::ThreadPoolBuilder::new().build_global();
    let one = || rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    all.or_else(|_| one()).map_err(|cause| Error::coded(ErrorKind::Limit, &NO_THREADS).with("cause", cause.to_string()))
}

/// Measures how long a command takes.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts to measure.
    #[expect(clippy::disallowed_methods, reason = "how long a command took is told, never published")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// Returns the time since the start.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

/// Returns the language of the terminal, where it is one we speak.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
pub fn terminal_language() -> Option<Language> {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    set.and_then(|tag| Language::parse(&tag))
}
