//! What surrounds the schedule: sources, phases, events, limits and restrictions.

use super::basis::Basis;
use super::extra::Extra;
use super::unit::{Category, Quantities, UnitKind, UnitRole};
use super::word::words;
use super::{
    ActivityKind, CountId, EventId, LimitId, Mode, MovementId, ObjectiveId, PhaseId, ReportId,
    RestrictionId, SectorId, SiteId, SourceId, Text, UnitId,
};
use crate::calendar::{Day, Span};
use crate::geo::LonLat;

/// A document or data set that items are taken from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    pub id: SourceId,
    /// The short name by which it is cited: `S/2023/611`.
    pub symbol: Option<String>,
    pub title: Text,
    pub date: Option<Day>,
    pub language: Option<String>,
    pub url: Option<String>,
    /// The text of the source, relative to the plan file.
    pub file: Option<String>,
    pub extra: Extra,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Objective {
    pub id: ObjectiveId,
    pub name: Text,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Phase {
    pub id: PhaseId,
    pub name: Text,
    pub span: Span,
    pub parent: Option<PhaseId>,
    /// `#rrggbb`
    pub color: Option<String>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

words! {
    EventKind "event-kind" {
        Handover = "handover",
        Incident = "incident",
        Decision = "decision",
        Report = "report",
        Meeting = "meeting",
        Ceremony = "ceremony",
        Agreement = "agreement",
        Other = "other",
    }
}

/// Something dated that changes no state.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub id: EventId,
    pub date: Option<Day>,
    pub until: Option<Day>,
    pub kind: EventKind,
    pub name: Text,
    pub site: Option<SiteId>,
    pub movement: Option<MovementId>,
    pub place: Option<LonLat>,
    pub symbolic: bool,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

/// Which units are meant. An empty list selects all; all lists must agree.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selector {
    pub categories: Vec<Category>,
    pub kinds: Vec<UnitKind>,
    pub roles: Vec<UnitRole>,
    pub contributors: Vec<String>,
    pub units: Vec<UnitId>,
    pub extra: Extra,
}

/// Which places are meant. Both lists empty: everywhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Where {
    pub sectors: Vec<SectorId>,
    pub sites: Vec<SiteId>,
    pub extra: Extra,
}

words! {
    LimitKind "limit-kind" {
        /// At most `max` people present and moving.
        Ceiling = "ceiling",
        /// After `date` nobody of `who` is present or moving.
        Deadline = "deadline",
        /// At most `per_day` leaves in `mode` on a day.
        Lift = "lift",
        /// From `date` on, materiel at these sites needs a guard there.
        Guard = "guard",
        /// An activity of a kind lasts at least `days`.
        Minimum = "minimum",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Limit {
    pub id: LimitId,
    pub kind: LimitKind,
    pub name: Option<Text>,
    pub date: Option<Day>,
    pub max: Option<u64>,
    pub mode: Option<Mode>,
    pub per_day: Quantities,
    pub activity: Option<ActivityKind>,
    pub days: Option<u32>,
    pub who: Option<Selector>,
    pub except: Option<Selector>,
    pub place: Option<Where>,
    pub span: Option<Span>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

words! {
    RestrictionKind "restriction-kind" {
        Closed = "closed",
        Slow = "slow",
        NoImport = "no-import",
        NoExport = "no-export",
        Advisory = "advisory",
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Restriction {
    pub id: RestrictionId,
    pub kind: RestrictionKind,
    pub name: Option<Text>,
    pub modes: Vec<Mode>,
    pub sites: Vec<SiteId>,
    pub to_sites: Vec<SiteId>,
    pub sectors: Vec<SectorId>,
    /// Of `slow`: how many times as long a trip takes.
    pub factor: Option<f64>,
    pub planned: Option<Span>,
    pub actual: Option<Span>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

words! {
    Measure "measure" {
        Departed = "departed",
        Present = "present",
    }
}

/// What somebody reported about strength on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub id: ReportId,
    pub date: Option<Day>,
    pub measure: Measure,
    /// By category; also `uniformed` and `total`.
    pub personnel: Quantities,
    pub materiel: Quantities,
    pub sites: Vec<SiteId>,
    pub approx: bool,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

/// A number a document gives, to be compared with the plan's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Count {
    pub id: CountId,
    /// What is counted: `sites`, or a measure of people or materiel.
    pub of: String,
    pub value: Option<u64>,
    pub place: Option<Where>,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}

impl Selector {
    /// Whether nothing is selected by any list.
    pub fn is_empty(&self) -> bool {
        self.categories.is_empty()
            && self.kinds.is_empty()
            && self.roles.is_empty()
            && self.contributors.is_empty()
            && self.units.is_empty()
    }

    /// Whether a unit is meant.
    pub fn selects(&self, unit: &super::Unit) -> bool {
        fn fits<T: PartialEq>(list: &[T], value: &T) -> bool {
            list.is_empty() || list.contains(value)
        }
        fits(&self.categories, &unit.category)
            && fits(&self.kinds, &unit.kind)
            && fits(&self.roles, &unit.role)
            && fits(&self.units, &unit.id)
            && (self.contributors.is_empty()
                || unit.contributor.as_ref().is_some_and(|c| self.contributors.contains(c)))
    }
}

impl Where {
    /// Whether a site is meant.
    pub fn holds(&self, site: &super::Site) -> bool {
        let everywhere = self.sectors.is_empty() && self.sites.is_empty();
        everywhere
            || self.sites.contains(&site.id)
            || site.sector.as_ref().is_some_and(|sector| self.sectors.contains(sector))
    }
}
