//! What a map of a plan shows when nobody chose otherwise.

use crate::geo::{Camera, ViewSize, WorldBounds, WorldPoint};
use crate::plan::Plan;
use crate::theatre::Theatre;

/// A map is never narrower than this, a degree and a half, in widths of the world.
const LEAST: f64 = 1.5 / 360.0;

/// How far from the edges the theatre stays when all of it is shown, as a share
/// of the shorter side.
const MARGIN: f64 = 0.06;

/// The camera of a picture of this size that shows all.
pub fn whole(plan: &Plan, theatre: &Theatre, size: ViewSize) -> Camera {
    let margin = size.width().min(size.height()) * MARGIN;
    Camera::fitting(extent(plan, theatre), size, margin)
}

/// The theatre; and where that is the bare world, the sites of the plan.
pub fn extent(plan: &Plan, theatre: &Theatre) -> WorldBounds {
    let places = plan.sites().iter().filter_map(|site| site.place);
    let sites = WorldBounds::around(places.map(WorldPoint::from)).filter(|_| theatre.is_bare());
    sites.map_or(theatre.bounds(), |bounds| at_least(bounds.grown(0.15)))
}

fn at_least(bounds: WorldBounds) -> WorldBounds {
    let (dx, dy) =
        ((LEAST - bounds.width()).max(0.0) / 2.0, (LEAST - bounds.height()).max(0.0) / 2.0);
    WorldBounds {
        min: WorldPoint { x: bounds.min.x - dx, y: bounds.min.y - dy },
        max: WorldPoint { x: bounds.max.x + dx, y: bounds.max.y + dy },
    }
}
