//! How well what is exported is founded: no figure leaves the program as a fact
//! that is none.

use crate::plan::{Basis, Movement, Plan, basis_of};
use crate::schedule::UnitNow;

/// The words of [`crate::plan::BasisStatus`] that hold for a member, each once:
/// of the entries that name it, or else of those about the whole item.
pub fn of_member<'a>(basis: &'a [Basis], member: &str) -> Vec<&'a str> {
    let about = basis_of(basis, member);
    distinct(about.into_iter().map(|entry| entry.status.as_word()))
}

/// Of the figures of a movement: a load that takes all that is there is as well
/// founded as the figures of its unit.
pub fn of_loads<'a>(movement: &'a Movement, plan: &'a Plan) -> Vec<&'a str> {
    let of_load = movement.loads.iter().flat_map(|load| {
        let own = load.personnel.is_some() || load.materiel.is_some();
        let own = own.then(|| of_member(&movement.basis, "loads"));
        let unit = plan.units().get(&load.unit);
        let people = unit.filter(|_| load.personnel.is_none());
        let materiel = unit.filter(|unit| load.materiel.is_none() && !unit.materiel.is_empty());
        [
            own,
            people.map(|unit| of_member(&unit.basis, "personnel")),
            materiel.map(|unit| of_member(&unit.basis, "materiel")),
        ]
    });
    distinct(of_load.flatten().flatten())
}

/// Of the figures of units.
pub fn of_units<'a>(units: impl Iterator<Item = &'a UnitNow>, plan: &'a Plan) -> Vec<&'a str> {
    let units = units.filter_map(|unit| plan.units().get(&unit.id));
    distinct(units.flat_map(|unit| of_member(&unit.basis, "personnel")))
}

/// Each text once, in the order of the first.
pub fn distinct<T: PartialEq>(texts: impl Iterator<Item = T>) -> Vec<T> {
    let mut list = Vec::new();
    for text in texts {
        if !list.contains(&text) {
            list.push(text);
        }
    }
    list
}
