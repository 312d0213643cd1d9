//! Changes of a difference as commands: all of them, or single ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::diff::{Change, Diff, ItemDiff, MemberDiff};
use super::{MemberPath, order};
use crate::file;
use crate::plan::edit::{Command, EditError, Removal};
use crate::plan::{Id, Kind, Plan};

/// A change to take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pick {
    /// All that changed of an item.
    Item(Id),
    /// One member of an item that changed.
    Member(Id, MemberPath),
    /// One member of the header.
    Header(MemberPath),
    /// The order of a list.
    Order(Kind),
}

/// Why a change cannot be taken over into a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum TakeError {
    /// The difference has no such change.
    NoSuchChange(Pick),
    /// The plan no longer has what is to be changed.
    Edit(EditError),
    /// With it the item would not be one: it would end before it starts.
    Invalid(Id, Vec<file::Problem>),
    /// With it the header would not be one.
    InvalidHeader(Vec<file::Problem>),
    /// Something else stands where the member has to go.
    NoPlace(MemberPath),
}

impl From<EditError> for TakeError {
    fn from(error: EditError) -> TakeError {
        TakeError::Edit(error)
    }
}

impl Diff {
    /// The command that makes the first plan the second one, exactly.
    pub fn command_of_all(&self, plan: &Plan) -> Result<Command, TakeError> {
        let items: Vec<&ItemDiff> = self.items.iter().collect();
        let mut taking = Taking::new(plan);
        taking.items(&items)?;
        if !self.header.is_empty() {
            taking.run(Command::SetHeader(Arc::new(self.header_to.clone())))?;
        }
        for change in &self.orders {
            taking.order(&change.from, &change.to, change.kind)?;
        }
        Ok(Command::Batch(taking.commands))
    }

    /// The command that takes single changes over into a plan, which may have
    /// been edited since. Taken over again it changes nothing.
    ///
    /// Nothing then points at what is not there: added items that a change needs
    /// come with it, and what points at an item that goes does without it or goes
    /// as well.
    pub fn command(&self, plan: &Plan, picks: &[Pick]) -> Result<Command, TakeError> {
        let mut taking = Taking::new(plan);
        let mut gone = BTreeSet::new();
        for pick in picks {
            let missing = || TakeError::NoSuchChange(pick.clone());
            match pick {
                Pick::Item(id) => {
                    let items = self.items.iter().filter(|item| item.id == *id);
                    let items: Vec<&ItemDiff> = items.collect();
                    match items[..] {
                        [] => return Err(missing()),
                        [ItemDiff { change: Change::Gone(_), .. }] => drop(gone.insert(id.clone())),
                        _ => {
                            taking.items(&items)?;
                            taking.place_added(&items, self)?;
                            taking.bring_needed(id, self)?;
                        }
                    }
                }
                Pick::Member(id, path) => {
                    let change = self.item(id).map(|item| &item.change);
                    let Some(Change::Changed { members, .. }) = change else {
                        return Err(missing());
                    };
                    let member = members.iter().find(|it| it.path == *path);
                    taking.member(id, member.ok_or_else(missing)?)?;
                    taking.bring_needed(id, self)?;
                }
                Pick::Header(path) => {
                    let member = self.header.iter().find(|it| it.path == *path);
                    taking.header(member.ok_or_else(missing)?, self)?;
                }
                Pick::Order(kind) => {
                    let change = self.orders.iter().find(|it| it.kind == *kind);
                    let change = change.ok_or_else(missing)?;
                    taking.order(&change.from, &change.to, *kind)?;
                }
            }
        }
        if !gone.is_empty() {
            taking.run(Removal::of(&taking.plan, &gone).command)?;
        }
        Ok(Command::Batch(taking.commands))
    }
}

/// Commands, and the plan as it is after them.
struct Taking {
    plan: Plan,
    commands: Vec<Command>,
}

impl Taking {
    fn new(plan: &Plan) -> Taking {
        Taking { plan: plan.clone(), commands: Vec::new() }
    }

    fn run(&mut self, command: Command) -> Result<(), TakeError> {
        self.plan.apply(command.clone())?;
        self.commands.push(command);
        Ok(())
    }

    /// What is gone goes first: its id may come back as another kind.
    fn items(&mut self, items: &[&ItemDiff]) -> Result<(), TakeError> {
        for item in items {
            let is_there = self.plan.kind_of(&item.id) == Some(item.kind);
            if let (Change::Gone(_), true) = (&item.change, is_there) {
                self.run(Command::Remove { kind: item.kind, id: item.id.clone() })?;
            }
        }
        for item in items {
            if let Change::Added(item) | Change::Changed { to: item, .. } = &item.change {
                self.run(Command::put(item.clone()))?;
            }
        }
        Ok(())
    }

    /// What was added stands behind what it stood behind.
    fn place_added(&mut self, items: &[&ItemDiff], diff: &Diff) -> Result<(), TakeError> {
        for item in items.iter().filter(|item| matches!(item.change, Change::Added(_))) {
            let Some(change) = diff.orders.iter().find(|it| it.kind == item.kind) else { continue };
            let now = self.plan.ids(item.kind);
            let others: Vec<Id> = now.iter().filter(|id| **id != item.id).cloned().collect();
            let all: BTreeSet<Id> = now.into_iter().collect();
            let wanted = order::complete(&others, &change.to, &all);
            self.arrange(item.kind, &wanted)?;
        }
        Ok(())
    }

    /// Takes over the added items that an item points at, and what these need.
    fn bring_needed(&mut self, id: &Id, diff: &Diff) -> Result<(), TakeError> {
        let Some(item) = self.plan.item(id) else { return Ok(()) };
        for reference in item.references() {
            let is_missing = self.plan.kind_of(&reference.id).is_none();
            let added = diff.items.iter().filter(|it| it.id == reference.id && is_missing);
            let added = added.filter(|item| matches!(item.change, Change::Added(_)));
            let added: Vec<&ItemDiff> = added.collect();
            if !added.is_empty() {
                self.items(&added)?;
                self.place_added(&added, diff)?;
                self.bring_needed(&reference.id, diff)?;
            }
        }
        Ok(())
    }

    fn member(&mut self, id: &Id, change: &MemberDiff) -> Result<(), TakeError> {
        let item = self.plan.item(id).ok_or_else(|| EditError::NoSuchItem(id.clone()))?;
        let mut members = file::object::of_item(&item);
        if !change.path.set(&mut members, change.to.clone()) {
            return Err(TakeError::NoPlace(change.path.clone()));
        }
        let item = file::object::item(item.kind(), members);
        let item = item.map_err(|problems| TakeError::Invalid(id.clone(), problems))?;
        self.run(Command::put(item))
    }

    fn header(&mut self, change: &MemberDiff, diff: &Diff) -> Result<(), TakeError> {
        let header = if change.path.is_empty() {
            diff.header_to.clone()
        } else {
            let mut members = file::object::of_header(self.plan.header());
            if !change.path.set(&mut members, change.to.clone()) {
                return Err(TakeError::NoPlace(change.path.clone()));
            }
            file::object::header(members).map_err(TakeError::InvalidHeader)?
        };
        self.run(Command::SetHeader(Arc::new(header)))
    }

    /// The order of the second plan, with what only this plan has where it was.
    fn order(&mut self, from: &[Id], to: &[Id], kind: Kind) -> Result<(), TakeError> {
        let now = self.plan.ids(kind);
        let all: BTreeSet<Id> = now.iter().cloned().collect();
        let place: BTreeMap<&Id, usize> = to.iter().zip(0..).collect();
        let is_of_both = all.iter().all(|id| place.contains_key(id));
        let wanted = match is_of_both {
            true => to.iter().filter(|id| all.contains(id)).cloned().collect(),
            false => order::merge(from, &now, to, &all, order::Side::Theirs).order,
        };
        self.arrange(kind, &wanted)
    }

    fn arrange(&mut self, kind: Kind, wanted: &[Id]) -> Result<(), TakeError> {
        for command in order::commands(&self.plan, kind, wanted) {
            self.run(command)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Item, Movement, Unit};

    /// Takes one change over; what is then there of these ids, and the loads of the
    /// movement.
    #[test]
    fn changes_come_with_what_they_need() {
        let text = br#"{ "format": "decamp-plan", "version": 1,
            "sites": { "type": "FeatureCollection", "features": [
                { "type": "Feature", "id": "gao", "geometry": { "type": "Point", "coordinates": [0, 16] },
                  "properties": { "name": "Gao", "kind": "camp" } } ] },
            "units": [ { "id": "bn", "kind": "infantry", "site": "gao" } ],
            "movements": [ { "id": "move", "kind": "redeployment", "from": "gao", "to": "gao",
                             "loads": [ { "unit": "bn" } ] } ] }"#;
        let a = crate::file::read(text).unwrap().plan;
        let id = |text: &str| Id::new(text).unwrap();
        let unit: Unit = (**a.units().iter().next().unwrap()).clone();
        let movement: Movement = (**a.movements().iter().next().unwrap()).clone();
        let mut b = a.clone();
        let mut load = movement.loads[0].clone();
        load.unit = id("coy").into();
        let put = |item: Item| Command::put(item);
        b.apply(Command::Batch(vec![
            put(Unit { id: id("coy").into(), part_of: Some(id("hq").into()), ..unit.clone() }
                .into()),
            put(Unit { id: id("hq").into(), ..unit }.into()),
            put(Movement { loads: vec![load], ..movement }.into()),
            Command::Remove { kind: Kind::Unit, id: id("bn") },
        ]))
        .unwrap();
        let diff = Diff::of(&a, &b);
        let loads = MemberPath::member("loads");
        for (pick, units, carried) in [
            (Pick::Item(id("move")), "bn coy hq", "coy"),
            (Pick::Member(id("move"), loads.to_element("coy")), "bn coy hq", "bn coy"),
            (Pick::Item(id("hq")), "bn hq", "bn"),
            (Pick::Item(id("coy")), "bn coy hq", "bn"),
            (Pick::Item(id("bn")), "", ""),
        ] {
            let mut plan = a.clone();
            plan.apply(diff.command(&a, std::slice::from_ref(&pick)).unwrap()).unwrap();
            let joined = |ids: Vec<String>| ids.join(" ");
            let there = plan.ids(Kind::Unit).iter().map(Id::to_string).collect();
            assert_eq!(joined(there), units, "{pick:?}");
            let movement = plan.movements().iter().next().unwrap();
            let there = movement.loads.iter().map(|load| load.unit.to_string()).collect();
            assert_eq!(joined(there), carried, "{pick:?}");
        }
        let missing = Pick::Item(id("gao"));
        let refused = diff.command(&a, std::slice::from_ref(&missing));
        assert_eq!(refused, Err(TakeError::NoSuchChange(missing)));
    }
}
