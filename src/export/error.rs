//! Why a file could not be made, and the words for it.

use std::io;
use std::path::{Path, PathBuf};

use super::{ENDINGS, Form};
use crate::disk::DiskError;
use crate::i18n::{Lang, disk_error, words};
use crate::job::Cancelled;

/// A fault together with the file that was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportError {
    pub path: PathBuf,
    pub fault: ExportFault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportFault {
    /// No format has the ending of the file name.
    UnknownEnding,
    /// A picture of so many pixels cannot be made; the longest side may have
    /// `most`.
    Size {
        width: f64,
        height: f64,
        most: u32,
    },
    /// A film of the chapters of a plan without any.
    NoChapters,
    /// More frames a second than the format can have.
    FrameRate {
        asked: u32,
        most: u32,
    },
    /// A sheet or a pack in a format that cannot hold it; these can.
    FormOfFile {
        form: Form,
    },
    Disk(DiskError),
    Cancelled,
    /// Anything else, in the words of the library that failed.
    Other {
        message: String,
    },
}

/// Why writing stopped half-way.
#[derive(Debug)]
pub(super) enum Broken {
    /// The file could not be written.
    Writing(io::Error),
    /// What belongs into it could not be made.
    Making(ExportFault),
}

impl From<io::Error> for Broken {
    fn from(error: io::Error) -> Broken {
        Broken::Writing(error)
    }
}

impl From<ExportFault> for Broken {
    fn from(fault: ExportFault) -> Broken {
        Broken::Making(fault)
    }
}

impl From<Cancelled> for Broken {
    fn from(_: Cancelled) -> Broken {
        Broken::Making(ExportFault::Cancelled)
    }
}

/// One line: the file, what is wrong, and what to do about it.
pub fn error_message(error: &ExportError, lang: Lang) -> String {
    let words = words(lang);
    let file = error.path.display().to_string();
    match &error.fault {
        ExportFault::UnknownEnding => {
            let args =
                [("file", file.into()), ("endings", with_dots(ENDINGS.iter().copied()).into())];
            words.fill("export-unknown-ending", &args)
        }
        ExportFault::FormOfFile { form } => {
            let args = [("file", file.into()), ("endings", with_dots(form.endings()).into())];
            words.fill("export-kind-of-file", &args)
        }
        ExportFault::Size { width, height, most } => {
            let args = [
                ("file", file.into()),
                ("width", (*width as i64).into()),
                ("height", (*height as i64).into()),
                ("most", i64::from(*most).into()),
            ];
            words.fill("export-size", &args)
        }
        ExportFault::NoChapters => words.fill("export-no-chapters", &[("file", file.into())]),
        ExportFault::FrameRate { asked, most } => {
            let args = [
                ("file", file.into()),
                ("asked", i64::from(*asked).into()),
                ("most", i64::from(*most).into()),
            ];
            words.fill("export-frame-rate", &args)
        }
        ExportFault::Disk(error) => disk_error(error, lang),
        ExportFault::Cancelled => words.fill("export-cancelled", &[("file", file.into())]),
        ExportFault::Other { message } => {
            let args = [("file", file.into()), ("message", message.as_str().into())];
            words.fill("export-other", &args)
        }
    }
}

/// `.png, .svg`
fn with_dots<'a>(endings: impl Iterator<Item = &'a str>) -> String {
    endings.map(|ending| format!(".{ending}")).collect::<Vec<_>>().join(", ")
}

/// One line about an export that ended in a fault of this program.
pub fn panic_message(path: &Path, message: &str, lang: Lang) -> String {
    let file = path.display().to_string();
    words(lang).fill("export-panic", &[("file", file.into()), ("message", message.into())])
}
