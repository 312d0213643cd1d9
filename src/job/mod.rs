//! Long work on a thread of its own: how far it is, stopping it, and a panic that
//! is reported and not fatal.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// What work holds to say how far it is and to hear that it shall stop.
#[derive(Clone, Debug)]
pub struct Control(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
    started: Instant,
    /// How often the work may still ask before it is stopped.
    #[cfg(test)]
    patience: AtomicU64,
}

/// The work was asked to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// How far work is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    pub done: u64,
    /// Zero while the work does not know yet how much there is to do.
    pub total: u64,
    pub elapsed: Duration,
}

/// How work ended.
#[derive(Debug, PartialEq)]
pub enum Outcome<T> {
    Done(T),
    /// A fault of this program, in the words of the panic.
    Panicked(String),
}

/// Work under way. Dropping it stops the work and waits until it has cleared up
/// after itself.
#[derive(Debug)]
pub struct Job<T> {
    control: Control,
    thread: Option<JoinHandle<Outcome<T>>>,
}

impl Control {
    fn new() -> Control {
        Control(Arc::new(Shared {
            done: AtomicU64::new(0),
            total: AtomicU64::new(0),
            cancelled: AtomicBool::new(false),
            started: Instant::now(),
            #[cfg(test)]
            patience: AtomicU64::new(u64::MAX),
        }))
    }

    /// For work that is stopped when it has asked so many times whether to go on: in its
    /// midst, however fast it is.
    #[cfg(test)]
    pub fn stopping_after(times: u64) -> Control {
        let control = Control::new();
        control.0.patience.store(times, Ordering::Relaxed);
        control
    }

    /// For work that nobody watches or stops.
    pub fn unattended() -> Control {
        Control::new()
    }

    /// Says that `done` of `total` steps are done; an error where the work shall
    /// stop. Cheap enough to be asked for each frame of a film.
    pub fn step(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        self.0.done.store(done, Ordering::Relaxed);
        self.0.total.store(total, Ordering::Relaxed);
        self.go_on()
    }

    /// An error where the work shall stop.
    pub fn go_on(&self) -> Result<(), Cancelled> {
        #[cfg(test)]
        if self.0.patience.fetch_sub(1, Ordering::Relaxed) == 0 {
            self.cancel();
        }
        if self.0.cancelled.load(Ordering::Relaxed) { Err(Cancelled) } else { Ok(()) }
    }

    /// Asks the work to stop at its next step.
    pub fn cancel(&self) {
        self.0.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn progress(&self) -> Progress {
        Progress {
            done: self.0.done.load(Ordering::Relaxed),
            total: self.0.total.load(Ordering::Relaxed),
            elapsed: self.0.started.elapsed(),
        }
    }
}

impl Progress {
    /// From 0 to 1; None while it is not known how much there is to do.
    pub fn share(&self) -> Option<f64> {
        (self.total > 0).then(|| (self.done as f64 / self.total as f64).min(1.0))
    }

    /// How long the rest takes at the pace so far. None in the first second and the
    /// first hundredth, when there is no pace to speak of.
    pub fn time_left(&self) -> Option<Duration> {
        let share = self.share().filter(|share| *share >= 0.01)?;
        let elapsed = self.elapsed.as_secs_f64();
        (elapsed >= 1.0).then(|| Duration::from_secs_f64(elapsed * (1.0 - share) / share))
    }
}

impl<T: Send + 'static> Job<T> {
    pub fn start(work: impl FnOnce(&Control) -> T + Send + 'static) -> Job<T> {
        let control = Control::new();
        let inner = control.clone();
        let thread =
            std::thread::spawn(move || match catch_unwind(AssertUnwindSafe(|| work(&inner))) {
                Ok(result) => Outcome::Done(result),
                Err(payload) => Outcome::Panicked(words_of(payload.as_ref())),
            });
        Job { control, thread: Some(thread) }
    }

    pub fn progress(&self) -> Progress {
        self.control.progress()
    }

    /// What can stop the work from elsewhere.
    pub fn control(&self) -> &Control {
        &self.control
    }

    pub fn is_finished(&self) -> bool {
        self.thread.as_ref().is_none_or(|thread| thread.is_finished())
    }

    /// Waits for the end of the work.
    pub fn wait(mut self) -> Outcome<T> {
        let thread = self.thread.take().expect("only this and drop take the thread");
        // Panics of the work were caught within the thread.
        thread.join().unwrap_or_else(|payload| Outcome::Panicked(words_of(payload.as_ref())))
    }
}

impl<T> Drop for Job<T> {
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            self.control.cancel();
            // Nobody is left to be told how it ended.
            let _ = thread.join();
        }
    }
}

fn words_of(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn work_reports_how_far_it_is_and_hands_over_its_result() {
        let (tell, told) = channel();
        let job = Job::start(move |control| {
            control.step(3, 4).unwrap();
            told.recv().unwrap();
            "done"
        });
        while job.progress().done == 0 {
            std::thread::yield_now();
        }
        assert_eq!(job.progress().share(), Some(0.75));
        assert!(!job.is_finished());
        tell.send(()).unwrap();
        assert_eq!(job.wait(), Outcome::Done("done"));
    }

    #[test]
    fn cancelled_work_stops_at_its_next_step() {
        let job = Job::start(|control| {
            loop {
                if control.go_on().is_err() {
                    return control.step(1, 2);
                }
            }
        });
        job.control().cancel();
        assert_eq!(job.wait(), Outcome::Done(Err(Cancelled)));
    }

    #[test]
    fn work_that_is_dropped_has_cleared_up_by_then() {
        struct Cleared(Arc<AtomicBool>);
        impl Drop for Cleared {
            fn drop(&mut self) {
                self.0.store(true, Ordering::SeqCst);
            }
        }
        let cleared = Arc::new(AtomicBool::new(false));
        let guard = Cleared(cleared.clone());
        let job = Job::start(move |control| {
            let _guard = guard;
            while control.go_on().is_ok() {}
        });
        drop(job);
        assert!(cleared.load(Ordering::SeqCst));
    }

    #[test]
    fn a_panic_is_an_outcome() {
        let job: Job<()> = Job::start(|_| panic!("frame {} is missing", 7));
        assert_eq!(job.wait(), Outcome::Panicked("frame 7 is missing".into()));
    }

    #[test]
    fn the_time_left_follows_the_pace() {
        let progress =
            |done, total, seconds| Progress { done, total, elapsed: Duration::from_secs(seconds) };
        for (progress, left) in [
            (progress(25, 100, 10), Some(30)),
            (progress(100, 100, 10), Some(0)),
            // Too early to tell, and not known how much there is.
            (progress(25, 100, 0), None),
            (progress(1, 1000, 10), None),
            (progress(5, 0, 10), None),
        ] {
            assert_eq!(progress.time_left(), left.map(Duration::from_secs), "{progress:?}");
        }
    }
}
