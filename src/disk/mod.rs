//! Whole files, read with a limit and written so that no fault leaves half of one.
//!
//! The only room that writes files.

mod error;
mod folder;
mod new_folder;
mod read;
mod spool;
mod stamp;
mod write;

pub use error::{DiskError, DiskFault};
pub use folder::{list_folder, write_creating_folders};
pub use new_folder::NewFolder;
pub use read::read_limited;
pub use spool::Spool;
pub use stamp::{Stamp, stamp};
pub use write::{write_atomically, write_atomically_with};

/// The bytes of a text in UTF-8 without the mark that some programs write before it.
pub fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}
