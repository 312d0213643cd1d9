//! Files from the window: choosing, opening, exporting, theatres.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::Window;
use super::action::Action;
use super::dialogs::{Dialog, FileDialog, FilePurpose, Picked, SystemPicker};
use super::layers::{LayerAction, is_layer_file};
use crate::i18n::{Lang, file_problem, theatre_error, theatre_note, words};

/// What was noticed about the open file and its theatre, in words.
#[derive(Default)]
pub struct FileNotes {
    /// The theatre could not be read, and the first text says why.
    pub theatre_failed: bool,
    pub texts: Vec<String>,
}

impl Window {
    /// Asks for a file: the system's dialog first, where it is wanted.
    pub(super) fn choose_file(&mut self, purpose: FilePurpose) {
        if self.picker.is_some() {
            return;
        }
        // Only saving leads on to what waits for it.
        if purpose != FilePurpose::Save {
            self.after_save = None;
        }
        self.view.playback.pause();
        let suggested = self.suggested_path(purpose);
        if self.system_dialogs {
            let title = words(self.settings.lang).text(purpose.title());
            self.picker = Some(SystemPicker::ask(purpose, suggested, title, self.document_number));
        } else {
            self.ask_for_file(FileDialog::new(purpose, &suggested));
        }
    }

    /// The built-in dialog; what is being put together waits behind it.
    fn ask_for_file(&mut self, dialog: FileDialog) {
        self.behind = self.dialog.take().filter(Dialog::keeps_work);
        self.open(Dialog::File(dialog));
    }

    pub(super) fn poll_picker(&mut self, ctx: &Context) {
        let Some(picker) = &self.picker else { return };
        match picker.poll() {
            Picked::Waiting => {
                ctx.request_repaint_after(std::time::Duration::from_millis(50));
            }
            Picked::File(path) => {
                // Another plan may be open by now: it is not the one to be written.
                let same = picker.document == self.document_number;
                let action = picker.purpose.action(path);
                let wanted = same || picker.purpose == FilePurpose::Open;
                self.picker = None;
                self.act(ctx, wanted.then_some(action));
            }
            Picked::Cancelled => {
                self.picker = None;
                self.after_save = None;
            }
            Picked::NoService => {
                let dialog = FileDialog::new(picker.purpose, &picker.suggested);
                self.picker = None;
                self.ask_for_file(dialog);
            }
        }
    }

    /// Of files dropped onto the window, those that can be laid over the map are; of
    /// others the first is opened as a plan. Not before the audience.
    pub(super) fn dropped_files(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| {
            input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect::<Vec<_>>()
        });
        if self.presentation.is_some() {
            return;
        }
        let (layers, plans): (Vec<_>, Vec<_>) =
            dropped.into_iter().partition(|path| is_layer_file(path));
        if let Some(path) = plans.into_iter().next() {
            self.act(ctx, [Action::Open(path)]);
        }
        if !layers.is_empty() {
            self.act(ctx, [Action::Layer(LayerAction::Add(layers))]);
        }
    }

    /// Where a file would usually go: beside the open one, or beside the last.
    pub(super) fn suggested_path(&self, purpose: FilePurpose) -> PathBuf {
        let exported = self.export_folder.clone().filter(|_| purpose == FilePurpose::Export);
        let known = self.document.path().or(self.settings.recent.first().map(PathBuf::as_path));
        let folder = exported
            .or_else(|| known.and_then(Path::parent).map(Path::to_owned))
            .or_else(dirs::document_dir)
            .or_else(dirs::home_dir)
            .unwrap_or_default();
        let ending = purpose.endings()[0];
        match purpose {
            FilePurpose::Save => folder.join(format!("{}.{ending}", self.document_name())),
            FilePurpose::Export => {
                if let Some(Dialog::Export(dialog)) = &self.dialog {
                    return PathBuf::from(&dialog.path);
                }
                let day = self.view.playback.moment().day();
                folder.join(format!("{}-{day}.{ending}", self.document_name()))
            }
            // One that is there already: the empty name leaves the folder itself.
            _ => folder.join(""),
        }
    }

    /// Keeps the notes about the open file and its theatre in the language of the
    /// window.
    pub(super) fn note_file(&mut self, lang: Lang) {
        let (theatre_key, loaded) = self.theatre();
        let key = (self.document_number, theatre_key, lang);
        if self.noted.as_ref() == Some(&key) {
            return;
        }
        self.noted = Some(key);
        let of_file = self.document.notes.iter().map(|note| file_problem(note, lang));
        let of_layers = loaded.theatre.overlays().notes();
        let of_theatre =
            loaded.theatre.notes().iter().chain(of_layers).map(|note| theatre_note(note, lang));
        let failed = loaded.error.iter().map(|error| theatre_error(error, lang));
        self.file_notes = FileNotes {
            theatre_failed: loaded.error.is_some(),
            texts: failed.chain(of_file).chain(of_theatre).collect(),
        };
    }
}
