//! Words for what a disk refuses.

use std::path::Path;

use super::values::{one_line, size};
use crate::disk::{DiskError, DiskFault};
use crate::i18n::{Lang, words};

/// The longest path that is shown whole, in characters.
const MAX_PATH: usize = 400;

/// The file, what is wrong, and what to do about it, in one line.
pub fn disk_error(error: &DiskError, lang: Lang) -> String {
    let args = [("place", path_text(&error.path).into()), ("message", fault(error, lang).into())];
    words(lang).fill("fault-at", &args)
}

/// What is wrong and what to do about it, without the file.
pub(super) fn fault(error: &DiskError, lang: Lang) -> String {
    let words = words(lang);
    match &error.fault {
        DiskFault::NotFound => words.text("disk-not-found"),
        DiskFault::Exists => words.text("disk-exists"),
        DiskFault::IsFolder => words.text("disk-is-folder"),
        DiskFault::TooLarge { bytes, limit } => {
            let (bytes, limit) = (size(*bytes, lang), size(*limit, lang));
            // Of a pipe the size is only known to be above the limit.
            if bytes == limit {
                return words.fill("disk-too-large", &[("limit", limit.into())]);
            }
            let args = [("size", bytes.into()), ("limit", limit.into())];
            words.fill("disk-too-large-by-far", &args)
        }
        DiskFault::Denied => words.text("disk-denied"),
        DiskFault::ReadOnly => words.text("disk-read-only"),
        DiskFault::Full => words.text("disk-full"),
        DiskFault::Other { message, .. } => {
            words.fill("disk-other", &[("message", one_line(message, MAX_PATH).into())])
        }
    }
}

pub(super) fn path_text(path: &Path) -> String {
    one_line(&path.display().to_string(), MAX_PATH)
}
