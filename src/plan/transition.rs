//! What becomes of the mission's tasks, money and risks.

use super::basis::Basis;
use super::extra::Extra;
use super::word::words;
use super::{ActivityId, FundId, MandateId, PhaseId, RiskId, SiteId, TaskId, Text};
use crate::calendar::{Day, Span};

/// A task a resolution gave to the mission.
#[derive(Clone, Debug, PartialEq)]
pub struct Mandate {
    pub id: MandateId,
    pub paragraph: Option<String>,
    pub text: Text,
    pub priority: bool,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

words! {
    TaskStatus "task-status" {
        Proposed = "proposed",
        Consultation = "consultation",
        Conditional = "conditional",
        Continuing = "continuing",
        Partly = "partly",
        Declared = "declared",
        NotTransferable = "not-transferable",
        Transferred = "transferred",
    }
}

/// A task and who takes it over.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    pub id: TaskId,
    pub name: Text,
    pub mandate: Vec<MandateId>,
    pub recipients: Vec<String>,
    pub status: Option<TaskStatus>,
    pub needs: Option<Text>,
    /// Money that is missing, in US dollars.
    pub gap_usd: Option<u64>,
    pub due: Option<Day>,
    pub fund: Option<FundId>,
    pub sites: Vec<SiteId>,
    /// What is done for it, such as securing an airstrip after the exit.
    pub activities: Vec<ActivityId>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

/// Money, in US dollars.
#[derive(Clone, Debug, PartialEq)]
pub struct Fund {
    pub id: FundId,
    pub name: Text,
    pub span: Option<Span>,
    pub needed_usd: Option<u64>,
    pub available_usd: Option<u64>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

/// What may go wrong. Likelihood and impact are 1 to 5 once a planner gave them.
#[derive(Clone, Debug, PartialEq)]
pub struct Risk {
    pub id: RiskId,
    pub name: Text,
    pub likelihood: Option<u8>,
    pub impact: Option<u8>,
    pub mitigations: Vec<Text>,
    pub sites: Vec<SiteId>,
    pub phases: Vec<PhaseId>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}
