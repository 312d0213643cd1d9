//! The board of tasks and the register of risks, in the panel below the map.

mod disc;
mod edit;
mod funds;
mod list;
mod matrix;
mod register;
mod signs;
mod sums;
mod task_row;
mod tasks;

pub use register::show as risks;
pub use tasks::show as tasks;
