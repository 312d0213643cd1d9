//! Places on the Earth and on the flat map.
//!
//! Degrees ([`LonLat`]) are what plans and GeoJSON hold. Drawing happens on the
//! Web Mercator plane ([`WorldPoint`]) and in points of a view ([`ViewPoint`]);
//! [`MapView`] is the only thing that turns one into the other.

#![deny(clippy::disallowed_methods)]

mod bounds;
mod camera;
mod geodesy;
mod geometry;
mod lonlat;
mod mercator;
mod mesh;
mod readout;

pub use bounds::WorldBounds;
pub use camera::{Camera, MapView, ViewPoint, ViewSize};
pub use geodesy::{Polyline, distance_km, great_circle};
pub use geometry::{Contour, Form, Geometry};
pub use lonlat::{LonLat, LonLatError};
pub use mercator::WorldPoint;
pub use mesh::Mesh;
pub use readout::{decimal, dms, mgrs};
