//! Changing a plan: commands, their inverses, undo and redo.

mod command;
mod journal;

pub use command::{Command, EditError};
pub use journal::{Journal, MAX_HELD, MAX_STEPS};
