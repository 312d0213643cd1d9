//! The files that are being written: how far they are, and a button to stop each.

use eframe::egui::{ProgressBar, Ui};

use crate::app::action::Action;
use crate::app::exports::{Export, ExportAction};
use crate::app::view::View;

pub fn show(ui: &mut Ui, exports: &[Export], view: &View, actions: &mut Vec<Action>) {
    for export in exports {
        ui.horizontal(|ui| one(ui, export, view, actions));
    }
}

fn one(ui: &mut Ui, export: &Export, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let name = export.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let progress = export.job.progress();
    let share = progress.share().unwrap_or(0.0) as f32;
    ui.label(words.fill("exporting", &[("name", name.as_str().into())]))
        .on_hover_text(export.path.display().to_string());
    ui.add(ProgressBar::new(share).desired_width(220.0).show_percentage());
    if let Some(left) = progress.time_left() {
        let seconds = left.as_secs() as i64 + 1;
        let left = match seconds < 90 {
            true => words.fill("seconds-left", &[("count", seconds.into())]),
            false => words.fill("minutes-left", &[("count", ((seconds + 59) / 60).into())]),
        };
        ui.label(left);
    }
    let stop = ui.button(words.text("export-stop"));
    if stop.clicked() {
        actions.push(Action::Export(ExportAction::Stop(export.number)));
    }
}
