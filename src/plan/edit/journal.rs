//! The plan that is being edited, with undo and redo.

use std::cmp::Ordering;
use std::collections::VecDeque;
use std::sync::Arc;

use super::{Command, EditError};
use crate::plan::Plan;

/// How many steps can be undone; older ones are forgotten, so that the memory a
/// long sitting needs is bounded.
pub const MAX_STEPS: usize = 1000;

/// How many items all steps hold together, at most; older steps are forgotten
/// before there are more. Only a single step may hold more by itself.
///
/// A step holds the items it put back, which are shared with the plan where they
/// are the same; at some 2 KB for an item that is not, this is 400 MB at worst,
/// and a few in a usual sitting.
pub const MAX_HELD: usize = 200_000;

/// A plan and the steps that made it what it is.
///
/// `L` says what a step was, for the menu and the history. A gesture such as a
/// drag is one step however often its command is replaced: [`Journal::gesture`]
/// starts from the plan as it was at the press each time.
#[derive(Clone, Debug)]
pub struct Journal<L> {
    plan: Arc<Plan>,
    /// Of `plan`.
    revision: u64,
    /// Given to the next plan that comes about: it never falls.
    next_revision: u64,
    /// The revision that was last saved or opened.
    saved: u64,
    undo: VecDeque<Step<L>>,
    redo: VecDeque<Step<L>>,
    gesture: Option<Gesture<L>>,
    /// What all steps hold, undone ones as well.
    held: usize,
}

/// A way to another plan: back from a step, or forth again.
#[derive(Clone, Debug)]
struct Step<L> {
    label: L,
    command: Command,
    /// The revision of the plan it leads to.
    leads_to: u64,
    /// How many items the command puts, takes out or sets: as many as its inverse.
    weight: usize,
}

impl<L> Step<L> {
    fn new(label: L, command: Command, leads_to: u64) -> Step<L> {
        let weight = command.weight();
        Step { label, command, leads_to, weight }
    }
}

#[derive(Clone, Debug)]
struct Gesture<L> {
    at_press: Arc<Plan>,
    revision_at_press: u64,
    /// The way back from what it does; None where it does nothing.
    back: Option<Step<L>>,
}

impl<L> Journal<L> {
    /// A journal of a plan that stands on disk as it is.
    pub fn new(plan: Plan) -> Journal<L> {
        Journal {
            plan: Arc::new(plan),
            revision: 0,
            next_revision: 1,
            saved: 0,
            undo: VecDeque::new(),
            redo: VecDeque::new(),
            gesture: None,
            held: 0,
        }
    }

    pub fn plan(&self) -> &Arc<Plan> {
        &self.plan
    }

    /// Equal revisions of a journal mean equal plans.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    pub fn is_saved(&self) -> bool {
        self.saved == self.revision
    }

    /// No revision is on disk: undo leads to nothing saved either.
    pub fn mark_unsaved(&mut self) {
        self.saved = u64::MAX;
    }

    pub fn mark_saved(&mut self) {
        self.saved = self.revision;
    }

    /// What the step was that undo would take back.
    pub fn undo_label(&self) -> Option<&L> {
        self.undo.back().map(|step| &step.label)
    }

    /// What the step was that redo would do again.
    pub fn redo_label(&self) -> Option<&L> {
        self.redo.back().map(|step| &step.label)
    }

    /// What all steps were that can be gone back and forth, the oldest first. The
    /// first [`position`](Journal::position) of them are done, the others undone.
    pub fn history(&self) -> impl Iterator<Item = &L> {
        self.undo.iter().chain(self.redo.iter().rev()).map(|step| &step.label)
    }

    /// How many steps of the history are done.
    pub fn position(&self) -> usize {
        self.undo.len()
    }

    /// Undoes or does again as many steps as it takes for `position` of the history
    /// to be done; 0 leads to the oldest plan there still is. False where there are
    /// not so many.
    pub fn go_to(&mut self, position: usize) -> bool {
        self.cancel_gesture();
        if position > self.undo.len() + self.redo.len() {
            return false;
        }
        loop {
            match self.undo.len().cmp(&position) {
                Ordering::Greater => self.undo(),
                Ordering::Less => self.redo(),
                Ordering::Equal => return true,
            };
        }
    }

    /// The plan that the next command of the gesture is applied to; without one, the
    /// plan as it is.
    pub fn at_press(&self) -> &Arc<Plan> {
        self.gesture.as_ref().map_or(&self.plan, |gesture| &gesture.at_press)
    }

    pub fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Applies a command as one step; one that changes nothing is none. Ends a
    /// gesture that is under way.
    pub fn run(&mut self, label: L, command: Command) -> Result<(), EditError> {
        self.finish_gesture();
        let mut plan = (*self.plan).clone();
        let inverse = plan.apply(command)?;
        if plan == *self.plan {
            return Ok(());
        }
        let back = Step::new(label, inverse, self.revision);
        self.set_plan(Arc::new(plan));
        self.push_undo(back);
        Ok(())
    }

    /// Replaces what the gesture under way does; begins one where there is none.
    pub fn gesture(&mut self, label: L, command: Command) -> Result<(), EditError> {
        let gesture = self.gesture.get_or_insert_with(|| Gesture {
            at_press: self.plan.clone(),
            revision_at_press: self.revision,
            back: None,
        });
        let mut plan = (*gesture.at_press).clone();
        let inverse = plan.apply(command)?;
        if plan == *gesture.at_press {
            gesture.back = None;
            self.plan = gesture.at_press.clone();
            self.revision = gesture.revision_at_press;
        } else {
            let leads_to = gesture.revision_at_press;
            gesture.back = Some(Step::new(label, inverse, leads_to));
            self.set_plan(Arc::new(plan));
        }
        Ok(())
    }

    /// Makes the gesture under way one step. Nothing where it changed nothing.
    pub fn finish_gesture(&mut self) {
        if let Some(gesture) = self.gesture.take()
            && let Some(back) = gesture.back
        {
            self.push_undo(back);
        }
    }

    /// Drops the gesture under way: the plan is as it was at the press.
    pub fn cancel_gesture(&mut self) {
        if let Some(gesture) = self.gesture.take() {
            self.plan = gesture.at_press;
            self.revision = gesture.revision_at_press;
        }
    }

    /// Takes the last step back. False where there is none.
    pub fn undo(&mut self) -> bool {
        self.cancel_gesture();
        let Some(step) = self.undo.pop_back() else { return false };
        let forth = self.take(step);
        self.redo.push_back(forth);
        true
    }

    /// Does the step that was taken back last again. False where there is none.
    pub fn redo(&mut self) -> bool {
        self.cancel_gesture();
        let Some(step) = self.redo.pop_back() else { return false };
        let back = self.take(step);
        self.undo.push_back(back);
        true
    }

    /// Goes the way of a step and returns the opposite one.
    fn take(&mut self, step: Step<L>) -> Step<L> {
        let Step { label, command, leads_to, weight } = step;
        let plan = Arc::make_mut(&mut self.plan);
        let command = plan.apply(command).expect("an inverse always applies");
        let opposite = Step { label, command, leads_to: self.revision, weight };
        self.revision = leads_to;
        opposite
    }

    fn set_plan(&mut self, plan: Arc<Plan>) {
        self.plan = plan;
        self.revision = self.next_revision;
        self.next_revision += 1;
    }

    fn push_undo(&mut self, back: Step<L>) {
        let undone = self.redo.drain(..).map(|step| step.weight).sum::<usize>();
        self.held = self.held - undone + back.weight;
        self.undo.push_back(back);
        while self.undo.len() > MAX_STEPS || (self.held > MAX_HELD && self.undo.len() > 1) {
            let oldest = self.undo.pop_front();
            self.held -= oldest.map_or(0, |step| step.weight);
        }
    }
}
