//! Camps, bases and other places of the plan.

use super::basis::Basis;
use super::extra::Extra;
use super::word::words;
use super::{Quantities, SectorId, SiteId, Text};
use crate::geo::LonLat;

words! {
    SiteKind "site-kind" {
        Camp = "camp",
        TemporaryBase = "temporary-base",
        Headquarters = "headquarters",
        Airfield = "airfield",
        Port = "port",
        Waypoint = "waypoint",
        /// Out of the theatre: who arrives here has departed.
        Exit = "exit",
    }
}

words! {
    SiteRole "site-role" {
        SectorHq = "sector-hq",
        ForceHq = "force-hq",
        LiquidationHub = "liquidation-hub",
        ReceivingHub = "receiving-hub",
    }
}

/// A place where people and materiel are, pass or leave the theatre.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    pub id: SiteId,
    /// None only for exits: what goes there leaves at the frame of the map.
    pub place: Option<LonLat>,
    pub name: Text,
    pub aliases: Vec<String>,
    pub kind: SiteKind,
    pub sector: Option<SectorId>,
    pub part_of: Option<SiteId>,
    pub roles: Vec<SiteRole>,
    pub tags: Vec<String>,
    /// How far the true place may be from `place`, in kilometres.
    pub accuracy_km: Option<f64>,
    /// The most the site can hold: `personnel` and kinds of materiel.
    pub capacity: Quantities,
    pub basis: Vec<Basis>,
    /// Unknown members of the feature's properties.
    pub extra: Extra,
    /// Unknown members of the feature itself.
    pub feature_extra: Extra,
}

impl Site {
    /// Whether people may be stationed there: it is neither a waypoint nor an exit.
    pub fn is_camp(&self) -> bool {
        !matches!(self.kind, SiteKind::Waypoint | SiteKind::Exit)
    }

    pub fn is_exit(&self) -> bool {
        self.kind == SiteKind::Exit
    }

    /// Whether others count on it: for the end of their service, or to take them in.
    pub fn is_hub(&self) -> bool {
        let roles = [SiteRole::LiquidationHub, SiteRole::ReceivingHub];
        roles.iter().any(|role| self.roles.contains(role))
    }
}
