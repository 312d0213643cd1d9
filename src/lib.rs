//! Decamp: plan, animate and present the phased closing of field sites.
//!
//! A picture is a pure function of plan, moment and camera. `ARCHITECTURE.md`
//! is the map of these rooms; each uses only rooms above it.

pub mod calendar;
pub mod disk;
pub mod file;
pub mod geo;
pub mod i18n;
pub mod plan;
pub mod scene;
pub mod draw;
