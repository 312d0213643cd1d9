//! The edits of a branch as its file has them, made of two plans and applied.
//!
//! ```text
//! { "header": { member: value },
//!   list: { id: { member: value }, id of an item that is taken out: null },
//!   "order": { list: [id, …] } }
//! ```
//!
//! A member that is null is taken out. The members of a site's `properties` count
//! as its own. An id that the plan does not have is an item the branch adds.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::{Map, Value};

use super::{Unused, WhyUnused};
use crate::compare::diff::{Change, Diff, ItemDiff, item_differences};
use crate::compare::order;
use crate::compare::shape::Grain;
use crate::compare::values::differences;
use crate::compare::{MemberDiff, MemberPath};
use crate::file;
use crate::plan::edit::Command;
use crate::plan::{Id, Item, Kind, Plan};

type Object = Map<String, Value>;

const HEADER: &str = "header";
const ORDER: &str = "order";
/// What stands in every site of a file, and says nothing of it.
const TYPE: &str = "type";
const ID: &str = "id";

/// What a branch of `plan` has to say for it to be `wanted`.
pub(super) fn between(plan: &Plan, wanted: &Plan) -> Object {
    let mut edits = Object::new();
    if plan.header() != wanted.header() {
        let [from, to] = [plan, wanted].map(|plan| file::object::of_header(plan.header()));
        let header = patch(&differences(&from, &to, Grain::Member));
        if !header.is_empty() {
            edits.insert(HEADER.into(), header.into());
        }
    }
    let diff = Diff::of(plan, wanted);
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Branch) {
        let of_kind = diff.items.iter().filter(|item| item.kind == *kind);
        let edit = |item: &ItemDiff| Some((item.id.to_string(), edit_of(item)?));
        let list: Object = of_kind.filter_map(edit).collect();
        if !list.is_empty() {
            edits.insert(kind.list().into(), list.into());
        }
    }
    if diff.orders.is_empty() {
        return edits;
    }
    // What is added stands at the end unless the order says otherwise.
    let (applied, _) = apply(plan, &edits);
    let mut orders = Object::new();
    for kind in Kind::ALL.iter().filter(|kind| kind.is_listed() && **kind != Kind::Branch) {
        let order = wanted.ids(*kind);
        if applied.ids(*kind) != order {
            let order: Value = order.iter().map(Id::as_str).collect();
            orders.insert(kind.list().into(), order);
        }
    }
    if !orders.is_empty() {
        edits.insert(ORDER.into(), orders.into());
    }
    edits
}

/// None where there is nothing to say: in a branch, members that this version does
/// not know stand in any order.
fn edit_of(item: &ItemDiff) -> Option<Value> {
    let edit = match &item.change {
        Change::Gone(_) => Value::Null,
        Change::Added(item) => {
            let mut members = file::object::of_item(item);
            members.shift_remove(ID);
            if item.kind() == Kind::Site {
                members.shift_remove(TYPE);
            }
            members.into()
        }
        Change::Changed { from, to, .. } => {
            let patch = patch(&item_differences(from, to, Grain::Member));
            (!patch.is_empty()).then_some(patch)?.into()
        }
    };
    Some(edit)
}

/// Members by name with their new values; null for those that are gone.
fn patch(differences: &[MemberDiff]) -> Object {
    let mut patch = Object::new();
    for MemberDiff { path, to, .. } in differences.iter().filter(|it| !it.path.is_empty()) {
        let there = path.set(&mut patch, Some(to.clone().unwrap_or(Value::Null)));
        debug_assert!(there, "members lie side by side");
    }
    patch
}

/// A plan with edits, and the edits that cannot be made.
pub(super) fn apply(plan: &Plan, edits: &Object) -> (Plan, Vec<Unused>) {
    let mut work = Work { plan: plan.clone(), unused: Vec::new() };
    // What is taken out first: its id may be that of an item of another kind.
    for gone in [true, false] {
        for (list, edits) in edits {
            match (Kind::from_list(list), edits) {
                (Some(kind), Value::Object(edits)) if kind != Kind::Branch => {
                    for (id, edit) in edits.iter().filter(|(_, edit)| edit.is_null() == gone) {
                        work.item(kind, id, edit);
                    }
                }
                (_, Value::Object(members)) if list == HEADER && !gone => work.header(members),
                (_, Value::Object(_)) if list == HEADER || list == ORDER => {}
                _ if gone => work.not_used(list, None, WhyUnused::NoList),
                _ => {}
            }
        }
    }
    if let Some(Value::Object(orders)) = edits.get(ORDER) {
        for (list, wanted) in orders {
            work.order(list, wanted);
        }
    }
    (work.plan, work.unused)
}

/// Keeps an edit that is not used, unless there is a new one in its place.
pub(super) fn keep(edits: &mut Object, old: &Object, unused: &Unused) {
    let path = MemberPath::member(&unused.list);
    let path = unused.id.as_ref().map_or(path.clone(), |id| path.to_member(id));
    if path.get(edits).is_none()
        && let Some(value) = path.get(old)
    {
        let kept = path.set(edits, Some(value.clone()));
        debug_assert!(kept, "lists of edits are objects");
    }
}

/// Lists that stood in the old edits stand in the order they had there, new ones
/// behind. Of two edits of one id in two lists the first is used: which one that is
/// does not change, nor does the file more than it must.
pub(super) fn in_order_of(old: &Object, edits: Object) -> Object {
    let place = |list: &str| old.keys().position(|it| it == list).unwrap_or(old.len());
    let mut lists: Vec<(String, Value)> = edits.into_iter().collect();
    lists.sort_by_key(|(list, _)| place(list));
    lists.into_iter().collect()
}

struct Work {
    plan: Plan,
    unused: Vec<Unused>,
}

impl Work {
    fn not_used(&mut self, list: &str, id: Option<&str>, why: WhyUnused) {
        self.unused.push(Unused { list: list.into(), id: id.map(Into::into), why });
    }

    fn header(&mut self, edits: &Object) {
        let mut members = file::object::of_header(self.plan.header());
        patch_onto(&mut members, edits);
        match file::object::header(members) {
            Ok(header) => self.run(Command::SetHeader(Arc::new(header))),
            Err(_) => self.not_used(HEADER, None, WhyUnused::Invalid),
        }
    }

    fn item(&mut self, kind: Kind, name: &str, edit: &Value) {
        let unused = match Id::new(name) {
            Err(_) => Err(WhyUnused::Invalid),
            Ok(id) => match self.plan.kind_of(&id) {
                Some(other) if other != kind => Err(WhyUnused::IdTaken),
                there => self.edit(kind, &id, edit, there.is_some()),
            },
        };
        if let Err(why) = unused {
            self.not_used(kind.list(), Some(name), why);
        }
    }

    fn edit(&mut self, kind: Kind, id: &Id, edit: &Value, there: bool) -> Result<(), WhyUnused> {
        let edit = match edit {
            Value::Null => {
                // It is gone from the plan as well.
                if there {
                    self.run(Command::Remove { kind, id: id.clone() });
                }
                return Ok(());
            }
            Value::Object(edit) => edit,
            _ => return Err(WhyUnused::Invalid),
        };
        let mut members = match self.plan.item(id) {
            Some(item) => file::object::of_item(&item),
            None => nothing_of(kind, id),
        };
        patch_onto(&mut members, edit);
        let why = if there { WhyUnused::Invalid } else { WhyUnused::NoItem };
        let item: Item = file::object::item(kind, members).map_err(|_| why)?;
        if item.id() != id {
            return Err(WhyUnused::Invalid);
        }
        self.run(Command::put(item));
        Ok(())
    }

    fn order(&mut self, list: &str, wanted: &Value) {
        let kind = Kind::from_list(list).filter(|kind| kind.is_listed());
        let (Some(kind), Some(wanted)) = (kind, wanted.as_array()) else {
            return self.not_used(ORDER, Some(list), WhyUnused::NoList);
        };
        let now = self.plan.ids(kind);
        let all: BTreeSet<Id> = now.iter().cloned().collect();
        let wanted = wanted.iter().filter_map(|id| Id::new(id.as_str()?).ok());
        let mut seen = BTreeSet::new();
        let wanted: Vec<Id> = wanted.filter(|id| seen.insert(id.clone())).collect();
        // What the plan has got since stands behind what it stands behind there.
        let order = order::complete(&wanted, &now, &all);
        for command in order::commands(&self.plan, kind, &order) {
            self.run(command);
        }
    }

    fn run(&mut self, command: Command) {
        let done = self.plan.apply(command);
        debug_assert!(done.is_ok(), "the id was looked at before");
    }
}

/// How the object of an item begins.
fn nothing_of(kind: Kind, id: &Id) -> Object {
    let mut members = Object::new();
    if kind == Kind::Site {
        members.insert(TYPE.into(), "Feature".into());
    }
    members.insert(ID.into(), id.as_str().into());
    members
}

fn patch_onto(members: &mut Object, edits: &Object) {
    for (name, value) in edits {
        match (members.get_mut(name), value) {
            (Some(Value::Object(inner)), Value::Object(edits)) if name == "properties" => {
                patch_onto(inner, edits);
            }
            (_, Value::Null) => drop(members.shift_remove(name)),
            (_, value) => drop(members.insert(name.clone(), value.clone())),
        }
    }
}
