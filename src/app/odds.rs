//! The odds of the deadline, worked out beside the window once edits have settled.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::Context;

use super::Window;
use super::cache_keys::{PlanKey, TheatreKey};
use crate::job::{Job, Outcome};
use crate::schedule::{Odds, OddsOptions, Schedule, Track};

const RUNS: u32 = 10_000;
const SEED: u64 = 1;
/// How long nothing may change before they are worked out, in seconds.
const PAUSE: f64 = 0.4;
/// How often a job is asked whether it is done.
const PERIOD: Duration = Duration::from_millis(50);

type Key = (PlanKey, TheatreKey, Track);

/// The odds that are known, and those under way.
#[derive(Default)]
pub struct OddsState {
    known: Option<(Key, Arc<Odds>)>,
    /// Settling since, in seconds.
    settling: Option<(Key, f64)>,
    running: Option<(Key, Job<Option<Odds>>)>,
    /// What a fault of this program kept from being worked out.
    failed: Option<Key>,
    /// Whether those that are known are of the plan as it is now.
    is_current: bool,
}

impl OddsState {
    /// The last odds, and whether they are those of the plan as it is now.
    pub fn latest(&self) -> Option<(&Arc<Odds>, bool)> {
        let (_, odds) = self.known.as_ref()?;
        Some((odds, self.is_current))
    }
}

impl Window {
    /// The odds of the plan as it is now, once they are known.
    pub fn odds(&self) -> Option<&Odds> {
        let ((plan, _, track), odds) = self.odds.known.as_ref()?;
        let is_current = self.odds.is_current && *plan == self.plan_key();
        (is_current && *track == self.view.track).then_some(&**odds)
    }

    /// Starts, stops and fetches the work on the odds.
    pub(super) fn poll_odds(&mut self, ctx: &Context) {
        let key = (self.plan_key(), self.theatre_key(), self.view.track);
        self.fetch_odds();
        let is_known = self.odds.known.as_ref().is_some_and(|(known, _)| *known == key);
        self.odds.is_current = is_known;
        if is_known || self.odds.failed.as_ref() == Some(&key) {
            self.odds.settling = None;
            self.stop_odds(&key);
            return;
        }
        self.stop_odds(&key);
        if self.odds.running.is_some() {
            // One that was asked to stop goes soon.
            ctx.request_repaint_after(PERIOD);
            return;
        }
        let now = ctx.input(|input| input.time);
        let since = match &self.odds.settling {
            Some((settling, since)) if *settling == key => *since,
            _ => now,
        };
        self.odds.settling = Some((key.clone(), since));
        let left = PAUSE - (now - since);
        if self.document.journal().in_gesture() {
            self.odds.settling = None;
        } else if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        } else {
            self.odds.settling = None;
            let schedule = self.derived().schedule;
            self.odds.running = Some((key, start(schedule, self.view.track)));
            ctx.request_repaint_after(PERIOD);
        }
    }

    /// Asks work for another plan to stop.
    fn stop_odds(&mut self, key: &Key) {
        if let Some((running, job)) = &self.odds.running
            && running != key
        {
            job.control().cancel();
        }
    }

    fn fetch_odds(&mut self) {
        if !self.odds.running.as_ref().is_some_and(|(_, job)| job.is_finished()) {
            return;
        }
        let Some((key, job)) = self.odds.running.take() else { return };
        match job.wait() {
            Outcome::Done(Some(odds)) => self.odds.known = Some((key, Arc::new(odds))),
            Outcome::Done(None) => {}
            Outcome::Panicked(message) => {
                self.odds.failed = Some(key);
                self.say(message);
            }
        }
    }
}

fn start(schedule: Arc<Schedule>, track: Track) -> Job<Option<Odds>> {
    let threads = std::thread::available_parallelism().map_or(1, |count| count.get());
    let options = OddsOptions { track, runs: RUNS, seed: SEED, threads, open_restrictions: true };
    Job::start(move |control| {
        let total = u64::from(RUNS);
        Odds::of(&schedule, options, &|done| control.step(u64::from(done), total).is_ok())
    })
}
