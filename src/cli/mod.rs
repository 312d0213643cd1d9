//! The program without its window.
//!
//! Results go to standard output, messages to standard error. The exit status is
//! 0 when all was done, 1 when a plan that was checked has errors, and 2 for bad
//! input and failures.

mod args;
mod check;
mod export;
mod fmt;
mod open;
mod output;
mod progress;
mod schema;
mod snapshot;
mod text_table;
mod when;
mod window;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, error::ErrorKind};

use crate::i18n::Lang;
use crate::settings::Settings;

use args::{Arguments, Command};
use output::{Fault, Report};

pub use window::{NoWindow, WindowRequest, has_display};

/// What became of a call of the program.
#[derive(Debug)]
pub enum Outcome {
    /// It is done, and all is said.
    Done(ExitCode),
    /// The window is asked for.
    Window(WindowRequest),
}

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return Outcome::Done(usage(&error)),
    };
    let lang = arguments.lang.unwrap_or_else(Settings::system_language);
    let result = match (arguments.command, arguments.plan) {
        (None, plan) => match window::request(plan, arguments.lang, lang) {
            Ok(request) => return Outcome::Window(request),
            Err(fault) => Err(fault),
        },
        (Some(_), Some(_)) => {
            let message = "a plan stands behind the command: decamp check PLAN";
            let error = Arguments::command().error(ErrorKind::ArgumentConflict, message);
            return Outcome::Done(usage(&error));
        }
        (Some(command), None) => command.run(lang),
    };
    Outcome::Done(output::say(result, lang))
}

impl Command {
    fn run(&self, lang: Lang) -> Result<Report, Fault> {
        match self {
            Command::Check(args) => check::run(args, lang),
            Command::Snapshot(args) => snapshot::run(args, lang),
            Command::Export(args) => export::run(args, lang),
            Command::Fmt(args) => fmt::run(args, lang),
            Command::Schema => Ok(schema::run()),
        }
    }
}

/// Says what clap has to say: help and version are results, all else is bad input.
fn usage(error: &clap::Error) -> ExitCode {
    // Nobody listens any more where this fails.
    let _ = error.print();
    ExitCode::from(if error.use_stderr() { output::FAILED } else { output::DONE })
}
