//! Changing a plan: commands, their inverses, undo and redo.

mod command;
mod journal;
mod timing;

pub use command::{Command, EditError};
pub use journal::{Journal, MAX_STEPS};
