//! The plan that is open: where it came from, what was done to it, and which of its
//! branches is looked at.
//!
//! Whoever reads or edits the open plan means what is shown: the plan itself, or a
//! branch as a plan of its own. What is written to disk is always the whole.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::action::StepLabel;
use super::steps::{Step, Where};
use crate::compare::branch;
use crate::disk::{self, Stamp};
use crate::file::{self, OpenError, Problem};
use crate::plan::edit::{Command, EditError, Journal};
use crate::plan::{BranchId, Id, Plan};
use crate::settings::{now, today};

/// A plan with its history and its place on disk.
pub struct Document {
    journal: Journal<Step>,
    /// The branch that is shown; None: the plan itself.
    shown: Option<ShownBranch>,
    /// The shown branch as a gesture found it.
    at_press: Option<branch::View>,
    /// The branches that were shown: their places tell them apart in keys.
    seen: Vec<BranchId>,
    /// The plan as it was opened, and as it was read or written last.
    opened: Arc<Plan>,
    saved: Arc<Plan>,
    origin: Origin,
    /// What the reader noticed without refusing the file.
    pub notes: Vec<Problem>,
    /// The file as it was when it was read or written last.
    stamp: Option<Stamp>,
}

/// A branch as a plan of its own, and the revision it was made from.
struct ShownBranch {
    id: BranchId,
    revision: u64,
    view: branch::View,
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
        let journal = Journal::new(plan);
        let opened = journal.plan().clone();
        let saved = opened.clone();
        Document {
            journal,
            shown: None,
            at_press: None,
            seen: Vec::new(),
            opened,
            saved,
            origin,
            notes,
            stamp,
        }
    }

    /// The plan that is shown: a branch as a plan of its own, or the plan itself.
    pub fn plan(&self) -> &Arc<Plan> {
        self.shown.as_ref().map_or(self.whole(), |shown| &shown.view.plan)
    }

    /// The plan itself with its branches: what is saved.
    pub fn whole(&self) -> &Arc<Plan> {
        self.journal.plan()
    }

    /// The whole as it was opened.
    pub fn opened(&self) -> &Arc<Plan> {
        &self.opened
    }

    /// The whole as it was read or written last.
    pub fn saved(&self) -> &Arc<Plan> {
        &self.saved
    }

    pub fn journal(&self) -> &Journal<Step> {
        &self.journal
    }

    /// The branch that is shown; None: the plan itself.
    pub fn branch(&self) -> Option<&BranchId> {
        self.shown.as_ref().map(|shown| &shown.id)
    }

    /// Edits of the shown branch that lead to nothing now.
    pub fn unused(&self) -> &[branch::Unused] {
        self.shown.as_ref().map_or(&[], |shown| &shown.view.unused)
    }

    /// Tells the branches of this document apart; 0 for the plan itself.
    pub fn branch_number(&self) -> usize {
        let place = self.branch().and_then(|id| self.seen.iter().position(|seen| seen == id));
        place.map_or(0, |place| place + 1)
    }

    /// Shows a branch, or the plan itself. False where there is no such branch.
    pub fn show_branch(&mut self, id: Option<&BranchId>) -> bool {
        self.journal.cancel_gesture();
        self.shown = id.and_then(|id| self.look_at(id));
        if let Some(shown) = &self.shown
            && !self.seen.contains(&shown.id)
        {
            self.seen.push(shown.id.clone());
        }
        self.branch() == id
    }

    fn look_at(&self, id: &BranchId) -> Option<ShownBranch> {
        let view = branch::view(self.whole(), id)?;
        Some(ShownBranch { id: id.clone(), revision: self.journal.revision(), view })
    }

    /// Looks at the branch anew after an edit. One that is gone gives way to the
    /// plan itself.
    fn refresh(&mut self) {
        let revision = self.journal.revision();
        if let Some(shown) = self.shown.take_if(|shown| shown.revision != revision) {
            self.shown = self.look_at(&shown.id);
        }
    }

    /// The command on the whole that does to what is shown what a command asks for.
    fn routed(&self, command: Command) -> Result<Command, EditError> {
        let Some(shown) = &self.shown else { return Ok(command) };
        let found = self.at_press.as_ref().filter(|_| self.journal.in_gesture());
        let view = found.unwrap_or(&shown.view);
        branch::edit(self.journal.at_press(), &shown.id, view, command)
    }

    fn step(&self, label: StepLabel) -> Step {
        let place = self.branch().cloned().map_or(Where::Plan, Where::Branch);
        Step::new(label, place, self.plan(), now())
    }

    /// Edits what is shown, as one step.
    pub fn run(&mut self, label: StepLabel, command: Command) -> Result<(), EditError> {
        self.finish_gesture();
        let (step, command) = (self.step(label), self.routed(command)?);
        self.journal.run(step, command)?;
        self.refresh();
        Ok(())
    }

    /// Edits the whole, whatever is shown, as one step: its branches and baselines.
    pub fn run_on_whole(&mut self, label: StepLabel, command: Command) -> Result<(), EditError> {
        self.finish_gesture();
        let step = Step::new(label, Where::Whole, self.whole(), now());
        self.journal.run(step, command)?;
        self.refresh();
        Ok(())
    }

    /// Replaces what the gesture under way does to what is shown.
    pub fn gesture(&mut self, label: StepLabel, command: Command) -> Result<(), EditError> {
        if !self.journal.in_gesture() {
            self.at_press = self.shown.as_ref().map(|shown| shown.view.clone());
        }
        let (step, command) = (self.step(label), self.routed(command)?);
        self.journal.gesture(step, command)?;
        self.refresh();
        Ok(())
    }

    pub fn finish_gesture(&mut self) {
        self.journal.finish_gesture();
    }

    pub fn cancel_gesture(&mut self) {
        self.journal.cancel_gesture();
        self.refresh();
    }

    /// Takes the last step back, and shows what it was a step of.
    pub fn undo(&mut self) -> bool {
        let place = self.journal.undo_label().map(|step| step.place.clone());
        self.journal.undo() && self.follow(place)
    }

    /// Does the step again that was taken back last, and shows what it is a step of.
    pub fn redo(&mut self) -> bool {
        let place = self.journal.redo_label().map(|step| step.place.clone());
        self.journal.redo() && self.follow(place)
    }

    /// Goes to a position of the history, and shows what the step on the way was one
    /// of that was passed last.
    pub fn go_to(&mut self, position: usize) -> bool {
        let now = self.journal.position();
        let passed = if position < now { position } else { position.saturating_sub(1) };
        let place = self.journal.history().nth(passed).map(|step| step.place.clone());
        let moved = position != now && self.journal.go_to(position);
        moved && self.follow(place)
    }

    fn follow(&mut self, place: Option<Where>) -> bool {
        match place {
            Some(Where::Branch(id)) if self.branch() != Some(&id) => {
                // A branch that is gone again is not shown, and the plan is.
                self.show_branch(Some(&id));
            }
            Some(Where::Plan) => self.shown = None,
            _ => self.refresh(),
        }
        true
    }

    /// An id like this one that nothing has, in the whole nor in what is shown.
    pub fn fresh_id(&self, like: &Id) -> Id {
        let mut id = self.whole().fresh_id(like);
        while self.whole().kind_of(&id).or(self.plan().kind_of(&id)).is_some() {
            id = self.plan().fresh_id(&id);
        }
        id
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

    /// What others wrote into the open file is in the plan now: to save writes over
    /// nothing that is not.
    pub fn took_in(&mut self, path: &Path) {
        if self.path() == Some(path) {
            self.stamp = disk::stamp(path);
        }
    }

    pub fn saved_to(&mut self, path: PathBuf) {
        self.stamp = disk::stamp(&path);
        self.origin = Origin::File(path);
        self.saved = self.whole().clone();
        self.journal.mark_saved();
    }
}
