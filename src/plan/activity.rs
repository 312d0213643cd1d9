//! What is done at a site.

use super::basis::Basis;
use super::extra::Extra;
use super::timing::Timing;
use super::word::words;
use super::{ActivityId, CalendarId, PhaseId, SectorId, SiteId, Text};

words! {
    ActivityKind "activity-kind" {
        Opening = "opening",
        Drawdown = "drawdown",
        PeopleOut = "people-out",
        /// Contingent-owned equipment out.
        CoeOut = "coe-out",
        /// Disposal of equipment owned by the United Nations.
        UnoeDisposal = "unoe-disposal",
        /// Environmental clearance.
        Clearance = "clearance",
        Inventory = "inventory",
        Closure = "closure",
        Handover = "handover",
        Reduction = "reduction",
        Dismantling = "dismantling",
        Liquidation = "liquidation",
        Other = "other",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Activity {
    pub id: ActivityId,
    pub site: Option<SiteId>,
    pub sector: Option<SectorId>,
    pub kind: ActivityKind,
    /// None: named after its kind and site.
    pub name: Option<Text>,
    pub phase: Option<PhaseId>,
    /// Of a handover: who receives the site.
    pub to: Option<Text>,
    pub timing: Timing,
    pub calendar: Option<CalendarId>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

impl ActivityKind {
    /// Whether a site is being closed from the beginning of an activity of this kind.
    pub fn leads_to_closure(&self) -> bool {
        use ActivityKind::*;
        matches!(
            self,
            Drawdown
                | PeopleOut
                | CoeOut
                | UnoeDisposal
                | Clearance
                | Inventory
                | Dismantling
                | Closure
        )
    }
}
