//! Corners and edges that a corner under the pointer is drawn to.

use super::collection::{Sectors, rounded_place};
use crate::geo::{LonLat, MapView, ViewPoint, WorldBounds, WorldPoint};
use crate::theatre::Theatre;

/// What a place was drawn to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Snap {
    pub place: LonLat,
    pub guide: Guide,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Guide {
    Corner,
    /// The edge between two places; it gets a corner where the other one comes to
    /// lie, so that the border stays common.
    Edge([LonLat; 2]),
}

/// The edges in sight that corners are drawn to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guides {
    edges: Vec<[LonLat; 2]>,
}

impl Guides {
    /// The edges of all sectors and of the boundary within a part of the plane, but
    /// for those that end at one of the places in `except`: these move themselves.
    pub fn of(
        sectors: &Sectors,
        theatre: &Theatre,
        part: WorldBounds,
        except: &[LonLat],
    ) -> Guides {
        let boundary = theatre.layers().boundary.iter().flat_map(|area| area.polygons());
        let boundary: Vec<Vec<LonLat>> = boundary.flatten().collect();
        let rings = sectors.rings().map(|(_, ring)| ring).chain(&boundary);
        let mut edges = Vec::new();
        for ring in rings {
            let next = ring.iter().cycle().skip(1);
            let of_ring = ring.iter().zip(next).map(|(a, b)| [*a, *b]);
            edges.extend(of_ring.filter(|edge| {
                let ends = edge.map(WorldPoint::from);
                let near = WorldBounds::around(ends).is_some_and(|edge| edge.intersects(part));
                near && !edge.iter().any(|end| except.contains(end))
            }));
        }
        Guides { edges }
    }

    /// The same without one edge.
    pub fn without(mut self, edge: [LonLat; 2]) -> Guides {
        self.edges.retain(|other| *other != edge && *other != [edge[1], edge[0]]);
        self
    }

    /// What lies within `reach` points of a point of the view, corners before edges.
    pub fn nearest(&self, at: ViewPoint, map: &MapView, reach: f64) -> Option<Snap> {
        let corners = self.edges.iter().flatten().map(|place| {
            let distance = map.view_from_lonlat(*place).distance(at);
            (distance, Snap { place: rounded_place(*place), guide: Guide::Corner })
        });
        let edges = self.edges.iter().map(|edge| {
            let [a, b] = edge.map(|end| map.view_from_lonlat(end));
            let foot = foot(at, a, b);
            let place = rounded_place(map.lonlat_from_view(foot));
            (foot.distance(at), Snap { place, guide: Guide::Edge(*edge) })
        });
        nearest(corners, reach).or_else(|| nearest(edges, reach))
    }
}

fn nearest(snaps: impl Iterator<Item = (f64, Snap)>, reach: f64) -> Option<Snap> {
    let near = snaps.filter(|(distance, _)| *distance <= reach);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, snap)| snap)
}

/// The point between `a` and `b` that is nearest to `p`.
fn foot(p: ViewPoint, a: ViewPoint, b: ViewPoint) -> ViewPoint {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let along = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy);
    let share = if along.is_finite() { along.clamp(0.0, 1.0) } else { 0.0 };
    ViewPoint { x: a.x + dx * share, y: a.y + dy * share }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geo::{Camera, ViewSize};
    use crate::sectors::Sector;

    #[test]
    fn corners_come_before_edges_and_far_things_not_at_all() {
        let place = |x: f64, y: f64| LonLat::new(x, y).unwrap();
        let ring = vec![place(0.0, 0.0), place(1.0, 0.0), place(1.0, 1.0), place(0.0, 1.0)];
        let sectors = Sectors::default().with(Sector::new("s".into(), "S", ring)).unwrap();
        let map = MapView::new(Camera::new(place(0.5, 0.5), 9.0), ViewSize::new(800.0, 600.0));
        let guides = Guides::of(&sectors, &Theatre::default(), map.bounds(), &[place(0.0, 1.0)]);
        let near = |lon, lat, dx, dy| {
            let at = map.view_from_lonlat(place(lon, lat));
            guides.nearest(ViewPoint { x: at.x + dx, y: at.y + dy }, &map, 8.0)
        };
        let corner = Snap { place: place(1.0, 1.0), guide: Guide::Corner };
        assert_eq!(near(1.0, 1.0, 3.0, -4.0), Some(corner));
        let edge = near(1.0, 0.5, 5.0, 0.0).unwrap();
        assert_eq!(edge.guide, Guide::Edge([place(1.0, 0.0), place(1.0, 1.0)]));
        assert_eq!(edge.place.lon(), 1.0);
        assert_eq!(near(1.0, 0.5, 9.0, 0.0), None);
        assert_eq!(near(0.0, 1.0, 0.0, 0.0), None, "what moves draws nothing to itself");
    }
}
