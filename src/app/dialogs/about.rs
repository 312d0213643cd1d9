//! What the program is and what it is made of.

use eframe::egui::{ScrollArea, Ui};

use super::{close_button, heading};
use crate::app::action::Action;
use crate::app::view::View;

/// The licences of the data and the fonts, word for word.
const NOTICES: &str = concat!(
    include_str!("../../../maps/SOURCES.md"),
    "\n\n",
    include_str!("../../../assets/fonts/OFL.txt")
);

pub fn show(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    heading(ui, &format!("Decamp {}", env!("CARGO_PKG_VERSION")));
    ui.label(view.words.text("about-text"));
    ui.add_space(8.0);
    ui.strong(view.words.text("about-data"));
    ScrollArea::vertical().max_height(320.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.small(NOTICES);
    });
    close_button(ui, view, actions);
}
