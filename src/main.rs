//! Decamp, the program: its commands, or its window.

use std::process::ExitCode;

use decamp::cli::{self, NoWindow, Outcome, WindowRequest};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Done(status) => status,
        Outcome::Window(request) => {
            let lang = request.lang;
            match window(request) {
                Ok(()) => ExitCode::SUCCESS,
                Err(reason) => reason.report(lang),
            }
        }
    }
}

#[cfg(feature = "gui")]
fn window(request: WindowRequest) -> Result<(), NoWindow> {
    use decamp::app::{self, Launch};
    use decamp::settings::Settings;

    if !cli::has_display() {
        return Err(NoWindow::NoDisplay);
    }
    let system = Settings::system_language();
    let settings_path = Settings::usual_path();
    let settings = match &settings_path {
        Some(path) => Settings::load(path, system),
        None => Settings::for_language(system),
    };
    let WindowRequest { plan, lang } = request;
    app::run(Launch { plan, settings, lang, settings_path, system_dialogs: true })
        .map_err(|error| NoWindow::Failed(error.to_string()))
}

#[cfg(not(feature = "gui"))]
fn window(_: WindowRequest) -> Result<(), NoWindow> {
    Err(NoWindow::NotBuilt)
}
