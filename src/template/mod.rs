//! Templates: what a planner asks for in one go, made into one command on the plan.
//!
//! [`closing`] makes the linked chain that gives up a camp: people out, materiel
//! out, disposal, hazardous material out, clearance, inventory, closure, handover,
//! with the movements of the units that are there. [`Preview`] tells what the plan
//! would gain of problems. Nothing here changes a plan: the window runs the command.

#![deny(clippy::disallowed_methods)]

mod chain;
mod closing;
mod ids;
mod journeys;
mod preview;
mod proposal;
mod steps;

pub use chain::{Anchor, PlannedStep};
pub use closing::{Chain, Closing, ClosingFault, Leg, UnoeFate, closing};
pub use preview::Preview;
pub use steps::{MAX_DAYS, MAX_LAG, Step, StepKind, Template};

#[cfg(test)]
mod tests;
