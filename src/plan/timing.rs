//! When something is planned to happen, and when it did.

use super::Id;
use super::extra::Extra;
use super::word::words;
use crate::calendar::{Day, Span};

/// What activities and movements have in common: their dates and links.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timing {
    /// None: not in the plan. It happened all the same, or has no date yet.
    pub planned: Option<Span>,
    pub actual: Option<Actual>,
    /// Automatic scheduling does not move it.
    pub pinned: bool,
    pub not_before: Option<Day>,
    pub deadline: Option<Day>,
    pub duration_days: Option<ThreePoint>,
    pub after: Vec<Link>,
}

/// What really happened, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Actual {
    pub start: Option<Day>,
    pub end: Option<Day>,
    /// The day on which it was given up.
    pub cancelled: Option<Day>,
    pub extra: Extra,
}

/// A length in days by three estimates, low ≤ likely ≤ high.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ThreePoint {
    pub low: u32,
    pub likely: u32,
    pub high: u32,
    pub extra: Extra,
}

words! {
    /// Which ends of two items a link ties together.
    LinkType "link-type" {
        /// Finish to start: this starts after the other is over.
        FinishStart = "FS",
        StartStart = "SS",
        FinishFinish = "FF",
        StartFinish = "SF",
    }
}

/// This item depends on another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The item it depends on: an activity, a movement or an event.
    pub other: Id,
    pub kind: LinkType,
    /// Calendar days between the two; negative for a lead.
    pub lag_days: i64,
    pub extra: Extra,
}

impl Link {
    pub fn finish_start(other: Id) -> Link {
        Link { other, kind: LinkType::FinishStart, lag_days: 0, extra: Extra::default() }
    }
}
