//! Who and what is where at one moment.

use super::holdings::Holdings;
use super::{SiteState, Track, snapshot_json};
use crate::calendar::{Day, Moment};
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

impl MovementState {
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
