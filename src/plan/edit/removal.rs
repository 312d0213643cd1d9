//! Taking items out of a plan together with all that points at them.
//!
//! A plan file may not point at what is not there. So whatever names an item that
//! goes either does without it or goes as well.

use std::collections::BTreeSet;
use std::ops::Deref;

use super::Command;
use crate::plan::*;

/// What it takes to remove items.
#[derive(Clone, Debug, PartialEq)]
pub struct Removal {
    /// Items that cannot do without those that were to be removed, and go as well.
    pub also_gone: Vec<Id>,
    /// Items that stay, and no longer name those that go.
    pub changed: Vec<Id>,
    /// All of it in one step.
    pub command: Command,
}

impl Removal {
    /// The removal of these items. Ids the plan does not have are passed over.
    pub fn of(plan: &Plan, ids: &BTreeSet<Id>) -> Removal {
        let asked = ids.iter().filter(|id| plan.kind_of(id).is_some()).cloned().collect();
        let mut gone = Gone(asked);
        // What goes may be named by what was looked at already.
        while let Some(id) = next_to_go(plan, &gone) {
            gone.0.extend(id);
        }
        let mut commands = Vec::new();
        let mut changed = Vec::new();
        for item in plan.items() {
            let id = item.id();
            if gone.has(id) {
                commands.push(Command::Remove { kind: item.kind(), id: id.clone() });
            } else if names(&item, &gone)
                && let Some(rest) = gone.without(&item)
            {
                changed.push(id.clone());
                commands.push(Command::put(rest));
            }
        }
        let also_gone = gone.0.iter().filter(|id| !ids.contains(*id)).cloned().collect();
        Removal { also_gone, changed, command: Command::Batch(commands) }
    }
}

/// The items that cannot do without what goes so far. None where there are no more.
fn next_to_go(plan: &Plan, gone: &Gone) -> Option<Vec<Id>> {
    let stays = plan.items().filter(|item| !gone.has(item.id()));
    let lost = stays.filter(|item| names(item, gone) && gone.without(item).is_none());
    let lost: Vec<Id> = lost.map(|item| item.id().clone()).collect();
    (!lost.is_empty()).then_some(lost)
}

fn names(item: &Item, gone: &Gone) -> bool {
    item.references().iter().any(|reference| gone.has(&reference.id))
}

/// The ids of what goes.
struct Gone(BTreeSet<Id>);

impl Gone {
    fn has(&self, id: &Id) -> bool {
        self.0.contains(id)
    }

    fn has_one<I: Deref<Target = Id>>(&self, id: &Option<I>) -> bool {
        id.as_ref().is_some_and(|id| self.has(id))
    }

    fn clear<I: Deref<Target = Id>>(&self, id: &mut Option<I>) {
        if self.has_one(id) {
            *id = None;
        }
    }

    fn thin<I: Deref<Target = Id>>(&self, ids: &mut Vec<I>) {
        ids.retain(|id| !self.has(id));
    }

    /// Thins a list that would mean everything once it is empty. False where it
    /// became so: then what it narrowed has lost its meaning.
    fn narrow<I: Deref<Target = Id>>(&self, ids: &mut Vec<I>) -> bool {
        let was_empty = ids.is_empty();
        self.thin(ids);
        was_empty || !ids.is_empty()
    }

    fn narrow_where(&self, place: &mut Option<Where>) -> bool {
        let Some(place) = place else { return true };
        self.narrow(&mut place.sites) || !place.sectors.is_empty()
    }

    /// The quote of a source that goes stays, for the planner to find it a new one.
    fn basis(&self, basis: &mut [Basis]) {
        basis.iter_mut().for_each(|entry| self.clear(&mut entry.source));
    }

    fn links(&self, timing: &mut Timing) {
        timing.after.retain(|link| !self.has(&link.other));
    }

    /// The item without any mention of what goes. None where it makes no sense then.
    fn without(&self, item: &Item) -> Option<Item> {
        Some(match item {
            // They point at nothing that the plan checks.
            Item::Source(_)
            | Item::WorkCalendar(_)
            | Item::Layer(_)
            | Item::Chapter(_)
            | Item::Baseline(_)
            | Item::Branch(_) => item.clone(),
            Item::Objective(it) => {
                let mut it = Objective::clone(it);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Phase(it) => {
                let mut it = Phase::clone(it);
                self.clear(&mut it.parent);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Site(it) => {
                let mut it = Site::clone(it);
                self.clear(&mut it.part_of);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Unit(it) => {
                let mut it = Unit::clone(it);
                self.clear(&mut it.part_of);
                self.clear(&mut it.site);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Activity(it) => {
                // What was to be done there cannot be done anywhere else.
                if self.has_one(&it.site) {
                    return None;
                }
                let mut it = Activity::clone(it);
                self.clear(&mut it.phase);
                self.clear(&mut it.calendar);
                self.links(&mut it.timing);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Movement(it) => self.movement(it)?.into(),
            Item::Event(it) => {
                let mut it = Event::clone(it);
                self.clear(&mut it.site);
                self.clear(&mut it.movement);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Limit(it) => self.limit(it)?.into(),
            Item::Restriction(it) => {
                let mut it = Restriction::clone(it);
                let narrowed = self.narrow(&mut it.sites) || !it.sectors.is_empty();
                if !(self.narrow(&mut it.to_sites) && narrowed) {
                    return None;
                }
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Report(it) => {
                let mut it = Report::clone(it);
                if !self.narrow(&mut it.sites) {
                    return None;
                }
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Count(it) => {
                let mut it = Count::clone(it);
                if !self.narrow_where(&mut it.place) {
                    return None;
                }
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Mandate(it) => {
                let mut it = Mandate::clone(it);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Task(it) => {
                let mut it = Task::clone(it);
                self.thin(&mut it.mandate);
                self.thin(&mut it.activities);
                self.clear(&mut it.fund);
                self.thin(&mut it.sites);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Fund(it) => {
                let mut it = Fund::clone(it);
                self.basis(&mut it.basis);
                it.into()
            }
            Item::Risk(it) => {
                let mut it = Risk::clone(it);
                self.thin(&mut it.sites);
                self.thin(&mut it.phases);
                self.basis(&mut it.basis);
                it.into()
            }
        })
    }

    /// It cannot leave from nowhere; where it goes may be open.
    fn movement(&self, movement: &Movement) -> Option<Movement> {
        if self.has(&movement.from) {
            return None;
        }
        let mut it = movement.clone();
        self.clear(&mut it.to);
        self.thin(&mut it.to_options);
        self.clear(&mut it.phase);
        it.loads.retain(|load| !self.has(&load.unit));
        if let Some(route) = &mut it.route {
            route.retain(|point| !matches!(point, RoutePoint::Site(site) if self.has(site)));
        }
        it.stops.retain(|stop| !self.has(&stop.site));
        self.links(&mut it.timing);
        self.basis(&mut it.basis);
        Some(it)
    }

    fn limit(&self, limit: &Limit) -> Option<Limit> {
        let mut it = limit.clone();
        if let Some(who) = &mut it.who
            && !self.narrow(&mut who.units)
        {
            return None;
        }
        if let Some(except) = &mut it.except
            && !self.narrow(&mut except.units)
        {
            // An exception for nobody in particular would be one for all.
            it.except = None;
        }
        if !self.narrow_where(&mut it.place) {
            return None;
        }
        self.basis(&mut it.basis);
        Some(it)
    }
}
