//! What a command says, and where it goes.

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use serde::Serialize;

use crate::i18n::{Lang, words};

pub const DONE: u8 = 0;
pub const PLAN_HAS_ERRORS: u8 = 1;
pub const PLANS_DIFFER: u8 = 1;
pub const CONFLICTS: u8 = 1;
pub const FAILED: u8 = 2;

/// What a command found.
pub struct Report {
    /// For standard output.
    pub text: String,
    /// For standard error: worth knowing, and no failure.
    pub notes: Vec<String>,
    pub status: u8,
}

/// Why a command could not do its work: lines for standard error, at least one.
pub struct Fault(pub Vec<String>);

impl Report {
    pub fn done(text: String) -> Report {
        Report { text, notes: Vec::new(), status: DONE }
    }
}

impl Fault {
    pub fn line(line: String) -> Fault {
        Fault(vec![line])
    }
}

/// What a command prints for other programs.
pub fn json(document: &impl Serialize) -> String {
    serde_json::to_string_pretty(document).expect("names and figures are valid JSON") + "\n"
}

/// Says it all and gives the exit status.
pub fn say(result: Result<Report, Fault>, lang: Lang) -> ExitCode {
    match result {
        Ok(report) => {
            complain(&report.notes);
            match print(&report.text) {
                Ok(()) => ExitCode::from(report.status),
                // The reader has seen enough, as `head` does.
                Err(error) if error.kind() == ErrorKind::BrokenPipe => {
                    ExitCode::from(report.status)
                }
                Err(error) => {
                    let args = [("message", error.to_string().into())];
                    complain(&[words(lang).fill("cli-output", &args)]);
                    ExitCode::from(FAILED)
                }
            }
        }
        Err(Fault(lines)) => {
            complain(&lines);
            ExitCode::from(FAILED)
        }
    }
}

fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Lines for standard error. Where even that is closed nobody can be told.
pub fn complain(lines: &[String]) {
    let mut out = io::stderr().lock();
    for line in lines {
        let _ = writeln!(out, "{}", harmless(line));
    }
}

/// Without control characters: names in files must not command a terminal.
pub fn harmless(line: &str) -> String {
    line.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect()
}
