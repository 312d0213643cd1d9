//! Whether a point of the picture lies in an area of the map, near enough.

use crate::geo::MapView;
use crate::scene::{Placement, Point};
use crate::theatre::Area;

/// Areas are looked at as they are at this zoom: coarse, so that it takes no time.
const COARSE_ZOOM: f64 = 3.0;

/// A coarse area as the picture shows it.
pub struct Rings(Vec<Vec<Point>>);

impl Rings {
    pub fn of<D>(area: &Area<D>, view: &MapView) -> Rings {
        let geometry = area.geometry(COARSE_ZOOM);
        let placement = Placement::of(geometry, view);
        let ring = |contour: &Vec<[f32; 2]>| contour.iter().map(|p| placement.apply(*p)).collect();
        Rings(geometry.contours().iter().map(ring).collect())
    }

    pub fn contains(&self, p: Point) -> bool {
        let mut inside = false;
        for ring in &self.0 {
            let mut a = ring[ring.len() - 1];
            for b in ring {
                if (a.y > p.y) != (b.y > p.y) {
                    inside ^= p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x);
                }
                a = *b;
            }
        }
        inside
    }

    /// Whether a text of this width with its middle at a point lies within.
    pub fn holds(&self, at: Point, width: f32) -> bool {
        let half = width / 2.0;
        [(-half, -8.0), (half, -8.0), (-half, 8.0), (half, 8.0), (0.0, 0.0)]
            .into_iter()
            .all(|(dx, dy)| self.contains(at.plus(dx, dy)))
    }
}
