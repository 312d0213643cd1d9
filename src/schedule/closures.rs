//! When no movement may go, for pictures.

use super::checks::restricted::{InForce, in_force};
use super::network::way_of;
use super::tracks::Track;
use crate::calendar::Span;
use crate::plan::{Movement, Plan, RestrictionId, RestrictionKind};

/// The closed ways of a plan on a track.
#[derive(Clone, Debug)]
pub struct Closures<'a> {
    plan: &'a Plan,
    closed: Vec<InForce<'a>>,
}

impl<'a> Closures<'a> {
    pub fn of(plan: &'a Plan, track: Track) -> Closures<'a> {
        Closures { plan, closed: in_force(plan, track, &RestrictionKind::Closed) }
    }

    /// The days on which the way of a movement is closed, with what closes it.
    pub fn about(&self, movement: &Movement) -> Vec<(&'a RestrictionId, Span)> {
        let way = way_of(self.plan, movement);
        let about = self.closed.iter().filter(|it| way.is_some_and(|way| it.is_about(way)));
        about.map(|it| (&it.restriction.id, it.span)).collect()
    }
}
