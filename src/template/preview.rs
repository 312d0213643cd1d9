//! What a plan would gain by a command, before it is run.

use std::sync::Arc;

use crate::plan::Plan;
use crate::plan::edit::{Command, EditError};
use crate::schedule::{Problem, Routes, Schedule, Severity, Track};
use crate::theatre::Theatre;

/// A plan as it would be.
#[derive(Clone, Debug)]
pub struct Preview {
    pub plan: Arc<Plan>,
    /// The problems of the planned track that the plan does not have now, the
    /// worst first.
    pub gained: Vec<Problem>,
}

impl Preview {
    /// `now` is the schedule of the plan as it is.
    pub fn of(now: &Schedule, theatre: &Theatre, command: &Command) -> Result<Preview, EditError> {
        let mut plan = (**now.plan()).clone();
        plan.apply(command.clone())?;
        let plan = Arc::new(plan);
        let then = Schedule::of(&plan, &Routes::of(&plan, theatre));
        let known = now.problems(Track::Planned);
        // Figures and dates of a problem may change with the command: it is the
        // same one as long as it is about the same items.
        let is_new = |problem: &&Problem| {
            !known.iter().any(|other| other.code == problem.code && other.items == problem.items)
        };
        let gained = then.problems(Track::Planned).iter().filter(is_new).cloned().collect();
        Ok(Preview { plan, gained })
    }

    /// How many of the gained problems have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.gained.iter().filter(|problem| problem.severity == severity).count()
    }
}
