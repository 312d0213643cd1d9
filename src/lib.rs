//! Decamp: plan, animate and present the phased closing of field sites.
//!
//! A picture is a pure function of plan, moment and camera. `ARCHITECTURE.md`
//! is the map of these rooms; each uses only rooms above it.

#[cfg(feature = "gui")]
pub mod app;
pub mod board;
pub mod calendar;
pub mod cli;
pub mod compare;
pub mod disk;
pub mod draw;
pub mod export;
pub mod file;
pub mod film;
pub mod geo;
pub mod i18n;
pub mod import;
pub mod job;
pub mod plan;
pub mod render;
pub mod scene;
pub mod schedule;
pub mod sectors;
pub mod settings;
pub mod table;
pub mod template;
pub mod theatre;
