//! What a plan would gain by a command, before it is run.

use std::sync::Arc;

use crate::plan::Plan;
use crate::plan::edit::{Command, EditError};
use crate::schedule::{Problem, Routes, Schedule, Severity, Track, only_in};
use crate::theatre::Theatre;

/// A plan as it would be.
#[derive(Clone, Debug)]
pub struct Preview {
    pub plan: Arc<Plan>,
    /// The problems of the planned track that the plan does not have now, the
    /// worst first.
    pub gained: Vec<Arc<Problem>>,
}

impl Preview {
    /// `now` is the schedule of the plan as it is, in this theatre.
    pub fn of(now: &Schedule, theatre: &Theatre, command: &Command) -> Result<Preview, EditError> {
        let mut plan = (**now.plan()).clone();
        plan.apply(command.clone())?;
        let plan = Arc::new(plan);
        let routes = Routes::after(now.routes(), now.plan(), &plan, theatre);
        let then = Schedule::after(now, &plan, &routes);
        let gained = only_in(then.problems(Track::Planned), now.problems(Track::Planned));
        Ok(Preview { plan, gained })
    }

    /// How many of the gained problems have a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.gained.iter().filter(|problem| problem.severity == severity).count()
    }
}
