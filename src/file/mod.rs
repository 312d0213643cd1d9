//! The plan file: text in, a [`Plan`] or all of its problems out, and back again.
//!
//! What stands in a file is told by the tables in `records`: from them it is
//! read, written and described as a JSON Schema.

mod bundled;
mod compound;
pub mod form;
mod ids;
mod json;
mod layout;
mod member;
mod nearest;
pub mod object;
mod plan;
mod problem;
mod reader;
mod record;
mod records;
mod rule;
mod schema;
mod shape;
mod sources;

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::disk::{self, DiskError};
use crate::plan::Plan;

pub use bundled::{BUNDLED, bundled, bundled_plan, bundled_source, empty_plan};
pub use problem::{Expected, JsonFault, Place, Problem, ProblemKind};
pub use shape::{Field, Shape, WordList};
pub use sources::source_texts;

/// A larger file is refused before it is read. A plan of 10,000 items takes some
/// 10 MB.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// A plan that was read, and what is worth knowing about its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    pub plan: Plan,
    /// Nothing that keeps the plan from being used: unknown words and the like.
    pub notes: Vec<Problem>,
}

/// Why a file could not be opened.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenError {
    pub path: PathBuf,
    pub problem: OpenProblem,
}

#[derive(Clone, Debug, PartialEq)]
pub enum OpenProblem {
    /// The bytes could not be read.
    Disk(DiskError),
    /// The bytes are no plan: everything that is wrong, at least one.
    File(Vec<Problem>),
}

/// Reads the bytes of a plan file. All problems are found in one go, except that
/// nothing more can be said of what is no JSON, no plan, or of a later version.
pub fn read(bytes: &[u8]) -> Result<Opened, Vec<Problem>> {
    let tree = json::parse(bytes).map_err(|problem| vec![problem])?;
    plan::read(&tree).map(|(plan, notes)| Opened { plan, notes })
}

/// Reads a plan file of at most [`MAX_BYTES`].
pub fn open(path: &Path) -> Result<Opened, OpenError> {
    let failed = |problem| OpenError { path: path.into(), problem };
    let bytes = disk::read_limited(path, MAX_BYTES).map_err(|e| failed(OpenProblem::Disk(e)))?;
    read(&bytes).map_err(|problems| failed(OpenProblem::File(problems)))
}

/// The text of a plan file: the same plan always gives the same bytes.
pub fn write(plan: &Plan) -> Vec<u8> {
    layout::lay_out(&plan::write(plan)).into_bytes()
}

/// Writes a plan file. On a fault the old file stays as it was.
pub fn save(path: &Path, plan: &Plan) -> Result<(), DiskError> {
    disk::write_atomically(path, &write(plan))
}

/// The JSON Schema (draft 2020-12) of the plan file: what it refuses, [`read`]
/// refuses as well.
pub fn schema() -> Value {
    plan::schema()
}
