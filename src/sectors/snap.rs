//! Corners and edges that a corner under the pointer is drawn to.

use std::collections::HashSet;

use super::collection::{Sectors, rounded_place};
use super::edit::bits;
use crate::geo::{LonLat, MapView, ViewPoint, WorldPoint};
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

/// The edges that corners are drawn to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Guides {
    edges: Vec<Line>,
}

/// An edge, also as it lies on the plane: a boundary has millions of points, and each
/// is looked at when the pointer moves.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    ends: [LonLat; 2],
    on_plane: [WorldPoint; 2],
}

impl Guides {
    /// The edges of sectors and of the boundary. The rings that a corner is part of,
    /// with all of their edges, draw it nowhere: it would stick to the corners beside
    /// it.
    pub fn of(sectors: &Sectors, theatre: &Theatre, corner: Option<LonLat>) -> Guides {
        let (own, others): (Vec<_>, Vec<_>) = sectors
            .rings()
            .map(|(_, ring)| ring)
            .partition(|ring| corner.is_some_and(|corner| ring.contains(&corner)));
        let own: HashSet<_> = own.into_iter().flat_map(|ring| edges(ring)).map(name).collect();
        let boundary = theatre.layers().boundary.iter().flat_map(|area| area.polygons());
        let boundary: Vec<Vec<LonLat>> = boundary.flatten().collect();
        let all = others.into_iter().chain(&boundary).flat_map(|ring| edges(ring));
        let all = all.filter(|edge| !own.contains(&name(*edge)));
        let line = |ends: [LonLat; 2]| Line { ends, on_plane: ends.map(WorldPoint::from) };
        Guides { edges: all.map(line).collect() }
    }

    /// What lies within `reach` points of a point of the view, corners before edges.
    pub fn nearest(&self, at: ViewPoint, map: &MapView, reach: f64) -> Option<Snap> {
        let place_of = |end: &WorldPoint| map.view_from_world(*end);
        let corners = self.edges.iter().map(|edge| {
            let distance = place_of(&edge.on_plane[0]).distance(at);
            let place = rounded_place(edge.ends[0]);
            (distance, Snap { place, guide: Guide::Corner })
        });
        let edges = self.edges.iter().map(|edge| {
            let [a, b] = [0, 1].map(|end| place_of(&edge.on_plane[end]));
            let foot = foot(at, a, b);
            (foot.distance(at), (foot, edge.ends))
        });
        let edges = || {
            let (foot, ends) = nearest(edges, reach)?;
            let place = rounded_place(map.lonlat_from_view(foot));
            Some(Snap { place, guide: Guide::Edge(ends) })
        };
        nearest(corners, reach).or_else(edges)
    }
}

fn edges(ring: &[LonLat]) -> impl Iterator<Item = [LonLat; 2]> {
    let next = ring.iter().cycle().skip(1);
    ring.iter().zip(next).map(|(a, b)| [*a, *b])
}

/// The same for both directions of an edge.
fn name(edge: [LonLat; 2]) -> [(u64, u64); 2] {
    let [a, b] = edge.map(bits);
    [a.min(b), a.max(b)]
}

fn nearest<T>(found: impl Iterator<Item = (f64, T)>, reach: f64) -> Option<T> {
    let near = found.filter(|(distance, _)| *distance <= reach);
    near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, nearest)| nearest)
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
        let theatre = Theatre::default();
        let guides = Guides::of(&sectors, &theatre, None);
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
        let own = Guides::of(&sectors, &theatre, Some(place(0.0, 1.0)));
        assert_eq!(own, Guides::default(), "what moves draws nothing to itself");
    }
}
