//! Which items an item points at.

use super::{Basis, Id, Item, Kind, RoutePoint, Timing};

/// What the other end of a reference may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An item of one kind.
    One(Kind),
    /// An activity, movement or event: the other end of a link.
    LinkEnd,
}

/// A member of an item that names another item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The member as the file writes it: `from`, `loads[0].unit`.
    pub member: String,
    pub target: Target,
    pub id: Id,
}

impl Target {
    pub fn accepts(self, kind: Kind) -> bool {
        match self {
            Target::One(one) => one == kind,
            Target::LinkEnd => {
                matches!(kind, Kind::Activity | Kind::Movement | Kind::Event)
            }
        }
    }
}

impl Item {
    /// Every reference to another item of the plan, in the order of the members.
    /// Sectors are not among them: they belong to the theatre.
    pub fn references(&self) -> Vec<Reference> {
        let mut list = References::default();
        match self {
            Item::Source(_) | Item::WorkCalendar(_) | Item::Layer(_) | Item::Chapter(_) => {}
            Item::Mandate(mandate) => list.basis(&mandate.basis),
            Item::Objective(objective) => list.basis(&objective.basis),
            Item::Phase(phase) => {
                list.one("parent", Kind::Phase, &phase.parent);
                list.basis(&phase.basis);
            }
            Item::Site(site) => {
                list.one("properties.part_of", Kind::Site, &site.part_of);
                list.basis_at("properties.basis", &site.basis);
            }
            Item::Unit(unit) => {
                list.one("part_of", Kind::Unit, &unit.part_of);
                list.one("site", Kind::Site, &unit.site);
                list.basis(&unit.basis);
            }
            Item::Activity(activity) => {
                list.one("site", Kind::Site, &activity.site);
                list.one("phase", Kind::Phase, &activity.phase);
                list.one("calendar", Kind::WorkCalendar, &activity.calendar);
                list.links(&activity.timing);
                list.basis(&activity.basis);
            }
            Item::Movement(movement) => {
                list.add("from", Target::One(Kind::Site), &movement.from);
                list.one("to", Kind::Site, &movement.to);
                list.many("to_options", Kind::Site, &movement.to_options);
                list.one("phase", Kind::Phase, &movement.phase);
                for (i, load) in movement.loads.iter().enumerate() {
                    list.add(&format!("loads[{i}].unit"), Target::One(Kind::Unit), &load.unit);
                }
                for (i, point) in movement.route.iter().flatten().enumerate() {
                    if let RoutePoint::Site(site) = point {
                        list.add(&format!("route[{i}]"), Target::One(Kind::Site), site);
                    }
                }
                for (i, stop) in movement.stops.iter().enumerate() {
                    list.add(&format!("stops[{i}].site"), Target::One(Kind::Site), &stop.site);
                }
                list.links(&movement.timing);
                list.basis(&movement.basis);
            }
            Item::Event(event) => {
                list.one("site", Kind::Site, &event.site);
                list.one("movement", Kind::Movement, &event.movement);
                list.basis(&event.basis);
            }
            Item::Limit(limit) => {
                for (member, selector) in [("who", &limit.who), ("except", &limit.except)] {
                    let units = selector.iter().flat_map(|s| &s.units);
                    list.many(&format!("{member}.units"), Kind::Unit, units);
                }
                list.many("where.sites", Kind::Site, limit.place.iter().flat_map(|w| &w.sites));
                list.basis(&limit.basis);
            }
            Item::Restriction(restriction) => {
                list.many("sites", Kind::Site, &restriction.sites);
                list.many("to_sites", Kind::Site, &restriction.to_sites);
                list.basis(&restriction.basis);
            }
            Item::Report(report) => {
                list.many("sites", Kind::Site, &report.sites);
                list.basis(&report.basis);
            }
            Item::Count(count) => {
                list.many("where.sites", Kind::Site, count.place.iter().flat_map(|w| &w.sites));
                list.basis(&count.basis);
            }
            Item::Task(task) => {
                list.many("mandate", Kind::Mandate, &task.mandate);
                list.one("fund", Kind::Fund, &task.fund);
                list.many("sites", Kind::Site, &task.sites);
                list.many("activities", Kind::Activity, &task.activities);
                list.basis(&task.basis);
            }
            Item::Fund(fund) => list.basis(&fund.basis),
            Item::Risk(risk) => {
                list.many("sites", Kind::Site, &risk.sites);
                list.many("phases", Kind::Phase, &risk.phases);
                list.basis(&risk.basis);
            }
            // What a baseline has dates of may be gone since: that is what it tells.
            Item::Baseline(_) => {}
            // A branch may add the very items it names; the room of branches checks it.
            Item::Branch(_) => {}
        }
        list.0
    }
}

#[derive(Default)]
struct References(Vec<Reference>);

impl References {
    fn add(&mut self, member: &str, target: Target, id: &Id) {
        self.0.push(Reference { member: member.into(), target, id: id.clone() });
    }

    fn one<I>(&mut self, member: &str, kind: Kind, id: &Option<I>)
    where
        I: std::ops::Deref<Target = Id>,
    {
        if let Some(id) = id {
            self.add(member, Target::One(kind), id);
        }
    }

    fn many<'a, I>(&mut self, member: &str, kind: Kind, ids: impl IntoIterator<Item = &'a I>)
    where
        I: std::ops::Deref<Target = Id> + 'a,
    {
        for (i, id) in ids.into_iter().enumerate() {
            self.add(&format!("{member}[{i}]"), Target::One(kind), id);
        }
    }

    fn links(&mut self, timing: &Timing) {
        for (i, link) in timing.after.iter().enumerate() {
            self.add(&format!("after[{i}].id"), Target::LinkEnd, &link.other);
        }
    }

    fn basis(&mut self, basis: &[Basis]) {
        self.basis_at("basis", basis);
    }

    fn basis_at(&mut self, member: &str, basis: &[Basis]) {
        for (i, entry) in basis.iter().enumerate() {
            if let Some(source) = &entry.source {
                self.add(&format!("{member}[{i}].source"), Target::One(Kind::Source), source);
            }
        }
    }
}
