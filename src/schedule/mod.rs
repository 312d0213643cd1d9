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
mod closures;
mod concerned;
mod course;
mod holdings;
mod index;
mod journey;
mod ledger;
mod links;
mod moved;
mod network;
mod odds;
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
pub(crate) mod testing;
mod theatre_checks;
mod tick;
mod tracks;
mod workdays;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::{Day, Moment, Span};
use crate::geo::Polyline;
use crate::plan::{Id, Movement, Plan, SiteId};

pub use checks::{CHECKS, Check, Scope};
pub use closures::Closures;
pub use holdings::{Holdings, Kinds, Materiel, People};
pub use links::{LinkEnd, Requirement};
pub use network::{Conflict, Critical, Float, Moves, Network, Options};
pub use odds::{Days, DeadlineOdds, Driver, ItemOdds, Odds, OddsOptions, Spread};
pub use problem::{Code, Detail, Fix, Problem, Reported, Severity, What};
pub use problems::Problems;
pub use quotes::{SourceText, SourceTexts};
pub use routes::Routes;
pub use snapshot::{BatchNow, MovementNow, MovementState, SiteNow, Snapshot, TotalsNow, UnitNow};
pub use source_checks::{SOURCE_CODES, is_founded_as, source_problems};
pub use states::SiteState;
pub use theatre_checks::{THEATRE_CODES, is_placed_as, theatre_problems};
pub use tracks::{Track, span_of};
pub use workdays::weekday;

use checks::{Found, Shared};
use concerned::Concerned;
use index::Index;
use journey::Rest;
use ledger::Ledger;
use states::SiteStates;
use tick::Tick;
use tracks::Spans;

/// The line of each movement, where it has one.
type Lines = [Option<Arc<Polyline>>];

/// All that follows from one revision of a plan, on both tracks.
#[derive(Clone, Debug)]
pub struct Schedule {
    plan: Arc<Plan>,
    index: Index,
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
    found: Found,
}

impl Schedule {
    pub fn of(plan: &Arc<Plan>, routes: &Routes) -> Schedule {
        let index = Index::of(plan);
        let concerned = Concerned::everything(plan, &index);
        Schedule::made(plan, index, routes, &concerned, None)
    }

    /// The same as [`Schedule::of`], and faster the less of the plan is other than
    /// in an earlier schedule: items that did not change are shared between the
    /// revisions of a plan, and so what follows from them is taken over.
    ///
    /// Where the plans do not have the same items, everything is worked out anew.
    pub fn after(earlier: &Schedule, plan: &Arc<Plan>, routes: &Routes) -> Schedule {
        let (header, known) = (plan.header(), earlier.plan.header());
        let same_header = std::ptr::eq(header, known) || header == known;
        let changed = plan.changed_since(&earlier.plan).filter(|_| same_header);
        let Some(changed) = changed else { return Schedule::of(plan, routes) };
        let index = earlier.index.renewed(plan);
        if !index.has_stocks_of(&earlier.index) {
            return Schedule::of(plan, routes);
        }
        let concerned = Concerned::by_items(changed, &index, &earlier.index);
        Schedule::made(plan, index, routes, &concerned, Some(earlier))
    }

    fn made(
        plan: &Arc<Plan>,
        index: Index,
        routes: &Routes,
        concerned: &Concerned,
        earlier: Option<&Schedule>,
    ) -> Schedule {
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
        let about_the_plan = checks::about_the_plan(plan, &index, concerned);
        let on = |track: Track, spans: &Spans, ledger: Option<&Arc<Ledger>>| {
            let known = earlier.map(|schedule| schedule.on(track));
            let mut on = OnTrack::of(plan, &index, spans.clone(), ledger.cloned(), known);
            let here = match earlier {
                Some(earlier) => concerned.on_track(
                    (&index, &lines, &on),
                    (&earlier.index, &earlier.lines, earlier.on(track)),
                ),
                None => concerned.clone(),
            };
            let shared = Shared::of(plan, &index, track, &on.spans);
            let context = shared.context(plan, &index, &lines, track, &on);
            let of_plan = (concerned, &about_the_plan);
            on.found = checks::all(&context, of_plan, &here, known.map(|on| &on.found));
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

    /// Every day on which an activity or movement begins or ends, in no order.
    pub fn days(&self, track: Track) -> impl Iterator<Item = Day> {
        self.on(track).spans.days()
    }

    /// The days on which something begins, ends or happens, sorted, each once.
    pub fn event_days(&self, plan: &Plan, track: Track) -> Vec<Day> {
        let events = plan.events().iter().flat_map(|event| [event.date, event.until]).flatten();
        let mut days: Vec<Day> = self.days(track).chain(events).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// None for a site the plan does not have.
    pub fn site_state(&self, track: Track, site: &SiteId, moment: Moment) -> Option<SiteState> {
        let site = self.index.site(site)?;
        Some(self.on(track).states.at(site, Tick::of(moment)))
    }

    /// What is wrong, the worst first.
    pub fn problems(&self, track: Track) -> &[Problem] {
        &self.on(track).found.problems
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
    fn of(
        plan: &Plan,
        index: &Index,
        spans: Spans,
        ledger: Option<Arc<Ledger>>,
        earlier: Option<&OnTrack>,
    ) -> OnTrack {
        let states = SiteStates::of(index, &spans);
        let earlier = earlier.map(|on| &*on.ledger);
        let ledger =
            ledger.unwrap_or_else(|| Arc::new(Ledger::of(index, &spans, plan.horizon(), earlier)));
        OnTrack { spans, states, ledger, found: Found::default() }
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
