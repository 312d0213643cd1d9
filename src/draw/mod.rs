//! What a plan looks like: every picture of the program, as scenes.
//!
//! Functions here are pure: they take the least they need, and everything a
//! person sees or exports comes from them.

#![deny(clippy::disallowed_methods)]

mod area_names;
mod bands;
mod bundles;
mod cells;
mod courses;
mod critical;
mod disputed;
mod exits;
mod extent;
mod flows;
mod furniture;
mod headline;
mod labels;
mod lakes;
mod land;
mod lanes;
mod legend;
mod legend_ground;
mod locator;
mod map;
pub mod marks;
mod names;
pub mod overlays;
pub mod pack;
mod rings;
mod rivers;
mod roads;
mod roster;
mod scale;
mod sectors;
mod shapes;
pub mod sheet;
mod sites;
mod standing;
pub mod strength;
mod style;
mod symbols;
pub mod timeline;
mod towns;
mod trail;
pub mod units;
mod ways;
mod widths;

pub use bundles::{Cargo, cargo};
pub use extent::{fitting, whole};
pub use labels::{Place, Space, Spot, Wish, place};
pub use legend::{CARGOES, STATES};
pub use map::{
    Furniture, Ground, Insets, Look, base, critical_of, layers, lists_critical, live, live_on, map,
};
pub use roster::Roster;
pub use standing::Standing;
pub use style::{Style, Theme};
