//! The plan that is being edited, with undo and redo.

use std::collections::VecDeque;
use std::sync::Arc;

use super::{Command, EditError};
use crate::plan::Plan;

/// How many steps can be undone; older ones are forgotten, so that the memory a
/// long sitting needs is bounded.
pub const MAX_STEPS: usize = 1000;

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
}

/// A way to another plan: back from a step, or forth again.
#[derive(Clone, Debug)]
struct Step<L> {
    label: L,
    command: Command,
    /// The revision of the plan it leads to.
    leads_to: u64,
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
        let back = Step { label, command: inverse, leads_to: self.revision };
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
            gesture.back = Some(Step { label, command: inverse, leads_to });
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
        let mut plan = (*self.plan).clone();
        let command = plan.apply(step.command).expect("an inverse always applies");
        let opposite = Step { label: step.label, command, leads_to: self.revision };
        self.plan = Arc::new(plan);
        self.revision = step.leads_to;
        opposite
    }

    fn set_plan(&mut self, plan: Arc<Plan>) {
        self.plan = plan;
        self.revision = self.next_revision;
        self.next_revision += 1;
    }

    fn push_undo(&mut self, back: Step<L>) {
        self.redo.clear();
        self.undo.push_back(back);
        if self.undo.len() > MAX_STEPS {
            self.undo.pop_front();
        }
    }
}
