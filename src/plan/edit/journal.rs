//! The plan that is being edited, with undo and redo.

use std::sync::Arc;

use super::{Command, EditError};
use crate::plan::Plan;

/// How many steps can be undone; older ones are forgotten, so that the memory a
/// long sitting needs is bounded.
const MAX_STEPS: usize = 1000;

/// What one step did, in the words of whoever asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<L> {
    pub label: L,
}

/// A plan and the steps that made it what it is.
///
/// `L` says what a step was, for the menu and the history. A gesture such as a
/// drag is one step however often its command is replaced: [`Journal::gesture`]
/// starts from the plan as it was at the press each time.
#[derive(Clone, Debug)]
pub struct Journal<L> {
    plan: Arc<Plan>,
    revision: u64,
    undo: Vec<(Step<L>, Command)>,
    redo: Vec<(Step<L>, Command)>,
    gesture: Option<Gesture<L>>,
    /// The revision that was last saved or opened; None once it is out of reach.
    saved: Option<u64>,
    /// The revision each undo step leads to, and the one it started from, are
    /// told apart by this: it never falls.
    next_revision: u64,
    before: Vec<u64>,
    after: Vec<u64>,
}

#[derive(Clone, Debug)]
struct Gesture<L> {
    at_press: Arc<Plan>,
    revision_at_press: u64,
    current: Option<(Step<L>, Command)>,
}

impl<L> Journal<L> {
    /// A journal of a plan that stands on disk as it is.
    pub fn new(plan: Plan) -> Journal<L> {
        Journal {
            plan: Arc::new(plan),
            revision: 0,
            undo: Vec::new(),
            redo: Vec::new(),
            gesture: None,
            saved: Some(0),
            next_revision: 1,
            before: Vec::new(),
            after: Vec::new(),
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
        self.saved == Some(self.revision)
    }

    pub fn mark_saved(&mut self) {
        self.saved = Some(self.revision);
    }

    /// The step that undo would take back.
    pub fn undo_label(&self) -> Option<&L> {
        self.undo.last().map(|(step, _)| &step.label)
    }

    /// The step that redo would do again.
    pub fn redo_label(&self) -> Option<&L> {
        self.redo.last().map(|(step, _)| &step.label)
    }

    pub fn in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// Applies a command as one step. Ends a gesture that is under way.
    pub fn run(&mut self, label: L, command: Command) -> Result<(), EditError> {
        self.finish_gesture();
        let mut plan = (*self.plan).clone();
        let inverse = plan.apply(command)?;
        let before = self.revision;
        self.set_plan(Arc::new(plan));
        self.push_undo(Step { label }, inverse, before);
        Ok(())
    }

    /// Replaces what the gesture under way does; begins one where there is none.
    pub fn gesture(&mut self, label: L, command: Command) -> Result<(), EditError> {
        let gesture = self.gesture.get_or_insert_with(|| Gesture {
            at_press: self.plan.clone(),
            revision_at_press: self.revision,
            current: None,
        });
        let mut plan = (*gesture.at_press).clone();
        let inverse = plan.apply(command)?;
        if plan == *gesture.at_press {
            gesture.current = None;
            self.plan = gesture.at_press.clone();
            self.revision = gesture.revision_at_press;
        } else {
            gesture.current = Some((Step { label }, inverse));
            self.set_plan(Arc::new(plan));
        }
        Ok(())
    }

    /// Makes the gesture under way one step. Nothing where it changed nothing.
    pub fn finish_gesture(&mut self) {
        if let Some(gesture) = self.gesture.take()
            && let Some((step, inverse)) = gesture.current
        {
            self.push_undo(step, inverse, gesture.revision_at_press);
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
        let Some((step, inverse)) = self.undo.pop() else { return false };
        let before = self.before.pop().expect("each step has its revision");
        let mut plan = (*self.plan).clone();
        let redo = plan.apply(inverse).expect("an inverse always applies");
        self.after.push(self.revision);
        self.redo.push((step, redo));
        self.plan = Arc::new(plan);
        self.revision = before;
        true
    }

    /// Does the step that was taken back last again. False where there is none.
    pub fn redo(&mut self) -> bool {
        self.cancel_gesture();
        let Some((step, command)) = self.redo.pop() else { return false };
        let after = self.after.pop().expect("each step has its revision");
        let mut plan = (*self.plan).clone();
        let inverse = plan.apply(command).expect("an inverse always applies");
        self.before.push(self.revision);
        self.undo.push((step, inverse));
        self.plan = Arc::new(plan);
        self.revision = after;
        true
    }

    fn set_plan(&mut self, plan: Arc<Plan>) {
        self.plan = plan;
        self.revision = self.next_revision;
        self.next_revision += 1;
    }

    fn push_undo(&mut self, step: Step<L>, inverse: Command, before: u64) {
        self.redo.clear();
        self.after.clear();
        self.undo.push((step, inverse));
        self.before.push(before);
        if self.undo.len() > MAX_STEPS {
            self.undo.remove(0);
            self.before.remove(0);
        }
    }
}
