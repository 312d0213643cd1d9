//! `decamp schema`: the JSON Schema of the plan file.

use super::output::Report;
use crate::file;

pub fn run() -> Report {
    Report::done(format!("{:#}\n", file::schema()))
}
