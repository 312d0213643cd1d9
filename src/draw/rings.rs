//! Whether a point of the picture lies in an area of the map, near enough.

use super::style::Style;
use crate::geo::MapView;
use crate::scene::{Color, Placement, Point, Rect};
use crate::theatre::{Area, Theatre};

/// The zooms of areas that names lie within, and of those that are only asked for
/// what lies below a point.
pub const FINE: f64 = 5.0;
pub const COARSE: f64 = 3.0;

/// How far above and below its middle a name needs room, in points.
pub const AIR: f32 = 8.0;

/// A coarse area as the picture shows it.
pub struct Rings {
    rings: Vec<Vec<Point>>,
    /// Around all of them.
    bounds: Option<Rect>,
}

impl Rings {
    /// With as much detail as `zoom` shows: little, for this is asked often.
    pub fn of<D>(area: &Area<D>, view: &MapView, zoom: f64) -> Rings {
        let geometry = area.geometry(zoom.min(view.camera().zoom));
        let placement = Placement::of(geometry, view);
        let ring = |contour: &Vec<[f32; 2]>| contour.iter().map(|p| placement.apply(*p)).collect();
        Rings::of_points(geometry.contours().iter().map(ring).collect())
    }

    fn of_points(rings: Vec<Vec<Point>>) -> Rings {
        let bounds = Rect::around_all(rings.iter().flatten().copied());
        Rings { rings, bounds }
    }

    /// Where a level line is inside: from where to where, from left to right.
    pub fn spans(&self, y: f32) -> Vec<[f32; 2]> {
        let mut crossings = Vec::new();
        for ring in &self.rings {
            let mut a = ring[ring.len() - 1];
            for b in ring {
                if (a.y > y) != (b.y > y) {
                    crossings.push(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
                }
                a = *b;
            }
        }
        crossings.sort_by(f32::total_cmp);
        crossings.chunks_exact(2).map(|pair| [pair[0], pair[1]]).collect()
    }

    pub fn contains(&self, p: Point) -> bool {
        let may_be = self.bounds.is_some_and(|bounds| bounds.contains(p));
        may_be && self.spans(p.y).iter().any(|[from, to]| (*from..*to).contains(&p.x))
    }

    /// Those of these points on a level line at which a text of this width lies
    /// within, with air above and below.
    pub fn holding(&self, y: f32, width: f32, xs: impl Iterator<Item = f32>) -> Vec<Point> {
        let lines = [-AIR, 0.0, AIR].map(|dy| self.spans(y + dy));
        let fits = |x: &f32| {
            let (left, right) = (x - width / 2.0, x + width / 2.0);
            let within = |[from, to]: &[f32; 2]| *from <= left && right <= *to;
            lines.iter().all(|spans| spans.iter().any(within))
        };
        xs.filter(fits).map(|x| Point::new(x, y)).collect()
    }
}

/// What lies below a point of the picture: the rims of names have its colour.
pub struct Soil {
    sectors: Vec<(usize, Rings)>,
    countries: Vec<Rings>,
}

/// The theatre's own countries, coarsely.
pub fn boundary(theatre: &Theatre, view: &MapView) -> Vec<Rings> {
    theatre.layers().boundary.iter().map(|country| Rings::of(country, view, COARSE)).collect()
}

impl Soil {
    /// The theatre's own countries.
    pub fn countries(&self) -> &[Rings] {
        &self.countries
    }

    pub fn of(theatre: &Theatre, view: &MapView) -> Soil {
        let part = view.bounds();
        let sectors = theatre.sectors().iter().enumerate();
        let sectors = sectors.filter(|(_, sector)| sector.bounds().intersects(part));
        Soil {
            sectors: sectors.map(|(i, sector)| (i, Rings::of(sector, view, COARSE))).collect(),
            countries: boundary(theatre, view),
        }
    }

    pub fn color(&self, at: Point, style: &Style) -> Color {
        let sector = self.sectors.iter().find(|(_, rings)| rings.contains(at));
        match sector {
            Some((index, _)) => style.sector(*index).ground,
            None if self.countries.iter().any(|country| country.contains(at)) => style.country,
            None => style.land,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_between_the_edges_and_beside_holes() {
        let ring = |corners: [(f32, f32); 4]| corners.map(|(x, y)| Point::new(x, y)).to_vec();
        let outer = ring([(0.0, 0.0), (200.0, 0.0), (200.0, 60.0), (0.0, 60.0)]);
        let hole = ring([(90.0, 20.0), (110.0, 20.0), (110.0, 40.0), (90.0, 40.0)]);
        let rings = Rings::of_points(vec![outer, hole]);
        assert!(rings.contains(Point::new(50.0, 30.0)));
        assert!(!rings.contains(Point::new(100.0, 30.0)));
        let at = |y| rings.holding(y, 80.0, [30.0, 45.0, 60.0, 100.0].into_iter());
        assert_eq!(at(30.0), [Point::new(45.0, 30.0)]);
        // Above the hole there is more room, at the edge there is none.
        assert_eq!(at(10.0).len(), 3);
        assert_eq!(at(4.0).len(), 0);
    }
}
