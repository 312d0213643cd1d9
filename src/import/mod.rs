//! Plans from the files of others.
//!
//! [`geojson`] makes a new plan of a file with sites and, if there is one, a file
//! with sectors. The same is behind `decamp new` and the dialog of the window.

#![deny(clippy::disallowed_methods)]

pub mod geojson;
