//! What is changed in place: each change is one step of the journal.

use serde_json::{Value, json};

use crate::app::action::{Action, FormStep, StepLabel};
use crate::app::view::View;
use crate::file::form::{self, Members};
use crate::plan::edit::Command;
use crate::plan::{Item, Risk, Task, TaskStatus};

pub fn status(task: &Task, status: Option<TaskStatus>, view: &View) -> Option<Action> {
    member(task, "status", status.as_ref().map(TaskStatus::as_word).into(), view)
}

/// `text` names recipients, parted by semicolons.
pub fn recipients(task: &Task, text: &str, view: &View) -> Option<Action> {
    let names = text.split(';').map(str::trim).filter(|name| !name.is_empty());
    let recipients: Vec<&str> = names.collect();
    member(task, "recipients", json!((!recipients.is_empty()).then_some(recipients)), view)
}

pub fn gap(task: &Task, gap_usd: Option<u64>, view: &View) -> Option<Action> {
    member(task, "gap_usd", gap_usd.into(), view)
}

fn member(task: &Task, member: &str, value: Value, view: &View) -> Option<Action> {
    let step = FormStep::Member { item: (*task.id).clone(), member: member.into() };
    let changes = Members::from_iter([(member.to_owned(), value)]);
    decide(StepLabel::Form(step), &task.clone().into(), changes, view)
}

/// None where the risk is rated so already.
pub fn rating(
    risk: &Risk,
    likelihood: Option<u8>,
    impact: Option<u8>,
    view: &View,
) -> Option<Action> {
    if (likelihood, impact) == (risk.likelihood, risk.impact) {
        return None;
    }
    let members = [("likelihood", likelihood), ("impact", impact)];
    let changes = members.into_iter().map(|(name, value)| (name.to_owned(), value.into()));
    let label = StepLabel::Rating((*risk.id).clone());
    decide(label, &risk.clone().into(), changes.collect(), view)
}

fn decide(label: StepLabel, item: &Item, changes: Members, view: &View) -> Option<Action> {
    let item = form::decide(item, changes, view.plan).ok()?;
    Some(Action::Edit(label, Command::put(item)))
}
