//! The edges of the library: the clock and the environment are asked here, and nowhere else.

use std::{
    ffi::OsString,
    hash::{BuildHasher, Hasher, RandomState},
    io,
    sync::mpsc::{self, Sender},
    thread,
    time::{Duration, Instant},
};

use rayon::ThreadBuilder;

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

/// Returns today in Copenhagen, whatever zone the machine is in. The rules are the program's, unless `TZDIR` names a folder of others:
/// to list those of the machine takes a thousand calls of the system.
pub fn today() -> Date {
    let rules = match std::env::var_os("TZDIR") {
        Some(_) => jiff::tz::TimeZoneDatabase::from_env(),
        None => jiff::tz::TimeZoneDatabase::bundled(),
    };
    let zone = rules.get("Europe/Copenhagen").unwrap_or(jiff::tz::TimeZone::UTC);
    now().to_zoned(zone).date()
}

/// Returns a text that no other program has, a later build of this one included.
pub fn program() -> String {
    let file = std::env::current_exe().and_then(|path| path.metadata());
    let file = file.and_then(|file| Ok((file.len(), file.modified()?)));
    format!("{} {:?}", env!("CARGO_PKG_VERSION"), file.ok())
}

/// Returns a number that nobody else can guess.
pub fn secret() -> u128 {
    // The standard library seeds each of these by the system's own source of randomness.
    let part = || u128::from(RandomState::new().build_hasher().finish());
    part() << 64 | part()
}

/// Makes the threads that all work is done on, one for each core. Where the system does not give them all, this one does all of it.
///
/// They are started before rayon is asked: it can be asked only once, and panics wherever it is used after it could not
/// start a thread. To try threads out and start them anew would not do: the system counts one for a while after its end.
pub fn make_threads() -> Result<(), Error> {
    let pool = rayon::ThreadPoolBuilder::new();
    let count = thread_count();
    let made = match start_threads(count) {
        Some(threads) => {
            let mut threads = threads.into_iter();
            let hand_over = move |work| {
                let sent = threads.next().map(|thread: Sender<ThreadBuilder>| thread.send(work));
                sent.filter(Result::is_ok).map(drop).ok_or_else(|| io::Error::other("a thread has ended"))
            };
            pool.num_threads(count).spawn_handler(hand_over).build_global()
        }
        None => pool.num_threads(1).use_current_thread().build_global(),
    };
    made.map_err(|cause| Error::coded(ErrorKind::Limit, &NO_THREADS).with("cause", cause.to_string()))
}

/// Starts a number of threads, each of which waits for its work; none where not all can be had, and those that were had end.
fn start_threads(count: usize) -> Option<Vec<Sender<ThreadBuilder>>> {
    let start = |_| {
        let (sender, work) = mpsc::channel::<ThreadBuilder>();
        thread::Builder::new().spawn(move || work.recv().map(ThreadBuilder::run)).ok().map(|_| sender)
    };
    (0..count).map(start).collect()
}

/// Returns how many threads rayon will start.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the environment")]
fn thread_count() -> usize {
    let wanted =
        std::env::var("RAYON_NUM_THREADS").ok().and_then(|count| count.parse().ok()).filter(|count| *count > 0);
    wanted.unwrap_or_else(|| thread::available_parallelism().map_or(1, usize::from))
}

/// Returns the arguments of the program, as they were given.
pub fn arguments() -> Vec<OsString> {
    std::env::args_os().collect()
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
