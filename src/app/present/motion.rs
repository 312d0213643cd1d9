//! Whether the system asks for less motion.

use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::Duration;

use mundy::{Interest, Preferences, ReducedMotion};

/// How long the system may take to answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Known once the system has answered; until then it did not ask for less.
#[derive(Clone, Debug, Default)]
pub struct Motion(Arc<OnceLock<bool>>);

impl Motion {
    /// Asks the system, on a thread of its own: it may be slow to answer.
    pub fn of_system() -> Motion {
        let motion = Motion::default();
        let answer = motion.clone();
        // Without a thread nobody is asked, and everything moves.
        let _ = thread::Builder::new().name("motion".into()).spawn(move || {
            let found = Preferences::once_blocking(Interest::ReducedMotion, PATIENCE);
            let reduced = found.is_some_and(|it| it.reduced_motion == ReducedMotion::Reduce);
            let _ = answer.0.set(reduced);
        });
        motion
    }

    pub fn is_reduced(&self) -> bool {
        self.0.get().copied().unwrap_or(false)
    }
}
