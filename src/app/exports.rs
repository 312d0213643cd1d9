//! Exports under way: each on a thread of its own, while the plan is edited further.

use std::path::{Path, PathBuf};
use std::time::Duration;

use eframe::egui::Context;

use super::Window;
use super::dialogs::Dialog;
use crate::draw::Furniture;
use crate::export::{
    self, ExportError, ExportFault, FilmOptions, Kind, Paper, Request, error_message, panic_message,
};
use crate::i18n::words;
use crate::job::{Job, Outcome};

/// How often the progress is shown anew.
const PERIOD: Duration = Duration::from_millis(100);

/// A file that is being written.
pub struct Export {
    /// Tells the exports of a sitting apart.
    pub number: u64,
    pub path: PathBuf,
    pub job: Job<Result<(), ExportError>>,
}

impl Window {
    /// Starts to write what the map shows now, or a table, by the ending of the path.
    pub(super) fn export_to(&mut self, path: &Path) {
        let request = self.request();
        self.last_export += 1;
        let job = export::start(path, request);
        self.exports.push(Export { number: self.last_export, path: path.to_owned(), job });
        self.dialog = None;
    }

    fn request(&mut self) -> Request {
        let map = self.map_view;
        let derived = self.derived();
        Request {
            plan: derived.plan,
            schedule: derived.schedule,
            routes: derived.routes,
            theatre: derived.theatre,
            track: self.view.track,
            moment: self.view.playback.moment(),
            kind: Kind::Picture,
            paper: Paper::default(),
            camera: map.map(|map| map.camera()),
            size: map.map_or((1280.0, 720.0), |map| (map.size().width(), map.size().height())),
            scale: 2.0,
            theme: self.settings.theme,
            lang: self.settings.lang,
            furniture: Furniture::ALL,
            problems: None,
            table: None,
            baseline: None,
            film: FilmOptions::default(),
        }
    }

    /// Says what became of exports that have ended.
    pub(super) fn poll_exports(&mut self, ctx: &Context) {
        while let Some(ended) = self.exports.iter().position(|export| export.job.is_finished()) {
            let Export { path, job, .. } = self.exports.remove(ended);
            self.export_ended(&path, job.wait());
        }
        if !self.exports.is_empty() {
            ctx.request_repaint_after(PERIOD);
        }
    }

    fn export_ended(&mut self, path: &Path, outcome: Outcome<Result<(), ExportError>>) {
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
            None => self.fail(vec![line]),
        }
    }

    pub(super) fn cancel_export(&mut self, number: u64) {
        if let Some(export) = self.exports.iter().find(|export| export.number == number) {
            export.job.control().cancel();
        }
    }
}
