//! Who and what is to be moved.

use std::collections::BTreeMap;

use super::basis::Basis;
use super::extra::Extra;
use super::word::words;
use super::{SiteId, Text, UnitId};

/// How much of each kind of thing: `vehicles`, `containers`, `personnel`, …
/// The kinds are open; counts are whole.
pub type Quantities = BTreeMap<String, u64>;

/// More of anything than a mission can have. No file may give a larger figure, and
/// one that comes about otherwise is counted as this: sums of many, and their
/// products with numbers of days, stay within 64 bits.
pub const MAX_FIGURE: u64 = 1_000_000_000_000;

words! {
    /// Whom a unit's people are counted with.
    Category "category" {
        Military = "military",
        Police = "police",
        Civilian = "civilian",
        /// Materiel without people.
        Stores = "stores",
    }
}

words! {
    UnitKind "unit-kind" {
        Infantry = "infantry",
        Armour = "armour",
        Engineer = "engineer",
        Signals = "signals",
        Medical = "medical",
        Aviation = "aviation",
        Logistics = "logistics",
        Convoy = "convoy",
        /// Explosive ordnance disposal.
        Eod = "eod",
        Airfield = "airfield",
        /// Formed police unit.
        Fpu = "fpu",
        /// Individual police officers.
        Ipo = "ipo",
        StaffOfficers = "staff-officers",
        CivilStaff = "civil-staff",
        Headquarters = "headquarters",
        Naval = "naval",
        Stores = "stores",
        Other = "other",
    }
}

words! {
    UnitRole "unit-role" {
        Operations = "operations",
        Guard = "guard",
        RearParty = "rear-party",
        Liquidation = "liquidation",
        Support = "support",
    }
}

words! {
    Owner "owner" {
        Contingent = "contingent",
        Un = "un",
        Contractor = "contractor",
    }
}

/// A body of people with their materiel. The figures of a unit exclude those of
/// the units that are part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    pub id: UnitId,
    pub name: Text,
    /// The contributing country, ISO 3166-1 alpha-3.
    pub contributor: Option<String>,
    pub category: Category,
    pub kind: UnitKind,
    pub role: UnitRole,
    pub part_of: Option<UnitId>,
    pub owner: Option<Owner>,
    /// Where it is when the ledger opens. None: not yet in the theatre.
    pub site: Option<SiteId>,
    pub personnel: u64,
    pub materiel: Quantities,
    pub basis: Vec<Basis>,
    pub extra: Extra,
}
