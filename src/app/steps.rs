//! Steps of the journal: what was done, to what, and when.

use super::action::{FormStep, StepLabel};
use crate::calendar::Moment;
use crate::i18n::{Names, in_both_languages};
use crate::plan::{BranchId, Id, Plan, Text};

/// A step that can be gone back and forth.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    pub label: StepLabel,
    pub place: Where,
    /// What the item it was about was called then: it may be gone by now.
    pub name: Option<Text>,
    /// On this machine's clock, in universal time.
    pub at: Moment,
}

/// What a step was a step of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Where {
    /// The plan itself, as it is shown without a branch.
    Plan,
    Branch(BranchId),
    /// The branches and baselines, whatever is shown.
    Whole,
}

impl Step {
    /// A step that is about to be done to a plan.
    pub fn new(label: StepLabel, place: Where, plan: &Plan, at: Moment) -> Step {
        let named = label.item().filter(|id| plan.kind_of(id).is_some());
        let name =
            named.map(|id| in_both_languages(|words| Names::new(plan, words.lang()).item(id)));
        Step { label, place, name, at }
    }
}

impl StepLabel {
    /// The item it names by its id.
    fn item(&self) -> Option<&Id> {
        match self {
            StepLabel::Dates(id)
            | StepLabel::Rename(id)
            | StepLabel::Actual(id)
            | StepLabel::Closing(id)
            | StepLabel::Rating(id)
            | StepLabel::Link { item: id, .. }
            | StepLabel::Form(FormStep::Member { item: id, .. }) => Some(id),
            StepLabel::Form(_) | StepLabel::Rows { .. } | StepLabel::Named { .. } => None,
        }
    }
}
