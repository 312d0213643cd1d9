//! The parts of the window. Each reads a view and pushes actions.

pub mod boards;
pub mod chapters;
pub mod exports;
pub mod inspector;
pub mod map;
pub mod outline;
pub mod playback;
pub mod problems;
pub mod status;
pub mod strength;
pub mod tables;
pub mod timeline;
pub mod top;

mod holdings;
mod icons;
mod problem;
mod tabs;
