//! The plan that is open: where it came from and what was done to it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::action::StepLabel;
use crate::file::{self, OpenError, Problem};
use crate::plan::Plan;
use crate::plan::edit::Journal;

/// A plan with its history and its place on disk.
pub struct Document {
    pub journal: Journal<StepLabel>,
    origin: Origin,
    /// What the reader noticed without refusing the file.
    pub notes: Vec<Problem>,
}

/// Where a plan came from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    New,
    /// A plan that comes with the program, by its name.
    Bundled(&'static str),
    File(PathBuf),
}

impl Document {
    pub fn new() -> Document {
        Document::of(file::empty_plan(), Origin::New, Vec::new())
    }

    /// The plan that opens when nothing else is asked for.
    pub fn bundled() -> Document {
        let (name, opened) = file::bundled_plan();
        Document::of(opened.plan, Origin::Bundled(name), opened.notes)
    }

    pub fn open(path: &Path) -> Result<Document, OpenError> {
        let opened = file::open(path)?;
        Ok(Document::of(opened.plan, Origin::File(path.to_owned()), opened.notes))
    }

    fn of(plan: Plan, origin: Origin, notes: Vec<Problem>) -> Document {
        Document { journal: Journal::new(plan), origin, notes }
    }

    pub fn plan(&self) -> &Arc<Plan> {
        self.journal.plan()
    }

    /// The file it is saved to, where there is one.
    pub fn path(&self) -> Option<&Path> {
        match &self.origin {
            Origin::File(path) => Some(path),
            _ => None,
        }
    }

    /// The name for the title bar and for new files; None for a new plan.
    pub fn name(&self) -> Option<String> {
        match &self.origin {
            Origin::New => None,
            Origin::Bundled(name) => Some((*name).to_owned()),
            Origin::File(path) => Some(path.file_stem()?.to_string_lossy().into_owned()),
        }
    }

    pub fn saved_to(&mut self, path: PathBuf) {
        self.origin = Origin::File(path);
        self.journal.mark_saved();
    }
}
