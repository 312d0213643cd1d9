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
mod capacity;
mod changed;
mod checks;
mod closures;
mod concerned;
mod convoys;
mod course;
mod crews;
mod dependencies;
mod holdings;
mod index;
mod intervals;
mod journey;
mod ledger;
mod lifts;
mod links;
mod moved;
mod network;
mod now;
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
mod timed;
mod tracks;
mod workdays;

use std::sync::{Arc, OnceLock};

use crate::calendar::{Day, Moment, Span};
use crate::geo::Polyline;
use crate::plan::{Id, Plan, SiteId};

pub use checks::{CHECKS, Check, Scope};
pub use closures::Closures;
pub use crews::{Aboard, Crew, Part};
pub use holdings::{Holdings, Kinds, Materiel, People};
pub use links::{LinkEnd, Requirement};
pub use network::{Conflict, Critical, Float, Moves, Network, Options};
pub use now::Now;
pub use odds::{Days, DeadlineOdds, Driver, ItemOdds, Odds, OddsOptions, Spread};
pub use problem::{Code, Detail, Fix, Problem, Reported, Severity, What};
pub use problems::{Problems, only_in};
pub use quotes::{SourceText, SourceTexts};
pub use routes::Routes;
pub use snapshot::{BatchNow, MovementNow, MovementState, SiteNow, Snapshot, TotalsNow, UnitNow};
pub use source_checks::{SOURCE_CODES, is_founded_as, source_problems};
pub use states::SiteState;
pub use theatre_checks::{THEATRE_CODES, is_placed_as, theatre_problems};
pub use tracks::{Track, span_of};
pub use workdays::weekday;

use changed::{Changed, Since};
use checks::{Anew, Found, Shared, SiteEnds};
use concerned::Concerned;
use index::Index;
use intervals::Intervals;
use journey::Rests;
use ledger::Ledger;
use lifts::Lifts;
use states::{SiteStates, begun_and_over};
use tick::Tick;
use tracks::Spans;

/// The line of each movement, where it has one.
type Lines = Vec<Option<Arc<Polyline>>>;

/// All that follows from one revision of a plan, on both tracks.
#[derive(Clone, Debug)]
pub struct Schedule {
    plan: Arc<Plan>,
    index: Index,
    routes: Routes,
    lines: Arc<Lines>,
    rests: Arc<Rests>,
    /// In the order of [`Track::ALL`].
    tracks: [OnTrack; 2],
}

/// What follows from the dates of one track.
#[derive(Clone, Debug)]
struct OnTrack {
    spans: Spans,
    states: SiteStates,
    /// By site.
    ends: Vec<SiteEnds>,
    ledger: Arc<Ledger>,
    /// When each movement is under way: made for the first moment that is asked for.
    under_way: Arc<OnceLock<Intervals>>,
    lifts: Arc<Lifts>,
    found: Found,
}

/// An edit: what was known before it, what it changed, and what that concerns
/// whatever the track.
struct Edit<'a> {
    earlier: &'a Schedule,
    changed: Changed,
    concerned: Concerned,
}

impl Schedule {
    pub fn of(plan: &Arc<Plan>, routes: &Routes) -> Schedule {
        Schedule::made(plan, Index::of(plan), routes, None)
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
        let changed = Changed::of(changed, &earlier.index);
        let index = earlier.index.renewed(&changed);
        if !index.has_stocks_of(&earlier.index) {
            return Schedule::of(plan, routes);
        }
        let concerned = Concerned::by_items(&changed, &index, &earlier.index);
        Schedule::made(plan, index, routes, Some(&Edit { earlier, changed, concerned }))
    }

    fn made(plan: &Arc<Plan>, index: Index, routes: &Routes, edit: Option<&Edit>) -> Schedule {
        let lines = match edit {
            Some(edit) if edit.earlier.routes.shares_lines_of(routes) => edit.earlier.lines.clone(),
            _ => Arc::new(routes.lines_of(&index.movements)),
        };
        let rests = match edit {
            Some(edit) if edit.keeps_rests(&index, &lines) => edit.earlier.rests.clone(),
            _ => Arc::new(journey::all_rests(plan, &index.movements, &lines)),
        };
        let horizon = plan.horizon();
        let since = |track: Track| {
            edit.map(|Edit { earlier, changed, .. }| {
                let (index, on) = (&earlier.index, earlier.on(track));
                Since { changed, index, on, horizon }
            })
        };
        let about_the_plan = {
            let since = since(Track::Planned);
            let anew = edit.zip(since).map(|(edit, since)| Anew {
                concerned: &edit.concerned,
                since,
                index: &index,
                ledger: None,
            });
            checks::about_the_plan(plan, &index, anew.as_ref())
        };
        let spans = |track: Track| match since(track) {
            Some(since) => since.on.spans.after(plan, &index, track, since.changed),
            None => Spans::of(plan, &index, track),
        };
        let [planned, forecast] = [spans(Track::Planned), spans(Track::Forecast)];
        let ledger = |track: Track, spans: &Spans| match since(track) {
            Some(since) => Ledger::after(&since.on.ledger, &index, spans, &since),
            None => Arc::new(Ledger::of(&index, spans, horizon)),
        };
        // What moves on the same days has the same balances.
        let same_moves = planned.movements == forecast.movements;
        let shared = same_moves.then(|| ledger(Track::Planned, &planned));
        let on = |track: Track, spans: &Spans| {
            let ledger = shared.clone().unwrap_or_else(|| ledger(track, spans));
            let since = since(track);
            let mut on = OnTrack::of(plan, &index, spans.clone(), ledger, since.as_ref());
            let here = edit.zip(since).map(|(edit, since)| {
                let now = (&index, &*lines, &on);
                edit.concerned.on_track(now, &since, &edit.earlier.lines)
            });
            let ledger = on.ledger.clone();
            let anew =
                |concerned, ledger| Some(Anew { concerned, since: since?, index: &index, ledger });
            let of_plan = edit.and_then(|edit| anew(&edit.concerned, None));
            let on_track = here.as_ref().and_then(|here| anew(here, Some(&ledger)));
            let shared = Shared::of(plan, track);
            let context = shared.context(plan, &index, &lines, track, &on);
            let known = on_track.as_ref().zip(since.map(|since| &since.on.found));
            on.found = checks::all(&context, (of_plan.as_ref(), &about_the_plan), known);
            on
        };
        // A plan with tens of thousands of items takes long enough on one track.
        let is_large = index.movements.len() > 500;
        let planned = || on(Track::Planned, &planned);
        let forecast = || on(Track::Forecast, &forecast);
        let tracks = both(is_large, planned, forecast).into();
        Schedule { plan: plan.clone(), routes: routes.clone(), lines, rests, tracks, index }
    }

    /// The plan this follows from.
    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// The routes that its lines are from.
    pub fn routes(&self) -> &Routes {
        &self.routes
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
    pub fn problems(&self, track: Track) -> &[Arc<Problem>] {
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

impl Edit<'_> {
    /// Whether all rests are as they were: they depend on movements, their lines and
    /// the places of sites.
    fn keeps_rests(&self, index: &Index, lines: &Arc<Lines>) -> bool {
        let Edit { earlier, changed, .. } = self;
        let same_stops = |number: &usize| {
            let (now, before) = (&index.movements[*number], &earlier.index.movements[*number]);
            now.stops == before.stops
        };
        Arc::ptr_eq(lines, &earlier.lines)
            && changed.sites.is_empty()
            && changed.movements.iter().all(same_stops)
    }
}

impl OnTrack {
    /// Without its problems.
    fn of(
        plan: &Plan,
        index: &Index,
        spans: Spans,
        ledger: Arc<Ledger>,
        since: Option<&Since>,
    ) -> OnTrack {
        let found = Found::default();
        let Some(since) = since else {
            let lifts = Arc::new(Lifts::of(plan, index, &ledger));
            let ends = (0..index.sites.len()).map(|site| SiteEnds::of(index, &spans, site));
            let (ends, states) = (ends.collect(), SiteStates::of(index, &spans));
            let under_way = Arc::default();
            return OnTrack { spans, states, ends, ledger, under_way, lifts, found };
        };
        let sites = since.sites_of_activities(index);
        let (mut states, mut ends) = (since.on.states.clone(), since.on.ends.clone());
        states.renew(index, &spans, &sites);
        for site in sites {
            ends[site] = SiteEnds::of(index, &spans, site);
        }
        let same_moves = Arc::ptr_eq(&since.on.spans.movements, &spans.movements);
        let under_way = if same_moves { since.on.under_way.clone() } else { Arc::default() };
        let lifts = Lifts::after(since, plan, index, &ledger);
        OnTrack { spans, states, ends, ledger, under_way, lifts, found }
    }

    fn under_way(&self) -> &Intervals {
        let spans = || self.spans.movements.iter().map(|span| span.map(begun_and_over));
        self.under_way.get_or_init(|| Intervals::of(spans()))
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
