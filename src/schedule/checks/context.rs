//! What checks may look at.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use super::restricted::{InForce, in_force};
use super::site_ends::SiteEnds;
use crate::plan::{CalendarId, Plan, RestrictionKind};
use crate::schedule::index::Index;
use crate::schedule::ledger::Ledger;
use crate::schedule::lifts::Lifts;
use crate::schedule::states::SiteStates;
use crate::schedule::tracks::{Spans, Track};
use crate::schedule::workdays::Workdays;
use crate::schedule::{Lines, OnTrack, What};

/// What a check of the plan as it is written may look at.
#[derive(Clone, Copy)]
pub(in crate::schedule) struct PlanContext<'a> {
    pub plan: &'a Plan,
    pub index: &'a Index,
}

/// What a check of a track may look at.
#[derive(Clone, Copy)]
pub(in crate::schedule) struct Context<'a> {
    pub plan: &'a Plan,
    pub index: &'a Index,
    pub track: Track,
    pub spans: &'a Spans,
    pub states: &'a SiteStates,
    /// The line of each movement, where it has one.
    pub lines: &'a Lines,
    pub ledger: &'a Ledger,
    pub lifts: &'a Lifts,
    /// When each site is closed and handed over.
    pub ends: &'a [SiteEnds],
    /// The restrictions that let nothing go, and those that make ways slower.
    pub closed: &'a [InForce<'a>],
    pub slow: &'a [InForce<'a>],
    pub workdays: &'a BTreeMap<&'a CalendarId, Workdays>,
    /// The aviation units, once somebody has asked for them.
    pub aviation: &'a OnceCell<Vec<usize>>,
}

impl Context<'_> {
    /// What is counted in a column.
    pub fn what(&self, column: usize) -> What {
        self.index.kinds.name(column).map_or(What::People, |kind| What::Materiel(kind.clone()))
    }

    /// Whether a change of planned dates can mend what is found here: dates of
    /// the forecast follow from actual ones as well.
    pub fn can_fix(&self) -> bool {
        self.track == Track::Planned
    }
}

/// What several checks of a track look at, worked out once.
pub(in crate::schedule) struct Shared<'a> {
    closed: Vec<InForce<'a>>,
    slow: Vec<InForce<'a>>,
    workdays: BTreeMap<&'a CalendarId, Workdays>,
    aviation: OnceCell<Vec<usize>>,
}

impl<'a> Shared<'a> {
    pub fn of(plan: &'a Plan, track: Track) -> Shared<'a> {
        let calendars = plan.calendars().iter();
        Shared {
            closed: in_force(plan, track, &RestrictionKind::Closed),
            slow: in_force(plan, track, &RestrictionKind::Slow),
            workdays: calendars.filter_map(|c| Some((&c.id, Workdays::of(c)?))).collect(),
            aviation: OnceCell::new(),
        }
    }

    pub fn context(
        &'a self,
        plan: &'a Plan,
        index: &'a Index,
        lines: &'a Lines,
        track: Track,
        on: &'a OnTrack,
    ) -> Context<'a> {
        let OnTrack { spans, states, ends, ledger, lifts, .. } = on;
        let Shared { closed, slow, workdays, aviation } = self;
        Context {
            plan,
            index,
            track,
            spans,
            states,
            lines,
            ledger,
            lifts,
            ends,
            closed,
            slow,
            workdays,
            aviation,
        }
    }
}
