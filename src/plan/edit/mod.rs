//! Changing a plan: commands, their inverses, undo and redo.

mod actual;
mod command;
mod fresh;
mod journal;
mod removal;
mod timing;

pub use actual::{Record, Unrecorded};
pub use command::{Command, EditError};
pub use journal::{Journal, MAX_HELD, MAX_STEPS};
pub use removal::Removal;
