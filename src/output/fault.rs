//! Where a test makes the file layer fail. Outside tests nothing is here and nothing fails.
//!
//! Every operation that publishing does on the disk passes here first. A test counts them and runs
//! the same publishing again with the first failing, then the second, and so on to the last.

use std::io;

/// What fails, if anything.
#[derive(Clone, Debug, Default)]
pub(super) struct Fault {
    #[cfg(test)]
    plan: Option<std::sync::Arc<planned::InjectedFault>>,
}

#[cfg(not(test))]
#[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "the tests' version needs both")]
impl Fault {
    /// Lets an operation pass, or fails in its place.
    pub fn pass(&self) -> io::Result<()> {
        Ok(())
    }

    /// Tells whether exchanging two names in one step may be tried.
    pub fn lets_exchange(&self) -> bool {
        true
    }
}

#[cfg(test)]
pub(super) use planned::AfterFault;

#[cfg(test)]
mod planned {
    use std::sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    };

    use super::{Fault, io};

    /// What follows upon the operation that fails.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AfterFault {
        /// All goes well again, as when the disk was full for a moment.
        Recovers,
        /// Nothing works any more, as when the process was killed.
        Dies,
    }

    #[derive(Debug)]
    pub(super) struct InjectedFault {
        failing: usize,
        after: AfterFault,
        exchanges: bool,
        passed: AtomicUsize,
    }

    impl Fault {
        /// Makes the operation with this number fail, from 0.
        pub fn at(failing: usize, after: AfterFault, exchanges: bool) -> Self {
            Self { plan: Some(Arc::new(InjectedFault { failing, after, exchanges, passed: AtomicUsize::new(0) })) }
        }

        /// Lets an operation pass, or fails in its place.
        pub fn pass(&self) -> io::Result<()> {
            let Some(plan) = &self.plan else { return Ok(()) };
            let number = plan.passed.fetch_add(1, Ordering::SeqCst);
            match number == plan.failing || (number > plan.failing && plan.after == AfterFault::Dies) {
                true => Err(io::ErrorKind::StorageFull.into()),
                false => Ok(()),
            }
        }

        /// Tells whether exchanging two names in one step may be tried.
        pub fn lets_exchange(&self) -> bool {
            self.plan.as_ref().is_none_or(|plan| plan.exchanges)
        }

        /// Tells whether the operation that should fail was ever reached.
        pub fn was_reached(&self) -> bool {
            self.plan.as_ref().is_some_and(|plan| plan.passed.load(Ordering::SeqCst) > plan.failing)
        }
    }
}
