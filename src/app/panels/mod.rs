//! The parts of the window. Each reads a view and pushes actions.

pub mod boards;
pub mod chapters;
pub mod compare;
pub mod exports;
pub mod history;
pub mod inspector;
mod layers;
pub mod links;
pub mod map;
pub mod odds;
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
mod kept;
mod list;
mod problem;
mod step_text;
mod tabs;
mod toggles;
mod units;
pub mod versions;

use eframe::egui::Response;

/// Gives a button the name by which tests and screen readers find it, where it
/// shows less.
pub fn name_button(button: &Response, name: &str) {
    button.ctx.accesskit_node_builder(button.id, |node| node.set_label(name));
}
