//! Who and what is where at one moment.

use super::holdings::{Holdings, Kinds};
use super::ledger::{Batch, Ledger, MovementBook, Totals};
use super::states::begun_and_over;
use super::steps::Steps;
use super::tick::Tick;
use super::{OnTrack, Schedule, SiteState, Track, journey, snapshot_json};
use crate::calendar::{Day, Moment, Span};
use crate::geo::LonLat;
use crate::plan::{MovementId, PhaseId, SiteId, UnitId};

/// A schedule at one moment. Lists are in the order of the ids.
///
/// Written as JSON this is what `decamp snapshot` prints.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    pub track: Track,
    pub moment: Moment,
    /// The phases of the plan under way, in its order; an outer phase comes with
    /// the inner one.
    pub phases: Vec<PhaseId>,
    pub sites: Vec<SiteNow>,
    pub units: Vec<UnitNow>,
    pub movements: Vec<MovementNow>,
    pub totals: TotalsNow,
}

/// Nothing is present at an exit: who is there has departed, or is elsewhere.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct SiteNow {
    pub id: SiteId,
    pub state: SiteState,
    #[serde(flatten)]
    pub holdings: Holdings,
}

/// Where the people of a unit are. Who is in none of these is elsewhere: not
/// yet in the theatre.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct UnitNow {
    pub id: UnitId,
    /// At sites of the theatre where anybody is.
    #[serde(serialize_with = "snapshot_json::people_by_site")]
    pub at: Vec<(SiteId, u64)>,
    pub moving: u64,
    pub departed: u64,
}

#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct MovementNow {
    pub id: MovementId,
    pub state: MovementState,
    /// Those on their way, the first to leave first.
    pub batches: Vec<BatchNow>,
    /// What it carries a day, while it is under way or over a lift: the batch that left
    /// last, or at first the one that will be first. One leaves a day.
    #[serde(skip)]
    pub a_day: Option<Holdings>,
    /// The share of what leaves with it on this day that is more than can be lifted,
    /// from 0 to 1; also where it is over at the close of the day.
    #[serde(skip)]
    pub over_lift: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MovementState {
    /// Not begun, or without a date by which it has.
    Planned,
    UnderWay,
    Over,
    /// Not on this track.
    Absent,
}

/// What travels together.
#[derive(Clone, Debug, PartialEq)]
pub struct BatchNow {
    /// From 1, in the order of departure; batches of nothing have a number too.
    pub number: i64,
    /// The share of the route behind it, from 0 to 1.
    pub progress: f64,
    /// None where the movement has no line on the map.
    pub position: Option<LonLat>,
    pub holdings: Holdings,
}

/// Sums over all units.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TotalsNow {
    pub present: Holdings,
    pub moving: Holdings,
    pub departed: Holdings,
    pub disposed: Holdings,
    /// Came into the theatre from elsewhere. Opening + entered = present +
    /// moving + departed + disposed, for every category and kind.
    #[serde(skip)]
    pub entered: Holdings,
}

impl Snapshot {
    /// The day this shows.
    pub fn day(&self) -> Day {
        self.moment.day()
    }

    pub fn site(&self, id: &SiteId) -> Option<&SiteNow> {
        self.sites.binary_search_by(|site| site.id.cmp(id)).ok().map(|at| &self.sites[at])
    }

    pub fn unit(&self, id: &UnitId) -> Option<&UnitNow> {
        self.units.binary_search_by(|unit| unit.id.cmp(id)).ok().map(|at| &self.units[at])
    }

    pub fn movement(&self, id: &MovementId) -> Option<&MovementNow> {
        let found = self.movements.binary_search_by(|movement| movement.id.cmp(id));
        found.ok().map(|at| &self.movements[at])
    }
}

impl Schedule {
    /// Who and what is where, and which sites are open, at a moment.
    pub fn snapshot(&self, track: Track, moment: Moment) -> Snapshot {
        let tick = Tick::of(moment);
        Snapshot {
            track,
            moment,
            phases: self.phases_at(moment.day()),
            sites: self.sites_at(track, tick),
            units: self.all_units_at(track, tick),
            movements: self.movements_at(track, moment),
            totals: self.totals_at(track, tick),
        }
    }

    /// The units of which people or materiel are at a site; none for a site the
    /// plan does not have.
    pub fn units_at(&self, track: Track, site: &SiteId, moment: Moment) -> Vec<UnitId> {
        let Some(site) = self.index.site(site) else { return Vec::new() };
        let units = self.on(track).ledger.units_at(&self.index, site, Tick::of(moment));
        units.into_iter().map(|unit| self.index.units[unit].id.clone()).collect()
    }

    fn phases_at(&self, day: Day) -> Vec<PhaseId> {
        let dated = |span: Span| span.start.is_some() || span.end.is_some();
        let phases = self.plan.phases().iter();
        let under_way = phases.filter(|phase| dated(phase.span) && phase.span.contains(day));
        under_way.map(|phase| phase.id.clone()).collect()
    }

    fn sites_at(&self, track: Track, tick: Tick) -> Vec<SiteNow> {
        let on = self.on(track);
        let site = |number: usize| SiteNow {
            id: self.index.sites[number].id.clone(),
            state: on.states.at(number, tick),
            holdings: at_site(&on.ledger, &self.index.kinds, number, tick),
        };
        (0..self.index.sites.len()).map(site).collect()
    }

    fn all_units_at(&self, track: Track, tick: Tick) -> Vec<UnitNow> {
        let ledger = &self.on(track).ledger;
        let unit = |number: usize| {
            let people = ledger.units[number].people();
            let there = |(site, steps): &(usize, Steps)| {
                let people = count(steps, tick);
                (people > 0).then(|| (self.index.sites[*site].id.clone(), people))
            };
            let mut at: Vec<_> = people.held.iter().filter_map(there).collect();
            at.sort();
            UnitNow {
                id: self.index.units[number].id.clone(),
                at,
                moving: count(&people.moving, tick),
                departed: count(&people.departed, tick),
            }
        };
        (0..self.index.units.len()).map(unit).collect()
    }

    fn movements_at(&self, track: Track, moment: Moment) -> Vec<MovementNow> {
        let tick = Tick::of(moment);
        let OnTrack { spans, lifts, .. } = self.on(track);
        let mut over = lifts.over_on(moment.day()).iter().peekable();
        let movement = |number: usize| {
            let state = MovementState::at(spans.movements[number], tick);
            let over_lift = over.next_if(|(movement, _)| *movement == number);
            let is_shown = state == MovementState::UnderWay || over_lift.is_some();
            MovementNow {
                id: self.index.movements[number].id.clone(),
                state,
                batches: self.batches_at(track, number, moment),
                a_day: is_shown.then(|| self.a_day(track, number, tick)).flatten(),
                over_lift: over_lift.map_or(0.0, |(_, share)| *share),
            }
        };
        (0..self.index.movements.len()).map(movement).collect()
    }

    /// What goes with the batch that left last, or at first with the first one.
    fn a_day(&self, track: Track, movement: usize, tick: Tick) -> Option<Holdings> {
        let book = &self.on(track).ledger.movements[movement];
        let left = book.batches.partition_point(|batch| Tick::begin_of(batch.departs) <= tick);
        let batch = book.batches.get(left.max(1) - 1)?;
        Some(self.carried(book, batch))
    }

    fn carried(&self, book: &MovementBook, batch: &Batch) -> Holdings {
        let mut holdings = Holdings::none(&self.index.kinds);
        for cargo in book.cargo(batch) {
            holdings.add(self.index.stocks[cargo.stock].column, cargo.amount);
        }
        holdings
    }

    fn batches_at(&self, track: Track, movement: usize, moment: Moment) -> Vec<BatchNow> {
        let book = &self.on(track).ledger.movements[movement];
        let rests = self.rests.get(&movement).map_or(&[][..], Vec::as_slice);
        let line = self.lines[movement].as_ref();
        let batch = |batch: &Batch| {
            let departs = Moment::beginning_of(batch.departs).days();
            let arrives = Moment::close_of(batch.arrives).days();
            let progress = journey::progress(departs, arrives, rests, moment);
            BatchNow {
                number: batch.number,
                progress,
                position: line.map(|line| line.at(progress)),
                holdings: self.carried(book, batch),
            }
        };
        book.under_way(Tick::of(moment)).iter().map(batch).collect()
    }
}

/// What is present at a site.
pub(super) fn at_site(ledger: &Ledger, kinds: &Kinds, site: usize, tick: Tick) -> Holdings {
    let mut holdings = Holdings::none(kinds);
    for (column, steps) in &ledger.sites[site].columns {
        holdings.add(*column, steps.at(tick));
    }
    holdings
}

fn count(steps: &Steps, tick: Tick) -> u64 {
    u64::try_from(steps.at(tick)).unwrap_or(0)
}

impl TotalsNow {
    pub(super) fn at(totals: &Totals, kinds: &Kinds, tick: Tick) -> TotalsNow {
        let of = |columns: &Vec<Steps>| {
            let mut holdings = Holdings::none(kinds);
            for (column, steps) in columns.iter().enumerate() {
                holdings.add(column, steps.at(tick));
            }
            holdings
        };
        TotalsNow {
            present: of(&totals.present),
            moving: of(&totals.moving),
            departed: of(&totals.departed),
            disposed: of(&totals.disposed),
            entered: of(&totals.entered),
        }
    }
}

impl MovementState {
    fn at(span: Option<Span>, tick: Tick) -> MovementState {
        let Some(span) = span else { return MovementState::Absent };
        let (begun, over) = begun_and_over(span);
        if over <= tick {
            MovementState::Over
        } else if begun <= tick {
            MovementState::UnderWay
        } else {
            MovementState::Planned
        }
    }

    pub fn as_word(self) -> &'static str {
        match self {
            MovementState::Planned => "planned",
            MovementState::UnderWay => "under-way",
            MovementState::Over => "over",
            MovementState::Absent => "absent",
        }
    }
}

#[cfg(test)]
mod tests;
