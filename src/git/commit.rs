//! Commits, and when they were recorded.

use gix::ObjectId;
use jiff::{
    Timestamp, civil,
    tz::{TimeZone, TimeZoneDatabase},
};

use super::CommitId;
use crate::value::Date;

/// The first second that is believed: 1 January 1990, 00:00 UTC.
const EARLIEST: i64 = 631_152_000;
/// The last second that is believed: 31 December 2100, 22:59:59 UTC, which is the last of that day in Copenhagen.
const LATEST: i64 = 4_133_977_199;

/// When a commit was recorded: the committer's clock, never the author's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecordedTime {
    /// The second it was recorded; one outside 1990 to 2100 is moved to the nearest inside.
    pub at: Timestamp,
    /// The day it was in Copenhagen.
    pub date: Date,
    /// The clock stood outside 1990 to 2100.
    pub is_odd: bool,
}

/// The calendar of Copenhagen, looked up once for many commits.
pub(super) struct CopenhagenCalendar(TimeZone);

impl CopenhagenCalendar {
    /// Takes the rules from the program, never from the machine.
    pub fn new() -> Self {
        Self(TimeZoneDatabase::bundled().get("Europe/Copenhagen").unwrap_or(TimeZone::UTC))
    }

    /// Tells when it was, some seconds after 1970 began.
    pub fn at(&self, seconds: i64) -> RecordedTime {
        let believed = seconds.clamp(EARLIEST, LATEST);
        let at = Timestamp::from_second(believed).unwrap_or(Timestamp::UNIX_EPOCH);
        let date = civil::Date::from(self.0.to_datetime(at));
        RecordedTime { at, date, is_odd: believed != seconds }
    }
}

/// A commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its id.
    pub id: CommitId,
    /// Its first parent; none where history begins, or where it is cut off.
    pub parent: Option<CommitId>,
    /// When it was recorded.
    pub recorded: RecordedTime,
    /// History is cut off here: what is older was not fetched, so nothing was first said in this commit.
    pub is_boundary: bool,
    /// Its root tree.
    pub(super) tree: ObjectId,
}

/// A clock that cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OddTime {
    /// The commit says a time outside 1990 to 2100.
    Outside(CommitId),
    /// The commit says an earlier day than the commit before it.
    BeforeParent(CommitId),
}

/// Returns the odd times of commits that stand newest first. The order of commits decides, whatever their clocks say.
#[must_use]
pub fn odd_times(commits: &[Commit]) -> Vec<OddTime> {
    let outside = |commit: &Commit| commit.recorded.is_odd.then_some(OddTime::Outside(commit.id));
    let before = |pair: &[Commit]| match pair {
        [newer, older] if newer.recorded.date < older.recorded.date => Some(OddTime::BeforeParent(newer.id)),
        _ => None,
    };
    commits.iter().filter_map(outside).chain(commits.windows(2).filter_map(before)).collect()
}
