//! The line at the foot of the window.

use eframe::egui::{Align, Button, Label, Layout, ProgressBar, RichText, Role, Ui, WidgetInfo};

use super::odds;
use crate::app::action::Action;
use crate::app::actuals::RecordAction;
use crate::app::convert::color32;
use crate::app::state::BottomTab;
use crate::app::view::View;
use crate::geo::{LonLat, decimal, mgrs};
use crate::i18n::date_long;
use crate::job::Progress;
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
            if let Some(day) = view.beyond_known {
                ui.separator();
                let date = date_long(day, view.words.lang());
                let text = view.words.fill("known-until", &[("date", date.into())]);
                let hint = view.words.text("known-until-hint");
                if ui.small_button(text).on_hover_text(hint).clicked() {
                    actions.push(Action::Record(RecordAction::KnownUntil(day)));
                }
            }
            if let Some(progress) = view.reading_map {
                ui.separator();
                reading_map(ui, &progress, view);
            }
            if let Some(message) = view.message {
                ui.separator();
                let text = RichText::new(message).small().color(color32(view.style.good));
                // It takes what room the counts leave.
                ui.add(Label::new(text).truncate());
            }
        });
    });
}

/// The map of the plan is being read; another one is shown meanwhile.
fn reading_map(ui: &mut Ui, progress: &Progress, view: &View) {
    let text = view.words.text("map-reading");
    let bar = ProgressBar::new(progress.share().unwrap_or(0.0) as f32).desired_width(80.0);
    let bar = ui.add(bar.desired_height(8.0));
    bar.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &text));
    ui.small(&text);
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
