//! Who goes from where to where.

use super::basis::Basis;
use super::extra::Extra;
use super::timing::Timing;
use super::word::words;
use super::{MovementId, PhaseId, Quantities, SiteId, Text, UnitId};
use crate::geo::LonLat;

words! {
    MovementKind "movement-kind" {
        /// From site to site within the theatre.
        Redeployment = "redeployment",
        /// Home, out of the theatre.
        Repatriation = "repatriation",
        /// Into the theatre.
        Deployment = "deployment",
        Supply = "supply",
        Materiel = "materiel",
        /// Staff end their service in place (`to` is None).
        Separation = "separation",
        /// Materiel is given up in place (`to` is None).
        Disposal = "disposal",
    }
}

words! {
    Mode "mode" {
        Road = "road",
        Air = "air",
        River = "river",
        Rail = "rail",
        Sea = "sea",
    }
}

words! {
    /// What becomes of materiel that is given up.
    Disposition "disposition" {
        Gifted = "gifted",
        Sold = "sold",
        Destroyed = "destroyed",
        Transferred = "transferred",
        WrittenOff = "written-off",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Movement {
    pub id: MovementId,
    pub kind: MovementKind,
    pub name: Option<Text>,
    pub from: SiteId,
    pub to: Option<SiteId>,
    /// Where it may go instead, as long as `to` is not settled.
    pub to_options: Vec<SiteId>,
    pub mode: Option<Mode>,
    pub phase: Option<PhaseId>,
    pub timing: Timing,
    /// How long one trip takes, in days, at least 1. None: the whole span.
    pub trip_days: Option<u32>,
    pub loads: Vec<Load>,
    /// Movements of one convoy are drawn, lifted and dragged as one.
    pub convoy: Option<String>,
    /// None: along the theatre's roads for `road`, the great circle otherwise.
    pub route: Option<Vec<RoutePoint>>,
    /// Where batches rest on the way.
    pub stops: Vec<Stop>,
    pub distance_km: Option<f64>,
    pub disposition: Option<Disposition>,
    pub recipient: Option<Text>,
    /// What it cannot do without: `escort`, `air-support`, `evacuation`, …
    pub needs: Vec<String>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

/// What of a unit goes along.
#[derive(Clone, Debug, PartialEq)]
pub struct Load {
    pub unit: UnitId,
    /// None: all who are there.
    pub personnel: Option<u64>,
    /// None: all that is there. A kind that is not named stays.
    pub materiel: Option<Quantities>,
    pub extra: Extra,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RoutePoint {
    Site(SiteId),
    Place(LonLat),
}

/// A rest on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub site: SiteId,
    /// The first and last day of the rest, as far as they are known.
    pub start: Option<crate::calendar::Day>,
    pub end: Option<crate::calendar::Day>,
    pub extra: Extra,
}
