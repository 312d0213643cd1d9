//! Words for all that can be wrong: with a disk, a file, a theatre, a plan.

mod disk;
mod file;
mod plan;
mod theatre;
mod values;

pub use disk::disk_error;
pub use file::{file_problem, member_problem, open_error};
pub use plan::{fix_text, problem_message, problem_title, severity_word};
pub use theatre::{theatre_error, theatre_note};
