//! The plan that is open: where it came from and what was done to it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::action::StepLabel;
use crate::disk::{self, Stamp};
use crate::file::{self, OpenError, Problem};
use crate::plan::Plan;
use crate::plan::edit::Journal;
use crate::settings::today;

/// A plan with its history and its place on disk.
pub struct Document {
    pub journal: Journal<StepLabel>,
    origin: Origin,
    /// What the reader noticed without refusing the file.
    pub notes: Vec<Problem>,
    /// The file as it was when it was read or written last.
    stamp: Option<Stamp>,
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
        Document::of(file::empty_plan(today()), Origin::New, Vec::new())
    }

    /// A plan that was made and is nowhere on disk yet.
    pub fn made(plan: Plan) -> Document {
        let mut document = Document::of(plan, Origin::New, Vec::new());
        document.journal.mark_unsaved();
        document
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
        let stamp = match &origin {
            Origin::File(path) => disk::stamp(path),
            _ => None,
        };
        Document { journal: Journal::new(plan), origin, notes, stamp }
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

    /// Whether the file to be written is the open one, and no longer as it was
    /// when it was read or written last.
    pub fn was_changed_by_others(&self, path: &Path) -> bool {
        self.path() == Some(path) && disk::stamp(path).is_some_and(|now| Some(now) != self.stamp)
    }

    pub fn saved_to(&mut self, path: PathBuf) {
        self.stamp = disk::stamp(&path);
        self.origin = Origin::File(path);
        self.journal.mark_saved();
    }
}
