//! The register of risks.

use eframe::egui::Ui;

use crate::app::view::View;

pub fn show(ui: &mut Ui, view: &View) {
    let count = view.plan.risks().len();
    ui.label(view.words.fill("risks-not-shown", &[("count", count.into())]));
}
