//! What the boards of tasks and risks show of a plan, and what they ask for.

use std::collections::BTreeSet;

use super::Window;
use super::action::SelectHow;
use crate::board::{Row, recipients};
use crate::plan::{Id, Task, TaskStatus};

/// A wish of the board of tasks or of the register of risks. Changes of the plan
/// are edits like all others.
#[derive(Clone, Debug, PartialEq)]
pub enum BoardAction {
    /// Shows only tasks that fit; the filter that is on is taken off.
    Filter(TaskFilter),
    /// Shows or hides the details of an item.
    Unfold(Id),
    /// Selects an item and shows it in the inspector.
    Inspect(Id),
}

/// Which part of the mandate the board shows.
#[derive(Clone, Debug, PartialEq)]
pub enum TaskFilter {
    /// Rows that no task names.
    NotAddressed,
    Status(Option<TaskStatus>),
    Recipient(Option<String>),
}

#[derive(Clone, Debug, Default)]
pub struct BoardState {
    pub filter: Option<TaskFilter>,
    pub unfolded: BTreeSet<Id>,
}

impl TaskFilter {
    pub fn keeps_task(&self, task: &Task) -> bool {
        match self {
            TaskFilter::NotAddressed => false,
            TaskFilter::Status(status) => task.status == *status,
            TaskFilter::Recipient(Some(name)) => recipients(task).contains(&name.as_str()),
            TaskFilter::Recipient(None) => recipients(task).is_empty(),
        }
    }

    pub fn keeps_row(&self, row: &Row) -> bool {
        match self {
            TaskFilter::NotAddressed => !row.is_addressed(),
            _ => row.tasks.iter().any(|task| self.keeps_task(task)),
        }
    }
}

impl Window {
    pub(super) fn act_on_boards(&mut self, action: BoardAction) {
        let state = &mut self.view.boards;
        match action {
            BoardAction::Filter(filter) => {
                let on = state.filter.as_ref() == Some(&filter);
                state.filter = (!on).then_some(filter);
            }
            BoardAction::Unfold(id) => {
                if !state.unfolded.remove(&id) {
                    state.unfolded.insert(id);
                }
            }
            BoardAction::Inspect(id) => {
                self.inspector_open = true;
                self.select(id, SelectHow::Only);
            }
        }
    }
}
