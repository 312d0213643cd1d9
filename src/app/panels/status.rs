//! The line at the foot of the window.

use eframe::egui::{Align, Button, Label, Layout, RichText, Ui};

use super::odds;
use crate::app::action::Action;
use crate::app::convert::color32;
use crate::app::state::BottomTab;
use crate::app::view::View;
use crate::geo::{LonLat, decimal, mgrs};
use crate::schedule::Severity;

/// `pointer`: the place under the pointer, while it is over the map.
pub fn show(ui: &mut Ui, pointer: Option<LonLat>, view: &View, actions: &mut Vec<Action>) {
    ui.horizontal(|ui| {
        let coordinates = pointer.map_or(String::new(), |place| {
            let grid = mgrs(place, 3).unwrap_or_default();
            format!("{}   {grid}", decimal(place))
        });
        ui.add_sized([230.0, 18.0], Label::new(RichText::new(coordinates).small()));
        ui.separator();
        problems(ui, view, actions);
        ui.separator();
        odds::status(ui, view, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let saved = view.words.text(if view.journal.is_saved() {
                "state-saved"
            } else {
                "state-unsaved"
            });
            ui.small(saved);
            ui.separator();
            ui.small(&view.name);
            if let Some(message) = view.message {
                ui.separator();
                let text = RichText::new(message).small().color(color32(view.style.good));
                // It takes what room the counts leave.
                ui.add(Label::new(text).truncate());
            }
        });
    });
}

fn problems(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    let notes = view.file_notes;
    let count = |severity: Severity| {
        let of_files = match severity {
            Severity::Error => usize::from(notes.theatre_failed),
            Severity::Warning => 0,
            Severity::Note => notes.texts.len() - usize::from(notes.theatre_failed),
        };
        view.problems.count(severity) + of_files
    };
    let mut parts = Vec::new();
    for (severity, message, color) in [
        (Severity::Error, "count-errors", view.style.error),
        (Severity::Warning, "count-warnings", view.style.warning),
        (Severity::Note, "count-notes", view.style.quiet),
    ] {
        let number = count(severity);
        if number > 0 {
            parts.push((view.words.fill(message, &[("count", number.into())]), color));
        }
    }
    if parts.is_empty() {
        let text = view.words.text("problems-none");
        parts.push((text, view.style.good));
    }
    for (text, color) in parts {
        let button = Button::new(RichText::new(text).small().color(color32(color))).frame(false);
        if ui.add(button).on_hover_text(view.words.text("action-tab-problems")).clicked() {
            actions.push(Action::ShowTab(BottomTab::Problems));
        }
    }
}
