//! What becomes of the mission's tasks, money and risks: what the board of tasks
//! and the register of risks show.
//!
//! Pure, like the schedule: the same plan gives the same boards, and nothing here
//! fails. What a plan does not say is not made up: a gap nobody put a figure to is
//! counted as unknown, and a risk nobody rated stands in no cell.
//!
//! ```
//! use decamp::board::{Coverage, Matrix};
//! use decamp::plan::Plan;
//!
//! let plan = Plan::default();
//! assert!(Coverage::of(&plan).rows.is_empty());
//! assert!(Matrix::of(&plan).unrated.is_empty());
//! ```

#![deny(clippy::disallowed_methods)]

mod coverage;
mod funding;
mod paragraph;
mod reach;
mod risks;
mod sums;
#[cfg(test)]
mod tests;

pub use coverage::{Coverage, Row};
pub use funding::{Funding, fundings};
pub use paragraph::Paragraph;
pub use reach::{Reach, reach};
pub use risks::{Level, Matrix, Numbered, RATINGS};
pub use sums::{Sum, by_recipient, by_status, recipients};
