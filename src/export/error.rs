//! Why a file could not be made, and the words for it.

use std::path::PathBuf;

use super::ENDINGS;
use crate::disk::DiskError;
use crate::i18n::{Lang, disk_error, words};

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
    Disk(DiskError),
    /// Anything else, in the words of the library that failed.
    Other {
        message: String,
    },
}

/// One line: the file, what is wrong, and what to do about it.
pub fn error_message(error: &ExportError, lang: Lang) -> String {
    let words = words(lang);
    let file = error.path.display().to_string();
    match &error.fault {
        ExportFault::UnknownEnding => {
            let endings: Vec<String> = ENDINGS.iter().map(|e| format!(".{e}")).collect();
            let args = [("file", file.into()), ("endings", endings.join(", ").into())];
            words.fill("export-unknown-ending", &args)
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
        ExportFault::Disk(error) => disk_error(error, lang),
        ExportFault::Other { message } => {
            let args = [("file", file.into()), ("message", message.as_str().into())];
            words.fill("export-other", &args)
        }
    }
}
