//! Questions and failures.

use std::path::Path;

use eframe::egui::{ScrollArea, Ui};

use super::{close_button, heading};
use crate::app::action::Action;
use crate::app::merging::MergeAction;
use crate::app::tables::TableAction;
use crate::app::view::View;
use crate::table::Pasted;

/// Asks what is to become of unsaved work.
pub fn unsaved(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    heading(ui, &view.words.text("unsaved-title"));
    ui.label(view.words.fill("unsaved-text", &[("name", view.name.as_str().into())]));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let save = ui.button(view.words.text("unsaved-save"));
        if ui.memory(|memory| memory.focused().is_none()) {
            save.request_focus();
        }
        if save.clicked() {
            actions.push(Action::SaveFirst);
        }
        if ui.button(view.words.text("unsaved-discard")).clicked() {
            actions.push(Action::Discard);
        }
        if ui.button(view.words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// Asks whether to close although files are being written.
pub fn stop_exports(ui: &mut Ui, view: &View, actions: &mut Vec<Action>) {
    heading(ui, &view.words.text("stop-exports-title"));
    ui.label(view.words.text("stop-exports-text"));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let wait = ui.button(view.words.text("stop-exports-wait"));
        if ui.memory(|memory| memory.focused().is_none()) {
            wait.request_focus();
        }
        if wait.clicked() {
            actions.push(Action::CloseDialog);
        }
        if ui.button(view.words.text("stop-exports-quit")).clicked() {
            actions.push(Action::QuitNow);
        }
    });
}

/// Asks whether to write over what someone else wrote.
pub fn changed_on_disk(ui: &mut Ui, path: &Path, view: &View, actions: &mut Vec<Action>) {
    heading(ui, &view.words.text("changed-title"));
    let name = path.display().to_string();
    ui.label(view.words.fill("changed-text", &[("name", name.into())]));
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        if ui.button(view.words.text("action-save-as")).clicked() {
            actions.push(Action::SaveDialog);
        }
        if ui.button(view.words.text("changed-merge")).clicked() {
            actions.push(Action::CloseDialog);
            actions.push(Action::Merge(MergeAction::With(path.to_owned())));
        }
        if ui.button(view.words.text("files-do-replace")).clicked() {
            actions.push(Action::Overwrite(path.to_owned()));
        }
        if ui.button(view.words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// Asks whether pasted lines may become new items.
pub fn pasting(ui: &mut Ui, pasted: &Pasted, view: &View, actions: &mut Vec<Action>) {
    heading(ui, &view.words.text("paste-title"));
    let (added, changed) = (pasted.added.len(), pasted.changed.len());
    ui.label(view.words.fill("paste-adds", &[("count", added.into())]));
    if changed > 0 {
        ui.label(view.words.fill("paste-changes", &[("count", changed.into())]));
    }
    ui.add_space(10.0);
    ui.horizontal(|ui| {
        let paste = ui.button(view.words.text("paste-do"));
        if ui.memory(|memory| memory.focused().is_none()) {
            paste.request_focus();
        }
        if paste.clicked() {
            actions.push(Action::Table(TableAction::PasteAll(pasted.clone())));
        }
        if ui.button(view.words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// Says what failed. The text can be selected and copied.
pub fn failure(ui: &mut Ui, lines: &[String], view: &View, actions: &mut Vec<Action>) {
    heading(ui, &view.words.text("failure-title"));
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for line in lines {
            ui.label(line);
        }
    });
    close_button(ui, view, actions);
}
