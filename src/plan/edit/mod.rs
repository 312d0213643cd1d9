//! Changing a plan: commands, their inverses, undo and redo.

mod command;
mod fresh;
mod journal;
mod removal;

pub use command::{Command, EditError};
pub use journal::{Journal, MAX_STEPS};
pub use removal::Removal;
