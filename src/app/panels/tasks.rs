//! The board of tasks.

use eframe::egui::Ui;

use crate::app::view::View;

pub fn show(ui: &mut Ui, view: &View) {
    let count = view.plan.tasks().len();
    ui.label(view.words.fill("tasks-not-shown", &[("count", count.into())]));
}
