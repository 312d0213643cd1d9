//! Where an export goes to, and the buttons that begin it or give it up.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{Button, Id as WidgetId, Key, RichText, TextEdit, Ui};

use super::ExportDialog;
use crate::app::action::Action;
use crate::app::exports::ExportAction;
use crate::app::typed_field;
use crate::app::view::View;
use crate::disk::{DiskError, DiskFault};
use crate::export::{self, Ask, ExportError, ExportFault, error_message};

/// Room for the button beside the path.
const BUTTON_ROOM: f32 = 78.0;

pub fn show(ui: &mut Ui, dialog: &mut ExportDialog, view: &View, actions: &mut Vec<Action>) {
    let words = view.words;
    let label = words.text(if dialog.choices.ending == "frames" {
        "export-folder-path"
    } else {
        "files-path"
    });
    ui.label(&label);
    let id = WidgetId::unique("export-path");
    if dialog.fresh {
        TextEditState::default().store(ui.ctx(), id);
    }
    let mut entered = false;
    ui.horizontal(|ui| {
        let width = ui.available_width() - BUTTON_ROOM;
        let edit = TextEdit::singleline(&mut dialog.path).id(id).desired_width(width);
        let response = typed_field::name(ui.add(edit), &label);
        entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.changed() {
            dialog.choices.follow(Path::new(dialog.path.trim()));
            dialog.confirm = None;
        }
        if std::mem::take(&mut dialog.fresh) {
            response.request_focus();
        }
        if ui.button(words.text("new-plan-choose")).clicked() {
            actions.push(Action::Export(ExportAction::Choose));
        }
    });
    let path = chosen(dialog);
    let is_there = path.as_deref().is_some_and(|path| dialog.is_there(path));
    let fault = path.as_deref().and_then(|path| fault(dialog, path, is_there, view));
    let replaced = dialog.confirm.clone();
    let replaced = replaced.filter(|agreed| is_there && path.as_ref() == Some(agreed));
    if let Some(text) = &fault {
        ui.colored_label(ui.visuals().error_fg_color, text);
    } else if let Some(path) = &replaced {
        let name = path.display().to_string();
        let text = words.fill("files-exists", &[("name", name.into())]);
        ui.label(RichText::new(text).color(ui.visuals().warn_fg_color));
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let verb = if replaced.is_some() { "files-do-replace" } else { "files-do-export" };
        let ready = path.is_some() && fault.is_none();
        let pressed = ui.add_enabled(ready, Button::new(words.text(verb))).clicked();
        if ready && (pressed || entered) {
            agree(dialog, path.expect("it is ready"), actions);
        }
        if ui.button(words.text("cancel")).clicked() {
            actions.push(Action::CloseDialog);
        }
    });
}

/// Begins, after asking where a file would be written over.
fn agree(dialog: &mut ExportDialog, path: PathBuf, actions: &mut Vec<Action>) {
    if !path.exists() || dialog.confirm.as_ref() == Some(&path) {
        actions.push(Action::Export(ExportAction::Start(path)));
    } else {
        dialog.confirm = Some(path);
    }
}

/// The typed path with the ending of the format; None where it names no file.
fn chosen(dialog: &ExportDialog) -> Option<PathBuf> {
    let text = dialog.path.trim();
    let is_file = !text.is_empty() && !text.ends_with(MAIN_SEPARATOR);
    is_file.then(|| dialog.choices.with_ending(Path::new(text)))
}

/// What can be told before anything is written.
/// `is_there`: whether there is something at the path.
fn fault(dialog: &ExportDialog, path: &Path, is_there: bool, view: &View) -> Option<String> {
    let ExportDialog { choices, shown, .. } = dialog;
    let too_large = || {
        let request = choices.request(view, *shown);
        export::pixels(&request, choices.ending).err().filter(|_| choices.kind.asks(Ask::Size))
    };
    // Folders are never replaced.
    let taken = choices.ending == "frames" && is_there;
    let exists = || ExportFault::Disk(DiskError { path: path.into(), fault: DiskFault::Exists });
    let fault = taken.then(exists).or_else(too_large)?;
    Some(error_message(&ExportError { path: path.into(), fault }, view.words.lang()))
}
