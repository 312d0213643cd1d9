//! The sectors of a plan as shapes that can be changed: drawn, reshaped, named.
//!
//! Sectors have no corners of their own: a corner is a place, and every ring that
//! passes there has it. So a change of a corner changes all sectors around it, and
//! their borders stay common.

#![deny(clippy::disallowed_methods)]

mod collection;
mod crossing;
mod edit;
mod snap;

pub use collection::{Sector, Sectors, middle, rounded_place};
pub use edit::Refusal;
pub use snap::{Guide, Guides, Snap};
