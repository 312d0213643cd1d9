//! What a map of a plan shows when nobody chose otherwise.

use crate::geo::{Camera, MapView, ViewSize, WorldBounds, WorldPoint};
use crate::plan::Plan;
use crate::theatre::Theatre;

/// A map is never narrower than this, a degree and a half, in widths of the world.
const LEAST: f64 = 1.5 / 360.0;

/// How far from the edges the theatre stays when all of it is shown, as a share
/// of the shorter side.
const MARGIN: f64 = 0.06;

/// As much of the left side of a picture as most legends take, with air, in points.
const LEGEND: f64 = 232.0;
/// A picture narrower than this has no legend.
const LEAST_WITH_LEGEND: f64 = 460.0;

/// The camera of a picture of this size that shows all.
pub fn whole(plan: &Plan, theatre: &Theatre, size: ViewSize) -> Camera {
    fitting(plan, theatre, size, size.width().min(size.height()) * MARGIN)
}

/// The same with a margin in points. The theatre makes room for the legend as far as
/// there is some at the right.
pub fn fitting(plan: &Plan, theatre: &Theatre, size: ViewSize, margin: f64) -> Camera {
    let bounds = extent(plan, theatre);
    let view = MapView::new(Camera::fitting(bounds, size, margin), size);
    if size.width() < LEAST_WITH_LEGEND {
        return view.camera();
    }
    let left = view.view_from_world(bounds.min).x;
    let right = size.width() - view.view_from_world(bounds.max).x;
    view.panned((LEGEND - left).clamp(0.0, (right - margin).max(0.0)), 0.0)
}

/// The theatre; and where that is the bare world, the sites of the plan.
pub fn extent(plan: &Plan, theatre: &Theatre) -> WorldBounds {
    if !theatre.is_bare() {
        return theatre.bounds();
    }
    let places = plan.sites().iter().filter_map(|site| site.place);
    let sites = WorldBounds::around(places.map(WorldPoint::from));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_theatre_stands_clear_of_the_legend_where_there_is_room() {
        let (plan, theatre) = (Plan::default(), Theatre::bundled("mali").expect("it is bundled"));
        for (size, left) in [
            ((1280.0, 720.0), 288.0), // in the middle: there is room enough
            ((1000.0, 650.0), LEGEND),
            ((800.0, 650.0), 143.0), // as far as it can go
            ((440.0, 400.0), 36.0),  // too small for a legend
        ] {
            let size = ViewSize::new(size.0, size.1);
            let view = MapView::new(fitting(&plan, &theatre, size, 26.0), size);
            let bounds = theatre.bounds();
            let (min, max) = (view.view_from_world(bounds.min), view.view_from_world(bounds.max));
            assert!((min.x - left).abs() < 3.0, "{size:?}: {min:?}");
            assert!(max.x <= size.width() - 25.9, "{size:?}: {max:?}");
        }
    }
}
