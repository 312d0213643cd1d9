//! What is to be said of the window where it cannot be opened. The window itself
//! is another room; `main` calls it.

use std::path::PathBuf;
use std::process::ExitCode;

use super::args::PlanSource;
use super::open;
use super::output::{FAILED, Fault, complain};
use crate::disk::{DiskError, DiskFault};
use crate::file;
use crate::i18n::{Lang, disk_error, words};
use crate::settings::Settings;

/// The window is asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct WindowRequest {
    /// None: the bundled plan.
    pub plan: Option<PathBuf>,
    /// The language that was asked for, if any.
    pub lang: Option<Lang>,
}

/// Why there is no window.
#[derive(Clone, Debug, PartialEq)]
pub enum NoWindow {
    /// There is nothing to show it on.
    NoDisplay,
    /// The program was built without it.
    NotBuilt,
    /// In the words of the system.
    Failed(String),
}

/// A file that is not there is told at once: it may be a misspelt command.
pub fn request(
    plan: Option<PlanSource>,
    asked: Option<Lang>,
    lang: Lang,
) -> Result<WindowRequest, Fault> {
    let plan = match plan {
        None => None,
        // The window opens with the first of the bundled plans.
        Some(PlanSource::Bundled(name)) if name == file::BUNDLED[0].0 => None,
        Some(PlanSource::Bundled(name)) => return Err(open::not_bundled(&name, lang)),
        Some(PlanSource::File(path)) if !path.exists() => {
            let error = DiskError { path, fault: DiskFault::NotFound };
            return Err(Fault::line(disk_error(&error, lang)));
        }
        Some(PlanSource::File(path)) => Some(path),
    };
    Ok(WindowRequest { plan, lang: asked })
}

/// Whether there is anything to show a window on. Only Linux can tell beforehand.
pub fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let displays = ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"];
    !cfg!(target_os = "linux") || displays.into_iter().any(is_set)
}

impl NoWindow {
    /// Says so, and what works without a window.
    pub fn report(&self, lang: Option<Lang>) -> ExitCode {
        let words = words(lang.unwrap_or_else(Settings::system_language));
        let line = match self {
            NoWindow::NoDisplay => words.text("cli-no-display"),
            NoWindow::NotBuilt => words.text("cli-built-without-window"),
            NoWindow::Failed(message) => {
                words.fill("cli-no-window", &[("message", message.as_str().into())])
            }
        };
        complain(&[line]);
        ExitCode::from(FAILED)
    }
}
