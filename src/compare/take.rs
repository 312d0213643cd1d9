//! Changes of a difference as commands: all of them, or single ones.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::diff::{Change, Diff, ItemDiff, MemberDiff};
use super::{MemberPath, order};
use crate::file;
use crate::plan::edit::{Command, EditError};
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
    pub fn command(&self, plan: &Plan, picks: &[Pick]) -> Result<Command, TakeError> {
        let mut taking = Taking::new(plan);
        for pick in picks {
            let missing = || TakeError::NoSuchChange(pick.clone());
            match pick {
                Pick::Item(id) => {
                    let items = self.items.iter().filter(|item| item.id == *id);
                    let items: Vec<&ItemDiff> = items.collect();
                    items.first().ok_or_else(missing)?;
                    taking.items(&items)?;
                    taking.place_added(&items, self)?;
                }
                Pick::Member(id, path) => {
                    let change = self.item(id).map(|item| &item.change);
                    let Some(Change::Changed { members, .. }) = change else {
                        return Err(missing());
                    };
                    let member = members.iter().find(|it| it.path == *path);
                    taking.member(id, member.ok_or_else(missing)?)?;
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
