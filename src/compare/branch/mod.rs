//! Branches: what a plan would be if, kept in its file as edits of it.
//!
//! A branch follows the plan: what it does not edit is as the plan has it. One
//! looks at it as a plan of its own ([`view`]), and edits it by commands on that,
//! which become one command on the plan that holds the branch ([`edit`]). Changes
//! are taken over, single ones or all, with a [`Diff`](super::Diff) of plan and view.

mod edits;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use serde_json::{Map, Value};

use crate::plan::edit::{Command, EditError};
use crate::plan::{Branch, BranchId, Extra, Id, Item, Kind, Opaque, Plan, Text};

/// A branch as a plan of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// It has the same branches and baselines as the plan it is a branch of.
    pub plan: Arc<Plan>,
    /// Edits that no longer lead to anything. They stay in the branch.
    pub unused: Vec<Unused>,
}

/// An edit of a branch that cannot be made, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unused {
    /// Where it stands in the edits: a list and an id, or less.
    pub list: String,
    pub id: Option<String>,
    pub why: WhyUnused,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyUnused {
    /// The plan no longer has the item.
    NoItem,
    /// An item of another kind has this id.
    IdTaken,
    /// With it, the item or header would not be one.
    Invalid,
    /// Nothing in a plan has this name.
    NoList,
}

impl WhyUnused {
    pub const ALL: [WhyUnused; 4] =
        [WhyUnused::NoItem, WhyUnused::IdTaken, WhyUnused::Invalid, WhyUnused::NoList];

    pub fn as_word(self) -> &'static str {
        match self {
            WhyUnused::NoItem => "no-item",
            WhyUnused::IdTaken => "id-taken",
            WhyUnused::Invalid => "invalid",
            WhyUnused::NoList => "no-list",
        }
    }
}

/// Begins a branch of the plan as it is, under an id that is free.
pub fn take(plan: &Plan, id: &BranchId, name: Text) -> Result<Command, EditError> {
    if plan.kind_of(id).is_some() {
        return Err(EditError::IdTaken((**id).clone()));
    }
    let (id, extra) = (id.clone(), Extra::default());
    Ok(Command::put(Branch { id, name: Some(name), edits: None, extra }))
}

/// Gives a branch another name.
pub fn rename(plan: &Plan, id: &BranchId, name: Text) -> Result<Command, EditError> {
    let branch = find(plan, id)?;
    Ok(Command::put(Branch { name: Some(name), ..branch.clone() }))
}

/// Takes a branch out.
pub fn remove(id: &BranchId) -> Command {
    Command::Remove { kind: Kind::Branch, id: (**id).clone() }
}

/// The plan as it would be with the edits of a branch. None: there is no such
/// branch.
pub fn view(plan: &Plan, id: &BranchId) -> Option<View> {
    let edits = edits_of(plan.branches().get(id)?);
    let (plan, unused) = edits::apply(plan, &edits);
    Some(View { plan: Arc::new(plan), unused })
}

/// The command on the plan that does to its branch what a command on the view of
/// the branch asks for. Branches themselves are changed in the plan, whichever is
/// looked at. `seen` is that view.
pub fn edit(
    plan: &Plan,
    id: &BranchId,
    seen: &View,
    command: Command,
) -> Result<Command, EditError> {
    find(plan, id)?;
    let mut wanted = (*seen.plan).clone();
    wanted.apply(command)?;
    let mut commands = branch_commands(plan, &wanted);
    let mut changed = plan.clone();
    for command in &commands {
        changed.apply(command.clone())?;
    }
    // A command may have taken out the very branch.
    if changed.branches().contains(id) {
        let same_edits = find(&changed, id)?.edits == find(plan, id)?.edits;
        commands.push(match same_edits {
            true => set_but(&changed, id, &wanted, &seen.unused)?,
            false => set(&changed, id, &wanted)?,
        });
    }
    Ok(Command::Batch(commands))
}

/// The command that makes a branch such that its view is `wanted`. Edits of it
/// that are not used now are kept.
pub fn set(plan: &Plan, id: &BranchId, wanted: &Plan) -> Result<Command, EditError> {
    set_but(plan, id, wanted, &unused(plan, id)?)
}

/// The edits of a branch that are not used now.
fn unused(plan: &Plan, id: &BranchId) -> Result<Vec<Unused>, EditError> {
    Ok(edits::apply(plan, &edits_of(find(plan, id)?)).1)
}

/// As [`set`], given the edits that are not used now.
fn set_but(
    plan: &Plan,
    id: &BranchId,
    wanted: &Plan,
    unused: &[Unused],
) -> Result<Command, EditError> {
    let branch = find(plan, id)?;
    let old = edits_of(branch);
    let mut edits = edits::between(plan, wanted);
    for unused in unused {
        edits::keep(&mut edits, &old, unused);
    }
    let edits = edits::in_order_of(&old, edits);
    let edits = (!edits.is_empty()).then(|| Opaque::new(Value::Object(edits)));
    Ok(Command::put(Branch { edits, ..branch.clone() }))
}

fn find<'a>(plan: &'a Plan, id: &BranchId) -> Result<&'a Branch, EditError> {
    let branch = plan.branches().get(id).ok_or_else(|| EditError::NoSuchItem((**id).clone()))?;
    Ok(branch)
}

fn edits_of(branch: &Branch) -> Map<String, Value> {
    let edits = branch.edits.as_ref().and_then(|edits| edits.value().as_object());
    edits.cloned().unwrap_or_default()
}

/// What has to be done to the branches of a plan for them to be those of another.
fn branch_commands(plan: &Plan, wanted: &Plan) -> Vec<Command> {
    let gone = plan.branches().iter().filter(|branch| !wanted.branches().contains(&branch.id));
    let gone = gone.map(|branch| remove(&branch.id));
    let is_new = |branch: &&Arc<Branch>| plan.branches().get(&branch.id) != Some(branch);
    let put = wanted.branches().iter().filter(is_new).map(|branch| {
        let position = wanted.branches().position(&branch.id);
        Command::Put { item: Item::from(branch.clone()), position }
    });
    let mut commands: Vec<Command> = gone.chain(put).collect();
    let mut changed = plan.clone();
    let applied = commands.iter().all(|command| changed.apply(command.clone()).is_ok());
    let order: Vec<Id> = wanted.ids(Kind::Branch);
    if applied {
        commands.extend(super::order::commands(&changed, Kind::Branch, &order));
    }
    commands
}
