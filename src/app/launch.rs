//! The window opened on the screen.

use std::path::PathBuf;

use eframe::egui::{self, Context, Ui};

use super::present::Motion;
use super::{Window, look};
use crate::i18n::Lang;
use crate::settings::Settings;

/// How the window starts.
pub struct Launch {
    /// The plan to open; None: the bundled one.
    pub plan: Option<PathBuf>,
    pub settings: Settings,
    /// The language of this sitting, where it is not the preferred one.
    pub lang: Option<Lang>,
    /// Where preferences are kept; None: nowhere.
    pub settings_path: Option<PathBuf>,
    /// Whether the system's file dialogs are asked first.
    pub system_dialogs: bool,
}

/// Opens the window and returns when it is closed.
pub fn run(launch: Launch) -> Result<(), eframe::Error> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Decamp")
        .with_app_id("decamp")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([800.0, 560.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    eframe::run_native(
        "Decamp",
        options,
        Box::new(|creation| {
            prepare(&creation.egui_ctx);
            let mut window = Window::new(launch);
            window.motion = Motion::of_system();
            Ok(Box::new(window))
        }),
    )
}

/// Puts the bundled fonts into a context, before its first frame.
pub fn prepare(ctx: &Context) {
    look::install(ctx);
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.note_screens(frame);
        self.show(ui);
    }
}
