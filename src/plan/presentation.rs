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

words! {
    /// The colours of an own layer, each with a tint for every theme: those of Paul
    /// Tol that nothing else on the map has.
    LayerColor "layer-color" {
        Wine = "wine",
        Indigo = "indigo",
        Green = "green",
        Olive = "olive",
        Rose = "rose",
        Slate = "slate",
    }
}

words! {
    /// What a point of an own layer is drawn as.
    LayerMark "layer-mark" {
        Disc = "disc",
        Square = "square",
        Triangle = "triangle",
        Cross = "cross",
        None = "none",
    }
}

/// An own layer over the map, kept by path.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    pub id: LayerId,
    /// Relative to the plan file.
    pub path: String,
    pub name: Option<Text>,
    pub style: Option<LayerStyle>,
    /// The map layer it lies under.
    pub below: Option<String>,
    /// Kept, and not drawn.
    pub hidden: bool,
    pub extra: Extra,
}

/// How an own layer is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct LayerStyle {
    pub color: LayerColor,
    /// In points.
    pub line_width: f64,
    /// From 0, empty, to 1.
    pub fill_opacity: f64,
    pub mark: LayerMark,
    /// The property of the features that is written beside them.
    pub label: Option<String>,
    pub extra: Extra,
}

impl Default for LayerStyle {
    fn default() -> LayerStyle {
        LayerStyle {
            color: LayerColor::Wine,
            line_width: LayerStyle::LINE_WIDTH,
            fill_opacity: LayerStyle::FILL_OPACITY,
            mark: LayerMark::Disc,
            label: None,
            extra: Extra::default(),
        }
    }
}

impl LayerStyle {
    pub const LINE_WIDTH: f64 = 1.5;
    pub const FILL_OPACITY: f64 = 0.2;
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
