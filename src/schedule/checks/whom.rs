//! Whom a limit is about, and how many of them are in the theatre.

use super::Context;
use crate::plan::{Limit, Selector, Unit, UnitId};
use crate::schedule::holdings::PEOPLE_COLUMNS;
use crate::schedule::ledger::Totals;
use crate::schedule::steps::Steps;
use crate::schedule::tick::Tick;

/// Whether a unit is selected and not excepted. Without a selection every unit
/// is; an exception that names nothing excepts nobody.
pub(in crate::schedule) fn is_meant(limit: &Limit, unit: &Unit) -> bool {
    let named = |selector: &&Selector| !selector.is_empty();
    let excepted = limit.except.as_ref().filter(named).is_some_and(|e| e.selects(unit));
    limit.who.as_ref().is_none_or(|who| who.selects(unit)) && !excepted
}

/// The people a limit is about: present and moving, or, where the limit names
/// places, present there.
pub(super) struct Whom<'a> {
    context: &'a Context<'a>,
    limit: &'a Limit,
    /// For each site whether it is one of the places; None: the limit names none.
    inside: Option<Vec<bool>>,
}

impl<'a> Whom<'a> {
    pub fn of(context: &'a Context<'a>, limit: &'a Limit) -> Whom<'a> {
        let sites = context.index.sites.iter();
        let inside = limit.place.as_ref().map(|place| sites.map(|it| place.holds(it)).collect());
        Whom { context, limit, inside }
    }

    /// All of them together.
    pub fn together(&self) -> Steps {
        let excepts = self.limit.except.as_ref().is_some_and(|except| !except.is_empty());
        if self.limit.who.is_none() && !excepts && self.inside.is_none() {
            let Totals { present, moving, .. } = &self.context.ledger.totals;
            let people = present.iter().take(PEOPLE_COLUMNS);
            return Steps::sum(people.chain(moving.iter().take(PEOPLE_COLUMNS)));
        }
        Steps::sum(self.units().flat_map(|unit| self.people(unit)))
    }

    /// The units it is about of which people are there at a tick.
    pub fn there(&self, tick: Tick) -> impl Iterator<Item = &'a UnitId> {
        let is_there = move |unit: &usize| self.people(*unit).any(|steps| steps.at(tick) > 0);
        self.units().filter(is_there).map(|unit| &self.context.index.units[unit].id)
    }

    fn units(&self) -> impl Iterator<Item = usize> {
        let units = self.context.index.units.iter().enumerate();
        units.filter(|(_, unit)| is_meant(self.limit, unit)).map(|(number, _)| number)
    }

    fn people(&self, unit: usize) -> impl Iterator<Item = &'a Steps> {
        let book = &self.context.ledger.units[unit];
        let in_theatre = self.inside.is_none().then_some(&book.in_theatre);
        let held = book.people().held.iter();
        let inside = |site: usize| self.inside.as_ref().is_some_and(|inside| inside[site]);
        in_theatre.into_iter().chain(held.filter(move |(site, _)| inside(*site)).map(|it| &it.1))
    }
}
