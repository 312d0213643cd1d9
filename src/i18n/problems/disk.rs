//! Words for what a disk refuses.

use crate::disk::DiskError;
use crate::i18n::Lang;

/// The file, what is wrong, and what to do about it, in one line.
pub fn disk_error(error: &DiskError, _lang: Lang) -> String {
    error.to_string()
}
