//! What is changed in place: each change is one step of the journal, and from then
//! on the basis says that the planner decided it.

use crate::app::action::{Action, FormStep, StepLabel};
use crate::plan::edit::Command;
use crate::plan::{Risk, Task, TaskStatus, decided};

pub fn status(task: &Task, status: Option<TaskStatus>) -> Action {
    let basis = decided(&task.basis, "status", status.is_some());
    put("status", Task { status, basis, ..task.clone() })
}

/// `text` names recipients, parted by semicolons.
pub fn recipients(task: &Task, text: &str) -> Action {
    let names = text.split(';').map(str::trim).filter(|name| !name.is_empty());
    let recipients: Vec<String> = names.map(Into::into).collect();
    let basis = decided(&task.basis, "recipients", !recipients.is_empty());
    put("recipients", Task { recipients, basis, ..task.clone() })
}

pub fn gap(task: &Task, gap_usd: Option<u64>) -> Action {
    let basis = decided(&task.basis, "gap_usd", gap_usd.is_some());
    put("gap_usd", Task { gap_usd, basis, ..task.clone() })
}

fn put(member: &str, task: Task) -> Action {
    let step = FormStep::Member { item: (*task.id).clone(), member: member.into() };
    Action::Edit(StepLabel::Form(step), Command::put(task))
}

/// None where the risk is rated so already.
pub fn rating(risk: &Risk, likelihood: Option<u8>, impact: Option<u8>) -> Option<Action> {
    let mut basis = risk.basis.clone();
    let members = [("likelihood", risk.likelihood, likelihood), ("impact", risk.impact, impact)];
    let changed = members.into_iter().filter(|(_, before, after)| before != after);
    let mut unchanged = true;
    for (member, _, after) in changed {
        basis = decided(&basis, member, after.is_some());
        unchanged = false;
    }
    let label = StepLabel::Rating((*risk.id).clone());
    let rated = Risk { likelihood, impact, basis, ..risk.clone() };
    (!unchanged).then(|| Action::Edit(label, Command::put(rated)))
}
