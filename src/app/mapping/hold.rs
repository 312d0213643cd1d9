//! What pointer or keys have taken hold of on the map.

use std::sync::Arc;

use crate::geo::{LonLat, ViewPoint};
use crate::plan::SiteId;
use crate::sectors::{Guide, Guides, Refusal, Sectors};

/// Held until the button is released; by keys, until no key follows any more.
#[derive(Clone, Debug, PartialEq)]
pub enum Hold {
    /// A rectangle that is to fill the map, from this corner on.
    Box(ViewPoint),
    Site {
        id: SiteId,
        /// From the pointer to the place of the site.
        grip: (f32, f32),
        by_keys: Option<Pressed>,
    },
    Corner(CornerHold),
    Sector {
        id: String,
        from: LonLat,
        to: LonLat,
        by_keys: Option<Pressed>,
    },
}

/// When a key was pressed last, in seconds.
pub type Pressed = f64;

/// A corner on its way. The plan has it where it was until it is released.
#[derive(Clone, Debug, PartialEq)]
pub struct CornerHold {
    pub from: LonLat,
    pub to: LonLat,
    /// The edge that gets the corner, where it is a new one.
    pub parts: Option<[LonLat; 2]>,
    pub guide: Option<Guide>,
    pub guides: Arc<Guides>,
    pub by_keys: Option<Pressed>,
}

/// A change of the sectors.
#[derive(Clone, Debug, PartialEq)]
pub enum Reshape {
    RemoveCorner(LonLat),
    Rename {
        id: String,
        name: String,
    },
    Remove(String),
    /// Puts a corner into the middle of an edge.
    PartEdge([LonLat; 2]),
}

impl Hold {
    pub fn by_keys(&self) -> Option<Pressed> {
        match self {
            Hold::Box(_) => None,
            Hold::Site { by_keys, .. } | Hold::Sector { by_keys, .. } => *by_keys,
            Hold::Corner(corner) => corner.by_keys,
        }
    }

    /// The sectors as they are once it is released; None where it is not about them.
    pub fn reshaped(&self, sectors: &Sectors) -> Option<Result<Sectors, Refusal>> {
        match self {
            Hold::Corner(corner) => Some(corner.reshaped(sectors)),
            Hold::Sector { id, from, to, .. } => Some(sectors.shifted(id, *from, *to)),
            Hold::Box(_) | Hold::Site { .. } => None,
        }
    }
}

impl CornerHold {
    fn reshaped(&self, sectors: &Sectors) -> Result<Sectors, Refusal> {
        let parted = match self.parts {
            Some(edge) => &sectors.parted(edge, self.from),
            None => sectors,
        };
        let moved = parted.moved(self.from, self.to)?;
        Ok(match self.guide {
            // What it was put onto gets the corner too, so that the border is one.
            Some(Guide::Edge(edge)) => moved.parted(edge, self.to),
            _ => moved,
        })
    }
}
