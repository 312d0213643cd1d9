//! What is wrong with the selected item, with what mends it.

use eframe::egui::{Frame, Margin, Ui};

use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::panels::problem;
use crate::app::view::View;
use crate::draw::marks;
use crate::i18n::problem_message;
use crate::plan::Id;

/// Nothing where nothing is wrong.
pub(super) fn show(ui: &mut Ui, id: &Id, view: &View, actions: &mut Vec<Action>) {
    let Some(worst) = view.problems.worst(id) else { return };
    let color = color32(marks::color(worst, view.style).faded(0.12));
    Frame::new().fill(color).inner_margin(Margin::same(8)).corner_radius(4).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        for found in view.problems.of_item(id) {
            ui.horizontal_top(|ui| {
                problem::mark(ui, found.severity, view);
                ui.vertical(|ui| {
                    ui.label(problem_message(found, view.plan, view.words.lang()));
                    problem::fix_button(ui, found, view, actions);
                });
            });
        }
    });
    ui.add_space(8.0);
}
