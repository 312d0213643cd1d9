//! Which movements must be over for a deadline to be met.

use crate::calendar::Day;
use crate::plan::{Id, Limit, LimitKind, Movement, Plan, Site};
use crate::schedule::checks::whom::is_meant;

/// A deadline, and the movements that take those who must be out by then.
#[derive(Clone, Debug)]
pub(in crate::schedule) struct Gate {
    pub limit: Id,
    pub date: Day,
    pub movements: Vec<Id>,
}

/// One for each deadline of the plan with a date, by date and then by id.
pub(in crate::schedule) fn gates(plan: &Plan) -> Vec<Gate> {
    let deadlines = plan.limits().iter().filter(|limit| limit.kind == LimitKind::Deadline);
    let gate = |limit: &Limit| {
        let leaving = plan.movements().iter().filter(|m| takes_out(plan, limit, m));
        let movements = leaving.map(|movement| (*movement.id).clone()).collect();
        Some(Gate { limit: (*limit.id).clone(), date: limit.date?, movements })
    };
    let mut gates: Vec<Gate> = deadlines.filter_map(|limit| gate(limit)).collect();
    gates.sort_by(|a, b| (a.date, &a.limit).cmp(&(b.date, &b.limit)));
    gates
}

/// The one a plan is mostly about: the last, and the first by id of several on one
/// day.
pub(in crate::schedule) fn main_gate(gates: &[Gate]) -> Option<usize> {
    let last = gates.last()?.date;
    gates.iter().position(|gate| gate.date == last)
}

/// Whether a movement takes people the limit is about out of where it holds: out
/// of its places, or of the theatre.
fn takes_out(plan: &Plan, limit: &Limit, movement: &Movement) -> bool {
    let inside = |site: &Site| match &limit.place {
        Some(place) => place.holds(site),
        None => !site.is_exit(),
    };
    let is_inside = |site| plan.sites().get(site).is_some_and(|site| inside(site));
    let leaves = is_inside(&movement.from) && !movement.to.as_ref().is_some_and(is_inside);
    let carries = movement.loads.iter().any(|load| {
        let unit = plan.units().get(&load.unit);
        load.personnel != Some(0) && unit.is_some_and(|unit| is_meant(limit, unit))
    });
    leaves && carries
}
