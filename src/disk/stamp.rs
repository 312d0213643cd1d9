//! Telling whether a file is still the one that was read.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

/// Length and time of the last change of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
}

/// The stamp of a file; None where there is none, or it cannot be asked.
pub fn stamp(path: &Path) -> Option<Stamp> {
    let metadata = fs::metadata(path).ok()?;
    Some(Stamp { bytes: metadata.len(), modified: metadata.modified().ok() })
}
