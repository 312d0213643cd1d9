//! The steps by which a camp is given up, and how long each takes.

use crate::plan::ActivityKind;

/// The longest a step may take, and the longest lag, in days: ten years.
pub const MAX_DAYS: u32 = 3650;
pub const MAX_LAG: i64 = 3650;

/// A step of a closure, in the order in which they follow each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StepKind {
    PeopleOut,
    /// Contingent-owned equipment out.
    CoeOut,
    /// Disposal of equipment owned by the United Nations.
    UnoeDisposal,
    /// Fuel, batteries, asbestos, medical waste: out before the ground is cleared.
    Hazardous,
    /// Environmental clearance.
    Clearance,
    Inventory,
    Closure,
    /// To the civil authority.
    Handover,
}

impl StepKind {
    pub const ALL: [StepKind; 8] = [
        StepKind::PeopleOut,
        StepKind::CoeOut,
        StepKind::UnoeDisposal,
        StepKind::Hazardous,
        StepKind::Clearance,
        StepKind::Inventory,
        StepKind::Closure,
        StepKind::Handover,
    ];

    /// The name by which words, settings and ids find the step.
    pub fn as_word(self) -> &'static str {
        match self {
            StepKind::PeopleOut => "people-out",
            StepKind::CoeOut => "coe-out",
            StepKind::UnoeDisposal => "unoe-disposal",
            StepKind::Hazardous => "hazardous-out",
            StepKind::Clearance => "clearance",
            StepKind::Inventory => "inventory",
            StepKind::Closure => "closure",
            StepKind::Handover => "handover",
        }
    }

    /// The kind of its activity. The format has no kind of its own for hazardous
    /// material: that step is an `other` with a name.
    pub fn activity_kind(self) -> ActivityKind {
        match self {
            StepKind::PeopleOut => ActivityKind::PeopleOut,
            StepKind::CoeOut => ActivityKind::CoeOut,
            StepKind::UnoeDisposal => ActivityKind::UnoeDisposal,
            StepKind::Hazardous => ActivityKind::Other,
            StepKind::Clearance => ActivityKind::Clearance,
            StepKind::Inventory => ActivityKind::Inventory,
            StepKind::Closure => ActivityKind::Closure,
            StepKind::Handover => ActivityKind::Handover,
        }
    }
}

/// A step as the planner wants it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    pub kind: StepKind,
    pub is_wanted: bool,
    /// How long it takes at least, from 1 to [`MAX_DAYS`]: a step also lasts as
    /// long as a trip of its movement.
    pub days: u32,
    /// Days between the step before and this one; negative where they overlap.
    pub lag_days: i64,
}

/// All steps, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pub steps: [Step; 8],
}

impl Template {
    /// Lengths for a company camp with a few dozen containers: a planner's rule of
    /// thumb, to be changed for each site.
    pub fn standard() -> Template {
        let step = |kind| {
            let (days, lag_days) = match kind {
                StepKind::PeopleOut => (10, 0),
                // Loading begins while the last people leave.
                StepKind::CoeOut => (14, -3),
                StepKind::UnoeDisposal => (7, 0),
                StepKind::Hazardous => (5, 0),
                StepKind::Clearance => (7, 0),
                StepKind::Inventory => (3, 0),
                StepKind::Closure => (2, 0),
                StepKind::Handover => (1, 0),
            };
            Step { kind, is_wanted: true, days, lag_days }
        };
        Template { steps: StepKind::ALL.map(step) }
    }

    pub fn step(&self, kind: StepKind) -> &Step {
        &self.steps[kind as usize]
    }

    pub fn step_mut(&mut self, kind: StepKind) -> &mut Step {
        &mut self.steps[kind as usize]
    }
}
