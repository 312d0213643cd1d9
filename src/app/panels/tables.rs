//! The tables of the plan.

use eframe::egui::Ui;

use crate::app::view::View;

pub fn show(ui: &mut Ui, view: &View) {
    ui.label(view.words.text("tables-not-shown"));
}
