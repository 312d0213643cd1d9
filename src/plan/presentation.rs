//! How a plan is shown and compared: layers, chapters, baselines, branches,
//! working calendars.

use std::collections::BTreeMap;

use super::extra::{Extra, Opaque};
use super::word::words;
use super::{BaselineId, BranchId, CalendarId, ChapterId, Id, LayerId, Mode, Text};
use crate::calendar::{Day, Span};
use crate::geo::LonLat;

words! {
    /// A day of the week as calendars of plans write it.
    WeekdayWord "weekday" {
        Monday = "mon",
        Tuesday = "tue",
        Wednesday = "wed",
        Thursday = "thu",
        Friday = "fri",
        Saturday = "sat",
        Sunday = "sun",
    }
}

/// On which days work goes on, or movements in some modes.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkCalendar {
    pub id: CalendarId,
    pub name: Option<Text>,
    pub weekend: Vec<WeekdayWord>,
    pub holidays: Vec<Holiday>,
    pub modes: Vec<Mode>,
    pub extra: Extra,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Holiday {
    pub date: Option<Day>,
    pub name: Option<Text>,
    pub extra: Extra,
}

/// An own layer over the map, kept by path.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    pub id: LayerId,
    /// Relative to the plan file.
    pub path: String,
    pub name: Option<Text>,
    pub style: Option<Opaque>,
    /// The map layer it lies under.
    pub below: Option<String>,
    pub extra: Extra,
}

/// A step of a presentation.
#[derive(Clone, Debug, PartialEq)]
pub struct Chapter {
    pub id: ChapterId,
    pub title: Text,
    pub moment: Option<Day>,
    pub until: Option<Day>,
    pub camera: Option<CameraMember>,
    pub layers: Option<Vec<String>>,
    pub notes: Option<Text>,
    pub extra: Extra,
}

impl Chapter {
    /// Whether a layer of the map is seen in it.
    pub fn shows(&self, layer: &str) -> bool {
        self.layers.as_ref().is_none_or(|layers| layers.iter().any(|shown| shown == layer))
    }
}

/// A camera as a plan writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct CameraMember {
    pub center: LonLat,
    pub zoom: f64,
    pub extra: Extra,
}

/// Planned dates as they once were.
#[derive(Clone, Debug, PartialEq)]
pub struct Baseline {
    pub id: BaselineId,
    pub name: Option<Text>,
    pub taken: Option<Day>,
    pub planned: BTreeMap<Id, Span>,
    pub extra: Extra,
}

/// A «what if» of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    pub id: BranchId,
    pub name: Option<Text>,
    /// By list, id and member; interpreted by the room of branches.
    pub edits: Option<Opaque>,
    pub extra: Extra,
}
