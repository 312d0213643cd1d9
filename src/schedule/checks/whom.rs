//! Whom a limit is about, and how many of them are in the theatre.

use super::Context;
use crate::plan::{Id, Limit, Selector, Unit};
use crate::schedule::steps::Steps;

/// Whether a unit is selected and not excepted. Without a selection every unit
/// is; an exception that names nothing excepts nobody.
pub(super) fn is_meant(limit: &Limit, unit: &Unit) -> bool {
    let named = |selector: &&Selector| !selector.is_empty();
    let excepted = limit.except.as_ref().filter(named).is_some_and(|e| e.selects(unit));
    limit.who.as_ref().is_none_or(|who| who.selects(unit)) && !excepted
}

/// The people a limit is about, of one unit: present and moving, or, where the
/// limit names places, present there.
pub(super) struct Meant<'a> {
    pub unit: &'a Id,
    pub people: Vec<&'a Steps>,
}

pub(super) fn people_meant<'a>(context: &Context<'a>, limit: &Limit) -> Vec<Meant<'a>> {
    let index = context.index;
    let inside: Option<Vec<bool>> = limit
        .place
        .as_ref()
        .map(|place| index.sites.iter().map(|site| place.holds(site)).collect());
    let people = |unit: usize| match &inside {
        None => vec![&context.ledger.units[unit].in_theatre],
        Some(inside) => {
            let held = context.ledger.units[unit].people().held.iter();
            held.filter(|(site, _)| inside[*site]).map(|(_, steps)| steps).collect()
        }
    };
    let units = index.units.iter().enumerate().filter(|(_, unit)| is_meant(limit, unit));
    let meant = |(number, unit): (usize, &'a std::sync::Arc<Unit>)| Meant {
        unit: &unit.id,
        people: people(number),
    };
    let some = |meant: &Meant| meant.people.iter().any(|steps| !steps.is_always_zero());
    units.map(meant).filter(some).collect()
}

/// All of them together.
pub(super) fn together(meant: &[Meant]) -> Steps {
    Steps::sum(meant.iter().flat_map(|meant| meant.people.iter().copied()))
}
