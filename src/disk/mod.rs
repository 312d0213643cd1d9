//! Whole files, read with a limit and written so that no fault leaves half of one.
//!
//! The only room that writes files.

mod error;
mod folder;
mod read;
mod stamp;
mod write;

pub use error::{DiskError, DiskFault};
pub use folder::{list_folder, write_creating_folders};
pub use read::read_limited;
pub use stamp::{Stamp, stamp};
pub use write::{write_atomically, write_atomically_with};
