//! The odds of the deadline: the plan run through many times with lengths drawn
//! from their three-point estimates.
//!
//! Delays travel along links as automatic scheduling moves items. The same plan,
//! seed and number of runs give the same odds on every machine, whatever the
//! number of threads: each run has a stream of random numbers of its own, and all
//! that is added up over runs are whole numbers.

mod days;
mod draw;
mod model;
mod run;
mod tally;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use super::tracks::Track;
use super::{Schedule, network};
use crate::calendar::Day;
use crate::plan::{Id, RestrictionId};

pub use days::Days;
use model::Model;
use tally::Tally;

/// Runs that a thread takes at once.
const BLOCK: u32 = 64;

const MAX_RUNS: u32 = 1_000_000_000;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddsOptions {
    pub track: Track,
    /// From 1 to a thousand million.
    pub runs: u32,
    pub seed: u64,
    /// At least 1.
    pub threads: usize,
    /// Whether closed ways of unknown end count. No source says when they end: each
    /// is then taken to be lifted on any day up to the end of the horizon, all of
    /// them equally likely.
    pub open_restrictions: bool,
}

/// What many runs of a plan come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Odds {
    pub options: OddsOptions,
    /// Items whose length was drawn. Where there are none, and no restriction
    /// either, every run is the plan itself.
    pub spreads: Vec<Spread>,
    /// Restrictions whose end was drawn.
    pub restrictions: Vec<RestrictionId>,
    /// Each deadline of the plan, by date and id.
    pub deadlines: Vec<DeadlineOdds>,
    /// Which of them the plan is mostly about: the last, and the first by id of
    /// several on one day.
    pub main: Option<usize>,
    /// The last day of any item.
    pub end: Days,
    /// Activities and movements with an end, by id.
    pub items: Vec<ItemOdds>,
    /// What the main deadline, or the last day where there is none, depends on; the
    /// most important first.
    pub drivers: Vec<Driver>,
}

/// An item with a three-point estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    pub id: Id,
    /// The estimate is inferred or illustrative.
    pub soft: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct DeadlineOdds {
    pub limit: Id,
    pub date: Day,
    /// Runs in which everyone who must be out is out by its date.
    pub met: u32,
    /// People who must be out and whom no movement takes out: it is never met.
    pub left: u64,
    /// When the last movement that takes them out is over; empty where there is
    /// none.
    pub out: Days,
}

/// The end of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemOdds {
    pub id: Id,
    /// In half of all runs it is over by this day.
    pub p50: Day,
    /// In eight of ten.
    pub p80: Day,
}

/// An item or restriction that was drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    pub id: Id,
    /// The correlation of what was drawn with the day on which everyone is out:
    /// −1 to 1 (cruciality: Williams 1992).
    pub weight: f64,
    /// The share of runs in which it lies on the chain that decides that day
    /// (criticality: Van Slyke 1963).
    pub criticality: f64,
}

impl DeadlineOdds {
    /// From 0 to 1.
    pub fn p_met(&self, runs: u32) -> f64 {
        f64::from(self.met) / f64::from(runs.max(1))
    }
}

impl Odds {
    /// The deadline the plan is mostly about.
    pub fn deadline(&self) -> Option<&DeadlineOdds> {
        self.deadlines.get(self.main?)
    }

    /// `go_on` is told now and then, from several threads, how many runs are done,
    /// and stops them by saying no. None where it did.
    pub fn of(
        schedule: &Schedule,
        options: OddsOptions,
        go_on: &(dyn Fn(u32) -> bool + Sync),
    ) -> Option<Odds> {
        let options = OddsOptions { runs: options.runs.clamp(1, MAX_RUNS), ..options };
        let plan = schedule.plan();
        let network = network::Network::of(plan, options.track);
        let gates = network::gates(plan);
        let model = Model::of(plan, &network, &gates, options);
        // Where nothing is drawn, every run is the same.
        let distinct = if model.is_certain() { 1 } else { options.runs };
        let mut tally = run_all(&model, distinct, options, go_on)?;
        tally.repeat(options.runs / distinct);
        Some(tally.odds(&model, schedule))
    }
}

/// All runs, on several threads.
fn run_all(
    model: &Model,
    runs: u32,
    options: OddsOptions,
    go_on: &(dyn Fn(u32) -> bool + Sync),
) -> Option<Tally> {
    let next = AtomicU32::new(0);
    let done = AtomicU32::new(0);
    let stopped = AtomicBool::new(false);
    let work = || {
        let mut tally = Tally::of(model);
        let mut state = run::State::of(model);
        loop {
            if !go_on(done.load(Ordering::Relaxed)) {
                stopped.store(true, Ordering::Relaxed);
            }
            let first = next.fetch_add(BLOCK, Ordering::Relaxed);
            if first >= runs || stopped.load(Ordering::Relaxed) {
                return tally;
            }
            let last = first.saturating_add(BLOCK).min(runs);
            for number in first..last {
                state.run(model, draw::Draws::of(options.seed, number));
                tally.add(model, &state);
            }
            done.fetch_add(last - first, Ordering::Relaxed);
        }
    };
    let others = options.threads.clamp(1, 1 + (runs / BLOCK) as usize) - 1;
    let tally = std::thread::scope(|scope| {
        // A thread that cannot be had is done without.
        let spawn = |_| std::thread::Builder::new().spawn_scoped(scope, work).ok();
        let threads: Vec<_> = (0..others).filter_map(spawn).collect();
        let mut tally = work();
        for thread in threads {
            match thread.join() {
                Ok(other) => tally.merge(&other),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        tally
    });
    (!stopped.into_inner()).then_some(tally)
}
