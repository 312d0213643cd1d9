//! The network of links: what moves when something moves, how far anything can
//! slip, and which chain of items carries the end.
//!
//! Pure, like all of the schedule. A [`Network`] is made once for each revision
//! of a plan; a drag then asks it in every frame, and it looks only at what lies
//! behind the bars that are dragged. It changes nothing: what is to be moved is
//! handed to [`crate::plan::edit::Command::set_planned_all`].

mod cycles;
mod float;
mod gates;
mod graph;
mod placing;
mod push;

pub use float::{Critical, Float};
pub use graph::Network;
pub use push::{Conflict, Moves, Options};

pub(super) use gates::{Gate, gates, main_gate};
pub(super) use graph::{Node, Tie, way_of};
pub(super) use push::pushed;
