//! What the map is used for: looking, measuring, editing sites and sectors,
//! comparing two moments or tracks.

mod acts;
mod hold;
mod keys;
mod sectors;
mod sites;
mod swipe;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::geo::{Camera, LonLat};
use crate::plan::SiteId;
use crate::sectors::{Guides, Refusal, Sectors};
use crate::theatre::Theatre;

pub use hold::{CornerHold, Hold, Reshape};
pub use keys::MAP_KEYS;
pub use swipe::{Compared, Swipe, SwipeAction};

/// What the pointer and the keys do on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Looks around and selects.
    #[default]
    Look,
    Measure,
    /// Moves sites, and removes them.
    Sites,
    /// Puts a new site where the map is clicked.
    AddSite,
    /// Changes sectors.
    Sectors,
    /// Draws a new one, corner by corner.
    DrawSector,
}

impl Tool {
    /// Whether a click puts a point.
    pub fn puts_points(self) -> bool {
        matches!(self, Tool::Measure | Tool::AddSite | Tool::DrawSector)
    }

    pub fn edits_sectors(self) -> bool {
        matches!(self, Tool::Sectors | Tool::DrawSector)
    }

    /// What leaving it leads back to.
    fn behind(self) -> Tool {
        match self {
            Tool::AddSite => Tool::Sites,
            Tool::DrawSector => Tool::Sectors,
            _ => Tool::Look,
        }
    }
}

/// A wish about the map.
#[derive(Clone, Debug, PartialEq)]
pub enum MapAction {
    /// Takes up a tool, or lays it down.
    Use(Tool),
    /// Remembers a view that is being left.
    Remember(Camera),
    /// Hides what a row of the legend stands for, or shows it again.
    ToggleFilter(&'static str),
    ClearFilters,
    /// A point for the tool in use.
    Point(LonLat),
    MeasureFrom(LonLat),
    /// Ends what is being drawn or measured.
    Finish,
    AddSite(LonLat),
    /// Takes hold of something; None lets go.
    Hold(Option<Hold>),
    /// Moves the site that is held.
    MoveSite(SiteId, LonLat),
    /// What was held is done.
    Release,
    ChooseSector(Option<String>),
    ChooseCorner(Option<LonLat>),
    Reshape(Reshape),
    /// The map has taken the focus.
    Focused,
    Compare(SwipeAction),
}

/// How the map is used. Nothing of it is saved with the plan.
#[derive(Default)]
pub struct MapState {
    pub tool: Tool,
    /// Parts of the legend whose things are hidden.
    pub filters: BTreeSet<&'static str>,
    /// The places measured over, or the corners of the sector that is being drawn.
    pub points: Vec<LonLat>,
    pub hold: Option<Hold>,
    /// The sector that is chosen, by its id, and one of its corners.
    pub sector: Option<String>,
    pub corner: Option<LonLat>,
    pub swipe: Option<Swipe>,
    shapes: Option<Shapes>,
    /// Whether the map takes the focus.
    pub focus: bool,
}

/// The sectors as shapes, and the theatre they are those of.
struct Shapes {
    theatre: Arc<Theatre>,
    sectors: Arc<Sectors>,
    /// What the corners of a new one are drawn to.
    guides: Guides,
}

impl MapState {
    /// The sectors as shapes: there while they are edited.
    pub fn sectors(&self) -> Option<&Arc<Sectors>> {
        self.shapes.as_ref().map(|shapes| &shapes.sectors)
    }

    pub fn guides(&self) -> Option<&Guides> {
        self.shapes.as_ref().map(|shapes| &shapes.guides)
    }
}

/// The message that says why sectors stay as they were.
pub fn refusal_message(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Crosses(_) => "sector-crosses",
        Refusal::TooFew => "sector-too-few",
    }
}
