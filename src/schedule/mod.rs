//! What follows from a plan: who and what is where on any day, in which state
//! each site is, and what is wrong with it.
//!
//! Pure: the same plan and routes give the same schedule. Nothing here fails;
//! what is wrong with a plan is among its [`Problem`]s.
//!
//! ```
//! use std::sync::Arc;
//! use decamp::calendar::Moment;
//! use decamp::plan::Plan;
//! use decamp::schedule::{Routes, Schedule, Track};
//!
//! let plan = Arc::new(Plan::default());
//! let schedule = Schedule::of(&plan, &Routes::default());
//! let moment = Moment::close_of(plan.horizon().start());
//! assert!(schedule.snapshot(Track::Planned, moment).sites.is_empty());
//! ```

#![deny(clippy::disallowed_methods)]

mod batches;
mod checks;
mod holdings;
mod index;
mod journey;
mod ledger;
mod links;
mod moved;
mod order;
mod problem;
mod problems;
mod quotes;
mod replay;
mod routes;
mod snapshot;
mod snapshot_json;
mod source_checks;
mod states;
mod steps;
mod strength;
#[cfg(test)]
mod testing;
mod theatre_checks;
mod tick;
mod tracks;
mod workdays;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::{Moment, Span};
use crate::geo::Polyline;
use crate::plan::{Id, Movement, Plan, SiteId};

pub use checks::{CHECKS, Check, Scope};
pub use holdings::{Holdings, Kinds, Materiel, People};
pub use links::{LinkEnd, Requirement};
pub use problem::{Code, Detail, Fix, Problem, Reported, Severity, What};
pub use problems::Problems;
pub use quotes::{SourceText, SourceTexts};
pub use routes::Routes;
pub use snapshot::{BatchNow, MovementNow, MovementState, SiteNow, Snapshot, TotalsNow, UnitNow};
pub use source_checks::{SOURCE_CODES, source_problems};
pub use states::SiteState;
pub use theatre_checks::{THEATRE_CODES, theatre_problems};
pub use tracks::{Track, span_of};

use index::Index;
use journey::Rest;
use ledger::Ledger;
use states::SiteStates;
use tick::Tick;
use tracks::Spans;

/// All that follows from one revision of a plan, on both tracks.
#[derive(Clone, Debug)]
pub struct Schedule {
    plan: Arc<Plan>,
    index: Index,
    /// The line of each movement, where it has one.
    lines: Vec<Option<Arc<Polyline>>>,
    /// The rests of movements that have any.
    rests: BTreeMap<usize, Vec<Rest>>,
    /// In the order of [`Track::ALL`].
    tracks: [OnTrack; 2],
}

/// What follows from the dates of one track.
#[derive(Clone, Debug)]
struct OnTrack {
    spans: Spans,
    states: SiteStates,
    ledger: Arc<Ledger>,
    problems: Vec<Problem>,
}

impl Schedule {
    pub fn of(plan: &Arc<Plan>, routes: &Routes) -> Schedule {
        let index = Index::of(plan);
        let line = |movement: &Arc<Movement>| routes.line(movement).cloned();
        let lines: Vec<_> = index.movements.iter().map(line).collect();
        let mut rests = BTreeMap::new();
        for (number, movement) in index.movements.iter().enumerate() {
            let found = journey::rests_of(plan, movement, lines[number].as_deref());
            if !found.is_empty() {
                rests.insert(number, found);
            }
        }
        let [planned, forecast] = Track::ALL.map(|track| Spans::of(plan, &index, track));
        let same_places = planned.movements == forecast.movements;
        let about_the_plan = checks::about_the_plan(plan, &index);
        let on = |track: Track, spans: &Spans, ledger: Option<&Arc<Ledger>>| {
            let mut on = OnTrack::of(plan, &index, spans.clone(), ledger.cloned());
            on.problems = checks::all(plan, &index, &lines, track, &on, &about_the_plan);
            on
        };
        let tracks = if same_places {
            let planned = on(Track::Planned, &planned, None);
            let forecast = on(Track::Forecast, &forecast, Some(&planned.ledger));
            [planned, forecast]
        } else {
            // A plan with tens of thousands of items takes long enough on one track.
            let is_large = index.movements.len() > 500;
            let planned = || on(Track::Planned, &planned, None);
            let forecast = || on(Track::Forecast, &forecast, None);
            both(is_large, planned, forecast).into()
        };
        Schedule { plan: plan.clone(), index, lines, rests, tracks }
    }

    /// The plan this follows from.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// The kinds of materiel of the plan.
    pub fn kinds(&self) -> &Kinds {
        &self.index.kinds
    }

    /// When an activity or movement happens; None: it is absent from the track.
    pub fn span(&self, track: Track, id: &Id) -> Option<Span> {
        self.on(track).spans.by_id(&self.index, id)
    }

    /// None for a site the plan does not have.
    pub fn site_state(&self, track: Track, site: &SiteId, moment: Moment) -> Option<SiteState> {
        let site = self.index.site(site)?;
        Some(self.on(track).states.at(site, Tick::of(moment)))
    }

    /// What is wrong, the worst first.
    pub fn problems(&self, track: Track) -> &[Problem] {
        &self.on(track).problems
    }

    /// The line a movement follows on the map, where it has one.
    pub fn line(&self, movement: &Id) -> Option<&Arc<Polyline>> {
        self.lines[self.index.movement(movement)?].as_ref()
    }

    fn on(&self, track: Track) -> &OnTrack {
        match track {
            Track::Planned => &self.tracks[0],
            Track::Forecast => &self.tracks[1],
        }
    }
}

impl OnTrack {
    /// Without its problems. A ledger of the same movements can be shared.
    fn of(plan: &Plan, index: &Index, spans: Spans, ledger: Option<Arc<Ledger>>) -> OnTrack {
        let states = SiteStates::of(index, &spans);
        let ledger = ledger.unwrap_or_else(|| Arc::new(Ledger::of(index, &spans, plan.horizon())));
        OnTrack { spans, states, ledger, problems: Vec::new() }
    }
}

/// Two results, worked out at the same time if that is asked for and a thread
/// can be had.
fn both<T: Send>(at_once: bool, one: impl Fn() -> T, other: impl Fn() -> T + Sync) -> (T, T) {
    std::thread::scope(|scope| {
        let spawn = || std::thread::Builder::new().spawn_scoped(scope, &other).ok();
        let thread = at_once.then(spawn).flatten();
        let one = one();
        match thread.map(|thread| thread.join()) {
            Some(Ok(other)) => (one, other),
            Some(Err(panic)) => std::panic::resume_unwind(panic),
            None => (one, other()),
        }
    })
}
