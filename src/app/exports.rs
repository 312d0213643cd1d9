//! Exports: asked for, and under way, each on a thread of its own while the plan is
//! edited further.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::Context;

use super::Window;
use super::dialogs::{Dialog, ExportDialog, FilePurpose};
use super::export_choices::{ExportChoices, Shown};
use crate::export::{self, Ask, ExportError, ExportFault, Request, error_message, panic_message};
use crate::i18n::words;
use crate::job::{Job, Outcome};

/// How often the progress is shown anew.
const PERIOD: Duration = Duration::from_millis(100);

/// A wish about exports.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportAction {
    /// Asks what is to be exported, and where to.
    Ask,
    /// Asks for the file.
    Choose,
    /// A file was chosen.
    Chosen(PathBuf),
    /// Writes what the dialog has to this file.
    Start(PathBuf),
    /// Stops an export by its number.
    Stop(u64),
}

/// A file that is being written.
pub struct Export {
    /// Tells the exports of a sitting apart.
    pub number: u64,
    pub path: PathBuf,
    pub job: Job<Result<(), ExportError>>,
    /// What was asked for, so that it can be mended where it fails.
    dialog: Box<ExportDialog>,
}

impl Window {
    pub(super) fn act_on_exports(&mut self, action: ExportAction) {
        match action {
            ExportAction::Ask => self.ask_for_export(),
            ExportAction::Choose => self.choose_file(FilePurpose::Export),
            ExportAction::Chosen(path) => self.take_export_path(path),
            ExportAction::Start(path) => self.start_export(path),
            ExportAction::Stop(number) => {
                if let Some(export) = self.exports.iter().find(|export| export.number == number) {
                    export.job.control().cancel();
                }
            }
        }
    }

    fn ask_for_export(&mut self) {
        self.end_drag();
        let theme = self.settings.theme;
        let kept = self.export_choices.clone();
        let choices = kept.unwrap_or_else(|| {
            self.with_view(|view| Box::new(ExportChoices::beginning(view, theme)))
        });
        let map = self.map_view;
        let shown = Shown {
            camera: map.map(|map| map.camera()),
            size: map.map_or((1280.0, 720.0), |map| (map.size().width(), map.size().height())),
        };
        let path = choices.with_ending(&self.suggested_path(FilePurpose::Export));
        self.open(Dialog::Export(Box::new(ExportDialog::new(*choices, shown, &path))));
    }

    fn take_export_path(&mut self, path: PathBuf) {
        if matches!(self.dialog, Some(Dialog::File(_))) {
            self.dialog = self.behind.take();
        }
        if let Some(Dialog::Export(dialog)) = &mut self.dialog {
            dialog.take_path(&path);
        }
    }

    /// Begins to write. The choices are kept for the next export.
    fn start_export(&mut self, path: PathBuf) {
        let Some(Dialog::Export(dialog)) = self.dialog.take() else { return };
        let path = std::path::absolute(&path).unwrap_or(path);
        let mut request = self.with_view(|view| dialog.choices.request(view, dialog.shown));
        self.add_problems(&dialog.choices, &mut request);
        self.export_choices = Some(Box::new(dialog.choices.clone()));
        self.export_folder = path.parent().map(Path::to_owned);
        self.last_export += 1;
        let job = export::start(&path, request);
        self.exports.push(Export { number: self.last_export, path, job, dialog });
    }

    fn add_problems(&mut self, choices: &ExportChoices, request: &mut Request) {
        let marked = choices.problems && choices.kind.asks(Ask::Problems);
        if !marked && !choices.kind.form.lists_problems() {
            return;
        }
        let both = (self.plan_key(), self.theatre_key());
        let folder = self.document.path().and_then(Path::parent);
        let Request { theatre, schedule, track, .. } = &*request;
        let problems = self.cache.problems(both, theatre, schedule, *track, folder);
        request.problems = Some(Arc::clone(&problems));
    }

    /// Says what became of exports that have ended.
    pub(super) fn poll_exports(&mut self, ctx: &Context) {
        while let Some(ended) = self.exports.iter().position(|export| export.job.is_finished()) {
            let Export { path, job, dialog, .. } = self.exports.remove(ended);
            self.export_ended(&path, job.wait(), dialog);
        }
        if !self.exports.is_empty() {
            ctx.request_repaint_after(PERIOD);
        }
    }

    fn export_ended(
        &mut self,
        path: &Path,
        outcome: Outcome<Result<(), ExportError>>,
        dialog: Box<ExportDialog>,
    ) {
        let lang = self.settings.lang;
        let line = match outcome {
            Outcome::Done(Ok(())) => {
                let name = path.display().to_string();
                return self.say(words(lang).fill("exported", &[("name", name.into())]));
            }
            Outcome::Done(Err(error)) if error.fault == ExportFault::Cancelled => {
                return self.say(error_message(&error, lang));
            }
            Outcome::Done(Err(error)) => error_message(&error, lang),
            Outcome::Panicked(message) => panic_message(path, &message, lang),
        };
        // A question that is open, such as about unsaved work, is not taken away.
        match &mut self.dialog {
            Some(Dialog::Failure { lines }) => lines.push(line),
            Some(_) => self.say(line),
            None => {
                // Closing the failure leads back to where it can be mended.
                self.dialog = Some(Dialog::Export(dialog));
                self.fail(vec![line]);
            }
        }
    }
}
